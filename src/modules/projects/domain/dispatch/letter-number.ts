import { letterKinds, type LetterKind } from '../../records/letter'

/** 督办函〔2026〕3号: kind, year in the brackets that official numbers use, place in the series without leading zero. */
export const letterNumber = (kind: LetterKind, year: string, serial: number): string =>
  `${letterKinds[kind].zh}〔${year}〕${serial}号`
