import { expect, test } from 'vitest'
import { figureSpans, markFigure, withoutMarks } from '../../../electron/print/report-marks.ts'

test('marks become elements that carry the figure’s index; nothing of them is left', () => {
  const html = `<p>学生 ${markFigure('12000', 3)} 人，${markFigure('a &lt; b', 12)}</p>`
  expect(figureSpans(html)).toBe('<p>学生 <span data-figure="3">12000</span> 人，<span data-figure="12">a &lt; b</span></p>')
  expect(withoutMarks(html)).toBe('<p>学生 12000 人，a &lt; b</p>')
})

test('a figure that was torn apart leaves no marks behind', () => {
  expect(figureSpans(markFigure('1', 0).slice(0, -1))).not.toMatch(/[\uE000-\uE002]/)
})

test('an empty text is not marked', () => expect(markFigure('', 4)).toBe(''))
