import { ArrowLeftOutlined, DownloadOutlined } from '@ant-design/icons'
import { Button, Skeleton } from 'antd'
import { useMemo, useState } from 'react'
import type { SessionUnit } from '#engine/records/session'
import { text } from '#engine/result/result'
import { usePlace } from '#console/frame/place'
import { useLanguage } from '#console/language/language'
import { useAddress } from '#console/router/go'
import { EmptyState } from '#console/ui/empty-state'
import { PageHeader } from '#console/ui/page-header'
import { SampleMark } from '#console/ui/sample-mark'
import type { FiguresReply } from '#modules/indicators/contract'
import { AsOfChoice } from './as-of-choice'
import { ExplainPanel, type ExplainTarget } from './explain-panel'
import { useFigures } from './figure-queries'
import { unitWords } from './figure-words'
import { FigureGrid } from './figures/figure-grid'
import { saveSheet, sheetText } from './figures/figure-sheet'
import { figureTable, type FigureTable } from './figures/figure-table'
import { IndicatorView } from './figures/indicator-view'
import { ReadProblem } from './read-problem'

const words = {
  title: text('指标数据', 'Figures'),
  none: text('这个单位还没有已发布的数据', 'Nothing has been published for this unit yet'),
  noneWhat: text(
    '报表发布后，数据会出现在这里；也可切换上方的单位。',
    'Once a report is published its figures stand here; or switch the unit.',
  ),
  noYear: text('这一年没有已发布的数据', 'Nothing was published for this year'),
  noYearWhat: text('请选择上面的其他年份。', 'Choose another year above.'),
  back: text('全部指标', 'All indicators'),
  sheet: text('导出 Excel（CSV）', 'Export for Excel (CSV)'),
  indicator: text('指标', 'Indicator'),
  unit: text('计量单位', 'Unit'),
  target: text('年度目标', 'Target'),
  years: text('年份', 'Years'),
}
const tableName = (unit: SessionUnit, year: string) =>
  text(`${unit.name.zh} ${year}年指标数据`, `Figures of ${unit.name.en || unit.name.zh}, ${year}`)

function Years({ table }: { readonly table: FigureTable }) {
  const { t, period } = useLanguage()
  const { change } = useAddress()
  return (
    <span className="figure-years" role="group" aria-label={t(words.years)}>
      {table.years.map((year) => (
        <Button
          key={year}
          size="small"
          type={year === table.year ? 'primary' : 'default'}
          aria-pressed={year === table.year}
          onClick={() => change({ period: year })}
        >
          {period(year)}
        </Button>
      ))}
    </span>
  )
}

interface BodyProps {
  readonly reply: FiguresReply
  readonly unit: SessionUnit
  readonly stale: boolean
  readonly onExplain: (figure: ExplainTarget) => void
}

function Filled({ reply, unit, stale, onExplain }: BodyProps) {
  const { t, language, period: inWords } = useLanguage()
  const { period } = usePlace()
  const { search, change } = useAddress()
  const table = useMemo(
    () => figureTable(reply, { period, thisYear: new Date().getFullYear() }),
    [reply, period],
  )
  const chosen = table.groups
    .flatMap(({ rows }) => rows)
    .find(({ indicator }) => indicator.code === search.indicator)
  const label = t(tableName(unit, table.year))
  const save = () => {
    const heads = [t(words.indicator), t(words.unit), t(words.target)] as const
    saveSheet(
      label,
      sheetText(table, {
        heads,
        name: (one) => t(one.name),
        unit: (one) => unitWords(one, language),
        period: inWords,
      }),
    )
  }
  return (
    <>
      <div className="figure-bar no-print">
        {chosen && (
          <Button icon={<ArrowLeftOutlined />} onClick={() => change({ indicator: undefined })}>
            {t(words.back)}
          </Button>
        )}
        <Years table={table} />
        <span className="frame-space" />
        <AsOfChoice value={search.as_of} onChange={(day) => change({ as_of: day })} />
        {!chosen && (
          <Button size="small" icon={<DownloadOutlined />} onClick={save}>
            {t(words.sheet)}
          </Button>
        )}
      </div>
      {table.groups.length === 0 && <EmptyState why={words.noYear} what={words.noYearWhat} />}
      {chosen ? (
        <IndicatorView
          row={chosen}
          figures={reply.figures}
          unit={unit}
          period={period}
          asOf={search.as_of}
          onExplain={onExplain}
        />
      ) : (
        table.groups.length > 0 && (
          <FigureGrid
            table={table}
            label={label}
            stale={stale}
            onExplain={onExplain}
            onIndicator={(code) => change({ indicator: code })}
          />
        )
      )}
    </>
  )
}

function Body(props: BodyProps) {
  if (props.reply.figures.length === 0) return <EmptyState why={words.none} what={words.noneWhat} />
  return <Filled {...props} />
}

interface OfUnitProps {
  readonly unit: SessionUnit
  readonly onExplain: BodyProps['onExplain']
}

function OfUnit({ unit, onExplain }: OfUnitProps) {
  const { t } = useLanguage()
  const { search } = useAddress()
  const { data, error, isPlaceholderData } = useFigures({ unit: unit.code, as_of: search.as_of })
  const title = (search.indicator && data?.indicators[search.indicator]?.name) || words.title
  return (
    <>
      <PageHeader title={title} about={t(unit.name)} marks={unit.sample && <SampleMark />} />
      <ReadProblem error={error} />
      {data ? (
        <Body reply={data} unit={unit} stale={isPlaceholderData} onExplain={onExplain} />
      ) : (
        !error && <Skeleton active paragraph={{ rows: 10 }} />
      )}
    </>
  )
}

/** `/figures`: a unit's published figures over a year, each explained by a click, each indicator with its chart. */
export function FiguresPage() {
  const { unit } = usePlace()
  const { search } = useAddress()
  const [figure, setFigure] = useState<ExplainTarget>()
  if (!unit) return null
  return (
    <>
      <OfUnit unit={unit} onExplain={setFigure} />
      <ExplainPanel figure={figure} asOf={search.as_of} onClose={() => setFigure(undefined)} />
    </>
  )
}
