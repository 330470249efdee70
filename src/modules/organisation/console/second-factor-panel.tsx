import { Button } from 'antd'
import { useState, type FormEvent } from 'react'
import { instantWords } from '#engine/calendar/instant-words'
import type { EnrolmentReply, OwnAccount, RecoveryReply } from '#engine/records/session'
import { text } from '#engine/result/result'
import { RecoveryCodes } from '#console/frame/recovery-codes'
import { EnrolmentPicture } from '#console/frame/sign-in-steps'
import { useLanguage } from '#console/language/language'
import { Panel } from '#console/ui/panel'
import { Refusal, SecretField, useDeed } from './own-form'

const words = {
  factor: text('二次验证', 'Second factor'),
  now: text('当前密码', 'Present password'),
  code: text('验证码', 'Code'),
  codeOrRecovery: text('验证码或恢复码', 'Code, or a recovery code'),
  setUp: text('启用二次验证', 'Set up a second factor'),
  renew: text('更换手机', 'Set it up anew'),
  off: text('停用', 'Put it away'),
  confirm: text('确认启用', 'Put it to use'),
  later: text('取消', 'Cancel'),
  none: text('未启用：仅凭密码登录', 'Not in use: the password alone signs in'),
  required: text('您的岗位须启用', 'Your post needs it'),
  renewHelp: text('更换手机须同时输入密码', 'To set it up anew the password is needed as well'),
}
const sinceWords = (at: string, left: number) =>
  text(
    `自 ${instantWords(at)} 启用，剩余恢复码 ${left} 个`,
    `In use since ${instantWords(at)}; ${left} recovery codes left`,
  )

interface ConfirmingProps {
  readonly begun: EnrolmentReply
  readonly onDone: (codes: readonly string[]) => void
  readonly onLeave: () => void
}

/** The picture, and the first code that puts it to use. */
function Confirming({ begun, onDone, onLeave }: ConfirmingProps) {
  const { t } = useLanguage()
  const [code, setCode] = useState('')
  const confirm = useDeed<RecoveryReply>('second-factor/confirm')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    confirm.mutate({ body: { code } }, { onSuccess: ({ recovery_codes }) => onDone(recovery_codes) })
  }
  return (
    <form className="own-form" onSubmit={submit}>
      <EnrolmentPicture given={begun} />
      <Refusal error={confirm.error} />
      <SecretField label={words.code} value={code} complete="one-time-code" onChange={setCode} />
      <div className="own-buttons">
        <Button type="primary" htmlType="submit" disabled={!code} loading={confirm.isPending}>
          {t(words.confirm)}
        </Button>
        <Button onClick={onLeave}>{t(words.later)}</Button>
      </div>
    </form>
  )
}

interface BeginningProps {
  readonly own: OwnAccount
  readonly onBegun: (begun: EnrolmentReply) => void
}

/** Sets up the first second factor of an account, by password. */
function Beginning({ onBegun }: Pick<BeginningProps, 'onBegun'>) {
  const { t } = useLanguage()
  const [password, setPassword] = useState('')
  const begin = useDeed<EnrolmentReply>('second-factor')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    begin.mutate({ body: { password } }, { onSuccess: onBegun })
  }
  return (
    <form className="own-form" onSubmit={submit}>
      <Refusal error={begin.error} />
      <SecretField label={words.now} value={password} complete="current-password" onChange={setPassword} />
      <Button htmlType="submit" disabled={!password} loading={begin.isPending}>
        {t(words.setUp)}
      </Button>
    </form>
  )
}

/** Puts the second factor away by a code, or another in its place by code and password. */
function Keeping({ own, onBegun }: BeginningProps) {
  const { t } = useLanguage()
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const begin = useDeed<EnrolmentReply>('second-factor')
  const off = useDeed<undefined>('second-factor/off')
  const renew = (event: FormEvent) => {
    event.preventDefault()
    off.reset()
    begin.mutate({ body: { password, code } }, { onSuccess: onBegun })
  }
  const putAway = () => {
    begin.reset()
    off.mutate({ body: { code } })
  }
  return (
    <form className="own-form" onSubmit={renew}>
      <Refusal error={begin.error ?? off.error} />
      <SecretField label={words.codeOrRecovery} value={code} complete="one-time-code" onChange={setCode} />
      <SecretField label={words.now} value={password} complete="current-password" onChange={setPassword} />
      <p className="quiet">{t(words.renewHelp)}</p>
      <div className="own-buttons">
        <Button htmlType="submit" disabled={!password || !code} loading={begin.isPending}>
          {t(words.renew)}
        </Button>
        {!own.second_factor.required && (
          <Button danger disabled={!code} loading={off.isPending} onClick={putAway}>
            {t(words.off)}
          </Button>
        )}
      </div>
    </form>
  )
}

/** The second factor of one's own account: set up, set up anew, put away. */
export function SecondFactorPanel({ own }: { readonly own: OwnAccount }) {
  const { t } = useLanguage()
  const { since, required, recovery_left } = own.second_factor
  const [begun, setBegun] = useState<EnrolmentReply>()
  const [codes, setCodes] = useState<readonly string[]>()
  const done = (given: readonly string[]) => {
    setBegun(undefined)
    setCodes(given)
  }
  const Start = since === null ? Beginning : Keeping
  return (
    <Panel title={t(words.factor)}>
      <p className="quiet own-state">
        {t(since === null ? words.none : sinceWords(since, recovery_left))}
        {required && ` · ${t(words.required)}`}
      </p>
      {begun ? (
        <Confirming begun={begun} onDone={done} onLeave={() => setBegun(undefined)} />
      ) : (
        <Start own={own} onBegun={setBegun} />
      )}
      {codes && <RecoveryCodes codes={codes} onClose={() => setCodes(undefined)} />}
    </Panel>
  )
}
