import { Checkbox, InputNumber } from 'antd'
import type { LookedSheet } from '#engine/mapping/look'
import type { MappingPlan, SheetPlan } from '#engine/mapping/plan'
import { useLanguage } from '#console/language/language'
import { words } from './mapping-words'

interface SheetProps {
  readonly sheet: LookedSheet
  readonly plan: SheetPlan
  readonly onChange: (plan: SheetPlan) => void
}

/** The first rows of a sheet as they stand, the head marked. */
function FirstRows({ sheet, plan }: Omit<SheetProps, 'onChange'>) {
  const rows = sheet.first.filter(({ row }) => row <= Math.max(plan.bottom + 3, 6))
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
  return (
    <div className="sheet mapping-first" role="region" aria-label={sheet.name} tabIndex={0}>
      <table>
        <tbody>
          {rows.map(({ row, cells }) => (
            <tr key={row} data-head={row >= plan.top && row <= plan.bottom ? '' : undefined}>
              <th scope="row">{row}</th>
              {Array.from({ length: width }, (_, at) => (
                <td key={at}>{cells[at] ?? ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function RowNumber(props: { label: string; value: number; onChange: (value: number) => void }) {
  return (
    <InputNumber
      size="small"
      min={0}
      max={100}
      precision={0}
      aria-label={props.label}
      value={props.value}
      changeOnBlur
      onChange={(value) => props.onChange(Number(value ?? 0))}
    />
  )
}

function SheetHead({ sheet, plan, onChange }: SheetProps) {
  const { t } = useLanguage()
  const set = (change: Partial<SheetPlan>) => onChange({ ...plan, ...change })
  return (
    <div className="mapping-sheet">
      <div className="mapping-line">
        <Checkbox checked={plan.use} onChange={(event) => set({ use: event.target.checked })}>
          <strong>{sheet.name}</strong>
          <span className="visually-hidden"> {t(words.use)}</span>
        </Checkbox>
        <span className="mapping-line">
          {t(words.headFrom)}
          <RowNumber
            label={`${sheet.name} ${t(words.headFrom)}`}
            value={plan.top}
            onChange={(top) => set({ top, bottom: Math.max(top, plan.bottom), use: top > 0 })}
          />
          {t(words.headTo)}
          <RowNumber
            label={`${sheet.name} ${t(words.headTo)}`}
            value={plan.bottom}
            onChange={(bottom) => set({ bottom, top: Math.min(plan.top || bottom, bottom), use: bottom > 0 })}
          />
          {t(words.headEnd)}
        </span>
      </div>
      {plan.bottom === 0 && <p className="quiet">{t(words.noHead)}</p>}
      {sheet.first.length > 0 && <FirstRows sheet={sheet} plan={plan} />}
    </div>
  )
}

interface HeadRowsProps {
  readonly sheets: readonly LookedSheet[]
  readonly plan: MappingPlan
  readonly onChange: (plan: MappingPlan) => void
}

/** The sheets of the workbook and which of their rows are the head: found, and open to correction. */
export function HeadRows({ sheets, plan, onChange }: HeadRowsProps) {
  const { t } = useLanguage()
  const put = (changed: SheetPlan) =>
    onChange({ ...plan, sheets: plan.sheets.map((one) => (one.name === changed.name ? changed : one)) })
  return (
    <section aria-label={t(words.sheets)}>
      <h3>{t(words.sheets)}</h3>
      {sheets.map((sheet) => {
        const own = plan.sheets.find(({ name }) => name === sheet.name)
        return own && <SheetHead key={sheet.name} sheet={sheet} plan={own} onChange={put} />
      })}
    </section>
  )
}
