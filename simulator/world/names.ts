/** Short names in descriptions, and what they stand for in one account and region. */
import { createHash } from 'node:crypto'
import { type RegistryPlace, registryHost } from '../ecs/resources/registry-host.js'

/** An ARN stays as it is. */
export function targetGroupArn(name: string, { account, region }: RegistryPlace): string {
  if (name.startsWith('arn:')) return name
  const id = createHash('sha256').update(name).digest('hex').slice(0, 16)
  return `arn:aws:elasticloadbalancing:${region}:${account}:targetgroup/${name}/${id}`
}

const targetGroupMembers = new Set(['targetGroupArn', 'alternateTargetGroupArn'])

/** In the input of an operation, target groups can stand by their names. */
export function withTargetGroupArns(input: unknown, place: RegistryPlace): unknown {
  if (Array.isArray(input)) return input.map(item => withTargetGroupArns(item, place))
  if (typeof input !== 'object' || input === null) return input
  const members = Object.entries(input).map(([name, value]) =>
    targetGroupMembers.has(name) && typeof value === 'string'
      ? [name, targetGroupArn(value, place)]
      : [name, withTargetGroupArns(value, place)],
  )
  return Object.fromEntries(members)
}

/** In every text, also in names: `${account}`, `${region}`, `${registry}`. */
export function expandPlaceholders(value: unknown, place: RegistryPlace): unknown {
  const values = { ...place, registry: registryHost(place) }
  return mapTexts(value, text =>
    text.replace(/\$\{(account|region|registry)\}/g, (_, name: keyof typeof values) => values[name]),
  )
}

/** The same world in another account and region. */
export function relocate<T>(value: T, from: RegistryPlace, to: RegistryPlace): T {
  const moved = mapTexts(value, text =>
    text.replaceAll(from.account, to.account).replaceAll(from.region, to.region),
  )
  return moved as T
}

function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map(item => mapTexts(item, change))
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).map(([name, member]) => [change(name), mapTexts(member, change)])
  return Object.fromEntries(members)
}
