import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { hexPoints, honeycomb, type HexCell } from './honeycomb'
import { MapLink, type MapTouch } from './map-link'
import { MapStanding, MapText } from './map-text'
import { spoken, type MapUnit } from './map-unit'

const words = {
  map: text('园区示意', 'The parks of the zone'),
  sample: text('示范', 'Sample'),
  core: text('一区多园', 'One zone, many parks'),
}

/** Larger cells hold no more words. */
const largest = 78

function ParkCell({
  unit,
  at,
  radius,
}: {
  readonly unit: MapUnit
  readonly at: HexCell
  readonly radius: number
}) {
  const room = radius * 1.5
  const small = radius < 52
  return (
    <>
      <polygon
        className="map-shape"
        points={hexPoints(at, radius - 2)}
        data-sample={unit.sample || undefined}
        data-ground={unit.standing}
      />
      <MapText
        words={unit.name}
        x={at.x}
        y={at.y - (small ? 8 : 16)}
        size={small ? 12 : 14}
        room={room}
        className="map-name"
        anchor="middle"
      />
      <MapText
        words={unit.value ?? unit.count}
        x={at.x}
        y={at.y + (small ? 8 : 6)}
        size={unit.value ? (small ? 12 : 14) : 12}
        room={room}
        className={unit.value ? 'map-value' : 'map-quiet'}
        anchor="middle"
      />
      <MapStanding unit={unit} x={at.x} y={at.y + (small ? 24 : 28)} size={12} anchor="middle" />
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
            <MapLink key={unit.code} code={unit.code} label={spoken(unit, t(words.sample))} touch={touch}>
              <ParkCell unit={unit} at={at} radius={comb.radius} />
            </MapLink>
          )
        )
      })}
    </svg>
  )
}
