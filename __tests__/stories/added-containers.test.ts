/** Containers that AWS adds to tasks fail, too: they are named, and no advice is about what the user cannot change. */
import { expect, test } from '@jest/globals'
import type { Sidecar } from '../../simulator/ecs/resources/sidecars.js'
import type { Software } from '../../simulator/ecs/resources/software.js'
import type { World } from '../../simulator/ecs/world.js'
import { filesOf } from '../../simulator/scenarios/web-service.js'
import { playWeb, type StoryOverrides, text, verdict } from '../support/web-stories.js'

const healthCheck = { interval: 10, retries: 3 }

const proxy: Sidecar = {
  namePrefix: 'ecs-service-connect-',
  image: 'aws-appmesh-envoy-manager:v1',
  essential: true,
  healthCheck,
}
const agent: Sidecar = {
  namePrefix: 'aws-guardduty-agent-',
  image: '694911143906.dkr.ecr.eu-west-1.amazonaws.com/aws-guardduty-agent-fargate:v1',
  essential: false,
  healthCheck,
}

const added = (sidecar: Sidecar, software: Software): StoryOverrides => ({
  also: (world: World) => world.sidecars.add(sidecar, software),
})

test.each<StoryOverrides & { readonly name: string; readonly as: string; readonly says: readonly RegExp[] }>([
  {
    name: 'the proxy of Service Connect is unhealthy',
    ...added(proxy, { containerHealthCheckPasses: false }),
    as: 'health-check',
    says: [
      /(\d) of \1 failed tasks of web:8 failed the container health check of ecs-service-connect-\w{5}; ecs-service-connect-\w{5} is the Service Connect proxy, which AWS adds to the task/,
      /256 CPU units and 64 MiB more/,
    ],
  },
  {
    name: 'the same beside a health check of the task definition',
    ...added(proxy, { containerHealthCheckPasses: false }),
    files: filesOf({ healthCheck: { command: ['CMD', 'true'], ...healthCheck } }),
    as: 'health-check',
    says: [/container health check of ecs-service-connect-/, /256 CPU units/],
  },
  {
    name: 'the agent of GuardDuty is unhealthy',
    ...added(agent, { containerHealthCheckPasses: false }),
    as: 'health-check',
    says: [/container health check of aws-guardduty-agent-\w{5}; .* the GuardDuty agent/, /GuardDutyManaged/],
  },
  {
    name: 'the proxy ends',
    ...added(proxy, { exitsAfterSeconds: 1, exitCode: 1 }),
    as: 'container-exit',
    says: [
      /(\d) of \1 failed tasks of web:8 ended because ecs-service-connect-\w{5} exited with code 1; .* the Service Connect proxy/,
      /256 CPU units/,
    ],
  },
])('$name', async ({ as, says, name: _, ...story }) => {
  const played = await playWeb(story)
  expect(played.outputs).toMatchObject({ outcome: 'rolled-back', 'failure-class': as })
  for (const words of says) expect(verdict(played)).toMatch(words)
  expect(verdict(played)).not.toMatch(/health check command|web:9be21c4/)
})

test('of two health checks of the task definition, the one that failed is named', async () => {
  const played = await playWeb({
    software: { containerHealthCheckPasses: false },
    files: filesOf({ healthCheck: { command: ['CMD', 'curl'], ...healthCheck } }),
    ...{ also: (world: World) => world.sidecars.add(proxy, {}) },
  })
  expect(played.outputs).toMatchObject({ outcome: 'rolled-back', 'failure-class': 'health-check' })
  expect(verdict(played)).toContain(
    'failed the container health check of app; the health check of app failed 3 times',
  )
  expect(text(played)).toContain('Task failed container health checks (app)')
})
