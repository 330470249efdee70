import { ExpandOutlined, MinusOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useMemo } from 'react'
import { text } from '#engine/result/result'
import { emWidth } from '#console/charts/label-lines'
import { useLanguage } from '#console/language/language'
import { GridLines, ScaleAndNorth } from './map-frame'
import { isAside, type LaidMark, laidOut, type LocatedRow, spotOf } from './lay-out'
import { ProjectMark } from './map-mark'
import { placedLabels } from './place-labels'
import { extentOf, type Extent, type Margin, pointOf, type Room } from './plane'
import type { MapPark } from './project-map'
import { type MapView, useDrag, useMapView, useWheel } from './use-map-view'

const words = {
  name: text('项目分布（按经纬度）', 'Where the projects are, by coordinates'),
  keys: text(
    '键盘：加号放大，减号缩小，0 看全部，放大后方向键移动',
    'Keyboard: plus and minus zoom, 0 shows all, arrow keys move once zoomed in',
  ),
  closer: text('放大', 'Zoom in'),
  farther: text('缩小', 'Zoom out'),
  whole: text('看全部', 'Show all'),
}

/** What the degrees take at the left and below. */
const gutter = { left: 58, bottom: 24 }
/** As far from the edge of the panel as everything in it, at both sides. */
const inset = 32
/** Names stand above, buttons at the right, the scale below. */
const margin: Margin = { top: 52, right: 64, bottom: 68, left: 56 }
/** On a phone every px counts: names give way there instead. */
const narrowMargin: Margin = { top: 44, right: 42, bottom: 56, left: 28 }
const narrow = 480
const labelSize = 13

/** Wider than high on a desk, nearly square on a phone, never higher than a screen. */
const roomIn = (width: number): Room => ({
  width: Math.max(120, width - inset - gutter.left - 1),
  height: Math.round(Math.min(560, Math.max(380, width * 0.56))),
})

interface MapProps {
  readonly rows: readonly LocatedRow[]
  readonly parks: readonly MapPark[]
  readonly width: number
  readonly open: string | undefined
  readonly onOpen: (id: string) => void
}

function Ways({ view }: { readonly view: MapView }) {
  const { t } = useLanguage()
  const ways = [
    [words.closer, <PlusOutlined key="closer" />, view.closer, false],
    [words.farther, <MinusOutlined key="farther" />, view.farther, view.isWhole],
    [words.whole, <ExpandOutlined key="whole" />, view.showWhole, view.isWhole],
  ] as const
  return (
    <div className="map-ways">
      {ways.map(([label, icon, act, disabled]) => (
        <Button
          key={label.en}
          size="small"
          icon={icon}
          title={t(label)}
          aria-label={t(label)}
          disabled={disabled}
          onClick={act}
        />
      ))}
    </div>
  )
}

/** Where a mark belongs that has no room at its own place. */
function Leaders({ marks }: { readonly marks: readonly LaidMark[] }) {
  return (
    <g className="map-leaders">
      {marks.filter(isAside).map(({ row, x, y, from }) => (
        <g key={row.id}>
          <line x1={from.x} y1={from.y} x2={x} y2={y} />
          <circle cx={from.x} cy={from.y} r={2} />
        </g>
      ))}
    </g>
  )
}

interface NamesProps {
  readonly parks: readonly MapPark[]
  readonly marks: readonly LaidMark[]
  /** While the whole is shown, names stay in it; closer, they come into view with their projects. */
  readonly room: Room | undefined
}

function ParkNames({ parks, marks, room }: NamesProps) {
  const spots = marks.map(spotOf)
  const labels = parks.map(({ code, name }) => ({
    id: code,
    width: emWidth(name) * labelSize,
    height: labelSize + 3,
    spots: marks.filter(({ row }) => row.unit_id === code).map(spotOf),
  }))
  const places = placedLabels(labels, spots, room)
  return parks.map(({ code, name }) => {
    const at = places.get(code)
    return (
      at && (
        <text key={code} className="map-name" x={at.x} y={at.y + labelSize * 0.35} fontSize={labelSize}>
          {name}
        </text>
      )
    )
  })
}

/** The marks as they lie at this scale. Moving the map moves them as they are: they are laid out anew by zooming alone. */
function useLaidOut(rows: readonly LocatedRow[], { plane, whole }: MapView) {
  const { scale } = plane
  return useMemo(() => laidOut(rows, { ...whole, scale }), [rows, whole, scale])
}

function Drawing(props: MapProps & { readonly extent: Extent; readonly room: Room }) {
  const { rows, parks, open, onOpen, extent, room } = props
  const { t } = useLanguage()
  const view = useMapView(extent, room, room.width < narrow ? narrowMargin : margin)
  const { plane, whole } = view
  const svg = useWheel(view, gutter.left)
  const drag = useDrag(view)
  const marks = useLaidOut(rows, view)
  const centre = pointOf(plane, whole.centre)
  const shift = { x: centre.x - room.width / 2, y: centre.y - room.height / 2 }
  const { isWhole } = view
  const names = useMemo(
    () => <ParkNames parks={parks} marks={marks} room={isWhole ? room : undefined} />,
    [parks, marks, isWhole, room],
  )
  /** Whoever goes on by Tab sees where they are. */
  const bringIn = ({ x, y }: LaidMark) => {
    const at = { x: x + shift.x, y: y + shift.y }
    const isSeen = at.x >= 0 && at.y >= 0 && at.x <= room.width && at.y <= room.height
    if (!isSeen) view.move({ x: room.width / 2 - at.x, y: room.height / 2 - at.y })
  }
  return (
    <div
      className="coordinate-map"
      role="group"
      tabIndex={0}
      aria-label={`${t(words.name)}。${t(words.keys)}`}
      onKeyDown={view.onKeyDown}
    >
      <svg
        ref={svg}
        className="project-map"
        data-moves={!isWhole || undefined}
        width={room.width + gutter.left}
        height={room.height + gutter.bottom}
      >
        <g transform={`translate(${gutter.left} 0)`}>
          <rect className="map-ground" width={room.width} height={room.height} />
          <GridLines plane={plane} />
          <svg width={room.width} height={room.height} {...drag}>
            <rect className="map-sheet" width={room.width} height={room.height} />
            <ScaleAndNorth plane={plane} />
            <g transform={`translate(${shift.x.toFixed(2)} ${shift.y.toFixed(2)})`}>
              <Leaders marks={marks} />
              {marks.map((mark) => (
                <g key={mark.row.id} onFocus={() => bringIn(mark)}>
                  <ProjectMark mark={mark} isOpen={mark.row.id === open} onOpen={onOpen} />
                </g>
              ))}
              {names}
            </g>
          </svg>
        </g>
      </svg>
      <Ways view={view} />
    </div>
  )
}

/** Projects by their coordinates, north above, without anybody's tiles beneath; nothing where no place is known. */
export function CoordinateMap(props: MapProps) {
  const { rows, width } = props
  const extent = useMemo(() => extentOf(rows.map(({ place }) => place)), [rows])
  const room = useMemo(() => roomIn(width), [width])
  return extent && <Drawing {...props} extent={extent} room={room} />
}
