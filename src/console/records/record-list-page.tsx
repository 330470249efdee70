import { lazy, Suspense, useState } from 'react'
import type { RecordType } from '#engine/records/record'
import { useLanguage } from '#console/language/language'
import { PageHeader } from '#console/ui/page-header'
import { ColumnChoice } from './column-choice'
import { GroupChoice } from './group-choice'
import { ListBody } from './list-body'
import { ListChips } from './list-chips'
import { ListMenu } from './list-menu'
import { ListSearch } from './list-search'
import { ListViews } from './list-views'
import { OpenOnly } from './open-only'
import { pluralLabel } from './plural-label'
import { PhoneFilters } from './phone-filters'
import { useSelection } from './selection'
import { useList } from './use-list'
import './records.css'

const RowPanel = lazy(() => import('./row-panel').then((room) => ({ default: room.RowPanel })))
const ImportDialog = lazy(() => import('./import-dialog').then((room) => ({ default: room.ImportDialog })))
const BulkBar = lazy(() => import('./bulk-bar').then((room) => ({ default: room.BulkBar })))

/** The list of any record type, made from its declaration. */
export function RecordListPage({ record }: { readonly record: RecordType }) {
  const { t } = useLanguage()
  const list = useList(record)
  const selection = useSelection()
  const [importing, setImporting] = useState(false)
  const where = record.scope === 'unit' && list.unit ? `${t(list.unit.name)} · ` : ''
  return (
    <div className="list-page" data-panel={Boolean(list.open) || undefined}>
      <PageHeader
        title={pluralLabel(record)}
        about={`${where}${t(record.about)}`}
        actions={<ListMenu list={list} onImport={() => setImporting(true)} />}
      />
      <section className="list-panel" aria-label={t(pluralLabel(record))}>
        <div className="list-tools no-print">
          <ListSearch list={list} />
          <PhoneFilters list={list} />
          <ListChips list={list} />
          <span className="frame-space" />
          <OpenOnly list={list} />
          <GroupChoice list={list} />
          <ListViews list={list} />
          <ColumnChoice list={list} />
        </div>
        <ListBody list={list} selection={selection} />
      </section>
      <Suspense fallback={null}>
        {selection.count > 0 && <BulkBar list={list} selection={selection} />}
        {list.open && <RowPanel record={record} id={list.open} onClose={() => list.setOpen(undefined)} />}
        {importing && <ImportDialog record={record} onClose={() => setImporting(false)} />}
      </Suspense>
    </div>
  )
}
