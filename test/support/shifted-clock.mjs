// Loaded before a server process: its wall clock is set forward or back by the hours in a file, while it runs. What
// goes by the monotonic clock (timers, performance.now) is not touched, as on a machine whose time is set.
import { readFileSync } from 'node:fs'

const file = process.env.SHIFTED_CLOCK
const Real = Date
let [hours, readAt] = [0, -Infinity]

function now() {
  if (performance.now() - readAt > 10) {
    hours = Number(readFileSync(file, 'utf8')) || 0
    readAt = performance.now()
  }
  return Real.now() + hours * 3_600_000
}

globalThis.Date = class Date extends Real {
  constructor(...given) {
    if (given.length === 0) super(now())
    else super(...given)
  }

  static now() {
    return now()
  }
}
