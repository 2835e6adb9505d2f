/** The workflow's GitHub repository and the events that trigger it. */
import type { World } from '../ecs/world.js'

export const codeRepository = 'octo-org/web'

const commits = {
  main: '9be21c4f0e8d7a6b5c4d3e2f1a0b9c8d7e6f5a4b',
  branch: '4d0c1b2a3f4e5d6c7b8a99887766554433221100',
} as const

export interface WorkflowEvent {
  /** The file at GITHUB_EVENT_PATH. */
  readonly payload: object
  /** What differs from a push to main. */
  readonly environment: Readonly<Record<string, string>>
  readonly pullRequest?: number
}

export function openCodeRepository(world: World, event?: WorkflowEvent): void {
  const repository = world.github.open(codeRepository)
  repository.refs.set('main', commits.main).set('move-port', commits.branch)
  if (event?.pullRequest !== undefined) repository.issues.add(event.pullRequest)
}

/** Somebody writes a comment in the conversation of a pull request, or of another issue. */
export function issueComment(number: number, on: 'pull-request' | 'issue' = 'pull-request'): WorkflowEvent {
  const url = `https://api.github.com/repos/${codeRepository}/pulls/${number}`
  const issue = { number, title: 'Move the app to port 5201' }
  return {
    pullRequest: number,
    payload: {
      action: 'created',
      issue: on === 'issue' ? issue : { ...issue, pull_request: { url } },
      comment: { id: 1, body: '/plan' },
    },
    environment: { GITHUB_EVENT_NAME: 'issue_comment', GITHUB_REF: 'refs/heads/main' },
  }
}

export function pullRequest(number: number, from: 'branch' | 'fork' = 'branch'): WorkflowEvent {
  const head = from === 'fork' ? 'mona/web' : codeRepository
  const repository = (fullName: string) => ({
    full_name: fullName,
    name: 'web',
    owner: { login: fullName.split('/')[0] },
    fork: fullName !== codeRepository,
  })
  return {
    pullRequest: number,
    payload: {
      action: 'synchronize',
      number,
      pull_request: {
        number,
        html_url: `https://github.com/${codeRepository}/pull/${number}`,
        title: 'Move the app to port 5201',
        head: { ref: 'move-port', sha: commits.branch, repo: repository(head) },
        base: { ref: 'main', sha: commits.main, repo: repository(codeRepository) },
      },
      repository: repository(codeRepository),
      sender: { login: head.split('/')[0] },
    },
    environment: {
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_REF: `refs/pull/${number}/merge`,
      GITHUB_REF_NAME: `${number}/merge`,
      GITHUB_HEAD_REF: 'move-port',
      GITHUB_BASE_REF: 'main',
    },
  }
}
