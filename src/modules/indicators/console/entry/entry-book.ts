import type { GridLine } from '#modules/indicators/contract'
import { entryText } from './read-entry'

/** The two columns that are filled in; everything else in the grid is read. */
export type EntryField = 'value' | 'explanation'

export interface CellChange {
  readonly code: string
  readonly field: EntryField
  readonly text: string
  /** What was stored when typing began, where that was before the change is made. */
  readonly base?: string | undefined
}

/** What was typed and is not saved yet; `base` is what was stored when typing began. */
export interface Entry {
  readonly base: string
  readonly text: string
}

export type Entries = Readonly<Record<string, Entry>>

export const entryKey = (code: string, field: EntryField): string => `${code}|${field}`

/** The text the server holds of a cell, as one would type it. */
export function storedText(line: GridLine, field: EntryField): string {
  return field === 'value' ? entryText(line.value, line.qualifier) : (line.explanation ?? '')
}

/** Stored texts by cell, of all lines. */
export function storedTexts(lines: readonly GridLine[]): ReadonlyMap<string, string> {
  return new Map(
    lines.flatMap((line) =>
      (['value', 'explanation'] as const).map(
        (field) => [entryKey(line.indicator.code, field), storedText(line, field)] as const,
      ),
    ),
  )
}

/** Entries after these changes; what has come back to the stored text is no entry any more. */
export function withChanges(
  entries: Entries,
  changes: readonly CellChange[],
  stored: ReadonlyMap<string, string>,
): Entries {
  const next: Record<string, Entry> = { ...entries }
  for (const { code, field, text, base } of changes) {
    const key = entryKey(code, field)
    const now = stored.get(key)
    if (now === undefined) continue
    if (text === now) delete next[key]
    else next[key] = { base: entries[key]?.base ?? base ?? now, text }
  }
  return next
}

/** Entries after a save: what was sent and not typed over since is stored now; the rest builds on what is stored. */
export function afterSave(
  entries: Entries,
  sent: Readonly<Record<string, string>>,
  stored: ReadonlyMap<string, string>,
): Entries {
  const next: Record<string, Entry> = {}
  for (const [key, entry] of Object.entries(entries)) {
    if (!(key in sent)) next[key] = entry
    else if (entry.text !== sent[key]) next[key] = { base: stored.get(key) ?? '', text: entry.text }
  }
  return next
}

/** Cells that somebody else has stored differently since typing began here: a person has to choose. */
export function conflictsIn(entries: Entries, stored: ReadonlyMap<string, string>): string[] {
  return Object.entries(entries)
    .filter(([key, { base, text }]) => stored.get(key) !== base && stored.get(key) !== text)
    .map(([key]) => key)
}

/** Keeps one's own text over what somebody else has stored, or gives it up. */
export function settled(
  entries: Entries,
  choice: { readonly key: string; readonly keep: 'mine' | 'theirs' },
  stored: ReadonlyMap<string, string>,
): Entries {
  const { [choice.key]: entry, ...rest } = entries
  if (!entry || choice.keep === 'theirs') return rest
  return { ...rest, [choice.key]: { base: stored.get(choice.key) ?? '', text: entry.text } }
}
