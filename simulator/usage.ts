/** What the arguments of commands share. */
import { closest, distance } from 'fastest-levenshtein'

export class UsageError extends Error {}

export function requireScenario(name: string, scenarios: readonly string[]): string {
  if (scenarios.includes(name)) return name
  const near = scenarios.length > 0 ? closest(name, scenarios) : name
  const hint = distance(name, near) <= Math.max(2, near.length / 3) ? `did you mean ${near}? T` : 't'
  throw new UsageError(`no scenario "${name}"; ${hint}he scenarios are ${scenarios.join(', ')}`)
}

/** https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests */
export function imageTag(text: string): string {
  if (/^\w[\w.-]{0,127}$/.test(text)) return text
  throw new UsageError(`--tag "${text}" is not an image tag`)
}

export interface Bounds {
  readonly min: number
  readonly max: number
  readonly integer?: boolean
}

export function numberBetween(flag: string, text: string, { min, max, integer = false }: Bounds): number {
  const value = Number(text)
  if (text.trim() !== '' && value >= min && value <= max && (!integer || Number.isInteger(value)))
    return value
  throw new UsageError(`${flag} "${text}" is not a ${integer ? 'whole ' : ''}number from ${min} to ${max}`)
}
