import { standingOfPoints } from '#engine/figures/completion'
import { pointsAhead } from '#engine/lamps/rate'
import { findState } from '#engine/lifecycles/lifecycle'
import { period } from '#engine/period/period'
import { timeProgressPercent } from '#engine/period/period-extent'
import { percentOf } from '#engine/quantity/arithmetic'
import { isKnown, type Quantity } from '#engine/quantity/quantity'
import type { ReplyRow } from '#engine/records/reply'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { fieldWords, quantityWords } from '#console/records/field-words'
import { GoLink } from '#console/router/go'
import { ProgressBar } from '#console/ui/progress-bar'
import { SampleMark } from '#console/ui/sample-mark'
import { StateMark, StateTag } from '#console/ui/state-mark'
import type { ProjectCardReply, ProjectCardsReply } from '../../portfolio-contract'
import { dimensionOptions, lampOptions } from '../../records/lamp-options'
import { project } from '../../records/project'
import { projectLifecycle } from '../../records/project-lifecycle'
import { projectMonth } from '../../records/project-month'
import { LampTag } from '../lamps/lamp-tag'
import { Amount } from '../money/amount'
import { portfolioWords } from './portfolio-words'
import { standingOfProject } from './project-bar'

const words = {
  lamps: text('亮灯', 'Lamps'),
  ofPlan: text('完成年度计划', 'Of the year’s plan'),
  unlisted: text('未列入年度清单，或未填年度计划', 'Not on the year’s list, or without a plan'),
  amounts: text('亿元', '100 million yuan'),
  month: text('最近月报', 'Last month told'),
  noMonth: text('还没有月度进展', 'No month has been told'),
  next: text('下一节点', 'Next node'),
  noNext: text('没有未完成的节点', 'No open node'),
  critical: text('关键', 'Critical'),
  late: text('已逾期', 'Past its day'),
  blockers: text('堵点', 'Blockers'),
  noBlockers: text('没有未销号的堵点', 'No open blocker'),
  who: text('谁负责', 'Who'),
  leads: text('包联', 'Leads'),
  officer: text('责任人', 'Officer'),
  organ: text('责任单位', 'Organ'),
  force: text('专班', 'Task force'),
}
const moneyWords = (year: string) => text(`${year} 年度投资`, `Money in ${year}`)
const throughWords = (month: string) => text(`至${month}`, `to ${month}`)
const isLamp = (given: unknown): given is keyof typeof lampOptions =>
  typeof given === 'string' && given in lampOptions
const blockerWords = ({ blockers, late_blockers: late }: ProjectCardReply) =>
  late > 0
    ? text(`未销号 ${blockers} 个，其中 ${late} 个逾期`, `${blockers} open, ${late} of them late`)
    : text(`未销号 ${blockers} 个`, `${blockers} open`)

interface CardProps {
  readonly row: ReplyRow
  readonly reply: ProjectCardsReply
}

interface PartProps extends CardProps {
  readonly card: ProjectCardReply
}

const exact = (value: string | null): Quantity => ({ value, qualifier: 'exact' })

/** The accepted months of the year against its plan and the time that had passed by the last of them. */
function Money({ card, reply }: Omit<PartProps, 'row'>) {
  const { t, period: periodWords } = useLanguage()
  const { planned, invested, through } = card
  const done = percentOf(exact(invested), exact(planned))
  const until = through === null ? undefined : period(through)
  const ahead = until && isKnown(done) ? pointsAhead(done, until).value : null
  const passed = until ? timeProgressPercent(until) : null
  return (
    <section>
      <h3>{t(moneyWords(reply.year))}</h3>
      <p className="card-figure">
        <Amount value={invested} unit="亿元" size="key" bare /> / <Amount value={planned} unit="亿元" bare />{' '}
        {t(words.amounts)}
        {through && <small className="quiet"> {t(throughWords(periodWords(through)))}</small>}
      </p>
      {planned === null ? (
        <p className="quiet">{t(words.unlisted)}</p>
      ) : (
        <ProgressBar
          name={t(words.ofPlan)}
          done={done.value}
          time={passed}
          standing={standingOfPoints(ahead)}
        />
      )}
    </section>
  )
}

