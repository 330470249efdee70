import { LockOutlined, UserOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Input } from 'antd'
import { useId, useState, type FormEvent } from 'react'
import type { DemoAccount } from '#engine/records/session'
import { text } from '#engine/result/result'
import { wordsOf } from '#console/api/api-problem'
import { demoQuery, type SignIn, sessionQuery, signIn } from '#console/api/session'
import { useLanguage } from '#console/language/language'
import { useAddress, useGo } from '#console/router/go'
import { BrandMark, productLine, productName } from './brand'
import { RecoveryCodes } from './recovery-codes'
import { isNextStep, noSteps, StepFields, useSteps } from './sign-in-steps'
import { SignInScene } from './sign-in-scene'
import './sign-in.css'

const words = {
  title: text('登录', 'Sign in'),
  account: text('账号', 'Account'),
  password: text('密码', 'Password'),
  enter: text('登录', 'Sign in'),
  demo: text('演示账号', 'Demonstration accounts'),
  demoSays: text('点一下即可进入，看到该岗位的界面', 'One click enters with the view of that post'),
  other: text('English', '中文'),
  sso: text('统一身份认证登录', 'Single sign-on'),
  ssoRefused: text(
    '统一身份认证未能登录，请重试，或请系统管理员核对账号绑定',
    'Single sign-on did not sign you in; try again, or ask whether your account is bound.',
  ),
  needAccount: text('请填写账号和密码', 'Fill in account and password.'),
}

/** Only a path of this console is gone back to: a link must not lead to a stranger's site. */
const safeReturn = (then: string | undefined): string =>
  then && /^\/(?![/\\])/.test(then) && !then.startsWith('/sign-in') ? then : '/'

interface Told {
  readonly codes: readonly string[]
  readonly seen: () => void
}

function useEnter(show: (told: Told) => void) {
  const queries = useQueryClient()
  const go = useGo()
  const { search } = useAddress()
  return useMutation({
    mutationFn: async ({ account, password, code, new_password }: SignIn) => {
      const more = { ...(code && { code }), ...(new_password && { new_password }) }
      const { recovery_codes } = await signIn({ account, password, ...more })
      // Told this once: whoever has seen them goes on.
      if (recovery_codes) await new Promise<void>((seen) => show({ codes: recovery_codes, seen }))
    },
    onSuccess: async () => {
      queries.removeQueries({ queryKey: sessionQuery.queryKey })
      await queries.fetchQuery(sessionQuery)
      const [path = '/', query = ''] = safeReturn(search.then).split('?')
      go(path, { search: Object.fromEntries(new URLSearchParams(query)) })
    },
  })
}

type Enter = ReturnType<typeof useEnter>

function DemoCards({ enter }: { readonly enter: Enter }) {
  const { t } = useLanguage()
  const { data } = useQuery({ ...demoQuery, retry: false })
  const id = useId()
  if (!data?.accounts.length) return null
  return (
    <section className="demo" aria-labelledby={id}>
      <h2 id={id}>{t(words.demo)}</h2>
      <p className="quiet">{t(words.demoSays)}</p>
      <ul>
        {data.accounts.map((demo: DemoAccount) => (
          <li key={demo.account}>
            <button
              type="button"
              className="demo-card"
              disabled={enter.isPending}
              onClick={() => enter.mutate(demo)}
            >
              <strong>{t(demo.name)}</strong>
              <span>{t(demo.sees)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function SignInForm({ enter }: { readonly enter: Enter }) {
  const { t } = useLanguage()
  const id = useId()
  const [account, setAccount] = useState('')
  const [password, setPassword] = useState('')
  const [empty, setEmpty] = useState(false)
  const [more, setMore] = useState(noSteps)
  const steps = useSteps(enter.error)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const missing = !account.trim() || !password
    setEmpty(missing)
    if (!missing) enter.mutate({ account: account.trim(), password, ...more })
  }
  const problem = enter.error ? wordsOf(enter.error) : undefined
  return (
    <form className="sign-in-form" onSubmit={submit} noValidate>
      {empty && <Alert type="warning" title={t(words.needAccount)} role="alert" />}
      {problem && !empty && (
        <Alert
          type={isNextStep(enter.error) ? 'info' : 'error'}
          title={t(problem.message)}
          description={t(problem.remedy)}
          role="alert"
        />
      )}
      <label htmlFor={`${id}-account`}>{t(words.account)}</label>
      <Input
        id={`${id}-account`}
        size="large"
        autoComplete="username"
        autoFocus
        prefix={<UserOutlined aria-hidden="true" />}
        value={account}
        onChange={(event) => setAccount(event.target.value)}
      />
      <label htmlFor={`${id}-password`}>{t(words.password)}</label>
      <Input.Password
        id={`${id}-password`}
        size="large"
        autoComplete="current-password"
        prefix={<LockOutlined aria-hidden="true" />}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <StepFields
        steps={steps}
        values={more}
        credentials={{ account: account.trim(), password }}
        error={enter.error}
        onChange={setMore}
      />
      <Button type="primary" size="large" htmlType="submit" block loading={enter.isPending}>
        {t(words.enter)}
      </Button>
    </form>
  )
}

/** The way through the city's own identity provider, where there is one. */
function SingleSignOn() {
  const { t } = useLanguage()
  const { search } = useAddress()
  const { data } = useQuery({ ...demoQuery, retry: false })
  if (!data?.single_sign_on) return null
  const then = encodeURIComponent(safeReturn(search.then))
  return (
    <>
      {search.sso === 'refused' && <Alert type="error" role="alert" title={t(words.ssoRefused)} />}
      <Button size="large" block href={`/api/session/oidc?then=${then}`}>
        {t(words.sso)}
      </Button>
    </>
  )
}

/** The first thing anyone sees. */
export function SignInPage() {
  const { t, language, setLanguage } = useLanguage()
  const [told, setTold] = useState<Told>()
  const enter = useEnter(setTold)
  return (
    <div className="sign-in">
      <SignInScene />
      <main className="sign-in-side">
        <div className="sign-in-top">
          <Button
            type="text"
            lang={language === 'zh' ? 'en' : 'zh'}
            onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
          >
            {t(words.other)}
          </Button>
        </div>
        <div className="sign-in-box">
          <header>
            <BrandMark size={44} />
            <div>
              <h1>
                {t(productName)}
                <span className="visually-hidden">{t(words.title)}</span>
              </h1>
              <p className="quiet">{t(productLine)}</p>
            </div>
          </header>
          <SignInForm enter={enter} />
          <SingleSignOn />
          {told && (
            <RecoveryCodes
              codes={told.codes}
              onClose={() => {
                setTold(undefined)
                told.seen()
              }}
            />
          )}
          <DemoCards enter={enter} />
        </div>
      </main>
    </div>
  )
}
