import { kernelDeeds, kernelRecords } from '#engine/ledger/audit-entry'
import { findAction } from '#engine/lifecycles/lifecycle'
import { namingRow } from '#engine/records/named-change'
import type { RecordType } from '#engine/records/record'
import { type Text, text } from '#engine/result/result'

type Records = readonly RecordType[]

/** What an event is about, in words. */
export const subjectWords = (records: Records, name: string): Text =>
  records.find((record) => record.name === name)?.label ?? kernelRecords[name] ?? text(name, name)

/** What was done, in words: an action of the record's lifecycle, or a deed of the kernel. */
export function auditDeedWords(records: Records, subject: string, deed: string): Text {
  const lifecycle = records.find((record) => record.name === subject)?.lifecycle
  return (lifecycle && findAction(lifecycle, deed)?.label) ?? kernelDeeds[deed] ?? text(deed, deed)
}

/** Every deed there can be, once each: kernel first, then actions of the record types. */
export function allDeeds(records: Records): ReadonlyMap<string, Text> {
  const deeds = new Map(Object.entries(kernelDeeds))
  for (const record of records)
    for (const [name, action] of Object.entries(record.lifecycle?.actions ?? {}))
      if (!deeds.has(name)) deeds.set(name, action.label)
  return deeds
}

/** Everything an event can be about. */
export const allSubjects = (records: Records): ReadonlyMap<string, Text> =>
  new Map([...records.map(({ name, label }) => [name, label] as const), ...Object.entries(kernelRecords)])

/** What was changed of what is kept with a row, by the row that names it: 指标 revenue. */
function besideWords(records: Records, change: string): Text | undefined {
  const row = namingRow(change)
  if (!row) return undefined
  const label = subjectWords(records, row.record)
  return text(`${label.zh} ${row.id}`, `${label.en} ${row.id}`)
}

/** The label of a changed field, where the record type declares it. */
export const fieldWords = (records: Records, subject: string, field: string): Text =>
  besideWords(records, field) ??
  records.find((record) => record.name === subject)?.fields[field]?.label ??
  {
    state: text('状态', 'State'),
    unit_id: text('所属单位', 'Unit'),
    request: text('请求', 'Request'),
    status: text('应答', 'Answer'),
  }[field] ??
  text(field, field)
