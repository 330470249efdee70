import { deflateRawSync, crc32 } from 'node:zlib'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { AppError } from '#platform/errors/app-error'
import { openSheet } from './sheet-file'
import { xlsxStream } from './xlsx-stream'

async function rowsOf(bytes: Uint8Array, name = 'a.xlsx') {
  const rows = []
  for await (const batch of (await openSheet({ bytes, name })).batches) rows.push(...batch)
  return rows
}

/** The Chinese reason with which a file is refused; anything but a refusal is passed on. */
async function refusal(bytes: Uint8Array | string, name = 'a.xlsx'): Promise<string> {
  const given = typeof bytes === 'string' ? Buffer.from(bytes) : bytes
  const error = await rowsOf(given, name).then(
    (rows) => new Error(`read ${rows.length} rows`),
    (caught: unknown) => caught,
  )
  if (!(error instanceof AppError)) throw error
  expect(error.code).toBe('unreadable_file')
  return error.data.detail?.zh ?? ''
}

interface Part {
  readonly text: string | Buffer
  readonly claims?: number
  readonly flags?: number
}

/** An archive as an attacker would make it: any part, any claim. */
function archive(parts: Readonly<Record<string, Part>>): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [path, { text, claims, flags = 0 }] of Object.entries(parts)) {
    const plain = Buffer.from(text as string)
    const packed = deflateRawSync(plain)
    const name = Buffer.from(path)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(flags, 8)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(crc32(plain), 16)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(claims ?? plain.length, 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(offset, 42)
    bodies.push(local, name, packed)
    directory.push(entry, name)
    offset += 30 + name.length + packed.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Object.keys(parts).length, 10)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, ...directory, end])
}

const workbook = {
  'xl/workbook.xml': {
    text: '<workbook xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>',
  },
  'xl/_rels/workbook.xml.rels': {
    text: '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
  },
}
const withSheet = (sheet: Part, more: Readonly<Record<string, Part>> = {}) =>
  archive({ ...workbook, 'xl/worksheets/sheet1.xml': sheet, ...more })
