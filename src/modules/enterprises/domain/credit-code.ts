/** The 31 signs of a unified social credit code: digits and letters without I, O, S, V, Z (GB 32100-2015, 5.1). */
const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** Powers of 3 modulo 31: the weight of each of the first seventeen places. */
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/**
 * Whether a text is a unified social credit code whose check sign fits (GB 32100-2015): eighteen signs, the last one
 * worked out from the others. Small letters and spaces are not forgiven: correct them before.
 */
export function isCreditCode(code: string): boolean {
  const places = [...code].map((sign) => signs.indexOf(sign))
  if (places.length !== 18 || places.includes(-1)) return false
  const sum = weights.reduce((total, weight, index) => total + weight * (places[index] ?? 0), 0)
  return places[17] === (31 - (sum % 31)) % 31
}
