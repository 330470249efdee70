import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { MappingLook } from '#engine/mapping/look'
import type { MappingPlan } from '#engine/mapping/plan'
import type { RecordType } from '#engine/records/record'
import { useRecordChange, useRecordClient } from '../record-queries'

interface LookOrder {
  readonly file: File
  readonly plan?: MappingPlan
  readonly remember?: boolean
}

/** The way of a sheet of one's own: looked at, its plan changed, tried, imported. The file stays in the browser between. */
export function useMapping(record: RecordType) {
  const client = useRecordClient(record)
  const [step, setStep] = useState(0)
  const [file, setFile] = useState<File>()
  const [plan, setPlan] = useState<MappingPlan>()
  const look = useMutation({
    mutationFn: ({ file: chosen, ...order }: LookOrder) => client.lookAtFile(chosen, order),
    onSuccess: (seen) => setPlan(seen.plan),
  })
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
    seen: look.data,
    /** What the mapping may be called: as it was, or as the file is. */
    name: look.data?.remembered?.name ?? file?.name.replace(/\.\w+$/, '').slice(0, 80) ?? '',
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
