import { useRef } from 'react'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { nearestTo } from './nearest'
import type { MapTouch } from './map-link'
import type { MapUnit } from './map-unit'
import { ParkMap } from './park-map'
import { useWidth } from '#console/ui/use-width'
import { ZoneMap } from './zone-map'
import './map.css'

const words = {
  places: text('按方位示意，不表示边界', 'Placed by compass; no boundaries are shown'),
  earlier: text('* 为较早一期', '* an earlier period'),
  cells: text('园区示意，不表示位置与面积', 'A schematic: neither place nor size'),
}

interface UnitMapProps {
  readonly kind: string
  readonly core: string
  readonly units: readonly MapUnit[]
  /** What the numbers are, in which unit and of when; absent: each says it itself. */
  readonly about?: string | undefined
  readonly scale?: number
  /** The room there is on a big screen: the map fits itself into it. */
  readonly height?: number
  readonly touch: Omit<MapTouch, 'onArrow'>
}

/** Where the link of each unit stands, so that arrow keys go where the eye would. */
const placesIn = (room: HTMLElement) =>
  [...room.querySelectorAll<SVGAElement>('a[data-unit]')].map((link) => {
    const { x, y, width, height } = link.getBoundingClientRect()
    return { code: link.dataset.unit ?? '', x: x + width / 2, y: y + height / 2 }
  })

/** The map of the units below the one the board stands at: zones by compass, or parks around their zone. */
export function UnitMap({ kind, core, units, about, scale = 1, height, touch }: UnitMapProps) {
  const { t } = useLanguage()
  const [measure, width] = useWidth<HTMLDivElement>()
  const room = useRef<HTMLDivElement>(null)
  const onArrow = (code: string, key: string) => {
    if (!room.current) return
    const next = nearestTo(placesIn(room.current), code, key)
    if (next) room.current.querySelector<SVGAElement>(`a[data-unit="${CSS.escape(next)}"]`)?.focus()
  }
  const full = { ...touch, onArrow }
  const shared = { units, width, scale, touch: full }
  return (
    <figure className="map-room" ref={measure}>
      <div ref={room}>
        {width > 0 &&
          (kind === 'system' ? (
            <ZoneMap {...shared} compact={height !== undefined} />
          ) : (
            <ParkMap {...shared} core={core} height={height} />
          ))}
      </div>
      <figcaption>
        {about && (
          <span className="map-about">
            {about}
            {height !== undefined && units.some((unit) => unit.period) && ` · ${t(words.earlier)}`}
          </span>
        )}
        <span className="map-says">{t(kind === 'system' ? words.places : words.cells)}</span>
      </figcaption>
    </figure>
  )
}
