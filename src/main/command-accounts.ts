import { issueStartPassword, openAccount } from '#platform/access/accounts'
import { kernelActor, queries, type Transaction } from '#platform/database/database'
import { threeAdministrators } from '#modules/organisation/domain/access-request'
import { person } from '#modules/organisation/records/person'
import { post } from '#modules/organisation/records/post'
import { unit } from '#modules/organisation/records/unit'
import { roleLabels } from '#glossary/role-labels'
import { beijingToday } from '#platform/records/beijing-now'
import type { Kernel } from '#platform/records/kernel'
import { createRow } from '#platform/records/write-row'
import type { Running } from './app'

/** The unit above all others, which every zone lies under. */
const rootUnit = {
  code: 'CN-HTZ',
  name_zh: '全国高新区',
  name_en: 'National high-tech zones',
  kind: 'system',
}

type Administrator = (typeof threeAdministrators)[number]

export interface FirstAdministrators {
  /** Name and account of each, as `张三:zhangsan`. */
  readonly named: Readonly<Record<Administrator, string>>
}

export interface Issued {
  readonly role: string
  readonly account: string
  readonly password: string
}

async function assertNone(tx: Transaction): Promise<void> {
  const held = await tx.first(
    queries()
      .selectFrom('post')
      .select('id')
      .where('role', 'in', [...threeAdministrators])
      .limit(1),
  )
  if (held)
    throw new Error(
      'There are administrators already: further ones are asked for and granted in the console.',
    )
}

async function rootOf(tx: Transaction, kernel: Kernel): Promise<string> {
  const root = (await tx.first(
    queries().selectFrom('unit').select('id').where('kind', '=', 'system').limit(1),
  )) as { id: string } | undefined
  return root?.id ?? (await createRow(tx, kernel, { record: unit, input: rootUnit })).id
}

interface Appointment {
  readonly role: Administrator
  readonly unit: string
  readonly name: string
  readonly account: string
}

async function appoint(tx: Transaction, kernel: Kernel, given: Appointment): Promise<Issued> {
  const { role, unit: unit_id, name, account } = given
  const holder = await createRow(tx, kernel, { record: person, input: { unit_id, name_zh: name } })
  const starts_on = beijingToday()
  const input = {
    unit_id,
    name_zh: roleLabels[role].zh,
    name_en: roleLabels[role].en,
    role,
    person: holder.id,
    starts_on,
  }
  await createRow(tx, kernel, { record: post, input })
  const owner = { person: holder.id, zone: holder.zone_id, unit: holder.unit_id }
  await openAccount(tx, owner, account)
  const { password } = await issueStartPassword(tx, owner, account)
  return { role: roleLabels[role].zh, account, password }
}

/** `张三:zhangsan` → name and account. */
function parted(given: string): { name: string; account: string } {
  const [, name, account] = /^(.{1,40}):([a-z][a-z0-9._-]{1,39})$/u.exec(given.trim()) ?? []
  if (!name || !account) throw new Error(`Write name and account as 张三:zhangsan, not “${given}”`)
  return { name, account }
}

/**
 * Appoints the first three administrators of an empty database, each with a start password to be changed at the first
 * sign-in. There is nobody yet who could ask or grant; afterwards this refuses.
 */
export async function appointFirst(running: Running, given: FirstAdministrators): Promise<Issued[]> {
  const wanted = threeAdministrators.map((role) => ({ role, ...parted(given.named[role]) }))
  if (new Set(wanted.map(({ account }) => account)).size < wanted.length)
    throw new Error('System, security and audit administrator are three people: give three accounts.')
  const write = <T>(work: (tx: Transaction) => Promise<T>) =>
    running.database.transaction(kernelActor, 'write', work)
  const root = await write(async (tx) => {
    await assertNone(tx)
    return rootOf(tx, running.kernel)
  })
  // Rows lie in the tree of units: it must know the one that was made just now.
  await running.units.reload()
  return write(async (tx) => {
    const issued: Issued[] = []
    for (const one of wanted) issued.push(await appoint(tx, running.kernel, { ...one, unit: root }))
    return issued
  })
}

/** Binds an account to its subject at the provider of single sign-on. */
export async function bindSubject(running: Running, account: string, subject: string): Promise<boolean> {
  const changed = await running.database.transaction(kernelActor, 'write', (tx) =>
    tx.run(queries().updateTable('account').set({ subject }).where('id', '=', account)),
  )
  return changed > 0
}
