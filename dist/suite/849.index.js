export const id = 849;
export const ids = [849];
export const modules = {

/***/ 2919:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ accessDenied),
/* harmony export */   U: () => (/* binding */ AccessDeniedError)
/* harmony export */ });
/* harmony import */ var _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5087);

/** An `access-denied` that names the permission. */
class AccessDeniedError extends _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ {
    /** What the role may not do, by AWS's own words where it names it. */
    missing;
    constructor(parts, missing) {
        super({ ...parts, code: 'access-denied' });
        this.missing = missing;
    }
}
/**
 * An `access-denied` that says which permission is missing, or which policy denies. AWS names action
 * and resource itself where it can ("… is not authorized to perform: X on resource: Y …"): the missing
 * one is often another than the call's, as `iam:PassRole` when a definition is registered.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
function accessDenied(error, text, call) {
    if (text.includes('Access to KMS is not allowed'))
        return keyDenied(error, text, call);
    const missing = {
        iamAction: /not authorized to perform: ([\w-]+:\w+)/.exec(text)?.[1] ?? call.iamAction,
        resource: /on resource: (\S+?)[.,;]?(?:\s|$)/.exec(text)?.[1] ?? call.resource,
    };
    const { iamAction: action, resource } = missing;
    const purpose = action === call.iamAction ? '' : `, which ${call.iamAction} needs`;
    const message = `The role of this job may not call ${action}${purpose}: ${text}`;
    const remedy = remedyFor(text, { action, resource, for: call.iamAction });
    return new AccessDeniedError({ message, remedy, cause: error }, missing);
}
/**
 * Secrets Manager says no more than that where the role may not use the customer's key of a secret.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html
 */
function keyDenied(error, text, { iamAction }) {
    const actions = iamAction.includes(':Get')
        ? ['kms:Decrypt']
        : ['kms:GenerateDataKey', 'kms:Decrypt'];
    const names = actions.join(' and ');
    const statement = JSON.stringify({
        Effect: 'Allow',
        Action: actions,
        Resource: '*',
        Condition: { StringLike: { 'kms:ViaService': 'secretsmanager.*' } },
    });
    return new AccessDeniedError({
        message: `The role of this job may not use the key that encrypts the secret (${names}), which ${iamAction} needs: ${text}`,
        remedy: `Add this statement, with the ARN of the key for its Resource, to the role's policy, and let the policy of the key allow it: ${statement}`,
        cause: error,
    }, { iamAction: names, resource: 'the key of the secret' });
}
function remedyFor(text, need) {
    const { action, resource } = need;
    const denying = /explicit deny in an? ([\w -]+?)(?:[:.,;]|$)/i.exec(text)?.[1];
    if (denying !== undefined || /explicit deny/i.test(text)) {
        return `The ${denying ?? 'policy that AWS means above'} denies ${action} on ${resource}, and no permission of the role overrides that: change that policy, or ask whoever keeps it.`;
    }
    const silent = /because no ([\w -]+?) allows/i.exec(text)?.[1];
    const statement = statementFor(need);
    return silent === undefined || silent === 'identity-based policy'
        ? `Add this statement to the role's policy: ${statement}`
        : `Add this statement to the ${silent}, which has to allow it besides the role's own policy: ${statement}`;
}
function statementFor({ action, resource, for: call }) {
    const service = call.startsWith('apprunner:') ? 'apprunner' : 'ecs-tasks';
    return JSON.stringify({
        Effect: 'Allow',
        Action: action,
        Resource: resource,
        // Without it the role could be given to any service.
        ...(action === 'iam:PassRole' && {
            Condition: { StringEquals: { 'iam:PassedToService': `${service}.amazonaws.com` } },
        }),
    });
}


/***/ }),

/***/ 9309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ call)
});

;// CONCATENATED MODULE: ./packages/aws/build/clock-skew.js
/** Where it stands: inside of the SDK's retries, outside of what signs requests and reads the clock of AWS. */
const aroundSigning = {
    relation: 'before',
    toMiddleware: 'httpSigningMiddleware',
    name: 'correctClockOnce',
    override: true,
};
/**
 * Lets a call be tried again once for the sake of the runner's clock. Where that is minutes off, the SDK measures anew how much at each
 * refusal, takes that for a correction, and would ask for a minute for what AWS refuses for good.
 */
function correctClockOnce() {
    let isCorrected = false;
    return (next) => async (args) => {
        try {
            return await next(args);
        }
        catch (error) {
            const metadata = metadataOf(error);
            if (metadata?.clockSkewCorrected === true) {
                metadata.clockSkewCorrected = !isCorrected;
                isCorrected = true;
            }
            throw error;
        }
    };
}
function metadataOf(error) {
    const { $metadata } = error instanceof Error && '$metadata' in error ? error : {};
    return typeof $metadata === 'object' && $metadata !== null ? $metadata : undefined;
}

// EXTERNAL MODULE: ./packages/aws/build/errors.js
var errors = __webpack_require__(2790);
// EXTERNAL MODULE: ./packages/aws/build/unknown-host.js
var unknown_host = __webpack_require__(4082);
;// CONCATENATED MODULE: ./packages/aws/build/call.js



/**
 * Sends one command, under the run's signal. Throws an ActionError (`access-denied`, `input`,
 * `service-error`) whose cause is the exception of AWS, or the run's CancelledError.
 */
async function call(client, command, { signal, resource = '*' }) {
    command.middlewareStack.add((0,unknown_host/* refuseUnknownHost */.x)(client), {
        step: 'finalizeRequest',
        priority: 'low',
        name: 'refuseUnknownHost',
        override: true,
    });
    command.middlewareStack.addRelativeTo(correctClockOnce(), aroundSigning);
    try {
        return await unlessAborted(client.send(command, { abortSignal: signal }), signal);
    }
    catch (error) {
        const operation = command.constructor.name.replace(/Command$/, '');
        const service = client.config.serviceId;
        const prefix = iamPrefixes[service] ?? service.toLowerCase();
        throw (0,errors/* explainAwsError */.Ni)(error, { iamAction: `${prefix}:${operation}`, resource });
    }
}
/** Where the prefix of IAM actions is not the service's id in lower case. */
const iamPrefixes = {
    'CloudWatch Logs': 'logs',
    'Elastic Load Balancing v2': 'elasticloadbalancing',
    'Secrets Manager': 'secretsmanager',
};
/** The SDK sleeps its back-off to the end, twenty seconds at times, whatever happens meanwhile. */
async function unlessAborted(sent, signal) {
    const { promise: aborted, reject } = Promise.withResolvers();
    const onAbort = () => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    // What comes after the end is nobody's.
    sent.catch(() => undefined);
    try {
        return await Promise.race([sent, aborted]);
    }
    finally {
        signal.removeEventListener('abort', onAbort);
    }
}


/***/ }),

/***/ 2790:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E2: () => (/* binding */ isThrottling),
/* harmony export */   Ni: () => (/* binding */ explainAwsError),
/* harmony export */   m_: () => (/* binding */ isAwsError),
/* harmony export */   w7: () => (/* binding */ isAccessDenied)
/* harmony export */ });
/* harmony import */ var _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5087);
/* harmony import */ var _access_denied_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2919);


/** Whether the error, or one that caused it, is the AWS exception of that name. */
function isAwsError(error, ...names) {
    if (!(error instanceof Error))
        return false;
    return names.includes(error.name) || isAwsError(error.cause, ...names);
}
const throttling = [
    'ThrottlingException',
    'Throttling',
    'TooManyRequestsException',
    'RequestLimitExceeded',
    'RequestThrottled',
    'LimitExceededException',
];
/** Whether AWS refused because it was asked too often: ask less often, then again. */
function isThrottling(error) {
    return isAwsError(error, ...throttling);
}
const denied = [
    'AccessDeniedException',
    'AccessDenied',
    'UnauthorizedOperation',
    'AuthorizationError',
];
const expired = ['ExpiredTokenException', 'ExpiredToken', 'RequestExpired'];
const credentialNames = [
    'CredentialsProviderError',
    'UnrecognizedClientException',
    'InvalidSignatureException',
    'InvalidClientTokenId',
    'TokenProviderError',
];
/** Whether the role may not do what was asked. */
function isAccessDenied(error) {
    return isAwsError(error, ...denied);
}
/**
 * What a failed call means to the user: an `access-denied` with the statement to add, or a
 * `service-error`. The exception of AWS stays the cause, so {@link isAwsError} still knows it.
 */
