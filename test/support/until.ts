import { setTimeout as pause } from 'node:timers/promises'

/** Asks until it is so and returns how long that took, in milliseconds; fails when it takes longer than `most`. */
export async function until(isSo: () => boolean | Promise<boolean>, most = 20_000): Promise<number> {
  const begun = performance.now()
  while (!(await isSo())) {
    if (performance.now() - begun > most) throw new Error(`Not so after ${most} ms: ${String(isSo)}`)
    await pause(10)
  }
  return performance.now() - begun
}
