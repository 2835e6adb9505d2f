/** What a lifecycle hook's function answers, and how long it takes. A hookStatus of null is an answer without one. */
export type HookFunction = { readonly hookStatus: 'SUCCEEDED' | 'FAILED' | null; readonly seconds: number }

/** The functions of this world, by ARN. One that is not here cannot be invoked, which fails its hook. */
export class Lambdas {
  readonly #byArn = new Map<string, HookFunction>()

  add(arn: string, hookFunction: HookFunction): void {
    this.#byArn.set(arn, hookFunction)
  }

  find(arn: string): HookFunction {
    return this.#byArn.get(arn) ?? { hookStatus: 'FAILED', seconds: 1 }
  }
}
