import { monitorEventLoopDelay } from 'node:perf_hooks'
import { type Metric, single } from './exposition'

/** Nothing is slower than that by the measuring itself: what is reported is what lies beyond it. */
const resolution = 10

const seconds = (nanoseconds: number) => Math.max(0, nanoseconds / 1e9 - resolution / 1000)

/** Watches event loop, memory and processor of this process; returns what reads the figures, and what ends the watch. */
export function watchProcess(): { read: () => Metric[]; stop: () => void } {
  // Reckoned once: an adjusted clock would otherwise look like a restart.
  const started = Math.round(Date.now() / 1000 - process.uptime())
  const delay = monitorEventLoopDelay({ resolution })
  delay.enable()
  const loop = (): Metric => {
    const values = { '0.5': delay.percentile(50), '0.99': delay.percentile(99), '1': delay.max }
    const isMeasured = delay.count > 0
    delay.reset()
    return {
      name: 'nodejs_eventloop_delay_seconds',
      kind: 'gauge',
      help: 'How long the event loop was held up since it was last asked: median, 99th percentile and longest',
      samples: Object.entries(values).map(([quantile, value]) => ({
        labels: { quantile },
        value: isMeasured ? seconds(value) : 0,
      })),
    }
  }
  const read = () => {
    const { user, system } = process.cpuUsage()
    const { rss, heapUsed, external } = process.memoryUsage()
    const bytes = (name: string, help: string, value: number) => single('gauge', name, { help, value })
    return [
      loop(),
      single('counter', 'process_cpu_seconds_total', {
        help: 'Processor time of this process',
        value: (user + system) / 1e6,
      }),
      bytes('process_resident_memory_bytes', 'Memory of this process', rss),
      bytes('nodejs_heap_used_bytes', 'Memory of objects in use', heapUsed),
      bytes(
        'nodejs_external_memory_bytes',
        'Memory outside of the heap: files and replies under way',
        external,
      ),
      single('gauge', 'process_start_time_seconds', {
        help: 'When this process started, in seconds since 1970',
        value: started,
      }),
    ]
  }
  return { read, stop: () => delay.disable() }
}
