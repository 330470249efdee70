import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'

const words = {
  head: text('一区多园，一盘棋', 'Every park on one board'),
  body: text(
    '指标一次采集、口径可查；项目倒排、事项限时；每个数字都能追到来源，每项承诺都跟到办结。',
    'Figures collected once and explained; projects scheduled backwards; every number traced to its source, every promise followed to its end.',
  ),
}

const lines = Array.from({ length: 9 }, (_, index) => 40 + index * 60)
const stones: readonly (readonly [number, number, boolean])[] = [
  [160, 400, false],
  [220, 340, false],
  [280, 400, false],
  [340, 280, true],
  [280, 220, false],
  [400, 340, false],
  [400, 160, false],
  [460, 220, true],
]

/** A go board seen from above: the name's own picture, still and quiet. */
export function SignInScene() {
  const { t } = useLanguage()
  return (
    <aside className="sign-in-scene">
      <svg viewBox="0 0 560 560" aria-hidden="true">
        {lines.map((at) => (
          <path key={at} d={`M40 ${at}H520M${at} 40V520`} stroke="#ffffff" strokeOpacity="0.16" />
        ))}
        {stones.map(([x, y, gold]) => (
          <circle
            key={`${x}-${y}`}
            cx={x}
            cy={y}
            r="22"
            fill={gold ? '#f2c14e' : '#ffffff'}
            fillOpacity={gold ? 0.95 : 0.88}
          />
        ))}
      </svg>
      <div className="scene-words">
        <p className="scene-head">{t(words.head)}</p>
        <p>{t(words.body)}</p>
      </div>
    </aside>
  )
}
