export const id = 416;
export const ids = [416];
export const modules = {

/***/ 416:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createUploadAction: () => (/* binding */ createUploadAction)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(220);


// build/js/steps/upload/files.js
var import_promises = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .require_promises */ .R3)();
var import_node_path = /* @__PURE__ */ (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .__toESM */ .f1)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .require_node_path */ .Zy)(), 1);
/**
* @param text paths and patterns, one a line.
* @param workspace what relative ones are relative to.
*/
async function findFiles(text, workspace) {
	const given = text.split(/\r\n|\n|\r/).map((line) => line.trim()).filter((line) => line !== "");
	if (given.length === 0) return {
		files: [],
		problems: ["is empty: set it to the path of the file to upload"]
	};
	const files = /* @__PURE__ */ new Map();
	const problems = /* @__PURE__ */ new Set();
	for (const line of given) {
		const paths = await pathsOf(line, workspace);
		if (typeof paths === "string") problems.add(paths);
		else for (const path of paths) {
			const file = await lookAt(path, workspace);
			if (typeof file === "string") problems.add(file);
			else if (!files.has(file.real)) files.set(file.real, file);
		}
	}
	return {
		files: [...files.values()].map(withoutReal),
		problems: [...problems]
	};
}
/** @returns absolute paths, or what is wrong. */
async function pathsOf(line, workspace) {
	const path = (0, import_node_path.resolve)(workspace, line);
	const stats = await (0, import_promises.stat)(path).catch(() => void 0);
	if (stats !== void 0) return stats.isDirectory() ? `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(line)} is a folder: name the file in it, or write a pattern like \`*.bin\`` : [path];
	if (!/[*?[{]/.test(line)) return `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(line)} does not exist: check that the build wrote it, relative to the workspace`;
	const found = [];
	for await (const match of (0, import_promises.glob)(line, { cwd: workspace })) {
		const matched = (0, import_node_path.resolve)(workspace, match);
		if (!((await (0, import_promises.stat)(matched).catch(() => void 0))?.isDirectory() === true)) found.push(matched);
	}
	if (found.length > 0) return found.sort();
	return `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(line)} matches no file: check the pattern, relative to the workspace`;
}
/** @returns the file, or what is wrong with it. */
async function lookAt(path, workspace) {
	const inside = (0, import_node_path.relative)(workspace, path);
	const shown = (inside !== "" && !inside.startsWith("..") && !(0, import_node_path.isAbsolute)(inside) ? inside : path).replaceAll("\\", "/");
	try {
		const stats = await (0, import_promises.stat)(path, { bigint: true });
		if (!stats.isFile()) return `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(shown)} is not a regular file`;
		if (stats.size === 0n) return `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(shown)} is empty: check that the build wrote it`;
		await (0, import_promises.access)(path, import_promises.constants.R_OK);
		return {
			path,
			shown,
			stamp: {
				size: Number(stats.size),
				modifiedNs: stats.mtimeNs
			},
			real: await (0, import_promises.realpath)(path)
		};
	} catch (error) {
		const { code } = error;
		if (code === "ENOENT") return `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(shown)} is gone, or links to a file that does not exist: check the build`;
		return `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(shown)} cannot be read (${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(`${code}`)}): check its permissions`;
	}
}
function withoutReal({ path, shown, stamp }) {
	return {
		path,
		shown,
		stamp
	};
}
/** The name of the file itself. */
function filenameOf({ path }) {
	return (0, import_node_path.basename)(path);
}

// build/js/steps/upload/inputs.js
/**
* Every input with its default, as in upload/action.yml. The default of `version` is an expression,
* which the runner evaluates.
*/
const UPLOAD_INPUTS = {
	..._start_js__WEBPACK_IMPORTED_MODULE_0__/* .PLATFORM_INPUTS */ .Yo,
	file: "",
	name: "",
	version: "",
	timeout: "1h",
	"max-outage": "15m"
};
/**
* @param get returns a trimmed input by name, empty if it is not set.
* @param idTokens where the job requests ID tokens; undefined if it may not.
* @param found the files that the input `file` names.
*/
function readUploadInputs(get, idTokens, found) {
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .readAll */ .yw)(get, UPLOAD_INPUTS, (inputs) => ({
		...(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .readPlatform */ .Kd)(inputs, idTokens),
		items: readItems(inputs, found),
		timeoutMs: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .readDuration */ .$7)(inputs, "timeout"),
		maxOutageMs: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .readDuration */ .$7)(inputs, "max-outage")
	}));
}
function readItems(inputs, { files, problems }) {
	for (const problem of problems) inputs.report("file", problem);
	const name = readName(inputs, files);
	const version = readVersion(inputs);
	reportSameNames(inputs, files);
	return files.map((file) => {
		const filename = filenameOf(file);
		return {
			...file,
			filename,
			name: name || filename,
			version
		};
	});
}
/** @returns the name; empty if each file has its own. */
function readName({ value, report }, files) {
	const name = value("name");
	if (name !== "" && files.length > 1) report("name", `works with one file only, but \`file\` names ${files.length}: remove it`);
	if (isUnprintable(name)) report("name", `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(name)} has a character that is not printable`);
	const odd = name === "" ? files.find((file) => isUnprintable(filenameOf(file))) : void 0;
	if (odd !== void 0) report("file", `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(odd.shown)} has a character that is not printable: set \`name\``);
	return name;
}
function readVersion({ value, report }) {
	const version = value("version");
	if (version === "") report("version", "is empty: check the variable it comes from, or remove the input");
	if (isUnprintable(version)) report("version", `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(version)} has a character that is not printable`);
	return version;
}
function isUnprintable(text) {
	return /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(text);
}
function reportSameNames({ report }, files) {
	for (const [filename, same] of Map.groupBy(files, filenameOf)) {
		const [first, second] = same;
		if (first === void 0 || second === void 0) continue;
		report("file", `names two files called ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(filename)}, ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(first.shown)} and ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(second.shown)}: upload them in two steps, each with a \`name\``);
	}
}

