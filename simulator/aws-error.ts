/**
 * An error as AWS answers it: what goes into the JSON 1.1 envelope `{"__type", "message"}` and the HTTP status.
 * Knows nothing of why it was raised.
 */
export class AwsError extends Error {
  override readonly name: string
  readonly httpStatus: number

  constructor(name: string, message: string, httpStatus = 400) {
    super(message)
    this.name = name
    this.httpStatus = httpStatus
  }
}
