/** boto3 before the simulator: its own model of each operation finds nothing wrong with the answers. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect } from '@jest/globals'
import { openWorld } from '../../simulator/ecs/open-world.js'
import { startServer } from '../../simulator/protocol/server.js'
import { ScaledClock } from '../../simulator/time/scaled-clock.js'
import { boto3Environment, newerThanBotocore, testWithBoto3 } from './support/boto3.js'
import { recordExchanges } from './support/record-exchanges.js'

const observers = recordExchanges()

testWithBoto3(
  'a service is created, waited for, updated and read, and every answer fits botocore',
  async () => {
    const clock = new ScaledClock({ speed: 600 })
    const world = openWorld({ clock, region: 'eu-west-1' })
    world.images.setFallbackSoftware({})
    const server = await startServer({ world, clock, validateResponses: true, ...observers })
    try {
      const script = ['__tests__/clients/support/boto3-session.py', server.url]
      const { stdout } = await promisify(execFile)('python3', script, {
        encoding: 'utf8',
        env: boto3Environment,
      })
      const { seen: facts, problems, operations } = JSON.parse(stdout)
      expect((problems as string[]).filter(problem => !newerThanBotocore.test(problem))).toStrictEqual([])
      expect(facts).toStrictEqual({
        'deployments during the rollout': ['PRIMARY', 'ACTIVE'],
        'task definition': 'web:2',
        'rollout states': ['COMPLETED'],
        'created at': 'datetime',
        'service deployments': ['SUCCESSFUL', 'SUCCESSFUL'],
        tasks: ['RUNNING', 'RUNNING'],
        ClusterNotFoundException: 'Cluster not found.',
        ServiceNotFoundException: 'Service not found.',
        ClientException: expect.stringMatching(/task definition/i),
      })
      expect(operations).toHaveLength(17)
    } finally {
      await server.close()
    }
  },
)
