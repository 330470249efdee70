import type { ReplyRow } from '#engine/records/reply'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { GoLink } from '#console/router/go'
import { SampleMark } from '#console/ui/sample-mark'
import { figureWords } from '#modules/indicators/console/figure-words'
import { useProjects } from './board-queries'

const words = {
  title: text('重大项目', 'Major projects'),
  name: text('项目', 'Project'),
  owner: text('建设单位', 'Owner'),
  investment: text('总投资', 'Investment'),
  stage: text('进展', 'Progress'),
}
const allWords = (count: number) => text(`全部 ${count} 个项目`, `All ${count} projects`)

/** A board shows the largest; the list has them all. */
const shown = 10

const written = (value: unknown): string => (typeof value === 'string' && value !== '' ? value : '—')

function ProjectRow({ row }: { readonly row: ReplyRow }) {
  const { t, language } = useLanguage()
  const value = typeof row.investment === 'string' ? row.investment : null
  const qualifier = typeof row.investment_qualifier === 'string' ? row.investment_qualifier : 'exact'
  return (
    <tr>
      <th scope="row">
        <GoLink to={`/records/project/${row.id}`}>{written(row.name_zh)}</GoLink>{' '}
        {row.sample && <SampleMark />}
      </th>
      <td data-label={t(words.owner)}>{written(row.owner)}</td>
      <td data-label={t(words.investment)} className="number">
        {figureWords({ value, qualifier }, { language, measure: '亿元' })}
      </td>
      <td data-label={t(words.stage)}>{written(row.stage)}</td>
    </tr>
  )
}

interface ProjectTableProps {
  readonly unit: string
  readonly name: string
  readonly level: 'h3' | 'h4'
}

/** The projects of a unit, the largest first; nothing where there is none. */
export function ProjectTable({ unit, name, level: Heading }: ProjectTableProps) {
  const { t } = useLanguage()
  const { data } = useProjects(unit, shown)
  const rows = data?.rows ?? []
  if (rows.length === 0) return null
  const total = data?.total ?? rows.length
  return (
    <div className="projects">
      <Heading>{t(words.title)}</Heading>
      <table className="board-table projects-table">
        <caption className="visually-hidden">{`${name} ${t(words.title)}`}</caption>
        <thead>
          <tr>
            <th scope="col">{t(words.name)}</th>
            <th scope="col">{t(words.owner)}</th>
            <th scope="col" className="number">
              {t(words.investment)}
            </th>
            <th scope="col">{t(words.stage)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <ProjectRow key={row.id} row={row} />
          ))}
        </tbody>
      </table>
      {total > rows.length && (
        <GoLink to="/records/project" search={{ unit }}>
          {t(allWords(total))}
        </GoLink>
      )}
    </div>
  )
}
