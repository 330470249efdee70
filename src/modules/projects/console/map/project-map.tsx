import type { ReplyRow, Titles } from '#engine/records/reply'
import { text } from '#engine/result/result'
import { hexPoints, honeycomb, type HexCell } from '#console/charts/honeycomb'
import { labelLines } from '#console/charts/label-lines'
import { useLanguage } from '#console/language/language'
import { byUnit, placedMarks } from './map-marks'
import { ProjectMark } from './map-mark'

const countWords = (count: number) => text(`${count} 个`, `${count}`)
const mapName = text('项目分布示意', 'Where the projects are')

export interface MapPark {
  readonly code: string
  readonly name: string
}

/** The parks below the unit one stands in, and whatever unit has a project besides; the unit itself last. */
export function parksOf(
  units: readonly {
    readonly code: string
    readonly parent: string | null
    readonly name: { zh: string; en: string }
  }[],
  given: {
    readonly unit: string
    readonly rows: readonly ReplyRow[]
    readonly titles: Titles
    readonly t: (words: { zh: string; en: string }) => string
  },
): MapPark[] {
  const { unit, rows, titles, t } = given
  const below = units
    .filter(({ parent }) => parent === unit)
    .map(({ code, name }) => ({ code, name: t(name) }))
  const known = new Set(below.map(({ code }) => code))
  const others = [...new Set(rows.map(({ unit_id }) => unit_id))]
    .filter((code) => !known.has(code))
    .map((code) => ({ code, name: t(titles.unit?.[code] ?? { zh: code, en: code }) }))
  return [...below, ...others]
}

interface ParkProps {
  readonly park: MapPark
  readonly rows: readonly ReplyRow[]
  readonly at: HexCell
  readonly radius: number
  readonly open: string | undefined
  readonly onOpen: (id: string) => void
}

function Park({ park, rows, at, radius, open, onOpen }: ParkProps) {
  const { t } = useLanguage()
  const wanted = radius < 70 ? 12 : 14
  const one = labelLines(park.name, (radius * 1.3) / wanted, 1)
  const isLong = one[0]?.endsWith('…') ?? false
  const [size, names] = isLong ? [12, labelLines(park.name, (radius * 1.3) / 12, 2)] : [wanted, one]
  // Name above, number below: the marks have the room between.
  const room = { x: at.x, y: at.y + 4, radius: radius * 0.46 }
  return (
    <g role="group" aria-label={`${park.name} ${t(countWords(rows.length))}`}>
      <polygon
        className="map-park"
        points={hexPoints(at, radius - 2)}
        data-empty={rows.length === 0 || undefined}
      />
      {names.map((name, line) => (
        <text
          key={name}
          className="map-park-name"
          x={at.x}
          y={at.y - radius * (isLong ? 0.62 : 0.55) + line * 15}
          fontSize={size}
          textAnchor="middle"
        >
          {name}
        </text>
      ))}
      {placedMarks(rows, room).map((mark) => (
        <ProjectMark key={mark.row.id} mark={mark} isOpen={mark.row.id === open} onOpen={onOpen} />
      ))}
      <text className="map-park-count" x={at.x} y={at.y + radius * 0.76} fontSize={12} textAnchor="middle">
        {t(countWords(rows.length))}
      </text>
    </g>
  )
}

interface ProjectMapProps {
  readonly parks: readonly MapPark[]
  readonly rows: readonly ReplyRow[]
  readonly width: number
  readonly open: string | undefined
  readonly onOpen: (id: string) => void
}

/** The parks as a honeycomb, each with its projects: a schematic, not a survey, and no foreign map under it. */
export function ProjectMap({ parks, rows, width, open, onOpen }: ProjectMapProps) {
  const { t } = useLanguage()
  const units = byUnit(rows)
  const comb = honeycomb(parks.length, { width, largest: parks.length === 1 ? 220 : 116 })
  return (
    <svg
      role="group"
      aria-label={t(mapName)}
      className="project-map"
      width={width}
      height={comb.height}
      viewBox={`0 0 ${comb.width} ${comb.height}`}
    >
      {parks.map((park, index) => {
        const at = comb.cells[index]
        return (
          at && (
            <Park
              key={park.code}
              park={park}
              rows={units.get(park.code) ?? []}
              at={at}
              radius={comb.radius}
              open={open}
              onOpen={onOpen}
            />
          )
        )
      })}
    </svg>
  )
}
