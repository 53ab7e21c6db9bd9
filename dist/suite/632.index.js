export const id = 632;
export const ids = [632];
export const modules = {

/***/ 7632:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  start: () => (/* binding */ build_start)
});

// EXTERNAL MODULE: ./packages/action-kit/build/index.js + 24 modules
var build = __webpack_require__(9840);
// EXTERNAL MODULE: ./packages/aws/build/index.js + 11 modules
var aws_build = __webpack_require__(5732);
;// CONCATENATED MODULE: ./actions/deploy-ecs/build/contract.js


const contract = (0,build/* defineContract */.ye)({
    name: 'deploy-ecs',
    title: 'Deploy to Amazon ECS',
    description: 'Deploys a task definition or an image to an ECS service, waits for the very deployment that it started, and is green only when that succeeded and runs what was asked for.',
    branding: { icon: 'upload-cloud', color: 'orange' },
    inputs: {
        cluster: (0,build/* text */.Qq)({ description: 'Cluster of the service: name or ARN.', default: 'default' }),
        service: (0,build/* text */.Qq)({ description: 'Service to deploy to: name or ARN.', required: true }),
        'task-definition': (0,build/* text */.Qq)({
            description: 'What to deploy: the path of a file (as render-task-def writes it), a family, `family:revision` or an ARN. One of `task-definition`, `image` or `images`, or `force-new-deployment` alone, is needed.',
        }),
        image: (0,build/* text */.Qq)({
            description: 'Image to put into what the service runs, for its only or only essential container: the deployment in one step.',
        }),
        images: (0,build/* map */.Tj)({ description: 'As `image`, by container: `container=image`, one a line.' }),
        'force-new-deployment': (0,build/* flag */.Jt)({
            description: 'Starts a deployment although nothing changed, so that tasks read their secrets again.',
            default: 'false',
        }),
        'skip-unchanged': (0,build/* flag */.Jt)({
            description: 'Does nothing when the service runs this very definition already and is steady, and follows a rollout of it that is under way.',
            default: 'true',
        }),
        wait: (0,build/* flag */.Jt)({
            description: 'Waits until the deployment has ended. Without, the step is green once it has begun.',
            default: 'true',
        }),
        timeout: (0,build/* durationOr */.Cm)('auto', {
            description: 'How long the deployment may take; `auto` is 20 minutes, and what the strategy of the service takes by itself.',
            default: 'auto',
            range: ['10s', '7d'],
        }),
        'fail-fast': (0,build/* flag */.Jt)({
            description: 'Ends a rollout whose tasks keep dying alike: once a task that started after another had died ends the same way, the cause is told, and ECS or this step goes back.',
            default: 'true',
        }),
        'on-failure': (0,build/* choice */.Yq)(['rollback', 'leave'], {
            description: 'After a failure or a timeout: go back to what ran before, or leave things as they are. The step is red either way.',
            default: 'rollback',
        }),
        'on-cancel': (0,build/* choice */.Yq)(['leave', 'rollback'], {
            description: 'When the job is cancelled: leave the rollout running, or ask ECS to go back.',
            default: 'leave',
        }),
        'dry-run': (0,build/* flag */.Jt)({
            description: 'Reads, plans and prints what would be done, and changes nothing.',
            default: 'false',
        }),
        'aws-region': (0,aws_build/* region */.Ny)({
            description: 'Region of the service; without it, that of the environment.',
        }),
    },
    outcomes: {
        deployed: 'The new version runs; proven by the deployment itself.',
        unchanged: 'The service ran this definition already, and was steady.',
        planned: 'Dry run: nothing was changed.',
        started: 'The deployment has begun (`wait: false`).',
        unproven: 'The deployment succeeded and nothing runs that could prove it: the desired count is 0.',
        'rolled-back': 'The version that ran before is steady again, whatever went wrong.',
        'timed-out': 'The time was over and the rollout was left running.',
        cancelled: 'The job was cancelled and the rollout was left running.',
        superseded: 'Another deployment of the same service took over.',
        failed: 'Everything else that is red.',
    },
    outputs: {
        'task-definition-arn': 'ARN of the definition that was deployed, or was to be.',
        'previous-task-definition-arn': 'ARN of the definition that ran before.',
        'service-deployment-arn': 'ARN of the service deployment that this step started.',
        'image-digests': 'JSON object: container to digest, as ECS resolved them.',
        'deployment-url': "The service's deployments in the AWS console.",
        'duration-seconds': 'How long the deployment took.',
    },
});

// EXTERNAL MODULE: ./packages/ecs/build/index.js + 47 modules
var ecs_build = __webpack_require__(8596);
;// CONCATENATED MODULE: ./actions/deploy-ecs/build/cancel.js


/** GitHub kills the step ten seconds after the cancel; asking has to be done by then. */
const patienceMs = 6_000;
/**
 * What becomes of a begun rollout when the job is cancelled: it is left running (`thrown` goes on
 * up), or ECS is asked to go back, for whose end there is no time to wait.
 */
