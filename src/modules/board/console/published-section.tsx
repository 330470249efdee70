import { Skeleton } from 'antd'
import { text, type Text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { GoLink } from '#console/router/go'
import { SampleMark } from '#console/ui/sample-mark'
import type { ExplainTarget } from '#modules/indicators/console/explain-panel'
import type { FiguresReply } from '#modules/indicators/contract'
import { boardWords, countWords } from './board-words'
import { useBoard } from './board-queries'
import { byUnit } from './figure-groups'
import { colon, comma } from './list-words'
import { KeyFigureCard } from './key-figure-card'
import { ProjectTable } from './project-table'
import { UnitFigures } from './unit-figures'
import { UnitLink } from './unit-link'

const words = {
  silent: text('尚无公开数据的园区', 'Parks with nothing published yet'),
  enter: text('进入看板', 'Open its board'),
  many: text('数据较多，此处只列主要指标', 'Too many to list here: the key figures only'),
  grid: text('查看全部数据', 'See all its figures'),
}

export interface PublishedUnit {
  readonly code: string
  readonly name: Text
  readonly sample: boolean
  readonly figures: number
  readonly parks: readonly { readonly code: string; readonly name: Text }[]
}

interface BlockProps {
  readonly unit: PublishedUnit
  readonly reply: FiguresReply | undefined
  readonly level: 'h3' | 'h4'
  readonly onExplain: (figure: ExplainTarget) => void
}

/** A unit with thousands of figures: what matters most, and the way to the rest. */
function KeyFiguresOnly({ unit, onExplain }: Pick<BlockProps, 'unit' | 'onExplain'>) {
  const { t } = useLanguage()
  const { data } = useBoard({ unit: unit.code })
  return (
    <>
      <p className="quiet">
        {t(words.many)} · <UnitLink code={unit.code}>{t(words.enter)}</UnitLink> ·{' '}
        <GoLink to="/figures" search={{ unit: unit.code }}>
          {t(words.grid)}
        </GoLink>
      </p>
      {data?.unit.code === unit.code ? (
        <ul className="key-cards">
          {data.key_figures.map((item) => (
            <KeyFigureCard
              key={item.indicator.code}
              item={item}
              time={data.time_progress}
              fresh={false}
              onExplain={onExplain}
            />
          ))}
        </ul>
      ) : (
        <Skeleton active title={false} />
      )}
    </>
  )
}

/** Every figure of a unit and of each of its parks; parks without any are named. */
function AllFigures({ unit, reply, level, onExplain }: BlockProps) {
  const { t, language } = useLanguage()
  if (!reply) return <Skeleton active title={false} />
  const split = byUnit(reply, [unit.code, ...unit.parks.map((park) => park.code)])
  const own = split.get(unit.code)
  const has = (code: string) => (split.get(code)?.figures.length ?? 0) > 0
  const silent = unit.parks.filter((park) => !has(park.code))
  return (
    <>
      {own && has(unit.code) && <UnitFigures reply={own} level={level} onExplain={onExplain} />}
      {reply.figures.length === 0 && (
        <p className="quiet">
          {t(unit.parks.length === 0 && level === 'h3' ? boardWords.noneOfPark : boardWords.none)}
        </p>
      )}
      {unit.parks
        .filter((park) => has(park.code))
        .map((park) => (
          <div key={park.code} className="park-figures">
            <h3 className="park-name">
              <UnitLink code={park.code}>{t(park.name)}</UnitLink>
            </h3>
            <UnitFigures reply={split.get(park.code) ?? reply} level="h4" onExplain={onExplain} />
          </div>
        ))}
      {silent.length > 0 && (
        <p className="quiet silent-parks">
          <span aria-hidden="true">○ </span>
          {t(words.silent) + colon(language)}
          {silent.map((park, index) => (
            <span key={park.code}>
              {index > 0 && comma(language)}
              <UnitLink code={park.code}>{t(park.name)}</UnitLink>
            </span>
          ))}
        </p>
      )}
    </>
  )
}

interface ZoneBlockProps extends Omit<BlockProps, 'level'> {
  /** With thousands of figures, only what matters most is shown. */
  readonly large: boolean
  /** Below a heading of its own, where several units follow each other. */
  readonly headed: boolean
}

/** What one zone has published, and its projects. */
export function ZoneBlock({ unit, reply, large, headed, onExplain }: ZoneBlockProps) {
  const { t } = useLanguage()
  const name = t(unit.name)
  const level = headed ? 'h4' : 'h3'
  return (
    <article className="zone-block" id={`figures-${unit.code}`}>
      {headed && (
        <h3>
          <UnitLink code={unit.code}>{name}</UnitLink> {unit.sample && <SampleMark />}
          <small className="quiet">{t(countWords(unit.figures))}</small>
        </h3>
      )}
      {large ? (
        <KeyFiguresOnly unit={unit} onExplain={onExplain} />
      ) : (
        <AllFigures unit={unit} reply={reply} level={level} onExplain={onExplain} />
      )}
      {!large && <ProjectTable unit={unit.code} name={name} level={level} />}
    </article>
  )
}

export const publishedWords = {
  zones: text('各区公开数据', 'Published figures of each zone'),
  zone: text('本区公开数据', 'Published figures of the zone'),
  park: text('本园区公开数据', 'Published figures of the park'),
}
