import * as __WEBPACK_EXTERNAL_MODULE__undici_on_demand_cjs_70131c88__ from "./undici-on-demand.cjs";
import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 8395:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

var x = (y) => {
	var x = {}; __nccwpck_require__.d(x, y); return x
} 
var y = (x) => (() => (x))
module.exports = x({  });

/***/ }),

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 3557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 9082:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ parseState)
/* harmony export */ });
/* harmony import */ var _text_json_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9621);
/** The runner hands over what a file contains: nothing is sent by it before each member is known to be right. */

/** UpdateService has far shorter names and far fewer deployments. */
const longestState = 100_000;
function parseState(saved) {
    if (saved === '')
        return { kind: 'none' };
    if (saved.length > longestState)
        return unusable(`it has ${saved.length} characters`);
    const value = parseJson(saved);
    const states = (0,_text_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isList */ .Lv)(value) ? value : [value];
    const why = states.length === 0 ? 'it is an empty list' : states.map(flawOf).find(flaw => flaw !== undefined);
    return why === undefined ? { kind: 'unfinished', states: states } : unusable(why);
}
/** undefined: each member is right */
function flawOf(state) {
    if (!(0,_text_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(state))
        return 'it is not a JSON object';
    const unknown = Object.keys(state).filter(name => !Object.hasOwn(members, name)).length;
    if (unknown > 0)
        return `it has ${unknown} unknown ${unknown === 1 ? 'member' : 'members'}`;
    const wrong = Object.entries(members).find(([name, isRight]) => !isRight(state[name]));
    return wrong && `its member ${wrong[0]} is ${state[wrong[0]] === undefined ? 'missing' : 'wrong'}`;
}
function unusable(why) {
    return { kind: 'unusable', why };
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
const members = {
    version: value => value === 1,
    target: value => hasExactly(value, { cluster: isNameOrArn, service: isNameOrArn }),
    taskDefinition: isRevision,
    answered: isBoolean,
    deploymentId: optional(isDeploymentId),
    readsAreCurrent: isBoolean,
    before: value => Array.isArray(value) && value.every(isDeploymentId),
    completedBefore: isBoolean,
    bump: optional(isBump),
    takeBack: optional(isRevision),
    rollback: isBoolean,
};
function isRevision(value) {
    return matches(/^arn:[a-z0-9-]+:ecs:[a-z0-9-]+:\d{12}:task-definition\/[\w-]{1,255}:\d{1,10}$/)(value);
}
function isNameOrArn(value) {
    const arn = /^arn:[a-z0-9-]+:ecs:[a-z0-9-]+:\d{12}:(?:cluster|service)(?:\/[\w-]{1,255}){1,2}$/;
    return matches(/^[\w-]{1,255}$/)(value) || matches(arn)(value);
}
function isDeploymentId(value) {
    return matches(/^[\w-]{1,64}(?:\/[\w-]{1,64})?$/)(value);
}
function isBump(value) {
    if (!hasExactly(value, { from: isCount, to: isCount, found: isCount }))
        return false;
    const { from, to } = value;
    return Number(from) < Number(to);
}
function isCount(value) {
    return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 1_000_000;
}
function isBoolean(value) {
    return typeof value === 'boolean';
}
function matches(pattern) {
    return value => typeof value === 'string' && pattern.test(value);
}
function optional(condition) {
    return value => value === undefined || condition(value);
}
function hasExactly(value, conditions) {
    if (!(0,_text_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value))
        return false;
    const names = Object.keys(conditions);
    return Object.keys(value).length === names.length && names.every(name => conditions[name]?.(value[name]));
}

/***/ }),

/***/ 9621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Lv: () => (/* binding */ isList),
  Gv: () => (/* binding */ isObject),
  Qv: () => (/* binding */ objectsIn),
  P8: () => (/* binding */ showPath),
  Qq: () => (/* binding */ json_text)
});

// EXTERNAL MODULE: ./lib/src/core/text/name.js
var text_name = __nccwpck_require__(9295);
;// CONCATENATED MODULE: ./lib/src/core/text/identifier.js

/** Other keys may be secret values and are never printed: YAML reads `{value:hunter2: }` as one key. */
function isIdentifier(text) {
    return /^[\w./-]{1,64}$/.test(text) && (0,text_name/* isName */.Eo)(text);
}
;// CONCATENATED MODULE: ./lib/src/core/text/json.js

function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function isList(value) {
    return Array.isArray(value);
}
function objectsIn(value) {
    return isList(value) ? value.filter(isObject) : [];
}
function json_text(value) {
    return typeof value === 'string' ? value : undefined;
}
/** `containerDefinitions[0].image`; other keys may be secret */
function showPath(path) {
    return path
        .map((step, i) => {
        if (typeof step === 'number')
            return `[${step}]`;
        return `${i === 0 ? '' : '.'}${isIdentifier(step) ? step : '…'}`;
    })
        .join('');
}

/***/ }),

