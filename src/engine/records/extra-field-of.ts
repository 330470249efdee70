import { text } from '#engine/result/result'
import type { Field } from './field'

/** What is kept of a field that a zone has added; as a row of `extra_field` or of its reply. */
export type ExtraFieldRow = Readonly<Record<string, unknown>>

const words = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Options as they are written down: one a line, or separated by commas of any kind. */
export const optionNames = (written: unknown): string[] => [
  ...new Set(
    words(written)
      .split(/[,，、;；\n]+/)
      .map((name) => name.trim())
      .filter(Boolean),
  ),
]

/** The field that such a row declares, the same in browser and server; undefined where its kind is not known. */
export function extraFieldOf(row: ExtraFieldRow): Field | undefined {
  const zh = words(row.label_zh)
  const base = { label: text(zh, words(row.label_en) || zh), required: row.required === true }
  switch (row.kind) {
    case 'decimal':
      return { kind: 'decimal', decimals: 4, ...base }
    case 'choice': {
      const options = optionNames(row.options).map((name) => [name, text(name, name)] as const)
      return { kind: 'choice', options: Object.fromEntries(options), ...base }
    }
    case 'text':
    case 'integer':
    case 'boolean':
    case 'date':
      return { kind: row.kind, ...base }
    default:
      return undefined
  }
}
