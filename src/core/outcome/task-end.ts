/**
 * How a one-off task ended. Only essential containers decide: when one ends, ECS stops the others, whose exit codes say
 * nothing. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html
 */
import { shortenArns } from '../ecs/arn.js'
import type { Container, Task } from '../ecs/task.js'
import { containersOf } from '../task-definition/containers.js'
import { isObject, type JsonObject } from '../text/json.js'

export type TaskEnd =
  | { readonly kind: 'running' }
  | { readonly kind: 'succeeded'; readonly exitCode: number }
  | {
      readonly kind: 'failed'
      /** of the container that decides; undefined: it never ran */
      readonly exitCode: number | undefined
      readonly container: string | undefined
    }

export function endOfTask(task: Task, definition: JsonObject): TaskEnd {
  if (task.lastStatus !== 'STOPPED') return { kind: 'running' }
  const containers = decisiveContainers(task, definition)
  const failed = containers.find(({ exitCode }) => exitCode !== 0)
  const [first] = containers
  const hasEnded = task.stopCode === 'EssentialContainerExited' || task.stopCode === undefined
  if (hasEnded && first && !failed) return { kind: 'succeeded', exitCode: 0 }
  const decisive = failed ?? first
  return { kind: 'failed', exitCode: decisive?.exitCode, container: decisive?.name }
}

/**
 * A container without an exit code never ran; one that the answer lacks counts as such. Those that ECS killed after
 * another had ended come last.
 */
function decisiveContainers({ containers }: Task, definition: JsonObject): readonly Container[] {
  const essential = containersOf(definition)
    .filter(({ value }) => value.essential !== false)
    .flatMap(({ name, value }): Container[] => {
      const found = containers.find(container => container.name === name) ?? neverRan(name)
      return isStoppedRouter(found, value) ? [] : [found]
    })
  return essential.toSorted((a, b) => Number(isKilled(a)) - Number(isKilled(b)))
}

function neverRan(name: string): Container {
  return { name, healthStatus: undefined, exitCode: undefined, reason: undefined }
}

/** AWS's own examples of a log router make it essential. */
function isStoppedRouter(container: Container, definition: JsonObject): boolean {
  return isObject(definition.firelensConfiguration) && isKilled(container) && container.reason === undefined
}

function isKilled({ exitCode }: Container): boolean {
  return exitCode === 137 || exitCode === 143
}

/** The container whose end made ECS kill the others. */
export function endedFirst(task: Task, definition: JsonObject): string | undefined {
  const [first, ...others] = decisiveContainers(task, definition)
  return first?.exitCode === 0 && others.some(isKilled) ? first.name : undefined
}

/** For the diagnosis: without the containers that do not decide. */
export function onlyDecisive(task: Task, definition: JsonObject): Task {
  const containers = decisiveContainers(task, definition)
  return containers.length > 0 ? { ...task, containers } : task
}

export function stopReason({ stoppedReason }: Task): string | undefined {
  return stoppedReason ? shortenArns(stoppedReason).trim().replace(/\.$/, '') : undefined
}
