/** When ECS decided a deployment, read from the simulator's world rather than from an answer. */
import { type Service, serviceDeploymentOf } from '../simulator/ecs/state/service.js'
import type { World } from '../simulator/ecs/world.js'

interface Rollout {
  readonly service: string
  readonly digits: string
  readonly at: number
}

/** Records the rollouts that begin from now on. */
export class Rollouts {
  readonly #world: World
  readonly #begun: Rollout[] = []

  constructor(world: World) {
    this.#world = world
    world.onRollout(({ name }, { id }) => this.#begun.push({ service: name, digits: id, at: world.now }))
  }

  /**
   * When the result of this deployment was certain: its service deployment ended, it FAILED with nothing to roll it
   * back, or another one replaced it. Undefined where ECS did not decide, or forgot it.
   */
  decidedAt(service: string, deploymentId: string, outcome: string): number | undefined {
    return this.#decidedAt(service, deploymentId.slice(deploymentId.lastIndexOf('/') + 1), outcome)
  }

  /** The same for the first deployment of the service. */
  firstDecidedAt(service: string, outcome: string): number | undefined {
    const first = this.#begun.find(rollout => rollout.service === service)
    return first && this.#decidedAt(service, first.digits, outcome)
  }

  #decidedAt(service: string, digits: string, outcome: string): number | undefined {
    const found = [...this.#world.services.values()].find(({ name }) => name === service)
    if (!found) return undefined
    switch (outcome) {
      case 'superseded':
        return this.#nextAfter(service, digits)
      case 'failed':
        return endOf(found, digits) ?? failedAt(found, digits)
      case 'succeeded':
      case 'idle':
      case 'rolled-back':
        return endOf(found, digits)
      default:
        return undefined
    }
  }

  #nextAfter(service: string, digits: string): number | undefined {
    const own = this.#begun.filter(rollout => rollout.service === service)
    return own[own.findIndex(rollout => rollout.digits === digits) + 1]?.at
  }
}

function endOf(service: Service, digits: string): number | undefined {
  return serviceDeploymentOf(service, digits)?.finishedAt
}

function failedAt(service: Service, digits: string): number | undefined {
  return service.deployments.find(({ id }) => id === digits)?.failedAt
}
