import { FUNCTIONS } from '#engine/formula/functions'
import { text, type Text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'

const words = {
  function: text('函数', 'Function'),
  aliases: text('中文名', 'Chinese name'),
  meaning: text('含义', 'Meaning'),
  form: text('写法', 'How to write'),
}

/** The rest of the language: what is no function. */
const forms: readonly (readonly [string, Text])[] = [
  [
    '[利润总额] / 营业收入',
    text(
      '用中文名、英文名或代码；名称含空格或标点时加方括号',
      'By Chinese name, English name or code; in brackets when it holds spaces or marks',
    ),
  ],
  ['+ − × ÷ ( )', text('加减乘除与括号，也可写 * /', 'The four operations and brackets; * and / will do')],
  [
    '8%　100亿元',
    text('数字可带单位；与比率比较时必须带', 'Numbers may carry a unit; beside a rate they must'),
  ],
  ['if(增速 >= 8%, 1, 0)', text('比较只用在 if 里：< ≤ > ≥ = ≠', 'Comparisons only inside if: < ≤ > ≥ = ≠')],
  [
    'yoy(ytd(营业收入))',
    text('函数可以套用，时间或层级最多两层', 'Functions may be nested, two steps in time or tree at most'),
  ],
  [
    '—',
    text(
      '参与计算的数未知或除数为零时，结果未知并写明原因',
      'An unknown figure or a zero divisor gives an unknown result, with the reason',
    ),
  ],
]

/** How formulas are written, and every function with what it does when figures are missing. */
export function FormulaLanguage() {
  const { t } = useLanguage()
  return (
    <>
      <div className="report-scroll">
        <table className="report-table">
          <thead>
            <tr>
              <th scope="col">{t(words.form)}</th>
              <th scope="col">{t(words.meaning)}</th>
            </tr>
          </thead>
          <tbody>
            {forms.map(([form, meaning]) => (
              <tr key={form}>
                <th scope="row">
                  <code>{form}</code>
                </th>
                <td>{t(meaning)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="report-scroll">
        <table className="report-table">
          <thead>
            <tr>
              <th scope="col">{t(words.function)}</th>
              <th scope="col">{t(words.aliases)}</th>
              <th scope="col">{t(words.meaning)}</th>
            </tr>
          </thead>
          <tbody>
            {Object.entries(FUNCTIONS).map(([name, { aliases, meaning }]) => (
              <tr key={name}>
                <th scope="row">
                  <code>{name}</code>
                </th>
                <td>{aliases.join('、')}</td>
                <td>{t(meaning)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
