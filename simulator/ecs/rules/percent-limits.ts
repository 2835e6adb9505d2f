/** How many tasks a rolling deployment must keep healthy, and how many it may have at all (deployment-type-ecs). */
export type Limits = { readonly lower: number; readonly upper: number }

export function percentLimits(
  desired: number,
  percents: { readonly minimumHealthyPercent: number; readonly maximumPercent: number },
): Limits {
  return {
    lower: Math.ceil((percents.minimumHealthyPercent * desired) / 100),
    upper: Math.floor((percents.maximumPercent * desired) / 100),
  }
}

/** Neither may an old task stop nor a new one start: the deployment can never move. */
export function isDeadlocked(desired: number, limits: Limits): boolean {
  return desired > 0 && limits.lower >= desired && limits.upper <= desired
}
