import { expect, test } from '@jest/globals'
import { callEcs } from '../../bench/call-ecs.js'
import { serviceName, worldOf } from '../../bench/simulator-world.js'
import { startSimulator } from '../../simulator/start-simulator.js'

test('each service of the measured world runs all its tasks, and a crashing image is rolled back', async () => {
  const simulator = await startSimulator({ world: worldOf({ services: 3, tasksEach: 4 }), speed: 0 })
  try {
    const call = (operation: string, input: object) => callEcs(simulator.url, operation, input)
    const service = { cluster: 'fleet', service: serviceName(2) }
    await call('UpdateService', { ...service, taskDefinition: `${serviceName(2)}:3` })
    simulator.advance('15m')
    const answer = await call('DescribeServices', {
      cluster: 'fleet',
      services: [0, 1, 2].map(serviceName),
    })
    expect(answer.services).toMatchObject(
      [0, 1, 2].map(nth => ({
        runningCount: 4,
        taskDefinition: expect.stringMatching(`/${serviceName(nth)}:1$`),
        deployments: [{ rolloutState: 'COMPLETED' }],
      })),
    )
  } finally {
    await simulator.close()
  }
})
