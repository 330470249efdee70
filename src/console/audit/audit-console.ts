import { text } from '#engine/result/result'
import type { ConsoleModule } from '#console/module'

/** The desk of the audit administrator: every event, who is behind it, and whether it is sealed. */
export const auditConsole: ConsoleModule = {
  name: 'audit',
  home: (roles) => (roles.includes('audit_admin') ? '/audit' : undefined),
  nav: [
    { group: 'system', label: text('审计记录', 'Audit'), to: '/audit', roles: ['audit_admin'], order: 1 },
  ],
  pages: [{ path: '/audit', load: () => import('./audit-page').then((page) => ({ Page: page.AuditPage })) }],
}
