import { useEffect, useState } from 'react'

/** The id of the page's content, which takes the keyboard when the former element is gone. */
const CONTENT = 'content'

/** Focuses an element, or the page when the element is gone, unless another element has taken the focus. */
export function giveFocusBack(to: Element | null): void {
  const now = document.activeElement
  if (now !== null && now !== document.body) return
  const place = to instanceof HTMLElement && to.isConnected && to !== document.body ? to : document.getElementById(CONTENT)
  place?.focus({ preventScroll: true })
}

/** Returns the focus to its former element when an overlay closes. */
export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      // The timeout runs after the element is removed, when the new focus is known.
      setTimeout(() => giveFocusBack(before))
    },
    [before],
  )
}
