import { type Text, text } from '#engine/result/result'
import { both, type Schema } from './openapi-schemas'

/** What the routes of a record type are for, by method and what follows the type's own address. */
const summaries: Readonly<Record<string, Text>> = {
  'get ': text('列表：筛选、排序、检索、分页', 'A page of the list, filtered, sorted, searched'),
  'post ': text('新建', 'Create a row'),
  'get /{id}': text('一条', 'One row'),
  'patch /{id}': text('修改（须带所见版本）', 'Change a row, with the version you read'),
  'delete /{id}': text('删除', 'Remove a row'),
  'post /bulk': text('批量：全部办成或全部不办', 'Many rows at once: all or none'),
  'get /{id}/history': text('历史：何人何时改前改后', 'Who did what and when, before and after'),
  'get /{id}/comments': text('评论', 'Comments'),
  'post /{id}/comments': text('发表评论', 'Comment'),
  'get /{id}/attachments': text('附件', 'Attachments'),
  'post /{id}/attachments': text('上传附件', 'Attach a file'),
  'get /{id}/attachments/{aid}': text('下载附件', 'One file'),
  'delete /{id}/attachments/{aid}': text('删除附件', 'Remove a file'),
  'get /template.xlsx': text('导入模板，含下拉与批注', 'An empty sheet with drop-downs and notes'),
  'get /export.xlsx': text(
    '导出 Excel；x-row-count 为行数',
    'The list as Excel; x-row-count tells how many rows',
  ),
  'get /export.csv': text('导出 CSV；x-row-count 为行数', 'The list as CSV; x-row-count tells how many rows'),
  'post /import': text('导入；dry_run 只试算', 'Bring a sheet in; dry_run only tries'),
  'post /import/look': text('自有表格如何读取', 'How a sheet of one’s own would be read'),
  'post /{id}/actions/{action}': text('办理', 'An action of its lifecycle'),
  'post /{id}/unmask': text('注明理由查看个人信息', 'Personal data in the clear, for a reason'),
}

/** Says of every route what it is for. */
export function summarised(paths: Readonly<Record<string, Schema>>, base: string): Record<string, Schema> {
  const said = (path: string, [method, operation]: readonly [string, unknown]) => {
    const summary = summaries[`${method} ${path.slice(base.length)}`]
    return [method, { ...(summary && { summary: both(summary) }), ...(operation as Schema) }] as const
  }
  return Object.fromEntries(
    Object.entries(paths).map(([path, item]) => [
      path,
      Object.fromEntries(Object.entries(item).map((entry) => said(path, entry))),
    ]),
  )
}
