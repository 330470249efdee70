import { rounded } from '#engine/quantity/decimal'
import { text, type Text } from '#engine/result/result'
import { bandText } from '#engine/lamps/band-text'
import { exemptionOn, exemptionText, type LampExemption } from '#engine/lamps/exemption'
import type { LampFacts, MeasuredValue } from '#engine/lamps/lamp-facts'
import {
  COLOUR_WORDS,
  DIMENSION_WORDS,
  LAMP_DIMENSIONS,
  severity,
  type LampBand,
  type LampColour,
  type LampDimension,
  type LampRule,
  type LampTable,
} from '#engine/lamps/lamp-table'
import { boundsOf, isInRange, isNearInside, orderOf } from '#engine/lamps/range'
import { readMeasure } from '#engine/lamps/read-measure'

/**
 * The lamp of one dimension with the rule in words and its numbers filled in. `ruled` is what the rule says, `colour` what
 * holds: green while an exemption does. `unknown` where the data cannot say; an exemption does not make that green.
 */
export interface Lamp {
  readonly dimension: LampDimension
  readonly colour: LampColour | 'unknown'
  readonly ruled: LampColour | 'unknown'
  /** The measured value, exact, in the unit of the rule's measure; absent when there is none. */
  readonly value?: string
  readonly says: Text
  readonly exemption?: LampExemption
  readonly followUp?: Text
}

/** All lamps of a project by a table, in the order of the dimensions. A table with problems must not be used. */
export function lampsOf(
  table: LampTable,
  facts: LampFacts,
  exemptions: readonly LampExemption[] = [],
): Lamp[] {
  return LAMP_DIMENSIONS.flatMap((dimension) => {
    const rule = table.rules[dimension]
    if (!rule) return []
    const lamp = exempted(lampOf(rule, dimension, facts), { rule, facts, exemptions })
    const followUp = followUpOf(lamp, table)
    // Laid onto the lamp and not copied with it: a copy would say its sentence, which is made only for whoever reads it.
    return [followUp === undefined ? lamp : Object.assign(lamp, { followUp })]
  })
}

/** What the band says is done; else what the table says for its colour. */
function followUpOf(lamp: Lamp, table: LampTable): Text | undefined {
  return lamp.colour === 'unknown' ? undefined : (lamp.followUp ?? table.followUp?.[lamp.colour])
}

function lampOf(rule: LampRule, dimension: LampDimension, facts: LampFacts): Lamp {
  const reading = readMeasure(rule.measure, facts)
  switch (reading.kind) {
    case 'unknown':
      return { dimension, colour: 'unknown', ruled: 'unknown', says: unknownText(dimension, reading.why) }
    case 'settled': {
      const colour = rule.settled ?? 'green'
      return {
        dimension,
        colour,
        ruled: colour,
        says: joined(reading.says, text(`为${COLOUR_WORDS[colour].zh}`, COLOUR_WORDS[colour].en)),
      }
    }
    case 'value':
      return bandLamp(rule, dimension, reading)
  }
}

/** As far as binary numbers may be off: nearer to a threshold than this, the exact value decides. */
const CLOSE = 1e-6

/** The band that holds a value: by binary numbers, which are quick, unless it lies at a threshold. */
function bandOf({ bands }: LampRule, reading: MeasuredValue): LampBand | undefined {
  const { near } = reading
  const isClose = bands.some((band) =>
    boundsOf(band).some((bound) => !(Math.abs(near - Number(bound)) > CLOSE)),
  )
  return bands.find((band) => (isClose ? isInRange(band, reading.value) : isNearInside(band, near)))
}

function bandLamp(rule: LampRule, dimension: LampDimension, reading: MeasuredValue): Lamp {
  const band = bandOf(rule, reading)
  if (band)
    return {
      dimension,
      colour: band.colour,
      ruled: band.colour,
      ...(band.followUp && { followUp: band.followUp }),
      get value() {
        return reading.value
      },
      get says() {
        return joined(reading.says(shownDecimals(reading.value, band)), bandText(band, rule))
      },
    }
  const says = reading.says(1)
  const why = text(`${says.zh}，规则表中没有对应的档`, `${says.en}; the table has no band for it`)
  return {
    dimension,
    colour: 'unknown',
    ruled: 'unknown',
    value: reading.value,
    says: unknownText(dimension, why),
  }
}

const joined = (says: Text, rule: Text): Text => text(`${says.zh}，${rule.zh}`, `${says.en}; ${rule.en}`)

function unknownText(dimension: LampDimension, why: Text): Text {
  const name = DIMENSION_WORDS[dimension]
  return text(`${name.zh}灯无法判定：${why.zh}`, `the lamp for ${name.en} cannot be told: ${why.en}`)
}

/** 30.04 points must not be shown as 30.0 beside "more than 30": as many decimals as keep it within its band. */
const MOST_DECIMALS = 6

function shownDecimals(value: string, band: LampBand): number {
  let decimals = 1
  while (decimals < MOST_DECIMALS && !staysInside(value, rounded(value, decimals), band)) decimals += 1
  return decimals
}

const staysInside = (value: string, shown: string, band: LampBand): boolean =>
  boundsOf(band).every((bound) => Math.sign(orderOf(shown, bound)) === Math.sign(orderOf(value, bound)))

const isWarning = (colour: LampColour): boolean => colour !== 'green' && colour !== 'blue'

interface Exempting {
  readonly rule: LampRule
  readonly facts: LampFacts
  readonly exemptions: readonly LampExemption[]
}

function exempted(lamp: Lamp, { rule, facts, exemptions }: Exempting): Lamp {
  if (!rule.isExemptible || lamp.ruled === 'unknown' || !isWarning(lamp.ruled)) return lamp
  const exemption = exemptionOn(exemptions, lamp.dimension, facts.on)
  if (!exemption) return lamp
  const words = exemptionText(exemption)
  const says = text(`${lamp.says.zh}；${words.zh}`, `${lamp.says.en}; ${words.en}`)
  const { followUp: _ofTheWarning, ...bare } = lamp
  return { ...bare, colour: 'green', says, exemption }
}

/**
 * The colour by which a project as a whole is listed: its worst lamp. One that nobody can tell keeps the rest from being
 * green, but takes no warning away; without any lamp it is unknown.
 */
export function worstColour(lamps: readonly Pick<Lamp, 'colour'>[]): LampColour | 'unknown' {
  const known = lamps.flatMap(({ colour }) => (colour === 'unknown' ? [] : [colour]))
  const worst = known.reduce((a, b) => (severity(b) > severity(a) ? b : a), 'green' as LampColour)
  return isWarning(worst) || (known.length > 0 && known.length === lamps.length) ? worst : 'unknown'
}
