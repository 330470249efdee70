import { type Problem, shown } from '#engine/records/problem'
import { text } from '#engine/result/result'
import { kernelError } from '#platform/errors/app-error'

/** No database keeps a NUL in text, and half a surrogate pair is no character. */
// eslint-disable-next-line no-control-regex
const unkept = /[\u0000\p{Cs}]/u

const isReadable = (given: string): boolean => !unkept.test(given)

const unreadable = (field: string, value: string): Problem => ({
  field: field.slice(0, 200),
  code: 'not_text',
  value: shown(value.replaceAll(new RegExp(unkept, 'gu'), '�')),
  says: text('含有不能保存的字符', 'holds a character that cannot be kept'),
  mend: text('请删去空字符或残缺字符后重试', 'Remove the NUL or broken character.'),
})

/** Every text in a body that cannot be kept, by its place in it; names of properties are texts as well. */
function problemsIn(value: unknown, place: string): Problem[] {
  if (typeof value === 'string') return isReadable(value) ? [] : [unreadable(place, value)]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, one]) => [
    ...(isReadable(name) ? [] : [unreadable(place, name)]),
    ...problemsIn(one, place === '' ? name : `${place}.${name}`),
  ])
}

/** Refuses an address or a JSON body with text that cannot be kept, before anything reads it. */
export function refuseUnreadable(request: { readonly url: string; readonly body: unknown }): void {
  if (request.url.includes('%00')) throw kernelError('bad_request')
  const problems = Buffer.isBuffer(request.body) ? [] : problemsIn(request.body, '')
  if (problems.length > 0) throw kernelError('invalid_input', { problems: problems.slice(0, 100) })
}
