import type { StateTone } from '#engine/lifecycles/lifecycle'
import { text, type Text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { projectLifecycle } from '../../records/project-lifecycle'
import { ToneShape } from './map-mark'
import { investmentClasses } from './map-marks'

const unknown = text('投资未知', 'Investment unknown')

const classWords: readonly Text[] = [
  text('10 亿元及以上', '1 billion yuan and more'),
  text('5–10 亿元', '500 million to 1 billion yuan'),
  text('1–5 亿元', '100–500 million yuan'),
  text('不足 1 亿元', 'below 100 million yuan'),
]

/** The states that have this tone, in one phrase: 签约、前期、开工、在建. */
function toneWords(tone: StateTone, language: 'zh' | 'en'): string {
  const states = Object.values(projectLifecycle.states).filter((state) => (state.tone ?? 'neutral') === tone)
  return states.map(({ label }) => label[language]).join(language === 'zh' ? '、' : ', ')
}

/** What shape and size of a mark mean: the stage, and the class of its investment. */
export function MapLegend() {
  const { t, language } = useLanguage()
  return (
    <p className="map-legend">
      {(['neutral', 'active', 'good', 'warning'] as const).map((tone) => (
        <span key={tone}>
          <svg width="16" height="16" aria-hidden="true" className="project-map">
            <g className="project-mark">
              <ToneShape tone={tone} x={8} y={8} radius={6} />
            </g>
          </svg>{' '}
          {toneWords(tone, language)}
        </span>
      ))}
      {investmentClasses.map(({ radius }, index) => (
        <span key={radius}>
          <svg width="26" height="26" aria-hidden="true" className="project-map">
            <circle className="map-size" cx={13} cy={13} r={radius} />
          </svg>{' '}
          {t(classWords[index] ?? unknown)}
        </span>
      ))}
    </p>
  )
}
