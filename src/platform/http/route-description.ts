import type { Text } from '#engine/result/result'
import type { Schema } from './openapi-schemas'

/** A route beside the record routes, as its module describes it for the API description. */
export interface RouteDescription {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  readonly path: string
  readonly tag: string
  readonly says: Text
  readonly query?: Readonly<
    Record<string, { readonly says: string; readonly required?: boolean; readonly schema?: Schema }>
  >
  /** Carries the version that was read, in If-Match. */
  readonly versioned?: true
  readonly body?: Schema
  readonly reply?: Schema
  /** Of success; 200 unless given. */
  readonly status?: 200 | 201 | 204
  /** Of a reply that is not JSON. */
  readonly media?: string
}

/** An interface of a module's contract or of the engine's replies, by its name. */
export const contract = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })
