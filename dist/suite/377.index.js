export const id = 377;
export const ids = [377];
export const modules = {

/***/ 7324:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ Attempt)
/* harmony export */ });
/* harmony import */ var _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5087);
/* harmony import */ var _deploy_actions_aws__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8456);
/* harmony import */ var _not_checked_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5380);



/** One look at one image, which ends when its time is over. Call {@link end} when it is done. */
class Attempt {
    /** Aborted with the run, and when the time is over. */
    signal;
    /** Milliseconds since the epoch. */
    deadline;
    log;
    maximumTries;
    #options;
    #timer;
    #trouble;
    constructor(options) {
        const limit = new AbortController();
        const delayMs = options.seconds * 1000;
        this.#options = options;
        this.#timer = setTimeout(() => limit.abort(new _deploy_actions_aws__WEBPACK_IMPORTED_MODULE_1__/* .DeadlineError */ .j3()), delayMs);
        this.signal = AbortSignal.any([options.run, limit.signal]);
        this.deadline = Date.now() + delayMs;
        this.log = options.log;
        this.maximumTries = options.maximumTries ?? 5;
    }
    /** Waits for work, and no longer than the attempt: the SDK sleeps on when its signal is aborted. */
    limit(work) {
        const { signal } = this;
        return new Promise((resolve, reject) => {
            const onAbort = () => reject(reasonOf(signal));
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
        if (error instanceof _not_checked_js__WEBPACK_IMPORTED_MODULE_2__/* .NotCheckedError */ .BD)
            return error.notChecked;
        if (error instanceof _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ)
            return (0,_not_checked_js__WEBPACK_IMPORTED_MODULE_2__/* .notCheckedByAws */ .$e)(error);
        // The run goes on, so it was this attempt's own limit that cancelled.
        const isOver = error instanceof _deploy_actions_aws__WEBPACK_IMPORTED_MODULE_1__/* .DeadlineError */ .j3 || error instanceof _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .CancelledError */ .cc;
        if (isOver)
            return this.#trouble ?? silence(this.#options);
        throw error;
    }
    end() {
        clearTimeout(this.#timer);
    }
}
/** A run is cancelled with an error, and an attempt ends with one. */
function reasonOf({ reason }) {
    return reason instanceof Error ? reason : new Error(String(reason));
}
function silence({ host, seconds }) {
    return {
        kind: 'not-checked',
        reason: 'unreachable',
        message: `${host} gave no answer within ${(0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .formatSeconds */ .Xo)(seconds)}.`,
        remedy: `Check that this runner has a way to ${host}, and run the step again.`,
    };
}


/***/ }),

/***/ 8759:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gq: () => (/* binding */ authorize),
/* harmony export */   Xu: () => (/* binding */ pushScope),
/* harmony export */   iH: () => (/* binding */ pullScope)
/* harmony export */ });
/* harmony import */ var _http_ask_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9472);
/* harmony import */ var _http_origins_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5217);
/* harmony import */ var _manifest_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1001);
/* harmony import */ var _not_checked_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5380);




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
async function askForToken({ parameters }, { identity, host, repository, scopes }, transport) {
    const url = URL.parse(parameters.get('realm') ?? '');
    if (url === null)
        throw unsupported(`${host} names no token service that can be asked.`);
    const service = parameters.get('service');
    if (service !== undefined)
        url.searchParams.set('service', service);
    const named = parameters.get('scope') ?? pullScope(repository);
    for (const scope of scopes ?? [named])
        url.searchParams.append('scope', scope);
    const authorization = basicHeader(identity);
    const from = `The token service of ${host}`;
    const sender = (0,_http_origins_js__WEBPACK_IMPORTED_MODULE_0__/* .registryOrigin */ ._g)(host, transport.mirrors);
    const headers = { accept: 'application/json' };
    const { status, body } = await (0,_http_ask_js__WEBPACK_IMPORTED_MODULE_1__/* .ask */ .k)({ from, url, headers, authorization, sender }, transport);
    if (status === 401 || status === 403)
        return { refused: status };
    const content = (0,_manifest_json_js__WEBPACK_IMPORTED_MODULE_2__/* .findJsonObject */ .hB)(Buffer.from(body).toString());
    const token = (0,_manifest_json_js__WEBPACK_IMPORTED_MODULE_2__/* .findText */ .Vw)(content?.['token']) ?? (0,_manifest_json_js__WEBPACK_IMPORTED_MODULE_2__/* .findText */ .Vw)(content?.['access_token']);
    if (status !== 200 || token === undefined) {
        throw unsupported(`${from} gave no token (status ${status}).`);
    }
    return { header: `Bearer ${token}` };
}
/** What a token service calls the permission to pull from a repository. */
function pullScope(repository) {
    return `repository:${repository}:pull`;
}
/** What a token service calls the permission to push to a repository. */
function pushScope(repository) {
    return `repository:${repository}:pull,push`;
}
function basicHeader(identity) {
    if (identity === 'anonymous')
        return undefined;
    const { username, password } = identity;
    return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}
function unsupported(message) {
    return new _not_checked_js__WEBPACK_IMPORTED_MODULE_3__/* .NotCheckedError */ .BD({
        reason: 'unsupported',
        message,
        remedy: 'Check that the name of the image leads to a container registry.',
    });
}


/***/ }),

/***/ 6066:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ checkedDigest)
/* harmony export */ });
/* harmony import */ var _manifest_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8971);
/* harmony import */ var _not_checked_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5380);
/* harmony import */ var _reference_image_reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6148);



/**
 * The digest of what was served. It is what the registry says it is, and what was asked for; otherwise
 * throws a NotCheckedError.
 */
function checkedDigest(reference, { headers, body }) {
    const named = headers.get('docker-content-digest') ?? undefined;
    const digest = (0,_manifest_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .o)(body, reference.digest ?? named);
    for (const expected of [named, reference.digest]) {
        if (expected !== undefined && (0,_manifest_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .o)(body, expected) !== expected) {
            throw new _not_checked_js__WEBPACK_IMPORTED_MODULE_1__/* .NotCheckedError */ .BD({
                reason: 'unsupported',
                message: `What ${reference.host} serves as ${(0,_reference_image_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .formatImage */ .vy)(reference, reference)} has another digest than ${expected}.`,
                remedy: `The registry, or a proxy before it, serves content that is not the image. Try docker pull of the same name on this runner, and tell whoever keeps ${reference.host}.`,
            });
        }
    }
    return digest;
}


/***/ }),

/***/ 4120:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ identitiesFor)
/* harmony export */ });
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


/***/ }),

/***/ 8181:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ wordsIn),
/* harmony export */   R: () => (/* binding */ faultsIn)
/* harmony export */ });
/* harmony import */ var _manifest_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1001);

/**
 * The errors in an answer; none where it is no registry's.
 * https://github.com/opencontainers/distribution-spec/blob/main/spec.md#error-codes
 */
