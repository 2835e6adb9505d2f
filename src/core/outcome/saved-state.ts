/** What the post step has to finish if the main step is killed. Saved before each change, cleared after it. */
import type { Service, Target } from '../ecs/service.js'
import type { Problem } from '../errors/problem.js'
import type { Bump } from '../settings/bump.js'

export interface SavedState {
  readonly version: 1
  readonly target: Target
  /** ARN, to find its deployment */
  readonly taskDefinition: string
  /** whether UpdateService was answered; otherwise it may not have reached ECS */
  readonly answered: boolean
  /** undefined: not known yet */
  readonly deploymentId?: string | undefined
  /** a read has shown the deployment: later reads are not from before the update */
  readonly readsAreCurrent: boolean
  /** ids of the deployments before the update */
  readonly before: readonly string[]
  /** ECS can roll back */
  readonly completedBefore: boolean
  /** the desired count is still raised */
  readonly bump?: Bump | undefined
  /** ARN of the revision that it is to be taken back to, because another service failed */
  readonly takeBack?: string | undefined
  /** the user wants a rollback if the job is canceled */
  readonly rollback: boolean
}

/** Before UpdateService is sent. */
export interface PlannedUpdate extends Pick<SavedState, 'target' | 'taskDefinition' | 'bump' | 'rollback'> {
  readonly service: Pick<Service, 'deployments'>
}

export function stateBefore(planned: PlannedUpdate): SavedState {
  const { bump, rollback, service, target, taskDefinition } = planned
  const { deployments } = service
  return {
    target,
    taskDefinition,
    bump,
    rollback,
    version: 1,
    answered: false,
    readsAreCurrent: false,
    before: deployments.map(({ id }) => id),
    completedBefore: deployments.some(({ rolloutState }) => rolloutState === 'COMPLETED'),
  }
}

/** Empty if there is nothing to finish. One state as it is, several as a list. */
export function serializeStates(states: readonly SavedState[]): string {
  const [first, ...others] = states.filter(({ bump, rollback, takeBack }) => bump || rollback || takeBack)
  if (!first) return ''
  return JSON.stringify(others.length > 0 ? [first, ...others] : first)
}

/** Without saved state, a killed job would leave the desired count raised. */
export const unsavedBump: Problem = {
  subject: 'bump-desired-count',
  text: 'the runner cannot save what the post step would put back if this job were killed (the file of GITHUB_STATE): make room on the disk of the runner, or leave out bump-desired-count',
}
