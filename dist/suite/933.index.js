export const id = 933;
export const ids = [933];
export const modules = {

/***/ 4933:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  start: () => (/* binding */ start)
});

// EXTERNAL MODULE: ./packages/action-kit/build/index.js + 24 modules
var build = __webpack_require__(9840);
;// CONCATENATED MODULE: ./packages/checks/build/check.js
/** An address as it may be printed: without user name, password, query and fragment. */
function shownUrl(url) {
    return `${url.origin}${url.pathname}`;
}

;// CONCATENATED MODULE: ./packages/checks/build/explain.js


/**
 * The failure that an unhealthy result means, with code `verify`. It is never `timeout`, which belongs to
 * the deployment: whatever a check ran into when its time was over is known and named.
 */
function unhealthyError(result) {
    const failed = result.checks.filter(({ healthy }) => !healthy);
    const lines = failed.map(({ check, reason }) => `  - ${check.name} (${shownUrl(check.request.url)}): ${reason}`);
    const elapsed = (0,build/* formatSeconds */.Xo)((result.endedAt - result.startedAt) / 1000);
    const checks = (0,build/* count */.U9)(result.checks.length, 'health check');
    const early = result.noTimeToHold ? ', when too little time was left for hold' : '';
    return new build/* ActionError */.lZ({
        code: 'verify',
        message: `${failed.length} of ${checks} failed, after ${elapsed}${early}:\n${lines.join('\n')}`,
        remedy: [...new Set(failed.map(({ remedy }) => remedy))].join('\n'),
    });
}

