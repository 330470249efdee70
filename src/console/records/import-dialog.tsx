import { InboxOutlined } from '@ant-design/icons'
import { Alert, Button, Modal, Segmented } from 'antd'
import { lazy, Suspense, useRef, useState, type DragEvent } from 'react'
import type { RecordType } from '#engine/records/record'
import type { ImportReport } from '#engine/records/reply'
import { text } from '#engine/result/result'
import { wordsOf } from '#console/api/api-problem'
import { useLanguage } from '#console/language/language'
import { saveFrom } from './list-menu'
import { useRecordChange, useRecordClient } from './record-queries'
import './sheet.css'

const words = {
  choose: text('选择 Excel 文件，或把文件拖到这里', 'Choose an Excel file, or drop it here'),
  first: text('先试读，有问题不会写入任何一行。', 'It is read first; with any problem nothing is written.'),
  byTemplate: text('用模板导入', 'Use the template'),
  own: text('用自己的表格导入', 'Use your own sheet'),
  template: text('下载模板', 'Download the template'),
  import: text('确认导入', 'Import'),
  other: text('换一个文件', 'Another file'),
  close: text('关闭', 'Close'),
  cancel: text('取消', 'Cancel'),
  file: text('选择文件', 'Choose a file'),
  row: text('表格行', 'Sheet row'),
  column: text('列', 'Column'),
  value: text('填写值', 'Value'),
  reason: text('问题', 'Problem'),
  mend: text('如何更正', 'How to mend it'),
  good: text('全部可以导入', 'Everything can be imported'),
  done: text('导入完成', 'Imported'),
  reading: text('正在读取…', 'Reading…'),
}

const counts = (report: ImportReport) =>
  text(
    `共读取 ${report.read} 行：新增 ${report.created}，更新 ${report.updated}，不变 ${report.unchanged}，有问题 ${report.refused}`,
    `${report.read} rows read: ${report.created} new, ${report.updated} changed, ${report.unchanged} as they were, ${report.refused} with problems`,
  )
const bad = (report: ImportReport) =>
  text(
    `${report.refused} 行有问题，尚未写入；请在表格中更正后重新选择文件`,
    `${report.refused} rows have problems; nothing is written. Mend the sheet and choose it again.`,
  )
const more = (shown: number, all: number) =>
  text(`仅列出前 ${shown} 处，共 ${all} 处`, `The first ${shown} of ${all}`)

/** Where a file is chosen or dropped. */
export function DropZone({
  busy,
  onFile,
}: {
  readonly busy: boolean
  readonly onFile: (file: File) => void
}) {
  const { t } = useLanguage()
  const input = useRef<HTMLInputElement>(null)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    const file = event.dataTransfer.files[0]
    if (file) onFile(file)
  }
  return (
    <div className="drop-zone" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <InboxOutlined aria-hidden="true" />
      <p>{t(busy ? words.reading : words.choose)}</p>
      <p className="quiet">{t(words.first)}</p>
      <Button type="primary" loading={busy} onClick={() => input.current?.click()}>
        {t(words.file)}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx,.csv"
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file) onFile(file)
          event.target.value = ''
        }}
      />
    </div>
  )
}

function BadRows({ report }: { readonly report: ImportReport }) {
  const { t } = useLanguage()
  if (report.problems.length === 0) return null
  return (
    <>
      <div className="sheet" role="region" aria-label={t(words.reason)} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {[words.row, words.column, words.value, words.reason, words.mend].map((head) => (
                <th key={head.zh} scope="col">
                  {t(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {report.problems.map((problem, index) => (
              <tr key={index}>
                <td className="number">
                  {problem.sheet ? `${problem.sheet}!${problem.cell || problem.row}` : problem.row}
                </td>
                <td>{problem.column}</td>
                <td>{problem.value || '—'}</td>
                <td>{t(problem.says)}</td>
                <td>{t(problem.mend)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {report.problem_count > report.problems.length && (
        <p className="quiet">{t(more(report.problems.length, report.problem_count))}</p>
      )}
    </>
  )
}

/** What an import would do or has done, with every row that is in the way. */
export function ImportResult({ report }: { readonly report: ImportReport }) {
  const { t } = useLanguage()
  const refused = report.refused > 0
  const title = refused ? bad(report) : report.dry_run ? words.good : words.done
  return (
    <>
      <Alert
        type={refused ? 'warning' : 'success'}
        showIcon
        title={t(title)}
        description={t(counts(report))}
        role="status"
      />
      <BadRows report={report} />
    </>
  )
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
