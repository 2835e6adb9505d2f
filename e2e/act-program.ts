/**
 * Finds nektos/act, which runs workflows on this machine, or builds it once per version from sources that are pinned by
 * hash in e2e/act/go.sum.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { findGo } from './go-program.js'

const runner = 'github.com/nektos/act'

export function findAct(root: string, log: (text: string) => void): string {
  const module = join(root, 'e2e', 'act')
  const { act, go: needed } = pins(readFileSync(join(module, 'go.mod'), 'utf8'))
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'ecs-safe-deploy-ci')
  const folder = join(cache, `act-${act}`)
  const program = join(folder, 'act')
  if (existsSync(program)) return program

  const go = findGo({ needed, requirements: join(module, 'go-requirements.txt'), cache, log })
  log(`act ${act} is not installed: building it, which takes a minute or two`)
  mkdirSync(folder, { recursive: true })
  // Under another name until it is complete, so that a program that is found can be run.
  const unfinished = join(folder, `act-${process.pid}`)
  execFileSync(go, ['build', '-mod=readonly', '-trimpath', '-buildvcs=false', '-o', unfinished, runner], {
    cwd: module,
    env: { ...process.env, GOTOOLCHAIN: 'local', GOWORK: 'off', CGO_ENABLED: '0' },
    // A hundred lines about downloads; they are part of the error if the build fails.
    stdio: 'pipe',
  })
  renameSync(unfinished, program)
  return program
}

/** The versions of act, and of the Go that it needs, in a go.mod. */
export function pins(goMod: string): { readonly act: string; readonly go: string } {
  const act = /^\s*github\.com\/nektos\/act (v\S+)/m.exec(goMod)?.[1]
  const go = /^go (\S+)$/m.exec(goMod)?.[1]
  if (!act || !go) throw new Error('e2e/act/go.mod names no version of act or of Go')
  return { act, go }
}
