import type { Problem } from '#engine/records/problem'
import type { ImportProblem, ImportReport } from '#engine/records/reply'
import type { Table } from '#platform/documents/read-table'
import type { SheetProblem } from '#platform/documents/sheet-problem'

/** Problems that a report names; all are counted. */
export const mostProblems = 1000

/** Counts what an import does, and keeps its first problems. */
export class ImportTally {
  constructor(readonly where?: Table['where']) {}

  read = 0
  created = 0
  updated = 0
  unchanged = 0
  readonly #problems: ImportProblem[] = []
  readonly #refused = new Set<number>()
  #count = 0

  /** What is wrong with a row of the file; `label` heads the column of a field. */
  refuse(row: number, problems: readonly (Problem | SheetProblem)[], label: (field: string) => string): void {
    this.#refused.add(row)
    this.#count += problems.length
    for (const problem of problems)
      if (this.#problems.length < mostProblems)
        this.#problems.push({
          ...problem,
          row,
          ...this.where?.(row, problem.field),
          column: 'column' in problem ? problem.column : label(problem.field),
        })
  }

  get clean(): boolean {
    return this.#refused.size === 0
  }

  /** With any problem nothing has been written, and the report of a real import says so. */
  report({ dryRun, unread }: { dryRun: boolean; unread: readonly string[] }): ImportReport {
    const done = dryRun || this.clean
    return {
      dry_run: dryRun,
      read: this.read,
      created: done ? this.created : 0,
      updated: done ? this.updated : 0,
      unchanged: this.unchanged,
      refused: this.#refused.size,
      problems: this.#problems,
      problem_count: this.#count,
      unread,
    }
  }
}
