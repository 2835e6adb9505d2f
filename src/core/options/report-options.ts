/** Where a run is reported: the job summary, the pull request, GitHub's record of deployments. */
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
  /** the address of what was deployed */
  readonly url: string | undefined
}
