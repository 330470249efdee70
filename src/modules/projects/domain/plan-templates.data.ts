import { text, type Text } from '#engine/result/result'
import type { approvalStages } from '../records/project-procedure'

/** One step of a template: `after` and `with` name steps of the same template by their key. */
export interface TemplateStep {
  readonly key: string
  readonly name: Text
  readonly days: number
  readonly unit: 'working' | 'calendar'
  readonly line?: Text
  readonly after?: readonly string[]
  readonly with?: readonly string[]
  /** Of an approval: its stage. It stands on the project's list of procedures as well, where the agent follows it. */
  readonly stage?: keyof typeof approvalStages
}

export interface PlanTemplate {
  readonly label: Text
  readonly steps: readonly TemplateStep[]
}

const approvals = text('手续', 'Approvals')
const works = text('工程', 'Works')
const equipment = text('设备', 'Equipment')
const people = text('投产准备', 'Preparation')

const step = (
  key: string,
  [zh, en]: readonly [string, string],
  [days, unit]: readonly [number, TemplateStep['unit']],
  place: Pick<TemplateStep, 'line' | 'after' | 'with' | 'stage'> = {},
): TemplateStep => ({ key, name: text(zh, en), days, unit, ...place })

/** Approvals of the first three stages (国办发〔2019〕11号); their limits are a zone's to change. */
const filing = [
  step('filing', ['立项备案', 'Project filing'], [3, 'working'], { line: approvals, stage: 'land' }),
  step('land_plan', ['用地规划许可', 'Land-use planning permit'], [7, 'working'], {
    line: approvals,
    stage: 'land',
    after: ['filing'],
  }),
  step('land', ['土地出让及不动产登记', 'Land transfer and registration'], [45, 'calendar'], {
    line: approvals,
    stage: 'land',
    after: ['land_plan'],
  }),
]
const permits = [
  step('scheme', ['设计方案审查', 'Review of the design'], [15, 'working'], {
    line: approvals,
    stage: 'design',
    after: ['filing'],
  }),
  step('project_permit', ['工程规划许可', 'Construction planning permit'], [10, 'working'], {
    line: approvals,
    stage: 'design',
    after: ['scheme', 'land'],
  }),
  step('drawings', ['施工图审查', 'Review of working drawings'], [15, 'working'], {
    line: approvals,
    stage: 'works',
    after: ['scheme'],
  }),
  step('tender', ['施工招标', 'Tender'], [25, 'working'], { line: works, after: ['drawings'] }),
  step('works_permit', ['施工许可', 'Building permit'], [5, 'working'], {
    line: approvals,
    stage: 'works',
    after: ['project_permit', 'drawings', 'tender'],
  }),
]
const acceptance = (after: readonly string[]) => [
  step('acceptance', ['竣工联合验收', 'Joint acceptance'], [10, 'working'], {
    line: approvals,
    stage: 'acceptance',
    after,
  }),
]

