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

/** What the test runner calls a test that its own file has left out. */
const skipped = ['skipped', 'pending']

/**
 * The promises of docs/guarantees.md whose test is not there or did not pass, by the report of a whole test run; those
 * that need what this machine lacks (PostgreSQL, a disk to mount); and how many promises there are.
 */
export function guarantees(report) {
  const files = new Map(
    report.testResults.map(({ name, assertionResults }) => [relative('.', name), assertionResults]),
  )
  const promises = [...readFileSync('docs/guarantees.md', 'utf8').matchAll(row)]
  const [broken, notRun] = [[], []]
  for (const [, number, promise, file, test] of promises) {
    const tests = (files.get(file) ?? []).filter(({ title }) => named(test).test(title))
    const failed = tests.filter(({ status }) => !['passed', ...skipped].includes(status))
    const told = `${number} ${promise}: ${file} › ${test}`
    if (tests.length === 0) broken.push(`${told}: no such test has run`)
    else if (failed.length > 0) broken.push(`${told}: ${failed.length} of ${tests.length} did not pass`)
    else if (tests.every(({ status }) => status !== 'passed')) notRun.push(told)
  }
  return { count: promises.length, broken, notRun }
}
