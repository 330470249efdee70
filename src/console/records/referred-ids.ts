/** The ids that the value of a reference, or of references, holds; none where it is empty. */
export const referredIds = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.map(String) : typeof value === 'string' && value ? [value] : []
