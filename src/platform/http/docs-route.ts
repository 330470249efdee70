import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { plainPagePolicy } from './safety-headers'
import type { Schema } from './openapi-schemas'

const escaped = (text: unknown): string =>
  (typeof text === 'string' ? text : '').replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

interface Operation {
  readonly tags?: readonly string[]
  readonly summary?: string
  readonly parameters?: readonly {
    readonly name: string
    readonly in: string
    readonly required?: boolean
    readonly description?: string
  }[]
}

function operationHtml(method: string, path: string, operation: Operation): string {
  const rows = (operation.parameters ?? []).map(
    ({ name, in: place, required, description }) =>
      `<tr><td><code>${escaped(name)}</code></td><td>${escaped(place)}${required ? ' · required' : ''}</td><td>${escaped(description)}</td></tr>`,
  )
  const table =
    rows.length > 0
      ? `<table><thead><tr><th>name</th><th>in</th><th>meaning</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
      : ''
  return `<details><summary><b>${method.toUpperCase()}</b> <code>${escaped(path)}</code> ${escaped(operation.summary)}</summary>${table}</details>`
}

const style = `
body{font:15px/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif;max-width:960px;margin:0 auto;padding:24px;color:#1b2430}
summary{padding:6px 0;cursor:pointer}code{background:#eef1f5;padding:1px 5px;border-radius:3px}table{border-collapse:collapse;width:100%;margin:4px 0 16px}
td,th{text-align:left;border-bottom:1px solid #d8dee6;padding:4px 8px;vertical-align:top}@media(prefers-color-scheme:dark){body{background:#11161d;color:#dde3ea}code{background:#222b36}td,th{border-color:#2c3744}}
`

function page(document: Schema): string {
  const groups = new Map<string, string[]>()
  for (const [path, item] of Object.entries(document.paths as Record<string, Record<string, Operation>>))
    for (const [method, operation] of Object.entries(item)) {
      const tag = operation.tags?.[0] ?? '其他 · Other'
      groups.set(tag, [...(groups.get(tag) ?? []), operationHtml(method, path, operation)])
    }
  const sections = [...groups].map(
    ([tag, operations]) => `<section><h2>${escaped(tag)}</h2>${operations.join('')}</section>`,
  )
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>接口文档 · API</title><style>${style}</style></head><body><main><h1>一盘棋接口文档 · Yipanqi API</h1><p>OpenAPI 3.1: <a href="/api/openapi.json">/api/openapi.json</a></p>${sections.join('')}</main></body></html>`
}

/** `/api/openapi.json` and a page that reads it out, for people. */
export function registerDocsRoutes(app: FastifyInstance, document: Schema): void {
  const html = page(document)
  app.get('/api/openapi.json', () => document)
  const policy = plainPagePolicy(createHash('sha256').update(style).digest('base64'))
  app.get('/api/docs', (_request, reply) =>
    reply.type('text/html; charset=utf-8').header('content-security-policy', policy).send(html),
  )
}
