/** The lines of a streamed answer, each as soon as it is complete. */
export async function* readLines(response: Response): AsyncGenerator<string> {
  if (response.body === null) return
  const reader = response.body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const pieces = (rest + decoder.decode(part.value, { stream: true })).split('\n')
    rest = pieces.pop() ?? ''
    yield* pieces.filter((piece) => piece !== '')
  }
  if (rest !== '') yield rest
}
