import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { agreementsNeeded, foldJointDecision, pendingSigners } from '#engine/lifecycles/joint-decision'
import type { Choice, JointDecision, JointEvent, JointRule } from '#engine/lifecycles/joint-event'
import { jointActionsFrom } from '#engine/lifecycles/joint-refusal'

const issue = (...signers: string[]): JointEvent => ({ do: 'issue', by: 'chair', signers })
const vote = (by: string, choice: Choice = 'agree'): JointEvent => ({ do: 'vote', by, choice })
const back = (by: string, reason = '缺图纸'): JointEvent => ({ do: 'return', by, reason })
const reissue: JointEvent = { do: 'reissue', by: 'chair' }
const withdraw: JointEvent = { do: 'withdraw', by: 'chair' }
const folded = (rule: JointRule, ...events: JointEvent[]): JointDecision => {
  const result = foldJointDecision(rule, events)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

describe('a joint decision is made as soon as its outcome is certain', () => {
  const two: JointRule = { percent: 66 }
  const cases: [rule: JointRule, votes: string, status: string][] = [
    ['all', '', 'open'],
    ['all', '++', 'open'],
    ['all', '+++', 'agreed'],
    ['all', '-', 'refused'],
    ['any', '-', 'open'],
    ['any', '--+', 'agreed'],
    ['any', '---', 'refused'],
    [two, '+', 'open'],
    [two, '++', 'agreed'],
    [two, '+-', 'open'],
    [two, '--', 'refused'],
  ]
  test.each(cases)('%j of three with votes "%s": %s', (rule, votes, status) => {
    const cast = [...votes].map((sign, index) =>
      vote('abc'.charAt(index), sign === '+' ? 'agree' : 'disagree'),
    )
    expect(folded(rule, issue('a', 'b', 'c'), ...cast).status).toBe(status)
  })

  test.each([
    [{ percent: 50 }, 4, 2],
    [{ percent: 51 }, 4, 3],
    [{ percent: 1 }, 3, 1],
    [{ percent: 0 }, 3, 1],
    [{ percent: 100 }, 7, 7],
  ])('%j of %i signers needs %i', (rule, seats, needed) => {
    expect(agreementsNeeded(rule, seats)).toBe(needed)
  })
})

describe('signers', () => {
  test('added while it is open, they must agree too', () => {
    const events = [
      issue('a', 'b'),
      vote('a'),
      { do: 'add_signer', by: 'a', signer: 'c' } as const,
      vote('b'),
    ]
    expect(pendingSigners(folded('all', ...events))).toEqual(['c'])
    expect(folded('all', ...events, vote('c')).status).toBe('agreed')
  })

  test('a seat passed on is voted by its new holder, and the trail is kept', () => {
    const events = [
      issue('a', 'b'),
      { do: 'delegate', by: 'a', to: 'x' } as const,
      { do: 'delegate', by: 'x', to: 'y' } as const,
    ]
    const state = folded('all', ...events)
    expect(state.seats[0]).toEqual({ signer: 'y', heldBefore: ['a', 'x'] })
    expect(foldJointDecision('all', [...events, vote('a')])).toMatchObject({
      error: { code: 'not_a_signer', index: 3 },
    })
  })
})

describe('return, withdrawal and reissue lose nothing', () => {
  test('after a return the votes stay on record and everybody is asked again', () => {
    const state = folded('all', issue('a', 'b'), vote('a'), back('b'), reissue)
    expect(state).toMatchObject({ status: 'open', round: 2, votes: [{ round: 1, by: 'a', choice: 'agree' }] })
    expect(pendingSigners(state)).toEqual(['a', 'b'])
    expect(folded('all', issue('a', 'b'), vote('a'), withdraw).votes).toHaveLength(1)
  })

  test('a returned decision can always be issued again', () => {
    expect(jointActionsFrom('returned')).toEqual(['reissue'])
    expect(jointActionsFrom('withdrawn')).toEqual(['reissue'])
    expect(jointActionsFrom('agreed')).toEqual([])
    expect(jointActionsFrom('open')).toEqual(['vote', 'add_signer', 'delegate', 'return', 'withdraw'])
  })
})

describe('what cannot be is refused', () => {
  const cases: [what: string, events: JointEvent[], code: string][] = [
    ['no signers', [issue()], 'no_signers'],
    ['one signer named twice', [issue('a', 'a')], 'already_a_signer'],
    ['a vote before the issue', [vote('a')], 'not_possible'],
    ['a vote by an outsider', [issue('a'), vote('z')], 'not_a_signer'],
    ['a second vote', [issue('a', 'b'), vote('a'), vote('a')], 'already_voted'],
    ['a vote after the decision', [issue('a', 'b'), vote('a', 'disagree'), vote('b')], 'not_possible'],
    [
      'passing on a seat that has voted',
      [issue('a', 'b'), vote('a'), { do: 'delegate', by: 'a', to: 'c' }],
      'already_voted',
    ],
    ['two seats in one hand', [issue('a', 'b'), { do: 'delegate', by: 'a', to: 'b' }], 'already_a_signer'],
    [
      'adding a signer twice',
      [issue('a', 'b'), { do: 'add_signer', by: 'a', signer: 'b' }],
      'already_a_signer',
    ],
    ['a return by an outsider', [issue('a'), back('z')], 'not_a_signer'],
    ['a return without a reason', [issue('a'), back('a', ' ')], 'reason_missing'],
    ['a withdrawal by a signer', [issue('a'), { do: 'withdraw', by: 'a' }], 'not_the_issuer'],
    ['a reissue of what was agreed', [issue('a'), vote('a'), reissue], 'not_possible'],
  ]
  test.each(cases)('%s', (_what, events, code) => {
    expect(foldJointDecision('all', events)).toMatchObject({
      ok: false,
      error: { code, index: events.length - 1 },
    })
  })
})

describe('whatever people do, in whatever order', () => {
  const people = fc.constantFrom('a', 'b', 'c', 'd', 'e')
  const event: fc.Arbitrary<JointEvent> = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant('vote' as const),
        by: people,
        choice: fc.constantFrom('agree' as const, 'disagree' as const),
      }),
    },
    fc.record({ do: fc.constant('add_signer' as const), by: people, signer: people }),
    fc.record({ do: fc.constant('delegate' as const), by: people, to: people }),
    fc.record({ do: fc.constant('return' as const), by: people, reason: fc.constant('改') }),
    fc.constant(withdraw),
    { weight: 2, arbitrary: fc.constant(reissue) },
  )
  const rules: fc.Arbitrary<JointRule> = fc.oneof(
    fc.constantFrom<JointRule>('all', 'any'),
    fc.integer({ min: 1, max: 100 }).map((percent) => ({ percent })),
  )
  /** Keeps the attempts that are accepted, as a server would. */
  const accepted = (rule: JointRule, attempts: readonly JointEvent[]) =>
    attempts.reduce<JointEvent[]>(
      (kept, next) => (foldJointDecision(rule, [...kept, next]).ok ? [...kept, next] : kept),
      [issue('a', 'b', 'c')],
    )

  test('no vote is ever lost, nobody votes twice in a round, and it is never stuck', () => {
    fc.assert(
      fc.property(rules, fc.array(event, { maxLength: 40 }), (rule, attempts) => {
        const events = accepted(rule, attempts)
        const state = folded(rule, ...events)
        expect(state.votes.map(({ by, choice }) => ({ by, choice }))).toEqual(
          events.flatMap((kept) => (kept.do === 'vote' ? [{ by: kept.by, choice: kept.choice }] : [])),
        )
        const ballots = state.votes.map(({ round, by }) => `${round} ${by}`)
        expect(new Set(ballots).size).toBe(ballots.length)
        if (state.status === 'open') expect(pendingSigners(state).length).toBeGreaterThan(0)
        else if (state.status !== 'agreed') expect(jointActionsFrom(state.status)).toEqual(['reissue'])
        expect(new Set(state.seats.map(({ signer }) => signer)).size).toBe(state.seats.length)
      }),
    )
  })

  test('return then reissue keeps the record and asks exactly the same seats', () => {
    fc.assert(
      fc.property(rules, fc.array(event, { maxLength: 20 }), (rule, attempts) => {
        const events = accepted(rule, attempts)
        const before = folded(rule, ...events)
        if (before.status !== 'open') return
        const after = folded(rule, ...events, back(before.seats[0]!.signer), reissue)
        expect(after.votes).toEqual(before.votes)
        expect(after.seats.map(({ signer }) => signer)).toEqual(before.seats.map(({ signer }) => signer))
        expect(after.round).toBe(before.round + 1)
        expect(pendingSigners(after)).toHaveLength(before.seats.length)
      }),
    )
  })
})
