export const id = 532;
export const ids = [532];
export const modules = {

/***/ 9532:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  start: () => (/* binding */ build_start)
});

// EXTERNAL MODULE: ./packages/action-kit/build/index.js + 51 modules
var build = __webpack_require__(5087);
// EXTERNAL MODULE: ./packages/aws/build/region.js
var region = __webpack_require__(2153);
// EXTERNAL MODULE: ./packages/checks/build/inputs/verification.js
var verification = __webpack_require__(8634);
// EXTERNAL MODULE: ./packages/ecs/build/index.js + 133 modules
var ecs_build = __webpack_require__(3108);
// EXTERNAL MODULE: ./packages/registry/build/login-inputs.js
var login_inputs = __webpack_require__(3464);
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
            description: 'What to deploy: the path of a file (as render-task-def writes it), a family, `family:revision` or an ARN. One of `task-definition`, `image`, `images` or `rollback-to`, or a setting such as `desired-count` or `force-new-deployment` alone, is needed.',
        }),
        image: (0,build/* text */.Qq)({
            description: "Image to put into what the service runs, for its only or only essential container: the deployment in one step. A name without a host, such as `arbiter-ai/backend:1.4.0`, lies in the ECR of the caller's account.",
        }),
        images: (0,build/* map */.Tj)({ description: 'As `image`, by container: `container=image`, one a line.' }),
        'rollback-to': (0,build/* text */.Qq)({
            description: 'Instead of a definition: `last-successful` for the version before the one that runs, a revision (`12`, `family:12` or its ARN), or the tag or digest of an image that the service ran.',
        }),
        pin: (0,build/* choice */.Yq)(['digest', 'off'], {
            description: 'Names the images of a file, of `image` and of `images` by digest, where the registry tells it. A tag that stays earns a warning.',
            default: 'digest',
        }),
        create: (0,build/* choice */.Yq)(['never', 'if-missing'], {
            description: 'What to do when there is no such service: fail, or create it.',
            default: 'never',
        }),
        'service-definition': (0,build/* text */.Qq)({
            description: 'Path of a JSON or YAML file with what CreateService takes, for `create: if-missing`; `cluster`, `service`, the definition and the settings below come from the inputs.',
        }),
        'desired-count': (0,build/* integer */.nd)({
            description: 'How many tasks are to run. Given alone, the service is scaled: that starts no deployment, and the step is green when so many run.',
            max: 5000,
        }),
        'force-new-deployment': (0,build/* flag */.Jt)({
            description: 'Starts a deployment although nothing changed, so that tasks read their secrets again.',
            default: 'false',
        }),
        'enable-execute-command': (0,build/* flag */.Jt)({ description: 'Whether `aws ecs execute-command` works.' }),
        'propagate-tags': (0,build/* choice */.Yq)(['SERVICE', 'TASK_DEFINITION', 'NONE'], {
            description: 'From where new tasks take their tags.',
        }),
        'capacity-provider-strategy': (0,ecs_build/* capacityProviderStrategy */.fx)({
            description: 'Where tasks run: a list of names, or of mappings with `capacity-provider`, `weight` and `base`.',
        }),
        'platform-version': (0,build/* text */.Qq)({ description: 'Platform version of Fargate, such as `LATEST`.' }),
        'health-check-grace-period': (0,build/* duration */.p0)({
            description: 'How long ECS ignores the health of new tasks.',
            range: ['0', '24d'],
        }),
        strategy: (0,build/* choice */.Yq)(['keep', 'rolling'], {
            description: 'How the new version takes over: as the service has it, or step by step.',
            default: 'keep',
        }),
        'minimum-healthy-percent': (0,build/* integer */.nd)({
            description: 'Part of the desired tasks that stays running during a deployment.',
            max: 100,
        }),
        'maximum-percent': (0,build/* integer */.nd)({
            description: 'Part of the desired tasks that may run at once during a deployment.',
            min: 100,
            max: 200,
        }),
        'circuit-breaker': (0,build/* choice */.Yq)(['rollback', 'stop', 'off'], {
            description: 'What the circuit breaker of ECS does when tasks keep failing: go back, only stop, or nothing.',
        }),
        alarms: (0,build/* list */.p_)({
            description: 'CloudWatch alarms that end a deployment and make ECS go back; `off` for none.',
        }),
        preflight: (0,build/* choice */.Yq)(ecs_build/* preflightGrades */.OW, {
            description: 'What becomes of a deployment that cannot work (references of the definition as in render-task-def, ports against target groups, percentages that leave no room, alarms, PassRole, capacity): `error` fails, `strict` fails also for what could not be checked, `warn` only warns, `off` does not look.',
            default: 'error',
        }),
        ...login_inputs/* registryLoginInputs */.mf,
        'skip-unchanged': (0,build/* flag */.Jt)({
            description: 'Does nothing when the service runs this very definition already and is steady, and no secret that it references has a newer version; follows a rollout of it that is under way.',
            default: 'true',
        }),
        'in-flight': (0,build/* choice */.Yq)(['supersede', 'wait', 'fail'], {
            description: 'When another deployment of the service is under way: replace it, wait for its end, or fail. A rollback that is under way is always waited for.',
            default: 'supersede',
        }),
        'stale-run': (0,build/* choice */.Yq)(['refuse', 'allow'], {
            description: 'When a newer run of the same workflow has deployed the service already: refuse, or deploy all the same.',
            default: 'refuse',
        }),
        verify: (0,verification/* verification */.O)({
            description: 'Health checks after the rollout: a list of checks as in verify-health, or a mapping with `checks`, `timeout`, `interval`, `request-timeout`, `successes` and `hold`. When they fail, the deployment has failed.',
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
        ...build/* pullRequestCommentInputs */.tq,
        'aws-region': (0,region/* region */.N)({
            description: 'Region of the service; without it, that of the environment.',
        }),
    },
    outcomes: {
        deployed: 'The new version runs; proven by the deployment itself.',
        created: 'The service was created, and the version runs; proven by the deployment itself.',
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
        results: 'JSON object: service to its `outcome`, `failure`, definition, digests and duration.',
        'duration-seconds': 'How long the deployment took.',
    },
});

// EXTERNAL MODULE: ./packages/aws/build/clients.js
var build_clients = __webpack_require__(7577);
// EXTERNAL MODULE: ./packages/aws/build/arn.js
var build_arn = __webpack_require__(142);
// EXTERNAL MODULE: ./packages/aws/build/console-links.js
var console_links = __webpack_require__(5624);
// EXTERNAL MODULE: ./packages/registry/build/open-registries.js
var open_registries = __webpack_require__(8377);
;// CONCATENATED MODULE: ./actions/deploy-ecs/build/cancel.js


/** GitHub kills the step ten seconds after the cancel; asking has to be done by then. */
const patienceSeconds = 6;
/**
 * What becomes of a begun rollout when the job is cancelled: it is left as it is, or ECS is asked to go back, for whose
 * end there is no time to wait. Nothing that goes wrong now hides that the job was cancelled.
 */
async function cancelDeployment({ ecs, inputs, observed }, begun) {
    const answer = inputs.onCancel === 'leave'
        ? standing(begun)
        : await (0,build/* underLastSignal */.P9)(patienceSeconds, async (signal) => {
            try {
                return await askForRollback({ ecs: ecs.ecs, signal }, begun, observed.previousArn);
            }
            catch (error) {
                return { outcome: 'cancelled', what: notAsked(error) };
            }
        });
    const failure = new build/* ActionError */.lZ({
        code: 'cancelled',
        message: `The job was cancelled. ${answer.what}`,
        remedy: 'Run the workflow again when the new version should be deployed after all; it goes on from what is there.',
    });
    return { kind: 'failed', outcome: answer.outcome, failure, diagnosis: undefined, ...begun };
}
function standing({ record }) {
    const status = record.phases.at(-1)?.status;
    if (record.isBeingTakenBack || status === 'rolling-back' || status === 'stopping') {
        const what = 'The deployment had failed, and the way back to the version that ran before goes on without this step, as far as it had begun.';
        return { outcome: 'failed', what };
    }
    const what = status === 'successful'
        ? 'The new version had been rolled out, and stays; it was not looked at to the end.'
        : 'The rollout goes on without this step.';
    return { outcome: 'cancelled', what };
}
function notAsked(error) {
    const why = error instanceof Error ? error.message : String(error);
    return `ECS could not be asked to go back, so the rollout goes on: ${why}`;
}
/**
 * Asks ECS for the way back: by stopping the deployment, or, where that is over and has not been gone back from, by an
 * update to the definition before.
 */
async function askForRollback(context, { rollout, record }, previousArn) {
    const { serviceDeploymentArn, reference, started } = rollout;
    if (previousArn === undefined)
        return nothingToGoBackTo;
    if (serviceDeploymentArn !== undefined) {
        if (await (0,ecs_build/* requestRollback */.WT)(context, serviceDeploymentArn))
            return asked;
        const status = (await rollout.look(context))?.status;
        if (status !== 'successful' && status !== 'stopped')
            return goesBackAlready(status);
    }
    if (previousArn === started.taskDefinition)
        return nothingToGoBackTo;
    const successor = await rollout.findSuccessor(context);
    if (record.isBeingTakenBack && successor?.taskDefinition === previousArn)
        return asked;
    if (successor !== undefined)
        return takenOver;
    const taskDefinition = await (0,ecs_build/* ensureActive */.xg)(context, previousArn);
    await (0,ecs_build/* startDeployment */.i4)(context, { ...reference, taskDefinition });
    return asked;
}
const nothingToGoBackTo = {
    outcome: 'cancelled',
    what: 'There is no earlier version to go back to, so what was begun goes on.',
};
const takenOver = {
    outcome: 'failed',
    what: 'Another deployment had taken over meanwhile, and was left alone.',
};
const asked = {
    outcome: 'failed',
    what: 'ECS was asked to go back to the version that ran before, as on-cancel says; its end was not waited for.',
};
function goesBackAlready(status) {
    const what = status === 'rolled-back'
        ? 'ECS had gone back to the version that ran before already.'
        : 'ECS was going back to the version that ran before already; its end was not waited for.';
    return { outcome: 'failed', what };
}

// EXTERNAL MODULE: ./packages/aws/build/poll.js
var poll = __webpack_require__(8456);
// EXTERNAL MODULE: ./packages/aws/build/not-checked.js
var not_checked = __webpack_require__(1828);
// EXTERNAL MODULE: ./packages/aws/build/call.js + 1 modules
var call = __webpack_require__(9309);
;// CONCATENATED MODULE: ./actions/deploy-ecs/build/targets.js

/** Asks the load balancers of a service for the tasks that they do not call healthy. */
async function readVerdicts(context, loadBalancers, tasks) {
    const verdicts = [];
    const notes = [];
    for (const loadBalancer of tasks.length === 0 ? [] : loadBalancers) {
        const { targetGroupArn: arn } = loadBalancer;
        if (arn === undefined)
            continue;
        const targets = await (0,not_checked/* attemptCheck */.e)(() => describeTargets(context, arn));
        if ('kind' in targets) {
            notes.push(`The load balancer was not asked: ${targets.message}. ${targets.remedy}`);
        }
        else
            verdicts.push(...verdictsOn(loadBalancer, targets, tasks));
    }
    return { verdicts, notes };
}
async function describeTargets({ clients, signal }, arn) {
    const { DescribeTargetHealthCommand } = await __webpack_require__.e(/* import() */ 962).then(__webpack_require__.t.bind(__webpack_require__, 5962, 19));
    const elb = await clients.loadBalancing((0,build_arn/* findArn */.n)(arn)?.region);
    const command = new DescribeTargetHealthCommand({ TargetGroupArn: arn });
    return (await (0,call/* call */.T)(elb, command, { signal, resource: arn })).TargetHealthDescriptions ?? [];
}
function verdictsOn({ containerName: container = '', containerPort: port }, targets, tasks) {
    return targets.flatMap(({ Target: target, TargetHealth: health }) => {
        const { State: state = '', Reason: reason = '', Description: description = '' } = health ?? {};
        const task = tasks.find((one) => isTarget(one, container, { id: target?.Id, port: target?.Port }));
        if (task === undefined || state === 'healthy' || state === 'draining')
            return [];
        const taskId = (0,build_arn/* nameFromArn */.N)(task.taskArn ?? '');
        return [{ taskId, container, port, state, reason, description }];
    });
}
/** A task is a target by its own address, or by the port of its host. */
function isTarget(task, name, { id, port }) {
    const container = task.containers?.find((one) => one.name === name);
    return ((container?.networkInterfaces ?? []).some(({ privateIpv4Address: own }) => own === id) ||
        (container?.networkBindings ?? []).some(({ hostPort }) => hostPort === port));
}
/** The path that a target group checks; undefined where it checks none, or may not be asked. */
async function healthCheckPath({ clients, signal }, arn) {
    const groups = await (0,not_checked/* attemptCheck */.e)(async () => {
        const { DescribeTargetGroupsCommand } = await __webpack_require__.e(/* import() */ 962).then(__webpack_require__.t.bind(__webpack_require__, 5962, 19));
        const elb = await clients.loadBalancing((0,build_arn/* findArn */.n)(arn)?.region);
        const command = new DescribeTargetGroupsCommand({ TargetGroupArns: [arn] });
        return (await (0,call/* call */.T)(elb, command, { signal })).TargetGroups ?? [];
    });
    return 'kind' in groups ? undefined : groups[0]?.HealthCheckPath;
}

;// CONCATENATED MODULE: ./actions/deploy-ecs/build/hanging-tasks.js




/**
 * Finds why a rollout does not end although no death is known: by the health of tasks that live, by what
 * ECS says in its events, by where tasks are stuck, by whoever stopped them. Undefined where nothing tells;
 * `died` where tasks have died after all, of which no event told (Spot, a host that went away): these are in
 * the record then.
 */
