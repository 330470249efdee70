import type { KeyboardEvent } from 'react'
import { findState, type StateTone } from '#engine/lifecycles/lifecycle'
import type { Text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { fieldWords } from '#console/records/field-words'
import { project } from '../../records/project'
import { projectLifecycle } from '../../records/project-lifecycle'
import type { Mark } from './map-marks'

const points = (corners: readonly (readonly [number, number])[], { x, y, radius }: Place) =>
  corners.map(([dx, dy]) => `${(x + dx * radius).toFixed(1)},${(y + dy * radius).toFixed(1)}`).join(' ')

interface Place {
  readonly x: number
  readonly y: number
  readonly radius: number
}

/** Each tone has its shape, as in every list: ○ ◆ ● ▲. */
export function ToneShape({ tone, ...place }: Place & { readonly tone: StateTone }) {
  const { x, y, radius } = place
  if (tone === 'active')
    return (
      <polygon
        data-tone={tone}
        points={points(
          [
            [0, -1.15],
            [1.15, 0],
            [0, 1.15],
            [-1.15, 0],
          ],
          place,
        )}
      />
    )
  if (tone === 'warning' || tone === 'bad')
    return (
      <polygon
        data-tone={tone}
        points={points(
          [
            [0, -1.1],
            [1.1, 0.85],
            [-1.1, 0.85],
          ],
          place,
        )}
      />
    )
  return <circle data-tone={tone} cx={x} cy={y} r={radius} />
}

interface ProjectMarkProps {
  readonly mark: Mark
  readonly isOpen: boolean
  readonly onOpen: (id: string) => void
}

const stateOf = (state: unknown): { label: Text; tone: StateTone } | undefined => {
  const found = findState(projectLifecycle, String(state))
  return found && { label: found.label, tone: found.tone ?? 'neutral' }
}

/** A project on the map: its shape says the stage, its size the class of its investment; a click opens it. */
export function ProjectMark({ mark, isOpen, onOpen }: ProjectMarkProps) {
  const { t, language } = useLanguage()
  const { row } = mark
  const state = stateOf(row.state)
  const context = { language, titles: {}, qualifier: row.investment_qualifier }
  const money = fieldWords(project.fields.investment, row.investment, context)
  const name = `${String(row.name_zh)} · ${state ? t(state.label) : ''} · ${money} 亿元`
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    onOpen(row.id)
  }
  return (
    <g
      className="project-mark"
      role="button"
      tabIndex={0}
      aria-label={name}
      data-open={isOpen || undefined}
      data-unknown={row.investment === null || undefined}
      onClick={() => onOpen(row.id)}
      onKeyDown={press}
    >
      <title>{name}</title>
      <circle className="mark-target" cx={mark.x} cy={mark.y} r={mark.target ?? Math.max(12, mark.radius)} />
      <ToneShape tone={state?.tone ?? 'neutral'} x={mark.x} y={mark.y} radius={mark.radius} />
    </g>
  )
}
