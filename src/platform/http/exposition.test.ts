import { describe, expect, it } from 'vitest'
import { exposition, single } from './exposition'

describe('the text Prometheus reads', () => {
  it('heads every metric with what it means and of which kind it is', () => {
    expect(exposition([single('gauge', 'sessions', { help: 'Open sessions', value: 3 })])).toBe(
      '# HELP sessions Open sessions\n# TYPE sessions gauge\nsessions 3\n',
    )
  })

  it('lets no label or help text break out of its line', () => {
    const labels = { route: 'a"b\\c\nd' }
    const text = exposition([
      { name: 'x', kind: 'counter', help: 'one\ntwo', samples: [{ labels, value: 1 }] },
    ])
    expect(text).toBe('# HELP x one\\ntwo\n# TYPE x counter\nx{route="a\\"b\\\\c\\nd"} 1\n')
  })

  it('leaves out what is not known, heading and all', () => {
    const unknown = [undefined, Number.NaN].map((value) => single('gauge', 'age', { help: 'Age', value }))
    expect(exposition(unknown)).toBe('\n')
  })
})
