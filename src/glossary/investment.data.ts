import type { Term } from '#glossary/term'

export const investmentTerms = [
  { id: 'investment_promotion', zh: '招商引资', en: 'investment promotion' },
  {
    id: 'lead',
    zh: '线索',
    en: 'lead',
    meaning: { zh: '可能落地的投资意向。', en: 'A possible investment that someone follows up.' },
    avoid: ['clue'],
  },
  { id: 'negotiation', zh: '洽谈', en: 'negotiation' },
  { id: 'signing', zh: '签约', en: 'signing' },
  { id: 'landing', zh: '落地', en: 'settling in' },
  { id: 'industry_chain', zh: '产业链', en: 'industry chain' },
  {
    id: 'chain_gap',
    zh: '缺链环节',
    en: 'chain gap',
    meaning: { zh: '产业链上本区还没有的环节。', en: 'A link of the chain that the zone lacks.' },
  },
  { id: 'chain_leader', zh: '链长', en: 'chain leader' },
  { id: 'chain_enterprise', zh: '链主企业', en: 'anchor enterprise' },
  { id: 'delegation', zh: '招商批次', en: 'promotion delegation' },
  { id: 'promotion_event', zh: '推介会', en: 'promotion event' },
  { id: 'funds_from_outside', zh: '省外到位资金', en: 'funds from other provinces' },
  { id: 'foreign_investment', zh: '实际使用外资', en: 'foreign investment actually used' },
  { id: 'agreement', zh: '协议', en: 'agreement' },
  { id: 'liaison_point', zh: '联络点', en: 'liaison point' },
] as const satisfies readonly Term[]
