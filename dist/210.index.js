export const id = 210;
export const ids = [210];
export const modules = {

/***/ 210:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createSettleAction: () => (/* binding */ createSettleAction)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(220);


// build/js/github/queries.js
/** The GraphQL queries that find commits with their statuses. */
/** Also asks which identity the token writes as. */
function pullRequestsQuery(contexts) {
	return `
query PullRequests${parameters(contexts, ", $after: String")} {
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
query MergeGroups${parameters(contexts, ", $after: String")} {
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
query Branch${parameters(contexts, isNamed ? ", $branch: String!" : "")} {
  repository(owner: $owner, name: $repo) {
    ref: ${isNamed ? "ref(qualifiedName: $branch)" : "defaultBranchRef"} {
      name
      target { ... on Commit { history(first: 50) { nodes { ...Head } } } }
    }
  }
}${headFragment(contexts)}`;
}
function parameters(contexts, more) {
	return `($owner: String!, $repo: String!, ${contexts.map((_, index) => `$c${index}: String!`).join(", ")}${more})`;
}
/** An alias for each context: GitHub finds a status by its name. */
function headFragment(contexts) {
	return `
fragment Head on Commit {
  oid
  status { ${contexts.map((_, index) => `c${index}: context(name: $c${index}) { state targetUrl }`).join(" ")} }
}`;
}

// build/js/github/read-heads.js
/** Reads commits and their statuses from answers to queries, any part of which may be missing. */
/** A list whose entries GitHub replaces by null if it fails to make them. */
const nodesOf = (node) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ nodes: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .fallback */ .Np)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YO)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .fallback */ .Np)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl)(node), null)), []), []) });
const statusSchema = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({
	state: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .string */ .Yj)(),
	targetUrl: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .fallback */ .Np)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .string */ .Yj)(), "")
}));
const headSchema = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({
	oid: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .string */ .Yj)(),
	status: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .string */ .Yj)(), statusSchema))
}));
const NO_PAGE = {
	pageInfo: {
		hasNextPage: false,
		endCursor: null
	},
	nodes: []
};
const pageOf = (node) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ repository: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ page: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({
	pageInfo: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({
		hasNextPage: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zM)(),
		endCursor: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .string */ .Yj)(), null)
	}),
	...nodesOf(node).entries
}), NO_PAGE) }) });
const pullRequestsSchema = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({
	viewer: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ login: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .string */ .Yj)() }),
	...pageOf((0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({
		baseRefOid: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .fallback */ .Np)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .string */ .Yj)(), ""), ""),
		baseRefName: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .fallback */ .Np)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .string */ .Yj)(), ""), ""),
		commits: nodesOf((0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ commit: headSchema }))
	})).entries
});
const mergeGroupsSchema = pageOf((0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ target: headSchema }));
const branchSchema = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ repository: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ ref: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({
	name: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .fallback */ .Np)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .string */ .Yj)(), ""),
	target: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ history: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(nodesOf(headSchema)) }))
})) }) });
function readPullRequests(data, contexts) {
	const parsed = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .safeParse */ .xL)(pullRequestsSchema, data);
	if (!parsed.success) return void 0;
	const { viewer, repository } = parsed.output;
	const { pageInfo, nodes } = repository.page;
	return {
		heads: present(nodes).flatMap(({ baseRefOid: sha, baseRefName: branch, commits }) => {
			const start = sha === "" ? { kind: "unknown" } : {
				kind: "commit",
				sha
			};
			return headsOf(present(commits.nodes).map((node) => node.commit), contexts, () => ({
				branch,
				start
			}));
		}),
		next: nextOf(pageInfo),
		login: viewer.login
	};
}
function readMergeGroups(data, contexts) {
	const parsed = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .safeParse */ .xL)(mergeGroupsSchema, data);
	if (!parsed.success) return void 0;
	const { pageInfo, nodes } = parsed.output.repository.page;
	return {
		heads: headsOf(present(nodes).map(({ target }) => target), contexts, parentOn("")),
		next: nextOf(pageInfo),
		login: ""
	};
}
function readBranch(data, contexts) {
	const parsed = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .safeParse */ .xL)(branchSchema, data);
	if (!parsed.success) return void 0;
	const { ref } = parsed.output.repository;
	const name = ref?.name ?? "";
	const heads = headsOf(ref?.target?.history?.nodes ?? [], contexts, parentOn(name));
	return {
		name,
		exists: ref != null,
		heads
	};
}
function nextOf(page) {
	return page.hasNextPage ? page.endCursor : null;
}
/** A commit that is no pull request's is based on the one before. */
function parentOn(branch) {
	return (sha) => ({
		branch,
		start: {
			kind: "parent",
			of: sha
		}
	});
}
function headsOf(heads, contexts, baseOf) {
	return present(heads).map(({ oid, status }) => ({
		sha: oid,
		base: baseOf(oid),
		statuses: contexts.flatMap((context, index) => {
			const found = status?.[`c${index}`];
			return found == null ? [] : [{
				context,
				...found,
				wait: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .readTargetUrl */ .rx)(found.targetUrl, oid)
			}];
		})
	}));
}
function present(entries) {
	return entries.filter((entry) => entry != null);
}

