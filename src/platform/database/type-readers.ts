import pg from 'pg'

/** `2026-11-23 20:42:28.12+00` as PostgreSQL prints it in UTC → `2026-11-23T20:42:28.12Z`. */
const instantFromDatabase = (printed: string): string =>
  `${printed.replace(' ', 'T').replace(/\+00(:?00)?$/, '')}Z`

type Reader = (printed: string) => unknown

/** Types whose usual reading differs or loses digits, by oid: int8, date, timestamptz, numeric. */
const own: Readonly<Record<number, Reader>> = {
  20: Number,
  1082: String,
  1184: instantFromDatabase,
  1700: String,
}

/** How a value that the database printed is read, by its type; the same for both databases. */
export const readerOf = (oid: number): Reader => own[oid] ?? (pg.types.getTypeParser(oid, 'text') as Reader)