function explainAwsError(error, call) {
    if (error instanceof _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ || error instanceof _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .CancelledError */ .cc)
        return error;
    if (isAwsError(error, 'AbortError') && error instanceof Error) {
        return error.cause instanceof _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .CancelledError */ .cc ? error.cause : new _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .CancelledError */ .cc();
    }
    if (isAccessDenied(error))
        return (0,_access_denied_js__WEBPACK_IMPORTED_MODULE_1__/* .accessDenied */ .I)(error, textOf(error), call);
    if (isAwsError(error, ...expired))
        return expiredCredentials(error);
    if (isAwsError(error, ...credentialNames))
        return badCredentials(error);
    if (textOf(error).startsWith('Region is missing'))
        return noRegion(error);
    return new _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ({
        code: 'service-error',
        message: `${call.iamAction} failed: ${textOf(error)}`,
        remedy: isThrottling(error)
            ? 'AWS kept throttling this account, also after retries. Run the step again, with fewer jobs at the same time.'
            : 'Look at what AWS says above. When it is not about your configuration, run the step again.',
        cause: error,
    });
}
function badCredentials(error) {
    return new _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ({
        code: 'access-denied',
        message: `AWS does not accept the credentials of this job, or there are none: ${textOf(error)}`,
        remedy: 'Put aws-actions/configure-aws-credentials before this step, with a role to assume, and give the job the permission id-token: write.',
        cause: error,
    });
}
function expiredCredentials(error) {
    return new _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ({
        code: 'access-denied',
        message: `The credentials of this job expired before the step was done: ${textOf(error)}`,
        remedy: 'Raise role-duration-seconds of aws-actions/configure-aws-credentials above what the job takes (and the maximum session duration of the role with it), or put that action right before this step. Then run the job again: it goes on from what it finds.',
        cause: error,
    });
}
function noRegion(cause) {
    return new _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ({
        code: 'input',
        message: 'No AWS region is set.',
        remedy: 'Set the input aws-region, or the environment variable AWS_REGION, as configure-aws-credentials does.',
        cause,
    });
}
/** The words of an error; some network errors of Node have a code only. */
function textOf(error) {
    if (!(error instanceof Error))
        return String(error);
    const name = error.name === 'Error' ? '' : `${error.name}: `;
    const words = error.message || ('code' in error ? String(error.code) : 'no reason given');
    return `${name}${words}`;
}


/***/ }),

/***/ 8456:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hm: () => (/* binding */ untilDeadline),
/* harmony export */   j3: () => (/* binding */ DeadlineError),
/* harmony export */   wt: () => (/* binding */ poll)
/* harmony export */ });
/* harmony import */ var _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5087);

/** Thrown when the deadline passes before a look brings an answer. */
class DeadlineError extends Error {
    name = 'DeadlineError';
    constructor() {
        super('The time given is over.');
    }
}
/**
 * Looks again and again until a look gives something else than undefined, and returns that. Throws
 * DeadlineError after the deadline, and the signal's reason when the run is cancelled.
 */
async function poll(look, { signal, deadline, delayMs }) {
    const start = Date.now();
    for (let looks = 1;; looks++) {
        const found = await look();
        if (found !== undefined)
            return found;
        const now = Date.now();
        if (now >= deadline)
            throw new DeadlineError();
        await (0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .sleep */ .yy)(Math.min(delayMs(looks, now - start), deadline - now), signal);
    }
}
/**
 * Does work under a signal that is aborted at the deadline as well as with the run. Throws
 * DeadlineError when the deadline cut the work off, so that no answer that never comes can hold it.
 */
async function untilDeadline(signal, deadline, work) {
    const limit = new AbortController();
    const cutOff = () => limit.abort(new DeadlineError());
    // A moment later than the deadline: what is at work by then is cut off, what sleeps ends by itself.
    const timer = setTimeout(cutOff, Math.min(deadline - Date.now() + 1_000, longestTimerMs));
    try {
        return await work(AbortSignal.any([signal, limit.signal]));
    }
    catch (error) {
        if (limit.signal.aborted && !signal.aborted)
            throw new DeadlineError();
        throw error;
    }
    finally {
        clearTimeout(timer);
    }
}
/** Node's timers go off at once when they are to take longer. */
const longestTimerMs = 2 ** 31 - 1;


/***/ }),

/***/ 547:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ isTransient)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2790);

/** Errors of the network, as Node and the SDK's HTTP handler name them. */
const networkErrors = new Set([
    'ECONNRESET',
    'ECONNREFUSED',
    'EPIPE',
    'ETIMEDOUT',
    'EAI_AGAIN',
    'TimeoutError',
    'NetworkingError',
]);
/**
 * Whether the same call may well succeed a little later: AWS throttled it, failed itself (5xx), or
 * the network broke. A refusal is none of these.
 */
function isTransient(error) {
    if (!(error instanceof Error))
        return false;
    if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isThrottling */ .E2)(error) || networkErrors.has(error.name))
        return true;
    if ('code' in error && networkErrors.has(String(error.code)))
        return true;
    return statusOf(error) >= 500 || isTransient(error.cause);
}
/** The HTTP status that the SDK keeps with a service's exception; 0 where there is none. */
function statusOf(error) {
    const metadata = '$metadata' in error ? error.$metadata : undefined;
    if (typeof metadata !== 'object' || metadata === null)
        return 0;
    return 'httpStatusCode' in metadata ? Number(metadata.httpStatusCode) : 0;
}


/***/ }),

/***/ 4082:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ UnknownHostError),
/* harmony export */   x: () => (/* binding */ refuseUnknownHost)
/* harmony export */ });
/* harmony import */ var _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5087);

/** An `input` error: DNS does not know the host of a call. */
class UnknownHostError extends _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ {
}
/** Clients whose host was found once: when it is not found later, that passes. */
const found = new WeakSet();
/**
 * Ends a call at once when DNS does not know the host: a region that does not exist has none, and the
 * SDK would ask for half a minute. It stands inside of the SDK's retries. Throws an UnknownHostError
 * without a cause, since the SDK retries by the cause as well.
 */
function refuseUnknownHost(client) {
    return (next) => async (args) => {
        try {
            const result = await next(args);
            found.add(client);
            return result;
        }
        catch (error) {
            if (isHostUnknown(error) && !found.has(client))
                throw unknownHost(error);
            if (!isHostUnknown(error))
                found.add(client);
            throw error;
        }
    };
}
function isHostUnknown(error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOTFOUND';
}
function unknownHost(error) {
    const host = 'hostname' in error ? ` ${String(error.hostname)}` : '';
    return new UnknownHostError({
        code: 'input',
        message: `The host${host} does not exist: there is no such region, or the runner's DNS does not know it.`,
        remedy: 'Correct the region, such as us-east-1: the input aws-region, or the environment variable AWS_REGION. When it is right, check AWS_ENDPOINT_URL and the DNS of the runner.',
    });
}


/***/ }),

/***/ 1008:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ copyImage)
});

// EXTERNAL MODULE: ./packages/action-kit/build/index.js + 51 modules
var build = __webpack_require__(5087);
// EXTERNAL MODULE: ./packages/registry/build/in-parallel.js
var in_parallel = __webpack_require__(516);
// EXTERNAL MODULE: ./packages/registry/build/reference/image-reference.js + 1 modules
var image_reference = __webpack_require__(6148);
// EXTERNAL MODULE: ./packages/registry/build/store/connection.js
var connection = __webpack_require__(3491);
// EXTERNAL MODULE: ./packages/registry/build/store/distribution-tags.js
var distribution_tags = __webpack_require__(3011);
// EXTERNAL MODULE: ./packages/registry/build/store/manifests.js
var manifests = __webpack_require__(5758);
// EXTERNAL MODULE: ./packages/registry/build/http/persist.js
var persist = __webpack_require__(1254);
;// CONCATENATED MODULE: ./packages/registry/build/copy/perseverance.js
/** Longer a registry may not ask to be left alone in the middle of a copy. */
const longestPauseMs = 5 * 60_000;
/**
 * How long a transfer is tried again: about half a minute without progress, whatever time was spent on
 * transfers themselves.
 */
function perseverance({ signal, log }) {
    return {
        maximumTries: 8,
        get deadline() {
            return Date.now() + longestPauseMs;
        },
        signal,
        remember: ({ message }) => log.debug(`${message} Trying again.`),
    };
}

// EXTERNAL MODULE: ./packages/registry/build/distribution/registry-errors.js
var registry_errors = __webpack_require__(8181);
// EXTERNAL MODULE: ./packages/registry/build/distribution/session.js + 2 modules
var distribution_session = __webpack_require__(5169);
// EXTERNAL MODULE: ./packages/registry/build/http/ask.js + 1 modules
var ask = __webpack_require__(9472);
// EXTERNAL MODULE: ./packages/registry/build/http/idle-limit.js
var idle_limit = __webpack_require__(1728);
// EXTERNAL MODULE: ./packages/registry/build/http/network-failure.js
var network_failure = __webpack_require__(7587);
// EXTERNAL MODULE: ./packages/registry/build/http/origins.js
var origins = __webpack_require__(5217);
// EXTERNAL MODULE: ./packages/registry/build/http/read-body.js
var read_body = __webpack_require__(7369);
// EXTERNAL MODULE: ./packages/registry/build/not-checked.js
var not_checked = __webpack_require__(5380);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./packages/registry/build/copy/checked-stream.js


/**
 * Passes bytes on while it computes their digest. The last piece is held back until the digest is found right, so
 * that nobody ever receives the whole of something else. Throws a `service-error` when it is wrong.
 */
async function* checkedStream(chunks, { digest, sizeBytes }, { host, onBytes }) {
    const [algorithm = 'sha256'] = digest.split(':');
    const hash = (0,external_node_crypto_.createHash)(algorithm);
    let received = 0;
    let held;
    for await (const chunk of chunks) {
        hash.update(chunk);
        received += chunk.byteLength;
        if (received > sizeBytes)
            throw wrongContent(host, digest);
        if (held !== undefined)
            yield held;
        held = chunk;
        onBytes(received);
    }
    const isRight = received === sizeBytes && `${algorithm}:${hash.digest('hex')}` === digest;
    if (!isRight)
        throw wrongContent(host, digest);
    if (held !== undefined)
        yield held;
}
function wrongContent(host, digest) {
    return new build/* ActionError */.lZ({
        code: 'service-error',
        message: `${host} serves something else as ${digest}: the digest of what came is another one.`,
        remedy: `The registry, or a proxy before it, serves content that is not the image. Run the step again; if it stays so, push the image again.`,
    });
}

