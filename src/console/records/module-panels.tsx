import { Skeleton } from 'antd'
import { lazy, Suspense, type ComponentType } from 'react'
import type { RecordType } from '#engine/records/record'
import type { ReplyRow } from '#engine/records/reply'
import { useRegistry } from '#console/registry-context'
import type { ModulePanel } from '../module'

type PanelOf = ComponentType<{ readonly row: ReplyRow }>

const loaded = new WeakMap<ModulePanel['load'], PanelOf>()

/** One lazy component a panel, however often its page is opened. */
function panelOf(load: ModulePanel['load']): PanelOf {
  const known = loaded.get(load) ?? lazy(() => load().then(({ Panel }) => ({ default: Panel })))
  loaded.set(load, known)
  return known
}

interface ModulePanelsProps {
  readonly record: RecordType
  readonly row: ReplyRow
}

/** What modules show on the page of a row, each from its own chunk. */
export function ModulePanels({ record, row }: ModulePanelsProps) {
  const { modules } = useRegistry()
  const panels = modules.flatMap((one) => one.panels ?? []).filter((panel) => panel.record === record.name)
  return panels.map(({ load }, index) => {
    const Panel = panelOf(load)
    return (
      <Suspense key={index} fallback={<Skeleton active paragraph={{ rows: 4 }} />}>
        <Panel row={row} />
      </Suspense>
    )
  })
}
