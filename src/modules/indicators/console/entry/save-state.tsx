import { text, type Text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import type { Autosave, SaveState } from './use-autosave'

const looks: Readonly<Record<SaveState, { readonly mark: string; readonly word: Text }>> = {
  saved: { mark: '●', word: text('已保存', 'Saved') },
  pending: { mark: '○', word: text('等待保存', 'About to save') },
  saving: { mark: '◆', word: text('正在保存…', 'Saving…') },
  offline: {
    mark: '▲',
    word: text(
      '暂时连不上服务器，已存在本机，恢复后自动保存',
      'Server away: kept on this computer, saved when it is back',
    ),
  },
  refused: { mark: '■', word: text('没有保存', 'Not saved') },
}

const unreadable = (count: number) =>
  text(
    `${count} 格不是数字，已存在本机，改正后保存`,
    `${count} cells are no numbers: kept here, saved once mended`,
  )

const undecided = (count: number) =>
  text(`${count} 格待选择，未保存`, `${count} cells await your choice: not saved`)

const stuckWords = (save: Autosave): Text =>
  save.unreadable > 0 ? unreadable(save.unreadable) : undecided(save.undecided)

/** Whether everything typed is on the server. */
export function SaveStateMark({ save }: { readonly save: Autosave }) {
  const { t } = useLanguage()
  const stuck = save.state === 'saved' && save.unreadable + save.undecided > 0
  const { mark, word } = looks[stuck ? 'refused' : save.state]
  return (
    <span className="save-state" data-state={stuck ? 'refused' : save.state} role="status">
      <i aria-hidden="true">{mark}</i>
      {stuck ? t(stuckWords(save)) : t(word)}
    </span>
  )
}
