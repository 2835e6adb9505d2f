export type HookFunction = {
  /** Null: the response has no hookStatus. */
  readonly hookStatus: 'SUCCEEDED' | 'FAILED' | null
  readonly seconds: number
  /** Why ECS could not invoke it, in its words (troubleshooting-blue-green). */
  readonly error?: string
}

/** By ARN. An unknown function fails the hook. */
export class Lambdas {
  readonly #byArn = new Map<string, HookFunction>()

  add(arn: string, hookFunction: HookFunction): void {
    this.#byArn.set(arn, hookFunction)
  }

  find(arn: string): HookFunction {
    return this.#byArn.get(arn) ?? { hookStatus: 'FAILED', seconds: 1 }
  }
}