// build/js/steps/upload/opening.js
/** The first lines of an upload's log. */
function logStart(settings, runtime) {
	const { info } = runtime.workflow;
	info(openingLine(settings));
	(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .noteProxy */ .He)(settings.apiUrl, info, runtime);
}
function openingLine({ items, product, timeoutMs }) {
	const bytes = items.reduce((sum, { stamp }) => sum + stamp.size, 0);
	const what = items.length === 1 ? "1 file" : `${items.length} files`;
	const time = `within ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .formatExact */ .Bo)(timeoutMs)}`;
	return `Uploading ${what} (${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(bytes)}) to product ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(product)} ${time}.`;
}

// build/js/steps/upload/outputs.js
/** The upload action's outputs, made from the report. All of them are shell-safe. */
const UPLOAD_OUTPUTS = [
	"images",
	"image-id",
	"scan-id",
	"sha256",
	"product-id",
	"status",
	"reason",
	"uploads"
];
/** Every output of the action, by name. `images` alone may have line breaks, between IDs. */
function uploadOutputs(report) {
	const uploads = report.files.map(fileOutput);
	const [first] = uploads;
	return {
		images: uploads.map(({ imageId }) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .shellSafeText */ .pp)(imageId)).filter((id) => id !== "").join("\n"),
		"image-id": (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .shellSafeText */ .pp)(first?.imageId ?? ""),
		"scan-id": (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .shellSafeText */ .pp)(first?.scanId ?? ""),
		sha256: first?.sha256 ?? "",
		"product-id": (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .shellSafeText */ .pp)(report.product?.id ?? ""),
		status: report.status,
		reason: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .shellSafeSentence */ .vL)(report.reason),
		uploads: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .shellSafeJson */ .cy)(uploads)
	};
}
function fileOutput({ item, sha256 = "", ms, ended }) {
	const { shown: file, name, version, stamp } = item;
	const { id: imageId = "", scanId = "" } = (ended?.status === "uploaded" ? ended.image : void 0) ?? {};
	const seconds = Math.floor(ms / 1e3);
	return {
		file,
		name,
		version,
		size: stamp.size,
		sha256,
		imageId,
		scanId,
		seconds
	};
}

// build/js/steps/upload/log.js
/** The least between two lines of progress, as a part of the file and in milliseconds. */
const [PROGRESS_PART, PROGRESS_MS] = [.1, 3e4];
/** How long a lasting outage is silent, in milliseconds. */
const SILENCE_MS = 3e5;
function createFileLog({ shown, name, version, stamp: { size } }, clock, info) {
	const file = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(shown);
	let last = {
		said: "",
		ms: 0
	};
	let failed = 0;
	info(`Uploading ${file} (${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(size)}) as ${imageOf(name, version)}.`);
	return {
		sending() {
			const beganMs = clock.monotonicMs();
			let [lineBytes, lineMs] = [0, beganMs];
			return (bytes) => {
				const nowMs = clock.monotonicMs();
				if (!(bytes - lineBytes >= size * PROGRESS_PART && nowMs - lineMs >= PROGRESS_MS && bytes < size)) return;
				[lineBytes, lineMs] = [bytes, nowMs];
				const part = Math.floor(100 * bytes / size);
				const after = `after ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(nowMs - beganMs)}`;
				info(`${part} % of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(size)} ${after} (${speed(bytes, nowMs - beganMs)})`);
			};
		},
		attempt(outage) {
			if (outage === void 0) {
				if (failed > 0) info(`Working again after ${failed} failed ${failed === 1 ? "try" : "tries"}.`);
				failed = 0;
				last = {
					said: "",
					ms: 0
				};
				return;
			}
			failed = outage.times;
			const nowMs = clock.monotonicMs();
			const said = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .describeFailure */ .Ic)(outage.failure);
			if (said === last.said && nowMs - last.ms < SILENCE_MS) return;
			last = {
				said,
				ms: nowMs
			};
			info(`Try ${failed} for ${file} failed: ${said}.`);
		},
		noList(result) {
			info(`Could not read the list of images (${result.kind === "refused" ? (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .reasonOfRefusal */ .wd)(result).happened : describe(result)}). This alone does not end the upload.`);
		},
		looking() {
			info("The request that creates the image may have worked: looking for the image.");
		},
		foundAfterAll({ id }) {
			info(`Found image ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(id)}: the request had created it after all.`);
		},
		uploaded({ id, scanId }, ms) {
			const scan = scanId === void 0 ? "" : `, scan ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(scanId)}`;
			const took = `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(size)} in ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(ms)} (${speed(size, ms)})`;
			info(`Uploaded ${file}: image ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(id)}${scan}, ${took}.`);
		}
	};
}
/** An image by what the upload calls it. */
function imageOf(name, version) {
	return `image "${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(name, 100)}", version ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(version, 100)}`;
}
function describe(result) {
	return result.kind === "failed" ? (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .describeFailure */ .Ic)(result) : (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .describeAbsence */ .Hw)(result.cause);
}
function speed(bytes, ms) {
	return `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(1e3 * bytes / Math.max(ms, 1))}/s`;
}

