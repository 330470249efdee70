import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useMemo, useRef, useState } from 'react'
import type { RecordType } from '#engine/records/record'
import type { Titles } from '#engine/records/reply'
import { text } from '#engine/result/result'
import { recordClient } from '#console/api/record-client'
import { useSession } from '#console/api/session'
import { findUnits, unitRows } from '#console/frame/unit-tree'
import { useLanguage } from '#console/language/language'
import { useRecordNamed } from '#console/registry-context'
import { titleOf } from './columns'

const words = {
  choose: text('输入名称查找', 'Type a name to search'),
  unit: text('选择单位', 'Choose a unit'),
  none: text('没有找到', 'Nothing found'),
}

interface ReferenceSelectProps {
  readonly id?: string | undefined
  readonly to: string
  readonly multiple?: boolean
  readonly value: readonly string[]
  readonly onChange: (ids: readonly string[]) => void
  readonly onBlur?: (() => void) | undefined
  /** Names of what is chosen already. */
  readonly titles?: Titles | undefined
  /** Only these units may be chosen; for references to units. */
  readonly units?: readonly string[] | undefined
  readonly disabled?: boolean | undefined
  readonly invalid?: boolean | undefined
  readonly described?: string | undefined
  /** Only rows of which this holds: the parts of the same project. */
  readonly among?: Readonly<Record<string, string>> | undefined
  readonly label?: string | undefined
}

interface Option {
  readonly value: string
  readonly label: string
  /** How far an option stands in, in a tree. */
  readonly depth: number
}

function useUnitOptions(sought: string, allowed: readonly string[] | undefined): Option[] {
  const { t } = useLanguage()
  const { units } = useSession()
  return useMemo(
    () =>
      findUnits(unitRows(units), sought)
        .filter(({ unit }) => !allowed || allowed.includes(unit.code))
        .map(({ unit, depth }) => ({ value: unit.code, label: t(unit.name), depth })),
    [units, sought, allowed, t],
  )
}

/** Found by the search box, where the type has one (pinyin too); else by a piece of its name. */
function soughtIn(record: RecordType | undefined, sought: string): Readonly<Record<string, string>> {
  if (!record || sought.trim() === '') return {}
  const isSearched = Object.values(record.fields).some(({ search }) => search)
  return isSearched ? { q: sought } : { [`${record.title}.contains`]: sought.trim() }
}

function useRowOptions({ to, among }: ReferenceSelectProps, sought: string, enabled: boolean): Option[] {
  const record = useRecordNamed(to)
  const asked = { ...soughtIn(record, sought), ...among, size: '30', count: 'false' }
  const { data } = useQuery({
    queryKey: ['record', to, 'choices', asked],
    queryFn: ({ signal }) => recordClient({ name: to }).list(asked, signal),
    enabled: enabled && to !== 'unit',
  })
  return (data?.rows ?? []).map((row) => ({
    value: row.id,
    label: record ? titleOf(record, row) : row.id,
    depth: 0,
  }))
}

/** What the Select takes only when it is given: exact optional types refuse an explicit undefined. */
const givenProps = ({ id, multiple, invalid, onBlur, disabled }: ReferenceSelectProps) => ({
  ...(id && { id }),
  ...(multiple && { mode: 'multiple' as const }),
  ...(invalid && { status: 'error' as const }),
  ...(onBlur && { onBlur }),
  ...(disabled && { disabled }),
})

function useOptions(props: ReferenceSelectProps, sought: string, opened: boolean) {
  const { to, units: allowed, value, titles } = props
  const { t } = useLanguage()
  const units = useUnitOptions(sought, allowed)
  const rows = useRowOptions(props, sought, opened || value.length > 0)
  const found = to === 'unit' ? units : rows
  // Another search no longer finds what was chosen by the one before: its name is kept.
  const names = useRef(new Map<string, string>())
  for (const { value: id, label } of found) names.current.set(id, label)
  const nameOf = (id: string) => names.current.get(id) ?? t(titles?.[to]?.[id] ?? text(id, id))
  const known = value
    .filter((id) => !found.some((option) => option.value === id))
    .map((id) => ({ value: id, label: nameOf(id), depth: 0 }))
  // Behind what was found: Enter takes the first, and must not take back what was chosen before.
  return [...found, ...known]
}

/** Chooses rows of another record type by name; units as an indented tree, found by pinyin initials too. */
export function ReferenceSelect(props: ReferenceSelectProps) {
  const { to, value, multiple = false } = props
  const { t } = useLanguage()
  const [sought, setSought] = useState('')
  const [opened, setOpened] = useState(false)
  const options = useOptions(props, useDeferredValue(sought), opened)
  return (
    <Select<string | string[], Option>
      {...givenProps(props)}
      aria-label={props.label}
      aria-invalid={props.invalid}
      aria-describedby={props.described}
      value={multiple ? [...value] : (value[0] ?? null)}
      options={options}
      optionRender={({ data }) => (
        <span style={{ paddingInlineStart: sought ? 0 : data.depth * 16 }}>{data.label}</span>
      )}
      showSearch={{ filterOption: false, onSearch: setSought, searchValue: sought }}
      allowClear
      placeholder={t(to === 'unit' ? words.unit : words.choose)}
      notFoundContent={t(words.none)}
      onOpenChange={(open) => open && setOpened(true)}
      onChange={(next) => {
        setSought('')
        props.onChange(Array.isArray(next) ? next : next ? [next] : [])
      }}
      style={{ width: '100%' }}
    />
  )
}
