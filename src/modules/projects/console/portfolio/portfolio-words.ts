import { text, type Text } from '#engine/result/result'

export const portfolioWords = {
  title: text('项目全景', 'Portfolio'),
  about: text('同一组筛选，五种看法', 'One filter, five ways to look'),
  view: text('看法', 'View'),
  table: text('表格', 'Table'),
  gantt: text('甘特图', 'Gantt'),
  kanban: text('阶段看板', 'Stages'),
  map: text('地图', 'Map'),
  cards: text('领导卡片', 'Cards'),
  project: text('项目', 'Project'),
  stage: text('阶段', 'Stage'),
  leader: text('包联领导', 'Leader'),
  promised: text('承诺竣工', 'Promised'),
  standing: text('与承诺比', 'Against promise'),
  today: text('今天', 'Today'),
  forecast: text('预计', 'Forecast'),
  dates: text('按已填日期', 'From days filled in'),
  planned: text('按计划推算', 'Worked out from the plan'),
  baseline: text('最近基线', 'Last baseline'),
  watch: text('临近承诺', 'Close to the promise'),
  late: text('晚于承诺', 'Later than promised'),
  goToday: text('回到今天', 'Go to today'),
  zoom: text('缩放', 'Zoom'),
  noDates: text('没有日期', 'No dates'),
  noPlan: text(
    '还没有计划节点；打开项目页按模板建立。',
    'No plan nodes yet: lay a template on the project’s page.',
  ),
  undo: text('撤销', 'Undo'),
  none: text('没有符合条件的项目', 'No projects fit these conditions'),
  noneWhat: text(
    '放宽或清除筛选，或切换上方的单位。',
    'Loosen or clear the filters, or switch the unit above.',
  ),
  clear: text('清除筛选', 'Clear the filters'),
}

export const openWords = (name: string): Text => text(`展开 ${name} 的节点`, `Show the nodes of ${name}`)
export const closeWords = (name: string): Text => text(`收起 ${name} 的节点`, `Hide the nodes of ${name}`)
export const countWords = (count: number): Text =>
  text(`共 ${count} 个项目`, `${count} ${count === 1 ? 'project' : 'projects'}`)

export const ganttZooms = ['year', 'quarter', 'month', 'week'] as const
export type GanttZoom = (typeof ganttZooms)[number]

export const ganttZoomWords: Readonly<Record<GanttZoom, Text>> = {
  year: text('年', 'Years'),
  quarter: text('季', 'Quarters'),
  month: text('月', 'Months'),
  week: text('周', 'Weeks'),
}
