/** Tells on the terminal what is under way once it has taken two seconds, and how long it took. */
export class Progress {
  async during<T>(what: string, work: () => Promise<T>): Promise<T> {
    const start = performance.now()
    const seconds = () => `${((performance.now() - start) / 1000).toFixed(1)} s`
    let shown = false
    const timer = setInterval(() => {
      shown = true
      process.stderr.write(process.stderr.isTTY ? `\r  ${what} … ${seconds()}` : `  ${what} … ${seconds()}\n`)
    }, 2000)
    try {
      return await work()
    } finally {
      clearInterval(timer)
      if (shown) process.stderr.write(`${process.stderr.isTTY ? '\r' : ''}  ${what}: ${seconds()}\n`)
    }
  }
}
