/** What was requested, in a few lines for the log of the job. Pure. */

/** A line of the file of requests. */
interface Request {
  readonly service: string
  readonly operation: string
  readonly status?: number | 'reset'
  readonly error?: string
  readonly faults: readonly string[]
}

export interface RequestSummary {
  readonly lines: readonly string[]
  /** Operations that were requested and that the simulator does not have. */
  readonly missing: readonly string[]
}

/** In the protocols of AWS. */
const missingErrors = ['UnknownOperationException', 'InvalidAction']
const mostKinds = 20

export function summarizeRequests(file: string): RequestSummary {
  const complete = file.split('\n').slice(0, -1)
  const requests = complete.map(line => JSON.parse(line) as Request)
  const isMissing = ({ error }: Request) => missingErrors.includes(error ?? '')
  const missing = count(requests.filter(isMissing).map(nameOf))
  const refused = count(requests.filter(request => !isMissing(request) && isRefused(request)).map(refusalOf))
  const services = count(requests.map(({ service }) => service))
  return {
    lines: [
      `${requests.length} ${requests.length === 1 ? 'request' : 'requests'}${requests.length > 0 ? `: ${services.map(([name, times]) => `${name} ${times}`).join(', ')}` : ''}`,
      ...section('refused', refused),
      ...section('not in the simulator', missing),
    ],
    missing: missing.map(([name]) => name),
  }
}

function isRefused({ status }: Request): boolean {
  return status === 'reset' || (status !== undefined && status >= 400)
}

function nameOf({ service, operation }: Request): string {
  return `${service} ${operation}`
}

function refusalOf(request: Request): string {
  const { status, error, faults } = request
  const reason = error ?? (status === 'reset' ? 'connection reset' : `status ${status}`)
  return `${nameOf(request)}: ${reason}${faults.length > 0 ? ` (fault: ${faults.join(', ')})` : ''}`
}

type Counted = readonly (readonly [string, number])[]

/** The most frequent ones first. */
function count(names: readonly string[]): Counted {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].toSorted(([, a], [, b]) => b - a)
}

function section(title: string, counted: Counted): string[] {
  if (counted.length === 0) return []
  const total = counted.reduce((sum, [, times]) => sum + times, 0)
  const shown = counted
    .slice(0, mostKinds)
    .map(([name, times]) => `  ${name}${times > 1 ? ` (${times} times)` : ''}`)
  const rest = counted.length - shown.length
  return [`${total} ${title}:`, ...shown, ...(rest > 0 ? [`  and ${rest} more kinds`] : [])]
}
