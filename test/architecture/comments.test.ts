import { expect, test } from 'vitest'
import { filesOf, textOf } from './repository.ts'

/** The comments of a text, in order: lines of comment that follow each other are one, without the marks and the citations in brackets. */
function commentsOf(text: string): string[] {
  const comments: string[] = []
  let open = false
  for (const line of text.split('\n')) {
    const [, mark, words = ''] = /^\s*(\/\*\*?|\/\/|\*(?!\/)|\{\/\*)\s?(.*?)\s*(?:\*\/\}?)?$/.exec(line) ?? []
    if (mark === undefined) open = false
    else if (open && !mark.includes('/*')) comments.push(`${comments.pop()} ${words}`)
    else {
      comments.push(words)
      open = true
    }
  }
  return comments.map((comment) => comment.replaceAll(/\s*\(docs\/[^)]*\)/g, '').trim()).filter(Boolean)
}

/** The sentences of a comment that name no subject: a clause stands for a noun, or the first word is a pronoun for nothing said before. */
function withoutSubject(comment: string): string[] {
  return comment.split(/(?<=[.!?])\s+(?=[A-Z])/).filter((sentence, index) => {
    if (/^(What|Whatever|Who|Whoever|Whose|Whom|How|Why|Where|Wherever|Which|That|Whether|If)\b/.test(sentence))
      return !sentence.endsWith('?')
    return index === 0 && /^(It|They|He|She|These|Those|This is)\b/.test(sentence)
  })
}

test('a sentence without a subject is seen', () => {
  const told = (text: string) => commentsOf(text).flatMap(withoutSubject)
  expect(told('/** What is pressed to be asked. */')).toEqual(['What is pressed to be asked.'])
  expect(told('/**\n * Reads a row.\n * Whether it is blank\n * counts. (docs/design/numbers.md: Rounding)\n */')).toEqual([
    'Whether it is blank counts.',
  ])
  expect(told('// It waits.\nconst a = 1 // If so\n// The page waits. It says so.\n// Why? Because.')).toEqual(['It waits.'])
})

test('a comment begins with its subject (CONTRIBUTING.md: Comments)', () => {
  const sources = filesOf('{shared,electron,renderer,build,test,.ci}/**/*.{ts,tsx,css}')
  const found = sources.flatMap((path) =>
    commentsOf(textOf(path)).flatMap((comment) => withoutSubject(comment).map((said) => `${path}: ${said}`)),
  )
  expect(found).toEqual([])
})
