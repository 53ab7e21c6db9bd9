export const id = 730;
export const ids = [730];
export const modules = {

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

/***/ 5730:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ServiceProbe: () => (/* binding */ ServiceProbe)
});

// EXTERNAL MODULE: ./packages/aws/build/arn.js
var build_arn = __webpack_require__(142);
// EXTERNAL MODULE: ./packages/ecs/build/index.js + 133 modules
var build = __webpack_require__(3108);
// EXTERNAL MODULE: ./packages/checks/build/ask-aws.js
var ask_aws = __webpack_require__(2282);
// EXTERNAL MODULE: ./packages/checks/build/attempt.js
var attempt = __webpack_require__(5210);
// EXTERNAL MODULE: ./packages/checks/build/check.js
var build_check = __webpack_require__(7468);
;// CONCATENATED MODULE: ./packages/checks/build/service/death-register.js

/** The deaths of a service's deployment that have been seen; ECS itself forgets them after an hour. */
class DeathRegister {
    #deploymentId;
    #deaths = new Map();
    /** The deaths of the deployment that the service has, as far as they were read. */
    of(service) {
        return this.#deploymentId === (0,build/* findPrimary */.WM)(service)?.id ? [...this.#deaths.values()] : [];
    }
    /** Reads the tasks of the service's deployment that came to their end. */
    async read(context, service, essentialOf) {
        const primary = (0,build/* findPrimary */.WM)(service);
        if (primary === undefined)
            return;
        if (primary.id !== this.#deploymentId)
            this.#deaths.clear();
        this.#deploymentId = primary.id;
        const { clusterArn: cluster = '', serviceName = '' } = service;
        const reference = { cluster, service: serviceName };
        const stopped = await (0,build/* listStoppedTasks */.em)(context, reference, primary);
        for (const task of stopped) {
            const death = (0,build/* deathOf */.oZ)(task, essentialOf(task));
            if (death !== undefined)
                this.#deaths.set(death.taskId, death);
        }
    }
}

// EXTERNAL MODULE: ./packages/action-kit/build/index.js + 51 modules
var action_kit_build = __webpack_require__(5087);
// EXTERNAL MODULE: ./packages/registry/build/reference/image-reference.js + 1 modules
var image_reference = __webpack_require__(6148);
;// CONCATENATED MODULE: ./packages/checks/build/service/expected-digest.js


/**
 * The digest that a check expects: the one that is written, else what the registry says the name stands for
 * now. Throws an ActionError where there is no such image, or the registry does not say, and the signal's
 * reason when that is aborted.
 */
async function findExpectedDigest(image, registries, signal) {
    const written = /(?:^|@)(sha256:[0-9a-f]{64})$/.exec(image)?.[1];
    if (written !== undefined)
        return written;
    const lookup = await unlessAborted(signal, lookUp(image, await registries()));
    if (lookup.kind === 'found')
        return lookup.digest;
    const remedy = lookup.kind === 'missing'
        ? 'Correct expect-digest, or push the image first.'
        : `${lookup.remedy} Or give the digest itself in expect-digest.`;
    throw new action_kit_build/* ActionError */.lZ({
        code: lookup.kind === 'missing' ? 'input' : codes[lookup.reason],
        message: `The digest of ${image}, which expect-digest names, is not known: ${lookup.message}`,
        remedy,
    });
}
const codes = {
    'access-denied': 'access-denied',
    credentials: 'access-denied',
    unreachable: 'service-error',
    throttled: 'service-error',
    unsupported: 'input',
};
async function lookUp(image, registries) {
    if ((0,image_reference/* hasHost */.b5)(image))
        return registries.lookUp((0,image_reference/* parseImageReference */.o_)(image));
    return (await registries.resolveShortName(image)).lookup;
}
/** A registry is asked under the signal of the run, and once: the attempt may end before, and the next goes on. */
async function unlessAborted(signal, work) {
    const aborted = Promise.withResolvers();
    const abort = () => aborted.reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    try {
        return await Promise.race([work, aborted.promise]);
    }
    finally {
        signal.removeEventListener('abort', abort);
    }
}

;// CONCATENATED MODULE: ./packages/checks/build/service/facts.js
/** The tasks that run, and are to go on. */
function runningTasks({ tasks }) {
    return tasks.filter(({ lastStatus }) => lastStatus === 'RUNNING');
}

// EXTERNAL MODULE: ./node_modules/.pnpm/@aws-sdk+client-ecs@3.1162.0/node_modules/@aws-sdk/client-ecs/dist-cjs/index.js
var dist_cjs = __webpack_require__(6580);
// EXTERNAL MODULE: ./packages/aws/build/call.js + 1 modules
var call = __webpack_require__(9309);
;// CONCATENATED MODULE: ./packages/checks/build/service/find-service.js




/**
 * The service that a check is about; undefined where ECS knows none. Throws an `input` error where there is no
 * such cluster, or where the service has been deleted or is about to be: waiting would not bring it back.
 */
async function findLivingService(context, reference) {
    const service = await (0,build/* findService */.Ln)(context, reference);
    if (service === undefined || service.status === 'ACTIVE')
        return service;
    throw new action_kit_build/* ActionError */.lZ({
        code: 'input',
        message: `The service ${service.serviceName} is ${service.status}: it has been deleted, or is about to be.`,
        remedy: 'Create the service again, or take it out of the checks.',
    });
}
/** The `input` error for a service that does not exist; it names those that do, where the role may list them. */
async function noSuchService(context, { cluster, service }) {
    return new action_kit_build/* ActionError */.lZ({
        code: 'input',
        message: `There is no service ${(0,build_arn/* nameFromArn */.N)(service)} in the cluster ${(0,build_arn/* nameFromArn */.N)(cluster)}.${(0,action_kit_build/* whatThereIs */.V7)((0,build_arn/* nameFromArn */.N)(service), await serviceNames(context, cluster))}`,
        remedy: 'Correct the name of the service or of its cluster in the inputs, or the region or role of this job.',
    });
}
async function serviceNames(context, cluster) {
    try {
        const command = new dist_cjs.ListServicesCommand({ cluster, maxResults: 100 });
        const { serviceArns = [] } = await (0,call/* call */.T)(context.ecs, command, { signal: context.signal });
        return serviceArns.map(build_arn/* nameFromArn */.N);
    }
    catch {
        return [];
    }
}

;// CONCATENATED MODULE: ./packages/checks/build/service/container-findings.js




/** Whether ECS checks the health of a container by itself; `NONE` switches that off. */
function hasHealthCheck({ healthCheck }) {
    return healthCheck !== undefined && healthCheck.command?.[0] !== 'NONE';
}
/** Containers that do not run or are not healthy; without a health check, running is all that can be known. */
function containerFindings(facts) {
    const tasks = runningTasks(facts);
    const complaints = tasks.flatMap((task) => {
        const definition = facts.definitions.get(task.taskDefinitionArn ?? '');
        return definition === undefined ? [] : complaintsOf(task, definition);
    });
    const groups = Map.groupBy(complaints, ({ container, state }) => `${container} is ${state}`);
    return [...groups].map(([what, { length }]) => ({
        key: what,
        message: `container ${what} in ${length} of ${(0,action_kit_build/* count */.U9)(tasks.length, 'task')}`,
        remedy: remedyFor(what),
    }));
}
function remedyFor(what) {
    if (!what.endsWith('UNHEALTHY')) {
        return 'Wait until its health check has passed: when it only takes long, raise timeout.';
    }
    return 'Run the health check command in the image, and read the log of the container; when it only needs longer to start, raise startPeriod.';
}
function complaintsOf({ containers = [] }, definition) {
    return (0,build/* containersOf */.Mz)(definition).flatMap((defined) => {
        const container = defined.name ?? '';
        const state = stateOf(defined, containers.find(({ name }) => name === container));
        return state === undefined ? [] : [{ container, state }];
    });
}
/** What is wrong with a container; a side container may well have ended. */
function stateOf(defined, container = {}) {
    const { lastStatus = 'unknown to ECS', healthStatus = 'UNKNOWN' } = container;
    if (lastStatus !== 'RUNNING')
        return (0,build/* isEssential */.NN)(defined) ? lastStatus : undefined;
    return !hasHealthCheck(defined) || healthStatus === 'HEALTHY' ? undefined : healthStatus;
}
/** Tasks none of whose containers runs the expected digest; side containers run what they like. */
function digestFindings(facts) {
    const { expectedDigest: wanted } = facts;
    if (wanted === undefined)
        return [];
    const tasks = runningTasks(facts);
    const others = tasks.filter(({ containers = [] }) => !containers.some(({ imageDigest }) => imageDigest === wanted));
    const [first] = others;
    if (first === undefined)
        return [];
    const definition = (0,build_arn/* nameFromArn */.N)(first.taskDefinitionArn ?? '');
    return [
        {
            key: `digest ${imagesOf(first)}`,
            message: `${others.length} of ${(0,action_kit_build/* count */.U9)(tasks.length, 'task')} run another image: ${imagesOf(first)} of ${definition}, expected ${wanted}`,
            remedy: 'Look whether the deployment of the expected image has finished, was rolled back, or was followed by another one; when it is only slow, raise timeout.',
        },
    ];
}
function imagesOf({ containers = [] }) {
    const images = containers.map(({ name, imageDigest }) => `${name} runs ${imageDigest ?? 'a digest that ECS does not tell'}`);
    return images.join(', ');
}

;// CONCATENATED MODULE: ./packages/checks/build/service/deaths.js


/** The death that happened last. */
function lastDeath(deaths) {
    return deaths.toSorted((a, b) => b.stoppedAt - a.stoppedAt)[0];
}
/** How long a task lived; one that never ran has lived from its creation. */
function lifeMs({ startedAt, stoppedAt }) {
    return Math.max(0, stoppedAt - startedAt);
}
/** A death in one clause, with what to do about it. */
function tellDeath(death) {
    const { taskId, code, container, exitCode, remedy } = death;
    const life = (0,action_kit_build/* formatSeconds */.Xo)(lifeMs(death) / 1000);
    return {
        key: `death ${code} ${container} ${exitCode}`,
        message: `task ${taskId} died after ${life}: ${(0,build/* describeDeath */.gC)(death)}`,
        remedy,
    };
}

;// CONCATENATED MODULE: ./packages/checks/build/service/age-findings.js





/** What a task has to live where nothing but its running tells of its health. */
const uncheckedMs = 30_000;
/** A task that lived longer was no turn of a crash loop that a step could wait out. */
const longestLoopMs = 10 * 60_000;
/** How long a task has been running, in milliseconds. */
function ageMs({ startedAt }, { now }) {
    return startedAt === undefined ? 0 : Math.max(0, now - startedAt.getTime());
}
/**
 * Tasks that have not run for long enough: for `min-task-age`, and for longer than those of the same deployment
 * lived that died. Between two crashes a loop looks like a healthy service.
 */
function ageFindings(check, facts) {
    const ages = runningTasks(facts).map((task) => ageMs(task, facts));
    const finding = outliveFinding(ages, facts.deaths) ?? youngFinding(ages, neededAgeMs(check, facts));
    return finding === undefined ? [] : [finding];
}
function outliveFinding(ages, deaths) {
    const [longest] = deaths
        // A lack of capacity, or of Spot, says nothing about the version.
        .filter((death) => death.code !== 'capacity' && lifeMs(death) <= longestLoopMs)
        .toSorted((a, b) => lifeMs(b) - lifeMs(a));
    if (longest === undefined)
        return undefined;
    const unproven = ages.filter((age) => age <= lifeMs(longest));
    if (unproven.length === 0)
        return undefined;
    const { key, message, remedy } = tellDeath(longest);
    return {
        key: `outlive ${key}`,
        message: `${youngest(ages, unproven)}, and yet to outlive one before: ${message}`,
        remedy,
    };
}
function youngFinding(ages, neededMs) {
    const young = ages.filter((age) => age < neededMs);
    if (young.length === 0)
        return undefined;
    return {
        key: 'young',
        message: `${youngest(ages, young)}, less than ${(0,action_kit_build/* formatSeconds */.Xo)(neededMs / 1000)} (min-task-age)`,
        remedy: 'Wait until the tasks have run for that long: raise timeout above it, or lower min-task-age.',
    };
}
function youngest(all, some) {
    const age = (0,action_kit_build/* formatSeconds */.Xo)(Math.min(...some) / 1000);
    return some.length === 1
        ? `1 of ${(0,action_kit_build/* count */.U9)(all.length, 'task')} has run for ${age}`
        : `${some.length} of ${(0,action_kit_build/* count */.U9)(all.length, 'task')} have run for ${age} or little more`;
}
/** The age that is asked for; by default some where neither ECS nor a load balancer checks anything. */
function neededAgeMs({ minTaskAgeSeconds }, { service, definitions }) {
    if (minTaskAgeSeconds !== undefined)
        return 1000 * minTaskAgeSeconds;
    const definition = definitions.get(service.taskDefinition ?? '');
    const hasTargets = (service.loadBalancers ?? []).length > 0;
    const isChecked = hasTargets || (definition && (0,build/* containersOf */.Mz)(definition).some(hasHealthCheck));
    return isChecked ? 0 : uncheckedMs;
}

;// CONCATENATED MODULE: ./packages/checks/build/service/count-findings.js




/**
 * Whether just as many tasks run as are wanted, by the tasks themselves and by what the service says: reads may
 * lag, and the two need not be of the same moment.
 */
function countFindings(facts) {
    const { desiredCount: wanted = 0, runningCount: counted = 0 } = facts.service;
    const running = runningTasks(facts).length;
    if (running === wanted && counted === wanted)
        return [];
    const shown = running === wanted ? counted : running;
    const message = `${shown} of ${(0,action_kit_build/* count */.U9)(wanted, 'task')} run`;
    if (shown > wanted)
        return [{ key: 'too many', message, remedy: remedies.tooMany }];
    const waiting = facts.tasks.length - running;
    const pending = waiting > 0 ? `${message}, ${waiting} being started` : message;
    const cause = causeOf(facts);
    return [
        cause === undefined
            ? { key: 'too few', message: pending, remedy: remedies.tooFew }
            : {
                key: `too few: ${cause.key}`,
                message: `${pending}; ${cause.message}`,
                remedy: cause.remedy,
            },
    ];
}
const remedies = {
    tooMany: 'Wait until ECS has stopped those that are not wanted any more: when it only takes long, raise timeout.',
    tooFew: 'Look at the events of the service: they say why ECS starts no tasks. When they only take long to start, raise timeout.',
};
/** Why tasks are missing: the last one that died, else what ECS says in the events of the service. */
function causeOf(facts) {
    // Whatever was lost since the last look has been told already.
    if (facts.lost.length > 0)
        return undefined;
    const death = lastDeath(facts.deaths);
    if (death !== undefined)
        return tellDeath(death);
    const diagnosis = (0,build/* diagnoseEvents */.oP)(recentEvents(facts));
    if (diagnosis === undefined)
        return undefined;
    const { code, headline, remedy } = diagnosis;
    return { key: `event ${code}`, message: headline.replace(/\.$/, ''), remedy };
}
const recentMs = 15 * 60_000;
/** Events as old as ECS's longest pause between two starts, the oldest first. */
function recentEvents({ service, now }) {
    const { events = [] } = service;
    const recent = events.filter(({ createdAt }) => Number(createdAt) >= now - recentMs);
    return recent.map(({ message = '' }) => message).toReversed();
}

;// CONCATENATED MODULE: ./packages/checks/build/service/deployment-findings.js



/** Whether a deployment is under way or has failed, and whether tasks of an earlier definition still run. */
function deploymentFindings(facts) {
    const { deployments = [], taskDefinition } = facts.service;
    const failed = deployments.filter(({ rolloutState }) => rolloutState === 'FAILED');
    if (failed.length > 0)
        return failed.map(failedFinding);
    const unfinished = deployments.filter(({ rolloutState, status }) => rolloutState === 'IN_PROGRESS' || status !== 'PRIMARY');
    if (unfinished.length > 0)
        return unfinished.map(unfinishedFinding);
    // Without a deployment of its own (another deployment controller) nothing says which definition is due.
    return deployments.length === 0 ? [] : earlierDefinitions(facts, taskDefinition ?? '');
}
function failedFinding({ id, taskDefinition, rolloutStateReason }) {
    const reason = rolloutStateReason ? `; ECS says: ${rolloutStateReason}` : '';
    return {
        key: `failed ${id}`,
        message: `deployment ${id} of ${(0,build_arn/* nameFromArn */.N)(taskDefinition ?? '')} failed${reason}`,
        remedy: 'Look at the events and the stopped tasks of the service for the cause, and deploy again; deploy-ecs tells it at once.',
    };
}
function unfinishedFinding(deployment) {
    const { id, status, taskDefinition, desiredCount = 0, runningCount = 0, failedTasks = 0, } = deployment;
    const name = `deployment ${id} of ${(0,build_arn/* nameFromArn */.N)(taskDefinition ?? '')}`;
    const failed = failedTasks > 0 ? `, ${failedTasks} failed` : '';
    const message = status === 'PRIMARY'
        ? `${name} is in progress: ${runningCount} of ${(0,action_kit_build/* count */.U9)(desiredCount, 'task')} run${failed}`
        : `${name} is not gone yet: ${(0,action_kit_build/* count */.U9)(runningCount, 'task')} of it run`;
    return {
        key: `unfinished ${id}`,
        message,
        remedy: 'Deploy first, and wait for the end of the rollout, as deploy-ecs does; when it only takes long, raise timeout.',
    };
}
function earlierDefinitions(facts, wanted) {
    const others = runningTasks(facts).filter((task) => task.taskDefinitionArn !== wanted);
    const [first] = others;
    if (first === undefined)
        return [];
    const name = (0,build_arn/* nameFromArn */.N)(first.taskDefinitionArn ?? '');
    return [
        {
            key: `other definition ${name}`,
            message: `${(0,action_kit_build/* count */.U9)(others.length, 'task')} of ${name} still run, and the service is to run ${(0,build_arn/* nameFromArn */.N)(wanted)}`,
            remedy: 'Wait until ECS has replaced them: when it only takes long, raise timeout.',
        },
    ];
}

;// CONCATENATED MODULE: ./packages/checks/build/service/loss-findings.js

/** A restart since the last look: each task that ran then and is gone, with its reason. */
function lossFindings({ lost }) {
    const [first, ...others] = lost.map(tellLoss);
    if (first === undefined)
        return [];
    const more = others.length === 0 ? '' : `; and ${others.length} more stopped`;
    return [{ ...first, message: `${first.message}${more}` }];
}
function tellLoss({ taskId, death, reason }) {
    if (death !== undefined)
        return tellDeath(death);
    const why = reason === '' ? 'ECS does not say why (yet)' : `ECS says: ${reason}`;
    return {
        key: `lost ${reason}`,
        message: `task ${taskId} ran at the last look and has stopped since: ${why}`,
        remedy: 'Look at the reason above and at who stopped it; the service is checked anew with the task that takes its place.',
    };
}

;// CONCATENATED MODULE: ./packages/checks/build/service/judge-service.js








/**
 * Everything that keeps a service from being healthy; empty for a healthy one. What tells most comes first: its
 * remedy is the one that is shown.
 */
function judgeService(check, facts) {
    if ((facts.service.desiredCount ?? 0) === 0)
        return [nothingWanted];
    return [
        ...lossFindings(facts),
        ...countFindings(facts),
        ...deploymentFindings(facts),
        ...containerFindings(facts),
        ...digestFindings(facts),
        ...ageFindings(check, facts),
    ];
}
/** What a healthy service shows, in a few words. */
function seenOf(facts) {
    const { service } = facts;
    const ages = runningTasks(facts).map((task) => ageMs(task, facts));
    const definition = (0,build_arn/* nameFromArn */.N)(service.taskDefinition ?? '');
    const youngest = (0,action_kit_build/* formatSeconds */.Xo)(Math.min(...ages) / 1000);
    return `${ages.length} of ${(0,action_kit_build/* count */.U9)(service.desiredCount ?? 0, 'task')} of ${definition} run, the youngest for ${youngest}`;
}
const nothingWanted = {
    key: 'nothing wanted',
    message: 'its desired count is 0, so nothing runs that could be healthy',
    remedy: 'Raise the desired count of the service, or take the service out of the checks while it is to be down.',
};

;// CONCATENATED MODULE: ./packages/checks/build/service/lost-tasks.js



/** DescribeTasks takes no more at once. */
const describeLimit = 100;
/** What became of tasks that ran; those that the service scaled away or replaced are left out. */
async function findLostTasks({ ecs, signal }, arns, { cluster, essentialOf }) {
    const lost = [];
    for (let start = 0; start < arns.length; start += describeLimit) {
        const asked = arns.slice(start, start + describeLimit);
        const command = new dist_cjs.DescribeTasksCommand({ cluster, tasks: asked });
        const { tasks = [] } = await (0,call/* call */.T)(ecs, command, { signal });
        for (const arn of asked) {
            const task = tasks.find(({ taskArn }) => taskArn === arn);
            const found = describe(arn, task, essentialOf);
            if (found !== undefined)
                lost.push(found);
        }
    }
    return lost;
}
function describe(arn, task, essentialOf) {
    const taskId = (0,build_arn/* nameFromArn */.N)(arn);
    if (task === undefined)
        return { taskId, death: undefined, reason: '' };
    const death = (0,build/* deathOf */.oZ)(task, essentialOf(task));
    if (death === undefined && task.stopCode === 'ServiceSchedulerInitiated')
        return undefined;
    return { taskId, death, reason: task.stoppedReason ?? '' };
}

;// CONCATENATED MODULE: ./packages/checks/build/service/service-probe.js











/** Looks at a service again and again, and remembers which tasks it has seen. */
class ServiceProbe {
    #check;
    #resources;
    #reference;
    /** Revisions never change. */
    #definitions = new Map();
    #deaths = new DeathRegister();
    /** The ARNs of the tasks that ran at the last look; undefined before the first. */
    #ran;
    #expectedDigest;
    constructor(check, resources) {
        this.#check = check;
        this.#resources = resources;
        this.#reference = { cluster: (0,build_check/* clusterOf */.es)(check), service: (0,build_arn/* nameFromArn */.N)(check.service) };
    }
    attempt(limits) {
        return (0,ask_aws/* askAws */.x)(limits, async (signal) => {
            const clients = await this.#resources.clients();
            return this.#look({ ecs: clients.ecs(), signal });
        });
    }
    async #look(context) {
        const service = await findLivingService(context, this.#reference);
        if (service === undefined) {
            if (this.#ran === undefined)
                throw await noSuchService(context, this.#reference);
            return (0,ask_aws/* unanswered */.b)('missing', 'ECS does not know the service at the moment');
        }
        const { expectedImage } = this.#check;
        if (expectedImage !== undefined) {
            const { registries } = this.#resources;
            this.#expectedDigest ??= await findExpectedDigest(expectedImage, registries, context.signal);
        }
        const facts = await this.#read(context, service);
        this.#ran = runningTasks(facts).map(({ taskArn = '' }) => taskArn);
        return (0,attempt/* failedOr */.L)(judgeService(this.#check, facts), {
            verdict: 'passed',
            seen: seenOf(facts),
            status: undefined,
            latencyMs: undefined,
        });
    }
    async #read(context, service) {
        const tasks = await (0,build/* listServiceTasks */.GX)(context, this.#reference, 'RUNNING');
        const arns = tasks.map((task) => task.taskDefinitionArn ?? '');
        await this.#learnDefinitions(context, [service.taskDefinition ?? '', ...arns]);
        const running = new Set(runningTasks({ tasks }).map(({ taskArn = '' }) => taskArn));
        const gone = (this.#ran ?? []).filter((arn) => !running.has(arn));
        const essentialOf = (task) => this.#essentialOf(task);
        const lost = await findLostTasks(context, gone, { ...this.#reference, essentialOf });
        const isDue = this.#ran === undefined || gone.length > 0 || running.size < (service.desiredCount ?? 0);
        if (isDue)
            await this.#deaths.read(context, service, essentialOf);
        return {
            service,
            tasks,
            definitions: this.#definitions,
            lost,
            deaths: this.#deaths.of(service),
            expectedDigest: this.#expectedDigest,
            now: Date.now(),
        };
    }
    async #learnDefinitions(context, arns) {
        for (const arn of new Set(arns)) {
            if (arn === '' || this.#definitions.has(arn))
                continue;
            const { definition } = await (0,build/* getRegistered */.pR)(context, arn, 'service');
            this.#definitions.set(arn, definition);
        }
    }
    #essentialOf({ taskDefinitionArn = '' }) {
        const definition = this.#definitions.get(taskDefinitionArn);
        const essential = definition === undefined ? [] : (0,build/* containersOf */.Mz)(definition).filter(build/* isEssential */.NN);
        return new Set(essential.map(({ name = '' }) => name));
    }
}


/***/ })

};
