import { Button, Checkbox } from 'antd'
import { text } from '#engine/result/result'
import { useSession } from '#console/api/session'
import { useLanguage } from '#console/language/language'
import { GoLink } from '#console/router/go'
import { SampleMark } from '#console/ui/sample-mark'
import { StateTag } from '#console/ui/state-mark'
import type { DeskRow } from '../../dispatch-contract'
import { moneyNumber } from '../../domain/dispatch/figure-words'
import { dispatchWords, standingLook } from './dispatch-words'

const words = {
  select: text('选择', 'Select'),
  people: text('责任人 · 包联领导', 'Officer · leader'),
  state: text('状态', 'State'),
  invested: text('本月完成（亿元）', 'Invested (100m yuan)'),
  progress: text('形象进度', 'Physical progress'),
  acts: text('操作', 'Actions'),
  begin: text('填报', 'Report'),
  go_on: text('继续填报', 'Go on'),
  open: text('查看', 'Open'),
  back: text('退回', 'Return'),
  why: text('退回意见：', 'Returned: '),
}

export interface DeskTableProps {
  readonly rows: readonly DeskRow[]
  readonly month: string
  /** The month takes reports. */
  readonly isOpen: boolean
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (row: DeskRow, chosen: boolean) => void
  readonly onReturn: (row: DeskRow) => void
  readonly mayReport: boolean
}

/** Where one touch leads: to the form while it is to be filled in, else to the report. */
function OpenLink({
  row,
  month,
  isOpen,
  mayReport,
}: Pick<DeskTableProps, 'month' | 'isOpen' | 'mayReport'> & { row: DeskRow }) {
  const { t } = useLanguage()
  const toForm = { to: `/dispatch/project/${encodeURIComponent(row.project)}`, search: { period: month } }
  const mayFill = row.may.includes('update') && (isOpen || row.standing === 'correcting')
  if (row.report === null)
    return isOpen && mayReport ? (
      <GoLink {...toForm} label={`${t(words.begin)}：${row.name}`}>
        {t(words.begin)}
      </GoLink>
    ) : null
  if (mayFill)
    return (
      <GoLink {...toForm} label={`${t(words.go_on)}：${row.name}`}>
        {t(words.go_on)}
      </GoLink>
    )
  return (
    <GoLink to={`/records/project-month/${row.report}`} label={`${t(words.open)}：${row.name}`}>
      {t(words.open)}
    </GoLink>
  )
}

function People({ row }: { readonly row: DeskRow }) {
  const { t } = useLanguage()
  if (!row.officer && !row.leader) return <span className="quiet">{t(dispatchWords.nobody)}</span>
  return (
    <>
      {row.officer ? t(row.officer) : '—'}
      <span className="quiet"> · {row.leader ? t(row.leader) : '—'}</span>
    </>
  )
}

function Row({ row, ...props }: DeskTableProps & { readonly row: DeskRow }) {
  const { t } = useLanguage()
  const mayAccept = row.may.includes('accept')
  return (
    <tr data-standing={row.standing}>
      <td className="desk-check">
        {mayAccept && (
          <Checkbox
            aria-label={`${t(words.select)}：${row.name}`}
            checked={props.chosen.has(row.project)}
            onChange={(event) => props.onChoose(row, event.target.checked)}
          />
        )}
      </td>
      <th scope="row">
        <GoLink to={`/records/project/${row.project}`}>{row.name}</GoLink> {row.sample && <SampleMark />}
      </th>
      <td className="desk-people">
        <People row={row} />
      </td>
      <td className="desk-state">
        <StateTag {...standingLook(row.standing)} />
      </td>
      <td className="number desk-money">{moneyNumber(row.invested)}</td>
      <td className="desk-progress">
        {row.returned_reason && (
          <span className="desk-why">
            {t(words.why)}
            {row.returned_reason}
          </span>
        )}
        <span className="desk-text">{row.progress ?? ''}</span>
      </td>
      <td className="desk-acts">
        <OpenLink {...props} row={row} />
        {row.may.includes('return') && (
          <Button
            type="link"
            size="small"
            aria-label={`${t(words.back)}：${row.name}`}
            onClick={() => props.onReturn(row)}
          >
            {t(words.back)}
          </Button>
        )}
      </td>
    </tr>
  )
}

/** The projects that are to report, by park. */
export function DeskTable(props: DeskTableProps) {
  const { t } = useLanguage()
  const { units } = useSession()
  const parks = [...new Set(props.rows.map(({ unit }) => unit))]
  const nameOf = (code: string) => units.find((unit) => unit.code === code)?.name ?? text(code, code)
  return (
    <div className="desk-scroll">
      <table className="desk-table">
        <thead>
          <tr>
            <th scope="col" className="desk-check">
              <span className="visually-hidden">{t(words.select)}</span>
            </th>
            <th scope="col">{t(dispatchWords.project)}</th>
            <th scope="col">{t(words.people)}</th>
            <th scope="col">{t(words.state)}</th>
            <th scope="col" className="number">
              {t(words.invested)}
            </th>
            <th scope="col">{t(words.progress)}</th>
            <th scope="col">{t(words.acts)}</th>
          </tr>
        </thead>
        {parks.map((park) => {
          const own = props.rows.filter(({ unit }) => unit === park)
          return (
            <tbody key={park}>
              <tr className="desk-park">
                <th scope="rowgroup" colSpan={7}>
                  {t(nameOf(park))} <span className="quiet">{own.length}</span>
                </th>
              </tr>
              {own.map((row) => (
                <Row key={row.project} row={row} {...props} />
              ))}
            </tbody>
          )
        })}
      </table>
    </div>
  )
}
