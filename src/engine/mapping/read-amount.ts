import { canonical, decimal } from '#engine/quantity/decimal'
import { parseQuantity } from '#engine/quantity/parse-quantity'
import type { Qualifier } from '#engine/quantity/quantity'
import { convertValue, findUnit, isRate, type Unit } from '#engine/quantity/unit'
import type { DecimalField, IntegerField } from '#engine/records/field'
import { shown } from '#engine/records/problem'
import { type Text, text } from '#engine/result/result'
import { certain, type CellReading, doubtful, type Reading } from './doubt'
import { unitsFor } from './head-unit'

/** What is known of the column when one of its figures is read. */
export interface AmountColumn {
  readonly field: DecimalField | IntegerField
  /** The unit of bare numbers, as a code; null: nobody has said. */
  readonly unit: string | null
  /** The middle one of the column's bare numbers; absent where there are too few to tell. */
  readonly typical?: string
  /** The row keeps 约, 超过 … beside the figure, so that they are not lost. */
  readonly keepsQualifier?: boolean
}

/** A figure that was read, and the mark that stood with it. */
export interface AmountReading {
  readonly reading: CellReading
  readonly qualifier?: Qualifier
}

/** How far from the middle of its column a number lies when it may be in another unit: 亿 and 万 are 10 000 apart. */
const far = 300

const nothing = new Set(['-', '--', '—', '——', '–', '/', '\\', '―'])

const decimalsOf = (field: DecimalField | IntegerField): number =>
  field.kind === 'decimal' ? field.decimals : 0

const fits = (value: string, field: AmountColumn['field']): boolean =>
  decimal(value).decimalPlaces() <= decimalsOf(field)

const cut = (value: string, field: AmountColumn['field']): string =>
  canonical(decimal(value).toDecimalPlaces(decimalsOf(field), 4))

const told = (value: string, unit: Unit | undefined): Text =>
  text(`${value} ${unit?.zh ?? ''}`.trim(), `${value} ${unit?.zh ?? ''}`.trim())

/** A reading of a value in the field's own unit, rounded to what the field keeps. */
const reading = (value: string, column: AmountColumn, own: Unit | undefined): Reading => ({
  value: cut(value, column.field),
  shown: told(cut(value, column.field), own),
})

interface Read {
  readonly raw: string
  readonly column: AmountColumn
  /** The field's unit. */
  readonly own: Unit | undefined
}

/** A value in the field's unit, certain unless it has more decimals than the field keeps. */
function settled(value: string, { column, own }: Read): CellReading {
  if (fits(value, column.field)) return certain(value)
  return doubtful(
    'not_exact',
    text(
      `换算为 ${value} ${own?.zh ?? ''}，只保留 ${decimalsOf(column.field)} 位小数`,
      `is ${value} ${own?.zh ?? ''}; ${decimalsOf(column.field)} decimals are kept`,
    ),
    [reading(value, column, own)],
  )
}

/** The number as one of each unit, in the field's own: `12000 万元 = 1.2 亿元`. What would vanish by rounding is no reading. */
const inUnits = (value: string, units: readonly Unit[], { column, own }: Read): Reading[] =>
  units.flatMap((unit) => {
    const converted = own ? convertValue(value, unit, own) : null
    if (converted === null) return []
    const kept = reading(converted, column, own)
    if (kept.value === '0' && converted !== '0') return []
    const sign = kept.value === converted ? '=' : '≈'
    const shown = `${value} ${unit.zh} ${sign} ${kept.shown.zh}`
    return [{ value: kept.value, shown: text(shown, shown) }]
  })

/** Units in which officers write sums, the usual first. */
const usualMoney = ['亿元', '万元', '元'].flatMap((name) => findUnit(name) ?? [])

const isMoney = (unit: Unit | undefined): boolean =>
  unit?.dimension.cny === 1 && Object.keys(unit.dimension).length === 1

/** A number that a unit must be added to: the head has none and the cell has none. */
function unsaid(value: string, read: Read): CellReading {
  const likely = isMoney(read.own) ? usualMoney : unitsFor(read.own?.code)
  const first = read.own ? [read.own, ...likely.filter((unit) => unit !== read.own)] : likely
  return doubtful(
    'unit_unsaid',
    text('表头和单元格都没有说明单位', 'has no unit, and the head names none'),
    inUnits(value, first, read),
  )
}

/** Whether a bare number lies so far from the middle of its column that it may be in another unit. */
function isUnusual(value: string, typical: string | undefined): boolean {
  if (typical === undefined) return false
  const [size, middle] = [decimal(value).abs(), decimal(typical).abs()]
  if (size.isZero() || middle.isZero()) return false
  return size.times(far).lessThan(middle) || size.greaterThan(middle.times(far))
}

/** A sum in 亿元 that no single project is likely to have: where a column is too short to have a middle, 15 000 (万元) stood as 亿元. */
const seldomYi = 1000

function isSeldom(value: string, said: Unit, typical: string | undefined): boolean {
  const yi = findUnit('亿元')
  if (typical !== undefined || !yi || !isMoney(said)) return false
  const sum = convertValue(value, said, yi)
  return sum !== null && decimal(sum).abs().greaterThanOrEqualTo(seldomYi)
}