function faultsIn({ body }) {
    const content = (0,_manifest_json_js__WEBPACK_IMPORTED_MODULE_0__/* .findJsonObject */ .hB)(Buffer.from(body).toString());
    return (0,_manifest_json_js__WEBPACK_IMPORTED_MODULE_0__/* .objectsIn */ .Qv)(content?.['errors']).flatMap(({ code, message }) => {
        const known = (0,_manifest_json_js__WEBPACK_IMPORTED_MODULE_0__/* .findText */ .Vw)(code);
        return known === undefined ? [] : [{ code: known, message: (0,_manifest_json_js__WEBPACK_IMPORTED_MODULE_0__/* .findText */ .Vw)(message) ?? '' }];
    });
}
const longestWords = 300;
/** What a registry says in an answer that is no success, for a message: status, code and words. */
function wordsIn({ status, body }) {
    const [fault] = faultsIn({ body });
    const words = [fault?.code, fault?.message].filter(Boolean).join(': ').slice(0, longestWords);
    return words === '' ? `status ${status}` : `status ${status}, ${words}`;
}


/***/ }),

/***/ 5169:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Nn: () => (/* binding */ Session),
  vu: () => (/* binding */ isRefusal),
  Uu: () => (/* binding */ pullSession)
});

// EXTERNAL MODULE: ./packages/registry/build/http/ask.js + 1 modules
var ask = __webpack_require__(9472);
// EXTERNAL MODULE: ./packages/registry/build/http/follow.js
var follow = __webpack_require__(389);
// EXTERNAL MODULE: ./packages/registry/build/http/origins.js
var origins = __webpack_require__(5217);
// EXTERNAL MODULE: ./packages/registry/build/http/read-body.js
var read_body = __webpack_require__(7369);
// EXTERNAL MODULE: ./packages/registry/build/distribution/authorize.js
var authorize = __webpack_require__(8759);
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

// EXTERNAL MODULE: ./packages/registry/build/distribution/identity.js
var identity = __webpack_require__(4120);
// EXTERNAL MODULE: ./packages/action-kit/build/index.js + 51 modules
var build = __webpack_require__(5087);
// EXTERNAL MODULE: ./packages/aws/build/access-denied.js
var access_denied = __webpack_require__(2919);
// EXTERNAL MODULE: ./packages/registry/build/ecr/call-ecr.js
var call_ecr = __webpack_require__(6817);
// EXTERNAL MODULE: ./packages/registry/build/not-checked.js
var not_checked = __webpack_require__(5380);
// EXTERNAL MODULE: ./packages/registry/build/reference/ecr-registry.js
var ecr_registry = __webpack_require__(6825);
// EXTERNAL MODULE: ./packages/registry/build/distribution/registry-errors.js
var registry_errors = __webpack_require__(8181);
;// CONCATENATED MODULE: ./packages/registry/build/distribution/refusals.js






/**
 * What it means that nobody was let in. Registries answer the same for a repository that does not
 * exist as for one that they do not show; ECR names the permission that is missing.
 */
function refusal(refused) {
    const { host, identity, refusedStatus, answer } = refused;
    const words = (0,registry_errors/* faultsIn */.R)(answer)[0]?.message ?? '';
    if (/not authorized to perform: ecr:/.test(words)) {
        return (0,access_denied/* accessDenied */.I)(undefined, words, { iamAction: 'ecr:BatchGetImage', resource: '*' });
    }
    const registry = (0,ecr_registry/* findEcrRegistry */.f8)(host);
    if (registry !== undefined)
        return refusalOfEcr(refused, registry, words);
    if (identity === 'anonymous')
        return anonymousRefusal(refused);
    if (refusedStatus === 401) {
        return new not_checked/* NotCheckedError */.BD({
            reason: 'credentials',
            message: `${host} does not accept the user name and password given.`,
            remedy: `Correct registry-username and registry-password: most registries want an access token, which may have expired, as the password.`,
        });
    }
    return new not_checked/* NotCheckedError */.BD({
        reason: refusedStatus === undefined ? 'access-denied' : 'credentials',
        ...(refused.purpose === 'pull' ? mayNotPull(refused) : mayNotPush(refused, words)),
    });
}
const pullActions = ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];
/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push-iam.html */
const pushActions = [
    ...pullActions,
    'ecr:BatchCheckLayerAvailability',
    'ecr:InitiateLayerUpload',
    'ecr:UploadLayerPart',
    'ecr:CompleteLayerUpload',
    'ecr:PutImage',
];
/** ECR refuses without a word where the request was only to ask whether something is there. */
function refusalOfEcr({ repository, purpose, answer }, registry, words) {
    const statement = {
        Effect: 'Allow',
        Action: purpose === 'pull' ? pullActions : pushActions,
        Resource: (0,call_ecr/* repositoryArn */.qM)(registry, repository),
    };
    return new build/* ActionError */.lZ({
        code: 'access-denied',
        message: `ECR does not let the role of this job ${purpose === 'pull' ? 'pull from' : 'push to'} ${repository} (status ${answer.status}${words === '' ? '' : `: ${words}`}).`,
        remedy: `Add this statement to the role's policy: ${JSON.stringify(statement)} In another account the policy of the repository has to allow it, too.`,
    });
}
function mayNotPull({ host, repository }) {
    return {
        message: `${host} does not let the user given read ${repository}, or has no such repository.`,
        remedy: `Give the user of registry-username the permission to pull ${repository}, check that the token in registry-password is valid and may read packages, and check the spelling of the repository.`,
    };
}
function mayNotPush({ host, repository }, words) {
    const why = words === '' ? '' : `: ${words}`;
    const remedy = host === 'ghcr.io'
        ? `Give the job the permission packages: write, and in the settings of the package, under Manage Actions access, give this repository the role Write.`
        : `Give the user of registry-username the permission to push to ${repository}, check that the token in registry-password is valid and may write, and check the spelling of the repository.`;
    return { message: `${host} does not let the user given push to ${repository}${why}.`, remedy };
}
function anonymousRefusal({ host, repository, purpose, isForOtherHost }) {
    const message = purpose === 'pull'
        ? `${host} does not show ${repository} without a login, or has no such repository.`
        : `${host} does not let anybody push to ${repository} without a login.`;
    return new not_checked/* NotCheckedError */.BD({
        reason: 'credentials',
        message,
        remedy: isForOtherHost
            ? `The credentials given are for another host. Check the spelling of the repository, and that its host is meant.`
            : `Set registry-username and registry-password to a user of ${host} who may ${purpose === 'pull' ? 'pull' : 'push to'} ${repository}, and check the spelling of the repository.`,
    });
}

;// CONCATENATED MODULE: ./packages/registry/build/distribution/session.js









/** How often one request logs in again before it counts as refused. */
const maximumLogins = 3;
/**
 * Requests to one repository of one registry, which logs in when it is asked to, and again when what it
 * was given is no longer taken. Requests may be made at the same time.
 */
