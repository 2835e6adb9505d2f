/** What the HTTP server needs to know about a service, whatever its protocol (JSON, Query, REST). */
import type { IncomingHttpHeaders } from 'node:http'
import type { AwsError } from '../aws-error.js'

export interface WireRequest {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingHttpHeaders
  readonly body: string
  /** The raw body, for binary protocols. */
  readonly bytes: Uint8Array
  /** Assigned by the server. */
  readonly requestId: string
}

export interface WireResponse {
  readonly status: number
  readonly contentType: string
  /** In addition to the headers of every response. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  readonly body: string
  /** Sent instead of the body by binary protocols. */
  readonly bytes?: Uint8Array | undefined
}

/** A parsed request, not executed yet. */
export interface Call {
  readonly operation: string
  /** The request as sent; undefined if it cannot be parsed. */
  readonly input: unknown
  readonly unknownMembers: readonly string[]
  /** The ARN that an IAM policy would have to allow. */
  resource(): string
  /** Executes the call; throws AwsError if the service rejects it. */
  perform(): WireResponse
}

export interface Service {
  /** The prefix of its IAM actions: `ecs`, `cloudwatch`. */
  readonly name: string
  owns(request: WireRequest): boolean
  read(request: WireRequest): Call
  errorResponse(error: AwsError, request: WireRequest): WireResponse
}

/** The service in the credential scope of a SigV4 signature. */
export function signedService({ headers }: WireRequest): string | undefined {
  // Credential=AKID/20260115/eu-west-1/ecs/aws4_request
  return /Credential=[^/,\s]+\/\d{8}\/[^/]+\/([^/]+)\/aws4_request/.exec(headers.authorization ?? '')?.[1]
}

/** The region in the credential scope. */
export function signedRegion({ headers }: WireRequest): string | undefined {
  return /Credential=[^/,\s]+\/\d{8}\/([^/]+)\/[^/]+\/aws4_request/.exec(headers.authorization ?? '')?.[1]
}

/** The URL under which the client reached this server, for links back to it. */
export function originOf({ headers }: WireRequest): string {
  return `http://${headers.host ?? '127.0.0.1'}`
}
