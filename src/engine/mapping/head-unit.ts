import { plainWidth } from '#engine/records/read-value'
import { findUnit, isSameDimension, type Unit } from '#engine/quantity/unit'
import { UNIT_ROWS } from '#engine/quantity/units.data'

/** Marks that a unit stands between or behind in a head: 总投资（万元）, 总投资/万元, 总投资:万元. */
const places = [
  /[([【]\s*(?:单位\s*[:：]?\s*)?([^()[\]【】]{1,12}?)\s*[)\]】]/g,
  /[/,，:：]\s*([^/,，:：()]{1,8})\s*$/g,
]

/** How sheets shorten units; 万 and 亿 alone are of money, and fit no field that is not. */
const short: Readonly<Record<string, string>> = {
  亿: '亿元',
  万: '万元',
  亿元人民币: '亿元',
  万元人民币: '万元',
  人民币万元: '万元',
  人民币亿元: '亿元',
  '㎡': '平方米',
  'm²': '平方米',
  平米: '平方米',
  '万㎡': '万平方米',
  m2: '平方米',
  万m2: '万平方米',
  万平米: '万平方米',
  万平方: '万平方米',
  'hm²': '公顷',
  'km²': '平方公里',
}

/** A unit by any name that sheets give it. */
export const unitCalled = (name: string): Unit | undefined => findUnit(short[name] ?? name)

/** The unit of measure that a head names; undefined where it names none. */
export function unitInHead(head: string): Unit | undefined {
  const plain = plainWidth(head).replace(/\s/g, '')
  for (const place of places)
    for (const match of plain.matchAll(place)) {
      const unit = unitCalled(match[1] ?? '')
      if (unit) return unit
    }
  return undefined
}

/** The unit that a line above the head gives all figures of the sheet: `单位：万元`. */
export function unitInCaption(line: string): Unit | undefined {
  const match =
    /单位[:：]\s*([^\s,，;；、)）]{1,8})/.exec(line) ??
    /[(（]\s*([^()（）]{1,6})\s*[)）]\s*$/.exec(line.trim())
  return match ? unitCalled(plainWidth(match[1] ?? '')) : undefined
}

/** Units in which a field's figures may be written, in order of size: convertible exactly or not, never of another dimension. */
export function unitsFor(unit: string | undefined): readonly Unit[] {
  const own = unit === undefined ? undefined : findUnit(unit)
  if (!own) return []
  return UNIT_ROWS.filter((other) => isSameDimension(other.dimension, own.dimension))
}
