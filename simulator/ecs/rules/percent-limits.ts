/** Bounds on the tasks of a rolling deployment (deployment-type-ecs). */
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

/** Old tasks cannot stop and new ones cannot start. */
export function isDeadlocked(desired: number, limits: Limits): boolean {
  return desired > 0 && limits.lower >= desired && limits.upper <= desired
}