// build/js/github/find-statuses.js
/** What the search needs. */
const NEEDS = ["contents: read", "pull-requests: read"];
async function findPendingStatuses(api, where, budget) {
	const search = createSearch(api, where, budget);
	const [pullRequests, mergeGroups, ...branches] = await Promise.all([
		search.pages(pullRequestsQuery(where.contexts), readPullRequests),
		search.pages(mergeGroupsQuery(where.contexts), readMergeGroups),
		...(where.branches ?? [void 0]).map((branch) => search.history(branch))
	]);
	if (!pullRequests.ok) return pullRequests;
	if (!mergeGroups.ok) return mergeGroups;
	const histories = [];
	for (const result of branches) {
		if (!result.ok) return result;
		histories.push(result.value);
	}
	const parts = [
		pullRequests.value,
		mergeGroups.value,
		...histories
	];
	const unique = /* @__PURE__ */ new Map();
	for (const it of parts.flatMap(({ heads }) => heads.flatMap(pendingOn))) {
		const key = `${it.sha} ${it.context}`;
		const known = unique.get(key) ?? it;
		unique.set(key, {
			...known,
			base: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .commonBase */ .xI)(known.base, it.base)
		});
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
					commits: exists ? heads.length : void 0
				}))
			},
			errors: [...new Set(parts.flatMap((part) => part.errors))]
		}
	};
}
function pendingOn({ sha, base, statuses }) {
	return statuses.filter(({ state }) => state === "PENDING").map(({ context, targetUrl, wait }) => ({
		sha,
		base,
		context,
		targetUrl,
		wait
	}));
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
		const request = {
			query,
			variables: {
				owner,
				repo,
				...names,
				...more
			},
			needs: NEEDS
		};
		return api.query({
			...request,
			read: (data) => read(data, contexts)
		}, budget);
	};
	return {
		async pages(query, read) {
			const heads = [];
			const errors = [];
			let login = "";
			let after = null;
			do {
				const result = await ask(query, { after }, read);
				if (!result.ok) return result;
				const page = result.value.value;
				heads.push(...page.heads);
				errors.push(...result.value.errors);
				login = page.login;
				after = page.next;
			} while (after !== null);
			return {
				ok: true,
				value: {
					heads,
					errors,
					login
				}
			};
		},
		/** @param branch undefined: the default branch. */
		async history(branch) {
			const more = branch === void 0 ? {} : { branch: `refs/heads/${branch}` };
			const query = branchQuery(contexts, branch !== void 0);
			const result = await ask(query, more, readBranch);
			if (!result.ok) return result;
			const { value, errors } = result.value;
			const name = branch ?? value.name;
			const exists = value.exists || errors.length > 0;
			return {
				ok: true,
				value: {
					heads: value.heads,
					errors,
					name,
					exists
				}
			};
		}
	};
}

// build/js/steps/settle/github-queue.js
/**
* A sweep's requests to GitHub: one of a kind at a time, writes at a pace that GitHub takes, and none
* after a rate limit, which every further request would only prolong.
*/
/** The least time between the starts of two writes, in milliseconds (GitHub: 80 a minute). */
const WRITE_PACE_MS = 750;
function queuedGitHub(api, clock) {
	const reads = createLane(0, clock);
	const writes = createLane(WRITE_PACE_MS, clock, reads.limit);
	return {
		rest(request, budget) {
			const lane = request.route.startsWith("POST") ? writes.send : reads.send;
			const troubleMs = budget.untilMs - clock.monotonicMs();
			return lane(budget.signal, troubleMs > 0, (isTired) => {
				const untilMs = clock.monotonicMs() + (isTired ? 0 : troubleMs);
				return api.rest(request, {
					...budget,
					untilMs
				});
			});
		},
		query: api.query
	};
}
/**
* @param paceMs the least time between the starts of two requests.
* @param limitElsewhere the rate limit of what each request needs later; undefined without one.
*/
function createLane(paceMs, clock, limitElsewhere = () => void 0) {
	const queue = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .pLimit */ .cA)(1);
	let nextMs = 0;
	let limit;
	/** Trouble has used up a budget: until a request succeeds, each gets a single try. */
	let isTired = false;
	function note({ problem }, bearsTrouble) {
		if (problem.type !== "rate-limit") return;
		const { retryAfterMs } = problem;
		if (bearsTrouble || retryAfterMs > 12e4) limit = problem;
		else nextMs = Math.max(nextMs, clock.monotonicMs() + retryAfterMs);
	}
	function send(signal, bearsTrouble, sendNow) {
		return queue(async () => {
			await clock.sleep(nextMs - clock.monotonicMs(), signal);
			const problem = limit ?? limitElsewhere();
			if (problem !== void 0) return {
				ok: false,
				problem
			};
			nextMs = clock.monotonicMs() + paceMs;
			const result = await sendNow(isTired);
			if (bearsTrouble || result.ok) isTired = !result.ok && isTrouble(result.problem);
			if (!result.ok) note(result, bearsTrouble);
			return result;
		});
	}
	return {
		send,
		limit: () => limit
	};
}
function isTrouble({ type }) {
	return type !== "refused" && type !== "no-permission";
}

