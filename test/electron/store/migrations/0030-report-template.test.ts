import { expect, it } from 'vitest'
import { openHandle } from '../../../../electron/store/driver.ts'
import { migrate } from '../../../../electron/store/migrate.ts'

it('adds room for one own template a scheme, and keeps what a county has set', () => {
  const handle = openHandle(':memory:')
  expect(migrate(handle, 20)).toEqual([10, 20])
  handle.exec("INSERT INTO parameter VALUES ('minsheng', '标准', '2021', 6500000, '文件', '王', '2021')")
  expect(migrate(handle, 30)).toEqual([30])
  expect(handle.prepare('SELECT value FROM parameter').pluck().all()).toEqual([6_500_000])
  handle.exec("INSERT INTO report_template VALUES ('minsheng', '县模板.docx', x'504b', '王', '2021')")
  expect(() => handle.exec("INSERT INTO report_template VALUES ('minsheng', '又一个.docx', x'504b', '王', '2021')")).toThrow('UNIQUE')
})
