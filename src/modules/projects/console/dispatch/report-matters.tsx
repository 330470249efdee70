import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { GoLink } from '#console/router/go'
import { EmptyState } from '#console/ui/empty-state'
import { Panel } from '#console/ui/panel'
import { SampleMark } from '#console/ui/sample-mark'
import { StateMark } from '#console/ui/state-mark'
import type { DispatchBlocker, DispatchCorrection, DispatchReport } from '../../dispatch-contract'
import { moneyNumber } from '../../domain/dispatch/figure-words'
import { dispatchWords } from './dispatch-words'

const words = {
  red: text('红灯项目', 'Red list'),
  redLamp: text('红灯', 'Red'),
  noRed: text('没有红灯项目', 'No project has a red lamp'),
  blockers: text('堵点问题', 'Blockers'),
  none: text('没有未销号的堵点', 'No blocker is open'),
  problem: text('问题', 'Problem'),
  level: text('层级', 'Level'),
  charge: text('责任单位 · 责任人', 'In charge'),
  due: text('期限', 'Limit'),
  letters: text('函件', 'Letters'),
  unassigned: text('未交办', 'Not assigned'),
  next: text('下月计划与需协调事项', 'Next month and what is asked for'),
  noNext: text('已审定的月报都没有写', 'No accepted report says anything'),
  plan: text('下月计划', 'Next month'),
  asked: text('需协调事项', 'What is asked for'),
  corrections: text('更正', 'Corrections'),
  noCorrection: text('没有更正', 'No correction'),
  corrected: text('更正', 'Corrected'),
  open: text('更正中', 'Under way'),
  change: text('本月完成（亿元）', 'Invested (100m yuan)'),
  reason: text('理由', 'Why'),
  allowed: text('允许人', 'Allowed by'),
}

const countWords = (open: number, late: number) =>
  text(`未销号 ${open}，逾期 ${late}`, `${open} open, ${late} overdue`)

/** How a blocker stands to its limit. */
export function LimitMark({ blocker }: { readonly blocker: DispatchBlocker }) {
  const { days_late: days, overdue } = blocker
  if (days === null) return <StateMark standing="unknown" word={words.unassigned} />
  if (overdue) return <StateMark standing="late" word={text(`逾期 ${days} 天`, `${days} days late`)} />
  return (
    <StateMark
      standing={-days <= 2 ? 'watch' : 'on_track'}
      word={text(`还有 ${-days} 天`, `${-days} days left`)}
    />
  )
}

function BlockerLine({ one }: { readonly one: DispatchBlocker }) {
  const { t } = useLanguage()
  return (
    <tr>
      <th scope="row">
        <GoLink to={`/records/blocker/${one.id}`}>{one.subject}</GoLink> {one.sample && <SampleMark />}
        <small>
          <GoLink to={`/records/project/${one.project}`}>{one.project_name}</GoLink> · {t(one.category)}
        </small>
      </th>
      <td>{t(one.level_label)}</td>
      <td>
        {one.organ ? t(one.organ) : '—'}
        <small>{one.handler ? t(one.handler) : ''}</small>
      </td>
      <td>
        <LimitMark blocker={one} />
        <small>{one.due_on ?? ''}</small>
      </td>
      <td>{one.letters.join('、') || '—'}</td>
    </tr>
  )
}

export function BlockerSection({ report }: { readonly report: DispatchReport }) {
  const { t } = useLanguage()
  const { blockers } = report
  const late = blockers.filter(({ overdue }) => overdue).length
  return (
    <Panel title={t(words.blockers)} flush extra={t(countWords(blockers.length, late))}>
      {blockers.length === 0 ? (
        <EmptyState why={words.none} />
      ) : (
        <div className="report-wide" tabIndex={0} role="group" aria-label={t(words.blockers)}>
          <table className="report-sheet">
            <thead>
              <tr>
                {[words.problem, words.level, words.charge, words.due, words.letters].map((head) => (
                  <th key={head.zh} scope="col">
                    {t(head)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {blockers.map((one) => (
                <BlockerLine key={one.id} one={one} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  )
}

const lampCounts = (red: number, yellow: number) =>
  text(`红灯 ${red}，黄灯 ${yellow}`, `${red} red, ${yellow} yellow`)

/** Projects with a red lamp, each with the sentence that says why. */
export function RedSection({ report }: { readonly report: DispatchReport }) {
  const { t } = useLanguage()
  const { red, yellow } = report
  return (
    <Panel title={t(words.red)} extra={t(lampCounts(red.length, yellow.length))}>
      {red.length === 0 ? (
        <EmptyState why={words.noRed} />
      ) : (
        <ul className="letters-due">
          {red.map(({ project: place, lamps }) => {
            const one = report.projects[place]
            return (
              <li key={place}>
                <StateMark standing="late" word={words.redLamp} />
                <span>
                  {one && <GoLink to={`/records/project/${one.id}`}>{one.name}</GoLink>}{' '}
                  {one?.sample && <SampleMark />}
                  {lamps.map(({ dimension, says }) => (
                    <small key={dimension.zh}>
                      <b>{t(dimension)}</b> {t(says)}
                    </small>
                  ))}
                </span>
              </li>
            )
          })}
        </ul>
      )}
    </Panel>
  )
}

/** What accepted reports announce and ask for. */
export function NextSection({ report }: { readonly report: DispatchReport }) {
  const { t } = useLanguage()
  return (
    <Panel title={t(words.next)} flush>
      {report.next.length === 0 ? (
        <EmptyState why={words.noNext} />
      ) : (
        <div className="report-wide" tabIndex={0} role="group" aria-label={t(words.next)}>
          <table className="report-sheet">
            <thead>
              <tr>
                {[dispatchWords.project, words.plan, words.asked].map((head) => (
                  <th key={head.zh} scope="col">
                    {t(head)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {report.next.map((one) => {
                const project = report.projects[one.project]
                return (
                  <tr key={one.project}>
                    <th scope="row">
                      {project && <GoLink to={`/records/project/${project.id}`}>{project.name}</GoLink>}
                    </th>
                    <td>{one.next_month ?? '—'}</td>
                    <td>{one.requests ?? '—'}</td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  )
}

function CorrectionLine({
  one,
  report,
}: {
  readonly one: DispatchCorrection
  readonly report: DispatchReport
}) {
  const { t, period } = useLanguage()
  const project = report.projects[one.project]
  return (
    <li>
      <StateMark standing={one.open ? 'watch' : 'on_track'} word={one.open ? words.open : words.corrected} />
      <span>
        {project && <GoLink to={`/records/project/${project.id}`}>{project.name}</GoLink>} ·{' '}
        {period(one.month)}
        <small>
          {t(words.change)} {moneyNumber(one.before)} → {one.open ? '…' : moneyNumber(one.now)} ·{' '}
          {t(words.reason)}：{one.reason ?? '—'} · {t(words.allowed)} {one.by ? t(one.by) : '—'}
        </small>
      </span>
    </li>
  )
}

/** What was changed after it had been accepted: who allowed it, why, from what to what. */
export function CorrectionSection({ report }: { readonly report: DispatchReport }) {
  const { t } = useLanguage()
  return (
    <Panel title={t(words.corrections)}>
      {report.corrections.length === 0 ? (
        <EmptyState why={words.noCorrection} />
      ) : (
        <ul className="letters-due">
          {report.corrections.map((one) => (
            <CorrectionLine key={`${one.project}-${one.month}`} one={one} report={report} />
          ))}
        </ul>
      )}
    </Panel>
  )
}
