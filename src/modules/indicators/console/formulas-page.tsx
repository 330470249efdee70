import { Skeleton } from 'antd'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { GoLink } from '#console/router/go'
import { Stack } from '#console/ui/layout'
import { PageHeader } from '#console/ui/page-header'
import { Panel } from '#console/ui/panel'
import { FormulaCheck } from './dictionary/formula-check'
import { FormulaLanguage } from './dictionary/formula-language'
import { useIndicators } from './indicators-page'
import { ReadProblem } from './read-problem'
import './dictionary/dictionary.css'

const words = {
  title: text('公式说明与检查', 'Formulas: help and check'),
  back: text('返回指标字典', 'Back to the indicators'),
  check: text('检查公式', 'Check a formula'),
  language: text('怎样写公式', 'How formulas are written'),
}

/** `/indicators/formulas`: the formula language, and a place to try one before it is saved. */
export function FormulasPage() {
  const { t } = useLanguage()
  const { data, error } = useIndicators()
  return (
    <>
      <PageHeader title={words.title} about={<GoLink to="/indicators">{t(words.back)}</GoLink>} />
      <Stack>
        <Panel title={t(words.check)}>
          {!data && <ReadProblem error={error} />}
          {!data && !error && <Skeleton active />}
          {data && <FormulaCheck rows={data.rows} />}
        </Panel>
        <Panel title={t(words.language)} flush>
          <FormulaLanguage />
        </Panel>
      </Stack>
    </>
  )
}
