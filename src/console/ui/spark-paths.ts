/** Points of a line in a box of width × height; a missing value breaks the line, it is not zero. */
export function sparkPaths(
  values: readonly (number | null)[],
  box: { readonly width: number; readonly height: number; readonly pad: number },
): { readonly lines: readonly string[]; readonly last: readonly [number, number] | undefined } {
  const known = values.filter((value): value is number => value !== null)
  const low = Math.min(...known)
  const span = Math.max(...known) - low || 1
  const x = (index: number) => box.pad + (index / Math.max(values.length - 1, 1)) * (box.width - 2 * box.pad)
  const y = (value: number) => box.height - box.pad - ((value - low) / span) * (box.height - 2 * box.pad)
  const lines: string[] = []
  let run: string[] = []
  let last: readonly [number, number] | undefined
  const close = () => {
    if (run.length > 0) lines.push(`M${run.join('L')}`)
    run = []
  }
  for (const [index, value] of values.entries()) {
    if (value === null) {
      close()
      continue
    }
    last = [x(index), y(value)]
    run.push(last.map((part) => part.toFixed(1)).join(' '))
  }
  close()
  return { lines, last }
}
