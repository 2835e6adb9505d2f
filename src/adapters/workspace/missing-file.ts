import { isAbsolute } from 'node:path'

/**
 * Inside of a container, `${{ github.workspace }}` is still the path on the runner.
 * https://github.com/actions/runner/issues/2185
 */
export function missingFile(path: string, root: string): string {
  if (isRevision.test(path))
    return 'is a registered revision, not a file: set task-definition-arn to it instead'
  const wrongSide = hostPath(path, root)
  if (wrongSide === undefined)
    return `does not exist (looked in ${root}); is the repository checked out before this step?`
  const inside = wrongSide === '' ? 'a path relative to the workspace' : wrongSide
  return `does not exist: this is a path on the runner, but the job runs in a container, where the workspace is ${root}; use ${inside}`
}

const isRevision = /^(?:arn:[^:]+:ecs:[^/]*:task-definition\/)?[\w-]+:\d+$/

/** Mounted folders: https://docs.github.com/en/actions/reference/workflows-and-actions/dockerfile-support */
const inContainer = /^\/(?:__w|github\/workspace)(?:\/|$)/

/** What the path is relative to the workspace, if it is one on the runner; empty where that is not known. */
function hostPath(path: string, root: string): string | undefined {
  if (!inContainer.test(root) || !isAbsolute(path) || inContainer.test(path)) return undefined
  const [, inside] = /\/_?work\/([^/]+\/[^/]+\/.*)$/.exec(path) ?? []
  if (inside === undefined) return undefined
  const [, name = '', other = '', rest = ''] = /^([^/]+)\/([^/]+)\/(.*)$/.exec(inside) ?? []
  return name === other ? rest : ''
}