;// CONCATENATED MODULE: ./packages/registry/build/copy/read-blob.js










/** Why the bytes of a blob do not come any more: to begin again a little later may help. */
class BrokenOffError extends Error {
    name = 'BrokenOffError';
    setback;
    constructor(setback) {
        super(setback.notChecked.message);
        this.setback = setback;
    }
}
/**
 * Asks for a blob, as long as the source needs. Returns its bytes as they come: where the connection breaks, they go
 * on from there, if the source answers at once; otherwise they end with a {@link BrokenOffError}, since an upload does
 * not wait for long. Throws `image` where the blob is not there, and a NotCheckedError where the source does not give it.
 */
async function openBlob(source, blob) {
    const reader = new BlobReader(source, blob);
    const first = await (0,persist/* persist */.Z)(() => reader.tryOpen(), perseverance(source.context));
    return bytesOf(reader, first);
}
async function* bytesOf(reader, first) {
    yield* reader.read(first);
    while (!reader.isAtEnd) {
        const outcome = await reader.tryOpen();
        if ('isTransient' in outcome)
            throw new BrokenOffError(outcome);
        yield* reader.read(outcome);
    }
}
class BlobReader {
    #source;
    #blob;
    /** How many bytes were read. */
    #position = 0;
    #breaks = 0;
    #isOver = false;
    constructor(source, blob) {
        this.#source = source;
        this.#blob = blob;
    }
    get isAtEnd() {
        return this.#isOver;
    }
    /** What comes until the end, or until the connection breaks. */
    async *read(response) {
        let skipped = response.status === 206 ? this.#position : 0;
        try {
            // A body is bytes, whatever the type of its stream leaves open.
            for await (const chunk of (response.body ?? [])) {
                const known = Math.min(this.#position - skipped, chunk.byteLength);
                skipped += known;
                const fresh = chunk.subarray(known);
                if (fresh.byteLength === 0)
                    continue;
                this.#position += fresh.byteLength;
                skipped += fresh.byteLength;
                yield fresh;
            }
            this.#isOver = true;
        }
        catch (error) {
            this.#breakOff(error);
        }
    }
    /** Breaks are forgiven as long as they are few. */
    #breakOff(error) {
        const { context, at } = this.#source;
        context.signal.throwIfAborted();
        // There is nothing after the last byte to go on from.
        this.#isOver = this.#position >= this.#blob.sizeBytes;
        if (this.#isOver)
            return;
        const { notChecked, isTransient } = (0,network_failure/* networkFailure */.rd)(at.host, error);
        this.#breaks += 1;
        if (!isTransient || this.#breaks > maximumBreaks)
            throw new not_checked/* NotCheckedError */.BD(notChecked);
        context.log.debug(`${notChecked.message} Going on from byte ${this.#position}.`);
    }
    async tryOpen() {
        const { session, context, at } = this.#source;
        try {
            for (let logins = 0;; logins++) {
                const opened = await session.open({ path: this.#path, headers: this.#headers }, context);
                if (!(0,distribution_session/* isRefusal */.vu)(opened.response))
                    return await this.#accepted(opened);
                await this.#source.attempt((transport) => session.logInAfter(opened, logins, transport));
            }
        }
        catch (error) {
            if (error instanceof not_checked/* NotCheckedError */.BD || error instanceof build/* ActionError */.lZ)
                throw error;
            context.signal.throwIfAborted();
            return (0,network_failure/* networkFailure */.rd)(at.host, error);
        }
    }
    async #accepted({ response }) {
        const { status, headers } = response;
        if (status === 200 || status === 206)
            return response;
        const answer = { status, headers, body: await (0,read_body/* readBody */.x)(response) };
        const setback = (0,ask/* setbackIn */.T)(this.#source.at.host, answer);
        if (setback !== undefined)
            return setback;
        throw notServed(this.#source, this.#blob, (0,registry_errors/* wordsIn */.H)(answer));
    }
    get #path() {
        return `blobs/${this.#blob.digest}`;
    }
    get #headers() {
        // Whatever is compressed on the way would not have the digest.
        const encoding = { 'accept-encoding': 'identity' };
        return this.#position === 0 ? encoding : { ...encoding, range: `bytes=${this.#position}-` };
    }
}
const maximumBreaks = 10;
function notServed({ at }, { digest }, words) {
    return new build/* ActionError */.lZ({
        code: 'image',
        message: `${(0,image_reference/* formatImage */.vy)(at)} does not serve a part of the image, ${digest} (${words}).`,
        remedy: 'Push the image again: what the registry has of it is not whole.',
    });
}

;// CONCATENATED MODULE: ./packages/registry/build/copy/send-blob.js














/** A registry may need some time for what it received, before it answers. */
const idleSeconds = 180;
/**
 * Begins an upload, or mounts the blob from another repository of the same registry. Returns the
 * address to upload to, or undefined where the blob was mounted. Throws `input` for a repository that
 * is not there.
 * https://github.com/opencontainers/distribution-spec/blob/main/spec.md#mounting-a-blob-from-another-repository
 */
async function beginUpload({ target, blob }, mountFrom) {
    const { session, context, at } = target;
    const query = mountFrom === undefined
        ? ''
        : `?${new URLSearchParams({ mount: blob.digest, from: mountFrom }).toString()}`;
    const asked = { path: `blobs/uploads/${query}`, method: 'POST' };
    const answer = await target.attempt((transport) => session.ask(asked, transport));
    if (answer.status === 201 && mountFrom !== undefined)
        return undefined;
    const location = answer.headers.get('location');
    if ((0,distribution_tags/* isTaken */.Ck)(answer) && location !== null) {
        const base = new URL(`/v2/${at.repository}/blobs/uploads/`, (0,origins/* registryOrigin */._g)(at.host, context.mirrors));
        return new URL(location, base);
    }
    if ((0,registry_errors/* faultsIn */.R)(answer).some(({ code }) => code === 'NAME_UNKNOWN')) {
        throw (0,manifests/* noRepository */.GD)(at, (0,registry_errors/* wordsIn */.H)(answer));
    }
    // A registry that knows no mounting may refuse it, instead of beginning an upload.
    if (mountFrom !== undefined)
        return beginUpload({ target, blob }, undefined);
    throw notTaken(target, blob, answer);
}
/**
 * Sends a blob to the address of its upload, in one request, while it is read from its source. Undefined when the
 * registry has it. `logins` says how often in a row it asked for a login. Throws what cannot be helped by sending it
 * again.
 */
async function sendBlob(transfer, address, logins) {
    const { source, target, blob } = transfer;
    const idle = new idle_limit/* IdleLimit */._(idleSeconds, target.context.signal);
    const stream = new WatchedStream(transfer, idle);
    address.searchParams.set('digest', blob.digest);
    try {
        const bytes = await openBlob(source.under(idle.signal), blob);
        idle.touch();
        const opened = await target.session.open({
            path: address,
            method: 'PUT',
            headers: {
                'content-type': 'application/octet-stream',
                'content-length': String(blob.sizeBytes),
            },
            body: stream.watch(bytes),
        }, { mirrors: target.context.mirrors, signal: idle.signal });
        if ((0,distribution_session/* isRefusal */.vu)(opened.response)) {
            await target.attempt((transport) => target.session.logInAfter(opened, logins, transport));
            return { ...again(target, 'asked for a new login'), isLogin: true };
        }
        const { status, headers } = opened.response;
        return judge(transfer, { status, headers, body: await (0,read_body/* readBody */.x)(opened.response) });
    }
    catch (error) {
        target.context.signal.throwIfAborted();
        // What the source has against it counts, not that the request broke off for it.
        const cause = stream.failure ?? error;
        if (cause instanceof BrokenOffError)
            return cause.setback;
        if (cause instanceof not_checked/* NotCheckedError */.BD || cause instanceof build/* ActionError */.lZ)
            throw cause;
        const ends = `The way from ${source.at.host} to ${target.at.host}`;
        return idle.signal.aborted
            ? (0,network_failure/* networkFailure */.rd)(ends, idle.signal.reason)
            : (0,network_failure/* networkFailure */.rd)(target.at.host, cause);
    }
    finally {
        idle.end();
    }
}
/** Sees bytes pass, and why they ended if they did not end well. */
class WatchedStream {
    failure;
    #transfer;
    #idle;
    constructor(transfer, idle) {
        this.#transfer = transfer;
        this.#idle = idle;
    }
    async *watch(bytes) {
        const { source, blob, onBytes } = this.#transfer;
        const count = (sentBytes) => {
            this.#idle.touch();
            onBytes(sentBytes);
        };
        try {
            yield* checkedStream(bytes, blob, { host: source.at.host, onBytes: count });
        }
        catch (error) {
            this.failure = error;
            throw error;
        }
    }
}
function judge({ target, blob }, answer) {
    if ((0,distribution_tags/* isTaken */.Ck)(answer))
        return undefined;
    const setback = (0,ask/* setbackIn */.T)(target.at.host, answer);
    if (setback !== undefined)
        return setback;
    const isLost = (0,registry_errors/* faultsIn */.R)(answer).some(({ code }) => code.startsWith('BLOB_UPLOAD_'));
    const isBroken = (0,registry_errors/* faultsIn */.R)(answer).some(({ code }) => code === 'DIGEST_INVALID');
    if (isLost || isBroken || answer.status === 404 || answer.status === 416) {
        return again(target, `lost the upload (${(0,registry_errors/* wordsIn */.H)(answer)})`);
    }
    throw notTaken(target, blob, answer);
}
function again({ at }, what) {
    return {
        isTransient: true,
        notChecked: {
            kind: 'not-checked',
            reason: 'unreachable',
            message: `${at.host} ${what} in the middle of an upload to ${at.repository}.`,
            remedy: 'Run the step again: what was sent whole is not sent again.',
        },
    };
}
function notTaken({ at }, { digest, sizeBytes }, answer) {
    return new build/* ActionError */.lZ({
        code: 'service-error',
        message: `${(0,image_reference/* formatImage */.vy)(at)} did not take a part of the image, ${digest} of ${sizeBytes} bytes (${(0,registry_errors/* wordsIn */.H)(answer)}).`,
        remedy: answer.status === 413
            ? 'Raise the limit on the size of requests, of the registry or of the proxy before it.'
            : 'Look at what the registry says above: it may be read-only, or its storage full.',
    });
}

;// CONCATENATED MODULE: ./packages/registry/build/copy/copy-blob.js



/**
 * Sees to it that a blob is in the target repository: asks whether it is there, mounts it where `mountFrom` names
 * another repository of the same registry, else sends it; again from the beginning when the upload breaks.
 */
async function copyBlob(transfer, mountFrom) {
    const past = { tries: 0, logins: 0 };
    const { outcome } = await (0,persist/* persist */.Z)(async () => {
        const result = await tryCopy(transfer, past.tries === 0 ? mountFrom : undefined, past.logins);
        past.tries += 1;
        past.logins = 'isLogin' in result && result.isLogin ? past.logins + 1 : 0;
        return result;
    }, perseverance(transfer.target.context));
    return outcome;
}
async function tryCopy(transfer, mountFrom, logins) {
    const { target, blob } = transfer;
    if (await hasBlob(target, blob.digest))
        return { outcome: 'present' };
    const address = await beginUpload(transfer, mountFrom);
    if (address === undefined)
        return { outcome: 'mounted' };
    return (await sendBlob(transfer, address, logins)) ?? { outcome: 'sent' };
}
async function hasBlob(target, digest) {
    const asked = { path: `blobs/${digest}`, method: 'HEAD' };
    const { status } = await target.attempt((transport) => target.session.ask(asked, transport));
    return status === 200;
}

// EXTERNAL MODULE: ./packages/registry/build/manifest/descriptor.js
var descriptor = __webpack_require__(622);
;// CONCATENATED MODULE: ./packages/registry/build/copy/image-tree.js





const askedAtOnce = 6;
/** Reads the manifests that an image consists of. Throws `image` where one of them is not there. */
async function readImageTree(source, root) {
    const found = new Map([[root.digest, root]]);
    for (let level = [root]; level.length > 0;) {
        const wanted = level.flatMap((manifest) => childrenOf(source, manifest));
        const next = new Set(wanted.map(({ digest }) => digest).filter((digest) => !found.has(digest)));
        const { signal: run } = source.context;
        await (0,in_parallel/* inParallel */.H)([...next], { atOnce: askedAtOnce, signal: run }, async (digest, signal) => {
            const child = await (0,manifests/* findStoredManifest */._y)(source.under(signal), { digest });
            if (child === undefined)
                throw notWhole(source, root, digest);
            found.set(digest, child);
        });
        level = [...next].flatMap((digest) => found.get(digest) ?? []);
    }
    return inOrder(source, root, found);
}
/** What lies in a registry besides the manifest itself: configuration and layers, each once. */
function blobsOf(source, manifests) {
    const blobs = new Map();
    for (const { content, digest } of manifests) {
        if (content.kind === 'index')
            continue;
        if (content.blobs === undefined)
            throw undescribed(source, digest);
        for (const blob of content.blobs)
            if (!(0,descriptor/* isForeign */.j)(blob))
                blobs.set(blob.digest, blob);
    }
    return [...blobs.values()];
}
function inOrder(source, root, found) {
    const ordered = new Set();
    const visit = (manifest) => {
        for (const { digest } of childrenOf(source, manifest)) {
            const child = found.get(digest);
            if (child !== undefined && !ordered.has(child))
                visit(child);
        }
        ordered.add(manifest);
    };
    visit(root);
    return [...ordered];
}
function childrenOf(source, { content, digest }) {
    if (content.kind === 'image')
        return [];
    if (content.children === undefined)
        throw undescribed(source, digest);
    return content.children;
}
function notWhole({ at }, { digest }, missing) {
    return new build/* ActionError */.lZ({
        code: 'image',
        message: `${(0,image_reference/* formatImage */.vy)(at, { digest })} is not whole: its index lists ${missing}, which is not in the repository.`,
        remedy: 'Push the image again, with all of its platforms: whoever cleans the registry up may have removed one.',
    });
}
function undescribed({ at }, digest) {
    return new build/* ActionError */.lZ({
        code: 'image',
        message: `The manifest ${(0,image_reference/* formatImage */.vy)(at, { digest })} points to content without a digest or a size, so it cannot be copied whole.`,
        remedy: 'Push the image again with a tool that is up to date.',
    });
}

;// CONCATENATED MODULE: ./packages/registry/build/copy/copy-image.js








/** What lets a runner's network be busy, and no registry complain. */
const sentAtOnce = 4;
/**
 * Copies an image with all that its index lists, attestations too; what merely refers to it, such as signatures, is not
 * copied. What is there is not sent, and nothing is kept in memory. Manifests follow their blobs, the index its
 * manifests, and tags come last: a copy that breaks off leaves no tag on half an image. Throws `image` where the
 * source has no such image, `input` where there is no repository to copy to, `access-denied`, `service-error`, and
 * the reason of the run's signal.
 */
function copyImage(options) {
    return (0,connection/* needed */.O)(async () => {
        const { from, to, image, tags } = options;
        const source = from.connect();
        const mountFrom = from.at.host === to.at.host && from.at.repository !== to.at.repository
            ? from.at.repository
            : undefined;
        const target = to.connect(mountFrom);
        const root = await (0,manifests/* findStoredManifest */._y)(source, image);
        if (root === undefined)
            throw noSource(from, image);
        const moved = await copyContent({ source, target, root, mountFrom }, options.onProgress);
        const { digest, mediaType } = root;
        return { digest, mediaType, ...moved, tags: await tagAll(target, root, tags) };
    });
}
async function copyContent(copy, onProgress) {
    const { source, target, root } = copy;
    const blobs = { present: 0, mounted: 0, sent: 0 };
    let sentBytes = 0;
    const done = ({ sizeBytes, digest }, outcome) => {
        blobs[outcome] += 1;
        const sent = outcome === 'sent' ? sizeBytes : 0;
        sentBytes += sent;
        onProgress?.({ digest, sizeBytes, sentBytes: sent, outcome });
    };
    const missing = await missingManifests(target, root, () => readImageTree(source, root));
    const limits = { atOnce: sentAtOnce, signal: target.context.signal };
    await (0,in_parallel/* inParallel */.H)(blobsOf(source, missing), limits, async (blob, signal) => {
        const { digest, sizeBytes } = blob;
        const onBytes = (bytes) => onProgress?.({ digest, sizeBytes, sentBytes: bytes });
        const ends = { source: source.under(signal), target: target.under(signal) };
        done(blob, await copyBlob({ ...ends, blob, onBytes }, copy.mountFrom));
    });
    for (const manifest of missing)
        await pushByDigest(target, manifest);
    return { blobs, sentBytes };
}
/** Those that the target does not have; where it has one, it has all that this one points to. */
async function missingManifests(target, root, readTree) {
    if ((await (0,manifests/* findVersion */.Am)(target, root)) !== undefined)
        return [];
    const tree = await readTree();
    const present = new Set();
    const limits = { atOnce: sentAtOnce, signal: target.context.signal };
    await (0,in_parallel/* inParallel */.H)(tree, limits, async (manifest, signal) => {
        const { digest } = manifest;
        if (manifest === root)
            return;
        if ((await (0,manifests/* findVersion */.Am)(target.under(signal), { digest })) !== undefined)
            present.add(manifest);
    });
    return tree.filter((manifest) => !present.has(manifest));
}
async function pushByDigest(target, manifest) {
    const version = { digest: manifest.digest };
    const answer = await (0,manifests/* putManifest */.RV)(target, version, manifest);
    if (!(0,distribution_tags/* isTaken */.Ck)(answer))
        throw (0,manifests/* refusedManifest */.Cj)(target, version, answer);
}
/** One after the other, so that the first of them is there before the last. */
async function tagAll(target, root, tags) {
    const outcomes = new Map();
    for (const tag of tags)
        outcomes.set(tag, await (0,distribution_tags/* putTag */.go)(target, root, tag));
    return outcomes;
}
function noSource({ at }, version) {
    return new build/* ActionError */.lZ({
        code: 'image',
        message: `There is no image ${(0,image_reference/* formatImage */.vy)(at, version)} to copy.`,
        remedy: 'Correct the name of the image, or push it there first.',
    });
}


/***/ }),

/***/ 2720:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ dockerConfigFor)
/* harmony export */ });
/* harmony import */ var _reference_image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6148);

