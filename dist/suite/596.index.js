export const id = 596;
export const ids = [596];
export const modules = {

/***/ 5732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j3: () => (/* reexport */ DeadlineError),
  T1: () => (/* reexport */ call),
  eA: () => (/* reexport */ checkShape),
  Gv: () => (/* reexport */ createAwsClients),
  nt: () => (/* reexport */ findArn),
  w7: () => (/* reexport */ isAccessDenied),
  m_: () => (/* reexport */ isAwsError),
  dg: () => (/* reexport */ isTransient),
  sM: () => (/* reexport */ logGroupConsoleUrl),
  NW: () => (/* reexport */ nameFromArn),
  wt: () => (/* reexport */ poll),
  Ny: () => (/* reexport */ region),
  Eo: () => (/* reexport */ serviceConsoleUrl),
  Hm: () => (/* reexport */ untilDeadline)
});

;// CONCATENATED MODULE: ./packages/aws/build/arn.js
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

// EXTERNAL MODULE: ./packages/action-kit/build/index.js + 24 modules
var build = __webpack_require__(9840);
;// CONCATENATED MODULE: ./packages/aws/build/access-denied.js

/**
 * An `access-denied` that says which permission is missing, or which policy denies. AWS names action
 * and resource itself where it can ("… is not authorized to perform: X on resource: Y …"): the missing
 * one is often another than the call's, as `iam:PassRole` when a definition is registered.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
function accessDenied(error, text, call) {
    const action = /not authorized to perform: ([\w-]+:\w+)/.exec(text)?.[1] ?? call.iamAction;
    const resource = /on resource: (\S+?)[.,;]?(?:\s|$)/.exec(text)?.[1] ?? call.resource;
    const purpose = action === call.iamAction ? '' : `, which ${call.iamAction} needs`;
    return new build/* ActionError */.lZ({
        code: 'access-denied',
        message: `The role of this job may not call ${action}${purpose}: ${text}`,
        remedy: remedyFor(text, action, resource),
        cause: error,
    });
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

;// CONCATENATED MODULE: ./packages/aws/build/errors.js


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
    if (error instanceof build/* ActionError */.lZ || error instanceof build/* CancelledError */.cc)
        return error;
    if (isAwsError(error, 'AbortError') && error instanceof Error) {
        return error.cause instanceof build/* CancelledError */.cc ? error.cause : new build/* CancelledError */.cc();
    }
    if (isAccessDenied(error))
        return accessDenied(error, textOf(error), call);
    if (isAwsError(error, ...expired))
        return expiredCredentials(error);
    if (isAwsError(error, ...credentialNames))
        return badCredentials(error);
    if (textOf(error).startsWith('Region is missing'))
        return noRegion(error);
    return new build/* ActionError */.lZ({
        code: 'service-error',
        message: `${call.iamAction} failed: ${textOf(error)}`,
        remedy: isThrottling(error)
            ? 'AWS kept throttling this account, also after retries. Run the step again, with fewer jobs at the same time.'
            : 'Look at what AWS says above. When it is not about your configuration, run the step again.',
        cause: error,
    });
}
function badCredentials(error) {
    return new build/* ActionError */.lZ({
        code: 'access-denied',
        message: `AWS does not accept the credentials of this job, or there are none: ${textOf(error)}`,
        remedy: 'Put aws-actions/configure-aws-credentials before this step, with a role to assume, and give the job the permission id-token: write.',
        cause: error,
    });
}
function expiredCredentials(error) {
    return new build/* ActionError */.lZ({
        code: 'access-denied',
        message: `The credentials of this job expired before the step was done: ${textOf(error)}`,
        remedy: 'Raise role-duration-seconds of aws-actions/configure-aws-credentials above what the job takes (and the maximum session duration of the role with it), or put that action right before this step. Then run the job again: it goes on from what it finds.',
        cause: error,
    });
}
function noRegion(cause) {
    return new build/* ActionError */.lZ({
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

;// CONCATENATED MODULE: ./packages/aws/build/unknown-host.js

/** Clients whose host was found once: when it is not found later, that passes. */
const found = new WeakSet();
/**
 * Ends a call at once when DNS does not know the host: a region that does not exist has none, and the
 * SDK would ask for half a minute. It stands inside of the SDK's retries. Throws an `input` error
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
    return new build/* ActionError */.lZ({
        code: 'input',
        message: `The host${host} does not exist: there is no such region, or the runner's DNS does not know it.`,
        remedy: 'Correct the region, such as us-east-1: the input aws-region, or the environment variable AWS_REGION. When it is right, check AWS_ENDPOINT_URL and the DNS of the runner.',
    });
}

;// CONCATENATED MODULE: ./packages/aws/build/call.js


/**
 * Sends one command, under the run's signal. Throws an ActionError (`access-denied`, `input`,
 * `service-error`) whose cause is the exception of AWS, or the run's CancelledError.
 */
async function call(client, command, { signal, resource = '*' }) {
    command.middlewareStack.add(refuseUnknownHost(client), {
        step: 'finalizeRequest',
        priority: 'low',
        name: 'refuseUnknownHost',
        override: true,
    });
    try {
        return await client.send(command, { abortSignal: signal });
    }
    catch (error) {
        const operation = command.constructor.name.replace(/Command$/, '');
        const service = client.config.serviceId;
        const prefix = iamPrefixes[service] ?? service.toLowerCase();
        throw explainAwsError(error, { iamAction: `${prefix}:${operation}`, resource });
    }
}
/** Where the prefix of IAM actions is not the service's id in lower case. */
const iamPrefixes = { 'CloudWatch Logs': 'logs' };

// EXTERNAL MODULE: ./node_modules/.pnpm/@aws-sdk+client-ecs@3.1162.0/node_modules/@aws-sdk/client-ecs/dist-cjs/index.js
var dist_cjs = __webpack_require__(6580);
;// CONCATENATED MODULE: ./packages/aws/build/clients.js

/** Twelve attempts with the SDK's back-off outlast about a minute of throttling and short outages. */
const maxAttempts = 12;
/** An endpoint that accepts and never answers must not hold a step until the job's limit. */
const requestHandler = {
    connectionTimeout: 5_000,
    requestTimeout: 20_000,
    throwOnRequestTimeout: true,
};
/**
 * The AWS clients of one action. Region, credentials and endpoint come from the SDK's standard
 * chain; `region` overrides. Throttling, 5xx and connection errors are retried by the SDK.
 */
function createAwsClients(options) {
    const settings = {
        ...(options.region === undefined ? {} : { region: options.region }),
        maxAttempts,
        requestHandler,
        customUserAgent: [['deploy-actions', options.action]],
    };
    const open = [];
    const opened = (client) => {
        open.push(client);
        return client;
    };
    let ecs;
    return {
        ecs: () => (ecs ??= opened(new dist_cjs/* ECSClient */.Zgc(settings))),
        async logs(region) {
            const { CloudWatchLogsClient } = await __webpack_require__.e(/* import() */ 4).then(__webpack_require__.t.bind(__webpack_require__, 7004, 19));
            return opened(new CloudWatchLogsClient(region === undefined ? settings : { ...settings, region }));
        },
        destroy: () => open.forEach((client) => client.destroy()),
    };
}

;// CONCATENATED MODULE: ./packages/aws/build/console-links.js

/** Console hosts by partition; partitions without a public console get no links. */
const consoleHosts = {
    aws: 'console.aws.amazon.com',
    'aws-cn': 'console.amazonaws.cn',
    'aws-us-gov': 'console.amazonaws-us-gov.com',
};
/** Where a person finds the deployments of a service, or undefined in a partition without console. */
function serviceConsoleUrl(serviceArn) {
    const [, cluster, service] = findArn(serviceArn)?.resource.split('/') ?? [];
    if (!cluster || !service)
        return undefined;
    return consoleUrl(serviceArn, (region) => {
        const path = `clusters/${encodeURIComponent(cluster)}/services/${encodeURIComponent(service)}`;
        return `ecs/v2/${path}/deployments?region=${region}`;
    });
}
/** Where a person finds a log group, or undefined in a partition without console. */
function logGroupConsoleUrl(anyArn, group) {
    // The console's own notation: URL-encoded twice, with % written as $.
    const name = encodeURIComponent(encodeURIComponent(group)).replaceAll('%', '$');
    return consoleUrl(anyArn, (region) => `cloudwatch/home?region=${region}#logsV2:log-groups/log-group/${name}`);
}
function consoleUrl(arn, path) {
    const { partition = '', region = '' } = findArn(arn) ?? {};
    const host = consoleHosts[partition];
    return host && region ? `https://${region}.${host}/${path(region)}` : undefined;
}

;// CONCATENATED MODULE: ./packages/aws/build/region.js

/** The form of a region's name in every partition: us-east-1, us-gov-west-1, eusc-de-east-1. */
const region_form = /^[a-z]{2,6}(-[a-z]{2,12}){1,3}-\d{1,2}$/;
/** The name of an AWS region. Only its form is checked: AWS opens new ones. */
function region(options) {
    const parse = (raw) => {
        const name = (0,build/* asText */.e1)(raw);
        return region_form.test(name) ? name : (0,build/* invalid */.Gq)('is no name of a region; allowed: such as us-east-1');
    };
    return { ...options, type: 'string', parse };
}

// EXTERNAL MODULE: ./node_modules/.pnpm/@smithy+core@3.38.0/node_modules/@smithy/core/dist-cjs/submodules/schema/index.js
var submodules_schema = __webpack_require__(9417);
;// CONCATENATED MODULE: ./packages/aws/build/shape.js


/**
 * Holds a value against a request shape of the SDK and gives all that is wrong, with paths such as
 * `containerDefinitions[0].image`. The SDK itself drops unknown keys silently, and AWS answers
 * wrong types with the first one only. Values are never repeated.
 */
function checkShape(schema, value) {
    return check(submodules_schema.NormalizedSchema.of(schema), value, '');
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
    const guess = (0,build/* nearest */.pA)(key, known);
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

;// CONCATENATED MODULE: ./packages/aws/build/poll.js

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
        await (0,build/* sleep */.yy)(Math.min(delayMs(looks, now - start), deadline - now), signal);
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

;// CONCATENATED MODULE: ./packages/aws/build/transient.js

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
    if (isThrottling(error) || networkErrors.has(error.name))
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

;// CONCATENATED MODULE: ./packages/aws/build/index.js











/***/ }),

/***/ 8596:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  AQ: () => (/* reexport */ RolloutWatcher),
  SR: () => (/* reexport */ TrackedRollout),
  Mz: () => (/* reexport */ containersOf),
  cn: () => (/* reexport */ definitionHash),
  gC: () => (/* reexport */ describeDeath),
  Ov: () => (/* reexport */ diagnoseDeaths),
  oP: () => (/* reexport */ diagnoseEvents),
  wX: () => (/* reexport */ editDefinition),
  iy: () => (/* reexport */ editDraft),
  Ht: () => (/* reexport */ elapsedColumn),
  xg: () => (/* reexport */ ensureActive),
  V8: () => (/* reexport */ eventLine),
  WM: () => (/* reexport */ findPrimary),
  Eu: () => (/* reexport */ findRegistered),
  GV: () => (/* reexport */ findRepeatedDeath),
  hx: () => (/* reexport */ gatherEvidence),
  pR: () => (/* reexport */ getRegistered),
  cQ: () => (/* reexport */ getService),
  OE: () => (/* reexport */ goBack),
  Li: () => (/* reexport */ groupDeaths),
  NN: () => (/* reexport */ isEssential),
  KN: () => (/* reexport */ lastSuccessfulDefinition),
  LO: () => (/* reexport */ mutableImages),
  oz: () => (/* reexport */ progressLine),
  Qm: () => (/* reexport */ readDefinitionFile),
  YY: () => (/* reexport */ readDraftFile),
  Ty: () => (/* reexport */ readLogTail),
  kz: () => (/* reexport */ register),
  WT: () => (/* reexport */ requestRollback),
  uD: () => (/* reexport */ sameDefinition),
  fS: () => (/* reexport */ secretLikeVariables),
  i4: () => (/* reexport */ startDeployment),
  L6: () => (/* reexport */ waitForRollback)
});

