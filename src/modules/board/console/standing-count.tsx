import { StateMark } from '#console/ui/state-mark'
import { useLanguage } from '#console/language/language'
import { text } from '#engine/result/result'
import type { BoardUnit } from '../contract'
import { boardWords } from './board-words'
import { standings } from '#console/tokens/tokens'

const order = ['late', 'watch', 'on_track', 'unknown'] as const

/** How many units stand how: the map's legend and its sum in one line. */
export function StandingCount({ units }: { readonly units: readonly BoardUnit[] }) {
  const { t } = useLanguage()
  return (
    <p className="standing-count">
      {order.map((standing) => {
        const count = units.filter((unit) => unit.standing === standing).length
        if (count === 0) return null
        const word = standing === 'unknown' ? boardWords.notJudged : standings[standing].word
        return (
          <StateMark
            key={standing}
            standing={standing}
            word={text(`${t(word)} ${count}`, `${t(word)} ${count}`)}
          />
        )
      })}
    </p>
  )
}