/** The key under which Docker looks for a login of Docker Hub. */
const dockerHubKey = 'https://index.docker.io/v1/';
/**
 * The content of a `config.json` by which docker and buildx are logged in, for a folder that
 * DOCKER_CONFIG names. It holds the passwords: only its owner may read the file.
 * https://github.com/docker/cli/blob/master/cli/config/configfile/file.go
 */
function dockerConfigFor(logins) {
    const auths = logins.map(({ host, username, password }) => [
        host === _reference_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .dockerHub */ .UD ? dockerHubKey : host,
        { auth: Buffer.from(`${username}:${password}`).toString('base64') },
    ]);
    const content = { auths: Object.fromEntries(auths) }; // entries are typed any
    return `${JSON.stringify(content, undefined, 2)}\n`;
}


/***/ }),

/***/ 7135:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ parseLifecyclePolicy)
/* harmony export */ });
/* harmony import */ var _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5087);
/* harmony import */ var _manifest_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1001);


/** In characters. https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_PutLifecyclePolicy.html */
const length = { least: 100, most: 30_720 };
/**
 * Reads the text of a lifecycle policy, as a file has it, before anything is called with it. Throws
 * InvalidValue, which says what is wrong.
 */
function parseLifecyclePolicy(text) {
    const { least, most } = length;
    const policy = (0,_manifest_json_js__WEBPACK_IMPORTED_MODULE_1__/* .findJsonObject */ .hB)(text);
    if (policy === undefined)
        return (0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)('is no JSON object');
    if (!Array.isArray(policy['rules']) || policy['rules'].length === 0) {
        return (0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)('has no list of rules under the key "rules"');
    }
    if (text.length < least || text.length > most) {
        return (0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)(`has ${text.length} characters; ECR takes from ${least} to ${most}`);
    }
    return text;
}


