import { text } from '#engine/result/result'

/** How many rows a sum is over. */
export const overRows = (count: number) => text(`全部 ${count} 条`, `all ${count} rows`)

/** Of how many of them the figure is known. */
export const knownWords = (count: number) => text(`已知 ${count} 条`, `known of ${count}`)
