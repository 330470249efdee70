import { readFileSync } from 'node:fs'
import { relative } from 'node:path'

/** A row of docs/guarantees.md: number, promise, `file` › name of the test. */
const row = /^\| (\d+) \| (.+) \| `([^`]+)` › (.+) \|$/gm

/** A test's name with %s for what it is repeated over → the names it runs under. */
const named = (name) =>
  new RegExp(
    `^${name
      .split('%s')
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.+')}$`,
  )

/**
 * The promises of docs/guarantees.md whose test is not there, did not run or did not pass, by the report of a whole test
 * run; and how many promises there are.
 */
export function guarantees(report) {
  const files = new Map(
    report.testResults.map(({ name, assertionResults }) => [relative('.', name), assertionResults]),
  )
  const promises = [...readFileSync('docs/guarantees.md', 'utf8').matchAll(row)]
  const broken = promises.flatMap(([, number, promise, file, test]) => {
    const tests = (files.get(file) ?? []).filter(({ title }) => named(test).test(title))
    const failed = tests.filter(({ status }) => status !== 'passed')
    if (tests.length > 0 && failed.length === 0) return []
    const why =
      tests.length === 0 ? 'no such test has run' : `${failed.length} of ${tests.length} did not pass`
    return [`${number} ${promise}: ${file} › ${test}: ${why}`]
  })
  return { count: promises.length, broken }
}
