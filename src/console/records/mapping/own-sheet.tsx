import { Alert, Button, Steps } from 'antd'
import { useState } from 'react'
import { placeFieldOf } from '#engine/mapping/place-field'
import type { MappingPlan } from '#engine/mapping/plan'
import { inputFields, type InputField } from '#engine/records/input-fields'
import type { RecordType } from '#engine/records/record'
import { text, type Text } from '#engine/result/result'
import { ApiProblem, wordsOf } from '#console/api/api-problem'
import { useSession } from '#console/api/session'
import { useLanguage } from '#console/language/language'
import { useExtraFields } from '../extra-fields'
import { DropZone } from '../drop-zone'
import { ColumnTable } from './column-table'
import { HeadRows } from './head-rows'
import { rememberedWords, words } from './mapping-words'
import { PlaceChoice } from './place-choice'
import { planProblems } from './plan-problems'
import { openIn, QuestionGroups } from './question-groups'
import { Trial } from './trial'
import { useKeepMapping } from './use-keep-mapping'
import { type Mapping, useMapping } from './use-mapping'
import '../sheet.css'
import './mapping.css'

const headsOf = ({ sheets }: MappingPlan) => JSON.stringify(sheets)

/** Says which required fields nothing fills, and which two columns fill. */
function PlanProblems({
  plan,
  fields,
}: {
  readonly plan: MappingPlan
  readonly fields: readonly InputField[]
}) {
  const { t } = useLanguage()
  const { missing, twice } = planProblems(plan, fields)
  const names = (list: readonly InputField[]) => list.map(({ field }) => t(field.label)).join('、')
  return (
    <>
      {missing.length > 0 && <Alert type="warning" showIcon title={`${t(words.missing)}${names(missing)}`} />}
      {twice.length > 0 && <Alert type="error" showIcon title={`${t(words.twice)}${names(twice)}`} />}
    </>
  )
}

interface StepProps {
  readonly record: RecordType
  readonly mapping: Mapping
  readonly fields: readonly InputField[]
  readonly units: readonly string[]
}

function Remembered({ mapping }: Pick<StepProps, 'mapping'>) {
  const { t } = useLanguage()
  const { units } = useSession()
  const { seen, file } = mapping
  if (!seen?.remembered) return null
  const unit = units.find(({ code }) => code === seen.remembered?.unit)
  return (
    <Alert
      type="info"
      showIcon
      role="status"
      title={t(rememberedWords(seen.remembered.name, unit ? t(unit.name) : seen.remembered.unit))}
      action={
        <Button size="small" onClick={() => file && mapping.choose(file, false)}>
          {t(words.notThis)}
        </Button>
      }
    />
  )
}

function ColumnStep({ record, mapping, fields, units }: StepProps) {
  const { seen, plan } = mapping
  if (!seen || !plan) return null
  const place = placeFieldOf(record, fields)
  // Other head rows make other columns: the file is looked at again at once.
  const change = (next: MappingPlan) =>
    headsOf(next) === headsOf(plan) ? mapping.setPlan(next) : mapping.again(next)
  return (
    <>
      <Remembered mapping={mapping} />
      <PlanProblems plan={plan} fields={fields} />
      {place && <PlaceChoice seen={seen} plan={plan} place={place} units={units} onChange={change} />}
      <ColumnTable columns={seen.columns} plan={plan} fields={fields} onChange={change} />
      <HeadRows sheets={seen.sheets} plan={plan} onChange={change} />
    </>
  )
}

interface WayOn {
  readonly label: { zh: string; en: string }
  readonly disabled: boolean
  readonly go: () => void
}

/** The button that leads on from where one is. */
function wayOn(mapping: Mapping, fields: readonly InputField[], write: () => void): WayOn | undefined {
  const { step, plan, seen, report } = mapping
  if (!plan || !seen) return undefined
  if (step === 1) {
    const { missing, twice } = planProblems(plan, fields)
    const disabled = missing.length > 0 || twice.length > 0 || !plan.sheets.some(({ use }) => use)
    return { label: words.next, disabled, go: () => mapping.again(plan, () => mapping.setStep(2)) }
  }
  if (step === 2) {
    // Answers may lay other cells open (a row that is a section after all): looked at once more before the trial.
    const go = () => mapping.again(plan, (now) => now.open === 0 && mapping.tried(now.plan))
    return { label: words.try, disabled: openIn(seen, plan) > 0, go }
  }
  if (!report?.dry_run || report.refused > 0) return undefined
  return { label: words.import, disabled: false, go: write }
}

