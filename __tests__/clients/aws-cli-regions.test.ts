/** The AWS CLI with --region gets the resources of that region (docs/adr/0058). */
import { afterAll, beforeAll, expect } from '@jest/globals'
import type { SimulatorServer } from '../../simulator/protocol/http-server.js'
import { healthy } from '../../simulator/scenarios/healthy.js'
import { openScenario } from '../../simulator/scenarios/open-scenario.js'
import { VirtualClock } from '../../simulator/time/virtual-clock.js'
import { runAws, testWithCli } from './support/aws-cli.js'
import { recordExchanges } from './support/record-exchanges.js'

const observers = recordExchanges()
let server: SimulatorServer

beforeAll(async () => {
  const clock = new VirtualClock()
  server = (await openScenario(healthy, { clock, validateResponses: true, ...observers })).server
})

afterAll(() => server.close())

const there = (command: string) => runAws(server, ['--region', 'us-east-1', ...command.split(' ')])

testWithCli('another region is an account without the cluster, until it is created there', async () => {
  await expect(there('ecs describe-services --cluster prod --services web')).rejects.toThrow(
    '(ClusterNotFoundException) when calling the DescribeServices operation: Cluster not found.',
  )
  expect(await there('ecs create-cluster --cluster-name prod')).toMatchObject({
    cluster: { clusterArn: 'arn:aws:ecs:us-east-1:123456789012:cluster/prod', status: 'ACTIVE' },
  })
  expect(await there('ecs list-services --cluster prod')).toStrictEqual({ serviceArns: [] })
  expect(await there('sts get-caller-identity')).toMatchObject({ Account: '123456789012' })
})

testWithCli('an ARN of another region is refused', async () => {
  const cluster = 'arn:aws:ecs:eu-west-1:123456789012:cluster/prod'
  await expect(there(`ecs describe-services --cluster ${cluster} --services web`)).rejects.toThrow(
    '(InvalidParameterException) when calling the DescribeServices operation: Invalid Region in ARN',
  )
})
