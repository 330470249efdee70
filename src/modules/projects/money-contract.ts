/** A sum, and over how many of its parts that are known; `value` null: none is. */
export interface AmountReply {
  readonly value: string | null
  readonly qualifier: string
  readonly coverage: { readonly have: number; readonly of: number }
}

/** A month of a project's money; amounts in 亿元, null where unknown, rates in % and percentage points. */
export interface MoneyMonthReply {
  readonly month: string
  readonly planned: string | null
  readonly invested: string | null
  /** Reported and not yet accepted: in no sum. */
  readonly pending: string | null
  readonly to_date: string | null
  readonly completion: string | null
  /** Time progress: months ÷ 12. */
  readonly expected: string | null
  readonly ahead: string | null
}

/** `GET /api/project/{id}/money`: a year of a project's money against its plan and time progress. */
export interface MoneyReply {
  readonly project: string
  readonly year: string
  /** Years there is something of, latest first. */
  readonly years: readonly string[]
  readonly investment: string | null
  readonly investment_qualifier: string
  readonly excludes_working_capital: boolean | null
  readonly annual_plan: string | null
  readonly funds_plan: string | null
  /** The last accepted month of the year. */
  readonly through: string | null
  readonly months: readonly MoneyMonthReply[]
  readonly invested: AmountReply
  readonly invested_ever: AmountReply
  /** Of the total investment, in %. */
  readonly share: string | null
  readonly funds: AmountReply
  /** Of the funds: by origin and use, by the field's name. */
  readonly parts: Readonly<Record<string, AmountReply>>
  readonly sources: readonly {
    readonly id: string
    readonly kind: string
    readonly planned: string
    readonly arrived: string | null
    readonly arrived_by: string | null
  }[]
  readonly sources_planned: AmountReply
}
