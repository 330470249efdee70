type Row = Readonly<Record<string, unknown>>

/**
 * What follows from a year's row itself. A project that has left the list is kept, but counted no more; on time is who
 * was completed in the month planned, or before.
 */
export function yearFlags(row: Row): Row {
  const { left_on, planned_completion, completed_in, year } = row
  const isDue = typeof planned_completion === 'string' && planned_completion.slice(0, 4) === year
  return {
    counted: typeof left_on !== 'string',
    completion_due: isDue,
    completed_on_time: isDue && typeof completed_in === 'string' && completed_in <= planned_completion,
  }
}

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
    completed_in: typeof project.completed_on === 'string' ? project.completed_on.slice(0, 7) : null,
  }
}
