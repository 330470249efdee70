import { fingerprintOf } from '#engine/mapping/heads'
import { rememberedText } from '#engine/mapping/remembered'
import type { SeedRow } from './world'

/** The columns of a list that the sample zone's parks send in every month. */
const columns = {
  序号: { field: null, unit: null },
  园区: { field: 'unit_id', unit: null },
  建设项目: { field: 'name_zh', unit: null },
  项目业主: { field: 'owner', unit: null },
  '投资总额(万元)': { field: 'investment', unit: 'wan_yuan' },
  '占地面积(亩)': { field: 'land', unit: 'mu' },
  预计开工时间: { field: 'planned_start', unit: null },
  预计竣工时间: { field: 'promised_on', unit: null },
  备注: { field: null, unit: null },
} as const

/** One mapping that somebody of the sample zone has kept. */
export function sampleMappings(): SeedRow[] {
  const heads = Object.keys(columns)
  return [
    {
      id: 'sample-mapping-monthly-list',
      unit_id: 'SF',
      sample: true,
      name: '各园区月报项目清单',
      record: 'project',
      fingerprint: fingerprintOf(heads),
      heads: heads.join('、'),
      choices: rememberedText({
        columns,
        sections: [],
        sheet_name: null,
        constants: {},
        answers: { 'no_day|planned_start': { do: 'take', reading: 0 } },
      }),
    },
  ]
}
