/** An AWS error: name, message, HTTP status, and what else it has. */
export class AwsError extends Error {
  override readonly name: string
  readonly httpStatus: number
  readonly members: object

  constructor(name: string, message: string, httpStatus = 400, members: object = {}) {
    super(message)
    this.name = name
    this.httpStatus = httpStatus
    this.members = members
  }
}
