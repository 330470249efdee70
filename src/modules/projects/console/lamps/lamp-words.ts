import type { LampTrialReply, ProjectLampReply } from '../../lamps-contract'
import { lampOptions } from '../../records/lamp-options'
import type { Problem } from '#engine/records/problem'
import { text, type Text } from '#engine/result/result'

export const lampWords = {
  title: text('亮灯', 'Lamps'),
  rules: text('亮灯规则', 'Lamp rules'),
  none: text('退库项目不再判定亮灯。', 'A withdrawn project is judged no more.'),
  rule: text('规则', 'Rule'),
  then: text('后续措施：', 'What follows: '),
  months: text('近十二个月', 'Twelve months'),
  ask: text('申请豁免', 'Ask for an exemption'),
  exempted: text('已豁免', 'Exempted'),
  held: text('已豁免：', 'Exempted: '),
  asked: text('豁免待批准：', 'Exemption asked for: '),
  notExemptible: text('本方面不设豁免', 'No exemption in this dimension'),
  noLamp: text('无记录', 'not kept'),
  shipped: text('系统内置', 'as shipped'),
}

export const rulesWords = {
  title: text('亮灯规则', 'Lamp rules'),
  about: text(
    '各方面按什么尺度亮灯；改动先试算，看清哪些灯会变再保存',
    'By what each lamp is set. A change is tried first: which lamps would turn is seen before it is saved',
  ),
  dimension: text('方面', 'Dimension'),
  measure: text('尺度', 'Measure'),
  bands: text('分档', 'Bands'),
  exemptible: text('可豁免', 'May be exempted'),
  source: text('依据', 'Source'),
  noRule: text('不亮灯', 'No lamp'),
  edit: text('修改规则', 'Change the rules'),
  own: text('为本单位另设规则', 'Set rules for this unit'),
  preset: text('套用', 'Take'),
  attempt: text('试算影响', 'See what would turn'),
  save: text('保存规则', 'Save the rules'),
  saved: text('规则已保存，已按新规则重新判定', 'Saved; all lamps have been judged anew'),
  cancel: text('放弃修改', 'Discard'),
  drop: text('不再单设，沿用上级规则', 'No rules of its own: follow those above'),
  tryFirst: text('先试算，再保存', 'Try it first, then save'),
  changed: text('规则已改动，请重新试算', 'The rules have changed: try them again'),
  reads: text('读作', 'Read as'),
  write: text(
    '一行一档，由小到大：绿灯 ≤0、黄灯 ≥10 ≤30、红灯 >30、黄灯 =1；→ 后写亮灯后怎么办，# 后写说明',
    'One a line, from low to high: green ≤0, yellow ≥10 ≤30, red >30, yellow =1; what is done under the lamp follows an →, a note a #',
  ),
  without: text('没有规则的方面不亮灯', 'A dimension without a rule has no lamp'),
  trial: text('试算结果（未保存）', 'What would turn (nothing is saved)'),
  before: text('现在', 'Now'),
  after: text('改后', 'Then'),
  project: text('项目', 'Project'),
  unit: text('单位', 'Unit'),
  nothing: text('没有灯会改变。', 'No lamp would turn.'),
  gone: text('不再判定', 'judged no more'),
  fresh: text('新判定', 'newly judged'),
  noZone: text(
    '亮灯规则按高新区或园区设定，请先在页首选一个单位。',
    'Rules are set for a zone or park: choose one at the top of the page.',
  ),
}

/** Whose rules hold, in a sentence. */
export function holdingWords(of: { readonly name: Text } | null, table: Text, own: boolean): Text {
  if (!of)
    return text(
      `本单位及上级未设规则，按系统内置的“${table.zh}”判定`,
      `Neither this unit nor any above has rules: the shipped table “${table.en}” holds`,
    )
  return own
    ? text(
        `${of.name.zh}的规则，管本单位及以下未另设规则的单位`,
        `Rules of ${of.name.en}, for it and all below without rules of their own`,
      )
    : text(`沿用${of.name.zh}的规则`, `The rules of ${of.name.en} hold here`)
}

export const sourceWords = (of: { readonly name: Text } | null, table: Text): Text =>
  of
    ? text(`按${of.name.zh}的规则判定`, `judged by the rules of ${of.name.en}`)
    : text(`按系统内置“${table.zh}”判定`, `judged by the shipped table “${table.en}”`)

export const toldWords = (until: string): Text =>
  text(`投资与资金算至 ${until}`, `money is told up to ${until}`)

/** The year's months that were accepted end earlier than money could be told: what is missing counts as not done. */
export const missingWords = (last: string | null): Text =>
  last === null
    ? text('本年尚无已审定的月度进展', 'no month of this year has been accepted yet')
    : text(`月度进展只审定到 ${last}`, `months have been accepted up to ${last} only`)

export const exemptionWords = ({ exemption }: ProjectLampReply, until: string): Text =>
  exemption
    ? text(`${exemption.reason}，至 ${until} 止`, `${exemption.reason}, until ${until}`)
    : text('', '')

/** 2026年9月：黄灯. */
export const monthLampWords = (
  month: Text,
  colour: keyof typeof lampOptions | null,
  exempt: boolean,
): Text => {
  const lamp = colour === null ? lampWords.noLamp : lampOptions[colour]
  const zh = `${month.zh}：${lamp.zh}`
  const en = `${month.en}: ${lamp.en}`
  return exempt ? text(`${zh}（${lampWords.exempted.zh}）`, `${en} (${lampWords.exempted.en})`) : text(zh, en)
}

/** What is wrong, with what was given unless that is said already, and how to mend it. */
export const problemWords = ({ says, value, mend }: Pick<Problem, 'says' | 'value' | 'mend'>): Text => {
  const given = value === '' || says.zh.includes(value) || says.en.includes(value) ? '' : value
  return text(
    `${says.zh}${given && `（${given}）`}。${mend.zh}`,
    `${says.en}${given && ` (${given})`}. ${mend.en}`,
  )
}

export const boundWords = ({ projects, turned, left_off }: LampTrialReply): Text => {
  const count = turned.length + left_off
  return text(
    `这些规则管 ${projects} 个项目，会改变 ${count} 盏灯。`,
    `These rules bind ${projects} projects; ${count} lamps would turn.`,
  )
}

export const leftOffWords = (count: number): Text =>
  text(`另有 ${count} 盏灯会变，未逐一列出。`, `${count} more would turn and are not listed.`)
