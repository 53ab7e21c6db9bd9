export const id = 485;
export const ids = [485];
export const modules = {

/***/ 142:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ nameFromArn),
/* harmony export */   n: () => (/* binding */ findArn)
/* harmony export */ });
/** The parts of an ARN, or undefined where the text is none. */
function findArn(text) {
    const [arn, partition, service, region, account, ...resource] = text.split(':');
    if (arn !== 'arn' || !partition || !service || resource.length === 0)
        return undefined;
    return {
        partition,
        service,
        region: region ?? '',
        account: account ?? '',
        resource: resource.join(':'),
    };
}
/** The last part of an ARN's path: the name of a cluster, a service or a task. */
function nameFromArn(arn) {
    return arn.slice(arn.lastIndexOf('/') + 1);
}


/***/ }),

/***/ 5210:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ failedOr)
/* harmony export */ });
/** The attempt that these findings make. */
function failedOr([first, ...others], passed) {
    if (first === undefined)
        return passed;
    return { verdict: 'failed', status: passed.status, findings: [first, ...others] };
}


/***/ }),

/***/ 7468:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gg: () => (/* binding */ titleOf),
/* harmony export */   IT: () => (/* binding */ targetGroupName),
/* harmony export */   es: () => (/* binding */ clusterOf),
/* harmony export */   et: () => (/* binding */ subjectOf),
/* harmony export */   zA: () => (/* binding */ shownUrl)
/* harmony export */ });
/* harmony import */ var _deploy_actions_aws__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(142);

/** An address as it may be printed: without user name, password, query and fragment. */
function shownUrl(url) {
    return `${url.origin}${url.pathname}`;
}
/** What a check is about, for people. */
function subjectOf(check) {
    if (check.kind === 'http')
        return shownUrl(check.request.url);
    if (check.kind === 'target-group')
        return `target group ${targetGroupName(check.targetGroup)}`;
    return `service ${(0,_deploy_actions_aws__WEBPACK_IMPORTED_MODULE_0__/* .nameFromArn */ .N)(check.service)} in cluster ${(0,_deploy_actions_aws__WEBPACK_IMPORTED_MODULE_0__/* .nameFromArn */ .N)(clusterOf(check))}`;
}
/** A check with what it is about, for people; its name only where that tells more. */
function titleOf(check) {
    const subject = subjectOf(check);
    return subject.startsWith(check.name) ? subject : `${check.name} (${subject})`;
}
/** The cluster of a service: of its ARN, else the one that is named. */
function clusterOf({ cluster, service }) {
    const [, ofArn, name] = service.startsWith('arn:') ? service.split('/') : [];
    return (name === undefined ? undefined : ofArn) ?? cluster ?? 'default';
}
/** The name in an ARN such as `…:targetgroup/name/0123456789abcdef`, or the name as it is. */
function targetGroupName(reference) {
    return reference.startsWith('arn:') ? (reference.split('/').at(-2) ?? '') : reference;
}


/***/ }),

/***/ 6843:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ describeCheck)
/* harmony export */ });
/* harmony import */ var _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5087);
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7468);
/* harmony import */ var _expectations_expectations_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6828);



/** What a check does and what it expects, in one line. */
function describeCheck(check) {
    const subject = (0,_check_js__WEBPACK_IMPORTED_MODULE_1__/* .subjectOf */ .et)(check);
    const name = subject.startsWith(check.name) ? '' : `${check.name}: `;
    const method = check.kind === 'http' ? `${check.request.method} ` : '';
    return `${name}${method}${subject}, expecting ${expectedOf(check)}`;
}
function expectedOf(check) {
    if (check.kind === 'http')
        return (0,_expectations_expectations_js__WEBPACK_IMPORTED_MODULE_2__/* .describeExpectations */ .T)(check.expected);
    return check.kind === 'service' ? describeService(check) : 'every target healthy';
}
function describeService({ minTaskAgeSeconds: age, expectedImage }) {
    const parts = [
        'every task running and healthy',
        age === undefined || age === 0 ? undefined : `for at least ${(0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .formatSeconds */ .Xo)(age)}`,
        expectedImage && `with ${expectedImage}`,
    ];
    return parts.filter((part) => part).join(', ');
}


/***/ }),

/***/ 6828:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ describeExpectations),
/* harmony export */   c: () => (/* binding */ formatStatuses)
/* harmony export */ });
/* harmony import */ var _matcher_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7377);

/** Ranges as the user writes them: `200-299,301`. */
function formatStatuses(ranges) {
    return ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join(',');
}
/** All that is expected, for the user to read before anything is sent. */
function describeExpectations(expected) {
    const { body, maxLatencyMs, minCertificateDays } = expected;
    const parts = [
        `status ${formatStatuses(expected.statuses)}`,
        ...[...expected.headers].map(([name, matcher]) => `header ${name}: ${(0,_matcher_js__WEBPACK_IMPORTED_MODULE_0__/* .describeMatcher */ .OT)(matcher)}`),
        body && `body with ${(0,_matcher_js__WEBPACK_IMPORTED_MODULE_0__/* .describeMatcher */ .OT)(body)}`,
        ...expected.json.map(({ path, matcher }) => `${path}=${(0,_matcher_js__WEBPACK_IMPORTED_MODULE_0__/* .describeMatcher */ .OT)(matcher)}`),
        maxLatencyMs && `at most ${maxLatencyMs} ms`,
        minCertificateDays && `certificate valid for ${minCertificateDays} days`,
    ];
    return parts.filter((part) => part).join(', ');
}


/***/ }),

/***/ 61:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hh: () => (/* binding */ findPath),
/* harmony export */   _s: () => (/* binding */ jsonMatches),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   fK: () => (/* binding */ valueAt),
/* harmony export */   ov: () => (/* binding */ findJson)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var _matcher_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7377);


