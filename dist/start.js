import * as __WEBPACK_EXTERNAL_MODULE__lazy_undici_js_a92cc4cf__ from "./lazy-undici.js";
import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 916:
/***/ ((__unused_webpack_module, exports) => {

var __webpack_unused_export__;

__webpack_unused_export__ = true;
exports.Io = __webpack_unused_export__ = void 0;
var peq = new Uint32Array(0x10000);
var myers_32 = function (a, b) {
    var n = a.length;
    var m = b.length;
    var lst = 1 << (n - 1);
    var pv = -1;
    var mv = 0;
    var sc = n;
    var i = n;
    while (i--) {
        peq[a.charCodeAt(i)] |= 1 << i;
    }
    for (i = 0; i < m; i++) {
        var eq = peq[b.charCodeAt(i)];
        var xv = eq | mv;
        eq |= ((eq & pv) + pv) ^ pv;
        mv |= ~(eq | pv);
        pv &= eq;
        if (mv & lst) {
            sc++;
        }
        if (pv & lst) {
            sc--;
        }
        mv = (mv << 1) | 1;
        pv = (pv << 1) | ~(xv | mv);
        mv &= xv;
    }
    i = n;
    while (i--) {
        peq[a.charCodeAt(i)] = 0;
    }
    return sc;
};
var myers_x = function (b, a) {
    var n = a.length;
    var m = b.length;
    var mhc = [];
    var phc = [];
    var hsize = Math.ceil(n / 32);
    var vsize = Math.ceil(m / 32);
    for (var i = 0; i < hsize; i++) {
        phc[i] = -1;
        mhc[i] = 0;
    }
    var j = 0;
    for (; j < vsize - 1; j++) {
        var mv_1 = 0;
        var pv_1 = -1;
        var start_1 = j * 32;
        var vlen_1 = Math.min(32, m) + start_1;
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] |= 1 << k;
        }
        for (var i = 0; i < n; i++) {
            var eq = peq[a.charCodeAt(i)];
            var pb = (phc[(i / 32) | 0] >>> i) & 1;
            var mb = (mhc[(i / 32) | 0] >>> i) & 1;
            var xv = eq | mv_1;
            var xh = ((((eq | mb) & pv_1) + pv_1) ^ pv_1) | eq | mb;
            var ph = mv_1 | ~(xh | pv_1);
            var mh = pv_1 & xh;
            if ((ph >>> 31) ^ pb) {
                phc[(i / 32) | 0] ^= 1 << i;
            }
            if ((mh >>> 31) ^ mb) {
                mhc[(i / 32) | 0] ^= 1 << i;
            }
            ph = (ph << 1) | pb;
            mh = (mh << 1) | mb;
            pv_1 = mh | ~(xv | ph);
            mv_1 = ph & xv;
        }
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] = 0;
        }
    }
    var mv = 0;
    var pv = -1;
    var start = j * 32;
    var vlen = Math.min(32, m - start) + start;
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] |= 1 << k;
    }
    var score = m;
    for (var i = 0; i < n; i++) {
        var eq = peq[a.charCodeAt(i)];
        var pb = (phc[(i / 32) | 0] >>> i) & 1;
        var mb = (mhc[(i / 32) | 0] >>> i) & 1;
        var xv = eq | mv;
        var xh = ((((eq | mb) & pv) + pv) ^ pv) | eq | mb;
        var ph = mv | ~(xh | pv);
        var mh = pv & xh;
        score += (ph >>> (m - 1)) & 1;
        score -= (mh >>> (m - 1)) & 1;
        if ((ph >>> 31) ^ pb) {
            phc[(i / 32) | 0] ^= 1 << i;
        }
        if ((mh >>> 31) ^ mb) {
            mhc[(i / 32) | 0] ^= 1 << i;
        }
        ph = (ph << 1) | pb;
        mh = (mh << 1) | mb;
        pv = mh | ~(xv | ph);
        mv = ph & xv;
    }
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] = 0;
    }
    return score;
};
var distance = function (a, b) {
    if (a.length < b.length) {
        var tmp = b;
        b = a;
        a = tmp;
    }
    if (b.length === 0) {
        return a.length;
    }
    if (a.length <= 32) {
        return myers_32(a, b);
    }
    return myers_x(a, b);
};
exports.Io = distance;
var closest = function (str, arr) {
    var min_distance = Infinity;
    var min_index = 0;
    for (var i = 0; i < arr.length; i++) {
        var dist = distance(str, arr[i]);
        if (dist < min_distance) {
            min_distance = dist;
            min_index = i;
        }
    }
    return arr[min_index];
};
__webpack_unused_export__ = closest;


/***/ }),

/***/ 770:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

module.exports = __nccwpck_require__(218);


/***/ }),

/***/ 218:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var net = __nccwpck_require__(278);
var tls = __nccwpck_require__(756);
var http = __nccwpck_require__(611);
var https = __nccwpck_require__(692);
var events = __nccwpck_require__(434);
var assert = __nccwpck_require__(613);
var util = __nccwpck_require__(23);


exports.httpOverHttp = httpOverHttp;
exports.httpsOverHttp = httpsOverHttp;
exports.httpOverHttps = httpOverHttps;
exports.httpsOverHttps = httpsOverHttps;


function httpOverHttp(options) {
  var agent = new TunnelingAgent(options);
  agent.request = http.request;
  return agent;
}

function httpsOverHttp(options) {
  var agent = new TunnelingAgent(options);
  agent.request = http.request;
  agent.createSocket = createSecureSocket;
  agent.defaultPort = 443;
  return agent;
}

function httpOverHttps(options) {
  var agent = new TunnelingAgent(options);
  agent.request = https.request;
  return agent;
}

function httpsOverHttps(options) {
  var agent = new TunnelingAgent(options);
  agent.request = https.request;
  agent.createSocket = createSecureSocket;
  agent.defaultPort = 443;
  return agent;
}


function TunnelingAgent(options) {
  var self = this;
  self.options = options || {};
  self.proxyOptions = self.options.proxy || {};
  self.maxSockets = self.options.maxSockets || http.Agent.defaultMaxSockets;
  self.requests = [];
  self.sockets = [];

  self.on('free', function onFree(socket, host, port, localAddress) {
    var options = toOptions(host, port, localAddress);
    for (var i = 0, len = self.requests.length; i < len; ++i) {
      var pending = self.requests[i];
      if (pending.host === options.host && pending.port === options.port) {
        // Detect the request to connect same origin server,
        // reuse the connection.
        self.requests.splice(i, 1);
        pending.request.onSocket(socket);
        return;
      }
    }
    socket.destroy();
    self.removeSocket(socket);
  });
}
util.inherits(TunnelingAgent, events.EventEmitter);

TunnelingAgent.prototype.addRequest = function addRequest(req, host, port, localAddress) {
  var self = this;
  var options = mergeOptions({request: req}, self.options, toOptions(host, port, localAddress));

  if (self.sockets.length >= this.maxSockets) {
    // We are over limit so we'll add it to the queue.
    self.requests.push(options);
    return;
  }

  // If we are under maxSockets create a new one.
  self.createSocket(options, function(socket) {
    socket.on('free', onFree);
    socket.on('close', onCloseOrRemove);
    socket.on('agentRemove', onCloseOrRemove);
    req.onSocket(socket);

    function onFree() {
      self.emit('free', socket, options);
    }

    function onCloseOrRemove(err) {
      self.removeSocket(socket);
      socket.removeListener('free', onFree);
      socket.removeListener('close', onCloseOrRemove);
      socket.removeListener('agentRemove', onCloseOrRemove);
    }
  });
};

TunnelingAgent.prototype.createSocket = function createSocket(options, cb) {
  var self = this;
  var placeholder = {};
  self.sockets.push(placeholder);

  var connectOptions = mergeOptions({}, self.proxyOptions, {
    method: 'CONNECT',
    path: options.host + ':' + options.port,
    agent: false,
    headers: {
      host: options.host + ':' + options.port
    }
  });
  if (options.localAddress) {
    connectOptions.localAddress = options.localAddress;
  }
  if (connectOptions.proxyAuth) {
    connectOptions.headers = connectOptions.headers || {};
    connectOptions.headers['Proxy-Authorization'] = 'Basic ' +
        new Buffer(connectOptions.proxyAuth).toString('base64');
  }

  debug('making CONNECT request');
  var connectReq = self.request(connectOptions);
  connectReq.useChunkedEncodingByDefault = false; // for v0.6
  connectReq.once('response', onResponse); // for v0.6
  connectReq.once('upgrade', onUpgrade);   // for v0.6
  connectReq.once('connect', onConnect);   // for v0.7 or later
  connectReq.once('error', onError);
  connectReq.end();

  function onResponse(res) {
    // Very hacky. This is necessary to avoid http-parser leaks.
    res.upgrade = true;
  }

  function onUpgrade(res, socket, head) {
    // Hacky.
    process.nextTick(function() {
      onConnect(res, socket, head);
    });
  }

  function onConnect(res, socket, head) {
    connectReq.removeAllListeners();
    socket.removeAllListeners();

    if (res.statusCode !== 200) {
      debug('tunneling socket could not be established, statusCode=%d',
        res.statusCode);
      socket.destroy();
      var error = new Error('tunneling socket could not be established, ' +
        'statusCode=' + res.statusCode);
      error.code = 'ECONNRESET';
      options.request.emit('error', error);
      self.removeSocket(placeholder);
      return;
    }
    if (head.length > 0) {
      debug('got illegal response body from proxy');
      socket.destroy();
      var error = new Error('got illegal response body from proxy');
      error.code = 'ECONNRESET';
      options.request.emit('error', error);
      self.removeSocket(placeholder);
      return;
    }
    debug('tunneling connection has established');
    self.sockets[self.sockets.indexOf(placeholder)] = socket;
    return cb(socket);
  }

  function onError(cause) {
    connectReq.removeAllListeners();

    debug('tunneling socket could not be established, cause=%s\n',
          cause.message, cause.stack);
    var error = new Error('tunneling socket could not be established, ' +
                          'cause=' + cause.message);
    error.code = 'ECONNRESET';
    options.request.emit('error', error);
    self.removeSocket(placeholder);
  }
};

TunnelingAgent.prototype.removeSocket = function removeSocket(socket) {
  var pos = this.sockets.indexOf(socket)
  if (pos === -1) {
    return;
  }
  this.sockets.splice(pos, 1);

  var pending = this.requests.shift();
  if (pending) {
    // If we have pending requests and a socket gets closed a new one
    // needs to be created to take over in the pool for the one that closed.
    this.createSocket(pending, function(socket) {
      pending.request.onSocket(socket);
    });
  }
};

function createSecureSocket(options, cb) {
  var self = this;
  TunnelingAgent.prototype.createSocket.call(self, options, function(socket) {
    var hostHeader = options.request.getHeader('host');
    var tlsOptions = mergeOptions({}, self.options, {
      socket: socket,
      servername: hostHeader ? hostHeader.replace(/:.*$/, '') : options.host
    });

    // 0 is dummy port for v0.6
    var secureSocket = tls.connect(0, tlsOptions);
    self.sockets[self.sockets.indexOf(socket)] = secureSocket;
    cb(secureSocket);
  });
}


function toOptions(host, port, localAddress) {
  if (typeof host === 'string') { // since v0.10
    return {
      host: host,
      port: port,
      localAddress: localAddress
    };
  }
  return host; // for v0.11 or later
}

function mergeOptions(target) {
  for (var i = 1, len = arguments.length; i < len; ++i) {
    var overrides = arguments[i];
    if (typeof overrides === 'object') {
      var keys = Object.keys(overrides);
      for (var j = 0, keyLen = keys.length; j < keyLen; ++j) {
        var k = keys[j];
        if (overrides[k] !== undefined) {
          target[k] = overrides[k];
        }
      }
    }
  }
  return target;
}


var debug;
if (process.env.NODE_DEBUG && /\btunnel\b/.test(process.env.NODE_DEBUG)) {
  debug = function() {
    var args = Array.prototype.slice.call(arguments);
    if (typeof args[0] === 'string') {
      args[0] = 'TUNNEL: ' + args[0];
    } else {
      args.unshift('TUNNEL:');
    }
    console.error.apply(console, args);
  }
} else {
  debug = function() {};
}
exports.debug = debug; // for test


/***/ }),

/***/ 171:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

var x = (y) => {
	var x = {}; __nccwpck_require__.d(x, y); return x
} 
var y = (x) => (() => (x))
module.exports = x({ ["ProxyAgent"]: () => (__WEBPACK_EXTERNAL_MODULE__lazy_undici_js_a92cc4cf__.ProxyAgent), ["fetch"]: () => (__WEBPACK_EXTERNAL_MODULE__lazy_undici_js_a92cc4cf__.fetch) });

/***/ }),

/***/ 878:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("./lazy-undici.js");

/***/ }),

/***/ 613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 23:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

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
/******/ 		return "" + chunkId + ".index.js";
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
var __webpack_exports__ = {};

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  n: () => (/* binding */ start)
});

;// CONCATENATED MODULE: external "node:net"
const external_node_net_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");
;// CONCATENATED MODULE: ./node_modules/jwt-decode/build/esm/index.js
class InvalidTokenError extends Error {
}
InvalidTokenError.prototype.name = "InvalidTokenError";
function b64DecodeUnicode(str) {
    return decodeURIComponent(atob(str).replace(/(.)/g, (m, p) => {
        let code = p.charCodeAt(0).toString(16).toUpperCase();
        if (code.length < 2) {
            code = "0" + code;
        }
        return "%" + code;
    }));
}
function base64UrlDecode(str) {
    let output = str.replace(/-/g, "+").replace(/_/g, "/");
    switch (output.length % 4) {
        case 0:
            break;
        case 2:
            output += "==";
            break;
        case 3:
            output += "=";
            break;
        default:
            throw new Error("base64 string is not of the correct length");
    }
    try {
        return b64DecodeUnicode(output);
    }
    catch (err) {
        return atob(output);
    }
}
function jwtDecode(token, options) {
    if (typeof token !== "string") {
        throw new InvalidTokenError("Invalid token specified: must be a string");
    }
    options || (options = {});
    const pos = options.header === true ? 0 : 1;
    const part = token.split(".")[pos];
    if (typeof part !== "string") {
        throw new InvalidTokenError(`Invalid token specified: missing part #${pos + 1}`);
    }
    let decoded;
    try {
        decoded = base64UrlDecode(part);
    }
    catch (e) {
        throw new InvalidTokenError(`Invalid token specified: invalid base64 for part #${pos + 1} (${e.message})`);
    }
    try {
        return JSON.parse(decoded);
    }
    catch (e) {
        throw new InvalidTokenError(`Invalid token specified: invalid json for part #${pos + 1} (${e.message})`);
    }
}

;// CONCATENATED MODULE: ./node_modules/valibot/dist/index.mjs
//#region src/storages/globalConfig/globalConfig.ts
let store$4;
const DEFAULT_CONFIG = {
	lang: void 0,
	message: void 0,
	abortEarly: void 0,
	abortPipeEarly: void 0
};
/**
* Sets the global configuration.
*
* @param config The configuration.
*/
function setGlobalConfig(config$1) {
	store$4 = {
		...store$4,
		...config$1
	};
}
/**
* Returns the global configuration.
*
* @param config The config to merge.
*
* @returns The configuration.
*/
/* @__NO_SIDE_EFFECTS__ */
function getGlobalConfig(config$1) {
	if (!config$1 && !store$4) return DEFAULT_CONFIG;
	return {
		lang: config$1?.lang ?? store$4?.lang,
		message: config$1?.message,
		abortEarly: config$1?.abortEarly ?? store$4?.abortEarly,
		abortPipeEarly: config$1?.abortPipeEarly ?? store$4?.abortPipeEarly
	};
}
/**
* Deletes the global configuration.
*/
function deleteGlobalConfig() {
	store$4 = void 0;
}

//#endregion
//#region src/storages/globalMessage/globalMessage.ts
let store$3;
/**
* Sets a global error message.
*
* @param message The error message.
* @param lang The language of the message.
*/
function setGlobalMessage(message$1, lang) {
	if (!store$3) store$3 = /* @__PURE__ */ new Map();
	store$3.set(lang, message$1);
}
/**
* Returns a global error message.
*
* @param lang The language of the message.
*
* @returns The error message.
*/
/* @__NO_SIDE_EFFECTS__ */
function getGlobalMessage(lang) {
	return store$3?.get(lang);
}
/**
* Deletes a global error message.
*
* @param lang The language of the message.
*/
function deleteGlobalMessage(lang) {
	store$3?.delete(lang);
}

//#endregion
//#region src/storages/schemaMessage/schemaMessage.ts
let store$2;
/**
* Sets a schema error message.
*
* @param message The error message.
* @param lang The language of the message.
*/
function setSchemaMessage(message$1, lang) {
	if (!store$2) store$2 = /* @__PURE__ */ new Map();
	store$2.set(lang, message$1);
}
/**
* Returns a schema error message.
*
* @param lang The language of the message.
*
* @returns The error message.
*/
/* @__NO_SIDE_EFFECTS__ */
function getSchemaMessage(lang) {
	return store$2?.get(lang);
}
/**
* Deletes a schema error message.
*
* @param lang The language of the message.
*/
function deleteSchemaMessage(lang) {
	store$2?.delete(lang);
}

//#endregion
//#region src/storages/specificMessage/specificMessage.ts
let store$1;
/**
* Sets a specific error message.
*
* @param reference The identifier reference.
* @param message The error message.
* @param lang The language of the message.
*/
function setSpecificMessage(reference, message$1, lang) {
	if (!store$1) store$1 = /* @__PURE__ */ new Map();
	if (!store$1.get(reference)) store$1.set(reference, /* @__PURE__ */ new Map());
	store$1.get(reference).set(lang, message$1);
}
/**
* Returns a specific error message.
*
* @param reference The identifier reference.
* @param lang The language of the message.
*
* @returns The error message.
*/
/* @__NO_SIDE_EFFECTS__ */
function getSpecificMessage(reference, lang) {
	return store$1?.get(reference)?.get(lang);
}
/**
* Deletes a specific error message.
*
* @param reference The identifier reference.
* @param lang The language of the message.
*/
function deleteSpecificMessage(reference, lang) {
	store$1?.get(reference)?.delete(lang);
}

//#endregion
//#region src/utils/_stringify/_stringify.ts
/**
* Stringifies an unknown input to a literal or type string.
*
* @param input The unknown input.
*
* @returns A literal or type string.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _stringify(input) {
	const type = typeof input;
	if (type === "string") return `"${input}"`;
	if (type === "number" || type === "bigint" || type === "boolean") return `${input}`;
	if (type === "object" || type === "function") return (input && Object.getPrototypeOf(input)?.constructor?.name) ?? "null";
	return type;
}

//#endregion
//#region src/utils/_addIssue/_addIssue.ts
/**
* Adds an issue to the dataset.
*
* @param context The issue context.
* @param label The issue label.
* @param dataset The input dataset.
* @param config The configuration.
* @param other The optional props.
*
* @internal
*/
function _addIssue(context, label, dataset, config$1, other) {
	const input = other && "input" in other ? other.input : dataset.value;
	const expected = other?.expected ?? context.expects ?? null;
	const received = other?.received ?? /* @__PURE__ */ _stringify(input);
	const issue = {
		kind: context.kind,
		type: context.type,
		input,
		expected,
		received,
		message: `Invalid ${label}: ${expected ? `Expected ${expected} but r` : "R"}eceived ${received}`,
		requirement: context.requirement,
		path: other?.path,
		issues: other?.issues,
		lang: config$1.lang,
		abortEarly: config$1.abortEarly,
		abortPipeEarly: config$1.abortPipeEarly
	};
	const isSchema = context.kind === "schema";
	const message$1 = other?.message ?? context.message ?? /* @__PURE__ */ getSpecificMessage(context.reference, issue.lang) ?? (isSchema ? /* @__PURE__ */ getSchemaMessage(issue.lang) : null) ?? config$1.message ?? /* @__PURE__ */ getGlobalMessage(issue.lang);
	if (message$1 !== void 0) issue.message = typeof message$1 === "function" ? message$1(issue) : message$1;
	if (isSchema) dataset.typed = false;
	if (dataset.issues) dataset.issues.push(issue);
	else dataset.issues = [issue];
}

//#endregion
//#region src/utils/_cloneDataset/_cloneDataset.ts
/**
* Creates a shallow copy of a dataset.
*
* Hint: The `value` is copied by reference, but the `issues` array, its issues
* and their `path` arrays are cloned to avoid reusing mutable dataset state
* across multiple runs. Mutating a returned object or array value can
* therefore affect later cache hits that reuse the same cached output.
*
* @param dataset The output dataset.
*
* @returns The copied output dataset.
*/
/* @__NO_SIDE_EFFECTS__ */
function _cloneDataset(dataset) {
	return {
		typed: dataset.typed,
		value: dataset.value,
		issues: dataset.issues?.map((issue) => ({
			...issue,
			path: issue.path && [...issue.path]
		}))
	};
}

//#endregion
//#region src/utils/_formatCase/_formatCase.ts
/**
* Splits a string into lowercase words and rejoins them with the given
* separator and capitalization rules.
*
* Words are separated by `_`, `-` and ASCII whitespace, as well as by case
* and acronym boundaries. Whether the first or subsequent words are
* capitalized is controlled by `capFirst` and `capRest`.
*
* Hint: Implemented in a single pass that emits directly to the result
* string to avoid an intermediate `string[]` allocation. ASCII chars are
* classified via char codes to skip `.toLowerCase()` and `.toUpperCase()`
* method calls in the common case.
*
* Hint: Digits are treated as a separate character class, so `item2Name`
* yields `item2` and `name` rather than `item`, `2` and `name`.
*
* @param input The input string.
* @param separator The string inserted between words.
* @param capFirst Whether to capitalize the first word.
* @param capRest Whether to capitalize subsequent words.
*
* @returns The formatted string.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _formatCase(input, separator, capFirst, capRest) {
	let result = "";
	let firstWord = true;
	let start = 0;
	let prev = 0;
	let prevPrev = 0;
	const flush = (end) => {
		if (end > start) {
			let word = input.slice(start, end).toLowerCase();
			if (firstWord ? capFirst : capRest) {
				const firstCode = word.charCodeAt(0);
				if (firstCode >= 97 && firstCode <= 122) word = String.fromCharCode(firstCode - 32) + word.slice(1);
				else {
					const charLen = firstCode >= 55296 && firstCode <= 56319 ? 2 : 1;
					word = word.slice(0, charLen).toUpperCase() + word.slice(charLen);
				}
			}
			result += firstWord ? word : separator + word;
			firstWord = false;
		}
	};
	for (let index = 0; index < input.length; index++) {
		const code = input.charCodeAt(index);
		let type;
		if (code === 32 || code === 9 || code === 10 || code === 11 || code === 12 || code === 13 || code === 45 || code === 95) {
			flush(index);
			start = index + 1;
			type = 0;
		} else if (code < 128) type = code >= 65 && code <= 90 ? 1 : code >= 97 && code <= 122 ? 2 : 3;
		else {
			const char = input[index];
			const charLower = char.toLowerCase();
			type = charLower === char.toUpperCase() ? 3 : char === charLower ? 2 : 1;
		}
		if (type === 1 && (prev === 2 || prev === 3) && index > start) {
			flush(index);
			start = index;
		} else if (type === 2 && prev === 1 && prevPrev === 1 && index - 1 > start) {
			flush(index - 1);
			start = index - 1;
		}
		prevPrev = prev;
		prev = type;
	}
	flush(input.length);
	return result;
}

//#endregion
//#region src/utils/_getByteCount/_getByteCount.ts
let textEncoder;
/**
* Returns the byte count of the input.
*
* @param input The input to be measured.
*
* @returns The byte count.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _getByteCount(input) {
	if (!textEncoder) textEncoder = new TextEncoder();
	return textEncoder.encode(input).length;
}

//#endregion
//#region src/utils/_getCodePointCount/_getCodePointCount.ts
/**
* Returns the code point count of the input.
*
* @param input The input to be measured.
*
* @returns The code point count.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _getCodePointCount(input) {
	let count = input.length;
	const lengthMinus1 = input.length - 1;
	for (let i = 0; i < lengthMinus1;) if (input.codePointAt(i) <= 65535) i++;
	else {
		i += 2;
		count--;
	}
	return count;
}

//#endregion
//#region src/utils/_getGraphemeCount/_getGraphemeCount.ts
let segmenter;
/**
* Returns the grapheme count of the input.
*
* @param input The input to be measured.
*
* @returns The grapheme count.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _getGraphemeCount(input) {
	if (!segmenter) segmenter = new Intl.Segmenter();
	const segments = segmenter.segment(input);
	let count = 0;
	for (const _ of segments) count++;
	return count;
}

//#endregion
//#region src/utils/_getLastMetadata/_getLastMetadata.ts
/**
* Returns the last top-level value of a given metadata type from a schema
* using a breadth-first search that starts with the last item in the pipeline.
*
* @param schema The schema to search.
* @param type The metadata type.
*
* @returns The value, if any.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _getLastMetadata(schema, type) {
	if ("pipe" in schema) {
		const nestedSchemas = [];
		for (let index = schema.pipe.length - 1; index >= 0; index--) {
			const item = schema.pipe[index];
			if (item.kind === "schema" && "pipe" in item) nestedSchemas.push(item);
			else if (item.kind === "metadata" && item.type === type) return item[type];
		}
		for (const nestedSchema of nestedSchemas) {
			const result = /* @__PURE__ */ _getLastMetadata(nestedSchema, type);
			if (result !== void 0) return result;
		}
	}
}

//#endregion
//#region src/utils/_getWordCount/_getWordCount.ts
let store;
/**
* Returns the word count of the input.
*
* @param locales The locales to be used.
* @param input The input to be measured.
*
* @returns The word count.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _getWordCount(locales, input) {
	if (!store) store = /* @__PURE__ */ new Map();
	const key = String(locales);
	let segmenter$1 = store.get(key);
	if (!segmenter$1) {
		segmenter$1 = new Intl.Segmenter(locales, { granularity: "word" });
		store.set(key, segmenter$1);
	}
	const segments = segmenter$1.segment(input);
	let count = 0;
	for (const segment of segments) if (segment.isWordLike) count++;
	return count;
}

//#endregion
//#region src/utils/_isLuhnAlgo/_isLuhnAlgo.ts
/**
* Non-digit regex.
*/
const NON_DIGIT_REGEX = /\D/gu;
/**
* Checks whether a string with numbers corresponds to the luhn algorithm.
*
* @param input The input to be checked.
*
* @returns Whether input is valid.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isLuhnAlgo(input) {
	const number$1 = input.replace(NON_DIGIT_REGEX, "");
	let length$1 = number$1.length;
	let bit = 1;
	let sum = 0;
	while (length$1) {
		const value$1 = +number$1[--length$1];
		bit ^= 1;
		sum += bit ? [
			0,
			2,
			4,
			6,
			8,
			1,
			3,
			5,
			7,
			9
		][value$1] : value$1;
	}
	return sum % 10 === 0;
}

//#endregion
//#region src/utils/_isSameValueZero/_isSameValueZero.ts
/**
* Compares two values using the SameValueZero algorithm, which treats `NaN`
* as equal to itself unlike `===`.
*
* @param value1 The first value.
* @param value2 The second value.
*
* @returns Whether the values are equal.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isSameValueZero(value1, value2) {
	return value1 === value2 || Number.isNaN(value1) && Number.isNaN(value2);
}

//#endregion
//#region src/utils/_isValidObjectKey/_isValidObjectKey.ts
/**
* Disallows inherited object properties and prevents object prototype
* pollution by disallowing certain keys.
*
* @param object The object to check.
* @param key The key to check.
*
* @returns Whether the key is allowed.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isValidObjectKey(object$1, key) {
	return Object.prototype.hasOwnProperty.call(object$1, key) && key !== "__proto__" && key !== "prototype" && key !== "constructor";
}

//#endregion
//#region src/utils/_isValueMatch/_isValueMatch.ts
/**
* Checks whether a value matches a value action requirement.
*
* @param requirement The value action requirement.
* @param value The value to check.
*
* @returns Whether the value matches the requirement.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isValueMatch(requirement, value$1) {
	return Number.isNaN(requirement) && Number.isNaN(value$1) || requirement <= value$1 && requirement >= value$1;
}

//#endregion
//#region src/utils/_joinExpects/_joinExpects.ts
/**
* Joins multiple `expects` values with the given separator.
*
* @param values The `expects` values.
* @param separator The separator.
*
* @returns The joined `expects` property.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _joinExpects(values$1, separator) {
	const list = [...new Set(values$1)];
	if (list.length > 1) return `(${list.join(` ${separator} `)})`;
	return list[0] ?? "never";
}

//#endregion
//#region src/utils/_standardSchema/_standardSchema.ts
/**
* Eagerly creates and attaches the Standard Schema properties of a schema.
*
* Hint: The contextual `this` type includes the standard properties that are
* attached before the schema is returned.
*
* @param schema The schema to attach standard properties to.
*
* @returns The schema with standard properties attached.
*
* @internal
*/
function _standardSchema(schema) {
	schema["~standard"] = {
		version: 1,
		vendor: "valibot",
		validate: (value$1) => schema["~run"]({ value: value$1 }, /* @__PURE__ */ getGlobalConfig())
	};
	return schema;
}

//#endregion
//#region src/utils/entriesFromList/entriesFromList.ts
/**
* Creates an object entries definition from a list of keys and a schema.
*
* @param list A list of keys.
* @param schema The schema of the keys.
*
* @returns The object entries.
*/
/* @__NO_SIDE_EFFECTS__ */
function entriesFromList(list, schema) {
	const entries$1 = {};
	for (const key of list) entries$1[key] = schema;
	return entries$1;
}

//#endregion
//#region src/utils/entriesFromObjects/entriesFromObjects.ts
/* @__NO_SIDE_EFFECTS__ */
function entriesFromObjects(schemas) {
	const entries$1 = {};
	for (const schema of schemas) Object.assign(entries$1, schema.entries);
	return entries$1;
}

//#endregion
//#region src/utils/getDotPath/getDotPath.ts
/* @__NO_SIDE_EFFECTS__ */
function getDotPath(issue) {
	if (issue.path) {
		let key = "";
		for (const item of issue.path) if (typeof item.key === "string" || typeof item.key === "number") if (key) key += `.${item.key}`;
		else key += item.key;
		else return null;
		return key;
	}
	return null;
}

//#endregion
//#region src/utils/isOfKind/isOfKind.ts
/**
* A generic type guard to check the kind of an object.
*
* @param kind The kind to check for.
* @param object The object to check.
*
* @returns Whether it matches.
*/
/* @__NO_SIDE_EFFECTS__ */
function isOfKind(kind, object$1) {
	return object$1.kind === kind;
}

//#endregion
//#region src/utils/isOfType/isOfType.ts
/**
* A generic type guard to check the type of an object.
*
* @param type The type to check for.
* @param object The object to check.
*
* @returns Whether it matches.
*/
/* @__NO_SIDE_EFFECTS__ */
function isOfType(type, object$1) {
	return object$1.type === type;
}

//#endregion
//#region src/utils/ValiError/ValiError.ts
/**
* A Valibot error with useful information.
*/
var ValiError = class extends Error {
	/**
	* Creates a Valibot error with useful information.
	*
	* @param issues The error issues.
	*/
	constructor(issues) {
		super(issues[0].message);
		this.name = "ValiError";
		this.issues = issues;
	}
};

//#endregion
//#region src/utils/isValiError/isValiError.ts
/**
* A type guard to check if an error is a ValiError.
*
* @param error The error to check.
*
* @returns Whether its a ValiError.
*/
/* @__NO_SIDE_EFFECTS__ */
function isValiError(error) {
	return error instanceof ValiError;
}

//#endregion
//#region src/actions/args/args.ts
/* @__NO_SIDE_EFFECTS__ */
function args(schema) {
	return {
		kind: "transformation",
		type: "args",
		reference: args,
		async: false,
		schema,
		"~run"(dataset, config$1) {
			const func = dataset.value;
			dataset.value = (...args_) => {
				const argsDataset = this.schema["~run"]({ value: args_ }, config$1);
				if (argsDataset.issues) throw new ValiError(argsDataset.issues);
				return func(...argsDataset.value);
			};
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/args/argsAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function argsAsync(schema) {
	return {
		kind: "transformation",
		type: "args",
		reference: argsAsync,
		async: false,
		schema,
		"~run"(dataset, config$1) {
			const func = dataset.value;
			dataset.value = async (...args$1) => {
				const argsDataset = await schema["~run"]({ value: args$1 }, config$1);
				if (argsDataset.issues) throw new ValiError(argsDataset.issues);
				return func(...argsDataset.value);
			};
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/await/awaitAsync.ts
/**
* Creates an await transformation action.
*
* @returns An await action.
*/
/* @__NO_SIDE_EFFECTS__ */
function awaitAsync() {
	return {
		kind: "transformation",
		type: "await",
		reference: awaitAsync,
		async: true,
		async "~run"(dataset) {
			dataset.value = await dataset.value;
			return dataset;
		}
	};
}

//#endregion
//#region src/regex.ts
/**
* [Base64](https://en.wikipedia.org/wiki/Base64) regex.
*/
const BASE64_REGEX = /^(?:[\da-z+/]{4})*(?:[\da-z+/]{2}==|[\da-z+/]{3}=)?$/iu;
/**
* [BIC](https://en.wikipedia.org/wiki/ISO_9362) regex.
*/
const BIC_REGEX = /^[A-Z]{6}(?!00)[\dA-Z]{2}(?:[\dA-Z]{3})?$/u;
/**
* [Cuid2](https://github.com/paralleldrive/cuid2) regex.
*/
const CUID2_REGEX = /^[a-z][\da-z]*$/u;
/**
* [Decimal](https://en.wikipedia.org/wiki/Decimal) regex.
*/
const DECIMAL_REGEX = /^[+-]?(?:\d*\.)?\d+$/u;
/**
* [Digits](https://en.wikipedia.org/wiki/Numerical_digit) regex.
*/
const DIGITS_REGEX = /^\d+$/u;
/**
* [Domain name](https://en.wikipedia.org/wiki/Domain_name) regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
* ASCII-only validation. Internationalized domain names (IDNs) are not
* supported, including Punycode-encoded labels.
*/
const DOMAIN_REGEX = /^(?=.{1,253}$)(?:(?![Xx][Nn]--)[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/u;
/**
* [Email address](https://en.wikipedia.org/wiki/Email_address) regex.
*
* Hint: We decided against the `i` flag to avoid matching non-ASCII characters.
*/
const EMAIL_REGEX = /^[\w+-]+(?:\.[\w+-]+)*@[\da-zA-Z]+(?:[.-][\da-zA-Z]+)*\.[a-zA-Z]{2,}$/u;
/**
* Emoji regex from [emoji-regex-xs](https://github.com/slevithan/emoji-regex-xs) v1.0.0 (MIT license).
*
* Hint: We decided against the newer `/^\p{RGI_Emoji}+$/v` regex because it is
* not supported in older runtimes and does not match all emoji.
*/
const EMOJI_REGEX = /^(?:[\u{1F1E6}-\u{1F1FF}]{2}|\u{1F3F4}[\u{E0061}-\u{E007A}]{2}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{1,3}\u{E007F}|(?:\p{Emoji}\uFE0F\u20E3?|\p{Emoji_Modifier_Base}\p{Emoji_Modifier}?|(?![\p{Emoji_Modifier_Base}\u{1F1E6}-\u{1F1FF}])\p{Emoji_Presentation})(?:\u200D(?:\p{Emoji}\uFE0F\u20E3?|\p{Emoji_Modifier_Base}\p{Emoji_Modifier}?|(?![\p{Emoji_Modifier_Base}\u{1F1E6}-\u{1F1FF}])\p{Emoji_Presentation}))*)+$/u;
/**
* [Hexadecimal](https://en.wikipedia.org/wiki/Hexadecimal) regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
*/
const HEXADECIMAL_REGEX = /^(?:0[hx])?[\da-fA-F]+$/u;
/**
* [Hex color](https://en.wikipedia.org/wiki/Web_colors#Hex_triplet) regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
*/
const HEX_COLOR_REGEX = /^#(?:[\da-fA-F]{3,4}|[\da-fA-F]{6}|[\da-fA-F]{8})$/u;
/**
* [IMEI](https://en.wikipedia.org/wiki/International_Mobile_Equipment_Identity) regex.
*/
const IMEI_REGEX = /^\d{15}$|^\d{2}-\d{6}-\d{6}-\d$/u;
/**
* [IPv4](https://en.wikipedia.org/wiki/IPv4) regex.
*/
const IPV4_REGEX = /^(?:(?:[1-9]|1\d|2[0-4])?\d|25[0-5])(?:\.(?:(?:[1-9]|1\d|2[0-4])?\d|25[0-5])){3}$/u;
/**
* [IPv6](https://en.wikipedia.org/wiki/IPv6) regex.
*/
const IPV6_REGEX = /^(?:(?:[\da-f]{1,4}:){7}[\da-f]{1,4}|(?:[\da-f]{1,4}:){1,7}:|(?:[\da-f]{1,4}:){1,6}:[\da-f]{1,4}|(?:[\da-f]{1,4}:){1,5}(?::[\da-f]{1,4}){1,2}|(?:[\da-f]{1,4}:){1,4}(?::[\da-f]{1,4}){1,3}|(?:[\da-f]{1,4}:){1,3}(?::[\da-f]{1,4}){1,4}|(?:[\da-f]{1,4}:){1,2}(?::[\da-f]{1,4}){1,5}|[\da-f]{1,4}:(?::[\da-f]{1,4}){1,6}|:(?:(?::[\da-f]{1,4}){1,7}|:)|fe80:(?::[\da-f]{0,4}){0,4}%[\da-z]+|::(?:f{4}(?::0{1,4})?:)?(?:(?:25[0-5]|(?:2[0-4]|1?\d)?\d)\.){3}(?:25[0-5]|(?:2[0-4]|1?\d)?\d)|(?:[\da-f]{1,4}:){1,4}:(?:(?:25[0-5]|(?:2[0-4]|1?\d)?\d)\.){3}(?:25[0-5]|(?:2[0-4]|1?\d)?\d))$/iu;
/**
* [IP](https://en.wikipedia.org/wiki/IP_address) regex.
*/
const IP_REGEX = /^(?:(?:[1-9]|1\d|2[0-4])?\d|25[0-5])(?:\.(?:(?:[1-9]|1\d|2[0-4])?\d|25[0-5])){3}$|^(?:(?:[\da-f]{1,4}:){7}[\da-f]{1,4}|(?:[\da-f]{1,4}:){1,7}:|(?:[\da-f]{1,4}:){1,6}:[\da-f]{1,4}|(?:[\da-f]{1,4}:){1,5}(?::[\da-f]{1,4}){1,2}|(?:[\da-f]{1,4}:){1,4}(?::[\da-f]{1,4}){1,3}|(?:[\da-f]{1,4}:){1,3}(?::[\da-f]{1,4}){1,4}|(?:[\da-f]{1,4}:){1,2}(?::[\da-f]{1,4}){1,5}|[\da-f]{1,4}:(?::[\da-f]{1,4}){1,6}|:(?:(?::[\da-f]{1,4}){1,7}|:)|fe80:(?::[\da-f]{0,4}){0,4}%[\da-z]+|::(?:f{4}(?::0{1,4})?:)?(?:(?:25[0-5]|(?:2[0-4]|1?\d)?\d)\.){3}(?:25[0-5]|(?:2[0-4]|1?\d)?\d)|(?:[\da-f]{1,4}:){1,4}:(?:(?:25[0-5]|(?:2[0-4]|1?\d)?\d)\.){3}(?:25[0-5]|(?:2[0-4]|1?\d)?\d))$/iu;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) date regex.
*/
const ISO_DATE_REGEX = /^\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\d|0[1-9]|3[01])$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) date-time regex.
*/
const ISO_DATE_TIME_REGEX = /^\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\d|0[1-9]|3[01])[T ](?:0\d|1\d|2[0-3]):[0-5]\d$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) date-time with seconds regex.
*/
const ISO_DATE_TIME_SECOND_REGEX = /^\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\d|0[1-9]|3[01])[T ](?:0\d|1\d|2[0-3])(?::[0-5]\d){2}$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) time regex.
*/
const ISO_TIME_REGEX = /^(?:0\d|1\d|2[0-3]):[0-5]\d$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) time with seconds regex.
*/
const ISO_TIME_SECOND_REGEX = /^(?:0\d|1\d|2[0-3])(?::[0-5]\d){2}$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) timestamp regex. Allows a
* space as a date/time separator and an optional space before the UTC offset.
*/
const ISO_TIMESTAMP_REGEX = /^\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\d|0[1-9]|3[01])[T ](?:0\d|1\d|2[0-3])(?::[0-5]\d){2}(?:\.\d{1,9})?(?:Z| ?[+-](?:0\d|1\d|2[0-3])(?::?[0-5]\d)?)$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) week regex.
*/
const ISO_WEEK_REGEX = /^\d{4}-W(?:0[1-9]|[1-4]\d|5[0-3])$/u;
/**
* [JWS compact serialization](https://datatracker.ietf.org/doc/html/rfc7515#section-3.1)
* regex.
*
* Hint: Empty payload and signature segments are allowed because the
* Base64URL-encoded representation of an empty octet sequence is an empty
* string.
*/
const JWS_COMPACT_REGEX = /^(?:[\w-]{2,3}|(?:[\w-]{4})+(?:[\w-]{2,3})?)\.(?:[\w-]{2,3}|(?:[\w-]{4})+(?:[\w-]{2,3})?)?\.(?:[\w-]{2,3}|(?:[\w-]{4})+(?:[\w-]{2,3})?)?$/u;
/**
* [ISRC](https://en.wikipedia.org/wiki/International_Standard_Recording_Code) regex.
*/
const ISRC_REGEX = /^(?:[A-Z]{2}[A-Z\d]{3}\d{7}|[A-Z]{2}-[A-Z\d]{3}-\d{2}-\d{5})$/u;
/**
* [KSUID](https://github.com/segmentio/ksuid) regex.
*/
const KSUID_REGEX = /^[a-zA-Z0-9]{27}$/u;
/**
* [MAC](https://en.wikipedia.org/wiki/MAC_address) 48 bit regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
*/
const MAC48_REGEX = /^(?:[\da-fA-F]{2}:){5}[\da-fA-F]{2}$|^(?:[\da-fA-F]{2}-){5}[\da-fA-F]{2}$|^(?:[\da-fA-F]{4}\.){2}[\da-fA-F]{4}$/u;
/**
* [MAC](https://en.wikipedia.org/wiki/MAC_address) 64 bit regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
*/
const MAC64_REGEX = /^(?:[\da-fA-F]{2}:){7}[\da-fA-F]{2}$|^(?:[\da-fA-F]{2}-){7}[\da-fA-F]{2}$|^(?:[\da-fA-F]{4}\.){3}[\da-fA-F]{4}$|^(?:[\da-fA-F]{4}:){3}[\da-fA-F]{4}$/u;
/**
* [MAC](https://en.wikipedia.org/wiki/MAC_address) regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
*/
const MAC_REGEX = /^(?:[\da-fA-F]{2}:){5}[\da-fA-F]{2}$|^(?:[\da-fA-F]{2}-){5}[\da-fA-F]{2}$|^(?:[\da-fA-F]{4}\.){2}[\da-fA-F]{4}$|^(?:[\da-fA-F]{2}:){7}[\da-fA-F]{2}$|^(?:[\da-fA-F]{2}-){7}[\da-fA-F]{2}$|^(?:[\da-fA-F]{4}\.){3}[\da-fA-F]{4}$|^(?:[\da-fA-F]{4}:){3}[\da-fA-F]{4}$/u;
/**
* [Nano ID](https://github.com/ai/nanoid) regex.
*/
const NANO_ID_REGEX = /^[\w-]+$/u;
/**
* [Octal](https://en.wikipedia.org/wiki/Octal) regex.
*/
const OCTAL_REGEX = /^(?:0o)?[0-7]+$/u;
/**
* [RFC 5322 email address](https://datatracker.ietf.org/doc/html/rfc5322#section-3.4.1) regex.
*
* Hint: This regex was taken from the [HTML Living Standard Specification](https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address) and does not perfectly represent RFC 5322.
*/
const RFC_EMAIL_REGEX = /^[a-zA-Z0-9.!#$%&'*+\/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;
/**
* [Slug](https://en.wikipedia.org/wiki/Clean_URL#Slug) regex.
*/
const SLUG_REGEX = /^[\da-z]+(?:[-_][\da-z]+)*$/u;
/**
* [ULID](https://github.com/ulid/spec) regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
* Hint: The first character is restricted to `[0-7]` because the 48-bit
* timestamp cannot exceed 2^48-1, making the maximum valid ULID
* `7ZZZZZZZZZZZZZZZZZZZZZZZZZ` in Crockford's Base32 encoding.
*/
const ULID_REGEX = /^[0-7][\da-hjkmnp-tv-zA-HJKMNP-TV-Z]{25}$/u;
/**
* [UUID](https://en.wikipedia.org/wiki/Universally_unique_identifier) regex.
*/
const UUID_REGEX = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu;

//#endregion
//#region src/actions/base64/base64.ts
/* @__NO_SIDE_EFFECTS__ */
function base64(message$1) {
	return {
		kind: "validation",
		type: "base64",
		reference: base64,
		async: false,
		expects: null,
		requirement: BASE64_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "Base64", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/bic/bic.ts
/* @__NO_SIDE_EFFECTS__ */
function bic(message$1) {
	return {
		kind: "validation",
		type: "bic",
		reference: bic,
		async: false,
		expects: null,
		requirement: BIC_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "BIC", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/brand/brand.ts
/**
* Creates a brand transformation action.
*
* @param name The brand name.
*
* @returns A brand action.
*/
/* @__NO_SIDE_EFFECTS__ */
function brand(name) {
	return {
		kind: "transformation",
		type: "brand",
		reference: brand,
		async: false,
		name,
		"~run"(dataset) {
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/bytes/bytes.ts
/* @__NO_SIDE_EFFECTS__ */
function bytes(requirement, message$1) {
	return {
		kind: "validation",
		type: "bytes",
		reference: bytes,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const length$1 = /* @__PURE__ */ _getByteCount(dataset.value);
				if (length$1 !== this.requirement) _addIssue(this, "bytes", dataset, config$1, { received: `${length$1}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/check/check.ts
/* @__NO_SIDE_EFFECTS__ */
function check(requirement, message$1) {
	return {
		kind: "validation",
		type: "check",
		reference: check,
		async: false,
		expects: null,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/check/checkAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function checkAsync(requirement, message$1) {
	return {
		kind: "validation",
		type: "check",
		reference: checkAsync,
		async: true,
		expects: null,
		requirement,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (dataset.typed && !await this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/checkItems/checkItems.ts
/* @__NO_SIDE_EFFECTS__ */
function checkItems(requirement, message$1) {
	return {
		kind: "validation",
		type: "check_items",
		reference: checkItems,
		async: false,
		expects: null,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) for (let index = 0; index < dataset.value.length; index++) {
				const item = dataset.value[index];
				if (!this.requirement(item, index, dataset.value)) _addIssue(this, "item", dataset, config$1, {
					input: item,
					path: [{
						type: "array",
						origin: "value",
						input: dataset.value,
						key: index,
						value: item
					}]
				});
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/checkItems/checkItemsAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function checkItemsAsync(requirement, message$1) {
	return {
		kind: "validation",
		type: "check_items",
		reference: checkItemsAsync,
		async: true,
		expects: null,
		requirement,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (dataset.typed) {
				const requirementResults = await Promise.all(dataset.value.map(this.requirement));
				for (let index = 0; index < dataset.value.length; index++) if (!requirementResults[index]) {
					const item = dataset.value[index];
					_addIssue(this, "item", dataset, config$1, {
						input: item,
						path: [{
							type: "array",
							origin: "value",
							input: dataset.value,
							key: index,
							value: item
						}]
					});
				}
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/codePoints/codePoints.ts
/* @__NO_SIDE_EFFECTS__ */
function codePoints(requirement, message$1) {
	return {
		kind: "validation",
		type: "code_points",
		reference: codePoints,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getCodePointCount(dataset.value);
				if (count !== this.requirement) _addIssue(this, "code points", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/creditCard/creditCard.ts
/**
* Credit card regex.
*/
const CREDIT_CARD_REGEX = /^(?:\d{13,19}|\d{4}(?: \d{3,6}){2,4}|\d{4}(?:-\d{3,6}){2,4})$/u;
/**
* Sanitize regex.
*/
const SANITIZE_REGEX = /[- ]/gu;
/**
* Provider regex list.
*/
const PROVIDER_REGEX_LIST = (/* unused pure expression or super */ null && ([
	/^3[47]\d{13}$/u,
	/^3(?:0[0-5]|[68]\d)\d{11,13}$/u,
	/^6(?:011|5\d{2})\d{12,15}$/u,
	/^(?:2131|1800|35\d{3})\d{11}$/u,
	/^(?:5[1-5]\d{2}|222\d|22[3-9]\d|2[3-6]\d{2}|27[01]\d|2720)\d{12}$/u,
	/^(?:6[27]\d{14,17}|81\d{14,17})$/u,
	/^4\d{12}(?:\d{3,6})?$/u
]));
/* @__NO_SIDE_EFFECTS__ */
function creditCard(message$1) {
	return {
		kind: "validation",
		type: "credit_card",
		reference: creditCard,
		async: false,
		expects: null,
		requirement(input) {
			let sanitized;
			return CREDIT_CARD_REGEX.test(input) && (sanitized = input.replace(SANITIZE_REGEX, "")) && PROVIDER_REGEX_LIST.some((regex$1) => regex$1.test(sanitized)) && /* @__PURE__ */ _isLuhnAlgo(sanitized);
		},
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "credit card", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/cuid2/cuid2.ts
/* @__NO_SIDE_EFFECTS__ */
function cuid2(message$1) {
	return {
		kind: "validation",
		type: "cuid2",
		reference: cuid2,
		async: false,
		expects: null,
		requirement: CUID2_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "Cuid2", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/decimal/decimal.ts
/* @__NO_SIDE_EFFECTS__ */
function decimal(message$1) {
	return {
		kind: "validation",
		type: "decimal",
		reference: decimal,
		async: false,
		expects: null,
		requirement: DECIMAL_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "decimal", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/description/description.ts
/**
* Creates a description metadata action.
*
* @param description_ The description text.
*
* @returns A description action.
*/
/* @__NO_SIDE_EFFECTS__ */
function description(description_) {
	return {
		kind: "metadata",
		type: "description",
		reference: description,
		description: description_
	};
}

//#endregion
//#region src/actions/digits/digits.ts
/* @__NO_SIDE_EFFECTS__ */
function digits(message$1) {
	return {
		kind: "validation",
		type: "digits",
		reference: digits,
		async: false,
		expects: null,
		requirement: DIGITS_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "digits", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/domain/domain.ts
/* @__NO_SIDE_EFFECTS__ */
function domain(message$1) {
	return {
		kind: "validation",
		type: "domain",
		reference: domain,
		expects: null,
		async: false,
		requirement: DOMAIN_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "domain", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/email/email.ts
/* @__NO_SIDE_EFFECTS__ */
function email(message$1) {
	return {
		kind: "validation",
		type: "email",
		reference: email,
		expects: null,
		async: false,
		requirement: EMAIL_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "email", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/emoji/emoji.ts
/* @__NO_SIDE_EFFECTS__ */
function emoji(message$1) {
	return {
		kind: "validation",
		type: "emoji",
		reference: emoji,
		async: false,
		expects: null,
		requirement: EMOJI_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "emoji", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/empty/empty.ts
/* @__NO_SIDE_EFFECTS__ */
function empty(message$1) {
	return {
		kind: "validation",
		type: "empty",
		reference: empty,
		async: false,
		expects: "0",
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length > 0) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/endsWith/endsWith.ts
/* @__NO_SIDE_EFFECTS__ */
function endsWith(requirement, message$1) {
	return {
		kind: "validation",
		type: "ends_with",
		reference: endsWith,
		async: false,
		expects: `"${requirement}"`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !dataset.value.endsWith(this.requirement)) _addIssue(this, "end", dataset, config$1, { received: `"${dataset.value.slice(-this.requirement.length)}"` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/entries/entries.ts
/* @__NO_SIDE_EFFECTS__ */
function entries(requirement, message$1) {
	return {
		kind: "validation",
		type: "entries",
		reference: entries,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (!dataset.typed) return dataset;
			const count = Object.keys(dataset.value).length;
			if (dataset.typed && count !== this.requirement) _addIssue(this, "entries", dataset, config$1, { received: `${count}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/everyItem/everyItem.ts
/* @__NO_SIDE_EFFECTS__ */
function everyItem(requirement, message$1) {
	return {
		kind: "validation",
		type: "every_item",
		reference: everyItem,
		async: false,
		expects: null,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !dataset.value.every(this.requirement)) _addIssue(this, "item", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/examples/examples.ts
/**
* Creates an examples metadata action.
*
* @param examples_ The examples.
*
* @returns An examples action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function examples(examples_) {
	return {
		kind: "metadata",
		type: "examples",
		reference: examples,
		examples: examples_
	};
}

//#endregion
//#region src/actions/excludes/excludes.ts
/* @__NO_SIDE_EFFECTS__ */
function excludes(requirement, message$1) {
	const received = /* @__PURE__ */ _stringify(requirement);
	return {
		kind: "validation",
		type: "excludes",
		reference: excludes,
		async: false,
		expects: `!${received}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.includes(this.requirement)) _addIssue(this, "content", dataset, config$1, { received });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/filterItems/filterItems.ts
/* @__NO_SIDE_EFFECTS__ */
function filterItems(operation) {
	return {
		kind: "transformation",
		type: "filter_items",
		reference: filterItems,
		async: false,
		operation,
		"~run"(dataset) {
			dataset.value = dataset.value.filter(this.operation);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/findItem/findItem.ts
/* @__NO_SIDE_EFFECTS__ */
function findItem(operation) {
	return {
		kind: "transformation",
		type: "find_item",
		reference: findItem,
		async: false,
		operation,
		"~run"(dataset) {
			dataset.value = dataset.value.find(this.operation);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/finite/finite.ts
/* @__NO_SIDE_EFFECTS__ */
function finite(message$1) {
	return {
		kind: "validation",
		type: "finite",
		reference: finite,
		async: false,
		expects: null,
		requirement: Number.isFinite,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "finite", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/flavor/flavor.ts
/**
* Creates a flavor transformation action.
*
* @param name The flavor name.
*
* @returns A flavor action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function flavor(name) {
	return {
		kind: "transformation",
		type: "flavor",
		reference: flavor,
		async: false,
		name,
		"~run"(dataset) {
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/graphemes/graphemes.ts
/* @__NO_SIDE_EFFECTS__ */
function graphemes(requirement, message$1) {
	return {
		kind: "validation",
		type: "graphemes",
		reference: graphemes,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getGraphemeCount(dataset.value);
				if (count !== this.requirement) _addIssue(this, "graphemes", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/gtValue/gtValue.ts
/* @__NO_SIDE_EFFECTS__ */
function gtValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "gt_value",
		reference: gtValue,
		async: false,
		expects: `>${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !(dataset.value > this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/guard/guard.ts
/* @__NO_SIDE_EFFECTS__ */
function guard(requirement, message$1) {
	return {
		kind: "transformation",
		type: "guard",
		reference: guard,
		async: false,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) {
				_addIssue(this, "input", dataset, config$1);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/hash/hash.ts
/**
* Hash lengths object.
*/
const HASH_LENGTHS = {
	md4: 32,
	md5: 32,
	sha1: 40,
	sha256: 64,
	sha384: 96,
	sha512: 128,
	ripemd128: 32,
	ripemd160: 40,
	tiger128: 32,
	tiger160: 40,
	tiger192: 48,
	crc32: 8,
	crc32b: 8,
	adler32: 8
};
/* @__NO_SIDE_EFFECTS__ */
function hash(types, message$1) {
	return {
		kind: "validation",
		type: "hash",
		reference: hash,
		expects: null,
		async: false,
		requirement: RegExp(types.map((type) => `^[a-fA-F0-9]{${HASH_LENGTHS[type]}}$`).join("|"), "u"),
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "hash", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/hexadecimal/hexadecimal.ts
/* @__NO_SIDE_EFFECTS__ */
function hexadecimal(message$1) {
	return {
		kind: "validation",
		type: "hexadecimal",
		reference: hexadecimal,
		async: false,
		expects: null,
		requirement: HEXADECIMAL_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "hexadecimal", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/hexColor/hexColor.ts
/* @__NO_SIDE_EFFECTS__ */
function hexColor(message$1) {
	return {
		kind: "validation",
		type: "hex_color",
		reference: hexColor,
		async: false,
		expects: null,
		requirement: HEX_COLOR_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "hex color", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/imei/imei.ts
/* @__NO_SIDE_EFFECTS__ */
function imei(message$1) {
	return {
		kind: "validation",
		type: "imei",
		reference: imei,
		async: false,
		expects: null,
		requirement(input) {
			return IMEI_REGEX.test(input) && /* @__PURE__ */ _isLuhnAlgo(input);
		},
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "IMEI", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/includes/includes.ts
/* @__NO_SIDE_EFFECTS__ */
function includes(requirement, message$1) {
	const expects = /* @__PURE__ */ _stringify(requirement);
	return {
		kind: "validation",
		type: "includes",
		reference: includes,
		async: false,
		expects,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !dataset.value.includes(this.requirement)) _addIssue(this, "content", dataset, config$1, { received: `!${expects}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/integer/integer.ts
/* @__NO_SIDE_EFFECTS__ */
function integer(message$1) {
	return {
		kind: "validation",
		type: "integer",
		reference: integer,
		async: false,
		expects: null,
		requirement: Number.isInteger,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "integer", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ip/ip.ts
/* @__NO_SIDE_EFFECTS__ */
function ip(message$1) {
	return {
		kind: "validation",
		type: "ip",
		reference: ip,
		async: false,
		expects: null,
		requirement: IP_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "IP", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ipv4/ipv4.ts
/* @__NO_SIDE_EFFECTS__ */
function ipv4(message$1) {
	return {
		kind: "validation",
		type: "ipv4",
		reference: ipv4,
		async: false,
		expects: null,
		requirement: IPV4_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "IPv4", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ipv6/ipv6.ts
/* @__NO_SIDE_EFFECTS__ */
function ipv6(message$1) {
	return {
		kind: "validation",
		type: "ipv6",
		reference: ipv6,
		async: false,
		expects: null,
		requirement: IPV6_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "IPv6", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isbn/utils/_isIsbn10.ts
/**
* [Validates an ISBN-10](https://en.wikipedia.org/wiki/ISBN#ISBN-10_check_digits).
*
* @param input The input value.
*
* @returns `true` if the input is a valid ISBN-10, `false` otherwise.
*
* @internal
*/
function _isIsbn10(input) {
	const digits$1 = input.split("").map((c) => c === "X" ? 10 : parseInt(c));
	let sum = 0;
	for (let i = 0; i < 10; i++) sum += digits$1[i] * (10 - i);
	return sum % 11 === 0;
}

//#endregion
//#region src/actions/isbn/utils/_isIsbn13.ts
/**
* [Validates an ISBN-13](https://en.wikipedia.org/wiki/ISBN#ISBN-13_check_digit_calculation).
*
* @param input The input value.
*
* @returns `true` if the input is a valid ISBN-13, `false` otherwise.
*
* @internal
*/
function _isIsbn13(input) {
	const digits$1 = input.split("").map((c) => parseInt(c));
	let sum = 0;
	for (let i = 0; i < 13; i++) sum += digits$1[i] * (i % 2 === 0 ? 1 : 3);
	return sum % 10 === 0;
}

//#endregion
//#region src/actions/isbn/isbn.ts
/**
* ISBN separator regex.
*/
const ISBN_SEPARATOR_REGEX = /[- ]/gu;
/**
* ISBN-10 detection regex.
*/
const ISBN_10_DETECTION_REGEX = /^\d{9}[\dX]$/u;
/**
* ISBN-13 detection regex.
*/
const ISBN_13_DETECTION_REGEX = /^\d{13}$/u;
/* @__NO_SIDE_EFFECTS__ */
function isbn(message$1) {
	return {
		kind: "validation",
		type: "isbn",
		reference: isbn,
		async: false,
		expects: null,
		requirement(input) {
			const replacedInput = input.replace(ISBN_SEPARATOR_REGEX, "");
			if (ISBN_10_DETECTION_REGEX.test(replacedInput)) return _isIsbn10(replacedInput);
			else if (ISBN_13_DETECTION_REGEX.test(replacedInput)) return _isIsbn13(replacedInput);
			return false;
		},
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "ISBN", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isrc/isrc.ts
/* @__NO_SIDE_EFFECTS__ */
function isrc(message$1) {
	return {
		kind: "validation",
		type: "isrc",
		reference: isrc,
		async: false,
		expects: null,
		requirement: ISRC_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "ISRC", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoDate/isoDate.ts
/* @__NO_SIDE_EFFECTS__ */
function isoDate(message$1) {
	return {
		kind: "validation",
		type: "iso_date",
		reference: isoDate,
		async: false,
		expects: null,
		requirement: ISO_DATE_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "date", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoDateTime/isoDateTime.ts
/* @__NO_SIDE_EFFECTS__ */
function isoDateTime(message$1) {
	return {
		kind: "validation",
		type: "iso_date_time",
		reference: isoDateTime,
		async: false,
		expects: null,
		requirement: ISO_DATE_TIME_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "date-time", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoDateTimeSecond/isoDateTimeSecond.ts
/* @__NO_SIDE_EFFECTS__ */
function isoDateTimeSecond(message$1) {
	return {
		kind: "validation",
		type: "iso_date_time_second",
		reference: isoDateTimeSecond,
		async: false,
		expects: null,
		requirement: ISO_DATE_TIME_SECOND_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "date-time-second", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoTime/isoTime.ts
/* @__NO_SIDE_EFFECTS__ */
function isoTime(message$1) {
	return {
		kind: "validation",
		type: "iso_time",
		reference: isoTime,
		async: false,
		expects: null,
		requirement: ISO_TIME_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "time", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoTimeSecond/isoTimeSecond.ts
/* @__NO_SIDE_EFFECTS__ */
function isoTimeSecond(message$1) {
	return {
		kind: "validation",
		type: "iso_time_second",
		reference: isoTimeSecond,
		async: false,
		expects: null,
		requirement: ISO_TIME_SECOND_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "time-second", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoTimestamp/isoTimestamp.ts
/* @__NO_SIDE_EFFECTS__ */
function isoTimestamp(message$1) {
	return {
		kind: "validation",
		type: "iso_timestamp",
		reference: isoTimestamp,
		async: false,
		expects: null,
		requirement: ISO_TIMESTAMP_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "timestamp", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoWeek/isoWeek.ts
/* @__NO_SIDE_EFFECTS__ */
function isoWeek(message$1) {
	return {
		kind: "validation",
		type: "iso_week",
		reference: isoWeek,
		async: false,
		expects: null,
		requirement: ISO_WEEK_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "week", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/jwsCompact/jwsCompact.ts
/* @__NO_SIDE_EFFECTS__ */
function jwsCompact(message$1) {
	return {
		kind: "validation",
		type: "jws_compact",
		reference: jwsCompact,
		async: false,
		expects: null,
		requirement: JWS_COMPACT_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "JWS compact", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ksuid/ksuid.ts
/* @__NO_SIDE_EFFECTS__ */
function ksuid(message$1) {
	return {
		kind: "validation",
		type: "ksuid",
		reference: ksuid,
		async: false,
		expects: null,
		requirement: KSUID_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "KSUID", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/length/length.ts
/* @__NO_SIDE_EFFECTS__ */
function dist_length(requirement, message$1) {
	return {
		kind: "validation",
		type: "length",
		reference: dist_length,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length !== this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ltValue/ltValue.ts
/* @__NO_SIDE_EFFECTS__ */
function ltValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "lt_value",
		reference: ltValue,
		async: false,
		expects: `<${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !(dataset.value < this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/mac/mac.ts
/* @__NO_SIDE_EFFECTS__ */
function mac(message$1) {
	return {
		kind: "validation",
		type: "mac",
		reference: mac,
		async: false,
		expects: null,
		requirement: MAC_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "MAC", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/mac48/mac48.ts
/* @__NO_SIDE_EFFECTS__ */
function mac48(message$1) {
	return {
		kind: "validation",
		type: "mac48",
		reference: mac48,
		async: false,
		expects: null,
		requirement: MAC48_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "48-bit MAC", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/mac64/mac64.ts
/* @__NO_SIDE_EFFECTS__ */
function mac64(message$1) {
	return {
		kind: "validation",
		type: "mac64",
		reference: mac64,
		async: false,
		expects: null,
		requirement: MAC64_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "64-bit MAC", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/mapItems/mapItems.ts
/* @__NO_SIDE_EFFECTS__ */
function mapItems(operation) {
	return {
		kind: "transformation",
		type: "map_items",
		reference: mapItems,
		async: false,
		operation,
		"~run"(dataset) {
			dataset.value = dataset.value.map(this.operation);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxBytes/maxBytes.ts
/* @__NO_SIDE_EFFECTS__ */
function maxBytes(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_bytes",
		reference: maxBytes,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const length$1 = /* @__PURE__ */ _getByteCount(dataset.value);
				if (length$1 > this.requirement) _addIssue(this, "bytes", dataset, config$1, { received: `${length$1}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxCodePoints/maxCodePoints.ts
/* @__NO_SIDE_EFFECTS__ */
function maxCodePoints(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_code_points",
		reference: maxCodePoints,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getCodePointCount(dataset.value);
				if (count > this.requirement) _addIssue(this, "code points", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxEntries/maxEntries.ts
/* @__NO_SIDE_EFFECTS__ */
function maxEntries(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_entries",
		reference: maxEntries,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (!dataset.typed) return dataset;
			const count = Object.keys(dataset.value).length;
			if (dataset.typed && count > this.requirement) _addIssue(this, "entries", dataset, config$1, { received: `${count}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxGraphemes/maxGraphemes.ts
/* @__NO_SIDE_EFFECTS__ */
function maxGraphemes(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_graphemes",
		reference: maxGraphemes,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getGraphemeCount(dataset.value);
				if (count > this.requirement) _addIssue(this, "graphemes", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxLength/maxLength.ts
/* @__NO_SIDE_EFFECTS__ */
function maxLength(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_length",
		reference: maxLength,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length > this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxSize/maxSize.ts
/* @__NO_SIDE_EFFECTS__ */
function maxSize(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_size",
		reference: maxSize,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.size > this.requirement) _addIssue(this, "size", dataset, config$1, { received: `${dataset.value.size}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxValue/maxValue.ts
/* @__NO_SIDE_EFFECTS__ */
function maxValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_value",
		reference: maxValue,
		async: false,
		expects: `<=${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !(dataset.value <= this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxWords/maxWords.ts
/* @__NO_SIDE_EFFECTS__ */
function maxWords(locales, requirement, message$1) {
	return {
		kind: "validation",
		type: "max_words",
		reference: maxWords,
		async: false,
		expects: `<=${requirement}`,
		locales,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getWordCount(this.locales, dataset.value);
				if (count > this.requirement) _addIssue(this, "words", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/metadata/metadata.ts
/**
* Creates a custom metadata action.
*
* @param metadata_ The metadata object.
*
* @returns A metadata action.
*/
/* @__NO_SIDE_EFFECTS__ */
function metadata(metadata_) {
	return {
		kind: "metadata",
		type: "metadata",
		reference: metadata,
		metadata: metadata_
	};
}

//#endregion
//#region src/actions/mimeType/mimeType.ts
/* @__NO_SIDE_EFFECTS__ */
function mimeType(requirement, message$1) {
	return {
		kind: "validation",
		type: "mime_type",
		reference: mimeType,
		async: false,
		expects: /* @__PURE__ */ _joinExpects(requirement.map((option) => `"${option}"`), "|"),
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.includes(dataset.value.type)) _addIssue(this, "MIME type", dataset, config$1, { received: `"${dataset.value.type}"` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minBytes/minBytes.ts
/* @__NO_SIDE_EFFECTS__ */
function minBytes(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_bytes",
		reference: minBytes,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const length$1 = /* @__PURE__ */ _getByteCount(dataset.value);
				if (length$1 < this.requirement) _addIssue(this, "bytes", dataset, config$1, { received: `${length$1}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minCodePoints/minCodePoints.ts
/* @__NO_SIDE_EFFECTS__ */
function minCodePoints(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_code_points",
		reference: minCodePoints,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getCodePointCount(dataset.value);
				if (count < this.requirement) _addIssue(this, "code points", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minEntries/minEntries.ts
/* @__NO_SIDE_EFFECTS__ */
function minEntries(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_entries",
		reference: minEntries,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (!dataset.typed) return dataset;
			const count = Object.keys(dataset.value).length;
			if (dataset.typed && count < this.requirement) _addIssue(this, "entries", dataset, config$1, { received: `${count}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minGraphemes/minGraphemes.ts
/* @__NO_SIDE_EFFECTS__ */
function minGraphemes(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_graphemes",
		reference: minGraphemes,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getGraphemeCount(dataset.value);
				if (count < this.requirement) _addIssue(this, "graphemes", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minLength/minLength.ts
/* @__NO_SIDE_EFFECTS__ */
function minLength(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_length",
		reference: minLength,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length < this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minSize/minSize.ts
/* @__NO_SIDE_EFFECTS__ */
function minSize(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_size",
		reference: minSize,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.size < this.requirement) _addIssue(this, "size", dataset, config$1, { received: `${dataset.value.size}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minValue/minValue.ts
/* @__NO_SIDE_EFFECTS__ */
function minValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_value",
		reference: minValue,
		async: false,
		expects: `>=${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !(dataset.value >= this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minWords/minWords.ts
/* @__NO_SIDE_EFFECTS__ */
function minWords(locales, requirement, message$1) {
	return {
		kind: "validation",
		type: "min_words",
		reference: minWords,
		async: false,
		expects: `>=${requirement}`,
		locales,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getWordCount(this.locales, dataset.value);
				if (count < this.requirement) _addIssue(this, "words", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/multipleOf/multipleOf.ts
/* @__NO_SIDE_EFFECTS__ */
function multipleOf(requirement, message$1) {
	return {
		kind: "validation",
		type: "multiple_of",
		reference: multipleOf,
		async: false,
		expects: `%${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value % this.requirement != 0) _addIssue(this, "multiple", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/nanoid/nanoid.ts
/* @__NO_SIDE_EFFECTS__ */
function nanoid(message$1) {
	return {
		kind: "validation",
		type: "nanoid",
		reference: nanoid,
		async: false,
		expects: null,
		requirement: NANO_ID_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "Nano ID", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/nonEmpty/nonEmpty.ts
/* @__NO_SIDE_EFFECTS__ */
function nonEmpty(message$1) {
	return {
		kind: "validation",
		type: "non_empty",
		reference: nonEmpty,
		async: false,
		expects: "!0",
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length === 0) _addIssue(this, "length", dataset, config$1, { received: "0" });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/normalize/normalize.ts
/* @__NO_SIDE_EFFECTS__ */
function normalize(form) {
	return {
		kind: "transformation",
		type: "normalize",
		reference: normalize,
		async: false,
		form,
		"~run"(dataset) {
			dataset.value = dataset.value.normalize(this.form);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notBytes/notBytes.ts
/* @__NO_SIDE_EFFECTS__ */
function notBytes(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_bytes",
		reference: notBytes,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const length$1 = /* @__PURE__ */ _getByteCount(dataset.value);
				if (length$1 === this.requirement) _addIssue(this, "bytes", dataset, config$1, { received: `${length$1}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notCodePoints/notCodePoints.ts
/* @__NO_SIDE_EFFECTS__ */
function notCodePoints(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_code_points",
		reference: notCodePoints,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getCodePointCount(dataset.value);
				if (count === this.requirement) _addIssue(this, "code points", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notEntries/notEntries.ts
/* @__NO_SIDE_EFFECTS__ */
function notEntries(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_entries",
		reference: notEntries,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (!dataset.typed) return dataset;
			const count = Object.keys(dataset.value).length;
			if (dataset.typed && count === this.requirement) _addIssue(this, "entries", dataset, config$1, { received: `${count}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notGraphemes/notGraphemes.ts
/* @__NO_SIDE_EFFECTS__ */
function notGraphemes(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_graphemes",
		reference: notGraphemes,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getGraphemeCount(dataset.value);
				if (count === this.requirement) _addIssue(this, "graphemes", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notLength/notLength.ts
/* @__NO_SIDE_EFFECTS__ */
function notLength(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_length",
		reference: notLength,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length === this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notSize/notSize.ts
/* @__NO_SIDE_EFFECTS__ */
function notSize(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_size",
		reference: notSize,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.size === this.requirement) _addIssue(this, "size", dataset, config$1, { received: `${dataset.value.size}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notValue/notValue.ts
/* @__NO_SIDE_EFFECTS__ */
function notValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_value",
		reference: notValue,
		async: false,
		expects: requirement instanceof Date ? `!${requirement.toJSON()}` : `!${/* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && /* @__PURE__ */ _isValueMatch(this.requirement, dataset.value)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notValues/notValues.ts
/* @__NO_SIDE_EFFECTS__ */
function notValues(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_values",
		reference: notValues,
		async: false,
		expects: `!${/* @__PURE__ */ _joinExpects(requirement.map((value$1) => value$1 instanceof Date ? value$1.toJSON() : /* @__PURE__ */ _stringify(value$1)), "|")}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && this.requirement.some((requirement$1) => /* @__PURE__ */ _isValueMatch(requirement$1, dataset.value))) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notWords/notWords.ts
/* @__NO_SIDE_EFFECTS__ */
function notWords(locales, requirement, message$1) {
	return {
		kind: "validation",
		type: "not_words",
		reference: notWords,
		async: false,
		expects: `!${requirement}`,
		locales,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getWordCount(this.locales, dataset.value);
				if (count === this.requirement) _addIssue(this, "words", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/octal/octal.ts
/* @__NO_SIDE_EFFECTS__ */
function octal(message$1) {
	return {
		kind: "validation",
		type: "octal",
		reference: octal,
		async: false,
		expects: null,
		requirement: OCTAL_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "octal", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/parseBoolean/parseBoolean.ts
const TRUTHY = (/* unused pure expression or super */ null && ([
	true,
	1,
	"true",
	"1",
	"yes",
	"y",
	"on",
	"enabled"
]));
const FALSY = (/* unused pure expression or super */ null && ([
	false,
	0,
	"false",
	"0",
	"no",
	"n",
	"off",
	"disabled"
]));
/* @__NO_SIDE_EFFECTS__ */
function parseBoolean(config$1, message$1) {
	const normalize$1 = (v) => typeof v === "string" ? v.toLowerCase() : v;
	const truthyRaw = config$1?.truthy ?? TRUTHY;
	const falsyRaw = config$1?.falsy ?? FALSY;
	const truthy = config$1?.truthy ? config$1.truthy.map(normalize$1) : TRUTHY;
	const falsy = config$1?.falsy ? config$1.falsy.map(normalize$1) : FALSY;
	return {
		kind: "transformation",
		type: "parse_boolean",
		reference: parseBoolean,
		expects: /* @__PURE__ */ _joinExpects([...truthyRaw, ...falsyRaw].map(_stringify), "|"),
		config: config$1,
		message: message$1,
		async: false,
		"~run"(dataset, config$2) {
			const input = normalize$1(dataset.value);
			if (truthy.includes(input)) dataset.value = true;
			else if (falsy.includes(input)) dataset.value = false;
			else {
				_addIssue(this, "boolean", dataset, config$2);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/parseJson/parseJson.ts
/* @__NO_SIDE_EFFECTS__ */
function parseJson(config$1, message$1) {
	return {
		kind: "transformation",
		type: "parse_json",
		reference: parseJson,
		config: config$1,
		message: message$1,
		async: false,
		"~run"(dataset, config$2) {
			try {
				dataset.value = JSON.parse(dataset.value, this.config?.reviver);
			} catch (error) {
				if (error instanceof Error) {
					_addIssue(this, "JSON", dataset, config$2, { received: `"${error.message}"` });
					dataset.typed = false;
				} else throw error;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/partialCheck/utils/_isPartiallyTyped/_isPartiallyTyped.ts
/**
* Checks if a dataset is partially typed.
*
* @param dataset The dataset to check.
* @param paths The paths to check.
*
* @returns Whether it is partially typed.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isPartiallyTyped(dataset, paths) {
	if (dataset.issues) for (const path of paths) for (const issue of dataset.issues) {
		let typed = false;
		const bound = Math.min(path.length, issue.path?.length ?? 0);
		for (let index = 0; index < bound; index++) if (path[index] !== issue.path[index].key && (path[index] !== "$" || issue.path[index].type !== "array")) {
			typed = true;
			break;
		}
		if (!typed) return false;
	}
	return true;
}

//#endregion
//#region src/actions/partialCheck/partialCheck.ts
/* @__NO_SIDE_EFFECTS__ */
function partialCheck(paths, requirement, message$1) {
	return {
		kind: "validation",
		type: "partial_check",
		reference: partialCheck,
		async: false,
		expects: null,
		paths,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if ((dataset.typed || /* @__PURE__ */ _isPartiallyTyped(dataset, paths)) && !this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/partialCheck/partialCheckAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function partialCheckAsync(paths, requirement, message$1) {
	return {
		kind: "validation",
		type: "partial_check",
		reference: partialCheckAsync,
		async: true,
		expects: null,
		paths,
		requirement,
		message: message$1,
		async "~run"(dataset, config$1) {
			if ((dataset.typed || /* @__PURE__ */ _isPartiallyTyped(dataset, paths)) && !await this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/rawCheck/rawCheck.ts
/**
* Creates a raw check validation action.
*
* @param action The validation action.
*
* @returns A raw check action.
*/
/* @__NO_SIDE_EFFECTS__ */
function rawCheck(action) {
	return {
		kind: "validation",
		type: "raw_check",
		reference: rawCheck,
		async: false,
		expects: null,
		"~run"(dataset, config$1) {
			action({
				dataset,
				config: config$1,
				addIssue: (info) => _addIssue(this, info?.label ?? "input", dataset, config$1, info)
			});
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/rawCheck/rawCheckAsync.ts
/**
* Creates a raw check validation action.
*
* @param action The validation action.
*
* @returns A raw check action.
*/
/* @__NO_SIDE_EFFECTS__ */
function rawCheckAsync(action) {
	return {
		kind: "validation",
		type: "raw_check",
		reference: rawCheckAsync,
		async: true,
		expects: null,
		async "~run"(dataset, config$1) {
			await action({
				dataset,
				config: config$1,
				addIssue: (info) => _addIssue(this, info?.label ?? "input", dataset, config$1, info)
			});
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/rawTransform/rawTransform.ts
/**
* Creates a raw transformation action.
*
* @param action The transformation action.
*
* @returns A raw transform action.
*/
/* @__NO_SIDE_EFFECTS__ */
function rawTransform(action) {
	return {
		kind: "transformation",
		type: "raw_transform",
		reference: rawTransform,
		async: false,
		"~run"(dataset, config$1) {
			const output = action({
				dataset,
				config: config$1,
				addIssue: (info) => _addIssue(this, info?.label ?? "input", dataset, config$1, info),
				NEVER: null
			});
			if (dataset.issues) dataset.typed = false;
			else dataset.value = output;
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/rawTransform/rawTransformAsync.ts
/**
* Creates a raw transformation action.
*
* @param action The transformation action.
*
* @returns A raw transform action.
*/
/* @__NO_SIDE_EFFECTS__ */
function rawTransformAsync(action) {
	return {
		kind: "transformation",
		type: "raw_transform",
		reference: rawTransformAsync,
		async: true,
		async "~run"(dataset, config$1) {
			const output = await action({
				dataset,
				config: config$1,
				addIssue: (info) => _addIssue(this, info?.label ?? "input", dataset, config$1, info),
				NEVER: null
			});
			if (dataset.issues) dataset.typed = false;
			else dataset.value = output;
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/readonly/readonly.ts
/* @__NO_SIDE_EFFECTS__ */
function readonly() {
	return {
		kind: "transformation",
		type: "readonly",
		reference: readonly,
		async: false,
		"~run"(dataset) {
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/reduceItems/reduceItems.ts
/* @__NO_SIDE_EFFECTS__ */
function reduceItems(operation, initial) {
	return {
		kind: "transformation",
		type: "reduce_items",
		reference: reduceItems,
		async: false,
		operation,
		initial,
		"~run"(dataset) {
			dataset.value = dataset.value.reduce(this.operation, this.initial);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/regex/regex.ts
/* @__NO_SIDE_EFFECTS__ */
function regex(requirement, message$1) {
	return {
		kind: "validation",
		type: "regex",
		reference: regex,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "format", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/returns/returns.ts
/* @__NO_SIDE_EFFECTS__ */
function returns(schema) {
	return {
		kind: "transformation",
		type: "returns",
		reference: returns,
		async: false,
		schema,
		"~run"(dataset, config$1) {
			const func = dataset.value;
			dataset.value = (...args_) => {
				const returnsDataset = this.schema["~run"]({ value: func(...args_) }, config$1);
				if (returnsDataset.issues) throw new ValiError(returnsDataset.issues);
				return returnsDataset.value;
			};
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/returns/returnsAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function returnsAsync(schema) {
	return {
		kind: "transformation",
		type: "returns",
		reference: returnsAsync,
		async: false,
		schema,
		"~run"(dataset, config$1) {
			const func = dataset.value;
			dataset.value = async (...args_) => {
				const returnsDataset = await this.schema["~run"]({ value: await func(...args_) }, config$1);
				if (returnsDataset.issues) throw new ValiError(returnsDataset.issues);
				return returnsDataset.value;
			};
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/rfcEmail/rfcEmail.ts
/* @__NO_SIDE_EFFECTS__ */
function rfcEmail(message$1) {
	return {
		kind: "validation",
		type: "rfc_email",
		reference: rfcEmail,
		expects: null,
		async: false,
		requirement: RFC_EMAIL_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "email", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/safeInteger/safeInteger.ts
/* @__NO_SIDE_EFFECTS__ */
function safeInteger(message$1) {
	return {
		kind: "validation",
		type: "safe_integer",
		reference: safeInteger,
		async: false,
		expects: null,
		requirement: Number.isSafeInteger,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "safe integer", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/size/size.ts
/* @__NO_SIDE_EFFECTS__ */
function size(requirement, message$1) {
	return {
		kind: "validation",
		type: "size",
		reference: size,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.size !== this.requirement) _addIssue(this, "size", dataset, config$1, { received: `${dataset.value.size}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/slug/slug.ts
/* @__NO_SIDE_EFFECTS__ */
function slug(message$1) {
	return {
		kind: "validation",
		type: "slug",
		reference: slug,
		async: false,
		expects: null,
		requirement: SLUG_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "slug", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/someItem/someItem.ts
/* @__NO_SIDE_EFFECTS__ */
function someItem(requirement, message$1) {
	return {
		kind: "validation",
		type: "some_item",
		reference: someItem,
		async: false,
		expects: null,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !dataset.value.some(this.requirement)) _addIssue(this, "item", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/sortItems/sortItems.ts
/* @__NO_SIDE_EFFECTS__ */
function sortItems(operation) {
	return {
		kind: "transformation",
		type: "sort_items",
		reference: sortItems,
		async: false,
		operation,
		"~run"(dataset) {
			dataset.value = dataset.value.sort(this.operation);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/startsWith/startsWith.ts
/* @__NO_SIDE_EFFECTS__ */
function startsWith(requirement, message$1) {
	return {
		kind: "validation",
		type: "starts_with",
		reference: startsWith,
		async: false,
		expects: `"${requirement}"`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !dataset.value.startsWith(this.requirement)) _addIssue(this, "start", dataset, config$1, { received: `"${dataset.value.slice(0, this.requirement.length)}"` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/stringifyJson/stringifyJson.ts
/* @__NO_SIDE_EFFECTS__ */
function stringifyJson(config$1, message$1) {
	return {
		kind: "transformation",
		type: "stringify_json",
		reference: stringifyJson,
		message: message$1,
		config: config$1,
		async: false,
		"~run"(dataset, config$2) {
			try {
				const output = JSON.stringify(dataset.value, this.config?.replacer, this.config?.space);
				if (output === void 0) {
					_addIssue(this, "JSON", dataset, config$2);
					dataset.typed = false;
				} else dataset.value = output;
			} catch (error) {
				if (error instanceof Error) {
					_addIssue(this, "JSON", dataset, config$2, { received: `"${error.message}"` });
					dataset.typed = false;
				} else throw error;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/title/title.ts
/**
* Creates a title metadata action.
*
* @param title_ The title text.
*
* @returns A title action.
*/
/* @__NO_SIDE_EFFECTS__ */
function title(title_) {
	return {
		kind: "metadata",
		type: "title",
		reference: title,
		title: title_
	};
}

//#endregion
//#region src/actions/toBigint/toBigint.ts
/* @__NO_SIDE_EFFECTS__ */
function toBigint(message$1) {
	return {
		kind: "transformation",
		type: "to_bigint",
		reference: toBigint,
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			try {
				dataset.value = BigInt(dataset.value);
			} catch {
				_addIssue(this, "bigint", dataset, config$1);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toBoolean/toBoolean.ts
/**
* Creates a to boolean transformation action.
*
* @returns A to boolean action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function toBoolean() {
	return {
		kind: "transformation",
		type: "to_boolean",
		reference: toBoolean,
		async: false,
		"~run"(dataset) {
			dataset.value = Boolean(dataset.value);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toCamelCase/toCamelCase.ts
/**
* Creates a to camel case transformation action.
*
* Words are separated by `_`, `-` and ASCII whitespace, as well as by case
* and acronym boundaries.
*
* Hint: Acronym runs are normalized to lowercase (e.g. `parseURLValue` →
* `parseUrlValue`) and digits stay attached to the preceding token (e.g.
* `item2Name` → `item2Name`).
*
* @returns A to camel case action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function toCamelCase() {
	return {
		kind: "transformation",
		type: "to_camel_case",
		reference: toCamelCase,
		async: false,
		"~run"(dataset) {
			dataset.value = /* @__PURE__ */ _formatCase(dataset.value, "", false, true);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toDate/toDate.ts
/* @__NO_SIDE_EFFECTS__ */
function toDate(message$1) {
	return {
		kind: "transformation",
		type: "to_date",
		reference: toDate,
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			try {
				dataset.value = new Date(dataset.value);
				if (isNaN(dataset.value)) {
					_addIssue(this, "date", dataset, config$1, { received: "\"Invalid Date\"" });
					dataset.typed = false;
				}
			} catch {
				_addIssue(this, "date", dataset, config$1);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toKebabCase/toKebabCase.ts
/**
* Creates a to kebab case transformation action.
*
* Words are separated by `_`, `-` and ASCII whitespace, as well as by case
* and acronym boundaries.
*
* Hint: Acronym runs are normalized to lowercase (e.g. `parseURLValue` →
* `parse-url-value`) and digits stay attached to the preceding token (e.g.
* `item2Name` → `item2-name`).
*
* @returns A to kebab case action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function toKebabCase() {
	return {
		kind: "transformation",
		type: "to_kebab_case",
		reference: toKebabCase,
		async: false,
		"~run"(dataset) {
			dataset.value = /* @__PURE__ */ _formatCase(dataset.value, "-", false, false);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toLowerCase/toLowerCase.ts
/**
* Creates a to lower case transformation action.
*
* @returns A to lower case action.
*/
/* @__NO_SIDE_EFFECTS__ */
function toLowerCase() {
	return {
		kind: "transformation",
		type: "to_lower_case",
		reference: toLowerCase,
		async: false,
		"~run"(dataset) {
			dataset.value = dataset.value.toLowerCase();
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toMaxValue/toMaxValue.ts
/**
* Creates a to max value transformation action.
*
* @param requirement The maximum value.
*
* @returns A to max value action.
*/
/* @__NO_SIDE_EFFECTS__ */
function toMaxValue(requirement) {
	return {
		kind: "transformation",
		type: "to_max_value",
		reference: toMaxValue,
		async: false,
		requirement,
		"~run"(dataset) {
			dataset.value = dataset.value > this.requirement ? this.requirement : dataset.value;
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toMinValue/toMinValue.ts
/**
* Creates a to min value transformation action.
*
* @param requirement The minimum value.
*
* @returns A to min value action.
*/
/* @__NO_SIDE_EFFECTS__ */
function toMinValue(requirement) {
	return {
		kind: "transformation",
		type: "to_min_value",
		reference: toMinValue,
		async: false,
		requirement,
		"~run"(dataset) {
			dataset.value = dataset.value < this.requirement ? this.requirement : dataset.value;
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toNumber/toNumber.ts
/* @__NO_SIDE_EFFECTS__ */
function toNumber(message$1) {
	return {
		kind: "transformation",
		type: "to_number",
		reference: toNumber,
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			try {
				dataset.value = Number(dataset.value);
				if (isNaN(dataset.value)) {
					_addIssue(this, "number", dataset, config$1);
					dataset.typed = false;
				}
			} catch {
				_addIssue(this, "number", dataset, config$1);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toPascalCase/toPascalCase.ts
/**
* Creates a to pascal case transformation action.
*
* Words are separated by `_`, `-` and ASCII whitespace, as well as by case
* and acronym boundaries.
*
* Hint: Acronym runs are normalized to lowercase (e.g. `parseURLValue` →
* `ParseUrlValue`) and digits stay attached to the preceding token (e.g.
* `item2Name` → `Item2Name`).
*
* @returns A to pascal case action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function toPascalCase() {
	return {
		kind: "transformation",
		type: "to_pascal_case",
		reference: toPascalCase,
		async: false,
		"~run"(dataset) {
			dataset.value = /* @__PURE__ */ _formatCase(dataset.value, "", true, true);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toSnakeCase/toSnakeCase.ts
/**
* Creates a to snake case transformation action.
*
* Words are separated by `_`, `-` and ASCII whitespace, as well as by case
* and acronym boundaries.
*
* Hint: Acronym runs are normalized to lowercase (e.g. `parseURLValue` →
* `parse_url_value`) and digits stay attached to the preceding token (e.g.
* `item2Name` → `item2_name`).
*
* @returns A to snake case action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function toSnakeCase() {
	return {
		kind: "transformation",
		type: "to_snake_case",
		reference: toSnakeCase,
		async: false,
		"~run"(dataset) {
			dataset.value = /* @__PURE__ */ _formatCase(dataset.value, "_", false, false);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toString/toString.ts
/* @__NO_SIDE_EFFECTS__ */
function dist_toString(message$1) {
	return {
		kind: "transformation",
		type: "to_string",
		reference: dist_toString,
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			try {
				dataset.value = String(dataset.value);
			} catch {
				_addIssue(this, "string", dataset, config$1);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toUpperCase/toUpperCase.ts
/**
* Creates a to upper case transformation action.
*
* @returns A to upper case action.
*/
/* @__NO_SIDE_EFFECTS__ */
function toUpperCase() {
	return {
		kind: "transformation",
		type: "to_upper_case",
		reference: toUpperCase,
		async: false,
		"~run"(dataset) {
			dataset.value = dataset.value.toUpperCase();
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/transform/transform.ts
/**
* Creates a custom transformation action.
*
* @param operation The transformation operation.
*
* @returns A transform action.
*/
/* @__NO_SIDE_EFFECTS__ */
function transform(operation) {
	return {
		kind: "transformation",
		type: "transform",
		reference: transform,
		async: false,
		operation,
		"~run"(dataset) {
			dataset.value = this.operation(dataset.value);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/transform/transformAsync.ts
/**
* Creates a custom transformation action.
*
* @param operation The transformation operation.
*
* @returns A transform action.
*/
/* @__NO_SIDE_EFFECTS__ */
function transformAsync(operation) {
	return {
		kind: "transformation",
		type: "transform",
		reference: transformAsync,
		async: true,
		operation,
		async "~run"(dataset) {
			dataset.value = await this.operation(dataset.value);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/trim/trim.ts
/**
* Creates a trim transformation action.
*
* @returns A trim action.
*/
/* @__NO_SIDE_EFFECTS__ */
function trim() {
	return {
		kind: "transformation",
		type: "trim",
		reference: trim,
		async: false,
		"~run"(dataset) {
			dataset.value = dataset.value.trim();
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/trimEnd/trimEnd.ts
/**
* Creates a trim end transformation action.
*
* @returns A trim end action.
*/
/* @__NO_SIDE_EFFECTS__ */
function trimEnd() {
	return {
		kind: "transformation",
		type: "trim_end",
		reference: trimEnd,
		async: false,
		"~run"(dataset) {
			dataset.value = dataset.value.trimEnd();
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/trimStart/trimStart.ts
/**
* Creates a trim start transformation action.
*
* @returns A trim start action.
*/
/* @__NO_SIDE_EFFECTS__ */
function trimStart() {
	return {
		kind: "transformation",
		type: "trim_start",
		reference: trimStart,
		async: false,
		"~run"(dataset) {
			dataset.value = dataset.value.trimStart();
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ulid/ulid.ts
/* @__NO_SIDE_EFFECTS__ */
function ulid(message$1) {
	return {
		kind: "validation",
		type: "ulid",
		reference: ulid,
		async: false,
		expects: null,
		requirement: ULID_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "ULID", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/url/url.ts
/* @__NO_SIDE_EFFECTS__ */
function url(message$1) {
	return {
		kind: "validation",
		type: "url",
		reference: url,
		async: false,
		expects: null,
		requirement(input) {
			try {
				if (URL.canParse) return URL.canParse(input);
				new URL(input);
				return true;
			} catch {
				return false;
			}
		},
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "URL", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/uuid/uuid.ts
/* @__NO_SIDE_EFFECTS__ */
function uuid(message$1) {
	return {
		kind: "validation",
		type: "uuid",
		reference: uuid,
		async: false,
		expects: null,
		requirement: UUID_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "UUID", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/value/value.ts
/* @__NO_SIDE_EFFECTS__ */
function value(requirement, message$1) {
	return {
		kind: "validation",
		type: "value",
		reference: value,
		async: false,
		expects: requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement),
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !/* @__PURE__ */ _isValueMatch(this.requirement, dataset.value)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/values/values.ts
/* @__NO_SIDE_EFFECTS__ */
function values(requirement, message$1) {
	return {
		kind: "validation",
		type: "values",
		reference: values,
		async: false,
		expects: `${/* @__PURE__ */ _joinExpects(requirement.map((value$1) => value$1 instanceof Date ? value$1.toJSON() : /* @__PURE__ */ _stringify(value$1)), "|")}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.some((requirement$1) => /* @__PURE__ */ _isValueMatch(requirement$1, dataset.value))) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/words/words.ts
/* @__NO_SIDE_EFFECTS__ */
function words(locales, requirement, message$1) {
	return {
		kind: "validation",
		type: "words",
		reference: words,
		async: false,
		expects: `${requirement}`,
		locales,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getWordCount(this.locales, dataset.value);
				if (count !== this.requirement) _addIssue(this, "words", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/const.ts
const ABORT_EARLY_CONFIG = { abortEarly: true };

//#endregion
//#region src/methods/assert/assert.ts
/**
* Checks if the input matches the schema. As this is an assertion function, it
* can be used as a type guard.
*
* @param schema The schema to be used.
* @param input The input to be tested.
*/
function assert(schema, input) {
	const issues = schema["~run"]({ value: input }, ABORT_EARLY_CONFIG).issues;
	if (issues) throw new ValiError(issues);
}

//#endregion
//#region src/methods/cache/_LruCache.ts
/**
* Efficient LRU cache using Map iteration order.
*/
var _LruCache = class {
	constructor(config$1) {
		this.refCount = 0;
		this.maxSize = config$1?.maxSize ?? 1e3;
		this.maxAge = config$1?.maxAge ?? Infinity;
		this.hasMaxAge = isFinite(this.maxAge);
	}
	/**
	* Stringifies an unknown input to a cache key component.
	*
	* @param input The unknown input.
	*
	* @returns A cache key component.
	*/
	stringify(input) {
		const type = typeof input;
		if (type === "string") return `"${input}"`;
		if (type === "number" || type === "boolean") return `${input}`;
		if (type === "bigint") return `${input}n`;
		if (type === "object" || type === "function") {
			if (input) {
				this.refIds ?? (this.refIds = /* @__PURE__ */ new WeakMap());
				let id = this.refIds.get(input);
				if (!id) {
					id = ++this.refCount;
					this.refIds.set(input, id);
				}
				return `#${id}`;
			}
			return "null";
		}
		return type;
	}
	/**
	* Creates a cache key from input and config.
	*
	* @param input The input value.
	* @param config The parse configuration.
	*
	* @returns The cache key.
	*/
	key(input, config$1 = {}) {
		return `${this.stringify(input)}|${this.stringify(config$1.lang)}|${this.stringify(config$1.message)}|${this.stringify(config$1.abortEarly)}|${this.stringify(config$1.abortPipeEarly)}`;
	}
	/**
	* Gets a value from the cache by key.
	*
	* @param key The cache key.
	*
	* @returns The cached value.
	*/
	get(key) {
		if (!this.store) return void 0;
		const entry = this.store.get(key);
		if (!entry) return void 0;
		if (this.hasMaxAge && Date.now() - entry[1] > this.maxAge) {
			this.store.delete(key);
			return;
		}
		this.store.delete(key);
		this.store.set(key, entry);
		return entry[0];
	}
	/**
	* Sets a value in the cache by key.
	*
	* @param key The cache key.
	* @param value The cached value.
	*/
	set(key, value$1) {
		this.store ?? (this.store = /* @__PURE__ */ new Map());
		this.store.delete(key);
		const timestamp = this.hasMaxAge ? Date.now() : 0;
		this.store.set(key, [value$1, timestamp]);
		if (this.store.size > this.maxSize) this.store.delete(this.store.keys().next().value);
	}
	/**
	* Clears all entries from the cache.
	*/
	clear() {
		this.store?.clear();
	}
};

//#endregion
//#region src/methods/cache/cache.ts
/* @__NO_SIDE_EFFECTS__ */
function cache(schema, config$1) {
	return _standardSchema({
		...schema,
		cacheConfig: config$1,
		cache: new _LruCache(config$1),
		"~run"(dataset, runConfig) {
			const key = this.cache.key(dataset.value, runConfig);
			let outputDataset = this.cache.get(key);
			if (!outputDataset) this.cache.set(key, outputDataset = schema["~run"](dataset, runConfig));
			return /* @__PURE__ */ _cloneDataset(outputDataset);
		}
	});
}

//#endregion
//#region src/methods/cache/cacheAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function cacheAsync(schema, config$1) {
	let activeRuns;
	return _standardSchema({
		...schema,
		async: true,
		cacheConfig: config$1,
		cache: new _LruCache(config$1),
		async "~run"(dataset, runConfig) {
			const key = this.cache.key(dataset.value, runConfig);
			const cached = this.cache.get(key);
			if (cached) return /* @__PURE__ */ _cloneDataset(cached);
			let promise$1 = activeRuns?.get(key);
			if (!promise$1) {
				activeRuns ?? (activeRuns = /* @__PURE__ */ new Map());
				promise$1 = Promise.resolve(schema["~run"](dataset, runConfig));
				activeRuns.set(key, promise$1);
			}
			try {
				const outputDataset = await promise$1;
				this.cache.set(key, outputDataset);
				return /* @__PURE__ */ _cloneDataset(outputDataset);
			} finally {
				activeRuns?.delete(key);
			}
		}
	});
}

//#endregion
//#region src/methods/config/config.ts
/**
* Changes the local configuration of a schema.
*
* @param schema The schema to configure.
* @param config The parse configuration.
*
* @returns The configured schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function config(schema, config$1) {
	return _standardSchema({
		...schema,
		"~run"(dataset, config_) {
			return schema["~run"](dataset, {
				...config_,
				...config$1
			});
		}
	});
}

//#endregion
//#region src/methods/getFallback/getFallback.ts
/**
* Returns the fallback value of the schema.
*
* @param schema The schema to get it from.
* @param dataset The output dataset if available.
* @param config The config if available.
*
* @returns The fallback value.
*/
/* @__NO_SIDE_EFFECTS__ */
function getFallback(schema, dataset, config$1) {
	return typeof schema.fallback === "function" ? schema.fallback(dataset, config$1) : schema.fallback;
}

//#endregion
//#region src/methods/fallback/fallback.ts
/**
* Returns a fallback value as output if the input does not match the schema.
*
* @param schema The schema to catch.
* @param fallback The fallback value.
*
* @returns The passed schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function fallback(schema, fallback$1) {
	return _standardSchema({
		...schema,
		fallback: fallback$1,
		"~run"(dataset, config$1) {
			const outputDataset = schema["~run"](dataset, config$1);
			return outputDataset.issues ? {
				typed: true,
				value: /* @__PURE__ */ getFallback(this, outputDataset, config$1)
			} : outputDataset;
		}
	});
}

//#endregion
//#region src/methods/fallback/fallbackAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function fallbackAsync(schema, fallback$1) {
	return _standardSchema({
		...schema,
		fallback: fallback$1,
		async: true,
		async "~run"(dataset, config$1) {
			const outputDataset = await schema["~run"](dataset, config$1);
			return outputDataset.issues ? {
				typed: true,
				value: await /* @__PURE__ */ getFallback(this, outputDataset, config$1)
			} : outputDataset;
		}
	});
}

//#endregion
//#region src/methods/flatten/flatten.ts
/* @__NO_SIDE_EFFECTS__ */
function flatten(issues) {
	const flatErrors = {};
	for (const issue of issues) if (issue.path) {
		const dotPath = /* @__PURE__ */ getDotPath(issue);
		if (dotPath) {
			if (!flatErrors.nested) flatErrors.nested = {};
			if (Object.prototype.hasOwnProperty.call(flatErrors.nested, dotPath)) flatErrors.nested[dotPath].push(issue.message);
			else flatErrors.nested[dotPath] = [issue.message];
		} else if (flatErrors.other) flatErrors.other.push(issue.message);
		else flatErrors.other = [issue.message];
	} else if (flatErrors.root) flatErrors.root.push(issue.message);
	else flatErrors.root = [issue.message];
	return flatErrors;
}

//#endregion
//#region src/methods/forward/forward.ts
/**
* Forwards the issues of the passed validation action.
*
* @param action The validation action.
* @param path The path to forward the issues to.
*
* @returns The modified action.
*/
/* @__NO_SIDE_EFFECTS__ */
function forward(action, path) {
	return {
		...action,
		"~run"(dataset, config$1) {
			const prevIssues = dataset.issues && [...dataset.issues];
			dataset = action["~run"](dataset, config$1);
			if (dataset.issues) {
				for (const issue of dataset.issues) if (!prevIssues?.includes(issue)) {
					let pathInput = dataset.value;
					for (const key of path) {
						const pathValue = pathInput[key];
						const pathItem = {
							type: "unknown",
							origin: "value",
							input: pathInput,
							key,
							value: pathValue
						};
						if (issue.path) issue.path.push(pathItem);
						else issue.path = [pathItem];
						if (!pathValue) break;
						pathInput = pathValue;
					}
				}
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/methods/forward/forwardAsync.ts
/**
* Forwards the issues of the passed validation action.
*
* @param action The validation action.
* @param path The path to forward the issues to.
*
* @returns The modified action.
*/
/* @__NO_SIDE_EFFECTS__ */
function forwardAsync(action, path) {
	return {
		...action,
		async: true,
		async "~run"(dataset, config$1) {
			const prevIssues = dataset.issues && [...dataset.issues];
			dataset = await action["~run"](dataset, config$1);
			if (dataset.issues) {
				for (const issue of dataset.issues) if (!prevIssues?.includes(issue)) {
					let pathInput = dataset.value;
					for (const key of path) {
						const pathValue = pathInput[key];
						const pathItem = {
							type: "unknown",
							origin: "value",
							input: pathInput,
							key,
							value: pathValue
						};
						if (issue.path) issue.path.push(pathItem);
						else issue.path = [pathItem];
						if (!pathValue) break;
						pathInput = pathValue;
					}
				}
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/methods/getDefault/getDefault.ts
/**
* Returns the default value of the schema.
*
* @param schema The schema to get it from.
* @param dataset The input dataset if available.
* @param config The config if available.
*
* @returns The default value.
*/
/* @__NO_SIDE_EFFECTS__ */
function getDefault(schema, dataset, config$1) {
	return typeof schema.default === "function" ? schema.default(dataset, config$1) : schema.default;
}

//#endregion
//#region src/methods/getDefaults/getDefaults.ts
/**
* Returns the default values of the schema.
*
* Hint: The difference to `getDefault` is that for object and tuple schemas
* this function recursively returns the default values of the subschemas
* instead of `undefined`.
*
* @param schema The schema to get them from.
*
* @returns The default values.
*/
/* @__NO_SIDE_EFFECTS__ */
function getDefaults(schema) {
	if ("entries" in schema) {
		const object$1 = {};
		for (const key in schema.entries) object$1[key] = /* @__PURE__ */ getDefaults(schema.entries[key]);
		return object$1;
	}
	if ("items" in schema) return schema.items.map(getDefaults);
	return /* @__PURE__ */ getDefault(schema);
}

//#endregion
//#region src/methods/getDefaults/getDefaultsAsync.ts
/**
* Returns the default values of the schema.
*
* Hint: The difference to `getDefault` is that for object and tuple schemas
* this function recursively returns the default values of the subschemas
* instead of `undefined`.
*
* @param schema The schema to get them from.
*
* @returns The default values.
*/
/* @__NO_SIDE_EFFECTS__ */
async function getDefaultsAsync(schema) {
	if ("entries" in schema) return Object.fromEntries(await Promise.all(Object.entries(schema.entries).map(async ([key, value$1]) => [key, await /* @__PURE__ */ getDefaultsAsync(value$1)])));
	if ("items" in schema) return Promise.all(schema.items.map(getDefaultsAsync));
	return /* @__PURE__ */ getDefault(schema);
}

//#endregion
//#region src/methods/getDescription/getDescription.ts
/**
* Returns the description of the schema.
*
* If multiple descriptions are defined, the last one of the highest level is
* returned. If no description is defined, `undefined` is returned.
*
* @param schema The schema to get the description from.
*
* @returns The description, if any.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function getDescription(schema) {
	return /* @__PURE__ */ _getLastMetadata(schema, "description");
}

//#endregion
//#region src/methods/getExamples/getExamples.ts
/**
* Returns the examples of a schema.
*
* If multiple examples are defined, it concatenates them using depth-first
* search. If no examples are defined, an empty array is returned.
*
* @param schema The schema to get the examples from.
*
* @returns The examples, if any.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function getExamples(schema) {
	const examples$1 = [];
	function depthFirstCollect(schema$1) {
		if ("pipe" in schema$1) {
			for (const item of schema$1.pipe) if (item.kind === "schema" && "pipe" in item) depthFirstCollect(item);
			else if (item.kind === "metadata" && item.type === "examples") for (const example of item.examples) examples$1.push(example);
		}
	}
	depthFirstCollect(schema);
	return examples$1;
}

//#endregion
//#region src/methods/getFallbacks/getFallbacks.ts
/**
* Returns the fallback values of the schema.
*
* Hint: The difference to `getFallback` is that for object and tuple schemas
* this function recursively returns the fallback values of the subschemas
* instead of `undefined`.
*
* @param schema The schema to get them from.
*
* @returns The fallback values.
*/
/* @__NO_SIDE_EFFECTS__ */
function getFallbacks(schema) {
	if ("entries" in schema) {
		const object$1 = {};
		for (const key in schema.entries) object$1[key] = /* @__PURE__ */ getFallbacks(schema.entries[key]);
		return object$1;
	}
	if ("items" in schema) return schema.items.map(getFallbacks);
	return /* @__PURE__ */ getFallback(schema);
}

//#endregion
//#region src/methods/getFallbacks/getFallbacksAsync.ts
/**
* Returns the fallback values of the schema.
*
* Hint: The difference to `getFallback` is that for object and tuple schemas
* this function recursively returns the fallback values of the subschemas
* instead of `undefined`.
*
* @param schema The schema to get them from.
*
* @returns The fallback values.
*/
/* @__NO_SIDE_EFFECTS__ */
async function getFallbacksAsync(schema) {
	if ("entries" in schema) return Object.fromEntries(await Promise.all(Object.entries(schema.entries).map(async ([key, value$1]) => [key, await /* @__PURE__ */ getFallbacksAsync(value$1)])));
	if ("items" in schema) return Promise.all(schema.items.map(getFallbacksAsync));
	return /* @__PURE__ */ getFallback(schema);
}

//#endregion
//#region src/methods/getMetadata/getMetadata.ts
/**
* Returns the metadata of a schema.
*
* If multiple metadata are defined, it shallowly merges them using depth-first
* search. If no metadata is defined, an empty object is returned.
*
* @param schema Schema to get the metadata from.
*
* @returns The metadata, if any.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function getMetadata(schema) {
	const result = {};
	function depthFirstMerge(schema$1) {
		if ("pipe" in schema$1) {
			for (const item of schema$1.pipe) if (item.kind === "schema" && "pipe" in item) depthFirstMerge(item);
			else if (item.kind === "metadata" && item.type === "metadata") Object.assign(result, item.metadata);
		}
	}
	depthFirstMerge(schema);
	return result;
}

//#endregion
//#region src/methods/getTitle/getTitle.ts
/**
* Returns the title of the schema.
*
* If multiple titles are defined, the last one of the highest level is
* returned. If no title is defined, `undefined` is returned.
*
* @param schema The schema to get the title from.
*
* @returns The title, if any.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function getTitle(schema) {
	return /* @__PURE__ */ _getLastMetadata(schema, "title");
}

//#endregion
//#region src/methods/is/is.ts
/**
* Checks if the input matches the schema. By using a type predicate, this
* function can be used as a type guard.
*
* @param schema The schema to be used.
* @param input The input to be tested.
*
* @returns Whether the input matches the schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function is(schema, input) {
	return !schema["~run"]({ value: input }, ABORT_EARLY_CONFIG).issues;
}

//#endregion
//#region src/schemas/any/any.ts
/**
* Creates an any schema.
*
* Hint: This schema function exists only for completeness and is not
* recommended in practice. Instead, `unknown` should be used to accept
* unknown data.
*
* @returns An any schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function any() {
	return _standardSchema({
		kind: "schema",
		type: "any",
		reference: any,
		expects: "any",
		async: false,
		"~run"(dataset) {
			dataset.typed = true;
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/array/array.ts
/* @__NO_SIDE_EFFECTS__ */
function array(item, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "array",
		reference: array,
		expects: "Array",
		async: false,
		item,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < input.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.item["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/array/arrayAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function arrayAsync(item, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "array",
		reference: arrayAsync,
		expects: "Array",
		async: true,
		item,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				const itemDatasets = await Promise.all(input.map((value$1) => this.item["~run"]({ value: value$1 }, config$1)));
				for (let key = 0; key < itemDatasets.length; key++) {
					const itemDataset = itemDatasets[key];
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: input[key]
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/bigint/bigint.ts
/* @__NO_SIDE_EFFECTS__ */
function bigint(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "bigint",
		reference: bigint,
		expects: "bigint",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "bigint") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/blob/blob.ts
/* @__NO_SIDE_EFFECTS__ */
function blob(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "blob",
		reference: blob,
		expects: "Blob",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value instanceof Blob) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/boolean/boolean.ts
/* @__NO_SIDE_EFFECTS__ */
function dist_boolean(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "boolean",
		reference: dist_boolean,
		expects: "boolean",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "boolean") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/custom/custom.ts
/* @__NO_SIDE_EFFECTS__ */
function custom(check$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "custom",
		reference: custom,
		expects: "unknown",
		async: false,
		check: check$1,
		message: message$1,
		"~run"(dataset, config$1) {
			if (this.check(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/custom/customAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function customAsync(check$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "custom",
		reference: customAsync,
		expects: "unknown",
		async: true,
		check: check$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (await this.check(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/date/date.ts
/* @__NO_SIDE_EFFECTS__ */
function date(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "date",
		reference: date,
		expects: "Date",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value instanceof Date) if (!isNaN(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1, { received: "\"Invalid Date\"" });
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/enum/enum.ts
/* @__NO_SIDE_EFFECTS__ */
function enum_(enum__, message$1) {
	const options = [];
	for (const key in enum__) if (`${+key}` !== key || typeof enum__[key] !== "string" || !Object.is(enum__[enum__[key]], +key)) options.push(enum__[key]);
	return _standardSchema({
		kind: "schema",
		type: "enum",
		reference: enum_,
		expects: /* @__PURE__ */ _joinExpects(options.map(_stringify), "|"),
		async: false,
		enum: enum__,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			if (this.options.includes(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/exactOptional/exactOptional.ts
/* @__NO_SIDE_EFFECTS__ */
function exactOptional(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "exact_optional",
		reference: exactOptional,
		expects: wrapped.expects,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/exactOptional/exactOptionalAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function exactOptionalAsync(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "exact_optional",
		reference: exactOptionalAsync,
		expects: wrapped.expects,
		async: true,
		wrapped,
		default: default_,
		async "~run"(dataset, config$1) {
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/file/file.ts
/* @__NO_SIDE_EFFECTS__ */
function file(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "file",
		reference: file,
		expects: "File",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value instanceof File) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/function/function.ts
/* @__NO_SIDE_EFFECTS__ */
function function_(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "function",
		reference: function_,
		expects: "Function",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "function") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/instance/instance.ts
/* @__NO_SIDE_EFFECTS__ */
function instance(class_, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "instance",
		reference: instance,
		expects: class_.name,
		async: false,
		class: class_,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value instanceof this.class) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/intersect/utils/_merge/_merge.ts
/**
* Merges two values into one single output.
*
* @param value1 First value.
* @param value2 Second value.
*
* @returns The merge dataset.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _merge(value1, value2) {
	if (typeof value1 === typeof value2) {
		if (/* @__PURE__ */ _isSameValueZero(value1, value2) || value1 instanceof Date && value2 instanceof Date && /* @__PURE__ */ _isSameValueZero(+value1, +value2)) return { value: value1 };
		if (value1 && value2 && value1.constructor === Object && value2.constructor === Object) {
			const nextValue = {
				...value1,
				...value2
			};
			for (const key in value2) if (Object.prototype.hasOwnProperty.call(value1, key) && Object.prototype.hasOwnProperty.call(value2, key)) {
				const dataset = /* @__PURE__ */ _merge(value1[key], value2[key]);
				if (dataset.issue) return dataset;
				nextValue[key] = dataset.value;
			}
			return { value: nextValue };
		}
		if (Array.isArray(value1) && Array.isArray(value2)) {
			if (value1.length === value2.length) {
				const nextValue = [...value1];
				for (let index = 0; index < value1.length; index++) {
					const dataset = /* @__PURE__ */ _merge(value1[index], value2[index]);
					if (dataset.issue) return dataset;
					nextValue[index] = dataset.value;
				}
				return { value: nextValue };
			}
		}
	}
	return { issue: true };
}

//#endregion
//#region src/schemas/intersect/intersect.ts
/* @__NO_SIDE_EFFECTS__ */
function intersect(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "intersect",
		reference: intersect,
		expects: /* @__PURE__ */ _joinExpects(options.map((option) => option.expects), "&"),
		async: false,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			if (this.options.length) {
				const input = dataset.value;
				let outputs;
				dataset.typed = true;
				for (const schema of this.options) {
					const optionDataset = schema["~run"]({ value: input }, config$1);
					if (optionDataset.issues) {
						if (dataset.issues) for (const issue of optionDataset.issues) dataset.issues.push(issue);
						else dataset.issues = optionDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!optionDataset.typed) dataset.typed = false;
					if (dataset.typed) if (outputs) outputs.push(optionDataset.value);
					else outputs = [optionDataset.value];
				}
				if (dataset.typed) {
					dataset.value = outputs[0];
					for (let index = 1; index < outputs.length; index++) {
						const mergeDataset = /* @__PURE__ */ _merge(dataset.value, outputs[index]);
						if (mergeDataset.issue) {
							_addIssue(this, "type", dataset, config$1, { received: "unknown" });
							break;
						}
						dataset.value = mergeDataset.value;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/intersect/intersectAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function intersectAsync(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "intersect",
		reference: intersectAsync,
		expects: /* @__PURE__ */ _joinExpects(options.map((option) => option.expects), "&"),
		async: true,
		options,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (this.options.length) {
				const input = dataset.value;
				let outputs;
				dataset.typed = true;
				const optionDatasets = await Promise.all(this.options.map((schema) => schema["~run"]({ value: input }, config$1)));
				for (const optionDataset of optionDatasets) {
					if (optionDataset.issues) {
						if (dataset.issues) for (const issue of optionDataset.issues) dataset.issues.push(issue);
						else dataset.issues = optionDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!optionDataset.typed) dataset.typed = false;
					if (dataset.typed) if (outputs) outputs.push(optionDataset.value);
					else outputs = [optionDataset.value];
				}
				if (dataset.typed) {
					dataset.value = outputs[0];
					for (let index = 1; index < outputs.length; index++) {
						const mergeDataset = /* @__PURE__ */ _merge(dataset.value, outputs[index]);
						if (mergeDataset.issue) {
							_addIssue(this, "type", dataset, config$1, { received: "unknown" });
							break;
						}
						dataset.value = mergeDataset.value;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/lazy/lazy.ts
/**
* Creates a lazy schema.
*
* @param getter The schema getter.
*
* @returns A lazy schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function lazy(getter) {
	return _standardSchema({
		kind: "schema",
		type: "lazy",
		reference: lazy,
		expects: "unknown",
		async: false,
		getter,
		"~run"(dataset, config$1) {
			return this.getter(dataset.value)["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/lazy/lazyAsync.ts
/**
* Creates a lazy schema.
*
* @param getter The schema getter.
*
* @returns A lazy schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function lazyAsync(getter) {
	return _standardSchema({
		kind: "schema",
		type: "lazy",
		reference: lazyAsync,
		expects: "unknown",
		async: true,
		getter,
		async "~run"(dataset, config$1) {
			return (await this.getter(dataset.value))["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/literal/literal.ts
/* @__NO_SIDE_EFFECTS__ */
function literal(literal_, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "literal",
		reference: literal,
		expects: /* @__PURE__ */ _stringify(literal_),
		async: false,
		literal: literal_,
		message: message$1,
		"~run"(dataset, config$1) {
			if (/* @__PURE__ */ _isSameValueZero(dataset.value, this.literal)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/looseObject/looseObject.ts
/* @__NO_SIDE_EFFECTS__ */
function looseObject(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "loose_object",
		reference: looseObject,
		expects: "Object",
		async: false,
		entries: entries$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const key in this.entries) {
					const valueSchema = this.entries[key];
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
						const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: value$1
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
								dataset.issues?.push(issue);
							}
							if (!dataset.issues) dataset.issues = valueDataset.issues;
							if (config$1.abortEarly) {
								dataset.typed = false;
								break;
							}
						}
						if (!valueDataset.typed) dataset.typed = false;
						dataset.value[key] = valueDataset.value;
					} else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
					else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
						_addIssue(this, "key", dataset, config$1, {
							input: void 0,
							expected: `"${key}"`,
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						if (config$1.abortEarly) break;
					}
				}
				if (!dataset.issues || !config$1.abortEarly) {
					for (const key in input) if (/* @__PURE__ */ _isValidObjectKey(input, key) && !Object.prototype.hasOwnProperty.call(this.entries, key)) dataset.value[key] = input[key];
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/looseObject/looseObjectAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function looseObjectAsync(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "loose_object",
		reference: looseObjectAsync,
		expects: "Object",
		async: true,
		entries: entries$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				const valueDatasets = await Promise.all(Object.entries(this.entries).map(async ([key, valueSchema]) => {
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : await /* @__PURE__ */ getDefault(valueSchema);
						return [
							key,
							value$1,
							valueSchema,
							await valueSchema["~run"]({ value: value$1 }, config$1)
						];
					}
					return [
						key,
						input[key],
						valueSchema,
						null
					];
				}));
				for (const [key, value$1, valueSchema, valueDataset] of valueDatasets) if (valueDataset) {
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value[key] = valueDataset.value;
				} else if (valueSchema.fallback !== void 0) dataset.value[key] = await /* @__PURE__ */ getFallback(valueSchema);
				else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
					_addIssue(this, "key", dataset, config$1, {
						input: void 0,
						expected: `"${key}"`,
						path: [{
							type: "object",
							origin: "key",
							input,
							key,
							value: value$1
						}]
					});
					if (config$1.abortEarly) break;
				}
				if (!dataset.issues || !config$1.abortEarly) {
					for (const key in input) if (/* @__PURE__ */ _isValidObjectKey(input, key) && !Object.prototype.hasOwnProperty.call(this.entries, key)) dataset.value[key] = input[key];
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/looseTuple/looseTuple.ts
/* @__NO_SIDE_EFFECTS__ */
function looseTuple(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "loose_tuple",
		reference: looseTuple,
		expects: "Array",
		async: false,
		items,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < this.items.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.items[key]["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
				if (!dataset.issues || !config$1.abortEarly) for (let key = this.items.length; key < input.length; key++) dataset.value.push(input[key]);
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/looseTuple/looseTupleAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function looseTupleAsync(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "loose_tuple",
		reference: looseTupleAsync,
		expects: "Array",
		async: true,
		items,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				const itemDatasets = await Promise.all(this.items.map(async (item, key) => {
					const value$1 = input[key];
					return [
						key,
						value$1,
						await item["~run"]({ value: value$1 }, config$1)
					];
				}));
				for (const [key, value$1, itemDataset] of itemDatasets) {
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
				if (!dataset.issues || !config$1.abortEarly) for (let key = this.items.length; key < input.length; key++) dataset.value.push(input[key]);
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/map/map.ts
/* @__NO_SIDE_EFFECTS__ */
function map(key, value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "map",
		reference: map,
		expects: "Map",
		async: false,
		key,
		value: value$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input instanceof Map) {
				dataset.typed = true;
				dataset.value = /* @__PURE__ */ new Map();
				for (const [inputKey, inputValue] of input) {
					const keyDataset = this.key["~run"]({ value: inputKey }, config$1);
					if (keyDataset.issues) {
						const pathItem = {
							type: "map",
							origin: "key",
							input,
							key: inputKey,
							value: inputValue
						};
						for (const issue of keyDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = keyDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					const valueDataset = this.value["~run"]({ value: inputValue }, config$1);
					if (valueDataset.issues) {
						const pathItem = {
							type: "map",
							origin: "value",
							input,
							key: inputKey,
							value: inputValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
					dataset.value.set(keyDataset.value, valueDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/map/mapAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function mapAsync(key, value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "map",
		reference: mapAsync,
		expects: "Map",
		async: true,
		key,
		value: value$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input instanceof Map) {
				dataset.typed = true;
				dataset.value = /* @__PURE__ */ new Map();
				const datasets = await Promise.all([...input].map(([inputKey, inputValue]) => Promise.all([
					inputKey,
					inputValue,
					this.key["~run"]({ value: inputKey }, config$1),
					this.value["~run"]({ value: inputValue }, config$1)
				])));
				for (const [inputKey, inputValue, keyDataset, valueDataset] of datasets) {
					if (keyDataset.issues) {
						const pathItem = {
							type: "map",
							origin: "key",
							input,
							key: inputKey,
							value: inputValue
						};
						for (const issue of keyDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = keyDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (valueDataset.issues) {
						const pathItem = {
							type: "map",
							origin: "value",
							input,
							key: inputKey,
							value: inputValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
					dataset.value.set(keyDataset.value, valueDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nan/nan.ts
/* @__NO_SIDE_EFFECTS__ */
function nan(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "nan",
		reference: nan,
		expects: "NaN",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (Number.isNaN(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/never/never.ts
/* @__NO_SIDE_EFFECTS__ */
function never(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "never",
		reference: never,
		expects: "never",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			_addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonNullable/nonNullable.ts
/* @__NO_SIDE_EFFECTS__ */
function nonNullable(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_nullable",
		reference: nonNullable,
		expects: "!null",
		async: false,
		wrapped,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value !== null) dataset = this.wrapped["~run"](dataset, config$1);
			if (dataset.value === null) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonNullable/nonNullableAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function nonNullableAsync(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_nullable",
		reference: nonNullableAsync,
		expects: "!null",
		async: true,
		wrapped,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (dataset.value !== null) dataset = await this.wrapped["~run"](dataset, config$1);
			if (dataset.value === null) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonNullish/nonNullish.ts
/* @__NO_SIDE_EFFECTS__ */
function nonNullish(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_nullish",
		reference: nonNullish,
		expects: "(!null & !undefined)",
		async: false,
		wrapped,
		message: message$1,
		"~run"(dataset, config$1) {
			if (!(dataset.value === null || dataset.value === void 0)) dataset = this.wrapped["~run"](dataset, config$1);
			if (dataset.value === null || dataset.value === void 0) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonNullish/nonNullishAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function nonNullishAsync(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_nullish",
		reference: nonNullishAsync,
		expects: "(!null & !undefined)",
		async: true,
		wrapped,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (!(dataset.value === null || dataset.value === void 0)) dataset = await this.wrapped["~run"](dataset, config$1);
			if (dataset.value === null || dataset.value === void 0) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonOptional/nonOptional.ts
/* @__NO_SIDE_EFFECTS__ */
function nonOptional(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_optional",
		reference: nonOptional,
		expects: "!undefined",
		async: false,
		wrapped,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value !== void 0) dataset = this.wrapped["~run"](dataset, config$1);
			if (dataset.value === void 0) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonOptional/nonOptionalAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function nonOptionalAsync(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_optional",
		reference: nonOptionalAsync,
		expects: "!undefined",
		async: true,
		wrapped,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (dataset.value !== void 0) dataset = await this.wrapped["~run"](dataset, config$1);
			if (dataset.value === void 0) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/null/null.ts
/* @__NO_SIDE_EFFECTS__ */
function null_(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "null",
		reference: null_,
		expects: "null",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value === null) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nullable/nullable.ts
/* @__NO_SIDE_EFFECTS__ */
function nullable(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "nullable",
		reference: nullable,
		expects: `(${wrapped.expects} | null)`,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			if (dataset.value === null) {
				if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === null) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/nullable/nullableAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function nullableAsync(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "nullable",
		reference: nullableAsync,
		expects: `(${wrapped.expects} | null)`,
		async: true,
		wrapped,
		default: default_,
		async "~run"(dataset, config$1) {
			if (dataset.value === null) {
				if (this.default !== void 0) dataset.value = await /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === null) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/nullish/nullish.ts
/* @__NO_SIDE_EFFECTS__ */
function nullish(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "nullish",
		reference: nullish,
		expects: `(${wrapped.expects} | null | undefined)`,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			if (dataset.value === null || dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === null || dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/nullish/nullishAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function nullishAsync(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "nullish",
		reference: nullishAsync,
		expects: `(${wrapped.expects} | null | undefined)`,
		async: true,
		wrapped,
		default: default_,
		async "~run"(dataset, config$1) {
			if (dataset.value === null || dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = await /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === null || dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/number/number.ts
/* @__NO_SIDE_EFFECTS__ */
function number(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "number",
		reference: number,
		expects: "number",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "number" && !isNaN(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/object/object.ts
/* @__NO_SIDE_EFFECTS__ */
function object(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "object",
		reference: object,
		expects: "Object",
		async: false,
		entries: entries$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const key in this.entries) {
					const valueSchema = this.entries[key];
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
						const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: value$1
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
								dataset.issues?.push(issue);
							}
							if (!dataset.issues) dataset.issues = valueDataset.issues;
							if (config$1.abortEarly) {
								dataset.typed = false;
								break;
							}
						}
						if (!valueDataset.typed) dataset.typed = false;
						dataset.value[key] = valueDataset.value;
					} else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
					else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
						_addIssue(this, "key", dataset, config$1, {
							input: void 0,
							expected: `"${key}"`,
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						if (config$1.abortEarly) break;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/object/objectAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function objectAsync(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "object",
		reference: objectAsync,
		expects: "Object",
		async: true,
		entries: entries$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				const valueDatasets = await Promise.all(Object.entries(this.entries).map(async ([key, valueSchema]) => {
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : await /* @__PURE__ */ getDefault(valueSchema);
						return [
							key,
							value$1,
							valueSchema,
							await valueSchema["~run"]({ value: value$1 }, config$1)
						];
					}
					return [
						key,
						input[key],
						valueSchema,
						null
					];
				}));
				for (const [key, value$1, valueSchema, valueDataset] of valueDatasets) if (valueDataset) {
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value[key] = valueDataset.value;
				} else if (valueSchema.fallback !== void 0) dataset.value[key] = await /* @__PURE__ */ getFallback(valueSchema);
				else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
					_addIssue(this, "key", dataset, config$1, {
						input: void 0,
						expected: `"${key}"`,
						path: [{
							type: "object",
							origin: "key",
							input,
							key,
							value: value$1
						}]
					});
					if (config$1.abortEarly) break;
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/objectWithRest/objectWithRest.ts
/* @__NO_SIDE_EFFECTS__ */
function objectWithRest(entries$1, rest, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "object_with_rest",
		reference: objectWithRest,
		expects: "Object",
		async: false,
		entries: entries$1,
		rest,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const key in this.entries) {
					const valueSchema = this.entries[key];
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
						const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: value$1
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
								dataset.issues?.push(issue);
							}
							if (!dataset.issues) dataset.issues = valueDataset.issues;
							if (config$1.abortEarly) {
								dataset.typed = false;
								break;
							}
						}
						if (!valueDataset.typed) dataset.typed = false;
						dataset.value[key] = valueDataset.value;
					} else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
					else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
						_addIssue(this, "key", dataset, config$1, {
							input: void 0,
							expected: `"${key}"`,
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						if (config$1.abortEarly) break;
					}
				}
				if (!dataset.issues || !config$1.abortEarly) {
					for (const key in input) if (/* @__PURE__ */ _isValidObjectKey(input, key) && !Object.prototype.hasOwnProperty.call(this.entries, key)) {
						const valueDataset = this.rest["~run"]({ value: input[key] }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: input[key]
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
								dataset.issues?.push(issue);
							}
							if (!dataset.issues) dataset.issues = valueDataset.issues;
							if (config$1.abortEarly) {
								dataset.typed = false;
								break;
							}
						}
						if (!valueDataset.typed) dataset.typed = false;
						dataset.value[key] = valueDataset.value;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/objectWithRest/objectWithRestAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function objectWithRestAsync(entries$1, rest, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "object_with_rest",
		reference: objectWithRestAsync,
		expects: "Object",
		async: true,
		entries: entries$1,
		rest,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				const [normalDatasets, restDatasets] = await Promise.all([Promise.all(Object.entries(this.entries).map(async ([key, valueSchema]) => {
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : await /* @__PURE__ */ getDefault(valueSchema);
						return [
							key,
							value$1,
							valueSchema,
							await valueSchema["~run"]({ value: value$1 }, config$1)
						];
					}
					return [
						key,
						input[key],
						valueSchema,
						null
					];
				})), Promise.all(Object.entries(input).filter(([key]) => /* @__PURE__ */ _isValidObjectKey(input, key) && !Object.prototype.hasOwnProperty.call(this.entries, key)).map(async ([key, value$1]) => [
					key,
					value$1,
					await this.rest["~run"]({ value: value$1 }, config$1)
				]))]);
				for (const [key, value$1, valueSchema, valueDataset] of normalDatasets) if (valueDataset) {
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value[key] = valueDataset.value;
				} else if (valueSchema.fallback !== void 0) dataset.value[key] = await /* @__PURE__ */ getFallback(valueSchema);
				else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
					_addIssue(this, "key", dataset, config$1, {
						input: void 0,
						expected: `"${key}"`,
						path: [{
							type: "object",
							origin: "key",
							input,
							key,
							value: value$1
						}]
					});
					if (config$1.abortEarly) break;
				}
				if (!dataset.issues || !config$1.abortEarly) for (const [key, value$1, valueDataset] of restDatasets) {
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value[key] = valueDataset.value;
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/optional/optional.ts
/* @__NO_SIDE_EFFECTS__ */
function optional(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "optional",
		reference: optional,
		expects: `(${wrapped.expects} | undefined)`,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			if (dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/optional/optionalAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function optionalAsync(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "optional",
		reference: optionalAsync,
		expects: `(${wrapped.expects} | undefined)`,
		async: true,
		wrapped,
		default: default_,
		async "~run"(dataset, config$1) {
			if (dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = await /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/picklist/picklist.ts
/* @__NO_SIDE_EFFECTS__ */
function picklist(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "picklist",
		reference: picklist,
		expects: /* @__PURE__ */ _joinExpects(options.map(_stringify), "|"),
		async: false,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			if (this.options.includes(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/promise/promise.ts
/* @__NO_SIDE_EFFECTS__ */
function promise(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "promise",
		reference: promise,
		expects: "Promise",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value instanceof Promise) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/record/record.ts
/* @__NO_SIDE_EFFECTS__ */
function record(key, value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "record",
		reference: record,
		expects: "Object",
		async: false,
		key,
		value: value$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const entryKey in input) if (/* @__PURE__ */ _isValidObjectKey(input, entryKey)) {
					const entryValue = input[entryKey];
					const keyDataset = this.key["~run"]({ value: entryKey }, config$1);
					if (keyDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "key",
							input,
							key: entryKey,
							value: entryValue
						};
						for (const issue of keyDataset.issues) {
							issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = keyDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					const valueDataset = this.value["~run"]({ value: entryValue }, config$1);
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key: entryKey,
							value: entryValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
					if (keyDataset.typed) dataset.value[keyDataset.value] = valueDataset.value;
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/record/recordAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function recordAsync(key, value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "record",
		reference: recordAsync,
		expects: "Object",
		async: true,
		key,
		value: value$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				const datasets = await Promise.all(Object.entries(input).filter(([key$1]) => /* @__PURE__ */ _isValidObjectKey(input, key$1)).map(([entryKey, entryValue]) => Promise.all([
					entryKey,
					entryValue,
					this.key["~run"]({ value: entryKey }, config$1),
					this.value["~run"]({ value: entryValue }, config$1)
				])));
				for (const [entryKey, entryValue, keyDataset, valueDataset] of datasets) {
					if (keyDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "key",
							input,
							key: entryKey,
							value: entryValue
						};
						for (const issue of keyDataset.issues) {
							issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = keyDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key: entryKey,
							value: entryValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
					if (keyDataset.typed) dataset.value[keyDataset.value] = valueDataset.value;
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/set/set.ts
/* @__NO_SIDE_EFFECTS__ */
function set(value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "set",
		reference: set,
		expects: "Set",
		async: false,
		value: value$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input instanceof Set) {
				dataset.typed = true;
				dataset.value = /* @__PURE__ */ new Set();
				for (const inputValue of input) {
					const valueDataset = this.value["~run"]({ value: inputValue }, config$1);
					if (valueDataset.issues) {
						const pathItem = {
							type: "set",
							origin: "value",
							input,
							key: null,
							value: inputValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value.add(valueDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/set/setAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function setAsync(value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "set",
		reference: setAsync,
		expects: "Set",
		async: true,
		value: value$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input instanceof Set) {
				dataset.typed = true;
				dataset.value = /* @__PURE__ */ new Set();
				const valueDatasets = await Promise.all([...input].map(async (inputValue) => [inputValue, await this.value["~run"]({ value: inputValue }, config$1)]));
				for (const [inputValue, valueDataset] of valueDatasets) {
					if (valueDataset.issues) {
						const pathItem = {
							type: "set",
							origin: "value",
							input,
							key: null,
							value: inputValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value.add(valueDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/strictObject/strictObject.ts
/* @__NO_SIDE_EFFECTS__ */
function strictObject(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "strict_object",
		reference: strictObject,
		expects: "Object",
		async: false,
		entries: entries$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const key in this.entries) {
					const valueSchema = this.entries[key];
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
						const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: value$1
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
								dataset.issues?.push(issue);
							}
							if (!dataset.issues) dataset.issues = valueDataset.issues;
							if (config$1.abortEarly) {
								dataset.typed = false;
								break;
							}
						}
						if (!valueDataset.typed) dataset.typed = false;
						dataset.value[key] = valueDataset.value;
					} else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
					else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
						_addIssue(this, "key", dataset, config$1, {
							input: void 0,
							expected: `"${key}"`,
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						if (config$1.abortEarly) break;
					}
				}
				if (!dataset.issues || !config$1.abortEarly) {
					for (const key in input) if (!Object.prototype.hasOwnProperty.call(this.entries, key)) {
						_addIssue(this, "key", dataset, config$1, {
							input: key,
							expected: "never",
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						break;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/strictObject/strictObjectAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function strictObjectAsync(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "strict_object",
		reference: strictObjectAsync,
		expects: "Object",
		async: true,
		entries: entries$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				const valueDatasets = await Promise.all(Object.entries(this.entries).map(async ([key, valueSchema]) => {
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : await /* @__PURE__ */ getDefault(valueSchema);
						return [
							key,
							value$1,
							valueSchema,
							await valueSchema["~run"]({ value: value$1 }, config$1)
						];
					}
					return [
						key,
						input[key],
						valueSchema,
						null
					];
				}));
				for (const [key, value$1, valueSchema, valueDataset] of valueDatasets) if (valueDataset) {
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value[key] = valueDataset.value;
				} else if (valueSchema.fallback !== void 0) dataset.value[key] = await /* @__PURE__ */ getFallback(valueSchema);
				else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
					_addIssue(this, "key", dataset, config$1, {
						input: void 0,
						expected: `"${key}"`,
						path: [{
							type: "object",
							origin: "key",
							input,
							key,
							value: value$1
						}]
					});
					if (config$1.abortEarly) break;
				}
				if (!dataset.issues || !config$1.abortEarly) {
					for (const key in input) if (!Object.prototype.hasOwnProperty.call(this.entries, key)) {
						_addIssue(this, "key", dataset, config$1, {
							input: key,
							expected: "never",
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						break;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/strictTuple/strictTuple.ts
/* @__NO_SIDE_EFFECTS__ */
function strictTuple(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "strict_tuple",
		reference: strictTuple,
		expects: "Array",
		async: false,
		items,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < this.items.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.items[key]["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
				if (!(dataset.issues && config$1.abortEarly) && this.items.length < input.length) _addIssue(this, "type", dataset, config$1, {
					input: input[this.items.length],
					expected: "never",
					path: [{
						type: "array",
						origin: "value",
						input,
						key: this.items.length,
						value: input[this.items.length]
					}]
				});
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/strictTuple/strictTupleAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function strictTupleAsync(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "strict_tuple",
		reference: strictTupleAsync,
		expects: "Array",
		async: true,
		items,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				const itemDatasets = await Promise.all(this.items.map(async (item, key) => {
					const value$1 = input[key];
					return [
						key,
						value$1,
						await item["~run"]({ value: value$1 }, config$1)
					];
				}));
				for (const [key, value$1, itemDataset] of itemDatasets) {
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
				if (!(dataset.issues && config$1.abortEarly) && this.items.length < input.length) _addIssue(this, "type", dataset, config$1, {
					input: input[this.items.length],
					expected: "never",
					path: [{
						type: "array",
						origin: "value",
						input,
						key: this.items.length,
						value: input[this.items.length]
					}]
				});
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/string/string.ts
/* @__NO_SIDE_EFFECTS__ */
function string(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "string",
		reference: string,
		expects: "string",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "string") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/symbol/symbol.ts
/* @__NO_SIDE_EFFECTS__ */
function symbol(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "symbol",
		reference: symbol,
		expects: "symbol",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "symbol") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/tuple/tuple.ts
/* @__NO_SIDE_EFFECTS__ */
function tuple(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "tuple",
		reference: tuple,
		expects: "Array",
		async: false,
		items,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < this.items.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.items[key]["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/tuple/tupleAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function tupleAsync(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "tuple",
		reference: tupleAsync,
		expects: "Array",
		async: true,
		items,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				const itemDatasets = await Promise.all(this.items.map(async (item, key) => {
					const value$1 = input[key];
					return [
						key,
						value$1,
						await item["~run"]({ value: value$1 }, config$1)
					];
				}));
				for (const [key, value$1, itemDataset] of itemDatasets) {
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/tupleWithRest/tupleWithRest.ts
/* @__NO_SIDE_EFFECTS__ */
function tupleWithRest(items, rest, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "tuple_with_rest",
		reference: tupleWithRest,
		expects: "Array",
		async: false,
		items,
		rest,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < this.items.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.items[key]["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
				if (!dataset.issues || !config$1.abortEarly) for (let key = this.items.length; key < input.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.rest["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/tupleWithRest/tupleWithRestAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function tupleWithRestAsync(items, rest, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "tuple_with_rest",
		reference: tupleWithRestAsync,
		expects: "Array",
		async: true,
		items,
		rest,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				const [normalDatasets, restDatasets] = await Promise.all([Promise.all(this.items.map(async (item, key) => {
					const value$1 = input[key];
					return [
						key,
						value$1,
						await item["~run"]({ value: value$1 }, config$1)
					];
				})), Promise.all(input.slice(this.items.length).map(async (value$1, key) => {
					return [
						key + this.items.length,
						value$1,
						await this.rest["~run"]({ value: value$1 }, config$1)
					];
				}))]);
				for (const [key, value$1, itemDataset] of normalDatasets) {
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
				if (!dataset.issues || !config$1.abortEarly) for (const [key, value$1, itemDataset] of restDatasets) {
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/undefined/undefined.ts
/* @__NO_SIDE_EFFECTS__ */
function undefined_(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "undefined",
		reference: undefined_,
		expects: "undefined",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value === void 0) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/undefinedable/undefinedable.ts
/* @__NO_SIDE_EFFECTS__ */
function undefinedable(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "undefinedable",
		reference: undefinedable,
		expects: `(${wrapped.expects} | undefined)`,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			if (dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/undefinedable/undefinedableAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function undefinedableAsync(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "undefinedable",
		reference: undefinedableAsync,
		expects: `(${wrapped.expects} | undefined)`,
		async: true,
		wrapped,
		default: default_,
		async "~run"(dataset, config$1) {
			if (dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = await /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/union/utils/_subIssues/_subIssues.ts
/**
* Returns the sub issues of the provided datasets for the union issue.
*
* @param datasets The datasets.
*
* @returns The sub issues.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _subIssues(datasets) {
	let issues;
	if (datasets) for (const dataset of datasets) if (issues) for (const issue of dataset.issues) issues.push(issue);
	else issues = dataset.issues;
	return issues;
}

//#endregion
//#region src/schemas/union/union.ts
/* @__NO_SIDE_EFFECTS__ */
function union(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "union",
		reference: union,
		expects: /* @__PURE__ */ _joinExpects(options.map((option) => option.expects), "|"),
		async: false,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			let validDataset;
			let typedDatasets;
			let untypedDatasets;
			for (const schema of this.options) {
				const optionDataset = schema["~run"]({ value: dataset.value }, config$1);
				if (optionDataset.typed) if (optionDataset.issues) if (typedDatasets) typedDatasets.push(optionDataset);
				else typedDatasets = [optionDataset];
				else {
					validDataset = optionDataset;
					break;
				}
				else if (untypedDatasets) untypedDatasets.push(optionDataset);
				else untypedDatasets = [optionDataset];
			}
			if (validDataset) return validDataset;
			if (typedDatasets) {
				if (typedDatasets.length === 1) return typedDatasets[0];
				_addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(typedDatasets) });
				dataset.typed = true;
			} else if (untypedDatasets?.length === 1) return untypedDatasets[0];
			else _addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(untypedDatasets) });
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/union/unionAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function unionAsync(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "union",
		reference: unionAsync,
		expects: /* @__PURE__ */ _joinExpects(options.map((option) => option.expects), "|"),
		async: true,
		options,
		message: message$1,
		async "~run"(dataset, config$1) {
			let validDataset;
			let typedDatasets;
			let untypedDatasets;
			for (const schema of this.options) {
				const optionDataset = await schema["~run"]({ value: dataset.value }, config$1);
				if (optionDataset.typed) if (optionDataset.issues) if (typedDatasets) typedDatasets.push(optionDataset);
				else typedDatasets = [optionDataset];
				else {
					validDataset = optionDataset;
					break;
				}
				else if (untypedDatasets) untypedDatasets.push(optionDataset);
				else untypedDatasets = [optionDataset];
			}
			if (validDataset) return validDataset;
			if (typedDatasets) {
				if (typedDatasets.length === 1) return typedDatasets[0];
				_addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(typedDatasets) });
				dataset.typed = true;
			} else if (untypedDatasets?.length === 1) return untypedDatasets[0];
			else _addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(untypedDatasets) });
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/unknown/unknown.ts
/**
* Creates a unknown schema.
*
* @returns A unknown schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function unknown() {
	return _standardSchema({
		kind: "schema",
		type: "unknown",
		reference: unknown,
		expects: "unknown",
		async: false,
		"~run"(dataset) {
			dataset.typed = true;
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/variant/variant.ts
/* @__NO_SIDE_EFFECTS__ */
function variant(key, options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "variant",
		reference: variant,
		expects: "Object",
		async: false,
		key,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				let outputDataset;
				let maxDiscriminatorPriority = 0;
				let invalidDiscriminatorKey = this.key;
				let expectedDiscriminators = [];
				const parseOptions = (variant$1, allKeys) => {
					for (const schema of variant$1.options) {
						if (schema.type === "variant") parseOptions(schema, new Set(allKeys).add(schema.key));
						else {
							let keysAreValid = true;
							let currentPriority = 0;
							for (const currentKey of allKeys) {
								const discriminatorSchema = schema.entries[currentKey];
								if (currentKey in input ? discriminatorSchema["~run"]({
									typed: false,
									value: input[currentKey]
								}, ABORT_EARLY_CONFIG).issues : discriminatorSchema.type !== "exact_optional" && discriminatorSchema.type !== "optional" && discriminatorSchema.type !== "nullish") {
									keysAreValid = false;
									if (invalidDiscriminatorKey !== currentKey && (maxDiscriminatorPriority < currentPriority || maxDiscriminatorPriority === currentPriority && currentKey in input && !(invalidDiscriminatorKey in input))) {
										maxDiscriminatorPriority = currentPriority;
										invalidDiscriminatorKey = currentKey;
										expectedDiscriminators = [];
									}
									if (invalidDiscriminatorKey === currentKey) expectedDiscriminators.push(schema.entries[currentKey].expects);
									break;
								}
								currentPriority++;
							}
							if (keysAreValid) {
								const optionDataset = schema["~run"]({ value: input }, config$1);
								if (!outputDataset || !outputDataset.typed && optionDataset.typed) outputDataset = optionDataset;
							}
						}
						if (outputDataset && !outputDataset.issues) break;
					}
				};
				parseOptions(this, new Set([this.key]));
				if (outputDataset) return outputDataset;
				_addIssue(this, "type", dataset, config$1, {
					input: input[invalidDiscriminatorKey],
					expected: /* @__PURE__ */ _joinExpects(expectedDiscriminators, "|"),
					path: [{
						type: "object",
						origin: "value",
						input,
						key: invalidDiscriminatorKey,
						value: input[invalidDiscriminatorKey]
					}]
				});
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/variant/variantAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function variantAsync(key, options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "variant",
		reference: variantAsync,
		expects: "Object",
		async: true,
		key,
		options,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				let outputDataset;
				let maxDiscriminatorPriority = 0;
				let invalidDiscriminatorKey = this.key;
				let expectedDiscriminators = [];
				const parseOptions = async (variant$1, allKeys) => {
					for (const schema of variant$1.options) {
						if (schema.type === "variant") await parseOptions(schema, new Set(allKeys).add(schema.key));
						else {
							let keysAreValid = true;
							let currentPriority = 0;
							for (const currentKey of allKeys) {
								const discriminatorSchema = schema.entries[currentKey];
								if (currentKey in input ? (await discriminatorSchema["~run"]({
									typed: false,
									value: input[currentKey]
								}, ABORT_EARLY_CONFIG)).issues : discriminatorSchema.type !== "exact_optional" && discriminatorSchema.type !== "optional" && discriminatorSchema.type !== "nullish") {
									keysAreValid = false;
									if (invalidDiscriminatorKey !== currentKey && (maxDiscriminatorPriority < currentPriority || maxDiscriminatorPriority === currentPriority && currentKey in input && !(invalidDiscriminatorKey in input))) {
										maxDiscriminatorPriority = currentPriority;
										invalidDiscriminatorKey = currentKey;
										expectedDiscriminators = [];
									}
									if (invalidDiscriminatorKey === currentKey) expectedDiscriminators.push(schema.entries[currentKey].expects);
									break;
								}
								currentPriority++;
							}
							if (keysAreValid) {
								const optionDataset = await schema["~run"]({ value: input }, config$1);
								if (!outputDataset || !outputDataset.typed && optionDataset.typed) outputDataset = optionDataset;
							}
						}
						if (outputDataset && !outputDataset.issues) break;
					}
				};
				await parseOptions(this, new Set([this.key]));
				if (outputDataset) return outputDataset;
				_addIssue(this, "type", dataset, config$1, {
					input: input[invalidDiscriminatorKey],
					expected: /* @__PURE__ */ _joinExpects(expectedDiscriminators, "|"),
					path: [{
						type: "object",
						origin: "value",
						input,
						key: invalidDiscriminatorKey,
						value: input[invalidDiscriminatorKey]
					}]
				});
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/void/void.ts
/* @__NO_SIDE_EFFECTS__ */
function void_(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "void",
		reference: void_,
		expects: "void",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value === void 0) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/methods/keyof/keyof.ts
/* @__NO_SIDE_EFFECTS__ */
function keyof(schema, message$1) {
	return /* @__PURE__ */ picklist(Object.keys(schema.entries), message$1);
}

//#endregion
//#region src/methods/message/message.ts
/**
* Changes the local message configuration of a schema.
*
* @param schema The schema to configure.
* @param message_ The error message.
*
* @returns The configured schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function message(schema, message_) {
	return _standardSchema({
		...schema,
		"~run"(dataset, config$1) {
			return schema["~run"](dataset, {
				...config$1,
				message: message_
			});
		}
	});
}

//#endregion
//#region src/methods/omit/omit.ts
/**
* Creates a modified copy of an object schema that does not contain the
* selected entries.
*
* @param schema The schema to omit from.
* @param keys The selected entries.
*
* @returns An object schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function omit(schema, keys) {
	const entries$1 = { ...schema.entries };
	for (const key of keys) delete entries$1[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/parse/parse.ts
/**
* Parses an unknown input based on a schema.
*
* @param schema The schema to be used.
* @param input The input to be parsed.
* @param config The parse configuration.
*
* @returns The parsed input.
*/
function parse(schema, input, config$1) {
	const dataset = schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
	if (dataset.issues) throw new ValiError(dataset.issues);
	return dataset.value;
}

//#endregion
//#region src/methods/parse/parseAsync.ts
/**
* Parses an unknown input based on a schema.
*
* @param schema The schema to be used.
* @param input The input to be parsed.
* @param config The parse configuration.
*
* @returns The parsed input.
*/
async function parseAsync(schema, input, config$1) {
	const dataset = await schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
	if (dataset.issues) throw new ValiError(dataset.issues);
	return dataset.value;
}

//#endregion
//#region src/methods/parser/parser.ts
/* @__NO_SIDE_EFFECTS__ */
function parser(schema, config$1) {
	const func = (input) => parse(schema, input, config$1);
	func.schema = schema;
	func.config = config$1;
	return func;
}

//#endregion
//#region src/methods/parser/parserAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function parserAsync(schema, config$1) {
	const func = (input) => parseAsync(schema, input, config$1);
	func.schema = schema;
	func.config = config$1;
	return func;
}

//#endregion
//#region src/methods/partial/partial.ts
/* @__NO_SIDE_EFFECTS__ */
function partial(schema, keys) {
	const entries$1 = {};
	for (const key in schema.entries) entries$1[key] = !keys || keys.includes(key) ? /* @__PURE__ */ optional(schema.entries[key]) : schema.entries[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/partial/partialAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function partialAsync(schema, keys) {
	const entries$1 = {};
	for (const key in schema.entries) entries$1[key] = !keys || keys.includes(key) ? /* @__PURE__ */ optionalAsync(schema.entries[key]) : schema.entries[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/pick/pick.ts
/**
* Creates a modified copy of an object schema that contains only the selected
* entries.
*
* @param schema The schema to pick from.
* @param keys The selected entries.
*
* @returns An object schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function pick(schema, keys) {
	const entries$1 = {};
	for (const key of keys) entries$1[key] = schema.entries[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/pipe/pipe.ts
/* @__NO_SIDE_EFFECTS__ */
function pipe(...pipe$1) {
	return _standardSchema({
		...pipe$1[0],
		pipe: pipe$1,
		"~run"(dataset, config$1) {
			for (const item of pipe$1) if (item.kind !== "metadata") {
				if (dataset.issues && (item.kind === "schema" || item.kind === "transformation")) {
					dataset.typed = false;
					break;
				}
				if (!dataset.issues || !config$1.abortEarly && !config$1.abortPipeEarly) dataset = item["~run"](dataset, config$1);
			}
			return dataset;
		}
	});
}

//#endregion
//#region src/methods/pipe/pipeAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function pipeAsync(...pipe$1) {
	return _standardSchema({
		...pipe$1[0],
		pipe: pipe$1,
		async: true,
		async "~run"(dataset, config$1) {
			for (const item of pipe$1) if (item.kind !== "metadata") {
				if (dataset.issues && (item.kind === "schema" || item.kind === "transformation")) {
					dataset.typed = false;
					break;
				}
				if (!dataset.issues || !config$1.abortEarly && !config$1.abortPipeEarly) dataset = await item["~run"](dataset, config$1);
			}
			return dataset;
		}
	});
}

//#endregion
//#region src/methods/required/required.ts
/* @__NO_SIDE_EFFECTS__ */
function required(schema, arg2, arg3) {
	const keys = Array.isArray(arg2) ? arg2 : void 0;
	const message$1 = Array.isArray(arg2) ? arg3 : arg2;
	const entries$1 = {};
	for (const key in schema.entries) entries$1[key] = !keys || keys.includes(key) ? /* @__PURE__ */ nonOptional(schema.entries[key], message$1) : schema.entries[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/required/requiredAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function requiredAsync(schema, arg2, arg3) {
	const keys = Array.isArray(arg2) ? arg2 : void 0;
	const message$1 = Array.isArray(arg2) ? arg3 : arg2;
	const entries$1 = {};
	for (const key in schema.entries) entries$1[key] = !keys || keys.includes(key) ? /* @__PURE__ */ nonOptionalAsync(schema.entries[key], message$1) : schema.entries[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/safeParse/safeParse.ts
/**
* Parses an unknown input based on a schema.
*
* @param schema The schema to be used.
* @param input The input to be parsed.
* @param config The parse configuration.
*
* @returns The parse result.
*/
/* @__NO_SIDE_EFFECTS__ */
function safeParse(schema, input, config$1) {
	const dataset = schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
	return {
		typed: dataset.typed,
		success: !dataset.issues,
		output: dataset.value,
		issues: dataset.issues
	};
}

//#endregion
//#region src/methods/safeParse/safeParseAsync.ts
/**
* Parses an unknown input based on a schema.
*
* @param schema The schema to be used.
* @param input The input to be parsed.
* @param config The parse configuration.
*
* @returns The parse result.
*/
/* @__NO_SIDE_EFFECTS__ */
async function safeParseAsync(schema, input, config$1) {
	const dataset = await schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
	return {
		typed: dataset.typed,
		success: !dataset.issues,
		output: dataset.value,
		issues: dataset.issues
	};
}

//#endregion
//#region src/methods/safeParser/safeParser.ts
/* @__NO_SIDE_EFFECTS__ */
function safeParser(schema, config$1) {
	const func = (input) => /* @__PURE__ */ safeParse(schema, input, config$1);
	func.schema = schema;
	func.config = config$1;
	return func;
}

//#endregion
//#region src/methods/safeParser/safeParserAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function safeParserAsync(schema, config$1) {
	const func = (input) => /* @__PURE__ */ safeParseAsync(schema, input, config$1);
	func.schema = schema;
	func.config = config$1;
	return func;
}

//#endregion
//#region src/methods/summarize/summarize.ts
/**
* Summarize the error messages of issues in a pretty-printable multi-line string.
*
* @param issues The list of issues.
*
* @returns A summary of the issues.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function summarize(issues) {
	let summary = "";
	for (const issue of issues) {
		if (summary) summary += "\n";
		summary += `× ${issue.message}`;
		const dotPath = /* @__PURE__ */ getDotPath(issue);
		if (dotPath) summary += `\n  → at ${dotPath}`;
	}
	return summary;
}

//#endregion
//#region src/methods/unwrap/unwrap.ts
/**
* Unwraps the wrapped schema.
*
* @param schema The schema to be unwrapped.
*
* @returns The unwrapped schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function unwrap(schema) {
	return schema.wrapped;
}

//#endregion

;// CONCATENATED MODULE: ./build/js/http/json.js
/**
 * @param redact applied to every string in the value, after parsing, so that no escape hides a
 * secret.
 * @returns the value; undefined if the text is not JSON.
 */
function json_parseJson(text, redact) {
    const clean = (_, value) => (typeof value === 'string' ? redact(value) : value);
    try {
        return { value: JSON.parse(text, clean) };
    }
    catch {
        return undefined;
    }
}
function kindOfText(text) {
    const start = text.trimStart().charAt(0);
    if (start === '')
        return 'empty';
    if (start === '<')
        return 'web-page';
    return (start === '{' || start === '[') && isBrokenOff(text) ? 'broken-off' : 'other';
}
/** Whether a string or a bracket is still open at the end. */
function isBrokenOff(text) {
    let open = 0;
    let isInString = false;
    for (let index = 0; index < text.length; index += 1) {
        const character = text.charAt(index);
        if (character === '"')
            isInString = !isInString;
        else if (isInString)
            index += character === '\\' ? 1 : 0;
        else if (character === '{' || character === '[')
            open += 1;
        else if (character === '}' || character === ']')
            open -= 1;
    }
    return isInString || open > 0;
}

;// CONCATENATED MODULE: ./build/js/http/no-reply.js
/** What a request without a reply means, for either endpoint. */
/**
 * @param lenient whether a refused certificate or a proxy's 407 is only a failure, because the
 * endpoint has worked before.
 */
function ofNoReply({ problem }, endpoint, lenient = false) {
    if (problem.type === 'interrupted')
        return { kind: 'interrupted' };
    const isFinal = problem.type === 'certificate' || problem.type === 'proxy-auth';
    if (isFinal && !lenient)
        return { kind: 'refused', endpoint, cause: problem };
    const busy = problem.type === 'proxy-status' && isBusy(problem.status);
    return { kind: 'failed', endpoint, cause: problem, reached: busy ? 'busy' : 'nothing' };
}
/** Whether a status has nothing to do with the request and passes by itself. */
function isBusy(status) {
    return status === 408 || status === 429 || status >= 500;
}

;// CONCATENATED MODULE: ./build/js/util/text.js
/**
 * Makes text from outside (a server, the author of a workflow) safe to print, to quote and to
 * render.
 */
/** The longest quotation of such text in a log line, a reason or a table cell, in characters. */
const LONGEST_QUOTE = 200;
/**
 * Turns text into one printable line. Control characters, line separators and invisible or
 * direction-changing marks become spaces; lone surrogates become U+FFFD. `##[`, which the runner
 * takes for a command anywhere in a line, and a leading `::` are broken up.
 * @param longest the most characters (code points) kept; an ellipsis marks a cut.
 */
function printable(text, longest = LONGEST_QUOTE) {
    // Cut a megabyte of text before working on it; twice the limit leaves room for surrogate pairs.
    const start = text.slice(0, longest * 2 + 2).toWellFormed();
    const line = start
        .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
        .replaceAll('##[', '# #[')
        .trim()
        .replace(/^::/, ': :');
    const characters = Array.from(line);
    const cut = characters.length > longest || start.length < text.length;
    return cut ? `${characters.slice(0, longest).join('')}…` : line;
}
/** The text as a quotation in a sentence: printable, short, in double quotes. */
function quote(text) {
    return `"${printable(text, 60)}"`;
}
/** The first seven digits of a commit's SHA, as Git shows it; any other text as it is. */
function shortSha(text) {
    return /^[\da-f]{40}$/i.test(text) ? text.slice(0, 7) : text;
}
/** For example `known vulnerabilities` from `knownVulnerability`, for more than one. */
function countable(count, camelCase) {
    const words = camelCase.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
    if (count === 1)
        return words;
    if (/[^aeiou]y$/.test(words))
        return `${words.slice(0, -1)}ies`;
    return /(?:s|x|ch|sh)$/.test(words) ? `${words}es` : `${words}s`;
}
/** For example `1 commit` or `2 commits`. @param noun in the singular. */
function amountOf(count, noun) {
    return `${count} ${countable(count, noun)}`;
}
/** The text with a capital first letter. */
function capitalize(text) {
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
/**
 * Turns text into inert Markdown for a table cell or a paragraph: no Markdown, HTML, mention or
 * link renders. Punctuation becomes entities; a zero-width space breaks up what GitHub links even
 * then (`@`, `://`, `www`, and `#7` and `GH-7`, which also leave a trace in that issue).
 */
function escapeMarkdown(text) {
    return text
        .replace(/@|:\/\/|www(?=\.)|(?:#|GH-)(?=\d)/gi, '$&\u200b')
        .replace(/[!-/:-@[-`{-~]/g, (character) => `&#${character.charCodeAt(0)};`);
}
/**
 * Writes a time in UTC, for example `2026-01-26 15:30:01 UTC`.
 * @param ms milliseconds since the epoch, within the range of a Date.
 */
function formatUtc(ms) {
    return `${new Date(ms).toISOString().slice(0, -5).replace('T', ' ')} UTC`;
}
/** Whether two words are the same in any case, as GitHub compares names, logins and SHAs. */
function isSameWord(one, other) {
    return one?.toLowerCase() === other?.toLowerCase();
}
/** A word without its case, spaces and marks: people and platforms spell one word in several ways. */
function fold(word) {
    return word.toLowerCase().replace(/[\s_-]/g, '');
}
/** Writes a number of bytes in decimal units, as disks are sold: `1.3 GB`, `42 MB`, `512 B`. */
function formatBytes(bytes) {
    const [power, unit] = UNITS.findLast(([least]) => bytes >= least) ?? SMALLEST;
    const value = bytes / power;
    return `${value < 9.95 && power > 1 ? value.toFixed(1) : value.toFixed(0)} ${unit}`;
}
const SMALLEST = [1, 'B'];
const UNITS = [SMALLEST, [1e3, 'kB'], [1e6, 'MB'], [1e9, 'GB']];

;// CONCATENATED MODULE: ./build/js/credentials/github-id-token.js
/**
 * ID tokens of the job: with such a token, GitHub attests which repository, branch and environment
 * the job belongs to (docs.github.com, OpenID Connect reference).
 */





/** An ID token is a few kilobytes. */
const MAX_BYTES = 1024 * 1024;
/** @returns undefined if GitHub gave this job no endpoint: it may not request ID tokens. */
function idTokenEndpoint(env) {
    const url = env['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '';
    const requestToken = env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] ?? '';
    return url === '' || requestToken === '' ? undefined : { url, requestToken };
}
/**
 * Requests one ID token at a time. `getIDToken` of @actions/core takes no signal and tries ten
 * times, so the request is our own. Anything but a token is a failure that may be temporary.
 */
function idTokenIssuer({ url, requestToken }, http) {
    return {
        async request(audience, limits) {
            const reply = await http({
                // The URL has a query already.
                url: `${url}&audience=${encodeURIComponent(audience)}`,
                headers: { accept: 'application/json', authorization: `Bearer ${requestToken}` },
                maxBytes: MAX_BYTES,
                ...limits,
            });
            return reply.kind === 'reply' ? readIdToken(reply) : github_id_token_ofNoReply(reply);
        },
        secrets: [requestToken],
    };
}
/** Even a refused certificate may be temporary: the address is GitHub's own, not an input. */
function github_id_token_ofNoReply({ problem }) {
    return problem.type === 'interrupted' ? { kind: 'interrupted' } : failed(problem, 'nothing');
}
const answerSchema = object({
    // Three parts of base64url (RFC 7515, 7.1).
    value: pipe(string(), regex(/^[\w-]+\.[\w-]+\.[\w-]+$/)),
});
function readIdToken({ status, body, retryAfterMs }) {
    if (status !== 200) {
        const reached = isBusy(status) ? 'busy' : 'unclear';
        return failed({ type: 'http-status', status, message: undefined }, reached, retryAfterMs);
    }
    if (!body.ok)
        return failed(body.problem, 'nothing', retryAfterMs);
    const parsed = safeParse(answerSchema, json_parseJson(body.text, (text) => text)?.value);
    return parsed.success
        ? { kind: 'id-token', ...parsed.output, ...claimsOf(parsed.output.value) }
        : failed({ type: 'no-id-token', status }, 'unclear', retryAfterMs);
}
function failed(cause, reached, retryAfterMs) {
    return { kind: 'failed', endpoint: 'id-token', cause, reached, retryAfterMs };
}
/** The longest claim that is quoted, in characters; a customized `sub` has many parts. */
const LONGEST_CLAIM = 500;
const claim = pipe(string(), transform((text) => printable(text, LONGEST_CLAIM)));
const maybeClaim = fallback(optional(claim), undefined);
const claimsSchema = object({ sub: maybeClaim, iss: maybeClaim });
/** The claims are not verified, so they are for advice only. */
function claimsOf(token) {
    try {
        const { sub: subject, iss: issuer } = parse(claimsSchema, jwtDecode(token));
        return { subject, issuer };
    }
    catch {
        return { subject: undefined, issuer: undefined };
    }
}

;// CONCATENATED MODULE: ./build/js/github/connection.js
/**
 * One request to GitHub, on top of octokit: no answer is a value, and every request has a time
 * limit and a signal. Octokit goes through the runner's proxy like everything else.
 */

/**
 * Loads octokit: most steps never need it. Makes no request yet.
 * @param baseUrl the address of GitHub's REST API.
 */
async function connectToGitHub(token, baseUrl) {
    const { getOctokit } = await __nccwpck_require__.e(/* import() */ 413).then(__nccwpck_require__.bind(__nccwpck_require__, 413));
    const octokit = getOctokit(token, { baseUrl });
    const send = (route, parameters, limits) => bounded(limits, async (signal) => {
        const request = { signal, log: SILENT };
        const { status, headers, data } = await octokit.request(route, { ...parameters, request });
        return { kind: 'response', status, headers: headers, data };
    });
    return {
        rest: send,
        // Not `octokit.graphql`, which drops the headers, and throws what came with an error.
        graphql: (query, variables, limits) => send('POST /graphql', { baseUrl: graphqlBase(baseUrl), query, variables }, limits),
    };
}
/** GitHub Enterprise Server has REST below `/api/v3` and GraphQL below `/api`. */
function graphqlBase(baseUrl) {
    return baseUrl.replace(/\/api\/v3\/?$/, '/api');
}
/**
 * Octokit reports a deprecated endpoint on stderr, which does not belong in the log of a workflow.
 */
const nothing = () => undefined;
const SILENT = { debug: nothing, info: nothing, warn: nothing, error: nothing };
/** A race, not only a signal: behind a silent proxy nothing else ever rejects. */
async function bounded({ limitMs, signal }, send) {
    if (signal.aborted)
        return STOPPED;
    const abort = new AbortController();
    const { promise: ended, resolve: end } = Promise.withResolvers();
    const tooSlow = { kind: 'no-response', problem: { type: 'too-slow', limitMs } };
    const timer = setTimeout(() => end(tooSlow), limitMs);
    const stop = () => end(STOPPED);
    signal.addEventListener('abort', stop, { once: true });
    try {
        return await Promise.race([ended, send(abort.signal).catch(replyOf)]);
    }
    finally {
        clearTimeout(timer);
        signal.removeEventListener('abort', stop);
        abort.abort();
    }
}
const STOPPED = { kind: 'no-response', problem: { type: 'stopped' } };
/** Octokit throws on an error status, with the response; other errors come from the network. */
function replyOf(error) {
    const { response, message } = error;
    if (response === undefined)
        return {
            kind: 'no-response',
            problem: { type: 'network', message: printable(String(message)) },
        };
    const { status, headers, data } = response;
    return { kind: 'response', status, headers, data };
}

;// CONCATENATED MODULE: ./build/js/github/missing-credential.js
/**
 * Why there is no credential: GitHub withholds secrets and ID tokens from some runs, and the step
 * sees only that there are none.
 */
/**
 * Finds out why. Loads the package `@actions/github` only when needed: it reads the event's file
 * while it loads, and throws if that is not JSON.
 * @param input the empty one, or `oidc` if there are no ID tokens.
 * @returns a clause with the cause and the fix; undefined if GitHub withheld nothing, as far as we
 * know.
 */
async function whyCredentialIsMissing(input) {
    const { context } = await __nccwpck_require__.e(/* import() */ 413).then(__nccwpck_require__.bind(__nccwpck_require__, 413)).catch(() => ({ context: undefined }));
    // `pull_request_target` has secrets, so an empty one was forgotten.
    if (context === undefined || context.eventName === 'pull_request_target')
        return undefined;
    // Dependabot may request ID tokens like any other actor.
    if (context.actor === 'dependabot[bot]' && input !== 'oidc')
        return ('is empty: Dependabot started this run, and GitHub gives such runs only Dependabot ' +
            'secrets, so add the credential there');
    const pullRequest = context.payload.pull_request;
    const head = pullRequest?.['head']?.repo?.full_name;
    const base = context.payload.repository?.full_name;
    // The repository of a deleted fork is null.
    if (pullRequest === undefined || head === base)
        return undefined;
    const [lack, what] = input === 'oidc' ? ['does not work here', 'ID tokens'] : ['is empty', 'secrets'];
    return (`${lack}: this pull request comes from a fork, and GitHub gives such runs no ${what}, ` +
        'so scan after the merge or from a branch of this repository');
}

;// CONCATENATED MODULE: ./build/js/github/run-base.js
/** What a run's commit is based on, as far as the event says. */

const sha = pipe(string(), nonEmpty());
const run_base_name = fallback(optional(string(), ''), '');
/** The part of an event's pull request that we use. */
const pullRequest = object({
    head: object({ sha }),
    base: object({ sha, ref: run_base_name }),
});
const workflowRun = object({
    event: run_base_name,
    head_sha: sha,
    head_branch: run_base_name,
    pull_requests: fallback(array(object({ base: object({ sha, ref: run_base_name }) })), []),
});
const eventSchema = object({
    pull_request: nullish(unknown()),
    merge_group: nullish(unknown()),
    workflow_run: nullish(unknown()),
});
const mergeGroup = object({ base_sha: sha, base_ref: run_base_name });
/**
 * @param payload the event.
 * @param runSha GITHUB_SHA.
 * @param ref GITHUB_REF, such as `refs/heads/main`.
 */
function baseOf(payload, runSha, ref) {
    const event = parse(fallback(eventSchema, {}), payload);
    if (event.pull_request != null)
        return ofPullRequest(event.pull_request, runSha);
    if (event.merge_group != null)
        return ofMergeGroup(event.merge_group);
    if (event.workflow_run != null)
        return ofWorkflowRun(event.workflow_run);
    const branch = ref.startsWith('refs/tags/') ? '' : branchOf(ref);
    return { branch, start: { kind: 'parent', of: runSha } };
}
function ofPullRequest(given, mergeSha) {
    const parsed = safeParse(pullRequest, given);
    if (!parsed.success)
        return UNKNOWN;
    const { head, base } = parsed.output;
    const shas = { mergeSha, headSha: head.sha, baseSha: base.sha };
    return { branch: base.ref, start: { kind: 'merge', ...shas } };
}
function ofMergeGroup(given) {
    const parsed = safeParse(mergeGroup, given);
    if (!parsed.success)
        return UNKNOWN;
    const { base_ref: ref, base_sha: sha } = parsed.output;
    return { branch: branchOf(ref), start: { kind: 'commit', sha } };
}
/**
 * The parent of a pull request's head may be the pull request's own commit, whose findings would
 * excuse themselves. GitHub names no pull request if it comes from a fork.
 */
function ofWorkflowRun(given) {
    const parsed = safeParse(workflowRun, given);
    if (!parsed.success)
        return UNKNOWN;
    const { event, head_sha: of, head_branch: branch, pull_requests } = parsed.output;
    if (!event.startsWith('pull_request'))
        return { branch, start: { kind: 'parent', of } };
    const [first, ...others] = pull_requests.map(({ base }) => base);
    if (first === undefined || others.some(({ sha }) => sha !== first.sha))
        return UNKNOWN;
    return { branch: first.ref, start: { kind: 'commit', sha: first.sha } };
}
/**
 * The base of a commit that was found in two places. A pull request knows it better than a branch
 * does; two pull requests with different bases leave none, whatever is found later.
 */
function commonBase(one, other) {
    if (one.start.kind === 'unknown' || other.start.kind === 'unknown')
        return UNKNOWN;
    if (other.start.kind !== 'commit')
        return one;
    if (one.start.kind !== 'commit')
        return other;
    return one.start.sha === other.start.sha ? one : UNKNOWN;
}
const UNKNOWN = { branch: '', start: { kind: 'unknown' } };
function branchOf(ref) {
    return ref.replace(/^refs\/heads\//, '');
}

;// CONCATENATED MODULE: ./build/js/github/run.js
/** The run that this step belongs to, and the commit that its status is about. */

function triggerOf(env) {
    return { event: env['GITHUB_EVENT_NAME'] ?? '', ref: env['GITHUB_REF'] ?? '' };
}
/**
 * Events that are not about a commit (docs.github.com, events that trigger workflows): GITHUB_SHA is
 * the newest commit of the default branch then, which is not what is being scanned.
 */
const WITHOUT_COMMIT = new Set([
    'branch_protection_rule',
    'check_run',
    'check_suite',
    'delete',
    'discussion',
    'discussion_comment',
    'fork',
    'gollum',
    'image_version',
    'issue_comment',
    'issues',
    'label',
    'milestone',
    'page_build',
    'project',
    'project_card',
    'project_column',
    'public',
    'status',
    'watch',
]);
/** Why a sweep would never find a commit status of this run; undefined if it would. */
function hiddenCommit({ event, ref }) {
    if (WITHOUT_COMMIT.has(event))
        return 'event';
    return ref.startsWith('refs/tags/') ? 'tag' : undefined;
}
/** The page of one attempt of a run. @param repositoryUrl the page of the repository. */
function attemptUrl(repositoryUrl, runId, attempt) {
    return `${repositoryUrl}/actions/runs/${runId}/attempts/${attempt}`;
}
/**
 * Loads @actions/github, whose context reads the event's file as it loads.
 * @throws if that file is not JSON, or the runner's variables are missing.
 */
async function readRun() {
    const { context } = await __nccwpck_require__.e(/* import() */ 413).then(__nccwpck_require__.bind(__nccwpck_require__, 413));
    const { owner, repo } = context.repo;
    const { runId, serverUrl, payload, sha, ref } = context;
    if (owner === '' || repo === '' || Number.isNaN(runId))
        throw new Error('GITHUB_REPOSITORY or GITHUB_RUN_ID is missing');
    const attempt = Number.isNaN(context.runAttempt) ? 1 : context.runAttempt;
    return {
        owner,
        repo,
        runId: `${runId}`,
        attempt: `${attempt}`,
        pageUrl: attemptUrl(`${serverUrl}/${owner}/${repo}`, `${runId}`, `${attempt}`),
        apiUrl: context.apiUrl,
        commit: commitOf(payload, sha),
        base: baseOf(payload, sha, `${ref ?? ''}`),
    };
}
/**
 * In a pull request, GITHUB_SHA is a merge commit that nobody looks at; in `pull_request_target`,
 * it is the commit of the base branch, and in `workflow_run` that of the default branch.
 */
function commitOf(payload, sha) {
    const [ofEvent] = PATHS.flatMap(([of, ...path]) => {
        const found = textAt(payload, ...path);
        return found === undefined ? [] : [{ sha: found, of }];
    });
    return ofEvent ?? { sha, of: 'workflow' };
}
const PATHS = [
    ['pull request', 'pull_request', 'head', 'sha'],
    ['merge group', 'merge_group', 'head_sha'],
    ['triggering workflow', 'workflow_run', 'head_sha'],
];
function textAt(value, ...path) {
    const found = path.reduce((inner, key) => inner?.[key], value);
    return typeof found === 'string' ? found : undefined;
}

// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function utils_toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function utils_toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_.EOL);
}
function command_issue(name, message = '') {
    command_issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(896);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_.appendFileSync(filePath, `${utils_toCommandValue(message)}${external_os_.EOL}`, {
        encoding: 'utf8'
    });
}
function file_command_prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
    const convertedValue = utils_toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");
// EXTERNAL MODULE: external "http"
var external_http_ = __nccwpck_require__(611);
var external_http_namespaceObject = /*#__PURE__*/__nccwpck_require__.t(external_http_, 2);
// EXTERNAL MODULE: external "https"
var external_https_ = __nccwpck_require__(692);
var external_https_namespaceObject = /*#__PURE__*/__nccwpck_require__.t(external_https_, 2);
;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/proxy.js
function getProxyUrl(reqUrl) {
    const usingSsl = reqUrl.protocol === 'https:';
    if (checkBypass(reqUrl)) {
        return undefined;
    }
    const proxyVar = (() => {
        if (usingSsl) {
            return process.env['https_proxy'] || process.env['HTTPS_PROXY'];
        }
        else {
            return process.env['http_proxy'] || process.env['HTTP_PROXY'];
        }
    })();
    if (proxyVar) {
        try {
            return new DecodedURL(proxyVar);
        }
        catch (_a) {
            if (!proxyVar.startsWith('http://') && !proxyVar.startsWith('https://'))
                return new DecodedURL(`http://${proxyVar}`);
        }
    }
    else {
        return undefined;
    }
}
function checkBypass(reqUrl) {
    if (!reqUrl.hostname) {
        return false;
    }
    const reqHost = reqUrl.hostname;
    if (isLoopbackAddress(reqHost)) {
        return true;
    }
    const noProxy = process.env['no_proxy'] || process.env['NO_PROXY'] || '';
    if (!noProxy) {
        return false;
    }
    // Determine the request port
    let reqPort;
    if (reqUrl.port) {
        reqPort = Number(reqUrl.port);
    }
    else if (reqUrl.protocol === 'http:') {
        reqPort = 80;
    }
    else if (reqUrl.protocol === 'https:') {
        reqPort = 443;
    }
    // Format the request hostname and hostname with port
    const upperReqHosts = [reqUrl.hostname.toUpperCase()];
    if (typeof reqPort === 'number') {
        upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`);
    }
    // Compare request host against noproxy
    for (const upperNoProxyItem of noProxy
        .split(',')
        .map(x => x.trim().toUpperCase())
        .filter(x => x)) {
        if (upperNoProxyItem === '*' ||
            upperReqHosts.some(x => x === upperNoProxyItem ||
                x.endsWith(`.${upperNoProxyItem}`) ||
                (upperNoProxyItem.startsWith('.') &&
                    x.endsWith(`${upperNoProxyItem}`)))) {
            return true;
        }
    }
    return false;
}
function isLoopbackAddress(host) {
    const hostLower = host.toLowerCase();
    return (hostLower === 'localhost' ||
        hostLower.startsWith('127.') ||
        hostLower.startsWith('[::1]') ||
        hostLower.startsWith('[0:0:0:0:0:0:0:1]'));
}
class DecodedURL extends URL {
    constructor(url, base) {
        super(url, base);
        this._decodedUsername = decodeURIComponent(super.username);
        this._decodedPassword = decodeURIComponent(super.password);
    }
    get username() {
        return this._decodedUsername;
    }
    get password() {
        return this._decodedPassword;
    }
}
//# sourceMappingURL=proxy.js.map
// EXTERNAL MODULE: ./node_modules/tunnel/index.js
var tunnel = __nccwpck_require__(770);
// EXTERNAL MODULE: external "./lazy-undici.js"
var external_lazy_undici_js_ = __nccwpck_require__(171);
;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/index.js
/* eslint-disable @typescript-eslint/no-explicit-any */
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};





var HttpCodes;
(function (HttpCodes) {
    HttpCodes[HttpCodes["OK"] = 200] = "OK";
    HttpCodes[HttpCodes["MultipleChoices"] = 300] = "MultipleChoices";
    HttpCodes[HttpCodes["MovedPermanently"] = 301] = "MovedPermanently";
    HttpCodes[HttpCodes["ResourceMoved"] = 302] = "ResourceMoved";
    HttpCodes[HttpCodes["SeeOther"] = 303] = "SeeOther";
    HttpCodes[HttpCodes["NotModified"] = 304] = "NotModified";
    HttpCodes[HttpCodes["UseProxy"] = 305] = "UseProxy";
    HttpCodes[HttpCodes["SwitchProxy"] = 306] = "SwitchProxy";
    HttpCodes[HttpCodes["TemporaryRedirect"] = 307] = "TemporaryRedirect";
    HttpCodes[HttpCodes["PermanentRedirect"] = 308] = "PermanentRedirect";
    HttpCodes[HttpCodes["BadRequest"] = 400] = "BadRequest";
    HttpCodes[HttpCodes["Unauthorized"] = 401] = "Unauthorized";
    HttpCodes[HttpCodes["PaymentRequired"] = 402] = "PaymentRequired";
    HttpCodes[HttpCodes["Forbidden"] = 403] = "Forbidden";
    HttpCodes[HttpCodes["NotFound"] = 404] = "NotFound";
    HttpCodes[HttpCodes["MethodNotAllowed"] = 405] = "MethodNotAllowed";
    HttpCodes[HttpCodes["NotAcceptable"] = 406] = "NotAcceptable";
    HttpCodes[HttpCodes["ProxyAuthenticationRequired"] = 407] = "ProxyAuthenticationRequired";
    HttpCodes[HttpCodes["RequestTimeout"] = 408] = "RequestTimeout";
    HttpCodes[HttpCodes["Conflict"] = 409] = "Conflict";
    HttpCodes[HttpCodes["Gone"] = 410] = "Gone";
    HttpCodes[HttpCodes["TooManyRequests"] = 429] = "TooManyRequests";
    HttpCodes[HttpCodes["InternalServerError"] = 500] = "InternalServerError";
    HttpCodes[HttpCodes["NotImplemented"] = 501] = "NotImplemented";
    HttpCodes[HttpCodes["BadGateway"] = 502] = "BadGateway";
    HttpCodes[HttpCodes["ServiceUnavailable"] = 503] = "ServiceUnavailable";
    HttpCodes[HttpCodes["GatewayTimeout"] = 504] = "GatewayTimeout";
})(HttpCodes || (HttpCodes = {}));
var Headers;
(function (Headers) {
    Headers["Accept"] = "accept";
    Headers["ContentType"] = "content-type";
})(Headers || (Headers = {}));
var MediaTypes;
(function (MediaTypes) {
    MediaTypes["ApplicationJson"] = "application/json";
})(MediaTypes || (MediaTypes = {}));
/**
 * Returns the proxy URL, depending upon the supplied url and proxy environment variables.
 * @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
 */
function lib_getProxyUrl(serverUrl) {
    const proxyUrl = pm.getProxyUrl(new URL(serverUrl));
    return proxyUrl ? proxyUrl.href : '';
}
const HttpRedirectCodes = [
    HttpCodes.MovedPermanently,
    HttpCodes.ResourceMoved,
    HttpCodes.SeeOther,
    HttpCodes.TemporaryRedirect,
    HttpCodes.PermanentRedirect
];
const HttpResponseRetryCodes = [
    HttpCodes.BadGateway,
    HttpCodes.ServiceUnavailable,
    HttpCodes.GatewayTimeout
];
const RetryableHttpVerbs = ['OPTIONS', 'GET', 'DELETE', 'HEAD'];
const ExponentialBackoffCeiling = 10;
const ExponentialBackoffTimeSlice = 5;
class HttpClientError extends Error {
    constructor(message, statusCode) {
        super(message);
        this.name = 'HttpClientError';
        this.statusCode = statusCode;
        Object.setPrototypeOf(this, HttpClientError.prototype);
    }
}
class HttpClientResponse {
    constructor(message) {
        this.message = message;
    }
    readBody() {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve) => __awaiter(this, void 0, void 0, function* () {
                let output = Buffer.alloc(0);
                this.message.on('data', (chunk) => {
                    output = Buffer.concat([output, chunk]);
                });
                this.message.on('end', () => {
                    resolve(output.toString());
                });
            }));
        });
    }
    readBodyBuffer() {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve) => __awaiter(this, void 0, void 0, function* () {
                const chunks = [];
                this.message.on('data', (chunk) => {
                    chunks.push(chunk);
                });
                this.message.on('end', () => {
                    resolve(Buffer.concat(chunks));
                });
            }));
        });
    }
}
function isHttps(requestUrl) {
    const parsedUrl = new URL(requestUrl);
    return parsedUrl.protocol === 'https:';
}
class lib_HttpClient {
    constructor(userAgent, handlers, requestOptions) {
        this._ignoreSslError = false;
        this._allowRedirects = true;
        this._allowRedirectDowngrade = false;
        this._maxRedirects = 50;
        this._allowRetries = false;
        this._maxRetries = 1;
        this._keepAlive = false;
        this._disposed = false;
        this.userAgent = this._getUserAgentWithOrchestrationId(userAgent);
        this.handlers = handlers || [];
        this.requestOptions = requestOptions;
        if (requestOptions) {
            if (requestOptions.ignoreSslError != null) {
                this._ignoreSslError = requestOptions.ignoreSslError;
            }
            this._socketTimeout = requestOptions.socketTimeout;
            if (requestOptions.allowRedirects != null) {
                this._allowRedirects = requestOptions.allowRedirects;
            }
            if (requestOptions.allowRedirectDowngrade != null) {
                this._allowRedirectDowngrade = requestOptions.allowRedirectDowngrade;
            }
            if (requestOptions.maxRedirects != null) {
                this._maxRedirects = Math.max(requestOptions.maxRedirects, 0);
            }
            if (requestOptions.keepAlive != null) {
                this._keepAlive = requestOptions.keepAlive;
            }
            if (requestOptions.allowRetries != null) {
                this._allowRetries = requestOptions.allowRetries;
            }
            if (requestOptions.maxRetries != null) {
                this._maxRetries = requestOptions.maxRetries;
            }
        }
    }
    options(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('OPTIONS', requestUrl, null, additionalHeaders || {});
        });
    }
    get(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('GET', requestUrl, null, additionalHeaders || {});
        });
    }
    del(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('DELETE', requestUrl, null, additionalHeaders || {});
        });
    }
    post(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('POST', requestUrl, data, additionalHeaders || {});
        });
    }
    patch(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('PATCH', requestUrl, data, additionalHeaders || {});
        });
    }
    put(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('PUT', requestUrl, data, additionalHeaders || {});
        });
    }
    head(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('HEAD', requestUrl, null, additionalHeaders || {});
        });
    }
    sendStream(verb, requestUrl, stream, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request(verb, requestUrl, stream, additionalHeaders);
        });
    }
    /**
     * Gets a typed object from an endpoint
     * Be aware that not found returns a null.  Other errors (4xx, 5xx) reject the promise
     */
    getJson(requestUrl_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, additionalHeaders = {}) {
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            const res = yield this.get(requestUrl, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    postJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.post(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    putJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.put(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    patchJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.patch(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    /**
     * Makes a raw http request.
     * All other methods such as get, post, patch, and request ultimately call this.
     * Prefer get, del, post and patch
     */
    request(verb, requestUrl, data, headers) {
        return __awaiter(this, void 0, void 0, function* () {
            if (this._disposed) {
                throw new Error('Client has already been disposed.');
            }
            const parsedUrl = new URL(requestUrl);
            let info = this._prepareRequest(verb, parsedUrl, headers);
            // Only perform retries on reads since writes may not be idempotent.
            const maxTries = this._allowRetries && RetryableHttpVerbs.includes(verb)
                ? this._maxRetries + 1
                : 1;
            let numTries = 0;
            let response;
            do {
                response = yield this.requestRaw(info, data);
                // Check if it's an authentication challenge
                if (response &&
                    response.message &&
                    response.message.statusCode === HttpCodes.Unauthorized) {
                    let authenticationHandler;
                    for (const handler of this.handlers) {
                        if (handler.canHandleAuthentication(response)) {
                            authenticationHandler = handler;
                            break;
                        }
                    }
                    if (authenticationHandler) {
                        return authenticationHandler.handleAuthentication(this, info, data);
                    }
                    else {
                        // We have received an unauthorized response but have no handlers to handle it.
                        // Let the response return to the caller.
                        return response;
                    }
                }
                let redirectsRemaining = this._maxRedirects;
                while (response.message.statusCode &&
                    HttpRedirectCodes.includes(response.message.statusCode) &&
                    this._allowRedirects &&
                    redirectsRemaining > 0) {
                    const redirectUrl = response.message.headers['location'];
                    if (!redirectUrl) {
                        // if there's no location to redirect to, we won't
                        break;
                    }
                    const parsedRedirectUrl = new URL(redirectUrl);
                    if (parsedUrl.protocol === 'https:' &&
                        parsedUrl.protocol !== parsedRedirectUrl.protocol &&
                        !this._allowRedirectDowngrade) {
                        throw new Error('Redirect from HTTPS to HTTP protocol. This downgrade is not allowed for security reasons. If you want to allow this behavior, set the allowRedirectDowngrade option to true.');
                    }
                    // we need to finish reading the response before reassigning response
                    // which will leak the open socket.
                    yield response.readBody();
                    // strip authorization header if redirected to a different hostname
                    if (parsedRedirectUrl.hostname !== parsedUrl.hostname) {
                        for (const header in headers) {
                            // header names are case insensitive
                            if (header.toLowerCase() === 'authorization') {
                                delete headers[header];
                            }
                        }
                    }
                    // let's make the request with the new redirectUrl
                    info = this._prepareRequest(verb, parsedRedirectUrl, headers);
                    response = yield this.requestRaw(info, data);
                    redirectsRemaining--;
                }
                if (!response.message.statusCode ||
                    !HttpResponseRetryCodes.includes(response.message.statusCode)) {
                    // If not a retry code, return immediately instead of retrying
                    return response;
                }
                numTries += 1;
                if (numTries < maxTries) {
                    yield response.readBody();
                    yield this._performExponentialBackoff(numTries);
                }
            } while (numTries < maxTries);
            return response;
        });
    }
    /**
     * Needs to be called if keepAlive is set to true in request options.
     */
    dispose() {
        if (this._agent) {
            this._agent.destroy();
        }
        this._disposed = true;
    }
    /**
     * Raw request.
     * @param info
     * @param data
     */
    requestRaw(info, data) {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve, reject) => {
                function callbackForResult(err, res) {
                    if (err) {
                        reject(err);
                    }
                    else if (!res) {
                        // If `err` is not passed, then `res` must be passed.
                        reject(new Error('Unknown error'));
                    }
                    else {
                        resolve(res);
                    }
                }
                this.requestRawWithCallback(info, data, callbackForResult);
            });
        });
    }
    /**
     * Raw request with callback.
     * @param info
     * @param data
     * @param onResult
     */
    requestRawWithCallback(info, data, onResult) {
        if (typeof data === 'string') {
            if (!info.options.headers) {
                info.options.headers = {};
            }
            info.options.headers['Content-Length'] = Buffer.byteLength(data, 'utf8');
        }
        let callbackCalled = false;
        function handleResult(err, res) {
            if (!callbackCalled) {
                callbackCalled = true;
                onResult(err, res);
            }
        }
        const req = info.httpModule.request(info.options, (msg) => {
            const res = new HttpClientResponse(msg);
            handleResult(undefined, res);
        });
        let socket;
        req.on('socket', sock => {
            socket = sock;
        });
        // If we ever get disconnected, we want the socket to timeout eventually
        req.setTimeout(this._socketTimeout || 3 * 60000, () => {
            if (socket) {
                socket.end();
            }
            handleResult(new Error(`Request timeout: ${info.options.path}`));
        });
        req.on('error', function (err) {
            // err has statusCode property
            // res should have headers
            handleResult(err);
        });
        if (data && typeof data === 'string') {
            req.write(data, 'utf8');
        }
        if (data && typeof data !== 'string') {
            data.on('close', function () {
                req.end();
            });
            data.pipe(req);
        }
        else {
            req.end();
        }
    }
    /**
     * Gets an http agent. This function is useful when you need an http agent that handles
     * routing through a proxy server - depending upon the url and proxy environment variables.
     * @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
     */
    getAgent(serverUrl) {
        const parsedUrl = new URL(serverUrl);
        return this._getAgent(parsedUrl);
    }
    getAgentDispatcher(serverUrl) {
        const parsedUrl = new URL(serverUrl);
        const proxyUrl = getProxyUrl(parsedUrl);
        const useProxy = proxyUrl && proxyUrl.hostname;
        if (!useProxy) {
            return;
        }
        return this._getProxyAgentDispatcher(parsedUrl, proxyUrl);
    }
    _prepareRequest(method, requestUrl, headers) {
        const info = {};
        info.parsedUrl = requestUrl;
        const usingSsl = info.parsedUrl.protocol === 'https:';
        info.httpModule = usingSsl ? external_https_namespaceObject : external_http_namespaceObject;
        const defaultPort = usingSsl ? 443 : 80;
        info.options = {};
        info.options.host = info.parsedUrl.hostname;
        info.options.port = info.parsedUrl.port
            ? parseInt(info.parsedUrl.port)
            : defaultPort;
        info.options.path =
            (info.parsedUrl.pathname || '') + (info.parsedUrl.search || '');
        info.options.method = method;
        info.options.headers = this._mergeHeaders(headers);
        if (this.userAgent != null) {
            info.options.headers['user-agent'] = this.userAgent;
        }
        info.options.agent = this._getAgent(info.parsedUrl);
        // gives handlers an opportunity to participate
        if (this.handlers) {
            for (const handler of this.handlers) {
                handler.prepareRequest(info.options);
            }
        }
        return info;
    }
    _mergeHeaders(headers) {
        if (this.requestOptions && this.requestOptions.headers) {
            return Object.assign({}, lowercaseKeys(this.requestOptions.headers), lowercaseKeys(headers || {}));
        }
        return lowercaseKeys(headers || {});
    }
    /**
     * Gets an existing header value or returns a default.
     * Handles converting number header values to strings since HTTP headers must be strings.
     * Note: This returns string | string[] since some headers can have multiple values.
     * For headers that must always be a single string (like Content-Type), use the
     * specialized _getExistingOrDefaultContentTypeHeader method instead.
     */
    _getExistingOrDefaultHeader(additionalHeaders, header, _default) {
        let clientHeader;
        if (this.requestOptions && this.requestOptions.headers) {
            const headerValue = lowercaseKeys(this.requestOptions.headers)[header];
            if (headerValue) {
                clientHeader =
                    typeof headerValue === 'number' ? headerValue.toString() : headerValue;
            }
        }
        const additionalValue = additionalHeaders[header];
        if (additionalValue !== undefined) {
            return typeof additionalValue === 'number'
                ? additionalValue.toString()
                : additionalValue;
        }
        if (clientHeader !== undefined) {
            return clientHeader;
        }
        return _default;
    }
    /**
     * Specialized version of _getExistingOrDefaultHeader for Content-Type header.
     * Always returns a single string (not an array) since Content-Type should be a single value.
     * Converts arrays to comma-separated strings and numbers to strings to ensure type safety.
     * This was split from _getExistingOrDefaultHeader to provide stricter typing for callers
     * that assign the result to places expecting a string (e.g., additionalHeaders[Headers.ContentType]).
     */
    _getExistingOrDefaultContentTypeHeader(additionalHeaders, _default) {
        let clientHeader;
        if (this.requestOptions && this.requestOptions.headers) {
            const headerValue = lowercaseKeys(this.requestOptions.headers)[Headers.ContentType];
            if (headerValue) {
                if (typeof headerValue === 'number') {
                    clientHeader = String(headerValue);
                }
                else if (Array.isArray(headerValue)) {
                    clientHeader = headerValue.join(', ');
                }
                else {
                    clientHeader = headerValue;
                }
            }
        }
        const additionalValue = additionalHeaders[Headers.ContentType];
        // Return the first non-undefined value, converting numbers or arrays to strings if necessary
        if (additionalValue !== undefined) {
            if (typeof additionalValue === 'number') {
                return String(additionalValue);
            }
            else if (Array.isArray(additionalValue)) {
                return additionalValue.join(', ');
            }
            else {
                return additionalValue;
            }
        }
        if (clientHeader !== undefined) {
            return clientHeader;
        }
        return _default;
    }
    _getAgent(parsedUrl) {
        let agent;
        const proxyUrl = getProxyUrl(parsedUrl);
        const useProxy = proxyUrl && proxyUrl.hostname;
        if (this._keepAlive && useProxy) {
            agent = this._proxyAgent;
        }
        if (!useProxy) {
            agent = this._agent;
        }
        // if agent is already assigned use that agent.
        if (agent) {
            return agent;
        }
        const usingSsl = parsedUrl.protocol === 'https:';
        let maxSockets = 100;
        if (this.requestOptions) {
            maxSockets = this.requestOptions.maxSockets || external_http_.globalAgent.maxSockets;
        }
        // This is `useProxy` again, but we need to check `proxyURl` directly for TypeScripts's flow analysis.
        if (proxyUrl && proxyUrl.hostname) {
            const agentOptions = {
                maxSockets,
                keepAlive: this._keepAlive,
                proxy: Object.assign(Object.assign({}, ((proxyUrl.username || proxyUrl.password) && {
                    proxyAuth: `${proxyUrl.username}:${proxyUrl.password}`
                })), { host: proxyUrl.hostname, port: proxyUrl.port })
            };
            let tunnelAgent;
            const overHttps = proxyUrl.protocol === 'https:';
            if (usingSsl) {
                tunnelAgent = overHttps ? tunnel.httpsOverHttps : tunnel.httpsOverHttp;
            }
            else {
                tunnelAgent = overHttps ? tunnel.httpOverHttps : tunnel.httpOverHttp;
            }
            agent = tunnelAgent(agentOptions);
            this._proxyAgent = agent;
        }
        // if tunneling agent isn't assigned create a new agent
        if (!agent) {
            const options = { keepAlive: this._keepAlive, maxSockets };
            agent = usingSsl ? new external_https_.Agent(options) : new external_http_.Agent(options);
            this._agent = agent;
        }
        if (usingSsl && this._ignoreSslError) {
            // we don't want to set NODE_TLS_REJECT_UNAUTHORIZED=0 since that will affect request for entire process
            // http.RequestOptions doesn't expose a way to modify RequestOptions.agent.options
            // we have to cast it to any and change it directly
            agent.options = Object.assign(agent.options || {}, {
                rejectUnauthorized: false
            });
        }
        return agent;
    }
    _getProxyAgentDispatcher(parsedUrl, proxyUrl) {
        let proxyAgent;
        if (this._keepAlive) {
            proxyAgent = this._proxyAgentDispatcher;
        }
        // if agent is already assigned use that agent.
        if (proxyAgent) {
            return proxyAgent;
        }
        const usingSsl = parsedUrl.protocol === 'https:';
        proxyAgent = new external_lazy_undici_js_.ProxyAgent(Object.assign({ uri: proxyUrl.href, pipelining: !this._keepAlive ? 0 : 1 }, ((proxyUrl.username || proxyUrl.password) && {
            token: `Basic ${Buffer.from(`${proxyUrl.username}:${proxyUrl.password}`).toString('base64')}`
        })));
        this._proxyAgentDispatcher = proxyAgent;
        if (usingSsl && this._ignoreSslError) {
            // we don't want to set NODE_TLS_REJECT_UNAUTHORIZED=0 since that will affect request for entire process
            // http.RequestOptions doesn't expose a way to modify RequestOptions.agent.options
            // we have to cast it to any and change it directly
            proxyAgent.options = Object.assign(proxyAgent.options.requestTls || {}, {
                rejectUnauthorized: false
            });
        }
        return proxyAgent;
    }
    _getUserAgentWithOrchestrationId(userAgent) {
        const baseUserAgent = userAgent || 'actions/http-client';
        const orchId = process.env['ACTIONS_ORCHESTRATION_ID'];
        if (orchId) {
            // Sanitize the orchestration ID to ensure it contains only valid characters
            // Valid characters: 0-9, a-z, _, -, .
            const sanitizedId = orchId.replace(/[^a-z0-9_.-]/gi, '_');
            return `${baseUserAgent} actions_orchestration_id/${sanitizedId}`;
        }
        return baseUserAgent;
    }
    _performExponentialBackoff(retryNumber) {
        return __awaiter(this, void 0, void 0, function* () {
            retryNumber = Math.min(ExponentialBackoffCeiling, retryNumber);
            const ms = ExponentialBackoffTimeSlice * Math.pow(2, retryNumber);
            return new Promise(resolve => setTimeout(() => resolve(), ms));
        });
    }
    _processResponse(res, options) {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve, reject) => __awaiter(this, void 0, void 0, function* () {
                const statusCode = res.message.statusCode || 0;
                const response = {
                    statusCode,
                    result: null,
                    headers: {}
                };
                // not found leads to null obj returned
                if (statusCode === HttpCodes.NotFound) {
                    resolve(response);
                }
                // get the result from the body
                function dateTimeDeserializer(key, value) {
                    if (typeof value === 'string') {
                        const a = new Date(value);
                        if (!isNaN(a.valueOf())) {
                            return a;
                        }
                    }
                    return value;
                }
                let obj;
                let contents;
                try {
                    contents = yield res.readBody();
                    if (contents && contents.length > 0) {
                        if (options && options.deserializeDates) {
                            obj = JSON.parse(contents, dateTimeDeserializer);
                        }
                        else {
                            obj = JSON.parse(contents);
                        }
                        response.result = obj;
                    }
                    response.headers = res.message.headers;
                }
                catch (err) {
                    // Invalid resource (contents not json);  leaving result obj null
                }
                // note that 3xx redirects are handled by the http layer.
                if (statusCode > 299) {
                    let msg;
                    // if exception/error in body, attempt to get better error
                    if (obj && obj.message) {
                        msg = obj.message;
                    }
                    else if (contents && contents.length > 0) {
                        // it may be the case that the exception is in the body message as string
                        msg = contents;
                    }
                    else {
                        msg = `Failed request: (${statusCode})`;
                    }
                    const err = new HttpClientError(msg, statusCode);
                    err.result = response.result;
                    reject(err);
                }
                else {
                    resolve(response);
                }
            }));
        });
    }
}
const lowercaseKeys = (obj) => Object.keys(obj).reduce((c, k) => ((c[k.toLowerCase()] = obj[k]), c), {});
//# sourceMappingURL=index.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/auth.js
var auth_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};
class BasicCredentialHandler {
    constructor(username, password) {
        this.username = username;
        this.password = password;
    }
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Basic ${Buffer.from(`${this.username}:${this.password}`).toString('base64')}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return auth_awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
class auth_BearerCredentialHandler {
    constructor(token) {
        this.token = token;
    }
    // currently implements pre-authorization
    // TODO: support preAuth = false where it hooks on 401
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Bearer ${this.token}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return auth_awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
class PersonalAccessTokenCredentialHandler {
    constructor(token) {
        this.token = token;
    }
    // currently implements pre-authorization
    // TODO: support preAuth = false where it hooks on 401
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Basic ${Buffer.from(`PAT:${this.token}`).toString('base64')}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return auth_awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
//# sourceMappingURL=auth.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/oidc-utils.js
var oidc_utils_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



class oidc_utils_OidcClient {
    static createHttpClient(allowRetry = true, maxRetry = 10) {
        const requestOptions = {
            allowRetries: allowRetry,
            maxRetries: maxRetry
        };
        return new HttpClient('actions/oidc-client', [new BearerCredentialHandler(oidc_utils_OidcClient.getRequestToken())], requestOptions);
    }
    static getRequestToken() {
        const token = process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
        if (!token) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_TOKEN env variable');
        }
        return token;
    }
    static getIDTokenUrl() {
        const runtimeUrl = process.env['ACTIONS_ID_TOKEN_REQUEST_URL'];
        if (!runtimeUrl) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable');
        }
        return runtimeUrl;
    }
    static getCall(id_token_url) {
        return oidc_utils_awaiter(this, void 0, void 0, function* () {
            var _a;
            const httpclient = oidc_utils_OidcClient.createHttpClient();
            const res = yield httpclient
                .getJson(id_token_url)
                .catch(error => {
                throw new Error(`Failed to get ID Token. \n 
        Error Code : ${error.statusCode}\n 
        Error Message: ${error.message}`);
            });
            const id_token = (_a = res.result) === null || _a === void 0 ? void 0 : _a.value;
            if (!id_token) {
                throw new Error('Response json body do not have ID Token field');
            }
            return id_token;
        });
    }
    static getIDToken(audience) {
        return oidc_utils_awaiter(this, void 0, void 0, function* () {
            try {
                // New ID Token is requested from action service
                let id_token_url = oidc_utils_OidcClient.getIDTokenUrl();
                if (audience) {
                    const encodedAudience = encodeURIComponent(audience);
                    id_token_url = `${id_token_url}&audience=${encodedAudience}`;
                }
                debug(`ID token url is ${id_token_url}`);
                const id_token = yield oidc_utils_OidcClient.getCall(id_token_url);
                setSecret(id_token);
                return id_token;
            }
            catch (error) {
                throw new Error(`Error message: ${error.message}`);
            }
        });
    }
}
//# sourceMappingURL=oidc-utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/summary.js
var summary_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { access, appendFile, writeFile } = external_fs_.promises;
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    /**
     * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
     * Also checks r/w permissions.
     *
     * @returns step summary file path
     */
    filePath() {
        return summary_awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, external_fs_.constants.R_OK | external_fs_.constants.W_OK);
            }
            catch (_a) {
                throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
            }
            this._filePath = pathFromEnv;
            return this._filePath;
        });
    }
    /**
     * Wraps content in an HTML tag, adding any HTML attributes
     *
     * @param {string} tag HTML tag to wrap
     * @param {string | null} content content within the tag
     * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
     *
     * @returns {string} content wrapped in HTML element
     */
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    /**
     * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
     *
     * @param {SummaryWriteOptions} [options] (optional) options for write operation
     *
     * @returns {Promise<Summary>} summary instance
     */
    write(options) {
        return summary_awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    /**
     * Clears the summary buffer and wipes the summary file
     *
     * @returns {Summary} summary instance
     */
    clear() {
        return summary_awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    /**
     * Returns the current summary buffer as a string
     *
     * @returns {string} string of summary buffer
     */
    stringify() {
        return this._buffer;
    }
    /**
     * If the summary buffer is empty
     *
     * @returns {boolen} true if the buffer is empty
     */
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    /**
     * Resets the summary buffer without writing to summary file
     *
     * @returns {Summary} summary instance
     */
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    /**
     * Adds raw text to the summary buffer
     *
     * @param {string} text content to add
     * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
     *
     * @returns {Summary} summary instance
     */
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    /**
     * Adds the operating system-specific end-of-line marker to the buffer
     *
     * @returns {Summary} summary instance
     */
    addEOL() {
        return this.addRaw(external_os_.EOL);
    }
    /**
     * Adds an HTML codeblock to the summary buffer
     *
     * @param {string} code content to render within fenced code block
     * @param {string} lang (optional) language to syntax highlight code
     *
     * @returns {Summary} summary instance
     */
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML list to the summary buffer
     *
     * @param {string[]} items list of items to render
     * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
     *
     * @returns {Summary} summary instance
     */
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML table to the summary buffer
     *
     * @param {SummaryTableCell[]} rows table rows
     *
     * @returns {Summary} summary instance
     */
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds a collapsable HTML details element to the summary buffer
     *
     * @param {string} label text for the closed state
     * @param {string} content collapsable content
     *
     * @returns {Summary} summary instance
     */
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML image tag to the summary buffer
     *
     * @param {string} src path to the image you to embed
     * @param {string} alt text description of the image
     * @param {SummaryImageOptions} options (optional) addition image attributes
     *
     * @returns {Summary} summary instance
     */
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML section heading element
     *
     * @param {string} text heading text
     * @param {number | string} [level=1] (optional) the heading level, default: 1
     *
     * @returns {Summary} summary instance
     */
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML thematic break (<hr>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML line break (<br>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML blockquote to the summary buffer
     *
     * @param {string} text quote text
     * @param {string} cite (optional) citation url
     *
     * @returns {Summary} summary instance
     */
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML anchor tag to the summary buffer
     *
     * @param {string} text link text/content
     * @param {string} href hyperlink
     *
     * @returns {Summary} summary instance
     */
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
/**
 * @deprecated use `core.summary`
 */
const markdownSummary = (/* unused pure expression or super */ null && (_summary));
const summary = _summary;
//# sourceMappingURL=summary.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/path-utils.js

/**
 * toPosixPath converts the given path to the posix form. On Windows, \\ will be
 * replaced with /.
 *
 * @param pth. Path to transform.
 * @return string Posix path.
 */
function toPosixPath(pth) {
    return pth.replace(/[\\]/g, '/');
}
/**
 * toWin32Path converts the given path to the win32 form. On Linux, / will be
 * replaced with \\.
 *
 * @param pth. Path to transform.
 * @return string Win32 path.
 */
function toWin32Path(pth) {
    return pth.replace(/[/]/g, '\\');
}
/**
 * toPlatformPath converts the given path to a platform-specific path. It does
 * this by replacing instances of / and \ with the platform-specific path
 * separator.
 *
 * @param pth The path to platformize.
 * @return string The platform-specific path.
 */
function toPlatformPath(pth) {
    return pth.replace(/[/\\]/g, path.sep);
}
//# sourceMappingURL=path-utils.js.map
;// CONCATENATED MODULE: external "string_decoder"
const external_string_decoder_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");
// EXTERNAL MODULE: external "events"
var external_events_ = __nccwpck_require__(434);
;// CONCATENATED MODULE: external "child_process"
const external_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");
// EXTERNAL MODULE: external "assert"
var external_assert_ = __nccwpck_require__(613);
;// CONCATENATED MODULE: ./node_modules/@actions/io/lib/io-util.js
var io_util_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { chmod, copyFile, lstat, mkdir, open: io_util_open, readdir, rename, rm, rmdir, stat, symlink, unlink } = external_fs_.promises;
// export const {open} = 'fs'
const IS_WINDOWS = process.platform === 'win32';
/**
 * Custom implementation of readlink to ensure Windows junctions
 * maintain trailing backslash for backward compatibility with Node.js < 24
 *
 * In Node.js 20, Windows junctions (directory symlinks) always returned paths
 * with trailing backslashes. Node.js 24 removed this behavior, which breaks
 * code that relied on this format for path operations.
 *
 * This implementation restores the Node 20 behavior by adding a trailing
 * backslash to all junction results on Windows.
 */
function readlink(fsPath) {
    return io_util_awaiter(this, void 0, void 0, function* () {
        const result = yield fs.promises.readlink(fsPath);
        // On Windows, restore Node 20 behavior: add trailing backslash to all results
        // since junctions on Windows are always directory links
        if (IS_WINDOWS && !result.endsWith('\\')) {
            return `${result}\\`;
        }
        return result;
    });
}
// See https://github.com/nodejs/node/blob/d0153aee367422d0858105abec186da4dff0a0c5/deps/uv/include/uv/win.h#L691
const UV_FS_O_EXLOCK = 0x10000000;
const READONLY = external_fs_.constants.O_RDONLY;
function exists(fsPath) {
    return io_util_awaiter(this, void 0, void 0, function* () {
        try {
            yield stat(fsPath);
        }
        catch (err) {
            if (err.code === 'ENOENT') {
                return false;
            }
            throw err;
        }
        return true;
    });
}
function isDirectory(fsPath_1) {
    return io_util_awaiter(this, arguments, void 0, function* (fsPath, useStat = false) {
        const stats = useStat ? yield stat(fsPath) : yield lstat(fsPath);
        return stats.isDirectory();
    });
}
/**
 * On OSX/Linux, true if path starts with '/'. On Windows, true for paths like:
 * \, \hello, \\hello\share, C:, and C:\hello (and corresponding alternate separator cases).
 */
function isRooted(p) {
    p = normalizeSeparators(p);
    if (!p) {
        throw new Error('isRooted() parameter "p" cannot be empty');
    }
    if (IS_WINDOWS) {
        return (p.startsWith('\\') || /^[A-Z]:/i.test(p) // e.g. \ or \hello or \\hello
        ); // e.g. C: or C:\hello
    }
    return p.startsWith('/');
}
/**
 * Best effort attempt to determine whether a file exists and is executable.
 * @param filePath    file path to check
 * @param extensions  additional file extensions to try
 * @return if file exists and is executable, returns the file path. otherwise empty string.
 */
function tryGetExecutablePath(filePath, extensions) {
    return io_util_awaiter(this, void 0, void 0, function* () {
        let stats = undefined;
        try {
            // test file exists
            stats = yield stat(filePath);
        }
        catch (err) {
            if (err.code !== 'ENOENT') {
                // eslint-disable-next-line no-console
                console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
            }
        }
        if (stats && stats.isFile()) {
            if (IS_WINDOWS) {
                // on Windows, test for valid extension
                const upperExt = external_path_namespaceObject.extname(filePath).toUpperCase();
                if (extensions.some(validExt => validExt.toUpperCase() === upperExt)) {
                    return filePath;
                }
            }
            else {
                if (isUnixExecutable(stats)) {
                    return filePath;
                }
            }
        }
        // try each extension
        const originalFilePath = filePath;
        for (const extension of extensions) {
            filePath = originalFilePath + extension;
            stats = undefined;
            try {
                stats = yield stat(filePath);
            }
            catch (err) {
                if (err.code !== 'ENOENT') {
                    // eslint-disable-next-line no-console
                    console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
                }
            }
            if (stats && stats.isFile()) {
                if (IS_WINDOWS) {
                    // preserve the case of the actual file (since an extension was appended)
                    try {
                        const directory = external_path_namespaceObject.dirname(filePath);
                        const upperName = external_path_namespaceObject.basename(filePath).toUpperCase();
                        for (const actualName of yield readdir(directory)) {
                            if (upperName === actualName.toUpperCase()) {
                                filePath = external_path_namespaceObject.join(directory, actualName);
                                break;
                            }
                        }
                    }
                    catch (err) {
                        // eslint-disable-next-line no-console
                        console.log(`Unexpected error attempting to determine the actual case of the file '${filePath}': ${err}`);
                    }
                    return filePath;
                }
                else {
                    if (isUnixExecutable(stats)) {
                        return filePath;
                    }
                }
            }
        }
        return '';
    });
}
function normalizeSeparators(p) {
    p = p || '';
    if (IS_WINDOWS) {
        // convert slashes on Windows
        p = p.replace(/\//g, '\\');
        // remove redundant slashes
        return p.replace(/\\\\+/g, '\\');
    }
    // remove redundant slashes
    return p.replace(/\/\/+/g, '/');
}
// on Mac/Linux, test the execute bit
//     R   W  X  R  W X R W X
//   256 128 64 32 16 8 4 2 1
function isUnixExecutable(stats) {
    return ((stats.mode & 1) > 0 ||
        ((stats.mode & 8) > 0 &&
            process.getgid !== undefined &&
            stats.gid === process.getgid()) ||
        ((stats.mode & 64) > 0 &&
            process.getuid !== undefined &&
            stats.uid === process.getuid()));
}
// Get the path of cmd.exe in windows
function getCmdPath() {
    var _a;
    return (_a = process.env['COMSPEC']) !== null && _a !== void 0 ? _a : `cmd.exe`;
}
//# sourceMappingURL=io-util.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/io/lib/io.js
var io_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



/**
 * Copies a file or folder.
 * Based off of shelljs - https://github.com/shelljs/shelljs/blob/9237f66c52e5daa40458f94f9565e18e8132f5a6/src/cp.js
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See CopyOptions.
 */
function cp(source_1, dest_1) {
    return io_awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        const { force, recursive, copySourceDirectory } = readCopyOptions(options);
        const destStat = (yield ioUtil.exists(dest)) ? yield ioUtil.stat(dest) : null;
        // Dest is an existing file, but not forcing
        if (destStat && destStat.isFile() && !force) {
            return;
        }
        // If dest is an existing directory, should copy inside.
        const newDest = destStat && destStat.isDirectory() && copySourceDirectory
            ? path.join(dest, path.basename(source))
            : dest;
        if (!(yield ioUtil.exists(source))) {
            throw new Error(`no such file or directory: ${source}`);
        }
        const sourceStat = yield ioUtil.stat(source);
        if (sourceStat.isDirectory()) {
            if (!recursive) {
                throw new Error(`Failed to copy. ${source} is a directory, but tried to copy without recursive flag.`);
            }
            else {
                yield cpDirRecursive(source, newDest, 0, force);
            }
        }
        else {
            if (path.relative(source, newDest) === '') {
                // a file cannot be copied to itself
                throw new Error(`'${newDest}' and '${source}' are the same file`);
            }
            yield io_copyFile(source, newDest, force);
        }
    });
}
/**
 * Moves a path.
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See MoveOptions.
 */
function mv(source_1, dest_1) {
    return io_awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        if (yield ioUtil.exists(dest)) {
            let destExists = true;
            if (yield ioUtil.isDirectory(dest)) {
                // If dest is directory copy src into dest
                dest = path.join(dest, path.basename(source));
                destExists = yield ioUtil.exists(dest);
            }
            if (destExists) {
                if (options.force == null || options.force) {
                    yield rmRF(dest);
                }
                else {
                    throw new Error('Destination already exists');
                }
            }
        }
        yield mkdirP(path.dirname(dest));
        yield ioUtil.rename(source, dest);
    });
}
/**
 * Remove a path recursively with force
 *
 * @param inputPath path to remove
 */
function rmRF(inputPath) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (ioUtil.IS_WINDOWS) {
            // Check for invalid characters
            // https://docs.microsoft.com/en-us/windows/win32/fileio/naming-a-file
            if (/[*"<>|]/.test(inputPath)) {
                throw new Error('File path must not contain `*`, `"`, `<`, `>` or `|` on Windows');
            }
        }
        try {
            // note if path does not exist, error is silent
            yield ioUtil.rm(inputPath, {
                force: true,
                maxRetries: 3,
                recursive: true,
                retryDelay: 300
            });
        }
        catch (err) {
            throw new Error(`File was unable to be removed ${err}`);
        }
    });
}
/**
 * Make a directory.  Creates the full path with folders in between
 * Will throw if it fails
 *
 * @param   fsPath        path to create
 * @returns Promise<void>
 */
function mkdirP(fsPath) {
    return io_awaiter(this, void 0, void 0, function* () {
        ok(fsPath, 'a path argument must be provided');
        yield ioUtil.mkdir(fsPath, { recursive: true });
    });
}
/**
 * Returns path of a tool had the tool actually been invoked.  Resolves via paths.
 * If you check and the tool does not exist, it will throw.
 *
 * @param     tool              name of the tool
 * @param     check             whether to check if tool exists
 * @returns   Promise<string>   path to tool
 */
function which(tool, check) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // recursive when check=true
        if (check) {
            const result = yield which(tool, false);
            if (!result) {
                if (IS_WINDOWS) {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also verify the file has a valid extension for an executable file.`);
                }
                else {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also check the file mode to verify the file is executable.`);
                }
            }
            return result;
        }
        const matches = yield findInPath(tool);
        if (matches && matches.length > 0) {
            return matches[0];
        }
        return '';
    });
}
/**
 * Returns a list of all occurrences of the given tool on the system path.
 *
 * @returns   Promise<string[]>  the paths of the tool
 */
function findInPath(tool) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // build the list of extensions to try
        const extensions = [];
        if (IS_WINDOWS && process.env['PATHEXT']) {
            for (const extension of process.env['PATHEXT'].split(external_path_namespaceObject.delimiter)) {
                if (extension) {
                    extensions.push(extension);
                }
            }
        }
        // if it's rooted, return it if exists. otherwise return empty.
        if (isRooted(tool)) {
            const filePath = yield tryGetExecutablePath(tool, extensions);
            if (filePath) {
                return [filePath];
            }
            return [];
        }
        // if any path separators, return empty
        if (tool.includes(external_path_namespaceObject.sep)) {
            return [];
        }
        // build the list of directories
        //
        // Note, technically "where" checks the current directory on Windows. From a toolkit perspective,
        // it feels like we should not do this. Checking the current directory seems like more of a use
        // case of a shell, and the which() function exposed by the toolkit should strive for consistency
        // across platforms.
        const directories = [];
        if (process.env.PATH) {
            for (const p of process.env.PATH.split(external_path_namespaceObject.delimiter)) {
                if (p) {
                    directories.push(p);
                }
            }
        }
        // find all matches
        const matches = [];
        for (const directory of directories) {
            const filePath = yield tryGetExecutablePath(external_path_namespaceObject.join(directory, tool), extensions);
            if (filePath) {
                matches.push(filePath);
            }
        }
        return matches;
    });
}
function readCopyOptions(options) {
    const force = options.force == null ? true : options.force;
    const recursive = Boolean(options.recursive);
    const copySourceDirectory = options.copySourceDirectory == null
        ? true
        : Boolean(options.copySourceDirectory);
    return { force, recursive, copySourceDirectory };
}
function cpDirRecursive(sourceDir, destDir, currentDepth, force) {
    return io_awaiter(this, void 0, void 0, function* () {
        // Ensure there is not a run away recursive copy
        if (currentDepth >= 255)
            return;
        currentDepth++;
        yield mkdirP(destDir);
        const files = yield ioUtil.readdir(sourceDir);
        for (const fileName of files) {
            const srcFile = `${sourceDir}/${fileName}`;
            const destFile = `${destDir}/${fileName}`;
            const srcFileStat = yield ioUtil.lstat(srcFile);
            if (srcFileStat.isDirectory()) {
                // Recurse
                yield cpDirRecursive(srcFile, destFile, currentDepth, force);
            }
            else {
                yield io_copyFile(srcFile, destFile, force);
            }
        }
        // Change the mode for the newly created directory
        yield ioUtil.chmod(destDir, (yield ioUtil.stat(sourceDir)).mode);
    });
}
// Buffered file copy
function io_copyFile(srcFile, destFile, force) {
    return io_awaiter(this, void 0, void 0, function* () {
        if ((yield ioUtil.lstat(srcFile)).isSymbolicLink()) {
            // unlink/re-link it
            try {
                yield ioUtil.lstat(destFile);
                yield ioUtil.unlink(destFile);
            }
            catch (e) {
                // Try to override file permission
                if (e.code === 'EPERM') {
                    yield ioUtil.chmod(destFile, '0666');
                    yield ioUtil.unlink(destFile);
                }
                // other errors = it doesn't exist, no work to do
            }
            // Copy over symlink
            const symlinkFull = yield ioUtil.readlink(srcFile);
            yield ioUtil.symlink(symlinkFull, destFile, ioUtil.IS_WINDOWS ? 'junction' : null);
        }
        else if (!(yield ioUtil.exists(destFile)) || force) {
            yield ioUtil.copyFile(srcFile, destFile);
        }
    });
}
//# sourceMappingURL=io.js.map
;// CONCATENATED MODULE: external "timers"
const external_timers_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");
;// CONCATENATED MODULE: ./node_modules/@actions/exec/lib/toolrunner.js
var toolrunner_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};







/* eslint-disable @typescript-eslint/unbound-method */
const toolrunner_IS_WINDOWS = process.platform === 'win32';
/*
 * Class for running command line tools. Handles quoting and arg parsing in a platform agnostic way.
 */
class ToolRunner extends external_events_.EventEmitter {
    constructor(toolPath, args, options) {
        super();
        if (!toolPath) {
            throw new Error("Parameter 'toolPath' cannot be null or empty.");
        }
        this.toolPath = toolPath;
        this.args = args || [];
        this.options = options || {};
    }
    _debug(message) {
        if (this.options.listeners && this.options.listeners.debug) {
            this.options.listeners.debug(message);
        }
    }
    _getCommandString(options, noPrefix) {
        const toolPath = this._getSpawnFileName();
        const args = this._getSpawnArgs(options);
        let cmd = noPrefix ? '' : '[command]'; // omit prefix when piped to a second tool
        if (toolrunner_IS_WINDOWS) {
            // Windows + cmd file
            if (this._isCmdFile()) {
                cmd += toolPath;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows + verbatim
            else if (options.windowsVerbatimArguments) {
                cmd += `"${toolPath}"`;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows (regular)
            else {
                cmd += this._windowsQuoteCmdArg(toolPath);
                for (const a of args) {
                    cmd += ` ${this._windowsQuoteCmdArg(a)}`;
                }
            }
        }
        else {
            // OSX/Linux - this can likely be improved with some form of quoting.
            // creating processes on Unix is fundamentally different than Windows.
            // on Unix, execvp() takes an arg array.
            cmd += toolPath;
            for (const a of args) {
                cmd += ` ${a}`;
            }
        }
        return cmd;
    }
    _processLineBuffer(data, strBuffer, onLine) {
        try {
            let s = strBuffer + data.toString();
            let n = s.indexOf(external_os_.EOL);
            while (n > -1) {
                const line = s.substring(0, n);
                onLine(line);
                // the rest of the string ...
                s = s.substring(n + external_os_.EOL.length);
                n = s.indexOf(external_os_.EOL);
            }
            return s;
        }
        catch (err) {
            // streaming lines to console is best effort.  Don't fail a build.
            this._debug(`error processing line. Failed with error ${err}`);
            return '';
        }
    }
    _getSpawnFileName() {
        if (toolrunner_IS_WINDOWS) {
            if (this._isCmdFile()) {
                return process.env['COMSPEC'] || 'cmd.exe';
            }
        }
        return this.toolPath;
    }
    _getSpawnArgs(options) {
        if (toolrunner_IS_WINDOWS) {
            if (this._isCmdFile()) {
                let argline = `/D /S /C "${this._windowsQuoteCmdArg(this.toolPath)}`;
                for (const a of this.args) {
                    argline += ' ';
                    argline += options.windowsVerbatimArguments
                        ? a
                        : this._windowsQuoteCmdArg(a);
                }
                argline += '"';
                return [argline];
            }
        }
        return this.args;
    }
    _endsWith(str, end) {
        return str.endsWith(end);
    }
    _isCmdFile() {
        const upperToolPath = this.toolPath.toUpperCase();
        return (this._endsWith(upperToolPath, '.CMD') ||
            this._endsWith(upperToolPath, '.BAT'));
    }
    _windowsQuoteCmdArg(arg) {
        // for .exe, apply the normal quoting rules that libuv applies
        if (!this._isCmdFile()) {
            return this._uvQuoteCmdArg(arg);
        }
        // otherwise apply quoting rules specific to the cmd.exe command line parser.
        // the libuv rules are generic and are not designed specifically for cmd.exe
        // command line parser.
        //
        // for a detailed description of the cmd.exe command line parser, refer to
        // http://stackoverflow.com/questions/4094699/how-does-the-windows-command-interpreter-cmd-exe-parse-scripts/7970912#7970912
        // need quotes for empty arg
        if (!arg) {
            return '""';
        }
        // determine whether the arg needs to be quoted
        const cmdSpecialChars = [
            ' ',
            '\t',
            '&',
            '(',
            ')',
            '[',
            ']',
            '{',
            '}',
            '^',
            '=',
            ';',
            '!',
            "'",
            '+',
            ',',
            '`',
            '~',
            '|',
            '<',
            '>',
            '"'
        ];
        let needsQuotes = false;
        for (const char of arg) {
            if (cmdSpecialChars.some(x => x === char)) {
                needsQuotes = true;
                break;
            }
        }
        // short-circuit if quotes not needed
        if (!needsQuotes) {
            return arg;
        }
        // the following quoting rules are very similar to the rules that by libuv applies.
        //
        // 1) wrap the string in quotes
        //
        // 2) double-up quotes - i.e. " => ""
        //
        //    this is different from the libuv quoting rules. libuv replaces " with \", which unfortunately
        //    doesn't work well with a cmd.exe command line.
        //
        //    note, replacing " with "" also works well if the arg is passed to a downstream .NET console app.
        //    for example, the command line:
        //          foo.exe "myarg:""my val"""
        //    is parsed by a .NET console app into an arg array:
        //          [ "myarg:\"my val\"" ]
        //    which is the same end result when applying libuv quoting rules. although the actual
        //    command line from libuv quoting rules would look like:
        //          foo.exe "myarg:\"my val\""
        //
        // 3) double-up slashes that precede a quote,
        //    e.g.  hello \world    => "hello \world"
        //          hello\"world    => "hello\\""world"
        //          hello\\"world   => "hello\\\\""world"
        //          hello world\    => "hello world\\"
        //
        //    technically this is not required for a cmd.exe command line, or the batch argument parser.
        //    the reasons for including this as a .cmd quoting rule are:
        //
        //    a) this is optimized for the scenario where the argument is passed from the .cmd file to an
        //       external program. many programs (e.g. .NET console apps) rely on the slash-doubling rule.
        //
        //    b) it's what we've been doing previously (by deferring to node default behavior) and we
        //       haven't heard any complaints about that aspect.
        //
        // note, a weakness of the quoting rules chosen here, is that % is not escaped. in fact, % cannot be
        // escaped when used on the command line directly - even though within a .cmd file % can be escaped
        // by using %%.
        //
        // the saving grace is, on the command line, %var% is left as-is if var is not defined. this contrasts
        // the line parsing rules within a .cmd file, where if var is not defined it is replaced with nothing.
        //
        // one option that was explored was replacing % with ^% - i.e. %var% => ^%var^%. this hack would
        // often work, since it is unlikely that var^ would exist, and the ^ character is removed when the
        // variable is used. the problem, however, is that ^ is not removed when %* is used to pass the args
        // to an external program.
        //
        // an unexplored potential solution for the % escaping problem, is to create a wrapper .cmd file.
        // % can be escaped within a .cmd file.
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\'; // double the slash
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '"'; // double the quote
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _uvQuoteCmdArg(arg) {
        // Tool runner wraps child_process.spawn() and needs to apply the same quoting as
        // Node in certain cases where the undocumented spawn option windowsVerbatimArguments
        // is used.
        //
        // Since this function is a port of quote_cmd_arg from Node 4.x (technically, lib UV,
        // see https://github.com/nodejs/node/blob/v4.x/deps/uv/src/win/process.c for details),
        // pasting copyright notice from Node within this function:
        //
        //      Copyright Joyent, Inc. and other Node contributors. All rights reserved.
        //
        //      Permission is hereby granted, free of charge, to any person obtaining a copy
        //      of this software and associated documentation files (the "Software"), to
        //      deal in the Software without restriction, including without limitation the
        //      rights to use, copy, modify, merge, publish, distribute, sublicense, and/or
        //      sell copies of the Software, and to permit persons to whom the Software is
        //      furnished to do so, subject to the following conditions:
        //
        //      The above copyright notice and this permission notice shall be included in
        //      all copies or substantial portions of the Software.
        //
        //      THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
        //      IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
        //      FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
        //      AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
        //      LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING
        //      FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS
        //      IN THE SOFTWARE.
        if (!arg) {
            // Need double quotation for empty argument
            return '""';
        }
        if (!arg.includes(' ') && !arg.includes('\t') && !arg.includes('"')) {
            // No quotation needed
            return arg;
        }
        if (!arg.includes('"') && !arg.includes('\\')) {
            // No embedded double quotes or backslashes, so I can just wrap
            // quote marks around the whole thing.
            return `"${arg}"`;
        }
        // Expected input/output:
        //   input : hello"world
        //   output: "hello\"world"
        //   input : hello""world
        //   output: "hello\"\"world"
        //   input : hello\world
        //   output: hello\world
        //   input : hello\\world
        //   output: hello\\world
        //   input : hello\"world
        //   output: "hello\\\"world"
        //   input : hello\\"world
        //   output: "hello\\\\\"world"
        //   input : hello world\
        //   output: "hello world\\" - note the comment in libuv actually reads "hello world\"
        //                             but it appears the comment is wrong, it should be "hello world\\"
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\';
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '\\';
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _cloneExecOptions(options) {
        options = options || {};
        const result = {
            cwd: options.cwd || process.cwd(),
            env: options.env || process.env,
            silent: options.silent || false,
            windowsVerbatimArguments: options.windowsVerbatimArguments || false,
            failOnStdErr: options.failOnStdErr || false,
            ignoreReturnCode: options.ignoreReturnCode || false,
            delay: options.delay || 10000
        };
        result.outStream = options.outStream || process.stdout;
        result.errStream = options.errStream || process.stderr;
        return result;
    }
    _getSpawnOptions(options, toolPath) {
        options = options || {};
        const result = {};
        result.cwd = options.cwd;
        result.env = options.env;
        result['windowsVerbatimArguments'] =
            options.windowsVerbatimArguments || this._isCmdFile();
        if (options.windowsVerbatimArguments) {
            result.argv0 = `"${toolPath}"`;
        }
        return result;
    }
    /**
     * Exec a tool.
     * Output will be streamed to the live console.
     * Returns promise with return code
     *
     * @param     tool     path to tool to exec
     * @param     options  optional exec options.  See ExecOptions
     * @returns   number
     */
    exec() {
        return toolrunner_awaiter(this, void 0, void 0, function* () {
            // root the tool path if it is unrooted and contains relative pathing
            if (!isRooted(this.toolPath) &&
                (this.toolPath.includes('/') ||
                    (toolrunner_IS_WINDOWS && this.toolPath.includes('\\')))) {
                // prefer options.cwd if it is specified, however options.cwd may also need to be rooted
                this.toolPath = external_path_namespaceObject.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath);
            }
            // if the tool is only a file name, then resolve it from the PATH
            // otherwise verify it exists (add extension on Windows if necessary)
            this.toolPath = yield which(this.toolPath, true);
            return new Promise((resolve, reject) => toolrunner_awaiter(this, void 0, void 0, function* () {
                this._debug(`exec tool: ${this.toolPath}`);
                this._debug('arguments:');
                for (const arg of this.args) {
                    this._debug(`   ${arg}`);
                }
                const optionsNonNull = this._cloneExecOptions(this.options);
                if (!optionsNonNull.silent && optionsNonNull.outStream) {
                    optionsNonNull.outStream.write(this._getCommandString(optionsNonNull) + external_os_.EOL);
                }
                const state = new ExecState(optionsNonNull, this.toolPath);
                state.on('debug', (message) => {
                    this._debug(message);
                });
                if (this.options.cwd && !(yield exists(this.options.cwd))) {
                    return reject(new Error(`The cwd: ${this.options.cwd} does not exist!`));
                }
                const fileName = this._getSpawnFileName();
                const cp = external_child_process_namespaceObject.spawn(fileName, this._getSpawnArgs(optionsNonNull), this._getSpawnOptions(this.options, fileName));
                let stdbuffer = '';
                if (cp.stdout) {
                    cp.stdout.on('data', (data) => {
                        if (this.options.listeners && this.options.listeners.stdout) {
                            this.options.listeners.stdout(data);
                        }
                        if (!optionsNonNull.silent && optionsNonNull.outStream) {
                            optionsNonNull.outStream.write(data);
                        }
                        stdbuffer = this._processLineBuffer(data, stdbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.stdline) {
                                this.options.listeners.stdline(line);
                            }
                        });
                    });
                }
                let errbuffer = '';
                if (cp.stderr) {
                    cp.stderr.on('data', (data) => {
                        state.processStderr = true;
                        if (this.options.listeners && this.options.listeners.stderr) {
                            this.options.listeners.stderr(data);
                        }
                        if (!optionsNonNull.silent &&
                            optionsNonNull.errStream &&
                            optionsNonNull.outStream) {
                            const s = optionsNonNull.failOnStdErr
                                ? optionsNonNull.errStream
                                : optionsNonNull.outStream;
                            s.write(data);
                        }
                        errbuffer = this._processLineBuffer(data, errbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.errline) {
                                this.options.listeners.errline(line);
                            }
                        });
                    });
                }
                cp.on('error', (err) => {
                    state.processError = err.message;
                    state.processExited = true;
                    state.processClosed = true;
                    state.CheckComplete();
                });
                cp.on('exit', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    this._debug(`Exit code ${code} received from tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                cp.on('close', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    state.processClosed = true;
                    this._debug(`STDIO streams have closed for tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                state.on('done', (error, exitCode) => {
                    if (stdbuffer.length > 0) {
                        this.emit('stdline', stdbuffer);
                    }
                    if (errbuffer.length > 0) {
                        this.emit('errline', errbuffer);
                    }
                    cp.removeAllListeners();
                    if (error) {
                        reject(error);
                    }
                    else {
                        resolve(exitCode);
                    }
                });
                if (this.options.input) {
                    if (!cp.stdin) {
                        throw new Error('child process missing stdin');
                    }
                    cp.stdin.end(this.options.input);
                }
            }));
        });
    }
}
/**
 * Convert an arg string to an array of args. Handles escaping
 *
 * @param    argString   string of arguments
 * @returns  string[]    array of arguments
 */
function argStringToArray(argString) {
    const args = [];
    let inQuotes = false;
    let escaped = false;
    let arg = '';
    function append(c) {
        // we only escape double quotes.
        if (escaped && c !== '"') {
            arg += '\\';
        }
        arg += c;
        escaped = false;
    }
    for (let i = 0; i < argString.length; i++) {
        const c = argString.charAt(i);
        if (c === '"') {
            if (!escaped) {
                inQuotes = !inQuotes;
            }
            else {
                append(c);
            }
            continue;
        }
        if (c === '\\' && escaped) {
            append(c);
            continue;
        }
        if (c === '\\' && inQuotes) {
            escaped = true;
            continue;
        }
        if (c === ' ' && !inQuotes) {
            if (arg.length > 0) {
                args.push(arg);
                arg = '';
            }
            continue;
        }
        append(c);
    }
    if (arg.length > 0) {
        args.push(arg.trim());
    }
    return args;
}
class ExecState extends external_events_.EventEmitter {
    constructor(options, toolPath) {
        super();
        this.processClosed = false; // tracks whether the process has exited and stdio is closed
        this.processError = '';
        this.processExitCode = 0;
        this.processExited = false; // tracks whether the process has exited
        this.processStderr = false; // tracks whether stderr was written to
        this.delay = 10000; // 10 seconds
        this.done = false;
        this.timeout = null;
        if (!toolPath) {
            throw new Error('toolPath must not be empty');
        }
        this.options = options;
        this.toolPath = toolPath;
        if (options.delay) {
            this.delay = options.delay;
        }
    }
    CheckComplete() {
        if (this.done) {
            return;
        }
        if (this.processClosed) {
            this._setResult();
        }
        else if (this.processExited) {
            this.timeout = (0,external_timers_namespaceObject.setTimeout)(ExecState.HandleTimeout, this.delay, this);
        }
    }
    _debug(message) {
        this.emit('debug', message);
    }
    _setResult() {
        // determine whether there is an error
        let error;
        if (this.processExited) {
            if (this.processError) {
                error = new Error(`There was an error when attempting to execute the process '${this.toolPath}'. This may indicate the process failed to start. Error: ${this.processError}`);
            }
            else if (this.processExitCode !== 0 && !this.options.ignoreReturnCode) {
                error = new Error(`The process '${this.toolPath}' failed with exit code ${this.processExitCode}`);
            }
            else if (this.processStderr && this.options.failOnStdErr) {
                error = new Error(`The process '${this.toolPath}' failed because one or more lines were written to the STDERR stream`);
            }
        }
        // clear the timeout
        if (this.timeout) {
            clearTimeout(this.timeout);
            this.timeout = null;
        }
        this.done = true;
        this.emit('done', error, this.processExitCode);
    }
    static HandleTimeout(state) {
        if (state.done) {
            return;
        }
        if (!state.processClosed && state.processExited) {
            const message = `The STDIO streams did not close within ${state.delay / 1000} seconds of the exit event from process '${state.toolPath}'. This may indicate a child process inherited the STDIO streams and has not yet exited.`;
            state._debug(message);
        }
        state._setResult();
    }
}
//# sourceMappingURL=toolrunner.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/exec/lib/exec.js
var exec_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


/**
 * Exec a command.
 * Output will be streamed to the live console.
 * Returns promise with return code
 *
 * @param     commandLine        command to execute (can include additional args). Must be correctly escaped.
 * @param     args               optional arguments for tool. Escaping is handled by the lib.
 * @param     options            optional exec options.  See ExecOptions
 * @returns   Promise<number>    exit code
 */
function exec_exec(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        const commandArgs = tr.argStringToArray(commandLine);
        if (commandArgs.length === 0) {
            throw new Error(`Parameter 'commandLine' cannot be null or empty.`);
        }
        // Path to tool to execute should be first arg
        const toolPath = commandArgs[0];
        args = commandArgs.slice(1).concat(args || []);
        const runner = new tr.ToolRunner(toolPath, args, options);
        return runner.exec();
    });
}
/**
 * Exec a command and get the output.
 * Output will be streamed to the live console.
 * Returns promise with the exit code and collected stdout and stderr
 *
 * @param     commandLine           command to execute (can include additional args). Must be correctly escaped.
 * @param     args                  optional arguments for tool. Escaping is handled by the lib.
 * @param     options               optional exec options.  See ExecOptions
 * @returns   Promise<ExecOutput>   exit code, stdout, and stderr
 */
function getExecOutput(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        var _a, _b;
        let stdout = '';
        let stderr = '';
        //Using string decoder covers the case where a mult-byte character is split
        const stdoutDecoder = new StringDecoder('utf8');
        const stderrDecoder = new StringDecoder('utf8');
        const originalStdoutListener = (_a = options === null || options === void 0 ? void 0 : options.listeners) === null || _a === void 0 ? void 0 : _a.stdout;
        const originalStdErrListener = (_b = options === null || options === void 0 ? void 0 : options.listeners) === null || _b === void 0 ? void 0 : _b.stderr;
        const stdErrListener = (data) => {
            stderr += stderrDecoder.write(data);
            if (originalStdErrListener) {
                originalStdErrListener(data);
            }
        };
        const stdOutListener = (data) => {
            stdout += stdoutDecoder.write(data);
            if (originalStdoutListener) {
                originalStdoutListener(data);
            }
        };
        const listeners = Object.assign(Object.assign({}, options === null || options === void 0 ? void 0 : options.listeners), { stdout: stdOutListener, stderr: stdErrListener });
        const exitCode = yield exec_exec(commandLine, args, Object.assign(Object.assign({}, options), { listeners }));
        //flush any remaining characters
        stdout += stdoutDecoder.end();
        stderr += stderrDecoder.end();
        return {
            exitCode,
            stdout,
            stderr
        };
    });
}
//# sourceMappingURL=exec.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/platform.js
var platform_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const getWindowsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout: version } = yield exec.getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Version"', undefined, {
        silent: true
    });
    const { stdout: name } = yield exec.getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Caption"', undefined, {
        silent: true
    });
    return {
        name: name.trim(),
        version: version.trim()
    };
});
const getMacOsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    var _a, _b, _c, _d;
    const { stdout } = yield exec.getExecOutput('sw_vers', undefined, {
        silent: true
    });
    const version = (_b = (_a = stdout.match(/ProductVersion:\s*(.+)/)) === null || _a === void 0 ? void 0 : _a[1]) !== null && _b !== void 0 ? _b : '';
    const name = (_d = (_c = stdout.match(/ProductName:\s*(.+)/)) === null || _c === void 0 ? void 0 : _c[1]) !== null && _d !== void 0 ? _d : '';
    return {
        name,
        version
    };
});
const getLinuxInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout } = yield exec.getExecOutput('lsb_release', ['-i', '-r', '-s'], {
        silent: true
    });
    const [name, version] = stdout.trim().split('\n');
    return {
        name,
        version
    };
});
const platform = external_os_.platform();
const arch = external_os_.arch();
const isWindows = platform === 'win32';
const isMacOS = platform === 'darwin';
const isLinux = platform === 'linux';
function getDetails() {
    return platform_awaiter(this, void 0, void 0, function* () {
        return Object.assign(Object.assign({}, (yield (isWindows
            ? getWindowsInfo()
            : isMacOS
                ? getMacOsInfo()
                : getLinuxInfo()))), { platform,
            arch,
            isWindows,
            isMacOS,
            isLinux });
    });
}
//# sourceMappingURL=platform.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/core.js
var core_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function core_setSecret(secret) {
    command_issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${path.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return file_command_issueFileCommand('OUTPUT', file_command_prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_.EOL);
    command_issueCommand('set-output', { name }, utils_toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function core_debug(message) {
    command_issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    command_issueCommand('error', utils_toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    command_issueCommand('warning', utils_toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return core_awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return issueFileCommand('STATE', prepareKeyValueMessage(name, value));
    }
    issueCommand('save-state', { name }, toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return core_awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map
;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");
;// CONCATENATED MODULE: ./build/js/util/inert.js
/**
 * Outputs that stay text wherever they are pasted. Users write `run: echo "${{
 * steps.wait.outputs.reason }}"`, and the runner substitutes the text before a shell reads it, so
 * an output must not contain anything that a shell acts on.
 */
/**
 * What bash, sh or PowerShell may act on, or what ends a line; PowerShell reads U+2018 to U+201F as
 * quotes.
 */
const ACTIVE = /[`$'"\\\p{Cc}\p{Zl}\p{Zp}\u2018-\u201f]/gu;
/** Text from outside: every active character becomes `?`. */
function inertText(text) {
    return text.toWellFormed().replace(ACTIVE, '?');
}
/** Our own sentence: removes the marks around names and quotations, then applies `inertText`. */
function inertSentence(sentence) {
    return inertText(sentence.replace(/`([^`]*)`/g, '$1').replace(/"([^"]*)"/g, '$1'));
}
/** A character of a JSON string that stands for itself; any other is escaped. */
const PLAIN = /[A-Za-z0-9 ._:~/@+,=-]/;
/**
 * JSON whose strings hold only plain characters and `\u` escapes: a JSON reader sees the original,
 * a shell sees nothing.
 */
function inertJson(value) {
    return JSON.stringify(value).replace(/"(?:[^"\\]|\\.)*"/g, (literal) => {
        const text = JSON.parse(literal);
        return `"${Array.from(text, escapeCharacter).join('')}"`;
    });
}
function escapeCharacter(character) {
    const code = character.charCodeAt(0);
    const isForeign = code > 0x9f && !/[\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u2018-\u201f]/u.test(character);
    if (isForeign || PLAIN.test(character))
        return character;
    return Array.from({ length: character.length }, (_, index) => {
        return `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`;
    }).join('');
}

;// CONCATENATED MODULE: ./build/js/github/step-folder.js
/** The folder for the files that a step leaves to later steps: one per step, new, with all files. */




/** `RUNNER_TEMP` cannot be used, and neither can the temporary folder of the system. */
class ActiveFolderError extends Error {
    constructor() {
        super('the path in RUNNER_TEMP has a character that a shell acts on');
    }
}
/**
 * Creates the folder when it is first needed.
 * @param runnerTemp returns the variable `RUNNER_TEMP`; undefined or empty if it is not set.
 */
function createStepFolder(runnerTemp) {
    let created;
    function path(...segments) {
        created ??= (0,external_node_fs_namespaceObject.mkdtempSync)((0,external_node_path_namespaceObject.join)(inertParent(runnerTemp()), 'binarly-'));
        return (0,external_node_path_namespaceObject.join)(created, ...segments).replaceAll('\\', '/');
    }
    return {
        file(name, parts) {
            const target = path(name);
            writeWhole(target, parts);
            return target;
        },
        folder(name) {
            const target = path(name);
            (0,external_node_fs_namespaceObject.mkdirSync)(target, { recursive: true });
            return target;
        },
    };
}
/** A path is an output, so a folder with a quote or a `$` in its path is of no use. */
function inertParent(runnerTemp) {
    const parent = [runnerTemp, (0,external_node_os_namespaceObject.tmpdir)()].find((path) => {
        const shown = path?.replaceAll('\\', '/') ?? '';
        return shown !== '' && inertText(shown) === shown;
    });
    if (parent === undefined)
        throw new ActiveFolderError();
    return parent;
}
/**
 * Writes under another name first, so that a file under its own name is whole. If that fails, an
 * older file of the name goes, too: it may say the opposite.
 */
function writeWhole(path, parts) {
    const draft = `${path}.part`;
    try {
        const file = (0,external_node_fs_namespaceObject.openSync)(draft, 'w');
        try {
            for (const part of parts)
                (0,external_node_fs_namespaceObject.writeFileSync)(file, part);
        }
        finally {
            (0,external_node_fs_namespaceObject.closeSync)(file);
        }
        (0,external_node_fs_namespaceObject.renameSync)(draft, path);
    }
    catch (error) {
        for (const stale of [draft, path])
            (0,external_node_fs_namespaceObject.rmSync)(stale, { force: true });
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/js/github/workflow.js
/**
 * The workflow that this step is part of: its inputs, and everything the step can report to it. No
 * other file uses the package `@actions/core`.
 */




/** The longest line in the log, in characters. */
const LONGEST_LINE = 4000;
/**
 * The runner's workflow, reached through environment variables, files and commands on stdout. Every
 * line is made printable, whatever it quotes.
 */
function connectWorkflow() {
    return {
        input: (name) => getInput(name),
        mask(secret) {
            // The runner masks line by line.
            for (const line of secret.split(/\r?\n/))
                if (line !== '')
                    core_setSecret(line);
        },
        output: (name, value) => setOutput(name, value),
        info: (line) => info(printable(line, LONGEST_LINE)),
        // Checked first, because many images produce thousands of lines.
        debug: (line) => void (isDebug() && core_debug(printable(line, LONGEST_LINE))),
        warning: (line) => warning(printable(line, LONGEST_LINE)),
        fail: (lines) => setFailed(lines.map((line) => printable(line, LONGEST_LINE)).join('\n')),
        pageUrl,
        ...createStepFolder(() => process.env['RUNNER_TEMP']),
        async summary(markdown) {
            await summary.emptyBuffer().addRaw(markdown).write();
        },
    };
}
/** Loading @actions/github for this would read the event's file, which may be missing. */
function pageUrl() {
    const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = process.env;
    const { GITHUB_RUN_ID: run, GITHUB_RUN_ATTEMPT: attempt } = process.env;
    return server && repository && run
        ? attemptUrl(`${server}/${repository}`, run, attempt || '1')
        : undefined;
}

;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");
;// CONCATENATED MODULE: ./build/js/handover/nonce.js
/** What distinguishes one wait from every other. */

/** @returns twelve lower-case letters and digits. */
function newNonce() {
    return (0,external_node_crypto_namespaceObject.randomUUID)().replaceAll('-', '').slice(0, 12);
}

;// CONCATENATED MODULE: external "node:fs/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");
;// CONCATENATED MODULE: external "node:stream"
const external_node_stream_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");
;// CONCATENATED MODULE: external "node:zlib"
const external_node_zlib_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");
;// CONCATENATED MODULE: external "node:util"
const external_node_util_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");
;// CONCATENATED MODULE: ./build/js/http/json-check.js
/**
 * Checks JSON (RFC 8259) while it comes, without holding any of it: a report may be larger than the
 * longest string of V8, which `JSON.parse` needs.
 */

/** Deeper than any report; an endless row of brackets must not use up the memory. */
const DEEPEST = 1_000;
/** Longer than any number of a report, in characters. */
const LONGEST_LITERAL = 1_000;
const LITERAL = /^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)$/;
const ESCAPE = /^\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/;
const START_OF_ESCAPE = /^\\(?:u[\da-fA-F]{0,3})?$/;
const [QUOTE, BACKSLASH, SPACE] = [0x22, 0x5c, 0x20];
const MARKS = new Set(['{', '}', '[', ']', ':', ',']);
/** Whether the text is one object or one array: the `null` of a server is no report. */
function createJsonCheck() {
    const decoder = new external_node_util_namespaceObject.TextDecoder('utf-8', { fatal: true });
    const grammar = createGrammar();
    let isRight = true;
    let isInString = false;
    /** The start of a token whose end has not come yet. */
    let rest = '';
    /** @returns where the token ends, or as much of it as is there; undefined if it is none. */
    function takeToken(text, at) {
        const mark = text.charAt(at);
        if (isMark(mark))
            return grammar.take(mark) ? at + 1 : undefined;
        isInString = mark === '"';
        if (isInString || isBlank(mark))
            return at + 1;
        const end = endOfLiteral(text, at);
        const literal = text.slice(at, end);
        if (end < text.length)
            return LITERAL.test(literal) && grammar.take('literal') ? end : undefined;
        rest = literal;
        return rest.length > LONGEST_LITERAL ? undefined : end;
    }
    /** The same within a string. */
    function takeInside(text, at) {
        const end = endOfPlain(text, at);
        if (end > at || end === text.length)
            return end;
        if (text.charCodeAt(at) === QUOTE) {
            isInString = false;
            return grammar.take('string') ? at + 1 : undefined;
        }
        const start = text.slice(at, at + 6);
        const [escaped] = ESCAPE.exec(start) ?? [];
        if (escaped !== undefined)
            return at + escaped.length;
        rest = start;
        return START_OF_ESCAPE.test(start) ? text.length : undefined;
    }
    function takeAll(text) {
        rest = '';
        for (let at = 0; at < text.length;) {
            const end = isInString ? takeInside(text, at) : takeToken(text, at);
            if (end === undefined)
                return false;
            at = end;
        }
        return true;
    }
    return {
        write(part) {
            const text = isRight ? decoded(decoder, part) : undefined;
            isRight = text !== undefined && takeAll(rest + text);
            return isRight;
        },
        end: () => isRight && !isInString && rest === '' && decoded(decoder) === '' && grammar.isWhole(),
    };
}
function isMark(character) {
    return MARKS.has(character);
}
function isBlank(character) {
    return character === ' ' || character === '\n' || character === '\r' || character === '\t';
}
/** @returns where the next mark, quote or white space is, or the end of the text. */
function endOfLiteral(text, start) {
    let at = start;
    for (; at < text.length; at += 1) {
        const character = text.charAt(at);
        if (isMark(character) || isBlank(character) || character === '"')
            break;
    }
    return at;
}
/** @returns where the next character is that a string must escape, or the end of the text. */
function endOfPlain(text, start) {
    let at = start;
    for (; at < text.length; at += 1) {
        const code = text.charCodeAt(at);
        if (code === QUOTE || code === BACKSLASH || code < SPACE)
            break;
    }
    return at;
}
/** @returns undefined if it is not UTF-8. @param part undefined at the end. */
function decoded(decoder, part) {
    try {
        return decoder.decode(part, { stream: part !== undefined });
    }
    catch {
        return undefined;
    }
}
/** Which tokens may follow each other. */
function createGrammar() {
    const nesting = [];
    let expected = 'root';
    function open(mark) {
        if (!isValueExpected() && expected !== 'root')
            return false;
        expected = mark === '{' ? 'first-key' : 'first-item';
        return nesting.push(mark) <= DEEPEST;
    }
    function close(mark, first) {
        if (expected !== first && expected !== 'next')
            return false;
        if (nesting.pop() !== mark)
            return false;
        return valueEnded();
    }
    function valueEnded() {
        expected = nesting.length === 0 ? 'end' : 'next';
        return true;
    }
    function isValueExpected() {
        return expected === 'value' || expected === 'first-item';
    }
    function follow(before, after) {
        if (!before.includes(expected))
            return false;
        expected = after;
        return true;
    }
    function take(token) {
        switch (token) {
            case '{':
            case '[':
                return open(token);
            case '}':
                return close('{', 'first-key');
            case ']':
                return close('[', 'first-item');
            case ':':
                return follow([':'], 'value');
            case ',':
                return follow(['next'], nesting.at(-1) === '{' ? 'key' : 'value');
            case 'string':
                return isValueExpected() ? valueEnded() : follow(['key', 'first-key'], ':');
            case 'literal':
                return isValueExpected() && valueEnded();
        }
    }
    return { take, isWhole: () => expected === 'end' };
}

;// CONCATENATED MODULE: ./build/js/http/body-checks.js
/** Checks a file while it comes, without holding it: is it of its format, and whole? */

/**
 * @param isFramed whether HTTP says where the file ends. If the end of the connection is the end of
 * the file, only the file itself shows that it is whole.
 */
function createCheck(format, isFramed) {
    return format === 'json' ? createJsonCheck() : createPdfCheck(isFramed);
}
const START = '%PDF';
const END = '%%EOF';
/** How far from the end of the file its last mark may be, in bytes, as PDF readers have it. */
const END_BYTES = 1024;
/** Whether it begins as a PDF does and, unless it is framed, ends as one. */
function createPdfCheck(isFramed) {
    let start = '';
    let end = Buffer.alloc(0);
    return {
        write(part) {
            start += Buffer.from(part.subarray(0, START.length - start.length)).toString('latin1');
            end = Buffer.concat([end, part.subarray(-END_BYTES)]).subarray(-END_BYTES);
            return START.startsWith(start);
        },
        end: () => start === START && (isFramed || end.includes(END)),
    };
}

;// CONCATENATED MODULE: ./build/js/http/decode-body.js
/**
 * Turns the bytes of a body into text. Requests ask for `identity`, but some gateways compress all
 * the same, and others label plain text with something that is no encoding.
 */



const gunzip = (0,external_node_util_namespaceObject.promisify)(external_node_zlib_namespaceObject.gunzip);
const inflate = (0,external_node_util_namespaceObject.promisify)(external_node_zlib_namespaceObject.inflate);
const inflateRaw = (0,external_node_util_namespaceObject.promisify)(external_node_zlib_namespaceObject.inflateRaw);
const brotli = (0,external_node_util_namespaceObject.promisify)(external_node_zlib_namespaceObject.brotliDecompress);
/** The content codings of RFC 9110, 8.4.1, and Brotli (RFC 7932). Any other word is none. */
const CODINGS = new Map([
    ['gzip', gunzip],
    ['x-gzip', gunzip],
    ['deflate', (bytes, options) => (isWrapped(bytes) ? inflate : inflateRaw)(bytes, options)],
    ['br', brotli],
]);
/**
 * Some servers leave out the wrapper that the standard requires for `deflate`; with it, the first
 * byte ends in 8 (RFC 1950, 2.2).
 */
function isWrapped([first = 0]) {
    return (first & 0x0f) === 8;
}
/** Each chunk costs a trip to another thread, so few large ones are faster than Node's 16 KiB. */
const CHUNK_BYTES = 256 * 1024;
/** More codings on top of each other than this are an attack. */
const MOST_CODINGS = 2;
/**
 * @param encoding the header `Content-Encoding`.
 * @param maxBytes the largest body that is read, before and after it is decoded.
 */
async function decodeBody(bytes, encoding, maxBytes) {
    const named = encoding ?? '';
    const words = named.split(',').map((word) => word.trim().toLowerCase());
    const codings = words.map((word) => CODINGS.get(word)).filter((coding) => coding !== undefined);
    if (codings.length > MOST_CODINGS)
        return unreadable(encoded(named));
    let decoded = bytes;
    // They were applied in the order of the header.
    for (const decode of codings.toReversed()) {
        try {
            decoded = await decode(decoded, { maxOutputLength: maxBytes, chunkSize: CHUNK_BYTES });
        }
        catch (error) {
            if (isTooLarge(error))
                return unreadable({ type: 'too-large', maxBytes });
            // Perhaps only the label is wrong.
        }
    }
    const text = utf8(decoded);
    if (text !== undefined)
        return { ok: true, text };
    const isPlain = words.every((word) => word === '' || word === 'identity');
    return unreadable(isPlain ? { type: 'not-utf8' } : encoded(named));
}
function isTooLarge(error) {
    return error.code === 'ERR_BUFFER_TOO_LARGE';
}
/** A byte order mark is skipped. @returns undefined for text in another encoding, not garbled text. */
function utf8(bytes) {
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch {
        return undefined;
    }
}
function encoded(encoding) {
    return { type: 'encoded', encoding: printable(encoding, 40) };
}
function unreadable(problem) {
    return { ok: false, problem };
}

;// CONCATENATED MODULE: external "node:http"
const external_node_http_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");
var external_node_http_namespaceObject_0 = /*#__PURE__*/__nccwpck_require__.t(external_node_http_namespaceObject, 2);
;// CONCATENATED MODULE: external "node:https"
const external_node_https_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");
var external_node_https_namespaceObject_0 = /*#__PURE__*/__nccwpck_require__.t(external_node_https_namespaceObject, 2);
;// CONCATENATED MODULE: ./build/js/http/failure.js

/**
 * OpenSSL's and Node's codes for a refused certificate (Node: tls, X509 certificate error codes).
 */
const CERTIFICATE_CODES = new Set([
    'CERT_CHAIN_TOO_LONG',
    'CERT_HAS_EXPIRED',
    'CERT_NOT_YET_VALID',
    'CERT_REJECTED',
    'CERT_REVOKED',
    'CERT_SIGNATURE_FAILURE',
    'CERT_UNTRUSTED',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'HOSTNAME_MISMATCH',
    'INVALID_CA',
    'INVALID_PURPOSE',
    'PATH_LENGTH_EXCEEDED',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_GET_ISSUER_CERT',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);
/** What OpenSSL says about an answer that is not TLS. */
const NOT_TLS = /wrong version number|packet length too long|unknown protocol|http request/i;
/** Classifies what a request was rejected with. */
function problemOf(error) {
    const { code, message } = (error instanceof Error ? error : new Error(String(error)));
    return proxyProblemOf(message) ?? tlsProblemOf(code, message) ?? networkProblemOf(code, message);
}
/**
 * The tunnel agent reports a proxy's answer to CONNECT as a connection reset, with the status in
 * the message only.
 */
function proxyProblemOf(message) {
    const status = /statusCode=(\d{3})/.exec(message)?.[1];
    if (status === '407')
        return { type: 'proxy-auth' };
    if (status !== undefined)
        return { type: 'proxy-status', status: Number(status) };
    const trouble = /^tunneling socket could not be established, cause=(.+)$/s.exec(message)?.[1];
    return trouble === undefined
        ? undefined
        : { type: 'proxy-connection', message: plainMessage(trouble) };
}
/** OpenSSL's messages contain addresses and source paths, so only the code is kept. */
function tlsProblemOf(code, message) {
    if (code === undefined)
        return undefined;
    if (CERTIFICATE_CODES.has(code))
        return { type: 'certificate', code };
    if (code !== 'EPROTO' && !code.startsWith('ERR_SSL_'))
        return undefined;
    return NOT_TLS.test(`${message} ${code.replaceAll('_', ' ')}`)
        ? { type: 'no-tls' }
        : { type: 'tls-handshake', code };
}
function networkProblemOf(code, message) {
    return { type: 'network', code, message: plainMessage(message || String(code)) };
}
/** One printable line; of OpenSSL's message only the reason, without addresses and source paths. */
function plainMessage(message) {
    const reason = /:error:[^:]*:[^:]*:[^:]*:([^:]+):/.exec(message)?.[1];
    return printable(reason ?? message);
}

;// CONCATENATED MODULE: ./build/js/http/http-dates.js
/** The headers `Date` and `Retry-After` (RFC 9110, 6.6.1 and 10.2.3). */
/**
 * The three forms of an HTTP date (RFC 9110, 5.6.7): the current one, RFC 850's and asctime's. All
 * of them are in GMT.
 */
const HTTP_DATES = [
    /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/,
    /^[A-Z][a-z]{5,8}, \d\d-[A-Z][a-z]{2}-\d\d \d\d:\d\d:\d\d GMT$/,
    /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4}$/,
];
/**
 * @param header as received.
 * @param nowMs the time now by the clock of whoever sent the header, in milliseconds since the
 * epoch, for a date: the runner's clock may be wrong.
 * @returns milliseconds from now; undefined if absent, unreadable, zero or past. It may be absurdly
 * long, so clamp it.
 */
function retryAfterMs(header, nowMs) {
    if (header === undefined)
        return undefined;
    const text = header.trim();
    const ms = /^\d+$/.test(text) ? Number(text) * 1000 : (dateMs(text) ?? nowMs) - nowMs;
    return ms > 0 ? ms : undefined;
}
/** @returns milliseconds since the epoch; undefined if it is absent or not a date. */
function dateMs(header) {
    const text = header?.trim() ?? '';
    if (!HTTP_DATES.some((form) => form.test(text)))
        return undefined;
    // Without a zone, asctime's form would be read as local time.
    const ms = Date.parse(text.endsWith('GMT') ? text : `${text} GMT`);
    return Number.isNaN(ms) ? undefined : ms;
}

;// CONCATENATED MODULE: ./build/js/http/more-pages.js
/** Whether an answer says that it is not whole. */
/** @returns true for a 206 and for a link to the next page. */
function saysThereIsMore(status, link) {
    return status === 206 || hasNextPage(link ?? '');
}
/** @param link the header `Link` (RFC 8288): of several, Node makes one. */
function hasNextPage(link) {
    return link.split('<').some((part) => relationsOf(part).includes('next'));
}
/** @param part a target and its parameters, as in `/page/2>; rel="last next"`. */
function relationsOf(part) {
    const parameters = part.slice(part.indexOf('>') + 1);
    const [, quoted, plain] = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]*))/i.exec(parameters) ?? [];
    return (quoted ?? plain ?? '').toLowerCase().split(/\s+/);
}

;// CONCATENATED MODULE: ./build/js/http/exchange.js
/**
 * One exchange: a request that follows no redirect and ends when its limit does or a signal aborts,
 * and its reply. Every foreseen failure is a value. We use only the proxy-aware agent of
 * @actions/http-client: its body readers never settle when a connection is cut, and its requests
 * take no signal.
 */







function connect(userAgent, clock) {
    return { userAgent, clock, agentOf: createAgents() };
}
/**
 * Sends a request and reads the reply.
 * @param read reads the body.
 * @param limited what the limit of the request covers: `headers` if reading has limits of its own.
 */
async function exchange(request, { userAgent, clock, agentOf }, read, limited = 'all') {
    if (request.signal.aborted)
        return noReply({ type: 'interrupted' });
    const limitMs = request.limitMs();
    if (limitMs <= 0)
        return noReply({ type: 'no-time' });
    const abort = new AbortController();
    const { promise: ended, resolve: end } = Promise.withResolvers();
    const timer = setTimeout(() => end(noReply({ type: 'too-slow', limitMs })), limitMs);
    const interrupt = () => end(noReply({ type: 'interrupted' }));
    request.signal.addEventListener('abort', interrupt, { once: true });
    try {
        // A race, because behind a proxy that accepts CONNECT and stays silent nothing else ever
        // rejects.
        const sending = { userAgent, agentOf, signal: abort.signal };
        const message = await Promise.race([ended, exchange_open(request, sending).catch(exchange_failed)]);
        if ('problem' in message)
            return message;
        if (limited === 'headers')
            clearTimeout(timer);
        const headers = readHeaders(message, clock);
        const body = bodyOf(await Promise.race([ended, read(message).catch(exchange_failed)]));
        if (body === undefined)
            return noReply({ type: 'interrupted' });
        return { kind: 'reply', ...headers, body };
    }
    finally {
        clearTimeout(timer);
        request.signal.removeEventListener('abort', interrupt);
        abort.abort();
    }
}
function readHeaders(message, clock) {
    const { statusCode, headers } = message;
    const [nowMs, serverMs] = [clock.wallMs(), dateMs(headers.date)];
    // Node sets the status of every response that a client receives.
    const status = Number(statusCode);
    return {
        status,
        // A date counts from the clock that wrote it.
        retryAfterMs: retryAfterMs(headers['retry-after'], serverMs ?? nowMs),
        dateMs: serverMs,
        aheadMs: serverMs === undefined ? undefined : serverMs - nowMs,
        hasMore: saysThereIsMore(status, [headers['link'] ?? []].flat().join()),
        location: headers.location,
    };
}
function noReply(problem) {
    return { kind: 'no-reply', problem };
}
function exchange_failed(error) {
    return noReply(problemOf(error));
}
/** @returns undefined if reading it was interrupted. */
function bodyOf(read) {
    if (!isNoReply(read))
        return read;
    const { problem } = read;
    return problem.type === 'interrupted' ? undefined : unreadable(problem);
}
function isNoReply(read) {
    return 'kind' in read && read.kind === 'no-reply';
}
/**
 * Returns the agent for a URL: through the proxy that the environment names, or one that all
 * requests of a protocol share, which resumes TLS sessions. No keep-alive: polls are seconds apart,
 * and a server that closes an idle connection just then costs a poll.
 */
function createAgents() {
    const client = () => new lib_HttpClient(undefined, [], { keepAlive: false });
    // A client keeps its first agent, even if the next URL has another protocol.
    const [forPlain, forTls] = [client(), client()];
    return (url) => (url.protocol === 'https:' ? forTls : forPlain).getAgent(url.href);
}
/**
 * Rejects with the error from Node or the agent. Async, so that nothing is thrown outside the
 * promise.
 */
async function exchange_open(request, sending) {
    const url = new URL(request.url);
    const { promise, resolve, reject } = Promise.withResolvers();
    const outgoing = (url.protocol === 'https:' ? external_node_https_namespaceObject_0 : external_node_http_namespaceObject_0).request(url, {
        agent: sending.agentOf(url),
        method: request.body === undefined ? 'GET' : 'POST',
        // Without `identity`, a proxy may compress the body (RFC 9110, 12.5.3). Some do all the same.
        headers: { ...request.headers, 'accept-encoding': 'identity', 'user-agent': sending.userAgent },
        signal: sending.signal,
    });
    outgoing.on('response', resolve).on('error', reject).end(request.body);
    return promise;
}

;// CONCATENATED MODULE: ./node_modules/yocto-queue/index.js
/*
How it works:
`this.#head` is an instance of `Node` which keeps track of its current value and nests another instance of `Node` that keeps the value that comes after it. When a value is provided to `.enqueue()`, the code needs to iterate through `this.#head`, going deeper and deeper to find the last value. However, iterating through every single item is slow. This problem is solved by saving a reference to the last value as `this.#tail` so that it can reference it to add a new value.
*/

class Node {
	value;
	next;

	constructor(value) {
		this.value = value;
	}
}

class Queue {
	#head;
	#tail;
	#size;

	constructor() {
		this.clear();
	}

	enqueue(value) {
		const node = new Node(value);

		if (this.#head) {
			this.#tail.next = node;
			this.#tail = node;
		} else {
			this.#head = node;
			this.#tail = node;
		}

		this.#size++;
	}

	dequeue() {
		const current = this.#head;
		if (!current) {
			return;
		}

		this.#head = this.#head.next;
		this.#size--;

		// Clean up tail reference when queue becomes empty
		if (!this.#head) {
			this.#tail = undefined;
		}

		return current.value;
	}

	peek() {
		if (!this.#head) {
			return;
		}

		return this.#head.value;

		// TODO: Node.js 18.
		// return this.#head?.value;
	}

	clear() {
		this.#head = undefined;
		this.#tail = undefined;
		this.#size = 0;
	}

	get size() {
		return this.#size;
	}

	* [Symbol.iterator]() {
		let current = this.#head;

		while (current) {
			yield current.value;
			current = current.next;
		}
	}

	* drain() {
		while (this.#head) {
			yield this.dequeue();
		}
	}
}

;// CONCATENATED MODULE: ./node_modules/p-limit/index.js


function pLimit(concurrency) {
	let rejectOnClear = false;

	if (typeof concurrency === 'object') {
		({concurrency, rejectOnClear = false} = concurrency);
	}

	validateConcurrency(concurrency);

	if (typeof rejectOnClear !== 'boolean') {
		throw new TypeError('Expected `rejectOnClear` to be a boolean');
	}

	const queue = new Queue();
	let activeCount = 0;

	const resumeNext = () => {
		// Process the next queued function if we're under the concurrency limit
		if (activeCount < concurrency && queue.size > 0) {
			activeCount++;
			queue.dequeue().run();
		}
	};

	const next = () => {
		activeCount--;
		resumeNext();
	};

	const run = async (function_, resolve, arguments_) => {
		// Execute the function and capture the result promise
		const result = (async () => function_(...arguments_))();

		// Resolve immediately with the promise (don't wait for completion)
		resolve(result);

		// Wait for the function to complete (success or failure)
		// We catch errors here to prevent unhandled rejections,
		// but the original promise rejection is preserved for the caller
		try {
			await result;
		} catch {}

		// Decrement active count and process next queued function
		next();
	};

	const enqueue = (function_, resolve, reject, arguments_) => {
		const queueItem = {reject};

		// Queue the internal resolve function instead of the run function
		// to preserve the asynchronous execution context.
		new Promise(internalResolve => { // eslint-disable-line promise/param-names
			queueItem.run = internalResolve;
			queue.enqueue(queueItem);
		}).then(run.bind(undefined, function_, resolve, arguments_)); // eslint-disable-line promise/prefer-await-to-then

		// Start processing immediately if we haven't reached the concurrency limit
		if (activeCount < concurrency) {
			resumeNext();
		}
	};

	const generator = (function_, ...arguments_) => new Promise((resolve, reject) => {
		enqueue(function_, resolve, reject, arguments_);
	});

	Object.defineProperties(generator, {
		activeCount: {
			get: () => activeCount,
		},
		pendingCount: {
			get: () => queue.size,
		},
		clearQueue: {
			value() {
				if (!rejectOnClear) {
					queue.clear();
					return;
				}

				const abortError = AbortSignal.abort().reason;

				while (queue.size > 0) {
					queue.dequeue().reject(abortError);
				}
			},
		},
		concurrency: {
			get: () => concurrency,

			set(newConcurrency) {
				validateConcurrency(newConcurrency);
				concurrency = newConcurrency;

				queueMicrotask(() => {
					// eslint-disable-next-line no-unmodified-loop-condition
					while (activeCount < concurrency && queue.size > 0) {
						resumeNext();
					}
				});
			},
		},
		map: {
			async value(iterable, function_) {
				const promises = [];

				try {
					Array.from(iterable, (value, index) => {
						const promise = generator(function_, value, index);
						promises.push(promise);
						return promise;
					});
				} catch (error) {
					// The iterable threw, so `Promise.all` never observes the already scheduled promises. Observe them here to avoid unhandled rejections.
					for (const promise of promises) {
						promise.catch(() => {}); // eslint-disable-line promise/prefer-await-to-then
					}

					throw error;
				}

				return Promise.all(promises);
			},
		},
	});

	return generator;
}

function limitFunction(function_, options) {
	const limit = pLimit(options);

	const limitedFunction = (...arguments_) => limit(() => function_(...arguments_));
	Object.defineProperty(limitedFunction, 'clearQueue', {
		value: limit.clearQueue,
	});

	return limitedFunction;
}

function validateConcurrency(concurrency) {
	if (!((Number.isInteger(concurrency) || concurrency === Number.POSITIVE_INFINITY) && concurrency > 0)) {
		throw new TypeError('Expected `concurrency` to be a number from 1 and up');
	}
}

;// CONCATENATED MODULE: ./build/js/http/http.js



/**
 * Requests under way at once for polls: enough to poll 1,000 images within seconds, few enough for
 * one tenant to handle.
 */
const POLL_REQUESTS_AT_ONCE = 32;
/**
 * Creates a queue of requests and the agents that they share.
 * @param userAgent names this action to the server.
 * @param mostAtOnce requests under way at once; further ones wait for their turn.
 */
function createHttp(userAgent, clock, mostAtOnce = POLL_REQUESTS_AT_ONCE) {
    const connection = connect(userAgent, clock);
    // A request in an agent's queue ignores its signal while its limit runs, so the queue is ours.
    const queue = pLimit(mostAtOnce);
    return (request) => queue(() => exchange(request, connection, (message) => readBody(message, request.maxBytes)));
}
async function readBody(message, maxBytes) {
    const chunks = [];
    let bytes = 0;
    for await (const chunk of message) {
        bytes += chunk.length;
        if (bytes > maxBytes)
            return unreadable({ type: 'too-large', maxBytes });
        chunks.push(chunk);
    }
    return decodeBody(Buffer.concat(chunks), message.headers['content-encoding'], maxBytes);
}

;// CONCATENATED MODULE: ./build/js/http/download.js








const TIMEOUTS = { startMs: 300_000, silenceMs: 60_000 };
/** The largest error that is read, in bytes. */
const MOST_ERROR_BYTES = 4 * 1024 * 1024;
function createDownload(userAgent, clock, timeouts = TIMEOUTS) {
    const connection = connect(userAgent, clock);
    return async (request) => {
        const limitMs = () => Math.min(request.limitMs(), timeouts.startMs);
        const reply = await exchange({ ...request, limitMs }, connection, (message) => message.statusCode === 200
            ? save(message, request, timeouts)
            : readBody(message, MOST_ERROR_BYTES), 'headers');
        if (reply.kind === 'no-reply')
            return reply;
        const { body } = reply;
        return 'kind' in body ? body : { ...reply, body };
    };
}
/** Whatever this machine's disk refuses. Any other error comes from the network. */
class DiskError extends Error {
}
function onDisk(work) {
    return work.catch((cause) => {
        throw new DiskError(printable(cause.message));
    });
}
/** Rejects with the error of the network. */
async function save(message, request, { silenceMs }) {
    const draft = `${request.path}.part`;
    let file;
    try {
        file = await onDisk((0,promises_namespaceObject.open)(draft, 'w'));
        const written = await copy(message, file, request, silenceMs);
        await onDisk(file.close());
        if ('kind' in written)
            await onDisk((0,promises_namespaceObject.rename)(draft, request.path));
        return written;
    }
    catch (error) {
        if (error instanceof DiskError)
            return { kind: 'unwritable', message: error.message };
        throw error;
    }
    finally {
        // What fails here leaves a draft, which nobody takes for the file.
        await Promise.allSettled([file?.close()]);
        await Promise.allSettled([(0,promises_namespaceObject.rm)(draft, { force: true })]);
    }
}
async function copy(message, file, { format, maxBytes, limitMs }, silenceMs) {
    const { 'content-length': length, 'transfer-encoding': transfer } = message.headers;
    if (Number(length) > maxBytes)
        return unreadable({ type: 'too-large', maxBytes });
    const check = createCheck(format, (length ?? transfer) !== undefined);
    const notWhole = unreadable({ type: 'not-whole', format: format === 'json' ? 'JSON' : 'PDF' });
    let stopped;
    const stopAfter = (ms, problem) => setTimeout(() => {
        stopped = problem;
        message.destroy();
    }, ms);
    const leftMs = Math.max(0, limitMs());
    const silence = stopAfter(silenceMs, { type: 'stalled', afterMs: silenceMs });
    const end = stopAfter(leftMs, { type: 'too-slow', limitMs: leftMs });
    let bytes = 0;
    try {
        for await (const part of download_decoded(message)) {
            bytes += part.length;
            if (bytes > maxBytes)
                return unreadable({ type: 'too-large', maxBytes });
            if (!check.write(part))
                return notWhole;
            await onDisk(file.writeFile(part));
            silence.refresh();
        }
        return check.end() ? { kind: 'saved', bytes } : notWhole;
    }
    catch (error) {
        if (stopped === undefined)
            throw error;
        return unreadable(stopped);
    }
    finally {
        clearTimeout(silence);
        clearTimeout(end);
        message.destroy();
    }
}
/** Some gateways compress although the request forbids it. Any other word is no encoding. */
const DECODERS = new Map([
    ['gzip', external_node_zlib_namespaceObject.createUnzip],
    ['x-gzip', external_node_zlib_namespaceObject.createUnzip],
    ['deflate', external_node_zlib_namespaceObject.createUnzip],
    ['br', external_node_zlib_namespaceObject.createBrotliDecompress],
]);
function download_decoded(message) {
    const encoding = message.headers['content-encoding'] ?? '';
    const decoder = DECODERS.get(encoding.trim().toLowerCase())?.();
    if (decoder === undefined)
        return message;
    // Errors of both end the iteration.
    return (0,external_node_stream_namespaceObject.pipeline)(message, decoder, () => undefined);
}

;// CONCATENATED MODULE: ./build/js/http/proxy.js
/**
 * The proxy that the environment names. The package `@actions/http-client` reads it and ignores it
 * silently if it cannot use it.
 */

/**
 * Finds a proxy that is named for this address but not used: the client silently ignores one
 * without a scheme or with a `%` that is not an escape.
 * @returns the variable that names it; undefined if there is none or it works.
 */
function ignoredProxy(url) {
    if (url.protocol !== 'https:' || checkBypass(url))
        return undefined;
    const name = ['https_proxy', 'HTTPS_PROXY'].find((variable) => process.env[variable]);
    return name === undefined || isUsable(url) ? undefined : name;
}
/**
 * Finds what the client does not understand in `no_proxy`: it knows host names and domains, but no
 * ranges, no patterns, and no separator but the comma.
 * @returns undefined if there is nothing, or no proxy is used for this address.
 */
function ignoredBypasses(url) {
    const { no_proxy: lower, NO_PROXY: upper } = process.env;
    const given = lower || upper;
    if (!given || !isUsable(url))
        return undefined;
    const variable = lower ? 'no_proxy' : 'NO_PROXY';
    const all = given.split(',').map((entry) => entry.trim());
    const entries = all.filter((entry) => entry !== '*' && NOT_A_HOST.test(entry));
    return entries.length === 0 ? undefined : { variable, entries };
}
/** A range, a pattern, an address, several hosts, or an IPv6 address without its brackets. */
const NOT_A_HOST = /[\s/*;]|^[^[]*:.*:/;
/** Whether the client uses a proxy for this address. */
function isUsable(url) {
    try {
        return Boolean(getProxyUrl(url)?.hostname);
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./build/js/http/put-reply.js

/** How long reading the body of an answer may take, in milliseconds. */
const BODY_MS = 2_000;
/** How much of that body is read, in bytes. */
const BODY_BYTES = 64 * 1024;
/** @param digests come once the file was sent; undefined if it was not. */
async function readPutReply(message, digests, clock) {
    const { headers } = message;
    // An answer can overtake the notice that the last bytes were taken.
    const [text, known] = await Promise.all([textOf(message), within(digests)]);
    return {
        kind: 'reply',
        // Node sets the status of every response that a client receives.
        status: Number(message.statusCode),
        digests: known,
        storedMd5: /(?:^|[,\s])md5=([A-Za-z0-9+/]+=*)/.exec(`${headers['x-goog-hash'] ?? ''}`)?.[1],
        retryAfterMs: retryAfterMs(headers['retry-after'], dateMs(headers.date) ?? clock.wallMs()),
        text,
    };
}
async function textOf(message) {
    let text = '';
    const reading = (async () => {
        for await (const chunk of message.setEncoding('utf8')) {
            text += chunk;
            if (text.length > BODY_BYTES)
                return;
        }
    })();
    await within(reading);
    return text.slice(0, BODY_BYTES);
}
/** Waits for the work, but not for long. Its failure is none: what is known then counts. */
async function within(work) {
    const { promise: tooLate, resolve } = Promise.withResolvers();
    const timer = setTimeout(resolve, BODY_MS, undefined);
    try {
        return await Promise.race([work.catch(() => undefined), tooLate]);
    }
    finally {
        clearTimeout(timer);
    }
}

;// CONCATENATED MODULE: external "node:timers/promises"
const external_node_timers_promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
;// CONCATENATED MODULE: ./build/js/http/send-file.js
/** Sends a file as the body of a request, with memory that does not grow with the file. */


/** How much is read at once, in bytes. Two such buffers take turns. */
const BUFFER_BYTES = 512 * 1024;
/** How much is written at once, in bytes: what is taken is counted in pieces of this size. */
const PIECE_BYTES = 64 * 1024;
/** How much may wait to be taken, in bytes, before more is written. */
const MOST_WAITING_BYTES = 256 * 1024;
const CHANGED = { kind: 'changed' };
const send_file_STOPPED = { kind: 'stopped' };
/**
 * Resolves once the connection has taken all of the file and the request was ended.
 * @param stamp what the file should be, before and after.
 * @param onTaken called with the total number of bytes that the connection has taken.
 * @param signal stops it.
 */
async function sendFile(file, stamp, body, onTaken, signal) {
    const [sha256, md5] = [(0,external_node_crypto_namespaceObject.createHash)('sha256'), (0,external_node_crypto_namespaceObject.createHash)('md5')];
    const writer = createWriter(body, onTaken);
    let [buffer, other] = [newBuffer(), newBuffer()];
    if (!(await hasStamp(file, stamp)))
        return CHANGED;
    for (let position = 0; position < stamp.size; [buffer, other] = [other, buffer]) {
        await writer.untilTaken(buffer.end);
        const wanted = Math.min(BUFFER_BYTES, stamp.size - position);
        const { bytesRead } = await file.read(buffer.bytes, 0, wanted, position);
        if (bytesRead === 0)
            return CHANGED;
        const block = buffer.bytes.subarray(0, bytesRead);
        sha256.update(block);
        md5.update(block);
        position += bytesRead;
        buffer.end = position;
        // The last bytes are held back until the whole file is known to be what it was.
        if (position === stamp.size && !(await hasStamp(file, stamp)))
            return CHANGED;
        if (!(await writer.write(block)) || signal.aborted)
            return send_file_STOPPED;
    }
    body.end();
    if (!(await writer.untilTaken(stamp.size)))
        return send_file_STOPPED;
    return { kind: 'sent', digests: { sha256: sha256.digest('hex'), md5: md5.digest('base64') } };
}
/** `end` is the position in the file behind what was read into the buffer last. */
function newBuffer() {
    return { bytes: Buffer.allocUnsafe(BUFFER_BYTES), end: 0 };
}
/** @returns whether the file is what it should be. */
async function hasStamp(file, { size, modifiedNs }) {
    const stats = await file.stat({ bigint: true });
    return stats.size === BigInt(size) && stats.mtimeNs === modifiedNs;
}
function createWriter(body, onTaken) {
    let [written, taken, isBroken] = [0, 0, false];
    let wake = () => { };
    function writePiece(piece) {
        written += piece.length;
        body.write(piece, (error) => {
            if (error) {
                isBroken = true;
            }
            else {
                taken += piece.length;
                onTaken(taken);
            }
            wake();
        });
    }
    /** Waits until so many bytes of the file were taken. @returns false if the connection broke. */
    async function untilTaken(bytes) {
        while (taken < bytes && !isBroken) {
            await new Promise((resolve) => {
                wake = resolve;
            });
        }
        return !isBroken;
    }
    return {
        untilTaken,
        /** @returns false if the connection broke. */
        async write(block) {
            for (let start = 0; start < block.length && !isBroken; start += PIECE_BYTES) {
                await untilTaken(written - MOST_WAITING_BYTES + PIECE_BYTES);
                // Let an answer that has arrived be read first: writing to a connection that the server has
                // closed would lose it.
                await (0,external_node_timers_promises_namespaceObject.setImmediate)();
                writePiece(block.subarray(start, start + PIECE_BYTES));
            }
            return !isBroken;
        },
    };
}

;// CONCATENATED MODULE: ./build/js/http/put-file.js
/**
 * Puts a file to an address: as a stream, through the proxy if there is one, without following
 * redirects, and within limits. Every foreseen failure is a value.
 */








/** How long the connection may take nothing before that is a failure, in milliseconds. */
const STALL_MS = 60_000;
/**
 * How much the operating system may hold of what the connection has taken, in bytes: Linux lets a
 * connection grow to this by default. Before an answer can come, that must be sent as well.
 */
const HELD_BYTES = 4 * 1024 * 1024;
/**
 * @param userAgent names this action to the server.
 * @param stallMs how long the connection may take nothing.
 */
function createPutFile(userAgent, clock, stallMs = STALL_MS) {
    const agentOf = createAgents();
    return async (put) => {
        const file = await (0,promises_namespaceObject.open)(put.path).catch(put_file_unreadable);
        if ('kind' in file)
            return file;
        try {
            return await send(put, file, { userAgent, clock, stallMs, agent: agentOf(put.url) });
        }
        finally {
            // Not awaited: a disk that does not answer must not hold an interrupted step.
            void file.close().then(ignore, ignore);
        }
    };
}
async function send(put, file, sending) {
    const { signal, limitMs } = put;
    if (signal.aborted)
        return put_file_noReply({ type: 'interrupted' });
    if (limitMs <= 0)
        return put_file_noReply({ type: 'no-time' });
    const { promise: ended, resolve: end } = Promise.withResolvers();
    const abort = new AbortController();
    const timer = setTimeout(() => end(put_file_noReply({ type: 'too-slow', limitMs })), limitMs);
    const interrupt = () => end(put_file_noReply({ type: 'interrupted' }));
    signal.addEventListener('abort', interrupt, { once: true });
    const stall = watch(put.stamp.size, sending, end);
    // Behind a proxy that accepts and stays silent, nothing but these two ever ends the request.
    const outgoing = request(put, sending);
    const broken = (error) => end(put_file_noReply(problemOf(error)));
    outgoing.on('error', broken);
    const body = sendFile(file, put.stamp, outgoing, taken, abort.signal).catch(put_file_unreadable);
    const digests = body.then((sent) => (sent.kind === 'sent' ? sent.digests : undefined));
    outgoing.on('response', (message) => {
        // A server that refuses a large body answers and closes.
        outgoing.off('error', broken).on('error', ignore);
        void readPutReply(message, digests, sending.clock).then(end);
    });
    void body.then((sent) => {
        if (sent.kind === 'changed')
            end({ kind: 'file-changed' });
        if (sent.kind === 'file-unreadable')
            end(sent);
        if (sent.kind === 'sent')
            stall.allTaken();
    });
    function taken(bytes) {
        stall.taken();
        put.onTaken(bytes);
    }
    try {
        return await ended;
    }
    finally {
        clearTimeout(timer);
        stall.stop();
        signal.removeEventListener('abort', interrupt);
        abort.abort();
        outgoing.destroy();
    }
}
function request({ url, stamp }, { userAgent, agent }) {
    return (url.protocol === 'https:' ? external_node_https_namespaceObject_0 : external_node_http_namespaceObject_0).request(url, {
        agent,
        method: 'PUT',
        headers: {
            // Storage that is compatible with S3 refuses a body in chunks.
            'content-length': stamp.size,
            'content-type': 'application/octet-stream',
            'user-agent': userAgent,
        },
    });
}
/** Ends a request whose connection takes nothing for too long. */
function watch(size, { stallMs, clock }, end) {
    const beganMs = clock.monotonicMs();
    let forMs = stallMs;
    const stalled = () => end(put_file_noReply({ type: 'stalled', forMs }));
    let timer = setTimeout(stalled, forMs);
    return {
        taken: () => void timer.refresh(),
        /** From now on only the answer is due, after what the operating system holds was sent. */
        allTaken() {
            const heldMs = (Math.min(size, HELD_BYTES) / size) * (clock.monotonicMs() - beganMs);
            clearTimeout(timer);
            forMs = stallMs + heldMs;
            timer = setTimeout(stalled, forMs);
        },
        stop: () => clearTimeout(timer),
    };
}
/** For what makes no difference. */
function ignore() { }
function put_file_noReply(problem) {
    return { kind: 'no-reply', problem };
}
function put_file_unreadable(error) {
    return { kind: 'file-unreadable', message: printable(error.message) };
}

;// CONCATENATED MODULE: ./build/js/polling/clock.js
/** Time as a parameter: the action uses the machine's clock, tests use a fake one. */

/** Node fires a longer timer immediately, so longer sleeps are split. 2^31 − 1 ms. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;
/** The machine's own clocks and timers. */
const systemClock = {
    wallMs: () => Date.now(),
    monotonicMs: () => performance.now(),
    async sleep(ms, signal, keepsAlive = true) {
        const until = performance.now() + ms;
        // A timer may fire a fraction of a millisecond early, and a budget that ends with a poll must
        // have ended by then.
        for (let left = ms; left > 0 && !signal.aborted; left = until - performance.now()) {
            const part = Math.min(Math.ceil(left), LONGEST_TIMER_MS);
            await (0,external_node_timers_promises_namespaceObject.setTimeout)(part, undefined, { signal, ref: keepsAlive }).catch(() => undefined);
        }
    },
};

;// CONCATENATED MODULE: ./build/js/run-to-exit.js
/**
 * Runs the action to the end of the process. The exit code is 1 from the first line, and 0 only if
 * the action says so. A signal interrupts; anything unforeseen (a rejection, an exception, an
 * event loop that runs dry) is reported, and the process ends explicitly.
 */
/**
 * What the runner sends on cancellation: SIGINT, then SIGTERM; on Windows Ctrl-C and Ctrl-Break.
 */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGBREAK'];
/** Runs the action, then ends the process. Never rejects. A second signal ends it at once. */
async function runToExit(process, action) {
    process.exitCode = 1;
    const interruption = new AbortController();
    for (const signal of SIGNALS)
        process.on(signal, () => interruption.signal.aborted ? process.exit(1) : interruption.abort());
    const { promise: lost, reject } = Promise.withResolvers();
    process.on('uncaughtException', reject);
    process.on('unhandledRejection', reject);
    // The event loop has run dry while the action still waits for a promise that nothing will ever
    // settle.
    process.on('beforeExit', () => reject(new Error('nothing was left to wait for')));
    const code = await Promise.race([action.run(interruption.signal), lost]).catch(async (cause) => {
        await action.crashed(cause).catch(() => undefined);
        return 1;
    });
    // Text may still be on its way to a pipe, and a socket behind a silent proxy would keep the
    // process alive.
    await new Promise((flushed) => process.stdout.write('', flushed));
    process.exit(code);
}

;// CONCATENATED MODULE: ./build/js/model/answer.js
/** @returns a failed answer of the API itself. */
function failedByApi(cause, state) {
    return { kind: 'failed', endpoint: 'api', cause, reached: 'api', state };
}
/** @returns the failure of an answer that is not what was asked for, from whatever server. */
function unclearAnswer(expected) {
    const cause = { type: 'unexpected-answer', expected };
    return { kind: 'failed', endpoint: 'api', cause, reached: 'unclear' };
}
function refusedByApi(cause) {
    return { kind: 'refused', endpoint: 'api', cause };
}

;// CONCATENATED MODULE: ./build/js/model/ids.js
/**
 * The platform's IDs. They are opaque, mostly ULIDs, and may come as resource names such as
 * `products/P/images/I/scans/S` (docs.binarly.io shows both forms), from users and from the server.
 */
const RESOURCE_NAMES = {
    product: /^products\/([^/]+)\/*$/,
    image: /^products\/([^/]+)\/images\/([^/]+)\/*$/,
    scan: /^products\/([^/]+)\/images\/([^/]+)\/scans\/([^/]+)\/*$/,
};
/**
 * Splits a resource name of this kind into its ID and its parents; any other text is an ID itself.
 * A trailing slash, as in an address, is ignored.
 */
function parseResourceId(kind, text) {
    const [, productId, imageId, scanId] = RESOURCE_NAMES[kind].exec(text) ?? [];
    if (productId === undefined)
        return { id: text };
    if (imageId === undefined)
        return { id: productId };
    return scanId === undefined ? { id: imageId, productId } : { id: scanId, productId, imageId };
}
/** What an ID from the server may consist of; anything else is unreadable. */
const SERVER_ID = /^[A-Za-z0-9._:~/-]{1,200}$/;
/** Reads an ID from the server. @returns undefined if it is not one. */
function parseServerId(kind, text) {
    const { id } = parseResourceId(kind, text);
    return SERVER_ID.test(id) && isPathSegment(id) ? id : undefined;
}
/**
 * Whether text from an input can be an ID: it fits into one path segment, and none of its
 * characters is special to a shell.
 */
function isInputId(text) {
    return isPathSegment(text) && !/[`$"'\\]/.test(text);
}
/**
 * `encodeURIComponent` leaves `.` and `..` alone, which every URL parser resolves away, and throws
 * on a lone surrogate.
 */
function isPathSegment(id) {
    return id !== '' && id !== '.' && id !== '..' && id.isWellFormed();
}
/** What the platform's own IDs look like (github.com/ulid/spec). */
const ULID = /^[0-7][0-9a-hjkmnp-tv-z]{25}$/i;
function isUlid(text) {
    return ULID.test(text);
}
/** Whether two IDs are the same; ULIDs are not case-sensitive. */
function isSameId(one, other) {
    return one === other || (isUlid(one) && one.toUpperCase() === other.toUpperCase());
}

;// CONCATENATED MODULE: ./build/js/binarly/lists.js
/** What the platform's answers have in common: lists, and values that may be unreadable. */

/**
 * A list. The platform is written in Go, whose empty lists are `null`; a list that is missing is
 * unreadable.
 */
function listOf(entry) {
    return pipe(nullable(array(entry)), transform((list) => list ?? []));
}
/** A value that is unreadable counts as absent; the code that needs it reports what is missing. */
function lenient(schema) {
    return fallback(optional(schema), undefined);
}
/** A whole number that is not negative; Protocol Buffers write large ones as a string of digits. */
const total = pipe(union([number(), pipe(string(), regex(/^\d+$/), transform(Number))]), safeInteger(), minValue(0));
/**
 * Google's style of API marks a list that continues on another page with a token (AIP-158). Binarly
 * documents none.
 */
const pageToken = optional(unknown());
const PAGE_TOKENS = { nextPageToken: pageToken, next_page_token: pageToken };
/** Whether a list continues on another page. Whatever its type, a token that is not empty counts. */
function isPartial(list) {
    return Boolean(list.nextPageToken || list.next_page_token);
}
/** A flag may be left out when false; anything else that does not say false counts as true. */
function isFalse(given) {
    if (given === undefined || given === null || given === false || given === 0)
        return true;
    return typeof given === 'string' && given.toLowerCase() === 'false';
}

;// CONCATENATED MODULE: ./build/js/binarly/question.js
/** In bytes. A scan or an image has a few hundred, and an image has few scans. */
const question_MAX_BYTES = 4 * 1024 * 1024;
/** In bytes. A large tenant has thousands of products, and a product thousands of images. */
const MAX_LIST_BYTES = 32 * 1024 * 1024;
function imagePath(productId, imageId) {
    return ['products', productId, 'images', imageId];
}
/** What is sent, without the credential and the limits. */
function requestOf(question, apiUrl) {
    const { path, customMethod, query = '', accept = 'application/json', maxBytes } = question;
    const method = customMethod === undefined ? '' : `:${customMethod}`;
    const content = contentOf(question);
    return {
        url: `${apiUrl}/api/v4/${path.map(encodeURIComponent).join('/')}${method}${query}`,
        headers: { accept, ...(content && { 'content-type': content.type }) },
        ...(content && { body: content.body }),
        maxBytes,
    };
}
/** Ends a form before its first field. */
const BOUNDARY = 'wait-for-binarly-scan';
/** @returns what a POST sends; undefined for a GET. */
function contentOf({ body, asEmptyForm }) {
    if (asEmptyForm)
        return { type: `multipart/form-data; boundary=${BOUNDARY}`, body: `--${BOUNDARY}--\r\n` };
    return body === undefined ? undefined : { type: 'application/json', body: JSON.stringify(body) };
}

;// CONCATENATED MODULE: ./build/js/binarly/image-details.js
/** Asks for an image, and reads it as get-image shows it: its name, its version, and counts of findings. */





/** Asks for an image with its counts of findings (docs.binarly.io, get-image). */
function imageDetails(imageId) {
    return (productId) => ({
        path: imagePath(productId, imageId),
        query: '?withCounts=true',
        maxBytes: question_MAX_BYTES,
        read: (json) => readImageDetails(json, imageId),
    });
}
/** Binarly documents twelve types, so a much longer list must be something else. */
const MOST_TYPES = 100;
const typeCount = pipe(looseObject({
    type: pipe(string(), maxLength(100)),
    count: optional(nullable(total)),
}), 
// JSON made from Protocol Buffers omits zeros, but a count may also have another name.
check((entry) => entry.count !== undefined || Object.keys(entry).length === 1), transform(({ type, count }) => ({ type, count: count ?? 0 })));
/** Without a list of types, or without `kev`, nobody knows that there are none. */
const countsSchema = object({
    findingTypeCounts: pipe(listOf(typeCount), maxLength(MOST_TYPES)),
    kev: pipe(nullable(total), transform((given) => given ?? 0)),
});
const label = fallback(optional(string(), ''), '');
const schema = object({
    id: string(),
    name: label,
    version: label,
    counts: fallback(optional(countsSchema), undefined),
});
/**
 * Reads the answer to get-image with `withCounts=true` (docs.binarly.io, get-image). An answer about
 * another image says nothing about this one.
 */
function readImageDetails(json, imageId) {
    const parsed = safeParse(schema, json);
    if (!parsed.success)
        return unclearAnswer('image');
    const { id, name, version, counts } = parsed.output;
    if (!isSameId(parseServerId('image', id) ?? '', imageId))
        return failedByApi({ type: 'other-image' });
    return { kind: 'found', value: { name, version, findings: counts && toCounts(counts) } };
}
/** A type that is named twice counts twice. */
function toCounts({ findingTypeCounts, kev }) {
    const counts = new Map();
    for (const it of findingTypeCounts)
        counts.set(it.type, (counts.get(it.type) ?? 0) + it.count);
    return { counts: Object.fromEntries(counts), kev };
}

;// CONCATENATED MODULE: ./build/js/model/scan.js
/**
 * The values of `latestScanState.type`. Binarly documents three vocabularies and uses all of them:
 * the list-scans page (l), the get-scan page (g) and the OpenAPI of version 4.275.2 (o). Others are
 * spellings of theirs, or can never turn green (-). A map, because `constructor` is not a state.
 */
const STATES = new Map([
    ['new', 'pending'], // o
    ['in_progress', 'pending'], // l g
    ['running', 'pending'], // o
    ['completed', 'completed'], // l g
    ['done', 'completed'], // o
    ['failed', 'failed'], // g o
    ['error', 'failed'], // -
    ['aborted', 'failed'], // -
    ['cancelled', 'cancelled'], // g o
    ['canceled', 'cancelled'], // -
    ['no_scans', 'absent'], // l
    ['status_unavailable', 'unknown'], // l
]);
/** The states of several words, without what joins them: `inProgress` is one of these in lower case. */
const JOINED = new Map([...STATES].filter(([type]) => type.includes('_')).map(([type, it]) => [joined(type), it]));
/** @param type `latestScanState.type` as the API gave it, in any case; undefined if it gave none. */
function classifyState(type) {
    if (type === undefined)
        return 'unknown';
    const word = type.toLowerCase();
    return STATES.get(word) ?? JOINED.get(joined(word)) ?? 'undocumented';
}
function joined(word) {
    return word.replace(/(?<=[a-z])[ _-](?=[a-z])/g, '');
}
/** Whether a scan in this state has ended. */
function isTerminal(state) {
    return state === 'completed' || state === 'failed' || state === 'cancelled';
}
/**
 * When the scan reached its final state, as the API gave it; empty before that, or if it is
 * unknown.
 */
function finishedAt(scan) {
    const state = scan?.state;
    return isTerminal(classifyState(state?.type)) ? (state?.since?.text ?? '') : '';
}

;// CONCATENATED MODULE: ./build/js/util/instant.js
/**
 * Times as the API and workflow authors write them: RFC 3339 with an offset, exact to the
 * nanosecond.
 */
const SYNTAX = /^(\d{4}-\d\d-\d\d)[Tt ]((?:[01]\d|2[0-3]):[0-5]\d):([0-5]\d|60)(?:\.(\d{1,50}))?([Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
/**
 * Reads an RFC 3339 time such as `2026-01-26T15:30:01.5+01:00`. A leap second is the first second
 * of the next minute.
 * @returns undefined if it is not one: it has no offset, the day does not exist, or other text
 * surrounds it.
 */
function parseInstant(text) {
    const match = SYNTAX.exec(text);
    if (match === null)
        return undefined;
    const [, date = '', time = '', second = '', fraction = '', zone = ''] = match;
    // Date rolls 30 February over into March; a day that exists comes back unchanged.
    const midnight = new Date(`${date}T00:00:00Z`);
    if (Number.isNaN(midnight.getTime()) || midnight.toISOString().slice(0, 10) !== date)
        return undefined;
    const wholeMs = Date.parse(`${date}T${time}:00${zone.toUpperCase()}`) + Number(second) * 1_000;
    const ns = BigInt(wholeMs) * 1000000n + BigInt(fraction.slice(0, 9).padEnd(9, '0'));
    return { text, ms: wholeMs + Number(fraction.slice(0, 3).padEnd(3, '0')), ns };
}

;// CONCATENATED MODULE: ./build/js/binarly/scans.js
/** Asks for scans, reads the API's answers, and finds the newest in a list. */







/** A scan carries its state only with this. */
const WITH_STATE = '?status=true';
/**
 * Asks for the newest scan of an image (docs.binarly.io, list-scans).
 * @param createdAfter scans created before it do not count.
 */
function newestScan(imageId, createdAfter) {
    return (productId) => ({
        path: [...imagePath(productId, imageId), 'scans'],
        query: WITH_STATE,
        subject: imageId,
        isList: true,
        maxBytes: question_MAX_BYTES,
        read: (json) => readNewestScan(json, createdAfter),
    });
}
/** Asks for a scan by its ID (docs.binarly.io, get-scan). */
function scanById(imageId, scanId) {
    return (productId) => ({
        path: [...imagePath(productId, imageId), 'scans', scanId],
        query: WITH_STATE,
        subject: imageId,
        maxBytes: question_MAX_BYTES,
        read: (json) => readScan(json, scanId),
    });
}
const instant = pipe(string(), transform(parseInstant), check((time) => time !== undefined));
const scanId = pipe(string(), transform((text) => parseServerId('scan', text)), check((id) => id !== undefined));
const entrySchema = object({
    id: lenient(scanId),
    createTime: lenient(instant),
    latestScanState: lenient(object({ type: string(), createTime: lenient(instant), updateTime: lenient(instant) })),
});
const listSchema = object({ scans: listOf(entrySchema), ...PAGE_TOKENS });
/** Reads the answer to get-scan. A body about another scan says nothing about this one. */
function readScan(json, wantedId) {
    const parsed = safeParse(entrySchema, json);
    if (!parsed.success)
        return unclearAnswer('scan');
    const entry = parsed.output;
    if (classifyState(entry.latestScanState?.type) === 'absent')
        return NO_SCANS;
    if (entry.id !== undefined)
        return isSameId(entry.id, wantedId)
            ? { kind: 'found', value: toScan(entry, wantedId) }
            : failedByApi({ type: 'other-scan' });
    return stateWithoutScan(entry) ?? SCAN_WITHOUT_ID;
}
/**
 * Reads the answer to list-scans: the newest by `createTime`, whatever the order; the ID, a ULID,
 * breaks a tie. A list with an entry that cannot be ranked is unreadable, because that entry could
 * be the newest.
 * @param createdAfter scans created before it do not count.
 */
function readNewestScan(json, createdAfter) {
    const parsed = safeParse(listSchema, json);
    if (!parsed.success)
        return unclearAnswer('scans');
    const { scans: entries } = parsed.output;
    if (isPartial(parsed.output))
        return failedByApi({ type: 'paged-list' });
    const [first, ...others] = entries;
    if (first === undefined)
        return { kind: 'absent', cause: { type: 'empty-list' } };
    if (others.length === 0) {
        if (classifyState(first.latestScanState?.type) === 'absent')
            return NO_SCANS;
        const { id, createTime } = first;
        if (id === undefined || createTime === undefined) {
            const isNewest = id !== undefined && createdAfter === undefined;
            return stateWithoutScan(first) ?? (isNewest ? found(toScan(first, id)) : UNRANKABLE);
        }
    }
    const scans = entries.map(toRanked);
    if (!scans.every((scan) => scan !== undefined))
        return UNRANKABLE;
    const newest = scans.reduce((one, other) => (isNewer(other, one) ? other : one));
    if (createdAfter !== undefined && newest.createTime.ns < createdAfter.ns)
        return allTooOld(newest.createTime, createdAfter);
    const isTwice = scans.some(({ id, state }) => id === newest.id && state?.type !== newest.state?.type);
    return isTwice ? failedByApi({ type: 'scan-listed-twice' }) : found(newest);
}
/** @returns undefined if it could be the newest, but nobody can tell. */
function toRanked(entry) {
    const { id, createTime } = entry;
    return id === undefined || createTime === undefined
        ? undefined
        : { ...toScan(entry, id), createTime };
}
function isNewer(one, other) {
    if (one.createTime.ns !== other.createTime.ns)
        return one.createTime.ns > other.createTime.ns;
    return one.id > other.id;
}
function found(value) {
    return { kind: 'found', value };
}
function allTooOld({ text: newest }, { text: createdAfter }) {
    return { kind: 'absent', cause: { type: 'all-too-old', createdAfter, newest } };
}
const UNRANKABLE = failedByApi({ type: 'unrankable-scan' });
const NO_SCANS = { kind: 'absent', cause: { type: 'no-scans' }, state: 'no_scans' };
/** The API may report `status_unavailable` for an image without giving a scan's ID and time. */
function stateWithoutScan({ latestScanState: state }) {
    return state !== undefined && classifyState(state.type) === 'unknown'
        ? failedByApi({ type: 'status-unavailable' }, state.type)
        : undefined;
}
/** It does not prove that the API answered. */
const SCAN_WITHOUT_ID = {
    kind: 'failed',
    endpoint: 'api',
    cause: { type: 'scan-without-id' },
    reached: 'unclear',
};
function toScan(entry, id) {
    const { createTime, latestScanState: state } = entry;
    const since = state?.createTime ?? state?.updateTime;
    return { id, createTime, state: state && { type: state.type, since } };
}

;// CONCATENATED MODULE: ./build/js/binarly/uploads.js
/** The questions of an upload: an address, the product's images, the new image. */







/** Asks for a new address to send a file to (OpenAPI: GenerateTempFileUploadURL). */
const uploadAddress = (productId) => ({
    path: ['products', productId, 'tempFiles'],
    customMethod: 'generateUploadUrl',
    maxBytes: question_MAX_BYTES,
    read: readUploadAddress,
});
/** Asks for all images of the product (docs.binarly.io, list-images). */
const listedImages = (productId) => ({
    path: ['products', productId, 'images'],
    isList: true,
    maxBytes: MAX_LIST_BYTES,
    read: readImages,
});
/** Creates an image of a file that was sent, and starts its scan (OpenAPI: UploadImage). */
function createImage(request) {
    const { tempFileId, name, version, filename } = request;
    const fields = { tempFileId, imageName: name, version, filename, createScan: 'true' };
    return (productId) => ({
        path: ['products', productId, 'images'],
        customMethod: 'upload',
        query: `?${new URLSearchParams(fields)}`,
        asEmptyForm: true,
        maxBytes: question_MAX_BYTES,
        read: readUploadedImage,
    });
}
const addressSchema = object({
    id: pipe(string(), regex(SERVER_ID)),
    uploadUrl: pipe(string(), minLength(1)),
});
/** Reads the answer to `tempFiles:generateUploadUrl`. */
function readUploadAddress(json) {
    const parsed = safeParse(addressSchema, json);
    if (!parsed.success)
        return unclearAnswer('upload-address');
    const { id, uploadUrl } = parsed.output;
    return { kind: 'found', value: { tempFileId: id, url: uploadUrl } };
}
const uploads_text = lenient(string());
const imageId = pipe(string(), transform((id) => parseServerId('image', id)), string());
const imageSchema = object({
    id: imageId,
    name: uploads_text,
    version: uploads_text,
    createTime: uploads_text,
    scans: optional(unknown()),
    latestScan: optional(unknown()),
    isArchived: optional(unknown()),
});
/** An entry without a readable ID makes the list unreadable: it could be the upload. */
const uploads_listSchema = object({ images: listOf(imageSchema), ...PAGE_TOKENS });
/** Reads the answer to list-images. */
function readImages(json) {
    const parsed = safeParse(uploads_listSchema, json);
    if (!parsed.success)
        return unclearAnswer('images');
    if (isPartial(parsed.output))
        return failedByApi({ type: 'paged-list' });
    return { kind: 'found', value: parsed.output.images.map(toListed) };
}
/** Reads the answer to `images:upload`. */
function readUploadedImage(json) {
    const parsed = safeParse(imageSchema, json);
    if (!parsed.success)
        return unclearAnswer('image');
    const { id } = parsed.output;
    return { kind: 'found', value: { id, scanId: scanIdOf(parsed.output) } };
}
function toListed(image) {
    const { id, name, version, createTime = '' } = image;
    return {
        id,
        name,
        version,
        createTime: parseInstant(createTime),
        scanId: scanIdOf(image),
        isArchived: !isFalse(image.isArchived),
    };
}
/** The newest of `scans`, else `latestScan`. */
function scanIdOf({ scans, latestScan }) {
    for (const list of [scans, [latestScan]]) {
        const newest = readNewestScan({ scans: list }, undefined);
        if (newest.kind === 'found')
            return newest.value.id;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/js/model/base-branch.js

/**
 * The commit and its first parents, newest first, as far as the list has them: what the branch was,
 * without what was on other branches before it was merged.
 * @returns SHAs in lower case.
 */
function firstParentsOf(sha, commits) {
    const left = new Map(commits.map((commit) => [commit.sha.toLowerCase(), commit]));
    const chain = [];
    let next = sha.toLowerCase();
    while (next !== undefined) {
        const commit = left.get(next);
        if (commit === undefined)
            break;
        // In a list that is not a history, a commit could be its own ancestor.
        left.delete(next);
        chain.push(next);
        next = commit.parents[0]?.toLowerCase();
    }
    return chain;
}
/**
 * The images that have one of the commits as their version and the name of this one, those of the
 * newest commit first, and of one commit the newest first. Neither the image itself nor another one
 * of its own commit is among them: compared with these, nothing is ever new.
 */
function candidatesFor(own, { name: branch, commits }, images) {
    const backOf = new Map(commits.map((sha, back) => [sha, back]));
    const ownSha = shaIn(own.version);
    const ofBranch = images.flatMap((image) => {
        const sha = shaIn(image.version);
        const back = backOf.get(sha);
        const isOther = sha !== ownSha && !image.isArchived && !isSameId(image.id, own.imageId);
        return back !== undefined && isOther ? [{ image, sha, back }] : [];
    });
    const facts = { commits: commits.length, branch };
    if (ofBranch.length === 0)
        return none({ type: 'no-image', ...facts });
    if (own.name === '')
        return none({ type: 'unnamed' });
    const named = ofBranch.filter(({ image }) => image.name === own.name);
    if (named.length === 0)
        return none({ type: 'no-image-named', name: own.name, ...facts });
    return named
        .toSorted((one, other) => one.back - other.back || newestFirst(one.image, other.image))
        .map(({ image, sha, back }) => ({ imageId: image.id, sha, back }));
}
/** People and tools write the digits of a SHA in both cases. */
function shaIn(version = '') {
    return version.trim().toLowerCase();
}
/** An image without a time comes last. The ID, a ULID, breaks a tie. */
function newestFirst(one, other) {
    const oneNs = one.createTime?.ns ?? 0n;
    const otherNs = other.createTime?.ns ?? 0n;
    if (oneNs === otherNs)
        return one.id > other.id ? -1 : 1;
    return oneNs > otherNs ? -1 : 1;
}
function none(why) {
    return { kind: 'none', why };
}

;// CONCATENATED MODULE: ./build/js/findings/baseline.js



/** What was found stays, whatever happens on the platform or on the base branch meanwhile. */
function rememberingBaselines(find) {
    const found = new Map();
    return {
        known: (imageId) => found.get(imageId),
        async find(imageId, limits) {
            const known = found.get(imageId);
            if (known !== undefined)
                return { kind: 'found', value: known };
            const answer = await find(imageId, limits);
            if (answer.kind === 'found')
                found.set(imageId, answer.value);
            return answer;
        },
    };
}
/** Compares with the image of this ID, whose newest scan must have completed. */
function givenBaseline(images, baselineImageId) {
    return rememberingBaselines(async (_, limits) => judgeBaseline(baselineImageId, await images.ask(newestScan(baselineImageId), limits)));
}
/**
 * A baseline that is missing or was never scanned would make every finding new; one that is still
 * being scanned would make some of them new.
 */
function judgeBaseline(imageId, answer) {
    if (answer.kind === 'absent')
        return isProductUnknown(answer) ? answer : absent(answer);
    if (answer.kind === 'refused')
        return namedRefusal(answer);
    if (answer.kind !== 'found')
        return answer;
    const { value: scan, retryAfterMs } = answer;
    const state = scan.state?.type;
    switch (classifyState(state)) {
        case 'completed':
            return {
                kind: 'found',
                value: { kind: 'image', imageId, scannedMs: scannedMsOf(scan), origin: undefined },
            };
        case 'failed':
        case 'cancelled':
            return refusedByApi({ type: 'baseline-not-completed', state: String(state) });
        default:
            return { ...failedByApi({ type: 'baseline-unfinished', state }), retryAfterMs };
    }
}
/** When a completed scan saw the image, as far as the platform says. */
function scannedMsOf({ state, createTime }) {
    return (state?.since ?? createTime)?.ms;
}
/** In this case the 404 is about `product`, and the question about the image itself reports it. */
function isProductUnknown({ cause }) {
    return cause.type === 'not-found' && cause.unknownProduct !== undefined;
}
function absent({ cause }) {
    return refusedByApi({ type: 'baseline-absent', absent: cause });
}
/** A 400 to the first question about the baseline is about its ID. */
function namedRefusal(answer) {
    const { cause } = answer;
    if (cause.type !== 'http-status' || cause.status !== 400 || cause.error === undefined)
        return answer;
    return refusedByApi({ type: 'baseline-invalid', message: cause.error.message });
}

;// CONCATENATED MODULE: ./build/js/findings/shared-question.js
/**
 * Whoever asks while a request is under way gets its answer, and what was found is the answer from
 * then on. As long as the server has asked to be left alone, the last failure is the answer.
 */
function sharedQuestion(ask, clock) {
    let last;
    let answeredMs = 0;
    let underway;
    async function send(limits) {
        last = await ask(limits);
        answeredMs = clock.monotonicMs();
        return last;
    }
    return async (limits) => {
        if (last?.kind === 'found')
            return last;
        if (last?.kind === 'failed') {
            const { retryAfterMs = 0 } = last;
            const leftMs = answeredMs + retryAfterMs - clock.monotonicMs();
            if (leftMs > 0)
                return { ...last, retryAfterMs: leftMs };
        }
        underway ??= send(limits).finally(() => {
            underway = undefined;
        });
        return underway;
    };
}

;// CONCATENATED MODULE: ./build/js/findings/base-branch.js
/** Compares each image with the newest one of its base branch. */









/** How many images are asked about: more of one branch without a completed scan are no accident. */
const MOST_ASKED = 20;
/** Asks for all images of a product once, however many need them. */
function imageList(images, clock) {
    return sharedQuestion((limits) => images.ask(listedImages, limits), clock);
}
/**
 * @param findBase asks for the commits of the base branch.
 * @param list asks for the images of the product.
 */
function baseBranchBaselines(images, findBase, clock, list = imageList(images, clock)) {
    const base = sharedQuestion(findBase, clock);
    return rememberingBaselines(async (imageId, limits) => {
        const branch = await base(limits);
        if (branch.kind !== 'found')
            return branch;
        if (branch.value.kind === 'none')
            return { kind: 'found', value: branch.value };
        const listed = await list(limits);
        if (listed.kind !== 'found')
            return listed;
        const own = await ownImage(imageId, images, listed.value, limits);
        if (own.kind !== 'found')
            return own;
        return newestCompleted(images, branch.value, own.value, listed.value, limits);
    });
}
/** The image as the list has it; one that is new may be missing there. */
async function ownImage(imageId, images, listed, limits) {
    const own = listed.find(({ id }) => isSameId(id, imageId));
    const { name = '', version } = own ?? {};
    if (name !== '')
        return { kind: 'found', value: { imageId, name, version } };
    const answer = await images.ask(imageDetails(imageId), limits);
    if (answer.kind !== 'found')
        return answer;
    return { kind: 'found', value: { ...answer.value, imageId } };
}
/**
 * Asks for the newest scan of one image after the other. One that has not completed is passed over:
 * an older baseline is only stricter.
 */
async function newestCompleted(images, branch, own, listed, limits) {
    const candidates = candidatesFor(own, branch, listed);
    if ('kind' in candidates)
        return { kind: 'found', value: candidates };
    const asked = candidates.slice(0, MOST_ASKED);
    for (const candidate of asked) {
        const answer = await askAbout(candidate, images, own, branch, limits);
        if (answer !== undefined)
            return answer;
    }
    const { name } = own;
    const why = { type: 'none-completed', name, asked: asked.length, branch: branch.name };
    return { kind: 'found', value: { kind: 'none', why } };
}
/** @returns undefined if the image is passed over. */
async function askAbout({ imageId, sha, back }, images, { name }, { name: branch }, limits) {
    const answer = await images.ask(newestScan(imageId), limits);
    if (answer.kind === 'absent')
        return undefined;
    if (answer.kind !== 'found')
        return answer;
    const { value: scan, retryAfterMs } = answer;
    const state = classifyState(scan.state?.type);
    // The platform cannot tell at the moment; perhaps it can when it is asked again.
    if (state === 'unknown' && scan.state !== undefined)
        return { ...failedByApi({ type: 'status-unavailable' }), retryAfterMs };
    if (state !== 'completed')
        return undefined;
    const origin = { name, sha, back, branch };
    return {
        kind: 'found',
        value: { kind: 'image', imageId, scannedMs: scannedMsOf(scan), origin },
    };
}

;// CONCATENATED MODULE: ./build/js/polling/first-contact.js
/** How long to wait for a first sign of an API, in milliseconds. */
const FIRST_CONTACT_MS = 120_000;
/** Once the API has answered, contact shortens nothing. */
const REACHED = { reachedApi: true, sinceMs: Infinity };
/** @param nowMs when the step began, a monotonic instant in milliseconds. */
function createFirstContact(nowMs) {
    let contact = beginContact(nowMs);
    return {
        hear(answer, heardMs) {
            contact = applyContact(contact, answer, heardMs);
        },
        now: () => contact,
    };
}
function beginContact(nowMs) {
    return { reachedApi: false, sinceMs: nowMs };
}
/** @param nowMs when the answer came. */
function applyContact(contact, answer, nowMs) {
    const { kind } = answer;
    const reachedApi = contact.reachedApi ||
        kind === 'found' ||
        kind === 'absent' ||
        (kind === 'failed' && answer.reached === 'api');
    const isBusy = kind === 'failed' && answer.reached === 'busy';
    return { reachedApi, sinceMs: isBusy ? nowMs : contact.sinceMs };
}
/** When waiting for a first sign of an API ends; a monotonic instant in milliseconds. */
function contactEndMs({ sinceMs }, maxOutageMs) {
    return sinceMs + Math.min(FIRST_CONTACT_MS, maxOutageMs);
}

;// CONCATENATED MODULE: ./build/js/polling/limits.js
/** How long after the deadline a poll and its token requests may still end, in milliseconds. */
const GRACE_MS = 10_000;
/** The longest that one request may take, in milliseconds. */
const REQUEST_LONGEST_MS = 30_000;
/** The shortest limit that a request gets, even at the deadline, in milliseconds. */
const REQUEST_SHORTEST_MS = 5_000;
/**
 * @param beganMs when the poll began. If the process woke up after the deadline, the poll that is
 * still due gets its time.
 * @param deadlineMs when time is up; both are monotonic instants, in milliseconds.
 */
function limitsOf(clock, signal, beganMs, deadlineMs) {
    const endMs = Math.max(deadlineMs, beganMs) + GRACE_MS;
    return {
        signal,
        beganMs,
        limitMs() {
            const nowMs = clock.monotonicMs();
            const preferredMs = Math.max(deadlineMs - nowMs, REQUEST_SHORTEST_MS);
            return Math.min(preferredMs, REQUEST_LONGEST_MS, endMs - nowMs);
        },
    };
}

;// CONCATENATED MODULE: ./build/js/polling/schedule.js
/**
 * When to poll next.
 *
 * `auto` polls every 0.5·√age seconds, but at least every 30 s and at most every 5 s. A constant
 * interval delays a scan of 20 s as much as one of two hours, and an interval proportional to the
 * age delays a long scan by minutes. The root delays any scan of more than five minutes by at most
 * 3 %.
 */
const AUTO_SHORTEST_MS = 5_000;
const AUTO_LONGEST_MS = 30_000;
/** No interval is shorter than this, in milliseconds. */
const SHORTEST_MS = 1_000;
/** Consecutive failures stretch a shorter interval up to this. */
const BACK_OFF_LONGEST_MS = 30_000;
/**
 * The longest `Retry-After` that counts on an informative answer, in milliseconds: a longer pause
 * would only delay the verdict.
 */
const RETRY_AFTER_LONGEST_MS = 300_000;
/**
 * Each interval is drawn from ±10 % around its middle, so that jobs started together spread out.
 */
const JITTER = 0.1;
/** @returns milliseconds to sleep before the next poll, before deadlines and budgets shorten it. */
function nextSleepMs(pace) {
    const { interval, ageMs, failuresInRow, retryAfterMs = 0, random } = pace;
    const [shortest, longest] = bounds(interval);
    const intervalMs = interval.kind === 'fixed' ? interval.ms : autoMs(ageMs);
    const plain = clamp(intervalMs, shortest, longest);
    // The first failure waits the plain interval; each further one in a row doubles it.
    const doubled = plain * 2 ** Math.max(0, failuresInRow - 1);
    const backedOff = Math.max(plain, Math.min(doubled, BACK_OFF_LONGEST_MS));
    // Clamp the range, not the draw: otherwise half of the jobs would share the shortest interval
    // exactly.
    const least = clamp(backedOff * (1 - JITTER), shortest, longest);
    const most = clamp(backedOff * (1 + JITTER), shortest, longest);
    const pauseMs = failuresInRow > 0 ? retryAfterMs : Math.min(retryAfterMs, RETRY_AFTER_LONGEST_MS);
    return Math.max(least + (most - least) * random(), pauseMs);
}
function autoMs(ageMs) {
    return 0.5 * Math.sqrt(ageMs / 1000) * 1000;
}
/** The shortest and the longest that a jittered interval may be, in milliseconds. */
function bounds(interval) {
    if (interval.kind === 'auto')
        return [AUTO_SHORTEST_MS, AUTO_LONGEST_MS];
    return [SHORTEST_MS, Math.max(interval.ms, BACK_OFF_LONGEST_MS) * (1 + JITTER)];
}
function clamp(value, least, most) {
    return Math.min(Math.max(value, least), most);
}

;// CONCATENATED MODULE: ./build/js/polling/retry.js



/**
 * Asks until the answer is final. Foreseeable failures are returned, never thrown.
 * @param judge says what an answer means. `nowMs` is when it came, a monotonic instant in
 * milliseconds: one in flight at the deadline counts as if it came then.
 */
async function retry(ask, judge, { deadlineMs, maxOutageMs, interval, ageMs = () => 0 }, { clock, random, signal, contact, onAttempt }) {
    let outage;
    while (!signal.aborted) {
        const beganMs = clock.monotonicMs();
        const answer = await ask(limitsOf(clock, signal, beganMs, deadlineMs));
        if (isStale(beganMs, clock.monotonicMs(), deadlineMs))
            continue;
        const nowMs = Math.min(clock.monotonicMs(), deadlineMs);
        contact?.hear(answer, nowMs);
        const circumstances = { nowMs, maxOutageMs, contact: contact?.now() ?? REACHED };
        const attempt = judge(answer, nowMs);
        const { step, outage: after } = nextStep(attempt, outage, circumstances);
        outage = after;
        onAttempt?.(outage);
        if (step.kind !== 'sleep')
            return step;
        if (nowMs >= deadlineMs && !signal.aborted)
            return outage === undefined ? TIME_UP : gaveUp(outage, 'time', circumstances);
        const failuresInRow = outage?.times ?? 0;
        const { retryAfterMs, pollByMs } = step;
        const pace = { interval, ageMs: ageMs(), failuresInRow, retryAfterMs, random };
        await sleepUntil(Math.min(nowMs + nextSleepMs(pace), pollByMs, deadlineMs), clock, signal);
    }
    return { kind: 'interrupted' };
}
const TIME_UP = { kind: 'time-up' };
/**
 * Whether an answer that was in flight at the deadline came so late that the process must have been
 * stopped, for example by a suspended machine. It decides nothing; one more attempt does.
 */
function isStale(beganMs, nowMs, deadlineMs) {
    return beganMs < deadlineMs && nowMs > deadlineMs + GRACE_MS;
}
/**
 * What follows from an attempt, apart from the deadline. Pure.
 * @param before the outage before this attempt.
 */
function nextStep(attempt, before, now) {
    if (attempt.kind === 'again')
        return { step: sleep(attempt, attempt), outage: undefined };
    if (attempt.kind !== 'failed')
        return { step: attempt, outage: undefined };
    const { failure, sparedMs = 0 } = attempt;
    const times = before?.times ?? 0;
    const sinceMs = before === undefined ? now.nowMs : before.sinceMs + sparedMs;
    const outage = { failure, times: times + 1, sinceMs };
    const refused = refusedTwice(before?.failure, failure);
    if (refused !== undefined)
        return { step: refused, outage };
    const endMs = outageEndMs(sinceMs, failure, now);
    if (now.nowMs >= endMs)
        return { step: gaveUp(outage, 'max-outage', now), outage };
    return { step: sleep(attempt, failure, endMs), outage };
}
function sleep({ pollByMs = Infinity }, { retryAfterMs }, endMs = Infinity) {
    return { kind: 'sleep', retryAfterMs, pollByMs: Math.min(pollByMs, endMs) };
}
/** Two attempts in a row were each refused a token that was issued in that attempt. */
function refusedTwice(before, { cause, endpoint }) {
    const isTwice = before?.cause.type === 'fresh-token-refused' && cause.type === 'fresh-token-refused';
    return isTwice ? { kind: 'refused', endpoint, cause } : undefined;
}
/** When failed attempts end. Without a sign of an API, first contact may end them earlier. */
function outageEndMs(sinceMs, { reached }, { maxOutageMs, contact }) {
    const lacksContact = reached === 'nothing' && !contact.reachedApi;
    return Math.min(sinceMs + maxOutageMs, lacksContact ? contactEndMs(contact, maxOutageMs) : Infinity);
}
function gaveUp(outage, ended, { nowMs, contact: { reachedApi, sinceMs } }) {
    // Until the API has answered, the first request in flight counts too.
    const beganMs = reachedApi ? outage.sinceMs : Math.min(outage.sinceMs, sinceMs);
    return { kind: 'gave-up', outage, ended, forMs: nowMs - beganMs, reachedApi };
}
/**
 * Sleeps again if a timer fires a fraction of a millisecond early: a budget that ends in an attempt
 * must have ended by then.
 */
async function sleepUntil(wakeMs, clock, signal) {
    while (clock.monotonicMs() < wakeMs && !signal.aborted)
        await clock.sleep(wakeMs - clock.monotonicMs(), signal);
}

;// CONCATENATED MODULE: ./build/js/github/problems.js
/**
 * What GitHub's answers mean. A 403 is three things: a missing permission, the rate limit of the
 * token, or a limit on requests that come too fast (docs.github.com, REST: rate limits).
 */




/** How long GitHub asks to wait if a limit does not say how long it lasts, in milliseconds. */
const LIMIT_PAUSE_MS = 60_000;
/**
 * @param nowMs the time now, in milliseconds since the epoch, for an answer without a date.
 * @param needs the permissions that the request needs, such as `statuses: write`.
 * @returns why the response is an error; undefined if its status is 2xx.
 */
function problemOfResponse(response, nowMs, needs) {
    const { status, headers, data } = response;
    if (status >= 200 && status < 300)
        return undefined;
    const message = messageOf(data);
    if (lacksPermission(message))
        return { type: 'no-permission', message, needs };
    const limit = rateLimitOf(response, message, nowMs);
    if (limit !== undefined)
        return limit;
    if (!isBusy(status))
        return { type: 'refused', status, message };
    return {
        type: 'unavailable',
        status,
        message,
        retryAfterMs: retryAfterMs(headers['retry-after'], answeredMs(response, nowMs)),
    };
}
function lacksPermission(message) {
    return message.startsWith('Resource not accessible by integration');
}
function rateLimitOf(response, message, nowMs) {
    const { status, headers } = response;
    if (status !== 403 && status !== 429)
        return undefined;
    const isUsedUp = headers['x-ratelimit-remaining'] === '0';
    const isNamed = namesRateLimit(message);
    // A 429 with nothing but `Retry-After` may come from a proxy.
    const isLimit = isUsedUp || isNamed || (status === 403 && 'retry-after' in headers);
    return isLimit ? rateLimit(response, message, nowMs) : undefined;
}
/** The second is what GitHub Enterprise Server used to call it. */
function namesRateLimit(message) {
    return /rate limit|abuse detection/i.test(message);
}
/** `x-ratelimit-reset` is about the limit of the token, so it counts only if that is used up. */
function rateLimit(response, message, nowMs) {
    const { headers } = response;
    const answered = answeredMs(response, nowMs);
    const afterMs = retryAfterMs(headers['retry-after'], answered);
    const isUsedUp = headers['x-ratelimit-remaining'] === '0';
    const reset = isUsedUp ? resetOf(headers['x-ratelimit-reset']) : undefined;
    const resetMs = afterMs === undefined ? reset : answered + afterMs;
    const pauseMs = afterMs ?? (reset === undefined ? LIMIT_PAUSE_MS : reset - answered);
    return { type: 'rate-limit', message, retryAfterMs: Math.max(pauseMs, 0), resetMs };
}
/** Seconds since the epoch; what no date can hold is as good as absent. */
function resetOf(header = '') {
    return /^\d{1,11}$/.test(header) ? Number(header) * 1000 : undefined;
}
/** When GitHub answered, by its own clock if it says so: the runner's may be wrong. */
function answeredMs({ headers }, nowMs) {
    return dateMs(headers['date']) ?? nowMs;
}
const saidSchema = object({
    message: string(),
    errors: optional(fallback(array(unknown()), [])),
});
/** What GitHub said; empty if that is not in its format, such as a web page. */
function messageOf(data) {
    const said = safeParse(saidSchema, data);
    if (!said.success)
        return '';
    const { message, errors = [] } = said.output;
    const details = errors.map((error) => JSON.stringify(error)).join(', ');
    return printable(details === '' ? message : `${message}: ${details}`);
}
const errorsSchema = object({
    errors: array(object({
        type: fallback(string(), ''),
        message: fallback(string(), ''),
    })),
});
/** The errors in an answer to a query; empty if there are none. */
function queryErrors(data) {
    const parsed = safeParse(errorsSchema, data);
    if (!parsed.success)
        return [];
    return parsed.output.errors.map(({ type, message }) => ({ type, message: printable(message) }));
}
/** GitHub's words for a query that it failed to execute. */
const FAILED_QUERY = /something went wrong|time(d)? ?-?out|internal (server )?error|in time/i;
const FAILED_TYPES = ['INTERNAL', 'INTERNAL_ERROR', 'SERVICE_UNAVAILABLE', 'TIMEOUT'];
/**
 * @param errors of a response without usable data.
 * @returns what they mean, taken together; undefined if there are none.
 */
function problemOfErrors(errors, response, nowMs, needs) {
    const [first] = errors;
    if (first === undefined)
        return undefined;
    const denied = errors.find(({ message }) => lacksPermission(message));
    if (denied !== undefined)
        return { type: 'no-permission', message: denied.message, needs };
    const limited = errors.find(({ type, message }) => type === 'RATE_LIMITED' || namesRateLimit(message));
    if (limited !== undefined)
        return rateLimit(response, limited.message, nowMs);
    const failed = errors.find(({ type, message }) => FAILED_TYPES.includes(type) || FAILED_QUERY.test(message));
    if (failed !== undefined)
        return { type: 'query-failed', message: failed.message };
    return { type: 'query-refused', message: first.message };
}
/** What a problem means for whoever tries again. */
function answerOfProblem(problem) {
    switch (problem.type) {
        case 'stopped':
            return { kind: 'interrupted' };
        case 'no-permission':
        case 'refused':
        case 'query-refused':
            return { kind: 'refused', endpoint: 'github', cause: { type: 'github', problem } };
        case 'unavailable':
        case 'rate-limit':
            return { ...problems_failed(problem), retryAfterMs: problem.retryAfterMs };
        case 'too-slow':
        case 'network':
        case 'query-failed':
        case 'unexpected-answer':
            return problems_failed(problem);
    }
}
function problems_failed(problem) {
    return {
        kind: 'failed',
        endpoint: 'github',
        cause: { type: 'github', problem },
        reached: 'busy',
    };
}

;// CONCATENATED MODULE: ./build/js/github/api.js


/** How long a request to GitHub is tried again, in milliseconds. */
const GITHUB_TROUBLE_MS = 120_000;
function createGitHubApi(connection, tools) {
    const nowMs = () => tools.clock.wallMs();
    return {
        rest({ route, parameters, needs, read }, budget) {
            return outlastTrouble(async (limitMs) => {
                const limits = { limitMs, signal: budget.signal };
                const reply = await connection.rest(route, parameters, limits);
                return answerOf(reply, nowMs(), needs, read);
            }, budget, tools);
        },
        query({ query, variables, needs, read }, budget) {
            const readAll = (response) => readQueryAnswer(response, read);
            return outlastTrouble(async (limitMs) => {
                const limits = { limitMs, signal: budget.signal };
                const reply = await connection.graphql(query, variables, limits);
                return answerOf(reply, nowMs(), needs, readAll);
            }, budget, tools);
        },
    };
}
function answerOf(reply, nowMs, needs, read) {
    if (reply.kind === 'no-response')
        return api_failed(reply.problem);
    const problem = problemOfResponse(reply, nowMs, needs);
    if (problem !== undefined)
        return api_failed(problem);
    const value = read(reply);
    if (value !== undefined)
        return { ok: true, value };
    const refused = problemOfErrors(queryErrors(reply.data), reply, nowMs, needs);
    return api_failed(refused ?? { type: 'unexpected-answer', status: reply.status });
}
function readQueryAnswer({ data }, read) {
    const value = read(data?.data);
    if (value === undefined)
        return undefined;
    return { value, errors: queryErrors(data).map(({ message }) => message) };
}
/** The longest that one try may take, in milliseconds. */
const TRY_LIMIT_MS = 15_000;
/** The first failure waits this long, each further one twice as long as the one before. */
const INTERVAL = { kind: 'fixed', ms: 1_000 };
async function outlastTrouble(send, { untilMs, signal, hurry = signal, limitMs = () => TRY_LIMIT_MS }, { clock, random }) {
    let last = api_STOPPED;
    const retried = await retry(async () => {
        last = await send(limitMs());
        return last.ok ? { kind: 'found', value: last.value } : answerOfProblem(last.problem);
    }, (answer, nowMs) => answer.kind === 'failed' && nowMs + limitedForMs(last) <= untilMs
        ? { kind: 'failed', failure: answer }
        : { kind: 'done', value: last }, { deadlineMs: untilMs, maxOutageMs: Number.POSITIVE_INFINITY, interval: INTERVAL }, { clock, random, signal: AbortSignal.any([signal, hurry]) });
    return retried.kind === 'interrupted' && !signal.aborted ? send(limitMs()) : last;
}
/**
 * How long the rate limit lasts, in milliseconds; 0 without one. If it outlasts the budget, GitHub
 * asks that nobody tries again before its end.
 */
function limitedForMs(answer) {
    return !answer.ok && answer.problem.type === 'rate-limit' ? answer.problem.retryAfterMs : 0;
}
const api_STOPPED = api_failed({ type: 'stopped' });
function api_failed(problem) {
    return { ok: false, problem };
}

;// CONCATENATED MODULE: ./build/js/github/base-commits.js
/** Finds the commits of a base branch (docs.github.com, REST: commits). */





/** A page has no more. An image that is older than that is no baseline for anybody. */
const MOST_COMMITS = 100;
const NEEDS = ['contents: read'];
/**
 * Asks once: whoever waits for the platform asks again. A failure says how long GitHub asks to be
 * left alone.
 */
async function askForBase(api, question, { limitMs, signal }) {
    const untilMs = Number.NEGATIVE_INFINITY;
    const limitOfTry = () => Math.min(limitMs(), TRY_LIMIT_MS);
    const answer = await findBase(api, question, { untilMs, signal, limitMs: limitOfTry });
    return answer.ok ? { kind: 'found', value: answer.value } : answerOfProblem(answer.problem);
}
async function findBase(api, { owner, repo, base }, budget) {
    /** The commit and others that come before it. */
    const list = (sha, count) => api.rest({
        route: 'GET /repos/{owner}/{repo}/commits',
        parameters: { owner, repo, sha, per_page: count },
        needs: NEEDS,
        read: ({ data }) => readCommits(data, sha),
    }, budget);
    const start = await startingSha(base.start, (sha) => list(sha, 1));
    if (!start.ok)
        return start;
    if (typeof start.value !== 'string')
        return { ok: true, value: start.value };
    const commits = await list(start.value, MOST_COMMITS);
    if (!commits.ok)
        return commits;
    const chain = firstParentsOf(start.value, commits.value);
    return { ok: true, value: { kind: 'branch', name: base.branch, commits: chain } };
}
async function startingSha(start, listOne) {
    switch (start.kind) {
        case 'unknown':
            return { ok: true, value: { kind: 'none', why: { type: 'no-base' } } };
        case 'commit':
            return { ok: true, value: start.sha };
        case 'parent': {
            const listed = await listOne(start.of);
            if (!listed.ok)
                return listed;
            const [parent] = parentsOf(start.of, listed.value);
            if (parent !== undefined)
                return { ok: true, value: parent };
            return {
                ok: true,
                value: { kind: 'none', why: { type: 'first-commit', sha: start.of } },
            };
        }
        case 'merge': {
            const { mergeSha, headSha, baseSha } = start;
            const listed = await listOne(mergeSha);
            if (!listed.ok)
                return listed;
            const [base, merged] = parentsOf(mergeSha, listed.value);
            // The head itself may be a merge, and its first parent the pull request's own commit.
            const isOfHead = base !== undefined && isSameWord(merged, headSha);
            return { ok: true, value: isOfHead ? base : baseSha };
        }
    }
}
function parentsOf(sha, commits) {
    return commits.filter((commit) => isSameWord(commit.sha, sha)).flatMap(({ parents }) => parents);
}
const base_commits_listSchema = array(object({ sha: string(), parents: array(object({ sha: string() })) }));
/** A list without the commit that was asked for is about something else. */
function readCommits(data, sha) {
    const parsed = safeParse(base_commits_listSchema, data);
    if (!parsed.success)
        return undefined;
    const commits = parsed.output.map((commit) => ({
        sha: commit.sha,
        parents: commit.parents.map((parent) => parent.sha),
    }));
    return commits.some((commit) => isSameWord(commit.sha, sha)) ? commits : undefined;
}

;// CONCATENATED MODULE: ./build/js/github/queries.js
/** The GraphQL queries that find commits with their statuses. */
/** Also asks which identity the token writes as. */
function pullRequestsQuery(contexts) {
    return `
query PullRequests${parameters(contexts, ', $after: String')} {
  viewer { login }
  repository(owner: $owner, name: $repo) {
    page: pullRequests(states: OPEN, first: 100, after: $after) {
      pageInfo { hasNextPage endCursor }
      nodes { baseRefOid baseRefName commits(last: 1) { nodes { commit { ...Head } } } }
    }
  }
}${headFragment(contexts)}`;
}
function mergeGroupsQuery(contexts) {
    return `
query MergeGroups${parameters(contexts, ', $after: String')} {
  repository(owner: $owner, name: $repo) {
    page: refs(refPrefix: "refs/heads/gh-readonly-queue/", first: 100, after: $after) {
      pageInfo { hasNextPage endCursor }
      nodes { target { ...Head } }
    }
  }
}${headFragment(contexts)}`;
}
/** @param isNamed whether the branch is named; otherwise the default branch is meant. */
function branchQuery(contexts, isNamed) {
    return `
query Branch${parameters(contexts, isNamed ? ', $branch: String!' : '')} {
  repository(owner: $owner, name: $repo) {
    ref: ${isNamed ? 'ref(qualifiedName: $branch)' : 'defaultBranchRef'} {
      name
      target { ... on Commit { history(first: 50) { nodes { ...Head } } } }
    }
  }
}${headFragment(contexts)}`;
}
function parameters(contexts, more) {
    const names = contexts.map((_, index) => `$c${index}: String!`);
    return `($owner: String!, $repo: String!, ${names.join(', ')}${more})`;
}
/** An alias for each context: GitHub finds a status by its name. */
function headFragment(contexts) {
    const statuses = contexts.map((_, index) => `c${index}: context(name: $c${index}) { state targetUrl }`);
    return `
fragment Head on Commit {
  oid
  status { ${statuses.join(' ')} }
}`;
}

;// CONCATENATED MODULE: ./build/js/model/finding.js
/** A finding of an image, and what the platform's words for severity and triage status mean. */

/** The worst first. */
const SEVERITIES = ['critical', 'high', 'medium', 'low', 'unspecified'];
/** Where triage stands, spelled as in the platform's filters. */
const FINDING_STATUSES = ['new', 'inProgress', 'rejected', 'remediated'];
/** The catalogs by whose names people know vulnerabilities, the best known first. */
const CATALOGS = ['cve', 'brly', 'ghsa', 'osv'];
/** The name in the best known catalog that has one. */
function knownName(identifiers) {
    return CATALOGS.map((catalog) => identifiers[catalog]).find((name) => name !== undefined);
}
/** @returns undefined if the API gave no severity, or an undocumented one. */
function severityOf({ severity, type }) {
    // JSON made from Protocol Buffers omits zero values, and inventory has no severity.
    if (severity === undefined)
        return isInventory(type) ? 'unspecified' : undefined;
    const word = fold(severity);
    // The name of the lowest one in the docs; the OpenAPI says `unspecified`.
    return word === 'informational' ? 'unspecified' : SEVERITIES.find((known) => known === word);
}
/** Whether findings of this type only describe what the image contains. */
function isInventory(type) {
    return type !== undefined && INVENTORY.has(fold(type));
}
const INVENTORY = new Set(['cryptographicasset', 'mitigation']);
/** @returns undefined if the API gave no status, or an undocumented one. */
function statusOf({ status }) {
    return status === undefined
        ? undefined
        : FINDING_STATUSES.find((known) => fold(known) === fold(status));
}
/** Every status that the API gave; undefined for one that is missing or undocumented. */
function statusesOf(finding) {
    const { otherStatus } = finding;
    return otherStatus === undefined
        ? [statusOf(finding)]
        : [statusOf(finding), statusOf({ status: otherStatus })];
}

;// CONCATENATED MODULE: ./build/js/model/policy.js
/** The policy on findings: which of them block, and how they add up. Pure. */

/**
 * From the strictest to the most lenient. Only messages use this order: `SEVERITIES` has the order
 * of gravity.
 */
const THRESHOLDS = ['any', 'low', 'medium', 'high', 'critical', 'none'];
/** Whether a finding blocks. What is unknown about it is taken for the worst. */
function blocksUnder(policy, finding) {
    const isNew = policy.baselineImageId === undefined || finding.side === 'right';
    const isSevere = reaches(policy.threshold, severityOf(finding));
    const isExploited = policy.failOnKev && finding.isKev;
    return isNew && isInImage(finding) && isOpen(policy, finding) && (isSevere || isExploited);
}
function reaches(threshold, severity) {
    if (threshold === 'none')
        return false;
    if (threshold === 'any' || severity === undefined)
        return true;
    return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(threshold);
}
function isOpen({ statuses }, finding) {
    return statusesOf(finding).some((status) => status === undefined || statuses.includes(status));
}
/** The inputs that turn any of these policies on. */
function switchesOf(policies) {
    const isOn = {
        'fail-on-severity': policies.some(({ threshold }) => threshold !== 'none'),
        'fail-on-kev': policies.some(({ failOnKev }) => failOnKev),
    };
    return ['fail-on-severity', 'fail-on-kev'].filter((name) => isOn[name]);
}
/** Everything about a finding that a policy looks at, as one text to compare. */
function whatCounts(finding) {
    const { isKev, side } = finding;
    return [severityOf(finding), ...statusesOf(finding), isKev, side].join(' ');
}
/** A comparison also lists findings that only the baseline has. */
function isInImage({ side }) {
    return side !== 'left';
}
/** @param policies a finding blocks if it does under any of them. */
function judge(findings, policies) {
    const open = findings.filter((finding) => policies.some((policy) => isOpen(policy, finding)));
    const blocking = findings.filter((finding) => policies.some((policy) => blocksUnder(policy, finding)));
    const on = (side) => countBySeverity(open.filter((it) => it.side === side));
    const isComparison = policies.some(({ baselineImageId }) => baselineImageId !== undefined);
    return {
        open: countBySeverity(open.filter(isInImage)),
        comparison: isComparison
            ? { new: on('right'), unchanged: on('both'), resolved: on('left') }
            : undefined,
        blocking: blocking.toSorted(byGravity),
        unknownSeverities: blocking.filter((it) => severityOf(it) === undefined).length,
        unknownStatuses: blocking.filter((it) => statusesOf(it).includes(undefined)).length,
        isLetPass: policies.every((policy) => policy.onFindings === 'warn' || !blocking.some((it) => blocksUnder(policy, it))),
    };
}
function countBySeverity(findings) {
    const counts = { critical: 0, high: 0, medium: 0, low: 0, unspecified: 0, other: 0 };
    for (const finding of findings)
        counts[severityOf(finding) ?? 'other'] += 1;
    return counts;
}
/** Severity, then known exploitation, then the ID, so that the order of pages does not matter. */
function byGravity(one, other) {
    return (rank(one) - rank(other) ||
        Number(other.isKev) - Number(one.isKev) ||
        (one.id < other.id ? -1 : Number(one.id > other.id)));
}
/** An unknown severity comes last: many of them must not push the worst known ones out of sight. */
function rank(finding) {
    const severity = severityOf(finding);
    return severity === undefined ? SEVERITIES.length : SEVERITIES.indexOf(severity);
}

;// CONCATENATED MODULE: ./build/js/model/deferred-wait.js


/** More would not fit in a `target_url`. */
const MOST_IMAGES = 10;
/** The longest `target_url` that we write, in characters. */
const LONGEST_TARGET_URL = 1_000;
/** Version 1 named no commit, so its statuses could be copied. */
const VERSION = '2';
const PARAMETER = 'binarly';
/** None of these may be in an ID (`SERVER_ID`), and none needs escaping in the query of a URL (RFC 3986). */
const [FIELD, IMAGE, PART] = ['*', '!', ','];
const NONCE = /^[a-z0-9]{8,40}$/;
const RUN = /^(\d{1,20})\.(\d{1,10})$/;
/** Seconds in base 36. */
const SECONDS = /^[a-z0-9]{1,8}$/;
const COMMIT_LENGTH = 12;
/** The letter that stands for each status of a finding. */
const STATUS_LETTERS = new Map([
    ['n', 'new'],
    ['i', 'inProgress'],
    ['r', 'rejected'],
    ['m', 'remediated'],
]);
/** What findings do (`f`: fail, `w`: warn), and `i` if a contradiction is let pass. */
const deferred_wait_MARKS = ['f', 'w', 'fi', 'wi'];
/** What a wait keeps of a commit: the first twelve digits of its SHA. */
function deferred_wait_commitOf(sha) {
    return sha.slice(0, COMMIT_LENGTH);
}
/** Whether an ID can be carried. */
function isCarriable(id) {
    return SERVER_ID.test(id) && !isDotSegment(id);
}
/** Every URL parser resolves these away in a path. */
function isDotSegment(id) {
    return id === '.' || id === '..';
}
/** @param pageUrl the page that the status links to: an address without a query. */
function toTargetUrl(pageUrl, wait) {
    const fields = [
        VERSION,
        `${wait.runId}.${wait.attempt}`,
        wait.productId ?? '',
        wait.isHandedOver ? 'h' : 'w',
        Math.floor(wait.leftMs / 1000).toString(36),
        wait.nonce,
        wait.commit,
        wait.policy === undefined ? '' : encodePolicy(wait.policy),
        wait.images.map(encodeImage).join(IMAGE),
    ];
    return `${pageUrl}?${PARAMETER}=${fields.join(FIELD)}`;
}
/** The baseline is left out if there is none. */
function encodeImage({ imageId, scanId = '', baselineImageId }) {
    return [imageId, scanId, ...(baselineImageId === undefined ? [] : [baselineImageId])].join(PART);
}
function encodePolicy(policy) {
    const letters = [...STATUS_LETTERS].filter(([, status]) => policy.statuses.includes(status));
    return [
        policy.threshold,
        policy.failOnKev ? 'k' : '',
        letters.map(([letter]) => letter).join(''),
        (policy.onFindings === 'warn' ? 'w' : 'f') + (policy.onIncomplete === 'warn' ? 'i' : ''),
    ].join(PART);
}
/**
 * Reads what `toTargetUrl` wrote. Never throws, whatever the input.
 * @param sha the commit that has the status.
 * @returns undefined if the address carries no wait for this commit, or anything in it is invalid.
 */
function readTargetUrl(targetUrl, sha) {
    if (targetUrl.length > LONGEST_TARGET_URL || !URL.canParse(targetUrl))
        return undefined;
    const fields = new URL(targetUrl).searchParams.get(PARAMETER)?.split(FIELD) ?? [];
    if (fields.length !== 9)
        return undefined;
    const [version, run = '', product, mark, left = '', nonce = '', commit = '', ...rest] = fields;
    const [policyText, imagesText] = rest;
    const [, runId, attempt] = RUN.exec(run) ?? [];
    const productId = readId(product);
    const images = deferred_wait_readImages(imagesText);
    const policy = policyText === '' ? undefined : readPolicy(policyText);
    const isHandedOver = mark === 'h';
    const isComplete = productId.id !== undefined && images?.every((it) => it.scanId !== undefined);
    if (version !== VERSION || runId === undefined || attempt === undefined)
        return undefined;
    if (!productId.ok || images === undefined || policy === 'invalid')
        return undefined;
    if (!(isHandedOver || mark === 'w') || (isHandedOver && isComplete !== true))
        return undefined;
    if (!SECONDS.test(left) || !NONCE.test(nonce))
        return undefined;
    if (commit !== deferred_wait_commitOf(sha))
        return undefined;
    const leftMs = Number.parseInt(left, 36) * 1000;
    const known = { runId, attempt, productId: productId.id, images, isHandedOver };
    return { ...known, policy, leftMs, nonce, commit };
}
/** An ID that may be missing. */
function readId(text = '') {
    return { ok: text === '' || isCarriable(text), id: text === '' ? undefined : text };
}
/** @returns undefined if any of them is invalid, or one is named twice. */
function deferred_wait_readImages(text = '') {
    const parts = text.split(IMAGE).map((entry) => entry.split(PART));
    if (parts.length > MOST_IMAGES)
        return undefined;
    const images = [];
    for (const [imageId = '', scanText, baselineText, ...rest] of parts) {
        const [scan, baseline] = [readId(scanText), readId(baselineText)];
        const isWhole = scanText !== undefined && baselineText !== '' && rest.length === 0;
        // Compared with itself, an image has nothing that is new.
        if (baseline.id !== undefined && isSameId(baseline.id, imageId))
            return undefined;
        const isValid = isWhole && isCarriable(imageId) && scan.ok && baseline.ok;
        if (!isValid || images.some((image) => image.imageId === imageId))
            return undefined;
        images.push({ imageId, scanId: scan.id, baselineImageId: baseline.id });
    }
    return images;
}
function readPolicy(text = '') {
    const [thresholdText, kev, letters = '', mark, ...rest] = text.split(PART);
    const threshold = THRESHOLDS.find((name) => name === thresholdText);
    const statuses = [...STATUS_LETTERS].filter(([letter]) => letters.includes(letter));
    const isValid = (kev === 'k' || kev === '') &&
        statuses.map(([letter]) => letter).join('') === letters &&
        statuses.length > 0 &&
        deferred_wait_MARKS.some((known) => known === mark) &&
        rest.length === 0;
    if (threshold === undefined || !isValid)
        return 'invalid';
    return {
        threshold,
        failOnKev: kev === 'k',
        statuses: statuses.map(([, status]) => status),
        onFindings: mark?.startsWith('w') ? 'warn' : 'fail',
        onIncomplete: mark?.endsWith('i') ? 'warn' : 'fail',
    };
}

;// CONCATENATED MODULE: ./build/js/github/read-heads.js
/** Reads commits and their statuses from answers to queries, any part of which may be missing. */


/** A list whose entries GitHub replaces by null if it fails to make them. */
const nodesOf = (node) => object({ nodes: fallback(nullish(array(fallback(nullish(node), null)), []), []) });
const statusSchema = nullish(object({ state: string(), targetUrl: fallback(string(), '') }));
const headSchema = nullish(object({
    oid: string(),
    status: nullish(record(string(), statusSchema)),
}));
const pageOf = (node) => object({
    repository: object({
        page: object({
            pageInfo: object({ hasNextPage: dist_boolean(), endCursor: nullish(string(), null) }),
            ...nodesOf(node).entries,
        }),
    }),
});
const pullRequestsSchema = object({
    viewer: object({ login: string() }),
    ...pageOf(object({
        baseRefOid: fallback(optional(string(), ''), ''),
        baseRefName: fallback(optional(string(), ''), ''),
        commits: nodesOf(object({ commit: headSchema })),
    })).entries,
});
const mergeGroupsSchema = pageOf(object({ target: headSchema }));
const branchSchema = object({
    repository: object({
        ref: nullish(object({
            name: fallback(string(), ''),
            target: nullish(object({ history: optional(nodesOf(headSchema)) })),
        })),
    }),
});
function readPullRequests(data, contexts) {
    const parsed = safeParse(pullRequestsSchema, data);
    if (!parsed.success)
        return undefined;
    const { viewer, repository } = parsed.output;
    const { pageInfo, nodes } = repository.page;
    const heads = present(nodes).flatMap(({ baseRefOid: sha, baseRefName: branch, commits }) => {
        const start = sha === '' ? { kind: 'unknown' } : { kind: 'commit', sha };
        const commit = present(commits.nodes).map((node) => node.commit);
        return headsOf(commit, contexts, () => ({ branch, start }));
    });
    return { heads, next: nextOf(pageInfo), login: viewer.login };
}
function readMergeGroups(data, contexts) {
    const parsed = safeParse(mergeGroupsSchema, data);
    if (!parsed.success)
        return undefined;
    const { pageInfo, nodes } = parsed.output.repository.page;
    const heads = present(nodes).map(({ target }) => target);
    return { heads: headsOf(heads, contexts, parentOn('')), next: nextOf(pageInfo), login: '' };
}
function readBranch(data, contexts) {
    const parsed = safeParse(branchSchema, data);
    if (!parsed.success)
        return undefined;
    const { ref } = parsed.output.repository;
    const name = ref?.name ?? '';
    const heads = headsOf(ref?.target?.history?.nodes ?? [], contexts, parentOn(name));
    return { name, exists: ref != null, heads };
}
function nextOf(page) {
    return page.hasNextPage ? page.endCursor : null;
}
/** A commit that is no pull request's is based on the one before. */
function parentOn(branch) {
    return (sha) => ({ branch, start: { kind: 'parent', of: sha } });
}
function headsOf(heads, contexts, baseOf) {
    return present(heads).map(({ oid, status }) => ({
        sha: oid,
        base: baseOf(oid),
        statuses: contexts.flatMap((context, index) => {
            const found = status?.[`c${index}`];
            return found == null
                ? []
                : [{ context, ...found, wait: readTargetUrl(found.targetUrl, oid) }];
        }),
    }));
}
function present(entries) {
    return entries.filter((entry) => entry != null);
}

;// CONCATENATED MODULE: ./build/js/github/find-statuses.js



/** What the search needs. */
const find_statuses_NEEDS = ['contents: read', 'pull-requests: read'];
async function findPendingStatuses(api, where, budget) {
    const search = createSearch(api, where, budget);
    const [pullRequests, mergeGroups, ...branches] = await Promise.all([
        search.pages(pullRequestsQuery(where.contexts), readPullRequests),
        search.pages(mergeGroupsQuery(where.contexts), readMergeGroups),
        ...(where.branches ?? [undefined]).map((branch) => search.history(branch)),
    ]);
    if (!pullRequests.ok)
        return pullRequests;
    if (!mergeGroups.ok)
        return mergeGroups;
    const histories = [];
    for (const answer of branches) {
        if (!answer.ok)
            return answer;
        histories.push(answer.value);
    }
    const parts = [pullRequests.value, mergeGroups.value, ...histories];
    const unique = new Map();
    for (const it of parts.flatMap(({ heads }) => heads.flatMap(pendingOn))) {
        const key = `${it.sha} ${it.context}`;
        const known = unique.get(key) ?? it;
        unique.set(key, { ...known, base: commonBase(known.base, it.base) });
    }
    return {
        ok: true,
        value: {
            login: pullRequests.value.login,
            statuses: oldestFirst([...unique.values()]),
            looked: {
                pullRequests: pullRequests.value.heads.length,
                mergeGroups: mergeGroups.value.heads.length,
                branches: histories.map(({ name, exists, heads }) => ({
                    name,
                    commits: exists ? heads.length : undefined,
                })),
            },
            errors: [...new Set(parts.flatMap((part) => part.errors))],
        },
    };
}
function pendingOn({ sha, base, statuses }) {
    return statuses
        .filter(({ state }) => state === 'PENDING')
        .map(({ context, targetUrl, wait }) => ({ sha, base, context, targetUrl, wait }));
}
/** The ID of a run grows with time; statuses without a wait come last. */
function oldestFirst(statuses) {
    const rank = ({ wait }) => Number(wait?.runId ?? Number.MAX_VALUE);
    return statuses.toSorted((one, other) => rank(one) - rank(other));
}
function createSearch(api, where, budget) {
    const { owner, repo, contexts } = where;
    const names = Object.fromEntries(contexts.map((context, index) => [`c${index}`, context]));
    const ask = (query, more, read) => {
        const variables = { owner, repo, ...names, ...more };
        const request = { query, variables, needs: find_statuses_NEEDS };
        return api.query({ ...request, read: (data) => read(data, contexts) }, budget);
    };
    return {
        async pages(query, read) {
            const heads = [];
            const errors = [];
            let login = '';
            let after = null;
            do {
                const answer = await ask(query, { after }, read);
                if (!answer.ok)
                    return answer;
                const page = answer.value.value;
                heads.push(...page.heads);
                errors.push(...answer.value.errors);
                login = page.login;
                after = page.next;
            } while (after !== null);
            return { ok: true, value: { heads, errors, login } };
        },
        /** @param branch undefined: the default branch. */
        async history(branch) {
            const more = branch === undefined ? {} : { branch: `refs/heads/${branch}` };
            const query = branchQuery(contexts, branch !== undefined);
            const answer = await ask(query, more, readBranch);
            if (!answer.ok)
                return answer;
            const { value, errors } = answer.value;
            const name = branch ?? value.name;
            // What GitHub failed to show may well exist.
            const exists = value.exists || errors.length > 0;
            return { ok: true, value: { heads: value.heads, errors, name, exists } };
        },
    };
}

;// CONCATENATED MODULE: ./build/js/model/statuses.js
const RED = {
    green: 'never',
    mark: '❌',
    commitState: 'failure',
    isFinal: false,
    hasDetails: false,
    tag: 'crit',
};
/** The most severe first: the status of a step is the first of these that any image has. */
const STATUS_TABLE = {
    error: { ...RED, headline: 'Could not wait for the Binarly scan', commitState: 'error' },
    unavailable: { ...RED, headline: 'No usable answer from Binarly', commitState: 'error' },
    failed: { ...RED, headline: 'Binarly scan failed', isFinal: true, hasDetails: true },
    cancelled: { ...RED, headline: 'Binarly scan cancelled', isFinal: true, hasDetails: true },
    'no-scan': { ...RED, headline: 'No Binarly scan found' },
    findings: {
        ...RED,
        green: 'findings',
        headline: 'Blocking Binarly findings',
        isFinal: true,
        hasDetails: true,
    },
    interrupted: {
        ...RED,
        mark: '⏹️',
        headline: 'Waiting for the Binarly scan was interrupted',
        commitState: 'error',
        tag: 'active',
    },
    // A verdict only once its commit status is written.
    deferred: {
        ...RED,
        green: 'always',
        mark: '⏳',
        headline: 'Binarly scan deferred to a commit status',
        hasDetails: true,
        tag: 'active',
    },
    'timed-out': {
        ...RED,
        green: 'timeout',
        mark: '⏱️',
        headline: 'Binarly scan did not finish in time',
        hasDetails: true,
        tag: 'active',
    },
    completed: {
        ...RED,
        green: 'always',
        mark: '✅',
        headline: 'Binarly scan completed',
        isFinal: true,
        hasDetails: true,
        tag: 'done',
    },
};
/** In the order of the table. */
const STATUSES = Object.keys(STATUS_TABLE);
/** The status over several images; `error` over none, because nothing was waited for. */
function overallStatus(statuses) {
    return STATUSES.find((status) => statuses.includes(status)) ?? 'error';
}
/** The mark beside a status: a warning sign if the workflow lets it pass. */
function markOf(status, isLetPass) {
    const { green, mark } = STATUS_TABLE[status];
    return isLetPass && green !== 'always' ? '⚠️' : mark;
}
/** Whether it has findings that pass, because `on-findings` is warn. */
function letsFindingsPass(verdict) {
    return verdict.status === 'findings' && verdict.judgement.isLetPass;
}
/** The one rule for green. */
function isGreen(status, letPass) {
    const { green } = STATUS_TABLE[status];
    return green === 'always' || (green !== 'never' && letPass[green]);
}
/** Whether a wait ended green. A timeout is not: only a step lets one pass. */
function endedGreen(ended) {
    if (ended === undefined)
        return false;
    return isGreen(ended.status, { timeout: false, findings: letsFindingsPass(ended) });
}
/** Whether a wait ended red for good: later polls cannot change how the scan ended. */
function endedRed(ended) {
    return ended !== undefined && STATUS_TABLE[ended.status].isFinal && !endedGreen(ended);
}
/**
 * For example `2 failed, 1 image with findings, 10 completed`, the gravest first; any other word
 * comes last.
 */
function countsOf(statuses) {
    return [...new Set([...STATUSES, ...statuses])]
        .map((name) => ({ name, count: statuses.filter((status) => status === name).length }))
        .filter(({ count }) => count > 0)
        .map(({ name, count }) => `${count} ${name === 'findings' ? withFindings(count) : name}`)
        .join(', ');
}
/** "3 findings" would count the findings. */
function withFindings(count) {
    return `${count === 1 ? 'image' : 'images'} with findings`;
}

;// CONCATENATED MODULE: ./build/js/report/sentence.js
/** A reason: what happened and what to do, and how the two become a sentence. */

function because(happened, advice, mark = ':') {
    return mark === ':' ? { happened, advice } : { happened, advice, mark };
}
/** The reason as a sentence of its own. */
function sentenceOf(reason) {
    return `${capitalize(clausesOf(reason))}.`;
}
/** What happened and what to do, without the period. */
function clausesOf({ happened, advice, mark = ':' }) {
    return `${happened}${mark} ${advice}`;
}
/** What somebody said, as the end of a clause: `: said`, or nothing. */
function after(said) {
    return said === undefined || said === '' ? '' : `: ${said}`;
}
/** Anything that can be thrown, as one printable line. */
function describeThrown(cause) {
    try {
        return printable(String(cause));
    }
    catch {
        return 'a value that cannot be printed';
    }
}

;// CONCATENATED MODULE: ./build/js/report/github-problems.js


/** As a clause; printable. */
function describeGitHubProblem(problem) {
    switch (problem.type) {
        case 'stopped':
            return 'GitHub did not answer in time';
        case 'too-slow':
            return `no response from GitHub within ${problem.limitMs / 1000} s`;
        case 'network':
            return `no connection to GitHub: ${problem.message}`;
        case 'unavailable':
        case 'refused':
            return `GitHub answered HTTP ${problem.status}${after(problem.message)}`;
        case 'rate-limit':
            return `the rate limit of GitHub is used up${untilReset(problem.resetMs)}${after(problem.message)}`;
        case 'no-permission':
            return `GitHub refused the request: ${problem.message}`;
        case 'query-failed':
            return `GitHub could not execute the query: ${problem.message}`;
        case 'query-refused':
            return `GitHub refused the query: ${problem.message}`;
        case 'unexpected-answer':
            return `GitHub sent an unexpected response (HTTP ${problem.status})`;
    }
}
function untilReset(resetMs) {
    return resetMs === undefined ? '' : ` until ${formatUtc(resetMs)}`;
}
function adviceOnGitHub(problem) {
    switch (problem.type) {
        case 'no-permission': {
            const [first = '', ...others] = problem.needs;
            const needs = [`\`permissions: ${first}\``, ...others.map((need) => `\`${need}\``)];
            // Pull requests from forks may read, whatever the workflow says.
            const forks = problem.needs.some((need) => need.endsWith('write'))
                ? ' (runs for pull requests from forks never have it)'
                : '';
            return `give the job ${needs.join(' and ')}${forks}`;
        }
        case 'rate-limit':
            return problem.resetMs === undefined
                ? 'run the job again in some minutes, and make fewer requests with this token'
                : 'run the job again after that, and make fewer requests with this token';
        case 'refused':
            return adviceOnStatus(problem.status);
        case 'query-refused':
            return 'check `github-token`, and what it may read';
        case 'stopped':
        case 'too-slow':
        case 'network':
        case 'unavailable':
        case 'query-failed':
        case 'unexpected-answer':
            return 'run the job again when GitHub is back';
    }
}
function adviceOnStatus(status) {
    if (status === 401)
        return 'check `github-token`';
    if (status === 422)
        return 'check `status-context`, and whether the commit still exists';
    return 'check `github-token`, and whether the repository and the commit still exist';
}

;// CONCATENATED MODULE: ./build/js/report/commit-status.js
/** The words of commit statuses: their descriptions, and what goes wrong with them. */




const WAITING = 'Waiting for the Binarly scan';
/** @param endMs when `settle-within` ends, in milliseconds since the epoch. */
function handedOverDescription({ images }, endMs) {
    const scans = images.length === 1 ? 'the Binarly scan' : `${images.length} Binarly scans`;
    return `Still waiting for ${scans}; rechecked until ${formatUtc(endMs)}`;
}
/**
 * The verdict in a description.
 * @param counts over several images; empty for one.
 * @param reason one sentence; empty if completed.
 */
function verdictDescription(status, reason, counts) {
    if (counts !== '')
        return counts;
    return reason === '' ? status : `${status}: ${reason}`;
}
/** The commit status for a verdict. */
function commitStateOf(green, status) {
    return green ? 'success' : STATUS_TABLE[status].commitState;
}
function commitLine({ commit }, context) {
    const sha = printable(commit.sha);
    return `Writing the commit status ${printable(context)} to ${sha}, the commit of the ${commit.of}.`;
}
/** @param why someone else's status counts. */
function leftAloneLine(why, context) {
    const whose = `The commit status ${printable(context)} ${describeLeftAlone(why)}`;
    return `${whose}, so this step left it alone.`;
}
/** As a predicate. */
function describeLeftAlone(why) {
    switch (why.type) {
        case 'superseded':
            return 'belongs to a newer wait on this commit';
        case 'overridden':
            return `was set by ${loginOf(why.by)}`;
        case 'finished':
            return `is ${why.state} already`;
    }
}
/** Whoever wrote a status. */
function loginOf(login) {
    return login === undefined ? 'an unknown account' : printable(login, 60);
}
/**
 * Why the step is an error although nothing else may be wrong with it.
 * @param verdict the status that the step would have ended with; undefined before the first poll.
 */
function reasonOfStatusProblem(problem, context, verdict) {
    const name = printable(context);
    switch (problem.type) {
        case 'unwritten': {
            const after = verdict === undefined ? '' : ` for the verdict ${verdict}`;
            const why = describeGitHubProblem(problem.problem);
            return because(`the commit status ${name} could not be written${after} (${why})`, adviceOnGitHub(problem.problem));
        }
        case 'shared': {
            return because(`another job or step of this run also uses the commit status ${name}${foundBefore(verdict)}`, 'give each its own `status-context`');
        }
        case 'unlisted':
            return because(`the commit status ${name} was written, but the list of statuses did not show it ` +
                `within 10 s${foundBefore(verdict)}`, 'run the job again when GitHub is back');
        case 'contended':
            return because(`other runs kept writing over the commit status ${name}${foundBefore(verdict)}`, 'give each workflow its own `status-context`, and run the job again');
        case 'not-handed-over':
            return because(`time is up, and a newer wait on this commit uses the commit status ${name}, ` +
                'so this one was not handed over (the verdict was timed-out)', 'look at the newer run, or give each workflow its own `status-context`');
        case 'too-long':
            return because(`time is up, and the wait does not fit in a commit status (${problem.length} characters), ` +
                'so it was not handed over (the verdict was timed-out)', 'wait for fewer images per step');
    }
}
function foundBefore(verdict) {
    return verdict === undefined ? '' : ` (the verdict of this step was ${verdict})`;
}
const SHARED_DESCRIPTION = 'Several jobs of one run share this status: give each job its own status-context';
/** @param cause what reading the event threw. */
function reasonWithoutRun(cause) {
    return because(`could not determine the commit for the commit status (${cause})`, 'use `on-timeout: defer` only in workflows that run on GitHub');
}

;// CONCATENATED MODULE: ./build/js/report/errors.js
/** The words for errors of a step itself: invalid inputs, and what should be impossible. */


/** What is wrong with the inputs: a headline, then a line for each problem. */
function linesOfProblems(problems) {
    const count = new Set(problems.map(({ input }) => input)).size;
    const headline = count === 1 ? 'One input is invalid' : `${count} inputs are invalid`;
    return [headline, ...problems.map(({ input, text }) => `\`${input}\` ${text}`)];
}
/** The same for an output and for people: a sentence, and the lines with their marks. */
function describeProblems(problems) {
    const [headline, ...clauses] = linesOfProblems(problems);
    return {
        reason: `${headline}: ${clauses.join('; ')}.`,
        reasonLines: [`${headline}:`, ...clauses.map((clause) => `${clause}.`)],
    };
}
/** The sentence for an output that could not be written. */
function reasonOfUnwritten(name, error) {
    return because(`could not write the output ${name} (${describeThrown(error)}), so later steps would read nothing`, error instanceof ActiveFolderError
        ? 'set RUNNER_TEMP to a folder whose path has letters, digits and simple marks only'
        : 'check the disk on the runner');
}
/** The sentence for an error that should be impossible. */
function reasonOfCrash(cause) {
    return because(`unexpected error in this action (${describeThrown(cause)})`, 'run the job again, and if it fails again, report this sentence to the maintainers');
}

;// CONCATENATED MODULE: ./build/js/binarly/api-error.js
/** An error in the API's own format (docs.binarly.io, errors). */


const line = pipe(string(), transform((text) => printable(text)));
const maybeLine = fallback(optional(line), undefined);
const detail = object({ reason: maybeLine, field: maybeLine });
const errorSchema = object({
    message: line,
    permission: maybeLine,
    resourceName: maybeLine,
    details: fallback(optional(array(fallback(detail, {})), []), []),
});
/** How many details are quoted. */
const MOST_DETAILS = 3;
/** @returns undefined if it is not in the API's own format. */
function readError(json) {
    const parsed = safeParse(errorSchema, json);
    if (!parsed.success)
        return undefined;
    const { message, permission, resourceName, details } = parsed.output;
    const said = details.slice(0, MOST_DETAILS).flatMap(({ field, reason }) => {
        return [field, reason].filter((text) => text !== undefined).join(': ') || [];
    });
    return { message, permission, resourceName, details: said.join('; ') };
}

;// CONCATENATED MODULE: ./build/js/binarly/reply-meanings.js

function is401(reply) {
    return reply.kind === 'reply' && reply.status === 401;
}
function refusalOf(status, error, location) {
    if (status === 407)
        return { type: 'proxy-auth' };
    // 304 is in the range of redirects but is not one.
    if (status < 400 && status !== 304)
        return { type: 'redirect', status, location };
    return { type: 'http-status', status, error };
}
/** As with a wrong `api-url`. */
function notJson(text, reply) {
    const { status } = reply;
    return reply_meanings_failed({ type: 'not-json', status, body: kindOfText(text) }, 'nothing', reply);
}
function reply_meanings_failed(cause, reached, { retryAfterMs }) {
    return { kind: 'failed', endpoint: 'api', cause, reached, retryAfterMs };
}

;// CONCATENATED MODULE: ./build/js/binarly/api.js







function createApi({ http, apiUrl, credential, clock }) {
    /** Whether the API has answered in its own format, so that `api-url` must be right. */
    let hasAnswered = false;
    /** What has been read so far. */
    const readable = new Set();
    /** Whether the platform understood only the older form of a question. */
    let isOlder = false;
    async function send(question, { value }, limits) {
        const sendAndRead = question.save ?? http;
        const { headers, ...request } = requestOf(question, apiUrl);
        const authorized = { ...headers, authorization: `Bearer ${value}` };
        const reply = await sendAndRead({ ...request, headers: authorized, ...limits });
        if (reply.kind === 'reply')
            clock?.hear(reply.aheadMs);
        return reply;
    }
    async function askOnce(question, limits) {
        const token = await credential.token(limits);
        if (token.kind !== 'token')
            return token;
        let reply = await send(question, token, limits);
        if (is401(reply) && credential.finalRefusal === undefined) {
            errorIn(jsonOf(reply)); // Even a refusal shows that the API is there.
            // Revoked or expired early: retry once, immediately, with a new token.
            if (token.issuedMs < limits.beganMs) {
                const renewed = await credential.token(limits, token);
                if (renewed.kind !== 'token')
                    return renewed;
                reply = await send(question, renewed, limits);
            }
            if (is401(reply))
                return freshTokenRefused(reply);
        }
        return answerTo(reply, question);
    }
    function answerTo(reply, question) {
        switch (reply.kind) {
            case 'no-reply':
                return ofNoReply(reply, 'api');
            case 'unwritable':
                return refusedByApi({ type: 'unwritable', message: reply.message });
            case 'saved':
                hasAnswered = true;
                return question.read(reply);
            case 'reply':
                return answerOf(reply, question);
        }
    }
    /**
     * The clocks of Keycloak and the API may differ by a second: the next poll tries the token again.
     */
    function freshTokenRefused(reply) {
        const error = errorIn(jsonOf(reply));
        const cause = { type: 'fresh-token-refused', message: error?.message };
        return reply_meanings_failed(cause, error === undefined ? 'unclear' : 'api', reply);
    }
    /** Removes the secrets that the server may have echoed. */
    function jsonOf({ body }) {
        return body.ok ? json_parseJson(body.text, credential.redact) : undefined;
    }
    /** Reads an error in the API's own format, which shows that the API is there. */
    function errorIn(json) {
        const error = readError(json?.value);
        hasAnswered ||= error !== undefined;
        return error;
    }
    function answerOf(reply, question) {
        const { status, body } = reply;
        const json = jsonOf(reply);
        const isSuccess = status >= 200 && status < 300;
        const error = isSuccess ? undefined : errorIn(json);
        if (isSuccess || (status === 404 && error === undefined)) {
            if (!body.ok)
                return reply_meanings_failed(body.problem, 'nothing', reply);
            if (json === undefined)
                return notJson(body.text, reply);
        }
        // A file that was not saved, for example because it is only a part.
        if (isSuccess && question.save !== undefined)
            return reply_meanings_failed({ type: 'http-status', status, message: undefined }, 'unclear', reply);
        return isSuccess
            ? readAnswer(reply, json?.value, question)
            : errorAnswer(reply, error, question);
    }
    function readAnswer(reply, json, question) {
        const { retryAfterMs, dateMs, hasMore } = reply;
        const { isList = false, subject } = question;
        const answer = { ...question.read(json), retryAfterMs, dateMs };
        hasAnswered ||= answer.kind !== 'failed' || answer.reached === 'api';
        if (answer.kind === 'failed')
            return answer;
        if (subject !== undefined)
            readable.add(subject);
        return isList && hasMore ? reply_meanings_failed({ type: 'paged-list' }, 'api', reply) : answer;
    }
    function errorAnswer(reply, error, { subject = '' }) {
        const { status, retryAfterMs, dateMs, location, body } = reply;
        const cause = { type: 'http-status', status, message: error?.message };
        if (status === 401 && credential.finalRefusal !== undefined)
            return credential.finalRefusal(error?.message);
        if (status === 404 && error !== undefined) {
            const notFound = { type: 'not-found', message: error.message };
            return { kind: 'absent', cause: notFound, retryAfterMs, dateMs };
        }
        // Binarly's errors page says to try again after a 5xx.
        if (isBusy(status))
            return reply_meanings_failed(cause, error === undefined ? 'busy' : 'api', reply);
        // A firewall that counts requests says so in JSON, too, but it names no permission.
        if (status === 403 && error?.permission === undefined && readable.has(subject))
            return reply_meanings_failed(cause, 'unclear', reply);
        // A firewall that challenges the first request may let the next one pass.
        if (!hasAnswered && status === 403 && body.ok && kindOfText(body.text) === 'web-page')
            return notJson(body.text, reply);
        // A 404 without Binarly's error comes from another server. Once the API has answered, so does
        // any 3xx or 4xx without it: a maintenance page or a firewall.
        const isForeign = error === undefined && (status === 404 || hasAnswered) && status !== 407;
        if (isForeign)
            return reply_meanings_failed(cause, 'unclear', reply);
        return refusedByApi(refusalOf(status, error, location && printable(credential.redact(location))));
    }
    async function ask(question, limits) {
        const answer = await askOnce(question, limits);
        return answer.kind === 'failed' && hasAnswered ? { ...answer, reached: 'api' } : answer;
    }
    return async ({ olderBody, ...question }, limits) => {
        if (olderBody === undefined)
            return ask(question, limits);
        const older = { ...question, body: olderBody };
        const answer = await ask(isOlder ? older : question, limits);
        if (isOlder || !isBadRequest(answer))
            return answer;
        const again = await ask(older, limits);
        isOlder = again.kind === 'found';
        return again;
    };
}
function isBadRequest(answer) {
    if (answer.kind !== 'refused')
        return false;
    return answer.cause.type === 'http-status' && answer.cause.status === 400;
}

// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __nccwpck_require__(916);
;// CONCATENATED MODULE: ./build/js/binarly/products.js
/** Products: people use their names, and the API uses their IDs. */






/** Asks for the products that the caller may view (docs.binarly.io, list-products). */
const LIST_PRODUCTS = {
    path: ['products'],
    isList: true,
    maxBytes: MAX_LIST_BYTES,
    read: readProducts,
};
const products_text = fallback(optional(string()), undefined);
const products_schema = object({
    products: listOf(object({ id: products_text, name: products_text })),
    ...PAGE_TOKENS,
});
/** Reads the answer to list-products. */
function readProducts(json) {
    const parsed = safeParse(products_schema, json);
    if (!parsed.success)
        return unclearAnswer('products');
    if (isPartial(parsed.output))
        return failedByApi({ type: 'paged-list' });
    const value = parsed.output.products.map(({ id, name }) => ({
        id: id === undefined ? undefined : parseServerId('product', id),
        name,
    }));
    return { kind: 'found', value };
}
/**
 * Finds the product that the input names, by ID first, then by exact name. Names are compared in
 * Unicode NFC, with white space trimmed and collapsed. Any other text is treated as an ID that is
 * not in the list.
 */
function chooseProduct(products, given) {
    const byId = products.find(({ id }) => id === given);
    if (byId !== undefined)
        return products_found({ id: given, name: byId.name });
    const named = products.filter(({ name }) => name !== undefined && sameName(name, given));
    const [first] = named;
    if (first === undefined)
        return chooseUnlisted(given, nearestNames(products, given));
    const ids = [...new Set(named.map(({ id }) => id))];
    if (ids.length > 1) {
        const readable = ids.filter((id) => id !== undefined);
        return refusedByApi({ type: 'ambiguous-product', given, ids: readable });
    }
    return first.id === undefined
        ? failedByApi({ type: 'unreadable-product-id', name: given })
        : products_found({ id: first.id, name: first.name });
}
/**
 * Treats the text as an ID that is not in any list.
 * @param nearest the names that the list of products has; undefined if there is no such list.
 */
function chooseUnlisted(given, nearest) {
    return isInputId(given)
        ? products_found({ id: given, name: undefined, unlisted: { nearest } })
        : refusedByApi({ type: 'unknown-product', product: { given, nearest: nearest ?? [] } });
}
function products_found(value) {
    return { kind: 'found', value };
}
function sameName(one, other) {
    return normalized(one) === normalized(other);
}
function normalized(name) {
    return name.normalize('NFC').trim().replace(/\s+/g, ' ');
}
/** How many names to suggest. */
const NEAREST = 3;
function nearestNames(products, given) {
    const names = products.map(({ name = '' }) => name.slice(0, 200)).filter((name) => name !== '');
    const wanted = given.slice(0, 200).toLowerCase();
    return [...new Set(names)]
        .map((name) => ({ name, steps: (0,mod/* distance */.Io)(name.toLowerCase(), wanted) }))
        .sort((one, other) => one.steps - other.steps)
        .slice(0, NEAREST)
        .map(({ name }) => name);
}

;// CONCATENATED MODULE: ./build/js/binarly/resolve-product.js
/**
 * Resolves the input `product` once for all images. If the lookup fails, that failure is the answer
 * to the poll.
 */



function imagesOfProduct(input, askApi) {
    const { given, claimedId } = input;
    let resolved = isUlid(given)
        ? { id: given, name: undefined }
        : undefined;
    /** Whether the API has answered a question about an unlisted product: then the text is an ID. */
    let isConfirmed = false;
    let underway;
    function choose(answer) {
        if (answer.kind === 'found')
            return chooseProduct(answer.value, given);
        // A platform that has no such list can still find a product by its ID.
        return answer.kind === 'absent' ? chooseUnlisted(given, undefined) : answer;
    }
    async function lookUp(limits) {
        const choice = choose(await askApi(LIST_PRODUCTS, limits));
        if (choice.kind !== 'found')
            return choice;
        const { id } = choice.value;
        if (claimedId !== undefined && claimedId !== id)
            return otherProduct(claimedId, id);
        resolved = choice.value;
        return choice;
    }
    async function resolve(limits) {
        if (resolved !== undefined)
            return resolve_product_found(resolved);
        underway ??= lookUp(limits).finally(() => {
            underway = undefined;
        });
        return underway;
    }
    async function ask(question, limits) {
        const known = await resolve(limits);
        if (known.kind !== 'found')
            return known;
        const answer = await askApi(question(known.value.id), limits);
        isConfirmed ||= answer.kind === 'found';
        return isConfirmed ? answer : explained(answer, known.value);
    }
    return {
        resolve,
        ask,
        asking: (chooseQuestion) => (limits) => ask(chooseQuestion(), limits),
        product: () => (resolved?.unlisted === undefined || isConfirmed ? resolved : undefined),
    };
}
function resolve_product_found(value) {
    return { kind: 'found', value };
}
function otherProduct(claimedId, productId) {
    return refusedByApi({ type: 'other-product', claimedId, productId });
}
/** If the list did not have the product, a 400 or 404 most likely means a mistyped `product`. */
function explained(answer, { id, unlisted }) {
    if (unlisted?.nearest === undefined)
        return answer;
    const unknownProduct = { given: id, nearest: unlisted.nearest };
    if (answer.kind === 'absent' && answer.cause.type === 'not-found')
        return { ...answer, cause: { ...answer.cause, unknownProduct } };
    const { kind } = answer;
    if (kind === 'refused' && answer.cause.type === 'http-status' && answer.cause.status === 400)
        return { ...answer, cause: { type: 'unknown-product', product: unknownProduct } };
    return answer;
}

;// CONCATENATED MODULE: ./build/js/credentials/redact.js
/** Removes secrets from text, because a server may echo them. */
/** Anything shorter is no secret; replacing it would garble the text. */
const SHORTEST_SECRET = 8;
/**
 * @returns the text with `***` in place of each secret, including where it is encoded for a form or
 * a URL.
 */
function withoutSecrets(text, secrets) {
    return secrets
        .filter(({ length }) => length >= SHORTEST_SECRET)
        .flatMap(encodedForms)
        .reduce((clean, secret) => clean.replaceAll(secret, '***'), text);
}
function encodedForms(secret) {
    const asForm = new URLSearchParams({ '': secret }).toString().slice(1);
    return [secret, asForm, encodeURIComponent(secret.toWellFormed())];
}

;// CONCATENATED MODULE: ./build/js/credentials/renewed-credential.js
/**
 * Access tokens that are renewed while waiting: Binarly's live 30 minutes, and many scans take
 * longer.
 */

/**
 * A token is replaced a tenth of its life before its end, but no earlier than this, in
 * milliseconds.
 */
const LONGEST_LEAD_MS = 60_000;
/** Uses each token until shortly before its end. Concurrent callers share one request. */
function renewedCredential(source, { clock, mask }) {
    let current;
    /** The previous token: a response that is still on its way may echo it. */
    let previous = '';
    let underway;
    function redact(text) {
        return withoutSecrets(text, [...source.secrets(), current?.value ?? '', previous]);
    }
    async function request(limits) {
        // A token's life counts from before the request, so that it ends early rather than late.
        const askedMs = clock.monotonicMs();
        const answer = await source.request(limits, { redact, hasSucceeded: current !== undefined });
        return answer.kind === 'grant' ? accept(answer, askedMs) : answer;
    }
    function accept({ token, lifetimeMs }, askedMs) {
        mask(token);
        previous = current?.value ?? '';
        const endsMs = askedMs + lifetimeMs;
        const renewAtMs = endsMs - Math.min(lifetimeMs / 10, LONGEST_LEAD_MS);
        current = { kind: 'token', value: token, issuedMs: clock.monotonicMs(), renewAtMs, endsMs };
        return current;
    }
    /**
     * A renewal that fails while the current token is valid does not fail the poll: the next poll
     * tries again.
     */
    async function renew(limits, valid) {
        underway ??= request(limits).finally(() => {
            underway = undefined;
        });
        const answer = await underway;
        if (answer.kind === 'token' || answer.kind === 'interrupted')
            return answer;
        return valid !== undefined && clock.monotonicMs() < valid.endsMs ? valid : answer;
    }
    return {
        token(limits, refused) {
            const usable = current?.value === refused?.value ? undefined : current;
            if (usable !== undefined && clock.monotonicMs() < usable.renewAtMs)
                return Promise.resolve(usable);
            return renew(limits, usable);
        },
        finalRefusal: undefined,
        redact,
    };
}

;// CONCATENATED MODULE: ./build/js/credentials/token-endpoint.js
/** The answers of a token endpoint (RFC 6749, 5; Keycloak's texts were measured with 26.7.3). */




/** A token is a few kilobytes. */
const MAX_TOKEN_BYTES = 1024 * 1024;
/**
 * A request for a token by the client credentials grant (RFC 6749, 4.4).
 * @param client how the form identifies the client.
 */
function formRequest(url, client, authorization) {
    return {
        url,
        headers: {
            accept: 'application/json',
            'content-type': 'application/x-www-form-urlencoded',
            ...(authorization === undefined ? {} : { authorization }),
        },
        body: new URLSearchParams({ grant_type: 'client_credentials', ...client }).toString(),
        maxBytes: MAX_TOKEN_BYTES,
    };
}
/** Some servers write numbers as strings. */
const secondsSchema = union([
    number(),
    pipe(string(), regex(/^\d+$/), transform(Number)),
]);
const grantSchema = object({
    // Only characters that are allowed in a header.
    access_token: pipe(string(), regex(/^[\x21-\x7e]+$/)),
    expires_in: fallback(optional(pipe(secondsSchema, gtValue(0))), undefined),
});
/** RFC 6749, 5.2. */
const token_endpoint_errorSchema = object({
    error: string(),
    error_description: fallback(optional(string(), ''), ''),
});
function answerOfTokenEndpoint(reply, state) {
    if (reply.kind === 'no-reply')
        return ofNoReply(reply, 'token', state.hasSucceeded);
    const { status, retryAfterMs } = reply;
    if (status >= 200 && status < 300)
        return readGrant(reply, state);
    const error = errorIn(reply, state);
    const said = error === undefined ? '' : saidBy(error);
    const failure = { type: 'http-status', status, message: said || undefined };
    if (isBusy(status) || status === 425)
        return failedWith(failure, 'busy', retryAfterMs);
    if (wantsBasic(said)) {
        return { kind: 'wants-basic', refused: refused({ type: 'client-refused', status, said }) };
    }
    if (state.hasSucceeded && !(error !== undefined && [400, 401, 403].includes(status)))
        return failedWith(failure, 'unclear', retryAfterMs);
    return refused(token_endpoint_refusalOf(reply, said, state));
}
function readGrant(reply, state) {
    const { status, retryAfterMs, body } = reply;
    if (!body.ok)
        return failedWith(body.problem, 'nothing', retryAfterMs);
    const json = json_parseJson(body.text, (text) => text);
    if (json === undefined) {
        const cause = { type: 'not-json', status, body: kindOfText(body.text) };
        return failedWith(cause, 'nothing', retryAfterMs);
    }
    const parsed = safeParse(grantSchema, json.value);
    if (!parsed.success)
        return withoutGrant(reply, errorIn(reply, state));
    const { access_token: token, expires_in: seconds = Infinity } = parsed.output;
    return { kind: 'grant', token, lifetimeMs: seconds * 1000 };
}
/** Some servers answer 200 to everything. @param error what the body says, if it is an error. */
function withoutGrant({ status, retryAfterMs }, error) {
    if (error === undefined)
        return failedWith({ type: 'no-access-token', status }, 'unclear', retryAfterMs);
    const said = saidBy(error);
    if (PASSING.has(error.error)) {
        const cause = { type: 'http-status', status, message: said };
        return failedWith(cause, 'busy', retryAfterMs);
    }
    const refusal = refused({ type: 'client-refused', status, said });
    return wantsBasic(said) ? { kind: 'wants-basic', refused: refusal } : refusal;
}
/** Errors that pass by themselves (RFC 6749, 4.1.2.1; RFC 8628, 3.5). */
const PASSING = new Set([
    'server_error',
    'temporarily_unavailable',
    'slow_down',
]);
function wantsBasic(said) {
    return /client_secret_basic/.test(said);
}
/** @returns undefined if the body is not an error of OAuth. */
function errorIn({ body }, { redact }) {
    const json = body.ok ? json_parseJson(body.text, redact)?.value : undefined;
    const error = safeParse(token_endpoint_errorSchema, json);
    return error.success ? error.output : undefined;
}
/** A 304, 404, 405 and 406 all mean that there is no token endpoint at that address. */
function token_endpoint_refusalOf({ status, location }, said, { redact }) {
    if (status === 407)
        return { type: 'proxy-auth' };
    if (status < 400 && status !== 304)
        return { type: 'redirect', status, location: location && printable(redact(location)) };
    if ([304, 404, 405, 406].includes(status))
        return { type: 'no-token-endpoint', status, said };
    return { type: 'client-refused', status, said };
}
function saidBy({ error, error_description }) {
    return [error, error_description]
        .filter((text) => text !== '')
        .map((text) => printable(text))
        .join(': ');
}
function failedWith(cause, reached, retryAfterMs) {
    return { kind: 'failed', endpoint: 'token', cause, reached, retryAfterMs };
}
function refused(cause) {
    return { kind: 'refused', endpoint: 'token', cause };
}

;// CONCATENATED MODULE: ./build/js/credentials/client-credential.js


/** Requests access tokens with the client's secret. */
function clientCredential(client, dependencies) {
    /** Whether the client is restricted to HTTP Basic: Keycloak said so once. */
    let useBasic = false;
    async function request(limits, state) {
        const reply = await dependencies.http({ ...tokenRequest(client, useBasic), ...limits });
        const answer = answerOfTokenEndpoint(reply, state);
        if (answer.kind !== 'wants-basic')
            return answer;
        if (useBasic)
            return answer.refused;
        useBasic = true;
        return request(limits, state);
    }
    const secrets = () => [client.clientSecret, basicCredentials(client)];
    return renewedCredential({ request, secrets }, dependencies);
}
/**
 * The client in the form, or by HTTP Basic with both parts form-urlencoded first (RFC 6749, 2.3.1).
 */
function tokenRequest(client, useBasic) {
    const { clientId, clientSecret, tokenUrl } = client;
    return useBasic
        ? formRequest(tokenUrl, {}, `Basic ${basicCredentials(client)}`)
        : formRequest(tokenUrl, { client_id: clientId, client_secret: clientSecret });
}
/** A secret. */
function basicCredentials({ clientId, clientSecret }) {
    const pair = [clientId, clientSecret].map((part) => new URLSearchParams({ '': part }));
    const encoded = pair.map((part) => part.toString().slice(1)).join(':');
    return Buffer.from(encoded).toString('base64');
}

;// CONCATENATED MODULE: ./build/js/credentials/credential.js
/**
 * Where the bearer token comes from: the workflow gives it, or this action requests and renews it.
 */



/** The credential for an access token that someone else requested. */
function staticCredential(value, clock) {
    return {
        token: () => Promise.resolve({ kind: 'token', value, issuedMs: -Infinity }),
        finalRefusal(message) {
            const endMs = expiryOf(value);
            const expiredAtMs = endMs !== undefined && endMs <= clock.wallMs() ? endMs : undefined;
            return refusedByApi({ type: 'token-refused', message, expiredAtMs });
        },
        redact: (text) => withoutSecrets(text, [value]),
    };
}
/**
 * When a token that is a JWT says that it expires. It is not verified, so it is for advice only.
 * @returns milliseconds since the epoch; undefined for any other token.
 */
function expiryOf(token) {
    try {
        const { exp } = jwtDecode(token);
        if (typeof exp !== 'number' || Number.isNaN(new Date(exp * 1000).getTime()))
            return undefined;
        return exp * 1000;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/js/credentials/id-token-credential.js


/**
 * Requests access tokens with ID tokens. Keycloak accepts each only once, so every request gets its
 * own.
 */
function idTokenCredential({ tokenUrl, audience }, dependencies) {
    const { http, issuer, mask } = dependencies;
    /** The ID token sent last: the server may echo it. */
    let sent = '';
    async function request(limits, state) {
        const idToken = await issuer.request(audience, limits);
        if (idToken.kind !== 'id-token')
            return idToken;
        mask(idToken.value);
        sent = idToken.value;
        const reply = await http({ ...formRequest(tokenUrl, assertion(idToken)), ...limits });
        const answer = answerOfTokenEndpoint(reply, state);
        const refusable = answer.kind === 'wants-basic' ? answer.refused : answer;
        return id_token_credential_explained(refusable, { ...idToken, audience }, state);
    }
    const secrets = () => [...issuer.secrets, sent];
    return renewedCredential({ request, secrets }, dependencies);
}
/** No `client_id`: Keycloak finds the client by the token's subject, and refuses any other ID. */
function assertion({ value }) {
    return {
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: value,
    };
}
/** Tells Keycloak's refusals apart; their texts were measured with 26.7.3. */
function id_token_credential_explained(answer, sent, state) {
    if (answer.kind !== 'refused' || answer.cause.type !== 'client-refused')
        return answer;
    const { status, said } = answer.cause;
    const { subject, issuer, audience } = sent;
    // Another ID token helps if Keycloak's clock is behind, or if it has seen this one before. A 401
    // after a success cannot be about `sub` or `iss`, because they have not changed: most likely
    // Keycloak cannot load GitHub's keys right now.
    const passes = /issued in the future|token reuse detected/i.test(said);
    if (passes || (status === 401 && state.hasSucceeded)) {
        const cause = { type: 'http-status', status, message: said };
        return { kind: 'failed', endpoint: 'token', cause, reached: 'unclear' };
    }
    const cause = /audience/i.test(said)
        ? { type: 'audience-refused', status, said, audience }
        : { type: 'id-token-refused', status, said, subject, issuer };
    return { ...answer, cause };
}

;// CONCATENATED MODULE: ./build/js/credentials/create-credential.js




/** @param mask called with each secret before anything else can see it. */
function createCredential(settings, http, clock, mask) {
    const renewal = { http, clock, mask };
    switch (settings.kind) {
        case 'token':
            return staticCredential(settings.token, clock);
        case 'client':
            return clientCredential(settings, renewal);
        case 'oidc':
            return idTokenCredential(settings, {
                ...renewal,
                issuer: idTokenIssuer(settings.endpoint, http),
            });
    }
}

;// CONCATENATED MODULE: ./build/js/polling/server-clock.js
/** A date has whole seconds, and an answer takes its time: less than this is no difference. */
const NOTICEABLE_MS = 5_000;
/** Until an answer has come, it is this machine's clock. */
function createServerClock(clock) {
    let correctionMs;
    return {
        wallMs: () => clock.wallMs() + (correctionMs ?? 0),
        monotonicMs: () => clock.monotonicMs(),
        sleep: (ms, signal, keepsAlive) => clock.sleep(ms, signal, keepsAlive),
        hear(aheadMs) {
            if (aheadMs !== undefined)
                correctionMs = Math.abs(aheadMs) < NOTICEABLE_MS ? 0 : aheadMs;
        },
        isSet: () => correctionMs !== undefined,
    };
}

;// CONCATENATED MODULE: ./build/js/steps/connect.js
/** How a step reaches the platform: by its clock, with its credential, for its product. */




/**
 * Makes no request yet.
 * @param claimedId the product that other inputs name; undefined if none does.
 */
function connect_connect(settings, { http, workflow, clock: runnersClock }, claimedId) {
    const clock = createServerClock(runnersClock);
    const credential = createCredential(settings.credential, http, clock, workflow.mask);
    const { apiUrl, product: given } = settings;
    const ask = createApi({ http, apiUrl, credential, clock });
    return { clock, credential, images: imagesOfProduct({ given, claimedId }, ask) };
}

;// CONCATENATED MODULE: ./build/js/steps/open-github.js
/** How a step reaches GitHub: the run that it belongs to, and the API with the token of an input. */


/** Makes no request yet. */
async function openGitHub(token, { github, clock, random }) {
    let run;
    try {
        run = await github.readRun();
    }
    catch (error) {
        return { ok: false, cause: describeThrown(error) };
    }
    const connection = await github.connect(token, run.apiUrl);
    return { ok: true, run, api: createGitHubApi(connection, { clock, random }) };
}

;// CONCATENATED MODULE: ./build/js/inputs/words.js
/** How the values of inputs are compared, and what people and their expressions write by mistake. */

/**
 * What languages print for a value that is not there: jq and JavaScript, Python, Go, and GitHub's
 * expressions for `a && b` without `a`.
 */
const NO_VALUES = new Set([
    'null',
    'undefined',
    'none',
    'nil',
    '<nil>',
    'nan',
    'false',
    '[object object]',
]);
/** Whether the text is what a language prints for a value that is not there. */
function isNoValue(text) {
    return NO_VALUES.has(text.toLowerCase());
}
/** The problem with a text that `isNoValue`. */
function noValueProblem(text) {
    return `is ${quote(text)}: the step before gave no value, so check the output it comes from`;
}
/** @returns the problem with a text in quotation marks; undefined if it is in none. */
function quotesProblem(text) {
    const [, , inside] = /^(["'`])(.+)\1$/s.exec(text) ?? [];
    return inside === undefined
        ? undefined
        : `has quotation marks around ${quote(inside)}: remove them`;
}
/** Characters that nobody sees, and white space that looks like another. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u;
/** @returns the first character that nobody sees, by name; undefined if there is none. */
function invisibleIn(text) {
    const [character] = INVISIBLE.exec(text) ?? [];
    return character === undefined ? undefined : nameOf(character);
}
/** The text without the characters that nobody sees. */
function withoutInvisible(text) {
    return text.replace(new RegExp(INVISIBLE, 'gu'), '');
}
/** A character in a sentence: by its code point, because a quotation would not show it. */
function nameOf(character) {
    if (character === ' ')
        return 'a space';
    if (character === '\n' || character === '\r')
        return 'a line break';
    if (character === '\t')
        return 'a tab';
    const hex = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
    return `the character U+${hex}`;
}

;// CONCATENATED MODULE: ./build/js/inputs/input-reader.js
/** Reads inputs and collects what is wrong with them, so that one run reports every problem. */

/** The inputs whose values are secrets. */
const SECRET_INPUTS = [
    'token',
    'client-secret',
    'github-token',
];
/**
 * The values of the inputs that hold secrets, to be masked first. A word like `null` is no secret,
 * and masking it would garble the log.
 */
function secretsIn(get) {
    return SECRET_INPUTS.map(get).filter((value) => !isNoValue(value));
}
/**
 * Reads the inputs of one action.
 * @param get returns a trimmed input by name, empty if it is not set.
 * @param read may report problems; what it returns is then ignored.
 */
function readAll(get, defaults, read) {
    const problems = [];
    const value = (input) => get(input) || (defaults[input] ?? '');
    const settings = read({
        value,
        isEmpty: (input) => get(input) === '',
        isSet(input, isSame = (one, other) => one === other) {
            const byDefault = defaults[input];
            return byDefault !== undefined && !isSame(value(input), byDefault);
        },
        report: (input, text, kind = 'invalid') => void problems.push({ input, kind, text }),
        hasProblem: (input) => problems.some((problem) => problem.input === input),
    });
    return problems.length === 0 ? { ok: true, settings } : { ok: false, problems };
}
/**
 * If GitHub withheld the credential from this run, that is the one problem: it withholds variables
 * from such runs too, so other inputs may be empty for the same reason.
 * @param why why GitHub withheld the credential; undefined if it did not.
 */
async function explainProblems(problems, why) {
    const missing = problems.find(({ kind }) => kind === 'missing-credential');
    if (missing === undefined)
        return problems;
    const text = await why(missing.input);
    return text === undefined ? problems : [{ ...missing, text }];
}

;// CONCATENATED MODULE: ./build/js/steps/read-step-inputs.js

/** @param read reads the inputs of this step's action. */
async function readStepInputs({ workflow, idTokens, whyCredentialIsMissing }, read) {
    const get = (name) => workflow.input(name);
    for (const secret of secretsIn(get))
        workflow.mask(secret);
    const inputs = read(get, idTokens);
    if (!inputs.ok)
        return { ok: false, problems: await explainProblems(inputs.problems, whyCredentialIsMissing) };
    const { credential } = inputs.settings;
    if (credential.kind === 'oidc')
        workflow.mask(credential.endpoint.requestToken);
    return inputs;
}

;// CONCATENATED MODULE: ./build/js/steps/settle/outage.js
/** How long a failed request is tried again, in milliseconds. */
const RETRY_MS = 30_000;
const outage_INTERVAL = { kind: 'auto' };
function createSharedOutage(clock) {
    let sinceMs;
    let silence;
    const leftMs = () => sinceMs === undefined ? RETRY_MS : Math.max(0, sinceMs + RETRY_MS - clock.monotonicMs());
    return {
        leftMs,
        note(outage) {
            const type = outage?.failure.cause.type;
            if (outage === undefined || type === undefined || !TROUBLE.has(type)) {
                sinceMs = undefined;
                silence = undefined;
                return;
            }
            sinceMs ??= clock.monotonicMs();
            if (leftMs() === 0 && SILENCE.has(type))
                silence = outage.failure;
        },
        failure: () => silence,
    };
}
/** Causes that show that nothing answers. */
const SILENCE = new Set([
    'network',
    'no-time',
    'no-tls',
    'proxy-connection',
    'proxy-status',
    'tls-handshake',
    'too-slow',
]);
/** Causes that are about the platform. All others are about one scan or one list of findings. */
const TROUBLE = new Set([
    ...SILENCE,
    'encoded',
    'fresh-token-refused',
    'github',
    'http-status',
    'no-access-token',
    'no-id-token',
    'not-json',
    'not-utf8',
    'too-large',
]);

;// CONCATENATED MODULE: ./build/js/steps/settle/find-product.js


/** Tries again while the platform gives no usable answer. */
async function findProduct(images, tools) {
    const deadlineMs = tools.clock.monotonicMs() + RETRY_MS;
    const retried = await retry((limits) => images.resolve(limits), (answer) => {
        if (answer.kind === 'failed')
            return { kind: 'failed', failure: answer };
        if (answer.kind !== 'found')
            return { kind: 'done', value: { ok: false, answer } };
        return { kind: 'done', value: { ok: true, id: answer.value.id } };
    }, { deadlineMs, maxOutageMs: RETRY_MS, interval: outage_INTERVAL }, tools);
    if (retried.kind === 'done')
        return retried.value;
    if (retried.kind === 'gave-up')
        return { ok: false, answer: retried.outage.failure };
    // Every other answer ends the search, so it is done.
    return { ok: false, answer: { kind: 'interrupted' } };
}

;// CONCATENATED MODULE: ./build/js/steps/settle/github-queue.js
/**
 * A sweep's requests to GitHub: one of a kind at a time, writes at a pace that GitHub takes, and none
 * after a rate limit, which every further request would only prolong.
 */

/** The least time between the starts of two writes, in milliseconds (GitHub: 80 a minute). */
const WRITE_PACE_MS = 750;
function queuedGitHub(api, clock) {
    const [reads, writes] = [createLane(0, clock), createLane(WRITE_PACE_MS, clock)];
    return {
        rest(request, budget) {
            const lane = request.route.startsWith('POST') ? writes : reads;
            // Time in the queue is not part of the budget.
            const troubleMs = budget.untilMs - clock.monotonicMs();
            // A request with a single try is tried again by its caller.
            return lane(budget.signal, troubleMs > 0, (isTired) => {
                const untilMs = clock.monotonicMs() + (isTired ? 0 : troubleMs);
                return api.rest(request, { ...budget, untilMs });
            });
        },
        query: api.query,
    };
}
/** @param paceMs the least time between the starts of two requests. */
function createLane(paceMs, clock) {
    const queue = pLimit(1);
    let nextMs = 0;
    let limit;
    /** Trouble has used up a budget: until a request succeeds, each gets a single try. */
    let isTired = false;
    return (signal, bearsTrouble, send) => queue(async () => {
        if (limit !== undefined)
            return { ok: false, problem: limit };
        await clock.sleep(nextMs - clock.monotonicMs(), signal);
        nextMs = clock.monotonicMs() + paceMs;
        const answer = await send(isTired);
        if (bearsTrouble || answer.ok)
            isTired = !answer.ok && isTrouble(answer.problem);
        if (!answer.ok && answer.problem.type === 'rate-limit')
            limit = answer.problem;
        return answer;
    });
}
function isTrouble({ type }) {
    return type !== 'refused' && type !== 'no-permission';
}

;// CONCATENATED MODULE: ./build/js/inputs/addresses.js
/**
 * The addresses that a credential is sent to, `api-url` and `token-url`, and what is derived from
 * them.
 */

const API_URL_EXAMPLE = 'write it like https://dashboard-acme.binarly.cloud';
/**
 * Reads `api-url`. A trailing slash or `/api/v4` is accepted, because Binarly's own examples have
 * both; so is the path prefix of a platform on premises.
 * @returns the address before `/api/v4`, without a trailing slash; empty if it is invalid.
 */
function readApiUrl(inputs) {
    const { value, report } = inputs;
    const text = value('api-url');
    if (text === '') {
        report('api-url', `is empty: set it to the address of your tenant, for example ${TENANT}`);
        return '';
    }
    const url = readAddress(inputs, 'api-url', text, API_URL_EXAMPLE);
    if (url === undefined)
        return '';
    const prefix = url.pathname
        .replace(/\/+$/, '')
        .replace(/\/api\/v4$/, '')
        .replace(/\/+$/, '');
    if (url.search !== '' || url.hash !== '')
        report('api-url', `must not have a query or a fragment: ${API_URL_EXAMPLE}`);
    if (prefix !== '' && isBinarlyCloud(url.hostname))
        report('api-url', `must not have a path after the host name: ${API_URL_EXAMPLE}`);
    return url.origin + prefix;
}
const TENANT = 'https://dashboard-acme.binarly.cloud';
function isBinarlyCloud(hostname) {
    return hostname === 'binarly.cloud' || hostname.endsWith('.binarly.cloud');
}
/** Where Keycloak has the token endpoint of every realm, after the realm's issuer. */
const ENDPOINT_PATH = '/protocol/openid-connect/token';
/** Keycloak's path, the same for every tenant (docs.binarly.io, get-m2m-token). */
const TOKEN_PATH = `/realms/BinarlyRealm${ENDPOINT_PATH}`;
/**
 * Reads `token-url`; without it, derives the token endpoint from a dashboard on Binarly's cloud.
 * @returns the address; empty if it is invalid.
 */
function readTokenUrl(inputs) {
    const { value, report } = inputs;
    const example = `write it like https://auth-acme.binarly.cloud${TOKEN_PATH}`;
    const given = value('token-url');
    if (given !== '')
        return readAddress(inputs, 'token-url', given, example)?.href ?? '';
    const apiUrl = value('api-url');
    const host = URL.canParse(apiUrl) ? new URL(apiUrl).host : '';
    // dashboard-{slug}.binarly.cloud, where the slug may have dots, or the older
    // dashboard.{id}.binarly.cloud.
    const [, rest] = /^dashboard([-.][a-z0-9.-]+\.binarly\.cloud)$/.exec(host) ?? [];
    if (rest !== undefined)
        return `https://auth${rest}${TOKEN_PATH}`;
    if (host !== '')
        report('token-url', `is empty and cannot be derived from this \`api-url\`: ${example}`);
    return '';
}
/**
 * Reads `oidc-audience`; without it, uses the issuer of the realm that `token-url` is in.
 * @param tokenUrl empty if it is invalid.
 * @returns empty if it is invalid.
 */
function readAudience({ value, report }, tokenUrl) {
    const given = value('oidc-audience');
    const example = 'set it to the issuer of the Keycloak realm';
    if (/[\p{Cc}\p{Cs}]/u.test(given))
        report('oidc-audience', `has a control character: ${example}`);
    if (given !== '')
        return given;
    if (tokenUrl.endsWith(ENDPOINT_PATH))
        return tokenUrl.slice(0, -ENDPOINT_PATH.length);
    if (tokenUrl !== '')
        report('oidc-audience', `is empty and cannot be derived from this \`token-url\`: ${example}`);
    return '';
}
/** Checks an address that a secret is sent to; plain http is allowed for this machine only. */
function readAddress({ report }, input, text, example) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url === undefined || !['https:', 'http:'].includes(url.protocol)) {
        // Not quoted: a malformed address may contain a credential.
        report(input, isNoValue(text) ? noValueProblem(text) : `is not an https address: ${example}`);
        return undefined;
    }
    if (url.username !== '' || url.password !== '')
        report(input, 'has a user name or password: remove it, because the credential has its own inputs');
    if (url.protocol === 'http:' && !isLoopback(url.hostname))
        report(input, 'would send a credential unencrypted over http: use https');
    return url;
}
/** The hosts for which @actions/http-client bypasses the proxy. */
function isLoopback(hostname) {
    return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

;// CONCATENATED MODULE: ./build/js/util/duration.js
/** Durations as people write them in a workflow and read them in a log. */
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const SECOND_MS = 1_000;
/** How long a job can run on a self-hosted runner (GitHub: usage limits). */
const LONGEST_DURATION_MS = 120 * HOUR_MS;
const duration_SYNTAX = /^(?:(\d+(?:\.\d+)?)h)?(?:(\d+(?:\.\d+)?)m)?(?:(\d+(?:\.\d+)?)s)?$/;
/**
 * Reads `1h`, `90m`, `1h30m`, `45s` or `1.5h`: decimal numbers with the units h, m and s, in that
 * order.
 * @returns the duration in whole milliseconds, or what is wrong and how to write it.
 */
function parseDuration(text) {
    if (/^\d+(\.\d+)?$/.test(text))
        return problem(`has no unit: write ${withUnits(text)}`);
    const match = duration_SYNTAX.exec(text);
    if (text === '' || match === null)
        return problem('is not a duration: write it like 45s, 90m or 1h30m');
    const [, hours = '0', minutes = '0', seconds = '0'] = match;
    const ms = Math.round(Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS + Number(seconds) * SECOND_MS);
    if (ms > LONGEST_DURATION_MS)
        return problem('is longer than a job can run: use at most 120h');
    return { ok: true, ms };
}
function problem(text) {
    return { ok: false, problem: text };
}
function withUnits(number) {
    return number.length > 9 ? 'h, m or s after it' : `${number}s, ${number}m or ${number}h`;
}
/**
 * Writes a duration in its two largest units, rounded down to whole seconds: `1 h 30 min`, `5 min`,
 * `45 s`.
 * @param ms milliseconds; a negative value reads as `0 s`.
 */
function formatDuration(ms) {
    const seconds = Math.max(0, Math.floor(ms / SECOND_MS));
    const [h, min, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
    const parts = h > 0 ? [amount(h, 'h'), amount(min, 'min')] : [amount(min, 'min'), amount(s, 's')];
    return parts.filter((part) => part !== '').join(' ') || '0 s';
}
/** Writes a duration exactly, to the millisecond. @param ms milliseconds. */
function formatExact(ms) {
    return ms % 1000 === 0 ? formatDuration(ms) : `${ms / 1000} s`;
}
function amount(value, unit) {
    return value === 0 ? '' : `${value} ${unit}`;
}

;// CONCATENATED MODULE: ./build/js/inputs/values.js
/**
 * Durations, times, lists and choices. Each reader reports what is wrong and still returns a value of the
 * right type.
 */





/** @returns milliseconds; 0 if it is invalid. */
function readDuration({ value, report }, input) {
    const text = value(input);
    const parsed = parseDuration(text);
    if (parsed.ok)
        return parsed.ms;
    report(input, mistakeIn(text) ?? `${quote(text)} ${parsed.problem}`);
    return 0;
}
function readPollInterval(inputs) {
    const text = inputs.value('poll-interval');
    if (isSameWord(text, 'auto'))
        return { kind: 'auto' };
    const ms = readDuration({
        ...inputs,
        report: (input, problem) => inputs.report(input, `${problem}, or set it to auto`),
    }, 'poll-interval');
    if (parseDuration(text).ok && ms < SHORTEST_MS)
        inputs.report('poll-interval', `${quote(text)} is too short: use at least 1s, or auto`);
    return { kind: 'fixed', ms };
}
/** @returns undefined if it is empty or invalid. */
function readInstant({ value, report }, input) {
    const text = value(input);
    const time = parseInstant(text);
    if (text !== '' && time === undefined)
        report(input, mistakeIn(text) ??
            `${quote(text)} is not an RFC 3339 time with an offset: write it like 2026-01-26T15:30:00Z`);
    return time;
}
/** The entries of a list: one a line or separated by commas. Empty ones are skipped. */
function entriesOf(text) {
    return text
        .split(/[,\r\n]/)
        .map((entry) => entry.trim())
        .filter((entry) => entry !== '');
}
/** In any case. @returns the value; the first choice if it is invalid. */
function readChoice({ value, report }, input, choices) {
    const text = value(input);
    const choice = choices.find((candidate) => isSameWord(candidate, text));
    if (choice === undefined)
        report(input, quotesProblem(text) ?? `${quote(text)} is unknown: use ${listOr(choices)}`);
    return choice ?? choices[0];
}
const TRUE = ['true', 'True', 'TRUE'];
const FALSE = ['false', 'False', 'FALSE'];
/** Reads a boolean as YAML 1.2 writes it (its core schema, 10.3.2). @returns false if it is invalid. */
function readBoolean({ value, report }, input) {
    const text = value(input);
    if (![...TRUE, ...FALSE].includes(text))
        report(input, quotesProblem(text) ?? `${quote(text)} is unknown: use true or false`);
    return TRUE.includes(text);
}
/** @returns the problem with a value that looks like a mistake of quoting or of an expression. */
function mistakeIn(text) {
    return isNoValue(text) ? noValueProblem(text) : quotesProblem(text);
}
/** `a, b or c`. */
function listOr(words) {
    const last = words.at(-1) ?? '';
    return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`;
}

;// CONCATENATED MODULE: ./build/js/inputs/credential.js
/** The credential: exactly one of a token, a client's ID and secret, or the job's ID tokens. */



/** @param endpoint where the job requests ID tokens; undefined if it may not. */
function readCredential(inputs, endpoint) {
    const { value, report } = inputs;
    const usesIdTokens = readBoolean(inputs, 'oidc');
    if (!usesIdTokens && value('oidc-audience') !== '')
        report('oidc-audience', 'has no effect without `oidc`: remove it, or set `oidc` to true');
    const usesToken = value('token') !== '';
    const usesClient = value('client-id') !== '' || value('client-secret') !== '';
    if (usesIdTokens && (usesToken || usesClient))
        report('oidc', `cannot be combined with ${usesToken ? '`token`' : CLIENT_INPUTS}: remove one or the other`);
    if (usesToken && usesClient)
        report('token', `cannot be combined with ${CLIENT_INPUTS}: remove one or the other`);
    if (usesToken)
        return readToken(inputs, !usesClient && !usesIdTokens);
    if (usesClient)
        return readClient(inputs);
    if (usesIdTokens)
        return readIdTokens(inputs, endpoint);
    checkTokenUrl(inputs);
    reportMissing(inputs, 'token', 'is empty: set `token`, or both `client-id` and `client-secret`, or `oidc` to true; ' +
        CHECK_SECRET);
    return { kind: 'token', token: '' };
}
const CLIENT_INPUTS = '`client-id` and `client-secret`';
const CHECK_SECRET = 'check that the secret exists under that name and that this job may read it';
function reportMissing({ report }, input, text) {
    report(input, text, 'missing-credential');
}
/** @param isAlone whether there is no other kind of credential that `token-url` could belong to. */
function readToken(inputs, isAlone) {
    const { value, report } = inputs;
    const token = value('token');
    const problem = problemWithToken(token);
    if (problem !== undefined)
        report('token', problem);
    if (!isAlone)
        checkTokenUrl(inputs);
    else if (value('token-url') !== '')
        report('token-url', 'has no effect with `token`: remove it');
    return { kind: 'token', token };
}
/**
 * What is wrong with a bearer token, without the token itself.
 * @returns undefined if nothing is.
 */
function problemWithToken(token) {
    if (isNoValue(token))
        return noValueProblem(token);
    if (/^bearer(\s|$)/i.test(token))
        return 'starts with "Bearer": remove that prefix';
    const [strange] = /[^\x21-\x7e]/u.exec(token) ?? [];
    return strange === undefined
        ? undefined
        : `has ${nameOf(strange)}, which is invalid in a token: check the secret`;
}
/** What is wrong with the ID or the secret of a client, which may hold any visible character. */
function problemWithClient(text) {
    if (isNoValue(text))
        return noValueProblem(text);
    const strange = invisibleIn(text);
    return strange === undefined ? undefined : `has ${strange}, which is not visible: check it`;
}
/** Another problem must not hide a malformed `token-url`. */
function checkTokenUrl(inputs) {
    if (inputs.value('token-url') !== '')
        readTokenUrl(inputs);
}
function readClient(inputs) {
    const [clientId, clientSecret] = [inputs.value('client-id'), inputs.value('client-secret')];
    if (clientSecret === '')
        reportMissing(inputs, 'client-secret', `is empty: set it from a secret; ${CHECK_SECRET}`);
    if (clientId === '')
        reportMissing(inputs, 'client-id', 'is empty: set it to the ID of the client that `client-secret` belongs to');
    for (const input of ['client-id', 'client-secret']) {
        const problem = problemWithClient(inputs.value(input));
        if (problem !== undefined)
            inputs.report(input, problem);
    }
    return { kind: 'client', clientId, clientSecret, tokenUrl: readTokenUrl(inputs) };
}
function readIdTokens(inputs, endpoint) {
    if (endpoint === undefined)
        reportMissing(inputs, 'oidc', 'is true, but GitHub gives this job no ID tokens: add `permissions: id-token: write` ' +
            'to the job (pull requests from forks never have it)');
    const tokenUrl = readTokenUrl(inputs);
    const audience = readAudience(inputs, tokenUrl);
    return { kind: 'oidc', tokenUrl, audience, endpoint: endpoint ?? { url: '', requestToken: '' } };
}

;// CONCATENATED MODULE: ./build/js/inputs/github.js
/** The inputs that concern GitHub: `github-token` and `status-context`. */



/** Only for what uses it. Its problem is reported once, however many inputs need it. */
function readGitHubToken({ value, report, hasProblem }) {
    const token = value('github-token');
    const problem = token === ''
        ? 'is empty: remove the input to use the token of the job'
        : problemWithToken(token);
    if (problem !== undefined && !hasProblem('github-token'))
        report('github-token', problem);
    return token;
}
/** GitHub's own limit for the name of a status. */
const LONGEST_CONTEXT = 255;
function readStatusContext(inputs) {
    const context = inputs.value('status-context');
    checkContext(context, inputs);
    if (context.includes(','))
        inputs.report('status-context', `${quote(context)} has a comma, which separates names in the settle action: remove it`);
    return context;
}
/** A list of names; each once, whatever its case. */
function readStatusContexts(inputs) {
    const text = inputs.value('status-context');
    const names = entriesOf(text);
    if (names.length === 0)
        inputs.report('status-context', `${quote(text)} names no status`);
    for (const name of names)
        checkContext(name, inputs);
    const unique = new Map(names.toReversed().map((name) => [name.toLowerCase(), name]));
    return [...unique.values()].reverse();
}
function checkContext(context, { report }) {
    if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(context) || context.length > LONGEST_CONTEXT)
        report('status-context', `${quote(context)} is not one line of at most 255 characters`);
}

;// CONCATENATED MODULE: ./build/js/inputs/id-problems.js
/** What is wrong with an input that names something on the platform, and how to fix it. */



const COPY_ID = 'copy the ID from the platform';
const COPY_PRODUCT = 'copy the ID or the name from the platform';
/**
 * @param text as given; `parsed` is what it names.
 * @returns a clause after the name of the input; undefined if nothing is wrong.
 */
function problemWithId(input, kind, text, { id, productId = 'none given', imageId = 'none given' }) {
    if (/[\r\n]/.test(text))
        return `has several lines: give one ${kind}`;
    const ids = [id, productId, imageId];
    const missing = ids.find(isNoValue);
    if (missing !== undefined)
        return noValueProblem(missing);
    const oneOnly = input === 'image' ? 'write one ID per line' : `give one ${kind}`;
    return problemWithSpelling(text, oneOnly, COPY_ID) ?? problemWithCharacters(text, ids, COPY_ID);
}
/**
 * @param given as given; `id` is what it names.
 * @param isName whether it may be a name.
 */
function problemWithProduct(given, id, isName) {
    if (given === '')
        return 'is empty: set it to the ID of the product, or to its exact name';
    if (/[\r\n]/.test(given))
        return 'has several lines: give one product';
    if (isNoValue(id))
        return noValueProblem(id);
    if (isAddress(given))
        return `is an address, not an ID: ${COPY_PRODUCT}`;
    if (!isName)
        return (problemWithSpelling(given, 'give one product', COPY_PRODUCT) ??
            problemWithCharacters(given, [id], COPY_PRODUCT));
    const control = /\p{Cc}/u.test(given) ? invisibleIn(given) : invisibleInUlid(given);
    if (control !== undefined)
        return `has ${control}, which is not visible: ${COPY_PRODUCT}`;
    const parts = given.split(/[,;\s]+/);
    if (parts.length > 1 && parts.every(isUlid))
        return `${quote(given)} has several IDs: give one`;
    return isPossibleName(given) ? undefined : `${quote(given)} is not an ID: ${COPY_PRODUCT}`;
}
/** @param oneOnly how to write several, or that there may be one only. */
function problemWithSpelling(text, oneOnly, copy) {
    if (isAddress(text))
        return `is an address, not an ID: ${copy}`;
    if (/^\[.*\]$/s.test(text))
        return `${quote(text)} is a JSON list: ${oneOnly}`;
    if (/^[-*] /.test(text))
        return `${quote(text)} starts with a list mark: remove it`;
    const quotes = quotesProblem(text);
    if (quotes !== undefined)
        return quotes;
    const strange = invisibleIn(text.replaceAll('\t', ' '));
    if (strange !== undefined)
        return `has ${strange}, which is not visible: ${copy}`;
    const [separator] = /[,;\s]/.exec(text) ?? [];
    if (separator === undefined)
        return undefined;
    return `${quote(text)} has ${SEPARATORS.get(separator) ?? 'white space'}: ${oneOnly}`;
}
/** No ID has any of these. */
const SEPARATORS = new Map([
    [',', 'a comma'],
    [';', 'a semicolon'],
]);
function problemWithCharacters(text, ids, copy) {
    return ids.every(isInputId) ? undefined : `${quote(text)} is not an ID: ${copy}`;
}
/** An address of the dashboard, with or without its scheme. Not quoted: it may hold a credential. */
function isAddress(text) {
    return /^([a-z][a-z0-9+.-]*:)?\/\/|^[a-z0-9.-]+\.binarly\.cloud(\/|$)/i.test(text);
}
/** A name may hold such a character, but an ID that does is taken for a name. */
function invisibleInUlid(text) {
    const visible = withoutInvisible(text);
    return isUlid(visible) || visible.startsWith('products/') ? invisibleIn(text) : undefined;
}
/** A name that is in no list is used as an ID, so it must not be able to change a path. */
function isPossibleName(text) {
    return text !== '.' && text !== '..' && text.isWellFormed();
}

;// CONCATENATED MODULE: ./build/js/inputs/ids.js



function readIds(inputs) {
    const product = readProduct(inputs);
    const { images, hasEmptyLine } = ids_readImages(inputs);
    const scan = readOptionalId(inputs, 'scan', 'scan');
    const isBaseBranch = namesBaseBranch(inputs);
    const baseline = isBaseBranch ? undefined : readOptionalId(inputs, 'baseline-image', 'image');
    const imageIds = [...new Set(images.map(({ id }) => id))];
    const ids = [...images, scan, baseline].filter((id) => id !== undefined);
    checkParents(inputs, ids, product);
    if (scan?.imageId !== undefined && !imageIds.includes(scan.imageId))
        inputs.report('scan', `belongs to image ${quote(scan.imageId)}, which is not in \`image\``);
    checkBaseline(inputs, baseline?.id, imageIds);
    const claimedProductId = ids.find(({ productId }) => productId !== undefined)?.productId;
    return {
        product: product.text,
        claimedProductId,
        imageIds,
        hasEmptyLine,
        scanId: scan?.id,
        baseline: isBaseBranch
            ? { kind: 'base-branch' }
            : baseline && { kind: 'image', imageId: baseline.id },
    };
}
/** Whether `baseline-image` is this word; no ID is, however it is spelled. */
function namesBaseBranch({ value }) {
    return fold(value('baseline-image')) === fold('base-branch');
}
function ids_readImages(inputs) {
    const lines = inputs
        .value('image')
        .trim()
        .split(/\r\n|\n|\r/);
    const texts = lines.map((line) => line.trim()).filter((line) => line !== '');
    if (texts.length === 0)
        inputs.report('image', 'is empty: set it to the image ID that the upload returned');
    const images = [...new Set(texts)].map((text) => ids_readId(inputs, 'image', 'image', text));
    return { images, hasEmptyLine: texts.length > 0 && texts.length < lines.length };
}
function readOptionalId(inputs, input, kind) {
    const text = inputs.value(input);
    return text === '' ? undefined : ids_readId(inputs, input, kind, text);
}
/** The parents of an invalid ID are ignored. */
function ids_readId({ report }, input, kind, text) {
    const parsed = parseResourceId(kind, text);
    const problem = problemWithId(input, kind, text, parsed);
    if (problem === undefined)
        return { ...parsed, input };
    report(input, problem);
    return { id: parsed.id, input };
}
function readProduct({ value, report }) {
    const given = value('product');
    const { id } = parseResourceId('product', given);
    const isName = id === given && !isUlid(given);
    const problem = problemWithProduct(given, id, isName);
    if (problem !== undefined)
        report('product', problem);
    return { text: id, id: isName ? undefined : id };
}
/**
 * Resource names must agree with each other and with `product`; a name is compared once
 * it is resolved.
 */
function checkParents({ report }, ids, product) {
    let expected = product.id;
    for (const { input, id, productId } of ids) {
        if (productId === undefined)
            continue;
        expected ??= productId;
        if (productId !== expected)
            report(input, `${quote(id)} belongs to product ${quote(productId)}, not ${quote(expected)}`);
    }
}
/** A comparison of an image with itself has no new findings and would always pass. */
function checkBaseline({ report }, baselineId, imageIds) {
    if (baselineId === undefined)
        return;
    if (imageIds.length > 1)
        report('baseline-image', 'names one image, but `image` has several lines: set it to base-branch, or remove it');
    else if (imageIds.some((id) => isSameId(id, baselineId)))
        report('baseline-image', 'is the same image as `image`: set it to an earlier image');
}

;// CONCATENATED MODULE: ./build/js/inputs/platform.js



/** The inputs with their defaults, as in each action.yml. */
const PLATFORM_INPUTS = {
    'api-url': '',
    token: '',
    'client-id': '',
    'client-secret': '',
    oidc: 'false',
    'oidc-audience': '',
    'token-url': '',
    product: '',
};
/** @param idTokens where the job requests ID tokens; undefined if it may not. */
function readPlatform(inputs, idTokens) {
    return { ...readConnection(inputs, idTokens), product: readProduct(inputs).text };
}
/** All but the product, for an action whose other inputs may name the product as well. */
function readConnection(inputs, idTokens) {
    return { apiUrl: readApiUrl(inputs), credential: readCredential(inputs, idTokens) };
}

;// CONCATENATED MODULE: ./build/js/inputs/policy.js
/** The policy on findings: what fails the step once the scan has completed. */





/**
 * The inputs that turn the policy on. An expression that evaluates to nothing must not turn it off.
 */
const SWITCHES = ['fail-on-severity', 'fail-on-kev'];
/** What turns each of them off. */
const OFF = { 'fail-on-severity': 'none', 'fail-on-kev': 'false' };
/** The inputs that have no effect without it. */
const DETAILS = ['fail-on-status', 'baseline-image', 'on-findings', 'on-incomplete'];
/**
 * @param own what only the waiting action has inputs for.
 * @returns undefined if findings decide nothing.
 */
function policy_readPolicy(inputs, own) {
    const { report, isEmpty, isSet } = inputs;
    const threshold = readChoice(inputs, 'fail-on-severity', THRESHOLDS);
    const failOnKev = readBoolean(inputs, 'fail-on-kev');
    for (const input of SWITCHES)
        if (isEmpty(input))
            report(input, `is empty: check the variable it comes from, or set it to ${OFF[input]} to turn it off`);
    const isOn = threshold !== 'none' || failOnKev || SWITCHES.some(isEmpty);
    if (!isOn) {
        for (const input of DETAILS)
            if (isSet(input, isSameSetting))
                report(input, 'has no effect without `fail-on-severity` or `fail-on-kev`: set one of them');
        return undefined;
    }
    return {
        threshold,
        failOnKev,
        statuses: readStatuses(inputs),
        onIncomplete: readChoice(inputs, 'on-incomplete', ['fail', 'warn']),
        ...own,
    };
}
/** Whether two values mean the same, so that a default in other words is one. */
function isSameSetting(one, other) {
    const [words, others] = [one, other].map((text) => `${entriesOf(text).map(fold).sort()}`);
    return words === others;
}
function readStatuses({ value, report }) {
    const text = value('fail-on-status');
    const given = entriesOf(text);
    const isGiven = (status) => given.some((word) => fold(word) === fold(status));
    const statuses = FINDING_STATUSES.filter(isGiven);
    const unknown = [...new Set(given)].filter((word) => !statuses.some((known) => fold(known) === fold(word)));
    const quotes = unknown.map(quotesProblem).find((problem) => problem !== undefined);
    const choices = `use ${listOr(FINDING_STATUSES)}, separated by commas`;
    const verb = unknown.length === 1 ? 'is' : 'are';
    if (quotes !== undefined)
        report('fail-on-status', quotes);
    else if (unknown.length > 0)
        report('fail-on-status', `${unknown.map(quote).join(' and ')} ${verb} unknown: ${choices}`);
    else if (statuses.length === 0)
        report('fail-on-status', `${quote(text)} names no status: ${choices}`);
    return statuses;
}

;// CONCATENATED MODULE: ./build/js/steps/settle/inputs.js
/** The settle action's inputs. Those that the waiting action also has are read the same way. */







/** Every input with its default, as in settle/action.yml. */
const SETTLE_INPUTS = {
    ...PLATFORM_INPUTS,
    'github-token': '',
    'status-context': 'binarly-scan',
    'fail-on-severity': 'none',
    'fail-on-kev': 'false',
    'fail-on-status': 'new,inProgress',
    'baseline-image': '',
    'on-incomplete': 'fail',
    branches: '',
};
/**
 * @param get returns a trimmed input by name, empty if it is not set.
 * @param idTokens where the job requests ID tokens; undefined if it may not.
 */
function readSettleInputs(get, idTokens) {
    return readAll(get, SETTLE_INPUTS, (inputs) => ({
        ...readPlatform(inputs, idTokens),
        githubToken: readGitHubToken(inputs),
        contexts: readStatusContexts(inputs),
        policy: policy_readPolicy(inputs, { onFindings: 'fail' }),
        isCompared: readBaseline(inputs),
        branches: readBranches(inputs),
    }));
}
/** Statuses are about many commits, so no image can be the baseline of all. */
function readBaseline(inputs) {
    const text = inputs.value('baseline-image');
    const isBaseBranch = namesBaseBranch(inputs);
    if (text !== '' && !isBaseBranch)
        inputs.report('baseline-image', `is ${quote(text)}, but can only be base-branch here`);
    return isBaseBranch;
}
function readBranches({ value }) {
    const names = entriesOf(value('branches')).map((name) => name.replace(/^refs\/heads\//, ''));
    const given = [...new Set(names.filter((name) => name !== ''))];
    return given.length === 0 ? undefined : given;
}

;// CONCATENATED MODULE: ./build/js/steps/write-summary.js

/**
 * A summary that cannot be made or written is a note in the log.
 * @param summary returns it as Markdown.
 */
async function writeSummary(summary, workflow) {
    try {
        await workflow.summary(summary());
    }
    catch (error) {
        const why = describeThrown(error);
        workflow.info(`Could not write the job summary (${why}). This does not change the result.`);
    }
}

;// CONCATENATED MODULE: ./build/js/report/findings-words.js



/**
 * The policy in one line, for the start of the log.
 * @param baseline undefined without `baseline-image`.
 */
function policyLine(policy, baseline) {
    const { statuses, onFindings } = policy;
    const verb = onFindings === 'fail' ? 'fail on' : 'warn about';
    const except = baseline === undefined ? '' : `; ignore those in ${ownerOf(baseline)}`;
    return `Policy: ${verb} open findings (${statuses.join(', ')}) ${kindOf(policy)}${except}.`;
}
function ownerOf(baseline) {
    return baseline.kind === 'image'
        ? `image ${printable(baseline.imageId)}`
        : 'the newest image of the base branch';
}
function kindOf({ threshold, failOnKev }) {
    if (threshold === 'none')
        return 'in CISA KEV';
    if (threshold === 'any')
        return 'of any severity';
    const severe = `that are ${threshold}${threshold === 'critical' ? '' : ' or worse'}`;
    return failOnKev ? `${severe}, or in CISA KEV` : severe;
}
/**
 * That nothing blocks, as a sentence.
 * @param comparedWith what all images were compared with; empty if only some were compared, and
 * undefined if none was.
 */
function passedLine({ threshold, failOnKev }, comparedWith) {
    const severe = threshold === 'any' ? 'of any severity' : `at or above ${threshold}`;
    const kinds = [
        ...(threshold === 'none' ? [] : [severe]),
        ...(failOnKev && threshold !== 'any' ? ['in CISA KEV'] : []),
    ];
    const what = kinds.join(' or ');
    if (comparedWith === undefined)
        return `Policy passed: no open finding ${what}.`;
    const compared = comparedWith === '' ? '' : ` (compared with ${comparedWith})`;
    return `Policy passed: no new open finding ${what}${compared}.`;
}
/** For example `2 findings block (1 critical, 1 high; the worst is CVE-2023-45866 in bluez)`. */
function describeBlocking(judgement, policy) {
    const { blocking, unknownStatuses } = judgement;
    const counts = describeCounts(countBySeverity(blocking), unknownUnder(policy));
    const worst = blocking.slice(0, 1).map(findingName).join('');
    const which = blocking.length === 1
        ? `${counts.replace(/^1 /, '')}: ${worst}`
        : `${counts}; the worst is ${worst}`;
    const unknown = unknownStatuses === 0 ? '' : `, and the status of ${unknownStatuses} is unknown`;
    return `${blockingCount(blocking.length, isCompared(policy))} (${which})${unknown}`;
}
/** For example `1 new finding blocks`. */
function blockingCount(count, isNew) {
    return `${count} ${isNew ? 'new ' : ''}${count === 1 ? 'finding blocks' : 'findings block'}`;
}
/** Whether findings block only if a baseline does not have them. */
function isCompared({ baselineImageId }) {
    return baselineImageId !== undefined;
}
/** The name by which people know a finding, and where it is; printable. */
function findingName({ identifiers, displayName, name, id, componentName }) {
    const known = identifiers.flatMap((entry) => knownName(entry) ?? []);
    const called = plain(known[0] ?? displayName ?? name ?? id, 60);
    return componentName === undefined ? called : `${called} in ${plain(componentName, 40)}`;
}
/** Printable, and without backticks, which the summary would render as code. */
function plain(text, longest) {
    return printable(text.replaceAll('`', ' '), longest);
}
/** The result of judging an image's findings, as a clause. */
function describeJudgement(judgement, policy) {
    const { open, blocking } = judgement;
    const all = Object.values(open).reduce((total, count) => total + count, 0);
    const read = amountOf(all, 'open finding');
    if (blocking.length === 0)
        return `${read}, ${isCompared(policy) ? 'no new one' : 'none'} blocks`;
    const counts = describeCounts(countBySeverity(blocking), unknownUnder(policy));
    return `${read}; ${blockingCount(blocking.length, isCompared(policy))}: ${counts}`;
}
function unknownUnder({ threshold }) {
    return threshold === 'none'
        ? 'of unknown severity'
        : 'of unknown severity, which counts as critical';
}
/**
 * For example `1 critical, 2 high`.
 * @param unknown what findings are called whose severity is missing or undocumented.
 */
function describeCounts(counts, unknown) {
    const known = SEVERITIES.map((severity) => ({ words: severity, count: counts[severity] }));
    return [...known, { words: unknown, count: counts.other }]
        .filter(({ count }) => count > 0)
        .map(({ words, count }) => `${count} ${words}`)
        .join(', ');
}
/** What to do if findings could not be read. */
function adviceOnUnread({ type }) {
    return (ADVICE.get(type) ?? 'run the job again when the API is back, or raise `max-outage` or `timeout`');
}
const LATER = 'look at the image in the Binarly dashboard, and run the job again later';
const CONTRADICTED = 'check that the credential may view all findings of the product, or set `on-incomplete` to warn ' +
    'to judge the list as it is';
const MAINTAINERS = 'report this to the maintainers of this action: no request failed';
const ADVICE = new Map([
    [
        'baseline-unfinished',
        'run the job again when that scan has completed, or use another `baseline-image`',
    ],
    ['findings-not-found', LATER],
    ['findings-changed', LATER],
    ['finding-listed-twice', LATER],
    ['findings-missing', LATER],
    ['findings-unfinished', 'raise `timeout`'],
    ['findings-not-listed', CONTRADICTED],
    ['kev-not-listed', CONTRADICTED],
    ['finding-unreadable', MAINTAINERS],
    ['too-large', MAINTAINERS],
    ['paged-list', MAINTAINERS],
]);
/** What was let pass, as a clause. */
function describeContradiction({ type, listed, counted }) {
    const what = type === 'kev-not-listed' ? ' in CISA KEV' : '';
    const isEmpty = listed === 0 && type === 'findings-not-listed';
    const list = isEmpty ? 'is empty' : `has ${amountOf(listed, 'finding')}${what}`;
    const reported = counted !== undefined && isEmpty ? amountOf(counted, 'finding') : (counted ?? 'no number');
    return `the list ${list}, but the image reports ${reported}`;
}

;// CONCATENATED MODULE: ./build/js/report/certificates.js
/** What to do about a certificate that is not trusted. */
/**
 * @param code OpenSSL's or Node's.
 * @param input the input that holds the address; undefined if the platform gave it.
 */
function adviceOnCertificate(code, input) {
    switch (code) {
        case 'CERT_HAS_EXPIRED':
            return 'renew the server certificate, or fix the runner clock';
        case 'CERT_NOT_YET_VALID':
            return 'fix the runner clock, or the server certificate';
        case 'ERR_TLS_CERT_ALTNAME_INVALID':
            return input === undefined
                ? 'ask the operator of the platform for a certificate that covers this host name'
                : `set ${input} to a host name that the certificate covers`;
        default:
            return ('set `NODE_EXTRA_CA_CERTS` in the `env` of this step to a PEM file with the private CA that ' +
                'issued it or, if the machine already trusts that CA, set `NODE_USE_SYSTEM_CA` to 1 there');
    }
}

;// CONCATENATED MODULE: ./build/js/report/failures.js





/** Why a poll failed, as a clause; printable. */
function describeFailure({ endpoint, cause }) {
    return FAILED_AT[endpoint] + describeCause(cause, endpoint);
}
const FAILED_AT = {
    api: '',
    token: 'no token from `token-url`: ',
    'id-token': 'no ID token from GitHub: ',
    github: '',
    storage: '',
};
/** The input that holds the address of the endpoint; for GitHub's, the runner's variable. */
function inputOf(endpoint) {
    return INPUT_OF[endpoint];
}
const INPUT_OF = {
    api: '`api-url`',
    token: '`token-url`',
    'id-token': '`ACTIONS_ID_TOKEN_REQUEST_URL`',
    github: '`GITHUB_API_URL`',
    storage: 'the upload address',
};
/**
 * Why a request or its response was unusable, as a clause that does not name the endpoint;
 * printable.
 */
function describeCause(cause, endpoint) {
    const words = CAUSES[cause.type];
    return typeof words === 'string' ? words : words(cause, endpoint);
}
/** A new cause does not compile without its words. */
const CAUSES = {
    'no-time': 'no time was left for another request',
    'too-slow': (cause) => `no complete response within ${Math.round(cause.limitMs / 1000)} s`,
    network: (cause) => describeNetwork(cause.code, cause.message),
    'no-tls': (_, endpoint) => `the server does not speak TLS: is ${inputOf(endpoint)} right?`,
    'tls-handshake': (cause) => `the TLS handshake failed (${cause.code})`,
    certificate: (cause) => `the server certificate is not trusted (${cause.code})`,
    'proxy-auth': 'the proxy requires credentials (HTTP 407)',
    'proxy-status': (cause) => `the proxy answered HTTP ${cause.status}`,
    'proxy-connection': (cause) => `the connection through the proxy failed (${cause.message})`,
    'too-large': (cause) => `the response is larger than ${cause.maxBytes / 1024 / 1024} MiB`,
    'not-utf8': 'the response is not UTF-8 text',
    stalled: (cause) => `no data arrived for ${Math.round(cause.afterMs / 1000)} s`,
    'not-whole': (cause) => `the response is not a whole ${cause.format} file`,
    encoded: (cause) => `the response is encoded (${cause.encoding}) and could not be decoded`,
    'not-json': (cause, endpoint) => `HTTP ${cause.status} ${NOT_JSON[cause.body](endpoint)}`,
    'http-status': (cause) => `HTTP ${cause.status}${after(cause.message)}`,
    'unexpected-answer': (cause) => `the response is not ${EXPECTED[cause.expected]}`,
    'other-scan': 'the response is about another scan',
    'other-image': 'the response is about another image',
    'scan-without-id': 'the response is a scan without a readable ID',
    'unrankable-scan': 'a scan in the list has no readable ID and creation time',
    'scan-listed-twice': 'the list has the same scan twice, in different states',
    'paged-list': 'the list continues on another page, which this action cannot read',
    'status-unavailable': 'the API reports `status_unavailable`',
    'no-state': 'the API gives no state for the scan',
    'scan-gone': (cause) => `${describeAbsence(cause.absent)}, although the scan was there before`,
    'unreadable-product-id': (cause) => `the product named ${quote(cause.name)} has no readable ID`,
    'fresh-token-refused': (cause) => `the API refused a token issued moments before (HTTP 401${after(cause.message)})`,
    'no-access-token': (cause) => `HTTP ${cause.status} without an access token`,
    github: (cause) => describeGitHubProblem(cause.problem),
    'no-id-token': (cause) => `HTTP ${cause.status} without an ID token`,
    'findings-not-found': (cause) => `the findings were not found (${describeAbsence(cause.absent)})`,
    'report-not-found': (cause) => `the report was not found (${describeAbsence(cause.absent)})`,
    'findings-changed': (cause) => `the list of findings changed while it was read${fromTo(cause.from, cause.to)}`,
    'finding-listed-twice': 'the list of findings has the same finding twice',
    'findings-missing': (cause) => `the list of findings should have ${cause.total}, but ${cause.read} were read`,
    'finding-unreadable': (cause) => `row ${cause.row} of a page of findings has no ${cause.lacks === 'id' ? 'readable ID' : '`compareSide`'}`,
    'findings-unfinished': (cause) => `time was up before all findings were read twice; the last read had ${cause.read} of ${cause.total}`,
    'findings-not-listed': (cause) => cause.counted === undefined
        ? 'the list of findings is empty, and the image has no readable counts to confirm that'
        : describeContradiction(cause),
    'kev-not-listed': (cause) => cause.counted === undefined
        ? 'the image has no readable count of findings in CISA KEV'
        : describeContradiction(cause),
    'baseline-unfinished': (cause) => `the scan of \`baseline-image\` is ${printable(cause.state ?? 'without a state')}`,
    storage: ({ host, problem }) => `the storage ${printable(host)}: ${describeStorage(problem)}`,
};
/** Why the storage does not have the file, as a clause; printable. */
function describeStorage(problem) {
    switch (problem.type) {
        case 'stalled':
            return `it accepted no data for ${formatDuration(problem.forMs)}`;
        case 'storage-status':
            return `HTTP ${problem.status}${after(problem.code)}`;
        case 'early-answer':
            return `HTTP ${problem.status} before the whole file was sent`;
        case 'md5-differs':
            return 'the MD5 of its copy differs from that of the file';
        default:
            return describeCause(problem, 'storage');
    }
}
/** Empty if findings were only replaced by others. */
function fromTo(from, to) {
    return from === to ? '' : `, from ${from} to ${to}`;
}
const NOT_JSON = {
    empty: () => 'with an empty body',
    'broken-off': () => 'with JSON that breaks off',
    'web-page': (endpoint) => `with a body that looks like a web page: is ${inputOf(endpoint)} right?`,
    other: (endpoint) => `with a body that is not JSON: is ${inputOf(endpoint)} right?`,
};
const EXPECTED = {
    scan: 'a scan',
    scans: 'a list of scans',
    products: 'a list of products',
    image: 'an image',
    images: 'a list of images',
    findings: 'a list of findings',
    'upload-address': 'an upload address',
};
const NETWORK_ERRORS = new Map([
    ['ENOTFOUND', 'the host name could not be resolved'],
    ['EAI_AGAIN', 'the host name cannot be resolved right now'],
    ['ECONNREFUSED', 'the connection was refused'],
    ['ECONNRESET', 'the connection was reset'],
    ['ETIMEDOUT', 'the connection timed out'],
]);
function describeNetwork(code, message) {
    const words = code === undefined ? undefined : NETWORK_ERRORS.get(code);
    return words === undefined ? message : `${words}, ${code}`;
}
/** Why there is no scan, as a clause; printable. */
function describeAbsence(cause) {
    const words = ABSENCES[cause.type];
    return typeof words === 'string' ? words : words(cause);
}
const ABSENCES = {
    'empty-list': 'the list of scans is empty',
    'no-scans': 'the API reports `no_scans`',
    'all-too-old': ({ createdAfter, newest }) => `the newest scan in the list is from ${newest}, and \`created-after\` is ${createdAfter}`,
    'not-found': ({ message }) => `the API answered HTTP 404: ${message}`,
};

;// CONCATENATED MODULE: ./build/js/report/keycloak.js
/** @param said what the token endpoint said. */
function adviceOnClient(status, said) {
    return adviceOnKeycloak(status, said) ?? 'check `client-id`, `client-secret` and `token-url`';
}
/** Never shortened, because both must be configured in Keycloak. */
function keycloak_claimsOf({ subject, issuer }) {
    const [sub, iss] = [subject, issuer].map((text) => (text === undefined ? 'none' : `"${text}"`));
    return `the \`sub\` ${sub} and the \`iss\` ${iss}`;
}
function adviceOnIdToken(status, said) {
    return (adviceOnKeycloak(status, said) ??
        (status === 401
            ? 'set `jwt.credential.sub` of the client in Keycloak to this `sub`, ' +
                'and the issuer of its identity provider to this `iss`'
            : 'check the client and its identity provider in Keycloak'));
}
/**
 * Keycloak's texts were measured with 26.7.3; some name a setting of the client, not a wrong input.
 */
function adviceOnKeycloak(status, said) {
    if (/service account/i.test(said))
        return 'turn on service accounts for this client in Keycloak';
    if (/user.*disabled|disabled.user/i.test(said))
        return 'enable the service account user of this client in Keycloak';
    if (/client_secret_/i.test(said))
        return 'allow `client_secret_basic` or `client_secret_post` for this client in Keycloak';
    if (status === 403)
        return 'check that the realm is enabled, and that `token-url` starts with https';
    return undefined;
}

;// CONCATENATED MODULE: ./build/js/report/upload-refusals.js



function reasonOfUploadRefusal(cause) {
    switch (cause.type) {
        case 'storage-refused':
            return because(`the storage ${printable(cause.host)} refused the file ` +
                `(HTTP ${cause.status}${after(cause.code)})`, adviceOnStorage(cause.status));
        case 'storage-certificate':
            return because(`the certificate of the storage ${printable(cause.host)} is not trusted (${cause.code})`, adviceOnCertificate(cause.code, undefined));
        case 'upload-address':
            return because('the API returned an upload address that is not https', 'ask the operator of the platform to fix the address of its storage');
        case 'file-changed':
            return because('the file changed while it was uploaded', 'upload after the build has finished writing it');
        case 'file-unreadable':
            return because(`the file cannot be read (${cause.message})`, 'check the disk on the runner');
        case 'image-exists': {
            const { imageId } = cause;
            const named = imageId === undefined ? '' : `, ${printable(imageId)}`;
            return because(`the product already has an image with this name and version${named}`, 'set `version` to another one, or wait for that image');
        }
        case 'images-ambiguous':
            return because(`several new images have this name and version: ${cause.imageIds.map(idOf).join(', ')}`, 'keep one of them in the Binarly dashboard, and give each job names or versions of its own', ';');
        case 'image-uncertain':
            return because(`the request that creates the image may have worked, but ${UNCERTAINTIES[cause.why]}`, 'an image may exist, so look for it in the Binarly dashboard before you run the job again');
    }
}
const UNCERTAINTIES = {
    'no-list': 'the list of images could not be read',
    'no-time': 'the API does not say when the image with this name and version was created',
    'not-listed': 'the API refused to repeat it, and the list of images does not have the image',
};
function idOf(id) {
    return printable(id, 60);
}
function adviceOnStorage(status) {
    if (status === 413)
        return 'the file is too large for it, so ask the operator of the platform';
    if (status < 400)
        return 'this action follows no redirects, so ask the operator of the platform';
    return 'check that the runner clock is right, and that no proxy changes the request';
}

;// CONCATENATED MODULE: ./build/js/report/refusals.js
/** The words for problems that retrying cannot fix: what happened, and what to do about it. */








function reasonOfRefusal({ endpoint, cause }) {
    switch (cause.type) {
        case 'redirect': {
            const to = cause.location === undefined ? '' : ` to ${cause.location}`;
            const [subject, itself] = endpoint === 'api' ? ['the API', 'the API'] : ['the token endpoint', 'that endpoint'];
            return because(`${subject} answered with a redirect (HTTP ${cause.status}${to}), which is not followed`, `set ${inputOf(endpoint)} to the address of ${itself} itself`);
        }
        case 'http-status':
            if (cause.about === undefined)
                return reasonOfStatus(cause.status, cause.error);
            return cause.about === 'findings'
                ? reasonOfFindings(cause.status, cause.error)
                : reasonOfReport(cause.about, cause.status, cause.error);
        case 'unwritable':
            return because(`could not write a file for later steps (${cause.message})`, 'check the disk on the runner');
        case 'certificate':
            return because(`the certificate of the server at ${inputOf(endpoint)} is not trusted (${cause.code})`, adviceOnCertificate(cause.code, inputOf(endpoint)));
        case 'proxy-auth':
            return because('the proxy requires credentials (HTTP 407)', 'put the user name and password into the address in `https_proxy`');
        case 'github':
            return reasonOfBase(cause.problem);
        case 'token-refused':
            return reasonOfTokenRefusal(cause);
        case 'fresh-token-refused':
            return because(`the API refused a token issued moments before (HTTP 401${after(cause.message)})`, 'check that `api-url` and `token-url` belong to the same tenant, ' +
                'and that the client may use the API');
        case 'no-token-endpoint':
            return because(`no token endpoint answers at \`token-url\` (HTTP ${cause.status}${after(cause.said)})`, 'set `token-url` to the token endpoint of your Keycloak realm');
        case 'client-refused':
            return because(`the token endpoint refused the client (HTTP ${cause.status}${after(cause.said)})`, adviceOnClient(cause.status, cause.said));
        case 'id-token-refused':
            return because(`the token endpoint refused the ID token with ${keycloak_claimsOf(cause)} ` +
                `(HTTP ${cause.status}${after(cause.said)})`, adviceOnIdToken(cause.status, cause.said));
        case 'audience-refused':
            return because(`the token endpoint refused the ID token for the audience "${printable(cause.audience)}" ` +
                `(HTTP ${cause.status}${after(cause.said)})`, 'set `oidc-audience` to the issuer of the Keycloak realm');
        case 'ambiguous-product':
            return because(`several products are named ${quote(cause.given)}`, `set \`product\` to one of their IDs: ${listed(cause.ids)}`);
        case 'unknown-product': {
            const { given, nearest } = cause.product;
            return because(`no product has the ID or the name ${quote(given)}${unseen(given)}`, nearest.length === 0
                ? 'the credential cannot view any products, so check its roles and `product`'
                : `check \`product\`; similar: ${nearest.map(quote).join(', ')}`);
        }
        case 'too-many-findings':
            return because(`${cause.isComparison ? 'the image and its baseline together have' : 'the image has'} ` +
                `${cause.total} findings, and at most ${cause.most} can be judged`, 'review them in the Binarly dashboard, and turn off ' +
                `${cause.switches.map((input) => `\`${input}\``).join(' and ')} here`);
        case 'baseline-absent':
            return because(`\`baseline-image\` has no scan to compare with (${describeAbsence(cause.absent)})`, 'set it to the ID of an image in the same product whose scan has completed');
        case 'baseline-not-completed':
            return because(`the newest scan of \`baseline-image\` did not complete (${printable(cause.state)})`, 'scan that image again, or set `baseline-image` to another one');
        case 'baseline-invalid':
            return because(`the API refused \`baseline-image\` (HTTP 400${after(cause.message)})`, 'set it to an image ID from the platform');
        case 'other-product':
            return because(`\`product\` is ${printable(cause.productId)}, ` +
                `but another input names product ${printable(cause.claimedId)}`, 'make the resource names in the inputs agree with `product`');
        default:
            return reasonOfUploadRefusal(cause);
    }
}
/** A quotation does not show every character. */
function unseen(text) {
    const character = invisibleIn(text);
    return character === undefined ? '' : ` (it has ${character}, which is not visible)`;
}
/** Of GitHub's answers, only that to the question about the base branch can end a wait. */
function reasonOfBase(problem) {
    const isMissing = problem.type === 'refused' && [404, 422].includes(problem.status);
    return because(`could not read the commits of the base branch (${describeGitHubProblem(problem)})`, isMissing
        ? 'check that `github-token` may read the repository, and that the commit still exists'
        : adviceOnGitHub(problem));
}
/** The first few of a list. */
function listed(ids) {
    const few = ids.slice(0, 5).map((id) => printable(id, 60));
    return `${few.join(', ')}${ids.length > few.length ? ' and others' : ''}`;
}
function reasonOfTokenRefusal(cause) {
    const { expiredAtMs, message } = cause;
    const happened = expiredAtMs === undefined
        ? 'the API refused `token`'
        : `\`token\` expired at ${formatUtc(expiredAtMs)}`;
    return because(`${happened} (HTTP 401${after(message)})`, 'access tokens are valid for 30 minutes, so request `token` just before this step, or use ' +
        '`client-id` and `client-secret` instead, so that this action can renew its tokens');
}
/** Any other 4xx means that this is not the API, or that something sits in between. */
const OTHER_ADVICE = 'check `api-url`, and whether something between the runner and the API refuses the request';
/**
 * @param error undefined if the body is not in Binarly's format, so it may not be from Binarly.
 */
function reasonOfStatus(status, error) {
    if (status === 403 && error?.permission !== undefined)
        return because(lacks(error), GRANT_ROLE);
    const happened = `the API refused the request (HTTP ${status}${after(error?.message)})`;
    if (status === 431)
        return because(happened, 'the token is too large for the server, so reduce the number of roles in it');
    if (error === undefined)
        return because(happened, OTHER_ADVICE);
    if (status === 400)
        return because(happened, 'check that `product`, `image` and `scan` are IDs from the platform');
    return because(happened, status === 403 ? GRANT_ROLE : OTHER_ADVICE);
}
function lacks({ permission, resourceName }) {
    const on = resourceName === undefined ? '' : ` on ${resourceName}`;
    return `the credential lacks the permission ${permission}${on} (HTTP 403)`;
}
/** The same for the request for findings: `product`, `image` and `scan` have worked by then. */
function reasonOfFindings(status, error) {
    if (error?.permission !== undefined)
        return {
            happened: `the API refused to list the findings: ${lacks(error)}`,
            advice: GRANT_ROLE,
            mark: ';',
        };
    const { message = '', details = '' } = error ?? {};
    const said = [message, details].filter((text) => text !== '').join('; ');
    const happened = `the API refused to list the findings (HTTP ${status}${after(said)})`;
    return because(happened, status === 403
        ? 'give the owner of the credential a role that may view the findings of the product, ' +
            'and check that no firewall refuses the request'
        : 'report this to the maintainers of this action, and turn off `fail-on-severity` and ' +
            '`fail-on-kev` meanwhile');
}
function reasonOfReport(report, status, error) {
    const why = error?.permission === undefined
        ? `(HTTP ${status}${after(error?.message)})`
        : `because ${lacks(error)}`;
    return because(`the API refused the report ${report} ${why}`, status === 403
        ? 'give the owner of the credential a role with the permission `reports.view`'
        : 'remove it from `reports`, or check whether this release of the platform has it');
}
const GRANT_ROLE = 'give the owner of the credential a role that allows it';

;// CONCATENATED MODULE: ./build/js/steps/settle/descriptions.js






/** Findings that block are counted: `2 new findings block: 1 critical, 1 high`. */
function describeRed(images) {
    const red = images.map(({ record }) => record.ended).filter(endedRed);
    const broken = red.flatMap((ended) => (ended?.status === 'findings' ? ended : []));
    if (broken.length < red.length)
        return describeVerdicts(images);
    const blocking = broken.flatMap(({ judgement }) => judgement.blocking);
    const isNewOnly = broken.every(({ policy }) => isCompared(policy));
    const where = images.length === 1 ? '' : ` in ${red.length} of ${images.length} images`;
    const counts = describeCounts(countBySeverity(blocking), 'unknown');
    return `${blockingCount(blocking.length, isNewOnly)}${where}: ${counts}`;
}
/** At the end of `settle-within`: what was last known. @param endedMs since the epoch. */
function describeOverdue(wait, images, endedMs) {
    return `settle-within ended at ${formatUtc(endedMs)}${lastKnown(wait, images)}`;
}
function lastKnown({ isHandedOver }, images) {
    if (!isHandedOver)
        return '; the step ended without a verdict';
    const [trouble] = images.flatMap((image) => troubleWith(image) ?? []);
    if (trouble !== undefined)
        return `; ${trouble}`;
    const notes = images.flatMap((image) => noteOn(image) ?? []);
    return `: ${[describeVerdicts(images), ...new Set(notes)].join(', ')}`;
}
/** Why there is no verdict, as a clause; undefined if there is one, or if it is too early. */
function troubleWith({ record: { ended } }) {
    if (ended?.status === 'error')
        return reasonOfRefusal(ended.refused).happened;
    if (ended?.status !== 'unavailable')
        return undefined;
    if (ended.baseline)
        return 'the baseline could not be found';
    return ended.findings === undefined
        ? 'no usable answer from Binarly'
        : 'the findings could not be read';
}
/** For example `1 failed, 2 pending`. */
function describeVerdicts(images) {
    return countsOf(images.map(descriptions_nameOf));
}
/** The verdict on an image; `pending` without one. */
function descriptions_nameOf({ record: { ended } }) {
    return ended?.status ?? 'pending';
}
/** What is known of a scan without a verdict, as a clause; undefined if nothing is. */
function noteOn({ record, isBaselineUnfinished }) {
    const { ended, absent, lastState } = record;
    if (isBaselineUnfinished)
        return 'its baseline is being scanned again';
    if (ended !== undefined)
        return undefined;
    if (absent !== undefined)
        return 'its scan is gone';
    if (lastState === undefined)
        return undefined;
    const state = printable(lastState, 40);
    return isUndocumented(lastState)
        ? `its state ${state} is not documented`
        : `its last state is ${state}`;
}
/** @param state as the API gave it. */
function isUndocumented(state) {
    return classifyState(state) === 'undocumented';
}

;// CONCATENATED MODULE: ./build/js/steps/settle/settlement.js
/** Whether another sweep must look at it again. */
function isPending({ outcome: { kind } }) {
    return LEFT.includes(kind);
}
const LEFT = [
    'pending',
    'running',
    'unread',
    'unwritten',
    'unlisted',
    'contended',
    'crashed',
];

;// CONCATENATED MODULE: ./build/js/report/baseline-words.js
/** The words for what an image is compared with, or why with nothing. */




/**
 * For example `Compared with image 01J… (firmware.bin, commit 1a2b3c4, 2 commits back on main),
 * scanned 3 days ago.`
 * @param nowMs by the platform's clock, in milliseconds since the epoch.
 * @param of the image that is compared with it, if there are several.
 */
function comparedSentence({ imageId, origin, scannedMs }, nowMs, of) {
    const from = origin === undefined ? '' : ` (${describeOrigin(origin)})`;
    const age = scannedMs === undefined ? '' : `, scanned ${describeAge(nowMs - scannedMs)}`;
    const subject = of === undefined ? 'Compared' : `Image ${printable(of)}: compared`;
    return `${subject} with image ${printable(imageId)}${from}${age}.`;
}
function describeOrigin({ name, sha, back, branch }) {
    const commits = back === 1 ? '1 commit back' : `${back} commits back`;
    const where = [
        ...(back === 0 ? [] : [commits]),
        ...(branch === '' ? [] : [`on ${baseline_words_short(branch)}`]),
    ];
    const separator = back === 0 ? ' ' : ', ';
    const commit = `commit ${baseline_words_short(shortSha(sha))}`;
    return `${baseline_words_short(name)}, ${where.length === 0 ? commit : commit + separator + where.join(' ')}`;
}
const DAY_MS = 86_400_000;
const baseline_words_HOUR_MS = 3_600_000;
/** The largest unit, rounded down. */
function describeAge(ms) {
    const days = Math.floor(ms / DAY_MS);
    if (days > 0)
        return days === 1 ? '1 day ago' : `${days} days ago`;
    const unit = ms < baseline_words_HOUR_MS ? 60_000 : baseline_words_HOUR_MS;
    return ms < unit ? 'just now' : `${formatDuration(Math.floor(ms / unit) * unit)} ago`;
}
/** Why every finding of an image counts as new, and what to do if that is not intended. */
function reasonWithoutBaseline(imageId, why) {
    const image = `image ${printable(imageId)}`;
    return because(`there is nothing to compare ${image} with (${baseline_words_describeAbsence(why)}), so every finding counts as new`, adviceOnAbsence(why));
}
function baseline_words_describeAbsence(why) {
    switch (why.type) {
        case 'no-base':
            return 'it is not clear what its commit is based on';
        case 'first-commit':
            return `commit ${baseline_words_short(shortSha(why.sha))} has no parent`;
        case 'no-image':
            return `no image of ${lastCommits(why.commits, why.branch)}`;
        case 'unnamed':
            return 'it has no name';
        case 'no-image-named':
            return `no image of ${lastCommits(why.commits, why.branch)} is named ${quote(why.name)}`;
        case 'none-completed': {
            const named = `${quote(why.name)}${onBranch(why.branch)}`;
            return why.asked === 1
                ? `the newest scan of the image named ${named} has not completed`
                : `the newest scan of none of the ${why.asked} newest images named ${named} has completed`;
        }
    }
}
function adviceOnAbsence(why) {
    switch (why.type) {
        case 'no-base':
            return ('compare in a run of `pull_request`, `merge_group` or `push`, and let no two open pull ' +
                'requests with different bases have the same head');
        case 'first-commit':
            return 'the next commit will have a parent to compare with';
        case 'no-image':
            return (`this is normal until a push to ${branchOr(why.branch)} has been scanned; the version of ` +
                'its image must be the SHA of the commit');
        case 'unnamed':
            return 'give images a name when they are uploaded';
        case 'no-image-named':
            return 'this is normal for a new file; else give the images of all commits the same name';
        case 'none-completed':
            return 'look at the scans of these images in the Binarly dashboard';
    }
}
/** A line about the first time that a baseline could not be looked for. */
function troubleLine(failure) {
    return `Could not find what to compare with (${describeFailure(failure)}); still trying.`;
}
/** Why nobody can say what the base branch is. @param cause as a clause. */
function reasonWithoutBase(cause) {
    return because(`could not determine the base branch (${cause})`, 'use `baseline-image: base-branch` only in workflows that run on GitHub');
}
/** @param others how many more images there are without a baseline. */
function missingBaselinesWarning(imageId, others) {
    const more = others === 0 ? '' : ` and ${others} more`;
    return (`No baseline for image ${printable(imageId)}${more} was found before time was up, so every ` +
        'finding will count as new: raise `timeout`, or run the job again.');
}
function lastCommits(count, branch) {
    const commits = count === 1 ? 'the last commit' : `the last ${count} commits`;
    return branch === '' ? commits : `${commits} of ${baseline_words_short(branch)}`;
}
function onBranch(branch) {
    return branch === '' ? '' : ` on ${baseline_words_short(branch)}`;
}
function branchOr(branch) {
    return branch === '' ? 'the base branch' : baseline_words_short(branch);
}
function baseline_words_short(text) {
    return printable(text, 60);
}
/** Older than this, a baseline lacks findings that were published since. */
const STALE_MS = 7 * DAY_MS;
/** @returns undefined unless the baseline was scanned so long ago that published findings seem new. */
function staleHint(baseline, nowMs) {
    if (baseline?.kind !== 'image' || baseline.scannedMs === undefined)
        return undefined;
    if (nowMs - baseline.scannedMs <= STALE_MS)
        return undefined;
    return ('Findings that were published since the baseline was scanned count as new: ' +
        'scan the baseline again to leave them out.');
}

;// CONCATENATED MODULE: ./build/js/report/cut.js
/** Cuts a list of texts to the room there is. */
/**
 * @param bytes room in UTF-8, with a line break after each text.
 * @returns the first texts that fit, and how many are left out.
 */
function cutTo(texts, bytes) {
    let used = 0;
    const end = texts.findIndex((text) => {
        used += Buffer.byteLength(text) + 1;
        return used > bytes;
    });
    const kept = end === -1 ? texts : texts.slice(0, end);
    return { kept, left: texts.length - kept.length };
}

;// CONCATENATED MODULE: ./build/js/report/markdown.js
/** Pieces of Markdown that the parts of the summary share. */

/** Text from outside as code; empty if nothing of it is printable. */
function code(text) {
    const line = printable(text, 80);
    return line === '' ? '' : `<code>${escapeMarkdown(line)}</code>`;
}
/**
 * Our sentences name inputs in code spans of a single word, or of an input with a word as its
 * value (`on-timeout: defer`); those stay, and everything else is made inert.
 */
function inert(sentence) {
    return sentence
        .split(/(`[\w-]+(?:: \w+)?`)/)
        .map((part, index) => (index % 2 === 1 ? part : escapeMarkdown(part)))
        .join('');
}
/** A row of a table; an empty cell shows a dash. */
function row(cells) {
    return `| ${cells.map((cell) => cell || '–').join(' | ')} |`;
}
/** The product by its name and its ID. */
function productLine({ id, name }) {
    const named = name === undefined || name === id ? '' : `${escapeMarkdown(printable(name, 80))} `;
    return `Product: ${named}${code(id)}`;
}

;// CONCATENATED MODULE: ./build/js/report/findings-tables.js
/** The summary's part on findings: counts by severity, and the worst of those that block. */




/** How many findings a part shows. */
const MOST_SHOWN = 20;
/** How many identifiers of one finding. */
const MOST_IDENTIFIERS = 3;
/**
 * @param images if there are several, only those with blocking findings get a part.
 * @param bytes room for the parts.
 * @param hasFile whether `findings-file` was written.
 */
function findingsParts(images, bytes, hasFile = true) {
    const isSingle = images.length === 1;
    const parts = images.flatMap(({ judgement, imageId }) => {
        if (judgement === undefined || (!isSingle && judgement.blocking.length === 0))
            return [];
        const head = isSingle ? [] : [`Findings in image ${code(imageId)}:`];
        const part = partOf(judgement, hasFile);
        return part.length === 0 ? [] : [[...head, ...part].join('\n\n')];
    });
    const { kept, left } = cutTo(parts, bytes);
    const where = hasFile ? 'only in the output `findings-file`' : 'not shown';
    const rest = `The findings of ${left} more ${countable(left, 'image')} are ${where}.`;
    return left === 0 ? kept : [...kept, rest];
}
function partOf(judgement, hasFile) {
    const isCut = judgement.blocking.length > MOST_SHOWN;
    return [
        ...findingsOf(judgement, MOST_SHOWN),
        ...(isCut && hasFile ? ['The file in the output `findings-file` has all of them.'] : []),
    ];
}
/** The counts by severity, and the worst of the blocking findings: at most so many. */
function findingsOf(judgement, most) {
    const { blocking } = judgement;
    const title = blocking.length > most
        ? `The ${most} worst of the ${blocking.length} blocking findings:`
        : 'Blocking findings:';
    return [
        ...countsTable(judgement),
        ...unknownNotes(judgement),
        ...(blocking.length > 0 ? [title, worstTable(blocking.slice(0, most))] : []),
    ];
}
/** Without rows of zeros; none if nothing is left. */
function countsTable({ open, comparison }) {
    const columns = [
        ['Open', open],
        ...(comparison === undefined
            ? []
            : [
                ['New', comparison.new],
                ['Unchanged', comparison.unchanged],
                ['Resolved', comparison.resolved],
            ]),
    ];
    const severities = [...SEVERITIES, 'other'];
    const rows = severities
        .filter((severity) => columns.some(([, counts]) => counts[severity] > 0))
        .map((severity) => row([severity, ...columns.map(([, counts]) => `${counts[severity]}`)]));
    if (rows.length === 0)
        return [];
    const titles = columns.map(([title]) => title);
    const head = [row(['Severity', ...titles]), `|---|${titles.map(() => '---:|').join('')}`];
    return [[...head, ...rows].join('\n')];
}
function unknownNotes({ unknownSeverities, unknownStatuses }) {
    const notes = [
        ...(unknownSeverities > 0 ? [`${unknownSeverities} of unknown severity`] : []),
        ...(unknownStatuses > 0 ? [`${unknownStatuses} of unknown status`] : []),
    ];
    if (notes.length === 0)
        return [];
    return [`Findings that block because something about them is unknown: ${notes.join(', ')}.`];
}
/** Few columns, so that all of them are in sight on a narrow page. */
function worstTable(findings) {
    const hasFix = findings.some(({ knownFixedVersion }) => knownFixedVersion !== undefined);
    const fixed = hasFix ? ['Fixed in'] : [];
    const titles = ['Severity', 'Finding', 'Component', ...fixed];
    const rows = findings.map((finding) => row([
        severityCell(finding),
        findingCell(finding),
        cell(finding.componentName, 60),
        ...fixed.map(() => cell(finding.knownFixedVersion, 40)),
    ]));
    return [row(titles), `|${titles.map(() => '---|').join('')}`, ...rows].join('\n');
}
function cell(text, longest) {
    return text === undefined ? '' : escapeMarkdown(printable(text, longest));
}
function severityCell({ severity, isKev }) {
    const word = cell(severity, 20);
    return isKev ? `${word || '–'}<br>known exploited` : word;
}
/** The name over the identifiers, unless it is one of them. */
function findingCell({ displayName, name, id, identifiers }) {
    const called = displayName ?? name ?? id;
    const names = identifiers.flatMap((entry) => knownName(entry) ?? entry.gsd ?? []);
    const others = names.filter((it) => it !== called);
    const shown = others.slice(0, MOST_IDENTIFIERS).map((it) => cell(it, 40));
    const left = others.length - shown.length;
    const more = left > 0 ? ` and ${left} more` : '';
    return [cell(called, 120), `${shown.join(', ')}${more}`].filter(Boolean).join('<br>');
}

;// CONCATENATED MODULE: ./build/js/report/image-name.js


/** In Markdown: its name and version with the ID, or the ID alone if the name is unknown. */
function imageName({ imageId, details }) {
    const name = printable(`${details?.name ?? ''} ${shortSha(details?.version ?? '')}`, 80);
    return name === '' ? code(imageId) : `${escapeMarkdown(name)} (${code(imageId)})`;
}

;// CONCATENATED MODULE: ./build/js/steps/settle/search-words.js



const INTERRUPTED = because('the sweep was interrupted', 'the next one continues');
function reasonWithoutSearch(problem) {
    if (problem.type === 'stopped')
        return INTERRUPTED;
    const why = describeGitHubProblem(problem);
    return because(`could not find the pending commit statuses (${why})`, adviceOnGitHub(problem));
}
/** The lines for the log: where it looked, and what GitHub left out. */
function linesOfSearch({ looked, statuses, errors }) {
    const missing = errors.map((error) => `GitHub left out a part of its answer: ${error}`);
    return [lookedLine(looked, statuses.length), ...missing];
}
function warningsOfSearch({ looked, errors }) {
    return [...(errors.length > 0 ? [MISSING_PARTS] : []), ...missingBranches(looked)];
}
const MISSING_PARTS = 'GitHub answered only a part of the search for pending commit statuses, so this sweep may have ' +
    'missed some. The log says which errors it gave; the next sweep looks again.';
function missingBranches({ branches }) {
    const missing = branches.filter(({ name, commits }) => commits === undefined && name !== '');
    if (missing.length === 0)
        return [];
    const [noun, verb, them] = missing.length === 1 ? ['branch', 'does', 'it'] : ['branches', 'do', 'them'];
    const names = missing.map(({ name }) => quote(name)).join(', ');
    return [
        `The ${noun} ${names} in \`branches\` ${verb} not exist, so no commit of ${them} was looked at.`,
    ];
}
/** For example `Looked at 12 open pull requests, 1 merge group and 50 commits of main: 2 pending.` */
function lookedLine({ pullRequests, mergeGroups, branches }, count) {
    const places = [
        amountOf(pullRequests, 'open pull request'),
        amountOf(mergeGroups, 'merge group'),
        ...branches.flatMap(({ name, commits }) => commits === undefined ? [] : [`${amountOf(commits, 'commit')} of ${branchName(name)}`]),
    ];
    return `Looked at ${search_words_listOf(places)}: ${count} pending.`;
}
/** Made only by a sweep: it costs every step's start as much as loading half of the bundle. */
function search_words_listOf(places) {
    // Without the comma before "and" that American English may have.
    return new Intl.ListFormat('en-GB').format(places);
}
function branchName(name) {
    return name === '' ? 'the default branch' : printable(name, 60);
}

;// CONCATENATED MODULE: ./build/js/steps/settle/words.js









/** A line for the log. */
function describeSettlement({ sha, images, outcome }) {
    const isTold = images.length === 0 || outcome.kind === 'settled';
    const polled = isTold ? '' : ` (${describeImages(images)})`;
    return `Commit ${printable(sha)}: ${describeOutcome(outcome)}${polled}.`;
}
/** The verdicts on images, and what is known of scans without one. */
function describeImages(images) {
    const notes = new Set(images.flatMap((image) => noteOn(image) ?? []));
    return [describeVerdicts(images), ...notes].join('; ');
}
function describeOutcome(outcome) {
    switch (outcome.kind) {
        case 'settled':
            return `${outcome.state} (${outcome.description})`;
        case 'pending':
            return 'still pending';
        case 'running':
            return 'left alone, because the step is still waiting';
        case 'unreadable':
            return 'left alone, because this version of the action did not create it for this commit';
        case 'foreign':
            return `left alone, because it was written by ${loginOf(outcome.by)}`;
        case 'other-product':
            return 'left alone, because it waits for another product';
        case 'left-alone':
            return outcome.why.type === 'superseded'
                ? 'left alone, because a newer wait has begun'
                : `left alone, because it ${describeLeftAlone(outcome.why)}`;
        case 'unread':
            return `could not be read (${describeGitHubProblem(outcome.problem)})`;
        case 'unwritten':
            return `could not be written (${describeGitHubProblem(outcome.problem)})`;
        case 'unlisted':
            return 'not in the list of statuses from GitHub, although it must be there';
        case 'contended':
            return 'other runs kept writing over it';
        case 'crashed':
            return `unexpected error (${describeThrown(outcome.cause)})`;
    }
}
/** What makes the step red, each reason once. */
function errorsOf(settlements, product, isInterrupted) {
    const reasons = [
        ...(isInterrupted ? [INTERRUPTED] : []),
        ...(product?.ok === false ? reasonsOfProduct(product.answer) : []),
        ...settlements.flatMap(reasonsOf),
    ];
    return [...new Set(reasons.map(sentenceOf))];
}
function reasonsOfProduct(answer) {
    if (answer.kind === 'refused')
        return [reasonOfRefusal(answer)];
    return answer.kind === 'failed' ? [noAnswer(answer)] : [];
}
function noAnswer(failure) {
    return because(`Binarly gave no usable answer (last: ${describeFailure(failure)})`, 'the next sweep tries again; check `api-url` and the credential if this continues');
}
function reasonsOf({ outcome, images }) {
    return [...images.flatMap((image) => reasonOfImage(image) ?? []), ...reasonsOfOutcome(outcome)];
}
function reasonsOfOutcome(outcome) {
    switch (outcome.kind) {
        case 'unread':
        case 'unwritten': {
            const { kind, problem } = outcome;
            const what = kind === 'unread' ? 'the statuses of a commit' : 'a commit status';
            const happened = `${what} could not be ${kind === 'unread' ? 'read' : 'written'}`;
            const why = describeGitHubProblem(problem);
            // An interruption has a reason of its own.
            return problem.type === 'stopped'
                ? []
                : [because(`${happened} (${why})`, adviceOnGitHub(problem))];
        }
        case 'unlisted':
            return [
                because('the list of statuses of a commit did not show a status that must be there, for 10 s', 'the next sweep looks again'),
            ];
        case 'contended':
            return [
                because('other runs kept writing over a commit status', 'let no two settle workflows run at the same time (`concurrency`)'),
            ];
        case 'crashed':
            return [reasonOfCrash(outcome.cause)];
        case 'settled':
        case 'pending':
        case 'running':
        case 'unreadable':
        case 'foreign':
        case 'other-product':
        case 'left-alone':
            return [];
    }
}
function reasonOfImage({ record: { ended } }) {
    if (ended?.status === 'error')
        return reasonOfRefusal(ended.refused);
    if (ended?.status !== 'unavailable')
        return undefined;
    if (ended.findings === undefined)
        return noAnswer(ended.failure);
    return because((ended.baseline
        ? 'could not find what to compare an image with'
        : 'the findings of an image could not be read') +
        ` (last: ${describeFailure(ended.failure)})`, 'the next sweep tries again; look at the image in the Binarly dashboard if this continues');
}

;// CONCATENATED MODULE: ./build/js/steps/settle/summary.js
/** The job summary of a sweep, which final statuses link to. */










/** Room for each part in bytes. GitHub rejects a summary above 1 MiB as a whole. */
const [TABLE_BYTES, FINDINGS_BYTES] = [500_000, 300_000];
/** How many findings of an image are shown. */
const summary_MOST_SHOWN = 10;
/** @param errors what makes the step red, one line each. */
function sweepSummary(settlements, errors) {
    const [settled, other] = [
        settlements.filter(({ outcome }) => outcome.kind === 'settled'),
        settlements.filter(({ outcome }) => outcome.kind !== 'settled'),
    ];
    const rows = [...settled, ...other].map(({ sha, images, outcome }) => row([
        code(shortSha(sha)),
        inert(describeOutcome(outcome)),
        images.length === 0 ? '' : inert(describeImages(images)),
    ]));
    const { kept, left } = cutTo(rows, TABLE_BYTES);
    const table = [row(['Commit', 'Status', 'Images']), '|---|---|---|', ...kept].join('\n');
    const blocks = [
        `## ${headlineOf(settlements, errors)}`,
        ...(errors.length > 0 ? [errors.map((error) => `- ${inert(error)}`).join('\n')] : []),
        ...leftNote(other),
        ...(rows.length > 0 ? [table] : []),
        ...(left > 0
            ? [`Not shown here: ${left} more ${countable(left, 'commit')}. The log has all commits.`]
            : []),
        ...findings(settled),
    ];
    return `${blocks.join('\n\n')}\n`;
}
/** For example `❌ Deferred Binarly scans: 1 failed, 2 passed, 0 pending`. */
function headlineOf(settlements, errors) {
    const count = (is) => settlements.filter(is).length;
    const passed = count(({ outcome }) => outcome.kind === 'settled' && outcome.state === 'success');
    const failed = count(({ outcome }) => outcome.kind === 'settled') - passed;
    const pending = count(isPending);
    const leftAlone = settlements.length - passed - failed - pending;
    const counts = [
        `${failed} failed, ${passed} passed, ${pending} pending`,
        ...(leftAlone > 0 ? [`${leftAlone} left alone`] : []),
    ];
    const isRed = failed > 0 || errors.length > 0;
    const mark = isRed ? '❌' : pending > 0 ? '⏳' : '✅';
    return `${mark} Deferred Binarly scans: ${counts.join(', ')}`;
}
/** A rate limit leaves work for the next sweep. */
function leftNote(settlements) {
    const limited = settlements.filter(({ outcome }) => 'problem' in outcome && outcome.problem.type === 'rate-limit');
    if (limited.length === 0)
        return [];
    const what = limited.length === 1 ? '1 commit is' : `${limited.length} commits are`;
    return [`${what} left for the next sweep, because of the rate limit of GitHub.`];
}
/** What the commits that failed for findings failed for. */
function findings(settled) {
    const parts = settled.flatMap(({ sha, images }) => images.flatMap((image) => {
        const { judgement, ended } = image.record;
        if (judgement === undefined || ended?.status !== 'findings' || !endedRed(ended))
            return [];
        const title = `### Findings of ${imageName(image.record)} on commit ${code(shortSha(sha))}`;
        const part = [title, ...findingsOf(judgement, summary_MOST_SHOWN), ...comparisonOf(image)];
        return [part.join('\n\n')];
    }));
    const { kept, left } = cutTo(parts, FINDINGS_BYTES);
    const rest = `The findings of ${left} more ${countable(left, 'image')} are not shown here.`;
    return left === 0 ? kept : [...kept, rest];
}
/** What each policy compared with, if it did. */
function comparisonOf({ image, ownBaseline: own }) {
    const { imageId, baselineImageId } = image;
    const compared = (whose, id) => inert(`${whose} compared with image ${printable(id)}.`);
    return [
        ...(baselineImageId === undefined ? [] : [compared('The policy of the step', baselineImageId)]),
        ...(own?.kind === 'image' ? [compared('The policy of the sweep', own.imageId)] : []),
        ...(own?.kind === 'none' ? [inert(sentenceOf(reasonWithoutBaseline(imageId, own.why)))] : []),
    ];
}

;// CONCATENATED MODULE: ./build/js/steps/settle/publish.js






/** The outputs of the settle action, as in settle/action.yml. */
const SETTLE_OUTPUTS = (/* unused pure expression or super */ null && (['settled', 'pending']));
/**
 * @param settlements undefined if the pending statuses could not be found.
 * @param errors what makes the step red, one line each.
 * @returns the exit code.
 */
async function publishSweep(settlements, errors, workflow) {
    const problems = [...errors];
    for (const [name, value] of Object.entries(sweepOutputs(settlements))) {
        try {
            workflow.output(name, value);
        }
        catch (error) {
            problems.push(`Could not write the output ${name} (${describeThrown(error)}).`);
        }
    }
    await writeSummary(() => sweepSummary(settlements ?? [], problems), workflow);
    if (problems.length === 0)
        return 0;
    workflow.fail(problems);
    return 1;
}
function sweepOutputs(settlements) {
    // A workflow that sleeps while nothing is pending must not take an error for that.
    if (settlements === undefined)
        return { settled: '[]', pending: '' };
    const settled = settlements.flatMap(({ sha, wait, images, outcome }) => outcome.kind !== 'settled' || wait === undefined
        ? []
        : [
            {
                commit: sha,
                state: outcome.state,
                description: outcome.description,
                productId: wait.productId ?? '',
                images: wait.images.map(({ imageId, scanId = '' }) => ({
                    imageId,
                    scanId,
                    status: statusIn(images, imageId),
                })),
            },
        ]);
    return { settled: inertJson(settled), pending: `${settlements.filter(isPending).length}` };
}
/** The verdict on an image; `pending` if it was not polled, or if it is too early for one. */
function statusIn(images, imageId) {
    const polled = images.find(({ image }) => image.imageId === imageId);
    return polled === undefined ? 'pending' : descriptions_nameOf(polled);
}

;// CONCATENATED MODULE: ./build/js/model/commit-status.js
/** One context's statuses on a commit, as GitHub keeps them and as we add to them. */


/** The longest description that GitHub takes. */
const LONGEST_DESCRIPTION = 140;
/** GitHub takes no characters outside of Unicode's basic plane, such as most emoji. */
const OUTSIDE_BASIC_PLANE = /[\u{10000}-\u{10FFFF}]/gu;
/** The status as GitHub takes it: its description is one line, and its address carries the wait. */
function givenAs({ state, description, page, wait }) {
    const line = printable(description, LONGEST_DESCRIPTION - 1);
    return {
        state,
        description: line.replace(OUTSIDE_BASIC_PLANE, '?'),
        targetUrl: toTargetUrl(page, wait),
    };
}
/**
 * The statuses as a writer sees them: what another identity wrote is no wait of ours, whatever its
 * address carries.
 * @param login the identity that the writer writes as.
 */
function seenBy(login, statuses) {
    return statuses.map((status) => isSameWord(status.creator, login) ? status : { ...status, wait: undefined });
}
/**
 * GitHub sorts by time, in seconds; of two statuses in the same second, the later one has a greater
 * ID.
 */
function commit_status_newestFirst(statuses) {
    return [...statuses].sort((one, other) => other.id - one.id);
}

;// CONCATENATED MODULE: ./build/js/github/statuses.js
/** The statuses of one context on one commit (docs.github.com, REST: commit statuses). */







const PAGE = 100;
/** A context may have 1,000 statuses on a commit, and other contexts are listed along with it. */
const MOST_PAGES = 30;
/** Who may write statuses may also list them. */
const statuses_NEEDS = ['statuses: write'];
const statuses_text = fallback(string(), '');
const addedSchema = object({
    id: number(),
    created_at: statuses_text,
    creator: fallback(nullish(object({ login: string() })), undefined),
});
const statuses_listSchema = array(object({
    ...addedSchema.entries,
    state: picklist(['pending', 'success', 'failure', 'error']),
    context: string(),
    description: statuses_text,
    target_url: statuses_text,
}));
/** All statuses of the context. GitHub lists those of all contexts together. */
async function listStatuses(api, { owner, repo, sha, context }, budget) {
    const found = new Map();
    let answeredMs;
    for (let page = 1; page <= MOST_PAGES; page += 1) {
        const answer = await api.rest({
            route: 'GET /repos/{owner}/{repo}/commits/{ref}/statuses',
            parameters: { owner, repo, ref: sha, per_page: PAGE, page },
            needs: statuses_NEEDS,
            read: readPage,
        }, budget);
        if (!answer.ok)
            return answer;
        const { entries, hasNext } = answer.value;
        answeredMs = answer.value.dateMs;
        for (const entry of entries)
            if (isSameWord(entry.context, context))
                found.set(entry.id, statuses_statusOf(entry, sha));
        if (!hasNext)
            break;
    }
    return { ok: true, value: { statuses: commit_status_newestFirst(found.values()), dateMs: answeredMs } };
}
function statuses_statusOf(entry, sha) {
    const { state, description, target_url: targetUrl } = entry;
    const wait = readTargetUrl(targetUrl, sha);
    return { ...addedOf(entry), state, description, targetUrl, wait };
}
function addedOf({ id, created_at, creator }) {
    return { id, creator: creator?.login, createdMs: parseInstant(created_at)?.ms };
}
function readPage({ data, headers }) {
    const parsed = safeParse(statuses_listSchema, data);
    if (!parsed.success)
        return undefined;
    const { link } = headers;
    const isFull = parsed.output.length >= PAGE;
    return {
        entries: parsed.output,
        hasNext: link === undefined ? isFull : hasNextPage(link),
        dateMs: dateMs(headers['date']),
    };
}
/**
 * Adds a status on top of the others, because none can be changed or removed. Only 201 says that it
 * was added: a redirected POST may have become a GET.
 */
async function addStatus(api, { owner, repo, sha, context }, status, budget) {
    const { state, description, targetUrl } = 'page' in status ? givenAs(status) : status;
    return api.rest({
        route: 'POST /repos/{owner}/{repo}/statuses/{sha}',
        parameters: { owner, repo, sha, context, state, description, target_url: targetUrl },
        needs: statuses_NEEDS,
        read: readAdded,
    }, budget);
}
function readAdded({ status, data }) {
    const parsed = safeParse(addedSchema, data);
    return status === 201 && parsed.success ? addedOf(parsed.output) : undefined;
}

;// CONCATENATED MODULE: ./build/js/handover/order.js
/** Whether a wait is the newest on the commit. */
function positionOf(wait, statuses) {
    const newest = newestRun(counting(statuses));
    const [first] = newest?.statuses ?? [];
    if (first !== undefined && first.wait === undefined)
        return { type: 'overridden', by: first.creator };
    if (newest?.key !== runKey(wait))
        return { type: 'superseded' };
    return { type: newest.nonces.size > 1 ? 'shared' : 'newest' };
}
/** Whether two statuses say the same, and are of the same run. */
function isSame(one, other) {
    return (one.state === other.state &&
        one.targetUrl === other.targetUrl &&
        one.description === other.description);
}
/** The final status of a wait: a red one, if there are several. */
function finalOf(wait, statuses) {
    const finals = statuses.filter((it) => it.wait?.nonce === wait.nonce && it.state !== 'pending');
    return finals.find(blocksMerge) ?? finals[0];
}
function blocksMerge({ state }) {
    return state === 'failure' || state === 'error';
}
/** @returns the status that must be on top, if another one is there. */
function coveredStatus(all) {
    const statuses = counting(all);
    const newest = newestRun(statuses);
    if (newest === undefined)
        return undefined;
    const highest = Math.max(...newest.statuses.map((status) => order_rank(status, newest)));
    const isRight = (status) => groupKey(status) === newest.key && order_rank(status, newest) === highest;
    return statuses.slice(0, 1).some(isRight) ? undefined : statuses.find(isRight);
}
/**
 * Without the successes of others that are covered. To put one back would make it ours: a rule that
 * asks for our own identity would then take anybody's success.
 */
function counting(statuses) {
    return statuses.filter(({ wait, state }, index) => index === 0 || wait !== undefined || state !== 'success');
}
/** The run that began last: a late status of an earlier one does not make that one newer. */
function newestRun(statuses) {
    const firstStatuses = new Map(statuses.map((status) => [groupKey(status), status]));
    const newest = statuses.find((status) => firstStatuses.get(groupKey(status)) === status);
    if (newest === undefined)
        return undefined;
    const key = groupKey(newest);
    const own = statuses.filter((status) => groupKey(status) === key);
    const nonces = new Set(own.flatMap(({ wait }) => wait?.nonce ?? []));
    return { key, statuses: own, nonces };
}
/** A foreign status is its own group, because it was set on purpose. */
function groupKey({ id, wait }) {
    return wait === undefined ? `foreign ${id}` : runKey(wait);
}
function runKey({ runId, attempt }) {
    return `run ${runId} ${attempt}`;
}
/**
 * A wait only ever goes forward, so a status of a lower rank is an outdated copy. Of two final ones,
 * which two sweeps with different policies may have written, the red one counts. If jobs share the
 * context, nothing ranks above the error that says so.
 */
function order_rank(status, { nonces }) {
    if (nonces.size > 1 && status.state === 'error')
        return 4;
    if (status.state !== 'pending')
        return blocksMerge(status) ? 3 : 2;
    return status.wait?.isHandedOver === true ? 1 : 0;
}

;// CONCATENATED MODULE: ./build/js/handover/protocol.js
/**
 * How several processes share one commit status without a lock. GitHub has no compare-and-swap, and
 * its lists may lag behind its writes. So every writer looks before it writes, and looks again
 * afterward until it sees its own write: that list also has everything written before. What must be
 * on top is a function of such a list alone, and whoever writes last also looks last: so when all
 * have finished, the right status is on top, whatever the order was.
 */


/** How often to look for a status that lists may not show yet, a pause apart: for 10 s. */
const MOST_LOOKS = 11;
/** How far two looks, or two rewrites, are apart, in milliseconds. */
const PAUSE_MS = 1_000;
/** How often a writer puts the right status back on top. */
const MOST_REWRITES = 5;
/** Writes the first status of a wait. It voids whatever an earlier wait left on the commit. */
function* beginWait(status) {
    return yield* settleTop(status);
}
/**
 * Writes a later status of a wait, unless someone else's counts.
 * @param isKnown whether it is the status that the list must have: a list without it is too old to
 * decide anything.
 * @param seen a list that has it, if it is new; undefined to look first.
 */
function* continueWait(status, isKnown, seen) {
    const statuses = seen ?? (yield* lookFor(isKnown));
    if (statuses === undefined)
        return { type: 'unlisted' };
    const position = positionOf(status.wait, statuses);
    if (position.type !== 'newest')
        return position;
    const final = finalOf(status.wait, statuses);
    if (final !== undefined)
        return { type: 'finished', state: final.state };
    return yield* settleTop(status);
}
/**
 * Writes that jobs share the context. Nothing may cover it afterward, because it must stay.
 */
function* reportSharing(status) {
    yield* write(status);
    return { type: 'shared' };
}
/** Writes, looks again, and puts the right status back on top if this write covered it. */
function* settleTop(status) {
    let id = yield* write(status);
    for (let rewrites = 0;; rewrites += 1) {
        const ownId = id;
        const statuses = yield* lookFor((it) => it.id === ownId);
        if (statuses === undefined)
            return { type: 'unlisted' };
        const position = positionOf(status.wait, statuses);
        if (position.type === 'shared')
            return position;
        const covered = coveredStatus(statuses);
        if (covered === undefined)
            return position.type === 'newest' ? endOf(status, statuses) : position;
        if (rewrites === MOST_REWRITES)
            return { type: 'contended' };
        if (rewrites > 0)
            yield { type: 'pause' };
        id = yield* write(copyOf(covered, status.page));
    }
}
/**
 * The status as we put it back. Someone else's must not carry a wait then: what we write, sweeps
 * believe. So it links to the page of whoever puts it back.
 */
function copyOf({ state, description, targetUrl, wait }, page) {
    return { state, description, targetUrl: wait === undefined ? page : targetUrl };
}
/** Another sweep may have finished the wait at the same time, with a status that counts more. */
function endOf(written, [top]) {
    const isOurs = top === undefined || top.state === 'pending' || isSame(top, givenAs(written));
    return isOurs ? { type: 'written' } : { type: 'finished', state: top.state };
}
function* write(status) {
    const { id } = yield { type: 'write', status };
    return id;
}
/** @returns a list that has the status; undefined if none has it. */
function* lookFor(isIt) {
    for (let looks = 1;; looks += 1) {
        const { statuses } = yield { type: 'list' };
        if (statuses.some(isIt))
            return statuses;
        if (looks === MOST_LOOKS)
            return undefined;
        yield { type: 'pause' };
    }
}

;// CONCATENATED MODULE: ./build/js/handover/write-status.js
/** Carries out the protocol against GitHub, and outlasts its trouble while there is time. */




/** The runner kills an interrupted step after 10 s, and outputs and summary need some of them. */
const INTERRUPTED_LIMIT_MS = 3_000;
/**
 * @param login the identity that we write as. Undefined before the first write, whose answer names
 * it.
 */
async function writeStatus(writing, target, login, { api, clock, signal }) {
    const timeIsUp = new AbortController();
    const done = new AbortController();
    void stopInTime(clock, signal, done.signal).then(() => timeIsUp.abort());
    const budget = () => ({
        untilMs: clock.monotonicMs() + GITHUB_TROUBLE_MS,
        signal: timeIsUp.signal,
        hurry: signal,
    });
    const ask = createAsking(target, api, budget, clock);
    const written = await carryOut(writing, login, ask);
    done.abort();
    return written;
}
/** Ends when an interruption leaves no more time. */
async function stopInTime(clock, signal, done) {
    const either = AbortSignal.any([signal, done]);
    if (!either.aborted)
        await new Promise((resolve) => either.addEventListener('abort', resolve, { once: true }));
    if (signal.aborted)
        await clock.sleep(INTERRUPTED_LIMIT_MS, done);
}
function createAsking(target, api, budget, clock) {
    return async (request) => {
        switch (request.type) {
            case 'pause':
                await clock.sleep(PAUSE_MS, budget().signal);
                return { ok: true, value: {} };
            case 'list':
                return listStatuses(api, target, budget());
            case 'write': {
                const answer = await addStatus(api, target, request.status, budget());
                return answer.ok
                    ? { ok: true, value: { id: answer.value.id, added: answer.value } }
                    : answer;
            }
        }
    };
}
async function carryOut(writing, login, ask) {
    let added;
    let reply = { statuses: [], id: undefined };
    for (;;) {
        const result = writing.next(reply);
        if (result.done === true)
            return { ok: true, outcome: result.value, added };
        const asked = await ask(result.value);
        if (!asked.ok)
            return { ...asked, added };
        const { statuses = [], id } = asked.value;
        added ??= asked.value.added;
        reply = { statuses: seenBy(login ?? added?.creator, statuses), id };
    }
}

;// CONCATENATED MODULE: ./build/js/findings/after-scan.js
/**
 * What an answer about an image means once its scan has completed. The image was there, so most
 * trouble may pass. Pure.
 */

/** Not ready: another try may get it. */
const NOT_READY = [409, 422, 425];
/** The answer with a refusal that says what it is about, and a failure if that is not ready. */
function answerAbout(about, answer) {
    if (answer.kind !== 'refused' || answer.cause.type !== 'http-status')
        return answer;
    const { status, error } = answer.cause;
    return NOT_READY.includes(status)
        ? failedByApi({ type: 'http-status', status, message: error?.message })
        : { ...answer, cause: { ...answer.cause, about } };
}
/** @param ifFound what an answer that has something means. */
function attemptAfterScan(answer, absent, ifFound) {
    switch (answer.kind) {
        case 'found':
            return ifFound(answer.value);
        case 'absent':
            return { kind: 'failed', failure: absence(answer, absent) };
        case 'failed':
            return { kind: 'failed', failure: answer };
        case 'refused':
        case 'interrupted':
            return answer;
    }
}
/** One answer does not prove that an image whose scan was seen is gone. */
function absence({ cause, retryAfterMs }, type) {
    return { ...failedByApi({ type, absent: cause }), retryAfterMs };
}

;// CONCATENATED MODULE: ./build/js/findings/await-baseline.js


/** @param baselines undefined without `baseline-image`. */
async function awaitBaseline(baselines, imageId, { endMs: deadlineMs, maxOutageMs, interval }, tools) {
    const known = baselines?.known(imageId);
    if (baselines === undefined || known !== undefined)
        return { kind: 'known', baseline: known };
    const retried = await retry((limits) => baselines.find(imageId, limits), (answer) => attemptAfterScan(answer, 'findings-not-found', (value) => ({ kind: 'done', value })), { deadlineMs, maxOutageMs, interval }, tools);
    return resultOf(retried);
}
function resultOf(retried) {
    switch (retried.kind) {
        case 'done':
            return { kind: 'known', baseline: retried.value };
        case 'gave-up': {
            const { outage, forMs, ended: findings } = retried;
            const { failure } = outage;
            const how = { status: 'unavailable', failure, forMs, reachedApi: true, findings };
            // This one was found.
            if (failure.cause.type === 'baseline-unfinished')
                return ended(how);
            return ended({ ...how, baseline: true });
        }
        case 'refused':
            return ended({ status: 'error', refused: retried });
        case 'interrupted':
        // Time is never up after an answer, because every answer ends this or is a failure.
        case 'time-up':
            return ended({ status: 'interrupted' });
    }
}
function ended(how) {
    return { kind: 'ended', ended: how };
}

;// CONCATENATED MODULE: ./build/js/binarly/findings.js
/**
 * Findings of an image, as the platform's grid gives them (docs.binarly.io: compare-findings,
 * verify-results; OpenAPI 4.275.2: GridFinding). Only a row's ID is required.
 */






/** Asks for a page of an image's findings. */
function findingsPage(query) {
    const isComparison = query.baselineImageId !== undefined;
    return (productId) => ({
        path: ['grids', 'findings'],
        customMethod: 'gridList',
        body: findingsRequest(productId, query, false),
        olderBody: findingsRequest(productId, query, true),
        // Whoever may read an image may perhaps not read its findings.
        subject: `findings of ${query.imageId}`,
        isList: true,
        maxBytes: question_MAX_BYTES,
        read: (json) => readFindingsPage(json, isComparison),
    });
}
/** The most rows that the API puts on a page; it may put fewer. */
const PAGE_SIZE = 100;
/** Never `secret` or `description`, which may hold secrets as they were found. */
const FIELDS = [
    'id',
    'name',
    'displayName',
    'severity',
    'findingType',
    'findingStatus',
    'identifiers',
    'isKev',
    'componentName',
];
/**
 * The body of the request for a page. Severity and status are not filters: a filter that the
 * server ignores or spells differently must not hide a finding.
 * @param isOlder whether the platform refuses fields that it does not know.
 */
function findingsRequest(productId, { imageId, baselineImageId, page }, isOlder) {
    const comparison = { compareLeftImageId: baselineImageId, compareRightImageId: imageId };
    const scope = baselineImageId === undefined ? { imageId } : comparison;
    const filters = Object.entries({ productId, ...scope }).map(([field, value]) => {
        return { field, comparator: 'equals', value };
    });
    return {
        page: { num: page, size: PAGE_SIZE },
        filters,
        sortBy: { field: 'id', direction: 'ascend' },
        fields: [
            ...FIELDS,
            ...(isOlder ? [] : ['knownFixedVersion']),
            ...(baselineImageId === undefined ? [] : ['compareSide']),
        ],
    };
}
/** What is kept of a row, in characters: with 100,000 of the longest ones, memory suffices. */
const [LONGEST_WORD, LONGEST_NAME, LONGEST_IDENTIFIER, findings_MOST_IDENTIFIERS] = [100, 500, 50, 20];
/** V8 keeps the whole of a string alive for a slice of it, so a cut is copied. */
function firstCharacters(text, most) {
    if (text.length <= most)
        return text.toWellFormed();
    return Buffer.from(text.slice(0, most), 'utf16le').toString('utf16le').toWellFormed();
}
/** Treats missing, null, empty and wrongly typed values alike. */
function findings_text(longest) {
    const cut = transform((given) => firstCharacters(given, longest));
    return fallback(optional(pipe(string(), nonEmpty(), cut)), undefined);
}
/** A word of another type is unknown, not missing: it must not pass as one that JSON omits. */
const strictWord = optional(pipe(unknown(), transform((given) => (typeof given === 'object' ? given && 'object' : String(given))), findings_text(LONGEST_WORD)));
const word = findings_text(LONGEST_WORD);
const findings_name = findings_text(LONGEST_NAME);
const known = findings_text(LONGEST_IDENTIFIER);
const identifiersSchema = object({
    cve: known,
    brly: known,
    ghsa: known,
    osv: known,
    gsd: known,
});
const rowSchema = object({
    id: fallback(string(), ''),
    name: findings_name,
    displayName: findings_name,
    componentName: findings_name,
    knownFixedVersion: word,
    severity: strictWord,
    type: strictWord,
    findingType: strictWord,
    status: strictWord,
    findingStatus: strictWord,
    identifiers: fallback(array(fallback(identifiersSchema, {})), []),
    isKev: optional(unknown()),
    compareSide: fallback(optional(picklist(['left', 'right', 'both'])), undefined),
});
const findings_schema = object({ total: total, rows: listOf(rowSchema), ...PAGE_TOKENS });
/** @param isComparison whether each row must say which of the two images has the finding. */
function readFindingsPage(json, isComparison) {
    const parsed = safeParse(findings_schema, json);
    if (!parsed.success)
        return unclearAnswer('findings');
    const { total, rows } = parsed.output;
    if (isPartial(parsed.output))
        return failedByApi({ type: 'paged-list' });
    const findings = rows.map((row) => toFinding(row, isComparison));
    for (const [index, { id, side }] of findings.entries()) {
        const row = index + 1;
        if (id === '')
            return failedByApi({ type: 'finding-unreadable', row, lacks: 'id' });
        if (isComparison && side === undefined)
            return failedByApi({ type: 'finding-unreadable', row, lacks: 'compareSide' });
    }
    return { kind: 'found', value: { total, findings } };
}
function toFinding(row, isComparison) {
    const { name, displayName, severity, componentName, knownFixedVersion, compareSide } = row;
    const status = row.status ?? row.findingStatus;
    return {
        id: findings_idOf(row.id),
        name,
        displayName,
        severity,
        type: isInventory(row.type) ? (row.findingType ?? row.type) : (row.type ?? row.findingType),
        status,
        otherStatus: row.findingStatus === status ? undefined : row.findingStatus,
        componentName,
        knownFixedVersion,
        identifiers: row.identifiers.slice(0, findings_MOST_IDENTIFIERS),
        isKev: !isFalse(row.isKev),
        // Without a baseline it was not requested, and `left` would hide the finding.
        side: isComparison ? compareSide : undefined,
    };
}
/** One spelling for an ID, so that no finding is two; empty if it is not usable. */
function findings_idOf(text) {
    if (!SERVER_ID.test(text))
        return '';
    const id = text.slice(text.lastIndexOf('/') + 1);
    return isUlid(id) ? id.toUpperCase() : id;
}

;// CONCATENATED MODULE: ./build/js/findings/reader.js
/** Carries out rules: asks for what they request, and says what each answer means for the loop. */




function createReader(rules, images, subject, maxOutageMs) {
    let step = rules.next();
    let asked = nextQuestion();
    let lastProblem;
    /** Lists in a row that contradict themselves or the counts, whatever pages came in between. */
    let contradictions;
    function take(reply, nowMs) {
        step = rules.next(reply);
        if (step.done === true)
            return { kind: 'done', value: step.value };
        const request = step.value;
        if (isQuestion(request))
            return { kind: 'again', pollByMs: nowMs };
        if (request.type === 'failed')
            return contradicted(request.cause, nowMs);
        const { untilMs, because } = request;
        lastProblem = because && failedByApi(because);
        contradictions = because && contradictions;
        return { kind: 'again', retryAfterMs: untilMs - nowMs, pollByMs: untilMs };
    }
    /** What the rules ask for next; whatever they waited for is over. */
    function nextQuestion() {
        const request = step.value;
        if (isQuestion(request))
            return request;
        step = rules.next();
        return nextQuestion();
    }
    function chooseQuestion() {
        asked = nextQuestion();
        return asked.type === 'page'
            ? findingsPage({ ...subject, page: asked.page })
            : imageDetails(subject.imageId);
    }
    /** Good pages in between do not end this outage, because the list as a whole is no better. */
    function contradicted(cause, nowMs) {
        const failure = failedByApi(cause);
        lastProblem = failure;
        const { times, sinceMs } = contradictions ?? { times: 0, sinceMs: nowMs };
        contradictions = { failure, times: times + 1, sinceMs };
        const forMs = nowMs - sinceMs;
        return forMs >= maxOutageMs
            ? { kind: 'done', value: { failure, forMs } }
            : { kind: 'failed', failure };
    }
    return {
        /** Asks for what the rules ask for. */
        ask: images.asking(chooseQuestion),
        /** The last contradiction; undefined if there was none. */
        lastProblem: () => lastProblem,
        /** The outage as it is to be reported: pages that come do not end one of whole lists. */
        outageOf: (outage) => outage !== undefined && outage.failure === contradictions?.failure ? contradictions : outage,
        judge: (answer, nowMs) => attemptAfterScan(meaningOf(answer, asked), 'findings-not-found', (reply) => take(reply, nowMs)),
    };
}
function isQuestion(request) {
    return request.type !== 'pause' && request.type !== 'failed';
}
const NOTHING = { kind: 'found', value: undefined };
/** What an answer means to the rules: some refusals are an answer to them. */
function meaningOf(answer, asked) {
    const isRefused = answer.kind === 'refused' && answer.cause.type === 'http-status';
    // Details that the platform does not give decide as little as details without counts.
    if (asked.type === 'details')
        return isRefused || answer.kind === 'absent' ? NOTHING : answer;
    // A page behind the last one most likely does not exist.
    const isNone = answer.kind === 'absent' || (isRefused && answer.cause.status === 400);
    return asked.isBehind && isNone ? NOTHING : answerAbout('findings', answer);
}

;// CONCATENATED MODULE: ./build/js/findings/counts.js

/** @param counts undefined if the image has no readable ones. */
function contradictionOf(findings, counts, policies) {
    // A comparison also lists those of the baseline alone.
    const inImage = findings.filter(isInImage);
    const listed = inImage.length;
    const counted = counts && sumOf(counts);
    const isAbove = counted === undefined ? listed === 0 : counted > listed;
    if (isAbove)
        return { type: 'findings-not-listed', listed, counted };
    // Whatever their status.
    const kev = inImage.filter(({ isKev }) => isKev).length;
    const failOnKev = policies.some((policy) => policy.failOnKev);
    return failOnKev && (counts === undefined || counts.kev > kev)
        ? { type: 'kev-not-listed', listed: kev, counted: counts?.kev }
        : undefined;
}
/** Of findings of all types; those known to be exploited are among them. */
function sumOf({ counts, kev }) {
    return Math.max(kev, Object.values(counts).reduce((total, count) => total + count, 0));
}

;// CONCATENATED MODULE: ./build/js/findings/rules.js


/** However late the scan completed, its findings get this long, in milliseconds. */
const SHORTEST_READING_MS = 60_000;
/** How long after a read the one that confirms it begins, in milliseconds. */
const CONFIRM_AFTER_MS = 5_000;
/** How long after the scan completed, in milliseconds: an index may lag behind the scan. */
const SETTLED_AFTER_MS = 20_000;
/** Ten times what the largest images have; more could not be read within one step. */
const MOST_FINDINGS = 100_000;
/** @param policies a finding blocks if it does under any of them. */
function* judgedByRules(policies, { completedMs, endMs, nowMs, onRead }) {
    const mayPassMs = completedMs + SETTLED_AFTER_MS;
    let previous;
    for (let pairs = 0;;) {
        const beganMs = nowMs();
        const list = yield* readList(policies, onRead);
        if ('refused' in list)
            return list;
        if ('failed' in list) {
            previous = undefined;
            yield { type: 'failed', cause: list.failed };
            continue;
        }
        const judgement = judge(list.findings, policies);
        if (judgement.blocking.length > 0)
            return { judgement, pairs };
        if (previous !== undefined)
            pairs += 1;
        const compared = comparedBy(list.findings);
        const changed = previous && changeFrom(previous, compared);
        const isConfirmed = previous !== undefined && changed === undefined;
        previous = compared;
        if (isConfirmed) {
            const details = yield* detailsOf();
            const contradiction = contradictionOf(list.findings, details?.findings, policies);
            if (contradiction === undefined)
                return { judgement, pairs };
            if (!isLetPass(policies)) {
                yield { type: 'failed', cause: contradiction };
                continue;
            }
            const readMs = nowMs() - beganMs;
            const untilMs = nowMs() + CONFIRM_AFTER_MS;
            // Even if it is let pass, an index gets a minute, unless there is no time for another read.
            const isLast = nowMs() >= completedMs + SHORTEST_READING_MS ||
                untilMs + 2 * readMs + CONFIRM_AFTER_MS > endMs;
            if (isLast)
                return { judgement: { ...judgement, contradiction }, pairs };
            yield { type: 'pause', untilMs, because: contradiction };
        }
        else {
            const untilMs = Math.max(nowMs() + CONFIRM_AFTER_MS, mayPassMs);
            yield { type: 'pause', untilMs, because: changed };
        }
    }
}
/**
 * Reads pages until as many rows have come as the list says it has, or until a page brings nothing
 * new, and one page behind the end: a server that caps `total` (search indexes do by default) has
 * more there. A page may hold fewer rows than requested.
 * @returns all findings, or why the pages are no whole list.
 */
function* readList(policies, onRead) {
    const seen = new Map();
    let total;
    for (let page = 1;; page += 1) {
        const isBehind = seen.size > 0 && seen.size === total;
        const answer = yield* rules_pageOf(page, isBehind);
        // A database that returns the total along with the rows has no total for an empty page.
        if (answer === undefined || (page > 1 && isEmpty(answer)))
            break;
        if (total !== undefined && answer.total !== total)
            return rules_failed({ type: 'findings-changed', from: total, to: answer.total });
        total = answer.total;
        if (total > MOST_FINDINGS)
            return { refused: tooMany(total, policies) };
        const { findings } = answer;
        const fresh = findings.filter(({ id }) => !seen.has(keyOf(id)));
        if (page > 1 && fresh.length === 0)
            break;
        const read = seen.size + fresh.length;
        if (isBehind)
            return rules_failed({ type: 'findings-missing', total, read });
        const before = seen.size;
        for (const finding of fresh)
            seen.set(keyOf(finding.id), finding);
        if (seen.size < before + findings.length)
            return rules_failed({ type: 'finding-listed-twice' });
        // Without this, a server that never runs out of rows would be read until time is up.
        if (seen.size > total)
            return rules_failed({ type: 'findings-missing', total, read });
        onRead(seen.size, total);
        if (findings.length === 0)
            break;
    }
    if (seen.size !== total)
        return rules_failed({ type: 'findings-missing', total: Number(total), read: seen.size });
    return { findings: [...seen.values()] };
}
function* rules_pageOf(page, isBehind) {
    return (yield { type: 'page', page, isBehind });
}
function* detailsOf() {
    return (yield { type: 'details' });
}
/** One finding may be listed in two cases, in the place of another one. */
function keyOf(id) {
    return id.toLowerCase();
}
function isEmpty({ total, findings }) {
    return total === 0 && findings.length === 0;
}
function rules_failed(cause) {
    return { failed: cause };
}
function tooMany(total, policies) {
    const isComparison = policies.some(({ baselineImageId }) => baselineImageId !== undefined);
    const switches = switchesOf(policies);
    return { type: 'too-many-findings', total, most: MOST_FINDINGS, isComparison, switches };
}
function isLetPass(policies) {
    return policies.every(({ onIncomplete }) => onIncomplete === 'warn');
}
/** By ID, everything that a policy looks at: one string for all findings that have the same. */
function comparedBy(findings) {
    const words = new Map();
    return new Map(findings.map((finding) => {
        const word = whatCounts(finding);
        if (!words.has(word))
            words.set(word, word);
        return [keyOf(finding.id), words.get(word) ?? word];
    }));
}
/** @returns undefined if two reads have the same findings, and the same in each that counts. */
function changeFrom(one, other) {
    const isSame = one.size === other.size && [...one].every(([id, words]) => other.get(id) === words);
    return isSame ? undefined : { type: 'findings-changed', from: one.size, to: other.size };
}

;// CONCATENATED MODULE: ./build/js/findings/judge-findings.js




/**
 * @param policies a finding blocks if it does under any of them. All compare with what the first one
 * compares with, and that one is in the verdict.
 */
async function judgeFindings(policies, images, imageId, budgets, { onRead = () => undefined, onAttempt = () => undefined, ...tools }) {
    const { completedMs, endMs, maxOutageMs, interval } = budgets;
    const beganMs = tools.clock.monotonicMs();
    const [{ baselineImageId }] = policies;
    const progress = { read: 0, total: 0 };
    const rules = judgedByRules(policies, {
        completedMs,
        endMs,
        nowMs: () => tools.clock.monotonicMs(),
        onRead(read, total) {
            Object.assign(progress, { read, total });
            onRead(read, total);
        },
    });
    const reader = createReader(rules, images, { imageId, baselineImageId }, maxOutageMs);
    const retried = await retry(reader.ask, reader.judge, {
        deadlineMs: endMs,
        maxOutageMs,
        interval,
        ageMs: () => tools.clock.monotonicMs() - completedMs,
    }, { ...tools, onAttempt: (outage) => onAttempt(reader.outageOf(outage)) });
    const forMs = tools.clock.monotonicMs() - beganMs;
    const unread = reader.lastProblem() ?? failedByApi({ type: 'findings-unfinished', ...progress });
    return judgedBy(retried, policies[0], { failure: unread, forMs });
}
function judgedBy(retried, policy, atEnd) {
    switch (retried.kind) {
        case 'done':
            return judgedAs(retried.value, policy);
        case 'gave-up': {
            const { outage, forMs, ended } = retried;
            return unavailable({ failure: outage.failure, forMs }, ended);
        }
        case 'time-up':
            return unavailable(atEnd, 'time');
        case 'refused':
            return endedAs({ status: 'error', refused: retried });
        case 'interrupted':
            return endedAs({ status: 'interrupted' });
    }
}
function judgedAs(value, policy) {
    if ('refused' in value)
        return endedAs({ status: 'error', refused: refusedByApi(value.refused) });
    if ('failure' in value)
        return unavailable(value, 'max-outage');
    const { judgement, pairs } = value;
    const ended = judgement.blocking.length === 0
        ? { status: 'completed' }
        : { status: 'findings', judgement, policy };
    return { ended, judgement, pairs };
}
function unavailable({ failure, forMs }, ended) {
    return endedAs({ status: 'unavailable', failure, forMs, reachedApi: true, findings: ended });
}
function endedAs(ended) {
    return { ended, judgement: undefined, pairs: 0 };
}

;// CONCATENATED MODULE: ./build/js/model/baseline.js
/** What an image's findings are compared with, and how it was found. */
/** The image to compare with; undefined if there is none, or none yet. */
function baselineIdOf(baseline) {
    return baseline?.kind === 'image' ? baseline.imageId : undefined;
}

;// CONCATENATED MODULE: ./build/js/model/image-record.js
function beginRecord(imageId) {
    return {
        imageId,
        scan: undefined,
        lastState: undefined,
        lastKnownState: undefined,
        polls: 0,
        outage: undefined,
        lastAnswerMs: undefined,
        absent: undefined,
        absentSinceMs: undefined,
        unknownProductSinceMs: undefined,
        finishedBefore: false,
        details: undefined,
        baseline: undefined,
        reading: undefined,
        reports: undefined,
        judgement: undefined,
        timeline: { entries: [], more: 0 },
        waitedMs: 0,
        ended: undefined,
        deferredTo: undefined,
    };
}
/** Ends an image's wait, once. Nothing else sets `ended`, and nothing changes it. */
function end(record, ended) {
    return { ...record, ended };
}
/** The verdict on an image; undefined while its wait continues. */
function verdictOf({ ended, deferredTo }) {
    if (deferredTo === undefined)
        return ended;
    return { status: 'deferred', context: deferredTo, isUnread: ended?.status === 'unavailable' };
}

;// CONCATENATED MODULE: ./build/js/scan/appearance.js
/**
 * How long a product that is not in the list may answer 404, in milliseconds: it is most likely
 * mistyped, but an image may not be visible yet.
 */
const UNKNOWN_PRODUCT_MS = 30_000;
/**
 * When an image must have a scan; Infinity if one was seen or the API never said there is none.
 * @param appearanceTimeoutMs milliseconds.
 */
function appearanceEndMs(record, appearanceTimeoutMs) {
    const { scan, absentSinceMs = Infinity, unknownProductSinceMs = Infinity } = record;
    if (scan !== undefined)
        return Infinity;
    return Math.min(absentSinceMs + appearanceTimeoutMs, unknownProductSinceMs + UNKNOWN_PRODUCT_MS);
}
/** The product that is most likely mistyped; undefined if the API denies something else. */
function unknownProductOf({ cause }) {
    return cause.type === 'not-found' ? cause.unknownProduct : undefined;
}

;// CONCATENATED MODULE: ./build/js/scan/apply-answer.js
/**
 * The table of poll results, as a pure function: what each answer changes in an image's record, and
 * what follows. All instants are monotonic, in milliseconds.
 */




/** @param nowMs when polling begins. */
function beginPolling(imageId, nowMs) {
    return { record: beginRecord(imageId), answer: { kind: 'interrupted' }, answeredMs: nowMs };
}
/** @returns what each answer means; what it leads to is kept in `polled`. */
function applyingTo(polled, appearanceTimeoutMs) {
    return (answer, nowMs) => {
        const { record, attempt } = applyAnswer(polled.record, answer, { nowMs, appearanceTimeoutMs });
        Object.assign(polled, { record, answer, answeredMs: nowMs });
        return attempt;
    };
}
function applyAnswer(before, answer, now) {
    if (answer.kind === 'interrupted')
        return { record: before, attempt: answer };
    const record = { ...before, ...statesOf(before, answer), polls: before.polls + 1 };
    switch (answer.kind) {
        case 'found':
            return applyScan(record, answer, now);
        case 'absent':
            return record.scan === undefined
                ? applyAbsent(record, answer, now)
                : applyFailure(record, scanGone(answer), now);
        case 'failed':
            return applyFailure(record, answer, now);
        case 'refused':
            return { record, attempt: answer };
    }
}
function statesOf(before, answer) {
    const given = answer.kind === 'found' ? answer.value.state?.type : undefined;
    const state = given ?? ('state' in answer ? answer.state : undefined);
    return {
        lastState: state ?? before.lastState,
        lastKnownState: classifyState(state) === 'unknown' ? before.lastKnownState : state,
    };
}
function applyScan(before, found, now) {
    // A later answer may omit what an earlier one gave.
    const createTime = found.value.createTime ?? before.scan?.createTime;
    const record = { ...before, scan: { ...found.value, createTime } };
    const state = classifyState(record.scan.state?.type);
    switch (state) {
        case 'completed':
        case 'failed':
        case 'cancelled': {
            const finishedBefore = before.lastAnswerMs === undefined;
            return done({ ...answered(record, now), finishedBefore }, { status: state });
        }
        case 'pending':
        case 'undocumented':
            return again(answered(record, now), found);
        case 'absent':
            return applyFailure(record, scanGone({ cause: { type: 'no-scans' } }), now);
        case 'unknown':
            return applyFailure(record, { ...stateless(record.scan), ...retryAfter(found) }, now);
    }
}
function stateless({ state }) {
    return failedByApi({ type: state === undefined ? 'no-state' : 'status-unavailable' });
}
function applyAbsent(before, absent, now) {
    const { absentSinceMs = now.nowMs, unknownProductSinceMs = now.nowMs } = before;
    const isUnknown = unknownProductOf(absent) !== undefined;
    const record = {
        ...answered(before, now),
        absent,
        absentSinceMs,
        // Any other answer shows that the product exists.
        unknownProductSinceMs: isUnknown ? unknownProductSinceMs : undefined,
    };
    const endMs = appearanceEndMs(record, now.appearanceTimeoutMs);
    return now.nowMs >= endMs ? done(record, endedWithoutScan(absent)) : again(record, absent, endMs);
}
function applyFailure(record, failure, now) {
    // The time for a scan to appear keeps running during an outage, and its end needs a poll as well.
    const endMs = appearanceEndMs(record, now.appearanceTimeoutMs);
    const pollByMs = endMs > now.nowMs ? endMs : Infinity;
    return { record, attempt: { kind: 'failed', failure, pollByMs } };
}
/** How a wait ends that found no scan. */
function endedWithoutScan(absent) {
    const product = unknownProductOf(absent);
    if (product === undefined)
        return { status: 'no-scan' };
    return { status: 'error', refused: refusedByApi({ type: 'unknown-product', product }) };
}
/** One answer does not prove that a scan that was seen is gone. */
function scanGone({ cause, state, retryAfterMs }) {
    return { ...failedByApi({ type: 'scan-gone', absent: cause }), state, retryAfterMs };
}
function answered(record, { nowMs }) {
    return { ...record, lastAnswerMs: nowMs };
}
function done(record, value) {
    return { record, attempt: { kind: 'done', value } };
}
function again(record, answer, pollByMs = Infinity) {
    return { record, attempt: { kind: 'again', ...retryAfter(answer), pollByMs } };
}
function retryAfter({ retryAfterMs }) {
    return { retryAfterMs };
}

;// CONCATENATED MODULE: ./build/js/model/timeline.js
/** How many entries a timeline keeps: a state may flap for days. */
const LONGEST_TIMELINE = 30;
/** How many polls in a row must fail to be reported as an outage; `steps/wait/lines.ts` says two. */
const OUTAGE_POLLS = 2;
function appendTo({ entries, more }, changes, waitedMs) {
    const all = [...entries, ...changes.map((change) => ({ waitedMs, change }))];
    const kept = all.slice(0, LONGEST_TIMELINE);
    return { entries: kept, more: more + all.length - kept.length };
}

;// CONCATENATED MODULE: ./build/js/scan/timeline-changes.js


/** The changes to report, in order. @param nowMs a monotonic instant in milliseconds. */
function changesBetween(before, after, nowMs) {
    const changes = [];
    const { scan, lastState: state, outage } = after;
    if (before.outage !== undefined && before.outage.times >= OUTAGE_POLLS && outage === undefined)
        changes.push({ kind: 'recovered', outageMs: nowMs - before.outage.sinceMs });
    if (scan !== undefined && before.scan === undefined)
        changes.push({ kind: 'chosen', scan });
    const stateClass = classifyState(state);
    // A state without information is reported as an outage if it lasts.
    const isNews = stateClass !== 'unknown' && stateClass !== 'absent';
    if (scan !== undefined && state !== undefined && isNews && state !== before.lastState)
        changes.push({ kind: stateClass === 'undocumented' ? stateClass : 'state', scan, state });
    if (after.absent !== undefined && before.absent === undefined)
        changes.push({ kind: 'absent', cause: after.absent.cause });
    if (outage?.times === OUTAGE_POLLS)
        changes.push({ kind: 'outage', failure: outage.failure });
    return changes;
}

;// CONCATENATED MODULE: ./build/js/scan/follow-scan.js




/** @param beganMs when the step began to wait, a monotonic instant in milliseconds. */
async function followScan(imageId, poll, { beganMs, ...patience }, { onUpdate, ...tools }) {
    const { clock } = tools;
    const { appearanceTimeoutMs, maxOutageMs, pollInterval: interval, timeoutMs } = patience;
    const polled = beginPolling(imageId, beganMs);
    let before = polled.record;
    const waitedMs = () => clock.monotonicMs() - beganMs;
    /** Clocks differ, so a scan may seem to come from the future. */
    function ageMs() {
        const created = polled.record.scan?.createTime;
        return created === undefined ? waitedMs() : Math.max(0, clock.wallMs() - created.ms);
    }
    function onAttempt(outage) {
        const { record, answer, answeredMs } = polled;
        const changes = changesBetween(before, { ...record, outage }, answeredMs);
        const timeline = appendTo(record.timeline, changes, waitedMs());
        before = { ...record, outage, waitedMs: waitedMs(), timeline };
        polled.record = before;
        onUpdate({ record: before, answer, changes });
    }
    const retried = await retry(poll(imageId, () => polled.record.scan?.id), applyingTo(polled, appearanceTimeoutMs), { deadlineMs: beganMs + timeoutMs, maxOutageMs, interval, ageMs }, { ...tools, onAttempt });
    return {
        record: { ...polled.record, waitedMs: waitedMs() },
        ended: endedBy(retried, polled.record),
        completedMs: clock.monotonicMs() - ageOfStateMs(polled.answer),
    };
}
/**
 * How long the scan has been in its state when the platform answered, by the platform's clock.
 * @returns milliseconds; 0 if the platform does not say.
 */
function ageOfStateMs(answer) {
    if (answer.kind !== 'found' || answer.dateMs === undefined)
        return 0;
    const since = answer.value.state?.since;
    return since === undefined ? 0 : Math.max(0, answer.dateMs - since.ms);
}
const TIMED_OUT = { status: 'timed-out' };
function endedBy(retried, record) {
    switch (retried.kind) {
        case 'done':
            return retried.value;
        case 'time-up':
            return endedAtDeadline(record, TIMED_OUT);
        case 'gave-up': {
            const { outage, forMs, reachedApi, ended } = retried;
            const unavailable = {
                status: 'unavailable',
                failure: outage.failure,
                forMs,
                reachedApi,
            };
            return ended === 'time' ? endedAtDeadline(record, unavailable) : unavailable;
        }
        case 'refused':
            return { status: 'error', refused: retried };
        case 'interrupted':
            return { status: 'interrupted' };
    }
}
/** @param otherwise how the wait ends if the API never said whether there is a scan. */
function endedAtDeadline({ scan, absent }, otherwise) {
    if (scan !== undefined)
        return TIMED_OUT;
    return absent === undefined ? otherwise : endedWithoutScan(absent);
}

;// CONCATENATED MODULE: ./build/js/binarly/read-details.js
/**
 * Reads an image's details for the report. They do not affect the verdict, so they get little time
 * and no retry.
 */
/** How long reading details may delay a verdict, in milliseconds. */
const DETAILS_MS = 10_000;
/** @returns undefined if there was no answer in time. */
async function readDetails(ask, { clock, signal }) {
    const beganMs = clock.monotonicMs();
    const answered = new AbortController();
    const limitMs = () => beganMs + DETAILS_MS - clock.monotonicMs();
    // A request's limit starts when it leaves the queue, so the time in the queue needs this one.
    const tooLate = clock
        .sleep(DETAILS_MS, AbortSignal.any([signal, answered.signal]))
        .then(() => undefined);
    const answer = await Promise.race([ask({ limitMs, signal, beganMs }), tooLate]);
    answered.abort();
    return answer;
}

;// CONCATENATED MODULE: ./build/js/steps/settle/read-name.js
/** Reads the name of an image whose findings block, for the summary. */


/** @returns undefined if it could not be read. */
async function readName(imageId, { images, ...options }) {
    const ask = images.asking(() => imageDetails(imageId));
    const answer = await readDetails(ask, options);
    return answer?.kind === 'found' ? answer.value : undefined;
}

;// CONCATENATED MODULE: ./build/js/steps/settle/settle-image.js













/** How long reading the findings of one image may take, in milliseconds. */
const READING_MS = 300_000;
async function settleImage(image, stepPolicy, options) {
    const { imageId, scanId } = image;
    // By its ID only: the newest scan may be a different one.
    if (scanId === undefined)
        return { image, record: beginRecord(imageId) };
    const polled = await pollScan(imageId, scanId, options);
    const { record, ended } = polled;
    if (ended === undefined)
        return { image, record };
    if (ended.status !== 'completed')
        return { image, record: end(record, ended) };
    return judgeScanned(image, polled, stepPolicy, options);
}
async function pollScan(imageId, scanId, { images, outage, clock, random, signal }) {
    const beganMs = clock.monotonicMs();
    const silence = outage.failure();
    const polled = beginPolling(imageId, beganMs);
    if (silence !== undefined)
        return { record: polled.record, ended: settle_image_unavailable(silence), completedMs: beganMs };
    // A missing scan is left for the next sweep, because the step has seen the scan.
    const apply = applyingTo(polled, Infinity);
    const retried = await retry(images.asking(() => scanById(imageId, scanId)), (answer, nowMs) => {
        const attempt = apply(answer, nowMs);
        return attempt.kind === 'again' ? { kind: 'done', value: undefined } : attempt;
    }, { deadlineMs: beganMs + RETRY_MS, maxOutageMs: outage.leftMs(), interval: outage_INTERVAL }, { clock, random, signal, onAttempt: outage.note });
    const nowMs = clock.monotonicMs();
    const record = { ...polled.record, waitedMs: nowMs - beganMs };
    const completedMs = nowMs - ageOfStateMs(polled.answer);
    return { record, ended: settle_image_endedBy(retried), completedMs };
}
function settle_image_endedBy(retried) {
    switch (retried.kind) {
        case 'done':
            return retried.value;
        case 'gave-up': {
            const { outage, forMs, reachedApi } = retried;
            return settle_image_unavailable(outage.failure, forMs, reachedApi);
        }
        case 'refused':
            return { status: 'error', refused: retried };
        case 'interrupted':
        // Time is never up, because the first usable answer ends this.
        case 'time-up':
            return { status: 'interrupted' };
    }
}
function settle_image_unavailable(failure, forMs = 0, reachedApi = false) {
    return { status: 'unavailable', failure, forMs, reachedApi };
}
/**
 * By the step's policy and by our own: neither the branch of a pull request nor a settle workflow
 * without inputs can weaken the other. Our own never compares with an image that a status names.
 */
async function judgeScanned(image, scanned, stepPolicy, options) {
    const { record, completedMs } = scanned;
    const { ownPolicy, ownBaselines, searchOutage, clock, random, signal } = options;
    const awaited = await awaitBaseline(ownPolicy && ownBaselines, image.imageId, {
        completedMs,
        endMs: clock.monotonicMs() + READING_MS,
        maxOutageMs: searchOutage.leftMs(),
        interval: outage_INTERVAL,
    }, { clock, random, signal, onAttempt: searchOutage.note });
    if (awaited.kind === 'ended')
        return { image, record: end(record, awaited.ended) };
    const { baseline: ownBaseline } = awaited;
    const [group, other] = comparable(stepPolicy && { ...stepPolicy, baselineImageId: image.baselineImageId }, ownPolicy && { ...ownPolicy, baselineImageId: baselineIdOf(ownBaseline) });
    const first = await judgeBy(group, image, scanned, options);
    // What one policy blocks, the other cannot let pass.
    const isDecided = other === undefined || endedRed(first.record.ended);
    const judged = isDecided ? [first] : [first, await judgeBy(other, image, scanned, options)];
    const red = judged.find((it) => endedRed(it.record.ended));
    const decisive = red ?? judged.find((it) => !endedGreen(it.record.ended)) ?? first;
    const details = red && (await readName(image.imageId, options));
    return { ...decisive, record: { ...decisive.record, details }, ownBaseline };
}
/** Policies that compare with the same image, or with none, are judged in one reading. */
function comparable(step, own) {
    if (step === undefined || own === undefined)
        return [[step ?? own].filter((it) => it !== undefined)];
    const isOne = isSameId(step.baselineImageId ?? '', own.baselineImageId ?? '');
    return isOne ? [[step, own]] : [[step], [own]];
}
async function judgeBy([policy, ...others], image, { record, completedMs }, { images, outage, clock, random, signal }) {
    const { imageId } = image;
    if (policy === undefined)
        return { image, record: end(record, { status: 'completed' }) };
    const endMs = clock.monotonicMs() + READING_MS;
    const budgets = { completedMs, endMs, maxOutageMs: outage.leftMs(), interval: outage_INTERVAL };
    const tools = { clock, random, signal, onAttempt: outage.note };
    const { baselineImageId } = policy;
    const baselines = baselineImageId === undefined ? undefined : givenBaseline(images, baselineImageId);
    const awaited = await awaitBaseline(baselines, imageId, budgets, tools);
    // It was scanned when the step found it, and is being scanned again: too early.
    if (awaited.kind === 'ended' && isUnfinished(awaited.ended))
        return { image, record: beginRecord(imageId), isBaselineUnfinished: true };
    if (awaited.kind === 'ended')
        return { image, record: end(record, awaited.ended) };
    const { ended, judgement } = await judgeFindings([policy, ...others], images, imageId, budgets, tools);
    return { image, record: end({ ...record, judgement }, ended) };
}
function isUnfinished(ended) {
    return ended.status === 'unavailable' && ended.failure.cause.type === 'baseline-unfinished';
}

;// CONCATENATED MODULE: ./build/js/steps/settle/settle-status.js











/** Never rejects: one bad status must not stop the others. */
async function settleStatus(pending, options) {
    try {
        const { images = [], outcome } = await settle(pending, options);
        return { ...pending, images, outcome };
    }
    catch (cause) {
        return { ...pending, images: [], outcome: { kind: 'crashed', cause } };
    }
}
async function settle(pending, options) {
    const { wait, sha, context, targetUrl } = pending;
    const { owner, repo, login, productId, clock } = options;
    if (wait === undefined)
        return { outcome: { kind: 'unreadable' } };
    // A status that was not handed over may not know its product yet.
    if (wait.productId !== undefined) {
        if (productId === undefined)
            return { outcome: { kind: 'pending' } };
        if (!isSameId(wait.productId, productId))
            return { outcome: { kind: 'other-product' } };
    }
    const target = { owner, repo, sha, context };
    const listed = await findListed(targetUrl, wait.leftMs, target, options);
    if (listed.kind !== 'listed')
        return { outcome: listed };
    const { status, endedMs, statuses } = listed;
    if (!isSameWord(status.creator, login))
        return { outcome: { kind: 'foreign', by: status.creator } };
    if (!wait.isHandedOver && endedMs === undefined)
        return { outcome: { kind: 'running' } };
    const listedMs = clock.monotonicMs();
    const ownBaselines = options.baselinesOn(pending.base);
    const images = await Promise.all((wait.isHandedOver ? wait.images : []).map((image) => settleImage(image, wait.policy, { ...options, ownBaselines })));
    const decision = decide(wait, images, endedMs);
    if (decision === undefined)
        return { images, outcome: { kind: 'pending' } };
    const isFresh = clock.monotonicMs() - listedMs <= FRESH_MS;
    const seen = isFresh ? seenBy(login, statuses) : undefined;
    const final = { ...decision, page: options.pageUrl, wait };
    return { images, outcome: await finish(final, { id: status.id, seen }, target, options) };
}
/** How long a list is as good as one just before the write, in milliseconds. */
const FRESH_MS = 5_000;
/** Finds a pending status in REST's list, which says who wrote it and when. */
async function findListed(targetUrl, leftMs, target, { api, clock, signal }) {
    for (let looks = 1;; looks += 1) {
        const untilMs = clock.monotonicMs() + GITHUB_TROUBLE_MS;
        const answer = await listStatuses(api, target, { untilMs, signal });
        if (!answer.ok)
            return { kind: 'unread', problem: answer.problem };
        const { statuses, dateMs = clock.wallMs() } = answer.value;
        const [status, ...copies] = statuses.filter((it) => it.targetUrl === targetUrl);
        if (status !== undefined) {
            // A writer that covered it has put back a copy; the time of the original counts.
            const [first = status] = copies.filter(({ creator }) => creator === status.creator).reverse();
            // By GitHub's clock, and never if GitHub does not say when the status was written.
            const endMs = first.createdMs === undefined ? Infinity : first.createdMs + leftMs;
            return { kind: 'listed', status, statuses, endedMs: dateMs >= endMs ? endMs : undefined };
        }
        if (looks === MOST_LOOKS)
            return { kind: 'unlisted' };
        await clock.sleep(PAUSE_MS, signal);
    }
}
/**
 * Decides as soon as one image is red or all are green. If a scan is running, missing, or in an
 * undocumented state, the status stays as it is until `settle-within` ends. The first sweep that finds
 * it after that ends it, whatever is known.
 * @param endedMs when that was, in milliseconds since the epoch; undefined if it has not ended.
 * @returns undefined: leave the status pending.
 */
function decide(wait, images, endedMs) {
    const ends = images.map(({ record }) => record.ended);
    if (ends.some(endedRed))
        return { state: 'failure', description: describeRed(images) };
    if (ends.length > 0 && ends.every(endedGreen))
        return { state: 'success', description: describeVerdicts(images) };
    const statuses = ends.flatMap((ended) => ended?.status ?? []);
    if (endedMs === undefined || statuses.includes('interrupted'))
        return undefined;
    const isTrouble = statuses.some((status) => STATUS_TABLE[status].commitState === 'error');
    const description = describeOverdue(wait, images, endedMs);
    return { state: isTrouble ? 'error' : 'failure', description };
}
/**
 * Writes the final status.
 * @param known the ID of the status that is pending, and a list that has it, if it is new.
 */
async function finish(status, known, target, options) {
    const writing = continueWait(status, ({ id }) => id === known.id, known.seen);
    const written = await writeStatus(writing, target, options.login, options);
    // What was written, but could not be looked at, may be covered.
    if (!written.ok)
        return { kind: written.added === undefined ? 'unwritten' : 'unread', problem: written.problem };
    const { outcome } = written;
    switch (outcome.type) {
        case 'written':
            return settledBy(status);
        case 'superseded':
        case 'overridden':
        case 'finished':
            return { kind: 'left-alone', why: outcome };
        case 'unlisted':
        case 'contended':
            return { kind: outcome.type };
        case 'shared': {
            const shared = { ...status, state: 'error', description: SHARED_DESCRIPTION };
            const reported = await writeStatus(reportSharing(shared), target, options.login, options);
            return reported.ok ? settledBy(shared) : { kind: 'unwritten', problem: reported.problem };
        }
    }
}
function settledBy(status) {
    const { state, description } = givenAs(status);
    return { kind: 'settled', state, description };
}

;// CONCATENATED MODULE: ./build/js/steps/settle/warnings.js
/** What a sweep warns of, each in one annotation: it left something alone that nobody may expect. */





function warningsOf(...given) {
    return WARNINGS.flatMap((warning) => warning(...given) ?? []);
}
const otherProducts = (settlements, { product }) => {
    const waits = settlements.flatMap(({ wait, outcome }) => wait === undefined || outcome.kind === 'foreign' ? [] : [{ wait, kind: outcome.kind }]);
    const isOther = waits.every(({ kind }) => kind === 'other-product');
    if (waits.length === 0 || !isOther)
        return undefined;
    const ids = [...new Set(waits.map(({ wait }) => printable(`${wait.productId}`, 60)))].slice(0, 5);
    return (`All pending commit statuses are about other products (${ids.join(', ')}), none about ` +
        `\`product\` ${quote(product)}: check \`product\` if one of them is meant.`);
};
const foreignStatuses = (settlements) => {
    const found = settlements.flatMap(({ outcome }) => (outcome.kind === 'foreign' ? outcome : []));
    if (found.length === 0)
        return undefined;
    const names = [...new Set(found.map(({ by }) => loginOf(by)))].slice(0, 5);
    const [statuses, them] = found.length === 1
        ? ['1 pending commit status was', 'it']
        : [`${found.length} pending commit statuses were`, 'them'];
    return (`${statuses} left alone, because ${names.join(', ')} wrote ${them} and this action acts only ` +
        'on what its own token wrote: use the same kind of token in both workflows, or find out who ' +
        `wrote ${them}.`);
};
const goneScans = (settlements) => {
    const gone = recordsIn(settlements).filter(({ absent, ended }) => absent !== undefined && ended === undefined);
    const [first] = gone;
    if (first === undefined)
        return undefined;
    const image = printable(first.imageId, 60);
    const [scans, images, statuses] = gone.length === 1
        ? ['1 scan of a deferred wait', `image ${image}`, 'its commit status stays']
        : [
            `${gone.length} scans of deferred waits`,
            `the first is of image ${image}`,
            'their commit statuses stay',
        ];
    return (`${scans} cannot be found any more (${images}): scan the image again if the scan was deleted; ` +
        `${statuses} pending until \`settle-within\` ends.`);
};
const undocumentedStates = (settlements) => {
    const states = recordsIn(settlements).flatMap(({ lastState, ended }) => ended === undefined && lastState !== undefined && isUndocumented(lastState) ? lastState : []);
    if (states.length === 0)
        return undefined;
    const names = [...new Set(states)].slice(0, 5).map(quote);
    const [scans, statuses] = states.length === 1
        ? ['1 scan is', 'its commit status stays']
        : [`${states.length} scans are`, 'their commit statuses stay'];
    return (`${scans} in a state that Binarly does not document (${names.join(', ')}), so ${statuses} ` +
        'pending; if this state is final, check for a newer version of this action.');
};
const excusedFindings = (settlements, { policy, isCompared }) => {
    const isExcused = settlements.some(({ images }) => images.some(({ image }) => image.baselineImageId !== undefined));
    if (policy === undefined || isCompared || !isExcused)
        return undefined;
    return ('A step compares with a baseline, and this sweep does not: its own policy also blocks findings ' +
        'that the baseline has, so the verdict depends on whether the scan outlasts `timeout`: set ' +
        '`baseline-image: base-branch` here.');
};
const missingBaselines = (settlements) => {
    const reasons = settlements.flatMap(({ images }) => images.flatMap(({ image, ownBaseline }) => ownBaseline?.kind === 'none' ? reasonWithoutBaseline(image.imageId, ownBaseline.why) : []));
    return reasons.slice(0, 1).map(sentenceOf)[0];
};
const WARNINGS = [
    otherProducts,
    foreignStatuses,
    goneScans,
    undocumentedStates,
    excusedFindings,
    missingBaselines,
];
function recordsIn(settlements) {
    return settlements.flatMap(({ images, outcome }) => outcome.kind === 'settled' ? [] : images.map(({ record }) => record));
}

;// CONCATENATED MODULE: ./build/js/steps/settle/main.js
/**
 * The settling step, as a table of contents: read the inputs, find the pending commit statuses,
 * finish those that can be finished, report.
 */




















/** Statuses that are worked on at once. */
const AT_ONCE = 4;
function createSettleAction(runtime) {
    const { workflow, clock, random } = runtime;
    async function run(signal) {
        const inputs = await readStepInputs(runtime, readSettleInputs);
        if (!inputs.ok)
            return fail(linesOfProblems(inputs.problems));
        const { settings } = inputs;
        const github = await openGitHub(settings.githubToken, runtime);
        if (!github.ok)
            return fail([sentenceOf(reasonWithoutRun(github.cause))]);
        const untilMs = clock.monotonicMs() + GITHUB_TROUBLE_MS;
        const { owner, repo } = github.run;
        const where = { owner, repo, contexts: settings.contexts, branches: settings.branches };
        const found = await findPendingStatuses(github.api, where, { untilMs, signal });
        if (!found.ok)
            return fail([sentenceOf(reasonWithoutSearch(found.problem))]);
        for (const line of linesOfSearch(found.value))
            workflow.info(line);
        for (const warning of warningsOfSearch(found.value))
            workflow.warning(warning);
        const { settlements, product } = await settleAll(found.value, github, settings, signal);
        for (const settlement of settlements)
            workflow.info(describeSettlement(settlement));
        for (const warning of warningsOf(settlements, settings))
            workflow.warning(warning);
        return publishSweep(settlements, errorsOf(settlements, product, signal.aborted), workflow);
    }
    async function settleAll({ statuses, login }, { run: { owner, repo, pageUrl }, ...github }, settings, signal) {
        const connection = connect_connect(settings, runtime);
        const { images } = connection;
        const tools = { clock: connection.clock, random, signal };
        const needsProduct = statuses.some(({ wait }) => wait?.productId !== undefined);
        const product = needsProduct ? await findProduct(images, tools) : undefined;
        const productId = product?.ok === true ? product.id : undefined;
        const api = queuedGitHub(github.api, clock);
        const list = imageList(images, connection.clock);
        const baselinesOn = (base) => settings.isCompared
            ? baseBranchBaselines(images, (limits) => askForBase(api, { owner, repo, base }, limits), connection.clock, list)
            : undefined;
        const options = {
            ...tools,
            ...{ api, owner, repo, login, pageUrl, images, productId, baselinesOn },
            ownPolicy: settings.policy,
            outage: createSharedOutage(connection.clock),
            searchOutage: createSharedOutage(connection.clock),
        };
        const queue = pLimit(AT_ONCE);
        const settlements = await Promise.all(statuses.map((it) => queue(() => settleStatus(it, options))));
        return { settlements, product };
    }
    /** @param errors why nothing could be settled, one line each. */
    function fail(errors) {
        return publishSweep(undefined, errors, workflow);
    }
    async function crashed(cause) {
        await fail([sentenceOf(reasonOfCrash(cause))]);
        if (cause instanceof Error)
            workflow.debug(`${cause.stack}`);
    }
    return { run, crashed };
}

;// CONCATENATED MODULE: ./build/js/steps/upload/files.js
/** Finds the files to upload. */



/**
 * @param text paths and patterns, one a line.
 * @param workspace what relative ones are relative to.
 */
async function findFiles(text, workspace) {
    const lines = text.split(/\r\n|\n|\r/).map((line) => line.trim());
    const given = lines.filter((line) => line !== '');
    if (given.length === 0)
        return { files: [], problems: ['is empty: set it to the path of the file to upload'] };
    const files = new Map();
    const problems = new Set();
    for (const line of given) {
        const paths = await pathsOf(line, workspace);
        if (typeof paths === 'string')
            problems.add(paths);
        else
            for (const path of paths) {
                const file = await lookAt(path, workspace);
                if (typeof file === 'string')
                    problems.add(file);
                // The same file by another path is the same file.
                else if (!files.has(file.real))
                    files.set(file.real, file);
            }
    }
    return { files: [...files.values()].map(withoutReal), problems: [...problems] };
}
/** @returns absolute paths, or what is wrong. */
async function pathsOf(line, workspace) {
    const path = (0,external_node_path_namespaceObject.resolve)(workspace, line);
    const stats = await (0,promises_namespaceObject.stat)(path).catch(() => undefined);
    // A name may hold characters of a pattern.
    if (stats !== undefined)
        return stats.isDirectory()
            ? `${quote(line)} is a folder: name the file in it, or write a pattern like \`*.bin\``
            : [path];
    if (!/[*?[{]/.test(line))
        return `${quote(line)} does not exist: check that the build wrote it, relative to the workspace`;
    const found = [];
    for await (const match of (0,promises_namespaceObject.glob)(line, { cwd: workspace })) {
        const matched = (0,external_node_path_namespaceObject.resolve)(workspace, match);
        const isFolder = (await (0,promises_namespaceObject.stat)(matched).catch(() => undefined))?.isDirectory() === true;
        if (!isFolder)
            found.push(matched);
    }
    if (found.length > 0)
        return found.sort();
    return `${quote(line)} matches no file: check the pattern, relative to the workspace`;
}
/** @returns the file, or what is wrong with it. */
async function lookAt(path, workspace) {
    const inside = (0,external_node_path_namespaceObject.relative)(workspace, path);
    const isInside = inside !== '' && !inside.startsWith('..') && !(0,external_node_path_namespaceObject.isAbsolute)(inside);
    const shown = (isInside ? inside : path).replaceAll('\\', '/');
    try {
        const stats = await (0,promises_namespaceObject.stat)(path, { bigint: true });
        if (!stats.isFile())
            return `${quote(shown)} is not a regular file`;
        if (stats.size === 0n)
            return `${quote(shown)} is empty: check that the build wrote it`;
        await (0,promises_namespaceObject.access)(path, promises_namespaceObject.constants.R_OK);
        const stamp = { size: Number(stats.size), modifiedNs: stats.mtimeNs };
        return { path, shown, stamp, real: await (0,promises_namespaceObject.realpath)(path) };
    }
    catch (error) {
        const { code } = error;
        return `${quote(shown)} cannot be read (${printable(`${code}`)}): check its permissions`;
    }
}
function withoutReal({ path, shown, stamp }) {
    return { path, shown, stamp };
}
/** The name of the file itself. */
function filenameOf({ path }) {
    return (0,external_node_path_namespaceObject.basename)(path);
}

;// CONCATENATED MODULE: ./build/js/steps/upload/inputs.js





/**
 * Every input with its default, as in upload/action.yml. The default of `version` is an expression,
 * which the runner evaluates.
 */
const UPLOAD_INPUTS = {
    ...PLATFORM_INPUTS,
    file: '',
    name: '',
    version: '',
    timeout: '1h',
    'max-outage': '15m',
};
/**
 * @param get returns a trimmed input by name, empty if it is not set.
 * @param idTokens where the job requests ID tokens; undefined if it may not.
 * @param found the files that the input `file` names.
 */
function readUploadInputs(get, idTokens, found) {
    return readAll(get, UPLOAD_INPUTS, (inputs) => ({
        ...readPlatform(inputs, idTokens),
        items: readItems(inputs, found),
        timeoutMs: readDuration(inputs, 'timeout'),
        maxOutageMs: readDuration(inputs, 'max-outage'),
    }));
}
function readItems(inputs, { files, problems }) {
    for (const problem of problems)
        inputs.report('file', problem);
    const name = inputs_readName(inputs, files);
    const version = readVersion(inputs);
    reportSameNames(inputs, files);
    return files.map((file) => {
        const filename = filenameOf(file);
        return { ...file, filename, name: name || filename, version };
    });
}
/** @returns the name; empty if each file has its own. */
function inputs_readName({ value, report }, files) {
    const name = value('name');
    if (name !== '' && files.length > 1)
        report('name', `works with one file only, but \`file\` names ${files.length}: remove it`);
    if (isUnprintable(name))
        report('name', `${quote(name)} has a character that is not printable`);
    const odd = name === '' ? files.find((file) => isUnprintable(filenameOf(file))) : undefined;
    if (odd !== undefined)
        report('file', `${quote(odd.shown)} has a character that is not printable: set \`name\``);
    return name;
}
function readVersion({ value, report }) {
    const version = value('version');
    if (version === '')
        report('version', 'is empty: check the variable it comes from, or remove the input');
    if (isUnprintable(version))
        report('version', `${quote(version)} has a character that is not printable`);
    return version;
}
function isUnprintable(text) {
    return /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(text);
}
function reportSameNames({ report }, files) {
    for (const [filename, same] of Map.groupBy(files, filenameOf)) {
        const [first, second] = same;
        if (first === undefined || second === undefined)
            continue;
        report('file', `names two files called ${quote(filename)}, ${quote(first.shown)} and ` +
            `${quote(second.shown)}: upload them in two steps, each with a \`name\``);
    }
}

;// CONCATENATED MODULE: ./build/js/report/opening.js

/**
 * @param variable the variable that names the proxy; its value may hold a password and is not
 * shown.
 */
function ignoredProxyLine(variable, hostname) {
    return (`Ignoring the proxy in ${variable} for ${hostname}: use the form http://proxy.example:3128, ` +
        'and write a % in its user name or password as %25.');
}
/** How many entries of `no_proxy` a line names. */
const MOST_ENTRIES = 5;
function ignoredBypassesLine({ variable, entries }, hostname) {
    const named = entries.slice(0, MOST_ENTRIES).map((entry) => printable(entry, 60));
    const all = entries.length > named.length ? [...named, 'others'] : named;
    return (`In ${variable}, ${all.join(', ')} cannot be read, and the proxy is used for ${hostname}: ` +
        'list host names or domains, separated by commas; ranges and patterns have no effect.');
}
/**
 * The warning about a token that will expire. The error says it of one that has expired.
 * @param endMs when it expires; undefined if unknown. All are in milliseconds since the epoch.
 * @param untilMs until when it is needed.
 * @returns undefined if it lasts, or has expired.
 */
function expiryWarning(endMs, nowMs, untilMs) {
    if (endMs === undefined || endMs <= nowMs || endMs >= untilMs)
        return undefined;
    return (`\`token\` expires at ${formatUtc(endMs)}, before \`timeout\` is over: ` +
        'use `client-id` and `client-secret` instead, so that this action can renew its tokens.');
}

;// CONCATENATED MODULE: ./build/js/steps/notes.js


/** @param info logs a line. */
function noteProxy(apiUrl, info, { ignoredProxy, ignoredBypasses }) {
    const url = new URL(apiUrl);
    const variable = ignoredProxy(url);
    if (variable !== undefined)
        info(ignoredProxyLine(variable, url.hostname));
    const bypasses = ignoredBypasses(url);
    if (bypasses !== undefined)
        info(ignoredBypassesLine(bypasses, url.hostname));
}
/**
 * Warns, once, about a token that will expire before the step must end.
 * @param deadlineMs on the monotonic clock.
 * @returns a function to call repeatedly: it does nothing until the platform's time is known.
 */
function expiryNote(credential, clock, deadlineMs, { workflow }) {
    if (credential.kind !== 'token')
        return () => { };
    let isDue = true;
    return () => {
        if (!isDue || !clock.isSet())
            return;
        isDue = false;
        const nowMs = clock.wallMs();
        const endMs = nowMs + deadlineMs - clock.monotonicMs();
        const warning = expiryWarning(expiryOf(credential.token), nowMs, endMs);
        if (warning !== undefined)
            workflow.warning(warning);
    };
}

;// CONCATENATED MODULE: ./build/js/steps/upload/opening.js
/** The first lines of an upload's log. */



function logBeginning(settings, runtime) {
    const { info } = runtime.workflow;
    info(openingLine(settings));
    noteProxy(settings.apiUrl, info, runtime);
}
function openingLine({ items, product, timeoutMs }) {
    const bytes = items.reduce((sum, { stamp }) => sum + stamp.size, 0);
    const what = items.length === 1 ? '1 file' : `${items.length} files`;
    const time = `within ${formatExact(timeoutMs)}`;
    return `Uploading ${what} (${formatBytes(bytes)}) to product ${printable(product)} ${time}.`;
}

;// CONCATENATED MODULE: ./build/js/steps/upload/outputs.js
/** The upload action's outputs, made from the report. All of them are shell-safe. */

const UPLOAD_OUTPUTS = [
    'images',
    'image-id',
    'scan-id',
    'sha256',
    'product-id',
    'status',
    'reason',
    'uploads',
];
/** Every output of the action, by name. `images` alone may have line breaks, between IDs. */
function uploadOutputs(report) {
    const uploads = report.files.map(fileOutput);
    const [first] = uploads;
    const ids = uploads.map(({ imageId }) => inertText(imageId)).filter((id) => id !== '');
    return {
        images: ids.join('\n'),
        'image-id': inertText(first?.imageId ?? ''),
        'scan-id': inertText(first?.scanId ?? ''),
        sha256: first?.sha256 ?? '',
        'product-id': inertText(report.product?.id ?? ''),
        status: report.status,
        reason: inertSentence(report.reason),
        uploads: inertJson(uploads),
    };
}
function fileOutput({ item, sha256 = '', ms, ended }) {
    const { shown: file, name, version, stamp } = item;
    const image = ended?.status === 'uploaded' ? ended.image : undefined;
    const { id: imageId = '', scanId = '' } = image ?? {};
    const seconds = Math.floor(ms / 1000);
    return { file, name, version, size: stamp.size, sha256, imageId, scanId, seconds };
}

;// CONCATENATED MODULE: ./build/js/steps/upload/log.js




/** The least between two lines of progress, as a part of the file and in milliseconds. */
const [PROGRESS_PART, PROGRESS_MS] = [0.1, 30_000];
/** How long a lasting outage is silent, in milliseconds. */
const SILENCE_MS = 300_000;
function createFileLog({ shown, name, version, stamp: { size } }, clock, info) {
    const file = printable(shown);
    let last = { said: '', ms: 0 };
    let failed = 0;
    info(`Uploading ${file} (${formatBytes(size)}) as ${imageOf(name, version)}.`);
    return {
        sending() {
            const beganMs = clock.monotonicMs();
            let [lineBytes, lineMs] = [0, beganMs];
            return (bytes) => {
                const nowMs = clock.monotonicMs();
                const isDue = bytes - lineBytes >= size * PROGRESS_PART &&
                    nowMs - lineMs >= PROGRESS_MS &&
                    bytes < size;
                if (!isDue)
                    return;
                [lineBytes, lineMs] = [bytes, nowMs];
                const part = Math.floor((100 * bytes) / size);
                const after = `after ${formatDuration(nowMs - beganMs)}`;
                info(`${part} % of ${formatBytes(size)} ${after} (${speed(bytes, nowMs - beganMs)})`);
            };
        },
        attempt(outage) {
            if (outage === undefined) {
                if (failed > 0)
                    info(`Working again after ${failed} failed ${failed === 1 ? 'try' : 'tries'}.`);
                failed = 0;
                last = { said: '', ms: 0 };
                return;
            }
            failed = outage.times;
            const nowMs = clock.monotonicMs();
            const said = describeFailure(outage.failure);
            if (said === last.said && nowMs - last.ms < SILENCE_MS)
                return;
            last = { said, ms: nowMs };
            info(`Try ${failed} for ${file} failed: ${said}.`);
        },
        noList(answer) {
            const why = answer.kind === 'refused' ? reasonOfRefusal(answer).happened : describe(answer);
            info(`Could not read the list of images (${why}). This alone does not end the upload.`);
        },
        looking() {
            info('The request that creates the image may have worked: looking for the image.');
        },
        foundAfterAll({ id }) {
            info(`Found image ${printable(id)}: the request had created it after all.`);
        },
        uploaded({ id, scanId }, ms) {
            const scan = scanId === undefined ? '' : `, scan ${printable(scanId)}`;
            const took = `${formatBytes(size)} in ${formatDuration(ms)} (${speed(size, ms)})`;
            info(`Uploaded ${file}: image ${printable(id)}${scan}, ${took}.`);
        },
    };
}
/** An image by what the upload calls it. */
function imageOf(name, version) {
    return `image "${printable(name, 100)}", version ${printable(version, 100)}`;
}
function describe(answer) {
    return answer.kind === 'failed' ? describeFailure(answer) : describeAbsence(answer.cause);
}
function speed(bytes, ms) {
    return `${formatBytes((1000 * bytes) / Math.max(ms, 1))}/s`;
}

;// CONCATENATED MODULE: ./build/js/steps/upload/reasons.js






function reasonOfFile({ item, ended }, settings) {
    const reason = reasonOfEnd(ended, settings);
    const happened = `file ${printable(item.shown)}: ${reason.happened}`;
    const told = { ...reason, happened, mark: ';' };
    return ended.mayExist && !saysItself(ended) ? withPossibleImage(told, item) : told;
}
/** Adds that an image may exist, and what to do about that first. */
function withPossibleImage(reason, { name, version }) {
    const look = 'so look for it in the Binarly dashboard before you run the job again';
    const advice = `${imageOf(name, version)} may have been created, ${look}; ${reason.advice}`;
    return { ...reason, advice };
}
/** Whether the reason says that an image may exist. */
function saysItself(ended) {
    if (ended.status !== 'error')
        return false;
    const { type } = ended.refused.cause;
    return type === 'image-uncertain' || type === 'images-ambiguous';
}
function reasonOfEnd(ended, { timeoutMs, maxOutageMs }) {
    switch (ended.status) {
        case 'error':
            return reasonOfUploadError(ended.refused);
        case 'unavailable': {
            const { outage, forMs, reachedApi } = ended.gaveUp;
            const last = `last: ${describeFailure(outage.failure)}`;
            const whom = reachedApi ? 'the platform' : 'an API at `api-url`';
            return because(`no usable answer from ${whom} for ${formatDuration(forMs)} (${last})`, reachedApi
                ? 'run the job again when the platform is back, or raise `max-outage`, which is ' +
                    formatExact(maxOutageMs)
                : 'check `api-url`, the proxy and the network of the runner');
        }
        case 'timed-out': {
            const { failure } = ended;
            const last = failure === undefined ? '' : ` (the last try failed: ${describeFailure(failure)})`;
            return because(`not uploaded within ${formatExact(timeoutMs)}${last}`, 'raise `timeout` and the `timeout-minutes` of the job, or run the job again');
        }
        case 'interrupted':
            return because('the upload was interrupted', 'run the job again');
    }
}
function reasonOfUploadError(refused) {
    const { cause } = refused;
    return isAboutInputs(cause)
        ? because(`the API refused the request (HTTP ${cause.status}${after(cause.error?.message)})`, 'check `product`, `name` and `version`')
        : reasonOfRefusal(refused);
}
/** Whether the API says itself that what was asked for is wrong. */
function isAboutInputs(cause) {
    if (cause.type !== 'http-status' || cause.error === undefined)
        return false;
    return cause.status === 400 || cause.status === 404 || cause.status === 422;
}

;// CONCATENATED MODULE: ./build/js/steps/upload/report.js



function reportOfProblems(problems) {
    return { status: 'error', ...describeProblems(problems), ...report_NOTHING };
}
/** Green only if every file has an image. @param failed the file that ended the step, if one did. */
function reportOfUpload(step, failed) {
    const reason = failed && reasonOfFile(failed, step.settings);
    return { status: failed?.ended.status ?? 'uploaded', ...report_reasonsOf(reason), ...factsOf(step) };
}
/** @param step what is known so far; undefined if nothing. */
function reportOfCrash(cause, step) {
    const crash = reasonOfCrash(cause);
    // The storage has this file, so the request that makes it an image may have been sent.
    const sent = step?.records.find((it) => it.sha256 !== undefined && it.ended === undefined);
    const reason = sent === undefined ? crash : withPossibleImage(crash, sent.item);
    const facts = step === undefined ? report_NOTHING : factsOf(step);
    return { status: 'error', ...report_reasonsOf(reason), ...facts };
}
/** The same report, but an error makes it red. */
function withError(report, error) {
    return { ...report, status: 'error', ...report_reasonsOf(error) };
}
function report_reasonsOf(reason) {
    if (reason === undefined)
        return { reason: '', reasonLines: [] };
    const sentence = sentenceOf(reason);
    return { reason: sentence, reasonLines: [sentence] };
}
const report_NOTHING = { files: [], product: undefined, apiUrl: undefined };
function factsOf({ records, images, settings }) {
    return { files: records, product: images.product(), apiUrl: settings.apiUrl };
}

;// CONCATENATED MODULE: ./build/js/steps/upload/summary.js
/** The job summary of an upload: the verdict first, then what to do, then the files. */




const HEADLINES = {
    uploaded: '✅ Uploaded to Binarly',
    error: '❌ Could not upload to Binarly',
    unavailable: '❌ Could not upload: no usable answer for too long',
    'timed-out': '⏱️ Not uploaded within the timeout',
    interrupted: '🛑 The upload was interrupted',
};
/** GitHub rejects a summary above 1 MiB as a whole. */
const summary_TABLE_BYTES = 500_000;
/** The widest comes last, so that the others are in sight on a narrow page. */
const TITLES = ['File', 'Image', 'Size', 'Duration', 'Scan', 'SHA-256'];
/** @returns Markdown in which nothing from outside renders. */
function uploadSummary({ status, reasonLines, files, product, apiUrl, }) {
    const [first, ...others] = reasonLines.map(inert);
    const rows = files.map(fileRow);
    const { kept, left } = cutTo(rows, summary_TABLE_BYTES);
    const head = [row(TITLES), `|${TITLES.map(() => '---|').join('')}`];
    const blocks = [
        `## ${HEADLINES[status]}`,
        ...(first === undefined ? [] : [[first, ...others.map((line) => `- ${line}`)].join('\n')]),
        ...(product === undefined ? [] : [productLine(product)]),
        ...(rows.length === 0 ? [] : [[...head, ...kept].join('\n')]),
        ...(left === 0
            ? []
            : [
                `Not shown here: ${left} more ${countable(left, 'file')}. ` +
                    'The output `uploads` has all files.',
            ]),
        // Angle brackets, because nothing in the address of a host can end such a link.
        ...(apiUrl === undefined ? [] : [`Dashboard: <${apiUrl}>`]),
    ];
    return `${blocks.join('\n\n')}\n`;
}
function fileRow({ item, sha256 = '', ms, ended }) {
    const { shown, name, version, stamp } = item;
    const image = ended?.status === 'uploaded' ? ended.image : undefined;
    const label = escapeMarkdown(printable(`${name} ${shortSha(version)}`, 100));
    return row([
        code(shown),
        image === undefined ? '' : `${label}<br>${code(image.id)}`,
        unbroken(formatBytes(stamp.size)),
        ms === 0 ? '' : unbroken(formatDuration(ms)),
        code(image?.scanId ?? ''),
        sha256 === '' ? '' : `<code>${sha256}</code>`,
    ]);
}
/** A number stays with its unit, because the widest column takes all the room. */
function unbroken(text) {
    return text.replaceAll(' ', '&nbsp;');
}

;// CONCATENATED MODULE: ./build/js/steps/upload/publish.js





/**
 * An output that cannot be written makes the step red, because later steps would read nothing.
 * @returns the exit code: 0 if every file was uploaded and the outputs are written, else 1.
 */
async function publishUpload(report, workflow) {
    const unwritten = writeOutputs(report, workflow);
    if (unwritten === undefined || report.status !== 'uploaded')
        return conclude(report, workflow);
    const corrected = withError(report, unwritten);
    // The runner takes the last value of an output.
    writeOutputs(corrected, workflow);
    return conclude(corrected, workflow);
}
async function conclude(report, workflow) {
    await writeSummary(() => uploadSummary(report), workflow);
    if (report.status === 'uploaded')
        return 0;
    // Whoever cancelled the step needs no annotation.
    if (report.status === 'interrupted')
        workflow.info(report.reason);
    else
        workflow.fail(report.reasonLines);
    return 1;
}
/** @returns undefined if all were written, else which one failed, and why. */
function writeOutputs(report, workflow) {
    const outputs = uploadOutputs(report);
    let unwritten;
    for (const name of UPLOAD_OUTPUTS) {
        try {
            workflow.output(name, outputs[name]);
        }
        catch (error) {
            unwritten ??= reasonOfUnwritten(name, error);
        }
    }
    return unwritten;
}

;// CONCATENATED MODULE: ./build/js/steps/upload/attempt.js
/** What an answer means for the next try of an upload. Pure. */

/** @param sparedMs how much of this try is no part of an outage, in milliseconds. */
function attemptOf(answer, sparedMs = 0) {
    switch (answer.kind) {
        case 'found':
            return { kind: 'done', value: answer.value };
        case 'absent':
            return refusedAbsence(answer);
        case 'failed':
            return { kind: 'failed', failure: answer, sparedMs };
        case 'refused':
        case 'interrupted':
            return answer;
    }
}
/** There is nothing to wait for: the product does not exist, or the credential may not see it. */
function refusedAbsence({ cause }) {
    if (cause.type !== 'not-found')
        return refusedByApi({ type: 'http-status', status: 404, error: undefined });
    const { message, unknownProduct } = cause;
    if (unknownProduct !== undefined)
        return refusedByApi({ type: 'unknown-product', product: unknownProduct });
    const error = { message, permission: undefined, resourceName: undefined, details: '' };
    return refusedByApi({ type: 'http-status', status: 404, error });
}

;// CONCATENATED MODULE: ./build/js/steps/upload/finishing.js
/** @param mayExist whether an earlier try may have worked. */
function finishing_meaningOf(answer, mayExist) {
    switch (answer.kind) {
        case 'found':
            return 'created';
        case 'failed':
            return mayHaveWorked(answer) ? 'look' : 'again';
        case 'absent':
            return mayExist ? 'look-once' : 'refused';
        case 'refused': {
            const status = answer.cause.type === 'http-status' ? answer.cause.status : undefined;
            if (mayExist && (status === 400 || status === 409))
                return 'look-once';
            return status === 409 ? 'exists' : 'refused';
        }
        case 'interrupted':
            return 'interrupted';
    }
}
/** What the operating system says if there was never a connection. */
const NOT_CONNECTED = new Set([
    'ENOTFOUND',
    'EAI_AGAIN',
    'ECONNREFUSED',
]);
/** Whether the request may have reached the platform, which may have created the image. */
function mayHaveWorked({ endpoint, cause }) {
    // Without a token, nothing was sent.
    if (endpoint !== 'api')
        return false;
    switch (cause.type) {
        case 'http-status':
            return cause.status >= 500;
        case 'network':
            return !NOT_CONNECTED.has(cause.code);
        case 'not-json':
            return cause.status < 300;
        case 'no-time':
        case 'no-tls':
        case 'proxy-status':
        case 'proxy-connection':
        case 'fresh-token-refused':
        // The product was not found, so there was nowhere to send it.
        case 'unreadable-product-id':
        case 'paged-list':
            return false;
        default:
            return true;
    }
}

;// CONCATENATED MODULE: ./build/js/steps/upload/identify.js
/** Which image of a product is the upload, if the request that creates it got no answer. Pure. */

/** How far `Date` and `createTime` of one platform may be apart, in milliseconds. */
const TOLERANCE_MS = 2_000;
/**
 * @param before the images just before the request was sent.
 * @param now the images after it.
 */
function identify(wanted, before, now) {
    const { name, version, sentMs } = wanted;
    const candidates = now.filter((image) => isSameText(image.name, name) &&
        isSameText(image.version, version) &&
        !before.some(({ id }) => isSameId(id, image.id)));
    const images = [];
    for (const image of candidates) {
        if (sentMs === undefined || image.createTime === undefined)
            return { kind: 'no-time' };
        // A list that lags may show the image of an earlier run only now.
        if (image.createTime.ms >= sentMs - TOLERANCE_MS)
            images.push(image);
    }
    const [image, ...others] = images;
    if (image === undefined)
        return { kind: 'none' };
    return others.length === 0 ? { kind: 'one', image } : { kind: 'several', images };
}
/** The image of this name and version in a list; undefined if it has none. */
function sameImageIn({ name, version }, images) {
    return images.find((it) => isSameText(it.name, name) && isSameText(it.version, version));
}
/** A server may trim text, or store it in another Unicode form. */
function isSameText(given, wanted) {
    return given !== undefined && normal(given) === normal(wanted);
}
function normal(text) {
    return text.normalize('NFC').trim();
}

;// CONCATENATED MODULE: ./build/js/steps/upload/patience.js

/** How long after the deadline a request may still start, in milliseconds. */
const LAST_START_MS = GRACE_MS / 2;
const NO_TIME = {
    kind: 'failed',
    endpoint: 'api',
    cause: { type: 'no-time' },
    reached: 'api',
};
function budgetsOf({ deadlineMs, maxOutageMs }) {
    return { deadlineMs, maxOutageMs, interval: { kind: 'auto' } };
}
/** Whether it is too late to start another request. */
function isTooLate({ deadlineMs }, clock) {
    return clock.monotonicMs() > deadlineMs + LAST_START_MS;
}
/** Milliseconds until a request that is in flight at the deadline is aborted. */
function leftMs({ deadlineMs }, clock) {
    return deadlineMs + GRACE_MS - clock.monotonicMs();
}
/** Asks only while it is not too late, and ends every request in time. */
function inTime(ask, patience, clock) {
    return (limits) => {
        if (isTooLate(patience, clock))
            return Promise.resolve(NO_TIME);
        const limitMs = () => Math.min(limits.limitMs(), leftMs(patience, clock));
        return ask({ ...limits, limitMs });
    };
}

;// CONCATENATED MODULE: ./build/js/steps/upload/look.js




/** When to look, in milliseconds after the request: an image may take a while to be listed. */
const LOOKS_MS = [1_000, 4_000, 9_000];
/** How long looking may take, in milliseconds. */
const ALL_LOOKS_MS = 15_000;
/**
 * Looks up to three times.
 * @param sentMs when the request was first sent, a monotonic instant in milliseconds.
 * @param isOnce whether one readable list is enough to know that the image is not there.
 */
async function lookForImage({ name, version }, before, sentMs, isOnce, limits, patience, { images, clock, signal }) {
    if (before === undefined)
        return UNREADABLE;
    const beganMs = clock.monotonicMs();
    const left = () => beganMs + ALL_LOOKS_MS - clock.monotonicMs();
    const looking = { ...limits, limitMs: () => Math.min(limits.limitMs(), left()) };
    let sighting = NO_TIME;
    for (const lookMs of LOOKS_MS) {
        await clock.sleep(beganMs + lookMs - clock.monotonicMs(), signal);
        if (isTooLate(patience, clock))
            return NO_TIME;
        const answer = await images.ask(listedImages, looking);
        sighting = sightingIn(answer, { name, version }, before, sentMs, clock);
        const isOpen = sighting.kind === 'failed' || (sighting.kind === 'not-there' && !isOnce);
        if (!isOpen)
            return sighting;
    }
    return sighting;
}
const UNREADABLE = refusedByApi({ type: 'image-uncertain', why: 'no-list' });
function sightingIn(answer, wanted, before, sentMs, clock) {
    if (answer.kind === 'failed' || answer.kind === 'interrupted')
        return answer;
    if (answer.kind !== 'found')
        return UNREADABLE;
    const known = before.dateMs === undefined ? now(answer.dateMs, clock) : before;
    const sent = known.dateMs === undefined ? undefined : known.dateMs + sentMs - known.receivedMs;
    const identified = identify({ ...wanted, sentMs: sent }, before.images, answer.value);
    switch (identified.kind) {
        case 'one':
            return { kind: 'seen', image: identified.image };
        case 'none':
            return { kind: 'not-there' };
        case 'several': {
            const imageIds = identified.images.map(({ id }) => id);
            return refusedByApi({ type: 'images-ambiguous', imageIds });
        }
        case 'no-time':
            return refusedByApi({ type: 'image-uncertain', why: 'no-time' });
    }
}
function now(dateMs, clock) {
    return { dateMs, receivedMs: clock.monotonicMs() };
}

;// CONCATENATED MODULE: ./build/js/steps/upload/finish.js
/**
 * Makes a file in the storage an image, and exactly one: if the request may have worked without an
 * answer, looks for its image before it is sent again.
 */








/**
 * Which images exist before the request is sent. A list that cannot be read is only logged: the
 * upload can do without it as long as its requests are answered.
 * @returns undefined if it cannot be read.
 */
function listBefore(patience, { images, clock, random, signal, log }) {
    return retry(inTime((limits) => images.ask(listedImages, limits), patience, clock), (answer, receivedMs) => {
        if (answer.kind === 'found') {
            const { value, dateMs } = answer;
            return { kind: 'done', value: { images: value, dateMs, receivedMs } };
        }
        if (answer.kind === 'interrupted')
            return answer;
        if (answer.kind === 'failed' && !staysUnreadable(answer))
            return { kind: 'failed', failure: answer };
        log.noList(answer);
        return { kind: 'done', value: undefined };
    }, budgetsOf(patience), { clock, random, signal, contact: patience.contact, onAttempt: log.attempt });
}
/** The next try would get the same list. */
function staysUnreadable({ cause }) {
    return cause.type === 'paged-list' || cause.type === 'too-large';
}
async function finishUpload(request, before, patience, tools) {
    const { images, clock, random, signal, log } = tools;
    /** When the request was first sent, a monotonic instant in milliseconds. */
    let sentMs = Infinity;
    let mayExist = false;
    /** Whether the request must not be sent again before a list without the image was read. */
    let mustLook = false;
    function look(isOnce, limits) {
        return lookForImage(request, before, sentMs, isOnce, limits, patience, tools);
    }
    function seen(image) {
        log.foundAfterAll(image);
        return { kind: 'found', value: image };
    }
    async function tryOnce(limits) {
        if (mustLook) {
            const sighting = await look(false, limits);
            if (sighting.kind === 'seen')
                return seen(sighting.image);
            if (sighting.kind !== 'not-there')
                return sighting;
            mustLook = false;
        }
        return send(limits);
    }
    async function send(limits) {
        sentMs = Math.min(sentMs, clock.monotonicMs());
        const answer = await images.ask(createImage(request), limits);
        switch (finishing_meaningOf(answer, mayExist)) {
            case 'look': {
                mayExist = true;
                mustLook = true;
                log.looking();
                const sighting = await look(false, limits);
                if (sighting.kind === 'seen')
                    return seen(sighting.image);
                if (isEnd(sighting))
                    return sighting;
                mustLook = sighting.kind === 'failed';
                return answer;
            }
            case 'look-once': {
                const sighting = await look(true, limits);
                if (sighting.kind === 'seen')
                    return seen(sighting.image);
                if (isEnd(sighting))
                    return sighting;
                const why = sighting.kind === 'not-there' ? 'not-listed' : 'no-list';
                return refusedByApi({ type: 'image-uncertain', why });
            }
            case 'exists': {
                const imageId = sameImageIn(request, before?.images ?? [])?.id;
                return refusedByApi({ type: 'image-exists', imageId });
            }
            case 'interrupted':
                // It may have been sent before the interruption.
                mayExist = true;
                return answer;
            case 'created':
            case 'again':
            case 'refused':
                return answer;
        }
    }
    const retried = await retry(inTime(tryOnce, patience, clock), (answer) => attemptOf(answer), budgetsOf(patience), { clock, random, signal, contact: patience.contact, onAttempt: log.attempt });
    return { retried, mayExist };
}
function isEnd(sighting) {
    return sighting.kind === 'refused' || sighting.kind === 'interrupted';
}

;// CONCATENATED MODULE: ./build/js/steps/upload/storage.js
/** What the storage's answer means. Pure. */

/**
 * @param host that of the storage.
 * @param wasDenied whether the try before was denied, too: then it is not that its address expired.
 * @returns the digests of what the storage has.
 */
function readStorageAnswer(answer, host, wasDenied) {
    switch (answer.kind) {
        case 'reply':
            return readReply(answer, host, wasDenied);
        case 'no-reply': {
            const { problem } = answer;
            if (problem.type === 'interrupted')
                return { kind: 'interrupted' };
            if (problem.type === 'proxy-auth')
                return storage_refused(problem);
            if (problem.type === 'certificate')
                return storage_refused({ type: 'storage-certificate', host, code: problem.code });
            return storage_failed(host, problem);
        }
        case 'file-changed':
            return storage_refused({ type: 'file-changed' });
        case 'file-unreadable':
            return storage_refused({ type: 'file-unreadable', message: answer.message });
    }
}
/** Whether the storage denied the request, as it does once the address has expired. */
function isDenied(answer) {
    return answer.kind === 'reply' && (answer.status === 400 || answer.status === 403);
}
function readReply(reply, host, wasDenied) {
    const { status, digests, storedMd5, retryAfterMs } = reply;
    if (status >= 200 && status < 300) {
        if (digests === undefined)
            return storage_failed(host, { type: 'early-answer', status }, retryAfterMs);
        return storedMd5 === undefined || storedMd5 === digests.md5
            ? { kind: 'found', value: digests }
            : storage_failed(host, { type: 'md5-differs' });
    }
    const code = codeIn(reply.text);
    if (isBusy(status) || (isDenied(reply) && !wasDenied))
        return storage_failed(host, { type: 'storage-status', status, code }, retryAfterMs);
    if (status === 407)
        return storage_refused({ type: 'proxy-auth' });
    return storage_refused({ type: 'storage-refused', host, status, code });
}
/** The code in an error of Google's storage, or of one that is compatible with S3. */
function codeIn(xml) {
    return /<Code>([A-Za-z0-9]{1,60})<\/Code>/.exec(xml)?.[1];
}
/** Only after the API has given the address: so the API has been reached. */
function storage_failed(host, problem, retryAfterMs) {
    const cause = { type: 'storage', host, problem };
    return { kind: 'failed', endpoint: 'storage', cause, reached: 'api', retryAfterMs };
}
function storage_refused(cause) {
    return { kind: 'refused', endpoint: 'storage', cause };
}

;// CONCATENATED MODULE: ./build/js/steps/upload/upload-url.js
/** Where a file may be sent. */

/**
 * @param address as the API gave it; a relative one belongs to `api-url`.
 * @returns undefined if a file must not be sent there: not https, or with a user name, which would
 * become a credential of its own.
 */
function storageUrl(address, apiUrl) {
    if (!URL.canParse(address, `${apiUrl}/`))
        return undefined;
    const url = new URL(address, `${apiUrl}/`);
    const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
    return isSafe && url.username === '' && url.password === '' ? url : undefined;
}
/** A shorter value of a query is no secret, and masking it would garble the log. */
const upload_url_SHORTEST_SECRET = 32;
/** What of a signed address must never be shown: its query, and each long value in it. */
function secretsOf({ search, searchParams }) {
    const values = [...searchParams.values()].filter(({ length }) => length >= upload_url_SHORTEST_SECRET);
    return [search.slice(1), ...values, ...values.map(encodeURIComponent)].filter((secret, index, all) => secret !== '' && all.indexOf(secret) === index);
}

;// CONCATENATED MODULE: ./build/js/steps/upload/send.js







function sendToStorage({ path, stamp }, patience, { images, apiUrl, putFile, clock, random, signal, mask, log }) {
    let wasDenied = false;
    /** How long the storage took bytes in the current try, in milliseconds. */
    let takenMs = 0;
    async function put({ tempFileId, url: address }) {
        const url = storageUrl(address, apiUrl);
        if (url === undefined)
            return refusedByApi({ type: 'upload-address' });
        for (const secret of secretsOf(url))
            mask(secret);
        const beganMs = clock.monotonicMs();
        const progress = log.sending();
        const answer = await putFile({
            url,
            path,
            stamp,
            limitMs: leftMs(patience, clock),
            signal,
            onTaken(bytes) {
                takenMs = clock.monotonicMs() - beganMs;
                progress(bytes);
            },
        });
        const meaning = readStorageAnswer(answer, url.host, wasDenied);
        wasDenied = isDenied(answer);
        return meaning.kind === 'found'
            ? { kind: 'found', value: { tempFileId, digests: meaning.value } }
            : meaning;
    }
    async function tryOnce(limits) {
        takenMs = 0;
        const address = await images.ask(uploadAddress, limits);
        return address.kind === 'found' ? put(address.value) : address;
    }
    return retry(inTime(tryOnce, patience, clock), (answer) => attemptOf(answer, takenMs), budgetsOf(patience), { clock, random, signal, contact: patience.contact, onAttempt: log.attempt });
}

;// CONCATENATED MODULE: ./build/js/steps/upload/upload-file.js


/** @param onSent called with the SHA-256 of the file once the storage has it. */
async function uploadFile(item, patience, tools, onSent) {
    const sent = await sendToStorage(item, patience, tools);
    if (sent.kind !== 'done')
        return upload_file_endOf(sent, false);
    const { tempFileId, digests } = sent.value;
    onSent(digests.sha256);
    const before = await listBefore(patience, tools);
    if (before.kind !== 'done')
        return upload_file_endOf(before, false);
    const { name, version, filename } = item;
    const request = { tempFileId, name, version, filename };
    const { retried, mayExist } = await finishUpload(request, before.value, patience, tools);
    return retried.kind === 'done'
        ? { status: 'uploaded', image: retried.value }
        : upload_file_endOf(retried, mayExist);
}
/** What follows if a file could not be uploaded. */
function upload_file_endOf(retried, mayExist) {
    switch (retried.kind) {
        case 'refused':
            return { status: 'error', refused: retried, mayExist };
        case 'interrupted':
            return { status: 'interrupted', mayExist };
        case 'time-up':
            return { status: 'timed-out', failure: undefined, mayExist };
        case 'gave-up': {
            const { failure } = retried.outage;
            return retried.ended === 'time'
                ? {
                    status: 'timed-out',
                    failure: failure.cause.type === 'no-time' ? undefined : failure,
                    mayExist,
                }
                : { status: 'unavailable', gaveUp: retried, mayExist };
        }
    }
}

;// CONCATENATED MODULE: ./build/js/steps/upload/step.js





/** Connects to the platform; makes no request yet. */
function beginUpload(settings, runtime) {
    const { clock, images } = connect_connect(settings, runtime);
    return {
        settings,
        clock,
        images,
        records: settings.items.map((item) => ({ item, sha256: undefined, ms: 0, ended: undefined })),
    };
}
/** Uploads the files, one after the other. @returns the first that fails, which ends the step. */
async function uploadFiles(step, signal, { workflow, random, putFile }) {
    const { images, records, settings, clock } = step;
    const { apiUrl, timeoutMs, maxOutageMs } = settings;
    const beganMs = clock.monotonicMs();
    const contact = createFirstContact(beganMs);
    const patience = { deadlineMs: beganMs + timeoutMs, maxOutageMs, contact };
    const noteExpiry = expiryNote(settings.credential, clock, patience.deadlineMs, { workflow });
    for (const [index, { item }] of records.entries()) {
        const fileBeganMs = clock.monotonicMs();
        const note = (news) => {
            const known = records[index];
            records[index] = { ...known, ...news, ms: clock.monotonicMs() - fileBeganMs };
        };
        const fileLog = createFileLog(item, clock, workflow.info);
        const log = {
            ...fileLog,
            sending() {
                noteExpiry();
                return fileLog.sending();
            },
        };
        const { mask } = workflow;
        const tools = { images, apiUrl, putFile, clock, random, signal, mask, log };
        const ended = await uploadFile(item, patience, tools, (sha256) => note({ sha256 }));
        note({ ended });
        if (ended.status !== 'uploaded')
            return { item, ended };
        log.uploaded(ended.image, clock.monotonicMs() - fileBeganMs);
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/js/steps/upload/main.js







function createUploadAction(runtime) {
    const { workflow, workspace } = runtime;
    /** What is known so far, for the report of a crash. */
    let running;
    async function run(signal) {
        const found = await findFiles(workflow.input('file'), workspace);
        const inputs = await readStepInputs(runtime, (get, idTokens) => readUploadInputs(get, idTokens, found));
        if (!inputs.ok)
            return publishUpload(reportOfProblems(inputs.problems), workflow);
        running = beginUpload(inputs.settings, runtime);
        logBeginning(inputs.settings, runtime);
        const failed = await uploadFiles(running, signal, runtime);
        return publishUpload(reportOfUpload(running, failed), workflow);
    }
    async function crashed(cause) {
        await publishUpload(reportOfCrash(cause, running), workflow);
        if (cause instanceof Error)
            workflow.debug(`${cause.stack}`);
    }
    return { run, crashed };
}

;// CONCATENATED MODULE: ./build/js/handover/hand-over.js
/**
 * Time is up, no image is red, and each has completed or has a scan that was seen. A scan that
 * completed without its findings being readable in time is as good as pending.
 * @param isGreen whether an image lets the step pass as it is.
 */
function canHandOver(records, isGreen) {
    return records.some(hand_over_isPending) && records.every((record) => hand_over_isPending(record) || isGreen(record));
}
function hand_over_isPending({ ended }) {
    return (ended?.status === 'timed-out' || (ended?.status === 'unavailable' && ended.findings === 'time'));
}
/** @param context the commit status that is pending now. */
function handOver(records, context) {
    return records.map((record) => (hand_over_isPending(record) ? { ...record, deferredTo: context } : record));
}

;// CONCATENATED MODULE: ./build/js/steps/wait/baselines.js
/** What the images of a step are compared with, and what the log says of it. */






/** Makes no request yet. */
async function beginBaselines(step, { github, clock, random, workflow }) {
    const { images, settings } = step;
    const { baseline } = settings;
    if (baseline === undefined)
        return { ok: true, baselines: undefined };
    const told = reporting(step, { workflow });
    if (baseline.kind === 'image')
        return { ok: true, baselines: told(givenBaseline(images, baseline.imageId)) };
    let run;
    try {
        run = await github.readRun();
    }
    catch (error) {
        return { ok: false, reason: reasonWithoutBase(describeThrown(error)) };
    }
    const connection = await github.connect(baseline.githubToken, run.apiUrl);
    const api = createGitHubApi(connection, { clock, random });
    const found = baseBranchBaselines(images, (limits) => askForBase(api, run, limits), clock);
    return { ok: true, baselines: told(found) };
}
/** Logs each baseline once, the first trouble, and warns once of an image that has none. */
function reporting(step, { workflow }) {
    const { settings, log, clock } = step;
    const isSingle = settings.imageIds.length === 1;
    let [hasWarned, hasFailed] = [false, false];
    function report(imageId, answer) {
        if (answer.kind === 'failed' && !hasFailed) {
            hasFailed = true;
            log.info(troubleLine(answer));
        }
        if (answer.kind !== 'found')
            return;
        const baseline = answer.value;
        if (baseline.kind === 'image') {
            log.info(comparedSentence(baseline, clock.wallMs(), isSingle ? undefined : imageId));
            return;
        }
        const sentence = sentenceOf(reasonWithoutBaseline(imageId, baseline.why));
        if (hasWarned)
            log.info(sentence);
        else
            workflow.warning(sentence);
        hasWarned = true;
    }
    // Nobody asks again for what was found.
    return ({ find, known }) => ({
        known,
        async find(imageId, limits) {
            const answer = await find(imageId, limits);
            report(imageId, answer);
            return answer;
        },
    });
}
/**
 * Asks about an image's baseline before its first scan is asked for: an unusable one ends the wait
 * at once, not hours later, when it is needed. Trouble does not: by then it may be over.
 */
function baselineFirst({ find }, poll) {
    return (imageId, followedId) => {
        const ask = poll(imageId, followedId);
        let isAnswered = false;
        return async (limits) => {
            if (!isAnswered) {
                const baseline = await find(imageId, limits);
                if (baseline.kind === 'refused' || baseline.kind === 'interrupted')
                    return baseline;
                // One that is still being scanned may be ready by the time it is needed.
                const isUnfinished = baseline.kind === 'failed' && baseline.cause.type === 'baseline-unfinished';
                isAnswered = baseline.kind === 'found' || isUnfinished;
            }
            return ask(limits);
        };
    };
}
/**
 * Warns of images that are handed over before their baseline was found: whoever finishes the wait
 * does not look for it, so every finding counts as new.
 */
function warnOfMissingBaselines(records, { settings }, { workflow }) {
    if (settings.baseline?.kind !== 'base-branch')
        return;
    const missing = records.filter(({ baseline }) => baseline === undefined);
    const [first] = missing;
    if (first !== undefined)
        workflow.warning(missingBaselinesWarning(first.imageId, missing.length - 1));
}

;// CONCATENATED MODULE: ./build/js/handover/step-status.js




/** @param wait as it is before it is handed over, with the whole of `settle-within` left. */
function createStepStatus(wait, { run, context, ...options }, texts) {
    const { owner, repo, commit, pageUrl } = run;
    const { clock } = options;
    const target = { owner, repo, sha: commit.sha, context };
    const beganMs = clock.monotonicMs();
    /** The first status, and the last one: whoever looks must see the last one. */
    let [first, last] = [];
    const statusOf = (state, description, of = wait) => ({
        state,
        description,
        page: pageUrl,
        wait: of,
    });
    async function write(writing) {
        const written = await writeStatus(writing, target, first?.creator, options);
        last = written.added ?? last;
        first ??= last;
        const end = step_status_endOf(written);
        if (end.type === 'problem' && end.problem.type === 'shared')
            await writeStatus(reportSharing(statusOf('error', texts.shared)), target, first?.creator, options);
        return end;
    }
    const isLast = ({ id }) => id === last?.id;
    return {
        async begin() {
            const end = await write(beginWait(statusOf('pending', texts.waiting)));
            return end.type === 'problem' ? end.problem : undefined;
        },
        conclude(state, description) {
            return write(continueWait(statusOf(state, description), isLast));
        },
        async handOver(handed) {
            const leftMs = Math.max(0, wait.leftMs - (clock.monotonicMs() - beganMs));
            const carried = { ...wait, ...handed, isHandedOver: true, leftMs };
            const beginMs = first?.createdMs;
            const endMs = beginMs === undefined ? clock.wallMs() + leftMs : beginMs + wait.leftMs;
            const status = statusOf('pending', texts.handedOver(carried, endMs), carried);
            const { targetUrl } = givenAs(status);
            // What cannot be read back would be pending forever.
            if (readTargetUrl(targetUrl, commit.sha) === undefined)
                return step_status_problem({ type: 'too-long', length: targetUrl.length });
            const end = await write(continueWait(status, isLast));
            const isSuperseded = end.type === 'left-alone' && end.why.type === 'superseded';
            return isSuperseded ? step_status_problem({ type: 'not-handed-over' }) : end;
        },
    };
}
function step_status_problem(of) {
    return { type: 'problem', problem: of };
}
function step_status_endOf(written) {
    if (!written.ok)
        return step_status_problem({ type: 'unwritten', problem: written.problem });
    const { outcome } = written;
    switch (outcome.type) {
        case 'written':
            return outcome;
        case 'superseded':
        case 'overridden':
        case 'finished':
            return { type: 'left-alone', why: outcome };
        case 'shared':
        case 'unlisted':
        case 'contended':
            return step_status_problem(outcome);
    }
}

;// CONCATENATED MODULE: ./build/js/steps/wait/commit-status.js







/** Writes the first pending status, which voids an older success on the commit. */
async function beginStatus(settings, signal, runtime) {
    const { deferral } = settings;
    if (deferral === undefined)
        return { kind: 'none' };
    const { context, githubToken } = deferral;
    const { github, clock, workflow } = runtime;
    const opened = await openGitHub(githubToken, runtime);
    if (!opened.ok)
        return { kind: 'failed', reason: reasonWithoutRun(opened.cause) };
    const { run, api } = opened;
    workflow.info(commitLine(run, context));
    const wait = waitOf(settings, deferral, run, github.newNonce());
    const status = createStepStatus(wait, { run, context, api, clock, signal }, TEXTS);
    const problem = await status.begin();
    return problem === undefined
        ? { kind: 'begun', status }
        : { kind: 'failed', reason: reasonOfStatusProblem(problem, context, undefined) };
}
const TEXTS = {
    waiting: WAITING,
    shared: SHARED_DESCRIPTION,
    handedOver: handedOverDescription,
};
function waitOf({ imageIds, scanId, claimedProductId, policy, baseline }, { settleWithinMs }, { runId, attempt, commit }, nonce) {
    return {
        runId,
        attempt,
        productId: claimedProductId,
        images: imageIds.map((imageId) => ({
            imageId,
            scanId,
            baselineImageId: baselineIdOf(baseline),
        })),
        isHandedOver: false,
        policy,
        leftMs: settleWithinMs,
        nonce,
        commit: deferred_wait_commitOf(commit.sha),
    };
}
async function handOverStatus(status, { context, baseline: given }, records, productId, workflow) {
    const images = records.map(({ imageId, scan, baseline }) => {
        // One that was given is compared with even if it was not ready in time.
        const baselineImageId = baselineIdOf(given) ?? baselineIdOf(baseline);
        return { imageId, scanId: scan?.id, baselineImageId };
    });
    const end = await status.handOver({ productId, images });
    const verdicts = records.map(verdictOf).filter((verdict) => verdict !== undefined);
    const statuses = verdicts.map((verdict) => verdict.status);
    const problem = problemIn(end, context, overallStatus(statuses), workflow);
    return { isDone: end.type === 'written', problem };
}
/** Writes the verdict. @returns why it could not be written; undefined if it was. */
async function concludeStatus(status, context, { green, status: verdict, reason, images }, workflow) {
    const counts = images.length > 1 ? countsOf(images.map((image) => image.status)) : '';
    const description = verdictDescription(verdict, reason, counts);
    const end = await status.conclude(commitStateOf(green, verdict), description);
    return problemIn(end, context, verdict, workflow);
}
/** Logs it if someone else's status counts: that does not change the result of this step. */
function problemIn(end, context, verdict, workflow) {
    if (end.type === 'problem')
        return reasonOfStatusProblem(end.problem, context, verdict);
    if (end.type === 'left-alone')
        workflow.info(leftAloneLine(end.why, context));
    return undefined;
}

;// CONCATENATED MODULE: ./build/js/polling/heartbeat.js
/** How long the log may be silent before a heartbeat, in milliseconds. */
const HEARTBEAT_MS = 300_000;
/**
 * Calls `beat` whenever the log has been silent for too long. All instants are monotonic, in
 * milliseconds.
 * @param lastLineMs when the last line was logged; `beat` must move it.
 */
async function heartbeat({ clock, signal }, lastLineMs, beat) {
    while (!signal.aborted) {
        // If a bug leaves a wait pending, the process must end and report it, so this keeps nothing alive.
        await clock.sleep(lastLineMs() + HEARTBEAT_MS - clock.monotonicMs(), signal, false);
        if (!signal.aborted && clock.monotonicMs() >= lastLineMs() + HEARTBEAT_MS)
            beat();
    }
}

;// CONCATENATED MODULE: external "node:path/posix"
const posix_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path/posix");
;// CONCATENATED MODULE: ./build/js/binarly/reports.js

/** In bytes. */
const MAX_REPORT_BYTES = 1024 * 1024 * 1024;
/** Downloads a report of an image. */
function imageReport(imageId, report, save) {
    const { segment, ...request } = REPORT_REQUESTS[report];
    return (productId) => ({
        path: [...imagePath(productId, imageId), segment],
        ...request,
        maxBytes: MAX_REPORT_BYTES,
        save,
        read: (value) => ({ kind: 'found', value }),
    });
}
/** The docs require `contentType` of an SBOM; the OpenAPI does not. */
const AS_JSON = '?contentType=json';
const REPORT_REQUESTS = {
    'sbom-cyclonedx': { segment: 'sbomReport', customMethod: 'cycloneDX', query: AS_JSON },
    'sbom-spdx': { segment: 'sbomReport', customMethod: 'SPDX', query: AS_JSON },
    'cbom-cyclonedx': { segment: 'cbomReport', customMethod: 'cycloneDX' },
    'vex-openvex': { segment: 'vexReport', customMethod: 'openVEX' },
    'vex-cyclonedx': { segment: 'vexReport', customMethod: 'cycloneDX' },
    'findings-json': { segment: 'findingsReport', customMethod: 'json', body: {} },
    'findings-pdf': {
        segment: 'findingsReport',
        customMethod: 'pdf',
        query: '?mode=full',
        // An error is JSON.
        accept: 'application/pdf, application/json',
    },
};

;// CONCATENATED MODULE: ./build/js/model/reports.js
/** The reports that the platform makes of an image, by the names that workflows use for them. */
const REPORTS = [
    'sbom-cyclonedx',
    'sbom-spdx',
    'cbom-cyclonedx',
    'vex-openvex',
    'vex-cyclonedx',
    'findings-json',
    'findings-pdf',
];
/** What a report consists of, which is also the ending of its file's name. */
function formatOf(report) {
    return report === 'findings-pdf' ? 'pdf' : 'json';
}

;// CONCATENATED MODULE: ./build/js/steps/wait/evidence/fetch-reports.js
/** Fetches the reports of an image whose scan has completed, before its wait ends. */









/** The folder of all reports, in the folder of the step. */
const REPORTS_FOLDER = 'reports';
/** For all images together. */
const REPORTS_AT_ONCE = 4;
/** How long to try at least, in milliseconds, even if the time of the step is up. */
const SHORTEST_FETCHING_MS = 60_000;
/** How long a download that is under way at the end may still take, in milliseconds. */
const LAST_MS = 5_000;
const DONE = { kind: 'done', value: true };
/**
 * @param followed an image at the end of its wait; unless its scan completed, nothing changes. A
 * report that cannot be had takes the place of `completed`, and of `findings` that are let pass; it
 * leaves `findings` that fail the step as they are.
 */
async function fetchReports(followed, { images, download, folder, queue, deadlineMs }, settings, { clock, random, signal, onUpdate }) {
    const { reports, maxOutageMs, pollInterval: interval } = settings;
    const { status } = followed.ended;
    if (reports.length === 0 || (status !== 'completed' && status !== 'findings'))
        return followed;
    const { imageId } = followed.record;
    const beganMs = clock.monotonicMs();
    const endMs = Math.max(deadlineMs, beganMs + SHORTEST_FETCHING_MS);
    let record = followed.record;
    let fetched = 0;
    function update(...changes) {
        const waitedMs = followed.record.waitedMs + clock.monotonicMs() - beganMs;
        const timeline = appendTo(record.timeline, changes, waitedMs);
        record = { ...record, reports: { fetched, of: reports.length }, waitedMs, timeline };
        onUpdate({ record, answer: undefined, changes });
    }
    async function fetchReport(report, place) {
        const format = formatOf(report);
        const path = (0,posix_namespaceObject.join)(place, `${report}.${format}`);
        const retried = await retry(async (limits) => {
            const limitMs = () => Math.max(endMs, limits.beganMs) + LAST_MS - clock.monotonicMs();
            const save = (request) => download({ ...request, path, format, limitMs });
            // The token is taken when a request leaves the queue: it may not last until then.
            const ask = () => images.ask(imageReport(imageId, report, save), limits);
            return answerAbout(report, await queue(ask));
        }, (answer) => attemptAfterScan(answer, 'report-not-found', () => DONE), { deadlineMs: endMs, maxOutageMs, interval }, {
            clock,
            random,
            signal,
            onAttempt(outage) {
                if (outage?.times === OUTAGE_POLLS)
                    update({ kind: 'unfetched', report, failure: outage.failure });
            },
        });
        // No attempt says `again`, so time is never up after a usable answer.
        if (retried.kind !== 'done')
            return retried;
        fetched += 1;
        update();
        return undefined;
    }
    update();
    const place = folderOf(imageId, folder);
    const missing = typeof place !== 'string'
        ? reports.map((report) => ({ report, why: place }))
        : await Promise.all(reports.map(async (report) => {
            const why = await fetchReport(report, place);
            return why === undefined ? [] : [{ report, why }];
        })).then((all) => all.flat());
    const ended = endedGreen(followed.ended) ? worstOf(missing) : undefined;
    update({ kind: 'fetched', count: fetched, of: reports.length }, ...(ended === undefined ? missing.map(({ report, why }) => missingChange(report, why)) : []));
    return { ...followed, record, ended: ended ?? followed.ended };
}
/** A folder's name must not lead out of its parent. @returns why there is none, if so. */
function folderOf(imageId, folder) {
    try {
        return folder(`${REPORTS_FOLDER}/${encodeURIComponent(imageId).replaceAll('*', '%2A')}`);
    }
    catch (error) {
        return refusedByApi({ type: 'unwritable', message: describeThrown(error) });
    }
}
/** A refusal is worse than an interruption, and that than silence. */
function worstOf(missing) {
    const ends = missing.map(({ report, why }) => fetch_reports_endedBy(why, report));
    const of = (status) => ends.find((it) => it.status === status);
    return of('error') ?? of('interrupted') ?? of('unavailable');
}
function fetch_reports_endedBy(why, report) {
    switch (why.kind) {
        case 'refused':
            return { status: 'error', refused: why };
        case 'interrupted':
            return { status: 'interrupted' };
        case 'gave-up': {
            const { outage, forMs } = why;
            return { status: 'unavailable', failure: outage.failure, forMs, reachedApi: true, report };
        }
    }
}
function missingChange(report, why) {
    return {
        kind: 'report-missing',
        report,
        why: why.kind === 'gave-up' ? why.outage.failure : why,
    };
}

;// CONCATENATED MODULE: ./build/js/steps/wait/judge-image.js





/** @param followed an image at the end of its wait; unless its scan completed, nothing changes. */
async function judgeImage(followed, { policy: rules, images, baselines, deadlineMs }, { maxOutageMs, pollInterval: interval }, { clock, random, signal, onUpdate }) {
    if (followed.ended.status !== 'completed')
        return followed;
    const seenMs = clock.monotonicMs();
    const { completedMs } = followed;
    let { record } = followed;
    function update(more, ...changes) {
        const waitedMs = followed.record.waitedMs + clock.monotonicMs() - seenMs;
        record = {
            ...record,
            ...more,
            waitedMs,
            timeline: appendTo(record.timeline, changes, waitedMs),
        };
        onUpdate({ record, answer: undefined, changes });
    }
    const endMs = Math.max(deadlineMs, seenMs + SHORTEST_READING_MS);
    const budgets = { completedMs, endMs, maxOutageMs, interval };
    const toolsFor = (what) => ({
        clock,
        random,
        signal,
        onRead: (read, total) => update({ reading: { read, total } }),
        onAttempt(outage) {
            const isNews = outage?.times === OUTAGE_POLLS;
            const { failure } = outage ?? {};
            update({ outage }, ...(isNews && failure ? [{ kind: 'unread', what, failure }] : []));
        },
    });
    const awaited = await awaitBaseline(baselines, record.imageId, budgets, toolsFor('baseline'));
    if (awaited.kind === 'ended')
        return { ...followed, record, ended: awaited.ended };
    const policy = { ...rules, baselineImageId: baselineIdOf(awaited.baseline) };
    const { ended, judgement, pairs } = await judgeFindings([policy], images, record.imageId, budgets, toolsFor('findings'));
    const judged = judgement && { kind: 'judged', judgement, policy, pairs };
    update({ reading: undefined, judgement }, ...(judged === undefined ? [] : [judged]));
    return { ...followed, record, ended };
}

;// CONCATENATED MODULE: ./build/js/steps/wait/reasons.js
/**
 * The one sentence for each end of a wait: what happened and what to do. The annotation, the
 * summary and `reason` all show it.
 */








function reasonOf(verdict, record, settings) {
    const { outage } = record;
    const scan = scanName(record, settings);
    switch (verdict.status) {
        case 'failed':
            return because(`${scan} failed on the platform`, 'find out why in the Binarly dashboard, then start a new scan');
        case 'cancelled':
            return because(`${scan} was cancelled on the platform`, 'start a new scan, unless this was intended');
        case 'timed-out':
            return because(`${scan} ${stateAtDeadline(record, settings)} ${atDeadline(settings)}${lastPoll(outage)}`, adviceAtDeadline(record, settings));
        case 'deferred':
            return because(verdict.isUnread
                ? `the findings of ${scan} could not be read in time`
                : `${scan} ${stateAtDeadline(record, settings)} ${atDeadline(settings)}${lastPoll(outage)}`, `the commit status ${printable(verdict.context)} stays pending until the settle action ` +
                'finishes it');
        case 'no-scan':
            return reasonWithoutScan(record, settings);
        case 'unavailable':
            return reasonOfOutage(verdict, scan);
        case 'findings':
            return {
                happened: describeBlocking(verdict.judgement, verdict.policy),
                advice: `fix or triage ${verdict.judgement.blocking.length === 1 ? 'it' : 'them'} in the Binarly ` +
                    'dashboard, or change the policy',
            };
        case 'interrupted':
            if (classifyState(record.lastKnownState) === 'completed')
                return because(`the step was interrupted before the ${whatWasLeft(record, scan)}`, 'run the job again');
            return record.scan === undefined
                ? because('the step was interrupted before a scan was seen', 'run the job again')
                : because(`the step was interrupted, and ${scan} continues on the platform`, settings.imageIds.length > 1
                    ? 'run the job again to wait for it'
                    : 'to wait for it later, set `scan` to its ID');
        case 'error':
            return reasonOfRefusal(verdict.refused);
    }
}
/** What is left to do after the scan has completed. */
function whatWasLeft({ reports }, scan) {
    return reports === undefined
        ? `findings of ${scan} were judged`
        : `reports of ${scan} were fetched`;
}
/** The scan's name in a sentence. */
function scanName({ scan }, { scanId }) {
    const id = scan?.id ?? scanId;
    return id === undefined ? 'the scan' : `scan ${printable(id)}`;
}
function stateAtDeadline({ lastKnownState: state }, { timeoutMs }) {
    if (state === undefined)
        return 'had no known state';
    switch (classifyState(state)) {
        case 'undocumented':
            return `was in the undocumented state "${printable(state)}"`;
        case 'pending':
            return `was ${timeoutMs === 0 ? '' : 'still '}${printable(state)}`;
        default:
            return 'had no known state';
    }
}
function atDeadline({ timeoutMs }) {
    return timeoutMs === 0
        ? 'at the only poll (`timeout` is 0s)'
        : `after ${formatExact(timeoutMs)} (\`timeout\`)`;
}
function adviceAtDeadline({ lastKnownState }, { onTimeout }) {
    if (classifyState(lastKnownState) === 'undocumented')
        return 'look at the scan in the Binarly dashboard, and check for a newer version of this action';
    const raise = 'raise `timeout` and the `timeout-minutes` of the job';
    return onTimeout === 'defer' ? raise : `${raise}, or use \`on-timeout: defer\``;
}
function reasonWithoutScan(record, settings) {
    const { absent, outage, imageId } = record;
    const { scanId, createdAfter } = settings;
    const image = `image ${printable(imageId)}`;
    const said = absent === undefined ? '' : ` (${describeAbsence(absent.cause)})`;
    const what = scanId === undefined
        ? `no scan of ${image} was found`
        : `scan ${printable(scanId)} of ${image} was not found`;
    const happened = `${what}${said}${lastPoll(outage)}`;
    if (scanId !== undefined)
        return because(happened, 'check that `scan`, `image` and `product` belong together');
    const platformMs = absent?.dateMs;
    if (createdAfter !== undefined && platformMs !== undefined && createdAfter.ms > platformMs)
        return because(happened, `\`created-after\` is in the future by the clock of the platform (${formatUtc(platformMs)}), ` +
            'so check the clock of the machine that it comes from');
    if (createdAfter !== undefined)
        return because(happened, 'check that a scan was started after `created-after`, ' +
            'and that `product` and `image` are right');
    return because(happened, 'check that the upload succeeded and started a scan, and that `product` and `image` are right');
}
const WHEN_BACK = 'run the job again when the API is back, or raise `max-outage` or `timeout`';
function reasonOfOutage({ failure, forMs, reachedApi, findings, baseline, report, }, scan) {
    const lasted = forMs < 1000 ? '' : ` for ${formatDuration(forMs)}`;
    const last = ` (last: ${describeCause(failure.cause, failure.endpoint)})`;
    if (failure.endpoint === 'token')
        return because(`the token endpoint at \`token-url\` returned no token${lasted}${last}`, 'check `token-url`, and that the runner can connect to it, or run the job again later');
    if (failure.endpoint === 'id-token')
        return because(`GitHub issued no ID token${lasted}${last}`, 'check that the runner can connect to GitHub, or run the job again later');
    if (baseline)
        return because(`could not find what to compare the image with${lasted}${last}`, failure.cause.type === 'github' ? adviceOnGitHub(failure.cause.problem) : WHEN_BACK);
    if (!reachedApi)
        return because(`the API has not answered${lasted}${last}`, 'check `api-url`, and that the runner can connect to it');
    if (report !== undefined)
        return because(`the report ${report} of ${scan} could not be fetched${lasted}${last}`, WHEN_BACK);
    if (findings !== undefined)
        return because(`the findings of ${scan} could not be read${lasted}${last}`, adviceOnUnread(failure.cause));
    return because(`no usable answer about ${scan}${lasted}${last}`, WHEN_BACK);
}
function lastPoll(outage) {
    return outage === undefined
        ? ''
        : `, and the last poll failed (${describeFailure(outage.failure)})`;
}

;// CONCATENATED MODULE: ./build/js/steps/wait/report.js
/** The report of a step, as data: the outputs, the summary and the annotation are made from it. */








/**
 * @param records at least one, in the order given.
 * @param problem what failed other than an image; it makes the step an error.
 */
function reportOf(records, { settings, product, nowWallMs }, problem) {
    const images = records.map((record) => report_imageReport(record, settings));
    const status = overallStatus(images.map((image) => image.status));
    const reason = reasonOver(images, status);
    const report = {
        status,
        headline: report_headlineOf(images, status),
        green: images.length > 0 && images.every(({ green }) => green),
        reason,
        reasonLines: reason === '' ? [] : [reason],
        images,
        product,
        settings,
        madeWallMs: nowWallMs,
    };
    return problem === undefined ? report : report_withError(report, problem);
}
/**
 * A record without a verdict belongs to a step that crashed, so it counts as the worst.
 */
function report_imageReport(record, settings) {
    const verdict = verdictOf(record);
    const status = verdict?.status ?? 'error';
    const green = isGreenImage(record, settings);
    const needsNone = verdict === undefined || verdict.status === 'completed';
    const reason = needsNone ? undefined : reasonOf(verdict, record, settings);
    return { record, status, green, reason };
}
function report_headlineOf(images, status) {
    const [first, ...others] = images;
    if (others.length > 0)
        return `Binarly scans: ${countsOf(images.map((image) => image.status))}`;
    const verdict = first && verdictOf(first.record);
    return verdict?.status === 'unavailable' ? whatIsMissing(verdict) : STATUS_TABLE[status].headline;
}
/** "Did not answer" is said only if nothing did. */
function whatIsMissing({ failure: { endpoint, cause }, findings, baseline, }) {
    if (endpoint === 'token' || endpoint === 'id-token')
        return 'Could not get a token';
    if (baseline)
        return 'Could not find the baseline';
    if (findings !== undefined)
        return 'Could not read the findings';
    return cause.type === 'network' || cause.type === 'too-slow'
        ? 'Binarly did not answer'
        : STATUS_TABLE.unavailable.headline;
}
/** Whether an image lets the step pass. A timeout passes only if the scan was known to be pending. */
function isGreenImage(record, { onTimeout }) {
    const verdict = verdictOf(record);
    const wasPending = classifyState(record.lastKnownState) === 'pending';
    return (verdict !== undefined &&
        isGreen(verdict.status, {
            timeout: onTimeout === 'warn' && wasPending,
            findings: letsFindingsPass(verdict),
        }));
}
/** The sentences of a green report that deserve a warning: at most one of each kind. */
function report_warningsOf({ images, green }) {
    if (!green)
        return [];
    const statuses = ['findings', 'timed-out'].filter((status) => images.some((image) => image.status === status));
    return [...statuses.map((status) => reasonOver(images, status)), ...contradictionsOf(images)];
}
/** At most one sentence: what `on-incomplete` let pass, for the first image with such. */
function contradictionsOf(images) {
    const advice = 'judged as listed, because `on-incomplete` is warn';
    const sentences = images.flatMap(({ record: { imageId, judgement } }) => {
        if (judgement?.contradiction === undefined)
            return [];
        const happened = `image ${printable(imageId)}: ${describeContradiction(judgement.contradiction)}`;
        return [sentenceOf({ happened, advice, mark: ';' })];
    });
    return sentences.slice(0, 1);
}
/** The report of a step whose inputs are invalid. */
function report_reportOfProblems(problems, nowWallMs) {
    const { reason, reasonLines } = describeProblems(problems);
    return { ...errorReport(reason, reasonLines, nowWallMs), headline: 'Invalid inputs' };
}
/**
 * The report of a step that crashed because of a bug.
 * @param known the records and facts so far; undefined before the inputs were read.
 */
function report_reportOfCrash(cause, known, nowWallMs) {
    const crash = reasonOfCrash(cause);
    if (known !== undefined)
        return reportOf(known.records, known.facts, crash);
    return errorReport(sentenceOf(crash), [sentenceOf(crash)], nowWallMs);
}
/**
 * The report of a step that failed for a reason other than an image: that becomes the reason of all
 * images without a verdict.
 */
function report_withError(report, reason) {
    const { images, product, settings, madeWallMs } = report;
    return {
        ...errorReport(sentenceOf(reason), [sentenceOf(reason)], madeWallMs),
        images: images.map((image) => image.record.ended === undefined ? { ...image, reason } : image),
        product,
        settings,
    };
}
function errorReport(reason, reasonLines, madeWallMs) {
    const unknown = { images: [], product: undefined, settings: undefined };
    const { headline } = STATUS_TABLE.error;
    return { status: 'error', headline, green: false, reason, reasonLines, ...unknown, madeWallMs };
}
/**
 * For one image its sentence; for several the counts, then the sentence of the first image with
 * this status.
 */
function reasonOver(images, status) {
    const deciding = images.find((image) => image.status === status);
    if (deciding?.reason === undefined)
        return '';
    if (images.length === 1)
        return sentenceOf(deciding.reason);
    const image = `image ${printable(deciding.record.imageId)}`;
    return `${countsOf(images.map((image) => image.status))}; ${image}: ${clausesOf(deciding.reason)}.`;
}
/** The name and version by which people know an image; printable, and empty if unknown. */
function displayName({ details }) {
    return printable(`${details?.name ?? ''} ${shortSha(details?.version ?? '')}`, 80);
}
/** How long the step waited, in milliseconds. */
function waitedMsOf({ images }) {
    return Math.max(0, ...images.map(({ record }) => record.waitedMs));
}

;// CONCATENATED MODULE: ./build/js/steps/wait/lines.js










/** A change, as a clause for a line or a list. */
function describeChange(change, settings) {
    switch (change.kind) {
        case 'chosen': {
            const { createTime, id } = change.scan;
            const created = createTime === undefined ? '' : `, created ${createTime.text}`;
            return `following scan ${printable(id)}${created}`;
        }
        case 'state':
            return `scan ${printable(change.scan.id)} is ${printable(change.state)}`;
        case 'undocumented':
            return (`scan ${printable(change.scan.id)} is in the state "${printable(change.state)}", ` +
                'which Binarly does not document');
        case 'absent':
            return (`no scan yet (${describeAbsence(change.cause)}); ` +
                `\`appearance-timeout\` is ${formatExact(settings.appearanceTimeoutMs)}`);
        case 'outage':
            return `the last 2 polls failed (${describeFailure(change.failure)}); still trying`;
        case 'recovered':
            return `polling works again after ${formatDuration(change.outageMs)} without a usable answer`;
        case 'unread':
            return ((change.what === 'findings' ? 'reading the findings' : 'looking for the baseline') +
                ` failed twice (${describeFailure(change.failure)}); still trying`);
        case 'judged':
            return describeJudgement(change.judgement, change.policy) + afterReads(change.pairs);
        case 'unfetched':
            return (`fetching the report ${change.report} failed twice ` +
                `(${describeFailure(change.failure)}); still trying`);
        case 'fetched':
            return `fetched ${change.count} of ${change.of} ${countable(change.of, 'report')}`;
        case 'report-missing':
            return `could not fetch the report ${change.report} (${whyMissing(change.why)})`;
    }
}
function whyMissing(why) {
    switch (why.kind) {
        case 'failed':
            return describeFailure(why);
        case 'refused':
            return reasonOfRefusal(why).happened;
        case 'interrupted':
            return 'interrupted';
    }
}
/** Says only what is unusual: a pass takes one pair of reads, and a failure a single read. */
function afterReads(pairs) {
    return pairs > 1 ? `; it took ${pairs} pairs of reads` : '';
}
/** @param clause the change, with the image it is about if there are several. */
function undocumentedWarning(clause) {
    return (`${capitalize(clause)}: still waiting; ` +
        'if this state is final, check for a newer version of this action.');
}
/** The last lines: the verdict, and the reason unless an annotation follows with it. */
function closingLines(report) {
    const { status, images, reason } = report;
    const [first, ...others] = images;
    const verdict = `Result after ${formatDuration(waitedMsOf(report))}: ${status}`;
    const why = status === 'interrupted' ? ` ${reason}` : '';
    if (first === undefined || others.length > 0)
        // With several images, the reason begins with the counts.
        return [
            why === ''
                ? `${verdict} (${countsOf(images.map(({ status }) => status))}).`
                : `${verdict}.${why}`,
        ];
    const { finishedBefore, scan } = first.record;
    const ofScan = scan === undefined || why !== '' ? '' : ` (scan ${printable(scan.id)})`;
    const note = finishedBefore ? [finishedBeforeNote(first.record)] : [];
    return [...note, `${verdict}${ofScan}.${why}`];
}
/** For the log and the summary. */
function finishedBeforeNote({ scan }) {
    const time = parseInstant(finishedAt(scan));
    const at = time === undefined ? '' : ` at ${formatUtc(time.ms)},`;
    return `This scan finished${at} before this step began.`;
}
/** @param why what went wrong, as a clause. */
function detailsLine(imageId, why) {
    const image = `image ${printable(imageId)}`;
    return `Could not read the details of ${image} (${why}). This does not change the result.`;
}
/** How far the wait for one image has come. */
function standingOfOne(record, scanId) {
    const { outage, lastState, reading, reports } = record;
    const scan = scanName(record, { scanId });
    const state = lastState === undefined ? 'has no state yet' : `is ${printable(lastState)}`;
    const seen = record.scan === undefined ? `${scan} has not been seen yet` : `${scan} ${state}`;
    const busy = reading === undefined ? reportsOf(reports) : readingOf(reading);
    const standing = busy ?? seen;
    return outage === undefined
        ? standing
        : `${standing}, and the last poll failed (${describeFailure(outage.failure)})`;
}
/** For example `reading findings: 2,300 of 10,000`. */
function readingOf({ read, total }) {
    const [some, all] = [read, total].map((count) => count.toLocaleString('en-US'));
    return `reading findings: ${some} of ${all}`;
}
/** For example `fetching reports: 2 of 3`. */
function reportsOf(reports) {
    return reports && `fetching reports: ${reports.fetched} of ${reports.of}`;
}
/** How many states a line names. */
const MOST_STATES = 6;
/**
 * How far the unfinished waits for several images have come.
 * @param total how many images there are in all.
 */
function standingOfMany(waiting, total) {
    const groups = Map.groupBy(waiting, ({ scan, reading, reports, lastState = 'without a state' }) => {
        if (reading !== undefined)
            return 'with findings being read';
        if (reports !== undefined)
            return 'with reports being fetched';
        return scan === undefined ? 'without a scan' : printable(lastState, 40);
    });
    const states = [...groups]
        .sort(([, one], [, other]) => other.length - one.length)
        .map(([state, members]) => `${members.length} ${state}`);
    const named = states.length > MOST_STATES ? [...states.slice(0, MOST_STATES), 'others'] : states;
    const failing = waiting.filter(({ outage }) => outage !== undefined).length;
    const trouble = failing === 0 ? '' : `; the last poll failed for ${failing}`;
    return `waiting for ${waiting.length} of ${total} images: ${named.join(', ')}${trouble}`;
}
/** What a poll came back with, for the debug log. */
function describeAnswer(answer) {
    switch (answer.kind) {
        case 'found': {
            const { id, state } = answer.value;
            const type = printable(state?.type ?? 'no state');
            return `scan ${printable(id)}, ${type} (${classifyState(state?.type)})`;
        }
        case 'absent':
            return `no scan, ${describeAbsence(answer.cause)}`;
        case 'failed':
            return `failed, ${describeFailure(answer)}`;
        case 'refused':
            return `refused, ${reasonOfRefusal(answer).happened}`;
        case 'interrupted':
            return 'interrupted';
    }
}

;// CONCATENATED MODULE: ./build/js/steps/wait/log.js
/**
 * Decides which changes get a line in the log, and at which level. It remembers only what it has
 * logged.
 */





function createLog(settings, clock, write) {
    const isSingle = settings.imageIds.length === 1;
    const beganMs = clock.monotonicMs();
    const outages = createOutages();
    let lastLineMs = beganMs;
    let hasWarned = false;
    function info(line) {
        lastLineMs = clock.monotonicMs();
        write.info(line);
    }
    function subjectOf({ imageId }) {
        return isSingle ? '' : `image ${printable(imageId)}: `;
    }
    function logChange(change, record) {
        const clause = subjectOf(record) + describeChange(change, settings);
        if (change.kind === 'undocumented' && !hasWarned) {
            hasWarned = true;
            lastLineMs = clock.monotonicMs();
            write.warning(undocumentedWarning(clause));
        }
        else {
            info(`After ${formatDuration(record.waitedMs)}: ${clause}.`);
        }
    }
    /**
     * With several images, one line reports a shared outage, and a scan's first state also names the
     * scan.
     */
    function isNews(change, { imageId }) {
        switch (change.kind) {
            case 'outage':
            case 'unread':
            case 'unfetched':
                return !outages.isKnown(change.failure);
            case 'recovered':
                return outages.isLast(imageId);
            case 'chosen':
                return isSingle;
            default:
                return true;
        }
    }
    return {
        info,
        lastLineMs: () => lastLineMs,
        update({ record, answer, changes }) {
            const { imageId, polls, waitedMs } = record;
            if (answer !== undefined) {
                const poll = `poll ${polls}: ${describeAnswer(answer)}`;
                write.debug(`After ${formatDuration(waitedMs)}: ${subjectOf(record)}${poll}`);
            }
            for (const change of changes) {
                if (isNews(change, record))
                    logChange(change, record);
                outages.note(change, imageId);
            }
        },
        ended(record) {
            outages.leave(record.imageId);
            const { ended, waitedMs } = record;
            if (isSingle || ended === undefined || STATUS_TABLE[ended.status].isFinal)
                return;
            const why = `${ended.status}, ${report_imageReport(record, settings).reason?.happened}`;
            info(`After ${formatDuration(waitedMs)}: ${subjectOf(record)}${why}.`);
        },
        heartbeat(records) {
            const waiting = records.filter(({ ended }) => ended === undefined);
            const [first] = waiting;
            lastLineMs = clock.monotonicMs();
            // If only details are left to read, the end is seconds away.
            if (first === undefined)
                return;
            const standing = isSingle
                ? standingOfOne(first, settings.scanId)
                : standingOfMany(waiting, records.length);
            const waited = formatDuration(lastLineMs - beganMs);
            const timeout = formatExact(settings.timeoutMs);
            const still = isSingle ? 'still waiting; ' : '';
            write.info(`After ${waited} of ${timeout}: ${still}${standing}.`);
        },
    };
}
/**
 * Which images share an outage. An outage is known by its cause, because the messages of one cause
 * differ: servers put the ID of the request into them.
 */
function createOutages() {
    const members = new Map();
    const keyOf = ({ endpoint, cause }) => `${endpoint} ${cause.type} ${'status' in cause ? cause.status : ''}`;
    return {
        isKnown: (failure) => [...members.values()].includes(keyOf(failure)),
        /** Whether the image is in an outage, alone. */
        isLast(imageId) {
            const own = members.get(imageId);
            return own !== undefined && [...members.values()].filter((key) => key === own).length === 1;
        },
        note(change, imageId) {
            if (change.kind === 'outage' || change.kind === 'unread' || change.kind === 'unfetched')
                members.set(imageId, keyOf(change.failure));
            if (change.kind === 'recovered' || change.kind === 'judged')
                members.delete(imageId);
        },
        leave: (imageId) => void members.delete(imageId),
    };
}

;// CONCATENATED MODULE: ./build/js/steps/wait/opening-lines.js
/** The words at the start of the log: what the step waits for. */



/** What the step waits for, how long, and how often it polls. */
function opening_lines_openingLine(settings) {
    const { scanId, imageIds, product, createdAfter, timeoutMs, pollInterval } = settings;
    const scan = scanId === undefined ? 'the newest scan' : `scan ${printable(scanId)}`;
    const after = createdAfter === undefined ? '' : ` created at or after ${createdAfter.text}`;
    const often = pollInterval.kind === 'fixed'
        ? formatExact(pollInterval.ms)
        : `${AUTO_SHORTEST_MS / 1000} to ${AUTO_LONGEST_MS / 1000} s`;
    const wait = timeoutMs === 0
        ? 'Polling once'
        : `Waiting up to ${formatExact(timeoutMs)}, polling every ${often},`;
    const [first = '', ...others] = imageIds;
    const image = others.length === 0 ? `image ${printable(first)}` : `each of ${imageIds.length} images`;
    return `${wait} for ${scan}${after} of ${image} in product ${printable(product)}.`;
}
/** The warning about an empty line between IDs, which a mistyped output leaves. */
function emptyLineWarning(imageCount) {
    const images = imageCount === 1 ? '1 image' : `${imageCount} images`;
    return (`\`image\` has an empty line between its IDs, and this step waits for ${images}: ` +
        'if that is too few, check the outputs that the lines come from.');
}

;// CONCATENATED MODULE: ./build/js/steps/wait/step.js
/**
 * A running step: its settings, its connection to the platform, and what it knows about each image.
 */







/** Logs what the step waits for and connects to the platform; makes no request yet. */
function beginStep(settings, runtime) {
    const { workflow, httpForDetails } = runtime;
    const { apiUrl, claimedProductId, imageIds } = settings;
    const { clock, credential, images } = connect_connect(settings, runtime, claimedProductId);
    const log = createLog(settings, clock, workflow);
    step_logBeginning(settings, log, runtime);
    return {
        settings,
        clock,
        images,
        askForDetails: createApi({ http: httpForDetails, apiUrl, credential }),
        records: new Map(imageIds.map((imageId) => [imageId, beginRecord(imageId)])),
        log,
    };
}
function step_logBeginning(settings, log, runtime) {
    const { apiUrl, policy, baseline, imageIds, hasEmptyLine } = settings;
    log.info(opening_lines_openingLine(settings));
    if (hasEmptyLine)
        runtime.workflow.warning(emptyLineWarning(imageIds.length));
    if (policy !== undefined)
        log.info(policyLine(policy, baseline));
    noteProxy(apiUrl, log.info, runtime);
}
/** What the report needs to know about the step as a whole. */
function step_factsOf({ settings, images, clock }) {
    return { settings, product: images.product(), nowWallMs: clock.wallMs() };
}
/** The latest record of each image, in the order given. */
function recordsOf({ records }) {
    return [...records.values()];
}
/** The ID of the first image's scan; undefined until one was seen. */
function firstScanIdOf({ settings, records }) {
    const [imageId = ''] = settings.imageIds;
    return records.get(imageId)?.scan?.id;
}

;// CONCATENATED MODULE: ./build/js/steps/wait/follow-images.js
/**
 * Follows every image of a step to its end, side by side; one that fails does not end the wait for
 * the others.
 */



















/**
 * Keeps the records of the step up to date until every image has ended. Rejects only for a bug.
 * @param baselines undefined without `baseline-image`.
 */
async function followImages(step, baselines, signal, { random, workflow, download }) {
    const { settings, log, records, clock } = step;
    const beganMs = clock.monotonicMs();
    const deadlineMs = beganMs + settings.timeoutMs;
    const done = new AbortController();
    const beating = heartbeat({ clock, signal: AbortSignal.any([signal, done.signal]) }, log.lastLineMs, () => log.heartbeat(recordsOf(step)));
    const noteExpiry = expiryNote(settings.credential, clock, deadlineMs, { workflow });
    function onUpdate(update) {
        noteExpiry();
        records.set(update.record.imageId, update.record);
        outputScanId(update, settings.imageIds[0], workflow);
        log.update(update);
    }
    const contact = createFirstContact(beganMs);
    const tools = { clock, random, signal, contact, onUpdate };
    const { policy } = settings;
    const gate = policy && { policy, images: step.images, baselines, deadlineMs };
    const queue = pLimit(REPORTS_AT_ONCE);
    const sources = { images: step.images, download, folder: workflow.folder, queue, deadlineMs };
    const poll = baselines === undefined ? scanPoll(step) : baselineFirst(baselines, scanPoll(step));
    await Promise.all(settings.imageIds.map(async (imageId) => {
        const followed = await followScan(imageId, poll, { ...settings, beganMs }, tools);
        const judged = gate === undefined ? followed : await judgeImage(followed, gate, settings, tools);
        const { record, ended } = await fetchReports(judged, sources, settings, tools);
        const concluded = end({ ...record, baseline: baselines?.known(imageId) }, ended);
        records.set(imageId, concluded);
        log.ended(concluded);
        records.set(imageId, await withDetails(concluded, step, signal, { clock }));
    }));
    done.abort();
    await beating;
}
/** Asks for the scan that was given or is already followed, else for the newest. */
function scanPoll({ settings, images }) {
    const { scanId, createdAfter } = settings;
    return (imageId, followedId) => images.asking(() => {
        const wantedId = scanId ?? followedId();
        return wantedId === undefined
            ? newestScan(imageId, createdAfter)
            : scanById(imageId, wantedId);
    });
}
/**
 * Writes the ID of the first image's scan at once, so that it is there however this step ends. The
 * report writes it again, and handles a failure then.
 */
function outputScanId({ record, changes }, firstImageId, workflow) {
    const chosen = changes.find((change) => change.kind === 'chosen');
    if (chosen !== undefined && record.imageId === firstImageId)
        writeScanId(chosen.scan.id, workflow);
}
/** Writes the output `scan-id` by itself; a failure is only a line in the log. */
function writeScanId(scanId, workflow) {
    try {
        workflow.output('scan-id', inertText(scanId));
    }
    catch (error) {
        workflow.info(`Could not write the output scan-id (${describeThrown(error)}).`);
    }
}
async function withDetails(record, step, signal, { clock }) {
    const { imageId, ended } = record;
    const product = step.images.product();
    // SARIF names the image even if a report makes its verdict another one.
    const isAbout = record.judgement !== undefined || hasDetails(ended);
    if (product === undefined || !isAbout)
        return record;
    const question = imageDetails(imageId)(product.id);
    const answer = await readDetails((limits) => step.askForDetails(question, limits), {
        clock,
        signal,
    });
    if (answer?.kind === 'found')
        return { ...record, details: answer.value };
    step.log.info(detailsLine(imageId, whyUnread(answer, signal)));
    return record;
}
function hasDetails(ended) {
    return ended !== undefined && STATUS_TABLE[ended.status].hasDetails;
}
function whyUnread(answer, { aborted }) {
    switch (answer?.kind) {
        case undefined:
        case 'interrupted':
            return aborted ? 'interrupted' : 'timed out';
        case 'failed':
            return describeFailure(answer);
        case 'absent':
            return describeAbsence(answer.cause);
        case 'refused':
            return reasonOfRefusal(answer).happened;
    }
}

;// CONCATENATED MODULE: ./build/js/steps/wait/deferral-inputs.js
/** The inputs of a deferred wait: `github-token`, `status-context` and `settle-within`. */







/** @returns undefined without `on-timeout: defer`. */
function readDeferral(inputs, waiting, trigger) {
    const { isSet, report } = inputs;
    if (waiting.onTimeout !== 'defer') {
        for (const input of ['status-context', 'settle-within'])
            if (isSet(input))
                report(input, 'has no effect without `on-timeout: defer`: remove it');
        return undefined;
    }
    checkTrigger(inputs, trigger);
    const settleWithinMs = readDuration(inputs, 'settle-within');
    if (settleWithinMs > 0 && settleWithinMs <= waiting.timeoutMs)
        report('settle-within', `must be longer than \`timeout\` (${formatExact(waiting.timeoutMs)}): ` +
            'both count from the start of this step');
    if (waiting.reports.length > 0)
        report('reports', 'cannot be combined with `on-timeout: defer`: remove one of the two');
    checkSize(inputs, waiting, settleWithinMs);
    const [githubToken, context] = [readGitHubToken(inputs), readStatusContext(inputs)];
    return { githubToken, context, settleWithinMs };
}
/** A status that no sweep finds would be pending forever. */
function checkTrigger({ report }, trigger) {
    const why = hiddenCommit(trigger);
    if (why === undefined)
        return;
    const [what, instead] = why === 'tag'
        ? ['on a tag, where no sweep looks', 'run on a branch or a pull request']
        : [
            `in a run of ${quote(trigger.event)}, which has no commit of its own`,
            'run on the branch or pull request',
        ];
    report('on-timeout', `defer does not work ${what}: ${instead}, or use fail or warn`);
}
/** Room for the address of the run, and for a scan's ID, which is a ULID. */
const [SAMPLE_PAGE, SAMPLE_ID] = ['x'.repeat(200), 'x'.repeat(26)];
/** Everything that a deferred wait needs must fit in the address of a commit status. */
function checkSize({ report, hasProblem }, waiting, settleWithinMs) {
    if (['image', 'scan', 'baseline-image'].some(hasProblem))
        return;
    const { imageIds, scanId = SAMPLE_ID, policy, baseline, product } = waiting;
    const baselineImageId = baseline?.kind === 'base-branch' ? SAMPLE_ID : baseline?.imageId;
    const ids = [...imageIds, scanId, baselineImageId].filter((id) => id !== undefined);
    const strange = ids.find((id) => id !== '' && !isCarriable(id));
    if (imageIds.length > MOST_IMAGES)
        report('image', `has ${imageIds.length} images, and \`on-timeout: defer\` allows at most ${MOST_IMAGES}: ` +
            'split them across steps');
    else if (strange !== undefined)
        report('image', `${quote(strange)} is not an ID that \`on-timeout: defer\` can carry`);
    else {
        const { length } = toTargetUrl(SAMPLE_PAGE, {
            runId: '1'.repeat(12),
            attempt: '1',
            productId: isUlid(product) ? product : SAMPLE_ID,
            images: imageIds.map((imageId) => ({ imageId, scanId, baselineImageId })),
            isHandedOver: true,
            policy,
            leftMs: settleWithinMs,
            nonce: 'x'.repeat(12),
            commit: 'x'.repeat(12),
        });
        if (length > LONGEST_TARGET_URL)
            report('image', 'has IDs that do not fit in a commit status: wait for fewer images per step' +
                (baseline === undefined ? '' : ' (with `baseline-image`, at most 8)'));
    }
}

;// CONCATENATED MODULE: ./build/js/steps/wait/evidence/inputs.js



/** @returns the reports in the order of the table, each once; none if the input is empty. */
function readReports({ value, report }) {
    const given = entriesOf(value('reports'));
    const names = new Set(given.map((word) => word.toLowerCase()));
    const unknown = new Set(given.filter((word) => !REPORTS.some((name) => name === word.toLowerCase())));
    if (unknown.size > 0) {
        const verb = unknown.size === 1 ? 'is' : 'are';
        const choices = `use ${listOr(REPORTS)}, separated by commas`;
        report('reports', `${[...unknown].map(quote).join(' and ')} ${verb} unknown: ${choices}`);
    }
    return REPORTS.filter((name) => names.has(name));
}

;// CONCATENATED MODULE: ./build/js/steps/wait/settings.js
/** The action's inputs with their defaults, and the settings that they become. */

/**
 * Every input with its default, as in action.yml; an empty optional input means its default. The
 * default of `github-token` is an expression, which the runner evaluates.
 */
const INPUTS = {
    ...PLATFORM_INPUTS,
    image: '',
    scan: '',
    'created-after': '',
    timeout: '2h',
    'poll-interval': 'auto',
    'appearance-timeout': '5m',
    'max-outage': '15m',
    'on-timeout': 'fail',
    'fail-on-severity': 'none',
    'fail-on-kev': 'false',
    'fail-on-status': 'new,inProgress',
    'baseline-image': '',
    'on-findings': 'fail',
    'on-incomplete': 'fail',
    reports: '',
    'github-token': '',
    'status-context': 'binarly-scan',
    'settle-within': '24h',
};

;// CONCATENATED MODULE: ./build/js/steps/wait/inputs.js









/**
 * @param get returns a trimmed input by name, empty if it is not set.
 * @param idTokens where the job requests ID tokens; undefined if it may not.
 * @param trigger what started the run.
 */
function readInputs(get, idTokens, trigger = { event: '', ref: '' }) {
    return readAll(get, INPUTS, (inputs) => readSettings(inputs, idTokens, trigger));
}
function readSettings(inputs, idTokens, trigger) {
    const connection = readConnection(inputs, idTokens);
    const { baseline, ...ids } = readIds(inputs);
    const waiting = {
        ...connection,
        ...ids,
        createdAfter: readInstant(inputs, 'created-after'),
        timeoutMs: readDuration(inputs, 'timeout'),
        pollInterval: readPollInterval(inputs),
        appearanceTimeoutMs: readDuration(inputs, 'appearance-timeout'),
        maxOutageMs: readDuration(inputs, 'max-outage'),
        onTimeout: readChoice(inputs, 'on-timeout', ['fail', 'warn', 'defer']),
        policy: policy_readPolicy(inputs, {
            onFindings: readChoice(inputs, 'on-findings', ['fail', 'warn']),
        }),
        baseline: baseline?.kind === 'base-branch'
            ? { ...baseline, githubToken: readGitHubToken(inputs) }
            : baseline,
        reports: readReports(inputs),
    };
    const settings = { ...waiting, deferral: readDeferral(inputs, waiting, trigger) };
    checkCombinations(inputs, settings);
    return settings;
}
function checkCombinations({ value, report }, { scanId, imageIds }) {
    if (scanId === undefined)
        return;
    if (value('created-after') !== '')
        report('created-after', 'cannot be combined with `scan`: remove one of the two');
    if (imageIds.length > 1)
        report('scan', 'names one scan, but `image` has several lines: give one image, or remove `scan`');
}

;// CONCATENATED MODULE: ./build/js/steps/wait/findings-file.js
/** The content of `findings-file`: every blocking finding, for later steps. */

/**
 * A JSON array with a line for each finding, in parts that are small enough for memory.
 * @returns undefined if no image was judged.
 */
function findingsFile(records) {
    return records.some(({ judgement }) => judgement !== undefined) ? partsOf(records) : undefined;
}
function* partsOf(records) {
    let separator = '[\n';
    for (const { imageId, judgement } of records)
        for (const finding of judgement?.blocking ?? []) {
            yield separator + lineOf(imageId, finding);
            separator = ',\n';
        }
    yield separator === '[\n' ? '[]\n' : '\n]\n';
}
/** The fields are those of the request; what the API did not give is null. */
function lineOf(imageId, finding) {
    const fields = {
        imageId,
        id: finding.id,
        name: finding.name ?? null,
        displayName: finding.displayName ?? null,
        severity: finding.severity ?? null,
        findingType: finding.type ?? null,
        findingStatus: statusOf(finding) ?? finding.status ?? null,
        identifiers: finding.identifiers,
        isKev: finding.isKev,
        componentName: finding.componentName ?? null,
        knownFixedVersion: finding.knownFixedVersion ?? null,
        ...(finding.side === undefined ? {} : { compareSide: finding.side }),
    };
    // A file may be printed to the log, where the runner takes `##[` for a command.
    return JSON.stringify(fields).replaceAll('##[', '##\\u005b');
}

;// CONCATENATED MODULE: ./build/js/steps/wait/evidence/sarif-names.js
/** What an image is called in SARIF: its name, or its ID if it has none. */

function imageNameOf({ imageId, name }) {
    return printable(name) || printable(imageId);
}
/**
 * The name as a relative URI that leads nowhere else: no scheme, no leading slash, no step up.
 * Never empty.
 */
function locationOf(image) {
    return uriOf(imageNameOf(image)) || uriOf(printable(image.imageId)) || 'image';
}
function uriOf(name) {
    return name
        .split('/')
        .filter((segment) => !/^\.*$/.test(segment))
        .map((segment) => encodeURIComponent(segment).replace(/[!'()*]/g, percent))
        .join('/');
}
function percent(character) {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

;// CONCATENATED MODULE: ./build/js/steps/wait/evidence/sarif-rules.js
/** Findings as SARIF sees them: the rule that one breaks, how grave it is, and its words. */


/** An unknown severity counts as the worst, as in the policy. */
const GRADES = {
    critical: { score: 9.5, level: 'error' },
    high: { score: 8, level: 'error' },
    medium: { score: 5.5, level: 'warning' },
    low: { score: 2, level: 'note' },
    unspecified: { score: 0, level: 'note' },
    unknown: { score: 9.5, level: 'error' },
};
function gradeOf(finding) {
    return GRADES[severityOf(finding) ?? 'unknown'];
}
/** The finding's name in the first catalog that has one; else its type. */
function ruleIdOf({ identifiers, type }) {
    const names = CATALOGS.flatMap((catalog) => identifiers.map((entry) => entry[catalog] ?? ''));
    return names.map((name) => printable(name)).find((name) => name !== '') ?? typeOf(type);
}
function typeOf(type) {
    return printable(type ?? '') || 'uncategorized';
}
/** For example `Heap overflow in openssl, fixed in 3.0.14`. */
function sarif_rules_messageOf(finding) {
    const { componentName, knownFixedVersion } = finding;
    const where = componentName === undefined ? '' : ` in ${sarif_rules_plain(componentName, 80)}`;
    const fixed = knownFixedVersion === undefined ? '' : `, fixed in ${sarif_rules_plain(knownFixedVersion, 80)}`;
    return `${titleOf(finding)}${where}${fixed}`;
}
function titleOf({ displayName, name, id }) {
    return sarif_rules_plain(displayName ?? name ?? id, 200);
}
/**
 * Text from outside as a SARIF message: no link (SARIF 2.1.0, 3.11.6) and no placeholder (3.11.5).
 */
function sarif_rules_plain(text, longest) {
    return printable(text, longest).replaceAll('](', '] (').replace(/[{}]/g, '$&$&');
}

;// CONCATENATED MODULE: ./build/js/steps/wait/evidence/sarif.js
/**
 * The content of `sarif-file`: the blocking findings for code scanning, in SARIF 2.1.0. GitHub's
 * limits are those of its docs (SARIF support for code scanning).
 */



/** GitHub rejects a file with more. */
const MOST_RUNS = 20;
/** GitHub ignores the others. */
const MOST_RESULTS = 5_000;
/** GitHub rejects a file that is larger when compressed; the frame of the runs needs little. */
const MOST_BYTES = 10_000_000 - 100_000;
/** How many findings are compressed together to see how much room they need. */
const BATCH = 500;
const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
/**
 * @param mostBytes room in the compressed file.
 * @returns undefined unless every image was judged, because code scanning closes the alerts that
 * are missing from a file. It never closes those of a category that no later file has, which is why
 * there is no file either if a name is not known.
 */
function sarifOf(records, mostBytes = MOST_BYTES) {
    const judged = records.flatMap(({ imageId, details, judgement }) => judgement === undefined ? [] : [{ imageId, details, findings: judgement.blocking }]);
    if (judged.length === 0 || judged.length < records.length)
        return undefined;
    const named = judged.flatMap(({ details, ...image }) => details === undefined ? [] : [{ ...image, name: details.name }]);
    const unnamed = judged.filter(({ details }) => details === undefined);
    if (unnamed.length > 0)
        return { unnamed: unnamed.map(({ imageId }) => imageId) };
    // Named in the order given, so that a category does not change with the findings.
    const images = withCategories(named)
        .toSorted((a, b) => Number(b.findings.length > 0) - Number(a.findings.length > 0))
        .slice(0, MOST_RUNS);
    let bytes = mostBytes;
    const runs = images.map((image, index) => {
        const room = bytes / (images.length - index);
        const { kept, used } = fitting(image.findings.slice(0, MOST_RESULTS), image.uri, room);
        bytes -= used;
        return { ...image, findings: kept };
    });
    const all = images.reduce((total, { findings }) => total + findings.length, 0);
    const kept = runs.reduce((total, { findings }) => total + findings.length, 0);
    return {
        parts: sarif_partsOf(runs),
        left: { findings: all - kept, images: judged.length - images.length },
    };
}
/** GitHub rejects a file with two runs of one category, so equal names are numbered. */
function withCategories(images) {
    const taken = new Set();
    return images.map(({ findings, ...image }) => {
        const name = imageNameOf(image);
        let free = name;
        for (let number = 2; taken.has(free); number += 1)
            free = `${name} (${number})`;
        taken.add(free);
        return { category: `binarly/${free}/`, uri: locationOf(image), findings };
    });
}
/** The first findings that fit. Compressed apart, they need at least as much as in one file. */
function fitting(findings, uri, room) {
    let used = 0;
    for (let start = 0; start < findings.length; start += BATCH) {
        const batch = findings.slice(start, start + BATCH);
        const lines = batch.map((it) => ruleOf(ruleIdOf(it), it) + sarif_resultOf(it, 0, uri));
        const bytes = (0,external_node_zlib_namespaceObject.gzipSync)(lines.join('\n')).length;
        if (used + bytes > room)
            return { kept: findings.slice(0, start), used };
        used += bytes;
    }
    return { kept: findings, used };
}
function* sarif_partsOf(runs) {
    yield `{"$schema":"${SCHEMA}","version":"2.1.0","runs":[`;
    let separator = '\n';
    for (const run of runs) {
        yield separator;
        yield* partsOfRun(run);
        separator = ',\n';
    }
    yield '\n]}\n';
}
function* partsOfRun({ category, uri, findings }) {
    const rules = rulesOf(findings);
    const indexes = new Map([...rules.keys()].map((id, index) => [id, index]));
    yield '{"tool":{"driver":{"name":"Binarly Transparency Platform",';
    yield '"informationUri":"https://docs.binarly.io","rules":[';
    yield* separated(rules, ([id, worst]) => ruleOf(id, worst));
    yield `]}},"automationDetails":${json({ id: category })},"results":[`;
    yield* separated(findings, (it) => sarif_resultOf(it, Number(indexes.get(ruleIdOf(it))), uri));
    yield ']}';
}
function* separated(items, write) {
    let separator = '\n';
    for (const item of items) {
        yield separator + write(item);
        separator = ',\n';
    }
}
/** The worst finding of each rule. */
function rulesOf(findings) {
    const rules = new Map();
    for (const finding of findings) {
        const id = ruleIdOf(finding);
        const worst = rules.get(id);
        if (worst === undefined || gradeOf(finding).score > gradeOf(worst).score)
            rules.set(id, finding);
    }
    return rules;
}
function ruleOf(id, worst) {
    const { score, level } = gradeOf(worst);
    const text = titleOf(worst);
    return json({
        id,
        shortDescription: { text },
        fullDescription: { text },
        help: { text: 'Fix this finding, or triage it in the Binarly dashboard.' },
        defaultConfiguration: { level },
        properties: { tags: ['security'], 'security-severity': score.toFixed(1) },
    });
}
/** Code scanning rejects a whole file for one result without a location. */
function sarif_resultOf(finding, ruleIndex, uri) {
    return json({
        ruleId: ruleIdOf(finding),
        ruleIndex,
        level: gradeOf(finding).level,
        message: { text: sarif_rules_messageOf(finding) },
        locations: [{ physicalLocation: { artifactLocation: { uri }, region: { startLine: 1 } } }],
        partialFingerprints: { 'binarlyFindingId/v1': finding.id },
    });
}
function json(value) {
    // A file may be printed to the log, where the runner takes `##[` for a command.
    return JSON.stringify(value).replaceAll('##[', '##\\u005b');
}

;// CONCATENATED MODULE: ./build/js/steps/wait/chart.js
/**
 * The summary's chart: when the scans ran, as a mermaid `gantt`, which GitHub draws in summaries.
 */




/** The table shows a few scans as well, and with more than 30 the bars are unreadable. */
const [FEWEST, MOST] = [4, 30];
/** Bars within less than this show nothing. */
const chart_SHORTEST_MS = 60_000;
const chart_DAY_MS = 86_400_000;
/** Below this, bars begin and end within a few minutes, so the ticks show seconds. */
const SHORT_MS = 600_000;
/**
 * @param images in the order of the bars.
 * @param nowWallMs where the bar of a running scan ends, in milliseconds since the epoch.
 * @returns one block, or none if there is nothing to compare. Omits scans that finished before the
 * step began.
 */
function chart(images, nowWallMs) {
    if (images.length < FEWEST || images.length > MOST)
        return [];
    const bars = images.flatMap((image) => barOf(image, nowWallMs));
    if (bars.length < FEWEST)
        return [];
    const startMs = Math.min(...bars.map((bar) => bar.startMs));
    const spanMs = Math.max(...bars.map((bar) => bar.endMs)) - startMs;
    if (spanMs < chart_SHORTEST_MS)
        return [];
    const rows = bars.map((bar) => `    ${bar.label} :${bar.tag}, ${time(bar.startMs)}, ${time(bar.endMs)}`);
    const block = [
        '```mermaid',
        'gantt',
        '    title Scan duration (UTC)',
        '    dateFormat YYYY-MM-DD HH:mm:ss',
        `    axisFormat ${axisFormat(spanMs)}`,
        ...rows,
        '```',
    ];
    return [block.join('\n')];
}
function axisFormat(spanMs) {
    if (spanMs > chart_DAY_MS)
        return '%m-%d %H:%M';
    return spanMs < SHORT_MS ? '%H:%M:%S' : '%H:%M';
}
function barOf({ record, status }, nowWallMs) {
    const start = record.scan?.createTime;
    if (start === undefined || record.finishedBefore)
        return [];
    // At least a second long, because clocks differ.
    const finishedMs = parseInstant(finishedAt(record.scan))?.ms ?? nowWallMs;
    const endMs = Math.max(start.ms + 1000, finishedMs);
    const label = `${status} ${plainLabel(displayName(record) || record.imageId)}`;
    return [{ label, tag: STATUS_TABLE[status].tag, startMs: start.ms, endMs }];
}
/**
 * Letters, digits and a few marks: nothing that mermaid parses as syntax or that ends the block.
 */
function plainLabel(text) {
    return Array.from(text.slice(0, 80))
        .slice(0, 40)
        .join('')
        .replace(/[^\p{L}\p{N} ._-]/gu, '_');
}
/** No time zone, so that mermaid shows the time as is, wherever the reader is. */
function time(ms) {
    return new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
}

;// CONCATENATED MODULE: ./build/js/steps/wait/summary-baselines.js
/** The summary's part on what images were compared with. */





/** Room for the images' lines; GitHub rejects a summary above 1 MiB. */
const LINES_BYTES = 50_000;
/** A sentence for one image, a list for several; only for images whose findings were judged. */
function baselineNotes({ images, madeWallMs }) {
    const judged = images.filter(({ record }) => record.judgement !== undefined);
    const of = (imageId) => (images.length === 1 ? undefined : imageId);
    const lines = judged.flatMap(({ record: { imageId, baseline } }) => {
        if (baseline === undefined)
            return [];
        return baseline.kind === 'image'
            ? [inert(comparedSentence(baseline, madeWallMs, of(imageId)))]
            : [inert(sentenceOf(reasonWithoutBaseline(imageId, baseline.why)))];
    });
    if (lines.length === 0)
        return [];
    const { kept, left } = cutTo(lines, LINES_BYTES);
    const more = left === 0 ? [] : [`and ${left} more ${countable(left, 'image')}: see the log`];
    const block = images.length === 1 ? lines : [[...kept, ...more].map((line) => `- ${line}`).join('\n')];
    return [...block, ...hintOf(judged, madeWallMs)];
}
/** Once, if an image has new findings and what it was compared with was scanned long ago. */
function hintOf(judged, nowMs) {
    const hints = judged.flatMap(({ record: { baseline, judgement } }) => {
        return judgement?.blocking.length === 0 ? [] : (staleHint(baseline, nowMs) ?? []);
    });
    return hints.slice(0, 1).map(inert);
}

;// CONCATENATED MODULE: ./build/js/steps/wait/summary-table.js
/** The summary's table: a row for each image. */








/** The widest comes last, so that the others are in sight on a narrow page. */
const COLUMNS = [
    { title: 'Result', cell: resultCell },
    { title: 'Image', cell: imageCell },
    { title: 'Findings', cell: findingsCell, isComparing: true },
    { title: 'Waited', cell: ({ record }) => formatDuration(record.waitedMs) },
    {
        title: 'Already finished',
        cell: ({ record }) => (record.finishedBefore ? 'yes' : ''),
        isComparing: true,
    },
    { title: 'Scan (UTC)', cell: scanCell },
];
/**
 * @param images in the order of the rows.
 * @param bytes room for the rows.
 */
function imageTable(images, bytes) {
    const columns = COLUMNS.filter(({ isComparing, cell }) => isComparing === undefined || (images.length > 1 && images.some((it) => cell(it) !== '')));
    const rows = images.map((image) => row(columns.map(({ cell }) => cell(image))));
    const { kept, left } = cutTo(rows, bytes);
    const head = [row(columns.map(({ title }) => title)), `|${columns.map(() => '---|').join('')}`];
    const table = [...head, ...kept].join('\n');
    if (left === 0)
        return table;
    const counts = countsOf(images.slice(kept.length).map(({ status }) => status));
    const rest = `Not shown here: ${left} more ${countable(left, 'image')} (${counts}).`;
    return `${table}\n\n${rest} The output \`scans\` has all images.`;
}
/** Includes the state, unless the status already states it. */
function resultCell({ status, green, record }) {
    const { lastState = '' } = record;
    const state = STATUS_TABLE[status].isFinal || lastState === '' ? '' : `, ${code(lastState)}`;
    return `${markOf(status, green)} ${status}${state}`;
}
/** The name over the ID. */
function imageCell({ record }) {
    const name = displayName(record);
    const id = code(record.imageId);
    return name === '' ? id : `${escapeMarkdown(name)}<br>${id}`;
}
function findingsCell({ record }) {
    const findings = record.details?.findings;
    if (findings === undefined)
        return '';
    const total = Object.values(findings.counts).reduce((sum, count) => sum + count, 0);
    return findings.kev === 0 ? `${total}` : `${total}, ${findings.kev} KEV`;
}
/** When it ran, over its ID: `2026-01-26 15:30:01 – 15:42:10`. */
function scanCell({ record: { scan } }) {
    if (scan === undefined)
        return code('');
    const [from, to] = [utc(scan.createTime?.text ?? ''), utc(finishedAt(scan))];
    const [day = ''] = from.split(' ');
    const until = to.startsWith(`${day} `) ? to.slice(day.length + 1) : to;
    const times = `${from} – ${until}`.trim();
    return from === '' ? code(scan.id) : `${times}<br>${code(scan.id)}`;
}
/** `2026-01-26 15:30:01`; empty for what is not a time. */
function utc(text) {
    const time = parseInstant(text);
    return time === undefined ? '' : formatUtc(time.ms).replace(' UTC', '');
}

;// CONCATENATED MODULE: ./build/js/steps/wait/summary.js
/**
 * The job summary: the verdict first, then what happened and what to do, then the table, a
 * chart, and the timeline, folded.
 */















/**
 * GitHub rejects a step's summary above 1 MiB as a whole (its docs: job summaries). Everything that
 * does not grow with the number of images is a few KiB together.
 */
const ROOM = { table: 500_000, findings: 100_000, timelines: 400_000 };
/**
 * @returns Markdown in which nothing from outside renders; at most, a single word in backticks
 * shows as code.
 */
function summaryOf(report) {
    return `${summaryBlocks(report, ROOM).join('\n\n')}\n`;
}
/** The summary in blocks, each of which is valid Markdown on its own. */
function summaryBlocks(report, room) {
    const { status, settings } = report;
    const images = report.images.toSorted((a, b) => gravity(a) - gravity(b));
    const [first, ...others] = images;
    const single = others.length === 0 ? first : undefined;
    return [
        `## ${markOf(status, report.green)} ${report.headline}`,
        ...(single === undefined ? reasons(images, report) : reasonBlock(report)),
        ...letPassNotes(report),
        ...policyNote(report),
        ...(report.product === undefined ? [] : [productLine(report.product)]),
        ...(images.length > 0 ? [imageTable(images, room.table)] : []),
        ...kevNote(images),
        ...(single?.record.finishedBefore ? [finishedBeforeNote(single.record)] : []),
        ...findingsParts(images.map(({ record }) => record), room.findings, report.unwritten?.name !== 'findings-file'),
        ...baselineNotes(report),
        ...unwrittenNote(report),
        ...chart(images, report.madeWallMs),
        ...(single?.record.details?.findings
            ? [findingsLine(single.record.details.findings, SPELLED_OUT)]
            : []),
        ...timelines(images, report, room.timelines),
        // Angle brackets, because nothing in the address of a host can end such a link.
        ...(settings === undefined ? [] : [`Dashboard: <${settings.apiUrl}>`]),
    ];
}
/** Whether findings were checked, once all scans have completed. */
function policyNote({ status, settings, images }) {
    if (status !== 'completed' || settings === undefined)
        return [];
    const { policy } = settings;
    return [
        policy === undefined
            ? 'Findings were not checked: set `fail-on-severity`.'
            : inert(passedLine(policy, comparedWith(images))),
    ];
}
/** @returns undefined if nothing was compared; empty if only some images were. */
function comparedWith(images) {
    const ids = images.flatMap(({ record }) => baselineIdOf(record.baseline) ?? []);
    const [first] = ids;
    if (first === undefined || ids.length < images.length)
        return first && '';
    return images.length === 1 ? `image ${printable(first)}` : 'the base branch';
}
/** What could not be written, unless the step is red for that. */
function unwrittenNote({ unwritten, reason }) {
    const sentence = unwritten && sentenceOf(unwritten.reason);
    return sentence === undefined || sentence === reason ? [] : [inert(sentence)];
}
function letPassNotes({ green, images }) {
    const note = (status, input) => green && images.some((image) => image.status === status)
        ? [`The step is green anyway, because \`${input}\` is \`warn\`.`]
        : [];
    const contradictions = green ? contradictionsOf(images).map(inert) : [];
    return [
        ...note('findings', 'on-findings'),
        ...note('timed-out', 'on-timeout'),
        ...contradictions,
    ];
}
function gravity({ status }) {
    return STATUSES.indexOf(status);
}
/** The reasons of the images, after the step's own reason if no image has the step's status. */
function reasons(images, report) {
    const isOfAnImage = images.some((image) => image.status === report.status);
    return [...(isOfAnImage ? [] : reasonBlock(report)), ...adviceByGroup(images)];
}
/** One sentence is a paragraph; several problems with inputs are a list below their headline. */
function reasonBlock({ reasonLines: [first, ...others] }) {
    if (first === undefined)
        return [];
    return [[inert(first), ...others.map((line) => `- ${inert(line)}`)].join('\n')];
}
/** Each piece of advice once, with the first image that needs it. */
function adviceByGroup(images) {
    const groups = Map.groupBy(images, ({ status, reason }) => `${status}: ${reason?.advice}`);
    const items = [...groups.values()].flatMap(([first, ...others]) => {
        if (first?.reason === undefined)
            return [];
        const { status, record, reason } = first;
        const image = `image ${imageName(record)}`;
        const subject = others.length === 0 ? capitalize(image) : `The first of them, ${image}`;
        const counts = countsOf([first, ...others].map((image) => image.status));
        const head = `- ${markOf(status, first.green)} **${counts}.** ${subject}`;
        return [`${head}: ${inert(sentenceOf(reason))}`];
    });
    return items.length === 0 ? [] : [items.join('\n')];
}
const SPELLED_OUT = 'known to be exploited (CISA KEV)';
/** For several images, explains once what their counts abbreviate. */
function kevNote(images) {
    const hasKev = images.some(({ record }) => (record.details?.findings?.kev ?? 0) > 0);
    return images.length > 1 && hasKev ? ['KEV: known to be exploited (CISA KEV catalog).'] : [];
}
/** The counts are the image's, over all its scans. */
function findingsLine({ counts, kev }, exploited = 'KEV') {
    const byType = Object.entries(counts)
        .filter(([, count]) => count > 0)
        .sort(([, one], [, other]) => other - one)
        .map(([type, count]) => `${count} ${escapeMarkdown(countable(count, printable(type, 40)))}`);
    const ofKev = kev === 0 ? '' : `; ${kev} ${exploited}`;
    return `All findings of the image, any status: ${byType.join(', ') || 'none'}${ofKev}.`;
}
function timelines(images, { settings }, bytes) {
    if (settings === undefined)
        return [];
    const told = images.filter(({ record }) => record.timeline.entries.length > 0);
    const blocks = told.map((image) => timelineOf(image, settings, images.length === 1));
    const { kept, left } = cutTo(blocks, bytes);
    if (kept.length === 0)
        return [];
    const more = `Not shown here: ${left} more ${countable(left, 'image')}. The log has all images.`;
    const rest = left === 0 ? [] : [more];
    const parts = ['<details><summary>Timeline</summary>', ...kept, ...rest, '</details>'];
    return [parts.join('\n\n')];
}
function timelineOf(image, settings, isSingle) {
    const { record } = image;
    const { entries, more } = record.timeline;
    const items = entries.map(({ waitedMs, change }) => {
        const clause = inert(printable(describeChange(change, settings)));
        return `- after ${formatDuration(waitedMs)}: ${clause}`;
    });
    const rest = more === 0 ? [] : [`- and ${more} more ${countable(more, 'change')}: see the log`];
    const { findings } = record.details ?? {};
    const found = findings ? [`- ${findingsLine(findings)}`] : [];
    const lines = [...items, ...rest, ...lineOfEnd(image)];
    // For a single image, the table and the findings line show the rest.
    return (isSingle ? lines : [`${code(record.imageId)}\n`, ...lines, ...found]).join('\n');
}
/** When the wait ended, unless the scan's last state or the findings say so already. */
function lineOfEnd({ record, status }) {
    const { ended, waitedMs } = record;
    return ended === undefined || STATUS_TABLE[status].isFinal
        ? []
        : [`- after ${formatDuration(waitedMs)}: ${status}`];
}

;// CONCATENATED MODULE: ./build/js/steps/wait/evidence/summary-file.js

/** GitHub refuses a comment of more than 65,536; the rest is room for a marker of the workflow. */
const MOST_CHARACTERS = 65_000;
/** For a summary that must be cut, in bytes of UTF-8: no text has more characters than bytes. */
const summary_file_ROOM = { table: 20_000, findings: 20_000, timelines: 12_000 };
const NOTE = 'Some parts are left out here, because a comment has little room: see the job summary.';
function summaryFile(report) {
    const whole = summaryOf(report);
    if (whole.length <= MOST_CHARACTERS)
        return whole;
    return fitted(summaryBlocks(report, summary_file_ROOM), MOST_CHARACTERS);
}
/** Leaves out whole blocks, because half a table or an open `<details>` is no valid Markdown. */
function fitted(blocks, most) {
    const whole = summary_file_joined(blocks);
    if (whole.length <= most)
        return whole;
    const kept = [];
    for (const block of blocks)
        if (summary_file_joined([...kept, block, NOTE]).length <= most)
            kept.push(block);
    return summary_file_joined([...kept, NOTE]);
}
function summary_file_joined(blocks) {
    return `${blocks.join('\n\n')}\n`;
}

;// CONCATENATED MODULE: ./build/js/steps/wait/evidence/verdict-file.js
/**
 * The content of `verdict-file`: the predicate of an in-toto test result, which a later step can
 * attest for the firmware (in-toto attestation framework, predicate "Test Result", version 0.1).
 */




/**
 * @param pageUrl the page of the run's attempt; undefined if the runner does not say.
 * @returns undefined if an input was invalid, because nothing was tested.
 */
function verdictFile(report, pageUrl) {
    const { settings, images, product } = report;
    if (settings === undefined)
        return undefined;
    const tests = images.map((image) => ({
        result: verdict_file_resultOf(image, settings),
        text: testOf(image),
    }));
    const those = (result) => tests.filter((test) => test.result === result).map(({ text }) => text);
    const predicate = {
        result: overall(report.green, tests.map(({ result }) => result)),
        configuration: [
            { name: 'binarly-policy', content: policyOf(settings, images, product?.id ?? '') },
        ],
        ...(pageUrl === undefined ? {} : { url: pageUrl }),
        passedTests: those('PASSED'),
        warnedTests: those('WARNED'),
        failedTests: those('FAILED'),
    };
    return `${JSON.stringify(predicate, undefined, 2).replaceAll('##[', '##\\u005b')}\n`;
}
/** A red step failed, whatever the images are. */
function overall(isGreen, results) {
    if (!isGreen || results.includes('FAILED'))
        return 'FAILED';
    return results.includes('WARNED') ? 'WARNED' : 'PASSED';
}
/** A deferred wait is green, but nothing was concluded. */
function verdict_file_resultOf({ record }, settings) {
    const status = verdictOf(record)?.status;
    if (status === 'deferred' || !isGreenImage(record, settings))
        return 'FAILED';
    const isLetPass = record.judgement?.contradiction !== undefined;
    return status === 'completed' && !isLetPass ? 'PASSED' : 'WARNED';
}
function testOf({ record, status }) {
    const { scan, imageId, details } = record;
    const name = printable(`${details?.name ?? ''} ${details?.version ?? ''}`);
    const called = name === '' ? '' : ` (${name})`;
    const of = `scan ${printable(scan?.id ?? 'unknown')} of image ${printable(imageId)}`;
    return `${of}${called}: ${status}`;
}
function policyOf({ policy, baseline: given }, images, product) {
    const text = JSON.stringify({
        product,
        failOnSeverity: policy?.threshold ?? 'none',
        failOnKev: policy?.failOnKev ?? false,
        failOnStatus: policy?.statuses ?? [],
        images: images.map(({ record: { imageId, baseline } }) => {
            return { imageId, baselineImageId: baselineIdOf(given) ?? baselineIdOf(baseline) ?? '' };
        }),
    });
    return Buffer.from(text).toString('base64');
}

;// CONCATENATED MODULE: ./build/js/steps/wait/evidence/write-files.js





/** Each writes its file. @returns the path; empty without one. @throws if it cannot be written. */
const WRITE = {
    'findings-file': ({ images }, { file }) => written(findingsFile(images.map(({ record }) => record)), 'findings.json', file),
    'sarif-file'({ images }, { file, info }) {
        const sarif = sarifOf(images.map(({ record }) => record));
        const parts = sarif !== undefined && 'parts' in sarif ? sarif.parts : undefined;
        const path = written(parts, 'findings.sarif', file);
        for (const line of linesOf(sarif))
            info(line);
        return path;
    },
    'summary-file': (report, { file }) => {
        const text = textOfSummary(report);
        return text === undefined ? '' : file('summary.md', [text]);
    },
    'verdict-file'(report, { file, pageUrl }) {
        const text = verdictFile(report, pageUrl());
        return written(text === undefined ? undefined : [text], 'verdict.json', file);
    },
    // The reports are there already, unless none could be had.
    reports: ({ settings }, { folder }) => settings === undefined || settings.reports.length === 0 ? '' : folder(REPORTS_FOLDER),
};
/** @param attempt calls a function that may throw, and takes note if it does. */
function writeFiles(report, workflow, attempt, names = Object.keys(WRITE)) {
    const paths = {};
    for (const name of names)
        attempt(name, () => {
            paths[name] = WRITE[name](report, workflow);
        });
    return paths;
}
/** The files that say how the step ended. */
const FILES_OF_THE_END = ['summary-file', 'verdict-file'];
/** @returns undefined if a bug keeps it from being made; the note on the job summary says so. */
function textOfSummary(report) {
    try {
        return summaryFile(report);
    }
    catch {
        return undefined;
    }
}
function written(parts, name, file) {
    return parts === undefined ? '' : file(name, parts);
}
/** The lines of the log about what the file leaves out. */
function linesOf(sarif) {
    if (sarif === undefined)
        return [];
    if ('unnamed' in sarif) {
        const [first = ''] = sarif.unnamed;
        return [
            `No SARIF file: the name of image ${first} could not be read, and code scanning would never ` +
                'close alerts without it.',
        ];
    }
    const { findings, images } = sarif.left;
    const be = (count) => (count === 1 ? 'is' : 'are');
    return [
        ...(findings > 0
            ? [
                `The SARIF file has only the worst findings: ${findings} ${be(findings)} over the limits of GitHub.`,
            ]
            : []),
        ...(images > 0
            ? [
                `The SARIF file has only ${MOST_RUNS} images, the limit of GitHub: ` +
                    `${images} ${be(images)} left out.`,
            ]
            : []),
    ];
}

;// CONCATENATED MODULE: ./build/js/steps/wait/outputs.js
/** The action's outputs, made from the report. All of them are shell-safe. */





const OUTPUTS = [
    'status',
    'scan-id',
    'product-id',
    'image-id',
    'state',
    'reason',
    'created-at',
    'finished-at',
    'waited-seconds',
    'findings-file',
    'sarif-file',
    'summary-file',
    'verdict-file',
    'reports',
    'scans',
];
/**
 * Every output of the action, by name. The single-scan outputs describe the first image.
 * @param files the paths of the files that were written.
 */
function outputsOf(report, files = {}) {
    const scans = report.images.map((image) => scanOutputOf(image, report));
    const [first] = scans;
    return {
        status: report.status,
        'scan-id': inertText(first?.scanId ?? ''),
        'product-id': inertText(report.product?.id ?? ''),
        'image-id': inertText(first?.imageId ?? ''),
        state: inertText(first?.state ?? ''),
        reason: inertSentence(report.reason),
        'created-at': inertText(first?.createdAt ?? ''),
        'finished-at': inertText(first?.finishedAt ?? ''),
        'waited-seconds': String(wholeSeconds(waitedMsOf(report))),
        'findings-file': inertText(files['findings-file'] ?? ''),
        'sarif-file': inertText(files['sarif-file'] ?? ''),
        'summary-file': inertText(files['summary-file'] ?? ''),
        'verdict-file': inertText(files['verdict-file'] ?? ''),
        reports: inertText(files.reports ?? ''),
        scans: inertJson(scans),
    };
}
function scanOutputOf({ record, status, reason }, report) {
    const { imageId, scan, lastState = '', details, waitedMs, polls } = record;
    return {
        productId: report.product?.id ?? '',
        imageId,
        imageName: details?.name ?? '',
        imageVersion: details?.version ?? '',
        scanId: scan?.id ?? report.settings?.scanId ?? '',
        status,
        state: outputs_firstCharacters(lastState, LONGEST_STATE),
        reason: reason === undefined ? '' : sentenceOf(reason),
        createdAt: scan?.createTime?.text ?? '',
        finishedAt: finishedAt(scan),
        waitedSeconds: wholeSeconds(waitedMs),
        polls,
        findings: details?.findings ?? null,
        gate: gateOf(record),
    };
}
function gateOf({ judgement, baseline }) {
    if (judgement === undefined)
        return null;
    const { open, blocking } = judgement;
    return { open, blocking: blocking.length, baselineImageId: baselineIdOf(baseline) ?? '' };
}
/** An undocumented state may be any text of any length. */
const LONGEST_STATE = 1000;
function outputs_firstCharacters(text, most) {
    return Array.from(text.slice(0, most * 2))
        .slice(0, most)
        .join('');
}
function wholeSeconds(ms) {
    return Math.floor(ms / 1000);
}

;// CONCATENATED MODULE: ./build/js/steps/wait/publish.js







/**
 * Writes the outputs, the summary and the annotation. A summary that cannot be written is a note in
 * the log; an output that cannot be written makes the step red, because later steps would read
 * nothing.
 * @returns the exit code: 0 if the report is green and its outputs are written, else 1.
 */
async function publish(report, workflow) {
    const unwritten = publish_writeOutputs(report, workflow);
    if (unwritten === undefined)
        return publish_conclude(report, workflow);
    const { reason } = unwritten;
    if (report.green)
        return publish_conclude(corrected({ ...report_withError(report, reason), unwritten }, workflow), workflow);
    workflow.info(sentenceOf(reason));
    return publish_conclude({ ...report, unwritten }, workflow);
}
async function publish_conclude(report, workflow) {
    await writeSummary(() => summaryOf(report), workflow);
    if (report.green) {
        for (const warning of report_warningsOf(report))
            workflow.warning(warning);
        return 0;
    }
    if (report.status !== 'interrupted')
        workflow.fail(report.reasonLines);
    return 1;
}
/** @returns undefined if all were written, else which one failed, and why. */
function publish_writeOutputs(report, workflow) {
    let unwritten;
    const attempt = (name, write) => {
        try {
            write();
        }
        catch (error) {
            unwritten ??= { name, reason: reasonOfUnwritten(name, error) };
        }
    };
    const outputs = outputsOf(report, writeFiles(report, workflow, attempt));
    for (const name of OUTPUTS)
        attempt(name, () => workflow.output(name, outputs[name]));
    return unwritten;
}
/** Rewrites what no longer holds: the runner takes the last value of an output. */
function corrected(report, workflow) {
    const files = writeFiles(report, workflow, attemptOnly, FILES_OF_THE_END);
    const outputs = outputsOf(report, files);
    for (const name of ['status', 'reason', ...FILES_OF_THE_END])
        attemptOnly(name, () => workflow.output(name, outputs[name]));
    return report;
}
function attemptOnly(_, write) {
    try {
        write();
    }
    catch {
        // The step is red for this very reason.
    }
}

;// CONCATENATED MODULE: ./build/js/steps/wait/main.js
/** The waiting step, as a table of contents: read the inputs, wait for the images, report. */










function createAction(runtime) {
    const { workflow, clock, trigger } = runtime;
    /** What is known so far, for the report of a crash. */
    let running;
    /** The commit status that is pending and must not stay pending. */
    let status;
    async function run(signal) {
        const inputs = await readStepInputs(runtime, (get, idTokens) => readInputs(get, idTokens, trigger));
        if (!inputs.ok)
            return publish(report_reportOfProblems(inputs.problems, clock.wallMs()), workflow);
        const step = beginStep(inputs.settings, runtime);
        running = step;
        const compared = await beginBaselines(step, runtime);
        if (!compared.ok)
            return finish(reportOf(recordsOf(step), step_factsOf(step), compared.reason));
        const begun = await beginStatus(step.settings, signal, runtime);
        // An interrupted step only reports the interruption and makes no request.
        if (begun.kind === 'failed' && !signal.aborted)
            return finish(reportOf(recordsOf(step), step_factsOf(step), begun.reason));
        if (begun.kind === 'begun')
            status = begun.status;
        await followImages(step, compared.baselines, signal, runtime);
        return conclude(step, signal);
    }
    /** Reports, and gives the commit status its verdict; an interrupted step reports first. */
    async function conclude(step, signal) {
        const { settings } = step;
        const [records, facts] = [recordsOf(step), step_factsOf(step)];
        const context = settings.deferral?.context ?? '';
        if (status !== undefined && canHandOver(records, (it) => isGreenImage(it, settings))) {
            warnOfMissingBaselines(records, step, runtime);
            const { baseline } = settings;
            const { isDone, problem } = await handOverStatus(status, { context, baseline }, records, facts.product?.id, workflow);
            return finish(reportOf(isDone ? handOver(records, context) : records, facts, problem));
        }
        const report = reportOf(records, facts);
        if (status === undefined)
            return finish(report);
        const code = signal.aborted ? await finish(report) : undefined;
        const problem = await concludeStatus(status, context, report, workflow);
        const final = problem === undefined ? report : report_withError(report, problem);
        if (code === undefined)
            return finish(final);
        if (problem !== undefined)
            workflow.info(final.reason);
        return code;
    }
    function finish(report) {
        for (const line of closingLines(report))
            workflow.info(line);
        return publish(report, workflow);
    }
    async function crashed(cause) {
        const report = await publishCrash(cause);
        const context = running?.settings.deferral?.context ?? '';
        if (status !== undefined)
            await concludeStatus(status, context, report, workflow);
        if (cause instanceof Error)
            workflow.debug(`${cause.stack}`);
    }
    async function publishCrash(cause) {
        try {
            const known = running && { records: recordsOf(running), facts: step_factsOf(running) };
            return await published(report_reportOfCrash(cause, known, clock.wallMs()));
        }
        catch {
            // What is known may be what the bug is about; only the scan's ID is kept.
            const report = await published(report_reportOfCrash(cause, undefined, clock.wallMs()));
            const scanId = running && firstScanIdOf(running);
            if (scanId !== undefined)
                writeScanId(scanId, workflow);
            return report;
        }
    }
    async function published(report) {
        await publish(report, workflow);
        return report;
    }
    return { run, crashed };
}

;// CONCATENATED MODULE: ./build/js/start.js
/** Connects the actions to the real world: the runner, the clock, the network. */
















const USER_AGENT = 'wait-for-binarly-scan';
/**
 * How long Node tries one address of a host before the next, in milliseconds. Its default of 250 ms
 * makes every connection fail on a slow link without IPv6.
 */
const ADDRESS_ATTEMPT_MS = 5_000;
/** Requests for details that may be under way at once, in addition to the polls. */
const DETAIL_REQUESTS_AT_ONCE = 4;
const ACTIONS = {
    wait: createAction,
    settle: createSettleAction,
    upload: createUploadAction,
};
/** Runs the step, then ends the process. */
function start(name) {
    // Deprecation warnings of libraries do not belong in the log of a workflow: the proxy's agent
    // still calls `new Buffer`.
    process.noDeprecation = true;
    (0,external_node_net_namespaceObject.setDefaultAutoSelectFamilyAttemptTimeout)(ADDRESS_ATTEMPT_MS);
    const action = ACTIONS[name]({
        workflow: connectWorkflow(),
        clock: systemClock,
        http: createHttp(USER_AGENT, systemClock),
        httpForDetails: createHttp(USER_AGENT, systemClock, DETAIL_REQUESTS_AT_ONCE),
        download: createDownload(USER_AGENT, systemClock),
        putFile: createPutFile(USER_AGENT, systemClock),
        workspace: process.env['GITHUB_WORKSPACE'] || process.cwd(),
        github: { readRun: readRun, connect: connectToGitHub, newNonce: newNonce },
        random: Math.random,
        trigger: triggerOf(process.env),
        idTokens: idTokenEndpoint(process.env),
        whyCredentialIsMissing: whyCredentialIsMissing,
        ignoredProxy: ignoredProxy,
        ignoredBypasses: ignoredBypasses,
    });
    return runToExit(process, action);
}

var __webpack_exports__start = __webpack_exports__.n;
export { __webpack_exports__start as start };
