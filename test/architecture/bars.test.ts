import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bars } from '../../bench/bars.data'
import { root } from '#main/folders'

/** The bars of the design, in its order. */
const designed = [
  'list_projects',
  'sum_by_park',
  'zone_year',
  'zone_year_p99',
  'create_project',
  'import_projects',
  'import_refused',
  'publish_month',
  'recompute_all',
  'lamps',
  'dispatch_report',
  'schedule_nodes',
  'portfolio_page',
  'start_existing',
  'start_first',
  'memory_idle',
  'console_first_load',
]

const file = join(root, 'bench', 'results.json')

interface Row {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly bar: number | null
  readonly holds: boolean | null
}

describe('the bars of the design', () => {
  it('each has a measure', () => {
    expect(bars.map(({ name }) => name)).toEqual(designed)
  })

  it.runIf(existsSync(file))(
    'the last results tell of every one, on both databases where there is one',
    () => {
      const rows = JSON.parse(readFileSync(file, 'utf8')) as Row[]
      const expected = bars.flatMap(({ name, alone }) =>
        alone ? [name] : [`${name}.postgres`, `${name}.embedded`],
      )
      const barred = rows.filter((row) => row.bar !== null)
      expect(barred.map(({ name }) => name).toSorted()).toEqual(expected.toSorted())
      for (const { name, value, unit, bar, holds } of barred)
        expect(holds, name).toBe(unit === 'ratio' ? value >= Number(bar) : value <= Number(bar))
    },
  )
})
