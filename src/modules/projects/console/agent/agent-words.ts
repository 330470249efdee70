import { type Text, text } from '#engine/result/result'
import type { Standing } from '#console/tokens/tokens'
import type { DeskApprovalReply } from '../../contract'

export const agentWords = {
  desk: text('帮办台', 'Agent’s desk'),
  about: text(
    '我的项目还要办的手续，最急的在前；与企业的每一次往来都记一笔',
    'Approvals my projects still wait for, the most urgent first; every contact with the enterprise is written down',
  ),
  service: text('帮办代办', 'Agent service'),
  whose: text('帮办代办员', 'Agent'),
  approvals: text('待办手续', 'Approvals due'),
  projects: text('我的项目', 'Projects'),
  log: text('最近的帮办记录', 'Latest of the log'),
  all: text('全部帮办记录', 'The whole log'),
  write: text('记一笔', 'Write it down'),
  none: text('没有待办的手续。', 'No approval is waiting.'),
  noneWhat: text(
    '项目的前期手续办结之前会出现在这里；在项目上填写“帮办代办员”。',
    'Procedures appear here until they are given; name the agent on the project.',
  ),
  noLog: text('还没有记录', 'Nothing written down yet'),
  noAgent: text('还没有指定帮办代办员', 'No agent has been named'),
  procedure: text('手续', 'Procedure'),
  project: text('项目', 'Project'),
  office: text('审批单位', 'Office'),
  planned: text('计划办结', 'Planned'),
  due: text('期限', 'Due'),
  applied: text('受理', 'Applied for'),
  contact: text('最近联系', 'Last contact'),
  never: text('尚未联系', 'No contact yet'),
  open: text('待办手续', 'Open approvals'),
  late: text('逾期', 'Late'),
  soon: text('七天内', 'Within a week'),
  services: text('本月服务', 'Services this month'),
  errands: text('其中代办', 'Errands among them'),
  hours: text('用时', 'Hours'),
} as const

export const standingOf: Readonly<Record<DeskApprovalReply['standing'], Standing>> = {
  late: 'late',
  soon: 'watch',
  planned: 'on_track',
  unplanned: 'unknown',
}

export const counted = (label: Text, count: number | string, unit: Text): Text =>
  text(`${label.zh} ${count} ${unit.zh}`, `${label.en}: ${count}${unit.en && ` ${unit.en}`}`)

export const units = {
  item: text('项', ''),
  times: text('次', ''),
  piece: text('件', ''),
  hour: text('小时', 'h'),
}