/***/ }),

/***/ 8101:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ isImmutable)
/* harmony export */ });
/**
 * Whether a tag keeps its image for ever, once it has one.
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html
 */
function isImmutable({ mode, exclusionFilters }, tag) {
    const isExcluded = exclusionFilters.some((filter) => matches(filter, tag));
    if (mode === 'IMMUTABLE_WITH_EXCLUSION')
        return !isExcluded;
    if (mode === 'MUTABLE_WITH_EXCLUSION')
        return isExcluded;
    return mode === 'IMMUTABLE';
}
function matches(filter, tag) {
    const parts = filter.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'));
    return new RegExp(`^${parts.join('.*')}$`).test(tag);
}


/***/ }),

/***/ 516:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ inParallel)
/* harmony export */ });
/**
 * Does work for each item, a few at once. The first that fails ends the others, by the signal that they are given; it
 * is thrown when all have ended, so that nothing goes on unseen.
 */
async function inParallel(items, { atOnce, signal }, work) {
    const stop = new AbortController();
    const under = AbortSignal.any([signal, stop.signal]);
    const failures = [];
    const queue = items.values();
    const workers = Array.from({ length: Math.min(atOnce, items.length) }, async () => {
        for (const item of queue) {
            if (failures.length > 0)
                return;
            try {
                await work(item, under);
            }
            catch (error) {
                failures.push(error);
                stop.abort(new Error('Another part failed.'));
            }
        }
    });
    await Promise.all(workers);
    if (failures.length > 0)
        throw failures[0];
}


/***/ }),

/***/ 3464:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LA: () => (/* binding */ registryLoginProblems),
/* harmony export */   j8: () => (/* binding */ registryLogin),
/* harmony export */   mf: () => (/* binding */ registryLoginInputs)
/* harmony export */ });
/* harmony import */ var _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5087);
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

/***/ 6825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fd: () => (/* binding */ ecrHost),
/* harmony export */   f8: () => (/* binding */ findEcrRegistry),
/* harmony export */   gO: () => (/* binding */ ecrRegistry)
/* harmony export */ });
/** https://github.com/boto/botocore/blob/develop/botocore/data/partitions.json */
const aws = { partition: 'aws', dnsSuffix: 'amazonaws.com' };
/** Partitions with the beginning of their regions' names; what begins otherwise is in `aws`. */
const otherPartitions = [
    { partition: 'aws-cn', dnsSuffix: 'amazonaws.com.cn', regions: 'cn-' },
    { partition: 'aws-us-gov', dnsSuffix: 'amazonaws.com', regions: 'us-gov-' },
    { partition: 'aws-eusc', dnsSuffix: 'amazonaws.eu', regions: 'eusc-' },
    { partition: 'aws-iso-b', dnsSuffix: 'sc2s.sgov.gov', regions: 'us-isob-' },
    { partition: 'aws-iso-e', dnsSuffix: 'cloud.adc-e.uk', regions: 'eu-isoe-' },
    { partition: 'aws-iso-f', dnsSuffix: 'csp.hci.ic.gov', regions: 'us-isof-' },
    { partition: 'aws-iso', dnsSuffix: 'c2s.ic.gov', regions: 'us-iso-' },
];
/** Where hosts that answer over IPv6 as well end. */
const dualStackSuffixes = {
    aws: 'on.aws',
    'aws-us-gov': 'on.aws',
    'aws-cn': 'on.amazonwebservices.com.cn',
};
const hostForm = /^(\d{12})\.dkr([.-])ecr(?:-fips)?\.([a-z]{2,6}(?:-[a-z]+)+-\d{1,2})\.([a-z0-9.-]+)$/;
/**
 * The private ECR registry that has this host, in any partition, dual-stack and FIPS hosts included;
 * undefined for all others, `public.ecr.aws` too.
 * https://docs.aws.amazon.com/general/latest/gr/ecr.html
 */
function findEcrRegistry(host) {
    const [, account, separator, region, suffix] = hostForm.exec(host) ?? [];
    if (account === undefined || region === undefined)
        return undefined;
    const registry = ecrRegistry(account, region);
    const expected = separator === '.' ? registry.dnsSuffix : dualStackSuffixes[registry.partition];
    return suffix === expected ? registry : undefined;
}
/** The registry that an account has in a region. */
function ecrRegistry(account, region) {
    const { partition, dnsSuffix } = otherPartitions.find(({ regions }) => region.startsWith(regions)) ?? aws;
    return { account, region, partition, dnsSuffix };
}
/** The host of a registry. */
function ecrHost({ account, region, dnsSuffix }) {
    return `${account}.dkr.ecr.${region}.${dnsSuffix}`;
}


/***/ }),

/***/ 3491:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ Connection),
/* harmony export */   O: () => (/* binding */ needed)
/* harmony export */ });
/* harmony import */ var _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5087);
/* harmony import */ var _attempt_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7324);
/* harmony import */ var _not_checked_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5380);



/** A change is worth waiting for: about a minute of trouble is outlasted, and pauses that a registry asks for. */
const patience = { seconds: 180, maximumTries: 9 };
/** A repository of a registry as the distribution protocol reaches it, and what requests are made under. */
class Connection {
    session;
    context;
    constructor(session, context) {
        this.session = session;
        this.context = context;
    }
    get at() {
        return this.session.at;
    }
    /** The same repository, under a signal that may end before the run does. */
    under(signal) {
        return new Connection(this.session, { ...this.context, signal });
    }
    /**
     * Does one piece of work, which ends when the patience is over. Throws the reason of the signal, an
     * ActionError, or a NotCheckedError for what stands in the way.
     */
    async attempt(work) {
        const { signal: run, log, mirrors } = this.context;
        const attempt = new _attempt_js__WEBPACK_IMPORTED_MODULE_1__/* .Attempt */ .U({ run, log, host: this.at.host, ...patience });
        try {
            return await work({ mirrors, attempt });
        }
        catch (error) {
            if (error instanceof _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ)
                throw error;
            throw new _not_checked_js__WEBPACK_IMPORTED_MODULE_2__/* .NotCheckedError */ .BD(attempt.explain(error));
        }
        finally {
            attempt.end();
        }
    }
}
/**
 * Does work that is needed: what stands in its way is an `access-denied` or a `service-error`, and no
 * longer something that was not checked.
 */
async function needed(work) {
    try {
        return await work();
    }
    catch (error) {
        throw error instanceof _not_checked_js__WEBPACK_IMPORTED_MODULE_2__/* .NotCheckedError */ .BD ? (0,_not_checked_js__WEBPACK_IMPORTED_MODULE_2__/* .neededError */ .GH)(error.notChecked, error) : error;
    }
}


/***/ }),

/***/ 3011:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ap: () => (/* binding */ addTag),
/* harmony export */   Ck: () => (/* binding */ isTaken),
/* harmony export */   go: () => (/* binding */ putTag),
/* harmony export */   vU: () => (/* binding */ findTags)
/* harmony export */ });
/* harmony import */ var _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5087);
/* harmony import */ var _distribution_registry_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8181);
/* harmony import */ var _in_parallel_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(516);
/* harmony import */ var _reference_image_reference_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6148);
/* harmony import */ var _manifests_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5758);





