import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fail, ok, type Result } from '#engine/result/result'

/** The folder is in use by this process. */
export interface FolderInUse {
  readonly process: number
  readonly file: string
}

function isRunning(process_: number): boolean {
  try {
    process.kill(process_, 0)
    return true
  } catch (error) {
    // EPERM: it runs, but belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function holder(file: string): Promise<number | undefined> {
  const process_ = Number(await readFile(file, 'utf8').catch(() => ''))
  return Number.isInteger(process_) && process_ > 0 && isRunning(process_) ? process_ : undefined
}

/**
 * Takes the folder for this process, or tells which one has it. PGlite takes no lock of its own, and two processes on
 * one folder corrupt it. A lock left by a process that has died is taken over. Returns the function that gives it up.
 */
export async function lockFolder(folder: string): Promise<Result<() => Promise<void>, FolderInUse>> {
  await mkdir(folder, { recursive: true })
  const file = join(folder, 'in-use-by')
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      await writeFile(file, String(process.pid), { flag: 'wx' })
      return ok(() => rm(file, { force: true }))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const other = await holder(file)
      if (other !== undefined && other !== process.pid) return fail({ process: other, file })
      if (other === process.pid) return fail({ process: other, file })
      await rm(file, { force: true })
    }
  }
  return fail({ process: (await holder(file)) ?? 0, file })
}
