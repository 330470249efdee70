import { useQueryClient } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { Drawer } from 'antd'
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import type { Role } from '#engine/records/role.data'
import { text } from '#engine/result/result'
import { useLive } from '#console/api/live'
import { useSession } from '#console/api/session'
import { useLanguage } from '#console/language/language'
import { readStored, writeStored } from '#console/preferences/stored-value'
import { useRegistry } from '#console/registry-context'
import { useAddress } from '#console/router/go'
import { useMedia } from '#console/tokens/theme'
import { breakpoints } from '#console/tokens/tokens'
import { BottomBar } from './bottom-bar'
import { ConnectionBanner } from './connection-banner'
import { navOf } from './nav'
import { NavList, SideNav } from './side-nav'
import { TopBar } from './top-bar'
import './frame.css'

const Palette = lazy(() => import('./palette').then((room) => ({ default: room.Palette })))

const words = { skip: text('跳到正文', 'Skip to content'), navigation: text('导航', 'Navigation') }

/** ⌘K or Ctrl K anywhere opens the search over everything. */
function usePaletteKey(open: () => void) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.metaKey || event.ctrlKey) || event.key.toLowerCase() !== 'k') return
      event.preventDefault()
      open()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [open])
}

/** After a move the reader stands at the top of the new page, also the one who hears it. */
function useFocusOnMove() {
  const { path } = useAddress()
  const main = useRef<HTMLElement>(null)
  const seen = useRef(path)
  useEffect(() => {
    if (seen.current === path) return
    seen.current = path
    main.current?.focus({ preventScroll: true })
  }, [path])
  return main
}

/** What somebody else has changed is read again. */
function useFreshness() {
  const queries = useQueryClient()
  useLive((event) => {
    void queries.invalidateQueries(event.record ? { queryKey: ['record', event.record] } : {})
  })
}

function useFold() {
  const narrow = useMedia(`(max-width: ${breakpoints.rail}px)`)
  const [own, setOwn] = useState(() => readStored<boolean | null>('nav-folded', null))
  const fold = (folded: boolean) => {
    setOwn(folded)
    writeStored('nav-folded', folded)
  }
  return { folded: own ?? narrow, fold }
}

/** Navigation, top bar and the page. */
export function Frame() {
  const { t } = useLanguage()
  const registry = useRegistry()
  const session = useSession()
  const [menu, setMenu] = useState(false)
  const [palette, setPalette] = useState(false)
  const { folded, fold } = useFold()
  const main = useFocusOnMove()
  const groups = useMemo(() => navOf(registry, Object.keys(session.reach) as Role[]), [registry, session])
  const openPalette = useMemo(() => () => setPalette(true), [])
  usePaletteKey(openPalette)
  useFreshness()
  return (
    <div className="frame" data-folded={folded || undefined}>
      <a className="skip" href="#main">
        {t(words.skip)}
      </a>
      <SideNav groups={groups} folded={folded} onFold={fold} />
      <div className="frame-body">
        <TopBar onMenu={() => setMenu(true)} onSearch={openPalette} />
        <ConnectionBanner />
        <main id="main" ref={main} tabIndex={-1}>
          <Suspense fallback={<div className="page-wait" aria-busy="true" />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
      <BottomBar groups={groups} onMore={() => setMenu(true)} />
      <Drawer
        open={menu}
        onClose={() => setMenu(false)}
        placement="left"
        size={280}
        title={t(words.navigation)}
        className="nav-drawer"
      >
        <nav aria-label={t(words.navigation)}>
          <NavList groups={groups} onGo={() => setMenu(false)} />
        </nav>
      </Drawer>
      {palette && (
        <Suspense fallback={null}>
          <Palette groups={groups} onClose={() => setPalette(false)} />
        </Suspense>
      )}
    </div>
  )
}
