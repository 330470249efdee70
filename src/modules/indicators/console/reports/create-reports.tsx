import { Checkbox, Modal, Select } from 'antd'
import { useId, useState } from 'react'
import { grainOf, isPeriodId, type PeriodId } from '#engine/period/period'
import { comparePeriods, lastDay, parentPeriods } from '#engine/period/period-extent'
import { previousPeriod } from '#engine/period/period-steps'
import type { PlainDate } from '#engine/period/plain-date'
import { may } from '#engine/records/rights'
import type { ReplyRow } from '#engine/records/reply'
import type { SessionReply, SessionUnit } from '#engine/records/session'
import { text } from '#engine/result/result'
import { wordsOf } from '#console/api/api-problem'
import { useSession } from '#console/api/session'
import { useLanguage } from '#console/language/language'
import { useRecordChange, useRecordClient, useRecordList } from '#console/records/record-queries'
import { report } from '#modules/indicators/records/report'
import { reportingForm } from '#modules/indicators/records/reporting-form'
import { todayInChina } from '../due-words'
import { useReports } from './report-queries'

const words = {
  title: text('建立本期报表', 'Set up reports'),
  form: text('填报表', 'Form'),
  period: text('期间', 'Period'),
  units: text('还没有这份报表的单位', 'Units without this report'),
  none: text('各单位都已有这份报表。', 'Every unit has this report already.'),
  noForm: text('当前单位没有可用的填报表，请先建立填报表。', 'No form is in use here; set one up first.'),
  cancel: text('取消', 'Cancel'),
}
const verb = (count: number) => text(`建立 ${count} 份报表`, `Set up ${count} reports`)

/** The last periods of a form's frequency that have ended, newest first; a few more than are ever late. */
export function endedPeriods(frequency: string, today: PlainDate, count = 6): PeriodId[] {
  const day = today as unknown as PeriodId
  const now = [day, ...parentPeriods(day)].find((period) => grainOf(period) === frequency)
  const periods: PeriodId[] = []
  let at = now
  while (at && periods.length < count) {
    if (lastDay(at) <= today) periods.push(at)
    at = previousPeriod(at)
  }
  return periods.sort((a, b) => comparePeriods(b, a))
}

/** Units below a form's own for which this person may set up a report. */
function unitsFor(session: SessionReply, form: ReplyRow | undefined): readonly SessionUnit[] {
  if (!form) return []
  const below = new Set([form.unit_id])
  // Units come in tree order: a parent is known before its children.
  for (const unit of session.units) if (unit.parent && below.has(unit.parent)) below.add(unit.code)
  return session.units.filter(
    ({ code }) => below.has(code) && may(session, report, { verb: 'create', row: { unit_id: code } }),
  )
}

interface Choice {
  readonly form: ReplyRow | undefined
  readonly period: string | undefined
}

function useMissing({ form, period }: Choice): readonly SessionUnit[] | undefined {
  const session = useSession()
  const existing = useReports({ unit: form?.unit_id, period, form: form?.id, state: undefined })
  if (!form || !period || !existing.data || existing.isPlaceholderData) return undefined
  const has = new Set(existing.data.rows.map((row) => row.unit_id))
  return unitsFor(session, form).filter(({ code }) => !has.has(code))
}

function useCreate() {
  const client = useRecordClient(report)
  return useRecordChange(
    report,
    async (given: { form: string; period: string; units: readonly string[] }) => {
      // One after another: each is its own deed with its own checks, and the first refusal names its unit.
      for (const unit_id of given.units)
        await client.create({ form: given.form, period: given.period, unit_id })
    },
  )
}

const nameOf = (form: ReplyRow) => text(form.name_zh as string, (form.name_en ?? form.name_zh) as string)

interface FormChoiceProps {
  readonly forms: readonly ReplyRow[]
  readonly choice: Choice
  readonly onChange: (choice: Choice) => void
}

function periodsFor(form: ReplyRow | undefined): PeriodId[] {
  const today = todayInChina()
  return form && today ? endedPeriods(form.frequency as string, today) : []
}

