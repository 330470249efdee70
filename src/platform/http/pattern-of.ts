import type { FastifyRequest } from 'fastify'

/** The pattern of the address that was asked, with the record type in it; empty where it leads nowhere. */
export const patternOf = ({ pattern, routeOptions }: FastifyRequest): string =>
  pattern || (routeOptions.config.serves ? '' : (routeOptions.url ?? ''))
