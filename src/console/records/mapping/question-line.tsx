import { CheckOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { useId, useState } from 'react'
import type { Question } from '#engine/mapping/look'
import type { Answer } from '#engine/mapping/plan'
import type { InputField } from '#engine/records/input-fields'
import { readValue } from '#engine/records/read-value'
import { useLanguage } from '#console/language/language'
import { FieldInput } from '../field-input'
import { takenBy, taking } from './answers'
import { moreCells, words } from './mapping-words'

interface QuestionLineProps {
  readonly question: Question
  readonly field: InputField | undefined
  readonly answer: Answer | undefined
  /** Nothing is left to say: answered, or in rows that are left out. */
  readonly settled: boolean
  readonly units: readonly string[]
  readonly onAnswer: (answer: Answer | undefined) => void
}

const choiceOf = (question: Question, answer: Answer | undefined): string | undefined => {
  const taken = takenBy(question, answer)
  if (taken !== undefined) return `take ${taken}`
  return answer?.do
}

/** Writes a value instead: taken over once the field would take it. */
function Correction({ field, answer, units, onAnswer }: Omit<QuestionLineProps, 'question' | 'settled'>) {
  const id = useId()
  const [draft, setDraft] = useState<unknown>(answer?.do === 'write' ? answer.value : '')
  if (!field) return null
  const put = (given: unknown) => {
    setDraft(given)
    const read = readValue(field.field, given)
    const value = read.ok ? read.value : null
    onAnswer(value === null ? { do: 'write', value: '' } : { do: 'write', value: String(value) })
  }
  const read = readValue(field.field, draft)
  return (
    <div className="question-correction">
      <FieldInput
        id={id}
        field={field.field}
        value={draft}
        onChange={put}
        invalid={!read.ok || read.value === null}
        units={field.name === 'unit_id' ? units : undefined}
      />
    </div>
  )
}

function useChoices({ question, field }: Pick<QuestionLineProps, 'question' | 'field'>) {
  const { t } = useLanguage()
  return [
    ...question.readings.map(({ shown }, at) => ({ value: `take ${at}`, label: t(shown) })),
    ...(field
      ? [
          { value: 'write', label: t(words.correct) },
          { value: 'leave', label: t(words.leaveBlank) },
        ]
      : []),
    ...(question.readings.some(({ value }) => value === 'drop')
      ? []
      : [{ value: 'drop', label: t(words.dropRow) }]),
  ]
}

function Cells({ question }: Pick<QuestionLineProps, 'question'>) {
  const { t } = useLanguage()
  return (
    <div className="question-cells" title={question.cells.join('、')}>
      {question.cells.slice(0, 3).join('、')}
      {question.count > 3 && <span className="quiet"> {t(moreCells(question.count))}</span>}
    </div>
  )
}

/** The answer itself: confirmed at once, or chosen from what there is. */
function QuestionAnswer(props: QuestionLineProps) {
  const { question, answer, settled, onAnswer } = props
  const { t } = useLanguage()
  const choices = useChoices(props)
  const choose = (choice: string | undefined) => {
    if (choice === undefined) return onAnswer(undefined)
    if (choice.startsWith('take ')) return onAnswer(taking(question, Number(choice.slice(5))))
    onAnswer(choice === 'write' ? { do: 'write', value: '' } : { do: choice as Answer['do'] })
  }
  const choice = choiceOf(question, answer)
  if (settled && !answer) return <span className="quiet">{t(words.rowDropped)}</span>
  return (
    <>
      {question.readings.length > 0 && !answer && (
        <Button
          size="small"
          aria-label={`${question.cells[0] ?? ''} ${t(words.confirm)}`}
          onClick={() => onAnswer(taking(question, 0))}
        >
          {t(words.confirm)}
        </Button>
      )}
      <Select
        size="small"
        aria-label={`${question.cells[0] ?? ''} ${t(words.answer)}`}
        value={choice}
        placeholder={t(words.choose)}
        allowClear
        popupMatchSelectWidth={false}
        options={choices}
        onChange={choose}
      />
      {choice === 'write' && <Correction {...props} />}
    </>
  )
}

/** Doubtful cells that say the same: where they are, what they say, why it is doubtful, and the answer. */
export function QuestionLine(props: QuestionLineProps) {
  const { question, settled } = props
  const { t } = useLanguage()
  const [first] = question.readings
  return (
    <li className="question" data-answered={settled ? '' : undefined}>
      <Cells question={question} />
      <div className="question-raw">{question.raw || <span className="quiet">{t(words.blank)}</span>}</div>
      <div className="question-says">
        {t(question.says)}
        {first && (
          <div className="question-reading">
            {t(words.readAs)} <strong>{t(first.shown)}</strong>
          </div>
        )}
      </div>
      <div className="question-answer">
        {settled && <CheckOutlined aria-hidden="true" className="question-done" />}
        <QuestionAnswer {...props} />
      </div>
    </li>
  )
}
