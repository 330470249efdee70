import { Input, Select } from 'antd'
import { useDeferredValue, useId, useMemo, useState } from 'react'
import type { PlanError } from '#engine/figures/plan'
import { UNIT_ROWS } from '#engine/quantity/units.data'
import type { ReplyRow } from '#engine/records/reply'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { checkFormula, indicatorName, type Verdict } from './check-formula'

const words = {
  indicator: text('检查哪个指标的公式', 'Whose formula'),
  fresh: text('（新指标）', '(a new indicator)'),
  unit: text('计量单位', 'Unit'),
  formula: text('公式', 'Formula'),
  sample: text('如 [利润总额] / [营业收入]', 'Such as [profit] / [revenue]'),
  sound: text('公式正确', 'The formula works'),
  wrong: text('公式有误', 'The formula does not work'),
  empty: text(
    '输入公式，即时检查名称、单位和循环引用。',
    'Type a formula: names, units and circles are checked at once.',
  ),
}
const at = (place: number) => text(`第 ${place + 1} 个字符处`, `at character ${place + 1}`)

function Fault({ error }: { readonly error: PlanError }) {
  const { t } = useLanguage()
  return (
    <li>
      {t(error.message)}
      {error.at !== undefined && <span className="quiet"> {t(at(error.at))}</span>}
    </li>
  )
}

function Answer({ verdict }: { readonly verdict: Verdict | undefined }) {
  const { t } = useLanguage()
  if (!verdict) return <p className="quiet">{t(words.empty)}</p>
  if (verdict.ok)
    return (
      <p data-standing="on_track">
        <span aria-hidden="true">● </span>
        {t(words.sound)} <code>{t(verdict.reads)}</code>
      </p>
    )
  return (
    <div data-standing="late">
      <p>
        <span aria-hidden="true">■ </span>
        {t(words.wrong)}
      </p>
      <ul>
        {verdict.errors.map((error, index) => (
          <Fault key={index} error={error} />
        ))}
      </ul>
    </div>
  )
}

/** Units by their Chinese name, which formulas use; in English with their meaning. */
const unitsIn = (language: 'zh' | 'en') =>
  UNIT_ROWS.map(({ zh, en }) => ({
    value: zh,
    label: language === 'en' && en && en !== zh ? `${zh} · ${en}` : zh,
  }))

/** Tries a formula against all indicators while it is typed; nothing is saved. */
export function FormulaCheck({ rows }: { readonly rows: readonly ReplyRow[] }) {
  const { t, language } = useLanguage()
  const id = useId()
  const [code, setCode] = useState('')
  const [unit, setUnit] = useState('亿元')
  const [formula, setFormula] = useState('')
  const tried = useDeferredValue(formula)
  const verdict = useMemo(
    () => (tried.trim() ? checkFormula(rows, { formula: tried, unit, code: code || undefined }) : undefined),
    [rows, tried, unit, code],
  )
  const choose = (next: string) => {
    setCode(next)
    const known = rows.find((row) => row.code === next)
    setFormula(typeof known?.formula === 'string' ? known.formula : '')
  }
  return (
    <div className="formula-check">
      <div className="formula-choice">
        <div className="form-field">
          <label htmlFor={`${id}-code`}>{t(words.indicator)}</label>
          <Select
            id={`${id}-code`}
            value={code}
            showSearch={{ optionFilterProp: 'label' }}
            options={[
              { value: '', label: t(words.fresh) },
              ...rows.map((row) => ({ value: row.code as string, label: t(indicatorName(row)) })),
            ]}
            onChange={choose}
          />
        </div>
        {!code && (
          <div className="form-field">
            <label htmlFor={`${id}-unit`}>{t(words.unit)}</label>
            <Select
              id={`${id}-unit`}
              value={unit}
              showSearch
              options={unitsIn(language)}
              onChange={setUnit}
            />
          </div>
        )}
      </div>
      <div className="form-field">
        <label htmlFor={`${id}-formula`}>{t(words.formula)}</label>
        <Input.TextArea
          id={`${id}-formula`}
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={2000}
          placeholder={t(words.sample)}
          value={formula}
          aria-describedby={`${id}-answer`}
          aria-invalid={verdict?.ok === false}
          onChange={(event) => setFormula(event.target.value)}
        />
      </div>
      <div id={`${id}-answer`} className="formula-answer" role="status">
        <Answer verdict={verdict} />
      </div>
    </div>
  )
}
