import type { Term } from '#glossary/term'

export const spaceTerms = [
  {
    id: 'space',
    zh: '载体',
    en: 'space',
    meaning: {
      zh: '厂房、楼宇、孵化器等可供使用的场所。',
      en: 'Plants, buildings, incubators: places that can be used.',
    },
    avoid: ['carrier'],
  },
  { id: 'premises', zh: '房源', en: 'premises' },
  { id: 'building', zh: '楼宇', en: 'building' },
  { id: 'standard_plant', zh: '标准厂房', en: 'standard factory building' },
  { id: 'incubator', zh: '孵化器', en: 'incubator' },
  { id: 'makerspace', zh: '众创空间', en: 'makerspace' },
  { id: 'accelerator', zh: '加速器', en: 'accelerator' },
  { id: 'idle_asset', zh: '闲置资产', en: 'idle asset' },
  { id: 'idle_revival', zh: '盘活', en: 'putting back to use' },
  { id: 'occupancy_rate', zh: '入驻率', en: 'occupancy rate' },
  { id: 'lease', zh: '租约', en: 'lease' },
  { id: 'tenant', zh: '入驻企业', en: 'tenant' },
  { id: 'floor_area', zh: '建筑面积', en: 'floor area' },
  { id: 'output_per_mu', zh: '亩均产出', en: 'output per mu' },
] as const satisfies readonly Term[]