class Session {
    #options;
    #waiting;
    #source = async () => 'anonymous';
    #identity = 'anonymous';
    #refusedStatus;
    #challenges = [];
    #authorization;
    /** What the registry has taken before. */
    #proven;
    #turn = Promise.resolve();
    constructor(options) {
        this.#options = options;
        this.#waiting = [...options.identities];
    }
    /** The registry and the repository. */
    get at() {
        return this.#options.at;
    }
    /** Whether what was answered so far was answered to anybody. */
    get isAnonymous() {
        return this.#identity === 'anonymous';
    }
    /**
     * Makes a request and reads its answer. Throws a NotCheckedError where nobody is let in, or where the
     * registry gives no answer, and an `access-denied` where ECR names the missing permission.
     */
    async ask(request, transport) {
        for (let logins = 0;; logins++) {
            const authorization = this.#authorization;
            const asked = this.#requestOf(request, transport.mirrors);
            const answer = await (0,ask/* ask */.k)({ ...asked, body: request.body, authorization }, transport);
            if (!isRefusal(answer)) {
                this.#proven = authorization;
                return answer;
            }
            await this.logIn(answer, { authorization, logins }, transport);
        }
    }
    /**
     * Makes a request once and leaves the body of its answer unread, whatever the answer is: who sends a
     * stream cannot send it again here. Throws what fetch throws.
     */
    async open(request, under) {
        const asked = this.#requestOf(request, under.mirrors);
        // An address elsewhere, to which a registry sends uploads, has its own permission in it.
        const isItsOwn = (0,origins/* calledUrl */.bR)(asked.url, under.mirrors, asked.sender).origin === asked.sender.origin;
        const authorization = isItsOwn ? this.#authorization : undefined;
        const response = await (0,follow/* follow */.e)({ ...asked, body: request.body, authorization }, under);
        if (isItsOwn && !isRefusal(response))
            this.#proven = authorization;
        return { response, authorization };
    }
    /** Logs in after a refusal of {@link open}. Throws where there is nobody left to log in as. */
    async logInAfter({ response, authorization }, logins, transport) {
        const { status, headers } = response;
        const answer = { status, headers, body: await (0,read_body/* readBody */.x)(response) };
        await this.logIn(answer, { authorization, logins }, transport);
    }
    /** One login at a time: requests that were refused together log in once. */
    async logIn(answer, sent, transport) {
        const turn = this.#turn.then(() => this.#logIn(answer, sent, transport));
        this.#turn = turn.catch(() => undefined);
        await turn;
    }
    async #logIn(answer, sent, transport) {
        if (this.#authorization !== sent.authorization)
            return;
        const { status, headers } = answer;
        // Credentials that are sent as they are, are refused in the place of a token service.
        if (status === 401 && this.#authorization?.startsWith('Basic '))
            this.#refusedStatus = status;
        const challenges = parseChallenges(headers.get('www-authenticate') ?? '');
        // Whoever was let in and may not read is told so without a challenge.
        if (challenges.length > 0)
            this.#challenges = challenges;
        const wasTaken = sent.authorization !== undefined && sent.authorization === this.#proven;
        const isRenewable = wasTaken && sent.logins < maximumLogins && mayHaveExpired(answer);
        if (isRenewable && (await this.#become(this.#source, transport, true)))
            return;
        await this.#becomeNext(answer, transport);
    }
    async #becomeNext(answer, transport) {
        for (;;) {
            const next = this.#challenges.length > 0 ? this.#waiting.shift() : undefined;
            if (next === undefined)
                throw this.#refusal(answer);
            if (await this.#become(next, transport, false))
                return;
        }
    }
    /** Takes on an identity; false where the registry does not give it what it wants to be shown. */
    async #become(source, transport, isAnew) {
        const { at, scopes } = this.#options;
        this.#source = source;
        this.#identity = await source(isAnew);
        const about = { ...at, identity: this.#identity, challenges: this.#challenges, scopes };
        const authorization = await (0,authorize/* authorize */.Gq)(about, transport);
        this.#refusedStatus = 'refused' in authorization ? authorization.refused : undefined;
        if ('refused' in authorization)
            return false;
        this.#authorization = authorization.header;
        return true;
    }
    #requestOf({ path, method, accept, headers }, mirrors) {
        const { host, repository } = this.#options.at;
        const sender = (0,origins/* registryOrigin */._g)(host, mirrors);
        return {
            from: (0,origins/* shownRegistry */.$$)(host, mirrors),
            url: path instanceof URL ? path : new URL(`/v2/${repository}/${path}`, sender),
            method,
            headers: { accept: (accept ?? ['*/*']).join(', '), ...headers },
            sender,
        };
    }
    #refusal(answer) {
        const { at, purpose, isForOtherHost } = this.#options;
        return refusal({
            ...at,
            purpose,
            answer,
            identity: this.#identity,
            refusedStatus: this.#refusedStatus,
            isForOtherHost,
        });
    }
}
/** A session that reads, anonymously where the registry lets anybody. */
function pullSession(at, credentials) {
    return new Session({
        at,
        purpose: 'pull',
        identities: (0,identity/* identitiesFor */.O)(at.host, credentials).map((identity) => async () => identity),
        isForOtherHost: credentials?.host !== undefined && credentials.host !== at.host,
    });
}
/** Whether an answer says that this identity may not. */
function isRefusal({ status }) {
    return status === 401 || status === 403;
}
/** ECR says with 403 that its password is too old, others ask for a new login with 401. To HEAD nobody says why. */
function mayHaveExpired(answer) {
    if (answer.status === 401 || answer.body.length === 0)
        return true;
    return (0,registry_errors/* faultsIn */.R)(answer).some(({ message }) => /authorization token has expired/i.test(message));
}


/***/ }),

/***/ 6817:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KT: () => (/* binding */ named),
/* harmony export */   N0: () => (/* binding */ callEcr),
/* harmony export */   qM: () => (/* binding */ repositoryArn)
/* harmony export */ });
/* harmony import */ var _deploy_actions_aws__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9309);

/** Sends one command to the region that the repository is in. Throws what {@link call} throws. */
async function callEcr({ clients, registry, name, signal }, command) {
    const client = await clients.ecr(registry.region);
    return (0,_deploy_actions_aws__WEBPACK_IMPORTED_MODULE_0__/* .call */ .T)(client, command, { resource: repositoryArn(registry, name), signal });
}
/** The ARN of a repository, for statements that are shown. */
function repositoryArn({ partition, region, account }, name) {
    return `arn:${partition}:ecr:${region}:${account}:repository/${name}`;
}
/** How commands name the repository: most take the account of another registry. */
function named({ registry, name }) {
    return { registryId: registry.account, repositoryName: name };
}


/***/ }),

/***/ 4409:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ ecrFailure)
/* harmony export */ });
/* harmony import */ var _not_checked_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5380);

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
    return new _not_checked_js__WEBPACK_IMPORTED_MODULE_0__/* .NotCheckedError */ .BD({ ...row, message: `ECR does not give ${image}: ${code}: ${words}` });
}


/***/ }),

/***/ 2029:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k: () => (/* binding */ lookUpInEcr)
});

// EXTERNAL MODULE: ./packages/aws/build/errors.js
var errors = __webpack_require__(2790);
// EXTERNAL MODULE: ./packages/registry/build/manifest/manifest.js
var manifest_manifest = __webpack_require__(4026);
// EXTERNAL MODULE: ./packages/registry/build/manifest/read-config.js
var read_config = __webpack_require__(5814);
// EXTERNAL MODULE: ./packages/registry/build/missing.js
var missing = __webpack_require__(3825);
// EXTERNAL MODULE: ./packages/registry/build/not-checked.js
var not_checked = __webpack_require__(5380);
// EXTERNAL MODULE: ./packages/registry/build/reference/image-reference.js + 1 modules
var image_reference = __webpack_require__(6148);
// EXTERNAL MODULE: ./packages/registry/build/http/ask.js + 1 modules
var ask = __webpack_require__(9472);
// EXTERNAL MODULE: ./packages/registry/build/manifest/media-types.js
var media_types = __webpack_require__(1731);
// EXTERNAL MODULE: ./packages/registry/build/ecr/call-ecr.js
var call_ecr = __webpack_require__(6817);
// EXTERNAL MODULE: ./packages/aws/build/transient.js
var build_transient = __webpack_require__(547);
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




