import { SearchOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import { useId, useMemo, useState, type KeyboardEvent } from 'react'
import type { SessionUnit } from '#engine/records/session'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { SampleMark } from '#console/ui/sample-mark'
import { findUnits, unitRows, type UnitRow } from './unit-tree'

const words = {
  search: text('按名称、编码或拼音首字母查找', 'Find by name, code or pinyin initials'),
  units: text('单位', 'Units'),
  none: text('没有找到，换个字试试', 'Nothing found; try other letters'),
}

interface OptionProps {
  readonly row: UnitRow
  readonly id: string
  readonly state: { readonly chosen: boolean; readonly active: boolean }
  readonly onPick: (code: string) => void
}

function UnitOption({ row, id, state, onPick }: OptionProps) {
  const { t } = useLanguage()
  const { unit, depth } = row
  return (
    <li
      id={id}
      role="option"
      aria-selected={state.chosen}
      data-active={state.active || undefined}
      className="picker-option"
      style={{ paddingInlineStart: 12 + depth * 16 }}
      ref={(node) => {
        if (state.active) node?.scrollIntoView({ block: 'nearest' })
      }}
      onClick={() => onPick(unit.code)}
    >
      <span>{t(unit.name)}</span>
      {unit.sample && <SampleMark />}
      <small>{unit.code}</small>
    </li>
  )
}

interface UnitPickerProps {
  readonly units: readonly SessionUnit[]
  readonly value: string | undefined
  readonly onPick: (code: string) => void
  readonly onClose: () => void
}

/** The tree of units with a search box; arrow keys move, Enter takes, Escape leaves. */
export function UnitPicker({ units, value, onPick, onClose }: UnitPickerProps) {
  const { t } = useLanguage()
  const id = useId()
  const rows = useMemo(() => unitRows(units), [units])
  const [sought, setSought] = useState('')
  const [moved, setMoved] = useState<number>()
  const found = findUnits(rows, sought)
  const standing = Math.max(
    0,
    found.findIndex((row) => row.unit.code === value),
  )
  const active = Math.min(moved ?? (sought ? 0 : standing), found.length - 1)
  const press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setMoved(Math.min(active + 1, found.length - 1))
    else if (event.key === 'ArrowUp') setMoved(Math.max(active - 1, 0))
    else if (event.key === 'Escape') onClose()
    else if (event.key === 'Enter' && found[active]) onPick(found[active].unit.code)
    else return
    event.preventDefault()
  }
  return (
    <div className="picker" onKeyDown={press}>
      <Input
        autoFocus
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={found[active] ? `${id}-${found[active].unit.code}` : undefined}
        aria-label={t(words.search)}
        placeholder={t(words.search)}
        prefix={<SearchOutlined aria-hidden="true" />}
        value={sought}
        onChange={(event) => {
          setSought(event.target.value)
          setMoved(undefined)
        }}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={t(words.units)} className="picker-list" tabIndex={-1}>
        {found.map((row, index) => (
          <UnitOption
            key={row.unit.code}
            id={`${id}-${row.unit.code}`}
            row={row}
            state={{ chosen: row.unit.code === value, active: index === active }}
            onPick={onPick}
          />
        ))}
      </ul>
      {found.length === 0 && <p className="picker-none">{t(words.none)}</p>}
    </div>
  )
}
