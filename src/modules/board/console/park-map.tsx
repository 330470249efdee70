import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { hexPoints, honeycomb, type HexCell } from './honeycomb'
import { labelLines } from './label-lines'
import { MapLink, type MapTouch } from './map-link'
import { MapStanding, MapText } from './map-text'
import type { MapUnit } from './map-unit'

const words = {
  map: text('园区示意', 'The parks of the zone'),
}

/** Larger cells hold no more words. */
const largest = 78

interface ParkCellProps {
  readonly unit: MapUnit
  readonly at: HexCell
  readonly radius: number
}

/** Name, number, period where it is another than the others', standing: as many lines as there is something to say. */
function ParkCell({ unit, at, radius }: ParkCellProps) {
  const size = radius < 60 ? 12 : 14
  const room = radius * 1.56
  const names = labelLines(unit.name, room / size, 2)
  const step = size * 1.35
  const lines = names.length + 2 + Number(unit.period !== undefined)
  const top = at.y - ((lines - 1) * step) / 2 + size * 0.35
  const line = (index: number) => top + step * (names.length + index)
  return (
    <>
      <polygon
        className="map-shape"
        points={hexPoints(at, radius - 2)}
        data-sample={unit.sample || undefined}
        data-ground={unit.standing}
      />
      {names.map((name, index) => (
        <text
          key={index}
          x={at.x}
          y={top + step * index}
          fontSize={size}
          textAnchor="middle"
          className="map-name"
        >
          {name}
        </text>
      ))}
      <MapText
        words={unit.value ?? unit.count}
        x={at.x}
        y={line(0)}
        size={unit.value ? size : 12}
        room={room}
        className={unit.value ? 'map-value' : 'map-quiet'}
        anchor="middle"
      />
      {unit.period && (
        <MapText
          words={unit.period}
          x={at.x}
          y={line(1)}
          size={12}
          room={room}
          className="map-quiet"
          anchor="middle"
        />
      )}
      <MapStanding unit={unit} x={at.x} y={line(unit.period ? 2 : 1)} size={12} anchor="middle" />
    </>
  )
}

interface ParkMapProps {
  /** The zone in the middle. */
  readonly core: string
  readonly units: readonly MapUnit[]
  readonly width: number
  readonly scale?: number
  /** The room it may take at most; absent: as much as it needs. */
  readonly height?: number | undefined
  readonly touch: MapTouch
}

/** A zone's parks as a honeycomb around it: a schematic, not a survey. */
export function ParkMap({ core, units, width, scale = 1, height, touch }: ParkMapProps) {
  const { t } = useLanguage()
  const comb = honeycomb(units.length + 1, {
    width: width / scale,
    largest,
    height: height && height / scale,
  })
  const [centre, ...around] = comb.cells
  return (
    <svg
      role="list"
      aria-label={t(words.map)}
      className="unit-map"
      width={width}
      height={comb.height * scale}
      viewBox={`0 0 ${comb.width} ${comb.height}`}
    >
      {centre && (
        <g aria-hidden="true">
          <polygon className="map-core" points={hexPoints(centre, comb.radius - 2)} />
          <MapText
            words={core}
            x={centre.x}
            y={centre.y - 4}
            size={14}
            room={comb.radius * 1.55}
            lines={2}
            className="map-core-name"
            anchor="middle"
          />
        </g>
      )}
      {units.map((unit, index) => {
        const at = around[index]
        return (
          at && (
            <MapLink key={unit.code} code={unit.code} touch={touch}>
              <ParkCell unit={unit} at={at} radius={comb.radius} />
            </MapLink>
          )
        )
      })}
    </svg>
  )
}
