import { standingOfPoints } from '#engine/figures/completion'
import { text, type Text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { EmptyState } from '#console/ui/empty-state'
import { Panel } from '#console/ui/panel'
import { ProgressBar } from '#console/ui/progress-bar'
import type { DispatchFigureName, DispatchGroup, DispatchReport } from '../../dispatch-contract'
import {
  aheadWords,
  change,
  comparedNames,
  figureNumber,
  figureWords,
  unitOfFigure,
} from '../../domain/dispatch/figure-words'
import { dispatchWords } from './dispatch-words'
import { ReportFigure, UnknownNote } from './report-figure'

const words = {
  overview: text('总体情况', 'Overview'),
  movement: text('开工、入库、竣工与清单进出', 'Starts, entries, completions, the list'),
  byPark: text('分园区', 'By park'),
  byCategory: text('分类别', 'By category'),
  category: text('类别', 'Category'),
  total: text('合计', 'Total'),
  compared: text('与上月比较', 'Against the month before'),
  figure: text('指标', 'Figure'),
  now: text('本月', 'The month'),
  before: text('上月', 'Month before'),
  moved: text('增减', 'Change'),
  otherYear: text('上月属上一年度清单，不作比较', 'The month before belongs to another year’s list'),
  comma: text('，', ', '),
  progress: text('年度投资完成', 'Share of the plan'),
}

const keyNames: readonly DispatchFigureName[] = [
  'projects',
  'investment',
  'annual_plan',
  'invested_month',
  'invested_year',
  'reported',
]

/** The head of the report: six numbers, and how the year stands to its time. */
export function OverviewSection({ report }: { readonly report: DispatchReport }) {
  const { t } = useLanguage()
  const { figures } = report
  return (
    <Panel title={t(words.overview)}>
      <dl className="report-keys">
        {keyNames.map((name) => (
          <div key={name}>
            <dt>{t(figureWords[name].label)}</dt>
            <dd>
              <ReportFigure name={name} figure={figures[name]} />
              <small> {t(unitOfFigure(name))}</small>
              <UnknownNote name={name} figure={figures[name]} />
            </dd>
          </div>
        ))}
      </dl>
      <div className="report-pace">
        <p>
          {t(figureWords.percent.label)}{' '}
          <b>
            <ReportFigure name="percent" figure={figures.percent} />%
          </b>
          {t(words.comma)}
          {t(aheadWords(figures.ahead))}
        </p>
        <ProgressBar
          name={t(words.progress)}
          done={figures.percent.value}
          time={report.time_progress}
          standing={standingOfPoints(figures.ahead.value)}
        />
      </div>
    </Panel>
  )
}

const movementGroups: readonly (readonly DispatchFigureName[])[] = [
  ['starts_planned_year', 'starts_planned', 'starts_done', 'started_month'],
  ['entered', 'entered_month', 'not_entered'],
  ['completed_month', 'completed_year', 'produced_month', 'produced_year'],
  ['listed_month', 'left_month'],
]

/** What began, was entered, completed; who came on the list and left it. */
export function MovementSection({ report }: { readonly report: DispatchReport }) {
  const { t } = useLanguage()
  return (
    <Panel title={t(words.movement)}>
      <div className="report-movement">
        {movementGroups.map((names) => (
          <dl key={names[0]}>
            {names.map((name) => (
              <div key={name}>
                <dt>{t(figureWords[name].label)}</dt>
                <dd>
                  <ReportFigure name={name} figure={report.figures[name]} />
                </dd>
              </div>
            ))}
          </dl>
        ))}
      </div>
    </Panel>
  )
}

const groupNames: readonly DispatchFigureName[] = [
  'projects',
  'investment',
  'annual_plan',
  'invested_month',
  'invested_year',
  'percent',
  'ahead',
  'starts_done',
]

const unitWords = (name: DispatchFigureName): Text => {
  const { zh, en } = unitOfFigure(name)
  return text(`（${zh}）`, ` (${en})`)
}

interface GroupProps {
  readonly title: Text
  readonly head: Text
  readonly groups: readonly DispatchGroup[]
  readonly report: DispatchReport
}

function GroupTable({ title, head, groups, report }: GroupProps) {
  const { t } = useLanguage()
  return (
    <Panel title={t(title)} flush>
      <div className="report-wide" tabIndex={0} role="group" aria-label={t(title)}>
        <table className="report-sheet">
          <thead>
            <tr>
              <th scope="col">{t(head)}</th>
              {groupNames.map((name) => (
                <th key={name} scope="col" className="number">
                  {t(figureWords[name].label)}
                  <small>{t(unitWords(name))}</small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groups.map(({ key, label, figures }) => (
              <tr key={key}>
                <th scope="row">{t(label)}</th>
                {groupNames.map((name) => (
                  <td
                    key={name}
                    className="number"
                    data-standing={name === 'ahead' ? standingOfPoints(figures.ahead.value) : undefined}
                  >
                    <ReportFigure name={name} figure={figures[name]} part={label} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t(words.total)}</th>
              {groupNames.map((name) => (
                <td key={name} className="number">
                  <ReportFigure name={name} figure={report.figures[name]} />
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
    </Panel>
  )
}

export function ParkSection({ report }: { readonly report: DispatchReport }) {
  return <GroupTable title={words.byPark} head={dispatchWords.park} groups={report.by_park} report={report} />
}

export function CategorySection({ report }: { readonly report: DispatchReport }) {
  return (
    <GroupTable title={words.byCategory} head={words.category} groups={report.by_category} report={report} />
  )
}

const signed = (name: DispatchFigureName, moved: string | null) => {
  const shown = figureNumber(name, { value: moved, of: [], unknown: [] })
  return moved !== null && Number(moved) > 0 && !shown.startsWith('+') ? `+${shown}` : shown
}

/** The month beside the one before it. */
export function ComparisonSection({ report }: { readonly report: DispatchReport }) {
  const { t } = useLanguage()
  const { figures, previous } = report
  return (
    <Panel title={t(words.compared)} flush>
      {previous ? (
        <table className="report-sheet">
          <thead>
            <tr>
              <th scope="col">{t(words.figure)}</th>
              {[words.now, words.before, words.moved].map((head) => (
                <th key={head.zh} scope="col" className="number">
                  {t(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {comparedNames.map((name) => (
              <tr key={name}>
                <th scope="row">
                  {t(figureWords[name].label)}
                  <small className="quiet">{t(unitWords(name))}</small>
                </th>
                <td className="number">
                  <ReportFigure name={name} figure={figures[name]} part={words.now} />
                </td>
                <td className="number">
                  <ReportFigure name={name} figure={previous[name]} part={words.before} />
                </td>
                <td className="number">{signed(name, change(figures[name], previous[name]))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <EmptyState why={words.otherYear} />
      )}
    </Panel>
  )
}
