import type { DoubtKind } from '#engine/mapping/doubt'
import { cellAddress } from '#engine/mapping/grid'
import type { MappingLook } from '#engine/mapping/look'
import { placeOf } from '#engine/mapping/place-field'
import type { MappingPlan } from '#engine/mapping/plan'
import type { CellDoubt, RowRead, SheetReader } from '#engine/mapping/sheet-reader'
import type { Problem } from '#engine/records/problem'
import type { RecordType } from '#engine/records/record'
import { text } from '#engine/result/result'
import type { Transaction } from '#platform/database/database'
import type { SheetColumn } from '#platform/documents/sheet-columns'
import { ReferenceResolver } from '#platform/records/import-references'
import type { Kernel } from '#platform/records/kernel'
import { newId } from '#platform/records/new-id'
import type { KnownNames } from './known-names'
import { readRows, sheetReaders } from './mapped-sheets'
import type { OpenedSheet } from './opened-sheets'
import { Questions } from './questions'

export interface ReadGround {
  readonly tx: Transaction
  readonly kernel: Kernel
  readonly record: RecordType
  readonly fields: readonly SheetColumn[]
  readonly sheets: readonly OpenedSheet[]
  readonly plan: MappingPlan
  readonly names: KnownNames
}

type Data = Extract<RowRead, { is: 'data' }>
type Told = Pick<MappingLook, 'data_rows' | 'left_out' | 'left_out_count' | 'questions' | 'groups' | 'open'>

const mostLeftOut = 200
/** Rows whose names are looked up together. */
const together = 1000

/** Reads every row by the plan, and asks the database about the names in it. */
class Reading {
  readonly #questions = new Questions()
  readonly #leftOut: MappingLook['left_out'][number][] = []
  readonly #resolver: ReferenceResolver
  /** Doubts about names, by field and name, so that each is worded once. */
  readonly #worded = new Map<string, Pick<CellDoubt, 'kind' | 'says' | 'readings'>>()
  readonly #sectionsAsked = new Set<string>()
  #leftOutCount = 0
  #rows = 0

  constructor(readonly ground: ReadGround) {
    this.#resolver = new ReferenceResolver(ground, ground.fields)
  }

  async sheet(sheet: OpenedSheet, reader: SheetReader): Promise<void> {
    let batch: Data[] = []
    for await (const read of readRows(sheet, reader)) {
      if (read.is === 'left_out') this.#leave(sheet.name, read)
      if (read.is !== 'data') continue
      batch.push(read)
      if (batch.length < together) continue
      await this.#named(sheet.name, reader, batch)
      batch = []
    }
    await this.#named(sheet.name, reader, batch)
  }

  get told(): Told {
    return {
      data_rows: this.#rows,
      left_out: this.#leftOut,
      left_out_count: this.#leftOutCount,
      questions: this.#questions.told,
      groups: this.#questions.groups,
      open: this.#questions.open,
    }
  }

  #leave(sheet: string, { row, why, says }: Extract<RowRead, { is: 'left_out' }>): void {
    this.#leftOutCount += 1
    if (this.#leftOut.length < mostLeftOut) this.#leftOut.push({ sheet, row, why, says })
  }

  async #named(sheet: string, reader: SheetReader, rows: readonly Data[]): Promise<void> {
    const place = placeOf(this.ground.record)
    await this.#resolver.load(rows.map(({ values }) => values))
    for (const row of rows) {
      this.#rows += 1
      for (const doubt of row.doubts) this.#questions.add(doubt)
      const { input, problems } = this.#resolver.resolved(row.values, place)
      if (this.#resolver.namesItself) this.#resolver.learnAhead({ ...input, id: newId() })
      for (const problem of problems) await this.#ask(sheet, reader, { row, problem })
    }
  }

  async #ask(
    sheet: string,
    reader: SheetReader,
    { row, problem }: { row: Data; problem: Problem },
  ): Promise<void> {
    const { field } = problem
    const raw = String(row.values[field])
    const column = reader.columnOf(field)
    const placed = row.placed[field]
    const cell = placed ?? (column === undefined ? '' : cellAddress(column, row.row))
    if ((placed !== undefined || column === undefined) && this.#wasAsked(`${sheet}!${cell} ${field}`)) return
    const worded = await this.#wordedFor(problem, raw)
    const head = reader.labels.get(field) ?? ''
    this.#questions.add({ ...worded, sheet, cell, head, field, raw })
  }

  /** A section stands once, however many rows it holds for; a value for all rows stands nowhere. */
  #wasAsked(once: string): boolean {
    if (this.#sectionsAsked.has(once)) return true
    this.#sectionsAsked.add(once)
    return false
  }

  async #wordedFor(
    { field, says }: Problem,
    raw: string,
  ): Promise<Pick<CellDoubt, 'kind' | 'says' | 'readings'>> {
    const key = `${field}=${raw}`
    const known = this.#worded.get(key)
    if (known) return known
    const target = this.ground.fields.find(({ name }) => name === field)?.field
    const to = target && 'to' in target ? target.to : ''
    const { several, readings } = await this.ground.names.readings(to, raw)
    const kind: DoubtKind = several ? 'several' : 'not_found'
    const worded = {
      kind,
      says: several ? says : text(`没有找到“${raw}”`, `“${raw}” was not found`),
      readings,
    }
    this.#worded.set(key, worded)
    return worded
  }
}

/** Everything that reading the file by the plan says: how many rows, what is left out, what is doubtful. */
export async function readThrough(ground: ReadGround): Promise<Told> {
  const reading = new Reading(ground)
  const readers = sheetReaders(ground.sheets, ground.plan, { record: ground.record, fields: ground.fields })
  for (const { sheet, reader } of readers) await reading.sheet(sheet, reader)
  return reading.told
}
