import { zipStream } from './zip-writer'

/** A value to write: a number only as a `{ number }`, so that text never turns into one. */
export type OutCell = string | { readonly number: string } | { readonly serial: number } | null

export interface OutSheet {
  readonly name: string
  readonly header: readonly string[]
  readonly rows: AsyncIterable<readonly (readonly OutCell[])[]>
  /** Lines of a second sheet 说明, asked for once all rows are written: the number of rows is known only then. */
  readonly notes: () => readonly string[]
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const pack = 'http://schemas.openxmlformats.org/package/2006'
const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Characters that XML cannot hold at all are left out. */
const unspeakable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g

const entity: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const escaped = (raw: string) =>
  raw.replace(unspeakable, '').replace(/[&<>"]/g, (sign) => entity[sign] ?? sign)

/** Text is an inline string: whatever it begins with, a spreadsheet never takes it for a formula. */
function cellXml(cell: OutCell): string {
  if (cell === null || cell === '') return '<c/>'
  if (typeof cell === 'string')
    return `<c t="inlineStr"><is><t xml:space="preserve">${escaped(cell.slice(0, 32_767))}</t></is></c>`
  if ('number' in cell) return `<c><v>${cell.number}</v></c>`
  return `<c s="1"><v>${cell.serial}</v></c>`
}

const rowXml = (cells: readonly OutCell[]) => `<row>${cells.map(cellXml).join('')}</row>`

const boldRow = (cells: readonly string[]) =>
  `<row>${cells.map((cell) => `<c s="2" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`).join('')}</row>`

const frozen =
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'

async function* sheetXml(sheet: OutSheet): AsyncGenerator<string> {
  const width = `<cols><col min="1" max="${sheet.header.length}" width="18" customWidth="1"/></cols>`
  yield `${declaration}<worksheet xmlns="${main}">${frozen}${width}<sheetData>${boldRow(sheet.header)}`
  for await (const rows of sheet.rows) yield rows.map(rowXml).join('')
  yield '</sheetData></worksheet>'
}

const notesXml = (lines: readonly string[]) =>
  `${declaration}<worksheet xmlns="${main}"><cols><col min="1" max="1" width="60" customWidth="1"/></cols><sheetData>${lines.map((line) => rowXml([line])).join('')}</sheetData></worksheet>`

const fixedParts = (name: string): readonly (readonly [string, string])[] => [
  [
    '[Content_Types].xml',
    `<Types xmlns="${pack}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kind}.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="${kind}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/></Types>`,
  ],
  [
    '_rels/.rels',
    `<Relationships xmlns="${pack}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ],
  [
    'xl/workbook.xml',
    `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escaped(name)}" sheetId="1" r:id="rId1"/><sheet name="说明" sheetId="2" r:id="rId2"/></sheets></workbook>`,
  ],
  [
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${pack}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  ],
  [
    'xl/styles.xml',
    `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="等线"/></font><font><b/><sz val="11"/><name val="等线"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf xfId="0"/><xf xfId="0" numFmtId="164" applyNumberFormat="1"/><xf xfId="0" fontId="1" applyFont="1"/></cellXfs></styleSheet>`,
  ],
]

/** Excel refuses these in a sheet's name, and more than 31 characters. */
const sheetName = (name: string) => name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31) || 'Sheet'

/** A workbook as bytes while its rows are being read: one batch of rows is held, however many there are. */
export function xlsxStream(sheet: OutSheet): AsyncGenerator<Buffer> {
  function* parts(): Generator<readonly [string, AsyncIterable<string> | Iterable<string>]> {
    for (const [path, xml] of fixedParts(sheetName(sheet.name))) yield [path, [declaration + xml]]
    yield ['xl/worksheets/sheet1.xml', sheetXml(sheet)]
    yield ['xl/worksheets/sheet2.xml', [notesXml(sheet.notes())]]
  }
  return zipStream(parts())
}
