import { text, type Text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { SampleMark } from '#console/ui/sample-mark'
import type { RankingReply } from '../contract'
import { boardWords } from './board-words'
import { figureId } from './figure-groups'
import { colon, comma } from './list-words'
import { rankedColumn } from './ranked-words'
import { UnitLink } from './unit-link'

const words = {
  tied: text('并列', 'tied'),
  unknown: text('未报，不参加排名', 'Not reported: not ranked'),
}

interface RankingTableProps {
  readonly ranking: RankingReply
  readonly names: Readonly<Record<string, Text>>
  readonly title: string
  readonly lit: string | undefined
  readonly fresh: ReadonlySet<string>
  readonly onLit: (code: string | undefined) => void
}

type Ranked = RankingReply['ranked'][number]

const shareOf = (value: string | null, largest: number) =>
  value === null || largest <= 0 ? 0 : Math.max(0, (Number(value) / largest) * 100)

interface RankRowProps extends Pick<RankingTableProps, 'lit' | 'fresh' | 'onLit'> {
  readonly one: Ranked
  readonly name: string
  readonly share: number
  readonly words: string
}

function RankRow({ one, name, share, words: shown, lit, fresh, onLit }: RankRowProps) {
  const { t, number } = useLanguage()
  const isTied = one.tied_with.length > 0
  return (
    <tr
      data-lit={lit === one.unit || undefined}
      data-fresh={fresh.has(figureId(one.figure)) || undefined}
      onMouseEnter={() => onLit(one.unit)}
      onMouseLeave={() => onLit(undefined)}
      onFocus={() => onLit(one.unit)}
      onBlur={() => onLit(undefined)}
    >
      <td className="rank-place">
        {one.place}
        {isTied && <small> {t(words.tied)}</small>}
      </td>
      <th scope="row">
        <UnitLink code={one.unit}>{name}</UnitLink> {one.figure.sample && <SampleMark />}
        <span className="rank-bar" aria-hidden="true">
          <span style={{ inlineSize: `${share}%` }} />
        </span>
      </th>
      <td className="number">{shown}</td>
      <td className="number">
        {one.completion === null ? '—' : `${number(Number(one.completion).toFixed(1))}%`}
      </td>
    </tr>
  )
}

/** Best first, bars from zero; ties share a place and say so, the unknown are named and not placed. */
export function RankingTable({ ranking, names, title, lit, fresh, onLit }: RankingTableProps) {
  const { t, language } = useLanguage()
  // The unit stands in the head: a column of numbers is compared at a glance.
  const column = rankedColumn(ranking, language)
  const nameOf = (code: string) => t(names[code] ?? text(code, code))
  const largest = Math.max(0, ...ranking.ranked.map(({ figure }) => Number(figure.value ?? 0)))
  return (
    <>
      <table className="board-table rank-table">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t(boardWords.place)}</th>
            <th scope="col">{t(boardWords.unit)}</th>
            <th scope="col" className="number">
              {column.unit || t(boardWords.value)}
            </th>
            <th scope="col" className="number">
              {t(boardWords.completion)}
            </th>
          </tr>
        </thead>
        <tbody>
          {ranking.ranked.map((one) => (
            <RankRow
              key={one.unit}
              one={one}
              name={nameOf(one.unit)}
              share={shareOf(one.figure.value, largest)}
              words={column.words(one.figure)}
              {...{ lit, fresh, onLit }}
            />
          ))}
        </tbody>
      </table>
      {ranking.unknown.length > 0 && (
        <p className="rank-unknown">
          <span aria-hidden="true">○ </span>
          {t(words.unknown) + colon(language)}
          {ranking.unknown.map((code, index) => (
            <span key={code}>
              {index > 0 && comma(language)}
              <UnitLink code={code}>{nameOf(code)}</UnitLink>
            </span>
          ))}
        </p>
      )}
    </>
  )
}
