/** Preloaded into a process: when it ends, it writes its peak memory and its processor time. */
import { writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'

process.on('exit', () => {
  const { maxRSS, systemCPUTime, userCPUTime } = process.resourceUsage()
  const usage = { mebibytes: maxRSS / 1024, cpuMilliseconds: (userCPUTime + systemCPUTime) / 1_000 }
  const file = join(process.env.PROCESS_USAGE ?? '', `${basename(process.argv[1] ?? '')}.json`)
  writeFileSync(file, JSON.stringify(usage))
})
