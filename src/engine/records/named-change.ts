/** Two names that cannot stand in one field's name: no field of a record has a colon. */
const between = ':'

/**
 * What a change is called in a row's history that is of no field of the row but of something kept with it, named by
 * another row: a report's figure of an indicator is `indicator:revenue`.
 */
export const namedChange = (record: string, id: string): string => `${record}${between}${id}`

/** The row that such a change is named by; undefined for a field. */
export function namingRow(change: string): { readonly record: string; readonly id: string } | undefined {
  const at = change.indexOf(between)
  return at < 0 ? undefined : { record: change.slice(0, at), id: change.slice(at + 1) }
}
