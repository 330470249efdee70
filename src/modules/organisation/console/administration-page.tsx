import { Alert, App, Button, Dropdown } from 'antd'
import { useState } from 'react'
import { instantWords } from '#engine/calendar/instant-words'
import type { ListReply, ReplyRow, Titles } from '#engine/records/reply'
import { text, type Text } from '#engine/result/result'
import { wordsOf } from '#console/api/api-problem'
import { useLanguage } from '#console/language/language'
import { GoLink } from '#console/router/go'
import { Confirm } from '#console/ui/confirm'
import { EmptyState } from '#console/ui/empty-state'
import { PageHeader } from '#console/ui/page-header'
import { Panel } from '#console/ui/panel'
import { SampleMark } from '#console/ui/sample-mark'
import { StateTag } from '#console/ui/state-mark'
import { type AccessKind, accessKinds, fieldsOfKind } from '../domain/access-request'
import { accessRequest } from '../records/access-request'
import { roleLabels } from '#glossary/role-labels'
import { useDecide, useMayAsk, useRequests } from './access-queries'
import { AccessRequestDialog } from './access-request-dialog'
import { titled, today } from './post-term'
import { Waiting } from './waiting'
import './organisation.css'

const words = {
  title: text('授权管理', 'Accounts and rights'),
  about: text(
    '系统管理员申请，安全管理员批准，审计管理员查阅；批准之前什么也不改变',
    'The system administrator asks, the security administrator grants, the audit administrator reads; nothing changes before',
  ),
  open: text('待审批', 'To be decided'),
  past: text('已办理', 'Decided'),
  noneOpen: text('没有待审批的申请', 'Nothing waits for a decision'),
  nonePast: text('还没有办理过申请', 'Nothing has been decided yet'),
  ask: text('新申请', 'New request'),
  all: text('全部申请', 'All requests'),
  done: text('已办理', 'Done'),
  why: text('理由', 'Why'),
}
const askedWords = (name: string, at: string) => text(`${name} 于 ${at} 申请`, `asked by ${name}, ${at}`)
const decidedWords = (name: string, at: string) => text(`${name} 于 ${at} 审批`, `decided by ${name}, ${at}`)

const asText = (value: unknown) => (typeof value === 'string' ? value : '')

/** The request in one line, in the language of whoever reads it; the stored line is the ledger's. */
function subjectWords(row: ReplyRow, titles: Titles): Text {
  const kind = accessKinds[row.kind as AccessKind]
  const named = (type: string, id: unknown) => (typeof id === 'string' ? titled(titles, type, id) : undefined)
  const given = (zh: unknown, en: unknown) =>
    asText(zh) ? text(asText(zh), asText(en) || asText(zh)) : undefined
  const account = asText(row.account)
  const who = given(row.name_zh, row.name_en) ?? named('person', row.person)
  const what =
    given(row.post_zh, row.post_en) ??
    named('post', row.post) ??
    (account ? text(account, account) : undefined)
  const parts = [who, what].filter((part) => part !== undefined)
  return text(
    `${kind.zh}：${parts.map(({ zh }) => zh).join('，')}`,
    `${kind.en}: ${parts.map(({ en }) => en).join(', ')}`,
  )
}

const kinds = Object.keys(accessKinds) as AccessKind[]
/** Requests that begin at a post or an account are made where it is shown. */
const startable: readonly AccessKind[] = ['open_account', 'give_post']

/** One field of a request in words: names for references, labels for choices. */
function valueWords(name: string, value: unknown, titles: Titles): Text {
  const field = accessRequest.fields[name as keyof typeof accessRequest.fields]
  if (field.kind === 'reference') return titled(titles, field.to, asText(value))
  if (name === 'role') return roleLabels[value as keyof typeof roleLabels]
  return text(asText(value), asText(value))
}

function Contents({ row, titles }: { readonly row: ReplyRow; readonly titles: Titles }) {
  const { t } = useLanguage()
  const kind = kinds.find((one) => one === row.kind)
  if (!kind) return null
  const filled = fieldsOfKind(kind).filter((name) => row[name] !== null && row[name] !== undefined)
  return (
    <dl className="request-facts">
      {[...filled, 'why'].map((name) => (
        <div key={name}>
          <dt>{t(accessRequest.fields[name as keyof typeof accessRequest.fields].label)}</dt>
          <dd {...(name.endsWith('_en') && { lang: 'en' })}>{t(valueWords(name, row[name], titles))}</dd>
        </div>
      ))}
    </dl>
  )
}

const actions = accessRequest.lifecycle.actions

