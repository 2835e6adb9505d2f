/** What the server needs from a service, whatever its protocol (JSON, Query, REST). */
import type { IncomingHttpHeaders } from 'node:http'
import type { AwsError } from '../aws-error.js'

export interface WireRequest {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingHttpHeaders
  readonly body: string
  /** For binary protocols. */
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
  /** Binary protocols send these instead of the body. */
  readonly bytes?: Uint8Array | undefined
}

/** Changes a response before it is written. */
export type Transform = (response: object) => object

export const unchanged: Transform = response => response

/** A parsed request. */
export interface Call {
  readonly operation: string
  /** Undefined if the request cannot be parsed. */
  readonly input: unknown
  readonly unknownMembers: readonly string[]
  /** The ARN that an IAM policy would have to allow. */
  resource(): string
  /** Throws AwsError if the service rejects the call. */
  perform(transform?: Transform): WireResponse
}

export interface Service {
  /** The prefix of its IAM actions: `ecs`, `cloudwatch`. */
  readonly name: string
  owns(request: WireRequest): boolean
  read(request: WireRequest): Call
  errorResponse(error: AwsError, request: WireRequest): WireResponse
}

/** From the credential scope of a SigV4 signature. */
export function signedService({ headers }: WireRequest): string | undefined {
  // Credential=AKID/20260115/eu-west-1/ecs/aws4_request
  return /Credential=[^/,\s]+\/\d{8}\/[^/]+\/([^/]+)\/aws4_request/.exec(headers.authorization ?? '')?.[1]
}

/** The key that signed the request. */
export function accessKeyOf({ headers }: WireRequest): string | undefined {
  return /Credential=([^/,\s]+)\/\d{8}\//.exec(headers.authorization ?? '')?.[1]
}

/** Undefined if what is in its place has not the form of a region's name. */
export function signedRegion({ headers }: WireRequest): string | undefined {
  const scope = /Credential=[^/,\s]+\/\d{8}\/([^/]+)\/[^/]+\/aws4_request/.exec(headers.authorization ?? '')
  return scope?.[1] !== undefined && /^[a-z]{2,4}(?:-[a-z]+)+-\d{1,2}$/.test(scope[1]) ? scope[1] : undefined
}

/** The URL under which the client reached this server. */
export function originOf({ headers }: WireRequest): string {
  return `http://${headers.host ?? '127.0.0.1'}`
}
