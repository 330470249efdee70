import { Alert, App, Modal } from 'antd'
import { useId, useState } from 'react'
import { addDays, type PlainDate } from '#engine/period/plain-date'
import type { Titles } from '#engine/records/reply'
import { text } from '#engine/result/result'
import { ApiProblem, wordsOf } from '#console/api/api-problem'
import { useSession } from '#console/api/session'
import { unitPath } from '#console/frame/unit-tree'
import { useLanguage } from '#console/language/language'
import { FormField } from '#console/records/form-field'
import { useHandover, useTitlesWith } from './organisation-queries'
import { dayTyped, nameOfPost, type PostRow, titled, today } from './post-term'

const words = {
  to: text('接任人', 'Who takes over'),
  on: text('接任日期', 'First day'),
  help: text('原任职人的任期到前一天为止', 'The holder’s term ends the day before'),
  verb: text('交接岗位', 'Hand over'),
  cancel: text('取消', 'Cancel'),
  preview: text('交接之后', 'Afterwards'),
  reports: text(
    '本单位未完成的报表属于单位，不随人转移，由接任人继续办理。',
    'Open reports belong to the unit: they stay, and whoever takes over goes on with them.',
  ),
  rights: text('岗位的权限从接任日起归接任人。', 'The post’s rights pass on the first day.'),
  done: text('岗位已交接', 'The post has been handed over'),
  changed: text(
    '他人刚修改了这个岗位，请关闭后查看再交接。',
    'Somebody has just changed this post: close, look, and hand it over again.',
  ),
}
const titleWords = (name: string) => text(`交接「${name}」`, `Hand over: ${name}`)
const endsWords = (name: string, day: string) => text(`${name}：任期到 ${day} 止`, `${name}: until ${day}`)
const startsWords = (name: string, day: string, until: string | null) =>
  until === null
    ? text(`${name}：自 ${day} 起任职`, `${name}: from ${day}`)
    : text(`${name}：自 ${day} 至 ${until} 任职`, `${name}: from ${day} to ${until}`)

const toField = { kind: 'reference', to: 'person', label: words.to, required: true } as const
const onField = { kind: 'date', label: words.on, required: true, help: words.help } as const

interface HandoverDialogProps {
  readonly post: PostRow
  readonly titles: Titles
  readonly onClose: () => void
}

interface AfterwardsProps {
  readonly post: PostRow
  readonly titles: Titles
  readonly to: string | null
  readonly on: PlainDate | undefined
}

/** What will stand, before it is done. */
function Afterwards({ post, titles, to, on }: AfterwardsProps) {
  const { t } = useLanguage()
  const taker = to ? t(titled(titles, 'person', to)) : t(words.to)
  return (
    <div className="consequences" aria-live="polite">
      <h3>{t(words.preview)}</h3>
      {on && (
        <>
          <p>{t(endsWords(t(titled(titles, 'person', post.person)), addDays(on, -1)))}</p>
          <p>{t(startsWords(taker, on, post.ends_on))}</p>
        </>
      )}
      <p>{t(words.rights)}</p>
      <p>{t(words.reports)}</p>
    </div>
  )
}

/** Who takes over and when, with what will stand afterwards written out before it is done. */
export function HandoverDialog({ post, titles, onClose }: HandoverDialogProps) {
  const { t } = useLanguage()
  const { units } = useSession()
  const { message } = App.useApp()
  const id = useId()
  const [to, setTo] = useState<string | null>(null)
  const [typed, setTyped] = useState<unknown>(today())
  const handover = useHandover(post)
  const on = dayTyped(typed)
  const named = useTitlesWith(titles, to)
  const refused = handover.error instanceof ApiProblem ? handover.error : undefined
  const problemOf = (field: string) => refused?.reply.problems?.find((problem) => problem.field === field)
  const send = () =>
    to &&
    on &&
    handover.mutate(
      { to, on },
      {
        onSuccess: () => {
          void message.success(t(words.done))
          onClose()
        },
      },
    )
  const path = unitPath(units, post.unit_id).map((unit) => t(unit.name))
  return (
    <Modal
      open
      title={t(titleWords(t(nameOfPost(post))))}
      okText={t(words.verb)}
      cancelText={t(words.cancel)}
      okButtonProps={{ loading: handover.isPending, disabled: !to || !on }}
      onOk={send}
      onCancel={onClose}
    >
      <p className="quiet dialog-lead">{path.join(' / ')}</p>
      {handover.error && (
        <Alert
          type="error"
          role="alert"
          className="dialog-alert"
          title={t(wordsOf(handover.error).message)}
          description={t(
            refused?.code === 'version_conflict' ? words.changed : wordsOf(handover.error).remedy,
          )}
        />
      )}
      <FormField
        id={`${id}-to`}
        field={toField}
        value={to}
        titles={named}
        problem={problemOf('to')}
        onChange={(value) => setTo(value as string | null)}
      />
      <FormField
        id={`${id}-on`}
        field={onField}
        value={typed}
        problem={problemOf('on')}
        onChange={setTyped}
      />
      <Afterwards post={post} titles={named} to={to} on={on} />
    </Modal>
  )
}
