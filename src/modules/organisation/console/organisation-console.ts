import { text } from '#engine/result/result'
import type { ConsoleModule } from '#console/module'

/** The tree of units and organs, a person's posts, and the working calendar. */
export const organisationConsole: ConsoleModule = {
  name: 'organisation',
  home: (roles) =>
    roles.some((role) => role === 'system_admin' || role === 'security_admin')
      ? '/administration'
      : undefined,
  nav: [
    {
      group: 'system',
      label: text('授权管理', 'Accounts and rights'),
      to: '/administration',
      roles: ['system_admin', 'security_admin', 'audit_admin'],
      order: 1,
    },
    { group: 'organisation', label: text('组织架构', 'Structure'), to: '/organisation', order: 1 },
    { group: 'organisation', label: text('工作日历', 'Working calendar'), to: '/calendar', order: 2 },
  ],
  pages: [
    {
      path: '/account',
      load: () => import('./my-account-page').then((page) => ({ Page: page.MyAccountPage })),
    },
    {
      path: '/administration',
      load: () => import('./administration-page').then((page) => ({ Page: page.AdministrationPage })),
    },
    {
      path: '/organisation',
      load: () => import('./organisation-page').then((page) => ({ Page: page.OrganisationPage })),
    },
    {
      path: '/organisation/people/$id',
      load: () => import('./person-page').then((page) => ({ Page: page.PersonPage })),
    },
    {
      path: '/calendar',
      load: () => import('./calendar-page').then((page) => ({ Page: page.CalendarPage })),
    },
  ],
  // Their lists stay at their addresses, one click from these pages: they export, import and filter.
  unlisted: ['unit', 'organ', 'calendar_day', 'access_request'],
}
