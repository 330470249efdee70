import { Alert, Button, Select } from 'antd'
import { doubtKinds } from '#engine/mapping/doubt'
import type { MappingLook, Question } from '#engine/mapping/look'
import type { Answer, MappingPlan } from '#engine/mapping/plan'
import { leftOutWhy } from '#engine/mapping/row-kind'
import type { InputField } from '#engine/records/input-fields'
import { useLanguage } from '#console/language/language'
import { answerOf, droppedRows, forAllOf, openCells, taking, withAnswers } from './answers'
import { countWords, openWords, readWords, words } from './mapping-words'
import { QuestionLine } from './question-line'

interface GroupsProps {
  readonly seen: MappingLook
  readonly plan: MappingPlan
  readonly fields: readonly InputField[]
  readonly units: readonly string[]
  readonly onChange: (plan: MappingPlan) => void
}

interface GroupProps extends Omit<GroupsProps, 'seen'> {
  readonly questions: readonly Question[]
  readonly count: number
  /** Rows that are left out by now. */
  readonly dropped: ReadonlySet<string>
}

const aboutNames = (question: Question | undefined) =>
  question?.kind === 'not_found' || question?.kind === 'several'

const firstReading = (question: Question): Answer | undefined =>
  question.readings.length > 0 ? taking(question, 0) : undefined

/** One answer for every doubt of the kind. */
function ForAll({ questions, plan, onChange }: GroupProps) {
  const { t } = useLanguage()
  const [first] = questions
  if (!first || questions.length < 2) return null
  const names = aboutNames(first)
  const readings = names
    ? [{ value: 'near', label: t(words.byNearest) }]
    : first.readings.map(({ shown }, at) => ({ value: `take ${at}`, label: `${first.raw} → ${t(shown)}` }))
  const own = first.field === '' ? [] : [{ value: 'leave', label: t(words.leaveBlank) }]
  const options = [...readings, ...own, { value: 'drop', label: t(words.dropRow) }]
  const answers =
    (choice: string) =>
    (question: Question): Answer | undefined => {
      if (choice === 'near') return firstReading(question)
      return choice.startsWith('take ')
        ? { do: 'take', reading: Number(choice.slice(5)) }
        : { do: choice as Answer['do'] }
    }
  return (
    <>
      {questions.every(({ readings: all }) => all.length > 0) && (
        <Button size="small" onClick={() => onChange(forAllOf(plan, questions, firstReading))}>
          {t(words.confirmAll)}
        </Button>
      )}
      <Select
        size="small"
        aria-label={`${t(doubtKinds[first.kind])} ${t(words.forAll)}`}
        value={null}
        placeholder={t(words.forAll)}
        popupMatchSelectWidth={false}
        options={options}
        onChange={(choice: string) => onChange(forAllOf(plan, questions, answers(choice)))}
      />
    </>
  )
}

function Group(props: GroupProps) {
  const { questions, plan, fields, units, count, dropped, onChange } = props
  const { t } = useLanguage()
  const [first] = questions
  if (!first) return null
  const field = fields.find(({ name }) => name === first.field)
  const title = [t(doubtKinds[first.kind]), field ? t(field.field.label) : ''].filter(Boolean).join(' · ')
  return (
    <section className="question-group" aria-label={title}>
      <div className="question-head">
        <h3>{title}</h3>
        <span className="quiet">{t(countWords(count))}</span>
        <span className="frame-space" />
        <ForAll {...props} />
      </div>
      <ul>
        {questions.map((question) => (
          <QuestionLine
            key={`${question.kind} ${question.key}`}
            question={question}
            field={field}
            answer={answerOf(plan, question)}
            settled={openCells(question, plan, dropped) === 0}
            units={units}
            onAnswer={(answer) => onChange(withAnswers(plan, [[question.key, answer]]))}
          />
        ))}
      </ul>
    </section>
  )
}

function LeftOut({ seen }: { readonly seen: MappingLook }) {
  const { t } = useLanguage()
  if (seen.left_out_count === 0) return null
  return (
    <details className="mapping-left">
      <summary>
        {t(words.leftOut)}（{seen.left_out_count}）
      </summary>
      <ul>
        {seen.left_out.map(({ sheet, row, why, says }) => (
          <li key={`${sheet} ${row}`}>
            <span className="question-cells">
              {sheet}!{row}
            </span>{' '}
            {t(leftOutWhy[why])} <span className="quiet">{says}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Cells without an answer: of groups that are told whole by their questions, of others by the last look. */
export function openIn(seen: MappingLook, plan: MappingPlan): number {
  const dropped = droppedRows(plan, seen.questions)
  return seen.groups.reduce((sum, { kind, field, open }) => {
    const own = seen.questions.filter((one) => one.kind === kind && one.field === field)
    const all = plan.answers[`${kind}|${field}`]
    const still = own.reduce((cells, one) => cells + openCells(one, plan, dropped), 0)
    const untold = open - own.filter(({ answer }) => !answer).reduce((cells, { count }) => cells + count, 0)
    return sum + still + (all ? 0 : Math.max(0, untold))
  }, 0)
}

/** Every doubtful cell, by kind: to be confirmed, corrected or left out, one by one or all that are alike. */
export function QuestionGroups({ seen, plan, fields, units, onChange }: GroupsProps) {
  const { t } = useLanguage()
  const open = openIn(seen, plan)
  const none = seen.questions.length === 0
  const dropped = droppedRows(plan, seen.questions)
  const title = none ? words.noDoubt : open === 0 ? words.allAnswered : openWords(open)
  return (
    <>
      <Alert
        type={open > 0 ? 'warning' : 'success'}
        showIcon
        role="status"
        title={t(title)}
        description={t(readWords(seen.data_rows, seen.left_out_count))}
      />
      {seen.groups.map(({ kind, field, count }) => (
        <Group
          key={`${kind} ${field}`}
          questions={seen.questions.filter((one) => one.kind === kind && one.field === field)}
          count={count}
          dropped={dropped}
          plan={plan}
          fields={fields}
          units={units}
          onChange={onChange}
        />
      ))}
      <LeftOut seen={seen} />
    </>
  )
}
