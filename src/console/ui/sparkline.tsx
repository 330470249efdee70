import { sparkPaths } from './spark-paths'

interface SparklineProps {
  /** Oldest first; a missing month is null. */
  readonly values: readonly (string | number | null)[]
  /** What the line shows and where it went, for those who do not see it. */
  readonly label: string
  readonly width?: number
  readonly height?: number
}

/** Two years of a figure as a line without axes: the shape only, the numbers are a click away. */
export function Sparkline({ values, label, width = 120, height = 32 }: SparklineProps) {
  const numbers = values.map((value) => (value === null ? null : Number(value)))
  const { lines, last } = sparkPaths(numbers, { width, height, pad: 3 })
  return (
    <svg
      className="sparkline"
      role="img"
      aria-label={label}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      {lines.map((line) => (
        <path key={line} d={line} fill="none" stroke="var(--brand)" strokeWidth="1.5" strokeLinecap="round" />
      ))}
      {last && <circle cx={last[0]} cy={last[1]} r="2.5" fill="var(--brand)" />}
    </svg>
  )
}
