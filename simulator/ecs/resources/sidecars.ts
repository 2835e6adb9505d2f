import type { ContainerDefinition } from '../state/task-definition.js'
import type { Images } from './images.js'
import type { Software } from './software.js'

/**
 * Containers that AWS adds to tasks, under a name with a random end: the proxy of Service Connect
 * (service-connect-concepts-deploy), the agent of GuardDuty (guardduty, runtime-monitoring-ecs).
 */
export type Sidecar = Omit<ContainerDefinition, 'name'> & {
  readonly namePrefix: 'ecs-service-connect-' | 'aws-guardduty-agent-'
}

export class Sidecars {
  readonly #images: Images
  readonly #all: Sidecar[] = []

  constructor(images: Images) {
    this.#images = images
  }

  add(sidecar: Sidecar, software: Software): void {
    this.#images.add(sidecar.image, software)
    this.#all.push(sidecar)
  }

  /** Of a new task. */
  definitions(nameEnd: () => string): ContainerDefinition[] {
    return this.#all.map(({ namePrefix, ...definition }) => ({ ...definition, name: namePrefix + nameEnd() }))
  }
}
