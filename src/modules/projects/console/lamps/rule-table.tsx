import { LAMP_DIMENSIONS } from '#engine/lamps/lamp-table'
import { parseBands } from '#engine/lamps/band-notation'
import { bandAndFollowUp } from '#engine/lamps/band-text'
import { useLanguage } from '#console/language/language'
import type { LampRuleInput } from '../../lamps-contract'
import { dimensionOptions, measureOptions } from '../../records/lamp-options'
import { LampTag } from './lamp-tag'
import { rulesWords as words } from './lamp-words'

function Bands({ rule }: { readonly rule: LampRuleInput }) {
  const { t } = useLanguage()
  const read = parseBands(rule.bands)
  if (!read.ok) return <pre>{rule.bands}</pre>
  return (
    <ul className="rule-bands">
      {read.value.map((band, index) => (
        <li key={index}>
          <LampTag colour={band.colour} /> <span>{t(bandAndFollowUp(band, rule))}</span>
        </li>
      ))}
    </ul>
  )
}

/** The rules that hold, one row a dimension; a dimension without a rule is said to have none. */
export function RuleTable({ rules }: { readonly rules: readonly LampRuleInput[] }) {
  const { t } = useLanguage()
  return (
    <div className="rule-room" tabIndex={0} role="group" aria-label={t(words.title)}>
      <table className="rule-table">
        <thead>
          <tr>
            <th scope="col">{t(words.dimension)}</th>
            <th scope="col">{t(words.measure)}</th>
            <th scope="col">{t(words.bands)}</th>
            <th scope="col">{t(words.exemptible)}</th>
            <th scope="col">{t(words.source)}</th>
          </tr>
        </thead>
        <tbody>
          {LAMP_DIMENSIONS.map((dimension) => {
            const rule = rules.find((one) => one.dimension === dimension)
            return (
              <tr key={dimension}>
                <th scope="row">{t(dimensionOptions[dimension])}</th>
                {rule ? (
                  <>
                    <td data-label={t(words.measure)}>{t(measureOptions[rule.measure])}</td>
                    <td data-label={t(words.bands)}>
                      <Bands rule={rule} />
                    </td>
                    <td data-label={t(words.exemptible)}>{rule.exemptible ? '✓' : '—'}</td>
                    <td data-label={t(words.source)}>{rule.source ?? '—'}</td>
                  </>
                ) : (
                  <td colSpan={4} className="quiet">
                    {t(words.noRule)}
                  </td>
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
