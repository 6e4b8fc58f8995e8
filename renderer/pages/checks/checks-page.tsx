import { Segmented } from 'antd'
import { go, hashOf, usePlace } from '../../place/router.ts'
import { useWorkspace } from '../../place/workspace-context.tsx'
import { useText } from '../../text/language.tsx'
import { AllChecks } from './all-checks.tsx'
import { UnitChecks } from './unit-checks.tsx'
import './checks.css'

/** 审核: the findings of one unit's filing; at a county also those of all units and of the totals. */
export function ChecksPage() {
  const t = useText('checks')
  const place = usePlace()
  const { unit: own, role } = useWorkspace()
  const unit = place.query['unit'] ?? own.code
  const scope = place.parts[0] ?? (role === 'county' && place.query['unit'] === undefined ? 'all' : 'own')
  const choice = (
    <Segmented
      aria-label={t.scope}
      value={scope}
      options={[
        { value: 'own', label: t.own },
        { value: 'all', label: t.all },
      ]}
      onChange={(value) => go(hashOf('checks', [value]))}
    />
  )
  const switcher = role === 'county' ? choice : null
  // A key by unit, because text typed for one unit must not stand in the fields of another.
  return scope === 'all' ? (
    <AllChecks switcher={switcher} />
  ) : (
    <UnitChecks key={unit} unit={unit} own={unit === own.code} switcher={switcher} />
  )
}
