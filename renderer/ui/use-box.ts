import { useEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'

/** The current size of an element in CSS pixels; 0 × 0 before the element is drawn. */
export function useBox<Element extends HTMLElement>(): [RefObject<Element | null>, { width: number; height: number }] {
  const ref = useRef<Element>(null)
  const [box, setBox] = useState({ width: 0, height: 0 })
  useEffect(() => {
    const element = ref.current
    if (element === null) return
    const observer = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = element
      setBox((before) => (before.width === width && before.height === height ? before : { width, height }))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [ref, box]
}
