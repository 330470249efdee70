import { standings } from '#console/tokens/tokens'
import { labelLines } from '#console/charts/label-lines'
import type { MapUnit } from './map-unit'

interface MapTextProps {
  readonly words: string
  readonly x: number
  /** Baseline of the first line. */
  readonly y: number
  readonly size: number
  /** Room for a line, in px. */
  readonly room: number
  readonly lines?: number
  readonly className?: string
  readonly anchor?: 'start' | 'middle'
}

/** Text in a drawing does not wrap by itself: broken to the room it has. */
export function MapText({ words, x, y, size, room, lines = 1, className, anchor = 'start' }: MapTextProps) {
  return (
    <text x={x} y={y} fontSize={size} textAnchor={anchor} className={className}>
      {labelLines(words, room / size, lines).map((line, index) => (
        <tspan key={index} x={x} dy={index === 0 ? 0 : size * 1.3}>
          {line}
        </tspan>
      ))}
    </text>
  )
}

interface MapStandingProps {
  readonly unit: MapUnit
  readonly x: number
  readonly y: number
  readonly size: number
  readonly anchor?: 'start' | 'middle' | 'end'
}

/** How a unit stands, on the map: shape, colour and word. */
export function MapStanding({ unit, x, y, size, anchor = 'start' }: MapStandingProps) {
  return (
    <text
      x={x}
      y={y}
      fontSize={size}
      textAnchor={anchor}
      data-standing={unit.standing}
      className="map-standing"
    >
      {standings[unit.standing].shape} {unit.word}
    </text>
  )
}

/** The hatch that marks what was made up. */
export function SampleHatch({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern id={id} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line x1="0" y1="0" x2="0" y2="7" className="map-hatch" />
      </pattern>
    </defs>
  )
}
