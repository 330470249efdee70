import type { ComponentType } from 'react'
import type { Role } from '#engine/records/role.data'
import type { ReplyRow } from '#engine/records/reply'
import type { Text } from '#engine/result/result'
import type { NavGroupName } from './frame/nav-groups.data'

export interface NavEntry {
  readonly group: NavGroupName
  readonly label: Text
  /** The page's path, such as `/board`. Unit and period are carried along. */
  readonly to: string
  /** Only for posts with one of these roles; absent: everyone. */
  readonly roles?: readonly Role[]
  /** Entries of a group stand in this order; record lists come at 100. */
  readonly order?: number
}

export interface ModulePage {
  /** A path of the router, with parameters as `$name`: `/explain/$indicator`. */
  readonly path: string
  /** Own chunk: `() => import('./board-page').then((page) => ({ Page: page.BoardPage }))`. */
  readonly load: () => Promise<{ readonly Page: ComponentType }>
  /** `bare`: without navigation and top bar, for the big screen and print. */
  readonly frame?: 'console' | 'bare'
}

/** A panel of a module's own on the page of a row, above what belongs to it. */
export interface ModulePanel {
  /** The record type on whose page it stands, by name. */
  readonly record: string
  readonly load: () => Promise<{ readonly Panel: ComponentType<{ readonly row: ReplyRow }> }>
}

/** What a business module adds to the console. */
export interface ConsoleModule {
  readonly name: string
  readonly nav?: readonly NavEntry[]
  readonly pages?: readonly ModulePage[]
  readonly panels?: readonly ModulePanel[]
  /** Where a person of these roles begins; the first module that answers wins, before the first navigation entry. */
  readonly home?: (roles: readonly Role[]) => string | undefined
  /** Record types that have a better page than the generic list, by name: left out of the navigation. */
  readonly unlisted?: readonly string[]
}
