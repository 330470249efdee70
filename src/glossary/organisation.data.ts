import type { Term } from '#glossary/term'

export const organisationTerms = [
  {
    id: 'zone',
    zh: '高新区',
    en: 'high-tech zone',
    meaning: {
      zh: '国家高新技术产业开发区；系统中的一个租户。',
      en: 'A national high-tech industrial development zone; one tenant of the system.',
    },
  },
  {
    id: 'park',
    zh: '园区',
    en: 'park',
    meaning: { zh: '高新区下属的一个园。', en: 'One of the parks of a zone.' },
    avoid: ['sub-zone'],
  },
  {
    id: 'unit',
    zh: '单位',
    en: 'unit',
    meaning: {
      zh: '数据归属的层级节点：全国、高新区、园区。',
      en: 'A node that figures and records belong to: the nation, a zone, a park.',
    },
  },
  {
    id: 'organ',
    zh: '部门',
    en: 'organ',
    meaning: {
      zh: '管委会的内设机构或区直部门。',
      en: 'An office or bureau of the administrative committee.',
    },
    avoid: ['department'],
  },
  { id: 'administrative_committee', zh: '管委会', en: 'administrative committee' },
  { id: 'party_working_committee', zh: '工委', en: 'Party working committee' },
  {
    id: 'special_committee',
    zh: '专题委员会',
    en: 'special committee',
    meaning: {
      zh: '各园区之上协调专门事项的议事机构。',
      en: 'A body above the parks that coordinates one field.',
    },
  },
  {
    id: 'task_force',
    zh: '专班',
    en: 'task force',
    meaning: {
      zh: '为一件事抽调人员组成的临时队伍。',
      en: 'People drawn together for one job until it is done.',
    },
    avoid: ['working group', 'special class'],
  },
  {
    id: 'person',
    zh: '人员',
    en: 'person',
    meaning: { zh: '在系统中任职的自然人。', en: 'A human being who holds posts here.' },
    avoid: ['staff member'],
  },
  {
    id: 'post',
    zh: '岗位',
    en: 'post',
    meaning: {
      zh: '角色、单位、部门和任期的组合；权限给岗位不给人。',
      en: 'A role in a unit and organ for a term; rights belong to posts, not people.',
    },
  },
  {
    id: 'crossed_posts',
    zh: '交叉任职',
    en: 'crossed posts',
    meaning: {
      zh: '一人在高新区与行政区同时任职。',
      en: 'One person holding posts in the zone and in the district at once.',
    },
  },
  {
    id: 'handover',
    zh: '交接',
    en: 'handover',
    meaning: {
      zh: '岗位换人时把在办事项移交给接任者。',
      en: 'Passing the open work of a post to its next holder.',
    },
  },
  { id: 'term_of_office', zh: '任期', en: 'term of office' },
  {
    id: 'one_zone_many_parks',
    zh: '一区多园',
    en: 'one zone, many parks',
    meaning: {
      zh: '一个高新区统一管理分布各处的园区。',
      en: 'One zone that runs parks in several places as a whole.',
    },
  },
  {
    id: 'leader',
    zh: '领导',
    en: 'leader',
    meaning: { zh: '管委会或园区的负责人。', en: 'Who heads the administrative committee or a park.' },
  },
  {
    id: 'economist',
    zh: '经济主管',
    en: 'economic officer',
    meaning: { zh: '审核并发布全区数据的人。', en: 'Reviews and publishes the figures of the zone.' },
  },
  {
    id: 'statistician',
    zh: '统计员',
    en: 'statistician',
    meaning: { zh: '填报本单位数据的人。', en: 'Reports the figures of one unit.' },
  },
  {
    id: 'project_officer',
    zh: '项目专员',
    en: 'project officer',
    meaning: { zh: '跟进项目、填进度、报问题的人。', en: 'Follows projects: progress, blockers, dispatch.' },
  },
  {
    id: 'hall_officer',
    zh: '窗口人员',
    en: 'service-hall officer',
    meaning: { zh: '在政务大厅受理和办理办件的人。', en: 'Accepts and handles cases in the service hall.' },
  },
  {
    id: 'office_clerk',
    zh: '综合人员',
    en: 'office clerk',
    meaning: {
      zh: '起草简报、登记会议和督办的人。',
      en: 'Drafts briefings, keeps meetings and supervision.',
    },
  },
  { id: 'enterprise_user', zh: '企业用户', en: 'enterprise user' },
  { id: 'public_visitor', zh: '社会公众', en: 'public visitor' },
  {
    id: 'system_admin',
    zh: '系统管理员',
    en: 'system administrator',
    meaning: {
      zh: '管配置和账号，看不到业务数据。',
      en: 'Keeps settings and accounts; sees no business rows.',
    },
  },
  {
    id: 'security_admin',
    zh: '安全管理员',
    en: 'security administrator',
    meaning: { zh: '管授权和安全策略。', en: 'Grants rights and sets security rules.' },
  },
  {
    id: 'audit_admin',
    zh: '审计管理员',
    en: 'audit administrator',
    meaning: { zh: '只查看审计记录。', en: 'Reads the audit record and nothing else.' },
  },
] as const satisfies readonly Term[]
