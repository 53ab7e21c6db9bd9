export const id = 674;
export const ids = [674];
export const modules = {

/***/ 4674:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  start: () => (/* binding */ start)
});

// EXTERNAL MODULE: ./packages/action-kit/build/index.js + 31 modules
var build = __webpack_require__(4883);
// EXTERNAL MODULE: ./packages/aws/build/region.js
var region = __webpack_require__(2153);
// EXTERNAL MODULE: ./packages/ecs/build/index.js + 135 modules
var ecs_build = __webpack_require__(8637);
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
            description: 'What this piece of work is known by: a task of the same key that runs or has succeeded is adopted, a failed one is started again. Without it, cluster, definition, overrides, run, job, step and matrix.',
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
        'log-url': 'The log group of the container in the AWS console.',
    },
    prose: ['stopped-reason'],
});

// EXTERNAL MODULE: ./packages/aws/build/clients.js
var build_clients = __webpack_require__(7577);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./packages/aws/build/arn.js
var arn = __webpack_require__(142);
// EXTERNAL MODULE: ./packages/aws/build/transient.js
var build_transient = __webpack_require__(547);
// EXTERNAL MODULE: ./node_modules/.pnpm/@aws-sdk+client-ecs@3.1162.0/node_modules/@aws-sdk/client-ecs/dist-cjs/index.js
var dist_cjs = __webpack_require__(6580);
// EXTERNAL MODULE: ./packages/aws/build/call.js
var call = __webpack_require__(5393);
;// CONCATENATED MODULE: ./actions/run-migrations-task/build/stop.js



