import { backupCommand, backupUsage } from './backup-command'
import { citusCommand, citusUsage } from './citus-command'
import type { Command } from './command'
import { keysCommand, keysUsage } from './keys-command'
import { ledgerCommand, ledgerUsage } from './ledger-command'

/** Commands of the operator, which a server that holds the embedded database runs on their behalf. */
export const operatorCommands = {
  ledger: { run: ledgerCommand, usage: ledgerUsage },
  keys: { run: keysCommand, usage: keysUsage },
  backup: { run: backupCommand, usage: backupUsage },
  'citus-plan': { run: citusCommand, usage: citusUsage },
} as const satisfies Record<string, { run: Command; usage: string }>

export type OperatorCommand = keyof typeof operatorCommands

export const isOperatorCommand = (name: string): name is OperatorCommand =>
  Object.hasOwn(operatorCommands, name)
