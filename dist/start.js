import * as __WEBPACK_EXTERNAL_MODULE__lazy_packages_js_382f00d2__ from "./lazy-packages.js";
import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 948:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

var x = (y) => {
	var x = {}; __nccwpck_require__.d(x, y); return x
} 
var y = (x) => (() => (x))
module.exports = x({ ["ProxyAgent"]: () => (__WEBPACK_EXTERNAL_MODULE__lazy_packages_js_382f00d2__.ProxyAgent), ["fetch"]: () => (__WEBPACK_EXTERNAL_MODULE__lazy_packages_js_382f00d2__.fetch), ["httpOverHttp"]: () => (__WEBPACK_EXTERNAL_MODULE__lazy_packages_js_382f00d2__.httpOverHttp), ["httpOverHttps"]: () => (__WEBPACK_EXTERNAL_MODULE__lazy_packages_js_382f00d2__.httpOverHttps), ["httpsOverHttp"]: () => (__WEBPACK_EXTERNAL_MODULE__lazy_packages_js_382f00d2__.httpsOverHttp), ["httpsOverHttps"]: () => (__WEBPACK_EXTERNAL_MODULE__lazy_packages_js_382f00d2__.httpsOverHttps) });

/***/ }),

/***/ 220:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Nn: () => (/* binding */ GITHUB_TROUBLE_MS),
  $1: () => (/* binding */ OVERRUN_MS),
  y3: () => (/* binding */ PAUSE_MS),
  Yo: () => (/* binding */ PLATFORM_INPUTS),
  hK: () => (/* binding */ SHARED_DESCRIPTION),
  Km: () => (/* binding */ STATUS_TABLE),
  Ft: () => (/* binding */ __commonJSMin),
  ki: () => (/* binding */ __require),
  f1: () => (/* binding */ __toESM),
  hB: () => (/* binding */ adviceOnGitHub),
  Pl: () => (/* binding */ after),
  MT: () => (/* binding */ amountOf),
  tc: () => (/* binding */ applyingOnceTo),
  YO: () => (/* binding */ array),
  Ce: () => (/* binding */ askForBase),
  I6: () => (/* binding */ awaitBaseline),
  E9: () => (/* binding */ baseBranchBaselines),
  SN: () => (/* binding */ baselineIdOf),
  xx: () => (/* binding */ because),
  d8: () => (/* binding */ beginPolling),
  dT: () => (/* binding */ beginRecord),
  f7: () => (/* binding */ blockingCount),
  zM: () => (/* binding */ start_boolean),
  ai: () => (/* binding */ classifyState),
  aY: () => (/* binding */ code),
  xI: () => (/* binding */ commonBase),
  dD: () => (/* binding */ completedMsOf),
  Ng: () => (/* binding */ connect),
  Vi: () => (/* binding */ continueWait),
  QP: () => (/* binding */ contradictionsIn),
  Ot: () => (/* binding */ countBySeverity),
  Q$: () => (/* binding */ countable),
  mQ: () => (/* binding */ countsOf),
  mF: () => (/* binding */ createImage),
  R2: () => (/* binding */ createStartGrace),
  yd: () => (/* binding */ cutTo),
  Hw: () => (/* binding */ describeAbsence$1),
  wv: () => (/* binding */ describeCounts),
  Ic: () => (/* binding */ describeFailure),
  os: () => (/* binding */ describeGitHubProblem),
  MN: () => (/* binding */ describeLeftAlone),
  yg: () => (/* binding */ describeProblems),
  YI: () => (/* binding */ describeThrown),
  _N: () => (/* binding */ end),
  yj: () => (/* binding */ endedGreen),
  yb: () => (/* binding */ endedRed),
  Mc: () => (/* binding */ entriesOf),
  FV: () => (/* binding */ escapeMarkdown),
  _p: () => (/* binding */ expiryNote),
  Np: () => (/* binding */ fallback),
  WX: () => (/* binding */ findingsOf),
  z3: () => (/* binding */ formatBytes),
  a3: () => (/* binding */ formatDuration),
  Bo: () => (/* binding */ formatExact),
  ay: () => (/* binding */ formatUtc),
  g: () => (/* binding */ givenAs),
  n5: () => (/* binding */ givenBaseline),
  G4: () => (/* binding */ hiddenCommit),
  Mt: () => (/* binding */ imageDetails),
  Op: () => (/* binding */ imageList),
  tO: () => (/* binding */ imageName),
  A5: () => (/* binding */ isBusy),
  uQ: () => (/* binding */ isCompared),
  U9: () => (/* binding */ isLoopback),
  WB: () => (/* binding */ isSameId),
  XE: () => (/* binding */ isSameWord),
  qJ: () => (/* binding */ judgeFindings),
  X9: () => (/* binding */ linesOfProblems),
  vM: () => (/* binding */ listStatuses),
  ks: () => (/* binding */ listedImages),
  DQ: () => (/* binding */ loginOf),
  Kh: () => (/* binding */ namesBaseBranch),
  He: () => (/* binding */ noteProxy),
  cl: () => (/* binding */ nullish),
  Ik: () => (/* binding */ object),
  o6: () => (/* binding */ openGitHub),
  lq: () => (/* binding */ optional),
  cA: () => (/* binding */ pLimit),
  wh: () => (/* binding */ plainText),
  g$: () => (/* binding */ printable),
  GN: () => (/* binding */ productLine),
  hD: () => (/* binding */ quote),
  yw: () => (/* binding */ readAll),
  LF: () => (/* binding */ readDetails),
  $7: () => (/* binding */ readDuration),
  nC: () => (/* binding */ readGitHubToken),
  Id: () => (/* binding */ readOnIncomplete),
  Kd: () => (/* binding */ readPlatform),
  T4: () => (/* binding */ readPolicy),
  Le: () => (/* binding */ readStatusContexts),
  Wn: () => (/* binding */ readStepInputs),
  rx: () => (/* binding */ readTargetUrl),
  LW: () => (/* binding */ reasonOfCrash),
  wd: () => (/* binding */ reasonOfRefusal),
  y5: () => (/* binding */ reasonOfUnwritten),
  oh: () => (/* binding */ reasonWithoutBaseline),
  J: () => (/* binding */ reasonWithoutRun),
  g1: () => (/* binding */ record),
  Q2: () => (/* binding */ refusedByApi),
  pW: () => (/* binding */ reportSharing),
  Bc: () => (/* binding */ require_node_fs),
  Hq: () => (/* binding */ require_node_http),
  zK: () => (/* binding */ require_node_https),
  kF: () => (/* binding */ require_node_os),
  Zy: () => (/* binding */ require_node_path),
  R3: () => (/* binding */ require_promises$1),
  L5: () => (/* binding */ retry),
  bP: () => (/* binding */ retryUntilFound),
  nM: () => (/* binding */ row),
  xL: () => (/* binding */ safeParse),
  i8: () => (/* binding */ scanById),
  $N: () => (/* binding */ sentenceOf),
  cy: () => (/* binding */ shellSafeJson),
  vL: () => (/* binding */ shellSafeSentence),
  pp: () => (/* binding */ shellSafeText),
  Fu: () => (/* binding */ shortSha),
  ni: () => (/* binding */ start),
  Yj: () => (/* binding */ string),
  M1: () => (/* binding */ uploadAddress),
  Kn: () => (/* binding */ writeStatus),
  Sy: () => (/* binding */ writeSummary)
});

;// CONCATENATED MODULE: external "node:module"
const external_node_module_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:module");
// EXTERNAL MODULE: external "./lazy-packages.js"
var external_lazy_packages_js_ = __nccwpck_require__(948);
;// CONCATENATED MODULE: ./build/called/start.js




// \0rolldown/runtime.js
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __commonJSMin = (cb, mod) => () => (mod || (cb((mod = { exports: {} }).exports, mod, mod.exports), cb = null), mod.exports);
var __copyProps = (to, from, except, desc) => {
	if (from && typeof from === "object" || typeof from === "function") {
		for (var keys = __getOwnPropNames(from), i = 0, n = keys.length, key; i < n; i++) {
			key = keys[i];
			if (!__hasOwnProp.call(to, key) && key !== except) {
				__defProp(to, key, {
					get: ((k) => from[k]).bind(null, key),
					enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable
				});
			}
		}
	}
	return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(isNodeMode || !mod || !mod.__esModule || !__hasOwnProp.call(mod, "default") ? __defProp(target, "default", {
	value: mod,
	enumerable: true
}) : target, mod));
var __require = /* #__PURE__ */ (() => (0,external_node_module_namespaceObject.createRequire)(import.meta.url))();

// node:net
var require_node_net = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:net");
}));

// node_modules/jwt-decode/build/esm/index.js
var import_node_net = require_node_net();
var InvalidTokenError = class extends Error {};
InvalidTokenError.prototype.name = "InvalidTokenError";
function b64DecodeUnicode(str) {
	return decodeURIComponent(atob(str).replace(/(.)/g, (m, p) => {
		let code = p.charCodeAt(0).toString(16).toUpperCase();
		if (code.length < 2) code = "0" + code;
		return "%" + code;
	}));
}
function base64UrlDecode(str) {
	let output = str.replace(/-/g, "+").replace(/_/g, "/");
	switch (output.length % 4) {
		case 0: break;
		case 2:
			output += "==";
			break;
		case 3:
			output += "=";
			break;
		default: throw new Error("base64 string is not of the correct length");
	}
	try {
		return b64DecodeUnicode(output);
	} catch (err) {
		return atob(output);
	}
}
function jwtDecode(token, options) {
	if (typeof token !== "string") throw new InvalidTokenError("Invalid token specified: must be a string");
	options || (options = {});
	const pos = options.header === true ? 0 : 1;
	const part = token.split(".")[pos];
	if (typeof part !== "string") throw new InvalidTokenError(`Invalid token specified: missing part #${pos + 1}`);
	let decoded;
	try {
		decoded = base64UrlDecode(part);
	} catch (e) {
		throw new InvalidTokenError(`Invalid token specified: invalid base64 for part #${pos + 1} (${e.message})`);
	}
	try {
		return JSON.parse(decoded);
	} catch (e) {
		throw new InvalidTokenError(`Invalid token specified: invalid json for part #${pos + 1} (${e.message})`);
	}
}

// node_modules/valibot/dist/index.mjs
let store$4;
const DEFAULT_CONFIG = {
	lang: void 0,
	message: void 0,
	abortEarly: void 0,
	abortPipeEarly: void 0
};
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
let store$3;
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
let store$2;
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
let store$1;
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
/* @__NO_SIDE_EFFECTS__ */
function start_boolean(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "boolean",
		reference: start_boolean,
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

// build/js/http/json.js
/**
* @param redact applied to every string in the value, after parsing, so that no escape hides a
* secret.
* @returns the value; undefined if the text is not JSON.
*/
function parseJson(text, redact) {
	const clean = (_, value) => typeof value === "string" ? redact(value) : value;
	try {
		return { value: JSON.parse(text, clean) };
	} catch {
		return;
	}
}
function kindOfText(text) {
	const start = text.trimStart().charAt(0);
	if (start === "") return "empty";
	if (start === "<") return "web-page";
	return (start === "{" || start === "[") && isBrokenOff(text) ? "broken-off" : "other";
}
/** Whether a string or a bracket is still open at the end. */
function isBrokenOff(text) {
	let open = 0;
	let isInString = false;
	for (let index = 0; index < text.length; index += 1) {
		const character = text.charAt(index);
		if (character === "\"") isInString = !isInString;
		else if (isInString) index += character === "\\" ? 1 : 0;
		else if (character === "{" || character === "[") open += 1;
		else if (character === "}" || character === "]") open -= 1;
	}
	return isInString || open > 0;
}

// build/js/http/no-reply.js
/** What a request without a reply means, for either endpoint. */
/**
* @param lenient whether a refused certificate or a proxy's 407 is only a failure, because the
* endpoint has worked before.
*/
function ofNoReply$1({ problem }, endpoint, lenient = false) {
	if (problem.type === "interrupted") return { kind: "interrupted" };
	if ((problem.type === "certificate" || problem.type === "proxy-auth") && !lenient) return {
		kind: "refused",
		endpoint,
		cause: problem
	};
	return {
		kind: "failed",
		endpoint,
		cause: problem,
		reached: problem.type === "proxy-status" && isBusy(problem.status) ? "busy" : "nothing"
	};
}
/** Whether a status has nothing to do with the request and passes by itself. */
function isBusy(status) {
	return status === 408 || status === 429 || status >= 500;
}

// build/js/util/text.js
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
	const start = text.slice(0, longest * 2 + 2).toWellFormed();
	const line = start.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ").replaceAll("##[", "# #[").trim().replace(/^::/, ": :");
	const characters = Array.from(line);
	return characters.length > longest || start.length < text.length ? `${characters.slice(0, longest).join("")}…` : line;
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
	const words = camelCase.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
	if (count === 1) return words;
	if (/[^aeiou]y$/.test(words)) return `${words.slice(0, -1)}ies`;
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
* Turns text into plain Markdown for a table cell or a paragraph: no Markdown, HTML, mention or
* link renders. Punctuation becomes entities; a zero-width space breaks up what GitHub links even
* then (`@`, `://`, `www`, and `#7` and `GH-7`, which also leave a trace in that issue).
*/
function escapeMarkdown(text) {
	return text.replace(/@|:\/\/|www(?=\.)|(?:#|GH-)(?=\d)/gi, "$&​").replace(/[!-/:-@[-`{-~]/g, (character) => `&#${character.charCodeAt(0)};`);
}
/**
* Writes a time in UTC, for example `2026-01-26 15:30:01 UTC`.
* @param ms milliseconds since the epoch, within the range of a Date.
*/
function formatUtc(ms) {
	return `${new Date(ms).toISOString().slice(0, -5).replace("T", " ")} UTC`;
}
/** Whether two words are the same in any case, as GitHub compares names, logins and SHAs. */
function isSameWord(one, other) {
	return one?.toLowerCase() === other?.toLowerCase();
}
/** A word without its case, spaces and marks: people and platforms spell one word in several ways. */
function fold(word) {
	return word.toLowerCase().replace(/[\s_-]/g, "");
}
/** Writes a number of bytes in decimal units, as disks are sold: `1.3 GB`, `42 MB`, `512 B`. */
function formatBytes(bytes) {
	const [power, unit] = UNITS.findLast(([least]) => bytes >= least) ?? SMALLEST;
	const value = bytes / power;
	return `${value < 9.95 && power > 1 ? value.toFixed(1) : value.toFixed(0)} ${unit}`;
}
const SMALLEST = [1, "B"];
const UNITS = [
	SMALLEST,
	[1e3, "kB"],
	[1e6, "MB"],
	[1e9, "GB"]
];

// build/js/credentials/github-id-token.js
/**
* ID tokens of the job: with such a token, GitHub attests which repository, branch and environment
* the job belongs to (docs.github.com, OpenID Connect reference).
*/
/** An ID token is a few kilobytes. */
const MAX_BYTES$1 = 1048576;
/** @returns undefined if GitHub gave this job no endpoint: it may not request ID tokens. */
function idTokenEndpoint(env) {
	const url = env["ACTIONS_ID_TOKEN_REQUEST_URL"] ?? "";
	const requestToken = env["ACTIONS_ID_TOKEN_REQUEST_TOKEN"] ?? "";
	return url === "" || requestToken === "" ? void 0 : {
		url,
		requestToken
	};
}
/**
* Requests one ID token at a time. `getIDToken` of @actions/core takes no signal and tries ten
* times, so the request is our own. Anything but a token is a failure that may be temporary.
*/
function idTokenIssuer({ url, requestToken }, http) {
	return {
		async request(audience, call) {
			const reply = await http({
				url: `${url}&audience=${encodeURIComponent(audience)}`,
				headers: {
					accept: "application/json",
					authorization: `Bearer ${requestToken}`
				},
				maxBytes: MAX_BYTES$1,
				...call
			});
			return reply.kind === "reply" ? readIdToken(reply) : ofNoReply(reply);
		},
		secrets: [requestToken]
	};
}
/** Even a refused certificate may be temporary: the address is GitHub's own, not an input. */
function ofNoReply({ problem }) {
	return problem.type === "interrupted" ? { kind: "interrupted" } : failed$4(problem, "nothing");
}
const answerSchema = object({ value: pipe(string(), regex(/^[\w-]+\.[\w-]+\.[\w-]+$/)) });
function readIdToken({ status, body, retryAfterMs }) {
	if (status !== 200) {
		const reached = isBusy(status) ? "busy" : "unclear";
		return failed$4({
			type: "http-status",
			status,
			message: void 0
		}, reached, retryAfterMs);
	}
	if (!body.ok) return failed$4(body.problem, "nothing", retryAfterMs);
	const parsed = safeParse(answerSchema, parseJson(body.text, (text) => text)?.value);
	return parsed.success ? {
		kind: "id-token",
		...parsed.output,
		...claimsOf$1(parsed.output.value)
	} : failed$4({
		type: "no-id-token",
		status
	}, "unclear", retryAfterMs);
}
function failed$4(cause, reached, retryAfterMs) {
	return {
		kind: "failed",
		endpoint: "id-token",
		cause,
		reached,
		retryAfterMs
	};
}
/** The longest claim that is quoted, in characters; a customized `sub` has many parts. */
const LONGEST_CLAIM = 500;
const claim = pipe(string(), transform((text) => printable(text, LONGEST_CLAIM)));
const maybeClaim = fallback(optional(claim), void 0);
const claimsSchema = object({
	sub: maybeClaim,
	iss: maybeClaim
});
/** The claims are not verified, so they are for advice only. */
function claimsOf$1(token) {
	try {
		const { sub: subject, iss: issuer } = parse(claimsSchema, jwtDecode(token));
		return {
			subject,
			issuer
		};
	} catch {
		return {
			subject: void 0,
			issuer: void 0
		};
	}
}

// build/js/github/connection.js
/**
* One request to GitHub, on top of octokit: no answer is a value, and every request has a time
* limit and a signal. Octokit goes through the runner's proxy like everything else.
*/
/**
* Loads octokit: most steps never need it. Makes no request yet.
* @param baseUrl the address of GitHub's REST API.
*/
async function connectToGitHub(token, baseUrl) {
	const { getOctokit } = await __nccwpck_require__.e(/* import() */ 498).then(__nccwpck_require__.bind(__nccwpck_require__, 498));
	const octokit = getOctokit(token, { baseUrl });
	const send = (route, parameters, call) => bounded(call, async (signal) => {
		const request = {
			signal,
			log: SILENT
		};
		const { status, headers, data } = await octokit.request(route, {
			...parameters,
			request
		});
		return {
			kind: "response",
			status,
			headers,
			data
		};
	});
	return {
		rest: send,
		graphql: (query, variables, call) => send("POST /graphql", {
			baseUrl: graphqlBase(baseUrl),
			query,
			variables
		}, call)
	};
}
/** GitHub Enterprise Server has REST below `/api/v3` and GraphQL below `/api`. */
function graphqlBase(baseUrl) {
	return baseUrl.replace(/\/api\/v3\/?$/, "/api");
}
/**
* Octokit reports a deprecated endpoint on stderr, which does not belong in the log of a workflow.
*/
const nothing = () => void 0;
const SILENT = {
	debug: nothing,
	info: nothing,
	warn: nothing,
	error: nothing
};
/** A race, not only a signal: behind a silent proxy nothing else ever rejects. */
async function bounded({ limitMs, signal }, send) {
	if (signal.aborted) return STOPPED$2;
	const abort = new AbortController();
	const { promise: ended, resolve: end } = Promise.withResolvers();
	const tooSlow = {
		kind: "no-response",
		problem: {
			type: "too-slow",
			limitMs
		}
	};
	const timer = setTimeout(() => end(tooSlow), limitMs);
	const stop = () => end(STOPPED$2);
	signal.addEventListener("abort", stop, { once: true });
	try {
		return await Promise.race([ended, send(abort.signal).catch(replyOf)]);
	} finally {
		clearTimeout(timer);
		signal.removeEventListener("abort", stop);
		abort.abort();
	}
}
const STOPPED$2 = {
	kind: "no-response",
	problem: { type: "stopped" }
};
/** Octokit throws on an error status, with the response; other errors come from the network. */
function replyOf(error) {
	const { response, message } = error;
	if (response === void 0) return {
		kind: "no-response",
		problem: {
			type: "network",
			message: printable(String(message))
		}
	};
	const { status, headers, data } = response;
	return {
		kind: "response",
		status,
		headers,
		data
	};
}

// build/js/github/missing-credential.js
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
	const { context } = await __nccwpck_require__.e(/* import() */ 498).then(__nccwpck_require__.bind(__nccwpck_require__, 498)).catch(() => ({ context: void 0 }));
	if (context === void 0 || context.eventName === "pull_request_target") return void 0;
	if (context.actor === "dependabot[bot]" && input !== "oidc") return "is empty: Dependabot started this run, and GitHub gives such runs only Dependabot secrets, so add the credential there";
	const pullRequest = context.payload.pull_request;
	const head = pullRequest?.["head"]?.repo?.full_name;
	const base = context.payload.repository?.full_name;
	if (pullRequest === void 0 || head === base) return void 0;
	const [lack, what] = input === "oidc" ? ["does not work here", "ID tokens"] : ["is empty", "secrets"];
	return `${lack}: this pull request comes from a fork, and GitHub gives such runs no ${what}, so scan after the merge or from a branch of this repository`;
}

// build/js/github/run-base.js
/** What a run's commit is based on, as far as the event says. */
const sha = pipe(string(), nonEmpty());
const name$1 = fallback(optional(string(), ""), "");
/** The part of an event's pull request that we use. */
const pullRequest = object({
	head: object({ sha }),
	base: object({
		sha,
		ref: name$1
	})
});
const workflowRun = object({
	event: name$1,
	head_sha: sha,
	head_branch: name$1,
	pull_requests: fallback(array(object({ base: object({
		sha,
		ref: name$1
	}) })), [])
});
const eventSchema = object({
	pull_request: nullish(unknown()),
	merge_group: nullish(unknown()),
	workflow_run: nullish(unknown())
});
const mergeGroup = object({
	base_sha: sha,
	base_ref: name$1
});
/**
* @param payload the event.
* @param runSha GITHUB_SHA.
* @param ref GITHUB_REF, such as `refs/heads/main`.
* @param name the event's name: without the part that it should have, the base is not known.
*/
function baseOf(payload, runSha, ref, name = "") {
	const event = parse(fallback(eventSchema, {}), payload);
	if (event.pull_request != null) return ofPullRequest(event.pull_request, runSha);
	if (event.merge_group != null) return ofMergeGroup(event.merge_group);
	if (event.workflow_run != null) return ofWorkflowRun(event.workflow_run);
	if (/^(?:pull_request|merge_group|workflow_run)/.test(name)) return UNKNOWN;
	return {
		branch: ref.startsWith("refs/tags/") ? "" : branchOf(ref),
		start: {
			kind: "parent",
			of: runSha
		}
	};
}
function ofPullRequest(given, mergeSha) {
	const parsed = safeParse(pullRequest, given);
	if (!parsed.success) return UNKNOWN;
	const { head, base } = parsed.output;
	const shas = {
		mergeSha,
		headSha: head.sha,
		baseSha: base.sha
	};
	return {
		branch: base.ref,
		start: {
			kind: "merge",
			...shas
		}
	};
}
function ofMergeGroup(given) {
	const parsed = safeParse(mergeGroup, given);
	if (!parsed.success) return UNKNOWN;
	const { base_ref: ref, base_sha: sha } = parsed.output;
	return {
		branch: branchOf(ref),
		start: {
			kind: "commit",
			sha
		}
	};
}
/**
* The parent of a pull request's head may be the pull request's own commit, whose findings would
* excuse themselves. GitHub names no pull request if it comes from a fork.
*/
function ofWorkflowRun(given) {
	const parsed = safeParse(workflowRun, given);
	if (!parsed.success) return UNKNOWN;
	const { event, head_sha: of, head_branch: branch, pull_requests } = parsed.output;
	if (!event.startsWith("pull_request")) return {
		branch,
		start: {
			kind: "parent",
			of
		}
	};
	const [first, ...others] = pull_requests.map(({ base }) => base);
	if (first === void 0 || others.some(({ sha }) => sha !== first.sha)) return UNKNOWN;
	return {
		branch: first.ref,
		start: {
			kind: "commit",
			sha: first.sha
		}
	};
}
/**
* The base of a commit that was found in two places. A pull request knows it better than a branch
* does; two pull requests with different bases leave none, whatever is found later.
*/
function commonBase(one, other) {
	if (one.start.kind === "unknown" || other.start.kind === "unknown") return UNKNOWN;
	if (other.start.kind !== "commit") return one;
	if (one.start.kind !== "commit") return other;
	return one.start.sha === other.start.sha ? one : UNKNOWN;
}
const UNKNOWN = {
	branch: "",
	start: { kind: "unknown" }
};
function branchOf(ref) {
	return ref.replace(/^refs\/heads\//, "");
}

// build/js/github/run.js
/** The run that this step belongs to, and the commit that its status is about. */
function triggerOf(env) {
	const { GITHUB_EVENT_NAME: event = "", GITHUB_REF: ref = "", GITHUB_SHA: sha = "" } = env;
	return {
		event,
		ref,
		sha
	};
}
/**
* Events that are not about a commit (docs.github.com, events that trigger workflows): GITHUB_SHA is
* the newest commit of the default branch then, which is not what is being scanned.
*/
const WITHOUT_COMMIT = /* @__PURE__ */ new Set([
	"branch_protection_rule",
	"check_run",
	"check_suite",
	"delete",
	"discussion",
	"discussion_comment",
	"fork",
	"gollum",
	"image_version",
	"issue_comment",
	"issues",
	"label",
	"milestone",
	"page_build",
	"project",
	"project_card",
	"project_column",
	"public",
	"status",
	"watch"
]);
/** Why a sweep would never find a commit status of this run; undefined if it would. */
function hiddenCommit({ event, ref }) {
	if (WITHOUT_COMMIT.has(event)) return "event";
	return ref.startsWith("refs/tags/") ? "tag" : void 0;
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
	const { context } = await __nccwpck_require__.e(/* import() */ 498).then(__nccwpck_require__.bind(__nccwpck_require__, 498));
	const { owner, repo } = context.repo;
	const { runId, serverUrl, payload, sha, ref, eventName } = context;
	if (owner === "" || repo === "" || Number.isNaN(runId)) throw new Error("GITHUB_REPOSITORY or GITHUB_RUN_ID is missing");
	const attempt = Number.isNaN(context.runAttempt) ? 1 : context.runAttempt;
	return {
		owner,
		repo,
		runId: `${runId}`,
		attempt: `${attempt}`,
		pageUrl: attemptUrl(`${serverUrl}/${owner}/${repo}`, `${runId}`, `${attempt}`),
		apiUrl: context.apiUrl,
		commit: commitOf$1(payload, sha),
		base: baseOf(payload, sha, `${ref ?? ""}`, eventName)
	};
}
/**
* In a pull request, GITHUB_SHA is a merge commit that nobody looks at; in `pull_request_target`,
* it is the commit of the base branch, and in `workflow_run` that of the default branch.
*/
function commitOf$1(payload, sha) {
	const [ofEvent] = PATHS.flatMap(([of, ...path]) => {
		const found = textAt(payload, ...path);
		return found === void 0 ? [] : [{
			sha: found,
			of
		}];
	});
	return ofEvent ?? {
		sha,
		of: "workflow"
	};
}
const PATHS = [
	[
		"pull request",
		"pull_request",
		"head",
		"sha"
	],
	[
		"merge group",
		"merge_group",
		"head_sha"
	],
	[
		"triggering workflow",
		"workflow_run",
		"head_sha"
	]
];
function textAt(value, ...path) {
	const found = path.reduce((inner, key) => inner?.[key], value);
	return typeof found === "string" ? found : void 0;
}

// node:os
var require_node_os = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:os");
}));

// node_modules/@actions/core/lib/utils.js
var import_node_os = /* @__PURE__ */ __toESM(require_node_os(), 1);
/**
* Sanitizes an input into a string so it can be passed into issueCommand safely
* @param input input to sanitize into a string
*/
function toCommandValue(input) {
	if (input === null || input === void 0) return "";
	else if (typeof input === "string" || input instanceof String) return input;
	return JSON.stringify(input);
}
/**
*
* @param annotationProperties
* @returns The command properties to send with the actual annotation command
* See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
*/
function toCommandProperties(annotationProperties) {
	if (!Object.keys(annotationProperties).length) return {};
	return {
		title: annotationProperties.title,
		file: annotationProperties.file,
		line: annotationProperties.startLine,
		endLine: annotationProperties.endLine,
		col: annotationProperties.startColumn,
		endColumn: annotationProperties.endColumn
	};
}

// node_modules/@actions/core/lib/command.js
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
function issueCommand(command, properties, message) {
	const cmd = new Command(command, properties, message);
	process.stdout.write(cmd.toString() + import_node_os.EOL);
}
const CMD_STRING = "::";
var Command = class {
	constructor(command, properties, message) {
		if (!command) command = "missing.command";
		this.command = command;
		this.properties = properties;
		this.message = message;
	}
	toString() {
		let cmdStr = CMD_STRING + this.command;
		if (this.properties && Object.keys(this.properties).length > 0) {
			cmdStr += " ";
			let first = true;
			for (const key in this.properties) if (this.properties.hasOwnProperty(key)) {
				const val = this.properties[key];
				if (val) {
					if (first) first = false;
					else cmdStr += ",";
					cmdStr += `${key}=${escapeProperty(val)}`;
				}
			}
		}
		cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
		return cmdStr;
	}
};
function escapeData(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}

// node:crypto
var require_node_crypto = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:crypto");
}));

// node:fs
var require_node_fs = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:fs");
}));

// node_modules/@actions/core/lib/file-command.js
var import_node_crypto = /* @__PURE__ */ __toESM(require_node_crypto(), 1);
var import_node_fs = /* @__PURE__ */ __toESM(require_node_fs(), 1);
function issueFileCommand(command, message) {
	const filePath = process.env[`GITHUB_${command}`];
	if (!filePath) throw new Error(`Unable to find environment variable for file command ${command}`);
	if (!import_node_fs.existsSync(filePath)) throw new Error(`Missing file at path: ${filePath}`);
	import_node_fs.appendFileSync(filePath, `${toCommandValue(message)}${import_node_os.EOL}`, { encoding: "utf8" });
}
function prepareKeyValueMessage(key, value) {
	const delimiter = `ghadelimiter_${import_node_crypto.randomUUID()}`;
	const convertedValue = toCommandValue(value);
	if (key.includes(delimiter)) throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
	if (convertedValue.includes(delimiter)) throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
	return `${key}<<${delimiter}${import_node_os.EOL}${convertedValue}${import_node_os.EOL}${delimiter}`;
}

// node:path
var require_node_path = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:path");
}));

// node:http
var require_node_http = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:http");
}));

// node:https
var require_node_https = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:https");
}));

// node_modules/@actions/http-client/lib/proxy.js
var import_node_http = /* @__PURE__ */ __toESM(require_node_http(), 1);
var import_node_https = /* @__PURE__ */ __toESM(require_node_https(), 1);
function getProxyUrl(reqUrl) {
	const usingSsl = reqUrl.protocol === "https:";
	if (checkBypass(reqUrl)) return;
	const proxyVar = (() => {
		if (usingSsl) return process.env["https_proxy"] || process.env["HTTPS_PROXY"];
		else return process.env["http_proxy"] || process.env["HTTP_PROXY"];
	})();
	if (proxyVar) try {
		return new DecodedURL(proxyVar);
	} catch (_a) {
		if (!proxyVar.startsWith("http://") && !proxyVar.startsWith("https://")) return new DecodedURL(`http://${proxyVar}`);
	}
	else return;
}
function checkBypass(reqUrl) {
	if (!reqUrl.hostname) return false;
	const reqHost = reqUrl.hostname;
	if (isLoopbackAddress(reqHost)) return true;
	const noProxy = process.env["no_proxy"] || process.env["NO_PROXY"] || "";
	if (!noProxy) return false;
	let reqPort;
	if (reqUrl.port) reqPort = Number(reqUrl.port);
	else if (reqUrl.protocol === "http:") reqPort = 80;
	else if (reqUrl.protocol === "https:") reqPort = 443;
	const upperReqHosts = [reqUrl.hostname.toUpperCase()];
	if (typeof reqPort === "number") upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`);
	for (const upperNoProxyItem of noProxy.split(",").map((x) => x.trim().toUpperCase()).filter((x) => x)) if (upperNoProxyItem === "*" || upperReqHosts.some((x) => x === upperNoProxyItem || x.endsWith(`.${upperNoProxyItem}`) || upperNoProxyItem.startsWith(".") && x.endsWith(`${upperNoProxyItem}`))) return true;
	return false;
}
function isLoopbackAddress(host) {
	const hostLower = host.toLowerCase();
	return hostLower === "localhost" || hostLower.startsWith("127.") || hostLower.startsWith("[::1]") || hostLower.startsWith("[0:0:0:0:0:0:0:1]");
}
var DecodedURL = class extends URL {
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
};

// node_modules/@actions/http-client/lib/index.js
var __awaiter$5 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
var HttpCodes;
(function(HttpCodes) {
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
(function(Headers) {
	Headers["Accept"] = "accept";
	Headers["ContentType"] = "content-type";
})(Headers || (Headers = {}));
var MediaTypes;
(function(MediaTypes) {
	MediaTypes["ApplicationJson"] = "application/json";
})(MediaTypes || (MediaTypes = {}));
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
const RetryableHttpVerbs = [
	"OPTIONS",
	"GET",
	"DELETE",
	"HEAD"
];
const ExponentialBackoffCeiling = 10;
const ExponentialBackoffTimeSlice = 5;
var HttpClientError = class HttpClientError extends Error {
	constructor(message, statusCode) {
		super(message);
		this.name = "HttpClientError";
		this.statusCode = statusCode;
		Object.setPrototypeOf(this, HttpClientError.prototype);
	}
};
var HttpClientResponse = class {
	constructor(message) {
		this.message = message;
	}
	readBody() {
		return __awaiter$5(this, void 0, void 0, function* () {
			return new Promise((resolve) => __awaiter$5(this, void 0, void 0, function* () {
				let output = Buffer.alloc(0);
				this.message.on("data", (chunk) => {
					output = Buffer.concat([output, chunk]);
				});
				this.message.on("end", () => {
					resolve(output.toString());
				});
			}));
		});
	}
	readBodyBuffer() {
		return __awaiter$5(this, void 0, void 0, function* () {
			return new Promise((resolve) => __awaiter$5(this, void 0, void 0, function* () {
				const chunks = [];
				this.message.on("data", (chunk) => {
					chunks.push(chunk);
				});
				this.message.on("end", () => {
					resolve(Buffer.concat(chunks));
				});
			}));
		});
	}
};
var HttpClient = class {
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
			if (requestOptions.ignoreSslError != null) this._ignoreSslError = requestOptions.ignoreSslError;
			this._socketTimeout = requestOptions.socketTimeout;
			if (requestOptions.allowRedirects != null) this._allowRedirects = requestOptions.allowRedirects;
			if (requestOptions.allowRedirectDowngrade != null) this._allowRedirectDowngrade = requestOptions.allowRedirectDowngrade;
			if (requestOptions.maxRedirects != null) this._maxRedirects = Math.max(requestOptions.maxRedirects, 0);
			if (requestOptions.keepAlive != null) this._keepAlive = requestOptions.keepAlive;
			if (requestOptions.allowRetries != null) this._allowRetries = requestOptions.allowRetries;
			if (requestOptions.maxRetries != null) this._maxRetries = requestOptions.maxRetries;
		}
	}
	options(requestUrl, additionalHeaders) {
		return __awaiter$5(this, void 0, void 0, function* () {
			return this.request("OPTIONS", requestUrl, null, additionalHeaders || {});
		});
	}
	get(requestUrl, additionalHeaders) {
		return __awaiter$5(this, void 0, void 0, function* () {
			return this.request("GET", requestUrl, null, additionalHeaders || {});
		});
	}
	del(requestUrl, additionalHeaders) {
		return __awaiter$5(this, void 0, void 0, function* () {
			return this.request("DELETE", requestUrl, null, additionalHeaders || {});
		});
	}
	post(requestUrl, data, additionalHeaders) {
		return __awaiter$5(this, void 0, void 0, function* () {
			return this.request("POST", requestUrl, data, additionalHeaders || {});
		});
	}
	patch(requestUrl, data, additionalHeaders) {
		return __awaiter$5(this, void 0, void 0, function* () {
			return this.request("PATCH", requestUrl, data, additionalHeaders || {});
		});
	}
	put(requestUrl, data, additionalHeaders) {
		return __awaiter$5(this, void 0, void 0, function* () {
			return this.request("PUT", requestUrl, data, additionalHeaders || {});
		});
	}
	head(requestUrl, additionalHeaders) {
		return __awaiter$5(this, void 0, void 0, function* () {
			return this.request("HEAD", requestUrl, null, additionalHeaders || {});
		});
	}
	sendStream(verb, requestUrl, stream, additionalHeaders) {
		return __awaiter$5(this, void 0, void 0, function* () {
			return this.request(verb, requestUrl, stream, additionalHeaders);
		});
	}
	/**
	* Gets a typed object from an endpoint
	* Be aware that not found returns a null.  Other errors (4xx, 5xx) reject the promise
	*/
	getJson(requestUrl_1) {
		return __awaiter$5(this, arguments, void 0, function* (requestUrl, additionalHeaders = {}) {
			additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
			const res = yield this.get(requestUrl, additionalHeaders);
			return this._processResponse(res, this.requestOptions);
		});
	}
	postJson(requestUrl_1, obj_1) {
		return __awaiter$5(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
			const data = JSON.stringify(obj, null, 2);
			additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
			additionalHeaders[Headers.ContentType] = this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
			const res = yield this.post(requestUrl, data, additionalHeaders);
			return this._processResponse(res, this.requestOptions);
		});
	}
	putJson(requestUrl_1, obj_1) {
		return __awaiter$5(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
			const data = JSON.stringify(obj, null, 2);
			additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
			additionalHeaders[Headers.ContentType] = this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
			const res = yield this.put(requestUrl, data, additionalHeaders);
			return this._processResponse(res, this.requestOptions);
		});
	}
	patchJson(requestUrl_1, obj_1) {
		return __awaiter$5(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
			const data = JSON.stringify(obj, null, 2);
			additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
			additionalHeaders[Headers.ContentType] = this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
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
		return __awaiter$5(this, void 0, void 0, function* () {
			if (this._disposed) throw new Error("Client has already been disposed.");
			const parsedUrl = new URL(requestUrl);
			let info = this._prepareRequest(verb, parsedUrl, headers);
			const maxTries = this._allowRetries && RetryableHttpVerbs.includes(verb) ? this._maxRetries + 1 : 1;
			let numTries = 0;
			let response;
			do {
				response = yield this.requestRaw(info, data);
				if (response && response.message && response.message.statusCode === HttpCodes.Unauthorized) {
					let authenticationHandler;
					for (const handler of this.handlers) if (handler.canHandleAuthentication(response)) {
						authenticationHandler = handler;
						break;
					}
					if (authenticationHandler) return authenticationHandler.handleAuthentication(this, info, data);
					else return response;
				}
				let redirectsRemaining = this._maxRedirects;
				while (response.message.statusCode && HttpRedirectCodes.includes(response.message.statusCode) && this._allowRedirects && redirectsRemaining > 0) {
					const redirectUrl = response.message.headers["location"];
					if (!redirectUrl) break;
					const parsedRedirectUrl = new URL(redirectUrl);
					if (parsedUrl.protocol === "https:" && parsedUrl.protocol !== parsedRedirectUrl.protocol && !this._allowRedirectDowngrade) throw new Error("Redirect from HTTPS to HTTP protocol. This downgrade is not allowed for security reasons. If you want to allow this behavior, set the allowRedirectDowngrade option to true.");
					yield response.readBody();
					if (parsedRedirectUrl.hostname !== parsedUrl.hostname) {
						for (const header in headers) if (header.toLowerCase() === "authorization") delete headers[header];
					}
					info = this._prepareRequest(verb, parsedRedirectUrl, headers);
					response = yield this.requestRaw(info, data);
					redirectsRemaining--;
				}
				if (!response.message.statusCode || !HttpResponseRetryCodes.includes(response.message.statusCode)) return response;
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
		if (this._agent) this._agent.destroy();
		this._disposed = true;
	}
	/**
	* Raw request.
	* @param info
	* @param data
	*/
	requestRaw(info, data) {
		return __awaiter$5(this, void 0, void 0, function* () {
			return new Promise((resolve, reject) => {
				function callbackForResult(err, res) {
					if (err) reject(err);
					else if (!res) reject(/* @__PURE__ */ new Error("Unknown error"));
					else resolve(res);
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
		if (typeof data === "string") {
			if (!info.options.headers) info.options.headers = {};
			info.options.headers["Content-Length"] = Buffer.byteLength(data, "utf8");
		}
		let callbackCalled = false;
		function handleResult(err, res) {
			if (!callbackCalled) {
				callbackCalled = true;
				onResult(err, res);
			}
		}
		const req = info.httpModule.request(info.options, (msg) => {
			handleResult(void 0, new HttpClientResponse(msg));
		});
		let socket;
		req.on("socket", (sock) => {
			socket = sock;
		});
		req.setTimeout(this._socketTimeout || 18e4, () => {
			if (socket) socket.end();
			handleResult(/* @__PURE__ */ new Error(`Request timeout: ${info.options.path}`));
		});
		req.on("error", function(err) {
			handleResult(err);
		});
		if (data && typeof data === "string") req.write(data, "utf8");
		if (data && typeof data !== "string") {
			data.on("close", function() {
				req.end();
			});
			data.pipe(req);
		} else req.end();
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
		if (!(proxyUrl && proxyUrl.hostname)) return;
		return this._getProxyAgentDispatcher(parsedUrl, proxyUrl);
	}
	_prepareRequest(method, requestUrl, headers) {
		const info = {};
		info.parsedUrl = requestUrl;
		const usingSsl = info.parsedUrl.protocol === "https:";
		info.httpModule = usingSsl ? import_node_https : import_node_http;
		const defaultPort = usingSsl ? 443 : 80;
		info.options = {};
		info.options.host = info.parsedUrl.hostname;
		info.options.port = info.parsedUrl.port ? parseInt(info.parsedUrl.port) : defaultPort;
		info.options.path = (info.parsedUrl.pathname || "") + (info.parsedUrl.search || "");
		info.options.method = method;
		info.options.headers = this._mergeHeaders(headers);
		if (this.userAgent != null) info.options.headers["user-agent"] = this.userAgent;
		info.options.agent = this._getAgent(info.parsedUrl);
		if (this.handlers) for (const handler of this.handlers) handler.prepareRequest(info.options);
		return info;
	}
	_mergeHeaders(headers) {
		if (this.requestOptions && this.requestOptions.headers) return Object.assign({}, lowercaseKeys(this.requestOptions.headers), lowercaseKeys(headers || {}));
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
			if (headerValue) clientHeader = typeof headerValue === "number" ? headerValue.toString() : headerValue;
		}
		const additionalValue = additionalHeaders[header];
		if (additionalValue !== void 0) return typeof additionalValue === "number" ? additionalValue.toString() : additionalValue;
		if (clientHeader !== void 0) return clientHeader;
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
				if (typeof headerValue === "number") clientHeader = String(headerValue);
				else if (Array.isArray(headerValue)) clientHeader = headerValue.join(", ");
				else clientHeader = headerValue;
			}
		}
		const additionalValue = additionalHeaders[Headers.ContentType];
		if (additionalValue !== void 0) {
			if (typeof additionalValue === "number") return String(additionalValue);
			else if (Array.isArray(additionalValue)) return additionalValue.join(", ");
			else return additionalValue;
		}
		if (clientHeader !== void 0) return clientHeader;
		return _default;
	}
	_getAgent(parsedUrl) {
		let agent;
		const proxyUrl = getProxyUrl(parsedUrl);
		const useProxy = proxyUrl && proxyUrl.hostname;
		if (this._keepAlive && useProxy) agent = this._proxyAgent;
		if (!useProxy) agent = this._agent;
		if (agent) return agent;
		const usingSsl = parsedUrl.protocol === "https:";
		let maxSockets = 100;
		if (this.requestOptions) maxSockets = this.requestOptions.maxSockets || import_node_http.globalAgent.maxSockets;
		if (proxyUrl && proxyUrl.hostname) {
			const agentOptions = {
				maxSockets,
				keepAlive: this._keepAlive,
				proxy: Object.assign(Object.assign({}, (proxyUrl.username || proxyUrl.password) && { proxyAuth: `${proxyUrl.username}:${proxyUrl.password}` }), {
					host: proxyUrl.hostname,
					port: proxyUrl.port
				})
			};
			let tunnelAgent;
			const overHttps = proxyUrl.protocol === "https:";
			if (usingSsl) tunnelAgent = overHttps ? external_lazy_packages_js_.httpsOverHttps : external_lazy_packages_js_.httpsOverHttp;
			else tunnelAgent = overHttps ? external_lazy_packages_js_.httpOverHttps : external_lazy_packages_js_.httpOverHttp;
			agent = tunnelAgent(agentOptions);
			this._proxyAgent = agent;
		}
		if (!agent) {
			const options = {
				keepAlive: this._keepAlive,
				maxSockets
			};
			agent = usingSsl ? new import_node_https.Agent(options) : new import_node_http.Agent(options);
			this._agent = agent;
		}
		if (usingSsl && this._ignoreSslError) agent.options = Object.assign(agent.options || {}, { rejectUnauthorized: false });
		return agent;
	}
	_getProxyAgentDispatcher(parsedUrl, proxyUrl) {
		let proxyAgent;
		if (this._keepAlive) proxyAgent = this._proxyAgentDispatcher;
		if (proxyAgent) return proxyAgent;
		const usingSsl = parsedUrl.protocol === "https:";
		proxyAgent = new external_lazy_packages_js_.ProxyAgent(Object.assign({
			uri: proxyUrl.href,
			pipelining: !this._keepAlive ? 0 : 1
		}, (proxyUrl.username || proxyUrl.password) && { token: `Basic ${Buffer.from(`${proxyUrl.username}:${proxyUrl.password}`).toString("base64")}` }));
		this._proxyAgentDispatcher = proxyAgent;
		if (usingSsl && this._ignoreSslError) proxyAgent.options = Object.assign(proxyAgent.options.requestTls || {}, { rejectUnauthorized: false });
		return proxyAgent;
	}
	_getUserAgentWithOrchestrationId(userAgent) {
		const baseUserAgent = userAgent || "actions/http-client";
		const orchId = process.env["ACTIONS_ORCHESTRATION_ID"];
		if (orchId) return `${baseUserAgent} actions_orchestration_id/${orchId.replace(/[^a-z0-9_.-]/gi, "_")}`;
		return baseUserAgent;
	}
	_performExponentialBackoff(retryNumber) {
		return __awaiter$5(this, void 0, void 0, function* () {
			retryNumber = Math.min(ExponentialBackoffCeiling, retryNumber);
			const ms = ExponentialBackoffTimeSlice * Math.pow(2, retryNumber);
			return new Promise((resolve) => setTimeout(() => resolve(), ms));
		});
	}
	_processResponse(res, options) {
		return __awaiter$5(this, void 0, void 0, function* () {
			return new Promise((resolve, reject) => __awaiter$5(this, void 0, void 0, function* () {
				const statusCode = res.message.statusCode || 0;
				const response = {
					statusCode,
					result: null,
					headers: {}
				};
				if (statusCode === HttpCodes.NotFound) resolve(response);
				function dateTimeDeserializer(key, value) {
					if (typeof value === "string") {
						const a = new Date(value);
						if (!isNaN(a.valueOf())) return a;
					}
					return value;
				}
				let obj;
				let contents;
				try {
					contents = yield res.readBody();
					if (contents && contents.length > 0) {
						if (options && options.deserializeDates) obj = JSON.parse(contents, dateTimeDeserializer);
						else obj = JSON.parse(contents);
						response.result = obj;
					}
					response.headers = res.message.headers;
				} catch (err) {}
				if (statusCode > 299) {
					let msg;
					if (obj && obj.message) msg = obj.message;
					else if (contents && contents.length > 0) msg = contents;
					else msg = `Failed request: (${statusCode})`;
					const err = new HttpClientError(msg, statusCode);
					err.result = response.result;
					reject(err);
				} else resolve(response);
			}));
		});
	}
};
const lowercaseKeys = (obj) => Object.keys(obj).reduce((c, k) => (c[k.toLowerCase()] = obj[k], c), {});

// node_modules/@actions/http-client/lib/auth.js
var __awaiter$4 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};

// node_modules/@actions/core/lib/oidc-utils.js
var __awaiter$3 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};

// node_modules/@actions/core/lib/summary.js
var __awaiter$2 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
const { access, appendFile, writeFile } = import_node_fs.promises;
const SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
	constructor() {
		this._buffer = "";
	}
	/**
	* Finds the summary file path from the environment, rejects if env var is not found or file does not exist
	* Also checks r/w permissions.
	*
	* @returns step summary file path
	*/
	filePath() {
		return __awaiter$2(this, void 0, void 0, function* () {
			if (this._filePath) return this._filePath;
			const pathFromEnv = process.env[SUMMARY_ENV_VAR];
			if (!pathFromEnv) throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
			try {
				yield access(pathFromEnv, import_node_fs.constants.R_OK | import_node_fs.constants.W_OK);
			} catch (_a) {
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
		const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
		if (!content) return `<${tag}${htmlAttrs}>`;
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
		return __awaiter$2(this, void 0, void 0, function* () {
			const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
			const filePath = yield this.filePath();
			yield (overwrite ? writeFile : appendFile)(filePath, this._buffer, { encoding: "utf8" });
			return this.emptyBuffer();
		});
	}
	/**
	* Clears the summary buffer and wipes the summary file
	*
	* @returns {Summary} summary instance
	*/
	clear() {
		return __awaiter$2(this, void 0, void 0, function* () {
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
		this._buffer = "";
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
		return this.addRaw(import_node_os.EOL);
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
		const attrs = Object.assign({}, lang && { lang });
		const element = this.wrap("pre", this.wrap("code", code), attrs);
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
		const tag = ordered ? "ol" : "ul";
		const listItems = items.map((item) => this.wrap("li", item)).join("");
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
		const tableBody = rows.map((row) => {
			const cells = row.map((cell) => {
				if (typeof cell === "string") return this.wrap("td", cell);
				const { header, data, colspan, rowspan } = cell;
				const tag = header ? "th" : "td";
				const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
				return this.wrap(tag, data, attrs);
			}).join("");
			return this.wrap("tr", cells);
		}).join("");
		const element = this.wrap("table", tableBody);
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
		const element = this.wrap("details", this.wrap("summary", label) + content);
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
		const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
		const element = this.wrap("img", null, Object.assign({
			src,
			alt
		}, attrs));
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
		const allowedTag = [
			"h1",
			"h2",
			"h3",
			"h4",
			"h5",
			"h6"
		].includes(tag) ? tag : "h1";
		const element = this.wrap(allowedTag, text);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML thematic break (<hr>) to the summary buffer
	*
	* @returns {Summary} summary instance
	*/
	addSeparator() {
		const element = this.wrap("hr", null);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML line break (<br>) to the summary buffer
	*
	* @returns {Summary} summary instance
	*/
	addBreak() {
		const element = this.wrap("br", null);
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
		const attrs = Object.assign({}, cite && { cite });
		const element = this.wrap("blockquote", text, attrs);
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
		const element = this.wrap("a", text, { href });
		return this.addRaw(element).addEOL();
	}
};
const _summary = new Summary();
const summary = _summary;

// node_modules/@actions/core/lib/platform.js
var __awaiter$1 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
const platform = import_node_os.default.platform();
const arch = import_node_os.default.arch();

// node_modules/@actions/core/lib/core.js
var __awaiter = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
/**
* The code to exit an action
*/
var ExitCode;
(function(ExitCode) {
	/**
	* A code indicating that the action was successful
	*/
	ExitCode[ExitCode["Success"] = 0] = "Success";
	/**
	* A code indicating that the action was a failure
	*/
	ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
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
function setSecret(secret) {
	issueCommand("add-mask", {}, secret);
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
	const val = process.env[`INPUT_${name.replace(/ /g, "_").toUpperCase()}`] || "";
	if (options && options.required && !val) throw new Error(`Input required and not supplied: ${name}`);
	if (options && options.trimWhitespace === false) return val;
	return val.trim();
}
/**
* Sets the value of an output.
*
* @param     name     name of the output to set
* @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
*/
function setOutput(name, value) {
	if (process.env["GITHUB_OUTPUT"] || "") return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
	process.stdout.write(import_node_os.EOL);
	issueCommand("set-output", { name }, toCommandValue(value));
}
/**
* Sets the action status to failed.
* When the action exits it will be with an exit code of 1
* @param message add error issue message
*/
function setFailed(message) {
	process.exitCode = ExitCode.Failure;
	error(message);
}
/**
* Gets whether Actions Step Debug is on or not
*/
function isDebug() {
	return process.env["RUNNER_DEBUG"] === "1";
}
/**
* Writes debug message to user log
* @param message debug message
*/
function debug(message) {
	issueCommand("debug", {}, message);
}
/**
* Adds an error issue
* @param message error issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function error(message, properties = {}) {
	issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Adds a warning issue
* @param message warning issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function warning(message, properties = {}) {
	issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Writes info to log with console.log.
* @param message info message
*/
function info(message) {
	process.stdout.write(message + import_node_os.EOL);
}

// build/js/util/shell-safe.js
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
function shellSafeText(text) {
	return text.toWellFormed().replace(ACTIVE, "?");
}
/** Our own sentence: removes the marks around names and quotations, then applies `shellSafeText`. */
function shellSafeSentence(sentence) {
	return shellSafeText(sentence.replace(/`([^`]*)`/g, "$1").replace(/"([^"]*)"/g, "$1"));
}
/** A character of a JSON string that stands for itself; any other is escaped. */
const PLAIN = /[A-Za-z0-9 ._:~/@+,=-]/;
/**
* JSON whose strings hold only plain characters and `\u` escapes: a JSON reader sees the original,
* a shell sees nothing.
*/
function shellSafeJson(value) {
	return JSON.stringify(value).replace(/"(?:[^"\\]|\\.)*"/g, (literal) => {
		const text = JSON.parse(literal);
		return `"${Array.from(text, escapeCharacter).join("")}"`;
	});
}
function escapeCharacter(character) {
	if (character.charCodeAt(0) > 159 && !/[\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u2018-\u201f]/u.test(character) || PLAIN.test(character)) return character;
	return Array.from({ length: character.length }, (_, index) => {
		return `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`;
	}).join("");
}

// build/js/github/step-folder.js
/** The folder for the files that a step leaves to later steps: one per step, new, with all files. */
var import_node_path = /* @__PURE__ */ __toESM(require_node_path(), 1);
/** `RUNNER_TEMP` cannot be used, and neither can the temporary folder of the system. */
var ActiveFolderError = class extends Error {
	constructor() {
		super("the path in RUNNER_TEMP has a character that a shell acts on");
	}
};
/**
* Creates the folder when it is first needed.
* @param runnerTemp returns the variable `RUNNER_TEMP`; undefined or empty if it is not set.
*/
function createStepFolder(runnerTemp) {
	let created;
	function path(...segments) {
		created ??= (0, import_node_fs.mkdtempSync)((0, import_node_path.join)(shellSafeParent(runnerTemp()), "binarly-"));
		return (0, import_node_path.join)(created, ...segments).replaceAll("\\", "/");
	}
	return {
		file(name, parts) {
			const target = path(name);
			writeWhole(target, parts);
			return target;
		},
		folder(name) {
			const target = path(name);
			(0, import_node_fs.mkdirSync)(target, { recursive: true });
			return target;
		}
	};
}
/** A path is an output, so a folder with a quote or a `$` in its path is of no use. */
function shellSafeParent(runnerTemp) {
	const parent = [runnerTemp, (0, import_node_os.tmpdir)()].find((path) => {
		const shown = path?.replaceAll("\\", "/") ?? "";
		return shown !== "" && shellSafeText(shown) === shown;
	});
	if (parent === void 0) throw new ActiveFolderError();
	return parent;
}
/**
* Writes under another name first, so that a file under its own name is whole. If that fails, an
* older file of the name goes, too: it may say the opposite.
*/
function writeWhole(path, parts) {
	const draft = `${path}.part`;
	try {
		const file = (0, import_node_fs.openSync)(draft, "w");
		try {
			for (const part of parts) (0, import_node_fs.writeFileSync)(file, part);
		} finally {
			(0, import_node_fs.closeSync)(file);
		}
		(0, import_node_fs.renameSync)(draft, path);
	} catch (error) {
		for (const stale of [draft, path]) (0, import_node_fs.rmSync)(stale, { force: true });
		throw error;
	}
}

// build/js/github/workflow.js
/**
* The workflow that this step is part of: its inputs, and everything the step can report to it. No
* other file uses the package `@actions/core`.
*/
/** The longest line in the log, in characters. */
const LONGEST_LINE = 4e3;
/**
* The runner's workflow, reached through environment variables, files and commands on stdout. Every
* line is made printable, whatever it quotes.
*/
function connectWorkflow() {
	return {
		input: (name) => getInput(name),
		mask(secret) {
			for (const line of secret.split(/\r?\n/)) if (line !== "") setSecret(line);
		},
		output: (name, value) => setOutput(name, value),
		info: (line) => info(printable(line, LONGEST_LINE)),
		debug: (line) => void (isDebug() && debug(printable(line, LONGEST_LINE))),
		warning: (line) => warning(printable(line, LONGEST_LINE)),
		fail: (lines) => setFailed(lines.map((line) => printable(line, LONGEST_LINE)).join("\n")),
		pageUrl,
		...createStepFolder(() => process.env["RUNNER_TEMP"]),
		async summary(markdown) {
			await summary.emptyBuffer().addRaw(markdown).write();
		}
	};
}
/** Loading @actions/github for this would read the event's file, which may be missing. */
function pageUrl() {
	const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = process.env;
	const { GITHUB_RUN_ID: run, GITHUB_RUN_ATTEMPT: attempt } = process.env;
	return server && repository && run ? attemptUrl(`${server}/${repository}`, run, attempt || "1") : void 0;
}

// build/js/handover/nonce.js
/** What distinguishes one wait from every other. */
/** @returns twelve lower-case letters and digits. */
function newNonce() {
	return (0, import_node_crypto.randomUUID)().replaceAll("-", "").slice(0, 12);
}

// node:fs/promises
var require_promises$1 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:fs/promises");
}));

// node:stream
var require_node_stream = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:stream");
}));

// node:util
var require_node_util = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:util");
}));

// build/js/http/json-check.js
var import_promises$1 = require_promises$1();
var import_node_stream = require_node_stream();
var import_node_util = require_node_util();
/** Deeper than any report; an endless row of brackets must not use up the memory. */
const DEEPEST = 1e3;
/** Longer than any number of a report, in characters. */
const LONGEST_LITERAL = 1e3;
const LITERAL = /^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)$/;
const ESCAPE = /^\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/;
const START_OF_ESCAPE = /^\\(?:u[\da-fA-F]{0,3})?$/;
const [QUOTE, BACKSLASH, SPACE] = [
	34,
	92,
	32
];
const MARKS$1 = /* @__PURE__ */ new Set([
	"{",
	"}",
	"[",
	"]",
	":",
	","
]);
/** Whether the text is one object or one array: the `null` of a server is no report. */
function createJsonCheck() {
	const decoder = new import_node_util.TextDecoder("utf-8", { fatal: true });
	const grammar = createGrammar();
	let isRight = true;
	let isInString = false;
	/** The start of a token whose end has not come yet. */
	let rest = "";
	/** @returns where the token ends, or as much of it as is there; undefined if it is none. */
	function takeToken(text, at) {
		const mark = text.charAt(at);
		if (isMark(mark)) return grammar.take(mark) ? at + 1 : void 0;
		isInString = mark === "\"";
		if (isInString || isBlank(mark)) return at + 1;
		const end = endOfLiteral(text, at);
		const literal = text.slice(at, end);
		if (end < text.length) return LITERAL.test(literal) && grammar.take("literal") ? end : void 0;
		rest = literal;
		return rest.length > LONGEST_LITERAL ? void 0 : end;
	}
	/** The same within a string. */
	function takeInside(text, at) {
		const end = endOfPlain(text, at);
		if (end > at || end === text.length) return end;
		if (text.charCodeAt(at) === QUOTE) {
			isInString = false;
			return grammar.take("string") ? at + 1 : void 0;
		}
		const start = text.slice(at, at + 6);
		const [escaped] = ESCAPE.exec(start) ?? [];
		if (escaped !== void 0) return at + escaped.length;
		rest = start;
		return START_OF_ESCAPE.test(start) ? text.length : void 0;
	}
	function takeAll(text) {
		rest = "";
		for (let at = 0; at < text.length;) {
			const end = isInString ? takeInside(text, at) : takeToken(text, at);
			if (end === void 0) return false;
			at = end;
		}
		return true;
	}
	return {
		write(part) {
			const text = isRight ? decoded$1(decoder, part) : void 0;
			isRight = text !== void 0 && takeAll(rest + text);
			return isRight;
		},
		end: () => isRight && !isInString && rest === "" && decoded$1(decoder) === "" && grammar.isWhole()
	};
}
function isMark(character) {
	return MARKS$1.has(character);
}
function isBlank(character) {
	return character === " " || character === "\n" || character === "\r" || character === "	";
}
/** @returns where the next mark, quote or white space is, or the end of the text. */
function endOfLiteral(text, start) {
	let at = start;
	for (; at < text.length; at += 1) {
		const character = text.charAt(at);
		if (isMark(character) || isBlank(character) || character === "\"") break;
	}
	return at;
}
/** @returns where the next character is that a string must escape, or the end of the text. */
function endOfPlain(text, start) {
	let at = start;
	for (; at < text.length; at += 1) {
		const code = text.charCodeAt(at);
		if (code === QUOTE || code === BACKSLASH || code < SPACE) break;
	}
	return at;
}
/** @returns undefined if it is not UTF-8. @param part undefined at the end. */
function decoded$1(decoder, part) {
	try {
		return decoder.decode(part, { stream: part !== void 0 });
	} catch {
		return;
	}
}
/** Which tokens may follow each other. */
function createGrammar() {
	const nesting = [];
	let expected = "root";
	function open(mark) {
		if (!isValueExpected() && expected !== "root") return false;
		expected = mark === "{" ? "first-key" : "first-item";
		return nesting.push(mark) <= DEEPEST;
	}
	function close(mark, first) {
		if (expected !== first && expected !== "next") return false;
		if (nesting.pop() !== mark) return false;
		return valueEnded();
	}
	function valueEnded() {
		expected = nesting.length === 0 ? "end" : "next";
		return true;
	}
	function isValueExpected() {
		return expected === "value" || expected === "first-item";
	}
	function follow(before, after) {
		if (!before.includes(expected)) return false;
		expected = after;
		return true;
	}
	function take(token) {
		switch (token) {
			case "{":
			case "[": return open(token);
			case "}": return close("{", "first-key");
			case "]": return close("[", "first-item");
			case ":": return follow([":"], "value");
			case ",": return follow(["next"], nesting.at(-1) === "{" ? "key" : "value");
			case "string": return isValueExpected() ? valueEnded() : follow(["key", "first-key"], ":");
			case "literal": return isValueExpected() && valueEnded();
		}
	}
	return {
		take,
		isWhole: () => expected === "end"
	};
}

// build/js/http/body-checks.js
/** Checks a file while it comes, without holding it: is it of its format, and whole? */
/**
* @param isFramed whether HTTP says where the file ends. If the end of the connection is the end of
* the file, only the file itself shows that it is whole.
*/
function createCheck(format, isFramed) {
	return format === "json" ? createJsonCheck() : createPdfCheck(isFramed);
}
const START = "%PDF";
const END = "%%EOF";
/** Whether it begins as a PDF does and, unless it is framed, ends as one. */
function createPdfCheck(isFramed) {
	let start = "";
	let end = Buffer.alloc(0);
	return {
		write(part) {
			start += Buffer.from(part.subarray(0, 4 - start.length)).toString("latin1");
			end = Buffer.concat([end, part.subarray(-1024)]).subarray(-1024);
			return START.startsWith(start);
		},
		end: () => start === START && (isFramed || end.includes(END))
	};
}

// build/js/http/decode-body.js
/** Loaded by the first body that needs it: most are not compressed. */
const zlib$1 = () => process.getBuiltinModule("node:zlib");
const gunzip = (bytes, options) => (0, import_node_util.promisify)(zlib$1().gunzip)(bytes, options);
const inflate = (bytes, options) => (0, import_node_util.promisify)(zlib$1().inflate)(bytes, options);
const inflateRaw = (bytes, options) => (0, import_node_util.promisify)(zlib$1().inflateRaw)(bytes, options);
const brotli = (bytes, options) => (0, import_node_util.promisify)(zlib$1().brotliDecompress)(bytes, options);
/** The content codings of RFC 9110, 8.4.1, and Brotli (RFC 7932). Any other word is none. */
const CODINGS = /* @__PURE__ */ new Map([
	["gzip", gunzip],
	["x-gzip", gunzip],
	["deflate", (bytes, options) => (isWrapped(bytes) ? inflate : inflateRaw)(bytes, options)],
	["br", brotli]
]);
/**
* Some servers leave out the wrapper that the standard requires for `deflate`; with it, the first
* byte ends in 8 (RFC 1950, 2.2).
*/
function isWrapped([first = 0]) {
	return (first & 15) === 8;
}
/** Each chunk costs a trip to another thread, so few large ones are faster than Node's 16 KiB. */
const CHUNK_BYTES = 262144;
/** More codings on top of each other than this are an attack. */
const MOST_CODINGS = 2;
/** @param maxBytes the largest body that is read, before and after it is decoded. */
async function readBody(message, maxBytes) {
	const chunks = [];
	let bytes = 0;
	for await (const chunk of message) {
		bytes += chunk.length;
		if (bytes > maxBytes) return unreadable$1({
			type: "too-large",
			maxBytes
		});
		chunks.push(chunk);
	}
	return decodeBody(Buffer.concat(chunks), message.headers["content-encoding"], maxBytes);
}
/**
* @param encoding the header `Content-Encoding`.
* @param maxBytes the largest body that is read, before and after it is decoded.
*/
async function decodeBody(bytes, encoding, maxBytes) {
	const named = encoding ?? "";
	const words = named.split(",").map((word) => word.trim().toLowerCase());
	const codings = words.map((word) => CODINGS.get(word)).filter((coding) => coding !== void 0);
	if (codings.length > MOST_CODINGS) return unreadable$1(encoded(named));
	let decoded = bytes;
	for (const decode of codings.toReversed()) try {
		decoded = await decode(decoded, {
			maxOutputLength: maxBytes,
			chunkSize: CHUNK_BYTES
		});
	} catch (error) {
		if (isTooLarge(error)) return unreadable$1({
			type: "too-large",
			maxBytes
		});
	}
	const text = utf8(decoded);
	if (text !== void 0) return {
		ok: true,
		text
	};
	return unreadable$1(words.every((word) => word === "" || word === "identity") ? { type: "not-utf8" } : encoded(named));
}
function isTooLarge(error) {
	return error.code === "ERR_BUFFER_TOO_LARGE";
}
/** A byte order mark is skipped. @returns undefined for text in another encoding, not garbled text. */
function utf8(bytes) {
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		return;
	}
}
function encoded(encoding) {
	return {
		type: "encoded",
		encoding: printable(encoding, 40)
	};
}
function unreadable$1(problem) {
	return {
		ok: false,
		problem
	};
}

// node_modules/yocto-queue/index.js
var Node = class {
	value;
	next;
	constructor(value) {
		this.value = value;
	}
};
var Queue = class {
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
		if (!current) return;
		this.#head = this.#head.next;
		this.#size--;
		if (!this.#head) this.#tail = void 0;
		return current.value;
	}
	peek() {
		if (!this.#head) return;
		return this.#head.value;
	}
	clear() {
		this.#head = void 0;
		this.#tail = void 0;
		this.#size = 0;
	}
	get size() {
		return this.#size;
	}
	*[Symbol.iterator]() {
		let current = this.#head;
		while (current) {
			yield current.value;
			current = current.next;
		}
	}
	*drain() {
		while (this.#head) yield this.dequeue();
	}
};

// node_modules/p-limit/index.js
function pLimit(concurrency) {
	let rejectOnClear = false;
	if (typeof concurrency === "object") ({concurrency, rejectOnClear = false} = concurrency);
	validateConcurrency(concurrency);
	if (typeof rejectOnClear !== "boolean") throw new TypeError("Expected `rejectOnClear` to be a boolean");
	const queue = new Queue();
	let activeCount = 0;
	const resumeNext = () => {
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
		const result = (async () => function_(...arguments_))();
		resolve(result);
		try {
			await result;
		} catch {}
		next();
	};
	const enqueue = (function_, resolve, reject, arguments_) => {
		const queueItem = { reject };
		new Promise((internalResolve) => {
			queueItem.run = internalResolve;
			queue.enqueue(queueItem);
		}).then(run.bind(void 0, function_, resolve, arguments_));
		if (activeCount < concurrency) resumeNext();
	};
	const generator = (function_, ...arguments_) => new Promise((resolve, reject) => {
		enqueue(function_, resolve, reject, arguments_);
	});
	Object.defineProperties(generator, {
		activeCount: { get: () => activeCount },
		pendingCount: { get: () => queue.size },
		clearQueue: { value() {
			if (!rejectOnClear) {
				queue.clear();
				return;
			}
			const abortError = AbortSignal.abort().reason;
			while (queue.size > 0) queue.dequeue().reject(abortError);
		} },
		concurrency: {
			get: () => concurrency,
			set(newConcurrency) {
				validateConcurrency(newConcurrency);
				concurrency = newConcurrency;
				queueMicrotask(() => {
					while (activeCount < concurrency && queue.size > 0) resumeNext();
				});
			}
		},
		map: { async value(iterable, function_) {
			const promises = [];
			try {
				Array.from(iterable, (value, index) => {
					const promise = generator(function_, value, index);
					promises.push(promise);
					return promise;
				});
			} catch (error) {
				for (const promise of promises) promise.catch(() => {});
				throw error;
			}
			return Promise.all(promises);
		} }
	});
	return generator;
}
function validateConcurrency(concurrency) {
	if (!((Number.isInteger(concurrency) || concurrency === Number.POSITIVE_INFINITY) && concurrency > 0)) throw new TypeError("Expected `concurrency` to be a number from 1 and up");
}

// build/js/http/agents.js
/**
* Returns the agent for a URL: through the proxy that the environment names, or one that all
* requests of a protocol share, which resumes TLS sessions. No keep-alive: polls are seconds apart,
* and a server that closes an idle connection just then costs a poll.
*/
function createAgents() {
	const client = () => new HttpClient(void 0, [], { keepAlive: false });
	const [forPlain, forTls] = [client(), client()];
	return (url) => (url.protocol === "https:" ? forTls : forPlain).getAgent(url.href);
}

// build/js/http/failure.js
/**
* OpenSSL's and Node's codes for a refused certificate (Node: tls, X509 certificate error codes).
*/
const CERTIFICATE_CODES = /* @__PURE__ */ new Set([
	"CERT_CHAIN_TOO_LONG",
	"CERT_HAS_EXPIRED",
	"CERT_NOT_YET_VALID",
	"CERT_REJECTED",
	"CERT_REVOKED",
	"CERT_SIGNATURE_FAILURE",
	"CERT_UNTRUSTED",
	"DEPTH_ZERO_SELF_SIGNED_CERT",
	"ERR_TLS_CERT_ALTNAME_INVALID",
	"HOSTNAME_MISMATCH",
	"INVALID_CA",
	"INVALID_PURPOSE",
	"PATH_LENGTH_EXCEEDED",
	"SELF_SIGNED_CERT_IN_CHAIN",
	"UNABLE_TO_GET_ISSUER_CERT",
	"UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
	"UNABLE_TO_VERIFY_LEAF_SIGNATURE"
]);
/** What OpenSSL says about an answer that is not TLS. */
const NOT_TLS = /wrong version number|packet length too long|unknown protocol|http request/i;
/** Classifies what a request was rejected with. */
function problemOf(error) {
	const { code, message } = error instanceof Error ? error : new Error(String(error));
	return proxyProblemOf(message) ?? tlsProblemOf(code, message) ?? networkProblemOf(code, message);
}
/**
* The tunnel agent reports a proxy's answer to CONNECT as a connection reset, with the status in
* the message only.
*/
function proxyProblemOf(message) {
	const status = /statusCode=(\d{3})/.exec(message)?.[1];
	if (status === "407") return { type: "proxy-auth" };
	if (status !== void 0) return {
		type: "proxy-status",
		status: Number(status)
	};
	const trouble = /^tunneling socket could not be established, cause=(.+)$/s.exec(message)?.[1];
	return trouble === void 0 ? void 0 : {
		type: "proxy-connection",
		message: plainMessage(trouble)
	};
}
/** OpenSSL's messages contain addresses and source paths, so only the code is kept. */
function tlsProblemOf(code, message) {
	if (code === void 0) return void 0;
	if (CERTIFICATE_CODES.has(code)) return {
		type: "certificate",
		code
	};
	if (code !== "EPROTO" && !code.startsWith("ERR_SSL_")) return void 0;
	return NOT_TLS.test(`${message} ${code.replaceAll("_", " ")}`) ? { type: "no-tls" } : {
		type: "tls-handshake",
		code
	};
}
function networkProblemOf(code, message) {
	return {
		type: "network",
		code,
		message: plainMessage(message || String(code))
	};
}
/** One printable line; of OpenSSL's message only the reason, without addresses and source paths. */
function plainMessage(message) {
	const reason = /:error:[^:]*:[^:]*:[^:]*:([^:]+):/.exec(message)?.[1];
	return printable(reason ?? message);
}

// build/js/http/http-dates.js
/** The headers `Date` and `Retry-After` (RFC 9110, 6.6.1 and 10.2.3). */
/**
* The three forms of an HTTP date (RFC 9110, 5.6.7): the current one, RFC 850's and asctime's. All
* of them are in GMT.
*/
const HTTP_DATES = [
	/^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/,
	/^[A-Z][a-z]{5,8}, \d\d-[A-Z][a-z]{2}-\d\d \d\d:\d\d:\d\d GMT$/,
	/^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4}$/
];
/**
* @param header as received.
* @param nowMs the time now by the clock of whoever sent the header, in milliseconds since the
* epoch, for a date: the runner's clock may be wrong.
* @returns milliseconds from now; undefined if absent, unreadable, zero or past. It may be absurdly
* long, so clamp it.
*/
function retryAfterMs(header, nowMs) {
	if (header === void 0) return void 0;
	const text = header.trim();
	const ms = /^\d+$/.test(text) ? Number(text) * 1e3 : (dateMs(text) ?? nowMs) - nowMs;
	return ms > 0 ? ms : void 0;
}
/** @returns milliseconds since the epoch; undefined if it is absent or not a date. */
function dateMs(header) {
	const text = header?.trim() ?? "";
	if (!HTTP_DATES.some((form) => form.test(text))) return void 0;
	const ms = Date.parse(text.endsWith("GMT") ? text : `${text} GMT`);
	return Number.isNaN(ms) ? void 0 : ms;
}

// build/js/http/more-pages.js
/** Whether an answer says that it is not whole. */
/** @returns true for a 206 and for a link to the next page. */
function saysThereIsMore(status, link) {
	return status === 206 || hasNextPage(link ?? "");
}
/** @param link the header `Link` (RFC 8288): of several, Node makes one. */
function hasNextPage(link) {
	return link.split("<").some((part) => relationsOf(part).includes("next"));
}
/** @param part a target and its parameters, as in `/page/2>; rel="last next"`. */
function relationsOf(part) {
	const parameters = part.slice(part.indexOf(">") + 1);
	const [, quoted, plain] = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]*))/i.exec(parameters) ?? [];
	return (quoted ?? plain ?? "").toLowerCase().split(/\s+/);
}

// build/js/http/http.js
/**
* HTTP requests that are limited in number, time and size, follow no redirect, and end when a limit
* does or a signal aborts. Every foreseen failure is a value. We use only the proxy-aware agent of
* @actions/http-client: its body readers never settle when a connection is cut, and its requests
* take no signal.
*/
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
function createHttp(userAgent, clock, mostAtOnce = 32) {
	const connection = createConnection(userAgent, clock);
	const queue = pLimit(mostAtOnce);
	return (request) => queue(() => exchange(request, connection, (message) => readBody(message, request.maxBytes)));
}
function createConnection(userAgent, clock) {
	return {
		userAgent,
		clock,
		agentOf: createAgents()
	};
}
/**
* Sends a request and reads the reply.
* @param read reads the body.
* @param limited what the limit of the request covers: `headers` if reading has limits of its own.
*/
async function exchange(request, { userAgent, clock, agentOf }, read, limited = "all") {
	if (request.signal.aborted) return noReply$1({ type: "interrupted" });
	const limitMs = request.limitMs();
	if (limitMs <= 0) return noReply$1({ type: "no-time" });
	const abort = new AbortController();
	const { promise: ended, resolve: end } = Promise.withResolvers();
	const timer = setTimeout(() => end(noReply$1({
		type: "too-slow",
		limitMs
	})), limitMs);
	const interrupt = () => end(noReply$1({ type: "interrupted" }));
	request.signal.addEventListener("abort", interrupt, { once: true });
	try {
		const sending = {
			userAgent,
			agentOf,
			signal: abort.signal
		};
		const message = await Promise.race([ended, open$2(request, sending).catch(failed$3)]);
		if ("problem" in message) return message;
		if (limited === "headers") clearTimeout(timer);
		const headers = readHeaders(message, clock);
		const body = bodyOf(await Promise.race([ended, read(message).catch(failed$3)]));
		if (body === void 0) return noReply$1({ type: "interrupted" });
		return {
			kind: "reply",
			...headers,
			body
		};
	} finally {
		clearTimeout(timer);
		request.signal.removeEventListener("abort", interrupt);
		abort.abort();
	}
}
function readHeaders(message, clock) {
	const { statusCode, headers } = message;
	const [nowMs, serverMs] = [clock.wallMs(), dateMs(headers.date)];
	const status = Number(statusCode);
	return {
		status,
		retryAfterMs: retryAfterMs(headers["retry-after"], serverMs ?? nowMs),
		dateMs: serverMs,
		aheadMs: serverMs === void 0 ? void 0 : serverMs - nowMs,
		hasMore: saysThereIsMore(status, [headers["link"] ?? []].flat().join()),
		location: headers.location
	};
}
function noReply$1(problem) {
	return {
		kind: "no-reply",
		problem
	};
}
function failed$3(error) {
	return noReply$1(problemOf(error));
}
/** @returns undefined if reading it was interrupted. */
function bodyOf(read) {
	if (!isNoReply(read)) return read;
	const { problem } = read;
	return problem.type === "interrupted" ? void 0 : unreadable$1(problem);
}
function isNoReply(read) {
	return "kind" in read && read.kind === "no-reply";
}
/**
* Rejects with the error from Node or the agent. Async, so that nothing is thrown outside the
* promise.
*/
async function open$2(request, sending) {
	const url = new URL(request.url);
	const { promise, resolve, reject } = Promise.withResolvers();
	(url.protocol === "https:" ? import_node_https : import_node_http).request(url, {
		agent: sending.agentOf(url),
		method: request.body === void 0 ? "GET" : "POST",
		headers: {
			...request.headers,
			"accept-encoding": "identity",
			"user-agent": sending.userAgent
		},
		signal: sending.signal
	}).on("response", resolve).on("error", reject).end(request.body);
	return promise;
}

// build/js/http/download.js
const TIMEOUTS = {
	startMs: 3e5,
	silenceMs: 6e4
};
/** The largest error that is read, in bytes. */
const MOST_ERROR_BYTES = 4194304;
function createDownload(userAgent, clock, timeouts = TIMEOUTS) {
	const connection = createConnection(userAgent, clock);
	return async (request) => {
		const limitMs = () => Math.min(request.limitMs(), timeouts.startMs);
		const reply = await exchange({
			...request,
			limitMs
		}, connection, (message) => message.statusCode === 200 ? save(message, request, timeouts) : readBody(message, MOST_ERROR_BYTES), "headers");
		if (reply.kind === "no-reply") return reply;
		const { body } = reply;
		return "kind" in body ? body : {
			...reply,
			body
		};
	};
}
/** Whatever this machine's disk refuses. Any other error comes from the network. */
var DiskError = class extends Error {};
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
		file = await onDisk((0, import_promises$1.open)(draft, "w"));
		const written = await copy(message, file, request, silenceMs);
		await onDisk(file.close());
		if ("kind" in written) await onDisk((0, import_promises$1.rename)(draft, request.path));
		return written;
	} catch (error) {
		if (error instanceof DiskError) return {
			kind: "unwritable",
			message: error.message
		};
		throw error;
	} finally {
		await Promise.allSettled([file?.close()]);
		await Promise.allSettled([(0, import_promises$1.rm)(draft, { force: true })]);
	}
}
async function copy(message, file, { format, maxBytes, limitMs }, silenceMs) {
	const { "content-length": length, "transfer-encoding": transfer } = message.headers;
	if (Number(length) > maxBytes) return unreadable$1({
		type: "too-large",
		maxBytes
	});
	const check = createCheck(format, (length ?? transfer) !== void 0);
	const notWhole = unreadable$1({
		type: "not-whole",
		format: format === "json" ? "JSON" : "PDF"
	});
	let stopped;
	const stopAfter = (ms, problem) => setTimeout(() => {
		stopped = problem;
		message.destroy();
	}, ms);
	const leftMs = Math.max(0, limitMs());
	const silence = stopAfter(silenceMs, {
		type: "stalled",
		afterMs: silenceMs
	});
	const end = stopAfter(leftMs, {
		type: "too-slow",
		limitMs: leftMs
	});
	let bytes = 0;
	try {
		for await (const part of decoded(message)) {
			bytes += part.length;
			if (bytes > maxBytes) return unreadable$1({
				type: "too-large",
				maxBytes
			});
			if (!check.write(part)) return notWhole;
			await onDisk(file.writeFile(part));
			silence.refresh();
		}
		return check.end() ? {
			kind: "saved",
			bytes
		} : notWhole;
	} catch (error) {
		if (stopped === void 0) throw error;
		return unreadable$1(stopped);
	} finally {
		clearTimeout(silence);
		clearTimeout(end);
		message.destroy();
	}
}
/** Loaded by the first file that needs it: most are not compressed. */
const zlib = () => process.getBuiltinModule("node:zlib");
/** Some gateways compress although the request forbids it. Any other word is no encoding. */
const DECODERS = /* @__PURE__ */ new Map([
	["gzip", () => zlib().createUnzip()],
	["x-gzip", () => zlib().createUnzip()],
	["deflate", () => zlib().createUnzip()],
	["br", () => zlib().createBrotliDecompress()]
]);
function decoded(message) {
	const encoding = message.headers["content-encoding"] ?? "";
	const decoder = DECODERS.get(encoding.trim().toLowerCase())?.();
	if (decoder === void 0) return message;
	return (0, import_node_stream.pipeline)(message, decoder, () => void 0);
}

// build/js/http/proxy.js
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
	if (url.protocol !== "https:" || checkBypass(url)) return void 0;
	const name = ["https_proxy", "HTTPS_PROXY"].find((variable) => process.env[variable]);
	return name === void 0 || isUsable(url) ? void 0 : name;
}
/**
* Finds what the client does not understand in `no_proxy`: it knows host names and domains, but no
* ranges, no patterns, and no separator but the comma.
* @returns undefined if there is nothing, or no proxy is used for this address.
*/
function ignoredBypasses(url) {
	const { no_proxy: lower, NO_PROXY: upper } = process.env;
	const given = lower || upper;
	if (!given || !isUsable(url)) return void 0;
	const variable = lower ? "no_proxy" : "NO_PROXY";
	const entries = given.split(",").map((entry) => entry.trim()).filter((entry) => entry !== "*" && NOT_A_HOST.test(entry));
	return entries.length === 0 ? void 0 : {
		variable,
		entries
	};
}
/** A range, a pattern, an address, several hosts, or an IPv6 address without its brackets. */
const NOT_A_HOST = /[\s/*;]|^[^[]*:.*:/;
/** Whether the client uses a proxy for this address. */
function isUsable(url) {
	try {
		return Boolean(getProxyUrl(url)?.hostname);
	} catch {
		return false;
	}
}

// build/js/http/put-reply.js
/** How long reading the body of an answer may take, in milliseconds. */
const BODY_MS = 2e3;
/** How much of that body is read, in bytes. */
const BODY_BYTES = 65536;
/** @param digests come once the file was sent; undefined if it was not. */
async function readPutReply(message, digests, clock) {
	const { headers } = message;
	const [text, known] = await Promise.all([textOf(message), within(digests)]);
	return {
		kind: "reply",
		status: Number(message.statusCode),
		digests: known,
		storedMd5: /(?:^|[,\s])md5=([A-Za-z0-9+/]+=*)/.exec(`${headers["x-goog-hash"] ?? ""}`)?.[1],
		retryAfterMs: retryAfterMs(headers["retry-after"], dateMs(headers.date) ?? clock.wallMs()),
		text
	};
}
async function textOf(message) {
	let text = "";
	await within((async () => {
		for await (const chunk of message.setEncoding("utf8")) {
			text += chunk;
			if (text.length > BODY_BYTES) return;
		}
	})());
	return text.slice(0, BODY_BYTES);
}
/** Waits for the work, but not for long. Its failure is none: what is known then counts. */
async function within(work) {
	const { promise: tooLate, resolve } = Promise.withResolvers();
	const timer = setTimeout(resolve, BODY_MS, void 0);
	try {
		return await Promise.race([work.catch(() => void 0), tooLate]);
	} finally {
		clearTimeout(timer);
	}
}

// node:timers/promises
var require_promises = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:timers/promises");
}));

// build/js/http/send-file.js
/** Sends a file as the body of a request, with memory that does not grow with the file. */
var import_promises = require_promises();
/** How much is read at once, in bytes. Two such buffers take turns. */
const BUFFER_BYTES = 524288;
/** How much is written at once, in bytes: what is taken is counted in pieces of this size. */
const PIECE_BYTES = 65536;
/** How much may wait to be taken, in bytes, before more is written. */
const MOST_WAITING_BYTES = 262144;
const CHANGED = { kind: "changed" };
const STOPPED$1 = { kind: "stopped" };
/**
* Resolves once the connection has taken all of the file and the request was ended.
* @param stamp what the file should be, before and after.
* @param onTaken called with the total number of bytes that the connection has taken.
* @param signal stops it.
*/
async function sendFile(file, stamp, body, onTaken, signal) {
	const [sha256, md5] = [(0, import_node_crypto.createHash)("sha256"), (0, import_node_crypto.createHash)("md5")];
	const writer = createWriter(body, onTaken);
	let [buffer, other] = [newBuffer(), newBuffer()];
	if (!await hasStamp(file, stamp)) return CHANGED;
	for (let position = 0; position < stamp.size; [buffer, other] = [other, buffer]) {
		await writer.untilTaken(buffer.end);
		const wanted = Math.min(BUFFER_BYTES, stamp.size - position);
		const { bytesRead } = await file.read(buffer.bytes, 0, wanted, position);
		if (bytesRead === 0) return CHANGED;
		const block = buffer.bytes.subarray(0, bytesRead);
		sha256.update(block);
		md5.update(block);
		position += bytesRead;
		buffer.end = position;
		if (position === stamp.size && !await hasStamp(file, stamp)) return CHANGED;
		if (!await writer.write(block) || signal.aborted) return STOPPED$1;
	}
	body.end();
	if (!await writer.untilTaken(stamp.size)) return STOPPED$1;
	return {
		kind: "sent",
		digests: {
			sha256: sha256.digest("hex"),
			md5: md5.digest("base64")
		}
	};
}
/** `end` is the position in the file behind what was read into the buffer last. */
function newBuffer() {
	return {
		bytes: Buffer.allocUnsafe(BUFFER_BYTES),
		end: 0
	};
}
/** @returns whether the file is what it should be. */
async function hasStamp(file, { size, modifiedNs }) {
	const stats = await file.stat({ bigint: true });
	return stats.size === BigInt(size) && stats.mtimeNs === modifiedNs;
}
function createWriter(body, onTaken) {
	let [written, taken, isBroken] = [
		0,
		0,
		false
	];
	let wake = () => {};
	function writePiece(piece) {
		written += piece.length;
		body.write(piece, (error) => {
			if (error) isBroken = true;
			else {
				taken += piece.length;
				onTaken(taken);
			}
			wake();
		});
	}
	/** Waits until so many bytes of the file were taken. @returns false if the connection broke. */
	async function untilTaken(bytes) {
		while (taken < bytes && !isBroken) await new Promise((resolve) => {
			wake = resolve;
		});
		return !isBroken;
	}
	return {
		untilTaken,
		/** @returns false if the connection broke. */
		async write(block) {
			for (let start = 0; start < block.length && !isBroken; start += PIECE_BYTES) {
				await untilTaken(written - MOST_WAITING_BYTES + PIECE_BYTES);
				await (0, import_promises.setImmediate)();
				writePiece(block.subarray(start, start + PIECE_BYTES));
			}
			return !isBroken;
		}
	};
}

// build/js/http/put-file.js
/**
* Puts a file to an address: as a stream, through the proxy if there is one, without following
* redirects, and within limits. Every foreseen failure is a value.
*/
/** How long the connection may take nothing before that is a failure, in milliseconds. */
const STALL_MS = 6e4;
/**
* How much the operating system may hold of what the connection has taken, in bytes: Linux lets a
* connection grow to this by default. Before an answer can come, that must be sent as well.
*/
const HELD_BYTES = 4194304;
/**
* @param userAgent names this action to the server.
* @param stallMs how long the connection may take nothing.
*/
function createPutFile(userAgent, clock, stallMs = STALL_MS) {
	const agentOf = createAgents();
	return async (put) => {
		const file = await (0, import_promises$1.open)(put.path).catch(unreadable);
		if ("kind" in file) return file;
		try {
			return await send(put, file, {
				userAgent,
				clock,
				stallMs,
				agent: agentOf(put.url)
			});
		} finally {
			file.close().then(ignore, ignore);
		}
	};
}
async function send(put, file, sending) {
	const { signal, limitMs } = put;
	if (signal.aborted) return noReply({ type: "interrupted" });
	if (limitMs <= 0) return noReply({ type: "no-time" });
	const { promise: ended, resolve: end } = Promise.withResolvers();
	const abort = new AbortController();
	const timer = setTimeout(() => end(noReply({
		type: "too-slow",
		limitMs
	})), limitMs);
	const interrupt = () => end(noReply({ type: "interrupted" }));
	signal.addEventListener("abort", interrupt, { once: true });
	const stall = watch(put.stamp.size, sending, end);
	const outgoing = request(put, sending);
	const broken = (error) => end(noReply(problemOf(error)));
	outgoing.on("error", broken);
	const body = sendFile(file, put.stamp, outgoing, taken, abort.signal).catch(unreadable);
	const digests = body.then((sent) => sent.kind === "sent" ? sent.digests : void 0);
	outgoing.on("response", (message) => {
		outgoing.off("error", broken).on("error", ignore);
		readPutReply(message, digests, sending.clock).then(end);
	});
	body.then((sent) => {
		if (sent.kind === "changed") end({ kind: "file-changed" });
		if (sent.kind === "file-unreadable") end(sent);
		if (sent.kind === "sent") stall.allTaken();
	});
	function taken(bytes) {
		stall.taken();
		put.onTaken(bytes);
	}
	try {
		return await ended;
	} finally {
		clearTimeout(timer);
		stall.stop();
		signal.removeEventListener("abort", interrupt);
		abort.abort();
		outgoing.destroy();
	}
}
function request({ url, stamp }, { userAgent, agent }) {
	return (url.protocol === "https:" ? import_node_https : import_node_http).request(url, {
		agent,
		method: "PUT",
		headers: {
			"content-length": stamp.size,
			"content-type": "application/octet-stream",
			"user-agent": userAgent
		}
	});
}
/** Ends a request whose connection takes nothing for too long. */
function watch(size, { stallMs, clock }, end) {
	const beganMs = clock.monotonicMs();
	let timer = setTimeout(() => end(noReply({
		type: "stalled",
		forMs: stallMs
	})), stallMs);
	return {
		taken: () => void timer.refresh(),
		/** From now on only the answer is due, after what the operating system holds was sent. */
		allTaken() {
			const heldMs = Math.min(size, HELD_BYTES) / size * (clock.monotonicMs() - beganMs);
			clearTimeout(timer);
			const forMs = stallMs + heldMs;
			timer = setTimeout(() => end(noReply({
				type: "unanswered",
				forMs
			})), forMs);
		},
		stop: () => clearTimeout(timer)
	};
}
/** For what makes no difference. */
function ignore() {}
function noReply(problem) {
	return {
		kind: "no-reply",
		problem
	};
}
function unreadable(error) {
	return {
		kind: "file-unreadable",
		message: printable(error.message)
	};
}

// build/js/polling/clock.js
/** Time as a parameter: the action uses the machine's clock, tests use a fake one. */
/** Node fires a longer timer immediately, so longer sleeps are split. 2^31 − 1 ms. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;
/** Not `performance.now()`, whose first use loads a module of Node's that nothing else needs. */
function monotonicMs() {
	const [seconds, nanoseconds] = process.hrtime();
	return seconds * 1e3 + nanoseconds / 1e6;
}
/** The machine's own clocks and timers. */
const systemClock = {
	wallMs: () => Date.now(),
	monotonicMs,
	async sleep(ms, signal, keepsAlive = true) {
		const until = monotonicMs() + ms;
		for (let left = ms; left > 0 && !signal.aborted; left = until - monotonicMs()) await (0, import_promises.setTimeout)(Math.min(Math.ceil(left), LONGEST_TIMER_MS), void 0, {
			signal,
			ref: keepsAlive
		}).catch(() => void 0);
	}
};
/**
* Sleeps again if a timer fires a fraction of a millisecond early: a budget that ends in an attempt
* must have ended by then.
*/
async function sleepUntil(wakeMs, clock, signal) {
	while (clock.monotonicMs() < wakeMs && !signal.aborted) await clock.sleep(wakeMs - clock.monotonicMs(), signal);
}

// build/js/run-to-exit.js
/**
* Runs the action to the end of the process. The exit code is 1 from the first line, and 0 only if
* the action says so. A signal interrupts; anything unforeseen (a rejection, an exception, an
* event loop that runs dry) is reported, and the process ends explicitly.
*/
/**
* What the runner sends on cancellation: SIGINT, then SIGTERM; on Windows Ctrl-C and Ctrl-Break.
*/
const SIGNALS = [
	"SIGINT",
	"SIGTERM",
	"SIGBREAK"
];
/** Runs the action, then ends the process. Never rejects. A second signal ends it at once. */
async function runToExit(process, action) {
	process.exitCode = 1;
	const interruption = new AbortController();
	for (const signal of SIGNALS) process.on(signal, () => interruption.signal.aborted ? process.exit(1) : interruption.abort());
	const { promise: lost, reject } = Promise.withResolvers();
	process.on("uncaughtException", reject);
	process.on("unhandledRejection", reject);
	process.on("beforeExit", () => reject(/* @__PURE__ */ new Error("nothing was left to wait for")));
	const code = await Promise.race([action.run(interruption.signal), lost]).catch(async (cause) => {
		await action.crashed(cause).catch(() => void 0);
		return 1;
	});
	await new Promise((flushed) => process.stdout.write("", flushed));
	process.exit(code);
}

// build/js/handover/hand-over.js
/**
* Time is up, no image is red, and each has completed or has a scan that was seen. A scan that
* completed without its findings being readable in time is as good as pending.
* @param isGreen whether an image lets the step pass as it is.
*/
function canHandOver(records, isGreen) {
	return records.some(isPending) && records.every((record) => isPending(record) || isGreen(record));
}
function isPending({ ended }) {
	return ended?.status === "timed-out" || ended?.status === "unavailable" && ended.findings === "time";
}
/** @param context the commit status that is pending now. */
function handOver(records, context) {
	return records.map((record) => isPending(record) ? {
		...record,
		deferredTo: context
	} : record);
}

// build/js/inputs/words.js
/** How the values of inputs are compared, and what people and their expressions write by mistake. */
/**
* What languages print for a value that is not there: jq and JavaScript, Python, Go, and GitHub's
* expressions for `a && b` without `a`.
*/
const NO_VALUES = /* @__PURE__ */ new Set([
	"null",
	"undefined",
	"none",
	"nil",
	"<nil>",
	"nan",
	"false",
	"[object object]"
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
	return inside === void 0 ? void 0 : `has quotation marks around ${quote(inside)}: remove them`;
}
/** Characters that nobody sees, and white space that looks like another. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u;
/** @returns the first character that nobody sees, by name; undefined if there is none. */
function invisibleIn(text) {
	const [character] = INVISIBLE.exec(text) ?? [];
	return character === void 0 ? void 0 : characterName(character);
}
/** The text without the characters that nobody sees. */
function withoutInvisible(text) {
	return text.replace(new RegExp(INVISIBLE, "gu"), "");
}
/** A character in a sentence: by its code point, because a quotation would not show it. */
function characterName(character) {
	if (character === " ") return "a space";
	if (character === "\n" || character === "\r") return "a line break";
	if (character === "	") return "a tab";
	return `the character U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0")}`;
}

// build/js/inputs/input-reader.js
/** Reads inputs and collects what is wrong with them, so that one run reports every problem. */
/** The inputs whose values are secrets. */
const SECRET_INPUTS = [
	"token",
	"client-secret",
	"github-token"
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
	const value = (input) => get(input) || (defaults[input] ?? "");
	const settings = read({
		value,
		isEmpty: (input) => get(input) === "",
		isSet(input, isSame = (one, other) => one === other) {
			const byDefault = defaults[input];
			return byDefault !== void 0 && !isSame(value(input), byDefault);
		},
		report: (input, text, kind = "invalid") => void problems.push({
			input,
			kind,
			text
		}),
		hasProblem: (input) => problems.some((problem) => problem.input === input)
	});
	return problems.length === 0 ? {
		ok: true,
		settings
	} : {
		ok: false,
		problems
	};
}
/**
* If GitHub withheld the credential from this run, that is the one problem: it withholds variables
* from such runs too, so other inputs may be empty for the same reason.
* @param why why GitHub withheld the credential; undefined if it did not.
*/
async function explainProblems(problems, why) {
	const missing = problems.find(({ kind }) => kind === "missing-credential");
	if (missing === void 0) return problems;
	const text = await why(missing.input);
	return text === void 0 ? problems : [{
		...missing,
		text
	}];
}

// build/js/steps/read-step-inputs.js
/** @param read reads the inputs of this step's action. */
async function readStepInputs({ workflow, idTokens, whyCredentialIsMissing }, read) {
	const get = (name) => workflow.input(name);
	for (const secret of secretsIn(get)) workflow.mask(secret);
	const inputs = read(get, idTokens);
	if (!inputs.ok) return {
		ok: false,
		problems: await explainProblems(inputs.problems, whyCredentialIsMissing)
	};
	const { credential } = inputs.settings;
	if (credential.kind === "oidc") workflow.mask(credential.endpoint.requestToken);
	return inputs;
}

// build/js/model/api-result.js
/** @returns a failed answer of the API itself. */
function failedByApi(cause, state) {
	return {
		kind: "failed",
		endpoint: "api",
		cause,
		reached: "api",
		state
	};
}
/** @returns the failure of an answer that is not what was asked for, from whatever server. */
function unclearResult(expected) {
	return {
		kind: "failed",
		endpoint: "api",
		cause: {
			type: "unexpected-answer",
			expected
		},
		reached: "unclear"
	};
}
function refusedByApi(cause) {
	return {
		kind: "refused",
		endpoint: "api",
		cause
	};
}

// build/js/model/ids.js
/**
* The platform's IDs. They are opaque, mostly ULIDs, and may come as resource names such as
* `products/P/images/I/scans/S` (docs.binarly.io shows both forms), from users and from the server.
*/
const RESOURCE_NAMES = {
	product: /^products\/([^/]+)\/*$/,
	image: /^products\/([^/]+)\/images\/([^/]+)\/*$/,
	scan: /^products\/([^/]+)\/images\/([^/]+)\/scans\/([^/]+)\/*$/
};
/**
* Splits a resource name of this kind into its ID and its parents; any other text is an ID itself.
* A trailing slash, as in an address, is ignored.
*/
function parseResourceId(kind, text) {
	const [, productId, imageId, scanId] = RESOURCE_NAMES[kind].exec(text) ?? [];
	if (productId === void 0) return { id: text };
	if (imageId === void 0) return { id: productId };
	return scanId === void 0 ? {
		id: imageId,
		productId
	} : {
		id: scanId,
		productId,
		imageId
	};
}
/** What an ID from the server may consist of; anything else is unreadable. */
const SERVER_ID = /^[A-Za-z0-9._:~/-]{1,200}$/;
/** Reads an ID from the server. @returns undefined if it is not one. */
function parseServerId(kind, text) {
	const { id } = parseResourceId(kind, text);
	return SERVER_ID.test(id) && isPathSegment(id) ? id : void 0;
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
	return id !== "" && id !== "." && id !== ".." && id.isWellFormed();
}
/** What the platform's own IDs look like (github.com/ulid/spec). */
const ULID = /^[0-7][0-9a-hjkmnp-tv-z]{25}$/i;
function isUlid(text) {
	return ULID.test(text);
}
/** Whether two IDs are the same; ULIDs are not case-sensitive. */
function isSameId(one, other) {
	return one === other || isUlid(one) && one.toUpperCase() === other.toUpperCase();
}

// build/js/util/instant.js
/**
* Times as the API and workflow authors write them: RFC 3339 with an offset, exact to the
* nanosecond.
*/
const SYNTAX$1 = /^(\d{4}-\d\d-\d\d)[Tt ]((?:[01]\d|2[0-3]):[0-5]\d):([0-5]\d|60)(?:\.(\d{1,50}))?([Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
/**
* Reads an RFC 3339 time such as `2026-01-26T15:30:01.5+01:00`. A leap second is the first second
* of the next minute.
* @returns undefined if it is not one: it has no offset, the day does not exist, or other text
* surrounds it.
*/
function parseInstant(text) {
	const match = SYNTAX$1.exec(text);
	if (match === null) return void 0;
	const [, date = "", time = "", second = "", fraction = "", zone = ""] = match;
	const midnight = /* @__PURE__ */ new Date(`${date}T00:00:00Z`);
	if (Number.isNaN(midnight.getTime()) || midnight.toISOString().slice(0, 10) !== date) return void 0;
	const wholeMs = Date.parse(`${date}T${time}:00${zone.toUpperCase()}`) + Number(second) * 1e3;
	const ns = BigInt(wholeMs) * 1000000n + BigInt(fraction.slice(0, 9).padEnd(9, "0"));
	return {
		text,
		ms: wholeMs + Number(fraction.slice(0, 3).padEnd(3, "0")),
		ns
	};
}

// build/js/binarly/lists.js
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
	return fallback(optional(schema), void 0);
}
/** Reads a time. One that was never set is none: Go writes year 1, Protocol Buffers 1970. */
function readTime(text) {
	const time = parseInstant(text);
	return time !== void 0 && time.ns > 0n ? time : void 0;
}
/** A whole number that is not negative; Protocol Buffers write large ones as a string of digits. */
const total = pipe(union([number(), pipe(string(), regex(/^\d+$/), transform(Number))]), safeInteger(), minValue(0));
/**
* Google's style of API marks a list that continues on another page with a token (AIP-158). Binarly
* documents none.
*/
const pageToken = optional(unknown());
const PAGE_TOKENS = {
	nextPageToken: pageToken,
	next_page_token: pageToken
};
/** Whether a list continues on another page. Whatever its type, a token that is not empty counts. */
function isPartial(list) {
	return Boolean(list.nextPageToken || list.next_page_token);
}
/** A flag may be left out when false; anything else that does not say false counts as true. */
function isFalse(given) {
	if (given === void 0 || given === null || given === false || given === 0) return true;
	return typeof given === "string" && given.toLowerCase() === "false";
}

// build/js/binarly/request.js
/** In bytes. A scan or an image has a few hundred, and an image has few scans. */
const MAX_BYTES = 4194304;
/** In bytes. A large tenant has thousands of products, and a product thousands of images. */
const MAX_LIST_BYTES = 33554432;
function imagePath(productId, imageId) {
	return [
		"products",
		productId,
		"images",
		imageId
	];
}
/** What is sent, without the credential and the limits. */
function httpRequestOf(request, apiUrl) {
	const { path, customMethod, query = "", accept = "application/json", maxBytes } = request;
	const method = customMethod === void 0 ? "" : `:${customMethod}`;
	const content = contentOf(request);
	return {
		url: `${apiUrl}/api/v4/${path.map(encodeURIComponent).join("/")}${method}${query}`,
		headers: {
			accept,
			...content && { "content-type": content.type }
		},
		...content && { body: content.body },
		maxBytes
	};
}
/** Ends a form before its first field. */
const BOUNDARY = "wait-for-binarly-scan";
/** @returns what a POST sends; undefined for a GET. */
function contentOf({ body, asEmptyForm }) {
	if (asEmptyForm) return {
		type: `multipart/form-data; boundary=${BOUNDARY}`,
		body: `--${BOUNDARY}--\r\n`
	};
	return body === void 0 ? void 0 : {
		type: "application/json",
		body: JSON.stringify(body)
	};
}

// build/js/binarly/image-details.js
/** Asks for an image, and reads it as get-image shows it: its name, its version, and counts of findings. */
/** Asks for an image with its counts of findings (docs.binarly.io, get-image). */
function imageDetails(imageId) {
	return (productId) => ({
		path: imagePath(productId, imageId),
		query: "?withCounts=true",
		subject: imageId,
		maxBytes: MAX_BYTES,
		read: (json) => readImageDetails(json, imageId)
	});
}
/** Binarly documents twelve types, so a much longer list must be something else. */
const MOST_TYPES = 100;
const typeCount = pipe(looseObject({
	type: pipe(string(), maxLength(100)),
	count: optional(nullable(total))
}), check((entry) => entry.count !== void 0 || Object.keys(entry).length === 1), transform(({ type, count }) => ({
	type,
	count: count ?? 0
})));
/** Without a list of types, or without `kev`, nobody knows that there are none. */
const countsSchema = object({
	findingTypeCounts: pipe(listOf(typeCount), maxLength(MOST_TYPES)),
	kev: pipe(nullable(total), transform((given) => given ?? 0))
});
/** The same, but what is unreadable is left out. */
const partSchema = object({
	findingTypeCounts: fallback(array(fallback(object({
		type: fallback(string(), ""),
		count: total
	}), {
		type: "",
		count: 0
	})), []),
	kev: fallback(total, 0)
});
const NO_PART = {
	findingTypeCounts: [],
	kev: 0
};
const label = fallback(optional(string(), ""), "");
const schema$2 = object({
	id: string(),
	name: label,
	version: label,
	counts: optional(unknown())
});
/**
* Reads the answer to get-image with `withCounts=true` (docs.binarly.io, get-image). An answer about
* another image says nothing about this one.
*/
function readImageDetails(json, imageId) {
	const parsed = safeParse(schema$2, json);
	if (!parsed.success) return unclearResult("image");
	const { id, name, version, counts: given } = parsed.output;
	if (!isSameId(parseServerId("image", id) ?? "", imageId)) return failedByApi({ type: "other-image" });
	const counts = safeParse(countsSchema, given);
	if (counts.success) return {
		kind: "found",
		value: {
			name,
			version,
			findings: toCounts(counts.output)
		}
	};
	if (given === void 0) return {
		kind: "found",
		value: {
			name,
			version,
			findings: void 0
		}
	};
	return {
		kind: "found",
		value: {
			name,
			version,
			findings: void 0,
			partial: toCounts(parse(fallback(partSchema, NO_PART), given))
		}
	};
}
/** A type that is named twice counts twice. */
function toCounts({ findingTypeCounts, kev }) {
	const counts = /* @__PURE__ */ new Map();
	for (const it of findingTypeCounts) counts.set(it.type, (counts.get(it.type) ?? 0) + it.count);
	return {
		counts: Object.fromEntries(counts),
		kev
	};
}

// build/js/model/scan.js
/**
* The values of `latestScanState.type`. Binarly documents three vocabularies and uses all of them:
* the list-scans page (l), the get-scan page (g) and the OpenAPI of version 4.275.2 (o). Others are
* spellings of theirs, or can never turn green (-). A map, because `constructor` is not a state.
*/
const STATES = /* @__PURE__ */ new Map([
	["new", "pending"],
	["in_progress", "pending"],
	["running", "pending"],
	["completed", "completed"],
	["done", "completed"],
	["failed", "failed"],
	["error", "failed"],
	["aborted", "failed"],
	["cancelled", "cancelled"],
	["canceled", "cancelled"],
	["no_scans", "absent"],
	["status_unavailable", "unknown"]
]);
/** The states of several words, without what joins them: `inProgress` is one of these in lower case. */
const JOINED = new Map([...STATES].filter(([type]) => type.includes("_")).map(([type, it]) => [joined$1(type), it]));
/** @param type `latestScanState.type` as the API gave it, in any case; undefined if it gave none. */
function classifyState(type) {
	if (type === void 0) return "unknown";
	const word = type.toLowerCase();
	return STATES.get(word) ?? JOINED.get(joined$1(word)) ?? "undocumented";
}
function joined$1(word) {
	return word.replace(/(?<=[a-z])[ _-](?=[a-z])/g, "");
}
/** Whether a scan in this state has ended. */
function isTerminal(state) {
	return state === "completed" || state === "failed" || state === "cancelled";
}
/**
* When the scan reached its final state, as the API gave it; empty before that, or if it is
* unknown.
*/
function finishedAt(scan) {
	const state = scan?.state;
	return isTerminal(classifyState(state?.type)) ? state?.since?.text ?? "" : "";
}

// build/js/binarly/scans.js
/** Asks for scans, reads the API's answers, and finds the newest in a list. */
/** A scan carries its state only with this. */
const WITH_STATE = "?status=true";
/**
* Asks for the newest scan of an image (docs.binarly.io, list-scans).
* @param createdAfter scans created before it do not count.
*/
function newestScan(imageId, createdAfter) {
	return (productId) => ({
		path: [...imagePath(productId, imageId), "scans"],
		query: WITH_STATE,
		subject: imageId,
		isList: true,
		maxBytes: MAX_BYTES,
		read: (json) => readNewestScan(json, createdAfter)
	});
}
/** Asks for a scan by its ID (docs.binarly.io, get-scan). */
function scanById(imageId, scanId) {
	return (productId) => ({
		path: [
			...imagePath(productId, imageId),
			"scans",
			scanId
		],
		query: WITH_STATE,
		subject: imageId,
		maxBytes: MAX_BYTES,
		read: (json) => readScan(json, scanId)
	});
}
const instant = pipe(string(), transform(readTime), check((time) => time !== void 0));
const scanId = pipe(string(), transform((text) => parseServerId("scan", text)), check((id) => id !== void 0));
const entrySchema = object({
	id: lenient(scanId),
	createTime: lenient(instant),
	latestScanState: lenient(object({
		type: string(),
		createTime: lenient(instant),
		updateTime: lenient(instant)
	}))
});
const listSchema$3 = object({
	scans: listOf(entrySchema),
	...PAGE_TOKENS
});
/** Reads the answer to get-scan. A body about another scan says nothing about this one. */
function readScan(json, wantedId) {
	const parsed = safeParse(entrySchema, json);
	if (!parsed.success) return unclearResult("scan");
	const entry = parsed.output;
	if (classifyState(entry.latestScanState?.type) === "absent") return NO_SCANS;
	if (entry.id !== void 0) return isSameId(entry.id, wantedId) ? {
		kind: "found",
		value: toScan(entry, wantedId)
	} : failedByApi({ type: "other-scan" });
	return stateWithoutScan(entry) ?? SCAN_WITHOUT_ID;
}
/**
* Reads the answer to list-scans: the newest by `createTime`, whatever the order; the ID, a ULID,
* breaks a tie. A list with an entry that cannot be ranked is unreadable, because that entry could
* be the newest.
* @param createdAfter scans created before it do not count.
*/
function readNewestScan(json, createdAfter) {
	const parsed = safeParse(listSchema$3, json);
	if (!parsed.success) return unclearResult("scans");
	const { scans: entries } = parsed.output;
	if (isPartial(parsed.output)) return failedByApi({ type: "paged-list" });
	const [first, ...others] = entries;
	if (first === void 0) return {
		kind: "absent",
		cause: { type: "empty-list" }
	};
	if (others.length === 0) {
		if (classifyState(first.latestScanState?.type) === "absent") return NO_SCANS;
		const { id, createTime } = first;
		if (id === void 0 || createTime === void 0) {
			const isNewest = id !== void 0 && createdAfter === void 0;
			return stateWithoutScan(first) ?? (isNewest ? found$2(toScan(first, id)) : UNRANKABLE);
		}
	}
	const scans = entries.map(toRanked);
	if (!scans.every((scan) => scan !== void 0)) return UNRANKABLE;
	const newest = scans.reduce((one, other) => isNewer(other, one) ? other : one);
	if (createdAfter !== void 0 && newest.createTime.ns < createdAfter.ns) return allTooOld(newest.createTime, createdAfter);
	return scans.some(({ id, state }) => isSameId(id, newest.id) && state?.type !== newest.state?.type) ? failedByApi({ type: "scan-listed-twice" }) : found$2(newest);
}
/** @returns undefined if it could be the newest, but nobody can tell. */
function toRanked(entry) {
	const { id, createTime } = entry;
	return id === void 0 || createTime === void 0 ? void 0 : {
		...toScan(entry, id),
		createTime
	};
}
function isNewer(one, other) {
	if (one.createTime.ns !== other.createTime.ns) return one.createTime.ns > other.createTime.ns;
	return one.id > other.id;
}
function found$2(value) {
	return {
		kind: "found",
		value
	};
}
function allTooOld({ text: newest }, { text: createdAfter }) {
	return {
		kind: "absent",
		cause: {
			type: "all-too-old",
			createdAfter,
			newest
		}
	};
}
const UNRANKABLE = failedByApi({ type: "unrankable-scan" });
const NO_SCANS = {
	kind: "absent",
	cause: { type: "no-scans" },
	state: "no_scans"
};
/** The API may report `status_unavailable` for an image without giving a scan's ID and time. */
function stateWithoutScan({ latestScanState: state }) {
	return state !== void 0 && classifyState(state.type) === "unknown" ? failedByApi({ type: "status-unavailable" }, state.type) : void 0;
}
/** It does not prove that the API answered. */
const SCAN_WITHOUT_ID = {
	kind: "failed",
	endpoint: "api",
	cause: { type: "scan-without-id" },
	reached: "unclear"
};
function toScan(entry, id) {
	const { createTime, latestScanState: given } = entry;
	if (given === void 0) return {
		id,
		createTime,
		state: void 0
	};
	const { type, createTime: entered, updateTime: updated } = given;
	const isUpdated = entered !== void 0 && updated !== void 0 && updated.ns > entered.ns;
	return {
		id,
		createTime,
		state: {
			type,
			since: entered ?? updated,
			...isUpdated && { changed: updated }
		}
	};
}

// build/js/binarly/uploads.js
/** The requests of an upload: an address, the product's images, the new image. */
/** Asks for a new address to send a file to (OpenAPI: GenerateTempFileUploadURL). */
const uploadAddress = (productId) => ({
	path: [
		"products",
		productId,
		"tempFiles"
	],
	customMethod: "generateUploadUrl",
	maxBytes: MAX_BYTES,
	read: readUploadAddress
});
/** Asks for all images of the product (docs.binarly.io, list-images). */
const listedImages = (productId) => ({
	path: [
		"products",
		productId,
		"images"
	],
	isList: true,
	maxBytes: MAX_LIST_BYTES,
	read: readImages$2
});
/** Creates an image of a file that was sent, and starts its scan (OpenAPI: UploadImage). */
function createImage(request) {
	const { tempFileId, name, version, filename } = request;
	const fields = {
		tempFileId,
		imageName: name,
		version,
		filename,
		createScan: "true"
	};
	return (productId) => ({
		path: [
			"products",
			productId,
			"images"
		],
		customMethod: "upload",
		query: `?${new URLSearchParams(fields)}`,
		asEmptyForm: true,
		maxBytes: MAX_BYTES,
		read: readUploadedImage
	});
}
const addressSchema = object({
	id: pipe(string(), regex(SERVER_ID)),
	uploadUrl: pipe(string(), minLength(1))
});
/** Reads the answer to `tempFiles:generateUploadUrl`. */
function readUploadAddress(json) {
	const parsed = safeParse(addressSchema, json);
	if (!parsed.success) return unclearResult("upload-address");
	const { id, uploadUrl } = parsed.output;
	return {
		kind: "found",
		value: {
			tempFileId: id,
			url: uploadUrl
		}
	};
}
const text$3 = lenient(string());
const imageId = pipe(string(), transform((id) => parseServerId("image", id)), string());
const imageSchema = object({
	id: imageId,
	name: text$3,
	version: text$3,
	createTime: text$3,
	scans: optional(unknown()),
	latestScan: optional(unknown()),
	isArchived: optional(unknown())
});
/** An entry without a readable ID makes the list unreadable: it could be the upload. */
const listSchema$2 = object({
	images: listOf(imageSchema),
	...PAGE_TOKENS
});
/** Reads the answer to list-images. */
function readImages$2(json) {
	const parsed = safeParse(listSchema$2, json);
	if (!parsed.success) return unclearResult("images");
	if (isPartial(parsed.output)) return failedByApi({ type: "paged-list" });
	return {
		kind: "found",
		value: parsed.output.images.map(toListed)
	};
}
/** Reads the answer to `images:upload`. */
function readUploadedImage(json) {
	const parsed = safeParse(imageSchema, json);
	if (!parsed.success) return unclearResult("image");
	const { id } = parsed.output;
	return {
		kind: "found",
		value: {
			id,
			scanId: scanIdOf(parsed.output)
		}
	};
}
function toListed(image) {
	const { id, name, version, createTime = "" } = image;
	return {
		id,
		name,
		version,
		createTime: readTime(createTime),
		scanId: scanIdOf(image),
		isArchived: !isFalse(image.isArchived)
	};
}
/** The newest of `scans`, else `latestScan`. */
function scanIdOf({ scans, latestScan }) {
	for (const list of [scans, [latestScan]]) {
		const newest = readNewestScan({ scans: list }, void 0);
		if (newest.kind === "found") return newest.value.id;
	}
}

// build/js/model/base-branch.js
/**
* The commit and its first parents, newest first, as far as the list has them: what the branch was,
* without what was on other branches before it was merged.
* @returns SHAs in lower case.
*/
function firstParentsOf(sha, commits) {
	const left = new Map(commits.map((commit) => [commit.sha.toLowerCase(), commit]));
	const chain = [];
	let next = sha.toLowerCase();
	while (next !== void 0) {
		const commit = left.get(next);
		if (commit === void 0) break;
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
		return back !== void 0 && isOther ? [{
			image,
			sha,
			back
		}] : [];
	});
	const snapshot = {
		commits: commits.length,
		branch
	};
	if (ofBranch.length === 0) return none({
		type: "no-image",
		...snapshot
	});
	if (own.name === "") return none({ type: "unnamed" });
	const named = ofBranch.filter(({ image }) => image.name === own.name);
	if (named.length === 0) return none({
		type: "no-image-named",
		name: own.name,
		...snapshot
	});
	return named.toSorted((one, other) => one.back - other.back || newestFirst(one.image, other.image)).map(({ image, sha, back }) => ({
		imageId: image.id,
		sha,
		back
	}));
}
/** People and tools write the digits of a SHA in both cases. */
function shaIn(version = "") {
	return version.trim().toLowerCase();
}
/** An image without a time comes last. The ID, a ULID, breaks a tie. */
function newestFirst(one, other) {
	const oneNs = one.createTime?.ns ?? 0n;
	const otherNs = other.createTime?.ns ?? 0n;
	if (oneNs === otherNs) return one.id > other.id ? -1 : 1;
	return oneNs > otherNs ? -1 : 1;
}
function none(why) {
	return {
		kind: "none",
		why
	};
}

// build/js/findings/baseline.js
/** What was found stays, whatever happens on the platform or on the base branch meanwhile. */
function rememberingBaselines(find) {
	const found = /* @__PURE__ */ new Map();
	return {
		known: (imageId) => found.get(imageId),
		async find(imageId, call) {
			const known = found.get(imageId);
			if (known !== void 0) return {
				kind: "found",
				value: known
			};
			const result = await find(imageId, call);
			if (result.kind === "found") found.set(imageId, result.value);
			return result;
		}
	};
}
/** Compares with the image of this ID, whose newest scan must have completed. */
function givenBaseline(images, baselineImageId) {
	return rememberingBaselines(async (_, call) => judgeBaseline(baselineImageId, await images.ask(newestScan(baselineImageId), call)));
}
/**
* A baseline that is missing or was never scanned would make every finding new; one that is still
* being scanned would make some of them new.
*/
function judgeBaseline(imageId, result) {
	if (result.kind === "absent") return isProductUnknown(result) ? result : absent(result);
	if (result.kind === "refused") return namedRefusal(result);
	if (result.kind !== "found") return result;
	const { value: scan, retryAfterMs } = result;
	const state = scan.state?.type;
	switch (classifyState(state)) {
		case "completed": return {
			kind: "found",
			value: {
				kind: "image",
				imageId,
				scannedMs: scannedMsOf(scan),
				origin: void 0
			}
		};
		case "failed":
		case "cancelled": return refusedByApi({
			type: "baseline-not-completed",
			state: String(state)
		});
		default: return {
			...failedByApi({
				type: "baseline-unfinished",
				state
			}),
			retryAfterMs
		};
	}
}
/** When a completed scan saw the image, as far as the platform says. */
function scannedMsOf({ state, createTime }) {
	return (state?.since ?? createTime)?.ms;
}
/** In this case the 404 is about `product`, and the request about the image itself reports it. */
function isProductUnknown({ cause }) {
	return cause.type === "not-found" && cause.unknownProduct !== void 0;
}
function absent({ cause }) {
	return refusedByApi({
		type: "baseline-absent",
		absent: cause
	});
}
/** A 400 to the first request about the baseline is about its ID. */
function namedRefusal(result) {
	const { cause } = result;
	if (cause.type !== "http-status" || cause.status !== 400 || cause.error === void 0) return result;
	return refusedByApi({
		type: "baseline-invalid",
		message: cause.error.message
	});
}

// build/js/findings/shared-request.js
/**
* Whoever asks while a request is under way gets its answer, and what was found is the answer from
* then on. As long as the server has asked to be left alone, the last failure is the answer.
*/
function sharedRequest(ask, clock) {
	let last;
	let answeredMs = 0;
	let underway;
	async function send(call) {
		last = await ask(call);
		answeredMs = clock.monotonicMs();
		return last;
	}
	return async (call) => {
		if (last?.kind === "found") return last;
		if (last?.kind === "failed") {
			const { retryAfterMs = 0 } = last;
			const leftMs = answeredMs + retryAfterMs - clock.monotonicMs();
			if (leftMs > 0) return {
				...last,
				retryAfterMs: leftMs
			};
		}
		underway ??= send(call).finally(() => {
			underway = void 0;
		});
		return underway;
	};
}

// build/js/findings/base-branch.js
/** Compares each image with the newest one of its base branch. */
/** How many images are asked about: more of one branch without a completed scan are no accident. */
const MOST_ASKED = 20;
/** Asks for all images of a product once, however many need them. */
function imageList(images, clock) {
	return sharedRequest((call) => images.ask(listedImages, call), clock);
}
/**
* @param findBase asks for the commits of the base branch.
* @param list asks for the images of the product.
*/
function baseBranchBaselines(images, findBase, clock, list = imageList(images, clock)) {
	const base = sharedRequest(findBase, clock);
	return rememberingBaselines(async (imageId, call) => {
		const branch = await base(call);
		if (branch.kind !== "found") return branch;
		if (branch.value.kind === "none") return {
			kind: "found",
			value: branch.value
		};
		const listed = await list(call);
		if (listed.kind !== "found") return listed;
		const own = await ownImage(imageId, images, listed.value, call);
		if (own.kind !== "found") return own;
		return newestCompleted(images, branch.value, own.value, listed.value, call);
	});
}
/** The image as the list has it; one that is new may be missing there. */
async function ownImage(imageId, images, listed, call) {
	const { name = "", version } = listed.find(({ id }) => isSameId(id, imageId)) ?? {};
	if (name !== "") return {
		kind: "found",
		value: {
			imageId,
			name,
			version
		}
	};
	const result = await images.ask(imageDetails(imageId), call);
	if (result.kind !== "found") return result;
	return {
		kind: "found",
		value: {
			...result.value,
			imageId
		}
	};
}
/**
* Asks for the newest scan of one image after the other. One that has not completed is passed over:
* an older baseline is only stricter.
*/
async function newestCompleted(images, branch, own, listed, call) {
	const candidates = candidatesFor(own, branch, listed);
	if ("kind" in candidates) return {
		kind: "found",
		value: candidates
	};
	const asked = candidates.slice(0, MOST_ASKED);
	for (const candidate of asked) {
		const result = await askAbout(candidate, images, own, branch, call);
		if (result !== void 0) return result;
	}
	const { name } = own;
	return {
		kind: "found",
		value: {
			kind: "none",
			why: {
				type: "none-completed",
				name,
				asked: asked.length,
				branch: branch.name
			}
		}
	};
}
/** @returns undefined if the image is passed over. */
async function askAbout({ imageId, sha, back }, images, { name }, { name: branch }, call) {
	const result = await images.ask(newestScan(imageId), call);
	if (result.kind === "absent") return void 0;
	if (result.kind !== "found") return result;
	const { value: scan, retryAfterMs } = result;
	const state = classifyState(scan.state?.type);
	if (state === "unknown" && scan.state !== void 0) return {
		...failedByApi({ type: "status-unavailable" }),
		retryAfterMs
	};
	if (state !== "completed") return void 0;
	const origin = {
		name,
		sha,
		back,
		branch
	};
	return {
		kind: "found",
		value: {
			kind: "image",
			imageId,
			scannedMs: scannedMsOf(scan),
			origin
		}
	};
}

// build/js/polling/call-options.js
/** How long after the deadline a poll and its token requests may still end, in milliseconds. */
const OVERRUN_MS = 1e4;
/** The longest that one request may take, in milliseconds. */
const REQUEST_LONGEST_MS = 3e4;
/** The shortest limit that a request gets, even at the deadline, in milliseconds. */
const REQUEST_SHORTEST_MS = 5e3;
/**
* @param beganMs when the poll began. If the process woke up after the deadline, the poll that is
* still due gets its time.
* @param deadlineMs when time is up; both are monotonic instants, in milliseconds.
*/
function callOptionsOf(clock, signal, beganMs, deadlineMs) {
	const endMs = Math.max(deadlineMs, beganMs) + OVERRUN_MS;
	return {
		signal,
		beganMs,
		limitMs() {
			const nowMs = clock.monotonicMs();
			const preferredMs = Math.max(deadlineMs - nowMs, REQUEST_SHORTEST_MS);
			return Math.min(preferredMs, REQUEST_LONGEST_MS, endMs - nowMs);
		}
	};
}

// build/js/polling/schedule.js
/**
* When to poll next.
*
* `auto` polls every 0.5·√age seconds, but at least every 30 s and at most every 5 s. A constant
* interval delays a scan of 20 s as much as one of two hours, and an interval proportional to the
* age delays a long scan by minutes. The root delays any scan of more than five minutes by at most
* 3 %.
*/
const AUTO_SHORTEST_MS = 5e3;
const AUTO_LONGEST_MS = 3e4;
/** No interval is shorter than this, in milliseconds. */
const SHORTEST_MS$1 = 1e3;
/** Consecutive failures stretch a shorter interval up to this. */
const BACK_OFF_LONGEST_MS = 3e4;
/**
* The longest `Retry-After` that counts on an informative answer, in milliseconds: a longer pause
* would only delay the verdict.
*/
const RETRY_AFTER_LONGEST_MS = 3e5;
/** @returns milliseconds to sleep before the next poll, before deadlines and budgets shorten it. */
function nextSleepMs(pace) {
	const { interval, ageMs, failuresInRow, retryAfterMs = 0, random } = pace;
	const [shortest, longest] = bounds(interval);
	const plain = clamp(interval.kind === "fixed" ? interval.ms : autoMs(ageMs), shortest, longest);
	const doubled = plain * 2 ** Math.max(0, failuresInRow - 1);
	const backedOff = Math.max(plain, Math.min(doubled, BACK_OFF_LONGEST_MS));
	const least = clamp(backedOff * .9, shortest, longest);
	const most = clamp(backedOff * 1.1, shortest, longest);
	const pauseMs = failuresInRow > 0 ? retryAfterMs : Math.min(retryAfterMs, RETRY_AFTER_LONGEST_MS);
	return Math.max(least + (most - least) * random(), pauseMs);
}
function autoMs(ageMs) {
	return .5 * Math.sqrt(ageMs / 1e3) * 1e3;
}
/** The shortest and the longest that a jittered interval may be, in milliseconds. */
function bounds(interval) {
	if (interval.kind === "auto") return [AUTO_SHORTEST_MS, AUTO_LONGEST_MS];
	return [SHORTEST_MS$1, Math.max(interval.ms, BACK_OFF_LONGEST_MS) * 1.1];
}
function clamp(value, least, most) {
	return Math.min(Math.max(value, least), most);
}

// build/js/polling/start-grace.js
/** How long to wait for a first sign of an API, in milliseconds. */
const START_GRACE_MS = 12e4;
/** @param nowMs when the step began, a monotonic instant in milliseconds. */
function createStartGrace(nowMs) {
	let sinceMs = nowMs;
	return {
		hear({ reached }, heardMs) {
			if (reached === "busy") sinceMs = heardMs;
		},
		sinceMs: () => sinceMs
	};
}
/** When waiting for a first sign of an API ends; a monotonic instant in milliseconds. */
function graceEndMs(sinceMs, maxOutageMs) {
	return sinceMs + Math.min(START_GRACE_MS, maxOutageMs);
}

// build/js/polling/retry.js
async function retry(ask, judge, { deadlineMs, maxOutageMs, interval, ageMs = () => 0 }, { clock, random, signal, grace, onAttempt }) {
	let outage;
	while (!signal.aborted) {
		const beganMs = clock.monotonicMs();
		const result = await ask(callOptionsOf(clock, signal, beganMs, deadlineMs));
		if (isStale(beganMs, clock.monotonicMs(), deadlineMs)) continue;
		const nowMs = Math.min(clock.monotonicMs(), deadlineMs);
		const attempt = judge(result, nowMs);
		if (attempt.kind === "failed") grace?.hear(attempt.failure, nowMs);
		const state = {
			nowMs,
			maxOutageMs,
			graceSinceMs: grace?.sinceMs()
		};
		const { step, outage: after } = nextStep(attempt, outage, state);
		outage = after;
		if (attempt.kind !== "interrupted") onAttempt?.(outage);
		if (step.kind !== "sleep") return step;
		if (nowMs >= deadlineMs && !signal.aborted) return outage === void 0 ? TIME_UP : gaveUp(outage, "time", state);
		const failuresInRow = outage?.times ?? 0;
		const { retryAfterMs, pollByMs } = step;
		const pace = {
			interval,
			ageMs: ageMs(),
			failuresInRow,
			retryAfterMs,
			random
		};
		await sleepUntil(Math.min(nowMs + nextSleepMs(pace), pollByMs, deadlineMs), clock, signal);
	}
	return { kind: "interrupted" };
}
const TIME_UP = { kind: "time-up" };
/**
* Asks until something is found.
* @param otherwise what any other answer means.
*/
function retryUntilFound(ask, otherwise, budgets, tools) {
	const judge = (result) => result.kind === "found" ? {
		kind: "done",
		value: result.value
	} : otherwise(result);
	return retry(ask, judge, budgets, tools);
}
/**
* Whether an answer that was in flight at the deadline came so late that the process must have been
* stopped, for example by a suspended machine. It decides nothing; one more attempt does.
*/
function isStale(beganMs, nowMs, deadlineMs) {
	return beganMs < deadlineMs && nowMs > deadlineMs + 1e4;
}
/**
* What follows from an attempt, apart from the deadline. Pure.
* @param before the outage before this attempt.
*/
function nextStep(attempt, before, now) {
	if (attempt.kind === "again") return {
		step: sleep(attempt, attempt),
		outage: void 0
	};
	if (attempt.kind !== "failed") return {
		step: attempt,
		outage: void 0
	};
	const { failure, sparedMs = 0 } = attempt;
	const times = before?.times ?? 0;
	const sinceMs = before === void 0 ? now.nowMs : before.sinceMs + sparedMs;
	const outage = {
		failure,
		times: times + 1,
		sinceMs
	};
	const refused = refusedTwice(before?.failure, failure);
	if (refused !== void 0) return {
		step: refused,
		outage
	};
	const endMs = outageEndMs(sinceMs, failure, now);
	if (now.nowMs >= endMs) return {
		step: gaveUp(outage, "max-outage", now),
		outage
	};
	return {
		step: sleep(attempt, failure, endMs),
		outage
	};
}
function sleep({ pollByMs = Infinity }, { retryAfterMs }, endMs = Infinity) {
	return {
		kind: "sleep",
		retryAfterMs,
		pollByMs: Math.min(pollByMs, endMs)
	};
}
/** Two attempts in a row were each refused a token that was issued in that attempt. */
function refusedTwice(before, { cause, endpoint }) {
	return before?.cause.type === "fresh-token-refused" && cause.type === "fresh-token-refused" ? {
		kind: "refused",
		endpoint,
		cause
	} : void 0;
}
/** When failed attempts end: earlier without a sign of an API, at the end of the grace period. */
function outageEndMs(sinceMs, { reached }, { maxOutageMs, graceSinceMs }) {
	const outageMs = sinceMs + maxOutageMs;
	if (reached !== "nothing" || graceSinceMs === void 0) return outageMs;
	return Math.min(outageMs, graceEndMs(graceSinceMs, maxOutageMs));
}
function gaveUp(outage, ended, { nowMs, graceSinceMs }) {
	const reachedApi = graceSinceMs === void 0 || outage.failure.reached === "api";
	return {
		kind: "gave-up",
		outage,
		ended,
		forMs: nowMs - (reachedApi ? outage.sinceMs : Math.min(outage.sinceMs, graceSinceMs)),
		reachedApi
	};
}

// build/js/github/problems.js
/**
* What GitHub's answers mean. A 403 is three things: a missing permission, the rate limit of the
* token, or a limit on requests that come too fast (docs.github.com, REST: rate limits).
*/
/** How long GitHub asks to wait if a limit does not say how long it lasts, in milliseconds. */
const LIMIT_PAUSE_MS = 6e4;
/**
* @param nowMs the time now, in milliseconds since the epoch, for an answer without a date.
* @param needs the permissions that the request needs, such as `statuses: write`.
* @returns why the response is an error; undefined if its status is 2xx.
*/
function problemOfResponse(response, nowMs, needs) {
	const { status, headers, data } = response;
	if (status >= 200 && status < 300) return void 0;
	const message = messageOf$1(data);
	if (lacksPermission(message)) return {
		type: "no-permission",
		message,
		needs
	};
	const limit = rateLimitOf(response, message, nowMs);
	if (limit !== void 0) return limit;
	if (!isBusy(status)) return {
		type: "refused",
		status,
		message
	};
	return {
		type: "unavailable",
		status,
		message,
		retryAfterMs: retryAfterMs(headers["retry-after"], answeredMs(response, nowMs))
	};
}
function lacksPermission(message) {
	return message.startsWith("Resource not accessible by integration");
}
function rateLimitOf(response, message, nowMs) {
	const { status, headers } = response;
	if (status !== 403 && status !== 429) return void 0;
	const isUsedUp = headers["x-ratelimit-remaining"] === "0";
	const isNamed = namesRateLimit(message);
	return isUsedUp || isNamed || status === 403 && "retry-after" in headers ? rateLimit(response, message, nowMs) : void 0;
}
/** The second is what GitHub Enterprise Server used to call it. */
function namesRateLimit(message) {
	return /rate limit|abuse detection/i.test(message);
}
/** `x-ratelimit-reset` is about the limit of the token, so it counts only if that is used up. */
function rateLimit(response, message, nowMs) {
	const { headers } = response;
	const answered = answeredMs(response, nowMs);
	const afterMs = retryAfterMs(headers["retry-after"], answered);
	const reset = headers["x-ratelimit-remaining"] === "0" ? resetOf(headers["x-ratelimit-reset"]) : void 0;
	const resetMs = afterMs === void 0 ? reset : answered + afterMs;
	const pauseMs = afterMs ?? (reset === void 0 ? LIMIT_PAUSE_MS : reset - answered);
	return {
		type: "rate-limit",
		message,
		retryAfterMs: Math.max(pauseMs, 0),
		resetMs
	};
}
/** Seconds since the epoch; what no date can hold is as good as absent. */
function resetOf(header = "") {
	return /^\d{1,11}$/.test(header) ? Number(header) * 1e3 : void 0;
}
/** When GitHub answered, by its own clock if it says so: the runner's may be wrong. */
function answeredMs({ headers }, nowMs) {
	return dateMs(headers["date"]) ?? nowMs;
}
const saidSchema = object({
	message: string(),
	errors: optional(fallback(array(unknown()), []))
});
/** What GitHub said; empty if that is not in its format, such as a web page. */
function messageOf$1(data) {
	const said = safeParse(saidSchema, data);
	if (!said.success) return "";
	const { message, errors = [] } = said.output;
	const details = errors.map((error) => JSON.stringify(error)).join(", ");
	return printable(details === "" ? message : `${message}: ${details}`);
}
const errorsSchema = object({ errors: array(object({
	type: fallback(string(), ""),
	message: fallback(string(), "")
})) });
/** The errors in an answer to a query; empty if there are none. */
function queryErrors(data) {
	const parsed = safeParse(errorsSchema, data);
	if (!parsed.success) return [];
	return parsed.output.errors.map(({ type, message }) => ({
		type,
		message: printable(message)
	}));
}
/** GitHub's words for a query that it failed to execute. */
const FAILED_QUERY = /something went wrong|time(d)? ?-?out|internal (server )?error|in time/i;
const FAILED_TYPES = [
	"INTERNAL",
	"INTERNAL_ERROR",
	"SERVICE_UNAVAILABLE",
	"TIMEOUT"
];
/**
* @param errors of a response without usable data.
* @returns what they mean, taken together; undefined if there are none.
*/
function problemOfErrors(errors, response, nowMs, needs) {
	const [first] = errors;
	if (first === void 0) return void 0;
	const denied = errors.find(({ message }) => lacksPermission(message));
	if (denied !== void 0) return {
		type: "no-permission",
		message: denied.message,
		needs
	};
	const limited = errors.find(({ type, message }) => type === "RATE_LIMITED" || namesRateLimit(message));
	if (limited !== void 0) return rateLimit(response, limited.message, nowMs);
	const failed = errors.find(({ type, message }) => FAILED_TYPES.includes(type) || FAILED_QUERY.test(message));
	if (failed !== void 0) return {
		type: "query-failed",
		message: failed.message
	};
	return {
		type: "query-refused",
		message: first.message
	};
}
/** What a problem means for whoever tries again. */
function resultOfProblem(problem) {
	switch (problem.type) {
		case "stopped": return { kind: "interrupted" };
		case "no-permission":
		case "refused":
		case "query-refused": return {
			kind: "refused",
			endpoint: "github",
			cause: {
				type: "github",
				problem
			}
		};
		case "unavailable":
		case "rate-limit": return {
			...failed$2(problem),
			retryAfterMs: problem.retryAfterMs
		};
		case "too-slow":
		case "network":
		case "query-failed":
		case "unexpected-answer": return failed$2(problem);
	}
}
function failed$2(problem) {
	return {
		kind: "failed",
		endpoint: "github",
		cause: {
			type: "github",
			problem
		},
		reached: "busy"
	};
}

// build/js/github/api.js
/** How long a request to GitHub is tried again, in milliseconds. */
const GITHUB_TROUBLE_MS = 12e4;
function createGitHubApi(connection, tools) {
	const nowMs = () => tools.clock.wallMs();
	return {
		rest({ route, parameters, needs, read }, budget) {
			return outlastTrouble(async (limitMs) => {
				const call = {
					limitMs,
					signal: budget.signal
				};
				return resultOfReply(await connection.rest(route, parameters, call), nowMs(), needs, read);
			}, budget, tools);
		},
		query({ query, variables, needs, read }, budget) {
			const readAll = (response) => readQueryResult(response, read);
			return outlastTrouble(async (limitMs) => {
				const call = {
					limitMs,
					signal: budget.signal
				};
				return resultOfReply(await connection.graphql(query, variables, call), nowMs(), needs, readAll);
			}, budget, tools);
		}
	};
}
function resultOfReply(reply, nowMs, needs, read) {
	if (reply.kind === "no-response") return failed$1(reply.problem);
	const problem = problemOfResponse(reply, nowMs, needs);
	if (problem !== void 0) return failed$1(problem);
	const value = read(reply);
	if (value !== void 0) return {
		ok: true,
		value
	};
	return failed$1(problemOfErrors(queryErrors(reply.data), reply, nowMs, needs) ?? {
		type: "unexpected-answer",
		status: reply.status
	});
}
function readQueryResult({ data }, read) {
	const value = read(data?.data);
	if (value === void 0) return void 0;
	return {
		value,
		errors: queryErrors(data).map(({ message }) => message)
	};
}
/** The longest that one try may take, in milliseconds. */
const TRY_LIMIT_MS = 15e3;
/** The first failure waits this long, each further one twice as long as the one before. */
const INTERVAL = {
	kind: "fixed",
	ms: 1e3
};
async function outlastTrouble(send, { untilMs, signal, hurry = signal, limitMs = () => TRY_LIMIT_MS }, { clock, random }) {
	let last = STOPPED;
	return (await retry(async () => {
		last = await send(limitMs());
		return last;
	}, (result, nowMs) => {
		const failure = result.ok ? void 0 : resultOfProblem(result.problem);
		return failure?.kind === "failed" && nowMs + limitedForMs(result) <= untilMs ? {
			kind: "failed",
			failure
		} : {
			kind: "done",
			value: result
		};
	}, {
		deadlineMs: untilMs,
		maxOutageMs: Number.POSITIVE_INFINITY,
		interval: INTERVAL
	}, {
		clock,
		random,
		signal: AbortSignal.any([signal, hurry])
	})).kind === "interrupted" && !signal.aborted ? send(limitMs()) : last;
}
/**
* How long the rate limit lasts, in milliseconds; 0 without one. If it outlasts the budget, GitHub
* asks that nobody tries again before its end.
*/
function limitedForMs(result) {
	return !result.ok && result.problem.type === "rate-limit" ? result.problem.retryAfterMs : 0;
}
const STOPPED = failed$1({ type: "stopped" });
function failed$1(problem) {
	return {
		ok: false,
		problem
	};
}

// build/js/github/base-commits.js
/** Finds the commits of a base branch (docs.github.com, REST: commits). */
/** A page has no more. An image that is older than that is no baseline for anybody. */
const MOST_COMMITS = 100;
const NEEDS$1 = ["contents: read"];
/**
* Asks once: whoever waits for the platform asks again. A failure says how long GitHub asks to be
* left alone.
*/
async function askForBase(api, request, { limitMs, signal }) {
	const untilMs = Number.NEGATIVE_INFINITY;
	const limitOfTry = () => Math.min(limitMs(), TRY_LIMIT_MS);
	const result = await findBase(api, request, {
		untilMs,
		signal,
		limitMs: limitOfTry
	});
	return result.ok ? {
		kind: "found",
		value: result.value
	} : resultOfProblem(result.problem);
}
async function findBase(api, { owner, repo, base }, budget) {
	/** The commit and others that come before it. */
	const list = (sha, count) => api.rest({
		route: "GET /repos/{owner}/{repo}/commits",
		parameters: {
			owner,
			repo,
			sha,
			per_page: count
		},
		needs: NEEDS$1,
		read: ({ data }) => readCommits(data, sha)
	}, budget);
	const start = await startingSha(base.start, (sha) => list(sha, 1));
	if (!start.ok) return start;
	if (typeof start.value !== "string") return {
		ok: true,
		value: start.value
	};
	const commits = await list(start.value, MOST_COMMITS);
	if (!commits.ok) return commits;
	const chain = firstParentsOf(start.value, commits.value);
	return {
		ok: true,
		value: {
			kind: "branch",
			name: base.branch,
			commits: chain
		}
	};
}
async function startingSha(start, listOne) {
	switch (start.kind) {
		case "unknown": return {
			ok: true,
			value: {
				kind: "none",
				why: { type: "no-base" }
			}
		};
		case "commit": return {
			ok: true,
			value: start.sha
		};
		case "parent": {
			const listed = await listOne(start.of);
			if (!listed.ok) return listed;
			const [parent] = parentsOf(start.of, listed.value);
			if (parent !== void 0) return {
				ok: true,
				value: parent
			};
			return {
				ok: true,
				value: {
					kind: "none",
					why: {
						type: "first-commit",
						sha: start.of
					}
				}
			};
		}
		case "merge": {
			const { mergeSha, headSha, baseSha } = start;
			const listed = await listOne(mergeSha);
			if (!listed.ok) return isGone(listed.problem) ? {
				ok: true,
				value: baseSha
			} : listed;
			const [base, merged] = parentsOf(mergeSha, listed.value);
			return {
				ok: true,
				value: base !== void 0 && isSameWord(merged, headSha) ? base : baseSha
			};
		}
	}
}
function isGone(problem) {
	return problem.type === "refused" && (problem.status === 404 || problem.status === 422);
}
function parentsOf(sha, commits) {
	return commits.filter((commit) => isSameWord(commit.sha, sha)).flatMap(({ parents }) => parents);
}
const listSchema$1 = array(object({
	sha: string(),
	parents: array(object({ sha: string() }))
}));
/** A list without the commit that was asked for is about something else. */
function readCommits(data, sha) {
	const parsed = safeParse(listSchema$1, data);
	if (!parsed.success) return void 0;
	const commits = parsed.output.map((commit) => ({
		sha: commit.sha,
		parents: commit.parents.map((parent) => parent.sha)
	}));
	return commits.some((commit) => isSameWord(commit.sha, sha)) ? commits : void 0;
}

// build/js/util/duration.js
/** Durations as people write them in a workflow and read them in a log. */
const HOUR_MS$1 = 36e5;
const MINUTE_MS = 6e4;
const SECOND_MS = 1e3;
/** How long a job can run on a self-hosted runner (GitHub: usage limits). */
const LONGEST_DURATION_MS = 120 * HOUR_MS$1;
const SYNTAX = /^(?:(\d+(?:\.\d+)?)h)?(?:(\d+(?:\.\d+)?)m)?(?:(\d+(?:\.\d+)?)s)?$/;
/**
* Reads `1h`, `90m`, `1h30m`, `45s` or `1.5h`: decimal numbers with the units h, m and s, in that
* order.
* @returns the duration in whole milliseconds, or what is wrong and how to write it.
*/
function parseDuration(text) {
	if (/^\d+(\.\d+)?$/.test(text)) return problem$1(`has no unit: write ${withUnits(text)}`);
	const match = SYNTAX.exec(text);
	if (text === "" || match === null) return problem$1("is not a duration: write it like 45s, 90m or 1h30m");
	const [, hours = "0", minutes = "0", seconds = "0"] = match;
	const ms = Math.round(Number(hours) * HOUR_MS$1 + Number(minutes) * MINUTE_MS + Number(seconds) * SECOND_MS);
	if (ms > 432e6) return problem$1("is longer than a job can run: use at most 120h");
	return {
		ok: true,
		ms
	};
}
function problem$1(text) {
	return {
		ok: false,
		problem: text
	};
}
function withUnits(number) {
	return number.length > 9 ? "h, m or s after it" : `${number}s, ${number}m or ${number}h`;
}
/**
* Writes a duration in its two largest units, rounded down to whole seconds: `1 h 30 min`, `5 min`,
* `45 s`.
* @param ms milliseconds; a negative value reads as `0 s`.
*/
function formatDuration(ms) {
	const seconds = Math.max(0, Math.floor(ms / SECOND_MS));
	const [h, min, s] = [
		Math.floor(seconds / 3600),
		Math.floor(seconds / 60) % 60,
		seconds % 60
	];
	return (h > 0 ? [amount(h, "h"), amount(min, "min")] : [amount(min, "min"), amount(s, "s")]).filter((part) => part !== "").join(" ") || "0 s";
}
/** Writes a duration exactly, to the millisecond. @param ms milliseconds. */
function formatExact(ms) {
	return ms % 1e3 === 0 ? formatDuration(ms) : `${ms / 1e3} s`;
}
function amount(value, unit) {
	return value === 0 ? "" : `${value} ${unit}`;
}

// build/js/model/finding.js
/** A finding of an image, and what the platform's words for severity and triage status mean. */
/** The worst first. */
const SEVERITIES = [
	"critical",
	"high",
	"medium",
	"low",
	"unspecified"
];
/** Where triage stands, spelled as in the platform's filters. */
const FINDING_STATUSES = [
	"new",
	"inProgress",
	"rejected",
	"remediated"
];
/** The catalogs by whose names people know vulnerabilities, the best known first. */
const CATALOGS = [
	"cve",
	"brly",
	"ghsa",
	"osv"
];
/** The name in the best known catalog that has one. */
function knownName(identifiers) {
	return CATALOGS.map((catalog) => identifiers[catalog]).find((name) => name !== void 0);
}
/** @returns undefined if the API gave no severity, or an undocumented one. */
function severityOf({ severity, type }) {
	if (severity === void 0) return isInventory(type) ? "unspecified" : void 0;
	const word = fold(severity);
	return word === "informational" ? "unspecified" : SEVERITIES.find((known) => known === word);
}
/** Whether findings of this type only describe what the image contains. */
function isInventory(type) {
	return type !== void 0 && INVENTORY.has(fold(type));
}
const INVENTORY = /* @__PURE__ */ new Set(["cryptographicasset", "mitigation"]);
/** @returns undefined if the API gave no status, or an undocumented one. */
function statusOf$1({ status }) {
	return status === void 0 ? void 0 : FINDING_STATUSES.find((known) => fold(known) === fold(status));
}
/** Every status that the API gave; undefined for one that is missing or undocumented. */
function statusesOf(finding) {
	const { otherStatus } = finding;
	return otherStatus === void 0 ? [statusOf$1(finding)] : [statusOf$1(finding), statusOf$1({ status: otherStatus })];
}
/**
* The worst first: by severity, then known exploitation, then the ID, so that the order of pages does
* not matter.
*/
function byGravity(one, other) {
	return rank$1(one) - rank$1(other) || Number(other.isKev) - Number(one.isKev) || (one.id < other.id ? -1 : Number(one.id > other.id));
}
/** An unknown severity comes last: many of them must not push the worst known ones out of sight. */
function rank$1(finding) {
	const severity = severityOf(finding);
	return severity === void 0 ? SEVERITIES.length : SEVERITIES.indexOf(severity);
}

// build/js/model/policy.js
/** The policy on findings: which of them block, and how they add up. Pure. */
/**
* From the strictest to the most lenient. Only messages use this order: `SEVERITIES` has the order
* of gravity.
*/
const THRESHOLDS = [
	"any",
	"low",
	"medium",
	"high",
	"critical",
	"none"
];
/** Whether a finding blocks. What is unknown about it is taken for the worst. */
function blocksUnder(policy, finding) {
	const isNew = policy.baselineImageId === void 0 || finding.side === "right";
	const isSevere = reaches(policy.threshold, severityOf(finding));
	const isExploited = policy.failOnKev && finding.isKev;
	return isNew && isInImage(finding) && isOpen(policy, finding) && (isSevere || isExploited);
}
function reaches(threshold, severity) {
	if (threshold === "none") return false;
	if (threshold === "any" || severity === void 0) return true;
	return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(threshold);
}
function isOpen({ statuses }, finding) {
	return statusesOf(finding).some((status) => status === void 0 || statuses.includes(status));
}
/** The inputs that turn any of these policies on. */
function switchesOf(policies) {
	const isOn = {
		"fail-on-severity": policies.some(({ threshold }) => threshold !== "none"),
		"fail-on-kev": policies.some(({ failOnKev }) => failOnKev)
	};
	return ["fail-on-severity", "fail-on-kev"].filter((name) => isOn[name]);
}
/** Everything about a finding that a policy looks at, as one text to compare. */
function judgedFields(finding) {
	const { isKev, side } = finding;
	return [
		severityOf(finding),
		...statusesOf(finding),
		isKev,
		side
	].join(" ");
}
/** A comparison also lists findings that only the baseline has. */
function isInImage({ side }) {
	return side !== "left";
}
/**
* Judges findings, all or some of them: `combine` adds up the parts.
* @param policies a finding blocks if it does under any of them.
*/
function judge(findings, policies) {
	const open = findings.filter((finding) => policies.some((policy) => isOpen(policy, finding)));
	const blocking = findings.filter((finding) => policies.some((policy) => blocksUnder(policy, finding)));
	const on = (side) => countBySeverity(open.filter((it) => it.side === side));
	const isComparison = policies.some(({ baselineImageId }) => baselineImageId !== void 0);
	return {
		open: countBySeverity(open.filter(isInImage)),
		comparison: isComparison ? {
			new: on("right"),
			unchanged: on("both"),
			resolved: on("left")
		} : void 0,
		blocking: blocking.toSorted(byGravity),
		unknownSeverities: blocking.filter((it) => severityOf(it) === void 0).length,
		unknownStatuses: blocking.filter((it) => statusesOf(it).includes(void 0)).length,
		isTolerated: policies.every((policy) => policy.onFindings === "warn" || !blocking.some((it) => blocksUnder(policy, it)))
	};
}
/** @param parts judgements of distinct findings under the same policies. */
function combine(parts) {
	const comparisons = parts.flatMap(({ comparison }) => comparison ?? []);
	return {
		open: sum(parts.map(({ open }) => open)),
		comparison: comparisons.length === 0 ? void 0 : {
			new: sum(comparisons.map((it) => it.new)),
			unchanged: sum(comparisons.map(({ unchanged }) => unchanged)),
			resolved: sum(comparisons.map(({ resolved }) => resolved))
		},
		blocking: parts.flatMap(({ blocking }) => blocking).toSorted(byGravity),
		unknownSeverities: parts.reduce((total, it) => total + it.unknownSeverities, 0),
		unknownStatuses: parts.reduce((total, it) => total + it.unknownStatuses, 0),
		isTolerated: parts.every(({ isTolerated }) => isTolerated)
	};
}
function countBySeverity(findings) {
	const counts = {
		critical: 0,
		high: 0,
		medium: 0,
		low: 0,
		unspecified: 0,
		other: 0
	};
	for (const finding of findings) counts[severityOf(finding) ?? "other"] += 1;
	return counts;
}
function sum(counts) {
	const of = (severity) => counts.reduce((total, it) => total + it[severity], 0);
	return {
		critical: of("critical"),
		high: of("high"),
		medium: of("medium"),
		low: of("low"),
		unspecified: of("unspecified"),
		other: of("other")
	};
}

// build/js/report/sentence.js
/** A reason: what happened and what to do, and how the two become a sentence. */
function because(happened, advice, mark = ":") {
	return mark === ":" ? {
		happened,
		advice
	} : {
		happened,
		advice,
		mark
	};
}
/** The reason as a sentence of its own. */
function sentenceOf(reason) {
	return `${capitalize(clausesOf(reason))}.`;
}
/** What happened and what to do, without the period. */
function clausesOf({ happened, advice, mark = ":" }) {
	return `${happened}${mark} ${advice}`;
}
/** What somebody said, as the end of a clause: `: said`, or nothing. */
function after(said) {
	return said === void 0 || said === "" ? "" : `: ${said}`;
}
/** Anything that can be thrown, as one printable line. */
function describeThrown(cause) {
	try {
		return printable(String(cause));
	} catch {
		return "a value that cannot be printed";
	}
}

// build/js/report/findings-words.js
/** The words for a policy on findings and for its result on an image. */
/**
* The policy in one line, for the start of the log.
* @param baseline undefined without `baseline-image`.
*/
function policyLine(policy, baseline) {
	const { statuses, onFindings } = policy;
	const verb = onFindings === "fail" ? "fail on" : "warn about";
	const except = baseline === void 0 ? "" : `; ignore those in ${ownerOf(baseline)}`;
	return `Policy: ${verb} open findings (${statuses.join(", ")}) ${kindOf(policy)}${except}.`;
}
function ownerOf(baseline) {
	return baseline.kind === "image" ? `image ${printable(baseline.imageId)}` : "the newest image of the base branch";
}
function kindOf({ threshold, failOnKev }) {
	if (threshold === "none") return "in CISA KEV";
	if (threshold === "any") return "of any severity";
	const severe = `that are ${threshold}${threshold === "critical" ? "" : " or worse"}`;
	return failOnKev ? `${severe}, or in CISA KEV` : severe;
}
/**
* That nothing blocks, as a sentence.
* @param comparedWith what all images were compared with; empty if only some were compared, and
* undefined if none was.
*/
function passedLine({ threshold, failOnKev }, comparedWith) {
	const severe = threshold === "any" ? "of any severity" : `at or above ${threshold}`;
	const what = [...threshold === "none" ? [] : [severe], ...failOnKev && threshold !== "any" ? ["in CISA KEV"] : []].join(" or ");
	if (comparedWith === void 0) return `Policy passed: no open finding ${what}.`;
	return `Policy passed: no new open finding ${what}${comparedWith === "" ? "" : ` (compared with ${comparedWith})`}.`;
}
/** For example `2 findings block (1 critical, 1 high; the worst is CVE-2023-45866 in bluez)`. */
function describeBlocking(judgement, policy) {
	const { blocking, unknownStatuses } = judgement;
	const counts = describeCounts(countBySeverity(blocking), unknownUnder(policy));
	const worst = blocking.slice(0, 1).map(findingName).join("");
	const exploited = policy.failOnKev ? blocking.filter(({ isKev }) => isKev).length : 0;
	const which = blocking.length === 1 ? `${counts.replace(/^1 /, "")}${exploited > 0 ? ", in CISA KEV" : ""}: ${worst}` : `${counts}${exploited > 0 ? `; ${exploited} in CISA KEV` : ""}; the worst is ${worst}`;
	const unknown = unknownStatuses === 0 ? "" : `, and the status of ${unknownStatuses} is unknown`;
	return `${blockingCount(blocking.length, isCompared(policy))} (${which})${unknown}`;
}
/** For example `1 new finding blocks`. */
function blockingCount(count, isNew) {
	return `${count} ${isNew ? "new " : ""}${count === 1 ? "finding blocks" : "findings block"}`;
}
/** Whether findings block only if a baseline does not have them. */
function isCompared({ baselineImageId }) {
	return baselineImageId !== void 0;
}
/** The name by which people know a finding, and where it is; printable. */
function findingName({ identifiers, displayName, name, id, componentName }) {
	const called = plain$1(identifiers.flatMap((entry) => knownName(entry) ?? [])[0] ?? displayName ?? name ?? id, 60);
	return componentName === void 0 ? called : `${called} in ${plain$1(componentName, 40)}`;
}
/** Printable, and without backticks, which the summary would render as code. */
function plain$1(text, longest) {
	return printable(text.replaceAll("`", " "), longest);
}
/** The result of judging an image's findings, as a clause. */
function describeJudgement(judgement, policy) {
	const { open, blocking } = judgement;
	const all = Object.values(open).reduce((total, count) => total + count, 0);
	const read = amountOf(all, "open finding");
	if (blocking.length === 0) return `${read}, ${isCompared(policy) ? "no new one" : "none"} blocks`;
	const counts = describeCounts(countBySeverity(blocking), unknownUnder(policy));
	return `${read}; ${blockingCount(blocking.length, isCompared(policy))}: ${counts}`;
}
function unknownUnder({ threshold }) {
	return threshold === "none" ? "of unknown severity" : "of unknown severity, which counts as critical";
}
/**
* For example `1 critical, 2 high`.
* @param unknown what findings are called whose severity is missing or undocumented.
*/
function describeCounts(counts, unknown) {
	return [...SEVERITIES.map((severity) => ({
		words: severity,
		count: counts[severity]
	})), {
		words: unknown,
		count: counts.other
	}].filter(({ count }) => count > 0).map(({ words, count }) => `${count} ${words}`).join(", ");
}
/** What to do if findings could not be read. */
function adviceOnUnread({ type }) {
	return ADVICE.get(type) ?? "run the job again when the API is back, or raise `max-outage` or `timeout`";
}
const LATER = "look at the image in the Binarly dashboard, and run the job again later";
const CONTRADICTED = "check that the credential may view all findings of the product, or set `on-incomplete` to warn to judge the list as it is";
const MAINTAINERS = "report this to the maintainers of this action: no request failed";
const ADVICE = /* @__PURE__ */ new Map([
	["baseline-unfinished", "run the job again when that scan has completed, or use another `baseline-image`"],
	["findings-not-found", LATER],
	["findings-changed", LATER],
	["finding-listed-twice", LATER],
	["findings-missing", LATER],
	["findings-unfinished", "raise `timeout`"],
	["findings-not-listed", CONTRADICTED],
	["kev-not-listed", CONTRADICTED],
	["finding-unreadable", MAINTAINERS],
	["too-large", MAINTAINERS],
	["paged-list", MAINTAINERS]
]);
/** What was let pass, as a clause. */
function describeContradiction({ type, listed, counted }) {
	const what = type === "kev-not-listed" ? " in CISA KEV" : "";
	const isEmpty = listed === 0 && type === "findings-not-listed";
	return `the list ${isEmpty ? "is empty" : `has ${amountOf(listed, "finding")}${what}`}, but the image reports ${counted !== void 0 && isEmpty ? amountOf(counted, "finding") : counted ?? "no number"}`;
}
/** At most one sentence: what `on-incomplete` let pass in the first image that has such findings. */
function contradictionsIn(records) {
	const advice = "judged as listed, because `on-incomplete` is warn";
	return records.flatMap(({ imageId, judgement }) => {
		if (judgement?.contradiction === void 0) return [];
		const happened = `image ${printable(imageId)}: ${describeContradiction(judgement.contradiction)}`;
		return [sentenceOf({
			happened,
			advice,
			mark: ";"
		})];
	}).slice(0, 1);
}

// build/js/report/github-problems.js
/** As a clause; printable. */
function describeGitHubProblem(problem) {
	switch (problem.type) {
		case "stopped": return "GitHub did not answer in time";
		case "too-slow": return `no response from GitHub within ${problem.limitMs / 1e3} s`;
		case "network": return `no connection to GitHub: ${problem.message}`;
		case "unavailable":
		case "refused": return `GitHub answered HTTP ${problem.status}${after(problem.message)}`;
		case "rate-limit": return `the rate limit of GitHub is used up${untilReset(problem.resetMs)}${after(problem.message)}`;
		case "no-permission": return `GitHub refused the request: ${problem.message}`;
		case "query-failed": return `GitHub could not execute the query: ${problem.message}`;
		case "query-refused": return `GitHub refused the query: ${problem.message}`;
		case "unexpected-answer": return `GitHub sent an unexpected response (HTTP ${problem.status})`;
	}
}
function untilReset(resetMs) {
	return resetMs === void 0 ? "" : ` until ${formatUtc(resetMs)}`;
}
function adviceOnGitHub(problem) {
	switch (problem.type) {
		case "no-permission": {
			const [first = "", ...others] = problem.needs;
			const needs = [`\`permissions: ${first}\``, ...others.map((need) => `\`${need}\``)];
			const forks = problem.needs.some((need) => need.endsWith("write")) ? " (runs for pull requests from forks never have it)" : "";
			return `give the job ${needs.join(" and ")}${forks}`;
		}
		case "rate-limit": return problem.resetMs === void 0 ? "run the job again in some minutes, and make fewer requests with this token" : "run the job again after that, and make fewer requests with this token";
		case "refused": return adviceOnStatus(problem.status);
		case "query-refused": return "check `github-token`, and what it may read";
		case "stopped":
		case "too-slow":
		case "network":
		case "unavailable":
		case "query-failed":
		case "unexpected-answer": return "run the job again when GitHub is back";
	}
}
function adviceOnStatus(status) {
	if (status === 401) return "check `github-token`";
	if (status === 422) return "check `status-context`, and whether the commit still exists";
	return "check `github-token`, and whether the repository and the commit still exist";
}

// build/js/report/failure-words.js
/** Why a poll failed, as a clause; printable. */
function describeFailure({ endpoint, cause }) {
	return FAILED_AT[endpoint] + describeCause(cause, endpoint);
}
const FAILED_AT = {
	api: "",
	token: "no token from `token-url`: ",
	"id-token": "no ID token from GitHub: ",
	github: "",
	storage: ""
};
/** The input that holds the address of the endpoint; for GitHub's, the runner's variable. */
function inputOf(endpoint) {
	return INPUT_OF[endpoint];
}
const INPUT_OF = {
	api: "`api-url`",
	token: "`token-url`",
	"id-token": "`ACTIONS_ID_TOKEN_REQUEST_URL`",
	github: "`GITHUB_API_URL`",
	storage: "the upload address"
};
/**
* Why a request or its response was unusable, as a clause that does not name the endpoint;
* printable.
*/
function describeCause(cause, endpoint) {
	const words = CAUSES[cause.type];
	return typeof words === "string" ? words : words(cause, endpoint);
}
/** A new cause does not compile without its words. */
const CAUSES = {
	"no-time": "no time was left for another request",
	"too-slow": (cause) => `no complete response within ${Math.round(cause.limitMs / 1e3)} s`,
	network: (cause) => describeNetwork(cause.code, cause.message),
	"no-tls": (_, endpoint) => `the server does not speak TLS: is ${inputOf(endpoint)} right?`,
	"tls-handshake": (cause) => `the TLS handshake failed (${cause.code})`,
	certificate: (cause) => `the server certificate is not trusted (${cause.code})`,
	"proxy-auth": "the proxy requires credentials (HTTP 407)",
	"proxy-status": (cause) => `the proxy answered HTTP ${cause.status}`,
	"proxy-connection": (cause) => `the connection through the proxy failed (${cause.message})`,
	"too-large": (cause) => `the response is larger than ${cause.maxBytes / 1024 / 1024} MiB`,
	"not-utf8": "the response is not UTF-8 text",
	stalled: (cause) => `no data arrived for ${Math.round(cause.afterMs / 1e3)} s`,
	"not-whole": (cause) => `the response is not a whole ${cause.format} file`,
	encoded: (cause) => `the response is encoded (${cause.encoding}) and could not be decoded`,
	"not-json": (cause, endpoint) => `HTTP ${cause.status} ${NOT_JSON[cause.body](endpoint)}`,
	"http-status": (cause) => `HTTP ${cause.status}${after(cause.message)}`,
	"unexpected-answer": (cause) => `the response is not ${EXPECTED[cause.expected]}`,
	"other-scan": "the response is about another scan",
	"other-image": "the response is about another image",
	"scan-without-id": "the response is a scan without a readable ID",
	"unrankable-scan": "a scan in the list has no readable ID and creation time",
	"scan-listed-twice": "the list has the same scan twice, in different states",
	"paged-list": "the list continues on another page, which this action cannot read",
	"status-unavailable": "the API reports `status_unavailable`",
	"no-state": "the API gives no state for the scan",
	"scan-gone": (cause) => `${describeAbsence$1(cause.absent)}, although the scan was there before`,
	"unreadable-product-id": (cause) => `the product named ${quote(cause.name)} has no readable ID`,
	"fresh-token-refused": (cause) => `the API refused a token issued moments before (HTTP 401${after(cause.message)})`,
	"no-access-token": (cause) => `HTTP ${cause.status} without an access token`,
	github: (cause) => describeGitHubProblem(cause.problem),
	"no-id-token": (cause) => `HTTP ${cause.status} without an ID token`,
	"findings-not-found": (cause) => `the findings were not found (${describeAbsence$1(cause.absent)})`,
	"report-not-found": (cause) => `the report was not found (${describeAbsence$1(cause.absent)})`,
	"findings-changed": (cause) => `the list of findings changed while it was read${fromTo(cause.from, cause.to)}`,
	"finding-listed-twice": "the list of findings has the same finding twice",
	"findings-missing": (cause) => `the list of findings should have ${cause.total}, but ${cause.read} were read`,
	"finding-unreadable": (cause) => `row ${cause.row} of a page of findings has no ${cause.lacks === "id" ? "readable ID" : "`compareSide`"}`,
	"findings-unfinished": (cause) => `time was up before all findings were read twice; the last read had ${cause.read} of ${cause.total}`,
	"findings-not-listed": (cause) => cause.counted === void 0 ? "the list of findings is empty, and the image has no readable counts to confirm that" : describeContradiction(cause),
	"kev-not-listed": (cause) => cause.counted === void 0 ? "the image has no readable count of findings in CISA KEV" : describeContradiction(cause),
	"baseline-unfinished": (cause) => `the scan of \`baseline-image\` is ${printable(cause.state ?? "without a state")}`,
	storage: ({ host, problem }) => `the storage ${printable(host)}: ${describeStorage(problem)}`
};
/** Why the storage does not have the file, as a clause; printable. */
function describeStorage(problem) {
	switch (problem.type) {
		case "stalled": return `it accepted no data for ${formatDuration(problem.forMs)}`;
		case "unanswered": return `it accepted all of the file, and then did not answer for ${formatDuration(problem.forMs)}`;
		case "storage-status": return `HTTP ${problem.status}${after(problem.code)}`;
		case "early-answer": return `HTTP ${problem.status} before the whole file was sent`;
		case "md5-differs": return "the MD5 of its copy differs from that of the file";
		default: return describeCause(problem, "storage");
	}
}
/** Empty if findings were only replaced by others. */
function fromTo(from, to) {
	return from === to ? "" : `, from ${from} to ${to}`;
}
const NOT_JSON = {
	empty: () => "with an empty body",
	"broken-off": () => "with JSON that breaks off",
	"web-page": (endpoint) => `with a body that looks like a web page: is ${inputOf(endpoint)} right?`,
	other: (endpoint) => `with a body that is not JSON: is ${inputOf(endpoint)} right?`
};
const EXPECTED = {
	scan: "a scan",
	scans: "a list of scans",
	products: "a list of products",
	image: "an image",
	images: "a list of images",
	findings: "a list of findings",
	"upload-address": "an upload address"
};
const NETWORK_ERRORS = /* @__PURE__ */ new Map([
	["ENOTFOUND", "the host name could not be resolved"],
	["EAI_AGAIN", "the host name cannot be resolved right now"],
	["ECONNREFUSED", "the connection was refused"],
	["ECONNRESET", "the connection was reset"],
	["ETIMEDOUT", "the connection timed out"]
]);
function describeNetwork(code, message) {
	const words = code === void 0 ? void 0 : NETWORK_ERRORS.get(code);
	return words === void 0 ? message : `${words}, ${code}`;
}
/** Why there is no scan, as a clause; printable. */
function describeAbsence$1(cause) {
	const words = ABSENCES[cause.type];
	return typeof words === "string" ? words : words(cause);
}
const ABSENCES = {
	"empty-list": "the list of scans is empty",
	"no-scans": "the API reports `no_scans`",
	"all-too-old": ({ createdAfter, newest }) => `the newest scan in the list is from ${newest}, and \`created-after\` is ${createdAfter}`,
	"not-found": ({ message }) => `the API answered HTTP 404: ${message}`
};

// build/js/report/baseline-words.js
/** The words for what an image is compared with, or why with nothing. */
/**
* For example `Compared with image 01J… (firmware.bin, commit 1a2b3c4, 2 commits back on main),
* scanned 3 days ago.`
* @param nowMs by the platform's clock, in milliseconds since the epoch.
* @param of the image that is compared with it, if there are several.
*/
function comparedSentence({ imageId, origin, scannedMs }, nowMs, of) {
	const from = origin === void 0 ? "" : ` (${describeOrigin(origin)})`;
	const age = scannedMs === void 0 ? "" : `, scanned ${describeAge(nowMs - scannedMs)}`;
	return `${of === void 0 ? "Compared" : `Image ${printable(of)}: compared`} with image ${printable(imageId)}${from}${age}.`;
}
function describeOrigin({ name, sha, back, branch }) {
	const commits = back === 1 ? "1 commit back" : `${back} commits back`;
	const where = [...back === 0 ? [] : [commits], ...branch === "" ? [] : [`on ${start_short(branch)}`]];
	const separator = back === 0 ? " " : ", ";
	const commit = `commit ${start_short(shortSha(sha))}`;
	return `${start_short(name)}, ${where.length === 0 ? commit : commit + separator + where.join(" ")}`;
}
const DAY_MS$1 = 864e5;
const HOUR_MS = 36e5;
/** The largest unit, rounded down. */
function describeAge(ms) {
	const days = Math.floor(ms / DAY_MS$1);
	if (days > 0) return days === 1 ? "1 day ago" : `${days} days ago`;
	const unit = ms < HOUR_MS ? 6e4 : HOUR_MS;
	return ms < unit ? "just now" : `${formatDuration(Math.floor(ms / unit) * unit)} ago`;
}
/** Why every finding of an image counts as new, and what to do if that is not intended. */
function reasonWithoutBaseline(imageId, why) {
	const image = `image ${printable(imageId)}`;
	return because(`there is nothing to compare ${image} with (${describeAbsence(why)}), so every finding counts as new`, adviceOnAbsence(why));
}
function describeAbsence(why) {
	switch (why.type) {
		case "no-base": return "it is not clear what its commit is based on";
		case "first-commit": return `commit ${start_short(shortSha(why.sha))} has no parent`;
		case "no-image": return `no image of ${lastCommits(why.commits, why.branch)}`;
		case "unnamed": return "it has no name";
		case "no-image-named": return `no image of ${lastCommits(why.commits, why.branch)} is named ${quote(why.name)}`;
		case "none-completed": {
			const named = `${quote(why.name)}${onBranch(why.branch)}`;
			return why.asked === 1 ? `the newest scan of the image named ${named} has not completed` : `the newest scan of none of the ${why.asked} newest images named ${named} has completed`;
		}
	}
}
function adviceOnAbsence(why) {
	switch (why.type) {
		case "no-base": return "compare in a run of `pull_request`, `merge_group` or `push`, and let no two open pull requests with different bases have the same head";
		case "first-commit": return "the next commit will have a parent to compare with";
		case "no-image": return `this is normal until a push to ${branchOr(why.branch)} has been scanned; the version of its image must be the SHA of the commit`;
		case "unnamed": return "give images a name when they are uploaded";
		case "no-image-named": return "this is normal for a new file; else give the images of all commits the same name";
		case "none-completed": return "look at the scans of these images in the Binarly dashboard";
	}
}
/** A line about the first time that a baseline could not be looked for. */
function troubleLine(failure) {
	return `Could not find what to compare with (${describeFailure(failure)}); still trying.`;
}
/** Why nobody can say what the base branch is. @param cause as a clause. */
function reasonWithoutBase(cause) {
	return because(`could not determine the base branch (${cause})`, "use `baseline-image: base-branch` only in workflows that run on GitHub");
}
/** @param others how many more images there are without a baseline. */
function missingBaselinesWarning(imageId, others) {
	const more = others === 0 ? "" : ` and ${others} more`;
	return `No baseline for image ${printable(imageId)}${more} was found before time was up, so every finding will count as new: raise \`timeout\`, or run the job again.`;
}
function lastCommits(count, branch) {
	const commits = count === 1 ? "the last commit" : `the last ${count} commits`;
	return branch === "" ? commits : `${commits} of ${start_short(branch)}`;
}
function onBranch(branch) {
	return branch === "" ? "" : ` on ${start_short(branch)}`;
}
function branchOr(branch) {
	return branch === "" ? "the base branch" : start_short(branch);
}
function start_short(text) {
	return printable(text, 60);
}
/** Older than this, a baseline lacks findings that were published since. */
const STALE_MS = 7 * DAY_MS$1;
/** @returns undefined unless the baseline was scanned so long ago that published findings seem new. */
function staleHint(baseline, nowMs) {
	if (baseline?.kind !== "image" || baseline.scannedMs === void 0) return void 0;
	if (nowMs - baseline.scannedMs <= STALE_MS) return void 0;
	return "Findings that were published since the baseline was scanned count as new: scan the baseline again to leave them out.";
}

// build/js/steps/open-github.js
/** How a step reaches GitHub: the run that it belongs to, and the API with the token of an input. */
/** Makes no request yet. */
async function openGitHub(token, { github, clock, random }) {
	let run;
	try {
		run = await github.readRun();
	} catch (error) {
		return {
			ok: false,
			cause: describeThrown(error)
		};
	}
	const connection = await github.connect(token, run.apiUrl);
	return {
		ok: true,
		run,
		api: createGitHubApi(connection, {
			clock,
			random
		})
	};
}

// build/js/steps/wait/baselines.js
/** What the images of a step are compared with, and what the log says of it. */
/** Makes no request yet. */
async function beginBaselines(step, runtime) {
	const { images, settings } = step;
	const { baseline } = settings;
	if (baseline === void 0) return {
		ok: true,
		baselines: void 0
	};
	const told = reporting(step, runtime);
	if (baseline.kind === "image") return {
		ok: true,
		baselines: told(givenBaseline(images, baseline.imageId))
	};
	const opened = await openGitHub(baseline.githubToken, runtime);
	if (!opened.ok) return {
		ok: false,
		reason: reasonWithoutBase(opened.cause)
	};
	const { run, api } = opened;
	return {
		ok: true,
		baselines: told(baseBranchBaselines(images, (call) => askForBase(api, run, call), runtime.clock))
	};
}
/** Logs each baseline once, the first trouble, and warns once of an image that has none. */
function reporting(step, { workflow }) {
	const { settings, log, clock } = step;
	const isSingle = settings.imageIds.length === 1;
	let [hasWarned, hasFailed] = [false, false];
	function report(imageId, result) {
		if (result.kind === "failed" && !hasFailed) {
			hasFailed = true;
			log.info(troubleLine(result));
		}
		if (result.kind !== "found") return;
		const baseline = result.value;
		if (baseline.kind === "image") {
			log.info(comparedSentence(baseline, clock.wallMs(), isSingle ? void 0 : imageId));
			return;
		}
		const sentence = sentenceOf(reasonWithoutBaseline(imageId, baseline.why));
		if (hasWarned) log.info(sentence);
		else workflow.warning(sentence);
		hasWarned = true;
	}
	return ({ find, known }) => ({
		known,
		async find(imageId, call) {
			const result = await find(imageId, call);
			report(imageId, result);
			return result;
		}
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
		return async (call) => {
			if (!isAnswered) {
				const baseline = await find(imageId, call);
				if (baseline.kind === "refused" || baseline.kind === "interrupted") return baseline;
				const isUnfinished = baseline.kind === "failed" && baseline.cause.type === "baseline-unfinished";
				isAnswered = baseline.kind === "found" || isUnfinished;
			}
			return ask(call);
		};
	};
}
/**
* Warns of images that are handed over before their baseline was found: whoever finishes the wait
* does not look for it, so every finding counts as new.
*/
function warnOfMissingBaselines(records, { settings }, { workflow }) {
	if (settings.baseline?.kind !== "base-branch") return;
	const missing = records.filter(({ baseline }) => baseline === void 0);
	const [first] = missing;
	if (first !== void 0) workflow.warning(missingBaselinesWarning(first.imageId, missing.length - 1));
}

// build/js/model/deferred-wait.js
/** More would not fit in a `target_url`. */
const MOST_IMAGES = 10;
/** The longest `target_url` that we write, in characters. */
const LONGEST_TARGET_URL = 1e3;
/** Version 1 named no commit, so its statuses could be copied. */
const VERSION = "2";
const PARAMETER = "binarly";
/** None of these may be in an ID (`SERVER_ID`), and none needs escaping in the query of a URL (RFC 3986). */
const [FIELD, IMAGE, PART] = [
	"*",
	"!",
	","
];
const NONCE = /^[a-z0-9]{8,40}$/;
const RUN = /^(\d{1,20})\.(\d{1,10})$/;
/** Seconds in base 36. */
const SECONDS = /^[a-z0-9]{1,8}$/;
const COMMIT_LENGTH = 12;
/** The letter that stands for each status of a finding. */
const STATUS_LETTERS = /* @__PURE__ */ new Map([
	["n", "new"],
	["i", "inProgress"],
	["r", "rejected"],
	["m", "remediated"]
]);
/** What findings do (`f`: fail, `w`: warn), and `i` if a contradiction is let pass. */
const MARKS = [
	"f",
	"w",
	"fi",
	"wi"
];
/** What a wait keeps of a commit: the first twelve digits of its SHA. */
function commitOf(sha) {
	return sha.slice(0, COMMIT_LENGTH);
}
/** Whether an ID can be carried. */
function isCarriable(id) {
	return SERVER_ID.test(id) && !isDotSegment(id);
}
/** Every URL parser resolves these away in a path. */
function isDotSegment(id) {
	return id === "." || id === "..";
}
/** @param pageUrl the page that the status links to: an address without a query. */
function toTargetUrl(pageUrl, wait) {
	const fields = [
		VERSION,
		`${wait.runId}.${wait.attempt}`,
		wait.productId ?? "",
		wait.isHandedOver ? "h" : "w",
		Math.floor(wait.leftMs / 1e3).toString(36),
		wait.nonce,
		wait.commit,
		wait.policy === void 0 ? "" : encodePolicy(wait.policy),
		wait.images.map(encodeImage).join(IMAGE)
	];
	return `${pageUrl}?${PARAMETER}=${fields.join(FIELD)}`;
}
/** The baseline is left out if there is none. */
function encodeImage({ imageId, scanId = "", baselineImageId }) {
	return [
		imageId,
		scanId,
		...baselineImageId === void 0 ? [] : [baselineImageId]
	].join(PART);
}
function encodePolicy(policy) {
	const letters = [...STATUS_LETTERS].filter(([, status]) => policy.statuses.includes(status));
	return [
		policy.threshold,
		policy.failOnKev ? "k" : "",
		letters.map(([letter]) => letter).join(""),
		(policy.onFindings === "warn" ? "w" : "f") + (policy.onIncomplete === "warn" ? "i" : "")
	].join(PART);
}
/**
* Reads what `toTargetUrl` wrote. Never throws, whatever the input.
* @param sha the commit that has the status.
* @returns undefined if the address carries no wait for this commit, or anything in it is invalid.
*/
function readTargetUrl(targetUrl, sha) {
	if (targetUrl.length > 1e3 || !URL.canParse(targetUrl)) return void 0;
	const fields = new URL(targetUrl).searchParams.get(PARAMETER)?.split(FIELD) ?? [];
	if (fields.length !== 9) return void 0;
	const [version, run = "", product, mark, left = "", nonce = "", commit = "", ...rest] = fields;
	const [policyText, imagesText] = rest;
	const [, runId, attempt] = RUN.exec(run) ?? [];
	const productId = readId$1(product);
	const images = readImages$1(imagesText);
	const policy = policyText === "" ? void 0 : readPolicy$1(policyText);
	const isHandedOver = mark === "h";
	const isComplete = productId.id !== void 0 && images?.every((it) => it.scanId !== void 0);
	if (version !== VERSION || runId === void 0 || attempt === void 0) return void 0;
	if (!productId.ok || images === void 0 || policy === "invalid") return void 0;
	if (!(isHandedOver || mark === "w") || isHandedOver && isComplete !== true) return void 0;
	if (!SECONDS.test(left) || !NONCE.test(nonce)) return void 0;
	if (commit !== commitOf(sha)) return void 0;
	const leftMs = Number.parseInt(left, 36) * 1e3;
	return {
		runId,
		attempt,
		productId: productId.id,
		images,
		isHandedOver,
		policy,
		leftMs,
		nonce,
		commit
	};
}
/** An ID that may be missing. */
function readId$1(text = "") {
	return {
		ok: text === "" || isCarriable(text),
		id: text === "" ? void 0 : text
	};
}
/** @returns undefined if any of them is invalid, or one is named twice. */
function readImages$1(text = "") {
	const parts = text.split(IMAGE).map((entry) => entry.split(PART));
	if (parts.length > 10) return void 0;
	const images = [];
	for (const [imageId = "", scanText, baselineText, ...rest] of parts) {
		const [scan, baseline] = [readId$1(scanText), readId$1(baselineText)];
		const isWhole = scanText !== void 0 && baselineText !== "" && rest.length === 0;
		if (baseline.id !== void 0 && isSameId(baseline.id, imageId)) return void 0;
		if (!(isWhole && isCarriable(imageId) && scan.ok && baseline.ok) || images.some((image) => image.imageId === imageId)) return void 0;
		images.push({
			imageId,
			scanId: scan.id,
			baselineImageId: baseline.id
		});
	}
	return images;
}
function readPolicy$1(text = "") {
	const [thresholdText, kev, letters = "", mark, ...rest] = text.split(PART);
	const threshold = THRESHOLDS.find((name) => name === thresholdText);
	const statuses = [...STATUS_LETTERS].filter(([letter]) => letters.includes(letter));
	const isValid = (kev === "k" || kev === "") && statuses.map(([letter]) => letter).join("") === letters && statuses.length > 0 && MARKS.some((known) => known === mark) && rest.length === 0;
	if (threshold === void 0 || !isValid) return "invalid";
	return {
		threshold,
		failOnKev: kev === "k",
		statuses: statuses.map(([, status]) => status),
		onFindings: mark?.startsWith("w") ? "warn" : "fail",
		onIncomplete: mark?.endsWith("i") ? "warn" : "fail"
	};
}

// build/js/model/commit-status.js
/** One context's statuses on a commit, as GitHub keeps them and as we add to them. */
/** GitHub takes no characters outside of Unicode's basic plane, such as most emoji. */
const OUTSIDE_BASIC_PLANE = /[\u{10000}-\u{10FFFF}]/gu;
/** The status as GitHub takes it: its description is one line, and its address carries the wait. */
function givenAs({ state, description, page, wait }) {
	return {
		state,
		description: printable(description, 139).replace(OUTSIDE_BASIC_PLANE, "?"),
		targetUrl: toTargetUrl(page, wait)
	};
}

// build/js/handover/order.js
/** Whether a wait is the newest on the commit. */
function positionOf(wait, statuses) {
	const newest = newestRun(counting(statuses));
	const [first] = newest?.statuses ?? [];
	if (first !== void 0 && first.wait === void 0) return {
		type: "overridden",
		by: first.creator
	};
	if (newest?.key !== runKey(wait)) return { type: "superseded" };
	return { type: newest.nonces.size > 1 ? "shared" : "newest" };
}
/** Whether two statuses say the same, and are of the same run. */
function isSame(one, other) {
	return one.state === other.state && one.targetUrl === other.targetUrl && one.description === other.description;
}
/** Why nothing more is written of a wait; undefined if something may be. */
function obstacleTo(wait, statuses) {
	const position = positionOf(wait, statuses);
	if (position.type !== "newest") return position;
	const final = finalOf(wait, statuses);
	return final && {
		type: "finished",
		state: final.state
	};
}
/** The final status of a wait: a red one, if there are several. */
function finalOf(wait, statuses) {
	const finals = statuses.filter((it) => it.wait?.nonce === wait.nonce && it.state !== "pending");
	return finals.find(blocksMerge) ?? finals[0];
}
function blocksMerge({ state }) {
	return state === "failure" || state === "error";
}
/** @returns the status that must be on top, if another one is there. */
function coveredStatus(all) {
	const statuses = counting(all);
	const newest = newestRun(statuses);
	if (newest === void 0) return void 0;
	const highest = Math.max(...newest.statuses.map((status) => rank(status, newest)));
	const isRight = (status) => groupKey(status) === newest.key && rank(status, newest) === highest;
	return statuses.slice(0, 1).some(isRight) ? void 0 : statuses.find(isRight);
}
/**
* Without the successes of others that are covered. To put one back would make it ours: a rule that
* asks for our own identity would then take anybody's success.
*/
function counting(statuses) {
	return statuses.filter(({ wait, state }, index) => index === 0 || wait !== void 0 || state !== "success");
}
/** The run that began last: a late status of an earlier one does not make that one newer. */
function newestRun(statuses) {
	const firstStatuses = new Map(statuses.map((status) => [groupKey(status), status]));
	const newest = statuses.find((status) => firstStatuses.get(groupKey(status)) === status);
	if (newest === void 0) return void 0;
	const key = groupKey(newest);
	const own = statuses.filter((status) => groupKey(status) === key);
	return {
		key,
		statuses: own,
		nonces: new Set(own.flatMap(({ wait }) => wait?.nonce ?? []))
	};
}
/** A foreign status is its own group, because it was set on purpose. */
function groupKey({ id, wait }) {
	return wait === void 0 ? `foreign ${id}` : runKey(wait);
}
function runKey({ runId, attempt }) {
	return `run ${runId} ${attempt}`;
}
/**
* A wait only ever goes forward, so a status of a lower rank is an outdated copy. Of two final ones,
* which two sweeps with different policies may have written, the red one counts. If jobs share the
* context, nothing ranks above the error that says so.
*/
function rank(status, { nonces }) {
	if (nonces.size > 1 && status.state === "error") return 4;
	if (status.state !== "pending") return blocksMerge(status) ? 3 : 2;
	return status.wait?.isHandedOver === true ? 1 : 0;
}

// build/js/handover/protocol.js
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
const PAUSE_MS = 1e3;
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
	if (statuses === void 0) return { type: "unlisted" };
	return obstacleTo(status.wait, statuses) ?? (yield* settleTop(status));
}
/**
* Writes that jobs share the context. Nothing may cover it afterward, because it must stay.
*/
function* reportSharing(status) {
	yield {
		type: "write",
		status
	};
	return { type: "shared" };
}
/** Writes, looks again, and puts the right status back on top if this write covered it. */
function* settleTop(status) {
	let { id } = yield {
		type: "write",
		status
	};
	for (let rewrites = 0;; rewrites += 1) {
		const ownId = id;
		const statuses = yield* lookFor((it) => it.id === ownId);
		if (statuses === void 0) return { type: "unlisted" };
		const position = positionOf(status.wait, statuses);
		if (position.type === "shared") return position;
		const covered = coveredStatus(statuses);
		if (covered === void 0) return position.type === "newest" ? endOf$1(status, statuses) : position;
		if (rewrites === 5) return { type: "contended" };
		if (rewrites > 0) yield { type: "pause" };
		({id} = yield {
			type: "put-back",
			status: copyOf(covered, status.page)
		});
	}
}
/**
* The status as we put it back. Someone else's must not carry a wait then: what we write, sweeps
* believe. So it links to the page of whoever puts it back.
*/
function copyOf({ state, description, targetUrl, wait }, page) {
	return {
		state,
		description,
		targetUrl: wait === void 0 ? page : targetUrl
	};
}
/** Another sweep may have finished the wait at the same time, with a status that counts more. */
function endOf$1(written, [top]) {
	return top === void 0 || top.state === "pending" || isSame(top, givenAs(written)) ? { type: "written" } : {
		type: "finished",
		state: top.state
	};
}
/** @returns a list that has the status; undefined if none has it. */
function* lookFor(isIt) {
	for (let looks = 1;; looks += 1) {
		const { statuses } = yield { type: "list" };
		if (statuses.some(isIt)) return statuses;
		if (looks === 11) return void 0;
		yield { type: "pause" };
	}
}

// build/js/github/statuses.js
/** The statuses of one context on one commit (docs.github.com, REST: commit statuses). */
const PAGE = 100;
/** A context may have 1,000 statuses on a commit, and other contexts are listed along with it. */
const MOST_PAGES = 30;
/** Who may write statuses may also list them. */
const NEEDS = ["statuses: write"];
const text$2 = fallback(string(), "");
const addedSchema = object({
	id: number(),
	created_at: text$2,
	creator: fallback(nullish(object({ login: string() })), void 0)
});
const listSchema = array(object({
	...addedSchema.entries,
	state: picklist([
		"pending",
		"success",
		"failure",
		"error"
	]),
	context: string(),
	description: text$2,
	target_url: text$2
}));
/**
* All statuses of the context. GitHub lists those of all contexts together.
* @param login the identity that we write as: what any other wrote is no wait of ours.
*/
async function listStatuses(api, { owner, repo, sha, context }, login, budget) {
	const found = /* @__PURE__ */ new Map();
	let answeredMs;
	for (let page = 1; page <= MOST_PAGES; page += 1) {
		const result = await api.rest({
			route: "GET /repos/{owner}/{repo}/commits/{ref}/statuses",
			parameters: {
				owner,
				repo,
				ref: sha,
				per_page: PAGE,
				page
			},
			needs: NEEDS,
			read: readPage
		}, budget);
		if (!result.ok) return result;
		const { entries, hasNext } = result.value;
		answeredMs = result.value.dateMs;
		for (const entry of entries) if (isSameWord(entry.context, context)) found.set(entry.id, statusOf(entry, sha));
		if (!hasNext) break;
	}
	return {
		ok: true,
		value: {
			statuses: seenBy(login, found.values()),
			dateMs: answeredMs
		}
	};
}
/**
* The statuses as a writer sees them, newest first: what another identity wrote is no wait of ours,
* whatever its address carries.
* @param login the identity that the writer writes as.
*/
function seenBy(login, statuses) {
	return [...statuses].sort((one, other) => other.id - one.id).map((status) => isSameWord(status.creator, login) ? status : {
		...status,
		wait: void 0
	});
}
function statusOf(entry, sha) {
	const { state, description, target_url: targetUrl } = entry;
	const wait = readTargetUrl(targetUrl, sha);
	return {
		...addedOf(entry),
		state,
		description,
		targetUrl,
		wait
	};
}
function addedOf({ id, created_at, creator }) {
	return {
		id,
		creator: creator?.login,
		createdMs: parseInstant(created_at)?.ms
	};
}
function readPage({ data, headers }) {
	const parsed = safeParse(listSchema, data);
	if (!parsed.success) return void 0;
	const { link } = headers;
	const isFull = parsed.output.length >= PAGE;
	return {
		entries: parsed.output,
		hasNext: link === void 0 ? isFull : hasNextPage(link),
		dateMs: dateMs(headers["date"])
	};
}
/** Adds a status on top of the others, because none can be changed or removed. */
function addStatus(api, target, status, budget) {
	return putBackStatus(api, target, givenAs(status), budget);
}
/** Writes a covered status again, unchanged. */
function putBackStatus(api, { owner, repo, sha, context }, { state, description, targetUrl }, budget) {
	return api.rest({
		route: "POST /repos/{owner}/{repo}/statuses/{sha}",
		parameters: {
			owner,
			repo,
			sha,
			context,
			state,
			description,
			target_url: targetUrl
		},
		needs: NEEDS,
		read: readAdded
	}, budget);
}
/** Only 201 says that a status was added: a redirected POST may have become a GET. */
function readAdded({ status, data }) {
	const parsed = safeParse(addedSchema, data);
	return status === 201 && parsed.success ? addedOf(parsed.output) : void 0;
}

// build/js/handover/write-status.js
/** Carries out the protocol against GitHub, and outlasts its trouble while there is time. */
/** The runner kills an interrupted step after 10 s, and outputs and summary need some of them. */
const INTERRUPTED_LIMIT_MS = 3e3;
/**
* @param login the identity that we write as. Undefined before the first write, whose answer names
* it.
*/
async function writeStatus(writing, target, login, { api, clock, signal }) {
	const timeIsUp = new AbortController();
	const done = new AbortController();
	stopInTime(clock, signal, done.signal).then(() => timeIsUp.abort());
	const budget = () => ({
		untilMs: clock.monotonicMs() + GITHUB_TROUBLE_MS,
		signal: timeIsUp.signal,
		hurry: signal
	});
	let added;
	async function ask(step) {
		switch (step.type) {
			case "pause":
				await clock.sleep(PAUSE_MS, timeIsUp.signal);
				return {
					ok: true,
					value: {}
				};
			case "list": return listStatuses(api, target, login ?? added?.creator, budget());
			case "write": {
				const result = await addStatus(api, target, step.status, budget());
				if (result.ok) added = result.value;
				return result;
			}
			case "put-back": return putBackStatus(api, target, step.status, budget());
		}
	}
	const ended = await carryOut(writing, ask);
	done.abort();
	return {
		...ended,
		added
	};
}
async function carryOut(writing, ask) {
	let reply = {
		statuses: [],
		id: void 0
	};
	for (;;) {
		const step = writing.next(reply);
		if (step.done === true) return {
			ok: true,
			outcome: step.value
		};
		const asked = await ask(step.value);
		if (!asked.ok) return asked;
		const { statuses = [], id } = asked.value;
		reply = {
			statuses,
			id
		};
	}
}
/** Ends when an interruption leaves no more time. */
async function stopInTime(clock, signal, done) {
	const either = AbortSignal.any([signal, done]);
	if (!either.aborted) await new Promise((resolve) => either.addEventListener("abort", resolve, { once: true }));
	if (signal.aborted) await clock.sleep(INTERRUPTED_LIMIT_MS, done);
}

// build/js/handover/step-status.js
/** @param wait as it is before it is handed over, with the whole of `settle-within` left. */
function createStepStatus(wait, { run, context, ...options }, texts) {
	const { owner, repo, commit, pageUrl } = run;
	const { clock } = options;
	const target = {
		owner,
		repo,
		sha: commit.sha,
		context
	};
	const beganMs = clock.monotonicMs();
	/** The first status, and the last one: whoever looks must see the last one. */
	let [first, last] = [];
	const statusOf = (state, description, of = wait) => ({
		state,
		description,
		page: pageUrl,
		wait: of
	});
	async function write(writing) {
		const written = await writeStatus(writing, target, first?.creator, options);
		last = written.added ?? last;
		first ??= last;
		const end = endOf(written);
		if (end.type === "problem" && end.problem.type === "shared") await writeStatus(reportSharing(statusOf("error", texts.shared)), target, first?.creator, options);
		return end;
	}
	const isLast = ({ id }) => id === last?.id;
	return {
		async begin() {
			const end = await write(beginWait(statusOf("pending", texts.waiting)));
			return end.type === "problem" ? end.problem : void 0;
		},
		conclude(state, description) {
			return write(continueWait(statusOf(state, description), isLast));
		},
		async handOver(handed) {
			const leftMs = Math.max(0, wait.leftMs - (clock.monotonicMs() - beganMs));
			const carried = {
				...wait,
				...handed,
				isHandedOver: true,
				leftMs
			};
			const beginMs = first?.createdMs;
			const endMs = beginMs === void 0 ? clock.wallMs() + leftMs : beginMs + wait.leftMs;
			const status = statusOf("pending", texts.handedOver(carried, endMs), carried);
			const { targetUrl } = givenAs(status);
			if (readTargetUrl(targetUrl, commit.sha) === void 0) return problem({
				type: "too-long",
				length: targetUrl.length
			});
			const before = last;
			const end = await write(continueWait(status, isLast));
			if (end.type !== "left-alone") return end;
			if (end.why.type === "finished" && last !== before) return WRITTEN;
			return end.why.type === "superseded" ? problem({ type: "not-handed-over" }) : end;
		}
	};
}
function problem(of) {
	return {
		type: "problem",
		problem: of
	};
}
const WRITTEN = { type: "written" };
function endOf(written) {
	if (!written.ok) return problem({
		type: written.added === void 0 ? "unwritten" : "unseen",
		problem: written.problem
	});
	const { outcome } = written;
	switch (outcome.type) {
		case "written": return outcome;
		case "superseded":
		case "overridden":
		case "finished": return {
			type: "left-alone",
			why: outcome
		};
		case "shared":
		case "unlisted":
		case "contended": return problem(outcome);
	}
}

// build/js/model/baseline.js
/** What an image's findings are compared with, and how it was found. */
/** The image to compare with; undefined if there is none, or none yet. */
function baselineIdOf(baseline) {
	return baseline?.kind === "image" ? baseline.imageId : void 0;
}

// build/js/model/image-record.js
function beginRecord(imageId) {
	return {
		imageId,
		scan: void 0,
		lastState: void 0,
		lastKnownState: void 0,
		polls: 0,
		outage: void 0,
		lastUsableMs: void 0,
		absent: void 0,
		absentSinceMs: void 0,
		unknownProductSinceMs: void 0,
		finishedBefore: false,
		details: void 0,
		baseline: void 0,
		reading: void 0,
		reports: void 0,
		judgement: void 0,
		timeline: {
			entries: [],
			more: 0
		},
		waitedMs: 0,
		ended: void 0,
		deferredTo: void 0
	};
}
/** Ends an image's wait, once. Nothing else sets `ended`, and nothing changes it. */
function end(record, ended) {
	return {
		...record,
		ended
	};
}
/** The verdict on an image; undefined while its wait continues. */
function verdictOf({ ended, deferredTo }) {
	if (deferredTo === void 0) return ended;
	return {
		status: "deferred",
		context: deferredTo,
		isUnread: ended?.status === "unavailable"
	};
}

// build/js/model/statuses.js
const RED = {
	green: "never",
	mark: "❌",
	commitState: "failure",
	isFinal: false,
	hasDetails: false,
	tag: "crit"
};
/** The most severe first: the status of a step is the first of these that any image has. */
const STATUS_TABLE = {
	error: {
		...RED,
		headline: "Could not wait for the Binarly scan",
		commitState: "error"
	},
	unavailable: {
		...RED,
		headline: "No usable answer from Binarly",
		commitState: "error"
	},
	failed: {
		...RED,
		headline: "Binarly scan failed",
		isFinal: true,
		hasDetails: true
	},
	cancelled: {
		...RED,
		headline: "Binarly scan cancelled",
		isFinal: true,
		hasDetails: true
	},
	"no-scan": {
		...RED,
		headline: "No Binarly scan found"
	},
	findings: {
		...RED,
		green: "findings",
		headline: "Blocking Binarly findings",
		isFinal: true,
		hasDetails: true
	},
	interrupted: {
		...RED,
		mark: "⏹️",
		headline: "Waiting for the Binarly scan was interrupted",
		commitState: "error",
		tag: "active"
	},
	deferred: {
		...RED,
		green: "always",
		mark: "⏳",
		headline: "Binarly scan deferred to a commit status",
		hasDetails: true,
		tag: "active"
	},
	"timed-out": {
		...RED,
		green: "timeout",
		mark: "⏱️",
		headline: "Binarly scan did not finish in time",
		hasDetails: true,
		tag: "active"
	},
	completed: {
		...RED,
		green: "always",
		mark: "✅",
		headline: "Binarly scan completed",
		isFinal: true,
		hasDetails: true,
		tag: "done"
	}
};
/** In the order of the table. */
const STATUSES = Object.keys(STATUS_TABLE);
/** The status over several images; `error` over none, because nothing was waited for. */
function overallStatus(statuses) {
	return STATUSES.find((status) => statuses.includes(status)) ?? "error";
}
/** The mark beside a status: a warning sign if the workflow lets it pass. */
function markOf(status, isStepGreen) {
	const { green, mark } = STATUS_TABLE[status];
	return isStepGreen && green !== "always" ? "⚠️" : mark;
}
/** Whether it has findings that pass, because `on-findings` is warn. */
function letsFindingsPass(verdict) {
	return verdict.status === "findings" && verdict.judgement.isTolerated;
}
/** The one rule for green. */
function isGreen(status, letPass) {
	const { green } = STATUS_TABLE[status];
	return green === "always" || green !== "never" && letPass[green];
}
/** Whether a wait ended green. A timeout is not: only a step lets one pass. */
function endedGreen(ended) {
	if (ended === void 0) return false;
	return isGreen(ended.status, {
		timeout: false,
		findings: letsFindingsPass(ended)
	});
}
/** Whether a wait ended red for good: later polls cannot change how the scan ended. */
function endedRed(ended) {
	return ended !== void 0 && STATUS_TABLE[ended.status].isFinal && !endedGreen(ended);
}
/**
* For example `2 failed, 1 image with findings, 10 completed`, the gravest first; any other word
* comes last.
*/
function countsOf(statuses) {
	return [.../* @__PURE__ */ new Set([...STATUSES, ...statuses])].map((name) => ({
		name,
		count: statuses.filter((status) => status === name).length
	})).filter(({ count }) => count > 0).map(({ name, count }) => `${count} ${name === "findings" ? withFindings(count) : name}`).join(", ");
}
/** "3 findings" would count the findings. */
function withFindings(count) {
	return `${count === 1 ? "image" : "images"} with findings`;
}

// build/js/report/commit-status.js
/** The words of commit statuses: their descriptions, and what goes wrong with them. */
const WAITING = "Waiting for the Binarly scan";
/** @param endMs when `settle-within` ends, in milliseconds since the epoch. */
function handedOverDescription({ images }, endMs) {
	return `Still waiting for ${images.length === 1 ? "the Binarly scan" : `${images.length} Binarly scans`}; rechecked until ${formatUtc(endMs)}`;
}
/**
* The verdict in a description.
* @param counts over several images; empty for one.
* @param reason one sentence; empty if completed.
*/
function verdictDescription(status, reason, counts) {
	if (counts !== "") return counts;
	return reason === "" ? status : `${status}: ${reason}`;
}
/** The commit status for a verdict. */
function commitStateOf(green, status) {
	return green ? "success" : STATUS_TABLE[status].commitState;
}
function commitLine({ commit }, context) {
	const sha = printable(commit.sha);
	return `Writing the commit status ${printable(context)} to ${sha}, the commit of the ${commit.of}.`;
}
/** @param why someone else's status counts. */
function leftAloneLine(why, context) {
	return `${`The commit status ${printable(context)} ${describeLeftAlone(why)}`}, so this step left it alone.`;
}
/** As a predicate. */
function describeLeftAlone(why) {
	switch (why.type) {
		case "superseded": return "belongs to a newer wait on this commit";
		case "overridden": return `was set by ${loginOf(why.by)}`;
		case "finished": return `is ${why.state} already`;
	}
}
/** Whoever wrote a status. */
function loginOf(login) {
	return login === void 0 ? "an unknown account" : printable(login, 60);
}
/**
* Why the step is an error although nothing else may be wrong with it.
* @param verdict the status that the step would have ended with; undefined before the first poll.
*/
function reasonOfStatusProblem(problem, context, verdict) {
	const name = printable(context);
	switch (problem.type) {
		case "unwritten": {
			const why = describeGitHubProblem(problem.problem);
			return because(`the commit status ${name} could not be written${forVerdict(verdict)} (${why})`, adviceOnGitHub(problem.problem));
		}
		case "unseen": return because(`the commit status ${name} was written${forVerdict(verdict)}, but could not be read afterward (${describeGitHubProblem(problem.problem)})`, adviceOnGitHub(problem.problem));
		case "shared": return because(`another job or step of this run also uses the commit status ${name}${foundBefore(verdict)}`, "give each its own `status-context`");
		case "unlisted": return because(`the commit status ${name} was written, but the list of statuses did not show it within 10 s${foundBefore(verdict)}`, "run the job again when GitHub is back");
		case "contended": return because(`other runs kept writing over the commit status ${name}${foundBefore(verdict)}`, "give each workflow its own `status-context`, and run the job again");
		case "not-handed-over": return because(`time is up, and a newer wait on this commit uses the commit status ${name}, so this one was not handed over (the verdict was timed-out)`, "look at the newer run, or give each workflow its own `status-context`");
		case "too-long": return because(`time is up, and the wait does not fit in a commit status (${problem.length} characters), so it was not handed over (the verdict was timed-out)`, "wait for fewer images per step");
	}
}
function reasonOfInterruptedHandOver(context) {
	return because("the step was interrupted before it had handed its wait over to the commit status " + printable(context), "run the job again");
}
function forVerdict(verdict) {
	return verdict === void 0 ? "" : ` for the verdict ${verdict}`;
}
function foundBefore(verdict) {
	return verdict === void 0 ? "" : ` (the verdict of this step was ${verdict})`;
}
const SHARED_DESCRIPTION = "Several jobs of one run share this status: give each job its own status-context";
/** @param cause what reading the event threw. */
function reasonWithoutRun(cause) {
	return because(`could not determine the commit for the commit status (${cause})`, "use `on-timeout: defer` only in workflows that run on GitHub");
}

// build/js/steps/wait/commit-status.js
/** Writes the first pending status, which voids an older success on the commit. */
async function beginStatus(settings, signal, runtime) {
	const { deferral } = settings;
	if (deferral === void 0) return { kind: "none" };
	const { context, githubToken } = deferral;
	const { github, clock, workflow } = runtime;
	const opened = await openGitHub(githubToken, runtime);
	if (!opened.ok) return {
		kind: "failed",
		reason: reasonWithoutRun(opened.cause)
	};
	const { run, api } = opened;
	workflow.info(commitLine(run, context));
	const wait = waitOf(settings, deferral, run, github.newNonce());
	const status = createStepStatus(wait, {
		run,
		context,
		api,
		clock,
		signal
	}, TEXTS);
	const problem = await status.begin();
	if (problem === void 0) return {
		kind: "begun",
		status
	};
	return {
		kind: "failed",
		reason: reasonOfStatusProblem(problem, context, void 0),
		...(problem.type === "unseen" || problem.type === "unlisted") && { status }
	};
}
const TEXTS = {
	waiting: WAITING,
	shared: SHARED_DESCRIPTION,
	handedOver: handedOverDescription
};
function waitOf({ imageIds, scanId, claimedProductId, policy, baseline }, { settleWithinMs }, { runId, attempt, commit }, nonce) {
	return {
		runId,
		attempt,
		productId: claimedProductId,
		images: imageIds.map((imageId) => ({
			imageId,
			scanId,
			baselineImageId: baselineIdOf(baseline)
		})),
		isHandedOver: false,
		policy,
		leftMs: settleWithinMs,
		nonce,
		commit: commitOf(commit.sha)
	};
}
async function handOverStatus(status, { context, baseline: given }, records, productId, signal, workflow) {
	const images = records.map(({ imageId, scan, baseline }) => {
		const baselineImageId = baselineIdOf(given) ?? baselineIdOf(baseline);
		return {
			imageId,
			scanId: scan?.id,
			baselineImageId
		};
	});
	const end = await status.handOver({
		productId,
		images
	});
	const statuses = records.map(verdictOf).filter((verdict) => verdict !== void 0).map((verdict) => verdict.status);
	const problem = problemIn(end, context, overallStatus(statuses), workflow);
	const isInterrupted = problem !== void 0 && signal.aborted;
	return {
		isDone: end.type === "written",
		problem: isInterrupted ? reasonOfInterruptedHandOver(context) : problem
	};
}
/** Writes the verdict. @returns why it could not be written; undefined if it was. */
async function concludeStatus(status, context, { green, status: verdict, reason, images }, workflow) {
	const counts = images.length > 1 ? countsOf(images.map((image) => image.status)) : "";
	const description = verdictDescription(verdict, reason, counts);
	return problemIn(await status.conclude(commitStateOf(green, verdict), description), context, verdict, workflow);
}
/** Logs it if someone else's status counts: that does not change the result of this step. */
function problemIn(end, context, verdict, workflow) {
	if (end.type === "problem") return reasonOfStatusProblem(end.problem, context, verdict);
	if (end.type === "left-alone") workflow.info(leftAloneLine(end.why, context));
}

// build/js/binarly/read-details.js
/**
* Reads an image's details for the report. They do not affect the verdict, so they get little time
* and no retry.
*/
/** How long reading details may delay a verdict, in milliseconds. */
const DETAILS_MS = 1e4;
/** @returns undefined if there was no answer in time. */
async function readDetails(ask, { clock, signal }) {
	const beganMs = clock.monotonicMs();
	const answered = new AbortController();
	const limitMs = () => beganMs + DETAILS_MS - clock.monotonicMs();
	const tooLate = clock.sleep(DETAILS_MS, AbortSignal.any([signal, answered.signal])).then(() => void 0);
	const result = await Promise.race([ask({
		limitMs,
		signal,
		beganMs
	}), tooLate]);
	answered.abort();
	return result;
}

// build/js/polling/heartbeat.js
/** How long the log may be silent before a heartbeat, in milliseconds. */
const HEARTBEAT_MS = 3e5;
/**
* Calls `beat` whenever the log has been silent for too long. All instants are monotonic, in
* milliseconds.
* @param lastLineMs when the last line was logged; `beat` must move it.
*/
async function heartbeat({ clock, signal }, lastLineMs, beat) {
	while (!signal.aborted) {
		await clock.sleep(lastLineMs() + HEARTBEAT_MS - clock.monotonicMs(), signal, false);
		if (!signal.aborted && clock.monotonicMs() >= lastLineMs() + HEARTBEAT_MS) beat();
	}
}

// build/js/report/certificates.js
/** What to do about a certificate that is not trusted. */
/**
* @param code OpenSSL's or Node's.
* @param input the input that holds the address; undefined if the platform gave it.
*/
function adviceOnCertificate(code, input) {
	switch (code) {
		case "CERT_HAS_EXPIRED": return "renew the server certificate, or fix the runner clock";
		case "CERT_NOT_YET_VALID": return "fix the runner clock, or the server certificate";
		case "ERR_TLS_CERT_ALTNAME_INVALID": return input === void 0 ? "ask the operator of the platform for a certificate that covers this host name" : `set ${input} to a host name that the certificate covers`;
		default: return "set `NODE_EXTRA_CA_CERTS` in the `env` of this step to a PEM file with the private CA that issued it or, if the machine already trusts that CA, set `NODE_USE_SYSTEM_CA` to 1 there";
	}
}

// build/js/report/http-status-words.js
/** Any other 4xx means that this is not the API, or that something sits in between. */
const OTHER_ADVICE = "check `api-url`, and whether something between the runner and the API refuses the request";
/**
* @param error undefined if the body is not in Binarly's format, so it may not be from Binarly.
*/
function reasonOfStatus(status, error) {
	if (status === 403 && error?.permission !== void 0) return because(lacks(error), GRANT_ROLE);
	const happened = `the API refused the request (HTTP ${status}${after(error?.message)})`;
	if (status === 431) return because(happened, "the token is too large for the server, so reduce the number of roles in it");
	if (error === void 0) return because(happened, OTHER_ADVICE);
	if (status === 400) return because(happened, "check that `product`, `image` and `scan` are IDs from the platform");
	return because(happened, status === 403 ? GRANT_ROLE : OTHER_ADVICE);
}
function lacks({ permission, resourceName }) {
	return `the credential lacks the permission ${permission}${resourceName === void 0 ? "" : ` on ${resourceName}`} (HTTP 403)`;
}
/** The same for the request for findings: `product`, `image` and `scan` have worked by then. */
function reasonOfFindings(status, error) {
	if (error?.permission !== void 0) return {
		happened: `the API refused to list the findings: ${lacks(error)}`,
		advice: GRANT_ROLE,
		mark: ";"
	};
	const { message = "", details = "" } = error ?? {};
	const said = [message, details].filter((text) => text !== "").join("; ");
	const happened = `the API refused to list the findings (HTTP ${status}${after(said)})`;
	return because(happened, status === 403 ? "give the owner of the credential a role that may view the findings of the product, and check that no firewall refuses the request" : "report this to the maintainers of this action, and turn off `fail-on-severity` and `fail-on-kev` meanwhile");
}
function reasonOfReport(report, status, error) {
	const why = error?.permission === void 0 ? `(HTTP ${status}${after(error?.message)})` : `because ${lacks(error)}`;
	return because(`the API refused the report ${report} ${why}`, status === 403 ? "give the owner of the credential a role with the permission `reports.view`" : "remove it from `reports`, or check whether this release of the platform has it");
}
const GRANT_ROLE = "give the owner of the credential a role that allows it";

// build/js/report/keycloak.js
/** @param said what the token endpoint said. */
function adviceOnClient(status, said) {
	return adviceOnKeycloak(status, said) ?? "check `client-id`, `client-secret` and `token-url`";
}
/** Never shortened, because both must be configured in Keycloak. */
function claimsOf({ subject, issuer }) {
	const [sub, iss] = [subject, issuer].map((text) => text === void 0 ? "none" : `"${text}"`);
	return `the \`sub\` ${sub} and the \`iss\` ${iss}`;
}
function adviceOnIdToken(status, said) {
	return adviceOnKeycloak(status, said) ?? (status === 401 ? "set `jwt.credential.sub` of the client in Keycloak to this `sub`, and the issuer of its identity provider to this `iss`" : "check the client and its identity provider in Keycloak");
}
/**
* Keycloak's texts were measured with 26.7.3; some name a setting of the client, not a wrong input.
*/
function adviceOnKeycloak(status, said) {
	if (/service account/i.test(said)) return "turn on service accounts for this client in Keycloak";
	if (/user.*disabled|disabled.user/i.test(said)) return "enable the service account user of this client in Keycloak";
	if (/client_secret_/i.test(said)) return "allow `client_secret_basic` or `client_secret_post` for this client in Keycloak";
	if (status === 403) return "check that the realm is enabled, and that `token-url` starts with https";
}

// build/js/report/upload-error-words.js
function reasonOfUploadRefusal(cause) {
	switch (cause.type) {
		case "storage-refused": return because(`the storage ${printable(cause.host)} refused the file (HTTP ${cause.status}${after(cause.code)})`, adviceOnStorage(cause.status));
		case "storage-certificate": return because(`the certificate of the storage ${printable(cause.host)} is not trusted (${cause.code})`, adviceOnCertificate(cause.code, void 0));
		case "upload-address": return because("the API returned an upload address that is not https, or that has a user name", "ask the operator of the platform to fix the address of its storage");
		case "file-changed": return because("the file changed while it was uploaded", "upload after the build has finished writing it");
		case "file-unreadable": return because(`the file cannot be read (${cause.message})`, "check the disk on the runner, and that nothing deletes the file");
		case "image-exists": {
			const { imageId } = cause;
			const named = imageId === void 0 ? "" : `, ${printable(imageId)}`;
			return because(`the product already has an image with this name and version${named}`, "set `version` to another one, or wait for that image");
		}
		case "image-shared": return because(`the platform returned image ${idOf$1(cause.imageId)} for it and for ${printable(cause.shown)}, although their contents differ`, "look at that image in the Binarly dashboard, and give each file a `name` of its own");
		case "images-ambiguous": return because(`several new images have this name and version: ${cause.imageIds.map(idOf$1).join(", ")}`, "keep one of them in the Binarly dashboard, and give each job names or versions of its own", ";");
		case "image-uncertain": return because(`the request that creates the image may have worked, but ${UNCERTAINTIES[cause.why]}`, "an image may exist, so look for it in the Binarly dashboard before you run the job again");
	}
}
const UNCERTAINTIES = {
	"no-list": "the list of images could not be read",
	"no-time": "the API does not say when the image with this name and version was created",
	"not-listed": "the API refused to repeat it, and the list of images does not have the image"
};
function idOf$1(id) {
	return printable(id, 60);
}
function adviceOnStorage(status) {
	if (status === 413) return "the file is too large for it, so ask the operator of the platform";
	if (status < 400) return "this action follows no redirects, so ask the operator of the platform";
	return "check that the runner clock is right, and that no proxy changes the request";
}

// build/js/report/error-words.js
/** The words for problems that retrying cannot fix: what happened, and what to do about it. */
function reasonOfRefusal({ endpoint, cause }) {
	switch (cause.type) {
		case "redirect": {
			const to = cause.location === void 0 ? "" : ` to ${cause.location}`;
			const [subject, itself] = endpoint === "api" ? ["the API", "the API"] : ["the token endpoint", "that endpoint"];
			return because(`${subject} answered with a redirect (HTTP ${cause.status}${to}), which is not followed`, `set ${inputOf(endpoint)} to the address of ${itself} itself`);
		}
		case "http-status":
			if (cause.about === void 0) return reasonOfStatus(cause.status, cause.error);
			return cause.about === "findings" ? reasonOfFindings(cause.status, cause.error) : reasonOfReport(cause.about, cause.status, cause.error);
		case "unwritable": return because(`could not write a file for later steps (${cause.message})`, "check the disk on the runner");
		case "certificate": return because(`the certificate of the server at ${inputOf(endpoint)} is not trusted (${cause.code})`, adviceOnCertificate(cause.code, inputOf(endpoint)));
		case "proxy-auth": return because("the proxy requires credentials (HTTP 407)", "put the user name and password into the address in `https_proxy`");
		case "github": return reasonOfBase(cause.problem);
		case "token-refused": return reasonOfTokenRefusal(cause);
		case "fresh-token-refused": return because(`the API refused a token issued moments before (HTTP 401${after(cause.message)})`, "check that `api-url` and `token-url` belong to the same tenant, and that the client may use the API");
		case "no-token-endpoint": return because(`no token endpoint answers at \`token-url\` (HTTP ${cause.status}${after(cause.said)})`, "set `token-url` to the token endpoint of your Keycloak realm");
		case "client-refused": return because(`the token endpoint refused the client (HTTP ${cause.status}${after(cause.said)})`, adviceOnClient(cause.status, cause.said));
		case "id-token-refused": return because(`the token endpoint refused the ID token with ${claimsOf(cause)} (HTTP ${cause.status}${after(cause.said)})`, adviceOnIdToken(cause.status, cause.said));
		case "audience-refused": return because(`the token endpoint refused the ID token for the audience "${printable(cause.audience)}" (HTTP ${cause.status}${after(cause.said)})`, "set `oidc-audience` to the issuer of the Keycloak realm");
		case "ambiguous-product": return because(`several products are named ${quote(cause.given)}`, `set \`product\` to one of their IDs: ${listed(cause.ids)}`);
		case "unknown-product": {
			const { given, nearest } = cause.product;
			return because(`no product has the ID or the name ${quote(given)}${unseen(given)}`, nearest.length === 0 ? "the credential cannot view any products, so check its roles and `product`" : `check \`product\`; similar: ${nearest.map(quote).join(", ")}`);
		}
		case "too-many-findings": return because(`${cause.isComparison ? "the image and its baseline together have" : "the image has"} ${cause.total} findings, and at most ${cause.most} can be judged`, `review them in the Binarly dashboard, and turn off ${cause.switches.map((input) => `\`${input}\``).join(" and ")} here`);
		case "baseline-absent": return because(`\`baseline-image\` has no scan to compare with (${describeAbsence$1(cause.absent)})`, "set it to the ID of an image in the same product whose scan has completed");
		case "baseline-not-completed": return because(`the newest scan of \`baseline-image\` did not complete (${printable(cause.state)})`, "scan that image again, or set `baseline-image` to another one");
		case "baseline-invalid": return because(`the API refused \`baseline-image\` (HTTP 400${after(cause.message)})`, "set it to an image ID from the platform");
		case "other-product": return because(`\`product\` is ${printable(cause.productId)}, but another input names product ${printable(cause.claimedId)}`, "make the resource names in the inputs agree with `product`");
		default: return reasonOfUploadRefusal(cause);
	}
}
/** A quotation does not show every character. */
function unseen(text) {
	const character = invisibleIn(text);
	return character === void 0 ? "" : ` (it has ${character}, which is not visible)`;
}
/** No other request to GitHub can end a wait. */
function reasonOfBase(problem) {
	const isMissing = problem.type === "refused" && [404, 422].includes(problem.status);
	return because(`could not read the commits of the base branch (${describeGitHubProblem(problem)})`, isMissing ? "check that `github-token` may read the repository, and that the commit still exists" : adviceOnGitHub(problem));
}
/** The first few of a list. */
function listed(ids) {
	const few = ids.slice(0, 5).map((id) => printable(id, 60));
	return `${few.join(", ")}${ids.length > few.length ? " and others" : ""}`;
}
function reasonOfTokenRefusal(cause) {
	const { expiredAtMs, message } = cause;
	const happened = expiredAtMs === void 0 ? "the API refused `token`" : `\`token\` expired at ${formatUtc(expiredAtMs)}`;
	return because(`${happened} (HTTP 401${after(message)})`, "access tokens are valid for 30 minutes, so request `token` just before this step, or use `client-id` and `client-secret` instead, so that this action can renew its tokens");
}

// build/js/model/timeline.js
/** How many entries a timeline keeps: a state may flap for days. */
const LONGEST_TIMELINE = 30;
function appendTo({ entries, more }, changes, waitedMs) {
	const all = [...entries, ...changes.map((change) => ({
		waitedMs,
		change
	}))];
	const kept = all.slice(0, LONGEST_TIMELINE);
	return {
		entries: kept,
		more: more + all.length - kept.length
	};
}

// build/js/scan/appearance.js
/**
* How long a product that is not in the list may answer 404, in milliseconds: it is most likely
* mistyped, but an image may not be visible yet.
*/
const UNKNOWN_PRODUCT_MS = 3e4;
/**
* When an image must have a scan; Infinity if one was seen or the API never said there is none.
* @param appearanceTimeoutMs milliseconds.
*/
function appearanceEndMs(record, appearanceTimeoutMs) {
	const { scan, absentSinceMs = Infinity, unknownProductSinceMs = Infinity } = record;
	if (scan !== void 0) return Infinity;
	return Math.min(absentSinceMs + appearanceTimeoutMs, unknownProductSinceMs + UNKNOWN_PRODUCT_MS);
}
/** The product that is most likely mistyped; undefined if the API denies something else. */
function unknownProductOf({ cause }) {
	return cause.type === "not-found" ? cause.unknownProduct : void 0;
}

// build/js/scan/apply-poll-result.js
/**
* The table of poll results, as a pure function: what each answer changes in an image's record, and
* what follows. All instants are monotonic, in milliseconds.
*/
/** @param nowMs when polling begins. */
function beginPolling(imageId, nowMs) {
	return {
		record: beginRecord(imageId),
		result: { kind: "interrupted" },
		answeredMs: nowMs,
		openMs: void 0
	};
}
/** @returns what each answer means; what it leads to is kept in `polled`. */
function applyingTo(polled, appearanceTimeoutMs) {
	return (result, nowMs) => {
		const { record, attempt } = applyPollResult(polled.record, result, {
			nowMs,
			appearanceTimeoutMs
		});
		const openMs = polled.record.lastUsableMs;
		Object.assign(polled, {
			record,
			result,
			answeredMs: nowMs,
			openMs
		});
		return attempt;
	};
}
/**
* The same for a single look: the end is undefined if the scan has not ended. One that is missing is
* left for the next look, because it was seen before.
*/
function applyingOnceTo(polled) {
	const apply = applyingTo(polled, Infinity);
	return (result, nowMs) => {
		const attempt = apply(result, nowMs);
		return attempt.kind === "again" ? {
			kind: "done",
			value: void 0
		} : attempt;
	};
}
function applyPollResult(before, result, now) {
	if (result.kind === "interrupted") return {
		record: before,
		attempt: result
	};
	const record = {
		...before,
		...statesOf(before, result),
		polls: before.polls + 1
	};
	switch (result.kind) {
		case "found": return applyScan(record, result, now);
		case "absent": return record.scan === void 0 ? applyAbsent(record, result, now) : applyFailure(record, scanGone(result), now);
		case "failed": return applyFailure(record, result, now);
		case "refused": return {
			record,
			attempt: result
		};
	}
}
function statesOf(before, result) {
	const state = (result.kind === "found" ? result.value.state?.type : void 0) ?? ("state" in result ? result.state : void 0);
	return {
		lastState: state ?? before.lastState,
		lastKnownState: classifyState(state) === "unknown" ? before.lastKnownState : state
	};
}
function applyScan(before, found, now) {
	const createTime = found.value.createTime ?? before.scan?.createTime;
	const record = {
		...before,
		scan: {
			...found.value,
			createTime
		}
	};
	const state = classifyState(record.scan.state?.type);
	switch (state) {
		case "completed":
		case "failed":
		case "cancelled": {
			const finishedBefore = before.lastUsableMs === void 0;
			return done({
				...answered(record, now),
				finishedBefore
			}, { status: state });
		}
		case "pending":
		case "undocumented": return again(answered(record, now), found);
		case "absent": return applyFailure(record, scanGone({ cause: { type: "no-scans" } }), now);
		case "unknown": return applyFailure(record, {
			...stateless(record.scan),
			...retryAfter(found)
		}, now);
	}
}
function stateless({ state }) {
	return failedByApi({ type: state === void 0 ? "no-state" : "status-unavailable" });
}
function applyAbsent(before, absent, now) {
	const { absentSinceMs = now.nowMs, unknownProductSinceMs = now.nowMs } = before;
	const isUnknown = unknownProductOf(absent) !== void 0;
	const record = {
		...answered(before, now),
		absent,
		absentSinceMs,
		unknownProductSinceMs: isUnknown ? unknownProductSinceMs : void 0
	};
	const endMs = appearanceEndMs(record, now.appearanceTimeoutMs);
	return now.nowMs >= endMs ? done(record, endedWithoutScan(absent)) : again(record, absent, endMs);
}
function applyFailure(record, failure, now) {
	const endMs = appearanceEndMs(record, now.appearanceTimeoutMs);
	return {
		record,
		attempt: {
			kind: "failed",
			failure,
			pollByMs: endMs > now.nowMs ? endMs : Infinity
		}
	};
}
/** How a wait ends that found no scan. */
function endedWithoutScan(absent) {
	const product = unknownProductOf(absent);
	if (product === void 0) return { status: "no-scan" };
	return {
		status: "error",
		refused: refusedByApi({
			type: "unknown-product",
			product
		})
	};
}
/** One answer does not prove that a scan that was seen is gone. */
function scanGone({ cause, state, retryAfterMs }) {
	return {
		...failedByApi({
			type: "scan-gone",
			absent: cause
		}),
		state,
		retryAfterMs
	};
}
function answered(record, { nowMs }) {
	return {
		...record,
		lastUsableMs: nowMs
	};
}
function done(record, value) {
	return {
		record,
		attempt: {
			kind: "done",
			value
		}
	};
}
function again(record, result, pollByMs = Infinity) {
	return {
		record,
		attempt: {
			kind: "again",
			...retryAfter(result),
			pollByMs
		}
	};
}
function retryAfter({ retryAfterMs }) {
	return { retryAfterMs };
}

// build/js/scan/timeline-changes.js
/** The changes to report, in order. @param nowMs a monotonic instant in milliseconds. */
function changesBetween(before, after, nowMs) {
	const changes = [];
	const { scan, lastState: state, outage } = after;
	if (before.outage !== void 0 && before.outage.times >= 2 && outage === void 0) changes.push({
		kind: "recovered",
		outageMs: nowMs - before.outage.sinceMs
	});
	if (scan !== void 0 && before.scan === void 0) changes.push({
		kind: "chosen",
		scan
	});
	const stateClass = classifyState(state);
	if (scan !== void 0 && state !== void 0 && stateClass !== "unknown" && stateClass !== "absent" && state !== before.lastState) changes.push({
		kind: stateClass === "undocumented" ? stateClass : "state",
		scan,
		state
	});
	if (after.absent !== void 0 && before.absent === void 0) changes.push({
		kind: "absent",
		cause: after.absent.cause
	});
	if (outage?.times === 2) changes.push({
		kind: "outage",
		failure: outage.failure
	});
	return changes;
}

// build/js/scan/follow-scan.js
/** @param beganMs when the step began to wait, a monotonic instant in milliseconds. */
async function followScan(imageId, poll, { beganMs, ...budgets }, { onUpdate, ...tools }) {
	const { clock } = tools;
	const { appearanceTimeoutMs, maxOutageMs, pollInterval: interval, timeoutMs } = budgets;
	const polled = beginPolling(imageId, beganMs);
	let before = polled.record;
	const waitedMs = () => clock.monotonicMs() - beganMs;
	/** Clocks differ, so a scan may seem to come from the future. */
	function ageMs() {
		const created = polled.record.scan?.createTime;
		return created === void 0 ? waitedMs() : Math.max(0, clock.wallMs() - created.ms);
	}
	function onAttempt(outage) {
		const { record, result, answeredMs } = polled;
		const changes = changesBetween(before, {
			...record,
			outage
		}, answeredMs);
		const timeline = appendTo(record.timeline, changes, waitedMs());
		before = {
			...record,
			outage,
			waitedMs: waitedMs(),
			timeline
		};
		polled.record = before;
		onUpdate({
			record: before,
			result,
			changes
		});
	}
	const retried = await retry(poll(imageId, () => polled.record.scan?.id), applyingTo(polled, appearanceTimeoutMs), {
		deadlineMs: beganMs + timeoutMs,
		maxOutageMs,
		interval,
		ageMs
	}, {
		...tools,
		onAttempt
	});
	return {
		record: {
			...polled.record,
			waitedMs: waitedMs()
		},
		ended: endedBy$1(retried, polled.record),
		completedMs: completedMsOf(polled, clock.monotonicMs())
	};
}
/**
* When the scan reached its last state, a monotonic instant in milliseconds: by the platform's clock.
* If an earlier poll still saw it open then, or the platform gives no time: when a poll saw its end.
*/
function completedMsOf({ result, openMs = -Infinity }, nowMs) {
	const byStateMs = nowMs - ageOfStateMs(result);
	return byStateMs < openMs ? nowMs : byStateMs;
}
/** @returns 0 if the platform does not say how long the scan had been in its state. */
function ageOfStateMs(result) {
	if (result.kind !== "found" || result.dateMs === void 0) return 0;
	const { since, changed = since } = result.value.state ?? {};
	return changed === void 0 ? 0 : Math.max(0, result.dateMs - changed.ms);
}
const TIMED_OUT = { status: "timed-out" };
function endedBy$1(retried, record) {
	switch (retried.kind) {
		case "done": return retried.value;
		case "time-up": return endedAtDeadline(record, TIMED_OUT);
		case "gave-up": {
			const { outage, forMs, reachedApi, ended } = retried;
			const unavailable = {
				status: "unavailable",
				failure: outage.failure,
				forMs,
				reachedApi
			};
			return ended === "time" ? endedAtDeadline(record, unavailable) : unavailable;
		}
		case "refused": return {
			status: "error",
			refused: retried
		};
		case "interrupted": return { status: "interrupted" };
	}
}
/** @param otherwise how the wait ends if the API never said whether there is a scan. */
function endedAtDeadline({ scan, absent }, otherwise) {
	if (scan !== void 0) return TIMED_OUT;
	return absent === void 0 ? otherwise : endedWithoutScan(absent);
}

// build/js/credentials/redact.js
/** Removes secrets from text, because a server may echo them. */
/** Anything shorter is no secret; replacing it would garble the text. */
const SHORTEST_SECRET = 8;
/**
* @returns the text with `***` in place of each secret, including where it is encoded for a form or
* a URL.
*/
function withoutSecrets(text, secrets) {
	return secrets.filter(({ length }) => length >= SHORTEST_SECRET).flatMap(encodedForms).reduce((clean, secret) => clean.replaceAll(secret, "***"), text);
}
function encodedForms(secret) {
	return [
		secret,
		new URLSearchParams({ "": secret }).toString().slice(1),
		encodeURIComponent(secret.toWellFormed())
	];
}

// build/js/credentials/credential.js
/**
* Where the bearer token comes from: the workflow gives it, or this action requests and renews it.
*/
/** The credential for an access token that someone else requested. */
function staticCredential(value, clock) {
	return {
		token: () => Promise.resolve({
			kind: "token",
			value,
			issuedMs: -Infinity
		}),
		finalRefusal(message) {
			const endMs = expiryOf(value);
			const expiredAtMs = endMs !== void 0 && endMs <= clock.wallMs() ? endMs : void 0;
			return refusedByApi({
				type: "token-refused",
				message,
				expiredAtMs
			});
		},
		redact: (text) => withoutSecrets(text, [value])
	};
}
/**
* When a token that is a JWT says that it expires. It is not verified, so it is for advice only.
* @returns milliseconds since the epoch; undefined for any other token.
*/
function expiryOf(token) {
	try {
		const { exp } = jwtDecode(token);
		if (typeof exp !== "number" || Number.isNaN((/* @__PURE__ */ new Date(exp * 1e3)).getTime())) return void 0;
		return exp * 1e3;
	} catch {
		return;
	}
}

// build/js/report/opening.js
/**
* @param variable the variable that names the proxy; its value may hold a password and is not
* shown.
*/
function ignoredProxyLine(variable, hostname) {
	return `Ignoring the proxy in ${variable} for ${hostname}: use the form http://proxy.example:3128, and write a % in its user name or password as %25.`;
}
/** How many entries of `no_proxy` a line names. */
const MOST_ENTRIES = 5;
function ignoredBypassesLine({ variable, entries }, hostname) {
	const named = entries.slice(0, MOST_ENTRIES).map((entry) => printable(entry, 60));
	return `In ${variable}, ${(entries.length > named.length ? [...named, "others"] : named).join(", ")} cannot be read, and the proxy is used for ${hostname}: list host names or domains, separated by commas; ranges and patterns have no effect.`;
}
/**
* The warning about a token that will expire. The error says it of one that has expired.
* @param endMs when it expires; undefined if unknown. All are in milliseconds since the epoch.
* @param untilMs until when it is needed.
* @returns undefined if it lasts, or has expired.
*/
function expiryWarning(endMs, nowMs, untilMs) {
	if (endMs === void 0 || endMs <= nowMs || endMs >= untilMs) return void 0;
	return `\`token\` expires at ${formatUtc(endMs)}, before \`timeout\` is over: use \`client-id\` and \`client-secret\` instead, so that this action can renew its tokens.`;
}

// build/js/steps/notes.js
/** @param info logs a line. */
function noteProxy(apiUrl, info, { ignoredProxy, ignoredBypasses }) {
	const url = new URL(apiUrl);
	const variable = ignoredProxy(url);
	if (variable !== void 0) info(ignoredProxyLine(variable, url.hostname));
	const bypasses = ignoredBypasses(url);
	if (bypasses !== void 0) info(ignoredBypassesLine(bypasses, url.hostname));
}
/**
* Warns, once, about a token that will expire before the step must end.
* @param deadlineMs on the monotonic clock.
* @returns a function to call repeatedly: it does nothing until the platform's time is known.
*/
function expiryNote(credential, clock, deadlineMs, { workflow }) {
	if (credential.kind !== "token") return () => {};
	let isDue = true;
	return () => {
		if (!isDue || !clock.isSet()) return;
		isDue = false;
		const nowMs = clock.wallMs();
		const endMs = nowMs + deadlineMs - clock.monotonicMs();
		const warning = expiryWarning(expiryOf(credential.token), nowMs, endMs);
		if (warning !== void 0) workflow.warning(warning);
	};
}

// node:path/posix
var require_posix = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:path/posix");
}));

// build/js/binarly/reports.js
var import_posix = require_posix();
/** In bytes. */
const MAX_REPORT_BYTES = 1073741824;
/** Asks for a report of an image, which is saved as a file. */
function reportOfImage(imageId, report, save) {
	const { segment, ...request } = REPORT_REQUESTS[report];
	return (productId) => ({
		path: [...imagePath(productId, imageId), segment],
		...request,
		maxBytes: MAX_REPORT_BYTES,
		save,
		read: (value) => ({
			kind: "found",
			value
		})
	});
}
/** The docs require `contentType` of an SBOM; the OpenAPI does not. */
const AS_JSON = "?contentType=json";
const REPORT_REQUESTS = {
	"sbom-cyclonedx": {
		segment: "sbomReport",
		customMethod: "cycloneDX",
		query: AS_JSON
	},
	"sbom-spdx": {
		segment: "sbomReport",
		customMethod: "SPDX",
		query: AS_JSON
	},
	"cbom-cyclonedx": {
		segment: "cbomReport",
		customMethod: "cycloneDX"
	},
	"vex-openvex": {
		segment: "vexReport",
		customMethod: "openVEX"
	},
	"vex-cyclonedx": {
		segment: "vexReport",
		customMethod: "cycloneDX"
	},
	"findings-json": {
		segment: "findingsReport",
		customMethod: "json",
		body: {}
	},
	"findings-pdf": {
		segment: "findingsReport",
		customMethod: "pdf",
		query: "?mode=full",
		accept: "application/pdf, application/json"
	}
};

// build/js/findings/after-scan.js
/**
* What an answer about an image means once its scan has completed. The image was there, so most
* trouble may pass. Pure.
*/
/** Not ready: another try may get it. */
const NOT_READY = [
	409,
	422,
	425
];
/** The answer with a refusal that says what it is about, and a failure if that is not ready. */
function resultAbout(about, result) {
	if (result.kind !== "refused" || result.cause.type !== "http-status") return result;
	const { status, error } = result.cause;
	return NOT_READY.includes(status) ? failedByApi({
		type: "http-status",
		status,
		message: error?.message
	}) : {
		...result,
		cause: {
			...result.cause,
			about
		}
	};
}
function attemptWithout(result, absent) {
	switch (result.kind) {
		case "absent": return {
			kind: "failed",
			failure: absence(result, absent)
		};
		case "failed": return {
			kind: "failed",
			failure: result
		};
		case "refused":
		case "interrupted": return result;
	}
}
/** One answer does not prove that an image whose scan was seen is gone. */
function absence({ cause, retryAfterMs }, type) {
	return {
		...failedByApi({
			type,
			absent: cause
		}),
		retryAfterMs
	};
}

// build/js/model/reports.js
/** The reports that the platform makes of an image, by the names that workflows use for them. */
const REPORTS = [
	"sbom-cyclonedx",
	"sbom-spdx",
	"cbom-cyclonedx",
	"vex-openvex",
	"vex-cyclonedx",
	"findings-json",
	"findings-pdf"
];
/** What a report consists of, which is also the ending of its file's name. */
function formatOf(report) {
	return report === "findings-pdf" ? "pdf" : "json";
}

// build/js/steps/wait/evidence/fetch-reports.js
/** Fetches the reports of an image whose scan has completed, before its wait ends. */
/** The folder of all reports, in the folder of the step. */
const REPORTS_FOLDER = "reports";
/** How long to try at least, in milliseconds, even if the time of the step is up. */
const SHORTEST_FETCHING_MS = 6e4;
/** How long a download that is under way at the end may still take, in milliseconds. */
const LAST_MS = 5e3;
/**
* @param followed an image at the end of its wait; unless its scan completed, nothing changes. A
* report that cannot be had takes the place of `completed`, and of `findings` that are let pass; it
* leaves `findings` that fail the step as they are.
*/
async function fetchReports(followed, { images, download, folder, queue, deadlineMs }, settings, { clock, random, signal, onUpdate }) {
	const { reports, maxOutageMs, pollInterval: interval } = settings;
	const { status } = followed.ended;
	if (status !== "completed" && status !== "findings") return followed;
	const { imageId } = followed.record;
	const beganMs = clock.monotonicMs();
	const endMs = Math.max(deadlineMs, beganMs + SHORTEST_FETCHING_MS);
	let record = followed.record;
	let fetched = 0;
	function update(...changes) {
		const waitedMs = followed.record.waitedMs + clock.monotonicMs() - beganMs;
		const timeline = appendTo(record.timeline, changes, waitedMs);
		record = {
			...record,
			reports: {
				fetched,
				of: reports.length
			},
			waitedMs,
			timeline
		};
		onUpdate({
			record,
			result: void 0,
			changes
		});
	}
	async function fetchReport(report, place) {
		const format = formatOf(report);
		const path = (0, import_posix.join)(place, `${report}.${format}`);
		const retried = await retryUntilFound((call) => {
			const limitMs = () => Math.max(endMs, call.beganMs) + LAST_MS - clock.monotonicMs();
			const save = (request) => download({
				...request,
				path,
				format,
				limitMs
			});
			return queue(() => images.ask(reportOfImage(imageId, report, save), call));
		}, (result) => attemptWithout(resultAbout(report, result), "report-not-found"), {
			deadlineMs: endMs,
			maxOutageMs,
			interval
		}, {
			clock,
			random,
			signal,
			onAttempt(outage) {
				if (outage?.times === 2) update({
					kind: "unfetched",
					report,
					failure: outage.failure
				});
			}
		});
		if (retried.kind !== "done") return retried;
		fetched += 1;
		update();
	}
	update();
	const place = folderOf(imageId, folder);
	const missing = typeof place !== "string" ? reports.map((report) => ({
		report,
		why: place
	})) : await Promise.all(reports.map(async (report) => {
		const why = await fetchReport(report, place);
		return why === void 0 ? [] : [{
			report,
			why
		}];
	})).then((all) => all.flat());
	const ended = endedGreen(followed.ended) ? worstOf(missing) : void 0;
	update({
		kind: "fetched",
		count: fetched,
		of: reports.length
	}, ...ended === void 0 ? missing.map(({ report, why }) => missingChange(report, why)) : []);
	return {
		...followed,
		record,
		ended: ended ?? followed.ended
	};
}
/** A folder's name must not lead out of its parent. @returns why there is none, if so. */
function folderOf(imageId, folder) {
	try {
		return folder(`${REPORTS_FOLDER}/${encodeURIComponent(imageId).replaceAll("*", "%2A")}`);
	} catch (error) {
		return refusedByApi({
			type: "unwritable",
			message: describeThrown(error)
		});
	}
}
/** A refusal is worse than an interruption, and that than silence. */
function worstOf(missing) {
	const ends = missing.map(({ report, why }) => endedBy(why, report));
	const of = (status) => ends.find((it) => it.status === status);
	return of("error") ?? of("interrupted") ?? of("unavailable");
}
function endedBy(why, report) {
	switch (why.kind) {
		case "refused": return {
			status: "error",
			refused: why
		};
		case "interrupted": return { status: "interrupted" };
		case "gave-up": {
			const { outage, forMs } = why;
			return {
				status: "unavailable",
				failure: outage.failure,
				forMs,
				reachedApi: true,
				report
			};
		}
	}
}
function missingChange(report, why) {
	return {
		kind: "report-missing",
		report,
		why: why.kind === "gave-up" ? why.outage.failure : why
	};
}

// build/js/findings/await-baseline.js
async function awaitBaseline(baselines, imageId, { endMs: deadlineMs, maxOutageMs, interval }, tools) {
	const known = baselines.known(imageId);
	if (known !== void 0) return {
		kind: "known",
		baseline: known
	};
	const retried = await retryUntilFound((call) => baselines.find(imageId, call), (result) => attemptWithout(result, "findings-not-found"), {
		deadlineMs,
		maxOutageMs,
		interval
	}, tools);
	switch (retried.kind) {
		case "done": return {
			kind: "known",
			baseline: retried.value
		};
		case "gave-up": {
			const { outage, forMs, ended: findings } = retried;
			const { failure } = outage;
			const how = {
				status: "unavailable",
				failure,
				forMs,
				reachedApi: true,
				findings
			};
			if (failure.cause.type === "baseline-unfinished") return ended(how);
			return ended({
				...how,
				baseline: true
			});
		}
		case "refused": return ended({
			status: "error",
			refused: retried
		});
		case "interrupted": return ended({ status: "interrupted" });
	}
}
function ended(how) {
	return {
		kind: "ended",
		ended: how
	};
}

// build/js/binarly/findings.js
/**
* Findings of an image, as the platform's grid gives them (docs.binarly.io: compare-findings,
* verify-results; OpenAPI 4.275.2: GridFinding). Only a row's ID is required.
*/
/** Asks for a page of an image's findings. */
function findingsPage(query) {
	const isComparison = query.baselineImageId !== void 0;
	return (productId) => ({
		path: ["grids", "findings"],
		customMethod: "gridList",
		body: findingsRequest(productId, query, false),
		olderBody: findingsRequest(productId, query, true),
		subject: `findings of ${query.imageId}`,
		isList: true,
		maxBytes: MAX_BYTES,
		read: (json) => readFindingsPage(json, isComparison)
	});
}
/** The most rows that the API puts on a page; it may put fewer. */
const PAGE_SIZE = 100;
/** Never `secret` or `description`, which may hold secrets as they were found. */
const FIELDS = [
	"id",
	"name",
	"displayName",
	"severity",
	"findingType",
	"findingStatus",
	"identifiers",
	"isKev",
	"componentName"
];
/**
* The body of the request for a page. Severity and status are not filters: a filter that the
* server ignores or spells differently must not hide a finding.
* @param isOlder whether the platform refuses fields that it does not know.
*/
function findingsRequest(productId, { imageId, baselineImageId, page }, isOlder) {
	const filters = Object.entries({
		productId,
		...baselineImageId === void 0 ? { imageId } : {
			compareLeftImageId: baselineImageId,
			compareRightImageId: imageId
		}
	}).map(([field, value]) => {
		return {
			field,
			comparator: "equals",
			value
		};
	});
	return {
		page: {
			num: page,
			size: PAGE_SIZE
		},
		filters,
		sortBy: {
			field: "id",
			direction: "ascend"
		},
		fields: [
			...FIELDS,
			...isOlder ? [] : ["knownFixedVersion"],
			...baselineImageId === void 0 ? [] : ["compareSide"]
		]
	};
}
/** What is kept of a row, in characters: with 100,000 of the longest ones, memory suffices. */
const [LONGEST_WORD, LONGEST_NAME, LONGEST_IDENTIFIER, MOST_IDENTIFIERS$1] = [
	100,
	500,
	50,
	20
];
/** V8 keeps the whole of a string alive for a slice of it, so a cut is copied. */
function firstCharacters$1(text, most) {
	if (text.length <= most) return text.toWellFormed();
	return Buffer.from(text.slice(0, most), "utf16le").toString("utf16le").toWellFormed();
}
/** Treats missing, null, empty and wrongly typed values alike. */
function text$1(longest) {
	const cut = transform((given) => firstCharacters$1(given, longest));
	return fallback(optional(pipe(string(), nonEmpty(), cut)), void 0);
}
/** A word of another type is unknown, not missing: it must not pass as one that JSON omits. */
const strictWord = optional(pipe(unknown(), transform((given) => typeof given === "object" ? given && "object" : String(given)), text$1(LONGEST_WORD)));
const word = text$1(LONGEST_WORD);
const start_name = text$1(LONGEST_NAME);
const known = text$1(LONGEST_IDENTIFIER);
const identifiersSchema = object({
	cve: known,
	brly: known,
	ghsa: known,
	osv: known,
	gsd: known
});
const rowSchema = object({
	id: fallback(string(), ""),
	name: start_name,
	displayName: start_name,
	componentName: start_name,
	knownFixedVersion: word,
	severity: strictWord,
	type: strictWord,
	findingType: strictWord,
	status: strictWord,
	findingStatus: strictWord,
	identifiers: fallback(array(fallback(identifiersSchema, {})), []),
	isKev: optional(unknown()),
	compareSide: fallback(optional(picklist([
		"left",
		"right",
		"both"
	])), void 0)
});
const schema$1 = object({
	total,
	rows: listOf(rowSchema),
	...PAGE_TOKENS
});
/** @param isComparison whether each row must say which of the two images has the finding. */
function readFindingsPage(json, isComparison) {
	const parsed = safeParse(schema$1, json);
	if (!parsed.success) return unclearResult("findings");
	const { total, rows } = parsed.output;
	if (isPartial(parsed.output)) return failedByApi({ type: "paged-list" });
	const findings = rows.map((row) => toFinding(row, isComparison));
	for (const [index, { id, side }] of findings.entries()) {
		const row = index + 1;
		if (id === "") return failedByApi({
			type: "finding-unreadable",
			row,
			lacks: "id"
		});
		if (isComparison && side === void 0) return failedByApi({
			type: "finding-unreadable",
			row,
			lacks: "compareSide"
		});
	}
	return {
		kind: "found",
		value: {
			total,
			findings
		}
	};
}
function toFinding(row, isComparison) {
	const { name, displayName, severity, componentName, knownFixedVersion, compareSide } = row;
	const status = row.status ?? row.findingStatus;
	return {
		id: idOf(row.id),
		name,
		displayName,
		severity,
		type: isInventory(row.type) ? row.findingType ?? row.type : row.type ?? row.findingType,
		status,
		otherStatus: row.findingStatus === status ? void 0 : row.findingStatus,
		componentName,
		knownFixedVersion,
		identifiers: row.identifiers.slice(0, MOST_IDENTIFIERS$1),
		isKev: !isFalse(row.isKev),
		side: isComparison ? compareSide : void 0
	};
}
/** One spelling for an ID, so that no finding is two; empty if it is not usable. */
function idOf(text) {
	if (!SERVER_ID.test(text)) return "";
	const id = text.slice(text.lastIndexOf("/") + 1);
	return isUlid(id) ? id.toUpperCase() : id;
}

// build/js/findings/reading.js
/**
* Asks for the findings of an image, page by page. Each request is tried again until it is answered
* or time is up; between two reads there is time for the platform to catch up.
*/
function createReading(images, compared, budgets, { onRead, onAttempt, ...tools }) {
	const { clock, signal, random } = tools;
	const { completedMs, endMs, maxOutageMs, interval } = budgets;
	const beganMs = clock.monotonicMs();
	const ageMs = () => clock.monotonicMs() - completedMs;
	const progress = {
		read: 0,
		total: 0
	};
	/** The last contradiction; undefined if there is none. */
	let lastProblem;
	/** Lists in a row that contradict themselves or the counts, whatever pages came in between. */
	let contradictions;
	/** The details that were read last: a refusal does not undo what they say. */
	let lastDetails;
	/** Whether a request has been made at the deadline or after it: the last one. */
	let isOver = false;
	async function ask(request, otherwise) {
		if (isOver && !signal.aborted) return timeUp();
		const retried = await retryUntilFound(images.asking(() => request), otherwise, {
			deadlineMs: endMs,
			maxOutageMs,
			interval,
			ageMs
		}, {
			...tools,
			onAttempt
		});
		isOver = clock.monotonicMs() >= endMs;
		switch (retried.kind) {
			case "done": return {
				kind: "answered",
				value: retried.value
			};
			case "gave-up": return unavailable(retried.outage.failure, retried.forMs, retried.ended);
			case "refused": return stopped({
				status: "error",
				refused: retried
			});
			case "interrupted": return stopped({ status: "interrupted" });
		}
	}
	function timeUp() {
		return unavailable(lastProblem ?? failedByApi({
			type: "findings-unfinished",
			...progress
		}), clock.monotonicMs() - beganMs, "time");
	}
	return {
		clock,
		budgets,
		page: (page, isPastEnd) => ask(findingsPage({
			...compared,
			page
		}), (result) => isPastEnd && isNoPage(result) ? NOTHING : attemptWithout(resultAbout("findings", result), "findings-not-found")),
		async details() {
			/** The last answer, if it was a refusal: one may pass. */
			let refusal;
			const answered = await ask(imageDetails(compared.imageId), (result) => {
				const attempt = attemptWithout(resultAbout("findings", result), "findings-not-found");
				const before = refusal;
				refusal = attempt.kind === "refused" ? httpRefusal(result) : void 0;
				if (refusal === void 0) return attempt;
				if (before !== void 0) return {
					kind: "done",
					value: lastDetails
				};
				const { status, error } = refusal;
				const cause = {
					type: "http-status",
					status,
					message: error?.message
				};
				return {
					kind: "failed",
					failure: failedByApi(cause)
				};
			});
			if (answered.kind === "answered") lastDetails = answered.value;
			return answered;
		},
		note(read, total) {
			Object.assign(progress, {
				read,
				total
			});
			onRead?.(read, total);
		},
		async pause(untilMs, because) {
			lastProblem = because && failedByApi(because);
			contradictions = because && contradictions;
			await sleepUntil(Math.min(untilMs, endMs), clock, signal);
		},
		async contradicted(cause) {
			const nowMs = clock.monotonicMs();
			const failure = failedByApi(cause);
			lastProblem = failure;
			const { times, sinceMs } = contradictions ?? {
				times: 0,
				sinceMs: nowMs
			};
			contradictions = {
				failure,
				times: times + 1,
				sinceMs
			};
			onAttempt?.(contradictions);
			const forMs = nowMs - sinceMs;
			if (forMs >= maxOutageMs) return unavailable(failure, forMs, "max-outage");
			const pace = {
				interval,
				ageMs: ageMs(),
				failuresInRow: 1,
				retryAfterMs: void 0,
				random
			};
			const nextMs = Math.min(nowMs + nextSleepMs(pace), sinceMs + maxOutageMs, endMs);
			await sleepUntil(nextMs, clock, signal);
		}
	};
}
function unavailable(failure, forMs, findings) {
	return stopped({
		status: "unavailable",
		failure,
		forMs,
		reachedApi: true,
		findings
	});
}
function stopped(ended) {
	return {
		kind: "stopped",
		ended
	};
}
const NOTHING = {
	kind: "done",
	value: void 0
};
/** A page past the last one most likely does not exist. */
function isNoPage(result) {
	if (result.kind === "absent" || httpRefusal(result)?.status === 400) return true;
	if (result.kind !== "failed") return false;
	const { cause } = result;
	const isBare = cause.type === "not-json" && cause.body === "empty";
	return (cause.type === "http-status" || isBare) && (cause.status === 400 || cause.status === 404);
}
function httpRefusal(result) {
	return result.kind === "refused" && result.cause.type === "http-status" ? result.cause : void 0;
}

// build/js/findings/compared.js
function beginComparison() {
	const seen = /* @__PURE__ */ new Map();
	/** One string for all findings that have the same. */
	const words = /* @__PURE__ */ new Map();
	return {
		seen,
		has: ({ id }) => seen.has(keyOf(id)),
		isChanged(finding) {
			const before = seen.get(keyOf(finding.id));
			return before !== void 0 && before !== judgedFields(finding);
		},
		add(finding) {
			seen.set(keyOf(finding.id), shared(words, judgedFields(finding)));
		}
	};
}
/** One finding may be listed in two cases, in the place of another one. */
function keyOf(id) {
	return id.toLowerCase();
}
function shared(words, word) {
	const known = words.get(word);
	if (known === void 0) words.set(word, word);
	return known ?? word;
}
/** @returns undefined if two reads have the same findings, and the same in each that counts. */
function changeFrom(one, other) {
	return one.size === other.size && [...one].every(([id, it]) => other.get(id) === it) ? void 0 : {
		type: "findings-changed",
		from: one.size,
		to: other.size
	};
}

// build/js/findings/counts.js
/** @param details undefined if they cannot be had. */
function contradictionOf({ inImage, kev }, details, policies) {
	const { findings: counts, partial } = details ?? {};
	const counted = sumOf(counts ?? partial);
	if (counted > inImage) return {
		type: "findings-not-listed",
		listed: inImage,
		counted
	};
	if (counts === void 0 && inImage === 0) return {
		type: "findings-not-listed",
		listed: inImage,
		counted: void 0
	};
	return policies.some((policy) => policy.failOnKev) && (counts === void 0 || counts.kev > kev) ? {
		type: "kev-not-listed",
		listed: kev,
		counted: counts?.kev
	} : void 0;
}
/** Whether a contradiction is let pass. */
function isTolerated(policies) {
	return policies.every(({ onIncomplete }) => onIncomplete === "warn");
}
/** Of findings of all types; those known to be exploited are among them. */
function sumOf({ counts, kev } = NO_COUNTS) {
	return Math.max(kev, Object.values(counts).reduce((total, count) => total + count, 0));
}
const NO_COUNTS = {
	counts: {},
	kev: 0
};

// build/js/findings/rules.js
/** However late the scan completed, its findings get this long, in milliseconds. */
const SHORTEST_READING_MS = 6e4;
/** How long after a read the one that confirms it begins, in milliseconds. */
const CONFIRM_AFTER_MS = 5e3;
/** How long after the scan completed, in milliseconds: an index may lag behind the scan. */
const SETTLED_AFTER_MS = 2e4;
/** Ten times what the largest images have; more could not be read within one step. */
const MOST_FINDINGS = 1e5;
/** @param policies a finding blocks if it does under any of them. */
async function judgeByRules(policies, reading) {
	const { clock, budgets } = reading;
	let previous;
	for (let pairs = 0;;) {
		const beganMs = clock.monotonicMs();
		const list = await readList(policies, reading);
		if (list.kind === "stopped") return list;
		let end;
		if (list.kind === "contradictory") {
			previous = void 0;
			end = await reading.contradicted(list.cause);
		} else {
			const { judgement, compared } = list;
			if (judgement.blocking.length > 0) return {
				kind: "judged",
				judgement,
				pairs
			};
			if (previous !== void 0) pairs += 1;
			const changed = previous && changeFrom(previous, compared);
			const isConfirmed = previous !== void 0 && changed === void 0;
			previous = compared;
			const settledMs = budgets.completedMs + SETTLED_AFTER_MS;
			const nextMs = Math.max(clock.monotonicMs() + CONFIRM_AFTER_MS, settledMs);
			end = isConfirmed ? await judgeConfirmed({
				...list,
				beganMs,
				pairs
			}, policies, reading) : await reading.pause(nextMs, changed);
		}
		if (end !== void 0) return end;
	}
}
/**
* Holds a list on which nothing blocks against the image's own counts.
* @returns undefined if it has to be read again.
*/
async function judgeConfirmed({ judgement, pairs, beganMs, ...counts }, policies, reading) {
	const details = await reading.details();
	if (details.kind === "stopped") return details;
	const contradiction = contradictionOf(counts, details.value, policies);
	if (contradiction === void 0) return {
		kind: "judged",
		judgement,
		pairs
	};
	if (!isTolerated(policies)) return reading.contradicted(contradiction);
	const { completedMs, endMs } = reading.budgets;
	const nowMs = reading.clock.monotonicMs();
	const untilMs = nowMs + CONFIRM_AFTER_MS;
	return nowMs >= completedMs + 6e4 || untilMs + 2 * (nowMs - beganMs) + CONFIRM_AFTER_MS > endMs ? {
		kind: "judged",
		judgement: {
			...judgement,
			contradiction
		},
		pairs
	} : reading.pause(untilMs, contradiction);
}
/**
* Reads pages until as many rows have come as the list says it has, or until a page brings nothing
* new, and one page past the end: a server that caps `total` (search indexes do by default) has
* more there. A page may hold fewer rows than requested.
*/
async function readList(policies, reading) {
	const comparison = beginComparison();
	const { seen } = comparison;
	const parts = [];
	let total;
	let [inImage, kev] = [0, 0];
	for (let page = 1;; page += 1) {
		const isPastEnd = seen.size > 0 && seen.size === total;
		const answered = await reading.page(page, isPastEnd);
		if (answered.kind === "stopped") return answered;
		const result = answered.value;
		if (result === void 0 || page > 1 && isEmpty(result)) break;
		if (total !== void 0 && result.total !== total) return contradictory({
			type: "findings-changed",
			from: total,
			to: result.total
		});
		total = result.total;
		if (total > MOST_FINDINGS) return tooMany(total, policies);
		const { findings } = result;
		const fresh = findings.filter((it) => !comparison.has(it));
		if (findings.some(comparison.isChanged)) return contradictory({
			type: "findings-changed",
			from: total,
			to: total
		});
		if (page > 1 && fresh.length === 0) break;
		const before = seen.size;
		for (const finding of fresh) comparison.add(finding);
		if (seen.size < before + findings.length) return contradictory({ type: "finding-listed-twice" });
		if (seen.size > total) return contradictory(missing(total, seen.size));
		const ofImage = fresh.filter(isInImage);
		inImage += ofImage.length;
		kev += ofImage.filter(({ isKev }) => isKev).length;
		parts.push(judge(fresh, policies));
		reading.note(seen.size, total);
		if (findings.length === 0) break;
	}
	if (seen.size !== total) return contradictory(missing(Number(total), seen.size));
	return {
		kind: "whole",
		judgement: combine(parts),
		inImage,
		kev,
		compared: seen
	};
}
function isEmpty({ total, findings }) {
	return total === 0 && findings.length === 0;
}
function contradictory(cause) {
	return {
		kind: "contradictory",
		cause
	};
}
function missing(total, read) {
	return {
		type: "findings-missing",
		total,
		read
	};
}
function tooMany(total, policies) {
	const isComparison = policies.some(({ baselineImageId }) => baselineImageId !== void 0);
	const switches = switchesOf(policies);
	return stopped({
		status: "error",
		refused: refusedByApi({
			type: "too-many-findings",
			total,
			most: MOST_FINDINGS,
			isComparison,
			switches
		})
	});
}

// build/js/findings/judge-findings.js
/**
* @param policies a finding blocks if it does under any of them. All compare with what the first one
* compares with, and that one is in the verdict.
*/
async function judgeFindings(policies, images, imageId, budgets, tools) {
	const [policy] = policies;
	const { baselineImageId } = policy;
	const reading = createReading(images, {
		imageId,
		baselineImageId
	}, budgets, tools);
	const end = await judgeByRules(policies, reading);
	if (end.kind === "stopped") return {
		ended: end.ended,
		judgement: void 0,
		pairs: 0
	};
	const { judgement, pairs } = end;
	return {
		ended: judgement.blocking.length > 0 ? {
			status: "findings",
			judgement,
			policy
		} : { status: "completed" },
		judgement,
		pairs
	};
}

// build/js/steps/wait/judge-image.js
/** @param followed an image at the end of its wait; unless its scan completed, nothing changes. */
async function judgeImage(followed, { policy: rules, images, baselines, deadlineMs }, { maxOutageMs, pollInterval: interval }, { clock, random, signal, onUpdate }) {
	if (followed.ended.status !== "completed") return followed;
	const seenMs = clock.monotonicMs();
	const { completedMs } = followed;
	let { record } = followed;
	function update(more, ...changes) {
		const waitedMs = followed.record.waitedMs + clock.monotonicMs() - seenMs;
		record = {
			...record,
			...more,
			waitedMs,
			timeline: appendTo(record.timeline, changes, waitedMs)
		};
		onUpdate({
			record,
			result: void 0,
			changes
		});
	}
	const budgets = {
		completedMs,
		endMs: Math.max(deadlineMs, seenMs + SHORTEST_READING_MS),
		maxOutageMs,
		interval
	};
	const toolsFor = (what) => ({
		clock,
		random,
		signal,
		onRead: (read, total) => update({ reading: {
			read,
			total
		} }),
		onAttempt(outage) {
			const isNews = outage?.times === 2;
			const { failure } = outage ?? {};
			update({ outage }, ...isNews && failure ? [{
				kind: "unread",
				what,
				failure
			}] : []);
		}
	});
	const awaited = baselines && await awaitBaseline(baselines, record.imageId, budgets, toolsFor("baseline"));
	if (awaited?.kind === "ended") return {
		...followed,
		record,
		ended: awaited.ended
	};
	const policy = {
		...rules,
		baselineImageId: baselineIdOf(awaited?.baseline)
	};
	const { ended, judgement, pairs } = await judgeFindings([policy], images, record.imageId, budgets, toolsFor("findings"));
	const judged = judgement && {
		kind: "judged",
		judgement,
		policy,
		pairs
	};
	update({
		reading: void 0,
		judgement
	}, ...judged === void 0 ? [] : [judged]);
	return {
		...followed,
		record,
		ended
	};
}

// build/js/report/step-error-words.js
/** The words for errors of a step itself: invalid inputs, and what should be impossible. */
/** What is wrong with the inputs: a headline, then a line for each problem. */
function linesOfProblems(problems) {
	const count = new Set(problems.map(({ input }) => input)).size;
	return [count === 1 ? "One input is invalid" : `${count} inputs are invalid`, ...problems.map(({ input, text }) => `\`${input}\` ${text}`)];
}
/** The same for an output and for people: a sentence, and the lines with their marks. */
function describeProblems(problems) {
	const [headline, ...clauses] = linesOfProblems(problems);
	return {
		reason: `${headline}: ${clauses.join("; ")}.`,
		reasonLines: [`${headline}:`, ...clauses.map((clause) => `${clause}.`)]
	};
}
/** The sentence for an output that could not be written. */
function reasonOfUnwritten(name, error) {
	return because(`could not write the output ${name} (${describeThrown(error)}), so later steps would read nothing`, error instanceof ActiveFolderError ? "set RUNNER_TEMP to a folder whose path has letters, digits and simple marks only" : "check the disk on the runner");
}
/** The sentence for an error that should be impossible. */
function reasonOfCrash(cause) {
	return because(`unexpected error in this action (${describeThrown(cause)})`, "run the job again, and if it fails again, report this sentence to the maintainers");
}

// build/js/steps/wait/verdict-words.js
/**
* The one sentence for each end of a wait: what happened and what to do. The annotation, the
* summary and `reason` all show it.
*/
function reasonOf(verdict, record, settings) {
	const { outage } = record;
	const scan = scanName(record, settings);
	switch (verdict.status) {
		case "failed": return because(`${scan} failed on the platform`, "find out why in the Binarly dashboard, then start a new scan");
		case "cancelled": return because(`${scan} was cancelled on the platform`, "start a new scan, unless this was intended");
		case "timed-out": return because(`${scan} ${stateAtDeadline(record, settings)} ${atDeadline(settings)}${lastPoll(outage)}`, adviceAtDeadline(record, settings));
		case "deferred": return because(verdict.isUnread ? `the findings of ${scan} could not be read in time` : `${scan} ${stateAtDeadline(record, settings)} ${atDeadline(settings)}${lastPoll(outage)}`, `the commit status ${printable(verdict.context)} stays pending until the settle action finishes it`);
		case "no-scan": return reasonWithoutScan(record, settings);
		case "unavailable": return reasonOfOutage(verdict, scan);
		case "findings": return {
			happened: describeBlocking(verdict.judgement, verdict.policy),
			advice: `fix or triage ${verdict.judgement.blocking.length === 1 ? "it" : "them"} in the Binarly dashboard, or change the policy`
		};
		case "interrupted":
			if (classifyState(record.lastKnownState) === "completed") return because(`the step was interrupted before the ${whatWasLeft(record, scan)}`, "run the job again");
			return record.scan === void 0 ? because("the step was interrupted before a scan was seen", "run the job again") : because(`the step was interrupted, and ${scan} continues on the platform`, settings.imageIds.length > 1 ? "run the job again to wait for it" : "to wait for it later, set `scan` to its ID");
		case "error": return reasonOfRefusal(verdict.refused);
	}
}
/** What is left to do after the scan has completed. */
function whatWasLeft({ reports }, scan) {
	return reports === void 0 ? `findings of ${scan} were judged` : `reports of ${scan} were fetched`;
}
/** The scan's name in a sentence. */
function scanName({ scan }, { scanId }) {
	const id = scan?.id ?? scanId;
	return id === void 0 ? "the scan" : `scan ${printable(id)}`;
}
function stateAtDeadline({ lastKnownState: state }, { timeoutMs }) {
	if (state === void 0) return "had no known state";
	switch (classifyState(state)) {
		case "undocumented": return `was in the undocumented state "${printable(state)}"`;
		case "pending": return `was ${timeoutMs === 0 ? "" : "still "}${printable(state)}`;
		default: return "had no known state";
	}
}
function atDeadline({ timeoutMs }) {
	return timeoutMs === 0 ? "at the only poll (`timeout` is 0s)" : `after ${formatExact(timeoutMs)} (\`timeout\`)`;
}
function adviceAtDeadline({ lastKnownState }, { onTimeout }) {
	if (classifyState(lastKnownState) === "undocumented") return "look at the scan in the Binarly dashboard, and check for a newer version of this action";
	const raise = "raise `timeout` and the `timeout-minutes` of the job";
	return onTimeout === "defer" ? raise : `${raise}, or use \`on-timeout: defer\``;
}
function reasonWithoutScan(record, settings) {
	const { absent, outage, imageId } = record;
	const { scanId, createdAfter } = settings;
	const image = `image ${printable(imageId)}`;
	const said = absent === void 0 ? "" : ` (${describeAbsence$1(absent.cause)})`;
	const happened = `${scanId === void 0 ? `no scan of ${image} was found` : `scan ${printable(scanId)} of ${image} was not found`}${said}${lastPoll(outage)}`;
	if (scanId !== void 0) return because(happened, "check that `scan`, `image` and `product` belong together");
	const platformMs = absent?.dateMs;
	if (createdAfter !== void 0 && platformMs !== void 0 && createdAfter.ms > platformMs) return because(happened, `\`created-after\` is in the future by the clock of the platform (${formatUtc(platformMs)}), so check the clock of the machine that it comes from`);
	if (createdAfter !== void 0) return because(happened, "check that a scan was started after `created-after`, and that `product` and `image` are right");
	return because(happened, "check that the upload succeeded and started a scan, and that `product` and `image` are right");
}
const WHEN_BACK = "run the job again when the API is back, or raise `max-outage` or `timeout`";
function reasonOfOutage({ failure, forMs, reachedApi, findings, baseline, report }, scan) {
	const lasted = forMs < 1e3 ? "" : ` for ${formatDuration(forMs)}`;
	const last = ` (last: ${describeCause(failure.cause, failure.endpoint)})`;
	if (failure.endpoint === "token") return because(`the token endpoint at \`token-url\` returned no token${lasted}${last}`, "check `token-url`, and that the runner can connect to it, or run the job again later");
	if (failure.endpoint === "id-token") return because(`GitHub issued no ID token${lasted}${last}`, "check that the runner can connect to GitHub, or run the job again later");
	if (baseline) return because(`could not find what to compare the image with${lasted}${last}`, failure.cause.type === "github" ? adviceOnGitHub(failure.cause.problem) : WHEN_BACK);
	if (!reachedApi) return because(`the API has not answered${lasted}${last}`, "check `api-url`, and that the runner can connect to it");
	if (report !== void 0) return because(`the report ${report} of ${scan} could not be fetched${lasted}${last}`, WHEN_BACK);
	if (findings !== void 0) return because(`the findings of ${scan} could not be read${lasted}${last}`, adviceOnUnread(failure.cause));
	return because(`no usable answer about ${scan}${lasted}${last}`, WHEN_BACK);
}
function lastPoll(outage) {
	return outage === void 0 ? "" : `, and the last poll failed (${describeFailure(outage.failure)})`;
}

// build/js/steps/wait/report.js
/** The report of a step, as data: the outputs, the summary and the annotation are made from it. */
/**
* @param records at least one, in the order given.
* @param problem what failed other than an image; it makes the step an error.
*/
function reportOf(records, { settings, product, nowWallMs }, problem) {
	const images = records.map((record) => imageReport(record, settings));
	const status = overallStatus(images.map((image) => image.status));
	const reason = reasonOver(images, status);
	const report = {
		status,
		headline: headlineOf(images, status),
		green: images.length > 0 && images.every(({ green }) => green),
		reason,
		reasonLines: reason === "" ? [] : [reason],
		images,
		product,
		settings,
		madeWallMs: nowWallMs
	};
	return problem === void 0 ? report : withError(report, problem);
}
/**
* A record without a verdict belongs to a step that crashed, so it counts as the worst.
*/
function imageReport(record, settings) {
	const verdict = verdictOf(record);
	return {
		record,
		status: verdict?.status ?? "error",
		green: isGreenImage(record, settings),
		reason: verdict === void 0 || verdict.status === "completed" ? void 0 : reasonOf(verdict, record, settings)
	};
}
function headlineOf(images, status) {
	const [first, ...others] = images;
	if (others.length > 0) return `Binarly scans: ${countsOf(images.map((image) => image.status))}`;
	const verdict = first && verdictOf(first.record);
	return verdict?.status === "unavailable" ? whatIsMissing(verdict) : STATUS_TABLE[status].headline;
}
/** "Did not answer" is said only if nothing did. */
function whatIsMissing({ failure: { endpoint, cause }, findings, baseline }) {
	if (endpoint === "token" || endpoint === "id-token") return "Could not get a token";
	if (baseline) return "Could not find the baseline";
	if (findings !== void 0) return "Could not read the findings";
	return cause.type === "network" || cause.type === "too-slow" ? "Binarly did not answer" : STATUS_TABLE.unavailable.headline;
}
/** Whether an image lets the step pass. A timeout passes only if the scan was known to be pending. */
function isGreenImage(record, { onTimeout }) {
	const verdict = verdictOf(record);
	const wasPending = classifyState(record.lastKnownState) === "pending";
	return verdict !== void 0 && isGreen(verdict.status, {
		timeout: onTimeout === "warn" && wasPending,
		findings: letsFindingsPass(verdict)
	});
}
/** The report of a step whose inputs are invalid. */
function reportOfProblems(problems, nowWallMs) {
	const { reason, reasonLines } = describeProblems(problems);
	return {
		...errorReport(reason, reasonLines, nowWallMs),
		headline: "Invalid inputs"
	};
}
/**
* The report of a step that crashed because of a bug.
* @param known the records and the rest so far; undefined before the inputs were read.
*/
function reportOfCrash(cause, known, nowWallMs) {
	const crash = reasonOfCrash(cause);
	if (known !== void 0) return reportOf(known.records, known.snapshot, crash);
	return errorReport(sentenceOf(crash), [sentenceOf(crash)], nowWallMs);
}
/**
* The report of a step that failed for a reason other than an image: that becomes the reason of all
* images without a verdict.
*/
function withError(report, reason) {
	const { images, product, settings, madeWallMs } = report;
	return {
		...errorReport(sentenceOf(reason), [sentenceOf(reason)], madeWallMs),
		images: images.map((image) => image.record.ended === void 0 ? {
			...image,
			reason
		} : image),
		product,
		settings
	};
}
function errorReport(reason, reasonLines, madeWallMs) {
	const unknown = {
		images: [],
		product: void 0,
		settings: void 0
	};
	const { headline } = STATUS_TABLE.error;
	return {
		status: "error",
		headline,
		green: false,
		reason,
		reasonLines,
		...unknown,
		madeWallMs
	};
}
/**
* For one image its sentence; for several the counts, then the sentence of the first image with
* this status.
*/
function reasonOver(images, status) {
	const deciding = images.find((image) => image.status === status);
	if (deciding?.reason === void 0) return "";
	if (images.length === 1) return sentenceOf(deciding.reason);
	const image = `image ${printable(deciding.record.imageId)}`;
	return `${countsOf(images.map((image) => image.status))}; ${image}: ${clausesOf(deciding.reason)}.`;
}
/** How long the step waited, in milliseconds. */
function waitedMsOf({ images }) {
	return Math.max(0, ...images.map(({ record }) => record.waitedMs));
}

// build/js/steps/wait/lines.js
/** A change, as a clause for a line or a list. */
function describeChange(change, settings) {
	switch (change.kind) {
		case "chosen": {
			const { createTime, id } = change.scan;
			const created = createTime === void 0 ? "" : `, created ${createTime.text}`;
			return `following scan ${printable(id)}${created}`;
		}
		case "state": return `scan ${printable(change.scan.id)} is ${printable(change.state)}`;
		case "undocumented": return `scan ${printable(change.scan.id)} is in the state "${printable(change.state)}", which Binarly does not document`;
		case "absent": return `no scan yet (${describeAbsence$1(change.cause)}); \`appearance-timeout\` is ${formatExact(settings.appearanceTimeoutMs)}`;
		case "outage": return `the last 2 polls failed (${describeFailure(change.failure)}); still trying`;
		case "recovered": return `polling works again after ${formatDuration(change.outageMs)} without a usable answer`;
		case "unread": return (change.what === "findings" ? "reading the findings" : "looking for the baseline") + ` failed twice (${describeFailure(change.failure)}); still trying`;
		case "judged": return describeJudgement(change.judgement, change.policy) + afterReads(change.pairs);
		case "unfetched": return `fetching the report ${change.report} failed twice (${describeFailure(change.failure)}); still trying`;
		case "fetched": return `fetched ${change.count} of ${change.of} ${countable(change.of, "report")}`;
		case "report-missing": return `could not fetch the report ${change.report} (${whyMissing(change.why)})`;
	}
}
function whyMissing(why) {
	switch (why.kind) {
		case "failed": return describeFailure(why);
		case "refused": return reasonOfRefusal(why).happened;
		case "interrupted": return "interrupted";
	}
}
/** Says only what is unusual: a pass takes one pair of reads, and a failure a single read. */
function afterReads(pairs) {
	return pairs > 1 ? `; it took ${pairs} pairs of reads` : "";
}
/** @param clause the change, with the image it is about if there are several. */
function undocumentedWarning(clause) {
	return `${capitalize(clause)}: still waiting; if this state is final, check for a newer version of this action.`;
}
/** The last lines: the verdict, and the reason unless an annotation follows with it. */
function closingLines(report) {
	const { status, images, reason } = report;
	const [first, ...others] = images;
	const verdict = `Result after ${formatDuration(waitedMsOf(report))}: ${status}`;
	const why = status === "interrupted" ? ` ${reason}` : "";
	if (first === void 0 || others.length > 0) return [why === "" ? `${verdict} (${countsOf(images.map(({ status }) => status))}).` : `${verdict}.${why}`];
	const { finishedBefore, scan } = first.record;
	const ofScan = scan === void 0 || why !== "" ? "" : ` (scan ${printable(scan.id)})`;
	return [...finishedBefore ? [finishedBeforeNote(first.record)] : [], `${verdict}${ofScan}.${why}`];
}
/** For the log and the summary. */
function finishedBeforeNote({ scan }) {
	const time = parseInstant(finishedAt(scan));
	return `This scan finished${time === void 0 ? "" : ` at ${formatUtc(time.ms)},`} before this step began.`;
}
/** @param why what went wrong, as a clause. */
function detailsLine(imageId, why) {
	return `Could not read the details of ${`image ${printable(imageId)}`} (${why}). This does not change the result.`;
}
/** How far the wait for one image has come. */
function progressOfOne(record, scanId) {
	const { outage, lastState, reading, reports } = record;
	const scan = scanName(record, { scanId });
	const state = lastState === void 0 ? "has no state yet" : `is ${printable(lastState)}`;
	const seen = record.scan === void 0 ? `${scan} has not been seen yet` : `${scan} ${state}`;
	const progress = (reading === void 0 ? reportsOf(reports) : readingOf(reading)) ?? seen;
	return outage === void 0 ? progress : `${progress}, and the last poll failed (${describeFailure(outage.failure)})`;
}
/** For example `reading findings: 2,300 of 10,000`. */
function readingOf({ read, total }) {
	const [some, all] = [read, total].map((count) => count.toLocaleString("en-US"));
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
function progressOfMany(waiting, total) {
	const states = [...Map.groupBy(waiting, ({ scan, reading, reports, lastState = "without a state" }) => {
		if (reading !== void 0) return "with findings being read";
		if (reports !== void 0) return "with reports being fetched";
		return scan === void 0 ? "without a scan" : printable(lastState, 40);
	})].sort(([, one], [, other]) => other.length - one.length).map(([state, members]) => `${members.length} ${state}`);
	const named = states.length > MOST_STATES ? [...states.slice(0, MOST_STATES), "others"] : states;
	const failing = waiting.filter(({ outage }) => outage !== void 0).length;
	const trouble = failing === 0 ? "" : `; the last poll failed for ${failing}`;
	return `waiting for ${waiting.length} of ${total} images: ${named.join(", ")}${trouble}`;
}
/** What a poll came back with, for the debug log. */
function describeResult(result) {
	switch (result.kind) {
		case "found": {
			const { id, state } = result.value;
			const type = printable(state?.type ?? "no state");
			return `scan ${printable(id)}, ${type} (${classifyState(state?.type)})`;
		}
		case "absent": return `no scan, ${describeAbsence$1(result.cause)}`;
		case "failed": return `failed, ${describeFailure(result)}`;
		case "refused": return `refused, ${reasonOfRefusal(result).happened}`;
		case "interrupted": return "interrupted";
	}
}

// build/js/binarly/api-error.js
/** An error in the API's own format (docs.binarly.io, errors). */
const line = pipe(string(), transform((text) => printable(text)));
/** Go writes an unknown value as an empty string. */
const maybeLine = fallback(optional(pipe(line, nonEmpty())), void 0);
const detail = object({
	reason: maybeLine,
	field: maybeLine
});
const errorSchema$1 = object({
	message: line,
	permission: maybeLine,
	resourceName: maybeLine,
	details: fallback(optional(array(fallback(detail, {})), []), [])
});
/** How many details are quoted. */
const MOST_DETAILS = 3;
/** @returns undefined if it is not in the API's own format. */
function readError(json) {
	const parsed = safeParse(errorSchema$1, json);
	if (!parsed.success) return void 0;
	const { message, permission, resourceName, details } = parsed.output;
	return {
		message,
		permission,
		resourceName,
		details: details.slice(0, MOST_DETAILS).flatMap(({ field, reason }) => {
			return [field, reason].filter((text) => text !== void 0).join(": ") || [];
		}).join("; ")
	};
}

// build/js/binarly/reply-meanings.js
function is401(reply) {
	return reply.kind === "reply" && reply.status === 401;
}
function refusalOf$1(status, error, location) {
	if (status === 407) return { type: "proxy-auth" };
	if (status < 400 && status !== 304) return {
		type: "redirect",
		status,
		location
	};
	return {
		type: "http-status",
		status,
		error
	};
}
/** As with a wrong `api-url`. */
function notJson(text, reply) {
	const { status } = reply;
	return failed({
		type: "not-json",
		status,
		body: kindOfText(text)
	}, "nothing", reply);
}
function failed(cause, reached, { retryAfterMs }) {
	return {
		kind: "failed",
		endpoint: "api",
		cause,
		reached,
		retryAfterMs
	};
}

// build/js/binarly/api.js
function createApi({ http, apiUrl, credential, clock }) {
	/** Whether the API has answered in its own format, so that `api-url` must be right. */
	let hasAnswered = false;
	/** What has been read so far. */
	const readable = /* @__PURE__ */ new Set();
	/** Whether the platform understood only the older form of a request. */
	let isOlder = false;
	async function send(request, { value }, call) {
		const sendAndRead = request.save ?? http;
		const { headers, ...unsigned } = httpRequestOf(request, apiUrl);
		const authorized = {
			...headers,
			authorization: `Bearer ${value}`
		};
		const reply = await sendAndRead({
			...unsigned,
			headers: authorized,
			...call
		});
		if (reply.kind === "reply") clock?.hear(reply.aheadMs);
		return reply;
	}
	async function askOnce(request, call) {
		const token = await credential.token(call);
		if (token.kind !== "token") return token;
		let reply = await send(request, token, call);
		if (is401(reply) && credential.finalRefusal === void 0) {
			errorIn(jsonOf(reply));
			if (token.issuedMs < call.beganMs) {
				const renewed = await credential.token(call, token);
				if (renewed.kind !== "token") return renewed;
				reply = await send(request, renewed, call);
			}
			if (is401(reply)) return freshTokenRefused(reply);
		}
		return resultOfResponse(reply, request);
	}
	function resultOfResponse(reply, request) {
		switch (reply.kind) {
			case "no-reply": return ofNoReply$1(reply, "api");
			case "unwritable": return refusedByApi({
				type: "unwritable",
				message: reply.message
			});
			case "saved":
				hasAnswered = true;
				return request.read(reply);
			case "reply": return resultOfReply(reply, request);
		}
	}
	/**
	* The clocks of Keycloak and the API may differ by a second: the next poll tries the token again.
	*/
	function freshTokenRefused(reply) {
		const error = errorIn(jsonOf(reply));
		const cause = {
			type: "fresh-token-refused",
			message: error?.message
		};
		return failed(cause, error === void 0 ? "unclear" : "api", reply);
	}
	/** Removes the secrets that the server may have echoed. */
	function jsonOf({ body }) {
		return body.ok ? parseJson(body.text, credential.redact) : void 0;
	}
	/** Reads an error in the API's own format, which shows that the API is there. */
	function errorIn(json) {
		const error = readError(json?.value);
		hasAnswered ||= error !== void 0;
		return error;
	}
	function resultOfReply(reply, request) {
		const { status, body } = reply;
		const json = jsonOf(reply);
		const isSuccess = status >= 200 && status < 300;
		const error = isSuccess ? void 0 : errorIn(json);
		if (isSuccess || status === 404 && error === void 0) {
			if (!body.ok) return failed(body.problem, "nothing", reply);
			if (json === void 0) return notJson(body.text, reply);
		}
		if (isSuccess && request.save !== void 0) return failed({
			type: "http-status",
			status,
			message: void 0
		}, "unclear", reply);
		return isSuccess ? readResult(reply, json?.value, request) : errorResult(reply, error, request);
	}
	function readResult(reply, json, request) {
		const { retryAfterMs, dateMs, hasMore } = reply;
		const { isList = false, subject } = request;
		const result = {
			...request.read(json),
			retryAfterMs,
			dateMs
		};
		hasAnswered ||= result.kind !== "failed" || result.reached === "api";
		if (result.kind === "failed") return result;
		if (subject !== void 0) readable.add(subject);
		return isList && hasMore ? failed({ type: "paged-list" }, "api", reply) : result;
	}
	function errorResult(reply, error, { subject = "" }) {
		const { status, retryAfterMs, dateMs, location, body } = reply;
		const cause = {
			type: "http-status",
			status,
			message: error?.message
		};
		if (status === 401 && credential.finalRefusal !== void 0) return credential.finalRefusal(error?.message);
		if (status === 404 && error !== void 0) return {
			kind: "absent",
			cause: {
				type: "not-found",
				message: error.message
			},
			retryAfterMs,
			dateMs
		};
		if (isBusy(status)) return failed(cause, error === void 0 ? "busy" : "api", reply);
		if (status === 403 && error?.permission === void 0 && readable.has(subject)) return failed(cause, "unclear", reply);
		if (!hasAnswered && status === 403 && body.ok && kindOfText(body.text) === "web-page") return notJson(body.text, reply);
		if (error === void 0 && (status === 404 || hasAnswered) && status !== 407) return failed(cause, "unclear", reply);
		return refusedByApi(refusalOf$1(status, error, location && printable(credential.redact(location))));
	}
	async function ask(request, call) {
		const result = await askOnce(request, call);
		return result.kind === "failed" && hasAnswered ? {
			...result,
			reached: "api"
		} : result;
	}
	return async ({ olderBody, ...request }, call) => {
		if (olderBody === void 0) return ask(request, call);
		const older = {
			...request,
			body: olderBody
		};
		const result = await ask(isOlder ? older : request, call);
		if (isOlder || !isBadRequest(result)) return result;
		const again = await ask(older, call);
		isOlder = again.kind === "found";
		return again;
	};
}
function isBadRequest(result) {
	if (result.kind !== "refused" && result.kind !== "failed") return false;
	return result.cause.type === "http-status" && result.cause.status === 400;
}

// node_modules/fastest-levenshtein/mod.js
var require_fastest_levenshtein = /* @__PURE__ */ __commonJSMin(((exports) => {
	exports.__esModule = true;
	exports.distance = exports.closest = void 0;
	var peq = /* @__PURE__ */ new Uint32Array(65536);
	var myers_32 = function(a, b) {
		var n = a.length;
		var m = b.length;
		var lst = 1 << n - 1;
		var pv = -1;
		var mv = 0;
		var sc = n;
		var i = n;
		while (i--) peq[a.charCodeAt(i)] |= 1 << i;
		for (i = 0; i < m; i++) {
			var eq = peq[b.charCodeAt(i)];
			var xv = eq | mv;
			eq |= (eq & pv) + pv ^ pv;
			mv |= ~(eq | pv);
			pv &= eq;
			if (mv & lst) sc++;
			if (pv & lst) sc--;
			mv = mv << 1 | 1;
			pv = pv << 1 | ~(xv | mv);
			mv &= xv;
		}
		i = n;
		while (i--) peq[a.charCodeAt(i)] = 0;
		return sc;
	};
	var myers_x = function(b, a) {
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
			for (var k = start_1; k < vlen_1; k++) peq[b.charCodeAt(k)] |= 1 << k;
			for (var i = 0; i < n; i++) {
				var eq = peq[a.charCodeAt(i)];
				var pb = phc[i / 32 | 0] >>> i & 1;
				var mb = mhc[i / 32 | 0] >>> i & 1;
				var xv = eq | mv_1;
				var xh = ((eq | mb) & pv_1) + pv_1 ^ pv_1 | eq | mb;
				var ph = mv_1 | ~(xh | pv_1);
				var mh = pv_1 & xh;
				if (ph >>> 31 ^ pb) phc[i / 32 | 0] ^= 1 << i;
				if (mh >>> 31 ^ mb) mhc[i / 32 | 0] ^= 1 << i;
				ph = ph << 1 | pb;
				mh = mh << 1 | mb;
				pv_1 = mh | ~(xv | ph);
				mv_1 = ph & xv;
			}
			for (var k = start_1; k < vlen_1; k++) peq[b.charCodeAt(k)] = 0;
		}
		var mv = 0;
		var pv = -1;
		var start = j * 32;
		var vlen = Math.min(32, m - start) + start;
		for (var k = start; k < vlen; k++) peq[b.charCodeAt(k)] |= 1 << k;
		var score = m;
		for (var i = 0; i < n; i++) {
			var eq = peq[a.charCodeAt(i)];
			var pb = phc[i / 32 | 0] >>> i & 1;
			var mb = mhc[i / 32 | 0] >>> i & 1;
			var xv = eq | mv;
			var xh = ((eq | mb) & pv) + pv ^ pv | eq | mb;
			var ph = mv | ~(xh | pv);
			var mh = pv & xh;
			score += ph >>> m - 1 & 1;
			score -= mh >>> m - 1 & 1;
			if (ph >>> 31 ^ pb) phc[i / 32 | 0] ^= 1 << i;
			if (mh >>> 31 ^ mb) mhc[i / 32 | 0] ^= 1 << i;
			ph = ph << 1 | pb;
			mh = mh << 1 | mb;
			pv = mh | ~(xv | ph);
			mv = ph & xv;
		}
		for (var k = start; k < vlen; k++) peq[b.charCodeAt(k)] = 0;
		return score;
	};
	var distance = function(a, b) {
		if (a.length < b.length) {
			var tmp = b;
			b = a;
			a = tmp;
		}
		if (b.length === 0) return a.length;
		if (a.length <= 32) return myers_32(a, b);
		return myers_x(a, b);
	};
	exports.distance = distance;
	var closest = function(str, arr) {
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
	exports.closest = closest;
}));

// build/js/binarly/products.js
var import_fastest_levenshtein = require_fastest_levenshtein();
/** Asks for the products that the caller may view (docs.binarly.io, list-products). */
const LIST_PRODUCTS = {
	path: ["products"],
	isList: true,
	maxBytes: MAX_LIST_BYTES,
	read: readProducts
};
const start_text = fallback(optional(string()), void 0);
const schema = object({
	products: listOf(object({
		id: start_text,
		name: start_text
	})),
	...PAGE_TOKENS
});
/** Reads the answer to list-products. */
function readProducts(json) {
	const parsed = safeParse(schema, json);
	if (!parsed.success) return unclearResult("products");
	if (isPartial(parsed.output)) return failedByApi({ type: "paged-list" });
	return {
		kind: "found",
		value: parsed.output.products.map(({ id, name }) => ({
			id: id === void 0 ? void 0 : parseServerId("product", id),
			name
		}))
	};
}
/**
* Finds the product that the input names, by ID first, then by exact name. Names are compared in
* Unicode NFC, with white space trimmed and collapsed. Any other text is treated as an ID that is
* not in the list.
*/
function chooseProduct(products, given) {
	const byId = products.find(({ id }) => id === given);
	if (byId !== void 0) return found$1({
		id: given,
		name: byId.name
	});
	const named = products.filter(({ name }) => name !== void 0 && sameName(name, given));
	const [first] = named;
	if (first === void 0) return chooseUnlisted(given, nearestNames(products, given));
	const ids = [...new Set(named.map(({ id }) => id))];
	if (ids.length > 1) {
		const readable = ids.filter((id) => id !== void 0);
		return refusedByApi({
			type: "ambiguous-product",
			given,
			ids: readable
		});
	}
	return first.id === void 0 ? failedByApi({
		type: "unreadable-product-id",
		name: given
	}) : found$1({
		id: first.id,
		name: first.name
	});
}
/**
* Treats the text as an ID that is not in any list.
* @param nearest the names that the list of products has; undefined if there is no such list.
*/
function chooseUnlisted(given, nearest) {
	return isInputId(given) ? found$1({
		id: given,
		name: void 0,
		unlisted: { nearest }
	}) : refusedByApi({
		type: "unknown-product",
		product: {
			given,
			nearest: nearest ?? []
		}
	});
}
function found$1(value) {
	return {
		kind: "found",
		value
	};
}
function sameName(one, other) {
	return normalized(one) === normalized(other);
}
function normalized(name) {
	return name.normalize("NFC").trim().replace(/\s+/g, " ");
}
/** How many names to suggest. */
const NEAREST = 3;
function nearestNames(products, given) {
	const names = products.map(({ name = "" }) => name.slice(0, 200)).filter((name) => name !== "");
	const wanted = given.slice(0, 200).toLowerCase();
	return [...new Set(names)].map((name) => ({
		name,
		steps: (0, import_fastest_levenshtein.distance)(name.toLowerCase(), wanted)
	})).sort((one, other) => one.steps - other.steps).slice(0, NEAREST).map(({ name }) => name);
}

// build/js/binarly/resolve-product.js
/**
* Resolves the input `product` once for all images. If the lookup fails, that failure is the answer
* to the poll.
*/
function imagesOfProduct(input, askApi) {
	const { given, claimedId } = input;
	let resolved = isUlid(given) ? {
		id: given,
		name: void 0
	} : void 0;
	/** Whether the API has answered a request about an unlisted product: then the text is an ID. */
	let isConfirmed = false;
	let underway;
	function choose(result) {
		if (result.kind === "found") return chooseProduct(result.value, given);
		return result.kind === "absent" ? chooseUnlisted(given, void 0) : result;
	}
	async function lookUp(call) {
		const choice = choose(await askApi(LIST_PRODUCTS, call));
		if (choice.kind !== "found") return choice;
		const { id } = choice.value;
		if (claimedId !== void 0 && !isSameId(claimedId, id)) return otherProduct(claimedId, id);
		resolved = choice.value;
		return choice;
	}
	async function resolve(call) {
		if (resolved !== void 0) return found(resolved);
		underway ??= lookUp(call).finally(() => {
			underway = void 0;
		});
		return underway;
	}
	async function ask(request, call) {
		const known = await resolve(call);
		if (known.kind !== "found") return known;
		const result = await askApi(request(known.value.id), call);
		isConfirmed ||= result.kind === "found";
		return isConfirmed ? result : explained$1(result, known.value);
	}
	return {
		resolve,
		ask,
		asking: (chooseRequest) => (call) => ask(chooseRequest(), call),
		product: () => resolved?.unlisted === void 0 || isConfirmed ? resolved : void 0
	};
}
function found(value) {
	return {
		kind: "found",
		value
	};
}
function otherProduct(claimedId, productId) {
	return refusedByApi({
		type: "other-product",
		claimedId,
		productId
	});
}
/** If the list did not have the product, a 400 or 404 most likely means a mistyped `product`. */
function explained$1(result, { id, unlisted }) {
	if (unlisted?.nearest === void 0) return result;
	const unknownProduct = {
		given: id,
		nearest: unlisted.nearest
	};
	if (result.kind === "absent" && result.cause.type === "not-found") return {
		...result,
		cause: {
			...result.cause,
			unknownProduct
		}
	};
	const { kind } = result;
	if (kind === "refused" && result.cause.type === "http-status" && result.cause.status === 400) return {
		...result,
		cause: {
			type: "unknown-product",
			product: unknownProduct
		}
	};
	return result;
}

// build/js/credentials/renewed-credential.js
/**
* Access tokens that are renewed while waiting: Binarly's live 30 minutes, and many scans take
* longer.
*/
/**
* A token is replaced a tenth of its life before its end, but no earlier than this, in
* milliseconds.
*/
const LONGEST_LEAD_MS = 6e4;
/** Uses each token until shortly before its end. Concurrent callers share one request. */
function renewedCredential(source, { clock, mask }) {
	let current;
	/** The previous token: a response that is still on its way may echo it. */
	let previous = "";
	let underway;
	function redact(text) {
		return withoutSecrets(text, [
			...source.secrets(),
			current?.value ?? "",
			previous
		]);
	}
	async function request(call) {
		const askedMs = clock.monotonicMs();
		const result = await source.request(call, {
			redact,
			hasSucceeded: current !== void 0
		});
		return result.kind === "grant" ? accept(result, askedMs) : result;
	}
	function accept({ token, lifetimeMs }, askedMs) {
		mask(token);
		previous = current?.value ?? "";
		const endsMs = askedMs + lifetimeMs;
		const renewAtMs = endsMs - Math.min(lifetimeMs / 10, LONGEST_LEAD_MS);
		current = {
			kind: "token",
			value: token,
			issuedMs: clock.monotonicMs(),
			renewAtMs,
			endsMs
		};
		return current;
	}
	/**
	* A renewal that fails while the current token is valid does not fail the poll: the next poll
	* tries again.
	*/
	async function renew(call, valid) {
		underway ??= request(call).finally(() => {
			underway = void 0;
		});
		const result = await underway;
		if (result.kind === "token" || result.kind === "interrupted") return result;
		return valid !== void 0 && clock.monotonicMs() < valid.endsMs ? valid : result;
	}
	return {
		token(call, refused) {
			const usable = current?.value === refused?.value ? void 0 : current;
			if (usable !== void 0 && clock.monotonicMs() < usable.renewAtMs) return Promise.resolve(usable);
			return renew(call, usable);
		},
		finalRefusal: void 0,
		redact
	};
}

// build/js/credentials/token-endpoint.js
/** The answers of a token endpoint (RFC 6749, 5; Keycloak's texts were measured with 26.7.3). */
/** A token is a few kilobytes. */
const MAX_TOKEN_BYTES = 1048576;
/**
* A request for a token by the client credentials grant (RFC 6749, 4.4).
* @param client how the form identifies the client.
*/
function formRequest(url, client, authorization) {
	return {
		url,
		headers: {
			accept: "application/json",
			"content-type": "application/x-www-form-urlencoded",
			...authorization === void 0 ? {} : { authorization }
		},
		body: new URLSearchParams({
			grant_type: "client_credentials",
			...client
		}).toString(),
		maxBytes: MAX_TOKEN_BYTES
	};
}
/** Some servers write numbers as strings. */
const secondsSchema = union([number(), pipe(string(), regex(/^\d+$/), transform(Number))]);
const grantSchema = object({
	access_token: pipe(string(), regex(/^[\x21-\x7e]+$/)),
	expires_in: fallback(optional(pipe(secondsSchema, gtValue(0))), void 0)
});
/** RFC 6749, 5.2. */
const errorSchema = object({
	error: string(),
	error_description: fallback(optional(string(), ""), "")
});
function resultOfTokenEndpoint(reply, state) {
	if (reply.kind === "no-reply") return ofNoReply$1(reply, "token", state.hasSucceeded);
	const { status, retryAfterMs } = reply;
	if (status >= 200 && status < 300) return readGrant(reply, state);
	const error = errorIn(reply, state);
	const said = error === void 0 ? "" : saidBy(error);
	const failure = {
		type: "http-status",
		status,
		message: said || void 0
	};
	if (isBusy(status) || status === 425) return failedWith(failure, "busy", retryAfterMs);
	if (wantsBasic(said)) return {
		kind: "wants-basic",
		refused: refused({
			type: "client-refused",
			status,
			said
		})
	};
	if (state.hasSucceeded && !(error !== void 0 && [
		400,
		401,
		403
	].includes(status))) return failedWith(failure, "unclear", retryAfterMs);
	if (status === 403 && reply.body.ok && kindOfText(reply.body.text) === "web-page") return failedWith({
		type: "not-json",
		status,
		body: "web-page"
	}, "nothing", retryAfterMs);
	return refused(refusalOf(reply, said, state));
}
function readGrant(reply, state) {
	const { status, retryAfterMs, body } = reply;
	if (!body.ok) return failedWith(body.problem, "nothing", retryAfterMs);
	const json = parseJson(body.text, (text) => text);
	if (json === void 0) return failedWith({
		type: "not-json",
		status,
		body: kindOfText(body.text)
	}, "nothing", retryAfterMs);
	const parsed = safeParse(grantSchema, json.value);
	if (!parsed.success) return withoutGrant(reply, errorIn(reply, state) ?? otherErrorIn(body.text, state));
	const { access_token: token, expires_in: seconds = Infinity } = parsed.output;
	return {
		kind: "grant",
		token,
		lifetimeMs: seconds * 1e3
	};
}
/** Some servers answer 200 to everything. @param error what the body says, if it is an error. */
function withoutGrant({ status, retryAfterMs }, error) {
	if (error === void 0) return failedWith({
		type: "no-access-token",
		status
	}, "unclear", retryAfterMs);
	const said = saidBy(error);
	if (PASSING.has(error.error)) return failedWith({
		type: "http-status",
		status,
		message: said
	}, "busy", retryAfterMs);
	const refusal = refused({
		type: "client-refused",
		status,
		said
	});
	return wantsBasic(said) ? {
		kind: "wants-basic",
		refused: refusal
	} : refusal;
}
/** Errors that pass by themselves (RFC 6749, 4.1.2.1; RFC 8628, 3.5). */
const PASSING = /* @__PURE__ */ new Set([
	"server_error",
	"temporarily_unavailable",
	"slow_down"
]);
function wantsBasic(said) {
	return /client_secret_basic/.test(said);
}
/** @returns undefined if the body is not an error of OAuth. */
function errorIn({ body }, { redact }) {
	const json = body.ok ? parseJson(body.text, redact)?.value : void 0;
	const error = safeParse(errorSchema, json);
	return error.success ? error.output : void 0;
}
/**
* An error in another form than OAuth's; undefined if the body has none. Once the endpoint has
* issued a token, such an error comes from another server.
*/
function otherErrorIn(body, { redact, hasSucceeded }) {
	const json = parseJson(body, redact);
	const other = safeParse(object({ value: object({ error: looseObject({}) }) }), json);
	if (!other.success || hasSucceeded) return void 0;
	const { error } = other.output.value;
	const { message } = error;
	return {
		error: typeof message === "string" ? message : JSON.stringify(error),
		error_description: ""
	};
}
/** A 304, 404, 405 and 406 all mean that there is no token endpoint at that address. */
function refusalOf({ status, location }, said, { redact }) {
	if (status === 407) return { type: "proxy-auth" };
	if (status < 400 && status !== 304) return {
		type: "redirect",
		status,
		location: location && printable(redact(location))
	};
	if ([
		304,
		404,
		405,
		406
	].includes(status)) return {
		type: "no-token-endpoint",
		status,
		said
	};
	return {
		type: "client-refused",
		status,
		said
	};
}
function saidBy({ error, error_description }) {
	return [error, error_description].filter((text) => text !== "").map((text) => printable(text)).join(": ");
}
function failedWith(cause, reached, retryAfterMs) {
	return {
		kind: "failed",
		endpoint: "token",
		cause,
		reached,
		retryAfterMs
	};
}
function refused(cause) {
	return {
		kind: "refused",
		endpoint: "token",
		cause
	};
}

// build/js/credentials/client-credential.js
/** Requests access tokens with the client's secret. */
function clientCredential(client, dependencies) {
	/** Whether the client is restricted to HTTP Basic: Keycloak said so once. */
	let useBasic = false;
	async function request(call, state) {
		const reply = await dependencies.http({
			...tokenRequest(client, useBasic),
			...call
		});
		const result = resultOfTokenEndpoint(reply, state);
		if (result.kind !== "wants-basic") return result;
		if (useBasic) return result.refused;
		useBasic = true;
		return request(call, state);
	}
	const secrets = () => [client.clientSecret, basicCredentials(client)];
	return renewedCredential({
		request,
		secrets
	}, dependencies);
}
/**
* The client in the form, or by HTTP Basic with both parts form-urlencoded first (RFC 6749, 2.3.1).
*/
function tokenRequest(client, useBasic) {
	const { clientId, clientSecret, tokenUrl } = client;
	return useBasic ? formRequest(tokenUrl, {}, `Basic ${basicCredentials(client)}`) : formRequest(tokenUrl, {
		client_id: clientId,
		client_secret: clientSecret
	});
}
/** A secret. */
function basicCredentials({ clientId, clientSecret }) {
	const encoded = [clientId, clientSecret].map((part) => new URLSearchParams({ "": part })).map((part) => part.toString().slice(1)).join(":");
	return Buffer.from(encoded).toString("base64");
}

// build/js/credentials/id-token-credential.js
/**
* Requests access tokens with ID tokens. Keycloak accepts each only once, so every request gets its
* own.
*/
function idTokenCredential({ tokenUrl, audience }, dependencies) {
	const { http, issuer, mask } = dependencies;
	/** The ID token sent last: the server may echo it. */
	let sent = "";
	async function request(call, state) {
		const idToken = await issuer.request(audience, call);
		if (idToken.kind !== "id-token") return idToken;
		mask(idToken.value);
		sent = idToken.value;
		const reply = await http({
			...formRequest(tokenUrl, assertion(idToken)),
			...call
		});
		const result = resultOfTokenEndpoint(reply, state);
		return explained(result.kind === "wants-basic" ? result.refused : result, {
			...idToken,
			audience
		}, state);
	}
	const secrets = () => [...issuer.secrets, sent];
	return renewedCredential({
		request,
		secrets
	}, dependencies);
}
/** No `client_id`: Keycloak finds the client by the token's subject, and refuses any other ID. */
function assertion({ value }) {
	return {
		client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
		client_assertion: value
	};
}
/** Tells Keycloak's refusals apart; their texts were measured with 26.7.3. */
function explained(result, sent, state) {
	if (result.kind !== "refused" || result.cause.type !== "client-refused") return result;
	const { status, said } = result.cause;
	const { subject, issuer, audience } = sent;
	if (/issued in the future|token reuse detected/i.test(said) || status === 401 && state.hasSucceeded) return {
		kind: "failed",
		endpoint: "token",
		cause: {
			type: "http-status",
			status,
			message: said
		},
		reached: "unclear"
	};
	const cause = /audience/i.test(said) ? {
		type: "audience-refused",
		status,
		said,
		audience
	} : {
		type: "id-token-refused",
		status,
		said,
		subject,
		issuer
	};
	return {
		...result,
		cause
	};
}

// build/js/credentials/create-credential.js
/** @param mask called with each secret before anything else can see it. */
function createCredential(settings, http, clock, mask) {
	const renewal = {
		http,
		clock,
		mask
	};
	switch (settings.kind) {
		case "token": return staticCredential(settings.token, clock);
		case "client": return clientCredential(settings, renewal);
		case "oidc": return idTokenCredential(settings, {
			...renewal,
			issuer: idTokenIssuer(settings.endpoint, http)
		});
	}
}

// build/js/polling/server-clock.js
/** A date has whole seconds, and an answer takes its time: less than this is no difference. */
const NOTICEABLE_MS = 5e3;
/** Until an answer has come, it is this machine's clock. */
function createServerClock(clock) {
	let correctionMs;
	return {
		wallMs: () => clock.wallMs() + (correctionMs ?? 0),
		monotonicMs: () => clock.monotonicMs(),
		sleep: (ms, signal, keepsAlive) => clock.sleep(ms, signal, keepsAlive),
		hear(aheadMs) {
			if (aheadMs !== void 0) correctionMs = Math.abs(aheadMs) < NOTICEABLE_MS ? 0 : aheadMs;
		},
		isSet: () => correctionMs !== void 0
	};
}

// build/js/steps/connect.js
/** How a step reaches the platform: by its clock, with its credential, for its product. */
/**
* Makes no request yet.
* @param claimedId the product that other inputs name; undefined if none does.
*/
function connect(settings, { http, workflow, clock: runnersClock }, claimedId) {
	const clock = createServerClock(runnersClock);
	const credential = createCredential(settings.credential, http, clock, workflow.mask);
	const { apiUrl, product: given } = settings;
	const ask = createApi({
		http,
		apiUrl,
		credential,
		clock
	});
	return {
		clock,
		credential,
		images: imagesOfProduct({
			given,
			claimedId
		}, ask)
	};
}

// build/js/steps/wait/log.js
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
		return isSingle ? "" : `image ${printable(imageId)}: `;
	}
	function logChange(change, record) {
		const clause = subjectOf(record) + describeChange(change, settings);
		if (change.kind === "undocumented" && !hasWarned) {
			hasWarned = true;
			lastLineMs = clock.monotonicMs();
			write.warning(undocumentedWarning(clause));
		} else info(`After ${formatDuration(record.waitedMs)}: ${clause}.`);
	}
	/**
	* With several images, one line reports a shared outage, and a scan's first state also names the
	* scan.
	*/
	function isNews(change, { imageId }) {
		switch (change.kind) {
			case "outage":
			case "unread":
			case "unfetched": return !outages.isKnown(change.failure);
			case "recovered": return outages.isLast(imageId);
			case "chosen": return isSingle;
			default: return true;
		}
	}
	return {
		info,
		lastLineMs: () => lastLineMs,
		update({ record, result, changes }) {
			const { imageId, polls, waitedMs } = record;
			if (result !== void 0) {
				const poll = `poll ${polls}: ${describeResult(result)}`;
				write.debug(`After ${formatDuration(waitedMs)}: ${subjectOf(record)}${poll}`);
			}
			for (const change of changes) {
				if (isNews(change, record)) logChange(change, record);
				outages.note(change, imageId);
			}
		},
		ended(record) {
			outages.leave(record.imageId);
			const { ended, waitedMs } = record;
			if (isSingle || ended === void 0 || STATUS_TABLE[ended.status].isFinal) return;
			const why = `${ended.status}, ${imageReport(record, settings).reason?.happened}`;
			info(`After ${formatDuration(waitedMs)}: ${subjectOf(record)}${why}.`);
		},
		heartbeat(records) {
			const waiting = records.filter(({ ended }) => ended === void 0);
			const [first] = waiting;
			lastLineMs = clock.monotonicMs();
			if (first === void 0) return;
			const progress = isSingle ? progressOfOne(first, settings.scanId) : progressOfMany(waiting, records.length);
			const waited = formatDuration(lastLineMs - beganMs);
			const timeout = formatExact(settings.timeoutMs);
			const still = isSingle ? "still waiting; " : "";
			write.info(`After ${waited} of ${timeout}: ${still}${progress}.`);
		}
	};
}
/**
* Which images share an outage. An outage is known by its cause, because the messages of one cause
* differ: servers put the ID of the request into them.
*/
function createOutages() {
	const members = /* @__PURE__ */ new Map();
	const keyOf = ({ endpoint, cause }) => `${endpoint} ${cause.type} ${"status" in cause ? cause.status : ""}`;
	return {
		isKnown: (failure) => [...members.values()].includes(keyOf(failure)),
		/** Whether the image is in an outage, alone. */
		isLast(imageId) {
			const own = members.get(imageId);
			return own !== void 0 && [...members.values()].filter((key) => key === own).length === 1;
		},
		note(change, imageId) {
			if (change.kind === "outage" || change.kind === "unread" || change.kind === "unfetched") members.set(imageId, keyOf(change.failure));
			if (change.kind === "recovered" || change.kind === "judged") members.delete(imageId);
		},
		leave: (imageId) => void members.delete(imageId)
	};
}

// build/js/steps/wait/opening-lines.js
/** The words at the start of the log: what the step waits for. */
/** What the step waits for, how long, and how often it polls. */
function openingLine(settings) {
	const { scanId, imageIds, product, createdAfter, timeoutMs, pollInterval } = settings;
	const scan = scanId === void 0 ? "the newest scan" : `scan ${printable(scanId)}`;
	const after = createdAfter === void 0 ? "" : ` created at or after ${createdAfter.text}`;
	const often = pollInterval.kind === "fixed" ? formatExact(pollInterval.ms) : `${AUTO_SHORTEST_MS / 1e3} to ${AUTO_LONGEST_MS / 1e3} s`;
	const wait = timeoutMs === 0 ? "Polling once" : `Waiting up to ${formatExact(timeoutMs)}, polling every ${often},`;
	const [first = "", ...others] = imageIds;
	return `${wait} for ${scan}${after} of ${others.length === 0 ? `image ${printable(first)}` : `each of ${imageIds.length} images`} in product ${printable(product)}.`;
}
/** The warning about an empty line between IDs, which a mistyped output leaves. */
function emptyLineWarning(imageCount) {
	return `\`image\` has an empty line between its IDs, and this step waits for ${imageCount === 1 ? "1 image" : `${imageCount} images`}: if that is too few, check the outputs that the lines come from.`;
}

// build/js/steps/wait/step.js
/**
* A running step: its settings, its connection to the platform, and what it knows about each image.
*/
/** Logs what the step waits for and connects to the platform; makes no request yet. */
function beginStep(settings, runtime) {
	const { workflow, httpForDetails } = runtime;
	const { apiUrl, claimedProductId, imageIds } = settings;
	const { clock, credential, images } = connect(settings, runtime, claimedProductId);
	const log = createLog(settings, clock, workflow);
	logStart(settings, log, runtime);
	return {
		settings,
		clock,
		images,
		askForDetails: createApi({
			http: httpForDetails,
			apiUrl,
			credential
		}),
		records: new Map(imageIds.map((imageId) => [imageId, beginRecord(imageId)])),
		log
	};
}
function logStart(settings, log, runtime) {
	const { apiUrl, policy, baseline, imageIds, hasEmptyLine } = settings;
	log.info(openingLine(settings));
	if (hasEmptyLine) runtime.workflow.warning(emptyLineWarning(imageIds.length));
	if (policy !== void 0) log.info(policyLine(policy, baseline));
	noteProxy(apiUrl, log.info, runtime);
}
/** What the report needs to know about the step as a whole. */
function snapshotOf({ settings, images, clock }) {
	return {
		settings,
		product: images.product(),
		nowWallMs: clock.wallMs()
	};
}
/** The latest record of each image, in the order given. */
function recordsOf({ records }) {
	return [...records.values()];
}
/** The ID of the first image's scan; undefined until one was seen. */
function firstScanIdOf({ settings, records }) {
	const [imageId = ""] = settings.imageIds;
	return records.get(imageId)?.scan?.id;
}

// build/js/steps/wait/follow-images.js
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
	const beating = heartbeat({
		clock,
		signal: AbortSignal.any([signal, done.signal])
	}, log.lastLineMs, () => log.heartbeat(recordsOf(step)));
	const noteExpiry = expiryNote(settings.credential, clock, deadlineMs, { workflow });
	function onUpdate(update) {
		noteExpiry();
		records.set(update.record.imageId, update.record);
		outputScanId(update, settings.imageIds[0], workflow);
		log.update(update);
	}
	const tools = {
		clock,
		random,
		signal,
		grace: createStartGrace(beganMs),
		onUpdate
	};
	const { policy } = settings;
	const gate = policy && {
		policy,
		images: step.images,
		baselines,
		deadlineMs
	};
	const queue = pLimit(4);
	const sources = {
		images: step.images,
		download,
		folder: workflow.folder,
		queue,
		deadlineMs
	};
	const poll = baselines === void 0 ? scanPoll(step) : baselineFirst(baselines, scanPoll(step));
	await Promise.all(settings.imageIds.map(async (imageId) => {
		const followed = await followScan(imageId, poll, {
			...settings,
			beganMs
		}, tools);
		const judged = gate === void 0 ? followed : await judgeImage(followed, gate, settings, tools);
		const { record, ended } = settings.reports.length === 0 ? judged : await fetchReports(judged, sources, settings, tools);
		const concluded = end({
			...record,
			baseline: baselines?.known(imageId)
		}, ended);
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
		return wantedId === void 0 ? newestScan(imageId, createdAfter) : scanById(imageId, wantedId);
	});
}
/**
* Writes the ID of the first image's scan at once, so that it is there however this step ends. The
* report writes it again, and handles a failure then.
*/
function outputScanId({ record, changes }, firstImageId, workflow) {
	const chosen = changes.find((change) => change.kind === "chosen");
	if (chosen !== void 0 && record.imageId === firstImageId) writeScanId(chosen.scan.id, workflow);
}
/** Writes the output `scan-id` by itself; a failure is only a line in the log. */
function writeScanId(scanId, workflow) {
	try {
		workflow.output("scan-id", shellSafeText(scanId));
	} catch (error) {
		workflow.info(`Could not write the output scan-id (${describeThrown(error)}).`);
	}
}
async function withDetails(record, step, signal, { clock }) {
	const { imageId, ended } = record;
	const product = step.images.product();
	const isAbout = record.judgement !== void 0 || hasDetails(ended);
	if (product === void 0 || !isAbout) return record;
	const request = imageDetails(imageId)(product.id);
	const result = await readDetails((call) => step.askForDetails(request, call), {
		clock,
		signal
	});
	if (result?.kind === "found") return {
		...record,
		details: result.value
	};
	step.log.info(detailsLine(imageId, whyUnread(result, signal)));
	return record;
}
function hasDetails(ended) {
	return ended !== void 0 && STATUS_TABLE[ended.status].hasDetails;
}
function whyUnread(result, { aborted }) {
	switch (result?.kind) {
		case void 0:
		case "interrupted": return aborted ? "interrupted" : "timed out";
		case "failed": return describeFailure(result);
		case "absent": return describeAbsence$1(result.cause);
		case "refused": return reasonOfRefusal(result).happened;
	}
}

// build/js/inputs/addresses.js
/**
* The addresses that a credential is sent to, `api-url` and `token-url`, and what is derived from
* them.
*/
const API_URL_EXAMPLE = "write it like https://dashboard-acme.binarly.cloud";
/**
* Reads `api-url`. A trailing slash or `/api/v4` is accepted, because Binarly's own examples have
* both; so is the path prefix of a platform on premises.
* @returns the address before `/api/v4`, without a trailing slash; empty if it is invalid.
*/
function readApiUrl(inputs) {
	const { value, report } = inputs;
	const text = value("api-url");
	if (text === "") {
		report("api-url", `is empty: set it to the address of your tenant, for example ${TENANT}`);
		return "";
	}
	const url = readAddress(inputs, "api-url", text, API_URL_EXAMPLE);
	if (url === void 0) return "";
	const prefix = url.pathname.replace(/\/+$/, "").replace(/\/api\/v4$/, "").replace(/\/+$/, "");
	if (url.search !== "" || url.hash !== "") report("api-url", `must not have a query or a fragment: ${API_URL_EXAMPLE}`);
	if (prefix !== "" && isBinarlyCloud(url.hostname)) report("api-url", `must not have a path after the host name: ${API_URL_EXAMPLE}`);
	return url.origin + prefix;
}
const TENANT = "https://dashboard-acme.binarly.cloud";
function isBinarlyCloud(hostname) {
	return hostname === "binarly.cloud" || hostname.endsWith(".binarly.cloud");
}
/** Where Keycloak has the token endpoint of every realm, after the realm's issuer. */
const ENDPOINT_PATH = "/protocol/openid-connect/token";
/** Keycloak's path, the same for every tenant (docs.binarly.io, get-m2m-token). */
const TOKEN_PATH = `/realms/BinarlyRealm${ENDPOINT_PATH}`;
/**
* Reads `token-url`; without it, derives the token endpoint from a dashboard on Binarly's cloud.
* @returns the address; empty if it is invalid.
*/
function readTokenUrl(inputs) {
	const { value, report } = inputs;
	const example = `write it like https://auth-acme.binarly.cloud${TOKEN_PATH}`;
	const given = value("token-url");
	if (given !== "") return readAddress(inputs, "token-url", given, example)?.href ?? "";
	const apiUrl = value("api-url");
	const host = URL.canParse(apiUrl) ? new URL(apiUrl).host : "";
	const [, rest] = /^dashboard([-.][a-z0-9.-]+\.binarly\.cloud)$/.exec(host) ?? [];
	if (rest !== void 0) return `https://auth${rest}${TOKEN_PATH}`;
	if (host !== "") report("token-url", `is empty and cannot be derived from this \`api-url\`: ${example}`);
	return "";
}
/**
* Reads `oidc-audience`; without it, uses the issuer of the realm that `token-url` is in.
* @param tokenUrl empty if it is invalid.
* @returns empty if it is invalid.
*/
function readAudience({ value, report }, tokenUrl) {
	const given = value("oidc-audience");
	const example = "set it to the issuer of the Keycloak realm";
	if (/[\p{Cc}\p{Cs}]/u.test(given)) report("oidc-audience", `has a control character: ${example}`);
	if (given !== "") return given;
	if (tokenUrl.endsWith(ENDPOINT_PATH)) return tokenUrl.slice(0, -30);
	if (tokenUrl !== "") report("oidc-audience", `is empty and cannot be derived from this \`token-url\`: ${example}`);
	return "";
}
/** Checks an address that a secret is sent to; plain http is allowed for this machine only. */
function readAddress({ report }, input, text, example) {
	const url = URL.canParse(text) ? new URL(text) : void 0;
	if (url === void 0 || !["https:", "http:"].includes(url.protocol)) {
		report(input, isNoValue(text) ? noValueProblem(text) : `is not an https address: ${example}`);
		return;
	}
	if (url.username !== "" || url.password !== "") report(input, "has a user name or password: remove it, because the credential has its own inputs");
	if (url.protocol === "http:" && !isLoopback(url.hostname)) report(input, "would send a credential unencrypted over http: use https");
	return url;
}
/** The hosts for which @actions/http-client bypasses the proxy. */
function isLoopback(hostname) {
	return hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

// build/js/inputs/values.js
/**
* Durations, times, lists and choices. Each reader reports what is wrong and still returns a value of the
* right type.
*/
/** @returns milliseconds; 0 if it is invalid. */
function readDuration({ value, report }, input) {
	const text = value(input);
	const parsed = parseDuration(text);
	if (parsed.ok) return parsed.ms;
	report(input, mistakeIn(text) ?? `${quote(text)} ${parsed.problem}`);
	return 0;
}
function readPollInterval(inputs) {
	const text = inputs.value("poll-interval");
	if (isSameWord(text, "auto")) return { kind: "auto" };
	const ms = readDuration({
		...inputs,
		report: (input, problem) => inputs.report(input, `${problem}, or set it to auto`)
	}, "poll-interval");
	if (parseDuration(text).ok && ms < 1e3) inputs.report("poll-interval", `${quote(text)} is too short: use at least 1s, or auto`);
	return {
		kind: "fixed",
		ms
	};
}
/** @returns undefined if it is empty or invalid. */
function readInstant({ value, report }, input) {
	const text = value(input);
	const time = parseInstant(text);
	if (text !== "" && time === void 0) report(input, mistakeIn(text) ?? `${quote(text)} is not an RFC 3339 time with an offset: write it like 2026-01-26T15:30:00Z`);
	return time;
}
/** The entries of a list: one a line or separated by commas. Empty ones are skipped. */
function entriesOf(text) {
	return text.split(/[,\r\n]/).map((entry) => entry.trim()).filter((entry) => entry !== "");
}
/** In any case. @returns the value; the first choice if it is invalid. */
function readChoice({ value, report }, input, choices) {
	const text = value(input);
	const choice = choices.find((candidate) => isSameWord(candidate, text));
	if (choice === void 0) report(input, quotesProblem(text) ?? `${quote(text)} is unknown: use ${listOr(choices)}`);
	return choice ?? choices[0];
}
const TRUE = [
	"true",
	"True",
	"TRUE"
];
const FALSE = [
	"false",
	"False",
	"FALSE"
];
/** Reads a boolean as YAML 1.2 writes it (its core schema, 10.3.2). @returns false if it is invalid. */
function readBoolean({ value, report }, input) {
	const text = value(input);
	if (![...TRUE, ...FALSE].includes(text)) report(input, quotesProblem(text) ?? `${quote(text)} is unknown: use true or false`);
	return TRUE.includes(text);
}
/** @returns the problem with a value that looks like a mistake of quoting or of an expression. */
function mistakeIn(text) {
	return isNoValue(text) ? noValueProblem(text) : quotesProblem(text);
}
/** `a, b or c`. */
function listOr(words) {
	const last = words.at(-1) ?? "";
	return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} or ${last}`;
}

// build/js/inputs/credential.js
/** The credential: exactly one of a token, a client's ID and secret, or the job's ID tokens. */
/** @param endpoint where the job requests ID tokens; undefined if it may not. */
function readCredential(inputs, endpoint) {
	const { value, report } = inputs;
	const usesIdTokens = readBoolean(inputs, "oidc");
	if (!usesIdTokens && value("oidc-audience") !== "") report("oidc-audience", "has no effect without `oidc`: remove it, or set `oidc` to true");
	const usesToken = value("token") !== "";
	const usesClient = value("client-id") !== "" || value("client-secret") !== "";
	if (usesIdTokens && (usesToken || usesClient)) report("oidc", `cannot be combined with ${usesToken ? "`token`" : CLIENT_INPUTS}: remove one or the other`);
	if (usesToken && usesClient) report("token", `cannot be combined with ${CLIENT_INPUTS}: remove one or the other`);
	if (usesToken) return readToken(inputs, !usesClient && !usesIdTokens);
	if (usesClient) return readClient(inputs);
	if (usesIdTokens) return readIdTokens(inputs, endpoint);
	checkTokenUrl(inputs);
	reportMissing(inputs, "token", "is empty: set `token`, or both `client-id` and `client-secret`, or `oidc` to true; " + CHECK_SECRET);
	return {
		kind: "token",
		token: ""
	};
}
const CLIENT_INPUTS = "`client-id` and `client-secret`";
const CHECK_SECRET = "check that the secret exists under that name and that this job may read it";
function reportMissing({ report }, input, text) {
	report(input, text, "missing-credential");
}
/** @param isAlone whether there is no other kind of credential that `token-url` could belong to. */
function readToken(inputs, isAlone) {
	const { value, report } = inputs;
	const token = value("token");
	const problem = problemWithToken(token);
	if (problem !== void 0) report("token", problem);
	if (!isAlone) checkTokenUrl(inputs);
	else if (value("token-url") !== "") report("token-url", "has no effect with `token`: remove it");
	return {
		kind: "token",
		token
	};
}
/**
* What is wrong with a bearer token, without the token itself.
* @returns undefined if nothing is.
*/
function problemWithToken(token) {
	if (isNoValue(token)) return noValueProblem(token);
	if (/^bearer(\s|$)/i.test(token)) return "starts with \"Bearer\": remove that prefix";
	const [strange] = /[^\x21-\x7e]/u.exec(token) ?? [];
	return strange === void 0 ? void 0 : `has ${characterName(strange)}, which is invalid in a token: check the secret`;
}
/** What is wrong with the ID or the secret of a client, which may hold any visible character. */
function problemWithClient(text) {
	if (isNoValue(text)) return noValueProblem(text);
	const strange = invisibleIn(text);
	return strange === void 0 ? void 0 : `has ${strange}, which is not visible: check it`;
}
/** Another problem must not hide a malformed `token-url`. */
function checkTokenUrl(inputs) {
	if (inputs.value("token-url") !== "") readTokenUrl(inputs);
}
function readClient(inputs) {
	const [clientId, clientSecret] = [inputs.value("client-id"), inputs.value("client-secret")];
	if (clientSecret === "") reportMissing(inputs, "client-secret", `is empty: set it from a secret; ${CHECK_SECRET}`);
	if (clientId === "") reportMissing(inputs, "client-id", "is empty: set it to the ID of the client that `client-secret` belongs to");
	for (const input of ["client-id", "client-secret"]) {
		const problem = problemWithClient(inputs.value(input));
		if (problem !== void 0) inputs.report(input, problem);
	}
	return {
		kind: "client",
		clientId,
		clientSecret,
		tokenUrl: readTokenUrl(inputs)
	};
}
function readIdTokens(inputs, endpoint) {
	if (endpoint === void 0) reportMissing(inputs, "oidc", "is true, but GitHub gives this job no ID tokens: add `permissions: id-token: write` to the job (pull requests from forks never have it)");
	const tokenUrl = readTokenUrl(inputs);
	return {
		kind: "oidc",
		tokenUrl,
		audience: readAudience(inputs, tokenUrl),
		endpoint: endpoint ?? {
			url: "",
			requestToken: ""
		}
	};
}

// build/js/inputs/github.js
/** The inputs that concern GitHub: `github-token` and `status-context`. */
/** Only for what uses it. Its problem is reported once, however many inputs need it. */
function readGitHubToken({ value, report, hasProblem }) {
	const token = value("github-token");
	const problem = token === "" ? "is empty: remove the input to use the token of the job" : problemWithToken(token);
	if (problem !== void 0 && !hasProblem("github-token")) report("github-token", problem);
	return token;
}
/** GitHub's own limit for the name of a status. */
const LONGEST_CONTEXT = 255;
function readStatusContext(inputs) {
	const context = inputs.value("status-context");
	checkContext(context, inputs);
	if (context.includes(",")) inputs.report("status-context", `${quote(context)} has a comma, which separates names in the settle action: remove it`);
	return context;
}
/** A list of names; each once, whatever its case. */
function readStatusContexts(inputs) {
	const text = inputs.value("status-context");
	const names = entriesOf(text);
	if (names.length === 0) inputs.report("status-context", `${quote(text)} names no status`);
	for (const name of names) checkContext(name, inputs);
	return [...new Map(names.toReversed().map((name) => [name.toLowerCase(), name])).values()].reverse();
}
function checkContext(context, { report }) {
	if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(context) || context.length > LONGEST_CONTEXT) report("status-context", `${quote(context)} is not one line of at most 255 characters`);
}

// build/js/inputs/id-problems.js
/** What is wrong with an input that names something on the platform, and how to fix it. */
const COPY_ID = "copy the ID from the platform";
const COPY_PRODUCT = "copy the ID or the name from the platform";
/**
* @param text as given; `parsed` is what it names.
* @returns a clause after the name of the input; undefined if nothing is wrong.
*/
function problemWithId(input, kind, text, { id, productId = "none given", imageId = "none given" }) {
	if (/[\r\n]/.test(text)) return `has several lines: give one ${kind}`;
	const ids = [
		id,
		productId,
		imageId
	];
	const missing = ids.find(isNoValue);
	if (missing !== void 0) return noValueProblem(missing);
	return problemWithSpelling(text, input === "image" ? "write one ID per line" : `give one ${kind}`, COPY_ID) ?? problemWithCharacters(text, ids, COPY_ID);
}
/**
* @param given as given; `id` is what it names.
* @param isName whether it may be a name.
*/
function problemWithProduct(given, id, isName) {
	if (given === "") return "is empty: set it to the ID of the product, or to its exact name";
	if (/[\r\n]/.test(given)) return "has several lines: give one product";
	if (isNoValue(id)) return noValueProblem(id);
	if (isAddress(given)) return `is an address, not an ID: ${COPY_PRODUCT}`;
	if (!isName) return problemWithSpelling(given, "give one product", COPY_PRODUCT) ?? problemWithCharacters(given, [id], COPY_PRODUCT);
	const control = /\p{Cc}/u.test(given) ? invisibleIn(given) : invisibleInUlid(given);
	if (control !== void 0) return `has ${control}, which is not visible: ${COPY_PRODUCT}`;
	const parts = given.split(/[,;\s]+/);
	if (parts.length > 1 && parts.every(isUlid)) return `${quote(given)} has several IDs: give one`;
	return isPossibleName(given) ? void 0 : `${quote(given)} is not an ID: ${COPY_PRODUCT}`;
}
/** @param oneOnly how to write several, or that there may be one only. */
function problemWithSpelling(text, oneOnly, copy) {
	if (isAddress(text)) return `is an address, not an ID: ${copy}`;
	if (/^\[.*\]$/s.test(text)) return `${quote(text)} is a JSON list: ${oneOnly}`;
	if (/^[-*] /.test(text)) return `${quote(text)} starts with a list mark: remove it`;
	const quotes = quotesProblem(text);
	if (quotes !== void 0) return quotes;
	const strange = invisibleIn(text.replaceAll("	", " "));
	if (strange !== void 0) return `has ${strange}, which is not visible: ${copy}`;
	const [separator] = /[,;\s]/.exec(text) ?? [];
	if (separator === void 0) return void 0;
	return `${quote(text)} has ${SEPARATORS.get(separator) ?? "white space"}: ${oneOnly}`;
}
/** No ID has any of these. */
const SEPARATORS = /* @__PURE__ */ new Map([[",", "a comma"], [";", "a semicolon"]]);
function problemWithCharacters(text, ids, copy) {
	return ids.every(isInputId) ? void 0 : `${quote(text)} is not an ID: ${copy}`;
}
/** An address of the dashboard, with or without its scheme. Not quoted: it may hold a credential. */
function isAddress(text) {
	return /^([a-z][a-z0-9+.-]*:)?\/\/|^[a-z0-9.-]+\.binarly\.cloud(\/|$)/i.test(text);
}
/** A name may hold such a character, but an ID that does is taken for a name. */
function invisibleInUlid(text) {
	const visible = withoutInvisible(text);
	return isUlid(visible) || visible.startsWith("products/") ? invisibleIn(text) : void 0;
}
/** A name that is in no list is used as an ID, so it must not be able to change a path. */
function isPossibleName(text) {
	return text !== "." && text !== ".." && text.isWellFormed();
}

// build/js/inputs/ids.js
function readIds(inputs) {
	const product = readProduct(inputs);
	const { images, hasEmptyLine } = readImages(inputs);
	const scan = readOptionalId(inputs, "scan", "scan");
	const isBaseBranch = namesBaseBranch(inputs);
	const baseline = isBaseBranch ? void 0 : readOptionalId(inputs, "baseline-image", "image");
	const imageIds = images.map(({ id }) => id).filter((id, index, all) => all.findIndex((other) => isSameId(other, id)) === index);
	const ids = [
		...images,
		scan,
		baseline
	].filter((id) => id !== void 0);
	checkParents(inputs, ids, product);
	const ofScan = scan?.imageId;
	if (ofScan !== void 0 && !imageIds.some((id) => isSameId(id, ofScan))) inputs.report("scan", `belongs to image ${quote(ofScan)}, which is not in \`image\``);
	checkBaseline(inputs, baseline?.id, imageIds);
	const claimedProductId = ids.find(({ productId }) => productId !== void 0)?.productId;
	return {
		product: product.text,
		claimedProductId,
		imageIds,
		hasEmptyLine,
		scanId: scan?.id,
		baseline: isBaseBranch ? { kind: "base-branch" } : baseline && {
			kind: "image",
			imageId: baseline.id
		}
	};
}
/** Whether `baseline-image` is this word; no ID is, however it is spelled. */
function namesBaseBranch({ value }) {
	return fold(value("baseline-image")) === fold("base-branch");
}
function readImages(inputs) {
	const lines = inputs.value("image").trim().split(/\r\n|\n|\r/);
	const texts = lines.map((line) => line.trim()).filter((line) => line !== "");
	if (texts.length === 0) inputs.report("image", "is empty: set it to the image ID that the upload returned");
	return {
		images: [...new Set(texts)].map((text) => readId(inputs, "image", "image", text)),
		hasEmptyLine: texts.length > 0 && texts.length < lines.length
	};
}
function readOptionalId(inputs, input, kind) {
	const text = inputs.value(input);
	return text === "" ? void 0 : readId(inputs, input, kind, text);
}
/** The parents of an invalid ID are ignored. */
function readId({ report }, input, kind, text) {
	const parsed = parseResourceId(kind, text);
	const problem = problemWithId(input, kind, text, parsed);
	if (problem === void 0) return {
		...parsed,
		input
	};
	report(input, problem);
	return {
		id: parsed.id,
		input
	};
}
function readProduct({ value, report }) {
	const given = value("product");
	const { id } = parseResourceId("product", given);
	const isName = id === given && !isUlid(given);
	const problem = problemWithProduct(given, id, isName);
	if (problem !== void 0) report("product", problem);
	return {
		text: id,
		id: isName ? void 0 : id
	};
}
/**
* Resource names must agree with each other and with `product`; a name is compared once
* it is resolved.
*/
function checkParents({ report }, ids, product) {
	let expected = product.id;
	for (const { input, id, productId } of ids) {
		if (productId === void 0) continue;
		expected ??= productId;
		if (!isSameId(productId, expected)) report(input, `${quote(id)} belongs to product ${quote(productId)}, not ${quote(expected)}`);
	}
}
/** A comparison of an image with itself has no new findings and would always pass. */
function checkBaseline({ report }, baselineId, imageIds) {
	if (baselineId === void 0) return;
	if (imageIds.length > 1) report("baseline-image", "names one image, but `image` has several lines: set it to base-branch, or remove it");
	else if (imageIds.some((id) => isSameId(id, baselineId))) report("baseline-image", "is the same image as `image`: set it to an earlier image");
}

// build/js/inputs/platform.js
/** The inputs with their defaults, as in each action.yml. */
const PLATFORM_INPUTS = {
	"api-url": "",
	token: "",
	"client-id": "",
	"client-secret": "",
	oidc: "false",
	"oidc-audience": "",
	"token-url": "",
	product: ""
};
/** @param idTokens where the job requests ID tokens; undefined if it may not. */
function readPlatform(inputs, idTokens) {
	return {
		...readConnection(inputs, idTokens),
		product: readProduct(inputs).text
	};
}
/** All but the product, for an action whose other inputs may name the product as well. */
function readConnection(inputs, idTokens) {
	return {
		apiUrl: readApiUrl(inputs),
		credential: readCredential(inputs, idTokens)
	};
}

// build/js/inputs/policy.js
/** The policy on findings: what fails the step once the scan has completed. */
/**
* The inputs that turn the policy on. An expression that evaluates to nothing must not turn it off.
*/
const SWITCHES = ["fail-on-severity", "fail-on-kev"];
/** What turns each of them off. */
const OFF = {
	"fail-on-severity": "none",
	"fail-on-kev": "false"
};
/** The inputs that have no effect without it. */
const DETAILS = [
	"fail-on-status",
	"baseline-image",
	"on-findings",
	"on-incomplete"
];
function readOnIncomplete(inputs) {
	return readChoice(inputs, "on-incomplete", ["fail", "warn"]);
}
/**
* @param own what the actions do not read alike.
* @param details the inputs that have no effect without a policy.
* @returns undefined if findings decide nothing.
*/
function readPolicy(inputs, own, details = DETAILS) {
	const { report, isEmpty, isSet } = inputs;
	const threshold = readChoice(inputs, "fail-on-severity", THRESHOLDS);
	const failOnKev = readBoolean(inputs, "fail-on-kev");
	for (const input of SWITCHES) if (isEmpty(input)) report(input, `is empty: check the variable it comes from, or set it to ${OFF[input]} to turn it off`);
	if (!(threshold !== "none" || failOnKev || SWITCHES.some(isEmpty))) {
		for (const input of details) if (isSet(input, isSameSetting)) report(input, "has no effect without `fail-on-severity` or `fail-on-kev`: set one of them");
		return;
	}
	return {
		threshold,
		failOnKev,
		statuses: readStatuses(inputs),
		...own
	};
}
/** Whether two values mean the same, so that a default in other words is one. */
function isSameSetting(one, other) {
	const [words, others] = [one, other].map((text) => `${entriesOf(text).map(fold).sort()}`);
	return words === others;
}
function readStatuses({ value, report }) {
	const text = value("fail-on-status");
	const given = entriesOf(text);
	const isGiven = (status) => given.some((word) => fold(word) === fold(status));
	const statuses = FINDING_STATUSES.filter(isGiven);
	const unknown = [...new Set(given)].filter((word) => !statuses.some((known) => fold(known) === fold(word)));
	const quotes = unknown.map(quotesProblem).find((problem) => problem !== void 0);
	const choices = `use ${listOr(FINDING_STATUSES)}, separated by commas`;
	const verb = unknown.length === 1 ? "is" : "are";
	if (quotes !== void 0) report("fail-on-status", quotes);
	else if (unknown.length > 0) report("fail-on-status", `${unknown.map(quote).join(" and ")} ${verb} unknown: ${choices}`);
	else if (statuses.length === 0) report("fail-on-status", `${quote(text)} names no status: ${choices}`);
	return statuses;
}

// build/js/steps/wait/deferral-inputs.js
/** The inputs of a deferred wait: `github-token`, `status-context` and `settle-within`. */
/** @returns undefined without `on-timeout: defer`. */
function readDeferral(inputs, waiting, trigger) {
	const { isSet, report } = inputs;
	if (waiting.onTimeout !== "defer") {
		for (const input of ["status-context", "settle-within"]) if (isSet(input)) report(input, "has no effect without `on-timeout: defer`: remove it");
		return;
	}
	checkTrigger(inputs, trigger);
	const settleWithinMs = readDuration(inputs, "settle-within");
	if (settleWithinMs > 0 && settleWithinMs <= waiting.timeoutMs) report("settle-within", `must be longer than \`timeout\` (${formatExact(waiting.timeoutMs)}): both count from the start of this step`);
	if (waiting.reports.length > 0) report("reports", "cannot be combined with `on-timeout: defer`: remove one of the two");
	checkSize(inputs, waiting, settleWithinMs);
	const [githubToken, context] = [readGitHubToken(inputs), readStatusContext(inputs)];
	return {
		githubToken,
		context,
		settleWithinMs
	};
}
/** A status that no sweep finds would be pending forever. */
function checkTrigger({ report }, trigger) {
	const why = hiddenCommit(trigger);
	if (why === void 0) return;
	const [what, instead] = why === "tag" ? ["on a tag, where no sweep looks", "run on a branch or a pull request"] : [`in a run of ${quote(trigger.event)}, which has no commit of its own`, "run on the branch or pull request"];
	report("on-timeout", `defer does not work ${what}: ${instead}, or use fail or warn`);
}
/** Room for the address of the run, and for a scan's ID, which is a ULID. */
const [SAMPLE_PAGE, SAMPLE_ID] = ["x".repeat(200), "x".repeat(26)];
/** Everything that a deferred wait needs must fit in the address of a commit status. */
function checkSize({ report, hasProblem }, waiting, settleWithinMs) {
	if ([
		"image",
		"scan",
		"baseline-image"
	].some(hasProblem)) return;
	const { imageIds, scanId = SAMPLE_ID, policy, baseline, product } = waiting;
	const baselineImageId = baseline?.kind === "base-branch" ? SAMPLE_ID : baseline?.imageId;
	const strange = [
		...imageIds,
		scanId,
		baselineImageId
	].filter((id) => id !== void 0).find((id) => id !== "" && !isCarriable(id));
	if (imageIds.length > 10) report("image", `has ${imageIds.length} images, and \`on-timeout: defer\` allows at most ${10}: split them across steps`);
	else if (strange !== void 0) report("image", `${quote(strange)} is not an ID that \`on-timeout: defer\` can carry`);
	else {
		const { length } = toTargetUrl(SAMPLE_PAGE, {
			runId: "1".repeat(12),
			attempt: "1",
			productId: isUlid(product) ? product : SAMPLE_ID,
			images: imageIds.map((imageId) => ({
				imageId,
				scanId,
				baselineImageId
			})),
			isHandedOver: true,
			policy,
			leftMs: settleWithinMs,
			nonce: "x".repeat(12),
			commit: "x".repeat(12)
		});
		if (length > 1e3) report("image", "has IDs that do not fit in a commit status: wait for fewer images per step" + (baseline === void 0 ? "" : " (with `baseline-image`, at most 8)"));
	}
}

// build/js/steps/wait/evidence/inputs.js
/** @returns the reports in the order of the table, each once; none if the input is empty. */
function readReports({ value, report }) {
	const given = entriesOf(value("reports"));
	const names = new Set(given.map((word) => word.toLowerCase()));
	const unknown = new Set(given.filter((word) => !REPORTS.some((name) => name === word.toLowerCase())));
	if (unknown.size > 0) {
		const verb = unknown.size === 1 ? "is" : "are";
		const choices = `use ${listOr(REPORTS)}, separated by commas`;
		report("reports", `${[...unknown].map(quote).join(" and ")} ${verb} unknown: ${choices}`);
	}
	return REPORTS.filter((name) => names.has(name));
}

// build/js/steps/wait/settings.js
/** The action's inputs with their defaults, and the settings that they become. */
/**
* Every input with its default, as in action.yml; an empty optional input means its default. The
* default of `github-token` is an expression, which the runner evaluates.
*/
const INPUTS = {
	...PLATFORM_INPUTS,
	image: "",
	scan: "",
	"created-after": "",
	timeout: "2h",
	"poll-interval": "auto",
	"appearance-timeout": "5m",
	"max-outage": "15m",
	"on-timeout": "fail",
	"fail-on-severity": "none",
	"fail-on-kev": "false",
	"fail-on-status": "new,inProgress",
	"baseline-image": "",
	"on-findings": "fail",
	"on-incomplete": "fail",
	reports: "",
	"github-token": "",
	"status-context": "binarly-scan",
	"settle-within": "24h"
};

// build/js/steps/wait/inputs.js
/**
* @param get returns a trimmed input by name, empty if it is not set.
* @param idTokens where the job requests ID tokens; undefined if it may not.
* @param trigger what started the run.
*/
function readInputs(get, idTokens, trigger = {
	event: "",
	ref: ""
}) {
	return readAll(get, INPUTS, (inputs) => readSettings(inputs, idTokens, trigger));
}
function readSettings(inputs, idTokens, trigger) {
	const connection = readConnection(inputs, idTokens);
	const { baseline, ...ids } = readIds(inputs);
	const waiting = {
		...connection,
		...ids,
		createdAfter: readInstant(inputs, "created-after"),
		timeoutMs: readDuration(inputs, "timeout"),
		pollInterval: readPollInterval(inputs),
		appearanceTimeoutMs: readDuration(inputs, "appearance-timeout"),
		maxOutageMs: readDuration(inputs, "max-outage"),
		onTimeout: readChoice(inputs, "on-timeout", [
			"fail",
			"warn",
			"defer"
		]),
		policy: readPolicy(inputs, {
			onFindings: readChoice(inputs, "on-findings", ["fail", "warn"]),
			onIncomplete: readOnIncomplete(inputs)
		}),
		baseline: baseline?.kind === "base-branch" ? {
			...baseline,
			githubToken: readGitHubToken(inputs)
		} : baseline,
		reports: readReports(inputs)
	};
	const settings = {
		...waiting,
		deferral: readDeferral(inputs, waiting, trigger)
	};
	checkCombinations(inputs, settings);
	return settings;
}
function checkCombinations({ value, report }, { scanId, imageIds }) {
	if (scanId === void 0) return;
	if (value("created-after") !== "") report("created-after", "cannot be combined with `scan`: remove one of the two");
	if (imageIds.length > 1) report("scan", "names one scan, but `image` has several lines: give one image, or remove `scan`");
}

// build/js/steps/write-summary.js
/**
* A summary that cannot be made or written is a note in the log.
* @param summary returns it as Markdown.
*/
async function writeSummary(summary, workflow) {
	try {
		await workflow.summary(summary());
	} catch (error) {
		const why = describeThrown(error);
		workflow.info(`Could not write the job summary (${why}). This does not change the result.`);
	}
}

// build/js/steps/wait/findings-file.js
/** The content of `findings-file`: every blocking finding, for later steps. */
/**
* A JSON array with a line for each finding, in parts that are small enough for memory.
* @returns undefined if no image was judged.
*/
function findingsFile(records) {
	return records.some(({ judgement }) => judgement !== void 0) ? partsOf$1(records) : void 0;
}
function* partsOf$1(records) {
	let separator = "[\n";
	for (const { imageId, judgement } of records) for (const finding of judgement?.blocking ?? []) {
		yield separator + lineOf(imageId, finding);
		separator = ",\n";
	}
	yield separator === "[\n" ? "[]\n" : "\n]\n";
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
		findingStatus: statusOf$1(finding) ?? finding.status ?? null,
		identifiers: finding.identifiers,
		isKev: finding.isKev,
		componentName: finding.componentName ?? null,
		knownFixedVersion: finding.knownFixedVersion ?? null,
		...finding.side === void 0 ? {} : { compareSide: finding.side }
	};
	return JSON.stringify(fields).replaceAll("##[", "##\\u005b");
}

// build/js/steps/wait/evidence/sarif-names.js
/** What an image is called in SARIF: its name, or its ID if it has none. */
function imageNameOf({ imageId, name }) {
	return printable(name) || printable(imageId);
}
/**
* The name as a relative URI that leads nowhere else: no scheme, no leading slash, no step up.
* Never empty.
*/
function locationOf(image) {
	return uriOf(imageNameOf(image)) || uriOf(printable(image.imageId)) || "image";
}
function uriOf(name) {
	return name.split("/").filter((segment) => !/^\.*$/.test(segment)).map((segment) => encodeURIComponent(segment).replace(/[!'()*]/g, percent)).join("/");
}
function percent(character) {
	return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

// build/js/steps/wait/evidence/sarif-rules.js
/** Findings as SARIF sees them: the rule that one breaks, how grave it is, and its words. */
/** An unknown severity counts as the worst, as in the policy. */
const GRADES = {
	critical: {
		score: 9.5,
		level: "error"
	},
	high: {
		score: 8,
		level: "error"
	},
	medium: {
		score: 5.5,
		level: "warning"
	},
	low: {
		score: 2,
		level: "note"
	},
	unspecified: {
		score: 0,
		level: "note"
	},
	unknown: {
		score: 9.5,
		level: "error"
	}
};
function gradeOf(finding) {
	return GRADES[severityOf(finding) ?? "unknown"];
}
/** The finding's name in the first catalog that has one; else its type. */
function ruleIdOf({ identifiers, type }) {
	return CATALOGS.flatMap((catalog) => identifiers.map((entry) => entry[catalog] ?? "")).map((name) => printable(name)).find((name) => name !== "") ?? typeOf(type);
}
function typeOf(type) {
	return printable(type ?? "") || "uncategorized";
}
/** For example `Heap overflow in openssl, fixed in 3.0.14`. */
function messageOf(finding) {
	const { componentName, knownFixedVersion } = finding;
	const where = componentName === void 0 ? "" : ` in ${plain(componentName, 80)}`;
	const fixed = knownFixedVersion === void 0 ? "" : `, fixed in ${plain(knownFixedVersion, 80)}`;
	return `${titleOf(finding)}${where}${fixed}`;
}
function titleOf({ displayName, name, id }) {
	return plain(displayName ?? name ?? id, 200);
}
/**
* Text from outside as a SARIF message: no link (SARIF 2.1.0, 3.11.6) and no placeholder (3.11.5).
*/
function plain(text, longest) {
	return printable(text, longest).replaceAll("](", "] (").replace(/[{}]/g, "$&$&");
}

// build/js/steps/wait/evidence/sarif.js
/** GitHub rejects a file with more. */
const MOST_RUNS = 20;
/** GitHub ignores the others. */
const MOST_RESULTS = 5e3;
/** GitHub rejects a file that is larger when compressed; the frame of the runs needs little. */
const MOST_BYTES = 99e5;
/** How many findings are compressed together to see how much room they need. */
const BATCH = 500;
const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
/**
* @param mostBytes room in the compressed file.
* @returns undefined unless every image was judged, because code scanning closes the alerts that
* are missing from a file. It never closes those of a category that no later file has, which is why
* there is no file either if a name is not known.
*/
function sarifOf(records, mostBytes = MOST_BYTES) {
	const judged = records.flatMap(({ imageId, details, judgement }) => judgement === void 0 ? [] : [{
		imageId,
		details,
		findings: judgement.blocking
	}]);
	if (judged.length === 0 || judged.length < records.length) return void 0;
	const named = judged.flatMap(({ details, ...image }) => details === void 0 ? [] : [{
		...image,
		name: details.name
	}]);
	const unnamed = judged.filter(({ details }) => details === void 0);
	if (unnamed.length > 0) return { unnamed: unnamed.map(({ imageId }) => imageId) };
	const images = withCategories(named).toSorted((a, b) => Number(b.findings.length > 0) - Number(a.findings.length > 0)).slice(0, 20);
	let bytes = mostBytes;
	const runs = images.map((image, index) => {
		const room = bytes / (images.length - index);
		const { kept, used } = fitting(image.findings.slice(0, MOST_RESULTS), image.uri, room);
		bytes -= used;
		return {
			...image,
			findings: kept
		};
	});
	const all = images.reduce((total, { findings }) => total + findings.length, 0);
	const kept = runs.reduce((total, { findings }) => total + findings.length, 0);
	return {
		parts: partsOf(runs),
		left: {
			findings: all - kept,
			images: judged.length - images.length
		}
	};
}
/** GitHub rejects a file with two runs of one category, so equal names are numbered. */
function withCategories(images) {
	const taken = /* @__PURE__ */ new Set();
	return images.map(({ findings, ...image }) => {
		const name = imageNameOf(image);
		let free = name;
		for (let number = 2; taken.has(free); number += 1) free = `${name} (${number})`;
		taken.add(free);
		return {
			category: `binarly/${free}/`,
			uri: locationOf(image),
			findings
		};
	});
}
/**
* The first findings that fit. In the file, rules and results are far apart, so neither makes the
* other smaller; in pieces, they need at least as much as in one file.
*/
function fitting(findings, uri, room) {
	let used = 0;
	for (let start = 0; start < findings.length; start += BATCH) {
		const batch = findings.slice(start, start + BATCH);
		const rules = [...rulesOf(batch)].map(([id, worst]) => ruleOf(id, worst));
		const results = batch.map((it, index) => resultOf$1(it, start + index, uri));
		const bytes = compressedBytes(rules) + compressedBytes(results);
		if (used + bytes > room) return {
			kept: findings.slice(0, start),
			used
		};
		used += bytes;
	}
	return {
		kept: findings,
		used
	};
}
function compressedBytes(lines) {
	return process.getBuiltinModule("node:zlib").gzipSync(lines.join("\n")).length;
}
function* partsOf(runs) {
	yield `{"$schema":"${SCHEMA}","version":"2.1.0","runs":[`;
	let separator = "\n";
	for (const run of runs) {
		yield separator;
		yield* partsOfRun(run);
		separator = ",\n";
	}
	yield "\n]}\n";
}
function* partsOfRun({ category, uri, findings }) {
	const rules = rulesOf(findings);
	const indexes = new Map([...rules.keys()].map((id, index) => [id, index]));
	yield "{\"tool\":{\"driver\":{\"name\":\"Binarly Transparency Platform\",";
	yield "\"informationUri\":\"https://docs.binarly.io\",\"rules\":[";
	yield* separated(rules, ([id, worst]) => ruleOf(id, worst));
	yield `]}},"automationDetails":${json({ id: category })},"results":[`;
	yield* separated(findings, (it) => resultOf$1(it, Number(indexes.get(ruleIdOf(it))), uri));
	yield "]}";
}
function* separated(items, write) {
	let separator = "\n";
	for (const item of items) {
		yield separator + write(item);
		separator = ",\n";
	}
}
/** The worst finding of each rule. */
function rulesOf(findings) {
	const rules = /* @__PURE__ */ new Map();
	for (const finding of findings) {
		const id = ruleIdOf(finding);
		const worst = rules.get(id);
		if (worst === void 0 || gradeOf(finding).score > gradeOf(worst).score) rules.set(id, finding);
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
		help: { text: "Fix this finding, or triage it in the Binarly dashboard." },
		defaultConfiguration: { level },
		properties: {
			tags: ["security"],
			"security-severity": score.toFixed(1)
		}
	});
}
/** Code scanning rejects a whole file for one result without a location. */
function resultOf$1(finding, ruleIndex, uri) {
	return json({
		ruleId: ruleIdOf(finding),
		ruleIndex,
		level: gradeOf(finding).level,
		message: { text: messageOf(finding) },
		locations: [{ physicalLocation: {
			artifactLocation: { uri },
			region: { startLine: 1 }
		} }],
		partialFingerprints: { "binarlyFindingId/v1": finding.id }
	});
}
function json(value) {
	return JSON.stringify(value).replaceAll("##[", "##\\u005b");
}

// build/js/report/cut.js
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
	return {
		kept,
		left: texts.length - kept.length
	};
}

// build/js/report/markdown.js
/** Pieces of Markdown that the parts of the summary share. */
/** Text from outside as code; empty if nothing of it is printable. */
function code(text) {
	const line = printable(text, 80);
	return line === "" ? "" : `<code>${escapeMarkdown(line)}</code>`;
}
/**
* Our sentences name inputs in code spans of a single word, or of an input with a word as its
* value (`on-timeout: defer`); those stay, and everything else is escaped.
*/
function plainText(sentence) {
	return sentence.split(/(`[\w-]+(?:: \w+)?`)/).map((part, index) => index % 2 === 1 ? part : escapeMarkdown(part)).join("");
}
/** A row of a table; an empty cell shows a dash. */
function row(cells) {
	return `| ${cells.map((cell) => cell || "–").join(" | ")} |`;
}
/** The product by its name and its ID. */
function productLine({ id, name }) {
	return `Product: ${name === void 0 || name === id ? "" : `${escapeMarkdown(printable(name, 80))} `}${code(id)}`;
}

// build/js/report/findings-tables.js
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
		if (judgement === void 0 || !isSingle && judgement.blocking.length === 0) return [];
		const head = isSingle ? [] : [`Findings in image ${code(imageId)}:`];
		const part = partOf(judgement, hasFile);
		return part.length === 0 ? [] : [[...head, ...part].join("\n\n")];
	});
	const { kept, left } = cutTo(parts, bytes);
	const where = hasFile ? "only in the output `findings-file`" : "not shown";
	const rest = `The findings of ${left} more ${countable(left, "image")} are ${where}.`;
	return left === 0 ? kept : [...kept, rest];
}
function partOf(judgement, hasFile) {
	const isCut = judgement.blocking.length > MOST_SHOWN;
	return [...findingsOf(judgement, MOST_SHOWN), ...isCut && hasFile ? ["The file in the output `findings-file` has all of them."] : []];
}
/** The counts by severity, and the worst of the blocking findings: at most so many. */
function findingsOf(judgement, most) {
	const { blocking } = judgement;
	const title = blocking.length > most ? `The ${most} worst of the ${blocking.length} blocking findings:` : "Blocking findings:";
	return [
		...countsTable(judgement),
		...unknownNotes(judgement),
		...blocking.length > 0 ? [title, worstTable(blocking.slice(0, most))] : []
	];
}
/** Without rows of zeros; none if nothing is left. */
function countsTable({ open, comparison }) {
	const columns = [["Open", open], ...comparison === void 0 ? [] : [
		["New", comparison.new],
		["Unchanged", comparison.unchanged],
		["Resolved", comparison.resolved]
	]];
	const rows = [...SEVERITIES, "other"].filter((severity) => columns.some(([, counts]) => counts[severity] > 0)).map((severity) => row([severity, ...columns.map(([, counts]) => `${counts[severity]}`)]));
	if (rows.length === 0) return [];
	const titles = columns.map(([title]) => title);
	return [[...[row(["Severity", ...titles]), `|---|${titles.map(() => "---:|").join("")}`], ...rows].join("\n")];
}
function unknownNotes({ unknownSeverities, unknownStatuses }) {
	const notes = [...unknownSeverities > 0 ? [`${unknownSeverities} of unknown severity`] : [], ...unknownStatuses > 0 ? [`${unknownStatuses} of unknown status`] : []];
	if (notes.length === 0) return [];
	return [`Findings that block because something about them is unknown: ${notes.join(", ")}.`];
}
/** Few columns, so that all of them are in sight on a narrow page. */
function worstTable(findings) {
	const fixed = findings.some(({ knownFixedVersion }) => knownFixedVersion !== void 0) ? ["Fixed in"] : [];
	const titles = [
		"Severity",
		"Finding",
		"Component",
		...fixed
	];
	const rows = findings.map((finding) => row([
		severityCell(finding),
		findingCell(finding),
		cell(finding.componentName, 60),
		...fixed.map(() => cell(finding.knownFixedVersion, 40))
	]));
	return [
		row(titles),
		`|${titles.map(() => "---|").join("")}`,
		...rows
	].join("\n");
}
function cell(text, longest) {
	return text === void 0 ? "" : escapeMarkdown(printable(text, longest));
}
function severityCell({ severity, isKev }) {
	const word = cell(severity, 20);
	return isKev ? `${word || "–"}<br>known exploited` : word;
}
/** The name over the identifiers, unless it is one of them. */
function findingCell({ displayName, name, id, identifiers }) {
	const called = displayName ?? name ?? id;
	const others = identifiers.flatMap((entry) => knownName(entry) ?? entry.gsd ?? []).filter((it) => it !== called);
	const shown = others.slice(0, MOST_IDENTIFIERS).map((it) => cell(it, 40));
	const left = others.length - shown.length;
	const more = left > 0 ? ` and ${left} more` : "";
	return [cell(called, 120), `${shown.join(", ")}${more}`].filter(Boolean).join("<br>");
}

// build/js/report/image-name.js
/** Its name and version; printable, and empty if unknown. */
function displayName({ details }) {
	return printable(`${details?.name ?? ""} ${shortSha(details?.version ?? "")}`, 80);
}
/** In Markdown: its name and version with the ID, or the ID alone if the name is unknown. */
function imageName(record) {
	const [name, id] = [displayName(record), code(record.imageId)];
	return name === "" ? id : `${escapeMarkdown(name)} (${id})`;
}

// build/js/steps/wait/chart.js
/**
* The summary's chart: when the scans ran, as a mermaid `gantt`, which GitHub draws in summaries.
*/
/** The table shows a few scans as well, and with more than 30 the bars are unreadable. */
const [FEWEST, MOST] = [4, 30];
/** Bars within less than this show nothing. */
const SHORTEST_MS = 6e4;
const DAY_MS = 864e5;
/** Below this, bars begin and end within a few minutes, so the ticks show seconds. */
const SHORT_MS = 6e5;
/**
* @param images in the order of the bars.
* @param nowWallMs where the bar of a running scan ends, in milliseconds since the epoch.
* @returns one block, or none if there is nothing to compare. Omits scans that finished before the
* step began.
*/
function chart(images, nowWallMs) {
	if (images.length < FEWEST || images.length > MOST) return [];
	const bars = images.flatMap((image) => barOf(image, nowWallMs));
	if (bars.length < FEWEST) return [];
	const startMs = Math.min(...bars.map((bar) => bar.startMs));
	const spanMs = Math.max(...bars.map((bar) => bar.endMs)) - startMs;
	if (spanMs < SHORTEST_MS) return [];
	const rows = bars.map((bar) => `    ${bar.label} :${bar.tag}, ${time(bar.startMs)}, ${time(bar.endMs)}`);
	return [[
		"```mermaid",
		"gantt",
		"    title Scan duration (UTC)",
		"    dateFormat YYYY-MM-DD HH:mm:ss",
		`    axisFormat ${axisFormat(spanMs)}`,
		...rows,
		"```"
	].join("\n")];
}
function axisFormat(spanMs) {
	if (spanMs > DAY_MS) return "%m-%d %H:%M";
	return spanMs < SHORT_MS ? "%H:%M:%S" : "%H:%M";
}
function barOf({ record, status }, nowWallMs) {
	const start = record.scan?.createTime;
	if (start === void 0 || record.finishedBefore) return [];
	const finishedMs = parseInstant(finishedAt(record.scan))?.ms ?? nowWallMs;
	const endMs = Math.max(start.ms + 1e3, finishedMs);
	return [{
		label: `${status} ${plainLabel(displayName(record) || record.imageId)}`,
		tag: STATUS_TABLE[status].tag,
		startMs: start.ms,
		endMs
	}];
}
/**
* Letters, digits and a few marks: nothing that mermaid parses as syntax or that ends the block.
*/
function plainLabel(text) {
	return Array.from(text.slice(0, 80)).slice(0, 40).join("").replace(/[^\p{L}\p{N} ._-]/gu, "_");
}
/** No time zone, so that mermaid shows the time as is, wherever the reader is. */
function time(ms) {
	return new Date(ms).toISOString().slice(0, 19).replace("T", " ");
}

// build/js/steps/wait/summary-baselines.js
/** The summary's part on what images were compared with. */
/** Room for the images' lines; GitHub rejects a summary above 1 MiB. */
const LINES_BYTES = 5e4;
/** A sentence for one image, a list for several; only for images whose findings were judged. */
function baselineNotes({ images, madeWallMs }) {
	const judged = images.filter(({ record }) => record.judgement !== void 0);
	const of = (imageId) => images.length === 1 ? void 0 : imageId;
	const lines = judged.flatMap(({ record: { imageId, baseline } }) => {
		if (baseline === void 0) return [];
		return baseline.kind === "image" ? [plainText(comparedSentence(baseline, madeWallMs, of(imageId)))] : [plainText(sentenceOf(reasonWithoutBaseline(imageId, baseline.why)))];
	});
	if (lines.length === 0) return [];
	const { kept, left } = cutTo(lines, LINES_BYTES);
	const more = left === 0 ? [] : [`and ${left} more ${countable(left, "image")}: see the log`];
	return [...images.length === 1 ? lines : [[...kept, ...more].map((line) => `- ${line}`).join("\n")], ...hintOf(judged, madeWallMs)];
}
/** Once, if an image has new findings and what it was compared with was scanned long ago. */
function hintOf(judged, nowMs) {
	return judged.flatMap(({ record: { baseline, judgement } }) => {
		return judgement?.blocking.length === 0 ? [] : staleHint(baseline, nowMs) ?? [];
	}).slice(0, 1).map(plainText);
}

// build/js/steps/wait/summary-counts.js
/** What follows the number of findings in CISA KEV. */
const SPELLED_OUT = "known to be exploited (CISA KEV)";
/** For several images, explains once what their counts abbreviate. */
function kevNote(images) {
	const hasKev = images.some(({ record }) => (record.details?.findings?.kev ?? 0) > 0);
	return images.length > 1 && hasKev ? ["KEV: known to be exploited (CISA KEV catalog)."] : [];
}
/** The counts are the image's, over all its scans. */
function findingsLine({ counts, kev }, exploited = "KEV") {
	const byType = Object.entries(counts).filter(([, count]) => count > 0).sort(([, one], [, other]) => other - one).map(([type, count]) => `${count} ${escapeMarkdown(countable(count, printable(type, 40)))}`);
	const ofKev = kev === 0 ? "" : `; ${kev} ${exploited}`;
	return `All findings of the image, any status: ${byType.join(", ") || "none"}${ofKev}.`;
}

// build/js/steps/wait/summary-table.js
/** The summary's table: a row for each image. */
/** The widest comes last, so that the others are in sight on a narrow page. */
const COLUMNS = [
	{
		title: "Result",
		cell: resultCell
	},
	{
		title: "Image",
		cell: imageCell
	},
	{
		title: "Findings",
		cell: findingsCell,
		isComparing: true
	},
	{
		title: "Waited",
		cell: ({ record }) => formatDuration(record.waitedMs)
	},
	{
		title: "Already finished",
		cell: ({ record }) => record.finishedBefore ? "yes" : "",
		isComparing: true
	},
	{
		title: "Scan (UTC)",
		cell: scanCell
	}
];
/**
* @param images in the order of the rows.
* @param bytes room for the rows.
*/
function imageTable(images, bytes) {
	const columns = COLUMNS.filter(({ isComparing, cell }) => isComparing === void 0 || images.length > 1 && images.some((it) => cell(it) !== ""));
	const rows = images.map((image) => row(columns.map(({ cell }) => cell(image))));
	const { kept, left } = cutTo(rows, bytes);
	const table = [...[row(columns.map(({ title }) => title)), `|${columns.map(() => "---|").join("")}`], ...kept].join("\n");
	if (left === 0) return table;
	const counts = countsOf(images.slice(kept.length).map(({ status }) => status));
	return `${table}\n\n${`Not shown here: ${left} more ${countable(left, "image")} (${counts}).`} The output \`scans\` has all images.`;
}
/** Includes the state, unless the status already states it. */
function resultCell({ status, green, record }) {
	const { lastState = "" } = record;
	const state = STATUS_TABLE[status].isFinal || lastState === "" ? "" : `, ${code(lastState)}`;
	return `${markOf(status, green)} ${status}${state}`;
}
/** The name over the ID. */
function imageCell({ record }) {
	const name = displayName(record);
	const id = code(record.imageId);
	return name === "" ? id : `${escapeMarkdown(name)}<br>${id}`;
}
function findingsCell({ record }) {
	const findings = record.details?.findings;
	if (findings === void 0) return "";
	const total = Object.values(findings.counts).reduce((sum, count) => sum + count, 0);
	return findings.kev === 0 ? `${total}` : `${total}, ${findings.kev} KEV`;
}
/** When it ran, over its ID: `2026-01-26 15:30:01 – 15:42:10`. */
function scanCell({ record: { scan } }) {
	if (scan === void 0) return code("");
	const [from, to] = [utc(scan.createTime?.text ?? ""), utc(finishedAt(scan))];
	const [day = ""] = from.split(" ");
	const times = `${from} – ${to.startsWith(`${day} `) ? to.slice(day.length + 1) : to}`.trim();
	return from === "" ? code(scan.id) : `${times}<br>${code(scan.id)}`;
}
/** `2026-01-26 15:30:01`; empty for what is not a time. */
function utc(text) {
	const time = parseInstant(text);
	return time === void 0 ? "" : formatUtc(time.ms).replace(" UTC", "");
}

// build/js/steps/wait/summary-timelines.js
/** The summary's timelines. */
/** What happened to each image, folded. @param bytes the room for it, in UTF-8. */
function timelines(images, { settings }, bytes) {
	if (settings === void 0) return [];
	const blocks = images.filter(({ record }) => record.timeline.entries.length > 0).map((image) => timelineOf(image, settings, images.length === 1));
	const { kept, left } = cutTo(blocks, bytes);
	if (kept.length === 0) return [];
	const more = `Not shown here: ${left} more ${countable(left, "image")}. The log has all images.`;
	const rest = left === 0 ? [] : [more];
	return [[
		"<details><summary>Timeline</summary>",
		...kept,
		...rest,
		"</details>"
	].join("\n\n")];
}
function timelineOf(image, settings, isSingle) {
	const { record } = image;
	const { entries, more } = record.timeline;
	const items = entries.map(({ waitedMs, change }) => {
		const clause = plainText(printable(describeChange(change, settings)));
		return `- after ${formatDuration(waitedMs)}: ${clause}`;
	});
	const rest = more === 0 ? [] : [`- and ${more} more ${countable(more, "change")}: see the log`];
	const { findings } = record.details ?? {};
	const found = findings ? [`- ${findingsLine(findings)}`] : [];
	const lines = [
		...items,
		...rest,
		...lineOfEnd(image)
	];
	return (isSingle ? lines : [
		`${code(record.imageId)}\n`,
		...lines,
		...found
	]).join("\n");
}
/** When the wait ended, unless the scan's last state or the findings say so already. */
function lineOfEnd({ record, status }) {
	const { ended, waitedMs } = record;
	return ended === void 0 || STATUS_TABLE[status].isFinal ? [] : [`- after ${formatDuration(waitedMs)}: ${status}`];
}

// build/js/steps/wait/summary.js
/**
* The job summary: the verdict first, then what happened and what to do, then the table, a
* chart, and the timeline, folded.
*/
/**
* GitHub rejects a step's summary above 1 MiB as a whole (its docs: job summaries). Everything that
* does not grow with the number of images is a few KiB together.
*/
const ROOM$1 = {
	table: 5e5,
	findings: 1e5,
	timelines: 4e5
};
/**
* @returns Markdown in which nothing from outside renders; at most, a single word in backticks
* shows as code.
*/
function summaryOf(report) {
	return `${summaryBlocks(report, ROOM$1).join("\n\n")}\n`;
}
/** The summary in blocks, each of which is valid Markdown on its own. */
function summaryBlocks(report, room) {
	const { status, settings } = report;
	const images = report.images.toSorted((a, b) => gravity(a) - gravity(b));
	const [first, ...others] = images;
	const single = others.length === 0 ? first : void 0;
	return [
		`## ${markOf(status, report.green)} ${report.headline}`,
		...single === void 0 ? reasons(images, report) : reasonBlock(report),
		...letPassNotes(report),
		...policyNote(report),
		...report.product === void 0 ? [] : [productLine(report.product)],
		...images.length > 0 ? [imageTable(images, room.table)] : [],
		...kevNote(images),
		...single?.record.finishedBefore ? [finishedBeforeNote(single.record)] : [],
		...findingsParts(images.map(({ record }) => record), room.findings, report.unwritten?.name !== "findings-file"),
		...baselineNotes(report),
		...unwrittenNote(report),
		...chart(images, report.madeWallMs),
		...single?.record.details?.findings ? [findingsLine(single.record.details.findings, SPELLED_OUT)] : [],
		...timelines(images, report, room.timelines),
		...settings === void 0 ? [] : [`Dashboard: <${settings.apiUrl}>`]
	];
}
/** Whether findings were checked, once all scans have completed. */
function policyNote({ status, settings, images }) {
	if (status !== "completed" || settings === void 0) return [];
	const { policy } = settings;
	return [policy === void 0 ? "Findings were not checked: set `fail-on-severity`." : plainText(passedLine(policy, comparedWith(images)))];
}
/** @returns undefined if nothing was compared; empty if only some images were. */
function comparedWith(images) {
	const ids = images.flatMap(({ record }) => baselineIdOf(record.baseline) ?? []);
	const [first] = ids;
	if (first === void 0 || ids.length < images.length) return first && "";
	return images.length === 1 ? `image ${printable(first)}` : "the base branch";
}
/** What could not be written, unless the step is red for that. */
function unwrittenNote({ unwritten, reason }) {
	const sentence = unwritten && sentenceOf(unwritten.reason);
	return sentence === void 0 || sentence === reason ? [] : [plainText(sentence)];
}
function letPassNotes({ green, images }) {
	const note = (status, input) => green && images.some((image) => image.status === status) ? [`The step is green anyway, because \`${input}\` is \`warn\`.`] : [];
	const contradictions = green ? contradictionsIn(images.map(({ record }) => record)).map(plainText) : [];
	return [
		...note("findings", "on-findings"),
		...note("timed-out", "on-timeout"),
		...contradictions
	];
}
function gravity({ status }) {
	return STATUSES.indexOf(status);
}
/** The reasons of the images, after the step's own reason if no image has the step's status. */
function reasons(images, report) {
	return [...images.some((image) => image.status === report.status) ? [] : reasonBlock(report), ...adviceByGroup(images)];
}
/** One sentence is a paragraph; several problems with inputs are a list below their headline. */
function reasonBlock({ reasonLines: [first, ...others] }) {
	if (first === void 0) return [];
	return [[plainText(first), ...others.map((line) => `- ${plainText(line)}`)].join("\n")];
}
/** Each piece of advice once, with the first image that needs it. */
function adviceByGroup(images) {
	const items = [...Map.groupBy(images, ({ status, reason }) => `${status}: ${reason?.advice}`).values()].flatMap(([first, ...others]) => {
		if (first?.reason === void 0) return [];
		const { status, record, reason } = first;
		const image = `image ${imageName(record)}`;
		const subject = others.length === 0 ? capitalize(image) : `The first of them, ${image}`;
		const counts = countsOf([first, ...others].map((image) => image.status));
		return [`${`- ${markOf(status, first.green)} **${counts}.** ${subject}`}: ${plainText(sentenceOf(reason))}`];
	});
	return items.length === 0 ? [] : [items.join("\n")];
}

// build/js/steps/wait/evidence/summary-file.js
/** GitHub refuses a comment of more than 65,536; the rest is room for a marker of the workflow. */
const MOST_CHARACTERS = 65e3;
/** For a summary that must be cut, in bytes of UTF-8: no text has more characters than bytes. */
const ROOM = {
	table: 2e4,
	findings: 2e4,
	timelines: 12e3
};
const NOTE = "Some parts are left out here, because a comment has little room: see the job summary.";
function summaryFile(report) {
	const whole = summaryOf(report);
	if (whole.length <= 65e3) return whole;
	return fitted(summaryBlocks(report, ROOM), MOST_CHARACTERS);
}
/** Leaves out whole blocks, because half a table or an open `<details>` is no valid Markdown. */
function fitted(blocks, most) {
	const whole = joined(blocks);
	if (whole.length <= most) return whole;
	const kept = [];
	for (const block of blocks) if (joined([
		...kept,
		block,
		NOTE
	]).length <= most) kept.push(block);
	return joined([...kept, NOTE]);
}
function joined(blocks) {
	return `${blocks.join("\n\n")}\n`;
}

// build/js/steps/wait/evidence/verdict-file.js
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
	if (settings === void 0) return void 0;
	const tests = images.map((image) => ({
		result: resultOf(image, settings),
		text: testOf(image)
	}));
	const those = (result) => tests.filter((test) => test.result === result).map(({ text }) => text);
	const predicate = {
		result: overall(report.green, tests.map(({ result }) => result)),
		configuration: [{
			name: "binarly-policy",
			content: policyOf(settings, images, product?.id ?? "")
		}],
		...pageUrl === void 0 ? {} : { url: pageUrl },
		passedTests: those("PASSED"),
		warnedTests: those("WARNED"),
		failedTests: those("FAILED")
	};
	return `${JSON.stringify(predicate, void 0, 2).replaceAll("##[", "##\\u005b")}\n`;
}
/** A red step failed, whatever the images are. */
function overall(isGreen, results) {
	if (!isGreen || results.includes("FAILED")) return "FAILED";
	return results.includes("WARNED") ? "WARNED" : "PASSED";
}
/** A deferred wait is green, but nothing was concluded. */
function resultOf({ record }, settings) {
	const status = verdictOf(record)?.status;
	if (status === "deferred" || !isGreenImage(record, settings)) return "FAILED";
	const hasContradiction = record.judgement?.contradiction !== void 0;
	return status === "completed" && !hasContradiction ? "PASSED" : "WARNED";
}
function testOf({ record, status }) {
	const { scan, imageId, details } = record;
	const name = printable(`${details?.name ?? ""} ${details?.version ?? ""}`);
	const called = name === "" ? "" : ` (${name})`;
	return `${`scan ${printable(scan?.id ?? "unknown")} of image ${printable(imageId)}`}${called}: ${status}`;
}
function policyOf({ policy, baseline: given }, images, product) {
	const text = JSON.stringify({
		product,
		failOnSeverity: policy?.threshold ?? "none",
		failOnKev: policy?.failOnKev ?? false,
		failOnStatus: policy?.statuses ?? [],
		images: images.map(({ record: { imageId, baseline } }) => {
			return {
				imageId,
				baselineImageId: baselineIdOf(given) ?? baselineIdOf(baseline) ?? ""
			};
		})
	});
	return Buffer.from(text).toString("base64");
}

// build/js/steps/wait/evidence/write-files.js
/** Each writes its file. @returns the path; empty without one. @throws if it cannot be written. */
const WRITE = {
	"findings-file": ({ images }, { file }) => written(findingsFile(images.map(({ record }) => record)), "findings.json", file),
	"sarif-file"({ images }, { file, info }) {
		const sarif = sarifOf(images.map(({ record }) => record));
		const path = written(sarif !== void 0 && "parts" in sarif ? sarif.parts : void 0, "findings.sarif", file);
		for (const line of linesOf(sarif)) info(line);
		return path;
	},
	"summary-file": (report, { file }) => {
		const text = textOfSummary(report);
		return text === void 0 ? "" : file("summary.md", [text]);
	},
	"verdict-file"(report, { file, pageUrl }) {
		const text = verdictFile(report, pageUrl());
		return written(text === void 0 ? void 0 : [text], "verdict.json", file);
	},
	reports: ({ settings }, { folder }) => settings === void 0 || settings.reports.length === 0 ? "" : folder(REPORTS_FOLDER)
};
/** @param attempt calls a function that may throw, and takes note if it does. */
function writeFiles(report, workflow, attempt, names = Object.keys(WRITE)) {
	const paths = {};
	for (const name of names) attempt(name, () => {
		paths[name] = WRITE[name](report, workflow);
	});
	return paths;
}
/** The files that say how the step ended. */
const FILES_OF_THE_END = ["summary-file", "verdict-file"];
/** @returns undefined if a bug keeps it from being made; the note on the job summary says so. */
function textOfSummary(report) {
	try {
		return summaryFile(report);
	} catch {
		return;
	}
}
function written(parts, name, file) {
	return parts === void 0 ? "" : file(name, parts);
}
/** The lines of the log about what the file leaves out. */
function linesOf(sarif) {
	if (sarif === void 0) return [];
	if ("unnamed" in sarif) {
		const [first = ""] = sarif.unnamed;
		return [`No SARIF file: the name of image ${first} could not be read, and code scanning would never close alerts without it.`];
	}
	const { findings, images } = sarif.left;
	const be = (count) => count === 1 ? "is" : "are";
	return [...findings > 0 ? [`The SARIF file has only the worst findings: ${findings} ${be(findings)} over the limits of GitHub.`] : [], ...images > 0 ? [`The SARIF file has only ${20} images, the limit of GitHub: ${images} ${be(images)} left out.`] : []];
}

// build/js/steps/wait/outputs.js
/** The action's outputs, made from the report. All of them are shell-safe. */
const OUTPUTS = [
	"status",
	"scan-id",
	"product-id",
	"image-id",
	"state",
	"reason",
	"created-at",
	"finished-at",
	"waited-seconds",
	"findings-file",
	"sarif-file",
	"summary-file",
	"verdict-file",
	"reports",
	"scans"
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
		"scan-id": shellSafeText(first?.scanId ?? ""),
		"product-id": shellSafeText(report.product?.id ?? ""),
		"image-id": shellSafeText(first?.imageId ?? ""),
		state: shellSafeText(first?.state ?? ""),
		reason: shellSafeSentence(report.reason),
		"created-at": shellSafeText(first?.createdAt ?? ""),
		"finished-at": shellSafeText(first?.finishedAt ?? ""),
		"waited-seconds": String(wholeSeconds(waitedMsOf(report))),
		"findings-file": shellSafeText(files["findings-file"] ?? ""),
		"sarif-file": shellSafeText(files["sarif-file"] ?? ""),
		"summary-file": shellSafeText(files["summary-file"] ?? ""),
		"verdict-file": shellSafeText(files["verdict-file"] ?? ""),
		reports: shellSafeText(files.reports ?? ""),
		scans: shellSafeJson(scans)
	};
}
function scanOutputOf({ record, status, reason }, report) {
	const { imageId, scan, lastState = "", details, waitedMs, polls } = record;
	return {
		productId: report.product?.id ?? "",
		imageId,
		imageName: details?.name ?? "",
		imageVersion: details?.version ?? "",
		scanId: scan?.id ?? report.settings?.scanId ?? "",
		status,
		state: firstCharacters(lastState, LONGEST_STATE),
		reason: reason === void 0 ? "" : sentenceOf(reason),
		createdAt: scan?.createTime?.text ?? "",
		finishedAt: finishedAt(scan),
		waitedSeconds: wholeSeconds(waitedMs),
		polls,
		findings: details?.findings ?? null,
		gate: gateOf(record)
	};
}
function gateOf({ judgement, baseline }) {
	if (judgement === void 0) return null;
	const { open, blocking } = judgement;
	return {
		open,
		blocking: blocking.length,
		baselineImageId: baselineIdOf(baseline) ?? ""
	};
}
/** An undocumented state may be any text of any length. */
const LONGEST_STATE = 1e3;
function firstCharacters(text, most) {
	return Array.from(text.slice(0, most * 2)).slice(0, most).join("");
}
function wholeSeconds(ms) {
	return Math.floor(ms / 1e3);
}

// build/js/steps/wait/warnings.js
/** What a step that is green warns of. */
/** The sentences of a green report that deserve a warning: at most one of each kind. */
function warningsOf({ images, green }) {
	if (!green) return [];
	return [...["findings", "timed-out"].filter((status) => images.some((image) => image.status === status)).map((status) => reasonOver(images, status)), ...contradictionsIn(images.map(({ record }) => record))];
}

// build/js/steps/wait/publish.js
/**
* Writes the outputs, the summary and the annotation. A summary that cannot be written is a note in
* the log; an output that cannot be written makes the step red, because later steps would read
* nothing.
* @returns the exit code: 0 if the report is green and its outputs are written, else 1.
*/
async function publish(report, workflow) {
	const unwritten = writeOutputs(report, workflow);
	if (unwritten === void 0) return conclude(report, workflow);
	const { reason } = unwritten;
	if (report.green) return conclude(corrected({
		...withError(report, reason),
		unwritten
	}, workflow), workflow);
	workflow.info(sentenceOf(reason));
	return conclude({
		...report,
		unwritten
	}, workflow);
}
async function conclude(report, workflow) {
	await writeSummary(() => summaryOf(report), workflow);
	if (report.green) {
		for (const warning of warningsOf(report)) workflow.warning(warning);
		return 0;
	}
	if (report.status !== "interrupted") workflow.fail(report.reasonLines);
	return 1;
}
/** @returns undefined if all were written, else which one failed, and why. */
function writeOutputs(report, workflow) {
	let unwritten;
	const attempt = (name, write) => {
		try {
			write();
		} catch (error) {
			unwritten ??= {
				name,
				reason: reasonOfUnwritten(name, error)
			};
		}
	};
	const outputs = outputsOf(report, writeFiles(report, workflow, attempt));
	for (const name of OUTPUTS) attempt(name, () => workflow.output(name, outputs[name]));
	return unwritten;
}
/** Rewrites what no longer holds: the runner takes the last value of an output. */
function corrected(report, workflow) {
	const files = writeFiles(report, workflow, attemptOnly, FILES_OF_THE_END);
	const outputs = outputsOf(report, files);
	for (const name of [
		"status",
		"reason",
		...FILES_OF_THE_END
	]) attemptOnly(name, () => workflow.output(name, outputs[name]));
	return report;
}
function attemptOnly(_, write) {
	try {
		write();
	} catch {}
}

// build/js/steps/wait/main.js
/** The waiting step, as a table of contents: read the inputs, wait for the images, report. */
function createAction(runtime) {
	const { workflow, clock, trigger } = runtime;
	/** What is known so far, for the report of a crash. */
	let running;
	/** The commit status that is pending and must not stay pending. */
	let status;
	async function run(signal) {
		const inputs = await readStepInputs(runtime, (get, idTokens) => readInputs(get, idTokens, trigger));
		if (!inputs.ok) return publish(reportOfProblems(inputs.problems, clock.wallMs()), workflow);
		const step = beginStep(inputs.settings, runtime);
		running = step;
		const compared = await beginBaselines(step, runtime);
		if (!compared.ok) return finish(reportOf(recordsOf(step), snapshotOf(step), compared.reason));
		const begun = await beginStatus(step.settings, signal, runtime);
		if (begun.kind !== "none") status = begun.status;
		if (begun.kind === "failed" && !signal.aborted) return conclude(step, signal, begun.reason);
		await followImages(step, compared.baselines, signal, runtime);
		return conclude(step, signal);
	}
	/**
	* Reports, and gives the commit status its verdict; an interrupted step reports first.
	* @param failed what failed other than an image.
	*/
	async function conclude(step, signal, failed) {
		const { settings } = step;
		const [records, snapshot] = [recordsOf(step), snapshotOf(step)];
		const context = settings.deferral?.context ?? "";
		if (status !== void 0 && canHandOver(records, (it) => isGreenImage(it, settings))) {
			warnOfMissingBaselines(records, step, runtime);
			const { baseline } = settings;
			const { isDone, problem } = await handOverStatus(status, {
				context,
				baseline
			}, records, snapshot.product?.id, signal, workflow);
			return finish(reportOf(isDone ? handOver(records, context) : records, snapshot, problem));
		}
		const report = reportOf(records, snapshot, failed);
		if (status === void 0) return finish(report);
		const code = signal.aborted ? await finish(report) : void 0;
		const problem = await concludeStatus(status, context, report, workflow);
		const final = problem === void 0 ? report : withError(report, failed ?? problem);
		if (code === void 0) return finish(final);
		if (problem !== void 0) workflow.info(final.reason);
		return code;
	}
	function finish(report) {
		for (const line of closingLines(report)) workflow.info(line);
		return publish(report, workflow);
	}
	async function crashed(cause) {
		const report = await publishCrash(cause);
		const context = running?.settings.deferral?.context ?? "";
		if (status !== void 0) await concludeStatus(status, context, report, workflow);
		if (cause instanceof Error) workflow.debug(`${cause.stack}`);
	}
	async function publishCrash(cause) {
		try {
			const known = running && {
				records: recordsOf(running),
				snapshot: snapshotOf(running)
			};
			return await published(reportOfCrash(cause, known, clock.wallMs()));
		} catch {
			const report = await published(reportOfCrash(cause, void 0, clock.wallMs()));
			const scanId = running && firstScanIdOf(running);
			if (scanId !== void 0) writeScanId(scanId, workflow);
			return report;
		}
	}
	async function published(report) {
		await publish(report, workflow);
		return report;
	}
	return {
		run,
		crashed
	};
}

// build/js/start.js
/** Connects the actions to the real world: the runner, the clock, the network. */
const USER_AGENT = "wait-for-binarly-scan";
/**
* How long Node tries one address of a host before the next, in milliseconds. Its default of 250 ms
* makes every connection fail on a slow link without IPv6.
*/
const ADDRESS_ATTEMPT_MS = 5e3;
/** Requests for details that may be under way at once, in addition to the polls. */
const DETAIL_REQUESTS_AT_ONCE = 4;
/** The wait is in the bundle. The others load only when they run, so that it starts faster. */
const ACTIONS = {
	wait: async () => createAction,
	settle: async () => (await __nccwpck_require__.e(/* import() */ 210).then(__nccwpck_require__.bind(__nccwpck_require__, 210))).createSettleAction,
	upload: async () => (await __nccwpck_require__.e(/* import() */ 416).then(__nccwpck_require__.bind(__nccwpck_require__, 416))).createUploadAction
};
/** Runs the step, then ends the process. */
async function start(name) {
	process.noDeprecation = true;
	(0, import_node_net.setDefaultAutoSelectFamilyAttemptTimeout)(ADDRESS_ATTEMPT_MS);
	const action = (await ACTIONS[name]())({
		workflow: connectWorkflow(),
		clock: systemClock,
		http: createHttp(USER_AGENT, systemClock),
		httpForDetails: createHttp(USER_AGENT, systemClock, DETAIL_REQUESTS_AT_ONCE),
		download: createDownload(USER_AGENT, systemClock),
		putFile: createPutFile(USER_AGENT, systemClock),
		workspace: process.env["GITHUB_WORKSPACE"] || process.cwd(),
		github: {
			readRun,
			connect: connectToGitHub,
			newNonce
		},
		random: Math.random,
		trigger: triggerOf(process.env),
		idTokens: idTokenEndpoint(process.env),
		whyCredentialIsMissing,
		ignoredProxy,
		ignoredBypasses
	});
	return runToExit(process, action);
}



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
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
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
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module is referenced by other modules so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(220);
/******/ var __webpack_exports__GITHUB_TROUBLE_MS = __webpack_exports__.Nn;
/******/ var __webpack_exports__OVERRUN_MS = __webpack_exports__.$1;
/******/ var __webpack_exports__PAUSE_MS = __webpack_exports__.y3;
/******/ var __webpack_exports__PLATFORM_INPUTS = __webpack_exports__.Yo;
/******/ var __webpack_exports__SHARED_DESCRIPTION = __webpack_exports__.hK;
/******/ var __webpack_exports__STATUS_TABLE = __webpack_exports__.Km;
/******/ var __webpack_exports___commonJSMin = __webpack_exports__.Ft;
/******/ var __webpack_exports___require = __webpack_exports__.ki;
/******/ var __webpack_exports___toESM = __webpack_exports__.f1;
/******/ var __webpack_exports__adviceOnGitHub = __webpack_exports__.hB;
/******/ var __webpack_exports__after = __webpack_exports__.Pl;
/******/ var __webpack_exports__amountOf = __webpack_exports__.MT;
/******/ var __webpack_exports__applyingOnceTo = __webpack_exports__.tc;
/******/ var __webpack_exports__array = __webpack_exports__.YO;
/******/ var __webpack_exports__askForBase = __webpack_exports__.Ce;
/******/ var __webpack_exports__awaitBaseline = __webpack_exports__.I6;
/******/ var __webpack_exports__baseBranchBaselines = __webpack_exports__.E9;
/******/ var __webpack_exports__baselineIdOf = __webpack_exports__.SN;
/******/ var __webpack_exports__because = __webpack_exports__.xx;
/******/ var __webpack_exports__beginPolling = __webpack_exports__.d8;
/******/ var __webpack_exports__beginRecord = __webpack_exports__.dT;
/******/ var __webpack_exports__blockingCount = __webpack_exports__.f7;
/******/ var __webpack_exports__boolean = __webpack_exports__.zM;
/******/ var __webpack_exports__classifyState = __webpack_exports__.ai;
/******/ var __webpack_exports__code = __webpack_exports__.aY;
/******/ var __webpack_exports__commonBase = __webpack_exports__.xI;
/******/ var __webpack_exports__completedMsOf = __webpack_exports__.dD;
/******/ var __webpack_exports__connect = __webpack_exports__.Ng;
/******/ var __webpack_exports__continueWait = __webpack_exports__.Vi;
/******/ var __webpack_exports__contradictionsIn = __webpack_exports__.QP;
/******/ var __webpack_exports__countBySeverity = __webpack_exports__.Ot;
/******/ var __webpack_exports__countable = __webpack_exports__.Q$;
/******/ var __webpack_exports__countsOf = __webpack_exports__.mQ;
/******/ var __webpack_exports__createImage = __webpack_exports__.mF;
/******/ var __webpack_exports__createStartGrace = __webpack_exports__.R2;
/******/ var __webpack_exports__cutTo = __webpack_exports__.yd;
/******/ var __webpack_exports__describeAbsence = __webpack_exports__.Hw;
/******/ var __webpack_exports__describeCounts = __webpack_exports__.wv;
/******/ var __webpack_exports__describeFailure = __webpack_exports__.Ic;
/******/ var __webpack_exports__describeGitHubProblem = __webpack_exports__.os;
/******/ var __webpack_exports__describeLeftAlone = __webpack_exports__.MN;
/******/ var __webpack_exports__describeProblems = __webpack_exports__.yg;
/******/ var __webpack_exports__describeThrown = __webpack_exports__.YI;
/******/ var __webpack_exports__end = __webpack_exports__._N;
/******/ var __webpack_exports__endedGreen = __webpack_exports__.yj;
/******/ var __webpack_exports__endedRed = __webpack_exports__.yb;
/******/ var __webpack_exports__entriesOf = __webpack_exports__.Mc;
/******/ var __webpack_exports__escapeMarkdown = __webpack_exports__.FV;
/******/ var __webpack_exports__expiryNote = __webpack_exports__._p;
/******/ var __webpack_exports__fallback = __webpack_exports__.Np;
/******/ var __webpack_exports__findingsOf = __webpack_exports__.WX;
/******/ var __webpack_exports__formatBytes = __webpack_exports__.z3;
/******/ var __webpack_exports__formatDuration = __webpack_exports__.a3;
/******/ var __webpack_exports__formatExact = __webpack_exports__.Bo;
/******/ var __webpack_exports__formatUtc = __webpack_exports__.ay;
/******/ var __webpack_exports__givenAs = __webpack_exports__.g;
/******/ var __webpack_exports__givenBaseline = __webpack_exports__.n5;
/******/ var __webpack_exports__hiddenCommit = __webpack_exports__.G4;
/******/ var __webpack_exports__imageDetails = __webpack_exports__.Mt;
/******/ var __webpack_exports__imageList = __webpack_exports__.Op;
/******/ var __webpack_exports__imageName = __webpack_exports__.tO;
/******/ var __webpack_exports__isBusy = __webpack_exports__.A5;
/******/ var __webpack_exports__isCompared = __webpack_exports__.uQ;
/******/ var __webpack_exports__isLoopback = __webpack_exports__.U9;
/******/ var __webpack_exports__isSameId = __webpack_exports__.WB;
/******/ var __webpack_exports__isSameWord = __webpack_exports__.XE;
/******/ var __webpack_exports__judgeFindings = __webpack_exports__.qJ;
/******/ var __webpack_exports__linesOfProblems = __webpack_exports__.X9;
/******/ var __webpack_exports__listStatuses = __webpack_exports__.vM;
/******/ var __webpack_exports__listedImages = __webpack_exports__.ks;
/******/ var __webpack_exports__loginOf = __webpack_exports__.DQ;
/******/ var __webpack_exports__namesBaseBranch = __webpack_exports__.Kh;
/******/ var __webpack_exports__noteProxy = __webpack_exports__.He;
/******/ var __webpack_exports__nullish = __webpack_exports__.cl;
/******/ var __webpack_exports__object = __webpack_exports__.Ik;
/******/ var __webpack_exports__openGitHub = __webpack_exports__.o6;
/******/ var __webpack_exports__optional = __webpack_exports__.lq;
/******/ var __webpack_exports__pLimit = __webpack_exports__.cA;
/******/ var __webpack_exports__plainText = __webpack_exports__.wh;
/******/ var __webpack_exports__printable = __webpack_exports__.g$;
/******/ var __webpack_exports__productLine = __webpack_exports__.GN;
/******/ var __webpack_exports__quote = __webpack_exports__.hD;
/******/ var __webpack_exports__readAll = __webpack_exports__.yw;
/******/ var __webpack_exports__readDetails = __webpack_exports__.LF;
/******/ var __webpack_exports__readDuration = __webpack_exports__.$7;
/******/ var __webpack_exports__readGitHubToken = __webpack_exports__.nC;
/******/ var __webpack_exports__readOnIncomplete = __webpack_exports__.Id;
/******/ var __webpack_exports__readPlatform = __webpack_exports__.Kd;
/******/ var __webpack_exports__readPolicy = __webpack_exports__.T4;
/******/ var __webpack_exports__readStatusContexts = __webpack_exports__.Le;
/******/ var __webpack_exports__readStepInputs = __webpack_exports__.Wn;
/******/ var __webpack_exports__readTargetUrl = __webpack_exports__.rx;
/******/ var __webpack_exports__reasonOfCrash = __webpack_exports__.LW;
/******/ var __webpack_exports__reasonOfRefusal = __webpack_exports__.wd;
/******/ var __webpack_exports__reasonOfUnwritten = __webpack_exports__.y5;
/******/ var __webpack_exports__reasonWithoutBaseline = __webpack_exports__.oh;
/******/ var __webpack_exports__reasonWithoutRun = __webpack_exports__.J;
/******/ var __webpack_exports__record = __webpack_exports__.g1;
/******/ var __webpack_exports__refusedByApi = __webpack_exports__.Q2;
/******/ var __webpack_exports__reportSharing = __webpack_exports__.pW;
/******/ var __webpack_exports__require_node_fs = __webpack_exports__.Bc;
/******/ var __webpack_exports__require_node_http = __webpack_exports__.Hq;
/******/ var __webpack_exports__require_node_https = __webpack_exports__.zK;
/******/ var __webpack_exports__require_node_os = __webpack_exports__.kF;
/******/ var __webpack_exports__require_node_path = __webpack_exports__.Zy;
/******/ var __webpack_exports__require_promises = __webpack_exports__.R3;
/******/ var __webpack_exports__retry = __webpack_exports__.L5;
/******/ var __webpack_exports__retryUntilFound = __webpack_exports__.bP;
/******/ var __webpack_exports__row = __webpack_exports__.nM;
/******/ var __webpack_exports__safeParse = __webpack_exports__.xL;
/******/ var __webpack_exports__scanById = __webpack_exports__.i8;
/******/ var __webpack_exports__sentenceOf = __webpack_exports__.$N;
/******/ var __webpack_exports__shellSafeJson = __webpack_exports__.cy;
/******/ var __webpack_exports__shellSafeSentence = __webpack_exports__.vL;
/******/ var __webpack_exports__shellSafeText = __webpack_exports__.pp;
/******/ var __webpack_exports__shortSha = __webpack_exports__.Fu;
/******/ var __webpack_exports__start = __webpack_exports__.ni;
/******/ var __webpack_exports__string = __webpack_exports__.Yj;
/******/ var __webpack_exports__uploadAddress = __webpack_exports__.M1;
/******/ var __webpack_exports__writeStatus = __webpack_exports__.Kn;
/******/ var __webpack_exports__writeSummary = __webpack_exports__.Sy;
/******/ export { __webpack_exports__GITHUB_TROUBLE_MS as GITHUB_TROUBLE_MS, __webpack_exports__OVERRUN_MS as OVERRUN_MS, __webpack_exports__PAUSE_MS as PAUSE_MS, __webpack_exports__PLATFORM_INPUTS as PLATFORM_INPUTS, __webpack_exports__SHARED_DESCRIPTION as SHARED_DESCRIPTION, __webpack_exports__STATUS_TABLE as STATUS_TABLE, __webpack_exports___commonJSMin as __commonJSMin, __webpack_exports___require as __require, __webpack_exports___toESM as __toESM, __webpack_exports__adviceOnGitHub as adviceOnGitHub, __webpack_exports__after as after, __webpack_exports__amountOf as amountOf, __webpack_exports__applyingOnceTo as applyingOnceTo, __webpack_exports__array as array, __webpack_exports__askForBase as askForBase, __webpack_exports__awaitBaseline as awaitBaseline, __webpack_exports__baseBranchBaselines as baseBranchBaselines, __webpack_exports__baselineIdOf as baselineIdOf, __webpack_exports__because as because, __webpack_exports__beginPolling as beginPolling, __webpack_exports__beginRecord as beginRecord, __webpack_exports__blockingCount as blockingCount, __webpack_exports__boolean as boolean, __webpack_exports__classifyState as classifyState, __webpack_exports__code as code, __webpack_exports__commonBase as commonBase, __webpack_exports__completedMsOf as completedMsOf, __webpack_exports__connect as connect, __webpack_exports__continueWait as continueWait, __webpack_exports__contradictionsIn as contradictionsIn, __webpack_exports__countBySeverity as countBySeverity, __webpack_exports__countable as countable, __webpack_exports__countsOf as countsOf, __webpack_exports__createImage as createImage, __webpack_exports__createStartGrace as createStartGrace, __webpack_exports__cutTo as cutTo, __webpack_exports__describeAbsence as describeAbsence, __webpack_exports__describeCounts as describeCounts, __webpack_exports__describeFailure as describeFailure, __webpack_exports__describeGitHubProblem as describeGitHubProblem, __webpack_exports__describeLeftAlone as describeLeftAlone, __webpack_exports__describeProblems as describeProblems, __webpack_exports__describeThrown as describeThrown, __webpack_exports__end as end, __webpack_exports__endedGreen as endedGreen, __webpack_exports__endedRed as endedRed, __webpack_exports__entriesOf as entriesOf, __webpack_exports__escapeMarkdown as escapeMarkdown, __webpack_exports__expiryNote as expiryNote, __webpack_exports__fallback as fallback, __webpack_exports__findingsOf as findingsOf, __webpack_exports__formatBytes as formatBytes, __webpack_exports__formatDuration as formatDuration, __webpack_exports__formatExact as formatExact, __webpack_exports__formatUtc as formatUtc, __webpack_exports__givenAs as givenAs, __webpack_exports__givenBaseline as givenBaseline, __webpack_exports__hiddenCommit as hiddenCommit, __webpack_exports__imageDetails as imageDetails, __webpack_exports__imageList as imageList, __webpack_exports__imageName as imageName, __webpack_exports__isBusy as isBusy, __webpack_exports__isCompared as isCompared, __webpack_exports__isLoopback as isLoopback, __webpack_exports__isSameId as isSameId, __webpack_exports__isSameWord as isSameWord, __webpack_exports__judgeFindings as judgeFindings, __webpack_exports__linesOfProblems as linesOfProblems, __webpack_exports__listStatuses as listStatuses, __webpack_exports__listedImages as listedImages, __webpack_exports__loginOf as loginOf, __webpack_exports__namesBaseBranch as namesBaseBranch, __webpack_exports__noteProxy as noteProxy, __webpack_exports__nullish as nullish, __webpack_exports__object as object, __webpack_exports__openGitHub as openGitHub, __webpack_exports__optional as optional, __webpack_exports__pLimit as pLimit, __webpack_exports__plainText as plainText, __webpack_exports__printable as printable, __webpack_exports__productLine as productLine, __webpack_exports__quote as quote, __webpack_exports__readAll as readAll, __webpack_exports__readDetails as readDetails, __webpack_exports__readDuration as readDuration, __webpack_exports__readGitHubToken as readGitHubToken, __webpack_exports__readOnIncomplete as readOnIncomplete, __webpack_exports__readPlatform as readPlatform, __webpack_exports__readPolicy as readPolicy, __webpack_exports__readStatusContexts as readStatusContexts, __webpack_exports__readStepInputs as readStepInputs, __webpack_exports__readTargetUrl as readTargetUrl, __webpack_exports__reasonOfCrash as reasonOfCrash, __webpack_exports__reasonOfRefusal as reasonOfRefusal, __webpack_exports__reasonOfUnwritten as reasonOfUnwritten, __webpack_exports__reasonWithoutBaseline as reasonWithoutBaseline, __webpack_exports__reasonWithoutRun as reasonWithoutRun, __webpack_exports__record as record, __webpack_exports__refusedByApi as refusedByApi, __webpack_exports__reportSharing as reportSharing, __webpack_exports__require_node_fs as require_node_fs, __webpack_exports__require_node_http as require_node_http, __webpack_exports__require_node_https as require_node_https, __webpack_exports__require_node_os as require_node_os, __webpack_exports__require_node_path as require_node_path, __webpack_exports__require_promises as require_promises, __webpack_exports__retry as retry, __webpack_exports__retryUntilFound as retryUntilFound, __webpack_exports__row as row, __webpack_exports__safeParse as safeParse, __webpack_exports__scanById as scanById, __webpack_exports__sentenceOf as sentenceOf, __webpack_exports__shellSafeJson as shellSafeJson, __webpack_exports__shellSafeSentence as shellSafeSentence, __webpack_exports__shellSafeText as shellSafeText, __webpack_exports__shortSha as shortSha, __webpack_exports__start as start, __webpack_exports__string as string, __webpack_exports__uploadAddress as uploadAddress, __webpack_exports__writeStatus as writeStatus, __webpack_exports__writeSummary as writeSummary };
/******/ 
