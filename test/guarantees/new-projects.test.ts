import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startLamps } from '#modules/projects/server/lamps/keep-lamps'
import { created } from '#test/support/created'
import { type Caller, databases, openTestServer, type TestServer } from '#test/support/test-server'
import { upload } from '#test/support/upload'

describe.each(databases)('projects that have just come, on %s', (database) => {
  let server: TestServer
  let officer: Caller
  let stop: () => Promise<void>
  const faults: unknown[] = []
  beforeAll(async () => {
    server = await openTestServer(database)
    officer = await server.as('xiang')
    const { kernel, newProjects } = server.running
    stop = startLamps(kernel, newProjects, { minutes: 60, failed: (fault) => faults.push(fault) })
  })
  afterAll(async () => {
    await stop()
    await server.close()
  })

  const lampsOf = async (words: string): Promise<unknown[]> => {
    const { rows } = (await officer('GET', `/api/project?q=${encodeURIComponent(words)}`)).body
    return (rows as { lamp: unknown }[]).map(({ lamp }) => lamp)
  }

  it('have their lamps soon after they were saved, one by one or with a sheet', async () => {
    await created(officer, 'project', {
      unit_id: 'SF-HX',
      name_zh: '新来的项目',
      planned_start: '2026-01-31',
    })
    await expect.poll(() => lampsOf('新来的项目'), { timeout: 20_000 }).toEqual(['red'])
    const rows = Array.from({ length: 30 }, (_, number) => `SF-HX,成批来的项目${number}`)
    const bytes = Buffer.from(`unit_id,name_zh\n${rows.join('\n')}\n`)
    const { status } = await upload(officer, '/api/project/import?dry_run=false', { bytes, name: 'a.csv' })
    expect(status).toBe(200)
    await expect
      .poll(() => lampsOf('成批来的项目'), { timeout: 20_000 })
      .toEqual(Array.from({ length: 30 }, () => 'unknown'))
    expect(faults).toEqual([])
  })
})
