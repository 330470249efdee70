import { demoAccounts, demoPassword } from './accounts'
import { parkSeats, type Seat, secondSeats, zoneSeats, staffSeats } from './sample-seats.data'
import { givenNames, sampleOrgans, sampleZone, surnames } from './sample-zone.data'
import type { AccountSeed, SeedRow } from './world'

/** From when all made-up posts are held. */
const heldSince = '2024-01-01'

export const organId = (index: number) => `organ-${String(index + 1).padStart(2, '0')}`
export const personId = (index: number) => `person-${String(index + 1).padStart(3, '0')}`

export function sampleOrganRows(): SeedRow[] {
  return sampleOrgans.map((organ, index) => ({
    id: organId(index),
    unit_id: sampleZone.code,
    sample: true,
    name_zh: organ.zh,
    name_en: organ.en,
    position: index,
    duties: organ.duties,
  }))
}

/** Surnames in turn; the given name moves on with each round, so that four hundred people have different names. */
function nameOf(index: number): { readonly zh: string; readonly en: string } {
  const [surname = '', surnameEn = ''] = surnames[index % surnames.length] ?? []
  const place = index * 7 + Math.floor(index / surnames.length) * 3
  const [given = '', givenEn = ''] = givenNames[place % givenNames.length] ?? []
  return { zh: `${surname}${given}`, en: `${surnameEn} ${givenEn}` }
}

function personRow(index: number, unit: string): SeedRow {
  const name = nameOf(index)
  return {
    id: personId(index),
    unit_id: unit,
    sample: true,
    name_zh: name.zh,
    name_en: name.en,
    // 138-0000 is followed by no subscriber: nobody is called by mistake.
    mobile: `138-0000-${String(1000 + index)}`,
  }
}

function postRow(seat: Seat, index: number, person: number): SeedRow {
  return {
    id: `post-${String(index + 1).padStart(3, '0')}`,
    unit_id: seat.unit,
    sample: true,
    name_zh: seat.zh,
    name_en: seat.en,
    role: seat.role,
    person: personId(person),
    organ: seat.organ === undefined ? null : organId(seat.organ),
    starts_on: heldSince,
  }
}

export interface SamplePeople {
  readonly people: readonly SeedRow[]
  readonly posts: readonly SeedRow[]
  readonly accounts: readonly AccountSeed[]
}

/** People, posts and sign-ins: one person a seat, a few with a second one (交叉任职); sixty in the full zone. */
export function samplePeople(parks: readonly string[]): SamplePeople {
  const seats = [...zoneSeats, ...parkSeats(parks), ...staffSeats]
  const second = secondSeats.filter(({ seat }) => seat.unit === sampleZone.code || parks.includes(seat.unit))
  const first = (of: string) => seats.findIndex((seat) => seat.zh === of)
  return {
    people: seats.map((seat, index) => personRow(index, seat.unit)),
    posts: [
      ...seats.map((seat, index) => postRow(seat, index, index)),
      ...second.map(({ holder, seat }, index) => postRow(seat, seats.length + index, first(holder))),
    ],
    accounts: demoAccounts.map(({ account }) => ({
      account,
      password: demoPassword,
      person: personId(seats.findIndex((seat) => seat.account === account)),
    })),
  }
}
