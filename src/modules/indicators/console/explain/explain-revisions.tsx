import { text, type Text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { GoLink } from '#console/router/go'
import { SampleMark } from '#console/ui/sample-mark'
import type { ExplainReply, RevisionReply } from '#modules/indicators/contract'
import { figureWords } from '../figure-words'

const words = {
  revision: text('版次', 'Revision'),
  value: text('数值', 'Value'),
  reported: text('填报', 'Reported'),
  verified: text('审核', 'Verified'),
  published: text('发布', 'Published'),
  source: text('来源', 'Source'),
  note: text('说明', 'Explanation'),
  report: text('打开报表', 'Open the report'),
  system: text('系统导入', 'Import'),
  current: text('现行', 'current'),
}
const nth = (revision: number) => text(`第 ${revision} 版`, `No. ${revision}`)

interface SignedProps {
  readonly verb: Text
  readonly person: string | null
  readonly at: string | null
  readonly people: ExplainReply['people']
}

function Signed({ verb, person, at, people }: SignedProps) {
  const { t, instant } = useLanguage()
  if (!person && !at) return null
  const name = person ? (people[person] ?? words.system) : words.system
  return (
    <div>
      <dt>{t(verb)}</dt>
      <dd>
        {t(name)} {at && <time dateTime={at}>{instant(at)}</time>}
      </dd>
    </div>
  )
}

interface RevisionProps {
  readonly revision: RevisionReply
  readonly reply: ExplainReply
  readonly isCurrent: boolean
}

function Revision({ revision, reply, isCurrent }: RevisionProps) {
  const { t, language } = useLanguage()
  const { unit: measure, decimals } = reply.indicator
  const { people } = reply
  return (
    <li>
      <p className="explain-revision-head">
        <span>{t(nth(revision.revision))}</span>
        <strong>{figureWords(revision, { language, measure, decimals })}</strong>
        {isCurrent && <span className="explain-current">{t(words.current)}</span>}
        {revision.sample && <SampleMark />}
        {revision.report && <GoLink to={`/reports/${revision.report}`}>{t(words.report)}</GoLink>}
      </p>
      <dl>
        <Signed
          verb={words.reported}
          person={revision.reported_by}
          at={revision.reported_at}
          people={people}
        />
        <Signed
          verb={words.verified}
          person={revision.verified_by}
          at={revision.verified_at}
          people={people}
        />
        <Signed
          verb={words.published}
          person={revision.published_by}
          at={revision.published_at}
          people={people}
        />
        {revision.source && (
          <div>
            <dt>{t(words.source)}</dt>
            <dd>{revision.source}</dd>
          </div>
        )}
        {revision.note && (
          <div>
            <dt>{t(words.note)}</dt>
            <dd>{revision.note}</dd>
          </div>
        )}
      </dl>
    </li>
  )
}

/** Every published revision, newest first: who reported, verified and published it, when and on what ground. */
export function ExplainRevisions({ reply }: { readonly reply: ExplainReply }) {
  return (
    <ol className="explain-revisions">
      {reply.revisions.map((revision, index) => (
        <Revision key={revision.revision} revision={revision} reply={reply} isCurrent={index === 0} />
      ))}
    </ol>
  )
}
