import { CalendarOutlined } from '@ant-design/icons'
import { Button, Input, Popover, Radio, Select } from 'antd'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import type { Field } from '#engine/records/field'
import type { Titles } from '#engine/records/reply'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { unitWords } from './field-words'
import { ReferenceSelect } from './reference-select'
import { referredIds } from './referred-ids'

const PeriodPicker = lazy(() =>
  import('#console/frame/period-picker').then((room) => ({ default: room.PeriodPicker })),
)
const DayPicker = lazy(() => import('./day-picker').then((room) => ({ default: room.DayPicker })))

const words = {
  yes: text('是', 'Yes'),
  no: text('否', 'No'),
  unset: text('未填', 'Not set'),
  choose: text('请选择', 'Choose'),
  calendar: text('打开日历', 'Open the calendar'),
  date: text('如 2026-3-5 或 3月5日', 'such as 2026-3-5'),
  period: text('如 2026-03、2026-Q1 或 2026', 'such as 2026-03, 2026-Q1 or 2026'),
}

export interface FieldInputProps {
  readonly id: string
  readonly field: Field
  readonly value: unknown
  readonly onChange: (value: unknown) => void
  readonly onBlur?: () => void
  readonly invalid?: boolean
  readonly described?: string
  readonly disabled?: boolean
  readonly titles?: Titles | undefined
  /** For references to units: only these may be chosen. */
  readonly units?: readonly string[] | undefined
  /** For references: only rows of which this holds. */
  readonly among?: Readonly<Record<string, string>> | undefined
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''

const commonOf = ({ id, invalid, described, disabled, onBlur }: FieldInputProps) => ({
  id,
  'aria-invalid': invalid ?? false,
  ...(described && { 'aria-describedby': described }),
  ...(disabled && { disabled }),
  ...(invalid && { status: 'error' as const }),
  ...(onBlur && { onBlur }),
})

function TextInput(props: FieldInputProps) {
  const { field, value, onChange } = props
  const common = {
    ...commonOf(props),
    value: textOf(value),
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  }
  if (field.kind === 'text' && (field.multiline || (field.max ?? 200) > 300))
    return <Input.TextArea {...common} autoSize={{ minRows: 3, maxRows: 12 }} />
  return <Input {...common} />
}

function NumberInput(props: FieldInputProps) {
  const { language } = useLanguage()
  const { field, value, onChange } = props
  return (
    <Input
      {...commonOf(props)}
      className="number-input"
      inputMode="decimal"
      suffix={unitWords(field, language)}
      value={textOf(value)}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

function BooleanInput({ field, value, onChange, onBlur, described, disabled }: FieldInputProps) {
  const { t } = useLanguage()
  const options = [
    { value: 'yes', label: t(words.yes) },
    { value: 'no', label: t(words.no) },
    ...(field.required ? [] : [{ value: 'unset', label: t(words.unset) }]),
  ]
  const now = value === true ? 'yes' : value === false ? 'no' : 'unset'
  return (
    <Radio.Group
      value={now}
      options={options}
      disabled={disabled ?? false}
      {...(described && { 'aria-describedby': described })}
      onChange={(event) => {
        onChange({ yes: true, no: false }[String(event.target.value)] ?? null)
        onBlur?.()
      }}
    />
  )
}

function ChoiceInput(props: FieldInputProps) {
  const { t } = useLanguage()
  const { field, value, onChange } = props
  const options = field.kind === 'choice' ? Object.entries(field.options) : []
  return (
    <Select
      {...commonOf(props)}
      value={textOf(value) || undefined}
      placeholder={t(words.choose)}
      allowClear={!field.required}
      showSearch={options.length > 8 ? { optionFilterProp: 'label' } : false}
      options={options.map(([code, label]) => ({ value: code, label: t(label) }))}
      onChange={(next: string | undefined) => onChange(next ?? null)}
      style={{ width: '100%' }}
    />
  )
}

interface PickerInputProps extends FieldInputProps {
  readonly placeholder: string
  readonly picker: (close: () => void) => ReactNode
}

/** Typing comes first; the calendar is for those who want to see one. */
function PickerInput({ placeholder, picker, ...props }: PickerInputProps) {
  const { t } = useLanguage()
  const [open, setOpen] = useState(false)
  return (
    <Input
      {...commonOf(props)}
      value={textOf(props.value)}
      placeholder={placeholder}
      onChange={(event) => props.onChange(event.target.value)}
      suffix={
        <Popover
          trigger="click"
          placement="bottomRight"
          arrow={false}
          open={open}
          onOpenChange={setOpen}
          destroyOnHidden
          content={<Suspense fallback={<div className="picker" />}>{picker(() => setOpen(false))}</Suspense>}
        >
          <Button
            type="text"
            size="small"
            disabled={props.disabled ?? false}
            icon={<CalendarOutlined />}
            aria-label={t(words.calendar)}
          />
        </Popover>
      }
    />
  )
}

function TimeInput(props: FieldInputProps) {
  const { t } = useLanguage()
  const value = textOf(props.value) || undefined
  const pick = (close: () => void) => (next: string | undefined) => {
    props.onChange(next ?? null)
    close()
  }
  if (props.field.kind === 'period')
    return (
      <PickerInput
        {...props}
        placeholder={t(words.period)}
        picker={(close) => <PeriodPicker value={value} onPick={pick(close)} onClose={close} />}
      />
    )
  return (
    <PickerInput
      {...props}
      placeholder={t(words.date)}
      picker={(close) => <DayPicker value={value} onPick={pick(close)} />}
    />
  )
}

function ReferenceInput({ field, value, onChange, ...rest }: FieldInputProps) {
  if (field.kind !== 'reference' && field.kind !== 'references') return null
  const many = field.kind === 'references'
  return (
    <ReferenceSelect
      {...rest}
      to={field.to}
      multiple={many}
      value={referredIds(value)}
      onChange={(next) => onChange(many ? next : (next[0] ?? null))}
    />
  )
}

const inputs: Readonly<Record<Field['kind'], (props: FieldInputProps) => ReactNode>> = {
  text: TextInput,
  instant: TextInput,
  integer: NumberInput,
  decimal: NumberInput,
  boolean: BooleanInput,
  choice: ChoiceInput,
  date: TimeInput,
  period: TimeInput,
  reference: ReferenceInput,
  references: ReferenceInput,
}

/** The input that fits a field's kind. */
export function FieldInput(props: FieldInputProps) {
  const Fitting = inputs[props.field.kind]
  return <Fitting {...props} />
}
