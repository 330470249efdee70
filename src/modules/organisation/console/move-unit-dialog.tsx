import { Modal, Select } from 'antd'
import { useId, useState } from 'react'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { pinyinInitials } from '#console/language/pinyin-initials'
import type { TreeUnit } from '../contract'
import { consequenceWords, mayLieUnder, unitNodes } from './move-words'
import { destination, type Move, type Target, visibleRows, within } from './tree-order'

const words = {
  parent: text('移到哪个单位之下', 'Under which unit'),
  place: text('位置', 'Place'),
  last: text('排在最后', 'Last'),
  first: text('排在最前', 'First'),
  move: text('移动', 'Move'),
  cancel: text('取消', 'Cancel'),
  same: text('就在原处，不需要移动。', 'It is there already.'),
}
const titleWords = (name: string) => text(`移动「${name}」`, `Move ${name}`)
const afterWords = (name: string) => text(`排在「${name}」之后`, `After ${name}`)

interface MoveUnitDialogProps {
  readonly units: readonly TreeUnit[]
  readonly moved: TreeUnit
  readonly busy: boolean
  readonly onMove: (move: Move) => void
  readonly onCancel: () => void
}

/** Parents a unit may lie under: of a fitting kind, not below itself. */
function useParents(units: readonly TreeUnit[], moved: TreeUnit) {
  const { t } = useLanguage()
  const nodes = unitNodes(units)
  const own = within(nodes, moved.code)
  const byCode = new Map(units.map((unit) => [unit.code, unit]))
  return visibleRows(nodes, () => true).flatMap(({ node, depth }) => {
    const unit = byCode.get(node.id)
    if (!unit || own.has(unit.code) || !mayLieUnder(units, moved, unit)) return []
    return [
      {
        value: unit.code,
        label: t(unit.name),
        depth,
        sought: `${t(unit.name)} ${unit.code} ${pinyinInitials(unit.name.zh)}`,
      },
    ]
  })
}

function Consequences({
  units,
  moved,
  move,
}: Pick<MoveUnitDialogProps, 'units' | 'moved'> & { readonly move: Move }) {
  const { t } = useLanguage()
  if (move.parent === moved.parent) return null
  return consequenceWords(units, move).map((line) => <p key={line.zh}>{t(line)}</p>)
}

/** Where it stands now, as the choice says it. */
function placeOf(units: readonly TreeUnit[], moved: TreeUnit): string {
  const siblings = units.filter((unit) => unit.parent === moved.parent)
  const at = siblings.findIndex((unit) => unit.code === moved.code)
  if (at === siblings.length - 1) return 'last'
  return siblings[at - 1]?.code ?? 'first'
}

/** The choice of a place as dragging would have it. */
function targetOf(
  parent: string | undefined,
  siblings: readonly TreeUnit[],
  after: string,
): Target | undefined {
  const first = siblings[0]
  if (after === 'first' && first) return { id: first.code, where: 'before' }
  if (after !== 'first' && after !== 'last') return { id: after, where: 'after' }
  return parent === undefined ? undefined : { id: parent, where: 'inside' }
}

/** Dragging by choice: another parent and a place among its children, with what follows from it. */
export function MoveUnitDialog({ units, moved, busy, onMove, onCancel }: MoveUnitDialogProps) {
  const { t } = useLanguage()
  const id = useId()
  const parents = useParents(units, moved)
  const [parent, setParent] = useState(moved.parent ?? undefined)
  const [after, setAfter] = useState(() => placeOf(units, moved))
  const siblings = units.filter((unit) => unit.parent === parent && unit.code !== moved.code)
  const target = targetOf(parent, siblings, after)
  const move = target && destination(unitNodes(units), moved.code, target)
  return (
    <Modal
      open
      title={t(titleWords(t(moved.name)))}
      okText={t(words.move)}
      cancelText={t(words.cancel)}
      okButtonProps={{ loading: busy, disabled: !move }}
      onOk={() => move && onMove(move)}
      onCancel={onCancel}
    >
      <div className="form-field">
        <label htmlFor={`${id}-parent`}>{t(words.parent)}</label>
        <Select
          id={`${id}-parent`}
          showSearch={{ optionFilterProp: 'sought' }}
          value={parent ?? null}
          options={parents}
          optionRender={({ data }) => (
            <span style={{ paddingInlineStart: data.depth * 16 }}>{data.label}</span>
          )}
          onChange={(code) => {
            setParent(code ?? undefined)
            setAfter('last')
          }}
        />
      </div>
      <div className="form-field">
        <label htmlFor={`${id}-place`}>{t(words.place)}</label>
        <Select
          id={`${id}-place`}
          value={after}
          options={[
            { value: 'first', label: t(words.first) },
            ...siblings
              .slice(0, -1)
              .map((unit) => ({ value: unit.code, label: t(afterWords(t(unit.name))) })),
            { value: 'last', label: t(words.last) },
          ]}
          onChange={setAfter}
        />
      </div>
      <div aria-live="polite" className="consequences">
        {move ? (
          <Consequences units={units} moved={moved} move={move} />
        ) : (
          <p className="quiet">{t(words.same)}</p>
        )}
      </div>
    </Modal>
  )
}
