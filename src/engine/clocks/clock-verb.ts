/**
 * What can be done to a clock, in the words of FACTS §3.2: 受理 starts it, a special procedure (特别程序) pauses and
 * resumes it, 延长审批 extends it, 办结 stops it, a reissue after return restarts it from a new day.
 */
export type ClockVerb = 'start' | 'pause' | 'resume' | 'extend' | 'stop' | 'restart'
