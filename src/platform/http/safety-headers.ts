import type { Config } from '#platform/config/config'

/** What a reply of the API may do in a browser: nothing. Pages bring their own policy. */
const inertPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

const yearInSeconds = 31_536_000

const switchedOff = ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'serial', 'bluetooth', 'midi']

/** Headers of every reply; over https browsers are told never to come without. */
export const safetyHeaders = (config: Config): Readonly<Record<string, string>> => ({
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'permissions-policy': switchedOff.map((name) => `${name}=()`).join(', '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy': inertPolicy,
  ...(config.secureCookies === 'yes' && { 'strict-transport-security': `max-age=${yearInSeconds}` }),
})

/**
 * The console's page: scripts from here only, styles from here or with this reply's nonce. What remains open are style
 * attributes: charts write the HTML of their tooltips with them.
 */
export const pagePolicy = (nonce: string): string =>
  [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    `style-src-elem 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ')

/** A page without scripts whose one style block has this digest (base64 of SHA-256); fonts are our own. */
export const plainPagePolicy = (styleDigest: string): string =>
  `default-src 'none'; style-src 'sha256-${styleDigest}'; font-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`
