import type { ConsoleModule } from '#console/module'
import { agentWords } from './agent/agent-words'

/** A project's plan and its agent's work on its page, and the agent's desk; nodes and procedures are reached from there. */
export const projectsConsole: ConsoleModule = {
  name: 'projects',
  nav: [
    {
      group: 'projects',
      label: agentWords.desk,
      to: '/projects/agent-desk',
      roles: ['project_officer', 'economist', 'hall_officer', 'leader'],
      order: 20,
    },
  ],
  pages: [
    {
      path: '/projects/agent-desk',
      load: () => import('./agent/agent-desk-page').then((page) => ({ Page: page.AgentDeskPage })),
    },
  ],
  panels: [
    {
      record: 'project',
      load: () => import('./plan-panel').then((panel) => ({ Panel: panel.PlanPanel })),
    },
    {
      record: 'project',
      load: () => import('./agent/agent-panel').then((panel) => ({ Panel: panel.AgentPanel })),
    },
  ],
  unlisted: ['project_node', 'project_procedure'],
}
