import type { RecordType } from '#engine/records/record'
import { recordPaths, routePath } from './openapi-paths'
import { recordSchemas, type Schema, shared } from './openapi-schemas'
import type { RouteDescription } from './route-description'

export interface Api {
  readonly routes: readonly RouteDescription[]
  /** The interfaces of the modules' contracts, by name. */
  readonly contracts: Readonly<Record<string, Schema>>
}

/** The API as OpenAPI 3.1: every record type from its declaration, and the modules' own routes. */
export function openApiDocument(records: readonly RecordType[], api: Api): Schema {
  const { routes, contracts } = api
  const paths: Record<string, Schema> = {}
  for (const record of records) Object.assign(paths, recordPaths(record))
  for (const route of routes) paths[route.path] = { ...paths[route.path], [route.method]: routePath(route) }
  return {
    openapi: '3.1.0',
    info: {
      title: '一盘棋 Yipanqi',
      version: '0.1.0',
      description:
        'One board for every park. Sign in with POST /api/session; writes carry the header x-yipanqi.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths,
    components: {
      schemas: {
        ...shared,
        ...contracts,
        ...Object.fromEntries(records.flatMap((record) => Object.entries(recordSchemas(record)))),
      },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'yipanqi_session' } },
    },
    security: [{ session: [] }],
  }
}
