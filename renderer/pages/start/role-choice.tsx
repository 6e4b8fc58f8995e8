import { useText } from '../../text/language.tsx'

export type Role = 'school' | 'county'

/** The two roles as cards; a field of the form. */
export function RoleChoice({ id, value, onChange }: { id?: string; value?: Role; onChange?: (role: Role) => void }) {
  const t = useText('start')
  const roles: readonly { role: Role; title: string; hint: string }[] = [
    { role: 'school', title: t.school, hint: t.schoolHint },
    { role: 'county', title: t.county, hint: t.countyHint },
  ]
  return (
    <div className="roles" role="radiogroup" id={id} aria-label={t.roleQuestion}>
      {roles.map(({ role, title, hint }) => (
        <label key={role} className={value === role ? 'role role-chosen' : 'role'}>
          <input type="radio" name="role" value={role} checked={value === role} onChange={() => onChange?.(role)} />
          <span>
            <b>{title}</b>
            <span className="secondary small role-hint">{hint}</span>
          </span>
        </label>
      ))}
    </div>
  )
}
