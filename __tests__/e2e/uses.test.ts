import { expect, test } from '@jest/globals'
import { foldersFor } from '../../e2e/uses.js'

const workflow = (...uses: string[]) =>
  JSON.stringify({ jobs: { one: { steps: uses.map(use => ({ uses: use })) } } })
const folders = { 'OWNER/deploy': '/here' }

test.each([
  { name: 'another action by its name', uses: ['OWNER/deploy@v1'], found: { 'OWNER/deploy@v1': '/here' } },
  {
    name: 'a folder of an action',
    uses: ['OWNER/deploy/sub/folder@v1'],
    found: { 'OWNER/deploy@v1': '/here' },
  },
  { name: 'neither the checkout nor a local action', uses: ['actions/checkout@v6', './'], found: {} },
])('finds the folder of $name', ({ uses, found }) => {
  expect(foldersFor(workflow(...uses), folders)).toStrictEqual(found)
})

test('an action without a folder is an error, not a download', () => {
  expect(() => foldersFor(workflow('somebody/else@v1'), folders)).toThrow(
    'there is no local folder for somebody/else@v1',
  )
})
