import { Alert, Button } from 'antd'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import type { GridLine } from '#modules/indicators/contract'
import { entryKey } from './entry-book'
import type { EntryBook } from './use-entry-book'

const words = {
  title: text('有人同时修改了这些格，请逐格选择', 'Somebody has changed the same cells: choose for each'),
  says: text('其余内容已照常保存。', 'Everything else has been saved.'),
  cell: text('数据', 'Cell'),
  mine: text('您填的', 'Yours'),
  theirs: text('对方已保存', 'Saved by the other'),
  keepMine: text('用我的', 'Keep mine'),
  keepTheirs: text('用对方的', 'Take theirs'),
  explanation: text('说明', 'explanation'),
  empty: text('（空）', '(empty)'),
}

/** Where two people have filled in one cell: nothing is overwritten until somebody has chosen. */
export function ConflictNote({
  book,
  lines,
}: {
  readonly book: EntryBook
  readonly lines: readonly GridLine[]
}) {
  const { t } = useLanguage()
  if (book.conflicts.length === 0) return null
  const rows = lines.flatMap((line) =>
    (['value', 'explanation'] as const)
      .map((field) => ({ line, field, key: entryKey(line.indicator.code, field) }))
      .filter(({ key }) => book.conflicts.includes(key)),
  )
  const shown = (given: string | undefined) => given || t(words.empty)
  const table = (
    <>
      <p>{t(words.says)}</p>
      <table className="grid-conflicts">
        <thead>
          <tr>
            <th scope="col">{t(words.cell)}</th>
            <th scope="col">{t(words.mine)}</th>
            <th scope="col">{t(words.theirs)}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map(({ line, field, key }) => (
            <tr key={key}>
              <th scope="row">
                {t(line.indicator.name)}
                {field === 'explanation' && ` · ${t(words.explanation)}`}
              </th>
              <td>{shown(book.entries[key]?.text)}</td>
              <td>{shown(book.stored.get(key))}</td>
              <td>
                <Button size="small" onClick={() => book.settle(key, 'mine')}>
                  {t(words.keepMine)}
                </Button>{' '}
                <Button size="small" onClick={() => book.settle(key, 'theirs')}>
                  {t(words.keepTheirs)}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
  return <Alert className="grid-bar" type="warning" showIcon title={t(words.title)} description={table} />
}
