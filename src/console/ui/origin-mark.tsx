import { text, type Text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import './marks.css'

const natures: Readonly<Record<string, { readonly shape: string; readonly word: Text }>> = {
  actual: { shape: '●', word: text('实际', 'Actual') },
  target: { shape: '◎', word: text('目标', 'Target') },
  plan: { shape: '◇', word: text('计划', 'Plan') },
  fact: { shape: '■', word: text('情况', 'Fact') },
}

const origins: Readonly<Record<string, Text>> = {
  reported: text('填报', 'reported'),
  published: text('公开发布', 'published'),
  rollup: text('汇总', 'rolled up'),
  formula: text('计算', 'computed'),
  measure: text('由台账统计', 'counted from records'),
}

interface OriginMarkProps {
  readonly nature?: string | undefined
  readonly origin?: string | undefined
}

/** Whether a number happened or was promised, and where it comes from: shape and words, not colour. */
export function OriginMark({ nature, origin }: OriginMarkProps) {
  const { t } = useLanguage()
  const kind = nature ? natures[nature] : undefined
  const source = origin ? origins[origin] : undefined
  if (!kind && !source) return null
  return (
    <span className="origin-mark">
      {kind && <span aria-hidden="true">{kind.shape} </span>}
      {[kind?.word, source].flatMap((word) => (word ? [t(word)] : [])).join(' · ')}
    </span>
  )
}
