import type { Term } from '#glossary/term'

export const authorityTerms = [
  { id: 'account', zh: '账号', en: 'account' },
  {
    id: 'session',
    zh: '会话',
    en: 'session',
    meaning: {
      zh: '一次登录，到期或撤销即失效。',
      en: 'One sign-in; it ends when it expires or is revoked.',
    },
  },
  {
    id: 'person_preference',
    zh: '个人设置',
    en: 'personal setting',
    meaning: {
      zh: '个人的语言、外观、列和视图，随人不随机器。',
      en: 'Language, appearance, columns and views of one person, on every machine.',
    },
  },
  { id: 'role', zh: '角色', en: 'role' },
  { id: 'right', zh: '权限', en: 'right', avoid: ['privilege'] },
  {
    id: 'row_rule',
    zh: '行级规则',
    en: 'row rule',
    meaning: { zh: '由数据库执行的可见范围。', en: 'What a post may see, enforced by the database.' },
  },
  {
    id: 'three_administrators',
    zh: '三员分立',
    en: 'three administrators',
    meaning: {
      zh: '系统、安全、审计三类管理员互不兼任。',
      en: 'System, security and audit administrators; nobody is two of them.',
    },
  },
  {
    id: 'access_request',
    zh: '授权申请',
    en: 'access request',
    meaning: {
      zh: '系统管理员提出、安全管理员批准后才生效的账号或岗位变动。',
      en: 'A change of account or post, asked for by the system administrator, granted by the security administrator.',
    },
  },
  { id: 'audit_record', zh: '审计记录', en: 'audit record' },
  { id: 'sign_in', zh: '登录', en: 'sign in', avoid: ['log in'] },
  { id: 'sign_out', zh: '退出登录', en: 'sign out' },
  { id: 'second_factor', zh: '二次验证', en: 'second factor' },
  { id: 'lockout', zh: '账号锁定', en: 'lockout' },
  { id: 'password', zh: '密码', en: 'password' },
  { id: 'tamper_check', zh: '防篡改核验', en: 'tamper check' },
  {
    id: 'ledger',
    zh: '账本',
    en: 'ledger',
    meaning: { zh: '全部事件，只增不改。', en: 'All events; only added to, never changed.' },
  },
  {
    id: 'ledger_seal',
    zh: '封签',
    en: 'seal',
    meaning: {
      zh: '一批事件的摘要之根，与上一封签相连。',
      en: 'The root over the digests of a batch of events, chained to the seal before.',
    },
  },
  { id: 'event_leaf', zh: '事件存证', en: 'kept digest' },
  {
    id: 'data_key',
    zh: '数据密钥',
    en: 'data key',
    meaning: {
      zh: '加密一个高新区的文件与字段，由主密钥加密保存。',
      en: 'Seals files and fields of a zone; kept wrapped by the master key.',
    },
  },
  { id: 'master_key', zh: '主密钥', en: 'master key' },
  { id: 'recovery_point', zh: '恢复点', en: 'recovery point' },
  { id: 'personal_data', zh: '个人信息', en: 'personal data' },
  { id: 'public_information', zh: '公开信息', en: 'public information' },
  { id: 'backup', zh: '备份', en: 'backup' },
  { id: 'setting', zh: '系统设置', en: 'setting' },
  { id: 'portal', zh: '服务门户', en: 'portal' },
] as const satisfies readonly Term[]
