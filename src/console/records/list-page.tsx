import { useParams } from '@tanstack/react-router'
import { NotFoundPage } from '#console/frame/message-page'
import { useRecordAt } from '#console/registry-context'
import { RecordListPage } from './record-list-page'

/** `/records/{address}` */
export function ListPage() {
  const { address = '' }: { address?: string } = useParams({ strict: false })
  const record = useRecordAt(address)
  return record ? <RecordListPage key={record.name} record={record} /> : <NotFoundPage />
}
