import { shown } from '#engine/records/problem'
import { text, type Text } from '#engine/result/result'
import { MOST_DAYS, MOST_DEPENDENCIES, MOST_NODES } from '#engine/schedules/plan'

/** Why a plan cannot be worked out. A plan that can be worked out but not kept is no problem but a shortfall. */
export type ScheduleProblemCode =
  | 'no_nodes'
  | 'too_many_nodes'
  | 'too_many_dependencies'
  | 'duplicate_node'
  | 'unknown_node'
  | 'cycle'
  | 'no_duration'
  | 'duration_out_of_bounds'
  | 'lag_out_of_bounds'
  | 'promised_in_past'
  | 'fixed_finish_before_start'
  | 'milestone_of_days'
  | 'finish_before_start'
  | 'actual_in_future'
  | 'finish_without_start'
  | 'progress_without_start'
  | 'progress_out_of_bounds'
  | 'negative_money'
  | 'date_out_of_reach'
  | 'too_long'

/** One thing wrong with a plan: which nodes (by id), what was given, what it means and how to mend it. */
export interface ScheduleProblem {
  readonly code: ScheduleProblemCode
  readonly nodes: readonly string[]
  /** What was given, shortened to 100 characters. */
  readonly value: string
  readonly says: Text
  readonly mend: Text
}

/** What a problem is about: the nodes with their names in words, and the value. */
export interface ProblemSubject {
  readonly nodes?: readonly string[]
  readonly name?: Text
  readonly value: string | number
}

interface Wording {
  readonly says: (name: Text, value: string) => Text
  readonly mend: Text
}

/** A problem in words, naming node, value and mend. */
export function scheduleProblem(code: ScheduleProblemCode, subject: ProblemSubject): ScheduleProblem {
  const value = shown(String(subject.value))
  const { says, mend } = WORDS[code]
  const name = subject.name ?? text('', '')
  const short = text(shown(name.zh), shown(name.en))
  return { code, nodes: subject.nodes ?? [], value, says: says(short, value), mend }
}

const FIX_DATE = text('请更正日期', 'Correct the date')

