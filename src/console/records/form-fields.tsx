import { useId } from 'react'
import type { Problem } from '#engine/records/problem'
import type { RecordType } from '#engine/records/record'
import { FormField } from './form-field'

type Values = Readonly<Record<string, unknown>>

interface FormFieldsProps {
  readonly record: RecordType
  readonly names: readonly string[]
  readonly values: Values
  readonly problems: readonly Problem[]
  readonly onChange: (values: Values) => void
}

/** A few fields of a record in a dialog of a module's own, each with its problem. */
export function FormFields({ record, names, values, problems, onChange }: FormFieldsProps) {
  const id = useId()
  return names.map((name) => {
    const field = record.fields[name]
    return (
      field && (
        <FormField
          key={name}
          id={`${id}-${name}`}
          field={field}
          value={values[name]}
          problem={problems.find((problem) => problem.field === name)}
          onChange={(value) => onChange({ ...values, [name]: value })}
        />
      )
    )
  })
}
