export const id = 148;
export const ids = [148];
export const modules = {

/***/ 2919:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ accessDenied),
/* harmony export */   U: () => (/* binding */ AccessDeniedError)
/* harmony export */ });
/* harmony import */ var _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4883);

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
    const missing = {
        iamAction: /not authorized to perform: ([\w-]+:\w+)/.exec(text)?.[1] ?? call.iamAction,
        resource: /on resource: (\S+?)[.,;]?(?:\s|$)/.exec(text)?.[1] ?? call.resource,
    };
    const { iamAction: action, resource } = missing;
    const purpose = action === call.iamAction ? '' : `, which ${call.iamAction} needs`;
    const message = `The role of this job may not call ${action}${purpose}: ${text}`;
    const remedy = remedyFor(text, action, resource);
    return new AccessDeniedError({ message, remedy, cause: error }, missing);
}
function remedyFor(text, action, resource) {
    const denying = /explicit deny in an? ([\w -]+?)(?:[:.,;]|$)/i.exec(text)?.[1];
    if (denying !== undefined || /explicit deny/i.test(text)) {
        return `The ${denying ?? 'policy that AWS means above'} denies ${action} on ${resource}, and no permission of the role overrides that: change that policy, or ask whoever keeps it.`;
    }
    const silent = /because no ([\w -]+?) allows/i.exec(text)?.[1];
    const statement = statementFor(action, resource);
    return silent === undefined || silent === 'identity-based policy'
        ? `Add this statement to the role's policy: ${statement}`
        : `Add this statement to the ${silent}, which has to allow it besides the role's own policy: ${statement}`;
}
function statementFor(action, resource) {
    return JSON.stringify({
        Effect: 'Allow',
        Action: action,
        Resource: resource,
        // Without it the role could be given to any service.
        ...(action === 'iam:PassRole' && {
            Condition: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
        }),
    });
}


/***/ }),

/***/ 5393:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ call)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2790);
/* harmony import */ var _unknown_host_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4082);


/**
 * Sends one command, under the run's signal. Throws an ActionError (`access-denied`, `input`,
 * `service-error`) whose cause is the exception of AWS, or the run's CancelledError.
 */
async function call(client, command, { signal, resource = '*' }) {
    command.middlewareStack.add((0,_unknown_host_js__WEBPACK_IMPORTED_MODULE_0__/* .refuseUnknownHost */ .x)(client), {
        step: 'finalizeRequest',
        priority: 'low',
        name: 'refuseUnknownHost',
        override: true,
    });
    try {
        return await unlessAborted(client.send(command, { abortSignal: signal }), signal);
    }
    catch (error) {
        const operation = command.constructor.name.replace(/Command$/, '');
        const service = client.config.serviceId;
        const prefix = iamPrefixes[service] ?? service.toLowerCase();
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .explainAwsError */ .Ni)(error, { iamAction: `${prefix}:${operation}`, resource });
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
/* harmony import */ var _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4883);
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
/* harmony import */ var _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4883);

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
/* harmony import */ var _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4883);

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

/***/ 9089:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createRegistries: () => (/* reexport safe */ _registries_js__WEBPACK_IMPORTED_MODULE_5__.I),
/* harmony export */   findEcrRegistry: () => (/* reexport safe */ _reference_ecr_registry_js__WEBPACK_IMPORTED_MODULE_1__.f8),
/* harmony export */   formatImage: () => (/* reexport safe */ _reference_image_reference_js__WEBPACK_IMPORTED_MODULE_2__.vy),
/* harmony export */   hasHost: () => (/* reexport safe */ _reference_image_reference_js__WEBPACK_IMPORTED_MODULE_2__.b5),
/* harmony export */   openRegistries: () => (/* reexport safe */ _open_registries_js__WEBPACK_IMPORTED_MODULE_4__.c),
/* harmony export */   parseImageReference: () => (/* reexport safe */ _reference_image_reference_js__WEBPACK_IMPORTED_MODULE_2__.o_),
/* harmony export */   parseMirrors: () => (/* reexport safe */ _reference_mirrors_js__WEBPACK_IMPORTED_MODULE_3__.C),
/* harmony export */   pinned: () => (/* reexport safe */ _reference_image_reference_js__WEBPACK_IMPORTED_MODULE_2__.dp),
/* harmony export */   registryLogin: () => (/* reexport safe */ _login_inputs_js__WEBPACK_IMPORTED_MODULE_0__.j8),
/* harmony export */   registryLoginInputs: () => (/* reexport safe */ _login_inputs_js__WEBPACK_IMPORTED_MODULE_0__.mf),
/* harmony export */   registryLoginProblems: () => (/* reexport safe */ _login_inputs_js__WEBPACK_IMPORTED_MODULE_0__.LA)
/* harmony export */ });
/* harmony import */ var _login_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3464);
/* harmony import */ var _reference_ecr_registry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6825);
/* harmony import */ var _reference_image_reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6148);
/* harmony import */ var _reference_mirrors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5319);
/* harmony import */ var _open_registries_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8377);
/* harmony import */ var _registries_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7330);








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


/***/ })

};
