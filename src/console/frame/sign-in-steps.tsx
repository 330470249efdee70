import { useQuery } from '@tanstack/react-query'
import { Alert, Input } from 'antd'
import { useId, useState } from 'react'
import { encode } from 'uqr'
import type { EnrolmentReply } from '#engine/records/session'
import { text } from '#engine/result/result'
import { ApiProblem, wordsOf } from '#console/api/api-problem'
import { request } from '#console/api/request'
import { useLanguage } from '#console/language/language'
import './sign-in.css'

const words = {
  code: text('验证码或恢复码', 'Code, or a recovery code'),
  fresh: text('新密码', 'New password'),
  freshHelp: text(
    '大写字母、小写字母、数字、符号中至少三种，不含账号名和姓名',
    'Three of: capitals, small letters, digits, signs; without account or name',
  ),
  scan: text(
    '用身份验证器（如手机上的验证器应用）扫码，再输入其六位验证码',
    'Scan with an authenticator app, then enter its six digits',
  ),
  picture: text('二次验证二维码', 'Second factor as a QR code'),
  typed: text('无法扫码时手工输入密钥：', 'Or type this key: '),
}

/** A QR code drawn here, as one path: the secret goes to no other server. */
export function QrPicture({ content, label }: { readonly content: string; readonly label: string }) {
  const { data, size } = encode(content)
  const path = data
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('')
  return (
    <svg
      className="qr"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      width={200}
      height={200}
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}

/** The picture to scan, with the key to type beside it. */
export function EnrolmentPicture({ given }: { readonly given: EnrolmentReply }) {
  const { t } = useLanguage()
  return (
    <div className="enrolment">
      <p>{t(words.scan)}</p>
      <QrPicture content={given.address} label={t(words.picture)} />
      <p className="quiet">
        {t(words.typed)}
        <code>{given.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
    </div>
  )
}

export interface Steps {
  readonly code: string
  readonly new_password: string
}

export const noSteps: Steps = { code: '', new_password: '' }

export type Step = 'code' | 'password' | 'enrolment'

const stepOf: Readonly<Record<string, Step>> = {
  second_factor_needed: 'code',
  second_factor_wrong: 'code',
  second_factor_to_enrol: 'enrolment',
  password_change_needed: 'password',
  invalid_input: 'password',
}

/** The password was right and something more is asked for: no mistake of whoever signs in. */
export const isNextStep = (error: Error | null): boolean =>
  error instanceof ApiProblem &&
  ['second_factor_needed', 'second_factor_to_enrol', 'password_change_needed'].includes(error.code)

/** What the server has asked for besides the password, kept while the form is filled. */
export function useSteps(error: Error | null): readonly Step[] {
  const [steps, setSteps] = useState<readonly Step[]>([])
  const step = error instanceof ApiProblem ? stepOf[error.code] : undefined
  if (step && !steps.includes(step)) setSteps([...steps, step])
  return steps
}

interface StepFieldsProps {
  readonly steps: readonly Step[]
  readonly values: Steps
  readonly credentials: { readonly account: string; readonly password: string }
  readonly error: Error | null
  readonly onChange: (values: Steps) => void
}

function Enrolment({ credentials }: Pick<StepFieldsProps, 'credentials'>) {
  const { t } = useLanguage()
  const { data, error } = useQuery({
    queryKey: ['enrolment', credentials.account],
    queryFn: () => request<EnrolmentReply>('session/enrolment', { method: 'POST', body: credentials }),
    retry: false,
    staleTime: Infinity,
    gcTime: 0,
  })
  if (error) return <Alert type="error" role="alert" title={t(wordsOf(error).message)} />
  return data ? <EnrolmentPicture given={data} /> : null
}

/** Code and new password, where they are asked for. */
export function StepFields({ steps, values, credentials, error, onChange }: StepFieldsProps) {
  const { t } = useLanguage()
  const id = useId()
  const problems = error instanceof ApiProblem ? (error.reply.problems ?? []) : []
  return (
    <>
      {steps.includes('enrolment') && <Enrolment credentials={credentials} />}
      {(steps.includes('code') || steps.includes('enrolment')) && (
        <>
          <label htmlFor={`${id}-code`}>{t(words.code)}</label>
          <Input
            id={`${id}-code`}
            size="large"
            autoComplete="one-time-code"
            // It appears because it is asked for: whoever types goes on typing.
            autoFocus
            value={values.code}
            onChange={(event) => onChange({ ...values, code: event.target.value })}
          />
        </>
      )}
      {steps.includes('password') && (
        <>
          <label htmlFor={`${id}-new`}>{t(words.fresh)}</label>
          <Input.Password
            id={`${id}-new`}
            size="large"
            autoComplete="new-password"
            aria-describedby={`${id}-help`}
            value={values.new_password}
            onChange={(event) => onChange({ ...values, new_password: event.target.value })}
          />
          <p id={`${id}-help`} className={problems.length > 0 ? 'field-error' : 'field-help'}>
            {problems.length > 0 ? problems.map((one) => t(one.says)).join('；') : t(words.freshHelp)}
          </p>
        </>
      )}
    </>
  )
}
