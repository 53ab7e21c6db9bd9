export const id = 65;
export const ids = [65];
export const modules = {

/***/ 8065:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  start: () => (/* binding */ start)
});

// EXTERNAL MODULE: ./packages/action-kit/build/index.js + 51 modules
var build = __webpack_require__(5087);
// EXTERNAL MODULE: ./packages/aws/build/region.js
var region = __webpack_require__(2153);
// EXTERNAL MODULE: ./packages/ecs/build/index.js + 133 modules
var ecs_build = __webpack_require__(3108);
// EXTERNAL MODULE: ./packages/aws/build/iam/look-up-role.js
var look_up_role = __webpack_require__(1953);
// EXTERNAL MODULE: ./packages/aws/build/arn.js
var build_arn = __webpack_require__(142);
;// CONCATENATED MODULE: ./actions/deploy-apprunner/build/inputs/arns.js


/** The ARN of a thing of that kind. */
function arnOf(kind, options) {
    const parse = (raw, fill) => readArn(kind, (0,build/* asText */.e1)(raw, fill));
    return { ...options, type: 'ARN', parse };
}
/** The ARN of a thing of that kind, or `none`. */
function arnOrNone(kind, options) {
    const parse = (raw, fill) => {
        const text = (0,build/* asText */.e1)(raw, fill);
        return text === 'none' ? text : readArn(kind, text, ', or none');
    };
    return { ...options, type: 'ARN or `none`', parse };
}
/** The ARN of a role. */
function roleArn(options) {
    const parse = (raw, fill) => {
        const text = (0,build/* asText */.e1)(raw, fill);
        return (0,look_up_role/* isRoleArn */.G)(text)
            ? text
            : (0,build/* invalid */.Gq)('is no ARN of a role; allowed: such as arn:aws:iam::123456789012:role/name');
    };
    return { ...options, type: 'ARN', parse };
}
function readArn([service, kind], text, more = '') {
    const arn = (0,build_arn/* findArn */.n)(text);
    if (arn?.service === service && arn.resource.startsWith(`${kind}/`))
        return text;
    const example = `arn:aws:${service}:us-east-1:123456789012:${kind}/…`;
    return (0,build/* invalid */.Gq)(`is no ARN of a ${kind} of ${service}; allowed: such as ${example}${more}`);
}

// EXTERNAL MODULE: ./packages/registry/build/reference/image-reference.js + 1 modules
var image_reference = __webpack_require__(6148);
// EXTERNAL MODULE: ./packages/registry/build/reference/ecr-registry.js
var ecr_registry = __webpack_require__(6825);
;// CONCATENATED MODULE: ./actions/deploy-apprunner/build/inputs/image.js


/** The registry of public images, which no tag can be watched in. */
const publicHost = 'public.ecr.aws';
/** An image that App Runner takes: of ECR or ECR Public, or a name without a host. */
function imageOfEcr(options) {
    return {
        ...options,
        type: 'string',
        parse: (raw, fill) => {
            const text = (0,build/* asText */.e1)(raw, fill);
            const { host } = (0,image_reference/* parseImageReference */.o_)(text);
            if (!(0,image_reference/* hasHost */.b5)(text) || host === publicHost || (0,ecr_registry/* findEcrRegistry */.f8)(host) !== undefined)
                return text;
            return (0,build/* invalid */.Gq)('is in another registry; App Runner takes images of ECR and ECR Public only. Copy it to ECR first: build-push-image does with promote-from');
        },
    };
}
/** Why no push can deploy an image by itself, as the rest of a sentence; undefined where one can. */
function unwatchable({ host, tag, digest }) {
    if (host === publicHost)
        return 'is of ECR Public, where App Runner watches no tag';
    if (digest === undefined || tag !== undefined)
        return undefined;
    return 'names no tag, and auto-deployments: true watches one';
}

;// CONCATENATED MODULE: ./actions/deploy-apprunner/build/inputs/service-name.js


/** The name or ARN of a service. https://docs.aws.amazon.com/apprunner/latest/api/API_CreateService.html */
function serviceName(options) {
    return {
        ...options,
        type: 'name or ARN',
        parse: (raw, fill) => {
            const name = (0,build/* asText */.e1)(raw, fill);
            const arn = (0,build_arn/* findArn */.n)(name);
            if (arn !== undefined) {
                return arn.service === 'apprunner' && arn.resource.startsWith('service/')
                    ? name
                    : (0,build/* invalid */.Gq)('is an ARN, but not that of an App Runner service');
            }
            return /^[A-Za-z0-9][A-Za-z0-9_-]{3,39}$/.test(name)
                ? name
                : (0,build/* invalid */.Gq)('is no name of a service; allowed: 4 to 40 letters, digits, - and _, the first no - or _');
        },
    };
}

// EXTERNAL MODULE: ./packages/checks/build/inputs/verification.js
var verification = __webpack_require__(8634);
;// CONCATENATED MODULE: ./actions/deploy-apprunner/build/inputs/service-verification.js


/**
 * Checks in which `{url}` stands for the address of the service: `{url}/health` and `https://{url}/health` are the same, and
 * in headers or `resolve` it is the host alone.
 */
function serviceVerification(options) {
    return (0,build/* yaml */.oQ)(options, (tree, fill) => {
        const filled = filledWith(tree, fill);
        // What is wrong is told now, whatever the address will be.
        (0,verification/* parseVerification */.V)(withAddress(filled, 'example.awsapprunner.com'));
        return (address) => (0,verification/* parseVerification */.V)(withAddress(filled, address));
    });
}
/** Keys have it too: hosts are keys in `resolve`. */
function withAddress(tree, address, key = '') {
    const withHost = (text) => text.replaceAll('{url}', address);
    if (typeof tree === 'string') {
        return withHost(key === 'url' ? tree.replace(/^\{url\}/, 'https://{url}') : tree);
    }
    if ((0,build/* isList */.Lv)(tree))
        return tree.map((item) => withAddress(item, address));
    return Object.fromEntries(Object.entries(tree).map(([name, value]) => [
        withHost(name),
        withAddress(value, address, name),
    ]));
}
function filledWith(tree, fill) {
    if (typeof tree === 'string')
        return fill(tree);
    if ((0,build/* isList */.Lv)(tree))
        return tree.map((item) => filledWith(item, fill));
    return Object.fromEntries(Object.entries(tree).map(([name, value]) => [name, filledWith(value, fill)]));
}

;// CONCATENATED MODULE: ./actions/deploy-apprunner/build/inputs/sizes.js

/** CPU units by vCPUs. https://docs.aws.amazon.com/apprunner/latest/api/API_InstanceConfiguration.html */
const vcpus = ['0.25', '0.5', '1', '2', '4'];
const gigabytes = ['0.5', '1', '2', '3', '4', '6', '8', '10', '12'];
/** CPU in units of 1/1024 vCPU, of which App Runner has some. */
function cpu(options) {
    const parse = (raw, fill) => toUnits((0,build/* asText */.e1)(raw, fill), { unit: 'vcpu', sizes: vcpus }) ??
        (0,build/* invalid */.Gq)(`is none of App Runner's sizes; allowed: ${vcpus.join(', ')} vCPU`);
    return { ...options, type: 'string', parse };
}
/** Memory in MB, of which App Runner has some. */
function memory(options) {
    const parse = (raw, fill) => toUnits((0,build/* asText */.e1)(raw, fill), { unit: 'gb', sizes: gigabytes }) ??
        (0,build/* invalid */.Gq)(`is none of App Runner's sizes; allowed: ${gigabytes.join(', ')} GB`);
    return { ...options, type: 'string', parse };
}
/** `1`, `1 vCPU` and `1024` are the same size. */
function toUnits(text, { unit, sizes }) {
    const written = text.toLowerCase().replace(unit, '').trim().replace(/^\./, '0.');
    const size = sizes.find((one) => one === written || inUnits(one) === written);
    return size === undefined ? undefined : inUnits(size);
}
function inUnits(size) {
    return String(Number(size) * 1024);
}
/** Size of a service as it is described, in units. */
function cpuUnits(text) {
    return toUnits(text, { unit: 'vcpu', sizes: vcpus }) ?? text;
}
/** Size of a service as it is described, in MB. */
function memoryUnits(text) {
    return toUnits(text, { unit: 'gb', sizes: gigabytes }) ?? text;
}
/** Memory in GB that goes with vCPUs. https://docs.aws.amazon.com/apprunner/latest/dg/architecture.html */
const pairs = {
    '0.25': ['0.5', '1'],
    '0.5': ['1'],
    '1': ['2', '3', '4'],
    '2': ['4', '6'],
    '4': ['8', '10', '12'],
};
/** What is wrong with a pair of sizes in units, as the rest of a sentence; undefined where nothing is. */
function pairProblem(cpuSize, memorySize) {
    const vcpu = String(Number(cpuSize) / 1024);
    const allowed = pairs[vcpu];
    if (allowed === undefined || allowed.includes(String(Number(memorySize) / 1024)))
        return undefined;
    return `does not go with ${vcpu} vCPU; allowed: ${allowed.join(', ')} GB`;
}

;// CONCATENATED MODULE: ./actions/deploy-apprunner/build/contract.js








const keeps = 'Without it, what the service has stays.';
const contract = (0,build/* defineContract */.ye)({
    name: 'deploy-apprunner',
    title: 'Deploy to AWS App Runner',
    description: 'Deploys an image, or settings, to an App Runner service, waits for the very operation that it started, and is green only when that succeeded.',
    branding: { icon: 'upload-cloud', color: 'purple' },
    inputs: {
        service: serviceName({ description: 'Service to deploy to: name or ARN.', required: true }),
        image: imageOfEcr({
            description: "Image of ECR or ECR Public, deployed by its digest. A name without a host, such as `chatbot:1.4.0`, lies in the ECR of the caller's account. Without it, the image that the service has is deployed again.",
        }),
        create: (0,build/* choice */.Yq)(['if-missing', 'never'], {
            description: 'What to do when there is no such service: create it, or fail.',
            default: 'never',
        }),
        port: (0,build/* integer */.nd)({
            description: `Port that the container listens on. ${keeps}`,
            min: 1,
            max: 65_535,
        }),
        'start-command': (0,build/* text */.Qq)({ description: `Command that starts the container. ${keeps}` }),
        cpu: cpu({
            description: `CPU of an instance, such as \`1\`, \`1 vCPU\` or \`1024\`. ${keeps}`,
        }),
        memory: memory({
            description: `Memory of an instance, such as \`2\`, \`2 GB\` or \`2048\`. ${keeps}`,
        }),
        'instance-role-arn': roleArn({
            description: `Role that the application has, and by which its secrets are read. ${keeps}`,
        }),
        'access-role-arn': roleArn({
            description: `Role by which App Runner pulls from private ECR: needed to create a service from there. ${keeps}`,
        }),
        'auto-scaling-configuration-arn': arnOf(['apprunner', 'autoscalingconfiguration'], {
            description: `Auto scaling configuration; its ARN without a revision means the latest. ${keeps}`,
        }),
        'vpc-connector-arn': arnOrNone(['apprunner', 'vpcconnector'], {
            description: `VPC connector for what the application calls; \`none\` for the internet. ${keeps}`,
        }),
        'publicly-accessible': (0,build/* flag */.Jt)({
            description: `Whether the service is reached from the internet. ${keeps}`,
        }),
        'ip-address-type': (0,build/* choice */.Yq)(['IPV4', 'DUAL_STACK'], {
            description: `Addresses under which the service is reached. ${keeps}`,
        }),
        'observability-configuration-arn': arnOrNone(['apprunner', 'observabilityconfiguration'], {
            description: `Observability configuration (tracing by X-Ray); \`none\` for none. ${keeps}`,
        }),
        'kms-key-arn': arnOf(['kms', 'key'], {
            description: 'Key that encrypts what App Runner keeps of the service; it can be chosen only when that is created.',
        }),
        'auto-deployments': (0,build/* flag */.Jt)({
            description: 'Whether App Runner deploys by itself when the tag is pushed that the service has. An image that is deployed by its digest has no tag to watch.',
        }),
        tags: (0,build/* map */.Tj)({ description: 'Tags that the service is to have; others stay.' }),
        resume: (0,build/* flag */.Jt)({
            description: 'Resumes a paused service first, instead of failing.',
            default: 'false',
        }),
        environment: (0,build/* mapEdit */.$x)({
            description: 'Environment variables, `NAME=VALUE` a line; `!NAME` removes one. Names that begin with AWSAPPRUNNER are reserved.',
        }),
        'environment-strategy': (0,build/* choice */.Yq)(['merge', 'replace'], {
            description: 'Whether variables that `environment` does not name stay, or go.',
            default: 'merge',
        }),
        secrets: (0,build/* mapEdit */.$x)({
            description: 'Secrets as environment variables, `NAME=REFERENCE` a line; `!NAME` removes one. A reference is the name or ARN of a secret (with `:key::` for a key of it), or the path (`/…`) or ARN of an SSM parameter.',
        }),
        'secrets-strategy': (0,build/* choice */.Yq)(['merge', 'replace'], {
            description: 'Whether secrets that `secrets` does not name stay, or go.',
            default: 'merge',
        }),
        'health-check-protocol': (0,build/* choice */.Yq)(['TCP', 'HTTP'], {
            description: `Protocol of the health check. ${keeps}`,
        }),
        'health-check-path': (0,build/* text */.Qq)({ description: `Path that an HTTP health check asks for. ${keeps}` }),
        'health-check-interval': (0,build/* integer */.nd)({
            description: `Seconds between health checks. ${keeps}`,
            min: 1,
            max: 20,
        }),
        'health-check-timeout': (0,build/* integer */.nd)({
            description: `Seconds for an answer. ${keeps}`,
            min: 1,
            max: 20,
        }),
        'health-check-healthy-threshold': (0,build/* integer */.nd)({
            description: `Good answers in a row that make an instance healthy. ${keeps}`,
            min: 1,
            max: 20,
        }),
        'health-check-unhealthy-threshold': (0,build/* integer */.nd)({
            description: `Bad answers in a row that make an instance unhealthy. ${keeps}`,
            min: 1,
            max: 20,
        }),
        ...build/* variableInputs */.ug,
        preflight: (0,build/* choice */.Yq)(ecs_build/* preflightGrades */.OW, {
            description: 'What becomes of an image or a secret that is not there, or cannot be used: `error` fails, `strict` fails also for what could not be checked, `warn` only warns, `off` does not look.',
            default: 'error',
        }),
        verify: serviceVerification({
            description: 'Health checks after the operation: a list of checks as in verify-health, or a mapping with `checks`, `timeout`, `interval`, `request-timeout`, `successes` and `hold`. `{url}` is the address of the service.',
        }),
        'on-failure': (0,build/* choice */.Yq)(['rollback', 'leave'], {
            description: 'After checks of `verify` that failed: put the whole previous configuration back, or leave things as they are. The step is red either way.',
            default: 'rollback',
        }),
        'on-cancel': (0,build/* choice */.Yq)(['leave', 'rollback'], {
            description: 'When the job is cancelled: leave things as they are, or put the previous configuration back. App Runner takes that only when its operation is over.',
            default: 'leave',
        }),
        wait: (0,build/* flag */.Jt)({
            description: 'Waits until the operation is over. Without, the step is green once it has begun.',
            default: 'true',
        }),
        timeout: (0,build/* duration */.p0)({
            description: 'How long the operation may take, and what is waited for before it.',
            default: '30m',
            range: ['10s', '1d'],
        }),
        'in-flight': (0,build/* choice */.Yq)(['wait', 'fail'], {
            description: "When somebody else's operation is under way: wait for its end, or fail.",
            default: 'wait',
        }),
        'dry-run': (0,build/* flag */.Jt)({
            description: 'Reads, plans and prints what would be done, and changes nothing.',
            default: 'false',
        }),
        ...build/* pullRequestCommentInputs */.tq,
        'aws-region': (0,region/* region */.N)({
            description: 'Region of the service; without it, that of the environment.',
        }),
    },
    outcomes: {
        deployed: 'The operation succeeded; the service runs what was asked for.',
        created: 'The service was created, and runs.',
        unchanged: 'The service was as it is to be; no operation was started.',
        planned: 'Dry run: nothing was changed.',
        started: '`wait: false`: the operation has begun.',
        'rolled-back': 'The service runs its previous configuration again.',
        'timed-out': 'The operation was not over in time, and goes on.',
        cancelled: 'The job was cancelled; what had begun goes on.',
        failed: 'The service does not run what was asked for.',
    },
    outputs: {
        'service-arn': 'ARN of the service.',
        'service-id': 'Id of the service.',
        'service-url': 'Address of the service, without `https://`.',
        'operation-id': 'Id of the operation that decided.',
        'previous-image': 'Image that the service had before.',
        'previous-digest': 'Its digest; empty where it is named by a tag.',
        'running-image': 'Image that the service has now.',
        'running-digest': 'Its digest; empty where it is named by a tag.',
        'duration-seconds': 'How long the step took.',
    },
});

