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

/** Why a report has come back: the first thing its author has to know. */
export function ReturnedNote({ id, state }: { readonly id: string; readonly state: string | undefined }) {
  const { t, instant } = useLanguage()
  const client = useRecordClient(report)
  const deed = state === 'returned' || state === 'correcting' ? deeds[state] : undefined
  const { data } = useQuery({
    queryKey: ['record', report.name, 'history', id],
    queryFn: ({ signal }) => client.history(id, signal),
    enabled: deed !== undefined,
  })
  const entry = data?.entries.find((one) => one.deed === deed)
  if (!entry?.reason || (state !== 'returned' && state !== 'correcting')) return null
  return (
    <Alert
      className="grid-bar"
      type="warning"
      showIcon
      title={`${t(words[state])}：${entry.reason}`}
      description={`${t(entry.person_name)} · ${instant(entry.at)}`}
    />
  )
}
