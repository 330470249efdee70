import { text } from '#engine/result/result'
import type { LampTable } from '#engine/lamps/lamp-table'

/** Said of a stretch that a source gives no lamp to: the reading is ours, and it is told beside the lamp. */
const UNNAMED = text('文件未列此段，按绿灯处理', 'the source names no lamp here; read as green')

/**
 * Yinchuan 2025 (https://m.qlbk.net/news/3Ww4l7bw75.html). Every rule holds "without good reason" (无正当理由). The source
 * leaves open: less than 10 points behind, the second month without a start, the first month after it.
 */
export const YINCHUAN_2025: LampTable = {
  code: 'yinchuan_2025',
  name: text('银川市2025年', 'Yinchuan 2025'),
  rules: {
    start: {
      measure: 'months_running',
      isExemptible: true,
      bands: [
        { colour: 'green', atMost: '0' },
        { colour: 'yellow', atLeast: '1', atMost: '1' },
        {
          colour: 'yellow',
          atLeast: '2',
          atMost: '2',
          note: text(
            '文件未列第2个月，仍按黄灯处理',
            'the source does not name the second month; still read as yellow',
          ),
        },
        { colour: 'red', atLeast: '3' },
      ],
    },
    progress: {
      measure: 'points_behind',
      isExemptible: true,
      bands: [
        { colour: 'green', atMost: '0' },
        { colour: 'green', above: '0', below: '10', note: UNNAMED },
        { colour: 'yellow', atLeast: '10', atMost: '30' },
        { colour: 'red', above: '30' },
      ],
    },
    money: {
      measure: 'paid_ratio',
      isExemptible: true,
      bands: [
        { colour: 'red', below: '100' },
        { colour: 'green', atLeast: '100' },
      ],
    },
    entry: {
      measure: 'months_since',
      isExemptible: true,
      bands: [
        { colour: 'green', atMost: '1', note: UNNAMED },
        { colour: 'yellow', above: '1', atMost: '2' },
        { colour: 'red', above: '2' },
      ],
    },
  },
  followUp: {
    green: text('保护支持', 'protect and support'),
    yellow: text('责任单位集中力量推进', 'the responsible unit concentrates its effort'),
    red: text(
      '重点督办：定时间表、路线图、责任人，发督办函',
      'key supervision: timetable, route map, responsible person, letter of supervision',
    ),
  },
}

/** Wuhan (http://gxhyy.yfsoft.com.cn/25400.html): completion against time progress; only yellow and red are named. */
export const WUHAN: LampTable = {
  code: 'wuhan',
  name: text('武汉市', 'Wuhan'),
  rules: {
    progress: {
      measure: 'pace_ratio',
      isExemptible: false,
      bands: [
        { colour: 'red', below: '60' },
        { colour: 'yellow', atLeast: '60', below: '80' },
        { colour: 'green', atLeast: '80', note: UNNAMED },
      ],
    },
  },
}

/** A construction firm's node warning (https://chaoliangfan.com/shenghuo/xinli/mq03dk.html). */
export const CONSTRUCTION_FIRM: LampTable = {
  code: 'construction_firm',
  name: text('施工企业节点预警', 'Node warning of a construction firm'),
  rules: {
    node: {
      measure: 'days_late',
      isExemptible: false,
      bands: [
        { colour: 'green', atMost: '0', note: UNNAMED },
        { colour: 'yellow', atLeast: '1', atMost: '7' },
        { colour: 'orange', above: '7', below: '15' },
        { colour: 'red', atLeast: '15' },
      ],
    },
  },
}

/** The tables that are shipped; a zone takes one and changes it. */
export const LAMP_PRESETS: readonly LampTable[] = [YINCHUAN_2025, WUHAN, CONSTRUCTION_FIRM]
