import { expect, test } from 'vitest'
import { pdfOf } from '../../../electron/services/printing.ts'
import { markup } from '../../../electron/print/markup.ts'
import { printDocument } from '../../../electron/print/document.ts'

test('paper is drawn once, and has the fonts for its own text in its style, whatever the text and the fonts say', async () => {
  const asked: string[] = []
  let drawn = 0
  const text = '县 /*<fonts>*/ $&'
  const draw = (fonts: string): string => {
    drawn += 1
    return printDocument(text, text, fonts, [markup`<p>${text}</p>`])
  }
  const pdf = await pdfOf(draw, {
    fontsFor: (of) => {
      asked.push(of)
      return "@font-face { src: url('$&$1') }"
    },
    renderPdf: async (html) => new TextEncoder().encode(html),
  })
  expect(drawn).toBe(1)
  expect(asked).toHaveLength(1)
  expect(asked[0]).toContain('县')
  expect(new TextDecoder().decode(pdf)).toBe(draw("@font-face { src: url('$&$1') }"))
})
