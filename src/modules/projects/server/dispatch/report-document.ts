import type { Language } from '#engine/quantity/format-quantity'
import { text, type Text } from '#engine/result/result'
import type {
  DispatchFigureName,
  DispatchFigures,
  DispatchGroup,
  DispatchReport,
  Named,
} from '../../dispatch-contract'
import {
  change,
  comparedNames,
  figureNumber,
  figureWords,
  moneyNumber,
  nothingKept,
} from '../../domain/dispatch/figure-words'
import { monthWords, movement, overview } from './report-sentences'
import { body, heading, note, subtitle, table, title, wordFile } from './word-kit'

type Block = ReturnType<typeof body> | ReturnType<typeof table>

/** A section: its title, and what stands in it; empty ones say that there is nothing. */
interface Section {
  readonly title: Text
  readonly blocks: readonly Block[]
}

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']

interface Ground {
  readonly report: DispatchReport
  readonly language: Language
  readonly t: (words: Text) => string
}

const words = {
  unit: text('单位', 'Unit'),
  category: text('类别', 'Category'),
  project: text('项目', 'Project'),
  none: text('本月无。', 'None this month.'),
  month: text('本月', 'The month'),
  before: text('上月', 'Month before'),
  moved: text('增减', 'Change'),
  figure: text('指标', 'Figure'),
}

const name = (named: Named, language: Language) => named?.[language] ?? '—'

const groupColumns: readonly DispatchFigureName[] = [
  'projects',
  'annual_plan',
  'invested_month',
  'invested_year',
  'percent',
  'ahead',
]

function groupTable(groups: readonly DispatchGroup[], head: Text, { report, language, t }: Ground): Block {
  const row = (label: string, figures: DispatchFigures) => [
    label,
    ...groupColumns.map((column) => figureNumber(column, figures[column], language)),
  ]
  return table(
    [
      { head: t(head), wide: 24 },
      ...groupColumns.map((column) => ({ head: t(figureWords[column].label), wide: 13, number: true })),
    ],
    [
      ...groups.map(({ label, figures }) => row(t(label), figures)),
      row(language === 'zh' ? '合计' : 'Total', report.figures),
    ],
  )
}

const moneyUnit = text(
  '注：投资单位为亿元，“—”为未知；“比时间进度”单位为个百分点。',
  'Money in 100m yuan; — is not known; against time progress in points.',
)

function listTable(names: DispatchFigureName, { report, language, t }: Ground): Block[] {
  const { of } = report.figures[names]
  if (of.length === 0) return []
  const label = t(figureWords[names].label)
  const listed = of.flatMap((place) => report.projects[place] ?? [])
  const shown = listed.map((one) =>
    one.left_reason && names === 'left_month' ? `${one.name}（${one.left_reason}）` : one.name,
  )
  return [body(`${label}：${shown.join(language === 'zh' ? '、' : ', ')}${language === 'zh' ? '。' : '.'}`)]
}

const movedNames: readonly DispatchFigureName[] = [
  'started_month',
  'entered_month',
  'not_entered',
  'completed_month',
  'produced_month',
  'listed_month',
  'left_month',
]

function comparison({ report, language, t }: Ground): Block[] {
  const { figures, previous } = report
  if (!previous)
    return [
      body(t(text('上月属上一年度清单，不作比较。', 'The month before belongs to another year’s list.'))),
    ]
  const rows = comparedNames.map((one) => {
    const moved = change(figures[one], previous[one])
    return [
      t(figureWords[one].label),
      figureNumber(one, figures[one], language),
      figureNumber(one, previous[one], language),
      figureNumber(one, { ...figures[one], value: moved }, language),
    ]
  })
  const column = (head: Text) => ({ head: t(head), wide: 22, number: true })
  return [
    table(
      [{ head: t(words.figure), wide: 34 }, ...[words.month, words.before, words.moved].map(column)],
      rows,
    ),
  ]
}

function blockers({ report, language, t }: Ground): Block[] {
  const { blockers: open } = report
  const late = open.filter(({ overdue }) => overdue).length
  const head = body(
    t(
      text(
        `截至${report.as_of}，未销号堵点${open.length}个，其中逾期${late}个。`,
        `On ${report.as_of}, ${open.length} blockers are open, ${late} of them overdue.`,
      ),
    ),
  )
  if (open.length === 0) return [head]
  const columns = [
    { head: t(words.project), wide: 24 },
    { head: t(text('问题', 'Problem')), wide: 30 },
    { head: t(text('层级', 'Level')), wide: 10 },
    { head: t(text('责任单位、责任人', 'In charge')), wide: 18 },
    { head: t(text('期限', 'Due')), wide: 18 },
  ]
  const due = (days: number | null, overdue: boolean) => {
    if (days === null) return t(text('未交办', 'not assigned'))
    return overdue
      ? t(text(`逾期${days}天`, `${days} days late`))
      : t(text(`还有${-days}天`, `${-days} days left`))
  }
  return [
    head,
    table(
      columns,
      open.map((one) => [
        one.project_name,
        [one.subject, ...one.letters].join('\n'),
        t(one.level_label),
        `${name(one.organ, language)}\n${name(one.handler, language)}`,
        [one.due_on ?? '', due(one.days_late, one.overdue)].filter(Boolean).join('\n'),
      ]),
    ),
  ]
}