/** Node templates by project kind: where a plan begins, to be changed freely. Durations are starting values, not rules. */
export const planTemplates: Readonly<Record<string, PlanTemplate>> = {
  industrial: {
    label: text('产业项目', 'Industrial project'),
    steps: [
      ...filing,
      ...permits,
      step('foundation', ['桩基及基础', 'Piling and foundations'], [60, 'calendar'], {
        line: works,
        after: ['works_permit'],
      }),
      step('structure', ['主体结构', 'Main structure'], [150, 'calendar'], {
        line: works,
        after: ['foundation'],
      }),
      step('envelope', ['围护及机电安装', 'Envelope and building services'], [75, 'calendar'], {
        line: works,
        after: ['structure'],
      }),
      step('ordering', ['设备采购', 'Ordering of equipment'], [120, 'calendar'], {
        line: equipment,
        with: ['works_permit'],
      }),
      step('installation', ['设备安装调试', 'Installation and commissioning'], [60, 'calendar'], {
        line: equipment,
        after: ['ordering', 'envelope'],
      }),
      ...acceptance(['installation']),
      step('recruiting', ['人员招聘培训', 'Recruiting and training'], [60, 'calendar'], {
        line: people,
        with: ['installation'],
      }),
      step('finish', ['竣工', 'Completion'], [0, 'working'], { after: ['acceptance', 'recruiting'] }),
    ],
  },
  infrastructure: {
    label: text('基础设施', 'Infrastructure'),
    steps: [
      step('proposal', ['项目建议书批复', 'Approval of the proposal'], [7, 'working'], {
        line: approvals,
        stage: 'land',
      }),
      step('feasibility', ['可行性研究批复', 'Approval of the feasibility study'], [15, 'working'], {
        line: approvals,
        stage: 'land',
        after: ['proposal'],
      }),
      step('preliminary_design', ['初步设计及概算批复', 'Approval of design and estimate'], [20, 'working'], {
        line: approvals,
        stage: 'design',
        after: ['feasibility'],
      }),
      step('relocation', ['征迁交地', 'Relocation and handing over of land'], [90, 'calendar'], {
        line: works,
        after: ['feasibility'],
      }),
      step('drawings', ['施工图审查', 'Review of working drawings'], [15, 'working'], {
        line: approvals,
        stage: 'works',
        after: ['preliminary_design'],
      }),
      step('tender', ['施工招标', 'Tender'], [30, 'working'], { line: works, after: ['drawings'] }),
      step('works_permit', ['施工许可', 'Building permit'], [5, 'working'], {
        line: approvals,
        stage: 'works',
        after: ['tender', 'relocation'],
      }),
      step('pipes', ['管线及路基', 'Pipes and subgrade'], [120, 'calendar'], {
        line: works,
        after: ['works_permit'],
      }),
      step('surface', ['路面及附属', 'Surface and fittings'], [75, 'calendar'], {
        line: works,
        after: ['pipes'],
      }),
      ...acceptance(['surface']),
      step('finish', ['竣工', 'Completion'], [0, 'working'], { after: ['acceptance'] }),
    ],
  },
  municipal: {
    label: text('市政工程', 'Municipal works'),
    steps: [
      step('proposal', ['项目建议书批复', 'Approval of the proposal'], [7, 'working'], {
        line: approvals,
        stage: 'land',
      }),
      step('design', ['设计及概算批复', 'Approval of design and estimate'], [20, 'working'], {
        line: approvals,
        stage: 'design',
        after: ['proposal'],
      }),
      step('tender', ['施工招标', 'Tender'], [25, 'working'], { line: works, after: ['design'] }),
      step('works_permit', ['施工许可', 'Building permit'], [5, 'working'], {
        line: approvals,
        stage: 'works',
        after: ['tender'],
      }),
      step('building', ['施工', 'Works'], [120, 'calendar'], { line: works, after: ['works_permit'] }),
      ...acceptance(['building']),
      step('finish', ['竣工', 'Completion'], [0, 'working'], { after: ['acceptance'] }),
    ],
  },
  conversion: {
    label: text('厂房改造', 'Property conversion'),
    steps: [
      step('filing', ['立项备案', 'Project filing'], [3, 'working'], { line: approvals, stage: 'land' }),
      step('drawings', ['改造设计及图审', 'Design and review of drawings'], [20, 'working'], {
        line: approvals,
        stage: 'works',
        after: ['filing'],
      }),
      step('fire_design', ['消防设计审查', 'Review of fire safety'], [10, 'working'], {
        line: approvals,
        stage: 'works',
        after: ['drawings'],
      }),
      step('works_permit', ['施工许可', 'Building permit'], [5, 'working'], {
        line: approvals,
        stage: 'works',
        after: ['fire_design'],
      }),
      step('fitting', ['装修及洁净工程', 'Fitting out and clean rooms'], [75, 'calendar'], {
        line: works,
        after: ['works_permit'],
      }),
      step('ordering', ['设备采购', 'Ordering of equipment'], [90, 'calendar'], {
        line: equipment,
        with: ['filing'],
      }),
      step('installation', ['设备安装调试', 'Installation and commissioning'], [30, 'calendar'], {
        line: equipment,
        after: ['ordering', 'fitting'],
      }),
      step('fire_acceptance', ['消防验收', 'Acceptance of fire safety'], [10, 'working'], {
        line: approvals,
        stage: 'acceptance',
        after: ['fitting'],
      }),
      step('finish', ['竣工', 'Completion'], [0, 'working'], { after: ['installation', 'fire_acceptance'] }),
    ],
  },
}
