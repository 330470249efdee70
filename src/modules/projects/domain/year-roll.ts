/** A project on the list of a year, as its entry and exit are told. */
export interface Listed {
  readonly listed_on: string | null
  readonly left_on: string | null
}

export interface YearRoll<R> {
  /** The first day on which any project was listed; null where no day is filled in. */
  readonly begunOn: string | null
  readonly beginning: readonly R[]
  readonly entered: readonly R[]
  readonly left: readonly R[]
  readonly now: readonly R[]
}

/**
 * The list of a year from its beginning to now: whoever was listed on its first day, or without a day, was there at the
 * beginning; whoever was listed later has come to it. Beginning + entered − left = now.
 */
export function yearRoll<R extends Listed>(rows: readonly R[]): YearRoll<R> {
  const days = rows.flatMap(({ listed_on: day }) => (day === null ? [] : [day]))
  const begunOn = days.length === 0 ? null : days.reduce((a, b) => (a < b ? a : b))
  const isFirst = ({ listed_on: day }: R) => day === null || day === begunOn
  return {
    begunOn,
    beginning: rows.filter(isFirst),
    entered: rows.filter((row) => !isFirst(row)),
    left: rows.filter(({ left_on }) => left_on !== null),
    now: rows.filter(({ left_on }) => left_on === null),
  }
}
