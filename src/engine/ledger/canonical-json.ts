/**
 * JSON with sorted keys and no spaces: equal values give equal text. Takes what JSON carries (no undefined, no Date);
 * a key whose value is undefined is left out, as JSON.stringify does. Plain loops: it runs for every event written.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  let text = ''
  if (Array.isArray(value)) {
    for (const part of value) text += `${text && ','}${canonicalJson(part)}`
    return `[${text}]`
  }
  const parts = value as Readonly<Record<string, unknown>>
  for (const key of Object.keys(parts).sort())
    if (parts[key] !== undefined) text += `${text && ','}${JSON.stringify(key)}:${canonicalJson(parts[key])}`
  return `{${text}}`
}
