import { EmptyState } from '#console/ui/empty-state'
import { PageHeader } from '#console/ui/page-header'
import { dispatchWords } from './dispatch-words'

/** Where one stands above the zones, there is no month to dispatch. */
export function NoZone() {
  return (
    <>
      <PageHeader title={dispatchWords.title} />
      <EmptyState why={dispatchWords.chooseUnit} what={dispatchWords.chooseUnitWhat} />
    </>
  )
}
