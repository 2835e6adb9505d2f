/** What is told where: the job summary, the pull request, the record of deployments at GitHub. */
import { quote } from '../core/errors/problem.js'
import { flag, type InputReader } from './values.js'

export interface ReportOptions {
  readonly jobSummary: boolean
  /** for the two below */
  readonly githubToken: string
  readonly prComment: boolean
  readonly environment: EnvironmentOptions | undefined
}

/** Where GitHub records the deployment. */
export interface EnvironmentOptions {
  readonly name: string
  /** where what was deployed can be reached */
  readonly url: string | undefined
}

export function readReports(reader: InputReader): ReportOptions {
  const name = reader.get('environment')
  const url = readUrl(reader)
  return {
    jobSummary: flag(reader, 'job-summary', true),
    githubToken: reader.get('github-token'),
    prComment: flag(reader, 'pr-comment', false),
    environment: name ? { name, url: url || undefined } : undefined,
  }
}

/** GitHub takes no other addresses. */
function readUrl({ get, report }: InputReader): string {
  const url = get('environment-url')
  if (url === '' || /^https?:\/\/[^\s/]+\S*$/.test(url)) return url
  report('environment-url', `${quote(url)} is not an address that begins with https:// or http://`)
  return ''
}
