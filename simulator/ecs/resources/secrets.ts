/** Secrets Manager of this world: every secret is there and can be read unless a story says otherwise. */
export class Secrets {
  readonly #deleted = new Set<string>()
  readonly #denied = new Set<string>()

  delete(arn: string): void {
    this.#deleted.add(arn)
  }

  /** From now on no role may read it. */
  deny(arn: string): void {
    this.#denied.add(arn)
  }

  find(arn: string): 'readable' | 'denied' | 'missing' {
    // Whoever may not read a secret does not learn whether it is there.
    if (this.#denied.has(arn)) return 'denied'
    return this.#deleted.has(arn) ? 'missing' : 'readable'
  }
}