const askedAtOnce = 6;
/** The images that have these tags, by the distribution protocol; tags that no image has are left out. */
async function findTags(connection, tags) {
    const found = new Map();
    const limits = { atOnce: askedAtOnce, signal: connection.context.signal };
    await (0,_in_parallel_js__WEBPACK_IMPORTED_MODULE_1__/* .inParallel */ .H)(tags, limits, async (tag, signal) => {
        const image = await (0,_manifests_js__WEBPACK_IMPORTED_MODULE_2__/* .findVersion */ .Am)(connection.under(signal), { tag });
        if (image !== undefined)
            found.set(tag, { digest: image.digest, mediaType: image.mediaType });
    });
    return found;
}
/** Gives an image that is in the repository one more tag, with its manifest to the last byte. */
async function addTag(connection, { digest, tag }) {
    const manifest = await (0,_manifests_js__WEBPACK_IMPORTED_MODULE_2__/* .findStoredManifest */ ._y)(connection, { digest });
    if (manifest === undefined) {
        throw new _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ({
            code: 'image',
            message: `${(0,_reference_image_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .formatImage */ .vy)(connection.at, { digest })} is not there any more.`,
            remedy: 'Run the step again, so that the image is built: whoever cleans the registry up may have removed it.',
        });
    }
    return putTag(connection, manifest, tag);
}
/** Puts a manifest under a tag. Throws what the registry has against it, but for a tag that is immutable. */
async function putTag(connection, manifest, tag) {
    const before = await (0,_manifests_js__WEBPACK_IMPORTED_MODULE_2__/* .findVersion */ .Am)(connection, { tag });
    if (before?.digest === manifest.digest)
        return { kind: 'unchanged' };
    const answer = await (0,_manifests_js__WEBPACK_IMPORTED_MODULE_2__/* .putManifest */ .RV)(connection, { tag }, manifest);
    if (!isTaken(answer))
        return conflictIn(connection, { manifest, tag }, answer);
    const named = answer.headers.get('docker-content-digest');
    if (named === null || named === manifest.digest)
        return { kind: 'tagged' };
    throw new _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ({
        code: 'service-error',
        message: `${connection.at.host} took the manifest of ${(0,_reference_image_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .formatImage */ .vy)(connection.at, { tag })} and gave it another digest, ${named}.`,
        remedy: 'The registry, or a proxy before it, changes what is pushed: use one that keeps images as they are.',
    });
}
/** Registries other than ECR know immutable tags as well, and have no common word for them. */
async function conflictIn(connection, { manifest, tag }, answer) {
    const isConflict = answer.status === 409 ||
        answer.status === 412 ||
        (0,_distribution_registry_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .faultsIn */ .R)(answer).some(({ code, message }) => code === 'TAG_INVALID' || /immutable/i.test(message));
    const existing = isConflict ? await (0,_manifests_js__WEBPACK_IMPORTED_MODULE_2__/* .findVersion */ .Am)(connection, { tag }) : undefined;
    if (existing === undefined)
        throw (0,_manifests_js__WEBPACK_IMPORTED_MODULE_2__/* .refusedManifest */ .Cj)(connection, { tag }, answer);
    // Somebody else, or a request whose answer was lost, gave it to this image meanwhile.
    return existing.digest === manifest.digest
        ? { kind: 'unchanged' }
        : { kind: 'conflict', digest: existing.digest };
}
/** Whether a registry took what was put there. */
function isTaken({ status }) {
    return status >= 200 && status < 300;
}


/***/ }),

/***/ 868:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ openImageStore)
});

// EXTERNAL MODULE: ./packages/registry/build/distribution/authorize.js
var authorize = __webpack_require__(8759);
// EXTERNAL MODULE: ./packages/registry/build/distribution/identity.js
var identity = __webpack_require__(4120);
// EXTERNAL MODULE: ./packages/registry/build/distribution/session.js + 2 modules
var session = __webpack_require__(5169);
// EXTERNAL MODULE: ./packages/action-kit/build/index.js + 51 modules
var build = __webpack_require__(5087);
// EXTERNAL MODULE: ./packages/aws/build/errors.js
var errors = __webpack_require__(2790);
// EXTERNAL MODULE: ./packages/registry/build/ecr/call-ecr.js
var call_ecr = __webpack_require__(6817);
;// CONCATENATED MODULE: ./packages/registry/build/ecr/create-repository.js



/**
 * Makes a repository whose tags are immutable and whose images are scanned when they are pushed.
 * Returns `adopted` for one that somebody else made meanwhile: its settings are left alone. Throws
 * `access-denied` and `service-error`.
 */
async function createRepository(caller, { mutableTags, lifecyclePolicy }) {
    const { CreateRepositoryCommand } = await Promise.all(/* import() */[__webpack_require__.e(572), __webpack_require__.e(417), __webpack_require__.e(984), __webpack_require__.e(452)]).then(__webpack_require__.t.bind(__webpack_require__, 9452, 19));
    const filters = mutableTags.map((filter) => ({ filterType: 'WILDCARD', filter }));
    const command = new CreateRepositoryCommand({
        ...(0,call_ecr/* named */.KT)(caller),
        imageTagMutability: filters.length === 0 ? 'IMMUTABLE' : 'IMMUTABLE_WITH_EXCLUSION',
        ...(filters.length > 0 && { imageTagMutabilityExclusionFilters: filters }),
        imageScanningConfiguration: { scanOnPush: true },
    });
    try {
        await (0,call_ecr/* callEcr */.N0)(caller, command);
    }
    catch (error) {
        if ((0,errors/* isAwsError */.m_)(error, 'RepositoryAlreadyExistsException'))
            return 'adopted';
        throw error;
    }
    if (lifecyclePolicy !== undefined)
        await putLifecyclePolicy(caller, lifecyclePolicy);
    return 'created';
}
async function putLifecyclePolicy(caller, lifecyclePolicyText) {
    const { PutLifecyclePolicyCommand } = await Promise.all(/* import() */[__webpack_require__.e(572), __webpack_require__.e(417), __webpack_require__.e(984), __webpack_require__.e(452)]).then(__webpack_require__.t.bind(__webpack_require__, 9452, 19));
    const command = new PutLifecyclePolicyCommand({ ...(0,call_ecr/* named */.KT)(caller), lifecyclePolicyText });
    try {
        await (0,call_ecr/* callEcr */.N0)(caller, command);
    }
    catch (error) {
        throw error instanceof build/* ActionError */.lZ ? withoutPolicy(caller, error) : error;
    }
}
/** The next run finds a repository that is there, and does not touch its settings. */
function withoutPolicy({ name, registry }, error) {
    const { region } = registry;
    return new build/* ActionError */.lZ({
        code: error.code,
        message: `The repository ${name} was created, and is without its lifecycle policy: ${error.message}`,
        remedy: `${error.remedy} Then put the policy by hand, since a repository that is there is left as it is: aws ecr put-lifecycle-policy --region ${region} --repository-name ${name} --lifecycle-policy-text file://POLICY.json`,
        cause: error,
    });
}

// EXTERNAL MODULE: ./packages/registry/build/not-checked.js
var not_checked = __webpack_require__(5380);
;// CONCATENATED MODULE: ./packages/registry/build/ecr/describe-repository.js




/**
 * Asks ECR about a repository. It is not checked where the role may not ask, as is usual for roles that
 * only push. Throws only the run's CancelledError.
 */
async function describeRepository(caller) {
    const { DescribeRepositoriesCommand } = await Promise.all(/* import() */[__webpack_require__.e(572), __webpack_require__.e(417), __webpack_require__.e(984), __webpack_require__.e(452)]).then(__webpack_require__.t.bind(__webpack_require__, 9452, 19));
    const { registryId, repositoryName } = (0,call_ecr/* named */.KT)(caller);
    const command = new DescribeRepositoriesCommand({
        registryId,
        repositoryNames: [repositoryName],
    });
    try {
        const { repositories } = await (0,call_ecr/* callEcr */.N0)(caller, command);
        const [repository] = repositories ?? [];
        return repository === undefined ? { kind: 'missing' } : found(repository);
    }
    catch (error) {
        if ((0,errors/* isAwsError */.m_)(error, 'RepositoryNotFoundException'))
            return { kind: 'missing' };
        if (error instanceof build/* ActionError */.lZ)
            return (0,not_checked/* notCheckedByAws */.$e)(error);
        throw error;
    }
}
function found(repository) {
    const { imageTagMutability = 'MUTABLE', imageTagMutabilityExclusionFilters = [] } = repository;
    return {
        kind: 'found',
        tagMutability: {
            mode: imageTagMutability,
            exclusionFilters: imageTagMutabilityExclusionFilters.flatMap(({ filter }) => filter ?? []),
        },
    };
}

;// CONCATENATED MODULE: ./packages/registry/build/ecr/registry-passwords.js


/** A password that ends sooner is not used any more: an upload may take some minutes. */
const marginMs = 10 * 60_000;
/**
 * The passwords by which a role enters registries of ECR, asked for once a registry, and masked.
 * https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_GetAuthorizationToken.html
 */
