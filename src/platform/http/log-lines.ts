import { writeSync } from 'node:fs'

const standardOutput = 1
/** Milliseconds for a reader of the log that does not keep up; longer, and it would hold up the server. */
const longestWait = 50

const wait = new Int32Array(new SharedArrayBuffer(4))

/** Whether all of it was written. */
function isPut(text: string): boolean {
  let rest = Buffer.from(text)
  for (let waited = 0; rest.length > 0;)
    try {
      rest = rest.subarray(writeSync(standardOutput, rest))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN' || waited >= longestWait) return false
      Atomics.wait(wait, 0, 0, 1)
      waited += 1
    }
  return true
}

/**
 * The log as lines on the standard output. One that finds no room (a full disk, a reader that has gone) is lost and does
 * no harm; how many were lost is told before the next one that finds some.
 */
export class LogLines {
  #lost = 0

  write(line: string): void {
    const before =
      this.#lost > 0
        ? `\n${JSON.stringify({ level: 40, time: Date.now(), msg: `${this.#lost} lines of the log found no room` })}\n`
        : ''
    if (isPut(before + line)) this.#lost = 0
    else this.#lost += 1
  }
}
