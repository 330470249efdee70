import type { FastifyRequest } from 'fastify'
import { grainOf, isPeriodId, type PeriodId } from '#engine/period/period'
import { shown } from '#engine/records/problem'
import { type Actor, hasBusinessIn } from '#engine/records/rights'
import { text } from '#engine/result/result'
import { kernelError } from '#platform/errors/app-error'
import { signedIn } from '#platform/http/request'
import type { Kernel } from '#platform/records/kernel'
import { invalidInput } from '#platform/records/refusals'

/** A unit with everything below it, in one zone. */
export interface Standing {
  readonly actor: Actor
  readonly unit: string
  readonly zone: string
  readonly units: readonly string[]
}

/** Units of one zone, whoever asks. */
export type UnitsOfZone = Pick<Standing, 'zone' | 'units'>

type Query = Readonly<Record<string, string | undefined>>

export const queryOf = (request: FastifyRequest): Query => request.query as Query

export const languageOf = (request: FastifyRequest) => (queryOf(request).language === 'en' ? 'en' : 'zh')

/** Where the reader stands: a unit in which no post gives them business does not exist for them. */
export function standingIn(request: FastifyRequest, kernel: Kernel): Standing {
  const actor = signedIn(request)
  const places = kernel.places()
  const { unit } = queryOf(request)
  const zone = unit === undefined ? undefined : places.zoneOf(unit)
  if (unit === undefined || zone === undefined || !hasBusinessIn(actor, unit)) throw kernelError('not_found')
  return { actor, unit, zone, units: places.within(unit) }
}

/** The month asked for; undefined where none is. Anything but a month is refused. */
export function monthIn(request: FastifyRequest): PeriodId | undefined {
  const { month } = queryOf(request)
  if (month === undefined || (isPeriodId(month) && grainOf(month) === 'month')) return month
  throw invalidInput([
    {
      field: 'month',
      code: 'query',
      value: shown(month),
      says: text('应为一个月份', 'is not a month'),
      mend: text('请写 2026-03', 'Write 2026-03.'),
    },
  ])
}
