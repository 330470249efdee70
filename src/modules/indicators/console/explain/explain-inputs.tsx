import { useState } from 'react'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { Figure } from '#console/ui/figure'
import type { ExplainNode } from '#modules/indicators/contract'
import { type ExplainTarget, targetId } from '../figure-queries'
import { decimalsOf } from '../figure-words'

const words = {
  more: text('展开下一层', 'Show what it was made of'),
  less: text('收起', 'Hide what it was made of'),
}
const allOf = (count: number) => text(`显示全部 ${count} 项`, `Show all ${count}`)

/** Inputs shown before “all”: a sum over twenty parks of twelve months must not bury the rest of the panel. */
const first = 12

interface InputsProps {
  readonly node: ExplainNode
  readonly onWalk: (figure: ExplainTarget) => void
}

/** What an input is called beside its parent: only what differs is said. */
function nameOf(input: ExplainNode, parent: ExplainNode, t: (name: ExplainNode['unit']) => string): string {
  const parts = [
    input.figure.indicator !== parent.figure.indicator && t(input.indicator),
    input.figure.unit !== parent.figure.unit && t(input.unit),
    input.figure.period !== parent.figure.period && t(input.period),
  ].filter(Boolean)
  return parts.length > 0 ? parts.join(' · ') : t(input.indicator)
}

function Input({ input, parent, onWalk }: InputsProps & { input: ExplainNode; parent: ExplainNode }) {
  const { t } = useLanguage()
  const [open, setOpen] = useState(false)
  const name = nameOf(input, parent, t)
  const { figure } = input
  return (
    <li>
      <div className="explain-input">
        {input.inputs.length > 0 ? (
          <button
            type="button"
            className="explain-twist plain-button"
            aria-expanded={open}
            aria-label={`${t(open ? words.less : words.more)}：${name}`}
            onClick={() => setOpen(!open)}
          >
            <span aria-hidden="true">{open ? '▾' : '▸'}</span>
          </button>
        ) : (
          <span className="explain-twist" aria-hidden="true">
            ·
          </span>
        )}
        <button type="button" className="link-button explain-walk" onClick={() => onWalk(figure)}>
          {name}
        </button>
        <Figure figure={figure} decimals={decimalsOf(figure.value)} />
      </div>
      {open && <Inputs node={input} onWalk={onWalk} />}
    </li>
  )
}

function Inputs({ node, onWalk }: InputsProps) {
  const { t } = useLanguage()
  const [all, setAll] = useState(false)
  const shown = all ? node.inputs : node.inputs.slice(0, first)
  return (
    <>
      <ul className="explain-inputs">
        {shown.map((input) => (
          <Input key={targetId(input.figure)} input={input} parent={node} node={input} onWalk={onWalk} />
        ))}
      </ul>
      {shown.length < node.inputs.length && (
        <button type="button" className="link-button" onClick={() => setAll(true)}>
          {t(allOf(node.inputs.length))}
        </button>
      )}
    </>
  )
}

/** What a figure was made of, as a tree: each part opens in place or becomes the figure explained. */
export const ExplainInputs = Inputs
