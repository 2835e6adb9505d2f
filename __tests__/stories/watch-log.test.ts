/** What the log of the watch says besides what happens: where to look, what it waits for, and when all was well. */
import { expect, test } from '@jest/globals'
import { filesOf } from '../../simulator/scenarios/web-service.js'
import { playWeb, type StoryOverrides, text } from '../support/web-stories.js'

const deployments = 'https://eu-west-1.console.aws.amazon.com/ecs/v2/clusters/prod/services/web/deployments'

test('the page of the service deployment in the AWS console is in the log from the first poll that knows it', async () => {
  const { log, world } = await playWeb({})
  const pages = log.filter(line => line.includes('in the AWS console'))
  const id = [...world.services.values()][0]?.serviceDeployments.at(-1)?.arn.split('/').at(-1)
  expect(pages).toHaveLength(1)
  expect(pages[0]).toMatch(/^ +0:(?:0\d|1\d) /)
  expect(pages[0]).toContain(`${deployments}/${id}?region=eu-west-1`)
})

test('where service deployments may not be read, it is the page of all of them', async () => {
  const played = await playWeb({
    faults: [{ kind: 'access-denied', operations: ['ListServiceDeployments'] }],
  })
  expect(text(played)).toContain(`in the AWS console: ${deployments}?region=eu-west-1`)
})

/** When ECS begins to drain the old tasks, all new ones are healthy; the load balancer then takes its time. */
const drains = { targetGroup: { deregistrationDelaySeconds: 120 } }

test.each<StoryOverrides & { readonly name: string; readonly says: RegExp }>([
  { name: 'when older tasks began to leave', history: drains, says: /, healthy by 1:1\d$/ },
  {
    name: 'the completion, where older tasks leave before',
    history: drains,
    inputs: { 'minimum-healthy-percent': '0', 'maximum-percent': '100' },
    says: /, healthy by 3:\d\d$/,
  },
  {
    name: 'nothing, where nothing checks the health',
    history: { service: { loadBalancers: [] } },
    says: /2 of 2 running$/,
  },
  {
    name: 'the completion, where containers check it',
    history: { service: { loadBalancers: [] } },
    files: filesOf({ healthCheck: { command: ['CMD-SHELL', 'curl -f http://localhost:5001/health'] } }),
    says: /2 of 2 running, healthy by \d:\d\d$/,
  },
])('a success says since when its tasks are healthy: $name', async ({ says, name: _, ...story }) => {
  const played = await playWeb(story)
  expect(played.outputs.outcome).toBe('succeeded')
  expect(played.log.find(line => line.includes('web:8 completed'))).toMatch(says)
})

test('a healthy rollout says once what it waits for', async () => {
  const { log } = await playWeb({ history: drains })
  const waits = log.filter(line => line.includes('waits for'))
  expect(waits.map(line => line.trim().replace(/^\S+ +/, ''))).toEqual([
    'waits for 2 tasks of web:7 to stop: the load balancer drains their connections (deregistration delay, 300 s unless set)',
  ])
})
