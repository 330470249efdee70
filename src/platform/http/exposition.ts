/** One line of a metric: its labels and its value. A value that is no finite number is left out. */
export interface Sample {
  readonly labels?: Readonly<Record<string, string>>
  readonly value: number
  /** What the name of the line adds to that of the metric: `_bucket`, `_sum`, `_count`. */
  readonly suffix?: string
}

/** A metric with all its lines, named as Prometheus asks: base units, `_total` for what only grows. */
export interface Metric {
  readonly name: string
  readonly kind: 'counter' | 'gauge' | 'histogram'
  readonly help: string
  readonly samples: readonly Sample[]
}

/** The media type of Prometheus' text exposition format, version 0.0.4. */
export const expositionType = 'text/plain; version=0.0.4; charset=utf-8'

const escapedHelp = (help: string): string => help.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')

const escapedLabel = (value: string): string => escapedHelp(value).replaceAll('"', '\\"')

function line(name: string, { labels = {}, value, suffix = '' }: Sample): string {
  const pairs = Object.entries(labels).map(([label, says]) => `${label}="${escapedLabel(says)}"`)
  return `${name}${suffix}${pairs.length > 0 ? `{${pairs.join(',')}}` : ''} ${value}`
}

/** Metrics as Prometheus reads them; those without any value are left out, with their heading. */
export function exposition(metrics: readonly Metric[]): string {
  const parts = metrics.flatMap(({ name, kind, help, samples }) => {
    const known = samples.filter(({ value }) => Number.isFinite(value))
    if (known.length === 0) return []
    return [
      `# HELP ${name} ${escapedHelp(help)}`,
      `# TYPE ${name} ${kind}`,
      ...known.map((sample) => line(name, sample)),
    ]
  })
  return `${parts.join('\n')}\n`
}

/** A metric of one value without labels; left out when it is not known. */
export const single = (
  kind: 'counter' | 'gauge',
  name: string,
  given: { readonly help: string; readonly value: number | undefined },
): Metric => ({
  name,
  kind,
  help: given.help,
  samples: given.value === undefined ? [] : [{ value: given.value }],
})
