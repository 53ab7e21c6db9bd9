export const id = 654;
export const ids = [654];
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

/***/ 2282:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ unanswered),
/* harmony export */   x: () => (/* binding */ askAws)
/* harmony export */ });
/* harmony import */ var _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5087);
/* harmony import */ var _deploy_actions_aws__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(547);


/**
 * Makes an attempt that asks AWS. What AWS does not answer in time, throttles or fails to answer is
 * `unanswered`. Throws the reason of the limits' signal, and every refusal that stays one.
 */
async function askAws({ timeoutMs, signal }, ask) {
    const timeout = new AbortController();
    const timer = setTimeout(() => timeout.abort(), timeoutMs);
    try {
        return await ask(AbortSignal.any([signal, timeout.signal]));
    }
    catch (error) {
        signal.throwIfAborted();
        if (timeout.signal.aborted) {
            return unanswered('slow', `AWS gave no answer within ${(0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .formatSeconds */ .Xo)(timeoutMs / 1000)}`);
        }
        if (!(0,_deploy_actions_aws__WEBPACK_IMPORTED_MODULE_1__/* .isTransient */ .d)(error))
            throw error;
        return unanswered('failing', error instanceof Error ? error.message : String(error));
    }
    finally {
        clearTimeout(timer);
    }
}
/** An attempt that AWS gave no answer to: health is as unknown as before. */
function unanswered(key, message) {
    const remedy = 'Run the step again, with fewer jobs at the same time or a longer interval, or raise request-timeout.';
    return { verdict: 'unanswered', trouble: { key, message, remedy } };
}


/***/ }),

/***/ 3654:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  TargetGroupProbe: () => (/* binding */ TargetGroupProbe)
});

// EXTERNAL MODULE: ./node_modules/.pnpm/@aws-sdk+client-elastic-load-balancing-v2@3.1142.0/node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-cjs/index.js
var dist_cjs = __webpack_require__(5962);
// EXTERNAL MODULE: ./packages/action-kit/build/index.js + 51 modules
var build = __webpack_require__(5087);
// EXTERNAL MODULE: ./packages/aws/build/arn.js
var arn = __webpack_require__(142);
// EXTERNAL MODULE: ./packages/aws/build/call.js + 1 modules
var call = __webpack_require__(9309);
// EXTERNAL MODULE: ./packages/aws/build/errors.js
var errors = __webpack_require__(2790);
// EXTERNAL MODULE: ./packages/checks/build/ask-aws.js
var ask_aws = __webpack_require__(2282);
// EXTERNAL MODULE: ./packages/checks/build/attempt.js
var attempt = __webpack_require__(5210);
// EXTERNAL MODULE: ./packages/checks/build/check.js
var check = __webpack_require__(7468);
;// CONCATENATED MODULE: ./packages/checks/build/target-group/find-target-group.js




/** The ARN of a target group that is named; throws an `input` error where there is no such group. */
async function findTargetGroupArn(context, reference) {
    if (reference.startsWith('arn:'))
        return reference;
    try {
        const command = new dist_cjs.DescribeTargetGroupsCommand({ Names: [reference] });
        const { TargetGroups: groups = [] } = await (0,call/* call */.T)(context.elb, command, {
            signal: context.signal,
        });
        const arn = groups[0]?.TargetGroupArn;
        if (arn !== undefined)
            return arn;
    }
    catch (error) {
        if (!(0,errors/* isAwsError */.m_)(error, 'TargetGroupNotFoundException', 'TargetGroupNotFound'))
            throw error;
        throw await noSuchTargetGroup(context, reference, error);
    }
    throw await noSuchTargetGroup(context, reference);
}
/** The `input` error for a group that does not exist; it names those that do, where the role may list them. */
async function noSuchTargetGroup(context, reference, cause) {
    const name = (0,check/* targetGroupName */.IT)(reference);
    return new build/* ActionError */.lZ({
        code: 'input',
        message: `There is no target group ${name} in this account and region.${(0,build/* whatThereIs */.V7)(name, await groupNames(context))}`,
        remedy: 'Correct the target group in the inputs, or the region or role of this job.',
        cause,
    });
}
async function groupNames({ elb, signal }) {
    try {
        const { TargetGroups: groups = [] } = await (0,call/* call */.T)(elb, new dist_cjs.DescribeTargetGroupsCommand({}), {
            signal,
        });
        return groups.map(({ TargetGroupName: name = '' }) => name);
    }
    catch {
        return [];
    }
}

;// CONCATENATED MODULE: ./packages/checks/build/target-group/target-remedies.js
const answers = 'Compare path, port and expected status of the target group with what the application answers, and read its log.';
const wait = 'Wait until its health checks have passed: when they only take long, raise timeout.';
/**
 * What to do, by the reason that ELB gives.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html
 */
