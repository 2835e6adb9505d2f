/** The one builder: of scenarios, of world files, and of what changes while the server runs. */
import type { World } from '../ecs/world.js'
import { applyChange } from './apply-change.js'
import type { LaterChange, WorldDescription } from './description.js'
import { type Duration, milliseconds } from './duration.js'
import type { Path } from './path.js'

export interface BuildOptions {
  /** By default now: where the history stops. */
  readonly until?: number
  /** Called with a later change that the world refuses; by default the error is thrown. */
  readonly onRefusal?: (path: Path, error: unknown) => void
}

/** The history runs up to now. Settings and faults are options of the world and of the server. */
export function buildWorld(world: World, description: WorldDescription, options: BuildOptions = {}): void {
  const now = world.now
  const { until = now } = options
  const history = description.history ?? []
  if (isUntouched(world)) world.startFrom(now - beginsMs(description))
  applyChange(world, description)
  for (const [index, past] of history.entries()) {
    const at = now - milliseconds(past.ago)
    if (at > until) continue
    world.advanceTo(at)
    applyChange(world, past, ['history', index])
  }
  world.advanceTo(until)
  for (const [index, change] of (description.later ?? []).entries())
    schedule(world, change, { path: ['later', index], ...options })
}

const leastMs = 3_600_000

function beginsMs({ begins, history = [] }: WorldDescription): number {
  if (begins !== undefined) return milliseconds(begins)
  return Math.max(leastMs, ...history.map(({ ago }) => milliseconds(ago)))
}

function isUntouched({ clusters, families }: World): boolean {
  return clusters.size === 0 && families.size === 0
}

interface Scheduling extends BuildOptions {
  readonly path: Path
}

function schedule(world: World, change: LaterChange, { path, onRefusal }: Scheduling): void {
  const run = () => {
    try {
      applyChange(world, change, path)
    } catch (error) {
      if (onRefusal === undefined) throw error
      onRefusal(path, error)
    }
  }
  if (change.after !== undefined) world.after(milliseconds(change.after), run)
  if (change.afterRollout !== undefined) afterNextRollout(world, change.afterRollout, run)
}

/** Runs once, this long after the rollout begins. */
function afterNextRollout(world: World, delay: Duration, run: () => void): void {
  let hasRun = false
  world.onRollout(() => {
    if (hasRun) return
    hasRun = true
    world.after(milliseconds(delay), run)
  })
}
