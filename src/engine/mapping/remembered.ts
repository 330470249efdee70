import { findUnit } from '#engine/quantity/unit'
import type { Answer, ColumnPlan, MappingPlan } from './plan'

/** What is kept of a plan for the next file with the same heads: nothing that speaks of single cells of this one. */
export type Remembered = Pick<MappingPlan, 'columns' | 'sections' | 'sheet_name' | 'constants' | 'answers'>

const none = '–'
const acts: Readonly<Record<string, Answer['do']>> = { 留空: 'leave', 不导入: 'drop' }

const columnLine = (head: string, { field, unit }: ColumnPlan): string => {
  const named = unit === null ? '' : ` · ${findUnit(unit)?.zh ?? unit}`
  return `列 ${head} → ${field ?? none}${named}`
}

function answerLine(key: string, { do: act, reading, value }: Answer): string {
  const said =
    act === 'write' ? `“${value ?? ''}”` : act === 'take' ? `第 ${(reading ?? 0) + 1} 种读法` : undefined
  return `答 ${key} → ${said ?? Object.keys(acts).find((word) => acts[word] === act) ?? none}`
}

/** Line breaks would begin another line of the text. */
const oneLine = (line: string): string => line.replace(/\s+/g, ' ')

/** A plan as lines that a person can read and mend: `列 总投资（万元） → investment · 万元`. */
export function rememberedText({ columns, sections, sheet_name, constants, answers }: Remembered): string {
  const lasting = Object.entries(answers).filter(([key]) => !key.includes('!'))
  return [
    ...Object.entries(columns).map(([head, plan]) => columnLine(head, plan)),
    ...sections.map((field, level) => `小节 ${level + 1} → ${field ?? none}`),
    ...(sheet_name === null ? [] : [`表名 → ${sheet_name}`]),
    ...Object.entries(constants).map(([field, value]) => `全部 ${field} → “${value}”`),
    ...lasting.map(([key, answer]) => answerLine(key, answer)),
  ]
    .map(oneLine)
    .join('\n')
}

const quoted = (given: string): string | undefined => /^“(.*)”$/.exec(given)?.[1]

function answerIn(given: string): Answer | undefined {
  const value = quoted(given)
  if (value !== undefined) return { do: 'write', value }
  const reading = /^第 (\d+) 种读法$/.exec(given)?.[1]
  if (reading) return { do: 'take', reading: Number(reading) - 1 }
  const act = acts[given]
  return act && { do: act }
}

interface Draft {
  columns: Record<string, ColumnPlan>
  sections: (string | null)[]
  sheet_name: string | null
  constants: Record<string, string>
  answers: Record<string, Answer>
}

const fieldIn = (given: string): string | null => (given === none ? null : given)

/** Puts a line into the draft; false where it is of no known form. */
const lines: readonly (readonly [RegExp, (draft: Draft, parts: readonly string[]) => boolean])[] = [
  [
    /^列 (.+) → (\S+)(?: · (\S+))?$/,
    (draft, [head = '', field = '', unit]) => {
      const known = unit === undefined ? null : findUnit(unit)
      if (known === undefined) return false
      draft.columns[head] = { field: fieldIn(field), unit: known?.code ?? null }
      return true
    },
  ],
  [
    /^小节 ([1-9]) → (\S+)$/,
    (draft, [level = '1', field = '']) => {
      draft.sections[Number(level) - 1] = fieldIn(field)
      return true
    },
  ],
  [
    /^表名 → (\S+)$/,
    (draft, [field = '']) => {
      draft.sheet_name = fieldIn(field)
      return true
    },
  ],
  [
    /^全部 (\S+) → “(.*)”$/,
    (draft, [field = '', value = '']) => {
      draft.constants[field] = value
      return true
    },
  ],
  [
    /^答 (.+) → (.+)$/,
    (draft, [key = '', said = '']) => {
      const answer = answerIn(said)
      if (answer) draft.answers[key] = answer
      return answer !== undefined
    },
  ],
]

/** What these lines remember; undefined where one of them is of no known form. */
export function rememberedFrom(given: string): Remembered | undefined {
  const draft: Draft = { columns: {}, sections: [], sheet_name: null, constants: {}, answers: {} }
  for (const line of given.split('\n').map((one) => one.trim())) {
    if (!line) continue
    const found = lines.find(([form]) => form.test(line))
    if (!found) return undefined
    const parts = found[0].exec(line)?.slice(1) ?? []
    if (!found[1](draft, parts)) return undefined
  }
  return { ...draft, sections: Array.from(draft.sections, (field) => field ?? null) }
}
