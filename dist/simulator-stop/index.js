import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 24:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 29:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  S$: () => (/* binding */ awaitAnnouncement),
  x6: () => (/* binding */ readLog),
  al: () => (/* binding */ stopInBackground)
});

// UNUSED EXPORTS: startInBackground

;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
;// CONCATENATED MODULE: external "node:http"
const external_node_http_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");
;// CONCATENATED MODULE: ./build/simulator/control-names.js
const CONTROL_PATH = '/__simulator/';
/** Environment variable that gives the simulator as a process its token to be stopped by. */
const control_names_STOP_TOKEN_VARIABLE = 'CERTOPS_SIMULATOR_STOP_TOKEN';

;// CONCATENATED MODULE: ./build/simulator/action/background.js





const START_MILLISECONDS = 60_000;
const STOP_MILLISECONDS = 10_000;
const POLL_MILLISECONDS = 50;
const pause = () => new Promise((resolve) => setTimeout(resolve, POLL_MILLISECONDS));
const announcementFile = (folder) => external_node_path_namespaceObject.join(folder, 'announcement.json');
const logFile = (folder) => external_node_path_namespaceObject.join(folder, 'simulator.log');
const readIfThere = (file) => ((0,external_node_fs_.existsSync)(file) ? (0,external_node_fs_.readFileSync)(file, 'utf8') : '');
/** What the simulator in this folder has written to standard error. */
function readLog(folder) {
    return readIfThere(logFile(folder)).trim();
}
/** What the simulator in this folder said once it listened; null before. */
function readAnnouncement(folder) {
    const [line = '', ...rest] = readIfThere(announcementFile(folder)).split('\n');
    return rest.length === 0 ? null : JSON.parse(line);
}
/** The same, for one that may be starting still; null where it does not come within ten seconds. */
async function awaitAnnouncement(folder) {
    const deadline = Date.now() + STOP_MILLISECONDS;
    for (;;) {
        const announcement = readAnnouncement(folder);
        if (announcement !== null || Date.now() > deadline)
            return announcement;
        await pause();
    }
}
/**
 * Starts the simulator as a process that outlives this one, and resolves once it listens. Its output goes to files of
 * the folder: a pipe would end with this process, or keep the runner waiting for it.
 * @param simulator the simulator's built entry
 * @param token whoever knows it can stop the simulator
 * @throws {Error} with the simulator's own words where it ends instead
 */
async function startInBackground(simulator, args, { folder, token }) {
    const files = [announcementFile(folder), logFile(folder)].map((file) => openSync(file, 'a'));
    const child = spawn(process.execPath, [simulator, ...args], {
        cwd: folder,
        detached: true,
        windowsHide: true,
        env: { ...process.env, [STOP_TOKEN_VARIABLE]: token },
        stdio: ['ignore', ...files],
    });
    let ending;
    child.once('error', (error) => {
        ending = error.message;
    });
    child.once('exit', (code, signal) => {
        ending = signal === null ? `exit code ${code}` : `ended by ${signal}`;
    });
    for (const file of files)
        closeSync(file);
    const deadline = Date.now() + START_MILLISECONDS;
    for (;;) {
        const announcement = readAnnouncement(folder);
        if (announcement !== null) {
            child.unref();
            return announcement;
        }
        if (ending !== undefined) {
            throw new Error(`The simulator did not start (${ending}): ${readLog(folder) || 'it left no word'}`);
        }
        if (Date.now() > deadline) {
            child.kill();
            throw new Error(`The simulator did not listen within ${START_MILLISECONDS / 1000} s. ${readLog(folder)}`);
        }
        await pause();
    }
}
/**
 * Asks the simulator at the URL to end, and resolves once nothing listens there. No process is killed: a number or a
 * port that belonged to the simulator may be another program's by now, and that one does not know the token.
 */
async function stopInBackground(url, token) {
    const answer = await askToStop(url, token);
    if (answer === null)
        return { kind: 'gone' };
    if (answer.status !== 200)
        return { kind: 'someone-else' };
    const deadline = Date.now() + STOP_MILLISECONDS;
    while ((await askToStop(url, token)) !== null && Date.now() < deadline)
        await pause();
    return { kind: 'stopped', calls: JSON.parse(answer.body).calls };
}
/** The answer, or null where nothing listens; never through a proxy. */
function askToStop(url, token) {
    return new Promise((resolve) => {
        const call = (0,external_node_http_namespaceObject.request)(`${url}${CONTROL_PATH}stop`, {
            method: 'POST',
            agent: false,
            timeout: STOP_MILLISECONDS,
            headers: { authorization: `Bearer ${token}` },
        });
        call.once('response', (response) => {
            let body = '';
            response.setEncoding('utf8').on('data', (chunk) => {
                body += chunk;
            });
            response.once('close', () => resolve({ status: response.statusCode, body }));
        });
        call.once('timeout', () => call.destroy());
        call.once('error', () => resolve(null));
        call.end();
    });
}


/***/ }),

/***/ 801:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  tn: () => (/* binding */ formatAnnotation)
});

// UNUSED EXPORTS: readInput, tellRunner

;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
;// CONCATENATED MODULE: ./build/simulator/action/runner-files.js



/**
 * Tells the runner names and values.
 * @throws {Error} outside a step, where the runner names no such file
 */
function tellRunner(environment, file, values) {
    const path = environment[file];
    if (path === undefined || path === '') {
        throw new Error(`${file} is not set, so this is no step of a workflow. By hand: npm run --silent simulator -- --help`);
    }
    for (const [name, value] of Object.entries(values)) {
        const end = `end-${randomUUID()}`;
        appendFileSync(path, [`${name}<<${end}`, value, end, ''].join(EOL));
    }
}
/** An input, without blanks around it; empty where it is not given. */
function readInput(environment, name) {
    return (environment[`INPUT_${name.toUpperCase()}`] ?? '').trim();
}
/** An error or a warning of the step, as the runner reads it from standard output. */
function formatAnnotation(level, message) {
    const escaped = message.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
    return `::${level} title=CertOps simulator::${escaped}\n`;
}


/***/ }),

/***/ 826:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _background_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(29);
/* harmony import */ var _runner_files_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(801);
/** Post entry of simulator/action.yml: stops the simulator that the step has started, in every outcome of the job. */


const { STATE_folder: folder = '', STATE_token: token = '' } = process.env;
const say = (text) => process.stdout.write(`${text}\n`);
const warn = (text) => process.stdout.write((0,_runner_files_js__WEBPACK_IMPORTED_MODULE_1__/* .formatAnnotation */ .tn)('warning', text));
const announcement = folder === '' ? null : await (0,_background_js__WEBPACK_IMPORTED_MODULE_0__/* .awaitAnnouncement */ .S$)(folder);
if (announcement === null) {
    say('No simulator was started');
}
else {
    const { url } = announcement;
    const stop = await (0,_background_js__WEBPACK_IMPORTED_MODULE_0__/* .stopInBackground */ .al)(url, token);
    const log = (0,_background_js__WEBPACK_IMPORTED_MODULE_0__/* .readLog */ .x6)(folder);
    if (log !== '')
        say(log);
    if (stop.kind === 'stopped')
        say(`Stopped the simulator at ${url}; calls: ${stop.calls}`);
    if (stop.kind === 'gone')
        warn(`The simulator at ${url} had ended before the job did. ${log}`);
    if (stop.kind === 'someone-else') {
        warn(`The simulator at ${url} had ended before the job did; another program listens there, and was left alone`);
    }
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
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
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
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(826);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