interface FooterProps extends Pick<StepProps, 'mapping' | 'fields'> {
  readonly onWrite: () => void
  readonly onClose: () => void
}

function Footer({ mapping, fields, onWrite, onClose }: FooterProps) {
  const { t } = useLanguage()
  const { step, busy, report } = mapping
  const done = report?.dry_run === false
  const on = wayOn(mapping, fields, onWrite)
  return (
    <div className="import-ways mapping-foot">
      <span className="frame-space" />
      {step > 0 && !done && <Button onClick={mapping.reset}>{t(words.again)}</Button>}
      <Button onClick={onClose}>{t(done ? words.close : words.cancel)}</Button>
      {step > 1 && !done && <Button onClick={() => mapping.setStep(step - 1)}>{t(words.back)}</Button>}
      {on && (
        <Button type="primary" loading={busy} disabled={on.disabled} onClick={on.go}>
          {t(on.label)}
        </Button>
      )}
    </div>
  )
}

/** Why a mapping was not kept: what is wrong with it, where that is said, else what happened. */
function whyWords(error: unknown): Text {
  const { message, remedy } = wordsOf(error)
  const first = error instanceof ApiProblem ? error.reply.problems?.[0] : undefined
  const [says, mend] = first ? [first.says, first.mend] : [message, remedy]
  return text(`${says.zh}。${mend.zh}`, `${says.en}. ${mend.en}`)
}

const keptWords = (name: string) => text(`已记住“${name}”`, `“${name}” is remembered`)

interface Keeping {
  readonly keepAs: string | undefined
  readonly setKeepAs: (name: string | undefined) => void
  readonly mayKeep: boolean
}

/** What is seen of the step where one is. */
function Step({ keeping, ...props }: StepProps & { readonly keeping: Keeping }) {
  const { mapping, fields, units } = props
  const { step, seen, plan, report } = mapping
  if (step === 0) return <DropZone busy={mapping.busy} onFile={(chosen) => mapping.choose(chosen)} />
  if (step === 1) return <ColumnStep {...props} />
  if (step === 2 && seen && plan)
    return <QuestionGroups seen={seen} plan={plan} fields={fields} units={units} onChange={mapping.setPlan} />
  if (!report) return null
  const { keepAs, setKeepAs, mayKeep } = keeping
  return (
    <Trial report={report} keepAs={keepAs} suggested={mapping.name} mayKeep={mayKeep} onKeepAs={setKeepAs} />
  )
}

/** Import of a sheet that is not the template: its columns mapped, its doubtful cells answered, then tried and written as every import. */
export function OwnSheet({ record, onClose }: { readonly record: RecordType; readonly onClose: () => void }) {
  const { t } = useLanguage()
  const { reach } = useSession()
  const fields = inputFields(record, useExtraFields(record).fields)
  const mapping = useMapping(record)
  const { keep, allowed } = useKeepMapping(record)
  const [keepAs, setKeepAs] = useState<string>()
  const roles = record.rights.create.filter((role) => role !== 'everyone')
  const units = [...new Set(roles.flatMap((role) => reach[role] ?? []))]
  const { plan, seen, error } = mapping
  const problem = error ? wordsOf(error) : undefined
  const afterwards = () => {
    if (keepAs?.trim() && plan && seen) keep.mutate({ name: keepAs.trim(), seen, plan })
  }
  return (
    <div className="import-dialog">
      <Steps
        className="mapping-steps"
        responsive={false}
        size="small"
        current={mapping.step}
        items={words.steps.map((one) => ({ title: t(one) }))}
      />
      {problem && (
        <Alert type="error" title={t(problem.message)} description={t(problem.remedy)} role="alert" />
      )}
      {mapping.file && <p className="quiet">{mapping.file.name}</p>}
      <div className="mapping-body" aria-busy={mapping.busy}>
        <Step
          record={record}
          mapping={mapping}
          fields={fields}
          units={units}
          keeping={{ keepAs, setKeepAs, mayKeep: allowed }}
        />
        {keep.isSuccess && <Alert type="info" showIcon title={t(keptWords(keepAs ?? ''))} role="status" />}
        {keep.error && (
          <Alert
            type="warning"
            showIcon
            title={t(words.notKept)}
            description={t(whyWords(keep.error))}
            role="alert"
          />
        )}
      </div>
      <Footer
        mapping={mapping}
        fields={fields}
        onWrite={() => plan && mapping.write(plan, afterwards)}
        onClose={onClose}
      />
    </div>
  )
}
