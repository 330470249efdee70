import { text, type Text } from '#engine/result/result'

/** What a password must be (GB/T 22239 level 3: complexity and periodic change). */
export interface PasswordPolicy {
  /** Least characters. */
  readonly least: number
  /** Days after which it must be changed; 0: never. */
  readonly days: number
}

/** How many of the four kinds of characters a password needs, and how many passwords may not come back. */
export const kindsNeeded = 3
export const remembered = 5

/** Longer input is refused before it is hashed: hashing megabytes is a way to stop a server. */
const most = 128

export interface PasswordFault {
  readonly code: 'too_short' | 'too_long' | 'too_few_kinds' | 'too_plain' | 'too_common' | 'holds_name'
  readonly says: Text
}

const kinds: readonly RegExp[] = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u]

/** Words that guessers try first, here and elsewhere; what is added around them does not make them better. */
const common = new Set(
  `password passwd admin administrator qwerty qwertyuiop asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc letmein welcome
  iloveyou monkey dragon sunshine princess football baseball master superman batman trustno shadow michael login guest
  root toor test user abc abcd abcde abcdef abcdefg a aa aaa changeme default secret hello woaini woaiwojia wodemima mima
  nihao zhongguo china beijing shanghai gaoxin gaoxinqu guanweihui yuanqu yipanqi guanliyuan xitong tongji zhengfu`
    .split(/\s+/)
    .filter(Boolean),
)

const disguises: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '0': 'o',
  '3': 'e',
  $: 's',
  '5': 's',
}

/** P@ssw0rd-2026 → password: disguises undone, digits and signs around it left out. */
function barePart(password: string, disguised: boolean): string {
  const lower = password.toLowerCase()
  const inner = lower.replace(/[^a-z]+$/, '')
  const plain = disguised ? inner.replace(/[@403$5]/g, (sign) => disguises[sign] ?? sign) : inner
  return plain.replace(/[^a-z]/g, '')
}

/** Runs of neighbours (1234, abcd, 4321) and repeats are counted as one character each. */
function steps(password: string): number {
  let count = 1
  for (let index = 1; index < password.length; index++) {
    const step = password.charCodeAt(index) - password.charCodeAt(index - 1)
    if (Math.abs(step) > 1) count += 1
  }
  return count
}

const holds = (password: string, name: string) =>
  name.length >= 3 && password.toLowerCase().includes(name.toLowerCase())

const words: Readonly<Record<PasswordFault['code'], (policy: PasswordPolicy) => Text>> = {
  too_short: ({ least }) => text(`至少 ${least} 位`, `needs at least ${least} characters`),
  too_long: () => text(`至多 ${most} 位`, `has more than ${most} characters`),
  too_few_kinds: () =>
    text(
      '大写字母、小写字母、数字、符号中至少三种',
      'needs three of: capital letters, small letters, digits, signs',
    ),
  too_plain: () => text('重复或连续的字符太多', 'repeats itself or runs along the alphabet'),
  too_common: () => text('太常见，容易被猜到', 'is among the first that guessers try'),
  holds_name: () => text('不能包含账号名或姓名', 'must not contain the account or the name'),
}

/** Everything that stands against a new password; `names`: account and names of the person. Empty when it may stand. */
export function passwordFaults(
  password: string,
  given: { readonly policy: PasswordPolicy; readonly names: readonly string[] },
): PasswordFault[] {
  const length = [...password].length
  const found: Readonly<Record<PasswordFault['code'], boolean>> = {
    too_short: length < given.policy.least,
    too_long: length > most,
    too_few_kinds: kinds.filter((kind) => kind.test(password)).length < kindsNeeded,
    too_plain: steps(password) < Math.min(6, given.policy.least / 2),
    too_common: common.has(barePart(password, true)) || common.has(barePart(password, false)),
    holds_name: given.names.some((name) => name.split(/\s+/).some((part) => holds(password, part))),
  }
  const codes = Object.keys(words) as PasswordFault['code'][]
  return codes.filter((code) => found[code]).map((code) => ({ code, says: words[code](given.policy) }))
}
