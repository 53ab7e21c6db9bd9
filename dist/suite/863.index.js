export const id = 863;
export const ids = [863];
export const modules = {

/***/ 2863:
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
// EXTERNAL MODULE: ./packages/checks/build/inputs/url.js
var url = __webpack_require__(1220);
// EXTERNAL MODULE: ./packages/checks/build/inputs/http-check.js + 6 modules
var http_check = __webpack_require__(1422);
// EXTERNAL MODULE: ./packages/checks/build/inputs/checks.js
var checks = __webpack_require__(6204);
// EXTERNAL MODULE: ./packages/checks/build/inputs/service-check.js + 1 modules
var service_check = __webpack_require__(8913);
// EXTERNAL MODULE: ./packages/checks/build/inputs/schedule.js
var schedule = __webpack_require__(3240);
;// CONCATENATED MODULE: ./actions/verify-health/build/contract.js



/** What verify-health promises to its users. */
const contract = (0,build/* defineContract */.ye)({
    name: 'verify-health',
    title: 'Verify health',
    description: 'Checks that what was deployed answers or runs, that it is the version that was deployed, and that it stays healthy: over HTTP, by ECS services, and by target groups.',
    branding: { icon: 'heart', color: 'green' },
    inputs: {
        url: (0,url/* url */.O)({
            description: 'The address to check; or give several in `checks`. At least one of `url`, `checks`, `services` and `target-groups` is needed.',
        }),
        ...http_check/* httpCheckInputs */.Qs,
        checks: (0,checks/* checks */.A)({
            description: 'Several checks, made in parallel: a YAML list of mappings, each with a `name` and either `url` and the other inputs of one check over HTTP, or `service` with `cluster`, `min-task-age` and `expect-digest`, or `target-group`.',
        }),
        ...service_check/* serviceCheckInputs */.Vc,
        ...schedule/* scheduleInputs */.Hh,
        'aws-region': (0,region/* region */.N)({
            description: 'Region of the services and target groups; default is the environment (AWS_REGION), as aws-actions/configure-aws-credentials sets it.',
        }),
        'dry-run': (0,build/* flag */.Jt)({
            description: 'Read the inputs and print what would be checked, without a request.',
            default: 'false',
        }),
    },
    outcomes: {
        healthy: 'Every check was healthy as often and as long as asked.',
        unhealthy: 'Time was over before every check was.',
        planned: 'A dry run: nothing was checked.',
        failed: 'The checks could not be made: an input is wrong, a permission is missing, or the job was cancelled.',
    },
    outputs: {
        healthy: '`true` or `false`; empty when nothing was checked.',
        report: 'JSON list with an object for each check: `name`, `kind` (`http`, `service` or `target-group`), what it is about (`url`, or `cluster` and `service`, or `targetGroup`), `verdict` (`healthy` or `unhealthy`), `reason`, `attempts`, `consecutive` (successes in a row), and over HTTP `lastStatus`, `latencyP50Ms`, `latencyP95Ms`; what is not known is `null`.',
        attempts: 'Number of attempts of all checks together.',
        'latency-p50-ms': 'Median latency of the successful answers of all checks over HTTP, in milliseconds; empty without one.',
        'latency-p95-ms': '95th percentile of the same latencies, in milliseconds; empty without one.',
    },
});

// EXTERNAL MODULE: ./packages/checks/build/schedule/run-checks.js + 13 modules
var run_checks = __webpack_require__(9000);
;// CONCATENATED MODULE: ./actions/verify-health/build/cloud.js
/** AWS in a region, opened when a check first asks for it: one over HTTP never does. */
function openCloud({ host, signal }, region) {
    let opening;
    const open = async () => {
        const { createAwsClients } = await Promise.all(/* import() */[__webpack_require__.e(572), __webpack_require__.e(580), __webpack_require__.e(841)]).then(__webpack_require__.bind(__webpack_require__, 5841));
        return createAwsClients({ action: 'verify-health', region });
    };
    const clients = () => (opening ??= open());
    let registries;
    const openRegistries = async () => {
        const registry = await Promise.all(/* import() */[__webpack_require__.e(377), __webpack_require__.e(849), __webpack_require__.e(89)]).then(__webpack_require__.bind(__webpack_require__, 9089));
        return registry.openRegistries(host, { clients: await clients(), signal });
    };
    return {
        clients,
        registries: () => (registries ??= openRegistries()),
        async close() {
            const opened = await opening;
            opened?.destroy();
        },
    };
}

;// CONCATENATED MODULE: ./actions/verify-health/build/act.js



/** Runs the checks until there is a verdict. */
async function carryOut(plan, context) {
    const { host, signal } = context;
    const cloud = openCloud(context, plan.region);
    try {
        return await (0,build/* inGroup */.HB)(host, plan.title, () => {
            for (const line of plan.lines)
                host.info(line);
            return (0,run_checks/* runChecks */.J)(plan.checks, { ...cloud, schedule: plan.schedule, signal, log: host });
        });
    }
    finally {
        await cloud.close();
    }
}

// EXTERNAL MODULE: ./packages/aws/build/arn.js
var arn = __webpack_require__(142);
;// CONCATENATED MODULE: ./packages/checks/build/inputs/service-check-rules.js

/** What is wrong between the inputs about services. */
function serviceCheckProblems({ given, values }) {
    const withoutServices = ['min-task-age', 'expect-digest'];
    if (!given.has('services')) {
        const message = 'belongs to services, and none is named; in checks it stands beside its service';
        return withoutServices.filter((name) => given.has(name)).map((path) => ({ path, message }));
    }
    const { services, expectDigest } = values;
    if (services === undefined || expectDigest === undefined || typeof expectDigest === 'string') {
        return [];
    }
    const names = services.map(arn/* nameFromArn */.N);
    const unknown = [...expectDigest.keys()].filter((name) => !names.includes(name));
    const message = `is none of services, which are: ${names.join(', ')}`;
    return unknown.map((name) => ({ path: `expect-digest.${name}`, message }));
}

// EXTERNAL MODULE: ./packages/checks/build/inputs/http-check-rules.js
var http_check_rules = __webpack_require__(1182);
// EXTERNAL MODULE: ./packages/checks/build/secrets.js
var secrets = __webpack_require__(7270);
;// CONCATENATED MODULE: ./actions/verify-health/build/inputs.js

/** Reads the inputs, and masks what is secret in them; throws one error with all that is wrong. */
function readInputs(context) {
    const { host } = context;
    const parsed = context.parseInputs({
        rules: [
            somethingToCheck,
            ownPlace((name) => host.readInput(name)),
            serviceCheckProblems,
            ({ values }) => namesTwice(values),
            ruleOn(http_check_rules/* httpCheckProblems */.l),
            ruleOn(schedule/* scheduleProblems */.Kg),
        ],
    });
    const { url } = parsed;
    const [first, ...others] = [
        ...(url === undefined ? [] : [(0,http_check/* httpCheck */.rM)({ ...parsed, url })]),
        ...checksOf(parsed),
    ];
    if (first === undefined)
        throw new Error('The rule on what is needed let a step without check pass.');
    for (const secret of (0,secrets/* secretsOf */.F)([first, ...others]))
        host.mask(secret);
    const { awsRegion: region, dryRun } = parsed;
    return { checks: [first, ...others], schedule: (0,schedule/* schedule */._)(parsed), region, dryRun };
}
function checksOf({ checks = [], ...own }) {
    const everywhere = [...checks, ...(0,service_check/* serviceChecks */.V0)(own)];
    return own.cluster === undefined ? everywhere : (0,service_check/* inCluster */.K_)(everywhere, own.cluster);
}
function ruleOn(problems) {
    return ({ values }) => [...problems(values)];
}
const kinds = ['url', 'checks', 'services', 'target-groups'];
const somethingToCheck = ({ given }) => {
    if (kinds.some((name) => given.has(name)))
        return [];
    const message = 'is required, unless something else is to be checked; allowed: one address here, or checks, services or target-groups';
    return [{ path: 'url', message }];
};
function namesTwice(values) {
    const message = (0,checks/* sameNames */.F)(checksOf(values));
    const path = values.checks === undefined ? 'services' : 'checks';
    return message === undefined ? [] : [{ path, message }];
}
/**
 * Either `url` with what belongs to it, or `checks`, in which everything has its own place. The runner
 * gives inputs with a default always: only another value than that was meant.
 */
function ownPlace(read) {
    return ({ given }) => {
        const own = Object.entries({ url: {}, ...http_check/* httpCheckInputs */.Qs }).filter(([name, spec]) => {
            const written = read(name)?.trim() ?? '';
            return written !== '' && !('default' in spec && spec.default === written);
        });
        if (given.has('checks')) {
            const message = 'cannot go with checks; put it into the checks that it is for';
            return own.map(([path]) => ({ path, message }));
        }
        if (given.has('url') || !kinds.some((name) => given.has(name)))
            return [];
        return own.map(([path]) => ({ path, message: 'belongs to url, which is not given' }));
    };
}

// EXTERNAL MODULE: ./packages/checks/build/describe-check.js
var describe_check = __webpack_require__(6843);
;// CONCATENATED MODULE: ./actions/verify-health/build/plan.js


/** What will be checked, and how long. */
function planChecks({ checks, schedule, region, dryRun }) {
    const { timeoutMs, successes, holdMs } = schedule;
    const hold = holdMs === 0 ? '' : `, held for ${(0,build/* formatSeconds */.Xo)(holdMs / 1000)}`;
    const inARow = successes === 1 ? 'one success' : `${successes} successes in a row`;
    const within = `within ${(0,build/* formatSeconds */.Xo)(timeoutMs / 1000)}`;
    return {
        kind: dryRun ? 'show' : 'check',
        checks,
        schedule,
        region,
        title: `${(0,build/* count */.U9)(checks.length, 'health check')}: ${inARow}${hold}, ${within}`,
        lines: checks.map(describe_check/* describeCheck */.c),
    };
}

// EXTERNAL MODULE: ./packages/checks/build/explain.js
var explain = __webpack_require__(4348);
;// CONCATENATED MODULE: ./packages/checks/build/schedule/latency.js
/**
 * The latency that so many per cent of the answers did not exceed (nearest rank), in whole
 * milliseconds; undefined without answers.
 */
function percentile(latenciesMs, percent) {
    const sorted = latenciesMs.toSorted((a, b) => a - b);
    const rank = Math.max(1, Math.ceil((percent / 100) * sorted.length));
    const value = sorted[rank - 1];
    return value === undefined ? undefined : Math.round(value);
}

// EXTERNAL MODULE: ./packages/checks/build/check.js
var build_check = __webpack_require__(7468);
;// CONCATENATED MODULE: ./actions/verify-health/build/timeline.js

/** A picture of when each check first failed, first succeeded, and was steady. */
function checksTimeline({ checks, startedAt, endedAt }) {
    return (0,build/* timeline */.IO)('Health checks (UTC)', checks.flatMap((result) => entriesOf(result, startedAt, endedAt)));
}
function entriesOf(result, startedAt, endedAt) {
    const { check, healthy, firstFailureAt, firstSuccessAt, steadyAt } = result;
    const section = check.name;
    const entries = [];
    if (firstSuccessAt === undefined) {
        return [{ section, label: 'no success', start: startedAt, end: endedAt, mark: 'crit' }];
    }
    if (firstFailureAt !== undefined && firstFailureAt < firstSuccessAt) {
        entries.push({ section, label: 'failing', start: startedAt, end: firstSuccessAt, mark: 'crit' });
    }
    const mark = healthy ? 'done' : 'crit';
    entries.push({ section, label: 'first success', start: firstSuccessAt, end: endedAt, mark });
    if (steadyAt !== undefined) {
        entries.push({ section, label: 'steady', start: steadyAt, end: steadyAt, mark: 'done' });
    }
    return entries;
}

;// CONCATENATED MODULE: ./actions/verify-health/build/report.js




/** What a dry run says. */
function reportPlan({ title, lines }) {
    return {
        outcome: 'planned',
        outputs: {},
        summary: (0,build/* paragraphs */.qN)(`### 📝 Planned: ${(0,build/* escapeMarkdown */.FV)(title)}`, lines.map((line) => `- ${(0,build/* escapeMarkdown */.FV)(line)}`).join('\n'), 'This is a dry run: no request was sent.'),
    };
}
/** The verdict as outputs, summary and, where it is red, the reason. */
function report(result) {
    const failure = result.healthy ? undefined : (0,explain/* unhealthyError */.n)(result);
    return {
        outcome: result.healthy ? 'healthy' : 'unhealthy',
        outputs: outputsOf(result),
        summary: (0,build/* paragraphs */.qN)(headline(result), (0,build/* table */.tp)(['Check', 'Verdict', 'Attempts', 'p50', 'p95', 'Reason'], result.checks.map(rowOf)), checksTimeline(result), failure && `**What to do:** ${(0,build/* escapeMarkdown */.FV)(failure.remedy)}`),
        ...(failure === undefined ? {} : { failure }),
    };
}
function outputsOf({ healthy, checks }) {
    const latencies = checks.flatMap(({ latenciesMs }) => latenciesMs);
    return {
        healthy: String(healthy),
        report: JSON.stringify(checks.map(entryOf)),
        attempts: String(checks.reduce((sum, { attempts }) => sum + attempts, 0)),
        'latency-p50-ms': String(percentile(latencies, 50) ?? ''),
        'latency-p95-ms': String(percentile(latencies, 95) ?? ''),
    };
}
function entryOf(result) {
    const { check, healthy, reason, attempts, successesInRow, lastStatus, latenciesMs } = result;
    return {
        name: check.name,
        kind: check.kind,
        ...subjectFields(check),
        verdict: healthy ? 'healthy' : 'unhealthy',
        reason,
        attempts,
        consecutive: successesInRow,
        ...(check.kind === 'http' && {
            lastStatus: lastStatus ?? null,
            latencyP50Ms: percentile(latenciesMs, 50) ?? null,
            latencyP95Ms: percentile(latenciesMs, 95) ?? null,
        }),
    };
}
function subjectFields(check) {
    if (check.kind === 'http')
        return { url: (0,build_check/* shownUrl */.zA)(check.request.url) };
    if (check.kind === 'target-group')
        return { targetGroup: (0,build_check/* targetGroupName */.IT)(check.targetGroup) };
    return { cluster: (0,arn/* nameFromArn */.N)((0,build_check/* clusterOf */.es)(check)), service: (0,arn/* nameFromArn */.N)(check.service) };
}
function headline({ healthy, checks, startedAt, endedAt }) {
    const elapsed = (0,build/* formatSeconds */.Xo)((endedAt - startedAt) / 1000);
    if (healthy)
        return `### ✅ Healthy: ${(0,build/* count */.U9)(checks.length, 'check')}, after ${elapsed}`;
    const failed = checks.filter((check) => !check.healthy).length;
    return `### ❌ Unhealthy: ${failed} of ${(0,build/* count */.U9)(checks.length, 'check')}, after ${elapsed}`;
}
function rowOf({ check, healthy, attempts, latenciesMs, reason }) {
    const latency = (percent) => {
        const milliseconds = percentile(latenciesMs, percent);
        return milliseconds === undefined ? '' : `${milliseconds} ms`;
    };
    const verdict = healthy ? '✅ healthy' : '❌ unhealthy';
    const name = (0,build/* code */.aY)(check.name);
    return [name, verdict, String(attempts), latency(50), latency(95), (0,build/* escapeMarkdown */.FV)(reason)];
}

;// CONCATENATED MODULE: ./actions/verify-health/build/main.js





/** Checks health until it is proven or time is over: parse, plan, act, report. */
async function main(context) {
    const plan = planChecks(readInputs(context));
    if (plan.kind === 'show') {
        for (const line of [plan.title, ...plan.lines])
            context.host.info(line);
        return reportPlan(plan);
    }
    const result = await carryOut(plan, context);
    context.host.info(closingLine(result));
    return report(result);
}
function closingLine({ healthy, checks, startedAt, endedAt }) {
    const attempts = checks.reduce((sum, check) => sum + check.attempts, 0);
    const after = `after ${(0,build/* formatSeconds */.Xo)((endedAt - startedAt) / 1000)} and ${(0,build/* count */.U9)(attempts, 'attempt')}`;
    return `${healthy ? 'Healthy' : 'Unhealthy'} ${after}.`;
}

;// CONCATENATED MODULE: ./actions/verify-health/build/index.js



/** Runs the action in this process; its end is told by the exit code. */
function start() {
    return (0,build/* run */.eF)({ contract: contract, main: main });
}


/***/ })

};
