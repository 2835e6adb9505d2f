/**
 * Judges our own deployment from what one look shows. Both views are read: the service deployment says how it ended,
 * the classic deployments say who is PRIMARY and therefore serves. "The service is stable" is never evidence: a
 * service is stable after a rollback, too (docs/adr/0005).
 *
 * Reads are eventually consistent. A look in which the views contradict each other decides nothing; the next one will.
 */

import type { Deployment } from '../ecs/service.js'
import type { DeploymentStage, ServiceDeployment } from '../ecs/service-deployment.js'
import { given } from '../given.js'
import { type Scene, sceneOf } from './deployment-view.js'
import { staleFor } from './pace.js'
import type { Sight, Tracked } from './tracked-deployment.js'

/** What earlier looks have shown. */
export interface Memory {
  /** our id has been in an answer */
  readonly seen: boolean
  /** looks in a row that found no service */
  readonly missing: number
  /** looks in a row that could mean this ending by the classic view alone, and the first of them */
  readonly hint?: { readonly kind: Ending['kind']; readonly looks: number; readonly since: number }
  /** our deployment has been FAILED in the classic view */
  readonly failed: boolean
  /** somebody or something asked for our end: the first look that showed it */
  readonly rollbackSince?: number
  readonly stopSince?: number
  /** the deployment that a rollback went back to: when it has completed, nothing says any more what it was */
  readonly returned?: string
}

export const noMemory: Memory = { seen: false, missing: 0, failed: false }

export type Ending =
  /** `completedAt`: by the service deployment, where it could be read */
  | { readonly kind: 'succeeded'; readonly running: number; readonly completedAt?: number }
  | { readonly kind: 'idle' }
  | { readonly kind: 'rolled-back'; readonly serving: string; readonly reason?: string }
  | {
      readonly kind: 'failed'
      readonly running: number
      readonly reason: string
      readonly replacedBy?: Deployment
    }
  | {
      readonly kind: 'superseded'
      readonly by: Deployment
      readonly fate: 'undecided' | 'completed' | 'rolling-back'
    }
  | {
      readonly kind: 'unknown'
      readonly reason: string
      /** what is not there any more, where that is why */
      readonly lost?: 'service' | 'credentials'
    }

export type Verdict =
  | {
      readonly kind: 'watching'
      readonly stage: 'rolling-out' | 'rolling-back' | 'stopping'
      /** ECS calls it completed; why that is not believed yet */
      readonly heldBack?: string
    }
  | { readonly kind: 'decided'; readonly ending: Ending }

export interface Judgement {
  readonly verdict: Verdict
  readonly memory: Memory
}

export function judge(tracked: Tracked, before: Memory, sight: Sight): Judgement {
  if (sight.service === 'missing') {
    const { hint: _, ...lasting } = before
    const memory = { ...lasting, missing: before.missing + 1 }
    const gone = memory.missing >= 2
    return gone
      ? decided(memory, { kind: 'unknown', reason: 'the service is not there any more', lost: 'service' })
      : watching(memory)
  }
  const { service, serviceDeployment } = sight
  if (service.status !== 'ACTIVE') {
    return decided(before, {
      kind: 'unknown',
      reason: `the service is ${service.status}: somebody deleted it`,
      lost: 'service',
    })
  }

  const known = before.returned ? [...tracked.before, before.returned] : tracked.before
  const scene = sceneOf({ ...tracked, before: known }, service, serviceDeployment)
  const seen = before.seen || scene.ours !== undefined || sight.at - tracked.startedAt >= staleFor
  const rollingBack = scene.stage === 'rolling-back' || (seen && scene.reverting)
  const since = (earlier: number | undefined, now: boolean) => earlier ?? (now ? sight.at : undefined)
  const rollbackSince = since(before.rollbackSince, rollingBack)
  const stopSince = since(before.stopSince, scene.stage === 'stopping')
  const returned = before.returned ?? (rollingBack && scene.reverted ? scene.primary?.id : undefined)
  const memory: Memory = {
    seen,
    missing: 0,
    failed: before.failed || scene.ours?.rolloutState === 'FAILED',
    ...given('rollbackSince', rollbackSince),
    ...given('stopSince', stopSince),
    ...given('returned', returned),
  }

  const certain = scene.stage ? byServiceDeployment(tracked, scene, scene.stage, memory) : undefined
  if (certain) return decided(memory, certain)
  const stranger = byStranger(tracked, scene, memory)
  if (stranger) return decided(memory, stranger)

  const likely = byClassicView(scene, memory)
  if (!likely) return watching(memory)
  if (likely.kind === 'succeeded' || likely.kind === 'idle') return decided(memory, likely)
  const same = before.hint?.kind === likely.kind ? before.hint : undefined
  const hint = { kind: likely.kind, looks: (same?.looks ?? 0) + 1, since: same?.since ?? sight.at }
  return isEnough(hint, scene, memory, sight.at) ? decided(memory, likely) : watching({ ...memory, hint })
}

/**
 * One classic read can be old, or catch the moment between the failure and the rollback: it takes two in a row, and
 * more where a service deployment could say it by itself. That ours is gone and an older one is PRIMARY looks the same
 * in a stale read: without a sign of a failure it takes as long as reads can be stale.
 */
function isEnough(hint: NonNullable<Memory['hint']>, scene: Scene, memory: Memory, now: number): boolean {
  const signs = memory.failed || memory.rollbackSince !== undefined || scene.stage === 'stopped'
  if (hint.kind === 'rolled-back' && !signs) return scene.stage === undefined && now - hint.since >= staleFor
  return hint.looks >= (scene.stage === undefined ? 2 : 4)
}

