import type { Term } from '#glossary/term'

export const clocksTerms = [
  {
    id: 'clock',
    zh: '计时',
    en: 'clock',
    meaning: {
      zh: '一个时限的走动：起算、中止、恢复、延期、停止。',
      en: 'A limit as it runs: started, paused, resumed, extended, stopped.',
    },
    avoid: ['timer'],
  },
  {
    id: 'limit',
    zh: '时限',
    en: 'limit',
    meaning: { zh: '办一件事允许的时间。', en: 'The time allowed for something.' },
  },
  {
    id: 'promised_limit',
    zh: '承诺时限',
    en: 'promised limit',
    meaning: {
      zh: '部门自己承诺的时限，不长于法定时限。',
      en: 'The limit an organ promises; never longer than the statutory one.',
    },
  },
  {
    id: 'statutory_limit',
    zh: '法定时限',
    en: 'statutory limit',
    meaning: { zh: '法律规定的时限。', en: 'The limit set by law.' },
  },
  {
    id: 'due_date',
    zh: '到期日',
    en: 'due date',
    meaning: { zh: '在时限内的最后一天。', en: 'The last day that is in time.' },
    avoid: ['deadline day'],
  },
  {
    id: 'working_day',
    zh: '工作日',
    en: 'working day',
    meaning: {
      zh: '按国务院办公厅安排，含调休上班的周末。',
      en: "A day that is worked by the State Council's calendar, worked weekends included.",
    },
    avoid: ['business day'],
  },
  {
    id: 'calendar_day',
    zh: '日历日',
    en: 'calendar day',
    meaning: { zh: '日历上的每一天，含节假日。', en: 'Any day of the calendar, holidays included.' },
    avoid: ['natural day'],
  },
  { id: 'holiday', zh: '放假日', en: 'holiday' },
  {
    id: 'makeup_workday',
    zh: '调休上班日',
    en: 'make-up working day',
    meaning: { zh: '为连休而上班的周末。', en: 'A weekend day that is worked to make a longer holiday.' },
  },
  {
    id: 'cut_off_hour',
    zh: '截止钟点',
    en: 'cut-off hour',
    meaning: { zh: '此后收到的算下一个工作日。', en: 'What comes later counts as the next working day.' },
  },
  {
    id: 'pause',
    zh: '中止',
    en: 'pause',
    meaning: { zh: '特别程序期间不计时。', en: 'The limit stands still, as during a special procedure.' },
    avoid: ['suspend'],
  },
  { id: 'resume', zh: '恢复计时', en: 'resume' },
  {
    id: 'extend',
    zh: '延期',
    en: 'extend',
    meaning: { zh: '经批准把到期日后移。', en: 'Moving the due date later, with approval.' },
  },
  {
    id: 'special_procedure',
    zh: '特别程序',
    en: 'special procedure',
    meaning: {
      zh: '听证、检验、专家评审等不计入时限的程序。',
      en: 'Hearing, test, expert review and the like, which do not count towards the limit.',
    },
  },
  { id: 'early_warning', zh: '预警', en: 'early warning' },
  {
    id: 'watch',
    zh: '临期',
    en: 'due soon',
    meaning: { zh: '剩余时间不多（黄灯）。', en: 'Little time is left (yellow).' },
  },
  {
    id: 'late',
    zh: '超期',
    en: 'late',
    meaning: { zh: '过了承诺时限（红灯）。', en: 'The promised limit has passed (red).' },
  },
  {
    id: 'overdue_statutory',
    zh: '超法定时限',
    en: 'past the statutory limit',
    meaning: {
      zh: '过了法律规定的时限，须升级处理。',
      en: 'The limit of the law has passed; it goes one level up.',
    },
  },
  { id: 'escalate', zh: '提级', en: 'escalate' },
  {
    id: 'lamp',
    zh: '红黄绿灯',
    en: 'lamp',
    meaning: { zh: '按规则给出的进度状态。', en: 'The state given by a rule: green, yellow or red.' },
    avoid: ['traffic light'],
  },
] as const satisfies readonly Term[]
