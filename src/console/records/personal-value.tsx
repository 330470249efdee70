import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { personalOf, seesClear } from '#engine/records/personal'
import { addressOf, type RecordType } from '#engine/records/record'
import type { ReplyRow, UnmaskReply } from '#engine/records/reply'
import { rolesOver } from '#engine/records/rights'
import { text } from '#engine/result/result'
import { wordsOf } from '#console/api/api-problem'
import { request } from '#console/api/request'
import { useSession } from '#console/api/session'
import { useLanguage } from '#console/language/language'
import { Confirm } from '#console/ui/confirm'

const words = {
  show: text('查看完整', 'Show whole'),
  says: text(
    '完整内容显示一分钟。谁、何时、为何查看，记入账本。',
    'It is shown for a minute. Who looked, when and why is kept in the ledger.',
  ),
}

interface PersonalValueProps {
  readonly record: RecordType
  readonly row: ReplyRow
  readonly name: string
  /** The masked value as it is usually shown. */
  readonly children: ReactNode
}

/** A masked value with the way to see it whole, for a reason. Whoever sees it anyhow gets it as it is. */
export function PersonalValue({ record, row, name, children }: PersonalValueProps) {
  const { t } = useLanguage()
  const session = useSession()
  const [asking, setAsking] = useState(false)
  const unmask = useMutation({
    mutationFn: (reason: string) =>
      request<UnmaskReply>(`${addressOf(record)}/${encodeURIComponent(row.id)}/unmask`, {
        method: 'POST',
        body: { reason },
      }),
    onSuccess: () => setAsking(false),
  })
  const { data, reset } = unmask
  useEffect(() => {
    if (!data) return undefined
    const timer = setTimeout(reset, data.seconds * 1000)
    return () => clearTimeout(timer)
  }, [data, reset])
  const personal = personalOf(record.fields[name])
  const told = row[name]
  const isMasked = typeof told === 'string' && told.includes('****')
  if (!personal || !isMasked || seesClear(personal, rolesOver(session, row.unit_id))) return children
  const value = data?.values[name]
  if (typeof value === 'string') return <output>{value}</output>
  return (
    <>
      {children}{' '}
      <Button type="link" size="small" className="no-print" onClick={() => setAsking(true)}>
        {t(words.show)}
      </Button>
      {asking && (
        <Confirm
          title={words.show}
          says={words.says}
          verb={words.show}
          reason="required"
          busy={unmask.isPending}
          onCancel={() => setAsking(false)}
          onConfirm={(reason) => unmask.mutate(reason ?? '')}
        >
          {unmask.error && <p className="field-error">{t(wordsOf(unmask.error).message)}</p>}
        </Confirm>
      )}
    </>
  )
}
