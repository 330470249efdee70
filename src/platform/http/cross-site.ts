import type { FastifyRequest } from 'fastify'
import { kernelError } from '#platform/errors/app-error'

const isForeign = (site: string | undefined) =>
  site !== undefined && site !== 'same-origin' && site !== 'none'

/** A port that its scheme implies is left out by browsers in `Origin`, but not by every proxy in `Host`. */
const bare = (host: string) => host.replace(/:(80|443)$/, '')

/** Whether the page that sends this lies elsewhere: `Origin` names it, scheme aside, which a proxy may have changed. */
function isElsewhere(request: FastifyRequest): boolean {
  const { origin } = request.headers
  if (origin === undefined) return false
  // A sandboxed or local page has no origin of its own ("null"): it is nobody's page.
  return !URL.canParse(origin) || bare(new URL(origin).host) !== bare(request.host)
}

/**
 * Refuses writes that another site's page could have sent with our cookie. Browsers say by `Sec-Fetch-Site`, older ones by
 * `Origin`, where a request comes from; whoever says neither must carry our header, which no foreign page or form can add.
 */
export function refuseCrossSite(request: FastifyRequest): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const site = request.headers['sec-fetch-site']
  const foreign = site === undefined ? isElsewhere(request) : isForeign(site)
  const silent = site === undefined && request.headers['x-yipanqi'] === undefined
  if (foreign || (silent && Boolean(request.headers.cookie))) throw kernelError('cross_site')
}
