import { bindNames, readingsOf } from '#engine/formula/bind-names'
import { checkUnits } from '#engine/formula/check-units'
import type { Expression, FormulaError } from '#engine/formula/expression'
import { parseFormula } from '#engine/formula/parse-formula'
import { compareValues } from '#engine/quantity/arithmetic'
import { exactSum } from '#engine/quantity/exact-sum'
import { findUnit, type Unit } from '#engine/quantity/unit'
import { fail, ok, text, type Result } from '#engine/result/result'
import { isMarks, marksProblems, ruleProblems, type Inputs } from '#engine/scores/rule-problems'
import {
  boundsOfItem,
  MOST_ITEMS,
  type ScoreInput,
  type ScoreItem,
  type ScoreSheet,
} from '#engine/scores/score-sheet'
import { foundProblem, sheetProblem, type SheetPlace, type SheetProblem } from '#engine/scores/sheet-problem'

/** A sheet that has no problem, with its formulas read. */
export interface CompiledSheet {
  readonly sheet: ScoreSheet
  readonly inputs: Inputs
  /** By item. */
  readonly formulas: ReadonlyMap<string, Expression>
}

/** Makes a sheet ready to score with, or lists everything wrong with it. */
export function compileSheet(sheet: ScoreSheet): Result<CompiledSheet, readonly SheetProblem[]> {
  const items = sheet.groups.flatMap((group) => group.items)
  if (items.length === 0) return fail([sheetProblem('no_items', sheet, '')])
  if (items.length > MOST_ITEMS) return fail([sheetProblem('too_many_items', sheet, String(items.length))])
  const inputs: Inputs = new Map(sheet.inputs.map((input) => [input.code, input]))
  const formulas = new Map<string, Expression>()
  const problems = [
    ...inputProblems(sheet),
    ...duplicates([...sheet.groups, ...items]),
    ...[sheet, ...sheet.groups].flatMap((part) => boundProblems(part, part)),
    ...items.flatMap((item) => itemProblems(item, { inputs, formulas })),
    ...weightProblems(sheet, items),
  ]
  return problems.length > 0 ? fail(problems) : ok({ sheet, inputs, formulas })
}

function inputProblems({ inputs }: ScoreSheet): SheetProblem[] {
  const strange = inputs.flatMap((input) =>
    input.kind === 'number' && !findUnit(input.unit) ? [sheetProblem('unknown_unit', input, input.unit)] : [],
  )
  return [...strange, ...duplicates(inputs)]
}

function duplicates(parts: readonly SheetPlace[]): SheetProblem[] {
  const seen = new Set<string>()
  return parts.flatMap((part) => {
    const isDouble = seen.has(part.code)
    seen.add(part.code)
    return isDouble ? [sheetProblem('duplicate_code', part, part.code)] : []
  })
}

interface Bounds {
  readonly cap?: string | undefined
  readonly floor?: string | undefined
  readonly full?: string | undefined
}

function boundProblems(place: SheetPlace, { cap, floor, full }: Bounds): SheetProblem[] {
  const bad = [cap, floor, full].filter((bound) => bound !== undefined && !isMarks(bound))
  if (bad.length > 0) return bad.map((bound) => sheetProblem('not_a_number', place, String(bound)))
  const isUpsideDown = cap !== undefined && floor !== undefined && compareValues(cap, floor) < 0
  return isUpsideDown ? [sheetProblem('cap_below_floor', place, `${cap} < ${floor}`)] : []
}

function itemProblems(
  item: ScoreItem,
  { inputs, formulas }: { readonly inputs: Inputs; readonly formulas: Map<string, Expression> },
): SheetProblem[] {
  const full = item.full === undefined ? [] : marksProblems(item, [item.full])
  const bounds = full.length > 0 ? full : boundProblems(item, { ...boundsOfItem(item), full: item.full })
  const rule = ruleProblems(item, inputs)
  if (item.by.kind !== 'formula') return [...bounds, ...rule]
  const formula = readFormula(item, item.by.formula, inputs)
  if (!formula.ok) return [...bounds, formula.error]
  formulas.set(item.code, formula.value)
  return bounds
}

function readFormula(item: ScoreItem, formula: string, inputs: Inputs): Result<Expression, SheetProblem> {
  const parsed = parseFormula(formula)
  const bound = parsed.ok ? bindNames(parsed.value, (name) => findInput(name, inputs)) : parsed
  if (!bound.ok) return fail(badFormula(item, formula, bound.error))
  const elsewhere = readingsOf(bound.value).find(({ path }) => path.length > 0)
  if (elsewhere) return fail(sheetProblem('reads_elsewhere', item, formula))
  const checked = checkMarks(bound.value, inputs)
  return checked.ok ? bound : fail(badFormula(item, formula, checked.error))
}

/** The number input of a code or name; choices are no numbers. */
function findInput(name: string, inputs: Inputs): string | undefined {
  if (inputs.get(name)?.kind === 'number') return name
  const wanted = name.toLowerCase()
  for (const { kind, code, name: names } of inputs.values())
    if (kind === 'number' && [names.zh, names.en].some((each) => each.toLowerCase() === wanted)) return code
  return undefined
}

/** Marks are a pure number; a formula over inputs in 分 may as well yield 分. */
function checkMarks(expression: Expression, inputs: Inputs): Result<null, FormulaError> {
  const unitOf = (code: string) => unitInFormula(inputs.get(code))
  const pure = checkUnits(expression, PURE, unitOf)
  return pure.ok || !checkUnits(expression, findUnit('fen') ?? PURE, unitOf).ok ? pure : ok(null)
}

const PURE = findUnit('ratio') as Unit

/** "Three marks for each project" is 3 × a count: things counted (个 家 项) are numbers here. Money and people are not. */
function unitInFormula(input: ScoreInput | undefined): Unit {
  const unit = (input?.kind === 'number' ? findUnit(input.unit) : undefined) ?? PURE
  const isCount = unit.dimension.item === 1 && Object.keys(unit.dimension).length === 1
  return isCount ? PURE : unit
}

function badFormula(item: ScoreItem, formula: string, { code, at, message }: FormulaError): SheetProblem {
  const mend =
    code === 'unit_mismatch'
      ? text(
          '分数须是纯数：请除以同单位的数，如 60 × 完成 ÷ 计划',
          'Marks are a pure number: divide by a number of the same unit, as in 60 × completed ÷ planned',
        )
      : text(`请改正公式第 ${at} 字处`, `Mend the formula at character ${at}`)
  return foundProblem('bad_formula', item, { value: formula, says: message, mend })
}

/** Only scores have full marks that make up the whole; bonuses and deductions come on top. */
function weightProblems(sheet: ScoreSheet, items: readonly ScoreItem[]): SheetProblem[] {
  const { full } = sheet
  const weights = items.flatMap((item) =>
    item.kind === 'score' && item.full !== undefined ? [item.full] : [],
  )
  if (full === undefined || ![full, ...weights].every(isMarks)) return []
  const total = exactSum(weights)
  return compareValues(total, full) === 0 ? [] : [sheetProblem('weights_differ', sheet, `${total} ≠ ${full}`)]
}
