import { type Text, text } from '#engine/result/result'
import { fitsUnder, type TreeUnit } from '../contract'
import { above, consequencesOf, type Move, type TreeNode } from './tree-order'

export const unitNodes = (units: readonly TreeUnit[]): TreeNode[] =>
  units.map((unit) => ({ id: unit.code, parent: unit.parent }))

/** The zone a unit lies in: the nearest one from itself upwards. */
function zoneOf(units: readonly TreeUnit[], code: string | null): string | undefined {
  const path = above(unitNodes(units), code)
  return path.find((one) => units.find((unit) => unit.code === one)?.kind === 'zone')
}

/** Whether a unit may come under this parent: of a fitting kind and, but for zones themselves, within its zone. */
export function mayLieUnder(units: readonly TreeUnit[], moved: TreeUnit, parent: TreeUnit): boolean {
  if (!fitsUnder(moved.kind, parent.kind)) return false
  return moved.kind === 'zone' || zoneOf(units, moved.code) === zoneOf(units, parent.code)
}

const named = (units: readonly TreeUnit[], ids: readonly string[]): Text => {
  const names = ids.map((id) => units.find((unit) => unit.code === id)?.name ?? text(id, id))
  return text(names.map((name) => `「${name.zh}」`).join(''), names.map((name) => name.en).join(', '))
}

/** What follows when a unit comes under another parent, each as a sentence. */
export function consequenceWords(units: readonly TreeUnit[], move: Move): Text[] {
  const { gains, loses, along } = consequencesOf(unitNodes(units), move)
  const [more, less] = [named(units, gains), named(units, loses)]
  return [
    ...(along > 0 ? [text(`下级 ${along} 个单位随同移动。`, `${along} units below it come along.`)] : []),
    ...(gains.length > 0
      ? [
          text(
            `${more.zh}的汇总、覆盖率和排名从此包含它，其岗位可以看到它的数据。`,
            `Roll-ups, coverage and ranks of ${more.en} include it from now on; their posts can see its data.`,
          ),
        ]
      : []),
    ...(loses.length > 0
      ? [
          text(
            `${less.zh}的汇总不再包含它，其岗位不再看到它的数据。`,
            `Roll-ups of ${less.en} no longer include it; their posts no longer see its data.`,
          ),
        ]
      : []),
    text(
      '已公布的汇总数保持不变，此后公布或更正的期间按新的隶属关系计算。',
      'Published totals stay as they are; periods published or corrected from now on follow the new tree.',
    ),
  ]
}

/** What has just been done, for the line that offers to undo it. */
export function doneWords(units: readonly TreeUnit[], move: Move): Text {
  const name = named(units, [move.moved])
  const was = units.find((unit) => unit.code === move.moved)?.parent
  if (was === move.parent)
    return text(`已调整${name.zh}的顺序`, `${name.en} has a new place among its siblings`)
  const to = named(units, move.parent === null ? [] : [move.parent])
  return text(`已将${name.zh}移到${to.zh}之下`, `${name.en} now lies under ${to.en}`)
}
