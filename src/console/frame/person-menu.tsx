import { CheckOutlined, DownOutlined, LogoutOutlined, UserOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Dropdown, type MenuProps } from 'antd'
import { roleLabels } from '#glossary/role-labels'
import type { SessionPost, SessionReply } from '#engine/records/session'
import { text, type Text } from '#engine/result/result'
import { sessionQuery, signOut, useSession } from '#console/api/session'
import { useLanguage } from '#console/language/language'
import { usePlace } from './place'
import { leavePreferences } from '#console/preferences/preferences'
import { useGo } from '#console/router/go'
import { densities, themeChoices, useTheme, type Density, type ThemeChoice } from '#console/tokens/theme'

const words = {
  account: text('个人与设置', 'Person and settings'),
  posts: text('岗位', 'Posts'),
  appearance: text('外观', 'Appearance'),
  density: text('行距', 'Row spacing'),
  language: text('语言', 'Language'),
  own: text('我的账号与登录', 'My account and sessions'),
  signOut: text('退出登录', 'Sign out'),
}
const themeNames: Readonly<Record<ThemeChoice, Text>> = {
  light: text('浅色', 'Light'),
  dark: text('深色', 'Dark'),
  system: text('跟随系统', 'Follow the system'),
}

const densityNames: Readonly<Record<Density, Text>> = {
  roomy: text('宽松', 'Roomy'),
  compact: text('紧凑', 'Compact'),
}

const unitName = (session: SessionReply, code: string): Text =>
  session.units.find((unit) => unit.code === code)?.name ?? text(code, code)

/** The post one stands in: that of the unit one looks at, else the first. Rights are those of all posts together. */
function useStandingPost(): SessionPost | undefined {
  const { posts } = useSession()
  const { unit } = usePlace()
  return posts.find((post) => post.unit_id === unit?.code) ?? posts[0]
}

/** Items of the menu: posts to stand in, appearance, language, the way out. */
function useItems(leave: () => void): MenuProps['items'] {
  const { t, language, setLanguage } = useLanguage()
  const { choice, setChoice, density, setDensity } = useTheme()
  const session = useSession()
  const go = useGo()
  const chosen = (is: boolean) => (is ? <CheckOutlined /> : <span className="menu-gap" />)
  const standing = useStandingPost()
  const several = session.posts.length > 1
  return [
    {
      type: 'group',
      label: t(words.posts),
      children: session.posts.map((post) => ({
        key: `post-${post.id}`,
        ...(several && { icon: chosen(post === standing) }),
        label: (
          <span className="menu-post">
            <span>{t(post.name) || t(roleLabels[post.role])}</span>
            <small>
              {[unitName(session, post.unit_id), post.organ]
                .filter((part) => part !== null)
                .map(t)
                .join(' · ')}
            </small>
          </span>
        ),
        onClick: () => go('.', { search: { unit: post.unit_id } }),
      })),
    },
    {
      type: 'group',
      label: t(words.appearance),
      children: themeChoices.map((name) => ({
        key: `theme-${name}`,
        label: t(themeNames[name]),
        icon: chosen(choice === name),
        onClick: () => setChoice(name),
      })),
    },
    {
      type: 'group',
      label: t(words.density),
      children: densities.map((name) => ({
        key: `density-${name}`,
        label: t(densityNames[name]),
        icon: chosen(density === name),
        onClick: () => setDensity(name),
      })),
    },
    {
      type: 'group',
      label: t(words.language),
      children: (['zh', 'en'] as const).map((name) => ({
        key: `language-${name}`,
        label: <span lang={name}>{name === 'zh' ? '中文' : 'English'}</span>,
        icon: chosen(language === name),
        onClick: () => setLanguage(name),
      })),
    },
    { type: 'divider' },
    { key: 'own', label: t(words.own), icon: <UserOutlined />, onClick: () => go('/account') },
    { key: 'leave', label: t(words.signOut), icon: <LogoutOutlined />, onClick: leave },
  ]
}

/** The person signed in, with posts, appearance, language and sign-out. */
export function PersonMenu() {
  const { t } = useLanguage()
  const session = useSession()
  const queries = useQueryClient()
  const go = useGo()
  const leave = () => {
    void leavePreferences()
      .then(signOut)
      .catch(() => undefined)
      .then(() => {
        go('/sign-in')
        queries.removeQueries({ queryKey: sessionQuery.queryKey })
      })
  }
  const items = useItems(leave)
  const post = useStandingPost()
  return (
    <Dropdown trigger={['click']} menu={{ items: items ?? [] }} placement="bottomRight">
      <Button type="text" className="person-button" aria-haspopup="menu">
        <span className="visually-hidden">{t(words.account)}：</span>
        <UserOutlined aria-hidden="true" />
        <span className="person-name">
          <span>{t(session.name)}</span>
          {post && <small>{t(post.name)}</small>}
        </span>
        <DownOutlined aria-hidden="true" className="person-arrow" />
      </Button>
    </Dropdown>
  )
}
