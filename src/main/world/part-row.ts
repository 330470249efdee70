import type { SeedRow } from './world'

/** A row that is a part of a sample project: in its unit, named after it. */
export const partRow = (
  project: SeedRow,
  key: string,
  fields: Readonly<Record<string, unknown>>,
): SeedRow => ({
  id: `${project.id}-${key}`,
  unit_id: project.unit_id,
  sample: true,
  project: project.id,
  ...fields,
})