/** GitHub kills the step ten seconds after the cancel. */
const lastSeconds = 5;
/** Asks ECS to stop a task, and says whether it took the request: what it refuses is a warning. */
async function tryStop(work, task, reason) {
    try {
        await stop(work, { task, reason, signal: work.ecs.signal });
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
        await (0,build/* underLastSignal */.P9)(lastSeconds, (signal) => stop(work, { task, reason: 'The job was cancelled', signal }));
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
            : String(error);
    context.host.warning(`The task could not be stopped, and goes on: ${why}`);
}

;// CONCATENATED MODULE: ./actions/run-migrations-task/build/task-log.js


/** Lines of each container that are shown at the end with `logs: tail`. */
const tailLength = 50;
/** Lines arrive some seconds after they were written: this long after the last one none is expected. */
const quietMs = 6_000;
/** While nothing at all has come of a container that was run, its log may only be late. */
const silenceMs = 20_000;
const drainWithinMs = 120_000;
/** What the containers of a task write, shown as the input `logs` says. */
class TaskLog {
    #work;
    #followers;
    #tails = new Map();
    #lastLineAt = 0;
    #longestDelayMs = 0;
    constructor(work, taskArn) {
        const { inputs, clients, plan } = work;
        this.#work = work;
        const { definition } = plan;
        this.#followers = inputs.logs === 'off' ? [] : (0,ecs_build/* followLogs */.VF)(clients, { definition, taskArn });
    }
    /** Reads what is new, and prints it where lines are shown as they come. */
    async read() {
        const { ecs, inputs } = this.#work;
        const read = this.#followers.map(async ({ container }, i) => ({
            container,
            lines: (await this.#followers[i]?.readNew(ecs.signal)) ?? [],
        }));
        const found = await Promise.all(read);
        for (const { container, lines } of found)
            this.#keep(container, lines);
        if (inputs.logs === 'stream')
            this.#print(found);
    }
    /** Reads on until nothing more comes, and says what was not read. */
    async drain({ hasRun }) {
        const { ecs, context, inputs } = this.#work;
        const begun = Date.now();
        while (this.#followers.some(({ note }) => note === undefined)) {
            await this.read();
            const now = Date.now();
            const quiet = now - Math.max(begun, this.#lastLineAt) >= this.#quietMs(hasRun);
            if (quiet || now - begun >= drainWithinMs)
                break;
            await (0,build/* sleep */.yy)(1_000, ecs.signal);
        }
        if (inputs.logs === 'tail') {
            for (const [container, lines] of this.#tails)
                this.#print([{ container, lines }]);
        }
        for (const { note } of this.#followers)
            if (note !== undefined)
                context.host.info(note);
    }
    /** How long it has to be quiet until no line is expected: twice what lines have taken so far. */
    #quietMs(hasRun) {
        const isSilent = this.#tails.size === 0;
        if (isSilent)
            return hasRun ? silenceMs : 0;
        return Math.max(quietMs, 2 * this.#longestDelayMs);
    }
    #keep(container, lines) {
        if (lines.length === 0)
            return;
        this.#lastLineAt = Date.now();
        for (const { lateByMs } of lines) {
            this.#longestDelayMs = Math.max(this.#longestDelayMs, lateByMs);
        }
        const tail = [...(this.#tails.get(container) ?? []), ...lines].slice(-tailLength);
        this.#tails.set(container, tail);
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

;// CONCATENATED MODULE: ./actions/run-migrations-task/build/follow.js





/** A container gets up to two minutes to stop by itself. */
const stopWithinMs = 150_000;
/** Follows a task to its end, or to the end of its time, and shows what its containers write. */
async function follow(work, task) {
    const { context } = work;
    const title = `Follow ${(0,arn/* nameFromArn */.N)(task.taskArn ?? '')}`;
    try {
        return await (0,build/* inGroup */.HB)(context.host, title, () => new Follower(work, task).follow());
    }
    catch (error) {
        // The task of another run is not ours to stop.
        if (context.signal.aborted && isOwn(work, task))
            await stopAfterCancel(work, task);
        throw error;
    }
}
/** Whether a task does the piece of work that this step is to do. */
function isOwn({ plan }, task) {
    return (0,ecs_build/* findOrigin */.Ub)(task)?.key === plan.origin.key;
}
/** The verdict on a task by the container and the exit codes that the step goes by. */
function judge({ plan, inputs }, task) {
    return (0,ecs_build/* verdictOn */.Hc)(task, { container: plan.container, successCodes: inputs.successCodes });
}
class Follower {
    #work;
    #log;
    #begunAt = Date.now();
    #phases = [];
    #task;
    #mayStop;
    constructor(work, task) {
        this.#work = work;
        this.#task = task;
        this.#log = new TaskLog(work, task.taskArn ?? '');
        this.#mayStop = isOwn(work, task);
    }
    async follow() {
        const { inputs } = this.#work;
        const isOver = await this.#watch(this.#begunAt + inputs.timeoutSeconds * 1000);
        if (!isOver && inputs.onTimeout === 'stop' && this.#mayStop)
            await this.#stopLate();
        const containers = this.#task.containers ?? [];
        const hasRun = containers.some(({ runtimeId }) => runtimeId !== undefined);
        await this.#log.drain({ hasRun: hasRun || this.#task.startedAt !== undefined });
        return {
            task: this.#task,
            // It may have come to its good end in the very moment.
            isTimedOut: !isOver && judge(this.#work, this.#task).kind !== 'succeeded',
            phases: this.#phases,
            begunAt: this.#begunAt,
            endedAt: Date.now(),
        };
    }
    /** Whether the task came to its end before the deadline. */
    async #watch(deadline) {
        const { ecs } = this.#work;
        for (let looks = 1;; looks++) {
            // The answer of RunTask is as good as a first look, which might come too early.
            if (looks > 1)
                await this.#look();
            this.#tell();
            await this.#log.read();
            if ((0,ecs_build/* isEndTold */.NT)(this.#task))
                return true;
            await this.#stopRest();
            const now = Date.now();
            if (now >= deadline)
                return false;
            const pauseMs = now - this.#begunAt < 60_000 ? 2_000 : 5_000;
            await (0,build/* sleep */.yy)(Math.min(pauseMs, deadline - now), ecs.signal);
        }
    }
    async #look() {
        const { ecs, inputs, context } = this.#work;
        const { taskArn = '' } = this.#task;
        try {
            const [found] = await (0,ecs_build/* describeTasks */.yz)(ecs, inputs.cluster, [taskArn]);
            // An answer that lags does not take back an end that was told.
            if (found !== undefined && !(0,ecs_build/* isEndTold */.NT)(this.#task))
                this.#task = found;
        }
        catch (error) {
            if (!(0,build_transient/* isTransient */.d)(error) || ecs.signal.aborted)
                throw error;
            const words = error instanceof Error ? error.message : String(error);
            context.host.info(`${words} The task goes on; looking again.`);
        }
    }
    #tell() {
        const { lastStatus = 'PROVISIONING' } = this.#task;
        if (this.#phases.some(({ status }) => status === lastStatus))
            return;
        const now = Date.now();
        this.#phases.push({ status: lastStatus, from: now });
        const elapsed = (0,build/* formatSeconds */.Xo)((now - this.#begunAt) / 1000).padStart(7);
        this.#work.context.host.info(`${elapsed}  ${lastStatus}`);
    }
    /** A container that is not essential leaves the others running, which nobody waits for. */
    async #stopRest() {
        const { container } = this.#work.plan;
        const { containers = [], desiredStatus } = this.#task;
        const decided = containers.find(({ name }) => name === container)?.exitCode !== undefined;
        if (!decided || desiredStatus === 'STOPPED' || !this.#mayStop)
            return;
        this.#mayStop = await tryStop(this.#work, this.#task, (0,ecs_build/* hasDecided */.PD)(container));
    }
    async #stopLate() {
        this.#work.context.host.info('The time is over: stopping the task.');
        const reason = 'The time given by timeout is over';
        if (await tryStop(this.#work, this.#task, reason))
            await this.#watch(Date.now() + stopWithinMs);
    }
}

// EXTERNAL MODULE: ./packages/aws/build/poll.js
var poll = __webpack_require__(8456);
;// CONCATENATED MODULE: ./actions/run-migrations-task/build/wait-for-holder.js



/** Waits until another task of the lock has ended, and gives it as it is then; throws a `timeout` at the deadline. */
async function waitForHolder(work, task, deadline) {
    const { context, ecs, plan } = work;
    const { taskArn = '', createdAt } = task;
    context.host.info(`Waiting for ${taskArn}, begun at ${createdAt?.toISOString()}, which is at work under the lock ${plan.lock}.`);
    const look = async () => {
        const found = await describe(work, taskArn);
        return found !== undefined && (0,ecs_build/* isOver */.PU)(found) ? found : undefined;
    };
    try {
        return await (0,poll/* poll */.wt)(look, { signal: ecs.signal, deadline, delayMs: () => 5_000 });
    }
    catch (error) {
        if (!(error instanceof poll/* DeadlineError */.j3))
            throw error;
        throw notOurTurn(work, `${taskArn} was still at work`, error);
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
/** The task as it is now; undefined where ECS does not say, which tells nothing about it. */
async function describe({ ecs, inputs }, arn) {
    try {
        return (await (0,ecs_build/* describeTasks */.yz)(ecs, inputs.cluster, [arn]))[0];
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
const settlingMs = 120_000;
/** Begins the work of a step: starts its task as soon as the lock lets it, or finds the one that is there. */
class Beginning {
    #work;
    #lock;
    /** Tells the starts of this step from all others. */
    #nonce;
    #starts = 0;
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
        for (let unanswered = 0;;) {
            const known = await this.#lock.read();
            const own = known.find((task) => isOwn(this.#work, task));
            if (own !== undefined && this.#isToBeAdopted(own))
                return this.#adopt(own);
            const turn = await this.#take(known);
            switch (turn.kind) {
                case 'started':
                    context.host.info(`Started ${begin_describe(turn.task)}`);
                    return { task: turn.task, adopted: false };
                case 'refused':
                    return { refused: turn.reasons };
                case 'held':
                    if (inputs.lockBehavior === 'adopt')
                        return this.#adopt(turn.task);
                    if (inputs.lockBehavior === 'fail')
                        throw isHeld(this.#work, turn.task);
                    this.#lock.learn(await waitForHolder(this.#work, turn.task, deadline));
                    break;
                case 'again':
                    await this.#waitUntil(turn.at, deadline);
                    break;
                case 'unanswered':
                    unanswered += 1;
                    if (unanswered >= unansweredStarts)
                        throw turn.error;
                    context.host.info('ECS did not answer; looking whether it has started the task.');
                    await (0,build/* sleep */.yy)(5_000, context.signal);
            }
        }
    }
    async #take(known) {
        // What somebody else is still doing needs no revision of its own.
        const isHeldNow = known.some((task) => !(0,ecs_build/* isOver */.PU)(task));
        const taskDefinition = isHeldNow ? '' : await this.#definition();
        const request = { ...this.#work.plan.request, taskDefinition };
        this.#starts += 1;
        return this.#lock.take(request, `${this.#nonce}-${this.#starts}`);
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
    /** What works or has succeeded; what has ended, and not told yet how, will tell. */
    #isToBeAdopted(own) {
        return !(0,ecs_build/* isOver */.PU)(own) || !(0,ecs_build/* isEndTold */.NT)(own) || judge(this.#work, own).kind === 'succeeded';
    }
    #adopt(task) {
        const { host } = this.#work.context;
        if ((0,ecs_build/* findOrigin */.Ub)(task)?.start.startsWith(this.#nonce)) {
            host.info(`ECS has started ${begin_describe(task)}`);
            return { task, adopted: false };
        }
        const names = task.containers?.map(({ name = '' }) => name) ?? [];
        if (!names.includes(this.#work.plan.container))
            throw isAnother(this.#work, task);
        const why = isOwn(this.#work, task) ? 'the same work was begun before' : 'it holds the lock';
        host.info(`Adopted ${begin_describe(task)}: ${why}.`);
        return { task, adopted: true };
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
function isHeld({ plan }, task) {
    return new build/* ActionError */.lZ({
        code: 'conflict',
        message: `Another task is at work under the lock ${plan.lock}: ${begin_describe(task)}. Nothing was started.`,
        remedy: 'Run this step again when that task has ended; or set lock-behavior to wait, or to adopt it.',
    });
}
function isAnother({ plan }, task) {
    return new build/* ActionError */.lZ({
        code: 'conflict',
        message: `The task at work under the lock ${plan.lock} has no container ${plan.container}, so its end says nothing about this work: ${begin_describe(task)}. Nothing was started.`,
        remedy: 'Set lock-behavior to wait, or give this work a lock of its own.',
    });
}
function begin_describe({ taskArn = '', taskDefinitionArn = '', createdAt }) {
    return `${taskArn} of ${(0,arn/* nameFromArn */.N)(taskDefinitionArn)}, begun at ${createdAt?.toISOString()}`;
}

;// CONCATENATED MODULE: ./actions/run-migrations-task/build/act.js




/** Starts the task, or takes the one that is there, and follows it to its end. */
async function runTask(work) {
    const { context, inputs } = work;
    const beginning = new Beginning(work);
    for (let attempt = 1;; attempt++) {
        const begun = await (0,build/* inGroup */.HB)(context.host, 'Start the task', () => beginning.begin());
        if ('refused' in begun) {
            if (attempt >= inputs.startAttempts)
                return { kind: 'refused', reasons: begun.refused };
            await pauseBefore(work, attempt, begun.refused.join(', '));
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
    const followed = await follow(work, begun.task);
    if (followed.isTimedOut)
        return { kind: 'timed-out', ...begun, ...followed };
    return { kind: 'ended', ...begun, ...followed, verdict: judge(work, followed.task) };
}
/** A lack of capacity may be over after a while. */
async function pauseBefore({ context }, attempt, why) {
    const seconds = 10 * 2 ** (attempt - 1);
    context.host.info(`The task could not be started (${why}); trying again in ${seconds} s.`);
    await (0,build/* sleep */.yy)(seconds * 1000, context.signal);
}

;// CONCATENATED MODULE: ./actions/run-migrations-task/build/failures.js



/** Explains the end of a task; undefined for success. */
async function explainEnd(work, end) {
    if (end.kind === 'refused')
        return { failure: noPlace(work, end.reasons), diagnosis: undefined };
    if (end.kind === 'timed-out')
        return { failure: tooLate(work, end.task), diagnosis: undefined };
    if (end.verdict.kind === 'succeeded')
        return undefined;
    const diagnosis = await diagnose(work, end.verdict, end.task);
    return { failure: failureOf(work, { ...end, diagnosis }), diagnosis };
}
async function diagnose(work, { death }, task) {
    const [group] = (0,ecs_build/* groupDeaths */.Li)(death === undefined ? [] : [death]);
    if (group === undefined || death === undefined)
        return undefined;
    const { clients, plan, ecs } = work;
    const { taskArn = '' } = task;
    const hasRun = task.startedAt !== undefined && work.inputs.logs !== 'off';
    const source = {
        definition: plan.definition,
        container: death.container ?? plan.container,
        taskId: (0,arn/* nameFromArn */.N)(taskArn),
        arn: taskArn,
        endedAt: death.stoppedAt,
    };
    const log = hasRun ? await (0,ecs_build/* readLogTail */.Ty)(clients, source, ecs.signal) : undefined;
    return (0,ecs_build/* diagnoseDeaths */.Ov)([group], log);
}
function failureOf({ plan }, { task, verdict, diagnosis }) {
    const isByPerson = task.stopCode === 'UserInitiated' && verdict.kind !== 'failed';
    const { log } = diagnosis ?? {};
    const lines = [
        sentences[verdict.kind](plan.container, verdict),
        ...(diagnosis ? [diagnosis.headline] : []),
        ...(verdict.reason ? [`ECS says: ${verdict.reason}`] : []),
        ...(log && log.lines.length > 0
            ? [`Last lines of ${log.container}:`, ...log.lines.map((line) => `  | ${line}`)]
            : []),
    ];
    return new build/* ActionError */.lZ({
        code: diagnosis?.code ?? (isByPerson ? 'cancelled' : 'crash'),
        message: lines.join('\n'),
        remedy: diagnosis?.remedy ??
            (isByPerson
                ? 'Ask who stopped the task (CloudTrail names StopTask), and run the step again when it should go on.'
                : 'Read the log of the container, and mend what it complains about; then run the step again.'),
    });
}
const sentences = {
    succeeded: (container) => `${container} succeeded.`,
    failed: (container, { exitCode }) => `${container} exited with code ${exitCode}.`,
    killed: (container, { exitCode }) => `${container} was killed${exitCode === undefined ? '' : ` (exit code ${exitCode})`}.`,
    'never-started': (container) => `The task ended before ${container} was run: nothing was changed by it.`,
};
function noPlace({ inputs }, reasons) {
    return new build/* ActionError */.lZ({
        code: 'capacity',
        message: `ECS found no place for the task in ${inputs.startAttempts} attempts: ${[...new Set(reasons)].join(', ')}.`,
        remedy: 'Look at the capacity of the cluster, at the subnets and at the quotas of the account; then run the step again.',
    });
}
function tooLate({ inputs, plan }, { taskArn, lastStatus, desiredStatus }) {
    const what = desiredStatus === 'STOPPED'
        ? 'It was stopped: what it was doing may be half done.'
        : `It was left as it is (${lastStatus}); the next run finds it.`;
    return new build/* ActionError */.lZ({
        code: 'timeout',
        message: `${plan.container} of ${taskArn} was not done after ${(0,build/* formatSeconds */.Xo)(inputs.timeoutSeconds)}. ${what}`,
        remedy: 'Read the log for what takes so long; raise timeout where the work needs longer.',
    });
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
    const { draft, source, registered } = await readDraft(ecs, inputs, { service, host });
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
        return { service, prepared: asItIs, candidates: [registered], source };
    }
    const latest = await (0,ecs_build/* findRegistered */.Eu)(ecs, prepared.definition.family ?? '');
    const candidates = [registered, latest].filter((one) => one !== undefined);
    return { service, prepared, candidates, source };
}
async function readDraft(ecs, { taskDefinition }, { service, host }) {
    if (taskDefinition !== undefined && (0,ecs_build/* namesFile */.X7)(taskDefinition)) {
        const draft = await (0,ecs_build/* readDraftFile */.YY)(taskDefinition, 'task-definition');
        return { draft, source: taskDefinition, registered: undefined };
    }
    if (taskDefinition !== undefined) {
        const registered = await (0,ecs_build/* getRegistered */.pR)(ecs, taskDefinition, 'task-definition');
        return { draft: registered.definition, source: registered.arn, registered };
    }
    const running = service &&
        (await (0,ecs_build/* lastSuccessfulDefinition */.KN)(ecs, service, ({ remedy }) => host.info(`Which deployment was the last successful one is not known; going by the service's own word. ${remedy}`)));
    const reference = running ?? service?.taskDefinition ?? '';
    const registered = await (0,ecs_build/* getRegistered */.pR)(ecs, reference, 'service');
    return { draft: registered.definition, source: registered.arn, registered };
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
        return { capacityProviderStrategy: copied(capacityProviderStrategy), ...explicit };
    }
    const shares = service?.capacityProviderStrategy ?? [];
    if (shares.length > 0)
        return { capacityProviderStrategy: copied(shares), ...inherited };
    if (service?.launchType)
        return { launchType: service.launchType, ...inherited };
    // Without a word about it ECS would look for an instance.
    const isFargate = requiresCompatibilities.includes('FARGATE');
    return isFargate ? { launchType: 'FARGATE', ...inherited } : explicit;
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
        ...(typeof container === 'string' ? [] : [container]),
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
            lock: (0,ecs_build/* shortHash */.BC)([(0,arn/* nameFromArn */.N)(inputs.cluster), lock]),
            key: keyOf(inputs, { definition, overrides, run }),
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
/** What a piece of work is known by, also in another attempt of the same run. */
function keyOf(inputs, { definition, overrides, run }) {
    const cluster = (0,arn/* nameFromArn */.N)(inputs.cluster);
    return inputs.idempotencyKey === undefined
        ? (0,ecs_build/* shortHash */.BC)([
            cluster,
            (0,ecs_build/* definitionHash */.cn)(definition),
            overrides ?? {},
            [run.repository, run.id, run.job, run.step],
            inputs.matrix,
        ])
        : (0,ecs_build/* shortHash */.BC)([cluster, 'idempotency-key', inputs.idempotencyKey]);
}
/** The plan in one sentence, for the log and the dry run. */
function describePlan(plan) {
    const { definition, taskDefinitionArn, container, request } = plan;
    const what = taskDefinitionArn === undefined
        ? `a new revision of ${definition.family}`
        : (0,arn/* nameFromArn */.N)(taskDefinitionArn);
    const command = request.overrides?.containerOverrides?.[0]?.command;
    const doing = command === undefined ? '' : `: ${JSON.stringify(command)}`;
    return `Run ${what} in ${(0,arn/* nameFromArn */.N)(request.cluster ?? '')}, container ${container}${doing}.`;
}

// EXTERNAL MODULE: ./packages/aws/build/console-links.js
var console_links = __webpack_require__(5624);
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
    const { failure, diagnosis } = explained ?? {};
    const log = diagnosis?.log;
    return {
        outcome,
        ...(failure && { failure }),
        outputs: end.kind === 'refused' ? {} : outputsOf(plan, end),
        summary: (0,build/* paragraphs */.qN)(`### ${failure ? '❌' : '✅'} ${(0,build/* code */.aY)(plan.container)}: ${outcome}${failure ? ` (${failure.code})` : ''}`, failure && (0,build/* escapeMarkdown */.FV)(failure.message.split('\n')[0] ?? ''), diagnosis && `**Cause:** ${(0,build/* escapeMarkdown */.FV)(diagnosis.headline)}`, factsOf(plan, end.kind === 'refused' ? [] : rowsOf(end)), log && log.lines.length > 0
            ? `Last lines of ${(0,build/* code */.aY)(log.container)}:\n\n${(0,build/* codeBlock */.DV)(log.lines)}`
            : undefined, failure && `**What to do:** ${(0,build/* escapeMarkdown */.FV)(failure.remedy)}`, end.kind === 'refused' ? picture(plan) : phasesOf(end), linkOf(plan, end)),
    };
}
function outcomeOf(end) {
    if (end.kind === 'refused')
        return 'never-started';
    return end.kind === 'timed-out' ? 'timed-out' : end.verdict.kind;
}
function outputsOf(plan, end) {
    const exitCode = end.kind === 'ended' ? end.verdict.exitCode : undefined;
    const url = logUrl(plan, end);
    return {
        'duration-seconds': String(Math.round((end.endedAt - end.begunAt) / 1000)),
        'stopped-reason': end.task.stoppedReason ?? '',
        ...(exitCode !== undefined && { 'exit-code': String(exitCode) }),
        ...(url !== undefined && { 'log-url': url }),
    };
}
function factsOf(plan, rows) {
    const command = plan.request.overrides?.containerOverrides?.[0]?.command;
    const definition = plan.taskDefinitionArn === undefined
        ? `a new revision of ${plan.definition.family}`
        : (0,arn/* nameFromArn */.N)(plan.taskDefinitionArn);
    return (0,build/* table */.tp)(['', ''], [
        ['Cluster', (0,build/* code */.aY)((0,arn/* nameFromArn */.N)(plan.request.cluster ?? ''))],
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
        ['Task', (0,build/* code */.aY)((0,arn/* nameFromArn */.N)(end.task.taskArn ?? ''))],
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
    const url = end.kind === 'refused' ? undefined : logUrl(plan, end);
    return url === undefined ? undefined : (0,build/* link */.nf)('Open the log group in the AWS console', url);
}
function logUrl({ definition, container }, { task }) {
    const log = (0,ecs_build/* containersOf */.Mz)(definition).find(({ name }) => name === container)?.logConfiguration;
    const group = log?.logDriver === 'awslogs' ? log.options?.['awslogs-group'] : undefined;
    return group === undefined ? undefined : (0,console_links/* logGroupConsoleUrl */.s)(task.taskArn ?? '', group);
}

;// CONCATENATED MODULE: ./actions/run-migrations-task/build/main.js









/** Runs a one-off task to its end: parse, observe, plan, act, report. */
async function main(context) {
    const { host, signal } = context;
    const inputs = readInputs(context);
    const clients = (0,build_clients/* createAwsClients */.G)({ action: 'run-migrations-task', region: inputs.region });
    try {
        const observed = await observe(context, inputs, clients);
        maskSecrets(context, observed, inputs);
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
function maskSecrets({ host }, { prepared }, inputs) {
    const { cluster, service = '' } = inputs;
    // Which container they are for is not decided yet.
    const overrides = (0,ecs_build/* containersOf */.Mz)(prepared.definition).flatMap(({ name = '' }) => overridesOf(inputs, name)?.containerOverrides ?? []);
    const seen = overridden(prepared.definition, { containerOverrides: overrides });
    for (const definition of [prepared.definition, seen]) {
        for (const secret of (0,ecs_build/* plainSecrets */.of)(definition, [cluster, service]))
            host.mask(secret);
    }
}

;// CONCATENATED MODULE: ./actions/run-migrations-task/build/index.js



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
        logs: lazily(async () => (await Promise.all(/* import() */[__webpack_require__.e(417), __webpack_require__.e(984), __webpack_require__.e(4)]).then(__webpack_require__.t.bind(__webpack_require__, 7004, 19))).CloudWatchLogsClient),
        ecr: lazily(async () => (await Promise.all(/* import() */[__webpack_require__.e(417), __webpack_require__.e(984), __webpack_require__.e(452)]).then(__webpack_require__.t.bind(__webpack_require__, 9452, 19))).ECRClient),
        secretsManager: lazily(async () => (await Promise.all(/* import() */[__webpack_require__.e(417), __webpack_require__.e(984), __webpack_require__.e(396)]).then(__webpack_require__.t.bind(__webpack_require__, 5396, 19))).SecretsManagerClient),
        ssm: lazily(async () => (await Promise.all(/* import() */[__webpack_require__.e(417), __webpack_require__.e(984), __webpack_require__.e(444)]).then(__webpack_require__.t.bind(__webpack_require__, 1444, 19))).SSMClient),
        iam: lazily(async () => (await __webpack_require__.e(/* import() */ 352).then(__webpack_require__.t.bind(__webpack_require__, 352, 19))).IAMClient),
        sts: lazily(async () => (await __webpack_require__.e(/* import() */ 484).then(__webpack_require__.t.bind(__webpack_require__, 1484, 19))).STSClient),
        loadBalancing: lazily(async () => (await __webpack_require__.e(/* import() */ 962).then(__webpack_require__.t.bind(__webpack_require__, 5962, 19))).ElasticLoadBalancingV2Client),
        cloudWatch: lazily(async () => (await __webpack_require__.e(/* import() */ 60).then(__webpack_require__.t.bind(__webpack_require__, 5060, 19))).CloudWatchClient),
        destroy() {
            ecs?.destroy();
            // One that could not be loaded has nothing to close, and whoever asked for it knows.
            for (const client of open)
                client.then((made) => made.destroy()).catch(() => undefined);
        },
    };
}


/***/ })

};
