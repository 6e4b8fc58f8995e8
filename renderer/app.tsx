import { useEffect, useState, type ReactElement } from 'react'
import { hostContract } from '../shared/api/host.ts'
import { call } from './api/client.ts'

/** The page's root: shows that page and host belong together. */
export function App(): ReactElement {
  const [version, setVersion] = useState('')
  useEffect(() => {
    void call(hostContract.about).then((host) => setVersion(host.version))
  }, [])
  return (
    <main>
      <h1>校统</h1>
      <p data-testid="version">{version}</p>
    </main>
  )
}
