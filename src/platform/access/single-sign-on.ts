import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  type Configuration,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import type { Config } from '#platform/config/config'

/** What the browser keeps between leaving for the provider and coming back: proof that it is the same one. */
export interface Attempt {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** Whom the provider vouches for. */
export interface Vouched {
  readonly subject: string
  /** The value of the configured claim; the subject itself where that is `sub`. */
  readonly claim: string
}

export interface SingleSignOn {
  /** The provider's address to go to, and what to keep until the return. */
  begin(): Promise<{ address: string; attempt: Attempt }>
  /** Exchanges the code of the return address; throws where state, nonce, signature or code do not fit. */
  complete(returned: URL, attempt: Attempt): Promise<Vouched>
}

export const returnPath = '/api/session/oidc/callback'

/** A provider on loopback, for tests and trials, may speak plain http; the settings refuse it anywhere else. */
const overHttp = (issuer: URL) => issuer.protocol === 'http:'

async function claimOf(
  configuration: Configuration,
  given: { claims: Readonly<Record<string, unknown>>; token: string; subject: string; name: string },
): Promise<string> {
  const { claims, token, subject, name } = given
  const value = claims[name] ?? (await fetchUserInfo(configuration, token, subject))[name]
  return typeof value === 'string' ? value : ''
}

/** Sign-in by the authorization code flow with PKCE, state and nonce; undefined where no provider is configured. */
export function openSingleSignOn(config: Config): SingleSignOn | undefined {
  if (!config.oidcIssuer || !config.oidcClient || !config.publicUrl) return undefined
  const issuer = new URL(config.oidcIssuer)
  let known: Promise<Configuration> | undefined
  // Asked for when it is first needed: the server must start while the provider is away.
  const configuration = () =>
    (known ??= discovery(issuer, config.oidcClient, config.oidcSecret || undefined, undefined, {
      ...(overHttp(issuer) && { execute: [allowInsecureRequests] }),
    }).catch((error: unknown) => {
      known = undefined
      throw error
    }))
  return {
    async begin() {
      const attempt = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() }
      const address = buildAuthorizationUrl(await configuration(), {
        redirect_uri: `${config.publicUrl}${returnPath}`,
        scope: 'openid profile',
        code_challenge: await calculatePKCECodeChallenge(attempt.verifier),
        code_challenge_method: 'S256',
        state: attempt.state,
        nonce: attempt.nonce,
      })
      return { address: address.href, attempt }
    },
    async complete(returned, attempt) {
      const tokens = await authorizationCodeGrant(await configuration(), returned, {
        pkceCodeVerifier: attempt.verifier,
        expectedState: attempt.state,
        expectedNonce: attempt.nonce,
        idTokenExpected: true,
      })
      const claims = tokens.claims()
      const subject = claims?.sub ?? ''
      const name = config.oidcClaim
      const given = { claims: { ...claims }, token: tokens.access_token, subject, name }
      return { subject, claim: name === 'sub' ? subject : await claimOf(await configuration(), given) }
    },
  }
}
