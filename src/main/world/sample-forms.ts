import type { SampleIndicator } from './sample-indicators.data'
import type { SampleSize } from './sample-size'
import { sampleZone } from './sample-zone.data'
import type { SeedRow } from './world'

/** A monthly form: which themes are reported on it. */
export interface MonthlyForm {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly themes: readonly string[]
}

export const monthlyForms: readonly MonthlyForm[] = [
  {
    id: 'form-economy',
    zh: '经济运行月报',
    en: 'Monthly economic report',
    themes: ['产业经济', '企业', '人才'],
  },
  {
    id: 'form-projects',
    zh: '项目投资月报',
    en: 'Monthly report on projects and investment',
    themes: ['项目投资', '招商引资'],
  },
  {
    id: 'form-innovation',
    zh: '科技创新月报',
    en: 'Monthly report on innovation',
    themes: ['科技创新', '绿色安全', '营商环境'],
  },
]

export const targetForm = { id: 'form-targets', zh: '年度目标', en: 'Targets of the year' }

/** Working days after the month's end: the tenth, as many places ask (domain facts §2.5). */
export const dueWorkday = 10

/** What a park reports on a form; formulas are worked out, not reported. */
export const inForm = (form: MonthlyForm, size: SampleSize): readonly SampleIndicator[] =>
  size.indicators.filter(
    (indicator) => indicator.formula === undefined && form.themes.includes(indicator.theme),
  )

export const targeted = (size: SampleSize): readonly SampleIndicator[] =>
  size.indicators.filter((indicator) => indicator.target === true)

const codes = (indicators: readonly SampleIndicator[]) => indicators.map((indicator) => indicator.code)

export function sampleForms(size: SampleSize): SeedRow[] {
  const row = (
    form: Pick<MonthlyForm, 'id' | 'zh' | 'en'>,
    fields: Readonly<Record<string, unknown>>,
  ): SeedRow => ({
    id: form.id,
    unit_id: sampleZone.code,
    sample: true,
    name_zh: form.zh,
    name_en: form.en,
    closed: false,
    ...fields,
  })
  const monthly = monthlyForms.map((form) =>
    row(form, {
      frequency: 'month',
      nature: 'actual',
      indicators: codes(inForm(form, size)),
      due_workday: dueWorkday,
    }),
  )
  const yearly = { frequency: 'year', nature: 'target', indicators: codes(targeted(size)), due_workday: 20 }
  return [...monthly, row(targetForm, yearly)]
}
