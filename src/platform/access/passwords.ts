import { hash, verify } from '@node-rs/argon2'

/** OWASP's minimum for argon2id: 19 MiB, two passes. A sign-in takes some 20 ms; a guesser pays the same for each try. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password, cost)

export const isPassword = (stored: string, given: string): Promise<boolean> =>
  verify(stored, given).catch(() => false)