// build/js/steps/settle/inputs.js
/** The settle action's inputs. Those that the waiting action also has are read the same way. */
/** Every input with its default, as in settle/action.yml. */
const SETTLE_INPUTS = {
	..._start_js__WEBPACK_IMPORTED_MODULE_0__/* .PLATFORM_INPUTS */ .Yo,
	"github-token": "",
	"status-context": "binarly-scan",
	"fail-on-severity": "none",
	"fail-on-kev": "false",
	"fail-on-status": "new,inProgress",
	"baseline-image": "",
	"on-incomplete": "fail",
	branches: ""
};
/**
* @param get returns a trimmed input by name, empty if it is not set.
* @param idTokens where the job requests ID tokens; undefined if it may not.
*/
function readSettleInputs(get, idTokens) {
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .readAll */ .yw)(get, SETTLE_INPUTS, (inputs) => {
		const onIncomplete = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .readOnIncomplete */ .Id)(inputs);
		return {
			...(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .readPlatform */ .Kd)(inputs, idTokens),
			githubToken: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .readGitHubToken */ .nC)(inputs),
			contexts: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .readStatusContexts */ .Le)(inputs),
			policy: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .readPolicy */ .T4)(inputs, {
				onFindings: "fail",
				onIncomplete
			}, OF_OWN_POLICY),
			onIncomplete,
			isCompared: readBaseline(inputs),
			branches: readBranches(inputs)
		};
	});
}
/** The inputs that have no effect without a policy of this action's own. */
const OF_OWN_POLICY = ["fail-on-status", "baseline-image"];
/** Statuses are about many commits, so no image can be the baseline of all. */
function readBaseline(inputs) {
	const text = inputs.value("baseline-image");
	const isBaseBranch = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .namesBaseBranch */ .Kh)(inputs);
	if (text !== "" && !isBaseBranch) inputs.report("baseline-image", `is ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(text)}, but can only be base-branch here`);
	return isBaseBranch;
}
function readBranches({ value }) {
	const names = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .entriesOf */ .Mc)(value("branches")).map((name) => name.replace(/^refs\/heads\//, ""));
	const given = [...new Set(names.filter((name) => name !== ""))];
	return given.length === 0 ? void 0 : given;
}

// build/js/steps/settle/outage.js
/** How long a failed request is tried again, in milliseconds. */
const RETRY_MS = 3e4;
const INTERVAL = { kind: "auto" };
function createSharedOutage(clock) {
	let sinceMs;
	let silence;
	const leftMs = () => sinceMs === void 0 ? RETRY_MS : Math.max(0, sinceMs + RETRY_MS - clock.monotonicMs());
	return {
		leftMs,
		note(outage) {
			const type = outage?.failure.cause.type;
			if (outage === void 0 || type === void 0 || !TROUBLE.has(type)) {
				sinceMs = void 0;
				silence = void 0;
				return;
			}
			sinceMs ??= clock.monotonicMs();
			if (leftMs() === 0 && SILENCE.has(type)) silence = outage.failure;
		},
		failure: () => silence
	};
}
/** Causes that show that nothing answers. */
const SILENCE = /* @__PURE__ */ new Set([
	"network",
	"no-time",
	"no-tls",
	"proxy-connection",
	"proxy-status",
	"tls-handshake",
	"too-slow"
]);
/** Causes that are about the platform. All others are about one scan or one list of findings. */
const TROUBLE = /* @__PURE__ */ new Set([
	...SILENCE,
	"encoded",
	"fresh-token-refused",
	"github",
	"http-status",
	"no-access-token",
	"no-id-token",
	"not-json",
	"not-utf8",
	"too-large"
]);

// build/js/steps/settle/conclude.js
/** Decides whether a pending status can be finished, in which words, and writes the final one. */
/** How long a list is as good as one just before the write, in milliseconds. */
const FRESH_MS = 5e3;
/** Finishes a status, or leaves it pending. */
async function conclude(wait, images, { status: { id }, statuses, listedMs, endedMs }, target, options) {
	const decision = decide(wait, images, endedMs);
	if (decision === void 0) return { kind: "pending" };
	const final = {
		...decision,
		page: options.pageUrl,
		wait
	};
	const isFresh = options.clock.monotonicMs() - listedMs <= FRESH_MS;
	const writing = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .continueWait */ .Vi)(final, (it) => it.id === id, isFresh ? statuses : void 0);
	const written = await (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .writeStatus */ .Kn)(writing, target, options.login, options);
	if (!written.ok) {
		const { problem, added } = written;
		return added === void 0 ? {
			kind: "unwritten",
			problem
		} : {
			kind: "unseen",
			problem,
			...finalOf(final)
		};
	}
	const { outcome } = written;
	switch (outcome.type) {
		case "written": return settledBy(final);
		case "superseded":
		case "overridden":
		case "finished": return {
			kind: "left-alone",
			why: outcome
		};
		case "unlisted":
		case "contended": return { kind: outcome.type };
		case "shared": {
			const shared = {
				...final,
				state: "error",
				description: _start_js__WEBPACK_IMPORTED_MODULE_0__/* .SHARED_DESCRIPTION */ .hK
			};
			const reported = await (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .writeStatus */ .Kn)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .reportSharing */ .pW)(shared), target, options.login, options);
			return reported.ok ? settledBy(shared) : {
				kind: "unwritten",
				problem: reported.problem
			};
		}
	}
}
function settledBy(status) {
	return {
		kind: "settled",
		...finalOf(status)
	};
}
function finalOf(status) {
	const { state, description } = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .givenAs */ .g)(status);
	return {
		state,
		description
	};
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
	if (ends.some(_start_js__WEBPACK_IMPORTED_MODULE_0__/* .endedRed */ .yb)) return {
		state: "failure",
		description: describeRed(images)
	};
	if (ends.length > 0 && ends.every(_start_js__WEBPACK_IMPORTED_MODULE_0__/* .endedGreen */ .yj)) return {
		state: "success",
		description: describeVerdicts(images)
	};
	const statuses = ends.flatMap((ended) => ended?.status ?? []);
	if (endedMs === void 0 || statuses.includes("interrupted")) return void 0;
	const isTrouble = statuses.some((status) => _start_js__WEBPACK_IMPORTED_MODULE_0__/* .STATUS_TABLE */ .Km[status].commitState === "error");
	const description = describeOverdue(wait, images, endedMs);
	return {
		state: isTrouble ? "error" : "failure",
		description
	};
}
/** Findings that block are counted: `2 new findings block: 1 critical, 1 high`. */
function describeRed(images) {
	const red = images.map(({ record }) => record.ended).filter(_start_js__WEBPACK_IMPORTED_MODULE_0__/* .endedRed */ .yb);
	const broken = red.flatMap((ended) => ended?.status === "findings" ? ended : []);
	if (broken.length < red.length) return describeVerdicts(images);
	const blocking = broken.flatMap(({ judgement }) => judgement.blocking);
	const isNewOnly = broken.every(({ policy }) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .isCompared */ .uQ)(policy));
	const where = images.length === 1 ? "" : ` in ${red.length} of ${images.length} images`;
	const counts = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .describeCounts */ .wv)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .countBySeverity */ .Ot)(blocking), "unknown");
	return `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .blockingCount */ .f7)(blocking.length, isNewOnly)}${where}: ${counts}`;
}
/** At the end of `settle-within`: what was last known. @param endedMs since the epoch. */
function describeOverdue(wait, images, endedMs) {
	return `settle-within ended at ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .formatUtc */ .ay)(endedMs)}${lastKnown(wait, images)}`;
}
function lastKnown({ isHandedOver }, images) {
	if (!isHandedOver) return "; the step ended without a verdict";
	const [trouble] = images.flatMap((image) => troubleWith(image) ?? []);
	if (trouble !== void 0) return `; ${trouble}`;
	return `: ${describeImages(images, ", ")}`;
}
/** Why there is no verdict, as a clause; undefined if there is one, or if it is too early. */
function troubleWith({ record: { ended } }) {
	if (ended?.status === "error") return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .reasonOfRefusal */ .wd)(ended.refused).happened;
	if (ended?.status !== "unavailable") return void 0;
	if (ended.baseline) return "the baseline could not be found";
	return ended.findings === void 0 ? "no usable answer from Binarly" : "the findings could not be read";
}
/** The verdicts on images, and what is known of scans without one. */
function describeImages(images, separator = "; ") {
	const notes = new Set(images.flatMap((image) => noteOn(image) ?? []));
	return [describeVerdicts(images), ...notes].join(separator);
}
/** For example `1 failed, 2 pending`. */
function describeVerdicts(images) {
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .countsOf */ .mQ)(images.map(verdictName));
}
/** The verdict on an image; `pending` without one. */
function verdictName({ record: { ended } }) {
	return ended?.status ?? "pending";
}
/** What is known of a scan without a verdict, as a clause; undefined if nothing is. */
function noteOn({ record, isBaselineUnfinished }) {
	const { ended, absent, lastState } = record;
	if (isBaselineUnfinished) return "its baseline is being scanned again";
	if (ended !== void 0) return void 0;
	if (absent !== void 0) return "its scan is gone";
	if (lastState === void 0) return void 0;
	const state = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(lastState, 40);
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .classifyState */ .ai)(lastState) === "undocumented" ? `its state ${state} is not documented` : `its last state is ${state}`;
}