function unusual(value: string, said: Unit, read: Read): CellReading {
  const usual = isMoney(said) ? usualMoney : unitsFor(said.code)
  const others = usual.filter((unit) => unit !== said)
  return doubtful(
    'unusual_size',
    read.column.typical === undefined
      ? text(`表头是${said.zh}，这样大的金额少见`, `is in ${said.zh} by its head: a sum that large is seldom`)
      : text(
          `表头是${said.zh}，但同列其他数多在 ${read.column.typical} 上下`,
          `is in ${said.zh} by its head, where the others are about ${read.column.typical}`,
        ),
    inUnits(value, [said, ...others.slice(0, 2)], read),
  )
}

/** A number without a unit of its own. */
function bare(value: string, read: Read): CellReading {
  const { column, own } = read
  if (!own) return settled(value, read)
  if (isRate(own)) return asShare(value, read)
  const alternatives = unitsFor(own.code)
  const said = column.unit === null ? undefined : findUnit(column.unit)
  if (!said) return alternatives.length > 1 ? unsaid(value, read) : settled(value, read)
  if (isUnusual(value, column.typical) || isSeldom(value, said, column.typical))
    return unusual(value, said, read)
  const converted = convertValue(value, said, own)
  return converted === null ? unreadable(read.raw) : settled(converted, read)
}

/** Excel keeps 95 % as 0.95, and officers write 95. */
function asShare(value: string, read: Read): CellReading {
  const number = decimal(value)
  if (number.isZero() || number.abs().greaterThan(1)) return settled(value, read)
  const times100 = canonical(number.times(100))
  return doubtful(
    'percent',
    text(`可能是 ${times100}%，也可能就是 ${value}%`, `may be ${times100}% or ${value}%`),
    [reading(times100, read.column, read.own), reading(value, read.column, read.own)],
  )
}

/** A number with a unit of its own: 1.2亿, 3500万元. */
function withUnit(value: string, written: Unit, read: Read): CellReading {
  const { column, own } = read
  const converted = own ? convertValue(value, written, own) : value
  if (converted === null) return otherMeasure(written, own)
  const said = column.unit === null ? undefined : findUnit(column.unit)
  if (!said || said === written || !fits(converted, column.field)) return settled(converted, read)
  return doubtful(
    'unit_in_cell',
    text(
      `表头是${said.zh}，单元格写的是${written.zh}`,
      `is headed ${said.zh}, but the cell says ${written.zh}`,
    ),
    [reading(converted, column, own)],
  )
}

const otherMeasure = (written: Unit, own: Unit | undefined): CellReading =>
  doubtful(
    'unreadable',
    text(`${written.zh}不能换算成${own?.zh ?? ''}`, `${written.zh} cannot be converted to ${own?.zh ?? ''}`),
  )

export const unreadable = (raw: string): CellReading =>
  doubtful('unreadable', text(`“${shown(raw)}”读不出`, `“${shown(raw)}” cannot be read`))

/** The unit of a bare 亿 or 万: the base of the field's measure, so many times. */
function scaleUnit(raw: string, own: Unit | undefined): Unit | undefined {
  const scale = /(\d|\s)(亿|万)(?![元万亿])/.exec(raw)?.[2]
  return isMoney(own) && scale ? findUnit(`${scale}元`) : undefined
}

interface Parts {
  readonly value: string
  readonly unit: Unit | undefined
  readonly qualifier: Qualifier
}

function partsOf(raw: string, own: Unit | undefined): Parts | undefined {
  const plain = raw
    .normalize('NFKC')
    .replace(/人民币|￥|¥/g, '')
    .trim()
  const scale = scaleUnit(plain, own)
  const parsed = parseQuantity(scale ? plain.replace(/(\d\s*)(亿|万)/, '$1$2元') : plain)
  if (!parsed.ok || parsed.value.quantity.value === null) return undefined
  const { quantity, unit } = parsed.value
  return {
    value: quantity.value as string,
    unit: unit === null ? undefined : findUnit(unit),
    qualifier: quantity.qualifier,
  }
}

/** Adds that a mark (约, 超过) would be lost, where nothing beside the figure keeps it. */
function marked(found: CellReading, { column, own }: Read, qualifier: Qualifier): CellReading {
  if (qualifier === 'exact' || column.keepsQualifier || 'doubt' in found) return found
  const value = String(found.value)
  return doubtful('qualifier', text('字样会丢失，只留数值', 'says more than the number that is kept'), [
    { value, shown: told(value, own) },
  ])
}

const words = /^(无|没有|暂无|待定|未定|不详|未知|不涉及|n\/?a|\?|？|tbd)$/i

export const placeholder = (raw: string): CellReading =>
  doubtful('placeholder', text(`写的是“${shown(raw)}”，读作空白`, `says “${shown(raw)}”: read as blank`), [
    { value: '', shown: text('空白', 'Blank') },
  ])

/** Whether a cell says in words or with a stroke that there is nothing. */
export const saysNothing = (raw: string): 'stroke' | 'words' | undefined =>
  nothing.has(raw.trim()) ? 'stroke' : words.test(raw.trim()) ? 'words' : undefined

/** A figure in the unit of its field. Nothing is rounded or converted by a guess: what is not certain is a doubt. */
export function readAmount(raw: string, column: AmountColumn): AmountReading {
  const own = findUnit(column.field.unit ?? '')
  const read: Read = { raw, column, own }
  const parts = partsOf(raw, own)
  if (!parts) return { reading: unreadable(raw) }
  const { value, unit, qualifier } = parts
  const plain = unit ? withUnit(value, unit, read) : bare(value, read)
  return { reading: marked(plain, read, qualifier), qualifier }
}
