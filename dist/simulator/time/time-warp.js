/**
 * A preload (`node --import time-warp.js program.js`) that speeds up time for one whole process: Date, timers,
 * timers/promises and performance.now agree with a ScaledClock in another process. (So does AbortSignal.timeout,
 * which Node builds on node:timers.) Node's own timeouts (sockets, keep-alive) stay on real time.
 *
 * ECS_SIMULATOR_SPEED   simulated seconds per real second
 * ECS_SIMULATOR_EPOCH   real time (ms) at which simulated time began; by default the start of this process
 * ECS_SIMULATOR_START   simulated time (ms) at that moment; by default the same
 */
import { syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers';
import timersPromises from 'node:timers/promises';
const realPerformanceNow = performance.now.bind(performance);
const realTimeOrigin = performance.timeOrigin;
const RealDate = Date;
const speed = readNumber('ECS_SIMULATOR_SPEED', 1);
const epoch = readNumber('ECS_SIMULATOR_EPOCH', realTimeOrigin);
const start = readNumber('ECS_SIMULATOR_START', epoch);
if (!(speed > 0))
    throw new Error(`ECS_SIMULATOR_SPEED must be positive, not ${speed}`);
if (speed !== 1 || start !== epoch) {
    warpDate();
    warpPerformance();
    warpTimers();
    warpTimersPromises();
    syncBuiltinESMExports();
}
function readNumber(name, fallback) {
    const text = process.env[name];
    if (!text)
        return fallback;
    const value = Number(text);
    if (!Number.isFinite(value))
        throw new Error(`${name} must be a number, not "${text}"`);
    return value;
}
function simulatedTime(realTime) {
    return start + (realTime - epoch) * speed;
}
function dateNow() {
    return Math.floor(simulatedTime(realTimeOrigin + realPerformanceNow()));
}
/** A timer never fires early: rounded up, at least Node's own minimum of 1 ms. */
function realDelay(ms) {
    const simulated = Number(ms);
    return simulated > 0 ? Math.max(1, Math.ceil(simulated / speed)) : 1;
}
/** A proxy, so that dates from Node itself (file times) stay `instanceof Date`. */
function warpDate() {
    const WarpedDate = new Proxy(RealDate, {
        apply: () => new RealDate(dateNow()).toString(),
        construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [dateNow()] : args, newTarget),
        get: (target, key, receiver) => (key === 'now' ? dateNow : Reflect.get(target, key, receiver)),
    });
    RealDate.prototype.constructor = WarpedDate;
    globalThis.Date = WarpedDate;
}
function warpPerformance() {
    Object.defineProperties(performance, {
        now: { value: () => realPerformanceNow() * speed, configurable: true, writable: true },
        timeOrigin: { value: simulatedTime(realTimeOrigin), configurable: true },
    });
}
/**
 * Keeps Node's refresh, unref and clear; the property descriptors carry util.promisify, which reads
 * timers/promises.
 */
function warpTimers() {
    for (const name of ['setTimeout', 'setInterval']) {
        const real = timers[name];
        const warped = (callback, ms, ...args) => real(callback, realDelay(ms), ...args);
        Object.defineProperties(warped, Object.getOwnPropertyDescriptors(real));
        Object.assign(timers, { [name]: warped });
        Object.assign(globalThis, { [name]: warped });
    }
}
function warpTimersPromises() {
    const real = { ...timersPromises };
    Object.assign(timersPromises, {
        setTimeout: (ms, value, options) => real.setTimeout(realDelay(ms), value, options),
        setInterval: (ms, value, options) => real.setInterval(realDelay(ms), value, options),
    });
    const realWait = real.scheduler.wait.bind(real.scheduler);
    Object.defineProperty(real.scheduler, 'wait', {
        value: (ms, options) => realWait(realDelay(ms), options),
    });
}
