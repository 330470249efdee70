import { useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState, type FormEvent } from 'react'
import { instantWords } from '#engine/calendar/instant-words'
import type { OwnAccount, SessionEntry } from '#engine/records/session'
import { text } from '#engine/result/result'
import { request } from '#console/api/request'
import { useLanguage } from '#console/language/language'
import { PageHeader } from '#console/ui/page-header'
import { Panel } from '#console/ui/panel'
import { accountKey, Refusal, SecretField, useDeed } from './own-form'
import { SecondFactorPanel } from './second-factor-panel'
import { SessionTable } from './session-table'
import { Waiting } from './waiting'
import './organisation.css'

const words = {
  title: text('我的账号', 'My account'),
  sessions: text('我的登录', 'My sessions'),
  endOthers: text('结束其他全部登录', 'End all others'),
  ended: text('已结束', 'Ended'),
  password: text('密码', 'Password'),
  now: text('当前密码', 'Present password'),
  fresh: text('新密码', 'New password'),
  change: text('修改密码', 'Change the password'),
  changed: text('密码已修改，其他登录已结束', 'Changed; other sessions have ended'),
}
const ageWords = (at: string, due: string | null) =>
  due === null
    ? text(`上次修改：${instantWords(at)}`, `Changed ${instantWords(at)}`)
    : text(
        `上次修改：${instantWords(at)}，须在 ${instantWords(due)} 前再次修改`,
        `Changed ${instantWords(at)}; to be changed by ${instantWords(due)}`,
      )

function Sessions() {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const { data, error } = useQuery({
    queryKey: [...accountKey, 'sessions'],
    queryFn: ({ signal }) => request<{ sessions: readonly SessionEntry[] }>('session/list', { signal }),
  })
  const one = useDeed('list', 'DELETE')
  const others = useDeed('list/end-others')
  const done = { onSuccess: () => void message.success(t(words.ended)) }
  if (!data) return <Waiting error={error} rows={3} />
  return (
    <Panel
      title={t(words.sessions)}
      extra={
        <Button size="small" disabled={data.sessions.length < 2} onClick={() => others.mutate({}, done)}>
          {t(words.endOthers)}
        </Button>
      }
    >
      <SessionTable
        sessions={data.sessions}
        busy={one.isPending}
        onEnd={(session) => one.mutate({ below: session.id }, done)}
      />
    </Panel>
  )
}

function Password({ own }: { readonly own: OwnAccount }) {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const [password, setPassword] = useState('')
  const [fresh, setFresh] = useState('')
  const change = useDeed<undefined>('password')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    change.mutate(
      { body: { password, new_password: fresh } },
      {
        onSuccess: () => {
          void message.success(t(words.changed))
          setPassword('')
          setFresh('')
        },
      },
    )
  }
  return (
    <Panel title={t(words.password)}>
      <form className="own-form" onSubmit={submit}>
        <p className="quiet">{t(ageWords(own.password.changed_at, own.password.due_at))}</p>
        <Refusal error={change.error} />
        <SecretField label={words.now} value={password} complete="current-password" onChange={setPassword} />
        <SecretField label={words.fresh} value={fresh} complete="new-password" onChange={setFresh} />
        <Button htmlType="submit" disabled={!password || !fresh} loading={change.isPending}>
          {t(words.change)}
        </Button>
      </form>
    </Panel>
  )
}

/** One's own account: where one is signed in, password, second factor. */
export function MyAccountPage() {
  const { data, error } = useQuery({
    queryKey: [...accountKey, 'account'],
    queryFn: ({ signal }) => request<OwnAccount>('session/account', { signal }),
  })
  if (!data) return <Waiting error={error} />
  return (
    <>
      <PageHeader title={words.title} about={<code>{data.account}</code>} />
      <div className="panel-stack">
        <Sessions />
        <Password own={data} />
        <SecondFactorPanel own={data} />
      </div>
    </>
  )
}
