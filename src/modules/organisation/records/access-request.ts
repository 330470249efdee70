import { defineLifecycle } from '#engine/lifecycles/lifecycle'
import { field } from '#engine/records/field'
import { defineRecord, type RowRule } from '#engine/records/record'
import { roleLabels } from '#glossary/role-labels'
import { text } from '#engine/result/result'
import { accessKinds, fieldsOfKind, neededFields, strayFields } from '../domain/access-request'

const fields = [...new Set(Object.keys(accessKinds).flatMap((kind) => fieldsOfKind(kind as never)))]
const isEmpty = (value: unknown) => value === null || value === undefined || value === ''

/** One rule a field, so that the form marks each by itself. */
const rules: RowRule[] = fields.flatMap((name) => [
  {
    name: `needs_${name}`,
    fields: [name],
    says: text('办理此类申请必填', 'is needed for this kind of request'),
    mend: text('请填写', 'Fill it in.'),
    holds: (row) => !neededFields(row).includes(name) || !isEmpty(row[name]),
  },
  {
    name: `stray_${name}`,
    fields: [name],
    says: text('此类申请不填该项', 'does not belong to this kind of request'),
    mend: text('请留空', 'Leave it empty.'),
    holds: (row) => !strayFields(row).includes(name),
  },
])

/**
 * An account, a post or its end, asked for by the system administrator: nothing of it is there until the security
 * administrator grants it, and then it is written by the granting itself (三员分立: who asks does not decide).
 */
export const accessRequest = defineRecord({
  name: 'access_request',
  module: 'organisation',
  label: text('授权申请', 'Access request'),
  about: text(
    '系统管理员申请账号或岗位，安全管理员批准后才生效',
    'An account or a post, asked for by the system administrator; it takes effect when the security administrator grants it',
  ),
  scope: 'unit',
  title: 'subject',
  fields: {
    subject: field.text({ label: text('申请', 'Request'), computed: true, max: 200, search: true }),
    kind: field.choice({
      label: text('类别', 'Kind'),
      required: true,
      fixed: true,
      options: accessKinds,
    }),
    person: field.reference({ label: text('人员', 'Person'), to: 'person', fixed: true }),
    name_zh: field.text({ label: text('新人员姓名', 'New person’s name'), max: 40, fixed: true }),
    name_en: field.text({ label: text('英文姓名', 'English name'), max: 80, fixed: true }),
    mobile: field.text({
      label: text('手机', 'Mobile'),
      personal: { kind: 'phone', clear: [] },
      fixed: true,
      pattern: {
        source: '^\\+?\\d[\\d-]{5,18}$',
        says: text('数字和连字符，如 138-0000-0000', 'Digits and hyphens.'),
      },
    }),
    account: field.text({
      label: text('账号名', 'Account name'),
      help: text('小写字母开头，可含数字、点和连字符', 'Small letters, digits, dots and hyphens'),
      max: 40,
      fixed: true,
      pattern: {
        source: '^[a-z][a-z0-9._\\-]{1,39}$',
        says: text('以小写字母开头，2 至 40 位', 'Begins with a small letter; 2 to 40 characters.'),
      },
    }),
    post: field.reference({ label: text('岗位', 'Post'), to: 'post', fixed: true }),
    post_zh: field.text({ label: text('岗位名称', 'Name of the post'), max: 60, fixed: true }),
    post_en: field.text({ label: text('岗位英文名称', 'English name of the post'), max: 120, fixed: true }),
    role: field.choice({ label: text('角色', 'Role'), options: roleLabels, fixed: true }),
    organ: field.reference({ label: text('机构', 'Organ'), to: 'organ', fixed: true }),
    starts_on: field.date({ label: text('任期起', 'From'), fixed: true }),
    ends_on: field.date({ label: text('任期止', 'Until'), fixed: true }),
    why: field.text({
      label: text('申请理由', 'Why'),
      required: true,
      fixed: true,
      max: 1000,
      multiline: true,
    }),
    asked_by: field.reference({ label: text('申请人', 'Asked by'), to: 'person', computed: true }),
    decided_by: field.reference({ label: text('审批人', 'Decided by'), to: 'person', computed: true }),
    decided_at: field.instant({ label: text('审批时间', 'Decided at'), computed: true }),
    decision: field.text({ label: text('审批意见', 'Decision'), computed: true, max: 2000 }),
  },
  rules: [
    ...rules,
    {
      name: 'term',
      fields: ['ends_on'],
      says: text('任期止早于任期起', 'the term ends before it starts'),
      mend: text('请更正日期', 'Correct the dates.'),
      holds: (row) =>
        isEmpty(row.ends_on) ||
        isEmpty(row.starts_on) ||
        (row.ends_on as string) >= (row.starts_on as string),
    },
  ],
  lifecycle: defineLifecycle({
    initial: 'asked',
    states: {
      asked: { label: text('待审批', 'To be decided'), tone: 'active' },
      granted: { label: text('已批准', 'Granted'), tone: 'good', final: true, locked: true },
      refused: { label: text('已驳回', 'Refused'), tone: 'bad', final: true, locked: true },
      withdrawn: { label: text('已撤回', 'Withdrawn'), tone: 'neutral', final: true, locked: true },
    },
    actions: {
      grant: {
        label: text('批准', 'Grant'),
        from: ['asked'],
        to: 'granted',
        rights: ['security_admin'],
        reason: 'optional',
        confirm: text('批准后立即生效，并记入账本。', 'It takes effect at once and is kept in the ledger.'),
      },
      refuse: {
        label: text('驳回', 'Refuse'),
        from: ['asked'],
        to: 'refused',
        rights: ['security_admin'],
        reason: 'required',
      },
      withdraw: {
        label: text('撤回', 'Withdraw'),
        from: ['asked'],
        to: 'withdrawn',
        rights: ['system_admin'],
        reason: 'optional',
      },
    },
  }),
  rights: {
    read: ['system_admin', 'security_admin', 'audit_admin'],
    create: ['system_admin'],
    update: [],
    remove: [],
  },
  list: {
    columns: ['subject', 'state', 'kind', 'unit_id', 'asked_by', 'created_at', 'decided_by', 'decided_at'],
    sort: '-created_at',
  },
  form: [
    { label: text('申请', 'Request'), fields: ['kind', 'why'] },
    {
      label: text('人员与账号', 'Person and account'),
      fields: ['person', 'name_zh', 'name_en', 'mobile', 'account'],
    },
    {
      label: text('岗位', 'Post'),
      fields: ['post', 'post_zh', 'post_en', 'role', 'organ', 'starts_on', 'ends_on'],
    },
    { label: text('审批', 'Decision'), fields: ['asked_by', 'decided_by', 'decided_at', 'decision'] },
  ],
})
