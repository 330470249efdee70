import { useEffect, useRef } from 'react'
import { LAMP_COLOURS } from '#engine/lamps/lamp-table'
import { useLanguage } from '#console/language/language'
import { GoLink } from '#console/router/go'
import { Panel } from '#console/ui/panel'
import { SampleMark } from '#console/ui/sample-mark'
import type { LampSideReply, LampTrialReply, LampTurnReply } from '../../contract'
import { dimensionOptions } from '../../records/lamp-options'
import { LampTag } from './lamp-tag'
import { boundWords, leftOffWords, rulesWords as words } from './lamp-words'

const colours = [...[...LAMP_COLOURS].reverse(), 'unknown'] as const

/** How many lamps of each colour there are, and would be; colours that nobody has are left out. */
function Counts({ trial }: { readonly trial: LampTrialReply }) {
  const { t } = useLanguage()
  const shown = colours.filter((colour) => trial.before[colour] + trial.after[colour] > 0)
  return (
    <ul className="trial-counts">
      {shown.map((colour) => {
        const change = trial.after[colour] - trial.before[colour]
        return (
          <li key={colour}>
            <LampTag colour={colour} />
            <span>
              <span className="visually-hidden">{t(words.before)} </span>
              {trial.before[colour]} → <span className="visually-hidden">{t(words.after)} </span>
              <b>{trial.after[colour]}</b>
            </span>
            {change !== 0 && <small>{change > 0 ? `+${change}` : `−${-change}`}</small>}
          </li>
        )
      })}
    </ul>
  )
}

function Side({ side, none }: { readonly side: LampSideReply | null; readonly none: string }) {
  const { t } = useLanguage()
  if (!side) return <span className="quiet">{none}</span>
  return (
    <>
      <LampTag colour={side.colour} /> <span>{t(side.says)}</span>
    </>
  )
}

function TurnRow({ turn }: { readonly turn: LampTurnReply }) {
  const { t } = useLanguage()
  return (
    <tr>
      <th scope="row">
        <GoLink to={`/records/project/${encodeURIComponent(turn.project)}`}>{turn.name}</GoLink>{' '}
        {turn.sample && <SampleMark />}
        <small>
          {t(turn.unit.name)} · {t(dimensionOptions[turn.dimension])}
        </small>
      </th>
      <td data-label={t(words.before)}>
        <Side side={turn.before} none={t(words.fresh)} />
      </td>
      <td data-label={t(words.after)}>
        <Side side={turn.after} none={t(words.gone)} />
      </td>
    </tr>
  )
}

/** What other rules would do, read before they are saved. */
export function RulesTrial({ trial }: { readonly trial: LampTrialReply }) {
  const { t } = useLanguage()
  const room = useRef<HTMLDivElement>(null)
  // It stands below a long form: whoever asked for it is taken there.
  useEffect(() => {
    room.current?.scrollIntoView({ block: 'nearest' })
    room.current?.focus({ preventScroll: true })
  }, [trial])
  return (
    <div ref={room} tabIndex={-1} className="trial-room">
      <Panel title={t(words.trial)} className="rules-trial">
        <p role="status">{t(boundWords(trial))}</p>
        <Counts trial={trial} />
        {trial.turned.length === 0 ? (
          <p className="quiet">{t(words.nothing)}</p>
        ) : (
          <div className="rule-room" tabIndex={0} role="group" aria-label={t(words.trial)}>
            <table className="rule-table trial-table">
              <thead>
                <tr>
                  <th scope="col">{t(words.project)}</th>
                  <th scope="col">{t(words.before)}</th>
                  <th scope="col">{t(words.after)}</th>
                </tr>
              </thead>
              <tbody>
                {trial.turned.map((turn) => (
                  <TurnRow key={`${turn.project} ${turn.dimension}`} turn={turn} />
                ))}
              </tbody>
            </table>
          </div>
        )}
        {trial.left_off > 0 && <p className="quiet">{t(leftOffWords(trial.left_off))}</p>}
      </Panel>
    </div>
  )
}
