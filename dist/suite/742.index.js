export const id = 742;
export const ids = [742];
export const modules = {

/***/ 5742:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  start: () => (/* binding */ start)
});

// EXTERNAL MODULE: ./packages/action-kit/build/index.js + 24 modules
var build = __webpack_require__(9840);
// EXTERNAL MODULE: ./packages/aws/build/index.js + 11 modules
var aws_build = __webpack_require__(5732);
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
            description: 'Image for the only container, or for the only essential one.',
        }),
        images: (0,build/* map */.Tj)({ description: 'Images by container: `container=image`, one a line.' }),
        environment: (0,build/* mapEdit */.$x)({
            description: 'Environment variables, `NAME=VALUE` a line: for the container that `image` goes to, or `container.NAME=VALUE`. Nothing after `=` is an empty string; `!NAME` removes.',
        }),
        secrets: (0,build/* mapEdit */.$x)({
            description: 'Secrets, `NAME=REFERENCE` a line, by the same rules as `environment`. A reference is the ARN of a secret (with `:key:stage:version` for a part of it) or an SSM parameter.',
        }),
        'output-file': (0,build/* text */.Qq)({
            description: 'Path of the rendered file. Without it, a temporary file of the job.',
        }),
        'dry-run': (0,build/* flag */.Jt)({
            description: 'Edits, checks and compares, and writes no file.',
            default: 'false',
        }),
        'aws-region': (0,aws_build/* region */.Ny)({
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
        hash: 'SHA-256 of what the definition means; equal for definitions that ECS treats alike.',
    },
});

// EXTERNAL MODULE: ./packages/ecs/build/index.js + 47 modules
var ecs_build = __webpack_require__(8596);
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
        await (0,promises_.writeFile)(path, `${JSON.stringify(plan.definition, null, 2)}\n`, { mode: 0o600 });
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

