import { Input } from 'antd'
import { useId, useState } from 'react'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import type { FigureReply } from '#modules/indicators/contract'
import { figureWords, unitWords } from '../figure-words'
import type { EntryField } from './entry-book'
import { Findings, ofWhich } from './grid-row'
import type { RowView } from './row-view'
import type { GridControl } from './use-grid-control'

const words = {
  previous: text('上期', 'Last period'),
  last_year: text('上年同期', 'Last year'),
  target: text('年度目标', 'Target'),
  yoy: text('同比', 'Year on year'),
  explanation: text('说明', 'Explanation'),
}

interface CellInputProps {
  readonly id: string
  readonly label?: string
  readonly text: string
  readonly unit?: string
  readonly placeholder?: string
  readonly invalid: boolean
  readonly disabled: boolean
  readonly onCommit: (text: string) => void
}

/** Written when one leaves the field, so that half a number is never saved. */
function CellInput({
  id,
  label,
  text: stored,
  unit,
  placeholder,
  invalid,
  disabled,
  onCommit,
}: CellInputProps) {
  const [typed, setTyped] = useState<string>()
  const commit = () => {
    if (typed !== undefined) onCommit(typed.trim())
    setTyped(undefined)
  }
  return (
    <Input
      id={id}
      {...(label && { 'aria-label': label })}
      {...(unit !== undefined && { inputMode: 'decimal' as const, suffix: unit })}
      {...(placeholder && { placeholder })}
      value={typed ?? stored}
      disabled={disabled}
      aria-invalid={invalid}
      {...(invalid && { status: 'error' as const })}
      onChange={(event) => setTyped(event.target.value)}
      onPressEnter={commit}
      onBlur={commit}
    />
  )
}

function Card({ view, control }: { readonly view: RowView; readonly control: GridControl }) {
  const { t, language } = useLanguage()
  const id = useId()
  const { line } = view
  const { indicator } = line
  const set = (field: EntryField) => (typed: string) =>
    control.book.set([{ code: indicator.code, field, text: typed }])
  const beside = (figure: FigureReply | null) =>
    figure ? figureWords(figure, { language, decimals: indicator.decimals }) : '—'
  return (
    <li className="entry-card" data-part={view.depth || undefined}>
      <label htmlFor={id}>
        {view.depth > 0 && <span className="quiet">{t(ofWhich)}</span>}
        {t(indicator.name)}
      </label>
      <CellInput
        id={id}
        text={view.typed}
        unit={unitWords(indicator.unit, language)}
        invalid={view.error !== undefined}
        disabled={!control.open}
        onCommit={set('value')}
      />
      <dl className="entry-card-beside">
        {(['previous', 'last_year', 'target'] as const).map((name) => (
          <div key={name}>
            <dt>{t(words[name])} </dt>
            <dd>{beside(line[name])}</dd>
          </div>
        ))}
        <div>
          <dt>{t(words.yoy)} </dt>
          <dd>{view.yoy}</dd>
        </div>
      </dl>
      <Findings view={view} />
      {(control.open || view.explanation) && (
        <CellInput
          id={`${id}-why`}
          label={`${t(words.explanation)}：${t(indicator.name)}`}
          placeholder={t(words.explanation)}
          text={view.explanation}
          invalid={view.needsExplanation}
          disabled={!control.open}
          onCommit={set('explanation')}
        />
      )}
    </li>
  )
}

/** The same lines on a phone: one below the other, with what they are judged by. */
export function EntryCards({ control }: { readonly control: GridControl }) {
  return (
    <ul className="entry-cards">
      {control.rows.map((view) => (
        <Card key={view.line.indicator.code} view={view} control={control} />
      ))}
    </ul>
  )
}
