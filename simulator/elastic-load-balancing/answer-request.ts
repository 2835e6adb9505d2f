/**
 * What an Application Load Balancer answers to a client (load-balancer-troubleshooting): 503 without a registered target,
 * 502 if the target closes the connection. Without a healthy target it sends requests to all
 * (target-group-health-checks).
 */
import { softwareOf } from '../ecs/behavior/container-software.js'
import type { HostAnswer } from '../ecs/resources/hosts.js'
import { respond } from '../ecs/resources/software.js'
import type { Target, Task } from '../ecs/state/task.js'
import type { World } from '../ecs/world.js'

interface Registered {
  readonly task: Task
  readonly target: Target
}

export function answerRequest(world: World, groupArn: string, path: string): HostAnswer {
  const registered = registeredIn(world, groupArn)
  const healthy = registered.filter(({ target }) => target.state === 'healthy')
  const candidates = healthy.length > 0 ? healthy : registered
  const chosen = candidates[Math.floor(world.random.next() * candidates.length)]
  if (!chosen) return page(503, 'Service Temporarily Unavailable')
  return answerOf(world, chosen, path)
}

function registeredIn(world: World, groupArn: string): Registered[] {
  return [...world.tasks.values()]
    .filter(({ lastStatus }) => lastStatus === 'RUNNING')
    .flatMap(task => task.targets.map(target => ({ task, target })))
    .filter(({ target }) => target.groupArn === groupArn && target.state !== 'draining')
}

function answerOf(world: World, { task, target }: Registered, path: string): HostAnswer {
  const container = task.containers.find(({ definition }) => definition.name === target.containerName)
  const software = container && softwareOf(world, container)
  const seconds = (world.now - (task.containersStartedAt ?? world.now)) / 1_000
  const response = software && respond(software, { port: target.port, path, seconds })
  if (response?.kind !== 'status') return page(502, 'Bad Gateway')
  const body = response.code === 200 ? (software?.pages?.[path] ?? '') : `${response.code}\n`
  return { status: response.code, body }
}

/** As the load balancer writes it. */
function page(status: number, reason: string): HostAnswer {
  const title = `${status} ${reason}`
  const body = `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n</body>\r\n</html>\r\n`
  return { status, body }
}
