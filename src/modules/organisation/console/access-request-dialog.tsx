import { Alert, App, Modal } from 'antd'
import { useId, useState } from 'react'
import type { Field } from '#engine/records/field'
import type { Problem } from '#engine/records/problem'
import type { Titles } from '#engine/records/reply'
import { may } from '#engine/records/rights'
import type { Role } from '#engine/records/role.data'
import { text } from '#engine/result/result'
import { ApiProblem, wordsOf } from '#console/api/api-problem'
import { useSession } from '#console/api/session'
import { useLanguage } from '#console/language/language'
import { FormField } from '#console/records/form-field'
import {
  type AccessKind,
  accessKinds,
  fieldsOfKind,
  neededFields,
  rolesConflict,
  termsOverlap,
} from '../domain/access-request'
import { organisationErrors } from '../contract'
import { accessRequest } from '../records/access-request'
import { useAskAccess } from './access-queries'
import { usePostsOf, useTitlesWith } from './organisation-queries'
import { postRows, today } from './post-term'

const words = {
  verb: text('提交申请', 'Ask'),
  cancel: text('取消', 'Cancel'),
  unit: text('单位', 'Unit'),
  done: text('已提交，待安全管理员审批', 'Asked: the security administrator decides'),
  lead: text(
    '提交后由安全管理员审批；批准之前什么也不会改变。',
    'The security administrator decides; nothing changes before.',
  ),
  handOver: text(
    '原任职人的任期到接任前一天为止；本单位未完成的报表属于单位，由接任人继续办理。批准时，原任职人在岗位范围内经办的未办结事项转给接任人。',
    'The holder’s term ends the day before. Open reports belong to the unit: whoever takes over goes on with them. What the holder has in hand there goes to the new one when this is granted.',
  ),
  endPost: text(
    '最后一天之后，这个岗位给的权限随之收回；岗位记录保留。',
    'After the last day the rights of this post are gone; its record stays.',
  ),
}
const titleWords = (kind: AccessKind, about: string | undefined) =>
  about === undefined
    ? text(`申请${accessKinds[kind].zh}`, `Ask: ${accessKinds[kind].en.toLowerCase()}`)
    : text(`申请${accessKinds[kind].zh}「${about}」`, `Ask: ${accessKinds[kind].en.toLowerCase()} — ${about}`)

const consequences = { hand_over: words.handOver, end_post: words.endPost } as const

type Values = Readonly<Record<string, unknown>>

const fieldNamed = (name: string, needed: boolean): Field =>
  name === 'unit_id'
    ? { kind: 'reference', to: 'unit', label: words.unit, required: true }
    : { ...accessRequest.fields[name as keyof typeof accessRequest.fields], required: needed }

const conflict = (role: Role): Problem => ({
  field: 'role',
  code: 'rule',
  value: role,
  says: organisationErrors.three_administrators.says,
  mend: organisationErrors.three_administrators.mend,
})

/** Told while the form is filled: the chosen person holds a post that stands against the chosen role. */
function useConflict(values: Values): Problem | undefined {
  const person = typeof values.person === 'string' ? values.person : ''
  const { data } = usePostsOf(person)
  const { role, starts_on, ends_on } = values as { role?: Role; starts_on?: string; ends_on?: string }
  if (!person || !role) return undefined
  const term = { starts_on: starts_on ?? today(), ends_on: ends_on ?? null }
  const against = postRows(data?.rows).some(
    (post) => rolesConflict(role, post.role) && termsOverlap(term, post),
  )
  return against ? conflict(role) : undefined
}

interface AccessRequestDialogProps {
  readonly kind: AccessKind
  /** What is known already and not asked again: the post, the person, the unit. */
  readonly given?: Values
  /** Values it begins with, which may be changed. */
  readonly begins?: Values
  /** The post or person it is about, as people call it. */
  readonly about?: string | undefined
  readonly titles?: Titles
  readonly onClose: () => void
}

/** Asks for an account or a post: the fields of that kind, why, and what will stand when it is granted. */
export function AccessRequestDialog(props: AccessRequestDialogProps) {
  const { kind, given = {}, begins = {}, about, titles = {}, onClose } = props
  const { t } = useLanguage()
  const session = useSession()
  const { message } = App.useApp()
  const id = useId()
  const [values, setValues] = useState<Values>(begins)
  const ask = useAskAccess()
  const whole: Values = { kind, ...given, ...values }
  const chosen = typeof values.person === 'string' ? values.person : null
  const named = useTitlesWith(titles, chosen)
  const against = useConflict(whole)
  const refused = ask.error instanceof ApiProblem ? ask.error.reply.problems : undefined
  const needed = new Set(['unit_id', 'why', ...neededFields(whole)])
  const asked = ['unit_id', ...fieldsOfKind(kind), 'why'].filter((name) => !Object.hasOwn(given, name))
  const units = session.units
    .map((one) => one.code)
    .filter((code) => may(session, accessRequest, { verb: 'create', row: { unit_id: code } }))
  const problemOf = (name: string) =>
    (name === 'role' ? against : undefined) ?? refused?.find((problem) => problem.field === name)
  const send = () => {
    const filled = Object.entries(whole).filter(([, value]) => value !== null && value !== '')
    ask.mutate(Object.fromEntries(filled), {
      onSuccess: () => {
        void message.success(t(words.done))
        onClose()
      },
    })
  }
  return (
    <Modal
      open
      title={t(titleWords(kind, about))}
      okText={t(words.verb)}
      cancelText={t(words.cancel)}
      okButtonProps={{ loading: ask.isPending, disabled: against !== undefined }}
      onOk={send}
      onCancel={onClose}
    >
      <p className="quiet dialog-lead">{t(words.lead)}</p>
      {ask.error && !refused && (
        <Alert
          type="error"
          role="alert"
          className="dialog-alert"
          title={t(wordsOf(ask.error).message)}
          description={t(wordsOf(ask.error).remedy)}
        />
      )}
      {asked.map((name) => (
        <FormField
          key={name}
          id={`${id}-${name}`}
          field={fieldNamed(name, needed.has(name))}
          value={values[name]}
          titles={named}
          {...(name === 'unit_id' && { units })}
          problem={problemOf(name)}
          onChange={(value: unknown) => setValues({ ...values, [name]: value })}
        />
      ))}
      {kind in consequences && (
        <p className="consequences">{t(consequences[kind as keyof typeof consequences])}</p>
      )}
    </Modal>
  )
}
