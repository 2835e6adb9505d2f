"use strict";
/**
 * Replaces undici in dist/. GitHub's toolkit imports undici at load time and needs it only for requests to GitHub or
 * through a proxy. It is nearly a third of the code that a step compiles before its first request to AWS
 * (docs/performance.md), so it is a file of its own, loaded at the first call.
 */
Object.defineProperty(exports, "__esModule", { value: true });
function load() {
    return require('./undici.cjs');
}
exports.fetch = (...args) => load().fetch(...args);
exports.ProxyAgent = function ProxyAgent(...args) {
    return new (load().ProxyAgent)(...args);
};
