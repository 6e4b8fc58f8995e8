/** The last number given. */
let last = 0

/** Returns a number above all earlier ones: the order of requests and answers in this page, which no clock that is set back changes. */
export function nextTurn(): number {
  last += 1
  return last
}
