import { Button, Skeleton } from 'antd'
import { lazy, Suspense } from 'react'
import { useLanguage } from '#console/language/language'
import { useRecordList } from '#console/records/record-queries'
import type { List } from '#console/records/use-list'
import { EmptyState } from '#console/ui/empty-state'
import { project } from '../../records/project'
import { askedOf, mostMarks } from '../portfolio/portfolio-queries'
import { portfolioWords } from '../portfolio/portfolio-words'
import { LocatedMap } from './located-map'
import { useDrawing } from './map-tools'
import { SchematicMap } from './schematic-map'
import './map.css'

const RowPanel = lazy(() => import('#console/records/row-panel').then((room) => ({ default: room.RowPanel })))

const fields = ['name_zh', 'investment', 'investment_qualifier', 'longitude', 'latitude'].join(',')

/** Of the projects with a place as many as are drawn: those without must not take their room. */
const placed = { 'longitude.empty': 'false', 'latitude.empty': 'false' }

/** What matches, and of it what is drawn: by place only the rows that have one. */
function useMapRows(list: List, byPlace: boolean) {
  const asked = { ...askedOf(list.asked), size: String(mostMarks), fields }
  const all = useRecordList(project, byPlace ? { ...asked, size: '1' } : asked)
  const located = useRecordList(project, { ...placed, ...asked }, byPlace)
  const drawn = byPlace ? located : all
  if (all.error && !all.data) throw all.error
  if (drawn.error && !drawn.data) throw drawn.error
  return all.data && drawn.data && { total: all.data.total ?? 0, reply: drawn.data }
}

/** Projects where they are: by park as a schematic, or by their coordinates; a click opens one beside the map. */
export function PortfolioMap({ list }: { readonly list: List }) {
  const { t } = useLanguage()
  const byPlace = useDrawing() === 'coordinates'
  const found = useMapRows(list, byPlace)
  if (!found) return <Skeleton active title={false} paragraph={{ rows: 10 }} />
  const { total, reply } = found
  if (total === 0)
    return (
      <EmptyState why={portfolioWords.none} what={portfolioWords.noneWhat}>
        <Button onClick={list.clear}>{t(portfolioWords.clear)}</Button>
      </EmptyState>
    )
  return (
    <>
      {byPlace ? (
        <LocatedMap list={list} reply={reply} matching={total} />
      ) : (
        <SchematicMap list={list} reply={reply} />
      )}
      <Suspense fallback={null}>
        {list.open && <RowPanel record={project} id={list.open} onClose={() => list.setOpen(undefined)} />}
      </Suspense>
    </>
  )
}
