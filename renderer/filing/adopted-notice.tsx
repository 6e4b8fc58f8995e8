import { Button } from 'antd'
import { parametersApi } from '../../shared/api/parameters.ts'
import type { Adopted } from '../../shared/api/return-file.ts'
import { useAction } from '../api/use-query.ts'
import { useText } from '../text/language.tsx'
import { figureText } from '../ui/figure.tsx'
import { FailureNotice, Notice } from '../ui/notice.tsx'

/** The parameters that a collector's file brought, each with its former value and source; the change can be undone. */
export function AdoptedNotice({ adopted, onUndone }: { adopted: Adopted; onUndone: () => void }) {
  const t = useText('returned')
  const restore = useAction(parametersApi.restore)
  const undo = async () => {
    if ((await restore.run({ input: adopted.undo })) !== undefined) onUndone()
  }
  const values = adopted.values.map(({ name, unit, before, value, source }) =>
    t.adoptedValue(
      name,
      before === null ? t.noValue : figureText(before),
      value === '' ? t.noValue : `${figureText(value)} ${unit}`.trim(),
      source,
    ),
  )
  return (
    <>
      <Notice
        tone="info"
        action={
          <Button size="small" loading={restore.running} onClick={() => void undo()}>
            {t.undo}
          </Button>
        }
      >
        {t.adopted(adopted.issuer, values.join(t.between))}
      </Notice>
      <FailureNotice failure={restore.failure} />
    </>
  )
}
