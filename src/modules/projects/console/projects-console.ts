import type { ConsoleModule } from '#console/module'

/** A project's plan on its page; nodes and procedures are reached from there. */
export const projectsConsole: ConsoleModule = {
  name: 'projects',
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