async function cancelDeployment({ context: { host }, ecs, inputs, observed }, begun, thrown) {
    if (inputs.onCancel === 'leave') {
        host.info('Cancelled: the rollout goes on without this step.');
        throw thrown;
    }
    const answer = await underLastSignal((signal) => askForRollback({ ecs: ecs.ecs, signal }, begun, observed.previousArn));
    const failure = new build/* ActionError */.lZ({
        code: 'cancelled',
        message: `The job was cancelled. ${answers[answer]}`,
        remedy: 'Run the workflow again when the new version should be deployed after all.',
    });
    return { kind: 'failed', outcome: 'failed', failure, diagnosis: undefined, ...begun };
}
/** The run's own signal is aborted; what is left to do gets one that leaves it some seconds. */
async function underLastSignal(work) {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(new build/* CancelledError */.cc()), patienceMs);
    try {
        return await work(controller.signal);
    }
    finally {
        clearTimeout(timer);
    }
}
const answers = {
    asked: 'ECS was asked to go back to the version that ran before, as on-cancel says; its end was not waited for.',
    refused: 'ECS did not go back: the deployment had ended already, or was going back by itself.',
    'nothing-to-go-back-to': 'There is no earlier version to go back to, so the rollout goes on.',
};
async function askForRollback(context, { rollout }, previousArn) {
    const { serviceDeploymentArn, reference, started } = rollout;
    if (previousArn === undefined)
        return 'nothing-to-go-back-to';
    if (serviceDeploymentArn !== undefined) {
        return (await (0,ecs_build/* requestRollback */.WT)(context, serviceDeploymentArn)) ? 'asked' : 'refused';
    }
    if (previousArn === started.taskDefinition)
        return 'nothing-to-go-back-to';
    const taskDefinition = await (0,ecs_build/* ensureActive */.xg)(context, previousArn);
    await (0,ecs_build/* startDeployment */.i4)(context, { ...reference, taskDefinition });
    return 'asked';
}

;// CONCATENATED MODULE: ./actions/deploy-ecs/build/diagnose.js


/**
 * Finds the root cause of a failed rollout, with the last lines of the container that failed, and
 * prints it.
 */
async function explain(work, begun) {
    const { host } = work.context;
    return (0,build/* inGroup */.HB)(host, 'Find out why', async () => {
        const diagnosis = await diagnose(work, begun);
        printDiagnosis(host, diagnosis);
        return diagnosis;
    });
}
/** The same diagnosis with the tasks that have died since; their logs say the same. */
function bringUpToDate(diagnosis, { record }) {
    const [first, ...others] = (0,ecs_build/* groupDeaths */.Li)(record.deaths);
    return first === undefined ? diagnosis : (0,ecs_build/* diagnoseDeaths */.Ov)([first, ...others], diagnosis.log);
}
async function diagnose(work, { rollout, record }) {
    const [first, ...others] = (0,ecs_build/* groupDeaths */.Li)(record.deaths);
    if (first === undefined)
        return (0,ecs_build/* diagnoseEvents */.oP)(record.events);
    const { container, taskId } = first.newest;
    const log = container === undefined
        ? undefined
        : await (0,ecs_build/* readLogTail */.Ty)(work.clients, {
            definition: work.plan.definition,
            container,
            taskId,
            arn: rollout.started.taskDefinition,
        }, work.context.signal);
    return (0,ecs_build/* diagnoseDeaths */.Ov)([first, ...others], log);
}
function printDiagnosis(host, diagnosis) {
    if (diagnosis === undefined) {
        host.info('No task of the new version died, and no event of the service tells a cause.');
        return;
    }
    host.info(diagnosis.headline);
    for (const { newest, count } of diagnosis.groups.slice(1)) {
        host.info(`${count} more: ${(0,ecs_build/* describeDeath */.gC)(newest)}`);
    }
    for (const line of logLines(diagnosis.log))
        host.info(line);
    host.info(`What to do: ${diagnosis.remedy}`);
}
/** The tail of a log as it is quoted, each line behind a bar; or why there is none. */
function logLines(log) {
    if (log === undefined)
        return [];
    if (log.note !== undefined)
        return [log.note];
    return [`Last lines of ${log.container}:`, ...log.lines.map((line) => `  | ${line}`)];
}

;// CONCATENATED MODULE: ./actions/deploy-ecs/build/failures.js



/** Codes and words of the mechanisms, for when no root cause is known. */
const triggers = {
    'circuit-breaker': {
        code: 'circuit-breaker',
        why: 'the circuit breaker of ECS ended the deployment',
        remedy: "Look at the service's events and its stopped tasks in the console; ECS keeps those for about an hour.",
    },
    alarm: {
        code: 'alarm',
        why: 'a CloudWatch alarm ended the deployment',
        remedy: 'Look at what the alarm measures: it fired while the new version was taking over.',
    },
    timeout: {
        code: 'timeout',
        why: 'it was not finished in time',
        remedy: 'When the service needs longer by its nature, raise timeout; the timeline shows where the time went.',
    },
    'repeated-death': {
        code: 'crash',
        why: 'its tasks kept dying the same way',
        remedy: 'Read the last lines of the container and mend what it complains about.',
    },
    'rollback-failed': {
        code: 'rollback-failed',
        why: 'it failed, and ECS could not go back either',
        remedy: 'The service is in need of a person: look at its deployments now, and deploy a version that is known to work.',
    },
    'stopped-by-somebody': {
        code: 'cancelled',
        why: 'somebody stopped it',
        remedy: 'Ask who stopped the deployment in the console or by the API (CloudTrail names StopServiceDeployment), and run the step again when it should go on.',
    },
};
/** The error of a failed rollout: the root cause where one is known, else the mechanism. */
function failureOf({ work, trigger, diagnosis, back, outcome, state, }) {
    const mechanism = triggers[trigger];
    const code = trigger === 'rollback-failed' ? mechanism.code : (diagnosis?.code ?? mechanism.code);
    const name = work.observed.service.serviceName ?? 'the service';
    const alarms = state?.triggeredAlarms.length ? ` (${state.triggeredAlarms.join(', ')})` : '';
    const time = trigger === 'timeout' ? ` (${(0,build/* formatSeconds */.Xo)(work.plan.timeoutSeconds)})` : '';
    const lines = [
        `The deployment of ${name} failed: ${mechanism.why}${alarms}${time}. ${whereItStands(outcome, back)}`,
        ...(diagnosis ? [diagnosis.headline, ...logLines(diagnosis.log)] : []),
        ...(state?.reason ? [`ECS says: ${state.reason}`] : []),
    ];
    const remedy = trigger === 'rollback-failed'
        ? [mechanism.remedy, diagnosis?.remedy].filter(Boolean).join(' ')
        : (diagnosis?.remedy ?? mechanism.remedy);
    return new build/* ActionError */.lZ({ code, message: lines.join('\n'), remedy });
}
const standings = {
    'rolled-back': 'The version that ran before is steady again.',
    'succeeded-after-all': 'It succeeded before it could be stopped.',
    'nothing-to-go-back-to': 'There is no earlier version to go back to.',
    superseded: 'Another deployment took over before this step could go back.',
    'timed-out': 'Going back was begun and did not end in time.',
    failed: 'Going back was tried and failed as well.',
};
function whereItStands(outcome, back) {
    if (outcome === 'rolled-back')
        return standings['rolled-back'];
    if (back === undefined)
        return 'The service was left as it is.';
    return back.error ? `${standings[back.end]} ${back.error.message}` : standings[back.end];
}
/**
 * What ended the step ended only the step: the rollout goes on. A resource that was there when the
 * step began and is gone now is nobody's wrong input.
 */
