import { chineseDay } from './report-sentences'
import { body, plain, signature, subtitle, title, wordFile } from './word-kit'
import type { WordLetter } from './word-letter'

type Language = 'zh' | 'en'

/** How a letter speaks, by language. */
function sentences(letter: WordLetter, language: Language) {
  const day = (date: string) => (language === 'zh' ? chineseDay(date) : date)
  const number = letter.number ?? (language === 'zh' ? '（拟稿，未编号）' : '(draft, not numbered)')
  if (language === 'en')
    return {
      title: `${letter.zone.en} · ${letter.kind.en}`,
      number,
      to: `${letter.organ.en}:`,
      about: `This concerns the project ${letter.project}: ${letter.blocker}.`,
      asked: letter.asked,
      until: `Please answer in writing by ${letter.answer_by}.`,
      signer: letter.signed_by ? `Signed: ${letter.signed_by.en}` : '',
      day: letter.issued_on ?? '',
    }
  return {
    title: `${letter.zone.zh}${letter.kind.zh}`,
    number,
    to: `${letter.organ.zh}：`,
    about: `经调度，“${letter.project}”项目存在以下问题：${letter.blocker}。`,
    asked: letter.asked,
    until: `请于${day(letter.answer_by)}前办结，并书面反馈办理结果。`,
    signer: letter.signed_by ? `签发：${letter.signed_by.zh}` : '',
    day: letter.issued_on === null ? '' : day(letter.issued_on),
  }
}

/** A letter as it is printed and sent. */
export async function letterDocument(letter: WordLetter, language: Language) {
  const says = sentences(letter, language)
  const sample = letter.sample ? (language === 'zh' ? '示范数据，非真实情况' : 'Sample, made up') : ''
  const bytes = await wordFile({
    title: says.title,
    header: [letter.zone[language], sample].filter(Boolean).join(' · '),
    children: [
      title(says.title),
      subtitle(says.number),
      plain(says.to),
      body(says.about),
      ...(letter.details === null ? [] : [body(letter.details)]),
      ...says.asked.split('\n').map(body),
      body(says.until),
      plain(''),
      ...(says.signer ? [signature(says.signer)] : []),
      signature(letter.zone[language]),
      ...(says.day ? [signature(says.day, 2)] : []),
    ],
  })
  return { name: `${letter.number ?? letter.kind[language]} ${letter.subject}`, bytes }
}
