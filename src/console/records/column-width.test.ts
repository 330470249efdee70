import { describe, expect, it } from 'vitest'
import { fittedWidth, textWidth } from './column-width'

describe('a column is as wide as what stands in it', () => {
  it('no last character of a name is wrapped alone', () => {
    const owner = '示范大学科技发展有限公司'
    expect(fittedWidth('建设单位', [owner, '示范公司'], false)).toBeGreaterThanOrEqual(textWidth(owner) + 24)
  })

  it('a head is not cut where its cells are short', () => {
    const head = '总投资（亿元）'
    expect(fittedWidth(head, ['1.00'], false)).toBeGreaterThanOrEqual(textWidth(head) + 40)
  })

  it('a sentence does not push the other columns off the screen', () => {
    expect(fittedWidth('说明', ['很'.repeat(400)], false)).toBeLessThanOrEqual(300)
    expect(fittedWidth('项目名称', ['很'.repeat(400)], true)).toBeLessThanOrEqual(400)
  })

  it('an empty column keeps room for its head', () => {
    expect(fittedWidth('级', [], false)).toBeGreaterThanOrEqual(60)
  })
})
