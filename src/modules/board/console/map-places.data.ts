/** Where a zone stands among the others: column 0 (west) to 2 (east), row 0 (north) to 3 (south). */
export interface MapPlace {
  readonly column: number
  readonly row: number
}

/**
 * Relative positions only, by compass; no boundary is drawn, so no boundary file is needed. Columns are a card wide,
 * halves are allowed. Units that are not here are laid out after these by themselves.
 */
export const mapPlaces: Readonly<Record<string, MapPlace>> = {
  YC: { column: 0.6, row: 0 },
  QD: { column: 2, row: 0.4 },
  LZ: { column: 0, row: 1 },
  NJ: { column: 2, row: 1.5 },
  GL: { column: 1, row: 2 },
  NN: { column: 0, row: 2.6 },
}
