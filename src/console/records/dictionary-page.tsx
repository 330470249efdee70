import { addressOf, type RecordType } from '#engine/records/record'
import type { Field } from '#engine/records/field'
import { roleLabels } from '#glossary/role-labels'
import { text, type Text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { useRegistry } from '#console/registry-context'
import { PageHeader } from '#console/ui/page-header'
import { Stack } from '#console/ui/layout'
import { Panel } from '#console/ui/panel'
import { unitWords } from './field-words'
import './dictionary.css'

const words = {
  title: text('数据字典', 'Data dictionary'),
  about: text(
    '系统中每类记录的字段、取值与权限；与数据库、接口和 Excel 模板出自同一份声明。',
    'Fields, values and rights of every record type; from the same declaration as database, API and Excel template.',
  ),
  contents: text('目录', 'Contents'),
  label: text('名称', 'Name'),
  code: text('代码', 'Code'),
  kind: text('类型', 'Kind'),
  needed: text('必填', 'Required'),
  note: text('说明与取值', 'Meaning and values'),
  yes: text('是', 'Yes'),
  rights: text('权限', 'Rights'),
  everyone: text('所有登录用户', 'Everyone signed in'),
  nobody: text('无', 'Nobody'),
  address: text('接口地址', 'API address'),
}

const kinds: Readonly<Record<Field['kind'], Text>> = {
  text: text('文字', 'Text'),
  integer: text('整数', 'Whole number'),
  decimal: text('数值', 'Number'),
  boolean: text('是/否', 'Yes or no'),
  date: text('日期', 'Date'),
  instant: text('时间', 'Moment'),
  period: text('期间', 'Period'),
  choice: text('选项', 'Choice'),
  reference: text('引用', 'Reference'),
  references: text('多项引用', 'References'),
}

const verbs = {
  read: text('查看', 'Read'),
  create: text('新建', 'Create'),
  update: text('修改', 'Change'),
  remove: text('删除', 'Delete'),
} as const

function FieldRow({ name, field }: { readonly name: string; readonly field: Field }) {
  const { t, language } = useLanguage()
  const target = useRegistry().records.find((record) => 'to' in field && record.name === field.to)
  const unit = unitWords(field, language)
  const notes = [
    field.help && t(field.help),
    field.kind === 'choice' &&
      Object.values(field.options)
        .map(t)
        .join(language === 'zh' ? '、' : ', '),
    target && `→ ${t(target.label)}`,
    field.kind === 'text' && field.pattern && t(field.pattern.says),
  ].filter(Boolean)
  return (
    <tr>
      <th scope="row">{t(field.label)}</th>
      <td>
        <code>{name}</code>
      </td>
      <td>
        {t(kinds[field.kind])}
        {unit && <span className="quiet"> {unit}</span>}
      </td>
      <td>{field.required ? t(words.yes) : ''}</td>
      <td>{notes.join(' · ')}</td>
    </tr>
  )
}

function Rights({ record }: { readonly record: RecordType }) {
  const { t, language } = useLanguage()
  const who = (verb: keyof typeof verbs) =>
    record.rights[verb]
      .map((role) => t(role === 'everyone' ? words.everyone : roleLabels[role]))
      .join(language === 'zh' ? '、' : ', ') || t(words.nobody)
  return (
    <ul className="dictionary-rights">
      {(Object.keys(verbs) as (keyof typeof verbs)[]).map((verb) => (
        <li key={verb}>
          <span className="quiet">{t(verbs[verb])}</span> {who(verb)}
        </li>
      ))}
    </ul>
  )
}

function RecordEntry({ record }: { readonly record: RecordType }) {
  const { t } = useLanguage()
  return (
    <Panel
      title={
        <span id={record.name}>
          {t(record.label)} <code>{record.name}</code>
        </span>
      }
      extra={<code>/api/{addressOf(record)}</code>}
    >
      <p>{t(record.about)}</p>
      <div className="dictionary-room" role="region" aria-label={t(record.label)} tabIndex={0}>
        <table className="dictionary-table">
          <thead>
            <tr>
              {[words.label, words.code, words.kind, words.needed, words.note].map((head) => (
                <th key={head.zh} scope="col">
                  {t(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Object.entries(record.fields).map(([name, field]) => (
              <FieldRow key={name} name={name} field={field} />
            ))}
          </tbody>
        </table>
      </div>
      <h3>{t(words.rights)}</h3>
      <Rights record={record} />
    </Panel>
  )
}

/** `/dictionary`: every record type as it is declared. */
export function DictionaryPage() {
  const { t } = useLanguage()
  const { records } = useRegistry()
  return (
    <>
      <PageHeader title={words.title} about={t(words.about)} />
      <nav className="dictionary-contents" aria-label={t(words.contents)}>
        {records.map((record) => (
          <a key={record.name} href={`#${record.name}`}>
            {t(record.label)}
          </a>
        ))}
      </nav>
      <Stack>
        {records.map((record) => (
          <RecordEntry key={record.name} record={record} />
        ))}
      </Stack>
    </>
  )
}
