import type { Term } from '#glossary/term'

export const innovationTerms = [
  {
    id: 'achievement',
    zh: '科技成果',
    en: 'achievement',
    meaning: {
      zh: '可展示、可转化的科技成果。',
      en: 'A result of science or technology that can be shown and put to use.',
    },
  },
  { id: 'exhibition_hall', zh: '成果展厅', en: 'exhibition hall' },
  { id: 'innovation_data_platform', zh: '双创大数据平台', en: 'innovation data platform' },
  { id: 'matchmaking', zh: '供需对接', en: 'matchmaking' },
  { id: 'technology_transfer', zh: '成果转化', en: 'technology transfer' },
  { id: 'innovation_platform', zh: '创新平台', en: 'innovation platform' },
  { id: 'key_laboratory', zh: '重点实验室', en: 'key laboratory' },
  { id: 'engineering_centre', zh: '工程技术研究中心', en: 'engineering research centre' },
  {
    id: 'open_challenge',
    zh: '揭榜挂帅',
    en: 'open challenge',
    meaning: {
      zh: '公开发布难题，能者揭榜。',
      en: 'A problem is published, and whoever can solve it takes it on.',
    },
  },
  { id: 'bid', zh: '揭榜申请', en: 'challenge bid' },
  { id: 'rd_spending', zh: '研发投入', en: 'R&D spending' },
  { id: 'rd_intensity', zh: '研发投入强度', en: 'R&D intensity' },
  { id: 'patent', zh: '专利', en: 'patent' },
  { id: 'technology_contract_value', zh: '技术合同成交额', en: 'technology contract value' },
] as const satisfies readonly Term[]
