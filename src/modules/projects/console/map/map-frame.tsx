import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { graticule, scaleBar } from './graticule'
import type { Plane } from './plane'

const words = { north: text('北', 'N') }

/** 5 公里, 500 米. */
const distanceWords = (km: number) =>
  km >= 1 ? text(`${km} 公里`, `${km} km`) : text(`${Math.round(km * 1000)} 米`, `${Math.round(km * 1000)} m`)

/** Px that half a label of the lower axis takes: one that would be cut is left out. */
const half = 34

/** Lines of longitude and latitude, with their degrees outside the room. */
export function GridLines({ plane }: { readonly plane: Plane }) {
  const { room } = plane
  const { meridians, parallels } = graticule(plane)
  return (
    <g className="map-grid">
      {meridians.map(({ degrees, at, label }) => (
        <g key={degrees}>
          <line x1={at} x2={at} y1={0} y2={room.height} />
          {at > half && at < room.width - half && (
            <text x={at} y={room.height + 16} textAnchor="middle">
              {label}
            </text>
          )}
        </g>
      ))}
      {parallels.map(({ degrees, at, label }) => (
        <g key={degrees}>
          <line x1={0} x2={room.width} y1={at} y2={at} />
          {at > 8 && at < room.height - 8 && (
            <text x={-6} y={at + 4} textAnchor="end">
              {label}
            </text>
          )}
        </g>
      ))}
    </g>
  )
}

/** How long a distance is, and where north lies: up, as the projection has it. */
export function ScaleAndNorth({ plane }: { readonly plane: Plane }) {
  const { t } = useLanguage()
  const { km, width } = scaleBar(plane, Math.min(140, plane.room.width / 3))
  const bottom = plane.room.height - 14
  return (
    <g className="map-scale">
      <g transform={`translate(20 ${bottom - 18})`}>
        <polygon points="0,-14 5,2 0,-2 -5,2" />
        <text x={0} y={16} textAnchor="middle">
          {t(words.north)}
        </text>
      </g>
      <g transform={`translate(40 ${bottom})`}>
        <path d={`M0,-6 V0 H${width.toFixed(1)} V-6`} />
        <text x={width / 2} y={-6} textAnchor="middle">
          {t(distanceWords(km))}
        </text>
      </g>
    </g>
  )
}
