import { useMemo, useState } from 'react'
import type { ListReply } from '#engine/records/reply'
import { text } from '#engine/result/result'
import { useSession } from '#console/api/session'
import { useLanguage } from '#console/language/language'
import type { List } from '#console/records/use-list'
import { GoLink, useAddress } from '#console/router/go'
import { EmptyState } from '#console/ui/empty-state'
import { useWidth } from '#console/ui/use-width'
import { CoordinateMap } from './coordinate-map'
import { CoordinateTable } from './coordinate-table'
import { locatedRows } from './lay-out'
import { MapLegend } from './map-legend'
import { inCells } from './map-marks'
import { MapTools } from './map-tools'
import { parksOf } from './project-map'
import { mostWords } from './schematic-map'

const words = {
  about: text('坐标系 CGCS2000，上为北。', 'CGCS2000, north above.'),
  sample: text(
    '示范项目的坐标是编出来的，不指任何真实地块。',
    'The coordinates of sample projects are made up: they are no real site.',
  ),
  none: text('这些项目都没有填经纬度', 'None of these projects has coordinates'),
  noneWhat: text(
    '在项目的“经度”“纬度”两栏填写后，项目就出现在图上。',
    'Fill in longitude and latitude of a project and it appears on the map.',
  ),
}
const missingWords = (count: number) =>
  text(
    `${count} 个项目未填经纬度`,
    count === 1 ? '1 project has no coordinates' : `${count} projects have no coordinates`,
  )

/** What is not on the map: how many, and the list of them under the same filter. */
function Missing({ count }: { readonly count: number }) {
  const { t } = useLanguage()
  const { search } = useAddress()
  if (count <= 0) return null
  const { open: _open, edit: _edit, map: _map, page: _page, ...kept } = search
  const asked = { ...kept, view: 'table', 'longitude.empty': 'true' }
  return (
    <GoLink to="/portfolio" search={asked} className="map-missing">
      {t(missingWords(count))}
    </GoLink>
  )
}

interface LocatedProps {
  readonly list: List
  /** The projects whose place is known. */
  readonly reply: ListReply
  /** All that match, with and without. */
  readonly matching: number
}

/** The projects by their coordinates, and what is said of the others. */
export function LocatedMap({ list, reply, matching }: LocatedProps) {
  const { t } = useLanguage()
  const session = useSession()
  const [room, width] = useWidth<HTMLDivElement>()
  const [asTable, setAsTable] = useState(false)
  const unit = list.unit?.code ?? ''
  const { titles, total = reply.rows.length } = reply
  const rows = useMemo(
    () => locatedRows(inCells(reply.rows, session.units, unit)),
    [reply.rows, session.units, unit],
  )
  const parks = useMemo(
    () => parksOf(session.units, { unit, rows: rows.map(({ row }) => row), titles, t }),
    [session.units, unit, rows, titles, t],
  )
  const drawing = asTable ? (
    <CoordinateTable rows={rows} parks={parks} />
  ) : (
    <>
      {width > 0 && (
        <CoordinateMap rows={rows} parks={parks} width={width} open={list.open} onOpen={list.setOpen} />
      )}
      <MapLegend />
    </>
  )
  return (
    <div ref={room} className="map-view">
      <MapTools asTable={asTable} onTable={setAsTable}>
        {t(words.about)} {rows.some(({ row }) => row.sample) && t(words.sample)}{' '}
        {total > rows.length && t(mostWords(rows.length, total))} <Missing count={matching - total} />
      </MapTools>
      {rows.length === 0 ? <EmptyState why={words.none} what={words.noneWhat} /> : drawing}
    </div>
  )
}
