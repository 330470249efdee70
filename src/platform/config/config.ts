import { fail, ok, type Result } from '#engine/result/result'

/** One setting from the environment: its documentation is generated from here (docs/reference/configuration.md). */
interface Setting<T> {
  readonly name: string
  readonly says: string
  readonly otherwise: T
  readonly read: (raw: string) => T | undefined
  /** What a value must look like, for the error message. */
  readonly form: string
  /** What was given is never repeated in a message. */
  readonly secret?: true
}

const whole = (min: number, max: number) => ({
  read: (raw: string) => {
    const number = Number(raw)
    return Number.isInteger(number) && number >= min && number <= max ? number : undefined
  },
  form: `a whole number from ${min} to ${max}`,
})

const oneOf = <const O extends readonly string[]>(...options: O) => ({
  read: (raw: string): O[number] | undefined => options.find((option) => option === raw),
  form: `one of ${options.join(', ')}`,
})

const anyText = { read: (raw: string) => raw, form: 'text' }

const setting = <T>(given: Setting<T>): Setting<T> => given

export const settings = {
  host: setting({
    name: 'YIPANQI_HOST',
    says: 'Address to listen on. Put a reverse proxy with TLS in front before leaving loopback.',
    otherwise: '127.0.0.1',
    ...anyText,
  }),
  port: setting({
    name: 'YIPANQI_PORT',
    says: 'Port to listen on; 0 takes a free one.',
    otherwise: 8080,
    ...whole(0, 65535),
  }),
  databaseUrl: setting({
    name: 'DATABASE_URL',
    says: 'PostgreSQL 15 or later (postgres://…), for real data. Empty: the embedded database, for trying out and small offices.',
    otherwise: '',
    read: (raw) => (/^postgres(ql)?:\/\/.+/.test(raw) ? raw : undefined),
    form: 'a postgres:// address',
  }),
  dataFolder: setting({
    name: 'YIPANQI_DATA',
    says: 'Folder of the embedded database and of files.',
    otherwise: 'data',
    ...anyText,
  }),
  world: setting<'demo' | 'empty'>({
    name: 'YIPANQI_WORLD',
    says: 'What an empty database is filled with: demo (published facts and the sample zone) or empty.',
    otherwise: 'demo',
    ...oneOf('demo', 'empty'),
  }),
  sampleSize: setting<'small' | 'full'>({
    name: 'YIPANQI_SAMPLE',
    says: 'Size of the sample zone in a demo world: small or full.',
    otherwise: 'full',
    ...oneOf('small', 'full'),
  }),
  poolSize: setting({
    name: 'YIPANQI_POOL',
    says: 'Connections to PostgreSQL.',
    otherwise: 10,
    ...whole(1, 200),
  }),
  statementSeconds: setting({
    name: 'YIPANQI_STATEMENT_SECONDS',
    says: 'Seconds after which a statement that PostgreSQL has not answered is given up, and the request answered with 503.',
    otherwise: 60,
    ...whole(1, 3600),
  }),
  requestSeconds: setting({
    name: 'YIPANQI_REQUEST_SECONDS',
    says: 'Seconds for which a client may be slow before it is cut off: in sending headers; in sending a body or taking a reply, beyond the time that 16 kB a second take.',
    otherwise: 60,
    ...whole(1, 3600),
  }),
  sessionHours: setting({
    name: 'YIPANQI_SESSION_HOURS',
    says: 'Hours after which a session ends, however busy.',
    otherwise: 12,
    ...whole(1, 168),
  }),
  idleMinutes: setting({
    name: 'YIPANQI_IDLE_MINUTES',
    says: 'Minutes without a request after which a session ends.',
    otherwise: 60,
    ...whole(1, 1440),
  }),
  passwordLength: setting({
    name: 'YIPANQI_PASSWORD_LENGTH',
    says: 'Least characters of a new password; three of four kinds of characters are needed as well.',
    otherwise: 10,
    ...whole(8, 64),
  }),
  passwordDays: setting({
    name: 'YIPANQI_PASSWORD_DAYS',
    says: 'Days after which a password must be changed at sign-in; 0: never. Set 90 for real data (GB/T 22239 level 3).',
    otherwise: 0,
    ...whole(0, 366),
  }),
  secondFactor: setting<'optional' | 'administrators' | 'everyone'>({
    name: 'YIPANQI_SECOND_FACTOR',
    says: 'Who must sign in with a code of an authenticator app as well; set administrators, or everyone, for real data.',
    otherwise: 'optional',
    ...oneOf('optional', 'administrators', 'everyone'),
  }),
  publicUrl: setting({
    name: 'YIPANQI_PUBLIC_URL',
    says: 'Address by which browsers reach the server, such as https://board.example.gov.cn; single sign-on returns there.',
    otherwise: '',
    read: (raw) => (/^https?:\/\/[^\s/]+$/.test(raw) ? raw : undefined),
    form: 'an http(s) address without a path',
  }),
  oidcIssuer: setting({
    name: 'YIPANQI_OIDC_ISSUER',
    says: 'Address of the OpenID Connect provider (统一身份认证); empty: no single sign-on.',
    otherwise: '',
    read: (raw) =>
      /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/]).+/.test(raw) ? raw : undefined,
    form: 'an https address (http on loopback only)',
  }),
  oidcClient: setting({
    name: 'YIPANQI_OIDC_CLIENT',
    says: 'Client id at the provider.',
    otherwise: '',
    ...anyText,
  }),
  oidcSecret: setting({
    name: 'YIPANQI_OIDC_SECRET',
    says: 'Client secret at the provider; empty for a public client, which PKCE protects.',
    otherwise: '',
    ...anyText,
  }),
  oidcClaim: setting({
    name: 'YIPANQI_OIDC_CLAIM',
    says: 'Claim that holds the account name here. sub: matched by the subject bound to the account (yipanqi account bind).',
    otherwise: 'sub',
    ...anyText,
  }),
  trustProxy: setting({
    name: 'YIPANQI_TRUST_PROXY',
    says: 'Addresses of the reverse proxies in front, separated by commas: only they may say by X-Forwarded-For who asks.',
    otherwise: '',
    read: (raw) => (/^[0-9a-fA-F.:/, ]+$/.test(raw) ? raw : undefined),
    form: 'addresses or networks such as 127.0.0.1, 10.0.0.0/8',
  }),
  rateSignIn: setting({
    name: 'YIPANQI_RATE_SIGN_IN',
    says: 'Refused sign-ins a minute from one address, more wait; 0: no limit.',
    otherwise: 30,
    ...whole(0, 100_000),
  }),
  rateVisitor: setting({
    name: 'YIPANQI_RATE_VISITOR',
    says: 'API requests a minute from one address without being signed in; 0: no limit.',
    otherwise: 600,
    ...whole(0, 10_000_000),
  }),
  rateSession: setting({
    name: 'YIPANQI_RATE_SESSION',
    says: 'API requests a minute of one session; 0: no limit.',
    otherwise: 6000,
    ...whole(0, 10_000_000),
  }),
  unmaskPerHour: setting({
    name: 'YIPANQI_UNMASK_PER_HOUR',
    says: 'Rows whose personal data one person may unmask in an hour, each with its reason.',
    otherwise: 20,
    ...whole(0, 1000),
  }),
  secureCookies: setting<'yes' | 'no'>({
    name: 'YIPANQI_SECURE_COOKIES',
    says: 'yes behind TLS: cookies are sent over https only, and browsers are told never to come without (HSTS).',
    otherwise: 'no',
    ...oneOf('yes', 'no'),
  }),
  uploadMegabytes: setting({
    name: 'YIPANQI_UPLOAD_MB',
    says: 'Largest file taken, in MB.',
    otherwise: 50,
    ...whole(1, 1024),
  }),
  masterKey: setting({
    name: 'YIPANQI_MASTER_KEY',
    says: 'Encrypts files and sealed fields at rest: an SM4 key, better in a file only the server can read (one key a line, the current first). Empty: nothing is encrypted. Lost, what it encrypted is lost.',
    otherwise: '',
    read: (raw) => (/^[0-9a-f]{32}$/i.test(raw) || /[/\\.]/.test(raw) ? raw : undefined),
    form: '32 hex digits, or the path of a key file',
    secret: true,
  }),
  sealKeyFile: setting({
    name: 'YIPANQI_SEAL_KEY_FILE',
    says: 'File with an SM2 private key (64 hex digits) that signs every seal of the ledger. Empty: seals are chained but not signed.',
    otherwise: '',
    ...anyText,
  }),
  sealMinutes: setting({
    name: 'YIPANQI_SEAL_MINUTES',
    says: 'Minutes between two sealings of the ledger by the server; 0 leaves it to the command line.',
    otherwise: 5,
    ...whole(0, 1440),
  }),
  lampMinutes: setting({
    name: 'YIPANQI_LAMP_MINUTES',
    says: 'Minutes between two looks whether the lamps of projects have been judged today; 0 leaves them to whoever changes a row they are read from.',
    otherwise: 10,
    ...whole(0, 1440),
  }),
  retentionDays: setting({
    name: 'YIPANQI_RETENTION_DAYS',
    says: 'Days for which events are kept before `ledger purge` may remove them. The law asks for six months: less than 180 is refused.',
    otherwise: 1095,
    ...whole(180, 36_500),
    form: 'a whole number of days, 180 or more (Cybersecurity Law, Art. 21: logs are kept for at least six months)',
  }),
  backupFolder: setting({
    name: 'YIPANQI_BACKUP_FOLDER',
    says: 'Folder in which the server puts its own back-ups, better on another disk. Empty: it makes none. Several servers of a database make one between them when they share the folder.',
    otherwise: '',
    ...anyText,
  }),
  backupHours: setting({
    name: 'YIPANQI_BACKUP_HOURS',
    says: 'Hours between two back-ups of the server: what may be lost at worst.',
    otherwise: 24,
    ...whole(1, 720),
  }),
  backupKeep: setting({
    name: 'YIPANQI_BACKUP_KEEP',
    says: 'How many of its own back-ups the server keeps.',
    otherwise: 14,
    ...whole(1, 1000),
  }),
  metricsToken: setting({
    name: 'YIPANQI_METRICS_TOKEN',
    says: 'Bearer token with which /metrics may be read from other machines. Empty: from this machine only, and not through a proxy.',
    otherwise: '',
    read: (raw) => (/^[\w.~+/-]{24,200}=*$/.test(raw) ? raw : undefined),
    form: '24 to 200 letters, digits or any of . _ ~ + / - (make one with: openssl rand -hex 32)',
    secret: true,
  }),
  logLevel: setting<'debug' | 'info' | 'warn' | 'error' | 'silent'>({
    name: 'YIPANQI_LOG',
    says: 'Least severe level that is logged.',
    otherwise: 'info',
    ...oneOf('debug', 'info', 'warn', 'error', 'silent'),
  }),
} as const

export type Config = { readonly [K in keyof typeof settings]: (typeof settings)[K]['otherwise'] }

const prefixes = ['YIPANQI_']

/** Reads every setting, or returns every problem: an unknown YIPANQI_ name is one too, so that a typing error is seen. */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
): Result<Config, string[]> {
  const problems: string[] = []
  const entries = Object.entries(settings).map(([key, given]) => {
    const raw = environment[given.name]?.trim()
    if (!raw) return [key, given.otherwise]
    const value = (given as Setting<unknown>).read(raw)
    if (value === undefined)
      problems.push(`${given.name}=${'secret' in given ? '…' : raw.slice(0, 80)}: must be ${given.form}`)
    return [key, value]
  })
  const known = new Set<string>(Object.values(settings).map((given) => given.name))
  for (const name of Object.keys(environment))
    if (prefixes.some((prefix) => name.startsWith(prefix)) && !known.has(name))
      problems.push(`${name}: there is no such setting; see docs/reference/configuration.md`)
  return problems.length > 0 ? fail(problems) : ok(Object.fromEntries(entries) as Config)
}