const WORDS: Readonly<Record<ScheduleProblemCode, Wording>> = {
  no_nodes: {
    says: () => text('计划没有节点', 'The plan has no nodes'),
    mend: text('请至少添加一个节点', 'Add at least one node'),
  },
  too_many_nodes: {
    says: (_, value) => text(`计划有${value}个节点`, `The plan has ${value} nodes`),
    mend: text(`最多${MOST_NODES}个，请拆成几个计划`, `At most ${MOST_NODES}: divide it into several plans`),
  },
  too_many_dependencies: {
    says: (_, value) => text(`计划有${value}条前后关系`, `The plan has ${value} dependencies`),
    mend: text(
      `最多${MOST_DEPENDENCIES}条，请拆成几个计划`,
      `At most ${MOST_DEPENDENCIES}: divide it into several plans`,
    ),
  },
  duplicate_node: {
    says: (name, value) =>
      text(`节点“${name.zh}”的编号“${value}”重复`, `The id ${value} of “${name.en}” is used twice`),
    mend: text('请换一个编号', 'Give it an id of its own'),
  },
  unknown_node: {
    says: (_, value) =>
      text(`前后关系中的节点“${value}”不在计划内`, `A dependency names “${value}”, which is not in the plan`),
    mend: text('请改选计划内的节点，或删除这条关系', 'Choose a node of the plan, or remove the dependency'),
  },
  cycle: {
    says: (name) =>
      text(`节点互为前提，形成循环：${name.zh}`, `Nodes wait for each other in a circle: ${name.en}`),
    mend: text('请删除其中一条前后关系', 'Remove one of these dependencies'),
  },
  no_duration: {
    says: (name) => text(`节点“${name.zh}”没有工期`, `“${name.en}” has no duration`),
    mend: text('请填写天数（里程碑填0）', 'Enter its days (0 for a milestone)'),
  },
  duration_out_of_bounds: {
    says: (name, value) =>
      text(
        `节点“${name.zh}”的工期“${value}”不在允许范围`,
        `The duration ${value} of “${name.en}” is out of bounds`,
      ),
    mend: text(`请填0至${MOST_DAYS}的整数天`, `Enter whole days from 0 to ${MOST_DAYS}`),
  },
  lag_out_of_bounds: {
    says: (name, value) =>
      text(`“${name.zh}”的间隔“${value}”不在允许范围`, `The lag ${value} of “${name.en}” is out of bounds`),
    mend: text(
      `请填−${MOST_DAYS}至${MOST_DAYS}的整数天`,
      `Enter whole days from −${MOST_DAYS} to ${MOST_DAYS}`,
    ),
  },
  promised_in_past: {
    says: (_, value) =>
      text(
        `承诺完成日${value}已过，而计划尚未开始`,
        `The promised date ${value} has passed and nothing has begun`,
      ),
    mend: text('请填今天或以后的日期', 'Enter today or a later date'),
  },
  fixed_finish_before_start: {
    says: (name, value) =>
      text(
        `节点“${name.zh}”的固定日期先完后始：${value}`,
        `The fixed dates of “${name.en}” end before they begin: ${value}`,
      ),
    mend: FIX_DATE,
  },
  milestone_of_days: {
    says: (name, value) =>
      text(
        `里程碑“${name.zh}”固定在不同的两天：${value}`,
        `The milestone “${name.en}” is fixed on two days: ${value}`,
      ),
    mend: text('请固定在同一天，或填写工期', 'Fix it on one day, or give it a duration'),
  },
  finish_before_start: {
    says: (name, value) =>
      text(`节点“${name.zh}”先完成后开始：${value}`, `“${name.en}” was finished before it began: ${value}`),
    mend: text('请更正实际开始或实际完成日期', 'Correct the actual start or finish'),
  },
  actual_in_future: {
    says: (name, value) =>
      text(
        `节点“${name.zh}”的实际日期${value}在今天之后`,
        `The actual date ${value} of “${name.en}” is in the future`,
      ),
    mend: text('实际日期只能是今天或以前', 'What has happened is dated today or earlier'),
  },
  finish_without_start: {
    says: (name, value) =>
      text(
        `节点“${name.zh}”于${value}完成，却没有实际开始日期`,
        `“${name.en}” was finished on ${value} but has no actual start`,
      ),
    mend: text('请补填实际开始日期', 'Enter when it began'),
  },
  progress_without_start: {
    says: (name, value) =>
      text(
        `节点“${name.zh}”报了进度（${value}），却没有实际开始日期`,
        `“${name.en}” reports progress (${value}) but has no actual start`,
      ),
    mend: text('请补填实际开始日期', 'Enter when it began'),
  },
  progress_out_of_bounds: {
    says: (name, value) =>
      text(
        `节点“${name.zh}”的进度“${value}”不在允许范围`,
        `The progress ${value} of “${name.en}” is out of bounds`,
      ),
    mend: text(
      `完成比例填0至100，剩余天数填0至${MOST_DAYS}的整数`,
      `Percent from 0 to 100; remaining days whole, from 0 to ${MOST_DAYS}`,
    ),
  },
  negative_money: {
    says: (name, value) =>
      text(
        `节点“${name.zh}”的计划资金为负：${value}`,
        `The planned money of “${name.en}” is negative: ${value}`,
      ),
    mend: text('请填零或正数；未知则留空', 'Enter zero or more; leave it empty when unknown'),
  },
  date_out_of_reach: {
    says: (name, value) =>
      text(
        `${name.zh}的日期“${value}”不在1990年至2099年之间`,
        `The date ${value} of ${name.en} is not between 1990 and 2099`,
      ),
    mend: FIX_DATE,
  },
  too_long: {
    says: (name) =>
      text(
        `排到节点“${name.zh}”时已超出1990年至2099年`,
        `At “${name.en}” the plan leaves the years 1990 to 2099`,
      ),
    mend: text('请核对工期、间隔和承诺日期', 'Check durations, lags and the promised date'),
  },
}
