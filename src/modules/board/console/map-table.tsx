import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { SampleMark } from '#console/ui/sample-mark'
import { StateMark } from '#console/ui/state-mark'
import { boardWords, standingWord } from './board-words'
import { joined } from './list-words'
import type { MapUnit } from './map-unit'
import { UnitLink } from './unit-link'

const words = {
  figure: text('代表指标', 'Main figure'),
  parks: text('园区', 'Parks'),
  count: text('数据', 'Figures'),
}

/** The map as a table. */
export function MapTable({ units, name }: { readonly units: readonly MapUnit[]; readonly name: string }) {
  const { t, language } = useLanguage()
  const heads = [
    boardWords.unit,
    boardWords.standing,
    words.figure,
    boardWords.value,
    words.parks,
    words.count,
  ]
  return (
    <div
      className="board-scroll"
      role="region"
      aria-label={`${name} · ${t(boardWords.asTable)}`}
      tabIndex={0}
    >
      <table className="board-table">
        <caption className="visually-hidden">{name}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head.en} scope="col">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {units.map((unit) => (
            <tr key={unit.code}>
              <th scope="row">
                <UnitLink code={unit.code}>{unit.name}</UnitLink> {unit.sample && <SampleMark />}
              </th>
              <td>
                <StateMark standing={unit.standing} {...standingWord(unit.standing)} />
              </td>
              <td>{unit.about ?? '—'}</td>
              <td className="number">
                {unit.value ?? '—'} {unit.period && <small className="quiet">{unit.period}</small>}
              </td>
              <td>
                {joined(
                  unit.parks.map((park) => park.name),
                  language,
                ) || '—'}
              </td>
              <td className="number">{unit.count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
