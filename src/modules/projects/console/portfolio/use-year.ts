import { usePlace } from '#console/frame/place'

/** The year one stands in: of the period above, else this one. */
export function useYear(): string {
  const { period } = usePlace()
  const given = period?.slice(0, 4) ?? ''
  return /^\d{4}$/.test(given) ? given : String(new Date().getFullYear())
}
