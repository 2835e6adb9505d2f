/** The post step: stops the simulator, says what was requested, and uploads it if asked to. It never fails the job. */
import { readFileSync } from 'node:fs'
import * as core from '@actions/core'
import { summarizeRequests } from './request-summary.js'
import { parseServer, type SavedServer, stateName } from './saved-server.js'
import { isListening, stopServer } from './server-process.js'

const title = 'ECS simulator'
const uploadAdvice =
  'If an artifact of this run has the name already, set another one in requests-artifact. Otherwise upload the output requests-file in a step of its own, with a version of actions/upload-artifact that this server supports.'

async function finish(server: SavedServer): Promise<void> {
  const { pid, url, logFile } = server
  // A step that was canceled at its start has said so itself.
  const ended = url !== undefined && !(await isListening(url))
  if (ended)
    core.warning(`The simulator ended before the job. Its log ends:\n${lastLines(logFile)}`, { title })
  else if (!(await stopServer(pid, url)))
    core.warning(`The simulator, process ${pid}, did not end.`, { title })
  if (url === undefined) return
  report(server)
  if (server.artifact !== undefined) await upload(server.artifact, server.requestsFile)
}

async function upload(name: string, file: string): Promise<void> {
  try {
    // Most jobs upload nothing: the bundler leaves the import as it is, and the library in a file of its own.
    const { uploadRequests } = await import(/* webpackIgnore: true */ './upload-requests.js')
    const { size, id } = await uploadRequests(name, file)
    core.info(`The requests are in artifact ${name}: ${size} bytes compressed, id ${id}.`)
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).replace(/\.$/, '')
    core.warning(
      `The requests were not uploaded as artifact ${JSON.stringify(name)}: ${reason}. ${uploadAdvice}`,
      { title },
    )
  }
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
