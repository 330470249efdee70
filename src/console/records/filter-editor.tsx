import { Button, Checkbox, Input, Radio } from 'antd'
import { useState, type FormEvent } from 'react'
import type { Filter, Operator } from '#engine/records/list-query'
import type { Field, Value } from '#engine/records/field'
import { readValue } from '#engine/records/read-value'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import type { Column } from './columns'
import { ReferenceSelect } from './reference-select'

const words = {
  apply: text('筛选', 'Filter'),
  clear: text('清除', 'Clear'),
  contains: text('含有文字', 'Contains'),
  least: text('不小于', 'At least'),
  most: text('不大于', 'At most'),
  from: text('不早于', 'From'),
  until: text('不晚于', 'Until'),
  empty: text('只看未填', 'Only empty'),
  yes: text('是', 'Yes'),
  no: text('否', 'No'),
  date: text('如 2026-03-05', 'such as 2026-03-05'),
  period: text('如 2026-03', 'such as 2026-03'),
}

interface EditorProps {
  readonly column: Column
  readonly filters: readonly Filter[]
  readonly onApply: (filters: readonly Filter[]) => void
}

type Draft = Partial<Record<Operator, readonly string[]>>

const draftOf = (filters: readonly Filter[]): Draft =>
  Object.fromEntries(
    filters.map(({ op, values }) => [
      op === 'eq' ? 'in' : op,
      values.filter((value) => value !== null).map(String),
    ]),
  )

const isRange = (field: Field) => ['integer', 'decimal', 'date', 'instant', 'period'].includes(field.kind)

/** What was typed as filters; a text that is no number or date is left out rather than sent and refused. */
function filtersOf({ name, field }: Column, draft: Draft): Filter[] {
  if (draft.empty) return [{ field: name, op: 'empty', values: [true] }]
  return (Object.entries(draft) as [Operator, readonly string[]][]).flatMap(([op, given]) => {
    const values = given
      .map((value) => (op === 'contains' ? value.trim() : readable(field, value)))
      .filter((value): value is Exclude<Value, null> => value !== null && value !== '')
    if (values.length === 0) return []
    return [{ field: name, op: op === 'in' && values.length === 1 ? 'eq' : op, values }]
  })
}

function readable(field: Field, given: string): Value {
  const read = readValue(field, given)
  return read.ok ? read.value : null
}

interface PartProps {
  readonly field: Field
  readonly draft: Draft
  readonly onDraft: (draft: Draft) => void
}

function RangePart({ field, draft, onDraft }: PartProps) {
  const { t } = useLanguage()
  const time = field.kind !== 'integer' && field.kind !== 'decimal'
  const hint = field.kind === 'period' ? words.period : words.date
  return (
    <div className="filter-range">
      {(['gte', 'lte'] as const).map((op) => (
        <label key={op}>
          <span>{t(op === 'gte' ? (time ? words.from : words.least) : time ? words.until : words.most)}</span>
          <Input
            autoFocus={op === 'gte'}
            inputMode={time ? 'text' : 'decimal'}
            placeholder={time ? t(hint) : ''}
            value={draft[op]?.[0] ?? ''}
            onChange={(event) => onDraft({ ...draft, [op]: [event.target.value] })}
          />
        </label>
      ))}
    </div>
  )
}

function OptionsPart({ field, draft, onDraft }: PartProps) {
  const { t } = useLanguage()
  const options = field.kind === 'choice' ? Object.entries(field.options) : []
  return (
    <Checkbox.Group
      className="filter-options"
      value={[...(draft.in ?? [])]}
      options={options.map(([value, label]) => ({ value, label: t(label) }))}
      onChange={(values) => onDraft({ in: values })}
    />
  )
}

function FilterPart(props: PartProps) {
  const { t } = useLanguage()
  const { field, draft, onDraft } = props
  if (isRange(field)) return <RangePart {...props} />
  if (field.kind === 'choice') return <OptionsPart {...props} />
  if (field.kind === 'boolean')
    return (
      <Radio.Group
        value={draft.in?.[0]}
        options={[
          { value: 'true', label: t(words.yes) },
          { value: 'false', label: t(words.no) },
        ]}
        onChange={(event) => onDraft({ in: [String(event.target.value)] })}
      />
    )
  if (field.kind === 'reference' || field.kind === 'references')
    return (
      <ReferenceSelect
        to={field.to}
        multiple
        label={t(field.label)}
        value={draft.in ?? []}
        onChange={(ids) => onDraft({ in: ids })}
      />
    )
  return (
    <Input
      autoFocus
      aria-label={t(words.contains)}
      placeholder={t(words.contains)}
      value={draft.contains?.[0] ?? ''}
      onChange={(event) => onDraft({ contains: [event.target.value] })}
    />
  )
}

/** The filter of one column, typed in its head; each kind of field has the question that fits it. */
export function FilterEditor({ column, filters, onApply }: EditorProps) {
  const { t } = useLanguage()
  const [draft, setDraft] = useState(() => draftOf(filters))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onApply(filtersOf(column, draft))
  }
  return (
    <form className="filter-editor" onSubmit={submit}>
      <FilterPart field={column.field} draft={draft} onDraft={setDraft} />
      <Checkbox
        checked={Boolean(draft.empty)}
        onChange={(event) => setDraft(event.target.checked ? { empty: ['true'] } : {})}
      >
        {t(words.empty)}
      </Checkbox>
      <div className="filter-ways">
        <Button size="small" onClick={() => onApply([])}>
          {t(words.clear)}
        </Button>
        <Button size="small" type="primary" htmlType="submit">
          {t(words.apply)}
        </Button>
      </div>
    </form>
  )
}
