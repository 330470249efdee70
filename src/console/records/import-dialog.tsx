import { Alert, Button, Modal, Segmented } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { RecordType } from '#engine/records/record'
import type { ImportReport } from '#engine/records/reply'
import { text } from '#engine/result/result'
import { wordsOf } from '#console/api/api-problem'
import { useLanguage } from '#console/language/language'
import { DropZone } from './drop-zone'
import { ImportResult } from './import-result'
import { saveFrom } from './list-menu'
import { useRecordChange, useRecordClient } from './record-queries'

const words = {
  byTemplate: text('用模板导入', 'Use the template'),
  own: text('用自己的表格导入', 'Use your own sheet'),
  template: text('下载模板', 'Download the template'),
  import: text('确认导入', 'Import'),
  other: text('换一个文件', 'Another file'),
  close: text('关闭', 'Close'),
  cancel: text('取消', 'Cancel'),
}

interface FooterProps {
  readonly template: string
  readonly report: ImportReport | undefined
  readonly busy: boolean
  readonly onOther: () => void
  readonly onImport: () => void
  readonly onClose: () => void
}

function Footer({ template, report, busy, onOther, onImport, onClose }: FooterProps) {
  const { t } = useLanguage()
  const done = report?.dry_run === false
  return (
    <div className="import-ways">
      <Button type="link" onClick={() => saveFrom(template)}>
        {t(words.template)}
      </Button>
      <span className="frame-space" />
      {report && !done && <Button onClick={onOther}>{t(words.other)}</Button>}
      <Button onClick={onClose}>{t(done ? words.close : words.cancel)}</Button>
      {report?.dry_run && report.refused === 0 && (
        <Button type="primary" loading={busy} onClick={onImport}>
          {t(words.import)}
        </Button>
      )}
    </div>
  )
}

const titleWords = (record: RecordType) =>
  text(`从 Excel 导入${record.label.zh}`, `Import ${record.label.en.toLowerCase()} from Excel`)

const OwnSheet = lazy(() => import('./mapping/own-sheet').then((room) => ({ default: room.OwnSheet })))

type Door = 'template' | 'own'

interface ImportDialogProps {
  readonly record: RecordType
  readonly onClose: () => void
}

/** Import in two steps: a reading that names every bad row, then one transaction. */
function TemplateImport({ record, onClose }: ImportDialogProps) {
  const { t } = useLanguage()
  const client = useRecordClient(record)
  const [file, setFile] = useState<File>()
  const run = useRecordChange(record, ({ chosen, dry }: { chosen: File; dry: boolean }) =>
    client.importFile(chosen, dry),
  )
  const problem = run.error ? wordsOf(run.error) : undefined
  const read = (chosen: File) => {
    setFile(chosen)
    run.mutate({ chosen, dry: true })
  }
  return (
    <div className="import-dialog">
      {problem && (
        <Alert type="error" title={t(problem.message)} description={t(problem.remedy)} role="alert" />
      )}
      {file && <p className="quiet">{file.name}</p>}
      {run.data ? <ImportResult report={run.data} /> : <DropZone busy={run.isPending} onFile={read} />}
      <Footer
        template={client.templateAddress()}
        report={run.data}
        busy={run.isPending}
        onOther={run.reset}
        onImport={() => file && run.mutate({ chosen: file, dry: false })}
        onClose={onClose}
      />
    </div>
  )
}

/** Import by our template, or by a sheet of one's own. */
export function ImportDialog({ record, onClose }: ImportDialogProps) {
  const { t } = useLanguage()
  const [door, setDoor] = useState<Door>('template')
  const doors: { value: Door; label: string }[] = [
    { value: 'template', label: t(words.byTemplate) },
    { value: 'own', label: t(words.own) },
  ]
  return (
    <Modal
      open
      width={door === 'own' ? 1160 : 860}
      title={t(titleWords(record))}
      onCancel={onClose}
      footer={null}
      mask={{ closable: false }}
      {...(door === 'own' && { style: { top: 24 } })}
    >
      <div className="import-dialog">
        <Segmented options={doors} value={door} onChange={setDoor} aria-label={t(titleWords(record))} />
        <Suspense fallback={null}>
          {door === 'own' ? (
            <OwnSheet record={record} onClose={onClose} />
          ) : (
            <TemplateImport record={record} onClose={onClose} />
          )}
        </Suspense>
      </div>
    </Modal>
  )
}
