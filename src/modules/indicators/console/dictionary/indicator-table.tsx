import { Fragment } from 'react'
import type { ReplyRow } from '#engine/records/reply'
import { text, type Text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { GoLink } from '#console/router/go'
import { accumulations, figureSources, frequencies, rollups } from '#modules/indicators/records/indicator'
import { partsAfterWholes, type PartOf } from '../../domain/part-order'
import { unitWords } from '../figure-words'
import { themeText } from '../theme-words.data'
import { indicatorName } from './check-formula'
import './dictionary.css'

const words = {
  name: text('指标', 'Indicator'),
  definition: text('口径', 'Definition'),
  unit: text('单位', 'Unit'),
  frequency: text('频度与累计', 'Frequency'),
  rollup: text('汇总', 'Roll-up'),
  source: text('来源与公式', 'Source'),
  valid: text('有效期', 'Valid'),
  always: text('长期', 'always'),
  key: text('看板关键指标', 'Key figure'),
  edit: text('编辑', 'Edit'),
  none: text('未填写口径', 'Not written yet'),
}

const word = (value: unknown): string => (typeof value === 'string' ? value : '')

function Traits({ row }: { readonly row: ReplyRow }) {
  const { t, language, date } = useLanguage()
  const named = (names: Readonly<Record<string, Text>>, value: unknown) => {
    const found = names[word(value)]
    return found ? t(found) : '—'
  }
  const [from, to] = [word(row.valid_from), word(row.valid_to)]
  return (
    <>
      <td className="dictionary-unit" data-label={t(words.unit)}>
        {unitWords(word(row.unit), language)}
      </td>
      <td data-label={t(words.frequency)}>
        {named(frequencies, row.frequency)}{' '}
        <span className="report-day">{named(accumulations, row.accumulation)}</span>
      </td>
      <td data-label={t(words.rollup)}>{named(rollups, row.rollup)}</td>
      <td data-label={t(words.source)}>
        {named(figureSources, row.source)}
        {word(row.formula) && <code className="dictionary-formula">{word(row.formula)}</code>}
      </td>
      <td className="report-late">
        {from || to ? (
          `${from ? date(from) : ''} – ${to ? date(to) : ''}`
        ) : (
          <span className="quiet">{t(words.always)}</span>
        )}
      </td>
    </>
  )
}

const asPart = (row: ReplyRow): PartOf => ({
  code: row.id,
  of_which: word(row.of_which) || null,
  theme: word(row.theme) || null,
})

function Row({ row, depth }: { readonly row: ReplyRow; readonly depth: number }) {
  const { t } = useLanguage()
  const definition = text(word(row.definition_zh), word(row.definition_en))
  return (
    <tr>
      <th scope="row" data-part={depth || undefined}>
        <GoLink to={`/records/indicator/${encodeURIComponent(row.id)}`}>{t(indicatorName(row))}</GoLink>
        <span className="report-day">
          <code>{word(row.code)}</code> {row.key_figure === true && `· ${t(words.key)}`}
        </span>
      </th>
      <td className="dictionary-definition">
        {t(definition) || <span className="quiet">{t(words.none)}</span>}
      </td>
      <Traits row={row} />
      <td className="dictionary-edit no-print">
        {row.may.includes('update') && (
          <GoLink
            to={`/records/indicator/${encodeURIComponent(row.id)}`}
            search={{ edit: '1' }}
            label={`${t(words.edit)} ${t(indicatorName(row))}`}
          >
            {t(words.edit)}
          </GoLink>
        )}
      </td>
    </tr>
  )
}

/** Every indicator by group, with what it means and how it comes about. */
export function IndicatorTable({ rows }: { readonly rows: readonly ReplyRow[] }) {
  const { t } = useLanguage()
  const placed = partsAfterWholes(rows, asPart)
  const themes = [...new Set(placed.map(({ theme }) => theme))]
  const heads = [words.name, words.definition, words.unit, words.frequency, words.rollup, words.source]
  return (
    <div className="report-scroll">
      <table className="report-table dictionary-table">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head.zh} scope="col">
                {t(head)}
              </th>
            ))}
            <th scope="col" className="report-late">
              {t(words.valid)}
            </th>
            <td className="no-print" />
          </tr>
        </thead>
        <tbody>
          {themes.map((theme) => (
            <Fragment key={theme}>
              <tr className="dictionary-theme">
                <th scope="colgroup" colSpan={heads.length + 2}>
                  {t(themeText(theme))}
                </th>
              </tr>
              {placed
                .filter((one) => one.theme === theme)
                .map(({ row, depth }) => (
                  <Row key={row.id} row={row} depth={depth} />
                ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}
