import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestServer, type TestServer } from '#test/support/test-server'

type Operations = Record<string, Record<string, unknown>>

/** The console's own files are no part of the API. */
const consoleFiles = new Set(['GET /*', 'GET /favicon.svg'])

describe('the description of the API', () => {
  let server: TestServer
  let document: { paths: Operations; components: { schemas: Record<string, unknown> } }

  beforeAll(async () => {
    server = await openTestServer('embedded')
    document = (await (await server.as('guan'))('GET', '/api/openapi.json')).body
  })
  afterAll(() => server.close())

  it('names every route that is served, and no other', () => {
    const described = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).flatMap((method) => {
        const action = path.endsWith('/actions/{action}') ? path.replace('{action}', ':action') : path
        return [`${method.toUpperCase()} ${action.replaceAll(/\{(\w+)\}/g, ':$1')}`]
      }),
    )
    const served = server.app.routesServed.filter(
      (route) => !route.startsWith('HEAD ') && !consoleFiles.has(route),
    )
    const missing = served.filter((route) => !described.includes(route) && !route.includes('/assets/'))
    expect(missing).toEqual([])
    expect(described.filter((route) => !served.includes(route))).toEqual([])
  })

  it('refers only to schemas it has', () => {
    const names = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(
      ([, name]) => name,
    )
    expect(names.length).toBeGreaterThan(100)
    expect(names.filter((name) => !Object.hasOwn(document.components.schemas, name ?? ''))).toEqual([])
  })

  it('says of every route what it is for, and its page shows every schema that a route takes or gives', async () => {
    const silent = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.entries(operations).flatMap(([method, operation]) =>
        (operation as { summary?: string }).summary ? [] : [`${method} ${path}`],
      ),
    )
    expect(silent).toEqual([])
    const page = (await (await server.as('guan'))('GET', '/api/docs')).raw.toString('utf8')
    const linked = [...page.matchAll(/href="#(schema-\w+)"/g)].map(([, id]) => id)
    expect(linked).toContain('schema-unit_input')
    expect(linked.filter((id) => !page.includes(`id="${id}"`))).toEqual([])
  })

  it('brings the font of the console with its page: Chinese is no row of boxes where a machine has none', async () => {
    const call = await server.as('guan')
    const { raw, headers } = await call('GET', '/api/docs')
    expect(headers['content-security-policy']).toContain("font-src 'self'")
    const [, font] = /@font-face\{[^}]*url\((\/assets\/[^)]+\.woff2)\)/.exec(raw.toString('utf8')) ?? []
    expect((await call('GET', font ?? '/no-font')).headers['content-type']).toContain('font/woff2')
  })

  it('is the file that is published with the sources', () => {
    expect(JSON.parse(readFileSync('docs/reference/openapi.json', 'utf8'))).toEqual(document)
  })
})