/** A number kept as it was written: 1.10 is not 1.1, and a long id keeps all its digits. */
class WrittenNumber {
    written;
    constructor(written) {
        this.written = written;
    }
}
/** Reads `version`, `data.items[0].id`, `[0].name` or `checks["db.main"].ok`; undefined if no path. */
function findPath(text) {
    const segments = [];
    const segment = /(?:^|(?<=.)\.)([^.[\]"]+)|\[(\d{1,9})\]|\["([^"]+)"\]/y;
    while (segment.lastIndex < text.length) {
        const match = segment.exec(text);
        if (match === null)
            return undefined;
        const [, key, index, quoted] = match;
        segments.push(index === undefined ? (quoted ?? key ?? '') : Number(index));
    }
    return segments.length > 0 ? segments : undefined;
}
/** A JSON document that keeps its numbers as written; undefined for a text that is no JSON. */
function findJson(text) {
    try {
        return { root: parseWritten(text, keepNumber) };
    }
    catch {
        return undefined;
    }
}
// The cast: TypeScript's library does not know the third argument of the reviver yet (ES2026).
const parseWritten = JSON.parse;
function keepNumber(_key, value, { source }) {
    return typeof value === 'number' ? new WrittenNumber(source ?? String(value)) : value;
}
/** The value at the path; undefined where there is none. */
function valueAt(root, path) {
    let value = root;
    for (const segment of path) {
        if (typeof segment === 'number')
            value = Array.isArray(value) ? value[segment] : undefined;
        else
            value = isObject(value) && Object.hasOwn(value, segment) ? value[segment] : undefined;
    }
    return value;
}
/**
 * Whether a value of a JSON document is what was expected. Text, numbers (as written), true, false and null
 * compare by their text (null with the text `null` only); a list or mapping with one that the expected
 * JSON describes.
 */
function jsonMatches(matcher, value) {
    if (value === undefined)
        return false;
    // A pattern such as /./ asks that something is there, and null says that nothing is.
    if (matcher.kind === 'pattern' && value === null)
        return false;
    if (matcher.kind === 'text' && typeof value === 'object' && value !== null && !isNumber(value)) {
        const expected = findJson(matcher.text);
        return expected !== undefined && (0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)(expected.root, value);
    }
    return (0,_matcher_js__WEBPACK_IMPORTED_MODULE_1__/* .matches */ .cK)(matcher, textOf(value));
}
/** A value of a JSON document as text. */
function textOf(value) {
    if (typeof value === 'string')
        return value;
    if (isNumber(value))
        return value.written;
    if (Array.isArray(value))
        return `[${value.map(nestedText).join(',')}]`;
    if (!isObject(value))
        return String(value);
    const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}:${nestedText(item)}`);
    return `{${entries.join(',')}}`;
}
function nestedText(value) {
    return typeof value === 'string' ? JSON.stringify(value) : textOf(value);
}
function isNumber(value) {
    return value instanceof WrittenNumber;
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) && !isNumber(value);
}


/***/ }),

/***/ 7377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OT: () => (/* binding */ describeMatcher),
/* harmony export */   cK: () => (/* binding */ matches),
/* harmony export */   d0: () => (/* binding */ isVersionCheck),
/* harmony export */   dQ: () => (/* binding */ searchedPart)
/* harmony export */ });
/* unused harmony export searchedCharacters */
/** No timer ends the search of a pattern, which may take longer the longer the text is: this much is searched. */
const searchedCharacters = 65_536;
/** Whether the whole value, or for a pattern its first {@link searchedCharacters}, is what was expected. */
function matches(matcher, value) {
    return matcher.kind === 'text'
        ? matcher.text === value
        : matcher.pattern.test(value.slice(0, searchedCharacters));
}
/** What to say of a value that was not searched to its end; empty for any other. */
function searchedPart(matcher, value) {
    const isCut = matcher.kind === 'pattern' && value.length > searchedCharacters;
    return isCut ? `in its first ${searchedCharacters} characters` : '';
}
/** The expectation in words, to stand after "expected". */
function describeMatcher(matcher) {
    return matcher.kind === 'text' ? matcher.text : String(matcher.pattern);
}
const versionName = /version|revision|commit|sha|build|release|digest/i;
const versionValue = /^(?:v?\d+\.\d+\.\d+[\w.+-]*|(?:sha256:)?[0-9a-f]{7,64})$/i;
/**
 * Whether an expectation proves which version answers: by the name of what is looked at, or because
 * the expected text looks like a version, a commit or a digest.
 */
function isVersionCheck(matcher, name = '') {
    if (versionName.test(name))
        return true;
    return matcher.kind === 'text' && versionValue.test(matcher.text);
}


/***/ }),

/***/ 4348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ unhealthyError)
/* harmony export */ });
/* harmony import */ var _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5087);
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7468);


/**
 * The failure that an unhealthy result means, with code `verify`. It is never `timeout`, which belongs to
 * the deployment: whatever a check ran into when its time was over is known and named.
 */
function unhealthyError(result) {
    const failed = result.checks.filter(({ healthy }) => !healthy);
    const lines = failed.map(({ check, reason }) => `  - ${(0,_check_js__WEBPACK_IMPORTED_MODULE_1__/* .titleOf */ .Gg)(check)}: ${reason}`);
    const elapsed = (0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .formatSeconds */ .Xo)((result.endedAt - result.startedAt) / 1000);
    const checks = (0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(result.checks.length, 'health check');
    const early = result.noTimeToHold ? ', when too little time was left for hold' : '';
    return new _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ({
        code: 'verify',
        message: `${failed.length} of ${checks} failed, after ${elapsed}${early}:\n${lines.join('\n')}`,
        remedy: [...new Set(failed.map(({ remedy }) => remedy))].join('\n'),
    });
}


/***/ }),

/***/ 6204:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ checks),
/* harmony export */   F: () => (/* binding */ sameNames)
/* harmony export */ });
/* harmony import */ var _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5087);
/* harmony import */ var _http_check_rules_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1182);
/* harmony import */ var _http_check_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1422);
/* harmony import */ var _service_check_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8913);




/**
 * A list of checks in YAML, each a mapping with the inputs of one check and a `name`; what it is about (`url`,
 * `service` or `target-group`) says of what kind it is.
 */
function checks(options) {
    return (0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .yaml */ .oQ)(options, readChecks);
}
function readChecks(tree) {
    if (!(0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .isList */ .Lv)(tree) || tree.length === 0) {
        const message = `must be a list of checks, each a mapping with ${oneKind}`;
        throw new _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .InvalidValue */ .h6([{ path: '', message }]);
    }
    const found = [];
    const problems = [];
    for (const [index, entry] of tree.entries()) {
        try {
            found.push(readCheck(entry));
        }
        catch (error) {
            if (!(error instanceof _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .InvalidValue */ .h6))
                throw error;
            problems.push(...error.problems.map((problem) => (0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .under */ .hG)(`[${index}]`, problem)));
        }
    }
    const twice = sameNames(found);
    if (twice !== undefined)
        problems.push({ path: '', message: twice });
    if (problems.length > 0)
        throw new _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .InvalidValue */ .h6(problems);
    return found;
}
/** How to read a check, by the key that says what it is about. */
const kinds = {
    url: readHttpCheck,
    service: (entry) => (0,_service_check_js__WEBPACK_IMPORTED_MODULE_1__/* .serviceCheck */ .wD)((0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .parseMapping */ .KV)(_service_check_js__WEBPACK_IMPORTED_MODULE_1__/* .namedServiceInputs */ .M3, entry)),
    'target-group': (entry) => (0,_service_check_js__WEBPACK_IMPORTED_MODULE_1__/* .targetGroupCheck */ .Z2)((0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .parseMapping */ .KV)(_service_check_js__WEBPACK_IMPORTED_MODULE_1__/* .namedTargetGroupInputs */ .Ds, entry)),
};
const oneKind = `one of ${Object.keys(kinds).join(', ')}`;
function readCheck(entry) {
    if (typeof entry === 'string' || (0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .isList */ .Lv)(entry)) {
        throw new _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .InvalidValue */ .h6([{ path: '', message: `must be a mapping with ${oneKind}` }]);
    }
    const [kind, ...others] = Object.entries(kinds).filter(([key]) => key in entry);
    if (kind === undefined) {
        throw new _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .InvalidValue */ .h6([{ path: '', message: `names nothing to check; allowed: ${oneKind}` }]);
    }
    if (others.length > 0) {
        const message = `names several things to check; allowed: ${oneKind}, and further checks for the rest`;
        throw new _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .InvalidValue */ .h6([{ path: '', message }]);
    }
    const [, read] = kind;
    return read(entry);
}
function readHttpCheck(entry) {
    const fields = (0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .parseMapping */ .KV)(_http_check_js__WEBPACK_IMPORTED_MODULE_2__/* .namedHttpCheckInputs */ .L2, entry);
    const problems = (0,_http_check_rules_js__WEBPACK_IMPORTED_MODULE_3__/* .httpCheckProblems */ .l)(fields);
    if (problems.length > 0)
        throw new _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .InvalidValue */ .h6(problems);
    return (0,_http_check_js__WEBPACK_IMPORTED_MODULE_2__/* .httpCheck */ .rM)(fields);
}
/** What is wrong where two checks have one name; undefined where none have. */
function sameNames(found) {
    const names = found.map((check) => check.name);
    const twice = names.some((name, index) => names.indexOf(name) !== index);
    return twice
        ? 'has two checks of one name; allowed: a name of its own for each (without one, what it checks)'
        : undefined;
}


/***/ }),

/***/ 1182:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ httpCheckProblems)
/* harmony export */ });
/** What is wrong between the fields of one check, as far as they could be read. */
function httpCheckProblems(fields) {
    return rules.flatMap((rule) => rule(fields) ?? []);
}
const rules = [
    ({ method, body }) => body !== undefined && (method === 'GET' || method === 'HEAD')
        ? {
            path: 'body',
            message: `cannot go with method ${method}; allowed with: POST, PUT, PATCH, DELETE, OPTIONS`,
        }
        : undefined,
    ({ basicAuth, headers }) => basicAuth !== undefined && [...(headers?.keys() ?? [])].some(isAuthorization)
        ? {
            path: 'basic-auth',
            message: 'cannot go with a header Authorization; allowed: one of the two',
        }
        : undefined,
    ({ url, resolve, followRedirects }) => url !== undefined &&
        followRedirects === false &&
        [...(resolve?.keys() ?? [])].some((host) => host !== url.hostname)
        ? { path: 'resolve', message: 'names a host that is never called; allowed: the host of url' }
        : undefined,
    ({ method, expectBody }) => method === 'HEAD' && expectBody !== undefined ? withoutBody('expect-body') : undefined,
    ({ method, expectJson }) => method === 'HEAD' && expectJson !== undefined ? withoutBody('expect-json') : undefined,
    ({ minCertificateDays, url }) => minCertificateDays !== undefined && url?.protocol === 'http:'
        ? { path: 'min-certificate-days', message: 'needs a certificate; allowed: with https://' }
        : undefined,
];
function isAuthorization(name) {
    return name.toLowerCase() === 'authorization';
}
function withoutBody(path) {
    return { path, message: 'cannot go with method HEAD; allowed: a method whose answer has a body' };
}


/***/ }),

/***/ 1422:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rM: () => (/* binding */ httpCheck),
  Qs: () => (/* binding */ httpCheckInputs),
  L2: () => (/* binding */ namedHttpCheckInputs)
});

// EXTERNAL MODULE: ./packages/action-kit/build/index.js + 51 modules
var build = __webpack_require__(5087);
// EXTERNAL MODULE: ./packages/checks/build/check.js
var check = __webpack_require__(7468);
;// CONCATENATED MODULE: ./packages/checks/build/inputs/basic-auth.js

/** `user:password`, split at the first colon by the server (RFC 7617). */
function credentials(options) {
    return {
        ...options,
        type: 'string',
        parse(raw) {
            const pair = (0,build/* asText */.e1)(raw);
            return /^[^:\s]+:./.test(pair) ? pair : (0,build/* invalid */.Gq)('is no pair; allowed: user:password');
        },
    };
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./packages/checks/build/http/address.js
const address_form = /^(?:\[(?<v6>[0-9a-f:.]+)\]|(?<bare>[0-9a-f]*:[0-9a-f:.]*:[0-9a-f.]*)|(?<name>[\w.-]+))(?::(?<port>\d{1,5}))?$/i;
/** Reads `10.0.0.7`, `10.0.0.7:8443`, `[::1]:8443` or `lb.example.com`; undefined where it is none. */
function findAddress(text) {
    const parts = address_form.exec(text)?.groups;
    const host = parts?.['v6'] ?? parts?.['bare'] ?? parts?.['name'];
    if (host === undefined)
        return undefined;
    const port = parts?.['port'] === undefined ? undefined : Number(parts['port']);
    return port === undefined || (port >= 1 && port <= 65_535) ? { host, port } : undefined;
}

// EXTERNAL MODULE: ./packages/checks/build/expectations/json-path.js
var json_path = __webpack_require__(61);
;// CONCATENATED MODULE: ./packages/checks/build/inputs/matchers.js



/**
 * An expression that came out empty (a typing error, an output that was dropped) would expect nothing,
 * and let every version pass: the check that proves a deployment would be gone without a word.
 */
const emptyIsWrong = 'is empty, so every answer would pass: check the expression that it comes from; for anything that is there write /./, or /.*/ to allow an empty text';
/** Text, or a regular expression between slashes. */
function matcher(options) {
    const parse = (raw) => parseMatcher((0,build/* asText */.e1)(raw));
    return { ...options, type: 'text or `/regex/`', emptyIsWrong, parse };
}
/** JSON paths with what is expected there. */
function jsonExpectations(options) {
    const parse = (raw) => eachEntry(raw, (path, value) => {
        const segments = (0,json_path/* findPath */.Hh)(path);
        if (segments === undefined)
            (0,build/* invalid */.Gq)('is no path; allowed: such as version, data.items[0].id or ["a.b"]');
        return { path, segments, matcher: parseMatcher(value) };
    });
    return { ...options, type: 'map', emptyIsWrong, parse };
}
/** Header names (in lower case) with what is expected. */
function headerExpectations(options) {
    const parse = (raw) => new Map(eachEntry(raw, (name, value) => {
        if (!isHeaderName(name))
            (0,build/* invalid */.Gq)('is no name of a header; allowed: such as x-version');
        return [name.toLowerCase(), parseMatcher(value)];
    }));
    return { ...options, type: 'map', emptyIsWrong, parse };
}
/** Whether HTTP allows the text as the name of a header. */
function isHeaderName(name) {
    try {
        (0,external_node_http_.validateHeaderName)(name);
        return true;
    }
    catch {
        return false;
    }
}
/** Reads every entry of a map; the problems of all come together, each behind its name. */
function eachEntry(raw, read) {
    const found = [];
    const problems = [];
    for (const [name, value] of (0,build/* map */.Tj)({ description: '' }).parse(raw)) {
        try {
            found.push(read(name, value));
        }
        catch (error) {
            if (!(error instanceof build/* InvalidValue */.h6))
                throw error;
            problems.push(...error.problems.map(({ message }) => ({ path: name, message })));
        }
    }
    if (problems.length > 0)
        throw new build/* InvalidValue */.h6(problems);
    return found;
}
function parseMatcher(written) {
    if (written.trim() === '')
        (0,build/* invalid */.Gq)(emptyIsWrong);
    const [, source, flags = ''] = /^\/(.+)\/([a-z]*)$/s.exec(written) ?? [];
    if (source === undefined)
        return { kind: 'text', text: written };
    if (!/^(?!.*(.).*\1)[imsu]*$/.test(flags)) {
        (0,build/* invalid */.Gq)('has flags after the last slash that are not known; allowed: i, m, s, u');
    }
    try {
        return { kind: 'pattern', pattern: new RegExp(source, flags) };
    }
    catch {
        return (0,build/* invalid */.Gq)('is no regular expression between its slashes; allowed: text, or /regex/');
    }
}

;// CONCATENATED MODULE: ./packages/checks/build/inputs/headers.js





/** Headers that follow from the request itself; another value would break the exchange. */
const ownHeaders = new Set(['connection', 'content-length', 'transfer-encoding', 'upgrade']);
/** Headers to send. */
function requestHeaders(options) {
    const parse = (raw) => {
        const seen = new Set();
        return new Map(eachEntry(raw, (name, value) => {
            if (!isHeaderName(name))
                (0,build/* invalid */.Gq)('is no name of a header; allowed: such as Accept');
            if (ownHeaders.has(name.toLowerCase()))
                (0,build/* invalid */.Gq)('is set by the check itself; leave it out');
            if (seen.has(name.toLowerCase()))
                (0,build/* invalid */.Gq)('is given twice; allowed: once, whatever the case');
            seen.add(name.toLowerCase());
            return [name, headerValue(name, value)];
        }));
    };
    return { ...options, type: 'map', parse };
}
function headerValue(name, value) {
    try {
        (0,external_node_http_.validateHeaderValue)(name, value.trim());
    }
    catch {
        (0,build/* invalid */.Gq)('has characters that no header may have; allowed: one line of Latin letters and signs');
    }
    return value.trim();
}
/** Host names with the address to call in their place. */
function resolutions(options) {
    const parse = (raw) => new Map(eachEntry(raw, (host, written) => {
        if (!/^[\w.-]+$/.test(host) || (0,external_node_net_.isIP)(host) !== 0) {
            (0,build/* invalid */.Gq)('is no host name; allowed: the host of url, without port');
        }
        const address = findAddress(written.trim());
        return address === undefined
            ? (0,build/* invalid */.Gq)('has no address; allowed: such as 10.0.0.7, 10.0.0.7:8443, [::1]:8443 or a host name')
            : [host.toLowerCase(), address];
    }));
    return { ...options, type: 'map', parse };
}

;// CONCATENATED MODULE: ./packages/checks/build/inputs/latency.js

/** A length of time that may be shorter than a second (`800ms`), in milliseconds. */
function latency(options) {
    const wholeSeconds = (0,build/* duration */.p0)({ description: '' });
    const parse = (raw) => {
        const written = (0,build/* asText */.e1)(raw);
        const milliseconds = /^(\d{1,9})ms$/.exec(written)?.[1];
        const found = milliseconds === undefined ? 1000 * wholeSeconds.parse(written) : Number(milliseconds);
        return found > 0 ? found : (0,build/* invalid */.Gq)('must be more than nothing; allowed: such as 800ms or 2s');
    };
    return { ...options, type: 'duration (also `800ms`)', parse };
}

// EXTERNAL MODULE: ./packages/checks/build/inputs/names.js
var names = __webpack_require__(7069);
;// CONCATENATED MODULE: ./packages/checks/build/inputs/statuses.js

const allowed = 'allowed: statuses from 200 to 599 and ranges of them, such as 200-299,301';
/** HTTP statuses and ranges of them: `200-299,301`. */
function statuses(options) {
    const items = (0,build/* list */.p_)({ description: '' });
    const parse = (raw) => {
        const ranges = items.parse(raw).map(parseRange);
        return ranges.length > 0 ? ranges : (0,build/* invalid */.Gq)(`names no status; ${allowed}`);
    };
    return { ...options, type: 'statuses', parse };
}
function parseRange(item) {
    const match = /^(\d{3})(?:\s*-\s*(\d{3}))?$/.exec(item);
    if (match === null)
        return (0,build/* invalid */.Gq)(`has a part that is no status; ${allowed}`);
    const from = Number(match[1]);
    const to = Number(match[2] ?? match[1]);
    if (from > to)
        (0,build/* invalid */.Gq)(`has a range that ends before it begins; ${allowed}`);
    return from >= 200 && to <= 599 ? { from, to } : (0,build/* invalid */.Gq)(`has a status out of range; ${allowed}`);
}

// EXTERNAL MODULE: ./packages/checks/build/inputs/url.js
var url = __webpack_require__(1220);
;// CONCATENATED MODULE: ./packages/checks/build/inputs/http-check.js









/**
 * The inputs of one check over HTTP, besides `url` and `name`. The same table reads an action's own
 * inputs and each entry of a `checks` input.
 */
const httpCheckInputs = {
    method: (0,build/* choice */.Yq)(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'], {
        description: 'Method of the request.',
        default: 'GET',
    }),
    headers: requestHeaders({
        description: 'Headers to send. They never go to another origin when a redirect leads there.',
        sensitive: true,
    }),
    body: (0,build/* text */.Qq)({
        description: 'Body to send. Set its `Content-Type` in `headers`.',
        sensitive: true,
    }),
    'basic-auth': credentials({
        description: '`user:password` for HTTP basic authentication. It never goes to another origin.',
        sensitive: true,
    }),
    'expect-status': statuses({
        description: 'Statuses that count as healthy: single ones and ranges, such as `200-299,301`.',
        default: '200-299',
    }),
    'expect-body': matcher({
        description: 'Text that the body must contain, or a `/regex/` that it must match.',
    }),
    'expect-json': jsonExpectations({
        description: 'What the JSON body must hold: `path=value` lines with paths such as `version` or `items[0].id`. ' +
            'Numbers compare as written, `/regex/` matches (`/./`: anything but null), and an empty value is an error.',
    }),
    'expect-header': headerExpectations({
        description: 'Headers that the answer must have: `name=value` lines. The value is the whole text or a `/regex/` ' +
            '(`/.*/`: any); an empty one is an error.',
    }),
    'max-latency': latency({
        description: 'The longest that an answer may take, from connecting to its last byte, such as `800ms`.',
    }),
    'min-certificate-days': (0,build/* integer */.nd)({
        description: 'Days for which the TLS certificate must still be valid.',
        min: 1,
        max: 3650,
    }),
    'follow-redirects': (0,build/* flag */.Jt)({
        description: 'Follow up to 10 redirects. Without it a redirect is an answer like any other.',
        default: 'false',
    }),
    resolve: resolutions({
        description: 'Where to connect in place of what DNS says: `host=address` or `host=address:port`. ' +
            'Host header and certificate stay those of the host.',
    }),
};
/** The inputs of one entry of a `checks` input. */
const namedHttpCheckInputs = {
    name: (0,names/* checkName */.I3)({ description: 'How the check is called in the log and the report.' }),
    url: (0,url/* url */.O)({ description: 'The address to check.', required: true }),
    ...httpCheckInputs,
};
/** The check that the fields describe; without a name it is called by its address. */
function httpCheck(fields) {
    const { url: address, method, headers, body, basicAuth, followRedirects, resolve } = fields;
    return {
        kind: 'http',
        name: fields.name ?? (0,check/* shownUrl */.zA)(address),
        request: {
            url: address,
            method,
            headers: headers ?? new Map(),
            body,
            basicAuth,
            followRedirects,
            resolve: resolve ?? new Map(),
        },
        expected: {
            statuses: fields.expectStatus,
            body: fields.expectBody,
            json: fields.expectJson ?? [],
            headers: fields.expectHeader ?? new Map(),
            maxLatencyMs: fields.maxLatency,
            minCertificateDays: fields.minCertificateDays,
        },
    };
}


/***/ }),

/***/ 7069:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I3: () => (/* binding */ checkName),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   ar: () => (/* binding */ serviceForm),
/* harmony export */   eZ: () => (/* binding */ namesOf),
/* harmony export */   hg: () => (/* binding */ targetGroupForm)
/* harmony export */ });
/* harmony import */ var _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5087);

/** Names of services, or their ARNs. */
const serviceForm = {
    pattern: /^(arn:[^:\s]+:ecs:[^:\s]*:\d{12}:service\/([\w-]{1,255}\/)?)?[\w-]{1,255}$/,
    what: 'a service; allowed: its name or its ARN',
};
/** Names of target groups, or their ARNs. */
const targetGroupForm = {
    pattern: /^([A-Za-z0-9-]{1,32}|arn:[^:\s]+:elasticloadbalancing:[^:\s]*:\d{12}:targetgroup\/[\w-]+\/[0-9a-f]+)$/,
    what: 'a target group; allowed: its name or its ARN',
};
/** One name of a form. */
function nameOf(form, options) {
    const parse = (raw) => inForm(form, (0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description: '' }).parse(raw));
    return { ...options, type: 'string', parse };
}
/** One or more different names of a form. */
function namesOf(form, options) {
    const parse = (raw) => {
        const names = (0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)({ description: '' }).parse(raw);
        if (names.length === 0)
            (0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)('names nothing; allowed: one or more, a line each');
        if (new Set(names).size < names.length)
            (0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)('has a name twice; allowed: each of them once');
        return names.map((name) => inForm(form, name));
    };
    return { ...options, type: 'list', parse };
}
function inForm({ pattern, what }, name) {
    return pattern.test(name) ? name : (0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)(`has a part that is no name of ${what}`);
}
/** How a check is called: one line, since it stands in tables and lists. */
function checkName(options) {
    const parse = (raw) => {
        const name = (0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description: '' }).parse(raw);
        const isFine = name.length <= 100 && !/\p{Cc}/u.test(name);
        return isFine ? name : (0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)('is too long; allowed: one line of at most 100 characters');
    };
    return { ...options, type: 'string', parse };
}


/***/ }),

/***/ 3240:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hh: () => (/* binding */ scheduleInputs),
/* harmony export */   Kg: () => (/* binding */ scheduleProblems),
/* harmony export */   _: () => (/* binding */ schedule)
/* harmony export */ });
/* harmony import */ var _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5087);

/** No timer of Node runs longer than 24 days, and no job of GitHub longer than five. */
const aSecondToAWeek = ['1s', '7d'];
/** The inputs that say how often checks are made and when there is a verdict. */
const scheduleInputs = {
    timeout: (0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)({
        range: aSecondToAWeek,
        description: 'How long the checks may take to become healthy, `hold` included.',
        default: '5m',
    }),
    interval: (0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)({
        range: aSecondToAWeek,
        description: 'Time between two attempts of a check. While it fails, this grows to 15 seconds.',
        default: '2s',
    }),
    'request-timeout': (0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)({
        range: aSecondToAWeek,
        description: 'How long one attempt may take, with redirects and the whole body.',
        default: '10s',
    }),
    successes: (0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .nd)({
        description: 'How many attempts of each check must succeed one after the other.',
        default: '3',
        min: 1,
        max: 1000,
    }),
    hold: (0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)({
        description: 'How long all checks must stay healthy after the first moment in which all were. ' +
            'A failure in that time begins it anew.',
        default: '0',
    }),
};
/** The schedule that the inputs describe. */
function schedule(fields) {
    const { timeout, interval, requestTimeout, successes, hold } = fields;
    return {
        timeoutMs: timeout * 1000,
        intervalMs: interval * 1000,
        requestTimeoutMs: requestTimeout * 1000,
        successes,
        holdMs: hold * 1000,
    };
}
/** What is wrong between the inputs of the schedule: a time that can never be enough. */
function* scheduleProblems(fields) {
    const { timeout, interval, successes, hold } = fields;
    if (timeout === undefined)
        return;
    const within = `allowed: less than timeout, which is ${(0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .formatSeconds */ .Xo)(timeout)}`;
    if (hold !== undefined && hold >= timeout) {
        yield { path: 'hold', message: `leaves no time to become healthy; ${within}` };
    }
    if (interval !== undefined && successes !== undefined && (successes - 1) * interval >= timeout) {
        yield {
            path: 'successes',
            message: `times interval can never fit into timeout, which is ${(0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .formatSeconds */ .Xo)(timeout)}; allowed: fewer, or a longer timeout`,
        };
    }
}


/***/ }),

/***/ 8913:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K_: () => (/* binding */ inCluster),
  M3: () => (/* binding */ namedServiceInputs),
  Ds: () => (/* binding */ namedTargetGroupInputs),
  wD: () => (/* binding */ serviceCheck),
  Vc: () => (/* binding */ serviceCheckInputs),
  V0: () => (/* binding */ serviceChecks),
  Z2: () => (/* binding */ targetGroupCheck)
});

// EXTERNAL MODULE: ./packages/action-kit/build/index.js + 51 modules
var build = __webpack_require__(5087);
// EXTERNAL MODULE: ./packages/aws/build/arn.js
var arn = __webpack_require__(142);
// EXTERNAL MODULE: ./packages/checks/build/check.js
var check = __webpack_require__(7468);
// EXTERNAL MODULE: ./packages/registry/build/reference/image-reference.js + 1 modules
var image_reference = __webpack_require__(6148);
;// CONCATENATED MODULE: ./packages/checks/build/inputs/expected-image.js


/** An output that was dropped on its way would expect nothing, and let every image pass. */
const emptyIsWrong = 'is empty, so every image would pass: check the expression that it comes from, or leave it out';
const digest = /^sha256:[0-9a-f]{64}$/;
/** A digest, or the name of an image. */
function expectedImage(options) {
    return { ...options, type: 'string', emptyIsWrong, parse: parseImage };
}
/** A digest or the name of an image for all services, or `service=…` lines. */
function expectedImages(options) {
    const parse = (raw) => typeof raw === 'string' && !/^\s*\{|=|:\s/.test(raw)
        ? parseImage(raw)
        : new Map((0,build/* parseEach */.lc)((0,build/* map */.Tj)({ description: '' }).parse(raw), parseImage));
    return { ...options, type: 'string or map', parse };
}
function parseImage(raw) {
    const text = (0,build/* asText */.e1)(raw);
    if (text === '')
        (0,build/* invalid */.Gq)(emptyIsWrong);
    if (digest.test(text))
        return text;
    if (text.startsWith('sha256:'))
        (0,build/* invalid */.Gq)('is no digest; allowed: sha256: and 64 digits of 0-9 and a-f');
    (0,image_reference/* parseImageReference */.o_)(text);
    return text;
}

// EXTERNAL MODULE: ./packages/checks/build/inputs/names.js
var names = __webpack_require__(7069);
;// CONCATENATED MODULE: ./packages/checks/build/inputs/service-check.js





const minTaskAge = (0,build/* duration */.p0)({
    range: ['0', '7d'],
    description: 'How long every task must have been running. Without it: `30s` where the service has neither a container health check nor a target group, else `0`.',
});
/** The inputs of an action that checks services of ECS and target groups. */
const serviceCheckInputs = {
    cluster: (0,build/* text */.Qq)({ description: 'Cluster of the services: name or ARN.', default: 'default' }),
    services: (0,names/* namesOf */.eZ)(names/* serviceForm */.ar, {
        description: 'ECS services whose health is read from ECS itself: names or ARNs. For what has no port, too.',
    }),
    'min-task-age': minTaskAge,
    'expect-digest': expectedImages({
        description: 'What every task of the services must run: a digest, or the name of an image, whose digest is then looked up; or `service=…` lines.',
    }),
    'target-groups': (0,names/* namesOf */.eZ)(names/* targetGroupForm */.hg, {
        description: 'Target groups whose targets must all be healthy, as the load balancer sees them: names or ARNs. For what a runner cannot reach.',
    }),
};
/** The inputs of an entry of a `checks` input that is about a service. */
const namedServiceInputs = {
    name: (0,names/* checkName */.I3)({ description: 'How the check is called in the log and the report.' }),
    service: (0,names/* nameOf */.Vb)(names/* serviceForm */.ar, { description: 'The service: name or ARN.', required: true }),
    cluster: (0,build/* text */.Qq)({ description: 'Cluster of the service: name or ARN.' }),
    'min-task-age': minTaskAge,
    'expect-digest': expectedImage({
        description: 'What every task must run: a digest, or the name of an image.',
    }),
};
/** The inputs of an entry of a `checks` input that is about a target group. */
const namedTargetGroupInputs = {
    name: (0,names/* checkName */.I3)({ description: 'How the check is called in the log and the report.' }),
    'target-group': (0,names/* nameOf */.Vb)(names/* targetGroupForm */.hg, {
        description: 'The target group: name or ARN.',
        required: true,
    }),
};
/** The check of one entry that is about a service. */
function serviceCheck(fields) {
    const { name, service, cluster, minTaskAge: minTaskAgeSeconds, expectDigest } = fields;
    return {
        kind: 'service',
        name: name ?? `service ${(0,arn/* nameFromArn */.N)(service)}`,
        cluster,
        service,
        minTaskAgeSeconds,
        expectedImage: expectDigest,
    };
}
/** The check of one entry that is about a target group. */
function targetGroupCheck({ name, targetGroup, }) {
    return {
        kind: 'target-group',
        name: name ?? `target group ${(0,check/* targetGroupName */.IT)(targetGroup)}`,
        targetGroup,
    };
}
/** The checks of all services and target groups that an action's own inputs name. */
function serviceChecks(fields) {
    const { cluster, services = [], minTaskAge: age, expectDigest, targetGroups = [] } = fields;
    const expected = (service) => typeof expectDigest === 'string' ? expectDigest : expectDigest?.get((0,arn/* nameFromArn */.N)(service));
    return [
        ...services.map((service) => serviceCheck({
            name: undefined,
            service,
            cluster,
            minTaskAge: age,
            expectDigest: expected(service),
        })),
        ...targetGroups.map((targetGroup) => targetGroupCheck({ name: undefined, targetGroup })),
    ];
}
/** The same checks, where services without a cluster of their own are looked for in this one. */
function inCluster(checks, cluster) {
    return checks.map((check) => check.kind === 'service' ? { ...check, cluster: check.cluster ?? cluster } : check);
}


/***/ }),

/***/ 1220:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ url)
/* harmony export */ });
/* harmony import */ var _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5087);

/** An absolute http or https address. Credentials in it would be printed everywhere: refused. */
function url(options) {
    return { ...options, type: 'url', parse: parseUrl };
}
function parseUrl(raw) {
    const found = URL.parse((0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)(raw));
    if (found === null || !['http:', 'https:'].includes(found.protocol)) {
        return (0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)('is no web address; allowed: an absolute address that begins with http:// or https://');
    }
    if (found.username !== '' || found.password !== '') {
        (0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)('carries a user name or password; allowed: an address without them, and basic-auth');
    }
    return found;
}


/***/ }),

/***/ 9000:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ runChecks)
});

// EXTERNAL MODULE: ./packages/action-kit/build/index.js + 51 modules
var build = __webpack_require__(5087);
// EXTERNAL MODULE: ./packages/checks/build/attempt.js
var attempt = __webpack_require__(5210);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./packages/checks/build/expectations/excerpt.js

/** A text on one line without control characters, cut to `length`. */
function excerpt(text, length) {
    const line = (0,external_node_util_.stripVTControlCharacters)(text)
        .replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
        .trim();
    return line.length > length ? `${line.slice(0, length - 1)}…` : line;
}

// EXTERNAL MODULE: ./packages/checks/build/expectations/expectations.js
var expectations = __webpack_require__(6828);
// EXTERNAL MODULE: ./packages/checks/build/expectations/json-path.js
var json_path = __webpack_require__(61);
// EXTERNAL MODULE: ./packages/checks/build/expectations/matcher.js
var expectations_matcher = __webpack_require__(7377);
;// CONCATENATED MODULE: ./packages/checks/build/expectations/status-remedy.js
/** From the most special to the most general: the first row that fits counts. */
const rows = [
    {
        from: 300,
        to: 399,
        remedy: 'Let url name the address that the redirect leads to, or set follow-redirects: true.',
    },
    {
        from: 401,
        to: 401,
        remedy: 'Give credentials in basic-auth or headers, or check an address that needs none.',
    },
    {
        from: 403,
        to: 403,
        remedy: 'Check the credentials in basic-auth or headers; a firewall (WAF) may also refuse the runner.',
    },
    {
        from: 404,
        to: 404,
        remedy: 'Check the path in url, and which service the rules of the load balancer send it to: it may be another one.',
    },
    { from: 405, to: 405, remedy: 'Check method: the application does not take this one here.' },
    {
        from: 429,
        to: 429,
        remedy: 'The application limits its callers: raise interval, or exempt the health address.',
    },
    {
        from: 502,
        to: 502,
        remedy: 'The load balancer reached no working container: look into the logs of the service for a crash.',
    },
    {
        from: 503,
        to: 503,
        remedy: 'The load balancer has no healthy target, or the application is not ready: look at the events and logs of the service.',
    },
    {
        from: 504,
        to: 504,
        remedy: 'The application did not answer the load balancer in time: look into its logs for what it waits for.',
    },
    { from: 500, to: 599, remedy: 'Look into the logs of the application for the error.' },
];
/** What to do about a status that was not expected. */
function statusRemedy(status) {
    const row = rows.find(({ from, to }) => from <= status && status <= to);
    return row?.remedy ?? 'Check url and what is sent; set expect-status where this answer is right.';
}

;// CONCATENATED MODULE: ./packages/checks/build/expectations/evaluate.js





/**
 * Everything in an answer that is not as expected; empty for a healthy one. With a wrong status
 * nothing else is looked at: an error page has neither version nor header.
 */
function evaluate(expected, judged) {
    const { status } = judged.answer;
    if (!expected.statuses.some(({ from, to }) => from <= status && status <= to)) {
        return [statusFinding(expected, judged)];
    }
    return [
        ...headerFindings(expected, judged),
        ...bodyFindings(expected, judged),
        ...jsonFindings(expected, judged),
        ...latencyFindings(expected, judged),
        ...certificateFindings(expected, judged),
    ];
}
function statusFinding({ statuses }, { answer, hide }) {
    const { status } = answer;
    const location = answer.headers.get('location');
    const target = location === undefined ? '' : ` to ${hide(shownLocation(location))}`;
    const message = `answered ${status}${target}, expected ${(0,expectations/* formatStatuses */.c)(statuses)}`;
    return {
        key: `status ${status}`,
        message: `${message}${quoted(hide(answer.body))}`,
        remedy: statusRemedy(status),
    };
}
/** Where an answer redirects to, without what may be secret in it. */
function shownLocation(location) {
    return excerpt(location.replace(/[?#].*$/s, '').replace(/\/\/[^/@]*@/, '//'), 120);
}
function* headerFindings({ headers }, { answer, hide }) {
    for (const [name, matcher] of headers) {
        const value = answer.headers.get(name);
        if (value !== undefined && (0,expectations_matcher/* matches */.cK)(matcher, value))
            continue;
        const actual = value === undefined ? undefined : `${name}: ${hide(value)}`;
        yield mismatch({ name, actual, matcher, status: answer.status });
    }
}
function* bodyFindings({ body }, { answer, hide }) {
    if (body === undefined)
        return;
    const found = body.kind === 'text' ? answer.body.includes(body.text) : (0,expectations_matcher/* matches */.cK)(body, answer.body);
    if (found)
        return;
    const verb = body.kind === 'text' ? 'contain' : 'match';
    const part = (0,expectations_matcher/* searchedPart */.dQ)(body, answer.body) || (answer.truncated ? 'in its first MiB' : '');
    const other = speaksOfVersion(body, '', answer.status) ? `: ${otherVersion}` : '';
    yield {
        key: 'body',
        message: `answered ${answer.status} with a body that does not ${verb} ${(0,expectations_matcher/* describeMatcher */.OT)(body)} ${part}`.trimEnd() +
            `${other}${quoted(hide(answer.body))}`,
        remedy: other === '' ? wrongAnswerRemedy : otherVersionRemedy,
    };
}
function* jsonFindings({ json }, judged) {
    if (json.length === 0)
        return;
    const { answer, hide } = judged;
    const document = (0,json_path/* findJson */.ov)(answer.body);
    if (document === undefined) {
        const what = answer.truncated
            ? 'more than 1 MiB, too long to be read as JSON'
            : 'something that is no JSON';
        yield {
            key: 'json',
            message: `answered ${answer.status} with ${what}${quoted(hide(answer.body))}`,
            remedy: 'Check that url leads to the application and not to a page before it, such as a sign-in page.',
        };
        return;
    }
    for (const expectation of json)
        yield* jsonFinding(expectation, document.root, judged);
}
function* jsonFinding({ path, segments, matcher }, root, { answer, hide }) {
    const value = (0,json_path/* valueAt */.fK)(root, segments);
    if ((0,json_path/* jsonMatches */._s)(matcher, value))
        return;
    const text = value === undefined ? undefined : (0,json_path/* textOf */.b6)(value);
    const actual = text === undefined ? undefined : `${path}=${hide(text)}`;
    const part = (0,expectations_matcher/* searchedPart */.dQ)(matcher, text ?? '');
    yield mismatch({ name: path, actual, matcher, status: answer.status, part });
}
function mismatch(of) {
    const { name, actual, matcher, status, part = '' } = of;
    const what = actual === undefined ? `without ${name}` : excerpt(actual, 120);
    const expected = excerpt((0,expectations_matcher/* describeMatcher */.OT)(matcher), 120);
    const message = `answered ${what}, expected ${expected} ${part}`.trimEnd();
    if (!speaksOfVersion(matcher, name, status))
        return { key: message, message, remedy: wrongAnswerRemedy };
    return {
        key: message,
        message: `${message}: ${otherVersion}`,
        remedy: otherVersionRemedy,
    };
}
/** Which of two versions is newer cannot be seen: most of them are commits or digests. */
const otherVersion = 'another version answers (perhaps the old one, perhaps a newer)';
/** Only a good answer comes from some version of the application; an error page from anywhere. */
function speaksOfVersion(matcher, name, status) {
    return status >= 200 && status < 300 && (0,expectations_matcher/* isVersionCheck */.d0)(matcher, name);
}
function* latencyFindings({ maxLatencyMs }, { answer }) {
    if (maxLatencyMs === undefined || answer.latencyMs <= maxLatencyMs)
        return;
    yield {
        key: 'latency',
        message: `answered after ${Math.ceil(answer.latencyMs)} ms, expected at most ${maxLatencyMs} ms`,
        remedy: 'Look whether the application is short of CPU or still warming up, or raise max-latency.',
    };
}
const dayMs = 86_400_000;
function* certificateFindings({ minCertificateDays }, { answer, now }) {
    if (minCertificateDays === undefined)
        return;
    const { certificateEndsAt } = answer;
    const days = certificateEndsAt === undefined ? 0 : Math.floor((certificateEndsAt - now) / dayMs);
    if (days >= minCertificateDays)
        return;
    yield {
        key: 'certificate-days',
        message: `has a certificate that is valid for ${days} more days, expected at least ${minCertificateDays}`,
        remedy: 'Renew the certificate; one of ACM renews itself while its DNS validation record is in place.',
    };
}
const otherVersionRemedy = 'Look whether the deployment of the expected version has finished, whether a newer one has followed, and whether url leads to the service that was deployed; ' +
    'when it is only slow, raise timeout.';
const wrongAnswerRemedy = 'Check that url leads to the application that was deployed, and look into its logs; correct the expectation if it is outdated.';
function quoted(body) {
    const words = excerpt(body, 200);
    return words === '' ? '' : `; it says: ${words}`;
}

// EXTERNAL MODULE: ./packages/checks/build/secrets.js
var secrets = __webpack_require__(7270);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(1692);
;// CONCATENATED MODULE: ./packages/checks/build/http/no-answer.js

const seconds = ({ afterMs }) => (0,build/* formatSeconds */.Xo)(Math.max(1, Math.round(afterMs / 1000)));
const no_answer_rows = {
    dns: {
        message: ({ host, code }) => `the name of ${host} cannot be resolved (${code})`,
        remedy: 'Check the spelling of the host and its DNS record. A name of a private zone is not known to a runner outside the VPC.',
    },
    refused: {
        message: ({ host }) => `${host} refused the connection`,
        remedy: 'Nothing listens on that port: check the port in url, and that the application listens on 0.0.0.0 and has started.',
    },
    unreachable: {
        message: ({ host, code }) => `there is no way to ${host} (${code})`,
        remedy: 'Check that the runner has a route to that network; a private address needs a runner in the VPC.',
    },
    reset: {
        message: ({ host }) => `${host} closed the connection before the answer was complete`,
        remedy: 'The application or a load balancer gave up in the middle: look into the logs of the container for a crash at that time.',
    },
    certificate: {
        message: ({ host, code }) => `the TLS certificate of ${host} is not valid for it (${code})`,
        remedy: 'Renew the certificate or add the host to it. For a private certificate authority set NODE_EXTRA_CA_CERTS to its file in env of the step.',
    },
    tls: {
        message: ({ host, code }) => `no TLS connection to ${host} could be agreed (${code})`,
        remedy: 'Check that the port speaks TLS, version 1.2 or newer; for plain HTTP let url begin with http://.',
    },
    'not-http': {
        message: ({ host, code }) => `${host} answered with something that is not HTTP (${code})`,
        remedy: 'Check the port in url; where the port speaks TLS, let url begin with https://.',
    },
    'no-connection': {
        message: (failed) => `no connection to ${failed.host} within ${seconds(failed)}`,
        remedy: 'Packets vanish on the way: check security groups, network ACLs and that the load balancer is internet-facing.',
    },
    slow: {
        message: (failed) => `${failed.host} took the connection, but gave no answer within ${seconds(failed)}`,
        remedy: 'The application is busy or waits for something, often its database: look into its logs, or raise request-timeout.',
    },
    unfinished: {
        message: (failed) => `the answer of ${failed.host} was not complete within ${seconds(failed)}`,
        remedy: 'Check an address whose answer is short and comes to an end, or raise request-timeout.',
    },
    redirects: {
        message: ({ host }) => `${host} redirects again and again, more than 10 times`,
        remedy: 'Check the redirects of the application, often between http and https, and let url name the last address.',
    },
    'redirect-address': {
        message: ({ host }) => `${host} redirects to something that is no web address`,
        remedy: 'Correct the Location header that the application sends.',
    },
    'redirect-body': {
        message: ({ host }) => `${host} redirects to another origin, to which the body is not sent`,
        remedy: 'Let url name the address that the redirect leads to.',
    },
    other: {
        message: ({ host, code }) => `the request to ${host} failed${code === '' ? '' : ` (${code})`}`,
        remedy: 'Try the address from the same runner with curl -v, and check the network of the runner.',
    },
};
/** What a missing answer means to the user. */
function noAnswerFinding(failed) {
    const { message, remedy } = no_answer_rows[failed.cause];
    return { key: `${failed.cause} ${failed.host} ${failed.code}`, message: message(failed), remedy };
}
const causesByCode = [
    [/^(?:ENOTFOUND|EAI_\w+|ENODATA)$/, 'dns'],
    [/^ECONNREFUSED$/, 'refused'],
    [/^(?:EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|EACCES|ENETDOWN)$/, 'unreachable'],
    [/^(?:ECONNRESET|EPIPE|ECONNABORTED)$/, 'reset'],
    [/^ETIMEDOUT$/, 'no-connection'],
    [/CERT|VERIFY|ISSUER|ALTNAME|CRL/, 'certificate'],
    [/^(?:EPROTO|ERR_SSL_\w+|ERR_TLS_\w+)$/, 'tls'],
    [/^HPE_/, 'not-http'],
];
/** The cause behind a code of Node's networking. */
function causeOfCode(code) {
    return causesByCode.find(([form]) => form.test(code))?.[1] ?? 'other';
}
/** What it is called when time is over in a phase. */
const timeoutCauses = {
    connecting: 'no-connection',
    waiting: 'slow',
    reading: 'unfinished',
};

;// CONCATENATED MODULE: ./packages/checks/build/http/exchange.js





/** More of a body is not read: what a health check says is short. */
const maximumBodyBytes = 1024 * 1024;
/**
 * Sends one request on a connection of its own and reads the answer, at most 1 MiB of its body.
 * It never throws: when `signal` is aborted, the result tells how far the exchange got.
 */
async function exchange(message, signal) {
    let phase = 'connecting';
    try {
        const outgoing = exchange_open(message, signal);
        outgoing.once('socket', (socket) => {
            const connected = message.url.protocol === 'https:' ? 'secureConnect' : 'connect';
            socket.once(connected, () => (phase = 'waiting'));
        });
        const incoming = await response(outgoing);
        phase = 'reading';
        const certificateEndsAt = certificateEnd(incoming.socket);
        const body = await readBody(incoming);
        return {
            kind: 'answer',
            status: incoming.statusCode ?? 0,
            headers: joinedHeaders(incoming.headers),
            ...body,
            certificateEndsAt,
        };
    }
    catch (error) {
        if (signal.aborted)
            return { kind: 'no-answer', cause: timeoutCauses[phase], code: '' };
        const code = codeOf(error);
        return { kind: 'no-answer', cause: causeOfCode(code), code };
    }
}
function exchange_open({ url, method, headers, body, address }, signal) {
    const hostname = url.hostname.replace(/^\[|\]$/g, '');
    const options = {
        method,
        signal,
        path: `${url.pathname}${url.search}`,
        host: address?.host ?? hostname,
        // The host is named here because Node would name the address instead. Every attempt opens its
        // own connection: names, targets and certificates are looked at anew.
        headers: { host: url.host, ...Object.fromEntries(headers), connection: 'close' },
    };
    const port = address?.port ?? url.port;
    if (port !== '')
        options.port = port;
    if ((0,external_node_net_.isIP)(hostname) === 0)
        options.servername = hostname;
    const outgoing = url.protocol === 'https:' ? external_node_https_.request(options) : external_node_http_.request(options);
    outgoing.end(body);
    return outgoing;
}
function response(outgoing) {
    return new Promise((resolve, reject) => {
        outgoing.once('response', resolve);
        // It stays when the response is there: an error while the body is read is the body's to tell.
        outgoing.on('error', reject);
        outgoing.once('close', () => reject(new Error('The connection was closed without an answer.')));
    });
}
async function readBody(incoming) {
    const chunks = [];
    let size = 0;
    for await (const chunk of incoming) {
        // no encoding is set: buffers
        chunks.push(chunk);
        size += chunk.byteLength;
        if (size > maximumBodyBytes)
            break;
    }
    const bytes = Buffer.concat(chunks).subarray(0, maximumBodyBytes);
    return { body: bytes.toString('utf8'), truncated: size > maximumBodyBytes };
}
function certificateEnd(socket) {
    if (!(socket instanceof external_node_tls_.TLSSocket))
        return undefined;
    const end = Date.parse(socket.getPeerCertificate().valid_to);
    return Number.isNaN(end) ? undefined : end;
}
function joinedHeaders(headers) {
    const entries = Object.entries(headers).flatMap(([name, value]) => value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]]);
    return new Map(entries);
}
function codeOf(error) {
    return error instanceof Error && 'code' in error ? String(error.code) : '';
}

;// CONCATENATED MODULE: ./packages/checks/build/http/redirect.js
const redirects = new Set([301, 302, 303, 307, 308]);
/** Headers that say nothing about whoever sends them. */
const harmless = new Set(['accept', 'accept-encoding', 'accept-language', 'user-agent']);
/** Whether an answer asks to go elsewhere. */
function isRedirect(status, headers) {
    return redirects.has(status) && headers.has('location');
}
/**
 * The request that a redirect asks for. Another origin gets no credentials, no header that the user
 * set except harmless ones, and no body. POST becomes GET where browsers do so.
 * https://fetch.spec.whatwg.org/#http-redirect-fetch
 */
function redirected(message, status, location) {
    const url = URL.parse(location, message.url.href);
    if (url === null || !['http:', 'https:'].includes(url.protocol))
        return { cause: 'redirect-address' };
    const elsewhere = url.origin !== message.url.origin;
    const keepsBody = !becomesGet(message.method, status);
    if (elsewhere && keepsBody && message.body !== undefined)
        return { cause: 'redirect-body' };
    const body = keepsBody ? message.body : undefined;
    const method = keepsBody ? message.method : 'GET';
    const headers = [...message.headers].filter(([name]) => {
        if (elsewhere)
            return harmless.has(name.toLowerCase());
        return keepsBody || !name.toLowerCase().startsWith('content-');
    });
    return { url, method, body, headers: new Map(headers), address: undefined };
}
function becomesGet(method, status) {
    if (status === 303)
        return method !== 'GET' && method !== 'HEAD';
    return (status === 301 || status === 302) && method === 'POST';
}

;// CONCATENATED MODULE: ./packages/checks/build/http/fetch-answer.js


const maximumRedirects = 10;
/**
 * Sends the request of a check and follows redirects where it says so. The time-out covers all of it.
 * Whatever the other side does is a result; it throws only the reason of `signal` when that is aborted.
 */
async function fetchAnswer(request, { timeoutMs, signal }) {
    const timeout = new AbortController();
    const timer = setTimeout(() => timeout.abort(), timeoutMs);
    try {
        const fetched = await follow(request, AbortSignal.any([signal, timeout.signal]));
        signal.throwIfAborted();
        return fetched;
    }
    finally {
        clearTimeout(timer);
    }
}
async function follow(request, signal) {
    const start = performance.now();
    let message = firstMessage(request);
    let certificateEndsAt;
    const failed = (cause, code = '') => {
        const afterMs = performance.now() - start;
        return { kind: 'no-answer', cause, code, host: calledHost(message), afterMs };
    };
    for (let redirects = 0; redirects <= maximumRedirects; redirects++) {
        const exchanged = await exchange(message, signal);
        if (exchanged.kind === 'no-answer')
            return failed(exchanged.cause, exchanged.code);
        certificateEndsAt = earlier(certificateEndsAt, exchanged.certificateEndsAt);
        const location = exchanged.headers.get('location');
        const goesOn = request.followRedirects && isRedirect(exchanged.status, exchanged.headers);
        if (!goesOn || location === undefined) {
            return { ...exchanged, certificateEndsAt, latencyMs: performance.now() - start };
        }
        const next = redirected(message, exchanged.status, location);
        if ('cause' in next)
            return failed(next.cause);
        message = { ...next, address: request.resolve.get(next.url.hostname) };
    }
    return failed('redirects');
}
function firstMessage({ url, method, headers, body, basicAuth, resolve }) {
    const sent = new Map([
        ['accept', '*/*'],
        ['accept-encoding', 'identity'],
        ['user-agent', 'deploy-actions'],
    ]);
    for (const [name, value] of headers)
        sent.set(name.toLowerCase(), value);
    if (basicAuth !== undefined)
        sent.set('authorization', `Basic ${base64(basicAuth)}`);
    return { url, method, headers: sent, body, address: resolve.get(url.hostname) };
}
function calledHost({ url, address }) {
    if (address === undefined)
        return url.host;
    const port = address.port === undefined ? '' : `:${address.port}`;
    return `${url.host} at ${address.host}${port}`;
}
function earlier(one, other) {
    if (one === undefined || other === undefined)
        return one ?? other;
    return Math.min(one, other);
}
function base64(text) {
    return Buffer.from(text).toString('base64');
}

;// CONCATENATED MODULE: ./packages/checks/build/http/attempt-http.js





/** Sends the request of a check and judges the answer; see `Probe`. */
async function attemptHttp(check, limits) {
    const fetched = await fetchAnswer(check.request, limits);
    if (fetched.kind === 'no-answer') {
        return { verdict: 'failed', status: undefined, findings: [noAnswerFinding(fetched)] };
    }
    const findings = evaluate(check.expected, {
        answer: fetched,
        hide: (0,secrets/* hider */.H)(check),
        now: Date.now(),
    });
    const { status, latencyMs } = fetched;
    const seen = `answered ${status} in ${Math.round(latencyMs)} ms`;
    return (0,attempt/* failedOr */.L)(findings, { verdict: 'passed', seen, status, latencyMs });
}

;// CONCATENATED MODULE: ./packages/checks/build/probe.js

/** The probe of a check. What asks AWS is loaded on demand: most runs only send requests over HTTP. */
async function openProbe(check, resources) {
    if (check.kind === 'http')
        return { attempt: (limits) => attemptHttp(check, limits) };
    if (check.kind === 'service') {
        const { ServiceProbe } = await Promise.all(/* import() */[__webpack_require__.e(572), __webpack_require__.e(417), __webpack_require__.e(580), __webpack_require__.e(940), __webpack_require__.e(108), __webpack_require__.e(730)]).then(__webpack_require__.bind(__webpack_require__, 5730));
        return new ServiceProbe(check, resources);
    }
    const { TargetGroupProbe } = await Promise.all(/* import() */[__webpack_require__.e(572), __webpack_require__.e(962), __webpack_require__.e(654)]).then(__webpack_require__.bind(__webpack_require__, 3654));
    return new TargetGroupProbe(check, resources);
}

;// CONCATENATED MODULE: ./packages/checks/build/schedule/progress.js

/** A line about what an attempt changed; undefined where it changed nothing. */
function changeLine(before, after) {
    const { name } = after.check;
    if (after.unansweredInRow > 0) {
        const same = before.unansweredInRow > 0 && before.trouble?.key === after.trouble?.key;
        return same ? undefined : `? ${name}: ${after.trouble?.message}; asking again`;
    }
    if (after.failuresInRow > 0) {
        const same = before.failuresInRow > 0 && keyOf(before) === keyOf(after);
        return same ? undefined : `✗ ${name}: ${findingsText(after)}`;
    }
    if (before.steadyAt === undefined && after.steadyAt !== undefined) {
        return `✓ ${name}: healthy, ${after.lastSeen} (${inARow(after)})`;
    }
    return before.successesInRow === 0 ? `• ${name}: ${after.lastSeen}` : undefined;
}
/** A sign of life for a time in which nothing changes. */
function stillLine({ checks, healthySince }, elapsedMs) {
    const elapsed = (0,build/* formatSeconds */.Xo)(elapsedMs / 1000);
    const failing = checks.filter(({ successesInRow }) => successesInRow === 0);
    if (healthySince !== undefined)
        return `… after ${elapsed} all are as expected; still watching.`;
    const names = failing.map(({ check }) => check.name).join(', ');
    return `… after ${elapsed} still not healthy: ${names}`;
}
/** All that was wrong with the last failed attempt of a check, as one text. */
function findingsText({ findings }) {
    return findings.map(({ message }) => message).join('; ');
}
function keyOf({ findings }) {
    return findings.map(({ key }) => key).join('\n');
}
function inARow({ successesInRow }) {
    return `${successesInRow} ${successesInRow === 1 ? 'success' : 'successes'} in a row`;
}

;// CONCATENATED MODULE: ./packages/checks/build/schedule/schedule.js
const longestIntervalMs = 15_000;
const growth = 1.5;
/** Milliseconds to the next attempt, after so many failures in a row. */
function delayMs({ intervalMs }, failuresInRow) {
    if (failuresInRow === 0)
        return intervalMs;
    const grown = Math.round(intervalMs * growth ** Math.min(failuresInRow - 1, 50));
    return Math.min(grown, Math.max(intervalMs, longestIntervalMs));
}

;// CONCATENATED MODULE: ./packages/checks/build/schedule/state.js

/** Nothing is known yet. */
function unchecked(checks) {
    return {
        healthySince: undefined,
        checks: checks.map((check) => ({
            check,
            attempts: 0,
            successesInRow: 0,
            failuresInRow: 0,
            unansweredInRow: 0,
            latenciesMs: [],
            lastStatus: undefined,
            lastAttemptAt: undefined,
            lastSeen: '',
            findings: [],
            trouble: undefined,
            firstFailureAt: undefined,
            firstSuccessAt: undefined,
            steadyAt: undefined,
        })),
    };
}
/** The state after an attempt. */
function recorded(state, ended, schedule) {
    const checks = state.checks.map((check, index) => index === ended.index ? afterAttempt(check, ended, schedule) : check);
    const healthy = checks.every(({ successesInRow }) => successesInRow > 0);
    return { checks, healthySince: healthy ? (state.healthySince ?? ended.at) : undefined };
}
function afterAttempt(before, { attempt, at }, schedule) {
    const attempts = before.attempts + 1;
    if (attempt.verdict === 'unanswered') {
        const unansweredInRow = before.unansweredInRow + 1;
        return { ...before, attempts, unansweredInRow, trouble: attempt.trouble };
    }
    const { status: lastStatus } = attempt;
    const common = { ...before, attempts, lastStatus, lastAttemptAt: at, unansweredInRow: 0 };
    if (attempt.verdict === 'failed') {
        return {
            ...common,
            successesInRow: 0,
            failuresInRow: before.failuresInRow + 1,
            findings: attempt.findings,
            firstFailureAt: before.firstFailureAt ?? at,
            steadyAt: undefined,
        };
    }
    const successesInRow = before.successesInRow + 1;
    const latencies = attempt.latencyMs === undefined ? [] : [attempt.latencyMs];
    return {
        ...common,
        successesInRow,
        failuresInRow: 0,
        latenciesMs: [...before.latenciesMs, ...latencies],
        lastSeen: attempt.seen,
        firstSuccessAt: before.firstSuccessAt ?? at,
        steadyAt: before.steadyAt ?? (successesInRow >= schedule.successes ? at : undefined),
    };
}
/**
 * Whether all is proven: enough successes in a row of every check and, where there is a `hold`, an
 * attempt of every check that ended after it and none that failed within it.
 */
function isHealthy({ checks, healthySince }, { holdMs }) {
    if (healthySince === undefined)
        return false;
    const heldAt = healthySince + holdMs;
    return checks.every(({ steadyAt, lastAttemptAt = 0 }) => steadyAt !== undefined && (holdMs === 0 || lastAttemptAt >= heldAt));
}
/**
 * When it is over if nothing changes: at the deadline, or, while not all checks are healthy, as soon as
 * no room is left for `hold`.
 */
function endsAt({ healthySince }, deadline, { holdMs }) {
    return healthySince === undefined ? deadline - holdMs : deadline;
}
/** Milliseconds to the next attempt of a check; the end of `hold` is looked at when it comes. */
function nextDelayMs(state, { index, at }, schedule) {
    const { failuresInRow = 0, unansweredInRow = 0 } = state.checks[index] ?? {};
    const delay = delayMs(schedule, Math.max(failuresInRow, unansweredInRow));
    if (state.healthySince === undefined || schedule.holdMs === 0)
        return delay;
    const untilHeld = state.healthySince + schedule.holdMs - at;
    return untilHeld > 0 ? Math.min(delay, untilHeld) : delay;
}

;// CONCATENATED MODULE: ./packages/checks/build/schedule/result.js



/** The verdict, when there is one or time is over. */
function concluded(state, schedule, end) {
    const healthy = isHealthy(state, schedule);
    return {
        healthy,
        startedAt: end.startedAt,
        endedAt: end.endedAt,
        noTimeToHold: !healthy && schedule.holdMs > 0 && state.healthySince === undefined,
        checks: state.checks.map((check, index) => {
            const cutAfterMs = end.cutAfterMs[index];
            const why = healthy ? undefined : shortcoming(check, { state, schedule, end, cutAfterMs });
            return {
                check: check.check,
                healthy: why === undefined,
                reason: why?.message ?? '',
                remedy: why?.remedy ?? '',
                attempts: check.attempts + (cutAfterMs === undefined ? 0 : 1),
                successesInRow: check.successesInRow,
                lastStatus: check.lastStatus,
                latenciesMs: check.latenciesMs,
                firstFailureAt: check.firstFailureAt,
                firstSuccessAt: check.firstSuccessAt,
                steadyAt: check.steadyAt,
            };
        }),
    };
}
/** What a check lacks to be healthy; undefined where the others are to blame. */
function shortcoming(check, { state, schedule, end, cutAfterMs }) {
    if (check.successesInRow === 0)
        return neverHealthy(check, cutAfterMs);
    const [first] = check.findings;
    if (check.steadyAt === undefined) {
        return {
            message: `${check.successesInRow} of ${schedule.successes} successes in a row when the time was over${result_history(check, cutAfterMs)}`,
            remedy: first?.remedy ?? 'Raise timeout, or lower successes or interval.',
        };
    }
    const heldAt = (state.healthySince ?? end.endedAt) + schedule.holdMs;
    if (state.healthySince === undefined || (check.lastAttemptAt ?? 0) >= heldAt)
        return undefined;
    return {
        message: `healthy for ${result_seconds(end.endedAt - state.healthySince)}, but not proven for ${result_seconds(schedule.holdMs)} when the time was over${result_history(check, cutAfterMs)}`,
        remedy: first?.remedy ?? 'Raise timeout: it includes the time of hold.',
    };
}
/** What a check that is healthy at last went through. */
function result_history(check, cutAfterMs) {
    const { unansweredInRow, trouble, findings } = check;
    const parts = [
        cutAfterMs === undefined ? '' : `, with a request waiting for ${result_seconds(cutAfterMs)}`,
        unansweredInRow === 0 || trouble === undefined ? '' : `; at last ${trouble.message}`,
        findings.length === 0 ? '' : `; before: ${findingsText(check)}`,
    ];
    return parts.join('');
}
function neverHealthy({ check, findings, trouble }, cutAfterMs = 0) {
    const [first] = findings;
    if (first !== undefined)
        return { message: findingsText({ findings }), remedy: first.remedy };
    if (trouble !== undefined)
        return trouble;
    const within = `no answer within ${result_seconds(cutAfterMs)}, when the time was over`;
    if (check.kind !== 'http')
        return { message: `AWS gave ${within}`, remedy: 'Raise timeout.' };
    const remedy = 'Check that url can be reached from the runner, or raise timeout.';
    return { message: `gave ${within}`, remedy };
}
function result_seconds(milliseconds) {
    return (0,build/* formatSeconds */.Xo)(milliseconds / 1000);
}

;// CONCATENATED MODULE: ./packages/checks/build/schedule/run-checks.js





/**
 * Runs all checks in parallel until they are proven healthy or the time is over, exactly at the
 * deadline: a request under way is cut. Throws the signal's reason when the job is cancelled, and an
 * ActionError at once where AWS refuses to be asked or does not know what is to be checked.
 */
async function runChecks(checks, options) {
    const probes = await Promise.all(checks.map((check) => openProbe(check, options)));
    return new Run(checks, probes, options).result();
}
/** The reason that ends what is under way when there is a verdict. */
const verdictReached = new Error('There is a verdict.');
/** A line at least this often. */
const signOfLifeMs = 30_000;
class Run {
    #options;
    /** One for each check, in their order. */
    #probes;
    #startedAt = Date.now();
    #deadline;
    #over = new AbortController();
    #stop;
    #attemptStarts;
    #state;
    #printedAt = this.#startedAt;
    #timer;
    constructor(checks, probes, options) {
        this.#options = options;
        this.#probes = probes;
        this.#deadline = this.#startedAt + options.schedule.timeoutMs;
        this.#stop = AbortSignal.any([options.signal, this.#over.signal]);
        this.#state = unchecked(checks);
        this.#attemptStarts = checks.map(() => undefined);
    }
    async result() {
        this.#armTimer();
        try {
            const ends = await Promise.allSettled(this.#probes.map((probe, index) => this.#follow(probe, index)));
            this.#options.signal.throwIfAborted();
            for (const end of ends)
                if (end.status === 'rejected')
                    throw end.reason;
        }
        finally {
            clearTimeout(this.#timer);
        }
        return concluded(this.#state, this.#options.schedule, {
            startedAt: this.#startedAt,
            endedAt: Date.now(),
            cutAfterMs: this.#attemptStarts.map((start) => start === undefined ? undefined : Date.now() - start),
        });
    }
    /** Attempts of one check, one after the other, until there is a verdict on all. */
    async #follow(probe, index) {
        try {
            while (!this.#stop.aborted)
                await this.#once(probe, index);
        }
        catch (error) {
            if (error === verdictReached)
                return;
            // The others end as well: nothing may go on unobserved.
            this.#over.abort(verdictReached);
            throw error;
        }
    }
    async #once(probe, index) {
        const { schedule } = this.#options;
        this.#attemptStarts[index] = Date.now();
        const limits = { timeoutMs: schedule.requestTimeoutMs, signal: this.#stop };
        const ended = { index, attempt: await probe.attempt(limits), at: Date.now() };
        this.#attemptStarts[index] = undefined;
        this.#record(ended);
        await (0,build/* sleep */.yy)(nextDelayMs(this.#state, ended, schedule), this.#stop);
    }
    #record(ended) {
        const before = this.#state;
        this.#state = recorded(before, ended, this.#options.schedule);
        this.#print(before, ended);
        if (isHealthy(this.#state, this.#options.schedule))
            this.#over.abort(verdictReached);
        else
            this.#armTimer();
    }
    #armTimer() {
        clearTimeout(this.#timer);
        const end = endsAt(this.#state, this.#deadline, this.#options.schedule);
        this.#timer = setTimeout(() => this.#over.abort(verdictReached), Math.max(0, end - Date.now()));
    }
    #print(before, { index, at }) {
        const [was, is] = [before.checks[index], this.#state.checks[index]];
        const change = was && is ? changeLine(was, is) : undefined;
        if (change === undefined && at - this.#printedAt < signOfLifeMs)
            return;
        this.#options.log.info(change ?? stillLine(this.#state, at - this.#startedAt));
        this.#printedAt = at;
    }
}


/***/ }),

/***/ 7270:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ secretsOf),
/* harmony export */   H: () => (/* binding */ hider)
/* harmony export */ });
/** Shorter texts appear everywhere by chance: hiding them would hide the message. */
const minimumLength = 4;
const telling = /auth|cookie|token|secret|key|password|signature|session|credential/i;
/**
 * Everything in the checks that must be masked before anything is printed: credentials, bodies, and
 * the values of headers whose names speak of secrets. Values of other headers are ordinary words
 * (`application/json`); they are hidden in what is quoted from answers, see {@link hider}.
 */
function secretsOf(checks) {
    return checks.flatMap((check) => {
        if (check.kind !== 'http')
            return [];
        const { request } = check;
        const headers = [...request.headers].filter(([name]) => telling.test(name));
        return [
            ...headers.flatMap(([, value]) => partsOf(value)),
            ...basicAuthForms(request),
            ...bodyForms(request),
        ];
    });
}
/**
 * Hides all that a check sends in a text that came back: a server may repeat headers, body, query
 * or credentials in its answer, as they are, as JSON writes them, or as a URL does.
 */
function hider({ request }) {
    const sent = [
        ...[...request.headers.values()].flatMap(partsOf),
        ...basicAuthForms(request),
        ...bodyForms(request),
        ...request.url.searchParams.values(),
        request.url.search,
    ];
    const forms = sent.flatMap((value) => [
        value,
        JSON.stringify(value).slice(1, -1),
        encodeURIComponent(value),
    ]);
    const hidden = [...new Set(forms)]
        .filter((form) => form.length >= minimumLength)
        .toSorted((a, b) => b.length - a.length);
    return (text) => hidden.reduce((shown, form) => shown.replaceAll(form, '***'), text);
}
/** A header's value and the parts of it that may stand alone: a token, a cookie, a credential. */
function partsOf(value) {
    const parts = value
        .split(/[\s;,]+/)
        .filter((part) => !/^(?:bearer|basic|digest|token)$/i.test(part));
    return [value, ...parts.flatMap((part) => [part, part.replace(/^[^=]*=/, '')])];
}
function basicAuthForms({ basicAuth }) {
    if (basicAuth === undefined)
        return [];
    const password = basicAuth.slice(basicAuth.indexOf(':') + 1);
    return [basicAuth, password, Buffer.from(basicAuth).toString('base64')];
}
/** The body whole, and each text in it when it is JSON or a form. */
function bodyForms({ body }) {
    if (body === undefined)
        return [];
    const lines = body.split(/\r?\n/).map((line) => line.trim());
    return [body, ...lines, ...(jsonTexts(body) ?? new URLSearchParams(body).values())];
}
function jsonTexts(body) {
    const texts = [];
    try {
        JSON.parse(body, (_key, value) => {
            if (typeof value === 'string' || typeof value === 'number')
                texts.push(String(value));
            return value;
        });
        return texts;
    }
    catch {
        return undefined;
    }
}


/***/ })

};
