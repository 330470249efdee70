import type { InjectOptions } from 'fastify'
import { nastyTexts, nastyValues } from './nasty'

type Json = Readonly<Record<string, unknown>>

interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly schema?: Json
}

interface Operation {
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: Json }>> }
}

export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Json>> }
}

export interface Route {
  readonly method: string
  readonly path: string
  readonly operation: Operation
}

/** Every operation of the description but those that never end, or would end the sessions that ask. */
export const routesOf = (document: ApiDocument): Route[] =>
  Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(([method]) => path !== '/api/events' && !(path.startsWith('/api/session') && method !== 'get'))
      .map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  )

interface Source {
  readonly random: () => number
  readonly document: ApiDocument
  /** Ids that exist, some of them seen by whoever asks. */
  readonly ids: readonly string[]
}

/** Makes requests that follow the description, go astray in some places, and are nonsense in others. */
export class RequestMaker {
  constructor(readonly source: Source) {}

  make(route: Route): InjectOptions {
    const { operation, path, method } = route
    const parameters = operation.parameters ?? []
    const address = path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) =>
      encodeURIComponent(wellFormed(this.#pathValue(parameters.find((one) => one.name === name)))),
    )
    const query = parameters
      .filter((one) => one.in === 'query' && this.#chance(0.15))
      .map(
        ({ name, schema }) =>
          `${name}${this.#chance(0.2) ? this.#pick(operators) : ''}=${encode(this.#text(schema))}`,
      )
    if (this.#chance(0.1)) query.push(`${encode(this.#pick(nastyTexts))}=${encode(this.#pick(nastyTexts))}`)
    const url = query.length > 0 ? `${address}?${query.join('&')}` : address
    return {
      method: method,
      url,
      ...this.#body(operation),
      headers: this.#headers(operation),
    }
  }

  #chance(share: number): boolean {
    return this.source.random() < share
  }

  #pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.source.random() * from.length)] as T
  }

  #pathValue(parameter: Parameter | undefined): string {
    const named = parameter?.schema?.enum as readonly string[] | undefined
    if (named && this.#chance(0.8)) return this.#pick(named)
    return (this.#chance(0.7) ? this.#pick(this.source.ids) : this.#pick(nastyTexts)) || 'x'
  }

  #text(schema: Json | undefined): string {
    const value = this.#chance(0.5) ? this.#pick(nastyTexts) : this.#value(schema ?? {}, 0)
    return typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  }

  #headers(operation: Operation): Record<string, string> {
    const versioned = operation.parameters?.some((one) => one.in === 'header')
    if (!versioned || this.#chance(0.1)) return {}
    return { 'if-match': this.#pick(['"1"', '"2"', '1', '"0"', '*', '"x"', `"${'9'.repeat(30)}"`]) }
  }

  #body({ requestBody }: Operation): InjectOptions {
    if (!requestBody) return {}
    const [media, content] = Object.entries(requestBody.content)[0] ?? []
    if (media === 'multipart/form-data') return this.#file()
    if (this.#chance(0.05)) return { payload: '{"a":', headers: { 'content-type': 'application/json' } }
    return { payload: this.#value(content?.schema ?? {}, 0) as object }
  }

  #file(): InjectOptions {
    const edge = 'edge-of-the-form'
    const name = this.#pick(['rows.xlsx', 'rows.csv', 'a.pdf', 'x', '../../x.csv'])
    const lines = Array.from({ length: 4 }, () =>
      [1, 2, 3].map(() => this.#pick(nastyTexts).slice(0, 200)).join(this.#pick([',', '\t', ';'])),
    )
    const content = this.#chance(0.3) ? 'PK\u0003\u0004broken' : lines.join('\n')
    const payload = `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n${content}\r\n--${edge}--\r\n`
    return { payload, headers: { 'content-type': `multipart/form-data; boundary=${edge}` } }
  }

  /** A value of the schema, or of any other kind. */
  #value(schema: Json, depth: number): unknown {
    if (depth > 6 || this.#chance(0.08)) return this.#pick(nastyValues)
    const reference = schema.$ref as string | undefined
    if (reference)
      return this.#value(
        this.source.document.components.schemas[reference.split('/').at(-1) ?? ''] ?? {},
        depth + 1,
      )
    const choices = (schema.enum ?? schema.anyOf) as readonly unknown[] | undefined
    if (schema.enum) return this.#pick(choices ?? [])
    if (schema.anyOf) return this.#value(this.#pick(choices as readonly Json[]), depth + 1)
    return this.#typed(schema, depth)
  }

  #typed(schema: Json, depth: number): unknown {
    switch ([schema.type].flat()[0]) {
      case 'object':
        return this.#object(schema, depth)
      case 'array':
        return Array.from({ length: Math.floor(this.source.random() * 4) }, () =>
          this.#value((schema.items ?? {}) as Json, depth + 1),
        )
      case 'integer':
      case 'number':
        return this.#pick([0, 1, 7, -3, 2026, 1e9])
      case 'boolean':
        return this.#chance(0.5)
      case 'string':
        return this.#pick([
          ...this.source.ids.slice(0, 40),
          '文字',
          '2026-03',
          '2026-03-05',
          '12.5',
          this.#pick(nastyTexts),
        ])
      default:
        return this.#pick(nastyValues)
    }
  }

  #object(schema: Json, depth: number): Json {
    const properties = Object.entries((schema.properties ?? {}) as Readonly<Record<string, Json>>)
    const required = new Set((schema.required ?? []) as readonly string[])
    const kept = properties.filter(([name]) => this.#chance(required.has(name) ? 0.95 : 0.4))
    const own = kept.map(([name, one]) => [name, this.#value(one, depth + 1)] as const)
    const strange = this.#chance(0.05) ? [['x'.repeat(200), 1] as const] : []
    return Object.fromEntries([...own, ...strange])
  }
}

const operators = ['.gte', '.lt', '.contains', '.in', '.ne', '.empty', '.x']

/** Half a character cannot stand in an address; it can in a body. */
const wellFormed = (text: string): string => text.replaceAll(/\p{Cs}/gu, '�')
const encode = (text: string): string => encodeURIComponent(wellFormed(text))
