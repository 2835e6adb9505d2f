/** Preloaded into a step: its log says when a request is sent, and when a file of dist/ is loaded. */
import { subscribe } from 'node:diagnostics_channel'
import { writeSync } from 'node:fs'
import type { ClientRequest } from 'node:http'
import { registerHooks } from 'node:module'

const say = (line: string) => writeSync(1, `${line}\n`)

subscribe('http.client.request.start', message => {
  const { request } = message as { readonly request: ClientRequest }
  request.once('finish', () => say('a request is sent'))
})

registerHooks({
  load(url, context, next) {
    const file = /\/dist\/(.+)$/.exec(url)?.[1]
    if (file !== undefined) say(`loads ${file}`)
    return next(url, context)
  },
})
