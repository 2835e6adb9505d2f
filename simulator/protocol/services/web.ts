/** What is behind the names of the world's hosts: for clients that use the simulator as their HTTP proxy. */

import type { HostAnswer } from '../../ecs/resources/hosts.js'
import type { World } from '../../ecs/world.js'
import { answerRequest } from '../../elastic-load-balancing/answer-request.js'
import type { Service, WireRequest, WireResponse } from '../service.js'

export function webService(world: World): Service {
  return {
    name: 'web',
    owns: request => world.hosts.find(hostOf(request)) !== undefined,
    read: request => ({
      operation: request.method,
      input: { host: hostOf(request), path: request.path, query: queryOf(request) },
      unknownMembers: [],
      resource: () => '*',
      perform: () => {
        world.advance()
        return responseOf(answer(world, request))
      },
    }),
    errorResponse: ({ message, httpStatus }) => responseOf({ status: httpStatus, body: message }),
  }
}

function answer(world: World, request: WireRequest): HostAnswer {
  const host = world.hosts.find(hostOf(request))
  if (host?.kind === 'fixed') return host.answer(request.path, queryOf(request))
  return answerRequest(world, host?.groupArn ?? '', request.path)
}

function responseOf({ status, body, location }: HostAnswer): WireResponse {
  const headers = location === undefined ? undefined : { location }
  return { status, contentType: 'text/html; charset=utf-8', body, headers }
}

/** Without its port. */
export function hostOf({ headers }: WireRequest): string {
  return (headers.host ?? '').replace(/:\d+$/, '').toLowerCase()
}

function queryOf({ query }: WireRequest): string {
  return query.toString()
}
