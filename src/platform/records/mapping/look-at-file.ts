import type { ExtraFields } from '#engine/records/check-input'
import { columnLetters, cellText } from '#engine/mapping/grid'
import { fingerprintOf } from '#engine/mapping/heads'
import type { LookedColumn, LookedSheet, MappingLook } from '#engine/mapping/look'
import { placeFieldOf } from '#engine/mapping/place-field'
import type { MappingPlan } from '#engine/mapping/plan'
import type { Proposal } from '#engine/mapping/propose'
import type { RecordType } from '#engine/records/record'
import type { Transaction } from '#platform/database/database'
import type { SentFile } from '#platform/documents/file-kind'
import { inputColumns } from '#platform/documents/sheet-columns'
import { unreadable } from '#platform/documents/unreadable'
import type { Kernel } from '#platform/records/kernel'
import { keptMapping } from './kept-mappings'
import { KnownNames } from './known-names'
import { openedSheets, type OpenedSheet } from './opened-sheets'
import { type Profile, profileOf } from './profile'
import { planFor, proposalsOf } from './proposed-plan'
import { readThrough } from './read-through'

export interface LookOrder {
  readonly record: RecordType
  readonly file: SentFile
  readonly extra: ExtraFields
  readonly plan?: MappingPlan | undefined
  /** Whether a mapping kept from an earlier file may be taken. */
  readonly remember: boolean
  readonly year: number
}

/** Rows shown above and below the head, so that a person can say which rows it is. */
const shownRows = 15
const shownColumns = 30

const sheetWords = (sheet: OpenedSheet, profile: Profile): LookedSheet => ({
  name: sheet.name,
  rows: profile.rows.get(sheet.name) ?? 0,
  first: sheet.first.slice(0, shownRows).map(({ row, cells }) => ({
    row,
    cells: cells.slice(0, shownColumns).map((cell) => cellText(cell).slice(0, 40)),
  })),
})

function columnWords(proposal: Proposal, profile: Profile): LookedColumn {
  const seen = profile.columns.get(proposal.head)
  return {
    head: proposal.head,
    letter: columnLetters(seen?.column ?? 0),
    samples: [...(seen?.samples ?? [])],
    unit: seen?.unit ?? null,
    proposal,
  }
}

const sectionWords = ({ sections }: Profile): MappingLook['sections'] =>
  Array.from(sections, (names, level) => ({
    level,
    count: names?.size ?? 0,
    names: [...(names?.keys() ?? [])].slice(0, 12),
  }))

/** Heads found, columns proposed, every row read once: what a person must see before anything is written. Writes nothing. */
export async function lookAtFile(tx: Transaction, kernel: Kernel, order: LookOrder): Promise<MappingLook> {
  const { record, file } = order
  const fields = inputColumns(record, order.extra)
  const sheets = await openedSheets(file, fields, order.plan)
  if (!sheets.some(({ heads }) => heads.length > 0))
    throw unreadable('前 20 行里没有找到表头', 'No head was found in the first 20 rows')
  const profile = await profileOf(sheets)
  const place = placeFieldOf(record, fields)
  if (!place) throw new Error(`${record.name} does not say where its rows lie`)
  const names = new KnownNames(tx, kernel)
  const ground = { sheets, profile, fields, place, names, year: order.year }
  const fingerprint = fingerprintOf([...profile.columns.keys()])
  const kept = order.remember && !order.plan ? await keptMapping(tx, record, fingerprint) : undefined
  const proposals = proposalsOf(ground, kept?.remembered)
  const plan = await planFor(ground, proposals, { plan: order.plan, kept: kept?.remembered })
  const read = await readThrough({ tx, kernel, record, fields, sheets, plan, names })
  return {
    sheets: sheets.map((sheet) => sheetWords(sheet, profile)),
    columns: proposals.map((proposal) => columnWords(proposal, profile)),
    sections: sectionWords(profile),
    fingerprint,
    plan,
    ...(kept && { remembered: kept.told }),
    ...read,
  }
}
