/** The words in which cases are written: events, calls of ECS, and the steps of a job. */
import type { Run } from './case.js'
import type { Result } from './runner-log.js'

export const push: Run['on'] = ['push', 'push.json']
export const pullRequest: Run['on'] = ['pull_request', 'pull-request.json']

export const register = 'RegisterTaskDefinition'
export const update = 'UpdateService'

/** All steps of a job, which succeed; one that fails is written behind them. */
export function stepsOf(job: string, names: readonly string[]): Readonly<Record<string, Result>> {
  return Object.fromEntries(names.map(name => [`${job}: ${name}`, 'success']))
}
