import { describe, expect, it } from 'vitest'
import { lifecycleProblems } from '#engine/lifecycles/lifecycle-problems'
import { personalProblems } from '#engine/records/personal'
import { recordClockProblems } from '#engine/records/record-clock-problems'
import { findTerm } from '#glossary/glossary'
import { allRecords } from '#main/records'
import { openEmbedded } from '#platform/database/embedded'

describe('names', () => {
  it.each(allRecords.map((record) => [record.name]))('%s is a word of the glossary', (name) => {
    expect(findTerm(name)?.id).toBe(name)
  })

  it('no column is a word that PostgreSQL reserves', async () => {
    const source = await openEmbedded()
    const connection = await source.acquire()
    const { rows } = await connection.query(
      "SELECT word FROM pg_get_keywords() WHERE catcode IN ('R', 'T')",
      [],
    )
    connection.release()
    await source.close()
    const reserved = new Set(rows.map((row) => row.word as string))
    expect(
      allRecords.flatMap((record) => Object.keys(record.fields)).filter((name) => reserved.has(name)),
    ).toEqual([])
  })
})

describe('declarations', () => {
  it.each(allRecords.map((record) => [record.name, record] as const))(
    '%s names only fields it has',
    (_name, record) => {
      const known = new Set([
        ...Object.keys(record.fields),
        'unit_id',
        'state',
        'id',
        'created_at',
        'updated_at',
        'closed',
        'next_due_at',
      ])
      const used = [
        ...record.list.columns,
        ...record.list.sort.split(',').map((name) => name.replace('-', '')),
        ...record.form.flatMap((group) => group.fields),
        ...Object.values(record.unique ?? {}).flat(),
        record.title,
        ...(record.key ? [record.key] : []),
        ...(record.place ? [record.place] : []),
      ]
      expect(used.filter((name) => !known.has(name))).toEqual([])
    },
  )

  it.each(allRecords.map((record) => [record.name, record] as const))(
    '%s refers only to declared records',
    (_name, record) => {
      const names = new Set(allRecords.map((one) => one.name))
      const targets = Object.values(record.fields).flatMap((field) =>
        field.kind === 'reference' || field.kind === 'references' ? [field.to] : [],
      )
      expect(targets.filter((to) => !names.has(to))).toEqual([])
    },
  )

  it.each(allRecords.map((record) => [record.name, record] as const))(
    '%s tells nothing of hidden or personal fields by its names, keys or search',
    (_name, record) => {
      expect(personalProblems(record)).toEqual([])
    },
  )

  it.each(allRecords.filter((record) => record.clocks).map((record) => [record.name, record] as const))(
    '%s has clocks that every way through its lifecycle can move',
    (_name, record) => {
      expect(recordClockProblems(record)).toEqual([])
    },
  )

  it.each(allRecords.map((record) => [record.name, record] as const))(
    'no field of %s that only some roles see can be searched for, or names its rows',
    (_name, record) => {
      const hidden = Object.entries(record.fields).filter(([, field]) => field.see)
      expect(
        hidden.filter(([name, field]) => name === record.title || ('search' in field && field.search)),
      ).toEqual([])
    },
  )

  it.each(allRecords.filter((record) => record.lifecycle).map((record) => [record.name, record] as const))(
    '%s has a lifecycle without dead ends or actions nobody may take',
    (_name, record) => {
      expect(record.lifecycle && lifecycleProblems(record.lifecycle)).toEqual([])
    },
  )
})
