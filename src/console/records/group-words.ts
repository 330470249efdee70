import type { ListGroup, ListReply } from '#engine/records/reply'
import { text, type Text } from '#engine/result/result'
import type { Language } from '#console/language/format'
import type { Column } from './columns'
import { fieldWords } from './field-words'

export const groupWords = {
  unfilled: text('未填', 'Not filled in'),
}

/** How many rows a group has. */
export const rowsWords = (count: number): Text =>
  text(`${count} 条`, `${count} ${count === 1 ? 'row' : 'rows'}`)

/** 5 个中 4 个已知, said where not all are. */
export const knownOfWords = (known: number, of: number): Text =>
  text(`${of} 条中 ${known} 条已知`, `${known} of ${of} known`)

export const moreWords = (count: number): Text =>
  text(`另有 ${count} 条，只看这一组`, `${count} more: show only this group`)

/** What the rows of a group have in common, in words. */
export function groupName(
  group: ListGroup,
  column: Column,
  context: { readonly language: Language; readonly titles: ListReply['titles'] },
): string {
  if (group.key === null) return groupWords.unfilled[context.language]
  const value = column.field.kind === 'boolean' ? group.key === 'true' : group.key
  return fieldWords(column.field, value, context)
}

/** Groups in the order in which their values are declared, as states and choices are; others as they came, the largest first. */
export function inOrder(groups: readonly ListGroup[], column: Column): ListGroup[] {
  const { field } = column
  if (field.kind !== 'choice') return [...groups]
  const order = Object.keys(field.options)
  const place = ({ key }: ListGroup) => (key === null ? order.length : order.indexOf(key))
  return [...groups].sort((a, b) => place(a) - place(b))
}
