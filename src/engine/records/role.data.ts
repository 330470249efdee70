import { type Text, text } from '#engine/result/result'

/** Every role a post may give; the glossary takes their names from here. Posts hold rights, not people: a post = role × unit × organ × term. */
export const roles = {
  leader: text('领导', 'Leader'),
  economist: text('经济主管', 'Economic officer'),
  statistician: text('统计员', 'Statistician'),
  project_officer: text('项目专员', 'Project officer'),
  hall_officer: text('窗口人员', 'Service-hall officer'),
  office_clerk: text('综合人员', 'Office clerk'),
  enterprise_user: text('企业用户', 'Enterprise user'),
  system_admin: text('系统管理员', 'System administrator'),
  security_admin: text('安全管理员', 'Security administrator'),
  audit_admin: text('审计管理员', 'Audit administrator'),
} as const satisfies Record<string, Text>

export type Role = keyof typeof roles

export const roleNames = Object.keys(roles) as Role[]

/** Roles of the business; the three administrators are kept out of it (三员分立). */
export const businessRoles = [
  'leader',
  'economist',
  'statistician',
  'project_officer',
  'hall_officer',
  'office_clerk',
] as const satisfies readonly Role[]
