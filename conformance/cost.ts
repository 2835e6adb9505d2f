/** What a run in a real account costs, before it starts. */
import type { World } from './world.js'

/**
 * Linux on x86 in us-east-1, in US dollars (https://aws.amazon.com/fargate/pricing/), and a public IPv4 address
 * (https://aws.amazon.com/vpc/pricing/), as published articles quoted both pages in June 2026. Each task is billed for
 * a minute at least; `taskMinutes` counts that.
 */
const prices = {
  region: 'us-east-1',
  date: 'June 2026',
  vcpuHour: 0.04048,
  gigabyteHour: 0.004445,
  addressHour: 0.005,
}

/** As in the task definitions of steps.ts. */
const size = { vcpu: 0.25, gigabytes: 0.5 }

interface Cost {
  readonly taskMinutes: number
  readonly dollars: number
}

function costOf(worlds: readonly World[]): Cost {
  const taskMinutes = worlds.reduce((sum, world) => sum + world.taskMinutes, 0)
  const hourly = size.vcpu * prices.vcpuHour + size.gigabytes * prices.gigabyteHour + prices.addressHour
  return { taskMinutes, dollars: (taskMinutes / 60) * hourly }
}

export function costText(worlds: readonly World[]): string {
  const { taskMinutes, dollars } = costOf(worlds)
  const cents = Math.max(1, Math.ceil(dollars * 100))
  return `about ${taskMinutes} minutes of Fargate tasks with 0.25 vCPU, 0.5 GB and a public IPv4 address: about US$ 0.${String(cents).padStart(2, '0')} at the prices of ${prices.region} in ${prices.date}; a load balancer of yours is not counted`
}
