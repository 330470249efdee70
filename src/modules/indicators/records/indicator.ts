import { findUnit } from '#engine/quantity/unit'
import { field } from '#engine/records/field'
import { defineRecord } from '#engine/records/record'
import { text } from '#engine/result/result'

export const directions = {
  up: text('越高越好', 'Higher is better'),
  down: text('越低越好', 'Lower is better'),
  none: text('无好坏', 'Neither'),
}

export const frequencies = {
  month: text('月度', 'Monthly'),
  quarter: text('季度', 'Quarterly'),
  half_year: text('半年', 'Half-yearly'),
  year: text('年度', 'Yearly'),
  date: text('时点', 'At a date'),
}

export const accumulations = {
  period: text('当期值', 'Of the period'),
  ytd: text('年初累计值', 'Year to date'),
  stock: text('期末存量', 'Stock at the end'),
}

export const rollups = {
  sum: text('下级相加', 'Sum of the units below'),
  weighted_mean: text('加权平均', 'Weighted mean'),
  ratio_of_sums: text('分子之和比分母之和', 'Ratio of sums'),
  last: text('取最近一期', 'Latest value'),
  none: text('不汇总', 'Not rolled up'),
}

export const figureSources = {
  reported: text('填报', 'Reported'),
  measure: text('由台账统计', 'Counted from records'),
  formula: text('公式计算', 'Formula'),
}

const unitHelp = text('如 亿元、%、个', 'Such as 亿元, %, 个')

/** What is measured: 口径, unit, how it accumulates over time and rolls up over units. */
export const indicator = defineRecord({
  name: 'indicator',
  module: 'indicators',
  label: text('指标', 'Indicator'),
  about: text(
    '指标的口径、单位、频度、累计方式与汇总规则',
    'What is measured: definition, unit, frequency, accumulation and roll-up',
  ),
  scope: 'shared',
  key: 'code',
  title: 'name_zh',
  fields: {
    code: field.text({
      label: text('代码', 'Code'),
      required: true,
      fixed: true,
      max: 60,
      search: true,
      pattern: {
        source: '^[a-z][a-z0-9_]*$',
        says: text(
          '小写字母、数字和下划线，如 gdp_growth',
          'Small letters, digits and underscores, such as gdp_growth.',
        ),
      },
    }),
    name_zh: field.text({ label: text('名称', 'Chinese name'), required: true, max: 80, search: true }),
    name_en: field.text({ label: text('英文名称', 'English name'), max: 160, search: true }),
    definition_zh: field.text({ label: text('口径', 'Definition (Chinese)'), max: 2000, multiline: true }),
    definition_en: field.text({
      label: text('英文口径', 'Definition (English)'),
      max: 2000,
      multiline: true,
    }),
    unit: field.text({ label: text('计量单位', 'Unit'), help: unitHelp, required: true, max: 30 }),
    decimals: field.integer({ label: text('小数位', 'Decimals'), required: true, min: 0, max: 8 }),
    direction: field.choice({ label: text('方向', 'Direction'), required: true, options: directions }),
    frequency: field.choice({ label: text('频度', 'Frequency'), required: true, options: frequencies }),
    accumulation: field.choice({
      label: text('累计方式', 'Accumulation'),
      required: true,
      options: accumulations,
    }),
    rollup: field.choice({ label: text('汇总规则', 'Roll-up'), required: true, options: rollups }),
    weight: field.reference({ label: text('权重指标', 'Weight'), to: 'indicator' }),
    numerator: field.reference({ label: text('分子指标', 'Numerator'), to: 'indicator' }),
    denominator: field.reference({ label: text('分母指标', 'Denominator'), to: 'indicator' }),
    source: field.choice({ label: text('来源', 'Source'), required: true, options: figureSources }),
    formula: field.text({
      label: text('公式', 'Formula'),
      max: 2000,
      multiline: true,
      help: text('如 [利润总额] / [营业收入]', 'Such as [profit] / [revenue]'),
    }),
    measure: field.text({
      label: text('台账统计项', 'Measure'),
      max: 80,
      help: text('如 project.started', 'Such as project.started'),
    }),
    of_which: field.reference({ label: text('其中（上级指标）', 'Of which'), to: 'indicator' }),
    theme: field.text({ label: text('分组', 'Group'), max: 40 }),
    position: field.integer({ label: text('排序', 'Position'), min: 0, max: 9999 }),
    key_figure: field.boolean({ label: text('看板关键指标', 'Key figure of the board') }),
    valid_from: field.date({ label: text('启用日期', 'Valid from') }),
    valid_to: field.date({ label: text('停用日期', 'Valid to') }),
  },
  rules: [
    {
      name: 'unit',
      fields: ['unit'],
      says: text('没有这个计量单位', 'is not a known unit'),
      mend: text('请使用单位表中的单位，如 亿元、%、个', 'Use a unit of the list, such as 亿元, % or 个.'),
      holds: (row) => findUnit(String(row.unit)) !== undefined,
    },
    {
      name: 'formula',
      fields: ['formula'],
      says: text('公式指标必须写公式', 'a formula indicator needs its formula'),
      mend: text('请填写公式，或改变来源', 'Write the formula or choose another source.'),
      holds: (row) => row.source !== 'formula' || Boolean(row.formula),
    },
    {
      name: 'ratio',
      fields: ['numerator'],
      says: text('按比率汇总需要分子和分母', 'a ratio of sums needs numerator and denominator'),
      mend: text('请选择分子指标和分母指标', 'Choose both.'),
      holds: (row) => row.rollup !== 'ratio_of_sums' || Boolean(row.numerator && row.denominator),
    },
    {
      name: 'weight',
      fields: ['weight'],
      says: text('加权平均需要权重指标', 'a weighted mean needs its weight'),
      mend: text('请选择权重指标', 'Choose the weight.'),
      holds: (row) => row.rollup !== 'weighted_mean' || Boolean(row.weight),
    },
  ],
  rights: { read: ['everyone'], create: ['economist'], update: ['economist'], remove: [] },
  list: {
    columns: ['name_zh', 'theme', 'unit', 'frequency', 'accumulation', 'rollup', 'source', 'direction'],
    sort: 'position,code',
  },
  form: [
    {
      label: text('指标', 'Indicator'),
      fields: [
        'code',
        'name_zh',
        'name_en',
        'definition_zh',
        'definition_en',
        'theme',
        'position',
        'key_figure',
      ],
    },
    {
      label: text('计量', 'Measurement'),
      fields: ['unit', 'decimals', 'direction', 'frequency', 'accumulation', 'valid_from', 'valid_to'],
    },
    {
      label: text('来源与汇总', 'Source and roll-up'),
      fields: ['source', 'formula', 'measure', 'rollup', 'weight', 'numerator', 'denominator', 'of_which'],
    },
  ],
})
