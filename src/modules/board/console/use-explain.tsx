import { useCallback, useMemo } from 'react'
import { useAddress } from '#console/router/go'
import type { ExplainTarget } from '#modules/indicators/console/explain-panel'

interface Explaining {
  readonly target: ExplainTarget | undefined
  readonly explain: (figure: ExplainTarget) => void
  readonly close: () => void
}

/** The figure being explained stands in the address: an explanation can be sent as a link, and Back closes it. */
export function useExplain(): Explaining {
  const { search, change } = useAddress()
  const given = search.explain
  const target = useMemo((): ExplainTarget | undefined => {
    const [unit, indicator, period, nature] = given?.split(',') ?? []
    return unit && indicator && period && nature ? { unit, indicator, period, nature } : undefined
  }, [given])
  const explain = useCallback(
    ({ unit, indicator, period, nature }: ExplainTarget) =>
      change({ explain: [unit, indicator, period, nature].join(',') }),
    [change],
  )
  const close = useCallback(() => change({ explain: undefined }), [change])
  return { target, explain, close }
}
