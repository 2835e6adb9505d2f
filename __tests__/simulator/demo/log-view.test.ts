import { expect, test } from '@jest/globals'
import { LogView } from '../../../simulator/demo/log-view.js'
import { outputTable } from '../../../simulator/demo/output-table.js'
import { StepLog } from '../../../simulator/demo/step-log.js'

test('groups are headings, their lines indented, annotations marked, debug lines hidden', () => {
  const log = new StepLog()
  const view = new LogView((style, text) => `<${style}>${text}</${style}>`)
  const lines = [
    'web on prod',
    '::group::Watch',
    '0:15  2 tasks starting',
    '::debug::call 7',
    '::warning::low memory',
    '::endgroup::',
    '::error title=rolled-back::web:8 did not become healthy%0ANext: fix it',
  ]
  const shown = lines.flatMap(line => {
    const entry = log.add(line)
    return (entry && view.show(entry)) ?? []
  })

  expect(shown.join('\n')).toBe(
    [
      'web on prod',
      '<bold>▸ Watch</bold>',
      '  0:15  2 tasks starting',
      '  <yellow>Warning: low memory</yellow>',
      '<red>Error: web:8 did not become healthy</red>',
      'Next: fix it',
    ].join('\n'),
  )
})

test('outputs line up, empty ones are left out, long ones are cut', () => {
  expect(outputTable({ outcome: 'planned', revision: '', plan: `{\n  "a": "${'x'.repeat(200)}"\n}` })).toBe(
    ['  outcome  planned', `  plan     { "a": "${'x'.repeat(92)}… (213 characters)`].join('\n'),
  )
})
