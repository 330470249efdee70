import { changeOf } from '#engine/figures/change'
import { quantity, UNKNOWN, type Qualifier, type Quantity } from '#engine/quantity/quantity'
import { formatQuantity, type Language } from '#engine/quantity/format-quantity'
import { findUnit } from '#engine/quantity/unit'
import type { Text } from '#engine/result/result'
import type { PeriodId } from '#engine/period/period'
import type { FigureReply, FindingReply, GridLine } from '#modules/indicators/contract'
import { partsAfterWholes } from '../../domain/part-order'
import { changeWords } from '../figure-words'
import { entryKey } from './entry-book'
import { readEntry } from './read-entry'
import type { Autosave } from './use-autosave'
import type { EntryBook } from './use-entry-book'

/** Everything one line of the grid shows; equal views need no redrawing. */
export interface RowView {
  readonly line: GridLine
  /** Steps below the whole it is a part of; 0 where the whole is not in this form. */
  readonly depth: number
  /** The theme it stands under. */
  readonly theme: string | null
  readonly typed: string
  readonly explanation: string
  /** As it is read, formatted; what cannot be read stands as typed. */
  readonly shown: string
  /** Change on last year, worked out while one types. */
  readonly yoy: string
  readonly error: Text | undefined
  readonly findings: readonly FindingReply[]
  readonly needsExplanation: boolean
  readonly isUnsaved: boolean
}

const quantityOfFigure = (figure: FigureReply | null): Quantity =>
  figure?.value == null ? UNKNOWN : quantity(figure.value, figure.qualifier as Qualifier)

const whole = { have: 1, of: 1 }

/** Growth on last year by the engine that will decide it after publication, so that both never differ. */
export function liveChange(line: GridLine, now: Quantity, language: Language): string {
  const measure = findUnit(line.indicator.unit)
  if (!measure || !line.last_year) return '—'
  const base = {
    quantity: quantityOfFigure(line.last_year),
    coverage: line.last_year.coverage,
    period: line.last_year.period as PeriodId,
  }
  const change = changeOf({ quantity: now, coverage: whole }, base, measure)
  return changeWords({ ...change.quantity, unit: change.unit }, language)
}

interface Given {
  readonly book: EntryBook
  readonly save: Autosave
  readonly findings: readonly FindingReply[]
  readonly language: Language
}

/** The lines of a report as they are shown: a part (其中) right under its whole, whatever the order of the form. */
export const rowViews = (lines: readonly GridLine[], given: Given): RowView[] =>
  partsAfterWholes(lines, (line) => line.indicator).map(({ row, depth, theme }) => ({
    ...rowView(row, given),
    depth,
    theme,
  }))

function rowView(
  line: GridLine,
  { book, save, findings, language }: Given,
): Omit<RowView, 'depth' | 'theme'> {
  const { code, decimals } = line.indicator
  const typed = book.textOf(code, 'value')
  const explanation = book.textOf(code, 'explanation')
  const read = readEntry(typed, line.indicator)
  const own = findings.filter((finding) => finding.indicator === code)
  const blank = typed === '' ? '' : undefined
  return {
    line,
    typed,
    explanation,
    shown: blank ?? (read.ok ? formatQuantity(read.value, { language, decimals }) : typed),
    yoy: read.ok ? liveChange(line, read.value, language) : '—',
    error: read.ok ? save.refused.get(code) : read.error,
    findings: own,
    needsExplanation: own.some((finding) => finding.needs_explanation) && explanation.trim() === '',
    isUnsaved: [entryKey(code, 'value'), entryKey(code, 'explanation')].some((key) => key in book.entries),
  }
}
