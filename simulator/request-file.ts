/** A file with each request and its input, as a line of JSON. It is complete at any moment, however the process ends. */
import { appendFileSync } from 'node:fs'
import type { RecordedRequest } from './protocol/recorded-request.js'
import { UsageError } from './usage.js'

/** Throws a UsageError where the file cannot be written. */
export function openRequestFile(path: string): (request: RecordedRequest) => void {
  try {
    appendFileSync(path, '')
  } catch (error) {
    throw new UsageError(`--requests cannot be written: ${error instanceof Error ? error.message : error}`)
  }
  return request => appendFileSync(path, `${JSON.stringify(withTime(request))}\n`)
}

/** As the control endpoint lists it. */
export function withTime({ at, ...request }: RecordedRequest): object {
  return { at: new Date(at).toISOString(), ...request }
}
