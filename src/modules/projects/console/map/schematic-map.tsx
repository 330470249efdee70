import { useState } from 'react'
import type { ListReply } from '#engine/records/reply'
import { text } from '#engine/result/result'
import { useSession } from '#console/api/session'
import { useLanguage } from '#console/language/language'
import type { List } from '#console/records/use-list'
import { useWidth } from '#console/ui/use-width'
import { MapLegend } from './map-legend'
import { inCells } from './map-marks'
import { MapTable } from './map-table'
import { MapTools } from './map-tools'
import { parksOf, ProjectMap } from './project-map'

const about = text(
  '位置为示意：每个园区一格，格内是其项目。',
  'A schematic: a cell a park, with its projects in it.',
)

/** Of more projects than are drawn, which are. */
export const mostWords = (shown: number, total: number) =>
  text(`共 ${total} 个，显示前 ${shown} 个`, `the first ${shown} of ${total}`)

/** Each park a cell with its projects in it, wherever it lies. */
export function SchematicMap({ list, reply }: { readonly list: List; readonly reply: ListReply }) {
  const { t } = useLanguage()
  const session = useSession()
  const [room, width] = useWidth<HTMLDivElement>()
  const [asTable, setAsTable] = useState(false)
  const { titles, total = reply.rows.length } = reply
  const rows = inCells(reply.rows, session.units, list.unit?.code ?? '')
  const parks = parksOf(session.units, { unit: list.unit?.code ?? '', rows, titles, t })
  return (
    <div ref={room} className="map-view">
      <MapTools asTable={asTable} onTable={setAsTable}>
        {t(about)} {total > rows.length && t(mostWords(rows.length, total))}
      </MapTools>
      {asTable ? (
        <MapTable parks={parks} rows={rows} />
      ) : (
        <>
          {width > 0 && (
            <ProjectMap parks={parks} rows={rows} width={width} open={list.open} onOpen={list.setOpen} />
          )}
          <MapLegend />
        </>
      )}
    </div>
  )
}
