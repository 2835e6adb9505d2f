/**
 * ECS refuses to register other sizes.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html
 */

import { placeholderIn } from '../../task-definition/placeholder.js'
import { sizeOf } from '../../task-definition/size.js'
import { alternatives, enumerate } from '../../text/enumerate.js'
import type { JsonObject } from '../../text/json.js'
import { isObject, text } from '../../text/json.js'
import { type CheckFinding, defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'
import { locate } from '../locate.js'
import { isOnFargate } from './fargate.js'

/** CPU units to MiB. */
const sizes: ReadonlyMap<number, readonly number[]> = new Map([
  [256, [512, 1024, 2048]],
  [512, gigabytes(1, 4, 1)],
  [1024, gigabytes(2, 8, 1)],
  [2048, gigabytes(4, 16, 1)],
  [4096, gigabytes(8, 30, 1)],
  [8192, gigabytes(16, 60, 4)],
  [16384, gigabytes(32, 120, 8)],
])
const largest = 16384
const windows: readonly number[] = [1024, 2048, 4096]

export const fargateSize = defineCheck({ id: 'fargate-size', run })

function run(context: CheckContext): Findings {
  if (!isOnFargate(context)) return undefined
  return [...networkMode(context), ...size(context), ...architecture(context)]
}

function networkMode(context: CheckContext): CheckFinding[] {
  const { networkMode: mode } = context.definition
  if (mode === 'awsvpc') return []
  return [
    {
      result: 'refused',
      text: `networkMode is ${text(mode) ?? 'not set'}, but Fargate supports only awsvpc`,
      next: 'Set networkMode to awsvpc.',
      ...locate(context, ['networkMode']),
    },
  ]
}

function size(context: CheckContext): CheckFinding[] {
  const { definition } = context
  const missing = ['cpu', 'memory'].filter(member => definition[member] === undefined)
  if (missing.length > 0)
    return [
      {
        result: 'refused',
        text: `the task has no ${missing.join(' and no ')}: Fargate needs both`,
        next: `Set ${enumerate(missing)} at the top level of the task definition.`,
      },
    ]
  const cpu = sizeOf(definition.cpu)
  // The check container-size reports what is no number.
  return cpu === undefined ? [] : pair(context, cpu)
}

function pair(context: CheckContext, cpu: number): CheckFinding[] {
  const { definition } = context
  const known = sizes.get(cpu)
  if (!known) {
    const units = [...sizes.keys()]
    return [
      {
        result: cpu > largest ? 'warning' : 'refused',
        text: `cpu ${cpu}: Fargate supports ${alternatives(units.map(String))} CPU units${cpu > largest ? ', as far as this release knows' : ''}`,
        next: `Set cpu to ${units.find(one => one > cpu) ?? largest}.`,
        ...locate(context, ['cpu']),
      },
    ]
  }
  if (isForWindows(definition) && !windows.includes(cpu)) {
    return [
      {
        result: 'refused',
        text: `cpu ${cpu}: Fargate runs Windows with ${alternatives(windows.map(String))} CPU units`,
        next: `Set cpu to ${windows.find(units => units > cpu) ?? windows.at(-1)}.`,
        ...locate(context, ['cpu']),
      },
    ]
  }
  const memory = sizeOf(definition.memory)
  if (memory !== undefined && known.includes(memory)) return []
  // The check placeholder reports it.
  if (placeholderIn(text(definition.memory) ?? '')) return []
  return [
    {
      result: 'refused',
      text: `cpu ${cpu} with memory ${memory ?? 'of unknown size'}: with ${cpu} CPU units Fargate supports ${range(known)} MiB`,
      next: remedy(cpu, known, memory),
      ...locate(context, ['memory']),
    },
  ]
}

function architecture(context: CheckContext): CheckFinding[] {
  const { definition } = context
  const { runtimePlatform: platform } = definition
  if (!isForWindows(definition) || !isObject(platform) || platform.cpuArchitecture !== 'ARM64') return []
  return [
    {
      result: 'refused',
      text: 'cpuArchitecture is ARM64, but Fargate runs Windows only on X86_64',
      next: 'Set cpuArchitecture to X86_64.',
      ...locate(context, ['runtimePlatform', 'cpuArchitecture']),
    },
  ]
}

function range(known: readonly number[]): string {
  const [first = 0, second = 0] = known
  if (known.length < 4) return alternatives(known.map(String))
  return `${first} to ${known.at(-1)} in steps of ${second - first}`
}

function remedy(cpu: number, known: readonly number[], memory = 0): string {
  const enough = known.find(one => one >= memory) ?? known.at(-1)
  const other = [...sizes].find(([units, fitting]) => units !== cpu && fitting.includes(memory))?.[0]
  return `Set memory to ${enough}${other === undefined ? '' : `, or cpu to ${other}`}.`
}

function isForWindows({ runtimePlatform }: JsonObject): boolean {
  return (
    isObject(runtimePlatform) && (text(runtimePlatform.operatingSystemFamily) ?? '').startsWith('WINDOWS')
  )
}

function gigabytes(from: number, to: number, step: number): number[] {
  return Array.from({ length: (to - from) / step + 1 }, (_, i) => 1024 * (from + i * step))
}
