import { isAbsolute, resolve } from 'node:path'
import type { Config } from '#platform/config/config'
import type { Running } from '../app'

/** A command of the operator: run over the database directly, or inside the server that holds the embedded one. */
export interface CommandContext {
  readonly running: Running
  readonly config: Config
  /** The folder the command was given in: names of files are meant from there. */
  readonly cwd: string
  readonly say: (line: string) => void
}

/** Returns the exit code. */
export type Command = (context: CommandContext, args: readonly string[]) => Promise<number>

/** A command called in a way it does not know; told with its usage, exit code 2. */
export class Misused extends Error {
  constructor(says: string) {
    super(says)
    this.name = 'Misused'
  }
}

export const fileOf = ({ cwd }: CommandContext, name: string): string =>
  isAbsolute(name) ? name : resolve(cwd, name)
