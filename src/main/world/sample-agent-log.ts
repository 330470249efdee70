import { addDays } from '#engine/period/plain-date'
import type { PeriodId } from '#engine/period/period'
import { lastDay } from '#engine/period/period-extent'
import type { SeedRow } from './world'

/** What an agent may have done for an enterprise, and how it ended. */
const deeds = [
  ['visit', '了解开工前准备', '到企业现场走访，梳理待办手续清单', 'in_hand', '2.5'],
  ['errand', '代办用地规划许可', '整理材料并代为递交窗口', 'settled', '1.5'],
  ['call', '咨询施工许可所需材料', '电话一次性告知材料清单', 'settled', '0.5'],
  ['meeting', '临时用电接入', '会同供电公司现场协调接入点位', 'handed_on', '3'],
  ['training', '网上申报操作', '辅导企业经办人完成网上申报', 'settled', '1'],
  ['errand', '代办环评备案', '核对登记表并提交备案系统', 'in_hand', '1'],
] as const

/** Three entries of an agent's log for a project, in the last weeks of the sample. */
export function agentLogOf(project: SeedRow, number: number, last: PeriodId): SeedRow[] {
  if (project.state === 'producing') return []
  return [0, 1, 2].map((index) => {
    const [kind, subject, done, result, hours] = deeds[(number + index * 2) % deeds.length] ?? deeds[0]
    return {
      id: `${project.id}-log-${index + 1}`,
      unit_id: project.unit_id,
      sample: true,
      project: project.id,
      day: addDays(lastDay(last), -(index * 9 + (number % 7))),
      kind,
      agent: project.agent,
      counterpart: '项目负责人',
      subject,
      done,
      result,
      hours,
    }
  })
}
