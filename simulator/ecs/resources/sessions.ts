/** Who the keys that STS gave out belong to. */
export type Session = { readonly account: string; readonly roleId: string; readonly arn: string }

export class Sessions {
  readonly #byKey = new Map<string, Session>()

  open(accessKeyId: string, session: Session): void {
    this.#byKey.set(accessKeyId, session)
  }

  find(accessKeyId: string): Session | undefined {
    return this.#byKey.get(accessKeyId)
  }
}
