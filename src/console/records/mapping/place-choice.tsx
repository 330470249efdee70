import { InputNumber, Select } from 'antd'
import type { MappingLook } from '#engine/mapping/look'
import type { MappingPlan } from '#engine/mapping/plan'
import type { InputField } from '#engine/records/input-fields'
import { useLanguage } from '#console/language/language'
import { ReferenceSelect } from '../reference-select'
import { sectionWords, words } from './mapping-words'

interface PlaceChoiceProps {
  readonly seen: MappingLook
  readonly plan: MappingPlan
  readonly place: InputField
  /** Units in which this person may create rows. */
  readonly units: readonly string[]
  readonly onChange: (plan: MappingPlan) => void
}

const wayOf = (plan: MappingPlan, place: string): string => {
  const level = plan.sections.indexOf(place)
  if (Object.values(plan.columns).some(({ field }) => field === place)) return 'column'
  if (level >= 0) return `section ${level}`
  return plan.sheet_name === place ? 'sheet' : 'one'
}

/** The plan with its rows' place said in another way. */
function placedBy(plan: MappingPlan, place: string, way: string): MappingPlan {
  const level = way.startsWith('section ') ? Number(way.slice(8)) : -1
  const { [place]: _one, ...constants } = plan.constants
  const deep = Math.max(plan.sections.length, level + 1)
  return {
    ...plan,
    constants,
    sheet_name: way === 'sheet' ? place : null,
    sections: Array.from({ length: deep }, (_, at) => (at === level ? place : null)),
  }
}

/** Where the rows lie when no column says it: under section titles, by the name of the sheet, or all in one place. */
export function PlaceChoice({ seen, plan, place, units, onChange }: PlaceChoiceProps) {
  const { t } = useLanguage()
  const way = wayOf(plan, place.name)
  const options = [
    ...seen.sections
      .filter(({ count }) => count > 0)
      .map(({ level, names }) => ({
        value: `section ${level}`,
        label: `${t(sectionWords(level))}：${names.slice(0, 3).join('、')}…`,
      })),
    {
      value: 'sheet',
      label: `${t(words.bySheet)}：${plan.sheets
        .filter(({ use }) => use)
        .map(({ name }) => name)
        .slice(0, 3)
        .join('、')}`,
    },
    { value: 'one', label: t(words.byOne) },
  ]
  const to = 'to' in place.field ? place.field.to : 'unit'
  return (
    <div className="mapping-line mapping-place">
      <span>{t(words.place)}</span>
      {way === 'column' ? (
        <strong>{t(words.byColumn)}</strong>
      ) : (
        <Select
          size="small"
          aria-label={t(words.place)}
          value={way}
          options={options}
          popupMatchSelectWidth={false}
          onChange={(next: string) => onChange(placedBy(plan, place.name, next))}
        />
      )}
      {way === 'one' && (
        <ReferenceSelect
          to={to}
          label={t(words.byOne)}
          units={to === 'unit' ? units : undefined}
          value={plan.constants[place.name] ? [plan.constants[place.name] ?? ''] : []}
          onChange={([id]) =>
            onChange({ ...plan, constants: id ? { ...plan.constants, [place.name]: id } : {} })
          }
        />
      )}
      <span className="frame-space" />
      <label className="mapping-line">
        {t(words.year)}
        <InputNumber
          size="small"
          min={1990}
          max={2100}
          precision={0}
          value={plan.year}
          onChange={(year) => onChange({ ...plan, year: year ?? plan.year })}
        />
      </label>
    </div>
  )
}
