export const id = 446;
export const ids = [446];
export const modules = {

/***/ 2446:
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
;// CONCATENATED MODULE: ./actions/run-migrations-task/build/contract.js




const contract = (0,build/* defineContract */.ye)({
    name: 'run-migrations-task',
    title: 'Run migrations as an Amazon ECS task',
    description: 'Runs a one-off task such as a database migration once, in the network of the service, with its log, and is green only when the container that matters exits as it should.',
    branding: { icon: 'database', color: 'orange' },
    inputs: {
        cluster: (0,build/* text */.Qq)({ description: 'Cluster to run in: name or ARN.', default: 'default' }),
        'task-definition': (0,build/* text */.Qq)({
            description: 'What to run: the path of a file, a family, `family:revision` or an ARN. Without it, what the last successful deployment of `service` runs.',
        }),
        service: (0,build/* text */.Qq)({
            description: 'Service of the same cluster, from which network, launch type or capacity providers and platform version are taken; explicit inputs win.',
        }),
        image: (0,build/* text */.Qq)({
            description: "Image to put into the definition, for its only or only essential container: the very image that is deployed next. A name without a host lies in the ECR of the caller's account.",
        }),
        images: (0,build/* map */.Tj)({ description: 'As `image`, by container: `container=image`, one a line.' }),
        pin: (0,build/* choice */.Yq)(['digest', 'off'], {
            description: 'Names images by digest, where the registry tells it.',
            default: 'digest',
        }),
        container: (0,build/* text */.Qq)({
            description: 'Container that runs the command, and whose exit code decides. Without it, the only essential one.',
        }),
        command: (0,build/* commandLine */.ay)({
            description: 'Command to run instead of that of the definition: a JSON array, or a line that is split as a shell would split it and that no shell runs.',
        }),
        environment: (0,build/* map */.Tj)({
            description: 'Environment variables of the container for this task, `NAME=VALUE` a line.',
        }),
        cpu: (0,build/* text */.Qq)({ description: 'CPU of the task, such as `512`.' }),
        memory: (0,build/* text */.Qq)({ description: 'Memory of the task, such as `1024`.' }),
        'task-role-arn': (0,build/* text */.Qq)({ description: 'Role of the task, instead of that of the definition.' }),
        tags: (0,build/* map */.Tj)({ description: 'Tags of the task, `key=value` a line.' }),
        subnets: (0,build/* list */.p_)({ description: 'Subnets of the task, instead of those of `service`.' }),
        'security-groups': (0,build/* list */.p_)({
            description: 'Security groups of the task, instead of those of `service`.',
        }),
        'assign-public-ip': (0,build/* choice */.Yq)(['ENABLED', 'DISABLED'], {
            description: 'Whether the task gets a public address, instead of what `service` says.',
        }),
        'launch-type': (0,build/* choice */.Yq)(['FARGATE', 'EC2', 'EXTERNAL'], {
            description: 'Where the task runs, instead of where `service` runs.',
        }),
        'capacity-provider-strategy': (0,ecs_build/* capacityProviderStrategy */.fx)({
            description: 'Where the task runs: a list of names, or of mappings with `capacity-provider`, `weight` and `base`.',
        }),
        'platform-version': (0,build/* text */.Qq)({ description: 'Platform version of Fargate, such as `LATEST`.' }),
        timeout: (0,build/* duration */.p0)({
            description: 'How long the task may take; another run of the lock is waited for as long.',
            default: '15m',
            range: ['10s', '7d'],
        }),
        'on-timeout': (0,build/* choice */.Yq)(['stop', 'leave'], {
            description: 'When the time is over: stop the task, or leave it running.',
            default: 'stop',
        }),
        'on-cancel': (0,build/* choice */.Yq)(['leave', 'stop'], {
            description: 'When the job is cancelled: leave the task running, for the next run to find, or stop it.',
            default: 'leave',
        }),
        lock: (0,build/* text */.Qq)({
            description: 'Name of the lock under which only one task runs at a time in the cluster. Without it, the family of the definition.',
        }),
        'lock-behavior': (0,build/* choice */.Yq)(['wait', 'fail', 'adopt'], {
            description: 'When another task of the lock is at work: wait for its end, fail, or follow that task instead of starting one.',
            default: 'wait',
        }),
        'idempotency-key': (0,build/* text */.Qq)({
            description: 'What this piece of work is known by: a task of the same key that runs or has succeeded is adopted, a failed one is started again. Without it, cluster, what the inputs say is to run, overrides, run, job, step and matrix.',
        }),
        matrix: (0,build/* text */.Qq)({
            description: 'The combination of the matrix that this job is; leave it as it is.',
            default: '${{ toJSON(matrix) }}',
        }),
        logs: (0,build/* choice */.Yq)(['stream', 'tail', 'off'], {
            description: 'What is shown of the logs of all containers: every line as it comes, the last ones at the end, or nothing.',
            default: 'stream',
        }),
        'success-exit-codes': (0,build/* list */.p_)({
            description: 'Exit codes of the container that mean success.',
            default: '0',
        }),
        'start-attempts': (0,build/* integer */.nd)({
            description: 'How often a start is tried that fails for want of capacity or for the network. A task that has run is never started again.',
            default: '3',
            min: 1,
            max: 10,
        }),
        preflight: (0,build/* choice */.Yq)(ecs_build/* preflightGrades */.OW, {
            description: 'What becomes of references of the definition that lead nowhere, as in render-task-def.',
            default: 'error',
        }),
        ...login_inputs/* registryLoginInputs */.mf,
        'dry-run': (0,build/* flag */.Jt)({
            description: 'Reads, plans and prints what would be run, and starts nothing.',
            default: 'false',
        }),
        'aws-region': (0,region/* region */.N)({
            description: 'Region of the cluster; without it, that of the environment.',
        }),
    },
    outcomes: {
        succeeded: 'The container exited as it should.',
        failed: 'The container exited with another code; or the step failed by itself.',
        'never-started': 'The container was not run.',
        killed: 'The container was killed: by a signal, for want of memory, by a person or by AWS.',
        'timed-out': 'The time was over before the task was done.',
        cancelled: 'The job was cancelled.',
        planned: 'Dry run: nothing was started.',
    },
    outputs: {
        'task-arn': 'ARN of the task.',
        'task-definition-arn': 'ARN of the definition that the task runs.',
        'exit-code': 'Exit code of the container that decides; empty where it has none.',
        adopted: '`true` when the task was started by an earlier attempt, or another run.',
        'stopped-reason': 'Why the task stopped, in the words of ECS.',
        'duration-seconds': 'How long the step worked on the task.',
        'log-url': 'The log of the container that decides, in the AWS console.',
    },
    prose: ['stopped-reason'],
});

// EXTERNAL MODULE: ./packages/aws/build/clients.js
var build_clients = __webpack_require__(7577);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./packages/aws/build/transient.js
var build_transient = __webpack_require__(547);
// EXTERNAL MODULE: ./packages/aws/build/arn.js
var build_arn = __webpack_require__(142);
;// CONCATENATED MODULE: ./actions/run-migrations-task/build/judge.js

/** Whether a task does the piece of work that this step is to do. */
function isOwn({ plan }, task) {
    return (0,ecs_build/* findOrigin */.Ub)(task)?.key === plan.origin.key;
}
/** The containers that the verdict on a task goes by; one that its definition says nothing about is taken for essential. */
function decidingIn({ plan }, { containers = [] }, definition = plan.definition) {
    const beside = new Set((0,ecs_build/* containersOf */.Mz)(definition)
        .filter((one) => !(0,ecs_build/* isEssential */.NN)(one))
        .map(({ name }) => name));
    const names = containers.map(({ name = '' }) => name);
    return {
        container: plan.container,
        essential: new Set(names.filter((name) => !beside.has(name))),
    };
}
/** The verdict on a task by the container and the exit codes that the step goes by. */
function judge(work, task, { seen, definition } = {}) {
    const { successCodes } = work.inputs;
    return (0,ecs_build/* verdictOn */.Hc)(task, { ...decidingIn(work, task, definition), successCodes }, seen);
}

;// CONCATENATED MODULE: ./actions/run-migrations-task/build/adoption.js




/**
 * What works, or has succeeded, is followed; what has failed is started again. One that was told to end before its work was
 * done is neither yet: its end is waited for.
 */
function resumptionOf(work, own) {
    if (!(0,ecs_build/* isOver */.PU)(own))
        return isDying(work, own) ? 'await its end' : 'follow';
    if (!(0,ecs_build/* isEndTold */.NT)(own))
        return 'await its end';
    return judge(work, own).kind === 'succeeded' ? 'follow' : 'start again';
}
/** Whether a task is being stopped, and its container has not ended well by itself. */
function isDying(work, task) {
    if ((0,ecs_build/* isOver */.PU)(task) || task.desiredStatus !== 'STOPPED')
        return false;
    return judge(work, task).kind !== 'succeeded';
}
/** Throws a `conflict` for a task whose end would say nothing about this work. */
function requireContainer({ plan }, task) {
    const names = task.containers?.map(({ name = '' }) => name) ?? [];
    if (names.includes(plan.container))
        return;
    throw new build/* ActionError */.lZ({
        code: 'conflict',
        message: `The task at work under the lock ${plan.lock} has no container ${plan.container}, so its end says nothing about this work: ${describeTask(task)}. Nothing was started.`,
        remedy: 'Set lock-behavior to wait, or give this work a lock of its own.',
    });
}
/** What a task that is followed instead of an own one does otherwise; empty where it is the same work. */
function otherWork({ plan }, task) {
    const { overrides = {} } = plan.request;
    const own = overrides.containerOverrides?.find(({ name }) => name === plan.container);
    const its = task.overrides?.containerOverrides?.find(({ name }) => name === plan.container);
    const isSameDefinition = plan.taskDefinitionArn !== undefined && task.taskDefinitionArn === plan.taskDefinitionArn;
    return [
        ...(isSameDefinition ? [] : [`it runs ${(0,build_arn/* nameFromArn */.N)(task.taskDefinitionArn ?? '')}`]),
        ...(isEqual(own?.command, its?.command) ? [] : ['its command is another one']),
        ...(isEqual(own?.environment, its?.environment) ? [] : ['its environment is another one']),
    ];
}
function isEqual(one = [], other = []) {
    return JSON.stringify(one) === JSON.stringify(other);
}
/** Why a task is followed that this step has not started. */
function reasonToFollow(work, task) {
    return isOwn(work, task) ? 'the same work was begun before' : 'it holds the lock';
}
/** The error where another task is at work, and is not to be waited for. */
function isHeld({ plan }, task) {
    return new build/* ActionError */.lZ({
        code: 'conflict',
        message: `Another task is at work under the lock ${plan.lock}: ${describeTask(task)}. Nothing was started.`,
        remedy: 'Run this step again when that task has ended; or set lock-behavior to wait, or to adopt it.',
    });
}
/** A task in messages. */
function describeTask({ taskArn = '', taskDefinitionArn = '', createdAt }) {
    return `${taskArn} of ${(0,build_arn/* nameFromArn */.N)(taskDefinitionArn)}, begun at ${createdAt?.toISOString()}`;
}

// EXTERNAL MODULE: ./node_modules/.pnpm/@aws-sdk+client-ecs@3.1162.0/node_modules/@aws-sdk/client-ecs/dist-cjs/index.js
var dist_cjs = __webpack_require__(6580);
// EXTERNAL MODULE: ./packages/aws/build/call.js + 1 modules
var call = __webpack_require__(9309);
;// CONCATENATED MODULE: ./actions/run-migrations-task/build/stop-reasons.js
/** The words with which steps like this one stop tasks before their end; ECS keeps them as `stoppedReason`. */
const stopReasons = {
    timeout: 'The time given by timeout is over',
    cancelled: 'The job was cancelled',
};
/** Whether a step like this one has stopped the task, and no person. */
function isStoppedByStep({ stopCode, stoppedReason }) {
    const words = Object.values(stopReasons);
    return stopCode === 'UserInitiated' && words.includes(stoppedReason);
}

;// CONCATENATED MODULE: ./actions/run-migrations-task/build/lost-start.js





/** GitHub kills the step ten seconds after the cancel, and the answer of RunTask was waited for as well. */
const lastSeconds = 5;
/**
 * After a cancel, when ECS has not answered a start: the task that may be at work is left to the next run, or looked for and
 * stopped, as `on-cancel` says, and it is said which. `starts` are the `startedBy` of such starts.
 */
async function settleLostStarts(work, starts) {
    const { context, inputs } = work;
    if (starts.length === 0)
        return;
    if (inputs.onCancel === 'leave') {
        context.host.info('Cancelled before ECS had answered RunTask: a task may be at work, and goes on without this step; the next run finds it.');
        return;
    }
    try {
        const task = await (0,build/* underLastSignal */.P9)(lastSeconds, (signal) => stopStarted(work, starts, signal));
        context.setOutput('task-arn', task);
        context.host.info(`Cancelled: ECS was asked to stop ${task}, as on-cancel says.`);
    }
    catch (error) {
        const why = error instanceof build/* ActionError */.lZ
            ? `${error.message} ${error.remedy}`
            : error instanceof build/* CancelledError */.cc
                ? 'ECS did not list it in the time that was left.'
                : String(error);
        context.host.warning(`Cancelled before ECS had answered RunTask: a task may be at work, and could not be stopped: ${why} The next run finds it.`);
    }
}
/** Of all starts of a lock one at most has a task: stops that, as soon as ECS lists it, and gives its ARN. */
async function stopStarted({ ecs, inputs }, starts, signal) {
    const { cluster } = inputs;
    for (;;) {
        const found = await Promise.all(starts.map((by) => (0,ecs_build/* listStartedBy */.j0)({ ...ecs, signal }, cluster, by)));
        const [task] = found.flat();
        if (task !== undefined) {
            const command = new dist_cjs/* StopTaskCommand */.PP1({ cluster, task, reason: stopReasons.cancelled });
            await (0,call/* call */.T)(ecs.ecs, command, { signal, resource: task });
            return task;
        }
        await (0,build/* sleep */.yy)(500, signal);
    }
}

// EXTERNAL MODULE: ./packages/aws/build/errors.js
var errors = __webpack_require__(2790);
;// CONCATENATED MODULE: ./actions/run-migrations-task/build/refused-start.js


/** The error of a step whose task ECS did not start, in the words of ECS. */
function startRefused({ refusals, attempts }) {
    const decisive = refusals.find(({ mayPass }) => !mayPass) ?? refusals[0];
    const reasons = [...new Set(refusals.map(({ text }) => text))].join('; ');
    return new build/* ActionError */.lZ({
        code: decisive?.code ?? 'service-error',
        message: `ECS has started no task in ${(0,build/* count */.U9)(attempts, 'attempt')}: ${reasons || 'it gave no reason'}.`,
        remedy: decisive?.remedy ?? 'Run the step again; ECS gave neither a task nor a reason.',
    });
}
/** By the words of ECS, the input that it complains about. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html */
const inputsByWords = [
    [/subnet/i, 'subnets'],
    [/security ?group/i, 'security-groups'],
    [/public ?ip/i, 'assign-public-ip'],
    [/platform ?version/i, 'platform-version'],
    [/capacity ?provider/i, 'capacity-provider-strategy'],
    [/launch ?type/i, 'launch-type'],
    [/\btags?\b/i, 'tags'],
    [/\boverrides?\b|environment|command/i, 'command'],
];
const refusals = [
    'InvalidParameterException',
    'ClientException',
    'PlatformUnknownException',
    'PlatformTaskDefinitionIncompatibilityException',
    'UnsupportedFeatureException',
];
/** What a refusal of RunTask means to the user: an `input` error, which names the input where ECS does; all else as it is. */
function explainStart(error, { inputs }) {
    // What is about permissions, or passes, is explained already.
    if (!(error instanceof build/* ActionError */.lZ) || error.code !== 'service-error')
        return error;
    const words = wordsOf(error);
    if ((0,errors/* isAwsError */.m_)(error, 'ClusterNotFoundException')) {
        return inputError({
            message: `Input cluster: ECS runs no tasks in the cluster ${inputs.cluster}: ${words}`,
            remedy: 'Correct the input cluster, or create the cluster again.',
            cause: error,
        });
    }
    if (!(0,errors/* isAwsError */.m_)(error, ...refusals))
        return error;
    const [, input] = inputsByWords.find(([pattern]) => pattern.test(words)) ?? [];
    const where = inputs.service === undefined ? '' : `, or what the service ${inputs.service} has`;
    return inputError({
        message: `${input === undefined ? '' : `Input ${input}: `}ECS refuses to run the task: ${words}`,
        remedy: `Correct ${input ?? 'what ECS names'}${where}; nothing was started.`,
        cause: error,
    });
}
function inputError(told) {
    return new build/* ActionError */.lZ({ code: 'input', ...told });
}
/** What AWS itself says is at the end of the causes. */
function wordsOf(error) {
    if (!(error instanceof Error))
        return String(error);
    return error.cause === undefined ? error.message : wordsOf(error.cause);
}

// EXTERNAL MODULE: ./packages/aws/build/poll.js
var poll = __webpack_require__(8456);
;// CONCATENATED MODULE: ./actions/run-migrations-task/build/wait-for-end.js



/** ECS describes what it has started within five minutes, and what has stopped for an hour: after that it is gone. */
const unknownForMs = 300_000;
/** Waits until a task has ended, and gives it as it is then; throws a `timeout` at the deadline. `why` goes into the log. */
async function waitForEnd(work, task, { deadline, why }) {
    const { context, ecs } = work;
    const { taskArn = '', createdAt } = task;
    context.host.info(`Waiting for ${taskArn}, begun at ${createdAt?.toISOString()}, ${why}.`);
    let lastKnownAt = Date.now();
    let status = task.lastStatus;
    const look = async () => {
        const found = await describe(work, taskArn);
        if (found === 'unknown') {
            return Date.now() - lastKnownAt >= unknownForMs ? { kind: 'gone' } : undefined;
        }
        lastKnownAt = Date.now();
        status = found?.lastStatus ?? status;
        return found !== undefined && (0,ecs_build/* isOver */.PU)(found) && (0,ecs_build/* isEndTold */.NT)(found)
            ? { kind: 'over', task: found }
            : undefined;
    };
    try {
        return await (0,poll/* poll */.wt)(look, { signal: ecs.signal, deadline, delayMs: () => 5_000 });
    }
    catch (error) {
        if (!(error instanceof poll/* DeadlineError */.j3))
            throw error;
        const silentMs = Date.now() - lastKnownAt;
        const was = `${taskArn} was ${status}`;
        throw notOurTurn(work, silentMs < 30_000
            ? was
            : `${was} ${(0,build/* formatSeconds */.Xo)(silentMs / 1000)} ago, and ECS has not described it since`, error);
    }
}
/** The error of a step whose turn did not come in time. */
function notOurTurn({ inputs, plan }, why, cause) {
    return new build/* ActionError */.lZ({
        code: 'timeout',
        message: `The lock ${plan.lock} was not free after ${(0,build/* formatSeconds */.Xo)(inputs.timeoutSeconds)}: ${why}. Nothing was started.`,
        remedy: 'Look at the tasks of the cluster; raise timeout where they only take longer.',
        cause,
    });
}
/** The task as it is now; `unknown` where ECS does not know it, undefined where it does not answer. */
async function describe({ ecs, inputs }, arn) {
    try {
        return (await (0,ecs_build/* describeTasks */.yz)(ecs, inputs.cluster, [arn]))[0] ?? 'unknown';
    }
    catch (error) {
        if (!(0,build_transient/* isTransient */.d)(error) || ecs.signal.aborted)
            throw error;
        return undefined;
    }
}

;// CONCATENATED MODULE: ./actions/run-migrations-task/build/begin.js









/** How often a start may go without an answer. */
const unansweredStarts = 6;
/** The pauses that the lock itself asks for are no time that others took. */
const settlingMs = 180_000;
const retryMs = 5_000;
/** Begins the work of a step: starts its task as soon as the lock lets it, or finds the one that is there. */
class Beginning {
    #work;
    #lock;
    /** Tells the starts of this step from all others. */
    #nonce;
    #starts = 0;
    #unanswered = [];
    #definitionArn;
    constructor(work) {
        const { plan, inputs, context } = work;
        const { id, attempt } = context.host.run;
        this.#work = work;
        this.#nonce = `${id}-${attempt}-${(0,external_node_crypto_.randomUUID)().slice(0, 8)}`;
        this.#definitionArn = plan.taskDefinitionArn;
        this.#lock = new ecs_build/* TaskLock */.Lw(work.ecs, {
            origin: plan.origin,
            cluster: inputs.cluster,
            // A lock with a name of its own may hold tasks of several families.
            family: inputs.lock === undefined ? plan.definition.family : undefined,
        });
    }
    /** Comes back with a task, or with a refusal; throws `conflict` or `timeout` where others hold the lock. */
    async begin() {
        const { inputs, context } = this.#work;
        const deadline = Date.now() + inputs.timeoutSeconds * 1000;
        this.#unanswered = [];
        try {
            for (;;) {
                const begun = await this.#untilAnswered(deadline);
                if (begun !== undefined)
                    return begun;
            }
        }
        catch (error) {
            if (context.signal.aborted)
                await settleLostStarts(this.#work, this.#lock.unanswered);
            throw error;
        }
    }
    /** A round; what passes is tried again for as long as another run would be waited for. */
    async #untilAnswered(deadline) {
        const { context } = this.#work;
        try {
            return await this.#round(deadline);
        }
        catch (error) {
            const isOverNow = context.signal.aborted || Date.now() >= deadline;
            if (isOverNow || !(0,build_transient/* isTransient */.d)(error) || this.#isGivenUp())
                throw error;
            const words = error instanceof Error ? error.message : String(error);
            context.host.info(`${words} Asking again.`);
            await (0,build/* sleep */.yy)(retryMs, context.signal);
            return undefined;
        }
    }
    async #round(deadline) {
        const known = await this.#lock.read();
        const own = known.find((task) => isOwn(this.#work, task));
        if (own !== undefined) {
            const resumption = this.#isMine(own) && !(0,ecs_build/* isOver */.PU)(own) ? 'follow' : resumptionOf(this.#work, own);
            if (resumption === 'follow')
                return this.#follow(own);
            if (resumption === 'await its end')
                return this.#waitFor(own, deadline, 'to see how it ends');
        }
        if (this.#isGivenUp())
            throw noAnswer(this.#work, this.#unanswered);
        return this.#act(await this.#take(known), deadline);
    }
    async #act(turn, deadline) {
        const { context } = this.#work;
        if (turn.kind === 'refused')
            return { refused: turn.refusals };
        if (turn.kind === 'held')
            return this.#giveWay(turn.task, deadline);
        if (turn.kind === 'again')
            return this.#waitUntil(turn.at, deadline);
        if (turn.kind === 'unanswered')
            return this.#lookAgain(turn.error);
        context.host.info(`Started ${describeTask(turn.task)}`);
        return { task: turn.task, adopted: false };
    }
    async #lookAgain(error) {
        const { context } = this.#work;
        this.#unanswered = [...this.#unanswered, error];
        context.host.info('ECS did not answer; looking whether it has started the task.');
        await (0,build/* sleep */.yy)(retryMs, context.signal);
    }
    /** Another task is at work: what is to happen says `lock-behavior`. */
    async #giveWay(task, deadline) {
        const { lockBehavior } = this.#work.inputs;
        if (lockBehavior === 'fail')
            throw isHeld(this.#work, task);
        // One that is being stopped will not do the work.
        if (lockBehavior === 'adopt' && !isDying(this.#work, task))
            return this.#follow(task);
        const why = `which is at work under the lock ${this.#work.plan.lock}`;
        return this.#waitFor(task, deadline, why);
    }
    async #waitFor(task, deadline, why) {
        const awaited = await waitForEnd(this.#work, task, { deadline, why });
        if (awaited.kind === 'over')
            this.#lock.learn(awaited.task);
        else
            this.#lock.forget(task);
    }
    async #take(known) {
        // What somebody else is still doing needs no revision of its own.
        const isHeldNow = known.some((task) => !(0,ecs_build/* isOver */.PU)(task));
        const taskDefinition = isHeldNow ? '' : await this.#definition();
        const request = { ...this.#work.plan.request, taskDefinition };
        this.#starts += 1;
        try {
            return await this.#lock.take(request, `${this.#nonce}-${this.#starts}`);
        }
        catch (error) {
            throw explainStart(error, this.#work);
        }
    }
    /** The definition to run; it is registered when it is needed, and once. */
    async #definition() {
        const { ecs, plan, context } = this.#work;
        if (this.#definitionArn === undefined) {
            this.#definitionArn = (await (0,ecs_build/* register */.kz)(ecs, plan.definition)).arn;
            context.host.info(`Registered ${this.#definitionArn}`);
        }
        context.setOutput('task-definition-arn', this.#definitionArn);
        return this.#definitionArn;
    }
    #isMine(task) {
        return (0,ecs_build/* findOrigin */.Ub)(task)?.start.startsWith(this.#nonce) ?? false;
    }
    #follow(task) {
        const { host } = this.#work.context;
        if (this.#isMine(task)) {
            host.info(`ECS has started ${describeTask(task)}`);
            return { task, adopted: false };
        }
        requireContainer(this.#work, task);
        host.info(`Adopted ${describeTask(task)}: ${reasonToFollow(this.#work, task)}.`);
        const differences = isOwn(this.#work, task) ? [] : otherWork(this.#work, task);
        if (differences.length > 0) {
            host.warning(`The task that is followed instead of an own one does other work: ${differences.join(', ')}. Its end decides, and what this step was to do is not done. Set lock-behavior to wait where it has to be.`);
        }
        return { task, adopted: true };
    }
    #isGivenUp() {
        return this.#unanswered.length >= unansweredStarts;
    }
    async #waitUntil(moment, deadline) {
        const { context } = this.#work;
        const now = Date.now();
        if (now >= deadline + settlingMs)
            throw notOurTurn(this.#work, 'others were always first');
        const pauseMs = Math.max(0, moment - now);
        if (pauseMs > 5_000) {
            const seconds = (0,build/* formatSeconds */.Xo)(pauseMs / 1000);
            context.host.info(`Waiting ${seconds}, so that no other run can start a task unseen.`);
        }
        await (0,build/* sleep */.yy)(pauseMs, context.signal);
    }
}
function noAnswer({ plan }, errors) {
    const last = errors.at(-1);
    const words = last instanceof build/* ActionError */.lZ ? ` ${last.message}` : '';
    return new build/* ActionError */.lZ({
        code: 'service-error',
        message: `ECS has not answered RunTask in ${errors.length} attempts.${words} A task may have been started, and is not listed.`,
        remedy: `Run the step again: it finds a task that was started under the lock ${plan.lock}, and starts none beside it. Where AWS throttles, run fewer jobs at the same time.`,
        cause: last,
    });
}

;// CONCATENATED MODULE: ./actions/run-migrations-task/build/pace.js
/** How long to wait before the next look at what has been followed since a moment: what takes hours is looked at less often. */
function pauseSince(begunAt) {
    const elapsedMs = Date.now() - begunAt;
    if (elapsedMs < 60_000)
        return 2_000;
    return elapsedMs < 600_000 ? 5_000 : 10_000;
}

;// CONCATENATED MODULE: ./actions/run-migrations-task/build/stop.js




/** GitHub kills the step ten seconds after the cancel. */
const stop_lastSeconds = 5;
/** An answer that takes longer is not waited for. */
const answerWithinMs = 20_000;
/** Asks ECS to stop a task, and says whether it took the request: what it refuses is a warning. */
async function tryStop(work, task, reason) {
    try {
        await (0,poll/* untilDeadline */.Hm)(work.ecs.signal, Date.now() + answerWithinMs, (signal) => stop(work, { task, reason, signal }));
        return true;
    }
    catch (error) {
        if (work.ecs.signal.aborted)
            throw error;
        warn(work, error);
        return false;
    }
}
/** After a cancel: leaves the task to go on, or stops it, as `on-cancel` says, and says which. */
async function stopAfterCancel(work, task) {
    const { context, inputs } = work;
    if (inputs.onCancel === 'leave') {
        context.host.info('Cancelled: the task goes on without this step; the next run finds it.');
        return;
    }
    try {
        await (0,build/* underLastSignal */.P9)(stop_lastSeconds, (signal) => stop(work, { task, reason: stopReasons.cancelled, signal }));
        context.host.info('Cancelled: ECS was asked to stop the task, as on-cancel says.');
    }
    catch (error) {
        warn(work, error);
    }
}
async function stop({ ecs, inputs }, { task, reason, signal }) {
    const { taskArn = '*' } = task;
    const command = new dist_cjs/* StopTaskCommand */.PP1({ cluster: inputs.cluster, task: taskArn, reason });
    await (0,call/* call */.T)(ecs.ecs, command, { signal, resource: taskArn });
}
function warn({ context }, error) {
    const why = error instanceof build/* ActionError */.lZ
        ? `${error.message} ${error.remedy}`
        : error instanceof build/* CancelledError */.cc
            ? 'There was no time for it.'
            : error instanceof poll/* DeadlineError */.j3
                ? 'ECS did not answer.'
                : String(error);
    context.host.warning(`The task could not be stopped, and goes on: ${why}`);
}

;// CONCATENATED MODULE: ./actions/run-migrations-task/build/container-log.js
/** Lines of each container that are shown at the end with `logs: tail`. */
const tailLength = 50;
/** Lines arrive some seconds after they were written: this long after the last one none is expected. */
const quietMs = 15_000;
/** While nothing at all has come of a container that was run, its log may only be late. */
const silenceMs = 20_000;
/** The log of one container, and what has come of it so far. */
class ContainerLog {
    container;
    tail = [];
    #follower;
    #lastLineAt = 0;
    #longestDelayMs = 0;
    /** When the latest look began that has found the end of the log. */
    #endReadAt = 0;
    constructor(container, follower) {
        this.container = container;
        this.#follower = follower;
    }
    /** The next lines; never throws. */
    async read(signal) {
        const begunAt = Date.now();
        const page = await this.#follower.readPage(signal);
        if (page.isEnd && page.isAnswered)
            this.#endReadAt = begunAt;
        if (page.lines.length > 0)
            this.#lastLineAt = Date.now();
        for (const { lateByMs } of page.lines) {
            this.#longestDelayMs = Math.max(this.#longestDelayMs, lateByMs);
        }
        this.tail = [...this.tail, ...page.lines].slice(-tailLength);
        return page;
    }
    /** Whether no line is expected any more: it was quiet for twice as long as lines have taken so far. */
    isDrained({ container, isEnding, endedAt }) {
        if (!this.#follower.isReadable)
            return true;
        if (endedAt === undefined)
            return this.#endReadAt > 0;
        // What goes on beside the container that decides is not waited for.
        const lastAt = isEnding ? Math.max(endedAt, this.#lastLineAt) : endedAt;
        return this.#endReadAt >= lastAt + this.#patienceMs(hasRun(container));
    }
    #patienceMs(wasRun) {
        if (this.tail.length > 0)
            return Math.max(quietMs, 2 * this.#longestDelayMs);
        return wasRun ? silenceMs : 0;
    }
    /** What is to be said of it at the end, where not all may have been shown. */
    noteOn(container) {
        const { trouble, place } = this.#follower;
        if (trouble !== undefined)
            return trouble;
        return hasRun(container) && this.tail.length === 0
            ? `Nothing has come of the log of ${this.container} (stream ${place.stream} in ${place.group}).`
            : undefined;
    }
}
/** Whether a container was begun at all. */
function hasRun({ runtimeId, exitCode } = {}) {
    return runtimeId !== undefined || exitCode !== undefined;
}

;// CONCATENATED MODULE: ./actions/run-migrations-task/build/task-log.js





/** After so many pages in a row there is a pause, however much there is to read. */
const pagesAtOnce = 10;
const drainWithinMs = 120_000;
/** What ended so long ago has nothing under way any more, whatever the clocks say. */
const longAgoMs = 300_000;
/** A container of a task, for whoever asks where it writes. */
function containerOf(definition, { taskArn = '', containers = [] }, container) {
    const { runtimeId } = containers.find(({ name }) => name === container) ?? {};
    return { definition, container, taskId: (0,build_arn/* nameFromArn */.N)(taskArn), arn: taskArn, runtimeId };
}
/** Where a person finds the log of the container that decides; undefined where it is in no place that is known. */
function logUrl({ container }, definition, task) {
    if (definition === undefined)
        return undefined;
    const place = (0,ecs_build/* placeOfLog */.An)(containerOf(definition, task, container));
    return 'obstacle' in place ? undefined : place.url;
}
/** What the containers of a task write, shown as the input `logs` says. */
class TaskLog {
    #work;
    #definition;
    #logs = [];
    /** Why logs are not read, by container. */
    #obstacles = new Map();
    /** `definition` is that which the task runs. */
    constructor(work, definition) {
        this.#work = work;
        this.#definition = definition;
    }
    /** Takes note of a task as it is now: where a container writes may come to light with its start. */
    learn(task) {
        const { clients, inputs } = this.#work;
        if (inputs.logs === 'off')
            return;
        const known = new Set(this.#logs.map(({ container }) => container));
        const places = (0,ecs_build/* containersOf */.Mz)(this.#definition)
            .filter(({ name = '' }) => !known.has(name))
            .map(({ name = '' }) => (0,ecs_build/* placeOfLog */.An)(containerOf(this.#definition, task, name)));
        this.#obstacles = new Map(places.flatMap((place) => ('obstacle' in place ? [[place.container, place.obstacle]] : [])));
        const found = places
            .filter((place) => !('obstacle' in place))
            .map((place) => new ContainerLog(place.container, new ecs_build/* LogFollower */.pl(clients, place)));
        this.#logs = [...this.#logs, ...found];
    }
    /** Reads and shows what comes, until it is told to end; never throws. */
    async follow(until) {
        const begunAt = Date.now();
        while (!until.aborted) {
            await this.#read(until);
            // Woken by the end.
            await (0,build/* sleep */.yy)(pauseSince(begunAt), until).catch(() => undefined);
        }
    }
    /** Reads on, once the task has ended, until nothing more comes, and says what was not read. */
    async drain(task) {
        const { ecs, inputs, context } = this.#work;
        const begunAt = Date.now();
        const deadline = begunAt + drainWithinMs;
        const seen = lastSeen(task, begunAt);
        for (;;) {
            await this.#read(ecs.signal, deadline);
            const isDrained = this.#logs.every((log) => log.isDrained(seen(log.container)));
            if (isDrained || Date.now() >= deadline)
                break;
            await (0,build/* sleep */.yy)(1_000, ecs.signal);
        }
        if (inputs.logs === 'tail') {
            for (const { container, tail } of this.#logs)
                this.#print([{ container, lines: tail }]);
        }
        const notes = this.#logs.map((log) => log.noteOn(seen(log.container).container));
        for (const note of [...notes, ...this.#obstacles.values()]) {
            if (note !== undefined)
                context.host.info(note);
        }
    }
    /** A page of each log after the other, each shown as it comes, so that lines of several containers stay in order. */
    async #read(signal, deadline = Infinity) {
        let open = this.#logs;
        for (let pages = 0; pages < pagesAtOnce; pages++) {
            if (open.length === 0 || signal.aborted || Date.now() >= deadline)
                return;
            const found = await Promise.all(open.map(async (log) => ({ log, page: await log.read(signal) })));
            if (this.#work.inputs.logs === 'stream') {
                this.#print(found.map(({ log, page }) => ({ container: log.container, lines: page.lines })));
            }
            open = found.filter(({ page }) => !page.isEnd).map(({ log }) => log);
        }
    }
    /**
     * Prints lines in the order in which they were written. The name before each line tells containers apart, and keeps a line
     * from being a workflow command.
     */
    #print(found) {
        const all = found.flatMap(({ container, lines }) => lines.map(({ text, writtenAt }) => ({ text: `${container} | ${text}`, writtenAt })));
        // Lines of one moment stay as they are: those of one container are in order already.
        const sorted = found.length > 1 ? all.toSorted((a, b) => a.writtenAt - b.writtenAt) : all;
        for (const { text } of sorted)
            this.#work.context.host.info(text);
    }
}
/** What was last seen of each container; a task that ended long ago has nothing under way. */
function lastSeen(task, now) {
    const { containers = [], desiredStatus, executionStoppedAt, stoppedAt } = task;
    const told = Number(executionStoppedAt ?? stoppedAt ?? now);
    const endedAt = now - told > longAgoMs ? undefined : now;
    return (wanted) => {
        const container = containers.find(({ name }) => name === wanted);
        const isEnding = desiredStatus === 'STOPPED' || container?.exitCode !== undefined;
        return { container, isEnding, endedAt };
    };
}

;// CONCATENATED MODULE: ./actions/run-migrations-task/build/watched-task.js



/** A container gets up to two minutes to stop by itself. */
const stopWithinMs = 150_000;
/** An answer that takes longer is not waited for: the next look asks again. */
const watched_task_answerWithinMs = 15_000;
/** So long after the exit code ECS is given to say why the task stops. */
const reasonWithinMs = 10_000;
/** A task as ECS has last told of it, and since when its end is under way. */
class WatchedTask {
    #work;
    #definition;
    #task;
    #ending = 'unknown';
    #exitSeenAt = Infinity;
    #stoppingSeenAt = Infinity;
    #isAnswered = true;
    constructor(work, task, definition) {
        this.#work = work;
        this.#definition = definition;
        this.#task = task;
        this.#noteEnd();
    }
    get task() {
        return this.#task;
    }
    /** That of the container that decides, once it has one. */
    get exitCode() {
        return exitCodeIn(this.#task, this.#work.plan.container);
    }
    /** What the looks have shown of the end of the container that decides. */
    get ending() {
        return this.#ending;
    }
    /** Whether other containers can end the task before the one that decides has done its work. */
    get hasRivals() {
        const { container, essential } = decidingIn(this.#work, this.#task, this.#definition);
        return [...essential].some((name) => name !== container);
    }
    /** Whether nothing is left to learn of the container that decides. */
    get hasEnded() {
        return (0,ecs_build/* isOver */.PU)(this.#task) || this.exitCode !== undefined;
    }
    /** Whether ECS was told to stop it, or stops it. */
    get isStopping() {
        return this.#stoppingSeenAt < Infinity;
    }
    /** Whether the task is over; or its container has an exit code, and a reason; or it takes too long to stop. */
    isAllKnown() {
        const now = Date.now();
        if ((0,ecs_build/* isOver */.PU)(this.#task) || now - this.#stoppingSeenAt >= stopWithinMs)
            return true;
        if (this.exitCode === undefined)
            return false;
        return (0,ecs_build/* isEndTold */.NT)(this.#task) || now - this.#exitSeenAt >= reasonWithinMs;
    }
    /** Asks ECS. Throws what ECS refuses, unless enough is known for a verdict; what passes is only told. */
    async look() {
        const { ecs, inputs } = this.#work;
        const { taskArn = '' } = this.#task;
        try {
            const [found] = await (0,poll/* untilDeadline */.Hm)(ecs.signal, Date.now() + watched_task_answerWithinMs, (signal) => (0,ecs_build/* describeTasks */.yz)({ ...ecs, signal }, inputs.cluster, [taskArn]));
            this.#isAnswered = true;
            if (found === undefined || this.#isNewerThan(found))
                return;
            this.#task = found;
            this.#noteEnd();
        }
        catch (error) {
            if (ecs.signal.aborted)
                throw error;
            if (!this.hasEnded)
                this.#tellSilence(error);
        }
    }
    #tellSilence(error) {
        const isSilent = error instanceof poll/* DeadlineError */.j3;
        if (!isSilent && !(0,build_transient/* isTransient */.d)(error))
            throw error;
        const words = !isSilent && error instanceof Error ? error.message : 'ECS did not answer.';
        // Once, until it answers again.
        if (this.#isAnswered)
            this.#work.context.host.info(`${words} The task goes on; looking again.`);
        this.#isAnswered = false;
    }
    /** An answer that lags does not take back an end that was told. */
    #isNewerThan(found) {
        if ((0,ecs_build/* isOver */.PU)(found))
            return false;
        const isExitLost = exitCodeIn(found, this.#work.plan.container) === undefined;
        return (0,ecs_build/* isOver */.PU)(this.#task) || (this.exitCode !== undefined && isExitLost);
    }
    #noteEnd() {
        const { desiredStatus, stopCode } = this.#task;
        const deciding = decidingIn(this.#work, this.#task, this.#definition);
        this.#ending = (0,ecs_build/* endingIn */.Pd)(this.#task, deciding, this.#ending);
        const now = Date.now();
        if (desiredStatus === 'STOPPED' || stopCode) {
            this.#stoppingSeenAt = Math.min(this.#stoppingSeenAt, now);
        }
        if (this.exitCode !== undefined)
            this.#exitSeenAt = Math.min(this.#exitSeenAt, now);
    }
}
function exitCodeIn({ containers = [] }, wanted) {
    return containers.find(({ name }) => name === wanted)?.exitCode;
}

;// CONCATENATED MODULE: ./actions/run-migrations-task/build/follower.js







/** Which of several essential containers was first is seen by looking in between. */
const rivalPauseMs = 1_000;
/** Looks at a task until it has ended, while its log is shown. */
class Follower {
    watched;
    #work;
    #definition;
    #log;
    #begunAt = Date.now();
    #phases = [];
    #outputs = new Map();
    #mayStop;
    constructor(work, { task, definition, isOwn }) {
        this.#work = work;
        this.watched = new WatchedTask(work, task, definition);
        this.#definition = definition;
        this.#log = definition && new TaskLog(work, definition);
        this.#mayStop = isOwn;
    }
    /** Follows it to its end, or to the end of its time, and then reads the rest of its log. */
    async follow() {
        const lateIn = await this.#besideLog(() => this.#watchToEnd());
        const { task, ending } = this.watched;
        await this.#log?.drain(task);
        return {
            task,
            ending,
            definition: this.#definition,
            lateIn,
            phases: this.#phases,
            begunAt: this.#begunAt,
            endedAt: Date.now(),
        };
    }
    /** The log is read on its own: an answer that it does not give holds nothing up. */
    async #besideLog(work) {
        const ended = new AbortController();
        const until = AbortSignal.any([this.#work.ecs.signal, ended.signal]);
        const shown = this.#log?.follow(until);
        try {
            return await work();
        }
        finally {
            ended.abort();
            await shown;
        }
    }
    /** Gives the status in which the time ran out, if it did. */
    async #watchToEnd() {
        const { timeoutSeconds, onTimeout } = this.#work.inputs;
        if (await this.#watch(this.#begunAt + timeoutSeconds * 1000))
            return undefined;
        if (this.watched.isStopping) {
            await this.#watch(Date.now() + stopWithinMs);
            return undefined;
        }
        const { lastStatus = 'PROVISIONING' } = this.watched.task;
        if (onTimeout === 'stop' && this.#mayStop)
            await this.#stopLate();
        return lastStatus;
    }
    /** Whether all that can be known of the task was known by the deadline; the last look is made then. */
    async #watch(deadline) {
        for (;;) {
            const lookedAt = Date.now();
            // The answer of RunTask is as good as a first look, which might come too early.
            if (this.#phases.length > 0)
                await this.watched.look();
            this.#tell();
            await this.#stopRest();
            if (this.watched.isAllKnown())
                return true;
            if (lookedAt >= deadline)
                return false;
            const usualMs = this.watched.hasRivals ? rivalPauseMs : pauseSince(this.#begunAt);
            const pauseMs = Math.min(usualMs, deadline - Date.now());
            await (0,build/* sleep */.yy)(Math.max(0, pauseMs), this.#work.ecs.signal);
        }
    }
    /** Tells what is new: in the log, and in the outputs, also for a step that does not come to its end. */
    #tell() {
        const { task, exitCode } = this.watched;
        const { lastStatus = 'PROVISIONING', stoppedReason } = task;
        this.#log?.learn(task);
        this.#setOutput('exit-code', exitCode?.toString());
        this.#setOutput('stopped-reason', stoppedReason);
        this.#setOutput('log-url', logUrl(this.#work.plan, this.#definition, task));
        if (this.#phases.some(({ status }) => status === lastStatus))
            return;
        const now = Date.now();
        this.#phases.push({ status: lastStatus, from: now });
        const elapsed = (0,build/* formatSeconds */.Xo)((now - this.#begunAt) / 1000).padStart(7);
        this.#work.context.host.info(`${elapsed}  ${lastStatus}`);
    }
    #setOutput(name, value) {
        if (value === undefined || this.#outputs.get(name) === value)
            return;
        this.#outputs.set(name, value);
        this.#work.context.setOutput(name, value);
    }
    /** A container that is not essential leaves the others running, which nobody waits for. */
    async #stopRest() {
        const { exitCode, isStopping, task } = this.watched;
        if (exitCode === undefined || isStopping || !this.#mayStop)
            return;
        this.#mayStop = false;
        await tryStop(this.#work, task, (0,ecs_build/* hasDecided */.PD)(this.#work.plan.container));
    }
    async #stopLate() {
        this.#work.context.host.info('The time is over: stopping the task.');
        const isTold = await tryStop(this.#work, this.watched.task, stopReasons.timeout);
        if (isTold)
            await this.#watch(Date.now() + stopWithinMs);
    }
}

;// CONCATENATED MODULE: ./actions/run-migrations-task/build/overrides.js

/** What RunTask takes; more is refused. */
const longestOverrides = 8192;
/** What is different for the task from its definition, as RunTask takes it; undefined for nothing. */
function overridesOf({ overrides }, container) {
    const { command, environment, cpu, memory, taskRoleArn } = overrides;
    const ofContainer = {
        ...(command && { command: [...command] }),
        ...(environment && {
            environment: [...environment].map(([name, value]) => ({ name, value })),
        }),
    };
    const all = {
        ...(Object.keys(ofContainer).length > 0 && {
            containerOverrides: [{ name: container, ...ofContainer }],
        }),
        ...(cpu !== undefined && { cpu }),
        ...(memory !== undefined && { memory }),
        ...(taskRoleArn !== undefined && { taskRoleArn }),
    };
    return Object.keys(all).length > 0 ? all : undefined;
}
/** Why ECS would refuse the overrides. */
function overrideProblems(overrides, definition) {
    if (overrides === undefined)
        return [];
    const known = new Set((0,ecs_build/* checkRules */.MM)(definition).map((problem) => JSON.stringify(problem)));
    const broken = (0,ecs_build/* checkRules */.MM)(overridden(definition, overrides))
        .filter((problem) => !known.has(JSON.stringify(problem)))
        .map(({ path, message }) => ({ path: inputOf(path), message }));
    const { length } = JSON.stringify(overrides);
    if (length <= longestOverrides)
        return broken;
    const message = `and the other overrides have ${length} characters together; ECS takes ${longestOverrides}: put what is long into the definition, or into a secret`;
    return [...broken, { path: 'environment', message }];
}
/** The definition as the task sees it. */
function overridden(definition, { containerOverrides = [], cpu, memory }) {
    const containerDefinitions = (0,ecs_build/* containersOf */.Mz)(definition).map((container) => {
        const { environment = [], command = container.command } = containerOverrides.find(({ name }) => name === container.name) ?? {};
        const names = new Set(environment.map(({ name }) => name));
        const others = (container.environment ?? []).filter(({ name }) => !names.has(name));
        return {
            ...container,
            ...(command && { command }),
            ...(environment.length > 0 && { environment: [...others, ...environment] }),
        };
    });
    return {
        ...definition,
        containerDefinitions,
        ...(cpu !== undefined && { cpu }),
        ...(memory !== undefined && { memory }),
    };
}
function inputOf(path) {
    return path === 'cpu' || path === 'memory' ? path : 'environment';
}

;// CONCATENATED MODULE: ./actions/run-migrations-task/build/mask-secrets.js


/** Hides what is secret in a definition, and in what a task overrides of it: containers may well quote their environment. */
function maskSecrets(host, { definition, overrides, inputs }) {
    const { cluster, service = '' } = inputs;
    for (const seen of [definition, overridden(definition, overrides)]) {
        for (const secret of (0,ecs_build/* plainSecrets */.of)(seen, [cluster, service]))
            host.mask(secret);
    }
}

;// CONCATENATED MODULE: ./actions/run-migrations-task/build/running-definition.js



/**
 * The definition that a task runs, with all that is secret in it and in the overrides of the task masked. Undefined, which
 * is said, where it cannot be read: nobody knows then what in the log of the task is secret, or where that log is.
 */
async function findRunningDefinition(work, { task, adopted }) {
    const { plan, inputs, context } = work;
    // What this step started was masked when it was planned.
    if (!adopted)
        return plan.definition;
    const found = await read(work, task);
    if (typeof found === 'string') {
        context.host.info(`The definition ${(0,build_arn/* nameFromArn */.N)(task.taskDefinitionArn ?? '')} of that task cannot be read (${found}), so its log is not shown: what in it is secret is not known.`);
        return undefined;
    }
    maskSecrets(context.host, { definition: found, overrides: task.overrides ?? {}, inputs });
    return found;
}
async function read({ ecs }, { taskDefinitionArn = '' }) {
    try {
        const found = await (0,ecs_build/* findRegistered */.Eu)(ecs, taskDefinitionArn);
        return found?.definition ?? 'it is not there any more';
    }
    catch (error) {
        if (ecs.signal.aborted || !(error instanceof Error))
            throw error;
        return error.message.replace(/\.$/, '');
    }
}

;// CONCATENATED MODULE: ./actions/run-migrations-task/build/follow.js






/**
 * Follows a task to its end, or to the end of its time, and shows what its containers write. Throws, when the job is
 * cancelled or ECS refuses to tell of the task, what became of it.
 */
async function follow(work, begun) {
    const { host } = work.context;
    const title = `Follow ${(0,build_arn/* nameFromArn */.N)(begun.task.taskArn ?? '')}`;
    return (0,build/* inGroup */.HB)(host, title, async () => {
        let follower;
        try {
            const definition = await findRunningDefinition(work, begun);
            follower = new Follower(work, {
                task: begun.task,
                definition,
                isOwn: isOwn(work, begun.task),
            });
            return await follower.follow();
        }
        catch (error) {
            const task = follower?.watched.task ?? begun.task;
            if (!work.context.signal.aborted)
                throw leftAlone(error, task);
            await afterCancel(work, task, follower?.watched.hasEnded ?? false);
            throw error;
        }
    });
}
async function afterCancel(work, task, hasEnded) {
    if (hasEnded) {
        work.context.host.info('Cancelled: the task had ended already.');
        return;
    }
    // The task of another run is not ours to stop.
    if (isOwn(work, task))
        await stopAfterCancel(work, task);
}
/** What kept the step from following the task does not keep the task from going on. */
function leftAlone(error, { taskArn, lastStatus }) {
    if (!(error instanceof build/* ActionError */.lZ))
        return error;
    const { code, message, remedy } = error;
    return new build/* ActionError */.lZ({
        code,
        message: `${message}\nThe task ${taskArn} was ${lastStatus} when ECS last told of it, and goes on without this step: the next run finds it.`,
        remedy,
        cause: error,
    });
}

;// CONCATENATED MODULE: ./actions/run-migrations-task/build/act.js





/** Starts the task, or takes the one that is there, and follows it to its end. */
async function runTask(work) {
    const { context, inputs } = work;
    const beginning = new Beginning(work);
    for (let attempt = 1;; attempt++) {
        const begun = await (0,build/* inGroup */.HB)(context.host, 'Start the task', () => beginning.begin());
        if ('refused' in begun) {
            const { refused: refusals } = begun;
            const mayPass = refusals.every((one) => one.mayPass);
            if (attempt >= inputs.startAttempts || !mayPass) {
                return { kind: 'refused', refusals, attempts: attempt };
            }
            await pauseBefore(work, attempt, refusals.map(({ text }) => text).join('; '));
            continue;
        }
        const end = await followToEnd(work, begun);
        if (end.kind !== 'ended' || attempt >= inputs.startAttempts)
            return end;
        if (!(0,ecs_build/* mayStartAgain */.Ay)(end.task, end.verdict))
            return end;
        await pauseBefore(work, attempt, end.verdict.reason);
    }
}
async function followToEnd(work, begun) {
    const { context } = work;
    const { taskArn = '', taskDefinitionArn = '' } = begun.task;
    context.setOutput('task-arn', taskArn);
    context.setOutput('task-definition-arn', taskDefinitionArn);
    context.setOutput('adopted', String(begun.adopted));
    const followed = await follow(work, begun);
    const { ending: seen, definition, task } = followed;
    const verdict = judge(work, task, { seen, definition });
    const { lateIn } = followed;
    // It may have come to its good end in the very moment.
    return lateIn === undefined || verdict.kind === 'succeeded'
        ? { kind: 'ended', ...begun, ...followed, verdict }
        : { kind: 'timed-out', ...begun, ...followed, lateIn };
}
/** A lack of capacity may be over after a while. */
async function pauseBefore({ context }, attempt, why) {
    const seconds = 10 * 2 ** (attempt - 1);
    context.host.info(`The task could not be started (${why}); trying again in ${seconds} s.`);
    await (0,build/* sleep */.yy)(seconds * 1000, context.signal);
}

;// CONCATENATED MODULE: ./actions/run-migrations-task/build/end-of-log.js



/** The last lines of a container; undefined where it was not run, or where nothing of its log is to be shown. */
async function readEndOfLog({ clients, ecs, inputs }, { task, definition }, { container, endedAt }) {
    const wasRun = hasRun(task.containers?.find(({ name }) => name === container));
    if (definition === undefined || inputs.logs === 'off' || !wasRun)
        return undefined;
    const source = containerOf(definition, task, container);
    return (0,ecs_build/* readLogTail */.Ty)(clients, { ...source, ...(endedAt && { endedAt }) }, ecs.signal);
}

;// CONCATENATED MODULE: ./actions/run-migrations-task/build/too-late.js



/** The error of a task whose time was over: whether it was at work at all, and what became of it then. */
function tooLate({ inputs, plan }, { task, lateIn }, log) {
    const { container } = plan;
    const { taskArn, lastStatus, desiredStatus, containers = [] } = task;
    const after = (0,build/* formatSeconds */.Xo)(inputs.timeoutSeconds);
    const wasStopped = desiredStatus === 'STOPPED';
    if (!hasRun(containers.find(({ name }) => name === container))) {
        const end = wasStopped
            ? 'It was stopped before that.'
            : `It was left as it is (${lastStatus}); the next run finds it.`;
        return new build/* ActionError */.lZ({
            code: 'timeout',
            message: `${container} of ${taskArn} was not started within ${after}: the task hung in ${lateIn}. ${end}`,
            remedy: `Look at what the task waits for in ${lateIn}: ${waits[lateIn] ?? 'its events in the console tell'}. Raise timeout where that takes longer.`,
        });
    }
    const end = wasStopped
        ? 'It was stopped: what it was doing may be half done.'
        : `It was left as it is (${lastStatus}); the next run finds it.`;
    const lines = [
        `${container} of ${taskArn} was not done after ${after}. ${end}`,
        ...(wasStopped ? stillAtWork(container, task) : []),
        ...(0,ecs_build/* quoteLog */.N9)(log),
    ];
    return new build/* ActionError */.lZ({
        code: 'timeout',
        message: lines.join('\n'),
        remedy: 'Read the log for what takes so long; raise timeout where the work needs longer.',
    });
}
/** A task that was told to stop and does not is given up at some time, and is not over. */
function stillAtWork(container, task) {
    const exit = task.containers?.find(({ name }) => name === container)?.exitCode;
    return exit !== undefined || (0,ecs_build/* isOver */.PU)(task)
        ? []
        : [`It has not stopped as far as ECS tells (${task.lastStatus}), and may still be at work.`];
}
/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-lifecycle-explanation.html */
const waits = {
    PROVISIONING: 'a network interface, or capacity of the provider',
    PENDING: 'its images, its secrets, or room on an instance',
    ACTIVATING: 'its containers, of which some may wait for others (dependsOn)',
    RUNNING: 'other containers that are to come first (dependsOn)',
};

;// CONCATENATED MODULE: ./actions/run-migrations-task/build/failures.js






/** Explains the end of a task; undefined for success. */
async function explainEnd(work, end) {
    if (end.kind === 'refused') {
        return { failure: startRefused(end), causes: [], log: undefined };
    }
    if (end.kind === 'timed-out') {
        const log = await readEndOfLog(work, end, { container: work.plan.container });
        return { failure: tooLate(work, end, log), causes: [], log };
    }
    if (end.verdict.kind === 'succeeded')
        return undefined;
    const { diagnosis, log } = await diagnose(work, end);
    const causes = causesOf(work, end, diagnosis);
    return { failure: failureOf(work, end, { diagnosis, log, causes }), causes, log };
}
async function diagnose(work, end) {
    const { death } = end.verdict;
    const container = death?.container ?? work.plan.container;
    const log = await readEndOfLog(work, end, {
        container,
        ...(death && { endedAt: death.stoppedAt }),
    });
    const [group] = (0,ecs_build/* groupDeaths */.Li)(death === undefined ? [] : [death]);
    return { diagnosis: group && (0,ecs_build/* diagnoseDeaths */.Ov)([group], log), log };
}
/** What ECS and the log say, once. */
function causesOf({ plan }, { verdict, task }, diagnosis) {
    const { death, reason } = verdict;
    const isOthers = death?.container !== undefined && death.container !== plan.container;
    const told = isOthers ? `The end of the task: ${(0,ecs_build/* describeDeath */.gC)(death)}` : `ECS says: ${reason}`;
    return [
        ...(isOthers || reason ? [`${told.replace(/\.+$/, '')}.`] : []),
        ...(verdict.doubt === undefined ? [] : [verdict.doubt]),
        ...(diagnosis?.clue ? [`Its log says why: ${diagnosis.clue}.`] : []),
        ...stillAtWork(plan.container, task),
    ];
}
function failureOf({ plan }, { task, verdict }, { diagnosis, log, causes }) {
    const what = verdict.doubt === undefined
        ? sentences[verdict.kind](plan.container, verdict.exitCode)
        : `${plan.container} ended with exit code ${verdict.exitCode}, which is no success here.`;
    const stopped = verdict.kind === 'failed' ? undefined : stoppedBy(task);
    return new build/* ActionError */.lZ({
        code: diagnosis?.code ?? stopped?.code ?? 'crash',
        message: [what, ...causes, ...(0,ecs_build/* quoteLog */.N9)(log)].join('\n'),
        remedy: diagnosis?.remedy ??
            stopped?.remedy ??
            'Read the log of the container, and mend what it complains about; then run the step again.',
    });
}
/** Who has stopped a task, by what ECS keeps of it; undefined where nobody has. */
function stoppedBy(task) {
    if (task.stopCode !== 'UserInitiated')
        return undefined;
    if (!isStoppedByStep(task)) {
        const remedy = 'Ask who stopped the task (CloudTrail names StopTask), and run the step again when it should go on.';
        return { code: 'cancelled', remedy };
    }
    return task.stoppedReason === stopReasons.timeout
        ? {
            code: 'timeout',
            remedy: 'The step that started the task stopped it when its timeout was over: raise timeout there, and run this step again.',
        }
        : {
            code: 'cancelled',
            remedy: 'The step that started the task stopped it when its job was cancelled (on-cancel: stop): run this step again when the work should go on.',
        };
}
const sentences = {
    succeeded: (container) => `${container} succeeded.`,
    failed: (container, exitCode) => `${container} exited with code ${meant(exitCode)}.`,
    killed: (container, exitCode) => `${container} was killed${exitCode === undefined ? '' : `, with exit code ${meant(exitCode)}`}.`,
    'never-started': (container) => `The task ended before ${container} was run: nothing was changed by it.`,
};
/** An exit code with what it means; what 0 means for a service is nothing to a task. */
function meant(exitCode = 0) {
    return exitCode === 0 ? '0' : `${exitCode}${(0,ecs_build/* explainExitCode */.$j)(exitCode)}`;
}

;// CONCATENATED MODULE: ./actions/run-migrations-task/build/inputs.js

/** Reads the inputs; throws one error with everything that is wrong with them. */
function readInputs(context) {
    const inputs = context.parseInputs({
        rules: [somethingToRun, onePlace, exitCodes, sizes, login_inputs/* registryLoginProblems */.LA],
    });
    const { cluster, taskDefinition, service, image, images, container } = inputs;
    return {
        cluster,
        taskDefinition,
        service,
        image,
        images,
        container,
        pinImages: inputs.pin === 'digest',
        overrides: {
            command: inputs.command,
            environment: inputs.environment,
            cpu: inputs.cpu,
            memory: inputs.memory,
            taskRoleArn: inputs.taskRoleArn,
        },
        tags: inputs.tags ?? new Map(),
        placement: {
            subnets: inputs.subnets,
            securityGroups: inputs.securityGroups,
            assignPublicIp: inputs.assignPublicIp,
            launchType: inputs.launchType,
            capacityProviderStrategy: inputs.capacityProviderStrategy,
            platformVersion: inputs.platformVersion,
        },
        timeoutSeconds: inputs.timeout,
        onTimeout: inputs.onTimeout,
        onCancel: inputs.onCancel,
        lock: inputs.lock,
        lockBehavior: inputs.lockBehavior,
        idempotencyKey: inputs.idempotencyKey,
        matrix: inputs.matrix,
        logs: inputs.logs,
        successCodes: new Set(inputs.successExitCodes.map(Number)),
        startAttempts: inputs.startAttempts,
        preflight: inputs.preflight,
        credentials: (0,login_inputs/* registryLogin */.j8)(inputs),
        dryRun: inputs.dryRun,
        region: inputs.awsRegion,
    };
}
function somethingToRun({ given }) {
    if (given.has('task-definition') || given.has('service'))
        return [];
    const message = 'no definition is named; give task-definition, or service to run what that runs, with its network';
    return [{ path: 'task-definition', message }];
}
function onePlace({ given }) {
    return given.has('launch-type') && given.has('capacity-provider-strategy')
        ? [{ path: 'launch-type', message: 'cannot go with capacity-provider-strategy' }]
        : [];
}
function exitCodes({ values }) {
    const wrong = (values.successExitCodes ?? []).some((code) => {
        return !/^\d{1,3}$/.test(code) || Number(code) > 255;
    });
    const path = 'success-exit-codes';
    return wrong
        ? [{ path, message: 'has what is no exit code; allowed: numbers from 0 to 255' }]
        : [];
}
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskOverride.html */
function sizes({ values }) {
    const { cpu, memory, platformVersion } = values;
    const isWrong = (value, form) => value !== undefined && !form.test(value);
    return [
        ...(isWrong(cpu, /^(\d+|\d*\.?\d+ ?vCPU)$/i)
            ? [{ path: 'cpu', message: 'is no number of CPU units, such as 512, or of vCPUs' }]
            : []),
        ...(isWrong(memory, /^(\d+|\d*\.?\d+ ?GB)$/i)
            ? [{ path: 'memory', message: 'is no number of MiB, such as 1024, or of GB' }]
            : []),
        ...(isWrong(platformVersion, /^(LATEST|\d+\.\d+\.\d+)$/)
            ? [{ path: 'platform-version', message: 'is no platform version; such as LATEST or 1.4.0' }]
            : []),
    ];
}

// EXTERNAL MODULE: ./packages/registry/build/open-registries.js
var open_registries = __webpack_require__(8377);
;// CONCATENATED MODULE: ./actions/run-migrations-task/build/observe.js



/** Reads everything that a plan needs, and finds out at once what is not there. */
async function observe({ host, signal }, inputs, clients) {
    const ecs = { ecs: clients.ecs(), signal };
    const { cluster, service: name } = inputs;
    const service = name === undefined ? undefined : await (0,ecs_build/* getService */.cQ)(ecs, { cluster, service: name });
    const { draft, source, registered, asked } = await readDraft(ecs, inputs, { service, host });
    const isEdited = inputs.image !== undefined || inputs.images !== undefined;
    const registries = (0,open_registries/* openRegistries */.c)(host, { clients, signal });
    const prepared = await (0,ecs_build/* prepareDefinition */.DR)({ clients, signal, registries, onSecretRead: (0,ecs_build/* maskRead */.ZS)(host, [cluster, name ?? '']) }, {
        draft,
        source,
        edits: { image: inputs.image, images: inputs.images },
        preflight: inputs.preflight,
        // What is registered and stays as it is needs no other revision.
        pinImages: inputs.pinImages && (isEdited || registered === undefined),
        pinSecretVersions: false,
        expectedPermissions: [],
        credentials: inputs.credentials,
    });
    if (registered !== undefined && !isEdited) {
        const asItIs = { ...prepared, definition: registered.definition };
        return { service, prepared: asItIs, candidates: [registered], source, asked };
    }
    const latest = await (0,ecs_build/* findRegistered */.Eu)(ecs, prepared.definition.family ?? '');
    const candidates = [registered, latest].filter((one) => one !== undefined);
    return { service, prepared, candidates, source, asked };
}
async function readDraft(ecs, { taskDefinition }, { service, host }) {
    if (taskDefinition !== undefined && (0,ecs_build/* namesFile */.X7)(taskDefinition)) {
        const draft = await (0,ecs_build/* readDraftFile */.YY)(taskDefinition, 'task-definition');
        const asked = { kind: 'file', content: draft };
        return { draft, source: taskDefinition, registered: undefined, asked };
    }
    if (taskDefinition !== undefined) {
        const registered = await (0,ecs_build/* getRegistered */.pR)(ecs, taskDefinition, 'task-definition');
        const asked = { kind: 'registered', reference: taskDefinition };
        return { draft: registered.definition, source: registered.arn, registered, asked };
    }
    const running = service &&
        (await (0,ecs_build/* lastSuccessfulDefinition */.KN)(ecs, service, ({ remedy }) => host.info(`Which deployment was the last successful one is not known; going by the service's own word. ${remedy}`)));
    const reference = running ?? service?.taskDefinition;
    if (!reference)
        throw namesNoDefinition(service);
    const registered = await (0,ecs_build/* getRegistered */.pR)(ecs, reference, 'service');
    const asked = { kind: 'service', service: service?.serviceName ?? '' };
    return { draft: registered.definition, source: registered.arn, registered, asked };
}
/** With a deployment controller of its own, task sets and not the service say what runs. */
function namesNoDefinition({ serviceName, deploymentController, } = {}) {
    const { type = 'ECS' } = deploymentController ?? {};
    return new build/* ActionError */.lZ({
        code: 'input',
        message: `Input service: ${serviceName} names no task definition (its deployment controller is ${type}), so it does not say what to run.`,
        remedy: 'Give task-definition: a file, a family, family:revision or an ARN.',
    });
}

;// CONCATENATED MODULE: ./actions/run-migrations-task/build/placement.js
/** The network of the task: explicit values win over those of the service, one by one; undefined where there is none. */
function networkOf({ subnets, securityGroups, assignPublicIp }, service) {
    const ofService = service?.networkConfiguration?.awsvpcConfiguration;
    const where = subnets ?? ofService?.subnets;
    if (where === undefined)
        return undefined;
    const groups = securityGroups ?? ofService?.securityGroups;
    const address = assignPublicIp ?? ofService?.assignPublicIp;
    return {
        subnets: [...where],
        ...(groups && { securityGroups: [...groups] }),
        ...(address && { assignPublicIp: address }),
    };
}
/** A task has a network of its own with awsvpc, and only with it. */
function networkProblems(placement, { networkMode }, network) {
    if (networkMode === 'awsvpc')
        return network === undefined ? [noNetwork] : [];
    const { subnets, securityGroups, assignPublicIp } = placement;
    const given = { subnets, 'security-groups': securityGroups, 'assign-public-ip': assignPublicIp };
    return Object.entries(given)
        .filter(([, value]) => value !== undefined)
        .map(([path]) => ({
        path,
        message: `cannot go with the definition, whose networkMode is ${networkMode ?? 'bridge'}; only awsvpc takes it`,
    }));
}
const noNetwork = {
    path: 'subnets',
    message: 'is needed, since the definition has networkMode awsvpc; give service, to take its network, or subnets and security-groups',
};
/** Where the task runs: what is given explicitly, else where the service runs. */
function placeOf({ launchType, capacityProviderStrategy, platformVersion: version }, service, { requiresCompatibilities = [] }) {
    const explicit = version === undefined ? {} : { platformVersion: version };
    const platformVersion = version ?? service?.platformVersion;
    const inherited = platformVersion === undefined ? {} : { platformVersion };
    if (launchType !== undefined) {
        return { launchType, ...(launchType === 'FARGATE' ? inherited : explicit) };
    }
    if (capacityProviderStrategy !== undefined) {
        const ofProviders = capacityProviderStrategy.every(isOfFargate) ? inherited : explicit;
        return { capacityProviderStrategy: copied(capacityProviderStrategy), ...ofProviders };
    }
    const ofService = placeOfService(service);
    if (ofService !== undefined)
        return { ...ofService, ...inherited };
    // Without a word about it ECS would look for an instance.
    const isFargate = requiresCompatibilities.includes('FARGATE');
    return isFargate ? { launchType: 'FARGATE', ...inherited } : explicit;
}
function placeOfService(service) {
    const { capacityProviderStrategy: shares = [], launchType } = service ?? {};
    if (shares.length > 0)
        return { capacityProviderStrategy: copied(shares) };
    return launchType && { launchType };
}
/** Instances know no platform versions. */
function isOfFargate({ capacityProvider }) {
    return capacityProvider === 'FARGATE' || capacityProvider === 'FARGATE_SPOT';
}
function copied(shares) {
    return shares.map((share) => ({ ...share }));
}

;// CONCATENATED MODULE: ./actions/run-migrations-task/build/plan.js





/** Decides from what is wanted and what is there; throws an `input` error for what the inputs leave open. */
function planTask(inputs, observed, run) {
    const { definition, findings: found } = observed.prepared;
    const findings = (0,ecs_build/* gradeFindings */.UU)(found, inputs.preflight);
    if (findings.fatal.length > 0) {
        return { kind: 'refused', failure: (0,ecs_build/* findingsError */.Bd)(observed.source, findings.fatal), findings };
    }
    const container = decidingContainer(inputs, definition);
    const network = networkOf(inputs.placement, observed.service);
    const overrides = typeof container === 'string' ? overridesOf(inputs, container) : undefined;
    const problems = [
        ...(typeof container === 'string' ? imageProblems(inputs, definition, container) : [container]),
        ...networkProblems(inputs.placement, definition, network),
        ...overrideProblems(overrides, definition),
    ];
    if (typeof container !== 'string' || problems.length > 0)
        throw (0,build/* inputError */.Xu)(problems);
    const lock = inputs.lock ?? definition.family ?? '';
    const { candidates } = observed;
    return {
        kind: 'run',
        definition,
        taskDefinitionArn: candidates.find((one) => one.isActive && (0,ecs_build/* sameDefinition */.uD)(one.definition, definition))?.arn,
        container,
        lock,
        origin: {
            lock: (0,ecs_build/* shortHash */.BC)([(0,build_arn/* nameFromArn */.N)(inputs.cluster), lock]),
            key: keyOf(inputs, { asked: observed.asked, definition, container, overrides, run }),
        },
        request: {
            cluster: inputs.cluster,
            count: 1,
            ...placeOf(inputs.placement, observed.service, definition),
            ...(network !== undefined &&
                definition.networkMode === 'awsvpc' && {
                networkConfiguration: { awsvpcConfiguration: network },
            }),
            ...(overrides && { overrides }),
            ...(inputs.tags.size > 0 && {
                tags: [...inputs.tags].map(([key, value]) => ({ key, value })),
            }),
        },
        findings,
    };
}
function decidingContainer({ container }, definition) {
    const names = (0,ecs_build/* containersOf */.Mz)(definition).map(({ name = '' }) => name);
    if (container !== undefined) {
        if (names.includes(container))
            return container;
        const message = `is no container of the definition; it has: ${names.join(', ')}`;
        return { path: 'container', message };
    }
    const [first, ...others] = (0,ecs_build/* containersOf */.Mz)(definition).filter(ecs_build/* isEssential */.NN);
    if (first?.name !== undefined && others.length === 0)
        return first.name;
    const message = `is needed, since several containers are essential; it is one of: ${names.join(', ')}`;
    return { path: 'container', message };
}
/** The migration would run the old image, beside the new one. */
function imageProblems({ image }, definition, container) {
    const main = (0,ecs_build/* mainContainer */.rs)(definition);
    if (image === undefined || main === container)
        return [];
    const message = `goes to the container ${main}, and the command runs in ${container}, with the image that this has already; use images, with a line for each container: ${container}=${image}`;
    return [{ path: 'image', message }];
}
/**
 * What a piece of work is known by, also in another attempt of the same run: what was asked for, and not what the service
 * happens to run by then.
 */
function keyOf(inputs, { asked, definition, container, overrides, run }) {
    const cluster = (0,build_arn/* nameFromArn */.N)(inputs.cluster);
    return inputs.idempotencyKey === undefined
        ? (0,ecs_build/* shortHash */.BC)([
            cluster,
            asked,
            imagesAsked(inputs, asked, definition),
            container,
            overrides ?? {},
            [run.repository, run.id, run.job, run.step],
            inputs.matrix,
        ])
        : (0,ecs_build/* shortHash */.BC)([cluster, 'idempotency-key', inputs.idempotencyKey]);
}
/** The images that the inputs name, as they were resolved; a file names all of its own. */
function imagesAsked({ image, images }, { kind }, definition) {
    const main = image === undefined ? undefined : (0,ecs_build/* mainContainer */.rs)(definition);
    return (0,ecs_build/* containersOf */.Mz)(definition)
        .filter(({ name = '' }) => kind === 'file' || name === main || images?.has(name))
        .map((one) => [one.name, one.image]);
}
/** The plan in one sentence, for the log and the dry run. */
function describePlan(plan) {
    const { definition, taskDefinitionArn, container, request } = plan;
    const what = taskDefinitionArn === undefined
        ? `a new revision of ${definition.family}`
        : (0,build_arn/* nameFromArn */.N)(taskDefinitionArn);
    const command = request.overrides?.containerOverrides?.[0]?.command;
    const doing = command === undefined ? '' : `: ${JSON.stringify(command)}`;
    return `Run ${what} in ${(0,build_arn/* nameFromArn */.N)(request.cluster ?? '')}, container ${container}${doing}.`;
}

;// CONCATENATED MODULE: ./actions/run-migrations-task/build/report.js





/** The end of a step that only planned. */
function reportPlan(plan) {
    return {
        outcome: 'planned',
        outputs: {},
        summary: (0,build/* paragraphs */.qN)('### 📝 Planned: nothing was started (dry run)', (0,build/* escapeMarkdown */.FV)(describePlan(plan)), factsOf(plan, []), picture(plan)),
    };
}
/** The end of a step whose task could not have worked. */
function reportRefusal({ failure, findings }) {
    return {
        outcome: 'never-started',
        failure,
        outputs: {},
        summary: (0,build/* paragraphs */.qN)(`### ❌ Not started (${failure.code})`, 'What was found would not work. Nothing was registered, and nothing was started.', (0,ecs_build/* findingsTable */.f9)('What is wrong', [...findings.fatal, ...findings.warnings])),
    };
}
/** Outputs and summary of a task, whatever became of it. */
function reportTask(plan, end, explained) {
    const outcome = outcomeOf(end);
    const { failure } = explained ?? {};
    return {
        outcome,
        ...(failure && { failure }),
        outputs: end.kind === 'refused' ? {} : outputsOf(plan, end),
        summary: (0,build/* paragraphs */.qN)(`### ${failure ? '❌' : '✅'} ${(0,build/* code */.aY)(plan.container)}: ${outcome}${failure ? ` (${failure.code})` : ''}`, explained && causeOf(explained), end.kind === 'refused' ? factsOf(plan, []) : factsOf(plan, rowsOf(end), end.task), explained?.log && linesOf(explained.log), failure && `**What to do:** ${(0,build/* escapeMarkdown */.FV)(failure.remedy)}`, end.kind === 'refused' ? picture(plan) : phasesOf(end), linkOf(plan, end)),
    };
}
function causeOf({ failure, causes }) {
    return (0,build/* paragraphs */.qN)((0,build/* escapeMarkdown */.FV)(failure.message.split('\n')[0] ?? ''), causes.length > 0 ? `**Cause:** ${causes.map(build/* escapeMarkdown */.FV).join(' ')}` : undefined);
}
function linesOf({ container, lines, note = '' }) {
    return lines.length > 0
        ? `Last lines of ${(0,build/* code */.aY)(container)}:\n\n${(0,build/* codeBlock */.DV)(lines)}`
        : (0,build/* escapeMarkdown */.FV)(note);
}
function outcomeOf(end) {
    if (end.kind === 'refused')
        return 'never-started';
    return end.kind === 'timed-out' ? 'timed-out' : end.verdict.kind;
}
function outputsOf(plan, end) {
    const exitCode = end.kind === 'ended' ? end.verdict.exitCode : undefined;
    const url = logUrl(plan, end.definition, end.task);
    return {
        'duration-seconds': String(Math.round((end.endedAt - end.begunAt) / 1000)),
        'stopped-reason': end.task.stoppedReason ?? '',
        ...(exitCode !== undefined && { 'exit-code': String(exitCode) }),
        ...(url !== undefined && { 'log-url': url }),
    };
}
function factsOf(plan, rows, task) {
    const command = plan.request.overrides?.containerOverrides?.[0]?.command;
    const arn = task?.taskDefinitionArn ?? plan.taskDefinitionArn;
    const definition = arn === undefined ? `a new revision of ${plan.definition.family}` : (0,build_arn/* nameFromArn */.N)(arn);
    return (0,build/* table */.tp)(['', ''], [
        ['Cluster', (0,build/* code */.aY)((0,build_arn/* nameFromArn */.N)(plan.request.cluster ?? ''))],
        ['Definition', (0,build/* code */.aY)(definition)],
        ['Container', (0,build/* code */.aY)(plan.container)],
        ...(command ? [['Command', (0,build/* code */.aY)(JSON.stringify(command))]] : []),
        ['Lock', (0,build/* code */.aY)(plan.lock)],
        ...rows,
    ]);
}
function rowsOf(end) {
    const exitCode = end.kind === 'ended' ? end.verdict.exitCode : undefined;
    return [
        ['Task', (0,build/* code */.aY)((0,build_arn/* nameFromArn */.N)(end.task.taskArn ?? ''))],
        ['Started by', end.adopted ? 'an earlier attempt or another run' : 'this step'],
        ['Exit code', exitCode === undefined ? 'none' : String(exitCode)],
        ['Duration', (0,build/* formatSeconds */.Xo)((end.endedAt - end.begunAt) / 1000)],
    ];
}
function picture(plan) {
    const { container } = plan;
    const image = (0,ecs_build/* containersOf */.Mz)(plan.definition).find(({ name }) => name === container)?.image ?? '';
    return (0,build/* flowchart */.tn)([
        { from: `family ${plan.definition.family}`, to: `container ${container}`, label: 'runs' },
        { from: `container ${container}`, to: image, label: 'of' },
    ]);
}
function phasesOf({ phases, endedAt }) {
    const entries = phases.map(({ status, from }, i) => ({
        section: 'Task',
        label: status,
        start: from,
        end: phases[i + 1]?.from ?? endedAt,
        mark: 'done',
    }));
    return (0,build/* timeline */.IO)('The task', entries);
}
function linkOf(plan, end) {
    const url = end.kind === 'refused' ? undefined : logUrl(plan, end.definition, end.task);
    return url === undefined ? undefined : (0,build/* link */.nf)('Open the log in the AWS console', url);
}

;// CONCATENATED MODULE: ./actions/run-migrations-task/build/main.js










/** Runs a one-off task to its end: parse, observe, plan, act, report. */
async function main(context) {
    const { host, signal } = context;
    const inputs = readInputs(context);
    const clients = (0,build_clients/* createAwsClients */.G)({ action: 'run-migrations-task', region: inputs.region });
    try {
        const observed = await observe(context, inputs, clients);
        maskPlanned(context, observed, inputs);
        const plan = planTask(inputs, observed, host.run);
        (0,ecs_build/* tellFindings */.yq)(host, plan.findings);
        if (plan.kind === 'refused')
            return reportRefusal(plan);
        if (namesNothingNew(inputs)) {
            host.warning(`No image is given, so the task runs what ${inputs.service} runs already. Give image, the very one that is deployed next, where that was not meant.`);
        }
        host.info(describePlan(plan));
        if (inputs.dryRun)
            return reportPlan(plan);
        const work = { context, ecs: { ecs: clients.ecs(), signal }, clients, inputs, plan };
        const end = await runTask(work);
        return reportTask(plan, end, await explainEnd(work, end));
    }
    finally {
        clients.destroy();
    }
}
/** An output of another job that GitHub drops leaves `image` empty. */
function namesNothingNew({ image, images, taskDefinition }) {
    return image === undefined && images === undefined && taskDefinition === undefined;
}
/** What the containers write may well quote their environment, and their command, which is shown as well. */
function maskPlanned({ host }, { prepared }, inputs) {
    const { definition } = prepared;
    // Which container they are for is not decided yet.
    const containerOverrides = (0,ecs_build/* containersOf */.Mz)(definition).flatMap(({ name = '' }) => overridesOf(inputs, name)?.containerOverrides ?? []);
    maskSecrets(host, { definition, overrides: { containerOverrides }, inputs });
}

;// CONCATENATED MODULE: ./actions/run-migrations-task/build/index.js



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
