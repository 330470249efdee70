import { existsSync } from 'node:fs'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Lies beside a folder as long as its cluster is being unpacked: what is found with it is a torso. */
const makingMark = (folder: string): string => `${folder}.making`

/** Whether an embedded database lies there, whole; one whose making was broken off does not. */
export const isMade = (folder: string): boolean =>
  existsSync(join(folder, 'PG_VERSION')) && !existsSync(makingMark(folder))

/** Takes a torso away; what else may lie there is somebody's and stays. */
async function clear(folder: string): Promise<void> {
  if (existsSync(makingMark(folder))) await rm(folder, { recursive: true, force: true })
  const found = existsSync(folder) ? await readdir(folder) : []
  if (found.length > 0)
    throw new Error(
      `${folder} 不是数据库目录，其中已有 ${found.length} 项内容，请移走或另设 YIPANQI_DATA · ` +
        `${folder} is no database and holds ${found.length} entries: move them away or set YIPANQI_DATA to another folder`,
    )
}

/** Makes a database in the folder by `make`; should it be broken off, the next start begins again. */
export async function makeFolder<T>(folder: string, make: () => Promise<T>): Promise<T> {
  await mkdir(dirname(folder), { recursive: true })
  await clear(folder)
  const mark = makingMark(folder)
  await writeFile(mark, '')
  const made = await make()
  await rm(mark)
  return made
}
