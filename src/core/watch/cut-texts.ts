/**
 * ECS cuts long texts, perhaps in the middle of a value. That shows only at the end of the text, so it is hidden before
 * the text becomes a part of ours. The rest stays: the evaluation reads it.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Container.html
 */
import type { Service } from '../ecs/service.js'
import type { ServiceDeployment } from '../ecs/service-deployment.js'
import type { Task } from '../ecs/task.js'
import { hideCutEnd } from '../redaction/redact.js'
import type { Snapshot } from './tracked-deployment.js'
import type { Answer, NotRead, WatchEvent } from './watch-event.js'

type Hide = <T extends string | undefined>(text: T) => T | string

export function withoutCutValues(event: WatchEvent, secrets: readonly string[]): WatchEvent {
  const hide = hideIn(secrets)
  switch (event.kind) {
    case 'polled':
      return {
        ...event,
        service: mapAnswer(event.service, service => serviceWithout(service, hide)),
        serviceDeployment: mapAnswer(event.serviceDeployment, one => one && deploymentWithout(one, hide)),
      }
    case 'glanced':
      return {
        ...event,
        serviceDeployment: mapAnswer(event.serviceDeployment, one => one && deploymentWithout(one, hide)),
      }
    case 'tasks-read':
      return { ...event, tasks: mapAnswer(event.tasks, tasks => tasks.map(task => taskWithout(task, hide))) }
    default:
      return event
  }
}

export function snapshotWithout(snapshot: Snapshot, secrets: readonly string[]): Snapshot {
  return { ...snapshot, service: serviceWithout(snapshot.service, hideIn(secrets)) }
}

function hideIn(secrets: readonly string[]): Hide {
  return text => (text === undefined ? text : hideCutEnd(text, secrets))
}

function mapAnswer<T>(answer: Answer<T>, map: (value: T) => T): Answer<T>
function mapAnswer<T>(answer: Answer<T> | NotRead, map: (value: T) => T): Answer<T> | NotRead
function mapAnswer<T>(answer: Answer<T> | NotRead, map: (value: T) => T): Answer<T> | NotRead {
  return answer.kind === 'answered' ? { kind: 'answered', value: map(answer.value) } : answer
}

function serviceWithout(service: Service | 'missing', hide: Hide): Service | 'missing' {
  if (service === 'missing') return service
  return {
    ...service,
    events: service.events.map(event => ({ ...event, message: hide(event.message) })),
    deployments: service.deployments.map(deployment => ({
      ...deployment,
      rolloutStateReason: hide(deployment.rolloutStateReason),
    })),
  }
}

function deploymentWithout(deployment: ServiceDeployment, hide: Hide): ServiceDeployment {
  const { rollback, statusReason } = deployment
  return {
    ...deployment,
    statusReason: hide(statusReason),
    rollback: rollback && { ...rollback, reason: hide(rollback.reason) },
  }
}

function taskWithout(task: Task, hide: Hide): Task {
  return {
    ...task,
    stoppedReason: hide(task.stoppedReason),
    containers: task.containers.map(container => ({ ...container, reason: hide(container.reason) })),
  }
}
