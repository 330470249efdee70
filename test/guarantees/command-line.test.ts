import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '#main/folders'
import { serverPlace, type ServerPlace } from '#test/support/server-place'

// As an engineer’s script runs it: a process of its own, judged by what it prints and its exit code.
describe('the command line', () => {
  let place: ServerPlace
  beforeAll(async () => {
    place = await serverPlace('embedded')
  })
  afterAll(() => place.remove())

  const command = (...words: string[]) => {
    const done = spawnSync(process.execPath, [join(root, 'dist', 'server', 'yipanqi.js'), ...words], {
      env: { PATH: process.env.PATH, ...place.settings },
      encoding: 'utf8',
    })
    return { code: done.status, says: done.stdout, complains: done.stderr }
  }

  it('prints every figure of a unit, as rows a script reads', () => {
    const { code, says } = command('figures', '--unit', 'LZ', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(says)).toContainEqual({
      unit: 'LZ',
      indicator: 'gdp',
      name: '地区生产总值',
      period: '2021',
      value: 350.4,
      qualifier: 'exact',
      nature: 'actual',
      origin: 'published',
      measure: '亿元',
    })
  })

  it('says of a unit that is not there, or whose figures the account does not see, that it is so, and fails', () => {
    const unseen = command('figures', '--unit', 'LZ', '--as', 'tong', '--json')
    expect(unseen).toMatchObject({ code: 1, says: '' })
    expect(unseen.complains).toContain('没有单位 LZ，或您的岗位看不到它的数据')
    const unknown = command('figures', '--unit', 'NOPE', '--json')
    expect(unknown).toMatchObject({ code: 1, says: '' })
    expect(unknown.complains).toContain('There is no unit NOPE')
    const exported = command('export', 'project', 'never-written.xlsx', '--unit', 'NOPE')
    expect(exported).toMatchObject({ code: 1, says: '' })
    expect(exported.complains).toContain('There is no unit NOPE')
  })
})
