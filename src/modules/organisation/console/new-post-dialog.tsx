import { Alert, App, Modal } from 'antd'
import { useId, useState } from 'react'
import type { Titles } from '#engine/records/reply'
import { may } from '#engine/records/rights'
import { text } from '#engine/result/result'
import { ApiProblem, wordsOf } from '#console/api/api-problem'
import { useSession } from '#console/api/session'
import { useLanguage } from '#console/language/language'
import { FormField } from '#console/records/form-field'
import { post } from '../records/post'
import { useAddPost, useTitlesWith } from './organisation-queries'
import { today } from './post-term'

const words = {
  title: text('新建岗位', 'New post'),
  verb: text('新建', 'Create'),
  cancel: text('取消', 'Cancel'),
  done: text('岗位已建立', 'The post is there'),
  unit: text('单位', 'Unit'),
}

const unitField = { kind: 'reference', to: 'unit', label: words.unit, required: true } as const
const asked = ['name_zh', 'name_en', 'role', 'person', 'organ', 'starts_on', 'ends_on'] as const

interface NewPostDialogProps {
  /** The unit or the person it begins with. */
  readonly unit?: string
  readonly person?: string
  /** Names of what it begins with. */
  readonly titles?: Titles
  readonly onClose: () => void
}

/** A new post in a unit, or one more for a person. */
export function NewPostDialog({ unit, person, titles = {}, onClose }: NewPostDialogProps) {
  const { t } = useLanguage()
  const session = useSession()
  const { message } = App.useApp()
  const id = useId()
  const [values, setValues] = useState<Readonly<Record<string, unknown>>>({
    unit_id: unit ?? null,
    person: person ?? null,
    starts_on: today(),
  })
  const chosen = typeof values.person === 'string' ? values.person : null
  const named = useTitlesWith(titles, chosen)
  const add = useAddPost()
  const refused = add.error instanceof ApiProblem ? add.error.reply.problems : undefined
  const problemOf = (name: string) => refused?.find((problem) => problem.field === name)
  const set = (name: string) => (value: unknown) => setValues({ ...values, [name]: value })
  const units = session.units
    .map((one) => one.code)
    .filter((code) => may(session, post, { verb: 'create', row: { unit_id: code } }))
  const send = () => {
    const given = Object.entries(values).filter(([, value]) => value !== null && value !== '')
    add.mutate(Object.fromEntries(given), {
      onSuccess: () => {
        void message.success(t(words.done))
        onClose()
      },
    })
  }
  return (
    <Modal
      open
      title={t(words.title)}
      okText={t(words.verb)}
      cancelText={t(words.cancel)}
      okButtonProps={{ loading: add.isPending }}
      onOk={send}
      onCancel={onClose}
    >
      {add.error && !refused && (
        <Alert
          type="error"
          role="alert"
          className="dialog-alert"
          title={t(wordsOf(add.error).message)}
          description={t(wordsOf(add.error).remedy)}
        />
      )}
      <FormField
        id={`${id}-unit_id`}
        field={unitField}
        value={values.unit_id}
        units={units}
        problem={problemOf('unit_id')}
        onChange={set('unit_id')}
      />
      {asked.map((name) => (
        <FormField
          key={name}
          id={`${id}-${name}`}
          field={post.fields[name]}
          value={values[name]}
          titles={named}
          problem={problemOf(name)}
          onChange={set(name)}
        />
      ))}
    </Modal>
  )
}
