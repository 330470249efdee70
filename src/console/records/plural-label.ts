import type { RecordType } from '#engine/records/record'
import { text, type Text } from '#engine/result/result'

/** English words whose plural follows no rule. */
const irregular: Readonly<Record<string, string>> = {
  Person: 'People',
  'Monthly progress': 'Monthly progress',
}

function pluralOf(label: string): string {
  const known = irregular[label]
  if (known) return known
  if (/[^aeiou]y$/.test(label)) return `${label.slice(0, -1)}ies`
  return /(s|x|ch|sh)$/.test(label) ? `${label}es` : `${label}s`
}

/** What a list of rows is called: Chinese has no plural, English has. */
export const pluralLabel = ({ label }: Pick<RecordType, 'label'>): Text => text(label.zh, pluralOf(label.en))