// UNUSED EXPORTS: deathOf, listStoppedTasks, parseDefinition

// EXTERNAL MODULE: ./packages/action-kit/build/index.js + 24 modules
var build = __webpack_require__(9840);
;// CONCATENATED MODULE: ./packages/ecs/build/diagnosis/remedies.js
/** Where a task must get to before it starts: said wherever it did not get there. */
const networkPath = 'a public address or a NAT gateway, or VPC endpoints for ecr.api, ecr.dkr, s3, logs and secretsmanager; and the security groups must allow HTTPS to them';
/** What to do about each class of failure that tasks and events tell of. */
const remedies = {
    oom: 'Raise memory (of the container, or of the task with a matching cpu), or find what uses it.',
    image: 'Check that the image is in the registry under this very reference and for the platform of the task, and that the execution role may pull it.',
    imageNetwork: `The task does not reach the registry. Its subnets need ${networkPath}.`,
    secret: 'Check that the secret exists with this key and holds a JSON object, and that the execution role may read it.',
    secretNetwork: `The task does not reach the service that keeps the secret. Its subnets need ${networkPath} (ssm for parameters).`,
    logGroup: 'Create the log group that awslogs-group names, or set awslogs-create-group to "true" in the log options (the execution role then needs logs:CreateLogGroup).',
    logDriver: `Check the log options of the container, that the execution role may write to its log group, and the way there: the subnets need ${networkPath}.`,
    command: 'Correct command or entryPoint of the container: the image holds no such program, or one that cannot be executed.',
    port: 'Another container has this host port. With network mode bridge leave hostPort out (ECS then chooses one), or use awsvpc.',
    disk: 'Raise ephemeralStorage of the task, or the disk of the container instances, or use a smaller image.',
    agent: 'The container agent could not start the container in time, or at all. Look at the reason above, and at the load of the container instances when they are yours; when it passes, run the step again.',
    containerHealth: 'Run the health check command in the image; when the application only needs longer to start, raise startPeriod.',
    loadBalancerHealth: 'Compare path, port and expected status of the target group with what the application answers; when it only needs longer to start, raise the health check grace period.',
    targetGroup: 'Check that the target group still exists, belongs to a load balancer, and takes targets of this kind (ip for network mode awsvpc).',
    capacity: 'Run the step again later, or allow further availability zones or capacity providers.',
    noRoomToReplace: 'Raise maximumPercent or lower minimumHealthyPercent in the deployment configuration of the service: as they are, no task may be started or stopped.',
    accessDenied: "Add the permission named above to the task's execution role.",
    assumeRole: 'Check that the role named above exists, and that its trust policy lets ecs-tasks.amazonaws.com assume it.',
    alarm: 'Look at what the alarm measures: it fired while the new version was taking over.',
    keepsFailing: "Look at the service's stopped tasks in the console: they end soon after they are started, and ECS starts the next ones later and later.",
    unknown: 'Look at the reason that ECS gives above; when it is transient, run the step again.',
};
/** What to do about a container that ended by itself. */
function crashRemedy(container = 'the container') {
    return `Read the last lines of ${container} and mend what it complains about; the same image with the same settings fails the same way when it is started by hand.`;
}

;// CONCATENATED MODULE: ./packages/ecs/build/diagnosis/reason-classes.js

