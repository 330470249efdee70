import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database'
import { errorsOf } from '#platform/errors/app-error'
import { beijingToday, instantNow } from '#platform/records/beijing-now'
import type { Deed, Effect } from '#platform/records/effects'
import { missingReference, invalidInput } from '#platform/records/refusals'
import type { StoredRow } from '#platform/records/rows'
import { projectErrors } from '../../contract'
import { letterNumber } from '../../domain/dispatch/letter-number'
import { letterRefusal, type PressedBlocker, type PressedLetter } from '../../domain/dispatch/letter-step'
import type { LetterKind } from '../../records/letter'

const refuse = errorsOf(projectErrors)

type Pressed = PressedBlocker & { readonly project: string }

/** The blocker, kept from changing until the letter is written: it must not be settled in between. */
const pressedBlocker = (tx: Transaction, { zone_id, blocker }: StoredRow) =>
  tx.asKernel.first<Pressed>(
    sql`SELECT state, project, settlement_clock ->> 'watch_at' AS watch_at, settlement_clock ->> 'due_at' AS due_at
        FROM blocker WHERE zone_id = ${zone_id} AND id = ${blocker} FOR UPDATE`,
  )

const lettersAbout = (tx: Transaction, { zone_id, blocker }: StoredRow) =>
  tx.all<PressedLetter>(
    sql`SELECT id, kind, state, number FROM letter WHERE zone_id = ${zone_id} AND blocker = ${blocker}`,
  )

/** A letter is written and issued only while the blocker calls for it, once each kind. */
async function assertCalledFor(tx: Transaction, row: StoredRow): Promise<void> {
  const blocker = await pressedBlocker(tx, row)
  if (!blocker || blocker.project !== row.project)
    throw invalidInput([missingReference('blocker', row.blocker)])
  const why = letterRefusal(row.kind as LetterKind, {
    blocker,
    letters: await lettersAbout(tx, row),
    now: instantNow(),
    own: row.id,
  })
  if (why) throw refuse('letter_not_due', { detail: why })
}

/**
 * The next number of the zone's series. Whoever comes second waits and reads the number that the first has taken; a
 * transaction that fails takes none: neither gaps nor doubles.
 */
async function nextNumber(tx: Transaction, { zone_id, kind }: StoredRow) {
  const today = beijingToday()
  const series = today.slice(0, 4)
  const as = tx.asKernel
  await as.all(sql`SELECT pg_advisory_xact_lock(hashtext(${`letter:${zone_id}:${String(kind)}`}))`)
  const last = await as.first<{ serial: number | null }>(
    sql`SELECT max(serial) AS serial FROM letter WHERE zone_id = ${zone_id} AND kind = ${kind} AND series = ${series}`,
  )
  const serial = (last?.serial ?? 0) + 1
  const number = letterNumber(kind as LetterKind, series, serial)
  return { series, serial, number, issued_on: today, signed_by: tx.actor.person }
}

/** Letters about blockers: refused while they are not due, numbered as they are issued. */
export function letterEffects(): Effect {
  return {
    async before(tx, { name, row }: Deed) {
      if (name === 'create') await assertCalledFor(tx, row)
      if (name === 'issue') {
        await assertCalledFor(tx, row)
        return nextNumber(tx, row)
      }
      return name === 'answer' ? { answered_on: beijingToday() } : {}
    },
  }
}
