/** Every secret exists and is readable unless a scenario changes that. */
export class Secrets {
  readonly #deleted = new Set<string>()
  readonly #denied = new Set<string>()

  delete(arn: string): void {
    this.#deleted.add(arn)
  }

  deny(arn: string): void {
    this.#denied.add(arn)
  }

  set(arn: string, state: 'readable' | 'denied' | 'missing'): void {
    this.#deleted.delete(arn)
    this.#denied.delete(arn)
    if (state === 'missing') this.delete(arn)
    if (state === 'denied') this.deny(arn)
  }

  find(arn: string): 'readable' | 'denied' | 'missing' {
    // Access comes first: a denied role does not learn whether the secret exists.
    if (this.#denied.has(arn)) return 'denied'
    return this.#deleted.has(arn) ? 'missing' : 'readable'
  }
}
