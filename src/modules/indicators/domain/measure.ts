/** A named measure of a record type, written `project.started` in an indicator. */
export interface MeasureName {
  readonly record: string
  readonly measure: string
}

/** `project.started` → its parts; undefined for anything else. */
export function parseMeasure(written: string): MeasureName | undefined {
  const match = /^([a-z][a-z0-9_]*)\.([a-z][a-z0-9_]*)$/.exec(written.trim())
  return match?.[1] && match[2] ? { record: match[1], measure: match[2] } : undefined
}
