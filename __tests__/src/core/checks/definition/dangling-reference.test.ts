import { expect, test } from '@jest/globals'
import { runCheck } from '../../../../../src/core/checks/check.js'
import { danglingReference } from '../../../../../src/core/checks/definition/dangling-reference.js'
import { showPath } from '../../../../../src/core/text/json.js'
import type { DefinitionRow } from '../../../../support/check-builders.js'
import { aCheckContext, checkMessages, withContainer } from '../../../../support/check-builders.js'

const beside = (container: object, around: object = {}) => ({
  ...withContainer({}, around as never),
  containerDefinitions: [
    { name: 'app', image: 'web:2', ...container },
    { name: 'database', image: 'postgres:17' },
  ],
})

const rows: readonly DefinitionRow[] = [
  {
    name: 'a missing container, with a suggestion',
    definition: beside({ dependsOn: [{ containerName: 'databse', condition: 'START' }] }),
    messages: [
      'refused: container app depends on "databse", but the task definition has no such container; did you mean database?',
    ],
  },
  {
    name: 'a missing container, without a similar name',
    definition: beside({ dependsOn: [{ containerName: 'migrations', condition: 'START' }] }),
    messages: [
      'refused: container app depends on "migrations", but the task definition has no such container; it has app and database',
    ],
  },
  {
    name: 'a volume that does not exist',
    definition: beside(
      { mountPoints: [{ sourceVolume: 'data', containerPath: '/data' }] },
      { volumes: [{ name: 'date' }] },
    ),
    messages: [
      'refused: container app mounts "data", but the task definition has no such volume; did you mean date?',
    ],
  },
  {
    name: 'no volumes at all',
    definition: beside({ mountPoints: [{ sourceVolume: 'data', containerPath: '/data' }] }),
    messages: [
      'refused: container app mounts "data", but the task definition has no such volume; it has none',
    ],
  },
  {
    name: 'volumes of a missing container',
    definition: beside({ volumesFrom: [{ sourceContainer: 'db' }] }),
    messages: [
      'refused: container app takes the volumes of "db", but the task definition has no such container; it has app and database',
    ],
  },
  {
    name: 'a link to a missing container, by an alias',
    definition: beside({ links: ['databas:db', 'database:pg', 'database'] }),
    messages: [
      'warning: container app links to "databas", but the task definition has no such container; did you mean database?',
    ],
  },
  {
    name: 'all are there',
    definition: beside(
      {
        dependsOn: [{ containerName: 'database', condition: 'START' }],
        mountPoints: [{ sourceVolume: 'data', containerPath: '/data' }],
        volumesFrom: [{ sourceContainer: 'database' }],
      },
      { volumes: [{ name: 'data' }] },
    ),
    messages: [],
  },
  {
    name: 'a mount point that names no volume is none that dangles',
    definition: beside({ mountPoints: [{ containerPath: '/data' }] }),
    messages: [],
  },
]

test.each(rows)('$name', ({ definition, messages: says }) => {
  expect(checkMessages(runCheck(danglingReference, aCheckContext({ definition })))).toStrictEqual(says)
})

test('without references there is nothing to check', () => {
  expect(runCheck(danglingReference, aCheckContext({ definition: withContainer({}) }))).toStrictEqual([])
})

test('the finding has its place', () => {
  const definition = beside({ dependsOn: [{ containerName: 'nope', condition: 'START' }], links: ['nope'] })
  const asked: string[] = []
  runCheck(
    danglingReference,
    aCheckContext({
      definition,
      positionOf: path => {
        asked.push(showPath(path))
        return { file: 'td.json', line: 1, column: 1 }
      },
    }),
  )
  expect(asked).toStrictEqual([
    'containerDefinitions[0].dependsOn[0].containerName',
    'containerDefinitions[0].links[0]',
  ])
})
