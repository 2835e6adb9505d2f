/** Names the case that hangs, which jest's own limit would not; no machine is so busy that it takes this long. */
import { runInNewContext } from 'node:vm'

const seconds = 300

export async function withinDeadline<T>(what: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: still running after ${seconds} s`)), seconds * 1000)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

/** Ends work that never yields, such as a regular expression that tries too many ways. */
export function endInTime<T>(what: string, work: () => T): T {
  try {
    return runInNewContext('work()', { work }, { timeout: seconds * 1000 })
  } catch (error) {
    throw new Error(`${what}: failed or was still running after ${seconds} s`, { cause: error })
  }
}
