import { Alert } from 'antd'
import type { ImportReport } from '#engine/records/reply'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import './sheet.css'

const words = {
  row: text('表格行', 'Sheet row'),
  column: text('列', 'Column'),
  value: text('填写值', 'Value'),
  reason: text('问题', 'Problem'),
  mend: text('如何更正', 'How to mend it'),
  good: text('全部可以导入', 'Everything can be imported'),
  done: text('导入完成', 'Imported'),
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
const unread = (headers: readonly string[]) =>
  text(
    `未读入的列（由系统生成）：${headers.join('、')}`,
    `Columns not read, for the system fills them in: ${headers.join(', ')}`,
  )
const more = (shown: number, all: number) =>
  text(`仅列出前 ${shown} 处，共 ${all} 处`, `The first ${shown} of ${all}`)

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
        description={
          <>
            {t(counts(report))}
            {report.unread.length > 0 && <div>{t(unread(report.unread))}</div>}
          </>
        }
        role="status"
      />
      <BadRows report={report} />
    </>
  )
}
