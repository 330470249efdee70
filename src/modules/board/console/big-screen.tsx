import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState, type CSSProperties } from 'react'
import { text, type Text } from '#engine/result/result'
import { useLive } from '#console/api/live'
import { BrandMark } from '#console/frame/brand'
import { usePlace } from '#console/frame/place'
import { ErrorPage } from '#console/frame/message-page'
import { useLanguage } from '#console/language/language'
import { GoLink } from '#console/router/go'
import { SampleMark } from '#console/ui/sample-mark'
import { dark } from '#console/tokens/tokens'
import type { BoardReply } from '../contract'
import { readable, useBoard, useUnitFigures } from './board-queries'
import { useFreshFigures } from './fresh-figures'
import { ScreenClock } from './screen-clock'
import { ScreenSlide } from './screen-slide'
import { useRotation, type Rotation } from './use-rotation'
import './screen.css'

const words = {
  pause: text('暂停轮播', 'Pause'),
  play: text('继续轮播', 'Resume'),
  leave: text('退出大屏', 'Leave'),
  slides: text('轮播单位', 'Units shown in turn'),
  time: text('时间进度', 'Time passed'),
}

/** The big screen is dark whatever the console's theme is: the palette is laid over this page alone. */
const darkness = Object.fromEntries(
  Object.entries(dark).map(([name, value]) => [
    `--${name.replace(/[A-Z0-9]/g, (part) => `-${part.toLowerCase()}`)}`,
    value as string,
  ]),
) as CSSProperties

/** One pixel of the 1920 × 1080 design on this screen. */
function usePixel(): number {
  const of = () => Math.min(window.innerWidth / 1920, window.innerHeight / 1080)
  const [pixel, setPixel] = useState(of)
  useEffect(() => {
    const follow = () => setPixel(of())
    window.addEventListener('resize', follow)
    return () => window.removeEventListener('resize', follow)
  }, [])
  return pixel
}

interface Slide {
  readonly code: string
  readonly name: Text
}

/** The unit itself and every unit below that has something to show. */
const slidesOf = (board: BoardReply): Slide[] => [
  board.unit,
  ...board.units.filter((unit) => unit.figures > 0).map(({ code, name }) => ({ code, name })),
]

function Controls({
  slides,
  rotation,
  unit,
}: {
  slides: readonly Slide[]
  rotation: Rotation
  unit: string
}) {
  const { t } = useLanguage()
  const { index, paused, pause, go } = rotation
  return (
    <footer className="screen-foot">
      <nav aria-label={t(words.slides)} className="screen-dots">
        {slides.map((slide, at) => (
          <button
            key={slide.code}
            type="button"
            aria-current={at === index ? 'true' : undefined}
            aria-label={t(slide.name)}
            title={t(slide.name)}
            onClick={() => go(at)}
          />
        ))}
      </nav>
      {slides.length > 1 && (
        <button type="button" className="screen-button" aria-pressed={paused} onClick={() => pause(!paused)}>
          <span aria-hidden="true">{paused ? '▶' : '❚❚'}</span> {t(paused ? words.play : words.pause)}
        </button>
      )}
      <GoLink to="/board" search={{ unit }} className="screen-button">
        {t(words.leave)}
      </GoLink>
    </footer>
  )
}

function SlideHead({ board }: { readonly board: BoardReply }) {
  const { t, period, number } = useLanguage()
  return (
    <header className="screen-head">
      <BrandMark size={56} />
      <h1>
        {t(board.unit.name)} {board.unit.sample && <SampleMark />}
      </h1>
      <p>
        {period(board.period)} · {t(words.time)} {number(Number(board.time_progress).toFixed(0))}%
      </p>
      <ScreenClock />
    </header>
  )
}

interface ShowProps {
  readonly root: BoardReply
  readonly period: string | undefined
}

function Show({ root, period }: ShowProps) {
  const slides = useMemo(() => slidesOf(root), [root])
  const rotation = useRotation(slides.length)
  const pixel = usePixel()
  const slide = slides[rotation.index] ?? root.unit
  const next = slides[(rotation.index + 1) % slides.length] ?? root.unit
  const { data } = useBoard({ unit: slide.code, period })
  // Asked ahead, so that the next slide stands at once.
  useBoard({ unit: next.code, period })
  const board = data ?? root
  const large =
    board.unit.sample || (root.units.find(({ code }) => code === slide.code)?.figures ?? 0) > readable
  const { data: figures } = useUnitFigures(
    large
      ? { unit: board.unit.code, from: board.period, to: board.period }
      : { unit: board.unit.code, below: 'true' },
  )
  const fresh = useFreshFigures(board)
  const onGo = (unit: string) => {
    const at = slides.findIndex(({ code }) => code === unit)
    if (at >= 0) rotation.go(at)
  }
  return (
    <main className="screen" style={darkness}>
      <SlideHead board={board} />
      <ScreenSlide
        key={board.unit.code}
        board={board}
        figures={figures}
        fresh={fresh}
        pixel={pixel}
        onGo={onGo}
      />
      <Controls slides={slides} rotation={rotation} unit={root.unit.code} />
    </main>
  )
}

/** The board for a wall: dark, no scrolling, one unit after the other. */
export function BigScreen() {
  const { t } = useLanguage()
  const { unit, period } = usePlace()
  const queries = useQueryClient()
  useLive((event) => {
    if (event.record) void queries.invalidateQueries({ queryKey: ['record', event.record] })
  })
  const { data, error, refetch } = useBoard({ unit: unit?.code ?? '', period })
  const name = data && t(data.unit.name)
  useEffect(() => {
    if (name) document.title = name
  }, [name])
  if (error && !data) return <ErrorPage error={error} reset={() => void refetch()} />
  if (!data) return <div className="screen" style={darkness} aria-busy="true" />
  return <Show key={data.unit.code} root={data} period={period} />
}