/** The manifest of an image, or why ECR does not give it. Throws what {@link callEcr} throws. */
async function getImage(repository, id) {
    const { BatchGetImageCommand } = await Promise.all(/* import() */[__webpack_require__.e(572), __webpack_require__.e(417), __webpack_require__.e(984), __webpack_require__.e(452)]).then(__webpack_require__.t.bind(__webpack_require__, 9452, 19));
    const command = new BatchGetImageCommand({
        ...(0,call_ecr/* named */.KT)(repository),
        imageIds: [id],
        acceptedMediaTypes: [...media_types/* manifestTypes */.Fm],
    });
    const { images, failures } = await send(repository, command);
    return { image: images?.[0], failure: failures?.[0] };
}
/** Gets a part of an image from where ECR keeps it. Throws what {@link callEcr} and {@link ask} throw. */
async function getLayer(repository, digest) {
    const { GetDownloadUrlForLayerCommand } = await Promise.all(/* import() */[__webpack_require__.e(572), __webpack_require__.e(417), __webpack_require__.e(984), __webpack_require__.e(452)]).then(__webpack_require__.t.bind(__webpack_require__, 9452, 19));
    const command = new GetDownloadUrlForLayerCommand({ ...(0,call_ecr/* named */.KT)(repository), layerDigest: digest });
    const { downloadUrl } = await send(repository, command);
    const url = new URL(downloadUrl ?? '');
    return (0,ask/* ask */.k)({ from: 'The storage of ECR', url, headers: { accept: '*/*' } }, repository.transport);
}
/** All tags, newest first. Throws what {@link callEcr} throws. */
async function listTags(repository) {
    const { DescribeImagesCommand } = await Promise.all(/* import() */[__webpack_require__.e(572), __webpack_require__.e(417), __webpack_require__.e(984), __webpack_require__.e(452)]).then(__webpack_require__.t.bind(__webpack_require__, 9452, 19));
    const found = [];
    let nextToken;
    do {
        const command = new DescribeImagesCommand({
            ...(0,call_ecr/* named */.KT)(repository),
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
/** The rules of the pull-through cache of a repository's registry. Throws what {@link callEcr} throws. */
async function listPullThroughCacheRules(repository) {
    const { DescribePullThroughCacheRulesCommand } = await Promise.all(/* import() */[__webpack_require__.e(572), __webpack_require__.e(417), __webpack_require__.e(984), __webpack_require__.e(452)]).then(__webpack_require__.t.bind(__webpack_require__, 9452, 19));
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
/** Sends one command under the attempt's limit. */
function send({ transport: { attempt }, ...repository }, command) {
    command.middlewareStack.add(passingTrouble(attempt), {
        step: 'finalizeRequest',
        priority: 'low',
        name: 'passingTrouble',
    });
    return attempt.limit((0,call_ecr/* callEcr */.N0)({ ...repository, signal: attempt.signal }, command));
}

// EXTERNAL MODULE: ./packages/registry/build/ecr/failures.js
var failures = __webpack_require__(4409);
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
        return (0,missing/* missingRepository */.n)(reference, caveat);
    }
    const rule = rules.find(({ ecrRepositoryPrefix: prefix = '' }) => prefix === anyPrefix || reference.repository.startsWith(`${prefix}/`));
    return rule === undefined ? (0,missing/* missingRepository */.n)(reference) : notYetPulled(reference, rule);
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
            throw (0,failures/* ecrFailure */.T)(name, failure?.failureCode ?? 'no reason', failure?.failureReason ?? '');
        }
        return await missingImage(reference, repository);
    }
    catch (error) {
        if (isNoRepository(error))
            return noRepositoryYet(reference, repository);
        throw error;
    }
}
async function foundImage(reference, { imageId, imageManifest = '', imageManifestMediaType }, repository) {
    const manifest = (0,manifest_manifest/* findManifest */.J)(imageManifest, imageManifestMediaType);
    const digest = imageId?.imageDigest;
    if (manifest === undefined || digest === undefined)
        throw noManifest(reference);
    const { mediaType } = manifest;
    const found = { kind: 'found', digest, mediaType, isPublic: false };
    if (manifest.kind === 'index')
        return { ...found, platforms: manifest.platforms };
    const { attempt, isDigestEnough } = repository.transport;
    if (isDigestEnough)
        return { ...found, platforms: undefined };
    return {
        ...found,
        ...(await (0,read_config/* readConfig */.X)(manifest, attempt, (blob) => getLayer(repository, blob))),
    };
}
/** What is there instead is good to know, and no permission that a deployment needs. */
async function missingImage(reference, repository) {
    try {
        return (0,missing/* missingVersion */.J)(reference, await listTags(repository));
    }
    catch (error) {
        const { attempt } = repository.transport;
        attempt.log.debug(`Tags are not listed: ${attempt.explain(error).message}`);
        return (0,missing/* missingVersion */.J)(reference, []);
    }
}
function noManifest(reference) {
    return new not_checked/* NotCheckedError */.BD({
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


/***/ }),

/***/ 9472:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k: () => (/* binding */ ask),
  T: () => (/* binding */ setbackIn)
});

// EXTERNAL MODULE: ./packages/registry/build/not-checked.js
var not_checked = __webpack_require__(5380);
// EXTERNAL MODULE: ./packages/registry/build/http/follow.js
var follow = __webpack_require__(389);
// EXTERNAL MODULE: ./packages/registry/build/http/network-failure.js
var network_failure = __webpack_require__(7587);
// EXTERNAL MODULE: ./packages/registry/build/http/origins.js
var origins = __webpack_require__(5217);
// EXTERNAL MODULE: ./packages/registry/build/http/persist.js
var persist = __webpack_require__(1254);
// EXTERNAL MODULE: ./packages/registry/build/http/read-body.js
var read_body = __webpack_require__(7369);
;// CONCATENATED MODULE: ./packages/registry/build/http/retry-after.js
/** Milliseconds that a Retry-After header asks for, in seconds or as a date; undefined for none. */
function parseRetryAfter(value) {
    if (value === null)
        return undefined;
    if (/^\d+$/.test(value.trim()))
        return Number(value) * 1000;
    const moment = Date.parse(value);
    return Number.isNaN(moment) ? undefined : Math.max(0, moment - Date.now());
}

;// CONCATENATED MODULE: ./packages/registry/build/http/ask.js







/**
 * Makes a request, again with growing pauses while the registry is throttling, failing or not there.
 * Throws a NotCheckedError when that lasts, or would last longer than the attempt.
 */