const sheetOf = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`

describe('a file that is not what it should be is refused with its reason', () => {
  it('empty, no archive, or another thing under the name', async () => {
    expect(await refusal('')).toContain('空的')
    expect(await refusal('name,unit\n')).toContain('不是 Excel')
    expect(await refusal(Buffer.from([0, 1, 2, 3, 0, 255]), 'a.csv')).toContain('不是文本')
    expect(await refusal('<html><table>', 'a.xls')).toContain('网页')
    expect(await refusal(await writeXlsx({ sheets: [{ name: 'a', rows: [['a']] }] }), 'a.csv')).toContain(
      '.csv',
    )
    expect(await refusal(archive({ 'word/document.xml': { text: '' } }))).toContain('不是 Excel')
    expect(await refusal(archive({ 'xl/workbook.bin': { text: '' } }))).toContain('.xlsb')
    expect(await refusal(archive({ 'content.xml': { text: '' } }), 'a.ods')).toContain('.ods')
  })

  it('an old .xls, and a workbook with a password', async () => {
    const ole = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    expect(await refusal(Buffer.concat([ole, Buffer.from('Workbook', 'utf16le')]), 'a.xls')).toContain(
      '97–2003',
    )
    const locked = await writeXlsx({
      sheets: [{ name: 'a', rows: [['a']] }],
      encryption: { password: 'secret', spinCount: 10 },
    })
    expect(await refusal(locked)).toContain('密码')
    expect(await refusal(withSheet({ text: sheetOf(''), flags: 1 }))).toContain('密码')
  })

  it('cut short, or with one bit turned', async () => {
    const good = Buffer.from(await writeXlsx({ sheets: [{ name: 'a', rows: [['a', 'b']] }] }))
    expect(await refusal(good.subarray(0, good.length - 40))).toContain('损坏')
    const bent = withSheet({ text: sheetOf('<row><c><v>1</v></c></row>') })
    const at = bent.indexOf('xl/worksheets/sheet1.xml') + 'xl/worksheets/sheet1.xml'.length + 5
    bent[at] = (bent[at] ?? 0) ^ 0xff
    expect(await refusal(bent)).toContain('损坏')
  })
})

describe('an archive that would unpack to far too much', () => {
  it('is refused by what it claims', async () => {
    expect(await refusal(withSheet({ text: Buffer.alloc(40_000_000, 32) }))).toContain('炸弹')
    expect(await refusal(withSheet({ text: sheetOf(''), claims: 2_000_000_000 }))).toContain('炸弹')
  })

  it('is stopped when it lies about its size', async () => {
    expect(await refusal(withSheet({ text: Buffer.alloc(40_000_000, 32), claims: 1000 }))).toContain('炸弹')
  })

  it('is refused for what all its parts claim together', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 80 }, (_, n) => [`x${n}`, { text: '', claims: 15_000_000 }]),
    )
    expect(await refusal(withSheet({ text: sheetOf('') }, many))).toContain('炸弹')
  })

  it('is refused for its number of entries', async () => {
    const parts = Object.fromEntries(Array.from({ length: 5001 }, (_, n) => [`x${n}`, { text: '' }]))
    expect(await refusal(archive(parts))).toContain('炸弹')
  })
})

describe('hostile XML costs no more than its length', () => {
  const noise = (piece: string, length: number) => {
    // Varied enough not to be refused for its ratio.
    let text = ''
    for (let n = 0; text.length < length; n += 1) text += `${piece}${n * 7919}`
    return text
  }

  it.each([
    ['rows without an end', `<worksheet><sheetData><row>${noise('<c><v>', 5_000_000)}`],
    ['a tag without an end', `<worksheet><sheetData><row ${noise('a', 5_000_000)}`],
    ['cells without an end', sheetOf(`<row>${noise('<c r="A1" t="s"', 3_000_000)}</row>`)],
    ['angle brackets only', `<worksheet>${'<'.repeat(3_000_000)}${noise('<', 1_000_000)}`],
    ['merges without an end', `${sheetOf('')}${noise('<mergeCell ref="A1:B2"', 3_000_000)}`],
  ])('%s', { timeout: 5000 }, async (_name, text) => {
    await rowsOf(withSheet({ text })).catch((error: unknown) => {
      if (!(error instanceof AppError)) throw error
    })
  })

  it('expands no entity of its own and reaches no prototype', async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
    const [row] = await rowsOf(
      withSheet({
        text:
          bomb +
          sheetOf('<row r="2"><c r="A2" t="str"><v>&b;</v></c><c r="B2" t="__proto__"><v>1</v></c></row>'),
      }),
    )
    expect(row?.cells).toEqual(['&b;', 1])
  })

  it('a cell in Excel’s last column is refused, not given sixteen thousand slots', async () => {
    expect(
      await refusal(withSheet({ text: sheetOf('<row r="1"><c r="XFD1"><v>1</v></c></row>') })),
    ).toContain('列')
  })

  it('a shared string that does not exist is an empty cell', async () => {
    const cells = '<c r="A1" t="s"><v>99999999</v></c><c r="B1" t="s"><v>-1</v></c><c r="C1"><v>7</v></c>'
    const [row] = await rowsOf(withSheet({ text: sheetOf(`<row r="1">${cells}</row>`) }))
    expect(row?.cells).toEqual([null, null, 7])
  })
})

describe('sheets of other makers', () => {
  it('are read with prefixed elements, rich text, phonetic guides, rows without numbers and a 1904 calendar', async () => {
    const bytes = archive({
      'xl/workbook.xml': {
        text: '<x:workbook xmlns:r="r"><x:workbookPr date1904="1"/><x:sheets><x:sheet name="h" r:id="rId2" state="hidden"/><x:sheet name="a" r:id="rId1"/></x:sheets></x:workbook>',
      },
      'xl/_rels/workbook.xml.rels': {
        text: '<Relationships><Relationship Id="rId1" Target="/xl/s.xml"/></Relationships>',
      },
      'xl/sharedStrings.xml': {
        text: '<x:sst><x:si><x:r><x:t>东区</x:t></x:r><x:r><x:t xml:space="preserve"> 路</x:t></x:r><x:rPh><x:t>dong</x:t></x:rPh></x:si><x:si/></x:sst>',
      },
      'xl/styles.xml': {
        text: '<x:styleSheet><x:cellStyleXfs><x:xf numFmtId="14"/></x:cellStyleXfs><x:cellXfs><x:xf numFmtId="0"/><x:xf numFmtId="31"/></x:cellXfs></x:styleSheet>',
      },
      'xl/s.xml': {
        text: '<x:worksheet><x:sheetData><x:row/><x:row><x:c t="s"><x:v>0</x:v></x:c><x:c s="1"><x:v>44624</x:v></x:c></x:row></x:sheetData><x:rowBreaks/></x:worksheet>',
      },
    })
    expect(await rowsOf(bytes)).toEqual([{ row: 2, cells: ['东区 路', { date: '2026-03-05' }] }])
  })
})

describe('what follows the rows', () => {
  it('is no row, however much of it there is', async () => {
    let tail = ''
    for (let n = 0; tail.length < 6_000_000; n += 1) tail += `<brk id="${n * 7919}" max="16383"/>`
    const text = `<worksheet><sheetData><row><c><v>1</v></c></row></sheetData><rowBreaks>${tail}</rowBreaks></worksheet>`
    expect(await rowsOf(withSheet({ text }))).toEqual([{ row: 1, cells: [1] }])
  })
})

describe('CSV', () => {
  it('is read as UTF-8 with or without its mark, as GB18030 and as UTF-16', async () => {
    const text = '名称,数\n东区路,1\n'
    const gb = Buffer.from([
      0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xca, 0xfd, 0x0a, 0xb6, 0xab, 0xc7, 0xf8, 0xc2, 0xb7, 0x2c, 0x31,
    ])
    const wanted = [
      { row: 1, cells: ['名称', '数'] },
      { row: 2, cells: ['东区路', '1'] },
    ]
    expect(await rowsOf(Buffer.from(text), 'a.csv')).toEqual(wanted)
    expect(await rowsOf(Buffer.from(`\uFEFF${text}`), 'a.csv')).toEqual(wanted)
    expect(await rowsOf(gb, 'a.csv')).toEqual(wanted)
    expect(await rowsOf(Buffer.from(`\uFEFF${text}`, 'utf16le'), 'a.csv')).toEqual(wanted)
  })

  it('keeps quotes, separators and line breaks, counts lines, and takes tabs and semicolons', async () => {
    const text = 'a;b\r\n"x;""y""\r\nz";5" pipe\r\n\r\n;\r\nlast;1'
    expect(await rowsOf(Buffer.from(text), 'a.csv')).toEqual([
      { row: 1, cells: ['a', 'b'] },
      { row: 2, cells: ['x;"y"\r\nz', '5" pipe'] },
      { row: 6, cells: ['last', '1'] },
    ])
    expect((await rowsOf(Buffer.from('a\tb,c\td'), 'a.txt'))[0]?.cells).toEqual(['a', 'b,c', 'd'])
  })

  it('with a quote that is never closed is refused with its line', async () => {
    expect(await refusal('a,b\n1,"x\n2,y\n', 'a.csv')).toContain('第 2 行')
    expect(await refusal(`a\n"${'x""'.repeat(200_000)}"`, 'a.csv')).toContain('过长')
  })
})

describe('50 000 rows', () => {
  it('are read in batches', { timeout: 20_000 }, async () => {
    async function* rows() {
      for (let batch = 0; batch < 50; batch += 1) {
        await Promise.resolve()
        yield Array.from({ length: 1000 }, (_, n) => [
          `工程${batch * 1000 + n}`,
          { number: String(n) },
          '道路',
        ])
      }
    }
    const pieces: Uint8Array[] = []
    const made = xlsxStream({ name: 'a', header: ['a', 'b', 'c'], rows: rows(), notes: () => [] })
    for await (const piece of made) pieces.push(piece)
    const read = await rowsOf(Buffer.concat(pieces))
    expect(read.length).toBe(50_001)
    expect(read.at(-1)).toEqual({ row: 50_001, cells: ['工程49999', 999, '道路'] })
  })
})
