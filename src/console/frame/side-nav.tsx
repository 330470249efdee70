import { DownOutlined, MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons'
import { Dropdown, Tooltip } from 'antd'
import { useState } from 'react'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { GoLink, useAddress, useGo } from '#console/router/go'
import { Brand } from './brand'
import { NavIcon } from './nav-icon'
import type { NavGroup } from './nav'

const words = {
  navigation: text('主导航', 'Main navigation'),
  fold: text('收起导航', 'Collapse navigation'),
  unfold: text('展开导航', 'Expand navigation'),
}

interface GroupProps {
  readonly group: NavGroup
  readonly folded: boolean
  /** There is room for every group to stand open. */
  readonly isRoomy: boolean
  readonly onGo?: (() => void) | undefined
}

const holds = (group: NavGroup, path: string) =>
  group.entries.some((entry) => path === entry.to || path.startsWith(`${entry.to}/`))

function SingleGroup({ group, folded, onGo }: GroupProps) {
  const { t } = useLanguage()
  const entry = group.entries[0]
  if (!entry) return null
  const link = (
    <GoLink to={entry.to} className="nav-head" {...(onGo && { onClick: onGo })}>
      <NavIcon group={group.name} />
      <span className={folded ? 'visually-hidden' : 'nav-label'}>
        {t(folded ? group.label : entry.label)}
      </span>
    </GoLink>
  )
  return (
    <li>
      {folded ? (
        <Tooltip title={t(group.label)} placement="right">
          {link}
        </Tooltip>
      ) : (
        link
      )}
    </li>
  )
}

function OpenGroup({ group, isRoomy, onGo }: GroupProps) {
  const { t } = useLanguage()
  const { path } = useAddress()
  const here = holds(group, path)
  const [open, setOpen] = useState<boolean>()
  const isOpen = open ?? (isRoomy || here)
  return (
    <li>
      <button
        type="button"
        className="nav-head plain-button"
        data-here={here || undefined}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <NavIcon group={group.name} />
        <span className="nav-label">{t(group.label)}</span>
        <DownOutlined className="nav-arrow" data-open={isOpen || undefined} aria-hidden="true" />
      </button>
      {isOpen && (
        <ul>
          {group.entries.map((entry) => (
            <li key={entry.to}>
              <GoLink to={entry.to} className="nav-entry" {...(onGo && { onClick: onGo })}>
                {t(entry.label)}
              </GoLink>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

/** On the narrow bar a group of several pages opens as a menu beside its icon. */
function FoldedGroup({ group }: GroupProps) {
  const { t } = useLanguage()
  const { path } = useAddress()
  const go = useGo()
  return (
    <li>
      <Dropdown
        trigger={['click']}
        placement="topRight"
        menu={{
          items: group.entries.map((entry) => ({
            key: entry.to,
            label: t(entry.label),
            onClick: () => go(entry.to),
          })),
        }}
      >
        <button
          type="button"
          className="nav-head plain-button"
          aria-haspopup="menu"
          title={t(group.label)}
          data-here={holds(group, path) || undefined}
        >
          <NavIcon group={group.name} />
          <span className="visually-hidden">{t(group.label)}</span>
        </button>
      </Dropdown>
    </li>
  )
}

interface NavListProps {
  readonly groups: readonly NavGroup[]
  readonly folded?: boolean
  readonly onGo?: () => void
}

/** So many pages fit a screen one below the other; of more, only the group that one is in stands open by itself. */
const mostOpen = 20

/** The groups of the navigation; shared by the side bar and the drawer on phones. */
export function NavList({ groups, folded = false, onGo }: NavListProps) {
  const isRoomy = groups.reduce((sum, { entries }) => sum + entries.length, 0) <= mostOpen
  return (
    <ul className="nav-groups">
      {groups.map((group) => {
        const Fitting = group.entries.length === 1 ? SingleGroup : folded ? FoldedGroup : OpenGroup
        return <Fitting key={group.name} {...{ group, folded, isRoomy, onGo }} />
      })}
    </ul>
  )
}

interface SideNavProps {
  readonly groups: readonly NavGroup[]
  readonly folded: boolean
  readonly onFold: (folded: boolean) => void
}

/** The left side of the frame on a desktop. */
export function SideNav({ groups, folded, onFold }: SideNavProps) {
  const { t } = useLanguage()
  return (
    <nav className="frame-nav" data-folded={folded || undefined} aria-label={t(words.navigation)}>
      <Brand folded={folded} />
      <div className="nav-scroll">
        <NavList groups={groups} folded={folded} />
      </div>
      <button type="button" className="nav-fold plain-button" onClick={() => onFold(!folded)}>
        {folded ? <MenuUnfoldOutlined aria-hidden="true" /> : <MenuFoldOutlined aria-hidden="true" />}
        <span className={folded ? 'visually-hidden' : 'nav-label'}>
          {t(folded ? words.unfold : words.fold)}
        </span>
      </button>
    </nav>
  )
}
