import { type Text, text } from '#engine/result/result'
import type { Proposal } from '#engine/mapping/propose'

export const words = {
  steps: [
    text('选择文件', 'File'),
    text('表头与对应', 'Columns'),
    text('逐格确认', 'Doubtful cells'),
    text('试读与导入', 'Trial and import'),
  ],
  sheets: text('工作表与表头', 'Sheets and heads'),
  use: text('导入这张表', 'Use this sheet'),
  headFrom: text('表头从第', 'Head from row'),
  headTo: text('行到第', 'to row'),
  headEnd: text('行', ''),
  noHead: text('没有找到表头，请指明行号', 'No head was found: say which rows it is'),
  columns: text('列的对应', 'Columns'),
  column: text('表中的列', 'Column of the sheet'),
  samples: text('示例', 'Samples'),
  field: text('对应字段', 'Field'),
  unit: text('单位', 'Unit'),
  why: text('依据', 'Why'),
  leaveOut: text('不导入', 'Leave out'),
  chooseUnit: text('请选单位', 'Choose the unit'),
  place: text('每一行属于', 'Where each row lies'),
  byColumn: text('由表中的列说明', 'A column says it'),
  bySheet: text('工作表的名称', 'The name of its sheet'),
  byOne: text('全部属于同一处', 'All in one place'),
  year: text('没写年份的日期按', 'Days without a year lie in'),
  missing: text('必填而没有对应的列：', 'Required, and no column fills it: '),
  twice: text('有两列对应同一字段：', 'Two columns fill the same field: '),
  next: text('下一步', 'Next'),
  back: text('上一步', 'Back'),
  again: text('换一个文件', 'Another file'),
  cancel: text('取消', 'Cancel'),
  close: text('关闭', 'Close'),
  try: text('试读', 'Try it'),
  import: text('确认导入', 'Import'),
  noDoubt: text('没有存疑的单元格', 'No cell is doubtful'),
  allAnswered: text('存疑的单元格都已确认', 'Every doubtful cell has been answered'),
  answer: text('处理', 'Answer'),
  choose: text('请选择', 'Choose'),
  correct: text('更正为…', 'Correct it to…'),
  leaveBlank: text('此格留空', 'Leave the cell out'),
  notKept: text('数据已导入，但没有记住这次的对应', 'The rows are in; the mapping was not kept'),
  rowDropped: text('所在行不导入', 'Its row is left out'),
  dropRow: text('不导入该行', 'Leave the row out'),
  confirm: text('确认', 'Confirm'),
  confirmAll: text('全部确认', 'Confirm all'),
  readAs: text('读作', 'Read as'),
  forAll: text('这一类全部', 'All of this kind'),
  byNearest: text('采用各自最相近的名称', 'Take the nearest name for each'),
  leftOut: text('不作为数据的行', 'Rows that are no data'),
  keep: text(
    '记住这次的对应，供本单位下次使用',
    'Remember this for the next sheet with the same heads, for the unit',
  ),
  keepName: text('名称', 'Name'),
  notThis: text('不用它', 'Do not use it'),
  blank: text('空白', 'blank'),
} as const

export const whyWords: Readonly<Record<Proposal['why'], Text>> = {
  same_label: text('名称相同', 'Same name'),
  synonym: text('同义', 'Another word for it'),
  similar: text('名称相近，请核对', 'Similar name: check it'),
  values: text('按内容推断，请核对', 'By its values: check it'),
  remembered: text('上次的对应', 'As the last time'),
  row_number: text('行号', 'Row number'),
  none: text('未识别', 'Not recognised'),
}

export const rememberedWords = (name: string, unit: string): Text =>
  text(
    `表头与“${name}”（${unit}）相同，已按它对应`,
    `The heads are those of “${name}” (${unit}): its mapping is used`,
  )

export const openWords = (open: number): Text =>
  text(
    `还有 ${open} 格没有确认，确认之前不会写入`,
    `${open} cells are still open; nothing is written before they are answered`,
  )

export const readWords = (rows: number, left: number): Text =>
  text(`读到 ${rows} 行数据，另有 ${left} 行不作为数据`, `${rows} rows of data; ${left} rows are no data`)

export const countWords = (count: number): Text =>
  text(`${count} 格`, count === 1 ? '1 cell' : `${count} cells`)

export const moreCells = (count: number): Text => text(`等 ${count} 处`, `and others, ${count} in all`)

export const sectionWords = (level: number): Text =>
  level === 0
    ? text('小节标题（一、二、…）', 'Section titles (一、二、…)')
    : text('下一级小节标题（（一）（二）…）', 'Titles of sections within sections')