// build/js/steps/upload/verdict-words.js
function reasonOfFile({ item, ended }, settings) {
	const reason = reasonOfEnd(ended, settings);
	const happened = `file ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(item.shown)}: ${reason.happened}`;
	const told = {
		...reason,
		happened,
		mark: ";"
	};
	return ended.mayExist && !saysItself(ended) ? withPossibleImage(told, item) : told;
}
/** Adds that an image may exist, and what to do about that first. */
function withPossibleImage(reason, { name, version }) {
	const advice = `${imageOf(name, version)} may have been created, so look for it in the Binarly dashboard before you run the job again; ${reason.advice}`;
	return {
		...reason,
		advice
	};
}
/** Whether the reason says that an image may exist. */
function saysItself(ended) {
	if (ended.status !== "error") return false;
	const { type } = ended.refused.cause;
	return type === "image-uncertain" || type === "images-ambiguous";
}
function reasonOfEnd(ended, { timeoutMs, maxOutageMs }) {
	switch (ended.status) {
		case "error": return reasonOfUploadError(ended.refused);
		case "unavailable": {
			const { outage, forMs, reachedApi } = ended.gaveUp;
			const { cause } = outage.failure;
			const last = `last: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .describeFailure */ .Ic)(outage.failure)}`;
			const raise = `or raise \`max-outage\`, which is ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .formatExact */ .Bo)(maxOutageMs)}`;
			const isStorage = cause.type === "storage";
			const source = isStorage ? "the storage" : reachedApi ? "the platform" : "an API at `api-url`";
			const happened = `no usable answer from ${source} for ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(forMs)} (${last})`;
			if (isStorage && UNREACHABLE.has(cause.problem.type)) return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .because */ .xx)(happened, `check that the runner, or its proxy, may connect to ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(cause.host)}, ${raise}`);
			if (!isStorage && !reachedApi) return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .because */ .xx)(happened, "check `api-url`, the proxy and the network of the runner");
			return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .because */ .xx)(happened, `run the job again when ${source} is back, ${raise}`);
		}
		case "timed-out": {
			const { failure } = ended;
			const last = failure === void 0 ? "" : ` (the last try failed: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .describeFailure */ .Ic)(failure)})`;
			return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .because */ .xx)(`not uploaded within ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .formatExact */ .Bo)(timeoutMs)}${last}`, "raise `timeout` and the `timeout-minutes` of the job, or run the job again");
		}
		case "interrupted": return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .because */ .xx)("the upload was interrupted", "run the job again");
	}
}
/** What keeps a runner from a storage, although it reaches the platform. */
const UNREACHABLE = /* @__PURE__ */ new Set([
	"network",
	"no-tls",
	"proxy-connection",
	"proxy-status",
	"tls-handshake"
]);
function reasonOfUploadError(refused) {
	const { cause } = refused;
	return isAboutInputs(cause) ? (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .because */ .xx)(`the API refused the request (HTTP ${cause.status}${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .after */ .Pl)(cause.error?.message)})`, "check `product`, `name` and `version`") : (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .reasonOfRefusal */ .wd)(refused);
}
/** Whether the API says itself that what was asked for is wrong. */
function isAboutInputs(cause) {
	if (cause.type !== "http-status" || cause.error === void 0) return false;
	return cause.status === 400 || cause.status === 404 || cause.status === 422;
}

// build/js/steps/upload/report.js
function reportOfProblems(problems) {
	return {
		status: "error",
		...(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .describeProblems */ .yg)(problems),
		...NOTHING
	};
}
/** Green only if every file has an image. @param failed the file that ended the step, if one did. */
function reportOfUpload(step, failed) {
	const reason = failed && reasonOfFile(failed, step.settings);
	return {
		status: failed?.ended.status ?? "uploaded",
		...reasonsOf(reason),
		...snapshotOf(step)
	};
}
/** @param step what is known so far; undefined if nothing. */
function reportOfCrash(cause, step) {
	const crash = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .reasonOfCrash */ .LW)(cause);
	const sent = step?.records.find((it) => it.sha256 !== void 0 && it.ended === void 0);
	const reason = sent === void 0 ? crash : withPossibleImage(crash, sent.item);
	const snapshot = step === void 0 ? NOTHING : snapshotOf(step);
	return {
		status: "error",
		...reasonsOf(reason),
		...snapshot
	};
}
/** The same report, but an error makes it red. */
function withError(report, error) {
	return {
		...report,
		status: "error",
		...reasonsOf(error)
	};
}
function reasonsOf(reason) {
	if (reason === void 0) return {
		reason: "",
		reasonLines: []
	};
	const sentence = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .sentenceOf */ .$N)(reason);
	return {
		reason: sentence,
		reasonLines: [sentence]
	};
}
const NOTHING = {
	files: [],
	product: void 0,
	apiUrl: void 0
};
function snapshotOf({ records, images, settings }) {
	return {
		files: records,
		product: images.product(),
		apiUrl: settings.apiUrl
	};
}

