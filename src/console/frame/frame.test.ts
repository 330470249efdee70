import { describe, expect, it } from 'vitest'
import type { SessionUnit } from '#engine/records/session'
import { text } from '#engine/result/result'
import { modules, records } from '#console/registry'
import { homeOf, navOf } from './nav'
import { findUnits, unitPath, unitRows } from './unit-tree'

const unit = (code: string, zh: string, place: Pick<SessionUnit, 'parent' | 'position'>): SessionUnit => ({
  ...place,
  code,
  name: text(zh, code),
  kind: 'zone',
  sample: false,
})

const units = [
  unit('QD', '青岛高新区', { parent: 'CN', position: 2 }),
  unit('QD-SN', '市南园区', { parent: 'QD', position: 1 }),
  unit('QD-LS', '崂山园区', { parent: 'QD', position: 0 }),
  unit('LZ', '兰州高新区', { parent: 'CN', position: 1 }),
]

describe('the tree of units', () => {
  it('stands in order, and keeps units whose parent is out of sight', () => {
    expect(unitRows(units).map(({ unit: { code }, depth }) => `${depth}${code}`)).toEqual([
      '0LZ',
      '0QD',
      '1QD-LS',
      '1QD-SN',
    ])
  })
  it.each([
    ['兰州', ['LZ']],
    ['lzgxq', ['LZ']],
    ['qd-s', ['QD-SN']],
    ['', ['LZ', 'QD', 'QD-LS', 'QD-SN']],
  ])('finds %s', (sought, found) => {
    expect(findUnits(unitRows(units), sought).map((row) => row.unit.code)).toEqual(found)
  })
  it('names the way down', () => {
    expect(unitPath(units, 'QD-SN').map(({ code }) => code)).toEqual(['QD', 'QD-SN'])
  })
})

describe('navigation shows what a post can do', () => {
  const registry = { records, modules: [] }
  const groups = (roles: Parameters<typeof navOf>[1]) => navOf(registry, roles).map(({ name }) => name)
  it('keeps business rows from the audit administrator', () => {
    expect(groups(['audit_admin'])).not.toContain('projects')
    expect(groups(['leader'])).toContain('projects')
  })
  it('has no empty groups', () => {
    expect(navOf(registry, ['leader']).every(({ entries }) => entries.length > 0)).toBe(true)
  })
  it.each([
    [['leader'], '/board'],
    [['leader', 'economist'], '/board'],
    [['economist'], '/home'],
    [['statistician'], '/home'],
    [['project_officer'], '/home'],
    [['hall_officer'], '/home'],
    [['office_clerk'], '/home'],
    [['system_admin'], '/administration'],
    [['security_admin'], '/administration'],
    [['audit_admin'], '/audit'],
  ] as const)('%s begins at %s: a leader at the board, an officer at today’s work', (roles, home) => {
    expect(homeOf({ records, modules }, roles)).toBe(home)
  })
  it('begins where a module says', () => {
    const module = { name: 'board', home: () => '/board' }
    expect(homeOf({ records, modules: [module] }, ['leader'])).toBe('/board')
  })
})
