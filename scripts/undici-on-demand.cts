/**
 * Stands in dist/ for undici, which GitHub's toolkit imports as soon as it is loaded and needs only for requests to
 * GitHub, or through a proxy. It is nearly a third of all that a step would compile before its first request to AWS
 * (docs/performance.md), so it is a file of its own, loaded when one of these is first called.
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
