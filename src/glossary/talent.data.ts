import type { Term } from '#glossary/term'

export const talentTerms = [
  { id: 'talent', zh: '人才', en: 'talent' },
  { id: 'talent_rank', zh: '人才层次', en: 'talent rank' },
  { id: 'talent_policy', zh: '人才政策', en: 'talent policy' },
  { id: 'talent_apartment', zh: '人才公寓', en: 'talent apartment' },
  { id: 'talent_allowance', zh: '人才津贴', en: 'talent allowance' },
  { id: 'rent_subsidy', zh: '租金补贴', en: 'rent subsidy' },
  { id: 'team', zh: '团队', en: 'team' },
  { id: 'alumni_base', zh: '校友双创基地', en: 'alumni start-up base' },
  { id: 'three_rank_system', zh: '三级人才体系', en: 'three ranks of talent' },
  {
    id: 'person_team_industry',
    zh: '引才聚链',
    en: 'person to team to industry',
    meaning: {
      zh: '引进一人、集聚一团队、提振一产业的链条。',
      en: 'The chain from a person to a team to an industry.',
    },
  },
  { id: 'recruitment_channel', zh: '引才渠道', en: 'recruitment channel' },
] as const satisfies readonly Term[]
