export const id = 108;
export const ids = [108];
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

/***/ 5624:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ serviceConsoleUrl),
/* harmony export */   x: () => (/* binding */ logConsoleUrl)
/* harmony export */ });
/* harmony import */ var _arn_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(142);

/** Console hosts by partition; partitions without a public console get no links. */
const consoleHosts = {
    aws: 'console.aws.amazon.com',
    'aws-cn': 'console.amazonaws.cn',
    'aws-us-gov': 'console.amazonaws-us-gov.com',
};
/** Where a person finds the deployments of a service, or undefined in a partition without console. */
function serviceConsoleUrl(serviceArn) {
    const [, cluster, service] = (0,_arn_js__WEBPACK_IMPORTED_MODULE_0__/* .findArn */ .n)(serviceArn)?.resource.split('/') ?? [];
    if (!cluster || !service)
        return undefined;
    return consoleUrl(serviceArn, (region) => {
        const path = `clusters/${encodeURIComponent(cluster)}/services/${encodeURIComponent(service)}`;
        return `ecs/v2/${path}/deployments?region=${region}`;
    });
}
/** Where a person finds a log of the account of an ARN, or undefined in a partition without console. */
function logConsoleUrl(anyArn, { group, stream, region: ofLog }) {
    const path = `log-groups/log-group/${inHash(group)}`;
    const whole = stream === undefined ? path : `${path}/log-events/${inHash(stream)}`;
    return consoleUrl(anyArn, (region) => `cloudwatch/home?region=${region}#logsV2:${whole}`, ofLog);
}
/** The console's own notation: URL-encoded twice, with % written as $. */
function inHash(name) {
    return encodeURIComponent(encodeURIComponent(name)).replaceAll('%', '$');
}
function consoleUrl(arn, path, ofThing) {
    const { partition = '', region: ofArn = '' } = (0,_arn_js__WEBPACK_IMPORTED_MODULE_0__/* .findArn */ .n)(arn) ?? {};
    const host = consoleHosts[partition];
    const region = ofThing ?? ofArn;
    return host && region ? `https://${region}.${host}/${path(region)}` : undefined;
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

/***/ 1953:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ isRoleArn),
/* harmony export */   J: () => (/* binding */ lookUpRole)
/* harmony export */ });
/* harmony import */ var _arn_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(142);
/* harmony import */ var _call_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9309);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2790);
/* harmony import */ var _not_checked_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1828);




/** Asks about a role by its ARN, or by its name. Throws only when the run is cancelled. */
function lookUpRole({ clients, signal }, id) {
    return (0,_not_checked_js__WEBPACK_IMPORTED_MODULE_0__/* .attemptCheck */ .e)(async () => {
        const { GetRoleCommand } = await __webpack_require__.e(/* import() */ 352).then(__webpack_require__.t.bind(__webpack_require__, 352, 19));
        const command = new GetRoleCommand({ RoleName: (0,_arn_js__WEBPACK_IMPORTED_MODULE_1__/* .nameFromArn */ .N)(id) });
        try {
            const { Role } = await (0,_call_js__WEBPACK_IMPORTED_MODULE_2__/* .call */ .T)(await clients.iam(), command, { signal, resource: id });
            const { Arn: arn = '', AssumeRolePolicyDocument: trust = '' } = Role ?? {};
            // The name alone finds the role of this account; an ARN may name another account, or path.
            if (id.startsWith('arn:') && id !== arn) {
                return { kind: 'missing', instead: `The role of this name is ${arn}.` };
            }
            return { kind: 'found', arn, trusts: trustedServices(trust) };
        }
        catch (error) {
            if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .isAwsError */ .m_)(error, 'NoSuchEntityException', 'NoSuchEntity'))
                throw error;
            return { kind: 'missing', instead: '' };
        }
    });
}
/** Whether a text is the ARN of a role. */
function isRoleArn(text) {
    const arn = (0,_arn_js__WEBPACK_IMPORTED_MODULE_1__/* .findArn */ .n)(text);
    return arn?.service === 'iam' && arn.account !== '' && /^role\/[\w+=,.@/-]+$/.test(arn.resource);
}
/**
 * The services that may assume the role by its trust policy, which IAM gives URL-encoded. Conditions are taken to hold for those
 * that are allowed, and not to hold for those that are denied.
 */
function trustedServices(encoded) {
    const document = JSON.parse(decodeURIComponent(encoded));
    if (typeof document !== 'object' || document === null || !('Statement' in document))
        return [];
    // IAM has checked the document when it was written; a single statement may stand without a list.
    const statements = [document.Statement].flat();
    const assuming = statements.filter(isAboutAssuming);
    const denied = assuming
        .filter(({ Effect, Condition }) => Effect === 'Deny' && Condition === undefined)
        .flatMap(servicesOf);
    return assuming
        .filter(({ Effect }) => Effect === 'Allow')
        .flatMap(servicesOf)
        .filter((service) => !denied.includes(service) && !denied.includes('*'));
}
function servicesOf({ Principal }) {
    if (typeof Principal === 'string')
        return [Principal];
    return [Principal?.Service ?? []].flat().map(String);
}
function isAboutAssuming({ Action, NotAction = [] }) {
    return Action === undefined
        ? ![NotAction].flat().some(meansAssumeRole)
        : [Action].flat().some(meansAssumeRole);
}
/** Names of actions may have `*` and `?` in them, in any case. */
function meansAssumeRole(action) {
    const pattern = action.replace(/[*?]/g, (sign) => (sign === '*' ? '.*' : '.'));
    return new RegExp(`^${pattern}$`, 'i').test('sts:AssumeRole');
}


/***/ }),

/***/ 3789:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ simulatePermission)
/* harmony export */ });
/* harmony import */ var _arn_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(142);
/* harmony import */ var _call_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9309);
/* harmony import */ var _not_checked_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1828);



/**
 * Asks IAM whether the policies of a role allow what is wanted, with what is known of the request: who makes it, and
 * the region and the account of each resource. Policies of the resources themselves are not looked at: what they
 * allow is missing here. Throws only when the run is cancelled.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html
 */
function simulatePermission(context, permission) {
    return (0,_not_checked_js__WEBPACK_IMPORTED_MODULE_0__/* .attemptCheck */ .e)(async () => {
        const byPlace = Map.groupBy(permission.resources, placeOf);
        const results = [...byPlace.values()].map((resources) => simulate(context, { ...permission, resources }));
        return { kind: 'simulated', denials: (await Promise.all(results)).flat().flatMap(denialsOf) };
    });
}
/** A simulation has one region and one account for all of its resources. */
function placeOf(resource) {
    const { region = '', account = '' } = (0,_arn_js__WEBPACK_IMPORTED_MODULE_1__/* .findArn */ .n)(resource) ?? {};
    return `${region} ${account}`;
}
async function simulate({ clients, signal }, permission) {
    const { SimulatePrincipalPolicyCommand } = await __webpack_require__.e(/* import() */ 352).then(__webpack_require__.t.bind(__webpack_require__, 352, 19));
    const client = await clients.iam();
    const { role, actions, resources } = permission;
    const results = [];
    let marker;
    do {
        const command = new SimulatePrincipalPolicyCommand({
            PolicySourceArn: role,
            ActionNames: [...actions],
            ResourceArns: [...resources],
            ContextEntries: [...contextOf(permission)],
            Marker: marker,
        });
        const answer = await (0,_call_js__WEBPACK_IMPORTED_MODULE_2__/* .call */ .T)(client, command, { signal, resource: role });
        results.push(...(answer.EvaluationResults ?? []));
        marker = answer.IsTruncated ? answer.Marker : undefined;
    } while (marker !== undefined);
    return results;
}
/**
 * What is known of the request before it is made.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
function contextOf({ role, resources, context }) {
    const { region, account } = (0,_arn_js__WEBPACK_IMPORTED_MODULE_1__/* .findArn */ .n)(resources[0] ?? '') ?? {};
    const known = {
        'aws:PrincipalArn': role,
        'aws:PrincipalAccount': (0,_arn_js__WEBPACK_IMPORTED_MODULE_1__/* .findArn */ .n)(role)?.account,
        'aws:RequestedRegion': region,
        'aws:ResourceAccount': account,
        ...context,
    };
    const texts = Object.entries(known).flatMap(([key, value]) => value ? [{ ContextKeyName: key, ContextKeyType: 'string', ContextKeyValues: [value] }] : []);
    const isSecure = {
        ContextKeyName: 'aws:SecureTransport',
        ContextKeyType: 'boolean',
        ContextKeyValues: ['true'],
    };
    return [...texts, isSecure];
}
/** With several resources, the decision on each stands in a list of its own. */
function denialsOf({ EvalActionName: action = '', ResourceSpecificResults: each = [], ...result }) {
    const { MissingContextValues: missing = [] } = result;
    const whole = {
        EvalResourceName: result.EvalResourceName,
        EvalResourceDecision: result.EvalDecision,
    };
    return (each.length > 0 ? each : [whole]).flatMap((one) => {
        const { EvalResourceName: resource = '*', EvalResourceDecision: decision } = one;
        if (decision === 'allowed')
            return [];
        const missingContext = [...new Set([...(one.MissingContextValues ?? []), ...missing])];
        return [{ action, resource, isExplicit: decision === 'explicitDeny', missingContext }];
    });
}


/***/ }),

/***/ 1828:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ attemptCheck)
/* harmony export */ });
/* harmony import */ var _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5087);
/* harmony import */ var _access_denied_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2919);


/** Makes a check; one that the role may not make, or that AWS does not answer, is no failure. */
async function attemptCheck(check) {
    try {
        return await check();
    }
    catch (error) {
        if (!(error instanceof _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ))
            throw error;
        return notChecked(error);
    }
}
function notChecked(error) {
    const message = error instanceof _access_denied_js__WEBPACK_IMPORTED_MODULE_1__/* .AccessDeniedError */ .U
        ? `needs ${error.missing.iamAction} on ${error.missing.resource}`
        : error.message;
    return { kind: 'not-checked', message, remedy: error.remedy };
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

/***/ 2072:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LC: () => (/* binding */ isKeyManifestTag),
/* harmony export */   Oi: () => (/* binding */ findKeyManifest),
/* harmony export */   wP: () => (/* binding */ keyManifestTags)
/* harmony export */ });
const versionTag = 'deploy-actions:keys-version';
const keysTag = /^deploy-actions:keys(?::(\d{1,2}))?$/;
/**
 * Reads the key manifest that sync-secrets leaves in a secret's tags: `deploy-actions:keys`, and
 * `deploy-actions:keys:2` and so on where one tag is too short, hold the names with a space between them;
 * `deploy-actions:keys-version` the id of the version that they describe and, where there are several, the number of those
 * tags: one that is left of a longer manifest is none of it. Undefined where there is none, or a part of it is missing.
 */
function findKeyManifest(tags) {
    const described = /^(\S+)(?: (\d{1,2}))?$/.exec(tags.find(({ Key }) => Key === versionTag)?.Value ?? '');
    const [, versionId = '', count = '1'] = described ?? [];
    const parts = tags.flatMap(({ Key = '', Value = '' }) => {
        const match = keysTag.exec(Key);
        const index = Number(match?.[1] ?? 1);
        return match === null || index > Number(count) ? [] : [{ index, text: Value }];
    });
    if (described === null || parts.length !== Number(count))
        return undefined;
    const text = parts
        .toSorted((a, b) => a.index - b.index)
        .map((part) => part.text)
        .join(' ');
    return { versionId, keys: text.split(' ').filter((key) => key !== '') };
}
/** What a tag's value can hold. https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_Tag.html */
const tagLength = 256;
/**
 * The tags that hold a key manifest. Undefined where tags cannot hold it: a name with a space or with a character that tags do not
 * know, one that is too long, or more names than `mostTags` tags take, that of the version among them.
 */
function keyManifestTags({ keys, versionId }, mostTags) {
    const parts = [];
    for (const key of keys) {
        if (!/^[\p{L}\p{N}_.:/=+\-@]+$/u.test(key) || key.length > tagLength)
            return undefined;
        const longer = `${parts.at(-1) ?? ''} ${key}`.trim();
        if (parts.length > 0 && longer.length <= tagLength)
            parts[parts.length - 1] = longer;
        else
            parts.push(key);
    }
    // A secret without keys has a manifest too.
    const texts = parts.length === 0 ? [''] : parts;
    if (texts.length + 1 > Math.min(mostTags, mostParts + 1))
        return undefined;
    return [
        ...texts.map((Value, i) => ({
            Key: i === 0 ? 'deploy-actions:keys' : `deploy-actions:keys:${i + 1}`,
            Value,
        })),
        { Key: versionTag, Value: texts.length === 1 ? versionId : `${versionId} ${texts.length}` },
    ];
}
/** Names of tags have two digits for the part. */
const mostParts = 99;
/** Whether a tag of this name is one of a key manifest. */
function isKeyManifestTag(key) {
    return key === versionTag || keysTag.test(key);
}


/***/ }),

/***/ 8973:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AP: () => (/* binding */ regionOf),
/* harmony export */   XG: () => (/* binding */ secretNames),
/* harmony export */   t1: () => (/* binding */ lookUpSecret),
/* harmony export */   wr: () => (/* binding */ describeSecret)
/* harmony export */ });
/* harmony import */ var _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5087);
/* harmony import */ var _arn_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(142);
/* harmony import */ var _call_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9309);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2790);
/* harmony import */ var _not_checked_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1828);





/**
 * Asks about a secret by its name, its ARN, or its ARN without the six characters at its end. Whatever
 * Secrets Manager says is a result; throws only when the run is cancelled.
 */
function lookUpSecret(context, id, namesIn = secretNames(context)) {
    return (0,_not_checked_js__WEBPACK_IMPORTED_MODULE_1__/* .attemptCheck */ .e)(() => describeSecret(context, id, namesIn));
}
/** Asks as {@link lookUpSecret} does. Throws an ActionError where the role may not, or AWS does not answer. */
async function describeSecret(context, id, namesIn = secretNames(context)) {
    const { DescribeSecretCommand } = await __webpack_require__.e(/* import() */ 396).then(__webpack_require__.t.bind(__webpack_require__, 5396, 19));
    const client = await context.clients.secretsManager(regionOf(id));
    const command = new DescribeSecretCommand({ SecretId: id });
    try {
        return toFound(await (0,_call_js__WEBPACK_IMPORTED_MODULE_2__/* .call */ .T)(client, command, { signal: context.signal, resource: id }));
    }
    catch (error) {
        if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .isAwsError */ .m_)(error, 'ResourceNotFoundException'))
            throw error;
        const names = await namesIn(regionOf(id));
        return { kind: 'missing', instead: 'kind' in names ? '' : (0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .whatThereIs */ .V7)(nameOf(id), names) };
    }
}
function toFound(answer) {
    return {
        kind: 'found',
        name: answer.Name ?? '',
        arn: answer.ARN ?? '',
        deletedAt: answer.DeletedDate,
        isRotated: answer.RotationEnabled ?? false,
        owningService: answer.OwningService,
        description: answer.Description,
        kmsKeyId: answer.KmsKeyId,
        lastChangedAt: answer.LastChangedDate,
        versions: new Map(Object.entries(answer.VersionIdsToStages ?? {})),
        tags: answer.Tags ?? [],
    };
}
/** The region that an ARN names; undefined, for that of the job, where the text is a name. */
function regionOf(id) {
    return (0,_arn_js__WEBPACK_IMPORTED_MODULE_4__/* .findArn */ .n)(id)?.region || undefined;
}
/** Lists the names of secrets, those of each region once. Throws only when the run is cancelled. */
function secretNames({ clients, signal }) {
    const byRegion = new Map();
    const list = (region) => (0,_not_checked_js__WEBPACK_IMPORTED_MODULE_1__/* .attemptCheck */ .e)(async () => {
        const { ListSecretsCommand } = await __webpack_require__.e(/* import() */ 396).then(__webpack_require__.t.bind(__webpack_require__, 5396, 19));
        const client = await clients.secretsManager(region);
        const command = new ListSecretsCommand({ MaxResults: 100 });
        const { SecretList = [] } = await (0,_call_js__WEBPACK_IMPORTED_MODULE_2__/* .call */ .T)(client, command, { signal });
        return SecretList.map(({ Name = '' }) => Name).toSorted();
    });
    return (region) => {
        const names = byRegion.get(region) ?? list(region);
        byRegion.set(region, names);
        return names;
    };
}
/** The name in an ARN, which may lack the six characters. */
function nameOf(id) {
    return (0,_arn_js__WEBPACK_IMPORTED_MODULE_4__/* .findArn */ .n)(id)?.resource.replace(/^secret:/, '') ?? id;
}


/***/ }),

/***/ 4058:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ findSecretReference),
/* harmony export */   H: () => (/* binding */ formatSecretReference)
/* harmony export */ });
/* harmony import */ var _arn_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(142);

/**
 * Reads what ECS takes for `valueFrom`, and the name of a secret in the place of its ARN. Undefined for a text that is
 * neither a secret's nor a parameter's.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html
 */
function findSecretReference(text, plainNamesAre = 'parameters') {
    const arn = (0,_arn_js__WEBPACK_IMPORTED_MODULE_0__/* .findArn */ .n)(text);
    if (arn?.service === 'ssm') {
        return arn.resource.startsWith('parameter/') ? { kind: 'parameter', id: text } : undefined;
    }
    if (arn?.service === 'secretsmanager')
        return fromSecretArn(text);
    if (arn !== undefined || text.startsWith('arn:'))
        return undefined;
    const [id = '', ...rest] = text.split(':');
    if (rest.length === 0 && isParameterName(text, plainNamesAre)) {
        return parameterName.test(text) ? { kind: 'parameter', id: text } : undefined;
    }
    return secretName.test(id) ? withParts(id, rest) : undefined;
}
function isParameterName(text, plainNamesAre) {
    return plainNamesAre === 'parameters' || (plainNamesAre === 'secrets' && text.startsWith('/'));
}
const parameterName = /^[A-Za-z0-9_.\-/]{1,1011}$/;
/** With the ! of those that AWS services manage, such as `rds!cluster-…`. */
const secretName = /^[A-Za-z0-9/_+=.@!-]{1,512}$/;
function fromSecretArn(text) {
    const parts = text.split(':');
    const [type, name = '', ...rest] = parts.slice(5);
    if (type !== 'secret' || !secretName.test(name))
        return undefined;
    return withParts(parts.slice(0, 7).join(':'), rest);
}
/** `key:stage:version`, of which ECS wants all three; fewer are taken to mean the rest is empty. */
function withParts(id, parts) {
    if (parts.length > 3)
        return undefined;
    const [key = '', stage = '', versionId = ''] = parts;
    return { kind: 'secret', id, key, stage, versionId };
}
/** The reference as ECS takes it, for the secret that has this full ARN. */
function formatSecretReference(arn, { key, stage, versionId }) {
    return key === '' && stage === '' && versionId === ''
        ? arn
        : `${arn}:${key}:${stage}:${versionId}`;
}


/***/ }),

/***/ 9626:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ readResourcePolicy)
/* harmony export */ });
/* harmony import */ var _call_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9309);
/* harmony import */ var _look_up_secret_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8973);


/**
 * Whether a secret has a policy of its own, which may allow what no policy of a role does. Throws an
 * ActionError where the role may not look.
 */
async function readResourcePolicy({ clients, signal }, arn) {
    const { GetResourcePolicyCommand } = await __webpack_require__.e(/* import() */ 396).then(__webpack_require__.t.bind(__webpack_require__, 5396, 19));
    const client = await clients.secretsManager((0,_look_up_secret_js__WEBPACK_IMPORTED_MODULE_0__/* .regionOf */ .AP)(arn));
    const command = new GetResourcePolicyCommand({ SecretId: arn });
    const { ResourcePolicy } = await (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .call */ .T)(client, command, { signal, resource: arn });
    return ResourcePolicy !== undefined;
}


/***/ }),

/***/ 8013:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ versionOf)
/* harmony export */ });
/**
 * The id of the version that a reference means: that which it names, or the one with its staging label (AWSCURRENT
 * where it has none). Undefined where there is none.
 */
function versionOf(secret, { stage, versionId }) {
    if (versionId !== '') {
        const stages = secret.versions.get(versionId);
        return stages !== undefined && (stage === '' || stages.includes(stage)) ? versionId : undefined;
    }
    const label = stage === '' ? 'AWSCURRENT' : stage;
    return [...secret.versions].find(([, stages]) => stages.includes(label))?.[0];
}


/***/ }),

/***/ 908:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ checkShape)
/* harmony export */ });
/* harmony import */ var _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5087);
/* harmony import */ var _smithy_core_schema__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9417);


/**
 * Holds a value against a request shape of the SDK and gives all that is wrong, with paths such as
 * `containerDefinitions[0].image`. The SDK itself drops unknown keys silently, and AWS answers
 * wrong types with the first one only. Values are never repeated.
 */
function checkShape(schema, value) {
    return check(_smithy_core_schema__WEBPACK_IMPORTED_MODULE_1__.NormalizedSchema.of(schema), value, '');
}
function check(schema, value, path) {
    if (schema.isDocumentSchema())
        return [];
    if (schema.isStructSchema())
        return checkStructure(schema, value, path);
    if (schema.isListSchema()) {
        if (!Array.isArray(value))
            return [wrongType(path, 'a list', value)];
        return value.flatMap((item, i) => check(schema.getValueSchema(), item, `${path}[${i}]`));
    }
    if (schema.isMapSchema()) {
        if (!isMapping(value))
            return [wrongType(path, 'a mapping', value)];
        return Object.entries(value).flatMap(([key, item]) => check(schema.getValueSchema(), item, join(path, key)));
    }
    const scalar = scalarOf(schema);
    return scalar === undefined || typeof value === scalar.type
        ? []
        : [wrongType(path, scalar.words, value)];
}
function scalarOf(schema) {
    if (schema.isStringSchema())
        return { type: 'string', words: 'text' };
    if (schema.isBooleanSchema())
        return { type: 'boolean', words: 'true or false' };
    return schema.isNumericSchema() ? { type: 'number', words: 'a number' } : undefined;
}
function checkStructure(schema, value, path) {
    if (!isMapping(value))
        return [wrongType(path, 'a mapping', value)];
    const members = new Map(schema.structIterator());
    const unknown = Object.keys(value).filter((key) => !members.has(key));
    const missing = requiredMembers(schema).filter((key) => value[key] === undefined);
    return [
        ...unknown.map((key) => unknownKey(join(path, key), key, [...members.keys()])),
        ...missing.map((key) => ({ path: join(path, key), message: 'is required' })),
        ...[...members].flatMap(([key, member]) => key in value ? check(member, value[key], join(path, key)) : []),
    ];
}
/** In the SDK's schemas the required members come first, and the seventh entry counts them. */
function requiredMembers(schema) {
    const raw = schema.getSchema();
    if (!Array.isArray(raw))
        return [];
    const names = raw[4];
    const required = raw[6];
    if (!Array.isArray(names) || typeof required !== 'number')
        return [];
    return names.slice(0, required).map(String);
}
function wrongType(path, expected, value) {
    const hint = expected === 'text' && typeof value !== 'object' ? ': put it in quotes' : '';
    return { path, message: `must be ${expected}, and is ${nameOfType(value)}${hint}` };
}
function unknownKey(path, key, known) {
    const guess = (0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .pA)(key, known);
    const hint = guess === undefined ? '' : `: did you mean ${guess}?`;
    return { path, message: `is not a key that AWS knows${hint}` };
}
function nameOfType(value) {
    if (value === null)
        return 'null';
    if (Array.isArray(value))
        return 'a list';
    if (typeof value === 'object')
        return 'a mapping';
    return typeof value === 'string' ? 'text' : `a ${typeof value}`;
}
function isMapping(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function join(path, key) {
    return path === '' ? key : `${path}.${key}`;
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

/***/ 3108:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  pl: () => (/* reexport */ LogFollower),
  AQ: () => (/* reexport */ RolloutWatcher),
  Lw: () => (/* reexport */ TaskLock),
  SR: () => (/* reexport */ TrackedRollout),
  mq: () => (/* reexport */ bakedInVariables),
  fx: () => (/* reexport */ capacityProviderStrategy),
  MM: () => (/* reexport */ checkRules),
  XM: () => (/* reexport */ collectReferences),
  Mz: () => (/* reexport */ containersOf),
  sR: () => (/* reexport */ createService),
  oZ: () => (/* reexport */ deathOf),
  cn: () => (/* reexport */ definitionHash),
  wk: () => (/* reexport */ denied),
  gC: () => (/* reexport */ describeDeath),
  jb: () => (/* reexport */ describeFinding),
  df: () => (/* reexport */ describePlace),
  yz: () => (/* reexport */ describeTasks),
  Ov: () => (/* reexport */ diagnoseDeaths),
  oP: () => (/* reexport */ diagnoseEvents),
  dz: () => (/* reexport */ diagnoseUnhealthy),
  im: () => (/* reexport */ diagnoseWaiting),
  eM: () => (/* reexport */ diffDefinitions),
  Ht: () => (/* reexport */ elapsedColumn),
  Pd: () => (/* reexport */ endingIn),
  xg: () => (/* reexport */ ensureActive),
  BG: () => (/* reexport */ essentialNames),
  V8: () => (/* reexport */ eventLine),
  dh: () => (/* reexport */ expectedPermissions),
  $j: () => (/* reexport */ explainExitCode),
  Ri: () => (/* reexport */ failureCodeOf),
  T6: () => (/* reexport */ findInFlight),
  Ub: () => (/* reexport */ findOrigin),
  WM: () => (/* reexport */ findPrimary),
  Eu: () => (/* reexport */ findRegistered),
  GV: () => (/* reexport */ findRepeatedDeath),
  Ln: () => (/* reexport */ findService),
  Bd: () => (/* reexport */ findingsError),
  f9: () => (/* reexport */ findingsTable),
  hx: () => (/* reexport */ gatherEvidence),
  pR: () => (/* reexport */ getRegistered),
  cQ: () => (/* reexport */ getService),
  OE: () => (/* reexport */ goBack),
  UU: () => (/* reexport */ gradeFindings),
  Li: () => (/* reexport */ groupDeaths),
  PD: () => (/* reexport */ hasDecided),
  NT: () => (/* reexport */ isEndTold),
  NN: () => (/* reexport */ isEssential),
  PU: () => (/* reexport */ isOver),
  su: () => (/* reexport */ isRepeatable),
  KN: () => (/* reexport */ lastSuccessfulDefinition),
  _f: () => (/* reexport */ listLivingTasks),
  GX: () => (/* reexport */ listServiceTasks),
  j0: () => (/* reexport */ listStartedBy),
  em: () => (/* reexport */ listStoppedTasks),
  rs: () => (/* reexport */ mainContainer),
  ZS: () => (/* reexport */ maskRead),
  Ay: () => (/* reexport */ mayStartAgain),
  LO: () => (/* reexport */ mutableImages),
  X7: () => (/* reexport */ namesFile),
  lb: () => (/* reexport */ notChecked),
  wP: () => (/* reexport */ parseContainerEdits),
  An: () => (/* reexport */ placeOfLog),
  of: () => (/* reexport */ plainSecrets),
  OW: () => (/* reexport */ preflightGrades),
  DR: () => (/* reexport */ prepareDefinition),
  oz: () => (/* reexport */ progressLine),
  N9: () => (/* reexport */ quoteLog),
  YY: () => (/* reexport */ readDraftFile),
  Lu: () => (/* reexport */ readHistory),
  Ty: () => (/* reexport */ readLogTail),
  KO: () => (/* reexport */ readableLines),
  kz: () => (/* reexport */ register),
  WT: () => (/* reexport */ requestRollback),
  ue: () => (/* reexport */ runtimePlatform),
  uD: () => (/* reexport */ sameDefinition),
  fS: () => (/* reexport */ secretLikeVariables),
  QP: () => (/* reexport */ settingsChange),
  BC: () => (/* reexport */ shortHash),
  i4: () => (/* reexport */ startDeployment),
  vI: () => (/* reexport */ startsDeployment),
  yq: () => (/* reexport */ tellFindings),
  bU: () => (/* reexport */ updateService),
  Hc: () => (/* reexport */ verdictOn),
  aq: () => (/* reexport */ versionBefore),
  Kw: () => (/* reexport */ waitForDeployment),
  L6: () => (/* reexport */ waitForRollback)
});

// UNUSED EXPORTS: definitionError, draftDefinition, editDefinition, explainReason, hideTokenRuns, judgeReferences, judgeVersionPins, lookUpReferences, reasonKinds, redact, resolveReferences, secretForms, secretVersionsOf, tokenRunsIn, unmappedKeys

// EXTERNAL MODULE: ./packages/action-kit/build/index.js + 51 modules
var build = __webpack_require__(5087);
;// CONCATENATED MODULE: ./packages/ecs/build/capacity-provider-strategy.js

const fields = {
    'capacity-provider': (0,build/* text */.Qq)({ description: 'Name of the capacity provider.', required: true }),
    weight: (0,build/* integer */.nd)({ description: 'Share of the tasks beyond all bases.', max: 1000 }),
    base: (0,build/* integer */.nd)({ description: 'Tasks that run here at least.', max: 100_000 }),
};
/**
 * A capacity provider strategy: a list whose items are names, or mappings with `capacity-provider`, `weight` and
 * `base`; for one provider its name alone.
 */
function capacityProviderStrategy(options) {
    return (0,build/* yaml */.oQ)(options, readStrategy);
}
function readStrategy(tree) {
    if (typeof tree === 'string')
        return [{ capacityProvider: (0,build/* asText */.e1)(tree), weight: 1 }];
    if (!(0,build/* isList */.Lv)(tree))
        return (0,build/* invalid */.Gq)('must be a list of capacity providers');
    const items = tree.map((item, i) => [`[${i}]`, item]);
    return (0,build/* parseEach */.lc)(items, readShare).map(([, share]) => share);
}
function readShare(raw) {
    if (typeof raw === 'string')
        return { capacityProvider: (0,build/* asText */.e1)(raw), weight: 1 };
    const { capacityProvider, weight, base } = (0,build/* parseMapping */.KV)(fields, raw);
    return {
        capacityProvider,
        ...(weight !== undefined && { weight }),
        ...(base !== undefined && { base }),
    };
}

;// CONCATENATED MODULE: ./packages/ecs/build/diagnosis/classes/containers.js
/** Killed for its memory: that wins over all that is said besides. */
const memoryClasses = [
    {
        kind: 'memory',
        patterns: [/OutOfMemory|OOM-killed|killed due to (?:high )?memory usage/i],
        remedy: memoryRemedy,
    },
];
/** What to do about a container whose health check fails. */
const containerHealthRemedy = 'Run the health check command in the image, which has to hold the program that it calls (curl often is not there); when the application only needs longer to start, raise startPeriod.';
/** What the health checks of ECS and of load balancers found. */
const healthClasses = [
    {
        kind: 'load-balancer-health',
        patterns: [/ELB health checks/i],
        remedy: 'Compare path, port and expected status of the target group with what the application answers; when it only needs longer to start, raise the health check grace period.',
    },
    {
        kind: 'container-health',
        patterns: [/container health checks/i],
        remedy: containerHealthRemedy,
    },
];
/** What to do about a program that is not there, or not executable. */
const commandRemedy = 'Correct command or entryPoint of the container: the image holds no such program, or one that cannot be executed. Each word of a command is an element of its own.';
/** What to do about a port that is taken. */
const portRemedy = 'Something else has this port. Containers of one task in network mode awsvpc or host share their ports: let each listen on one of its own. With bridge leave hostPort out, and ECS chooses one.';
/** Why a container cannot be started although its image is there. */
const startClasses = [
    {
        kind: 'port',
        patterns: [/port is already allocated|address already in use|host ports? unavailable/i],
        remedy: portRemedy,
    },
    {
        kind: 'container-user',
        patterns: [/unable to find user|no matching entries in passwd/i],
        remedy: 'The image has no such user or group: correct user of the container, or use its number.',
    },
    { kind: 'command', patterns: [/executable file not found/i], remedy: commandRemedy },
    {
        kind: 'command',
        patterns: [
            /starting container process|start container process/i,
            /permission denied|no such file or direct/i,
        ],
        remedy: commandRemedy,
    },
    {
        kind: 'dependency',
        patterns: [
            /dependency graph|container ordering dependency|dependen\w+ containers? (?:not|failed)/i,
        ],
        remedy: ({ container = 'the container' }) => `Another container waits for ${container} (dependsOn) and does not start without it. Read the last lines of ${container}; when it only needs longer, raise its startTimeout.`,
    },
    {
        kind: 'agent-timeout',
        patterns: [/Could not transition to \w+|TimeoutError/],
        remedy: timeoutRemedy,
    },
    {
        kind: 'agent',
        patterns: [/Cannot(?:Start|Create|Inspect|Stop|Describe)Container|HostConfigError/],
        remedy: 'The container agent could not do this. Look at the reason above, and at the container instances when they are yours; when it passes, run the step again.',
    },
];
function memoryRemedy({ container, containerMemory, taskMemory }) {
    const cause = 'or find what uses it.';
    if (containerMemory !== undefined && containerMemory !== '0') {
        return `Raise memory of the container ${container ?? ''} (${containerMemory} MiB now), ${cause}`;
    }
    return taskMemory === undefined
        ? `Raise memory (of the container, or of the task with a matching cpu), ${cause}`
        : `Raise memory of the task (${taskMemory} MiB now) with a matching cpu, ${cause}`;
}
function timeoutRemedy({ text }) {
    const step = /Could not transition to (\w+)/.exec(text)?.[1] ?? '';
    const again = 'When it passes, run the step again.';
    if (step === 'pulled') {
        return `The image was not pulled in time: make it smaller, or look at the way to the registry. ${again}`;
    }
    if (step === 'started' || step === 'running') {
        return `The container agent could not start the container in time. Most often the log driver does not reach its service (VPC endpoint or way out for logs), a volume is not mounted, or the container instance is overloaded. ${again}`;
    }
    return `The container agent was not done in time: a container instance that is overloaded, most often by its disk. ${again}`;
}

;// CONCATENATED MODULE: ./packages/ecs/build/diagnosis/classes/hosts.js
/** What to do where there is no room, and nobody says why. */
const capacityRemedy = 'Run the step again later, or allow further availability zones or capacity providers.';
/** Where there is no room, or none any more; most of it passes. */
const hostClasses = [
    {
        kind: 'spot',
        patterns: [/\bSpot\b/],
        remedy: 'AWS took Spot capacity back. Run the step again; FARGATE beside FARGATE_SPOT with a base in the capacity provider strategy keeps a part of the tasks.',
    },
    {
        kind: 'host',
        patterns: [
            /Host EC2|instance deregistration|maintenance on the underlying|underlying (?:infrastructure|host)/i,
        ],
        remedy: 'The host of the task was stopped or is retired, for no fault of the task: run the step again.',
    },
    {
        kind: 'quota',
        patterns: [/reached the limit on|above your limit|quota|LimitExceeded/i],
        remedy: 'Ask for a higher quota in Service Quotas (Fargate On-Demand or Spot vCPU resource count, tasks per service), or stop what is not needed.',
    },
    {
        kind: 'instances',
        patterns: [/No Container Instances were found/i],
        remedy: 'The cluster or capacity provider has no container instances: look at its Auto Scaling group (activity and maximum size) and at the ECS agent on the instances.',
    },
    {
        kind: 'instance-port',
        patterns: [/already using a port|RESOURCE:PORTS|port limit/i],
        remedy: 'Each container instance has the host port only once. Leave hostPort out (ECS then chooses one), or lower minimumHealthyPercent so that the old task makes room, or add instances.',
    },
    {
        kind: 'instance-interfaces',
        patterns: [/RESOURCE:ENI/],
        remedy: 'The container instances have no network interface left for another task: add instances, or switch on awsvpcTrunking.',
    },
    {
        kind: 'instance-attribute',
        patterns: [/missing an attribute|placement constraint|^ATTRIBUTE\b/i],
        remedy: 'No container instance has what the task requires: compare its placement constraints, log drivers, platform and subnets with the attributes of the instances.',
    },
    {
        kind: 'instance-agent',
        patterns: [/"AGENT"|^AGENT\b/],
        remedy: 'The ECS agent of the container instance is not connected: restart it, or replace the instance.',
    },
    {
        kind: 'instance-room',
        patterns: [
            /insufficient (?:CPU|memory|GPU)|RESOURCE:(?:CPU|MEMORY|GPU)|enough (?:CPU|memory)/i,
        ],
        remedy: 'No container instance has room for the task beside the old ones: add or enlarge instances, lower cpu or memory of the task, or lower minimumHealthyPercent so that old tasks make room.',
    },
    {
        kind: 'zone',
        patterns: [/Reason: Internal error/i],
        remedy: 'A subnet may lie in an availability zone that Fargate does not have: give the service other subnets. Otherwise run the step again.',
    },
    {
        kind: 'capacity',
        patterns: [
            /capacity (?:is |was )?(?:currently )?(?:unavailable|not available|insufficient)|(?:insufficient|no|enough|lack of) capacity|CapacityError|RESOURCE:/i,
        ],
        remedy: capacityRemedy,
    },
];

;// CONCATENATED MODULE: ./packages/ecs/build/diagnosis/classes/reason-class.js
/** What to do about a reason that is in nobody's words. */
const unknownRemedy = 'Look at the reason that ECS gives above; when it is transient, run the step again.';
/** The remedy of a class for one reason. */
function remedyFor({ remedy }, reason) {
    return typeof remedy === 'string' ? remedy : remedy(reason);
}
/** The first class all of whose patterns are in the text. */
function findClass(classes, text) {
    return classes.find(({ patterns }) => patterns.every((pattern) => pattern.test(text)));
}

;// CONCATENATED MODULE: ./packages/ecs/build/diagnosis/health-remedies.js
/** What a load balancer says of a target, and what to do; the first row that matches decides. */
const rows = [
    {
        words: /codes?: \[(?:30\d)/i,
        remedy: 'The application redirects the health check. Let the target group check a path that answers by itself, or take the status into its matcher.',
    },
    {
        words: /codes?: \[40[13]/i,
        remedy: 'The application wants to know who asks. Let the target group check a path that needs no login.',
    },
    {
        words: /codes?: \[404/i,
        remedy: 'The application does not have the path that the target group checks: correct healthCheckPath of the target group, or add the path.',
    },
    {
        words: /codes?: \[5\d\d/i,
        remedy: 'The application answers the health check with an error of its own: read its log, often a database or another service that it does not reach.',
    },
    {
        words: /codes?: \[/i,
        remedy: 'Let the application answer the health check with a status that the matcher of the target group takes.',
    },
    {
        words: /timed? ?out/i,
        remedy: 'The application did not answer in time. Check that the security group of the tasks lets the load balancer in on this port, and whether the application is busy or waits for something; when it only needs longer to start, raise the health check grace period.',
    },
    {
        words: /Health checks failed/i,
        remedy: 'Nothing answered on the port of the health check. Let the application listen on 0.0.0.0 and on the containerPort of the service; when it only needs longer to start, raise the health check grace period.',
    },
];
/** What to do about a target that a load balancer calls unhealthy, by the words that it gives for that. */
function healthRemedy(words) {
    return (rows.find((row) => row.words.test(words))?.remedy ??
        'Compare path, port and expected status of the target group with what the application answers; when it only needs longer to start, raise the health check grace period.');
}

;// CONCATENATED MODULE: ./packages/ecs/build/diagnosis/kinds.js
/** All kinds of reasons that are told apart, with the failure code that each counts as. */
const reasonKinds = {
    memory: { code: 'oom', weight: 'cause' },
    'assume-role': { code: 'access-denied', weight: 'cause' },
    'key-permission': { code: 'access-denied', weight: 'cause' },
    permission: { code: 'access-denied', weight: 'cause' },
    disk: { code: 'service-error', weight: 'cause' },
    'log-group': { code: 'service-error', weight: 'cause' },
    'log-network': { code: 'service-error', weight: 'cause' },
    'log-driver': { code: 'service-error', weight: 'cause' },
    'environment-file': { code: 'service-error', weight: 'cause' },
    volume: { code: 'service-error', weight: 'cause' },
    'image-platform': { code: 'image', weight: 'cause' },
    'image-missing': { code: 'image', weight: 'cause' },
    'image-forbidden': { code: 'image', weight: 'cause' },
    'image-login': { code: 'image', weight: 'cause' },
    'image-rate-limit': { code: 'image', weight: 'cause' },
    'image-network': { code: 'image', weight: 'cause' },
    image: { code: 'image', weight: 'cause' },
    'registry-secret': { code: 'secret', weight: 'cause' },
    'secret-network': { code: 'secret', weight: 'cause' },
    'secret-key': { code: 'secret', weight: 'cause' },
    'secret-json': { code: 'secret', weight: 'cause' },
    'secret-deleted': { code: 'secret', weight: 'cause' },
    'secret-version': { code: 'secret', weight: 'cause' },
    'secret-missing': { code: 'secret', weight: 'cause' },
    parameter: { code: 'secret', weight: 'cause' },
    secret: { code: 'secret', weight: 'cause' },
    crash: { code: 'crash', weight: 'cause' },
    killed: { code: 'crash', weight: 'cause' },
    ended: { code: 'crash', weight: 'cause' },
    command: { code: 'crash', weight: 'cause' },
    'container-user': { code: 'crash', weight: 'cause' },
    dependency: { code: 'crash', weight: 'cause' },
    port: { code: 'service-error', weight: 'cause' },
    'target-group': { code: 'service-error', weight: 'cause' },
    'deployment-configuration': { code: 'capacity', weight: 'cause' },
    'container-health': { code: 'container-health', weight: 'symptom' },
    'load-balancer-health': { code: 'load-balancer-health', weight: 'symptom' },
    alarm: { code: 'alarm', weight: 'symptom' },
    agent: { code: 'service-error', weight: 'symptom' },
    'agent-timeout': { code: 'service-error', weight: 'symptom' },
    addresses: { code: 'capacity', weight: 'passing' },
    'network-interface': { code: 'service-error', weight: 'passing' },
    host: { code: 'capacity', weight: 'passing' },
    spot: { code: 'capacity', weight: 'passing' },
    quota: { code: 'capacity', weight: 'passing' },
    zone: { code: 'capacity', weight: 'passing' },
    instances: { code: 'capacity', weight: 'passing' },
    'instance-room': { code: 'capacity', weight: 'passing' },
    'instance-port': { code: 'capacity', weight: 'passing' },
    'instance-interfaces': { code: 'capacity', weight: 'passing' },
    'instance-attribute': { code: 'capacity', weight: 'passing' },
    'instance-agent': { code: 'capacity', weight: 'passing' },
    capacity: { code: 'capacity', weight: 'passing' },
    unknown: { code: 'service-error', weight: 'symptom' },
    throttled: { code: 'service-error', weight: 'mechanism' },
    'keeps-failing': { code: 'crash', weight: 'mechanism' },
};
const weights = { cause: 3, symptom: 2, passing: 1, mechanism: 0 };
/** How much a kind explains, as a number: what explains more is the root cause of what explains less. */
function weightOf(kind) {
    return weights[reasonKinds[kind].weight];
}

;// CONCATENATED MODULE: ./packages/ecs/build/diagnosis/plain-text.js
/**
 * A reason or an event without what tells nothing: names of things, which may hold any word (a service
 * `secrets-api`, an image `ecr-timeout`), and the agent's fixed prefix, which speaks of secrets and registry
 * alike.
 */
function plainText(text) {
    return (text
        .replace(/\((?:service|tasks?|taskSet|deployment|target-group|targets|elb|port|(?:container-)?instance) [^)]*\)/g, '')
        .replace(/\bservice \S+ (?=was|is|has|failed|operations|\()/g, '')
        .replace(/(?:arn:|https?:\/\/)[^\s'")]+/g, '')
        // What ECS itself quotes are words in capitals, such as "AGENT" and "RESOURCE:ENI".
        .replace(/"(?![A-Z:]+")[^"]*"/g, '""')
        .replace(/\b[\w-]+(?:\.[\w-]+)+(?::\d+)?\/[^\s'",;)]+/g, '')
        .replace(/\b(manifest for|access denied for|json key|invalid parameters:) [^\s,;]+/gi, '$1')
        .replace(/unable to pull secrets or registry auth:?/gi, ''));
}

// EXTERNAL MODULE: ./packages/registry/build/reference/ecr-registry.js
var ecr_registry = __webpack_require__(6825);
;// CONCATENATED MODULE: ./packages/ecs/build/diagnosis/classes/network-path.js
/** What a broken way to a service looks like in the agent's words. */
const brokenNetwork = /i\/o timeout|timed? ?out|deadline exceeded|connection (?:issue|refused|reset)|no such host|request canceled|network is unreachable|no route to host|name resolution|network configuration/i;
/** Where the subnets of a task must lead to, for those services. */
function wayTo(...services) {
    const endpoints = services.length === 1 ? 'a VPC endpoint' : 'VPC endpoints';
    return `Its subnets need a public address (assignPublicIp with an internet gateway), a NAT gateway, or ${endpoints} for ${services.join(', ')}; its security groups must let HTTPS out, and those of the endpoints must let it in.`;
}

;// CONCATENATED MODULE: ./packages/ecs/build/diagnosis/classes/permissions.js
/** Permissions that the execution role, or ECS itself, has not. */
const permissionClasses = [
    {
        kind: 'assume-role',
        patterns: [/unable to assume the (?:[\w-]+ ){0,4}role/i],
        remedy: ({ text }) => /service[- ]linked/i.test(text)
            ? 'Create the role AWSServiceRoleForECS: aws iam create-service-linked-role --aws-service-name ecs.amazonaws.com'
            : `Check that the role ${roleArn(text) ?? 'named above'} exists, and that its trust policy lets ecs-tasks.amazonaws.com call sts:AssumeRole; a role that was just created may need a minute.`,
    },
    {
        kind: 'key-permission',
        patterns: [/access to KMS is not allowed|\bkms:Decrypt|KMS\w*AccessDenied/i],
        remedy: "The task's execution role may not use the KMS key that encrypts the secret. Allow it kms:Decrypt on that key, in a policy of the role and in the key policy.",
    },
    {
        kind: 'permission',
        patterns: [/AccessDenied|not authorized to perform|no identity-based policy/i],
        remedy: permissionRemedy,
    },
];
/** The statement that is missing, where AWS names the action; else where to look. */
function permissionRemedy({ text }) {
    const action = /not authorized to perform: ([\w-]+:\w+)/.exec(text)?.[1];
    const role = roleName(text);
    const who = role === undefined ? "the task's execution role" : `the role ${role}`;
    if (action === undefined)
        return `Add the permission named above to a policy of ${who}.`;
    const resource = generalResource(/on resource: ([^\s;,]+?)[.,;]?(?:\s|$)/.exec(text)?.[1]);
    if (/explicit deny/i.test(text)) {
        return `A policy denies ${action} on ${resource} to ${who}, and no permission overrides that: change that policy.`;
    }
    return `Add this statement to a policy of ${who}: ${statement([action], resource)}`;
}
/** A statement for IAM, ready to paste. */
function statement(actions, resource) {
    const [action] = actions;
    return JSON.stringify({
        Effect: 'Allow',
        Action: actions.length === 1 ? action : actions,
        Resource: resource,
    });
}
/** A log stream is that of one task; the next one has another. */
function generalResource(resource = '*') {
    return resource.replace(/(:log-group:[^:]+):log-stream:.*$/, '$1:*');
}
function roleArn(text) {
    return /arn:[\w-]+:iam::\d*:role\/[\w+=,.@/-]+/.exec(text)?.[0];
}
/** The name of the role whose session was refused. */
function roleName(text) {
    return /:assumed-role\/([\w+=,.@-]+)\//.exec(text)?.[1];
}

;// CONCATENATED MODULE: ./packages/ecs/build/diagnosis/classes/images.js



/** What is about a registry, in the agent's words. */
const registry = /registry auth(?! from asm)|\becr\b|CannotPull|pull(?:ing)? (?:the )?image|\bref pull\b|image manifest/i;
const network = `The task does not reach the registry. ${wayTo('ecr.api', 'ecr.dkr', 's3')} Other registries than ECR need a public address or a NAT gateway.`;
/** Why an image cannot be had; what is wrong with what is in it shows later. */
const imageClasses = [
    {
        kind: 'image-platform',
        patterns: [
            /matching platform|no match(?:ing manifest)? for |exec format error|operating system .* cannot be used on this platform/i,
        ],
        remedy: platformRemedy,
    },
    {
        kind: 'image-rate-limit',
        patterns: [/toomanyrequests|429 Too Many|pull rate limit/i],
        remedy: 'The registry limits how often images are pulled. Pull as a user (repositoryCredentials of the container), or keep the image in ECR, by a pull-through cache for one.',
    },
    {
        kind: 'image-network',
        patterns: [/pull command failed|^(?=.*registry auth).*signal: killed/i],
        remedy: network,
    },
    { kind: 'image-network', patterns: [registry, brokenNetwork], remedy: network },
    {
        kind: 'image-forbidden',
        patterns: [registry, /403 Forbidden|status code 403/i],
        remedy: forbiddenRemedy,
    },
    {
        kind: 'image-login',
        patterns: [
            registry,
            /pull access denied|unauthorized|authentication required|no basic auth|incorrect username|insufficient_scope|access to the resource is denied|authorization failed/i,
        ],
        remedy: 'The registry refuses to let the task pull, or has no such repository. Check the name of the image, and that repositoryCredentials of the container names a secret with username and password for this registry.',
    },
    {
        kind: 'image-missing',
        patterns: [
            /image .*not found|manifest unknown|no such image|(?:registry auth(?! from asm)|CannotPull|\bref pull\b|image manifest|failed to resolve).*(?:not found|does not exist)/i,
        ],
        remedy: 'Push the image under this very reference before it is deployed, or correct it: registry, repository, tag or digest. A tag may also have been overwritten or expired by a lifecycle policy.',
    },
    {
        kind: 'image',
        patterns: [registry],
        remedy: 'Check that the image is in the registry under this very reference and for the platform of the task, and that the execution role may pull it.',
    },
];
function platformRemedy({ text }) {
    const platform = /'((?:linux|windows)\/\w+)'|manifest for ((?:linux|windows)\/\w+)/.exec(text);
    const wanted = platform?.[1] ?? platform?.[2];
    const built = wanted === undefined ? 'the platform of the task' : wanted;
    return `Build the image for ${built} (docker buildx build --platform ${wanted ?? 'linux/amd64'}), or let runtimePlatform of the task definition say what it was built for.`;
}
/** ECR says 403 to a role that may not pull, and to all where the policy of the repository shuts them out. */
function forbiddenRemedy({ text }) {
    const arn = repositoryArn(text);
    const allow = statement(['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'], arn ?? '*');
    return `Add this statement to a policy of the task's execution role: ${allow} A repository of another account has to allow it in its own policy, too.`;
}
function repositoryArn(text) {
    const [, host = '', name] = /\b([\w.-]+\.dkr[.-]ecr[\w.-]+)\/([\w./-]+?)[:@]/.exec(text) ?? [];
    const found = (0,ecr_registry/* findEcrRegistry */.f8)(host);
    if (found === undefined || name === undefined)
        return undefined;
    return `arn:${found.partition}:ecr:${found.region}:${found.account}:repository/${name}`;
}

;// CONCATENATED MODULE: ./packages/ecs/build/diagnosis/classes/logs.js

const logging = /logger args|log(?:ging)? driver|log stream|CloudWatch log/i;
/** Why a container has no log to write to: it is not started then. */
const logClasses = [
    {
        kind: 'log-group',
        patterns: [/log group does not exist|cannot find the Amazon CloudWatch log group/i],
        remedy: 'Create the log group that awslogs-group names, or set awslogs-create-group to "true" in the log options (the execution role then needs logs:CreateLogGroup).',
    },
    {
        kind: 'log-network',
        patterns: [logging, new RegExp(`${brokenNetwork.source}|signal: killed`, 'i')],
        remedy: `The task does not reach CloudWatch Logs. ${wayTo('logs')} Check awslogs-region as well.`,
    },
    {
        kind: 'log-driver',
        patterns: [logging],
        remedy: 'Check the log options of the container (logDriver, awslogs-group, awslogs-region), and that the execution role is allowed logs:CreateLogStream and logs:PutLogEvents on its log group.',
    },
];

;// CONCATENATED MODULE: ./packages/ecs/build/diagnosis/classes/resources.js

/** What a task is given before its containers start: disk, files, volumes, addresses. */
const resourceClasses = [
    {
        kind: 'disk',
        patterns: [/no space left on device|disk quota exceeded|Thin Pool has \d+ free/i],
        remedy: 'Raise ephemeralStorage of the task (Fargate has 20 GiB without it), give the container instances a larger disk or clear it, or use a smaller image.',
    },
    {
        kind: 'environment-file',
        patterns: [/download env files/i],
        remedy: `Check that the file of environmentFiles is in its bucket, and that the execution role is allowed s3:GetObject on it and s3:GetBucketLocation. ${wayTo('s3')}`,
    },
    {
        kind: 'volume',
        patterns: [
            /EFS utils|EFS volume|mount\.nfs|VolumeDriver|CannotCreateVolume|EBS volume|volume attachment|(?:failed|unable) to mount/i,
        ],
        remedy: 'For EFS: a mount target in the availability zone of each subnet, a security group that lets NFS (2049) in from the task, DNS host names switched on in the VPC, and an access point or a path that exists. For EBS: the infrastructure role of the volume.',
    },
    {
        kind: 'addresses',
        patterns: [
            /free addresses|InsufficientFreeAddresses|insufficient (?:free )?(?:ip )?addresses/i,
        ],
        remedy: 'The subnets have no free addresses left: give the service further subnets, or stop what holds the addresses.',
    },
    {
        kind: 'network-interface',
        patterns: [/network interface|network namespace|(?<!RESOURCE:)\bENI\b/i],
        remedy: 'ECS gave the task no network interface in time. Run the step again; if it happens again, look at the free addresses of the subnets, at the quota of network interfaces, and at the health of the container instances when they are yours.',
    },
];

;// CONCATENATED MODULE: ./packages/ecs/build/diagnosis/classes/secrets.js

/** What is about a secret or a parameter, in the agent's words. */
const secret = /\basm\b|\bssm\b|parameter store|invalid parameters|secrets manager|retrieve (?:the )?secrets?\b/i;
const secrets_network = `The task does not reach the service that keeps the secret. ${wayTo('secretsmanager', 'ssm', 'kms')}`;
/** Why a secret, a key of it, or a parameter cannot be had. */
const secretClasses = [
    { kind: 'secret-network', patterns: [secret, brokenNetwork], remedy: secrets_network },
    {
        kind: 'registry-secret',
        patterns: [/registry auth from asm|AuthorizationData is malformed/i],
        remedy: 'The secret that repositoryCredentials names has to exist in this region and to hold a JSON object with username and password, neither of them empty; the execution role must be allowed to read it.',
    },
    { kind: 'secret-key', patterns: [/did not contain json key/i], remedy: keyRemedy },
    {
        kind: 'secret-json',
        patterns: [
            /looking for beginning of|unexpected end of JSON|cannot unmarshal|invalid character/i,
        ],
        remedy: 'valueFrom asks for a key, and the secret holds no JSON object: store one, or end valueFrom with the ARN of the secret, which gives its whole text.',
    },
    {
        kind: 'secret-deleted',
        patterns: [secret, /marked for deletion/i],
        remedy: 'The secret is scheduled for deletion: restore it (aws secretsmanager restore-secret), or let valueFrom name another one.',
    },
    {
        kind: 'secret-version',
        patterns: [secret, /staging label|VersionId|VersionStage/i],
        remedy: 'The secret has no such version. Correct stage or version id in valueFrom, or give the secret a value; without both, AWSCURRENT is taken.',
    },
    {
        kind: 'parameter',
        patterns: [/\bssm\b|parameter store|invalid parameters/i],
        remedy: parameterRemedy,
    },
    {
        kind: 'secret-missing',
        patterns: [secret, /ResourceNotFound|can't find|not found|not exist/i],
        remedy: 'Create the secret, or correct valueFrom: the whole ARN with its six random characters, in the region and account where it is kept.',
    },
    {
        kind: 'secret',
        patterns: [secret],
        remedy: 'Check that the secret exists with this key and holds a JSON object, and that the execution role may read it.',
    },
];
function keyRemedy({ text }) {
    const key = /did not contain json key (\S+?)[.,;]?(?:\s|$)/i.exec(text)?.[1];
    return `Add the key ${key ?? 'named above'} to the secret (sync-secrets before this step does), or correct the key in valueFrom; upper and lower case differ.`;
}
function parameterRemedy({ text }) {
    const name = /invalid parameters: ([^\s;,]+?)[.,;]?(?:\s|$)/i.exec(text)?.[1];
    return name === undefined
        ? 'Check that the parameter exists in this region, and that the execution role is allowed ssm:GetParameters (and kms:Decrypt for a SecureString with a key of yours).'
        : `Create the parameter ${name} in the region of the task, or correct valueFrom; a parameter of another region is named by its whole ARN.`;
}

;// CONCATENATED MODULE: ./packages/ecs/build/diagnosis/reason-classes.js










/**
 * Why a task stopped. The first row that matches decides, so the narrower ones stand above the wider.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html
 */
const taskClasses = [
    ...memoryClasses,
    ...permissionClasses,
    ...resourceClasses,
    ...logClasses,
    ...imageClasses,
    ...secretClasses,
    ...healthClasses,
    ...startClasses,
    ...hostClasses,
];
/** The class of a reason in the words of ECS, or undefined where none of them is in it. */
function classifyReason(reason) {
    return findClass(taskClasses, plainText(reason));
}
/** What a reason means and what to do about it, where nothing but its words is known; `unknown` for one of no class. */
function explainReason(text) {
    const found = classifyReason(text);
    const kind = found?.kind ?? 'unknown';
    const remedy = found === undefined ? unknownRemedy : remedyFor(found, { text });
    return { kind, code: reasonKinds[kind].code, remedy };
}

;// CONCATENATED MODULE: ./packages/ecs/build/diagnosis/event-classes.js







/**
 * Events of a service that tell of trouble, by whole phrases: ordinary ones speak of targets and tasks
 * as well, and "deployment failed: tasks failed to start." tells no cause. The first row decides.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html
 */
const eventClasses = [
    {
        kind: 'container-health',
        patterns: [/failed container health checks/i],
        remedy: containerHealthRemedy,
    },
    {
        kind: 'load-balancer-health',
        patterns: [/is unhealthy in|failed ELB health checks/i],
        remedy: ({ text }) => healthRemedy(text),
    },
    {
        kind: 'target-group',
        patterns: [/(?:failed|unable) to (?:de)?register targets?/i],
        remedy: 'Check that the target group still exists, belongs to a load balancer, and takes targets of this kind (ip for network mode awsvpc).',
    },
    {
        kind: 'alarm',
        patterns: [/deployment failed: alarm detected/i],
        remedy: 'Look at what the alarm measures: it fired while the new version was taking over.',
    },
    {
        kind: 'deployment-configuration',
        patterns: [/unable to stop or start tasks .*because of the service deployment configuration/i],
        remedy: 'Raise maximumPercent or lower minimumHealthyPercent in the deployment configuration of the service: as they are, no task may be started or stopped.',
    },
    {
        kind: 'keeps-failing',
        patterns: [/is unable to consistently start tasks/i],
        remedy: "Look at the service's stopped tasks in the console: they end soon after they are started, and ECS starts the next ones later and later.",
    },
    {
        kind: 'throttled',
        patterns: [/operations are being throttled/i],
        remedy: 'ECS itself is throttled in this account and goes on by itself. Raise timeout, deploy fewer services at the same time, or ask AWS Support for a higher rate.',
    },
];
/** An event that ECS could not start a task, with the reason for it behind these words. */
const notStarted = /unable to (?:place|start|launch) (?:a )?tasks?|failed to (?:launch|start) (?:a )?tasks?/i;
/** Where the reason is in nobody's words. */
const fallbacks = {
    place: {
        kind: 'capacity',
        patterns: [/unable to place/i],
        remedy: capacityRemedy,
    },
    launch: {
        kind: 'unknown',
        patterns: [notStarted],
        remedy: unknownRemedy,
    },
};
/** The cause that an event of a service tells, or undefined where it tells none. */
function causeOfEvent(message) {
    const found = classifyEvent(message);
    return found && { kind: found.kind, remedy: remedyFor(found, { text: message }) };
}
/** What a task that is not started died of before it was born is said in the words of stopped tasks. */
function classifyEvent(message) {
    const text = plainText(message);
    if (notStarted.test(text)) {
        return classifyReason(message) ?? findClass([fallbacks.place, fallbacks.launch], text);
    }
    return findClass(eventClasses, text);
}
/** The tasks that an event names. */
function tasksIn(message) {
    return [...message.matchAll(/\(task ([0-9a-f-]+)\)/g)].flatMap(([, id]) => id ?? []);
}
/** Of several events, oldest first, the one that explains most; among equals the newest. */
function mostTelling(messages) {
    return messages
        .flatMap((message) => {
        const cause = causeOfEvent(message);
        return cause === undefined ? [] : [{ message, cause }];
    })
        .toReversed()
        .toSorted((a, b) => weightOf(b.cause.kind) - weightOf(a.cause.kind))[0];
}

;// CONCATENATED MODULE: ./packages/ecs/build/diagnosis/exit-codes.js

/** What exit codes mean by convention of shells and kernels; above 128 it is a signal. */
const exitCodes = {
    0: 'it ended without an error; a service has to keep running',
    126: 'the command is there and cannot be executed',
    127: 'the command was not found in the image',
    129: 'its terminal was closed (SIGHUP)',
    130: 'it was interrupted (SIGINT)',
    132: 'it ran an instruction that the processor does not have (SIGILL)',
    134: 'it aborted (SIGABRT)',
    135: 'it crashed with a bus error (SIGBUS)',
    136: 'it crashed with an arithmetic error (SIGFPE)',
    137: 'it was killed (SIGKILL)',
    139: 'it crashed with a segmentation fault (SIGSEGV)',
    141: 'it wrote to a closed pipe (SIGPIPE)',
    143: 'it was terminated (SIGTERM)',
    159: 'it made a system call that is not allowed (SIGSYS)',
};
/** What an exit code means, in parentheses, or nothing where it is the application's own. */
function explainExitCode(exitCode) {
    const meaning = exitCodes[exitCode];
    return meaning === undefined ? '' : ` (${meaning})`;
}
/**
 * How much an exit code says of who ended first. Once one container has ended, ECS terminates the others
 * (143, or 0 from those that obey in good order), and kills those that do not obey (137).
 */
function ownWill(exitCode) {
    if (exitCode === 143)
        return 0;
    return exitCode === 0 || exitCode === 137 ? 1 : 2;
}
/** What to do about a container that ended by itself. */
function crashRemedy(container = 'the container') {
    return `Read the last lines of ${container} and mend what it complains about; the same image with the same settings fails the same way when it is started by hand.`;
}
/** What an exit code means for the cause, and what to do about it. */
function causeOfExit(exitCode, container = 'the container') {
    switch (exitCode) {
        case 126:
        case 127:
            return { kind: 'command', remedy: commandRemedy };
        case 137:
            return {
                kind: 'killed',
                remedy: `Something killed ${container}, and ECS does not say that it was for its memory. Look at MemoryUtilization of the service all the same, at what the last lines say, and whether it ends within stopTimeout when it is told to.`,
            };
        case 143:
            return {
                kind: 'killed',
                remedy: `Something told ${container} to end, and it was not ECS: look at its process manager and at the last lines.`,
            };
        case 0:
            return {
                kind: 'ended',
                remedy: `Let the command of ${container} stay in the foreground: a service has to keep running. What is to end belongs into a container with essential: false, or into a one-off task.`,
            };
        case undefined:
        default:
            return { kind: 'crash', remedy: crashRemedy(container) };
    }
}

;// CONCATENATED MODULE: ./packages/ecs/build/diagnosis/log-clues.js

/** Words of kernels and runtimes, not of applications. */
const clues = [
    {
        pattern: /exec format error/i,
        meaning: 'its image was built for another processor',
        code: 'image',
        remedy: 'Build the image for the platform of the task (docker buildx build --platform linux/amd64), or set cpuArchitecture in runtimePlatform of the task definition to what it was built for.',
    },
    {
        pattern: /\bEADDRINUSE\b|address already in use/i,
        meaning: 'its port is in use already',
        remedy: portRemedy,
    },
    {
        pattern: /\bENOSPC\b|no space left on device/i,
        meaning: 'the disk of the task is full',
        remedy: 'Raise ephemeralStorage of the task, or let the application write less to its disk.',
    },
    {
        pattern: /JavaScript heap out of memory|java\.lang\.OutOfMemoryError|^MemoryError\b/,
        meaning: 'its runtime had no memory left',
        remedy: 'Raise memory of the task and the heap of the runtime with it (--max-old-space-size, -XX:MaxRAMPercentage), or find what uses it.',
    },
];
const unexplained = new Set(['crash', 'command']);
/** The clue in the log of the container that died, if there is one. */
function findClue(death, log) {
    if (log === undefined || log.container !== death.container || !unexplained.has(death.kind)) {
        return undefined;
    }
    return clues.find(({ pattern }) => log.lines.some((line) => pattern.test(line)));
}

;// CONCATENATED MODULE: ./packages/ecs/build/diagnosis/diagnose.js






/**
 * The diagnosis of a rollout whose tasks died; the groups come with the root cause first. `events` are
 * those of the service, the oldest first.
 */
function diagnoseDeaths(groups, log, events = []) {
    const [{ newest }] = groups;
    const clue = findClue(newest, log);
    const verdict = newest.kind === 'load-balancer-health' ? verdictIn(events, newest) : undefined;
    const told = `${howMany(groups)}: ${describeDeath(newest)}`;
    return {
        code: clue?.code ?? newest.code,
        headline: clue === undefined ? `${told}.` : `${told}. Its log says why: ${clue.meaning}.`,
        details: verdict === undefined ? [] : [`The load balancer says: ${verdict}.`],
        ...(clue && { clue: clue.meaning }),
        remedy: clue?.remedy ?? (verdict === undefined ? newest.remedy : healthRemedy(verdict)),
        groups,
        log,
    };
}
function howMany(groups) {
    const [first] = groups;
    const total = groups.reduce((sum, group) => sum + group.count, 0);
    if (groups.length === 1) {
        return total === 1 ? 'A task failed' : `${total} tasks of the new version ended the same way`;
    }
    return `${first.count} of ${total} tasks of the new version that ended tell the cause`;
}
/** What the load balancer found, as the event says it that names the task. */
function verdictIn(events, { taskId }) {
    const event = events.findLast((message) => message.includes(' is unhealthy in ') && message.includes(taskId));
    const reason = /due to \(reason (.+?)\)\.?$/.exec(event ?? '')?.[1];
    if (reason === undefined)
        return undefined;
    const port = /\(port (\d+)\)/.exec(event ?? '')?.[1];
    return `${withoutFullStop(reason)}${port === undefined ? '' : ` (port ${port})`}`;
}
/** A death in one clause, without a full stop. */
function describeDeath({ code, container, exitCode, reason: quoted }) {
    // Of a target group, the last part of its path is an id that nobody knows it by.
    const reason = withoutFullStop(quoted).replace(/arn:[^\s()]+:targetgroup\/([^\s()/]+)\/[^\s()]+/g, '$1');
    if (exitCode === undefined)
        return container ? `container ${container}: ${reason}` : reason;
    const who = container === undefined ? 'a container' : `container ${container}`;
    // What ECS says of memory tells more than the signal that ended the process.
    const meaning = code === 'oom' ? '' : explainExitCode(exitCode);
    return `${who} exited with code ${exitCode}${meaning}; ECS says: ${reason}`;
}
/**
 * The diagnosis of a rollout in which no task died, from what ECS said in the service's events (the
 * oldest first): tasks that could not be placed, or that a load balancer found unhealthy. Events that
 * name tasks, and none for which `isOwn` holds, are about another version. Undefined where nothing in
 * them tells a cause.
 */
function diagnoseEvents(messages, isOwn = () => true) {
    const own = messages.filter((message) => {
        const named = tasksIn(message);
        return named.length === 0 || named.some(isOwn);
    });
    const found = mostTelling(own);
    if (found === undefined)
        return undefined;
    const { message, cause } = found;
    const times = own.filter((other) => other === message).length;
    const again = times > 1 ? ` (${(0,build/* count */.U9)(times, 'time')})` : '';
    return {
        code: reasonKinds[cause.kind].code,
        headline: `ECS reports${again}: ${withoutFullStop(message)}.`,
        details: [],
        remedy: cause.remedy,
        groups: [],
        log: undefined,
    };
}
/** What is quoted in the middle of a sentence does not end it. */
function withoutFullStop(quoted) {
    return quoted.trimEnd().replace(/\.+$/, '');
}

;// CONCATENATED MODULE: ./packages/ecs/build/diagnosis/group.js

/**
 * Deaths grouped by reason, the root cause first: what kills every task before what was seen of it and
 * what only passes, then the most frequent, among equals the newest.
 */
function groupDeaths(deaths) {
    const groups = Map.groupBy(deaths, reasonKey);
    return [...groups.values()]
        .map((group) => ({
        count: group.length,
        newest: group.reduce((a, b) => (b.stoppedAt >= a.stoppedAt ? b : a)),
    }))
        .toSorted((a, b) => weightOf(b.newest.kind) - weightOf(a.newest.kind) ||
        b.count - a.count ||
        b.newest.stoppedAt - a.newest.stoppedAt);
}
/** A lack of capacity, or of Spot, passes; all else kills the next task as well. */
function isRepeatable({ code }) {
    return code !== 'capacity';
}
/**
 * Whether a rollout is doomed: two tasks died alike (the same container, class and exit code), and
 * the second was started after the first had stopped, so they did not die of one passing event.
 */
function findRepeatedDeath(deaths) {
    const repeatable = deaths.filter(isRepeatable);
    return repeatable.find((second) => repeatable.some((first) => isAlike(first, second) && second.startedAt >= first.stoppedAt));
}
function isAlike(a, b) {
    return a.kind === b.kind && a.container === b.container && a.exitCode === b.exitCode;
}
/** Identifiers and numbers differ from task to task; the reason is the same without them. */
function reasonKey({ kind, container, exitCode, reason }) {
    const words = reason.replace(/[0-9a-f]{8,}/gi, '#').replace(/\d+/g, '#');
    return JSON.stringify([kind, container, exitCode, words]);
}

// EXTERNAL MODULE: ./packages/aws/build/arn.js
var build_arn = __webpack_require__(142);
;// CONCATENATED MODULE: ./packages/ecs/build/diagnosis/living-tasks.js




/** Tasks that live, found unhealthy by their own checks or by a load balancer; undefined where none is. */
function diagnoseUnhealthy(tasks, verdicts) {
    return unhealthyContainer(tasks) ?? unhealthyTarget(verdicts);
}
/** Tasks that live and do not get as far as to be called healthy; undefined where none waits. */
function diagnoseWaiting(tasks, verdicts) {
    return waiting(tasks) ?? waitingTarget(verdicts);
}
function unhealthyContainer(tasks) {
    const found = tasks.flatMap((task) => (task.containers ?? [])
        .filter(({ healthStatus }) => healthStatus === 'UNHEALTHY')
        .map(({ name = '' }) => ({ task, name })));
    const [first] = found;
    if (first === undefined)
        return undefined;
    const many = (0,build/* count */.U9)(new Set(found.map(({ task }) => task)).size, 'task');
    return {
        diagnosis: told({
            code: 'container-health',
            headline: `${many} of the new version live, and the health check of container ${first.name} fails.`,
            remedy: containerHealthRemedy,
        }),
        taskId: (0,build_arn/* nameFromArn */.N)(first.task.taskArn ?? ''),
        container: first.name,
    };
}
function unhealthyTarget(verdicts) {
    const found = verdicts.filter(({ state }) => state !== 'initial');
    const [first] = found;
    if (first === undefined)
        return undefined;
    const { container, taskId, reason, description } = first;
    return {
        diagnosis: told({
            code: 'load-balancer-health',
            headline: `${(0,build/* count */.U9)(found.length, 'task')} of the new version live, and the load balancer does not call ${placeOf(first)} healthy: ${reason}: ${description}.`,
            remedy: healthRemedy(description),
        }),
        taskId,
        container,
    };
}
function waitingTarget([first]) {
    if (first?.state !== 'initial')
        return undefined;
    return {
        diagnosis: told({
            code: 'timeout',
            headline: `The new version runs, and the load balancer has not called ${placeOf(first)} healthy yet: ${first.reason}: ${first.description}.`,
            remedy: 'When the application needs that long to start, raise timeout; else lower interval and healthy threshold of the target group.',
        }),
        taskId: first.taskId,
        container: first.container,
    };
}
function placeOf({ container, port }) {
    return port === undefined ? `container ${container}` : `container ${container} on port ${port}`;
}
/** What a task waits for, by the status in which it stays. */
const waitsFor = {
    PROVISIONING: 'ECS looks for room and a network interface: look at the events of the service, and at the capacity provider and its instances.',
    PENDING: 'The agent reads secrets, pulls the image, or waits for containers that others depend on (dependsOn): look at the size of the image and the way to the registry, and at the containers that run already.',
    ACTIVATING: 'Containers wait for others (dependsOn), or for a volume or a service registry: look at the containers that do not run yet.',
};
function waiting(tasks) {
    const stuck = tasks.filter(({ lastStatus = '' }) => lastStatus in waitsFor);
    const [first] = stuck;
    if (first === undefined)
        return undefined;
    const { lastStatus = '', containers = [] } = first;
    return {
        diagnosis: told({
            code: 'timeout',
            headline: `${(0,build/* count */.U9)(stuck.length, 'task')} of the new version did not get further than ${lastStatus}.`,
            details: containers.length > 1 ? [`Its containers: ${containers.map(stateOf).join(', ')}.`] : [],
            remedy: `${waitsFor[lastStatus] ?? ''} When all that only takes long, raise timeout.`,
        }),
        taskId: (0,build_arn/* nameFromArn */.N)(first.taskArn ?? ''),
        container: containers.find(isHoldingUp)?.name,
    };
}
/** A container that runs while others do not is what they wait for. */
function isHoldingUp({ lastStatus, exitCode }) {
    return lastStatus === 'RUNNING' || (exitCode !== undefined && exitCode !== 0);
}
function stateOf({ name, lastStatus, healthStatus, exitCode }) {
    const health = healthStatus === undefined || healthStatus === 'UNKNOWN' ? '' : `, ${healthStatus}`;
    const exit = exitCode === undefined ? '' : `, exit code ${exitCode}`;
    return `${name} is ${lastStatus}${health}${exit}`;
}
function told(parts) {
    return { details: [], groups: [], log: undefined, ...parts };
}

// EXTERNAL MODULE: ./packages/aws/build/console-links.js
var console_links = __webpack_require__(5624);
// EXTERNAL MODULE: ./packages/aws/build/poll.js
var poll = __webpack_require__(8456);
// EXTERNAL MODULE: ./packages/aws/build/transient.js
var build_transient = __webpack_require__(547);
// EXTERNAL MODULE: ./packages/aws/build/errors.js
var errors = __webpack_require__(2790);
;// CONCATENATED MODULE: ./packages/ecs/build/task-definition/definition.js
/** Fields that DescribeTaskDefinition gives and RegisterTaskDefinition refuses. */
const readOnlyFields = new Set([
    'taskDefinitionArn',
    'revision',
    'status',
    'requiresAttributes',
    'compatibilities',
    'registeredAt',
    'registeredBy',
    'deregisteredAt',
    'deleteRequestedAt',
]);
/**
 * The same definition without what only AWS writes (its fields, and the tags `aws:…` that
 * CloudFormation sets and nobody else may); nothing else is touched.
 */
function withoutReadOnlyFields(definition) {
    const entries = Object.entries(definition).filter(([key]) => !readOnlyFields.has(key));
    return Object.fromEntries(entries.map(([key, value]) => [key, key === 'tags' ? withoutReservedTags(value) : value]));
}
function withoutReservedTags(tags) {
    if (!Array.isArray(tags))
        return tags;
    return tags.filter((tag) => !isReservedTag(tag));
}
function isReservedTag(tag) {
    if (typeof tag !== 'object' || tag === null || !('key' in tag))
        return false;
    return typeof tag.key === 'string' && /^aws:/i.test(tag.key);
}
/** The containers of a definition; empty where it has none. */
function containersOf(definition) {
    return definition.containerDefinitions ?? [];
}
/** Whether the end of this container ends the task; ECS takes true where nothing is said. */
function isEssential(container) {
    return container.essential ?? true;
}
/** The same definition with one container replaced by what `edit` makes of it. */
function withContainer(definition, name, edit) {
    return {
        ...definition,
        containerDefinitions: containersOf(definition).map((container) => container.name === name ? edit(container) : container),
    };
}
/** The names of the containers whose end ends a task. */
function essentialNames(definition) {
    return new Set(containersOf(definition)
        .filter(isEssential)
        .map(({ name = '' }) => name));
}

;// CONCATENATED MODULE: ./packages/ecs/build/task-definition/baked-in.js


/** Variables that have no effect where they are set: front ends read them when they are built. */
function bakedInVariables(definition) {
    return containersOf(definition).flatMap(({ name: container, environment = [] }, i) => environment.flatMap(({ name: variable = '' }, j) => build/* publicPrefix */.O6.test(variable)
        ? [
            {
                definition: definition.family ?? '',
                container,
                variable,
                field: `containerDefinitions[${i}].environment[${j}]`,
            },
        ]
        : []));
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./packages/ecs/build/task-definition/canonical.js

/**
 * The definition as text, equal for all that mean the same to ECS: with its defaults, its notation of
 * sizes, without the empty lists that it fills in, and in one order where order means nothing.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html
 */
function canonicalText(definition) {
    return JSON.stringify(sorted({
        ...definition,
        cpu: inUnits(definition.cpu, /^(\d*\.?\d+) ?vcpu$/i),
        memory: inUnits(definition.memory, /^(\d*\.?\d+) ?gb$/i),
        // The default of Linux on EC2; the other ones have to be written.
        networkMode: definition.networkMode === 'bridge' ? undefined : definition.networkMode,
        requiresCompatibilities: definition.requiresCompatibilities?.toSorted(),
        enableFaultInjection: definition.enableFaultInjection || undefined,
        runtimePlatform: isDefaultPlatform(definition) ? undefined : definition.runtimePlatform,
        placementConstraints: byText(definition.placementConstraints),
        proxyConfiguration: definition.proxyConfiguration && {
            ...definition.proxyConfiguration,
            properties: byText(definition.proxyConfiguration.properties),
        },
        tags: byText(definition.tags),
        volumes: byText(definition.volumes?.map(canonicalVolume)),
        containerDefinitions: containersOf(definition).map((container) => canonicalContainer(container, definition.networkMode)),
    }));
}
/** `1 vCPU` is registered as 1024, `2 GB` as 2048. */
function inUnits(size, form) {
    const units = form.exec(size?.trim() ?? '')?.[1];
    return units === undefined ? size : String(Number(units) * 1024);
}
/** Fargate takes Linux on X86_64 where nothing is said; on EC2 it is a constraint. */
function isDefaultPlatform({ runtimePlatform, requiresCompatibilities }) {
    const { cpuArchitecture = 'X86_64', operatingSystemFamily = 'LINUX' } = runtimePlatform ?? {};
    return (requiresCompatibilities?.length === 1 &&
        requiresCompatibilities[0] === 'FARGATE' &&
        cpuArchitecture === 'X86_64' &&
        operatingSystemFamily === 'LINUX');
}
/** A bind mount without a path is given an empty `host`; EFS starts from its root. */
function canonicalVolume({ host, efsVolumeConfiguration: efs, ...volume }) {
    return {
        ...volume,
        host: host?.sourcePath ? host : undefined,
        configuredAtLaunch: volume.configuredAtLaunch || undefined,
        efsVolumeConfiguration: efs && {
            ...efs,
            rootDirectory: efs.rootDirectory === '/' ? undefined : efs.rootDirectory,
            transitEncryption: efs.transitEncryption ?? 'DISABLED',
        },
    };
}
function canonicalContainer(container, networkMode) {
    return {
        ...container,
        ...withoutFalse(container),
        cpu: container.cpu || undefined,
        essential: isEssential(container),
        versionConsistency: container.versionConsistency ?? 'enabled',
        environment: byText(container.environment),
        secrets: byText(container.secrets),
        mountPoints: byText(container.mountPoints?.map((point) => ({ ...point, readOnly: point.readOnly || undefined }))),
        portMappings: byText(container.portMappings?.map((mapping) => canonicalPort(mapping, networkMode))),
        healthCheck: container.healthCheck && {
            interval: 30,
            timeout: 5,
            retries: 3,
            ...container.healthCheck,
            startPeriod: container.healthCheck.startPeriod || undefined,
        },
    };
}
/** Switches that are off where nothing is said. */
function withoutFalse(container) {
    return {
        disableNetworking: container.disableNetworking || undefined,
        interactive: container.interactive || undefined,
        privileged: container.privileged || undefined,
        pseudoTerminal: container.pseudoTerminal || undefined,
        readonlyRootFilesystem: container.readonlyRootFilesystem || undefined,
    };
}
function canonicalPort(mapping, networkMode) {
    const isSamePort = networkMode === 'awsvpc' || networkMode === 'host';
    const hostPort = isSamePort ? mapping.containerPort : mapping.hostPort || undefined;
    return { ...mapping, hostPort, protocol: mapping.protocol ?? 'tcp' };
}
/** In the order of their canonical texts: names come in any order, keys may too. */
function byText(items) {
    const text = (item) => JSON.stringify(sorted(item));
    return items?.toSorted((a, b) => (text(a) < text(b) ? -1 : 1));
}
/** Lists that ECS gives back empty where nothing was said. An empty `command` says something. */
const emptyByDefault = new Set([
    ...['environment', 'environmentFiles', 'secrets', 'secretOptions'],
    ...['mountPoints', 'volumesFrom', 'volumes', 'portMappings', 'systemControls', 'ulimits'],
    ...['dependsOn', 'dnsSearchDomains', 'dnsServers', 'extraHosts', 'links', 'resourceRequirements'],
    ...['dockerSecurityOptions', 'credentialSpecs', 'devices', 'tmpfs', 'add', 'drop'],
    ...['placementConstraints', 'inferenceAccelerators', 'tags'],
]);
/** Keys in alphabetical order at every level, without undefined and without default empty lists. */
function sorted(value) {
    if (Array.isArray(value))
        return value.map(sorted);
    if (typeof value !== 'object' || value === null)
        return value;
    const entries = Object.entries(value)
        .filter(([key, item]) => item !== undefined && !(emptyByDefault.has(key) && isEmptyList(item)))
        .toSorted(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)]));
}
function isEmptyList(value) {
    return Array.isArray(value) && value.length === 0;
}

;// CONCATENATED MODULE: ./packages/ecs/build/task-definition/compare.js


/**
 * Whether two definitions mean the same to ECS. What is registered comes back with defaults and
 * empty lists filled in, and in another order; none of that counts.
 */
function sameDefinition(a, b) {
    return canonicalText(a) === canonicalText(b);
}
/** SHA-256 (hexadecimal) of what a definition means; equal for definitions that are the same. */
function definitionHash(definition) {
    return (0,external_node_crypto_.createHash)('sha256').update(canonicalText(definition)).digest('hex');
}

;// CONCATENATED MODULE: ./packages/ecs/build/task-definition/mutable-images.js

/** The containers that do not say by digest which image they run. */
function mutableImages(definition) {
    return containersOf(definition)
        .map(({ name = '', image = '' }) => ({ container: name, image }))
        .filter(({ image }) => !image.includes('@'));
}

;// CONCATENATED MODULE: ./packages/ecs/build/task-definition/container-edits.js

const healthCheckInputs = {
    command: (0,build/* commandLine */.ay)({
        description: 'A line for the shell of the container, or a list as ECS takes it.',
    }),
    interval: (0,build/* duration */.p0)({ description: 'From 5s to 300s.', range: ['5s', '300s'] }),
    timeout: (0,build/* duration */.p0)({ description: 'From 2s to 60s.', range: ['2s', '60s'] }),
    retries: (0,build/* integer */.nd)({ description: 'From 1 to 10.', min: 1, max: 10 }),
    'start-period': (0,build/* duration */.p0)({ description: 'Up to 300s.', range: ['0', '300s'] }),
};
const portInputs = {
    'container-port': (0,build/* integer */.nd)({
        description: 'Port in the container.',
        required: true,
        min: 1,
        max: 65_535,
    }),
    'host-port': (0,build/* integer */.nd)({ description: 'Port of the host; 0 for any.', max: 65_535 }),
    protocol: (0,build/* choice */.Yq)(['tcp', 'udp'], { description: 'Protocol.' }),
    name: (0,build/* text */.Qq)({ description: 'Name, for Service Connect.' }),
    'app-protocol': (0,build/* choice */.Yq)(['http', 'http2', 'grpc'], {
        description: 'Protocol for Service Connect.',
    }),
};
const containerInputs = {
    image: (0,build/* text */.Qq)({ description: 'Image of the container.' }),
    'entry-point': (0,build/* commandLine */.ay)({ description: 'Entry point, instead of that of the image.' }),
    command: (0,build/* commandLine */.ay)({ description: 'Command, instead of that of the image.' }),
    environment: (0,build/* mapEdit */.$x)({ description: 'Environment variables to set, and to remove.' }),
    secrets: (0,build/* mapEdit */.$x)({ description: 'Secrets to set, and to remove.' }),
    labels: (0,build/* mapEdit */.$x)({ description: 'Docker labels to set, and to remove.' }),
    'log-options': (0,build/* mapEdit */.$x)({ description: 'Options of the log driver to set, and to remove.' }),
    'health-check': {
        description: 'Parts of the health check to set, or `none`.',
        type: 'yaml',
        parse: healthCheckOf,
    },
    cpu: (0,build/* integer */.nd)({ description: 'CPU units.' }),
    memory: (0,build/* integer */.nd)({ description: 'Hard limit of memory in MiB.', min: 6 }),
    'memory-reservation': (0,build/* integer */.nd)({ description: 'Soft limit of memory in MiB.', min: 6 }),
    essential: (0,build/* flag */.Jt)({ description: 'Whether its end ends the task.' }),
    ports: { description: 'All ports of the container.', type: 'yaml', parse: portsOf },
};
/**
 * Reads the input `containers`: a mapping from container names to what to change in each. Throws InvalidValue
 * with all problems.
 */
function parseContainerEdits(tree, fill = build/* asWritten */.qm) {
    if (typeof tree === 'string' || (0,build/* isList */.Lv)(tree)) {
        return (0,build/* invalid */.Gq)('must be a mapping from names of containers to what to change in each');
    }
    return new Map((0,build/* parseEach */.lc)(Object.entries(tree), (raw) => (0,build/* parseMapping */.KV)(containerInputs, raw, fill)));
}
function healthCheckOf(raw, fill = build/* asWritten */.qm) {
    if (typeof raw === 'string') {
        return (0,build/* asText */.e1)(raw, fill) === 'none' ? 'none' : (0,build/* invalid */.Gq)('must be a mapping, or none');
    }
    const check = (0,build/* parseMapping */.KV)(healthCheckInputs, raw, fill);
    const { command, interval, timeout, retries, startPeriod } = check;
    const line = (0,build/* isList */.Lv)(raw) ? undefined : raw['command'];
    return {
        ...(command && { command: typeof line === 'string' ? shellCheck(line, fill) : [...command] }),
        ...(interval !== undefined && { interval }),
        ...(timeout !== undefined && { timeout }),
        ...(retries !== undefined && { retries }),
        ...(startPeriod !== undefined && { startPeriod }),
    };
}
/** A line is run by the shell of the container, as it was written. */
function shellCheck(line, fill) {
    return ['CMD-SHELL', (0,build/* asText */.e1)(line, fill)];
}
function portsOf(raw, fill = build/* asWritten */.qm) {
    if (!(0,build/* isList */.Lv)(raw))
        return (0,build/* invalid */.Gq)('must be a list of ports, such as 8000 or 53/udp');
    const items = raw.map((item, i) => [`[${i}]`, item]);
    const ports = (0,build/* parseEach */.lc)(items, (item) => typeof item === 'string' ? portOf((0,build/* asText */.e1)(item, fill)) : portMappingOf(item, fill));
    return ports.map(([, port]) => port);
}
function portOf(word) {
    const [, number = '', protocol] = /^(\d{1,5})(?:\/(tcp|udp))?$/.exec(word) ?? [];
    const containerPort = Number(number);
    if (containerPort < 1 || containerPort > 65_535) {
        return (0,build/* invalid */.Gq)('is no port; allowed: 1 to 65535, with /tcp or /udp');
    }
    return protocol === 'udp' ? { containerPort, protocol } : { containerPort };
}
function portMappingOf(raw, fill) {
    const port = (0,build/* parseMapping */.KV)(portInputs, raw, fill);
    const { containerPort, hostPort, protocol, name, appProtocol } = port;
    return {
        containerPort,
        ...(hostPort !== undefined && { hostPort }),
        ...(protocol && { protocol }),
        ...(name !== undefined && { name }),
        ...(appProtocol && { appProtocol }),
    };
}

// EXTERNAL MODULE: ./node_modules/.pnpm/diff@9.0.0/node_modules/diff/libesm/patch/create.js + 2 modules
var create = __webpack_require__(6940);
;// CONCATENATED MODULE: ./packages/ecs/build/task-definition/secret-like.js



/**
 * Variables in plain text whose values should be in `secrets`, so that they can be masked and
 * warned about. References by ARN are none. `publicNames` (of cluster and service) and the names in
 * the definition itself are never masked.
 */
function secretLikeVariables(definition, publicNames = []) {
    const names = [...publicNames, ...namesIn(definition)];
    return containersOf(definition).flatMap(({ name: container = '', environment = [] }) => environment.flatMap(({ name = '', value = '' }) => {
        const forms = secretForms(name, value);
        if (forms.length === 0)
            return [];
        const secrets = forms.filter((form) => (0,build/* mayHideGuess */.HK)(form, names));
        return [{ container, name, secrets: [...new Set(secrets)] }];
    }));
}
/** The names that every message about a definition is full of. */
function namesIn(definition) {
    return [definition.family ?? '', ...containersOf(definition).map(({ name = '' }) => name)];
}
/** What must not be shown of a value that has a name, in each form in which it may appear in a log. */
function secretForms(name, value) {
    if (isPublicValue(value))
        return [];
    return [...((0,build/* isSecretName */.eh)(name) ? [value] : []), ...(0,build/* secretPartsOf */.K0)(value)].filter((form) => !isPublicValue(form));
}
/** What is a setting, a reference, or too short to be told from any other text. */
function isPublicValue(value) {
    return (value.length < build/* shortestGuess */.IJ ||
        (0,build_arn/* findArn */.n)(value) !== undefined ||
        /^(true|false|[+-]?[\d.,_]+)$/i.test(value));
}

;// CONCATENATED MODULE: ./packages/ecs/build/task-definition/secret-words.js

/** The secrets among the words of a command, each of which may be a line for a shell. */
function secretsInWords(words) {
    const lines = words.map((word) => word.split(/[\s"'()]+/).filter((part) => part !== ''));
    return [
        ...words.flatMap(build/* secretPartsOf */.K0),
        ...[words, ...lines].flatMap((line) => [...afterOptions(line), ...attachedPasswords(line)]),
    ];
}
/** `--password …`, `-a …`, `-u name:…`: what a word says of the next one. */
function afterOptions(line) {
    return line.flatMap((word, i) => {
        const name = /^--?([A-Za-z][\w-]*)$/.exec(word)?.[1];
        const next = line[i + 1] ?? '';
        if (name === undefined || next.startsWith('-') || (0,build/* isNoSecret */.Me)(next))
            return [];
        if (/^(?:u|user)$/.test(name))
            return /^[^:/\s]+:([^\s]+)$/.exec(next)?.[1] ?? [];
        // With most programs that are no clients of a database, -p is a port.
        const isShort = /^-[pa]$/.test(word) && !/^[\d.,:/-]+$/.test(next);
        return (0,build/* isSecretName */.eh)(name) || isShort ? next : [];
    });
}
/** The clients of MySQL take the password right behind `-p`. */
function attachedPasswords(line) {
    if (!line.some((word) => /^(?:mysql|mariadb)/.test(word)))
        return [];
    return line.flatMap((word) => /^-p(.+)$/.exec(word)?.[1] ?? []).filter((one) => !(0,build/* isNoSecret */.Me)(one));
}

// EXTERNAL MODULE: ./packages/aws/build/secrets/reference.js
var secrets_reference = __webpack_require__(4058);
;// CONCATENATED MODULE: ./packages/ecs/build/task-definition/token-runs.js
/** Digits and letters in a row, as keys, tokens and encoded bytes are written; `=` only where it pads. */
const shortestRun = 16;
const run = /[A-Za-z0-9+/_-]{16,}={0,2}/;
/** What is as long and as odd, and has to be read: names, ids and places that everybody may know. */
const readable = [
    /\barn:aws[\w-]*:[^\s"',;)\]}]+/,
    /\bsha\d{3}(?::[0-9a-f]{32,}|-[A-Za-z0-9+/]{43,}={0,2})/,
    // Images of a registry, with the tag.
    /(?<![/\w.@-])[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:\/[a-z\d._-]+)+:[\w.-]+/,
    // UUIDs, traces of W3C and of X-Ray, and the ids of EC2.
    /(?<![\w/-])[A-Za-z_/-]{0,100}\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![\w-])/i,
    /(?<![\w-])[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}(?![\w-])/,
    /(?<![\w-])1-[0-9a-f]{8}-[0-9a-f]{24}(?![\w-])/,
    /(?<![\w/-])[a-z_/-]{0,100}\b[a-z]{1,8}-[0-9a-f]{17}(?![\w-])/,
    /(?<![\w-])[\w-]{0,20}?(?:request|trace|span|correlation|task|deployment)[-_ ]?id["']?[:= ]\s*["']?[\w+/=-]+/i,
    /\b(?:commit|revision)["']?[:= ]\s*["']?[0-9a-f]{40}\b/i,
    // Addresses, symbols of Rust, times.
    /\b(?:\d+\/)?0x[0-9a-f]+/i,
    /::h[0-9a-f]{16}\b/,
    /\b\d{8}T\d{6}Z?/,
    // Files, as stack traces name them; in an address of the web such a path may hold a token.
    /(?:(?<![\w/.:-])|(?<=\b(?:file|node|webpack|webpack-internal):\/{0,2}))(?:[\w@.()+~-]*\/)+[\w@.()+~-]+\.(?:[cm]?[jt]sx?|py|rb|rs|go|java|kt|scala|php|exs?|cs|cpp|cc?|so|dll|jar|json|ya?ml|toml|sql|pem|crt|log)(?![\w/])/,
];
const sources = readable.map(({ source, flags }) => `(?${flags}:${source})`);
const either = new RegExp(`(${sources.join('|')})|${run.source}`, 'g');
/** Parts of words as people join them: `Base64`, `createHmac`, `i18next`, `HTTP`, `x509`. */
const joinedWords = /^(?:[a-z](?=\d))?(?:[A-Z]?[a-z]{2,}|[A-Z]+(?![a-z])|\d+)*[a-z]?$/;
/** So many characters that belong to no word: a few stand in many names (`x86`, `a1b2c3d`). */
const fewestOdd = 10;
/** How addresses and paths begin; encoded bytes hardly ever do. */
const beginning = /^\/*(?:(?:[a-z][a-z_-]{1,15}|v\d)\/)*/;
/**
 * The text with `***` in the place of everything that has the form of a token: sixteen characters in a row or more, with
 * letters and digits, that are no words, and no id or place that a log needs.
 */
function hideTokenRuns(text) {
    return text.replaceAll(either, (all, isReadable) => {
        const token = isReadable === undefined ? tokenIn(all) : undefined;
        return token === undefined ? all : `${all.slice(0, -token.length)}***`;
    });
}
/** All that has the form of a token in a text. */
function tokenRunsIn(text) {
    return [...text.matchAll(either)].flatMap(([all, isReadable]) => isReadable === undefined ? (tokenIn(all) ?? []) : []);
}
function tokenIn(text) {
    const token = text.replace(beginning, '');
    if (token.length < shortestRun || !/\d/.test(token) || !/[A-Za-z]/.test(token))
        return undefined;
    const odd = token.split(/[^A-Za-z\d]+/).filter((part) => !isWordy(part));
    return odd.join('').length >= fewestOdd ? token : undefined;
}
function isWordy(part) {
    if (!/[a-z]/.test(part))
        return /^(?:\d+[A-Z]*|[A-Z]+\d*)$/.test(part);
    return joinedWords.test(part) && (part.match(/\d+/g) ?? []).length <= 2;
}

;// CONCATENATED MODULE: ./packages/ecs/build/task-definition/stray-secrets.js



/**
 * Whether a text that stands where a reference to a secret belongs may be the secret itself: it is no reference, or the
 * name in it has a secret's form.
 */
function isStraySecret(text, plainNamesAre = 'parameters') {
    if (text === '')
        return false;
    const reference = (0,secrets_reference/* findSecretReference */.F)(text, plainNamesAre);
    if (reference === undefined)
        return true;
    return (0,build_arn/* findArn */.n)(reference.id) === undefined && tokenRunsIn(text).length > 0;
}
/** All such texts of a definition, and the names in them by which they are called in messages. */
function straySecrets(definition) {
    const references = containersOf(definition).flatMap(({ secrets = [], logConfiguration }) => [
        ...secrets,
        ...(logConfiguration?.secretOptions ?? []),
    ]);
    return [
        ...references.map(({ valueFrom = '' }) => valueFrom).filter((text) => isStraySecret(text)),
        ...loginsOf(definition).filter((text) => isStraySecret(text, 'only-secrets')),
    ].flatMap((text) => [text, (0,secrets_reference/* findSecretReference */.F)(text, 'only-secrets')?.id ?? text]);
}
function loginsOf(definition) {
    return [
        ...containersOf(definition).map(({ repositoryCredentials }) => repositoryCredentials?.credentialsParameter ?? ''),
        ...(definition.volumes ?? []).map(({ fsxWindowsFileServerVolumeConfiguration: fsx }) => fsx?.authorizationConfig?.credentialsParameter ?? ''),
    ];
}

;// CONCATENATED MODULE: ./packages/ecs/build/task-definition/plain-secrets.js





/**
 * All that must not be shown of what stands in plain text in a definition, in each form in which it may appear in a log: in
 * variables, commands, health checks, labels, options of logs and volumes, and in the place of references. `publicNames` (of cluster and
 * service) and the names in the definition itself are never among it.
 */
function plainSecrets(definition, publicNames = []) {
    const names = [...publicNames, ...namesIn(definition)];
    const elsewhere = [
        ...commandsIn(definition)
            .flatMap(secretsInWords)
            .filter((form) => !isPublicValue(form)),
        ...mappingsIn(definition)
            .flatMap((mapping) => Object.entries(mapping))
            .flatMap(([name, value]) => secretForms(name, value)),
        ...straySecrets(definition).filter((text) => !isPublicValue(text)),
    ];
    return [
        ...new Set([
            ...secretLikeVariables(definition, publicNames).flatMap(({ secrets }) => secrets),
            ...elsewhere.filter((form) => (0,build/* mayHideGuess */.HK)(form, names)),
        ]),
    ];
}
function commandsIn(definition) {
    return containersOf(definition).flatMap(({ command = [], entryPoint = [], healthCheck }) => [
        command,
        entryPoint,
        healthCheck?.command ?? [],
    ]);
}
function mappingsIn(definition) {
    return [
        ...containersOf(definition).flatMap(({ dockerLabels = {}, logConfiguration, firelensConfiguration }) => [
            dockerLabels,
            logConfiguration?.options ?? {},
            firelensConfiguration?.options ?? {},
        ]),
        ...(definition.volumes ?? []).flatMap(({ dockerVolumeConfiguration: docker }) => [
            docker?.driverOpts ?? {},
            docker?.labels ?? {},
        ]),
    ];
}

;// CONCATENATED MODULE: ./packages/ecs/build/task-definition/hide-secrets.js






/**
 * The definition with everything hidden that has the name or the form of a secret: whether it differs from the other
 * definition is shown, and nothing of it. A command with such a word is hidden whole, since nobody knows where a password
 * in it ends.
 */
function withoutSecrets(definition, hiding) {
    const { other } = hiding;
    const shown = {
        ...definition,
        containerDefinitions: containersOf(definition).map((container) => {
            const twin = other?.containerDefinitions?.find(({ name }) => name === container.name);
            return hideInContainer(container, twin, hiding);
        }),
        ...(definition.volumes && {
            volumes: definition.volumes.map((volume) => {
                return hideInVolume(volume, other?.volumes?.find(({ name }) => name === volume.name), hiding);
            }),
        }),
    };
    const secrets = [definition, ...(other ? [other] : [])].flatMap((one) => plainSecrets(one));
    // A secret may stand in another variable too; the longest first, since one may be a part of another.
    const sorted = secrets.toSorted((a, b) => b.length - a.length);
    // Texts are replaced by texts: its shape stays.
    return mapTexts(shown, (text) => {
        return sorted.reduce((rest, secret) => rest.replaceAll(secret, '***'), text);
    });
}
function hideInContainer(container, twin, hiding) {
    return {
        ...container,
        ...hideInCommands(container, twin, hiding),
        ...hideInOptions(container, twin, hiding),
        ...hideInReferences(container, twin, hiding),
        ...(container.environment && {
            environment: container.environment.map((variable) => {
                const { name = '', value = '' } = variable;
                const its = twin?.environment?.find((one) => one.name === name)?.value;
                return { ...variable, value: hideValue(name, { mine: value, its }, hiding) };
            }),
        }),
    };
}
function hideInCommands({ command, entryPoint, healthCheck }, twin, hiding) {
    const words = (mine, its) => mine.some(build/* isOpaque */.qp) || secretsInWords(mine).length > 0
        ? [hide_secrets_hidden(JSON.stringify(mine) === JSON.stringify(its), hiding)]
        : mine;
    return {
        ...(command && { command: words(command, twin?.command) }),
        ...(entryPoint && { entryPoint: words(entryPoint, twin?.entryPoint) }),
        ...(healthCheck?.command && {
            healthCheck: {
                ...healthCheck,
                command: words(healthCheck.command, twin?.healthCheck?.command),
            },
        }),
    };
}
function hideInOptions({ dockerLabels, logConfiguration: log, firelensConfiguration: firelens }, twin, hiding) {
    const its = twin?.logConfiguration;
    return {
        ...(dockerLabels && { dockerLabels: hideInTexts(dockerLabels, twin?.dockerLabels, hiding) }),
        ...(log && {
            logConfiguration: {
                ...log,
                ...(log.options && { options: hideInTexts(log.options, its?.options, hiding) }),
                ...(log.secretOptions && {
                    secretOptions: hideStray(log.secretOptions, its?.secretOptions, hiding),
                }),
            },
        }),
        ...(firelens?.options && {
            firelensConfiguration: {
                ...firelens,
                options: hideInTexts(firelens.options, twin?.firelensConfiguration?.options, hiding),
            },
        }),
    };
}
/** Who pastes a secret where a reference to it belongs must not read it in the log. */
function hideInReferences({ secrets, repositoryCredentials: login }, twin, hiding) {
    const parameter = login?.credentialsParameter;
    const its = twin?.repositoryCredentials?.credentialsParameter;
    return {
        ...(secrets && { secrets: hideStray(secrets, twin?.secrets, hiding) }),
        ...(parameter !== undefined &&
            isStraySecret(parameter, 'only-secrets') && {
            repositoryCredentials: { credentialsParameter: hide_secrets_hidden(parameter === its, hiding) },
        }),
    };
}
function hideStray(mine, its = [], hiding) {
    return mine.map((secret) => {
        const { name, valueFrom = '' } = secret;
        if (!isStraySecret(valueFrom))
            return secret;
        const isSame = its.some((one) => one.name === name && one.valueFrom === valueFrom);
        return { ...secret, valueFrom: hide_secrets_hidden(isSame, hiding) };
    });
}
function hideInVolume(volume, twin, hiding) {
    const { dockerVolumeConfiguration: docker } = volume;
    const its = twin?.dockerVolumeConfiguration;
    return {
        ...volume,
        ...(docker && {
            dockerVolumeConfiguration: {
                ...docker,
                ...(docker.driverOpts && {
                    driverOpts: hideInTexts(docker.driverOpts, its?.driverOpts, hiding),
                }),
                ...(docker.labels && { labels: hideInTexts(docker.labels, its?.labels, hiding) }),
            },
        }),
        ...hideInFileSystem(volume, twin, hiding),
    };
}
function hideInFileSystem({ fsxWindowsFileServerVolumeConfiguration: fsx }, twin, hiding) {
    const login = fsx?.authorizationConfig;
    const { credentialsParameter: mine = '' } = login ?? {};
    if (fsx === undefined || login === undefined || !isStraySecret(mine, 'only-secrets'))
        return {};
    const its = twin?.fsxWindowsFileServerVolumeConfiguration?.authorizationConfig;
    const credentialsParameter = hide_secrets_hidden(mine === its?.credentialsParameter, hiding);
    const authorizationConfig = { ...login, credentialsParameter };
    return { fsxWindowsFileServerVolumeConfiguration: { ...fsx, authorizationConfig } };
}
function hideInTexts(mine, its, hiding) {
    const entries = Object.entries(mine).map(([name, value]) => {
        return [name, hideValue(name, { mine: value, its: its?.[name] }, hiding)];
    });
    return Object.fromEntries(entries);
}
function hideValue(name, { mine, its }, hiding) {
    const isNamed = (0,build/* isSecretName */.eh)(name) && !/^(true|false)?$/i.test(mine) && !(0,build_arn/* findArn */.n)(mine);
    if (!isNamed && !(0,build/* isOpaque */.qp)(mine) && (0,build/* secretPartsOf */.K0)(mine).length === 0)
        return mine;
    return hide_secrets_hidden(mine === its, hiding);
}
function hide_secrets_hidden(isSame, { mark }) {
    return isSame ? '***' : `*** (${mark})`;
}
function mapTexts(value, change) {
    if (typeof value === 'string')
        return change(value);
    if (Array.isArray(value))
        return value.map((item) => mapTexts(item, change));
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, change)]));
}

;// CONCATENATED MODULE: ./packages/ecs/build/task-definition/diff.js



/**
 * What differs between a definition and another that is to follow it, in the unified format; empty where they
 * mean the same to ECS. What has the name or the form of a secret is hidden: whether it differs is shown, and
 * nothing of it.
 */
function diffDefinitions(before, after) {
    if (before !== undefined && canonicalText(before) === canonicalText(after))
        return '';
    const old = before === undefined ? '' : shownText(before, { other: after, mark: 'before' });
    const names = [before === undefined ? 'nothing' : 'latest revision', 'rendered'];
    const text = shownText(after, { other: before, mark: 'after' });
    const patch = (0,create/* createTwoFilesPatch */.ss)(...names, old, text, '', '', { context: 3 });
    // The first two lines are a rule and a name that say nothing here.
    return patch.slice(patch.indexOf('--- ')).trimEnd();
}
function shownText(definition, compared) {
    const text = canonicalText(withoutSecrets(definition, compared));
    return `${JSON.stringify(JSON.parse(text), null, 2)}\n`;
}

// EXTERNAL MODULE: ./node_modules/.pnpm/@aws-sdk+client-ecs@3.1162.0/node_modules/@aws-sdk/client-ecs/dist-cjs/index.js
var dist_cjs = __webpack_require__(6580);
// EXTERNAL MODULE: ./packages/aws/build/shape.js
var build_shape = __webpack_require__(908);
// EXTERNAL MODULE: ./node_modules/.pnpm/@smithy+core@3.38.0/node_modules/@smithy/core/dist-cjs/submodules/schema/index.js
var submodules_schema = __webpack_require__(9417);
;// CONCATENATED MODULE: ./packages/aws/build/fill-shape.js


/**
 * Puts variables into every text of a value that is meant for a request of the SDK. A text that is nothing but
 * one reference becomes a number, or true or false, where the shape wants that. Throws InvalidValue
 * with the problems of all texts.
 */
function fillShape(schema, value, fill) {
    const problems = [];
    const filled = walk({ schema: submodules_schema.NormalizedSchema.of(schema), value, path: '' }, fill, problems);
    if (problems.length > 0)
        throw new build/* InvalidValue */.h6(problems);
    return filled;
}
function walk({ schema, value, path }, fill, problems) {
    if (typeof value === 'string')
        return fillText({ schema, text: value, path }, fill, problems);
    if (Array.isArray(value)) {
        const item = schema?.isListSchema() ? schema.getValueSchema() : undefined;
        return value.map((one, i) => walk({ schema: item, value: one, path: `${path}[${i}]` }, fill, problems));
    }
    if (typeof value !== 'object' || value === null)
        return value;
    const entries = Object.entries(value).map(([key, one]) => {
        const at = path === '' ? key : `${path}.${key}`;
        return [key, walk({ schema: memberOf(schema, key), value: one, path: at }, fill, problems)];
    });
    return Object.fromEntries(entries);
}
function memberOf(schema, key) {
    if (schema?.isMapSchema())
        return schema.getValueSchema();
    return schema?.isStructSchema() ? new Map(schema.structIterator()).get(key) : undefined;
}
function fillText({ schema, text, path }, fill, problems) {
    try {
        const filled = fill(text);
        return /^\$\{[^{}]*\}$/.test(text.trim()) ? converted(schema, filled) : filled;
    }
    catch (error) {
        if (!(error instanceof build/* InvalidValue */.h6))
            throw error;
        problems.push(...error.problems.map((problem) => (0,build/* under */.hG)(path, problem)));
        return text;
    }
}
function converted(schema, text) {
    if (schema?.isNumericSchema() && /^-?\d+(\.\d+)?$/.test(text))
        return Number(text);
    if (schema?.isBooleanSchema() && /^(true|false)$/.test(text))
        return text === 'true';
    return text;
}

;// CONCATENATED MODULE: ./packages/ecs/build/task-definition/edit-container.js

/** Sets one environment variable, in its place where it was there, or removes it. */
function withEnvironment(name, value) {
    return (container) => withVariable(container, 'environment', { name, value });
}
/**
 * Sets one secret, in its place where it was there, or removes it. `reference` may name a secret in place of its ARN,
 * and leave out colons: `name:key`.
 */
function withSecret(name, reference) {
    const valueFrom = reference === undefined ? undefined : unambiguous(reference);
    return (container) => withVariable(container, 'secrets', { name, valueFrom });
}
/** In an input a plain name is a secret's; with its colons it is nothing else in a definition either. */
function unambiguous(text) {
    const reference = (0,secrets_reference/* findSecretReference */.F)(text, 'secrets');
    if (reference?.kind !== 'secret')
        return text;
    const { id, key, stage, versionId } = reference;
    return id.startsWith('arn:')
        ? (0,secrets_reference/* formatSecretReference */.H)(id, reference)
        : [id, key, stage, versionId].join(':');
}
/** Without a value the variable is removed; a list that is not there is not made for that. */
function withVariable(container, list, { name, ...content }) {
    const before = container[list];
    if (Object.values(content).includes(undefined)) {
        if (before === undefined)
            return container;
        return { ...container, [list]: before.filter((item) => item.name !== name) };
    }
    const after = before?.some((item) => item.name === name)
        ? before.map((item) => (item.name === name ? { ...item, ...content } : item))
        : [...(before ?? []), { name, ...content }];
    return { ...container, [list]: after };
}
/** Makes all edits of one container. */
function withEdits(edits) {
    const { entryPoint, command, healthCheck, ports, labels, logOptions } = edits;
    const variables = [
        ...[...(edits.environment ?? [])].map(([name, value]) => withEnvironment(name, value)),
        ...[...(edits.secrets ?? [])].map(([name, value]) => withSecret(name, value)),
    ];
    return (container) => {
        const edited = {
            ...container,
            ...given({
                image: edits.image,
                cpu: edits.cpu,
                memory: edits.memory,
                memoryReservation: edits.memoryReservation,
                essential: edits.essential,
            }),
            ...(entryPoint && { entryPoint: [...entryPoint] }),
            ...(command && { command: [...command] }),
            ...(ports && { portMappings: [...ports] }),
            ...(labels &&
                hasEffect(container.dockerLabels, labels) && {
                dockerLabels: withMapEdit(container.dockerLabels, labels),
            }),
            ...(logOptions &&
                hasEffect(container.logConfiguration?.options, logOptions) && {
                logConfiguration: {
                    logDriver: 'awslogs',
                    ...container.logConfiguration,
                    options: withMapEdit(container.logConfiguration?.options, logOptions),
                },
            }),
            ...(healthCheck && withHealthCheck(container, healthCheck)),
        };
        return variables.reduce((before, edit) => edit(before), edited);
    };
}
function withHealthCheck({ healthCheck: before }, edit) {
    // Undefined is left out when the definition is written or sent.
    if (edit === 'none')
        return { healthCheck: undefined };
    return { healthCheck: { command: undefined, ...before, ...edit } };
}
/** Where there is nothing yet, nothing can be removed. */
function hasEffect(before, edit) {
    return before !== undefined || [...edit.values()].some((value) => value !== undefined);
}
function withMapEdit(before, edit) {
    const after = new Map(Object.entries(before ?? {}));
    for (const [name, value] of edit) {
        if (value === undefined)
            after.delete(name);
        else
            after.set(name, value);
    }
    return Object.fromEntries(after);
}
/** The same without what is undefined. */
function given(values) {
    const entries = Object.entries(values).filter(([, value]) => value !== undefined);
    // Fewer members of the same object.
    return Object.fromEntries(entries);
}

;// CONCATENATED MODULE: ./packages/ecs/build/task-definition/edit-task.js

/** Makes the edits of the task as a whole; one that is not given changes nothing. */
function withTaskEdits(definition, edits) {
    const given = Object.entries(edits).filter(([, value]) => value !== undefined);
    return { ...definition, ...Object.fromEntries(given) };
}
const architectures = {
    x86_64: 'X86_64',
    amd64: 'X86_64',
    arm64: 'ARM64',
};
const systems = [
    'LINUX',
    'WINDOWS_SERVER_2019_CORE',
    'WINDOWS_SERVER_2019_FULL',
    'WINDOWS_SERVER_2022_CORE',
    'WINDOWS_SERVER_2022_FULL',
    'WINDOWS_SERVER_2025_CORE',
    'WINDOWS_SERVER_2025_FULL',
];
/** A platform as `LINUX/ARM64`, or as docker has it: `linux/arm64`. */
function runtimePlatform(options) {
    return {
        ...options,
        type: 'string',
        parse: (raw, fill) => {
            const [system = '', architecture = '', ...rest] = (0,build/* asText */.e1)(raw, fill).split('/');
            const operatingSystemFamily = systems.find((one) => one === system.toUpperCase());
            const cpuArchitecture = architectures[architecture.toLowerCase()];
            if (operatingSystemFamily === undefined || cpuArchitecture === undefined || rest.length > 0) {
                return (0,build/* invalid */.Gq)(`is no platform of ECS; allowed: one of ${systems.join(', ')}, then /X86_64 or /ARM64`);
            }
            return { cpuArchitecture, operatingSystemFamily };
        },
    };
}

;// CONCATENATED MODULE: ./packages/ecs/build/task-definition/edit.js




/**
 * Applies edits. Order, and everything that no edit names, survive: a value that is set again stays
 * in its place, a new one comes last.
 */
function editDefinition(definition, edits) {
    const steps = [
        ...(edits.image === undefined ? [] : [imageOfMain(definition, edits.image)]),
        ...[...(edits.images ?? [])].map(([name, image]) => imageOf(definition, name, image)),
        ...[...(edits.containers ?? [])].map(([name, edit]) => stepOn(definition, name, edit)),
        ...variableSteps(definition, 'environment', edits.environment),
        ...mappedSteps(definition, edits.mappedSecrets),
        ...variableSteps(definition, 'secrets', edits.secrets),
    ];
    const problems = [
        ...steps.flatMap((step) => ('problem' in step ? [step.problem] : [])),
        ...imagesTwice(definition, edits),
    ];
    const edited = steps.reduce((before, step) => 'problem' in step ? before : withContainer(before, step.container, step.edit), withTaskEdits(definition, edits.task ?? {}));
    return problems.length > 0 ? { problems, partly: edited } : { definition: edited };
}
function imageOfMain(definition, image) {
    const container = mainContainer(definition);
    if (container !== undefined)
        return { container, edit: withImage(image) };
    return {
        problem: {
            path: 'image',
            message: `cannot tell which container is meant; use images, with one of: ${namesOf(definition).join(', ')}`,
        },
    };
}
function imageOf(definition, name, image) {
    const names = namesOf(definition);
    if (names.includes(name))
        return { container: name, edit: withImage(image) };
    return { problem: { path: `images.${name}`, message: unknownContainer(name, names) } };
}
function stepOn(definition, name, edits) {
    const names = namesOf(definition);
    if (names.includes(name))
        return { container: name, edit: withEdits(edits) };
    return { problem: { path: `containers.${name}`, message: unknownContainer(name, names) } };
}
/** Two inputs that name different images for one container: nobody knows which is meant. */
function imagesTwice(definition, edits) {
    const main = edits.image === undefined ? undefined : mainContainer(definition);
    return namesOf(definition).flatMap((name) => {
        const given = [
            { input: 'image', image: name === main ? edits.image : undefined },
            { input: `images.${name}`, image: edits.images?.get(name) },
            { input: `containers.${name}.image`, image: edits.containers?.get(name)?.image },
        ].filter(({ image }) => image !== undefined);
        const [first, second] = given;
        if (first === undefined || second === undefined)
            return [];
        if (given.every(({ image }) => image === first.image))
            return [];
        const message = `names another image for the container ${name} than ${first.input} does; keep one`;
        return [{ path: second.input, message }];
    });
}
function withImage(image) {
    return (container) => ({ ...container, image });
}
function variableSteps(definition, kind, edits = new Map()) {
    const variable = kind === 'environment' ? withEnvironment : withSecret;
    return [...edits].map(([key, value]) => {
        const { container, name } = splitKey(definition, key);
        if (container === undefined) {
            const names = namesOf(definition).join(', ');
            const message = `cannot tell which container is meant; write container.NAME, with one of: ${names}`;
            return { problem: { path: `${kind}.${key}`, message } };
        }
        return { container, edit: variable(name, value) };
    });
}
function mappedSteps(definition, secrets = new Map()) {
    const container = mainContainer(definition);
    if (container !== undefined) {
        return [...secrets].map(([name, value]) => ({ container, edit: withSecret(name, value) }));
    }
    const names = namesOf(definition).join(', ');
    const message = `cannot tell which container is meant; map single keys with secrets, as container.NAME, with one of: ${names}`;
    return secrets.size === 0 ? [] : [{ problem: { path: 'secrets-from', message } }];
}
/** `container.NAME` where such a container exists; otherwise the whole key is the variable's name. */
function splitKey(definition, key) {
    const prefix = namesOf(definition).find((name) => key.startsWith(`${name}.`));
    return prefix === undefined
        ? { container: mainContainer(definition), name: key }
        : { container: prefix, name: key.slice(prefix.length + 1) };
}
/** The container that `image` means: the only one, or the only essential one. */
function mainContainer(definition) {
    const containers = containersOf(definition);
    const candidates = containers.length === 1 ? containers : containers.filter(isEssential);
    return candidates.length === 1 ? candidates[0]?.name : undefined;
}
function namesOf(definition) {
    return containersOf(definition).map((container) => container.name ?? '');
}
function unknownContainer(name, names) {
    const guess = (0,build/* nearest */.pA)(name, names);
    return `is no container of the definition${guess ? ` (did you mean ${guess}?)` : ''}; it has: ${names.join(', ')}`;
}

;// CONCATENATED MODULE: ./packages/ecs/build/task-definition/draft.js




/**
 * Puts variables into a definition that nobody has checked yet, holds it to the shape that ECS takes, and edits it.
 * Throws one `input` error with the problems of shape and edits together; `source` names the definition in it.
 */
function draftDefinition(draft, edits, { source, fill = build/* asWritten */.qm }) {
    const filled = fillDraft(draft, source, fill);
    const shape = (0,build_shape/* checkShape */.e)(dist_cjs/* RegisterTaskDefinitionRequest$ */.fSK, filled);
    if (shape.length > 0) {
        const { problems = [] } = editDefinition(skeletonOf(filled), edits);
        throw definitionError(source, [...shape, ...problems.map(ofInput)]);
    }
    // Its shape was just held against the schema of this very type.
    const result = editDefinition(filled, edits);
    return result.problems
        ? { definition: result.partly, problems: result.problems.map(ofInput) }
        : { definition: result.definition, problems: [] };
}
function fillDraft(draft, source, fill) {
    try {
        // A mapping stays one.
        return fillShape(dist_cjs/* RegisterTaskDefinitionRequest$ */.fSK, draft, fill);
    }
    catch (error) {
        if (!(error instanceof build/* InvalidValue */.h6))
            throw error;
        throw definitionError(source, error.problems);
    }
}
/** An `input` error that lists what is wrong with a definition. */
function definitionError(source, problems) {
    const lines = problems.map(({ path, message }) => `  - ${path === '' ? '' : `${path} `}${message}`);
    return new build/* ActionError */.lZ({
        code: 'input',
        message: `The task definition ${source} cannot be registered:\n${lines.join('\n')}`,
        remedy: 'Correct the task definition at the paths named above. Nothing was registered.',
    });
}
function ofInput({ path, message }) {
    return { path: `input ${path}:`, message };
}
/**
 * Of a definition whose shape is wrong, what edits go by: the names of its containers and which are
 * essential.
 */
function skeletonOf(draft) {
    const containers = 'containerDefinitions' in draft ? draft.containerDefinitions : [];
    const items = Array.isArray(containers) ? containers : [];
    return {
        family: '',
        containerDefinitions: items.flatMap((item) => {
            if (typeof item !== 'object' || item === null || !('name' in item))
                return [];
            if (typeof item.name !== 'string')
                return [];
            const essential = !('essential' in item) || item.essential !== false;
            return [{ name: item.name, essential }];
        }),
    };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./node_modules/.pnpm/yaml@2.9.1/node_modules/yaml/dist/index.js
var dist = __webpack_require__(8009);
;// CONCATENATED MODULE: ./packages/ecs/build/task-definition/parse.js




/**
 * A definition from the text of a JSON or YAML file, also one that was saved from DescribeTaskDefinition, before
 * anything in it is checked: edits may be about to mend it. Throws an `input` error with what keeps it from
 * being read; `source` names the file in it.
 */
function parseDraft(text, source) {
    const tree = parseTree(text, source);
    const unwrapped = isMapping(tree) && 'taskDefinition' in tree ? unwrap(tree, source) : tree;
    if (isMapping(unwrapped))
        return withoutReadOnlyFields(unwrapped);
    const message = 'must be a mapping, as RegisterTaskDefinition takes it';
    throw definitionError(source, [{ path: '', message }]);
}
/** What DescribeTaskDefinition answers has the tags beside the definition, where RegisterTaskDefinition has them in it. */
function unwrap({ taskDefinition, ...rest }, source) {
    const { tags, failures = [], ...others } = rest; // keys are text
    const hasFailures = !Array.isArray(failures) || failures.length > 0;
    const unknown = [...Object.keys(others), ...(hasFailures ? ['failures'] : [])];
    const problems = unknown.map((path) => ({
        path,
        message: 'cannot stand beside taskDefinition; allowed there: tags',
    }));
    const isTagged = isMapping(taskDefinition) && 'tags' in taskDefinition;
    if (tags !== undefined && isTagged) {
        problems.push({ path: 'tags', message: 'stand in taskDefinition and beside it; keep one' });
    }
    if (problems.length > 0)
        throw definitionError(source, problems);
    const hasTags = tags !== undefined && !(Array.isArray(tags) && tags.length === 0);
    return isMapping(taskDefinition) && hasTags ? { ...taskDefinition, tags } : taskDefinition;
}
function isMapping(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function parseTree(text, source) {
    const lines = new dist/* LineCounter */.HN();
    const options = { lineCounter: lines, merge: true };
    const document = (0,dist/* parseDocument */.Tp)(text.replace(/^\uFEFF/, ''), options);
    const problems = document.errors.map((error) => {
        const { line, col } = lines.linePos(error.pos[0]);
        const what = error.code.toLowerCase().replaceAll('_', ' ');
        return { path: `line ${line}, column ${col}:`, message: `${what}: neither valid JSON nor YAML` };
    });
    if (problems.length > 0)
        throw definitionError(source, problems);
    if ((0,build/* hasCollectionKey */.o8)(document)) {
        const message = 'has a list or a mapping for a key; allowed: text';
        throw definitionError(source, [{ path: '', message }]);
    }
    try {
        return (0,build/* treeOf */.g7)(document);
    }
    catch (error) {
        if (!(error instanceof build/* InvalidValue */.h6))
            throw error;
        throw definitionError(source, error.problems);
    }
}

;// CONCATENATED MODULE: ./packages/ecs/build/task-definition/read-file.js




/**
 * The definition in a JSON or YAML file, to be edited and checked by `draftDefinition`. Throws an `input` error that names
 * `input` when the file cannot be read, and what is wrong in it when it holds no mapping.
 */
async function readDraftFile(path, input) {
    return parseDraft(await readText(path, input), path);
}
/**
 * Whether a text names a file with a definition. A family, `family:revision` or an ARN is told from a path by its form; a
 * file that exists wins.
 */
function namesFile(definition) {
    if ((0,external_node_fs_.existsSync)(definition))
        return true;
    return !definition.startsWith('arn:') && !/^[\w-]{1,255}(:\d+)?$/.test(definition);
}
async function readText(path, input) {
    try {
        return await (0,promises_.readFile)(path, 'utf8');
    }
    catch (cause) {
        const reason = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : '';
        throw new build/* ActionError */.lZ({
            code: 'input',
            message: `Input ${input}: the file ${path} cannot be read${reason}.`,
            remedy: 'Check the path, which is relative to the workspace, and that the step that brings the file (actions/checkout, render-task-def) ran before.',
            cause,
        });
    }
}

// EXTERNAL MODULE: ./packages/aws/build/call.js + 1 modules
var call = __webpack_require__(9309);
;// CONCATENATED MODULE: ./packages/ecs/build/task-definition/registry.js





/**
 * The registered definition of a family (its latest ACTIVE revision), `family:revision` or an ARN;
 * undefined where there is none.
 */
async function findRegistered({ ecs, signal }, reference) {
    const command = new dist_cjs.DescribeTaskDefinitionCommand({
        taskDefinition: reference,
        include: ['TAGS'],
    });
    try {
        return toRegistered(await (0,call/* call */.T)(ecs, command, { signal }));
    }
    catch (error) {
        // ECS says ClientException ("Unable to describe task definition.") for one that is not there.
        if ((0,errors/* isAwsError */.m_)(error, 'ClientException'))
            return undefined;
        throw error;
    }
}
/** As {@link findRegistered}; throws an `input` error that names the input where there is none. */
async function getRegistered(context, reference, input) {
    const found = await findRegistered(context, reference);
    if (found)
        return found;
    throw new build/* ActionError */.lZ({
        code: 'input',
        message: `Input ${input}: there is no task definition ${reference} in this account and region.${await instead(context, reference)}`,
        remedy: `Correct ${input}, or the region or role of this job.`,
    });
}
/**
 * The ARN of a revision that can be deployed: itself, or, where it was deregistered meanwhile, a new
 * revision with the same content.
 */
async function ensureActive(context, arn) {
    const { definition, isActive } = await getRegistered(context, arn, 'service');
    return isActive ? arn : (await register(context, definition)).arn;
}
/**
 * Registers a definition and gives its ARN. The latest revision of the family is given instead when
 * it means the same: an unchanged definition is not registered again.
 */
async function register(context, definition) {
    const latest = await findRegistered(context, definition.family ?? '');
    if (latest && sameDefinition(latest.definition, definition))
        return { arn: latest.arn, registered: false };
    const command = new dist_cjs/* RegisterTaskDefinitionCommand */.$Hl(definition);
    const { taskDefinition } = await (0,call/* call */.T)(context.ecs, command, { signal: context.signal });
    return { arn: taskDefinition?.taskDefinitionArn ?? '', registered: true };
}
function toRegistered({ taskDefinition, tags, }) {
    const tagged = tags?.length ? { ...taskDefinition, tags } : { ...taskDefinition };
    return {
        arn: taskDefinition?.taskDefinitionArn ?? '',
        isActive: taskDefinition?.status !== 'INACTIVE',
        // What DescribeTaskDefinition gives, less what only ECS writes, is what it takes.
        definition: withoutReadOnlyFields(tagged),
    };
}
/** What there is instead, where the role may look: the family's latest revision, or other families. */
async function instead(context, reference) {
    const [family = ''] = (0,build_arn/* nameFromArn */.N)(reference).split(':');
    try {
        const latest = await findRegistered(context, family);
        if (latest)
            return ` The latest revision of ${family} is ${(0,build_arn/* nameFromArn */.N)(latest.arn)}.`;
        const command = new dist_cjs/* ListTaskDefinitionFamiliesCommand */.cSD({ status: 'ACTIVE', maxResults: 100 });
        const { families = [] } = await (0,call/* call */.T)(context.ecs, command, { signal: context.signal });
        return (0,build/* whatThereIs */.V7)(family, families);
    }
    catch {
        return '';
    }
}

;// CONCATENATED MODULE: ./packages/ecs/build/task-definition/rules/allowed-values.js


const container = 'containerDefinitions[]';
/**
 * Where only some words are allowed, by the SDK's own lists. A port's protocol is not among them: ECS takes any
 * other word for tcp.
 */
const allowedAt = {
    networkMode: dist_cjs/* NetworkMode */.yvT,
    pidMode: dist_cjs/* PidMode */.LXS,
    ipcMode: dist_cjs/* IpcMode */.yzd,
    'requiresCompatibilities[]': dist_cjs/* Compatibility */.x$Y,
    'runtimePlatform.cpuArchitecture': dist_cjs/* CPUArchitecture */.kqD,
    'runtimePlatform.operatingSystemFamily': dist_cjs/* OSFamily */.jwH,
    'placementConstraints[].type': dist_cjs/* TaskDefinitionPlacementConstraintType */.Jhu,
    'proxyConfiguration.type': dist_cjs/* ProxyConfigurationType */.rWT,
    'volumes[].dockerVolumeConfiguration.scope': dist_cjs/* Scope */.HGh,
    'volumes[].efsVolumeConfiguration.transitEncryption': dist_cjs/* EFSTransitEncryption */.Rtg,
    'volumes[].efsVolumeConfiguration.authorizationConfig.iam': dist_cjs/* EFSAuthorizationConfigIAM */.Nng,
    [`${container}.logConfiguration.logDriver`]: dist_cjs/* LogDriver */.$UG,
    [`${container}.firelensConfiguration.type`]: dist_cjs/* FirelensConfigurationType */.XXJ,
    [`${container}.dependsOn[].condition`]: dist_cjs/* ContainerCondition */.fBN,
    [`${container}.environmentFiles[].type`]: dist_cjs/* EnvironmentFileType */.IV3,
    [`${container}.resourceRequirements[].type`]: dist_cjs/* ResourceType */.vtl,
    [`${container}.ulimits[].name`]: dist_cjs/* UlimitName */.GKT,
    [`${container}.versionConsistency`]: dist_cjs/* VersionConsistency */.XdR,
    [`${container}.portMappings[].appProtocol`]: dist_cjs/* ApplicationProtocol */.X1g,
    [`${container}.linuxParameters.devices[].permissions[]`]: dist_cjs/* DeviceCgroupPermission */.aIU,
};
/** Words that are none of those that ECS knows: the SDK sends any, and `Fargate` is not `FARGATE`. */
function allowedValues(definition) {
    return Object.entries(allowedAt).flatMap(([template, words]) => {
        const allowed = Object.values(words);
        return textsAt(definition, template.split(/\.|(?=\[\])/)).flatMap(({ path, text }) => {
            if (allowed.includes(text))
                return [];
            const guess = (0,build/* nearest */.pA)(text, allowed);
            const meant = guess === undefined ? '' : ` (did you mean ${guess}?)`;
            return [{ path, message: `is not one of: ${allowed.join(', ')}${meant}` }];
        });
    });
}
/** The texts that stand where the steps lead: keys, and `[]` for every item of a list. */
function textsAt(value, [step, ...rest], path = '') {
    if (step === undefined)
        return typeof value === 'string' ? [{ path, text: value }] : [];
    if (Array.isArray(value)) {
        return value.flatMap((item, i) => textsAt(item, rest, `${path}[${i}]`));
    }
    if (typeof value !== 'object' || value === null)
        return [];
    const next = new Map(Object.entries(value)).get(step);
    return textsAt(next, rest, path === '' ? step : `${path}.${step}`);
}

// EXTERNAL MODULE: ./packages/registry/build/reference/image-reference.js + 1 modules
var image_reference = __webpack_require__(6148);
;// CONCATENATED MODULE: ./packages/ecs/build/task-definition/rules/duplicates.js
/** The values that occur more than once, each once, in the order of their second occurrence. */
function duplicates(values) {
    return [...new Set(values.filter((value, i) => values.indexOf(value) !== i))];
}

;// CONCATENATED MODULE: ./packages/ecs/build/task-definition/rules/rule.js

/** The rule for each container; its paths begin in the container. */
function perContainer(rule) {
    return (definition) => containersOf(definition).flatMap((container, i) => rule(container, definition).map(({ path, message }) => ({
        path: `containerDefinitions[${i}].${path}`,
        message,
    })));
}
/** Whether the definition asks for Fargate, perhaps besides EC2. */
function isForFargate({ requiresCompatibilities }) {
    return requiresCompatibilities?.includes('FARGATE') ?? false;
}
/** The rule where the definition asks for Fargate. */
function whereFargate(rule) {
    return (definition) => (isForFargate(definition) ? rule(definition) : []);
}
/** The problem, where it is one. */
function problemIf(isWrong, path, message) {
    return isWrong ? [{ path, message }] : [];
}
/** What names of families, containers and volumes are made of. */
const namePattern = /^[A-Za-z0-9_-]{1,255}$/;
/** How {@link namePattern} is told. */
const nameWords = 'must be 1 to 255 letters, digits, - or _';

;// CONCATENATED MODULE: ./packages/ecs/build/task-definition/rules/containers.js





/** Rules about what containers there are, and their names and images. */
const containerRules = [
    hasContainers,
    perContainer(nameAndImage),
    uniqueNames,
    oneIsEssential,
];
/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html */
const mostContainers = 10;
function hasContainers(definition) {
    const { length } = containersOf(definition);
    return [
        ...problemIf(length === 0, 'containerDefinitions', 'has no container'),
        ...problemIf(length > mostContainers, 'containerDefinitions', `has ${length} containers; allowed: up to ${mostContainers}`),
    ];
}
function nameAndImage({ name = '', image = '' }) {
    return [
        ...problemIf(!namePattern.test(name), 'name', nameWords),
        ...imageProblems(image).map((message) => ({ path: 'image', message })),
    ];
}
function imageProblems(image) {
    if (image === '' || /\s/.test(image))
        return ['must name an image, without white space'];
    if (/[:@]$/.test(image)) {
        return ['ends where its tag or digest should begin: the expression behind it came out empty'];
    }
    try {
        (0,image_reference/* parseImageReference */.o_)(image);
        return [];
    }
    catch (error) {
        if (!(error instanceof build/* InvalidValue */.h6))
            throw error;
        return error.problems.map(({ message }) => message);
    }
}
function uniqueNames(definition) {
    const names = containersOf(definition).map((container) => container.name ?? '');
    return duplicates(names).map((name) => ({
        path: 'containerDefinitions',
        message: `has two containers named ${name}`,
    }));
}
function oneIsEssential(definition) {
    const containers = containersOf(definition);
    return problemIf(containers.length > 0 && !containers.some(isEssential), 'containerDefinitions', 'must have at least one essential container');
}

;// CONCATENATED MODULE: ./packages/ecs/build/task-definition/rules/dependencies.js


/**
 * Rules about containers that refer to each other.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html
 */
const dependencyRules = [
    perContainer(dependencies),
    noCycle,
    perContainer(volumesFrom),
    perContainer(links),
    proxy,
];
function dependencies({ name: own, dependsOn = [] }, definition) {
    return dependsOn.flatMap(({ containerName, condition }, j) => {
        const path = `dependsOn[${j}]`;
        const needed = containersOf(definition).find(({ name }) => name === containerName);
        if (needed === undefined || containerName === own) {
            return [{ path: `${path}.containerName`, message: notAnother(definition, own) }];
        }
        const isToEnd = condition === 'COMPLETE' || condition === 'SUCCESS';
        return [
            ...problemIf(isToEnd && isEssential(needed), `${path}.condition`, `waits for ${containerName} to end, which is essential: its end would end the task; set essential to false there, or use START or HEALTHY`),
            ...problemIf(condition === 'HEALTHY' && needed.healthCheck === undefined, `${path}.condition`, `waits for ${containerName} to be healthy, which has no healthCheck; ECS does not see that of its image`),
        ];
    });
}
function notAnother(definition, own) {
    const others = containersOf(definition).filter(({ name }) => name !== own);
    const names = others.map(({ name = '' }) => name).join(', ');
    return `must be another container of this definition; allowed: ${names === '' ? 'there is none' : names}`;
}
/** Takes away containers that wait for none of the rest, until all are gone or nobody can start. */
function noCycle(definition) {
    const all = containersOf(definition);
    const known = new Set(all.map(({ name }) => name));
    let waiting = all;
    for (let before = -1; before !== waiting.length;) {
        before = waiting.length;
        const names = new Set(waiting.map(({ name }) => name));
        waiting = waiting.filter(({ name, dependsOn = [] }) => dependsOn.some(({ containerName: other }) => other !== name && known.has(other) && names.has(other)));
    }
    const names = waiting.map(({ name = '' }) => name).join(', ');
    return problemIf(waiting.length > 0, 'containerDefinitions', `has containers that wait for each other by dependsOn, so that none can start first: ${names}`);
}
function volumesFrom({ name: own, volumesFrom: sources = [] }, definition) {
    const names = new Set(containersOf(definition).map(({ name }) => name));
    return sources.flatMap(({ sourceContainer }, j) => problemIf(sourceContainer === own || !names.has(sourceContainer), `volumesFrom[${j}].sourceContainer`, notAnother(definition, own)));
}
/** Links are of Docker's bridge, which is also what ECS takes where no mode is given. */
function links({ name: own, links: all = [] }, definition) {
    const { networkMode = 'bridge' } = definition;
    if (all.length > 0 && networkMode !== 'bridge') {
        const message = `need networkMode bridge; with ${networkMode} containers reach each other by localhost`;
        return [{ path: 'links', message }];
    }
    const names = new Set(containersOf(definition).map(({ name }) => name));
    return all.flatMap((link, j) => {
        const [name] = link.split(':');
        return problemIf(name === own || !names.has(name), `links[${j}]`, notAnother(definition, own));
    });
}
function proxy(definition) {
    const { proxyConfiguration: configuration } = definition;
    const names = containersOf(definition).map(({ name = '' }) => name);
    return problemIf(configuration !== undefined && !names.includes(configuration.containerName ?? ''), 'proxyConfiguration.containerName', `must be a container of this definition; allowed: ${names.join(', ')}`);
}

;// CONCATENATED MODULE: ./packages/ecs/build/task-definition/rules/health-checks.js

/** Rules about when a container is healthy, and when it is started again or given up. */
const healthRules = [
    perContainer(healthCheck),
    perContainer(restartPolicy),
];
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html */
const ranges = {
    interval: [5, 300],
    timeout: [2, 60],
    retries: [1, 10],
    startPeriod: [0, 300],
};
function healthCheck({ healthCheck: check }) {
    if (check === undefined)
        return [];
    return [
        ...commandProblems(check.command ?? []),
        ...['interval', 'timeout', 'retries', 'startPeriod'].flatMap((name) => outOfRange(`healthCheck.${name}`, check[name], ranges[name])),
    ];
}
/** Docker takes a first word that is none of these for no check at all. */
function commandProblems([form, ...words]) {
    if (form === 'NONE' || ((form === 'CMD' || form === 'CMD-SHELL') && words.length > 0))
        return [];
    const message = 'must be CMD and the words of a command, or CMD-SHELL and a line for the shell, such as ["CMD-SHELL", "curl -f http://localhost/ || exit 1"]';
    return [{ path: 'healthCheck.command', message }];
}
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerRestartPolicy.html */
function restartPolicy({ restartPolicy: policy }) {
    return [
        ...outOfRange('restartPolicy.restartAttemptPeriod', policy?.restartAttemptPeriod, [60, 1800]),
        ...problemIf((policy?.ignoredExitCodes?.length ?? 0) > 50, 'restartPolicy.ignoredExitCodes', 'has more than 50 exit codes; allowed: up to 50'),
    ];
}
/** The problem of a number that is not from the first to the second; none where it is not given. */
function outOfRange(path, value, [least, most]) {
    const isWrong = value !== undefined && !(Number.isInteger(value) && value >= least && value <= most);
    return problemIf(isWrong, path, `is out of range; allowed: whole numbers from ${least} to ${most}`);
}

;// CONCATENATED MODULE: ./packages/ecs/build/task-definition/rules/fargate-limits.js


/**
 * What tasks on Fargate cannot have. Mounts of tmpfs they can, since 2026.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html
 */
const fargateLimits = [
    whereFargate(taskLimits),
    whereFargate(perContainer(containerLimits)),
    whereFargate(perContainer(linuxLimits)),
    whereFargate(perContainer(logLimits)),
    whereFargate(volumeLimits),
];
const notOnFargate = 'is not possible on Fargate; leave it out';
function taskLimits(definition) {
    const { pidMode, ipcMode, placementConstraints, runtimePlatform } = definition;
    const { operatingSystemFamily: system, cpuArchitecture } = runtimePlatform ?? {};
    return [
        ...problemIf(pidMode === 'host', 'pidMode', 'is not possible on Fargate; allowed: task'),
        ...problemIf(ipcMode !== undefined, 'ipcMode', notOnFargate),
        ...problemIf(Boolean(placementConstraints?.length), 'placementConstraints', notOnFargate),
        ...problemIf(Boolean(system?.startsWith('WINDOWS')) && cpuArchitecture === 'ARM64', 'runtimePlatform.cpuArchitecture', 'must be X86_64 for Windows on Fargate'),
    ];
}
const listsOfDocker = ['dnsServers', 'dnsSearchDomains', 'dockerSecurityOptions'];
function containerLimits(container) {
    const { privileged, disableNetworking, resourceRequirements = [] } = container;
    return [
        ...problemIf(privileged === true, 'privileged', notOnFargate),
        ...problemIf(disableNetworking === true, 'disableNetworking', notOnFargate),
        ...listsOfDocker.flatMap((path) => problemIf(Boolean(container[path]?.length), path, notOnFargate)),
        // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
        ...['startTimeout', 'stopTimeout'].flatMap((path) => outOfRange(path, container[path], [2, 120])),
        ...resourceRequirements.flatMap(({ type }, i) => problemIf(type === 'GPU', `resourceRequirements[${i}].type`, 'GPU is not possible on Fargate')),
    ];
}
function linuxLimits({ linuxParameters: linux = {} }) {
    const added = linux.capabilities?.add ?? [];
    return [
        ...parametersOfHosts(linux),
        ...problemIf(added.some((one) => !/^(CAP_)?SYS_PTRACE$/.test(one)), 'linuxParameters.capabilities.add', 'has a capability that Fargate does not give; allowed: SYS_PTRACE'),
    ];
}
function parametersOfHosts(linux) {
    const { devices = [] } = linux;
    const numbers = ['sharedMemorySize', 'maxSwap', 'swappiness'];
    return [
        ...problemIf(devices.length > 0, 'linuxParameters.devices', notOnFargate),
        ...numbers.flatMap((name) => problemIf(linux[name] !== undefined, `linuxParameters.${name}`, notOnFargate)),
    ];
}
const logDrivers = ['awslogs', 'splunk', 'awsfirelens'];
function logLimits({ logConfiguration: log, firelensConfiguration: router }) {
    return [
        ...problemIf(log !== undefined && !logDrivers.includes(log.logDriver ?? ''), 'logConfiguration.logDriver', `is not possible on Fargate; allowed: ${logDrivers.join(', ')}`),
        ...problemIf(router?.options?.['config-file-type'] === 's3', 'firelensConfiguration.options.config-file-type', 'must be file on Fargate'),
    ];
}
function volumeLimits({ volumes = [] }) {
    return volumes.flatMap((volume, i) => [
        ...problemIf(Boolean(volume.host?.sourcePath), `volumes[${i}].host.sourcePath`, 'is not possible on Fargate, which has no host to share; leave it out'),
        ...['dockerVolumeConfiguration', 'fsxWindowsFileServerVolumeConfiguration'].flatMap((kind) => problemIf(volume[kind] !== undefined, `volumes[${i}].${kind}`, notOnFargate)),
    ]);
}

;// CONCATENATED MODULE: ./packages/ecs/build/task-definition/rules/task-size.js
/** `512`, `.5 vCPU` or `0.5 vcpu` as CPU units; undefined for a text that is no size. */
function cpuUnits(cpu) {
    const virtual = /^(\d*\.?\d+)\s*vcpu$/i.exec(cpu.trim());
    if (virtual)
        return Number(virtual[1]) * 1024;
    return /^\d+$/.test(cpu.trim()) ? Number(cpu) : undefined;
}
/** `1024`, `1 GB` or `0.5GB` as MiB; undefined for a text that is no size. */
function memoryMebibytes(memory) {
    const gigabytes = /^(\d*\.?\d+)\s*gb$/i.exec(memory.trim());
    if (gigabytes)
        return Number(gigabytes[1]) * 1024;
    return /^\d+$/.test(memory.trim()) ? Number(memory) : undefined;
}

;// CONCATENATED MODULE: ./packages/ecs/build/task-definition/rules/fargate.js


/**
 * Memory in MiB that Fargate offers for each number of CPU units. Source: AWS documentation, "Task
 * definition parameters for Fargate", task size.
 */
const memoryFor = {
    256: [512, 1024, 2048],
    512: range(1024, 4096, 1024),
    1024: range(2048, 8192, 1024),
    2048: range(4096, 16_384, 1024),
    4096: range(8192, 30_720, 1024),
    8192: range(16_384, 61_440, 4096),
    16384: range(32_768, 122_880, 8192),
};
/** Sizes of which Fargate has Windows too. */
const sizesForWindows = [1024, 2048, 4096];
/** Rules about the size of tasks on Fargate, and their network. */
const fargateRules = [
    whereFargate(taskSize),
    whereFargate(networkMode),
];
function taskSize({ cpu, memory, runtimePlatform }) {
    const missing = [
        ...(cpu === undefined
            ? [{ path: 'cpu', message: 'is required for Fargate, such as "512"' }]
            : []),
        ...(memory === undefined
            ? [{ path: 'memory', message: 'is required for Fargate, such as "1024"' }]
            : []),
    ];
    if (cpu === undefined || memory === undefined)
        return missing;
    const isWindows = runtimePlatform?.operatingSystemFamily?.startsWith('WINDOWS') ?? false;
    const sizes = isWindows ? sizesForWindows : Object.keys(memoryFor).map(Number);
    const units = cpuUnits(cpu);
    const offered = units !== undefined && sizes.includes(units) ? memoryFor[units] : undefined;
    if (offered === undefined) {
        const where = isWindows ? 'of Windows on Fargate' : 'of Fargate';
        return [{ path: 'cpu', message: `is no size ${where}; allowed: ${sizes.join(', ')}` }];
    }
    const mebibytes = memoryMebibytes(memory);
    if (mebibytes !== undefined && offered.includes(mebibytes))
        return [];
    return [
        {
            path: 'memory',
            message: `does not go with cpu ${units} on Fargate; allowed: ${offered.join(', ')}`,
        },
    ];
}
function networkMode({ networkMode: mode }) {
    return mode === 'awsvpc' ? [] : [{ path: 'networkMode', message: 'must be awsvpc for Fargate' }];
}
function range(from, to, step) {
    return Array.from({ length: (to - from) / step + 1 }, (_, i) => from + i * step);
}

// EXTERNAL MODULE: ./packages/aws/build/region.js
var region = __webpack_require__(2153);
;// CONCATENATED MODULE: ./packages/ecs/build/task-definition/rules/logging.js



/** Rules about where containers write their logs. */
const loggingRules = [
    perContainer(awslogs),
    perContainer(firelensNeedsRouter),
    routerNeedsFirelens,
];
/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specify-log-config.html */
function awslogs({ logConfiguration }, definition) {
    if (logConfiguration?.logDriver !== 'awslogs')
        return [];
    const { options = {} } = logConfiguration;
    const path = 'logConfiguration.options';
    return [
        ...problemIf(!options['awslogs-group'], path, 'must have awslogs-group for the driver awslogs'),
        ...problemIf(!options['awslogs-region'], path, 'must have awslogs-region for the driver awslogs'),
        ...problemIf(Boolean(options['awslogs-region']) && !(0,region/* isRegionName */.U)(options['awslogs-region'] ?? ''), `${path}.awslogs-region`, 'is no name of a region; allowed: such as us-east-1'),
        ...problemIf(isForFargate(definition) && !options['awslogs-stream-prefix'], path, 'must have awslogs-stream-prefix for the driver awslogs on Fargate, such as ecs'),
        ...problemIf(!['true', undefined].includes(options['awslogs-create-group']), `${path}.awslogs-create-group`, "must be 'true', or be left out"),
    ];
}
/** "When awsfirelens log driver is specified …, a firelens configuration object must be configured". */
function firelensNeedsRouter({ logConfiguration }, definition) {
    const hasRouter = containersOf(definition).some((one) => one.firelensConfiguration !== undefined);
    return problemIf(logConfiguration?.logDriver === 'awsfirelens' && !hasRouter, 'logConfiguration.logDriver', 'is awsfirelens, and no container has firelensConfiguration: add the log router');
}
/** "When a firelensConfiguration object is specified, at least one container has to be configured with …". */
function routerNeedsFirelens(definition) {
    const containers = containersOf(definition);
    const isUsed = containers.some((one) => one.logConfiguration?.logDriver === 'awsfirelens');
    return containers.flatMap(({ firelensConfiguration }, i) => problemIf(firelensConfiguration !== undefined && !isUsed, `containerDefinitions[${i}].firelensConfiguration`, 'has nothing to route: at least one container must have the log driver awsfirelens'));
}

;// CONCATENATED MODULE: ./packages/ecs/build/task-definition/rules/network.js

/** Rules about names in the network of a container. */
const networkRules = [perContainer(ownNames)];
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html */
function ownNames({ hostname, extraHosts = [] }, { networkMode }) {
    if (networkMode !== 'awsvpc')
        return [];
    return [
        ...problemIf(Boolean(hostname), 'hostname', 'is not possible with networkMode awsvpc'),
        ...problemIf(extraHosts.length > 0, 'extraHosts', 'are not possible with networkMode awsvpc'),
    ];
}

;// CONCATENATED MODULE: ./packages/ecs/build/task-definition/rules/ports.js



/**
 * Rules about port mappings.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html
 */
const portRules = [
    perMapping(portNumbers),
    perMapping(portRange),
    perMapping(sameHostPort),
    perMapping(portName),
    perContainer(noPortsWithoutNetwork),
    uniquePorts,
    uniqueHostPorts,
    uniquePortNames,
];
function perMapping(rule) {
    return perContainer(({ portMappings = [] }, definition) => portMappings.flatMap((mapping, j) => rule(mapping, definition).map(({ path, message }) => ({
        path: `portMappings[${j}].${path}`,
        message,
    }))));
}
function portNumbers({ containerPort, hostPort, containerPortRange }) {
    const isGiven = containerPortRange === undefined || containerPort !== undefined;
    return [
        ...problemIf(isGiven && !inRange(containerPort, 1), 'containerPort', 'must be a port from 1 to 65535'),
        ...problemIf(hostPort !== undefined && !inRange(hostPort, 0), 'hostPort', 'must be a port from 0 to 65535'),
    ];
}
function portRange(mapping, { networkMode = 'bridge' }) {
    const { containerPort, hostPort, containerPortRange: range } = mapping;
    if (range === undefined)
        return [];
    const [, first, last] = /^(\d{1,5})-(\d{1,5})$/.exec(range) ?? [];
    const isRange = inRange(Number(first), 1) && inRange(Number(last), 1) && Number(first) <= Number(last);
    return [
        ...problemIf(!isRange, 'containerPortRange', 'must be two ports, such as 8000-8010'),
        ...problemIf(containerPort !== undefined || hostPort !== undefined, 'containerPortRange', 'cannot stand together with containerPort or hostPort'),
        ...problemIf(networkMode !== 'bridge' && networkMode !== 'awsvpc', 'containerPortRange', `needs networkMode awsvpc or bridge, and it is ${networkMode}`),
    ];
}
/** With 0 ECS chooses, and there is nothing to choose. */
function sameHostPort({ hostPort, containerPort }, { networkMode }) {
    const isShared = networkMode === 'awsvpc' || networkMode === 'host';
    return problemIf(isShared && Boolean(hostPort) && hostPort !== containerPort, 'hostPort', `must equal containerPort, or be left out, with networkMode ${networkMode}`);
}
function portName({ name }) {
    return problemIf(name !== undefined && !/^[a-z0-9_][a-z0-9_-]{0,63}$/.test(name), 'name', 'must be 1 to 64 lower-case letters, digits, _ or -, and must not begin with -');
}
function noPortsWithoutNetwork({ portMappings = [] }, { networkMode }) {
    return problemIf(networkMode === 'none' && portMappings.length > 0, 'portMappings', 'cannot be mapped with networkMode none; leave them out');
}
/** In awsvpc all containers of a task share one network interface, and so its ports; with host, the host's. */
function uniquePorts(definition) {
    const { networkMode } = definition;
    if (networkMode !== 'awsvpc' && networkMode !== 'host')
        return [];
    const ports = allMappings(definition)
        .filter(({ containerPort }) => containerPort !== undefined)
        .map(({ containerPort, protocol }) => portText(containerPort, protocol));
    return duplicates(ports).map((port) => ({
        path: 'containerDefinitions',
        message: `maps port ${port} twice; with networkMode ${networkMode} all containers share their ports`,
    }));
}
/** A port of the host can be given away once. */
function uniqueHostPorts(definition) {
    if ((definition.networkMode ?? 'bridge') !== 'bridge')
        return [];
    const ports = allMappings(definition)
        .filter(({ hostPort }) => Boolean(hostPort))
        .map(({ hostPort, protocol }) => portText(hostPort, protocol));
    return duplicates(ports).map((port) => ({
        path: 'containerDefinitions',
        message: `maps port ${port} of the host twice; leave hostPort out where any will do`,
    }));
}
function uniquePortNames(definition) {
    const names = allMappings(definition).flatMap(({ name }) => name ?? []);
    return duplicates(names).map((name) => ({
        path: 'containerDefinitions',
        message: `has two port mappings named ${name}`,
    }));
}
/** ECS takes any other word than udp for tcp. */
function portText(port, protocol) {
    return `${port}/${protocol === 'udp' ? 'udp' : 'tcp'}`;
}
function allMappings(definition) {
    return containersOf(definition).flatMap(({ portMappings = [] }) => portMappings);
}
function inRange(port, minimum) {
    return port !== undefined && Number.isInteger(port) && port >= minimum && port <= 65_535;
}

;// CONCATENATED MODULE: ./packages/ecs/build/task-definition/rules/resources.js



/** Rules about what else a container is given: devices, limits, files with variables. */
const resourceRules = [
    perContainer(requirements),
    perContainer(ulimits),
    perContainer(environmentFiles),
    perContainer(swap),
];
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ResourceRequirement.html */
function requirements({ resourceRequirements = [] }, { inferenceAccelerators = [] }) {
    return resourceRequirements.flatMap(({ type, value }, i) => {
        const path = `resourceRequirements[${i}].value`;
        const devices = inferenceAccelerators.map(({ deviceName = '' }) => deviceName);
        return [
            ...problemIf(type === 'GPU' && value !== undefined && !/^([1-9]\d*|ALL)$/.test(value), path, 'must be a number of GPUs, 1 or more, or ALL'),
            ...problemIf(type === 'InferenceAccelerator' && !devices.includes(value ?? ''), path, `must be the deviceName of an inference accelerator of this definition; allowed: ${devices.length === 0 ? 'there is none' : devices.join(', ')}`),
        ];
    });
}
/** -1 is no limit. */
function ulimits({ ulimits: all = [] }) {
    return all.flatMap(({ softLimit = 0, hardLimit = 0 }, i) => problemIf(hardLimit !== -1 && (softLimit === -1 || softLimit > hardLimit), `ulimits[${i}].softLimit`, 'is above hardLimit, which Docker refuses'));
}
const mostFiles = 10;
/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/use-environment-file.html */
function environmentFiles({ environmentFiles: files = [], }) {
    return [
        ...problemIf(files.length > mostFiles, 'environmentFiles', `has ${files.length} files; allowed: up to ${mostFiles}`),
        ...files.flatMap(({ value = '' }, i) => problemIf((0,build_arn/* findArn */.n)(value)?.service !== 's3' ||
            !/^[^/]+\/.*\.env$/.test((0,build_arn/* findArn */.n)(value)?.resource ?? ''), `environmentFiles[${i}].value`, 'must be the ARN of an object in S3 whose key ends in .env, such as arn:aws:s3:::bucket/api.env')),
    ];
}
function swap({ linuxParameters: linux }) {
    return [
        ...outOfRange('linuxParameters.swappiness', linux?.swappiness, [0, 100]),
        ...problemIf((linux?.maxSwap ?? 0) < 0, 'linuxParameters.maxSwap', 'must be 0 or more'),
    ];
}

;// CONCATENATED MODULE: ./packages/ecs/build/task-definition/rules/sizes.js




/**
 * Rules about CPU and memory of containers, and of the task that they share. Zero counts as not given.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 */
const sizeRules = [
    taskSizeForm,
    perContainer(ownMemory),
    perContainer(withinTask),
    allWithinTask,
    ephemeralStorage,
];
const leastMemory = 4;
/** Which pairs Fargate offers is a rule of its own. */
function taskSizeForm(definition) {
    if (isForFargate(definition))
        return [];
    const { cpu, memory } = definition;
    const units = cpu === undefined ? undefined : (cpuUnits(cpu) ?? Number.NaN);
    return [
        ...outOfRange('cpu', units, [128, 196_608]).map(({ path, message }) => ({
            path,
            message: `${message} (CPU units), or such as 1 vCPU`,
        })),
        ...problemIf(memory !== undefined && memoryMebibytes(memory) === undefined, 'memory', 'is no size; allowed: MiB such as 1024, or such as 1 GB'),
    ];
}
function ownMemory({ memory, memoryReservation, cpu = 0 }, definition) {
    const tooLittle = `is too little for a container; allowed: ${leastMemory} MiB or more`;
    return [
        ...problemIf(isTooLittle(memory), 'memory', tooLittle),
        ...problemIf(isTooLittle(memoryReservation), 'memoryReservation', tooLittle),
        ...problemIf(!Number.isInteger(cpu) || cpu < 0, 'cpu', 'must be a whole number of CPU units, 0 or more'),
        ...problemIf(Boolean(memory) && Boolean(memoryReservation) && (memory ?? 0) < (memoryReservation ?? 0), 'memoryReservation', 'is more than memory: the soft limit must be below the hard one'),
        ...problemIf(definition.memory === undefined && !isForFargate(definition) && !memory && !memoryReservation, 'memory', 'is required, here or as memoryReservation, where the task as a whole has no memory'),
    ];
}
function isTooLittle(mebibytes) {
    return Boolean(mebibytes) && !(Number.isInteger(mebibytes) && (mebibytes ?? 0) >= leastMemory);
}
/** No container can have more than the task. */
function withinTask(container, definition) {
    const task = memoryMebibytes(definition.memory ?? '');
    return ['memory', 'memoryReservation'].flatMap((path) => problemIf(task !== undefined && (container[path] ?? 0) > task, path, `is more than the ${task} MiB of the task`));
}
/** What is reserved for all containers together: the soft limit of each, or else the hard one. */
function allWithinTask(definition) {
    const containers = containersOf(definition);
    const memory = sum(containers.map((one) => one.memoryReservation || one.memory || 0));
    const cpu = sum(containers.map((one) => one.cpu ?? 0));
    const [taskMemory, taskCpu] = [
        memoryMebibytes(definition.memory ?? ''),
        cpuUnits(definition.cpu ?? ''),
    ];
    return [
        ...problemIf(taskMemory !== undefined && containers.length > 1 && memory > taskMemory, 'containerDefinitions', `reserve ${memory} MiB of memory together; the task has ${taskMemory}`),
        ...problemIf(taskCpu !== undefined && cpu > taskCpu, 'containerDefinitions', `reserve ${cpu} CPU units together; the task has ${taskCpu}`),
    ];
}
function sum(numbers) {
    return numbers.reduce((total, number) => total + number, 0);
}
function ephemeralStorage({ ephemeralStorage: storage }) {
    return outOfRange('ephemeralStorage.sizeInGiB', storage?.sizeInGiB, [21, 200]);
}

// EXTERNAL MODULE: ./packages/aws/build/iam/look-up-role.js
var look_up_role = __webpack_require__(1953);
;// CONCATENATED MODULE: ./packages/ecs/build/task-definition/rules/task.js




/** Rules about the task as a whole: its family, roles, tags and size. */
const taskRules = [
    familyName,
    roles,
    rolesThatAreNeeded,
    tags,
    wholeSize,
];
function familyName({ family = '' }) {
    return problemIf(!namePattern.test(family), 'family', nameWords);
}
const task_roleName = /^[\w+=,.@-]{1,64}$/;
/** ECS takes the ARN of a role, and its name too. */
function roles(definition) {
    return ['taskRoleArn', 'executionRoleArn'].flatMap((path) => {
        const role = definition[path];
        if (!role)
            return [];
        const isRole = role.startsWith('arn:') ? (0,look_up_role/* isRoleArn */.G)(role) : task_roleName.test(role);
        const kind = (0,build_arn/* findArn */.n)(role)?.service === 'iam' ? 'is the ARN of something else in IAM' : 'is no role';
        return problemIf(!isRole, path, `${kind}; allowed: the ARN of a role (arn:aws:iam::ACCOUNT:role/NAME), or its name`);
    });
}
/** On any launch type: what the execution role is for besides Fargate's own needs. */
function rolesThatAreNeeded(definition) {
    if (definition.executionRoleArn)
        return [];
    const reasons = containersOf(definition).flatMap((container) => [
        // An empty list counts: https://github.com/aws/aws-sdk-go/issues/2370
        ...(container.secrets === undefined
            ? []
            : [
                container.secrets.length > 0
                    ? 'reads secrets'
                    : 'has a list of secrets (although it is empty)',
            ]),
        ...(container.repositoryCredentials ? ['has repositoryCredentials'] : []),
        ...(container.logConfiguration?.secretOptions?.length
            ? ['has secretOptions for its logs']
            : []),
        ...(isForFargate(definition) ? reasonsOnFargate(container) : []),
    ]);
    return problemIf(reasons.length > 0, 'executionRoleArn', `is required: a container ${[...new Set(reasons)].join(', ')}`);
}
function reasonsOnFargate({ image = '', logConfiguration, environmentFiles, }) {
    return [
        ...(environmentFiles?.length ? ['reads environmentFiles'] : []),
        ...(logConfiguration?.logDriver === 'awslogs' ? ['writes to awslogs'] : []),
        ...(/\.dkr[.-]ecr(?:-fips)?\./.test(image) ? ['comes from Amazon ECR'] : []),
    ];
}
/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-using-tags.html */
function tags({ tags: all }) {
    if (all === undefined)
        return [];
    const keys = all.map(({ key = '' }) => key);
    return [
        ...problemIf(all.length > 50, 'tags', `has ${all.length} tags; allowed: up to 50`),
        ...duplicates(keys).map((key) => ({ path: 'tags', message: `has ${key} twice` })),
        ...all.flatMap(({ key = '', value = '' }, i) => [
            ...problemIf(key === '' || key.length > 128, `tags[${i}].key`, 'must be 1 to 128 characters'),
            ...problemIf(value.length > 256, `tags[${i}].value`, 'must be up to 256 characters'),
        ]),
    ];
}
/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html */
const mostBytes = 64 * 1024;
function wholeSize(definition) {
    const bytes = Buffer.byteLength(JSON.stringify(definition));
    const message = `has ${bytes} bytes as JSON; allowed: up to ${mostBytes}`;
    return problemIf(bytes > mostBytes, 'containerDefinitions', message);
}

;// CONCATENATED MODULE: ./packages/ecs/build/task-definition/rules/variables.js



/** Rules about environment variables and secrets of each container. */
const variableRules = [
    perContainer(possibleNames),
    perContainer(variables_uniqueNames),
    perContainer(notInBoth),
    perContainer(secretReferences),
    perContainer(registryLogin),
];
/** The environment of a process is made of `NAME=value`. */
function possibleNames(container) {
    return ['environment', 'secrets'].flatMap((list) => (container[list] ?? []).flatMap(({ name = '' }, i) => problemIf(name === '' || /[=\0]/.test(name), `${list}[${i}].name`, 'must be the name of a variable, without =')));
}
function variables_uniqueNames(container) {
    return ['environment', 'secrets'].flatMap((path) => {
        const names = (container[path] ?? []).map((variable) => variable.name ?? '');
        return duplicates(names).map((name) => ({ path, message: `has ${name} twice` }));
    });
}
function notInBoth(container) {
    const environment = new Set((container.environment ?? []).map((variable) => variable.name));
    const both = (container.secrets ?? []).filter((secret) => environment.has(secret.name));
    return both.map(({ name }) => ({
        path: 'secrets',
        message: `has ${name}, which environment has as well: ECS refuses a name in both; remove it from one (!${name})`,
    }));
}
function secretReferences(container) {
    const lists = {
        secrets: container.secrets,
        'logConfiguration.secretOptions': container.logConfiguration?.secretOptions,
    };
    return Object.entries(lists).flatMap(([list, secrets = []]) => secrets.flatMap(({ valueFrom = '' }, i) => {
        const message = secretReferenceProblem(valueFrom);
        return message === undefined ? [] : [{ path: `${list}[${i}].valueFrom`, message }];
    }));
}
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RepositoryCredentials.html */
function registryLogin({ repositoryCredentials }) {
    if (repositoryCredentials === undefined)
        return [];
    const reference = (0,secrets_reference/* findSecretReference */.F)(repositoryCredentials.credentialsParameter ?? '', 'only-secrets');
    const path = 'repositoryCredentials.credentialsParameter';
    if (reference?.kind !== 'secret') {
        const message = 'must be the ARN or the name of a secret of Secrets Manager; an SSM parameter is not possible here';
        return [{ path, message }];
    }
    const hasParts = repositoryCredentials.credentialsParameter !== reference.id;
    return problemIf(hasParts, path, 'has more than the ARN or the name of a secret; leave the rest out: ECS reads its keys username and password by itself');
}
function secretReferenceProblem(valueFrom) {
    const reference = (0,secrets_reference/* findSecretReference */.F)(valueFrom);
    if (reference?.kind === 'parameter')
        return undefined;
    if (reference === undefined) {
        return 'must be the ARN of a secret (…:secret:name-AbCdEf, with :key:stage:version for a part of it) or the ARN or name of an SSM parameter';
    }
    if ((0,build_arn/* findArn */.n)(reference.id) === undefined) {
        return 'has the name of a secret, where ECS takes an ARN only; the ARN could not be looked up';
    }
    const parts = valueFrom.split(':').length;
    return parts === 7 || parts === 10
        ? undefined
        : 'must have three colons behind the ARN of the secret, or none: :key:stage:version, each of which may be empty';
}

;// CONCATENATED MODULE: ./packages/ecs/build/task-definition/rules/volumes.js



/**
 * Rules about volumes and where they are mounted.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Volume.html
 */
const volumeRules = [volumes, perContainer(mountPoints)];
function volumes({ volumes: all = [] }) {
    const names = all.map(({ name = '' }) => name);
    return [
        ...duplicates(names).map((name) => ({
            path: 'volumes',
            message: `has two volumes named ${name}`,
        })),
        ...problemIf(all.filter(({ configuredAtLaunch }) => configuredAtLaunch).length > 1, 'volumes', 'has more than one volume with configuredAtLaunch; allowed: one'),
        ...all.flatMap((volume, i) => volumeProblems(volume).map(({ path, message }) => ({
            path: `volumes[${i}]${path === '' ? '' : `.${path}`}`,
            message,
        }))),
    ];
}
const kinds = [
    'dockerVolumeConfiguration',
    'efsVolumeConfiguration',
    'fsxWindowsFileServerVolumeConfiguration',
    's3filesVolumeConfiguration',
];
function volumeProblems(volume) {
    const given = [
        ...kinds.filter((kind) => volume[kind] !== undefined),
        ...(volume.host?.sourcePath ? ['host.sourcePath'] : []),
        ...(volume.configuredAtLaunch ? ['configuredAtLaunch'] : []),
    ];
    const severalKinds = `is of more than one kind (${given.join(', ')}); allowed: one`;
    return [
        ...problemIf(!namePattern.test(volume.name ?? ''), 'name', nameWords),
        ...problemIf(given.length > 1, '', severalKinds),
        ...efsProblems(volume.efsVolumeConfiguration ?? {}).map(({ path, message }) => ({
            path: `efsVolumeConfiguration.${path}`,
            message,
        })),
    ];
}
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSAuthorizationConfig.html */
function efsProblems(efs) {
    const { rootDirectory = '/', authorizationConfig: { iam, accessPointId } = {} } = efs;
    const hasAccessPoint = Boolean(accessPointId);
    return [
        ...problemIf((iam === 'ENABLED' || hasAccessPoint) && efs.transitEncryption !== 'ENABLED', 'transitEncryption', 'must be ENABLED with an access point, and with IAM authorization'),
        ...problemIf(hasAccessPoint && !['/', ''].includes(rootDirectory), 'rootDirectory', 'must be / or be left out with an access point, which has a root of its own'),
        ...outOfRange('transitEncryptionPort', efs.transitEncryptionPort, [0, 65_535]),
    ];
}
function mountPoints({ mountPoints: points = [] }, { volumes: all = [] }) {
    const names = all.map(({ name = '' }) => name);
    const allowed = names.length === 0 ? 'there is none' : names.join(', ');
    return points.flatMap(({ sourceVolume = '', containerPath = '' }, j) => [
        ...problemIf(!names.includes(sourceVolume), `mountPoints[${j}].sourceVolume`, `must be a volume of this definition; allowed: ${allowed}`),
        ...problemIf(containerPath === '', `mountPoints[${j}].containerPath`, 'is required'),
    ]);
}

;// CONCATENATED MODULE: ./packages/ecs/build/task-definition/rules/index.js














const rules = [
    allowedValues,
    ...taskRules,
    ...containerRules,
    ...dependencyRules,
    ...variableRules,
    ...portRules,
    ...networkRules,
    ...healthRules,
    ...sizeRules,
    ...loggingRules,
    ...volumeRules,
    ...resourceRules,
    ...fargateRules,
    ...fargateLimits,
];
/**
 * Everything in a definition that ECS would refuse, or that would keep its tasks from ever starting, although its
 * shape is right.
 */
function checkRules(definition) {
    return rules.flatMap((rule) => rule(definition));
}

;// CONCATENATED MODULE: ./packages/ecs/build/task-definition/index.js
















;// CONCATENATED MODULE: ./packages/ecs/build/diagnosis/log-place.js



/** Finds where a container writes to, or why that cannot be read. */
function placeOfLog(source) {
    const { definition, container, taskId, arn, runtimeId } = source;
    const { logConfiguration } = containersOf(definition).find(({ name }) => name === container) ?? {};
    const { logDriver, options = {} } = logConfiguration ?? {};
    if (logDriver === undefined)
        return obstacle(container, 'it has no log configuration');
    if (logDriver !== 'awslogs')
        return obstacle(container, `its log driver is ${logDriver}`);
    const prefix = options['awslogs-stream-prefix'];
    // https://docs.docker.com/engine/logging/drivers/awslogs/: the stream is named after the container then.
    const stream = prefix === undefined ? runtimeId : `${prefix}/${container}/${taskId}`;
    if (stream === undefined) {
        const why = 'without awslogs-stream-prefix its stream has the name of the Docker container, which is not known';
        return obstacle(container, why);
    }
    const { 'awslogs-group': group = '', 'awslogs-region': region } = options;
    const { partition, region: ofTask, account } = (0,build_arn/* findArn */.n)(arn) ?? {};
    return {
        container,
        group,
        stream,
        region,
        resource: `arn:${partition}:logs:${region ?? ofTask}:${account}:log-group:${group}:*`,
        url: (0,console_links/* logConsoleUrl */.x)(arn, { group, stream, region }),
    };
}
function obstacle(container, why) {
    return { container, obstacle: `The log of ${container} is not read here: ${why}.` };
}
/** Why reading a log failed, as a whole sentence. */
function whyUnread({ container, group, resource }, error) {
    if (error instanceof poll/* DeadlineError */.j3 || (0,build_transient/* isTransient */.d)(error)) {
        return `CloudWatch Logs did not answer for the log of ${container} in ${group}: lines may be missing here.`;
    }
    if (isMissing(error, 'log group')) {
        return `The log of ${container} is not there: there is no log group ${group}.`;
    }
    if ((0,errors/* isAccessDenied */.w7)(error)) {
        return `The log of ${container} is not read: the role of this job needs ${statement(['logs:GetLogEvents'], resource)}`;
    }
    const words = error instanceof Error ? error.message : String(error);
    return `The log of ${container} in ${group} could not be read: ${words}`;
}
/** Whether the error says that there is no such stream, or no such group. */
function isMissing(error, what) {
    return ((0,errors/* isAwsError */.m_)(error, 'ResourceNotFoundException') &&
        error instanceof Error &&
        error.message.includes(what));
}

;// CONCATENATED MODULE: ./packages/ecs/build/diagnosis/redact.js


const redact_hidden = '***';
/** Forms in which applications print what they were given; a name alone is no secret. */
const tokens = /\beyJ[\w-]{8,1000}\.[\w-]{8,}\.[\w-]*|\bgh[oprsu]_\w{30,}|\bxox[abprs]-[\w-]{10,}|\bsk_(?:live|test)_\w{8,}/g;
// With limits, so that a line of any length is looked through at once.
const passwords = /([a-z][a-z\d+.-]{0,20}:\/\/[^\s/:@]{0,200}:)[^\s@]{1,500}(?=@)/gi;
/** A line of a foreign log without what is a secret unmistakably: passwords in URLs, and tokens that say what they are. */
function hideTokens(line) {
    return line.replace(passwords, `$1${redact_hidden}`).replace(tokens, redact_hidden);
}
/**
 * A line of a foreign log without what is a secret by its form: passwords in URLs, tokens and what looks like one, and
 * values after names that speak of secrets. The values that are known are masked besides.
 */
function redact(line) {
    const withoutNamed = hideTokens(line.replace(/\b(Bearer|Basic) +[\w.~+/=-]{8,}/gi, `$1 ${redact_hidden}`)).replace(/([\w.-]+)(=|["']\s*:\s*)("[^"]*"|'[^']*'|[^\s"',;&]+)/g, redact_hideValue);
    return hideTokenRuns(withoutNamed);
}
function redact_hideValue(all, name, sign) {
    return (0,build/* isSecretName */.eh)(name) ? `${name}${sign}${redact_hidden}` : all;
}

;// CONCATENATED MODULE: ./packages/ecs/build/diagnosis/log-stream.js



/** A page may be empty although there are lines; so many more are looked at. */
const furtherPages = 3;
/** Characters of a line that are shown. */
const longestLine = 1_000;
/** Of a line that are looked through for secrets, which takes the longer the more there are. */
const longestRead = 4_000;
/**
 * Reads the last lines of a stream, at most `limit`, without colours and secrets: undefined while there is no
 * such stream, or nothing in it. Throws what `call` throws, also where the group is missing.
 */
async function readStreamEnd(clients, { region, group, stream }, { limit, signal }) {
    // Loaded on demand, as the client is: only a failed deployment needs it.
    const { GetLogEventsCommand } = await __webpack_require__.e(/* import() */ 4).then(__webpack_require__.t.bind(__webpack_require__, 7004, 19));
    const client = await clients.logs(region);
    const input = { logGroupName: group, logStreamName: stream, limit };
    let nextToken;
    try {
        for (let page = 0; page <= furtherPages; page++) {
            const command = new GetLogEventsCommand({ ...input, ...(nextToken && { nextToken }) });
            const { events = [], nextBackwardToken } = await (0,call/* call */.T)(client, command, { signal });
            if (events.length > 0)
                return events.flatMap(({ message = '' }) => readableLines(message));
            if (nextBackwardToken === undefined || nextBackwardToken === nextToken)
                return undefined;
            nextToken = nextBackwardToken;
        }
    }
    catch (error) {
        if (!isMissing(error, 'log stream'))
            throw error;
    }
    return undefined;
}
/** What a log event says, without colours and secrets, and not too long; an event may hold several lines. */
function readableLines(message) {
    // eslint-disable-next-line no-control-regex -- colours, which nobody sees in a summary
    const text = message.replace(/\u001B\[[\d;]*[A-Za-z]/g, '').trimEnd();
    const plain = redact(text.length > longestRead ? beginningOf(text) : text);
    const shown = plain.length > longestLine || text.length > longestRead
        ? `${plain.slice(0, longestLine)} …`
        : plain;
    return shown.split(/\r\n|\n|\r/);
}
/** Without its last word, which may be one half of a secret that has no secret's form any more. */
function beginningOf(text) {
    return text.slice(0, longestRead).replace(/\S{1,100}$/, '');
}

;// CONCATENATED MODULE: ./packages/ecs/build/diagnosis/log-tail.js



const tailLength = 20;
/** Among so many lines a path is looked for that is to be mentioned, and of those that do, so many are shown. */
const searchedLength = 200;
const mentionsLength = 8;
/** Log events arrive late: the last line of a crash may need some seconds. */
const patienceMs = 10_000;
const arrivedAfterMs = 3_000;
/** An answer that does not come by then is not waited for. */
const answerWithinMs = 15_000;
/** Reads the last lines of a container from CloudWatch Logs. A failure to read is only noted. */
async function readLogTail(clients, source, signal) {
    const { container } = source;
    const place = placeOfLog(source);
    if ('obstacle' in place)
        return { container, lines: [], note: place.obstacle };
    const { url, group } = place;
    try {
        const limit = source.mentions === undefined ? tailLength : searchedLength;
        const lines = await (0,poll/* untilDeadline */.Hm)(signal, Date.now() + answerWithinMs, (limited) => readArrived(() => readStreamEnd(clients, place, { limit, signal: limited }), source, limited));
        return lines.length === 0
            ? { container, lines, note: `${container} wrote nothing to the log group ${group}.`, url }
            : { container, lines: pick(lines, source.mentions), url };
    }
    catch (error) {
        if (signal.aborted)
            throw error;
        return { container, lines: [], note: whyUnread(place, error), url };
    }
}
/** Looks until there are lines, and once more where the container has only just ended; none where there never were any. */
async function readArrived(read, { endedAt = 0 }, signal) {
    let before;
    const look = async () => {
        const lines = await read();
        const isWhole = Date.now() - endedAt >= arrivedAfterMs || before?.at(-1) === lines?.at(-1);
        before = lines ?? before ?? [];
        return isWhole ? lines : undefined;
    };
    const deadline = Date.now() + patienceMs;
    try {
        return await (0,poll/* poll */.wt)(look, { signal, deadline, delayMs: (looks) => looks * 1_000 });
    }
    catch (error) {
        if (before !== undefined && error instanceof poll/* DeadlineError */.j3)
            return before;
        throw error;
    }
}
/** The last lines, with those before that mention what is looked for. */
function pick(lines, mentions) {
    if (mentions === undefined)
        return lines.slice(-tailLength);
    const last = lines.slice(-(tailLength - mentionsLength));
    const earlier = lines.slice(0, -last.length).filter((line) => line.includes(mentions));
    return [...earlier.slice(-mentionsLength), ...last];
}
/** The end of a log as it is quoted in a message, each line behind a bar; or why there is none. */
function quoteLog(log) {
    if (log === undefined)
        return [];
    if (log.note !== undefined)
        return [log.note];
    return [`Last lines of ${log.container}:`, ...log.lines.map((line) => `  | ${line}`)];
}

;// CONCATENATED MODULE: ./packages/ecs/build/rollout/service-tasks.js


/** DescribeTasks takes no more at once. */
const describeLimit = 100;
/** The tasks of a service that are to run, or those that have stopped (for about an hour). */
async function listServiceTasks({ ecs, signal }, { cluster, service }, desiredStatus) {
    const found = [];
    let nextToken;
    do {
        const list = new dist_cjs.ListTasksCommand({
            cluster,
            serviceName: service,
            desiredStatus,
            maxResults: describeLimit,
            ...(nextToken === undefined ? {} : { nextToken }),
        });
        const page = await (0,call/* call */.T)(ecs, list, { signal });
        nextToken = page.nextToken;
        const tasks = page.taskArns ?? [];
        if (tasks.length === 0)
            continue;
        const described = await (0,call/* call */.T)(ecs, new dist_cjs.DescribeTasksCommand({ cluster, tasks }), { signal });
        found.push(...(described.tasks ?? []));
    } while (nextToken !== undefined);
    return found;
}

;// CONCATENATED MODULE: ./packages/ecs/build/diagnosis/stopped-tasks.js

/**
 * The tasks of a deployment that have come to their end, and that ECS still knows (about an hour):
 * stopped ones, and those whose end is told already while ECS takes them apart.
 */
async function listStoppedTasks(context, reference, deployment) {
    const stopped = await listServiceTasks(context, reference, 'STOPPED');
    return stopped.filter((task) => isEndTold(task) && isOf(deployment, task));
}
/** The tasks of a deployment that are to run, whatever has become of them so far. */
async function listLivingTasks(context, reference, deployment) {
    const living = await listServiceTasks(context, reference, 'RUNNING');
    return living.filter((task) => isOf(deployment, task));
}
/** A way back to the same definition starts tasks as well, for a deployment of its own. */
function isOf(deployment, task) {
    const { startedBy = '' } = task;
    const isOthers = deployment.id !== undefined && startedBy.startsWith('ecs-svc/') && startedBy !== deployment.id;
    return (!isOthers &&
        task.taskDefinitionArn === deployment.taskDefinition &&
        Number(task.createdAt) >= deployment.createdAt.getTime());
}
/**
 * Whether it is known why a task ended. A network interface may take minutes to be given back, and a
 * sidecar to drain: until then the task is DEPROVISIONING or STOPPING, with all that can be said.
 */
function isEndTold({ lastStatus, stopCode, stoppedReason, containers = [] }) {
    if (lastStatus === 'STOPPED')
        return true;
    if (stopCode === undefined || !stoppedReason)
        return false;
    return (stopCode !== 'EssentialContainerExited' ||
        containers.some(({ exitCode, reason }) => exitCode !== undefined || reason));
}

;// CONCATENATED MODULE: ./packages/ecs/build/diagnosis/decisive-container.js


/**
 * The container that ended the task: of those whose end ends it, the first in the definition that says most, unless
 * another one kept them all from beginning. Undefined where no container tells anything.
 */
function decisiveContainer(task, essential) {
    const { containers = [] } = task;
    const candidates = [...essential].flatMap((wanted) => containers.find(({ name }) => name === wanted) ?? []);
    if (/container health checks/i.test(task.stoppedReason ?? '')) {
        return candidates.find(({ healthStatus }) => healthStatus === 'UNHEALTHY');
    }
    return (candidates.find(({ reason = '' }) => classifyReason(reason)?.kind === 'memory') ??
        neededByOthers(task, essential) ??
        mostOwnWill(candidates.filter(({ exitCode = 143 }) => ownWill(exitCode) === 2)) ??
        candidates.find(({ reason }) => reason) ??
        mostOwnWill(candidates));
}
/** A container that was to end well, or to be healthy, before the others begin, and was not. */
function neededByOthers({ containers = [], stoppedReason = '' }, essential) {
    const told = [stoppedReason, ...containers.map(({ reason = '' }) => reason)].join('; ');
    const named = /container ordering dependency \[([^\]]+)\]/.exec(told)?.[1];
    if (named !== undefined)
        return containers.find(({ name }) => name === named);
    const hasBegun = containers.some(({ name = '', exitCode, reason }) => essential.has(name) && (exitCode !== undefined || reason));
    return hasBegun ? undefined : containers.find(({ exitCode = 0 }) => ownWill(exitCode) === 2);
}
function mostOwnWill(candidates) {
    return candidates
        .filter(({ exitCode }) => exitCode !== undefined)
        .toSorted((a, b) => ownWill(b.exitCode ?? 143) - ownWill(a.exitCode ?? 143))[0];
}

;// CONCATENATED MODULE: ./packages/ecs/build/diagnosis/task-death.js







/** Kinds in which the exit code of the container is a part of the story. */
const exitKinds = new Set([
    'memory',
    'crash',
    'killed',
    'ended',
    'command',
    'dependency',
]);
/**
 * The death of a stopped task, or undefined for one that was only scaled away or replaced, or that a
 * person stopped, whatever the reason was that they gave. `essential` names the containers whose end
 * ends the task, in the order of the definition: a sidecar's exit code is no reason, unless others
 * never began for want of it.
 */
function deathOf(task, essential) {
    if (task.stopCode === 'UserInitiated')
        return undefined;
    const container = decisiveContainer(task, essential);
    const reasons = [container?.reason, task.stoppedReason].filter((reason) => reason);
    const cause = causeOfReason(reasons.join('; '), task, container) ?? causeOfStop(task, container);
    if (cause === undefined)
        return undefined;
    const isOwn = exitKinds.has(cause.kind) || cause.kind === 'container-health';
    return {
        taskId: (0,build_arn/* nameFromArn */.N)(task.taskArn ?? ''),
        code: reasonKinds[cause.kind].code,
        kind: cause.kind,
        remedy: cause.remedy,
        container: isOwn || container?.reason ? container?.name : undefined,
        exitCode: tellsExit(cause.kind, container?.exitCode) ? container?.exitCode : undefined,
        reason: reasons[0] ?? 'no reason given',
        ...lifetime(task),
    };
}
/** A container that others wait for in vain may have been ended by ECS when it gave up. */
function tellsExit(kind, exitCode = 0) {
    return exitKinds.has(kind) && (kind !== 'dependency' || ownWill(exitCode) === 2);
}
function causeOfReason(text, task, container) {
    const found = classifyReason(text);
    if (found === undefined)
        return undefined;
    const told = {
        text,
        container: container?.name,
        containerMemory: container?.memory,
        taskMemory: task.memory,
    };
    return { kind: found.kind, remedy: remedyFor(found, told) };
}
function lifetime(task) {
    return {
        startedAt: Number(task.startedAt ?? task.createdAt ?? 0),
        stoppedAt: Number(task.stoppedAt ?? task.executionStoppedAt ?? task.stoppingAt ?? 0),
    };
}
/** What the stop code says where the reason says nothing. */
function causeOfStop({ stopCode }, container) {
    switch (stopCode) {
        case 'EssentialContainerExited':
            return causeOfExit(container?.exitCode, container?.name);
        case 'SpotInterruption':
            return known('Spot');
        case 'TerminationNotice':
        case 'InfrastructureHealth':
            return known('underlying host');
        case 'TaskFailedToStart':
            return { kind: 'unknown', remedy: unknownRemedy };
        case 'ServiceSchedulerInitiated':
        case 'UserInitiated':
        case undefined:
        default: // also for codes that ECS may come to have
            return undefined;
    }
}
/** The class that has these words, where ECS gave no words of its own. */
function known(words) {
    const found = findClass(hostClasses, words);
    return found && { kind: found.kind, remedy: remedyFor(found, { text: words }) };
}

;// CONCATENATED MODULE: ./packages/ecs/build/diagnosis/index.js













;// CONCATENATED MODULE: ./packages/ecs/build/one-off-task/ending.js
/**
 * What a look at a task shows of the end of its deciding container, given what earlier looks have shown. ECS gives no moments
 * for containers: which one was first is seen by looking in between, or not at all.
 */
function endingIn(task, deciding, before) {
    if (before !== 'unknown')
        return before;
    const { container, others } = ending_sorted(task, deciding);
    const isOtherOver = others.some(hasEnded);
    if (container === undefined || !hasEnded(container)) {
        return isOtherOver || isToldToStop(task) ? 'told-to' : 'unknown';
    }
    if (isOtherOver || isToldToStop(task))
        return 'unknown';
    // With EssentialContainerExited one of the essential ones has ended, which then is this one.
    const isFirst = task.desiredStatus !== 'STOPPED' || deciding.essential.has(deciding.container);
    return isFirst ? 'by-itself' : 'unknown';
}
/** What the record of a task that has ended shows of the end of its deciding container, where no look has shown it. */
function recordedEnding(task, deciding) {
    if (isToldToStop(task))
        return 'told-to';
    if (!deciding.essential.has(deciding.container))
        return 'unknown';
    const { others } = ending_sorted(task, deciding);
    const ended = others.filter(({ exitCode }) => exitCode !== undefined);
    // What ECS ends, because another container has ended, mostly dies of its signal; by itself nothing does.
    return ended.every(({ exitCode, reason }) => isStopSignal(exitCode) && !reason)
        ? 'by-itself'
        : 'unknown';
}
/** The essential containers beside the deciding one that may have ended before it; those that ECS has ended have not. */
function rivalsOf(task, deciding) {
    const ended = ending_sorted(task, deciding).others.filter(({ exitCode, reason }) => exitCode !== undefined || reason);
    const byThemselves = ended.filter(({ exitCode, reason }) => reason || !isStopSignal(exitCode));
    return byThemselves.length > 0 ? byThemselves : ended;
}
function ending_sorted({ containers = [] }, { container: name, essential }) {
    return {
        container: containers.find((one) => one.name === name),
        others: containers.filter((one) => one.name !== name && essential.has(one.name ?? '')),
    };
}
function hasEnded({ exitCode }) {
    return exitCode !== undefined;
}
/**
 * Whether somebody or something else than a container has ended the task; codes that are not known are taken for that. Some who
 * speak for ECS give an empty one to tasks that run.
 */
function isToldToStop({ stopCode }) {
    return Boolean(stopCode) && stopCode !== 'EssentialContainerExited';
}
/** SIGKILL or SIGTERM, with which ECS ends containers. */
function isStopSignal(exitCode) {
    return exitCode === 137 || exitCode === 143;
}

;// CONCATENATED MODULE: ./packages/ecs/build/one-off-task/find-tasks.js


/** DescribeTasks takes no more at once. */
const find_tasks_describeLimit = 100;
/** The tasks that run, and those that have stopped and that ECS still knows (at least an hour). */
async function findTasks(context, scope) {
    // One after the other: a task that stops meanwhile is in the second list, unless that is older than the first.
    const runningAt = Date.now();
    const running = await list(context, inScope(scope, 'RUNNING'));
    const stoppedAt = Date.now();
    const stopped = await list(context, inScope(scope, 'STOPPED'));
    const arns = [...new Set([...running, ...stopped])];
    const pages = Array.from({ length: Math.ceil(arns.length / find_tasks_describeLimit) }, (_, i) => describeTasks(context, scope.cluster, arns.slice(i * find_tasks_describeLimit, (i + 1) * find_tasks_describeLimit)));
    return { tasks: (await Promise.all(pages)).flat(), runningAt, stoppedAt };
}
/** The ARNs of the tasks that carry this very `startedBy` and are to run. */
function listStartedBy(context, cluster, startedBy) {
    return list(context, { cluster, startedBy });
}
/** The tasks as ECS describes them now; one that it does not know (yet, or any more) is left out. */
async function describeTasks({ ecs, signal }, cluster, tasks) {
    const command = new dist_cjs.DescribeTasksCommand({ cluster, tasks: [...tasks] });
    return (await (0,call/* call */.T)(ecs, command, { signal })).tasks ?? [];
}
function inScope({ cluster, family }, desiredStatus) {
    return { cluster, ...(family !== undefined && { family }), desiredStatus };
}
async function list({ ecs, signal }, filter) {
    const arns = [];
    let nextToken;
    do {
        const command = new dist_cjs.ListTasksCommand({ ...filter, nextToken });
        const page = await (0,call/* call */.T)(ecs, command, { signal });
        arns.push(...(page.taskArns ?? []));
        nextToken = page.nextToken;
    } while (nextToken !== undefined);
    return arns;
}

;// CONCATENATED MODULE: ./packages/ecs/build/one-off-task/anchor.js
/** ECS tells of stopped tasks for at least an hour; so far back everybody sees the same ones. */
const memoryMs = 40 * 60_000;
/** So much clocks may differ, and answers of ECS lag. */
const settlingMs = 30_000;
/**
 * By then two lists of ECS agree about a task that is being stopped. Each first start waits so long, so it is no more than
 * lists were ever seen to lag behind each other, several times over.
 */
const listsAgreeMs = 15_000;
/**
 * The anchor at a moment, given the last task of the lock: that task, where it has ended of late, so that all who saw it end
 * use the same token; otherwise a stretch of forty minutes. The stretches of different locks begin at
 * different moments. A task that was started in the running stretch, or after the last task, is still described when it
 * has ended, so one that is named and not described has just been started.
 */
function anchorAt(now, last, lock) {
    const endedAt = last === undefined ? 0 : endOf(last, now);
    if (last?.taskArn !== undefined && now - endedAt < memoryMs) {
        return { kind: 'task', name: last.taskArn, settledAt: 0, until: endedAt + memoryMs };
    }
    const offset = Number.parseInt(lock.slice(0, 8), 16) % memoryMs;
    const stretch = Math.floor((now + offset) / memoryMs);
    const begun = stretch * memoryMs - offset;
    return {
        kind: 'stretch',
        name: `stretch ${stretch}`,
        settledAt: Math.max(begun, endedAt + memoryMs) + settlingMs,
        until: begun + memoryMs,
    };
}
/**
 * When what was read is ground for a start that begins now; undefined for now.
 *
 * A task that is told to stop moves from one list of ECS to the other, and a list may be older than the other: in two that are
 * read together it may be in neither. A list of stopped tasks that is read so much later than one of running tasks as
 * answers may lag has it. After a task that has ended of late this is not needed: whatever has followed that task
 * has used up its token.
 */
function waitFor({ kind, settledAt, until }, moment) {
    const { readings, now, startTakesMs } = moment;
    const runningAt = readings.runningAt.find((at) => at >= settledAt);
    if (runningAt === undefined)
        return Math.max(settledAt, now);
    const isSeamlessAt = kind === 'task' ? runningAt : runningAt + listsAgreeMs;
    if (readings.stoppedAt < isSeamlessAt)
        return Math.max(isSeamlessAt, now);
    return now + startTakesMs > until ? until + settlingMs : undefined;
}
function endOf({ stoppedAt, executionStoppedAt, stoppingAt }, now) {
    return (stoppedAt ?? executionStoppedAt ?? stoppingAt)?.getTime() ?? now;
}

;// CONCATENATED MODULE: ./packages/ecs/build/one-off-task/origin.js

const prefix = 'deploy-actions';
/**
 * What a task carries in `startedBy`, which takes 128 of `[A-Za-z0-9-/_]`. `start` is another one for every start that was
 * ever tried: the same token with other parameters is a conflict, and never the answer to an old start.
 */
function startedBy({ lock, key }, start) {
    return [prefix, lock, key, start.replaceAll(/[^A-Za-z0-9-]/g, '-')].join('/').slice(0, 128);
}
/** The origin of a task that was started here, and its start; undefined for all others. */
function findOrigin({ startedBy: text = '', }) {
    const [first, lock, key, ...rest] = text.split('/');
    const [start] = rest;
    if (first !== prefix || !lock || !key || start === undefined || rest.length > 1)
        return undefined;
    return { lock, key, start };
}
/** Sixteen hexadecimal digits that stand for several texts together. */
function shortHash(parts) {
    return (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}

;// CONCATENATED MODULE: ./packages/ecs/build/one-off-task/passing.js

/** Kinds of reasons that pass by themselves, beside a lack of capacity. */
const passing = new Set([
    'network-interface',
    'agent-timeout',
    'agent',
    'throttled',
]);
/** Lacks of capacity that stay until somebody changes the cluster or the definition. */
const lasting = new Set(['instance-attribute']);
/** Whether what keeps a task from starting may well be over a little later. */
function mayPass(kind) {
    return passing.has(kind) || (reasonKinds[kind].code === 'capacity' && !lasting.has(kind));
}

;// CONCATENATED MODULE: ./packages/ecs/build/one-off-task/start-refusal.js



/**
 * What an entry of `failures` means, which ECS gives with HTTP 200.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/api_failures_messages.html
 */
function refusalOf({ reason = 'no reason given', detail }) {
    return refusalIn(detail ? `${reason} (${detail})` : reason);
}
/** The refusal in an exception of RunTask that tells of a lack that may pass; undefined for all others. */
function findPassingRefusal(error) {
    if (!(0,errors/* isAwsError */.m_)(error, 'ClientException', 'InvalidParameterException'))
        return undefined;
    const refusal = refusalIn(wordsOf(error));
    return refusal.mayPass ? refusal : undefined;
}
function refusalIn(text) {
    const { kind, code, remedy } = explainReason(text);
    return { text, code, remedy, mayPass: mayPass(kind) };
}
/** What AWS itself says is at the end of the causes. */
function wordsOf(error) {
    if (!(error instanceof Error))
        return String(error);
    return error.cause === undefined ? error.message : wordsOf(error.cause);
}

;// CONCATENATED MODULE: ./packages/ecs/build/one-off-task/start.js



/** Longer than this no start is under way, retries included. */
const startWithinMs = 20_000;
/** Once the job is cancelled, the answer is waited for so long: it alone names the task. */
const start_answerWithinMs = 3_000;
/**
 * Starts a task with a client token. Of several that use the same token at the same time with other parameters, one
 * starts its task, and the others are told which.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/ECS_Idempotency.html
 */
async function startTask(context, request) {
    context.signal.throwIfAborted();
    try {
        const { tasks = [], failures = [] } = await answerTo(context, request);
        const [task] = tasks;
        if (task !== undefined)
            return { kind: 'started', task };
        return { kind: 'refused', refusals: failures.map(refusalOf), isAnswer: true };
    }
    catch (error) {
        if ((0,errors/* isAwsError */.m_)(error, 'ConflictException')) {
            return { kind: 'taken', taskArn: resourceIdsOf(error)[0] };
        }
        if (context.signal.aborted)
            throw error;
        if (error instanceof poll/* DeadlineError */.j3 || (0,build_transient/* isTransient */.d)(error))
            return { kind: 'unanswered', error };
        const refusal = findPassingRefusal(error);
        if (refusal !== undefined)
            return { kind: 'refused', refusals: [refusal], isAnswer: false };
        throw error;
    }
}
async function answerTo({ ecs, signal }, request) {
    const limit = new AbortController();
    const late = setTimeout(() => limit.abort(new poll/* DeadlineError */.j3()), startWithinMs);
    let last;
    const onCancel = () => {
        last = setTimeout(() => limit.abort(signal.reason), start_answerWithinMs);
    };
    signal.addEventListener('abort', onCancel, { once: true });
    try {
        const resource = request.taskDefinition ?? '*';
        return await (0,call/* call */.T)(ecs, new dist_cjs/* RunTaskCommand */._eD(request), { signal: limit.signal, resource });
    }
    catch (error) {
        throw limit.signal.aborted && !signal.aborted ? new poll/* DeadlineError */.j3() : error;
    }
    finally {
        clearTimeout(late);
        clearTimeout(last);
        signal.removeEventListener('abort', onCancel);
    }
}
/** The exception of AWS, which is somewhere in the causes, names the tasks that the token has started. */
function resourceIdsOf(error) {
    if (!(error instanceof Error))
        return [];
    if ('resourceIds' in error && Array.isArray(error.resourceIds))
        return error.resourceIds.map(String);
    return resourceIdsOf(error.cause);
}

;// CONCATENATED MODULE: ./packages/ecs/build/one-off-task/token-count.js


/** A start that is under way is done, and its task named to all, so long after it was begun. */
const namedWithinMs = startWithinMs + settlingMs;
/** While a token names no task, it is tried again after so long. */
const pausesMs = { shortest: 2_000, longest: 10_000 };
/**
 * Which token comes next behind an anchor: one that is used up, and has started no task, gives way to the next. An answer that
 * names no task may come from a start that is still under way, so it takes time until that is known; a start of one's own that
 * ECS has answered tells it at once.
 */
class TokenCount {
    #anchor = '';
    #tokens = 0;
    /** When the token was first found to be used, and to name no task. */
    #emptySince;
    #isOwnRefusal = false;
    /** The number of the token to use behind an anchor. */
    behind(anchor) {
        if (anchor !== this.#anchor) {
            this.#anchor = anchor;
            this.#use(0);
        }
        return this.#tokens;
    }
    /** ECS has answered a start by this token that it has started no task. */
    noteOwnRefusal() {
        // Whether that uses the token up is not documented: the same one is tried first, and only then the next.
        this.#isOwnRefusal = true;
    }
    /** The token is used, and names no task; says when to try again, in milliseconds since the epoch. */
    noteEmpty(now) {
        this.#emptySince ??= now;
        const spentAt = this.#isOwnRefusal ? now : this.#emptySince + namedWithinMs;
        if (now >= spentAt) {
            this.#use(this.#tokens + 1);
            return now;
        }
        const { shortest, longest } = pausesMs;
        const pauseMs = Math.min(Math.max(now - this.#emptySince, shortest), longest);
        return Math.min(now + pauseMs, spentAt);
    }
    #use(tokens) {
        this.#tokens = tokens;
        this.#emptySince = undefined;
        this.#isOwnRefusal = false;
    }
}

;// CONCATENATED MODULE: ./packages/ecs/build/one-off-task/lock.js







/** Pauses while a task that was just started is not described yet; AWS speaks of up to five minutes. */
const visiblePausesMs = [0, 1, 2, 4, 8, 15, 30, 60, 60, 60, 60].map((seconds) => seconds * 1000);
/**
 * A lock that lets one task of a cluster run at a time, without a place of its own to be kept in. The client token of a start
 * is made of what came before (see {@link anchorAt}): of all who go by the same, ECS lets one start its task, and tells the
 * others which it was. They look at that task, and wait for its end or go on from there.
 *
 * It rests on what ECS keeps: tasks that run are always listed, stopped ones are described for an hour, and client tokens are
 * remembered for longer than that. It holds among runs whose clocks and whose readings of ECS are together less than half a
 * minute apart, and among tasks that were started under it; what somebody else starts is not known to it.
 */
class TaskLock {
    #context;
    #work;
    /** What is known of each task, by ARN: an end that was seen is never forgotten for an older answer. */
    #tasks = new Map();
    #runningAt = [];
    #stoppedAt = 0;
    #tokens = new TokenCount();
    /** The `startedBy` of each start of which nobody knows what became of it. */
    #unanswered = new Set();
    constructor(context, work) {
        this.#context = context;
        this.#work = work;
    }
    /** The tasks that were started under this lock and that ECS knows, newest first. */
    async read() {
        const { tasks, runningAt, stoppedAt } = await findTasks(this.#context, this.#work);
        for (const task of tasks) {
            if (findOrigin(task)?.lock === this.#work.origin.lock)
                this.learn(task);
        }
        this.#runningAt.push(runningAt);
        this.#stoppedAt = stoppedAt;
        return this.#newestFirst();
    }
    /** The `startedBy` of each start of this lock that ECS has not answered: its task may be at work. */
    get unanswered() {
        return [...this.#unanswered];
    }
    /** Takes note of a task of this lock that was described elsewhere. */
    learn(task) {
        const { taskArn = '', startedBy: by = '' } = task;
        this.#unanswered.delete(by);
        const before = this.#tasks.get(taskArn);
        if (before === undefined || !isOver(before) || isOver(task))
            this.#tasks.set(taskArn, task);
    }
    /** Takes note that ECS knows a task no more, which was at work when it was last described. */
    forget({ taskArn = '' }) {
        this.#tasks.delete(taskArn);
    }
    /** Starts the task if no other of the lock is at work, as far as was read. `start` tells it from all others. */
    async take(request, start) {
        const tasks = this.#newestFirst();
        const working = tasks.find((task) => !isOver(task));
        if (working !== undefined)
            return { kind: 'held', task: working };
        const { origin } = this.#work;
        const now = Date.now();
        const anchor = anchorAt(now, tasks[0], origin.lock);
        const readings = { runningAt: this.#runningAt, stoppedAt: this.#stoppedAt };
        const at = waitFor(anchor, { now, readings, startTakesMs: startWithinMs });
        if (at !== undefined)
            return { kind: 'again', at };
        this.#context.signal.throwIfAborted();
        const by = startedBy(origin, start);
        this.#unanswered.add(by);
        const result = await startTask(this.#context, {
            ...request,
            startedBy: by,
            clientToken: shortHash([origin.lock, anchor.name, this.#tokens.behind(anchor.name)]),
        });
        if (result.kind !== 'unanswered')
            this.#unanswered.delete(by);
        if (result.kind === 'taken')
            return this.#afterTaken(result.taskArn);
        if (result.kind === 'refused' && result.isAnswer)
            this.#tokens.noteOwnRefusal();
        if (result.kind === 'started')
            this.learn(result.task);
        return result;
    }
    async #afterTaken(taskArn) {
        if (taskArn === undefined)
            return { kind: 'again', at: this.#tokens.noteEmpty(Date.now()) };
        this.learn(await this.#describe(taskArn));
        return { kind: 'again', at: Date.now() };
    }
    /** Describes a task that somebody else has just started. Throws a `conflict` for one that does not come to light. */
    async #describe(taskArn) {
        for (const pauseMs of visiblePausesMs) {
            await (0,build/* sleep */.yy)(pauseMs, this.#context.signal);
            const [task] = await this.#look(taskArn);
            if (task !== undefined)
                return task;
        }
        throw new build/* ActionError */.lZ({
            code: 'conflict',
            message: `ECS has started ${taskArn} under this lock, and does not describe it. Nothing was started.`,
            remedy: 'Look for that task in the cluster, and run this step again when it has ended.',
        });
    }
    async #look(taskArn) {
        try {
            return await describeTasks(this.#context, this.#work.cluster, [taskArn]);
        }
        catch (error) {
            if (!(0,build_transient/* isTransient */.d)(error) || this.#context.signal.aborted)
                throw error;
            return [];
        }
    }
    #newestFirst() {
        return [...this.#tasks.values()].toSorted((a, b) => Number(b.createdAt) - Number(a.createdAt));
    }
}
/** Whether nothing of a task runs any more, or will. */
function isOver({ lastStatus }) {
    return lastStatus === 'STOPPED' || lastStatus === 'DEPROVISIONING' || lastStatus === 'DELETED';
}

;// CONCATENATED MODULE: ./packages/ecs/build/one-off-task/log-follower.js



/** So long an answer is waited for; the next look asks for the same again. */
const log_follower_answerWithinMs = 10_000;
/** The log of one container of a task, read on as it is written: no line twice, and none left out. */
class LogFollower {
    place;
    /** False once reading it again makes no sense. */
    isReadable = true;
    /** Why the last look failed, as a whole sentence; undefined where it did not. */
    trouble;
    #clients;
    #token;
    #startTime;
    /** The newest moment of which lines were read, and how many events of it. */
    #newest = { timestamp: 0, events: 0 };
    /** Events of the newest moment that come again after a new beginning. */
    #known = 0;
    constructor(clients, place) {
        this.#clients = clients;
        this.place = place;
    }
    /** The next lines, in their order; never throws. What an abort cuts off is read the next time. */
    async readPage(signal) {
        if (!this.isReadable)
            return { lines: [], isEnd: true, isAnswered: true };
        try {
            const page = await (0,poll/* untilDeadline */.Hm)(signal, Date.now() + log_follower_answerWithinMs, (limited) => this.#read(limited));
            this.trouble = undefined;
            return { ...page, isAnswered: true };
        }
        catch (error) {
            if (signal.aborted)
                return { lines: [], isEnd: true, isAnswered: false };
            return this.#afterError(error);
        }
    }
    async #read(signal) {
        const { GetLogEventsCommand } = await __webpack_require__.e(/* import() */ 4).then(__webpack_require__.t.bind(__webpack_require__, 7004, 19));
        const { group, stream, region } = this.place;
        const command = new GetLogEventsCommand({
            logGroupName: group,
            logStreamName: stream,
            startFromHead: true,
            startTime: this.#startTime,
            nextToken: this.#token,
        });
        const client = await this.#clients.logs(region);
        const answer = await (0,call/* call */.T)(client, command, { signal, resource: group });
        const { events = [], nextForwardToken: token } = answer;
        // At the end of the stream the same token comes back, and leads to what is written later.
        const isEnd = token === undefined || token === this.#token;
        this.#token = token ?? this.#token;
        return { lines: this.#new(events).flatMap(linesOf), isEnd };
    }
    /** The events that were not read before, of which it takes note. */
    #new(events) {
        return events.filter(({ timestamp = 0 }) => {
            if (this.#known > 0 && timestamp === this.#newest.timestamp) {
                this.#known -= 1;
                return false;
            }
            if (timestamp > this.#newest.timestamp)
                this.#newest = { timestamp, events: 0 };
            if (timestamp === this.#newest.timestamp)
                this.#newest.events += 1;
            return true;
        });
    }
    #afterError(error) {
        const isAnswered = !(error instanceof poll/* DeadlineError */.j3 || (0,build_transient/* isTransient */.d)(error));
        if ((0,errors/* isAwsError */.m_)(error, 'InvalidParameterException') && this.#token !== undefined) {
            this.#beginAgain();
            return { lines: [], isEnd: false, isAnswered };
        }
        // A stream comes into being with its container; what passes is tried again the next time.
        this.isReadable = (0,errors/* isAwsError */.m_)(error, 'ResourceNotFoundException') || !isAnswered;
        this.trouble = isMissing(error, 'log stream') ? undefined : whyUnread(this.place, error);
        return { lines: [], isEnd: true, isAnswered };
    }
    /**
     * A token is good for 24 hours; from then on the log is read from its newest line on.
     * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetLogEvents.html
     */
    #beginAgain() {
        this.#token = undefined;
        this.#startTime = this.#newest.timestamp;
        this.#known = this.#newest.events;
    }
}
/** An event may hold several lines; a carriage return alone begins a new one for GitHub's runner. */
function linesOf({ message = '', timestamp = 0, ingestionTime = timestamp, }) {
    const lines = message.replace(/[\r\n]+$/, '').split(/\r\n|\n|\r/);
    const lateByMs = ingestionTime - timestamp;
    return lines.map((text) => ({ text: hideTokens(text), writtenAt: timestamp, lateByMs }));
}

;// CONCATENATED MODULE: ./packages/ecs/build/one-off-task/verdict.js



/** The reason given to ECS when a task is stopped because the container that decides has ended, and others go on. */
function hasDecided(container) {
    return `${container} has ended, and decides`;
}
/**
 * The verdict on a task that has ended: one container decides, whatever becomes of those beside it. `seen` is what looks at the
 * task have shown of that container's end; without it the record of the task has to show that it has ended by itself.
 */
function verdictOn(task, deciding, seen = 'unknown') {
    const { container: name, successCodes } = deciding;
    const container = task.containers?.find((one) => one.name === name);
    const told = { exitCode: container?.exitCode, reason: reasonsOf(task, container, name) };
    const ending = endingOf(task, deciding, seen);
    const isWell = meansSuccess(container, successCodes);
    if (isWell && ending === 'by-itself') {
        return { kind: 'succeeded', ...told, death: undefined, doubt: undefined };
    }
    const wasCutOff = isWell || ending === 'told-to';
    const rivals = wasCutOff ? rivalsOf(task, deciding) : [];
    const tellers = isWell || rivals.length > 0 ? verdict_namesOf(rivals) : [name];
    return {
        kind: kindOf(task, { container, wasCutOff }),
        ...told,
        death: deathOf(withoutOwnStop(task, name), new Set(tellers)),
        doubt: isWell ? doubtAbout(name, ending, rivals) : undefined,
    };
}
function endingOf(task, deciding, seen) {
    if (seen !== 'unknown')
        return seen;
    return isStoppedForIts(deciding.container, task) ? 'by-itself' : recordedEnding(task, deciding);
}
/** Whether a step like this one has stopped the task because the container that decides had ended. */
function isStoppedForIts(container, { stoppedReason }) {
    return stoppedReason === hasDecided(container);
}
/** What such a stop says of the task is nothing that ended it. */
function withoutOwnStop(task, name) {
    if (!isStoppedForIts(name, task))
        return task;
    return { ...task, stopCode: 'EssentialContainerExited', stoppedReason: undefined };
}
function reasonsOf(task, container, name) {
    const { stoppedReason } = withoutOwnStop(task, name);
    return [container?.reason, stoppedReason].filter((text) => text).join('; ');
}
function meansSuccess(container, codes) {
    const { exitCode } = container ?? {};
    return exitCode !== undefined && codes.has(exitCode) && !isOutOfMemory(container);
}
/** Why what looks like success is not taken for it. */
function doubtAbout(name, ending, rivals) {
    const others = rivals
        .map((one) => `${one.name} (exit code ${one.exitCode ?? 'unknown'})`)
        .join(' and ');
    const then = `ECS then tells ${name} to end, and what it answers says nothing about its work.`;
    if (others === '') {
        return ending === 'told-to'
            ? `The task was told to end before ${name} was seen to have ended by itself: what it answers then says nothing about its work.`
            : `An essential container has ended the task, and that ${name} had ended before was not seen.`;
    }
    return ending === 'told-to'
        ? `Another essential container had ended before, ${others}: ${then}`
        : `Another essential container has ended as well, ${others}, and which of them was first was not seen: ${then}`;
}
function verdict_namesOf(containers) {
    return containers.map(({ name = '' }) => name);
}
function kindOf({ startedAt }, { container, wasCutOff }) {
    const exitCode = container?.exitCode;
    if (exitCode === undefined) {
        // A container that others were to precede is not made while these have not succeeded.
        return startedAt === undefined || container?.runtimeId === undefined
            ? 'never-started'
            : 'killed';
    }
    return wasCutOff || isSignal(exitCode) || isOutOfMemory(container) ? 'killed' : 'failed';
}
/** Exit codes above 128 are those of signals, of which there are 64. */
function isSignal(exitCode) {
    return exitCode > 128 && exitCode <= 192;
}
function isOutOfMemory({ reason = '' } = {}) {
    return /^OutOfMemory/i.test(reason);
}
/**
 * Whether the same start may well succeed a little later: no container has run, and capacity or the network of the task
 * was lacking.
 */
function mayStartAgain(task, { kind, death }) {
    const hasRun = task.startedAt !== undefined ||
        (task.containers ?? []).some(({ exitCode }) => exitCode !== undefined);
    if (kind !== 'never-started' || hasRun || death === undefined)
        return false;
    return mayPass(death.kind);
}

;// CONCATENATED MODULE: ./packages/ecs/build/one-off-task/index.js







;// CONCATENATED MODULE: ./packages/ecs/build/preflight/places.js

/** What `pick` takes from each container, with the place of each. */
function fromContainers(definition, pick) {
    return containersOf(definition).flatMap((container, i) => pick(container).map(({ value, path, variable }) => ({
        value,
        place: {
            definition: definition.family ?? '',
            container: container.name,
            field: `containerDefinitions[${i}].${path}`,
            variable,
        },
    })));
}
/** A place at the top of a definition. */
function atTop(definition, field) {
    return { definition: definition.family ?? '', field };
}

;// CONCATENATED MODULE: ./packages/ecs/build/preflight/collect.js


/** Collects the references of a definition; what is no reference by its form is left to the rules. */
function collectReferences(definition) {
    return {
        secrets: [...secretsOf(definition), ...fileSystemLogins(definition)],
        images: fromContainers(definition, ({ image }) => image ? [{ value: image, path: 'image' }] : []),
        logGroups: logGroupsOf(definition),
        roles: rolesOf(definition),
    };
}
function secretsOf(definition) {
    return fromContainers(definition, (container) => [
        ...(container.secrets ?? []).flatMap(({ name, valueFrom }, i) => used(valueFrom, 'variable', { path: `secrets[${i}].valueFrom`, variable: name })),
        ...(container.logConfiguration?.secretOptions ?? []).flatMap(({ name, valueFrom }, i) => {
            const path = `logConfiguration.secretOptions[${i}].valueFrom`;
            return used(valueFrom, 'log-option', { path, variable: name });
        }),
        ...used(container.repositoryCredentials?.credentialsParameter, 'registry-login', {
            path: 'repositoryCredentials.credentialsParameter',
        }),
        // The application reads it by itself: S3 keys, keysets and the like are named by ARN so.
        ...(container.environment ?? []).flatMap(({ name, value = '' }, i) => /^arn:[\w-]+:secretsmanager:/.test(value)
            ? used(value, 'mentioned', { path: `environment[${i}].value`, variable: name })
            : []),
    ]);
}
function used(text, use, at) {
    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RepositoryCredentials.html: ARN or name of a secret.
    const plainNamesAre = use === 'registry-login' ? 'only-secrets' : 'parameters';
    const reference = text === undefined ? undefined : (0,secrets_reference/* findSecretReference */.F)(text, plainNamesAre);
    return text === undefined || reference === undefined
        ? []
        : [{ value: { text, reference, use }, ...at }];
}
/** ECS reads them to mount file systems of FSx for Windows. */
function fileSystemLogins(definition) {
    return (definition.volumes ?? []).flatMap((volume, i) => {
        const text = volume.fsxWindowsFileServerVolumeConfiguration?.authorizationConfig?.credentialsParameter;
        const reference = text?.startsWith('arn:') ? (0,secrets_reference/* findSecretReference */.F)(text) : undefined;
        if (text === undefined || reference === undefined)
            return [];
        const field = `volumes[${i}].fsxWindowsFileServerVolumeConfiguration.authorizationConfig.credentialsParameter`;
        const use = 'file-system-login';
        return [{ value: { text, reference, use }, place: atTop(definition, field) }];
    });
}
function logGroupsOf(definition) {
    return fromContainers(definition, ({ logConfiguration }) => {
        const options = logConfiguration?.options ?? {};
        const name = options['awslogs-group'];
        const isMade = options['awslogs-create-group'] === 'true';
        if (logConfiguration?.logDriver !== 'awslogs' || name === undefined)
            return [];
        const path = 'logConfiguration.options.awslogs-group';
        const region = options['awslogs-region'];
        const streamPrefix = options['awslogs-stream-prefix'];
        return [{ value: { name, region, streamPrefix, isMade }, path }];
    });
}
function rolesOf(definition) {
    const roles = [
        { field: 'taskRoleArn', kind: 'task', id: definition.taskRoleArn },
        { field: 'executionRoleArn', kind: 'execution', id: definition.executionRoleArn },
    ];
    return roles.flatMap(({ field, kind, id }) => id ? [{ value: { id, kind }, place: atTop(definition, field) }] : []);
}

;// CONCATENATED MODULE: ./packages/ecs/build/preflight/finding.js
const codes = {
    definition: 'input',
    secret: 'secret',
    image: 'image',
    'log-group': 'preflight',
    role: 'preflight',
    permission: 'preflight',
    service: 'preflight',
    capacity: 'capacity',
};
/** The failure that findings amount to: that of their root cause where they are all of a kind that has one. */
function failureCodeOf(findings) {
    const found = new Set(findings.map(({ kind }) => codes[kind]));
    const [only = 'preflight', ...others] = found;
    if (others.length === 0)
        return only;
    return (['input', 'secret', 'image', 'capacity'].find((code) => found.has(code)) ??
        'preflight');
}
/** A finding in one paragraph, for a log or an error. */
function describeFinding({ kind, place, problem, instead, remedy }) {
    // The rules of definitions word what is wrong with a field as what follows its name.
    if (kind === 'definition') {
        const where = place.container === undefined ? '' : `container ${place.container}: `;
        return `${where}${place.field} ${problem}`;
    }
    const sentences = [sentence(problem), sentence(instead), remedy].filter((part) => part !== '');
    return `${describePlace(place)}: ${sentences.join(' ')}`;
}
/** Words of AWS come with and without their full stop. */
function sentence(words) {
    return words === '' || /[.!?]$/.test(words) ? words : `${words}.`;
}
/** A place in words: `api-production, container api, DATABASE_URL (containerDefinitions[0].…)`. */
function describePlace({ definition, container, variable, field }) {
    const parts = [
        definition,
        ...(container === undefined ? [] : [`container ${container}`]),
        ...(variable === undefined ? [] : [variable]),
    ];
    return `${parts.join(', ')} (${field})`;
}
/** That something could not be checked, and why. */
function notChecked(what, { message, remedy }) {
    return { severity: 'not-checked', problem: `${what}: ${message}`, instead: '', remedy };
}

;// CONCATENATED MODULE: ./packages/ecs/build/preflight/findings-table.js

/** Findings as a table for a summary, under a title; empty where there are none. */
function findingsTable(title, findings) {
    const rows = findings.map(({ place, problem, instead, remedy }) => [
        [place.container, place.variable]
            .filter((part) => part)
            .map((part) => (0,build/* code */.aY)(part ?? ''))
            .join(' ') || '–',
        (0,build/* code */.aY)(place.field),
        (0,build/* escapeMarkdown */.FV)(problem),
        (0,build/* escapeMarkdown */.FV)(instead),
        (0,build/* escapeMarkdown */.FV)(remedy),
    ]);
    if (rows.length === 0)
        return '';
    const header = ['Container', 'Field', 'Finding', 'What exists', 'What to do'];
    return `#### ${title}\n\n${(0,build/* table */.tp)(header, rows)}`;
}

;// CONCATENATED MODULE: ./packages/ecs/build/preflight/grade.js


/** The grades of the input `preflight`. */
const preflightGrades = ['error', 'strict', 'warn', 'off'];
/** Tells what stops a step from what the user should only know. A broken definition stops it at every grade. */
function gradeFindings(findings, grade) {
    const isFatal = ({ severity, kind }) => {
        if (severity === 'error')
            return kind === 'definition' || grade !== 'warn';
        return severity === 'not-checked' && grade === 'strict';
    };
    const others = findings.filter((finding) => !isFatal(finding));
    return {
        fatal: findings.filter(isFatal),
        warnings: others.filter(({ severity }) => severity !== 'not-checked'),
        notChecked: others.filter(({ severity }) => severity === 'not-checked'),
    };
}
/** Tells the user what was found and does not stop the step. */
function tellFindings(log, { warnings, notChecked }) {
    for (const finding of warnings)
        log.warning(describeFinding(finding));
    for (const [what, remedy] of groupedByRemedy(notChecked))
        log.info(`Not checked: ${what} ${remedy}`);
}
/** What could not be checked for the same reason is told together. */
function groupedByRemedy(findings) {
    return new Map(findings.map((finding) => [describeFinding({ ...finding, remedy: '' }), finding.remedy]));
}
/** The error that fatal findings end a step with: all of them at once, each with its remedy. */
function findingsError(source, fatal) {
    const lines = fatal.map((finding) => `  - ${describeFinding(finding)}`);
    const count = fatal.length === 1 ? 'One thing is' : `${fatal.length} things are`;
    return new build/* ActionError */.lZ({
        code: failureCodeOf(fatal),
        message: `${count} wrong with the task definition ${source}:\n${lines.join('\n')}`,
        remedy: 'Mend what is named above, at the places named there. Nothing was registered.',
    });
}

;// CONCATENATED MODULE: ./packages/ecs/build/preflight/judge-images.js




/** What is wrong with the images of a definition. */
function judgeImages(definition, images, facts) {
    const wanted = platformOf(definition);
    const mayInstanceLogIn = !judge_images_isForFargate(definition);
    return images.flatMap(({ value, place }) => {
        const lookup = facts.images.get(value);
        if (lookup === undefined)
            return [];
        const container = containersOf(definition).find(({ name }) => name === place.container);
        const hasLogin = container?.repositoryCredentials !== undefined;
        const used = { image: value, lookup, hasLogin, mayInstanceLogIn, wanted };
        return verdictsOn(used).map((verdict) => ({ kind: 'image', place, ...verdict }));
    });
}
function verdictsOn(used) {
    const { image, lookup, hasLogin, wanted } = used;
    if (lookup.kind === 'missing') {
        const remedy = 'Build and push it first (build-push-image does), or correct the name.';
        const existing = (0,build/* whatThereIs */.V7)((0,image_reference/* parseImageReference */.o_)(image).tag ?? '', lookup.existing).trim();
        return [{ severity: 'error', problem: lookup.message, instead: existing, remedy }];
    }
    const isPrivate = (0,ecr_registry/* findEcrRegistry */.f8)((0,image_reference/* parseImageReference */.o_)(image).host) === undefined &&
        (lookup.kind === 'found' ? !lookup.isPublic : lookup.reason === 'credentials');
    const login = isPrivate && !hasLogin ? [noLogin(used)] : [];
    if (lookup.kind === 'not-checked') {
        return login.length > 0 ? login : [notChecked(image, lookup)];
    }
    if (lookup.platforms === undefined) {
        const unread = lookup.platformsNotRead;
        return unread === undefined ? login : [...login, notChecked(`the platform of ${image}`, unread)];
    }
    const runs = wanted === undefined || lookup.platforms.some((one) => isSame(one, wanted));
    return runs ? login : [...login, otherPlatform(image, lookup.platforms, wanted)];
}
function noLogin({ image, lookup, mayInstanceLogIn }) {
    // Who is not let in is not told whether there is anything to be let in to.
    const refused = lookup.kind === 'not-checked'
        ? lookup.message
        : `The registry gives ${image} to nobody without a login.`;
    const remedy = 'Give the container repositoryCredentials: { credentialsParameter: <ARN of a secret {"username": …, "password": …}> }, which the execution role may read; or make the image public, or copy it to Amazon ECR.';
    return mayInstanceLogIn
        ? {
            severity: 'not-checked',
            problem: `${refused} The container has no repositoryCredentials, so ECS can pull it only where the agent on the instance has a login of its own.`,
            instead: '',
            remedy: `See that ECS_ENGINE_AUTH_DATA of the instances has one. Or: ${remedy}`,
        }
        : {
            severity: 'error',
            problem: `${refused} The container has no repositoryCredentials: ECS could not pull it.`,
            instead: '',
            remedy,
        };
}
function otherPlatform(image, platforms, wanted) {
    const has = platforms.map(platformName).join(', ');
    return {
        severity: 'error',
        problem: `The image ${image} is for ${has}, and the task runs on ${platformName(wanted)}.`,
        instead: '',
        remedy: `Build it for ${platformName(wanted)} (platforms of build-push-image), or set runtimePlatform in the definition.`,
    };
}
/**
 * The platform that tasks of a definition run on; undefined where it depends on the instance: on EC2 and on
 * external instances, where the definition does not say.
 */
function platformOf(definition) {
    const { cpuArchitecture, operatingSystemFamily } = definition.runtimePlatform ?? {};
    if (!judge_images_isForFargate(definition) && cpuArchitecture === undefined)
        return undefined;
    return {
        os: operatingSystemFamily?.startsWith('WINDOWS') ? 'windows' : 'linux',
        architecture: cpuArchitecture === 'ARM64' ? 'arm64' : 'amd64',
    };
}
function judge_images_isForFargate({ requiresCompatibilities }) {
    return requiresCompatibilities?.includes('FARGATE') ?? false;
}
function isSame(one, other) {
    return one.os === other.os && one.architecture === other.architecture;
}
function platformName({ os, architecture, variant }) {
    return [os, architecture, ...(variant === undefined ? [] : [variant])].join('/');
}

// EXTERNAL MODULE: ./packages/aws/build/secrets/version-of.js
var version_of = __webpack_require__(8013);
;// CONCATENATED MODULE: ./packages/ecs/build/preflight/facts.js
/** What the keys of one version of a secret are filed under. */
function keysId(arn, versionId) {
    return `${arn} ${versionId}`;
}
/** What a log group is filed under. */
function logGroupId(name, region) {
    return `${region ?? ''} ${name}`;
}

;// CONCATENATED MODULE: ./packages/ecs/build/preflight/judge-secrets.js




/** What is wrong with the secrets and parameters that a definition uses. */
function judgeSecrets(used, facts) {
    return used.flatMap(({ value, place }) => judge_secrets_verdictsOn(value, place, facts).map((verdict) => ({
        kind: 'secret',
        place,
        ...verdict,
        // What the application reads by itself stops no task; it may well be made later.
        severity: value.use === 'mentioned' && verdict.severity === 'error' ? 'warning' : verdict.severity,
    })));
}
function judge_secrets_verdictsOn(used, place, facts) {
    const { reference } = used;
    if (reference.kind === 'parameter')
        return onParameter(reference.id, facts);
    const secret = facts.secrets.get(reference.id);
    if (secret === undefined)
        return [];
    if (secret.kind === 'not-checked')
        return [notChecked(`the secret ${reference.id}`, secret)];
    if (secret.kind === 'missing') {
        const problem = `There is no secret ${reference.id}.`;
        const remedy = 'Create it (sync-secrets does), or correct the name, the region or the account.';
        return [{ severity: 'error', problem, instead: secret.instead.trim(), remedy }];
    }
    if (secret.deletedAt !== undefined) {
        const problem = `The secret ${secret.name} is scheduled for deletion (since ${secret.deletedAt.toISOString()}), and cannot be read.`;
        const remedy = `Restore it: aws secretsmanager restore-secret --secret-id ${secret.arn}`;
        return [{ severity: 'error', problem, instead: '', remedy }];
    }
    return onVersion({ used, reference, secret, place }, facts);
}
function onParameter(id, facts) {
    const parameter = facts.parameters.get(id);
    if (parameter?.kind === 'not-checked')
        return [notChecked(`the parameter ${id}`, parameter)];
    if (parameter?.kind !== 'missing')
        return [];
    const problem = `There is no parameter ${id} in Systems Manager.`;
    const remedy = 'Create it, or correct the name, the region or the account.';
    return [{ severity: 'error', problem, instead: parameter.instead.trim(), remedy }];
}
function onVersion({ used, reference, secret, place }, facts) {
    const versionId = (0,version_of/* versionOf */.E)(secret, reference);
    if (versionId === undefined)
        return [noSuchVersion(reference, secret)];
    const wanted = wantedKeys(used, reference);
    if (wanted.length === 0)
        return [];
    const keys = facts.keys.get(keysId(secret.arn, versionId));
    if (keys === undefined)
        return [];
    if (keys.kind === 'not-checked') {
        return [notChecked(`the keys of ${secret.name}`, keys)];
    }
    if (keys.kind === 'not-json')
        return [noJson(used, secret)];
    return wanted.flatMap((key) => {
        if (!keys.types.has(key))
            return [noSuchKey(key, { used, secret, keys: keys.types, place })];
        const type = keys.types.get(key);
        return type === undefined || type === 'string' ? [] : [noText(key, type, secret)];
    });
}
/** ECS logs in to a registry with these two keys of one secret. */
const loginKeys = ['username', 'password'];
function wantedKeys({ use }, { key }) {
    if (use === 'registry-login')
        return loginKeys;
    return key === '' ? [] : [key];
}
function noSuchVersion({ stage, versionId }, secret) {
    const stages = [...secret.versions.values()].flat();
    const what = versionId === ''
        ? `version with the label ${stage === '' ? 'AWSCURRENT' : stage}`
        : `version ${versionId}${stage === '' ? '' : ` with the label ${stage}`}`;
    return {
        severity: 'error',
        problem: `The secret ${secret.name} has no ${what}.`,
        instead: (0,build/* whatThereIs */.V7)(stage, stages).trim(),
        remedy: stages.length === 0
            ? 'Give the secret a value.'
            : 'Correct the reference, or leave stage and version out for the current one.',
    };
}
function noJson({ use }, secret) {
    if (use === 'registry-login') {
        const problem = `The secret ${secret.name} is no JSON document with username and password, with which ECS logs in to the registry.`;
        const remedy = 'Write it as {"username": …, "password": …}.';
        return { severity: 'error', problem, instead: '', remedy };
    }
    return {
        severity: 'error',
        problem: `The secret ${secret.name} is no JSON document, so a key of it cannot be read.`,
        instead: '',
        remedy: 'Refer to the whole secret (its ARN without :key::), or write it as a JSON object.',
    };
}
function noSuchKey(key, { used, secret, keys, place }) {
    const purpose = used.use === 'registry-login' ? ', with which ECS logs in to the registry of the image' : '';
    return {
        severity: 'error',
        problem: `The secret ${secret.name} has no key ${key}${purpose}.`,
        instead: (0,build/* whatThereIs */.V7)(key, [...keys.keys()]).trim(),
        remedy: used.use === 'registry-login'
            ? 'Write the secret as {"username": …, "password": …}; for ghcr.io the password is a token that may read packages.'
            : `Add the key to the secret, or correct or remove ${place.variable ?? 'the reference'}.`,
    };
}
function noText(key, type, secret) {
    const problem = `The value of ${key} in the secret ${secret.name} is ${type === 'null' ? type : `a ${type.replace(/^a /, '')}`}: ECS gives the container Go's notation of it (null as <nil>, 1000000 as 1e+06).`;
    return { severity: 'warning', problem, instead: '', remedy: 'Write the value in quotes.' };
}
/**
 * Secrets whose versions cannot be pinned: rotation would lock out whoever goes back to an old version of
 * the credentials, and nobody pins what may not be looked at.
 */
function judgeVersionPins(used, { secrets }) {
    return used.flatMap(({ value: { reference, use }, place }) => {
        const isPinned = use === 'variable' || use === 'log-option';
        if (reference.kind !== 'secret' || reference.versionId !== '' || !isPinned)
            return [];
        const secret = secrets.get(reference.id);
        const finding = { kind: 'secret', severity: 'error', place, instead: '' };
        if (secret?.kind === 'not-checked') {
            const problem = `The version of ${reference.id} cannot be pinned: ${secret.message}`;
            return [{ ...finding, problem, remedy: secret.remedy }];
        }
        if (secret?.kind !== 'found' || !secret.isRotated)
            return [];
        return [
            {
                ...finding,
                problem: `The secret ${secret.name} is rotated, so its version cannot be pinned: the next rotation would make the pinned one invalid.`,
                remedy: 'Set pin-secret-versions to false, or turn the rotation of the secret off.',
            },
        ];
    });
}
/** Keys of secrets that a definition uses key by key, and that it maps nowhere. */
function unmappedKeys(used, facts) {
    const mapped = new Map();
    const known = new Map();
    for (const { value } of used) {
        const { reference, use } = value;
        if (reference.kind !== 'secret' || reference.key === '' || use !== 'variable')
            continue;
        const secret = facts.secrets.get(reference.id);
        if (secret?.kind !== 'found')
            continue;
        const keys = facts.keys.get(keysId(secret.arn, (0,version_of/* versionOf */.E)(secret, reference) ?? ''));
        if (keys?.kind !== 'keys')
            continue;
        known.set(secret.name, keys.types);
        mapped.set(secret.name, (mapped.get(secret.name) ?? new Set()).add(reference.key));
    }
    const unmapped = [...known].map(([name, keys]) => {
        const rest = [...keys.keys()].filter((key) => !mapped.get(name)?.has(key));
        return [name, rest];
    });
    return new Map(unmapped.filter(([, keys]) => keys.length > 0));
}

;// CONCATENATED MODULE: ./packages/ecs/build/preflight/judge-surroundings.js




/** What is wrong with the log groups that containers write to. */
function judgeLogGroups(used, { logGroups }) {
    return used.flatMap(({ value: { name, region }, place }) => {
        const lookup = logGroups.get(logGroupId(name, region));
        if (lookup === undefined || lookup.kind === 'found')
            return [];
        if (lookup.kind === 'not-checked') {
            return [{ kind: 'log-group', place, ...notChecked(`the log group ${name}`, lookup) }];
        }
        return [
            {
                kind: 'log-group',
                severity: 'error',
                place,
                problem: `There is no log group ${name}${region === undefined ? '' : ` in ${region}`}.`,
                instead: lookup.instead.trim(),
                remedy: "Create it, or set the option awslogs-create-group to 'true' and allow the execution role logs:CreateLogGroup.",
            },
        ];
    });
}
/** How trust policies name the tasks of ECS; `*` is everybody. */
const tasks = new Set([
    'ecs-tasks.amazonaws.com',
    'ecs-tasks.amazonaws.com.cn',
    '*',
]);
/** What is wrong with the roles of a task. */
function judgeRoles(used, { roles }) {
    return used.flatMap(({ value: { id }, place }) => {
        const lookup = roles.get(id);
        if (lookup === undefined)
            return [];
        if (lookup.kind === 'not-checked') {
            return [{ kind: 'role', place, ...notChecked(`the role ${id}`, lookup) }];
        }
        const finding = { kind: 'role', severity: 'error', place };
        if (lookup.kind === 'missing') {
            const problem = `There is no role ${id} in this account.`;
            const remedy = 'Create it, or correct the ARN: account, path and name have to be right.';
            return [{ ...finding, problem, instead: lookup.instead, remedy }];
        }
        if (lookup.trusts.some((service) => tasks.has(service)))
            return [];
        return [
            {
                ...finding,
                problem: `ECS may not assume the role ${id}: its trust policy does not let ecs-tasks.amazonaws.com do that.`,
                instead: (0,build/* whatThereIs */.V7)('ecs-tasks.amazonaws.com', lookup.trusts).trim(),
                remedy: 'Allow sts:AssumeRole to the service ecs-tasks.amazonaws.com in the trust policy of the role.',
            },
        ];
    });
}
/** What the execution role may not do, without which no task starts. */
function judgePermissions(definition, references, { permissions, resourcePolicies }) {
    const place = atTop(definition, 'executionRoleArn');
    const found = permissions.flatMap(({ permission, lookup, alsoAllowedBy }) => {
        const { role, actions } = permission;
        if (lookup.kind === 'not-checked') {
            const what = `whether the execution role may ${actions.join(', ')}`;
            return [{ kind: 'permission', place, ...notChecked(what, lookup) }];
        }
        return lookup.denials.map((denial) => {
            const hasOwnPolicy = alsoAllowedBy === 'secret' ? resourcePolicies.get(denial.resource) : alsoAllowedBy;
            const isUndecided = denial.isExplicit || denial.missingContext.length > 0;
            const mayBeAllowed = !isUndecided && Boolean(hasOwnPolicy);
            return mayBeAllowed && alsoAllowedBy !== undefined
                ? unread({ role, ...denial }, place, alsoAllowedBy)
                : denied({ role, ...denial }, place);
        });
    });
    // Streams of one log group are granted together, as is the login to the registries of several regions.
    return [...new Map(found.map((finding) => [finding.problem, finding])).values()];
}
/** A policy that is not the role's may allow it, and nobody has read that. */
function unread({ role, action, resource }, place, owner) {
    return {
        kind: 'permission',
        place,
        severity: 'not-checked',
        problem: `No policy of ${role} allows ${action} on ${resource}; the policy of the ${owner} may, and was not read.`,
        instead: '',
        remedy: `See that the policy of the ${owner} names the role, or add this statement to the policy of the role: ${statementFor(action, resource)}`,
    };
}
function statementFor(action, resource) {
    return JSON.stringify({ Effect: 'Allow', Action: action, Resource: grantedAs(resource) });
}
/** The streams of a log group as a policy names them: what was asked about is one of a task that is not there yet. */
function grantedAs(resource) {
    return resource.replace(/^(arn:[\w-]+:logs:.*:log-stream:).*$/, '$1*');
}
/** A permission that a role of the task has not, or of which only a real request can tell. */
function denied(denial, place) {
    const { role, action, isExplicit, missingContext } = denial;
    if (missingContext.length > 0)
        return conditional(denial, place);
    const resource = grantedAs(denial.resource);
    return {
        kind: 'permission',
        severity: 'error',
        place,
        problem: isExplicit
            ? `A policy denies ${action} on ${resource} to the role ${role}.`
            : `No policy allows ${action} on ${resource} to the role ${role}.`,
        instead: '',
        remedy: isExplicit
            ? 'Change the statement with the effect Deny; no permission overrides it.'
            : `Add this statement to the policy of the role: ${statementFor(action, resource)}`,
    };
}
/** A condition decides it, by something that nobody knows before the request is made. */
function conditional({ role, action, resource, isExplicit, missingContext }, place) {
    const keys = missingContext.join(', ');
    return {
        kind: 'permission',
        severity: 'not-checked',
        place,
        problem: `Whether ${role} may ${action} on ${grantedAs(resource)} depends on ${keys}, which only the request of the task has.`,
        instead: '',
        remedy: isExplicit
            ? `See that the conditions of the statement with the effect Deny let the tasks through.`
            : `See that the conditions of its policies fit the tasks; where none of them is about this, add this statement: ${statementFor(action, resource)}`,
    };
}

;// CONCATENATED MODULE: ./packages/ecs/build/preflight/judge.js



/** Everything that is wrong with what a definition refers to, and all that could not be checked. */
function judgeReferences(definition, references, facts) {
    return [
        ...judgeImages(definition, references.images, facts),
        ...judgeSecrets(references.secrets, facts),
        ...judgeLogGroups(references.logGroups, facts),
        ...judgeRoles(references.roles, facts),
        ...judgePermissions(definition, references, facts),
    ];
}

// EXTERNAL MODULE: ./packages/aws/build/not-checked.js
var not_checked = __webpack_require__(1828);
// EXTERNAL MODULE: ./packages/aws/build/unknown-host.js
var unknown_host = __webpack_require__(4082);
;// CONCATENATED MODULE: ./packages/aws/build/look-up-log-group.js




/** Asks about a log group; `region` is that of the job where it is not given. Throws only when the run is cancelled. */
async function lookUpLogGroup({ clients, signal }, name, region) {
    const inRegion = async () => {
        const { DescribeLogGroupsCommand } = await __webpack_require__.e(/* import() */ 4).then(__webpack_require__.t.bind(__webpack_require__, 7004, 19));
        const client = await clients.logs(region);
        const groupsFrom = async (logGroupNamePrefix) => {
            const command = new DescribeLogGroupsCommand({ logGroupNamePrefix, limit: 50 });
            const { logGroups = [] } = await (0,call/* call */.T)(client, command, { signal });
            return logGroups.map(({ logGroupName = '' }) => logGroupName);
        };
        // Groups come in the order of their names, so the one that is the whole prefix is first.
        if ((await groupsFrom(name)).includes(name))
            return { kind: 'found' };
        return { kind: 'missing', instead: (0,build/* whatThereIs */.V7)(name, await groupsFrom()) };
    };
    return (0,not_checked/* attemptCheck */.e)(() => inRegion().catch((error) => {
        throw region !== undefined && error instanceof unknown_host/* UnknownHostError */.D
            ? wrongRegion(region, error)
            : error;
    }));
}
/** The region is not the job's, so none of the job's settings is to be corrected. */
function wrongRegion(region, { message }) {
    return new build/* ActionError */.lZ({
        code: 'input',
        message,
        remedy: `Correct awslogs-region, which is ${region} here; allowed: regions such as us-east-1.`,
    });
}

// EXTERNAL MODULE: ./packages/aws/build/iam/simulate.js
var simulate = __webpack_require__(3789);
// EXTERNAL MODULE: ./packages/aws/build/secrets/resource-policy.js
var resource_policy = __webpack_require__(9626);
;// CONCATENATED MODULE: ./packages/aws/build/secrets/describe-parameters.js

/** How many values a filter takes. */
const namesAtOnce = 50;
/** Which of the names are those of parameters. Throws what {@link call} throws. */
async function describeParameters(context, { region, names }) {
    const found = new Set();
    for (let from = 0; from < names.length; from += namesAtOnce) {
        const some = names.slice(from, from + namesAtOnce);
        for (const name of await describeSome(context, { region, names: some }))
            found.add(name);
    }
    return found;
}
/** A page may be empty and have others behind it. */
async function describeSome({ clients, signal }, { region, names }) {
    const { DescribeParametersCommand } = await Promise.all(/* import() */[__webpack_require__.e(984), __webpack_require__.e(444)]).then(__webpack_require__.t.bind(__webpack_require__, 1444, 19));
    const client = await clients.ssm(region);
    const found = [];
    let token;
    do {
        const command = new DescribeParametersCommand({
            ParameterFilters: [{ Key: 'Name', Option: 'Equals', Values: [...names] }],
            MaxResults: 50,
            NextToken: token,
        });
        const { Parameters = [], NextToken } = await (0,call/* call */.T)(client, command, { signal });
        found.push(...Parameters.map(({ Name = '' }) => Name));
        token = NextToken;
    } while (token !== undefined && found.length < names.length);
    return found;
}
/** The names of some parameters of a region. Throws what {@link call} throws. */
async function listParameters({ clients, signal }, region) {
    const { DescribeParametersCommand } = await Promise.all(/* import() */[__webpack_require__.e(984), __webpack_require__.e(444)]).then(__webpack_require__.t.bind(__webpack_require__, 1444, 19));
    const command = new DescribeParametersCommand({ MaxResults: 50 });
    const { Parameters = [] } = await (0,call/* call */.T)(await clients.ssm(region), command, { signal });
    return Parameters.map(({ Name = '' }) => Name).toSorted();
}

// EXTERNAL MODULE: ./packages/aws/build/secrets/look-up-secret.js
var look_up_secret = __webpack_require__(8973);
;// CONCATENATED MODULE: ./packages/aws/build/secrets/get-parameters.js



/** How many names the API takes. */
const get_parameters_namesAtOnce = 10;
/**
 * Which of the parameters of one region are there, by reading them without decryption, each by its name or ARN. What
 * the role may not read keeps none of the others from being found. Throws only when the run is cancelled.
 */
async function getParameters(context, ids) {
    const found = new Map();
    for (let from = 0; from < ids.length; from += get_parameters_namesAtOnce) {
        const some = ids.slice(from, from + get_parameters_namesAtOnce);
        for (const [id, lookup] of await getSome(context, some))
            found.set(id, lookup);
    }
    return found;
}
async function getSome(context, ids) {
    const missing = await (0,not_checked/* attemptCheck */.e)(() => namesMissing(context, ids));
    if (!('kind' in missing))
        return ids.map((id) => [id, !missing.has(id)]);
    const [only, ...others] = ids;
    if (only !== undefined && others.length === 0)
        return [[only, missing]];
    // A single one that the role may not read has the whole call refused.
    const each = await Promise.all(ids.map((id) => getSome(context, [id])));
    return each.flat();
}
async function namesMissing({ clients, signal }, ids) {
    const { GetParametersCommand } = await Promise.all(/* import() */[__webpack_require__.e(984), __webpack_require__.e(444)]).then(__webpack_require__.t.bind(__webpack_require__, 1444, 19));
    const [first = ''] = ids;
    const command = new GetParametersCommand({ Names: [...ids], WithDecryption: false });
    const client = await clients.ssm((0,look_up_secret/* regionOf */.AP)(first));
    const { InvalidParameters = [] } = await (0,call/* call */.T)(client, command, { signal, resource: first });
    return new Set(InvalidParameters);
}

;// CONCATENATED MODULE: ./packages/aws/build/secrets/parameter-names.js

/** An ARN does not show whether the name begins with a slash; in a plain name it has to be there where it is meant. */
function spellingsOf(id) {
    const name = parameterName(id);
    if ((0,build_arn/* findArn */.n)(id) === undefined) {
        return { right: [name], wrong: name.startsWith('/') ? [] : [`/${name}`] };
    }
    const bare = name.replace(/^\//, '');
    return { right: bare.includes('/') ? [`/${bare}`] : [bare, `/${bare}`], wrong: [] };
}
/** The name of a parameter, with a slash where an ARN has swallowed it. */
function parameterName(id) {
    return (0,build_arn/* findArn */.n)(id)?.resource.replace(/^parameter/, '') ?? id;
}
/**
 * Whether AWS publishes the parameter itself: such are in no list.
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-public-parameters.html
 */
function isPublishedByAws(id) {
    return parameterName(id).startsWith('/aws/');
}
/**
 * The secret that a parameter stands for: `/aws/reference/secretsmanager/NAME`; undefined for all others.
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/integration-ps-secretsmanager.html
 */
function secretBehind(id) {
    return /^\/aws\/reference\/secretsmanager\/(.+)$/.exec(parameterName(id))?.[1];
}

// EXTERNAL MODULE: ./packages/aws/build/secrets/key-manifest.js
var key_manifest = __webpack_require__(2072);
;// CONCATENATED MODULE: ./packages/aws/build/secrets/look-up-keys.js




/**
 * The keys of one version of a secret: by the key manifest in its tags where that describes this very version,
 * else by the value where the role may read it. The value is not kept; `onSecretRead` hears of it. Throws only when the run is
 * cancelled.
 */
async function lookUpKeys(context, secret, versionId) {
    const manifest = (0,key_manifest/* findKeyManifest */.Oi)(secret.tags);
    if (manifest?.versionId === versionId) {
        return { kind: 'keys', types: new Map(manifest.keys.map((key) => [key, undefined])) };
    }
    return (0,not_checked/* attemptCheck */.e)(async () => {
        const { GetSecretValueCommand } = await __webpack_require__.e(/* import() */ 396).then(__webpack_require__.t.bind(__webpack_require__, 5396, 19));
        const client = await context.clients.secretsManager((0,look_up_secret/* regionOf */.AP)(secret.arn));
        const command = new GetSecretValueCommand({ SecretId: secret.arn, VersionId: versionId });
        const { SecretString } = await (0,call/* call */.T)(client, command, {
            signal: context.signal,
            resource: secret.arn,
        });
        return keysOf(SecretString ?? '', context.onSecretRead);
    });
}
function keysOf(document, onRead) {
    let tree;
    try {
        tree = JSON.parse(document);
    }
    catch {
        onRead?.({ secret: document });
        return { kind: 'not-json' };
    }
    if (typeof tree !== 'object' || tree === null || Array.isArray(tree)) {
        onRead?.({ secret: document });
        return { kind: 'not-json' };
    }
    const texts = Object.entries(tree).map(([key, value]) => {
        return [key, typeof value === 'string' ? value : JSON.stringify(value)];
    });
    onRead?.(Object.fromEntries(texts));
    const types = Object.entries(tree).map(([key, value]) => [key, nameOfType(value)]);
    return { kind: 'keys', types: new Map(types) };
}
function nameOfType(value) {
    if (value === null)
        return 'null';
    return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'a mapping' : typeof value;
}

;// CONCATENATED MODULE: ./packages/aws/build/secrets/secret-lookups.js


/** Keeps what Secrets Manager said, for as long as one look at everything takes: what is there may change after it. */
function rememberSecrets(context) {
    const secrets = new Map();
    const keys = new Map();
    const names = (0,look_up_secret/* secretNames */.XG)(context);
    return {
        secret(id) {
            const lookup = secrets.get(id) ?? (0,look_up_secret/* lookUpSecret */.t1)(context, id, names);
            secrets.set(id, lookup);
            return lookup;
        },
        keys(secret, versionId) {
            const key = `${secret.arn} ${versionId}`;
            const lookup = keys.get(key) ?? lookUpKeys(context, secret, versionId);
            keys.set(key, lookup);
            return lookup;
        },
    };
}

;// CONCATENATED MODULE: ./packages/aws/build/secrets/look-up-parameters.js









/**
 * Asks about parameters by their names or ARNs, all of a region together. Only their descriptions are read, by
 * ssm:DescribeParameters, or, where the role may not do that and where AWS lists them nowhere, the parameters themselves
 * without decryption; what stands for a secret is looked up as that. Throws only when the run is cancelled.
 */
async function lookUpParameters(context, ids, secrets = rememberSecrets(context)) {
    const byKind = Map.groupBy(new Set(ids), (id) => secretBehind(id) === undefined ? ((0,look_up_secret/* regionOf */.AP)(id) ?? '') : 'secret');
    const lookups = [...byKind].map(([kind, some]) => kind === 'secret' ? lookUpSecretsBehind(secrets, some) : lookUpInRegion(context, some));
    return merged(await Promise.all(lookups));
}
async function lookUpSecretsBehind(secrets, ids) {
    const lookups = ids.map(async (id) => {
        const secret = await secrets.secret(secretBehind(id) ?? id);
        return [id, secret.kind === 'found' ? { kind: 'found' } : secret];
    });
    return new Map(await Promise.all(lookups));
}
async function lookUpInRegion(context, ids) {
    const { published = [], own = [] } = Object.groupBy(ids, (id) => isPublishedByAws(id) ? 'published' : 'own');
    return merged(await Promise.all([lookUpByGet(context, published), lookUpOwn(context, own)]));
}
async function lookUpOwn(context, ids) {
    const [first] = ids;
    if (first === undefined)
        return new Map();
    const region = (0,look_up_secret/* regionOf */.AP)(first);
    const names = new Set(ids.map(spellingsOf).flatMap(({ right, wrong }) => [...right, ...wrong]));
    const described = await (0,not_checked/* attemptCheck */.e)(() => describeParameters(context, { region, names: [...names] }));
    // Where both are refused the first is told: its permission reads no value.
    if ('kind' in described)
        return lookUpByGet(context, ids, described);
    const missing = ids.filter((id) => !spellingsOf(id).right.some((name) => described.has(name)));
    const foreign = await foreignOnes(context, missing);
    const instead = await insteadOf(context, missing.filter((id) => !foreign.has(id)), described);
    const found = ids
        .filter((id) => !missing.includes(id))
        .map((id) => [id, { kind: 'found' }]);
    return merged([new Map(found), instead, await lookUpByGet(context, [...foreign])]);
}
async function lookUpByGet(context, ids, refusal) {
    const got = await getParameters(context, ids);
    const lookups = [...got].map(([id, lookup]) => {
        if (typeof lookup === 'object')
            return [id, refusal ?? lookup];
        return [id, lookup ? { kind: 'found' } : { kind: 'missing', instead: '' }];
    });
    return new Map(lookups);
}
/** ARNs that name another account, which may share its parameters but lists them to nobody. */
async function foreignOnes({ clients, signal }, ids) {
    const named = ids.filter((id) => (0,build_arn/* findArn */.n)(id) !== undefined);
    if (named.length === 0)
        return new Set();
    const own = await (0,not_checked/* attemptCheck */.e)(async () => {
        const { GetCallerIdentityCommand } = await __webpack_require__.e(/* import() */ 484).then(__webpack_require__.t.bind(__webpack_require__, 1484, 19));
        return (await (0,call/* call */.T)(await clients.sts(), new GetCallerIdentityCommand({}), { signal })).Account;
    });
    if (typeof own !== 'string')
        return new Set();
    return new Set(named.filter((id) => (0,build_arn/* findArn */.n)(id)?.account !== own));
}
/** The parameters that there are in place of those that are missing. */
async function insteadOf(context, missing, described) {
    const [first] = missing;
    if (first === undefined)
        return new Map();
    const listed = await (0,not_checked/* attemptCheck */.e)(() => listParameters(context, (0,look_up_secret/* regionOf */.AP)(first)));
    const names = 'kind' in listed ? [] : listed;
    const lookups = missing.map((id) => {
        const nearly = spellingsOf(id).wrong.find((name) => described.has(name));
        const instead = nearly === undefined
            ? (0,build/* whatThereIs */.V7)(parameterName(id), names)
            : `There is ${nearly}: write it with its slash.`;
        return [id, { kind: 'missing', instead }];
    });
    return new Map(lookups);
}
function merged(all) {
    return new Map(all.flatMap((one) => [...one]));
}

;// CONCATENATED MODULE: ./packages/ecs/build/preflight/needed-permissions.js



/**
 * What the execution role has to be allowed, so that ECS can pull the images, read what containers are given, and
 * write their logs. Empty where there is no such role: on EC2 the instance then does what it can.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html
 */
function neededPermissions(references, { secrets, roles }) {
    const id = references.roles.find(({ value }) => value.kind === 'execution')?.value.id;
    if (id === undefined)
        return [];
    const lookup = roles.get(id);
    // A role that is not there is told of by itself, and IAM knows no role by a name alone.
    const role = lookup?.kind === 'found' ? lookup.arn : id;
    if (lookup?.kind === 'missing' || (0,build_arn/* findArn */.n)(role) === undefined)
        return [];
    return [
        ...forSecrets(references, secrets),
        ...forImages(references),
        ...forLogs(references, role),
    ]
        .filter(({ resources }) => resources.length > 0)
        .map((needed) => ({ role, ...needed }));
}
function forSecrets({ secrets: used }, secrets) {
    const read = used.filter(({ value }) => value.use !== 'mentioned');
    const found = read.flatMap(({ value: { reference } }) => {
        const secret = reference.kind === 'secret' ? secrets.get(reference.id) : undefined;
        return secret?.kind === 'found' ? secret : [];
    });
    const parameters = read.flatMap(({ value: { reference } }) => reference.kind === 'parameter' && (0,build_arn/* findArn */.n)(reference.id) !== undefined ? reference.id : []);
    const keys = found.flatMap(({ arn, kmsKeyId }) => keyArn(arn, kmsKeyId) ?? []);
    const keysByRegion = Map.groupBy(new Set(keys), (key) => (0,build_arn/* findArn */.n)(key)?.region ?? '');
    return [
        {
            actions: ['secretsmanager:GetSecretValue'],
            resources: [...new Set(found.map(({ arn }) => arn))],
            alsoAllowedBy: 'secret',
        },
        { actions: ['ssm:GetParameters'], resources: [...new Set(parameters)] },
        ...[...keysByRegion].map(([region, resources]) => ({
            actions: ['kms:Decrypt'],
            resources,
            alsoAllowedBy: 'key',
            context: { 'kms:ViaService': `secretsmanager.${region}.${domainOf(resources[0] ?? '')}` },
        })),
    ];
}
function domainOf(arn) {
    return (0,build_arn/* findArn */.n)(arn)?.partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
}
/** The ARN of a key; undefined for AWS's own, and for an alias, by which no policy names a key. */
function keyArn(secretArn, key) {
    if (key === undefined || /(?:^|:)alias\//.test(key))
        return undefined;
    const { partition, region, account } = (0,build_arn/* findArn */.n)(secretArn) ?? {};
    return key.startsWith('arn:') ? key : `arn:${partition}:kms:${region}:${account}:key/${key}`;
}
function forImages({ images }) {
    const repositories = [...new Set(images.flatMap(({ value }) => needed_permissions_repositoryArn(value) ?? []))];
    const regions = new Set(repositories.map((arn) => (0,build_arn/* findArn */.n)(arn)?.region ?? ''));
    return [
        ...[...regions].map((region) => ({
            actions: ['ecr:GetAuthorizationToken'],
            resources: ['*'],
            context: { 'aws:RequestedRegion': region },
        })),
        {
            actions: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
            resources: repositories,
            alsoAllowedBy: 'repository',
        },
    ];
}
function needed_permissions_repositoryArn(image) {
    try {
        const { host, repository } = (0,image_reference/* parseImageReference */.o_)(image);
        const registry = (0,ecr_registry/* findEcrRegistry */.f8)(host);
        if (registry === undefined)
            return undefined;
        const { partition, region, account } = registry;
        return `arn:${partition}:ecr:${region}:${account}:repository/${repository}`;
    }
    catch (error) {
        // What is no reference is told by the rules of definitions.
        if (error instanceof build/* InvalidValue */.h6)
            return undefined;
        throw error;
    }
}
/** As the agent names the streams: by prefix, container and task. */
const anyTaskId = '0123456789abcdef0123456789abcdef';
function forLogs({ logGroups }, role) {
    const { partition, account } = (0,build_arn/* findArn */.n)(role) ?? {};
    const arnsOf = (groups, streamOf) => [
        ...new Set(groups.flatMap((group) => {
            const { name, region } = group.value;
            if (region === undefined)
                return [];
            return `arn:${partition}:logs:${region}:${account}:log-group:${name}:log-stream:${streamOf(group)}`;
        })),
    ];
    const stream = ({ value: { streamPrefix }, place: { container = '' } }) => 
    // Without a prefix a stream is called as the container runtime calls the container.
    streamPrefix === undefined ? anyTaskId.repeat(2) : `${streamPrefix}/${container}/${anyTaskId}`;
    const made = logGroups.filter(({ value }) => value.isMade);
    return [
        {
            actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
            resources: arnsOf(logGroups, stream),
        },
        // What AWS says when it is refused names a stream without a name.
        { actions: ['logs:CreateLogGroup'], resources: arnsOf(made, () => '') },
    ];
}

;// CONCATENATED MODULE: ./packages/ecs/build/preflight/look-up.js





/** Asks about all references at once, each thing once. Throws only when the run is cancelled. */
async function lookUpReferences(context, references) {
    const used = references.secrets.map(({ value }) => value);
    const roles = eachOnce(references.roles.map(({ value }) => value.id), (id) => id, (id) => (0,look_up_role/* lookUpRole */.J)(context, id));
    const [inSecrets, parameters, images, logGroups] = await Promise.all([
        aboutSecrets(context, references, roles),
        aboutParameters(context, used),
        aboutImages(context, references),
        eachOnce(references.logGroups.map(({ value }) => value).filter(({ isMade }) => !isMade), ({ name, region }) => logGroupId(name, region), ({ name, region }) => lookUpLogGroup(context, name, region)),
    ]);
    return { ...inSecrets, parameters, images, logGroups, roles: await roles };
}
async function eachOnce(items, idOf, ask) {
    const byId = new Map(items.map((item) => [idOf(item), item]));
    const entries = [...byId].map(async ([id, item]) => [id, await ask(item)]);
    return new Map(await Promise.all(entries));
}
async function aboutSecrets(context, references, roles) {
    const used = references.secrets.map(({ value }) => value);
    const ids = used.flatMap(({ reference }) => (reference.kind === 'secret' ? reference.id : []));
    const secrets = await eachOnce(ids, (id) => id, (id) => context.secretLookups.secret(id));
    const [keys, granted] = await Promise.all([
        aboutKeys(context, used, secrets),
        roles.then((found) => aboutPermissions(context, neededPermissions(references, { secrets, roles: found }))),
    ]);
    return { secrets, keys, ...granted };
}
/** Of each version of which a single key is used, or all that an image pull reads. */
async function aboutKeys(context, used, secrets) {
    const versions = used.flatMap(({ reference, use }) => {
        if (reference.kind !== 'secret')
            return [];
        if (reference.key === '' && use !== 'registry-login')
            return [];
        const secret = secrets.get(reference.id);
        if (secret?.kind !== 'found' || secret.deletedAt !== undefined)
            return [];
        const versionId = (0,version_of/* versionOf */.E)(secret, reference);
        return versionId === undefined ? [] : [{ secret, versionId }];
    });
    return eachOnce(versions, ({ secret, versionId }) => keysId(secret.arn, versionId), ({ secret, versionId }) => context.secretLookups.keys(secret, versionId));
}
async function aboutPermissions(context, needed) {
    const permissions = await Promise.all(needed.map(async ({ alsoAllowedBy, ...permission }) => ({
        permission,
        lookup: await (0,simulate/* simulatePermission */.e)(context, permission),
        alsoAllowedBy,
    })));
    // A secret's own policy may allow what no policy of the role does; the simulation knows nothing of it.
    const undecided = permissions.flatMap(({ lookup, alsoAllowedBy }) => lookup.kind === 'simulated' && alsoAllowedBy === 'secret'
        ? lookup.denials.filter(({ isExplicit }) => !isExplicit)
        : []);
    const resourcePolicies = await eachOnce(undecided.map(({ resource }) => resource), (arn) => arn, (arn) => (0,not_checked/* attemptCheck */.e)(() => (0,resource_policy/* readResourcePolicy */.l)(context, arn)));
    return { permissions, resourcePolicies };
}
async function aboutParameters(context, used) {
    const ids = used.flatMap(({ reference }) => (reference.kind === 'parameter' ? reference.id : []));
    const parameters = await lookUpParameters(context, ids, context.secretLookups);
    const lookups = [...parameters].map(async ([id, parameter]) => {
        if (parameter.kind !== 'missing' || (0,build_arn/* findArn */.n)(id) !== undefined)
            return [id, parameter];
        const secret = await context.secretLookups.secret(id);
        if (secret.kind !== 'found')
            return [id, parameter];
        const instead = `There is a secret of this name, but ECS takes a plain name for a parameter: write ${secret.arn}.`;
        return [id, { ...parameter, instead }];
    });
    return new Map(await Promise.all(lookups));
}
async function aboutImages({ registries }, { images }) {
    const parsed = images.flatMap(({ value }) => {
        try {
            return [{ text: value, reference: (0,image_reference/* parseImageReference */.o_)(value) }];
        }
        catch (error) {
            // What is no reference is told by the rules of definitions.
            if (error instanceof build/* InvalidValue */.h6)
                return [];
            throw error;
        }
    });
    return eachOnce(parsed, ({ text }) => text, ({ reference }) => registries.lookUp(reference));
}

;// CONCATENATED MODULE: ./packages/ecs/build/preflight/resolve.js



/**
 * The definition with names of secrets and roles, and ARNs without their six characters made full ARNs, and with images and
 * versions pinned as asked. What could not be looked up stays as it is.
 */
function resolveReferences(definition, facts, options) {
    const secret = (text, isPinned = options.pinSecretVersions) => text === undefined ? undefined : resolvedSecret(text, facts, isPinned);
    const resolveContainer = (container) => ({
        ...container,
        ...(container.image && { image: resolvedImage(container.image, facts, options.pinImages) }),
        ...(container.secrets && {
            secrets: container.secrets.map((one) => ({ ...one, valueFrom: secret(one.valueFrom) })),
        }),
        ...(container.logConfiguration?.secretOptions && {
            logConfiguration: {
                ...container.logConfiguration,
                secretOptions: container.logConfiguration.secretOptions.map((one) => ({
                    ...one,
                    valueFrom: secret(one.valueFrom),
                })),
            },
        }),
        ...(container.repositoryCredentials && {
            repositoryCredentials: {
                ...container.repositoryCredentials,
                // ECS takes nothing behind the ARN here.
                credentialsParameter: secret(container.repositoryCredentials.credentialsParameter, false),
            },
        }),
    });
    const role = (id) => {
        const lookup = facts.roles.get(id);
        return lookup?.kind === 'found' ? lookup.arn : id;
    };
    return {
        ...definition,
        ...(definition.taskRoleArn && { taskRoleArn: role(definition.taskRoleArn) }),
        ...(definition.executionRoleArn && { executionRoleArn: role(definition.executionRoleArn) }),
        ...(definition.containerDefinitions && {
            containerDefinitions: containersOf(definition).map(resolveContainer),
        }),
    };
}
function resolvedSecret(text, { secrets }, isPinned) {
    const reference = (0,secrets_reference/* findSecretReference */.F)(text);
    if (reference?.kind !== 'secret')
        return text;
    const secret = secrets.get(reference.id);
    if (secret?.kind !== 'found')
        return text;
    const isUnpinned = reference.versionId === '' && !secret.isRotated;
    const version = isPinned && isUnpinned ? (0,version_of/* versionOf */.E)(secret, reference) : undefined;
    const pinnedParts = version === undefined ? {} : { stage: '', versionId: version };
    return (0,secrets_reference/* formatSecretReference */.H)(secret.arn, { ...reference, ...pinnedParts });
}
function resolvedImage(text, { images }, isPinned) {
    const lookup = images.get(text);
    if (!isPinned || lookup?.kind !== 'found')
        return text;
    return (0,image_reference/* parseImageReference */.o_)(text).digest === undefined ? (0,image_reference/* pinned */.dp)(text, lookup.digest) : text;
}

;// CONCATENATED MODULE: ./packages/ecs/build/preflight/secret-versions.js

/**
 * The versions of the secrets that tasks get by their staging labels, each once. A reference that names its version
 * gets the same for ever, and is left out.
 */
function secretVersionsOf(used, { secrets }) {
    const versions = used.flatMap(({ value: { reference, use } }) => {
        if (reference.kind !== 'secret' || reference.versionId !== '' || use === 'mentioned')
            return [];
        const secret = secrets.get(reference.id);
        if (secret?.kind !== 'found')
            return [];
        const versionId = (0,version_of/* versionOf */.E)(secret, reference);
        if (versionId === undefined)
            return [];
        const { arn, name, lastChangedAt } = secret;
        return [{ arn, name, stage: reference.stage, versionId, lastChangedAt }];
    });
    return [
        ...new Map(versions.map((version) => [`${version.arn} ${version.stage}`, version])).values(),
    ];
}

;// CONCATENATED MODULE: ./packages/ecs/build/preflight/index.js











;// CONCATENATED MODULE: ./packages/ecs/build/prepare/expected-permissions.js



/**
 * Permissions that the roles of a task have to have: `task=bedrock:InvokeModel on arn:…` a line; several actions
 * and resources are separated by commas. A role may stand in several lines.
 */
function expectedPermissions(options) {
    const parse = (raw, fill = build/* asWritten */.qm) => (0,build/* parseEach */.lc)(entriesOf(raw), (statement) => statement)
        .flatMap(([role, statements]) => (0,build/* parseEach */.lc)(statements
        .split(/[;\n]/)
        .filter((part) => part.trim() !== '')
        .map((part) => [role, part]), (part) => permissionOf(role, fill(part))))
        .map(([, permission]) => permission);
    return { ...options, type: 'map', parse };
}
const line = /^\s*(task|execution)\s*=(.*)$/;
/** Lines are read here, since a role may have several; other notations are those of any map. */
function entriesOf(raw) {
    if (typeof raw === 'string') {
        const lines = raw.split('\n').filter((one) => one.trim() !== '' && !one.trim().startsWith('#'));
        const matches = lines.map((one) => line.exec(one));
        if (matches.every((match) => match !== null)) {
            return matches.map(([, role = '', statements = '']) => [role, statements]);
        }
    }
    return [...(0,build/* map */.Tj)({ description: '' }).parse(raw)];
}
function permissionOf(role, statement) {
    if (role !== 'task' && role !== 'execution') {
        return (0,build/* invalid */.Gq)('is no role of a task; allowed: task, execution');
    }
    const [actions = '', resources = '*', ...rest] = (0,build/* asText */.e1)(statement).split(/\s+on\s+/);
    const names = expected_permissions_wordsOf(actions);
    if (rest.length > 0 || names.length === 0 || !names.every((name) => actionForm.test(name))) {
        return (0,build/* invalid */.Gq)(names.some((name) => name.includes('*'))
            ? 'has an action with *, which IAM does not simulate; name each action, such as bedrock:InvokeModel'
            : 'must be actions of IAM such as bedrock:InvokeModel, and may go on with: on ARN');
    }
    const arns = expected_permissions_wordsOf(resources);
    if (!arns.every((arn) => arn === '*' || arn.startsWith('arn:'))) {
        return (0,build/* invalid */.Gq)('has a resource that is no ARN; allowed: ARNs, or *');
    }
    return { role, actions: names, resources: arns };
}
const actionForm = /^[a-z\d-]+:[A-Za-z\d]+$/;
function expected_permissions_wordsOf(text) {
    return text.split(/[\s,]+/).filter((word) => word !== '');
}
/** Holds the roles of a definition to what is expected of them, by IAM's own simulation. */
async function judgeExpectedPermissions(context, definition, expected) {
    const findings = expected.map(async ({ role, actions, resources }) => {
        const field = role === 'task' ? 'taskRoleArn' : 'executionRoleArn';
        const arn = definition[field];
        const place = { definition: definition.family ?? '', field };
        if (!arn) {
            const problem = `The definition has no ${field}, so its tasks may not ${actions.join(', ')}.`;
            const remedy = `Set ${field === 'taskRoleArn' ? 'task-role-arn' : 'execution-role-arn'}, or remove the line from expect-permissions.`;
            return [{ kind: 'permission', severity: 'error', place, problem, instead: '', remedy }];
        }
        const lookup = await (0,simulate/* simulatePermission */.e)(context, { role: arn, actions, resources });
        if (lookup.kind === 'not-checked') {
            const what = `whether ${arn} may ${actions.join(', ')}`;
            return [{ kind: 'permission', place, ...notChecked(what, lookup) }];
        }
        return lookup.denials.map((denial) => denied({ role: arn, ...denial }, place));
    });
    return (await Promise.all(findings)).flat();
}

;// CONCATENATED MODULE: ./packages/ecs/build/prepare/secret-texts.js


/**
 * What must not be shown of a text that was read from a secret, in each form in which it may appear in a log. What is
 * a plain setting stays readable unless its name speaks of a secret, since such secrets hold settings as well.
 */
function secretTexts(name, text) {
    return [...secretForms(name, text), ...leavesOf(text).flatMap(ofText)];
}
/** The texts in a JSON document, at any depth; any other text as it is. */
function leavesOf(text) {
    try {
        const tree = JSON.parse(text);
        return typeof tree === 'object' && tree !== null ? [text, ...textsIn(tree)] : textsIn(tree);
    }
    catch {
        return [text];
    }
}
function textsIn(tree) {
    if (typeof tree === 'string')
        return leavesOf(tree);
    return typeof tree === 'object' && tree !== null ? Object.values(tree).flatMap(textsIn) : [];
}
/** A text of several lines is judged line by line, as a log shows it: one of them may be a secret among settings. */
function ofText(text) {
    const lines = text.split(/\r?\n/).map((line) => line.trim());
    return lines.flatMap((line) => (isSetting(line) ? [] : [line, ...partsOf(line)]));
}
function partsOf(line) {
    const users = [...line.matchAll(/:\/\/([^/?#\s:@]*)[^/?#\s]*@/g)].map(([, user = '']) => user);
    const parts = [...(0,build/* secretPartsOf */.K0)(line), ...users, ...tokenRunsIn(line), ...assigned(line)];
    return parts.filter((part) => !isSetting(part));
}
/** `NAME=value`, as a file of variables has it. */
function assigned(line) {
    const value = /^(?:export )?[A-Za-z_]\w*=["']?(.+?)["']?$/.exec(line)?.[1];
    return value === undefined ? [] : [value];
}
/** Words joined by what joins names: `us-east-1`, `app/production`, `text-embedding-3-small`. */
const words = /^\.{0,2}\/?[a-z]{1,15}(?:[-_./:]+(?:[a-z]{1,15}\d?|\d{1,5}))*\/?$/;
const hostName = /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z]{2,15}(?::\d{1,5})?$/;
const address = /^(?:[a-z][a-z\d+.-]*:)+\/\/[^/?#\s@]+([/?#][^\s@]*)?$/;
const other = /^(?:true|false|null|[+-]?[\d.,_:]+|arn:aws[\w-]*:\S+)$/i;
function isSetting(line) {
    return line.split(/[,;]\s*/).every((item) => {
        if ([words, hostName, other].some((pattern) => pattern.test(item)))
            return true;
        const place = address.exec(item);
        // Behind the host, the form alone tells whether a path or a query lets somebody in.
        return (place !== null && (0,build/* secretPartsOf */.K0)(item).length === 0 && tokenRunsIn(place[1] ?? '').length === 0);
    });
}

;// CONCATENATED MODULE: ./packages/ecs/build/prepare/mask-read.js


/**
 * Masks the values of secrets that were read for their keys, all but plain settings: they may well turn up in the log of
 * a container. `publicNames` are those that the log has to name.
 */
function maskRead(host, publicNames) {
    return (values) => {
        const texts = Object.entries(values).flatMap(([name, value]) => secretTexts(name, value));
        for (const text of new Set(texts)) {
            if ((0,build/* mayHideGuess */.HK)(text, publicNames))
                host.mask(text);
        }
    };
}

;// CONCATENATED MODULE: ./packages/ecs/build/prepare/credentials.js


/**
 * The registries with credentials for the one host that they are for: the one that they name, or the only one other than
 * those of AWS that images come from. Throws an `input` error where several could be meant: none of
 * them is shown a password of another.
 */
function logInToRegistries(registries, { images }, credentials) {
    if (credentials === undefined)
        return registries;
    if (credentials.host !== undefined)
        return registries.withCredentials(credentials);
    const hosts = new Set(images.flatMap(({ value }) => hostOf(value)));
    const [host, ...others] = hosts;
    if (host === undefined)
        return registries;
    if (others.length === 0)
        return registries.withCredentials({ ...credentials, host });
    const message = `is needed, since images come from several registries; allowed: ${[...hosts].join(', ')}`;
    throw (0,build/* inputError */.Xu)([{ path: 'registry', message }]);
}
/** The host of an image that may want a login; empty for those of AWS, and for what is no image. */
function hostOf(image) {
    try {
        const { host } = (0,image_reference/* parseImageReference */.o_)(image);
        return (0,ecr_registry/* findEcrRegistry */.f8)(host) === undefined && host !== 'public.ecr.aws' ? [host] : [];
    }
    catch {
        return [];
    }
}

;// CONCATENATED MODULE: ./packages/ecs/build/prepare/image-names.js


/**
 * Finds the full names of images that the inputs name without a host: they lie in the ECR of the caller's
 * account. Throws where ECR cannot be asked.
 */
async function nameImages(registries, edits) {
    const problems = [];
    const fullName = async (path, image) => {
        if ((0,image_reference/* hasHost */.b5)(image))
            return image;
        try {
            return (await registries.resolveShortName(image)).image;
        }
        catch (error) {
            const message = complaintOf(error);
            if (message === undefined)
                throw error;
            problems.push({ path: `input ${path}:`, message });
            return image;
        }
    };
    const [image, images, containers] = await Promise.all([
        edits.image === undefined ? undefined : fullName('image', edits.image),
        eachOf(edits.images, (text, name) => fullName(`images.${name}`, text)),
        eachOf(edits.containers, async (container, name) => container.image === undefined
            ? container
            : { ...container, image: await fullName(`containers.${name}.image`, container.image) }),
    ]);
    return { edits: { ...edits, image, images, containers }, problems };
}
/** What the user has got wrong; undefined for any other error. */
function complaintOf(error) {
    if (error instanceof build/* InvalidValue */.h6)
        return error.problems.map(({ message }) => message).join('; ');
    return error instanceof build/* ActionError */.lZ && error.code === 'input'
        ? `${error.message} ${error.remedy}`
        : undefined;
}
async function eachOf(items, change) {
    if (items === undefined)
        return undefined;
    const changed = [...items].map(async ([name, item]) => [name, await change(item, name)]);
    return new Map(await Promise.all(changed));
}

;// CONCATENATED MODULE: ./packages/ecs/build/prepare/secrets-from.js


/**
 * The edits with each key of a secret mapped to a variable of its name; what `secrets` says of a name wins. Throws an
 * `input` error where the text names no secret, or keys cannot be mapped, and an error of another code
 * where the keys cannot be read.
 */
async function mapSecret({ secretLookups }, edits, from) {
    if (from === undefined)
        return edits;
    const reference = referenceTo(from.secret);
    const keys = from.keys ?? (await secrets_from_keysOf(secretLookups, reference));
    refuseUnmappable(reference.id, keys);
    const removed = new Set([...(edits.secrets ?? [])].flatMap(([name, value]) => (value === undefined ? [name] : [])));
    const mapped = keys
        .filter((key) => !removed.has(key))
        .map((key) => [key, (0,secrets_reference/* formatSecretReference */.H)(reference.id, { ...reference, key })]);
    return { ...edits, mappedSecrets: new Map(mapped) };
}
function referenceTo(id) {
    const reference = (0,secrets_reference/* findSecretReference */.F)(id, 'secrets');
    if (reference?.kind === 'secret' && reference.key === '')
        return reference;
    throw wrongInput('must be the name or the ARN of a secret, without a key');
}
/** A reference has colons between its parts, and the name of a variable ends where its value begins. */
function refuseUnmappable(id, keys) {
    const wrong = keys.filter((key) => key === '' || /[:=]/.test(key));
    if (wrong.length === 0)
        return;
    const names = wrong.map((key) => JSON.stringify(key)).join(', ');
    throw new build/* ActionError */.lZ({
        code: 'input',
        message: `Input secrets-from: the secret ${id} has keys that no variable can be given, since they have a colon or = in their names, or none: ${names}.`,
        remedy: 'List all other keys in secret-keys, or give these keys other names in the secret.',
    });
}
async function secrets_from_keysOf(lookups, reference) {
    const { id } = reference;
    const secret = await lookups.secret(id);
    if (secret.kind === 'missing')
        throw wrongInput(`there is no secret ${id}.${secret.instead}`);
    if (secret.kind === 'not-checked')
        throw unreadable(id, secret);
    const versionId = (0,version_of/* versionOf */.E)(secret, reference);
    if (versionId === undefined)
        throw wrongInput(`the secret ${id} has no current version`);
    const keys = await lookups.keys(secret, versionId);
    if (keys.kind === 'not-json')
        throw wrongInput(`the secret ${id} is no JSON object with keys`);
    if (keys.kind === 'not-checked')
        throw unreadable(id, keys);
    return [...keys.types.keys()];
}
function wrongInput(what) {
    return new build/* ActionError */.lZ({
        code: 'input',
        message: `Input secrets-from: ${what}.`,
        remedy: 'Correct secrets-from, or map single keys with secrets.',
    });
}
function unreadable(id, { message, remedy }) {
    return new build/* ActionError */.lZ({
        code: 'access-denied',
        message: `Input secrets-from: the keys of ${id} cannot be read: ${message}.`,
        remedy: `${remedy} Or list the keys in secret-keys.`,
    });
}

;// CONCATENATED MODULE: ./packages/ecs/build/prepare/prepare.js







/**
 * Edits a definition, makes its references exact, and holds it to the rules of ECS and, but for `preflight: off`, to what
 * exists in the account. Throws an `input` error for a draft whose shape is wrong, and whatever keeps a name in
 * the inputs from being resolved; everything else is a finding.
 */
async function prepareDefinition(given, { draft, source, fill, ...wanted }) {
    const isOff = wanted.preflight === 'off';
    const context = {
        ...given,
        registries: isOff ? given.registries.forDigests() : given.registries,
        secretLookups: rememberSecrets(given),
    };
    const named = await nameImages(context.registries, wanted.edits);
    const edits = await mapSecret(context, named.edits, wanted.secretsFrom);
    const drafted = draftDefinition(draft, edits, { source, fill });
    const references = collectReferences(drafted.definition);
    const registries = logInToRegistries(context.registries, references, wanted.credentials);
    const facts = await lookUpReferences({ ...context, registries }, isOff ? onlyToResolve(references, wanted) : references);
    const definition = resolveReferences(drafted.definition, facts, wanted);
    const permissions = await judgeExpectedPermissions(context, definition, wanted.expectedPermissions);
    const broken = [...named.problems, ...drafted.problems, ...checkRules(definition)];
    const found = [
        ...(wanted.pinSecretVersions ? judgeVersionPins(references.secrets, facts) : []),
        ...(isOff ? [] : judgeReferences(drafted.definition, references, facts)),
        ...permissions,
    ];
    // What does not exist cannot be written in full either: one of the two is enough, where it stops the step.
    const explained = new Set(found
        .filter(({ severity }) => severity === 'error' && wanted.preflight !== 'warn')
        .map(({ place }) => place.field));
    return {
        definition,
        findings: [
            ...broken
                .filter(({ path }) => !explained.has(path))
                .map((problem) => ruleFinding(definition, problem)),
            ...found,
        ],
        unmappedKeys: unmappedKeys(references.secrets, facts),
        secretVersions: secretVersionsOf(references.secrets, facts),
    };
}
/** With `preflight: off` only what has to be known to do what is asked for besides is looked at. */
function onlyToResolve(references, { pinImages, pinSecretVersions, readSecretVersions = false, expectedPermissions, }) {
    // For a registry's login ECS takes the name as well.
    const isByName = ({ value: { reference, use } }) => reference.kind === 'secret' && use !== 'registry-login' && (0,build_arn/* findArn */.n)(reference.id) === undefined;
    return {
        secrets: pinSecretVersions || readSecretVersions
            ? references.secrets
            : references.secrets.filter(isByName),
        images: pinImages ? references.images : [],
        logGroups: [],
        // IAM knows no role by a name alone.
        roles: references.roles.filter(({ value: { id, kind } }) => (0,build_arn/* findArn */.n)(id) === undefined && expectedPermissions.some(({ role }) => role === kind)),
    };
}
function ruleFinding(definition, { path, message }) {
    const index = /^containerDefinitions\[(\d+)\]/.exec(path)?.[1];
    const container = index === undefined ? undefined : containersOf(definition)[Number(index)]?.name;
    return {
        kind: 'definition',
        severity: 'error',
        place: { definition: definition.family ?? '', container, field: path },
        problem: message,
        instead: '',
        remedy: '',
    };
}

;// CONCATENATED MODULE: ./packages/ecs/build/prepare/index.js




;// CONCATENATED MODULE: ./packages/ecs/build/rollout/create.js



/**
 * Creates a service and gives it as ECS describes it then. A token made from the request keeps a repeated call
 * from creating a second one.
 */
async function createService({ ecs, signal }, request) {
    const { service } = await (0,call/* call */.T)(ecs, new dist_cjs/* CreateServiceCommand */.JkR(request), { signal });
    if (service)
        return service;
    throw new build/* ActionError */.lZ({
        code: 'service-error',
        message: `ECS created the service ${request.serviceName} and did not describe it in its answer.`,
        remedy: 'Look at the services of the cluster, and run this step again.',
    });
}

;// CONCATENATED MODULE: ./packages/ecs/build/rollout/service-deployments.js


/**
 * Whether an ECS says that it knows no service deployments, or none of this service: also by an answer that is not of
 * its protocol, as some implementations give for what they lack.
 */
function hasNoServiceDeployments(error) {
    return (0,errors/* isAwsError */.m_)(error, 'InvalidParameterException', 'UnsupportedFeatureException', 'UnknownOperationException', 'InvalidAction', 'SyntaxError');
}
/** The service deployments of a service, newest first. */
async function listServiceDeployments({ ecs, signal }, { cluster, service, status, createdAfter }) {
    const found = [];
    let nextToken;
    do {
        const command = new dist_cjs/* ListServiceDeploymentsCommand */.jz8({
            cluster,
            service,
            ...(status ? { status: [...status] } : {}),
            ...(createdAfter ? { createdAt: { after: createdAfter } } : {}),
            ...(nextToken === undefined ? {} : { nextToken }),
        });
        const page = await (0,call/* call */.T)(ecs, command, { signal });
        found.push(...(page.serviceDeployments ?? []));
        nextToken = page.nextToken;
    } while (nextToken !== undefined);
    return found.toSorted((a, b) => Number(b.createdAt) - Number(a.createdAt));
}
/** One service deployment, or undefined where ECS does not know it (yet). */
async function findServiceDeployment({ ecs, signal }, arn) {
    const command = new dist_cjs/* DescribeServiceDeploymentsCommand */.A6p({ serviceDeploymentArns: [arn] });
    return (await (0,call/* call */.T)(ecs, command, { signal })).serviceDeployments?.[0];
}
/** One service revision, or undefined where ECS no longer keeps it. */
async function findServiceRevision({ ecs, signal }, arn) {
    const command = new dist_cjs/* DescribeServiceRevisionsCommand */.oF5({ serviceRevisionArns: [arn] });
    return (await (0,call/* call */.T)(ecs, command, { signal })).serviceRevisions?.[0];
}

;// CONCATENATED MODULE: ./packages/ecs/build/rollout/evidence.js




/** Proves by the service revision (else by the running tasks) which images a rollout brought. */
async function gatherEvidence(context, rollout, definition) {
    return compareDigests(definition, await readDigests(context, rollout));
}
/** Holds the digests that run against those that a definition names; tags promise nothing. */
function compareDigests(definition, digests) {
    const wanted = containersOf(definition).flatMap(({ name = '', image = '' }) => {
        const digest = /@(sha256:[0-9a-f]{64})$/.exec(image)?.[1];
        return digest === undefined ? [] : [{ container: name, wanted: digest }];
    });
    return {
        digests,
        mismatches: wanted.flatMap((one) => [...(digests.get(one.container) ?? [])]
            .filter((running) => running !== one.wanted)
            .map((running) => ({ ...one, running }))),
        unconfirmed: wanted.map(({ container }) => container).filter((name) => !digests.has(name)),
    };
}
/** Digests that the role may not read are unconfirmed, which is no failure. */
async function readDigests(context, rollout) {
    try {
        return (await digestsOfRevision(context, rollout)) ?? (await digestsOfTasks(context, rollout));
    }
    catch (error) {
        if (!(0,errors/* isAccessDenied */.w7)(error))
            throw error;
        return new Map();
    }
}
async function digestsOfRevision(context, { serviceDeploymentArn }) {
    if (serviceDeploymentArn === undefined)
        return undefined;
    const deployment = await findServiceDeployment(context, serviceDeploymentArn);
    const revisionArn = deployment?.targetServiceRevision?.arn;
    const revision = revisionArn ? await findServiceRevision(context, revisionArn) : undefined;
    const images = revision?.containerImages;
    return images && collect(images.map((image) => [image.containerName, image.imageDigest]));
}
async function digestsOfTasks(context, { reference, started }) {
    const tasks = await listServiceTasks(context, reference, 'RUNNING');
    const own = tasks.filter((task) => task.taskDefinitionArn === started.taskDefinition);
    const containers = own.flatMap((task) => task.containers ?? []);
    return collect(containers.map((container) => [container.name, container.imageDigest]));
}
function collect(found) {
    const known = found.filter(([name, digest]) => name && digest);
    const byName = Map.groupBy(known, ([name]) => name ?? '');
    return new Map([...byName].map(([name, pairs]) => [name, new Set(pairs.map(([, digest]) => digest ?? ''))]));
}

;// CONCATENATED MODULE: ./packages/ecs/build/rollout/start.js



/**
 * Updates the service and gives the deployment that this started. UpdateService has no client
 * token: where the answer is lost and the SDK sends it again, the same definition starts nothing
 * more, and a forced deployment begins anew; the last answer names the one that counts.
 */
async function startDeployment({ ecs, signal }, change) {
    const updated = await updateService({ ecs, signal }, change);
    const started = updated && findPrimary(updated);
    if (started)
        return started;
    throw new build/* ActionError */.lZ({
        code: 'service-error',
        message: `ECS updated the service ${change.service} and named no PRIMARY deployment in its answer.`,
        remedy: 'Check that the deployment controller of the service is ECS.',
    });
}
/** Updates the service: sends what is given, and nothing else. */
async function updateService({ ecs, signal }, { settings, forceNewDeployment, ...change }) {
    const command = new dist_cjs/* UpdateServiceCommand */.kZr({
        ...change,
        ...settings,
        ...(forceNewDeployment ? { forceNewDeployment } : {}),
    });
    return (await (0,call/* call */.T)(ecs, command, { signal })).service;
}
/** The deployment that a service is to have, as one that is under way can be followed. */
function findPrimary(service) {
    const primary = service.deployments?.find((deployment) => deployment.status === 'PRIMARY');
    const { id, createdAt, taskDefinition } = primary ?? {};
    return id && createdAt && taskDefinition ? { id, createdAt, taskDefinition } : undefined;
}

;// CONCATENATED MODULE: ./packages/ecs/build/rollout/state.js
/** Whether ECS will do nothing more for this deployment. */
function state_isOver({ status }) {
    return !['pending', 'in-progress', 'stopping', 'rolling-back'].includes(status);
}

;// CONCATENATED MODULE: ./packages/ecs/build/rollout/stop.js


/**
 * Asks ECS to end a service deployment that is under way and to go back to the revision before it,
 * which works with and without a circuit breaker. Gives false where ECS refuses, since the deployment
 * is going back already, or is over.
 */
async function requestRollback({ ecs, signal }, serviceDeploymentArn) {
    const command = new dist_cjs/* StopServiceDeploymentCommand */.a8L({ serviceDeploymentArn, stopType: 'ROLLBACK' });
    try {
        await (0,call/* call */.T)(ecs, command, { signal, resource: serviceDeploymentArn });
        return true;
    }
    catch (error) {
        if (!(0,errors/* isAwsError */.m_)(error, 'ConflictException'))
            throw error;
        return false;
    }
}

;// CONCATENATED MODULE: ./packages/ecs/build/rollout/denied.js


/** What a thrown error says, where it is that the role may not do something. */
function findDenied(thrown) {
    return (0,errors/* isAccessDenied */.w7)(thrown) && thrown instanceof build/* ActionError */.lZ ? thrown : undefined;
}

;// CONCATENATED MODULE: ./packages/ecs/build/rollout/service.js



/**
 * The service as ECS describes it now, with its tags. Throws an `input` error that lists what exists
 * instead when the cluster or the service is not there or is being deleted.
 */
async function getService(context, reference) {
    const found = await findService(context, reference);
    if (found?.status === 'ACTIVE')
        return found;
    throw found ? inactive(found) : await noService(context, reference);
}
/**
 * The service as ECS describes it now, with its tags, also one that is being deleted; undefined where there is none.
 * Throws an `input` error where there is no such cluster.
 */
async function findService(context, { cluster, service }) {
    const command = new dist_cjs.DescribeServicesCommand({ cluster, services: [service], include: ['TAGS'] });
    try {
        const { services = [] } = await (0,call/* call */.T)(context.ecs, command, { signal: context.signal });
        return services[0];
    }
    catch (error) {
        if (!(0,errors/* isAwsError */.m_)(error, 'ClusterNotFoundException'))
            throw error;
        throw await noCluster(context, cluster, error);
    }
}
function inactive({ serviceName, status }) {
    return new build/* ActionError */.lZ({
        code: 'input',
        message: `Input service: the service ${serviceName} is ${status}, so nothing can be deployed to it.`,
        remedy: 'Create the service again, or name another one.',
    });
}
async function noCluster(context, cluster, cause) {
    const names = await namesOrNone(async () => {
        const answer = await (0,call/* call */.T)(context.ecs, new dist_cjs/* ListClustersCommand */.Nnn({}), { signal: context.signal });
        return answer.clusterArns;
    });
    return new build/* ActionError */.lZ({
        code: 'input',
        message: `Input cluster: there is no cluster ${cluster} in this account and region.${(0,build/* whatThereIs */.V7)((0,build_arn/* nameFromArn */.N)(cluster), names)}`,
        remedy: 'Correct the input cluster, or the region or role of this job.',
        cause,
    });
}
async function noService(context, { cluster, service }) {
    const names = await namesOrNone(async () => {
        const command = new dist_cjs.ListServicesCommand({ cluster, maxResults: 100 });
        return (await (0,call/* call */.T)(context.ecs, command, { signal: context.signal })).serviceArns;
    });
    return new build/* ActionError */.lZ({
        code: 'input',
        message: `Input service: there is no service ${service} in the cluster ${cluster}.${(0,build/* whatThereIs */.V7)((0,build_arn/* nameFromArn */.N)(service), names)}`,
        remedy: 'Correct the inputs service and cluster, or the region or role of this job.',
    });
}
/** Names only help; a role that may not list them gets its error without. */
async function namesOrNone(list) {
    try {
        return ((await list()) ?? []).map(build_arn/* nameFromArn */.N);
    }
    catch {
        return [];
    }
}

;// CONCATENATED MODULE: ./packages/ecs/build/rollout/find-started.js




/** ECS lists a new service deployment within seconds; after this, none is expected any more. */
const listedWithinMs = 30_000;
/** The two lists carry times of their own, which may differ a little. */
const clockToleranceMs = 5_000;
/** This close together no two deployments of one service begin. */
const sameMomentMs = 1_000;
/**
 * Finds the service deployment that belongs to a deployment which this run started, within 30
 * seconds. A service that has ours as its PRIMARY names it; where it does not, it is the one in the
 * list that began at the same moment with the same task definition.
 */
async function findStartedServiceDeployment(context, reference, started) {
    const look = async () => {
        try {
            return ((await namedByService(context, reference, started)) ??
                (await nearestInList(context, reference, started)));
        }
        catch (error) {
            // The rollout has begun: what passes, or an API that is not there, is no reason to leave it alone.
            if ((0,build_transient/* isTransient */.d)(error) || hasNoServiceDeployments(error))
                return undefined;
            throw error;
        }
    };
    try {
        const arn = await (0,poll/* poll */.wt)(look, {
            signal: context.signal,
            deadline: Date.now() + listedWithinMs,
            delayMs: (looks) => Math.min(looks * 1_000, 5_000),
        });
        return { arn };
    }
    catch (error) {
        if (error instanceof poll/* DeadlineError */.j3)
            return { missing: 'not-listed' };
        const missing = findDenied(error);
        if (missing === undefined)
            throw error;
        return { missing };
    }
}
/** One answer that has both, our deployment as PRIMARY and the current service deployment. */
async function namedByService(context, reference, { id, taskDefinition, createdAt }) {
    const service = await getService(context, reference);
    const primary = service.deployments?.find((deployment) => deployment.status === 'PRIMARY');
    const arn = service.currentServiceDeployment;
    if (primary?.id !== id || arn === undefined)
        return undefined;
    const named = await findServiceDeployment(context, arn);
    const revisionArn = named?.targetServiceRevision?.arn;
    if (!named || !revisionArn || distance(named, createdAt) > clockToleranceMs)
        return undefined;
    return (await runs(context, revisionArn, taskDefinition)) ? arn : undefined;
}
async function nearestInList(context, reference, { taskDefinition, createdAt }) {
    const createdAfter = new Date(createdAt.getTime() - clockToleranceMs);
    const listed = await listServiceDeployments(context, { ...reference, createdAfter });
    const candidates = listed.filter((brief) => distance(brief, createdAt) <= sameMomentMs);
    for (const candidate of candidates.toSorted((a, b) => distance(a, createdAt) - distance(b, createdAt))) {
        const { targetServiceRevisionArn: revisionArn = '', serviceDeploymentArn } = candidate;
        if (await runs(context, revisionArn, taskDefinition))
            return serviceDeploymentArn;
    }
    return undefined;
}
async function runs(context, revisionArn, taskDefinition) {
    try {
        const revision = await findServiceRevision(context, revisionArn);
        return revision?.taskDefinition === taskDefinition;
    }
    catch (error) {
        // A revision that is not there yet is looked for again.
        if ((0,errors/* isAwsError */.m_)(error, 'InvalidParameterException', 'ClientException'))
            return false;
        throw error;
    }
}
function distance({ createdAt }, from) {
    return Math.abs(Number(createdAt) - from.getTime());
}

;// CONCATENATED MODULE: ./packages/ecs/build/rollout/from-classic-deployments.js
/**
 * A look at a rollout from the service's `deployments[]`, where no service deployment can be read.
 * During a rollback ECS makes a new PRIMARY on the old definition, and ours goes on as ACTIVE with
 * rolloutState FAILED until its tasks are gone; a deployment that is not listed any more is over.
 * Undefined for an answer from before it began: reads of ECS may lag.
 */
function stateOfClassicDeployment(service, rollout) {
    const deployments = service.deployments ?? [];
    const own = deployments.find((deployment) => deployment.id === rollout.deploymentId);
    const primary = deployments.find((deployment) => deployment.status === 'PRIMARY');
    if (!own && !(Number(primary?.createdAt) > rollout.createdAt.getTime()))
        return undefined;
    return {
        status: statusOf(service, rollout, { own, primary }),
        reason: own?.rolloutStateReason ?? primary?.rolloutStateReason,
        target: countsOf(own ? [own] : []),
        source: countsOf(deployments.filter((deployment) => deployment !== own)),
        failedTasks: own?.failedTasks,
        triggeredAlarms: [],
        startedAt: own?.createdAt?.getTime(),
        finishedAt: own?.updatedAt?.getTime(),
    };
}
function statusOf(service, rollout, { own, primary }) {
    if (own && own === primary)
        return statusOfPrimary(own);
    return statusOfReplaced(primary, rollout.wentBack || hasFailed(service, rollout, own));
}
function statusOfPrimary({ rolloutState }) {
    if (rolloutState === 'COMPLETED')
        return 'successful';
    return rolloutState === 'FAILED' ? 'stopped' : 'in-progress';
}
function statusOfReplaced(primary, isRollback) {
    if (!isRollback)
        return 'stopped';
    if (primary?.rolloutState === 'COMPLETED')
        return 'rolled-back';
    return primary?.rolloutState === 'FAILED' ? 'rollback-failed' : 'rolling-back';
}
/** Whether another PRIMARY is there because ours failed, and not because somebody deployed. */
function hasFailed({ events = [], deployments = [] }, { deploymentId }, own) {
    return (own?.rolloutState === 'FAILED' ||
        deployments.some(({ rolloutStateReason = '' }) => /roll(ing|ed)? ?back/i.test(rolloutStateReason)) ||
        events.some(({ message = '' }) => message.includes(`(deployment ${deploymentId}) deployment failed`)));
}
function countsOf(deployments) {
    const sum = (pick) => deployments.reduce((total, deployment) => total + (pick(deployment) ?? 0), 0);
    return {
        desired: sum((deployment) => deployment.desiredCount),
        running: sum((deployment) => deployment.runningCount),
        pending: sum((deployment) => deployment.pendingCount),
    };
}

;// CONCATENATED MODULE: ./packages/ecs/build/rollout/from-service-deployment.js
const statuses = {
    PENDING: 'pending',
    IN_PROGRESS: 'in-progress',
    STOP_REQUESTED: 'stopping',
    ROLLBACK_REQUESTED: 'rolling-back',
    ROLLBACK_IN_PROGRESS: 'rolling-back',
    SUCCESSFUL: 'successful',
    STOPPED: 'stopped',
    ROLLBACK_SUCCESSFUL: 'rolled-back',
    ROLLBACK_FAILED: 'rollback-failed',
};
/** A look at a rollout from its service deployment, the API that tells the truth about it. */
function stateOfServiceDeployment(deployment) {
    const circuitBreaker = breakerOf(deployment);
    return {
        status: statuses[deployment.status ?? 'PENDING'],
        reason: deployment.rollback?.reason ?? deployment.statusReason,
        target: from_service_deployment_countsOf([deployment.targetServiceRevision ?? {}]),
        source: from_service_deployment_countsOf(deployment.sourceServiceRevisions ?? []),
        failedTasks: circuitBreaker?.failureCount,
        circuitBreaker,
        triggeredAlarms: deployment.alarms?.triggeredAlarmNames ?? [],
        startedAt: (deployment.startedAt ?? deployment.createdAt)?.getTime(),
        finishedAt: (deployment.finishedAt ?? deployment.stoppedAt)?.getTime(),
    };
}
function breakerOf(deployment) {
    const breaker = deployment.deploymentCircuitBreaker;
    if (breaker === undefined || breaker.status === 'DISABLED')
        return undefined;
    return {
        triggered: breaker.status === 'TRIGGERED',
        failureCount: breaker.failureCount ?? 0,
        threshold: breaker.threshold ?? 0,
    };
}
function from_service_deployment_countsOf(revisions) {
    const sum = (pick) => revisions.reduce((total, revision) => total + (pick(revision) ?? 0), 0);
    return {
        desired: sum((revision) => revision.requestedTaskCount),
        running: sum((revision) => revision.runningTaskCount),
        pending: sum((revision) => revision.pendingTaskCount),
    };
}

;// CONCATENATED MODULE: ./packages/ecs/build/rollout/track.js






/** A rollout that this run started and can look at again and again. */
class TrackedRollout {
    reference;
    started;
    #found;
    #wentBack = false;
    constructor(reference, started) {
        this.reference = reference;
        this.started = started;
    }
    /** Finds out by which API the rollout can be watched; see {@link missing}. */
    async locate(context) {
        this.#found = await findStartedServiceDeployment(context, this.reference, this.started);
    }
    /** Undefined before it is located, and where only the classic deployments can be read. */
    get serviceDeploymentArn() {
        return this.#found?.arn;
    }
    /** Why there is no service deployment to watch. */
    get missing() {
        return this.#found?.missing;
    }
    /** One look, by one call; undefined where the answer has no news of this rollout. */
    async look(context) {
        const arn = this.serviceDeploymentArn;
        if (arn === undefined)
            return this.#lookAtClassic(context);
        try {
            const deployment = await findServiceDeployment(context, arn);
            return deployment && stateOfServiceDeployment(deployment);
        }
        catch (error) {
            // A role that may list them and not describe them: from now on the classic list decides.
            const missing = findDenied(error);
            if (missing === undefined)
                throw error;
            this.#found = { missing };
            return this.#lookAtClassic(context);
        }
    }
    /** The service as it is now, with its events. */
    describeService(context) {
        return getService(context, this.reference);
    }
    /**
     * The newer deployment that has taken the place of this one in the service. An answer that is
     * older than this deployment says nothing.
     */
    async findSuccessor(context) {
        const { deployments } = await this.describeService(context);
        const primary = deployments?.find((deployment) => deployment.status === 'PRIMARY');
        const isNewer = Number(primary?.createdAt) > this.started.createdAt.getTime();
        return isNewer && primary?.id !== this.started.id ? primary : undefined;
    }
    /** A finished rollback leaves no trace in the classic list: it has to be remembered. */
    async #lookAtClassic(context) {
        const { id, createdAt } = this.started;
        const rollout = { deploymentId: id, createdAt, wentBack: this.#wentBack };
        const state = stateOfClassicDeployment(await this.describeService(context), rollout);
        this.#wentBack ||= state?.status === 'rolling-back';
        return state;
    }
}

;// CONCATENATED MODULE: ./packages/ecs/build/rollout/go-back.js







/**
 * Takes a failed rollout back and waits until the old version is steady again: by stopping the
 * service deployment while it is under way, otherwise by an update to the earlier definition, which
 * is registered again if somebody has deregistered it.
 */
async function goBack(context, options) {
    const { rollout, state, previous } = options;
    if (previous === undefined)
        return 'nothing-to-go-back-to';
    const { serviceDeploymentArn } = rollout;
    if (serviceDeploymentArn !== undefined && state !== undefined && !state_isOver(state)) {
        if (await mayStop(context, serviceDeploymentArn, options))
            return stopped(context, options);
    }
    if (previous === rollout.started.taskDefinition)
        return 'nothing-to-go-back-to';
    const taskDefinition = await ensureActive(context, previous);
    // Right before the update: registering takes a moment, in which others may have deployed.
    if (await rollout.findSuccessor(context))
        return 'superseded';
    const started = await startDeployment(context, { ...rollout.reference, taskDefinition });
    return updated(context, new TrackedRollout(rollout.reference, started), options);
}
/** A role that may not stop a deployment goes back by an update, if there is another version to go to. */
async function mayStop(context, serviceDeploymentArn, { rollout, previous, onDenied }) {
    try {
        await requestRollback(context, serviceDeploymentArn);
        return true;
    }
    catch (error) {
        const isAway = previous === rollout.started.taskDefinition;
        if (!(0,errors/* isAccessDenied */.w7)(error) || !(error instanceof build/* ActionError */.lZ) || isAway)
            throw error;
        onDenied(error);
        return false;
    }
}
async function stopped(context, { watcher, rollout, deadline }) {
    const end = await watcher.watch({ deadline });
    if (end.kind !== 'over')
        return 'timed-out';
    if (end.state.status === 'successful')
        return 'succeeded-after-all';
    if (end.state.status === 'rolled-back')
        return 'rolled-back';
    return (await rollout.findSuccessor(context)) ? 'superseded' : 'failed';
}
async function updated(context, back, { watcher, deadline }) {
    await back.locate(context);
    const end = await watcher.forRollout(back).watch({ deadline });
    if (end.kind !== 'over')
        return 'timed-out';
    if (end.state.status === 'successful')
        return 'rolled-back';
    return (await back.findSuccessor(context)) ? 'superseded' : 'failed';
}

;// CONCATENATED MODULE: ./packages/ecs/build/rollout/history.js



/** DescribeServiceRevisions takes no more at once. */
const history_describeLimit = 20;
/**
 * The versions that a service was deployed with successfully, newest first; one that was deployed again stands there again.
 * ECS keeps deployments for 90 days; a revision that it has forgotten is left out.
 */
async function readHistory(context, reference) {
    const listed = await listServiceDeployments(context, { ...reference, status: ['SUCCESSFUL'] });
    const revisionArns = [
        ...new Set(listed.flatMap(({ targetServiceRevisionArn: arn }) => arn ?? [])),
    ];
    const pages = Array.from({ length: Math.ceil(revisionArns.length / history_describeLimit) }, (_, i) => describeRevisions(context, revisionArns.slice(i * history_describeLimit, (i + 1) * history_describeLimit)));
    const revisions = new Map((await Promise.all(pages)).flat().map((one) => [one.serviceRevisionArn, one]));
    return listed.flatMap(({ targetServiceRevisionArn, finishedAt }) => {
        const revision = revisions.get(targetServiceRevisionArn);
        return revision?.taskDefinition ? [versionOf(revision, finishedAt)] : [];
    });
}
/**
 * The version before the one that a service runs now, as far back as nobody has gone already: to deploy an older version
 * again is to leave behind all that came after it, so that going back twice leads further back and not forth
 * again. `history` is newest first; undefined where there is none before.
 */
function versionBefore(history, running) {
    const standing = [];
    for (const version of history.toReversed()) {
        const at = standing.findIndex(({ taskDefinition }) => taskDefinition === version.taskDefinition);
        if (at >= 0)
            standing.splice(at);
        standing.push(version);
    }
    const at = standing.findIndex(({ taskDefinition }) => taskDefinition === running);
    // What runs now has never succeeded where it is not among them: the last that did is before it.
    return at < 0 ? standing.at(-1) : standing[at - 1];
}
async function describeRevisions({ ecs, signal }, arns) {
    const command = new dist_cjs/* DescribeServiceRevisionsCommand */.oF5({ serviceRevisionArns: [...arns] });
    return (await (0,call/* call */.T)(ecs, command, { signal })).serviceRevisions ?? [];
}
function versionOf(revision, deployedAt) {
    return {
        taskDefinition: revision.taskDefinition ?? '',
        deployedAt,
        images: (revision.containerImages ?? []).map(({ containerName, image, imageDigest }) => ({
            container: containerName ?? '',
            image: image ?? '',
            digest: imageDigest,
        })),
    };
}

;// CONCATENATED MODULE: ./packages/ecs/build/rollout/progress.js

const phrases = {
    pending: 'waiting for ECS to begin',
    'in-progress': 'rolling out',
    stopping: 'stopping',
    'rolling-back': 'rolling back',
    successful: 'rolled out',
    stopped: 'stopped',
    'rolled-back': 'rolled back',
    'rollback-failed': 'rollback failed',
};
/**
 * The line for what changed between two looks, or undefined where nothing did. `elapsedMs` is the
 * time since the rollout began.
 */
function progressLine(before, now, elapsedMs) {
    const line = describeState(now);
    if (before && describeState(before) === line)
        return undefined;
    const isNews = before?.status !== now.status && now.status !== 'in-progress';
    return `${elapsedColumn(elapsedMs)}${line}${isNews && now.reason ? `; ECS says: ${now.reason}` : ''}`;
}
/** The line for an event of the service, in the words of ECS without what only repeats. */
function eventLine(message, elapsedMs) {
    const words = message
        .replace(/^\(service [^)]*\) /, '')
        .replace(/arn:[^ )]*:targetgroup\/([^/ )]+)\/[0-9a-f]+/g, '$1')
        .replace(/\b([0-9a-f]{8})[0-9a-f]{24}\b/g, '$1');
    return `${elapsedColumn(elapsedMs)}ECS: ${words}`;
}
/** Where a line of progress begins: how long the rollout has taken, right-aligned. */
function elapsedColumn(elapsedMs) {
    return `${(0,build/* formatSeconds */.Xo)(elapsedMs / 1000).padStart(7)}  `;
}
function describeState(state) {
    const { target, source, failedTasks = 0, status } = state;
    const isBack = ['rolling-back', 'rolled-back', 'rollback-failed'].includes(status);
    const parts = isBack
        ? [`${source.running} old tasks running`, ...some(target.running, 'new left')]
        : [
            `${target.running} of ${target.desired} new tasks running`,
            ...some(target.pending, 'starting'),
            ...some(source.running, 'old'),
        ];
    if (failedTasks > 0)
        parts.push(failures(state));
    return `${phrases[status]}: ${parts.join(', ')}`;
}
function some(count, what) {
    return count > 0 ? [`${count} ${what}`] : [];
}
function failures({ failedTasks, circuitBreaker }) {
    const limit = circuitBreaker?.threshold;
    return `${failedTasks} failed${limit ? ` (the circuit breaker acts at ${limit})` : ''}`;
}

;// CONCATENATED MODULE: ./packages/ecs/build/rollout/running-definition.js


/**
 * The ARN of the task definition that the service's last successful deployment runs; undefined where
 * none has succeeded yet. After a failed deployment the latest revision of the family, and even the
 * one that the service names, may be the one that failed. Without service deployments (they are kept
 * for 90 days, and the role may not be allowed to list them, which is told) the classic deployments tell.
 */
async function lastSuccessfulDefinition(context, service, onDenied = () => undefined) {
    const completed = service.deployments?.find(({ rolloutState }) => rolloutState === 'COMPLETED');
    try {
        const { isListed, arn } = await readLastSuccessful(context, service);
        if (isListed)
            return arn ?? completed?.taskDefinition;
    }
    catch (error) {
        // Where the role may not list them, or the service's controller has none.
        const denied = findDenied(error);
        if (denied !== undefined)
            onDenied(denied);
        else if (!hasNoServiceDeployments(error))
            throw error;
    }
    return completed?.taskDefinition ?? service.taskDefinition;
}
async function readLastSuccessful(context, { clusterArn: cluster = '', serviceName = '' }) {
    const listed = await listServiceDeployments(context, { cluster, service: serviceName });
    const last = listed.find(({ status }) => status === 'SUCCESSFUL')?.targetServiceRevisionArn;
    const revision = last ? await findServiceRevision(context, last) : undefined;
    return { isListed: listed.length > 0, arn: revision?.taskDefinition };
}

;// CONCATENATED MODULE: ./packages/ecs/build/rollout/settings.js
/**
 * What has to be sent so that a service has these settings; empty when it has them. The deployment configuration is sent
 * whole, with what the service has of it and no setting names.
 */
function settingsChange(settings, service) {
    const { deployment, capacityProviderStrategy: strategy, ...plain } = settings;
    const wanted = {
        ...plain,
        ...(strategy && { capacityProviderStrategy: strategy.map((item) => ({ ...item })) }),
        ...(deployment && { deploymentConfiguration: configurationWith(deployment, service) }),
    };
    const differing = Object.entries(wanted).filter(([name, value]) => value !== undefined && !isSet(name, value, service));
    return Object.fromEntries(differing);
}
/** A change of these replaces tasks, so it takes a new deployment. */
function startsDeployment(change) {
    return change.platformVersion !== undefined || change.capacityProviderStrategy !== undefined;
}
function configurationWith(deployment, { deploymentConfiguration }) {
    const given = Object.entries(deployment).filter(([, value]) => value !== undefined);
    const breaker = deployment.deploymentCircuitBreaker && {
        // A threshold that somebody has configured stays.
        deploymentCircuitBreaker: {
            ...deploymentConfiguration?.deploymentCircuitBreaker,
            ...deployment.deploymentCircuitBreaker,
        },
    };
    return { ...deploymentConfiguration, ...Object.fromEntries(given), ...breaker };
}
function isSet(name, value, service) {
    const current = new Map(Object.entries(service)).get(name);
    // ECS tells the version that LATEST stands for.
    if (name === 'platformVersion' && value === 'LATEST')
        return current !== undefined;
    return canonical(current) === canonical(value);
}
/** Equal for values that mean the same, whatever the order of their members. */
function canonical(value) {
    if (Array.isArray(value))
        return `[${value.map(canonical).toSorted().join(',')}]`;
    if (typeof value !== 'object' || value === null)
        return JSON.stringify(value) ?? '';
    const members = Object.entries(value).map(([key, item]) => `${key}:${canonical(item)}`);
    return `{${members.toSorted().join(',')}}`;
}

;// CONCATENATED MODULE: ./packages/ecs/build/rollout/details.js




/** What a rollout's state does not say: the service's events, and the tasks that died. */
class RolloutDetails {
    #options;
    #seenEvents = new Set();
    #deaths = new Map();
    #past = new Set();
    #mayReadTasks = true;
    #failedAtLastRead = 0;
    constructor(options) {
        this.#options = options;
    }
    /** The deaths that are known so far. */
    get deaths() {
        return [...this.#deaths.values()];
    }
    /** Reads events and, when something says that there may be some, dead tasks; tells what is new. */
    async read(context, state) {
        const { rollout, onNews } = this.#options;
        const service = await rollout.describeService(context);
        const fresh = (service.events ?? []).filter((event) => this.#isNew(event));
        for (const { id = '', createdAt, message = '' } of fresh.toReversed()) {
            onNews({ kind: 'event', id, at: Number(createdAt), message });
        }
        const failed = failedTasks(state, service, rollout.started.id);
        const trouble = fresh.some(({ message = '' }) => /stopped|unhealthy|failed|unable/.test(message));
        // ECS may set its counter back, so any change of it counts, not only a rise.
        const isDue = failed !== this.#failedAtLastRead || trouble || state_isOver(state);
        this.#failedAtLastRead = failed;
        if (isDue)
            await this.readDeaths(context);
    }
    /** What has died already counts for nothing from now on, and is not told. */
    async forgetPast(context) {
        for (const { taskArn = '' } of await this.#stoppedTasks(context)) {
            this.#past.add((0,build_arn/* nameFromArn */.N)(taskArn));
        }
    }
    /** Reads the tasks of the rollout that have died, and tells those that are new. */
    async readDeaths(context) {
        const { essential, onNews } = this.#options;
        const tasks = await this.#stoppedTasks(context);
        const deaths = tasks
            .map((task) => deathOf(task, essential))
            .filter((death) => death !== undefined);
        for (const death of deaths.toSorted((a, b) => a.stoppedAt - b.stoppedAt)) {
            if (this.#deaths.has(death.taskId) || this.#past.has(death.taskId))
                continue;
            this.#deaths.set(death.taskId, death);
            onNews({ kind: 'death', death });
        }
    }
    #isNew({ id = '', createdAt }) {
        const begun = this.#options.rollout.started.createdAt.getTime();
        if (this.#seenEvents.has(id) || Number(createdAt) < begun)
            return false;
        this.#seenEvents.add(id);
        return true;
    }
    /** A role that may not read tasks gets its verdict all the same, with less of a diagnosis. */
    async #stoppedTasks(context) {
        if (!this.#mayReadTasks)
            return [];
        const { rollout, onNews } = this.#options;
        try {
            return await listStoppedTasks(context, rollout.reference, rollout.started);
        }
        catch (error) {
            const denied = findDenied(error);
            if (denied === undefined)
                throw error;
            this.#mayReadTasks = false;
            onNews({
                kind: 'not-read',
                why: `The tasks that died were not read, which takes ecs:ListTasks and ecs:DescribeTasks. ${denied.remedy}`,
            });
            return [];
        }
    }
}
function failedTasks(state, { deployments }, id) {
    const own = deployments?.find((deployment) => deployment.id === id);
    return Math.max(state.failedTasks ?? 0, own?.failedTasks ?? 0);
}

;// CONCATENATED MODULE: ./packages/ecs/build/rollout/watch.js




/** Twelve looks a minute find the end of a rollout 2.5 seconds after it, on average. */
const lookEveryMs = 5_000;
/** After an answer that failed, although the SDK had tried again and again. */
const lookAgainAfterFailureMs = 15_000;
/** With one call for details at every second look at most, ECS is asked 18 times a minute. */
const looksBetweenDetails = { atLeast: 2, atMost: 4 };
/** While tasks are missing, the dead are counted only now and then. */
const looksBetweenDeaths = 3;
/** How much longer than the dead ones tasks have to live, and how long that is waited for at most. */
const quietMarginMs = 15_000;
const longestQuietMs = 3 * 60_000;
/** Watches a rollout and tells what is new, nothing twice, also when it is asked to watch again. */
class RolloutWatcher {
    #context;
    #options;
    #details;
    #state;
    #looksWithoutDetails = 0;
    #lastLookFailed = false;
    constructor(context, options) {
        this.#context = context;
        this.#options = options;
        this.#details = new RolloutDetails(options);
    }
    /** A watcher of another rollout whose news go to the same listener. */
    forRollout(rollout) {
        return new RolloutWatcher(this.#context, { ...this.#options, rollout });
    }
    /**
     * Looks every five seconds until the rollout is over, or one of the limits is reached. Failures
     * that pass are told and survived; others are thrown, and leave the rollout to itself.
     */
    async watch({ deadline, isEnough = () => false }) {
        const end = await this.#lookUntil(deadline, async (context) => {
            const state = await this.#look(context);
            if (state === undefined)
                return undefined;
            if (state_isOver(state))
                return { kind: 'over', state };
            return isEnough(this.#details.deaths) ? { kind: 'enough', state } : undefined;
        });
        return end ?? { kind: 'timed-out', state: this.#state };
    }
    /** Lets everything that has died until now count for nothing. */
    forgetPast() {
        return this.#details.forgetPast(this.#context);
    }
    /**
     * After ECS has called the rollout successful, or was told to run more tasks: whether as many run as are desired, and
     * stay alive. Where none died, there is nothing more to wait for. Otherwise they have to outlive those that did:
     * without health checks, a rollout is complete for ECS as soon as its tasks have run for a moment.
     */
    async settles({ deadline, ...options }) {
        const { isPartEnough = false, looksInARow = 1, patienceMs = Infinity, isEnough } = options;
        const since = Date.now();
        const finishedAt = this.#state?.finishedAt ?? Infinity;
        let [looks, goodLooks] = [0, 0];
        const end = await this.#lookUntil(deadline, async (context) => {
            const service = await this.#options.rollout.describeService(context);
            options.onService?.(service);
            const isAllThere = isPartEnough || service.runningCount === service.desiredCount;
            goodLooks = isAllThere ? goodLooks + 1 : 0;
            if (looks++ % looksBetweenDeaths === 0 || isAllThere)
                await this.#details.readDeaths(context);
            const deaths = this.#details.deaths.filter(isRepeatable);
            if (deaths.some(({ stoppedAt }) => stoppedAt > finishedAt))
                return 'dying';
            if (isEnough?.(deaths) === true)
                return 'dying';
            const waitedMs = Date.now() - since;
            if (deaths.length === 0 && waitedMs >= patienceMs)
                return 'settled';
            const isQuiet = deaths.length === 0 || waitedMs >= quietMs(deaths);
            return isQuiet && goodLooks >= looksInARow ? 'settled' : undefined;
        });
        return end ?? 'timed-out';
    }
    /** Undefined when the deadline passes without an answer. */
    async #lookUntil(deadline, look) {
        try {
            return await (0,poll/* untilDeadline */.Hm)(this.#context.signal, deadline, (signal) => {
                const delayMs = () => (this.#lastLookFailed ? lookAgainAfterFailureMs : lookEveryMs);
                const context = { ...this.#context, signal };
                return (0,poll/* poll */.wt)(() => this.#survive(context, look), { signal, deadline, delayMs });
            });
        }
        catch (error) {
            if (error instanceof poll/* DeadlineError */.j3)
                return undefined;
            throw error;
        }
    }
    async #survive(context, look) {
        try {
            const answer = await look(context);
            this.#lastLookFailed = false;
            return answer;
        }
        catch (error) {
            if (!(0,build_transient/* isTransient */.d)(error) || context.signal.aborted)
                throw error;
            const why = error instanceof Error ? error.message : String(error);
            this.#lastLookFailed = true;
            this.#options.onNews({ kind: 'not-read', why: `${why} The rollout goes on; looking again.` });
            return undefined;
        }
    }
    async #look(context) {
        const { rollout, onNews } = this.#options;
        const state = await rollout.look(context);
        if (state === undefined)
            return undefined;
        const before = this.#state;
        this.#state = state;
        if (this.#areDetailsDue(before, state))
            await this.#details.read(context, state);
        onNews({ kind: 'state', before, state });
        return state;
    }
    /** When something moved there is something to tell; when nothing does, there may be a reason. */
    #areDetailsDue(before, state) {
        const { atLeast, atMost } = looksBetweenDetails;
        const looks = ++this.#looksWithoutDetails;
        const moved = JSON.stringify(before) !== JSON.stringify(state);
        const turned = before?.status !== state.status;
        const due = state_isOver(state) || turned || looks >= atMost || (moved && looks >= atLeast);
        if (due)
            this.#looksWithoutDetails = 0;
        return due;
    }
}
/** How long tasks have to live to have outlived those that died. */
function quietMs(deaths) {
    const lives = deaths.map(({ startedAt, stoppedAt }) => stoppedAt - startedAt);
    return Math.min(longestQuietMs, Math.max(0, ...lives) + quietMarginMs);
}

;// CONCATENATED MODULE: ./packages/ecs/build/rollout/wait-for-rollback.js



const goingBack = ['STOP_REQUESTED', 'ROLLBACK_REQUESTED', 'ROLLBACK_IN_PROGRESS'];
/** As long as a rollback of ECS may take before somebody should look at it. */
const waitAtMostMs = 30 * 60_000;
/**
 * Waits until ECS has gone back from an earlier deployment of the service: to begin anew in the
 * middle of that would leave nothing steady to go back to. Gives whether there was anything to wait
 * for. Throws a `conflict` when the rollback does not end.
 */
async function waitForRollback(context, service, log) {
    // A service with one deployment is not going back from another.
    if ((service.deployments ?? []).length < 2)
        return false;
    if (!(await isGoingBack(context, service)))
        return false;
    log.info(`ECS is going back from an earlier deployment of ${service.serviceName}: waiting for that to end.`);
    try {
        return await (0,poll/* poll */.wt)(async () => ((await isGoingBack(context, service)) ? undefined : true), {
            signal: context.signal,
            deadline: Date.now() + waitAtMostMs,
            delayMs: () => 5_000,
        });
    }
    catch (error) {
        if (!(error instanceof poll/* DeadlineError */.j3))
            throw error;
        throw new build/* ActionError */.lZ({
            code: 'conflict',
            message: `ECS has been going back from an earlier deployment of ${service.serviceName} for half an hour, and is not done.`,
            remedy: 'Look at the deployments of the service, and run this step again once it is steady.',
            cause: error,
        });
    }
}
/** A role that may not list them sees no rollback, and deploys as it always could. */
async function isGoingBack(context, service) {
    const reference = { cluster: service.clusterArn ?? '', service: service.serviceName ?? '' };
    try {
        return (await listServiceDeployments(context, { ...reference, status: goingBack })).length > 0;
    }
    catch (error) {
        if ((0,errors/* isAccessDenied */.w7)(error) || hasNoServiceDeployments(error))
            return false;
        throw error;
    }
}

;// CONCATENATED MODULE: ./packages/ecs/build/rollout/wait-for-deployment.js



/** The deployment of a service that has not come to its end, if there is one. */
function findInFlight({ deployments }) {
    const primary = deployments?.find(({ status }) => status === 'PRIMARY');
    return primary?.rolloutState === 'IN_PROGRESS' ? primary : undefined;
}
/**
 * Waits until the deployment that is under way has ended, however that be. `deadline` is in milliseconds since
 * the epoch; after it a `timeout` is thrown.
 */
async function waitForDeployment(context, { service, deadline, log }) {
    const inFlight = findInFlight(service);
    if (inFlight === undefined)
        return;
    const name = service.serviceName ?? '';
    const what = `${inFlight.id} of ${(0,build_arn/* nameFromArn */.N)(inFlight.taskDefinition ?? '')}`;
    log.info(`Waiting for the deployment ${what}, begun at ${inFlight.createdAt?.toISOString()}.`);
    const reference = { cluster: service.clusterArn ?? '', service: name };
    const look = async () => {
        const now = findInFlight(await getService(context, reference));
        return now?.id === inFlight.id ? undefined : true;
    };
    try {
        await (0,poll/* poll */.wt)(look, { signal: context.signal, deadline, delayMs: () => 5_000 });
    }
    catch (error) {
        if (!(error instanceof poll/* DeadlineError */.j3))
            throw error;
        throw new build/* ActionError */.lZ({
            code: 'timeout',
            message: `The deployment ${what} of ${name} was still under way when the time given by timeout was over; this step has started nothing.`,
            remedy: 'Look at that deployment: when it cannot end, stop it. With in-flight: supersede this step would have replaced it.',
            cause: error,
        });
    }
}

;// CONCATENATED MODULE: ./packages/ecs/build/rollout/index.js
















;// CONCATENATED MODULE: ./packages/ecs/build/index.js









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