/***/ 9295:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Eo: () => (/* binding */ isName),
/* harmony export */   oe: () => (/* binding */ isRandom)
/* harmony export */ });
/* unused harmony exports showName, hasNameCharacters */
/** What may be shown as a name. Names are where a value ends up by mistake: a name consists of words (docs/adr/0030). */
/** Of variables, labels, options and tags: letters of any script, and what separates words. */
const shape = /^[\p{L}\p{N}_.:/@-](?:[\p{L}\p{N}_.:/@[\] -]{0,126}[\p{L}\p{N}_.:/@\]-])?$/u;
const hiddenName = '***';
function isName(text) {
    return shape.test(text) && !isRandom(text);
}
function showName(text) {
    return isName(text) ? text : hiddenName;
}
/** Quotes, braces, `+` and `$` are of values. */
function hasNameCharacters(text) {
    return shape.test(text.slice(0, 128));
}
/** Base64, hexadecimal digits, tokens. Short parts can be anything. */
function isRandom(text) {
    return text.split(/[^A-Za-z\d/+]+/).some(part => {
        const pieces = part.split(/[/+]+/);
        return pieces.some(isRandomWord) || isRandomWord(pieces.join(''));
    });
}
/** Words without a vowel, and two-letter ones. `PGSSLMODE` is `PG`, `SSL` and `MODE`, `kmsKeyId` is `kms`, `Key` and `Id`. */
const abbreviations = /cdn|csrf|db|dns|ftps?|gcp|gpt|html|https?|jvm|jwt|kms|mq|pdf|php|rds|rpc|sftp|smtp|sql|ssh|ssl|str|tcp|tls|ttl|vpc|xml/gi;
const knownWord = new RegExp(`^(?:[a-z]?(?:${abbreviations.source})|id|in|ip|is|ms|my|to)$`, 'i');
/** No word has so many consonants in a row. */
const unpronounceable = /[bcdfghjklmnpqrstvwxz]{6}/i;
/** `HTTPServer` is `HTTP` and `Server`. */
const words = /[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+/g;
function isRandomWord(part) {
    if (part.length < 8)
        return false;
    if (unpronounceable.test(part.replace(abbreviations, '-')))
        return true;
    const all = part.match(words) ?? [];
    const solid = all.filter(isSolid);
    const numbers = all.filter(word => /^\d/.test(word)).length;
    if (numbers > 2 || solid.join('').length < 0.6 * part.length)
        return true;
    const isMixed = /[a-z]/.test(part) && /[A-Z]/.test(part);
    if (!isMixed)
        return false;
    const capitals = all.filter(word => /^[A-Z]{3,}$/.test(word)).length;
    return numbers > 1 || capitals > 1 || part.length < 2.6 * all.length;
}
function isSolid(word) {
    return knownWord.test(word) || (/^(?:[A-Z]?[a-z]{2,}|[A-Z]{3,})$/.test(word) && /[aeiouy]/i.test(word));
}

/***/ }),

/***/ 7342:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _core_outcome_parse_saved_state_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9082);

const title = 'ECS deployment, after the job was ended';
const parsed = (0,_core_outcome_parse_saved_state_js__WEBPACK_IMPORTED_MODULE_0__/* .parseState */ .B)(process.env.STATE_unfinished ?? '');
if (parsed.kind !== 'none') {
    const [{ connectRunner }, { outliveReaders }, { exitSoon, lingering }] = await Promise.all([
        Promise.all(/* import() */[__nccwpck_require__.e(421), __nccwpck_require__.e(2), __nccwpck_require__.e(902)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3902)),
        __nccwpck_require__.e(/* import() */ 576).then(__nccwpck_require__.bind(__nccwpck_require__, 2576)),
        __nccwpck_require__.e(/* import() */ 144).then(__nccwpck_require__.bind(__nccwpck_require__, 4144)),
    ]);
    outliveReaders();
    const runner = connectRunner();
    const annotations = parsed.kind === 'unfinished' ? await finish(parsed.states) : [unusable(parsed.why)];
    for (const annotation of annotations)
        runner.annotate(annotation);
    exitSoon(lingering);
}
async function finish(states) {
    const [{ bugAnnotation }, { runPostStep }, { systemClock }, { connectEcs }, elb] = await Promise.all([
        Promise.all(/* import() */[__nccwpck_require__.e(2), __nccwpck_require__.e(341)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5341)),
        Promise.all(/* import() */[__nccwpck_require__.e(2), __nccwpck_require__.e(317)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2317)),
        __nccwpck_require__.e(/* import() */ 605).then(__nccwpck_require__.bind(__nccwpck_require__, 1605)),
        Promise.all(/* import() */[__nccwpck_require__.e(861), __nccwpck_require__.e(977), __nccwpck_require__.e(212), __nccwpck_require__.e(2), __nccwpck_require__.e(524), __nccwpck_require__.e(856)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1856)),
        Promise.all(/* import() */[__nccwpck_require__.e(977), __nccwpck_require__.e(2), __nccwpck_require__.e(524), __nccwpck_require__.e(441)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4441)),
    ]);
    try {
        const ports = {
            ecs: connectEcs(systemClock),
            loadBalancers: elb.connectElasticLoadBalancing(systemClock),
            clock: systemClock,
        };
        const notices = await runPostStep(ports, states);
        return notices.map(({ level, text }) => ({ level, title, message: text }));
    }
    catch (error) {
        return [bugAnnotation(error)];
    }
}
function unusable(why) {
    const message = `What the main step saved cannot be used, since ${why}: nothing was done. Check the desired count of the service, and whether its last deployment should be rolled back.`;
    return { level: 'warning', title, message };
}
__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".post.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(7342);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
