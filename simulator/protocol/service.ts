/**
 * What the HTTP server needs to know of an AWS service: which requests are its own, and how one is read, answered and
 * refused. A service has a protocol (JSON 1.1, Query, REST); the server does not care which.
 */
import type { IncomingHttpHeaders } from 'node:http'
import type { AwsError } from '../aws-error.js'

export interface WireRequest {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingHttpHeaders
  readonly body: string
  /** The same as it came, for protocols that are no text. */
  readonly bytes: Uint8Array
  /** The id that the server gives it. */
  readonly requestId: string
}

export interface WireResponse {
  readonly status: number
  readonly contentType: string
  /** Beside those that every answer has. */
  readonly headers?: Readonly<Record<string, string>>
  readonly body: string
  /** What is sent instead of the body, by protocols that are no text. */
  readonly bytes?: Uint8Array
}

/** One request that has been read, not yet carried out. */
export interface Call {
  readonly operation: string
  /** The request as it was sent, or nothing when it cannot be read. */
  readonly input: unknown
  readonly unknownMembers: readonly string[]
  /** The ARN that an IAM policy would have to allow. */
  resource(): string
  /** Carries it out; raises AwsError for what the service would refuse. */
  perform(): WireResponse
}

export interface Service {
  /** Its name in IAM actions: `ecs`, `cloudwatch`. */
  readonly name: string
  owns(request: WireRequest): boolean
  read(request: WireRequest): Call
  errorResponse(error: AwsError, request: WireRequest): WireResponse
}

/** The service that a SigV4 signature was made for, from its credential scope. */
export function signedService({ headers }: WireRequest): string | undefined {
  // Credential=AKID/20260115/eu-west-1/ecs/aws4_request
  return /Credential=[^/,\s]+\/\d{8}\/[^/]+\/([^/]+)\/aws4_request/.exec(headers.authorization ?? '')?.[1]
}

/** The region that it was made for. */
export function signedRegion({ headers }: WireRequest): string | undefined {
  return /Credential=[^/,\s]+\/\d{8}\/([^/]+)\/[^/]+\/aws4_request/.exec(headers.authorization ?? '')?.[1]
}

/** Where the client reached this server, for links that lead back to it. */
export function originOf({ headers }: WireRequest): string {
  return `http://${headers.host ?? '127.0.0.1'}`
}
