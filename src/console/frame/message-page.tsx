import { Button } from 'antd'
import type { ReactNode } from 'react'
import { text, type Text } from '#engine/result/result'
import { ApiProblem, wordsOf } from '#console/api/api-problem'
import { useLanguage } from '#console/language/language'
import './message.css'

interface MessagePageProps {
  readonly title: Text
  readonly says: Text
  readonly children?: ReactNode
}

/** A page that has only something to say: what, why, and the way on. */
export function MessagePage({ title, says, children }: MessagePageProps) {
  const { t } = useLanguage()
  return (
    <section className="message-page">
      <h1>{t(title)}</h1>
      <p>{t(says)}</p>
      <div className="message-ways">{children}</div>
    </section>
  )
}

const words = {
  missing: text('没有这个页面', 'No such page'),
  missingSays: text(
    '地址可能已变更，或您的岗位看不到该内容。',
    'The address may have changed, or your posts do not show it to you.',
  ),
  home: text('回到首页', 'Go home'),
  again: text('重试', 'Try again'),
}

/** An unknown page and a forbidden one read the same. */
export function NotFoundPage() {
  const { t } = useLanguage()
  return (
    <MessagePage title={words.missing} says={words.missingSays}>
      <Button type="primary" href="/">
        {t(words.home)}
      </Button>
    </MessagePage>
  )
}

/** Whatever a page throws ends here, in words, with a way to try again. */
export function ErrorPage({ error, reset }: { readonly error: unknown; readonly reset: () => void }) {
  const { t } = useLanguage()
  if (error instanceof ApiProblem && error.status === 404) return <NotFoundPage />
  const { message, remedy } = wordsOf(error)
  return (
    <MessagePage title={message} says={remedy}>
      <Button type="primary" onClick={error instanceof ApiProblem ? reset : () => window.location.reload()}>
        {t(words.again)}
      </Button>
      <Button href="/">{t(words.home)}</Button>
    </MessagePage>
  )
}
