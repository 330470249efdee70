import { MenuOutlined, SearchOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { PeriodSwitcher } from './period-switcher'
import { PersonMenu } from './person-menu'
import { UnitSwitcher } from './unit-switcher'

const words = {
  bar: text('单位、期间与账户', 'Unit, period and account'),
  menu: text('打开导航', 'Open navigation'),
  search: text('搜索', 'Search'),
  other: text('English', '中文'),
}

interface TopBarProps {
  readonly onMenu: () => void
  readonly onSearch: () => void
}

/** The upper side of the frame. */
export function TopBar({ onMenu, onSearch }: TopBarProps) {
  const { t, language, setLanguage } = useLanguage()
  const mac = navigator.userAgent.includes('Mac')
  return (
    <header className="frame-top" aria-label={t(words.bar)}>
      <Button
        type="text"
        className="phone-only"
        icon={<MenuOutlined />}
        aria-label={t(words.menu)}
        onClick={onMenu}
      />
      <UnitSwitcher />
      <PeriodSwitcher />
      <span className="frame-space" />
      <Button className="search-button" onClick={onSearch}>
        <SearchOutlined aria-hidden="true" />
        <span className="search-words">{t(words.search)}</span>
        <kbd aria-hidden="true">{mac ? '⌘K' : 'Ctrl K'}</kbd>
      </Button>
      <Button
        type="text"
        className="wide-only"
        lang={language === 'zh' ? 'en' : 'zh'}
        onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
      >
        {t(words.other)}
      </Button>
      <PersonMenu />
    </header>
  )
}