function abandoned({ observed }, thrown) {
    if (!(thrown instanceof build/* ActionError */.lZ))
        throw thrown;
    return new build/* ActionError */.lZ({
        code: thrown.code === 'input' ? 'conflict' : thrown.code,
        message: `${whatHappened(thrown, observed)}\nThe rollout of ${observed.service.serviceName} goes on without this step; how it ends is not known.`,
        remedy: thrown.remedy,
        cause: thrown,
    });
}
function whatHappened(thrown, { service }) {
    if (thrown.code !== 'input')
        return thrown.message;
    const words = thrown.message.replace(/^Input \S+: /, '');
    return `${service.serviceName} was changed by somebody while its deployment ran: ${words}`;
}
/** Another deployment took the place of ours: whether ours would have worked is not known. */
function supersededFailure({ observed }, successor) {
    const { id = '', taskDefinition = '', createdAt } = successor;
    return new build/* ActionError */.lZ({
        code: 'superseded',
        message: `Another deployment of ${observed.service.serviceName} took over before this one had ended: ${id} of ${(0,aws_build/* nameFromArn */.NW)(taskDefinition)}, begun at ${createdAt?.toISOString()}.`,
        remedy: 'Look which run or person deployed at that time. A concurrency group for each environment keeps the runs of a workflow apart.',
    });
}
/** The rollout succeeded and runs something else than was asked for. */
function digestFailure({ observed }, mismatches) {
    const lines = mismatches.map(({ container, wanted, running }) => `  - ${container} should run ${wanted} and runs ${running}`);
    return new build/* ActionError */.lZ({
        code: 'image',
        message: `${observed.service.serviceName} is rolled out and does not run the images that were asked for:\n${lines.join('\n')}`,
        remedy: 'Look for a mirror, a pull-through cache or a person that changes images on their way.',
    });
}

;// CONCATENATED MODULE: ./actions/deploy-ecs/build/conclude.js





