import type { Service } from '../state/service.js'
import type { Task } from '../state/task.js'
import type { World } from '../world.js'

/** DescribeServices returns the latest 100 (service-event-messages). */
const maxEvents = 100

/** Prefixed with "(service NAME)". */
export function addEvent(world: World, service: Service, message: string): void {
  add(world, service, `(service ${service.name}) ${message}`)
}

export function addTaskSetEvent(
  world: World,
  service: Service,
  { deploymentId, message }: { deploymentId: string; message: string },
): void {
  add(world, service, `(service ${service.name}, taskSet ecs-svc/${deploymentId}) ${message}`)
}

export function addUnprefixedEvent(world: World, service: Service, message: string): void {
  add(world, service, message)
}

export function nameTasks(tasks: readonly Task[]): string {
  return tasks.map(task => `(task ${task.id})`).join(' ')
}

function add(world: World, service: Service, message: string): void {
  service.events.unshift({ id: world.random.uuid(), createdAt: world.now, message })
  service.events.length = Math.min(service.events.length, maxEvents)
}