class EcrPasswords {
    #options;
    #issued = new Map();
    constructor(options) {
        this.#options = options;
    }
    /**
     * The password of a registry; one that was issued anew where the one before is not taken any more.
     * Throws `access-denied` and `service-error`.
     */
    async get(registry, isAnew = false) {
        const key = `${registry.account}/${registry.region}`;
        const earlier = isAnew ? undefined : this.#issued.get(key);
        // Nothing is awaited where there is none, so that all who ask at once get the same.
        const known = earlier && (await earlier);
        if (known !== undefined && known.expiresMs - marginMs > Date.now())
            return known;
        const issued = this.#issue(registry);
        this.#issued.set(key, issued);
        // One that could not be had is asked for again.
        issued.catch(() => this.#issued.delete(key));
        return issued;
    }
    async #issue(registry) {
        const { GetAuthorizationTokenCommand } = await Promise.all(/* import() */[__webpack_require__.e(572), __webpack_require__.e(417), __webpack_require__.e(984), __webpack_require__.e(452)]).then(__webpack_require__.t.bind(__webpack_require__, 9452, 19));
        const { clients, signal, mask } = this.#options;
        const command = new GetAuthorizationTokenCommand({});
        const { authorizationData } = await (0,call_ecr/* callEcr */.N0)({ clients, registry, name: '*', signal }, command);
        const { authorizationToken = '', expiresAt } = authorizationData?.[0] ?? {};
        const text = Buffer.from(authorizationToken, 'base64').toString();
        const [username, password] = [text.split(':')[0] ?? '', text.slice(text.indexOf(':') + 1)];
        if (username === '' || password === '')
            throw noPassword();
        mask(authorizationToken);
        mask(password);
        return { username, password, expiresMs: expiresAt?.getTime() ?? Date.now() + 2 * marginMs };
    }
}
function noPassword() {
    return new build/* ActionError */.lZ({
        code: 'service-error',
        message: 'ecr:GetAuthorizationToken answered without a password.',
        remedy: 'Run the step again.',
    });
}

// EXTERNAL MODULE: ./packages/registry/build/manifest/media-types.js
var media_types = __webpack_require__(1731);
// EXTERNAL MODULE: ./packages/registry/build/reference/image-reference.js + 1 modules
var image_reference = __webpack_require__(6148);
// EXTERNAL MODULE: ./packages/registry/build/reference/ecr-registry.js
var ecr_registry = __webpack_require__(6825);
// EXTERNAL MODULE: ./packages/registry/build/ecr/failures.js
var ecr_failures = __webpack_require__(4409);
;// CONCATENATED MODULE: ./packages/registry/build/ecr/tags.js







/** How many images ECR tells about in one answer. */
const askedAtOnce = 100;
/**
 * The images that have these tags; tags that no image has are left out. A repository that is not there
 * has none. Throws `access-denied` and `service-error`.
 */
async function findEcrTags(caller, tags) {
    const found = new Map();
    for (let from = 0; from < tags.length; from += askedAtOnce) {
        const ids = tags.slice(from, from + askedAtOnce).map((imageTag) => ({ imageTag }));
        for (const { imageId, imageManifestMediaType: mediaType } of await getImages(caller, ids)) {
            const { imageTag, imageDigest: digest } = imageId ?? {};
            if (imageTag === undefined || digest === undefined || mediaType === undefined)
                continue;
            found.set(imageTag, { digest, mediaType });
        }
    }
    return found;
}
/**
 * Gives an image that is in the repository one more tag, without moving a byte of it. Throws `image`
 * where it is not there, `access-denied` and `service-error`.
 */
async function addEcrTag(caller, { digest, tag }) {
    const { PutImageCommand } = await Promise.all(/* import() */[__webpack_require__.e(572), __webpack_require__.e(417), __webpack_require__.e(984), __webpack_require__.e(452)]).then(__webpack_require__.t.bind(__webpack_require__, 9452, 19));
    const [image] = await getImages(caller, [{ imageDigest: digest }]);
    if (image === undefined)
        throw noSuchImage(caller, digest);
    const command = new PutImageCommand({
        ...(0,call_ecr/* named */.KT)(caller),
        imageManifest: image.imageManifest,
        imageManifestMediaType: image.imageManifestMediaType,
        imageDigest: digest,
        imageTag: tag,
    });
    try {
        await (0,call_ecr/* callEcr */.N0)(caller, command);
        return { kind: 'tagged' };
    }
    catch (error) {
        if ((0,errors/* isAwsError */.m_)(error, 'ImageAlreadyExistsException'))
            return { kind: 'unchanged' };
        if (!(0,errors/* isAwsError */.m_)(error, 'ImageTagAlreadyExistsException'))
            throw error;
        const existing = (await findEcrTags(caller, [tag])).get(tag);
        if (existing === undefined)
            throw error;
        // ECR refuses an immutable tag also where the image has it already.
        return existing.digest === digest
            ? { kind: 'unchanged' }
            : { kind: 'conflict', digest: existing.digest };
    }
}
async function getImages(caller, imageIds) {
    const { BatchGetImageCommand } = await Promise.all(/* import() */[__webpack_require__.e(572), __webpack_require__.e(417), __webpack_require__.e(984), __webpack_require__.e(452)]).then(__webpack_require__.t.bind(__webpack_require__, 9452, 19));
    const acceptedMediaTypes = [...media_types/* manifestTypes */.Fm];
    const command = new BatchGetImageCommand({ ...(0,call_ecr/* named */.KT)(caller), imageIds, acceptedMediaTypes });
    try {
        const { images = [], failures = [] } = await (0,call_ecr/* callEcr */.N0)(caller, command);
        const [failure] = failures.filter(({ failureCode }) => failureCode !== 'ImageNotFound');
        if (failure === undefined)
            return images;
        const { imageTag, imageDigest } = failure.imageId ?? {};
        const image = nameOf(caller, { tag: imageTag, digest: imageDigest });
        const { failureCode = 'no code', failureReason = '' } = failure;
        throw (0,ecr_failures/* ecrFailure */.T)(image, failureCode, failureReason);
    }
    catch (error) {
        if ((0,errors/* isAwsError */.m_)(error, 'RepositoryNotFoundException'))
            return [];
        throw error;
    }
}
function noSuchImage(caller, digest) {
    return new build/* ActionError */.lZ({
        code: 'image',
        message: `${nameOf(caller, { digest })} is not there any more.`,
        remedy: 'Run the step again, so that the image is built: a lifecycle policy may have removed it.',
    });
}
function nameOf({ registry, name }, version) {
    return (0,image_reference/* formatImage */.vy)({ host: (0,ecr_registry/* ecrHost */.Fd)(registry), repository: name }, version);
}

// EXTERNAL MODULE: ./packages/registry/build/open-registries.js
var open_registries = __webpack_require__(8377);
// EXTERNAL MODULE: ./packages/registry/build/store/connection.js
var connection = __webpack_require__(3491);
// EXTERNAL MODULE: ./packages/registry/build/store/distribution-tags.js
var distribution_tags = __webpack_require__(3011);
// EXTERNAL MODULE: ./packages/registry/build/distribution/registry-errors.js
var registry_errors = __webpack_require__(8181);
// EXTERNAL MODULE: ./packages/registry/build/in-parallel.js
var in_parallel = __webpack_require__(516);
// EXTERNAL MODULE: ./packages/registry/build/manifest/digest.js
var manifest_digest = __webpack_require__(8971);
// EXTERNAL MODULE: ./packages/registry/build/manifest/image-config.js
var image_config = __webpack_require__(9373);
// EXTERNAL MODULE: ./packages/registry/build/store/manifests.js
var manifests = __webpack_require__(5758);
;// CONCATENATED MODULE: ./packages/registry/build/store/read-image.js







const read_image_askedAtOnce = 6;
/** Reads an image with the configurations of its platforms; undefined where there is none. */
async function readImage(connection, version) {
    const root = await (0,manifests/* findStoredManifest */._y)(connection, version);
    if (root === undefined)
        return undefined;
    const { digest, mediaType, content } = root;
    const images = content.kind === 'image' ? [root] : await imagesOf(connection, content.children);
    const platforms = [];
    const limits = { atOnce: read_image_askedAtOnce, signal: connection.context.signal };
    await (0,in_parallel/* inParallel */.H)([...images.entries()], limits, async ([index, image], signal) => {
        platforms[index] = await readPlatform(connection.under(signal), image);
    });
    return { digest, mediaType, platforms, sizeBytes: sizeOf(images.flatMap(partsOf)) };
}
async function imagesOf(connection, children = []) {
    const found = [];
    const wanted = children.filter(({ platform }) => platform !== undefined);
    const limits = { atOnce: read_image_askedAtOnce, signal: connection.context.signal };
    await (0,in_parallel/* inParallel */.H)([...wanted.entries()], limits, async ([index, { digest }], signal) => {
        const child = await (0,manifests/* findStoredManifest */._y)(connection.under(signal), { digest });
        if (child?.content.kind !== 'image')
            throw broken(connection, digest, 'no manifest');
        found[index] = child;
    });
    return found;
}
async function readPlatform(connection, manifest) {
    const { digest, content } = manifest;
    const configDigest = content.kind === 'image' ? content.configDigest : undefined;
    const config = configDigest === undefined ? undefined : await readConfig(connection, configDigest);
    return {
        platform: config?.platform,
        digest,
        labels: config?.labels ?? {},
        createdAt: config?.createdAt,
        sizeBytes: sizeOf(partsOf(manifest)),
    };
}
async function readConfig(connection, digest) {
    const asked = { path: `blobs/${digest}` };
    const answer = await connection.attempt((transport) => connection.session.ask(asked, transport));
    const isIt = answer.status === 200 && (0,manifest_digest/* digestOf */.o)(answer.body, digest) === digest;
    const config = isIt ? (0,image_config/* findImageConfig */.H)(Buffer.from(answer.body).toString()) : undefined;
    if (config === undefined)
        throw broken(connection, digest, (0,registry_errors/* wordsIn */.H)(answer));
    return config;
}
function partsOf({ content }) {
    return content.kind === 'image' ? (content.blobs ?? []) : [];
}
function sizeOf(parts) {
    const sizes = new Map(parts.map(({ digest, sizeBytes }) => [digest, sizeBytes]));
    return [...sizes.values()].reduce((sum, size) => sum + size, 0);
}
function broken({ at }, digest, words) {
    return new build/* ActionError */.lZ({
        code: 'image',
        message: `${(0,image_reference/* formatImage */.vy)(at)} does not serve a part of the image, ${digest} (${words}).`,
        remedy: 'Push the image again: what the registry has of it is not whole.',
    });
}

