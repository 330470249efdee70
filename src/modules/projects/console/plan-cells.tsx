import { groupDigits } from '#console/language/format'
import { decimal, rounded } from '#engine/quantity/decimal'
import { useLanguage } from '#console/language/language'
import type { NodeDriftReply, ScheduledNodeReply } from '../contract'
import { driftWords, planWords } from './plan-words'

/** A node's share of a project is small: in 万元, without decimals. */
const shown = (value: string | null) =>
  value === null ? '—' : groupDigits(rounded(decimal(value).times(10_000).toFixed(), 0))

/** How far the node's finish is from the baseline; what is new in the plan says so. */
export function DriftCell({ drift }: { readonly drift: NodeDriftReply | undefined }) {
  const { t } = useLanguage()
  const late = (drift?.finish?.workdays ?? 0) > 0
  return (
    <td className="numeric" data-late={late || undefined}>
      {drift?.change === 'added' ? t(planWords.added) : drift?.finish ? t(driftWords(drift.finish)) : '—'}
    </td>
  )
}

const signed = (value: string) => (value.startsWith('-') ? shown(value) : `+${shown(value)}`)

/** What the node has cost of what it was planned to cost, and how far the plan of it has moved. */
export function MoneyCell({
  node,
  drift,
}: {
  readonly node: ScheduledNodeReply
  readonly drift: NodeDriftReply | undefined
}) {
  const moved = drift?.money && Number(drift.money) !== 0 ? drift.money : undefined
  return (
    <td className="numeric" title={`${node.spent ?? '—'} / ${node.planned ?? '—'} 亿元`}>
      {node.duration === 0 && node.planned === null ? '' : `${shown(node.spent)} / ${shown(node.planned)}`}
      {moved !== undefined && <small className="gantt-moved">{signed(moved)}</small>}
    </td>
  )
}
