import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'

/**
 * The layout of official documents (GB/T 9704—2012): A4, margins, sizes, 28 pt lines, page numbers between dashes. The
 * fonts are those that Chinese Windows and WPS bring along; figures and Latin are set in Times New Roman.
 */
const fonts = { title: '黑体', heading: '黑体', second: '楷体', body: '仿宋', number: '宋体' } as const

type Face = keyof typeof fonts

const fontOf = (face: Face) => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia: fonts[face],
})

/** Half points: 二号, 三号, 四号, 五号, 小五. */
const sizes = { title: 44, body: 32, small: 28, table: 21, note: 18 } as const

/** A millimetre in twentieths of a point. */
const millimetre = (count: number) => Math.round((count * 1440) / 25.4)
const lineOf = (points: number) => ({ line: points * 20, lineRule: 'exact' as const })

const run = (text: string, face: Face = 'body', size: number = sizes.body) =>
  new TextRun({ text, font: fontOf(face), size })

export const title = (text: string) =>
  new Paragraph({
    heading: 'Title',
    alignment: AlignmentType.CENTER,
    spacing: { ...lineOf(36), after: 200 },
    children: [run(text, 'title', sizes.title)],
  })

export const subtitle = (text: string) =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { ...lineOf(28), after: 240 },
    children: [run(text, 'second', sizes.small)],
  })

export const heading = (text: string) =>
  new Paragraph({
    heading: 'Heading1',
    keepNext: true,
    spacing: { ...lineOf(28), before: 200 },
    indent: { firstLine: sizes.body * 20 },
    children: [run(text, 'heading')],
  })

/** A paragraph of the text, its first line set in by two characters. */
export const body = (text: string) =>
  new Paragraph({
    alignment: AlignmentType.BOTH,
    spacing: lineOf(28),
    indent: { firstLine: sizes.body * 20 },
    children: [run(text)],
  })

/** Without indent: whom a letter is addressed to. */
export const plain = (text: string) => new Paragraph({ spacing: lineOf(28), children: [run(text)] })

/** At the right end, as signature and date stand; the date two characters in. */
export const signature = (text: string, inset = 0) =>
  new Paragraph({
    alignment: AlignmentType.RIGHT,
    spacing: lineOf(28),
    indent: { right: sizes.body * 10 * inset },
    children: [run(text)],
  })

export const note = (text: string) =>
  new Paragraph({ spacing: { before: 60, after: 120 }, children: [run(text, 'number', sizes.note)] })

interface Column {
  readonly head: string
  /** Share of the width. */
  readonly wide: number
  readonly number?: boolean
}

const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const borders = { top: line, bottom: line, left: line, right: line }

function cell(text: string, column: Column, head: boolean): TableCell {
  const lines = text.split('\n')
  const aligned = head ? AlignmentType.CENTER : column.number ? AlignmentType.RIGHT : AlignmentType.LEFT
  return new TableCell({
    borders,
    verticalAlign: VerticalAlign.CENTER,
    width: { size: column.wide, type: WidthType.PERCENTAGE },
    margins: { top: 40, bottom: 40, left: 70, right: 70 },
    children: lines.map(
      (one) =>
        new Paragraph({ alignment: aligned, children: [run(one, head ? 'heading' : 'body', sizes.table)] }),
    ),
  })
}

/** A table whose head is repeated on every page it runs over, and whose rows are never torn apart. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): Table {
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column) => cell(column.head, column, true)),
  })
  const total = columns.reduce((sum, { wide }) => sum + wide, 0)
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: columns.map(({ wide }) => Math.round((textWidth * wide) / total)),
    rows: [
      head,
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: columns.map((column, index) => cell(row[index] ?? '', column, false)),
          }),
      ),
    ],
  })
}

const page = { width: millimetre(210), height: millimetre(297) }
const margin = {
  top: millimetre(37),
  bottom: millimetre(35),
  left: millimetre(28),
  right: millimetre(26),
  header: millimetre(15),
  footer: millimetre(25),
}
const textWidth = page.width - margin.left - margin.right

const centred = (children: readonly ParagraphChild[]) =>
  new Paragraph({ alignment: AlignmentType.CENTER, children: [...children] })

const pageNumber = () =>
  new Footer({
    children: [
      centred([
        run('— ', 'number', sizes.small),
        new TextRun({ children: [PageNumber.CURRENT], font: fontOf('number'), size: sizes.small }),
        run(' —', 'number', sizes.small),
      ]),
    ],
  })

interface Given {
  readonly title: string
  /** In small print at the head of every page. */
  readonly header: string
  readonly children: readonly (Paragraph | Table)[]
}

/** The file: A4 with the margins of an official document, a header and page numbers. */
export async function wordFile(given: Given): Promise<Uint8Array> {
  const document = new Document({
    title: given.title,
    creator: '一盘棋 Yipanqi',
    styles: { default: { document: { run: { font: fontOf('body'), size: sizes.body } } } },
    sections: [
      {
        properties: { page: { size: page, margin } },
        headers: { default: new Header({ children: [centred([run(given.header, 'number', sizes.note)])] }) },
        footers: { default: pageNumber() },
        children: [...given.children],
      },
    ],
  })
  return Packer.toBuffer(document)
}
