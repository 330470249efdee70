import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { hexPoints, honeycomb, type HexCell } from '#console/charts/honeycomb'
import { labelLines } from '#console/charts/label-lines'
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
  /** An earlier period is told by a star; the caption says what it means. */
  readonly terse: boolean
}

/** A long name takes three smaller lines before it is cut. */
function nameLines(
  name: string,
  radius: number,
): { readonly names: readonly string[]; readonly size: number } {
  const room = radius * 1.56
  const size = radius < 60 ? 12 : 14
  const two = labelLines(name, room / size, 2)
  return two.at(-1)?.endsWith('…')
    ? { names: labelLines(name, room / 12, 3), size: 12 }
    : { names: two, size }
}

interface CellLine {
  readonly words: string
  readonly size: number
  readonly className: string
}

/** Name, number, and period where it is another than the others'. */
function cellLines(unit: MapUnit, radius: number, terse: boolean): CellLine[] {
  const { names, size } = nameLines(unit.name, radius)
  const star = terse && unit.period ? ' *' : ''
  return [
    ...names.map((words) => ({ words, size, className: 'map-name' })),
    unit.value === undefined || !unit.ranked
      ? { words: unit.count, size: 12, className: 'map-quiet' }
      : { words: unit.value + star, size, className: 'map-value' },
    ...(unit.period && !terse ? [{ words: unit.period, size: 12, className: 'map-quiet' }] : []),
  ]
}

function ParkCell({ unit, at, radius, terse }: ParkCellProps) {
  const lines = cellLines(unit, radius, terse)
  const step = (lines[0]?.size ?? 14) * 1.35
  const y = (index: number) => at.y + (index - lines.length / 2) * step + 5
  return (
    <>
      <polygon
        className="map-shape"
        points={hexPoints(at, radius - 2)}
        data-sample={unit.sample || undefined}
        data-ground={unit.standing}
      />
      {lines.map(({ words: line, size, className }, index) => (
        <MapText
          key={index}
          words={line}
          x={at.x}
          y={y(index)}
          size={size}
          room={radius * 1.6}
          className={className}
          anchor="middle"
        />
      ))}
      <MapStanding unit={unit} x={at.x} y={y(lines.length)} size={12} anchor="middle" />
    </>
  )
}

function Core({
  name,
  at,
  radius,
}: {
  readonly name: string
  readonly at: HexCell
  readonly radius: number
}) {
  const { names, size } = nameLines(name, radius)
  return (
    <g aria-hidden="true">
      <polygon className="map-core" points={hexPoints(at, radius - 2)} />
      {names.map((line, index) => (
        <text
          key={index}
          x={at.x}
          y={at.y + (index - (names.length - 1) / 2) * size * 1.35 + 5}
          fontSize={size}
          textAnchor="middle"
          className="map-core-name"
        >
          {line}
        </text>
      ))}
    </g>
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
      {centre && <Core name={core} at={centre} radius={comb.radius} />}
      {units.map((unit, index) => {
        const at = around[index]
        return (
          at && (
            <MapLink key={unit.code} code={unit.code} touch={touch}>
              <ParkCell unit={unit} at={at} radius={comb.radius} terse={height !== undefined} />
            </MapLink>
          )
        )
      })}
    </svg>
  )
}
