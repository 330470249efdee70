import { App, Button } from 'antd'
import { useState } from 'react'
import { LAMP_PRESETS } from '#engine/lamps/lamp-presets.data'
import { LAMP_DIMENSIONS } from '#engine/lamps/lamp-table'
import { wordsOf } from '#console/api/api-problem'
import { useLanguage } from '#console/language/language'
import { Stack } from '#console/ui/layout'
import { Panel } from '#console/ui/panel'
import type { LampRulesReply, LampTrialReply } from '../../contract'
import { useRulesTrial, useSaveRules } from './lamp-queries'
import { rulesWords as words } from './lamp-words'
import { RuleForm } from './rule-form'
import { blankRule, draftOf, draftProblems, isSame, type RulesDraft, rulesOf, withTable } from './rules-draft'
import { RulesTrial } from './rules-trial'

interface EditorProps {
  readonly reply: LampRulesReply
  readonly onDone: () => void
}

interface Tried {
  readonly draft: RulesDraft
  readonly trial: LampTrialReply
}

/** A draft that is tried before it is saved: what was tried is what is saved. */
function useEditing({ reply, onDone }: EditorProps) {
  const { t, language } = useLanguage()
  const { message } = App.useApp()
  const [draft, setDraft] = useState<RulesDraft>(() => draftOf(reply.rules, language))
  const [tried, setTried] = useState<Tried>()
  const trial = useRulesTrial()
  const save = useSaveRules()
  const unit = reply.unit.code
  const told = (error: unknown) => void message.error(t(wordsOf(error).message))
  return {
    draft,
    setDraft,
    problems: draftProblems(draft),
    tried,
    isTried: tried !== undefined && isSame(tried.draft, draft),
    busy: trial.isPending ? ('trying' as const) : save.isPending ? ('saving' as const) : undefined,
    attempt: (of: RulesDraft) => {
      setDraft(of)
      trial.mutate(
        { unit, rules: rulesOf(of) },
        { onSuccess: (result) => setTried({ draft: of, trial: result }), onError: told },
      )
    },
    save: () =>
      save.mutate(
        { unit, rules: rulesOf(draft), versions: reply.versions },
        {
          onSuccess: () => {
            void message.success(t(words.saved))
            onDone()
          },
          onError: told,
        },
      ),
  }
}

type Editing = ReturnType<typeof useEditing>

function Presets({ editing }: { readonly editing: Editing }) {
  const { t, language } = useLanguage()
  return (
    <div className="rule-presets" role="group" aria-label={t(words.preset)}>
      <span className="quiet">{t(words.preset)}</span>
      {LAMP_PRESETS.map((table) => (
        <Button
          key={table.code}
          size="small"
          onClick={() => editing.setDraft((draft) => withTable(draft, table, language))}
        >
          {t(table.name)}
        </Button>
      ))}
    </div>
  )
}

function Bar({ editing, reply, onDone }: EditorProps & { readonly editing: Editing }) {
  const { t } = useLanguage()
  const hasOwn = Object.keys(reply.versions).length > 0
  const isSound = Object.keys(editing.problems).length === 0
  return (
    <div className="rule-bar">
      <span className="quiet" role="status">
        {!editing.isTried && t(editing.tried ? words.changed : words.tryFirst)}
      </span>
      <Button onClick={onDone}>{t(words.cancel)}</Button>
      {hasOwn && (
        <Button loading={editing.busy === 'trying'} onClick={() => editing.attempt({})}>
          {t(words.drop)}
        </Button>
      )}
      <Button
        type={editing.isTried ? 'default' : 'primary'}
        disabled={!isSound}
        loading={editing.busy === 'trying'}
        onClick={() => editing.attempt(editing.draft)}
      >
        {t(words.attempt)}
      </Button>
      <Button
        type={editing.isTried ? 'primary' : 'default'}
        disabled={!editing.isTried}
        loading={editing.busy === 'saving'}
        onClick={editing.save}
      >
        {t(words.save)}
      </Button>
    </div>
  )
}

/** The rules of a unit while they are changed: written, tried, read, and only then saved. */
export function RulesEditor(props: EditorProps) {
  const { t } = useLanguage()
  const editing = useEditing(props)
  const { draft, setDraft, problems, tried, isTried } = editing
  return (
    <Stack>
      <Panel title={t(words.edit)}>
        <p className="quiet">
          {t(words.write)}
          <br />
          {t(words.without)}
        </p>
        <Presets editing={editing} />
        {LAMP_DIMENSIONS.map((dimension) => (
          <RuleForm
            key={dimension}
            dimension={dimension}
            rule={draft[dimension]}
            problems={problems[dimension] ?? []}
            onAdd={() => setDraft({ ...draft, [dimension]: blankRule(dimension) })}
            onChange={(rule) => {
              const { [dimension]: _before, ...others } = draft
              setDraft(rule ? { ...others, [dimension]: rule } : others)
            }}
          />
        ))}
        <Bar editing={editing} {...props} />
      </Panel>
      {tried && isTried && <RulesTrial trial={tried.trial} />}
    </Stack>
  )
}
