/** The search of every address: plain text by name, so that links stay readable and shareable (`?unit=LZ&period=2021`). */
export type Search = Readonly<Record<string, string | undefined>>

/** Names the frame and the pages keep in the address; whatever else is there belongs to the list's query. */
export const ownNames = ['unit', 'period', 'open', 'edit', 'then', 'view', 'zoom', 'map'] as const

/** Reads `?a=1` as text: the router's default would make 2021 a number and quote it on the way back. */
export function parseSearch(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search))
}

/** Writes commas, colons and Chinese as they are where the address allows it. */
export function stringifySearch(search: Record<string, unknown>): string {
  const given = Object.entries(search)
    .filter(([, value]) => value !== undefined && value !== null && value !== '')
    .map(([name, value]) => [name, String(value)])
  const text = new URLSearchParams(given).toString().replace(/%2C/g, ',').replace(/%3A/g, ':')
  return text ? `?${text}` : ''
}
