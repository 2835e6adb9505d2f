import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from '../ports.js'

export const systemClock: Clock = {
  now: () => Date.now(),
  async sleep(milliseconds, until) {
    await sleep(milliseconds, undefined, until ? { signal: until } : {}).catch(error => {
      if (!until?.aborted) throw error
    })
  },
  random: () => Math.random(),
}
