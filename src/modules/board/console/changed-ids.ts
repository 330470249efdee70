/** Ids whose value is another than before; what is shown for the first time is not a change. */
export const changedIds = (
  before: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): readonly string[] =>
  [...now].flatMap(([id, value]) => (before.has(id) && before.get(id) !== value ? [id] : []))
