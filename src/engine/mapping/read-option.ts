import { shown } from '#engine/records/problem'
import { type Text, text } from '#engine/result/result'
import { holds, likeness, plainWords } from './compare-words'
import { certain, type CellReading, doubtful, type Reading } from './doubt'

type Options = Readonly<Record<string, Text>>

const asReading = ([value, label]: readonly [string, Text]): Reading => ({ value, shown: label })

/** An option by what a sheet calls it: its code or name is certain, anything near it is a question. */
export function readOption(raw: string, options: Options): CellReading {
  const all = Object.entries(options)
  const word = plainWords(raw)
  const same = all.filter(([code, label]) =>
    [code, label.zh, label.en].some((one) => plainWords(one) === word),
  )
  if (same.length === 1 && same[0]) return certain(same[0][0])
  const near = same.length > 1 ? same : nearOptions(raw, all)
  if (near.length === 0) return unknown(raw, all)
  const readings = near.map(asReading)
  const names = text(near.map(([, { zh }]) => zh).join('、'), near.map(([, { en }]) => en).join(', '))
  return near.length === 1
    ? doubtful(
        'near_choice',
        text(`“${shown(raw)}”与“${names.zh}”相近`, `“${shown(raw)}” is close to ${names.en}`),
        readings,
      )
    : doubtful(
        'two_match',
        text(`“${shown(raw)}”与${names.zh}都相近`, `“${shown(raw)}” is close to ${names.en}`),
        readings,
      )
}

type Named = readonly (readonly [string, Text])[]

function nearOptions(raw: string, all: Named): Named {
  const scored = all.map((one) => ({
    one,
    score: Math.max(holds(raw, one[1].zh) ? 0.7 : 0, likeness(raw, one[1].zh), likeness(raw, one[1].en)),
  }))
  return scored
    .filter(({ score }) => score >= 0.3)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, 4)
    .map(({ one }) => one)
}

const unknown = (raw: string, all: Named): CellReading =>
  doubtful(
    'unknown_choice',
    text(
      `没有“${shown(raw)}”这个选项；可选：${all.map(([, { zh }]) => zh).join('、')}`,
      `“${shown(raw)}” is no option; there are: ${all.map(([, { en }]) => en).join(', ')}`,
    ),
  )
