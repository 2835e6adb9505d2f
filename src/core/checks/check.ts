/** One thing that was checked before anything is changed, and what came of it. */
import type { Position } from '../errors/problem.js'

/** Every check, in the order in which they are told; docs/checks.md has a row for each. */
export const checkIds = [
  'service-active',
  'controller',
  'scheduling',
  'image-moves',
  'image-missing',
  'image-architecture',
  'execution-role',
  'secret-reference',
  'unnamed-variable',
  'duplicate-variable',
  'log-group',
  'fargate-size',
  'container-size',
  'essential',
  'duplicate-container',
  'duplicate-port',
  'dangling-reference',
  'port-bounds',
  'definition-size',
  'secret-in-clear',
  'vanished-variable',
  'drift',
  'port-host',
  'port-balancer',
  'target-group',
  'target-type',
  'health-port',
  'port-exposed',
  'port-environment',
  'health-check',
  'health-command',
  'grace-period',
  'breaker-off',
  'rollback-target',
  'primary-failed',
  'desired-count',
  'breaker-slow',
  'percent-stuck',
  'auto-scaling',
  'alarm-ringing',
  'alarm-missing',
  'alarm-none',
  'alarm-unhealthy-hosts',
  'alarm-running-tasks',
] as const

export type CheckId = (typeof checkIds)[number]

export type CheckResult =
  | 'passed'
  /** worth knowing, nothing to mend now */
  | 'notice'
  | 'warning'
  | 'refused'
  /** what it needs could not be looked at */
  | 'unseen'

export interface Check {
  readonly id: CheckId
  readonly result: CheckResult
  /** what is wrong, or why it could not be looked at; empty when passed. Without a value that may be a secret */
  readonly text: string
  /** what to do about it, as a sentence; empty where there is nothing to do */
  readonly next: string
  /** where in the user's own file */
  readonly position?: Position | undefined
  /** the page of this action that tells more: its address, or its name where that is not known */
  readonly docsUrl?: string | undefined
  /** refused whatever `preflight` says: without it there is nothing to deploy */
  readonly alwaysEnforced?: true | undefined
}

export function passed(id: CheckId): Check {
  return { id, result: 'passed', text: '', next: '' }
}

/** What a check needs was asked for and not answered: one line, never a failure. */
export function unavailable(id: CheckId, why: string): Check {
  return { id, result: 'unseen', text: `not checked: ${why}`, next: '' }
}
