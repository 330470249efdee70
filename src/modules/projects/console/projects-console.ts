import type { ConsoleModule } from '#console/module'
import { dispatchNav, dispatchPages, dispatchPanels } from './dispatch/dispatch-console'

/** A project's plan on its page; nodes and procedures are reached from there. The month's dispatch has pages of its own. */
export const projectsConsole: ConsoleModule = {
  name: 'projects',
  nav: dispatchNav,
  pages: dispatchPages,
  panels: [
    ...dispatchPanels,
    {
      record: 'project',
      load: () => import('./plan-panel').then((panel) => ({ Panel: panel.PlanPanel })),
    },
  ],
  unlisted: ['project_node', 'project_procedure', 'dispatch'],
}
