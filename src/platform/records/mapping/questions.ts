import { cellKey, type DoubtKind, kindKey, valueKey } from '#engine/mapping/doubt'
import type { Question, QuestionGroup } from '#engine/mapping/look'
import type { CellDoubt } from '#engine/mapping/sheet-reader'

/** Questions that are told; beyond them only counts are kept. */
const mostQuestions = 500
const mostCells = 50
/** Questions kept while reading, so that open ones go before answered ones. */
const mostKept = 4000

/** Doubts whose cells say nothing by themselves, or mean another thing in every row: each is a question of its own. */
const alone: ReadonlySet<DoubtKind> = new Set([
  'carried_down',
  'subtotal_like',
  'stray_row',
  'wide_merge',
  'fault',
])

const keyOf = ({ kind, field, raw, sheet, cell }: CellDoubt): string =>
  alone.has(kind) || raw === '' || field === '' ? cellKey(sheet, cell) : valueKey(field, raw)

interface Draft extends Omit<Question, 'count' | 'cells'> {
  count: number
  cells: string[]
}

/** Gathers doubtful cells into questions: what says the same in the same field is asked once. */
export class Questions {
  readonly #drafts = new Map<string, Draft>()
  readonly #groups = new Map<string, { kind: DoubtKind; field: string; count: number; open: number }>()

  add(doubt: CellDoubt): void {
    const { kind, field } = doubt
    const group = kindKey(kind, field)
    const counted = this.#groups.get(group) ?? { kind, field, count: 0, open: 0 }
    counted.count += 1
    if (!doubt.answer) counted.open += 1
    this.#groups.set(group, counted)
    const key = keyOf(doubt)
    const draft = this.#drafts.get(`${kind} ${key}`) ?? this.#begun(doubt, key)
    if (!draft) return
    draft.count += 1
    if (draft.cells.length < mostCells)
      draft.cells.push(doubt.sheet ? cellKey(doubt.sheet, doubt.cell) : doubt.cell)
  }

  #begun(doubt: CellDoubt, key: string): Draft | undefined {
    if (this.#drafts.size >= mostKept) return undefined
    const { kind, field, head, raw, says, readings, answer } = doubt
    const draft: Draft = {
      key,
      kind,
      field,
      head,
      raw,
      says,
      readings,
      count: 0,
      cells: [],
      ...(answer && { answer }),
    }
    this.#drafts.set(`${kind} ${key}`, draft)
    return draft
  }

  get told(): Question[] {
    const all = [...this.#drafts.values()]
    const open = all.filter(({ answer }) => !answer)
    return [...open, ...all.filter(({ answer }) => answer)].slice(0, mostQuestions)
  }

  get groups(): QuestionGroup[] {
    return [...this.#groups.values()]
  }

  get open(): number {
    return this.groups.reduce((sum, { open }) => sum + open, 0)
  }
}
