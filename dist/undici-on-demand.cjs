"use strict";
/**
 * Stands in dist/ for undici, which GitHub's toolkit imports as soon as it is loaded and needs only for requests to
 * GitHub, or through a proxy. It is nearly a third of all that a step would compile before its first request to AWS
 * (docs/performance.md), so it is a file of its own, loaded when one of these is first called.
 */
Object.defineProperty(exports, "__esModule", { value: true });
function load() {
    return require('./undici.cjs');
}
exports.fetch = (...args) => load().fetch(...args);
exports.ProxyAgent = function ProxyAgent(...args) {
    return new (load().ProxyAgent)(...args);
};