/** Turns the end of a watch into the result of the step: proof of success, or the way back. */
async function conclude(work, { begun, end, known }) {
    if (end.kind === 'over' && end.state.status === 'successful') {
        if (await staysAlive(work, begun))
            return prove(work, begun);
        return fail(work, { begun, end: { kind: 'enough', state: end.state }, known });
    }
    const successor = await findSuccessor(work, begun, end);
    return successor ? superseded(work, begun, successor) : fail(work, { begun, end, known });
}
async function fail(work, { begun, end, known }) {
    const first = known ? bringUpToDate(known, begun) : await explain(work, begun);
    const back = isOwnMatter(end) ? await wayBack(work, begun, end.state) : undefined;
    if (back?.end === 'succeeded-after-all' && (await staysAlive(work, begun))) {
        return prove(work, begun);
    }
    // Tasks whose death was learned of on the way back tell the cause as well.
    const isLate = first === undefined && begun.record.deaths.length > 0;
    const diagnosis = isLate ? await explain(work, begun) : first;
    const outcome = outcomeOf(end, back);
    const failure = failureOf({
        work,
        trigger: triggerOf(end),
        diagnosis,
        outcome,
        back,
        state: end.state,
    });
    return { kind: 'failed', outcome, failure, diagnosis, ...begun };
}
/** Time that tasks get to prove that they stay, when some of them died during the rollout. */
const settleWithinMs = 5 * 60_000;
function staysAlive({ context }, { watcher, record }) {
    const settles = () => watcher.settles(Date.now() + settleWithinMs);
    if (record.deaths.length === 0)
        return settles();
    return (0,build/* inGroup */.HB)(context.host, 'See whether the new tasks outlive those that died', settles);
}
async function prove(work, begun) {
    const { rollout } = begun;
    const evidence = await (0,ecs_build/* gatherEvidence */.hx)(work.ecs, rollout, work.plan.definition);
    if (evidence.mismatches.length > 0) {
        const failure = digestFailure(work, evidence.mismatches);
        return { kind: 'failed', outcome: 'failed', failure, diagnosis: undefined, ...begun };
    }
    const { desiredCount, runningCount } = await rollout.describeService(work.ecs);
    const nothingRuns = desiredCount === 0 || runningCount === 0;
    return { kind: 'succeeded', evidence, nothingRuns, ...begun };
}
function superseded(work, begun, successor) {
    const failure = supersededFailure(work, successor);
    return { kind: 'failed', outcome: 'superseded', failure, diagnosis: undefined, ...begun };
}
/** A stop without a reason of ECS's own is most often a newer deployment, which may be listed late. */
const successorWithinMs = 15_000;
async function findSuccessor({ ecs }, { rollout }, end) {
    if (end.kind !== 'over' || end.state.status !== 'stopped')
        return undefined;
    const hasOwnReason = end.state.circuitBreaker?.triggered || end.state.triggeredAlarms.length > 0;
    try {
        return await (0,aws_build/* poll */.wt)(() => rollout.findSuccessor(ecs), {
            signal: ecs.signal,
            deadline: Date.now() + (hasOwnReason ? 0 : successorWithinMs),
            delayMs: () => 3_000,
        });
    }
    catch (error) {
        if (error instanceof aws_build/* DeadlineError */.j3)
            return undefined;
        throw error;
    }
}
/** Whether it is on this step to go back: ECS has not done so, and will not by itself. */
function isOwnMatter(end) {
    return end.kind !== 'over' || end.state.status === 'stopped';
}
/** Going back may take as long as a rollout by itself. */
const goBackWithinMs = 15 * 60_000;
/** A way back that fails is told besides the root cause, not in its place. */
async function wayBack({ context, ecs, inputs, observed }, { rollout, watcher }, state) {
    if (inputs.onFailure === 'leave')
        return undefined;
    const options = {
        rollout,
        watcher,
        state,
        previous: observed.previousArn,
        deadline: Date.now() + goBackWithinMs,
    };
    try {
        const end = await (0,build/* inGroup */.HB)(context.host, 'Go back to what ran before', () => (0,ecs_build/* goBack */.OE)(ecs, options));
        return { end };
    }
    catch (error) {
        if (context.signal.aborted || !(error instanceof Error))
            throw error;
        return { end: 'failed', error };
    }
}
function outcomeOf(end, back) {
    if (back?.end === 'superseded')
        return 'superseded';
    if (back?.end === 'rolled-back')
        return 'rolled-back';
    const isLeft = back === undefined || back.end === 'nothing-to-go-back-to';
    if (end.kind === 'timed-out')
        return isLeft ? 'timed-out' : 'failed';
    return end.state.status === 'rolled-back' ? 'rolled-back' : 'failed';
}
function triggerOf(end) {
    if (end.kind === 'timed-out')
        return 'timeout';
    if (end.kind === 'enough')
        return 'repeated-death';
    const { status, circuitBreaker, triggeredAlarms, reason = '' } = end.state;
    if (status === 'rollback-failed')
        return 'rollback-failed';
    // The classic deployments name what ended them only in words.
    if (triggeredAlarms.length > 0 || /\balarm/i.test(reason))
        return 'alarm';
    const isBreaker = circuitBreaker?.triggered || /circuit breaker/i.test(reason);
    return isBreaker ? 'circuit-breaker' : 'stopped-by-somebody';
}

;// CONCATENATED MODULE: ./actions/deploy-ecs/build/record.js

/** Prints the news of a rollout as it comes, and keeps what the report tells afterwards. */
class RolloutRecord {
    deaths = [];
    events = [];
    phases = [];
    /** When the deployment began, by the clock of AWS: milliseconds since the epoch. */
    begunAt;
    #eventIds = new Set();
    #aheadOfUs;
    #log;
    constructor(log, begunAt) {
        this.#log = log;
        this.begunAt = begunAt;
        this.#aheadOfUs = begunAt - Date.now();
    }
    /** The time by the clock of AWS, as far as this machine can tell: milliseconds since the epoch. */
    now() {
        return Date.now() + this.#aheadOfUs;
    }
    take = (news) => {
        switch (news.kind) {
            case 'state':
                return this.#takeState(news);
            case 'event':
                if (this.#eventIds.has(news.id))
                    return undefined;
                this.#eventIds.add(news.id);
                this.events.push(news.message);
                return this.#log.info((0,ecs_build/* eventLine */.V8)(news.message, news.at - this.begunAt));
            case 'death':
                this.deaths.push(news.death);
                return this.#log.info(`${(0,ecs_build/* elapsedColumn */.Ht)(news.death.stoppedAt - this.begunAt)}task ${news.death.taskId.slice(0, 8)} died: ${(0,ecs_build/* describeDeath */.gC)(news.death)}`);
            case 'not-read':
                return this.#log.info(news.why);
        }
    };
    #takeState({ before, state }) {
        const now = this.now();
        const line = (0,ecs_build/* progressLine */.oz)(before, state, now - this.begunAt);
        if (line !== undefined)
            this.#log.info(line);
        if (this.phases.at(-1)?.status !== state.status)
            this.phases.push({ status: state.status, from: now });
    }
}

;// CONCATENATED MODULE: ./actions/deploy-ecs/build/act.js








