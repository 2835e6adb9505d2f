import type { Settings } from '../../ecs/settings.js'
import { flag, integer, type JsonSchema, number, object, oneOf } from './json-schema.js'

const settings: Readonly<Record<keyof Settings, JsonSchema>> = {
  rolloutStartMs: number('From UpdateService or CreateService to the first task start.'),
  schedulerMs: number('From a change to the reaction of the scheduler.'),
  provisioningMs: number('How long a task is PROVISIONING.'),
  activatingMs: number('From the start of the containers to RUNNING.'),
  deprovisioningMs: number('How long a task is DEPROVISIONING.'),
  pullRetriesMs: number('How long ECS retries a failing image pull.'),
  presumedHealthyMs: number('From RUNNING until a task without health checks counts as healthy.'),
  stoppedTaskRetentionMs: number('How long stopped tasks stay visible.'),
  currentServiceDeploymentLagMs: number('Until DescribeServices shows currentServiceDeployment.'),
  listLagMs: {
    type: 'array',
    items: { type: 'number', minimum: 0 },
    minItems: 2,
    maxItems: 2,
    description: 'The least and the greatest delay of a new deployment in ListServiceDeployments.',
  },
  staleReadsMs: number('How long DescribeServices returns the state before an update.'),
  newTaskLagMs: number('How long DescribeTasks does not find a new task.'),
  failedReadLagMs: number('How long a deployment in rollback still reads IN_PROGRESS.'),
  completedLagMs: number('From SUCCESSFUL to COMPLETED in deployments.'),
  cleanupWaitMs: number('How long SUCCESSFUL waits for old tasks that stop; by default until they are gone.'),
  defaultBakeMs: number('Bake time of a deployment with alarms if bakeTimeInMinutes is 0.'),
  countExitAfterRunning: flag('Whether the exit of a healthy task counts as a failure.'),
  breakerFires: flag('If false, the circuit breaker counts and never acts.'),
  rollbackNewId: flag('If true, a rollback gets a new deployment id.'),
  rollbackResetsCreatedAt: flag('Whether a rollback resets createdAt.'),
  rollbackReasonFullStop: flag('Whether the reason of a rollback ends with a period.'),
  deploymentOrder: oneOf(['newest-first', 'oldest-first', 'by-id'], 'Of the list deployments.'),
  daemonInstances: integer('Container instances; each runs one task of a DAEMON service.'),
}

export const settingsDefinition = object(
  settings,
  [],
  'Timing, and choices where AWS documents nothing (docs/simulator.md).',
)
