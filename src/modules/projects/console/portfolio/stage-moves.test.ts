import { describe, expect, it } from 'vitest'
import { stageMove, stages } from './stage-moves'

const officer = ['update', 'sign', 'begin_approvals', 'start']

describe('moving a card from stage to stage', () => {
  it.each([
    ['reserve', 'signed', 'sign'],
    ['signed', 'preliminary', 'begin_approvals'],
    ['preliminary', 'started', 'start'],
  ])('%s → %s is the action %s', (state, to, name) => {
    expect(stageMove({ state, may: officer }, to)).toEqual({ kind: 'action', name })
  })

  it('where no action leads is refused, with what is possible instead', () => {
    const move = stageMove({ state: 'reserve', may: officer }, 'building')
    expect(move).toMatchObject({ kind: 'refused' })
    expect(move?.kind === 'refused' && move.says.zh).toBe(
      '“储备”的项目不能直接转为“在建”；可以：签约、进入前期、退库',
    )
  })

  it('what is not one’s own to do says whose it is', () => {
    const move = stageMove({ state: 'building', may: officer }, 'suspended')
    expect(move?.kind === 'refused' && move.says.zh).toMatch(/^“停工”须由.*领导/)
  })

  it('a card put back where it was is no move, and the board ends with what stands still', () => {
    expect(stageMove({ state: 'reserve', may: officer }, 'reserve')).toBeUndefined()
    expect(stages.slice(0, 3)).toEqual(['reserve', 'signed', 'preliminary'])
    expect(stages.slice(-2)).toEqual(['suspended', 'withdrawn'])
  })
})
