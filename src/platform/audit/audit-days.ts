/** The moment, in UTC, at which a day of Beijing begins, some days on: `2026-03-05`, 1 → 2026-03-05T16:00:00.000Z. */
export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00+08:00`) + days * 86_400_000).toISOString()
