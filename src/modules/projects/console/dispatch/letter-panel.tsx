import { DownloadOutlined } from '@ant-design/icons'
import { App, Button, Modal } from 'antd'
import { useState } from 'react'
import { addDays, isPlainDate } from '#engine/period/plain-date'
import type { Problem } from '#engine/records/problem'
import { may } from '#engine/records/rights'
import type { ReplyRow } from '#engine/records/reply'
import { text, type Text } from '#engine/result/result'
import { ApiProblem, wordsOf } from '#console/api/api-problem'
import { recordClient } from '#console/api/record-client'
import { useSession } from '#console/api/session'
import { useLanguage } from '#console/language/language'
import { FormFields } from '#console/records/form-fields'
import { useRecordList } from '#console/records/record-queries'
import { GoLink, useGo } from '#console/router/go'
import { Panel } from '#console/ui/panel'
import { StateTag } from '#console/ui/state-mark'
import { letterDue, letterRefusal, type PressedBlocker } from '../../domain/dispatch/letter-step'
import { letter, letterKinds, type LetterKind } from '../../records/letter'
import { letterAddress, useDispatchChange } from './dispatch-queries'
import { dispatchWords } from './dispatch-words'
import './dispatch.css'

const words = {
  title: text('函件', 'Letters'),
  cancel: text('取消', 'Cancel'),
  write: text('拟稿', 'Draft it'),
  unnumbered: text('未编号（签发时编号）', 'Not numbered until it is issued'),
  issue: text('去签发', 'Go on to issue it'),
}
const writeTitle = (kind: LetterKind) =>
  text(`拟${letterKinds[kind].zh}`, `Draft: ${letterKinds[kind].en.toLowerCase()}`)

const asks: Readonly<Record<LetterKind, Text>> = {
  assignment: text(
    '现将该事项交由你单位牵头办理。请明确责任人和办理措施，按期办结。',
    'You are asked to take charge of this matter, to name who is responsible and to settle it in time.',
  ),
  reminder: text(
    '该事项办理时限将至。请倒排时间，确保按期办结；确有困难的，请书面说明。',
    'The limit of this matter is near. Please settle it in time, or explain in writing what stands in the way.',
  ),
  supervision: text(
    '该事项已逾期，影响项目节点。请主要负责人亲自督办，五个工作日内提出解决办法并报送进展。',
    'This matter is overdue and delays the project. Please name a solution within five working days.',
  ),
}

const fields = ['organ', 'subject', 'asked', 'answer_by'] as const

interface DraftProps {
  readonly blocker: ReplyRow
  readonly kind: LetterKind
  readonly today: string
  readonly onClose: () => void
}

/** A letter drafted from its blocker: everything is filled in and may be changed before it is kept. */
function DraftDialog({ blocker, kind, today, onClose }: DraftProps) {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const go = useGo()
  const [values, setValues] = useState<Readonly<Record<string, unknown>>>({
    organ: blocker.organ ?? null,
    subject: blocker.subject,
    asked: t(asks[kind]),
    answer_by: isPlainDate(today) ? addDays(today, kind === 'assignment' ? 14 : 7) : null,
  })
  const draft = useDispatchChange(() =>
    recordClient(letter).create({ ...values, project: blocker.project, blocker: blocker.id, kind }),
  )
  const problems: readonly Problem[] =
    draft.error instanceof ApiProblem ? (draft.error.reply.problems ?? []) : []
  const send = () =>
    draft.mutate(undefined, {
      onSuccess: ({ row }) => go(`/records/letter/${row.id}`),
      onError: (error) => void message.error(t(wordsOf(error).message)),
    })
  return (
    <Modal
      open
      title={t(writeTitle(kind))}
      okText={t(words.write)}
      cancelText={t(words.cancel)}
      okButtonProps={{ loading: draft.isPending }}
      onOk={send}
      onCancel={onClose}
    >
      <FormFields record={letter} names={fields} values={values} problems={problems} onChange={setValues} />
    </Modal>
  )
}

