import { sql } from 'kysely'
import type { ExtraFields } from '#engine/records/check-input'
import type { Field } from '#engine/records/field'
import { systemFieldNames } from '#engine/records/list-query'
import { type Problem, shown } from '#engine/records/problem'
import { readValue } from '#engine/records/read-value'
import type { RecordType } from '#engine/records/record'
import { text } from '#engine/result/result'
import type { Transaction } from '#platform/database/database'
import { headerKeys, inputColumns } from '#platform/documents/sheet-columns'
import { exportOnlyHeaders } from '#platform/records/export-only'

interface Added {
  readonly name: string
  readonly field: Field
}

/** What every reply says of a row beside its fields. */
const replied = ['extra', 'may', 'clocks', 'created_by', 'updated_by', 'closed', 'next_due_at']

/** Names that a row has already, and those that every object of the language has. */
const isTaken = (record: RecordType, name: string): boolean =>
  Object.hasOwn(record.fields, name) ||
  systemFieldNames.includes(name) ||
  replied.includes(name) ||
  name in Object.prototype

/** An identifier or a name that another field of the record has: inputs and sheets could not tell the two apart. */
export function fieldClashes(record: RecordType, { name, field }: Added, others: ExtraFields): Problem[] {
  const columns = inputColumns(record, others)
  const headers = new Set([
    ...columns.flatMap((column) => headerKeys(column)),
    ...exportOnlyHeaders(record, columns),
  ])
  const problems: Problem[] = []
  if (isTaken(record, name))
    problems.push({
      field: 'name',
      code: 'duplicate',
      value: shown(name),
      says: text(`${record.label.zh}已有这个标识`, `is an identifier that ${record.label.en} has already`),
      mend: text('请换一个标识', 'Use another identifier.'),
    })
  const asHeader = { name: `extra.${name}`, field }
  if (headerKeys(asHeader).some((key) => headers.has(key)))
    problems.push({
      field: 'label_zh',
      code: 'duplicate',
      value: shown(field.label.zh),
      says: text(
        `${record.label.zh}已有同名的列`,
        `is the name of a column that ${record.label.en} has already`,
      ),
      mend: text(
        '请换一个名称，中英文都不与已有的列相同',
        'Use names that no column has, in either language.',
      ),
    })
  return problems
}

/** Values looked at: a field that was used before shows its kind in the first. */
const most = 1000

/**
 * Rows keep what was filled in when a field is removed, so that the same field put back shows it again. A field of
 * another kind under the same identifier would read it wrongly: 34 parking spaces as “no”.
 */
export async function leftBehind(
  tx: Transaction,
  record: RecordType,
  { name, field }: Added,
): Promise<Problem[]> {
  const rows = await tx.asKernel.all<{ value: unknown }>(
    sql`SELECT DISTINCT extra -> ${name}::text AS value FROM ${sql.table(record.name)} WHERE jsonb_exists(extra, ${name}::text) LIMIT ${most}`,
  )
  const unfit = rows.find(({ value }) => {
    const read = readValue(field, value)
    return !read.ok || (value !== null && JSON.stringify(read.value) !== JSON.stringify(value))
  })
  if (!unfit) return []
  return [
    {
      field: 'name',
      code: 'duplicate',
      value: shown(name),
      says: text(
        `以前的同名字段留有内容（如“${shown(unfit.value)}”），与这个类型不符`,
        `was a field before, and what rows keep of it (such as “${shown(unfit.value)}”) does not fit this kind`,
      ),
      mend: text(
        '请换一个标识，或按原来的类型恢复',
        'Use another identifier, or put it back with its former kind.',
      ),
    },
  ]
}
