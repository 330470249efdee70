// What the tests need besides Node: PostgreSQL and Chromium. Found, or installed where this machine allows it.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const works = (command, args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0

const debianFolders = () =>
  existsSync('/usr/lib/postgresql')
    ? readdirSync('/usr/lib/postgresql')
        .toSorted()
        .toReversed()
        .map((version) => join('/usr/lib/postgresql', version, 'bin'))
    : []

/** What one may say is missing, to see what a run says then: it is not installed either. */
const saidMissing = {
  postgresql: () => Boolean(process.env.YIPANQI_TEST_NO_POSTGRES),
  chromium: () => Boolean(process.env.YIPANQI_TEST_NO_CHROMIUM),
}

/** The folder with initdb and postgres, '' when they are on the PATH, undefined when there is none. */
export function postgresFolder() {
  if (saidMissing.postgresql()) return undefined
  if (works('initdb', ['--version']) && works('postgres', ['--version'])) return ''
  return debianFolders().find((folder) => existsSync(join(folder, 'initdb')))
}

export function chromiumPath() {
  if (saidMissing.chromium()) return undefined
  return ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
    existsSync(path),
  )
}

/** A Debian root can install what is missing; elsewhere the caller says what was not run and how to get it. */
export function installMissing(absent) {
  const packages = absent.filter((name) => !saidMissing[name]())
  const isRoot = process.getuid?.() === 0
  if (packages.length === 0 || !isRoot || !existsSync('/usr/bin/apt-get')) return
  console.error(`安装测试所需 · installing for the tests: ${packages.join(', ')} …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env })
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  })
}
