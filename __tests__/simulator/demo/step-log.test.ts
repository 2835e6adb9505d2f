import { expect, test } from '@jest/globals'

import { StepLog } from '../../../simulator/demo/step-log.js'

const nowhere = { title: undefined, file: undefined, line: undefined }

test.each([
  { name: 'plain text', line: 'hello', entry: { kind: 'text', text: 'hello' } },
  {
    name: 'text with colons',
    line: 'std::vector::push_back',
    entry: { kind: 'text', text: 'std::vector::push_back' },
  },
  { name: 'a group', line: '::group::Watch', entry: { kind: 'group', title: 'Watch' } },
  { name: 'the end of a group', line: '::endgroup::', entry: { kind: 'end-group' } },
  { name: 'debug', line: '::debug::call 3', entry: { kind: 'debug', text: 'call 3' } },
  {
    name: 'an error with its place, escaped',
    line: '::error file=td.json,line=3,title=refused%3A 1%2C 2::50%25 of it%0Anext',
    entry: {
      kind: 'annotation',
      annotation: {
        level: 'error',
        file: 'td.json',
        line: 3,
        title: 'refused: 1, 2',
        message: '50% of it\nnext',
      },
    },
  },
  {
    name: 'an escaped percent sign is not the start of another escape',
    line: '::warning::%250A',
    entry: { kind: 'annotation', annotation: { level: 'warning', message: '%0A', ...nowhere } },
  },
  { name: 'a mask, of which nothing shows', line: '::add-mask::secret', entry: undefined },
  {
    name: 'a command that the runner does not know',
    line: '::dance::',
    entry: { kind: 'text', text: '::dance::' },
  },
])('$name', ({ line, entry }) => {
  expect(new StepLog().add(line)).toStrictEqual(entry)
})

test('commands can be stopped and taken up again', () => {
  const log = new StepLog()
  for (const line of ['::stop-commands::pause', '::error::not one', '::pause::', '::error::one'])
    log.add(line)

  expect(log.entries).toStrictEqual([
    { kind: 'text', text: '::error::not one' },
    { kind: 'annotation', annotation: { level: 'error', message: 'one', ...nowhere } },
  ])
})

test('masked text stays masked', () => {
  const log = new StepLog()
  log.add('::add-mask::hunter2')

  expect(log.add('login hunter2')).toStrictEqual({ kind: 'text', text: 'login ***' })
  expect(log.add('::warning::hunter2 leaked')).toMatchObject({ annotation: { message: '*** leaked' } })
})