// EXTERNAL MODULE: ./packages/aws/build/clients.js
var build_clients = __webpack_require__(7577);
// EXTERNAL MODULE: ./packages/registry/build/open-registries.js
var open_registries = __webpack_require__(8377);
// EXTERNAL MODULE: ./packages/aws/build/call.js + 1 modules
var call = __webpack_require__(9309);
;// CONCATENATED MODULE: ./actions/deploy-apprunner/build/operation/operations.js

/** The newest operations of a service. */
async function listOperations({ clients, signal }, arn) {
    const { ListOperationsCommand } = await __webpack_require__.e(/* import() */ 866).then(__webpack_require__.t.bind(__webpack_require__, 9866, 19));
    const command = new ListOperationsCommand({ ServiceArn: arn, MaxResults: 20 });
    const answer = await (0,call/* call */.T)(await clients.appRunner(), command, { signal, resource: arn });
    return answer.OperationSummaryList ?? [];
}
/** Whether an operation is over, well or not. */
function isOver({ Status }) {
    return Status !== undefined && over.has(Status);
}
const over = new Set([
    'SUCCEEDED',
    'FAILED',
    'ROLLBACK_SUCCEEDED',
    'ROLLBACK_FAILED',
]);
/**
 * Whether the configuration was last changed while the service was paused: resuming runs what ran before.
 * https://docs.aws.amazon.com/apprunner/latest/dg/manage-pause.html
 */
function wasUpdatedWhilePaused(operations) {
    let isPaused = false;
    let wasPaused = false;
    for (const { Type, Status } of operations.toReversed()) {
        if (Status !== 'SUCCEEDED')
            continue;
        if (Type === 'PAUSE_SERVICE')
            isPaused = true;
        if (Type === 'RESUME_SERVICE')
            isPaused = false;
        if (Type === 'UPDATE_SERVICE' || Type === 'START_DEPLOYMENT')
            wasPaused = isPaused;
    }
    return wasPaused;
}
/** What an operation does, in words. */
function describeOperation({ Type, Id = '' }) {
    return `${nameOf(Type)} ${Id}`;
}
/** The name of an operation in small letters: `update service`. */
function nameOf(type) {
    return (type ?? 'operation').toLowerCase().replaceAll('_', ' ');
}

// EXTERNAL MODULE: ./packages/aws/build/errors.js
var errors = __webpack_require__(2790);
;// CONCATENATED MODULE: ./actions/deploy-apprunner/build/operation/service.js


/** Finds a service by its name or ARN; a deleted one is not there. Throws an ActionError where the role may not look. */
async function findService(context, id) {
    if ((0,build_arn/* findArn */.n)(id) !== undefined)
        return describe(context, id);
    const { names, arn } = await listServices(context, id);
    if (arn === undefined)
        return { kind: 'missing', instead: (0,build/* whatThereIs */.V7)(id, names) };
    return describe(context, arn);
}
async function describe(context, arn) {
    try {
        const service = await describeService(context, arn);
        return service.Status === 'DELETED'
            ? { kind: 'missing', instead: '' }
            : { kind: 'found', arn, service };
    }
    catch (error) {
        if (!(0,errors/* isAwsError */.m_)(error, 'ResourceNotFoundException'))
            throw error;
        return { kind: 'missing', instead: '' };
    }
}
/** Asks about a service. Throws an ActionError where it is not there. */
async function describeService({ clients, signal }, arn) {
    const { DescribeServiceCommand } = await __webpack_require__.e(/* import() */ 866).then(__webpack_require__.t.bind(__webpack_require__, 9866, 19));
    const command = new DescribeServiceCommand({ ServiceArn: arn });
    const { Service: service } = await (0,call/* call */.T)(await clients.appRunner(), command, {
        signal,
        resource: arn,
    });
    if (service !== undefined)
        return service;
    throw new build/* ActionError */.lZ({
        code: 'service-error',
        message: `App Runner says nothing of the service ${arn}.`,
        remedy: 'Run the step again.',
    });
}
async function listServices({ clients, signal }, name) {
    const { ListServicesCommand } = await __webpack_require__.e(/* import() */ 866).then(__webpack_require__.t.bind(__webpack_require__, 9866, 19));
    const client = await clients.appRunner();
    const names = [];
    let token;
    do {
        const command = new ListServicesCommand({ MaxResults: 20, NextToken: token });
        const { ServiceSummaryList = [], NextToken } = await (0,call/* call */.T)(client, command, { signal });
        const there = ServiceSummaryList.filter(({ Status }) => Status !== 'DELETED');
        const found = there.find(({ ServiceName }) => ServiceName === name);
        if (found !== undefined)
            return { names, arn: found.ServiceArn };
        names.push(...there.map(({ ServiceName = '' }) => ServiceName));
        token = NextToken;
    } while (token !== undefined);
    return { names, arn: undefined };
}

;// CONCATENATED MODULE: ./actions/deploy-apprunner/build/settings/configuration.js

