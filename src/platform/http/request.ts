import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '#engine/records/rights'
import { type Problem, shown } from '#engine/records/problem'
import { text } from '#engine/result/result'
import { kernelError } from '#platform/errors/app-error'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; `public` when nobody is signed in. Set before any handler runs. */
    actor: Actor
    /** The session's id (a hash), when signed in. */
    session: string | undefined
    /** When that session ends at the latest. */
    sessionEnds: SessionEnd | undefined
  }
}

/** The end of a session: as the database's clock tells it, and by this process's clock that nobody sets. */
export interface SessionEnd {
  readonly at: string
  /** Comparable with `performance.now()`. */
  readonly moment: number
}

/** A visitor who is not signed in. */
export const publicActor: Actor = { person: 'public', reach: {} }

/** The actor, or not-signed-in. */
export function signedIn(request: FastifyRequest): Actor {
  if (request.actor.person === 'public') throw kernelError('not_signed_in')
  return request.actor
}

/** The row version the client has seen, from `If-Match: "3"`. */
export function seenVersion(request: FastifyRequest): number {
  const match = /^(?:W\/)?"?(\d{1,9})"?$/.exec(request.headers['if-match'] ?? '')
  if (!match) throw kernelError('version_missing')
  return Number(match[1])
}

/** A request body that must be an object. */
export function objectBody(request: FastifyRequest): Record<string, unknown> {
  const { body } = request
  if (typeof body === 'object' && body !== null && !Array.isArray(body))
    return body as Record<string, unknown>
  const problem: Problem = {
    field: '',
    code: 'not_text',
    value: shown(body ?? null),
    says: text('应为 JSON 对象', 'must be a JSON object'),
    mend: text('请按接口文档发送', 'Send an object as the API description says.'),
  }
  throw kernelError('invalid_input', { problems: [problem] })
}

/** The entity tag of a row's version. */
export const tagged = (reply: FastifyReply, version: number): FastifyReply =>
  reply.header('etag', `"${version}"`)
