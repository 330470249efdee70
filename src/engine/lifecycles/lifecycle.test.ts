import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { text } from '#engine/result/result'
import { defineLifecycle, type ActionOf, type Lifecycle, type StateOf } from '#engine/lifecycles/lifecycle'
import { actionsFrom, applyAction } from '#engine/lifecycles/apply-action'
import { foldHistory } from '#engine/lifecycles/fold-history'
import { describeLock, describeRefusal } from '#engine/lifecycles/describe-refusal'
import { lifecycleProblems } from '#engine/lifecycles/lifecycle-problems'

const report = defineLifecycle({
  initial: 'draft',
  states: {
    draft: { label: text('草稿', 'draft') },
    submitted: { label: text('已提交', 'submitted') },
    returned: { label: text('已退回', 'returned'), tone: 'warning' },
    published: { label: text('已发布', 'published'), final: true, locked: true },
  },
  actions: {
    submit: {
      label: text('提交', 'submit'),
      from: ['draft', 'returned'],
      to: 'submitted',
      rights: ['statistician'],
      requires: ['period', 'unit'],
      clocks: [{ clock: 'review', do: 'start' }],
      emits: 'report_submitted',
    },
    remind: {
      label: text('催办', 'remind'),
      from: ['submitted'],
      to: 'same_state',
      rights: ['statistician'],
    },
    return: {
      label: text('退回', 'return'),
      from: ['submitted'],
      to: 'returned',
      rights: ['economist', 'leader'],
      reason: 'required',
      clocks: [{ clock: 'review', do: 'stop' }],
    },
    withdraw: { label: text('撤回', 'withdraw'), from: ['submitted'], to: 'draft', rights: ['statistician'] },
    publish: {
      label: text('发布', 'publish'),
      from: ['submitted'],
      to: 'published',
      rights: ['economist'],
      confirm: text('发布后不能再改，确定吗？', 'This cannot be changed afterwards. Publish?'),
    },
  },
})

const filled = ['period', 'unit']

describe('a locked row says why it cannot be changed, and who opens it', () => {
  const month = defineLifecycle({
    initial: 'draft',
    states: {
      draft: { label: text('填报中', 'Draft') },
      accepted: { label: text('已审定', 'Accepted'), final: true, locked: true },
      correcting: { label: text('更正中', 'Being corrected') },
    },
    actions: {
      accept: {
        label: text('审定', 'Accept'),
        from: ['draft', 'correcting'],
        to: 'accepted',
        rights: ['leader'],
      },
      correct: {
        label: text('允许更正', 'Allow a correction'),
        from: ['accepted'],
        to: 'correcting',
        rights: ['leader'],
      },
    },
  })
  const roles = { leader: text('领导', 'Leader') }

  test('with the action that unlocks it, and whose it is', () => {
    expect(describeLock(month, { state: 'accepted', verb: 'update' }, { roles })).toEqual({
      zh: '“已审定”状态下不能修改，须先“允许更正”（领导）',
      en: 'It cannot be changed while its state is "Accepted"; first: "Allow a correction" (Leader)',
    })
  })

  test('and names none where there is none', () => {
    expect(describeLock(report, { state: 'published', verb: 'remove' }).zh).toBe('“已发布”状态下不能删除')
  })
})

describe('a declared lifecycle', () => {
  test('is plain data: written as JSON and read back it decides the same', () => {
    const copy = JSON.parse(JSON.stringify(report)) as Lifecycle
    expect(copy).toEqual(report)
    expect(applyAction(copy, 'draft', { action: 'submit', filled })).toEqual(
      applyAction(report, 'draft', { action: 'submit', filled }),
    )
  })

  test('does not compile when it names a state that is not there', () => {
    const label = text('甲', 'a')
    const states = { a: { label } }
    const go = { label, rights: ['leader'] }
    // @ts-expect-error the initial state must be among the states
    defineLifecycle({ states, initial: 'b', actions: {} })
    // @ts-expect-error `from` must be among the states
    defineLifecycle({ states, initial: 'a', actions: { go: { ...go, from: ['b'], to: 'a' } } })
    // @ts-expect-error `to` must be among the states
    defineLifecycle({ states, initial: 'a', actions: { go: { ...go, from: ['a'], to: 'b' } } })
    const state: StateOf<typeof report> = 'returned'
    const action: ActionOf<typeof report> = 'withdraw'
    // @ts-expect-error a state's name is checked where it is used
    const stray: StateOf<typeof report> = 'lost'
    expect([state, action, stray]).toHaveLength(3)
  })
})

