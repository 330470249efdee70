import { type Problem, shown } from '#engine/records/problem'
import type { RecordType } from '#engine/records/record'
import { text, type Text } from '#engine/result/result'
import { DatabaseError } from '#platform/database/database-error'
import { kernelError } from '#platform/errors/app-error'

/** Bad input, told with every problem. */
export const invalidInput = (problems: readonly Problem[]) => kernelError('invalid_input', { problems })

export const duplicateProblem = (field: string, value: unknown): Problem => ({
  field,
  code: 'duplicate',
  value: shown(value),
  says: text('已有相同的记录', 'is taken by another row'),
  mend: text('请更换，或修改已有记录', 'Use another, or change the existing row.'),
})

/** A row that a sheet names by its id: whether it is not there or only not seen is not told. */
export const unknownRow = (id: string): Problem => ({
  field: 'id',
  code: 'not_found',
  value: shown(id),
  says: text('没有这个编号的记录，或您无权查看', 'is the id of no row that you may see'),
  mend: text('新增的行请留空系统编号', 'Leave the row id of a new row blank.'),
})

export const missingReference = (field: string, value: unknown): Problem => ({
  field,
  code: 'not_found',
  value: shown(value),
  says: text('引用的记录不存在或您无权查看', 'refers to a row that does not exist or that you may not see'),
  mend: text('请从列表中选择', 'Choose one from the list.'),
})

/** A part refers to a part of another row: a node that would wait for one of another project. */
export const foreignPart = (field: string, names: string, whole: Text): Problem => ({
  field,
  code: 'rule',
  value: shown(names),
  says: text(`“${names}”不属于同一${whole.zh}`, `${names} lies in another ${whole.en.toLowerCase()}`),
  mend: text(`请选择同一${whole.zh}内的`, `Choose one of the same ${whole.en.toLowerCase()}.`),
})

function fieldsOfConstraint(record: RecordType, constraint: string): readonly string[] {
  if (constraint === `${record.name}_key`) return [record.key ?? 'id']
  const named = Object.entries(record.unique ?? {}).find(
    ([name]) => constraint === `${record.name}_${name}_unique`,
  )
  if (named) return named[1]
  return Object.keys(record.fields).filter((name) => constraint === `${record.name}_${name}_check`)
}

/** A constraint that the database refused, as problems of the fields it is about. Anything else is passed on. */
export function refusalOf(
  record: RecordType,
  row: Readonly<Record<string, unknown>>,
  error: unknown,
): unknown {
  if (!(error instanceof DatabaseError) || !error.code.startsWith('23')) return error
  const fields = fieldsOfConstraint(record, error.constraint)
  if (error.code === '23505')
    return invalidInput(
      (fields.length > 0 ? fields : ['']).map((field) => duplicateProblem(field, row[field])),
    )
  if (error.code === '23514' || error.code === '23502')
    return invalidInput(
      (fields.length > 0 ? fields : ['']).map((field) => ({
        field,
        code: 'out_of_range',
        value: shown(row[field]),
        says: text('不符合数据约束', 'does not fit the column'),
        mend: text('请对照数据字典', 'See the data dictionary.'),
      })),
    )
  return error
}
