import { Alert, App, Button, Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { noticeYear } from '#engine/calendar/parse-holiday-notice'
import { type Text, text } from '#engine/result/result'
import { wordsOf } from '#console/api/api-problem'
import { useLanguage } from '#console/language/language'
import { FormField } from '#console/records/form-field'
import { Problems } from '#console/ui/problems'
import type { CalendarDay, NoticeReply } from '../contract'
import { useNotice } from './calendar-queries'
import { dayStates } from './month-grid'
import { spansOf } from './year-view'

const words = {
  title: text('导入放假通知', 'Take in a notice'),
  year: text('年份', 'Year'),
  yearHelp: text('通知标题中的年份', 'The year in the notice’s title'),
  text: text('通知全文或 CSV', 'The notice, or CSV'),
  help: text(
    '粘贴《国务院办公厅关于…年部分节假日安排的通知》全文；或每行“日期,放假/上班,节日”，如 2027-01-01,放假,元旦',
    'Paste the State Council’s notice whole; or lines of date,holiday|makeup_workday,name such as 2027-01-01,holiday,元旦',
  ),
  read: text('检查', 'Check'),
  cancel: text('取消', 'Cancel'),
  added: text('新增', 'Added'),
  changed: text('变更', 'Changed'),
  removed: text('删除', 'Removed'),
  nothing: text('与现有日历完全一致，不需要写入。', 'The calendar says the same already: nothing to write.'),
  mend: text('请对照通知原文更正', 'Correct it against the notice itself'),
}
const writeWords = (year: number, count: number) =>
  text(`写入 ${year} 年：${count} 天`, `Write ${count} days of ${year}`)
const sameWords = (count: number) => text(`另有 ${count} 天与现有一致`, `${count} days are the same as now`)
const lineWords = (line: number, says: Text) =>
  line === 0 ? says : text(`第 ${line} 行：${says.zh}`, `Line ${line}: ${says.en}`)
const doneWords = ({ year, added, changed, removed, moved }: NoticeReply) => {
  const days = added.length + changed.length + removed.length
  return moved === null
    ? text(`${year} 年已写入，变动 ${days} 天`, `${year} is written: ${days} days changed`)
    : text(
        `${year} 年已写入，变动 ${days} 天；${moved} 份未完成报表和在办事项的期限随之调整`,
        `${year} is written: ${days} days changed; ${moved} open reports and running limits moved`,
      )
}

const yearField = { kind: 'integer', label: words.year, required: true, help: words.yearHelp } as const

const kindWords = (kind: CalendarDay['kind']) => dayStates[kind === 'holiday' ? 'holiday' : 'makeup'].word
const daysWords = (count: number) => text(`${count} 天`, count === 1 ? '1 day' : `${count} days`)

function DayList({ label, days }: { readonly label: Text; readonly days: readonly CalendarDay[] }) {
  const { t, date } = useLanguage()
  if (days.length === 0) return null
  return (
    <section>
      <h3>
        {t(label)} <span className="quiet">{t(daysWords(days.length))}</span>
      </h3>
      <ul className="notice-days">
        {spansOf(days).map((span) => (
          <li key={span.first}>
            <span>
              {span.name} {t(kindWords(span.kind))}
            </span>
            <span>
              {date(span.first)}
              {span.last !== span.first && ` – ${date(span.last)}`}
            </span>
            <span className="quiet">{t(daysWords(span.days))}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function ChangeList({ changed }: Pick<NoticeReply, 'changed'>) {
  const { t, date } = useLanguage()
  if (changed.length === 0) return null
  const says = (day: CalendarDay) => `${day.name} ${t(kindWords(day.kind))}`
  return (
    <section>
      <h3>
        {t(words.changed)} <span className="quiet">{t(daysWords(changed.length))}</span>
      </h3>
      <ul className="notice-days">
        {changed.map(({ before, after }) => (
          <li key={after.date}>
            <span>{date(after.date)}</span>
            <span>
              <del>{says(before)}</del> → {says(after)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const changesIn = ({ added, changed, removed }: NoticeReply) => added.length + changed.length + removed.length

/** What the notice would change, or what in it could not be read. */
function Preview({ reply }: { readonly reply: NoticeReply }) {
  const { t } = useLanguage()
  if (reply.problems.length > 0)
    return (
      <Problems
        grab
        problems={reply.problems.map(({ line, written, says }) => ({
          target: '',
          label: undefined,
          says: lineWords(line, says),
          mend: written
            ? text(`写的是“${written}”。${words.mend.zh}`, `It says “${written}”. ${words.mend.en}.`)
            : words.mend,
        }))}
      />
    )
  return (
    <div className="notice-preview" role="status">
      {changesIn(reply) === 0 && <p>{t(words.nothing)}</p>}
      <DayList label={words.added} days={reply.added} />
      <ChangeList changed={reply.changed} />
      <DayList label={words.removed} days={reply.removed} />
      {reply.unchanged > 0 && <p className="quiet">{t(sameWords(reply.unchanged))}</p>}
    </div>
  )
}

interface NoticeDialogProps {
  readonly year: number
  readonly onClose: () => void
  readonly onTaken: (year: number) => void
}

/** Paste, check, see what changes, write: nothing is written before its days have been seen. */
export function NoticeDialog({ year: first, onClose, onTaken }: NoticeDialogProps) {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const id = useId()
  const [year, setYear] = useState<unknown>(String(first))
  const [notice, setNotice] = useState('')
  const asked = useNotice()
  const reply = asked.data?.dry_run ? asked.data : undefined
  const isReady = reply !== undefined && reply.problems.length === 0 && changesIn(reply) > 0
  const send = (dry_run: boolean) =>
    asked.mutate(
      { year: Number(year), text: notice, dry_run },
      {
        onSuccess: (taken) => {
          if (taken.dry_run) return
          void message.success(t(doneWords(taken)))
          onTaken(taken.year)
        },
      },
    )
  const typed = (set: () => void) => {
    asked.reset()
    set()
  }
  // A notice says in its title which year it is for: nobody has to type it as well.
  const write = (given: string) => {
    setNotice(given)
    const named = noticeYear(given)
    if (named !== undefined) setYear(String(named))
  }
  return (
    <Modal
      open
      width={720}
      title={t(words.title)}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t(words.cancel)}</Button>
          <Button
            type={isReady ? 'default' : 'primary'}
            disabled={!notice.trim()}
            loading={asked.isPending}
            onClick={() => send(true)}
          >
            {t(words.read)}
          </Button>
          {isReady && (
            <Button type="primary" loading={asked.isPending} onClick={() => send(false)}>
              {t(writeWords(reply.year, changesIn(reply)))}
            </Button>
          )}
        </>
      }
    >
      <FormField
        id={`${id}-year`}
        field={yearField}
        value={year}
        problem={undefined}
        onChange={(value) => typed(() => setYear(value))}
      />
      <div className="form-field">
        <label htmlFor={`${id}-text`}>{t(words.text)}</label>
        <Input.TextArea
          id={`${id}-text`}
          aria-describedby={`${id}-help`}
          autoSize={{ minRows: 6, maxRows: 14 }}
          value={notice}
          onChange={(event) => typed(() => write(event.target.value))}
        />
        <p id={`${id}-help`} className="field-help">
          {t(words.help)}
        </p>
      </div>
      {asked.error && (
        <Alert
          type="error"
          role="alert"
          title={t(wordsOf(asked.error).message)}
          description={t(wordsOf(asked.error).remedy)}
        />
      )}
      {reply && <Preview reply={reply} />}
    </Modal>
  )
}