describe('actions from a state', () => {
  const cases: [state: string, roles: string[] | undefined, offered: string[]][] = [
    ['draft', undefined, ['submit']],
    ['submitted', undefined, ['remind', 'return', 'withdraw', 'publish']],
    ['submitted', ['statistician'], ['remind', 'withdraw']],
    ['submitted', ['leader'], ['return']],
    ['submitted', [], []],
    ['returned', undefined, ['submit']],
    ['published', undefined, []],
    ['nowhere', undefined, []],
  ]
  test.each(cases)('in %s with roles %j: %j', (state, roles, offered) => {
    expect(actionsFrom(report, state, roles).map(({ action }) => action)).toEqual(offered)
  })

  test('tell the state each leads to, also when it stays', () => {
    expect(actionsFrom(report, 'submitted').map(({ to }) => to)).toEqual([
      'submitted',
      'returned',
      'draft',
      'published',
    ])
  })
})

describe('taking an action', () => {
  test('answers the new state, the clocks to move, the event and the trimmed reason', () => {
    expect(applyAction(report, 'draft', { action: 'submit', filled, roles: ['statistician'] })).toEqual({
      ok: true,
      value: {
        action: 'submit',
        from: 'draft',
        to: 'submitted',
        clocks: [{ clock: 'review', do: 'start' }],
        emits: 'report_submitted',
      },
    })
    expect(applyAction(report, 'submitted', { action: 'return', reason: ' 口径不一致 ' })).toMatchObject({
      value: { to: 'returned', reason: '口径不一致' },
    })
  })

  test('names every problem at once', () => {
    expect(
      applyAction(report, 'submitted', { action: 'submit', filled: ['unit'], roles: ['leader'] }),
    ).toEqual({
      ok: false,
      error: [
        { kind: 'not_possible', action: 'submit', state: 'submitted', possibleFrom: ['draft', 'returned'] },
        { kind: 'not_allowed', action: 'submit', rights: ['statistician'] },
        { kind: 'field_missing', action: 'submit', field: 'period' },
      ],
    })
  })

  test('takes a reason of blanks as no reason', () => {
    expect(applyAction(report, 'submitted', { action: 'return', reason: '  ' })).toEqual({
      ok: false,
      error: [{ kind: 'reason_missing', action: 'return' }],
    })
  })

  test('refuses words that only the language knows, such as constructor', () => {
    const loose: Lifecycle = report
    expect(applyAction(loose, 'draft', { action: 'constructor' })).toMatchObject({
      error: [{ kind: 'unknown_action' }],
    })
    expect(applyAction(loose, '__proto__', { action: 'submit' })).toMatchObject({
      error: [{ kind: 'unknown_state' }],
    })
  })

  test('explains each refusal in both languages with the mend', () => {
    const words = {
      fields: { period: text('报告期', 'period') },
      roles: { economist: text('经发局', 'economist') },
    }
    const say = (refusal: Parameters<typeof describeRefusal>[1]) => describeRefusal(report, refusal, words)
    expect(say({ kind: 'field_missing', action: 'submit', field: 'period' }).zh).toBe(
      '“提交”之前须填写“报告期”',
    )
    expect(say({ kind: 'reason_missing', action: 'return' }).en).toBe('Give a reason for "return"')
    expect(say({ kind: 'not_allowed', action: 'publish', rights: ['economist'] }).zh).toContain('经发局')
    expect(
      say({ kind: 'not_possible', action: 'submit', state: 'published', possibleFrom: ['draft'] }).zh,
    ).toBe('当前状态为“已发布”，不能“提交”；只有在“草稿”时才可以')
    expect(say({ kind: 'unknown_action', action: 'x' }).zh).toContain('x')
    expect(say({ kind: 'unknown_state', state: 'x' }).zh).toContain('x')
  })
})

