import type { GridLine, LineInput } from '#modules/indicators/contract'
import { entryKey, type Entries } from './entry-book'
import { readEntry } from './read-entry'

export interface Pending {
  readonly lines: readonly LineInput[]
  /** Text sent by cell: what counts as saved once the server has answered. */
  readonly sent: Readonly<Record<string, string>>
  /** Cells whose text is no figure: kept here, not sent. */
  readonly unreadable: number
}

interface Given {
  readonly entries: Entries
  readonly stored: ReadonlyMap<string, string>
  readonly conflicts: readonly string[]
}

interface ReadLine {
  readonly input: LineInput | undefined
  readonly sent: Readonly<Record<string, string>>
  readonly isUnreadable: boolean
}

/** A line always carries its value; where only the explanation changes, or the value cannot be read, the one stored. */
function readLine(
  { indicator }: GridLine,
  given: { readonly open: (key: string) => string | undefined; readonly stored: Given['stored'] },
): ReadLine {
  const { open, stored } = given
  const keys = {
    value: entryKey(indicator.code, 'value'),
    explanation: entryKey(indicator.code, 'explanation'),
  }
  const typed = open(keys.value)
  const isUnreadable = typed !== undefined && !readEntry(typed, indicator).ok
  const value = isUnreadable ? undefined : typed
  const explanation = open(keys.explanation)
  const isSent = value !== undefined || explanation !== undefined
  const whole = (value ?? stored.get(keys.value)) || null
  return {
    isUnreadable,
    input: isSent
      ? { indicator: indicator.code, value: whole, ...(explanation !== undefined && { explanation }) }
      : undefined,
    sent: {
      ...(value !== undefined && { [keys.value]: value }),
      ...(explanation !== undefined && { [keys.explanation]: explanation }),
    },
  }
}

/** What can be saved now: every entry but those that cannot be read and those that await a choice. */
export function pendingLines(grid: readonly GridLine[], given: Given): Pending {
  const { entries, stored, conflicts } = given
  const open = (key: string) => (conflicts.includes(key) ? undefined : entries[key]?.text)
  const read = grid.map((line) => readLine(line, { open, stored }))
  return {
    lines: read.flatMap(({ input }) => (input ? [input] : [])),
    sent: Object.assign({}, ...read.map(({ sent }) => sent)) as Record<string, string>,
    unreadable: read.filter(({ isUnreadable }) => isUnreadable).length,
  }
}
