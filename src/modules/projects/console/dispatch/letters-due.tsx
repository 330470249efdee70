import { text, type Text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { GoLink } from '#console/router/go'
import { Panel } from '#console/ui/panel'
import { SampleMark } from '#console/ui/sample-mark'
import { StateMark } from '#console/ui/state-mark'
import type { Standing } from '#console/tokens/tokens'
import type { LetterDue } from '../../dispatch-contract'
import { beijingDay } from '../../domain/dispatch/letter-step'
import { letterKinds, type LetterKind } from '../../records/letter'
import { dispatchWords } from './dispatch-words'

const words = {
  title: text('待发函件', 'Letters due'),
  draft: text('已拟稿，待签发', 'drafted, to be issued'),
  due: text('办理期限', 'Limit'),
}

const standing: Readonly<Record<LetterKind, Standing>> = {
  assignment: 'unknown',
  reminder: 'watch',
  supervision: 'late',
}
const dueWord = (kind: LetterKind): Text =>
  text(`该发${letterKinds[kind].zh}`, `${letterKinds[kind].en} is due`)

/** Blockers whose limit calls for a letter that nobody has issued. */
export function LettersDue({ letters }: { readonly letters: readonly LetterDue[] }) {
  const { t, date } = useLanguage()
  if (letters.length === 0) return null
  return (
    <Panel title={`${t(words.title)} ${letters.length}`}>
      <ul className="letters-due">
        {letters.map((one) => (
          <li key={one.blocker}>
            <StateMark standing={standing[one.kind]} word={dueWord(one.kind)} />
            <span>
              <GoLink to={one.draft ? `/records/letter/${one.draft}` : `/records/blocker/${one.blocker}`}>
                {one.subject}
              </GoLink>{' '}
              {one.sample && <SampleMark />}
              <small>
                {one.project_name} · {one.organ ? t(one.organ) : t(dispatchWords.nobody)}
                {one.due_at && ` · ${t(words.due)} ${date(beijingDay(one.due_at))}`}
                {one.draft && ` · ${t(words.draft)}`}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
