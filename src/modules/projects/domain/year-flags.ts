type Row = Readonly<Record<string, unknown>>

/** A project that has left the year's list is kept, but counted no more. */
export const yearFlags = (row: Row): Row => ({ counted: typeof row.left_on !== 'string' })

/** What a project's own row says of a year: taken over into its place on that year's list. */
export function happenedIn(project: Row, year: string): Row {
  const by = (name: string) => {
    const day = project[name]
    return typeof day === 'string' && day.slice(0, 4) <= year
  }
  const started = by('started_on') || by('started_in')
  return {
    state_started: started,
    // Carried on and not standing still: nothing has to be resumed, or it has been.
    state_resumed: started && project.state !== 'suspended',
    state_entered: by('entered_on'),
    investment: project.investment ?? null,
  }
}
