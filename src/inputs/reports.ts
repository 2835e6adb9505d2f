/** What is told where: the job summary, the pull request, the record of deployments at GitHub. */
import { quote } from '../core/errors/problem.js'
import { flag, type Given } from './values.js'

export interface ReportWish {
  readonly jobSummary: boolean
  /** for the two below */
  readonly githubToken: string
  readonly prComment: boolean
  readonly environment?: EnvironmentWish
}

/** Where GitHub records the deployment. */
export interface EnvironmentWish {
  readonly name: string
  /** where what was deployed can be reached */
  readonly url?: string
}

export function readReports(given: Given): ReportWish {
  const name = given.get('environment')
  const url = readUrl(given)
  return {
    jobSummary: flag(given, 'job-summary', true),
    githubToken: given.get('github-token'),
    prComment: flag(given, 'pr-comment', false),
    ...(name ? { environment: { name, ...(url ? { url } : {}) } } : {}),
  }
}

/** GitHub takes no other addresses. */
function readUrl({ get, report }: Given): string {
  const url = get('environment-url')
  if (url === '' || /^https?:\/\/[^\s/]+\S*$/.test(url)) return url
  report('environment-url', `${quote(url)} is not an address that begins with https:// or http://`)
  return ''
}
