import { businessRoles } from '#engine/records/role.data'
import { text } from '#engine/result/result'
import type { ConsoleModule } from '#console/module'

/** A project's plan on its page; nodes and procedures are reached from there. */
export const projectsConsole: ConsoleModule = {
  name: 'projects',
  nav: [
    {
      group: 'projects',
      label: text('项目全景', 'Portfolio'),
      to: '/portfolio',
      roles: [...businessRoles],
      order: 10,
    },
    {
      group: 'projects',
      label: text('清单进出', 'Entry and exit'),
      to: '/year-list',
      roles: [...businessRoles],
      order: 20,
    },
  ],
  pages: [
    {
      path: '/year-list',
      load: () => import('./portfolio/year-list-page').then((page) => ({ Page: page.YearListPage })),
    },
    {
      path: '/portfolio',
      load: () => import('./portfolio/portfolio-page').then((page) => ({ Page: page.PortfolioPage })),
    },
  ],
  panels: [
    {
      record: 'project',
      load: () => import('./plan-panel').then((panel) => ({ Panel: panel.PlanPanel })),
    },
    {
      record: 'joint_start',
      load: () => import('./portfolio/joint-start-panel').then((panel) => ({ Panel: panel.JointStartPanel })),
    },
  ],
  unlisted: ['project_node', 'plan_baseline', 'project_procedure'],
}