/** The configuration that a service has, in the form in which it can be written again. */
function configurationOf(service) {
    const { InstanceConfiguration: instance, NetworkConfiguration: network } = service;
    const { ObservabilityConfiguration: observability } = service;
    return defined({
        SourceConfiguration: service.SourceConfiguration,
        InstanceConfiguration: instance && {
            ...instance,
            ...(instance.Cpu !== undefined && { Cpu: cpuUnits(instance.Cpu) }),
            ...(instance.Memory !== undefined && { Memory: memoryUnits(instance.Memory) }),
        },
        HealthCheckConfiguration: service.HealthCheckConfiguration,
        AutoScalingConfigurationArn: service.AutoScalingConfigurationSummary?.AutoScalingConfigurationArn,
        NetworkConfiguration: network,
        // Said, so that it can be gone back to.
        ObservabilityConfiguration: observability ?? { ObservabilityEnabled: false },
    });
}
/** The image of a configuration, as it is named. */
function imageOf({ SourceConfiguration: source, }) {
    return source?.ImageRepository?.ImageIdentifier;
}
/** A configuration with what is asked for put into it; everything else stays. */
function merged(current, { image, settings, secrets }) {
    return defined({
        SourceConfiguration: mergedSource(current.SourceConfiguration, { image, settings, secrets }),
        InstanceConfiguration: nonEmpty({
            ...current.InstanceConfiguration,
            ...defined({
                Cpu: settings.cpu,
                Memory: settings.memory,
                InstanceRoleArn: settings.instanceRoleArn,
            }),
        }),
        HealthCheckConfiguration: nonEmpty({
            ...current.HealthCheckConfiguration,
            ...defined(settings.healthCheck),
        }),
        AutoScalingConfigurationArn: settings.autoScalingConfigurationArn ?? current.AutoScalingConfigurationArn,
        NetworkConfiguration: mergedNetwork(current.NetworkConfiguration, settings),
        ObservabilityConfiguration: mergedObservability(current.ObservabilityConfiguration, settings),
    });
}
function mergedSource(current, { image, settings, secrets }) {
    const { ImageConfiguration: configuration = {} } = current?.ImageRepository ?? {};
    const isByDigest = image.identifier.includes('@');
    const stays = settings.autoDeployments === undefined &&
        current?.ImageRepository?.ImageIdentifier === image.identifier;
    return {
        ImageRepository: {
            ImageIdentifier: image.identifier,
            ImageRepositoryType: image.repositoryType,
            ImageConfiguration: mergedImage(configuration, { settings, secrets }),
        },
        // A digest has no tag that could be watched.
        AutoDeploymentsEnabled: isByDigest && !stays
            ? false
            : (settings.autoDeployments ?? current?.AutoDeploymentsEnabled ?? false),
        ...(image.repositoryType === 'ECR' && {
            AuthenticationConfiguration: {
                ...current?.AuthenticationConfiguration,
                ...defined({ AccessRoleArn: settings.accessRoleArn }),
            },
        }),
    };
}
function mergedImage(current, { settings, secrets }) {
    const { environment, replacesEnvironment } = settings;
    const plain = edited(replacesEnvironment ? {} : current.RuntimeEnvironmentVariables, environment);
    return {
        ...current,
        ...defined({ Port: settings.port, StartCommand: settings.startCommand }),
        // A variable that becomes a secret, or the other way round, is not both.
        RuntimeEnvironmentVariables: without(plain, (name) => isSet(secrets, name)),
        RuntimeEnvironmentSecrets: editedSecrets(current, { settings, secrets }),
    };
}
/** The secrets that a service is to have, by the names of their variables. */
function secretsAfter({ SourceConfiguration: source }, wanted) {
    return editedSecrets(source?.ImageRepository?.ImageConfiguration ?? {}, wanted);
}
function editedSecrets({ RuntimeEnvironmentSecrets: current }, { settings, secrets }) {
    const all = edited(settings.replacesSecrets ? {} : current, secrets);
    return without(all, (name) => isSet(settings.environment, name));
}
function isSet(edit, name) {
    return edit.get(name) !== undefined;
}
function edited(current, edit) {
    const all = new Map([...Object.entries(current ?? {}), ...edit]);
    return Object.fromEntries([...all].flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
function without(texts, isDropped) {
    return Object.fromEntries(Object.entries(texts).filter(([name]) => !isDropped(name)));
}
function mergedNetwork(current, { vpcConnectorArn, isPubliclyAccessible, ipAddressType }) {
    const egress = vpcConnectorArn === undefined
        ? current?.EgressConfiguration
        : vpcConnectorArn === 'none'
            ? { EgressType: 'DEFAULT' }
            : { EgressType: 'VPC', VpcConnectorArn: vpcConnectorArn };
    const ingress = isPubliclyAccessible === undefined
        ? current?.IngressConfiguration
        : { IsPubliclyAccessible: isPubliclyAccessible };
    return nonEmpty(defined({
        EgressConfiguration: egress,
        IngressConfiguration: ingress,
        IpAddressType: ipAddressType ?? current?.IpAddressType,
    }));
}
function mergedObservability(current, { observabilityConfigurationArn: arn }) {
    if (arn === undefined)
        return current;
    return arn === 'none'
        ? { ObservabilityEnabled: false }
        : { ObservabilityEnabled: true, ObservabilityConfigurationArn: arn };
}
/** What CreateService takes: a configuration, and what can be chosen only once. */
function creation(name, configuration, only) {
    const { SourceConfiguration: source, ...rest } = configuration;
    return {
        ServiceName: name,
        SourceConfiguration: source,
        ...rest,
        ...(only.kmsKeyArn !== undefined && { EncryptionConfiguration: { KmsKey: only.kmsKeyArn } }),
        ...(only.tags.size > 0 && { Tags: [...only.tags].map(([Key, Value]) => ({ Key, Value })) }),
    };
}
/** The members that have a value. */
function defined(members) {
    const entries = Object.entries(members).filter(([, value]) => value !== undefined);
    // Only members without a value are left out.
    return Object.fromEntries(entries);
}
function nonEmpty(members) {
    return Object.keys(members).length === 0 ? undefined : members;
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./actions/deploy-apprunner/build/settings/differences.js

/** The parts of a configuration that differ, of which each is written whole. */
function changedParts(current, wanted) {
    const parts = Object.entries(wanted).filter(([name, part]) => !isSame(current[name], part));
    return Object.fromEntries(parts);
}
/** App Runner leaves empty maps out of what it tells. */
function isSame(current, wanted) {
    return (0,external_node_util_.isDeepStrictEqual)(withoutEmpty(current), withoutEmpty(wanted));
}
function withoutEmpty(value) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        return value;
    const members = Object.entries(value)
        .map(([name, member]) => [name, withoutEmpty(member)])
        .filter(([, member]) => member !== undefined && !isEmptyObject(member));
    return Object.fromEntries(members.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
function isEmptyObject(value) {
    return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
/** What changes, for a person to read: of variables the names alone, since values may be secret. */
function differences(current, wanted) {
    const [before, after] = [leavesOf(current), leavesOf(wanted)];
    const paths = [...new Set([...before.keys(), ...after.keys()])];
    return paths.flatMap((path) => {
        const [from, to] = [before.get(path), after.get(path)];
        if (from === to)
            return [];
        const setting = differences_nameOf(path);
        if (!isVariable(path))
            return [{ setting, before: from ?? '', after: to ?? '' }];
        const another = from === undefined ? '(set)' : '(another value)';
        return [
            {
                setting,
                before: from === undefined ? '' : '(set)',
                after: to === undefined ? '' : another,
            },
        ];
    });
}
/** Compares a service with what it was sent. What App Runner adds by itself is no difference, nor the revision of a shared configuration. */
function deviationFrom(sent, service) {
    const parts = Object.entries(service).filter(([name]) => name in sent);
    const [now, then] = [leavesOf(Object.fromEntries(parts)), leavesOf(sent)];
    const lost = [...then].filter(([path, had]) => {
        const has = now.get(path);
        return has !== had && !(path.endsWith('ConfigurationArn') && has?.startsWith(`${had}/`));
    });
    const gained = [...now.keys()].filter((path) => !then.has(path) && !added.some((one) => path === one || path.startsWith(`${one}.`)));
    return { lost: lost.map(([path]) => differences_nameOf(path)), gained: gained.map(differences_nameOf) };
}
/** Whether a service has what it was sent, and nothing else. */
function hasExactly(service, sent) {
    const { lost, gained } = deviationFrom(sent, service);
    return lost.length === 0 && gained.length === 0;
}
const imagePath = 'SourceConfiguration.ImageRepository.ImageConfiguration';
/** What App Runner gives a service where it is not said. */
const added = [
    `${imagePath}.Port`,
    'InstanceConfiguration.Cpu',
    'InstanceConfiguration.Memory',
    'HealthCheckConfiguration',
    'NetworkConfiguration',
];
/** What the inputs call a member, by its path; what stands behind the path goes on. */
const names = [
    ['SourceConfiguration.ImageRepository.ImageIdentifier', 'image'],
    [`${imagePath}.Port`, 'port'],
    [`${imagePath}.StartCommand`, 'start-command'],
    [`${imagePath}.RuntimeEnvironmentVariables`, 'environment'],
    [`${imagePath}.RuntimeEnvironmentSecrets`, 'secrets'],
    ['SourceConfiguration.AutoDeploymentsEnabled', 'auto-deployments'],
    ['SourceConfiguration.AuthenticationConfiguration.AccessRoleArn', 'access-role-arn'],
    ['InstanceConfiguration.Cpu', 'cpu'],
    ['InstanceConfiguration.Memory', 'memory'],
    ['InstanceConfiguration.InstanceRoleArn', 'instance-role-arn'],
    ['HealthCheckConfiguration.Protocol', 'health-check-protocol'],
    ['HealthCheckConfiguration.Path', 'health-check-path'],
    ['HealthCheckConfiguration.Interval', 'health-check-interval'],
    ['HealthCheckConfiguration.Timeout', 'health-check-timeout'],
    ['HealthCheckConfiguration.HealthyThreshold', 'health-check-healthy-threshold'],
    ['HealthCheckConfiguration.UnhealthyThreshold', 'health-check-unhealthy-threshold'],
    ['AutoScalingConfigurationArn', 'auto-scaling-configuration-arn'],
    ['NetworkConfiguration.EgressConfiguration.VpcConnectorArn', 'vpc-connector-arn'],
    ['NetworkConfiguration.IngressConfiguration.IsPubliclyAccessible', 'publicly-accessible'],
    ['NetworkConfiguration.IpAddressType', 'ip-address-type'],
    ['ObservabilityConfiguration.ObservabilityConfigurationArn', 'observability-configuration-arn'],
];
/** App Runner's own name where no input is meant. */
function differences_nameOf(path) {
    const known = names.find(([of]) => path === of || path.startsWith(`${of}.`));
    return known === undefined ? path : `${known[1]}${path.slice(known[0].length)}`;
}
function isVariable(path) {
    return path.startsWith(`${imagePath}.RuntimeEnvironmentVariables.`);
}
function leavesOf(value, path = '') {
    if (typeof value !== 'object' || value === null) {
        const leaf = typeof value === 'string' ? value : JSON.stringify(value);
        return new Map(value === undefined ? [] : [[path, leaf]]);
    }
    const inside = Object.entries(value).flatMap(([name, member]) => [
        ...leavesOf(member, path === '' ? name : `${path}.${name}`),
    ]);
    return new Map(inside);
}

// EXTERNAL MODULE: ./packages/registry/build/ecr/pushed-at.js
var pushed_at = __webpack_require__(9169);
;// CONCATENATED MODULE: ./actions/deploy-apprunner/build/preflight/observe-image.js



/** Finds out as what an image is deployed: by its digest, or by the tag that App Runner watches and that is on the same digest. */
async function observeImage(context, { inputs, current, prepared }) {
    const source = current.SourceConfiguration;
    const configured = source?.ImageRepository?.ImageIdentifier;
    if (inputs.image === undefined)
        return asConfigured(context, source, inputs.settings);
    const wanted = parse(prepared.image ?? inputs.image);
    const repositoryType = typeOf(wanted);
    const { autoDeployments } = inputs.settings;
    if (autoDeployments === true) {
        const identifier = watchable({ ...wanted, tag: parse(inputs.image).tag });
        return identifier === configured && source?.AutoDeploymentsEnabled === true
            ? asWatched(context, identifier)
            : { identifier, repositoryType };
    }
    const isWatching = source?.AutoDeploymentsEnabled === true && autoDeployments !== false;
    if (isWatching && configured !== undefined) {
        if (await observe_image_isSame(context, parse(configured), wanted))
            return asWatched(context, configured);
    }
    return { identifier: (0,image_reference/* formatImage */.vy)(wanted, byDigest(wanted)), repositoryType };
}
async function asWatched(context, identifier) {
    const image = parse(identifier);
    return {
        identifier,
        repositoryType: typeOf(image),
        watched: { push: await (0,pushed_at/* readPush */.j)(context, image) },
    };
}
function byDigest({ tag, digest }) {
    return digest === undefined ? { tag } : { digest };
}
async function asConfigured(context, source, { autoDeployments }) {
    const configured = source?.ImageRepository?.ImageIdentifier;
    if (configured === undefined) {
        throw new build/* ActionError */.lZ({
            code: 'input',
            message: 'Input image: is required for a service that is to be created, or that has no image.',
            remedy: 'Name an image of ECR or ECR Public.',
        });
    }
    const image = parse(configured);
    const isWatching = source?.AutoDeploymentsEnabled === true && autoDeployments !== false;
    return isWatching && image.digest === undefined && image.host !== publicHost
        ? asWatched(context, configured)
        : { identifier: configured, repositoryType: typeOf(image) };
}
function parse(image) {
    try {
        return (0,image_reference/* parseImageReference */.o_)(image);
    }
    catch (error) {
        if (!(error instanceof build/* InvalidValue */.h6))
            throw error;
        throw new build/* ActionError */.lZ({
            code: 'input',
            message: `Input image: ${error.problems.map(({ message }) => message).join('; ')}.`,
            remedy: 'Name an image of ECR or ECR Public.',
            cause: error,
        });
    }
}
function typeOf({ host }) {
    if (host === publicHost)
        return 'ECR_PUBLIC';
    if ((0,ecr_registry/* findEcrRegistry */.f8)(host) !== undefined)
        return 'ECR';
    throw new build/* ActionError */.lZ({
        code: 'input',
        message: `Input image: is in ${host}; App Runner takes images of ECR and ECR Public only.`,
        remedy: 'Copy it to ECR first: build-push-image with promote-from does.',
    });
}
/** By its tag, which is `latest` where none is written. */
function watchable(image) {
    const problem = unwatchable(image);
    if (problem === undefined)
        return (0,image_reference/* formatImage */.vy)(image, { tag: image.tag ?? 'latest' });
    throw new build/* ActionError */.lZ({
        code: 'input',
        message: `Input image: ${problem}.`,
        remedy: 'Name the image with the tag to watch, or set auto-deployments: false.',
    });
}
/** Whether the tag that is watched is on the image that is wanted. */
async function observe_image_isSame({ registries }, tagged, wanted) {
    if (tagged.digest !== undefined)
        return false;
    if (tagged.host !== wanted.host || tagged.repository !== wanted.repository)
        return false;
    const lookup = await registries.lookUp(tagged);
    if (lookup.kind !== 'found' || wanted.digest === undefined)
        return tagged.tag === wanted.tag;
    return lookup.digest === wanted.digest;
}

// EXTERNAL MODULE: ./packages/aws/build/secrets/reference.js
var secrets_reference = __webpack_require__(4058);
// EXTERNAL MODULE: ./packages/registry/build/short-name.js
var short_name = __webpack_require__(943);
// EXTERNAL MODULE: ./packages/aws/build/iam/simulate.js
var simulate = __webpack_require__(3789);
// EXTERNAL MODULE: ./packages/aws/build/not-checked.js
var not_checked = __webpack_require__(1828);
// EXTERNAL MODULE: ./packages/aws/build/secrets/resource-policy.js
var resource_policy = __webpack_require__(9626);
;// CONCATENATED MODULE: ./actions/deploy-apprunner/build/preflight/instance-role.js


/** What the instance role may not read of the secrets that its service gets. Throws only when the run is cancelled. */
async function findUnreadable(context, role, { secrets, service }) {
    const place = { definition: service, field: 'instance-role-arn' };
    if (secrets.length === 0)
        return [];
    if (role === undefined)
        return [noRole(place)];
    const needed = neededOf(secrets);
    const findings = await Promise.all([...needed].map(async ([action, resources]) => {
        const permission = { role, actions: [action], resources: [...resources] };
        const lookup = await (0,simulate/* simulatePermission */.e)(context, permission);
        if (lookup.kind === 'not-checked') {
            const what = `whether ${role} may ${action}`;
            return [{ kind: 'permission', place, ...(0,ecs_build/* notChecked */.lb)(what, lookup) }];
        }
        const found = lookup.denials.map((denial) => judge(context, { role, ...denial }, place));
        return Promise.all(found);
    }));
    return findings.flat();
}
/** Resources by the action that reads them. Names of secrets that were not found are told by themselves. */
function neededOf(secrets) {
    const needed = new Map();
    for (const text of secrets) {
        const arn = (0,build_arn/* findArn */.n)(text);
        if (arn === undefined)
            continue;
        const isParameter = arn.service === 'ssm';
        const action = isParameter ? 'ssm:GetParameters' : 'secretsmanager:GetSecretValue';
        // What follows the ARN names a key and a version in it.
        const resource = isParameter ? text : text.split(':').slice(0, 7).join(':');
        needed.set(action, (needed.get(action) ?? new Set()).add(resource));
    }
    return needed;
}
/** A secret's own policy may allow what no policy of the role does; the simulation knows nothing of it. */
async function judge(context, denial, place) {
    const finding = (0,ecs_build/* denied */.wk)(denial, place);
    const { action, resource, isExplicit } = denial;
    if (finding.severity !== 'error' || isExplicit || !action.startsWith('secretsmanager:')) {
        return finding;
    }
    const hasOwnPolicy = await (0,not_checked/* attemptCheck */.e)(() => (0,resource_policy/* readResourcePolicy */.l)(context, resource));
    if (hasOwnPolicy === false)
        return finding;
    const problem = `${finding.problem} The policy of the secret may, and was not read.`;
    return { ...finding, severity: 'not-checked', problem };
}
function noRole(place) {
    return {
        severity: 'error',
        kind: 'permission',
        place,
        problem: 'The service has no instance role, by which its secrets would be read.',
        instead: '',
        remedy: 'Give instance-role-arn a role that tasks.apprunner.amazonaws.com may assume, and that may read the secrets.',
    };
}

;// CONCATENATED MODULE: ./actions/deploy-apprunner/build/preflight/platform.js

/** App Runner runs one platform only, and fails late, with a sentence about copying the image. */
async function findOtherPlatform(registries, image, { service, image: given = '' }) {
    if (image === undefined)
        return [];
    const exact = (0,image_reference/* parseImageReference */.o_)(image);
    // By the name by which the registry was asked already: each is asked about once.
    const { tag, digest } = given === '' ? exact : (0,image_reference/* parseImageReference */.o_)(given);
    const lookup = await registries.lookUp({ ...exact, tag, digest });
    if (lookup.kind !== 'found' || lookup.platforms === undefined)
        return [];
    if (lookup.platforms.some(({ os, architecture }) => os === 'linux' && architecture === 'amd64')) {
        return [];
    }
    const names = lookup.platforms.map(({ os, architecture }) => `${os}/${architecture}`).join(', ');
    return [
        {
            severity: 'error',
            kind: 'image',
            place: { definition: service, field: 'image' },
            problem: `The image ${image} is for ${names}, and App Runner runs linux/amd64 only.`,
            instead: '',
            remedy: 'Build it for linux/amd64 (platforms of build-push-image).',
        },
    ];
}

;// CONCATENATED MODULE: ./actions/deploy-apprunner/build/preflight/prepare.js







/**
 * Resolves image and secrets as in task definitions, of which a service of App Runner is one with a single container, and finds out
 * whether they are there: those that the service has already as well, since it would not start without them.
 */
async function prepare(looking, present) {
    const { inputs, registries } = looking;
    const { container, findings } = await look(looking, present);
    const isOff = inputs.preflight === 'off';
    const references = new Map((container?.secrets ?? []).map(({ name = '', valueFrom = '' }) => [name, valueFrom]));
    const aws = awsOf(looking);
    const secrets = await toArns(aws, editedTo(inputs.secrets, references), present.service);
    refuseNames(secrets, findings, inputs.preflight);
    if (isOff)
        return { image: container?.image, secrets, findings: [] };
    const role = inputs.settings.instanceRoleArn ?? present.current.InstanceConfiguration?.InstanceRoleArn;
    const after = secretsAfter(present.current, { settings: inputs.settings, secrets });
    const [others, unreadable] = await Promise.all([
        findOtherPlatform(registries, container?.image, inputs),
        findUnreadable(aws, role, { secrets: Object.values(after), service: inputs.service }),
    ]);
    return {
        image: container?.image,
        secrets,
        findings: [
            ...findings.map((finding) => placed(finding, inputs.service)),
            ...others,
            ...unreadable,
        ],
    };
}
/** App Runner takes ARNs only: what stays a name would fail minutes later. What stops the step anyway is told with the rest. */
function refuseNames(secrets, findings, preflight) {
    const isFatal = preflight === 'error' || preflight === 'strict';
    const reasons = [...secrets].flatMap(([name, text]) => {
        if (text === undefined || (0,build_arn/* findArn */.n)(text) !== undefined)
            return [];
        const finding = findings.find(({ place }) => place.variable === name);
        if (isFatal && finding?.severity === 'error')
            return [];
        return [`secrets.${name}: ${finding?.problem ?? `there is no ARN for ${text}`}`];
    });
    if (reasons.length === 0)
        return;
    const remedies = findings.filter(({ kind }) => kind === 'secret').map(({ remedy }) => remedy);
    throw new build/* ActionError */.lZ({
        code: 'secret',
        message: `App Runner takes secrets by their ARNs, which could not be found out: ${reasons.join('; ')}.`,
        remedy: `Name them by their ARNs. ${remedies[0] ?? 'Or see that they are there, and that the role of this job may call secretsmanager:DescribeSecret.'}`,
    });
}
function awsOf({ context: { host, signal }, clients, inputs }) {
    return { clients, signal, onSecretRead: (0,ecs_build/* maskRead */.ZS)(host, [inputs.service]) };
}
/** What the one container of a service is called while it is looked at. */
const containerName = 'service';
async function look(looking, { current }) {
    const { inputs, registries } = looking;
    const named = imageOf(current);
    const kept = secretsAfter(current, { settings: inputs.settings, secrets: new Map() });
    const container = {
        name: containerName,
        ...(named !== undefined && { image: named }),
        secrets: Object.entries(inputs.preflight === 'off' ? {} : kept).map(([name, valueFrom]) => ({
            name,
            valueFrom,
        })),
    };
    const { definition, findings } = await (0,ecs_build/* prepareDefinition */.DR)({ ...awsOf(looking), registries }, {
        draft: { family: containerName, containerDefinitions: [container] },
        source: inputs.service,
        edits: { image: inputs.image, secrets: inputs.secrets },
        preflight: inputs.preflight,
        pinImages: inputs.image !== undefined,
        pinSecretVersions: false,
        expectedPermissions: [],
    });
    return {
        container: (0,ecs_build/* containersOf */.Mz)(definition)[0],
        findings: findings.filter(({ kind }) => kind === 'image' || kind === 'secret'),
    };
}
function placed(finding, service) {
    const { variable } = finding.place;
    const field = finding.kind === 'image' ? 'image' : `secrets.${variable ?? ''}`;
    return { ...finding, place: { definition: service, field, variable } };
}
function editedTo(edit, references) {
    const texts = [...edit].map(([name, given]) => [name, given && (references.get(name) ?? given)]);
    return new Map(texts);
}
/** App Runner takes ARNs of parameters only. */
async function toArns(aws, edit, service) {
    const isPath = (text) => text !== undefined &&
        (0,secrets_reference/* findSecretReference */.F)(text)?.kind === 'parameter' &&
        (0,build_arn/* findArn */.n)(text) === undefined;
    if (![...edit.values()].some(isPath))
        return edit;
    const { partition, region, account } = (0,build_arn/* findArn */.n)(service?.ServiceArn ?? '') ?? (await (0,short_name/* ownRegistry */.C)(aws));
    const prefix = `arn:${partition}:ssm:${region}:${account}:parameter/`;
    return new Map([...edit].map(([name, text]) => [
        name,
        isPath(text) ? `${prefix}${text.replace(/^\//, '')}` : text,
    ]));
}

;// CONCATENATED MODULE: ./actions/deploy-apprunner/build/preflight/shared-configurations.js



/**
 * Finds out which revisions the ARNs of shared configurations mean: one without a revision means the latest, and App Runner tells of
 * services by full ARNs only. Nobody is asked about an ARN that is in full, or that means what the service has.
 * https://docs.aws.amazon.com/apprunner/latest/api/API_DescribeAutoScalingConfiguration.html
 */
async function resolveShared(context, settings, current) {
    const scaling = await resolve({
        field: 'auto-scaling-configuration-arn',
        given: settings.autoScalingConfigurationArn,
        current: current.AutoScalingConfigurationArn,
        read: (arn) => readAutoScaling(context, arn),
    });
    const observability = await resolve({
        field: 'observability-configuration-arn',
        given: settings.observabilityConfigurationArn,
        current: current.ObservabilityConfiguration?.ObservabilityConfigurationArn,
        read: (arn) => readObservability(context, arn),
    });
    return {
        settings: {
            ...settings,
            autoScalingConfigurationArn: scaling.arn,
            observabilityConfigurationArn: observability.arn,
        },
        findings: [...scaling.findings, ...observability.findings],
    };
}
async function resolve(shared) {
    const { given, current, read, field } = shared;
    if (given === undefined || given === 'none' || isInFull(given)) {
        return { arn: given, findings: [] };
    }
    const means = current?.startsWith(`${given}/`) === true ? current : undefined;
    if (means !== undefined && hasRevision(given))
        return { arn: means, findings: [] };
    const place = { definition: '', field };
    const found = await (0,not_checked/* attemptCheck */.e)(async () => ({ arn: await readOrMissing(read, given) }));
    if ('kind' in found) {
        const what = `which revision ${given} means now`;
        return {
            arn: means ?? given,
            findings: [{ kind: 'service', place, ...(0,ecs_build/* notChecked */.lb)(what, found) }],
        };
    }
    if (found.arn !== undefined)
        return { arn: found.arn, findings: [] };
    const remedy = `Correct ${field}, its region or its account, or create the configuration.`;
    const problem = `There is no configuration ${given} that is active.`;
    const finding = {
        kind: 'service',
        severity: 'error',
        place,
        problem,
        instead: '',
        remedy,
    };
    return { arn: given, findings: [finding] };
}
/** `…/name/3/0123…`: name, revision and id. */
function isInFull(arn) {
    return arn.split('/').length >= 4;
}
function hasRevision(arn) {
    return arn.split('/').length >= 3;
}
async function readOrMissing(read, arn) {
    try {
        return await read(arn);
    }
    catch (error) {
        if (error instanceof build/* ActionError */.lZ && (0,errors/* isAwsError */.m_)(error, 'ResourceNotFoundException')) {
            return undefined;
        }
        throw error;
    }
}
async function readAutoScaling({ clients, signal }, arn) {
    const { DescribeAutoScalingConfigurationCommand } = await __webpack_require__.e(/* import() */ 866).then(__webpack_require__.t.bind(__webpack_require__, 9866, 19));
    const command = new DescribeAutoScalingConfigurationCommand({ AutoScalingConfigurationArn: arn });
    const answer = await (0,call/* call */.T)(await clients.appRunner(), command, { signal, resource: arn });
    return answer.AutoScalingConfiguration?.AutoScalingConfigurationArn;
}
async function readObservability({ clients, signal }, arn) {
    const { DescribeObservabilityConfigurationCommand } = await __webpack_require__.e(/* import() */ 866).then(__webpack_require__.t.bind(__webpack_require__, 9866, 19));
    const command = new DescribeObservabilityConfigurationCommand({
        ObservabilityConfigurationArn: arn,
    });
    const answer = await (0,call/* call */.T)(await clients.appRunner(), command, { signal, resource: arn });
    return answer.ObservabilityConfiguration?.ObservabilityConfigurationArn;
}

;// CONCATENATED MODULE: ./actions/deploy-apprunner/build/refuse.js

/** Refuses a service that nothing can be deployed to, whatever is asked for. Throws an `input` error. */
function refuseService({ service: id, kmsKeyArn }, service) {
    if (service.SourceConfiguration?.CodeRepository !== undefined) {
        throw new build/* ActionError */.lZ({
            code: 'input',
            message: `The service ${id} is deployed from source code; App Runner cannot switch it to an image.`,
            remedy: 'Create another service for the image (create: if-missing with a new name).',
        });
    }
    const key = service.EncryptionConfiguration?.KmsKey;
    if (kmsKeyArn !== undefined && kmsKeyArn !== key) {
        throw new build/* ActionError */.lZ({
            code: 'input',
            message: `Input kms-key-arn: the service ${id} is encrypted with ${key ?? "App Runner's own key"}, which cannot be changed.`,
            remedy: 'Leave kms-key-arn out, or create another service.',
        });
    }
    if (service.Status === 'DELETE_FAILED') {
        throw new build/* ActionError */.lZ({
            code: 'input',
            message: `The service ${id} was being deleted, and that failed (DELETE_FAILED).`,
            remedy: 'Delete it again in the console, or deploy to another service.',
        });
    }
}
/** Refuses a service that is not there and is not to be created. Throws an `input` error; `instead` says what there is. */
function refuseMissing({ service, mayCreate }, instead) {
    const isArn = service.startsWith('arn:');
    if (mayCreate && !isArn)
        return;
    const remedy = isArn
        ? 'Correct service. One that is to be created is named, without an ARN, with create: if-missing.'
        : 'Correct service or aws-region, or set create: if-missing.';
    const message = `There is no App Runner service ${service}.${instead}`;
    throw new build/* ActionError */.lZ({ code: 'input', message, remedy });
}

;// CONCATENATED MODULE: ./actions/deploy-apprunner/build/operation/tags.js

/** Those of the tags that a service does not have yet; asks nobody where none are wanted. */
async function readMissingTags({ clients, signal }, arn, wanted) {
    if (wanted.size === 0)
        return wanted;
    const { ListTagsForResourceCommand } = await __webpack_require__.e(/* import() */ 866).then(__webpack_require__.t.bind(__webpack_require__, 9866, 19));
    const command = new ListTagsForResourceCommand({ ResourceArn: arn });
    const { Tags = [] } = await (0,call/* call */.T)(await clients.appRunner(), command, { signal, resource: arn });
    const has = (name, value) => Tags.some(({ Key, Value }) => Key === name && Value === value);
    return new Map([...wanted].filter(([name, value]) => !has(name, value)));
}
/** Gives a service tags. */
async function tagService({ clients, signal }, arn, tags) {
    if (tags.size === 0)
        return;
    const { TagResourceCommand } = await __webpack_require__.e(/* import() */ 866).then(__webpack_require__.t.bind(__webpack_require__, 9866, 19));
    const command = new TagResourceCommand({
        ResourceArn: arn,
        Tags: [...tags].map(([Key, Value]) => ({ Key, Value })),
    });
    await (0,call/* call */.T)(await clients.appRunner(), command, { signal, resource: arn });
}

;// CONCATENATED MODULE: ./actions/deploy-apprunner/build/observe.js










/**
 * Looks at the service, and at everything that is to become part of it. Throws an ActionError where nothing can be deployed to the
 * service, and where AWS cannot be asked about what has to be known.
 */
async function observe(looking) {
    const { context, inputs, clients } = looking;
    const aws = { clients, signal: context.signal };
    const found = await findService(aws, inputs.service);
    if (found.kind === 'missing')
        refuseMissing(inputs, found.instead);
    else
        refuseService(inputs, found.service);
    const service = found.kind === 'found' ? found.service : undefined;
    const current = service === undefined ? {} : configurationOf(service);
    const registries = (0,open_registries/* openRegistries */.c)(context.host, aws);
    const [prepared, shared, missingTags] = await Promise.all([
        prepare({ ...looking, registries }, { service, current }),
        resolveShared(aws, inputs.settings, current),
        found.kind === 'found' ? readMissingTags(aws, found.arn, inputs.tags) : inputs.tags,
    ]);
    const image = await observeImage({ ...aws, registries }, { inputs, current, prepared });
    const { settings } = shared;
    const wanted = merged(current, { image, settings, secrets: prepared.secrets });
    const parts = changedParts(current, wanted);
    const isIdle = service?.Status === 'RUNNING' && Object.keys(parts).length > 0;
    const operations = found.kind === 'missing' || isIdle ? [] : await listOperations(aws, found.arn);
    const findings = [...prepared.findings, ...placedIn(inputs.service, shared.findings)];
    return {
        found,
        current,
        wanted,
        parts,
        operations,
        image,
        findings,
        missingTags,
        now: Date.now(),
        begunAt: looking.begunAt,
        hasExpected: looking.hasExpected,
        hasJoined: looking.hasJoined,
    };
}
function placedIn(service, findings) {
    return findings.map((finding) => ({
        ...finding,
        place: { ...finding.place, definition: service },
    }));
}
/** The service of an observation, where there is one. */
function serviceOf({ found }) {
    return found.kind === 'found' ? found.service : undefined;
}

;// CONCATENATED MODULE: ./actions/deploy-apprunner/build/deployment.js


/** The configuration that a deployment can go back to; undefined where there is none, or none that ever ran. */
function previousOf({ observed, plan }) {
    const isBroken = serviceOf(observed)?.Status === 'CREATE_FAILED';
    return plan?.kind === 'update' && !isBroken ? observed.current : undefined;
}
/** How a deployment ended, with what is known of it by then. */
function ending({ phases }, { observed, begun, plan }, end) {
    const before = serviceOf(observed);
    return {
        arn: begun.arn,
        operationId: begun.operationId,
        service: before,
        operation: undefined,
        previousImage: before && imageOf(before),
        differences: plan?.kind === 'update' ? plan.differences : [],
        phases,
        logs: [],
        failure: undefined,
        ...end,
    };
}
/** The end of a step that started no operation of its own. */
function resting({ phases }, observed, { plan, ...end }) {
    const service = serviceOf(observed);
    return {
        arn: service?.ServiceArn,
        service,
        operation: undefined,
        operationId: undefined,
        previousImage: service && imageOf(service),
        differences: plan.kind === 'update' ? plan.differences : [],
        phases,
        logs: [],
        failure: undefined,
        ...end,
    };
}

// EXTERNAL MODULE: ./packages/aws/build/poll.js
var poll = __webpack_require__(8456);
;// CONCATENATED MODULE: ./actions/deploy-apprunner/build/operation/begin.js





/**
 * Starts the operation of a plan; `id` is the service's ARN, or the name of one that is not there. Undefined where App Runner takes
 * none, since somebody else's has begun meanwhile. Throws an ActionError for all other refusals.
 */
async function begin(context, id, plan) {
    const startedAt = Date.now();
    try {
        return await send(context, id, plan);
    }
    catch (error) {
        if (!isBusy(error))
            throw error;
        const ours = wasRepeated(error) ? await findOurs(context, id, { plan, startedAt }) : undefined;
        if (ours === undefined)
            context.onRefusal?.(error instanceof Error ? error.message : '');
        return ours;
    }
}
/**
 * Whether another operation is in the way, or somebody else has just created the service; StartDeployment and CreateService have no
 * exceptions of their own for that.
 */
function isBusy(error) {
    if ((0,errors/* isAwsError */.m_)(error, 'InvalidStateException'))
        return true;
    const words = error instanceof Error ? error.message : '';
    return ((0,errors/* isAwsError */.m_)(error, 'InvalidRequestException') && /\bRUNNING state\b|already exists/.test(words));
}
/** Whether the SDK had asked before: the answer may have been lost, and what is in the way be what was asked for. */
function wasRepeated(error) {
    if (!(error instanceof Error))
        return false;
    const { $metadata: metadata } = error; // as the SDK's exceptions have it
    return (metadata?.attempts ?? 1) > 1 || wasRepeated(error.cause);
}
const types = {
    create: 'CREATE_SERVICE',
    update: 'UPDATE_SERVICE',
    redeploy: 'START_DEPLOYMENT',
    resume: 'RESUME_SERVICE',
};
/** Clocks of runners may be a little ahead of AWS's. */
const clockDifferenceMs = 5_000;
/** What has begun may be listed a little later only. */
const listedWithinMs = 15_000;
/** What an operation is to make of a service; nothing where it changes no setting. */
function sentWith(plan) {
    if (plan.kind === 'update')
        return plan.parts;
    if (plan.kind !== 'create')
        return {};
    const { ServiceName: _name, Tags: _tags, EncryptionConfiguration: _key, ...sent } = plan.input;
    return sent;
}
/** The operation that the call had begun whose answer was lost; undefined where it was somebody else's. */
async function findOurs(context, id, { plan, startedAt }) {
    const look = async () => {
        const found = await findService(context, id);
        if (found.kind === 'missing')
            return undefined;
        const has = configurationOf(found.service);
        if (!hasExactly(has, sentWith(plan)))
            return undefined;
        const operations = await listOperations(context, found.arn);
        const ours = operations.find(({ Type, StartedAt }) => Type === types[plan.kind] && (StartedAt?.getTime() ?? 0) >= startedAt - clockDifferenceMs);
        if (ours?.Id === undefined)
            return undefined;
        const created = plan.kind === 'create' ? { created: found.service } : {};
        return { arn: found.arn, operationId: ours.Id, ...created };
    };
    const deadline = Date.now() + listedWithinMs;
    try {
        return await (0,poll/* poll */.wt)(look, { signal: context.signal, deadline, delayMs: () => 5_000 });
    }
    catch (error) {
        if (error instanceof poll/* DeadlineError */.j3)
            return undefined;
        throw error;
    }
}
async function send({ clients, signal }, arn, plan) {
    const sdk = await __webpack_require__.e(/* import() */ 866).then(__webpack_require__.t.bind(__webpack_require__, 9866, 19));
    const client = await clients.appRunner();
    const options = { signal, resource: arn };
    if (plan.kind === 'create') {
        const command = new sdk.CreateServiceCommand(plan.input);
        const { Service: service, OperationId = '' } = await (0,call/* call */.T)(client, command, { signal });
        const arnOfService = service?.ServiceArn ?? '';
        return { arn: arnOfService, operationId: OperationId, ...(service && { created: service }) };
    }
    if (plan.kind === 'update') {
        const command = new sdk.UpdateServiceCommand({ ServiceArn: arn, ...plan.parts });
        return { arn, operationId: (await (0,call/* call */.T)(client, command, options)).OperationId ?? '' };
    }
    const target = { ServiceArn: arn };
    const { OperationId: operationId = '' } = plan.kind === 'redeploy'
        ? await (0,call/* call */.T)(client, new sdk.StartDeploymentCommand(target), options)
        : await (0,call/* call */.T)(client, new sdk.ResumeServiceCommand(target), options);
    return { arn, operationId };
}

;// CONCATENATED MODULE: ./actions/deploy-apprunner/build/operation/follow.js



/** Between looks, where not said otherwise: the end is seen within seven seconds, and the whole step makes no ten calls a minute. */
const defaultIntervalMs = 6_800;
/**
 * No deployment is over sooner: App Runner copies the image first, which takes a minute, and minutes where there is none.
 * https://github.com/aws/apprunner-roadmap/issues/127, https://github.com/aws/apprunner-roadmap/issues/210
 */
const shortestDeploymentMs = 45_000;
/** What cannot work may be over at once: one look before that, for which ten calls a minute leave room. */
const earlyLookMs = 20_000;
/** How often the log says that nothing has changed. */
const heartbeatMs = 60_000;
/**
 * Waits for the end of an operation, and tells each change of its status. Undefined where it is not over at the deadline. Throws the signal's
 * reason, and an ActionError where App Runner cannot be asked.
 */
async function followOperation(context, followed) {
    const { signal } = context;
    const { arn, operationId, deadline, isNewDeployment = false, onRollback } = followed;
    const { intervalMs = defaultIntervalMs } = followed;
    const tell = teller(context.log, followed);
    let isBack = false;
    const look = async () => {
        const operations = await listOperations(context, arn);
        const operation = operations.find(({ Id }) => Id === operationId);
        if (operation === undefined)
            return undefined;
        tell(operation);
        if (operation.Status === 'ROLLBACK_IN_PROGRESS' && !isBack) {
            isBack = true;
            await onRollback?.(operation);
        }
        return isOver(operation) ? operation : undefined;
    };
    const startedAt = Date.now();
    const until = (ms) => (0,build/* sleep */.yy)(Math.max(0, Math.min(startedAt + ms, deadline) - Date.now()), signal);
    if (isNewDeployment) {
        await until(earlyLookMs);
        const ended = Date.now() < deadline ? await look() : undefined;
        if (ended !== undefined)
            return ended;
    }
    await until(isNewDeployment ? shortestDeploymentMs : intervalMs);
    try {
        return await (0,poll/* poll */.wt)(look, { signal, deadline, delayMs: () => intervalMs });
    }
    catch (error) {
        if (error instanceof poll/* DeadlineError */.j3)
            return undefined;
        throw error;
    }
}
/** Tells what is new, and from time to time that nothing is. */
function teller(log, { hint }) {
    let status;
    let toldAt = 0;
    return (operation) => {
        const now = Date.now();
        const isNew = operation.Status !== status;
        if (!isNew && now - toldAt < heartbeatMs)
            return;
        const after = (0,build/* formatSeconds */.Xo)((now - (operation.StartedAt?.getTime() ?? now)) / 1000);
        const more = isNew && operation.Status !== 'ROLLBACK_IN_PROGRESS' ? undefined : hintFor(operation, hint);
        log.info(`${describeOperation(operation)}: ${operation.Status ?? ''} (${after})${more === undefined ? '' : `; ${more}`}`);
        status = operation.Status;
        toldAt = now;
    };
}
function hintFor({ Status }, hint) {
    return Status === 'ROLLBACK_IN_PROGRESS'
        ? 'App Runner puts the previous version back, which takes over a quarter of an hour'
        : hint;
}

;// CONCATENATED MODULE: ./actions/deploy-apprunner/build/overtaken.js




/** How many settings a message names. */
const named = 5;
/** Whether somebody else has given a service another configuration than the one that was deployed. */
function isTheirs(service, { observed }) {
    return !hasExactly(configurationOf(service), observed.wanted);
}
/** What of a deployed configuration a service has no longer, as the rest of a sentence; what others have put to it takes nothing away. */
function lossOf(service, { observed }) {
    const image = imageOf(service);
    if (image !== observed.image.identifier)
        return `its image is ${image}`;
    const { lost } = deviationFrom(observed.wanted, configurationOf(service));
    if (lost.length === 0)
        return undefined;
    const more = lost.length > named ? ` and ${lost.length - named} more` : '';
    return `it has another ${lost.slice(0, named).join(', ')}${more}`;
}
/** The error that somebody else has changed, paused or deleted a service since it was deployed; undefined where it is as it was left. */
async function findOvertaking(aws, service, deciding) {
    const { Status: status } = service;
    if (status === 'PAUSED' || status === 'DELETED')
        return overtaken(deciding, `it is ${status}`);
    const loss = lossOf(service, deciding);
    if (loss !== undefined)
        return overtaken(deciding, loss);
    if (status !== 'OPERATION_IN_PROGRESS')
        return undefined;
    const operations = await listOperations(aws, deciding.begun.arn);
    const ending = operations.find((one) => !isOver(one) && (one.Type === 'PAUSE_SERVICE' || one.Type === 'DELETE_SERVICE'));
    if (ending === undefined)
        return undefined;
    return overtaken(deciding, `${describeOperation(ending)} is under way`);
}
function overtaken({ observed }, how) {
    return new build/* ActionError */.lZ({
        code: 'superseded',
        message: `The operation succeeded, and the service is not as it was left: ${how}, and ${observed.image.identifier} was deployed.`,
        remedy: 'Somebody else was at work after this step. Look at the operations of the service, and run the step again.',
    });
}

;// CONCATENATED MODULE: ./actions/deploy-apprunner/build/go-back.js








/** How long the way back may take: App Runner takes over a quarter of an hour for some. */
const backWithinMs = 40 * 60_000;
/** Puts the whole previous configuration back after checks that failed; the step stays red. */
async function goBack(work, deciding, failure) {
    const { aws, context, inputs } = work;
    const { begun, plan } = deciding;
    const previous = previousOf(deciding);
    if (inputs.onFailure === 'leave') {
        const what = 'The new version stays, as on-failure: leave says.';
        return { outcome: 'failed', failure: saying(failure, what) };
    }
    if (previous === undefined) {
        return { outcome: 'failed', failure: saying(failure, noWayBack(plan)) };
    }
    let back;
    try {
        const now = await describeService(aws, begun.arn);
        if (isTheirs(now, deciding)) {
            return { outcome: 'failed', service: now, failure: saying(failure, leftToOthers) };
        }
        context.host.info('Putting the previous configuration back.');
        back = await begin(aws, begun.arn, { kind: 'update', parts: previous, differences: [] });
        if (back === undefined)
            return { outcome: 'failed', failure: notBack(failure, go_back_overtaken) };
        const operation = await followBack(work, back);
        const service = await describeService(aws, begun.arn);
        return { service, ...endOf({ operation, failure, previous, operationId: back.operationId }) };
    }
    catch (error) {
        if (error instanceof build/* CancelledError */.cc) {
            return { outcome: 'failed', failure: cancelled(failure, back) };
        }
        if (!(error instanceof build/* ActionError */.lZ))
            throw error;
        const what = `The previous configuration could not be put back: ${error.message}`;
        return { outcome: 'failed', failure: notBack(failure, what) };
    }
}
/** What becomes of a service that is no longer as this step has left it. */
const leftToOthers = 'Somebody else has changed the service since; it was left as it is.';
const go_back_overtaken = 'The previous configuration could not be put back, since somebody else began an operation meanwhile.';
function cancelled({ message, remedy, cause }, back) {
    const what = back === undefined
        ? 'The job was cancelled before the previous configuration was put back; the new version stays.'
        : `The job was cancelled while the previous configuration was being put back; the operation ${back.operationId} goes on.`;
    return new build/* ActionError */.lZ({ code: 'cancelled', message: `${message}\n${what}`, remedy, cause });
}
async function followBack({ aws, context, phases }, back) {
    const startedAt = Date.now();
    const operation = await followOperation({ ...aws, log: context.host }, { ...back, deadline: startedAt + backWithinMs, isNewDeployment: true });
    const isBad = operation?.Status !== 'SUCCEEDED';
    phases.push({ what: 'going back', startedAt, endedAt: Date.now(), isBad });
    return operation;
}
function endOf({ operation, operationId, previous, failure }) {
    if (operation?.Status === 'SUCCEEDED') {
        const image = imageOf(previous) ?? '';
        const byTag = image.includes('@')
            ? ''
            : ' It is named by a tag, which may have been moved since.';
        const what = `The service has its previous configuration again (${image}).${byTag}`;
        return { outcome: 'rolled-back', failure: saying(failure, what) };
    }
    const how = operation === undefined ? 'is not over yet' : `ended as ${operation.Status ?? ''}`;
    const name = operation === undefined ? `The operation ${operationId}` : describeOperation(operation);
    const what = `${name}, which puts the previous configuration back, ${how}.`;
    return { outcome: 'failed', failure: notBack(failure, what) };
}
function noWayBack(plan) {
    if (plan?.kind === 'create') {
        return 'The service is new, so that there is nothing to go back to.';
    }
    return plan?.kind === 'update'
        ? 'The service had never run before, so that there is nothing to go back to.'
        : 'The configuration did not change, so that there is nothing to go back to: name images by digest, and the next deployment can go back.';
}
function saying(failure, what) {
    const { code, message, remedy, cause } = failure;
    return new build/* ActionError */.lZ({ code, message: `${message}\n${what}`, remedy, cause });
}
function notBack({ message, remedy, cause }, what) {
    return new build/* ActionError */.lZ({
        code: 'rollback-failed',
        message: `${message}\n${what}`,
        remedy: `Look at the service in the console and put it right by hand. ${remedy}`,
        cause,
    });
}

;// CONCATENATED MODULE: ./actions/deploy-apprunner/build/cancel.js






/** GitHub kills the step ten seconds after the cancel; asking has to be done by then. */
const patienceSeconds = 6;
/** What becomes of a begun deployment when the job is cancelled; nothing that goes wrong now hides that it was. */
async function cancelDeployment(work, deciding, progress) {
    const { onCancel } = work.inputs;
    const { outcome, what } = onCancel === 'leave' || progress.explanation !== undefined || progress.stage === 'ended'
        ? standing(deciding, progress)
        : await (0,build/* underLastSignal */.P9)(patienceSeconds, (signal) => askForReturn(work, { deciding, signal, stage: progress.stage }));
    const failure = new build/* ActionError */.lZ({
        code: 'cancelled',
        message: `The job was cancelled. ${what}`,
        remedy: 'Run the workflow again when the new version should be deployed after all; it goes on from what is there.',
    });
    const { explanation } = progress;
    return ending(work, deciding, { outcome, failure, logs: explanation?.logs ?? [] });
}
function standing({ begun }, { stage, explanation }) {
    if (explanation !== undefined) {
        const { because = 'its events do not say why' } = explanation.diagnosis;
        const what = `The new version had failed (${because}), and App Runner goes on putting the previous one back.`;
        return { outcome: 'failed', what };
    }
    if (stage === 'ended') {
        const what = `The operation ${begun.operationId} is over; what it brought was not looked at.`;
        return { outcome: 'cancelled', what };
    }
    const what = stage === 'operating'
        ? `The operation ${begun.operationId} goes on without this step.`
        : 'The new version had been deployed, and stays; it was not looked at to the end.';
    return { outcome: 'cancelled', what };
}
async function askForReturn({ aws }, { deciding, stage, signal }) {
    const parts = previousOf(deciding);
    const outcome = 'cancelled';
    if (parts === undefined) {
        const what = 'There is no previous configuration to put back, so what had begun goes on.';
        return { outcome, what };
    }
    try {
        const now = await describeService({ ...aws, signal }, deciding.begun.arn);
        if (stage !== 'operating' && isTheirs(now, deciding))
            return { outcome, what: leftToOthers };
        const update = { kind: 'update', parts, differences: [] };
        const back = await begin({ ...aws, signal }, deciding.begun.arn, update);
        if (back === undefined) {
            const what = 'App Runner takes no other operation while one is under way, so what had begun goes on.';
            return { outcome, what };
        }
        const what = 'The previous configuration is being put back, as on-cancel says; its end was not waited for.';
        return { outcome: 'failed', what };
    }
    catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        return { outcome, what: `The previous configuration could not be put back: ${why}` };
    }
}

;// CONCATENATED MODULE: ./actions/deploy-apprunner/build/logs/diagnose.js

/** What App Runner says of the end of an application, whose code tells more. */
const exitCode = /container exit code: (\d+)/i;
/**
 * By the words of the event log, the surest first: causes stand before what follows from them.
 * https://github.com/aws/apprunner-roadmap/issues/46, 110, 127, 143, 210; https://docs.aws.amazon.com/apprunner/latest/dg/monitor-cwl.html
 */
const classes = [
    {
        pattern: /invalid access role|valid access role|assuming access role/i,
        code: 'image',
        remedy: 'See that the image is there, and that the access role may pull it: build.apprunner.amazonaws.com may assume it, and it has AWSAppRunnerServicePolicyForECRAccess.',
    },
    {
        pattern: /failed to (?:copy|pull)\b.*\bimage|image\b.*\bnot found|manifest unknown/i,
        code: 'image',
        remedy: 'See that the image is there and for linux/amd64, and that the access role may pull it (AWSAppRunnerServicePolicyForECRAccess).',
    },
    {
        pattern: /(?:fail|unable|error|cannot|could not|denied).*(?:\bsecrets?\b|parameters?\b)/i,
        code: 'secret',
        remedy: 'See that secrets and parameters are there with the keys that are named, and that the instance role may read them.',
    },
    {
        pattern: /\bout of memory\b|\boom\b|container exit code: 137\b/i,
        code: 'oom',
        remedy: 'Raise memory, or let the application use less: what is killed from outside, was mostly killed for its memory.',
    },
    {
        pattern: /container exit code: \d+|application stopped or failed to start/i,
        code: 'crash',
        remedy: 'Read the last lines of the application and mend what it complains about: it ended by itself, and would again.',
    },
    {
        pattern: /health check failed/i,
        code: 'container-health',
        remedy: 'See that the application listens on the port of the service, on 0.0.0.0, and answers health-check-path with 200 in time; raise health-check-unhealthy-threshold or health-check-interval for one that starts slowly.',
    },
];
const unknown = {
    code: 'service-error',
    remedy: 'Look at the events and the output of the application above, and at the service in the console.',
};
/** Finds the class of failures that one of the events fits, and with it what to do. */
function diagnose(events) {
    // Events that say what went well name images and paths, in which any word may stand.
    const telling = events.filter((line) => !/^(?:pulling|performing|successfully|starting)\b/i.test(line));
    for (const { pattern, code, remedy } of classes) {
        // What comes later only repeats it.
        const line = telling.find((one) => pattern.test(one));
        if (line !== undefined)
            return { code, because: sentenceOf(line), remedy };
    }
    return { ...unknown, because: undefined };
}
/** What stands before the reason: the operation is named by its id already. */
const prefix = /^Deployment with ID ?: ?\S+ failed\. Failure reason ?: ?(?=\S)/i;
/** The event, with what its exit code means. */
function sentenceOf(line) {
    const code = exitCode.exec(line)?.[1];
    const meaning = code === undefined ? '' : (0,ecs_build/* explainExitCode */.$j)(Number(code));
    return `${line.trim().replace(prefix, '').replaceAll(/ {2,}/g, ' ').replace(/\.$/, '')}${meaning}`;
}

;// CONCATENATED MODULE: ./actions/deploy-apprunner/build/logs/read-logs.js


const tailLength = 20;
/** Instances of a new version whose output is read. */
const instances = 2;
/**
 * Reads the tails of what App Runner wrote about an operation, and the instances that it started. A failure to read is only noted.
 * Throws only when the run is cancelled. https://docs.aws.amazon.com/apprunner/latest/dg/monitor-cwl.html
 */
async function readLogs(context, source) {
    const [events, application] = await Promise.all([
        readEvents(context, source),
        readApplication(context, source),
    ]);
    return { events, application };
}
/** Reads what App Runner wrote about an operation; see {@link readLogs}. */
function readEvents(context, { arn, since }) {
    const group = groupOf(arn, 'service');
    return attemptTail('Events of the service', async () => {
        const lines = await readStream(context, { ...group, stream: 'events', since });
        return lines.map((line) => line.replace(/^\[AppRunner\] /, ''));
    });
}
/** Instances of the old version go on writing to streams of their own. */
function readApplication(context, { arn, since }) {
    const group = groupOf(arn, 'application');
    return attemptTail('Output of the application', async () => {
        const streams = await listNewStreams(context, group, since);
        const read = streams.map((stream) => readStream(context, { ...group, stream, since }));
        return (await Promise.all(read)).flat();
    });
}
function groupOf(arn, log) {
    const { partition, region, account, resource = '' } = (0,build_arn/* findArn */.n)(arn) ?? {};
    const name = `/aws/apprunner/${resource.replace(/^service\//, '')}/${log}`;
    return { name, resource: `arn:${partition}:logs:${region}:${account}:log-group:${name}:*` };
}
async function attemptTail(title, read) {
    const lines = await (0,not_checked/* attemptCheck */.e)(() => orNothing(read));
    if ('kind' in lines) {
        return { title, lines: [], note: `not read: ${lines.message}. ${lines.remedy}` };
    }
    const note = lines.length === 0 ? 'nothing was written' : undefined;
    return { title, lines: lines.slice(-tailLength), note };
}
/** What has written nothing yet has no stream, and no group. */
async function orNothing(read) {
    try {
        return await read();
    }
    catch (error) {
        if ((0,errors/* isAwsError */.m_)(error, 'ResourceNotFoundException'))
            return [];
        throw error;
    }
}
async function listNewStreams({ clients, signal }, { name, resource }, since) {
    const { DescribeLogStreamsCommand } = await __webpack_require__.e(/* import() */ 4).then(__webpack_require__.t.bind(__webpack_require__, 7004, 19));
    const command = new DescribeLogStreamsCommand({
        logGroupName: name,
        orderBy: 'LastEventTime',
        descending: true,
        limit: 50,
    });
    const answer = await (0,call/* call */.T)(await clients.logs(), command, { signal, resource });
    return (answer.logStreams ?? [])
        .filter(({ creationTime = 0 }) => creationTime >= since)
        .flatMap(({ logStreamName }) => logStreamName ?? [])
        .slice(0, instances)
        .toReversed();
}
async function readStream({ clients, signal }, { name, resource, stream, since }) {
    const { GetLogEventsCommand } = await __webpack_require__.e(/* import() */ 4).then(__webpack_require__.t.bind(__webpack_require__, 7004, 19));
    const command = new GetLogEventsCommand({
        logGroupName: name,
        logStreamName: stream,
        startTime: since,
        limit: 50,
    });
    const { events = [] } = await (0,call/* call */.T)(await clients.logs(), command, { signal, resource });
    return events.flatMap(({ message = '' }) => (0,ecs_build/* readableLines */.KO)(message));
}

;// CONCATENATED MODULE: ./actions/deploy-apprunner/build/explain.js





/** Finds out why an operation does not succeed: App Runner says that in its logs only. */
async function explain(context, { arn, operation }) {
    const since = operation.StartedAt?.getTime() ?? 0;
    const { events, application } = await readLogs(context, { arn, since });
    return {
        diagnosis: diagnose(events.lines),
        logs: [events, application],
        lastWords: application.lines.slice(-5),
    };
}
/** Tells what was found out as soon as it is known: App Runner takes a quarter of an hour for what comes next. */
function tellExplanation(log, { diagnosis, logs }) {
    const { because, remedy } = diagnosis;
    if (because !== undefined)
        log.info(`The new version failed: ${because}. ${remedy}`);
    for (const { title, lines, note } of logs) {
        log.info(`${title}${note === undefined ? ':' : ` (${note})`}`);
        for (const line of lines)
            log.info(`  ${line}`);
    }
}
/** The error that an operation ends a step with which did not succeed. */
function failureOf(operation, { diagnosis, lastWords }, service) {
    const { code, because = 'its events do not say why', remedy } = diagnosis;
    const { Status: status = '' } = operation;
    const isStuck = status === 'ROLLBACK_FAILED';
    const end = `${describeOperation(operation)} of ${service.ServiceName ?? ''} ended as ${status}: ${because}.`;
    return new build/* ActionError */.lZ({
        code: isStuck ? 'rollback-failed' : code,
        message: `${end} ${explain_standing(operation, service)}${quoted(lastWords)}`,
        remedy: isStuck
            ? `App Runner could not put the previous version back either: look at its events above, mend that, and run the step again. ${remedy}`
            : remedy,
    });
}
/** Where the service stands, which its status alone does not tell. */
function explain_standing({ Status }, service) {
    const image = imageOf(service) ?? 'no image';
    if (Status === 'ROLLBACK_SUCCEEDED')
        return `The service runs its previous configuration again (${image}).`;
    if (service.Status === undefined)
        return 'How the service stands now could not be asked.';
    return `The service is ${service.Status}, with ${image}.`;
}
/** What the application wrote last, as a message quotes it. */
function quoted(lastWords) {
    if (lastWords.length === 0)
        return '';
    return `\nThe application wrote last:\n${lastWords.map((line) => `  | ${line}`).join('\n')}`;
}
/** What App Runner wrote meanwhile, in the place of what was read before. */
async function withNewEvents(context, explained, before) {
    const since = explained.operation.StartedAt?.getTime() ?? 0;
    const events = await readEvents(context, { arn: explained.arn, since });
    return { ...before, logs: [events, ...before.logs.slice(1)] };
}

;// CONCATENATED MODULE: ./actions/deploy-apprunner/build/settings/health-check.js

/** How patient the health check of a configuration is. https://docs.aws.amazon.com/apprunner/latest/api/API_HealthCheckConfiguration.html */
function patienceOf({ HealthCheckConfiguration: check }) {
    const { Interval: interval = 5, UnhealthyThreshold: threshold = 5 } = check ?? {};
    const seconds = interval * threshold;
    const time = `about ${seconds} s${seconds < 60 ? '' : ` (${(0,build/* formatSeconds */.Xo)(seconds)})`}`;
    const how = `${threshold} checks, ${interval} s apart`;
    return {
        seconds,
        whole: `A version that does not answer its health check is given up ${time} after its start: ${how}.`,
        hint: `a version that does not answer its health check is given up ${time} after its start`,
    };
}

// EXTERNAL MODULE: ./packages/checks/build/secrets.js
var secrets = __webpack_require__(7270);
// EXTERNAL MODULE: ./packages/checks/build/describe-check.js
var describe_check = __webpack_require__(6843);
// EXTERNAL MODULE: ./packages/checks/build/schedule/run-checks.js + 13 modules
var run_checks = __webpack_require__(9000);
// EXTERNAL MODULE: ./packages/checks/build/explain.js
var build_explain = __webpack_require__(4348);
;// CONCATENATED MODULE: ./actions/deploy-apprunner/build/verify.js



/** Runs the checks of `verify` against the address of a service; gives why they failed, undefined where they did not. */
async function verifyService({ aws, context, phases }, verificationFor, service) {
    const { host, signal } = context;
    const { checks, schedule } = verificationFor(service.ServiceUrl ?? '');
    for (const secret of (0,secrets/* secretsOf */.F)(checks))
        host.mask(secret);
    const startedAt = Date.now();
    const result = await (0,build/* inGroup */.HB)(host, 'Verify', () => {
        for (const check of checks)
            host.info((0,describe_check/* describeCheck */.c)(check));
        return (0,run_checks/* runChecks */.J)(checks, {
            schedule,
            signal,
            log: host,
            clients: () => Promise.resolve(aws.clients),
            registries: () => Promise.resolve((0,open_registries/* openRegistries */.c)(host, aws)),
        });
    });
    const isBad = !result.healthy;
    phases.push({ what: 'verify', startedAt, endedAt: Date.now(), isBad });
    return isBad ? (0,build_explain/* unhealthyError */.n)(result) : undefined;
}

;// CONCATENATED MODULE: ./actions/deploy-apprunner/build/act.js













/** Starts the operation of a plan; undefined where somebody else's has begun meanwhile. */
async function startOperation(work, observed, plan) {
    const { aws, inputs, context } = work;
    const { found } = observed;
    // Before, so that a role that may not tag changes nothing.
    if (found.kind === 'found')
        await tagService(aws, found.arn, observed.missingTags);
    const onRefusal = (words) => {
        const { times = 0, since = Date.now() } = work.refused ?? {};
        work.refused = { times: times + 1, since, words };
    };
    const begun = await begin({ ...aws, onRefusal }, found.kind === 'found' ? found.arn : inputs.service, plan);
    if (begun === undefined)
        return undefined;
    work.refused = undefined;
    const { ServiceId: id, ServiceUrl: url } = begun.created ?? {};
    context.setOutput('service-arn', begun.arn);
    if (id !== undefined)
        context.setOutput('service-id', id);
    if (url !== undefined)
        context.setOutput('service-url', url);
    context.setOutput('operation-id', begun.operationId);
    return { observed, begun, plan };
}
/**
 * Follows the operation to its end, proves the service, and goes back where that fails. Undefined where App Runner's own deployment has
 * succeeded: whether it was of the newest push is for another look to say.
 */
async function carryOut(work, deciding) {
    if (!work.inputs.wait)
        return ending(work, deciding, { outcome: 'started' });
    const progress = { stage: 'operating', explanation: undefined };
    try {
        const operation = await follow(work, deciding, progress);
        if (operation === undefined)
            return await timedOut(work, deciding, progress);
        progress.stage = 'ended';
        if (operation.Status !== 'SUCCEEDED') {
            return await failed(work, { ...deciding, operation }, progress);
        }
        if (deciding.plan === undefined) {
            work.earlier = { deciding, operation };
            return undefined;
        }
        progress.stage = 'verifying';
        return await prove(work, deciding, operation);
    }
    catch (error) {
        if (error instanceof build/* CancelledError */.cc)
            return cancelDeployment(work, deciding, progress);
        throw error instanceof build/* ActionError */.lZ && progress.stage === 'operating'
            ? goingOn(error, deciding)
            : error;
    }
}
/** App Runner could not be asked about what it does, and does it nevertheless. */
function goingOn({ code, message, remedy, cause }, { begun }) {
    const what = `The operation ${begun.operationId} had begun, and goes on without this step.`;
    return new build/* ActionError */.lZ({ code, message: `${message} ${what}`, remedy, cause });
}
async function follow(work, deciding, progress) {
    const { aws, context, deadline } = work;
    const { begun, plan, observed } = deciding;
    const startedAt = Date.now();
    const patience = patienceOf(observed.wanted);
    if (plan !== undefined) {
        context.host.info(`The operation ${begun.operationId} has begun. ${patience.whole}`);
    }
    const operation = await followOperation({ ...aws, log: context.host }, {
        ...begun,
        deadline,
        isNewDeployment: plan !== undefined,
        hint: patience.hint,
        async onRollback(failing) {
            const explanation = await explain(aws, { arn: begun.arn, operation: failing });
            progress.explanation = explanation;
            tellExplanation(context.host, explanation);
        },
    });
    const isBad = operation?.Status !== 'SUCCEEDED';
    work.phases.push({ what: operation?.Type ?? 'operation', startedAt, endedAt: Date.now(), isBad });
    return operation;
}
/** The operation succeeded; the service has to say the same, and to answer. */
async function prove(work, deciding, operation) {
    const { aws, inputs } = work;
    const { begun, plan } = deciding;
    const look = async () => {
        const service = await describeService(aws, begun.arn);
        const failure = await findOvertaking(aws, service, deciding);
        const well = plan?.kind === 'create' ? 'created' : 'deployed';
        const outcome = failure === undefined ? well : 'failed';
        return ending(work, deciding, { operation, service, outcome, failure });
    };
    const first = await look();
    const { service } = first;
    if (inputs.verify === undefined || first.failure !== undefined || service === undefined) {
        return first;
    }
    const failure = await verifyService(work, inputs.verify, service);
    if (failure === undefined)
        return look();
    const back = await goBack(work, deciding, failure);
    return ending(work, deciding, { operation, service, ...back });
}
/** A cause that is known by now says more than that the time was over. */
async function timedOut(work, deciding, progress) {
    const { aws, context, inputs } = work;
    const { begun } = deciding;
    const startedAt = work.phases.at(-1)?.startedAt ?? 0;
    const known = progress.explanation;
    const explanation = known ?? (await explain(aws, { arn: begun.arn, operation: { StartedAt: new Date(startedAt) } }));
    if (known === undefined)
        tellExplanation(context.host, explanation);
    const { because, code, remedy } = explanation.diagnosis;
    const time = (0,build/* formatSeconds */.Xo)(inputs.timeoutSeconds);
    const late = `The operation ${begun.operationId} was not over after ${time}, and goes on: App Runner cannot be told to stop it.`;
    const failure = new build/* ActionError */.lZ({
        code: because === undefined ? 'timeout' : code,
        message: `${late}${because === undefined ? '' : ` The new version failed: ${because}.`}${quoted(explanation.lastWords)}`,
        remedy: because === undefined
            ? 'Run the step again, which then waits for its end, or raise timeout. Look at the events of the service meanwhile.'
            : remedy,
    });
    return ending(work, deciding, { outcome: 'timed-out', failure, logs: explanation.logs });
}
async function failed(work, deciding, progress) {
    const { aws } = work;
    const { begun, operation, observed } = deciding;
    const isBack = operation.Status === 'ROLLBACK_SUCCEEDED';
    const service = (await glance(aws, begun.arn)) ?? (isBack ? serviceOf(observed) : undefined);
    const explained = { arn: begun.arn, operation };
    const explanation = await explainEnd(work, explained, progress.explanation);
    return ending(work, deciding, {
        operation,
        service,
        outcome: isBack ? 'rolled-back' : 'failed',
        failure: failureOf(operation, explanation, service ?? { ServiceName: work.inputs.service }),
        logs: explanation.logs,
    });
}
/** A service as it is now; undefined where that cannot be asked, since why the operation failed is worth more. */
async function glance(aws, arn) {
    try {
        return await describeService(aws, arn);
    }
    catch (error) {
        if (error instanceof build/* ActionError */.lZ)
            return undefined;
        throw error;
    }
}
/** Lines may arrive late, and a rollback that fails has causes of its own. */
async function explainEnd({ aws, context }, { arn, operation }, known) {
    const isWhole = known?.diagnosis.because !== undefined;
    if (isWhole && operation.Status !== 'ROLLBACK_FAILED')
        return known;
    const explanation = isWhole
        ? await withNewEvents(aws, { arn, operation }, known)
        : await explain(aws, { arn, operation });
    tellExplanation(context.host, explanation);
    return explanation;
}

;// CONCATENATED MODULE: ./actions/deploy-apprunner/build/inputs/rules.js





/** What is wrong between inputs, each of which is right by itself. */
const rules = [
    build/* pullRequestCommentProblems */.WG,
    sizesTogether,
    variableNames,
    secretReferences,
    strategies,
    pathOfHttp,
    watchedImage,
    tagNames,
    regionOfArn,
    regionOfParts,
    nothingToWaitFor,
];
function sizesTogether({ values: { cpu, memory } }) {
    const message = cpu === undefined || memory === undefined ? undefined : pairProblem(cpu, memory);
    return message === undefined ? [] : [{ path: 'memory', message }];
}
/** https://docs.aws.amazon.com/apprunner/latest/api/API_ImageConfiguration.html */
function variableNames({ values }) {
    const message = 'begins with AWSAPPRUNNER, which App Runner keeps for itself';
    const reserved = ['environment', 'secrets'].flatMap((input) => namesIn(values[input])
        .filter((name) => /^AWSAPPRUNNER/i.test(name))
        .map((name) => ({ path: `${input}.${name}`, message })));
    const { environment, secrets } = values;
    const both = [...(secrets ?? [])].filter(([name, reference]) => reference !== undefined && environment?.get(name) !== undefined);
    const clash = 'is in environment as well; a variable is one or the other';
    return [...reserved, ...both.map(([name]) => ({ path: `secrets.${name}`, message: clash }))];
}
function namesIn(edit) {
    return [...(edit?.keys() ?? [])];
}
function secretReferences({ values: { secrets } }) {
    const message = 'is no reference; allowed: the name or ARN of a secret (with :key::), or the path (/…) or ARN of an SSM parameter';
    return [...(secrets ?? [])].flatMap(([name, reference]) => reference === undefined || (0,secrets_reference/* findSecretReference */.F)(reference, 'secrets') !== undefined
        ? []
        : [{ path: `secrets.${name}`, message }]);
}
/** What is not given cannot take the place of all that is there. */
function strategies({ given, values }) {
    const { environmentStrategy, secretsStrategy } = values;
    const chosen = { environment: environmentStrategy, secrets: secretsStrategy };
    return ['environment', 'secrets'].flatMap((input) => {
        if (chosen[input] !== 'replace' || given.has(input))
            return [];
        const message = `is replace, and ${input} is not given; allowed: {} in ${input}, where all are to go`;
        return [{ path: `${input}-strategy`, message }];
    });
}
function pathOfHttp({ values }) {
    const { healthCheckProtocol: protocol, healthCheckPath: path } = values;
    if (path === undefined)
        return [];
    const problems = [];
    if (!path.startsWith('/')) {
        problems.push({ path: 'health-check-path', message: 'does not begin with /' });
    }
    if (protocol === 'TCP') {
        problems.push({
            path: 'health-check-path',
            message: 'is for health-check-protocol: HTTP; a TCP check asks for no path',
        });
    }
    return problems;
}
function watchedImage({ values: { image, autoDeployments } }) {
    if (image === undefined || autoDeployments !== true)
        return [];
    const { host, ...reference } = (0,image_reference/* parseImageReference */.o_)(image);
    const message = unwatchable({ host: (0,image_reference/* hasHost */.b5)(image) ? host : '', ...reference });
    return message === undefined ? [] : [{ path: 'image', message }];
}
/** https://docs.aws.amazon.com/apprunner/latest/api/API_Tag.html */
function tagNames({ values: { tags } }) {
    const tooMany = (tags?.size ?? 0) > 50 ? [{ path: 'tags', message: 'are more than the 50 that fit' }] : [];
    const wrong = [...(tags ?? [])].flatMap(([name, value]) => {
        const message = tagProblem(name, value);
        return message === undefined ? [] : [{ path: `tags.${name}`, message }];
    });
    return [...tooMany, ...wrong];
}
function tagProblem(name, value) {
    if (/^aws:/i.test(name))
        return 'begins with aws:, which AWS keeps for itself';
    if (name.length > 128)
        return 'is longer than 128 characters';
    return value.length > 256 ? 'has a value of more than 256 characters' : undefined;
}
/** What a service uses lies in its own region; roles lie in none. */
function regionOfParts({ values }) {
    const region = values.awsRegion ?? (0,build_arn/* findArn */.n)(values.service ?? '')?.region;
    const parts = {
        'vpc-connector-arn': values.vpcConnectorArn,
        'auto-scaling-configuration-arn': values.autoScalingConfigurationArn,
        'observability-configuration-arn': values.observabilityConfigurationArn,
        'kms-key-arn': values.kmsKeyArn,
    };
    return Object.entries(parts).flatMap(([path, text = '']) => {
        const other = (0,build_arn/* findArn */.n)(text)?.region;
        if (region === undefined || other === undefined || other === region)
            return [];
        return [{ path, message: `is of another region (${other}) than the service (${region})` }];
    });
}
function regionOfArn({ values: { service = '', awsRegion } }) {
    const region = (0,build_arn/* findArn */.n)(service)?.region;
    if (region === undefined || awsRegion === undefined || region === awsRegion)
        return [];
    return [{ path: 'aws-region', message: `is another region than that of service, ${region}` }];
}
function nothingToWaitFor({ given, values: { wait } }) {
    if (wait !== false || !given.has('verify'))
        return [];
    const message = 'cannot go with wait: false, since there is nothing to look at before the operation is over';
    return [{ path: 'verify', message }];
}

;// CONCATENATED MODULE: ./actions/deploy-apprunner/build/inputs.js



/** Reads the inputs; throws one error with everything that is wrong with them. */
async function readInputs(context) {
    const variables = await (0,build/* readVariables */.Ch)(context.host);
    const parsed = context.parseInputs({
        rules: rules,
        fill: variables && (0,build/* fillWith */.Ar)(variables),
    });
    return {
        service: parsed.service,
        image: parsed.image,
        mayCreate: parsed.create === 'if-missing',
        resume: parsed.resume,
        settings: settingsOf(parsed),
        secrets: parsed.secrets ?? new Map(),
        tags: parsed.tags ?? new Map(),
        kmsKeyArn: parsed.kmsKeyArn,
        preflight: parsed.preflight,
        verify: parsed.verify,
        onFailure: parsed.onFailure,
        onCancel: parsed.onCancel,
        wait: parsed.wait,
        timeoutSeconds: parsed.timeout,
        inFlight: parsed.inFlight,
        dryRun: parsed.dryRun,
        commentToken: parsed.commentOnPr ? parsed.githubToken : undefined,
        // A service that is named by its ARN lies in one region only.
        region: parsed.awsRegion ?? (0,build_arn/* findArn */.n)(parsed.service)?.region,
    };
}
function settingsOf(parsed) {
    return {
        port: parsed.port === undefined ? undefined : String(parsed.port),
        startCommand: parsed.startCommand,
        cpu: parsed.cpu,
        memory: parsed.memory,
        instanceRoleArn: parsed.instanceRoleArn,
        accessRoleArn: parsed.accessRoleArn,
        autoScalingConfigurationArn: parsed.autoScalingConfigurationArn,
        vpcConnectorArn: parsed.vpcConnectorArn,
        isPubliclyAccessible: parsed.publiclyAccessible,
        ipAddressType: parsed.ipAddressType,
        observabilityConfigurationArn: parsed.observabilityConfigurationArn,
        autoDeployments: parsed.autoDeployments,
        environment: parsed.environment ?? new Map(),
        replacesEnvironment: parsed.environmentStrategy === 'replace' && parsed.environment !== undefined,
        replacesSecrets: parsed.secretsStrategy === 'replace' && parsed.secrets !== undefined,
        healthCheck: {
            Protocol: parsed.healthCheckProtocol,
            Path: parsed.healthCheckPath,
            Interval: parsed.healthCheckInterval,
            Timeout: parsed.healthCheckTimeout,
            HealthyThreshold: parsed.healthCheckHealthyThreshold,
            UnhealthyThreshold: parsed.healthCheckUnhealthyThreshold,
        },
    };
}

;// CONCATENATED MODULE: ./actions/deploy-apprunner/build/plan.js






/** Decides what is to be done next. Throws an ActionError for what cannot work. */
function planDeployment(inputs, observed) {
    const { found, wanted } = observed;
    checkSettings(inputs, wanted);
    if (found.kind === 'missing') {
        return { kind: 'create', input: creation(inputs.service, wanted, inputs) };
    }
    const { current, parts } = observed;
    const { Status: status } = found.service;
    const isChanged = Object.keys(parts).length > 0;
    if (status === 'OPERATION_IN_PROGRESS')
        return planBehind(observed, isChanged);
    if (status === 'PAUSED')
        return planResumption(inputs);
    if (isChanged || status === 'CREATE_FAILED') {
        const all = status === 'CREATE_FAILED' ? wanted : parts;
        return { kind: 'update', parts: all, differences: differences(current, wanted) };
    }
    return planSame(inputs, observed);
}
/** What is given has to go with what the service has. */
function checkSettings({ settings: { healthCheck } }, wanted) {
    checkAccess(wanted);
    checkPair(wanted);
    const protocol = wanted.HealthCheckConfiguration?.Protocol ?? 'TCP';
    if (healthCheck.Path === undefined || protocol === 'HTTP')
        return;
    throw new build/* ActionError */.lZ({
        code: 'input',
        message: `Input health-check-path: the health check of the service is ${protocol}, which asks for no path.`,
        remedy: 'Set health-check-protocol: HTTP as well. Nothing was changed.',
    });
}
function checkAccess({ SourceConfiguration: source }) {
    if (source?.ImageRepository?.ImageRepositoryType !== 'ECR')
        return;
    if (source.AuthenticationConfiguration?.AccessRoleArn !== undefined)
        return;
    throw new build/* ActionError */.lZ({
        code: 'input',
        message: 'Input access-role-arn: is required for an image of private ECR, and the service has no access role yet.',
        remedy: 'Give it a role that build.apprunner.amazonaws.com may assume, with the managed policy AWSAppRunnerServicePolicyForECRAccess. Nothing was changed.',
    });
}
/** App Runner's own sizes where none are given. */
function checkPair({ InstanceConfiguration: instance }) {
    const [cpu, memory] = [instance?.Cpu ?? '1024', instance?.Memory ?? '2048'];
    const problem = pairProblem(cpu, memory);
    if (problem === undefined)
        return;
    throw new build/* ActionError */.lZ({
        code: 'input',
        message: `Input memory: ${Number(memory) / 1024} GB ${problem}.`,
        remedy: 'Give cpu and memory that go together. Nothing was changed.',
    });
}
/** While an operation runs, App Runner takes no other. */
function planBehind({ operations, image }, isChanged) {
    const running = operations.find((operation) => !isOver(operation));
    const pushedAt = image.watched?.push?.at;
    // One that began before the push may have looked at the tag before it as well.
    const isOfPush = running?.Type === 'START_DEPLOYMENT' &&
        pushedAt !== undefined &&
        (running.StartedAt?.getTime() ?? 0) >= pushedAt;
    return isOfPush && !isChanged
        ? { kind: 'join', operation: running }
        : { kind: 'wait', operation: running };
}
function planResumption({ resume, service }) {
    if (resume)
        return { kind: 'resume' };
    throw new build/* ActionError */.lZ({
        code: 'input',
        message: `The service ${service} is paused: nothing can be deployed to it.`,
        remedy: 'Set resume: true, or resume it in the console.',
    });
}
/** How long after a push App Runner may take to begin its deployment. */
const pushPatienceMs = 60_000;
/** The configuration is as it is to be; whether that also runs is for the operations to say. */
function planSame(inputs, observed) {
    const { operations, image } = observed;
    // The status of the service may be some moments older than the list.
    if (operations.some((operation) => !isOver(operation)))
        return planBehind(observed, false);
    const newest = operations.find(({ Type }) => Type !== undefined && deploying.has(Type));
    if (inputs.image === undefined)
        return planAgain(observed, newest?.StartedAt?.getTime() ?? 0);
    if (newest !== undefined && newest.Status !== 'SUCCEEDED' && isOver(newest)) {
        return redeploy('The newest deployment of this configuration did not succeed.');
    }
    if (wasUpdatedWhilePaused(operations)) {
        return redeploy('The service was updated while it was paused, so it may still run what it ran before.');
    }
    return image.watched === undefined
        ? { kind: 'unchanged' }
        : planWatched(image.watched, observed, newest?.StartedAt?.getTime() ?? 0);
}
/** The configured image is deployed once more, unless App Runner does that, or has just done it in the sight of this step. */
function planAgain({ image, now, hasJoined }, deployedAt) {
    const push = image.watched?.push;
    if (push !== undefined && deployedAt < push.at && now - push.at < pushPatienceMs) {
        return { kind: 'expect' };
    }
    return hasJoined && push !== undefined && deployedAt >= push.at
        ? { kind: 'unchanged' }
        : redeploy('No image is named, so the configured one is deployed again.');
}
/** Whether what a watched tag means was deployed since it does, which nobody tells. */
function planWatched({ push }, { now, begunAt, hasExpected }, deployedAt) {
    if (push === undefined) {
        return redeploy('Whether the watched tag was deployed since it was pushed is not known.');
    }
    if (deployedAt >= push.at) {
        // A tag that was moved to an older image shows only by what App Runner does then.
        const mayHaveMoved = push.isShared && deployedAt < begunAt && !hasExpected;
        return mayHaveMoved ? { kind: 'expect' } : { kind: 'unchanged' };
    }
    return now - push.at < pushPatienceMs
        ? { kind: 'expect' }
        : redeploy('The watched tag was pushed, and App Runner has not deployed it by itself.');
}
function redeploy(because) {
    return { kind: 'redeploy', because };
}
const deploying = new Set([
    'CREATE_SERVICE',
    'UPDATE_SERVICE',
    'START_DEPLOYMENT',
]);
/** What was found about image and secrets, apart by what it means. */
function gradeOf({ preflight }, { findings }) {
    return (0,ecs_build/* gradeFindings */.UU)(findings, preflight);
}
/** Why a deployment cannot work, all of it at once; undefined where nothing is in the way. */
function refusalOf({ service }, { fatal }) {
    if (fatal.length === 0)
        return undefined;
    const lines = fatal.map((finding) => `  - ${(0,ecs_build/* describeFinding */.jb)(finding)}`);
    return new build/* ActionError */.lZ({
        code: (0,ecs_build/* failureCodeOf */.Ri)(fatal),
        message: `The service ${service} would not run:\n${lines.join('\n')}`,
        remedy: 'Mend what is named above. Nothing was changed.',
    });
}

;// CONCATENATED MODULE: ./actions/deploy-apprunner/build/report.js


/** The outputs and the summary of a deployment. */
function report(deployment, { inputs, seconds }) {
    const { outcome, failure, service, phases, logs } = deployment;
    return {
        outcome,
        ...(failure !== undefined && { failure }),
        outputs: { ...outputsOf(deployment), 'duration-seconds': String(Math.round(seconds)) },
        summary: (0,build/* paragraphs */.qN)(`### ${signOf(deployment)} ${(0,build/* code */.aY)(inputs.service)} ${verdicts[outcome]}`, failure === undefined ? undefined : (0,build/* escapeMarkdown */.FV)(failure.message), failure === undefined ? undefined : `**What to do:** ${(0,build/* escapeMarkdown */.FV)(failure.remedy)}`, (0,build/* table */.tp)(['What', 'Value'], rowsOf(deployment, seconds)), differencesPart(deployment), phases.length > 0 ? pictureOf(deployment) : planPicture(deployment, inputs.service), ...logs
            .filter(({ lines }) => lines.length > 0)
            .map(({ title, lines }) => `<details><summary>${title}</summary>\n\n${(0,build/* codeBlock */.DV)(lines)}\n\n</details>`), service?.ServiceUrl === undefined ? undefined : `https://${service.ServiceUrl}`),
    };
}
const verdicts = {
    deployed: 'is deployed',
    created: 'is created',
    unchanged: 'is unchanged: nothing was written',
    planned: 'was not touched (dry run)',
    started: 'is being deployed',
    'rolled-back': 'is back at its previous configuration',
    failed: 'is not deployed',
    'timed-out': 'was not deployed in time',
    cancelled: 'was left as the job was cancelled',
};
function signOf({ failure, outcome }) {
    if (failure !== undefined)
        return '❌';
    return outcome === 'planned' ? '📝' : '✅';
}
function outputsOf({ arn, service, operationId, previousImage, outcome }) {
    const image = service && imageOf(service);
    const isRunning = outcome !== 'started' && outcome !== 'timed-out' && outcome !== 'cancelled';
    return {
        ...(arn !== undefined && { 'service-arn': arn }),
        ...(service?.ServiceId !== undefined && { 'service-id': service.ServiceId }),
        ...(service?.ServiceUrl !== undefined && { 'service-url': service.ServiceUrl }),
        ...(operationId !== undefined && { 'operation-id': operationId }),
        ...(previousImage !== undefined && {
            'previous-image': previousImage,
            'previous-digest': digestOf(previousImage),
        }),
        ...(isRunning &&
            image !== undefined && { 'running-image': image, 'running-digest': digestOf(image) }),
    };
}
/** Runners drop job outputs with a masked account in them; the digest alone goes through. */
function digestOf(image) {
    return image.split('@')[1] ?? '';
}
function rowsOf({ service, previousImage, operation, operationId }, seconds) {
    const image = service && imageOf(service);
    const status = operation?.Status === undefined ? '' : ` (${operation.Status})`;
    return [
        ...(previousImage === undefined ? [] : [['Image before', (0,build/* code */.aY)(previousImage)]]),
        ...(image === undefined ? [] : [['Image now', (0,build/* code */.aY)(image)]]),
        ...(service?.Status === undefined ? [] : [['Status', (0,build/* code */.aY)(service.Status)]]),
        ...(operationId === undefined ? [] : [['Operation', `${(0,build/* code */.aY)(operationId)}${status}`]]),
        ['Duration', (0,build/* formatSeconds */.Xo)(Math.round(seconds))],
    ];
}
function differencesPart({ differences }) {
    return (0,build/* table */.tp)(['Setting', 'Before', 'After'], differences.map(({ setting, before, after }) => [(0,build/* code */.aY)(setting), cell(before), cell(after)]));
}
function cell(text) {
    return text === '' ? '' : (0,build/* code */.aY)(text);
}
function pictureOf({ phases }) {
    return (0,build/* timeline */.IO)('Deployment', phases.map(({ what, startedAt, endedAt, isBad }) => ({
        section: 'App Runner',
        label: what.toLowerCase().replaceAll('_', ' '),
        start: startedAt,
        end: endedAt,
        mark: isBad ? 'crit' : 'done',
    })));
}
function planPicture({ previousImage, outcome }, service) {
    return previousImage === undefined
        ? (0,build/* flowchart */.tn)([{ from: 'image', to: service, label: outcome }])
        : (0,build/* flowchart */.tn)([{ from: previousImage, to: service, label: 'has' }]);
}

;// CONCATENATED MODULE: ./actions/deploy-apprunner/build/tell.js



/** Hides what looks secret in variables and start commands, of the service as it is and as it is to be: an application may print it. */
function maskVariables(host, { current, wanted, found }) {
    const publicNames = found.kind === 'found' ? [found.service.ServiceName ?? ''] : [];
    for (const { SourceConfiguration: source } of [current, wanted]) {
        const { RuntimeEnvironmentVariables: variables = {}, StartCommand: command } = source?.ImageRepository?.ImageConfiguration ?? {};
        const environment = Object.entries(variables).map(([name, value]) => ({ name, value }));
        const container = { name: 'service', environment, command: [...wordsOf(command)] };
        const definition = { family: 'service', containerDefinitions: [container] };
        for (const secret of (0,ecs_build/* plainSecrets */.of)(definition, publicNames))
            host.mask(secret);
    }
}
const anyCommand = (0,build/* commandLine */.ay)({ description: '' });
/** The words of a start command as a shell takes them; one that none would take is split at its blanks. */
function wordsOf(command = '') {
    try {
        return anyCommand.parse(command);
    }
    catch (error) {
        if (!(error instanceof build/* InvalidValue */.h6))
            throw error;
        return command.split(/\s+/);
    }
}
/** What is going to be done, line by line; of variables the names alone. */
function describePlan(plan, { image }) {
    switch (plan.kind) {
        case 'create':
            return [`The service is to be created with ${image.identifier}.`];
        case 'update':
            return ['The service is to be updated:', ...plan.differences.map(describeDifference)];
        case 'redeploy':
            return [plan.because];
        case 'join':
            return [
                `App Runner deploys the pushed image by itself: ${describeOperation(plan.operation)} is joined.`,
            ];
        case 'expect':
            return [
                'The watched tag may have been pushed or moved a moment ago; App Runner then deploys it by itself within a minute.',
            ];
        case 'wait': {
            const what = plan.operation === undefined ? 'An operation' : describeOperation(plan.operation);
            return [`${what} is under way, which this step did not start.`];
        }
        case 'resume':
            return ['The service is paused, and has to be resumed first.'];
        case 'unchanged':
    }
    return ['The service has this image and these settings already.'];
}
/** The tags that a service is to get besides, which takes no operation. */
function describeTags({ found, missingTags, }) {
    if (found.kind === 'missing' || missingTags.size === 0)
        return [];
    const names = [...missingTags.keys()].map((name) => `tags.${name}`);
    return [`To be tagged without an operation: ${names.join(', ')}.`];
}
function describeDifference({ setting, before, after, }) {
    return `  ${setting}: ${before === '' ? 'nothing' : before} becomes ${after === '' ? 'nothing' : after}`;
}
/** Warns where pushes deploy by themselves no longer. */
function warnOfUnwatched(log, plan, { current }) {
    if (plan.kind !== 'update')
        return;
    const { SourceConfiguration: source } = plan.parts;
    if (current.SourceConfiguration?.AutoDeploymentsEnabled !== true)
        return;
    if (source === undefined || source.AutoDeploymentsEnabled === true)
        return;
    const isByDigest = source.ImageRepository?.ImageIdentifier?.includes('@') === true;
    const why = isByDigest ? ': the image is named by its digest now, which has no tag to watch' : '';
    log.warning(`App Runner deploys pushes to this service by itself no longer${why}.`);
}

;// CONCATENATED MODULE: ./actions/deploy-apprunner/build/wait.js






/** What App Runner tells of operations may be some moments old. */
const betweenLooksMs = 3_000;
const lookForPushMs = 6_800;
/** This step goes on some seconds later, and leaves calls to those who are at work. */
const lookForOthersMs = 12_000;
/** Lets App Runner find a push: the next look sees the deployment that it starts, or that it is time to start one. */
async function waitForPush(work, observed) {
    const { aws, context, deadline } = work;
    const arn = serviceOf(observed)?.ServiceArn ?? '';
    const known = observed.operations[0]?.Id;
    const until = Math.min(deadline, Date.now() + 60_000);
    while (Date.now() < until) {
        await (0,build/* sleep */.yy)(Math.min(lookForPushMs, until - Date.now()), context.signal);
        const [newest] = await listOperations(aws, arn);
        if (newest?.Id !== known)
            return undefined;
    }
    work.hasExpected = true;
    return undefined;
}
/** Between questions that are refused; the last one from then on. */
const betweenRefusalsMs = [betweenLooksMs, 7_000, 30_000];
/** How long a service that rests may refuse what it is asked for. */
const refusalPatienceMs = 120_000;
/** Waits until App Runner may take an operation again. Throws what it says where nothing is in the way of it any more. */
async function bearRefusal(work, observed) {
    const { aws, context, inputs, refused } = work;
    const { times = 1, since = Date.now(), words = '' } = refused ?? {};
    const service = serviceOf(observed);
    if (service?.Status === 'RUNNING' && Date.now() - since >= refusalPatienceMs) {
        const operations = await listOperations(aws, service.ServiceArn ?? '');
        if (operations.every((operation) => isOver(operation))) {
            throw new build/* ActionError */.lZ({
                code: 'service-error',
                message: `App Runner takes no operation for ${inputs.service}, although none is under way: ${words}`,
                remedy: 'Look at the service in the console. Nothing was deployed; run the step again.',
            });
        }
    }
    await (0,build/* sleep */.yy)(betweenRefusalsMs[times - 1] ?? 30_000, context.signal);
}
/** Waits for the end of somebody else's operation. Throws `conflict` where that is not wanted. */
async function waitForOther(work, observed, { operation }) {
    const { aws, context, inputs, deadline, phases } = work;
    work.refused = undefined;
    if (inputs.inFlight === 'fail')
        throw underWay(inputs.service, operation);
    context.host.info('Waiting for its end.');
    const startedAt = Date.now();
    const arn = serviceOf(observed)?.ServiceArn ?? '';
    // What has begun a moment ago may not be listed yet.
    if (operation?.Id === undefined)
        await (0,build/* sleep */.yy)(betweenLooksMs, context.signal);
    else {
        const followed = { arn, operationId: operation.Id, deadline, intervalMs: lookForOthersMs };
        await followOperation({ ...aws, log: context.host }, followed);
    }
    phases.push({ what: 'waiting for others', startedAt, endedAt: Date.now(), isBad: false });
    return undefined;
}
function underWay(service, operation) {
    const what = operation === undefined ? 'An operation' : describeOperation(operation);
    return new build/* ActionError */.lZ({
        code: 'conflict',
        message: `${what} of ${service} is under way, which this step did not start, and in-flight is fail. Nothing was deployed.`,
        remedy: 'Run the step again when that is over, or set in-flight: wait.',
    });
}
/** Resumes a paused service, to which nothing can be deployed before. Throws an ActionError where it stays paused. */
async function resume(work, observed, plan) {
    const { aws, context, deadline, phases } = work;
    const deciding = await startOperation(work, observed, plan);
    const service = serviceOf(observed);
    if (deciding === undefined || service === undefined)
        return undefined;
    const { begun } = deciding;
    const startedAt = Date.now();
    const operation = await followOperation({ ...aws, log: context.host }, { ...begun, deadline, isNewDeployment: true });
    const isBad = operation?.Status !== 'SUCCEEDED';
    phases.push({ what: 'resuming', startedAt, endedAt: Date.now(), isBad });
    if (operation === undefined)
        return undefined;
    if (!isBad) {
        work.earlier = { deciding, operation };
        return undefined;
    }
    const explanation = await explain(aws, { arn: begun.arn, operation });
    tellExplanation(context.host, explanation);
    throw failureOf(operation, explanation, { ...service, Status: 'PAUSED' });
}

;// CONCATENATED MODULE: ./actions/deploy-apprunner/build/main.js















/** Deploys to App Runner: looks, plans and acts until the service is as it is to be, or cannot be. */
async function main(context) {
    const startedAt = Date.now();
    const inputs = await readInputs(context);
    if (inputs.image === undefined) {
        context.host.warning('Input image is empty, so the image that the service has is deployed again. An output that is handed on from another job arrives empty where it holds a masked value, such as the number of the account.');
    }
    const clients = (0,build_clients/* createAwsClients */.G)({ action: 'deploy-apprunner', region: inputs.region });
    try {
        const work = {
            aws: { clients, signal: context.signal },
            context,
            inputs,
            begunAt: startedAt,
            deadline: startedAt + inputs.timeoutSeconds * 1000,
            phases: [],
            earlier: undefined,
            hasExpected: false,
            refused: undefined,
        };
        const deployment = await deploy(work, clients);
        return report(deployment, { inputs, seconds: (Date.now() - startedAt) / 1000 });
    }
    finally {
        clients.destroy();
    }
}
/** Each look may find that something else has to come first: an operation of somebody else, a service that is paused. */
async function deploy(work, clients) {
    const { context, inputs, begunAt } = work;
    let told;
    for (;;) {
        const observed = await observe({
            context,
            inputs,
            clients,
            begunAt,
            hasExpected: work.hasExpected,
            hasJoined: work.earlier !== undefined && work.earlier.deciding.plan === undefined,
        });
        maskVariables(context.host, observed);
        tellPlace(work, observed);
        const plan = planDeployment(inputs, observed);
        const grades = gradeOf(inputs, observed);
        const refusal = refusalOf(inputs, grades);
        if (refusal !== undefined)
            throw refusal;
        const lines = [...describePlan(plan, observed), ...describeTags(observed)];
        if (told !== lines.join('\n')) {
            (0,ecs_build/* tellFindings */.yq)(context.host, grades);
            for (const line of lines)
                context.host.info(line);
            warnOfUnwatched(context.host, plan, observed);
        }
        told = lines.join('\n');
        if (inputs.dryRun)
            return resting(work, observed, { outcome: 'planned', plan });
        const deployment = await take(work, observed, plan);
        if (deployment !== undefined)
            return deployment;
        if (Date.now() >= work.deadline)
            return tooLate(work, observed, plan);
    }
}
function tooLate(work, observed, plan) {
    const { service, timeoutSeconds } = work.inputs;
    const failure = new build/* ActionError */.lZ({
        code: 'timeout',
        message: `After ${(0,build/* formatSeconds */.Xo)(timeoutSeconds)} nothing could be deployed to ${service} yet: ${describePlan(plan, observed).join(' ')}${work.refused === undefined ? '' : ` App Runner said: ${work.refused.words}`}`,
        remedy: 'Look at the operations of the service, and run the step again when they are over.',
    });
    return resting(work, observed, { outcome: 'timed-out', plan, failure });
}
function tellPlace({ context, inputs }, observed) {
    const service = serviceOf(observed);
    const { ServiceArn: arn = '', ServiceId: id = '', ServiceUrl: url = '' } = service ?? {};
    if (service !== undefined) {
        context.setOutput('service-arn', arn);
        context.setOutput('service-id', id);
        context.setOutput('service-url', url);
        const image = imageOf(service);
        if (image !== undefined) {
            context.setOutput('previous-image', image);
            context.setOutput('previous-digest', digestOf(image));
        }
    }
    if (inputs.commentToken === undefined)
        return;
    context.keepComment({ token: inputs.commentToken, target: arn === '' ? inputs.service : arn });
}
/** Takes one step of a plan; undefined where it is time to look again. */
async function take(work, observed, plan) {
    switch (plan.kind) {
        case 'create':
        case 'update':
        case 'redeploy': {
            const deciding = await startOperation(work, observed, plan);
            if (deciding !== undefined)
                return carryOut(work, deciding);
            return bearRefusal(work, observed);
        }
        case 'join':
            return carryOut(work, await join(work, observed, plan));
        case 'expect':
            return waitForPush(work, observed);
        case 'wait':
            return waitForOther(work, observed, plan);
        case 'resume':
            return resume(work, observed, plan);
        case 'unchanged':
    }
    return unchanged(work, observed, plan);
}
async function join({ context, aws }, observed, { operation }) {
    const arn = serviceOf(observed)?.ServiceArn ?? '';
    await tagService(aws, arn, observed.missingTags);
    context.setOutput('operation-id', operation.Id ?? '');
    return { observed, begun: { arn, operationId: operation.Id ?? '' }, plan: undefined };
}
/** Nothing is left to be done but what takes no operation; whether the service answers is still for `verify` to say. */
async function unchanged(work, observed, plan) {
    const { aws, inputs, earlier } = work;
    const service = serviceOf(observed);
    await tagService(aws, service?.ServiceArn ?? '', observed.missingTags);
    const failure = inputs.verify === undefined || service === undefined
        ? undefined
        : await verifyService(work, inputs.verify, service);
    if (earlier === undefined) {
        const outcome = failure === undefined ? 'unchanged' : 'failed';
        return resting(work, observed, { outcome, plan, failure });
    }
    const { deciding, operation } = earlier;
    const end = failure === undefined
        ? { outcome: 'deployed' }
        : await goBack(work, deciding, failure);
    return ending(work, deciding, { operation, ...(service && { service }), ...end });
}

;// CONCATENATED MODULE: ./actions/deploy-apprunner/build/index.js



/** Runs the action in this process; its end is told by the exit code. */
function start() {
    return (0,build/* run */.eF)({ contract: contract, main: main });
}


/***/ }),

/***/ 7577:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ createAwsClients)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6580);

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
        ...(options.credentials === undefined ? {} : { credentials: options.credentials }),
        maxAttempts,
        requestHandler,
        customUserAgent: [['deploy-actions', options.action]],
    };
    const open = [];
    /** Gives the client of a region: loaded and made when it is first asked for. */
    const lazily = (load) => {
        const byRegion = new Map();
        const create = async (region) => new (await load())(region === undefined ? settings : { ...settings, region });
        return (region) => {
            const client = byRegion.get(region) ?? create(region);
            if (!byRegion.has(region))
                open.push(client);
            byRegion.set(region, client);
            return client;
        };
    };
    let ecs;
    return {
        ecs: () => (ecs ??= new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_0__/* .ECSClient */ .Zgc(settings)),
        logs: lazily(async () => (await __webpack_require__.e(/* import() */ 4).then(__webpack_require__.t.bind(__webpack_require__, 7004, 19))).CloudWatchLogsClient),
        ecr: lazily(async () => (await Promise.all(/* import() */[__webpack_require__.e(417), __webpack_require__.e(984), __webpack_require__.e(452)]).then(__webpack_require__.t.bind(__webpack_require__, 9452, 19))).ECRClient),
        secretsManager: lazily(async () => (await __webpack_require__.e(/* import() */ 396).then(__webpack_require__.t.bind(__webpack_require__, 5396, 19))).SecretsManagerClient),
        ssm: lazily(async () => (await Promise.all(/* import() */[__webpack_require__.e(417), __webpack_require__.e(984), __webpack_require__.e(444)]).then(__webpack_require__.t.bind(__webpack_require__, 1444, 19))).SSMClient),
        iam: lazily(async () => (await __webpack_require__.e(/* import() */ 352).then(__webpack_require__.t.bind(__webpack_require__, 352, 19))).IAMClient),
        sts: lazily(async () => (await __webpack_require__.e(/* import() */ 484).then(__webpack_require__.t.bind(__webpack_require__, 1484, 19))).STSClient),
        loadBalancing: lazily(async () => (await __webpack_require__.e(/* import() */ 962).then(__webpack_require__.t.bind(__webpack_require__, 5962, 19))).ElasticLoadBalancingV2Client),
        cloudWatch: lazily(async () => (await __webpack_require__.e(/* import() */ 60).then(__webpack_require__.t.bind(__webpack_require__, 5060, 19))).CloudWatchClient),
        appRunner: lazily(async () => (await __webpack_require__.e(/* import() */ 866).then(__webpack_require__.t.bind(__webpack_require__, 9866, 19))).AppRunnerClient),
        destroy() {
            ecs?.destroy();
            // One that could not be loaded has nothing to close, and whoever asked for it knows.
            for (const client of open)
                client.then((made) => made.destroy()).catch(() => undefined);
        },
    };
}


