import type { Transaction } from '#platform/database/database'

export interface SealedBytes {
  /** Id of the data key. */
  readonly key: string
  readonly bytes: Uint8Array
}

/** Something of a zone, and where in it: `person|0199…|mobile`. The place is authenticated with the content. */
export interface Place {
  readonly zone: string
  readonly context: string
}

/** Keeps what a zone's rows must not show to whoever holds the disk or a copy of the database. */
export interface Vault {
  /** Whether a master key is configured; without one nothing is sealed and everything works in the clear. */
  readonly isConfigured: boolean
  /** Seals under the zone's active data key, which is made when the zone has none. */
  seal(tx: Transaction, place: Place, bytes: Uint8Array): Promise<SealedBytes>
  open(tx: Transaction, place: Place, sealed: SealedBytes): Promise<Uint8Array>
  /** Another server, or a rotation, has changed the keys. */
  forget(): void
}

/** Data was sealed under a key that this server has not been given. */
export class KeyMissing extends Error {
  constructor(readonly key: string) {
    super(
      `Data is sealed under key ${key}, which the configured master keys do not open (YIPANQI_MASTER_KEY)`,
    )
    this.name = 'KeyMissing'
  }
}

/** No key: nothing is sealed, and nothing sealed can be opened. */
export const closedVault: Vault = {
  isConfigured: false,
  seal: () => Promise.reject(new Error('Nothing can be sealed without a master key')),
  open: (_tx, _place, { key }) => Promise.reject(new KeyMissing(key)),
  forget: () => {},
}
