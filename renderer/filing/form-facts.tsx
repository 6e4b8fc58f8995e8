import { approvalLines, statutoryHead, unitNoteLine } from '../../shared/text/statutory-head.ts'
import type { Table } from '../../shared/scheme/scheme.ts'
import { useScheme } from '../place/workspace-context.tsx'
import { useLanguage } from '../text/language.tsx'
import './form-facts.css'

/** The head of the form in one line beside its title: 表号, 制定机关, the form's other facts, and 计量单位 last. */
export function FormFacts({ table }: { table: Table }) {
  const { language } = useLanguage()
  const scheme = useScheme()
  return (
    <span className={approvalLines(scheme, language).length > 0 ? 'form-facts form-facts-long' : 'form-facts'}>
      {statutoryHead(scheme, table, language).map(({ label, value }) => (
        <span key={label}>
          {label} {value}
        </span>
      ))}
      {table.unitNote !== '' && <span>{unitNoteLine(table, language)}</span>}
    </span>
  )
}
