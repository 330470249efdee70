import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import './marks.css'

const words = {
  short: text('示范', 'Sample'),
  long: text('示范数据，非真实情况', 'Made up for demonstration'),
}

/** Made-up data says so wherever it is shown: a hatch for the eye, a word for everyone. */
export function SampleMark() {
  const { t } = useLanguage()
  return (
    <span className="sample-mark" title={t(words.long)}>
      {t(words.short)}
    </span>
  )
}