function ask(request, transport) {
    return (0,persist/* persist */.Z)(() => tryOnce(request, transport), transport.attempt);
}
/** What it means that a registry answered that it can do nothing now; undefined for all other answers. */
function setbackIn(from, { status, headers }) {
    if (status >= 500)
        return (0,network_failure/* serverFailure */.aG)(from, status);
    if (status !== 429)
        return undefined;
    const retryAfterMs = parseRetryAfter(headers.get('retry-after'));
    return { ...(0,network_failure/* throttled */.v6)(from, retryAfterMs), retryAfterMs };
}
async function tryOnce(request, transport) {
    const { attempt, mirrors } = transport;
    const { from, url, sender, method = 'GET' } = request;
    try {
        const response = await (0,follow/* follow */.e)(request, { mirrors, signal: attempt.signal });
        const { status, headers } = response;
        const answer = { status, headers, body: await (0,read_body/* readBody */.x)(response) };
        const called = (0,origins/* calledUrl */.bR)(url, mirrors, sender ?? url);
        attempt.log.debug(`${method} ${(0,follow/* shownUrl */.z)(called)}: ${status}`);
        return setbackIn(from, answer) ?? answer;
    }
    catch (error) {
        if (error instanceof not_checked/* NotCheckedError */.BD)
            throw error;
        attempt.signal.throwIfAborted();
        return (0,network_failure/* networkFailure */.rd)(from, error);
    }
}


/***/ }),

/***/ 389:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ follow),
/* harmony export */   z: () => (/* binding */ shownUrl)
/* harmony export */ });
/* harmony import */ var _not_checked_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5380);
/* harmony import */ var _origins_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5217);


const maximumRedirects = 5;
/**
 * Sends a request and follows its redirects; the body of the answer is not read yet. Throws what fetch
 * throws, and a NotCheckedError for addresses that are not to be called.
 */
async function follow(request, { mirrors, signal }) {
    const first = (0,_origins_js__WEBPACK_IMPORTED_MODULE_0__/* .calledUrl */ .bR)(request.url, mirrors, request.sender ?? request.url);
    let url = first;
    for (let redirects = 0; redirects <= maximumRedirects; redirects++) {
        const response = await send(request, url, { isOwn: url.origin === first.origin, signal });
        const next = isReplayable(request) ? redirectOf(response, url) : null;
        if (next === null)
            return response;
        await response.body?.cancel();
        url = (0,_origins_js__WEBPACK_IMPORTED_MODULE_0__/* .calledUrl */ .bR)(next, mirrors, request.sender ?? first);
    }
    throw new _not_checked_js__WEBPACK_IMPORTED_MODULE_1__/* .NotCheckedError */ .BD({
        reason: 'unsupported',
        message: `${request.from} redirects again and again, more than ${maximumRedirects} times.`,
        remedy: 'Check that the name of the image leads to a container registry.',
    });
}
/** An address as it may be printed: the query of a download carries its permission. */
function shownUrl(url) {
    return `${url.origin}${url.pathname}`;
}
function send({ method = 'GET', headers, authorization, body }, url, { isOwn, signal }) {
    return fetch(url, {
        method,
        redirect: 'manual',
        signal,
        headers: {
            ...headers,
            'user-agent': 'deploy-actions',
            ...(authorization !== undefined && isOwn && { authorization }),
        },
        ...(body !== undefined && { body, duplex: 'half' }),
    });
}
function isReplayable({ body }) {
    return body === undefined || body instanceof Uint8Array;
}
function redirectOf({ status, headers }, url) {
    const location = headers.get('location');
    const isRedirect = [301, 302, 303, 307, 308].includes(status);
    return isRedirect && location !== null ? URL.parse(location, url.href) : null;
}


/***/ }),

/***/ 1728:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ IdleLimit),
/* harmony export */   p: () => (/* binding */ IdleError)
/* harmony export */ });
/* harmony import */ var _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5087);

/** The reason of an {@link IdleLimit} whose time is over. */
class IdleError extends Error {
    name = 'IdleError';
    constructor(seconds) {
        super(`Nothing moved for ${(0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .formatSeconds */ .Xo)(seconds)}.`);
    }
}
/** Ends a transfer that stands still, and with it all that is done under its signal. Call {@link end} when it is over. */
class IdleLimit {
    /** Aborted with the run, when nothing moved for too long, and at the end. */
    signal;
    #controller = new AbortController();
    #seconds;
    #timer;
    constructor(seconds, run) {
        this.#seconds = seconds;
        this.#timer = this.#start();
        this.signal = AbortSignal.any([run, this.#controller.signal]);
    }
    /** Something moved. */
    touch() {
        clearTimeout(this.#timer);
        this.#timer = this.#start();
    }
    end() {
        clearTimeout(this.#timer);
        this.#controller.abort(new Error('The transfer is over.'));
    }
    #start() {
        const stop = () => this.#controller.abort(new IdleError(this.#seconds));
        return setTimeout(stop, this.#seconds * 1000);
    }
}


/***/ }),

/***/ 7587:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aG: () => (/* binding */ serverFailure),
/* harmony export */   rd: () => (/* binding */ networkFailure),
/* harmony export */   v6: () => (/* binding */ throttled)
/* harmony export */ });
/* harmony import */ var _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5087);
/* harmony import */ var _idle_limit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1728);


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
    const idle = idleErrorIn(error);
    if (idle !== undefined) {
        return unreachable(`${from} went silent. ${idle.message}`, wayThere, true);
    }
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
    const wait = retryAfterMs === undefined ? '' : ` and wants ${(0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .formatSeconds */ .Xo)(retryAfterMs / 1000)} of rest`;
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
function idleErrorIn(error) {
    if (!(error instanceof Error))
        return undefined;
    return error instanceof _idle_limit_js__WEBPACK_IMPORTED_MODULE_1__/* .IdleError */ .p ? error : idleErrorIn(error.cause);
}
/** The code of an error, or of one that caused it: fetch wraps those of the network. */
function codeOf(error) {
    if (!(error instanceof Error))
        return '';
    return 'code' in error ? String(error.code) : codeOf(error.cause);
}


/***/ }),

/***/ 5217:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $$: () => (/* binding */ shownRegistry),
/* harmony export */   _g: () => (/* binding */ registryOrigin),
/* harmony export */   bR: () => (/* binding */ calledUrl)
/* harmony export */ });
/* harmony import */ var _not_checked_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5380);
/* harmony import */ var _reference_image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6148);


/** Where Docker Hub answers. */
const dockerHubHost = 'registry-1.docker.io';
/** Where a registry is asked: its own origin, which may be that of a mirror. */
function registryOrigin(host, mirrors) {
    const mirror = mirrors.get(host);
    if (mirror !== undefined)
        return mirror;
    const name = host === _reference_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .dockerHub */ .UD ? dockerHubHost : host;
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
    throw new _not_checked_js__WEBPACK_IMPORTED_MODULE_1__/* .NotCheckedError */ .BD({
        reason: 'unsupported',
        message: `The registry sends its callers to ${called.origin}, which is not reached by https.`,
        remedy: `Let the registry be reached by https, or name the address as a mirror in DEPLOY_ACTIONS_REGISTRY_MIRRORS.`,
    });
}
/** Whether a host name means this machine, to which Docker too talks plain HTTP. */
function isLoopback(hostname) {
    return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}


/***/ }),

/***/ 1254:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ persist)
/* harmony export */ });
/* harmony import */ var _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5087);
/* harmony import */ var _not_checked_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5380);


const firstPauseMs = 250;
/**
 * Tries again with growing pauses, or those that the registry asks for, while what fails may pass.
 * Throws a NotCheckedError when that lasts, and the signal's reason when that is aborted.
 */