async function findHangingCause(work, begun) {
    const { living, stopped, isOwn, unread } = await readTasks(work, begun);
    const { clients, ecs, observed } = work;
    const lookup = { clients, signal: ecs.signal };
    const balancers = observed.service.loadBalancers ?? [];
    const { verdicts, notes } = await readVerdicts(lookup, balancers, living);
    const unhealthy = (0,ecs_build/* diagnoseUnhealthy */.dz)(living, verdicts);
    if (unhealthy === undefined && recordDeaths(work, begun, stopped))
        return 'died';
    const byEvents = (0,ecs_build/* diagnoseEvents */.oP)(begun.record.events, isOwn);
    const byHand = stoppedByHand(stopped);
    const notesToo = [...unread, ...notes, ...(byHand === undefined ? [] : [byHand.headline])];
    if (unhealthy !== undefined)
        return withNotes(unhealthy.diagnosis, notesToo, unhealthy);
    if (byEvents !== undefined)
        return withNotes(byEvents, notesToo);
    // What is over was not ended by tasks that were still on their way.
    const waiting = isUnderWay(begun) ? (0,ecs_build/* diagnoseWaiting */.im)(living, verdicts) : undefined;
    if (waiting !== undefined)
        return withNotes(waiting.diagnosis, notesToo, waiting);
    return byHand && withNotes(byHand, notes);
}
function isUnderWay({ record: { phases } }) {
    const status = phases.at(-1)?.status;
    return status === 'pending' || status === 'in-progress';
}
function withNotes(diagnosis, notes, where) {
    return { diagnosis: { ...diagnosis, details: [...diagnosis.details, ...notes] }, where };
}
/** Tasks that cannot be read are only noted: the way back is still to come. */
async function readTasks({ ecs }, { rollout: { reference, started } }) {
    const living = await (0,not_checked/* attemptCheck */.e)(() => (0,ecs_build/* listLivingTasks */._f)(ecs, reference, started));
    const stopped = await (0,not_checked/* attemptCheck */.e)(() => (0,ecs_build/* listStoppedTasks */.em)(ecs, reference, started));
    if ('kind' in living || 'kind' in stopped) {
        const unread = [living, stopped].flatMap((one) => 'kind' in one ? `The tasks of the service were not read: ${one.message}. ${one.remedy}` : []);
        return { living: [], stopped: [], isOwn: () => true, unread: unread.slice(0, 1) };
    }
    const ids = new Set([...living, ...stopped].map(({ taskArn = '' }) => (0,build_arn/* nameFromArn */.N)(taskArn)));
    return { living, stopped, isOwn: (taskId) => ids.has(taskId), unread: [] };
}
function recordDeaths({ plan }, { record }, stopped) {
    const essential = (0,ecs_build/* essentialNames */.BG)(plan.definition);
    const deaths = stopped.flatMap((task) => (0,ecs_build/* deathOf */.oZ)(task, essential) ?? []);
    for (const death of deaths)
        record.take({ kind: 'death', death });
    return deaths.length > 0;
}
function stoppedByHand(stopped) {
    const byHand = stopped.filter(({ stopCode }) => stopCode === 'UserInitiated');
    const [first] = byHand;
    if (first === undefined)
        return undefined;
    const reason = first.stoppedReason ? `: ${first.stoppedReason.replace(/\.+$/, '')}` : '';
    return {
        code: 'cancelled',
        headline: `Somebody stopped ${(0,build/* count */.U9)(byHand.length, 'task')} of the new version${reason}.`,
        details: [],
        remedy: 'Ask who stopped the tasks (CloudTrail names StopTask), and run the step again.',
        groups: [],
        log: undefined,
    };
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
    return first === undefined
        ? diagnosis
        : (0,ecs_build/* diagnoseDeaths */.Ov)([first, ...others], diagnosis.log, record.events);
}
async function diagnose(work, begun) {
    const { rollout, record } = begun;
    const deceased = {
        clients: work.clients,
        definition: work.plan.definition,
        arn: rollout.started.taskDefinition,
        signal: work.context.signal,
        loadBalancers: work.observed.service.loadBalancers,
    };
    if (record.deaths.length > 0)
        return diagnoseRecord(record, deceased);
    const found = await findHangingCause(work, begun);
    if (found === 'died')
        return diagnoseRecord(record, deceased);
    if (found?.where?.container === undefined)
        return found?.diagnosis;
    const { taskId, container } = found.where;
    const log = await readLog(deceased, { taskId, container, code: found.diagnosis.code });
    return { ...found.diagnosis, log };
}
/** The root cause by the tasks that died, with the log of one of them; without any, by the events. */
async function diagnoseRecord(record, deceased) {
    const [first, ...others] = (0,ecs_build/* groupDeaths */.Li)(record.deaths);
    if (first === undefined)
        return (0,ecs_build/* diagnoseEvents */.oP)(record.events);
    const { newest } = first;
    const container = newest.container ?? checkedContainer(newest, deceased);
    const log = container === undefined || !hasRun(newest)
        ? undefined
        : await readLog(deceased, { ...newest, container, endedAt: newest.stoppedAt });
    return (0,ecs_build/* diagnoseDeaths */.Ov)([first, ...others], log, record.events);
}
/** Whether the container that is told of began at all: else it has written nothing. */
function hasRun({ exitCode, kind }) {
    return (exitCode !== undefined ||
        kind === 'dependency' ||
        kind === 'container-health' ||
        kind === 'load-balancer-health');
}
/** The end of a container's log; where a load balancer complains, with the requests of its health check. */
async function readLog({ clients, definition, arn, signal, loadBalancers = [] }, { taskId, container, code, endedAt }) {
    const group = loadBalancers.find(({ containerName }) => containerName === container);
    const mentions = code === 'load-balancer-health' && group?.targetGroupArn !== undefined
        ? await healthCheckPath({ clients, signal }, group.targetGroupArn)
        : undefined;
    const source = { definition, container, taskId, arn, mentions, ...(endedAt && { endedAt }) };
    return (0,ecs_build/* readLogTail */.Ty)(clients, source, signal);
}
/** The container that a load balancer checks: ECS names the target group only. */
function checkedContainer({ code, reason }, { loadBalancers = [] }) {
    if (code !== 'load-balancer-health')
        return undefined;
    const named = loadBalancers.find(({ targetGroupArn: arn }) => arn !== undefined && reason.includes(arn));
    return (named ?? loadBalancers[0])?.containerName;
}
function printDiagnosis(host, diagnosis) {
    if (diagnosis === undefined) {
        host.info('No task of the new version is known to have died, and no event of the service tells a cause.');
        return;
    }
    host.info(diagnosis.headline);
    for (const detail of diagnosis.details)
        host.info(detail);
    for (const { newest, count } of diagnosis.groups.slice(1)) {
        host.info(`${count} more: ${(0,ecs_build/* describeDeath */.gC)(newest)}`);
    }
    for (const line of (0,ecs_build/* quoteLog */.N9)(diagnosis.log))
        host.info(line);
    host.info(`What to do: ${diagnosis.remedy}`);
}

;// CONCATENATED MODULE: ./actions/deploy-ecs/build/obstacle.js


/**
 * What the tasks of the version before died of since this rollout began: it kept ECS, or this step, from going back.
 * Undefined where none died, or nobody may tell.
 */
