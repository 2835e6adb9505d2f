/** The post step: stops the simulator and says what was requested. It never fails the job. */
import { readFileSync } from 'node:fs'
import * as core from '@actions/core'
import { summarizeRequests } from './request-summary.js'
import { parseServer, type SavedServer, stateName } from './saved-server.js'
import { isListening, stopServer } from './server-process.js'

const title = 'ECS simulator'

async function finish(server: SavedServer): Promise<void> {
  const { pid, url, logFile } = server
  // A step that was canceled at its start has said so itself.
  const ended = url !== undefined && !(await isListening(url))
  if (ended)
    core.warning(`The simulator ended before the job. Its log ends:\n${lastLines(logFile)}`, { title })
  else if (!(await stopServer(pid, url)))
    core.warning(`The simulator, process ${pid}, did not end.`, { title })
  if (url !== undefined) report(server)
}

function report({ requestsFile }: SavedServer): void {
  const { lines, missing } = summarizeRequests(readIfPresent(requestsFile))
  for (const line of lines) core.info(line)
  if (missing.length > 0) {
    const names = missing.join(', ')
    core.warning(`The simulator does not have these operations, so AWS may answer otherwise: ${names}`, {
      title,
    })
  }
}

function lastLines(file: string): string {
  return readIfPresent(file).trimEnd().split('\n').slice(-20).join('\n')
}

function readIfPresent(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

const saved = parseServer(core.getState(stateName))
if (saved !== undefined) await finish(saved)