// build/js/steps/settle/settlement.js
/** Whether it has a final status now, perhaps a covered one. */
function isWritten(outcome) {
	return outcome.kind === "settled" || outcome.kind === "unseen";
}
/** Whether another sweep must look at it again. */
function isPending({ outcome: { kind } }) {
	return LEFT.includes(kind);
}
const LEFT = [
	"pending",
	"running",
	"unread",
	"unwritten",
	"unlisted",
	"contended",
	"crashed"
];

// build/js/steps/settle/search-words.js
const INTERRUPTED = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .because */ .xx)("the sweep was interrupted", "the next one continues");
function reasonWithoutSearch(problem) {
	if (problem.type === "stopped") return INTERRUPTED;
	const why = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .describeGitHubProblem */ .os)(problem);
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .because */ .xx)(`could not find the pending commit statuses (${why})`, (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .adviceOnGitHub */ .hB)(problem));
}
/** The lines for the log: where it looked, and what GitHub left out. */
function linesOfSearch({ looked, statuses, errors }) {
	const missing = errors.map((error) => `GitHub left out a part of its answer: ${error}`);
	return [lookedLine(looked, statuses.length), ...missing];
}
function warningsOfSearch({ looked, errors }) {
	return [...errors.length > 0 ? [MISSING_PARTS] : [], ...missingBranches(looked)];
}
const MISSING_PARTS = "GitHub answered only a part of the search for pending commit statuses, so this sweep may have missed some. The log says which errors it gave; the next sweep looks again.";
function missingBranches({ branches }) {
	const missing = branches.filter(({ name, commits }) => commits === void 0 && name !== "");
	if (missing.length === 0) return [];
	const [noun, verb, them] = missing.length === 1 ? [
		"branch",
		"does",
		"it"
	] : [
		"branches",
		"do",
		"them"
	];
	return [`The ${noun} ${missing.map(({ name }) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(name)).join(", ")} in \`branches\` ${verb} not exist, so no commit of ${them} was looked at.`];
}
/** For example `Looked at 12 open pull requests, 1 merge group and 50 commits of main: 2 pending.` */
function lookedLine({ pullRequests, mergeGroups, branches }, count) {
	return `Looked at ${listOf([
		(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .amountOf */ .MT)(pullRequests, "open pull request"),
		(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .amountOf */ .MT)(mergeGroups, "merge group"),
		...branches.flatMap(({ name, commits }) => commits === void 0 ? [] : [`${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .amountOf */ .MT)(commits, "commit")} of ${branchName(name)}`])
	])}: ${count} pending.`;
}
/** Made only by a sweep: it costs every step's start as much as loading half of the bundle. */
function listOf(places) {
	return new Intl.ListFormat("en-GB").format(places);
}
function branchName(name) {
	return name === "" ? "the default branch" : (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(name, 60);
}

// build/js/steps/settle/words.js
/** A line for the log. */
function describeSettlement({ sha, images, outcome }) {
	const known = images.length === 0 || isWritten(outcome) ? "" : ` (${describeImages(images)})`;
	return `Commit ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(sha)}: ${describeOutcome(outcome)}${known}.`;
}
function describeOutcome(outcome) {
	switch (outcome.kind) {
		case "settled": return `${outcome.state} (${outcome.description})`;
		case "pending": return "still pending";
		case "running": return "left alone, because the step is still waiting";
		case "unreadable": return "left alone, because this version of the action did not create it for this commit";
		case "foreign": return `left alone, because it was written by ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .loginOf */ .DQ)(outcome.by)}`;
		case "other-product": return "left alone, because it waits for another product";
		case "left-alone": return outcome.why.type === "superseded" ? "left alone, because a newer wait has begun" : `left alone, because it ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .describeLeftAlone */ .MN)(outcome.why)}`;
		case "unread": return `could not be read (${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .describeGitHubProblem */ .os)(outcome.problem)})`;
		case "unwritten": return `could not be written (${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .describeGitHubProblem */ .os)(outcome.problem)})`;
		case "unseen": {
			const why = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .describeGitHubProblem */ .os)(outcome.problem);
			return `${outcome.state} (${outcome.description}), but could not be read afterward (${why})`;
		}
		case "unlisted": return "not in the list of statuses from GitHub, although it must be there";
		case "contended": return "other runs kept writing over it";
		case "crashed": return `unexpected error (${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .describeThrown */ .YI)(outcome.cause)})`;
	}
}
/** What makes the step red, each reason once. */
function errorsOf(settlements, product, isInterrupted) {
	const reasons = [
		...isInterrupted ? [INTERRUPTED] : [],
		...reasonsOfProduct(product),
		...settlements.flatMap(reasonsOf)
	];
	return [...new Set(reasons.map(_start_js__WEBPACK_IMPORTED_MODULE_0__/* .sentenceOf */ .$N))];
}
/** An interruption has a reason of its own. */
function reasonsOfProduct(product) {
	if (product?.kind === "refused") return [(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .reasonOfRefusal */ .wd)(product)];
	return product?.kind === "gave-up" ? [noUsableAnswer(product.outage.failure)] : [];
}
function noUsableAnswer(failure) {
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .because */ .xx)(`Binarly gave no usable answer (last: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .describeFailure */ .Ic)(failure)})`, "the next sweep tries again; check `api-url` and the credential if this continues");
}
function reasonsOf({ outcome, images }) {
	return [...images.flatMap((image) => reasonOfImage(image) ?? []), ...reasonsOfOutcome(outcome)];
}
const FAILED = {
	unread: "the statuses of a commit could not be read",
	unwritten: "a commit status could not be written",
	unseen: "a commit status was written, but could not be read afterward"
};
function reasonsOfOutcome(outcome) {
	switch (outcome.kind) {
		case "unread":
		case "unwritten":
		case "unseen": {
			const { kind, problem } = outcome;
			const happened = FAILED[kind];
			const why = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .describeGitHubProblem */ .os)(problem);
			return problem.type === "stopped" ? [] : [(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .because */ .xx)(`${happened} (${why})`, (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .adviceOnGitHub */ .hB)(problem))];
		}
		case "unlisted": return [(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .because */ .xx)("the list of statuses of a commit did not show a status that must be there, for 10 s", "the next sweep looks again")];
		case "contended": return [(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .because */ .xx)("other runs kept writing over a commit status", "let no two settle workflows run at the same time (`concurrency`)")];
		case "crashed": return [(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .reasonOfCrash */ .LW)(outcome.cause)];
		case "settled":
		case "pending":
		case "running":
		case "unreadable":
		case "foreign":
		case "other-product":
		case "left-alone": return [];
	}
}
function reasonOfImage({ record: { ended } }) {
	if (ended?.status === "error") return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .reasonOfRefusal */ .wd)(ended.refused);
	if (ended?.status !== "unavailable") return void 0;
	if (ended.findings === void 0) return noUsableAnswer(ended.failure);
	const { type } = ended.failure.cause;
	const isIncomplete = type === "findings-not-listed" || type === "kev-not-listed";
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .because */ .xx)((ended.baseline ? "could not find what to compare an image with" : "the findings of an image could not be read") + ` (last: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .describeFailure */ .Ic)(ended.failure)})`, isIncomplete ? "the next sweep tries again; if this continues, set `on-incomplete: warn` here and in the step" : "the next sweep tries again; look at the image in the Binarly dashboard if this continues");
}

