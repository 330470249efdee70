import { kindKey } from '#engine/mapping/doubt'
import type { Question } from '#engine/mapping/look'
import type { Answer, MappingPlan } from '#engine/mapping/plan'

/** Kinds that the server asks about names: a reading of theirs is answered by writing the row that is meant. */
const aboutNames: ReadonlySet<Question['kind']> = new Set(['not_found', 'several'])

/** What has been said about a question: to it, or to all of its kind. */
export function answerOf(plan: MappingPlan, { key, kind, field }: Question): Answer | undefined {
  const answer = plan.answers[key] ?? plan.answers[kindKey(kind, field)]
  return answer
}

const rowOf = (cell: string): string => cell.replace(/![A-Z]+(\d+)$/, '!$1')

/** Rows that an answer to one of their cells leaves out: nothing else in them is asked any more. */
export function droppedRows(plan: MappingPlan, questions: readonly Question[]): ReadonlySet<string> {
  const dropping = questions.filter((question) => answerOf(plan, question)?.do === 'drop')
  return new Set(dropping.flatMap(({ cells }) => cells.map(rowOf)))
}

/** How many cells of a question still want an answer. */
export function openCells(question: Question, plan: MappingPlan, dropped: ReadonlySet<string>): number {
  if (answerOf(plan, question)) return 0
  return question.count - question.cells.filter((cell) => dropped.has(rowOf(cell))).length
}

/** The answer that takes a reading. */
export function taking(question: Question, reading: number): Answer {
  const value = question.readings[reading]?.value
  return aboutNames.has(question.kind) && value !== undefined
    ? { do: 'write', value }
    : { do: 'take', reading }
}

/** Which reading an answer takes; undefined: another answer. */
export function takenBy(question: Question, answer: Answer | undefined): number | undefined {
  if (answer?.do === 'take') return answer.reading ?? 0
  const at = question.readings.findIndex(({ value }) => answer?.do === 'write' && value === answer.value)
  return at < 0 ? undefined : at
}

/** The plan with answers put in or, where undefined, taken back. */
export function withAnswers(
  plan: MappingPlan,
  given: readonly (readonly [key: string, answer: Answer | undefined])[],
): MappingPlan {
  const answers: Record<string, Answer> = { ...plan.answers }
  for (const [key, answer] of given) {
    delete answers[key]
    if (answer) answers[key] = answer
  }
  return { ...plan, answers }
}

/** One answer for all doubts of a kind in a field; what was said of single ones gives way. */
export function forAllOf(
  plan: MappingPlan,
  questions: readonly Question[],
  answer: (question: Question) => Answer | undefined,
): MappingPlan {
  const [first] = questions
  if (!first) return plan
  const cleared = withAnswers(
    plan,
    questions.map(({ key }) => [key, undefined]),
  )
  if (aboutNames.has(first.kind))
    return withAnswers(
      cleared,
      questions.map((one) => [one.key, answer(one)]),
    )
  return withAnswers(cleared, [[kindKey(first.kind, first.field), answer(first)]])
}
