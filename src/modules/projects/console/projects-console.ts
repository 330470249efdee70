import { businessRoles } from '#engine/records/role.data'
import { text } from '#engine/result/result'
import type { ConsoleModule } from '#console/module'
import { dispatchNav, dispatchPages, dispatchPanels } from './dispatch/dispatch-console'

/** A project's month, lamps and plan on its page, the month's dispatch, and the rules of lamps; nodes and procedures are reached from there. */
export const projectsConsole: ConsoleModule = {
  name: 'projects',
  nav: [
    ...dispatchNav,
    {
      group: 'projects',
      label: text('亮灯规则', 'Lamp rules'),
      to: '/lamps/rules',
      roles: [...businessRoles],
      order: 101,
    },
  ],
  pages: [
    ...dispatchPages,
    {
      path: '/lamps/rules',
      load: () => import('./lamps/rules-page').then((page) => ({ Page: page.LampRulesPage })),
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
      load: () => import('./plan-panel').then((panel) => ({ Panel: panel.PlanPanel })),
    },
  ],
  unlisted: ['project_node', 'project_procedure', 'project_lamp', 'lamp_rule', 'dispatch'],
}
