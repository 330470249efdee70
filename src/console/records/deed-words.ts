import { findAction } from '#engine/lifecycles/lifecycle'
import type { RecordType } from '#engine/records/record'
import { text, type Text } from '#engine/result/result'

const verbs: Readonly<Record<string, Text>> = {
  create: text('新建', 'Created'),
  update: text('修改', 'Changed'),
  remove: text('删除', 'Deleted'),
  comment: text('评论', 'Commented'),
  attach: text('上传附件', 'Attached a file'),
  detach: text('删除附件', 'Removed a file'),
  import: text('导入', 'Imported'),
}

/** What was done to a row, in words: a verb or the label of a lifecycle action. */
export function deedWords(record: RecordType, deed: string): Text {
  const action = record.lifecycle ? findAction(record.lifecycle, deed) : undefined
  return action?.label ?? verbs[deed] ?? text(deed, deed)
}
