import { defineLifecycle } from '#engine/lifecycles/lifecycle'
import { text } from '#engine/result/result'

const officers = ['project_officer', 'economist'] as const
const deciders = ['leader', 'economist'] as const

/** From an idea in the reserve to full capacity (domain facts §2.1): each step asks for the day on which it happened. */
export const projectLifecycle = defineLifecycle({
  initial: 'reserve',
  states: {
    reserve: { label: text('储备', 'Reserve'), tone: 'neutral' },
    signed: { label: text('签约', 'Signed'), tone: 'active' },
    preliminary: { label: text('前期', 'Approvals'), tone: 'active' },
    started: { label: text('开工', 'Started'), tone: 'active' },
    building: { label: text('在建', 'Building'), tone: 'active' },
    completed: { label: text('竣工', 'Completed'), tone: 'good' },
    producing: { label: text('投产', 'Producing'), tone: 'good' },
    full: { label: text('达效', 'Full capacity'), tone: 'good', final: true },
    suspended: { label: text('停工', 'Suspended'), tone: 'warning' },
    withdrawn: { label: text('退库', 'Withdrawn'), tone: 'neutral' },
  },
  actions: {
    sign: {
      label: text('签约', 'Sign'),
      from: ['reserve'],
      to: 'signed',
      rights: [...officers],
      requires: ['signed_on'],
    },
    begin_approvals: {
      label: text('进入前期', 'Begin approvals'),
      from: ['reserve', 'signed'],
      to: 'preliminary',
      rights: [...officers],
    },
    start: {
      label: text('开工', 'Start'),
      from: ['preliminary'],
      to: 'started',
      rights: [...officers],
      requires: ['started_on'],
    },
    build: {
      label: text('转入在建', 'Main works begun'),
      from: ['started'],
      to: 'building',
      rights: [...officers],
    },
    complete: {
      label: text('竣工', 'Complete'),
      from: ['started', 'building'],
      to: 'completed',
      rights: [...officers],
      requires: ['completed_on'],
    },
    produce: {
      label: text('投产', 'Begin production'),
      from: ['completed'],
      to: 'producing',
      rights: [...officers],
      requires: ['produced_on'],
    },
    reach_capacity: {
      label: text('达效', 'Reach full capacity'),
      from: ['producing'],
      to: 'full',
      rights: [...officers],
      requires: ['full_on'],
    },
    suspend: {
      label: text('停工', 'Suspend'),
      from: ['started', 'building'],
      to: 'suspended',
      rights: [...deciders],
      reason: 'required',
      // Else the second resumption would keep the day of the first.
      clears: ['resumed_on'],
    },
    resume: {
      label: text('复工', 'Resume'),
      from: ['suspended'],
      to: 'building',
      rights: [...deciders],
      reason: 'required',
      requires: ['resumed_on'],
    },
    withdraw: {
      label: text('退库', 'Withdraw'),
      from: ['reserve', 'signed', 'preliminary', 'suspended'],
      to: 'withdrawn',
      rights: [...deciders],
      reason: 'required',
      confirm: text(
        '退库后不再调度，可凭理由恢复。退库吗？',
        'A withdrawn project is followed no more until it is restored. Withdraw it?',
      ),
    },
    restore: {
      label: text('恢复入库', 'Restore'),
      from: ['withdrawn'],
      to: 'reserve',
      rights: [...deciders],
      reason: 'required',
    },
  },
})
