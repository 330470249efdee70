import { useSession } from '#console/api/session'
import { unitPath } from '#console/frame/unit-tree'
import { useLanguage } from '#console/language/language'
import { UnitLink } from './unit-link'

/** The units above, as links: the way back up. */
export function UnitTrail({ code }: { readonly code: string }) {
  const { t } = useLanguage()
  const { units } = useSession()
  return (
    <>
      {unitPath(units, code)
        .slice(0, -1)
        .map((unit) => (
          <span key={unit.code}>
            <UnitLink code={unit.code}>{t(unit.name)}</UnitLink> ›{' '}
          </span>
        ))}
    </>
  )
}
