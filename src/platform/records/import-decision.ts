import { Decimal } from 'decimal.js'
import { isLockedIn } from '#engine/lifecycles/describe-refusal'
import type { ExtraFields } from '#engine/records/check-input'
import type { Field } from '#engine/records/field'
import type { Problem } from '#engine/records/problem'
import { masked, maskedFields, personalFields, personalOf } from '#engine/records/personal'
import type { RecordType, Verb } from '#engine/records/record'
import { may, rolesOver } from '#engine/records/rights'
import { text } from '#engine/result/result'
import type { Transaction } from '#platform/database/database'
import { AppError } from '#platform/errors/app-error'
import type { Kernel } from './kernel'
import { duplicateProblem } from './refusals'
import type { StoredRow } from './rows'
import { changedRow, draftRow } from './write-row'

type Input = Readonly<Record<string, unknown>>

/** What becomes of one row of the file. */
export type Decision =
  | { readonly kind: 'create'; readonly row: StoredRow }
  | { readonly kind: 'update'; readonly before: StoredRow; readonly row: StoredRow }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refuse'; readonly problems: readonly Problem[] }

export interface Candidate {
  readonly input: Input
  /** The id it gets when it is new: rows after it may have named it already. */
  readonly id: string
  /** The stored row with the same identity. */
  readonly before: StoredRow | undefined
  /** Stored rows of the same unit and title, where a type has no unique set: only an equal one is the same row. */
  readonly twins: StoredRow[]
}

export interface Ground {
  readonly tx: Transaction
  readonly kernel: Kernel
  readonly record: RecordType
  readonly extra: ExtraFields
}

function sameValue(field: Field | undefined, one: unknown, other: unknown): boolean {
  if ((one ?? null) === (other ?? null)) return true
  if (one == null || other == null) return false
  if (field?.kind === 'decimal') return new Decimal(one as string).equals(other as string)
  return JSON.stringify(one) === JSON.stringify(other)
}

/** Personal fields that the actor gets masked on this row: a dry run must not tell whether a guess is right. */
const maskedFor = ({ tx, record }: Ground, row: StoredRow): string[] =>
  'kernel' in tx.actor || personalFields(record).length === 0
    ? []
    : maskedFields(record, { row, roles: rolesOver(tx.actor, row.unit_id), person: tx.actor.person }).map(
        ([name]) => name,
      )

/** Whether the file gives a masked field another content than its mask: that is a change, equal or not. */
const guesses = (ground: Ground, input: Input, before: StoredRow): boolean =>
  maskedFor(ground, before).some((name) => {
    const kind = personalOf(ground.record.fields[name])?.kind
    const value = input[name]
    return kind !== undefined && value != null && value !== '' && value !== masked(kind, before[name])
  })

function sameRow(ground: Ground, one: StoredRow, other: StoredRow): boolean {
  const { record, extra } = ground
  const unsaid = new Set(maskedFor(ground, other))
  // What the server works out follows from the rest, or from the moment of writing: it makes no row another.
  const own = Object.entries(record.fields).every(
    ([name, field]) => field.computed || unsaid.has(name) || sameValue(field, one[name], other[name]),
  )
  const more = () =>
    Object.keys(extra).every((name) => sameValue(extra[name], one.extra[name], other.extra[name]))
  return own && one.unit_id === other.unit_id && more()
}

const allowed = ({ tx, record }: Ground, verb: Verb, row: StoredRow) =>
  'kernel' in tx.actor || may(tx.actor, record, { verb, row })

const notAllowed = (verb: 'create' | 'update', row: StoredRow): Problem => ({
  field: 'unit_id',
  code: 'not_allowed',
  value: row.unit_id,
  says:
    verb === 'create'
      ? text('您的岗位不能在该单位新建', 'Your post may not create rows in this unit')
      : text('该行已存在，您的岗位不能修改', 'The row exists and your post may not change it'),
  mend: text('请由有权岗位导入，或删去该行', 'Ask a post that may, or remove the row.'),
})

const locked = (row: StoredRow): Problem => ({
  field: '',
  code: 'fixed',
  value: row.id,
  says: text('该行已存在且已锁定，不能修改', 'The row exists and is locked'),
  mend: text('请先退回或删去该行', 'Return it first, or remove the row from the file.'),
})

const taken = (record: RecordType, input: Input): Problem =>
  duplicateProblem(record.key ?? record.title, input[record.key ?? record.title])

/** A refusal of the write path as problems of the row. Anything else is no matter of this row and is passed on. */
export function problemsOf(error: unknown): readonly Problem[] {
  if (!(error instanceof AppError) || error.entry.status >= 500) throw error
  if (error.data.problems) return error.data.problems
  return [
    {
      field: '',
      code: 'rule',
      value: '',
      says: error.data.detail ?? error.entry.says,
      mend: error.entry.mend,
    },
  ]
}

/** Cells left blank in columns that this row cannot or need not set say nothing about them. */
function meant({ record, extra }: Ground, input: Input, isNew: boolean): Input {
  const idle = (field: Field | undefined) =>
    isNew || Boolean(field && (field.computed || field.fixed || field.set || field.see))
  return Object.fromEntries(
    Object.entries(input).filter(
      ([name, value]) => value !== undefined && (value !== null || !idle(record.fields[name] ?? extra[name])),
    ),
  )
}

async function decideNew(ground: Ground, { input, id, twins }: Candidate): Promise<Decision> {
  const { tx, kernel, record } = ground
  const row = await draftRow(tx, kernel, { record, id, input: meant(ground, input, true) })
  const twin = twins.findIndex((one) => sameRow(ground, one, row))
  if (twin >= 0) {
    // Each stored row answers for one row of the file: two people of one name stay two.
    twins.splice(twin, 1)
    return { kind: 'unchanged' }
  }
  if (!allowed(ground, 'create', row)) return { kind: 'refuse', problems: [notAllowed('create', row)] }
  return { kind: 'create', row }
}

/** Whether the file says nothing new about the row, as far as the actor may be told. */
const sameAsSaid = (ground: Ground, given: { input: Input; before: StoredRow; row: StoredRow }): boolean =>
  sameRow(ground, given.before, given.row) && !guesses(ground, given.input, given.before)

async function decideKnown(ground: Ground, input: Input, before: StoredRow): Promise<Decision> {
  const { tx, kernel, record } = ground
  // Where the post gives nothing, it is not told either whether the row is there.
  if (!allowed(ground, 'read', before))
    return {
      kind: 'refuse',
      problems: [allowed(ground, 'create', before) ? taken(record, input) : notAllowed('create', before)],
    }
  const row = await changedRow(tx, kernel, { record, before, input: meant(ground, input, false) })
  if (sameAsSaid(ground, { input, before, row })) return { kind: 'unchanged' }
  if (!allowed(ground, 'update', before) || !allowed(ground, 'update', row))
    return { kind: 'refuse', problems: [notAllowed('update', before)] }
  return isLockedIn(record.lifecycle, before.state)
    ? { kind: 'refuse', problems: [locked(before)] }
    : { kind: 'update', before, row }
}

/** Checks one row by the same path as the form: what it creates or changes, or every reason why it cannot. */
export async function decide(ground: Ground, candidate: Candidate): Promise<Decision> {
  try {
    return candidate.before
      ? await decideKnown(ground, candidate.input, candidate.before)
      : await decideNew(ground, candidate)
  } catch (error) {
    return { kind: 'refuse', problems: problemsOf(error) }
  }
}
