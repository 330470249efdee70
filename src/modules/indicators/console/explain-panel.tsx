import { ArrowLeftOutlined } from '@ant-design/icons'
import { Alert, Button, Skeleton } from 'antd'
import { useState, type ReactNode } from 'react'
import { text, type Text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { Figure, FigureMarks } from '#console/ui/figure'
import { SidePanel } from '#console/ui/side-panel'
import type { ExplainReply } from '#modules/indicators/contract'
import { accumulations, directions, frequencies, rollups } from '#modules/indicators/records/indicator'
import { AsOfChoice } from './as-of-choice'
import { ExplainComparison } from './explain/explain-comparison'
import { ExplainInputs } from './explain/explain-inputs'
import { ExplainRevisions } from './explain/explain-revisions'
import { ExplainRows } from './explain/explain-rows'
import { unitWords } from './figure-words'
import { type ExplainTarget, targetId, useExplanation } from './figure-queries'
import { ReadProblem } from './read-problem'
import './explain/explain.css'

export type { ExplainTarget } from './figure-queries'

const words = {
  wait: text('数据来源与口径', 'Where the figure comes from'),
  back: text('返回', 'Back'),
  backTo: text('返回上一个数据', 'Back to the figure before'),
  compare: text('比较', 'Compared'),
  definition: text('口径', 'Definition'),
  undefined: text('尚未填写口径。', 'No definition has been written yet.'),
  calculation: text('计算过程', 'How it was worked out'),
  inputs: text('由以下数据得出', 'Made of'),
  revisions: text('填报与修订', 'Reported and revised'),
  computed: text('本数由系统计算，没有单独填报。', 'Computed; nobody has reported it by itself.'),
  ambiguity: text('出处未明', 'Source leaves open'),
  note: text('请注意', 'Note'),
  derived: text('本级数与下级合计不一致', 'Own figure and sum of the units below differ'),
  rows: text('由台账统计', 'Counted from records'),
}
interface PartProps {
  readonly title: Text
  readonly children: ReactNode
}

function Part({ title, children }: PartProps) {
  const { t } = useLanguage()
  return (
    <section className="explain-part">
      <h2>{t(title)}</h2>
      {children}
    </section>
  )
}

/** What must not be overlooked: what the source leaves open, and where own figure and parts disagree. */
function Warnings({ reply }: { readonly reply: ExplainReply }) {
  const { t } = useLanguage()
  const { note, ambiguity } = reply.tree
  return (
    <>
      {ambiguity && <Alert type="warning" showIcon title={t(words.ambiguity)} description={t(ambiguity)} />}
      {note && (
        <Alert
          type="warning"
          showIcon
          title={t(reply.tree.figure.value === null ? words.note : words.derived)}
          description={t(note)}
        />
      )}
    </>
  )
}

function Meaning({ reply }: { readonly reply: ExplainReply }) {
  const { t, language } = useLanguage()
  const { indicator } = reply
  const named = (names: Readonly<Record<string, Text>>, key: string) => (names[key] ? t(names[key]) : key)
  const traits = [
    unitWords(indicator.unit, language),
    named(frequencies, indicator.frequency),
    named(accumulations, indicator.accumulation),
    named(rollups, indicator.rollup),
    named(directions, indicator.direction),
  ].filter(Boolean)
  return (
    <>
      <p>{t(indicator.definition) || t(words.undefined)}</p>
      <ul className="explain-traits">
        {traits.map((trait) => (
          <li key={trait}>{trait}</li>
        ))}
      </ul>
      {indicator.formula && <code className="explain-formula">{indicator.formula}</code>}
    </>
  )
}

interface BodyProps {
  readonly reply: ExplainReply
  readonly stale: boolean
  readonly onWalk: (figure: ExplainTarget) => void
}

function Body({ reply, stale, onWalk }: BodyProps) {
  const { t } = useLanguage()
  const { tree, rows } = reply
  return (
    <div className="explain-body" data-stale={stale || undefined} aria-busy={stale}>
      <div className="explain-head">
        <p className="quiet">
          {t(tree.unit)} · {t(tree.period)}
        </p>
        <Figure figure={tree.figure} decimals={reply.indicator.decimals} size="key" />
        <p className="explain-marks">
          <FigureMarks figure={tree.figure} />
        </p>
      </div>
      <Warnings reply={reply} />
      {reply.comparison && (
        <Part title={words.compare}>
          <ExplainComparison reply={reply} />
        </Part>
      )}
      <Part title={words.definition}>
        <Meaning reply={reply} />
      </Part>
      {tree.calculation && (
        <Part title={words.calculation}>
          <p className="explain-calculation">{t(tree.calculation)}</p>
        </Part>
      )}
      {tree.inputs.length > 0 && (
        <Part title={words.inputs}>
          <ExplainInputs key={targetId(tree.figure)} node={tree} onWalk={onWalk} />
        </Part>
      )}
      {rows.length > 0 && (
        <Part title={words.rows}>
          <ExplainRows rows={rows} />
        </Part>
      )}
      <Part title={words.revisions}>
        {reply.revisions.length > 0 ? (
          <ExplainRevisions reply={reply} />
        ) : (
          <p className="quiet">{t(words.computed)}</p>
        )}
      </Part>
    </div>
  )
}

/** The figures walked through from the one that was clicked; another click outside begins anew. */
function useWalk(figure: ExplainTarget | undefined) {
  const [walk, setWalk] = useState<{
    readonly from: string
    readonly trail: readonly ExplainTarget[]
  }>({ from: '', trail: [] })
  const from = figure ? targetId(figure) : ''
  const trail = walk.from === from ? walk.trail : []
  return {
    at: trail.at(-1) ?? figure,
    depth: trail.length,
    go: (to: ExplainTarget) => setWalk({ from, trail: [...trail, to] }),
    back: () => setWalk({ from, trail: trail.slice(0, -1) }),
  }
}

interface ExplainPanelProps {
  /** The figure to explain; absent: the panel is closed. */
  readonly figure: ExplainTarget | undefined
  /** A day: the page shows figures as published by then, and so does the panel until another day is chosen in it. */
  readonly asOf?: string | undefined
  readonly onClose: () => void
}

/** Where a number comes from, at the side of any page: meaning, calculation, inputs to walk through, who and when. */
export function ExplainPanel({ figure, asOf: pageAsOf, onClose }: ExplainPanelProps) {
  const { t } = useLanguage()
  const { at, depth, go, back } = useWalk(figure)
  const [chosen, setChosen] = useState<{ readonly day: string | undefined }>()
  const asOf = chosen ? chosen.day : pageAsOf
  const { data, error, isPlaceholderData } = useExplanation(at, asOf)
  return (
    <SidePanel
      open={figure !== undefined}
      title={data ? t(data.tree.indicator) : t(words.wait)}
      extra={<AsOfChoice value={asOf} onChange={(day) => setChosen({ day })} />}
      onClose={onClose}
    >
      {depth > 0 && (
        <Button
          type="text"
          size="small"
          className="explain-back"
          icon={<ArrowLeftOutlined aria-hidden="true" />}
          aria-label={t(words.backTo)}
          onClick={back}
        >
          {t(words.back)}
        </Button>
      )}
      <ReadProblem error={error} />
      {!data && !error && <Skeleton active paragraph={{ rows: 8 }} />}
      {data && !error && <Body reply={data} stale={isPlaceholderData} onWalk={go} />}
    </SidePanel>
  )
}
