/**
 * Replaces undici in dist/. GitHub's toolkit imports undici at load time and needs it only for requests to GitHub or
 * through a proxy. It is nearly a third of the code that a step compiles before its first request to AWS
 * (docs/performance.md), so it is a file of its own, loaded at the first call.
 */

interface Undici {
  fetch(...args: unknown[]): unknown
  readonly ProxyAgent: new (...args: unknown[]) => object
}

function load(): Undici {
  return require('./undici.cjs')
}

exports.fetch = (...args: unknown[]) => load().fetch(...args)

exports.ProxyAgent = function ProxyAgent(...args: unknown[]) {
  return new (load().ProxyAgent)(...args)
}