/** What a broken way to a service looks like in the agent's words. */
const network = /i\/o timeout|timed? ?out|deadline exceeded|connection (issue|refused|reset)|no such host|request canceled/i;
const registry = /registry auth|\becr\b|CannotPull|pull(ing)? (the )?image|ref pull/i;
const secret = /secret|\basm\b|\bssm\b|parameter store|invalid parameters/i;
/**
 * Why a task stopped. The first row that matches decides, so the narrower ones stand above the wider.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html
 */
const taskClasses = [
    {
        patterns: [/OutOfMemory|out of memory|memory usage/i],
        code: 'oom',
        remedy: remedies.oom,
    },
    {
        patterns: [/unable to assume the (service linked )?role/i],
        code: 'access-denied',
        remedy: remedies.assumeRole,
    },
    {
        patterns: [/AccessDenied|not authorized to perform|no identity-based policy/i],
        code: 'access-denied',
        remedy: remedies.accessDenied,
    },
    {
        patterns: [/no space left on device|disk quota exceeded/i],
        code: 'service-error',
        remedy: remedies.disk,
    },
    {
        patterns: [/log group does not exist/i],
        code: 'service-error',
        remedy: remedies.logGroup,
    },
    {
        patterns: [/logger args|log(ging)? driver|log stream/i],
        code: 'service-error',
        remedy: remedies.logDriver,
    },
    { patterns: [/registry auth from asm/i], code: 'secret', remedy: remedies.secret },
    { patterns: [registry, network], code: 'image', remedy: remedies.imageNetwork },
    { patterns: [registry], code: 'image', remedy: remedies.image },
    {
        patterns: [
            /image .*not found|manifest unknown|toomanyrequests|no match for platform|exec format/i,
        ],
        code: 'image',
        remedy: remedies.image,
    },
    { patterns: [secret, network], code: 'secret', remedy: remedies.secretNetwork },
    { patterns: [secret], code: 'secret', remedy: remedies.secret },
    {
        patterns: [/ELB health checks/i],
        code: 'load-balancer-health',
        remedy: remedies.loadBalancerHealth,
    },
    {
        patterns: [/container health checks/i],
        code: 'container-health',
        remedy: remedies.containerHealth,
    },
    {
        patterns: [/port is already allocated|address already in use/i],
        code: 'service-error',
        remedy: remedies.port,
    },
    {
        patterns: [
            /executable file not found|permission denied: unknown|no such file or directory: unknown/i,
        ],
        code: 'crash',
        remedy: remedies.command,
    },
    {
        patterns: [/TimeoutError|Cannot(Start|Create|Inspect|Stop)Container|CannotCreateVolume/],
        code: 'service-error',
        remedy: remedies.agent,
    },
    {
        patterns: [/capacity|insufficient|RESOURCE:|unable to place|\bSpot\b/i],
        code: 'capacity',
        remedy: remedies.capacity,
    },
];
/** The class of a reason in the words of ECS, or undefined where none of them is in it. */
function classifyReason(reason) {
    return findClass(taskClasses, withoutNames(reason));
}
/** The first class all of whose patterns are in the text. */
function findClass(classes, text) {
    return classes.find(({ patterns }) => patterns.every((pattern) => pattern.test(text)));
}
/**
 * A reason or an event without what tells nothing: the names of things, which may hold any word (a
 * service `secrets-api`), and the agent's fixed prefix, which speaks of secrets and registry alike.
 */
function withoutNames(text) {
    return text
        .replace(/\((service|tasks?|deployment|target-group|targets|port|(container-)?instance) [^)]*\)/g, '')
        .replace(/arn:[^\s'")]+/g, '')
        .replace(/unable to pull secrets or registry auth:?/gi, '');
}

;// CONCATENATED MODULE: ./packages/ecs/build/diagnosis/event-classes.js


/**
 * Events of a service that tell of trouble, by whole phrases: ordinary ones speak of targets and tasks
 * as well, and "deployment failed: tasks failed to start." tells no cause. The first row decides.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html
 */
const eventClasses = [
    {
        patterns: [/unable to assume the (service linked )?role/i],
        code: 'access-denied',
        remedy: remedies.assumeRole,
    },
    {
        patterns: [/failed container health checks/i],
        code: 'container-health',
        remedy: remedies.containerHealth,
    },
    {
        patterns: [/is unhealthy in|failed ELB health checks/i],
        code: 'load-balancer-health',
        remedy: remedies.loadBalancerHealth,
    },
    {
        patterns: [/(failed|unable) to register targets?/i],
        code: 'service-error',
        remedy: remedies.targetGroup,
    },
    { patterns: [/deployment failed: alarm detected/i], code: 'alarm', remedy: remedies.alarm },
    { patterns: [/unable to place a task/i], code: 'capacity', remedy: remedies.capacity },
    {
        patterns: [/unable to stop or start tasks .*because of the service deployment configuration/i],
        code: 'capacity',
        remedy: remedies.noRoomToReplace,
    },
    {
        patterns: [/failed to launch a task|unable to start a task/i],
        code: 'service-error',
        remedy: remedies.unknown,
    },
    {
        patterns: [/is unable to consistently start tasks/i],
        code: 'crash',
        remedy: remedies.keepsFailing,
    },
];
/** The class of an event of a service, or undefined where it tells no cause of a failure. */
function classifyEvent(message) {
    return findClass(eventClasses, withoutNames(message));
}

;// CONCATENATED MODULE: ./packages/ecs/build/diagnosis/exit-codes.js
/** What exit codes mean by convention of shells and kernels. */
const exitCodes = {
    0: 'it ended without an error; a service has to keep running',
    126: 'the command is there and cannot be executed',
    127: 'the command was not found in the image',
    134: 'it aborted (SIGABRT)',
    137: 'it was killed (SIGKILL)',
    139: 'it crashed with a segmentation fault (SIGSEGV)',
    143: 'it was terminated (SIGTERM)',
};
/** What an exit code means, in parentheses, or nothing where it is the application's own. */
function explainExitCode(exitCode) {
    const meaning = exitCodes[exitCode];
    return meaning === undefined ? '' : ` (${meaning})`;
}
/** Codes that a container may well have because ECS ended it after another had failed. */
const endedByEcs = new Set([0, 137, 143]);

;// CONCATENATED MODULE: ./packages/ecs/build/diagnosis/diagnose.js



/** The diagnosis of a rollout whose tasks died; the groups come with the root cause first. */
function diagnoseDeaths(groups, log) {
    const [{ newest, count: times }] = groups;
    return {
        code: newest.code,
        headline: `${(0,build/* count */.U9)(times, 'task')} of the new version ended the same way: ${describeDeath(newest)}.`,
        remedy: newest.remedy,
        groups,
        log,
    };
}
/** A death in one clause, without a full stop. */
function describeDeath({ code, container, exitCode, reason: quoted }) {
    const reason = withoutFullStop(quoted);
    if (exitCode === undefined)
        return container ? `container ${container}: ${reason}` : reason;
    const who = container === undefined ? 'a container' : `container ${container}`;
    // What ECS says of memory tells more than the signal that ended the process.
    const meaning = code === 'oom' ? '' : explainExitCode(exitCode);
    return `${who} exited with code ${exitCode}${meaning}; ECS says: ${reason}`;
}
/**
 * The diagnosis of a rollout in which no task died, from what ECS said in the service's events:
 * tasks that could not be placed, or that a load balancer found unhealthy. Undefined where nothing
 * in them tells a cause.
 */
function diagnoseEvents(messages) {
    for (const message of messages.toReversed()) {
        const found = classifyEvent(message);
        if (found === undefined)
            continue;
        const headline = `ECS reports: ${withoutFullStop(message)}.`;
        return { code: found.code, headline, remedy: found.remedy, groups: [], log: undefined };
    }
    return undefined;
}
/** What is quoted in the middle of a sentence does not end it. */
function withoutFullStop(quoted) {
    return quoted.trimEnd().replace(/\.+$/, '');
}

;// CONCATENATED MODULE: ./packages/ecs/build/diagnosis/group.js
/** Deaths grouped by reason: the most frequent group first, among equals the newest. */
function groupDeaths(deaths) {
    const groups = Map.groupBy(deaths, reasonKey);
    return [...groups.values()]
        .map((group) => ({
        count: group.length,
        newest: group.reduce((a, b) => (b.stoppedAt >= a.stoppedAt ? b : a)),
    }))
        .toSorted((a, b) => b.count - a.count || b.newest.stoppedAt - a.newest.stoppedAt);
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
    return (a.code === b.code &&
        a.remedy === b.remedy &&
        a.container === b.container &&
        a.exitCode === b.exitCode);
}
/** Identifiers and numbers differ from task to task; the reason is the same without them. */
function reasonKey({ code, container, exitCode, reason }) {
    const words = reason.replace(/[0-9a-f]{8,}/gi, '#').replace(/\d+/g, '#');
    return JSON.stringify([code, container, exitCode, words]);
}

// EXTERNAL MODULE: ./packages/aws/build/index.js + 11 modules
var aws_build = __webpack_require__(5732);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
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
        .filter(({ image }) => !image.includes('@sha256:'));
}

