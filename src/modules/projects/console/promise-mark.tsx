import { addDays, type PlainDate } from '#engine/period/plain-date'
import { useLanguage } from '#console/language/language'
import { placeOf, type Scale } from './plan-scale'
import { planWords } from './plan-words'
import { useTaking } from './use-taking'

interface PromiseProps {
  readonly promised: string
  readonly scale: Scale
  /** Absent: this person may not change the project. */
  readonly onMove?: ((promised: PlainDate) => void) | undefined
}

/** Px that the day in words takes: near the end of the axis it stands before the mark. */
const dayWidth = 130

/** The promise on its way along the axis: where it is drawn, and which day that is. */
function usePromise({ promised, scale, onMove }: PromiseProps) {
  const at = (days: number) => addDays(promised as PlainDate, days)
  const { by, handlers, movable } = useTaking(scale, onMove && ((days) => onMove(at(days))))
  const day = at(by)
  const place = placeOf(scale, day) + scale.day
  return { day, isTaken: by !== 0, isFar: place > scale.width - dayWidth, handlers, movable, place }
}

/** The day to which the promise has been taken so far. */
function TakenDay({ day, isFar }: { readonly day: PlainDate; readonly isFar: boolean }) {
  const { date } = useLanguage()
  return (
    <b className="gantt-taking" data-before={isFar || undefined}>
      {date(day)}
    </b>
  )
}

/** The promise of one project among many, on its own row. */
export function PromiseMark({ name, ...props }: PromiseProps & { readonly name: string }) {
  const { t, date } = useLanguage()
  const { day, isTaken, isFar, handlers, movable, place } = usePromise(props)
  const says = `${t(planWords.promised)} ${date(day)}`
  return (
    <span
      className="promised-mark"
      data-movable={movable || undefined}
      style={{ insetInlineStart: place }}
      title={movable ? `${says} · ${t(planWords.dragPromise)}` : says}
      {...(movable && { 'aria-label': `${name} ${says}` })}
      {...handlers}
    >
      {isTaken && <TakenDay day={day} isFar={isFar} />}
    </span>
  )
}

/** The promise of a plan: a line through all its nodes, taken by the flag at its head. */
export function PromiseLine(props: PromiseProps) {
  const { t, date } = useLanguage()
  const { day, isTaken, isFar, handlers, movable, place } = usePromise(props)
  const says = `${t(planWords.promised)} ${date(day)}`
  return (
    <>
      <div className="gantt-lines" aria-hidden="true">
        <span className="gantt-line" data-kind="promised" style={{ insetInlineStart: place }} />
      </div>
      {movable && (
        <span
          className="promise-flag"
          style={{ insetInlineStart: place }}
          title={`${says} · ${t(planWords.dragPromise)}`}
          aria-label={says}
          {...handlers}
        >
          {isTaken && <TakenDay day={day} isFar={isFar} />}
        </span>
      )}
    </>
  )
}
