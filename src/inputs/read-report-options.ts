import { quote } from '../core/errors/problem.js'
import type { ReportOptions } from '../core/options/report-options.js'
import type { InputForm } from './input-form.js'
import type { Report } from './input-row.js'

export function readReports({ values }: InputForm): ReportOptions {
  const { environment: name } = values
  return {
    jobSummary: values['job-summary'],
    githubToken: values['github-token'],
    prComment: values['pr-comment'],
    environment: name ? { name, url: values['environment-url'] } : undefined,
  }
}

/** GitHub takes no others. */
export function parseUrl(value: string, report: Report): string | undefined {
  const url = value.trim()
  if (/^https?:\/\/[^\s/]+\S*$/.test(url)) return url
  report(`${quote(url)} is not an address that begins with https:// or http://`)
  return undefined
}
