export interface ReportOptions {
  readonly jobSummary: boolean
  /** for PR comment and environment */
  readonly githubToken: string
  readonly prComment: boolean
  /** instead of that of the event */
  readonly pullRequestNumber: number | undefined
  readonly environment: EnvironmentOptions | undefined
}

export interface EnvironmentOptions {
  readonly name: string
  /** address of the deployed app */
  readonly url: string | undefined
}
