import { Button } from 'antd'
import { go, hashOf } from '../place/router.ts'
import { useText } from '../text/language.tsx'
import { EmptyPage } from '../ui/empty-page.tsx'
import { Page } from '../ui/page.tsx'

/** The page of an unknown address, with a way back. */
export function UnknownPage() {
  const t = useText('frame')
  return (
    <Page title={t.noSuchPage}>
      <EmptyPage
        title={t.noSuchPage}
        action={
          <Button type="primary" onClick={() => go(hashOf('fill'))}>
            {t.toFill}
          </Button>
        }
      >
        {t.noSuchPageText}
      </EmptyPage>
    </Page>
  )
}
