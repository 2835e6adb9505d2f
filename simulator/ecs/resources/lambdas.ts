/** The response of a lifecycle hook function; null means that hookStatus is missing. */
export type HookFunction = { readonly hookStatus: 'SUCCEEDED' | 'FAILED' | null; readonly seconds: number }

/** Lambda functions by ARN. Invoking an unknown function fails the hook. */
export class Lambdas {
  readonly #byArn = new Map<string, HookFunction>()

  add(arn: string, hookFunction: HookFunction): void {
    this.#byArn.set(arn, hookFunction)
  }

  find(arn: string): HookFunction {
    return this.#byArn.get(arn) ?? { hookStatus: 'FAILED', seconds: 1 }
  }
}
