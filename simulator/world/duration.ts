/** Seconds, or a number with its unit: `500ms`, `40s`, `5m`, `3h`, `2d`. */
export type Duration = number | string

const units = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const

export const durationPattern = '^\\d+(\\.\\d+)?(ms|s|m|h|d)$'

export function milliseconds(duration: Duration): number {
  if (typeof duration === 'number') return Math.round(duration * 1_000)
  const [, number, unit] = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/.exec(duration) ?? []
  if (unit === undefined) throw new RangeError(`"${duration}" is no duration such as 40s or 5m`)
  return Math.round(Number(number) * units[unit as keyof typeof units])
}
