import type { CryptoProvider } from './crypto-provider'
import { runtimeProvider } from './runtime-provider'

/** Every cryptographic operation goes through this one: a certified card or machine takes its place in this line. */
export const cryptoProvider: CryptoProvider = runtimeProvider
