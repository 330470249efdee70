import { businessRoles } from '#engine/records/role.data'
import { text } from '#engine/result/result'
import type { ConsoleModule } from '#console/module'
import { agentWords } from './agent/agent-words'
import { dispatchNav, dispatchPages, dispatchPanels } from './dispatch/dispatch-console'

/** A project's lamps, money and plan on its page, and the rules of lamps; its parts are reached from there. */
export const projectsConsole: ConsoleModule = {
  name: 'projects',
  nav: [
    ...dispatchNav,
    {
      group: 'projects',
      label: text('项目全景', 'Portfolio'),
      to: '/portfolio',
      roles: [...businessRoles],
      order: 10,
    },
    {
      group: 'projects',
      label: text('亮灯规则', 'Lamp rules'),
      to: '/lamps/rules',
      roles: [...businessRoles],
      order: 101,
    },
    {
      group: 'projects',
      label: text('清单进出', 'Entry and exit'),
      to: '/year-list',
      roles: [...businessRoles],
      order: 20,
    },
    {
      group: 'projects',
      label: agentWords.desk,
      to: '/projects/agent-desk',
      roles: ['project_officer', 'economist', 'hall_officer', 'leader'],
      order: 20,
    },
  ],
  pages: [
    ...dispatchPages,
    {
      path: '/year-list',
      load: () => import('./portfolio/year-list-page').then((page) => ({ Page: page.YearListPage })),
    },
    {
      path: '/portfolio',
      load: () => import('./portfolio/portfolio-page').then((page) => ({ Page: page.PortfolioPage })),
    },
    {
      path: '/lamps/rules',
      load: () => import('./lamps/rules-page').then((page) => ({ Page: page.LampRulesPage })),
    },
    {
      path: '/projects/agent-desk',
      load: () => import('./agent/agent-desk-page').then((page) => ({ Page: page.AgentDeskPage })),
    },
  ],
  panels: [
    ...dispatchPanels,
    {
      record: 'project',
      load: () => import('./lamps/lamps-panel').then((panel) => ({ Panel: panel.LampsPanel })),
    },
    {
      record: 'project',
      load: () => import('./money/money-panel').then((panel) => ({ Panel: panel.MoneyPanel })),
    },
    {
      record: 'project',
      load: () => import('./plan-panel').then((panel) => ({ Panel: panel.PlanPanel })),
    },
    {
      record: 'project',
      load: () => import('./agent/agent-panel').then((panel) => ({ Panel: panel.AgentPanel })),
    },
    {
      record: 'joint_start',
      load: () => import('./portfolio/joint-start-panel').then((panel) => ({ Panel: panel.JointStartPanel })),
    },
  ],
  unlisted: [
    'dispatch',
    'dispatch_line',
    'project_fund',
    'project_node',
    'plan_baseline',
    'project_procedure',
    'project_lamp',
    'lamp_rule',
  ],
}