/** Carries the plan out and watches it to its end. */
async function deploy(work) {
    const { context, inputs } = work;
    const begun = await (0,build/* inGroup */.HB)(context.host, 'Start the deployment', () => begin(work));
    try {
        context.signal.throwIfAborted();
        await locate(work, begun);
        if (!inputs.wait)
            return { kind: 'started', ...begun };
        return await watchToTheEnd(work, begun);
    }
    catch (error) {
        if (context.signal.aborted)
            return cancelDeployment(work, begun, error);
        return {
            kind: 'failed',
            outcome: 'failed',
            failure: abandoned(work, error),
            diagnosis: undefined,
            ...begun,
        };
    }
}
async function begin(work) {
    const { context, ecs, observed, plan } = work;
    const { clusterArn = '', serviceName = '', serviceArn = '' } = observed.service;
    const reference = { cluster: clusterArn, service: serviceName };
    const started = await start(work, reference);
    const url = (0,aws_build/* serviceConsoleUrl */.Eo)(serviceArn);
    if (url)
        context.setOutput('deployment-url', url);
    context.host.info(`The deployment is ${started.id}${url ? `: ${url}` : '.'}`);
    const rollout = new ecs_build/* TrackedRollout */.SR(reference, started);
    const record = new RolloutRecord(context.host, started.createdAt.getTime());
    const containers = (0,ecs_build/* containersOf */.Mz)(plan.definition).filter(ecs_build/* isEssential */.NN);
    const essential = new Set(containers.map(({ name = '' }) => name));
    const watcher = new ecs_build/* RolloutWatcher */.AQ(ecs, { rollout, essential, onNews: record.take });
    return { rollout, record, watcher };
}
/** Updates the service, or takes the deployment that is under way. */
async function start({ context, ecs, observed, plan }, reference) {
    const underWay = plan.kind === 'adopt' ? (0,ecs_build/* findPrimary */.WM)(observed.service) : undefined;
    const taskDefinition = plan.taskDefinitionArn ?? (await registerNew(context.host, ecs, plan));
    context.setOutput('task-definition-arn', taskDefinition);
    if (underWay)
        return underWay;
    const forceNewDeployment = plan.kind === 'deploy' && plan.forceNewDeployment;
    context.signal.throwIfAborted();
    // Once this call is sent it is seen through: cut off, nobody would know whether a rollout began.
    const seenThrough = { ecs: ecs.ecs, signal: new AbortController().signal };
    return (0,ecs_build/* startDeployment */.i4)(seenThrough, { ...reference, taskDefinition, forceNewDeployment });
}
async function registerNew(host, ecs, plan) {
    const { arn } = await (0,ecs_build/* register */.kz)(ecs, plan.definition);
    host.info(`Registered ${arn}`);
    return arn;
}
/** Finds the service deployment to watch, and says so where there is none. */
async function locate({ context, ecs }, { rollout }) {
    await rollout.locate(ecs);
    const { serviceDeploymentArn, missing } = rollout;
    if (serviceDeploymentArn !== undefined) {
        context.setOutput('service-deployment-arn', serviceDeploymentArn);
        return;
    }
    const why = missing === 'access-denied'
        ? 'the role of this job lacks ecs:ListServiceDeployments, ecs:DescribeServiceDeployments or ecs:DescribeServiceRevisions'
        : 'ECS listed no service deployment for it within 30 seconds';
    context.host.info(`The older list of deployments decides, since ${why}. It tells success from failure; what runs is then read from the tasks, and going back is an update.`);
}
/**
 * Watches until the rollout is over. Tasks that keep dying alike end the watch (`fail-fast`) and are
 * explained at once; where ECS will go back by itself, it is then waited for.
 */
async function watchToTheEnd(work, begun) {
    const { host } = work.context;
    const deadline = Date.now() + work.plan.timeoutSeconds * 1000;
    const isDoomed = (deaths) => work.inputs.failFast && (0,ecs_build/* findRepeatedDeath */.GV)(deaths) !== undefined;
    const end = await (0,build/* inGroup */.HB)(host, 'Wait for the deployment', () => begun.watcher.watch({ deadline, isEnough: isDoomed }));
    if (end.kind !== 'enough' || !goesBackByItself(work))
        return conclude(work, { begun, end });
    const known = await explain(work, begun);
    const last = await (0,build/* inGroup */.HB)(host, 'Wait until ECS has gone back', () => begun.watcher.watch({ deadline }));
    return conclude(work, { begun, end: last, known });
}
function goesBackByItself({ observed }) {
    const breaker = observed.service.deploymentConfiguration?.deploymentCircuitBreaker;
    return breaker?.enable === true && breaker.rollback === true;
}

