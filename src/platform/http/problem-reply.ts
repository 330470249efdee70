import type { ProblemReply } from '#engine/records/reply'
import type { AppError } from '#platform/errors/app-error'

/** An error as RFC 9457 tells it: both languages, what to do, every field problem, and the request to ask about. */
export function problemReply(error: AppError, request: string): ProblemReply {
  const { code, entry, data } = error
  const says = data.detail ?? entry.says
  return {
    type: `urn:yipanqi:error:${code}`,
    title: entry.says.en,
    status: entry.status,
    detail: `${says.en} · ${says.zh}`,
    instance: `urn:yipanqi:request:${request}`,
    code,
    message: says,
    remedy: entry.mend,
    ...(data.problems && { problems: data.problems }),
    ...(data.changed && { changed: data.changed }),
    ...(data.changed_by && { changed_by: data.changed_by }),
    ...(data.version !== undefined && { version: data.version }),
  }
}
