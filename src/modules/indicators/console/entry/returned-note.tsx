import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { useRecordClient } from '#console/records/record-queries'
import { report } from '#modules/indicators/records/report'

const words = {
  returned: text('退回意见', 'Returned because'),
  correcting: text('更正原因', 'Being corrected because'),
}
const deeds = { returned: 'return', correcting: 'correct' } as const

interface ReturnedNoteProps {
  readonly id: string
  readonly state: string | undefined
  /** The report's own note, for one that came back before its history began here. */
  readonly note: unknown
}

/** Why a report has come back: the first thing its author has to know. */
export function ReturnedNote({ id, state, note }: ReturnedNoteProps) {
  const { t, instant } = useLanguage()
  const client = useRecordClient(report)
  const back = state === 'returned' || state === 'correcting' ? state : undefined
  const { data } = useQuery({
    queryKey: ['record', report.name, 'history', id],
    queryFn: ({ signal }) => client.history(id, signal),
    enabled: back !== undefined,
  })
  if (!back) return null
  const entry = data?.entries.find((one) => one.deed === deeds[back])
  const reason = entry?.reason ?? note
  if (typeof reason !== 'string' || reason === '') return null
  return (
    <Alert
      className="grid-bar"
      type="warning"
      showIcon
      title={`${t(words[back])}：${reason}`}
      {...(entry && { description: `${t(entry.person_name)} · ${instant(entry.at)}` })}
    />
  )
}