// build/js/steps/settle/summary.js
/** The job summary of a sweep, which final statuses link to. */
/** Room for each part in bytes. GitHub rejects a summary above 1 MiB as a whole. */
const [TABLE_BYTES, FINDINGS_BYTES] = [5e5, 3e5];
/** How many findings of an image are shown. */
const MOST_SHOWN = 10;
/** @param errors what makes the step red, one line each. */
function sweepSummary(settlements, errors) {
	const [settled, other] = [settlements.filter(({ outcome }) => isWritten(outcome)), settlements.filter(({ outcome }) => !isWritten(outcome))];
	const rows = [...settled, ...other].map(({ sha, images, outcome }) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .row */ .nM)([
		(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .shortSha */ .Fu)(sha)),
		(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh)(describeOutcome(outcome)),
		images.length === 0 ? "" : (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh)(describeImages(images))
	]));
	const { kept, left } = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .cutTo */ .yd)(rows, TABLE_BYTES);
	const table = [
		(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .row */ .nM)([
			"Commit",
			"Status",
			"Images"
		]),
		"|---|---|---|",
		...kept
	].join("\n");
	return `${[
		`## ${headlineOf(settlements, errors)}`,
		...errors.length > 0 ? [errors.map((error) => `- ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh)(error)}`).join("\n")] : [],
		...leftNote(other),
		...rows.length > 0 ? [table] : [],
		...left > 0 ? [`Not shown here: ${left} more ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .countable */ .Q$)(left, "commit")}. The log has all commits.`] : [],
		...findings(settled)
	].join("\n\n")}\n`;
}
/** For example `❌ Deferred Binarly scans: 1 failed, 2 passed, 0 pending`. */
function headlineOf(settlements, errors) {
	const count = (is) => settlements.filter(is).length;
	const passed = count(({ outcome }) => isWritten(outcome) && outcome.state === "success");
	const failed = count(({ outcome }) => isWritten(outcome)) - passed;
	const pending = count(isPending);
	const leftAlone = settlements.length - passed - failed - pending;
	const counts = [`${failed} failed, ${passed} passed, ${pending} pending`, ...leftAlone > 0 ? [`${leftAlone} left alone`] : []];
	return `${failed > 0 || errors.length > 0 ? "❌" : pending > 0 ? "⏳" : "✅"} Deferred Binarly scans: ${counts.join(", ")}`;
}
/** A rate limit leaves work for the next sweep. */
function leftNote(settlements) {
	const limited = settlements.filter(({ outcome }) => "problem" in outcome && outcome.problem.type === "rate-limit");
	if (limited.length === 0) return [];
	return [`${limited.length === 1 ? "1 commit is" : `${limited.length} commits are`} left for the next sweep, because of the rate limit of GitHub.`];
}
/** What the commits that failed for findings failed for. */
function findings(settled) {
	const parts = settled.flatMap(({ sha, images }) => images.flatMap((image) => {
		const { judgement, ended } = image.record;
		if (judgement === void 0 || ended?.status !== "findings" || !(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .endedRed */ .yb)(ended)) return [];
		return [[
			`### Findings of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .imageName */ .tO)(image.record)} on commit ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .shortSha */ .Fu)(sha))}`,
			...(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .findingsOf */ .WX)(judgement, MOST_SHOWN),
			...comparisonOf(image)
		].join("\n\n")];
	}));
	const { kept, left } = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .cutTo */ .yd)(parts, FINDINGS_BYTES);
	const rest = `The findings of ${left} more ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .countable */ .Q$)(left, "image")} are not shown here.`;
	return left === 0 ? kept : [...kept, rest];
}
/** What each policy compared with, if it did. */
function comparisonOf({ image, ownBaseline: own }) {
	const { imageId, baselineImageId } = image;
	const compared = (whose, id) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh)(`${whose} compared with image ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(id)}.`);
	return [
		...baselineImageId === void 0 ? [] : [compared("The policy of the step", baselineImageId)],
		...own?.kind === "image" ? [compared("The policy of the sweep", own.imageId)] : [],
		...own?.kind === "none" ? [(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .sentenceOf */ .$N)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .reasonWithoutBaseline */ .oh)(imageId, own.why)))] : []
	];
}

