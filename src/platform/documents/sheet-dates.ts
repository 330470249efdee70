import { attribute, startTags } from './xml-tags'

/** A cell that Excel holds as a date: the day, without its time. */
export interface CellDate {
  readonly date: string
}

/** A date serial as a day; the 1900 system counts a 29 February 1900 that never was. */
export function serialDay(serial: number, from1904 = false): string | undefined {
  const whole = Math.floor(serial)
  if (!(whole >= 1 && whole <= 2_958_465)) return undefined
  const days = from1904 ? whole + 1462 : whole < 60 ? whole + 1 : whole
  return new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10)
}

/** 14–22 and 45–47 are dates everywhere, 27–36 and 50–58 in Chinese Excel (年月日). */
const builtIn = (id: number) =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

/** Whether a number format shows a date: a year, month, day or hour outside quotes, escapes and [colours]. */
export function isDateFormat(code: string): boolean {
  const bare = code
    .slice(0, 255)
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/\[[^\]]*\]/g, '')
  return /[ymdhs]/i.test(bare) && !/general/i.test(bare)
}

/** Numbers of the file's own formats that show dates. */
function dateFormats(xml: string): Set<number> {
  const formats = new Set<number>()
  for (const { name, attributes } of startTags(xml))
    if (name === 'numFmt' && isDateFormat(attribute(attributes, 'formatCode') ?? ''))
      formats.add(Number(attribute(attributes, 'numFmtId')))
  return formats
}

/** Which cell styles (by index) show dates, from `xl/styles.xml`. */
export function dateStyles(xml: string): ReadonlySet<number> {
  const formats = dateFormats(xml)
  const styles = new Set<number>()
  let section = ''
  let index = 0
  for (const { name, attributes } of startTags(xml)) {
    if (name === 'cellXfs' || name === 'cellStyles') section = name
    if (name !== 'xf' || section !== 'cellXfs') continue
    const id = Number(attribute(attributes, 'numFmtId') ?? 0)
    if (builtIn(id) || formats.has(id)) styles.add(index)
    index += 1
  }
  return styles
}
