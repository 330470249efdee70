import { businessRoles } from '#engine/records/role.data'
import { text } from '#engine/result/result'
import type { ConsoleModule } from '#console/module'

/** The board, where leaders begin, and its big screen without the frame. */
export const boardConsole: ConsoleModule = {
  name: 'board',
  nav: [{ group: 'board', label: text('看板', 'Board'), to: '/board', roles: [...businessRoles], order: 1 }],
  pages: [
    { path: '/board', load: () => import('./board-page').then((page) => ({ Page: page.BoardPage })) },
    {
      path: '/board/screen',
      frame: 'bare',
      load: () => import('./big-screen').then((page) => ({ Page: page.BigScreen })),
    },
  ],
  home: (roles) => (roles.includes('leader') ? '/board' : undefined),
}
