/** In order of precedence. */
import type { ClassRow, TaskEnd } from './class-row.js'
import { alarm } from './classes/alarm.js'
import { containerExit } from './classes/container-exit.js'
import { healthCheck } from './classes/health-check.js'
import { imagePull } from './classes/image-pull.js'
import { lifecycleHook } from './classes/lifecycle-hook.js'
import { other } from './classes/other.js'
import { outOfMemory } from './classes/out-of-memory.js'
import { permissions } from './classes/permissions.js'
import { placement } from './classes/placement.js'
import { resourceInitialization } from './classes/resource-initialization.js'
import { timeLimit } from './classes/time-limit.js'
import { verification } from './classes/verification.js'
import type { Failure } from './failure.js'

export const failureClasses = [
  outOfMemory,
  imagePull,
  resourceInitialization,
  healthCheck,
  placement,
  containerExit,
  lifecycleHook,
  alarm,
  permissions,
  verification,
  timeLimit,
  other,
] as const satisfies readonly ClassRow[]

export type FailureClass = (typeof failureClasses)[number]['id']

export function classRow(failureClass: FailureClass): ClassRow {
  return failureClasses.find(({ id }) => id === failureClass) ?? other
}

export function classOfTask(end: TaskEnd): FailureClass {
  return (failureClasses.find(row => row.matchesTask(end)) ?? other).id
}

/** For a deployment that no failed task explains. */
export function classOfReason(reason: string | undefined): FailureClass {
  return (failureClasses.find(row => row.matchesDeployment(reason ?? '')) ?? other).id
}

export function nextStep(
  failureClass: FailureClass,
  { reason = '', container, exitCode }: Partial<Failure> = {},
): string {
  return classRow(failureClass).nextStep({ reason, container, exitCode })
}
