import type { Nature } from '#engine/figures/indicator'
import type { Qualifier } from '#engine/quantity/quantity'
import type { Text } from '#engine/result/result'
import type { ProjectParts } from './sample-project-parts'

/** One row of a record type to be seeded: its fields by name, where it lies, and whether it is made up. */
export interface SeedRow {
  readonly id: string
  readonly unit_id: string
  readonly sample: boolean
  readonly state?: string
  /** When it was made, and by which person; absent: as the world is filled, by the system. */
  readonly created_at?: string
  readonly created_by?: string
  /** When it was last changed, and by which person; absent: as the world is filled, by the system. */
  readonly updated_at?: string | undefined
  readonly updated_by?: string | undefined
  readonly [field: string]: unknown
}

/** One published figure. */
export interface ObservationSeed {
  readonly unit_id: string
  readonly indicator: string
  readonly period: string
  readonly nature: Nature
  readonly value: string | null
  readonly qualifier: Qualifier
  readonly origin: 'reported' | 'published' | 'measure'
  readonly source?: string
  readonly note?: string
  readonly ambiguity?: Text
  readonly report?: string
  readonly reported_by?: string
  readonly reported_at?: string
  readonly verified_by?: string
  readonly verified_at?: string
  readonly published_by?: string
  readonly published_at: string
  readonly sample: boolean
}

export interface LineSeed {
  readonly indicator: string
  readonly value: string | null
  readonly qualifier?: Qualifier
  readonly explanation?: string
}

export interface ReportSeed extends SeedRow {
  /** Working values of a report that is not published yet. */
  readonly lines?: readonly LineSeed[]
}

export interface AccountSeed {
  readonly account: string
  readonly password: string
  readonly person: string
}

/** Everything a demonstration starts with, as plain data. */
export interface World {
  readonly units: readonly SeedRow[]
  readonly organs: readonly SeedRow[]
  readonly people: readonly SeedRow[]
  readonly posts: readonly SeedRow[]
  readonly calendarDays: readonly SeedRow[]
  readonly indicators: readonly SeedRow[]
  readonly forms: readonly SeedRow[]
  readonly rules: readonly SeedRow[]
  readonly reports: readonly ReportSeed[]
  readonly observations: readonly ObservationSeed[]
  readonly projects: readonly SeedRow[]
  readonly projectParts: ProjectParts
  readonly columnMappings: readonly SeedRow[]
  readonly enterprises: readonly SeedRow[]
  readonly requests: readonly SeedRow[]
  readonly accounts: readonly AccountSeed[]
  readonly accessRequests: readonly SeedRow[]
}
