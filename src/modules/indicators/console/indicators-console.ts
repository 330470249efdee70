import { businessRoles, type Role } from '#engine/records/role.data'
import { text } from '#engine/result/result'
import type { ConsoleModule } from '#console/module'

const roles: Role[] = [...businessRoles]

/** Filling in, checking and reading figures; forms and rules stay generic lists. */
export const indicatorsConsole: ConsoleModule = {
  name: 'indicators',
  nav: [
    { group: 'work', label: text('我的工作', 'My work'), to: '/home', roles },
    { group: 'indicators', label: text('报表填报', 'Reports'), to: '/reports', roles, order: 2 },
    { group: 'indicators', label: text('指标数据', 'Figures'), to: '/figures', roles, order: 3 },
    { group: 'indicators', label: text('指标字典', 'Indicators'), to: '/indicators', order: 4 },
  ],
  pages: [
    { path: '/home', load: () => import('./work-page').then((page) => ({ Page: page.WorkPage })) },
    { path: '/reports', load: () => import('./reports-page').then((page) => ({ Page: page.ReportsPage })) },
    { path: '/reports/$id', load: () => import('./report-page').then((page) => ({ Page: page.ReportPage })) },
    { path: '/figures', load: () => import('./figures-page').then((page) => ({ Page: page.FiguresPage })) },
    {
      path: '/indicators',
      load: () => import('./indicators-page').then((page) => ({ Page: page.IndicatorsPage })),
    },
    {
      path: '/indicators/formulas',
      load: () => import('./formulas-page').then((page) => ({ Page: page.FormulasPage })),
    },
  ],
  // A leader begins at the board; everybody else with business of their own begins with today's work.
  home: (held) =>
    !held.includes('leader') && held.some((role) => roles.includes(role)) ? '/home' : undefined,
  unlisted: ['indicator', 'report'],
}
