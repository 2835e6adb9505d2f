/**
 * Creates what a runner finds: a repository with one commit and the files that a workflow needs, copied from this
 * project.
 */
import { execFileSync } from 'node:child_process'
import { cpSync } from 'node:fs'
import { devNull } from 'node:os'
import { join } from 'node:path'

/** The files of this repository that its actions need. */
const actionFiles = ['action.yml', 'simulator/action.yml', 'dist']

/** The action alone, as a runner downloads it. */
export function copyAction(root: string, target: string): void {
  for (const file of actionFiles) cpSync(join(root, file), join(target, file), { recursive: true })
}

/** Creates a repository with copies of files of this project, by their path in it. Returns its commit. */
export function layOutRepository(folder: string, copies: Readonly<Record<string, string>>): string {
  for (const [target, source] of Object.entries(copies)) cpSync(source, join(folder, target))
  const git = (...args: string[]) =>
    execFileSync('git', args, {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'inherit'],
      encoding: 'utf8',
      env: { ...process.env, ...gitSettings },
    })
  git('init', '--quiet', '--initial-branch=main')
  git('add', '--all')
  git('commit', '--quiet', '--message=Start')
  git('remote', 'add', 'origin', 'https://github.com/octo-org/web.git')
  return git('rev-parse', 'HEAD').trim()
}

/** Ignores the settings of the user. */
const gitSettings = {
  GIT_CONFIG_GLOBAL: devNull,
  GIT_CONFIG_SYSTEM: devNull,
  GIT_AUTHOR_NAME: 'Mona',
  GIT_AUTHOR_EMAIL: 'mona@example.com',
  GIT_COMMITTER_NAME: 'Mona',
  GIT_COMMITTER_EMAIL: 'mona@example.com',
}
