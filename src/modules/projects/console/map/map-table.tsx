import { decimal } from '#engine/quantity/decimal'
import type { ReplyRow } from '#engine/records/reply'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { fieldWords } from '#console/records/field-words'
import { knownOfWords } from '#console/records/group-words'
import { GoLink } from '#console/router/go'
import { project } from '../../records/project'
import { byUnit } from './map-marks'
import type { MapPark } from './project-map'
import { portfolioWords } from '../portfolio/portfolio-words'

const words = {
  park: text('园区', 'Park'),
  count: text('项目数', 'Projects'),
  money: text('总投资（亿元）', 'Investment (100 million yuan)'),
  projects: text('项目', 'Projects'),
}

function sumOf(rows: readonly ReplyRow[]) {
  const known = rows.flatMap(({ investment }) =>
    typeof investment === 'string' ? [decimal(investment)] : [],
  )
  return {
    known: known.length,
    sum: known.length === 0 ? null : known.reduce((total, one) => total.plus(one), decimal('0')).toFixed(),
  }
}

/** What the map shows, as a table. */
export function MapTable({
  parks,
  rows,
}: {
  readonly parks: readonly MapPark[]
  readonly rows: readonly ReplyRow[]
}) {
  const { t, language } = useLanguage()
  const units = byUnit(rows)
  return (
    <div className="part-room map-table" tabIndex={0} role="region" aria-label={t(portfolioWords.map)}>
      <table className="part-table">
        <thead>
          <tr>
            <th scope="col">{t(words.park)}</th>
            <th scope="col" className="numeric">
              {t(words.count)}
            </th>
            <th scope="col" className="numeric">
              {t(words.money)}
            </th>
            <th scope="col">{t(words.projects)}</th>
          </tr>
        </thead>
        <tbody>
          {parks.map((park) => {
            const own = units.get(park.code) ?? []
            const { known, sum } = sumOf(own)
            return (
              <tr key={park.code}>
                <th scope="row">{park.name}</th>
                <td className="numeric">{own.length}</td>
                <td className="numeric">
                  {fieldWords(project.fields.investment, sum, { language, titles: {} })}{' '}
                  {known < own.length && (
                    <small className="quiet">{t(knownOfWords(known, own.length))}</small>
                  )}
                </td>
                <td>
                  {own.map((row) => (
                    <span key={row.id} className="map-table-project">
                      <GoLink to={`/records/project/${encodeURIComponent(row.id)}`}>
                        {String(row.name_zh)}
                      </GoLink>
                    </span>
                  ))}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