async function findObstacle({ ecs, observed: { previousArn, current, wanted } }, { rollout }) {
    const { reference, started } = rollout;
    if (previousArn === undefined || previousArn === started.taskDefinition)
        return undefined;
    const before = { taskDefinition: previousArn, createdAt: started.createdAt };
    const essential = (0,ecs_build/* essentialNames */.BG)(current?.definition ?? wanted);
    try {
        const tasks = await (0,ecs_build/* listStoppedTasks */.em)(ecs, reference, before);
        const deaths = tasks.flatMap((task) => (0,ecs_build/* deathOf */.oZ)(task, essential) ?? []);
        const [most] = (0,ecs_build/* groupDeaths */.Li)(deaths);
        return most && (0,ecs_build/* describeDeath */.gC)(most.newest);
    }
    catch (error) {
        if (!(error instanceof build/* ActionError */.lZ))
            throw error;
        return undefined;
    }
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
function failureOf(facts) {
    const { trigger, diagnosis, state, obstacle } = facts;
    const mechanism = triggers[trigger];
    const lines = [
        whatEnded(facts),
        ...(obstacle === undefined ? [] : [`The version before did not come up again: ${obstacle}.`]),
        ...(diagnosis ? [diagnosis.headline, ...diagnosis.details, ...(0,ecs_build/* quoteLog */.N9)(diagnosis.log)] : []),
        ...(state?.reason && state.status !== 'in-progress' ? [`ECS says: ${state.reason}`] : []),
    ];
    const message = lines.join('\n');
    if (trigger !== 'rollback-failed') {
        const { code, remedy } = diagnosis ?? mechanism;
        return new build/* ActionError */.lZ({ code, message, remedy });
    }
    const remedy = [mechanism.remedy, diagnosis?.remedy].filter(Boolean).join(' ');
    return new build/* ActionError */.lZ({ code: mechanism.code, message, remedy });
}
/** What ended the rollout, and where the service stands, in one line. */
function whatEnded({ work, trigger, state, outcome, back }) {
    const name = work.observed.service.serviceName ?? 'the service';
    const alarms = state?.triggeredAlarms.length ? ` (${state.triggeredAlarms.join(', ')})` : '';
    const time = trigger === 'timeout' ? ` (${(0,build/* formatSeconds */.Xo)(work.plan.timeoutSeconds)})` : '';
    const standing = trigger === 'rollback-failed' ? whatRan(state) : whereItStands(outcome, back);
    return `The deployment of ${name} failed: ${triggers[trigger].why}${alarms}${time}. ${standing}`;
}
/** What is left of a service that is in need of a person. */
function whatRan(state) {
    const { source, target } = state ?? { source: { running: 0 }, target: { running: 0 } };
    return `When that ended, ${source.running} old and ${target.running} new tasks ran.`;
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
    const { end, error } = back;
    if (error === undefined)
        return standings[end];
    const remedy = error instanceof build/* ActionError */.lZ ? ` ${error.remedy}` : '';
    return `${standings[end]} ${error.message}${remedy}`;
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
        message: `${whatHappened(thrown, observed)}\n${thrown.code === 'input' ? 'What became of the rollout is not known.' : `The rollout of ${observed.service.serviceName} goes on without this step; how it ends is not known.`}`,
        remedy: thrown.remedy,
        cause: thrown,
    });
}
function whatHappened(thrown, { service }) {
    if (thrown.code !== 'input')
        return thrown.message;
    const words = thrown.message.replace(/^Input \S+: /, '');
    return `${service.serviceName} was changed by somebody meanwhile: ${words}`;
}
/** Another deployment took the place of ours: whether ours would have worked is not known. */
function supersededFailure({ observed }, successor) {
    const { id = '', taskDefinition = '', createdAt } = successor;
    return new build/* ActionError */.lZ({
        code: 'superseded',
        message: `Another deployment of ${observed.service.serviceName} took over before this one had ended: ${id} of ${(0,build_arn/* nameFromArn */.N)(taskDefinition)}, begun at ${createdAt?.toISOString()}.`,
        remedy: 'Look which run or person deployed at that time. A concurrency group for each environment keeps the runs of a workflow apart.',
    });
}
/** The rollout succeeded, and the checks of `verify` failed. */
function verifyFailure({ observed }, unhealthy, { outcome, back }) {
    return new build/* ActionError */.lZ({
        code: unhealthy.code,
        message: `${observed.service.serviceName} was rolled out, and did not pass. ${whereItStands(outcome, back)}\n${unhealthy.message}`,
        remedy: unhealthy.remedy,
        cause: unhealthy,
    });
}
/** The rollout succeeded on nothing, which nobody had asked for. */
function scaledAwayFailure({ observed }) {
    return new build/* ActionError */.lZ({
        code: 'conflict',
        message: `Somebody set the desired count of ${observed.service.serviceName} to 0 while it was deployed: nothing runs that could prove this version.`,
        remedy: 'Ask who did (CloudTrail names UpdateService), set the desired count again, and run this step again.',
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

// EXTERNAL MODULE: ./packages/checks/build/describe-check.js
var describe_check = __webpack_require__(6843);
// EXTERNAL MODULE: ./packages/checks/build/schedule/run-checks.js + 13 modules
var run_checks = __webpack_require__(9000);
// EXTERNAL MODULE: ./packages/checks/build/explain.js
var build_explain = __webpack_require__(4348);
;// CONCATENATED MODULE: ./actions/deploy-ecs/build/verify.js


/** Runs the checks of `verify`; gives why they failed, undefined where they did not. */
async function verify({ context, clients, registries }, { checks, schedule }) {
    const { host, signal } = context;
    const result = await (0,build/* inGroup */.HB)(host, 'Verify', () => {
        for (const check of checks)
            host.info((0,describe_check/* describeCheck */.c)(check));
        return (0,run_checks/* runChecks */.J)(checks, {
            schedule,
            signal,
            log: host,
            clients: () => Promise.resolve(clients),
            registries: () => Promise.resolve(registries),
        });
    });
    return result.healthy ? undefined : (0,build_explain/* unhealthyError */.n)(result);
}

;// CONCATENATED MODULE: ./actions/deploy-ecs/build/conclude.js







/** Turns the end of a watch into the result of the step: proof of success, or the way back. */
async function conclude(work, { begun, end, known }) {
    if (end.kind === 'over' && end.state.status === 'successful') {
        if (await staysAlive(work, begun))
            return prove(work, begun, end.state);
        return fail(work, { begun, end: { kind: 'enough', state: end.state }, known });
    }
    const successor = await findSuccessor(work, begun, end);
    return successor ? superseded(work, begun, successor) : fail(work, { begun, end, known });
}
async function fail(work, { begun, end, known }) {
    const first = known ? bringUpToDate(known, begun) : await explain(work, begun);
    const back = isOwnMatter(end) ? await wayBack(work, begun, end.state) : undefined;
    if (back?.end === 'succeeded-after-all' && (await staysAlive(work, begun))) {
        return prove(work, begun, end.state);
    }
    // Tasks whose death was learned of on the way back tell the cause as well.
    const isLate = first === undefined && begun.record.deaths.length > 0;
    const diagnosis = isLate ? await explain(work, begun) : first;
    const outcome = outcomeOf(end, back);
    const isStuck = triggerOf(end) === 'rollback-failed' || back?.end === 'failed';
    const failure = failureOf({
        obstacle: isStuck ? await findObstacle(work, begun) : undefined,
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
/** How long tasks that are missing, of which none died, are waited for: somebody may have scaled up. */
const missingPatienceMs = 60_000;
async function staysAlive(work, { watcher, record }) {
    const { context } = work;
    const settles = async () => {
        const end = await watcher.settles({
            deadline: Date.now() + settleWithinMs,
            isPartEnough: hasEarlySuccess(work),
            patienceMs: missingPatienceMs,
        });
        // Tasks that are only missing are told with the success.
        return end !== 'dying';
    };
    if (record.deaths.length === 0)
        return settles();
    return (0,build/* inGroup */.HB)(context.host, 'See whether the new tasks outlive those that died', settles);
}
/** Whether ECS may call a rollout successful before all its tasks are there. */
function hasEarlySuccess({ observed: { service } }) {
    return service.deploymentConfiguration?.earlySuccessCriteria?.enable === true;
}
async function prove(work, begun, state) {
    const { rollout } = begun;
    const evidence = await (0,ecs_build/* gatherEvidence */.hx)(work.ecs, rollout, work.plan.definition);
    if (evidence.mismatches.length > 0) {
        return takeBack(work, begun, { state, unhealthy: digestFailure(work, evidence.mismatches) });
    }
    const { desiredCount = 0, runningCount = 0 } = await rollout.describeService(work.ecs);
    const nothingRuns = desiredCount === 0;
    if (nothingRuns && !isMeantToRunNothing(work)) {
        const failure = scaledAwayFailure(work);
        return { kind: 'failed', outcome: 'failed', failure, diagnosis: undefined, ...begun };
    }
    const unhealthy = nothingRuns ? undefined : await verifyRollout(work);
    if (unhealthy !== undefined)
        return takeBack(work, begun, { state, unhealthy });
    const isEarly = hasEarlySuccess(work) && state !== undefined;
    const share = isEarly ? state.target : undefined;
    const missing = isEarly ? 0 : desiredCount - runningCount;
    return { kind: 'succeeded', evidence, nothingRuns, share, missing, ...begun };
}
async function verifyRollout(work) {
    const { verification } = work.inputs;
    return verification === undefined ? undefined : verify(work, verification);
}
/** ECS is content with the rollout, and checks or digests are not: only an update leads back. */
async function takeBack(work, begun, { state, unhealthy }) {
    const back = await wayBack(work, begun, state);
    const outcome = back?.end === 'rolled-back' || back?.end === 'superseded' ? back.end : 'failed';
    const failure = verifyFailure(work, unhealthy, { outcome, back });
    return { kind: 'failed', outcome, failure, diagnosis: undefined, ...begun };
}
/** Whether a desired count of 0 was configured before, or asked for. */
function isMeantToRunNothing({ inputs, observed }) {
    return (inputs.settings.desiredCount ?? observed.service.desiredCount) === 0;
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
        return await (0,poll/* poll */.wt)(() => rollout.findSuccessor(ecs), {
            signal: ecs.signal,
            deadline: Date.now() + (hasOwnReason ? 0 : successorWithinMs),
            delayMs: () => 3_000,
        });
    }
    catch (error) {
        if (error instanceof poll/* DeadlineError */.j3)
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
async function wayBack({ context, ecs, inputs, observed }, { rollout, watcher, record }, state) {
    if (inputs.onFailure === 'leave')
        return undefined;
    record.isBeingTakenBack = true;
    const options = {
        rollout,
        watcher,
        state,
        previous: observed.previousArn,
        deadline: Date.now() + goBackWithinMs,
        onDenied: ({ message, remedy }) => context.host.warning(`${message} ${remedy} Meanwhile the way back is an update.`),
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
    /** Whether this step has begun to go back. */
    isBeingTakenBack = false;
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
                if (this.deaths.some(({ taskId }) => taskId === news.death.taskId))
                    return undefined;
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

;// CONCATENATED MODULE: ./actions/deploy-ecs/build/run-tags.js

const workflowTag = 'deploy-actions:workflow';
const runTag = 'deploy-actions:run';
/** The tags that say which run deploys a service; none outside of GitHub. */
function tagsOfRun(run) {
    const workflow = workflowOf(run);
    if (!/^\d+$/.test(run.id) || workflow === '')
        return [];
    return [
        { key: workflowTag, value: workflow },
        { key: runTag, value: run.id },
    ];
}
/** The run that the tags of a service name, if they name one. */
function findRun(tags = []) {
    const workflow = tags.find(({ key }) => key === workflowTag)?.value;
    const id = tags.find(({ key }) => key === runTag)?.value;
    return workflow && id && /^\d+$/.test(id) ? { workflow, id: BigInt(id) } : undefined;
}
/** Throws `stale-run` where a newer run of the same workflow has deployed the service already. */
function refuseStaleRun(run, tags) {
    const onService = findRun(tags);
    if (onService === undefined || !/^\d+$/.test(run.id))
        return;
    if (onService.workflow !== workflowOf(run) || onService.id <= BigInt(run.id))
        return;
    const newer = run.url?.replace(/\d+$/, String(onService.id)) ?? `run ${onService.id}`;
    throw new build/* ActionError */.lZ({
        code: 'stale-run',
        message: `A newer run of this workflow has deployed the service already, or tried to: ${newer}. This is run ${run.id}, which was started before; it has changed nothing.`,
        remedy: 'Nothing has to be done when the newer version is meant. To go back on purpose use rollback-to, or set stale-run to allow.',
    });
}
/** Tags take letters, digits, spaces and _.:/=+-@ only, up to 256. */
function workflowOf({ workflowFile, repository, workflow }) {
    const name = workflowFile || (workflow && `${repository}/${workflow}`);
    return name.replaceAll(/[^\p{L}\p{N} _.:/=+@-]/gu, '_').slice(0, 256);
}

// EXTERNAL MODULE: ./node_modules/.pnpm/@aws-sdk+client-ecs@3.1162.0/node_modules/@aws-sdk/client-ecs/dist-cjs/index.js
var dist_cjs = __webpack_require__(6580);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./actions/deploy-ecs/build/secret-tags.js

const secretsTag = /^deploy-actions:secrets(?::\d+)?$/;
/** One pair has seventeen characters, and a space before the next; a tag holds 256. */
const pairsPerTag = 14;
/**
 * The tags that say with which versions of its secrets a service was deployed: pairs of hashes, of a reference and
 * of the id of the version, since names and ids may be too long.
 */
function tagsOfSecrets(versions) {
    const pairs = versions.map((version) => `${idOf(version)}=${hash(version.versionId)}`);
    return Array.from({ length: Math.ceil(pairs.length / pairsPerTag) }, (_, i) => ({
        key: `deploy-actions:secrets${i === 0 ? '' : `:${i + 1}`}`,
        value: pairs.slice(i * pairsPerTag, (i + 1) * pairsPerTag).join(' '),
    }));
}
/** Whether a version is the one that the service was deployed with; undefined where the tags do not say. */
function isRecorded(tags, version) {
    const pairs = tags
        .filter(({ key = '' }) => secretsTag.test(key))
        .flatMap(({ value = '' }) => value.split(' '));
    const recorded = pairs.find((pair) => pair.startsWith(`${idOf(version)}=`));
    return recorded === undefined
        ? undefined
        : recorded === `${idOf(version)}=${hash(version.versionId)}`;
}
function idOf({ arn, stage }) {
    return hash(`${arn} ${stage}`);
}
function hash(text) {
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, 8);
}

;// CONCATENATED MODULE: ./actions/deploy-ecs/build/tags.js




/**
 * Puts tags on the service. They help later runs and change nothing of this deployment, so a failure to do so is told and
 * is no more.
 */
async function tagService({ host, signal }, { ecs }, { serviceArn, tags, purpose }) {
    if (tags.length === 0)
        return;
    const command = new dist_cjs/* TagResourceCommand */.eqU({ resourceArn: serviceArn, tags: [...tags] });
    try {
        await (0,call/* call */.T)(ecs, command, { signal, resource: serviceArn });
    }
    catch (error) {
        if (!(error instanceof build/* ActionError */.lZ))
            throw error;
        host.warning(`${purpose} could not be noted in the tags of the service: ${error.message} ${error.remedy}`);
    }
}
/** Notes with which versions of its secrets the service was deployed, so that a later run sees newer ones. */
async function noteSecrets({ context, ecs, observed }, { rollout }) {
    const tags = tagsOfSecrets(observed.secretVersions);
    if (tags.length === 0)
        return;
    const purpose = 'The versions of the secrets';
    try {
        const { serviceArn = '' } = await rollout.describeService(ecs);
        await tagService(context, ecs, { serviceArn, tags, purpose });
    }
    catch (error) {
        // The deployment is proven: nothing that goes wrong now makes that untrue.
        const why = error instanceof Error ? error.message : String(error);
        context.host.warning(`${purpose} could not be noted in the tags of the service: ${why}`);
    }
}

;// CONCATENATED MODULE: ./actions/deploy-ecs/build/turn.js




/**
 * The last look before the service is changed: others may have been at work since it was observed. Gives whether it is
 * this step's turn; `again` when another deployment was waited for, which has left another world to
 * plan for. Throws `stale-run` and `conflict`.
 */
async function takeTurn(work) {
    const { context, ecs, inputs } = work;
    const service = await (0,ecs_build/* getService */.cQ)(ecs, inputs.reference);
    if (inputs.staleRun === 'refuse')
        refuseStaleRun(context.host.run, service.tags);
    if (await (0,ecs_build/* waitForRollback */.L6)(ecs, service, context.host))
        return 'again';
    if (isAnotherWorld(work, service))
        return 'again';
    const inFlight = (0,ecs_build/* findInFlight */.T6)(service);
    if (inFlight === undefined)
        return 'ours';
    if (inputs.inFlight === 'fail')
        throw underWay(service);
    if (inputs.inFlight === 'wait') {
        const deadline = work.begunAt + work.plan.timeoutSeconds * 1000;
        await (0,ecs_build/* waitForDeployment */.Kw)(ecs, { service, deadline, log: context.host });
        return 'again';
    }
    context.host.warning(`${describeInFlight(service)}; this one replaces it.`);
    return 'ours';
}
/**
 * Whether another deployment has begun or ended since the service was observed: what was planned, and where to go back to, is
 * from a world that is gone.
 */
function isAnotherWorld({ observed }, now) {
    const [before, after] = [observed.service, now].map(({ deployments = [] }) => {
        const primary = deployments.find(({ status }) => status === 'PRIMARY');
        return `${primary?.id} ${primary?.rolloutState}`;
    });
    return before !== after;
}
function describeInFlight(service) {
    const { id, taskDefinition = '', createdAt } = (0,ecs_build/* findInFlight */.T6)(service) ?? {};
    return `Another deployment (${id} of ${(0,build_arn/* nameFromArn */.N)(taskDefinition)}, begun at ${createdAt?.toISOString()}) of ${service.serviceName} is under way`;
}
function underWay(service) {
    return new build/* ActionError */.lZ({
        code: 'conflict',
        message: `${describeInFlight(service)}. Nothing was deployed.`,
        remedy: 'Run this step again when that deployment has ended; or set in-flight to wait, or to supersede it.',
    });
}

;// CONCATENATED MODULE: ./actions/deploy-ecs/build/act.js











/**
 * Carries the plan out and watches it to its end. Undefined where another deployment was waited for: then the world is
 * to be observed anew.
 */
async function deploy(work) {
    const { context, inputs } = work;
    const begun = await (0,build/* inGroup */.HB)(context.host, 'Start the deployment', () => begin(work));
    if (begun === undefined)
        return undefined;
    try {
        context.signal.throwIfAborted();
        await locate(work, begun);
        if (!inputs.wait)
            return { kind: 'started', ...begun };
        return await watchToTheEnd(work, begun);
    }
    catch (error) {
        if (context.signal.aborted)
            return cancelDeployment(work, begun);
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
    const started = await start(work);
    if (started === undefined)
        return undefined;
    const { clusterArn = '', serviceName = '', serviceArn = '' } = observed.service;
    const url = (0,console_links/* serviceConsoleUrl */.E)(started.serviceArn ?? serviceArn);
    if (url)
        context.setOutput('deployment-url', url);
    context.host.info(`The deployment is ${started.id}${url ? `: ${url}` : '.'}`);
    const rollout = new ecs_build/* TrackedRollout */.SR({ cluster: clusterArn, service: serviceName }, started);
    const record = new RolloutRecord(context.host, started.createdAt.getTime());
    const essential = (0,ecs_build/* essentialNames */.BG)(plan.definition);
    const watcher = new ecs_build/* RolloutWatcher */.AQ(ecs, { rollout, essential, onNews: record.take });
    return { rollout, record, watcher };
}
/** Changes or creates the service, or takes the deployment that is under way. */
async function start(work) {
    const { context, ecs, observed, plan } = work;
    const { serviceArn = '' } = observed.service;
    const tags = tagsOfRun(context.host.run);
    const tagging = { serviceArn, tags, purpose: 'This run' };
    if (plan.kind === 'adopt') {
        context.setOutput('task-definition-arn', plan.taskDefinitionArn);
        await tagService(context, ecs, tagging);
        if (Object.keys(plan.change).length > 0)
            await changeBesides(work, plan.change);
        return (0,ecs_build/* findPrimary */.WM)(observed.service);
    }
    if (plan.kind === 'deploy' && (await takeTurn(work)) === 'again')
        return undefined;
    const taskDefinition = plan.taskDefinitionArn ?? (await registerNew(context.host, ecs, plan));
    context.setOutput('task-definition-arn', taskDefinition);
    if (plan.kind === 'create')
        return create(work, taskDefinition);
    await tagService(context, ecs, tagging);
    // Registering and tagging take a moment, in which others may have begun; a newer run has tagged as well.
    const isDelayed = plan.taskDefinitionArn === undefined || tags.length > 0;
    if (isDelayed && (await takeTurn(work)) === 'again')
        return undefined;
    context.signal.throwIfAborted();
    const { clusterArn: cluster = '', serviceName: service = '' } = observed.service;
    const { forceNewDeployment, change: settings } = plan;
    return (0,ecs_build/* startDeployment */.i4)(seenThrough(ecs), {
        cluster,
        service,
        taskDefinition,
        forceNewDeployment,
        settings,
    });
}
/** Settings that start no deployment, sent while one is followed. */
async function changeBesides({ ecs, observed }, settings) {
    const { clusterArn: cluster = '', serviceName: service = '' } = observed.service;
    await (0,ecs_build/* updateService */.bU)(seenThrough(ecs), { cluster, service, settings });
}
/** Once a change is sent it is seen through: cut off, nobody would know whether a rollout began. */
function seenThrough({ ecs }) {
    return { ecs, signal: new AbortController().signal };
}
async function create({ context: { host }, ecs, observed: { creation } }, taskDefinition) {
    const tags = [...(creation?.tags ?? []), ...tagsOfRun(host.run)];
    const service = await (0,ecs_build/* createService */.sR)(seenThrough(ecs), {
        ...creation,
        serviceName: creation?.serviceName,
        taskDefinition,
        ...(tags.length > 0 && { tags }),
    });
    const started = (0,ecs_build/* findPrimary */.WM)(service);
    host.info(`Created the service ${service.serviceArn}`);
    if (started)
        return { ...started, serviceArn: service.serviceArn };
    throw new build/* ActionError */.lZ({
        code: 'service-error',
        message: `ECS created the service ${service.serviceName} and named no PRIMARY deployment in its answer.`,
        remedy: 'Check that the deployment controller in service-definition is ECS.',
    });
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
    const [why, remedy] = missing === undefined || missing === 'not-listed'
        ? ['ECS listed no service deployment for it within 30 seconds', '']
        : [
            'the role of this job lacks ecs:ListServiceDeployments, ecs:DescribeServiceDeployments or ecs:DescribeServiceRevisions',
            missing.remedy,
        ];
    context.host.info(`The older list of deployments decides, since ${why}. It tells success from failure; what runs is then read from the tasks, and going back is an update. ${remedy}`.trim());
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
/** By the configuration that the service has now: this step may have changed it. */
function goesBackByItself({ observed, plan }) {
    const changed = plan.kind === 'create' ? undefined : plan.change.deploymentConfiguration;
    const configuration = changed ?? observed.service.deploymentConfiguration;
    const breaker = configuration?.deploymentCircuitBreaker;
    return breaker?.enable === true && breaker.rollback === true;
}

;// CONCATENATED MODULE: ./actions/deploy-ecs/build/adjust.js





/** ECS counts a task that starts and ends at once as running in between: one look may be deceived. */
const looksInARow = 2;
/**
 * Changes settings of the service, and waits until as many tasks run as are desired. Tasks that keep dying alike
 * end that early (`fail-fast`); nothing is taken back, since no version has changed.
 */
async function adjust(work) {
    const { context, ecs, inputs, observed, plan } = work;
    const begunAt = Date.now();
    const seconds = () => Math.round((Date.now() - begunAt) / 1000);
    const { clusterArn: cluster = '', serviceName: service = '' } = observed.service;
    const started = (0,ecs_build/* findPrimary */.WM)(observed.service);
    const update = () => send(work, { cluster, service });
    const isWaitedFor = inputs.wait && concernsCount(plan);
    if (!isWaitedFor || started === undefined) {
        const updated = await update();
        return { service: updated ?? observed.service, seconds: seconds(), failure: undefined };
    }
    const record = new RolloutRecord(context.host, begunAt);
    const rollout = new ecs_build/* TrackedRollout */.SR({ cluster, service }, started);
    const essential = (0,ecs_build/* essentialNames */.BG)(observed.current?.definition ?? observed.wanted);
    const watcher = new ecs_build/* RolloutWatcher */.AQ(ecs, { rollout, essential, onNews: record.take });
    await watcher.forgetPast();
    let last = await update();
    const onService = (now) => {
        if (now.runningCount !== last?.runningCount)
            context.host.info(progress(now, seconds()));
        last = now;
    };
    const isMore = wantsMore(work);
    const end = await (0,build/* inGroup */.HB)(context.host, 'Wait for the tasks', () => settle(work, watcher, {
        deadline: begunAt + plan.timeoutSeconds * 1000,
        looksInARow: isMore ? looksInARow : 1,
        isEnough: (deaths) => inputs.failFast && (0,ecs_build/* findRepeatedDeath */.GV)(deaths) !== undefined,
        onService,
    }));
    const now = last ?? observed.service;
    if (end === 'settled')
        return { service: now, seconds: seconds(), failure: undefined };
    const failure = notScaled(now, {
        diagnosis: (await diagnoseDead(work, record, started)) ?? diagnoseNews(now, begunAt),
        seconds: seconds(),
    });
    return { service: now, seconds: seconds(), failure };
}
/** Whether tasks are to be started or stopped; without any change those that are missing are waited for. */
function concernsCount({ change }) {
    return Object.keys(change).length === 0 || change.desiredCount !== undefined;
}
function wantsMore({ plan, observed: { service } }) {
    const wanted = plan.change.desiredCount ?? service.desiredCount ?? 0;
    return wanted > (service.runningCount ?? 0);
}
async function send({ ecs, plan, observed }, reference) {
    return Object.keys(plan.change).length === 0
        ? observed.service
        : (0,ecs_build/* updateService */.bU)(ecs, { ...reference, settings: plan.change });
}
/** A service that was there when the step began and is gone now is nobody's wrong input. */
async function settle(work, watcher, options) {
    try {
        return await watcher.settles(options);
    }
    catch (error) {
        if (work.context.signal.aborted)
            throw error;
        throw abandoned(work, error);
    }
}
function progress({ runningCount, desiredCount }, seconds) {
    return `${(0,build/* formatSeconds */.Xo)(seconds).padStart(7)}  ${runningCount} of ${desiredCount} tasks running`;
}
async function diagnoseDead({ clients, context, observed }, record, { taskDefinition: arn }) {
    if (record.deaths.length === 0)
        return undefined;
    const definition = observed.current?.definition ?? observed.wanted;
    return diagnoseRecord(record, { clients, definition, arn, signal: context.signal });
}
function diagnoseNews({ events = [] }, since) {
    const recent = events.filter(({ createdAt }) => Number(createdAt) >= since);
    return (0,ecs_build/* diagnoseEvents */.oP)(recent.map(({ message = '' }) => message));
}
function notScaled({ serviceName, runningCount, desiredCount }, { diagnosis, seconds }) {
    const causes = diagnosis ? [diagnosis.headline, ...(0,ecs_build/* quoteLog */.N9)(diagnosis.log)] : [];
    const what = `After ${(0,build/* formatSeconds */.Xo)(seconds)}, ${runningCount} of ${desiredCount} tasks of ${serviceName} run. The desired count stays as it was set.`;
    return new build/* ActionError */.lZ({
        code: diagnosis?.code ?? 'timeout',
        message: [what, ...causes].join('\n'),
        remedy: diagnosis?.remedy ??
            'Look at the events of the service, which say why tasks are not started; raise timeout where it only takes longer.',
    });
}

// EXTERNAL MODULE: ./packages/checks/build/secrets.js
var secrets = __webpack_require__(7270);
;// CONCATENATED MODULE: ./actions/deploy-ecs/build/input-rules.js


/** What has to hold between the inputs. */
const rules = [
    oneThingToDeploy,
    creation,
    percentages,
    login_inputs/* registryLoginProblems */.LA,
    build/* pullRequestCommentProblems */.WG,
    verifyWithWait,
];
/** Inputs that change a service without a definition. */
const settings = [
    'desired-count',
    'enable-execute-command',
    'propagate-tags',
    'capacity-provider-strategy',
    'platform-version',
    'health-check-grace-period',
    'minimum-healthy-percent',
    'maximum-percent',
    'circuit-breaker',
    'alarms',
];
function oneThingToDeploy({ given, failed, values }) {
    const images = given.has('image') || given.has('images');
    const named = [
        ...(given.has('task-definition') ? ['task-definition'] : []),
        ...(images ? [given.has('image') ? 'image' : 'images'] : []),
        ...(given.has('rollback-to') ? ['rollback-to'] : []),
    ];
    if (named.length > 1) {
        const message = 'are given together; give one of task-definition, image (or images), rollback-to';
        return [{ path: named.join(', '), message }];
    }
    const isForced = values.forceNewDeployment || failed.has('force-new-deployment');
    const isSetting = settings.some((name) => given.has(name)) || values.strategy === 'rolling';
    if (named.length === 1 || isForced || isSetting)
        return [];
    const message = 'nothing to deploy is named; give task-definition, image, images or rollback-to, or a setting such as desired-count or force-new-deployment. ' +
        'An empty value counts as not given: GitHub empties outputs of another job that hold a masked value, such as an account id';
    return [{ path: 'task-definition', message }];
}
function creation({ given, values }) {
    const mayCreate = values.create === 'if-missing';
    if (mayCreate && !given.has('service-definition')) {
        return [{ path: 'service-definition', message: 'is required with create: if-missing' }];
    }
    if (!mayCreate && given.has('service-definition') && values.create !== undefined) {
        return [{ path: 'create', message: 'must be if-missing for service-definition to be used' }];
    }
    if (mayCreate && !given.has('task-definition')) {
        const message = 'is required with create: if-missing, since a new service runs nothing yet';
        return [{ path: 'task-definition', message }];
    }
    return [];
}
function percentages({ values }) {
    const { minimumHealthyPercent: minimum, maximumPercent: maximum } = values;
    if (minimum === undefined || maximum === undefined || minimum < maximum)
        return [];
    const message = `must be more than minimum-healthy-percent, which is ${minimum}: there would be no room to replace a task`;
    return [{ path: 'maximum-percent', message }];
}
function verifyWithWait({ given, values }) {
    return given.has('verify') && values.wait === false
        ? [{ path: 'verify', message: 'cannot go with wait: false, since there is no end to verify' }]
        : [];
}

;// CONCATENATED MODULE: ./actions/deploy-ecs/build/inputs.js



/** Reads the inputs; throws one error with everything that is wrong with them. */
function readInputs(context) {
    const inputs = context.parseInputs({ rules: rules });
    for (const secret of (0,secrets/* secretsOf */.F)(inputs.verify?.checks ?? []))
        context.host.mask(secret);
    return {
        reference: { cluster: inputs.cluster, service: inputs.service },
        wanted: wantedOf(inputs),
        settings: settingsOf(inputs),
        serviceDefinition: inputs.create === 'if-missing' ? inputs.serviceDefinition : undefined,
        pinImages: inputs.pin === 'digest',
        preflight: inputs.preflight,
        credentials: (0,login_inputs/* registryLogin */.j8)(inputs),
        forceNewDeployment: inputs.forceNewDeployment,
        skipUnchanged: inputs.skipUnchanged,
        inFlight: inputs.inFlight,
        staleRun: inputs.staleRun,
        verification: inputs.verify,
        wait: inputs.wait,
        timeout: inputs.timeout,
        failFast: inputs.failFast,
        onFailure: inputs.onFailure,
        onCancel: inputs.onCancel,
        dryRun: inputs.dryRun,
        commentToken: inputs.commentOnPr ? inputs.githubToken : undefined,
        region: inputs.awsRegion,
    };
}
function wantedOf(inputs) {
    const { taskDefinition, image, images, rollbackTo } = inputs;
    if (taskDefinition !== undefined)
        return { kind: 'definition', definition: taskDefinition };
    if (image !== undefined || images !== undefined)
        return { kind: 'images', image, images };
    if (rollbackTo !== undefined)
        return { kind: 'past-version', version: rollbackTo };
    return inputs.forceNewDeployment ? { kind: 'same-again' } : { kind: 'as-it-is' };
}
function settingsOf(inputs) {
    return {
        desiredCount: inputs.desiredCount,
        enableExecuteCommand: inputs.enableExecuteCommand,
        propagateTags: inputs.propagateTags,
        capacityProviderStrategy: inputs.capacityProviderStrategy,
        platformVersion: inputs.platformVersion,
        healthCheckGracePeriodSeconds: inputs.healthCheckGracePeriod,
        deployment: deploymentOf(inputs),
    };
}
function deploymentOf(inputs) {
    const deployment = {
        strategy: inputs.strategy === 'rolling' ? 'ROLLING' : undefined,
        minimumHealthyPercent: inputs.minimumHealthyPercent,
        maximumPercent: inputs.maximumPercent,
        deploymentCircuitBreaker: breakerOf(inputs.circuitBreaker),
        alarms: alarmsOf(inputs.alarms),
    };
    return Object.values(deployment).some((value) => value !== undefined) ? deployment : undefined;
}
function breakerOf(given) {
    return given && { enable: given !== 'off', rollback: given === 'rollback' };
}
function alarmsOf(given) {
    if (given === undefined)
        return undefined;
    const isOff = given.length === 1 && given[0] === 'off';
    return { alarmNames: isOff ? [] : [...given], enable: !isOff, rollback: !isOff };
}

;// CONCATENATED MODULE: ./actions/deploy-ecs/build/preflight/target.js
/** What is told of a service: the place is a field of it. */
function serviceFinding({ service }, field, verdict) {
    const place = { definition: service.serviceName ?? 'the service', field };
    return { kind: 'service', place, instead: '', ...verdict };
}
/** How many tasks are to run in the end. */
function desiredCountOf({ service, settings }) {
    return settings.desiredCount ?? service.desiredCount ?? 1;
}

;// CONCATENATED MODULE: ./actions/deploy-ecs/build/preflight/alarms.js


const field = 'deploymentConfiguration.alarms';
/**
 * Alarms that would not guard the deployment: ECS ignores one that is in ALARM when the deployment begins, and one that
 * does not exist. Neither keeps a deployment from working, which may well be the cure.
 */
async function judgeAlarms({ clients, signal }, target) {
    const { service, settings } = target;
    const alarms = settings.deployment?.alarms ?? service.deploymentConfiguration?.alarms;
    const names = alarms?.enable === true ? (alarms.alarmNames ?? []) : [];
    if (names.length === 0)
        return [];
    const found = await (0,not_checked/* attemptCheck */.e)(async () => {
        const { DescribeAlarmsCommand } = await __webpack_require__.e(/* import() */ 60).then(__webpack_require__.t.bind(__webpack_require__, 5060, 19));
        const command = new DescribeAlarmsCommand({
            AlarmNames: [...names],
            AlarmTypes: ['MetricAlarm', 'CompositeAlarm'],
        });
        const answer = await (0,call/* call */.T)(await clients.cloudWatch(), command, { signal });
        const all = [...(answer.MetricAlarms ?? []), ...(answer.CompositeAlarms ?? [])];
        return new Map(all.map(({ AlarmName = '', StateValue }) => [AlarmName, StateValue]));
    });
    if ('kind' in found) {
        const { message, remedy } = found;
        const problem = `the alarms ${names.join(', ')}: ${message}`;
        return [serviceFinding(target, field, { severity: 'not-checked', problem, remedy })];
    }
    return names.flatMap((name) => {
        const problem = problemOf(name, found);
        const remedy = 'See that the alarm is right, since nothing but health guards this deployment.';
        return problem === undefined
            ? []
            : [serviceFinding(target, field, { severity: 'warning', problem, remedy })];
    });
}
function problemOf(name, found) {
    if (!found.has(name))
        return `There is no alarm ${name}.`;
    return found.get(name) === 'ALARM'
        ? `The alarm ${name} is in ALARM already: ECS ignores it during this deployment.`
        : undefined;
}

;// CONCATENATED MODULE: ./actions/deploy-ecs/build/preflight/capacity.js




/** Places that tasks are to run in and that the cluster has not. */
async function judgeCapacity({ ecs, signal }, target) {
    const { service, settings } = target;
    const shares = settings.capacityProviderStrategy ?? service.capacityProviderStrategy ?? [];
    const needsInstances = shares.length === 0 && service.launchType === 'EC2';
    if (shares.length === 0 && !needsInstances)
        return [];
    const clusterArn = service.clusterArn ?? '';
    const cluster = await (0,not_checked/* attemptCheck */.e)(async () => {
        const command = new dist_cjs/* DescribeClustersCommand */._2_({ clusters: [clusterArn] });
        const { clusters = [] } = await (0,call/* call */.T)(ecs, command, { signal, resource: clusterArn });
        return clusters[0];
    });
    if (cluster === undefined)
        return [];
    if ('kind' in cluster) {
        const { message, remedy } = cluster;
        const problem = `the capacity of the cluster ${(0,build_arn/* nameFromArn */.N)(clusterArn)}: ${message}`;
        return [serviceFinding(target, 'cluster', { severity: 'not-checked', problem, remedy })];
    }
    return needsInstances ? instances(target, cluster) : providers(target, shares, cluster);
}
function instances(target, cluster) {
    // Where tasks of the service run there is a place for them, whatever the cluster counts.
    const isRunning = (target.service.runningCount ?? 0) > 0;
    const hasInstances = cluster.registeredContainerInstancesCount !== 0;
    if (isRunning || hasInstances || desiredCountOf(target) === 0)
        return [];
    return [
        serviceFinding(target, 'launchType', {
            kind: 'capacity',
            severity: 'error',
            problem: `The service runs on EC2, and the cluster ${cluster.clusterName} has no container instance.`,
            remedy: 'Register instances with the cluster, or give a capacity-provider-strategy.',
        }),
    ];
}
function providers(target, shares, { clusterName, capacityProviders = [] }) {
    const unknown = shares
        .map(({ capacityProvider = '' }) => capacityProvider)
        .filter((name) => !capacityProviders.includes(name));
    return unknown.map((name) => serviceFinding(target, 'capacityProviderStrategy', {
        kind: 'capacity',
        severity: 'error',
        problem: `The cluster ${clusterName} has no capacity provider ${name}.`,
        instead: (0,build/* whatThereIs */.V7)(name, capacityProviders).trim(),
        remedy: 'Add it to the cluster (PutClusterCapacityProviders), or correct the strategy.',
    }));
}

;// CONCATENATED MODULE: ./packages/aws/build/iam/caller-role.js



/**
 * The ARN by which IAM knows whoever calls: of the role that the job has assumed, or of a user. Throws an ActionError
 * where STS does not answer.
 */
async function readCallerArn({ clients, signal }) {
    const { GetCallerIdentityCommand } = await __webpack_require__.e(/* import() */ 484).then(__webpack_require__.t.bind(__webpack_require__, 1484, 19));
    const { Arn = '' } = await (0,call/* call */.T)(await clients.sts(), new GetCallerIdentityCommand({}), { signal });
    const { partition = 'aws', account = '', resource = '' } = (0,build_arn/* findArn */.n)(Arn) ?? {};
    const [kind, name = ''] = resource.split('/');
    if (kind !== 'assumed-role')
        return Arn;
    // The ARN of a session lacks the path of its role.
    const known = await (0,not_checked/* attemptCheck */.e)(async () => {
        const { GetRoleCommand } = await __webpack_require__.e(/* import() */ 352).then(__webpack_require__.t.bind(__webpack_require__, 352, 19));
        const command = new GetRoleCommand({ RoleName: name });
        return (await (0,call/* call */.T)(await clients.iam(), command, { signal })).Role?.Arn;
    });
    return typeof known === 'string' ? known : `arn:${partition}:iam::${account}:role/${name}`;
}

// EXTERNAL MODULE: ./packages/aws/build/iam/simulate.js
var simulate = __webpack_require__(3789);
;// CONCATENATED MODULE: ./actions/deploy-ecs/build/preflight/pass-role.js


/** Roles of a definition that the job may not pass to ECS, which registering the definition needs. */
async function judgePassRole(context, definition) {
    const roles = ['taskRoleArn', 'executionRoleArn'].flatMap((field) => definition[field] ? [{ field, arn: definition[field] }] : []);
    if (roles.length === 0)
        return [];
    const caller = await (0,not_checked/* attemptCheck */.e)(() => readCallerArn(context));
    const role = typeof caller === 'string' ? caller : '';
    const findings = roles.map(async ({ field, arn }) => {
        const place = { definition: definition.family ?? '', field };
        const lookup = typeof caller === 'string'
            ? await (0,simulate/* simulatePermission */.e)(context, {
                role: caller,
                actions: ['iam:PassRole'],
                resources: [arn],
                context: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' },
            })
            : caller;
        if (lookup.kind === 'not-checked') {
            const what = `whether this job may pass the role ${arn} to ECS`;
            return [{ kind: 'permission', place, ...(0,ecs_build/* notChecked */.lb)(what, lookup) }];
        }
        return lookup.denials.map((denial) => (0,ecs_build/* denied */.wk)({ role, ...denial }, place));
    });
    return (await Promise.all(findings)).flat();
}

;// CONCATENATED MODULE: ./actions/deploy-ecs/build/preflight/percentages.js

/**
 * Percentages that leave a rolling deployment no room: it may neither start a task more, nor stop one. ECS would wait
 * for ever, and say so in an event.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html
 */
function judgePercentages(target) {
    const { service, settings } = target;
    const configuration = { ...service.deploymentConfiguration, ...settings.deployment };
    const { strategy = 'ROLLING', minimumHealthyPercent, maximumPercent } = configuration;
    if (strategy !== 'ROLLING' || service.schedulingStrategy === 'DAEMON')
        return [];
    const desired = desiredCountOf(target);
    const [minimum, maximum] = [minimumHealthyPercent ?? 100, maximumPercent ?? 200];
    const lower = Math.ceil((desired * minimum) / 100);
    const upper = Math.floor((desired * maximum) / 100);
    if (desired === 0 || lower < desired || upper > desired)
        return [];
    const problem = `With minimumHealthyPercent ${minimum} and maximumPercent ${maximum} of ${desired} desired, at least ${lower} and at most ${upper} tasks run: ECS could neither start a new task nor stop an old one.`;
    const remedy = 'Set maximum-percent to 200, or minimum-healthy-percent to 0 where a gap does not matter.';
    return [serviceFinding(target, 'deploymentConfiguration', { severity: 'error', problem, remedy })];
}
/** Nothing runs at a desired count of 0 that could prove a version. */
function judgeDesiredCount(target) {
    if (desiredCountOf(target) > 0)
        return [];
    return [
        serviceFinding(target, 'desiredCount', {
            severity: 'not-checked',
            problem: 'Whether the version works: the desired count is 0, so nothing runs that could prove it.',
            remedy: 'Set desired-count to 1 or more.',
        }),
    ];
}

// EXTERNAL MODULE: ./packages/aws/build/errors.js
var errors = __webpack_require__(2790);
;// CONCATENATED MODULE: ./actions/deploy-ecs/build/preflight/ports.js




/** Containers and ports that the load balancers of a service know and the definition has not. */
function judgePorts(target) {
    const containers = (0,ecs_build/* containersOf */.Mz)(target.wanted);
    return (target.service.loadBalancers ?? []).flatMap(({ containerName = '', containerPort }, i) => {
        const container = containers.find(({ name }) => name === containerName);
        const field = `loadBalancers[${i}]`;
        const remedy = 'Keep the name and the port of the container, or change the load balancers of the service.';
        if (container === undefined) {
            const names = containers.map(({ name = '' }) => name);
            const problem = `The service sends requests to the container ${containerName}, which the definition has not.`;
            const instead = (0,build/* whatThereIs */.V7)(containerName, names).trim();
            return [serviceFinding(target, field, { severity: 'error', problem, instead, remedy })];
        }
        const ports = (container.portMappings ?? []).map((mapping) => mapping.containerPort);
        // A range holds ports that no single mapping names.
        const hasRange = (container.portMappings ?? []).some((mapping) => mapping.containerPortRange);
        if (hasRange || ports.includes(containerPort))
            return [];
        const problem = `The service sends requests to port ${containerPort} of ${containerName}, which the definition does not map.`;
        const instead = ports.length === 0 ? 'It maps none.' : `It maps: ${ports.join(', ')}.`;
        return [serviceFinding(target, field, { severity: 'error', problem, instead, remedy })];
    });
}
/** Target groups that do not exist, or that cannot take tasks of the definition. */
async function judgeTargetGroups(context, target) {
    const used = (target.service.loadBalancers ?? []).flatMap(({ targetGroupArn: arn }, i) => arn === undefined ? [] : [{ arn, field: `loadBalancers[${i}]` }]);
    const findings = await Promise.all(used.map((group) => judgeTargetGroup(context, target, group)));
    return findings.flat();
}
async function judgeTargetGroup(context, target, { arn, field }) {
    const found = await (0,not_checked/* attemptCheck */.e)(() => findTargetGroup(context, arn));
    if (found === undefined) {
        const problem = `There is no target group ${arn}.`;
        const remedy = 'Correct the load balancers of the service, or create the target group again.';
        return [serviceFinding(target, field, { severity: 'error', problem, remedy })];
    }
    if ('kind' in found) {
        const problem = `the target group ${arn}: ${found.message}`;
        const { remedy } = found;
        return [serviceFinding(target, field, { severity: 'not-checked', problem, remedy })];
    }
    const isByAddress = target.wanted.networkMode === 'awsvpc';
    if (found.TargetType === undefined || (found.TargetType === 'ip') === isByAddress)
        return [];
    return [
        serviceFinding(target, field, {
            severity: 'error',
            problem: `The target group ${found.TargetGroupName} takes targets of the type ${found.TargetType}, and tasks with networkMode ${target.wanted.networkMode ?? 'bridge'} are registered by ${isByAddress ? 'address' : 'instance'}.`,
            remedy: `Create a target group of the type ${isByAddress ? 'ip' : 'instance'} for the service, or change networkMode.`,
        }),
    ];
}
async function findTargetGroup({ clients, signal }, arn) {
    const { DescribeTargetGroupsCommand } = await __webpack_require__.e(/* import() */ 962).then(__webpack_require__.t.bind(__webpack_require__, 5962, 19));
    const command = new DescribeTargetGroupsCommand({ TargetGroupArns: [arn] });
    try {
        return (await (0,call/* call */.T)(await clients.loadBalancing(), command, { signal })).TargetGroups?.[0];
    }
    catch (error) {
        if ((0,errors/* isAwsError */.m_)(error, 'TargetGroupNotFoundException', 'TargetGroupNotFound'))
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./actions/deploy-ecs/build/preflight/index.js





/** Everything around a definition that keeps a service from being deployed, and what could not be checked. */
async function judgeDeployment(context, target, { isNew }) {
    const looked = await Promise.all([
        judgeTargetGroups(context, target),
        judgeAlarms(context, target),
        judgeCapacity(context, target),
        isNew ? judgePassRole(context, target.wanted) : [],
    ]);
    return [
        ...judgePorts(target),
        ...judgePercentages(target),
        ...judgeDesiredCount(target),
        ...looked.flat(),
    ];
}

// EXTERNAL MODULE: ./packages/aws/build/secrets/version-date.js
var version_date = __webpack_require__(9584);
;// CONCATENATED MODULE: ./actions/deploy-ecs/build/observe/newer-secrets.js



/**
 * The names of secrets whose current version is newer than what the service was deployed with: by the versions in its
 * tags, else by when the version and the deployment began. A rollout that is under way notes its versions only at its end. What cannot be found out counts as not newer.
 */
async function findNewerSecrets(context, service, versions) {
    const primary = service.deployments?.find(({ status }) => status === 'PRIMARY');
    const deployedAt = primary?.createdAt;
    const isInFlight = (0,ecs_build/* findInFlight */.T6)(service) !== undefined;
    const newer = versions.map(async (version) => {
        const isSame = isRecorded(service.tags ?? [], version);
        if (isSame === true || (isInFlight && isReadBy(version, deployedAt)))
            return [];
        const isNewer = isSame === false || (await isYounger(context, version, deployedAt));
        return isNewer ? [version.name] : [];
    });
    return [...new Set((await Promise.all(newer)).flat())];
}
/** Whether all tasks that began after a moment have read a version: nothing of the secret has changed since. */
function isReadBy({ lastChangedAt }, date) {
    return lastChangedAt !== undefined && date !== undefined && lastChangedAt <= date;
}
async function isYounger(context, { arn, versionId, lastChangedAt }, date) {
    if (date === undefined || lastChangedAt === undefined || lastChangedAt <= date)
        return false;
    const created = await (0,not_checked/* attemptCheck */.e)(async () => ({
        at: await (0,version_date/* readVersionDate */.H)(context, arn, versionId),
    }));
    return 'at' in created && created.at !== undefined && created.at > date;
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./packages/aws/build/shape.js
var shape = __webpack_require__(908);
// EXTERNAL MODULE: ./node_modules/.pnpm/yaml@2.9.1/node_modules/yaml/dist/index.js
var dist = __webpack_require__(8009);
;// CONCATENATED MODULE: ./actions/deploy-ecs/build/observe/service-definition.js






/**
 * What CreateService is to be called with, but for the task definition: the file that the inputs name, with what they set
 * besides. Throws an `input` error with everything that is wrong in the file.
 */
async function readServiceDefinition({ serviceDefinition: path = '', reference, settings, }) {
    const written = parseFile(await readText(path), path);
    const named = {
        ...written,
        cluster: reference.cluster,
        serviceName: (0,build_arn/* nameFromArn */.N)(reference.service),
    };
    const problems = (0,shape/* checkShape */.e)(dist_cjs/* CreateServiceRequest$ */.dbk, named);
    if (problems.length > 0) {
        throw wrongFile(path, problems.map((problem) => `${problem.path} ${problem.message}`).join('; '));
    }
    // Its shape was just held against the schema of this very type.
    const request = named;
    return { ...request, ...(0,ecs_build/* settingsChange */.QP)(settings, futureService(request)) };
}
/** The service as it will be when it is created: what a plan and a preflight go by. */
function futureService({ cluster, ...request }) {
    const { serviceName, tags, loadBalancers, desiredCount = 1 } = request;
    return {
        ...request,
        serviceName,
        tags,
        loadBalancers,
        desiredCount,
        clusterArn: cluster,
        runningCount: 0,
        deployments: [],
    };
}
function parseFile(text, path) {
    let tree;
    try {
        tree = (0,dist/* parse */.qg)(text);
    }
    catch {
        throw wrongFile(path, 'it is neither valid JSON nor YAML');
    }
    if (typeof tree !== 'object' || tree === null || Array.isArray(tree)) {
        throw wrongFile(path, 'it must be a mapping, as CreateService takes it');
    }
    return tree;
}
async function readText(path) {
    try {
        return await (0,promises_.readFile)(path, 'utf8');
    }
    catch (cause) {
        const reason = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : '';
        throw wrongFile(path, `it cannot be read${reason}`);
    }
}
function wrongFile(path, what) {
    return new build/* ActionError */.lZ({
        code: 'input',
        message: `Input service-definition: the file ${path} cannot be used: ${what}.`,
        remedy: 'Correct the file; its keys are those of CreateService. Nothing was created.',
    });
}

// EXTERNAL MODULE: ./packages/registry/build/reference/image-reference.js + 1 modules
var image_reference = __webpack_require__(6148);
;// CONCATENATED MODULE: ./actions/deploy-ecs/build/observe/past-version.js




/**
 * The definition that `rollback-to` means: a revision, or one that a deployment of the service has run successfully. Throws
 * an `input` error that lists the versions that there are.
 */
async function findPastVersion(context, wanted, { service, current }) {
    if (wanted.startsWith('arn:') || /^[\w-]{1,255}:\d+$/.test(wanted))
        return wanted;
    const family = (0,build_arn/* nameFromArn */.N)(current?.arn ?? '').replace(/:\d+$/, '');
    if (/^\d{1,9}$/.test(wanted))
        return `${family}:${wanted}`;
    const { clusterArn: cluster = '', serviceName = '' } = service;
    const history = await readVersions(context, { cluster, service: serviceName });
    const latest = new Map(history.toReversed().map((one) => [one.taskDefinition, one]));
    const others = [...latest.values()]
        .toReversed()
        .filter(({ taskDefinition }) => taskDefinition !== current?.arn);
    const found = wanted === 'last-successful'
        ? (0,ecs_build/* versionBefore */.aq)(history, current?.arn)
        : await findByImage(context, wanted, history);
    if (found !== undefined)
        return found.taskDefinition;
    throw past_version_nothingToGoBackTo(wanted, others);
}
async function readVersions(context, reference) {
    try {
        return await (0,ecs_build/* readHistory */.Lu)(context, reference);
    }
    catch (error) {
        if (!(0,errors/* isAccessDenied */.w7)(error) || !(error instanceof build/* ActionError */.lZ))
            throw error;
        throw new build/* ActionError */.lZ({
            code: 'access-denied',
            message: `Input rollback-to: the past deployments of the service cannot be read: ${error.message}`,
            remedy: `${error.remedy} Or name a revision, such as family:12.`,
            cause: error,
        });
    }
}
/** By its digest, or by a tag: as it is written in a definition, or as the registry resolves it now. */
async function findByImage({ registries }, wanted, history) {
    const byDigest = (digest) => history.find(({ images }) => images.some((image) => image.digest === digest));
    const digest = /sha256:[0-9a-f]{64}$/.exec(wanted)?.[0];
    if (digest !== undefined)
        return byDigest(digest);
    const tag = wanted.slice(wanted.lastIndexOf(':') + 1);
    const named = history.find(({ images }) => images.some(({ image }) => image.endsWith(`:${tag}`)));
    if (named !== undefined || !/^[\w][\w.-]{0,127}$/.test(tag))
        return named;
    const repositories = new Set(history.flatMap(({ images }) => images.map(({ image }) => (0,image_reference/* formatImage */.vy)((0,image_reference/* parseImageReference */.o_)(image), { tag }))));
    const lookups = await Promise.all([...repositories].map((image) => registries.lookUp((0,image_reference/* parseImageReference */.o_)(image))));
    const digests = lookups.flatMap((lookup) => (lookup.kind === 'found' ? [lookup.digest] : []));
    return digests.map(byDigest).find((version) => version !== undefined);
}
function past_version_nothingToGoBackTo(wanted, others) {
    const what = wanted === 'last-successful'
        ? 'no other version of the service has been deployed successfully within the 90 days that ECS remembers'
        : 'no successful deployment of the service ran such a version';
    const listed = others.slice(0, 10).map(describeVersion);
    const there = listed.length === 0 ? '' : ` There is: ${listed.join('; ')}.`;
    return new build/* ActionError */.lZ({
        code: 'input',
        message: `Input rollback-to: ${what}.${there}`,
        remedy: 'Name last-successful, a revision (12 or family:12), or the tag or digest of an image that was deployed.',
    });
}
function describeVersion({ taskDefinition, images, deployedAt }) {
    const names = images.map(({ image }) => image.slice(image.lastIndexOf('/') + 1));
    const when = deployedAt === undefined ? '' : ` of ${deployedAt.toISOString()}`;
    return `${(0,build_arn/* nameFromArn */.N)(taskDefinition)}${when} (${names.join(', ')})`;
}

;// CONCATENATED MODULE: ./actions/deploy-ecs/build/observe/wanted.js


/** Finds the definition that the inputs ask for, and looks at everything that it refers to. */
async function prepareWanted(context, inputs, basis) {
    const start = await startFrom(context, inputs.wanted, basis);
    const { registered } = start;
    const prepared = await (0,ecs_build/* prepareDefinition */.DR)(context, {
        draft: registered?.definition ?? start.draft,
        source: start.source,
        edits: start.edits,
        preflight: inputs.wanted.kind === 'as-it-is' ? 'off' : inputs.preflight,
        pinImages: inputs.pinImages && registered === undefined,
        pinSecretVersions: false,
        readSecretVersions: inputs.skipUnchanged,
        expectedPermissions: [],
        credentials: inputs.credentials,
    });
    // What is registered already is deployed as it is, whatever could be written more exactly.
    return registered === undefined
        ? { ...prepared, registered }
        : { ...prepared, definition: registered.definition, registered };
}
async function startFrom(context, wanted, basis) {
    if (wanted.kind === 'definition' && (0,ecs_build/* namesFile */.X7)(wanted.definition)) {
        const draft = await (0,ecs_build/* readDraftFile */.YY)(wanted.definition, 'task-definition');
        return { draft, source: wanted.definition, edits: {}, registered: undefined };
    }
    if (wanted.kind === 'definition') {
        return asItIs(await (0,ecs_build/* getRegistered */.pR)(context, wanted.definition, 'task-definition'));
    }
    if (wanted.kind === 'past-version') {
        const reference = await findPastVersion(context, wanted.version, basis);
        return asItIs(await (0,ecs_build/* getRegistered */.pR)(context, reference, 'rollback-to'));
    }
    const running = await runningDefinition(context, basis);
    if (wanted.kind !== 'images')
        return asItIs(running);
    const { image, images } = wanted;
    const source = `${running.arn}, with these images,`;
    return { draft: running.definition, source, edits: { image, images }, registered: undefined };
}
function asItIs(registered) {
    return { draft: registered.definition, source: registered.arn, edits: {}, registered };
}
/** What the last successful deployment runs; what the service names may be what failed. */
async function runningDefinition(context, { current, previousArn }) {
    if (current !== undefined && (previousArn === undefined || previousArn === current.arn)) {
        return current;
    }
    return (0,ecs_build/* getRegistered */.pR)(context, previousArn ?? '', 'service');
}

;// CONCATENATED MODULE: ./actions/deploy-ecs/build/observe/observe.js







/**
 * Reads everything that a plan needs, and finds out at once what is not there. A rollback that is
 * under way is waited for first: what it leaves is the world to plan for.
 */
async function observe(context, inputs) {
    const found = await serviceOf(context, inputs);
    if (found === undefined)
        return observeCreation(context, inputs);
    requireEcsController(found);
    if (inputs.staleRun === 'refuse')
        refuseStaleRun(context.host.run, found.tags);
    const hasChanged = !inputs.dryRun && (await (0,ecs_build/* waitForRollback */.L6)(context, found, context.host));
    const service = hasChanged ? await (0,ecs_build/* getService */.cQ)(context, inputs.reference) : found;
    const [current, previousArn] = await Promise.all([
        (0,ecs_build/* getRegistered */.pR)(context, service.taskDefinition ?? '', 'service'),
        (0,ecs_build/* lastSuccessfulDefinition */.KN)(context, service, ({ remedy }) => context.host.info(`Past deployments were not read, so the older list of the service tells what ran last. ${remedy}`)),
    ]);
    const prepared = await prepareWanted(context, inputs, { service, current, previousArn });
    const { definition: wanted, registered, secretVersions } = prepared;
    const [candidates, findings, newerSecrets] = await Promise.all([
        registered ? [registered] : candidatesFor(context, current, wanted),
        surroundings(context, inputs, { service, wanted, isNew: registered === undefined }),
        findNewerSecrets(context, service, secretVersions),
    ]);
    return {
        service,
        creation: undefined,
        current,
        previousArn,
        wanted,
        candidates,
        findings: [...prepared.findings, ...findings],
        secretVersions,
        newerSecrets,
    };
}
/** The service; undefined where there is none and it may be created. */
async function serviceOf(context, inputs) {
    if (inputs.serviceDefinition === undefined)
        return (0,ecs_build/* getService */.cQ)(context, inputs.reference);
    const found = await (0,ecs_build/* findService */.Ln)(context, inputs.reference);
    if (found === undefined || found.status === 'INACTIVE')
        return undefined;
    return found.status === 'ACTIVE' ? found : (0,ecs_build/* getService */.cQ)(context, inputs.reference);
}
async function observeCreation(context, inputs) {
    const creation = await readServiceDefinition(inputs);
    const service = futureService(creation);
    const prepared = await prepareWanted(context, inputs, {
        service,
        current: undefined,
        previousArn: undefined,
    });
    const { definition: wanted, registered, secretVersions } = prepared;
    const [candidates, findings] = await Promise.all([
        registered ? [registered] : candidatesFor(context, undefined, wanted),
        surroundings(context, inputs, { service, wanted, isNew: registered === undefined }),
    ]);
    return {
        service,
        creation,
        current: undefined,
        previousArn: undefined,
        wanted,
        candidates,
        findings: [...prepared.findings, ...findings],
        secretVersions,
        newerSecrets: [],
    };
}
async function candidatesFor(context, current, { family = '' }) {
    const latest = await (0,ecs_build/* findRegistered */.Eu)(context, family);
    return [current, latest].filter((one) => one !== undefined);
}
async function surroundings(context, { preflight, settings }, { service, wanted, isNew }) {
    if (preflight === 'off')
        return [];
    return judgeDeployment(context, { service, settings, wanted }, { isNew });
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

;// CONCATENATED MODULE: ./actions/deploy-ecs/build/describe-plan.js

/** The plan in one sentence, for the log and the dry run. */
function describePlan(plan, observed) {
    const name = observed.service.serviceName ?? 'the service';
    if (plan.kind === 'refused')
        return `${name} is not deployed to: what was found would not work.`;
    if (plan.kind === 'create')
        return `Create ${name} with ${wantedName(plan)}.`;
    if (plan.kind === 'deploy') {
        return describeDeploy(plan, { name, now: (0,build_arn/* nameFromArn */.N)(observed.previousArn ?? 'nothing') });
    }
    const running = (0,build_arn/* nameFromArn */.N)(plan.taskDefinitionArn);
    if (plan.kind === 'unchanged') {
        return `${name} runs ${running} already and is steady: nothing to do.`;
    }
    if (plan.kind === 'adopt') {
        return `${running} is being rolled out to ${name} already: follow that deployment.`;
    }
    return Object.keys(plan.change).length === 0
        ? `Wait until as many tasks of ${name} run as are desired; nothing is changed.`
        : `Change ${Object.keys(plan.change).join(', ')} of ${name}, which starts no deployment.`;
}
function describeDeploy(plan, { name, now }) {
    const again = plan.forceNewDeployment ? ', in new tasks' : '';
    const because = plan.because === '' ? '' : `, since ${plan.because}`;
    const settings = Object.keys(plan.change);
    const besides = settings.length === 0 ? '' : `, and change ${settings.join(', ')}`;
    return `Deploy ${wantedName(plan)} to ${name}${again}${because}${besides}; it runs ${now} now.`;
}
function wantedName({ taskDefinitionArn, definition }) {
    return taskDefinitionArn === undefined
        ? `a new revision of ${definition.family}`
        : (0,build_arn/* nameFromArn */.N)(taskDefinitionArn);
}

;// CONCATENATED MODULE: ./actions/deploy-ecs/build/plan.js

/** Decides what to do from what is wanted and what is there. */
function planDeployment(inputs, observed) {
    const plan = observed.creation === undefined ? planUpdate(inputs, observed) : plan_creation(inputs, observed);
    const { fatal } = (0,ecs_build/* gradeFindings */.UU)(observed.findings, inputs.preflight);
    const isBegun = plan.kind === 'deploy' || plan.kind === 'create';
    const hopeless = isBegun ? fatal : plan.kind === 'adjust' ? fatal.filter(concernsCounts) : [];
    if (hopeless.length === 0)
        return plan;
    const { taskDefinitionArn } = plan;
    const failure = (0,ecs_build/* findingsError */.Bd)(sourceOf(observed), hopeless);
    return { kind: 'refused', failure, taskDefinitionArn };
}
/** What keeps tasks from being started; the rest matters to a deployment, and settings begin none. */
function concernsCounts({ kind, place }) {
    return kind === 'capacity' || place.field === 'desiredCount';
}
/** What a refusal is about. */
function sourceOf({ wanted, service }) {
    return `${wanted.family} for ${service.serviceName}`;
}
/** What the findings mean besides a refusal. */
function findingsToTell(inputs, { findings }, plan) {
    const graded = (0,ecs_build/* gradeFindings */.UU)(findings, inputs.preflight);
    // What runs already runs, whatever is wrong with it: it would not start again.
    const isOnlyTold = plan.kind !== 'deploy' && plan.kind !== 'create' && plan.kind !== 'refused';
    return isOnlyTold
        ? { ...graded, fatal: [], warnings: [...graded.fatal, ...graded.warnings] }
        : graded;
}
function plan_creation({ timeout }, { service, wanted, candidates }) {
    return {
        kind: 'create',
        definition: wanted,
        taskDefinitionArn: findActive(candidates, wanted),
        timeoutSeconds: timeoutOf(timeout, service),
    };
}
function planUpdate(inputs, observed) {
    const { wanted, candidates, service, current, newerSecrets } = observed;
    const same = candidates.filter((candidate) => (0,ecs_build/* sameDefinition */.uD)(candidate.definition, wanted));
    const primary = service.deployments?.find(({ status }) => status === 'PRIMARY');
    const running = same.find(({ arn }) => arn === primary?.taskDefinition)?.arn;
    const change = (0,ecs_build/* settingsChange */.QP)(inputs.settings, service);
    if (inputs.wanted.kind === 'as-it-is' && !(0,ecs_build/* startsDeployment */.vI)(change)) {
        return settled({ inputs, observed, running: current?.arn ?? '', change });
    }
    const kept = running === undefined || newerSecrets.length > 0
        ? undefined
        : keepRunning({ inputs, observed, running, change });
    if (kept !== undefined)
        return kept;
    const taskDefinitionArn = findActive(candidates, wanted);
    return {
        kind: 'deploy',
        definition: wanted,
        timeoutSeconds: timeoutOf(inputs.timeout, service),
        taskDefinitionArn,
        // ECS starts nothing for the definition that it has already.
        forceNewDeployment: inputs.forceNewDeployment || taskDefinitionArn === current?.arn,
        change,
        because: running === undefined ? '' : newerThan(newerSecrets),
    };
}
/** Where the service has the definition: to follow its rollout, or to leave it; undefined for new tasks. */
function keepRunning(facts) {
    const { inputs, observed, running, change } = facts;
    const { service, wanted } = observed;
    if (!inputs.skipUnchanged || inputs.forceNewDeployment || (0,ecs_build/* startsDeployment */.vI)(change)) {
        return undefined;
    }
    if ((0,ecs_build/* findInFlight */.T6)(service) !== undefined) {
        const timeoutSeconds = timeoutOf(inputs.timeout, service);
        return { kind: 'adopt', taskDefinitionArn: running, definition: wanted, timeoutSeconds, change };
    }
    return isSteady(service) ? settled(facts) : undefined;
}
/** The definition is the right one: at most settings are left to be changed. */
function settled({ inputs, observed: { service }, running, change }) {
    if (isEmpty(change) && service.runningCount === service.desiredCount) {
        const nothingRuns = service.desiredCount === 0;
        return { kind: 'unchanged', taskDefinitionArn: running, nothingRuns };
    }
    const timeoutSeconds = timeoutOf(inputs.timeout, service);
    return { kind: 'adjust', taskDefinitionArn: running, change, timeoutSeconds };
}
function findActive(candidates, wanted) {
    const same = candidates.filter(({ definition }) => (0,ecs_build/* sameDefinition */.uD)(definition, wanted));
    return same.find(({ isActive }) => isActive)?.arn;
}
function newerThan(secrets) {
    if (secrets.length === 0)
        return '';
    return `${secrets.join(', ')} ${secrets.length === 1 ? 'has' : 'have'} a newer version than the service was deployed with`;
}
function isEmpty(change) {
    return Object.keys(change).length === 0;
}
/** Whether the only deployment of the service is complete, and all its tasks are there. */
function isSteady({ deployments = [], runningCount, desiredCount }) {
    const [only, ...others] = deployments;
    return others.length === 0 && only?.rolloutState === 'COMPLETED' && runningCount === desiredCount;
}
const rollingMinutes = 20;
/** `timeout: auto`: twenty minutes, and what the service's strategy takes by itself. */
function timeoutOf(timeout, { deploymentConfiguration = {} }) {
    if (timeout !== 'auto')
        return timeout;
    const byItself = bakeMinutes(deploymentConfiguration) + hookMinutes(deploymentConfiguration);
    return 60 * (rollingMinutes + byItself);
}
/** As long as a PAUSE hook waits for somebody, where it says nothing else. */
const pauseMinutes = 1440;
function hookMinutes({ lifecycleHooks = [] }) {
    const minutes = lifecycleHooks.map(({ targetType, timeoutConfiguration, lifecycleStages = [] }) => {
        const byDefault = targetType === 'PAUSE' ? pauseMinutes : 0;
        return (timeoutConfiguration?.timeoutInMinutes ?? byDefault) * lifecycleStages.length;
    });
    return minutes.reduce((sum, one) => sum + one, 0);
}
function bakeMinutes({ strategy, bakeTimeInMinutes = 0, linearConfiguration, canaryConfiguration, }) {
    if (strategy === 'LINEAR') {
        const { stepPercent = 10, stepBakeTimeInMinutes = 6 } = linearConfiguration ?? {};
        return bakeTimeInMinutes + Math.ceil(100 / stepPercent) * stepBakeTimeInMinutes;
    }
    if (strategy === 'CANARY') {
        return bakeTimeInMinutes + (canaryConfiguration?.canaryBakeTimeInMinutes ?? 10);
    }
    return bakeTimeInMinutes;
}

;// CONCATENATED MODULE: ./actions/deploy-ecs/build/report/results.js
/** The output that names the definition, where it is known. */
function definitionOutput(taskDefinitionArn) {
    return taskDefinitionArn === undefined ? {} : { 'task-definition-arn': taskDefinitionArn };
}
/** What the output `results` says of the one service. */
function resultsOf(observed, { failure, seconds, ...result }) {
    const { outcome, taskDefinitionArn, digests } = result;
    return JSON.stringify({
        [nameOf(observed)]: {
            outcome,
            failure: failure?.code,
            'task-definition-arn': taskDefinitionArn,
            'image-digests': digests,
            'duration-seconds': seconds,
        },
    });
}
/** The name of the service. */
function nameOf({ service }) {
    return service.serviceName ?? 'service';
}

;// CONCATENATED MODULE: ./actions/deploy-ecs/build/report/deployment.js




/** Outputs and summary of a deployment, whatever became of it. */
function reportDeployment(told) {
    const { deployment, endedAt } = told;
    const seconds = Math.round((endedAt - deployment.record.begunAt) / 1000);
    const digests = deployment.kind === 'succeeded' ? digestsOf(deployment.evidence) : undefined;
    const result = {
        outcome: deployment_outcomeOf(told),
        failure: deployment.kind === 'failed' ? deployment.failure : undefined,
        taskDefinitionArn: deployment.rollout.started.taskDefinition,
        digests,
        seconds,
    };
    const outputs = {
        'duration-seconds': String(seconds),
        results: resultsOf(told.observed, result),
        ...(digests && { 'image-digests': JSON.stringify(digests) }),
    };
    const summary = (0,build/* paragraphs */.qN)(headline(told, seconds), facts(told, seconds), ...(deployment.kind === 'failed' ? failureParts(deployment.failure, deployment.diagnosis) : []), (0,build/* timeline */.IO)(`Deployment of ${nameOf(told.observed)}`, timelineEntries(deployment.record, endedAt)), told.url === undefined ? undefined : (0,build/* link */.nf)('Open the deployments in the AWS console', told.url));
    const failure = deployment.kind === 'failed' ? { failure: deployment.failure } : {};
    return { outcome: deployment_outcomeOf(told), outputs, summary, ...failure };
}
function deployment_outcomeOf({ deployment, plan }) {
    if (deployment.kind === 'started')
        return 'started';
    if (deployment.kind === 'failed')
        return deployment.outcome;
    if (deployment.nothingRuns)
        return 'unproven';
    return plan.kind === 'create' ? 'created' : 'deployed';
}
function headline({ observed, deployment }, seconds) {
    const name = (0,build/* code */.aY)(nameOf(observed));
    if (deployment.kind === 'started')
        return `### 🚀 ${name}: deployment started`;
    if (deployment.kind === 'failed') {
        const { outcome, failure } = deployment;
        return `### ❌ ${name}: ${outcome}${outcome === failure.code ? '' : ` (${failure.code})`}`;
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
        ['Deployed', (0,build/* code */.aY)((0,build_arn/* nameFromArn */.N)(rollout.started.taskDefinition))],
        ['Before', (0,build/* code */.aY)((0,build_arn/* nameFromArn */.N)(observed.previousArn ?? 'nothing'))],
        ['Deployment', (0,build/* code */.aY)((0,build_arn/* nameFromArn */.N)(rollout.serviceDeploymentArn ?? rollout.started.id))],
        ...digests.map(([container, running]) => [
            `Image of ${(0,build/* code */.aY)(container)}`,
            [...running].map(build/* code */.aY).join('<br>'),
        ]),
        ...(deployment.kind === 'succeeded' && deployment.share
            ? [
                [
                    'Tasks running at success',
                    `${deployment.share.running} of ${deployment.share.desired}`,
                ],
            ]
            : []),
        ['Duration', (0,build/* formatSeconds */.Xo)(seconds)],
    ]);
}
function failureParts({ message, remedy }, diagnosis) {
    const [what = '', ...rest] = message.split('\n');
    const log = diagnosis?.log;
    return [
        (0,build/* escapeMarkdown */.FV)(what),
        diagnosis === undefined
            ? (0,build/* escapeMarkdown */.FV)(rest.join('\n'))
            : `**Cause:** ${[diagnosis.headline, ...diagnosis.details].map(build/* escapeMarkdown */.FV).join(' ')}`,
        deathTable(diagnosis),
        log && log.lines.length > 0
            ? `Last lines of ${(0,build/* code */.aY)(log.container)}:\n\n${(0,build/* codeBlock */.DV)(log.lines)}`
            : (0,build/* escapeMarkdown */.FV)(log?.note ?? ''),
        log?.url === undefined ? '' : (0,build/* link */.nf)('Open the log', log.url),
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
/** Container to digest; where tasks differ, which a proof would have refused, the first. */
function digestsOf({ digests }) {
    return Object.fromEntries([...digests].map(([name, [first]]) => [name, first]));
}

;// CONCATENATED MODULE: ./actions/deploy-ecs/build/report/without-deployment.js




/** Outputs and summary of a step that changed nothing. */
function reportNothingDone(found, { plan, sentence, observed, failure }) {
    const { taskDefinitionArn } = plan;
    const before = (0,build_arn/* nameFromArn */.N)(observed.previousArn ?? 'nothing');
    const wanted = taskDefinitionArn === undefined
        ? `a new revision of ${observed.wanted.family}`
        : (0,build_arn/* nameFromArn */.N)(taskDefinitionArn);
    const outcome = failure ? 'failed' : found;
    return {
        outcome,
        ...(failure && { failure }),
        outputs: {
            ...definitionOutput(taskDefinitionArn),
            results: resultsOf(observed, { outcome, failure, taskDefinitionArn }),
        },
        summary: (0,build/* paragraphs */.qN)(`### ${headlines[outcome]}`, (0,build/* escapeMarkdown */.FV)(sentence), failure && `**What runs does not pass:** ${(0,build/* escapeMarkdown */.FV)(failure.message)}`, (0,build/* table */.tp)(['Service', 'Runs now', 'Asked for'], [[(0,build/* code */.aY)(nameOf(observed)), (0,build/* code */.aY)(before), (0,build/* code */.aY)(wanted)]]), (0,build/* flowchart */.tn)([
            { from: nameOf(observed), to: before, label: 'runs' },
            ...(plan.kind === 'deploy' || plan.kind === 'create'
                ? [{ from: before, to: wanted, label: 'would become' }]
                : []),
        ])),
    };
}
const headlines = {
    failed: '❌ Unchanged, and not healthy',
    unchanged: '✅ Unchanged',
    planned: '📝 Planned: nothing was changed (dry run)',
    unproven: '⚠️ Unchanged, and nothing runs: the desired count is 0',
};
/** Outputs and summary of a deployment that was not begun, since it could not have worked. */
function reportRefusal({ plan, observed, }) {
    const { failure, taskDefinitionArn } = plan;
    const findings = observed.findings.filter(({ severity }) => severity !== 'not-checked');
    return {
        outcome: 'failed',
        failure,
        outputs: { results: resultsOf(observed, { outcome: 'failed', failure, taskDefinitionArn }) },
        summary: (0,build/* paragraphs */.qN)(`### ❌ ${(0,build/* code */.aY)(nameOf(observed))}: not deployed (${failure.code})`, 'What was found would not work. Nothing was registered, and nothing was changed.', (0,ecs_build/* findingsTable */.f9)('What is wrong', findings), (0,build/* flowchart */.tn)([
            {
                from: nameOf(observed),
                to: (0,build_arn/* nameFromArn */.N)(observed.previousArn ?? 'nothing'),
                label: 'runs',
            },
        ])),
    };
}
function changed(change) {
    const names = Object.keys(change);
    return names.length === 0 ? 'desired count' : names.map(build/* code */.aY).join(', ');
}
/** Outputs and summary of a change of settings. */
function reportAdjustment({ plan, observed, adjustment: { service, seconds, failure }, }) {
    const { taskDefinitionArn, change } = plan;
    const outcome = failure ? 'failed' : service.desiredCount === 0 ? 'unproven' : 'deployed';
    const counts = `${service.runningCount} of ${service.desiredCount}`;
    return {
        outcome,
        outputs: {
            ...definitionOutput(taskDefinitionArn),
            'duration-seconds': String(seconds),
            results: resultsOf(observed, { outcome, failure, taskDefinitionArn, seconds }),
        },
        summary: (0,build/* paragraphs */.qN)(`### ${failure ? '❌' : '✅'} ${(0,build/* code */.aY)(nameOf(observed))}: ${changed(change)} ${failure ? 'not in effect' : 'in effect'}`, failure && (0,build/* escapeMarkdown */.FV)(failure.message), (0,build/* table */.tp)(['Service', 'Runs', 'Tasks running', 'Duration'], [
            [
                (0,build/* code */.aY)(nameOf(observed)),
                (0,build/* code */.aY)((0,build_arn/* nameFromArn */.N)(taskDefinitionArn)),
                counts,
                (0,build/* formatSeconds */.Xo)(seconds),
            ],
        ]), (0,build/* flowchart */.tn)([
            {
                from: `${observed.service.desiredCount} desired`,
                to: `${service.desiredCount} desired`,
                label: nameOf(observed),
            },
        ])),
        ...(failure && { failure }),
    };
}

;// CONCATENATED MODULE: ./actions/deploy-ecs/build/report/index.js



;// CONCATENATED MODULE: ./actions/deploy-ecs/build/prove-unchanged.js






/** A crash loop that ECS calls steady between two crashes has a death within so much time. */
const recentMs = 3 * 60_000;
const prove_unchanged_settleWithinMs = 5 * 60_000;
/**
 * Looks whether what runs already is what was asked for, and stays alive: an earlier run may have left what did not. Gives
 * why it is not; undefined where it is, or where the role may not look at tasks.
 */
async function proveUnchanged(work) {
    const { ecs, observed } = work;
    const { clusterArn: cluster = '', serviceName: service = '' } = observed.service;
    const started = (0,ecs_build/* findPrimary */.WM)(observed.service);
    if (started === undefined)
        return undefined;
    const rollout = new ecs_build/* TrackedRollout */.SR({ cluster, service }, started);
    const [{ mismatches }, hasDiedOfLate] = await Promise.all([
        (0,ecs_build/* gatherEvidence */.hx)(ecs, rollout, observed.wanted),
        findRecentDeath(work, rollout),
    ]);
    if (mismatches.length > 0)
        return digestFailure(work, mismatches);
    return hasDiedOfLate ? seeWhetherItLives(work, rollout, started) : undefined;
}
async function findRecentDeath({ ecs, observed }, { reference, started }) {
    try {
        const stopped = await (0,ecs_build/* listStoppedTasks */.em)(ecs, reference, started);
        const essential = (0,ecs_build/* essentialNames */.BG)(observed.wanted);
        return stopped
            .map((task) => (0,ecs_build/* deathOf */.oZ)(task, essential))
            .filter((death) => death !== undefined)
            .some((death) => (0,ecs_build/* isRepeatable */.su)(death) && Date.now() - death.stoppedAt < recentMs);
    }
    catch (error) {
        if (!(0,errors/* isAccessDenied */.w7)(error))
            throw error;
        return false;
    }
}
async function seeWhetherItLives({ context, ecs, clients, observed }, rollout, started) {
    const { host, signal } = context;
    const { wanted: definition, service } = observed;
    const record = new RolloutRecord(host, started.createdAt.getTime());
    const essential = (0,ecs_build/* essentialNames */.BG)(definition);
    const watcher = new ecs_build/* RolloutWatcher */.AQ(ecs, { rollout, essential, onNews: record.take });
    const end = await (0,build/* inGroup */.HB)(host, 'See whether the tasks outlive those that died', () => watcher.settles({
        deadline: Date.now() + prove_unchanged_settleWithinMs,
        isEnough: (deaths) => (0,ecs_build/* findRepeatedDeath */.GV)(deaths) !== undefined,
    }));
    if (end === 'settled')
        return undefined;
    const arn = started.taskDefinition;
    const diagnosis = await diagnoseRecord(record, { clients, definition, arn, signal });
    const causes = diagnosis ? [diagnosis.headline, ...(0,ecs_build/* quoteLog */.N9)(diagnosis.log)] : [];
    const what = `${service.serviceName} runs this definition already, and its tasks keep dying; nothing was changed.`;
    return new build/* ActionError */.lZ({
        code: diagnosis?.code ?? 'crash',
        message: [what, ...causes].join('\n'),
        remedy: diagnosis?.remedy ?? 'Read the log of the container, and deploy what mends it.',
    });
}

;// CONCATENATED MODULE: ./actions/deploy-ecs/build/main.js













/** Deploys to one service: parse, observe, plan, act, report. */
async function main(context) {
    const { host, signal } = context;
    const inputs = readInputs(context);
    const begunAt = Date.now();
    const clients = (0,build_clients/* createAwsClients */.G)({ action: 'deploy-ecs', region: inputs.region });
    try {
        const ecs = { ecs: clients.ecs(), signal };
        const registries = (0,open_registries/* openRegistries */.c)(host, { clients, signal });
        for (;;) {
            const onSecretRead = (0,ecs_build/* maskRead */.ZS)(host, [
                (0,build_arn/* nameFromArn */.N)(inputs.reference.service),
                (0,build_arn/* nameFromArn */.N)(inputs.reference.cluster),
            ]);
            const observed = await observe({ ...ecs, clients, registries, host, onSecretRead }, inputs);
            const report = await carryOut({
                context,
                ecs,
                clients,
                registries,
                inputs,
                observed,
                begunAt,
            });
            if (report !== undefined)
                return report;
            host.info('Another deployment has begun or ended: looking at the service anew.');
        }
    }
    finally {
        clients.destroy();
    }
}
/** Plans for the world as it was observed, acts and reports; undefined where that world is gone. */
async function carryOut(work) {
    const { context, inputs, observed } = work;
    if (observed.previousArn)
        context.setOutput('previous-task-definition-arn', observed.previousArn);
    maskSecrets(context, observed);
    keepComment(context, inputs, observed);
    const plan = planDeployment(inputs, observed);
    const sentence = describePlan(plan, observed);
    context.host.info(sentence);
    (0,ecs_build/* tellFindings */.yq)(context.host, findingsToTell(inputs, observed, plan));
    if (plan.kind === 'refused')
        return reportRefusal({ plan, observed });
    if (plan.kind === 'unchanged') {
        tellUnchanged(context, plan, observed);
        const failure = await proveWhatRuns(work, plan);
        const outcome = plan.nothingRuns ? 'unproven' : 'unchanged';
        return reportNothingDone(outcome, { plan, sentence, observed, failure });
    }
    if (inputs.dryRun)
        return reportNothingDone('planned', { plan, sentence, observed });
    if (plan.kind === 'adjust') {
        const adjustment = await adjust({ ...work, plan });
        const failure = adjustment.failure ?? (inputs.wait ? await verifyWhatRuns(work) : undefined);
        return reportAdjustment({ plan, observed, adjustment: { ...adjustment, failure } });
    }
    const deployment = await deploy({ ...work, plan });
    if (deployment === undefined)
        return undefined;
    await tellEnd({ ...work, plan }, deployment);
    const url = (0,console_links/* serviceConsoleUrl */.E)(observed.service.serviceArn ?? '');
    const endedAt = deployment.record.now();
    return reportDeployment({ observed, plan, deployment, url, endedAt });
}
/** Nothing is done, and green all the same only where what runs is right. */
async function proveWhatRuns(work, { nothingRuns }) {
    if (nothingRuns || work.inputs.dryRun)
        return undefined;
    return (await proveUnchanged(work)) ?? verifyWhatRuns(work);
}
/** What runs already is verified all the same: an earlier run may have left what did not pass. */
async function verifyWhatRuns(work) {
    const { verification, dryRun } = work.inputs;
    return verification === undefined || dryRun ? undefined : verify(work, verification);
}
/** A container's last lines may well quote its environment. */
function maskSecrets({ host }, { service, wanted, current }) {
    const publicNames = [service.serviceName ?? '', (0,build_arn/* nameFromArn */.N)(service.clusterArn ?? '')];
    for (const definition of [wanted, ...(current ? [current.definition] : [])]) {
        for (const secret of (0,ecs_build/* plainSecrets */.of)(definition, publicNames))
            host.mask(secret);
    }
}
/** What becomes of one service is one comment: services of one name may be in several accounts. */
function keepComment(context, { commentToken }, { service }) {
    if (commentToken === undefined)
        return;
    const target = `${service.clusterArn}/${service.serviceName}`;
    context.keepComment({ token: commentToken, target });
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
/** What the user should know of a step that is green, and what the next run should. */
async function tellEnd(work, deployment) {
    const { context, observed } = work;
    const { host } = context;
    if (deployment.kind !== 'succeeded')
        return;
    if (deployment.nothingRuns)
        host.warning(nothingRuns);
    const { share, missing } = deployment;
    if (missing > 0) {
        host.warning(`The deployment succeeded, and ${missing} of the tasks that are desired now did not run yet at the end: the service was scaled up, or lost tasks for want of capacity. They were not waited for.`);
    }
    if (share !== undefined && share.running < share.desired) {
        host.warning(`ECS called the deployment successful by its early success criteria, when ${share.running} of ${share.desired} new tasks ran; the others were not waited for.`);
    }
    for (const container of deployment.nothingRuns ? [] : deployment.evidence.unconfirmed) {
        host.warning(`ECS does not tell the digest that ${container} runs, so it could not be held against the one asked for.`);
    }
    for (const { container, image } of (0,ecs_build/* mutableImages */.LO)(observed.wanted)) {
        host.warning(`The image of ${container} is named by a tag (${image}), which can be moved. Name it by digest, so that what is tested is what runs.`);
    }
    if (!deployment.nothingRuns && !isChecked(observed))
        host.info(unchecked);
    await noteSecrets(work, deployment);
}

;// CONCATENATED MODULE: ./actions/deploy-ecs/build/index.js



/** Runs the action in this process; its end is told by the exit code. */
function build_start() {
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

/***/ 9584:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ readVersionDate)
/* harmony export */ });
/* harmony import */ var _call_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9309);
/* harmony import */ var _look_up_secret_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8973);


/**
 * When a version of a secret was created; undefined where Secrets Manager does not list it. Throws an ActionError
 * where the role may not look.
 */
async function readVersionDate({ clients, signal }, arn, versionId) {
    const { ListSecretVersionIdsCommand } = await __webpack_require__.e(/* import() */ 396).then(__webpack_require__.t.bind(__webpack_require__, 5396, 19));
    const client = await clients.secretsManager((0,_look_up_secret_js__WEBPACK_IMPORTED_MODULE_0__/* .regionOf */ .AP)(arn));
    let token;
    do {
        const command = new ListSecretVersionIdsCommand({ SecretId: arn, NextToken: token });
        const { Versions = [], NextToken } = await (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .call */ .T)(client, command, { signal, resource: arn });
        const found = Versions.find((version) => version.VersionId === versionId);
        if (found)
            return found.CreatedDate;
        token = NextToken;
    } while (token !== undefined);
    return undefined;
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
