export interface ReportOptions {
  readonly jobSummary: boolean
  /** for PR comment and environment */
  readonly githubToken: string
  readonly prComment: boolean
  readonly environment: EnvironmentOptions | undefined
}

export interface EnvironmentOptions {
  readonly name: string
  /** address of the deployed app */
  readonly url: string | undefined
}