/** What is not green, and why; the worst of it stands in the head. */
function Lamps({ card }: Pick<PartProps, 'card'>) {
  const { t } = useLanguage()
  if (card.lamps.length === 0) return null
  return (
    <section>
      <h3>{t(words.lamps)}</h3>
      <ul className="card-lamps">
        {card.lamps.map(({ dimension, colour, says }) => (
          <li key={dimension}>
            <LampTag colour={colour} /> {t(dimensionOptions[dimension])}
            <small className="quiet">{t(says)}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Month({ card }: Pick<PartProps, 'card'>) {
  const { t, language, period } = useLanguage()
  const { month } = card
  const state = month && findState(projectMonth.lifecycle, month.state)
  return (
    <section>
      <h3>
        {t(words.month)}
        {month && ` · ${period(month.month)}`}
      </h3>
      {month ? (
        <>
          <p>{month.progress ?? '—'}</p>
          <p className="quiet">
            {t(projectMonth.fields.invested.label)}{' '}
            {quantityWords(projectMonth.fields.invested, month.invested, { language, titles: {} })}{' '}
            {state && <StateTag label={state.label} tone={state.tone} />}
          </p>
        </>
      ) : (
        <p className="quiet">{t(words.noMonth)}</p>
      )}
    </section>
  )
}

function Next({ row, reply }: CardProps) {
  const { t, date } = useLanguage()
  const next = reply.plans[row.id]?.next
  return (
    <section>
      <h3>{t(words.next)}</h3>
      {next ? (
        <p>
          <b>{t(next.name)}</b> {date(next.finish)}{' '}
          {next.critical && <span className="gantt-critical">{t(words.critical)}</span>}{' '}
          {next.finish > next.latest && <StateMark standing="late" />}
        </p>
      ) : (
        <p className="quiet">{t(words.noNext)}</p>
      )}
    </section>
  )
}

function Blockers({ row, card }: Omit<PartProps, 'reply'>) {
  const { t } = useLanguage()
  return (
    <section>
      <h3>{t(words.blockers)}</h3>
      {card.blockers === 0 ? (
        <p className="quiet">{t(words.noBlockers)}</p>
      ) : (
        <p>
          <GoLink to="/records/blocker" search={{ project: row.id, closed: 'false' }}>
            <StateMark standing={card.late_blockers > 0 ? 'late' : 'watch'} word={blockerWords(card)} />
          </GoLink>
        </p>
      )}
    </section>
  )
}

function Who({ row, reply }: CardProps) {
  const { t } = useLanguage()
  const { titles } = reply
  const nameIn = (type: string, id: unknown) => (typeof id === 'string' ? titles[type]?.[id] : undefined)
  const people = [
    [words.leads, nameIn('person', row.leader)],
    [words.officer, nameIn('person', row.officer)],
    [words.organ, nameIn('organ', row.organ)],
  ] as const
  const named = people.filter(([, name]) => name !== undefined)
  return (
    <section>
      <h3>{t(words.who)}</h3>
      <p>
        {named.length === 0 && '—'}
        {named.map(([role, name]) => (
          <span key={role.zh} className="card-person">
            <small className="quiet">{t(role)}</small> {name && t(name)}
          </span>
        ))}
      </p>
    </section>
  )
}

/** One project on one screen: where it stands, this year's money, this month, what comes next, who answers for it. */
export function ProjectCard({ row, reply }: CardProps) {
  const { t, language } = useLanguage()
  const card = reply.cards[row.id]
  const state = findState(projectLifecycle, row.state ?? '')
  const { standing, word } = standingOfProject(row, reply.plans[row.id])
  const context = { language, titles: {}, qualifier: row.investment_qualifier }
  if (!card) return null
  return (
    <article className="project-card" aria-label={String(row.name_zh)}>
      <header>
        <h2>
          <GoLink to={`/records/project/${encodeURIComponent(row.id)}`}>{String(row.name_zh)}</GoLink>
        </h2>
        <p>
          {state && <StateTag label={state.label} tone={state.tone} />} {row.sample && <SampleMark />}{' '}
          <span className="quiet">{quantityWords(project.fields.investment, row.investment, context)}</span>
        </p>
        <p className="card-standing">
          {isLamp(row.lamp) && <LampTag colour={row.lamp} />}
          <StateMark standing={standing} word={word} />
          <span className="quiet">
            {t(portfolioWords.promised)} {fieldWords(project.fields.promised_on, row.promised_on, context)}
          </span>
        </p>
      </header>
      <Lamps card={card} />
      <Money card={card} reply={reply} />
      <Month card={card} />
      <Next row={row} reply={reply} />
      <Blockers row={row} card={card} />
      <Who row={row} reply={reply} />
    </article>
  )
}
