/** What cases are made of: events, calls to ECS, and the steps of a job. */
import type { Run } from './case.js'
import type { Result } from './runner-log.js'

export const push: Run['on'] = ['push', 'push.json']
export const pullRequest: Run['on'] = ['pull_request', 'pull-request.json']

export const register = 'RegisterTaskDefinition'
export const update = 'UpdateService'

/** All steps of a job, as successes; add the one that fails after them. */
export function stepsOf(job: string, names: readonly string[]): Readonly<Record<string, Result>> {
  return Object.fromEntries(names.map(name => [`${job}: ${name}`, 'success']))
}

export const credentials = 'aws-actions/configure-aws-credentials'
const action = 'OWNER/ecs-safe-deploy'

/** The steps of a job that gets credentials and runs the action. */
export const deploying = (job: string) =>
  stepsOf(job, [credentials, action, `Post ${action}`, `Post ${credentials}`])