;// CONCATENATED MODULE: ./packages/checks/build/expectations/matcher.js
/** Whether the whole value is what was expected. */
function matches(matcher, value) {
    return matcher.kind === 'text' ? matcher.text === value : matcher.pattern.test(value);
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

;// CONCATENATED MODULE: ./packages/checks/build/expectations/expectations.js

/** Ranges as the user writes them: `200-299,301`. */
function formatStatuses(ranges) {
    return ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join(',');
}
/** All that is expected, for the user to read before anything is sent. */
function describeExpectations(expected) {
    const { body, maxLatencyMs, minCertificateDays } = expected;
    const parts = [
        `status ${formatStatuses(expected.statuses)}`,
        ...[...expected.headers].map(([name, matcher]) => `header ${name}: ${describeMatcher(matcher)}`),
        body && `body with ${describeMatcher(body)}`,
        ...expected.json.map(({ path, matcher }) => `${path}=${describeMatcher(matcher)}`),
        maxLatencyMs && `at most ${maxLatencyMs} ms`,
        minCertificateDays && `certificate valid for ${minCertificateDays} days`,
    ];
    return parts.filter((part) => part).join(', ');
}

;// CONCATENATED MODULE: ./packages/checks/build/inputs/http-check-rules.js
/** What is wrong between the fields of one check, as far as they could be read. */
function httpCheckProblems(fields) {
    return rules.flatMap((rule) => rule(fields) ?? []);
}
const rules = [
    ({ name = '' }) => name.length > 100 || /\p{Cc}/u.test(name)
        ? { path: 'name', message: 'is too long; allowed: one line of at most 100 characters' }
        : undefined,
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

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./packages/checks/build/expectations/json-path.js


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
        return expected !== undefined && (0,external_node_util_.isDeepStrictEqual)(expected.root, value);
    }
    return matches(matcher, textOf(value));
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
        const segments = findPath(path);
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

;// CONCATENATED MODULE: ./packages/checks/build/inputs/url.js

/** An absolute http or https address. Credentials in it would be printed everywhere: refused. */
function url(options) {
    return { ...options, type: 'url', parse: parseUrl };
}
function parseUrl(raw) {
    const found = URL.parse((0,build/* asText */.e1)(raw));
    if (found === null || !['http:', 'https:'].includes(found.protocol)) {
        return (0,build/* invalid */.Gq)('is no web address; allowed: an absolute address that begins with http:// or https://');
    }
    if (found.username !== '' || found.password !== '') {
        (0,build/* invalid */.Gq)('carries a user name or password; allowed: an address without them, and basic-auth');
    }
    return found;
}

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
    name: (0,build/* text */.Qq)({ description: 'How the check is called in the log and the report.' }),
    url: url({ description: 'The address to check.', required: true }),
    ...httpCheckInputs,
};
/** The check that the fields describe; without a name it is called by its address. */
function httpCheck(fields) {
    const { url: address, method, headers, body, basicAuth, followRedirects, resolve } = fields;
    return {
        kind: 'http',
        name: fields.name ?? shownUrl(address),
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

;// CONCATENATED MODULE: ./packages/checks/build/inputs/checks.js



/** A list of checks in YAML, each a mapping with the inputs of one check and a `name`. */
function checks(options) {
    return (0,build/* yaml */.oQ)(options, readChecks);
}
function readChecks(tree) {
    if (!Array.isArray(tree) || tree.length === 0) {
        throw new build/* InvalidValue */.h6([
            { path: '', message: 'must be a list of checks, each a mapping with at least url' },
        ]);
    }
    const found = [];
    const problems = [];
    const entries = tree; // Array.isArray makes any of a readonly list
    for (const [index, entry] of entries.entries()) {
        try {
            found.push(readCheck(entry));
        }
        catch (error) {
            if (!(error instanceof build/* InvalidValue */.h6))
                throw error;
            problems.push(...error.problems.map((problem) => at(index, problem)));
        }
    }
    problems.push(...sameNames(found));
    if (problems.length > 0)
        throw new build/* InvalidValue */.h6(problems);
    return found;
}
function readCheck(entry) {
    const fields = (0,build/* parseMapping */.KV)(namedHttpCheckInputs, entry);
    const problems = httpCheckProblems(fields);
    if (problems.length > 0)
        throw new build/* InvalidValue */.h6(problems);
    return httpCheck(fields);
}
function sameNames(found) {
    const names = found.map((check) => check.name);
    const twice = names.some((name, index) => names.indexOf(name) !== index);
    const message = 'has two checks of one name; allowed: a name of its own for each (without one, its url)';
    return twice ? [{ path: '', message }] : [];
}
function at(index, { path, message }) {
    return { path: path === '' ? `[${index}]` : `[${index}].${path}`, message };
}

;// CONCATENATED MODULE: ./packages/checks/build/inputs/schedule.js

/** No timer of Node runs longer than 24 days, and no job of GitHub longer than five. */
const aSecondToAWeek = ['1s', '7d'];
/** The inputs that say how often checks are made and when there is a verdict. */
const scheduleInputs = {
    timeout: (0,build/* duration */.p0)({
        range: aSecondToAWeek,
        description: 'How long the checks may take to become healthy, `hold` included.',
        default: '5m',
    }),
    interval: (0,build/* duration */.p0)({
        range: aSecondToAWeek,
        description: 'Time between two attempts of a check. While it fails, this grows to 15 seconds.',
        default: '2s',
    }),
    'request-timeout': (0,build/* duration */.p0)({
        range: aSecondToAWeek,
        description: 'How long one attempt may take, with redirects and the whole body.',
        default: '10s',
    }),
    successes: (0,build/* integer */.nd)({
        description: 'How many attempts of each check must succeed one after the other.',
        default: '3',
        min: 1,
        max: 1000,
    }),
    hold: (0,build/* duration */.p0)({
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
    const within = `allowed: less than timeout, which is ${(0,build/* formatSeconds */.Xo)(timeout)}`;
    if (hold !== undefined && hold >= timeout) {
        yield { path: 'hold', message: `leaves no time to become healthy; ${within}` };
    }
    if (interval !== undefined && successes !== undefined && (successes - 1) * interval >= timeout) {
        yield {
            path: 'successes',
            message: `times interval can never fit into timeout, which is ${(0,build/* formatSeconds */.Xo)(timeout)}; allowed: fewer, or a longer timeout`,
        };
    }
}

;// CONCATENATED MODULE: ./packages/checks/build/schedule/latency.js
/**
 * The latency that so many per cent of the answers did not exceed (nearest rank), in whole
 * milliseconds; undefined without answers.
 */
function percentile(latenciesMs, percent) {
    const sorted = latenciesMs.toSorted((a, b) => a - b);
    const rank = Math.max(1, Math.ceil((percent / 100) * sorted.length));
    const value = sorted[rank - 1];
    return value === undefined ? undefined : Math.round(value);
}

;// CONCATENATED MODULE: ./packages/checks/build/expectations/excerpt.js

/** A text on one line without control characters, cut to `length`. */
function excerpt(text, length) {
    const line = (0,external_node_util_.stripVTControlCharacters)(text)
        .replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
        .trim();
    return line.length > length ? `${line.slice(0, length - 1)}…` : line;
}

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
    const message = `answered ${status}${target}, expected ${formatStatuses(statuses)}`;
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
        if (value !== undefined && matches(matcher, value))
            continue;
        const actual = value === undefined ? undefined : `${name}: ${hide(value)}`;
        yield mismatch({ name, actual, matcher, status: answer.status });
    }
}
function* bodyFindings({ body }, { answer, hide }) {
    if (body === undefined)
        return;
    const found = body.kind === 'text' ? answer.body.includes(body.text) : matches(body, answer.body);
    if (found)
        return;
    const verb = body.kind === 'text' ? 'contain' : 'match';
    const part = answer.truncated ? 'in its first MiB ' : '';
    const other = speaksOfVersion(body, '', answer.status) ? `: ${otherVersion}` : '';
    yield {
        key: 'body',
        message: `answered ${answer.status} with a body that does not ${verb} ${describeMatcher(body)} ${part}`.trimEnd() +
            `${other}${quoted(hide(answer.body))}`,
        remedy: other === '' ? wrongAnswerRemedy : otherVersionRemedy,
    };
}
function* jsonFindings({ json }, judged) {
    if (json.length === 0)
        return;
    const { answer, hide } = judged;
    const document = findJson(answer.body);
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
    const value = valueAt(root, segments);
    if (jsonMatches(matcher, value))
        return;
    const actual = value === undefined ? undefined : `${path}=${hide(textOf(value))}`;
    yield mismatch({ name: path, actual, matcher, status: answer.status });
}
function mismatch(of) {
    const { name, actual, matcher, status } = of;
    const what = actual === undefined ? `without ${name}` : excerpt(actual, 120);
    const message = `answered ${what}, expected ${excerpt(describeMatcher(matcher), 120)}`;
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
    return status >= 200 && status < 300 && isVersionCheck(matcher, name);
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

// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
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

;// CONCATENATED MODULE: ./packages/checks/build/secrets.js
/** Shorter texts appear everywhere by chance: hiding them would hide the message. */
const minimumLength = 4;
const telling = /auth|cookie|token|secret|key|password|signature|session|credential/i;
/**
 * Everything in the checks that must be masked before anything is printed: credentials, bodies, and
 * the values of headers whose names speak of secrets. Values of other headers are ordinary words
 * (`application/json`); they are hidden in what is quoted from answers, see {@link hider}.
 */
function secretsOf(checks) {
    return checks.flatMap(({ request }) => {
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

;// CONCATENATED MODULE: ./packages/checks/build/attempt.js




/**
 * Makes one attempt of a check. An unhealthy answer is a result; it throws only the reason of the
 * signal when that is aborted.
 */
function attempt(check, limits) {
    return attempts[check.kind](check, limits);
}
const attempts = { http: attemptHttp };
async function attemptHttp(check, limits) {
    const fetched = await fetchAnswer(check.request, limits);
    if (fetched.kind === 'no-answer') {
        return { passed: false, status: undefined, findings: [noAnswerFinding(fetched)] };
    }
    const judged = { answer: fetched, hide: hider(check), now: Date.now() };
    const [first, ...others] = evaluate(check.expected, judged);
    const { status, latencyMs } = fetched;
    if (first === undefined)
        return { passed: true, status, latencyMs };
    return { passed: false, status, findings: [first, ...others] };
}

;// CONCATENATED MODULE: ./packages/checks/build/schedule/progress.js


/** A line about what an attempt changed; undefined where it changed nothing. */
function changeLine(before, after) {
    const { name } = after.check;
    if (after.failuresInRow > 0) {
        const same = before.failuresInRow > 0 && keyOf(before) === keyOf(after);
        return same ? undefined : `✗ ${name}: ${findingsText(after)}`;
    }
    const status = after.lastStatus === undefined ? 'answers' : `answered ${after.lastStatus}`;
    const latency = `in ${percentile(after.latenciesMs.slice(-1), 100)} ms`;
    if (before.steadyAt === undefined && after.steadyAt !== undefined) {
        return `✓ ${name}: healthy, ${status} ${latency} (${inARow(after)})`;
    }
    return before.successesInRow === 0 ? `• ${name}: ${status} ${latency}` : undefined;
}
/** A sign of life for a time in which nothing changes. */
function stillLine({ checks, healthySince }, elapsedMs) {
    const elapsed = (0,build/* formatSeconds */.Xo)(elapsedMs / 1000);
    const failing = checks.filter(({ successesInRow }) => successesInRow === 0);
    if (healthySince !== undefined)
        return `… after ${elapsed} all answer as expected; still watching.`;
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
            latenciesMs: [],
            lastStatus: undefined,
            lastAttemptAt: undefined,
            findings: [],
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
    const common = {
        ...before,
        attempts: before.attempts + 1,
        lastStatus: attempt.status,
        lastAttemptAt: at,
    };
    if (!attempt.passed) {
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
    return {
        ...common,
        successesInRow,
        failuresInRow: 0,
        latenciesMs: [...before.latenciesMs, attempt.latencyMs],
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
    const delay = delayMs(schedule, state.checks[index]?.failuresInRow ?? 0);
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
    const [first] = check.findings;
    const cut = cutAfterMs === undefined ? '' : `, with a request waiting for ${result_seconds(cutAfterMs)}`;
    const before = first === undefined ? '' : `; before: ${findingsText(check)}`;
    if (check.successesInRow === 0) {
        if (first !== undefined)
            return { message: findingsText(check), remedy: first.remedy };
        return {
            message: `gave no answer within ${result_seconds(cutAfterMs ?? 0)}, when the time was over`,
            remedy: 'Check that url can be reached from the runner, or raise timeout.',
        };
    }
    if (check.steadyAt === undefined) {
        return {
            message: `${check.successesInRow} of ${schedule.successes} successes in a row when the time was over${cut}${before}`,
            remedy: first?.remedy ?? 'Raise timeout, or lower successes or interval.',
        };
    }
    const heldAt = (state.healthySince ?? end.endedAt) + schedule.holdMs;
    if (state.healthySince === undefined || (check.lastAttemptAt ?? 0) >= heldAt)
        return undefined;
    return {
        message: `healthy for ${result_seconds(end.endedAt - state.healthySince)}, but not proven for ${result_seconds(schedule.holdMs)} when the time was over${cut}${before}`,
        remedy: first?.remedy ?? 'Raise timeout: it includes the time of hold.',
    };
}
function result_seconds(milliseconds) {
    return (0,build/* formatSeconds */.Xo)(milliseconds / 1000);
}

;// CONCATENATED MODULE: ./packages/checks/build/schedule/run-checks.js





/**
 * Runs all checks in parallel until they are proven healthy or the time is over, exactly at the
 * deadline: a request under way is cut. Throws the signal's reason when the job is cancelled.
 */
async function runChecks(checks, options) {
    return new Run(checks, options).result();
}
/** The reason that ends what is under way when there is a verdict. */
const verdictReached = new Error('There is a verdict.');
/** A line at least this often. */
const signOfLifeMs = 30_000;
class Run {
    #options;
    #startedAt = Date.now();
    #deadline;
    #over = new AbortController();
    #stop;
    #attemptStarts;
    #state;
    #printedAt = this.#startedAt;
    #timer;
    constructor(checks, options) {
        this.#options = options;
        this.#deadline = this.#startedAt + options.schedule.timeoutMs;
        this.#stop = AbortSignal.any([options.signal, this.#over.signal]);
        this.#state = unchecked(checks);
        this.#attemptStarts = checks.map(() => undefined);
    }
    async result() {
        this.#armTimer();
        try {
            const ends = await Promise.allSettled(this.#state.checks.map((_, index) => this.#follow(index)));
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
    async #follow(index) {
        try {
            while (!this.#stop.aborted)
                await this.#once(index);
        }
        catch (error) {
            if (error === verdictReached)
                return;
            // The others end as well: nothing may go on unobserved.
            this.#over.abort(verdictReached);
            throw error;
        }
    }
    async #once(index) {
        const { schedule } = this.#options;
        const check = this.#state.checks[index]?.check;
        if (check === undefined)
            return;
        this.#attemptStarts[index] = Date.now();
        const limits = { timeoutMs: schedule.requestTimeoutMs, signal: this.#stop };
        const ended = { index, attempt: await attempt(check, limits), at: Date.now() };
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

;// CONCATENATED MODULE: ./packages/checks/build/index.js












;// CONCATENATED MODULE: ./actions/verify-health/build/contract.js


/** What verify-health promises to its users. */
const contract = (0,build/* defineContract */.ye)({
    name: 'verify-health',
    title: 'Verify health',
    description: 'Checks that what was deployed answers, that it is the version that was deployed, and that it stays healthy.',
    branding: { icon: 'heart', color: 'green' },
    inputs: {
        url: url({ description: 'The address to check; or give several in `checks`.' }),
        ...httpCheckInputs,
        checks: checks({
            description: 'Several checks, made in parallel: a YAML list of mappings, each with `url`, a `name`, and the other inputs of one check.',
        }),
        ...scheduleInputs,
        'dry-run': (0,build/* flag */.Jt)({
            description: 'Read the inputs and print what would be checked, without a request.',
            default: 'false',
        }),
    },
    outcomes: {
        healthy: 'Every check was healthy as often and as long as asked.',
        unhealthy: 'Time was over before every check was.',
        planned: 'A dry run: nothing was checked.',
        failed: 'The checks could not be made: an input is wrong, or the job was cancelled.',
    },
    outputs: {
        healthy: '`true` or `false`; empty when nothing was checked.',
        report: 'JSON list with an object for each check: `name`, `url`, `verdict` (`healthy` or `unhealthy`), `reason`, `attempts`, `consecutive` (successes in a row), `lastStatus`, `latencyP50Ms`, `latencyP95Ms`; what is not known is `null`.',
        attempts: 'Number of attempts of all checks together.',
        'latency-p50-ms': 'Median latency of the successful answers of all checks, in milliseconds; empty without one.',
        'latency-p95-ms': '95th percentile of the same latencies, in milliseconds; empty without one.',
    },
});

;// CONCATENATED MODULE: ./actions/verify-health/build/act.js


/** Runs the checks until there is a verdict. */
function carryOut(plan, { host, signal }) {
    return (0,build/* inGroup */.HB)(host, plan.title, () => {
        for (const line of plan.lines)
            host.info(line);
        return runChecks(plan.checks, { schedule: plan.schedule, signal, log: host });
    });
}

;// CONCATENATED MODULE: ./actions/verify-health/build/inputs.js

/** Reads the inputs, and masks what is secret in them; throws one error with all that is wrong. */
function readInputs(context) {
    const { host } = context;
    const parsed = context.parseInputs([
        oneOrMany((name) => host.readInput(name)),
        ruleOn(httpCheckProblems),
        ruleOn(scheduleProblems),
    ]);
    const [first, ...others] = checksOf(parsed);
    if (first === undefined)
        throw new Error('The rule on url and checks let a step without check pass.');
    for (const secret of secretsOf([first, ...others]))
        host.mask(secret);
    return { checks: [first, ...others], schedule: schedule(parsed), dryRun: parsed.dryRun };
}
function checksOf(parsed) {
    const { url } = parsed;
    return url === undefined ? (parsed.checks ?? []) : [httpCheck({ ...parsed, url })];
}
function ruleOn(problems) {
    return ({ values }) => [...problems(values)];
}
/**
 * Either `url` with what belongs to it, or `checks`, in which everything has its own place. The runner
 * gives inputs with a default always: only another value than that was meant.
 */
function oneOrMany(read) {
    return ({ given }) => {
        if (!given.has('checks')) {
            const message = 'is required; allowed: one address here, or several in checks';
            return given.has('url') ? [] : [{ path: 'url', message }];
        }
        const message = 'cannot go with checks; put it into the checks that it is for';
        const own = Object.entries({ url: {}, ...httpCheckInputs }).filter(([name, spec]) => {
            const written = read(name)?.trim() ?? '';
            return written !== '' && !('default' in spec && spec.default === written);
        });
        return own.map(([path]) => ({ path, message }));
    };
}

;// CONCATENATED MODULE: ./actions/verify-health/build/plan.js


/** What will be checked, and how long. */
function planChecks({ checks, schedule, dryRun }) {
    const { timeoutMs, successes, holdMs } = schedule;
    const hold = holdMs === 0 ? '' : `, held for ${(0,build/* formatSeconds */.Xo)(holdMs / 1000)}`;
    const inARow = successes === 1 ? 'one success' : `${successes} successes in a row`;
    const within = `within ${(0,build/* formatSeconds */.Xo)(timeoutMs / 1000)}`;
    return {
        kind: dryRun ? 'show' : 'check',
        checks,
        schedule,
        title: `${(0,build/* count */.U9)(checks.length, 'health check')}: ${inARow}${hold}, ${within}`,
        lines: checks.map(({ name, request, expected }) => `${name}: ${request.method} ${shownUrl(request.url)}, expecting ${describeExpectations(expected)}`),
    };
}

;// CONCATENATED MODULE: ./actions/verify-health/build/timeline.js

/** A picture of when each check first failed, first succeeded, and was steady. */
function checksTimeline({ checks, startedAt, endedAt }) {
    return (0,build/* timeline */.IO)('Health checks (UTC)', checks.flatMap((result) => entriesOf(result, startedAt, endedAt)));
}
function entriesOf(result, startedAt, endedAt) {
    const { check, healthy, firstFailureAt, firstSuccessAt, steadyAt } = result;
    const section = check.name;
    const entries = [];
    if (firstSuccessAt === undefined) {
        return [{ section, label: 'no success', start: startedAt, end: endedAt, mark: 'crit' }];
    }
    if (firstFailureAt !== undefined && firstFailureAt < firstSuccessAt) {
        entries.push({ section, label: 'failing', start: startedAt, end: firstSuccessAt, mark: 'crit' });
    }
    const mark = healthy ? 'done' : 'crit';
    entries.push({ section, label: 'first success', start: firstSuccessAt, end: endedAt, mark });
    if (steadyAt !== undefined) {
        entries.push({ section, label: 'steady', start: steadyAt, end: steadyAt, mark: 'done' });
    }
    return entries;
}

;// CONCATENATED MODULE: ./actions/verify-health/build/report.js



/** What a dry run says. */
function reportPlan({ title, lines }) {
    return {
        outcome: 'planned',
        outputs: {},
        summary: (0,build/* paragraphs */.qN)(`### 📝 Planned: ${(0,build/* escapeMarkdown */.FV)(title)}`, lines.map((line) => `- ${(0,build/* escapeMarkdown */.FV)(line)}`).join('\n'), 'This is a dry run: no request was sent.'),
    };
}
/** The verdict as outputs, summary and, where it is red, the reason. */
function report(result) {
    const failure = result.healthy ? undefined : unhealthyError(result);
    return {
        outcome: result.healthy ? 'healthy' : 'unhealthy',
        outputs: outputsOf(result),
        summary: (0,build/* paragraphs */.qN)(headline(result), (0,build/* table */.tp)(['Check', 'Verdict', 'Attempts', 'p50', 'p95', 'Reason'], result.checks.map(rowOf)), checksTimeline(result), failure && `**What to do:** ${(0,build/* escapeMarkdown */.FV)(failure.remedy)}`),
        ...(failure === undefined ? {} : { failure }),
    };
}
function outputsOf({ healthy, checks }) {
    const latencies = checks.flatMap(({ latenciesMs }) => latenciesMs);
    return {
        healthy: String(healthy),
        report: JSON.stringify(checks.map(entryOf)),
        attempts: String(checks.reduce((sum, { attempts }) => sum + attempts, 0)),
        'latency-p50-ms': String(percentile(latencies, 50) ?? ''),
        'latency-p95-ms': String(percentile(latencies, 95) ?? ''),
    };
}
function entryOf(result) {
    const { check, healthy, reason, attempts, successesInRow, lastStatus, latenciesMs } = result;
    return {
        name: check.name,
        url: shownUrl(check.request.url),
        verdict: healthy ? 'healthy' : 'unhealthy',
        reason,
        attempts,
        consecutive: successesInRow,
        lastStatus: lastStatus ?? null,
        latencyP50Ms: percentile(latenciesMs, 50) ?? null,
        latencyP95Ms: percentile(latenciesMs, 95) ?? null,
    };
}
function headline({ healthy, checks, startedAt, endedAt }) {
    const elapsed = (0,build/* formatSeconds */.Xo)((endedAt - startedAt) / 1000);
    if (healthy)
        return `### ✅ Healthy: ${(0,build/* count */.U9)(checks.length, 'check')}, after ${elapsed}`;
    const failed = checks.filter((check) => !check.healthy).length;
    return `### ❌ Unhealthy: ${failed} of ${(0,build/* count */.U9)(checks.length, 'check')}, after ${elapsed}`;
}
function rowOf({ check, healthy, attempts, latenciesMs, reason }) {
    const latency = (percent) => {
        const milliseconds = percentile(latenciesMs, percent);
        return milliseconds === undefined ? '' : `${milliseconds} ms`;
    };
    const verdict = healthy ? '✅ healthy' : '❌ unhealthy';
    const name = (0,build/* code */.aY)(check.name);
    return [name, verdict, String(attempts), latency(50), latency(95), (0,build/* escapeMarkdown */.FV)(reason)];
}

;// CONCATENATED MODULE: ./actions/verify-health/build/main.js





/** Checks health until it is proven or time is over: parse, plan, act, report. */
async function main(context) {
    const plan = planChecks(readInputs(context));
    if (plan.kind === 'show') {
        for (const line of [plan.title, ...plan.lines])
            context.host.info(line);
        return reportPlan(plan);
    }
    const result = await carryOut(plan, context);
    context.host.info(closingLine(result));
    return report(result);
}
function closingLine({ healthy, checks, startedAt, endedAt }) {
    const attempts = checks.reduce((sum, check) => sum + check.attempts, 0);
    const after = `after ${(0,build/* formatSeconds */.Xo)((endedAt - startedAt) / 1000)} and ${(0,build/* count */.U9)(attempts, 'attempt')}`;
    return `${healthy ? 'Healthy' : 'Unhealthy'} ${after}.`;
}

;// CONCATENATED MODULE: ./actions/verify-health/build/index.js



/** Runs the action in this process; its end is told by the exit code. */
function start() {
    return (0,build/* run */.eF)({ contract: contract, main: main });
}


/***/ })

};
