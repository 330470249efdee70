import { Checkbox, Input, Select, Switch } from 'antd'
import { useId } from 'react'
import type { LampDimension, LampMeasure } from '#engine/lamps/lamp-table'
import type { Problem } from '#engine/records/problem'
import { useLanguage } from '#console/language/language'
import type { LampRuleInput } from '../../lamps-contract'
import { dimensionOptions, measureOptions } from '../../records/lamp-options'
import { problemWords, rulesWords as words } from './lamp-words'
import { bandWords, measuresOf, withSource } from './rules-draft'

interface RuleFormProps {
  readonly dimension: LampDimension
  readonly rule: LampRuleInput | undefined
  readonly problems: readonly Problem[]
  readonly onChange: (rule: LampRuleInput | undefined) => void
  readonly onAdd: () => void
}

interface BandsProps {
  readonly rule: LampRuleInput
  readonly problems: readonly Problem[]
  readonly onChange: (bands: string) => void
}

function BandsInput({ rule, problems, onChange }: BandsProps) {
  const { t } = useLanguage()
  const id = useId()
  const wrong = problems.length > 0
  return (
    <div className="form-field rule-bands-input">
      <label htmlFor={id}>{t(words.bands)}</label>
      <div className="rule-pair">
        <Input.TextArea
          id={id}
          autoSize={{ minRows: 3, maxRows: 10 }}
          maxLength={1500}
          value={rule.bands}
          aria-invalid={wrong}
          aria-describedby={`${id}-says`}
          {...(wrong && { status: 'error' as const })}
          onChange={(event) => onChange(event.target.value)}
        />
        <div id={`${id}-says`} className="rule-reads" role="status">
          {wrong ? (
            <ul className="field-error">
              {problems.map((one, index) => (
                <li key={index}>{t(problemWords(one))}</li>
              ))}
            </ul>
          ) : (
            <>
              <span className="quiet">{t(words.reads)}</span>
              <ul>
                {bandWords(rule).map((band) => (
                  <li key={band.zh}>{t(band)}</li>
                ))}
              </ul>
            </>
          )}
        </div>
      </div>
    </div>
  )
}

/** The rule of one dimension, written: what is wrong stands beside it while it is typed, else how it is read. */
export function RuleForm({ dimension, rule, problems, onChange, onAdd }: RuleFormProps) {
  const { t, language } = useLanguage()
  const id = useId()
  const name = t(dimensionOptions[dimension])
  return (
    <section className="rule-form" aria-labelledby={`${id}-name`}>
      <div className="rule-form-head">
        <h3 id={`${id}-name`}>{name}</h3>
        <Switch
          size="small"
          checked={rule !== undefined}
          aria-label={name}
          onChange={(isOn) => (isOn ? onAdd() : onChange(undefined))}
        />
        {!rule && <span className="quiet">{t(words.noRule)}</span>}
      </div>
      {rule && (
        <>
          <div className="rule-choices">
            <div className="form-field">
              <label htmlFor={`${id}-measure`}>{t(words.measure)}</label>
              <Select<LampMeasure>
                id={`${id}-measure`}
                value={rule.measure}
                options={measuresOf(dimension).map((value) => ({ value, label: t(measureOptions[value]) }))}
                onChange={(measure) => onChange(withSource({ ...rule, measure }, language))}
              />
            </div>
            <div className="form-field">
              <label htmlFor={`${id}-source`}>{t(words.source)}</label>
              <Input
                id={`${id}-source`}
                maxLength={200}
                value={rule.source ?? ''}
                onChange={(event) => onChange({ ...rule, source: event.target.value || null })}
              />
            </div>
            <Checkbox
              checked={rule.exemptible}
              onChange={(event) => onChange({ ...rule, exemptible: event.target.checked })}
            >
              {t(words.exemptible)}
            </Checkbox>
          </div>
          <BandsInput
            rule={rule}
            problems={problems}
            onChange={(bands) => onChange(withSource({ ...rule, bands }, language))}
          />
        </>
      )}
    </section>
  )
}
