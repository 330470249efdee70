/** Work that is done once for each value of `now` (a day, a month), however often it is asked for; what failed is tried again. */
export function oncePer(now: () => string, work: (value: string) => Promise<void>): () => Promise<void> {
  let done = ''
  return async () => {
    const value = now()
    if (value === done) return
    await work(value)
    done = value
  }
}
