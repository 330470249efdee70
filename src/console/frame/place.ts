import { useMemo } from 'react'
import type { SessionReply, SessionUnit } from '#engine/records/session'
import { useSession } from '#console/api/session'
import { useAddress } from '#console/router/go'

export interface Place {
  /** The unit one stands in; every page shows this unit and what lies below it. */
  readonly unit: SessionUnit | undefined
  /** Absent: the latest period that a page has. */
  readonly period: string | undefined
  readonly stand: (unit: string) => void
  readonly setPeriod: (period: string | undefined) => void
}

/** Where somebody begins: the unit of the first post, else the top of the tree. */
function homeUnit(session: SessionReply): SessionUnit | undefined {
  const first = session.posts[0]?.unit_id
  return session.units.find((unit) => unit.code === first) ?? session.units[0]
}

/** Unit and period of the address: the same link shows the same thing to whoever may see it. */
export function usePlace(): Place {
  const session = useSession()
  const { search, change } = useAddress()
  return useMemo(
    () => ({
      unit: session.units.find((unit) => unit.code === search.unit) ?? homeUnit(session),
      period: search.period,
      stand: (unit) => change({ unit, page: undefined, open: undefined }),
      setPeriod: (period) => change({ period }),
    }),
    [session, search.unit, search.period, change],
  )
}
