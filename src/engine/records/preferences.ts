import { fail, ok, type Result, text, type Text } from '#engine/result/result'
import { type Problem, shown } from './problem'

/** What one person has set for themselves, by name; `GET /api/me/preferences`. */
export type Preferences = Readonly<Record<string, unknown>>

export interface PreferencesReply {
  readonly preferences: Preferences
}

/** Settings of one request; more than a page of the console could send at once. */
const mostAtOnce = 50

/** Settings of one person: columns and views of every list, with room to spare. */
export const mostPreferences = 300

/** Length of a setting as JSON text, in characters: a hundred saved views of one list. */
const longest = 6000

const namePattern = /^[a-z][a-z0-9_.-]{0,79}$/

const problem = (field: string, value: unknown, [says, mend]: readonly [Text, Text]): Problem => ({
  field: field.slice(0, 80),
  code: 'rule',
  value: shown(value),
  says,
  mend,
})

const badName = [
  text('设置项名称无效', 'is no name of a setting'),
  text('小写字母开头，可用数字、点、横线', 'Begin with a small letter; digits, dots and dashes may follow.'),
] as const
const tooLong = [
  text('设置内容过长', 'is too long for a setting'),
  text(
    `请少于 ${longest} 字符，如删去不用的视图`,
    `Keep it under ${longest} characters; remove views not used.`,
  ),
] as const
const tooMany = [
  text('一次设置的项目过多', 'has too many settings at once'),
  text(`一次最多 ${mostAtOnce} 项`, `Send at most ${mostAtOnce} at once.`),
] as const

/** What a person wants to set (null: as if never set); every problem at once. */
export function readPreferences(body: Readonly<Record<string, unknown>>): Result<Preferences, Problem[]> {
  const entries = Object.entries(body)
  if (entries.length > mostAtOnce) return fail([problem('', entries.length, tooMany)])
  const problems = entries.flatMap(([name, value]) => {
    if (!namePattern.test(name)) return [problem(name, name, badName)]
    const length = JSON.stringify(value).length
    return length > longest ? [problem(name, length, tooLong)] : []
  })
  return problems.length > 0 ? fail(problems) : ok(Object.fromEntries(entries))
}
