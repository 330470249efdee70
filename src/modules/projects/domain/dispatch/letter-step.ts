import { text, type Text } from '#engine/result/result'
import { letterKinds, type LetterKind } from '../../records/letter'

/** What the steps depend on: how the blocker stands, and the moments of its clock (UTC; null: it does not run). */
export interface PressedBlocker {
  readonly state: string
  readonly watch_at: string | null
  readonly due_at: string | null
}

export interface PressedLetter {
  readonly id: string
  readonly kind: string
  readonly state: string
  readonly number?: string | null
}

const live = (letters: readonly PressedLetter[], kind: LetterKind) =>
  letters.find((one) => one.kind === kind && one.state !== 'withdrawn')

const isPast = (moment: string | null, now: string) =>
  moment !== null && Date.parse(moment) <= Date.parse(now)

/**
 * The letter that the blocker's limit calls for now (交办函 when it is assigned, 提醒函 from the warning on, 督办函 once it
 * has run out); undefined when nothing runs.
 */
export function kindCalledFor(blocker: PressedBlocker, now: string): LetterKind | undefined {
  if (blocker.state !== 'assigned') return undefined
  if (isPast(blocker.due_at, now)) return 'supervision'
  return isPast(blocker.watch_at, now) ? 'reminder' : 'assignment'
}

/** The letter that is called for and not yet issued, with its draft where one was begun. */
export function letterDue(
  blocker: PressedBlocker,
  letters: readonly PressedLetter[],
  now: string,
): { readonly kind: LetterKind; readonly draft: string | null } | undefined {
  const kind = kindCalledFor(blocker, now)
  const known = kind && live(letters, kind)
  if (!kind || (known && known.state !== 'draft')) return undefined
  return { kind, draft: known?.id ?? null }
}

const stateWords: Readonly<Record<string, Text>> = {
  raised: text('堵点尚未交办', 'The blocker has not been assigned yet'),
  answered: text('堵点已答复，待销号', 'The blocker has been answered and waits to be closed'),
  closed: text('堵点已销号', 'The blocker is closed'),
  withdrawn: text('堵点已撤回', 'The blocker has been withdrawn'),
}

/** A limit that runs into a year without a calendar ends nobody knows when: neither early nor late is true of it. */
const unreckoned = text(
  '缺工作日历，算不出办理时限到哪天，不能判断是否临期、逾期；请先导入该年放假通知',
  'The working calendar is missing, so nobody can tell when the limit ends: import the notice of that year first',
)

/** The day of a moment on the officials' calendar: China keeps UTC+8 all year. */
export const beijingDay = (moment: string): string =>
  new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(0, 10)

/** Why this letter may not be written now; undefined when it may. `own` is the letter itself, which is not in its own way. */
export function letterRefusal(
  kind: LetterKind,
  given: {
    readonly blocker: PressedBlocker
    readonly letters: readonly PressedLetter[]
    readonly now: string
    readonly own?: string
  },
): Text | undefined {
  const { blocker, now } = given
  const state = stateWords[blocker.state]
  if (state) return state
  const other = live(
    given.letters.filter(({ id }) => id !== given.own),
    kind,
  )
  if (other) return alreadyWords(kind, other)
  return tooEarly(kind, blocker, now)
}

/** Why the limit does not call for this letter yet; undefined when it does. */
function tooEarly(kind: LetterKind, { due_at, watch_at }: PressedBlocker, now: string): Text | undefined {
  if (kind === 'assignment') return undefined
  if (due_at === null || watch_at === null) return unreckoned
  if (kind === 'supervision' && !isPast(due_at, now))
    return text(
      `办理时限到 ${beijingDay(due_at)}，尚未逾期，不发督办函`,
      `The limit runs until ${beijingDay(due_at)}: a letter of supervision comes only after it`,
    )
  if (kind === 'reminder' && !isPast(watch_at, now))
    return text(
      `尚未临期（${beijingDay(watch_at)} 起），不发提醒函`,
      `It is not nearly due before ${beijingDay(watch_at)}: a reminder comes only then`,
    )
  return undefined
}

function alreadyWords(kind: LetterKind, { number, state }: PressedLetter): Text {
  const { zh, en } = letterKinds[kind]
  if (state === 'draft') return text(`已有${zh}拟稿`, `A draft of the ${en.toLowerCase()} exists already`)
  return text(`已发${zh}${number ?? ''}`, `The ${en.toLowerCase()} ${number ?? ''} has been issued`)
}
