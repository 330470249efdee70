import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { KeptMapping, MappingLook } from '#engine/mapping/look'
import type { MappingPlan } from '#engine/mapping/plan'
import type { RecordType } from '#engine/records/record'
import { useRecordChange, useRecordClient } from '../record-queries'

interface LookOrder {
  readonly file: File
  readonly plan?: MappingPlan
  readonly remember?: boolean
}

/** What a look at the file has told, and the plan as it has become since. */
function useLook(record: RecordType) {
  const client = useRecordClient(record)
  const [plan, setPlan] = useState<MappingPlan>()
  // Told by the first look alone: with a plan of one's own the server asks for none that was kept.
  const [kept, setKept] = useState<KeptMapping>()
  const look = useMutation({
    mutationFn: ({ file, ...order }: LookOrder) => client.lookAtFile(file, order),
    onSuccess: (seen, { plan: own }) => {
      setPlan(seen.plan)
      if (!own) setKept(seen.remembered)
    },
  })
  const seen = look.data && { ...look.data, ...(kept && { remembered: kept }) }
  return { look, plan, setPlan, seen, kept }
}

/** The way of a sheet of one's own: looked at, its plan changed, tried, imported. The file stays in the browser between. */
export function useMapping(record: RecordType) {
  const client = useRecordClient(record)
  const [step, setStep] = useState(0)
  const [file, setFile] = useState<File>()
  const { look, plan, setPlan, seen, kept } = useLook(record)
  const run = useRecordChange(record, ({ dry, by }: { dry: boolean; by: MappingPlan }) => {
    if (!file) throw new Error('No file has been chosen')
    return client.importFile(file, dry, by)
  })

  const choose = (chosen: File, remember = true) => {
    setFile(chosen)
    run.reset()
    look.mutate({ file: chosen, remember }, { onSuccess: () => setStep(1) })
  }
  const again = (changed: MappingPlan, then?: (seen: MappingLook) => void) => {
    setPlan(changed)
    if (file) look.mutate({ file, plan: changed }, { ...(then && { onSuccess: then }) })
  }
  const tried = (by: MappingPlan) => {
    run.reset()
    run.mutate({ dry: true, by }, { onSuccess: () => setStep(3) })
  }
  return {
    step,
    setStep,
    file,
    plan,
    setPlan,
    seen,
    /** What the mapping may be called: as it was, or as the file is. */
    name: kept?.name ?? file?.name.replace(/\.\w+$/, '').slice(0, 80) ?? '',
    report: run.data,
    busy: look.isPending || run.isPending,
    error: look.error ?? run.error,
    choose,
    again,
    tried,
    write: (by: MappingPlan, then: () => void) => run.mutate({ dry: false, by }, { onSuccess: then }),
    reset: () => {
      setStep(0)
      setFile(undefined)
      setPlan(undefined)
      look.reset()
      run.reset()
    },
  }
}

export type Mapping = ReturnType<typeof useMapping>