// build/js/steps/settle/publish.js
/**
* @param settlements undefined if the pending statuses could not be found.
* @param errors what makes the step red, one line each.
* @returns the exit code.
*/
async function publishSweep(settlements, errors, workflow) {
	const problems = [...errors];
	for (const [name, value] of Object.entries(sweepOutputs(settlements))) try {
		workflow.output(name, value);
	} catch (error) {
		problems.push(`Could not write the output ${name} (${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .describeThrown */ .YI)(error)}).`);
	}
	await (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .writeSummary */ .Sy)(() => sweepSummary(settlements ?? [], problems), workflow);
	if (problems.length === 0) return 0;
	workflow.fail(problems);
	return 1;
}
function sweepOutputs(settlements) {
	if (settlements === void 0) return {
		settled: "[]",
		pending: ""
	};
	const settled = settlements.flatMap(({ sha, wait, images, outcome }) => !isWritten(outcome) || wait === void 0 ? [] : [{
		commit: sha,
		state: outcome.state,
		description: outcome.description,
		productId: wait.productId ?? "",
		images: wait.images.map(({ imageId, scanId = "" }) => ({
			imageId,
			scanId,
			status: statusIn(images, imageId)
		}))
	}]);
	return {
		settled: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .shellSafeJson */ .cy)(settled),
		pending: `${settlements.filter(isPending).length}`
	};
}
/** The verdict on an image; `pending` if it was not polled, or if it is too early for one. */
function statusIn(images, imageId) {
	const polled = images.find(({ image }) => image.imageId === imageId);
	return polled === void 0 ? "pending" : verdictName(polled);
}

// build/js/steps/settle/read-name.js
/** Reads the name of an image whose findings block, for the summary. */
/** @returns undefined if it could not be read. */
async function readName(imageId, { images, ...options }) {
	const ask = images.asking(() => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .imageDetails */ .Mt)(imageId));
	const result = await (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .readDetails */ .LF)(ask, options);
	return result?.kind === "found" ? result.value : void 0;
}

// build/js/steps/settle/settle-image.js
/** How long reading the findings of one image may take, in milliseconds. */
const READING_MS = 3e5;
async function settleImage(image, stepPolicy, options) {
	const { imageId, scanId } = image;
	if (scanId === void 0) return {
		image,
		record: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .beginRecord */ .dT)(imageId)
	};
	const scanned = await pollScan(imageId, scanId, options);
	const { record, ended } = scanned;
	if (ended === void 0) return {
		image,
		record
	};
	if (ended.status !== "completed") return {
		image,
		record: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .end */ ._N)(record, ended)
	};
	return judgeScanned(image, scanned, stepPolicy, options);
}
async function pollScan(imageId, scanId, { images, outage, clock, random, signal }) {
	const beganMs = clock.monotonicMs();
	const silence = outage.failure();
	const polled = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .beginPolling */ .d8)(imageId, beganMs);
	if (silence !== void 0) return {
		record: polled.record,
		ended: unavailable(silence),
		completedMs: beganMs
	};
	const retried = await (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .retry */ .L5)(images.asking(() => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .scanById */ .i8)(imageId, scanId)), (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .applyingOnceTo */ .tc)(polled), {
		deadlineMs: beganMs + RETRY_MS,
		maxOutageMs: outage.leftMs(),
		interval: INTERVAL
	}, {
		clock,
		random,
		signal,
		onAttempt: outage.note
	});
	const nowMs = clock.monotonicMs();
	return {
		record: {
			...polled.record,
			waitedMs: nowMs - beganMs
		},
		ended: endedBy(retried),
		completedMs: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .completedMsOf */ .dD)(polled, nowMs)
	};
}
function endedBy(retried) {
	switch (retried.kind) {
		case "done": return retried.value;
		case "gave-up": {
			const { outage, forMs, reachedApi } = retried;
			return unavailable(outage.failure, forMs, reachedApi);
		}
		case "refused": return {
			status: "error",
			refused: retried
		};
		case "interrupted": return { status: "interrupted" };
	}
}
function unavailable(failure, forMs = 0, reachedApi = false) {
	return {
		status: "unavailable",
		failure,
		forMs,
		reachedApi
	};
}
/**
* By the step's policy and by our own: neither the branch of a pull request nor a settle workflow
* without inputs can weaken the other. Our own never compares with an image that a status names.
*/
async function judgeScanned(image, scanned, stepPolicy, options) {
	const { record, completedMs } = scanned;
	const { ownPolicy, ownBaselines, searchOutage, clock, random, signal } = options;
	const strict = options.onIncomplete === "warn" ? {} : { onIncomplete: "fail" };
	const budgets = {
		completedMs,
		endMs: clock.monotonicMs() + READING_MS,
		maxOutageMs: searchOutage.leftMs(),
		interval: INTERVAL
	};
	const tools = {
		clock,
		random,
		signal,
		onAttempt: searchOutage.note
	};
	const awaited = ownPolicy && ownBaselines && await (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .awaitBaseline */ .I6)(ownBaselines, image.imageId, budgets, tools);
	if (awaited?.kind === "ended") return {
		image,
		record: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .end */ ._N)(record, awaited.ended)
	};
	const ownBaseline = awaited?.baseline;
	const [group, other] = comparable(stepPolicy && {
		...stepPolicy,
		...strict,
		baselineImageId: image.baselineImageId
	}, ownPolicy && {
		...ownPolicy,
		baselineImageId: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .baselineIdOf */ .SN)(ownBaseline)
	});
	const first = await judgeBy(group, image, scanned, options);
	const judged = other === void 0 || (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .endedRed */ .yb)(first.record.ended) ? [first] : [first, await judgeBy(other, image, scanned, options)];
	const red = judged.find((it) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .endedRed */ .yb)(it.record.ended));
	const decisive = red ?? judged.find((it) => !(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .endedGreen */ .yj)(it.record.ended)) ?? first;
	const details = red && await readName(image.imageId, options);
	return {
		...decisive,
		record: {
			...decisive.record,
			details
		},
		ownBaseline
	};
}
/** Policies that compare with the same image, or with none, are judged in one reading. */
function comparable(step, own) {
	if (step === void 0 || own === void 0) return [[step ?? own].filter((it) => it !== void 0)];
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .isSameId */ .WB)(step.baselineImageId ?? "", own.baselineImageId ?? "") ? [[step, own]] : [[step], [own]];
}
async function judgeBy([policy, ...others], image, { record, completedMs }, { images, outage, clock, random, signal }) {
	const { imageId } = image;
	if (policy === void 0) return {
		image,
		record: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .end */ ._N)(record, { status: "completed" })
	};
	const budgets = {
		completedMs,
		endMs: clock.monotonicMs() + READING_MS,
		maxOutageMs: outage.leftMs(),
		interval: INTERVAL
	};
	const tools = {
		clock,
		random,
		signal,
		onAttempt: outage.note
	};
	const { baselineImageId } = policy;
	const awaited = baselineImageId === void 0 ? void 0 : await (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .awaitBaseline */ .I6)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .givenBaseline */ .n5)(images, baselineImageId), imageId, budgets, tools);
	if (awaited?.kind === "ended" && isUnfinished(awaited.ended)) return {
		image,
		record: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .beginRecord */ .dT)(imageId),
		isBaselineUnfinished: true
	};
	if (awaited?.kind === "ended") return {
		image,
		record: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .end */ ._N)(record, awaited.ended)
	};
	const { ended, judgement } = await (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .judgeFindings */ .qJ)([policy, ...others], images, imageId, budgets, tools);
	return {
		image,
		record: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .end */ ._N)({
			...record,
			judgement
		}, ended)
	};
}
function isUnfinished(ended) {
	return ended.status === "unavailable" && ended.failure.cause.type === "baseline-unfinished";
}

