import { Suspense, lazy } from 'react'
import type { ListGroup } from '#engine/records/reply'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { quantityWords } from '#console/records/field-words'
import { ListBody } from '#console/records/list-body'
import { useSelection } from '#console/records/selection'
import type { List } from '#console/records/use-list'
import type { PlanTotal } from '../../portfolio-contract'
import { projectYear } from '../../records/project-year'
import { askedOf, usePlanTotals } from './portfolio-queries'
import { useYear } from './use-year'

const RowPanel = lazy(() => import('#console/records/row-panel').then((room) => ({ default: room.RowPanel })))
const BulkBar = lazy(() => import('#console/records/bulk-bar').then((room) => ({ default: room.BulkBar })))

const planWords = (year: string) => text(`${year} 年计划`, `plan of ${year}`)
const knownWords = ({ known, listed }: PlanTotal) =>
  text(`清单内 ${listed} 项中 ${known} 项已知`, `${known} of ${listed} on the list known`)
const listedWords = ({ listed }: PlanTotal) => text(`清单内 ${listed} 项`, `${listed} on the list`)

function PlanOf({ total, year }: { readonly total: PlanTotal; readonly year: string }) {
  const { t, language } = useLanguage()
  const sum = quantityWords(projectYear.fields.annual_plan, total.planned, { language, titles: {} })
  return (
    <span className="plan-of">
      {t(planWords(year))} <b>{sum}</b>{' '}
      <small className="quiet">
        {t(total.known < total.listed ? knownWords(total) : listedWords(total))}
      </small>
    </span>
  )
}

/** The projects as the list shows them, in groups with the year's plan beside count and investment. */
export function PortfolioTable({ list }: { readonly list: List }) {
  const selection = useSelection()
  const year = useYear()
  const { data: plans } = usePlanTotals(askedOf(list.asked), year, list.query !== undefined)
  const grouped = list.query?.group !== undefined
  const note = (group: ListGroup) => {
    const total = plans?.groups.find(({ key }) => key === group.key)
    return total && <PlanOf total={total} year={year} />
  }
  const whole = grouped ? undefined : plans?.groups[0]
  return (
    <>
      {whole && (
        <p className="portfolio-tools">
          <PlanOf total={whole} year={year} />
        </p>
      )}
      <ListBody list={list} selection={selection} groupNote={note} />
      <Suspense fallback={null}>
        {selection.count > 0 && <BulkBar list={list} selection={selection} />}
        {list.open && (
          <RowPanel record={list.record} id={list.open} onClose={() => list.setOpen(undefined)} />
        )}
      </Suspense>
    </>
  )
}
