import { Select } from 'antd'
import type { MoneyUnit } from '../../../shared/consolidation/money.ts'
import { useText } from '../../text/language.tsx'

type MoneyPickerProps = { choices: readonly MoneyUnit[]; money: MoneyUnit | null; onChange: (money: MoneyUnit | null) => void }

/** The unit of money in the tables, on the page, on paper and in Excel: as filed, or a coarser one. */
export function MoneyPicker({ choices, money, onChange }: MoneyPickerProps) {
  const t = useText('consolidate')
  return (
    <label className="row">
      <span className="secondary">{t.money}</span>
      <Select<MoneyUnit | ''>
        className="money-select"
        aria-label={t.money}
        title={money === null ? undefined : t.moneyHint}
        value={money ?? ''}
        options={[{ value: '', label: t.moneyAsFiled }, ...choices.map((unit) => ({ value: unit, label: t.moneyUnit(unit) }))]}
        onChange={(next) => onChange(next === '' ? null : next)}
      />
    </label>
  )
}
