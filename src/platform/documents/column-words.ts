import type { Field, FieldKind } from '#engine/records/field'
import { type Text, text } from '#engine/result/result'
import { type SheetColumn, unitOf } from './sheet-columns'

type OfKind<K extends FieldKind> = Extract<Field, { kind: K }>

const range = (min: string | number | undefined, max: string | number | undefined): Text => {
  if (min !== undefined && max !== undefined) return text(`，${min} 至 ${max}`, ` from ${min} to ${max}`)
  if (min !== undefined) return text(`，不小于 ${min}`, ` of at least ${min}`)
  return max === undefined ? text('', '') : text(`，不大于 ${max}`, ` of at most ${max}`)
}

const joined = (parts: readonly Text[], between: readonly [string, string]): Text =>
  text(parts.map(({ zh }) => zh).join(between[0]), parts.map(({ en }) => en).join(between[1]))

const words: { readonly [K in FieldKind]: (field: OfKind<K>) => Text } = {
  text: (field) => {
    const size = text(`文字，至多 ${field.max ?? 200} 字`, `Text of up to ${field.max ?? 200} characters`)
    return field.pattern ? joined([size, field.pattern.says], ['；', '. ']) : size
  },
  integer: (field) => joined([text('整数', 'A whole number'), range(field.min, field.max)], ['', '']),
  decimal: (field) =>
    joined(
      [
        text(`数字，至多 ${field.decimals} 位小数`, `A number with up to ${field.decimals} decimals`),
        range(field.min, field.max),
      ],
      ['', ','],
    ),
  boolean: () => text('是 或 否', 'Yes or no'),
  date: () => text('日期，如 2026-03-05', 'A date such as 2026-03-05'),
  instant: () => text('时间', 'A moment'),
  period: () => text('期间，如 2026、2026-Q1 或 2026-03', 'A period such as 2026, 2026-Q1 or 2026-03'),
  choice: (field) => {
    const options = joined(Object.values(field.options), ['、', ', '])
    return text(`选填一项：${options.zh}`, `One of: ${options.en}`)
  },
  reference: () => text('已有记录的名称或编号', 'Name or id of an existing row'),
  references: () =>
    text('已有记录的名称或编号，用顿号分隔', 'Names or ids of existing rows, separated by commas'),
}

/** What may be written in a column. */
export function formWords(field: Field): Text {
  return (words[field.kind] as (given: Field) => Text)(field)
}

/** The note on a header: whether it must be filled, what it is, how it is written, and its name for programs. */
export function columnNote({ name, field }: SheetColumn): string {
  const unit = unitOf(field)
  const form = formWords(field)
  return [
    field.required ? '必填 Required' : '选填 Optional',
    field.help && `${field.help.zh}\n${field.help.en}`,
    `${form.zh}\n${form.en}`,
    unit && `单位 Unit：${unit}`,
    `${field.label.en} · ${name}`,
  ]
    .filter(Boolean)
    .join('\n')
}
