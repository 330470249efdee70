import type { ConsoleModule } from '#console/module'

/** A project's money and plan on its page; sources of funds, nodes and procedures are reached from there. */
export const projectsConsole: ConsoleModule = {
  name: 'projects',
  panels: [
    {
      record: 'project',
      load: () => import('./money/money-panel').then((panel) => ({ Panel: panel.MoneyPanel })),
    },
    {
      record: 'project',
      load: () => import('./plan-panel').then((panel) => ({ Panel: panel.PlanPanel })),
    },
  ],
  unlisted: ['project_fund', 'project_node', 'project_procedure'],
}
