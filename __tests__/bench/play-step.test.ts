/** Programs that stand for an action, in processes of their own, on scaled time. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { playStep, type StepFigures } from '../../bench/play-step.js'
import { scenarioNamed } from '../../bench/verdict-scenarios.js'
import { commit, imageOf, taskDefinition } from '../../simulator/scenarios/web-service.js'

let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'play-step-'))
})
afterAll(() => rm(directory, { recursive: true, force: true }))

const ecs = `
const ecs = async (operation, input) => {
  const headers = {
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': 'AmazonEC2ContainerServiceV20141113.' + operation,
    authorization: 'AWS4-HMAC-SHA256 Credential=x/20260115/eu-west-1/ecs/aws4_request, SignedHeaders=host, Signature=0',
  }
  const answer = await fetch(process.env.AWS_ENDPOINT_URL_ECS, { method: 'POST', headers, body: JSON.stringify(input) })
  if (!answer.ok) throw new Error(await answer.text())
}
const deploy = async () => {
  await ecs('RegisterTaskDefinition', ${JSON.stringify(taskDefinition(imageOf(commit)))})
  await ecs('UpdateService', { cluster: 'prod', service: 'web', taskDefinition: 'web' })
}
const seconds = count => new Promise(resolve => setTimeout(resolve, count * 1000))
`

async function play(scenario: string, program: string, speed = 400): Promise<StepFigures> {
  const main = join(directory, `${scenario}-${program.length}.mjs`)
  await writeFile(main, ecs + program)
  return playStep({ scenario: scenarioNamed(scenario), speed, seed: 1 }, { main, inputs: {}, files: {} })
}

test('a wait of the process takes simulated seconds, and the lag begins when ECS has decided', async () => {
  const figures = await play(
    'healthy',
    `await deploy(); await seconds(400); console.log('::debug::hidden'); console.log('shown'); process.exitCode = 3`,
  )

  expect(figures).toMatchObject({ exitCode: 3, logText: 'shown', calls: 2, ecsCalls: 2, bucketCalls: 1 })
  expect(figures.lasted).toBeGreaterThanOrEqual(400)
  // A rollout of two tasks takes two minutes in this scenario.
  expect(figures.lag).toBeGreaterThan(200)
  expect(figures.lag).toBeLessThan(figures.lasted - 60)
})

test('a process that ends before ECS decides has a negative lag', async () => {
  // Two minutes at this speed are more than a busy machine takes to start a process.
  const figures = await play('healthy', 'await deploy()', 15)

  expect(figures.exitCode).toBe(0)
  expect(figures.lag).toBeLessThan(0)
})

test('the breaker is on although the process does not turn it on', async () => {
  const figures = await play('crash-at-start', 'await deploy(); await seconds(300)')

  expect(figures.lag).toBeGreaterThan(0)
})

test('nothing is decided without capacity for a task', async () => {
  const figures = await play('no-capacity', 'await deploy()')

  expect(figures.lag).toBeUndefined()
})
