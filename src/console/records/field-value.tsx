import { Fragment } from 'react'
import type { Field } from '#engine/records/field'
import { isLamp } from '#engine/records/record-clock'
import { addressOf, type RecordType } from '#engine/records/record'
import type { ReplyRow, Titles } from '#engine/records/reply'
import { findState } from '#engine/lifecycles/lifecycle'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { useRecordNamed } from '#console/registry-context'
import { GoLink } from '#console/router/go'
import { StateTag } from '#console/ui/state-mark'
import { qualifierOf } from './cell-text'
import { ClockLamp } from './clock-lamp'
import { cellOf, type Column } from './columns'
import { fieldWords, quantityWords, unknownMark } from './field-words'
import { referredIds } from './referred-ids'

/** A choice whose options are marked: shape, colour and word together. */
function toneMark(field: Field, value: unknown) {
  if (field.kind !== 'choice' || !field.tones || typeof value !== 'string') return undefined
  const label = field.options[value]
  return label && <StateTag label={label} tone={field.tones[value]} />
}

interface CellProps {
  readonly record: RecordType
  readonly row: ReplyRow
  readonly column: Column
  readonly titles: Titles
}

/** One value of a row, in a list. */
export function Cell({ record, row, column, titles }: CellProps) {
  const { language } = useLanguage()
  const value = cellOf(row, column.name)
  if (column.name === 'state' && record.lifecycle) {
    const state = findState(record.lifecycle, String(row.state))
    return state ? <StateTag label={state.label} tone={state.tone} /> : unknownMark
  }
  if (isLamp(column.field)) return <ClockLamp state={row.clocks?.[column.field.lampOf]} />
  const mark = toneMark(column.field, value)
  if (mark) return mark
  return fieldWords(column.field, value, { language, titles, qualifier: qualifierOf(row, column.name) })
}

interface FieldValueProps {
  readonly field: Field
  readonly value: unknown
  readonly titles: Titles
  readonly qualifier?: unknown
}

/** One value with its unit, on a detail page. */
export function FieldValue({ field, value, titles, qualifier }: FieldValueProps) {
  const { language } = useLanguage()
  const mark = toneMark(field, value)
  if (mark) return mark
  return quantityWords(field, value, { language, titles, qualifier })
}

/** A value that leads to what it names, where that has a life or a whole of its own: a blocker to its project. */
export function LinkedValue(props: FieldValueProps) {
  const { field, value, titles } = props
  const { t, language } = useLanguage()
  const to = field.kind === 'reference' || field.kind === 'references' ? field.to : ''
  const record = useRecordNamed(to)
  const ids = referredIds(value)
  const isLed = record && (record.lifecycle ?? record.within) && ids.length > 0
  if (!isLed || !ids.every((id) => titles[to]?.[id])) return <FieldValue {...props} />
  return ids.map((id, index) => (
    <Fragment key={id}>
      {index > 0 && (language === 'zh' ? '、' : ', ')}
      <GoLink to={`/records/${addressOf(record)}/${id}`}>{t(titles[to]?.[id] ?? text(id, id))}</GoLink>
    </Fragment>
  ))
}
