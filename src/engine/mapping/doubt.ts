import { type Text, text } from '#engine/result/result'

/** Everything that can make a cell or a row doubtful. */
export const doubtKinds = {
  unit_unsaid: text('没有说明单位', 'Unit not said'),
  unit_in_cell: text('单元格的单位与表头不同', 'Cell and head name different units'),
  unusual_size: text('与同列其他数相差悬殊', 'Of another size than the rest of the column'),
  not_exact: text('换算后小数过多', 'More decimals than are kept'),
  qualifier: text('带“约”“超过”等字样', 'Said with “about”, “over” or the like'),
  percent: text('百分数的写法不明', 'Percent or share unclear'),
  placeholder: text('填了“待定”“无”等字样', '“To be decided” or the like'),
  no_day: text('日期只到月', 'A month without a day'),
  no_month: text('日期只到年', 'A year without a month'),
  no_year: text('日期没有年份', 'A day without a year'),
  day_in_words: text('日期用文字表述', 'A day in words'),
  serial: text('数字可能是日期序号', 'A number that may be a date'),
  two_dates: text('日与月的次序不明', 'Day and month may be either way round'),
  carried_down: text('空白，可能同上一行', 'Blank: perhaps as the row above'),
  near_choice: text('与某个选项相近', 'Close to one of the options'),
  two_match: text('与多个选项相近', 'Close to several options'),
  unknown_choice: text('不在可选范围内', 'None of the options'),
  not_found: text('没有找到该名称', 'Name not found'),
  several: text('有多条同名记录', 'Several are called so'),
  unreadable: text('读不出', 'Cannot be read'),
  refused: text('不合字段要求', 'Not allowed in this field'),
  fault: text('公式没有可用的结果', 'A formula without a result'),
  wide_merge: text('跨列合并', 'Merged across columns'),
  subtotal_like: text('可能是合计行', 'Perhaps a total'),
  corrected: text('已更正', 'Corrected'),
  stray_row: text('不像数据的行', 'A row unlike the others'),
} as const satisfies Readonly<Record<string, Text>>

export type DoubtKind = keyof typeof doubtKinds

/** One way in which a doubtful cell may be meant: the value as the field would take it, and how that is told. */
export interface Reading {
  readonly value: string
  readonly shown: Text
}

/** Why a cell is doubtful, and how it may be read: the likeliest first. None: it must be corrected or left out. */
export interface Doubt {
  readonly kind: DoubtKind
  readonly says: Text
  readonly readings: readonly Reading[]
}

/** What was read of a cell: a value that is certain, or a doubt about it. A blank cell is null. */
export type CellReading = { readonly value: unknown } | { readonly doubt: Doubt }

export const certain = (value: unknown): CellReading => ({ value })

export const doubtful = (kind: DoubtKind, says: Text, readings: readonly Reading[] = []): CellReading => ({
  doubt: { kind, says, readings },
})

/** A value that people read as it stands. */
export const asIs = (value: string): Reading => ({ value, shown: text(value, value) })

/** The keys under which an answer to a doubt about a cell may stand, the narrowest first. */
export const cellKey = (sheet: string, address: string): string => `${sheet}!${address}`
export const valueKey = (field: string, raw: string): string => `${field}=${raw}`
export const kindKey = (kind: DoubtKind, field: string): string => `${kind}|${field}`
