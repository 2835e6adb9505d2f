/** boto3 before the simulator: its own model of each operation finds nothing wrong with the answers. */
import { execFile, spawnSync } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from '@jest/globals'
import { World } from '../../simulator/ecs/world.js'
import { startServer } from '../../simulator/protocol/server.js'
import { ScaledClock } from '../../simulator/time/scaled-clock.js'

const { BOTO3_PATH } = process.env
const env = { ...process.env, ...(BOTO3_PATH ? { PYTHONPATH: BOTO3_PATH } : {}) }
const installed = spawnSync('python3', ['-c', 'import boto3'], { env }).status === 0
const required = process.env.REQUIRE_BOTO3 === '1'
// Skipped where boto3 is not installed, except where it is required to be.
const testWithBoto3 = installed || required ? test : test.skip
if (!installed && !required)
  console.warn('boto3 is not installed: its test is skipped (REQUIRE_BOTO3=1 fails it).')

/** Members that ECS got in July 2026: an older botocore does not have them in its model, and leaves them out. */
const newer = /deploymentCircuitBreaker\.(?:resetOnHealthyTask|thresholdConfiguration) is not in the model$/

testWithBoto3(
  'a service is created, waited for, updated and read, and every answer fits botocore',
  async () => {
    const clock = new ScaledClock({ speed: 600 })
    const world = new World({ clock, region: 'eu-west-1' })
    world.images.addOtherwise({})
    const server = await startServer({ world, clock, checkAnswers: true })
    try {
      const script = ['__tests__/simulator/support/boto3-session.py', server.url]
      const { stdout } = await promisify(execFile)('python3', script, { encoding: 'utf8', env })
      const { seen, problems, operations } = JSON.parse(stdout)
      expect((problems as string[]).filter(problem => !newer.test(problem))).toStrictEqual([])
      expect(seen).toStrictEqual({
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
  120_000,
)
