import { text, type Text } from '#engine/result/result'
import { termLabel, type TermId } from '#glossary/glossary'

/** A term as the label of something: it begins with a capital. */
function label(id: TermId): Text {
  const { zh, en } = termLabel(id)
  return text(zh, en.charAt(0).toUpperCase() + en.slice(1))
}

/** What each role a post may give is called; the roles themselves are the engine's (records/role.data). */
export const roleLabels = {
  leader: label('leader'),
  economist: label('economist'),
  statistician: label('statistician'),
  project_officer: label('project_officer'),
  hall_officer: label('hall_officer'),
  office_clerk: label('office_clerk'),
  enterprise_user: label('enterprise_user'),
  system_admin: label('system_admin'),
  security_admin: label('security_admin'),
  audit_admin: label('audit_admin'),
} as const
