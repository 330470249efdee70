import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from '#platform/config/config'
import { temporaryFolder } from '#test/support/temporary-folder'
import { type Caller, openTestServer, type TestServer } from '#test/support/test-server'

const token = 'only-the-collector-knows-this-0123'

describe('the figures for Prometheus', () => {
  let server: TestServer
  let officer: Caller
  const backups = temporaryFolder('metrics')
  beforeAll(async () => {
    writeFileSync(join(backups, 'yipanqi-2026-01-02T03-04-05Z.tar'), '')
    server = await openTestServer('embedded', {
      YIPANQI_METRICS_TOKEN: token,
      YIPANQI_BACKUP_FOLDER: backups,
    })
    officer = await server.as('xiang')
  })
  afterAll(() => server.close())

  const ask = (from: string, headers: Record<string, string> = {}) =>
    server.app.inject({ url: '/metrics', remoteAddress: from, headers })
  const valueOf = (text: string, line: string) =>
    Number(
      text
        .split('\n')
        .find((one) => one.startsWith(`${line} `))
        ?.slice(line.length + 1),
    )

  it('are told to this machine and to whoever brings the token, and to nobody else', async () => {
    const asked = await Promise.all([
      ask('127.0.0.1'),
      ask('::1'),
      ask('10.1.2.3', { authorization: `Bearer ${token}` }),
      ask('10.1.2.3'),
      ask('10.1.2.3', { authorization: 'Bearer something-else-altogether-0123' }),
      ask('10.1.2.3', { 'x-forwarded-for': '127.0.0.1' }),
      // A proxy on this machine, passing on somebody else's request.
      ask('127.0.0.1', { 'x-forwarded-for': '203.0.113.7' }),
    ])
    expect(asked.map((reply) => reply.statusCode)).toEqual([200, 200, 200, 404, 404, 404, 404])
    expect(asked[0]?.headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8')
  })

  it('count requests by the pattern of their route, and hold no id, name or address', async () => {
    const project = { unit_id: 'SF-HX', name_zh: '指标里看不到的项目' }
    const { row } = (await officer('POST', '/api/project', project)).body
    await officer('GET', `/api/project/${row.id}`)
    await officer('GET', `/api/project/${row.id}?q=%E7%A7%98%E5%AF%86`)
    await server.visitor('GET', '/nowhere/at/all')
    const { body: text } = await ask('127.0.0.1')
    const read = 'route="/api/project/:id",method="GET"'
    expect(valueOf(text, `yipanqi_http_requests_total{${read},status="2xx"}`)).toBe(2)
    expect(valueOf(text, `yipanqi_http_request_duration_seconds_count{${read}}`)).toBe(2)
    expect(valueOf(text, `yipanqi_http_request_duration_seconds_bucket{${read},le="+Inf"}`)).toBe(2)
    for (const secret of [row.id, row.name_zh, 'xiang', 'SF-HX', '%E7', 'nowhere', '127.0.0.1'])
      expect(text).not.toContain(secret)
  })

  it('tell of sessions, connections, ledger and process', async () => {
    const { body: text } = await ask('127.0.0.1')
    expect(valueOf(text, 'yipanqi_database_up')).toBe(1)
    expect(valueOf(text, 'yipanqi_sessions_open')).toBeGreaterThan(0)
    expect(valueOf(text, 'yipanqi_http_requests_in_flight')).toBe(1)
    expect(valueOf(text, 'yipanqi_database_connections_waiting')).toBe(0)
    expect(valueOf(text, 'yipanqi_ledger_unsealed_age_seconds')).toBeGreaterThan(0)
    expect(valueOf(text, 'nodejs_eventloop_delay_seconds{quantile="0.99"}')).toBeGreaterThanOrEqual(0)
    expect(valueOf(text, 'process_resident_memory_bytes')).toBeGreaterThan(10_000_000)
    expect(text).toMatch(
      /^yipanqi_build_info\{version="\d+\.\d+\.\d+",node="\d+[\d.]+",database="embedded"\} 1$/m,
    )
  })

  it('have each line in the form Prometheus reads, under a heading of its own', async () => {
    const { body: text } = await ask('127.0.0.1')
    const lines = text.trimEnd().split('\n')
    const form = /^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{[a-z]+="[^"]*"(,[a-z]+="[^"]*")*\})? [\d.e+-]+)$/
    expect(lines.filter((line) => !form.test(line))).toEqual([])
    const headed = lines.filter((line) => line.startsWith('# TYPE')).map((line) => line.split(' ')[2])
    expect(new Set(headed).size).toBe(headed.length)
  })

  it('are what the alarms go by, and the runbook tells of every alarm', async () => {
    const { body: text } = await ask('127.0.0.1')
    const rules = readFileSync('deploy/alerts.yml', 'utf8')
    const asked = [...rules.matchAll(/\b(?:yipanqi|nodejs|process)_[a-z_]+/g)].map(([name]) => name)
    expect(asked.length).toBeGreaterThan(8)
    expect(asked.filter((name) => !new RegExp(`^${name}[ {]`, 'm').test(text))).toEqual([])
    const runbook = readFileSync('docs/operations/runbook.md', 'utf8')
    const alarms = [...rules.matchAll(/alert: (\w+)/g)].map(([, name]) => name ?? '')
    expect(alarms.filter((name) => !runbook.includes(`| ${name} |`))).toEqual([])
  })
})

describe('the token of the figures', () => {
  it('is refused when it could be guessed, without being repeated', () => {
    const read = readConfig({ YIPANQI_METRICS_TOKEN: 'short' })
    expect(read.ok ? [] : read.error).toEqual([expect.stringMatching(/^YIPANQI_METRICS_TOKEN=…: must be 24/)])
  })
})