describe('a history', () => {
  test('folds to the state; a return and a withdrawal keep every step', () => {
    const history = ['submit', 'return', 'submit', 'withdraw', 'submit', 'remind', 'publish'].map(
      (action, day) => ({ action, day }),
    )
    const folded = foldHistory(report, history)
    if (!folded.ok) throw new Error('should fold')
    expect(folded.value.state).toBe('published')
    expect(folded.value.trail.map(({ step }) => step)).toEqual(history)
    expect(folded.value.trail.map(({ to }) => to)).toEqual([
      'submitted',
      'returned',
      'submitted',
      'draft',
      'submitted',
      'submitted',
      'published',
    ])
  })

  test('names the first impossible step', () => {
    expect(foldHistory(report, [{ action: 'submit' }, { action: 'submit' }, { action: 'fly' }])).toEqual({
      ok: false,
      error: { index: 1, action: 'submit', state: 'submitted', kind: 'not_possible' },
    })
    expect(foldHistory(report, [{ action: 'fly' }])).toMatchObject({
      error: { kind: 'unknown_action', index: 0 },
    })
  })

  test('of actions that were offered always folds, step by step to the state each one answered', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 30 }), (choices) => {
        const history: { action: string }[] = []
        let state: StateOf<typeof report> = report.initial
        for (const choice of choices) {
          const offered = actionsFrom(report, state)
          const chosen = offered[choice % Math.max(offered.length, 1)]
          if (chosen === undefined) break
          const applied = applyAction(report, state, { action: chosen.action, filled, reason: '理由' })
          if (!applied.ok) throw new Error('an offered action must be possible')
          state = applied.value.to
          history.push({ action: chosen.action })
        }
        const folded = foldHistory(report, history)
        expect(folded.ok && folded.value.state).toBe(state)
        expect(folded.ok && folded.value.trail.length).toBe(history.length)
      }),
    )
  })
})

describe('the checker of lifecycles', () => {
  const label = text('甲', 'a')
  const go = (from: string[], to: string) => ({ label, from, to, rights: ['leader'] })
  const state = { label }
  const final = { label, final: true }

  test('finds nothing in a sound lifecycle, nor in a register that has no end', () => {
    expect(lifecycleProblems(report)).toEqual([])
    const register: Lifecycle = {
      initial: 'vacant',
      states: { vacant: state, occupied: state },
      actions: { let: go(['vacant'], 'occupied'), vacate: go(['occupied'], 'vacant') },
    }
    expect(lifecycleProblems(register)).toEqual([])
  })

  const cases: [name: string, lifecycle: Lifecycle, problems: object[]][] = [
    [
      'a state that nothing leads to',
      { initial: 'a', states: { a: final, b: final }, actions: {} },
      [{ kind: 'unreachable_state', state: 'b' }],
    ],
    ['a dead end', { initial: 'a', states: { a: state }, actions: {} }, [{ kind: 'dead_end', state: 'a' }]],
    [
      'a step that only stays is no way out',
      { initial: 'a', states: { a: state }, actions: { stay: go(['a'], 'same_state') } },
      [{ kind: 'dead_end', state: 'a' }],
    ],
    [
      'a circle that never ends',
      {
        initial: 'a',
        states: { a: state, b: state, c: state, d: final },
        actions: {
          ab: go(['a'], 'b'),
          bc: go(['b'], 'c'),
          cb: go(['c'], 'b'),
          ad: { ...go(['a'], 'd'), label: text('乙', 'b') },
        },
      },
      [
        { kind: 'no_way_to_end', state: 'b' },
        { kind: 'no_way_to_end', state: 'c' },
      ],
    ],
    [
      'a target that is not there',
      { initial: 'a', states: { a: final }, actions: { go: go(['a'], 'z') } },
      [{ kind: 'unknown_state', action: 'go', state: 'z' }],
    ],
    [
      'an initial state that is not there',
      { initial: 'z', states: {}, actions: {} },
      [{ kind: 'unknown_initial', state: 'z' }],
    ],
    [
      'an action nobody may take',
      { initial: 'a', states: { a: final }, actions: { go: { ...go(['a'], 'a'), rights: [] } } },
      [{ kind: 'nobody_may', action: 'go' }],
    ],
    [
      'an action from nowhere',
      { initial: 'a', states: { a: final }, actions: { go: go([], 'a') } },
      [{ kind: 'never_possible', action: 'go' }],
    ],
    [
      'two buttons of one name',
      { initial: 'a', states: { a: final }, actions: { x: go(['a'], 'a'), y: go(['a'], 'a') } },
      [{ kind: 'same_label', state: 'a', actions: ['x', 'y'] }],
    ],
  ]
  test.each(cases)('names %s', (_name, lifecycle, problems) => {
    expect(lifecycleProblems(lifecycle)).toEqual(problems)
  })
})
