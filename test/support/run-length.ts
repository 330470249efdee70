import { appendFileSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from '#main/folders'

/** `npm run test:long` runs the same attacks and faults as `npm test`, many times as often; 0.1 is a tenth of that. */
const longShare = Number(process.env.YIPANQI_TEST_LONG ?? 0)
export const isLongRun = longShare > 0

/** How often something is tried: in the short form that runs with every test, and in the long one. */
export const times = (short: number, long: number): number =>
  isLongRun ? Math.max(short, Math.round(long * longShare)) : short

/** Time for a test whose long form takes minutes. */
export const patience = isLongRun ? 4 * 3_600_000 : 240_000

/** Figures of a run, kept for the page of guarantees. */
export function noteFigures(name: string, figures: Readonly<Record<string, string | number>>): void {
  const file = join(root, 'test-results', 'figures.jsonl')
  mkdirSync(dirname(file), { recursive: true })
  appendFileSync(file, `${JSON.stringify({ name, long: isLongRun, ...figures })}\n`)
}

/** Tells how far a long run has come, a tenth at a time. */
export function progress(name: string, total: number): (done: number) => void {
  let told = 0
  return (done) => {
    const tenth = Math.floor((done * 10) / total)
    if (!isLongRun || tenth <= told) return
    told = tenth
    console.error(`${name}: ${done} of ${total}`)
  }
}
