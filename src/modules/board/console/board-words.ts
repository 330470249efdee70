import { text } from '#engine/result/result'
import { mostFiguresCounted } from '../contract'

/** Words that several parts of the board share. */
export const boardWords = {
  board: text('看板', 'Board'),
  none: text(
    '尚无公开数据。公布或填报后，数据将列在这里。',
    'Nothing has been published yet. What is published or reported will stand here.',
  ),
  noneOfPark: text(
    '本园区尚无公开数据。公布或填报后，数据将列在这里。',
    'Nothing has been published of this park yet. What is published or reported will stand here.',
  ),
  unit: text('单位', 'Unit'),
  indicator: text('指标', 'Indicator'),
  value: text('数值', 'Value'),
  period: text('期间', 'Period'),
  standing: text('状态', 'Standing'),
  asTable: text('看表格', 'As a table'),
  asMap: text('看图', 'As a map'),
  asCards: text('看卡片', 'As cards'),
  notJudged: text('未评', 'Not judged'),
  target: text('目标', 'Target'),
  completion: text('完成', 'Done'),
  yoy: text('同比', 'Year on year'),
  place: text('名次', 'Place'),
}

/** Without a target there is nothing to judge by: that is not the same as not knowing. */
export const standingWord = (standing: string) =>
  standing === 'unknown' ? { word: boardWords.notJudged } : {}

export const countWords = (count: number) =>
  count === 0
    ? text('暂无数据', 'No figures yet')
    : count >= mostFiguresCounted
      ? text(`${count} 项以上数据`, `${count} figures or more`)
      : text(`${count} 项数据`, count === 1 ? '1 figure' : `${count} figures`)
