import { Select } from 'antd'
import type { LookedColumn } from '#engine/mapping/look'
import type { ColumnPlan, MappingPlan } from '#engine/mapping/plan'
import { sure } from '#engine/mapping/propose'
import { unitsFor } from '#engine/mapping/head-unit'
import type { InputField } from '#engine/records/input-fields'
import { useLanguage } from '#console/language/language'
import { whyWords, words } from './mapping-words'

const unitOf = ({ field }: InputField) =>
  field.kind === 'decimal' || field.kind === 'integer' ? field.unit : undefined

interface LineProps {
  readonly column: LookedColumn
  readonly plan: ColumnPlan
  readonly fields: readonly InputField[]
  readonly onChange: (plan: ColumnPlan) => void
}

function UnitChoice({ column, plan, fields, onChange }: LineProps) {
  const { t, language } = useLanguage()
  const field = fields.find(({ name }) => name === plan.field)
  const units = field ? unitsFor(unitOf(field)) : []
  if (units.length < 2) return <span className="quiet">{field ? (unitOf(field) ?? '') : ''}</span>
  return (
    <Select
      size="small"
      aria-label={`${column.head} ${t(words.unit)}`}
      value={plan.unit}
      placeholder={t(words.chooseUnit)}
      {...(plan.unit === null && { status: 'warning' as const })}
      options={units.map((unit) => ({
        value: unit.code,
        label: language === 'zh' ? unit.zh : unit.en || unit.zh,
      }))}
      onChange={(unit: string) => onChange({ ...plan, unit })}
    />
  )
}

const none = ''

function ColumnLine(props: LineProps) {
  const { column, plan, fields, onChange } = props
  const { t } = useLanguage()
  const { proposal } = column
  const changed = plan.field !== proposal.field
  const doubtful = !changed && plan.field !== null && proposal.confidence < sure
  const options = [
    { value: none, label: t(words.leaveOut) },
    ...fields.map(({ name, field }) => ({ value: name, label: t(field.label) })),
  ]
  return (
    <tr data-left={plan.field === null || undefined}>
      <th scope="row">
        <span className="mapping-letter">{column.letter}</span> {column.head}
      </th>
      <td className="mapping-samples">{column.samples.join('　') || '—'}</td>
      <td>
        <Select
          size="small"
          aria-label={`${column.head} ${t(words.field)}`}
          value={plan.field ?? none}
          showSearch={{ optionFilterProp: 'label' }}
          options={options}
          {...(doubtful && { status: 'warning' as const })}
          onChange={(field: string) =>
            onChange({ ...plan, field: field || null, unit: plan.unit ?? column.unit })
          }
        />
      </td>
      <td>
        <UnitChoice {...props} />
      </td>
      <td className="quiet">{changed ? '' : t(whyWords[proposal.why])}</td>
    </tr>
  )
}

interface ColumnTableProps {
  readonly columns: readonly LookedColumn[]
  readonly plan: MappingPlan
  readonly fields: readonly InputField[]
  readonly onChange: (plan: MappingPlan) => void
}

/** Every column of the sheets, what stands in it, and the field and unit as which it is read. */
export function ColumnTable({ columns, plan, fields, onChange }: ColumnTableProps) {
  const { t } = useLanguage()
  return (
    <section aria-label={t(words.columns)}>
      <h3>{t(words.columns)}</h3>
      <table className="mapping-columns">
        <thead>
          <tr>
            {[words.column, words.samples, words.field, words.unit, words.why].map((head) => (
              <th key={head.zh} scope="col">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <ColumnLine
              key={column.head}
              column={column}
              plan={plan.columns[column.head] ?? { field: null, unit: null }}
              fields={fields}
              onChange={(changed) =>
                onChange({ ...plan, columns: { ...plan.columns, [column.head]: changed } })
              }
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}
