import { defineLifecycle } from '#engine/lifecycles/lifecycle'
import { field } from '#engine/records/field'
import { defineRecord } from '#engine/records/record'
import { businessRoles } from '#engine/records/role.data'
import { text } from '#engine/result/result'

/** Reasons for which entries are returned most (domain facts §2.5). */
const refusals = {
  owner: text('审批单位与申报单位不一致', 'Owner on the approval is not who reports'),
  party: text('审批单位与合同甲方不一致', 'Owner on the approval is not party A of the contract'),
  dates: text('审批日期与合同日期矛盾', 'Dates of approval and contract conflict'),
  investment: text('审批与申报的总投资不一致', 'Total investment differs between approval and report'),
  proofs: text('证明材料不全', 'Proofs are missing'),
  not_started: text('主体工程未开工', 'Main works have not begun'),
  other: text('其他', 'Other'),
}

/**
 * A project on its way into the statistics (入库/纳统): first entered, then counted. The proofs are attached; each is
 * ticked when it is there. The day of entry is told to the project, from which the rate is counted.
 */
export const statisticsEntry = defineRecord({
  name: 'statistics_entry',
  module: 'projects',
  label: text('入库申报', 'Statistics entry'),
  about: text(
    '一个项目报进统计库的材料、时限与审核',
    'What it takes to enter a project in the statistics, and how far it is',
  ),
  scope: 'unit',
  within: 'project',
  title: 'kind',
  fields: {
    project: field.reference({ label: text('项目', 'Project'), to: 'project', required: true, fixed: true }),
    kind: field.choice({
      label: text('投资类型', 'Kind of investment'),
      required: true,
      options: {
        works: text('建筑安装工程', 'Construction'),
        purchase: text('纯设备购置', 'Purchase of equipment only'),
      },
    }),
    due_on: field.date({
      label: text('申报截止', 'Due'),
      help: text('开工次月的当地截止日', 'The area’s day in the month after the start.'),
      computed: true,
    }),
    has_approval: field.boolean({ label: text('审批、核准或备案文件', 'Approval or filing') }),
    has_contract: field.boolean({ label: text('施工或购置合同', 'Contract') }),
    has_photos: field.boolean({
      label: text('现场或到货照片', 'Photos of site or arrival'),
      help: text(
        '须标明项目名称、地点、开工日期、拍摄日期、核查人及其单位、电话',
        'With name, place, start, day taken, and who checked: unit and telephone.',
      ),
    }),
    has_licence: field.boolean({ label: text('营业执照', 'Business licence') }),
    has_content: field.boolean({ label: text('建设内容说明', 'Description of the works') }),
    has_payment: field.boolean({
      label: text('付款凭证', 'Proof of payment'),
      help: text('纯设备购置须附', 'Needed where equipment is only bought.'),
    }),
    agrees: field.boolean({
      label: text('四项一致已核对', 'The four agreements are checked'),
      help: text(
        '申报单位与审批单位、审批单位与合同甲方、审批与合同日期、审批与申报总投资',
        'Who reports and who was approved; who was approved and party A; dates of approval and contract; total investment.',
      ),
    }),
    refusal: field.choice({
      label: text('退回情形', 'Why returned'),
      options: refusals,
      set: ['economist', 'statistician'],
    }),
    entered_on: field.date({
      label: text('入库日期', 'Entered on'),
      happened: true,
      set: ['economist', 'statistician'],
    }),
    statistics_code: field.text({
      label: text('统计项目编码', 'Statistics code'),
      max: 40,
      set: ['economist', 'statistician'],
    }),
  },
  unique: { project: ['project'] },
  lifecycle: defineLifecycle({
    initial: 'preparing',
    states: {
      preparing: { label: text('准备材料', 'Preparing'), tone: 'active' },
      submitted: { label: text('主管部门审核', 'With the department'), tone: 'active', locked: true },
      verified: { label: text('统计部门审核', 'With the statistics office'), tone: 'active', locked: true },
      returned: { label: text('已退回', 'Returned'), tone: 'warning' },
      entered: { label: text('已入库', 'Entered'), tone: 'good', final: true, locked: true },
    },
    actions: {
      submit: {
        label: text('提交申报', 'Submit'),
        from: ['preparing', 'returned'],
        to: 'submitted',
        rights: ['project_officer', 'economist'],
        // Handed in anew, it is not returned for what was wrong before: another return says why by itself.
        clears: ['refusal'],
      },
      verify: {
        label: text('审核通过', 'Verify'),
        from: ['submitted'],
        to: 'verified',
        rights: ['economist'],
      },
      return: {
        label: text('退回补正', 'Return'),
        from: ['submitted', 'verified'],
        to: 'returned',
        rights: ['economist', 'statistician'],
        requires: ['refusal'],
        reason: 'required',
      },
      enter: {
        label: text('确认入库', 'Enter'),
        from: ['verified'],
        to: 'entered',
        rights: ['economist', 'statistician'],
        requires: ['entered_on'],
      },
    },
  }),
  rights: {
    read: [...businessRoles],
    create: ['project_officer', 'economist'],
    update: ['project_officer', 'economist'],
    remove: ['project_officer', 'economist'],
  },
  list: {
    columns: ['project', 'unit_id', 'kind', 'due_on', 'refusal', 'entered_on', 'statistics_code'],
    sort: 'due_on,project',
  },
  form: [
    { label: text('申报', 'Entry'), fields: ['project', 'kind'] },
    {
      label: text('证明材料', 'Proofs'),
      fields: [
        'has_approval',
        'has_contract',
        'has_photos',
        'has_licence',
        'has_content',
        'has_payment',
        'agrees',
      ],
    },
    { label: text('审核', 'Check'), fields: ['refusal', 'entered_on', 'statistics_code'] },
  ],
})