function byServiceDeployment(
  tracked: Tracked,
  scene: Scene,
  stage: DeploymentStage,
  memory: Memory,
): Ending | undefined {
  const { ours, stranger, serviceDeployment } = scene
  const running = ours?.runningCount ?? 0
  const replacedBy = stranger ? { replacedBy: stranger } : {}
  switch (stage) {
    case 'ongoing':
    case 'stopping':
    case 'rolling-back':
      return undefined
    case 'successful':
      if (stranger) return { kind: 'superseded', by: stranger, fate: 'completed' }
      return scene.leading && ours?.rolloutState !== 'FAILED' ? completed(scene) : undefined
    case 'rolled-back':
      if (stranger) return { kind: 'superseded', by: stranger, fate: 'rolling-back' }
      return scene.reverted ? rolledBack(scene, serviceDeployment) : undefined
    case 'rollback-failed':
      if (stranger && memory.rollbackSince !== undefined)
        return { kind: 'superseded', by: stranger, fate: 'rolling-back' }
      return {
        kind: 'failed',
        running,
        reason: serviceDeployment?.statusReason ?? 'the rollback failed',
        ...replacedBy,
      }
    case 'stopped': {
      if (hasFailed(scene))
        return { kind: 'failed', running, reason: stopReason(tracked, scene), ...replacedBy }
      if (stranger) return { kind: 'superseded', by: stranger, fate: 'undecided' }
      return scene.reverted && memory.rollbackSince !== undefined
        ? rolledBack(scene, serviceDeployment)
        : undefined
    }
  }
}

/** The breaker or an alarm ended it: a person or a newer deployment would not leave this. */
function hasFailed({ ours, serviceDeployment }: Scene): boolean {
  const tripped = serviceDeployment?.breaker?.status === 'TRIGGERED' || ours?.rolloutState === 'FAILED'
  return tripped || (serviceDeployment?.triggeredAlarms.length ?? 0) > 0
}

function stopReason(tracked: Tracked, scene: Scene): string {
  const said =
    scene.ours?.rolloutState === 'FAILED'
      ? scene.ours.rolloutStateReason
      : scene.serviceDeployment?.statusReason
  const alarmed = (scene.serviceDeployment?.triggeredAlarms.length ?? 0) > 0
  const detector = alarmed ? 'a CloudWatch alarm stopped it' : 'the circuit breaker tripped'
  return said ?? `${detector}${tracked.breaker.rollback ? '' : ', and rollback is off'}`
}

/** Somebody else's deployment took over. Only after ours was seen: before that, the answer may be older than it. */
function byStranger(tracked: Tracked, scene: Scene, memory: Memory): Ending | undefined {
  if (!scene.stranger || !memory.seen) return undefined
  if (scene.stage === 'stopping' && hasFailed(scene)) {
    const running = scene.ours?.runningCount ?? 0
    return { kind: 'failed', running, reason: stopReason(tracked, scene), replacedBy: scene.stranger }
  }
  const wasCompleted = scene.ours?.rolloutState === 'COMPLETED'
  const fate = memory.rollbackSince !== undefined ? 'rolling-back' : wasCompleted ? 'completed' : 'undecided'
  return { kind: 'superseded', by: scene.stranger, fate }
}

/** The classic view alone: where service deployments may not be read, or have not appeared. */
function byClassicView(scene: Scene, memory: Memory): Ending | undefined {
  const { ours, primary, stage } = scene
  if (scene.leading && ours?.rolloutState === 'COMPLETED') {
    return stage === undefined || stage === 'ongoing' ? completed(scene) : undefined
  }
  if (
    scene.leading &&
    ours?.rolloutState === 'FAILED' &&
    stage !== 'rolling-back' &&
    stage !== 'successful'
  ) {
    return {
      kind: 'failed',
      running: ours.runningCount,
      reason: ours.rolloutStateReason ?? 'the deployment FAILED',
    }
  }
  if (scene.leading && ours && stage === 'stopped') {
    return {
      kind: 'failed',
      running: ours.runningCount,
      reason: scene.serviceDeployment?.statusReason ?? 'the deployment was STOPPED',
    }
  }
  const left = ours === undefined || ours.rolloutState === 'FAILED'
  const restored = scene.reverted && primary?.rolloutState === 'COMPLETED'
  return memory.seen && left && restored ? rolledBack(scene, scene.serviceDeployment) : undefined
}

/** Ours is PRIMARY and completed; a task of it must run, unless the service wants none. */
function completed({ service, ours, serviceDeployment }: Scene): Ending | undefined {
  if (service.desiredCount === 0) return { kind: 'idle' }
  if (!ours || ours.runningCount === 0) return undefined
  const completedAt = given('completedAt', serviceDeployment?.finishedAt)
  return { kind: 'succeeded', running: ours.runningCount, ...completedAt }
}

function rolledBack(
  { service, primary, failure }: Scene,
  serviceDeployment: ServiceDeployment | undefined,
): Ending {
  const reason = serviceDeployment?.rollback?.reason ?? serviceDeployment?.statusReason ?? failure
  return {
    kind: 'rolled-back',
    serving: primary?.taskDefinition ?? service.taskDefinition,
    ...(reason ? { reason } : {}),
  }
}

function watching(memory: Memory): Judgement {
  const stage =
    memory.rollbackSince !== undefined
      ? 'rolling-back'
      : memory.stopSince !== undefined
        ? 'stopping'
        : 'rolling-out'
  return { verdict: { kind: 'watching', stage }, memory }
}

function decided(memory: Memory, ending: Ending): Judgement {
  return { verdict: { kind: 'decided', ending }, memory }
}
