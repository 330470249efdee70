import { businessRoles } from '#engine/records/role.data'
import { text } from '#engine/result/result'
import type { ConsoleModule } from '#console/module'

/** A project's lamps, money and plan on its page, and the rules of lamps; its parts are reached from there. */
export const projectsConsole: ConsoleModule = {
  name: 'projects',
  nav: [
    {
      group: 'projects',
      label: text('亮灯规则', 'Lamp rules'),
      to: '/lamps/rules',
      roles: [...businessRoles],
      order: 101,
    },
  ],
  pages: [
    {
      path: '/lamps/rules',
      load: () => import('./lamps/rules-page').then((page) => ({ Page: page.LampRulesPage })),
    },
  ],
  panels: [
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
  ],
  unlisted: ['project_fund', 'project_node', 'project_procedure', 'project_lamp', 'lamp_rule'],
}
