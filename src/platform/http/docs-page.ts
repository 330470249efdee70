import type { Schema } from './openapi-schemas'

const escaped = (text: unknown): string =>
  (typeof text === 'string' ? text : '').replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

interface Parameter {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly description?: string
}

type Content = Readonly<Record<string, { readonly schema?: Schema }>>

interface Operation {
  readonly tags?: readonly string[]
  readonly summary?: string
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content?: Content }
  readonly responses?: Readonly<Record<string, { readonly description?: string; readonly content?: Content }>>
}

const prefix = '#/components/schemas/'
const link = (name: string) => `<a href="#schema-${escaped(name)}"><code>${escaped(name)}</code></a>`

const listOf = (given: unknown): readonly Schema[] => (Array.isArray(given) ? (given as Schema[]) : [])

/** A schema in a line: a name that leads to it, a type with its limits, or its parts. */
function shape(schema: Schema | undefined): string {
  if (!schema) return ''
  if (typeof schema.$ref === 'string') return link(schema.$ref.slice(prefix.length))
  const either = listOf(schema.anyOf ?? schema.oneOf)
  if (either.length > 0) return either.map(shape).join(' | ')
  if (Array.isArray(schema.enum)) return schema.enum.map((one) => escaped(JSON.stringify(one))).join(' | ')
  if (schema.type === 'array') return `[ ${shape(schema.items as Schema | undefined)} ]`
  const parts = Object.entries((schema.properties ?? {}) as Record<string, Schema>)
  if (parts.length > 0)
    return `{ ${parts.map(([name, part]) => `<code>${escaped(name)}</code>: ${shape(part)}`).join(', ')} }`
  const type = [schema.type].flat().map(escaped).join(' | ')
  return [type, escaped(schema.format)].filter(Boolean).join(' · ')
}

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string => {
  if (rows.length === 0) return ''
  const cells = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
  const head = heads.map((one) => `<th scope="col">${one}</th>`).join('')
  return `<table><thead><tr>${head}</tr></thead><tbody>${cells.join('')}</tbody></table>`
}

const contents = (content: Content = {}): string =>
  Object.entries(content)
    .map(([media, { schema }]) => `${escaped(media)} ${shape(schema)}`)
    .join('<br>')

function operationHtml(method: string, path: string, operation: Operation): string {
  const parameters = (operation.parameters ?? []).map(({ name, in: place, required, description }) => [
    `<code>${escaped(name)}</code>`,
    `${escaped(place)}${required ? ' · 必填 required' : ''}`,
    escaped(description),
  ])
  const body = operation.requestBody ? [['请求 body', contents(operation.requestBody.content)]] : []
  const replies = Object.entries(operation.responses ?? {}).map(([status, { description, content }]) => [
    escaped(status),
    [escaped(description), contents(content)].filter(Boolean).join('<br>'),
  ])
  return [
    `<details><summary><b>${method.toUpperCase()}</b> <code>${escaped(path)}</code> ${escaped(operation.summary)}</summary>`,
    table(['参数 parameter', '位置 in', '含义 meaning'], parameters),
    table(['', '内容 content'], [...body, ...replies]),
    '</details>',
  ].join('')
}

function schemaHtml(name: string, schema: Schema): string {
  const required = Array.isArray(schema.required) ? (schema.required as unknown[]) : []
  const rows = Object.entries((schema.properties ?? {}) as Record<string, Schema>).map(([field, part]) => [
    `<code>${escaped(field)}</code>${required.includes(field) ? ' *' : ''}`,
    shape(part),
    [part.title, part.description].map(escaped).filter(Boolean).join(' · '),
  ])
  const inside =
    rows.length > 0 ? table(['字段 field', '类型 type', '含义 meaning'], rows) : `<p>${shape(schema)}</p>`
  return `<section id="schema-${escaped(name)}"><h3><code>${escaped(name)}</code></h3><p>${escaped(schema.description)}</p>${inside}</section>`
}

// The console’s fonts in its order. Without system-ui before them: Chromium then leaves boxes where a piece came late.
export const docsStyle = `
body{font:15px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC Variable","Noto Sans SC",sans-serif;max-width:960px;margin:0 auto;padding:24px;color:#1b2430;overflow-wrap:anywhere}
summary{padding:6px 0;cursor:pointer}code{background:#eef1f5;padding:1px 5px;border-radius:3px}table{border-collapse:collapse;width:100%;margin:4px 0 16px}
a{color:#1d4f91}td,th{text-align:left;border-bottom:1px solid #d8dee6;padding:4px 8px;vertical-align:top}@media(prefers-color-scheme:dark){body{background:#11161d;color:#dde3ea}code{background:#222b36}a{color:#8fb8f2}td,th{border-color:#2c3744}}
`

/**
 * The description of the API as a page for people: what each route takes and gives, every schema once; `style` is the
 * whole of its style.
 */
export function docsPage(document: Schema, style: string): string {
  const groups = new Map<string, string[]>()
  for (const [path, item] of Object.entries(document.paths as Record<string, Record<string, Operation>>))
    for (const [method, operation] of Object.entries(item)) {
      const tag = operation.tags?.[0] ?? '其他 · Other'
      groups.set(tag, [...(groups.get(tag) ?? []), operationHtml(method, path, operation)])
    }
  const sections = [...groups].map(
    ([tag, operations]) => `<section><h2>${escaped(tag)}</h2>${operations.join('')}</section>`,
  )
  const { schemas = {} } = (document.components ?? {}) as { schemas?: Record<string, Schema> }
  const parts = Object.entries(schemas).map(([name, schema]) => schemaHtml(name, schema))
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>接口文档 · API</title><style>${style}</style></head><body><main><h1>一盘棋接口文档 · Yipanqi API</h1><p>OpenAPI 3.1: <a href="/api/openapi.json">/api/openapi.json</a></p>${sections.join('')}<h2>数据结构 · Schemas</h2>${parts.join('')}</main></body></html>`
}