/***/ }),

/***/ 8634:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ verification),
/* harmony export */   V: () => (/* binding */ parseVerification)
/* harmony export */ });
/* harmony import */ var _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5087);
/* harmony import */ var _checks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6204);
/* harmony import */ var _schedule_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3240);



const fields = {
    checks: (0,_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .checks */ .A)({ description: 'The checks, as in verify-health.', required: true }),
    ..._schedule_js__WEBPACK_IMPORTED_MODULE_2__/* .scheduleInputs */ .Hh,
};
/** Checks within another action: a list of them, or a mapping with `checks` and the inputs of a schedule. */
function verification(options) {
    return (0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .yaml */ .oQ)(options, parseVerification);
}
/** Reads checks with their schedule. Throws InvalidValue with all that is wrong. */
function parseVerification(tree) {
    const parsed = (0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .parseMapping */ .KV)(fields, (0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .isList */ .Lv)(tree) ? { checks: tree } : tree);
    const problems = [...(0,_schedule_js__WEBPACK_IMPORTED_MODULE_2__/* .scheduleProblems */ .Kg)(parsed)];
    if (problems.length > 0)
        throw new _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .InvalidValue */ .h6(problems);
    const [first, ...others] = parsed.checks;
    if (first === undefined)
        return (0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)('must be at least one check', 'checks');
    return { checks: [first, ...others], schedule: (0,_schedule_js__WEBPACK_IMPORTED_MODULE_2__/* .schedule */ ._)(parsed) };
}