async function persist(tryOnce, by) {
    for (let tries = 1;; tries++) {
        const outcome = await tryOnce();
        if (!isSetback(outcome))
            return outcome;
        const { notChecked, isTransient, retryAfterMs } = outcome;
        const delayMs = retryAfterMs ?? firstPauseMs * 2 ** (tries - 1);
        const isTooLate = Date.now() + delayMs >= by.deadline;
        if (!isTransient || tries >= by.maximumTries || isTooLate)
            throw new _not_checked_js__WEBPACK_IMPORTED_MODULE_1__/* .NotCheckedError */ .BD(notChecked);
        by.remember(notChecked);
        await (0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .sleep */ .yy)(delayMs, by.signal);
    }
}
function isSetback(outcome) {
    return 'isTransient' in outcome;
}


/***/ }),

/***/ 7369:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ readBody)
/* harmony export */ });
/* unused harmony export maximumBodyBytes */
/* harmony import */ var _not_checked_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5380);

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
    return new _not_checked_js__WEBPACK_IMPORTED_MODULE_0__/* .NotCheckedError */ .BD({
        reason: 'unsupported',
        message: `${new URL(url).host} answered with more than 4 MiB, which is no manifest.`,
        remedy: 'Check that the name of the image leads to a container registry.',
    });
}


/***/ }),

/***/ 622:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ findDescriptors),
/* harmony export */   j: () => (/* binding */ isForeign)
/* harmony export */ });
/* harmony import */ var _reference_grammar_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1794);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1001);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5668);



/**
 * Reads a list of descriptors; undefined where one of them has no digest or no size, so that nobody
 * takes the rest for all.
 * https://github.com/opencontainers/image-spec/blob/main/descriptor.md
 */
function findDescriptors(list) {
    if (!Array.isArray(list))
        return undefined;
    const found = list.map(findDescriptor);
    return found.every((one) => one !== undefined) ? found : undefined;
}
/** Whether content is never pushed, by its license: base layers of Windows lie elsewhere. */
function isForeign({ mediaType }) {
    return /\.(?:foreign|nondistributable)\./.test(mediaType);
}
function findDescriptor(value) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(value))
        return undefined;
    const { digest, size, mediaType, platform } = value;
    if (typeof digest !== 'string' || !(0,_reference_grammar_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(digest))
        return undefined;
    if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0)
        return undefined;
    return {
        mediaType: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .findText */ .Vw)(mediaType) ?? '',
        digest,
        sizeBytes: size,
        platform: (0,_platform_js__WEBPACK_IMPORTED_MODULE_2__/* .findPlatform */ .r)(platform),
    };
}


/***/ }),

/***/ 8971:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ digestOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/** The digest of content, by the algorithm of a digest that it is to be compared with (SHA-256 if none). */
function digestOf(content, like) {
    const algorithm = like?.startsWith('sha512:') ? 'sha512' : 'sha256';
    return `${algorithm}:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(algorithm).update(content).digest('hex')}`;
}


/***/ }),

/***/ 9373:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ findImageConfig)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1001);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5668);


/**
 * Reads the configuration of an image; undefined where the text is none.
 * https://github.com/opencontainers/image-spec/blob/main/config.md
 */
function findImageConfig(text) {
    const content = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .findJsonObject */ .hB)(text);
    if (content === undefined)
        return undefined;
    const { config } = content;
    const labels = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(config) && (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(config['Labels']) ? config['Labels'] : {};
    return {
        platform: (0,_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .findPlatform */ .r)(content),
        createdAt: findMoment(content['created']),
        labels: Object.fromEntries(Object.entries(labels).flatMap(([name, value]) => typeof value === 'string' ? [[name, value]] : [])),
    };
}
function findMoment(value) {
    const milliseconds = typeof value === 'string' ? Date.parse(value) : Number.NaN;
    return Number.isNaN(milliseconds) ? undefined : new Date(milliseconds);
}


/***/ }),

/***/ 1001:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OW: () => (/* binding */ isJsonObject),
/* harmony export */   Qv: () => (/* binding */ objectsIn),
/* harmony export */   Vw: () => (/* binding */ findText),
/* harmony export */   hB: () => (/* binding */ findJsonObject)
/* harmony export */ });
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


/***/ }),

/***/ 4026:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ findManifest)
/* harmony export */ });
/* harmony import */ var _descriptor_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(622);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1001);
/* harmony import */ var _media_types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1731);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5668);




/**
 * Reads a manifest; undefined where the text is none that is known. `servedType` is the media type
 * that the registry names, which counts where the manifest names none.
 * https://github.com/opencontainers/image-spec/blob/main/manifest.md, image-index.md
 */
function findManifest(text, servedType) {
    const content = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .findJsonObject */ .hB)(text);
    if (content === undefined)
        return undefined;
    const mediaType = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .findText */ .Vw)(content['mediaType']) ?? servedType?.split(';')[0]?.trim();
    if (mediaType === undefined || !_media_types_js__WEBPACK_IMPORTED_MODULE_1__/* .manifestTypes */ .Fm.includes(mediaType))
        return undefined;
    return (0,_media_types_js__WEBPACK_IMPORTED_MODULE_1__/* .isIndexType */ .$U)(mediaType) ? readIndex(content, mediaType) : readImage(content, mediaType);
}
function readIndex(content, mediaType) {
    const platforms = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .objectsIn */ .Qv)(content['manifests'])
        .map(({ platform }) => (0,_platform_js__WEBPACK_IMPORTED_MODULE_2__/* .findPlatform */ .r)(platform))
        .filter((platform) => platform !== undefined);
    return {
        kind: 'index',
        mediaType,
        platforms: platforms.length === 0 ? undefined : platforms,
        children: (0,_descriptor_js__WEBPACK_IMPORTED_MODULE_3__/* .findDescriptors */ .U)(content['manifests']),
    };
}
function readImage(content, mediaType) {
    const config = content['config'];
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(config))
        return undefined;
    const { layers = [] } = content;
    const isRunnable = _media_types_js__WEBPACK_IMPORTED_MODULE_1__/* .configTypes */ .Ix.includes((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .findText */ .Vw)(config['mediaType']) ?? '');
    const parts = [config, ...(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .objectsIn */ .Qv)(layers)];
    return {
        kind: 'image',
        mediaType,
        configDigest: isRunnable ? (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .findText */ .Vw)(config['digest']) : undefined,
        sizeBytes: parts.reduce((sum, { size }) => sum + (typeof size === 'number' ? size : 0), 0),
        blobs: Array.isArray(layers) ? (0,_descriptor_js__WEBPACK_IMPORTED_MODULE_3__/* .findDescriptors */ .U)([config].concat(layers)) : undefined,
    };
}


/***/ }),

/***/ 1731:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $U: () => (/* binding */ isIndexType),
/* harmony export */   Fm: () => (/* binding */ manifestTypes),
/* harmony export */   Ix: () => (/* binding */ configTypes)
/* harmony export */ });
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


/***/ }),

/***/ 5668:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ findPlatform)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1001);

/** The platform that an index or a configuration names; undefined where it names none. */
function findPlatform(value) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(value))
        return undefined;
    const os = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .findText */ .Vw)(value['os']);
    const architecture = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .findText */ .Vw)(value['architecture']);
    // Attestations stand in an index as images for unknown/unknown.
    if (os === undefined || os === 'unknown' || architecture === undefined)
        return undefined;
    const variant = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .findText */ .Vw)(value['variant']);
    return { os, architecture, ...(variant !== undefined && { variant }) };
}


