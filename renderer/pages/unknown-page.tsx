import { NextStep } from '../frame/answered.tsx'
import { usePlace } from '../place/router.ts'
import { useText } from '../text/language.tsx'
import { Page } from '../ui/page.tsx'

/** The page of an unknown address, with a way back. */
export function UnknownPage() {
  const t = useText('frame')
  const { page } = usePlace()
  return (
    <Page title={t.noSuchPage}>
      <NextStep title={t.noPageNamed(page)} text={t.noSuchPageText} act={t.toFill} to="fill" />
    </Page>
  )
}
