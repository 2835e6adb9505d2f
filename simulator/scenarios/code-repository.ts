/** The GitHub repository whose workflow runs in the scenarios, and the events that trigger it. */
import type { World } from '../ecs/world.js'

export const codeRepository = 'octo-org/web'

const commits = {
  main: '9be21c4f0e8d7a6b5c4d3e2f1a0b9c8d7e6f5a4b',
  branch: '4d0c1b2a3f4e5d6c7b8a99887766554433221100',
} as const

export interface WorkflowEvent {
  /** The content of the file at GITHUB_EVENT_PATH. */
  readonly payload: object
  /** Runner variables that differ from those of a push to main. */
  readonly environment: Readonly<Record<string, string>>
  readonly pullRequest?: number
}

export function openCodeRepository(world: World, event?: WorkflowEvent): void {
  const repository = world.github.open(codeRepository)
  repository.refs.set('main', commits.main).set('move-port', commits.branch)
  if (event?.pullRequest !== undefined) repository.issues.add(event.pullRequest)
}

/** A pull request from a branch of the repository or from a fork. */
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
