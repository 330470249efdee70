import { subtract } from '#engine/quantity/arithmetic'
import type { Quantity } from '#engine/quantity/quantity'
import type { Text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import type { AmountReply, MoneyReply } from '../../money-contract'
import { fundSources } from '../../records/project-fund'
import { projectMonth } from '../../records/project-month'
import { Amount, type MoneyUnit } from './amount'
import { moneyWords, overMonths } from './money-words'

const origins = ['funds_other_province', 'funds_other_city', 'funds_abroad'] as const
const uses = ['funds_for_works', 'funds_for_equipment'] as const

type PartName = (typeof origins)[number] | (typeof uses)[number]

const exact = (value: string | null): Quantity => ({ value, qualifier: 'exact' })

/** What is left of a whole when its known parts are taken away; unknown as long as one part is. */
const restOf = (whole: AmountReply, parts: readonly AmountReply[]): string | null =>
  parts.reduce((left, { value }) => subtract(left, exact(value)), exact(whole.value)).value

interface PartsProps {
  readonly money: MoneyReply
  readonly unit: MoneyUnit
}

function FundParts({
  money,
  unit,
  title,
  names,
}: PartsProps & { readonly title: Text; readonly names: readonly PartName[] }) {
  const { t } = useLanguage()
  const told = names.flatMap((name) => {
    const part = money.parts[name]
    return part && part.value !== null ? [{ name, part }] : []
  })
  if (told.length === 0) return null
  const rest = restOf(
    money.funds,
    told.map(({ part }) => part),
  )
  return (
    <section className="money-parts">
      <h3>{t(title)}</h3>
      <dl>
        {told.map(({ name, part }) => (
          <div key={name}>
            <dt>{t(projectMonth.fields[name].label)}</dt>
            <dd>
              <Amount value={part.value} unit={unit} />
              {part.coverage.have < part.coverage.of && (
                <small>{t(overMonths(part.coverage.have, part.coverage.of))}</small>
              )}
            </dd>
          </div>
        ))}
        <div>
          <dt>{t(moneyWords.rest)}</dt>
          <dd>
            <Amount value={rest} unit={unit} />
          </dd>
        </div>
      </dl>
    </section>
  )
}

function Sources({ money, unit }: PartsProps) {
  const { t } = useLanguage()
  if (money.sources.length === 0) return null
  const apart = subtract(exact(money.investment), exact(money.sources_planned.value)).value
  return (
    <section className="money-parts">
      <h3>{t(moneyWords.sources)}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{t(moneyWords.source)}</th>
            <th scope="col">{t(moneyWords.planned)}</th>
            <th scope="col">{t(moneyWords.arrived)}</th>
          </tr>
        </thead>
        <tbody>
          {money.sources.map((one) => (
            <tr key={one.id}>
              <th scope="row">{t(fundSources[one.kind as keyof typeof fundSources])}</th>
              <td>
                <Amount value={one.planned} unit={unit} />
              </td>
              <td>
                <Amount value={one.arrived} unit={unit} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {apart !== null && Number(apart) !== 0 && (
        <p className="money-apart">
          {t(moneyWords.missing)} <Amount value={apart} unit={unit} />
        </p>
      )}
    </section>
  )
}

/** Where the money comes from and what it is for. */
export function MoneyParts(given: PartsProps) {
  return (
    <div className="money-sides">
      <FundParts {...given} title={moneyWords.origin} names={origins} />
      <FundParts {...given} title={moneyWords.use} names={uses} />
      <Sources {...given} />
    </div>
  )
}