;// CONCATENATED MODULE: ./actions/deploy-ecs/build/inputs.js
/** Reads the inputs; throws one error with everything that is wrong with them. */
function readInputs(context) {
    const inputs = context.parseInputs([oneThingToDeploy]);
    return {
        reference: { cluster: inputs.cluster, service: inputs.service },
        wanted: wantedOf(inputs),
        forceNewDeployment: inputs.forceNewDeployment,
        skipUnchanged: inputs.skipUnchanged,
        wait: inputs.wait,
        timeout: inputs.timeout,
        failFast: inputs.failFast,
        onFailure: inputs.onFailure,
        onCancel: inputs.onCancel,
        dryRun: inputs.dryRun,
        region: inputs.awsRegion,
    };
}
function oneThingToDeploy({ given, failed, values }) {
    const images = given.has('image') || given.has('images');
    if (given.has('task-definition') && images) {
        const message = 'is given together with an image; give one of the two';
        return [{ path: 'task-definition', message }];
    }
    const isForced = values.forceNewDeployment || failed.has('force-new-deployment');
    if (given.has('task-definition') || images || isForced)
        return [];
    const message = 'nothing to deploy is named; give task-definition, image or images, or set force-new-deployment. ' +
        'An empty value counts as not given: GitHub empties outputs of another job that hold a masked value, such as an account id';
    return [{ path: 'task-definition', message }];
}
function wantedOf(inputs) {
    const { taskDefinition, image, images } = inputs;
    if (taskDefinition !== undefined)
        return { kind: 'definition', definition: taskDefinition };
    if (image !== undefined || images !== undefined)
        return { kind: 'images', image, images };
    return { kind: 'same-again' };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./actions/deploy-ecs/build/observe.js



/**
 * Reads everything that a plan needs, and finds out at once what is not there. A rollback that is
 * under way is waited for first: what it leaves is the world to plan for.
 */
async function observe(context, { reference, wanted, dryRun }, log) {
    const found = await (0,ecs_build/* getService */.cQ)(context, reference);
    requireEcsController(found);
    const hasChanged = !dryRun && (await (0,ecs_build/* waitForRollback */.L6)(context, found, log));
    const service = hasChanged ? await (0,ecs_build/* getService */.cQ)(context, reference) : found;
    const [current, previousArn] = await Promise.all([
        (0,ecs_build/* getRegistered */.pR)(context, service.taskDefinition ?? '', 'service'),
        (0,ecs_build/* lastSuccessfulDefinition */.KN)(context, service),
    ]);
    const basis = { context, current, previousArn };
    const { definition, registered } = await definitionOf(wanted, basis);
    const latest = registered ?? (await (0,ecs_build/* findRegistered */.Eu)(context, definition.family ?? ''));
    const candidates = registered ? [registered] : [current, ...(latest ? [latest] : [])];
    return { service, current, previousArn, wanted: definition, candidates };
}
/** The wanted definition; `registered` where a revision was named, which is then deployed as it is. */
async function definitionOf(wanted, { context, current, previousArn }) {
    if (wanted.kind === 'definition' && isFile(wanted.definition)) {
        return { definition: await (0,ecs_build/* readDefinitionFile */.Qm)(wanted.definition, 'task-definition') };
    }
    if (wanted.kind === 'definition') {
        const registered = await (0,ecs_build/* getRegistered */.pR)(context, wanted.definition, 'task-definition');
        return { definition: registered.definition, registered };
    }
    const running = previousArn === undefined || previousArn === current.arn
        ? current
        : await (0,ecs_build/* getRegistered */.pR)(context, previousArn, 'service');
    if (wanted.kind === 'same-again')
        return { definition: running.definition, registered: running };
    const result = (0,ecs_build/* editDefinition */.wX)(running.definition, wanted);
    if (result.problems)
        throw (0,build/* inputError */.Xu)(result.problems);
    return { definition: result.definition };
}
/** A family, `family:revision` or an ARN is told from a path by its form; a file that exists wins. */
function isFile(definition) {
    if ((0,external_node_fs_.existsSync)(definition))
        return true;
    return !definition.startsWith('arn:') && !/^[\w-]{1,255}(:\d+)?$/.test(definition);
}
function requireEcsController({ serviceName, deploymentController }) {
    const type = deploymentController?.type ?? 'ECS';
    if (type === 'ECS')
        return;
    throw new build/* ActionError */.lZ({
        code: 'input',
        message: `Input service: ${serviceName} is deployed by the deployment controller ${type}; this action works with ECS only.`,
        remedy: 'Name a service whose deployment controller is ECS.',
    });
}

;// CONCATENATED MODULE: ./actions/deploy-ecs/build/plan.js


/** Decides what to do from what is wanted and what is there. */
function planDeployment(inputs, observed) {
    const { wanted, candidates, service, current } = observed;
    const same = candidates.filter((candidate) => (0,ecs_build/* sameDefinition */.uD)(candidate.definition, wanted));
    const [primary, ...others] = service.deployments ?? [];
    const running = same.find(({ arn }) => arn === primary?.taskDefinition)?.arn;
    const rollout = { definition: wanted, timeoutSeconds: timeoutOf(inputs, service) };
    if (running !== undefined && inputs.skipUnchanged && !inputs.forceNewDeployment) {
        if (primary?.rolloutState === 'IN_PROGRESS') {
            return { kind: 'adopt', taskDefinitionArn: running, ...rollout };
        }
        if (others.length === 0 && isSteady(service)) {
            const nothingRuns = service.desiredCount === 0;
            return { kind: 'unchanged', taskDefinitionArn: running, nothingRuns };
        }
    }
    const taskDefinitionArn = same.find(({ isActive }) => isActive)?.arn;
    // ECS starts nothing for the definition that it has already.
    const forceNewDeployment = inputs.forceNewDeployment || taskDefinitionArn === current.arn;
    return { kind: 'deploy', taskDefinitionArn, forceNewDeployment, ...rollout };
}
/** Whether the last deployment of the service is complete, and all its tasks are there. */
function isSteady({ deployments, runningCount, desiredCount }) {
    return deployments?.[0]?.rolloutState === 'COMPLETED' && runningCount === desiredCount;
}
const rollingMinutes = 20;
/** `timeout: auto`: twenty minutes, and what the service's strategy takes by itself. */
function timeoutOf({ timeout }, { deploymentConfiguration = {} }) {
    return timeout === 'auto' ? 60 * (rollingMinutes + bakeMinutes(deploymentConfiguration)) : timeout;
}
function bakeMinutes({ strategy, bakeTimeInMinutes = 0, linearConfiguration, canaryConfiguration, }) {
    if (strategy === 'LINEAR') {
        const { stepPercent = 10, stepBakeTimeInMinutes = 6 } = linearConfiguration ?? {};
        return bakeTimeInMinutes + Math.ceil(100 / stepPercent) * stepBakeTimeInMinutes;
    }
    if (strategy === 'CANARY') {
        return bakeTimeInMinutes + (canaryConfiguration?.canaryBakeTimeInMinutes ?? 10);
    }
    return strategy === 'BLUE_GREEN' ? bakeTimeInMinutes : 0;
}
/** The plan in one sentence, for the log and the dry run. */
function describePlan(plan, { service, previousArn }) {
    const name = service.serviceName ?? 'the service';
    if (plan.kind === 'unchanged') {
        return `${name} runs ${(0,aws_build/* nameFromArn */.NW)(plan.taskDefinitionArn)} already and is steady: nothing to do.`;
    }
    if (plan.kind === 'adopt') {
        return `${(0,aws_build/* nameFromArn */.NW)(plan.taskDefinitionArn)} is being rolled out to ${name} already: follow that deployment.`;
    }
    return describeDeploy(plan, { name, now: (0,aws_build/* nameFromArn */.NW)(previousArn ?? 'nothing') });
}
function describeDeploy(plan, { name, now }) {
    const what = plan.taskDefinitionArn === undefined
        ? `a new revision of ${plan.definition.family}`
        : (0,aws_build/* nameFromArn */.NW)(plan.taskDefinitionArn);
    const again = plan.forceNewDeployment ? ', in new tasks' : '';
    return `Deploy ${what} to ${name}${again}; it runs ${now} now.`;
}

;// CONCATENATED MODULE: ./actions/deploy-ecs/build/report.js



/** Outputs and summary of a step that changed nothing. */
function reportNothingDone(outcome, { plan, sentence, observed }) {
    const { taskDefinitionArn } = plan;
    const before = (0,aws_build/* nameFromArn */.NW)(observed.previousArn ?? 'nothing');
    const wanted = taskDefinitionArn === undefined
        ? `a new revision of ${observed.wanted.family}`
        : (0,aws_build/* nameFromArn */.NW)(taskDefinitionArn);
    return {
        outcome,
        outputs: taskDefinitionArn === undefined ? {} : { 'task-definition-arn': taskDefinitionArn },
        summary: (0,build/* paragraphs */.qN)(`### ${headlines[outcome]}`, (0,build/* escapeMarkdown */.FV)(sentence), (0,build/* table */.tp)(['Service', 'Runs now', 'Asked for'], [[(0,build/* code */.aY)(nameOf(observed)), (0,build/* code */.aY)(before), (0,build/* code */.aY)(wanted)]]), (0,build/* flowchart */.tn)([
            { from: nameOf(observed), to: before, label: 'runs' },
            ...(plan.kind === 'deploy' ? [{ from: before, to: wanted, label: 'would become' }] : []),
        ])),
    };
}
const headlines = {
    unchanged: '✅ Unchanged',
    planned: '📝 Planned: nothing was changed (dry run)',
    unproven: '⚠️ Unchanged, and nothing runs: the desired count is 0',
};
/** Outputs and summary of a deployment, whatever became of it. */
function reportDeployment(told) {
    const { deployment, endedAt } = told;
    const seconds = Math.round((endedAt - deployment.record.begunAt) / 1000);
    const outputs = {
        'duration-seconds': String(seconds),
        ...(deployment.kind === 'succeeded'
            ? { 'image-digests': digestsAsJson(deployment.evidence) }
            : {}),
    };
    const summary = (0,build/* paragraphs */.qN)(headline(told, seconds), facts(told, seconds), ...(deployment.kind === 'failed' ? failureParts(deployment.failure, deployment.diagnosis) : []), (0,build/* timeline */.IO)(`Deployment of ${nameOf(told.observed)}`, timelineEntries(deployment.record, endedAt)), told.url === undefined ? undefined : (0,build/* link */.nf)('Open the deployments in the AWS console', told.url));
    const failure = deployment.kind === 'failed' ? { failure: deployment.failure } : {};
    return { outcome: report_outcomeOf(deployment), outputs, summary, ...failure };
}
function report_outcomeOf(deployment) {
    if (deployment.kind === 'started')
        return 'started';
    if (deployment.kind === 'failed')
        return deployment.outcome;
    return deployment.nothingRuns ? 'unproven' : 'deployed';
}
function headline({ observed, deployment }, seconds) {
    const name = (0,build/* code */.aY)(nameOf(observed));
    if (deployment.kind === 'started')
        return `### 🚀 ${name}: deployment started`;
    if (deployment.kind === 'failed') {
        return `### ❌ ${name}: ${deployment.outcome} (${deployment.failure.code})`;
    }
    return deployment.nothingRuns
        ? `### ⚠️ ${name} deployed, and nothing runs: its desired count is 0`
        : `### ✅ ${name} deployed in ${(0,build/* formatSeconds */.Xo)(seconds)}`;
}
function facts({ observed, deployment }, seconds) {
    const { rollout } = deployment;
    const digests = deployment.kind === 'succeeded' ? [...deployment.evidence.digests] : [];
    return (0,build/* table */.tp)(['', ''], [
        ['Service', (0,build/* code */.aY)(nameOf(observed))],
        ['Deployed', (0,build/* code */.aY)((0,aws_build/* nameFromArn */.NW)(rollout.started.taskDefinition))],
        ['Before', (0,build/* code */.aY)((0,aws_build/* nameFromArn */.NW)(observed.previousArn ?? 'nothing'))],
        ['Deployment', (0,build/* code */.aY)((0,aws_build/* nameFromArn */.NW)(rollout.serviceDeploymentArn ?? rollout.started.id))],
        ...digests.map(([container, running]) => [
            `Image of ${(0,build/* code */.aY)(container)}`,
            [...running].map(build/* code */.aY).join('<br>'),
        ]),
        ['Duration', (0,build/* formatSeconds */.Xo)(seconds)],
    ]);
}
function failureParts({ message, remedy }, diagnosis) {
    const [what = ''] = message.split('\n');
    const log = diagnosis?.log;
    return [
        (0,build/* escapeMarkdown */.FV)(what),
        diagnosis === undefined ? '' : `**Cause:** ${(0,build/* escapeMarkdown */.FV)(diagnosis.headline)}`,
        deathTable(diagnosis),
        log && log.lines.length > 0
            ? `Last lines of ${(0,build/* code */.aY)(log.container)}:\n\n${(0,build/* codeBlock */.DV)(log.lines)}`
            : (0,build/* escapeMarkdown */.FV)(log?.note ?? ''),
        log?.url === undefined ? '' : (0,build/* link */.nf)('Open the log group', log.url),
        `**What to do:** ${(0,build/* escapeMarkdown */.FV)(remedy)}`,
    ];
}
/** Only where the tasks died of different things does a table tell more than the headline. */
function deathTable(diagnosis) {
    if (diagnosis === undefined || diagnosis.groups.length < 2)
        return '';
    return (0,build/* table */.tp)(['Tasks', 'Ended by'], diagnosis.groups.map(({ count, newest }) => [
        String(count),
        (0,build/* escapeMarkdown */.FV)((0,ecs_build/* describeDeath */.gC)(newest)),
    ]));
}
function timelineEntries(record, endedAt) {
    const phases = record.phases.map((phase, i) => phaseBar(phase, i, { record, endedAt }));
    const deaths = record.deaths.map((death) => ({
        section: 'Tasks that died',
        label: `${death.taskId.slice(0, 8)} ${death.exitCode === undefined ? death.code : `exit ${death.exitCode}`}`,
        start: Math.max(death.startedAt, record.begunAt),
        end: death.stoppedAt,
        mark: 'crit',
    }));
    return [...phases, ...deaths];
}
function phaseBar({ status, from }, index, { record, endedAt }) {
    const good = status === 'in-progress' || status === 'successful' || status === 'pending';
    return {
        section: 'Deployment',
        label: status,
        start: index === 0 ? record.begunAt : from,
        end: record.phases[index + 1]?.from ?? (status === 'successful' ? from : endedAt),
        mark: good ? 'done' : 'crit',
    };
}
function nameOf({ service }) {
    return service.serviceName ?? 'service';
}
/** Container to digest; where tasks differ, which a proof would have refused, the first. */
function digestsAsJson({ digests }) {
    return JSON.stringify(Object.fromEntries([...digests].map(([name, [first]]) => [name, first])));
}

;// CONCATENATED MODULE: ./actions/deploy-ecs/build/main.js







/** Deploys to one service: parse, observe, plan, act, report. */
async function main(context) {
    const { host, signal } = context;
    const inputs = readInputs(context);
    const clients = (0,aws_build/* createAwsClients */.Gv)({ action: 'deploy-ecs', region: inputs.region });
    try {
        const ecs = { ecs: clients.ecs(), signal };
        const observed = await observe(ecs, inputs, host);
        if (observed.previousArn)
            context.setOutput('previous-task-definition-arn', observed.previousArn);
        maskSecrets(context, observed);
        const plan = planDeployment(inputs, observed);
        const sentence = describePlan(plan, observed);
        host.info(sentence);
        if (plan.kind === 'unchanged') {
            tellUnchanged(context, plan, observed);
            const outcome = plan.nothingRuns ? 'unproven' : 'unchanged';
            return reportNothingDone(outcome, { plan, sentence, observed });
        }
        tellInFlight(context, plan, observed);
        if (inputs.dryRun)
            return reportNothingDone('planned', { plan, sentence, observed });
        const deployment = await deploy({ context, ecs, clients, inputs, observed, plan });
        tellEnd(context, deployment);
        if (deployment.kind === 'succeeded' && !isChecked(observed))
            host.info(unchecked);
        const url = (0,aws_build/* serviceConsoleUrl */.Eo)(observed.service.serviceArn ?? '');
        return reportDeployment({ observed, deployment, url, endedAt: deployment.record.now() });
    }
    finally {
        clients.destroy();
    }
}
/** A container's last lines may well quote its environment. */
function maskSecrets({ host }, { service, wanted, current }) {
    const publicNames = [service.serviceName ?? '', (0,aws_build/* nameFromArn */.NW)(service.clusterArn ?? '')];
    for (const definition of [wanted, current.definition]) {
        for (const { secrets } of (0,ecs_build/* secretLikeVariables */.fS)(definition, publicNames)) {
            for (const secret of secrets)
                host.mask(secret);
        }
    }
}
const unchecked = 'Nothing checks the health of this service: to ECS, a task that runs is healthy. A healthCheck in the definition, a target group, or verify-health after this step would tell more.';
/** Whether ECS had more to go by than that the tasks run. */
function isChecked({ service, wanted }) {
    const hasTargets = (service.loadBalancers ?? []).length > 0;
    return hasTargets || (0,ecs_build/* containersOf */.Mz)(wanted).some(({ healthCheck }) => healthCheck !== undefined);
}
const nothingRuns = 'The desired count of the service is 0, so nothing runs that could prove this version.';
/** What the user should know about a step that found nothing to do. */
function tellUnchanged({ host }, plan, { wanted }) {
    if (plan.nothingRuns)
        host.warning(nothingRuns);
    for (const { container, image } of (0,ecs_build/* mutableImages */.LO)(wanted)) {
        host.warning(`The image of ${container} is named by a tag (${image}); whether somebody has moved it since was not looked at. Name it by digest, or set force-new-deployment.`);
    }
}
/** A deployment that is under way is replaced, which whoever started it should not be left to find. */
function tellInFlight({ host }, plan, { service }) {
    const primary = service.deployments?.find(({ status }) => status === 'PRIMARY');
    if (plan.kind === 'adopt' || primary?.rolloutState !== 'IN_PROGRESS')
        return;
    host.warning(`A deployment of ${(0,aws_build/* nameFromArn */.NW)(primary.taskDefinition ?? '')}, begun at ${primary.createdAt?.toISOString()}, is under way; this one replaces it.`);
}
/** What the user should act upon although the step is green. */
function tellEnd({ host }, deployment) {
    if (deployment.kind !== 'succeeded')
        return;
    if (deployment.nothingRuns) {
        host.warning(nothingRuns);
    }
    for (const container of deployment.evidence.unconfirmed) {
        host.warning(`ECS does not tell the digest that ${container} runs, so it could not be held against the one asked for.`);
    }
}

;// CONCATENATED MODULE: ./actions/deploy-ecs/build/index.js



/** Runs the action in this process; its end is told by the exit code. */
function build_start() {
    return (0,build/* run */.eF)({ contract: contract, main: main });
}


/***/ })

};