// EXTERNAL MODULE: ./node_modules/.pnpm/@aws-sdk+client-ecs@3.1162.0/node_modules/@aws-sdk/client-ecs/dist-cjs/index.js
var dist_cjs = __webpack_require__(6580);
;// CONCATENATED MODULE: ./packages/ecs/build/task-definition/edit.js


/**
 * Applies edits. Order, and everything that no edit names, survive: a value that is set again stays
 * in its place, a new one comes last.
 */
function editDefinition(definition, edits) {
    const steps = [
        ...(edits.image === undefined ? [] : [imageOfMain(definition, edits.image)]),
        ...[...(edits.images ?? [])].map(([name, image]) => imageOf(definition, name, image)),
        ...variableSteps(definition, 'environment', edits.environment),
        ...variableSteps(definition, 'secrets', edits.secrets),
    ];
    const problems = steps.flatMap((step) => ('problem' in step ? [step.problem] : []));
    const edited = steps.reduce((before, step) => 'problem' in step ? before : withContainer(before, step.container, step.edit), definition);
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
function withImage(image) {
    return (container) => ({ ...container, image });
}
function variableSteps(definition, kind, edits = new Map()) {
    return [...edits].map(([key, value]) => {
        const { container, name } = splitKey(definition, key);
        if (container === undefined) {
            const names = namesOf(definition).join(', ');
            const message = `cannot tell which container is meant; write container.NAME, with one of: ${names}`;
            return { problem: { path: `${kind}.${key}`, message } };
        }
        return {
            container,
            edit: (before) => ({ ...before, [kind]: withVariable(before[kind], kind, { name, value }) }),
        };
    });
}
/** `container.NAME` where such a container exists; otherwise the whole key is the variable's name. */
function splitKey(definition, key) {
    const prefix = namesOf(definition).find((name) => key.startsWith(`${name}.`));
    return prefix === undefined
        ? { container: mainContainer(definition), name: key }
        : { container: prefix, name: key.slice(prefix.length + 1) };
}
function withVariable(before, kind, { name, value }) {
    const variables = before ?? [];
    if (value === undefined)
        return variables.filter((variable) => variable.name !== name);
    const entry = kind === 'environment' ? { name, value } : { name, valueFrom: value };
    return variables.some((variable) => variable.name === name)
        ? variables.map((variable) => (variable.name === name ? { ...variable, ...entry } : variable))
        : [...variables, entry];
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

;// CONCATENATED MODULE: ./packages/ecs/build/task-definition/rules/duplicates.js
/** The values that occur more than once, each once, in the order of their second occurrence. */
function duplicates(values) {
    return [...new Set(values.filter((value, i) => values.indexOf(value) !== i))];
}

;// CONCATENATED MODULE: ./packages/ecs/build/task-definition/rules/containers.js


/** Rules about the containers of a definition and how they refer to each other. */
const containerRules = [
    hasContainers,
    namesAndImages,
    uniqueNames,
    oneIsEssential,
    dependenciesExist,
    familyName,
];
const namePattern = /^[A-Za-z0-9_-]{1,255}$/;
function familyName({ family }) {
    return namePattern.test(family ?? '')
        ? []
        : [{ path: 'family', message: 'must be 1 to 255 letters, digits, - or _' }];
}
function hasContainers(definition) {
    return containersOf(definition).length > 0
        ? []
        : [{ path: 'containerDefinitions', message: 'has no container' }];
}
function namesAndImages(definition) {
    return containersOf(definition).flatMap(({ name, image }, i) => [
        ...(namePattern.test(name ?? '')
            ? []
            : [
                {
                    path: `containerDefinitions[${i}].name`,
                    message: 'must be 1 to 255 letters, digits, - or _',
                },
            ]),
        ...imageProblems(image ?? '').map((message) => ({
            path: `containerDefinitions[${i}].image`,
            message,
        })),
    ]);
}
function imageProblems(image) {
    if (image === '' || /\s/.test(image))
        return ['must name an image, without white space'];
    return /[:@]$/.test(image)
        ? ['ends where its tag or digest should begin: the expression behind it came out empty']
        : [];
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
    return containers.length === 0 || containers.some(isEssential)
        ? []
        : [{ path: 'containerDefinitions', message: 'must have at least one essential container' }];
}
function dependenciesExist(definition) {
    const containers = containersOf(definition);
    const names = containers.map((container) => container.name);
    return containers.flatMap((container, i) => (container.dependsOn ?? []).flatMap((dependency, j) => names.includes(dependency.containerName) && dependency.containerName !== container.name
        ? []
        : [
            {
                path: `containerDefinitions[${i}].dependsOn[${j}].containerName`,
                message: `must be another container of this definition; allowed: ${names.join(', ')}`,
            },
        ]));
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
/** Rules that hold only where the definition asks for Fargate. */
const fargateRules = [
    whereFargate(taskSize),
    whereFargate(networkMode),
    whereFargate(executionRole),
];
function whereFargate(rule) {
    return (definition) => definition.requiresCompatibilities?.includes('FARGATE') ? rule(definition) : [];
}
function taskSize({ cpu, memory }) {
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
    const [units, mebibytes] = [cpuUnits(cpu), memoryMebibytes(memory)];
    const offered = units === undefined ? undefined : memoryFor[units];
    if (offered === undefined) {
        return [
            {
                path: 'cpu',
                message: `is no size of Fargate; allowed: ${Object.keys(memoryFor).join(', ')}`,
            },
        ];
    }
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
function executionRole(definition) {
    if (definition.executionRoleArn)
        return [];
    const reasons = containersOf(definition).flatMap((container) => [
        ...(container.secrets?.length ? ['reads secrets'] : []),
        ...(container.logConfiguration?.logDriver === 'awslogs' ? ['writes to awslogs'] : []),
        ...(container.repositoryCredentials ? ['has repositoryCredentials'] : []),
        ...(/\.dkr[.-]ecr\./.test(container.image ?? '') ? ['comes from Amazon ECR'] : []),
    ]);
    if (reasons.length === 0)
        return [];
    return [
        {
            path: 'executionRoleArn',
            message: `is required: a container ${[...new Set(reasons)].join(', ')}`,
        },
    ];
}
/** `512`, `.5 vCPU` or `0.5 vcpu` as CPU units. */
function cpuUnits(cpu) {
    const virtual = /^(\d*\.?\d+)\s*vcpu$/i.exec(cpu.trim());
    if (virtual)
        return Number(virtual[1]) * 1024;
    return /^\d+$/.test(cpu.trim()) ? Number(cpu) : undefined;
}
/** `1024`, `1 GB` or `0.5GB` as MiB. */
function memoryMebibytes(memory) {
    const gigabytes = /^(\d*\.?\d+)\s*gb$/i.exec(memory.trim());
    if (gigabytes)
        return Number(gigabytes[1]) * 1024;
    return /^\d+$/.test(memory.trim()) ? Number(memory) : undefined;
}
function range(from, to, step) {
    return Array.from({ length: (to - from) / step + 1 }, (_, i) => from + i * step);
}

;// CONCATENATED MODULE: ./packages/ecs/build/task-definition/rules/ports.js


/** Rules about port mappings. */
const portRules = [portNumbers, sameHostPort, uniquePorts];
function portNumbers(definition) {
    return mappings(definition).flatMap(({ path, containerPort, hostPort, containerPortRange }) => [
        ...(containerPortRange !== undefined || inRange(containerPort, 1)
            ? []
            : [{ path: `${path}.containerPort`, message: 'must be a port from 1 to 65535' }]),
        ...(hostPort === undefined || inRange(hostPort, 0)
            ? []
            : [{ path: `${path}.hostPort`, message: 'must be a port from 0 to 65535' }]),
    ]);
}
function sameHostPort(definition) {
    if (definition.networkMode !== 'awsvpc')
        return [];
    const differing = mappings(definition).filter(({ containerPort, hostPort }) => hostPort !== undefined && hostPort !== containerPort);
    return differing.map(({ path }) => ({
        path: `${path}.hostPort`,
        message: 'must equal containerPort, or be left out, with networkMode awsvpc',
    }));
}
/** In awsvpc all containers of a task share one network interface, and so its ports. */
function uniquePorts(definition) {
    if (definition.networkMode !== 'awsvpc')
        return [];
    const ports = mappings(definition)
        .filter(({ containerPort }) => containerPort !== undefined)
        .map(({ containerPort, protocol = 'tcp' }) => `${containerPort}/${protocol}`);
    return duplicates(ports).map((port) => ({
        path: 'containerDefinitions',
        message: `maps port ${port} twice; with networkMode awsvpc all containers share their ports`,
    }));
}
function mappings(definition) {
    return containersOf(definition).flatMap((container, i) => (container.portMappings ?? []).map((mapping, j) => ({
        ...mapping,
        path: `containerDefinitions[${i}].portMappings[${j}]`,
    })));
}
function inRange(port, minimum) {
    return port !== undefined && Number.isInteger(port) && port >= minimum && port <= 65_535;
}

;// CONCATENATED MODULE: ./packages/ecs/build/task-definition/rules/variables.js



/** Rules about environment variables and secrets of each container. */
const variableRules = [
    perContainer(variables_uniqueNames),
    perContainer(notInBoth),
    perContainer(secretReferences),
];
function perContainer(rule) {
    return (definition) => containersOf(definition).flatMap((container, i) => rule(container).map(({ path, message }) => ({
        path: `containerDefinitions[${i}].${path}`,
        message,
    })));
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
    return (container.secrets ?? []).flatMap(({ valueFrom }, i) => isSecretReference(valueFrom ?? '')
        ? []
        : [
            {
                path: `secrets[${i}].valueFrom`,
                message: 'must be the ARN of a secret (…:secret:name-AbCdEf, with :key:stage:version for a part of it) ' +
                    'or the ARN or name of an SSM parameter',
            },
        ]);
}
/** An SSM parameter's ARN or name, or a secret's ARN, which may go on with `:key:stage:version`. */
function isSecretReference(valueFrom) {
    const arn = (0,aws_build/* findArn */.nt)(valueFrom);
    if (arn === undefined)
        return /^[A-Za-z0-9_.\-/]{1,2048}$/.test(valueFrom);
    if (arn.service === 'ssm')
        return arn.resource.startsWith('parameter/');
    if (arn.service !== 'secretsmanager')
        return false;
    const parts = arn.resource.split(':');
    return parts[0] === 'secret' && Boolean(parts[1]) && (parts.length === 2 || parts.length === 5);
}

;// CONCATENATED MODULE: ./packages/ecs/build/task-definition/rules/index.js




const rules = [
    ...containerRules,
    ...variableRules,
    ...portRules,
    ...fargateRules,
];
/** Everything in a definition that ECS would refuse, although its shape is right. */
function checkRules(definition) {
    return rules.flatMap((rule) => rule(definition));
}

;// CONCATENATED MODULE: ./packages/ecs/build/task-definition/draft.js





/**
 * Edits a definition that nobody has checked yet, and holds the result to its shape and the rules of
 * ECS: an edit may mend what the file gets wrong. Throws one `input` error with the problems of the
 * definition and of the edits together; `source` names the definition in it.
 */
function editDraft(draft, edits, source) {
    const shape = (0,aws_build/* checkShape */.eA)(dist_cjs/* RegisterTaskDefinitionRequest$ */.fSK, draft);
    if (shape.length > 0) {
        const { problems = [] } = editDefinition(skeletonOf(draft), edits);
        throw definitionError(source, [...shape, ...problems.map(ofInput)]);
    }
    // Its shape was just held against the schema of this very type.
    const result = editDefinition(draft, edits);
    const broken = checkRules(result.problems ? result.partly : result.definition);
    if (broken.length > 0) {
        throw definitionError(source, [...broken, ...(result.problems ?? []).map(ofInput)]);
    }
    if (result.problems)
        throw (0,build/* inputError */.Xu)(result.problems);
    return result.definition;
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

// EXTERNAL MODULE: ./node_modules/.pnpm/yaml@2.9.1/node_modules/yaml/dist/index.js
var dist = __webpack_require__(8009);
;// CONCATENATED MODULE: ./packages/ecs/build/task-definition/parse.js




/**
 * A definition from the text of a JSON or YAML file, also one that was saved from
 * DescribeTaskDefinition. Throws an `input` error with everything that is wrong in it: first what
 * keeps it from being read, else unknown keys, missing keys and wrong types, and broken rules of
 * ECS. `source` names the file in messages.
 */
function parseDefinition(text, source) {
    return editDraft(parseDraft(text, source), {}, source);
}
/** The same before anything in it is checked: edits may be about to mend it. */
function parseDraft(text, source) {
    const tree = parseTree(text, source);
    const unwrapped = isMapping(tree) && 'taskDefinition' in tree ? tree.taskDefinition : tree;
    if (isMapping(unwrapped))
        return withoutReadOnlyFields(unwrapped);
    const message = 'must be a mapping, as RegisterTaskDefinition takes it';
    throw definitionError(source, [{ path: '', message }]);
}
function isMapping(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function parseTree(text, source) {
    const lines = new dist/* LineCounter */.HN();
    const document = (0,dist/* parseDocument */.Tp)(text.replace(/^\uFEFF/, ''), { lineCounter: lines });
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
    return document.toJS({ maxAliasCount: 100 });
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./packages/ecs/build/task-definition/read-file.js



/**
 * The definition in a JSON or YAML file. Throws an `input` error that names `input` when the file
 * cannot be read, and everything that is wrong in it otherwise.
 */
async function readDefinitionFile(path, input) {
    return parseDefinition(await readText(path, input), path);
}
/** The same before anything in it is checked, to be edited by `editDraft`. */
async function readDraftFile(path, input) {
    return parseDraft(await readText(path, input), path);
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

;// CONCATENATED MODULE: ./packages/ecs/build/what-there-is.js

/** For an error about a name that is not there: the name that was probably meant, and up to ten. */
function whatThereIs(wanted, names) {
    if (names.length === 0)
        return '';
    const guess = (0,build/* nearest */.pA)(wanted, names);
    const more = names.length > 10 ? `, and ${names.length - 10} more` : '';
    return `${guess ? ` Did you mean ${guess}?` : ''} There is: ${names.slice(0, 10).join(', ')}${more}.`;
}

;// CONCATENATED MODULE: ./packages/ecs/build/task-definition/registry.js






/**
 * The registered definition of a family (its latest ACTIVE revision), `family:revision` or an ARN;
 * undefined where there is none.
 */
async function findRegistered({ ecs, signal }, reference) {
    const command = new dist_cjs/* DescribeTaskDefinitionCommand */.Zy$({
        taskDefinition: reference,
        include: ['TAGS'],
    });
    try {
        return toRegistered(await (0,aws_build/* call */.T1)(ecs, command, { signal }));
    }
    catch (error) {
        // ECS says ClientException ("Unable to describe task definition.") for one that is not there.
        if ((0,aws_build/* isAwsError */.m_)(error, 'ClientException'))
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
    const { taskDefinition } = await (0,aws_build/* call */.T1)(context.ecs, command, { signal: context.signal });
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
    const [family = ''] = (0,aws_build/* nameFromArn */.NW)(reference).split(':');
    try {
        const latest = await findRegistered(context, family);
        if (latest)
            return ` The latest revision of ${family} is ${(0,aws_build/* nameFromArn */.NW)(latest.arn)}.`;
        const command = new dist_cjs/* ListTaskDefinitionFamiliesCommand */.cSD({ status: 'ACTIVE', maxResults: 100 });
        const { families = [] } = await (0,aws_build/* call */.T1)(context.ecs, command, { signal: context.signal });
        return whatThereIs(family, families);
    }
    catch {
        return '';
    }
}

;// CONCATENATED MODULE: ./packages/ecs/build/task-definition/secret-parts.js
/**
 * The passwords and keys inside of a value: in the user part of a URL (also one of several hosts) and
 * in a connection string. Each comes as it is written, decoded, and encoded as a URL has it, since
 * drivers print any of these.
 */
function secretPartsOf(value) {
    return [...urlPasswords(value), ...connectionSecrets(value)].flatMap(formsOf);
}
/**
 * By a regular expression on the text as it is: URL parsers refuse several hosts, and encode what the
 * application reads raw. The user part ends at the last @ before the path.
 */
function urlPasswords(value) {
    const userPart = /^[a-z][a-z\d+.:-]*:\/\/([^/?#\s]*)@/i.exec(value)?.[1] ?? '';
    const colon = userPart.indexOf(':');
    return colon < 0 ? [] : [userPart.slice(colon + 1)];
}
const connectionSecret = /(?:^|[;?&\s])(?:password|pwd|accountkey|sharedaccesskey|sharedaccesssignature)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^;&\s]+))/gi;
/** `Server=db;Password=…;`, `host=db password=…`, `jdbc:…?password=…`. */
function connectionSecrets(value) {
    return [...value.matchAll(connectionSecret)].flatMap(([, double, single, bare]) => double ?? single ?? bare ?? []);
}
function formsOf(raw) {
    const decoded = decode(raw);
    // Half of a surrogate pair can be written in JSON, and in no URL.
    if (!decoded.isWellFormed())
        return [raw, decoded];
    return [raw, decoded, encodeURIComponent(decoded), encodeURI(decoded)];
}
function decode(raw) {
    try {
        return decodeURIComponent(raw);
    }
    catch {
        return raw;
    }
}

;// CONCATENATED MODULE: ./packages/ecs/build/task-definition/secret-like.js




/**
 * Variables in plain text whose values should be in `secrets`, so that they can be masked and
 * warned about. References by ARN are none. `publicNames` (of cluster and service) and the names in
 * the definition itself are never masked.
 */
function secretLikeVariables(definition, publicNames = []) {
    const containers = containersOf(definition);
    const names = [
        ...publicNames,
        definition.family ?? '',
        ...containers.map(({ name = '' }) => name),
    ];
    return containers.flatMap(({ name: container = '', environment = [] }) => environment.flatMap(({ name = '', value = '' }) => {
        const forms = secretForms(name, value);
        if (forms.length === 0)
            return [];
        const secrets = forms.filter((form) => (0,build/* mayHideGuess */.HK)(form, names));
        return [{ container, name, secrets: [...new Set(secrets)] }];
    }));
}
function secretForms(name, value) {
    if (isPublicValue(value))
        return [];
    return [...(isSecretName(name) ? [value] : []), ...secretPartsOf(value)].filter((form) => !isPublicValue(form));
}
/** What is a setting, a reference, or too short to be told from any other text. */
function isPublicValue(value) {
    return (value.length < build/* shortestGuess */.IJ ||
        (0,aws_build/* findArn */.nt)(value) !== undefined ||
        /^(true|false|[+-]?[\d.,_]+)$/i.test(value));
}
/** Build tools put these into what every browser gets. */
const publicPrefix = /^(next_public|nuxt_public|expo_public|react_app|gatsby|public|vite)_/;
const secretWords = 'password|passwd|passphrase|pass|pwd|secret|token|credentials?';
const keyKinds = 'access|account|api|app|auth|cookie|crypt|encryption|hmac|jwt|license|master|private|secret|session|shared|signing|storage|webhook';
/** Only the end of a name tells: TOKEN_TTL and SECRET_NAME hold no secret. PASSWORD_1 is one. */
const secretName = new RegExp(`(?:(?:^|_)(?:${secretWords}|(?:${keyKinds})_?key)|password|passwd|secret|token)(?:_?\\d+)?$`);
function isSecretName(name) {
    const words = name
        .replace(/([a-z\d])([A-Z])/g, '$1_$2')
        .replace(/[-.]/g, '_')
        .toLowerCase();
    // PWD and OLDPWD are the shell's working directories.
    return secretName.test(words) && !publicPrefix.test(words) && !/^(old)?pwd$/.test(words);
}

;// CONCATENATED MODULE: ./packages/ecs/build/task-definition/index.js










;// CONCATENATED MODULE: ./packages/ecs/build/diagnosis/log-tail.js


const tailLength = 20;
/** Log events arrive late: the last line of a crash may need some seconds. */
const patienceMs = 10_000;
/** Reads the last lines of a container from CloudWatch Logs. A failure to read is only noted. */
async function readLogTail(clients, source, signal) {
    const { container } = source;
    const log = containersOf(source.definition).find(({ name }) => name === container)?.logConfiguration;
    if (log?.logDriver !== 'awslogs') {
        const driver = log?.logDriver
            ? `its log driver is ${log.logDriver}`
            : 'it has no log configuration';
        return { container, lines: [], note: `The log of ${container} cannot be read here: ${driver}.` };
    }
    const group = log.options?.['awslogs-group'] ?? '';
    const stream = `${log.options?.['awslogs-stream-prefix'] ?? ''}/${container}/${source.taskId}`;
    const url = (0,aws_build/* logGroupConsoleUrl */.sM)(source.arn, group);
    try {
        // Loaded on demand, as the client is: only a failed deployment needs it.
        const { GetLogEventsCommand } = await __webpack_require__.e(/* import() */ 4).then(__webpack_require__.t.bind(__webpack_require__, 7004, 19));
        const client = await clients.logs(log.options?.['awslogs-region']);
        const input = { logGroupName: group, logStreamName: stream, limit: tailLength };
        const read = () => (0,aws_build/* call */.T1)(client, new GetLogEventsCommand(input), { signal });
        const lines = await (0,aws_build/* poll */.wt)(() => readOnce(read), {
            signal,
            deadline: Date.now() + patienceMs,
            delayMs: (looks) => looks * 1_000,
        });
        return { container, lines, url };
    }
    catch (error) {
        return { container, lines: [], note: noteFor(error, { container, group }), url };
    }
}
async function readOnce(read) {
    try {
        const { events = [] } = await read();
        return events.length === 0 ? undefined : events.map(({ message }) => (message ?? '').trimEnd());
    }
    catch (error) {
        if ((0,aws_build/* isAwsError */.m_)(error, 'ResourceNotFoundException'))
            return undefined;
        throw error;
    }
}
function noteFor(error, { container, group }) {
    if (error instanceof aws_build/* DeadlineError */.j3)
        return `${container} wrote nothing to the log group ${group}.`;
    if ((0,aws_build/* isAccessDenied */.w7)(error)) {
        return `The log of ${container} was not read: the role of this job needs logs:GetLogEvents on the log group ${group}.`;
    }
    return `The log of ${container} in ${group} could not be read: ${error instanceof Error ? error.message : String(error)}`;
}

;// CONCATENATED MODULE: ./packages/ecs/build/rollout/service-tasks.js


/** DescribeTasks takes no more at once. */
const describeLimit = 100;
/** The tasks of a service that are to run, or those that have stopped (for about an hour). */
async function listServiceTasks({ ecs, signal }, { cluster, service }, desiredStatus) {
    const found = [];
    let nextToken;
    do {
        const list = new dist_cjs/* ListTasksCommand */.MYg({
            cluster,
            serviceName: service,
            desiredStatus,
            maxResults: describeLimit,
            ...(nextToken === undefined ? {} : { nextToken }),
        });
        const page = await (0,aws_build/* call */.T1)(ecs, list, { signal });
        nextToken = page.nextToken;
        const tasks = page.taskArns ?? [];
        if (tasks.length === 0)
            continue;
        const described = await (0,aws_build/* call */.T1)(ecs, new dist_cjs/* DescribeTasksCommand */.z8X({ cluster, tasks }), { signal });
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
    return stopped.filter((task) => isEndTold(task) &&
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

;// CONCATENATED MODULE: ./packages/ecs/build/diagnosis/task-death.js




/**
 * The death of a stopped task, or undefined for one that was only scaled away or replaced, or that a
 * person stopped, whatever the reason was that they gave. `essential` names the containers whose end
 * ends the task, in the order of the definition: a sidecar's exit code is no reason.
 */
function deathOf(task, essential) {
    if (task.stopCode === 'UserInitiated')
        return undefined;
    const container = decisiveContainer(task, essential);
    const reasons = [container?.reason, task.stoppedReason].filter((reason) => reason);
    const cause = classifyReason(reasons.join('; ')) ?? causeOfStop(task, container);
    if (cause === undefined)
        return undefined;
    const exited = cause.code === 'crash' || cause.code === 'oom';
    return {
        taskId: (0,aws_build/* nameFromArn */.NW)(task.taskArn ?? ''),
        code: cause.code,
        remedy: cause.remedy,
        container: exited || container?.reason ? container?.name : undefined,
        exitCode: exited ? container?.exitCode : undefined,
        reason: reasons[0] ?? 'no reason given',
        ...lifetime(task),
    };
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
            return { code: 'crash', remedy: crashRemedy(container?.name) };
        case 'SpotInterruption':
        case 'TerminationNotice':
            return { code: 'capacity', remedy: remedies.capacity };
        case 'TaskFailedToStart':
            return { code: 'service-error', remedy: remedies.unknown };
        case 'InfrastructureHealth':
        case 'ServiceSchedulerInitiated':
        case 'UserInitiated':
        case undefined:
        default: // also for codes that ECS may come to have
            return undefined;
    }
}
/**
 * The container that ended the task. Once one has ended, ECS stops the others, and kills those that
 * do not obey: the codes of that prove nothing.
 */
function decisiveContainer(task, essential) {
    const candidates = [...essential].flatMap((wanted) => task.containers?.find(({ name }) => name === wanted) ?? []);
    return (candidates.find(({ reason = '' }) => classifyReason(reason)?.code === 'oom') ??
        candidates.find(({ exitCode }) => exitCode !== undefined && !endedByEcs.has(exitCode)) ??
        candidates.find(({ reason }) => reason) ??
        candidates.find(({ exitCode }) => exitCode !== undefined));
}

;// CONCATENATED MODULE: ./packages/ecs/build/diagnosis/index.js






;// CONCATENATED MODULE: ./packages/ecs/build/rollout/service-deployments.js


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
        const page = await (0,aws_build/* call */.T1)(ecs, command, { signal });
        found.push(...(page.serviceDeployments ?? []));
        nextToken = page.nextToken;
    } while (nextToken !== undefined);
    return found.toSorted((a, b) => Number(b.createdAt) - Number(a.createdAt));
}
/** One service deployment, or undefined where ECS does not know it (yet). */
async function findServiceDeployment({ ecs, signal }, arn) {
    const command = new dist_cjs/* DescribeServiceDeploymentsCommand */.A6p({ serviceDeploymentArns: [arn] });
    return (await (0,aws_build/* call */.T1)(ecs, command, { signal })).serviceDeployments?.[0];
}
/** One service revision, or undefined where ECS no longer keeps it. */
async function findServiceRevision({ ecs, signal }, arn) {
    const command = new dist_cjs/* DescribeServiceRevisionsCommand */.oF5({ serviceRevisionArns: [arn] });
    return (await (0,aws_build/* call */.T1)(ecs, command, { signal })).serviceRevisions?.[0];
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
        if (!(0,aws_build/* isAccessDenied */.w7)(error))
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
async function startDeployment({ ecs, signal }, { cluster, service, taskDefinition, forceNewDeployment }) {
    const command = new dist_cjs/* UpdateServiceCommand */.kZr({
        cluster,
        service,
        taskDefinition,
        ...(forceNewDeployment ? { forceNewDeployment } : {}),
    });
    const { service: updated } = await (0,aws_build/* call */.T1)(ecs, command, { signal });
    const started = updated && findPrimary(updated);
    if (started)
        return started;
    throw new build/* ActionError */.lZ({
        code: 'service-error',
        message: `ECS updated the service ${service} and named no PRIMARY deployment in its answer.`,
        remedy: 'Check that the deployment controller of the service is ECS.',
    });
}
/** The deployment that a service is to have, as one that is under way can be followed. */
function findPrimary(service) {
    const primary = service.deployments?.find((deployment) => deployment.status === 'PRIMARY');
    const { id, createdAt, taskDefinition } = primary ?? {};
    return id && createdAt && taskDefinition ? { id, createdAt, taskDefinition } : undefined;
}

;// CONCATENATED MODULE: ./packages/ecs/build/rollout/state.js
/** Whether ECS will do nothing more for this deployment. */
function isOver({ status }) {
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
        await (0,aws_build/* call */.T1)(ecs, command, { signal, resource: serviceDeploymentArn });
        return true;
    }
    catch (error) {
        if (!(0,aws_build/* isAwsError */.m_)(error, 'ConflictException'))
            throw error;
        return false;
    }
}

;// CONCATENATED MODULE: ./packages/ecs/build/rollout/service.js




/**
 * The service as ECS describes it now. Throws an `input` error that lists what exists instead when
 * the cluster or the service is not there or is being deleted.
 */
async function getService(context, { cluster, service }) {
    const command = new dist_cjs/* DescribeServicesCommand */.H7c({ cluster, services: [service] });
    try {
        const { services = [] } = await (0,aws_build/* call */.T1)(context.ecs, command, { signal: context.signal });
        const [found] = services;
        if (found?.status === 'ACTIVE')
            return found;
        if (found)
            throw inactive(found);
    }
    catch (error) {
        if ((0,aws_build/* isAwsError */.m_)(error, 'ClusterNotFoundException'))
            throw await noCluster(context, cluster, error);
        throw error;
    }
    throw await noService(context, { cluster, service });
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
        const answer = await (0,aws_build/* call */.T1)(context.ecs, new dist_cjs/* ListClustersCommand */.Nnn({}), { signal: context.signal });
        return answer.clusterArns;
    });
    return new build/* ActionError */.lZ({
        code: 'input',
        message: `Input cluster: there is no cluster ${cluster} in this account and region.${whatThereIs((0,aws_build/* nameFromArn */.NW)(cluster), names)}`,
        remedy: 'Correct the input cluster, or the region or role of this job.',
        cause,
    });
}
async function noService(context, { cluster, service }) {
    const names = await namesOrNone(async () => {
        const command = new dist_cjs/* ListServicesCommand */.qde({ cluster, maxResults: 100 });
        return (await (0,aws_build/* call */.T1)(context.ecs, command, { signal: context.signal })).serviceArns;
    });
    return new build/* ActionError */.lZ({
        code: 'input',
        message: `Input service: there is no service ${service} in the cluster ${cluster}.${whatThereIs((0,aws_build/* nameFromArn */.NW)(service), names)}`,
        remedy: 'Correct the inputs service and cluster, or the region or role of this job.',
    });
}
/** Names only help; a role that may not list them gets its error without. */
async function namesOrNone(list) {
    try {
        return ((await list()) ?? []).map(aws_build/* nameFromArn */.NW);
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
            // The rollout has begun: what passes is no reason to leave it alone.
            if ((0,aws_build/* isTransient */.dg)(error))
                return undefined;
            throw error;
        }
    };
    try {
        const arn = await (0,aws_build/* poll */.wt)(look, {
            signal: context.signal,
            deadline: Date.now() + listedWithinMs,
            delayMs: (looks) => Math.min(looks * 1_000, 5_000),
        });
        return { arn };
    }
    catch (error) {
        if (error instanceof aws_build/* DeadlineError */.j3)
            return { missing: 'not-listed' };
        if ((0,aws_build/* isAccessDenied */.w7)(error))
            return { missing: 'access-denied' };
        throw error;
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
        if ((0,aws_build/* isAwsError */.m_)(error, 'InvalidParameterException', 'ClientException'))
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
            if (!(0,aws_build/* isAccessDenied */.w7)(error))
                throw error;
            this.#found = { missing: 'access-denied' };
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
    if (serviceDeploymentArn !== undefined && state !== undefined && !isOver(state)) {
        await requestRollback(context, serviceDeploymentArn);
        return stopped(context, options);
    }
    if (previous === rollout.started.taskDefinition)
        return 'nothing-to-go-back-to';
    if (await rollout.findSuccessor(context))
        return 'superseded';
    const taskDefinition = await ensureActive(context, previous);
    const started = await startDeployment(context, { ...rollout.reference, taskDefinition });
    return updated(context, new TrackedRollout(rollout.reference, started), options);
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
    const isBack = status === 'rolling-back' || status === 'rolled-back';
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
 * for 90 days, and the role may not be allowed to list them) the classic deployments tell.
 */
async function lastSuccessfulDefinition(context, service) {
    const reference = { cluster: service.clusterArn ?? '', service: service.serviceName ?? '' };
    const completed = service.deployments?.find(({ rolloutState }) => rolloutState === 'COMPLETED');
    try {
        const listed = await listServiceDeployments(context, reference);
        const revisionArn = listed.find(({ status }) => status === 'SUCCESSFUL')?.targetServiceRevisionArn;
        const revision = revisionArn ? await findServiceRevision(context, revisionArn) : undefined;
        if (revision?.taskDefinition)
            return revision.taskDefinition;
        if (listed.length > 0)
            return completed?.taskDefinition;
    }
    catch (error) {
        // Where the role may not list them, or the service's controller has none.
        if (!(0,aws_build/* isAccessDenied */.w7)(error) && !(0,aws_build/* isAwsError */.m_)(error, 'InvalidParameterException'))
            throw error;
    }
    return completed?.taskDefinition ?? service.taskDefinition;
}

;// CONCATENATED MODULE: ./packages/ecs/build/rollout/details.js



/** What a rollout's state does not say: the service's events, and the tasks that died. */
class RolloutDetails {
    #options;
    #seenEvents = new Set();
    #deaths = new Map();
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
        const isDue = failed !== this.#failedAtLastRead || trouble || isOver(state);
        this.#failedAtLastRead = failed;
        if (isDue)
            await this.readDeaths(context);
    }
    /** Reads the tasks of the rollout that have died, and tells those that are new. */
    async readDeaths(context) {
        const { essential, onNews } = this.#options;
        const tasks = await this.#stoppedTasks(context);
        const deaths = tasks
            .map((task) => deathOf(task, essential))
            .filter((death) => death !== undefined);
        for (const death of deaths.toSorted((a, b) => a.stoppedAt - b.stoppedAt)) {
            if (this.#deaths.has(death.taskId))
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
            if (!(0,aws_build/* isAccessDenied */.w7)(error))
                throw error;
            this.#mayReadTasks = false;
            onNews({
                kind: 'not-read',
                why: 'The tasks that died were not read: needs ecs:ListTasks and ecs:DescribeTasks.',
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
            if (isOver(state))
                return { kind: 'over', state };
            return isEnough(this.#details.deaths) ? { kind: 'enough', state } : undefined;
        });
        return end ?? { kind: 'timed-out', state: this.#state };
    }
    /**
     * After ECS has called the rollout successful: whether its tasks stay alive. Where none died, there
     * is nothing to wait for. Otherwise they have to outlive those that did: without health checks, a
     * rollout is complete for ECS as soon as its tasks have run for a moment.
     */
    async settles(deadline) {
        const since = Date.now();
        const finishedAt = this.#state?.finishedAt ?? Infinity;
        const settled = await this.#lookUntil(deadline, async (context) => {
            const { runningCount, desiredCount } = await this.#options.rollout.describeService(context);
            await this.#details.readDeaths(context);
            const { deaths } = this.#details;
            if (deaths.some(({ stoppedAt }) => stoppedAt > finishedAt))
                return false;
            const isQuiet = deaths.length === 0 || Date.now() - since >= quietMs(deaths);
            return runningCount === desiredCount && isQuiet ? true : undefined;
        });
        return settled ?? false;
    }
    /** Undefined when the deadline passes without an answer. */
    async #lookUntil(deadline, look) {
        try {
            return await (0,aws_build/* untilDeadline */.Hm)(this.#context.signal, deadline, (signal) => {
                const delayMs = () => (this.#lastLookFailed ? lookAgainAfterFailureMs : lookEveryMs);
                const context = { ...this.#context, signal };
                return (0,aws_build/* poll */.wt)(() => this.#survive(context, look), { signal, deadline, delayMs });
            });
        }
        catch (error) {
            if (error instanceof aws_build/* DeadlineError */.j3)
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
            if (!(0,aws_build/* isTransient */.dg)(error) || context.signal.aborted)
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
        const due = isOver(state) || turned || looks >= atMost || (moved && looks >= atLeast);
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
        return await (0,aws_build/* poll */.wt)(async () => ((await isGoingBack(context, service)) ? undefined : true), {
            signal: context.signal,
            deadline: Date.now() + waitAtMostMs,
            delayMs: () => 5_000,
        });
    }
    catch (error) {
        if (!(error instanceof aws_build/* DeadlineError */.j3))
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
        if ((0,aws_build/* isAccessDenied */.w7)(error))
            return false;
        throw error;
    }
}

;// CONCATENATED MODULE: ./packages/ecs/build/rollout/index.js











;// CONCATENATED MODULE: ./packages/ecs/build/index.js





/***/ })

};
