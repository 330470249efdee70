import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Input } from 'antd'
import { useId, useState, type FormEvent } from 'react'
import { instantWords } from '#engine/calendar/instant-words'
import type { EnrolmentReply, OwnAccount, RecoveryReply, SessionEntry } from '#engine/records/session'
import { text, type Text } from '#engine/result/result'
import { ApiProblem, wordsOf } from '#console/api/api-problem'
import { request } from '#console/api/request'
import { RecoveryCodes } from '#console/frame/recovery-codes'
import { EnrolmentPicture } from '#console/frame/sign-in-steps'
import { useLanguage } from '#console/language/language'
import { PageHeader } from '#console/ui/page-header'
import { Panel } from '#console/ui/panel'
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
  factor: text('二次验证', 'Second factor'),
  setUp: text('启用二次验证', 'Set up a second factor'),
  renew: text('更换手机', 'Set it up anew'),
  off: text('停用', 'Put it away'),
  code: text('验证码', 'Code'),
  confirm: text('确认启用', 'Put it to use'),
  none: text('未启用：仅凭密码登录', 'Not in use: the password alone signs in'),
  required: text('您的岗位须启用', 'Your post needs it'),
}
const sinceWords = (at: string, left: number) =>
  text(
    `自 ${instantWords(at)} 启用，剩余恢复码 ${left} 个`,
    `In use since ${instantWords(at)}; ${left} recovery codes left`,
  )
const ageWords = (at: string, due: string | null) =>
  due === null
    ? text(`上次修改：${instantWords(at)}`, `Changed ${instantWords(at)}`)
    : text(
        `上次修改：${instantWords(at)}，须在 ${instantWords(due)} 前再次修改`,
        `Changed ${instantWords(at)}; to be changed by ${instantWords(due)}`,
      )

const accountKey = ['own-account']

function useDeed<Reply>(path: string, method: 'POST' | 'DELETE' = 'POST') {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (given: { body?: Readonly<Record<string, string>>; below?: string }) =>
      request<Reply>(`session/${path}${given.below ? `/${given.below}` : ''}`, {
        method,
        ...(method === 'POST' && { body: given.body ?? {} }),
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: accountKey }),
  })
}

function Refusal({ error }: { readonly error: Error | null }) {
  const { t } = useLanguage()
  if (!error) return null
  const problems = error instanceof ApiProblem ? (error.reply.problems ?? []) : []
  const says = problems.length > 0 ? problems.map((one) => t(one.says)).join('；') : t(wordsOf(error).remedy)
  return <Alert type="error" role="alert" title={t(wordsOf(error).message)} description={says} />
}

interface SecretFieldProps {
  readonly label: Text
  readonly value: string
  readonly complete: string
  readonly onChange: (value: string) => void
}

function SecretField({ label, value, complete, onChange }: SecretFieldProps) {
  const { t } = useLanguage()
  const id = useId()
  const Field = complete === 'one-time-code' ? Input : Input.Password
  return (
    <div className="form-field">
      <label htmlFor={id}>{t(label)}</label>
      <Field
        id={id}
        autoComplete={complete}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}

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

interface ConfirmingProps {
  readonly begun: EnrolmentReply
  readonly onDone: (codes: readonly string[]) => void
}

/** The picture, and the first code that puts it to use. */
function Confirming({ begun, onDone }: ConfirmingProps) {
  const { t } = useLanguage()
  const [code, setCode] = useState('')
  const confirm = useDeed<RecoveryReply>('second-factor/confirm')
  return (
    <>
      <Refusal error={confirm.error} />
      <EnrolmentPicture given={begun} />
      <SecretField label={words.code} value={code} complete="one-time-code" onChange={setCode} />
      <Button
        type="primary"
        disabled={!code}
        onClick={() =>
          confirm.mutate({ body: { code } }, { onSuccess: ({ recovery_codes }) => onDone(recovery_codes) })
        }
      >
        {t(words.confirm)}
      </Button>
    </>
  )
}

interface BeginningProps {
  readonly own: OwnAccount
  readonly onBegun: (begun: EnrolmentReply) => void
}

/** Sets a second factor up or anew, by password (and code, where there is one), or puts it away by a code. */
function Beginning({ own, onBegun }: BeginningProps) {
  const { t } = useLanguage()
  const { since, required } = own.second_factor
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const begin = useDeed<EnrolmentReply>('second-factor')
  const off = useDeed<undefined>('second-factor/off')
  return (
    <>
      <Refusal error={begin.error ?? off.error} />
      <SecretField label={words.now} value={password} complete="current-password" onChange={setPassword} />
      {since !== null && (
        <SecretField label={words.code} value={code} complete="one-time-code" onChange={setCode} />
      )}
      <Button
        disabled={!password}
        onClick={() => begin.mutate({ body: { password, code } }, { onSuccess: onBegun })}
      >
        {t(since === null ? words.setUp : words.renew)}
      </Button>
      {since !== null && !required && (
        <Button danger disabled={!code} onClick={() => off.mutate({ body: { code } })}>
          {t(words.off)}
        </Button>
      )}
    </>
  )
}

function SecondFactor({ own }: { readonly own: OwnAccount }) {
  const { t } = useLanguage()
  const { since, required, recovery_left } = own.second_factor
  const [begun, setBegun] = useState<EnrolmentReply>()
  const [codes, setCodes] = useState<readonly string[]>()
  const done = (given: readonly string[]) => {
    setBegun(undefined)
    setCodes(given)
  }
  return (
    <Panel title={t(words.factor)}>
      <div className="own-form">
        <p className="quiet">
          {t(since === null ? words.none : sinceWords(since, recovery_left))}
          {required && ` · ${t(words.required)}`}
        </p>
        {begun ? <Confirming begun={begun} onDone={done} /> : <Beginning own={own} onBegun={setBegun} />}
      </div>
      {codes && <RecoveryCodes codes={codes} onClose={() => setCodes(undefined)} />}
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
        <SecondFactor own={data} />
      </div>
    </>
  )
}
