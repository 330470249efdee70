import type { Problem } from '#engine/records/problem'

/** A problem and where in the file it is: the row as Excel counts, the column as the file heads it. */
export type SheetProblem = Problem & { readonly row: number; readonly column: string }
