import { addressOf } from '#engine/records/record'
import { useRegistry } from '#console/registry-context'
import { GoLink } from '#console/router/go'
import { SampleMark } from '#console/ui/sample-mark'
import { useReportTitle } from './report-title'

interface Named {
  readonly record: string
  readonly id: string
  readonly title: string
}

/** What a due or changed thing is called: a report by its form and period, any other row by its title. */
export function useDueTitle(): (thing: Named) => string {
  const reportTitle = useReportTitle()
  return (thing) => (thing.record === 'report' ? reportTitle(thing.title) : thing.title)
}

function useDueAddress(): (thing: Named) => string {
  const { records } = useRegistry()
  return ({ record, id }) => {
    const type = records.find(({ name }) => name === record)
    return type && record !== 'report'
      ? `/records/${addressOf(type)}/${encodeURIComponent(id)}`
      : `/reports/${id}`
  }
}

/** The title of a due or changed thing as the way to it; made-up rows are marked where the whole board is not. */
export function DueLink({ thing, marked }: { readonly thing: Named; readonly marked: boolean }) {
  const titleOf = useDueTitle()
  const addressFor = useDueAddress()
  return (
    <>
      <GoLink to={addressFor(thing)}>{titleOf(thing)}</GoLink> {marked && <SampleMark />}
    </>
  )
}
