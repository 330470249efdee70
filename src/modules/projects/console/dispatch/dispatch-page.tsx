import { Alert, Button, Skeleton } from 'antd'
import { useState } from 'react'
import { text } from '#engine/result/result'
import { wordsOf } from '#console/api/api-problem'
import { useSession } from '#console/api/session'
import { usePlace } from '#console/frame/place'
import { useLanguage } from '#console/language/language'
import { GoLink, useAddress } from '#console/router/go'
import { EmptyState } from '#console/ui/empty-state'
import { Stack } from '#console/ui/layout'
import { PageHeader } from '#console/ui/page-header'
import { Panel } from '#console/ui/panel'
import type { DeskReply, DeskRow } from '../../dispatch-contract'
import { AcceptButton, MonthActs, ReturnDialog } from './desk-acts'
import { Coverage, MonthLine, MonthNotes } from './desk-head'
import { DeskTable } from './desk-table'
import { useDesk } from './dispatch-queries'
import { dispatchWords } from './dispatch-words'
import { LettersDue } from './letters-due'
import { NoZone } from './no-zone'
import { monthOf } from './month-of'
import { OpenMonth } from './open-month'
import './dispatch.css'

const words = {
  reports: text('各项目月报', 'Reports of the projects'),
  next: text('开始新的月份', 'Open a month'),
  none: text('没有应报的项目', 'No project has to report'),
  noneWhat: text(
    '列入年度清单且未竣工的项目要逐月上报。',
    'Projects on the year’s list that are not completed report every month.',
  ),
  nothing: text('没有这种状态的项目', 'No project stands like this'),
}

const selectAll = (count: number) => text(`选中全部待审核（${count}）`, `Select all that wait (${count})`)

function Reports({ desk }: { readonly desk: DeskReply }) {
  const { t } = useLanguage()
  const { search, change } = useAddress()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [returning, setReturning] = useState<DeskRow>()
  const shown = desk.rows.filter((row) => !search.standing || row.standing === search.standing)
  const waiting = shown.filter((row) => row.may.includes('accept'))
  const selected = waiting.filter((row) => chosen.has(row.project))
  const choose = (row: DeskRow, isChosen: boolean) => {
    const next = new Set(chosen)
    if (isChosen) next.add(row.project)
    else next.delete(row.project)
    setChosen(next)
  }
  if (desk.rows.length === 0)
    return (
      <Panel>
        <EmptyState why={words.none} what={words.noneWhat} />
      </Panel>
    )
  return (
    <Panel title={t(words.reports)} flush>
      <Coverage desk={desk} chosen={search.standing} onChoose={(standing) => change({ standing }, true)} />
      {waiting.length > 0 && (
        <div className="desk-bulk no-print">
          <Button onClick={() => setChosen(new Set(waiting.map(({ project }) => project)))}>
            {t(selectAll(waiting.length))}
          </Button>
          <AcceptButton rows={selected} onDone={() => setChosen(new Set())} />
        </div>
      )}
      {shown.length === 0 ? (
        <EmptyState why={words.nothing} />
      ) : (
        <DeskTable
          rows={shown}
          month={desk.month}
          isOpen={desk.dispatch?.state !== 'closed'}
          mayReport={desk.may_report}
          chosen={chosen}
          onChoose={choose}
          onReturn={setReturning}
        />
      )}
      {returning && <ReturnDialog row={returning} onClose={() => setReturning(undefined)} />}
    </Panel>
  )
}

/** Buttons of the page: onward to report and agenda, and what may be done with the month. */
function Ways({ desk, onMonth }: { desk: DeskReply; onMonth: (month: string) => void }) {
  const { t } = useLanguage()
  const [opening, setOpening] = useState(false)
  return (
    <>
      <GoLink to="/dispatch/report" className="desk-way" search={{ period: desk.month }}>
        {t(dispatchWords.report)}
      </GoLink>
      <GoLink to="/dispatch/agenda" className="desk-way">
        {t(dispatchWords.agenda)}
      </GoLink>
      {desk.dispatch && <MonthActs head={desk.dispatch} />}
      {desk.may_open && <Button onClick={() => setOpening(true)}>{t(words.next)}</Button>}
      {opening && (
        <OpenMonth
          desk={desk}
          onClose={() => setOpening(false)}
          onOpened={(month) => {
            setOpening(false)
            onMonth(month)
          }}
        />
      )}
    </>
  )
}

const standing = (unit: { zh: string; en: string }) => text(`${unit.zh}及其下级`, `${unit.en} and all below`)

function Desk({ unit }: { readonly unit: string }) {
  const { t } = useLanguage()
  const { units } = useSession()
  const { period, setPeriod } = usePlace()
  const { data, error, isPlaceholderData } = useDesk({ unit, month: monthOf(period) })
  const name = units.find(({ code }) => code === unit)?.name ?? text(unit, unit)
  return (
    <>
      <PageHeader
        title={dispatchWords.title}
        about={t(standing(name))}
        actions={data && <Ways desk={data} onMonth={setPeriod} />}
      />
      {error && !data && <Alert type="error" showIcon title={t(wordsOf(error).message)} />}
      {!data && !error && <Skeleton active paragraph={{ rows: 8 }} />}
      {data && (
        <div data-stale={isPlaceholderData || undefined} className="desk">
          <Stack>
            <MonthLine desk={data} onMonth={setPeriod} />
            <MonthNotes head={data.dispatch} />
            <Reports key={data.month} desk={data} />
            <LettersDue letters={data.letters_due} />
          </Stack>
        </div>
      )}
    </>
  )
}

/** `/dispatch`: the month of the zone or park one stands in. */
export function DispatchPage() {
  const { unit } = usePlace()
  return unit && unit.kind !== 'system' ? <Desk key={unit.code} unit={unit.code} /> : <NoZone />
}