const remedies = {
    'Target.ResponseCodeMismatch': answers,
    'Target.FailedHealthChecks': `Check that the application listens on the port of the health check on 0.0.0.0, and that the security groups let the load balancer in. ${answers}`,
    'Target.Timeout': 'Look whether the application is busy or waits for something, often its database, and whether the security groups let the load balancer in; or raise the time-out of the health check.',
    'Target.NotInUse': 'Let a listener or a rule of a load balancer forward to the target group, and enable the availability zones of the targets on that load balancer.',
    'Target.NotRegistered': 'Look whether tasks of the service run, and whether the service names this target group in its loadBalancers.',
    'Target.InvalidState': 'Start the instance that is the target, or take it out of the group.',
    'Target.IpUnusable': 'The address belongs to the load balancer itself: register another one.',
    'Target.HealthCheckDisabled': 'Switch the health checks of the target group on: without them nobody knows whether it is healthy.',
    'Elb.RegistrationInProgress': wait,
    'Elb.InitialHealthChecking': wait,
    'Elb.InternalError': 'AWS reports an error of its own: run the step again.',
};
/** What to do about a target that is not healthy. */
function remedyForTarget(health) {
    return remedies[health?.Reason ?? ''] ?? (health?.State === 'initial' ? wait : answers);
}

;// CONCATENATED MODULE: ./packages/checks/build/target-group/judge-targets.js


/** Whether a target counts: one that drains is on its way out, and gets no new requests. */
function isCounted({ TargetHealth: health }) {
    return health?.State !== 'draining';
}
/**
 * Everything that keeps the targets of a group from being healthy: none is there, or the load balancer does not
 * call each of them healthy. Those for the same reason are told together, the most frequent reason first.
 */
function judgeTargets(targets) {
    const counted = targets.filter(isCounted);
    if (counted.length === 0)
        return [noTarget(targets.length)];
    const unhealthy = counted.filter((target) => target.TargetHealth?.State !== 'healthy');
    const groups = [...Map.groupBy(unhealthy, wordsOf)].toSorted(([, a], [, b]) => b.length - a.length);
    return groups.map(([words, [first, ...others]]) => ({
        key: words,
        message: `${others.length + 1} of ${(0,build/* count */.U9)(counted.length, 'target')} ${words} (${addressesOf([...(first ? [first] : []), ...others])})`,
        remedy: remedyForTarget(first?.TargetHealth),
    }));
}
function noTarget(draining) {
    const rest = draining === 0 ? '' : `; ${(0,build/* count */.U9)(draining, 'target')} draining`;
    return {
        key: 'no target',
        message: `no target is registered${rest}`,
        remedy: 'Look whether tasks of the service run, and whether the service names this target group in its loadBalancers.',
    };
}
/** The state of a target in the words of ELB: `unhealthy, Target.Timeout: Request timed out`. */
function wordsOf({ TargetHealth: health }) {
    const { State: state = 'of unknown health', Reason: reason, Description: said } = health ?? {};
    const isYetToCome = state === 'initial' ? 'not yet healthy (initial)' : state;
    const why = [reason, said].filter((part) => part).join(': ');
    return why === '' ? isYetToCome : `${isYetToCome}, ${why}`;
}
const shownAddresses = 5;
function addressesOf(targets) {
    const addresses = targets.map(({ Target: target }) => {
        const port = target?.Port === undefined ? '' : `:${target.Port}`;
        return `${target?.Id ?? ''}${port}`;
    });
    const more = addresses.length - shownAddresses;
    return `${addresses.slice(0, shownAddresses).join(', ')}${more > 0 ? `, and ${more} more` : ''}`;
}

;// CONCATENATED MODULE: ./packages/checks/build/target-group/target-group-probe.js







/** Asks a load balancer for the health of the targets of a group. */
class TargetGroupProbe {
    #check;
    #resources;
    #arn;
    constructor(check, resources) {
        this.#check = check;
        this.#resources = resources;
    }
    attempt(limits) {
        return (0,ask_aws/* askAws */.x)(limits, async (signal) => {
            const clients = await this.#resources.clients();
            const region = (0,arn/* findArn */.n)(this.#check.targetGroup)?.region;
            return this.#look({ elb: await clients.loadBalancing(region || undefined), signal });
        });
    }
    async #look(context) {
        const { targetGroup } = this.#check;
        this.#arn ??= await findTargetGroupArn(context, targetGroup);
        const targets = await describeTargets(context, this.#arn, targetGroup);
        const healthy = targets.filter(isCounted).length;
        return (0,attempt/* failedOr */.L)(judgeTargets(targets), {
            verdict: 'passed',
            seen: `${(0,build/* count */.U9)(healthy, 'target')} healthy`,
            status: undefined,
            latencyMs: undefined,
        });
    }
}
async function describeTargets(context, arn, reference) {
    try {
        const command = new dist_cjs.DescribeTargetHealthCommand({ TargetGroupArn: arn });
        const answer = await (0,call/* call */.T)(context.elb, command, { signal: context.signal });
        return answer.TargetHealthDescriptions ?? [];
    }
    catch (error) {
        if (!(0,errors/* isAwsError */.m_)(error, 'TargetGroupNotFoundException', 'TargetGroupNotFound'))
            throw error;
        throw await noSuchTargetGroup(context, reference, error);
    }
}


/***/ })

};
