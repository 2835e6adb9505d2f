import type { SettingsChange } from './service-settings.js'

export interface Bump {
  /** restore to this */
  readonly from: number
  readonly to: number
  /** before any change: `from`, unless the user sets a desired count too */
  readonly found: number
}

export function bumpOf({ before, after }: SettingsChange): Bump | undefined {
  const { desiredCount: from, rolloutCount: to } = after
  return to > from ? { from, to, found: before.desiredCount } : undefined
}

/** `requested`: by the user */
export function withDesiredCount(
  { before, after }: SettingsChange,
  { now, requested }: { readonly now: number; readonly requested: number | undefined },
): SettingsChange {
  const desiredCount = requested ?? now
  return {
    before: { ...before, desiredCount: now, rolloutCount: now },
    after: { ...after, desiredCount, rolloutCount: Math.max(desiredCount, after.rolloutCount) },
  }
}

/** Undefined if auto scaling or a person changed the count. `isCurrent`: the read is not from before our update. */
export function restoredCount(
  bump: Bump,
  { desiredCount, isCurrent }: { readonly desiredCount: number; readonly isCurrent: boolean },
): number | undefined {
  if (desiredCount === bump.to) return bump.from
  return !isCurrent && desiredCount === bump.found ? bump.from : undefined
}