interface Ladder {
  readonly blocker: PressedBlocker
  readonly letters: readonly ReplyRow[]
  readonly now: string
}

const momentIn = (value: unknown): string | null =>
  typeof value === 'string' ? new Date(value).toISOString() : null

function pressedOf(row: ReplyRow): PressedBlocker {
  const settlement = (row.clocks as Record<string, { watchAt?: string; dueAt?: string } | null> | undefined)
    ?.settlement
  return {
    state: row.state ?? '',
    watch_at: momentIn(settlement?.watchAt),
    due_at: momentIn(settlement?.dueAt),
  }
}

const known = (letters: readonly ReplyRow[]) =>
  letters.map((row) => ({
    id: row.id,
    kind: String(row.kind),
    state: row.state ?? '',
    number: typeof row.number === 'string' ? row.number : null,
  }))

function Step({
  kind,
  ladder,
  onWrite,
}: {
  kind: LetterKind
  ladder: Ladder
  onWrite: (() => void) | undefined
}) {
  const { t } = useLanguage()
  const { blocker, letters, now } = ladder
  const written = letters.filter((row) => row.kind === kind)
  const isLive = written.some(({ state }) => state !== 'withdrawn')
  const why = letterRefusal(kind, { blocker, letters: known(letters), now })
  const isDue = letterDue(blocker, known(letters), now)?.kind === kind
  return (
    <li data-due={isDue || undefined}>
      <b>{t(letterKinds[kind])}</b>
      <div>
        {written.map((row) => (
          <p key={row.id}>
            <GoLink to={`/records/letter/${row.id}`}>
              {typeof row.number === 'string' ? row.number : t(words.issue)}
            </GoLink>{' '}
            <StateTag {...letter.lifecycle.states[row.state as 'draft']} />
          </p>
        ))}
        {!isLive && why && <p className="quiet">{t(why)}</p>}
        {!isLive && !why && onWrite && (
          <Button {...(isDue && { type: 'primary' as const })} onClick={onWrite}>
            {t(writeTitle(kind))}
          </Button>
        )}
      </div>
    </li>
  )
}

const kinds = Object.keys(letterKinds) as LetterKind[]

/** The steps by which a blocker is pressed for, on its page: what was sent, what is due, why the rest is not. */
export function LetterPanel({ row }: { readonly row: ReplyRow }) {
  const { t } = useLanguage()
  const session = useSession()
  const [writing, setWriting] = useState<LetterKind>()
  const { data } = useRecordList(letter, { blocker: row.id, sort: 'kind,serial', size: '50' })
  if (!data) return null
  const now = new Date().toISOString()
  const ladder: Ladder = { blocker: pressedOf(row), letters: data.rows, now }
  const mayWrite = may(session, letter, { verb: 'create', row: { unit_id: row.unit_id } })
  return (
    <Panel title={t(words.title)} className="dispatch-panel">
      <ol className="letter-steps">
        {kinds.map((kind) => (
          <Step
            key={kind}
            kind={kind}
            ladder={ladder}
            onWrite={mayWrite ? () => setWriting(kind) : undefined}
          />
        ))}
      </ol>
      {writing && (
        <DraftDialog
          blocker={row}
          kind={writing}
          today={now.slice(0, 10)}
          onClose={() => setWriting(undefined)}
        />
      )}
    </Panel>
  )
}

/** A letter on its page: its number, and the Word file. */
export function LetterWord({ row }: { readonly row: ReplyRow }) {
  const { t, language } = useLanguage()
  return (
    <Panel
      className="dispatch-panel"
      title={typeof row.number === 'string' ? row.number : t(words.unnumbered)}
      extra={t(letterKinds[row.kind as LetterKind])}
    >
      <Button icon={<DownloadOutlined aria-hidden="true" />} href={letterAddress(row.id, language)}>
        {t(dispatchWords.word)}
      </Button>
    </Panel>
  )
}
