import { text, type Text } from '#engine/result/result'
import type { ProblemReply } from '#engine/records/reply'

/** 401 as well, but said of what was typed: whoever mistypes a code on their own page is still signed in. */
const proofs: readonly string[] = ['sign_in_refused', 'second_factor_needed', 'second_factor_wrong']

/** What went wrong with a request: always what, why and how to mend it, in both languages. */
export class ApiProblem extends Error {
  readonly reply: ProblemReply

  constructor(reply: ProblemReply) {
    super(reply.message.en)
    this.name = 'ApiProblem'
    this.reply = reply
  }

  get status(): number {
    return this.reply.status
  }

  get code(): string {
    return this.reply.code
  }

  /** The session is over or was ended elsewhere. */
  get isSignedOut(): boolean {
    return this.reply.status === 401 && !proofs.includes(this.reply.code)
  }

  /** The server is away or starting: the same request may well succeed in a moment. */
  get isTransient(): boolean {
    return [0, 502, 503, 504].includes(this.reply.status)
  }
}

interface LocalProblem {
  readonly status: number
  readonly code: string
  readonly message: Text
  readonly remedy: Text
}

const local = ({ status, code, message, remedy }: LocalProblem, instance: string): ApiProblem =>
  new ApiProblem({
    type: 'about:blank',
    title: message.en,
    status,
    detail: message.en,
    instance,
    code,
    message,
    remedy,
  })

export const unreachable = (instance: string): ApiProblem =>
  local(
    {
      status: 0,
      code: 'unreachable',
      message: text('无法连接服务器', 'The server cannot be reached'),
      remedy: text('请检查网络，页面会自动重试', 'Check the network; this page keeps trying.'),
    },
    instance,
  )

const isProblem = (body: unknown): body is ProblemReply =>
  typeof body === 'object' && body !== null && 'message' in body && 'status' in body && 'code' in body

/** The problem a reply carries; a proxy's own error page becomes a problem with our words. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => undefined)
  if (isProblem(body)) return new ApiProblem(body)
  const away = [502, 503, 504].includes(response.status)
  return local(
    {
      status: response.status,
      code: away ? 'unavailable' : 'unexpected_reply',
      message: away
        ? text('服务正在启动或维护', 'The service is starting or under maintenance')
        : text(
            `服务器返回了意外的结果（${response.status}）`,
            `The server gave an unexpected reply (${response.status})`,
          ),
      remedy: text('请稍后重试', 'Try again in a moment.'),
    },
    response.url,
  )
}

/** Any thrown thing as message and remedy for people. */
export function wordsOf(error: unknown): { readonly message: Text; readonly remedy: Text } {
  if (error instanceof ApiProblem) return error.reply
  return {
    message: text('页面出现错误', 'Something on this page failed'),
    remedy: text(
      '请刷新页面；若仍出现，请联系系统管理员',
      'Reload the page; if it persists, tell the administrator.',
    ),
  }
}