/***/ }),

/***/ 5814:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ readConfig)
/* harmony export */ });
/* harmony import */ var _not_checked_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5380);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8971);
/* harmony import */ var _image_config_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9373);



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
    const isIt = status === 200 && (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .o)(body, digest) === digest;
    const config = isIt ? (0,_image_config_js__WEBPACK_IMPORTED_MODULE_1__/* .findImageConfig */ .H)(Buffer.from(body).toString()) : undefined;
    if (config !== undefined)
        return config;
    throw new _not_checked_js__WEBPACK_IMPORTED_MODULE_2__/* .NotCheckedError */ .BD({
        reason: 'unsupported',
        message: `The registry does not serve the configuration of the image, which names its platform (status ${status}).`,
        remedy: 'Push the image again: what the registry has of it is not whole.',
    });
}


/***/ }),

/***/ 3825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ missingVersion),
/* harmony export */   n: () => (/* binding */ missingRepository)
/* harmony export */ });
/* harmony import */ var _reference_image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6148);

/** How many tags are named in place of one that is missing. */
const suggestedTags = 5;
/** A registry without the repository; `caveat` is a whole sentence on what was not looked at. */
function missingRepository(reference, caveat) {
    return {
        kind: 'missing',
        what: 'repository',
        message: [`There is no repository ${(0,_reference_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .formatImage */ .vy)(reference)}.`, caveat]
            .filter(Boolean)
            .join(' '),
        existing: [],
    };
}
/** A repository without the tag or the digest; `tags` are those that it has, the best first. */
function missingVersion(reference, tags) {
    const { tag = 'latest', digest } = reference;
    const name = (0,_reference_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .formatImage */ .vy)(reference);
    const existing = tags.slice(0, suggestedTags);
    return digest === undefined
        ? { kind: 'missing', what: 'tag', message: `${name} has no tag ${tag}.`, existing }
        : { kind: 'missing', what: 'digest', message: `${name} has no image ${digest}.`, existing };
}


/***/ }),

/***/ 5380:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $e: () => (/* binding */ notCheckedByAws),
/* harmony export */   BD: () => (/* binding */ NotCheckedError),
/* harmony export */   GH: () => (/* binding */ neededError)
/* harmony export */ });
/* harmony import */ var _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5087);
/* harmony import */ var _deploy_actions_aws__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2790);
/* harmony import */ var _deploy_actions_aws__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(547);


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
        return (0,_deploy_actions_aws__WEBPACK_IMPORTED_MODULE_1__/* .isAccessDenied */ .w7)(error) ? 'access-denied' : 'credentials';
    }
    if ((0,_deploy_actions_aws__WEBPACK_IMPORTED_MODULE_1__/* .isAwsError */ .m_)(error, 'ThrottlingException', 'TooManyRequestsException'))
        return 'throttled';
    return error.code === 'input' || (0,_deploy_actions_aws__WEBPACK_IMPORTED_MODULE_2__/* .isTransient */ .d)(error) ? 'unreachable' : 'unsupported';
}
/** The error that an image which could not be checked means where its digest is needed. */
function neededError(notChecked, cause) {
    const { reason, message, remedy } = notChecked;
    const isRefused = reason === 'access-denied' || reason === 'credentials';
    return new _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ({
        code: isRefused ? 'access-denied' : 'service-error',
        message,
        remedy,
        cause,
    });
}


/***/ }),

/***/ 8377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ openRegistries),
/* harmony export */   p: () => (/* binding */ readMirrors)
/* harmony export */ });
/* harmony import */ var _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5087);
/* harmony import */ var _reference_mirrors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5319);
/* harmony import */ var _registries_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(513);



const mirrorsVariable = 'DEPLOY_ACTIONS_REGISTRY_MIRRORS';
/**
 * The registries of one action, with the mirrors that the job's environment names. Throws an `input`
 * error for mirrors that are wrong.
 */
function openRegistries(host, options) {
    return (0,_registries_js__WEBPACK_IMPORTED_MODULE_1__/* .createRegistries */ .I)({ ...options, log: host, mirrors: readMirrors(host) });
}
/** The mirrors that the job's environment names. Throws an `input` error for those that are wrong. */
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
/* harmony import */ var _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5087);
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

/***/ 513:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ createRegistries)
});

// EXTERNAL MODULE: ./packages/registry/build/attempt.js
var build_attempt = __webpack_require__(7324);
// EXTERNAL MODULE: ./packages/registry/build/manifest/manifest.js
var manifest = __webpack_require__(4026);
// EXTERNAL MODULE: ./packages/registry/build/manifest/media-types.js
var media_types = __webpack_require__(1731);
// EXTERNAL MODULE: ./packages/registry/build/manifest/read-config.js
var read_config = __webpack_require__(5814);
// EXTERNAL MODULE: ./packages/registry/build/not-checked.js
var not_checked = __webpack_require__(5380);
// EXTERNAL MODULE: ./packages/registry/build/reference/image-reference.js + 1 modules
var image_reference = __webpack_require__(6148);
// EXTERNAL MODULE: ./packages/registry/build/distribution/checked-digest.js
var checked_digest = __webpack_require__(6066);
// EXTERNAL MODULE: ./packages/registry/build/manifest/json.js
var json = __webpack_require__(1001);
// EXTERNAL MODULE: ./packages/registry/build/missing.js
var missing = __webpack_require__(3825);
// EXTERNAL MODULE: ./packages/registry/build/distribution/registry-errors.js
var registry_errors = __webpack_require__(8181);
;// CONCATENATED MODULE: ./packages/registry/build/distribution/missing.js




/**
 * What is missing where a manifest is not found. Throws a NotCheckedError where the answer is none of
 * a registry's. https://github.com/opencontainers/distribution-spec/blob/main/spec.md#error-codes
 */
async function missingImage(reference, answer, context) {
    const [code] = codesIn(answer);
    if (code === undefined)
        throw noRegistry(reference);
    if (code === 'NAME_UNKNOWN')
        return (0,missing/* missingRepository */.n)(reference);
    const tags = await listTags(context);
    return tags === undefined ? (0,missing/* missingRepository */.n)(reference) : (0,missing/* missingVersion */.J)(reference, tags);
}
/**
 * The first page of tags, such as 1.10 before 1.9, since registries do not tell their age; none where
 * they cannot be listed, undefined where the repository turns out to be missing itself.
 */
async function listTags({ session, transport, }) {
    try {
        const answer = await session.ask({ path: 'tags/list?n=1000', accept: ['application/json'] }, transport);
        if (codesIn(answer).includes('NAME_UNKNOWN'))
            return undefined;
        const tags = contentOf(answer)?.['tags'];
        const names = Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [];
        return names.toSorted((a, b) => b.localeCompare(a, 'en', { numeric: true }));
    }
    catch (error) {
        const { attempt } = transport;
        attempt.log.debug(`Tags are not listed: ${attempt.explain(error).message}`);
        return [];
    }
}
function codesIn(answer) {
    return (0,registry_errors/* faultsIn */.R)(answer).map(({ code }) => code);
}
function contentOf({ body }) {
    return (0,json/* findJsonObject */.hB)(Buffer.from(body).toString());
}
function noRegistry({ host }) {
    return new not_checked/* NotCheckedError */.BD({
        reason: 'unsupported',
        message: `${host} does not answer as a container registry does.`,
        remedy: 'Correct the host in the name of the image.',
    });
}

