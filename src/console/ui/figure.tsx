import {
  quantityParts,
  readableQuantity,
  UNKNOWN_MARK,
  type QuantityParts,
} from '#engine/quantity/format-quantity'
import { QUALIFIERS, type Qualifier } from '#engine/quantity/quantity'
import { text, type Text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { OriginMark } from './origin-mark'
import { SampleMark } from './sample-mark'
import './figure.css'

/** What a figure brings with it; a reply of the figures API has this shape. */
export interface ShownFigure {
  readonly value: string | null
  readonly qualifier?: string
  /** Unit of measure, by code or Chinese name. */
  readonly measure?: string | undefined
  readonly nature?: string
  readonly origin?: string
  readonly sample?: boolean
  readonly coverage?: { readonly have: number; readonly of: number }
  readonly ambiguity?: Text | null
}

interface FigureProps {
  readonly figure: ShownFigure
  /** Decimals shown; absent: all there are. */
  readonly decimals?: number
  /** `key`: the big number of a card; `row`: in running text and tables. */
  readonly size?: 'key' | 'row'
  /** Leaves the unit out, where a head already says it. */
  readonly bare?: boolean
  /** What the number is, for the button's name: “GDP，2021年”. */
  readonly name?: string
  /** Makes the number a button that explains it. */
  readonly onExplain?: (() => void) | undefined
}

const words = {
  unknown: text('暂无数据', 'Not known'),
  explain: text('查看来源与口径', 'Where it comes from'),
  open: text('出处未明', 'Source leaves open'),
}
const coverageWords = (have: number, of: number) => text(`已报 ${have}/${of}`, `${have} of ${of} reported`)

const qualifierOf = (given: string | undefined): Qualifier =>
  QUALIFIERS.find((qualifier) => qualifier === given) ?? 'exact'

/** The big number of a card sets its unit small: number and unit apart, the qualifier with the number. */
function usePartsOf({ figure, decimals, size, bare }: FigureProps): QuantityParts {
  const { language } = useLanguage()
  const quantity = { value: figure.value, qualifier: qualifierOf(figure.qualifier) }
  const shown = { language, ...(decimals !== undefined && { decimals }) }
  if (figure.value === null) return { number: UNKNOWN_MARK, unit: '' }
  if (bare || !figure.measure) return quantityParts(quantity, shown)
  const whole = { ...shown, unit: figure.measure }
  return size === 'key'
    ? quantityParts(quantity, whole)
    : { number: readableQuantity(quantity, whole), unit: '' }
}

/** Everything that must be said beside the number: nature and origin, sample, coverage, what the source leaves open. */
export function FigureMarks({ figure }: { readonly figure: ShownFigure }) {
  const { t } = useLanguage()
  const { coverage, ambiguity } = figure
  const isPart = figure.value !== null && coverage && coverage.have < coverage.of
  return (
    <span className="figure-marks">
      <OriginMark nature={figure.nature} origin={figure.origin} />
      {isPart && <span className="figure-note">{t(coverageWords(coverage.have, coverage.of))}</span>}
      {ambiguity && (
        <span className="figure-note" title={t(ambiguity)}>
          {t(words.open)}
        </span>
      )}
      {figure.sample && <SampleMark />}
    </span>
  )
}

/** A number with all that belongs to it; unknown is a dash, never a zero. */
export function Figure(props: FigureProps) {
  const { t } = useLanguage()
  const { figure, size = 'row', name, onExplain } = props
  const { number, unit } = usePartsOf(props)
  const body = (
    <>
      <span className="figure-number">{number}</span>
      {unit && <small className="figure-unit"> {unit}</small>}
      {figure.value === null && <span className="visually-hidden">{t(words.unknown)}</span>}
    </>
  )
  return (
    <span className="figure" data-size={size}>
      {onExplain ? (
        <button
          type="button"
          className="figure-button plain-button"
          title={t(words.explain)}
          onClick={onExplain}
        >
          {name && <span className="visually-hidden">{name}：</span>}
          {body}
        </button>
      ) : (
        body
      )}
      {size === 'row' && figure.sample && <SampleMark />}
    </span>
  )
}
