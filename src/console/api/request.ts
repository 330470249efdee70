import { problemOf, unreachable } from './api-problem'
import { reportConnection } from './connection'

export interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  /** Sent as JSON; a FormData as multipart. */
  readonly body?: unknown
  readonly query?: Readonly<Record<string, string | undefined>>
  /** The version of the row that was seen; the server refuses the change when it is older than what is stored. */
  readonly version?: number
  readonly signal?: AbortSignal | undefined
  /** Goes on when the page is left. */
  readonly keepalive?: boolean
}

/** `/api/…` with a query; empty values are left out. */
export function apiAddress(path: string, query: RequestOptions['query'] = {}): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]))
  const search = new URLSearchParams(given).toString()
  return `/api/${path}${search ? `?${search}` : ''}`
}

function init(options: RequestOptions): RequestInit {
  const form = options.body instanceof FormData
  const headers: Record<string, string> = { accept: 'application/json', 'x-yipanqi': 'console' }
  if (options.body !== undefined && !form) headers['content-type'] = 'application/json'
  if (options.version !== undefined) headers['if-match'] = `"${options.version}"`
  return {
    method: options.method ?? 'GET',
    headers,
    credentials: 'same-origin',
    ...(options.body !== undefined && {
      body: form ? options.body : JSON.stringify(options.body),
    }),
    ...(options.signal && { signal: options.signal }),
    ...(options.keepalive && { keepalive: true }),
  }
}

async function send(address: string, options: RequestOptions): Promise<Response> {
  try {
    return await fetch(address, init(options))
  } catch (error) {
    if (options.signal?.aborted) throw error
    reportConnection(false)
    throw unreachable(address)
  }
}

/** One request to the API; anything but success throws `ApiProblem`. A reply without content is undefined. */
export async function request<T>(path: string, options: RequestOptions = {}): Promise<T> {
  const address = apiAddress(path, options.query)
  const response = await send(address, options)
  reportConnection(![502, 503, 504].includes(response.status))
  if (!response.ok) throw await problemOf(response)
  if (response.status === 204) return undefined as T
  return (await response.json()) as T
}
