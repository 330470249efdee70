import { useEffect, useRef } from 'react'
import { text, type Text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import './page.css'

export interface ShownProblem {
  /** Id of the input to jump to; empty when the problem is the whole row's. */
  readonly target: string
  readonly label: Text | undefined
  readonly says: Text
  readonly mend: Text
}

interface ProblemsProps {
  readonly problems: readonly ShownProblem[]
  /** Takes the focus when it appears, so that a screen reader and a long form both arrive here. */
  readonly grab?: boolean
}

const heading = (count: number) =>
  text(`有 ${count} 处需要更正`, count === 1 ? 'One thing to mend' : `${count} things to mend`)

const worded = ({ label, says }: ShownProblem): Text =>
  label ? text(`${label.zh}：${says.zh}`, `${label.en}: ${says.en}`) : says

/** Everything that is wrong, in one place; each line jumps to its field. */
export function Problems({ problems, grab = false }: ProblemsProps) {
  const { t } = useLanguage()
  const room = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (grab) room.current?.focus()
  }, [grab])
  if (problems.length === 0) return null
  const jump = (target: string) => {
    const input = document.getElementById(target)
    input?.scrollIntoView({ block: 'center' })
    input?.focus()
  }
  return (
    <div ref={room} className="problems" role="alert" tabIndex={-1}>
      <strong>{t(heading(problems.length))}</strong>
      <ul>
        {problems.map((problem, index) => (
          <li key={`${problem.target}-${index}`}>
            {problem.target ? (
              <button type="button" className="link-button" onClick={() => jump(problem.target)}>
                {t(worded(problem))}
              </button>
            ) : (
              t(worded(problem))
            )}
            <span className="quiet"> {t(problem.mend)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