// EXTERNAL MODULE: ./packages/registry/build/distribution/session.js + 2 modules
var distribution_session = __webpack_require__(5169);
;// CONCATENATED MODULE: ./packages/registry/build/distribution/look-up.js








/**
 * Asks a registry about an image by the distribution protocol. Throws a NotCheckedError where the
 * registry does not say. https://github.com/opencontainers/distribution-spec/blob/main/spec.md
 */
async function lookUpByDistribution(reference, credentials, transport) {
    const session = (0,distribution_session/* pullSession */.Uu)(reference, credentials);
    const version = reference.digest ?? reference.tag ?? 'latest';
    const asked = { path: `manifests/${version}`, accept: media_types/* manifestTypes */.Fm };
    const answer = await session.ask(asked, transport);
    if (answer.status === 404)
        return missingImage(reference, answer, { session, transport });
    const manifest = answer.status === 200 ? manifestIn(answer) : undefined;
    if (manifest === undefined)
        throw noManifest(reference, answer);
    const { mediaType } = manifest;
    const digest = (0,checked_digest/* checkedDigest */.o)(reference, answer);
    const found = { kind: 'found', digest, mediaType, isPublic: session.isAnonymous };
    return { ...found, ...(await contentsOf(manifest, { session, transport })) };
}
function manifestIn({ headers, body }) {
    const text = Buffer.from(body).toString();
    return (0,manifest/* findManifest */.J)(text, headers.get('content-type') ?? undefined);
}
function noManifest(reference, { status }) {
    return new not_checked/* NotCheckedError */.BD({
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
    return (0,read_config/* readConfig */.X)(manifest, transport.attempt, (digest) => session.ask({ path: `blobs/${digest}` }, transport));
}

// EXTERNAL MODULE: ./packages/registry/build/ecr/look-up.js + 3 modules
var look_up = __webpack_require__(2029);
// EXTERNAL MODULE: ./packages/registry/build/reference/ecr-registry.js
var ecr_registry = __webpack_require__(6825);
;// CONCATENATED MODULE: ./packages/registry/build/look-up-image.js




/** A check must not hold a run: what is not known by then is not checked. */
const checkSeconds = 10;
/** Looks whether an image is there. Throws only the reason of the run's signal. */
async function lookUpImage(reference, options) {
    const { log, signal: run } = options;
    const attempt = new build_attempt/* Attempt */.U({ run, log, host: reference.host, seconds: checkSeconds });
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
        : (0,look_up/* lookUpInEcr */.k)(reference, { clients, registry, name: reference.repository, transport });
}

// EXTERNAL MODULE: ./packages/registry/build/short-name.js
var short_name = __webpack_require__(943);
;// CONCATENATED MODULE: ./packages/registry/build/registries.js



/** Registries that are asked under the run's signal, with the AWS clients, mirrors and credentials given. */
function createRegistries(options) {
    return registriesWith(options, new Map());
}
function registriesWith(options, lookups) {
    let own;
    const findOwn = () => (own ??= (0,short_name/* ownRegistry */.C)(options));
    return {
        lookUp(reference) {
            const name = (0,image_reference/* formatImage */.vy)(reference, reference);
            const lookup = lookups.get(name) ?? lookUpImage(reference, options);
            lookups.set(name, lookup);
            return lookup;
        },
        async resolveShortName(text) {
            const resolved = await (0,short_name/* resolveShortName */.m)(text, findOwn, options);
            lookups.set(resolved.image, Promise.resolve(resolved.lookup));
            return resolved;
        },
        withCredentials: (credentials) => registriesWith({ ...options, credentials }, lookups),
        forDigests: () => registriesWith({ ...options, isDigestEnough: true }, new Map()),
    };
}


/***/ }),

/***/ 943:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ ownRegistry),
/* harmony export */   m: () => (/* binding */ resolveShortName)
/* harmony export */ });
/* harmony import */ var _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5087);
/* harmony import */ var _deploy_actions_aws__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9309);
/* harmony import */ var _attempt_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7324);
/* harmony import */ var _ecr_look_up_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2029);
/* harmony import */ var _not_checked_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5380);
/* harmony import */ var _reference_ecr_registry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6825);
/* harmony import */ var _reference_image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6148);







/** What is needed is waited for as long as the SDK tries again. */
const neededSeconds = 90;
/** Finds a name without a host in the registry given; see `Registries.resolveShortName`. */
async function resolveShortName(text, findRegistry, { clients, mirrors, log, signal: run, isDigestEnough }) {
    if ((0,_reference_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .hasHost */ .b5)(text))
        (0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)('has a host; allowed here: a name such as backend:1.4.0');
    (0,_reference_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseImageReference */ .o_)(text);
    const registry = await findRegistry();
    const host = (0,_reference_ecr_registry_js__WEBPACK_IMPORTED_MODULE_2__/* .ecrHost */ .Fd)(registry);
    const reference = (0,_reference_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseImageReference */ .o_)(`${host}/${text}`);
    const attempt = new _attempt_js__WEBPACK_IMPORTED_MODULE_3__/* .Attempt */ .U({ run, log, host, seconds: neededSeconds });
    try {
        const name = reference.repository;
        const repository = { clients, registry, name, transport: { mirrors, attempt, isDigestEnough } };
        const lookup = await (0,_ecr_look_up_js__WEBPACK_IMPORTED_MODULE_4__/* .lookUpInEcr */ .k)(reference, repository);
        if (lookup.kind === 'missing' && lookup.what === 'repository') {
            throw noSuchRepository(text, reference, registry);
        }
        return { image: (0,_reference_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .formatImage */ .vy)(reference, reference), reference, lookup };
    }
    catch (error) {
        throw error instanceof _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ ? error : (0,_not_checked_js__WEBPACK_IMPORTED_MODULE_5__/* .neededError */ .GH)(attempt.explain(error), error);
    }
    finally {
        attempt.end();
    }
}
/** The registry of the account and the region that the credentials are for. Throws what `call` throws. */
async function ownRegistry({ clients, signal, }) {
    const { GetCallerIdentityCommand } = await Promise.all(/* import() */[__webpack_require__.e(572), __webpack_require__.e(484)]).then(__webpack_require__.t.bind(__webpack_require__, 1484, 19));
    const client = await clients.sts();
    // It needs no permission.
    const { Account: account = '' } = await (0,_deploy_actions_aws__WEBPACK_IMPORTED_MODULE_6__/* .call */ .T)(client, new GetCallerIdentityCommand(), { signal });
    return (0,_reference_ecr_registry_js__WEBPACK_IMPORTED_MODULE_2__/* .ecrRegistry */ .gO)(account, await client.config.region());
}
function noSuchRepository(text, reference, registry) {
    const { repository } = reference;
    return new _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ({
        code: 'input',
        message: `There is no repository ${repository} in ECR in account ${registry.account} and region ${registry.region}, where a name without a host is looked for.`,
        remedy: `Correct the name, or create the repository. When an image of Docker Hub is meant, write docker.io/${text}.`,
    });
}


/***/ })

};
