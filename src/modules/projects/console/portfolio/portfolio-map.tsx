import { AppstoreOutlined, TableOutlined } from '@ant-design/icons'
import { Button, Skeleton } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { StateTone } from '#engine/lifecycles/lifecycle'
import type { ListReply } from '#engine/records/reply'
import { text, type Text } from '#engine/result/result'
import { useSession } from '#console/api/session'
import { useLanguage } from '#console/language/language'
import { useRecordList } from '#console/records/record-queries'
import type { List } from '#console/records/use-list'
import { EmptyState } from '#console/ui/empty-state'
import { useWidth } from '#console/ui/use-width'
import { project } from '../../records/project'
import { projectLifecycle } from '../../records/project-lifecycle'
import { ToneShape } from './map-mark'
import { inCells, investmentClasses } from './map-marks'
import { MapTable } from './map-table'
import { askedOf, mostMarks } from './portfolio-queries'
import { parksOf, ProjectMap } from './project-map'
import { portfolioWords } from './portfolio-words'
import './map.css'

const RowPanel = lazy(() => import('#console/records/row-panel').then((room) => ({ default: room.RowPanel })))

const fields = ['name_zh', 'investment', 'investment_qualifier'].join(',')

const words = {
  asTable: text('看表格', 'As a table'),
  asMap: text('看图', 'As a map'),
  about: text(
    '位置为示意：每个园区一格，格内是其项目。',
    'A schematic: a cell a park, with its projects in it.',
  ),
  unknown: text('投资未知', 'Investment unknown'),
}
const mostWords = (shown: number, total: number) =>
  text(`共 ${total} 个，显示前 ${shown} 个`, `the first ${shown} of ${total}`)

const classWords: readonly Text[] = [
  text('10 亿元及以上', '10 亿元 and more'),
  text('5–10 亿元', '5–10 亿元'),
  text('1–5 亿元', '1–5 亿元'),
  text('不足 1 亿元', 'below 1 亿元'),
]

/** The states that have this tone, in one phrase: 签约、前期、开工、在建. */
function toneWords(tone: StateTone, language: 'zh' | 'en'): string {
  const states = Object.values(projectLifecycle.states).filter((state) => (state.tone ?? 'neutral') === tone)
  return states.map(({ label }) => label[language]).join(language === 'zh' ? '、' : ', ')
}

function Legend() {
  const { t, language } = useLanguage()
  return (
    <p className="map-legend">
      {(['neutral', 'active', 'good', 'warning'] as const).map((tone) => (
        <span key={tone}>
          <svg width="16" height="16" aria-hidden="true" className="project-map">
            <g className="project-mark">
              <ToneShape tone={tone} x={8} y={8} radius={6} />
            </g>
          </svg>{' '}
          {toneWords(tone, language)}
        </span>
      ))}
      {investmentClasses.map(({ radius }, index) => (
        <span key={radius}>
          <svg width="26" height="26" aria-hidden="true" className="project-map">
            <circle className="map-size" cx={13} cy={13} r={radius} />
          </svg>{' '}
          {t(classWords[index] ?? words.unknown)}
        </span>
      ))}
    </p>
  )
}

function About({ shown, total }: { readonly shown: number; readonly total: number }) {
  const { t } = useLanguage()
  return (
    <span className="quiet">
      {t(words.about)} {total > shown && t(mostWords(shown, total))}
    </span>
  )
}

function MapView({ list, reply }: { readonly list: List; readonly reply: ListReply }) {
  const { t } = useLanguage()
  const session = useSession()
  const [room, width] = useWidth<HTMLDivElement>()
  const [asTable, setAsTable] = useState(false)
  const { titles, total = reply.rows.length } = reply
  const rows = inCells(reply.rows, session.units, list.unit?.code ?? '')
  const parks = parksOf(session.units, { unit: list.unit?.code ?? '', rows, titles, t })
  return (
    <div ref={room} className="map-view">
      <div className="portfolio-tools">
        <About shown={rows.length} total={total} />
        <span className="frame-space" />
        <Button
          type="text"
          size="small"
          icon={asTable ? <AppstoreOutlined aria-hidden="true" /> : <TableOutlined aria-hidden="true" />}
          onClick={() => setAsTable(!asTable)}
        >
          {t(asTable ? words.asMap : words.asTable)}
        </Button>
      </div>
      {asTable ? (
        <MapTable parks={parks} rows={rows} />
      ) : (
        <>
          {width > 0 && (
            <ProjectMap parks={parks} rows={rows} width={width} open={list.open} onOpen={list.setOpen} />
          )}
          <Legend />
        </>
      )}
    </div>
  )
}

/** Projects where they are: parks of the product's own geometry, a mark a project; a click opens it beside the map. */
export function PortfolioMap({ list }: { readonly list: List }) {
  const { t } = useLanguage()
  const asked = { ...askedOf(list.asked), size: String(mostMarks), fields }
  const { data, error } = useRecordList(project, asked)
  if (error && !data) throw error
  if (!data) return <Skeleton active title={false} paragraph={{ rows: 10 }} />
  if (data.rows.length === 0)
    return (
      <EmptyState why={portfolioWords.none} what={portfolioWords.noneWhat}>
        <Button onClick={list.clear}>{t(portfolioWords.clear)}</Button>
      </EmptyState>
    )
  return (
    <>
      <MapView list={list} reply={data} />
      <Suspense fallback={null}>
        {list.open && <RowPanel record={project} id={list.open} onClose={() => list.setOpen(undefined)} />}
      </Suspense>
    </>
  )
}
