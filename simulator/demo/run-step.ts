/** Main and post are separate processes that share the workspace and the saved state. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Action } from './action.js'
import {
  type ActionOptions,
  type ActionRun,
  type RunningAction,
  runAction,
  startAction,
} from './run-action.js'

export interface StepOptions extends Omit<ActionOptions, 'main' | 'state' | 'directory'> {
  readonly action: Action
  /** Main can receive signals now. */
  readonly onStarted?: (main: RunningAction) => void
  readonly onPost?: () => void
}

export interface StepRun {
  readonly main: ActionRun
  readonly post: ActionRun | undefined
}

export async function runStep({ action, onStarted, onPost, ...options }: StepOptions): Promise<StepRun> {
  const directory = await mkdtemp(join(tmpdir(), 'action-step-'))
  try {
    const running = await startAction({ ...options, main: action.main, directory })
    onStarted?.(running)
    const main = await running.finished
    if (!action.post || !shouldRunPost(action, main)) return { main, post: undefined }
    onPost?.()
    // Keep the workspace as main left it.
    const { workspaceFiles: _, ...rest } = options
    return { main, post: await runAction({ ...rest, main: action.post, state: main.state, directory }) }
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

function shouldRunPost({ postIf }: Action, { exitCode }: ActionRun): boolean {
  switch (postIf) {
    case 'always()':
      return true
    case 'success()':
      return exitCode === 0
    case 'failure()':
      return exitCode !== 0
  }
}
