import { Alert, Button, Skeleton } from 'antd'
import type { ReplyRow } from '#engine/records/reply'
import { may } from '#engine/records/rights'
import { wordsOf } from '#console/api/api-problem'
import { useSession } from '#console/api/session'
import { useLanguage } from '#console/language/language'
import { GoLink, useGo } from '#console/router/go'
import { Panel } from '#console/ui/panel'
import type { ProjectLampReply, ProjectLampsReply } from '../../contract'
import { lampExemption } from '../../records/lamp-exemption'
import { dimensionOptions } from '../../records/lamp-options'
import { useProjectLamps } from './lamp-queries'
import { LampStrip } from './lamp-strip'
import { LampTag } from './lamp-tag'
import { exemptionWords, lampWords, missingWords, sourceWords, toldWords } from './lamp-words'
import './lamps.css'

/** What was asked or granted in a dimension, and how to ask. */
function Exemption({ lamp, project, mayAsk }: LampRowProps) {
  const { t, date } = useLanguage()
  const go = useGo()
  const { exemption } = lamp
  if (exemption)
    return (
      <GoLink to={`/records/lamp-exemption/${encodeURIComponent(exemption.id)}`}>
        {t(exemption.state === 'approved' ? lampWords.held : lampWords.asked)}
        {t(exemptionWords(lamp, date(exemption.until)))}
      </GoLink>
    )
  const isLit = lamp.ruled === 'yellow' || lamp.ruled === 'orange' || lamp.ruled === 'red'
  if (!isLit || !mayAsk) return null
  if (!lamp.exemptible) return <span className="quiet">{t(lampWords.notExemptible)}</span>
  return (
    <Button
      size="small"
      onClick={() => go('/records/lamp-exemption/new', { search: { project, dimension: lamp.dimension } })}
    >
      {t(lampWords.ask)}
    </Button>
  )
}

interface LampRowProps {
  readonly lamp: ProjectLampReply
  readonly project: string
  readonly mayAsk: boolean
}

function LampRow(props: LampRowProps) {
  const { t } = useLanguage()
  const { lamp } = props
  return (
    <li className="lamp-row">
      <div className="lamp-head">
        <h3>{t(dimensionOptions[lamp.dimension])}</h3>
        <LampTag colour={lamp.colour} />
      </div>
      <div className="lamp-body">
        <p>{t(lamp.says)}</p>
        {lamp.follow_up && lamp.colour !== 'green' && (
          <p className="lamp-then">
            {t(lampWords.then)}
            {t(lamp.follow_up)}
          </p>
        )}
        <div className="lamp-ways">
          <Exemption {...props} />
          <details>
            <summary>{t(lampWords.rule)}</summary>
            <ul>
              {lamp.rule.map((band) => (
                <li key={band.zh}>{t(band)}</li>
              ))}
            </ul>
          </details>
        </div>
      </div>
      <LampStrip months={lamp.months} />
    </li>
  )
}

/** Up to which month money is told; that months are missing is said, since they weigh on the lamp. */
function Told({ reply }: { readonly reply: ProjectLampsReply }) {
  const { t, period } = useLanguage()
  const isMissing = reply.last_month === null || reply.last_month < reply.told_until
  const last = reply.last_month === null ? null : period(reply.last_month)
  return (
    <p className="lamp-told quiet">
      {t(sourceWords(reply.rules_of, reply.table))} · {t(toldWords(period(reply.told_until)))}
      {isMissing && <b> · {t(missingWords(last))}</b>}
    </p>
  )
}

function Lamps({ reply, mayAsk }: { readonly reply: ProjectLampsReply; readonly mayAsk: boolean }) {
  const { t } = useLanguage()
  if (reply.lamps.length === 0) return <p className="quiet">{t(lampWords.none)}</p>
  return (
    <>
      <Told reply={reply} />
      <ul className="lamp-rows">
        {reply.lamps.map((lamp) => (
          <LampRow key={lamp.dimension} lamp={lamp} project={reply.project} mayAsk={mayAsk} />
        ))}
      </ul>
    </>
  )
}

/** A project's lamps on its page: each with the rule's sentence, the months before, what follows and who was asked. */
export function LampsPanel({ row }: { readonly row: ReplyRow }) {
  const { t } = useLanguage()
  const session = useSession()
  const { data, error } = useProjectLamps(row.id, row.version)
  const title = (
    <>
      {t(lampWords.title)} {data && data.lamps.length > 0 && <LampTag colour={data.lamp} />}
    </>
  )
  const rulesAt = data?.rules_of?.code ?? row.unit_id
  return (
    <Panel
      title={title}
      className="lamps-panel"
      extra={
        <GoLink to="/lamps/rules" search={{ unit: rulesAt }}>
          {t(lampWords.rules)}
        </GoLink>
      }
    >
      {error ? (
        <Alert type="error" showIcon title={t(wordsOf(error).message)} />
      ) : data ? (
        <Lamps reply={data} mayAsk={may(session, lampExemption, { verb: 'create', row })} />
      ) : (
        <Skeleton active paragraph={{ rows: 4 }} />
      )}
    </Panel>
  )
}
