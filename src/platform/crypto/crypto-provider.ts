/** Text stands for its UTF-8 bytes. */
export type Bytes = Uint8Array | string

export type DigestAlgorithm = 'sm3' | 'sha256'

/** A digest that is fed piece by piece. */
export interface RunningDigest {
  update(data: Bytes): void
  /** Hex in lower case; nothing may be fed afterwards. */
  end(): string
}

export interface Sm4Input {
  /** 16 bytes. */
  readonly key: Uint8Array
  /** 16 bytes, never twice with one key. */
  readonly iv: Uint8Array
  readonly data: Uint8Array
}

/** Keys in hex: 64 digits private; public uncompressed, 130 digits beginning with 04. */
export interface Sm2KeyPair {
  readonly privateKey: string
  readonly publicKey: string
}

/**
 * Every cryptographic operation of the product, and the only door to one: a certified card or machine (GM/T 0018)
 * replaces the runtime by implementing this. Synchronous, as the call interface of such cards is.
 */
export interface CryptoProvider {
  readonly name: string
  /** Hex in lower case. SM3: GB/T 32905-2016. */
  digest(algorithm: DigestAlgorithm, data: Bytes): string
  startDigest(algorithm: DigestAlgorithm): RunningDigest
  /** HMAC-SM3 over the pieces one after another; 32 bytes. */
  hmac(key: Uint8Array, pieces: readonly Bytes[]): Uint8Array
  /** SM4 (GB/T 32907-2016). CTR keeps the length; CBC pads by PKCS#7. Neither authenticates: `sealBytes` does. */
  encrypt(mode: 'ctr' | 'cbc', input: Sm4Input): Uint8Array
  /** Throws when the padding of CBC is broken. */
  decrypt(mode: 'ctr' | 'cbc', input: Sm4Input): Uint8Array
  random(bytes: number): Uint8Array
  /** Whether two secrets are the same, in a time that does not tell where they differ. */
  isSame(a: Uint8Array, b: Uint8Array): boolean
  readonly sm2: {
    keyPair(): Sm2KeyPair
    publicKeyOf(privateKey: string): string
    /** r ‖ s in hex, over Z ‖ message with the signer's id (GB/T 32918.2). */
    sign(message: Bytes, given: { privateKey: string; signer?: string }): string
    verify(message: Bytes, given: { signature: string; publicKey: string; signer?: string }): boolean
    /** C1 ‖ C3 ‖ C2 in hex, C1 with its leading 04 (GB/T 32918.4). */
    encrypt(data: Uint8Array, publicKey: string): string
    /** Throws when the text was altered or belongs to another key. */
    decrypt(cipherText: string, privateKey: string): Uint8Array
  }
}

/** The signer's id where none is agreed (GB/T 35276-2017, chapter 10). */
export const standardSigner = '1234567812345678'
