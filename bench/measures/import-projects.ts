import { xlsxStream, type OutCell } from '#platform/documents/xlsx-stream'
import { projectYear } from '../world'
import type { Server } from '../servers'

const header = ['项目名称', '所属单位', '建设单位', '类别', '总投资（亿元）', '进展', '开工月份', '地点']

const parks = ['核心园', '云谷园', '智造园', '生物医药园']

function row(batch: string, index: number, isBad: boolean): OutCell[] {
  const park = parks[index % parks.length] ?? ''
  return [
    `${park}导入项目 ${batch}-${index}`,
    park,
    '示范发展有限公司',
    '制造业',
    isBad ? '三亿多' : { number: String((index % 400) / 4 + 1) },
    '主体结构施工',
    `${projectYear}-0${(index % 9) + 1}`,
    `${park}示范路 ${index} 号`,
  ]
}

/** A workbook of projects; every hundredth row is wrong when asked so. */
export async function workbook(batch: string, rows: number, withBad: boolean): Promise<Buffer> {
  const isBad = (index: number) => withBad && index % 100 === 57
  async function* batches() {
    for (let start = 0; start < rows; start += 2000)
      yield await Promise.resolve(
        Array.from({ length: Math.min(2000, rows - start) }, (_, at) =>
          row(batch, start + at, isBad(start + at)),
        ),
      )
  }
  const pieces: Buffer[] = []
  for await (const piece of xlsxStream({ name: '项目', header, rows: batches(), notes: () => [] }))
    pieces.push(piece)
  return Buffer.concat(pieces)
}

interface Report {
  readonly read: number
  readonly created: number
  readonly refused: number
  readonly problem_count: number
  readonly problems: readonly { readonly row: number }[]
}

/** Sends the file as a browser does; seconds until the report is there. */
export async function importFile(
  server: Server,
  headers: Readonly<Record<string, string>>,
  file: Buffer,
): Promise<{ seconds: number; report: Report }> {
  const form = new FormData()
  form.append('file', new Blob([Uint8Array.from(file)]), 'projects.xlsx')
  const since = performance.now()
  const reply = await fetch(`http://127.0.0.1:${server.port}/api/project/import`, {
    method: 'POST',
    headers: { ...headers },
    body: form,
  })
  const report = (await reply.json()) as Report
  const seconds = (performance.now() - since) / 1000
  if (reply.status !== 200)
    throw new Error(`import: ${reply.status} ${JSON.stringify(report).slice(0, 1000)}`)
  return { seconds, report }
}

interface Importing {
  readonly rows: number
  readonly rounds: number
}

/** A file that is all right, written and audited; and one with a bad row in a hundred, each of them named. */
export async function measureImport(
  server: Server,
  headers: Readonly<Record<string, string>>,
  { rows, rounds }: Importing,
): Promise<{ good: number[]; bad: number[] }> {
  const good: number[] = []
  const bad: number[] = []
  for (let round = 0; round < rounds; round++) {
    const refused = await importFile(server, headers, await workbook(`bad${round}`, rows, true))
    const named = new Set(refused.report.problems.map((problem) => problem.row)).size
    if (named !== Math.floor(rows / 100) || refused.report.created !== 0)
      throw new Error(`import: ${named} bad rows named, ${refused.report.created} written`)
    bad.push(refused.seconds)
    const taken = await importFile(server, headers, await workbook(`${Date.now()}`, rows, false))
    if (taken.report.created !== rows)
      throw new Error(`import: ${JSON.stringify(taken.report).slice(0, 1000)}`)
    good.push(taken.seconds)
  }
  return { good, bad }
}
