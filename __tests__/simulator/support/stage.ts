import { openWorld } from '../../../simulator/ecs/open-world.js'
import { operations } from '../../../simulator/ecs/operations.js'
import type { World, WorldOptions } from '../../../simulator/ecs/world.js'
import type { Scenario } from '../../../simulator/scenarios/scenario.js'

/** A clock that only the test moves. */
class ManualClock {
  #now = Date.UTC(2026, 8, 14, 9, 30)

  now(): number {
    return this.#now
  }

  forward(ms: number): void {
    this.#now += ms
  }
}

// biome-ignore lint/suspicious/noExplicitAny: answers are wire JSON, read as a client would
export type ResponseJson = any

/** A world under a clock in the hand, and calls to it as the protocol side makes them. */
export class Stage {
  readonly clock = new ManualClock()
  readonly world: World

  constructor(options: Omit<WorldOptions, 'clock'> = {}) {
    this.world = openWorld({ clock: this.clock, seed: 7, ...options })
  }

  static of(scenario: Scenario, options: Omit<WorldOptions, 'clock'> = {}): Stage {
    const stage = new Stage({ ...(scenario.settings && { settings: scenario.settings }), ...options })
    scenario.setUp(stage.world)
    return stage
  }

  call(operation: string, input: object = {}): ResponseJson {
    this.world.advance()
    const perform = operations[operation]
    if (perform === undefined) throw new Error(`no operation ${operation}`)
    return JSON.parse(JSON.stringify(perform(this.world, input)))
  }

  pass(seconds: number): void {
    this.clock.forward(seconds * 1000)
    this.world.advance()
  }

  /** Lets time pass second by second until it is so, and returns how many seconds that took. */
  passUntil(isSo: () => boolean, limit = 3600): number {
    for (let seconds = 0; seconds <= limit; seconds += 1) {
      if (isSo()) return seconds
      this.pass(1)
    }
    throw new Error(`not so within ${limit} seconds: ${isSo}`)
  }

  service(): ResponseJson {
    return this.call('DescribeServices', { cluster: 'prod', services: ['web'] }).services[0]
  }

  serviceDeployment(arn: string): ResponseJson {
    return this.call('DescribeServiceDeployments', { serviceDeploymentArns: [arn] }).serviceDeployments[0]
  }

  /** The service deployment of a classic deployment id, by the digits that both share. */
  bind(deploymentId: string): string {
    const digits = deploymentId.slice('ecs-svc/'.length)
    const find = () =>
      this.call('ListServiceDeployments', { cluster: 'prod', service: 'web' }).serviceDeployments.find(
        (item: ResponseJson) => item.targetServiceRevisionArn.endsWith(`/${digits}`),
      )
    this.passUntil(() => find() !== undefined, 5)
    return find().serviceDeploymentArn
  }

  messages(): string[] {
    return this.service().events.map((event: ResponseJson) => event.message)
  }

  tasks(desiredStatus: 'RUNNING' | 'STOPPED'): ResponseJson[] {
    const { taskArns } = this.call('ListTasks', { cluster: 'prod', serviceName: 'web', desiredStatus })
    return taskArns.length === 0 ? [] : this.call('DescribeTasks', { cluster: 'prod', tasks: taskArns }).tasks
  }
}

export const breakerOn = { deploymentCircuitBreaker: { enable: true, rollback: true } }

/** Does what a careful deployer does, without the action: registers the scenario's file with its image, updates the service. */
export function deploy(
  stage: Stage,
  scenario: Scenario,
  more: object = {},
): { id: string; arn: string; answer: ResponseJson } {
  const definition = JSON.parse(scenario.files['task-definition.json'] ?? '{}')
  definition.containerDefinitions[0].image = scenario.inputs.image
  const { taskDefinition } = stage.call('RegisterTaskDefinition', definition)
  const answer = stage.call('UpdateService', {
    cluster: 'prod',
    service: 'web',
    taskDefinition: taskDefinition.taskDefinitionArn,
    deploymentConfiguration: breakerOn,
    ...more,
  })
  const { id } = answer.service.deployments[0]
  return { id, arn: stage.bind(id), answer }
}
