import { dateStyles } from './sheet-dates'
import { unreadable } from './unreadable'
import { attribute, startTags, textRuns } from './xml-tags'
import { entryText, zipEntries, type ZipEntry } from './zip-entries'

/** What is needed to read the first visible sheet of a workbook row by row. */
export interface WorkbookParts {
  readonly sheet: ZipEntry
  readonly shared: readonly string[]
  readonly dates: ReadonlySet<number>
  readonly from1904: boolean
}

type Entries = ReadonlyMap<string, ZipEntry>

const smallPart = 32 * 1024 * 1024
/** Shared strings are the one part that must be held whole while rows are read. */
const sharedPart = 384 * 1024 * 1024

/** Relationship ids → part names, for targets relative to `xl/`. */
function targets(xml: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const { name, attributes } of startTags(xml)) {
    if (name !== 'Relationship') continue
    const target = attribute(attributes, 'Target') ?? ''
    found.set(attribute(attributes, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`)
  }
  return found
}

interface NamedPart {
  readonly name: string
  readonly id: string
}

function visibleSheets(workbook: string): { sheets: NamedPart[]; from1904: boolean } {
  const sheets: NamedPart[] = []
  let from1904 = false
  for (const { name, attributes } of startTags(workbook)) {
    if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attribute(attributes, 'date1904') ?? '')
    const hidden = /hidden/i.test(attribute(attributes, 'state') ?? '')
    if (name === 'sheet' && !hidden)
      sheets.push({ name: attribute(attributes, 'name') ?? '', id: attribute(attributes, 'id') ?? '' })
  }
  return { sheets, from1904 }
}

/** The shared strings in order. Rich text is joined; phonetic guides are left out. */
export function sharedStrings(xml: string): string[] {
  const prefix = /<(\w{1,20}:)?sst[\s>]/.exec(xml.slice(0, 4096))?.[1] ?? ''
  const open = `<${prefix}si`
  const close = `</${prefix}si>`
  const strings: string[] = []
  let at = xml.indexOf(open)
  while (at >= 0) {
    const empty = xml.startsWith('/>', at + open.length)
    const end = empty ? at : xml.indexOf(close, at)
    if (end < 0) break
    strings.push(empty ? '' : textRuns(xml.slice(at + open.length, end), prefix))
    at = xml.indexOf(open, end + 1)
  }
  return strings
}

function assertWorkbook(entries: Entries): void {
  if (entries.has('xl/workbook.xml')) return
  if (entries.has('xl/workbook.bin'))
    throw unreadable(
      '不支持 .xlsb 二进制工作簿，请另存为 .xlsx',
      'Binary workbooks (.xlsb) are not supported: save it as .xlsx',
    )
  if (entries.has('content.xml'))
    throw unreadable(
      '不支持 .ods 文件，请另存为 .xlsx',
      'OpenDocument sheets (.ods) are not supported: save it as .xlsx',
    )
  throw unreadable('这是压缩包，但不是 Excel 工作簿', 'This is a ZIP archive but no Excel workbook')
}

/** One visible sheet: what it is called, and what is needed to read it. */
export interface NamedParts extends WorkbookParts {
  readonly name: string
}

/** Opens a workbook: its visible sheets in order, and what their cells point to. At least one. */
export async function workbookSheets(bytes: Uint8Array): Promise<[NamedParts, ...NamedParts[]]> {
  const entries = zipEntries(bytes)
  assertWorkbook(entries)
  const part = async (name: string, most = smallPart) => {
    const entry = entries.get(name)
    return entry ? entryText(bytes, entry, most) : ''
  }
  const { sheets, from1904 } = visibleSheets(await part('xl/workbook.xml'))
  const paths = targets(await part('xl/_rels/workbook.xml.rels'))
  const found = sheets.flatMap(({ name, id }) => {
    const sheet = entries.get(paths.get(id) ?? '')
    return sheet ? [{ name, sheet }] : []
  })
  const [first, ...more] = found
  if (!first || first.name !== sheets[0]?.name)
    throw unreadable('工作簿里没有可见的工作表', 'The workbook has no visible sheet')
  const common = {
    shared: sharedStrings(await part('xl/sharedStrings.xml', sharedPart)),
    dates: dateStyles(await part('xl/styles.xml')),
    from1904,
  }
  return [{ ...first, ...common }, ...more.map((one) => ({ ...one, ...common }))]
}

/** The first visible sheet of a workbook. */
export const workbookParts = async (bytes: Uint8Array): Promise<WorkbookParts> =>
  (await workbookSheets(bytes))[0]
