import { DownOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { Fragment, useState } from 'react'
import type { AuditEntry } from '#engine/ledger/audit-entry'
import { text } from '#engine/result/result'
import { useSession } from '#console/api/session'
import { useLanguage } from '#console/language/language'
import { useRegistry } from '#console/registry-context'
import { StateMark } from '#console/ui/state-mark'
import { auditDeedWords, fieldWords, subjectWords } from './audit-words'

const words = {
  time: text('时间', 'Time'),
  person: text('人员', 'Person'),
  deed: text('动作', 'Deed'),
  subject: text('对象', 'Record'),
  unit: text('单位', 'Unit'),
  change: text('变更', 'Change'),
  seal: text('封签', 'Seal'),
  refused: text('被拒', 'Refused'),
  open: text('待封', 'Not yet'),
  more: text('展开', 'Show'),
  less: text('收起', 'Hide'),
  reason: text('理由', 'Reason'),
  event: text('事件编号', 'Event'),
  request: text('请求编号', 'Request'),
  row: text('对象编号', 'Row'),
  personId: text('人员编号', 'Person id'),
}

const heads = [words.time, words.person, words.deed, words.subject, words.unit, words.change, words.seal]

const shown = (value: unknown): string => {
  if (value === null || value === undefined || value === '') return '—'
  return typeof value === 'string' ? value : JSON.stringify(value)
}

const pair = (change: unknown): readonly [unknown, unknown] =>
  Array.isArray(change) && change.length === 2 ? [change[0], change[1]] : [null, change]

function Details({ entry }: { readonly entry: AuditEntry }) {
  const { t } = useLanguage()
  const { records } = useRegistry()
  const facts = [
    [words.reason, entry.reason],
    [words.row, entry.row],
    [words.personId, entry.person],
    [words.event, entry.id],
    [words.request, entry.request],
  ] as const
  return (
    <div className="audit-details">
      <dl>
        {facts
          .filter(([, value]) => value)
          .map(([label, value]) => (
            <div key={label.zh}>
              <dt>{t(label)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <dl>
        {Object.entries(entry.changes).map(([name, change]) => (
          <div key={name}>
            <dt>{t(fieldWords(records, entry.record, name))}</dt>
            <dd>
              <del>{shown(pair(change)[0])}</del> <span aria-hidden="true">→</span>{' '}
              <ins>{shown(pair(change)[1])}</ins>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function useSummary(entry: AuditEntry): string {
  const { t, language } = useLanguage()
  const { records } = useRegistry()
  const names = Object.keys(entry.changes)
  const few = names.slice(0, 3).map((name) => t(fieldWords(records, entry.record, name)))
  const joined = few.join(language === 'zh' ? '、' : ', ')
  return names.length > few.length
    ? `${joined} +${names.length - few.length}`
    : joined || (entry.reason ?? '')
}

function Row({ entry }: { readonly entry: AuditEntry }) {
  const { t, instant } = useLanguage()
  const { records } = useRegistry()
  const { units } = useSession()
  const [isOpen, setOpen] = useState(false)
  const unit = units.find(({ code }) => code === entry.unit)
  const summary = useSummary(entry)
  const id = `event-${entry.id}`
  return (
    <Fragment>
      <tr data-refused={entry.outcome === 'refused' || undefined}>
        <td className="audit-time">
          <Button
            type="text"
            size="small"
            icon={isOpen ? <DownOutlined /> : <RightOutlined />}
            aria-expanded={isOpen}
            aria-controls={id}
            aria-label={`${t(isOpen ? words.less : words.more)} ${instant(entry.at)}`}
            onClick={() => setOpen(!isOpen)}
          />
          <time dateTime={entry.at}>{instant(entry.at)}</time>
        </td>
        <td>{t(entry.person_name)}</td>
        <td>
          {t(auditDeedWords(records, entry.record, entry.deed))}
          {entry.outcome === 'refused' && (
            <span className="audit-outcome">
              <StateMark standing="late" word={words.refused} />
            </span>
          )}
        </td>
        <td>
          {t(subjectWords(records, entry.record))}
          <code className="audit-id">{entry.row}</code>
        </td>
        <td>{unit ? t(unit.name) : entry.unit}</td>
        <td className="audit-summary">{summary}</td>
        <td className="number">{entry.seal ?? <span className="quiet">{t(words.open)}</span>}</td>
      </tr>
      {isOpen && (
        <tr id={id}>
          <td colSpan={heads.length}>
            <Details entry={entry} />
          </td>
        </tr>
      )}
    </Fragment>
  )
}

/** Events as a table; a row opens to everything the ledger keeps of it. */
export function AuditTable({ entries }: { readonly entries: readonly AuditEntry[] }) {
  const { t } = useLanguage()
  return (
    <table className="audit-table">
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head.zh} scope="col" className={head === words.seal ? 'number' : undefined}>
              {t(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <Row key={entry.id} entry={entry} />
        ))}
      </tbody>
    </table>
  )
}
