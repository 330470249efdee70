import { describe, expect, it } from 'vitest'
import type { ListGroup } from '#engine/records/reply'
import { text } from '#engine/result/result'
import type { Column } from './columns'
import { groupName, inOrder } from './group-words'

const group = (key: string | null, total = 1): ListGroup => ({ key, total, totals: {} })
const label = text('项', 'item')
const choice: Column = {
  name: 'state',
  field: {
    kind: 'choice',
    label,
    options: { reserve: text('储备', 'Reserve'), started: text('开工', 'Started') },
  },
}
const unit: Column = { name: 'unit_id', field: { kind: 'reference', to: 'unit', label } }

describe('groups of a list', () => {
  it('stand in the order in which their values are declared, what is not filled in last', () => {
    const keys = inOrder([group('started', 9), group(null), group('reserve')], choice).map(({ key }) => key)
    expect(keys).toEqual(['reserve', 'started', null])
  })

  it('keep the server’s order, the largest first, where none is declared', () => {
    expect(inOrder([group('B', 9), group('A', 1)], unit).map(({ key }) => key)).toEqual(['B', 'A'])
  })

  it('are called as their rows call the value, and say when nothing is filled in', () => {
    const context = { language: 'zh', titles: { unit: { 'SF-HX': text('核心园', 'Core Park') } } } as const
    expect(groupName(group('SF-HX'), unit, context)).toBe('核心园')
    expect(groupName(group('started'), choice, context)).toBe('开工')
    expect(groupName(group(null), choice, context)).toBe('未填')
    expect(groupName(group('false'), { name: 'x', field: { kind: 'boolean', label } }, context)).toBe('否')
  })
})
