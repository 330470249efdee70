// A real OpenID Connect provider on loopback, as a process of its own; prints its address. Any login name is accepted:
// the name is the subject, and `preferred_username` what the name says before its first dot.
import { createServer } from 'node:http'
import Provider from 'oidc-provider'

const [client, secret, redirect] = process.argv.slice(2)
const server = createServer()
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
const issuer = `http://127.0.0.1:${server.address().port}`
const provider = new Provider(issuer, {
  clients: [
    {
      client_id: client,
      client_secret: secret,
      redirect_uris: [redirect],
      response_types: ['code'],
      grant_types: ['authorization_code'],
    },
  ],
  pkce: { required: () => true },
  claims: { openid: ['sub'], profile: ['preferred_username'] },
  cookies: { keys: ['of the test'] },
  findAccount: (_context, id) => ({
    accountId: id,
    claims: () => ({ sub: id, preferred_username: id.split('.')[0] }),
  }),
})
server.on('request', provider.callback())
console.log(issuer)
process.on('SIGTERM', () => process.exit(0))
