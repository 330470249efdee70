import { useId } from 'react'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { hexPoints } from '#console/charts/honeycomb'
import { fitSize, labelLines } from '#console/charts/label-lines'
import { layoutUnits, type Placed } from './map-layout'
import { MapLink, type MapTouch } from './map-link'
import { mapPlaces } from './map-places.data'
import { MapStanding, MapText, SampleHatch } from './map-text'
import type { MapUnit } from './map-unit'

const words = {
  map: text('各区方位示意', 'The zones by compass'),
  sample: text('示范', 'Sample'),
  north: text('北', 'N'),
}
const parkWords = (count: number) => text(`${count} 个园区`, count === 1 ? '1 park' : `${count} parks`)

/** A compact card leaves out what the number is of, and the parks: on a big screen the words are twice as large. */
const cardHeights = { full: 132, compact: 76 }
const pad = 12

/** Cells that fit beside the words; the number says how many there are. */
const mostCells = 12

function ParkCells({ unit, box }: { readonly unit: MapUnit; readonly box: Placed }) {
  const { t } = useLanguage()
  const cells = Math.min(unit.parks.length, mostCells, Math.floor((box.width - 2 * pad - 66) / 13))
  if (unit.parks.length === 0) return null
  const y = box.y + box.height - pad - 4
  return (
    <g>
      {Array.from({ length: Math.max(cells, 0) }, (_, index) => (
        <polygon
          key={index}
          className="map-cell"
          points={hexPoints({ x: box.x + pad + 6 + index * 13, y: y - 1 }, 6.5)}
        />
      ))}
      <text x={box.x + pad + Math.max(cells, 0) * 13 + 4} y={y + 3} fontSize={12} className="map-quiet">
        {t(parkWords(unit.parks.length))}
      </text>
    </g>
  )
}

function ZoneCard({
  unit,
  box,
  hatch,
}: {
  readonly unit: MapUnit
  readonly box: Placed
  readonly hatch: string
}) {
  const room = box.width - 2 * pad
  const x = box.x + pad
  const value = unit.value ?? unit.count
  const size = fitSize(unit.name, room, [12, 14])
  // A name of two lines moves what stands below it.
  const down = labelLines(unit.name, room / size, 2).length > 1 ? 10 : 0
  const { t } = useLanguage()
  return (
    <>
      <rect
        className="map-shape"
        x={box.x + 1}
        y={box.y + 1}
        width={box.width - 2}
        height={box.height - 2}
        rx={8}
        data-sample={unit.sample || undefined}
      />
      {unit.sample && (
        <>
          <rect
            x={box.x + box.width - 58}
            y={box.y + 32}
            width={46}
            height={18}
            rx={3}
            fill={`url(#${hatch})`}
            className="map-sample"
          />
          <text
            x={box.x + box.width - 35}
            y={box.y + 45}
            fontSize={12}
            textAnchor="middle"
            className="map-quiet"
          >
            {t(words.sample)}
          </text>
        </>
      )}
      <MapText
        words={unit.name}
        x={x}
        y={box.y + (down ? 19 : 23)}
        size={size}
        room={room}
        lines={2}
        className="map-name"
      />
      <MapStanding unit={unit} x={x} y={box.y + 43 + down} size={12} />
      <MapText
        words={value}
        x={x}
        y={box.y + 66 + down}
        size={fitSize(value, room, [12, unit.value ? 16 : 13])}
        room={room}
        className={unit.value ? 'map-value' : 'map-quiet'}
      />
      <MapText
        words={unit.about ?? ''}
        x={x}
        y={box.y + 83 + down}
        size={12}
        room={room}
        lines={down ? 1 : 2}
        className="map-quiet"
      />
      <ParkCells unit={unit} box={box} />
    </>
  )
}

function CompactCard({ unit, box }: { readonly unit: MapUnit; readonly box: Placed }) {
  const { t } = useLanguage()
  const x = box.x + 10
  const room = box.width - 20
  // Figures of different indicators stand in the cards beside the map, with their units.
  const { ranked } = unit
  const word = unit.sample ? `${unit.word} · ${t(words.sample)}` : unit.word
  const second = labelLines(unit.name, room / 12.5, 2).length > 1 ? 15 : 0
  return (
    <>
      <rect
        className="map-shape"
        x={box.x + 1}
        y={box.y + 1}
        width={box.width - 2}
        height={box.height - 2}
        rx={6}
        data-sample={unit.sample || undefined}
      />
      <MapText
        words={unit.name}
        x={x}
        y={box.y + (second ? 17 : 22)}
        size={12.5}
        room={room}
        lines={2}
        className="map-name"
      />
      <MapText
        words={ranked ? (unit.value ?? unit.count) : unit.count}
        x={x}
        y={box.y + (second ? 50 : 43)}
        size={12.5}
        room={room}
        className={ranked ? 'map-value' : 'map-quiet'}
      />
      <MapStanding
        unit={{ ...unit, word }}
        x={x}
        y={box.y + (second ? 67 : 63)}
        size={fitSize(`● ${word}`, room, [9.5, 12])}
      />
    </>
  )
}

function Compass({ width }: { readonly width: number }) {
  const { t } = useLanguage()
  return (
    <g aria-hidden="true" className="map-compass">
      <path d={`M${width - 24} 2l6 15-6-4-6 4z`} />
      <text x={width - 14} y={15} fontSize={12}>
        {t(words.north)}
      </text>
    </g>
  )
}

interface ZoneMapProps {
  readonly units: readonly MapUnit[]
  readonly width: number
  /** Drawn larger by this much: 1 on a desk, more on a big screen. */
  readonly scale?: number
  readonly compact?: boolean
  readonly touch: MapTouch
}

/** The zones at their place by compass, their parks as cells; on a narrow screen in rows. */
export function ZoneMap({ units, width, scale = 1, compact = false, touch }: ZoneMapProps) {
  const { t } = useLanguage()
  const hatch = useId()
  const layout = layoutUnits(
    units.map((unit) => unit.code),
    { width: width / scale, cardHeight: cardHeights[compact ? 'compact' : 'full'], places: mapPlaces },
  )
  const byCode = new Map(units.map((unit) => [unit.code, unit]))
  return (
    <svg
      role="list"
      aria-label={t(words.map)}
      className="unit-map"
      width={width}
      height={layout.height * scale}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
    >
      <SampleHatch id={hatch} />
      {layout.kind === 'places' && <Compass width={layout.width} />}
      {layout.boxes.map((box) => {
        const unit = byCode.get(box.code)
        return (
          unit && (
            <MapLink key={box.code} code={box.code} touch={touch}>
              {compact ? (
                <CompactCard unit={unit} box={box} />
              ) : (
                <ZoneCard unit={unit} box={box} hatch={hatch} />
              )}
            </MapLink>
          )
        )
      })}
    </svg>
  )
}
