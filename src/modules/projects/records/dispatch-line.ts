import { field } from '#engine/records/field'
import { defineRecord } from '#engine/records/record'
import { businessRoles } from '#engine/records/role.data'
import { text } from '#engine/result/result'

/**
 * What a closed month's report reads of one project (调度底稿): kept by the server as the month is closed. It is no part
 * of the project: it stays in the unit in which the project lay then, whatever becomes of the project later.
 */
export const dispatchLine = defineRecord({
  name: 'dispatch_line',
  module: 'projects',
  label: text('调度底稿', 'Kept dispatch line'),
  about: text(
    '调度期冻结时按项目留存的底稿，冻结月份的报告以此为准',
    'What a closed month’s report reads of a project, kept as the month was closed',
  ),
  scope: 'unit',
  title: 'name_zh',
  fields: {
    dispatch: field.reference({
      label: text('调度期', 'Dispatch month'),
      to: 'dispatch',
      required: true,
      fixed: true,
    }),
    month: field.period({ label: text('月份', 'Month'), required: true, fixed: true }),
    project: field.reference({ label: text('项目', 'Project'), to: 'project', required: true, fixed: true }),
    name_zh: field.text({ label: text('当时的项目名称', 'Project then'), required: true, max: 120 }),
    kept: field.text({
      label: text(
        '当时的清单、月报、亮灯、堵点和各方名称',
        'List, months, lamps, blockers and names as they were',
      ),
      required: true,
      max: 2_000_000,
      // Read by the report alone: it is no text for people.
      see: [],
    }),
  },
  unique: { project: ['dispatch', 'project'] },
  rights: { read: [...businessRoles], create: [], update: [], remove: [] },
  list: { columns: ['month', 'project', 'name_zh', 'unit_id'], sort: '-month,name_zh' },
  form: [{ label: text('底稿', 'Line'), fields: ['month', 'project', 'name_zh'] }],
})
