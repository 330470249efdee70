import type { Term } from '#glossary/term'

export const figuresTerms = [
  {
    id: 'indicator',
    zh: '指标',
    en: 'indicator',
    meaning: {
      zh: '一项可统计的数，有固定口径、单位和频率。',
      en: 'A thing that is counted or measured, with a fixed definition, unit and frequency.',
    },
    avoid: ['metric', 'KPI'],
  },
  {
    id: 'definition',
    zh: '口径',
    en: 'definition',
    meaning: {
      zh: '指标算什么、不算什么、怎么算的约定。',
      en: 'What an indicator includes, what it leaves out, and how it is computed.',
    },
    avoid: ['caliber'],
  },
  {
    id: 'figure',
    zh: '数据值',
    en: 'figure',
    meaning: {
      zh: '某指标在某单位、某期间的一个值，连同限定词和来源。',
      en: 'The value of an indicator for a unit and a period, with its qualifier and source.',
    },
  },
  {
    id: 'observation',
    zh: '观测值',
    en: 'observation',
    meaning: {
      zh: '填报或汇集来的一次原始数值，只增不改。',
      en: 'One reported value as it arrived; it is never overwritten, only revised.',
    },
  },
  {
    id: 'cell',
    zh: '汇总格',
    en: 'cell',
    meaning: {
      zh: '写入时即算好的一个汇总值，看板只读它。',
      en: 'A rolled-up value kept when data is written; boards read only these.',
    },
  },
  {
    id: 'revision',
    zh: '修订',
    en: 'revision',
    meaning: {
      zh: '对已有数值的更正，旧值保留可查。',
      en: 'A correction that keeps the earlier value for anyone who asks.',
    },
    avoid: ['overwrite'],
  },
  {
    id: 'unit_of_measure',
    zh: '计量单位',
    en: 'unit of measure',
    meaning: {
      zh: '万元、亿元、家、%等。',
      en: 'Such as 10,000 yuan, 100 million yuan, enterprises, per cent.',
    },
  },
  {
    id: 'period',
    zh: '期间',
    en: 'period',
    meaning: { zh: '月、季、半年或年。', en: 'A month, quarter, half-year or year.' },
  },
  {
    id: 'reporting_period',
    zh: '报告期',
    en: 'reporting period',
    meaning: { zh: '一次填报所对应的期间。', en: 'The period a report is about.' },
  },
  {
    id: 'frequency',
    zh: '频率',
    en: 'frequency',
    meaning: {
      zh: '指标按月、季还是年填报。',
      en: 'How often an indicator is reported: monthly, quarterly or yearly.',
    },
  },
  {
    id: 'qualifier',
    zh: '限定词',
    en: 'qualifier',
    meaning: {
      zh: '约、超过、以上、以内等，随数值一起显示。',
      en: 'About, over, at least, within: it travels with the number and is always shown.',
    },
  },
  {
    id: 'nature',
    zh: '性质',
    en: 'nature',
    meaning: {
      zh: '实际、目标、计划或事实。',
      en: 'Whether a figure is actual, a target, a plan or a dated fact.',
    },
  },
  {
    id: 'unknown',
    zh: '未知',
    en: 'unknown',
    meaning: { zh: '没有数据；不是零。', en: 'There is no figure; this is not zero.' },
  },
  {
    id: 'roll_up',
    zh: '汇总',
    en: 'roll-up',
    meaning: {
      zh: '按指标自己的规则由园区合成全区的数。',
      en: "Making the zone's figure from its parks by the indicator's own rule.",
    },
    avoid: ['aggregation'],
  },
  {
    id: 'coverage',
    zh: '覆盖情况',
    en: 'coverage',
    meaning: {
      zh: '汇总时有几家报了、应有几家。',
      en: 'How many of the units that should report are in a rolled-up figure, such as 8 of 10 parks.',
    },
  },
  {
    id: 'discrepancy',
    zh: '差异',
    en: 'discrepancy',
    meaning: {
      zh: '全区数与各园区合计之间的差，显示而不掩盖。',
      en: "The gap between a zone's own figure and the sum of its parks, shown and not hidden.",
    },
  },
  {
    id: 'year_on_year',
    zh: '同比',
    en: 'year-on-year',
    meaning: { zh: '与上年同期相比。', en: 'Compared with the same period last year.' },
    avoid: ['YoY growth'],
  },
  {
    id: 'period_on_period',
    zh: '环比',
    en: 'period-on-period',
    meaning: { zh: '与上一期相比。', en: 'Compared with the period just before.' },
    avoid: ['chain ratio'],
  },
  {
    id: 'year_to_date',
    zh: '累计',
    en: 'year to date',
    meaning: { zh: '年初至本期末的合计。', en: 'The total from January to the end of the period.' },
    avoid: ['accumulated'],
  },
  {
    id: 'share',
    zh: '占比',
    en: 'share',
    meaning: { zh: '部分占全部的百分比。', en: 'A part as a percentage of the whole.' },
  },
  { id: 'growth_rate', zh: '增速', en: 'growth rate' },
  {
    id: 'rank',
    zh: '位次',
    en: 'rank',
    meaning: { zh: '名次，并列名次注明。', en: 'A place in an order; ties are named.' },
  },
  {
    id: 'target',
    zh: '目标值',
    en: 'target',
    meaning: { zh: '承诺在期间内达到的值。', en: 'A value promised for a period.' },
  },
  {
    id: 'time_progress',
    zh: '序时进度',
    en: 'time progress',
    meaning: {
      zh: '期间已过去的比例，用来衡量完成进度快慢。',
      en: 'The share of the period that has passed; completion is judged against it.',
    },
  },
  {
    id: 'completion_rate',
    zh: '完成率',
    en: 'completion rate',
    meaning: { zh: '完成数除以计划数。', en: 'What was done, divided by what was planned.' },
  },
  { id: 'percentage_point', zh: '百分点', en: 'percentage point' },
  {
    id: 'formula',
    zh: '公式',
    en: 'formula',
    meaning: { zh: '由其他指标算出本指标的式子。', en: 'How an indicator is computed from others.' },
  },
  {
    id: 'measure',
    zh: '记录计数',
    en: 'measure',
    meaning: {
      zh: '由业务记录直接数出或加总的数。',
      en: 'A figure counted or summed straight from records.',
    },
  },
  {
    id: 'explanation',
    zh: '数据说明',
    en: 'explanation',
    meaning: {
      zh: '一个数的来历：公式、输入、原始行、填报人和审核人。',
      en: 'Where a number comes from: formula, inputs, source rows, who reported and who approved it.',
    },
  },
  {
    id: 'lineage',
    zh: '血缘',
    en: 'lineage',
    meaning: {
      zh: '从看板数字到原始行的整条来路。',
      en: 'The whole way from a number on the board to the rows behind it.',
    },
  },
  { id: 'time_series', zh: '历年序列', en: 'time series' },
  {
    id: 'outlier',
    zh: '离群值',
    en: 'outlier',
    meaning: { zh: '明显偏离往期或同类的值。', en: 'A value far from its history or its peers.' },
  },
  { id: 'weight', zh: '权重', en: 'weight' },
  {
    id: 'estimate',
    zh: '预计数',
    en: 'estimate',
    meaning: {
      zh: '正式数出来之前的估计，标注显示。',
      en: 'A value given before the real one is known; it is marked as such.',
    },
  },
  {
    id: 'sample_data',
    zh: '示例数据',
    en: 'sample data',
    meaning: { zh: '为演示而造的数据，处处标明。', en: 'Made-up data for demonstration, marked everywhere.' },
    avoid: ['dummy data'],
  },
  { id: 'regional_gdp', zh: '地区生产总值', en: 'gross domestic product of the region' },
  { id: 'fixed_asset_investment', zh: '固定资产投资', en: 'fixed-asset investment' },
  { id: 'industrial_output', zh: '工业总产值', en: 'gross industrial output' },
  { id: 'value_added', zh: '增加值', en: 'value added' },
  { id: 'above_scale', zh: '规模以上', en: 'above designated size' },
] as const satisfies readonly Term[]