// build/js/steps/upload/summary.js
/** The job summary of an upload: the verdict first, then what to do, then the files. */
const HEADLINES = {
	uploaded: "✅ Uploaded to Binarly",
	error: "❌ Could not upload to Binarly",
	unavailable: "❌ Could not upload: no usable answer for too long",
	"timed-out": "⏱️ Not uploaded within the timeout",
	interrupted: "🛑 The upload was interrupted"
};
/** GitHub rejects a summary above 1 MiB as a whole. */
const TABLE_BYTES = 5e5;
/** The widest comes last, so that the others are in sight on a narrow page. */
const TITLES = [
	"File",
	"Image",
	"Size",
	"Duration",
	"Scan",
	"SHA-256"
];
/** @returns Markdown in which nothing from outside renders. */
function uploadSummary({ status, reasonLines, files, product, apiUrl }) {
	const [first, ...others] = reasonLines.map(_start_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh);
	const rows = files.map(fileRow);
	const { kept, left } = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .cutTo */ .yd)(rows, TABLE_BYTES);
	const head = [(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .row */ .nM)(TITLES), `|${TITLES.map(() => "---|").join("")}`];
	return `${[
		`## ${HEADLINES[status]}`,
		...first === void 0 ? [] : [[first, ...others.map((line) => `- ${line}`)].join("\n")],
		...product === void 0 ? [] : [(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .productLine */ .GN)(product)],
		...rows.length === 0 ? [] : [[...head, ...kept].join("\n")],
		...left === 0 ? [] : [`Not shown here: ${left} more ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .countable */ .Q$)(left, "file")}. The output \`uploads\` has all files.`],
		...apiUrl === void 0 ? [] : [`Dashboard: <${apiUrl}>`]
	].join("\n\n")}\n`;
}
function fileRow({ item, sha256 = "", ms, ended }) {
	const { shown, name, version, stamp } = item;
	const image = ended?.status === "uploaded" ? ended.image : void 0;
	const label = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(`${name} ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .shortSha */ .Fu)(version)}`, 100));
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .row */ .nM)([
		(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(shown),
		image === void 0 ? "" : `${label}<br>${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(image.id)}`,
		unbroken((0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(stamp.size)),
		ms === 0 ? "" : unbroken((0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(ms)),
		(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(image?.scanId ?? ""),
		sha256 === "" ? "" : `<code>${sha256}</code>`
	]);
}
/** A number stays with its unit, because the widest column takes all the room. */
function unbroken(text) {
	return text.replaceAll(" ", "&nbsp;");
}

// build/js/steps/upload/publish.js
/**
* An output that cannot be written makes the step red, because later steps would read nothing.
* @returns the exit code: 0 if every file was uploaded and the outputs are written, else 1.
*/
async function publishUpload(report, workflow) {
	const unwritten = writeOutputs(report, workflow);
	if (unwritten === void 0 || report.status !== "uploaded") return conclude(report, workflow);
	const corrected = withError(report, unwritten);
	writeOutputs(corrected, workflow);
	return conclude(corrected, workflow);
}
async function conclude(report, workflow) {
	await (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .writeSummary */ .Sy)(() => uploadSummary(report), workflow);
	if (report.status === "uploaded") return 0;
	if (report.status === "interrupted") workflow.info(report.reason);
	else workflow.fail(report.reasonLines);
	return 1;
}
/** @returns undefined if all were written, else which one failed, and why. */
function writeOutputs(report, workflow) {
	const outputs = uploadOutputs(report);
	let unwritten;
	for (const name of UPLOAD_OUTPUTS) try {
		workflow.output(name, outputs[name]);
	} catch (error) {
		unwritten ??= (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .reasonOfUnwritten */ .y5)(name, error);
	}
	return unwritten;
}

// build/js/steps/upload/attempt.js
/** What an answer means for the next try of an upload. Pure. */
/** @param sparedMs how much of this try is no part of an outage, in milliseconds. */
function attemptOf(result, sparedMs = 0) {
	switch (result.kind) {
		case "absent": return refusedAbsence(result);
		case "failed": return {
			kind: "failed",
			failure: result,
			sparedMs
		};
		case "refused":
		case "interrupted": return result;
	}
}
/** There is nothing to wait for: the product does not exist, or the credential may not see it. */
function refusedAbsence({ cause }) {
	if (cause.type !== "not-found") return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .refusedByApi */ .Q2)({
		type: "http-status",
		status: 404,
		error: void 0
	});
	const { message, unknownProduct } = cause;
	if (unknownProduct !== void 0) return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .refusedByApi */ .Q2)({
		type: "unknown-product",
		product: unknownProduct
	});
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .refusedByApi */ .Q2)({
		type: "http-status",
		status: 404,
		error: {
			message,
			permission: void 0,
			resourceName: void 0,
			details: ""
		}
	});
}

// build/js/steps/upload/budgets.js
/** How long after the deadline a request may still start, in milliseconds. */
const LAST_START_MS = _start_js__WEBPACK_IMPORTED_MODULE_0__/* .OVERRUN_MS */ .$1 / 2;
const NO_TIME = {
	kind: "failed",
	endpoint: "api",
	cause: { type: "no-time" },
	reached: "api"
};
function retryBudgetsOf({ deadlineMs, maxOutageMs }) {
	return {
		deadlineMs,
		maxOutageMs,
		interval: { kind: "auto" }
	};
}
/** Whether it is too late to start another request. */
function isTooLate({ deadlineMs }, clock) {
	return clock.monotonicMs() > deadlineMs + LAST_START_MS;
}
/** Milliseconds until a request that is in flight at the deadline is aborted. */
function leftMs({ deadlineMs }, clock) {
	return deadlineMs + _start_js__WEBPACK_IMPORTED_MODULE_0__/* .OVERRUN_MS */ .$1 - clock.monotonicMs();
}
/** Asks only while it is not too late, and ends every request in time. */
function inTime(ask, budgets, clock) {
	return (call) => {
		if (isTooLate(budgets, clock)) return Promise.resolve(NO_TIME);
		const limitMs = () => Math.min(call.limitMs(), leftMs(budgets, clock));
		return ask({
			...call,
			limitMs
		});
	};
}

// build/js/steps/upload/finishing.js
/** @param mayExist whether an earlier try may have worked. */
function meaningOf(result, mayExist) {
	const conflict = mayExist ? "look-once" : "exists";
	switch (result.kind) {
		case "found": return "created";
		case "failed":
			if (statusOf(result) === 409) return conflict;
			return mayHaveWorked(result) ? "look" : "again";
		case "absent": return mayExist ? "look-once" : "refused";
		case "refused":
			if (statusOf(result) === 409) return conflict;
			return mayExist && statusOf(result) === 400 ? "look-once" : "refused";
		case "interrupted": return "interrupted";
	}
}
function statusOf({ cause }) {
	return cause.type === "http-status" ? cause.status : void 0;
}
/** What the operating system says if there was never a connection. */
const NOT_CONNECTED = /* @__PURE__ */ new Set([
	"ENOTFOUND",
	"EAI_AGAIN",
	"ECONNREFUSED"
]);
/** Whether the request may have reached the platform, which may have created the image. */
function mayHaveWorked({ endpoint, cause }) {
	if (endpoint !== "api") return false;
	switch (cause.type) {
		case "http-status": return cause.status >= 500;
		case "network": return !NOT_CONNECTED.has(cause.code);
		case "not-json": return cause.status < 300;
		case "no-time":
		case "no-tls":
		case "proxy-status":
		case "proxy-connection":
		case "fresh-token-refused":
		case "unreadable-product-id":
		case "paged-list": return false;
		default: return true;
	}
}

// build/js/steps/upload/identify.js
/** Which image of a product is the upload, if the request that creates it got no answer. Pure. */
/** How far `Date` and `createTime` of one platform may be apart, in milliseconds. */
const TOLERANCE_MS = 2e3;
/**
* @param before the images just before the request was sent.
* @param now the images after it.
*/
function identify(wanted, before, now) {
	const { name, version, sentMs } = wanted;
	const candidates = now.filter((image) => isSameText(image.name, name) && isSameText(image.version, version) && !before.some(({ id }) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .isSameId */ .WB)(id, image.id)));
	const images = [];
	for (const image of candidates) {
		if (sentMs === void 0 || image.createTime === void 0) return { kind: "no-time" };
		if (image.createTime.ms >= sentMs - TOLERANCE_MS) images.push(image);
	}
	const [image, ...others] = images;
	if (image === void 0) return { kind: "none" };
	return others.length === 0 ? {
		kind: "one",
		image
	} : {
		kind: "several",
		images
	};
}
/** The image of this name and version in a list; undefined if it has none. */
function sameImageIn({ name, version }, images) {
	return images.find((it) => isSameText(it.name, name) && isSameText(it.version, version));
}
/** A server may trim text, or store it in another Unicode form. */
function isSameText(given, wanted) {
	return given !== void 0 && normal(given) === normal(wanted);
}
function normal(text) {
	return text.normalize("NFC").trim();
}

// build/js/steps/upload/look.js
/** When to look, in milliseconds after the request: an image may take a while to be listed. */
const LOOKS_MS = [
	1e3,
	4e3,
	9e3
];
/** How long looking may take, in milliseconds. */
const ALL_LOOKS_MS = 15e3;
/**
* Looks up to three times.
* @param sentMs when the request was first sent, a monotonic instant in milliseconds.
* @param isOnce whether one readable list is enough to know that the image is not there.
*/
async function lookForImage({ name, version }, before, sentMs, isOnce, call, budgets, { images, clock, signal }) {
	if (before === void 0) return UNREADABLE;
	const beganMs = clock.monotonicMs();
	const left = () => beganMs + ALL_LOOKS_MS - clock.monotonicMs();
	const looking = {
		...call,
		limitMs: () => Math.min(call.limitMs(), left())
	};
	let sighting = NO_TIME;
	for (const lookMs of LOOKS_MS) {
		await clock.sleep(beganMs + lookMs - clock.monotonicMs(), signal);
		if (isTooLate(budgets, clock)) return NO_TIME;
		sighting = sightingIn(await images.ask(_start_js__WEBPACK_IMPORTED_MODULE_0__/* .listedImages */ .ks, looking), {
			name,
			version
		}, before, sentMs, clock);
		if (!(sighting.kind === "failed" || sighting.kind === "not-there" && !isOnce)) return sighting;
	}
	return sighting;
}
const UNREADABLE = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .refusedByApi */ .Q2)({
	type: "image-uncertain",
	why: "no-list"
});
function sightingIn(result, wanted, before, sentMs, clock) {
	if (result.kind === "failed" || result.kind === "interrupted") return result;
	if (result.kind !== "found") return UNREADABLE;
	const known = before.dateMs === void 0 ? now(result.dateMs, clock) : before;
	const sent = known.dateMs === void 0 ? void 0 : known.dateMs + sentMs - known.receivedMs;
	const identified = identify({
		...wanted,
		sentMs: sent
	}, before.images, result.value);
	switch (identified.kind) {
		case "one": return {
			kind: "seen",
			image: identified.image
		};
		case "none": return { kind: "not-there" };
		case "several": {
			const imageIds = identified.images.map(({ id }) => id);
			return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .refusedByApi */ .Q2)({
				type: "images-ambiguous",
				imageIds
			});
		}
		case "no-time": return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .refusedByApi */ .Q2)({
			type: "image-uncertain",
			why: "no-time"
		});
	}
}
function now(dateMs, clock) {
	return {
		dateMs,
		receivedMs: clock.monotonicMs()
	};
}

// build/js/steps/upload/finish.js
/**
* Makes a file in the storage an image, and exactly one: if the request may have worked without an
* answer, looks for its image before it is sent again.
*/
/**
* Which images exist before the request is sent. A list that cannot be read is only logged: the
* upload can do without it as long as its requests are answered.
* @returns undefined if it cannot be read.
*/
function listBefore(budgets, { images, clock, random, signal, log }) {
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .retry */ .L5)(inTime((call) => images.ask(_start_js__WEBPACK_IMPORTED_MODULE_0__/* .listedImages */ .ks, call), budgets, clock), (result, receivedMs) => {
		if (result.kind === "found") {
			const { value, dateMs } = result;
			return {
				kind: "done",
				value: {
					images: value,
					dateMs,
					receivedMs
				}
			};
		}
		if (result.kind === "interrupted") return result;
		if (result.kind === "failed" && !staysUnreadable(result)) return {
			kind: "failed",
			failure: result
		};
		log.noList(result);
		return {
			kind: "done",
			value: void 0
		};
	}, retryBudgetsOf(budgets), {
		clock,
		random,
		signal,
		grace: budgets.grace,
		onAttempt: log.attempt
	});
}
/** The next try would get the same list. */
function staysUnreadable({ cause }) {
	return cause.type === "paged-list" || cause.type === "too-large";
}
async function finishUpload(request, before, budgets, tools) {
	const { images, clock, random, signal, log } = tools;
	/** When the request was first sent, a monotonic instant in milliseconds. */
	let sentMs = Infinity;
	let mayExist = false;
	/** Whether lists lacked the image after the last try that may have worked: then one is enough. */
	let hasLooked = false;
	/** Whether that was just now: the next try needs no list of its own. */
	let hasJustLooked = false;
	function look(isOnce, call) {
		return lookForImage(request, before, sentMs, isOnce, call, budgets, tools);
	}
	function seen(image) {
		log.foundAfterAll(image);
		return {
			kind: "found",
			value: image
		};
	}
	async function tryOnce(call) {
		if (mayExist && !hasJustLooked) {
			const sighting = await look(hasLooked, call);
			if (sighting.kind === "seen") return seen(sighting.image);
			if (sighting.kind !== "not-there") return sighting;
			hasLooked = true;
		}
		hasJustLooked = false;
		return send(call);
	}
	async function send(call) {
		sentMs = Math.min(sentMs, clock.monotonicMs());
		const result = await images.ask((0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .createImage */ .mF)(request), call);
		switch (meaningOf(result, mayExist)) {
			case "look": {
				mayExist = true;
				log.looking();
				const sighting = await look(false, call);
				if (sighting.kind === "seen") return seen(sighting.image);
				if (isEnd(sighting)) return sighting;
				hasLooked = sighting.kind === "not-there";
				hasJustLooked = hasLooked;
				return result;
			}
			case "look-once": {
				const sighting = await look(true, call);
				if (sighting.kind === "seen") return seen(sighting.image);
				if (isEnd(sighting)) return sighting;
				const why = sighting.kind === "not-there" ? "not-listed" : "no-list";
				return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .refusedByApi */ .Q2)({
					type: "image-uncertain",
					why
				});
			}
			case "exists": {
				const imageId = sameImageIn(request, before?.images ?? [])?.id;
				return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .refusedByApi */ .Q2)({
					type: "image-exists",
					imageId
				});
			}
			case "interrupted":
				mayExist = true;
				return result;
			case "created":
			case "again":
			case "refused": return result;
		}
	}
	return {
		retried: await (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .retryUntilFound */ .bP)(inTime(tryOnce, budgets, clock), (result) => attemptOf(result), retryBudgetsOf(budgets), {
			clock,
			random,
			signal,
			grace: budgets.grace,
			onAttempt: log.attempt
		}),
		mayExist
	};
}
function isEnd(sighting) {
	return sighting.kind === "refused" || sighting.kind === "interrupted";
}

// build/js/steps/upload/storage.js
/** What the storage's answer means. Pure. */
/**
* @param host that of the storage.
* @param wasDenied whether the try before was denied, too: then it is not that its address expired.
* @returns the digests of what the storage has.
*/
function readStorageResult(result, host, wasDenied) {
	switch (result.kind) {
		case "reply": return readReply(result, host, wasDenied);
		case "no-reply": {
			const { problem } = result;
			if (problem.type === "interrupted") return { kind: "interrupted" };
			if (problem.type === "proxy-auth") return refused(problem);
			if (problem.type === "certificate") return refused({
				type: "storage-certificate",
				host,
				code: problem.code
			});
			return failed(host, problem);
		}
		case "file-changed": return refused({ type: "file-changed" });
		case "file-unreadable": return refused({
			type: "file-unreadable",
			message: result.message
		});
	}
}
/** Whether the storage denied the request, as it does once the address has expired. */
function isDenied(result) {
	return result.kind === "reply" && (result.status === 400 || result.status === 403);
}
function readReply(reply, host, wasDenied) {
	const { status, digests, storedMd5, retryAfterMs } = reply;
	if (status >= 200 && status < 300) {
		if (digests === void 0) return failed(host, {
			type: "early-answer",
			status
		}, retryAfterMs);
		return storedMd5 === void 0 || storedMd5 === digests.md5 ? {
			kind: "found",
			value: digests
		} : failed(host, { type: "md5-differs" });
	}
	const code = codeIn(reply.text);
	if ((0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .isBusy */ .A5)(status) || isDenied(reply) && !wasDenied) return failed(host, {
		type: "storage-status",
		status,
		code
	}, retryAfterMs);
	if (status === 407) return refused({ type: "proxy-auth" });
	return refused({
		type: "storage-refused",
		host,
		status,
		code
	});
}
/** The code in an error of Google's storage, or of one that is compatible with S3. */
function codeIn(xml) {
	return /<Code>([A-Za-z0-9]{1,60})<\/Code>/.exec(xml)?.[1];
}
/** Only after the API has given the address: so the API has been reached. */
function failed(host, problem, retryAfterMs) {
	return {
		kind: "failed",
		endpoint: "storage",
		cause: {
			type: "storage",
			host,
			problem
		},
		reached: "api",
		retryAfterMs
	};
}
function refused(cause) {
	return {
		kind: "refused",
		endpoint: "storage",
		cause
	};
}

// build/js/steps/upload/upload-url.js
/** Where a file may be sent. */
/**
* @param address as the API gave it; a relative one belongs to `api-url`.
* @returns undefined if a file must not be sent there: not https, or with a user name, which would
* become a credential of its own.
*/
function storageUrl(address, apiUrl) {
	if (!URL.canParse(address, `${apiUrl}/`)) return void 0;
	const url = new URL(address, `${apiUrl}/`);
	return (url.protocol === "https:" || url.protocol === "http:" && (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .isLoopback */ .U9)(url.hostname)) && url.username === "" && url.password === "" ? url : void 0;
}
/** A shorter value of a query is no secret, and masking it would garble the log. */
const SHORTEST_SECRET = 32;
/** What of a signed address must never be shown: its query, and each long value in it. */
function secretsOf({ search, searchParams }) {
	const values = [...searchParams.values()].filter(({ length }) => length >= SHORTEST_SECRET);
	return [
		search.slice(1),
		...values,
		...values.map(encodeURIComponent)
	].filter((secret, index, all) => secret !== "" && all.indexOf(secret) === index);
}

// build/js/steps/upload/send.js
function sendToStorage({ path, stamp }, budgets, { images, apiUrl, putFile, clock, random, signal, mask, log }) {
	let wasDenied = false;
	/** How long the storage took bytes in the current try, in milliseconds. */
	let takenMs = 0;
	async function put({ tempFileId, url: address }) {
		const url = storageUrl(address, apiUrl);
		if (url === void 0) return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .refusedByApi */ .Q2)({ type: "upload-address" });
		for (const secret of secretsOf(url)) mask(secret);
		const beganMs = clock.monotonicMs();
		const progress = log.sending();
		const result = await putFile({
			url,
			path,
			stamp,
			limitMs: leftMs(budgets, clock),
			signal,
			onTaken(bytes) {
				takenMs = clock.monotonicMs() - beganMs;
				progress(bytes);
			}
		});
		const meaning = readStorageResult(result, url.host, wasDenied);
		wasDenied = isDenied(result);
		return meaning.kind === "found" ? {
			kind: "found",
			value: {
				tempFileId,
				digests: meaning.value
			}
		} : meaning;
	}
	async function tryOnce(call) {
		takenMs = 0;
		const address = await images.ask(_start_js__WEBPACK_IMPORTED_MODULE_0__/* .uploadAddress */ .M1, call);
		return address.kind === "found" ? put(address.value) : address;
	}
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .retryUntilFound */ .bP)(inTime(tryOnce, budgets, clock), (result) => attemptOf(result, takenMs), retryBudgetsOf(budgets), {
		clock,
		random,
		signal,
		grace: budgets.grace,
		onAttempt: log.attempt
	});
}

// build/js/steps/upload/upload-file.js
/** @param onSent called with the SHA-256 of the file once the storage has it. */
async function uploadFile(item, budgets, tools, onSent) {
	const sent = await sendToStorage(item, budgets, tools);
	if (sent.kind !== "done") return endOf(sent, false);
	const { tempFileId, digests } = sent.value;
	onSent(digests.sha256);
	const before = await listBefore(budgets, tools);
	if (before.kind !== "done") return endOf(before, false);
	const { name, version, filename } = item;
	const { retried, mayExist } = await finishUpload({
		tempFileId,
		name,
		version,
		filename
	}, before.value, budgets, tools);
	return retried.kind === "done" ? {
		status: "uploaded",
		image: retried.value
	} : endOf(retried, mayExist);
}
/** What follows if a file could not be uploaded. */
function endOf(retried, mayExist) {
	switch (retried.kind) {
		case "refused": return {
			status: "error",
			refused: retried,
			mayExist
		};
		case "interrupted": return {
			status: "interrupted",
			mayExist
		};
		case "gave-up": {
			const { failure } = retried.outage;
			return retried.ended === "time" ? {
				status: "timed-out",
				failure: failure.cause.type === "no-time" ? void 0 : failure,
				mayExist
			} : {
				status: "unavailable",
				gaveUp: retried,
				mayExist
			};
		}
	}
}

// build/js/steps/upload/step.js
/** Connects to the platform; makes no request yet. */
function beginUpload(settings, runtime) {
	const { clock, images } = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .connect */ .Ng)(settings, runtime);
	return {
		settings,
		clock,
		images,
		records: settings.items.map((item) => ({
			item,
			sha256: void 0,
			ms: 0,
			ended: void 0
		}))
	};
}
/** Uploads the files, one after the other. @returns the first that fails, which ends the step. */
async function uploadFiles(step, signal, { workflow, random, putFile }) {
	const { images, records, settings, clock } = step;
	const { apiUrl, timeoutMs, maxOutageMs } = settings;
	const beganMs = clock.monotonicMs();
	const grace = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .createStartGrace */ .R2)(beganMs);
	const budgets = {
		deadlineMs: beganMs + timeoutMs,
		maxOutageMs,
		grace
	};
	const noteExpiry = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .expiryNote */ ._p)(settings.credential, clock, budgets.deadlineMs, { workflow });
	for (const [index, { item }] of records.entries()) {
		const fileBeganMs = clock.monotonicMs();
		const note = (news) => {
			const known = records[index];
			records[index] = {
				...known,
				...news,
				ms: clock.monotonicMs() - fileBeganMs
			};
		};
		const fileLog = createFileLog(item, clock, workflow.info);
		const log = {
			...fileLog,
			sending() {
				noteExpiry();
				return fileLog.sending();
			}
		};
		const { mask } = workflow;
		const ended = ofItsOwn(await uploadFile(item, budgets, {
			images,
			apiUrl,
			putFile,
			clock,
			random,
			signal,
			mask,
			log
		}, (sha256) => note({ sha256 })), records, index);
		note({ ended });
		if (ended.status !== "uploaded") return {
			item,
			ended
		};
		log.uploaded(ended.image, clock.monotonicMs() - fileBeganMs);
	}
}
/** The end; an error if another file, with other content, has its image: one is not scanned then. */
function ofItsOwn(end, records, index) {
	if (end.status !== "uploaded") return end;
	const { id: imageId } = end.image;
	const other = records.slice(0, index).find(({ ended }) => ended?.status === "uploaded" && (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .isSameId */ .WB)(ended.image.id, imageId));
	if (other === void 0 || other.sha256 === records[index]?.sha256) return end;
	return {
		status: "error",
		refused: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .refusedByApi */ .Q2)({
			type: "image-shared",
			imageId,
			shown: other.item.shown
		}),
		mayExist: false
	};
}

// build/js/steps/upload/version-warning.js
/** Warns of a version that may be another commit than the one that was built. */
/** Where the event has the commit that such a run most likely builds. */
const HEADS = /* @__PURE__ */ new Map([["pull_request_target", "github.event.pull_request.head.sha"], ["workflow_run", "github.event.workflow_run.head_sha"]]);
/**
* In some events GITHUB_SHA, the default of `version`, is a commit of the default branch or the base,
* whatever was checked out. A pull request's image with that version would be a baseline for others.
*/
async function warnOfVersion({ items: [item] }, { trigger, github, workflow }) {
	const { event, sha } = trigger;
	if (item === void 0 || sha === "" || !(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .isSameWord */ .XE)(item.version, sha)) return;
	const head = HEADS.get(event);
	if (head === void 0 && (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .hiddenCommit */ .G4)(trigger) !== "event") return;
	if (event === "workflow_run" && await isOfRun(sha, github)) return;
	const such = head === void 0 ? "" : `, such as \`\${{ ${head} }}\``;
	workflow.warning(`In a run of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(event, 40)}, the version ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .shortSha */ .Fu)(sha)} is a commit of the base or default branch. If you build another one, the findings of its image become a baseline for others (\`baseline-image: base-branch\`): set \`version\` to the commit that you build${such}.`);
}
/** Whether the triggering workflow ran on this commit. */
async function isOfRun(sha, github) {
	try {
		return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .isSameWord */ .XE)((await github.readRun()).commit.sha, sha);
	} catch {
		return false;
	}
}

// build/js/steps/upload/main.js
function createUploadAction(runtime) {
	const { workflow, workspace } = runtime;
	/** What is known so far, for the report of a crash. */
	let running;
	async function run(signal) {
		const found = await findFiles(workflow.input("file"), workspace);
		const inputs = await (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .readStepInputs */ .Wn)(runtime, (get, idTokens) => readUploadInputs(get, idTokens, found));
		if (!inputs.ok) return publishUpload(reportOfProblems(inputs.problems), workflow);
		running = beginUpload(inputs.settings, runtime);
		logStart(inputs.settings, runtime);
		await warnOfVersion(inputs.settings, runtime);
		const failed = await uploadFiles(running, signal, runtime);
		return publishUpload(reportOfUpload(running, failed), workflow);
	}
	async function crashed(cause) {
		await publishUpload(reportOfCrash(cause, running), workflow);
		if (cause instanceof Error) workflow.debug(`${cause.stack}`);
	}
	return {
		run,
		crashed
	};
}



/***/ })

};
