/**
 * Sizes: `256`, `"1 vCPU"`, `"2 GB"`. ECS keeps CPU units and MiB.
 *
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html
 */
import type { Json } from '../text/json.js'
import { text } from '../text/json.js'

/** "1 vCPU" and "2 GB" come back as "1024" and "2048"; anything else as it is. */
export function inUnits(size: Json): Json {
  const amount = /^(\d*\.?\d+)\s*(?:vcpu|gb)$/i.exec(text(size) ?? '')?.[1]
  return amount === undefined ? size : String(Math.round(Number(amount) * 1024))
}

/** CPU units or MiB; nothing if it is no size. */
export function sizeOf(size: Json | undefined): number | undefined {
  const units = inUnits(size ?? null)
  if (typeof units === 'number') return Number.isInteger(units) && units >= 0 ? units : undefined
  return /^\d{1,9}$/.test(text(units) ?? '') ? Number(units) : undefined
}
