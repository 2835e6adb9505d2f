import type { ReportOptions } from '../core/options/report-options.js'
import type { InputForm } from './input-form.js'

export function readReports({ values }: InputForm): ReportOptions {
  const { environment: name } = values
  return {
    jobSummary: values['job-summary'],
    githubToken: values['github-token'],
    prComment: values['pr-comment'],
    pullRequestNumber: values['pr-number'],
    environment: name ? { name, url: values['environment-url'] } : undefined,
  }
}
