/** Every role a post may give; what they are called stands in the glossary. Posts hold rights, not people: a post = role × unit × organ × term. */
export const roleNames = [
  'leader',
  'economist',
  'statistician',
  'project_officer',
  'hall_officer',
  'office_clerk',
  'enterprise_user',
  'system_admin',
  'security_admin',
  'audit_admin',
] as const

export type Role = (typeof roleNames)[number]

/** Roles of the business; the three administrators are kept out of it (三员分立). */
export const businessRoles = [
  'leader',
  'economist',
  'statistician',
  'project_officer',
  'hall_officer',
  'office_clerk',
] as const satisfies readonly Role[]
