import { cpuMilliseconds } from './cpu-time.js'

/** Below this, the garbage of other work decides. */
const leastMilliseconds = 4

/**
 * How many times as long it takes for four times the input: about 4 if the time is linear, 16 if it is quadratic. A
 * machine that is busy slows both down.
 */
export async function growth(work: (size: number) => unknown, size: number): Promise<number> {
  const large = await fastest(2, () => work(4 * size))
  if (large <= 4 * leastMilliseconds) return large / leastMilliseconds
  const small = await fastest(3, () => work(size))
  return large / Math.max(small, leastMilliseconds)
}

async function fastest(times: number, work: () => unknown): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < times; i++) {
    least = Math.min(least, await cpuMilliseconds(work))
    if (least <= leastMilliseconds) break
  }
  return least
}

/** Four times the input takes at most so many times as long. */
export const mostGrowth = 10
