const letters = 'abcdefghjklmnopqrstwxyz'
/** The first character of each letter in pinyin order; a character belongs to the last one not after it. */
const firsts = [...'阿八嚓哒妸发旮哈讥咔垃痳拏噢妑七呥扨它穵夕丫帀']
const order = new Intl.Collator('zh-Hans-CN-u-co-pinyin')
const han = /\p{Script=Han}/u

function initial(character: string): string {
  if (!han.test(character)) return /[\p{L}\p{N}]/u.test(character) ? character.toLowerCase() : ''
  let letter = ''
  for (const [index, first] of firsts.entries())
    if (order.compare(first, character) <= 0) letter = letters[index] ?? ''
  return letter
}

/** 兰州高新区 → lzgxq. Taken from the browser's own collation, so that no dictionary has to be downloaded. */
export const pinyinInitials = (name: string): string => [...name].map(initial).join('')
