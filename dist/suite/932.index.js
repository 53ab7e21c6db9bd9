export const id = 932;
export const ids = [932];
export const modules = {

/***/ 8556:
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
  sM: () => (/* reexport */ logGroupConsoleUrl),
  NW: () => (/* reexport */ nameFromArn),
  wt: () => (/* reexport */ poll),
  Eo: () => (/* reexport */ serviceConsoleUrl)
});

// UNUSED EXPORTS: isThrottling, parseArn

// EXTERNAL MODULE: ./packages/action-kit/build/index.js + 23 modules
var build = __webpack_require__(383);
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
/** The parts of an ARN that AWS gave; throws a `service-error` when it is none. */
function parseArn(text) {
    const arn = findArn(text);
    if (arn)
        return arn;
    throw new ActionError({
        code: 'service-error',
        message: `AWS answered with something that is no ARN: ${text}`,
        remedy: 'Check AWS_ENDPOINT_URL and the proxy settings of the runner.',
    });
}
/** The last part of an ARN's path: the name of a cluster, a service or a task. */
function nameFromArn(arn) {
    return arn.slice(arn.lastIndexOf('/') + 1);
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
const credentialNames = [
    'CredentialsProviderError',
    'ExpiredTokenException',
    'ExpiredToken',
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
        return accessDenied(error, call);
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
function accessDenied(error, { iamAction, resource }) {
    const text = textOf(error);
    // AWS names the resource itself where it can: "… is not authorized to perform: X on resource: Y …"
    const named = /on resource: (\S+)/.exec(text)?.[1] ?? resource;
    const statement = JSON.stringify({ Effect: 'Allow', Action: iamAction, Resource: named });
    return new build/* ActionError */.lZ({
        code: 'access-denied',
        message: `The role of this job may not call ${iamAction}: ${text}`,
        remedy: `Add this statement to the role's policy: ${statement}`,
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

;// CONCATENATED MODULE: ./packages/aws/build/call.js

/**
 * Sends one command, under the run's signal. Throws an ActionError (`access-denied`, `input`,
 * `service-error`) whose cause is the exception of AWS, or the run's CancelledError.
 */
async function call(client, command, { signal, resource = '*' }) {
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
/**
 * The AWS clients of one action. Region, credentials and endpoint come from the SDK's standard
 * chain; `region` overrides. Throttling, 5xx and connection errors are retried by the SDK.
 */
function createAwsClients(options) {
    const settings = {
        ...(options.region === undefined ? {} : { region: options.region }),
        maxAttempts,
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

;// CONCATENATED MODULE: ./packages/aws/build/index.js









/***/ }),

/***/ 7932:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  AQ: () => (/* reexport */ RolloutWatcher),
  SR: () => (/* reexport */ TrackedRollout),
  QU: () => (/* reexport */ checkDefinition),
  Mz: () => (/* reexport */ containersOf),
  cn: () => (/* reexport */ definitionHash),
  gC: () => (/* reexport */ describeDeath),
  Ov: () => (/* reexport */ diagnoseDeaths),
  oP: () => (/* reexport */ diagnoseEvents),
  wX: () => (/* reexport */ editDefinition),
  Ht: () => (/* reexport */ elapsedColumn),
  V8: () => (/* reexport */ eventLine),
  Eu: () => (/* reexport */ findRegistered),
  GV: () => (/* reexport */ findRepeatedDeath),
  hx: () => (/* reexport */ gatherEvidence),
  pR: () => (/* reexport */ getRegistered),
  cQ: () => (/* reexport */ getService),
  OE: () => (/* reexport */ goBack),
  Li: () => (/* reexport */ groupDeaths),
  NN: () => (/* reexport */ isEssential),
  KN: () => (/* reexport */ lastSuccessfulDefinition),
  oz: () => (/* reexport */ progressLine),
  Qm: () => (/* reexport */ readDefinitionFile),
  Ty: () => (/* reexport */ readLogTail),
  kz: () => (/* reexport */ register),
  WT: () => (/* reexport */ requestRollback),
  uD: () => (/* reexport */ sameDefinition),
  fS: () => (/* reexport */ secretLikeVariables),
  i4: () => (/* reexport */ startDeployment)
});

// UNUSED EXPORTS: deathOf, findServiceDeployment, findServiceRevision, listServiceDeployments, listStoppedTasks, parseDefinition

// EXTERNAL MODULE: ./packages/action-kit/build/index.js + 23 modules
var build = __webpack_require__(383);
;// CONCATENATED MODULE: ./packages/ecs/build/diagnosis/reason-classes.js
/** The first row that matches decides, so the narrower ones stand above the wider ones. */
const reasonClasses = [
    { pattern: /OutOfMemory|out of memory|memory usage/i, code: 'oom' },
    {
        pattern: /AccessDenied|not authorized to perform|no identity-based policy/i,
        code: 'access-denied',
    },
    { pattern: /CannotPull|pull(ing)? image|manifest unknown|toomanyrequests/i, code: 'image' },
    { pattern: /image .*not found|no match for platform|exec format/i, code: 'image' },
    { pattern: /secret|\basm\b|\bssm\b|parameter store/i, code: 'secret' },
    { pattern: /ELB health checks|target.?group/i, code: 'load-balancer-health' },
    { pattern: /container health checks/i, code: 'container-health' },
    { pattern: /capacity|insufficient|RESOURCE:|unable to place|Spot/i, code: 'capacity' },
];
/** The code of a reason in the words of ECS, or undefined where none of the classes is in it. */
function classifyReason(reason) {
    return reasonClasses.find(({ pattern }) => pattern.test(reason))?.code;
}

;// CONCATENATED MODULE: ./packages/ecs/build/diagnosis/remedies.js
/** What to do about each class of death; the others share one general word. */
const remedies = {
    oom: 'Raise memory (of the container, or of the task with a matching cpu), or find what uses it.',
    image: 'Check that the image is in the registry under this very reference and for the platform of the task, that the execution role may pull it, and that the subnets reach the registry.',
    secret: 'Check that the secret exists with this key and holds a JSON object, that the execution role may read it, and that the subnets reach AWS Secrets Manager or SSM.',
    'container-health': 'Run the health check command in the image; when the application only needs longer to start, raise startPeriod.',
    'load-balancer-health': 'Compare path, port and expected status of the target group with what the application answers; when it only needs longer to start, raise the health check grace period.',
    capacity: 'Run the step again later, or allow further availability zones or capacity providers.',
    'access-denied': "Add the permission named above to the task's execution role.",
};
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
/** What the user can do about a failure of this class. */
function remedyFor(code, container = 'the container') {
    if (code === 'crash') {
        return `Read the last lines of ${container} and mend what it complains about; the same image with the same settings fails the same way when it is started by hand.`;
    }
    return (remedies[code] ??
        'Look at the reason that ECS gives above; when it is transient, run the step again.');
}

;// CONCATENATED MODULE: ./packages/ecs/build/diagnosis/diagnose.js



/** The diagnosis of a rollout whose tasks died; the groups come with the root cause first. */
function diagnoseDeaths(groups, log) {
    const [{ newest, count: times }] = groups;
    return {
        code: newest.code,
        headline: `${(0,build/* count */.U9)(times, 'task')} of the new version ended the same way: ${describeDeath(newest)}.`,
        remedy: remedyFor(newest.code, newest.container),
        groups,
        log,
    };
}
/** A death in one clause, without a full stop. */
function describeDeath({ container, exitCode, reason }) {
    if (exitCode === undefined)
        return container ? `container ${container}: ${reason}` : reason;
    const who = container === undefined ? 'a container' : `container ${container}`;
    return `${who} exited with code ${exitCode}${explainExitCode(exitCode)}; ECS says: ${reason}`;
}
/**
 * The diagnosis of a rollout in which no task died, from what ECS said in the service's events:
 * tasks that could not be placed, or that a load balancer found unhealthy. Undefined where nothing
 * in them tells a cause.
 */
function diagnoseEvents(messages) {
    const found = messages.toReversed().flatMap((message) => {
        const code = classifyReason(message);
        return code === undefined ? [] : [{ code, message }];
    });
    const [newest] = found;
    if (newest === undefined)
        return undefined;
    return {
        code: newest.code,
        headline: `ECS reports: ${newest.message}`,
        remedy: remedyFor(newest.code),
        groups: [],
        log: undefined,
    };
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
/** No retry cures these: the next task will die of the same. */
function isRepeatable({ code }) {
    return code !== 'capacity' && code !== 'service-error';
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
    return a.code === b.code && a.container === b.container && a.exitCode === b.exitCode;
}
/** Identifiers and numbers differ from task to task; the reason is the same without them. */
function reasonKey({ code, container, exitCode, reason }) {
    const words = reason.replace(/[0-9a-f]{8,}/gi, '#').replace(/\d+/g, '#');
    return JSON.stringify([code, container, exitCode, words]);
}

// EXTERNAL MODULE: ./packages/aws/build/index.js + 7 modules
var aws_build = __webpack_require__(8556);
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
/** The same definition without the fields that only AWS writes; nothing else is touched. */
function withoutReadOnlyFields(definition) {
    return Object.fromEntries(Object.entries(definition).filter(([key]) => !readOnlyFields.has(key)));
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
function canonicalText(definition) {
    const { containerDefinitions: _, ...rest } = definition;
    return JSON.stringify(sorted({
        ...rest,
        requiresCompatibilities: definition.requiresCompatibilities?.toSorted(),
        tags: byName(definition.tags, 'key'),
        containerDefinitions: containersOf(definition).map((container) => canonicalContainer(container, definition.networkMode)),
    }));
}
function canonicalContainer(container, networkMode) {
    return {
        ...container,
        cpu: container.cpu || undefined,
        essential: isEssential(container),
        environment: byName(container.environment, 'name'),
        secrets: byName(container.secrets, 'name'),
        portMappings: container.portMappings?.map((mapping) => canonicalPort(mapping, networkMode)),
        healthCheck: container.healthCheck && {
            interval: 30,
            timeout: 5,
            retries: 3,
            ...container.healthCheck,
        },
    };
}
function canonicalPort(mapping, networkMode) {
    const hostPort = networkMode === 'awsvpc' ? mapping.containerPort : mapping.hostPort || undefined;
    return { ...mapping, hostPort, protocol: mapping.protocol ?? 'tcp' };
}
function byName(items, key) {
    return items?.toSorted((a, b) => ((a[key] ?? '') < (b[key] ?? '') ? -1 : 1));
}
/** Lists that ECS gives back empty where nothing was said. An empty `command` says something. */
const emptyByDefault = new Set([
    'environment',
    'environmentFiles',
    'mountPoints',
    'volumesFrom',
    'portMappings',
    'secrets',
    'systemControls',
    'volumes',
    'placementConstraints',
    'tags',
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
    if (problems.length > 0)
        return { problems };
    return {
        definition: steps.reduce((edited, step) => 'problem' in step ? edited : withContainer(edited, step.container, step.edit), definition),
    };
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

// EXTERNAL MODULE: ./node_modules/.pnpm/@aws-sdk+client-ecs@3.1162.0/node_modules/@aws-sdk/client-ecs/dist-cjs/index.js
var dist_cjs = __webpack_require__(6580);
// EXTERNAL MODULE: ./node_modules/.pnpm/yaml@2.9.1/node_modules/yaml/dist/index.js
var dist = __webpack_require__(8009);
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
        ...(image && !/\s/.test(image)
            ? []
            : [
                {
                    path: `containerDefinitions[${i}].image`,
                    message: 'must name an image, without white space',
                },
            ]),
    ]);
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

;// CONCATENATED MODULE: ./packages/ecs/build/task-definition/parse.js






/**
 * A definition from the text of a JSON or YAML file, also one that was saved from
 * DescribeTaskDefinition. Throws an `input` error with everything that is wrong in it: first what
 * keeps it from being read, else unknown keys, missing keys and wrong types, and broken rules of
 * ECS. `source` names the file in messages.
 */
function parseDefinition(text, source) {
    const tree = parseTree(text, source);
    const unwrapped = isMapping(tree) && 'taskDefinition' in tree ? tree.taskDefinition : tree;
    if (isMapping(unwrapped))
        return checkDefinition(withoutReadOnlyFields(unwrapped), source);
    const message = 'must be a mapping, as RegisterTaskDefinition takes it';
    throw definitionError(source, [{ path: '', message }]);
}
function isMapping(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** The value as a definition, once its shape and the rules of ECS hold; throws as parseDefinition. */
function checkDefinition(value, source) {
    const shape = (0,aws_build/* checkShape */.eA)(dist_cjs/* RegisterTaskDefinitionRequest$ */.fSK, value);
    if (shape.length > 0)
        throw definitionError(source, shape);
    // Its shape was just held against the schema of this very type.
    const definition = value;
    const broken = checkRules(definition);
    if (broken.length > 0)
        throw definitionError(source, broken);
    return definition;
}
function definitionError(source, problems) {
    const lines = problems.map(({ path, message }) => `  - ${path === '' ? '' : `${path} `}${message}`);
    return new build/* ActionError */.lZ({
        code: 'input',
        message: `The task definition ${source} cannot be registered:\n${lines.join('\n')}`,
        remedy: 'Correct the task definition at the paths named above. Nothing was registered.',
    });
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
        message: `Input ${input}: there is no task definition ${reference} in this account and region.`,
        remedy: `Check the name and the region of ${input}; an INACTIVE or deleted revision is named family:revision or by ARN.`,
    });
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
        // What DescribeTaskDefinition gives, less what only ECS writes, is what it takes.
        definition: withoutReadOnlyFields(tagged),
    };
}

;// CONCATENATED MODULE: ./packages/ecs/build/task-definition/secret-like.js


/** Only the end of a name tells: TOKEN_TTL and SECRET_NAME hold no secret. */
const secretName = /(password|passwd|secret|token|api_?key|private_?key|access_?key|credentials?)$/i;
/**
 * Variables in plain text whose values should be in `secrets`, so that they can be masked and
 * warned about. References by ARN are none.
 */
function secretLikeVariables(definition) {
    return containersOf(definition).flatMap(({ name: container = '', environment = [] }) => environment.flatMap(({ name = '', value = '' }) => {
        const secret = secretPart(name, value);
        return secret === undefined ? [] : [{ container, name, secret }];
    }));
}
function secretPart(name, value) {
    if (value === '' || (0,aws_build/* findArn */.nt)(value))
        return undefined;
    if (secretName.test(name))
        return value;
    return URL.canParse(value) ? new URL(value).password || undefined : undefined;
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

;// CONCATENATED MODULE: ./packages/ecs/build/diagnosis/stopped-tasks.js


/** DescribeTasks takes no more at once. */
const describeLimit = 100;
/** The stopped tasks of a deployment that ECS still knows (about an hour). */
async function listStoppedTasks({ ecs, signal }, { cluster, service }, deployment) {
    const found = [];
    let nextToken;
    do {
        const list = new dist_cjs/* ListTasksCommand */.MYg({
            cluster,
            serviceName: service,
            desiredStatus: 'STOPPED',
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
    return found.filter((task) => task.lastStatus === 'STOPPED' &&
        task.taskDefinitionArn === deployment.taskDefinition &&
        Number(task.createdAt) >= deployment.createdAt.getTime());
}

;// CONCATENATED MODULE: ./packages/ecs/build/diagnosis/task-death.js


/**
 * The death of a stopped task, or undefined for one that was only scaled away or replaced.
 * `essential` names the containers whose end ends the task: a sidecar's exit code is no reason.
 */
function deathOf(task, essential) {
    const container = decisiveContainer(task, essential);
    const reasons = [container?.reason, task.stoppedReason].filter((reason) => reason);
    const code = classifyReason(reasons.join('; ')) ?? codeOfStop(task);
    if (code === undefined)
        return undefined;
    const exited = code === 'crash' || code === 'oom';
    return {
        taskId: (0,aws_build/* nameFromArn */.NW)(task.taskArn ?? ''),
        code,
        container: exited || container?.reason ? container?.name : undefined,
        exitCode: exited ? container?.exitCode : undefined,
        reason: reasons[0] ?? 'no reason given',
        ...lifetime(task),
    };
}
function lifetime(task) {
    return {
        startedAt: Number(task.startedAt ?? task.createdAt ?? 0),
        stoppedAt: Number(task.stoppedAt ?? task.stoppingAt ?? 0),
    };
}
function codeOfStop({ stopCode }) {
    if (stopCode === 'EssentialContainerExited')
        return 'crash';
    if (stopCode === 'SpotInterruption' || stopCode === 'TerminationNotice')
        return 'capacity';
    return stopCode === 'TaskFailedToStart' ? 'service-error' : undefined;
}
/** The container that ended the task: one with a reason of its own first, then by exit code. */
function decisiveContainer(task, essential) {
    const candidates = (task.containers ?? []).filter(({ name = '' }) => essential.has(name));
    return (candidates.find((container) => container.reason) ??
        candidates.find((container) => container.exitCode !== undefined && container.exitCode !== 0) ??
        candidates.find((container) => container.exitCode !== undefined));
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
        return digest === undefined
            ? []
            : [{ container: name, wanted: digest, running: digests.get(name) }];
    });
    return {
        digests,
        mismatches: wanted.flatMap(({ container, wanted: digest, running }) => running === undefined || running === digest ? [] : [{ container, wanted: digest, running }]),
        unconfirmed: wanted
            .filter(({ running }) => running === undefined)
            .map(({ container }) => container),
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
    return revision?.containerImages && digestsByName(revision.containerImages, 'containerName');
}
async function digestsOfTasks({ ecs, signal }, { reference, started }) {
    const { cluster, service } = reference;
    const list = new dist_cjs/* ListTasksCommand */.MYg({ cluster, serviceName: service, desiredStatus: 'RUNNING' });
    const { taskArns: tasks = [] } = await (0,aws_build/* call */.T1)(ecs, list, { signal });
    if (tasks.length === 0)
        return new Map();
    const described = await (0,aws_build/* call */.T1)(ecs, new dist_cjs/* DescribeTasksCommand */.z8X({ cluster, tasks }), { signal });
    const own = described.tasks?.filter((task) => task.taskDefinitionArn === started.taskDefinition) ?? [];
    return digestsByName(own.flatMap((task) => task.containers ?? []), 'name');
}
function digestsByName(containers, key) {
    return new Map(containers.flatMap((container) => {
        const name = container[key];
        return name && container.imageDigest ? [[name, container.imageDigest]] : [];
    }));
}

;// CONCATENATED MODULE: ./packages/ecs/build/rollout/start.js



/**
 * Updates the service and gives the deployment that this started. UpdateService has no client
 * token; sending it twice is harmless all the same, since the same definition again starts nothing.
 */
async function startDeployment({ ecs, signal }, { cluster, service, taskDefinition, forceNewDeployment }) {
    const command = new dist_cjs/* UpdateServiceCommand */.kZr({
        cluster,
        service,
        taskDefinition,
        ...(forceNewDeployment ? { forceNewDeployment } : {}),
    });
    const { service: updated } = await (0,aws_build/* call */.T1)(ecs, command, { signal });
    const primary = updated?.deployments?.find((deployment) => deployment.status === 'PRIMARY');
    if (updated && primary?.id && primary.createdAt) {
        return { id: primary.id, taskDefinition, createdAt: primary.createdAt, service: updated };
    }
    throw new build/* ActionError */.lZ({
        code: 'service-error',
        message: `ECS updated the service ${service} and named no PRIMARY deployment in its answer.`,
        remedy: 'Check that the deployment controller of the service is ECS.',
    });
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

;// CONCATENATED MODULE: ./packages/ecs/build/rollout/find-started.js


/** ECS lists a new service deployment within seconds; after this, none is expected any more. */
const listedWithinMs = 30_000;
/** The two lists carry times of their own, which may differ a little. */
const clockToleranceMs = 5_000;
/**
 * Finds the service deployment that belongs to a deployment which this run started. ECS names no
 * link between the two, so it is the one created at the same time whose revision has the same task
 * definition. Waits up to 30 seconds for it to be listed.
 */
async function findStartedServiceDeployment(context, reference, started) {
    try {
        const arn = await (0,aws_build/* poll */.wt)(() => lookForIt(context, reference, started), {
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
async function lookForIt(context, reference, started) {
    const createdAfter = new Date(started.createdAt.getTime() - clockToleranceMs);
    const distance = ({ createdAt }) => Math.abs(Number(createdAt) - started.createdAt.getTime());
    const listed = await listServiceDeployments(context, { ...reference, createdAfter });
    for (const candidate of listed.toSorted((a, b) => distance(a) - distance(b))) {
        if (distance(candidate) > clockToleranceMs || !candidate.targetServiceRevisionArn)
            continue;
        const revision = await findServiceRevision(context, candidate.targetServiceRevisionArn);
        if (revision?.taskDefinition === started.taskDefinition)
            return candidate.serviceDeploymentArn;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./packages/ecs/build/rollout/from-classic-deployments.js
/**
 * A look at a rollout from the service's `deployments[]`, where no service deployment can be read.
 * During a rollback ECS makes a new PRIMARY on the old definition, and ours goes on as ACTIVE with
 * rolloutState FAILED until its tasks are gone; a deployment that is not listed any more is over.
 */
function stateOfClassicDeployment(service, rollout) {
    const deployments = service.deployments ?? [];
    const own = deployments.find((deployment) => deployment.id === rollout.deploymentId);
    const primary = deployments.find((deployment) => deployment.status === 'PRIMARY');
    const others = deployments.filter((deployment) => deployment !== own);
    const isPrimary = own !== undefined && own === primary;
    const isRollback = !isPrimary && (rollout.wentBack || hasFailed(service, rollout, own));
    return {
        status: isPrimary ? statusOfPrimary(primary) : statusOfReplaced(primary, isRollback),
        reason: own?.rolloutStateReason ?? primary?.rolloutStateReason,
        target: countsOf(own ? [own] : []),
        source: countsOf(others),
        failedTasks: own?.failedTasks,
        triggeredAlarms: [],
        startedAt: own?.createdAt?.getTime(),
        finishedAt: own?.updatedAt?.getTime(),
    };
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
        message: `Input cluster: there is no cluster ${cluster} in this account and region.${existing(cluster, names)}`,
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
        message: `Input service: there is no service ${service} in the cluster ${cluster}.${existing(service, names)}`,
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
function existing(wanted, names) {
    if (names.length === 0)
        return '';
    const guess = (0,build/* nearest */.pA)((0,aws_build/* nameFromArn */.NW)(wanted), names);
    const more = names.length > 10 ? `, and ${names.length - 10} more` : '';
    return `${guess ? ` Did you mean ${guess}?` : ''} There is: ${names.slice(0, 10).join(', ')}${more}.`;
}

;// CONCATENATED MODULE: ./packages/ecs/build/rollout/track.js






/** A rollout that this run started and can look at again and again. */
class TrackedRollout {
    reference;
    started;
    #context;
    #found;
    #wentBack = false;
    constructor(context, reference, started) {
        this.#context = context;
        this.reference = reference;
        this.started = started;
    }
    /** Finds out by which API the rollout can be watched; see {@link missing}. */
    async locate() {
        this.#found = await findStartedServiceDeployment(this.#context, this.reference, this.started);
    }
    /** Undefined before it is located, and where only the classic deployments can be read. */
    get serviceDeploymentArn() {
        return this.#found?.arn;
    }
    /** Why there is no service deployment to watch. */
    get missing() {
        return this.#found?.missing;
    }
    /** One look, by one call. */
    async look() {
        return (await this.#lookAtServiceDeployment()) ?? this.#lookAtClassic();
    }
    /** The service as it is now, with its events. */
    describeService() {
        return getService(this.#context, this.reference);
    }
    /** Whether no other deployment has taken the place of this one in the service. */
    async isPrimary() {
        const { deployments } = await this.describeService();
        return (deployments?.find((deployment) => deployment.status === 'PRIMARY')?.id === this.started.id);
    }
    async #lookAtServiceDeployment() {
        const arn = this.serviceDeploymentArn;
        if (arn === undefined)
            return undefined;
        try {
            const deployment = await findServiceDeployment(this.#context, arn);
            return deployment && stateOfServiceDeployment(deployment);
        }
        catch (error) {
            // A role that may list them and not describe them: from now on the classic list decides.
            if (!(0,aws_build/* isAccessDenied */.w7)(error))
                throw error;
            this.#found = { missing: 'access-denied' };
            return undefined;
        }
    }
    /** A finished rollback leaves no trace in the classic list: it has to be remembered. */
    async #lookAtClassic() {
        const options = { deploymentId: this.started.id, wentBack: this.#wentBack };
        const state = stateOfClassicDeployment(await this.describeService(), options);
        this.#wentBack ||= state.status === 'rolling-back';
        return state;
    }
}

;// CONCATENATED MODULE: ./packages/ecs/build/rollout/watch.js



/** Twelve looks a minute find the end of a rollout 2.5 seconds after it, on average. */
const lookEveryMs = 5_000;
/** With one call for details at every second look at most, ECS is asked 18 times a minute. */
const looksBetweenDetails = { atLeast: 2, atMost: 4 };
/** Watches a rollout and tells what is new, nothing twice, also when it is asked to watch again. */
class RolloutWatcher {
    #context;
    #options;
    #seenEvents = new Set();
    #deaths = new Map();
    #mayReadTasks = true;
    #state;
    #looksWithoutDetails = 0;
    constructor(context, options) {
        this.#context = context;
        this.#options = options;
    }
    /** Looks every five seconds until the rollout is over, or one of the limits is reached. */
    async watch({ deadline, isEnough = () => false }) {
        const look = async () => {
            const state = await this.#look();
            if (isOver(state))
                return { kind: 'over', state };
            return isEnough([...this.#deaths.values()]) ? { kind: 'enough', state } : undefined;
        };
        try {
            const { signal } = this.#context;
            return await (0,aws_build/* poll */.wt)(look, { signal, deadline, delayMs: () => lookEveryMs });
        }
        catch (error) {
            if (error instanceof aws_build/* DeadlineError */.j3)
                return { kind: 'timed-out', state: this.#state };
            throw error;
        }
    }
    async #look() {
        const { rollout, onNews } = this.#options;
        const before = this.#state;
        const state = await rollout.look();
        this.#state = state;
        if (this.#areDetailsDue(before, state))
            await this.#readDetails(state);
        onNews({ kind: 'state', before, state });
        return state;
    }
    /** When something moved there is something to tell; when nothing does, there may be a reason. */
    #areDetailsDue(before, state) {
        const { atLeast, atMost } = looksBetweenDetails;
        const looks = ++this.#looksWithoutDetails;
        const moved = JSON.stringify(before) !== JSON.stringify(state);
        const due = isOver(state) || looks >= atMost || (moved && looks >= atLeast);
        if (due)
            this.#looksWithoutDetails = 0;
        return due;
    }
    /** What the state does not say: the service's events and, when there may be some, dead tasks. */
    async #readDetails(state) {
        const { rollout, onNews } = this.#options;
        const service = await rollout.describeService();
        const fresh = (service.events ?? []).filter((event) => this.#isNew(event));
        for (const { createdAt, message = '' } of fresh.toReversed()) {
            onNews({ kind: 'event', at: Number(createdAt), message });
        }
        const own = service.deployments?.find((deployment) => deployment.id === rollout.started.id);
        const failed = Math.max(state.failedTasks ?? 0, own?.failedTasks ?? 0);
        const trouble = fresh.some(({ message = '' }) => /stopped|unhealthy|failed|unable/.test(message));
        const lost = isOver(state) && state.status !== 'successful';
        if (failed > this.#deaths.size || trouble || lost)
            await this.#readDeaths();
    }
    #isNew({ id = '', createdAt }) {
        const begun = this.#options.rollout.started.createdAt.getTime();
        if (this.#seenEvents.has(id) || Number(createdAt) < begun)
            return false;
        this.#seenEvents.add(id);
        return true;
    }
    async #readDeaths() {
        const { essential, onNews } = this.#options;
        const tasks = await this.#stoppedTasks();
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
    /** A role that may not read tasks gets its verdict all the same, with less of a diagnosis. */
    async #stoppedTasks() {
        if (!this.#mayReadTasks)
            return [];
        const { rollout, onNews } = this.#options;
        try {
            return await listStoppedTasks(this.#context, rollout.reference, rollout.started);
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

;// CONCATENATED MODULE: ./packages/ecs/build/rollout/go-back.js





/**
 * Takes a failed rollout back and waits until the old version is steady again: by stopping the
 * service deployment while it is under way, otherwise by an update to the earlier definition.
 */
async function goBack(context, options) {
    const { rollout, state, previous, deadline } = options;
    if (previous === undefined || previous === rollout.started.taskDefinition)
        return 'nothing-to-go-back-to';
    const { serviceDeploymentArn } = rollout;
    if (serviceDeploymentArn !== undefined && state !== undefined && !isOver(state)) {
        await requestRollback(context, serviceDeploymentArn);
        return endOf(options.watcher, deadline);
    }
    if (!(await rollout.isPrimary()))
        return 'superseded';
    const started = await startDeployment(context, { ...rollout.reference, taskDefinition: previous });
    const back = new TrackedRollout(context, rollout.reference, started);
    await back.locate();
    return endOf(new RolloutWatcher(context, { ...options, rollout: back }), deadline);
}
async function endOf(watcher, deadline) {
    const end = await watcher.watch({ deadline });
    if (end.kind !== 'over')
        return 'timed-out';
    const back = end.state.status === 'rolled-back' || end.state.status === 'successful';
    if (back)
        return 'rolled-back';
    return end.state.status === 'stopped' ? 'superseded' : 'failed';
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
    const parts = [
        `${target.running} of ${target.desired} new tasks running`,
        ...(target.pending > 0 ? [`${target.pending} starting`] : []),
        ...(source.running > 0 ? [`${source.running} old`] : []),
        ...(failedTasks > 0 ? [failures(state)] : []),
    ];
    return `${phrases[status]}: ${parts.join(', ')}`;
}
function failures({ failedTasks, circuitBreaker }) {
    const limit = circuitBreaker?.threshold;
    return `${failedTasks} failed${limit ? ` (the circuit breaker acts at ${limit})` : ''}`;
}

;// CONCATENATED MODULE: ./packages/ecs/build/rollout/running-definition.js


/**
 * The ARN of the task definition that the service's last successful deployment runs. After a failed
 * deployment the latest revision of the family, and even the one that the service names, may be the
 * one that failed. Without service deployments the classic deployments tell.
 */
async function lastSuccessfulDefinition(context, service) {
    const reference = { cluster: service.clusterArn ?? '', service: service.serviceName ?? '' };
    try {
        const [latest] = await listServiceDeployments(context, { ...reference, status: ['SUCCESSFUL'] });
        const revisionArn = latest?.targetServiceRevisionArn;
        const revision = revisionArn ? await findServiceRevision(context, revisionArn) : undefined;
        if (revision?.taskDefinition)
            return revision.taskDefinition;
    }
    catch (error) {
        // Where the role may not list them, or the service's controller has none.
        if (!(0,aws_build/* isAccessDenied */.w7)(error) && !(0,aws_build/* isAwsError */.m_)(error, 'InvalidParameterException'))
            throw error;
    }
    const completed = service.deployments?.find((deployment) => deployment.rolloutState === 'COMPLETED');
    return completed?.taskDefinition ?? service.taskDefinition;
}

;// CONCATENATED MODULE: ./packages/ecs/build/rollout/index.js











;// CONCATENATED MODULE: ./packages/ecs/build/index.js





/***/ })

};
