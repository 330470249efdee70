import { canonical, decimal } from '#engine/quantity/decimal'

/**
 * Exact sum of canonical decimals; '0' for none. Ordinary figures are added as whole numbers of their smallest
 * decimal while every step stays below 2^53, which is exact and about ten times as fast; the rest use Decimal.
 */
export function exactSum(values: readonly string[]): string {
  return scaledSum(values) ?? canonical(values.reduce((total, value) => total.plus(value), decimal(0)))
}

const POWERS = [1, 10, 100, 1e3, 1e4, 1e5, 1e6] as const

function scaledSum(values: readonly string[]): string | null {
  const scale = Math.max(0, ...values.map(decimalsOf))
  const power = POWERS[scale]
  if (power === undefined) return null
  let total = 0
  for (const value of values) {
    const whole = scaled(value, scale)
    total += whole
    if (!Number.isSafeInteger(whole) || !Number.isSafeInteger(total)) return null
  }
  return unscaled(total, scale)
}

function decimalsOf(value: string): number {
  const point = value.indexOf('.')
  return point < 0 ? 0 : value.length - point - 1
}

/** '12.5' at scale 2 is 1250: read from the digits, never by a binary fraction. */
function scaled(value: string, scale: number): number {
  const point = value.indexOf('.')
  if (point < 0) return Number(value) * (POWERS[scale] ?? NaN)
  const missing = scale - (value.length - point - 1)
  return Number(value.slice(0, point) + value.slice(point + 1)) * (POWERS[missing] ?? NaN)
}

function unscaled(total: number, scale: number): string {
  if (scale === 0) return String(total === 0 ? 0 : total)
  const digits = String(Math.abs(total)).padStart(scale + 1, '0')
  const fraction = digits.slice(-scale).replace(/0+$/, '')
  const whole = (total < 0 ? '-' : '') + digits.slice(0, -scale)
  return fraction === '' ? whole : `${whole}.${fraction}`
}
