import type { Term } from '#glossary/term'

export const enterprisesTerms = [
  { id: 'enterprise', zh: '企业', en: 'enterprise', avoid: ['company'] },
  { id: 'unified_social_credit_code', zh: '统一社会信用代码', en: 'unified social credit code' },
  { id: 'legal_representative', zh: '法定代表人', en: 'legal representative' },
  {
    id: 'enterprise_request',
    zh: '企业诉求',
    en: 'enterprise request',
    meaning: {
      zh: '企业提出的问题或请求，须闭环。',
      en: 'What an enterprise asks for; it must come to an end that satisfies.',
    },
  },
  { id: 'visit', zh: '走访', en: 'visit' },
  {
    id: 'follow_up_call',
    zh: '回访',
    en: 'call-back',
    meaning: {
      zh: '办结后向企业核实是否满意。',
      en: 'Asking the enterprise afterwards whether it is satisfied.',
    },
  },
  {
    id: 'service_steward',
    zh: '店小二',
    en: 'service steward',
    meaning: { zh: '全程服务一家企业的人。', en: 'The person who serves one enterprise from start to end.' },
    avoid: ['waiter'],
  },
  { id: 'green_channel', zh: '绿色通道', en: 'green channel' },
  { id: 'policy', zh: '惠企政策', en: 'support policy' },
  { id: 'policy_match', zh: '政策匹配', en: 'policy match' },
  { id: 'automatic_benefit', zh: '免申即享', en: 'benefit without application' },
  { id: 'grant', zh: '奖补资金', en: 'grant' },
  { id: 'listed_company', zh: '上市企业', en: 'listed enterprise' },
  { id: 'high_tech_enterprise', zh: '高新技术企业', en: 'high-tech enterprise' },
  { id: 'specialised_small_enterprise', zh: '专精特新企业', en: 'specialised and sophisticated enterprise' },
  { id: 'tech_small_enterprise', zh: '科技型中小企业', en: 'technology-based small or medium enterprise' },
  { id: 'enterprise_tier', zh: '企业梯队', en: 'enterprise tier' },
  { id: 'tag', zh: '标签', en: 'tag' },
] as const satisfies readonly Term[]
