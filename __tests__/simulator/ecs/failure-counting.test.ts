import { expect, test } from '@jest/globals'
import type { Software } from '../../../simulator/ecs/resources/software.js'
import type { Scenario } from '../../../simulator/scenarios/scenario.js'
import { scenarios } from '../../../simulator/scenarios/scenarios.js'
import {
  commit,
  imageOf,
  openTargetGroup,
  workingSoftware,
} from '../../../simulator/scenarios/web-service.js'
import { deploy, Stage } from '../support/stage.js'

const healthy = scenarios.healthy as Scenario

/** Healthy at the load balancer's first check, some 30 seconds after the start, and dead a little later. */
const flapping: Software = { ...workingSoftware, exitsAfterSeconds: 45 }

type Course = { readonly breaker?: object; readonly settings?: object; readonly seconds?: number }

function roll(software: Software, course: Course = {}): { stage: Stage; arn: string } {
  const { breaker = {}, settings = {}, seconds = 1200 } = course
  const stage = Stage.of(healthy, { settings })
  stage.world.images.add(imageOf(commit), software)
  const { arn } = deploy(stage, healthy, {
    deploymentConfiguration: {
      deploymentCircuitBreaker: { enable: true, rollback: true, ...breaker },
    },
  })
  stage.pass(seconds)
  return { stage, arn }
}

test.each([
  {
    name: 'exits before RUNNING count',
    software: { ...workingSoftware, exitsAfterSeconds: 1 },
    status: 'ROLLBACK_SUCCESSFUL',
  },
  {
    name: 'a crash after RUNNING, before the health check was ever passed, counts',
    software: { ...workingSoftware, exitsAfterSeconds: 10 },
    status: 'ROLLBACK_SUCCESSFUL',
  },
  {
    name: 'killed for its memory counts as well',
    software: { ...workingSoftware, exitsAfterSeconds: 10, outOfMemory: true },
    status: 'ROLLBACK_SUCCESSFUL',
  },
])('$name', ({ software, status }) => {
  const { stage, arn } = roll(software)

  expect(stage.serviceDeployment(arn).status).toBe(status)
})

test.each([
  { name: 'does not count', settings: {}, failures: 0 },
  { name: 'counts where the world is set so', settings: { countExitAfterRunning: true }, failures: 2 },
])('a crash after it was healthy $name', ({ settings, failures }) => {
  const { stage, arn } = roll(flapping, { settings, breaker: { resetOnHealthyTask: false }, seconds: 110 })

  expect(stage.tasks('STOPPED').filter(task => task.stopCode === 'EssentialContainerExited')).toHaveLength(2)
  expect(stage.serviceDeployment(arn).deploymentCircuitBreaker.failureCount).toBe(failures)
})

test.each([
  { name: 'a healthy task resets the count', resetOnHealthyTask: true, status: 'IN_PROGRESS' },
  { name: 'without the reset failures add up', resetOnHealthyTask: false, status: 'ROLLBACK_IN_PROGRESS' },
])('tasks that turn sick after they were healthy: $name', ({ resetOnHealthyTask, status }) => {
  const stage = Stage.of(healthy)
  stage.world.images.add(imageOf(commit), { ...workingSoftware, unhealthyAfterSeconds: 45 })
  openTargetGroup(stage.world, { deregistrationDelaySeconds: 300 })
  const { arn } = deploy(stage, healthy, {
    deploymentConfiguration: {
      maximumPercent: 400,
      deploymentCircuitBreaker: {
        enable: true,
        rollback: true,
        resetOnHealthyTask,
        thresholdConfiguration: { type: 'COUNT', value: 4 },
      },
    },
  })
  stage.pass(300)

  expect(stage.serviceDeployment(arn).status).toBe(status)
})

test('a wrong architecture fails the pull', () => {
  const { stage, arn } = roll({ ...workingSoftware, architectures: ['ARM64'], index: true })

  expect(stage.serviceDeployment(arn).status).toBe('ROLLBACK_SUCCESSFUL')
  expect(stage.tasks('STOPPED').map(task => task.stoppedReason)).toContain(
    "CannotPullContainerError: image Manifest does not contain descriptor matching platform 'linux/amd64'",
  )
})

test('a plain image of a wrong architecture is pulled, and its program does not start', () => {
  const { stage, arn } = roll({ ...workingSoftware, architectures: ['ARM64'] })

  expect(stage.serviceDeployment(arn).status).toBe('ROLLBACK_SUCCESSFUL')
  const [container] = stage.tasks('STOPPED').flatMap(task => task.containers)
  expect(container).toMatchObject({ exitCode: 1, imageDigest: expect.stringMatching(/^sha256:/) })
})

test('a breaker that never fires, as observed with images that cannot be pulled, keeps counting', () => {
  const { stage, arn } = roll(
    { ...workingSoftware, exitsAfterSeconds: 1 },
    { settings: { breakerFires: false } },
  )

  const { status, deploymentCircuitBreaker } = stage.serviceDeployment(arn)
  expect(status).toBe('IN_PROGRESS')
  expect(deploymentCircuitBreaker.failureCount).toBeGreaterThan(10)
})

test('nothing is judged within the grace period', () => {
  const stage = Stage.of(scenarios['port-mismatch'] as Scenario)
  const { arn } = deploy(stage, scenarios['port-mismatch'] as Scenario, {
    healthCheckGracePeriodSeconds: 300,
  })
  stage.pass(310)
  expect(stage.serviceDeployment(arn).deploymentCircuitBreaker.failureCount).toBe(0)
  stage.pass(60)
  expect(stage.serviceDeployment(arn).deploymentCircuitBreaker.failureCount).toBe(2)
})