// build/js/steps/settle/settle-status.js
/** Never rejects: one bad status must not stop the others. */
async function settleStatus(pending, options) {
	try {
		const { images = [], outcome } = await settle(pending, options);
		return {
			...pending,
			images,
			outcome
		};
	} catch (cause) {
		return {
			...pending,
			images: [],
			outcome: {
				kind: "crashed",
				cause
			}
		};
	}
}
async function settle(pending, options) {
	const { wait, sha, context, targetUrl } = pending;
	const { owner, repo, login, productId } = options;
	if (wait === void 0) return { outcome: { kind: "unreadable" } };
	if (wait.productId !== void 0) {
		if (productId === void 0) return { outcome: { kind: "pending" } };
		if (!(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .isSameId */ .WB)(wait.productId, productId)) return { outcome: { kind: "other-product" } };
	}
	const target = {
		owner,
		repo,
		sha,
		context
	};
	const listed = await findListed(targetUrl, wait.leftMs, target, options);
	if ("kind" in listed) return { outcome: listed };
	const { status, endedMs } = listed;
	if (!(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .isSameWord */ .XE)(status.creator, login)) return { outcome: {
		kind: "foreign",
		by: status.creator
	} };
	if (!wait.isHandedOver && endedMs === void 0) return { outcome: { kind: "running" } };
	const ownBaselines = options.baselinesOn(pending.base);
	const images = await Promise.all((wait.isHandedOver ? wait.images : []).map((image) => settleImage(image, wait.policy, {
		...options,
		ownBaselines
	})));
	return {
		images,
		outcome: await conclude(wait, images, listed, target, options)
	};
}
/** Finds a pending status in REST's list, which says who wrote it and when. */
async function findListed(targetUrl, leftMs, target, { api, login, clock, signal }) {
	for (let looks = 1;; looks += 1) {
		const untilMs = clock.monotonicMs() + _start_js__WEBPACK_IMPORTED_MODULE_0__/* .GITHUB_TROUBLE_MS */ .Nn;
		const result = await (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .listStatuses */ .vM)(api, target, login, {
			untilMs,
			signal
		});
		if (!result.ok) return {
			kind: "unread",
			problem: result.problem
		};
		const { statuses, dateMs = clock.wallMs() } = result.value;
		const [status, ...copies] = statuses.filter((it) => it.targetUrl === targetUrl);
		if (status !== void 0) {
			const [first = status] = copies.filter(({ creator }) => creator === status.creator).reverse();
			const endMs = first.createdMs === void 0 ? Infinity : first.createdMs + leftMs;
			const endedMs = dateMs >= endMs ? endMs : void 0;
			return {
				status,
				statuses,
				listedMs: clock.monotonicMs(),
				endedMs
			};
		}
		if (looks === 11) return { kind: "unlisted" };
		await clock.sleep(_start_js__WEBPACK_IMPORTED_MODULE_0__/* .PAUSE_MS */ .y3, signal);
	}
}

