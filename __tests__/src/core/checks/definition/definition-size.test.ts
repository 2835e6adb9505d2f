import { expect, test } from '@jest/globals'
import { runCheck } from '../../../../../src/core/checks/check.js'
import { definitionSize } from '../../../../../src/core/checks/definition/definition-size.js'
import { aCheckContext, checkMessages, withContainer } from '../../../../support/check-builders.js'

/** A definition of exactly as many bytes as RegisterTaskDefinition would be sent. */
function ofBytes(bytes: number, filler = 'x') {
  const empty = new TextEncoder().encode(JSON.stringify(withContainer({ workingDirectory: '' }))).length
  const each = new TextEncoder().encode(filler).length
  return withContainer({ workingDirectory: filler.repeat((bytes - empty) / each) })
}

test.each([
  { name: 'the most', definition: ofBytes(65_536), says: [] },
  {
    name: 'one byte more',
    definition: ofBytes(65_537),
    says: ['refused: the task definition has 65537 bytes, but ECS accepts at most 65536'],
  },
  {
    name: 'fewer characters than bytes',
    definition: ofBytes(70_000, 'é'),
    says: [expect.stringMatching(/refused: the task definition has (69999|70000) bytes/)],
  },
  {
    name: 'the most, and tags',
    definition: { ...ofBytes(65_536), tags: [{ key: 'team', value: 'web' }] },
    says: ['warning: the task definition has 65574 bytes with its tags, but ECS accepts at most 65536'],
  },
])('$name: $says', ({ definition, says }) => {
  expect(checkMessages(runCheck(definitionSize, aCheckContext({ definition })))).toStrictEqual(says)
})

test('the provenance tags count with the others', () => {
  const provenance = [{ key: 'ecs-safe-deploy:repository', value: 'octo/web' }]
  expect(
    checkMessages(runCheck(definitionSize, aCheckContext({ definition: ofBytes(65_530), provenance }))),
  ).toStrictEqual([expect.stringMatching(/^warning: the task definition has 65\d+ bytes with its tags/)])
})
