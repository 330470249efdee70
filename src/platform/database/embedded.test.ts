import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { temporaryFolder } from '#test/support/temporary-folder'
import { withConnection } from './connection'
import { type EmbeddedDatabase, openEmbedded } from './embedded'
import { isMade } from './embedded-folder'

const megabyte = 1024 * 1024

describe('the embedded database', () => {
  let database: EmbeddedDatabase
  beforeAll(async () => {
    database = await openEmbedded()
  })
  afterAll(() => database.close())

  it('keeps nothing of what it has answered', async () => {
    const read = (times: number) =>
      withConnection(database, async (connection) => {
        for (let time = 0; time < times; time++)
          await connection.query("SELECT repeat('x', 1000) AS text FROM generate_series(1, 1000)", [])
      })
    await read(50)
    const before = process.memoryUsage.rss()
    await read(400)
    expect((process.memoryUsage.rss() - before) / megabyte).toBeLessThan(200)
  })
})

describe('a database that is made in a folder', () => {
  const answer = async (folder: string) => {
    const database = await openEmbedded({ folder })
    try {
      return await withConnection(database, async (connection) => {
        const { rows } = await connection.query('SELECT current_user, current_setting($1) AS zone', [
          'TimeZone',
        ])
        return rows[0]
      })
    } finally {
      await database.close()
    }
  }
  const asNew = { current_user: 'postgres', zone: 'UTC' }

  it('begins again where its making was broken off', async () => {
    const folder = join(temporaryFolder('torso'), 'database')
    await mkdir(folder)
    await writeFile(join(folder, 'PG_VERSION'), '18')
    await writeFile(`${folder}.making`, '')
    expect(isMade(folder)).toBe(false)
    expect(await answer(folder)).toEqual(asNew)
    expect(isMade(folder)).toBe(true)
    expect(await answer(folder)).toEqual(asNew)
  })

  it('touches nothing that is no database', async () => {
    const folder = join(temporaryFolder('other'), 'database')
    await mkdir(folder)
    await writeFile(join(folder, 'letter.txt'), 'keep me')
    await expect(openEmbedded({ folder })).rejects.toThrow(/is no database and holds 1 entries/)
    await rm(join(folder, 'letter.txt'))
    expect(await answer(folder)).toEqual(asNew)
  })
})
