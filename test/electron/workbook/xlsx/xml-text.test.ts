import { expect, test } from 'vitest'
import { XlsxRefusal } from '../../../../electron/workbook/xlsx/refusal.ts'
import { unescapeCellText, xmlText } from '../../../../electron/workbook/xlsx/xml-text.ts'

test.each([
  ['a &lt; b &amp; c &gt; d &quot;e&quot; &apos;f&apos;', `a < b & c > d "e" 'f'`],
  ['&#20013;&#x6587;', '中文'],
  ['&#x1F600;', '😀'],
  ['<![CDATA[a <b> & c]]>', 'a <b> & c'],
  ['x<!-- no -->y<?p no?>z', 'xyz'],
  ['a\r\nb\rc\nd', 'a\nb\nc\nd'],
  ['&#13;&#10;', '\r\n'],
  ['&amp;lt;', '&lt;'],
])('%s reads as %s', (xml, text) => expect(xmlText(xml, false, 'part')).toBe(text))

test('bytes of UTF-8 are put together to characters', () =>
  expect(xmlText(Buffer.from('小学 &amp; 中学').toString('latin1'), true, 'part')).toBe('小学 & 中学'))

test.each([
  ['&school;'],
  ['&'],
  ['a & b'],
  ['&#0;'],
  ['&#x110000;'],
  ['&#xZZ;'],
  ['&#-5;'],
  ['<b>bold</b>'],
  ['<!-- open'],
  ['<![CDATA[ open'],
  ['&averyveryverylongname;'],
])('%s is refused, not guessed', (xml) => expect(() => xmlText(xml, false, 'part')).toThrow(XlsxRefusal))

test.each([
  ['a_x000D_b', 'a\rb'],
  ['_x005F_x000D_', '_x000D_'],
  ['snake_case_x', 'snake_case_x'],
  ['_x00g0_', '_x00g0_'],
])('the cell text %j means %j', (stored, meant) => expect(unescapeCellText(stored)).toBe(meant))