;// CONCATENATED MODULE: ./packages/registry/build/store/image-store.js












/**
 * Opens the registries of one role, with the mirrors that the job's environment names. Throws an `input` error for
 * mirrors that are wrong.
 */
function openImageStore(host, options) {
    const { clients, signal, credentials } = options;
    const context = { mirrors: (0,open_registries/* readMirrors */.p)(host), log: host, signal };
    const passwords = new EcrPasswords({ clients, signal, mask: (value) => host.mask(value) });
    return {
        repository(at, purpose) {
            const registry = (0,ecr_registry/* findEcrRegistry */.f8)(at.host);
            let own;
            const open = (mountFrom) => {
                const identities = registry === undefined
                    ? identitiesOf(at.host, purpose, credentials)
                    : [(isAnew) => passwords.get(registry, isAnew)];
                return new connection/* Connection */.N(sessionFor({ at, purpose, identities, mountFrom, credentials }), context);
            };
            // Whoever logged in stays logged in; to mount is another permission to ask for.
            const connect = (mountFrom) => mountFrom === undefined ? (own ??= open()) : open(mountFrom);
            return registry === undefined
                ? otherRepository(at, connect)
                : ecrRepository({ at, connect, registry }, options);
        },
        async login(name) {
            const registry = (0,ecr_registry/* findEcrRegistry */.f8)(name);
            if (registry !== undefined)
                return { ...(await passwords.get(registry)), host: name };
            const isForIt = credentials?.host === undefined || credentials.host === name;
            return credentials === undefined || !isForIt ? undefined : { ...credentials, host: name };
        },
    };
}
function sessionFor({ at, purpose, identities, mountFrom, credentials }) {
    const { host, repository } = at;
    const own = purpose === 'push' ? (0,authorize/* pushScope */.Xu)(repository) : (0,authorize/* pullScope */.iH)(repository);
    return new session/* Session */.Nn({
        at,
        purpose,
        identities,
        scopes: mountFrom === undefined ? [own] : [own, (0,authorize/* pullScope */.iH)(mountFrom)],
        isForOtherHost: credentials?.host !== undefined && credentials.host !== host,
    });
}
/** Nobody pushes anonymously where credentials are given. */
function identitiesOf(host, purpose, credentials) {
    const identities = (0,identity/* identitiesFor */.O)(host, credentials);
    const known = identities.filter((identity) => identity !== 'anonymous');
    const wanted = purpose === 'push' && known.length > 0 ? known : identities;
    return wanted.map((identity) => async () => identity);
}
function otherRepository(at, connect) {
    return {
        at,
        ecr: undefined,
        connect,
        findTags: (tags) => (0,connection/* needed */.O)(() => (0,distribution_tags/* findTags */.vU)(connect(), tags)),
        readImage: (version) => (0,connection/* needed */.O)(() => readImage(connect(), version)),
        addTag: (wanted) => (0,connection/* needed */.O)(() => (0,distribution_tags/* addTag */.Ap)(connect(), wanted)),
    };
}
function ecrRepository({ at, connect, registry }, { clients, signal }) {
    const caller = { clients, signal, registry, name: at.repository };
    return {
        at,
        ecr: {
            describe: () => describeRepository(caller),
            create: (settings) => createRepository(caller, settings),
        },
        connect,
        findTags: (tags) => (0,connection/* needed */.O)(() => findEcrTags(caller, tags)),
        readImage: (version) => (0,connection/* needed */.O)(() => readImage(connect(), version)),
        addTag: (wanted) => (0,connection/* needed */.O)(() => addEcrTag(caller, wanted)),
    };
}


/***/ }),

/***/ 5758:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Am: () => (/* binding */ findVersion),
/* harmony export */   Cj: () => (/* binding */ refusedManifest),
/* harmony export */   GD: () => (/* binding */ noRepository),
/* harmony export */   RV: () => (/* binding */ putManifest),
/* harmony export */   _y: () => (/* binding */ findStoredManifest)
/* harmony export */ });
/* harmony import */ var _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5087);
/* harmony import */ var _distribution_checked_digest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6066);
/* harmony import */ var _distribution_registry_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8181);
/* harmony import */ var _manifest_manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4026);
/* harmony import */ var _manifest_media_types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1731);
/* harmony import */ var _reference_image_reference_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6148);






/** Gets a manifest, whose digest is checked; undefined where there is none. Throws what {@link Connection.attempt} throws. */
async function findStoredManifest(connection, version) {
    const asked = { path: pathOf(version), accept: _manifest_media_types_js__WEBPACK_IMPORTED_MODULE_1__/* .manifestTypes */ .Fm };
    const answer = await connection.attempt((transport) => connection.session.ask(asked, transport));
    if (answer.status === 404)
        return undefined;
    const bytes = answer.body;
    const served = answer.headers.get('content-type') ?? undefined;
    const content = (0,_manifest_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .findManifest */ .J)(Buffer.from(bytes).toString(), served);
    if (answer.status !== 200 || content === undefined)
        throw noManifest(connection, version, answer);
    const digest = (0,_distribution_checked_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .checkedDigest */ .o)({ tag: undefined, digest: undefined, ...connection.at, ...version }, answer);
    return { digest, mediaType: content.mediaType, bytes, content };
}
/** Asks which image is there, without its manifest; undefined where there is none. Throws what {@link Connection.attempt} throws. */
async function findVersion(connection, version) {
    const asked = { path: pathOf(version), method: 'HEAD', accept: _manifest_media_types_js__WEBPACK_IMPORTED_MODULE_1__/* .manifestTypes */ .Fm };
    const answer = await connection.attempt((transport) => connection.session.ask(asked, transport));
    if (answer.status === 404)
        return undefined;
    const digest = answer.headers.get('docker-content-digest');
    const mediaType = answer.headers.get('content-type')?.split(';')[0]?.trim();
    if (answer.status === 200 && digest !== null && mediaType !== undefined) {
        return { digest, mediaType };
    }
    // A registry that tells too little, or takes no HEAD, gives the manifest itself.
    return findStoredManifest(connection, version);
}
/** Puts a manifest under a tag or its digest, to the last byte, and answers what the registry does. Throws what {@link Connection.attempt} throws. */
function putManifest(connection, version, { mediaType, bytes }) {
    const headers = { 'content-type': mediaType };
    const asked = { path: pathOf(version), method: 'PUT', headers, body: bytes };
    return connection.attempt((transport) => connection.session.ask(asked, transport));
}
/** What it means that a registry does not take a manifest. */
function refusedManifest({ at }, version, answer) {
    const name = (0,_reference_image_reference_js__WEBPACK_IMPORTED_MODULE_4__/* .formatImage */ .vy)(at, version);
    const isMissing = (0,_distribution_registry_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .faultsIn */ .R)(answer).some(({ code }) => code === 'NAME_UNKNOWN');
    if (isMissing)
        return noRepository(at, (0,_distribution_registry_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .wordsIn */ .H)(answer));
    return new _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ({
        code: 'service-error',
        message: `${at.host} did not take the manifest of ${name} (${(0,_distribution_registry_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .wordsIn */ .H)(answer)}).`,
        remedy: `Look at what the registry says above: it may take no manifest of this kind, or its storage may be full.`,
    });
}
/** The `input` error of a repository that is pushed to and is not there. */
function noRepository(at, words) {
    return new _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ({
        code: 'input',
        message: `There is no repository ${(0,_reference_image_reference_js__WEBPACK_IMPORTED_MODULE_4__/* .formatImage */ .vy)(at)} to push to (${words}).`,
        remedy: 'Correct the name, create the repository, or set create-repository: true for one in ECR.',
    });
}
function noManifest({ at }, version, answer) {
    return new _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ({
        code: 'service-error',
        message: `${at.host} answered with no manifest that is known when it was asked for ${(0,_reference_image_reference_js__WEBPACK_IMPORTED_MODULE_4__/* .formatImage */ .vy)(at, version)} (${(0,_distribution_registry_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .wordsIn */ .H)(answer)}).`,
        remedy: 'Check that the name of the image leads to a container registry, and that the image was pushed by a tool that is up to date.',
    });
}
function pathOf(version) {
    return `manifests/${'tag' in version ? version.tag : version.digest}`;
}


/***/ }),

/***/ 6496:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ tagConflict)
/* harmony export */ });
/* harmony import */ var _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5087);
/* harmony import */ var _reference_image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6148);


/** The `conflict` that an immutable tag of another image means to who must have it. */
function tagConflict(at, { tag, wanted, existing }) {
    return new _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ({
        code: 'conflict',
        message: `The tag ${tag} of ${(0,_reference_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .formatImage */ .vy)(at)} is immutable, and belongs to ${existing}: it cannot be given to ${wanted}.`,
        remedy: `Give the image another tag, as {short-sha} or {content} do, or exclude ${tag} from the immutability of the repository.`,
    });
}


/***/ })

};
