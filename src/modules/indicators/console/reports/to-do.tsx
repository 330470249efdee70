import { App, Button } from 'antd'
import { useState } from 'react'
import type { ReplyRow, Titles } from '#engine/records/reply'
import { text, type Text } from '#engine/result/result'
import { wordsOf } from '#console/api/api-problem'
import type { BulkReply } from '#console/api/record-client'
import { useLanguage } from '#console/language/language'
import { useRecordChange, useRecordClient } from '#console/records/record-queries'
import { useSelection, type Selection } from '#console/records/selection'
import { Confirm } from '#console/ui/confirm'
import { Panel } from '#console/ui/panel'
import { report, reportLifecycle } from '#modules/indicators/records/report'
import { ReportTable, useReportName } from './report-table'
import type { WorkGroup } from './report-queries'

const words: Readonly<Record<WorkGroup['name'], Text>> = {
  fill: text('待填报', 'To fill in'),
  verify: text('待审核', 'To verify'),
  publish: text('待发布', 'To publish'),
}
const titled = (name: WorkGroup['name'], count: number) =>
  text(`${words[name].zh}（${count}）`, `${words[name].en} (${count})`)
const onAll = (label: Text, count: number) =>
  count === 0 ? label : text(`${label.zh} ${count} 份`, `${label.en}: ${count} reports`)
const outcome = ({ done, problems }: BulkReply) =>
  text(`完成 ${done} 份，未完成 ${problems.length} 份`, `${done} done, ${problems.length} not done`)

interface BulkProps {
  readonly action: 'verify' | 'publish'
  readonly selection: Selection
  readonly titles: Titles
}

function Refusals({ reply, selection, titles }: BulkProps & { readonly reply: BulkReply }) {
  const { t } = useLanguage()
  const nameOf = useReportName(titles)
  const named = (id: string) => {
    const row = selection.rows.get(id)
    return row ? nameOf(row) : id
  }
  return (
    <div role="status" className="report-outcome">
      <p>{t(outcome(reply))}</p>
      <ul>
        {reply.problems.map(({ id, problem }) => (
          <li key={id}>
            <strong>{named(id)}</strong> {t(problem.message)}。{t(problem.remedy)}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Verifies or publishes everything chosen; what could not be done is named. */
function BulkAct(props: BulkProps) {
  const { action, selection } = props
  const { t } = useLanguage()
  const { message } = App.useApp()
  const client = useRecordClient(report)
  const [asking, setAsking] = useState(false)
  const { label, ...rest } = reportLifecycle.actions[action]
  const act = useRecordChange(report, (rows: readonly ReplyRow[]) =>
    client.bulk({ ids: rows.map(({ id, version }) => ({ id, version })), action }),
  )
  const confirm = () =>
    act.mutate([...selection.rows.values()], {
      onSuccess: (reply) => {
        setAsking(false)
        if (reply.problems.length === 0) {
          void message.success(t(outcome(reply)))
          selection.clear()
        }
      },
    })
  return (
    <>
      <Button type="primary" disabled={selection.count === 0} onClick={() => setAsking(true)}>
        {t(onAll(label, selection.count))}
      </Button>
      {asking && (
        <Confirm
          title={onAll(label, selection.count)}
          {...('confirm' in rest && { says: rest.confirm })}
          verb={label}
          busy={act.isPending}
          onConfirm={confirm}
          onCancel={() => setAsking(false)}
        >
          {act.error && <p className="field-error">{t(wordsOf(act.error).message)}</p>}
        </Confirm>
      )}
      {act.data && act.data.problems.length > 0 && <Refusals {...props} reply={act.data} />}
    </>
  )
}

interface WorkPanelProps {
  readonly group: WorkGroup
  readonly titles: Titles
  /** At most so many lines; the rest is on the reports page. */
  readonly most?: number
}

/** One kind of work that waits: to fill in, to verify, to publish; the last two also for many at once. */
export function WorkPanel({ group, titles, most }: WorkPanelProps) {
  const { t } = useLanguage()
  const selection = useSelection()
  const { name } = group
  const title = t(titled(name, group.rows.length))
  const rows = most === undefined ? group.rows : group.rows.slice(0, most)
  return (
    <Panel
      title={title}
      flush
      extra={name !== 'fill' && <BulkAct action={name} selection={selection} titles={titles} />}
    >
      <ReportTable caption={title} rows={rows} titles={titles} {...(name !== 'fill' && { selection })} />
    </Panel>
  )
}
