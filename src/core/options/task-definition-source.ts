export type TaskDefinitionSource =
  | { readonly kind: 'live' }
  | { readonly kind: 'file'; readonly path: string }
  | RegisteredSource
  | { readonly kind: 'rollback'; readonly to: RollbackTarget }
  | PausedSource

/** The deployment that waits at a pause hook. */
export interface PausedSource {
  readonly kind: 'paused'
  readonly action: 'CONTINUE' | 'ROLLBACK'
  /** undefined: the newest deployment of the service */
  readonly serviceDeploymentArn: string | undefined
}

export type RollbackTarget =
  | { readonly kind: 'previous' }
  /** of the family that the service runs */
  | { readonly kind: 'number'; readonly number: string }
  /** ARN or `web:7` */
  | { readonly kind: 'named'; readonly name: string }

export interface RegisteredSource {
  readonly kind: 'registered'
  /** ARN, `web:7`, or `web` for the latest ACTIVE one */
  readonly name: string
  /** the input that named it */
  readonly input: string
  /** there is a service to deploy to, and no input changes the definition */
  readonly asIs: boolean
}
