import { createContext, useContext, useMemo, useState, type ReactNode } from 'react'
import { text, type Text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { GoLink } from '#console/router/go'
import { EmptyState } from '#console/ui/empty-state'
import { SampleMark } from '#console/ui/sample-mark'
import { SidePanel } from '#console/ui/side-panel'
import type {
  DispatchFigure,
  DispatchFigureName,
  DispatchProject,
  DispatchReport,
} from '../../dispatch-contract'
import { figureNumber, figureWords, moneyNumber, unitOfFigure } from '../../domain/dispatch/figure-words'

const words = {
  in: text('计入', 'Counted'),
  out: text('未知、未计入', 'Not known, not counted'),
  none: text('没有项目', 'No project'),
  total: text('合计', 'Total'),
  behind: text('查看项目', 'See the projects'),
}

/** What it means that a figure is not known of a project. */
const unknownWords = (name: DispatchFigureName, count: number): Text => {
  if (name === 'invested_month') return text(`另有 ${count} 个未审定`, `${count} more not accepted`)
  if (name === 'invested_year') return text(`${count} 个有缺月`, `${count} with a month missing`)
  return text(`另有 ${count} 个未知`, `${count} more not known`)
}

interface Asked {
  readonly name: DispatchFigureName
  readonly figure: DispatchFigure
  /** Of which part of the whole: a park, a category. */
  readonly part: Text | undefined
}

const AskContext = createContext<(asked: Asked) => void>(() => undefined)

type Share = (one: DispatchProject) => string | null

const money =
  (name: 'investment' | 'annual_plan' | 'invested_month' | 'invested_year'): Share =>
  (one) =>
    moneyNumber(one[name])
const share: Share = (one) => `${moneyNumber(one.invested_year)} ÷ ${moneyNumber(one.annual_plan)}`
const counted: Share = () => null

/** What a project brings to each figure, in words; nothing where it is simply counted. */
const shares: Readonly<Record<DispatchFigureName, Share>> = {
  projects: counted,
  due: counted,
  reported: counted,
  investment: money('investment'),
  annual_plan: money('annual_plan'),
  invested_month: money('invested_month'),
  invested_year: money('invested_year'),
  percent: share,
  ahead: share,
  starts_planned_year: (one) => one.planned_start,
  starts_planned: (one) => one.planned_start,
  starts_done: (one) => one.started_on,
  started_month: (one) => one.started_on,
  not_entered: (one) => one.started_on,
  entered: (one) => one.entered_on,
  entered_month: (one) => one.entered_on,
  completed_month: (one) => one.completed_on,
  completed_year: (one) => one.completed_on,
  produced_month: (one) => one.produced_on,
  produced_year: (one) => one.produced_on,
  listed_month: (one) => one.listed_on,
  left_month: (one) => [one.left_on, one.left_reason].filter(Boolean).join(' · '),
}

function Projects({
  title,
  name,
  some,
}: {
  title: Text
  name: DispatchFigureName
  some: readonly DispatchProject[]
}) {
  const { t } = useLanguage()
  if (some.length === 0) return null
  return (
    <section className="behind-part">
      <h3>
        {t(title)} <span className="quiet">{some.length}</span>
      </h3>
      <ul className="behind">
        {some.map((one) => (
          <li key={one.id}>
            <span>
              <GoLink to={`/records/project/${one.id}`}>{one.name}</GoLink> {one.sample && <SampleMark />}
            </span>
            <span className="number">{shares[name](one)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Behind({ report, asked }: { readonly report: DispatchReport; readonly asked: Asked }) {
  const { t, language } = useLanguage()
  const { name, figure } = asked
  const at = (places: readonly number[]) => places.flatMap((place) => report.projects[place] ?? [])
  return (
    <>
      <p className="quiet">{t(figureWords[name].says)}</p>
      <p className="behind-total">
        <strong>{figureNumber(name, figure, language)}</strong> {t(unitOfFigure(name))}
      </p>
      {figure.of.length + figure.unknown.length === 0 && <EmptyState why={words.none} />}
      <Projects title={words.in} name={name} some={at(figure.of)} />
      <Projects title={words.out} name={name} some={at(figure.unknown)} />
    </>
  )
}

/** Figures inside lead to the projects behind them, in a panel at the side. */
export function FiguresOf({
  report,
  children,
}: {
  readonly report: DispatchReport
  readonly children: ReactNode
}) {
  const { t } = useLanguage()
  const [asked, setAsked] = useState<Asked>()
  const ask = useMemo(() => (one: Asked) => setAsked(one), [])
  const title =
    asked && [asked.part && t(asked.part), t(figureWords[asked.name].label)].filter(Boolean).join(' · ')
  return (
    <AskContext value={ask}>
      {children}
      <SidePanel open={asked !== undefined} title={title} onClose={() => setAsked(undefined)}>
        {asked && <Behind report={report} asked={asked} />}
      </SidePanel>
    </AskContext>
  )
}

/** Says how many a sum leaves out, where it leaves out any. */
export function UnknownNote({ name, figure }: { name: DispatchFigureName; figure: DispatchFigure }) {
  const { t } = useLanguage()
  const count = figure.unknown.length
  return count > 0 ? <small className="report-unknown">{t(unknownWords(name, count))}</small> : null
}

interface ReportFigureProps {
  readonly name: DispatchFigureName
  readonly figure: DispatchFigure
  readonly part?: Text
}

/** A number of the report: a touch shows its projects. */
export function ReportFigure({ name, figure, part }: ReportFigureProps) {
  const { t, language } = useLanguage()
  const ask = useContext(AskContext)
  const of = [part && t(part), t(figureWords[name].label)].filter(Boolean).join(' · ')
  return (
    <button
      type="button"
      className="plain-button report-number"
      title={t(words.behind)}
      onClick={() => ask({ name, figure, part })}
    >
      <span className="visually-hidden">{of}：</span>
      {figureNumber(name, figure, language)}
    </button>
  )
}
