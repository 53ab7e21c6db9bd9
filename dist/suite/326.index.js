export const id = 326;
export const ids = [326];
export const modules = {

/***/ 3464:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LA: () => (/* binding */ registryLoginProblems),
/* harmony export */   j8: () => (/* binding */ registryLogin),
/* harmony export */   mf: () => (/* binding */ registryLoginInputs)
/* harmony export */ });
/* harmony import */ var _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4883);
/* harmony import */ var _reference_grammar_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1794);
/* harmony import */ var _reference_image_reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6148);



/** The inputs of an action that looks at images of a private registry other than ECR. */
const registryLoginInputs = {
    registry: registryHost({
        description: 'Host that `registry-username` is for; without it, the one host other than those of AWS that the images come from.',
    }),
    'registry-username': (0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        description: 'User of a private registry other than ECR, to look at its images.',
    }),
    'registry-password': (0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        description: 'Password, or token, of `registry-username`.',
        sensitive: true,
    }),
};
/** The host of a registry as images name it: in lower case, and `docker.io` for each name of Docker Hub. */
function registryHost(options) {
    return {
        ...options,
        type: 'string',
        parse: (raw, fill) => {
            const host = (0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)(raw, fill).toLowerCase();
            if (/^[a-z][a-z\d+.-]*:\/\//.test(host)) {
                return (0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)('begins as a web address does; allowed: the host alone, such as ghcr.io');
            }
            if (!(0,_reference_grammar_js__WEBPACK_IMPORTED_MODULE_1__/* .isRegistryHost */ .EV)(host)) {
                return (0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)('is no host of a registry; allowed: such as ghcr.io or localhost:5000');
            }
            return namesOfDockerHub.has(host) ? _reference_image_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .dockerHub */ .UD : host;
        },
    };
}
const namesOfDockerHub = new Set([_reference_image_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .dockerHub */ .UD, 'index.docker.io', 'registry-1.docker.io']);
/** What has to hold between {@link registryLoginInputs}. */
function registryLoginProblems({ given, }) {
    const names = ['registry-username', 'registry-password'];
    const [missing, ...others] = names.filter((name) => !given.has(name));
    if (missing === undefined)
        return [];
    if (others.length === 0) {
        return [{ path: missing, message: 'is required: a registry wants user and password together' }];
    }
    return given.has('registry')
        ? [{ path: 'registry-username', message: 'is required with registry' }]
        : [];
}
/** The login that the inputs name, if they name one. */
function registryLogin({ registryUsername: username, registryPassword: password, registry: host, }) {
    if (username === undefined || password === undefined)
        return undefined;
    return { username, password, ...(host !== undefined && { host }) };
}


/***/ }),

/***/ 8377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ openRegistries)
/* harmony export */ });
/* harmony import */ var _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4883);
/* harmony import */ var _reference_mirrors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5319);
/* harmony import */ var _registries_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7330);



const mirrorsVariable = 'DEPLOY_ACTIONS_REGISTRY_MIRRORS';
/**
 * The registries of one action, with the mirrors that the job's environment names. Throws an `input`
 * error for mirrors that are wrong.
 */
function openRegistries(host, options) {
    return (0,_registries_js__WEBPACK_IMPORTED_MODULE_1__/* .createRegistries */ .I)({ ...options, log: host, mirrors: readMirrors(host) });
}
function readMirrors(host) {
    try {
        return (0,_reference_mirrors_js__WEBPACK_IMPORTED_MODULE_2__/* .parseMirrors */ .C)(host.readVariable(mirrorsVariable) ?? '');
    }
    catch (error) {
        if (!(error instanceof _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .InvalidValue */ .h6))
            throw error;
        throw (0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .inputError */ .Xu)(error.problems.map(({ path, message }) => ({ path: `${mirrorsVariable}, ${path}`, message })));
    }
}


/***/ }),

/***/ 5319:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ parseMirrors)
/* harmony export */ });
/* harmony import */ var _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4883);
/* harmony import */ var _grammar_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1794);


/**
 * Reads DEPLOY_ACTIONS_REGISTRY_MIRRORS: lines of `host=url`, such as `docker.io=https://mirror.example.com`;
 * empty lines and lines that begin with # do not count. Throws InvalidValue, which names the line.
 */
function parseMirrors(text) {
    const mirrors = new Map();
    for (const [index, line] of text.split(/\r?\n/).entries()) {
        const written = line.trim();
        if (written === '' || written.startsWith('#'))
            continue;
        const path = `line ${index + 1}`;
        const equals = written.indexOf('=');
        if (equals < 1)
            (0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)('is not of the form host=url', path);
        const host = written.slice(0, equals).trim();
        if (!(0,_grammar_js__WEBPACK_IMPORTED_MODULE_1__/* .isRegistryHost */ .EV)(host))
            (0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)('has no valid host before the =', path);
        if (mirrors.has(host))
            (0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)('names a host that an earlier line names', path);
        mirrors.set(host, parseOrigin(written.slice(equals + 1).trim(), path));
    }
    return mirrors;
}
/** Throws InvalidValue without repeating the URL: people put credentials into proxies' addresses. */
function parseOrigin(text, path) {
    const url = URL.parse(text);
    if (url === null || !/^https?:$/.test(url.protocol)) {
        (0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)('has no web address after the =; allowed: https:// or http:// with a host', path);
    }
    if (url.username !== '' || url.password !== '') {
        (0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)('has credentials in its address; give them as inputs', path);
    }
    if (url.pathname !== '/' || url.search !== '' || url.hash !== '') {
        (0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)('has more than an origin; leave out what stands behind the host and its port', path);
    }
    return url;
}


/***/ }),

/***/ 7330:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ createRegistries)
});

// EXTERNAL MODULE: ./packages/action-kit/build/index.js + 31 modules
var build = __webpack_require__(4883);
// EXTERNAL MODULE: ./packages/aws/build/poll.js
var poll = __webpack_require__(8456);
// EXTERNAL MODULE: ./packages/aws/build/errors.js
var errors = __webpack_require__(2790);
// EXTERNAL MODULE: ./packages/aws/build/transient.js
var build_transient = __webpack_require__(547);
;// CONCATENATED MODULE: ./packages/registry/build/not-checked.js


