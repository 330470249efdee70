import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
  retainSearchParams,
  type AnyRoute,
} from '@tanstack/react-router'
import { ApiProblem } from '#console/api/api-problem'
import { sessionQuery } from '#console/api/session'
import { Frame } from '#console/frame/frame'
import { HomePage } from '#console/frame/home-page'
import { ErrorPage, NotFoundPage } from '#console/frame/message-page'
import type { ConsoleModule, ModulePage } from '#console/module'
import { loadPreferences } from '#console/preferences/preferences'
import { parseSearch, stringifySearch } from './search'

interface Context {
  readonly queries: QueryClient
}

const root = createRootRouteWithContext<Context>()({
  validateSearch: (search: Record<string, unknown>) => search as Record<string, string | undefined>,
  search: { middlewares: [retainSearchParams(['unit', 'period'])] },
  component: Outlet,
})

/** Pages behind this are for people who are signed in; others sign in first and come back. */
async function demandSession({ context, location }: { context: Context; location: { href: string } }) {
  try {
    const { person } = await context.queries.ensureQueryData(sessionQuery)
    await loadPreferences(person)
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.status !== 401) throw error
    // The router's own way to redirect is to throw.
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    throw redirect({ to: '/sign-in', search: { then: location.href } } as never)
  }
}

const signInRoute = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('#console/frame/sign-in-page'), 'SignInPage'),
})

const framed = createRoute({
  getParentRoute: () => root,
  id: 'framed',
  beforeLoad: demandSession,
  component: Frame,
})

const bare = createRoute({
  getParentRoute: () => root,
  id: 'bare',
  beforeLoad: demandSession,
  component: Outlet,
})

const own = [
  createRoute({ getParentRoute: () => framed, path: '/', component: HomePage }),
  createRoute({
    getParentRoute: () => framed,
    path: '/records/$address',
    component: lazyRouteComponent(() => import('#console/records/list-page'), 'ListPage'),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: '/records/$address/new',
    component: lazyRouteComponent(() => import('#console/records/create-page'), 'CreatePage'),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: '/records/$address/$id',
    component: lazyRouteComponent(() => import('#console/records/detail-page'), 'DetailPage'),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: '/dictionary',
    component: lazyRouteComponent(() => import('#console/records/dictionary-page'), 'DictionaryPage'),
  }),
]

const pageRoute = (parent: AnyRoute, page: ModulePage) =>
  createRoute({
    getParentRoute: () => parent,
    path: page.path,
    component: lazyRouteComponent(page.load, 'Page'),
  } as never)

/** The routes of the shell and of every module. */
export function createConsoleRouter(queries: QueryClient, modules: readonly ConsoleModule[]) {
  const pages = modules.flatMap((module) => module.pages ?? [])
  const inFrame = pages.filter((page) => page.frame !== 'bare').map((page) => pageRoute(framed, page))
  const withoutFrame = pages.filter((page) => page.frame === 'bare').map((page) => pageRoute(bare, page))
  // Modules' paths are known only now, so the tree has no static type; pages read the address as plain text.
  const tree = root.addChildren([
    signInRoute,
    framed.addChildren([...own, ...inFrame]),
    bare.addChildren(withoutFrame),
  ] as never) as unknown as AnyRoute
  return createRouter({
    routeTree: tree,
    context: { queries },
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    defaultErrorComponent: ({ error, reset }) => <ErrorPage error={error} reset={reset} />,
    defaultNotFoundComponent: NotFoundPage,
    defaultPendingComponent: () => <div className="page-wait" aria-busy="true" />,
    scrollRestoration: true,
  })
}
