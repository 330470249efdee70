import { Alert, App } from 'antd'
import { useId, useState } from 'react'
import { text } from '#engine/result/result'
import { ApiProblem, wordsOf } from '#console/api/api-problem'
import { useLanguage } from '#console/language/language'
import { FormField } from '#console/records/form-field'
import { Confirm } from '#console/ui/confirm'
import { useEndPost } from './organisation-queries'
import { dayTyped, nameOfPost, type PostRow, today } from './post-term'

const words = {
  verb: text('结束任职', 'End the post'),
  says: text(
    '最后一天之后，这个岗位给的权限随之收回；岗位记录保留。需要有人接任时，请用“交接”。',
    'After the last day the rights of this post are gone; its record stays. Where somebody takes over, hand it over instead.',
  ),
  day: text('最后一天', 'Last day'),
  missing: text('请填写日期', 'Give the day'),
  mend: text('如 2026-12-31', 'such as 2026-12-31'),
  done: text('任职已结束', 'The post has an end'),
}
const titleWords = (name: string) => text(`结束「${name}」`, `End ${name}`)
const dayField = { kind: 'date', label: words.day, required: true } as const

/** Ends a person's post on a day; nobody takes over. */
export function EndPostDialog({ post, onClose }: { readonly post: PostRow; readonly onClose: () => void }) {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const id = useId()
  const [typed, setTyped] = useState<unknown>(today())
  const [late, setLate] = useState(false)
  const end = useEndPost(post)
  const day = dayTyped(typed)
  const refused = end.error instanceof ApiProblem ? end.error.reply.problems?.[0] : undefined
  const missing =
    late && !day
      ? { field: 'ends_on', code: 'required' as const, value: '', says: words.missing, mend: words.mend }
      : undefined
  const confirm = () => {
    setLate(true)
    if (!day) return
    end.mutate(day, {
      onSuccess: () => {
        void message.success(t(words.done))
        onClose()
      },
    })
  }
  return (
    <Confirm
      title={titleWords(t(nameOfPost(post)))}
      says={words.says}
      verb={words.verb}
      danger
      busy={end.isPending}
      onConfirm={confirm}
      onCancel={onClose}
    >
      {end.error && !refused && (
        <Alert
          type="error"
          role="alert"
          className="dialog-alert"
          title={t(wordsOf(end.error).message)}
          description={t(wordsOf(end.error).remedy)}
        />
      )}
      <div className="dialog-lead" />
      <FormField
        id={`${id}-day`}
        field={dayField}
        value={typed}
        problem={missing ?? refused}
        onChange={setTyped}
      />
    </Confirm>
  )
}