// build/js/steps/settle/warnings.js
/** What a sweep warns of, each in one annotation. */
function warningsOf(...given) {
	return WARNINGS.flatMap((warning) => warning(...given) ?? []);
}
const otherProducts = (settlements, { product }) => {
	const waits = settlements.flatMap(({ wait, outcome }) => wait === void 0 || outcome.kind === "foreign" ? [] : [{
		wait,
		kind: outcome.kind
	}]);
	const isOther = waits.every(({ kind }) => kind === "other-product");
	if (waits.length === 0 || !isOther) return void 0;
	return `All pending commit statuses are about other products (${[...new Set(waits.map(({ wait }) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(`${wait.productId}`, 60)))].slice(0, 5).join(", ")}), none about \`product\` ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(product)}: check \`product\` if one of them is meant.`;
};
const foreignStatuses = (settlements) => {
	const found = settlements.flatMap(({ outcome }) => outcome.kind === "foreign" ? outcome : []);
	if (found.length === 0) return void 0;
	const names = [...new Set(found.map(({ by }) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .loginOf */ .DQ)(by)))].slice(0, 5);
	const [statuses, them] = found.length === 1 ? ["1 pending commit status was", "it"] : [`${found.length} pending commit statuses were`, "them"];
	return `${statuses} left alone, because ${names.join(", ")} wrote ${them} and this action acts only on what its own token wrote: use the same kind of token in both workflows, or find out who wrote ${them}.`;
};
const goneScans = (settlements) => {
	const gone = recordsIn(settlements).filter(({ absent, ended }) => absent !== void 0 && ended === void 0);
	const [first] = gone;
	if (first === void 0) return void 0;
	const image = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(first.imageId, 60);
	const [scans, images, statuses] = gone.length === 1 ? [
		"1 scan of a deferred wait",
		`image ${image}`,
		"its commit status stays"
	] : [
		`${gone.length} scans of deferred waits`,
		`the first is of image ${image}`,
		"their commit statuses stay"
	];
	return `${scans} cannot be found any more (${images}): scan the image again if the scan was deleted; ${statuses} pending until \`settle-within\` ends.`;
};
const undocumentedStates = (settlements) => {
	const states = recordsIn(settlements).flatMap(({ lastState, ended }) => ended === void 0 && lastState !== void 0 && (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .classifyState */ .ai)(lastState) === "undocumented" ? lastState : []);
	if (states.length === 0) return void 0;
	const names = [...new Set(states)].slice(0, 5).map(_start_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD);
	const [scans, statuses] = states.length === 1 ? ["1 scan is", "its commit status stays"] : [`${states.length} scans are`, "their commit statuses stay"];
	return `${scans} in a state that Binarly does not document (${names.join(", ")}), so ${statuses} pending; if this state is final, check for a newer version of this action.`;
};
const excusedFindings = (settlements, { policy, isCompared }) => {
	const isExcused = settlements.some(({ images }) => images.some(({ image }) => image.baselineImageId !== void 0));
	if (policy === void 0 || isCompared || !isExcused) return void 0;
	return "A step compares with a baseline, and this sweep does not: its own policy also blocks findings that the baseline has, so the verdict depends on whether the scan outlasts `timeout`: set `baseline-image: base-branch` here.";
};
const missingBaselines = (settlements) => {
	return settlements.flatMap(({ images }) => images.flatMap(({ image, ownBaseline }) => ownBaseline?.kind === "none" ? (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .reasonWithoutBaseline */ .oh)(image.imageId, ownBaseline.why) : [])).slice(0, 1).map(_start_js__WEBPACK_IMPORTED_MODULE_0__/* .sentenceOf */ .$N)[0];
};
const incompleteLists = (settlements) => {
	const settled = settlements.filter(({ outcome }) => isWritten(outcome));
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .contradictionsIn */ .QP)(settled.flatMap(({ images }) => images.map(({ record }) => record)))[0];
};
const WARNINGS = [
	otherProducts,
	foreignStatuses,
	goneScans,
	undocumentedStates,
	excusedFindings,
	missingBaselines,
	incompleteLists
];
function recordsIn(settlements) {
	return settlements.flatMap(({ images, outcome }) => isWritten(outcome) ? [] : images.map(({ record }) => record));
}

// build/js/steps/settle/main.js
/**
* The settling step, as a table of contents: read the inputs, find the pending commit statuses,
* finish those that can be finished, report.
*/
/** Statuses that are worked on at once. */
const AT_ONCE = 4;
function createSettleAction(runtime) {
	const { workflow, clock, random } = runtime;
	async function run(signal) {
		const inputs = await (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .readStepInputs */ .Wn)(runtime, readSettleInputs);
		if (!inputs.ok) return fail((0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .linesOfProblems */ .X9)(inputs.problems));
		const { settings } = inputs;
		const github = await (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .openGitHub */ .o6)(settings.githubToken, runtime);
		if (!github.ok) return fail([(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .sentenceOf */ .$N)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .reasonWithoutRun */ .J)(github.cause))]);
		const untilMs = clock.monotonicMs() + _start_js__WEBPACK_IMPORTED_MODULE_0__/* .GITHUB_TROUBLE_MS */ .Nn;
		const { owner, repo } = github.run;
		const where = {
			owner,
			repo,
			contexts: settings.contexts,
			branches: settings.branches
		};
		const found = await findPendingStatuses(github.api, where, {
			untilMs,
			signal
		});
		if (!found.ok) return fail([(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .sentenceOf */ .$N)(reasonWithoutSearch(found.problem))]);
		for (const line of linesOfSearch(found.value)) workflow.info(line);
		for (const warning of warningsOfSearch(found.value)) workflow.warning(warning);
		const { settlements, product } = await settleAll(found.value, github, settings, signal);
		for (const settlement of settlements) workflow.info(describeSettlement(settlement));
		for (const warning of warningsOf(settlements, settings)) workflow.warning(warning);
		return publishSweep(settlements, errorsOf(settlements, product, signal.aborted), workflow);
	}
	async function settleAll({ statuses, login }, { run: { owner, repo, pageUrl }, ...github }, settings, signal) {
		const connection = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .connect */ .Ng)(settings, runtime);
		const { images } = connection;
		const tools = {
			clock: connection.clock,
			random,
			signal
		};
		const product = statuses.some(({ wait }) => wait?.productId !== void 0) ? await findProduct(images, tools) : void 0;
		const productId = product?.kind === "done" ? product.value.id : void 0;
		const api = queuedGitHub(github.api, clock);
		const list = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .imageList */ .Op)(images, connection.clock);
		const baselinesOn = (base) => settings.isCompared ? (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .baseBranchBaselines */ .E9)(images, (call) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .askForBase */ .Ce)(api, {
			owner,
			repo,
			base
		}, call), connection.clock, list) : void 0;
		const options = {
			...tools,
			api,
			owner,
			repo,
			login,
			pageUrl,
			images,
			productId,
			baselinesOn,
			ownPolicy: settings.policy,
			onIncomplete: settings.onIncomplete,
			outage: createSharedOutage(connection.clock),
			searchOutage: createSharedOutage(connection.clock)
		};
		const queue = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .pLimit */ .cA)(AT_ONCE);
		return {
			settlements: await Promise.all(statuses.map((it) => queue(() => settleStatus(it, options)))),
			product
		};
	}
	/** Before any status is compared with it. */
	function findProduct(images, tools) {
		const deadlineMs = tools.clock.monotonicMs() + RETRY_MS;
		return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .retryUntilFound */ .bP)((call) => images.resolve(call), (result) => result.kind === "failed" ? {
			kind: "failed",
			failure: result
		} : result, {
			deadlineMs,
			maxOutageMs: RETRY_MS,
			interval: INTERVAL
		}, tools);
	}
	/** @param errors why nothing could be settled, one line each. */
	function fail(errors) {
		return publishSweep(void 0, errors, workflow);
	}
	async function crashed(cause) {
		await fail([(0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .sentenceOf */ .$N)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .reasonOfCrash */ .LW)(cause))]);
		if (cause instanceof Error) workflow.debug(`${cause.stack}`);
	}
	return {
		run,
		crashed
	};
}



/***/ })

};