/** Thrown inside of this package where a registry cannot be asked, or does not say. */
class NotCheckedError extends Error {
    name = 'NotCheckedError';
    notChecked;
    constructor(notChecked) {
        super(notChecked.message);
        this.notChecked = { kind: 'not-checked', ...notChecked };
    }
}
/** What a refused or failed call of AWS means where it was only a check. */
function notCheckedByAws(error) {
    const { message, remedy } = error;
    return { kind: 'not-checked', reason: reasonOf(error), message, remedy };
}
function reasonOf(error) {
    if (error.code === 'access-denied') {
        return (0,errors/* isAccessDenied */.w7)(error) ? 'access-denied' : 'credentials';
    }
    if ((0,errors/* isAwsError */.m_)(error, 'ThrottlingException', 'TooManyRequestsException'))
        return 'throttled';
    return error.code === 'input' || (0,build_transient/* isTransient */.d)(error) ? 'unreachable' : 'unsupported';
}
/** The error that an image which could not be checked means where its digest is needed. */
function neededError(notChecked, cause) {
    const { reason, message, remedy } = notChecked;
    const isRefused = reason === 'access-denied' || reason === 'credentials';
    return new build/* ActionError */.lZ({
        code: isRefused ? 'access-denied' : 'service-error',
        message,
        remedy,
        cause,
    });
}

;// CONCATENATED MODULE: ./packages/registry/build/attempt.js



