import type { Field } from '#engine/records/field'
import { isSameDimension, findUnit } from '#engine/quantity/unit'
import { likenessOfPlain, plainWords } from './compare-words'
import { headWords, rowNumberWords } from './head-words.data'
import type { Head } from './heads'

/** A field that a column may fill. */
export interface MappedField {
  readonly name: string
  readonly field: Field
}

/** Why a column is read as a field. */
export type Why = 'same_label' | 'synonym' | 'similar' | 'values' | 'remembered'

export interface Fit {
  readonly confidence: number
  readonly why: Why
}

const lines = new Map(headWords.flatMap((line) => line.map((word) => [plainWords(word), line] as const)))

/** Other words for a label; none for one that has no line. */
const othersFor = (label: string): readonly string[] => lines.get(plainWords(label)) ?? []

export const isRowNumber = (head: string): boolean => rowNumberWords.includes(plainWords(head))

/** The wordings by which a head of several rows may mean a field: its last row, all rows joined, the rows turned round. */
const wordings = ({ parts }: Pick<Head, 'parts'>): string[] => {
  const last = parts.at(-1) ?? ''
  return [...new Set([last, parts.join(''), parts.slice(-2).join('')])]
}

const unitOf = (field: Field): string | undefined =>
  field.kind === 'decimal' || field.kind === 'integer' ? field.unit : undefined

/** A head that names a unit which this field's figures can never be in means another field. */
function unitSpeaksAgainst({ unit }: Pick<Head, 'unit'>, field: Field): boolean {
  if (unit === null) return false
  const [own, named] = [findUnit(unitOf(field) ?? ''), findUnit(unit)]
  if (!named) return false
  return own
    ? !isSameDimension(own.dimension, named.dimension)
    : field.kind === 'date' || field.kind === 'choice'
}

interface FieldWords {
  readonly labels: ReadonlySet<string>
  readonly others: ReadonlySet<string>
  readonly chinese: readonly string[]
}

/** The plain words of a field, worked out once: every word of every row is held against them. */
const wordsOf = new WeakMap<Field, FieldWords>()

function fieldWords({ name, field }: MappedField): FieldWords {
  const known = wordsOf.get(field)
  if (known) return known
  const others = othersFor(field.label.zh).map(plainWords)
  const words = {
    labels: new Set([field.label.zh, field.label.en, name].map(plainWords)),
    others: new Set(others),
    chinese: [plainWords(field.label.zh), ...others],
  }
  wordsOf.set(field, words)
  return words
}

function wordFit(word: string, mapped: MappedField): Fit | undefined {
  const plain = plainWords(word)
  if (!plain) return undefined
  const { labels, others, chinese } = fieldWords(mapped)
  if (labels.has(plain)) return { confidence: 0.98, why: 'same_label' }
  if (others.has(plain)) return { confidence: 0.9, why: 'synonym' }
  const near = Math.max(...chinese.map((other) => likenessOfPlain(plain, other)))
  return near >= 0.6 ? { confidence: Math.min(0.8, near * 0.8), why: 'similar' } : undefined
}

const better = (one: Fit | undefined, other: Fit | undefined): Fit | undefined =>
  !one || (other && other.confidence > one.confidence) ? other : one

/** How well a head's words and unit fit a field; undefined: not at all. */
export function headFit(head: Pick<Head, 'parts' | 'unit'>, field: MappedField): Fit | undefined {
  if (unitSpeaksAgainst(head, field.field)) return undefined
  const found = wordings(head).map((word) => wordFit(word, field))
  return found.reduce(better, undefined)
}

/** How well a single word fits any of these fields: by this the head is found. */
export function fitAmong(fields: readonly MappedField[]): (word: string) => number {
  const known = new Map<string, number>()
  return (word) => {
    const found = known.get(word)
    if (found !== undefined) return found
    const fits = fields.map((field) => wordFit(word, field)?.confidence ?? 0)
    const best = isRowNumber(word) ? 0.8 : Math.max(0, ...fits)
    known.set(word, best)
    return best
  }
}
