import { appendFileSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from '#main/folders'

/** `npm run test:long` runs the same attacks and faults as `npm test`, many times as often. */
export const isLongRun = process.env.YIPANQI_TEST_LONG === '1'

/** How often something is tried: in the short form that runs with every test, and in the long one. */
export const times = (short: number, long: number): number => (isLongRun ? long : short)

/** Time for a test whose long form takes minutes. */
export const patience = isLongRun ? 4 * 3_600_000 : 240_000

/** Figures of a run, kept for the page of guarantees. */
export function noteFigures(name: string, figures: Readonly<Record<string, string | number>>): void {
  const file = join(root, 'test-results', 'figures.jsonl')
  mkdirSync(dirname(file), { recursive: true })
  appendFileSync(file, `${JSON.stringify({ name, long: isLongRun, ...figures })}\n`)
}
