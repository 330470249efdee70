import { field } from '#engine/records/field'
import { defineRecord } from '#engine/records/record'
import { businessRoles } from '#engine/records/role.data'
import { text } from '#engine/result/result'

/** A plan as it stood on a day (计划基线): kept by the server as it is taken, compared with what is forecast later. */
export const planBaseline = defineRecord({
  name: 'plan_baseline',
  module: 'projects',
  label: text('计划基线', 'Baseline'),
  about: text('某日留存的整套计划，用来对比偏差', 'A plan as it stood on a day, kept to be compared with'),
  scope: 'unit',
  within: 'project',
  title: 'name_zh',
  fields: {
    project: field.reference({ label: text('项目', 'Project'), to: 'project', required: true, fixed: true }),
    name_zh: field.text({
      label: text('基线名称', 'Baseline'),
      help: text('如“签约时计划”“年中调整”', 'Such as “as signed” or “after the mid-year review”.'),
      required: true,
      max: 60,
    }),
    taken_on: field.date({ label: text('留存日期', 'Taken on'), computed: true }),
    promised_on: field.date({ label: text('当时承诺竣工', 'Promised then'), computed: true }),
    forecast_start: field.date({ label: text('当时预计开始', 'Begin forecast then'), computed: true }),
    forecast_finish: field.date({ label: text('当时预计竣工', 'Finish forecast then'), computed: true }),
    node_count: field.integer({ label: text('节点数', 'Nodes'), unit: '个', computed: true }),
    kept_nodes: field.text({
      label: text('当时各节点的日期与投资', 'Dates and money of every node then'),
      // Ten thousand nodes, each with a name, two days and an amount.
      max: 2_000_000,
      computed: true,
      // Read by the comparison alone: it is no text for people.
      see: [],
    }),
  },
  unique: { name: ['project', 'name_zh'] },
  rights: {
    read: [...businessRoles],
    create: ['project_officer', 'economist'],
    update: ['project_officer', 'economist'],
    remove: ['project_officer', 'economist'],
  },
  list: {
    columns: ['name_zh', 'project', 'taken_on', 'promised_on', 'forecast_finish', 'node_count'],
    sort: '-taken_on,name_zh',
  },
  form: [{ label: text('基线', 'Baseline'), fields: ['project', 'name_zh'] }],
})
