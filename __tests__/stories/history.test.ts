/** What the summary tells of the deployments before: read once, after the verdict, and never in its way. */
import { expect, test } from '@jest/globals'
import { changesIn, type Played } from '../support/play.js'
import { acceptedInputs, playWeb } from '../support/web-stories.js'

const crashing = { exitsAfterSeconds: 2, exitCode: 1, logs: ['Error: no'] }

/** The rows of the last deployments, cells as text. */
function rows({ summary }: Played): string[][] {
  const fold = summary.slice(summary.indexOf('deployments of web</summary>'))
  return [...fold.matchAll(/^\| (.* \| \d{4}-\d\d-\d\d .*) \|$/gm)].map(([, row = '']) =>
    row.split(' | ').map(cell => cell.replace(/\[`([^`]*)`\]\([^)]*\)/g, '$1').replace(/`/g, '')),
  )
}

test('a rollback: which revision serves, and which commit the failed one was of', async () => {
  const played = await playWeb({ software: crashing })
  expect(played.summary).toContain('<details><summary>The last 8 deployments of web</summary>')
  const [own, previous, ...older] = rows(played)
  expect(own?.[0]).toBe('web:8')
  expect(own?.[4]).toMatch(/^9be21c4 \(\[run\]/)
  expect(own?.[1]).toMatch(/^rolled back after \d:\d\d$/)
  // The table above says the same, whatever the clock of ECS counts.
  expect(played.summary.match(/^\| [^|]*web:8[^|]* \| ([^|]*) \|/m)?.[1]).toBe(own?.[1])
  expect(previous?.[0]).toBe('**web:7**')
  expect(previous?.[3]).toMatch(/^app web:1f3c9e0@sha256:[0-9a-f]{7}$/)
  expect(previous?.[1]).toMatch(/^\*\*serves\*\*, succeeded after/)
  expect(older.map(([revision]) => revision)).toStrictEqual([
    'web:6',
    'web:5',
    'web:4',
    'web:3',
    'web:2',
    'web:1',
  ])
})

test('it costs one list, one read of the revisions and a task definition for each other row, all after the last change', async () => {
  const played = await playWeb({})
  const { requests } = played
  const index = requests.findIndex(({ operation }) => operation === 'DescribeServiceRevisions')
  expect(requests.slice(index - 1).map(({ operation }) => operation)).toStrictEqual([
    'ListServiceDeployments',
    'DescribeServiceRevisions',
    ...Array(6).fill('DescribeTaskDefinition'),
  ])
})

test('without a job summary nothing is read', async () => {
  const played = await playWeb({ inputs: { 'job-summary': 'false' } })
  expect(acceptedInputs(played, 'DescribeServiceRevisions')).toHaveLength(0)
  expect(played.summary).toBe('')
})

test('a dry-run shows it, and changes nothing', async () => {
  const played = await playWeb({ inputs: { 'dry-run': 'true' } })
  expect(rows(played)).toHaveLength(7)
  expect(rows(played)[0]?.[0]).toBe('**web:7**')
  expect(changesIn(played.requests)).toStrictEqual([])
})

test.each([
  { operations: ['DescribeServiceRevisions'], known: 2, line: 'allow ecs:DescribeServiceRevisions' },
  {
    operations: ['DescribeServiceRevisions', 'ListServiceDeployments'],
    known: 0,
    line: 'allow ecs:ListServiceDeployments',
  },
])('denied $operations: one line, and the verdict stands', async ({ operations, known, line }) => {
  const played = await playWeb({
    software: crashing,
    faults: [{ kind: 'access-denied', operations }],
    idleFaults: 'allowed',
  })
  expect(played.outputs).toMatchObject({ outcome: 'rolled-back', 'failure-class': 'container-exit' })
  expect(rows(played).filter(([revision]) => revision !== '?')).toHaveLength(known)
  expect(played.summary.split(line.replace('allow ', ''))).toHaveLength(2)
})

test('an account that is throttled to the end: one call, and one line', async () => {
  const played = await playWeb({
    faults: [{ kind: 'server-error', operations: ['DescribeServiceRevisions'] }],
  })
  expect(played.outputs.outcome).toBe('succeeded')
  expect(played.requests.filter(({ operation }) => operation === 'DescribeServiceRevisions')).toHaveLength(1)
  expect(played.summary).toContain('Not all of the last deployments could be read:')
})
