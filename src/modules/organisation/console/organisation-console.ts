import { text } from '#engine/result/result'
import type { ConsoleModule } from '#console/module'

/** The tree of units and organs, a person's posts, and the working calendar. */
export const organisationConsole: ConsoleModule = {
  name: 'organisation',
  nav: [
    { group: 'organisation', label: text('组织架构', 'Structure'), to: '/organisation', order: 1 },
    { group: 'organisation', label: text('工作日历', 'Working calendar'), to: '/calendar', order: 2 },
  ],
  pages: [
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
  unlisted: ['unit', 'organ', 'calendar_day'],
}
