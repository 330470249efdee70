/** Serials that stand for days between 1990 and 2100; others are more likely something else. */
const [earliest, latest] = [32_874, 73_415]

/** The day that Excel keeps as this number (1900 system); undefined where it is none that a plan would name. */
export function dayOfSerial(serial: number): string | undefined {
  const whole = Math.floor(serial)
  if (whole < earliest || whole > latest) return undefined
  return new Date(Date.UTC(1899, 11, 30) + whole * 86_400_000).toISOString().slice(0, 10)
}
