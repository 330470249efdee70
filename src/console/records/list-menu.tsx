import { DownloadOutlined, PlusOutlined, UploadOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { mayCreateSomewhere } from '#engine/records/rights'
import { addressOf } from '#engine/records/record'
import { text } from '#engine/result/result'
import { useSession } from '#console/api/session'
import { useLanguage } from '#console/language/language'
import { useGo } from '#console/router/go'
import { useRecordClient } from './record-queries'
import type { List } from './use-list'

const words = {
  export: text('导出', 'Export'),
  xlsx: text('导出 Excel', 'Export to Excel'),
  csv: text('导出 CSV', 'Export as CSV'),
  import: text('导入', 'Import'),
  fromFile: text('从 Excel 导入', 'Import from Excel'),
  template: text('下载模板', 'Download the template'),
}
const create = (label: { zh: string; en: string }) => text(`新建${label.zh}`, `New ${label.en.toLowerCase()}`)

/** A browser saves what a link with `download` leads to; the server names the file. */
export function saveFrom(address: string): void {
  const link = document.createElement('a')
  link.href = address
  link.download = ''
  link.click()
}

/** Export of exactly what is seen, import, new row: what a list offers as a whole. */
export function ListMenu({ list, onImport }: { readonly list: List; readonly onImport: () => void }) {
  const { t } = useLanguage()
  const session = useSession()
  const client = useRecordClient(list.record)
  const go = useGo()
  const creates = mayCreateSomewhere(session, list.record)
  const { size: _size, page: _page, ...seen } = { size: '', page: '', ...list.asked }
  const columns = list.columns.shown.map((column) => column.name).join(',')
  const save = (format: 'xlsx' | 'csv') =>
    saveFrom(client.exportAddress(format, { ...seen, fields: columns }))
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'xlsx', label: t(words.xlsx), onClick: () => save('xlsx') },
            { key: 'csv', label: t(words.csv), onClick: () => save('csv') },
          ],
        }}
      >
        <Button icon={<DownloadOutlined aria-hidden="true" />}>{t(words.export)}</Button>
      </Dropdown>
      {creates && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              { key: 'file', label: t(words.fromFile), onClick: onImport },
              {
                key: 'template',
                label: t(words.template),
                onClick: () => saveFrom(client.templateAddress()),
              },
            ],
          }}
        >
          <Button icon={<UploadOutlined aria-hidden="true" />}>{t(words.import)}</Button>
        </Dropdown>
      )}
      {creates && (
        <Button
          type="primary"
          icon={<PlusOutlined aria-hidden="true" />}
          onClick={() => go(`/records/${addressOf(list.record)}/new`)}
        >
          {t(create(list.record.label))}
        </Button>
      )}
    </>
  )
}
