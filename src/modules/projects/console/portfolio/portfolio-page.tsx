import { Segmented, Skeleton } from 'antd'
import { lazy, Suspense, type ComponentType } from 'react'
import { useLanguage } from '#console/language/language'
import { ColumnChoice } from '#console/records/column-choice'
import { GroupChoice } from '#console/records/group-choice'
import { ListChips } from '#console/records/list-chips'
import { ListSearch } from '#console/records/list-search'
import { ListViews } from '#console/records/list-views'
import { PhoneFilters } from '#console/records/phone-filters'
import { type List, useList } from '#console/records/use-list'
import { useAddress } from '#console/router/go'
import { PageHeader } from '#console/ui/page-header'
import { project } from '../../records/project'
import { portfolioWords } from './portfolio-words'
import '#console/records/records.css'
import './portfolio.css'

const views = {
  table: lazy(() => import('./portfolio-table').then((view) => ({ default: view.PortfolioTable }))),
  kanban: lazy(() => import('./portfolio-kanban').then((view) => ({ default: view.PortfolioKanban }))),
  gantt: lazy(() => import('./portfolio-gantt').then((view) => ({ default: view.PortfolioGantt }))),
  map: lazy(() => import('../map/portfolio-map').then((view) => ({ default: view.PortfolioMap }))),
  cards: lazy(() => import('./portfolio-cards').then((view) => ({ default: view.PortfolioCards }))),
} satisfies Record<string, ComponentType<{ readonly list: List }>>

type ViewName = keyof typeof views

const names = Object.keys(views) as ViewName[]
const isView = (name: string | undefined): name is ViewName =>
  name !== undefined && Object.hasOwn(views, name)

/** Every project of a unit, in several ways over one filter; unit, filter and view are in the address. */
export function PortfolioPage() {
  const { t } = useLanguage()
  const { search, change } = useAddress()
  const list = useList(project)
  const view = isView(search.view) ? search.view : 'table'
  const View = views[view]
  const where = list.unit ? `${t(list.unit.name)} · ` : ''
  return (
    <div className="list-page portfolio" data-view={view}>
      <PageHeader
        title={portfolioWords.title}
        about={`${where}${t(portfolioWords.about)}`}
        actions={
          <Segmented<ViewName>
            aria-label={t(portfolioWords.view)}
            value={view}
            options={names.map((value) => ({ value, label: t(portfolioWords[value]) }))}
            onChange={(value) => change({ view: value })}
          />
        }
      />
      <section className="list-panel" aria-label={t(portfolioWords[view])}>
        <div className="list-tools no-print">
          <ListSearch list={list} />
          <PhoneFilters list={list} always={view !== 'table'} />
          <ListChips list={list} />
          <span className="frame-space" />
          {view === 'table' && <GroupChoice list={list} />}
          <ListViews list={list} />
          {view === 'table' && <ColumnChoice list={list} />}
        </div>
        <Suspense fallback={<Skeleton active title={false} paragraph={{ rows: 10 }} />}>
          <View list={list} />
        </Suspense>
      </section>
    </div>
  )
}
