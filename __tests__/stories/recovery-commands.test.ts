/** Endings that this action can do nothing about: what is said next can be pasted into a shell. */
import { expect, test } from '@jest/globals'
import { scenarios } from '../../simulator/scenarios/scenarios.js'
import { play, type Story } from '../support/play.js'
import { verdict } from '../support/web-stories.js'

test.each<{ readonly name: string; readonly command: RegExp; readonly expected: string }>([
  {
    name: 'first-deployment',
    command: /aws ecs stop-task --cluster prod --task [0-9a-f]{32} --region eu-west-1$/m,
    expected: 'web:2 failed and there was nothing to roll back to; 1 task of web:2 still runs',
  },
  {
    name: 'denied-tasks',
    command: /aws ecs describe-tasks --cluster prod --tasks( [0-9a-f]{32}){3} --region eu-west-1$/m,
    expected: 'why tasks failed could not be read',
  },
])('$name', async ({ name, command, expected }) => {
  const played = await play(scenarios[name] as Story)
  expect(verdict(played)).toContain(expected)
  expect(verdict(played)).toMatch(command)
  const [offered = ''] = command.exec(verdict(played)) ?? []
  // The tasks are those of the deployment.
  const ids = [...played.world.tasks.values()].map(({ arn }) => arn.split('/').at(-1))
  expect(ids).toEqual(expect.arrayContaining(offered.match(/[0-9a-f]{32}/g) ?? []))
  expect(played.summary).toContain(`\`\`\`sh\n${offered}\n\`\`\``)
})

test('the last deployments distinguish one that had nothing to roll back to from one whose rollback failed', async () => {
  const { summary } = await play(scenarios['first-deployment'] as Story)
  expect(summary).toMatch(/\| failed after 3:\d\d; there was nothing to roll back to \|/m)
})
