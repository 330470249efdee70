import { formatPeriod } from '#engine/period/format-period'
import { isPeriodId } from '#engine/period/period'
import { isPlainDate } from '#engine/period/plain-date'

export type Language = 'zh' | 'en'

/** A number given as exact text, grouped by thousands as in engine/quantity; `decimals` pads but never rounds. */
export function groupDigits(exact: string, decimals = 0): string {
  const match = /^([+-]?)(\d+)(?:\.(\d*))?$/.exec(exact)
  if (!match) return exact
  const whole = (match[2] ?? '').replace(/\B(?=(\d{3})+$)/g, ',')
  const fraction = (match[3] ?? '').padEnd(decimals, '0')
  return `${match[1] === '-' ? '−' : ''}${whole}${fraction ? `.${fraction}` : ''}`
}

/** `2026-03-05` → 2026年3月5日 · 5 Mar 2026. */
export const dateWords = (date: string, language: Language): string =>
  isPlainDate(date) ? periodWords(date, language) : date

/** `2021`, `2021-H1`, `2021-Q3`, `2021-03` in words; what is no period is shown as it came. */
export const periodWords = (period: string, language: Language): string =>
  isPeriodId(period) ? formatPeriod(period)[language] : period

const sizes = ['B', 'KB', 'MB', 'GB']

/** A file size people can judge: 3.4 MB. */
export function bytesWords(bytes: number): string {
  const step = Math.min(sizes.length - 1, Math.floor(Math.log2(Math.max(bytes, 1)) / 10))
  const share = bytes / 1024 ** step
  return `${step === 0 ? String(bytes) : share.toFixed(1)} ${sizes[step]}`
}
