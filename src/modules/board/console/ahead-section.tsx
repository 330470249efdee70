import { Select } from 'antd'
import { useMemo, useState } from 'react'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { useAddress } from '#console/router/go'
import { Panel } from '#console/ui/panel'
import type { FiguresReply } from '#modules/indicators/contract'
import type { BoardReply } from '../contract'
import { LatePanel } from './due-lists'
import { MapTable } from './map-table'
import { mapUnits } from './map-unit'
import { rankedWords } from './ranked-words'
import { RankingTable } from './ranking-table'
import { StandingCount } from './standing-count'
import { TableSwitch } from './table-switch'
import { UnitMap } from './unit-map'

const words = {
  zones: text('各区分布', 'Where the zones stand'),
  parks: text('各园分布', 'Where the parks stand'),
  ranking: text('排名', 'Ranking'),
  by: text('排名指标', 'Rank by'),
  noRanking: text(
    '没有两个以上单位公布同一指标，不作排名。',
    'No indicator is known for two units or more, so nothing is ranked.',
  ),
  why: text(
    '口径不同的数据不可比；各单位的公开数据见下。',
    'Figures that measure different things are not compared; what each has published stands below.',
  ),
}
const coverageWords = (have: number, of: number) =>
  text(`${of} 个单位中 ${have} 个已报`, `${have} of ${of} reported`)

function RankingPanel({ board, ...touch }: AheadProps & Lit) {
  const { t, language, period } = useLanguage()
  const { change } = useAddress()
  const { ranking, rankings, names } = board
  const title = ranking
    ? rankedWords(ranking, t(ranking.indicator.name), { language, period })
    : t(words.ranking)
  return (
    <Panel
      title={t(words.ranking)}
      extra={
        ranking && (
          <Select
            size="small"
            className="rank-choice"
            popupMatchSelectWidth={false}
            aria-label={t(words.by)}
            value={ranking.indicator.code}
            options={rankings.map((row) => ({ value: row.code, label: t(row.name) }))}
            onChange={(code: string) => change({ ranking: code })}
          />
        )
      }
    >
      {ranking ? (
        <>
          <p className="quiet rank-about">
            {title} · {t(coverageWords(ranking.coverage.have, ranking.coverage.of))}
          </p>
          <RankingTable
            ranking={ranking}
            names={names}
            title={title}
            fresh={touch.fresh}
            lit={touch.lit}
            onLit={touch.onLit}
          />
        </>
      ) : (
        <p className="rank-none">
          {t(words.noRanking)} <span className="quiet">{t(words.why)}</span>
        </p>
      )}
    </Panel>
  )
}

interface AheadProps {
  readonly board: BoardReply
  readonly figures: ReadonlyMap<string, FiguresReply>
  readonly fresh: ReadonlySet<string>
}

interface Lit {
  readonly lit: string | undefined
  readonly onLit: (code: string | undefined) => void
}

/** Who is ahead, who behind: the map and the ranking, touching one lights the other. */
export function AheadSection({ board, figures, fresh }: AheadProps) {
  const { t, language, period } = useLanguage()
  const { change } = useAddress()
  const [lit, onLit] = useState<string>()
  const [asTable, setAsTable] = useState(false)
  const units = useMemo(
    () => mapUnits({ board, figures, t, language, inWords: period }),
    [board, figures, t, language, period],
  )
  const title = t(board.unit.kind === 'system' ? words.zones : words.parks)
  const about = board.ranking
    ? rankedWords(board.ranking, t(board.ranking.indicator.name), { language, period })
    : undefined
  const onGo = (unit: string) => change({ unit, ranking: undefined, explain: undefined })
  return (
    <div className="board-ahead">
      <Panel title={title} extra={<TableSwitch asTable={asTable} name={title} onSwitch={setAsTable} />}>
        <StandingCount units={board.units} />
        {asTable ? (
          <>
            {about && <p className="quiet">{about}</p>}
            <MapTable units={units} name={title} />
          </>
        ) : (
          <UnitMap
            kind={board.unit.kind}
            core={t(board.unit.name)}
            units={units}
            about={about}
            touch={{ lit, onLit, onGo }}
          />
        )}
      </Panel>
      <div className="board-column">
        <RankingPanel board={board} figures={figures} fresh={fresh} lit={lit} onLit={onLit} />
        {!board.ranking && <LatePanel board={board} />}
      </div>
    </div>
  )
}
