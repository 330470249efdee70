import { text } from '#engine/result/result'
import { businessRoles } from '#engine/records/role.data'
import type { ModulePage, ModulePanel, NavEntry } from '#console/module'

/** The monthly dispatch in the navigation; its report, agenda and form are reached from the desk. */
export const dispatchNav: readonly NavEntry[] = [
  {
    group: 'projects',
    label: text('月度调度', 'Monthly dispatch'),
    to: '/dispatch',
    roles: [...businessRoles],
    order: 20,
  },
]

export const dispatchPages: readonly ModulePage[] = [
  {
    path: '/dispatch',
    load: () => import('./dispatch-page').then((page) => ({ Page: page.DispatchPage })),
  },
  {
    path: '/dispatch/report',
    load: () => import('./report-page').then((page) => ({ Page: page.ReportPage })),
  },
  {
    path: '/dispatch/agenda',
    load: () => import('./agenda-page').then((page) => ({ Page: page.AgendaPage })),
  },
  {
    path: '/dispatch/project/$project',
    load: () => import('./month-page').then((page) => ({ Page: page.MonthPage })),
  },
]

export const dispatchPanels: readonly ModulePanel[] = [
  {
    record: 'project',
    load: () => import('./month-panel').then((panel) => ({ Panel: panel.MonthPanel })),
  },
  {
    record: 'blocker',
    load: () => import('./letter-panel').then((panel) => ({ Panel: panel.LetterPanel })),
  },
  {
    record: 'letter',
    load: () => import('./letter-panel').then((panel) => ({ Panel: panel.LetterWord })),
  },
]