;// CONCATENATED MODULE: ./actions/render-task-def/build/inputs.js
/** Reads the inputs; throws one error with everything that is wrong with them. */
function readInputs(context) {
    const inputs = context.parseInputs([oneSource, serviceWithCluster]);
    const { image, images, environment, secrets } = inputs;
    return {
        source: sourceOf(inputs),
        edits: { image, images, environment, secrets },
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
function sourceOf(inputs) {
    if (inputs.taskDefinition !== undefined)
        return { kind: 'file', path: inputs.taskDefinition };
    if (inputs.family !== undefined)
        return { kind: 'family', reference: inputs.family };
    return { kind: 'service', cluster: inputs.cluster ?? '', service: inputs.service ?? '' };
}

;// CONCATENATED MODULE: ./actions/render-task-def/build/observe.js

/** Reads the definition that the inputs name. */
async function observe(source, clients, signal) {
    if (source.kind === 'file') {
        return { draft: await (0,ecs_build/* readDraftFile */.YY)(source.path, 'task-definition'), name: source.path };
    }
    const context = { ecs: clients.ecs(), signal };
    if (source.kind === 'family') {
        const { definition } = await (0,ecs_build/* getRegistered */.pR)(context, source.reference, 'family');
        return { draft: definition, name: source.reference };
    }
    const service = await (0,ecs_build/* getService */.cQ)(context, source);
    const arn = (await (0,ecs_build/* lastSuccessfulDefinition */.KN)(context, service)) ?? '';
    const { definition } = await (0,ecs_build/* getRegistered */.pR)(context, arn, 'service');
    return { draft: definition, name: arn };
}
/** The latest ACTIVE revision of the family, to compare with; undefined where there is none. */
async function latestRevision(context, family) {
    return (await (0,ecs_build/* findRegistered */.Eu)(context, family))?.definition;
}

;// CONCATENATED MODULE: ./actions/render-task-def/build/plan.js

/** Edits the definition and holds the result to the rules of ECS; throws an `input` error. */
function planRendering({ edits }, { draft, name }) {
    const definition = (0,ecs_build/* editDraft */.iy)(draft, edits, `${name}, with these inputs,`);
    return {
        definition,
        family: definition.family ?? '',
        hash: (0,ecs_build/* definitionHash */.cn)(definition),
        mutableImages: (0,ecs_build/* mutableImages */.LO)(definition),
        isUnedited: hasNoEdit(edits),
    };
}
function hasNoEdit({ image, images, environment, secrets }) {
    return image === undefined && [images, environment, secrets].every((edit) => !edit?.size);
}

;// CONCATENATED MODULE: ./actions/render-task-def/build/report.js


/** The outputs and the summary of a rendering. Values of variables are never shown. */
function report({ plan, from, path, changed }) {
    const name = (0,build/* code */.aY)(plan.family);
    return {
        outcome: path === undefined ? 'planned' : 'rendered',
        outputs: {
            family: plan.family,
            hash: plan.hash,
            ...(path === undefined ? {} : { 'task-definition': path }),
            ...(changed === undefined ? {} : { changed: String(changed) }),
        },
        summary: (0,build/* paragraphs */.qN)(path === undefined
            ? `### 📝 Task definition ${name} can be rendered (dry run)`
            : `### ✅ Task definition ${name} rendered`, changedSentence(changed), (0,build/* table */.tp)(['Container', 'Image', 'Variables', 'Secrets'], rowsOf(plan.definition)), (0,build/* flowchart */.tn)(arrowsOf(plan, from))),
    };
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
function changedSentence(changed) {
    if (changed === undefined)
        return 'Whether it differs from the latest revision was not looked at.';
    return changed
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
    const { host, signal } = context;
    const inputs = readInputs(context);
    const clients = (0,aws_build/* createAwsClients */.Gv)({ action: 'render-task-def', region: inputs.region });
    try {
        const observed = await observe(inputs.source, clients, signal);
        const plan = planRendering(inputs, observed);
        warn(host, plan, inputs.source);
        const path = inputs.dryRun ? undefined : await write(context, plan, inputs);
        host.info(`Rendered ${plan.family} from ${observed.name}${path ? ` to ${path}` : ''}`);
        return report({
            plan,
            path,
            from: observed.name,
            changed: await differs(context, clients, plan),
        });
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
/** What the user should act upon although the definition is valid. */
function warn(host, plan, source) {
    const publicNames = source.kind === 'service' ? [source.cluster, source.service] : [];
    for (const { container, name, secrets } of (0,ecs_build/* secretLikeVariables */.fS)(plan.definition, publicNames)) {
        for (const secret of secrets)
            host.mask(secret);
        host.warning(`${name} of ${container} stands in plain text in the task definition, for everybody to read who may describe it. Move it to secrets.`);
    }
    if (plan.isUnedited) {
        host.warning("Nothing was put into the definition: no image, images, environment or secrets were given. If image came from another job's output, GitHub may have dropped that (it does so when the output contains a masked value, such as an account id), or its name is misspelt.");
    }
    for (const { container, image } of plan.mutableImages) {
        host.warning(`The image of ${container} is named by a tag (${image}), which can be moved. Name it by digest, so that what is tested is what runs.`);
    }
}
/** Whether the latest revision is another; undefined, with a word in the log, where nobody may look. */
async function differs({ host, signal }, clients, { definition, family }) {
    try {
        const latest = await latestRevision({ ecs: clients.ecs(), signal }, family);
        return latest === undefined || !(0,ecs_build/* sameDefinition */.uD)(latest, definition);
    }
    catch (error) {
        const mayNot = error instanceof build/* ActionError */.lZ && (error.code === 'access-denied' || error.code === 'input');
        if (!mayNot)
            throw error;
        host.info(`Not compared with the latest revision: ${error.message}`);
        return undefined;
    }
}

;// CONCATENATED MODULE: ./actions/render-task-def/build/index.js



/** Runs the action in this process; its end is told by the exit code. */
function start() {
    return (0,build/* run */.eF)({ contract: contract, main: main });
}


/***/ })

};
