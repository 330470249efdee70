import { Alert, App, Button, Collapse } from 'antd'
import { useId } from 'react'
import type { ReplyRow } from '#engine/records/reply'
import { text } from '#engine/result/result'
import { ApiProblem, wordsOf } from '#console/api/api-problem'
import { useLanguage } from '#console/language/language'
import { AttachmentList } from '#console/records/attachment-list'
import { FormField } from '#console/records/form-field'
import { LeaveGuard } from '#console/records/leave-guard'
import { GoLink } from '#console/router/go'
import { moneyNumber } from '../../domain/dispatch/figure-words'
import { projectMonth } from '../../records/project-month'
import { PhotoInput } from './photo-input'
import { type MonthReport, useMonthReport } from './use-month-report'

const words = {
  last: text('上月', 'Last month'),
  noLast: text('上月没有月报', 'No report of last month'),
  photos: text('现场照片', 'Photos of the site'),
  more: text('资金到位与下月计划（选填）', 'Funds and next month (optional)'),
  missing: text('还差', 'Still missing'),
  ready: text('已填齐，可以提交', 'Complete: it can be submitted'),
  draft: text('先存草稿', 'Save as a draft'),
  saved: text('草稿已保存', 'The draft is saved'),
  submit: text('提交审核', 'Submit'),
  submitted: text('已提交，等待审核', 'Submitted'),
  noPhoto: text('没有照片也可提交', 'It may be submitted without a photo'),
  openExisting: text('打开已有的月报', 'Open the existing report'),
}

const more = [
  'funds',
  'funds_other_province',
  'funds_other_city',
  'funds_abroad',
  'next_month',
  'requests',
] as const

interface FormProps {
  readonly project: string
  readonly month: string
  readonly row: ReplyRow | undefined
  /** The report of the month before, for comparison. */
  readonly last: ReplyRow | undefined
  readonly onSubmitted: () => void
}

interface FieldsProps {
  readonly report: MonthReport
  readonly prefix: string
  readonly names: readonly (keyof typeof projectMonth.fields)[]
}

function Fields({ report, prefix, names }: FieldsProps) {
  return names.map((name) => (
    <FormField
      key={name}
      id={`${prefix}-${name}`}
      field={projectMonth.fields[name]}
      value={report.values[name]}
      problem={report.problems.find(({ field }) => field === name)}
      onChange={(value) => report.set(name, value)}
    />
  ))
}

const wordsIn = (value: unknown) => (typeof value === 'string' ? value : null)

/** What was said a month ago, beside what is asked now. */
function LastMonth({
  last,
  name,
}: {
  readonly last: ReplyRow | undefined
  readonly name: 'invested' | 'progress'
}) {
  const { t } = useLanguage()
  const value = wordsIn(last?.[name])
  const shown = value === null ? '—' : name === 'invested' ? `${moneyNumber(value)} 亿元` : value
  return (
    <p className="month-last">
      <b>{t(words.last)}</b> {last ? shown : t(words.noLast)}
    </p>
  )
}

function Missing({ report }: { readonly report: MonthReport }) {
  const { t, language } = useLanguage()
  const labels = report.missing.map((name) => t(projectMonth.fields[name].label))
  return (
    <p className="month-missing" data-ready={labels.length === 0 || undefined} role="status">
      {labels.length === 0
        ? t(words.ready)
        : `${t(words.missing)}：${labels.join(language === 'zh' ? '、' : ', ')}`}
    </p>
  )
}

function Failure({ report, project, month }: { report: MonthReport; project: string; month: string }) {
  const { t } = useLanguage()
  const { error } = report.save
  if (!error) return null
  const told = wordsOf(error)
  const isBegun = error instanceof ApiProblem && error.code === 'month_reported'
  return (
    <Alert
      type="error"
      role="alert"
      showIcon
      title={t(told.message)}
      description={t(told.remedy)}
      action={
        isBegun && (
          <GoLink to="/records/project-month" search={{ project, month }}>
            {t(words.openExisting)}
          </GoLink>
        )
      }
    />
  )
}

/** The report of a project's month: short, with last month beside it, photos, and what is still missing. */
export function MonthForm({ project, month, row, last, onSubmitted }: FormProps) {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const prefix = useId()
  const report = useMonthReport({
    project,
    month,
    row,
    onKept: (isSubmitted) => {
      void message.success(t(isSubmitted ? words.submitted : words.saved))
      if (isSubmitted) onSubmitted()
    },
  })
  const isBlocked = report.problems.length > 0
  return (
    <div className="record-form month-form">
      <Failure report={report} project={project} month={month} />
      <fieldset>
        <Fields report={report} prefix={prefix} names={['invested']} />
        <LastMonth last={last} name="invested" />
        <Fields report={report} prefix={prefix} names={['progress']} />
        <LastMonth last={last} name="progress" />
      </fieldset>
      <fieldset>
        <legend>{t(words.photos)}</legend>
        <PhotoInput photos={report.photos} onChange={report.setPhotos} />
        {report.row ? (
          <AttachmentList record={projectMonth} id={report.row.id} mayChange={false} />
        ) : (
          <p className="quiet">{report.photos.length === 0 && t(words.noPhoto)}</p>
        )}
      </fieldset>
      <Collapse
        className="month-more"
        items={[
          {
            key: 'more',
            label: t(words.more),
            children: <Fields report={report} prefix={prefix} names={more} />,
          },
        ]}
      />
      <div className="form-ways month-ways">
        <Missing report={report} />
        <Button
          size="large"
          disabled={isBlocked || !report.isDirty || report.missing.includes('progress')}
          loading={report.save.isPending && !report.save.variables}
          onClick={() => report.save.mutate(false)}
        >
          {t(words.draft)}
        </Button>
        <Button
          type="primary"
          size="large"
          disabled={isBlocked || report.missing.length > 0}
          loading={report.save.isPending && report.save.variables}
          onClick={() => report.save.mutate(true)}
        >
          {t(words.submit)}
        </Button>
      </div>
      <LeaveGuard isDirty={() => report.isDirty && !report.save.isPending} onDiscard={report.forget} />
    </div>
  )
}
