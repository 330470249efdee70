import { EllipsisOutlined } from '@ant-design/icons'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { GoLink } from '#console/router/go'
import { NavIcon } from './nav-icon'
import type { NavGroup } from './nav'

const words = { more: text('更多', 'More'), quick: text('快捷导航', 'Quick navigation') }
const within = 4

/** On phones: the first groups within reach of the thumb, the rest behind “more”. */
export function BottomBar({
  groups,
  onMore,
}: {
  readonly groups: readonly NavGroup[]
  readonly onMore: () => void
}) {
  const { t } = useLanguage()
  return (
    <nav className="frame-bottom" aria-label={t(words.quick)}>
      {groups.slice(0, within).map((group) => (
        <GoLink key={group.name} to={group.entries[0]?.to ?? '/'}>
          <NavIcon group={group.name} />
          <span>{t(group.label)}</span>
        </GoLink>
      ))}
      <button type="button" className="plain-button" onClick={onMore}>
        <span className="nav-icon">
          <EllipsisOutlined aria-hidden="true" />
        </span>
        <span>{t(words.more)}</span>
      </button>
    </nav>
  )
}