function redList({ report, language, t }: Ground): Block[] {
  const { red, yellow } = report
  const head = body(
    t(
      text(
        `亮红灯项目${red.length}个，另有黄灯项目${yellow.length}个。`,
        `${red.length} projects have a red lamp; ${yellow.length} more have a yellow one.`,
      ),
    ),
  )
  if (red.length === 0) return [head]
  const columns = [
    { head: t(words.project), wide: 30 },
    { head: t(text('亮灯原因', 'Why')), wide: 50 },
    { head: t(text('责任人', 'Officer')), wide: 20 },
  ]
  const rows = red.map(({ project, lamps }) => {
    const one = report.projects[project]
    const people = [one?.officer, one?.leader].map((named) => name(named ?? null, language))
    return [
      one?.name ?? '',
      lamps.map(({ dimension, says }) => `${t(dimension)}：${t(says)}`).join('\n'),
      people.join('\n'),
    ]
  })
  return [head, table(columns, rows)]
}

function nextSteps({ report, t }: Ground): Block[] {
  if (report.next.length === 0) return []
  return [
    table(
      [
        { head: t(words.project), wide: 26 },
        { head: t(text('下月计划', 'Next month')), wide: 40 },
        { head: t(text('需协调事项', 'What is asked for')), wide: 34 },
      ],
      report.next.map(({ project, next_month, requests }) => [
        report.projects[project]?.name ?? '',
        next_month ?? '—',
        requests ?? '—',
      ]),
    ),
  ]
}

function corrections({ report, language, t }: Ground): Block[] {
  if (report.corrections.length === 0) return []
  return [
    table(
      [
        { head: t(words.project), wide: 24 },
        { head: t(text('月份', 'Month')), wide: 14 },
        { head: t(text('更正前', 'Before')), wide: 12, number: true },
        { head: t(text('更正后', 'After')), wide: 12, number: true },
        { head: t(text('理由', 'Why')), wide: 24 },
        { head: t(text('允许人', 'Allowed by')), wide: 14 },
      ],
      report.corrections.map((one) => [
        report.projects[one.project]?.name ?? '',
        monthWords(one.month, language),
        moneyNumber(one.before, language),
        one.open ? t(text('更正中', 'under way')) : moneyNumber(one.now, language),
        one.reason ?? '—',
        name(one.by, language),
      ]),
    ),
  ]
}

function sectionsOf(ground: Ground): Section[] {
  const { report, language, t } = ground
  return [
    { title: text('总体情况', 'Overview'), blocks: [body(overview(report, language))] },
    {
      title: text('开工、入库、竣工与清单进出', 'Starts, entries, completions, the list'),
      blocks: [body(movement(report, language)), ...movedNames.flatMap((one) => listTable(one, ground))],
    },
    {
      title: text('分园区情况', 'By park'),
      blocks: [groupTable(report.by_park, words.unit, ground), note(t(moneyUnit))],
    },
    {
      title: text('分类别情况', 'By category'),
      blocks: [groupTable(report.by_category, words.category, ground), note(t(moneyUnit))],
    },
    { title: text('与上月比较', 'Against the month before'), blocks: comparison(ground) },
    { title: text('红灯项目', 'Red list'), blocks: redList(ground) },
    { title: text('堵点问题', 'Blockers'), blocks: blockers(ground) },
    { title: text('下月计划与需协调事项', 'Next month and what is asked for'), blocks: nextSteps(ground) },
    { title: text('更正情况', 'Corrections'), blocks: corrections(ground) },
  ]
}

/** The report as Word: every section computed, an empty one says so. */
export async function reportDocument(report: DispatchReport, language: Language) {
  const t = (given: Text) => given[language]
  const month = monthWords(report.month, language)
  const called =
    language === 'zh'
      ? `${report.unit_name.zh}${month}重大项目调度报告`
      : `${report.unit_name.en}: dispatch report of ${month}`
  const sections = sectionsOf({ report, language, t })
  const isClosed = report.dispatch?.state === 'closed'
  const state = isClosed ? text('已冻结', 'closed') : text('未冻结', 'not closed')
  const sample = report.sample ? ` · ${t(text('示范数据，非真实情况', 'sample, made up'))}` : ''
  const bytes = await wordFile({
    title: called,
    header: `${called}${sample}`,
    children: [
      title(called),
      subtitle(`${language === 'zh' ? '数据截至' : 'As of'} ${report.as_of} · ${t(state)}`),
      ...(isClosed && !report.as_kept ? [note(t(nothingKept))] : []),
      ...sections.flatMap((section, index) => [
        heading(
          language === 'zh' ? `${numerals[index]}、${section.title.zh}` : `${index + 1}. ${section.title.en}`,
        ),
        ...(section.blocks.length > 0 ? section.blocks : [body(t(words.none))]),
      ]),
    ],
  })
  return { name: called, bytes }
}
