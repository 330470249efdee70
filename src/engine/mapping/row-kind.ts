import { type Text, text } from '#engine/result/result'
import { plainWords } from './compare-words'
import { cellText, type GridCell } from './grid'

/** Why a row is left out without asking. */
export const leftOutWhy = {
  subtotal: text('合计、小计', 'A total'),
  section: text('小节标题', 'The title of a section'),
  note: text('表下说明', 'A note'),
  numbering: text('栏号', 'Numbers of the columns'),
  head_again: text('重复的表头', 'The head again'),
  answered: text('已确认不导入', 'Left out by your answer'),
} as const satisfies Readonly<Record<string, Text>>

export type LeftOutWhy = keyof typeof leftOutWhy

/** What a row of the sheet is. A section holds for the rows below it. */
export type RowKind =
  | { readonly is: 'data' | 'blank' }
  | { readonly is: 'left_out'; readonly why: Exclude<LeftOutWhy, 'section' | 'answered'> }
  | { readonly is: 'section'; readonly level: number; readonly name: string; readonly column: number }
  | {
      readonly is: 'doubtful'
      readonly kind: 'subtotal_like' | 'stray_row'
      readonly name: string
      readonly column: number
    }

/** What must be known of the sheet to tell its rows apart. */
export interface RowGround {
  /** Columns that fill a field. */
  readonly mapped: ReadonlySet<number>
  /** The column of the field that names a row. */
  readonly title: number | undefined
  /** Words of the head, plain: a row of nothing else is the head again. */
  readonly heads: ReadonlySet<string>
  /** The section that holds, for its own subtotal (望京园小计). */
  readonly section: string | undefined
  /** Columns that a merge beginning in this row covers. */
  readonly merged: number
  /** The first row below the head. */
  readonly first: boolean
}

interface Said {
  readonly column: number
  readonly words: string
  readonly isText: boolean
}

const numeral = '[一二三四五六七八九十]{1,3}'
const sections: readonly (readonly [form: RegExp, level: number])[] = [
  [new RegExp(`^${numeral}[、.．]\\s*(.*)$`, 'u'), 0],
  [new RegExp(`^第${numeral}(?:部分|类|篇|章)[、:：.．\\s]*(.*)$`, 'u'), 0],
  [new RegExp(`^[（(]${numeral}[)）][、.．\\s]*(.*)$`, 'u'), 1],
  [new RegExp(`^${numeral}$`, 'u'), 0],
]

const total = /^(合计|小计|总计|共计|累计|total|subtotal|sum)([(（:：\d共].*)?$/i
const endsInTotal = /^(.*?)(合计|小计|总计|共计)([(（][^)）]*[)）])?[:：]?$/
const note =
  /^(注|备注|说明|填表说明|填表人|制表|审核|填报|单位负责人|报送|联系人|数据来源|资料来源)\d{0,2}\s*[:：.、]/

const saidIn = (cells: readonly GridCell[]): Said[] =>
  cells.flatMap((cell, column) => {
    const words = cellText(cell)
    return words ? [{ column, words, isText: typeof cell === 'string' }] : []
  })

/** 望京园（3 项） is 望京园. */
const sectionName = (words: string): string =>
  words
    .replace(/[(（][^)）]*[)）]\s*[:：]?$/, '')
    .replace(/[\s:：]+$/, '')
    .trim()

/** The words after a section's numeral, and its level; undefined where a text has no such numeral. */
function numbered(words: string): { rest: string; level: number } | undefined {
  for (const [form, level] of sections) {
    const match = form.exec(words)
    if (match) return { rest: match[1] ?? '', level }
  }
  return undefined
}

const isCount = (words: string): boolean => /^[\d.,\s%]+$|^共?\d+\s*[个项]$/.test(words)

/** A section row: a Chinese numeral, a name, and nothing else but figures. */
function sectionIn(said: readonly Said[]): RowKind | undefined {
  const [first, ...more] = said
  const found = first?.isText ? numbered(first.words) : undefined
  if (!first || !found) return undefined
  const others = more.filter(({ isText, words }) => isText && !isCount(words))
  const titled = found.rest ? first : others.shift()
  if (!titled || others.length > 0) return undefined
  const name = sectionName(found.rest || titled.words)
  return name ? { is: 'section', level: found.level, name, column: titled.column } : undefined
}

function totalIn(said: readonly Said[], ground: RowGround): RowKind | undefined {
  const texts = said.filter(({ isText }) => isText)
  const bare = (words: string) => words.replace(/\s/g, '')
  if (texts.slice(0, 3).some(({ words }) => total.test(bare(words))))
    return { is: 'left_out', why: 'subtotal' }
  const like = texts
    .slice(0, 3)
    .find(({ words }) => bare(words).length <= 20 && endsInTotal.test(bare(words)))
  if (!like) return undefined
  const before = plainWords(endsInTotal.exec(bare(like.words))?.[1] ?? '')
  if (ground.section && plainWords(ground.section) === before) return { is: 'left_out', why: 'subtotal' }
  return { is: 'doubtful', kind: 'subtotal_like', name: like.words, column: like.column }
}

const isNumbering = (said: readonly Said[]): boolean =>
  said.length >= 3 && said.every(({ words }) => /^(\d{1,2}|[甲乙丙丁戊己])$/.test(words)) && isRising(said)

const isRising = (said: readonly Said[]): boolean => {
  const numbers = said.map(({ words }) => Number(words)).filter((number) => !Number.isNaN(number))
  return numbers.every((number, at) => at === 0 || number === (numbers[at - 1] ?? 0) + 1)
}

/** Rows that are no data and say so. */
function apart(said: readonly Said[], ground: RowGround): RowKind | undefined {
  if (ground.first && isNumbering(said)) return { is: 'left_out', why: 'numbering' }
  if (said.length >= 3 && said.every(({ words }) => ground.heads.has(plainWords(words))))
    return { is: 'left_out', why: 'head_again' }
  if (said.length <= 3 && note.test(said[0]?.words ?? '')) return { is: 'left_out', why: 'note' }
  return sectionIn(said) ?? totalIn(said, ground)
}

/** A lone text that names no row, or reaches over several columns: a section without a number, or a note. */
function strayIn(said: readonly Said[], ground: RowGround): RowKind | undefined {
  const [only, more] = said
  if (!only || more || !only.isText) return undefined
  if (ground.merged < 2 && (only.column === ground.title || ground.title === undefined)) return undefined
  return { is: 'doubtful', kind: 'stray_row', name: sectionName(only.words), column: only.column }
}

/** What this row is. What could be data and could be not is doubtful, never dropped in silence. */
export function rowKind(cells: readonly GridCell[], ground: RowGround): RowKind {
  const said = saidIn(cells)
  if (said.length === 0) return { is: 'blank' }
  const known = apart(said, ground) ?? strayIn(said, ground)
  if (known) return known
  // Row numbers prepared for rows that nobody has filled in.
  const numbersOnly = said.every(({ column, words }) => !ground.mapped.has(column) && /^\d{1,5}$/.test(words))
  return numbersOnly ? { is: 'blank' } : { is: 'data' }
}
