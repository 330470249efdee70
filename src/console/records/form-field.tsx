import type { Field } from '#engine/records/field'
import type { Problem } from '#engine/records/problem'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { FieldInput, type FieldInputProps } from './field-input'

const required = text('必填', 'required')

interface FormFieldProps extends Omit<FieldInputProps, 'invalid' | 'described' | 'field'> {
  readonly field: Field
  readonly problem: Problem | undefined
}

/** Label above, input, then one line: what is wrong, else what to write. */
export function FormField({ problem, ...props }: FormFieldProps) {
  const { t } = useLanguage()
  const { id, field } = props
  const group = field.kind === 'boolean'
  const label = (
    <>
      {t(field.label)}
      {field.required && (
        <span className="needed">
          <span aria-hidden="true"> *</span>
          <span className="visually-hidden">（{t(required)}）</span>
        </span>
      )}
    </>
  )
  const line = `${id}-line`
  const input = <FieldInput {...props} invalid={Boolean(problem)} described={line} />
  return (
    <div className="form-field" {...(group && { role: 'group', 'aria-labelledby': `${id}-label` })}>
      {group ? (
        <span id={`${id}-label`} className="form-label">
          {label}
        </span>
      ) : (
        <label htmlFor={id}>{label}</label>
      )}
      {input}
      <p id={line} className={problem ? 'field-error' : 'field-help'}>
        {problem ? `${t(problem.says)}。${t(problem.mend)}` : field.help ? t(field.help) : ''}
      </p>
    </div>
  )
}
