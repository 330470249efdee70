/** The month in which a project was started, where the day is known; else it stands as it was given. */
export const startedIn = (row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  typeof row.started_on === 'string' ? { started_in: row.started_on.slice(0, 7) } : {}
