import type { Field } from '#engine/records/field'
import type { RecordType } from '#engine/records/record'
import type { Text } from '#engine/result/result'

export type Schema = Readonly<Record<string, unknown>>

/** Chinese first, then English. */
export const both = (text: Text): string => `${text.zh} · ${text.en}`

const bare: Readonly<Record<Field['kind'], Schema>> = {
  text: { type: 'string' },
  integer: { type: 'integer' },
  decimal: { type: 'string', format: 'decimal', description: 'exact decimal as text' },
  boolean: { type: 'boolean' },
  date: { type: 'string', format: 'date' },
  instant: { type: 'string', format: 'date-time' },
  period: { type: 'string', description: '2026, 2026-H1, 2026-Q1 or 2026-03' },
  choice: { type: 'string' },
  reference: { type: 'string' },
  references: { type: 'array', items: { type: 'string' } },
}

function details(field: Field): Schema {
  switch (field.kind) {
    case 'text':
      return { maxLength: field.max ?? 200, ...(field.pattern && { pattern: field.pattern.source }) }
    case 'choice':
      return { enum: Object.keys(field.options) }
    case 'integer':
      return {
        ...(field.min !== undefined && { minimum: field.min }),
        ...(field.max !== undefined && { maximum: field.max }),
      }
    case 'reference':
    case 'references':
      return { description: `id of ${field.to}` }
    default:
      return {}
  }
}

/** A field as JSON Schema; what is not required may be null. */
function fieldSchema(field: Field): Schema {
  const unit = 'unit' in field && field.unit ? ` (${field.unit})` : ''
  const schema: Schema = { ...bare[field.kind], ...details(field), title: `${both(field.label)}${unit}` }
  return field.required
    ? schema
    : {
        ...schema,
        type: [schema.type, 'null'],
        ...('enum' in schema && { enum: [...(schema.enum as string[]), null] }),
      }
}

const system: Readonly<Record<string, Schema>> = {
  id: { type: 'string' },
  zone_id: { type: 'string' },
  unit_id: { type: 'string' },
  version: { type: 'integer' },
  created_at: { type: 'string', format: 'date-time' },
  created_by: { type: 'string' },
  updated_at: { type: 'string', format: 'date-time' },
  updated_by: { type: 'string' },
  sample: { type: 'boolean', description: 'made up for demonstration' },
  extra: { type: 'object', description: 'values of fields added without code' },
  may: { type: 'array', items: { type: 'string' }, description: 'what you may do with the row' },
}

/** A row as it is read, as it is created, and as it is changed. */
export function recordSchemas(record: RecordType): Record<string, Schema> {
  const fields = Object.entries(record.fields)
  const properties = Object.fromEntries(fields.map(([name, field]) => [name, fieldSchema(field)]))
  const state = record.lifecycle && { state: { type: 'string', enum: Object.keys(record.lifecycle.states) } }
  const writable = fields.filter(([, field]) => !field.computed)
  const input = {
    type: 'object',
    properties: {
      ...Object.fromEntries(writable.map(([name]) => [name, properties[name]])),
      ...((record.place ?? record.within) ? {} : { unit_id: { type: 'string' } }),
    },
    additionalProperties: true,
  }
  const required = writable.filter(([, field]) => field.required).map(([name]) => name)
  return {
    [record.name]: {
      type: 'object',
      description: both(record.about),
      properties: { ...system, ...properties, ...state },
    },
    [`${record.name}_input`]: { ...input, ...(required.length > 0 && { required }) },
    [`${record.name}_change`]: input,
  }
}

/** Schemas that every record route uses, beside the contracts. */
export const shared: Readonly<Record<string, Schema>> = {
  titles: {
    type: 'object',
    description: 'names of rows referred to: titles.unit.LZ',
    additionalProperties: { type: 'object' },
  },
}