/** One look at one image, which ends when its time is over. Call {@link end} when it is done. */
class Attempt {
    /** Aborted with the run, and when the time is over. */
    signal;
    /** Milliseconds since the epoch. */
    deadline;
    log;
    #options;
    #timer;
    #trouble;
    constructor(options) {
        const limit = new AbortController();
        const delayMs = options.seconds * 1000;
        this.#options = options;
        this.#timer = setTimeout(() => limit.abort(new poll/* DeadlineError */.j3()), delayMs);
        this.signal = AbortSignal.any([options.run, limit.signal]);
        this.deadline = Date.now() + delayMs;
        this.log = options.log;
    }
    /** Waits for work, and no longer than the attempt: the SDK sleeps on when its signal is aborted. */
    limit(work) {
        const { signal } = this;
        return new Promise((resolve, reject) => {
            const onAbort = () => reject(attempt_reasonOf(signal));
            if (signal.aborted)
                onAbort();
            signal.addEventListener('abort', onAbort, { once: true });
            const done = () => signal.removeEventListener('abort', onAbort);
            work.then(resolve, reject).finally(done);
        });
    }
    /** Keeps what stands in the way for now: it is told when the time is over. */
    remember(trouble) {
        this.#trouble = trouble;
        this.log.debug(`${trouble.message} Asking again.`);
    }
    /**
     * What a failure says about the image. Throws the reason of the run's signal when that is aborted,
     * and the error itself when it is none of a registry's.
     */
    explain(error) {
        this.#options.run.throwIfAborted();
        if (error instanceof NotCheckedError)
            return error.notChecked;
        if (error instanceof build/* ActionError */.lZ)
            return notCheckedByAws(error);
        // The run goes on, so it was this attempt's own limit that cancelled.
        const isOver = error instanceof poll/* DeadlineError */.j3 || error instanceof build/* CancelledError */.cc;
        if (isOver)
            return this.#trouble ?? silence(this.#options);
        throw error;
    }
    end() {
        clearTimeout(this.#timer);
    }
}
/** A run is cancelled with an error, and an attempt ends with one. */
function attempt_reasonOf({ reason }) {
    return reason instanceof Error ? reason : new Error(String(reason));
}
function silence({ host, seconds }) {
    return {
        kind: 'not-checked',
        reason: 'unreachable',
        message: `${host} gave no answer within ${(0,build/* formatSeconds */.Xo)(seconds)}.`,
        remedy: `Check that this runner has a way to ${host}, and run the step again.`,
    };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./packages/registry/build/manifest/digest.js

/** The digest of content, by the algorithm of a digest that it is to be compared with (SHA-256 if none). */
function digestOf(content, like) {
    const algorithm = like?.startsWith('sha512:') ? 'sha512' : 'sha256';
    return `${algorithm}:${(0,external_node_crypto_.createHash)(algorithm).update(content).digest('hex')}`;
}

;// CONCATENATED MODULE: ./packages/registry/build/manifest/json.js
/** The object that a text of JSON is, or undefined where it is none. */
function findJsonObject(text) {
    try {
        const value = JSON.parse(text);
        return isJsonObject(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
/** Whether the value is an object, and neither null nor a list. */
function isJsonObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** The objects of a list; none where the value is no list. */
function objectsIn(value) {
    return Array.isArray(value) ? value.filter(isJsonObject) : [];
}
/** The value where it is a text that is not empty. */
function findText(value) {
    return typeof value === 'string' && value !== '' ? value : undefined;
}

;// CONCATENATED MODULE: ./packages/registry/build/manifest/media-types.js
/** Manifests of one image. */
const imageTypes = [
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.docker.distribution.manifest.v2+json',
];
/** Lists of manifests, one for each platform. */
const indexTypes = [
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
];
/** All that a registry may answer with: without the indexes it would choose a platform itself. */
const manifestTypes = [...indexTypes, ...imageTypes];
/** Configurations that say for which platform an image is: those of other artifacts do not. */
const configTypes = [
    'application/vnd.oci.image.config.v1+json',
    'application/vnd.docker.container.image.v1+json',
];
/** Whether the media type is that of an index. */
function isIndexType(mediaType) {
    return indexTypes.some((type) => type === mediaType);
}

;// CONCATENATED MODULE: ./packages/registry/build/manifest/platform.js

/** The platform that an index or a configuration names; undefined where it names none. */
function findPlatform(value) {
    if (!isJsonObject(value))
        return undefined;
    const os = findText(value['os']);
    const architecture = findText(value['architecture']);
    // Attestations stand in an index as images for unknown/unknown.
    if (os === undefined || os === 'unknown' || architecture === undefined)
        return undefined;
    const variant = findText(value['variant']);
    return { os, architecture, ...(variant !== undefined && { variant }) };
}

;// CONCATENATED MODULE: ./packages/registry/build/manifest/manifest.js



/**
 * Reads a manifest; undefined where the text is none that is known. `servedType` is the media type
 * that the registry names, which counts where the manifest names none.
 * https://github.com/opencontainers/image-spec/blob/main/manifest.md, image-index.md
 */
function findManifest(text, servedType) {
    const content = findJsonObject(text);
    if (content === undefined)
        return undefined;
    const mediaType = findText(content['mediaType']) ?? servedType?.split(';')[0]?.trim();
    if (mediaType === undefined || !manifestTypes.includes(mediaType))
        return undefined;
    return isIndexType(mediaType) ? readIndex(content, mediaType) : readImage(content, mediaType);
}
function readIndex(content, mediaType) {
    const platforms = objectsIn(content['manifests'])
        .map(({ platform }) => findPlatform(platform))
        .filter((platform) => platform !== undefined);
    return { kind: 'index', mediaType, platforms: platforms.length === 0 ? undefined : platforms };
}
function readImage(content, mediaType) {
    const config = content['config'];
    if (!isJsonObject(config))
        return undefined;
    const isRunnable = configTypes.includes(findText(config['mediaType']) ?? '');
    const parts = [config, ...objectsIn(content['layers'])];
    return {
        kind: 'image',
        mediaType,
        configDigest: isRunnable ? findText(config['digest']) : undefined,
        sizeBytes: parts.reduce((sum, { size }) => sum + (typeof size === 'number' ? size : 0), 0),
    };
}

;// CONCATENATED MODULE: ./packages/registry/build/manifest/image-config.js


/**
 * Reads the configuration of an image; undefined where the text is none.
 * https://github.com/opencontainers/image-spec/blob/main/config.md
 */
function findImageConfig(text) {
    const content = findJsonObject(text);
    if (content === undefined)
        return undefined;
    const { config } = content;
    const labels = isJsonObject(config) && isJsonObject(config['Labels']) ? config['Labels'] : {};
    return {
        platform: findPlatform(content),
        labels: Object.fromEntries(Object.entries(labels).flatMap(([name, value]) => typeof value === 'string' ? [[name, value]] : [])),
    };
}

;// CONCATENATED MODULE: ./packages/registry/build/manifest/read-config.js



/**
 * What the configuration of an image for a single platform tells. The image is there, so a
 * configuration that cannot be read is told and is no failure.
 */
async function readConfig(manifest, attempt, download) {
    const { sizeBytes, configDigest } = manifest;
    if (configDigest === undefined)
        return { platforms: undefined, sizeBytes };
    try {
        const { platform, labels } = checked(configDigest, await download(configDigest));
        return { platforms: platform && [platform], labels, sizeBytes };
    }
    catch (error) {
        return { platforms: undefined, platformsNotRead: attempt.explain(error), sizeBytes };
    }
}
function checked(digest, { status, body }) {
    const isIt = status === 200 && digestOf(body, digest) === digest;
    const config = isIt ? findImageConfig(Buffer.from(body).toString()) : undefined;
    if (config !== undefined)
        return config;
    throw new NotCheckedError({
        reason: 'unsupported',
        message: `The registry does not serve the configuration of the image, which names its platform (status ${status}).`,
        remedy: 'Push the image again: what the registry has of it is not whole.',
    });
}

// EXTERNAL MODULE: ./packages/registry/build/reference/image-reference.js + 1 modules
var image_reference = __webpack_require__(6148);
;// CONCATENATED MODULE: ./packages/registry/build/missing.js

/** How many tags are named in place of one that is missing. */
const suggestedTags = 5;
/** A registry without the repository; `caveat` is a whole sentence on what was not looked at. */
function missingRepository(reference, caveat) {
    return {
        kind: 'missing',
        what: 'repository',
        message: [`There is no repository ${(0,image_reference/* formatImage */.vy)(reference)}.`, caveat]
            .filter(Boolean)
            .join(' '),
        existing: [],
    };
}
/** A repository without the tag or the digest; `tags` are those that it has, the best first. */
function missingVersion(reference, tags) {
    const { tag = 'latest', digest } = reference;
    const name = (0,image_reference/* formatImage */.vy)(reference);
    const existing = tags.slice(0, suggestedTags);
    return digest === undefined
        ? { kind: 'missing', what: 'tag', message: `${name} has no tag ${tag}.`, existing }
        : { kind: 'missing', what: 'digest', message: `${name} has no image ${digest}.`, existing };
}

;// CONCATENATED MODULE: ./packages/registry/build/distribution/missing.js



/**
 * What is missing where a manifest is not found. Throws a NotCheckedError where the answer is none of
 * a registry's. https://github.com/opencontainers/distribution-spec/blob/main/spec.md#error-codes
 */
async function missingImage(reference, answer, context) {
    const [code] = errorCodes(answer);
    if (code === undefined)
        throw noRegistry(reference);
    if (code === 'NAME_UNKNOWN')
        return missingRepository(reference);
    const tags = await listTags(context);
    return tags === undefined ? missingRepository(reference) : missingVersion(reference, tags);
}
/**
 * The first page of tags, such as 1.10 before 1.9, since registries do not tell their age; none where
 * they cannot be listed, undefined where the repository turns out to be missing itself.
 */
async function listTags({ session, attempt, }) {
    try {
        const answer = await session.get('tags/list?n=1000', ['application/json']);
        if (errorCodes(answer).includes('NAME_UNKNOWN'))
            return undefined;
        const tags = contentOf(answer)?.['tags'];
        const names = Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [];
        return names.toSorted((a, b) => b.localeCompare(a, 'en', { numeric: true }));
    }
    catch (error) {
        attempt.log.debug(`Tags are not listed: ${attempt.explain(error).message}`);
        return [];
    }
}
function errorCodes(answer) {
    return objectsIn(contentOf(answer)?.['errors']).flatMap(({ code }) => findText(code) ?? []);
}
function contentOf({ body }) {
    return findJsonObject(Buffer.from(body).toString());
}
function noRegistry({ host }) {
    return new NotCheckedError({
        reason: 'unsupported',
        message: `${host} does not answer as a container registry does.`,
        remedy: 'Correct the host in the name of the image.',
    });
}

;// CONCATENATED MODULE: ./packages/registry/build/http/network-failure.js

const certificate = 'Renew the certificate of the registry. For a private certificate authority set NODE_EXTRA_CA_CERTS to its file in env of the step.';
const wayThere = 'Check that this runner has a way to that host, and run the step again.';
/** Codes of Node's networking that stay as they are however often one asks, with what they mean. */
const lasting = [
    [
        /^ENOTFOUND$/,
        'does not exist: DNS does not know it',
        'Correct the host in the name of the image; a private registry needs a runner that knows its DNS zone.',
    ],
    [/CERT|VERIFY|ISSUER|ALTNAME|CRL/, 'has a TLS certificate that is not valid for it', certificate],
    [
        /^(?:EPROTO|ERR_SSL_\w+|ERR_TLS_\w+)$/,
        'does not speak TLS on that port',
        'A registry is reached by https; plain HTTP is for localhost, and for mirrors in DEPLOY_ACTIONS_REGISTRY_MIRRORS.',
    ],
    [/^HPE_/, 'does not speak HTTP on that port', 'Correct the port in the name of the image.'],
];
/** What it means that a request got no answer. */
function networkFailure(from, error) {
    const code = codeOf(error);
    const known = lasting.find(([form]) => form.test(code));
    const [, message = 'cannot be reached', remedy = wayThere] = known ?? [];
    return unreachable(`${from} ${message}${code === '' ? '' : ` (${code})`}.`, remedy, known === undefined);
}
/** What it means that a registry answered with a status that says that it failed itself. */
function serverFailure(from, status) {
    const message = `${from} failed with the status ${status}.`;
    return unreachable(message, 'Run the step again when the registry is well.', true);
}
/** A registry that was asked too often; `retryAfterMs` is how long it wants to be left alone. */
function throttled(from, retryAfterMs) {
    const wait = retryAfterMs === undefined ? '' : ` and wants ${(0,build/* formatSeconds */.Xo)(retryAfterMs / 1000)} of rest`;
    const notChecked = {
        kind: 'not-checked',
        reason: 'throttled',
        message: `${from} takes no more requests for now (status 429)${wait}.`,
        remedy: 'Run the step again later. Where the registry limits anonymous pulls, set registry-username and registry-password, or keep a copy of the image in ECR.',
    };
    return { notChecked, isTransient: true };
}
function unreachable(message, remedy, isTransient) {
    return {
        notChecked: { kind: 'not-checked', reason: 'unreachable', message, remedy },
        isTransient,
    };
}
/** The code of an error, or of one that caused it: fetch wraps those of the network. */
function codeOf(error) {
    if (!(error instanceof Error))
        return '';
    return 'code' in error ? String(error.code) : codeOf(error.cause);
}

;// CONCATENATED MODULE: ./packages/registry/build/http/origins.js


/** Where Docker Hub answers. */
const dockerHubHost = 'registry-1.docker.io';
/** Where a registry is asked: its own origin, which may be that of a mirror. */
function registryOrigin(host, mirrors) {
    const mirror = mirrors.get(host);
    if (mirror !== undefined)
        return mirror;
    const name = host === image_reference/* dockerHub */.UD ? dockerHubHost : host;
    const scheme = isLoopback(new URL(`http://${name}`).hostname) ? 'http' : 'https';
    return new URL(`${scheme}://${name}`);
}
/** A registry as messages name it, with the mirror that is asked in its place. */
function shownRegistry(host, mirrors) {
    const mirror = mirrors.get(host);
    return mirror === undefined ? host : `${host} (by its mirror ${mirror.host})`;
}
/**
 * The address that is really called: that of a mirror where the host has one. `sender` is who sends there. Throws a
 * NotCheckedError for plain HTTP to anything but a mirror, and this machine where the sender is on it: a registry elsewhere
 * has no business with what listens here.
 */
function calledUrl(url, mirrors, sender) {
    const mirror = mirrors.get(url.host);
    const called = mirror === undefined ? url : new URL(`${url.pathname}${url.search}`, mirror);
    const isMirror = ({ origin }) => [...mirrors.values()].some((one) => one.origin === origin);
    if (called.protocol === 'https:')
        return called;
    const isLocal = isLoopback(called.hostname) && (isLoopback(sender.hostname) || isMirror(sender));
    if (called.protocol === 'http:' && (isMirror(called) || isLocal))
        return called;
    throw new NotCheckedError({
        reason: 'unsupported',
        message: `The registry sends its callers to ${called.origin}, which is not reached by https.`,
        remedy: `Let the registry be reached by https, or name the address as a mirror in DEPLOY_ACTIONS_REGISTRY_MIRRORS.`,
    });
}
/** Whether a host name means this machine, to which Docker too talks plain HTTP. */
function isLoopback(hostname) {
    return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}

;// CONCATENATED MODULE: ./packages/registry/build/http/read-body.js

/** Manifests and configurations are far shorter: registries refuse manifests above it. */
const maximumBodyBytes = 4 * 1024 * 1024;
/** Reads an answer's body. Throws a NotCheckedError when it is longer than a manifest may be. */
async function readBody(response) {
    const chunks = [];
    let size = 0;
    // A body is bytes, whatever the type of its stream leaves open.
    for await (const chunk of (response.body ?? [])) {
        chunks.push(chunk);
        size += chunk.byteLength;
        if (size > maximumBodyBytes)
            throw tooLong(response);
    }
    return Buffer.concat(chunks);
}
function tooLong({ url }) {
    return new NotCheckedError({
        reason: 'unsupported',
        message: `${new URL(url).host} answered with more than 4 MiB, which is no manifest.`,
        remedy: 'Check that the name of the image leads to a container registry.',
    });
}

;// CONCATENATED MODULE: ./packages/registry/build/http/get.js





const maximumTries = 5;
const maximumRedirects = 5;
/**
 * Makes a GET request, again with growing pauses while the registry is throttling, failing or not there.
 * Throws a NotCheckedError when that lasts, or would last longer than the attempt.
 */
async function get(request, transport) {
    const { attempt } = transport;
    for (let tries = 1;; tries++) {
        const outcome = await tryOnce(request, transport);
        if ('status' in outcome)
            return outcome;
        const { notChecked, isTransient, retryAfterMs } = outcome;
        const delayMs = retryAfterMs ?? 250 * 2 ** (tries - 1);
        const isTooLate = Date.now() + delayMs >= attempt.deadline;
        if (!isTransient || tries === maximumTries || isTooLate)
            throw new NotCheckedError(notChecked);
        attempt.remember(notChecked);
        await (0,build/* sleep */.yy)(delayMs, attempt.signal);
    }
}
async function tryOnce(request, transport) {
    const { attempt, mirrors } = transport;
    const { from } = request;
    try {
        const first = calledUrl(request.url, mirrors, request.sender ?? request.url);
        const answer = await follow(first, request, transport);
        attempt.log.debug(`GET ${shown(first)}: ${answer.status}`);
        if (answer.status >= 500)
            return serverFailure(from, answer.status);
        if (answer.status !== 429)
            return answer;
        const retryAfterMs = parseRetryAfter(answer.headers.get('retry-after'));
        return { ...throttled(from, retryAfterMs), retryAfterMs };
    }
    catch (error) {
        if (error instanceof NotCheckedError)
            throw error;
        attempt.signal.throwIfAborted();
        return networkFailure(from, error);
    }
}
async function follow(first, request, { mirrors, attempt }) {
    let url = first;
    const { origin } = first;
    for (let redirects = 0; redirects <= maximumRedirects; redirects++) {
        const response = await fetch(url, {
            redirect: 'manual',
            signal: attempt.signal,
            headers: {
                accept: request.accept,
                'user-agent': 'deploy-actions',
                ...(request.authorization !== undefined &&
                    url.origin === origin && { authorization: request.authorization }),
            },
        });
        const body = await readBody(response);
        const location = response.headers.get('location');
        const isRedirect = [301, 302, 303, 307, 308].includes(response.status);
        const next = isRedirect && location !== null ? URL.parse(location, url.href) : null;
        if (next === null)
            return { status: response.status, headers: response.headers, body };
        url = calledUrl(next, mirrors, request.sender ?? first);
    }
    throw new NotCheckedError({
        reason: 'unsupported',
        message: `${request.from} redirects again and again, more than ${maximumRedirects} times.`,
        remedy: 'Check that the name of the image leads to a container registry.',
    });
}
/** Milliseconds that a Retry-After header asks for, in seconds or as a date; undefined for none. */
function parseRetryAfter(value) {
    if (value === null)
        return undefined;
    if (/^\d+$/.test(value.trim()))
        return Number(value) * 1000;
    const moment = Date.parse(value);
    return Number.isNaN(moment) ? undefined : Math.max(0, moment - Date.now());
}
/** An address as it may be printed: the query of a download carries its permission. */
function shown(url) {
    return `${url.origin}${url.pathname}`;
}

;// CONCATENATED MODULE: ./packages/registry/build/distribution/authorize.js




/**
 * Gets what a registry wants to be shown: a token of its token service, or the credentials themselves.
 * Throws a NotCheckedError where it wants something else.
 * https://distribution.github.io/distribution/spec/auth/token/
 */
async function authorize(request, transport) {
    const { challenges, identity, host } = request;
    const bearer = challenges.find(({ scheme }) => scheme === 'bearer');
    if (bearer !== undefined)
        return askForToken(bearer, request, transport);
    if (!challenges.some(({ scheme }) => scheme === 'basic')) {
        throw unsupported(`${host} asks for a way to log in that is neither Basic nor Bearer.`);
    }
    const header = basicHeader(identity);
    return header === undefined ? { refused: 401 } : { header };
}
async function askForToken({ parameters }, { identity, host, repository }, transport) {
    const url = URL.parse(parameters.get('realm') ?? '');
    if (url === null)
        throw unsupported(`${host} names no token service that can be asked.`);
    const service = parameters.get('service');
    if (service !== undefined)
        url.searchParams.set('service', service);
    url.searchParams.set('scope', parameters.get('scope') ?? `repository:${repository}:pull`);
    const authorization = basicHeader(identity);
    const from = `The token service of ${host}`;
    const sender = registryOrigin(host, transport.mirrors);
    const asked = { from, url, accept: 'application/json', authorization, sender };
    const { status, body } = await get(asked, transport);
    if (status === 401 || status === 403)
        return { refused: status };
    const content = findJsonObject(Buffer.from(body).toString());
    const token = findText(content?.['token']) ?? findText(content?.['access_token']);
    if (status !== 200 || token === undefined) {
        throw unsupported(`${from} gave no token (status ${status}).`);
    }
    return { header: `Bearer ${token}` };
}
function basicHeader(identity) {
    if (identity === 'anonymous')
        return undefined;
    const { username, password } = identity;
    return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}
function unsupported(message) {
    return new NotCheckedError({
        reason: 'unsupported',
        message,
        remedy: 'Check that the name of the image leads to a container registry.',
    });
}

;// CONCATENATED MODULE: ./packages/registry/build/distribution/challenge.js
// A scheme that stands alone, or a parameter: name=token or name="text".
const piece = /\s*,?\s*(?:(?<name>[\w!#$%&'*+.^`|~-]+)\s*=\s*(?:"(?<quoted>(?:[^"\\]|\\.)*)"|(?<bare>[^\s,"]+))|(?<scheme>[\w!#$%&'*+.^`|~-]+)(?=\s|,|$))/y;
/**
 * Reads a WWW-Authenticate header, which may hold several challenges; what does not follow the grammar
 * ends the reading. https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1
 */
function parseChallenges(header) {
    const challenges = [];
    piece.lastIndex = 0;
    for (let match = piece.exec(header); match !== null; match = piece.exec(header)) {
        const { scheme, name, quoted, bare } = match.groups ?? {};
        if (scheme !== undefined) {
            challenges.push({ scheme: scheme.toLowerCase(), parameters: new Map() });
        }
        else if (name !== undefined) {
            const value = quoted?.replace(/\\(.)/g, '$1') ?? bare ?? '';
            challenges.at(-1)?.parameters.set(name.toLowerCase(), value);
        }
    }
    return challenges;
}

;// CONCATENATED MODULE: ./packages/registry/build/distribution/identity.js
/** AWS's own registries never take a user name and password of somebody else's. */
const publicEcr = 'public.ecr.aws';
/**
 * As whom a registry is asked, one after the other until it lets somebody in: anonymously at first,
 * as ECS asks, and so that credentials are shown only where they are needed. They are shown to the host
 * that they are for, or, where none is named, to any but AWS's.
 */
function identitiesFor(host, credentials) {
    if (credentials === undefined || host === publicEcr)
        return ['anonymous'];
    const isForIt = credentials.host === undefined || credentials.host === host;
    return isForIt ? ['anonymous', credentials] : ['anonymous'];
}

;// CONCATENATED MODULE: ./packages/registry/build/distribution/refusals.js

/**
 * What it means that nobody was let in. Registries answer the same for a repository that does not
 * exist as for one that they do not show.
 */
function refusal(refused) {
    const { host, repository, identity, refusedStatus } = refused;
    if (identity === 'anonymous')
        return anonymousRefusal(refused);
    if (refusedStatus === 401) {
        return new NotCheckedError({
            reason: 'credentials',
            message: `${host} does not accept the user name and password given.`,
            remedy: `Correct registry-username and registry-password: most registries want an access token, which may have expired, as the password.`,
        });
    }
    return new NotCheckedError({
        reason: refusedStatus === undefined ? 'access-denied' : 'credentials',
        message: `${host} does not let the user given read ${repository}, or has no such repository.`,
        remedy: `Give the user of registry-username the permission to pull ${repository}, check that the token in registry-password is valid and may read packages, and check the spelling of the repository.`,
    });
}
function anonymousRefusal({ host, repository, isForOtherHost }) {
    return new NotCheckedError({
        reason: 'credentials',
        message: `${host} does not show ${repository} without a login, or has no such repository.`,
        remedy: isForOtherHost
            ? `The credentials given are for another host. Check the spelling of the repository, and that its host is meant.`
            : `Set registry-username and registry-password to a user of ${host} who may pull ${repository}, and check the spelling of the repository.`,
    });
}

;// CONCATENATED MODULE: ./packages/registry/build/distribution/session.js






/** Requests to one repository of one registry, which logs in when it is asked to. */
class Session {
    #options;
    #identities;
    #identity = 'anonymous';
    #refusedStatus;
    #challenges = [];
    #authorization;
    constructor(options) {
        this.#options = options;
        this.#identities = [...identitiesFor(options.reference.host, options.credentials)];
    }
    /** Whether what was answered so far was answered to anybody. */
    get isAnonymous() {
        return this.#identity === 'anonymous';
    }
    /**
     * Gets a path of the repository, such as `manifests/latest`, as the first identity that is let in.
     * Throws a NotCheckedError where nobody is, or where the registry gives no answer.
     */
    async get(path, accept) {
        const { transport, reference } = this.#options;
        const { mirrors } = transport;
        const from = shownRegistry(reference.host, mirrors);
        const origin = registryOrigin(reference.host, mirrors);
        const url = new URL(`/v2/${reference.repository}/${path}`, origin);
        for (;;) {
            const authorization = this.#authorization;
            const asked = { from, url, accept: accept.join(', '), authorization };
            const answer = await get(asked, transport);
            if (answer.status !== 401 && answer.status !== 403)
                return answer;
            await this.#becomeNext(answer);
        }
    }
    /** Takes on the next identity that the registry accepts. */
    async #becomeNext({ status, headers }) {
        // Credentials that are sent as they are, are refused in the place of a token service.
        if (status === 401 && this.#authorization?.startsWith('Basic '))
            this.#refusedStatus = status;
        const challenges = parseChallenges(headers.get('www-authenticate') ?? '');
        // Whoever was let in and may not read is told so without a challenge.
        if (challenges.length > 0)
            this.#challenges = challenges;
        const { transport, reference } = this.#options;
        for (;;) {
            const next = this.#challenges.length > 0 ? this.#identities.shift() : undefined;
            if (next === undefined)
                throw this.#refusal();
            const asked = { ...reference, identity: next, challenges: this.#challenges };
            const answer = await authorize(asked, transport);
            this.#identity = next;
            this.#refusedStatus = 'refused' in answer ? answer.refused : undefined;
            if ('header' in answer) {
                this.#authorization = answer.header;
                return;
            }
        }
    }
    #refusal() {
        const { reference, credentials } = this.#options;
        return refusal({
            ...reference,
            identity: this.#identity,
            refusedStatus: this.#refusedStatus,
            isForOtherHost: credentials?.host !== undefined && credentials.host !== reference.host,
        });
    }
}

;// CONCATENATED MODULE: ./packages/registry/build/distribution/look-up.js








/**
 * Asks a registry about an image by the distribution protocol. Throws a NotCheckedError where the
 * registry does not say. https://github.com/opencontainers/distribution-spec/blob/main/spec.md
 */
async function lookUpByDistribution(reference, credentials, transport) {
    const session = new Session({ reference, credentials, transport });
    const version = reference.digest ?? reference.tag ?? 'latest';
    const answer = await session.get(`manifests/${version}`, manifestTypes);
    if (answer.status === 404)
        return missingImage(reference, answer, { session, attempt: transport.attempt });
    const manifest = answer.status === 200 ? manifestIn(answer) : undefined;
    if (manifest === undefined)
        throw noManifest(reference, answer);
    const { mediaType } = manifest;
    const digest = checkedDigest(reference, answer);
    const found = { kind: 'found', digest, mediaType, isPublic: session.isAnonymous };
    return { ...found, ...(await contentsOf(manifest, { session, transport })) };
}
function manifestIn({ headers, body }) {
    const text = Buffer.from(body).toString();
    return findManifest(text, headers.get('content-type') ?? undefined);
}
/** The digest of what was served. It is what the registry says it is, and what was asked for. */
function checkedDigest(reference, { headers, body }) {
    const named = headers.get('docker-content-digest') ?? undefined;
    const digest = digestOf(body, reference.digest ?? named);
    for (const expected of [named, reference.digest]) {
        if (expected !== undefined && digestOf(body, expected) !== expected) {
            throw new NotCheckedError({
                reason: 'unsupported',
                message: `What ${reference.host} serves as ${(0,image_reference/* formatImage */.vy)(reference, reference)} has another digest than ${expected}.`,
                remedy: `The registry, or a proxy before it, serves content that is not the image. Try docker pull of the same name on this runner, and tell whoever keeps ${reference.host}.`,
            });
        }
    }
    return digest;
}
function noManifest(reference, { status }) {
    return new NotCheckedError({
        reason: 'unsupported',
        message: `${reference.host} answered with no manifest that is known when it was asked for ${(0,image_reference/* formatImage */.vy)(reference, reference)} (status ${status}).`,
        remedy: `Check that the name of the image leads to a container registry, and that the image was pushed by a tool of this decade.`,
    });
}
/** What stands in the manifest, and in the configuration that it points to. */
async function contentsOf(manifest, { session, transport }) {
    if (manifest.kind === 'index')
        return { platforms: manifest.platforms };
    if (transport.isDigestEnough)
        return { platforms: undefined };
    return readConfig(manifest, transport.attempt, (digest) => session.get(`blobs/${digest}`, ['*/*']));
}

// EXTERNAL MODULE: ./packages/aws/build/call.js
var call = __webpack_require__(5393);
;// CONCATENATED MODULE: ./packages/registry/build/ecr/passing-trouble.js

/**
 * A middleware for inside of the SDK's retries, which keeps why a call has to be made again: the SDK
 * only says that it was aborted when the time is over.
 */
function passingTrouble(attempt) {
    return (next) => async (input) => {
        try {
            return await next(input);
        }
        catch (error) {
            if ((0,build_transient/* isTransient */.d)(error) && error instanceof Error)
                attempt.remember(trouble(error));
            throw error;
        }
    };
}
function trouble(error) {
    const isThrottled = (0,errors/* isAwsError */.m_)(error, 'ThrottlingException', 'TooManyRequestsException');
    const words = error.message || error.name;
    return {
        kind: 'not-checked',
        reason: isThrottled ? 'throttled' : 'unreachable',
        message: isThrottled
            ? `ECR kept throttling this account: ${words}.`
            : `ECR could not be asked: ${words}.`,
        remedy: isThrottled
            ? 'Run the step again, with fewer jobs at the same time.'
            : 'Check that this runner has a way to ECR, and run the step again.',
    };
}

;// CONCATENATED MODULE: ./packages/registry/build/ecr/ecr-repository.js




/** The manifest of an image, or why ECR does not give it. Throws what {@link call} throws. */
async function getImage(repository, id) {
    const { BatchGetImageCommand } = await Promise.all(/* import() */[__webpack_require__.e(417), __webpack_require__.e(572), __webpack_require__.e(984), __webpack_require__.e(452)]).then(__webpack_require__.t.bind(__webpack_require__, 9452, 19));
    const command = new BatchGetImageCommand({
        ...named(repository),
        imageIds: [id],
        acceptedMediaTypes: [...manifestTypes],
    });
    const { images, failures } = await send(repository, command);
    return { image: images?.[0], failure: failures?.[0] };
}
/** Gets a part of an image from where ECR keeps it. Throws what {@link call} and {@link get} throw. */
async function getLayer(repository, digest) {
    const { GetDownloadUrlForLayerCommand } = await Promise.all(/* import() */[__webpack_require__.e(417), __webpack_require__.e(572), __webpack_require__.e(984), __webpack_require__.e(452)]).then(__webpack_require__.t.bind(__webpack_require__, 9452, 19));
    const command = new GetDownloadUrlForLayerCommand({ ...named(repository), layerDigest: digest });
    const { downloadUrl } = await send(repository, command);
    const asked = { from: 'The storage of ECR', url: new URL(downloadUrl ?? ''), accept: '*/*' };
    return get(asked, repository.transport);
}
/** All tags, newest first. Throws what {@link call} throws. */
async function ecr_repository_listTags(repository) {
    const { DescribeImagesCommand } = await Promise.all(/* import() */[__webpack_require__.e(417), __webpack_require__.e(572), __webpack_require__.e(984), __webpack_require__.e(452)]).then(__webpack_require__.t.bind(__webpack_require__, 9452, 19));
    const found = [];
    let nextToken;
    do {
        const command = new DescribeImagesCommand({
            ...named(repository),
            filter: { tagStatus: 'TAGGED' },
            maxResults: 1000,
            nextToken,
        });
        const page = await send(repository, command);
        for (const { imageTags = [], imagePushedAt } of page.imageDetails ?? []) {
            found.push({ tags: imageTags, pushedAt: imagePushedAt?.getTime() ?? 0 });
        }
        ;
        ({ nextToken } = page);
    } while (nextToken !== undefined);
    return found.toSorted((a, b) => b.pushedAt - a.pushedAt).flatMap(({ tags }) => tags);
}
/** The rules of the pull-through cache of a repository's registry. Throws what {@link call} throws. */
async function listPullThroughCacheRules(repository) {
    const { DescribePullThroughCacheRulesCommand } = await Promise.all(/* import() */[__webpack_require__.e(417), __webpack_require__.e(572), __webpack_require__.e(984), __webpack_require__.e(452)]).then(__webpack_require__.t.bind(__webpack_require__, 9452, 19));
    const { account: registryId } = repository.registry;
    const rules = [];
    let nextToken;
    do {
        const command = new DescribePullThroughCacheRulesCommand({ registryId, nextToken });
        const page = await send(repository, command);
        rules.push(...(page.pullThroughCacheRules ?? []));
        ({ nextToken } = page);
    } while (nextToken !== undefined);
    return rules;
}
function named({ registry, name }) {
    return { registryId: registry.account, repositoryName: name };
}
/** Sends one command under the attempt's limit, to the region that the repository is in. */
async function send({ clients, registry, name, transport: { attempt } }, command) {
    const { partition, region, account } = registry;
    command.middlewareStack.add(passingTrouble(attempt), {
        step: 'finalizeRequest',
        priority: 'low',
        name: 'passingTrouble',
    });
    const resource = `arn:${partition}:ecr:${region}:${account}:repository/${name}`;
    const client = await clients.ecr(region);
    return attempt.limit((0,call/* call */.T)(client, command, { resource, signal: attempt.signal }));
}

;// CONCATENATED MODULE: ./packages/registry/build/ecr/failures.js

const upstream = 'The repository is a pull-through cache of another registry';
/** https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_ImageFailure.html */
const rows = {
    ImageInaccessible: {
        reason: 'access-denied',
        remedy: 'The image is there and cannot be pulled, as one that is archived: restore it to the standard storage class, or push it again.',
    },
    KmsError: {
        reason: 'access-denied',
        remedy: 'ECR could not decrypt the image: check that the KMS key of the repository is enabled, and that its grant to ECR was not retired.',
    },
    UpstreamAccessDenied: {
        reason: 'credentials',
        remedy: `${upstream}, which refuses its credentials: renew the secret that the pull-through cache rule names.`,
    },
    UpstreamTooManyRequests: {
        reason: 'throttled',
        remedy: `${upstream}, which was asked too often: run the step again later, or give the pull-through cache rule credentials.`,
    },
    UpstreamUnavailable: {
        reason: 'unreachable',
        remedy: `${upstream}, which does not answer: run the step again later.`,
    },
};
/** What it means that ECR names an image and does not give it. */
function ecrFailure(image, code, words) {
    const row = rows[code] ?? {
        reason: 'unsupported',
        remedy: 'Look at what ECR says above, and at the image in the console of ECR.',
    };
    return new NotCheckedError({ ...row, message: `ECR does not give ${image}: ${code}: ${words}` });
}

;// CONCATENATED MODULE: ./packages/registry/build/ecr/pull-through-cache.js



/** The prefix of a rule that is for all repositories without a rule of their own. */
const anyPrefix = 'ROOT';
/**
 * What it means that ECR has no repository of a name: a pull-through cache makes its repositories when somebody
 * pulls from them first.
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache-working.html
 */
async function noRepositoryYet(reference, repository) {
    const rules = await findRules(repository);
    if (rules === undefined) {
        const caveat = 'Whether a pull-through cache would make it was not looked for: that needs ecr:DescribePullThroughCacheRules.';
        return missingRepository(reference, caveat);
    }
    const rule = rules.find(({ ecrRepositoryPrefix: prefix = '' }) => prefix === anyPrefix || reference.repository.startsWith(`${prefix}/`));
    return rule === undefined ? missingRepository(reference) : notYetPulled(reference, rule);
}
/** Undefined where the role may not ask. */
async function findRules(repository) {
    try {
        return await listPullThroughCacheRules(repository);
    }
    catch (error) {
        const { attempt } = repository.transport;
        attempt.log.debug(`Pull-through cache rules are not listed: ${attempt.explain(error).message}`);
        return undefined;
    }
}
function notYetPulled(reference, { ecrRepositoryPrefix: prefix, upstreamRegistryUrl: upstream }) {
    return {
        kind: 'not-checked',
        reason: 'unsupported',
        message: `${(0,image_reference/* formatImage */.vy)(reference, reference)} was not pulled through yet: the pull-through cache rule ${prefix} makes its repository of ${upstream} when somebody pulls it first.`,
        remedy: 'Pull the image once, so that it can be checked; the execution role needs ecr:BatchImportUpstreamImage and ecr:CreateRepository where its tasks are to be the first.',
    };
}

;// CONCATENATED MODULE: ./packages/registry/build/ecr/look-up.js









/**
 * Asks ECR about an image by its API. Throws a NotCheckedError where ECR does not say, and the
 * ActionError of a call that fails.
 */
async function lookUpInEcr(reference, repository) {
    const { tag = 'latest', digest } = reference;
    const id = digest === undefined ? { imageTag: tag } : { imageDigest: digest };
    try {
        const { image, failure } = await getImage(repository, id);
        if (image !== undefined)
            return await foundImage(reference, image, repository);
        if (failure?.failureCode !== 'ImageNotFound') {
            const name = (0,image_reference/* formatImage */.vy)(reference, reference);
            throw ecrFailure(name, failure?.failureCode ?? 'no reason', failure?.failureReason ?? '');
        }
        return await look_up_missingImage(reference, repository);
    }
    catch (error) {
        if (isNoRepository(error))
            return noRepositoryYet(reference, repository);
        throw error;
    }
}
async function foundImage(reference, { imageId, imageManifest = '', imageManifestMediaType }, repository) {
    const manifest = findManifest(imageManifest, imageManifestMediaType);
    const digest = imageId?.imageDigest;
    if (manifest === undefined || digest === undefined)
        throw look_up_noManifest(reference);
    const { mediaType } = manifest;
    const found = { kind: 'found', digest, mediaType, isPublic: false };
    if (manifest.kind === 'index')
        return { ...found, platforms: manifest.platforms };
    const { attempt, isDigestEnough } = repository.transport;
    if (isDigestEnough)
        return { ...found, platforms: undefined };
    return {
        ...found,
        ...(await readConfig(manifest, attempt, (blob) => getLayer(repository, blob))),
    };
}
/** What is there instead is good to know, and no permission that a deployment needs. */
async function look_up_missingImage(reference, repository) {
    try {
        return missingVersion(reference, await ecr_repository_listTags(repository));
    }
    catch (error) {
        const { attempt } = repository.transport;
        attempt.log.debug(`Tags are not listed: ${attempt.explain(error).message}`);
        return missingVersion(reference, []);
    }
}
function look_up_noManifest(reference) {
    return new NotCheckedError({
        reason: 'unsupported',
        message: `ECR gives no manifest that is known for ${(0,image_reference/* formatImage */.vy)(reference, reference)}.`,
        remedy: 'Check that it is a container image, and push it again with a tool that is up to date.',
    });
}
/** A name that ECR takes for none, as one of a single letter, is no repository's either. */
function isNoRepository(error) {
    if ((0,errors/* isAwsError */.m_)(error, 'RepositoryNotFoundException'))
        return true;
    const isInvalid = (0,errors/* isAwsError */.m_)(error, 'InvalidParameterException') && error instanceof Error;
    return isInvalid && error.message.includes("'repositoryName'");
}

// EXTERNAL MODULE: ./packages/registry/build/reference/ecr-registry.js
var ecr_registry = __webpack_require__(6825);
;// CONCATENATED MODULE: ./packages/registry/build/look-up-image.js




/** A check must not hold a run: what is not known by then is not checked. */
const checkSeconds = 10;
/** Looks whether an image is there. Throws only the reason of the run's signal. */
async function lookUpImage(reference, options) {
    const { log, signal: run } = options;
    const attempt = new Attempt({ run, log, host: reference.host, seconds: checkSeconds });
    try {
        return await ask(reference, attempt, options);
    }
    catch (error) {
        return attempt.explain(error);
    }
    finally {
        attempt.end();
    }
}
function ask(reference, attempt, { clients, mirrors, credentials, isDigestEnough }) {
    const transport = { mirrors, attempt, isDigestEnough };
    const registry = (0,ecr_registry/* findEcrRegistry */.f8)(reference.host);
    return registry === undefined
        ? lookUpByDistribution(reference, credentials, transport)
        : lookUpInEcr(reference, { clients, registry, name: reference.repository, transport });
}

;// CONCATENATED MODULE: ./packages/registry/build/short-name.js







/** What is needed is waited for as long as the SDK tries again. */
const neededSeconds = 90;
/** Finds a name without a host in the registry given; see `Registries.resolveShortName`. */
async function resolveShortName(text, findRegistry, { clients, mirrors, log, signal: run, isDigestEnough }) {
    if ((0,image_reference/* hasHost */.b5)(text))
        (0,build/* invalid */.Gq)('has a host; allowed here: a name such as backend:1.4.0');
    (0,image_reference/* parseImageReference */.o_)(text);
    const registry = await findRegistry();
    const host = (0,ecr_registry/* ecrHost */.Fd)(registry);
    const reference = (0,image_reference/* parseImageReference */.o_)(`${host}/${text}`);
    const attempt = new Attempt({ run, log, host, seconds: neededSeconds });
    try {
        const name = reference.repository;
        const repository = { clients, registry, name, transport: { mirrors, attempt, isDigestEnough } };
        const lookup = await lookUpInEcr(reference, repository);
        if (lookup.kind === 'missing' && lookup.what === 'repository') {
            throw noSuchRepository(text, reference, registry);
        }
        return { image: (0,image_reference/* formatImage */.vy)(reference, reference), reference, lookup };
    }
    catch (error) {
        throw error instanceof build/* ActionError */.lZ ? error : neededError(attempt.explain(error), error);
    }
    finally {
        attempt.end();
    }
}
/** The registry of the account and the region that the credentials are for. Throws what `call` throws. */
async function ownRegistry({ clients, signal }) {
    const { GetCallerIdentityCommand } = await Promise.all(/* import() */[__webpack_require__.e(572), __webpack_require__.e(484)]).then(__webpack_require__.t.bind(__webpack_require__, 1484, 19));
    const client = await clients.sts();
    // It needs no permission.
    const { Account: account = '' } = await (0,call/* call */.T)(client, new GetCallerIdentityCommand(), { signal });
    return (0,ecr_registry/* ecrRegistry */.gO)(account, await client.config.region());
}
function noSuchRepository(text, reference, registry) {
    const { repository } = reference;
    return new build/* ActionError */.lZ({
        code: 'input',
        message: `There is no repository ${repository} in ECR in account ${registry.account} and region ${registry.region}, where a name without a host is looked for.`,
        remedy: `Correct the name, or create the repository. When an image of Docker Hub is meant, write docker.io/${text}.`,
    });
}

;// CONCATENATED MODULE: ./packages/registry/build/registries.js



/** Registries that are asked under the run's signal, with the AWS clients, mirrors and credentials given. */
function createRegistries(options) {
    return registriesWith(options, new Map());
}
function registriesWith(options, lookups) {
    let own;
    const findOwn = () => (own ??= ownRegistry(options));
    return {
        lookUp(reference) {
            const name = (0,image_reference/* formatImage */.vy)(reference, reference);
            const lookup = lookups.get(name) ?? lookUpImage(reference, options);
            lookups.set(name, lookup);
            return lookup;
        },
        async resolveShortName(text) {
            const resolved = await resolveShortName(text, findOwn, options);
            lookups.set(resolved.image, Promise.resolve(resolved.lookup));
            return resolved;
        },
        withCredentials: (credentials) => registriesWith({ ...options, credentials }, lookups),
        forDigests: () => registriesWith({ ...options, isDigestEnough: true }, new Map()),
    };
}


/***/ })

};
