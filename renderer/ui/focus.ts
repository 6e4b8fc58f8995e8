import { useEffect, useState } from 'react'

/** Where the keyboard goes when what had it is gone and there is nothing to return to: the page itself. */
const CONTENT = 'content'

/** Gives the keyboard to an element, or to the page when it is gone; only when nothing else has taken it meanwhile. */
export function giveFocusBack(to: Element | null): void {
  const now = document.activeElement
  if (now !== null && now !== document.body) return
  const place = to instanceof HTMLElement && to.isConnected && to !== document.body ? to : document.getElementById(CONTENT)
  place?.focus({ preventScroll: true })
}

/** Of what opens over the page: once it is gone, the keyboard is where it was before. */
export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      // The element is taken out together with its effects: what has the keyboard is known only after that.
      setTimeout(() => giveFocusBack(before))
    },
    [before],
  )
}
