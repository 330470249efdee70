import type { FigureReply, IndicatorReply } from '#modules/indicators/contract'
import { entryText } from '../entry/read-entry'
import type { FigureTable } from './figure-table'

interface SheetWords {
  /** Heads of name, unit and target. */
  readonly heads: readonly [name: string, unit: string, target: string]
  readonly name: (indicator: IndicatorReply) => string
  readonly unit: (unit: string) => string
  readonly period: (id: string) => string
}

/** A cell that begins like a formula would be run by Excel: it is written as text. */
const quoted = (cell: string): string => `"${cell.replaceAll('"', '""').replace(/^(?=[=+@\t\r])/, "'")}"`

const figureText = (figure: FigureReply | undefined): string =>
  figure ? entryText(figure.value, figure.qualifier) : ''

/** The table as a sheet: exactly the rows and columns shown, with every digit there is. */
export function sheetText(table: FigureTable, { heads, name, unit, period }: SheetWords): string {
  const [nameHead, unitHead, targetHead] = heads
  const head = [nameHead, unitHead, ...table.periods.map(period), targetHead]
  const rows = table.groups.flatMap(({ rows: own }) =>
    own.map((row) => [
      name(row.indicator),
      unit(row.indicator.unit),
      ...table.periods.map((id) => figureText(row.cells.get(id))),
      figureText(row.target),
    ]),
  )
  return [head, ...rows].map((row) => row.map(quoted).join(',')).join('\r\n')
}

/** Hands a sheet to the browser's downloads; the mark at its head makes Excel read Chinese rightly. */
export function saveSheet(name: string, sheet: string): void {
  const address = URL.createObjectURL(new Blob(['\uFEFF', sheet], { type: 'text/csv' }))
  const link = document.createElement('a')
  link.href = address
  link.download = `${name}.csv`
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
