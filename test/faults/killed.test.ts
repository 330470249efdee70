import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openKernel } from '#main/app'
import { verifyLedger } from '#platform/audit/verify-ledger'
import { kernelActor } from '#platform/database/database'
import { expectKeptCellsRight } from '#test/support/kept-cells'
import { randomFrom } from '#test/support/nasty'
import { noteFigures, patience, progress, times } from '#test/support/run-length'
import { type Client, clientOf, startServerProcess } from '#test/support/server-process'
import { type ServerPlace, serverPlace } from '#test/support/server-place'
import { databases } from '#test/support/test-server'

/** What was confirmed before the process died, and what was only asked for. */
interface Tally {
  readonly created: string[]
  readonly imported: string[]
  readonly asked: string[]
  readonly published: string[]
}

const importSize = 40

function importFile(mark: string): FormData {
  const lines = Array.from({ length: importSize }, (_, index) => `SF-HX,${mark} ${index}`)
  const form = new FormData()
  form.set('file', new Blob([`所属单位,项目名称\n${lines.join('\n')}\n`]), 'rows.csv')
  return form
}

/** Creates until the server is gone. */
async function creating(client: Client, tally: Tally, mark: string): Promise<void> {
  for (let step = 0; ; step++) {
    const reply = await client('POST', '/api/project', { unit_id: 'SF-HX', name_zh: `${mark} 新建 ${step}` })
    if (reply.status === 201) tally.created.push(reply.body.row.id as string)
  }
}

/** Imports a file again and again, each time under another mark: all of it counts or none. */
async function importing(client: Client, tally: Tally, mark: string): Promise<void> {
  for (let step = 0; ; step++) {
    const name = `${mark}导入${step}`
    tally.asked.push(name)
    const reply = await client('POST', '/api/project/import?dry_run=false', importFile(name))
    if (reply.status === 200 && reply.body.created === importSize) tally.imported.push(name)
  }
}

/** Takes a report through its levels and back, so that every kill meets a publication somewhere. */
async function publishing(economist: Client, tally: Tally): Promise<void> {
  for (;;) {
    const { body } = await economist(
      'GET',
      '/api/report?state.in=verified,published&size=1&sort=-period&unit=SF-HX',
    )
    const [row] = body.rows as { id: string; version: number; state: string }[]
    if (!row) return
    const action = row.state === 'published' ? 'correct' : 'publish'
    const version = { 'if-match': `"${row.version}"` }
    const reply = await economist(
      'POST',
      `/api/report/${row.id}/actions/${action}`,
      { reason: '更正' },
      version,
    )
    if (reply.status === 200) tally.published.push(`${row.id} ${action} ${row.version + 1}`)
    if (action === 'correct') return
  }
}

const untilGone = (work: Promise<void>) => work.catch(() => undefined)

describe.each(databases)('a server killed in the middle of its work, on %s', (database) => {
  let place: ServerPlace
  beforeAll(async () => {
    place = await serverPlace(database)
  })
  afterAll(() => place.remove())

  it('loses nothing it has confirmed, tears nothing, and starts again', { timeout: patience }, async () => {
    const random = randomFrom(20_260_322)
    const tally: Tally = { created: [], imported: [], asked: [], published: [] }
    const kills = times(4, 1_000)
    const tellProgress = progress(`kills, ${database}`, kills)
    for (let kill = 1; kill <= kills; kill++) {
      const server = await startServerProcess(place.settings)
      const officer = await clientOf(server.address, 'xiang')
      const economist = await clientOf(server.address, 'jing')
      const work = [
        creating(officer, tally, `甲${kill}`),
        creating(officer, tally, `乙${kill}`),
        importing(officer, tally, `丙${kill}`),
        publishing(economist, tally),
      ].map(untilGone)
      // Killed at any moment, but not before there was anything to lose.
      const before = tally.created.length
      for (let waited = 0; tally.created.length === before && waited < 20_000; waited += 10)
        await setTimeout(10)
      await setTimeout(random() * 600)
      await server.kill()
      await Promise.all(work)
      tellProgress(kill)
    }
    const source = await place.open()
    const running = await openKernel(source)
    await running.database.transaction(kernelActor, 'read', async (tx) => {
      const there = await tx.all<{ id: string; events: number }>(
        sql`WITH told AS (SELECT row_id, count(*)::integer AS events FROM event
            WHERE record = 'project' AND deed = 'create' GROUP BY row_id)
          SELECT id, coalesce(events, 0) AS events FROM project LEFT JOIN told ON row_id = id
          WHERE id = ANY (${tally.created}::text[])`,
      )
      const ids = new Set(there.map(({ id }) => id))
      expect(tally.created.filter((id) => !ids.has(id))).toEqual([])
      expect(there.filter((row) => row.events !== 1)).toEqual([])
      const counted = await tx.all<{ mark: string; rows: number }>(
        sql`SELECT split_part(name_zh, ' ', 1) AS mark, count(*)::integer AS rows FROM project GROUP BY 1`,
      )
      const rowsOf = new Map(counted.map(({ mark, rows }) => [mark, rows]))
      const torn = tally.asked.filter((mark) => ![undefined, importSize].includes(rowsOf.get(mark)))
      expect(torn).toEqual([])
      expect(tally.imported.filter((mark) => rowsOf.get(mark) !== importSize)).toEqual([])
    })
    await expectKeptCellsRight(running)
    const wrong: unknown[] = []
    await verifyLedger({ database: running.database, signers: [], found: (finding) => wrong.push(finding) })
    expect(wrong).toEqual([])
    await source.close()
    // Kills that meet no work prove nothing.
    expect(tally.created.length).toBeGreaterThanOrEqual(kills)
    noteFigures(`kills, ${database}`, {
      kills,
      confirmed: tally.created.length + tally.imported.length + tally.published.length,
      lost: 0,
    })
  })
})
