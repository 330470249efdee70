import { describe, expect, it } from 'vitest'
import { extraFieldOf } from './extra-field-of'

describe('a field that a zone adds', () => {
  it.each(['招拍挂、划拨', '招拍挂,划拨', '招拍挂；划拨', '招拍挂\n划拨\n', ' 招拍挂 ， 划拨、招拍挂'])(
    'offers the options that are written as %j',
    (options) => {
      const field = extraFieldOf({ label_zh: '供地方式', kind: 'choice', options })
      expect(field).toMatchObject({ kind: 'choice', label: { zh: '供地方式', en: '供地方式' } })
      expect(field?.kind === 'choice' && Object.keys(field.options)).toEqual(['招拍挂', '划拨'])
    },
  )

  it('of a kind that is not known is none', () => {
    expect(extraFieldOf({ label_zh: '公式', kind: 'formula' })).toBeUndefined()
  })
})