/***/ }),

/***/ 9169:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ readPush)
/* harmony export */ });
/* harmony import */ var _deploy_actions_aws__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1828);
/* harmony import */ var _deploy_actions_aws__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9309);
/* harmony import */ var _reference_ecr_registry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6825);


/**
 * When the image that a tag is on was pushed to private ECR; undefined where nobody says. Throws only when the run is cancelled.
 * https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_ImageDetail.html
 */
async function readPush({ clients, signal }, { host, repository, tag = 'latest' }) {
    const registry = (0,_reference_ecr_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .findEcrRegistry */ .f8)(host);
    if (registry === undefined)
        return undefined;
    const { account, region, partition } = registry;
    const push = await (0,_deploy_actions_aws__WEBPACK_IMPORTED_MODULE_1__/* .attemptCheck */ .e)(async () => {
        const { DescribeImagesCommand } = await Promise.all(/* import() */[__webpack_require__.e(572), __webpack_require__.e(417), __webpack_require__.e(984), __webpack_require__.e(452)]).then(__webpack_require__.t.bind(__webpack_require__, 9452, 19));
        const command = new DescribeImagesCommand({
            registryId: account,
            repositoryName: repository,
            imageIds: [{ imageTag: tag }],
        });
        const client = await clients.ecr(region);
        const resource = `arn:${partition}:ecr:${region}:${account}:repository/${repository}`;
        const { imageDetails = [] } = await (0,_deploy_actions_aws__WEBPACK_IMPORTED_MODULE_2__/* .call */ .T)(client, command, { signal, resource });
        const [image] = imageDetails;
        const at = image?.imagePushedAt?.getTime();
        return at === undefined ? undefined : { at, isShared: (image?.imageTags?.length ?? 0) > 1 };
    });
    return push === undefined || 'kind' in push ? undefined : push;
}


/***/ })

};
