import { Alert, Button, Skeleton } from 'antd'
import { useState } from 'react'
import { wordsOf } from '#console/api/api-problem'
import { usePlace } from '#console/frame/place'
import { useLanguage } from '#console/language/language'
import { EmptyState } from '#console/ui/empty-state'
import { PageHeader } from '#console/ui/page-header'
import { Panel } from '#console/ui/panel'
import type { LampRulesReply } from '../../contract'
import { useLampRules } from './lamp-queries'
import { holdingWords, rulesWords as words } from './lamp-words'
import { RuleTable } from './rule-table'
import { RulesEditor } from './rules-editor'
import './lamps.css'

function Rules({ reply }: { readonly reply: LampRulesReply }) {
  const { t } = useLanguage()
  const [isEditing, setEditing] = useState(false)
  const isOwn = reply.rules_of?.code === reply.unit.code
  if (isEditing) return <RulesEditor reply={reply} onDone={() => setEditing(false)} />
  return (
    <Panel
      title={t(reply.unit.name)}
      extra={
        reply.may_change && (
          <Button type="primary" onClick={() => setEditing(true)}>
            {t(isOwn ? words.edit : words.own)}
          </Button>
        )
      }
    >
      <p className="rule-holding">{t(holdingWords(reply.rules_of, reply.table, isOwn))}</p>
      <RuleTable rules={reply.rules} />
    </Panel>
  )
}

function RulesOf({ unit }: { readonly unit: string }) {
  const { t } = useLanguage()
  const { data, error } = useLampRules(unit)
  if (error) return <Alert type="error" showIcon title={t(wordsOf(error).message)} />
  return data ? <Rules key={unit} reply={data} /> : <Skeleton active paragraph={{ rows: 8 }} />
}

/** `/lamps/rules`: by what lamps are set in a zone or park, and changing it with the consequences in view. */
export function LampRulesPage() {
  const { t } = useLanguage()
  const { unit } = usePlace()
  return (
    <>
      <PageHeader title={words.title} about={t(words.about)} />
      {unit && (unit.kind === 'zone' || unit.kind === 'park') ? (
        <RulesOf unit={unit.code} />
      ) : (
        <EmptyState why={words.noZone} />
      )}
    </>
  )
}
