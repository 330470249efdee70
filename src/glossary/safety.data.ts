import type { Term } from '#glossary/term'

export const safetyTerms = [
  {
    id: 'hazard',
    zh: '隐患',
    en: 'hazard',
    meaning: {
      zh: '可能造成事故的问题，整改后才销号。',
      en: 'Something that could cause an accident; it is closed only when mended.',
    },
  },
  { id: 'inspection', zh: '检查', en: 'inspection' },
  { id: 'rectification', zh: '整改', en: 'rectification' },
  { id: 'closing_of_hazard', zh: '销号', en: 'closing' },
  { id: 'responsible_person', zh: '责任人', en: 'responsible person' },
  { id: 'accident', zh: '事故', en: 'accident' },
  { id: 'pollution_source', zh: '污染源', en: 'pollution source' },
  {
    id: 'three_wastes',
    zh: '三废',
    en: 'three wastes',
    meaning: { zh: '废气、废水、固体废物。', en: 'Waste gas, waste water and solid waste.' },
  },
  { id: 'energy_use', zh: '能耗', en: 'energy use' },
  { id: 'green_power_share', zh: '绿电比例', en: 'share of green power' },
  { id: 'distributed_solar', zh: '分布式光伏', en: 'distributed solar power' },
  { id: 'scattered_polluters', zh: '散乱污企业', en: 'scattered polluters' },
  { id: 'safety_duty', zh: '安全责任', en: 'safety duty' },
] as const satisfies readonly Term[]