/** The decisions open to this person, each with its question and reason. */
function Decisions({ row, subject }: { readonly row: ReplyRow; readonly subject: Text }) {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const decide = useDecide(row)
  const [asking, setAsking] = useState<keyof typeof actions>()
  const open = (Object.keys(actions) as (keyof typeof actions)[]).filter((name) => row.may.includes(name))
  if (open.length === 0) return null
  const action = asking && actions[asking]
  return (
    <div className="move-buttons no-print">
      {open.toReversed().map((name) => (
        <Button
          key={name}
          size="small"
          type={name === 'grant' ? 'primary' : 'default'}
          aria-label={`${t(actions[name].label)}：${t(subject)}`}
          onClick={() => setAsking(name)}
        >
          {t(actions[name].label)}
        </Button>
      ))}
      {action && asking && (
        <Confirm
          title={text(`${action.label.zh}「${subject.zh}」`, `${action.label.en}: ${subject.en}`)}
          says={action.confirm}
          verb={action.label}
          danger={asking === 'refuse'}
          reason={action.reason}
          busy={decide.isPending}
          onCancel={() => setAsking(undefined)}
          onConfirm={(reason) =>
            decide.mutate(
              { action: asking, reason: reason ?? '' },
              {
                onSuccess: () => {
                  void message.success(t(words.done))
                  setAsking(undefined)
                },
              },
            )
          }
        >
          {decide.error && (
            <Alert
              type="error"
              role="alert"
              className="dialog-alert"
              title={t(wordsOf(decide.error).message)}
              description={t(wordsOf(decide.error).remedy)}
            />
          )}
        </Confirm>
      )}
    </div>
  )
}

const states = accessRequest.lifecycle.states

function RequestLine({ row, titles }: { readonly row: ReplyRow; readonly titles: Titles }) {
  const { t } = useLanguage()
  const state = states[row.state as keyof typeof states]
  const nameOf = (id: unknown) => t(titled(titles, 'person', asText(id)))
  const decided = asText(row.decided_at)
  const subject = subjectWords(row, titles)
  return (
    <li className="request-line">
      <div className="request-head">
        <GoLink to={`/records/access-request/${encodeURIComponent(row.id)}`}>{t(subject)}</GoLink>
        {row.sample && <SampleMark />}
        <StateTag label={state.label} tone={state.tone} />
      </div>
      <Contents row={row} titles={titles} />
      <p className="quiet">
        {t(titled(titles, 'unit', row.unit_id))}
        {' · '}
        {t(askedWords(nameOf(row.asked_by), instantWords(row.created_at)))}
        {decided && ` · ${t(decidedWords(nameOf(row.decided_by), instantWords(decided)))}`}
        {row.decision ? ` · ${asText(row.decision)}` : ''}
      </p>
      <Decisions row={row} subject={subject} />
    </li>
  )
}

interface RequestListProps {
  readonly title: Text
  readonly none: Text
  readonly reply: { readonly data?: ListReply | undefined; readonly error: Error | null }
}

function RequestList({ title, none, reply }: RequestListProps) {
  const { t } = useLanguage()
  const { data, error } = reply
  return (
    <Panel title={`${t(title)}${data ? `（${data.total ?? data.rows.length}）` : ''}`}>
      {!data && <Waiting error={error} rows={3} />}
      {data?.rows.length === 0 && <EmptyState why={none} />}
      {data && data.rows.length > 0 && (
        <ul className="request-list">
          {data.rows.map((row) => (
            <RequestLine key={row.id} row={row} titles={data.titles} />
          ))}
        </ul>
      )}
    </Panel>
  )
}

function NewRequest() {
  const { t } = useLanguage()
  const [kind, setKind] = useState<AccessKind>()
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: startable.map((name) => ({
            key: name,
            label: t(accessKinds[name]),
            onClick: () => setKind(name),
          })),
        }}
      >
        <Button type="primary" aria-haspopup="menu">
          {t(words.ask)}
        </Button>
      </Dropdown>
      {kind && (
        <AccessRequestDialog
          kind={kind}
          begins={kind === 'give_post' ? { starts_on: today() } : {}}
          onClose={() => setKind(undefined)}
        />
      )}
    </>
  )
}

/** The desk of the administrators: what waits for a decision first, then what was decided. */
export function AdministrationPage() {
  const { t } = useLanguage()
  const mayAsk = useMayAsk()
  const open = useRequests({ state: 'asked', sort: 'created_at' })
  const past = useRequests({ 'state.ne': 'asked', sort: '-decided_at,-updated_at', size: '30' })
  return (
    <>
      <PageHeader
        title={words.title}
        about={t(words.about)}
        actions={
          <>
            <GoLink to="/records/access-request" className="page-action-link">
              {t(words.all)}
            </GoLink>
            {mayAsk && <NewRequest />}
          </>
        }
      />
      <div className="panel-stack">
        <RequestList title={words.open} none={words.noneOpen} reply={open} />
        <RequestList title={words.past} none={words.nonePast} reply={past} />
      </div>
    </>
  )
}
