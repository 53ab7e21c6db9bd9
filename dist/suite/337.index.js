export const id = 337;
export const ids = [337];
export const modules = {

/***/ 5742:
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
// EXTERNAL MODULE: ./packages/registry/build/login-inputs.js
var login_inputs = __webpack_require__(3464);
;// CONCATENATED MODULE: ./actions/render-task-def/build/contract.js




const contract = (0,build/* defineContract */.ye)({
    name: 'render-task-def',
    title: 'Render an Amazon ECS task definition',
    description: 'Puts images, variables and secrets into a task definition, and refuses what ECS would refuse, before anything is registered.',
    branding: { icon: 'file-text', color: 'orange' },
    inputs: {
        'task-definition': (0,build/* text */.Qq)({
            description: 'Path of a JSON or YAML file, as RegisterTaskDefinition takes it. One of `task-definition`, `family`, or `cluster` with `service` is needed.',
        }),
        family: (0,build/* text */.Qq)({
            description: 'The latest ACTIVE revision of a family, `family:revision`, or the ARN of a revision.',
        }),
        cluster: (0,build/* text */.Qq)({ description: 'Cluster (name or ARN) of `service`.' }),
        service: (0,build/* text */.Qq)({
            description: "Starts from what the last successful deployment of this service runs: after a failed deployment the family's latest revision may be the one that failed.",
        }),
        image: (0,build/* text */.Qq)({
            description: "Image for the only container, or for the only essential one. A name without a host, such as `arbiter-ai/backend:1.4.0`, lies in the ECR of the caller's account.",
        }),
        images: (0,build/* map */.Tj)({
            description: 'Images by container: `container=image`, one a line; names are read as in `image`.',
        }),
        pin: (0,build/* choice */.Yq)(['digest', 'off'], {
            description: 'Names images by digest, where the registry tells it, so that what is tested is what runs. A tag that stays earns a warning.',
            default: 'digest',
        }),
        environment: (0,build/* mapEdit */.$x)({
            description: 'Environment variables, `NAME=VALUE` a line: for the container that `image` goes to, or `container.NAME=VALUE`. Nothing after `=` is an empty string; `!NAME` removes.',
        }),
        secrets: (0,build/* mapEdit */.$x)({
            description: 'Secrets, `NAME=REFERENCE` a line, by the same rules as `environment`. A reference is the name or ARN of a secret (with `:key:stage:version` for a part of it), or the path (`/…`) or ARN of an SSM parameter. Names become full ARNs.',
        }),
        'secrets-from': (0,build/* text */.Qq)({
            description: 'Name or ARN of a secret whose keys become secrets of the same names, in the container that `image` goes to. What `secrets` says of a name wins.',
        }),
        'secret-keys': (0,build/* list */.p_)({
            description: 'Only these keys of `secrets-from`; without it, all that the secret has.',
        }),
        containers: (0,build/* yaml */.oQ)({
            description: 'Further edits, by container: `image`, `entry-point`, `command`, `environment`, `secrets`, `labels`, `log-options`, `health-check`, `cpu`, `memory`, `memory-reservation`, `essential`, `ports`.',
        }, ecs_build/* parseContainerEdits */.wP),
        cpu: (0,build/* text */.Qq)({ description: 'CPU of the task, such as `512` or `.5 vCPU`.' }),
        memory: (0,build/* text */.Qq)({ description: 'Memory of the task, such as `1024` or `1 GB`.' }),
        'task-role-arn': (0,build/* text */.Qq)({ description: 'Role that the containers have.' }),
        'execution-role-arn': (0,build/* text */.Qq)({
            description: 'Role by which ECS pulls images, reads secrets and writes logs.',
        }),
        'new-family': (0,build/* text */.Qq)({ description: 'Family to register the definition in, if another.' }),
        'runtime-platform': (0,ecs_build/* runtimePlatform */.ue)({
            description: 'Platform of the task, such as `LINUX/ARM64`.',
        }),
        ...build/* variableInputs */.ug,
        preflight: (0,build/* choice */.Yq)(ecs_build/* preflightGrades */.OW, {
            description: 'What becomes of references that lead nowhere (secrets and their keys, SSM parameters, images and their platforms, log groups, roles): `error` fails, `strict` fails also for what could not be checked, `warn` only warns, `off` does not look.',
            default: 'error',
        }),
        ...login_inputs/* registryLoginInputs */.mf,
        'expect-permissions': (0,ecs_build/* expectedPermissions */.dh)({
            description: 'What the roles of the task have to be allowed, simulated by IAM: `task=bedrock:InvokeModel on arn:…` or `execution=…`, one a line; several actions or resources are separated by commas.',
        }),
        'pin-secret-versions': (0,build/* flag */.Jt)({
            description: 'Writes the ids of the current versions of secrets, so that going back restores image and secrets together. Refused for a secret under rotation.',
            default: 'false',
        }),
        'output-file': (0,build/* text */.Qq)({
            description: 'Path of the rendered file. Without it, a temporary file of the job.',
        }),
        'dry-run': (0,build/* flag */.Jt)({
            description: 'Edits, checks and compares, and writes no file.',
            default: 'false',
        }),
        'aws-region': (0,region/* region */.N)({
            description: 'Region of the definition; without it, that of the environment. Not needed for a file.',
        }),
    },
    outcomes: {
        rendered: 'The definition is rendered and valid.',
        planned: 'Dry run: the definition can be rendered and is valid; no file was written.',
        failed: 'Nothing was rendered.',
    },
    outputs: {
        'task-definition': 'Path of the rendered definition (JSON).',
        family: 'Family of the definition.',
        changed: '`true` when it differs from the latest ACTIVE revision of its family, or there is none; empty when that could not be looked at.',
        diff: 'What differs from the latest ACTIVE revision, as Markdown, with values that look like secrets hidden; empty when nothing does.',
        hash: 'SHA-256 of what the definition means; equal for definitions that ECS treats alike.',
    },
    prose: ['diff'],
});

// EXTERNAL MODULE: ./packages/aws/build/clients.js
var build_clients = __webpack_require__(7577);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./actions/render-task-def/build/act.js



/** Writes the rendered definition as JSON and gives the path of the file. */
async function writeRendering(plan, outputFile, temporaryFolder) {
    const path = outputFile ?? (0,external_node_path_.join)(temporaryFolder, `task-definition-${plan.hash.slice(0, 12)}.json`);
    try {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
        await writePrivate(path, `${JSON.stringify(plan.definition, null, 2)}\n`);
        return path;
    }
    catch (cause) {
        throw new build/* ActionError */.lZ({
            code: 'input',
            message: `Input output-file: the file ${path} cannot be written.`,
            remedy: 'Name a file in a folder that this job may write to.',
            cause,
        });
    }
}
/** For the owner only, also where the file is there already: variables may hold what belongs into secrets. */
async function writePrivate(path, text) {
    const file = await (0,promises_.open)(path, 'w', 0o600);
    try {
        await file.chmod(0o600);
        await file.writeFile(text);
    }
    finally {
        await file.close();
    }
}

;// CONCATENATED MODULE: ./actions/render-task-def/build/inputs.js


/** Reads the inputs; throws one error with everything that is wrong with them. */
async function readInputs(context) {
    const variables = await (0,build/* readVariables */.Ch)(context.host);
    const fill = variables && (0,build/* fillWith */.Ar)(variables);
    const inputs = context.parseInputs({
        rules: [oneSource, serviceWithCluster, keysWithSecret, login_inputs/* registryLoginProblems */.LA],
        fill,
    });
    const { secretsFrom, secretKeys } = inputs;
    return {
        source: sourceOf(inputs),
        edits: editsOf(inputs),
        secretsFrom: secretsFrom === undefined ? undefined : { secret: secretsFrom, keys: secretKeys },
        fill,
        preflight: inputs.preflight,
        pinImages: inputs.pin === 'digest',
        pinSecretVersions: inputs.pinSecretVersions,
        expectedPermissions: inputs.expectPermissions ?? [],
        credentials: (0,login_inputs/* registryLogin */.j8)(inputs),
        outputFile: inputs.outputFile,
        dryRun: inputs.dryRun,
        region: inputs.awsRegion,
    };
}
const sources = ['task-definition', 'family', 'service'];
function oneSource({ given }) {
    const named = sources.filter((name) => given.has(name));
    if (named.length === 1 || (named.length === 0 && given.has('cluster')))
        return [];
    const path = named.length === 0 ? 'task-definition' : named.join(', ');
    const message = named.length === 0 ? 'no definition is named' : 'more than one definition is named';
    return [
        { path, message: `${message}; give one of: task-definition, family, or cluster with service` },
    ];
}
function serviceWithCluster({ given }) {
    if (given.has('cluster') === given.has('service'))
        return [];
    const [one, other] = given.has('cluster') ? ['service', 'cluster'] : ['cluster', 'service'];
    return [{ path: one, message: `is required with ${other}` }];
}
function keysWithSecret({ given }) {
    return given.has('secret-keys') && !given.has('secrets-from')
        ? [{ path: 'secrets-from', message: 'is required with secret-keys' }]
        : [];
}
function sourceOf(inputs) {
    if (inputs.taskDefinition !== undefined)
        return { kind: 'file', path: inputs.taskDefinition };
    if (inputs.family !== undefined)
        return { kind: 'family', reference: inputs.family };
    return { kind: 'service', cluster: inputs.cluster ?? '', service: inputs.service ?? '' };
}
function editsOf(inputs) {
    const { image, images, environment, secrets, containers } = inputs;
    const { cpu, memory, taskRoleArn, executionRoleArn, newFamily, runtimePlatform } = inputs;
    return {
        image,
        images,
        environment,
        secrets,
        containers,
        task: { cpu, memory, taskRoleArn, executionRoleArn, family: newFamily, runtimePlatform },
    };
}

// EXTERNAL MODULE: ./packages/registry/build/open-registries.js
var open_registries = __webpack_require__(8377);
;// CONCATENATED MODULE: ./actions/render-task-def/build/observe.js



/** Reads the definition that the inputs name, and looks at everything that it refers to. */
async function observe({ host, signal }, inputs, clients) {
    const registries = (0,open_registries/* openRegistries */.c)(host, { clients, signal });
    const { draft, name } = await readDraft(inputs.source, clients, signal);
    const source = `${name}, with these inputs,`;
    const prepared = await (0,ecs_build/* prepareDefinition */.DR)({ clients, signal, registries, onSecretRead: (0,ecs_build/* maskRead */.ZS)(host, publicNames(inputs.source)) }, { ...inputs, draft, source });
    const { family = '' } = prepared.definition;
    return { name, prepared, latest: await latestRevision({ ecs: clients.ecs(), signal }, family) };
}
/** Names that the log has to show, whatever a secret holds. */
function publicNames(source) {
    return source.kind === 'service' ? [source.cluster, source.service] : [];
}
async function readDraft(source, clients, signal) {
    if (source.kind === 'file') {
        return { draft: await (0,ecs_build/* readDraftFile */.YY)(source.path, 'task-definition'), name: source.path };
    }
    const context = { ecs: clients.ecs(), signal };
    if (source.kind === 'family') {
        const { definition } = await (0,ecs_build/* getRegistered */.pR)(context, source.reference, 'family');
        return { draft: definition, name: source.reference };
    }
    const service = await (0,ecs_build/* getService */.cQ)(context, source);
    const arn = await (0,ecs_build/* lastSuccessfulDefinition */.KN)(context, service);
    if (arn === undefined)
        throw noneSuccessful(source);
    const { definition } = await (0,ecs_build/* getRegistered */.pR)(context, arn, 'service');
    return { draft: definition, name: arn };
}
function noneSuccessful({ service, cluster }) {
    return new build/* ActionError */.lZ({
        code: 'input',
        message: `Input service: no deployment of ${service} in ${cluster} has succeeded yet, so there is no definition to start from.`,
        remedy: 'Name the definition by task-definition or family.',
    });
}
async function latestRevision(context, family) {
    try {
        return { kind: 'known', definition: (await (0,ecs_build/* findRegistered */.Eu)(context, family))?.definition };
    }
    catch (error) {
        const mayNot = error instanceof build/* ActionError */.lZ && (error.code === 'access-denied' || error.code === 'input');
        if (!mayNot)
            throw error;
        return { kind: 'unknown', why: error.message };
    }
}

;// CONCATENATED MODULE: ./actions/render-task-def/build/plan.js

/** Decides from what was found whether the definition may be rendered, and what it changes. */
function planRendering(inputs, { prepared, latest }) {
    const { definition, findings } = prepared;
    return {
        definition,
        family: definition.family ?? '',
        hash: (0,ecs_build/* definitionHash */.cn)(definition),
        findings: (0,ecs_build/* gradeFindings */.UU)(findings, inputs.preflight),
        diff: latest.kind === 'known' ? (0,ecs_build/* diffDefinitions */.eM)(latest.definition, definition) : undefined,
        // What is wrong with an image is said already.
        mutableImages: (0,ecs_build/* mutableImages */.LO)(definition).filter(({ container }) => !findings.some((one) => isAboutImage(one, container))),
        isUnedited: isUnedited(inputs),
    };
}
function isAboutImage({ kind, severity, place }, container) {
    return kind === 'image' && severity === 'error' && place.container === container;
}
function isUnedited({ edits, secretsFrom, fill }) {
    return fill === undefined && secretsFrom === undefined && hasNoEdit(edits);
}
function hasNoEdit({ image, images, environment, secrets, containers, task }) {
    const isEmpty = [images, environment, secrets, containers].every((edit) => !edit?.size);
    const ofTask = Object.values(task ?? {});
    return image === undefined && isEmpty && ofTask.every((value) => value === undefined);
}

;// CONCATENATED MODULE: ./actions/render-task-def/build/report.js


/** The outputs and the summary of a rendering. Values of variables that may be secret are never shown. */
function reportRendering({ plan, from, path }) {
    const name = (0,build/* code */.aY)(plan.family);
    return {
        outcome: path === undefined ? 'planned' : 'rendered',
        outputs: {
            ...outputsOf(plan),
            ...(path === undefined ? {} : { 'task-definition': path }),
        },
        summary: (0,build/* paragraphs */.qN)(path === undefined
            ? `### 📝 Task definition ${name} can be rendered (dry run)`
            : `### ✅ Task definition ${name} rendered`, changedSentence(plan), (0,build/* table */.tp)(['Container', 'Image', 'Variables', 'Secrets'], rowsOf(plan.definition)), (0,build/* flowchart */.tn)(arrowsOf(plan, from)), ...findingsPart(plan), diffPart(plan)),
    };
}
/** The end of a rendering that was refused: nothing was written. */
function reportRefusal(plan, from) {
    const failure = (0,ecs_build/* findingsError */.Bd)(from, plan.findings.fatal);
    return {
        outcome: 'failed',
        failure,
        outputs: outputsOf(plan),
        summary: (0,build/* paragraphs */.qN)(`### ❌ Task definition ${(0,build/* code */.aY)(plan.family)} would not run: ${(0,build/* count */.U9)(plan.findings.fatal.length, 'finding')}`, 'Nothing was rendered and nothing was registered.', ...findingsPart(plan), (0,build/* flowchart */.tn)(arrowsOf(plan, from)), diffPart(plan)),
    };
}
function outputsOf({ family, hash, diff }) {
    if (diff === undefined)
        return { family, hash };
    return { family, hash, changed: String(diff !== ''), diff: diffBlock(diff) };
}
function diffBlock(diff) {
    return diff === '' ? '' : (0,build/* codeBlock */.DV)(diff.split('\n'), 'diff');
}
function diffPart({ diff }) {
    return diff === undefined || diff === ''
        ? ''
        : `<details><summary>What differs from the latest revision</summary>\n\n${diffBlock(diff)}\n\n</details>`;
}
/** One table for what is wrong, and one for what could not be checked. */
function findingsPart({ findings: { fatal, warnings, notChecked } }) {
    return [
        (0,ecs_build/* findingsTable */.f9)('What is wrong', [...fatal, ...warnings]),
        (0,ecs_build/* findingsTable */.f9)('Not checked', notChecked),
    ];
}
/** Where the definition comes from, its containers, and the images that they run. */
function arrowsOf({ definition, family }, from) {
    const containers = (0,ecs_build/* containersOf */.Mz)(definition);
    return [
        { from, to: `task definition ${family}`, label: 'rendered' },
        ...containers.flatMap((container) => [
            {
                from: `task definition ${family}`,
                to: `container ${container.name}`,
                label: (0,ecs_build/* isEssential */.NN)(container) ? 'essential' : 'sidecar',
            },
            { from: `container ${container.name}`, to: container.image ?? '', label: 'runs' },
        ]),
    ];
}
function changedSentence({ diff }) {
    if (diff === undefined)
        return 'Whether it differs from the latest revision was not looked at.';
    return diff !== ''
        ? 'It differs from the latest revision of its family.'
        : 'It is the same as the latest revision of its family.';
}
function rowsOf(definition) {
    return (0,ecs_build/* containersOf */.Mz)(definition).map(({ name = '', image = '', environment, secrets }) => [
        (0,build/* code */.aY)(name),
        (0,build/* code */.aY)(image),
        String(environment?.length ?? 0),
        String(secrets?.length ?? 0),
    ]);
}

;// CONCATENATED MODULE: ./actions/render-task-def/build/main.js







/** Renders a task definition: parse, observe, plan, write, report. */
async function main(context) {
    const inputs = await readInputs(context);
    const clients = (0,build_clients/* createAwsClients */.G)({ action: 'render-task-def', region: inputs.region });
    try {
        const observed = await observe(context, inputs, clients);
        const plan = planRendering(inputs, observed);
        tell(context.host, { plan, observed, inputs });
        if (plan.findings.fatal.length > 0)
            return reportRefusal(plan, observed.name);
        const path = inputs.dryRun ? undefined : await write(context, plan, inputs);
        context.host.info(`Rendered ${plan.family} from ${observed.name}${path === undefined ? '' : ` to ${path}`}`);
        return reportRendering({ plan, path, from: observed.name });
    }
    finally {
        clients.destroy();
    }
}
async function write(context, plan, { outputFile }) {
    const path = await writeRendering(plan, outputFile, context.host.temporaryFolder);
    context.setOutput('task-definition', path);
    return path;
}
/** What the user should act upon, or know, although the definition can be rendered. */
function tell(host, { plan, observed, inputs: { source } }) {
    const publicNames = source.kind === 'service' ? [source.cluster, source.service] : [];
    for (const secret of (0,ecs_build/* plainSecrets */.of)(plan.definition, publicNames))
        host.mask(secret);
    for (const { container, name } of (0,ecs_build/* secretLikeVariables */.fS)(plan.definition, publicNames)) {
        host.warning(`${name} of ${container} stands in plain text in the task definition, for everybody to read who may describe it. Move it to secrets.`);
    }
    (0,ecs_build/* tellFindings */.yq)(host, plan.findings);
    if (plan.isUnedited && plan.findings.fatal.length === 0) {
        host.warning("Nothing was put into the definition: no image, images, environment or secrets were given. If image came from another job's output, GitHub may have dropped that (it does so when the output contains a masked value, such as an account id), or its name is misspelt.");
    }
    for (const { container, image } of plan.mutableImages) {
        host.warning(`The image of ${container} is named by a tag (${image}), which can be moved. Name it by digest, so that what is tested is what runs.`);
    }
    for (const place of (0,ecs_build/* bakedInVariables */.mq)(plan.definition)) {
        host.warning(`${(0,ecs_build/* describePlace */.df)(place)}: front ends take such a variable when they are built, and do not read it when they start. Give it to the build as a build argument.`);
    }
    tellAside(host, observed);
}
/** What may be meant so. */
function tellAside(host, { prepared, latest }) {
    for (const [secret, keys] of prepared.unmappedKeys) {
        host.info(`Keys of ${secret} that no container is given: ${keys.join(', ')}.`);
    }
    if (latest.kind === 'unknown')
        host.info(`Not compared with the latest revision: ${latest.why}`);
}

;// CONCATENATED MODULE: ./actions/render-task-def/build/index.js



/** Runs the action in this process; its end is told by the exit code. */
function start() {
    return (0,build/* run */.eF)({ contract: contract, main: main });
}


/***/ }),

/***/ 142:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ nameFromArn),
/* harmony export */   n: () => (/* binding */ findArn)
/* harmony export */ });
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


/***/ })

};
