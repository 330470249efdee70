import { text, type Text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { ProgressBar } from '#console/ui/progress-bar'
import { StateMark } from '#console/ui/state-mark'
import type { ChangeReply, CompletionReply, ExplainReply } from '#modules/indicators/contract'
import { changeWords, figureWords } from '../figure-words'

const words = {
  yoy: text('同比', 'Year on year'),
  prev: text('环比', 'On last period'),
  ytd: text('本年累计', 'Year to date'),
  target: text('目标完成', 'Against the target'),
  base: text('基期', 'base'),
  unlike: text('两期覆盖单位不同，不完全可比', 'The two stand on different units: not like for like'),
  time: text('应达到', 'Expected by now'),
}
const periodsOf = (have: number, of: number) => text(`${of} 期中已报 ${have} 期`, `${have} of ${of} periods`)

interface ComparisonProps {
  readonly reply: ExplainReply
}

function ChangeLine({ name, change, reply }: ComparisonProps & { name: Text; change: ChangeReply }) {
  const { t, language, period } = useLanguage()
  const { unit: measure, decimals } = reply.indicator
  const base = figureWords({ value: change.base, qualifier: 'exact' }, { language, measure, decimals })
  const unlike = change.value !== null && !change.like_for_like
  return (
    <div>
      <dt>{t(name)}</dt>
      <dd>
        <strong className="explain-change">{changeWords(change, language)}</strong>
        <span className="quiet">
          {t(words.base)} {period(change.base_period)} {base}
        </span>
        {unlike && (
          <span className="explain-warning">
            <span aria-hidden="true">▲ </span>
            {t(words.unlike)}
          </span>
        )}
      </dd>
    </div>
  )
}

interface CompletionProps {
  readonly completion: CompletionReply
  readonly decimals: number
}

function CompletionLine({ completion, decimals }: CompletionProps) {
  const { t, language } = useLanguage()
  const { target } = completion
  const goal = figureWords(target, { language, measure: target.measure, decimals })
  return (
    <div>
      <dt>{t(words.target)}</dt>
      <dd>
        <ProgressBar
          name={t(words.target)}
          done={completion.completion}
          time={completion.pace === 'time' ? completion.expected : null}
          standing={completion.standing}
        />
        <span className="explain-goal">
          <span className="quiet">
            {t(text('目标', 'Target'))} {goal}
          </span>
          <StateMark standing={completion.standing} />
        </span>
      </dd>
    </div>
  )
}

/** The figure against last year, last period, the year so far and its target; each with its base. */
export function ExplainComparison({ reply }: ComparisonProps) {
  const { t, language } = useLanguage()
  const { comparison, indicator } = reply
  if (!comparison) return null
  const { year_to_date: ytd, completion } = comparison
  return (
    <dl className="explain-comparison">
      <ChangeLine name={words.yoy} change={comparison.yoy} reply={reply} />
      {/* Of a yearly figure the last period is last year: one line says it. */}
      {comparison.prev.base_period !== comparison.yoy.base_period && (
        <ChangeLine name={words.prev} change={comparison.prev} reply={reply} />
      )}
      {ytd && (
        <div>
          <dt>{t(words.ytd)}</dt>
          <dd>
            <strong>
              {figureWords(ytd, { language, measure: indicator.unit, decimals: indicator.decimals })}
            </strong>
            {ytd.periods.have < ytd.periods.of && (
              <span className="explain-warning">
                <span aria-hidden="true">▲ </span>
                {t(periodsOf(ytd.periods.have, ytd.periods.of))}
              </span>
            )}
          </dd>
        </div>
      )}
      {completion && <CompletionLine completion={completion} decimals={indicator.decimals} />}
    </dl>
  )
}
