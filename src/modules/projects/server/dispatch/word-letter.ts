import { text, type Text } from '#engine/result/result'
import type { Transaction } from '#platform/database/database'
import type { Kernel } from '#platform/records/kernel'
import { getRow } from '#platform/records/rows'
import { letterKinds, type LetterKind, letter } from '../../records/letter'
import { blocker } from '../../records/blocker'
import { project } from '../../records/project'
import { namesOf } from './person-names'

/** A letter with the names that it is printed with. */
export interface WordLetter {
  readonly kind: Text
  readonly number: string | null
  readonly zone: Text
  readonly organ: Text
  readonly project: string
  readonly blocker: string
  readonly details: string | null
  readonly subject: string
  readonly asked: string
  readonly answer_by: string
  readonly issued_on: string | null
  readonly signed_by: Text | null
  readonly sample: boolean
}

const orNull = (value: unknown) => (typeof value === 'string' ? value : null)

/** The letter, when the reader may see it, with its project and blocker. */
export async function wordLetter(tx: Transaction, kernel: Kernel, id: string): Promise<WordLetter> {
  const row = await getRow(tx, letter, { id })
  const whole = await getRow(tx, project, { id: String(row.project) })
  const about = await getRow(tx, blocker, { id: String(row.blocker) })
  const organName = await namesOf(tx, 'organ', [orNull(row.organ)])
  const personName = await namesOf(tx, 'person', [orNull(row.signed_by)])
  const organ = String(row.organ)
  return {
    kind: letterKinds[row.kind as LetterKind],
    number: orNull(row.number),
    zone: kernel.places().nameOf(row.zone_id) ?? text(row.zone_id, row.zone_id),
    organ: organName(organ) ?? text(organ, organ),
    project: String(whole.name_zh),
    blocker: String(about.subject),
    details: orNull(about.details),
    subject: String(row.subject),
    asked: String(row.asked),
    answer_by: String(row.answer_by),
    issued_on: orNull(row.issued_on),
    signed_by: personName(orNull(row.signed_by)),
    sample: row.sample,
  }
}
