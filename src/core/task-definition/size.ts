/** CPU units and MiB: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html */
import type { Json } from '../text/json.js'
import { text } from '../text/json.js'

/** ECS returns "1 vCPU" as "1024" and "2 GB" as "2048". */
export function inUnits(size: Json): Json {
  const amount = /^(\d+(?:\.\d+)?|\.\d+)\s*(?:vcpu|gb)$/i.exec(text(size) ?? '')?.[1]
  return amount === undefined ? size : String(Math.round(Number(amount) * 1024))
}

export function sizeOf(size: Json | undefined): number | undefined {
  const units = inUnits(size ?? null)
  if (typeof units === 'number') return Number.isInteger(units) && units >= 0 ? units : undefined
  return /^\d{1,9}$/.test(text(units) ?? '') ? Number(units) : undefined
}
