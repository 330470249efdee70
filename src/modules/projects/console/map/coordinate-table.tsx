import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { fieldWords } from '#console/records/field-words'
import { GoLink } from '#console/router/go'
import { SampleMark } from '#console/ui/sample-mark'
import { project } from '../../records/project'
import { portfolioWords } from '../portfolio/portfolio-words'
import type { LocatedRow } from './lay-out'
import type { MapPark } from './project-map'

const words = {
  park: text('园区', 'Park'),
  money: text('总投资（亿元）', 'Investment (100 million yuan)'),
}

interface TableProps {
  readonly rows: readonly LocatedRow[]
  readonly parks: readonly MapPark[]
}

/** What the map shows, as a table: the coordinates as they were filled in. */
export function CoordinateTable({ rows, parks }: TableProps) {
  const { t, language } = useLanguage()
  const { longitude, latitude, investment } = project.fields
  const names = new Map(parks.map(({ code, name }) => [code, name]))
  return (
    <div className="part-room map-table" tabIndex={0} role="region" aria-label={t(portfolioWords.map)}>
      <table className="part-table">
        <thead>
          <tr>
            <th scope="col">{t(portfolioWords.project)}</th>
            <th scope="col">{t(words.park)}</th>
            <th scope="col" className="numeric">
              {t(longitude.label)}
            </th>
            <th scope="col" className="numeric">
              {t(latitude.label)}
            </th>
            <th scope="col" className="numeric">
              {t(words.money)}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row }) => (
            <tr key={row.id}>
              <th scope="row">
                <GoLink to={`/records/project/${encodeURIComponent(row.id)}`}>{String(row.name_zh)}</GoLink>{' '}
                {row.sample && <SampleMark />}
              </th>
              <td>{names.get(row.unit_id) ?? '—'}</td>
              <td className="numeric">{String(row.longitude)}°</td>
              <td className="numeric">{String(row.latitude)}°</td>
              <td className="numeric">
                {fieldWords(investment, row.investment, {
                  language,
                  titles: {},
                  qualifier: row.investment_qualifier,
                })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
