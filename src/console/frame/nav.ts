import { addressOf, type RecordType } from '#engine/records/record'
import type { Role } from '#engine/records/role.data'
import { text, type Text } from '#engine/result/result'
import type { NavEntry } from '#console/module'
import type { Registry } from '#console/registry-context'
import { pluralLabel } from '#console/records/plural-label'
import { groupOfModule, navGroupNames, navGroups, type NavGroupName } from './nav-groups.data'

export interface NavGroup {
  readonly name: NavGroupName
  readonly label: Text
  readonly entries: readonly NavEntry[]
}

const isGroup = (name: string): name is NavGroupName => Object.hasOwn(navGroups, name)

function groupOf(record: RecordType): NavGroupName {
  return groupOfModule[record.module] ?? (isGroup(record.module) ? record.module : 'system')
}

const mayRead = (record: RecordType, roles: readonly Role[]) =>
  record.rights.read.some((right) => right === 'everyone' || roles.includes(right))

function recordEntries({ records, modules }: Registry, roles: readonly Role[]): NavEntry[] {
  const unlisted = new Set(modules.flatMap((module) => module.unlisted ?? []))
  return records
    .filter((record) => !unlisted.has(record.name) && mayRead(record, roles))
    .map((record) => ({
      group: groupOf(record),
      label: pluralLabel(record),
      to: `/records/${addressOf(record)}`,
      order: 100,
    }))
}

const dictionary: NavEntry = {
  group: 'system',
  label: text('数据字典', 'Data dictionary'),
  to: '/dictionary',
  order: 200,
}

/** The navigation of a person with these roles: modules' own entries, record lists, the dictionary; no empty groups. */
export function navOf(registry: Registry, roles: readonly Role[]): NavGroup[] {
  const own = registry.modules
    .flatMap((module) => module.nav ?? [])
    .filter((entry) => !entry.roles || entry.roles.some((role) => roles.includes(role)))
  const entries = [...own, ...recordEntries(registry, roles), dictionary]
  return navGroupNames
    .map((name) => ({
      name,
      label: navGroups[name],
      entries: entries
        .filter((entry) => entry.group === name)
        .sort((a, b) => (a.order ?? 50) - (b.order ?? 50)),
    }))
    .filter((group) => group.entries.length > 0)
}

/** Where a person of these roles begins. */
export function homeOf(registry: Registry, roles: readonly Role[]): string {
  for (const module of registry.modules) {
    const home = module.home?.(roles)
    if (home) return home
  }
  return navOf(registry, roles)[0]?.entries[0]?.to ?? '/dictionary'
}
