import { expect, it } from 'vitest'
import { openHandle } from '../../../../electron/store/driver.ts'
import { migrate } from '../../../../electron/store/migrate.ts'

it('a batch of before belongs to the task of the filings it touched; one that touched none says no task', () => {
  const handle = openHandle(':memory:')
  migrate(handle, 80)
  handle.exec(`
    INSERT INTO scheme (id, version, digest, text) VALUES ('minsheng', '1', '', '');
    INSERT INTO task (id, scheme, version, period) VALUES (1, 'minsheng', '1', '2020'), (2, 'minsheng', '1', '2021');
    INSERT INTO unit (code, name, kind, township, class, parent, position) VALUES ('S1', '一小', '小学', '', '', '', 1);
    INSERT INTO filing (id, task, unit, status, revision, head, statistician, filler, phone) VALUES (7, 2, 'S1', 'received', 1, '', '', '', '');
    INSERT INTO batch (at, by, state, label) VALUES ('2021', '王', 'committed', ''), ('2021', '王', 'committed', '');
    INSERT INTO batch_file (batch, position, name, sha256, verdict, filing, taken, facts, errors, queries, problems, differences)
      VALUES (1, 1, '坏.xlsx', 'aa', 'unreadable', NULL, 0, 0, 0, 0, '[]', '[]'), (1, 2, '一小.xlsx', 'bb', 'new', 7, 1, 3, 0, 0, '[]', '[]'),
        (2, 1, '坏.xlsx', 'aa', 'unreadable', NULL, 0, 0, 0, 0, '[]', '[]');`)
  expect(migrate(handle, 90)).toEqual([90])
  expect(handle.prepare('SELECT id, task FROM batch').all()).toEqual([
    { id: 1, task: 2 },
    { id: 2, task: null },
  ])
  expect(() => handle.exec("INSERT INTO batch (task, at, by, state, label) VALUES (99, '2021', '', 'open', '')")).toThrow('FOREIGN KEY')
})