function FormChoice({ forms, choice, onChange }: FormChoiceProps) {
  const { t, period: inWords } = useLanguage()
  const id = useId()
  return (
    <>
      <div className="form-field">
        <label htmlFor={`${id}-form`}>{t(words.form)}</label>
        <Select
          id={`${id}-form`}
          value={choice.form?.id ?? null}
          options={forms.map((form) => ({ value: form.id, label: t(nameOf(form)) }))}
          onChange={(next) => {
            const form = forms.find((one) => one.id === next)
            onChange({ form, period: periodsFor(form)[0] })
          }}
        />
      </div>
      <div className="form-field">
        <label htmlFor={`${id}-period`}>{t(words.period)}</label>
        <Select
          id={`${id}-period`}
          value={choice.period ?? null}
          options={periodsFor(choice.form).map((period) => ({ value: period, label: inWords(period) }))}
          onChange={(period) => isPeriodId(period) && onChange({ ...choice, period })}
        />
      </div>
    </>
  )
}

interface MissingProps {
  readonly units: readonly SessionUnit[]
  readonly left: ReadonlySet<string>
  readonly onToggle: (code: string) => void
}

function MissingUnits({ units, left, onToggle }: MissingProps) {
  const { t } = useLanguage()
  if (units.length === 0) return <p>{t(words.none)}</p>
  return (
    <fieldset className="form-field report-units">
      <legend className="form-label">{t(words.units)}</legend>
      <div className="report-missing">
        {units.map(({ code, name }) => (
          <Checkbox key={code} checked={!left.has(code)} onChange={() => onToggle(code)}>
            {t(name)}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  )
}

/** Units that are left out of setting up: at first those whose figures are added up from the units below. */
function useLeftOut() {
  const { units } = useSession()
  const [left, setLeft] = useState<ReadonlySet<string>>(
    () => new Set(units.flatMap(({ parent }) => (parent === null ? [] : [parent]))),
  )
  const toggle = (code: string) =>
    setLeft((now) => new Set(now.has(code) ? [...now].filter((one) => one !== code) : [...now, code]))
  return { left, toggle }
}

function useForms(unit: string) {
  const forms = useRecordList(reportingForm, { unit, size: '100' })
  const open = (forms.data?.rows ?? []).filter((form) => form.closed !== true)
  return { open, isLoaded: forms.data !== undefined }
}

/** Sets up a form's reports for a period, for every unit that has none yet. */
export function CreateReports({ unit, onClose }: { readonly unit: string; readonly onClose: () => void }) {
  const { t } = useLanguage()
  const { open, isLoaded } = useForms(unit)
  const [chosen, setChosen] = useState<Choice>()
  const { left, toggle } = useLeftOut()
  const choice = chosen ?? { form: open[0], period: periodsFor(open[0])[0] }
  const missing = useMissing(choice)
  const create = useCreate()
  const units = (missing ?? []).filter(({ code }) => !left.has(code))
  const save = () => {
    if (!choice.form || !choice.period) return
    const order = { form: choice.form.id, period: choice.period, units: units.map(({ code }) => code) }
    create.mutate(order, { onSuccess: onClose })
  }
  return (
    <Modal
      open
      title={t(words.title)}
      okText={t(verb(units.length))}
      cancelText={t(words.cancel)}
      okButtonProps={{ disabled: units.length === 0, loading: create.isPending }}
      onOk={save}
      onCancel={onClose}
    >
      {isLoaded && open.length === 0 && <p>{t(words.noForm)}</p>}
      {open.length > 0 && <FormChoice forms={open} choice={choice} onChange={setChosen} />}
      {missing && <MissingUnits units={missing} left={left} onToggle={toggle} />}
      {create.error && (
        <p className="field-error" role="alert">
          {t(wordsOf(create.error).message)}。{t(wordsOf(create.error).remedy)}
        </p>
      )}
    </Modal>
  )
}
