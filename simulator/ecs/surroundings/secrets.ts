/** Secrets Manager of this world: every secret is there unless somebody deleted it. */
export class Secrets {
  readonly #deleted = new Set<string>()

  delete(arn: string): void {
    this.#deleted.add(arn)
  }

  has(arn: string): boolean {
    return !this.#deleted.has(arn)
  }
}
