export const id = 356;
export const ids = [356];
export const modules = {

/***/ 5087:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lZ: () => (/* reexport */ ActionError),
  cc: () => (/* reexport */ CancelledError),
  h6: () => (/* reexport */ InvalidValue),
  e1: () => (/* reexport */ asText),
  qm: () => (/* reexport */ asWritten),
  Yq: () => (/* reexport */ choice),
  aY: () => (/* reexport */ code),
  DV: () => (/* reexport */ codeBlock),
  ay: () => (/* reexport */ commandLine),
  U9: () => (/* reexport */ count),
  ye: () => (/* reexport */ defineContract),
  p0: () => (/* reexport */ duration),
  Cm: () => (/* reexport */ durationOr),
  FV: () => (/* reexport */ escapeMarkdown),
  Ar: () => (/* reexport */ fillWith),
  Jt: () => (/* reexport */ flag),
  tn: () => (/* reexport */ flowchart),
  Xo: () => (/* reexport */ formatSeconds),
  o8: () => (/* reexport */ hasCollectionKey),
  HB: () => (/* reexport */ inGroup),
  Xu: () => (/* reexport */ inputError),
  nd: () => (/* reexport */ integer),
  Gq: () => (/* reexport */ invalid),
  Lv: () => (/* reexport */ isList),
  Me: () => (/* reexport */ isNoSecret),
  qp: () => (/* reexport */ isOpaque),
  eh: () => (/* reexport */ isSecretName),
  nf: () => (/* reexport */ markdown_link),
  p_: () => (/* reexport */ list),
  Tj: () => (/* reexport */ map),
  $x: () => (/* reexport */ mapEdit),
  ol: () => (/* reexport */ maskDocument),
  $l: () => (/* reexport */ maskSecret),
  HK: () => (/* reexport */ mayHideGuess),
  pA: () => (/* reexport */ nearest),
  MU: () => (/* reexport */ notationOf),
  qN: () => (/* reexport */ paragraphs),
  lc: () => (/* reexport */ parseEach),
  lQ: () => (/* reexport */ parseExactJson),
  KV: () => (/* reexport */ parseMapping),
  hN: () => (/* reexport */ parseYaml),
  ns: () => (/* reexport */ parseYamlWith),
  O6: () => (/* reexport */ publicPrefix),
  tq: () => (/* reexport */ pullRequestCommentInputs),
  WG: () => (/* reexport */ pullRequestCommentProblems),
  Ch: () => (/* reexport */ readVariables),
  eF: () => (/* reexport */ run),
  a2: () => (/* reexport */ runPost),
  K0: () => (/* reexport */ secretPartsOf),
  IJ: () => (/* reexport */ shortestGuess),
  yy: () => (/* reexport */ sleep),
  tp: () => (/* reexport */ table),
  Qq: () => (/* reexport */ types_text),
  IO: () => (/* reexport */ timeline),
  g7: () => (/* reexport */ treeOf),
  hG: () => (/* reexport */ under),
  P9: () => (/* reexport */ underLastSignal),
  ug: () => (/* reexport */ variableInputs),
  BY: () => (/* reexport */ variableNameProblem),
  V7: () => (/* reexport */ whatThereIs),
  oQ: () => (/* reexport */ yaml)
});

// UNUSED EXPORTS: cancellation, commentOnPullRequest, failureCodes, isOrdinary, parseInputs

;// CONCATENATED MODULE: ./packages/action-kit/build/cancellation.js
/**
 * One signal for the whole run: it is aborted when GitHub cancels the job (SIGINT, and SIGTERM
 * 7.5 seconds later). Whoever waits, waits under it. `release` gives the signals back.
 */
function cancellation() {
    const controller = new AbortController();
    const cancel = () => controller.abort(new CancelledError());
    process.on('SIGINT', cancel);
    process.on('SIGTERM', cancel);
    return {
        signal: controller.signal,
        release() {
            process.off('SIGINT', cancel);
            process.off('SIGTERM', cancel);
        },
    };
}
/** The reason of the run's signal once the job is cancelled. */
class CancelledError extends Error {
    name = 'CancelledError';
    constructor() {
        super('The job was cancelled.');
    }
}
/** Waits, and ends at once with the signal's reason when that is aborted. */
function sleep(milliseconds, signal) {
    return new Promise((resolve, reject) => {
        if (signal.aborted)
            return reject(asError(signal.reason));
        const onAbort = () => {
            clearTimeout(timer);
            reject(asError(signal.reason));
        };
        const timer = setTimeout(() => {
            signal.removeEventListener('abort', onAbort);
            resolve();
        }, milliseconds);
        signal.addEventListener('abort', onAbort, { once: true });
    });
}
function asError(reason) {
    return reason instanceof Error ? reason : new Error(String(reason));
}
/**
 * Does what has to be done after a cancel under a signal of its own, which leaves it so many seconds: GitHub kills a step ten
 * seconds after the cancel.
 */
async function underLastSignal(seconds, work) {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(new CancelledError()), seconds * 1000);
    try {
        return await work(controller.signal);
    }
    finally {
        clearTimeout(timer);
    }
}

;// CONCATENATED MODULE: ./packages/action-kit/build/contract.js
/** Names the contract of an action; its types follow from what is written. */
function defineContract(contract) {
    return contract;
}

;// CONCATENATED MODULE: ./packages/action-kit/build/errors.js
/**
 * A failure that was foreseen: it says what happened and why (`message`) and what the user can do
 * about it (`remedy`). `code` becomes the output `failure`; `cause` keeps the original error.
 * Whatever is thrown that is no ActionError is a bug of this suite, and is reported as one.
 */
class ActionError extends Error {
    name = 'ActionError';
    code;
    remedy;
    constructor(parts) {
        super(parts.message, parts.cause === undefined ? {} : { cause: parts.cause });
        this.code = parts.code;
        this.remedy = parts.remedy;
    }
}
/** The error as an ActionError: itself, or a `bug` that carries the original and its stack. */
function toActionError(error) {
    if (error instanceof ActionError)
        return error;
    const original = error instanceof Error ? error : new Error(String(error));
    return new ActionError({
        code: 'bug',
        message: `Something that should never happen did: ${original.message}`,
        remedy: 'This is a bug in deploy-actions. Please open an issue with the stack trace from this log; ' +
            'check there that it contains nothing confidential.',
        cause: original,
    });
}

;// CONCATENATED MODULE: ./packages/action-kit/build/failure-codes.js
/**
 * The closed list of reasons for a red step: the values of the output `failure`.
 * A root cause (the first group) wins over the mechanism that noticed it (the second).
 * `docs/failures.md` is generated from this table.
 */
const failureCodes = {
    crash: 'A container of the new version ended by itself, or could not be started.',
    oom: 'A container was killed because it used more memory than it may.',
    image: 'The image cannot be built, does not exist, may not be pulled, or is for another platform.',
    secret: 'A secret, a key of it, or an SSM parameter that a container needs could not be read.',
    'container-health': 'The health check of a container failed.',
    'load-balancer-health': 'The load balancer found the new tasks unhealthy.',
    capacity: 'There was no room to place a task: no capacity, no addresses, or a quota.',
    preflight: 'A check before the first change found something that cannot work.',
    'circuit-breaker': 'The circuit breaker of ECS ended the rollout, for no cause that was found.',
    alarm: 'A CloudWatch alarm ended the rollout.',
    timeout: 'The deployment was not finished when the time given by `timeout` was over.',
    gate: 'The checks at the gate of a deployment failed.',
    verify: 'Health checks failed, although everything before them succeeded.',
    input: 'An input is wrong, or names something that does not exist. Nothing was changed.',
    'access-denied': 'The role of this job, or that of the tasks, may not do what is needed.',
    'stale-run': 'A newer run of the same workflow has already deployed.',
    superseded: 'Another deployment of the same service took over.',
    cancelled: 'The job was cancelled, or a person stopped the deployment.',
    'rollback-failed': 'The deployment failed, and going back failed as well.',
    conflict: 'Somebody else changed the same resource at the same time.',
    'service-error': 'AWS or another service answered with an error, also after retries.',
    bug: 'Something happened that this suite did not foresee: please report it.',
};

;// CONCATENATED MODULE: ./packages/action-kit/build/format.js
/** A length of time for people: `0s`, `42s`, `3m 07s`, `1h 02m`. Rounded to whole seconds. */
function formatSeconds(seconds) {
    const total = Math.max(0, Math.round(seconds));
    const [h, m, s] = [Math.floor(total / 3600), Math.floor((total % 3600) / 60), total % 60];
    if (h > 0)
        return `${h}h ${String(m).padStart(2, '0')}m`;
    return m > 0 ? `${m}m ${String(s).padStart(2, '0')}s` : `${s}s`;
}
/** `1 task`, `2 tasks`. */
function count(n, noun) {
    return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

;// CONCATENATED MODULE: ./packages/action-kit/build/host.js
/** Runs `work` inside a log group that is closed whatever happens. */
async function inGroup(host, title, work) {
    host.startGroup(title);
    try {
        return await work();
    }
    finally {
        host.endGroup();
    }
}

// EXTERNAL MODULE: ./node_modules/.pnpm/leven@4.1.0/node_modules/leven/index.js
var leven = __webpack_require__(8961);
;// CONCATENATED MODULE: ./packages/action-kit/build/inputs/nearest.js

/** The candidate that is probably meant by `word`: a third of it may differ, in any case. */
function nearest(word, candidates) {
    const byLowerCase = new Map(candidates.map((candidate) => [candidate.toLowerCase(), candidate]));
    const maxDistance = Math.max(2, Math.floor(word.length / 3));
    const match = (0,leven/* closestMatch */.h)(word.toLowerCase(), [...byLowerCase.keys()], { maxDistance });
    return match === undefined ? undefined : byLowerCase.get(match);
}

;// CONCATENATED MODULE: ./packages/action-kit/build/inputs/spec.js
/** Whether a value is a list. */
function isList(raw) {
    return Array.isArray(raw);
}
/**
 * Thrown by a spec whose value is wrong. The messages never repeat the value: it may be a secret
 * that was put into the wrong input.
 */
class InvalidValue extends Error {
    problems;
    constructor(problems) {
        super(problems.map((problem) => `${problem.path} ${problem.message}`).join('; '));
        this.problems = problems;
    }
}
/** Ends the parsing of one value with one problem. */
function invalid(message, path = '') {
    throw new InvalidValue([{ path, message }]);
}
/**
 * Reads each of several named values. Throws {@link InvalidValue} with the problems of all of them, each under
 * its name.
 */
function parseEach(entries, read) {
    const values = [];
    const problems = [];
    for (const [name, raw] of entries) {
        try {
            values.push([name, read(raw)]);
        }
        catch (error) {
            if (!(error instanceof InvalidValue))
                throw error;
            problems.push(...error.problems.map((problem) => under(name, problem)));
        }
    }
    if (problems.length > 0)
        throw new InvalidValue(problems);
    return values;
}
/** The problem as one of the thing that has this name. */
function under(name, { path, message }) {
    const joint = path === '' || path.startsWith('[') ? '' : '.';
    return { path: `${name}${joint}${path}`, message };
}
/** Leaves texts as they are. */
const asWritten = (text) => text;

;// CONCATENATED MODULE: ./packages/action-kit/build/inputs/parse.js



/**
 * Reads all inputs of an action. `read` gives the text of an input, undefined when it was not set.
 * Throws one `input` error with the problems of all inputs and rules together.
 */
function parseInputs(table, read, { rules = [], fill = asWritten } = {}) {
    const fields = readFields(table, read, fill);
    const given = new Set(fields.given);
    const failed = new Set(fields.failed);
    // Rules see what could be parsed; the cast only says so to the compiler.
    const values = fields.values;
    const problems = [...fields.problems, ...rules.flatMap((rule) => rule({ given, failed, values }))];
    if (problems.length > 0)
        throw inputError(problems);
    // Without problems every property of the table is there, as readFields put it.
    return fields.values;
}
/** An `input` error that lists all problems, each behind the name of its input. */
function inputError(problems) {
    const lines = problems.map((problem) => `${problem.path}: ${problem.message}`);
    const [only] = lines;
    return new ActionError({
        code: 'input',
        message: lines.length === 1 && only !== undefined
            ? `Input ${only}.`
            : `${lines.length} things are wrong with the inputs:\n${lines.map((line) => `  - ${line}`).join('\n')}`,
        remedy: 'Correct the inputs named above in the workflow. Nothing was changed.',
    });
}
/**
 * Parses one mapping of a nested YAML input by a table, as an action's own inputs are parsed and filled.
 * Throws {@link InvalidValue} with all problems; an unknown key names the nearest known one.
 */
function parseMapping(table, raw, fill = asWritten) {
    if (typeof raw === 'string' || Array.isArray(raw)) {
        throw new InvalidValue([{ path: '', message: `must be a mapping with: ${keysOf(table)}` }]);
    }
    const mapping = raw; // neither text nor list: see Raw
    const known = Object.keys(table);
    const unknown = Object.keys(mapping).filter((key) => !known.includes(key));
    const fields = readFields(table, (name) => mapping[name], fill);
    const problems = [
        ...unknown.map((key) => unknownKey(key, known)),
        ...emptyValues(table, mapping),
        ...fields.problems,
    ];
    if (problems.length > 0)
        throw new InvalidValue(problems);
    // Without problems every property of the table is there, as readFields put it.
    return fields.values;
}
function readFields(table, read, fill) {
    const fields = { values: {}, given: [], failed: [], problems: [] };
    for (const [name, spec] of Object.entries(table)) {
        const raw = read(name);
        if (raw !== undefined && !isEmpty(raw))
            fields.given.push(name);
        try {
            fields.values[camelCase(name)] = readField(spec, raw, spec.isLiteral ? asWritten : fill);
        }
        catch (error) {
            if (!(error instanceof InvalidValue))
                throw error;
            fields.failed.push(name);
            fields.problems.push(...error.problems.map((problem) => under(name, problem)));
        }
    }
    return fields;
}
function readField(spec, raw, fill) {
    if (raw === undefined || isEmpty(raw)) {
        if (spec.required)
            throw new InvalidValue([{ path: '', message: 'is required' }]);
        if (spec.default === undefined)
            return undefined;
        // The runner applies defaults; here only a step that was started by hand comes without them.
        if (raw === undefined)
            return spec.parse(spec.default);
        const leave = `leave it out for the default (${spec.default})`;
        const allowed = spec.allowed ? `; allowed: ${spec.allowed.join(', ')}` : '';
        throw new InvalidValue([{ path: '', message: `is empty: ${leave}${allowed}` }]);
    }
    return spec.parse(raw, fill);
}
function emptyValues(table, mapping) {
    return Object.entries(table).flatMap(([path, { emptyIsWrong }]) => {
        const raw = mapping[path];
        const isWrong = emptyIsWrong !== undefined && raw !== undefined && isEmpty(raw);
        return isWrong ? [{ path, message: emptyIsWrong }] : [];
    });
}
function isEmpty(raw) {
    return typeof raw === 'string' && raw.trim() === '';
}
function unknownKey(key, known) {
    const guess = nearest(key, known);
    const hint = guess === undefined ? `; allowed: ${known.join(', ')}` : ` (did you mean ${guess}?)`;
    return { path: key, message: `is not known${hint}` };
}
function keysOf(table) {
    return Object.keys(table).join(', ');
}
/** `task-definition` as `taskDefinition`: the property that carries the input of that name. */
function camelCase(name) {
    return name.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}

// EXTERNAL MODULE: ./node_modules/.pnpm/shlex@3.0.0/node_modules/shlex/shlex.js
var shlex = __webpack_require__(7211);
;// CONCATENATED MODULE: ./packages/action-kit/build/inputs/duration.js

const duration_form = /^(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/;
const secondsPer = [86_400, 3_600, 60, 1];
/**
 * A length of time in whole seconds: `7d`, `1h30m`, `10m`, `90s` or `0`.
 * A bare number is refused: nobody can tell seconds from minutes in it.
 */
function parseDuration(value, alsoAllowed = '') {
    if (value === '0')
        return 0;
    const match = duration_form.exec(value);
    if (value === '' || match === null) {
        const hint = /^\d{1,9}$/.test(value) ? ' (a number needs its unit)' : '';
        invalid(`is no duration${hint}; allowed: such as 90s, 10m, 1h30m, 7d or 0${alsoAllowed}`);
    }
    const seconds = secondsPer.reduce((sum, unit, i) => sum + unit * Number(match[i + 1] ?? 0), 0);
    return Number.isSafeInteger(seconds) ? seconds : invalid('is longer than can be counted');
}

// EXTERNAL MODULE: ./node_modules/.pnpm/yaml@2.9.1/node_modules/yaml/dist/index.js
var dist = __webpack_require__(8009);
;// CONCATENATED MODULE: ./packages/action-kit/build/inputs/yaml-places.js

/**
 * The problem with its line and column at the end of the message. What is not there has the place of the nearest thing
 * around it that is; without such a thing, or without a path, the problem stays as it is.
 */
function withPlace({ path, message }, { document, lines }) {
    const offset = path === '' ? undefined : findOffset(document, path);
    if (offset === undefined)
        return { path, message };
    const { line, col } = lines.linePos(offset);
    return { path, message: `${message} (line ${line}, column ${col})` };
}
/** Where the thing at the end of a path begins: its key in a mapping, itself in a list. */
function findOffset(document, path) {
    let offset;
    let rest = path;
    let step = takeStep(document, document.contents, rest);
    while (step !== undefined) {
        offset = step.offset ?? offset;
        rest = step.rest;
        step = takeStep(document, step.node, rest);
    }
    return offset;
}
function takeStep(document, at, path) {
    const node = resolved(document, at);
    if ((0,dist/* isSeq */.oP)(node)) {
        const [, index, rest = ''] = /^\[(\d+)\]\.?(.*)$/s.exec(path) ?? [];
        const item = index === undefined ? undefined : node.items[Number(index)];
        return item === undefined ? undefined : { offset: startOf(item), node: item, rest };
    }
    if (!(0,dist/* isMap */.jh)(node))
        return undefined;
    // A key may hold dots and brackets itself: the longest that fits is meant.
    const fitting = node.items
        .map(({ key, value }) => ({ key, value, name: textOf(document, key) }))
        .filter(({ name }) => fits(name, path))
        .toSorted((a, b) => b.name.length - a.name.length);
    const [found] = fitting;
    if (found === undefined)
        return undefined;
    const rest = path.slice(found.name.length).replace(/^\./, '');
    return { offset: startOf(found.key), node: found.value, rest };
}
function fits(name, path) {
    if (name === '' || !path.startsWith(name))
        return false;
    return path === name || /^[.[]/.test(path.slice(name.length));
}
function textOf(document, key) {
    const node = resolved(document, key);
    return (0,dist/* isScalar */.jn)(node) ? String(node.value) : '';
}
function resolved(document, node) {
    return (0,dist/* isAlias */.Vj)(node) ? node.resolve(document) : node;
}
function startOf(node) {
    return (0,dist/* isNode */.Ll)(node) ? node.range?.[0] : undefined;
}

;// CONCATENATED MODULE: ./packages/action-kit/build/inputs/yaml.js



/**
 * The tree of a YAML (or JSON) text in which every scalar stays as it was written: `1.10` is not
 * 1.1, `no` is not false. Throws {@link InvalidValue} with line and column, never with the text.
 */
function parseYaml(source) {
    return parseYamlWith(source, (tree) => tree);
}
/**
 * What `read` makes of the tree of a YAML (or JSON) text, be it an input or a file; see {@link parseYaml}. Problems that
 * `read` throws with a path into the tree are told with line and column.
 */
function parseYamlWith(source, read) {
    const lines = new dist/* LineCounter */.HN();
    // Some editors begin a file with a byte order mark; columns are counted without it.
    const text = source.replace(/^\uFEFF/, '');
    const document = (0,dist/* parseDocument */.Tp)(text, { schema: 'failsafe', lineCounter: lines });
    const tree = rawTreeOf({ document, lines });
    try {
        return read(tree);
    }
    catch (error) {
        if (!(error instanceof InvalidValue))
            throw error;
        throw new InvalidValue(error.problems.map((problem) => withPlace(problem, { document, lines })));
    }
}
function rawTreeOf({ document, lines }) {
    if (document.errors.length > 0) {
        throw new InvalidValue(document.errors.map((error) => toProblem(error, lines)));
    }
    if (hasCollectionKey(document))
        invalid('has a list or a mapping for a key; allowed: text');
    const tree = treeOf(document);
    return isRaw(tree) ? tree : invalid('has keys or values that are neither text, list nor mapping');
}
/**
 * What a document without errors stands for. Throws {@link InvalidValue}, which never repeats the text, for
 * aliases that lead nowhere or make a document huge, and for merges of what is no mapping.
 */
function treeOf(document) {
    try {
        return document.toJS({ maxAliasCount: 100 });
    }
    catch (error) {
        const words = error instanceof Error ? error.message : '';
        const complaint = complaints.find(({ pattern }) => pattern.test(words));
        if (complaint === undefined)
            throw error;
        return invalid(complaint.message);
    }
}
/** What the parser throws only when the tree is made, by its words. */
const complaints = [
    {
        pattern: /^Unresolved alias/,
        message: 'has an alias (*name) whose anchor (&name) does not stand before it',
    },
    {
        pattern: /^Excessive alias count/,
        message: 'has aliases of aliases that would make it huge; write out what they stand for',
    },
    {
        pattern: /^Merge sources must be/,
        message: 'merges (<<) what is no mapping; allowed: an alias of a mapping, or a list of such',
    },
];
/**
 * Whether a key of a mapping is itself a list or a mapping. Nothing here takes such a key, and
 * turning it into JavaScript prints a warning of Node that quotes it.
 */
function hasCollectionKey(document) {
    let found = false;
    (0,dist/* visit */.YR)(document, {
        Pair(_, { key }) {
            const node = (0,dist/* isAlias */.Vj)(key) ? key.resolve(document) : key;
            if (!(0,dist/* isCollection */.P3)(node))
                return undefined;
            found = true;
            return dist/* visit */.YR.BREAK;
        },
    });
    return found;
}
function toProblem(error, lines) {
    const { line, col } = lines.linePos(error.pos[0]);
    const what = error.code.toLowerCase().replaceAll('_', ' ');
    return { path: '', message: `is no valid YAML: ${what} at line ${line}, column ${col}` };
}
function isRaw(value) {
    if (typeof value === 'string')
        return true;
    if (typeof value !== 'object' || value === null)
        return false;
    return Object.values(value).every(isRaw);
}

;// CONCATENATED MODULE: ./packages/action-kit/build/inputs/map.js


/**
 * Reads names with texts in one of three notations. A first character `{` means JSON; a first line
 * with `=` before any space or colon, or one that begins with `!`, means `NAME=VALUE` lines, whose
 * value is everything after the first `=`; anything else is a YAML mapping.
 */
function parseMap(raw) {
    return typeof raw === 'string' ? fromText(raw.replace(byteOrderMark, '')) : fromTree(raw);
}
/** Some editors begin a file with it; it is no part of the first name. */
const byteOrderMark = /^\uFEFF/;
function fromText(source) {
    return readers[notationOf(source)](source);
}
/** How the notations are read. */
const readers = {
    none: () => new Map(),
    json: fromJson,
    lines: fromLines,
    yaml: (source) => fromTree(parseYaml(source)),
};
/** The notation of names with texts, by how it begins; `none` where nothing is written. */
function notationOf(source) {
    if (source.trimStart().startsWith('{'))
        return 'json';
    const lines = source.replace(byteOrderMark, '').split('\n');
    const first = lines.find((line) => line.trim() !== '' && !isComment(line));
    if (first === undefined)
        return 'none';
    return /^\s*(?:!|[^\s:=]+=)/.test(first) ? 'lines' : 'yaml';
}
function fromJson(source) {
    const tree = parseYaml(source);
    let json;
    try {
        json = JSON.parse(source);
    }
    catch {
        return invalid('begins with { and is no valid JSON');
    }
    const nulls = Object.entries(json ?? {}).filter(([, value]) => value === null);
    if (nulls.length > 0) {
        throw new InvalidValue(nulls.map(([path]) => ({ path, message: 'is null; allowed: text' })));
    }
    return fromTree(tree);
}
function fromTree(tree) {
    if (typeof tree === 'string' || Array.isArray(tree)) {
        invalid('is no map; allowed: NAME=VALUE lines, a JSON object, or a YAML mapping');
    }
    const values = new Map();
    const problems = [];
    for (const [name, value] of Object.entries(tree)) {
        if (typeof value === 'string')
            values.set(name, value);
        else
            problems.push({ path: name, message: 'must be text, not a list or a mapping' });
    }
    if (problems.length > 0)
        throw new InvalidValue(problems);
    return values;
}
function fromLines(source) {
    const values = new Map();
    const problems = [];
    for (const [index, line] of source.split('\n').entries()) {
        if (line.trim() === '' || isComment(line))
            continue;
        const [name, value] = splitLine(line);
        if (name === undefined) {
            problems.push({
                path: '',
                message: `has no NAME= in line ${index + 1}; for a value of several lines use JSON or YAML`,
            });
        }
        else if (values.has(name)) {
            problems.push({ path: name, message: `is given twice (again in line ${index + 1})` });
        }
        else
            values.set(name, value);
    }
    if (problems.length > 0)
        throw new InvalidValue(problems);
    return values;
}
function splitLine(line) {
    const removed = /^\s*!(\S+)\s*$/.exec(line);
    if (removed !== null)
        return [removed[1], undefined];
    const assigned = /^\s*([^\s=]+)=([^]*)$/.exec(line.replace(/\r$/, ''));
    return [assigned?.[1], assigned?.[2] ?? ''];
}
function isComment(line) {
    return line.trimStart().startsWith('#');
}

;// CONCATENATED MODULE: ./packages/action-kit/build/inputs/fill.js

/** Fills the values of a map; throws InvalidValue with the problems of all of them. */
function fillEach(values, fill = asWritten) {
    const texts = [...values].flatMap(([name, value]) => value === undefined ? [] : [[name, value]]);
    const filled = new Map(parseEach(texts, fill));
    // Names keep their order, those that are to be removed too.
    return new Map([...values.keys()].map((name) => [name, filled.get(name)]));
}

;// CONCATENATED MODULE: ./packages/action-kit/build/inputs/types.js






/** Any text, without the white space around it. */
function types_text(options) {
    return { ...options, type: 'string', parse: asText };
}
/** `true` or `false`, and nothing else. */
function flag(options) {
    const parse = (raw, fill) => {
        const value = asText(raw, fill);
        if (value !== 'true' && value !== 'false')
            invalid('is neither true nor false');
        return value === 'true';
    };
    return { ...options, type: 'bool', allowed: ['true', 'false'], parse };
}
/** A whole number between `min` (0) and `max`. */
function integer(options) {
    const { min = 0, max = Number.MAX_SAFE_INTEGER } = options;
    const range = options.max === undefined ? `from ${min}` : `from ${min} to ${max}`;
    const parse = (raw, fill) => {
        const value = asText(raw, fill);
        const number = /^-?\d{1,15}$/.test(value)
            ? Number(value)
            : invalid(`is no whole number; allowed: ${range}`);
        return number >= min && number <= max ? number : invalid(`is out of range; allowed: ${range}`);
    };
    return { ...options, type: 'int', parse };
}
/** One word of a closed list. */
function choice(allowed, options) {
    const parse = (raw, fill) => {
        const value = asText(raw, fill);
        const found = allowed.find((word) => word === value);
        if (found !== undefined)
            return found;
        const guess = nearest(value, allowed);
        return invalid(`is not one of: ${allowed.join(', ')}${guess === undefined ? '' : ` (did you mean ${guess}?)`}`);
    };
    return { ...options, type: 'enum', allowed, parse };
}
/** A length of time such as `90s`, `10m` or `1h30m`, in seconds. */
function duration(options) {
    const parse = (raw, fill) => inRange(parseDuration(asText(raw, fill)), options);
    return { ...options, type: 'duration', parse };
}
/** A length of time in seconds, or one word that stands for a length found out later. */
function durationOr(word, options) {
    const parse = (raw, fill) => {
        const value = asText(raw, fill);
        return value === word ? word : inRange(parseDuration(value, `, or ${word}`), options);
    };
    return { ...options, type: `duration or \`${word}\``, parse };
}
function inRange(seconds, { range }) {
    if (range === undefined)
        return seconds;
    const [shortest, longest] = range;
    const fits = seconds >= parseDuration(shortest) && seconds <= parseDuration(longest);
    return fits ? seconds : invalid(`is out of range; allowed: from ${shortest} to ${longest}`);
}
/** Several texts: one a line, separated by commas, or a list in JSON or YAML. */
function list(options) {
    return { ...options, type: 'list', parse: (raw, fill = asWritten) => parseList(raw).map(fill) };
}
function parseList(raw) {
    if (Array.isArray(raw))
        return raw.map((item) => asText(item));
    const source = asText(raw);
    // What toJSON() and YAML write would come apart at its commas and keep its brackets and dashes.
    if (/^\[|^- /.test(source)) {
        const tree = parseYaml(source);
        return Array.isArray(tree) ? parseList(tree) : invalid('is no list');
    }
    const items = source.split(/[\n,]/).map((item) => item.trim());
    return items.filter((item) => item !== '');
}
/** Names with texts: `NAME=VALUE` lines, a JSON object or a YAML mapping. */
function map(options) {
    const parse = (raw, fill) => {
        const values = new Map();
        for (const [name, value] of fillEach(parseMap(raw), fill)) {
            if (value === undefined)
                invalid('cannot be removed here: this input has no `!NAME`', `!${name}`);
            values.set(name, value);
        }
        return values;
    };
    return { ...options, type: 'map', parse };
}
/** Like {@link map}, and `!NAME` removes a name: its value is then undefined. */
function mapEdit(options) {
    return { ...options, type: 'map', parse: (raw, fill) => fillEach(parseMap(raw), fill) };
}
/**
 * YAML (or JSON) of a form of its own; `read` gets the tree, with every scalar as written. It fills each text once that
 * is taken apart: a value of a variable can then never become a second variable, word or key. What `read` finds wrong at
 * a path is told with line and column.
 */
function yaml(options, read) {
    const parse = (raw, fill = asWritten) => typeof raw === 'string' ? parseYamlWith(raw, (tree) => read(tree, fill)) : read(raw, fill);
    return { ...options, type: 'yaml', parse };
}
/** The value as text without the white space around it; a list or a mapping is invalid. */
function asText(raw, fill = asWritten) {
    return typeof raw === 'string'
        ? fill(raw.trim())
        : invalid('must be text, not a list or a mapping');
}

;// CONCATENATED MODULE: ./packages/action-kit/build/inputs/command-line.js




/**
 * A command and its arguments: a list in JSON or YAML, or a line that is split as a POSIX shell would split it. No
 * shell ever runs it: `$`, `;` and `|` are ordinary characters.
 */
function commandLine(options) {
    const parse = (raw, fill = asWritten) => wordsOf(raw).map(fill);
    return { ...options, type: 'list or shell-like line', parse };
}
function wordsOf(raw) {
    if (typeof raw !== 'string')
        return listOf(raw);
    const line = raw.trim();
    if (/^\[|^- /.test(line))
        return listOf(parseYaml(line));
    try {
        return (0,shlex/* split */.lD)(line);
    }
    catch {
        return invalid('has a quote that is not closed, or ends with a backslash');
    }
}
/** Every word as it was written: an empty one, and one of white space, may mean something. */
function listOf(tree) {
    if (!isList(tree))
        return invalid('must be a list of words, or a line');
    return tree.map((word) => (typeof word === 'string' ? word : asText(word)));
}

;// CONCATENATED MODULE: ./packages/action-kit/build/inputs/variables/fill-with.js


/** Puts variables in the place of `${name}`; `$${` stands for `${` itself. */
function fillWith({ texts, groups }) {
    const valueOf = (name) => {
        const value = texts.get(name);
        if (value !== undefined)
            return value;
        const parts = groups.get(name);
        if (parts === undefined)
            return invalid(unknownName(name, [...texts.keys()]));
        return invalid(`has \${${name}}, which is no text; allowed: ${listed(parts)}`);
    };
    return (text) => text.replaceAll(/\$\$\{|\$\{([^{}]*)\}/g, (match, name) => name === undefined ? match.slice(1) : valueOf(name.trim()));
}
function unknownName(name, known) {
    const guess = nearest(name, known);
    const meant = guess === undefined ? '' : ` (did you mean ${guess}?)`;
    return `has \${${name}}, which neither variables nor terraform-outputs give${meant}; known: ${listed(known)}. For the text itself write $\${${name}}`;
}
function listed(names) {
    return names.length === 0 ? 'none' : names.join(', ');
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./packages/action-kit/build/inputs/variables/terraform-outputs.js

/**
 * Reads what `terraform output -json` prints. Throws {@link InvalidValue}, which never repeats the text.
 * https://developer.hashicorp.com/terraform/cli/commands/output
 */
function parseTerraformOutputs(text) {
    const tree = parseJson(text);
    if (!isMapping(tree))
        return invalid(`holds no mapping of outputs${howTo}`);
    return Object.entries(tree).map(([name, output]) => {
        if (!isMapping(output) || !('value' in output)) {
            throw new InvalidValue([{ path: name, message: `has no "value"${howTo}` }]);
        }
        return { name, isSensitive: output['sensitive'] === true, value: output['value'] };
    });
}
const howTo = ': write it with `terraform output -json > FILE`, for all outputs at once, and with `terraform_wrapper: false` where hashicorp/setup-terraform installs Terraform';
function parseJson(text) {
    try {
        return JSON.parse(text.replace(/^\uFEFF/, ''));
    }
    catch {
        return invalid(`is no JSON${howTo}`);
    }
}
function isMapping(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./packages/action-kit/build/inputs/variables/read-variables.js





/** The two inputs that give variables, for the table of every action that has them. */
const variableInputs = {
    variables: map({
        isLiteral: true,
        description: 'Values for `${name}` in the other inputs and in the definition, `name=value` a line. `$${` stands for `${` itself; an unknown name is an error. Without this input and `terraform-outputs`, `${` has no meaning.',
    }),
    'terraform-outputs': types_text({
        isLiteral: true,
        description: 'Path of what `terraform output -json` printed: gives `${tf.name}`, and `${tf.name.key}` for a part of an output that is an object or a list. Sensitive outputs are masked.',
    }),
};
/**
 * Reads the variables that the inputs give, and masks those that Terraform calls sensitive. Undefined
 * where neither input is given, or where they are wrong by themselves: parsing all inputs says so then.
 * Throws an `input` error for a file that cannot be used.
 */
async function readVariables(host) {
    const { variables, terraformOutputs } = {
        variables: host.readInput('variables')?.trim() ?? '',
        terraformOutputs: host.readInput('terraform-outputs')?.trim() ?? '',
    };
    if (variables === '' && terraformOutputs === '')
        return undefined;
    try {
        const texts = new Map(variableInputs.variables.parse(variables));
        const groups = new Map();
        if (terraformOutputs !== '') {
            await addTerraformOutputs(terraformOutputs, { texts, groups, host });
        }
        return { texts, groups };
    }
    catch (error) {
        if (error instanceof InvalidValue)
            return undefined;
        throw error;
    }
}
async function addTerraformOutputs(path, collected) {
    for (const { name, isSensitive, value } of await readOutputs(path)) {
        addPart(`tf.${name}`, value, { ...collected, isSensitive });
    }
}
function addPart(name, value, to) {
    // Terraform leaves out outputs that are null; a part that is null stands for no text either.
    if (value === null)
        return;
    if (typeof value === 'object') {
        const parts = Object.entries(value);
        to.groups.set(name, parts.map(([key]) => `${name}.${key}`));
        for (const [key, part] of parts)
            addPart(`${name}.${key}`, part, to);
        return;
    }
    const leaf = typeof value === 'string' ? value : JSON.stringify(value);
    to.texts.set(name, leaf);
    if (to.isSensitive)
        to.host.mask(leaf);
}
async function readOutputs(path) {
    const problem = (message, at = '') => ({
        path: 'terraform-outputs',
        message: `the file ${path}${at === '' ? '' : ` at ${at}`} ${message}`,
    });
    let source;
    try {
        source = await (0,promises_.readFile)(path, 'utf8');
    }
    catch (error) {
        const reason = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
        throw inputError([problem(`cannot be read${reason}`)]);
    }
    try {
        return parseTerraformOutputs(source);
    }
    catch (error) {
        if (!(error instanceof InvalidValue))
            throw error;
        throw inputError(error.problems.map(({ path: at, message }) => problem(message, at)));
    }
}

;// CONCATENATED MODULE: ./packages/action-kit/build/inputs/variables/index.js



;// CONCATENATED MODULE: ./packages/action-kit/build/inputs/index.js









// EXTERNAL MODULE: ./node_modules/.pnpm/@actions+core@3.0.1_patch_hash=06a25f6228d4672c45384547bac6c48992b28e43a7b4e306d29b073d1d6b338a/node_modules/@actions/core/lib/core.js + 3 modules
var core = __webpack_require__(5311);
;// CONCATENATED MODULE: ./packages/action-kit/build/job-variables.js


/**
 * What is wrong with the name of a variable that later steps are to find in their environment; undefined when nothing
 * is. GitHub takes neither its own variables nor NODE_OPTIONS from a step, and its file of variables is read as
 * `NAME=VALUE` where a name holds `=`.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#setting-an-environment-variable
 */
function variableNameProblem(name) {
    if (!/^[^\s=<>"'\p{Cc}]+$/u.test(name)) {
        return 'is empty, or holds white space, quotes, =, < or >';
    }
    if (/^(GITHUB|RUNNER)_/i.test(name) || /^NODE_OPTIONS$/i.test(name)) {
        return 'is kept by GitHub for itself';
    }
    return undefined;
}
/**
 * Hands a variable to the later steps of the job, and to nothing else: this process and the programs that it starts do
 * not get it. Throws an `input` error for a name that GitHub does not take, and outside of GitHub Actions, where the
 * toolkit would print the value.
 */
function exportVariable(name, value) {
    const problem = variableNameProblem(name);
    if (problem !== undefined) {
        throw new ActionError({
            code: 'input',
            message: `The variable ${JSON.stringify(name)} cannot be handed to later steps: its name ${problem}.`,
            remedy: 'Export the value under another name.',
        });
    }
    requireFile('GITHUB_ENV');
    const before = process.env[name];
    try {
        core/* exportVariable */.dN(name, value);
    }
    finally {
        if (before === undefined)
            delete process.env[name];
        else
            process.env[name] = before;
    }
}
/**
 * Keeps a text for the post part of this step, which finds it as `STATE_<name>`. Never a secret: the runner keeps it in
 * plain sight. Throws an `input` error outside of GitHub Actions.
 */
function saveState(name, value) {
    requireFile('GITHUB_STATE');
    core/* saveState */.LZ(name, value);
}
/** Without the runner's file, the toolkit would print the value as a workflow command of the old kind. */
function requireFile(variable) {
    if (process.env[variable])
        return;
    throw new ActionError({
        code: 'input',
        message: `${variable} is not set, so nothing can be handed to what comes after this step.`,
        remedy: 'Run the action in a job of GitHub Actions, whose runner sets it.',
    });
}

;// CONCATENATED MODULE: ./packages/action-kit/build/masking/exact-json.js
/** Node 24 has these parts of JSON; the compiler does not know them yet. */
const { rawJSON, isRawJSON } = JSON;
/**
 * What a JSON text stands for, in which each number is an object that JSON writes as it stood; undefined for a text that is no
 * JSON. A number as JavaScript has it would lose digits beyond the fifteenth, and `1.0` its zero.
 */
function parseExactJson(text) {
    try {
        return JSON.parse(text, keepDigits);
    }
    catch {
        return undefined;
    }
}
function keepDigits(_key, value, context) {
    const source = context?.source;
    return typeof value === 'number' && source !== undefined ? rawJSON(source) : value;
}
/** A number of {@link parseExactJson} as it stood in the text; undefined for anything else. */
function digitsOf(value) {
    return isRawJSON(value) ? value.rawJSON : undefined;
}

;// CONCATENATED MODULE: ./packages/action-kit/build/masking/mask-secret.js

/**
 * Hides a value that is known to be secret, in every form in which it may be printed (see `Masker`); of one that is a JSON
 * document, each text in it as well. Ordinary values, and what is a part of one of the `publicNames`, stay readable.
 */
function maskSecret(host, value, publicNames = []) {
    for (const text of [value, ...textsIn(mask_secret_parseJson(value))])
        host.mask(text, publicNames);
}
/**
 * Hides a JSON object as it is stored: the whole, as it stands and without white space, and the values of its keys that
 * are no settings, as {@link maskSecret} does. Its lines by themselves stay readable, since some hold settings. A text
 * that is no JSON object is one secret.
 */
function maskDocument(host, text, { publicNames = [], isConfig = () => false } = {}) {
    const tree = mask_secret_parseJson(text);
    if (typeof tree !== 'object' || tree === null || Array.isArray(tree)) {
        return maskSecret(host, text, publicNames);
    }
    const secrets = Object.entries(tree).flatMap(([key, value]) => isConfig(key) ? [] : textsIn(value));
    const wholes = secrets.length === 0 ? [] : [text.trim(), JSON.stringify(tree)];
    for (const one of [...wholes.filter((whole) => !/[\r\n]/.test(whole)), ...secrets]) {
        host.mask(one, publicNames);
    }
}
/** All texts and numbers in a tree, and those in JSON that is a text of it. */
function textsIn(tree) {
    if (typeof tree === 'string')
        return [tree, ...textsIn(mask_secret_parseJson(tree))];
    const digits = digitsOf(tree);
    if (digits !== undefined)
        return [digits];
    return typeof tree === 'object' && tree !== null ? Object.values(tree).flatMap(textsIn) : [];
}
/** What a text stands for that is a JSON object or list; undefined for any other. */
function mask_secret_parseJson(text) {
    return /^\s*[{[]/.test(text) ? parseExactJson(text) : undefined;
}

;// CONCATENATED MODULE: ./packages/action-kit/build/summary/markdown.js
/** Text for a place in Markdown where no markup, HTML, mention or table border may come from it. */
function escapeMarkdown(text) {
    return text
        .replace(/[\\`*_[\]<>|~$#]/g, '\\$&')
        .replaceAll('@', '&#64;')
        .replace(/\s*\n\s*/g, '<br>');
}
/** Text as inline code, whatever characters it has. */
function code(text) {
    const line = text.replace(/\s+/g, ' ');
    // A bar would end a table's cell, also inside a code span.
    if (line.includes('|') || line.trim() === '')
        return `<code>${escapeMarkdown(line)}</code>`;
    const fence = '`'.repeat(longestRun(line) + 1);
    const space = /^`|`$/.test(line) ? ' ' : '';
    return `${fence}${space}${line}${space}${fence}`;
}
/** The length of the longest run of backticks. */
function longestRun(text) {
    return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}
/** A link whose text is escaped; the address must be one of ours. */
function markdown_link(text, url) {
    return `[${escapeMarkdown(text)}](${url.replace(/[()\s]/g, percentEncoded)})`;
}
/** Round brackets would end a link's address; encodeURIComponent leaves them alone. */
function percentEncoded(character) {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
/** Lines as they were printed, in a block that they cannot end. */
function codeBlock(lines, language = 'text') {
    const body = lines.join('\n');
    const fence = '`'.repeat(Math.max(2, longestRun(body)) + 1);
    return `${fence}${language}\n${body}\n${fence}`;
}
/** A table; the cells are Markdown already. Empty when there are no rows. */
function table(header, rows) {
    if (rows.length === 0)
        return '';
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}
/** The parts that are not empty, each a paragraph of its own. */
function paragraphs(...parts) {
    return `${parts.filter((part) => part).join('\n\n')}\n`;
}

;// CONCATENATED MODULE: ./packages/action-kit/build/summary/flowchart.js

/** A Mermaid flowchart from left to right; things of the same text are one. Empty without arrows. */
function flowchart(arrows) {
    if (arrows.length === 0)
        return '';
    const nodes = [...new Set(arrows.flatMap(({ from, to }) => [from, to]))];
    const id = (text) => `n${nodes.indexOf(text)}`;
    return codeBlock([
        'flowchart LR',
        ...nodes.map((text) => `  ${id(text)}["${mermaidLabel(text)}"]`),
        ...arrows.map(({ from, to, label }) => {
            const words = label === undefined ? '' : `|"${mermaidLabel(label)}"|`;
            return `  ${id(from)} -->${words} ${id(to)}`;
        }),
    ], 'mermaid');
}
/** Text for inside the double quotes of a Mermaid label, which knows character codes only. */
function mermaidLabel(text) {
    return text
        .replace(/\s+/g, ' ')
        .replace(/["#<>`\\[\]{}|]/g, (character) => `#${character.charCodeAt(0)};`);
}

;// CONCATENATED MODULE: ./packages/action-kit/build/masking/forms.js


/**
 * A text as programs print it within something else: as it is, in JSON (also in JSON within JSON, as Go and as Python write
 * it), in an address, in a line for a shell, and in a summary of ours.
 */
function writtenForms(text) {
    const json = inJson(text);
    const forms = [
        ...[text, json, inJson(json), htmlSafe(json), asciiOnly(json)],
        ...inAddresses(text),
        text.replaceAll("'", String.raw `'\''`),
        ...[text, json].flatMap(inSummary),
    ];
    return [...new Set(forms)];
}
/** Inline code has no line ends, and the labels of a picture have codes. */
function inSummary(text) {
    const line = text.replace(/\s+/g, ' ');
    return [escapeMarkdown(text), line, escapeMarkdown(line), mermaidLabel(text)];
}
function inJson(text) {
    return JSON.stringify(text).slice(1, -1);
}
/** Go writes `<`, `>` and `&` as codes, for pages that have JSON in them. */
function htmlSafe(json) {
    return json.replace(/[<>&]/g, codeUnit);
}
/** Python writes all but ASCII as codes. */
function asciiOnly(json) {
    return json.replace(/[\u0080-\uFFFF]/g, codeUnit);
}
function codeUnit(character) {
    return String.raw `\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
/** Half of a surrogate pair can be written in JSON, and in no address. */
function inAddresses(text) {
    if (!text.isWellFormed())
        return [];
    const component = encodeURIComponent(text);
    const strict = component.replace(/[!'()*]/g, forms_percentEncoded);
    const form = new URLSearchParams({ '': text }).toString().slice(1);
    const user = new URL('http://host');
    user.password = text;
    const encoded = [
        ...[component, strict, form, encodeURI(text), user.password],
        ...[component, strict].map((each) => each.replaceAll('%20', '+')),
    ];
    return encoded.flatMap((each) => [each, each.replace(/%[\dA-F]{2}/g, inLowerCase)]);
}
function forms_percentEncoded(character) {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
function inLowerCase(encoded) {
    return encoded.toLowerCase();
}
/**
 * A text in base64, by both alphabets: whole (with and without padding, and with a line end behind it, as `echo` puts
 * there), and inside of something longer, wherever it begins there.
 */
function base64Forms(text) {
    const whole = [text, `${text}\n`].map((each) => Buffer.from(each).toString('base64'));
    const forms = [
        ...whole.flatMap((each) => [each, each.replace(/=+$/, '')]),
        ...[0, 1, 2].map((offset) => innerBase64(Buffer.from(text), offset)),
    ];
    return [...new Set(forms.flatMap((each) => [each, urlSafe(each)]))];
}
/** What does not change in the base64 of a longer text, in which so many bytes (modulo 3) go before. */
function innerBase64(bytes, offset) {
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
    const length = offset + bytes.length;
    return encoded.slice(Math.ceil((offset * 8) / 6), Math.floor((length * 8) / 6));
}
function urlSafe(encoded) {
    return encoded.replaceAll('+', '-').replaceAll('/', '_');
}

;// CONCATENATED MODULE: ./packages/action-kit/build/masking/ordinary-words.js
/** Where an application runs. */
const environments = 'develop development docker integration kubernetes localhost preprod preproduction preview production release sandbox staging testing';
/** How much it says, in which form. */
const logging = 'critical debugging disabled enabled errors logging notice pretty structured verbose warning warnings';
/** What settings are set to. */
const settings = 'active always anonymous automatic bearer cookie create default delete dynamic enable disable external filesystem ignore inactive inherit internal lenient manual memory native nothing online optional prefer private public readonly readwrite replace required require static strict undefined unknown unlimited update verify-ca verify-full';
/** What applications are made of and talk to. */
const technology = 'amazon angular anthropic asyncpg bedrock celery chrome cloudflare cloudfront cloudwatch cognito datadog django dynamodb ed25519 elasticsearch express fargate fastapi firefox flashrank gemini github gitlab google gunicorn lambda laravel mailgun mariadb memcached microsoft mistral mongodb nextjs nodejs ollama openai opensearch oracle postgres postgresql psycopg psycopg2 pydantic python rabbitmq rediss sendgrid sentry sidekiq sqlalchemy sqlite stripe temporal terraform twilio ubuntu uvicorn valkey vercel windows';
/** What stands where a secret will be one day, and the passwords of countless examples. */
const placeholders = 'administrator admin123 changeit changeme change-me change_me example foobar hunter2 letmein missing passwd password password1 password123 passw0rd placeholder qwerty replace-me replaceme replace_me secret secret123 secrets sample simple testtest username welcome your-api-key your_api_key yourpassword';
/** What every log of a deployment is full of. */
const deployments = 'account action actions application backend bucket builder changed client cluster commit config connection container containers credentials database deploy deployed deployment deployments description digest domain endpoint environment failed failure frontend gateway health healthy hostname images instance latest manager master migrate migration migrations module network number object origin outcome output package parameter platform policy process project provider region registry remote repository request resource response result rollback rolled-back rolling runner running schema scheduler server service services session settings status storage string success succeeded summary system target task-definition tenant timeout traffic unchanged unhealthy update updated values variable version volume webhook worker workers workflow workspace';
/**
 * Everybody's words, so nobody's secret: hiding one would turn a log into `***`, and tell its reader the secret by that.
 * In lower case, of six characters or more: what is shorter is never hidden anyway.
 */
const ordinaryWords = new Set([environments, logging, settings, technology, placeholders, deployments].flatMap((words) => words.split(' ')));
/** What paths of everybody's addresses are made of, besides these words; in lower case. */
const ordinarySegments = new Set([
    'admin api app auth chat dashboard db dev docs en files graphql home img index.html public users',
    'health healthz live livez metrics ping ready readyz readiness status up',
    'callback connect login logout oauth oauth2 realms register signin signup token',
    'billing checkout mcp rest rpc sse test v1beta webhooks ws',
].flatMap((segments) => segments.split(' ')));

;// CONCATENATED MODULE: ./packages/action-kit/build/masking/ordinary.js

/** Fewer characters than these appear everywhere by chance: nothing that short is ever hidden. */
const shortestSecret = 6;
/**
 * Whether a text is too common to be anybody's secret, or to be hidden without ruining the log: shorter than
 * {@link shortestSecret}, a well-known word, a region of AWS, a number of up to 12 digits (an account id has 12, and job outputs
 * that hold a masked one are dropped), a version, a time, a host, an address with no path but everybody's, an ARN, the first or last
 * line of a PEM file, or the same character all over. So is a list of such, with commas between them.
 */
function isOrdinary(text) {
    const whole = text.trim();
    return (whole.length < shortestSecret ||
        isMonotonous(whole) ||
        whole.split(/\s*[,;]\s*/).every(isOrdinaryItem));
}
/** One character all over, or a line that somebody drew. */
function isMonotonous(text) {
    const characters = new Set(text).size;
    return characters === 1 || (characters <= 3 && /^[^\p{L}\p{N}]+$/u.test(text));
}
function isOrdinaryItem(item) {
    return (ordinaryWords.has(item.toLowerCase()) ||
        patterns.some((pattern) => pattern.test(item)) ||
        isPlainAddress(item));
}
/** Ends of host names: a passphrase with dots between its words has none of them. */
const topLevelDomains = 'ai|app|at|au|br|ca|ch|cloud|cn|co|com|de|dev|edu|es|eu|example|fr|gov|in|info|internal|invalid|io|it|jp|local|localdomain|localhost|me|net|nl|org|pl|run|se|sh|site|svc|tech|test|uk|us|xyz';
const patterns = [
    // Regions and availability zones.
    /^(?:af|ap|ca|cn|eu|il|me|mx|sa|us)-(?:(?:gov|iso[a-z]?)-)?(?:north|south|east|west|central){1,2}-\d[a-z]?$/i,
    // Numbers, with a unit of time or size, and decimal ones.
    /^[+-]?\d{1,12}(?:ms|s|m|min|h|d|k|kb|kib|m|mb|mib|g|gb|gib|%)?$/i,
    /^[+-]?\d{1,6}[.,_]\d{1,6}$/,
    // Versions, addresses of IP with a port or a prefix, dates and times.
    /^v?\d{1,5}(?:\.\d{1,5}){1,3}(?:\/\d{1,2}|:\d{1,5})?$/i,
    /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/,
    /^arn:aws[\w-]*:[^\s:]+:\S*$/,
    /^-{5}(?:BEGIN|END) [A-Z\d ]+-{5}$/,
    new RegExp(`^(?:(?!-)[a-z\\d-]{1,40}\\.)*(?:localhost|(?!-)[a-z\\d-]{1,40}\\.(?:${topLevelDomains}))(?::\\d{1,5})?/?$`),
];
/** Schema, host and path of an address; none for one with a user, a query or a fragment. */
const address = /^(?:[a-z][a-z\d+.-]*:)+\/\/([^/?#\s@]*)(\/[^?#\s@]*)?$/i;
/** An address of which no part could let somebody in: a path that nobody else knows is as good as a password. */
function isPlainAddress(item) {
    const [, host = '', path = ''] = address.exec(item) ?? [];
    return (host !== '' &&
        !host.split('.').some(isTokenLike) &&
        path.split('/').every((segment) => segment === '' || isOrdinarySegment(segment)));
}
/** Numbers are versions, and databases of a server. */
function isOrdinarySegment(segment) {
    const word = segment.toLowerCase();
    return ordinarySegments.has(word) || ordinaryWords.has(word) || /^v?\d{1,2}$/.test(word);
}
/** Sixteen characters with digits among letters, or so many that nobody would write them by hand. */
function isTokenLike(segment) {
    if (segment.length >= 32)
        return true;
    return segment.length >= 16 && /\d/.test(segment) && /[a-z]/i.test(segment);
}

;// CONCATENATED MODULE: ./packages/action-kit/build/masking/secret-name.js
/** Build tools put variables with these prefixes into what every browser gets, when they build it. */
const publicPrefix = /^(next_public|nuxt_public|expo_public|react_app|gatsby|public|vite)_/i;
const secretWords = 'password|passwd|passphrase|pass|pwd|pw|secret|token|credentials?|auth|authorization';
const keyKinds = 'access|account|api|app|auth|cookie|crypt|encryption|hmac|jwt|license|master|private|secret|session|shared|signing|storage|webhook';
/** Only the end of a name tells: TOKEN_TTL and SECRET_NAME hold no secret. PASSWORD_1 is one. */
const secretName = new RegExp(`(?:(?:^|_)(?:${secretWords}|(?:${keyKinds})_?key)|password|passwd|secret|token)(?:_?\\d+)?$`);
/** Whether what is called so holds, by its name, what belongs into a secret. */
function isSecretName(name) {
    const words = name
        .replace(/([a-z\d])([A-Z])/g, '$1_$2')
        .replace(/[-.]/g, '_')
        .toLowerCase();
    // PWD and OLDPWD are the shell's working directories.
    return secretName.test(words) && !publicPrefix.test(words) && !/^(old)?pwd$/.test(words);
}

;// CONCATENATED MODULE: ./packages/action-kit/build/masking/secret-parts.js

/**
 * The passwords and keys inside of a text: in the user part of a URL (also one of several hosts), after a name that speaks of
 * a secret (in a connection string, JSON, an option of a command, an assignment of a shell), and in a header. Each
 * comes as it is written, decoded, and encoded as a URL has it, since drivers print any of these.
 */
function secretPartsOf(text) {
    const parts = [...urlPasswords(text), ...namedSecrets(text), ...headerSecrets(text)];
    return [...new Set(parts.flatMap(formsOf))];
}
/**
 * By a regular expression on the text as it is: URL parsers refuse several hosts, and encode what the
 * application reads raw. The user part ends at the last @ before the path.
 */
function urlPasswords(text) {
    return [...text.matchAll(/[a-z][a-z\d+.-]{0,30}:\/\/([^/?#\s]*)@/gi)].flatMap(([, userPart = '']) => {
        const colon = userPart.indexOf(':');
        return colon < 0 ? [] : [userPart.slice(colon + 1)];
    });
}
/** `NAME=`, `--name=`, `name: `, `"name":`; what follows is looked at by itself, since names stand in values too. */
const nameAndSign = /(?<![\w.-])([\w.-]+)(?:["']?\s*=\s*|["']\s*:\s*|:\s+)/g;
const namedValue = /"((?:[^"\\]|\\.)*)"|'([^']*)'|([^;&\s]+)/y;
/** `Server=db;Password=…;`, `host=db password=…`, `jdbc:…?password=…`, `--api-key=…`, `{"token":"…"}`. */
function namedSecrets(text) {
    return [...text.matchAll(nameAndSign)].flatMap((match) => {
        const [all, name = ''] = match;
        if (!isSecretName(name) && !connectionName.test(name))
            return [];
        namedValue.lastIndex = match.index + all.length;
        const [, double, single, bare = ''] = namedValue.exec(text) ?? [];
        const quoted = double ?? single;
        const values = quoted === undefined ? bareValues(bare) : [quoted];
        return values.filter((value) => !isNoSecret(value));
    });
}
/** Names that speak of secrets in the connection strings of Microsoft only: elsewhere PWD is a directory. */
const connectionName = /^-*(?:pwd|accountkey|sharedaccesskey|sharedaccesssignature)$/i;
/** Where nothing says how far a value goes, it may end at a comma, a quote or a bracket, or have them in it. */
function bareValues(bare) {
    return [bare, /^[^,"'`)}\]|]*/.exec(bare)?.[0] ?? ''];
}
/** `Authorization: Bearer …`, with or without the name. */
function headerSecrets(text) {
    return [...text.matchAll(/\b(?:Bearer|Basic) +([\w.~+/=-]{4,})/gi)].flatMap(([, value = '']) => value);
}
/** A reference to a variable of the shell, and a path (of a file with the secret, say), are none. */
function isNoSecret(value) {
    return (value === '' ||
        /^\$(?:[A-Z_][A-Z\d_]*|\{[^}]*\}|\(.*)$/.test(value) ||
        (/^\.{0,2}\/[\w./-]*$/.test(value) && !isOpaque(value)));
}
/** Sixteen characters in a row, with digits among the letters: nobody would write that by hand. */
function isOpaque(value) {
    const runs = value.match(/[A-Za-z0-9+_~-]{16,}/g) ?? [];
    return runs.some((run) => /\d/.test(run) && /[A-Za-z]/.test(run));
}
function formsOf(raw) {
    const decoded = decode(raw);
    // Half of a surrogate pair can be written in JSON, and in no URL.
    if (!decoded.isWellFormed())
        return [raw, decoded];
    return [raw, decoded, encodeURIComponent(decoded), encodeURI(decoded)];
}
function decode(raw) {
    try {
        return decodeURIComponent(raw);
    }
    catch {
        return raw;
    }
}

;// CONCATENATED MODULE: ./packages/action-kit/build/masking/parts-of-secret.js


/**
 * What of a secret may be printed by itself: its lines, the passwords in connection strings of any kind (`redis://:pw@host`,
 * several hosts, `Password=…;`), and in addresses what looks like a token.
 */
function partsOfSecret(secret) {
    const whole = secret.trim();
    const lines = whole.split(/\r\n|\r|\n/).map((line) => line.trim());
    const passwords = [...secretPartsOf(whole), ...oddPasswords(whole), ...tokensInAddresses(whole)];
    return { wholes: [whole, ...passwords], lines: lines.length > 1 ? lines : [] };
}
/** Drivers of databases take `/`, `?` and `#` in a password as they are; in an address of the web they end the host. */
function oddPasswords(text) {
    const connections = text.matchAll(/(?<![\w+.-])(?!https?:|wss?:)[a-z][\w+.-]*:\/\/[^\s:@/]*:([^\s@]+)@/gi);
    return [...connections].flatMap(([, password = '']) => password);
}
/** A user without a password, a part of the path and a value of the query may each be what lets somebody in. */
function tokensInAddresses(text) {
    return [...text.matchAll(/:\/\/([^/?#\s"']*)([^\s"']*)/g)].flatMap(([, authority = '', rest = '']) => {
        const user = authority.includes('@') ? (authority.split(/[:@]/, 1)[0] ?? '') : '';
        return [user, ...rest.split(/[/?#&=,;]/)].filter(isTokenLike);
    });
}

;// CONCATENATED MODULE: ./packages/action-kit/build/masking/masker.js



/** Fewer characters appear everywhere by chance: a guess, or a line of a secret, that is shorter is none. */
const shortestGuess = 8;
/**
 * Whether a value that was only guessed to be secret may be hidden: it is longer than one that is known to be, and
 * neither ordinary (see `isOrdinary`) nor a part of one of the `publicNames`, which the log has to name (family, cluster, service).
 */
function mayHideGuess(value, publicNames) {
    return value.length >= shortestGuess && mayHide(value, publicNames);
}
function mayHide(value, publicNames) {
    const word = value.toLowerCase();
    return !isOrdinary(value) && !publicNames.some((name) => name.toLowerCase().includes(word));
}
/**
 * Remembers values that may not be shown, and hides them in text. GitHub hides masked values in the
 * log only; summaries, outputs and error texts pass through here as well.
 *
 * Of a value that is given to it these are hidden: the whole from `shortestSecret` characters on, each of its lines from
 * `shortestGuess` on, and the passwords and tokens in it (see `partsOfSecret`); each as programs print it: as it is, in
 * JSON, in an address, in a line for a shell, in Markdown, and the whole and the passwords also in base64. None of it is hidden
 * where it is ordinary, or a part of a name that the log has to name.
 */
class Masker {
    /** All that is hidden, by how it begins: a long text is gone through once, however many there are. */
    #hidden = new Map();
    /**
     * Takes a value, and names that stay readable. Gives what is new to GitHub's runner, which hides every line of what it is given:
     * so each is one line, and none is empty, short or ordinary.
     */
    add(value, publicNames = []) {
        const { wholes, lines } = partsOfSecret(value);
        const forms = [
            ...wholes
                .filter((whole) => mayHide(whole, publicNames))
                .flatMap((whole) => [...writtenForms(whole), ...base64Forms(whole)]),
            ...lines.filter((line) => mayHideGuess(line, publicNames)).flatMap(writtenForms),
        ];
        const added = forms.filter((form) => !isOrdinary(form) && this.#remember(form));
        return added.filter((form) => !/[\r\n]/.test(form));
    }
    #remember(form) {
        const beginning = form.slice(0, shortestSecret);
        const alike = this.#hidden.get(beginning) ?? new Set();
        const isNew = !alike.has(form);
        this.#hidden.set(beginning, alike.add(form));
        return isNew;
    }
    /** The text with every masked value replaced by `***`; values that overlap by one. */
    hide(text) {
        return replaceSpans(text, [...this.#spansIn(text)]);
    }
    /**
     * The same for an output; in one that is data not inside of a longer path, name or ARN: a next step
     * needs `/tmp/sandbox-api.json` as it is, and no such output of this suite is made from a secret.
     */
    hideInOutput(text, kind = 'data') {
        if (kind === 'prose')
            return this.hide(text);
        const spans = [...this.#spansIn(text)].filter((span) => !isInIdentifier(text, span));
        return replaceSpans(text, spans);
    }
    *#spansIn(text) {
        if (this.#hidden.size === 0)
            return;
        for (let start = 0; start <= text.length - shortestSecret; start += 1) {
            const alike = this.#hidden.get(text.slice(start, start + shortestSecret));
            for (const form of alike ?? []) {
                if (text.startsWith(form, start))
                    yield { start, end: start + form.length };
            }
        }
    }
}
/** The text with `***` for each span; spans that overlap are one. They come in the order of their beginnings. */
function replaceSpans(text, spans) {
    const parts = [];
    let shownFrom = 0;
    for (const { start, end } of spans) {
        if (start >= shownFrom)
            parts.push(text.slice(shownFrom, start), '***');
        shownFrom = Math.max(shownFrom, end);
    }
    return [...parts, text.slice(shownFrom)].join('');
}
/** Whether what stands around a match goes on as a path, a name, an image or an ARN does. */
function isInIdentifier(text, { start, end }) {
    // In JSON, the n of \n belongs to no word.
    const head = text.slice(Math.max(0, start - 4), start).replace(/\\[a-z"\\]$/, ' ');
    return /[\w/-]$|[\w/-][.:@]$/.test(head) || /^[\w/-]|^[.:@][\w/-]/.test(text.slice(end, end + 2));
}

;// CONCATENATED MODULE: ./packages/action-kit/build/masking/index.js







;// CONCATENATED MODULE: ./packages/action-kit/build/summary/limit.js
/** GitHub takes 1 MiB a step and drops the whole summary beyond it; a little room is left. */
const maximumSummaryBytes = 1_000_000;
/** The Markdown cut to what GitHub accepts, with a word about it where something was cut. */
function limitSummary(markdown) {
    const bytes = Buffer.from(markdown);
    if (bytes.byteLength <= maximumSummaryBytes)
        return markdown;
    const kept = bytes
        .subarray(0, maximumSummaryBytes)
        .toString('utf8')
        .replace(/\uFFFD$/, '');
    return ended(kept, 'The summary is longer than GitHub shows; the log has the rest.');
}
/** The Markdown cut to so many characters, with a word about it where something was cut. */
function limitComment(markdown, maximumCharacters) {
    if (markdown.length <= maximumCharacters)
        return markdown;
    const note = 'This is longer than GitHub takes for a comment; the summary of the job has the rest.';
    const room = maximumCharacters - ended('', note).length - longestFence;
    const kept = markdown.slice(0, room);
    return ended(kept.slice(0, kept.lastIndexOf('\n') + 1 || room), note);
}
/** Room for the end of a block of code, with its line end. */
const longestFence = 32;
/** What was kept of a text, with the block of code ended that it may end in. */
function ended(kept, note) {
    const fence = openFence(kept);
    return `${kept}${fence === '' ? '' : `\n${fence}`}\n\n_${note}_\n`;
}
/** The fence of the block of code that is still open at the end of the text; empty where none is. */
function openFence(markdown) {
    let open = '';
    for (const line of markdown.split('\n')) {
        const [fence = ''] = /^`{3,}/.exec(line) ?? [];
        if (open === '')
            open = fence;
        else if (fence.length >= open.length && line.trim() === fence)
            open = '';
    }
    return open;
}

;// CONCATENATED MODULE: ./packages/action-kit/build/pull-request/comment-body.js


/** GitHub refuses longer ones. */
const maximumCharacters = 65_536;
/** How a comment of ours begins, which nobody sees: by it the next run finds what to bring up to date. */
function marker(action, target) {
    return `<!-- deploy-actions: ${action} ${encodeURIComponent(target.toWellFormed())} -->`;
}
/** The text of a comment: the hidden marker, the Markdown as far as GitHub takes it, and the run that it is of. */
function commentBody(beginning, markdown, run) {
    const room = maximumCharacters - beginning.length - 500;
    return [beginning, limitComment(markdown, room).trim(), '', origin(run)].join('\n').trim();
}
/** A comment outlives the run that wrote it: readers have to see which commit it speaks of. */
function origin({ url, id, sha }) {
    return url === undefined ? '' : `_From ${markdown_link(`run ${id}`, url)}, commit ${sha.slice(0, 7)}._`;
}

;// CONCATENATED MODULE: ./packages/action-kit/build/pull-request/find-pull-request.js

/**
 * The number of the pull request that a run belongs to, by the event that started it; undefined for a run that belongs
 * to none. Throws what reading the event's file throws.
 */
async function findPullRequest(host) {
    const path = host.readVariable('GITHUB_EVENT_PATH');
    const event = path ? JSON.parse(await (0,promises_.readFile)(path, 'utf8')) : undefined;
    const number = property(property(event, 'pull_request'), 'number');
    if (typeof number === 'number')
        return number;
    const fromRef = /^refs\/pull\/(\d+)\//.exec(host.readVariable('GITHUB_REF') ?? '')?.[1];
    return fromRef === undefined ? undefined : Number(fromRef);
}
function property(value, name) {
    if (typeof value !== 'object' || value === null)
        return undefined;
    return Object.entries(value).find(([key]) => key === name)?.[1];
}

;// CONCATENATED MODULE: ./packages/action-kit/build/pull-request/github-answer-error.js
/** What GitHub says to a request that it does not carry out. */
class GitHubAnswerError extends Error {
    name = 'GitHubAnswerError';
    status;
    /** Whether the same request may well be carried out a little later. */
    isTransient;
    /** How long GitHub asks to wait before the next request. */
    waitSeconds;
    constructor({ status, headers }, message) {
        super(message);
        const retryAfter = Number(headers.get('retry-after') ?? NaN);
        const isLimited = !Number.isNaN(retryAfter) || headers.get('x-ratelimit-remaining') === '0';
        this.status = status;
        this.isTransient = status >= 500 || status === 429 || (status === 403 && isLimited);
        this.waitSeconds = Number.isNaN(retryAfter) ? undefined : retryAfter;
    }
}
/** The error for an answer other than success, with the sentence that GitHub gives in it. */
async function answerError(response) {
    const sentence = /"message"\s*:\s*"((?:[^"\\]|\\.){1,200})/.exec(await response.text())?.[1];
    return new GitHubAnswerError(response, sentence ?? '');
}

;// CONCATENATED MODULE: ./packages/action-kit/build/pull-request/issue-comments.js

/** How many comments GitHub gives at once, at most. */
const pageSize = 100;
/**
 * The id of the first comment that begins with a text, among all pages; undefined when there is none. Throws
 * GitHubAnswerError, and what `fetch` throws.
 * https://docs.github.com/rest/issues/comments#list-issue-comments
 */
async function findComment(conversation, beginning, signal) {
    for (let page = 1;; page += 1) {
        const path = `issues/${conversation.number}/comments?per_page=${pageSize}&page=${page}`;
        const response = await request(conversation, { method: 'GET', path, signal });
        const comments = await response.json();
        const found = Array.isArray(comments) ? comments.find(beginsWith(beginning)) : undefined;
        if (found !== undefined)
            return found.id;
        // The link itself is not followed: the token goes to one place only.
        if (!/\brel="next"/.test(response.headers.get('link') ?? ''))
            return undefined;
    }
}
function beginsWith(beginning) {
    return (comment) => typeof comment === 'object' &&
        comment !== null &&
        'id' in comment &&
        typeof comment.id === 'number' &&
        'body' in comment &&
        typeof comment.body === 'string' &&
        comment.body.startsWith(beginning);
}
/**
 * Writes a comment: in the place of the one that has the id, else a new one. Throws GitHubAnswerError, and what `fetch`
 * throws.
 */
async function writeComment(conversation, { id, body }, signal) {
    const response = await request(conversation, {
        method: id === undefined ? 'POST' : 'PATCH',
        path: id === undefined ? `issues/${conversation.number}/comments` : `issues/comments/${id}`,
        body: JSON.stringify({ body }),
        signal,
    });
    await response.arrayBuffer();
}
async function request({ api, repository, token }, { path, ...init }) {
    const response = await fetch(`${api.replace(/\/+$/, '')}/repos/${repository}/${path}`, {
        ...init,
        headers: {
            accept: 'application/vnd.github+json',
            authorization: `Bearer ${token}`,
            'content-type': 'application/json',
            'user-agent': 'deploy-actions',
            'x-github-api-version': '2022-11-28',
        },
        redirect: 'manual',
    });
    if (!response.ok)
        throw await answerError(response);
    return response;
}

;// CONCATENATED MODULE: ./packages/action-kit/build/pull-request/reason.js


/** The time for a comment was over. */
class OutOfTimeError extends Error {
    name = 'OutOfTimeError';
    constructor(seconds) {
        super(`GitHub did not take it within ${seconds} seconds`);
    }
}
/** Why a comment could not be written, and what to do where the user can do something: whole sentences. */
function reasonOf(error) {
    if (error instanceof CancelledError)
        return 'the job was cancelled.';
    if (error instanceof GitHubAnswerError)
        return `${answerOf(error)} ${remedyOf(error)}`.trim();
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    if (!(cause instanceof Error))
        return `${String(cause)}.`;
    // Where a host has several addresses, only the code tells what became of them.
    return `${cause.message || ('code' in cause ? String(cause.code) : cause.name)}.`;
}
function answerOf({ status, message }) {
    return `GitHub answered ${status}${message === '' ? '' : ` (${message})`}.`;
}
function remedyOf({ status, isTransient }) {
    if (isTransient)
        return 'The next run writes it.';
    if (status === 401)
        return 'Give github-token a token that is valid, such as ${{ github.token }}.';
    if (status === 403 || status === 404) {
        return 'The job needs the permission `pull-requests: write`, which runs for pull requests from forks cannot have.';
    }
    return '';
}

;// CONCATENATED MODULE: ./packages/action-kit/build/pull-request/comment-on-pull-request.js






/** A comment is no reason to keep a deployment waiting for long. */
const longestSeconds = 15;
const mostAttempts = 3;
/**
 * Writes the comment on the pull request of the run, or brings it up to date where an earlier run has written it. Masked
 * values are hidden in it. Never throws: a comment that cannot be written in 15 seconds is a warning, and a run without a pull
 * request is no reason for one.
 */
async function commentOnPullRequest(host, signal, comment) {
    let number;
    try {
        number = await findPullRequest(host);
        if (number === undefined) {
            host.info('This run belongs to no pull request, so there is none to comment on.');
            return;
        }
        await write(host, signal, { comment, number });
        host.info(`The comment on pull request #${number} is up to date.`);
    }
    catch (error) {
        const where = number === undefined ? 'the pull request' : `pull request #${number}`;
        host.warning(`The comment on ${where} could not be written: ${reasonOf(error)}`);
    }
}
async function write(host, signal, { comment, number }) {
    const conversation = {
        api: host.readVariable('GITHUB_API_URL') || 'https://api.github.com',
        repository: host.run.repository,
        number,
        token: comment.token,
    };
    const beginning = marker(comment.action, comment.target);
    const body = commentBody(beginning, host.hide(comment.markdown), host.run);
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(new OutOfTimeError(longestSeconds)), longestSeconds * 1000);
    try {
        const either = AbortSignal.any([signal, deadline.signal]);
        await keepUpToDate(conversation, { beginning, body }, either);
    }
    finally {
        clearTimeout(timer);
    }
}
/** Looks anew before each attempt: a comment may have been written although its answer was lost. */
async function keepUpToDate(conversation, { beginning, body }, signal) {
    for (let attempt = 1;; attempt += 1) {
        try {
            const id = await findComment(conversation, beginning, signal);
            await writeComment(conversation, { id, body }, signal);
            return;
        }
        catch (error) {
            if (attempt === mostAttempts || signal.aborted || !isTransient(error))
                throw error;
            const asked = error instanceof GitHubAnswerError ? error.waitSeconds : undefined;
            if (asked !== undefined && asked >= longestSeconds)
                throw error;
            await sleep((asked ?? attempt) * 1000, signal);
        }
    }
}
/** A connection that broke, or an answer that says so; `fetch` throws a TypeError for the former. */
function isTransient(error) {
    return error instanceof GitHubAnswerError ? error.isTransient : error instanceof TypeError;
}

;// CONCATENATED MODULE: ./packages/action-kit/build/pull-request/inputs.js

/** The inputs of an action that can tell its result on the pull request of the run. */
const pullRequestCommentInputs = {
    'comment-on-pr': flag({
        description: 'Keeps a comment on the pull request of the run up to date with what the summary says: one for each action and target. Needs `github-token`, and the permission `pull-requests: write` of the job; a comment that cannot be written is a warning.',
        default: 'false',
    }),
    'github-token': types_text({
        description: 'Token for `comment-on-pr`: `github.token`, or that of an app.',
        sensitive: true,
        isLiteral: true,
    }),
};
/** What has to hold between {@link pullRequestCommentInputs}. */
function pullRequestCommentProblems({ given, values, }) {
    if (values.commentOnPr !== true || given.has('github-token'))
        return [];
    const message = 'is required with comment-on-pr: true; give it ${{ github.token }}';
    return [{ path: 'github-token', message }];
}

;// CONCATENATED MODULE: ./packages/action-kit/build/pull-request/index.js



// EXTERNAL MODULE: ./node_modules/.pnpm/@actions+core@3.0.1_patch_hash=06a25f6228d4672c45384547bac6c48992b28e43a7b4e306d29b073d1d6b338a/node_modules/@actions/core/lib/summary.js
var summary = __webpack_require__(8843);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(542);
;// CONCATENATED MODULE: ./packages/action-kit/build/workflow-commands.js
/**
 * Makes sure that no line of a text is taken for a workflow command: what a container printed must
 * not be able to set an output. A zero-width space goes between the line's start and `::`, and into
 * `##[`, the runner's older notation, which counts anywhere in a line.
 */
function withoutCommands(text) {
    return text.replace(/^(\s*)::/gm, '$1\u200B::').replaceAll('##[', '##\u200B[');
}

;// CONCATENATED MODULE: ./packages/action-kit/build/github-host.js






/** The host of a real run: GitHub's runner, through its toolkit and its environment. */
function githubHost(environment = process.env) {
    const masker = new Masker();
    const shown = (text) => withoutCommands(masker.hide(text));
    return {
        info: (message) => core/* info */.pq(shown(message)),
        warning: (message, place) => core/* warning */.$e(masker.hide(message), annotationAt(place)),
        debug: (message) => core/* debug */.Yz(masker.hide(message)),
        error: ({ title, message }) => core/* error */.z3(masker.hide(message), { title }),
        startGroup: (title) => core/* startGroup */.Oh(shown(title)),
        endGroup: () => core/* endGroup */.N4(),
        mask: (value, publicNames) => masker.add(value, publicNames).forEach((part) => core/* setSecret */.Pq(part)),
        hide: (text) => masker.hide(text),
        readInput: (name) => environment[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`],
        readVariable: (name) => environment[name],
        environmentForPrograms: () => forPrograms(environment),
        setVariable: exportVariable,
        saveState: saveState,
        readState: (name) => environment[`STATE_${name}`],
        setOutput: (name, value, kind) => core/* setOutput */.uH(name, masker.hideInOutput(value, kind)),
        async writeSummary(markdown) {
            await summary/* summary */.z.addRaw(limitSummary(masker.hide(markdown)), true).write();
        },
        setExitCode: (code) => {
            process.exitCode = code;
        },
        temporaryFolder: environment['RUNNER_TEMP'] ?? (0,external_node_os_.tmpdir)(),
        run: runFacts(environment),
    };
}
function annotationAt({ file, line } = {}) {
    return { ...(file !== undefined && { file }), ...(line !== undefined && { startLine: line }) };
}
function forPrograms(environment) {
    const handed = Object.entries(environment).filter((entry) => entry[1] !== undefined && !/^(?:INPUT|STATE)_/.test(entry[0]));
    return Object.fromEntries(handed);
}
function runFacts(environment) {
    const fact = (name) => environment[`GITHUB_${name}`] ?? '';
    const [server, repository, id] = [fact('SERVER_URL'), fact('REPOSITORY'), fact('RUN_ID')];
    return {
        id,
        repository,
        attempt: fact('RUN_ATTEMPT'),
        job: fact('JOB'),
        step: fact('ACTION'),
        workflow: fact('WORKFLOW'),
        workflowFile: fact('WORKFLOW_REF').replace(/@[^@]*$/, ''),
        sha: fact('SHA'),
        url: server && repository && id ? `${server}/${repository}/actions/runs/${id}` : undefined,
    };
}

;// CONCATENATED MODULE: ./packages/action-kit/build/summary/error-summary.js

/** What a step that could not even begin, or broke off, says in the job's summary. */
function errorSummary(title, error) {
    return paragraphs(`### ❌ ${escapeMarkdown(title)}: ${error.code}`, escapeMarkdown(error.message), `**What to do:** ${escapeMarkdown(error.remedy)}`);
}

;// CONCATENATED MODULE: ./packages/action-kit/build/run.js






/**
 * Runs an action from its inputs to its exit code. This is the one place that catches what an
 * action throws and the one that makes a step red. It never throws itself.
 */
async function run(action, host = githubHost()) {
    const cancelling = cancellation();
    const { signal } = cancelling;
    let comment;
    const keepComment = (asked) => {
        comment = asked;
    };
    const tellOnPullRequest = async (markdown) => {
        if (comment === undefined || markdown === '')
            return;
        await commentOnPullRequest(host, signal, { ...comment, action: action.contract.name, markdown });
    };
    try {
        const report = await runUnder(action, { host, signal, keepComment });
        if (report.failure)
            fail(host, report.failure);
        for (const [name, value] of Object.entries(report.outputs)) {
            if (typeof value === 'string')
                host.setOutput(name, value, kindOf(action.contract, name));
        }
        setVerdict(host, report.outcome, report.failure);
        await writeSummary(host, report.summary);
        await tellOnPullRequest(report.summary);
    }
    catch (thrown) {
        const error = signal.aborted && isCancellation(thrown) ? cancelledError(thrown) : toActionError(thrown);
        fail(host, error);
        const cancelled = error.code === 'cancelled' && 'cancelled' in action.contract.outcomes;
        setVerdict(host, cancelled ? 'cancelled' : 'failed', error);
        const summary = errorSummary(action.contract.title, error);
        await writeSummary(host, summary);
        await tellOnPullRequest(summary);
    }
    finally {
        cancelling.release();
    }
}
function runUnder({ contract, main }, given) {
    const { host } = given;
    for (const [name, spec] of Object.entries(contract.inputs)) {
        const value = host.readInput(name);
        if (spec.sensitive && value)
            host.mask(value);
    }
    return main({
        ...given,
        parseInputs: (options) => parseInputs(contract.inputs, (name) => host.readInput(name), options),
        setOutput: (name, value) => host.setOutput(name, value, kindOf(contract, name)),
    });
}
function kindOf({ prose = [] }, output) {
    return prose.includes(output) ? 'prose' : 'data';
}
/** The exit code comes first: it counts even when telling about the error fails. */
function fail(host, error) {
    host.setExitCode(1);
    host.error({ title: error.code, message: `${error.message}\nWhat to do: ${error.remedy}` });
    if (error.code === 'bug' && error.cause instanceof Error)
        host.info(error.cause.stack ?? '');
}
function setVerdict(host, outcome, failure) {
    host.setOutput('outcome', outcome);
    if (failure)
        host.setOutput('failure', failure.code);
}
async function writeSummary(host, markdown) {
    if (markdown === '')
        return;
    try {
        await host.writeSummary(markdown);
    }
    catch (error) {
        host.warning(`The job summary could not be written: ${String(error)}`);
    }
}
function isCancellation(thrown) {
    if (thrown instanceof CancelledError)
        return true;
    return thrown instanceof Error && (thrown.name === 'AbortError' || isCancellation(thrown.cause));
}
function cancelledError(cause) {
    return new ActionError({
        code: 'cancelled',
        message: 'The job was cancelled while this step was at work.',
        remedy: 'Run the workflow again when it should go on; this step finds what was left.',
        cause,
    });
}

;// CONCATENATED MODULE: ./packages/action-kit/build/run-post.js



/**
 * Runs the post part of an action, which tidies up after the job. The job is over by then: whatever is thrown becomes a
 * warning, and nothing makes it red. It never throws itself.
 */
async function runPost(work, host = githubHost()) {
    const cancelling = cancellation();
    try {
        await work({ host, signal: cancelling.signal });
    }
    catch (error) {
        host.warning(`Tidying up after this step did not work: ${describe(error)}`);
        if (!(error instanceof ActionError) && error instanceof Error)
            host.debug(error.stack ?? '');
    }
    finally {
        cancelling.release();
    }
}
function describe(error) {
    if (error instanceof ActionError)
        return `${error.message}\nWhat to do: ${error.remedy}`;
    return error instanceof Error ? error.message : String(error);
}

;// CONCATENATED MODULE: ./packages/action-kit/build/summary/timeline.js

/** A Mermaid Gantt chart of what happened when; empty without entries. */
function timeline(title, entries) {
    if (entries.length === 0)
        return '';
    const sections = new Set(entries.map((entry) => entry.section));
    const lines = [...sections].flatMap((section) => [
        `  section ${plain(section)}`,
        ...entries.filter((entry) => entry.section === section).map(bar),
    ]);
    const head = ['gantt', `  title ${plain(title)}`, '  dateFormat x', '  axisFormat %H:%M:%S'];
    return codeBlock([...head, ...lines], 'mermaid');
}
function bar({ label, start, end, mark }) {
    const kind = start === end ? 'milestone' : undefined;
    const tags = [mark, kind].filter((tag) => tag !== undefined);
    return `  ${plain(label)} :${[...tags, Math.round(start), Math.round(end)].join(', ')}`;
}
/** Mermaid reads `:`, `;`, `#` and line ends as syntax. */
function plain(text) {
    return text.replace(/[:;#%,\s]+/g, ' ').trim();
}

;// CONCATENATED MODULE: ./packages/action-kit/build/summary/index.js




;// CONCATENATED MODULE: ./packages/action-kit/build/what-there-is.js

/** For an error about a name that is not there: the name that was probably meant, and up to ten. */
function whatThereIs(wanted, names) {
    if (names.length === 0)
        return '';
    const guess = nearest(wanted, names);
    const more = names.length > 10 ? `, and ${names.length - 10} more` : '';
    return `${guess ? ` Did you mean ${guess}?` : ''} There is: ${names.slice(0, 10).join(', ')}${more}.`;
}

;// CONCATENATED MODULE: ./packages/action-kit/build/index.js
















/***/ }),

/***/ 2153:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ region),
/* harmony export */   U: () => (/* binding */ isRegionName)
/* harmony export */ });
/* harmony import */ var _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5087);

/** The form of a region's name in every partition: us-east-1, us-gov-west-1, eusc-de-east-1. */
const form = /^[a-z]{2,6}(-[a-z]{2,12}){1,3}-\d{1,2}$/;
/** Whether a text has the form of a region's name. */
function isRegionName(text) {
    return form.test(text);
}
/** The name of an AWS region. Only its form is checked: AWS opens new ones. */
function region(options) {
    const parse = (raw) => {
        const name = (0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)(raw);
        return isRegionName(name) ? name : (0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)('is no name of a region; allowed: such as us-east-1');
    };
    return { ...options, type: 'string', parse };
}


/***/ }),

/***/ 1794:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   Bs: () => (/* binding */ checkTag),
/* harmony export */   EV: () => (/* binding */ isRegistryHost),
/* harmony export */   H2: () => (/* binding */ checkDigest),
/* harmony export */   RC: () => (/* binding */ checkHost),
/* harmony export */   n_: () => (/* binding */ checkRepository),
/* harmony export */   qW: () => (/* binding */ checkText)
/* harmony export */ });
/* harmony import */ var _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5087);

const label = '[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?';
const hostForm = new RegExp(`^(?:${label}(?:\\.${label})*|\\[[a-fA-F0-9:]+\\])(?::\\d{1,5})?$`);
const component = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const repositoryForm = new RegExp(`^${component}(?:/${component})*$`);
const tagForm = /^\w[\w.-]{0,127}$/;
const digestForm = /^sha256:[a-f0-9]{64}$|^sha512:[a-f0-9]{128}$/;
const allowedRepository = 'allowed: parts of lower-case letters and digits, between them . _ __ or -, separated by /';
/** Throws InvalidValue for what is often put in the place of an image, with what to write instead. */
function checkText(text) {
    if (text === '')
        (0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)('is empty; allowed: such as nginx:1.29 or ghcr.io/owner/name@sha256:…');
    if (text.includes('***')) {
        (0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)('has *** in it, which GitHub shows in place of a masked value such as an account id; pass the short ECR name, such as backend:1.4.0, or mask nothing that is part of it');
    }
    if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) {
        (0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)('begins as a web address does; leave out what stands before the host, such as https://');
    }
    if (/\s/.test(text))
        (0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)('has white space in it; allowed: one image');
    if (/[${}<>]/.test(text))
        (0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)('has a placeholder in it that nothing was put in for');
}
/** Whether the text is the host of a registry, with or without a port. */
function isRegistryHost(text) {
    // The grammar allows ports above 65535, and numbers that are no IP address.
    return hostForm.test(text) && URL.canParse(`https://${text}`);
}
/** Throws InvalidValue where the host is none. */
function checkHost(host) {
    if (!isRegistryHost(host)) {
        (0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)('has no valid host before its first slash; allowed: such as ghcr.io or localhost:5000');
    }
}
/** Throws InvalidValue where the repository's name, without the host, is none. */
function checkRepository(path) {
    if (path === '')
        (0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)('names no repository; allowed: such as nginx:1.29');
    if (/[A-Z]/.test(path)) {
        (0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)(`has an upper-case letter in the name of the repository; ${allowedRepository}`);
    }
    if (!repositoryForm.test(path)) {
        (0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)(`has no valid name of a repository; ${allowedRepository}`);
    }
    if (path.length > 255)
        (0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)('has a repository of more than 255 characters');
    if (/^[a-f0-9]{64}$/.test(path)) {
        (0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)('is 64 hexadecimal digits, which runtimes take for an image id; write repository@sha256:…');
    }
}
/** Throws InvalidValue where the tag is none. */
function checkTag(tag) {
    if (tag === '')
        (0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)('ends with a colon and has no tag after it');
    if (!tagForm.test(tag)) {
        (0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)('has no valid tag; allowed: up to 128 letters, digits, _ . and -, beginning with a letter, a digit or _');
    }
}
/** Whether the text is a digest by which content can be asked for. */
function isDigest(text) {
    return digestForm.test(text);
}
/** Throws InvalidValue where the digest is none. */
function checkDigest(digest) {
    if (!isDigest(digest)) {
        (0,_deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)('has no valid digest after the @; allowed: sha256: and 64 digits of 0-9 and a-f, in lower case');
    }
}


/***/ }),

/***/ 6148:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  UD: () => (/* binding */ dockerHub),
  vy: () => (/* binding */ formatImage),
  b5: () => (/* binding */ hasHost),
  o_: () => (/* binding */ parseImageReference),
  dp: () => (/* binding */ pinned)
});

// EXTERNAL MODULE: ./packages/action-kit/build/index.js + 51 modules
var build = __webpack_require__(5087);
// EXTERNAL MODULE: ./packages/registry/build/reference/grammar.js
var grammar = __webpack_require__(1794);
;// CONCATENATED MODULE: ./packages/registry/build/reference/split-reference.js
/** Cuts a reference at its separators, whatever its parts may be. */
function splitReference(text) {
    const [beforeDigest, digest] = cut(text, text.indexOf('@'));
    const colon = beforeDigest.lastIndexOf(':');
    const [name, tag] = cut(beforeDigest, colon > beforeDigest.lastIndexOf('/') ? colon : -1);
    const slash = name.indexOf('/');
    return isHost(name.slice(0, Math.max(slash, 0)))
        ? { host: name.slice(0, slash), path: name.slice(slash + 1), tag, digest }
        : { host: undefined, path: name, tag, digest };
}
/**
 * Whether what stands before the first slash is a host and no part of the repository's name.
 * https://github.com/distribution/reference/blob/main/normalize.go, splitDockerDomain
 */
function isHost(first) {
    return /[.:]/.test(first) || first === 'localhost' || first !== first.toLowerCase();
}
function cut(text, at) {
    return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

;// CONCATENATED MODULE: ./packages/registry/build/reference/image-reference.js



/** Docker Hub, as references name it. */
const dockerHub = 'docker.io';
/**
 * Reads the name of an image as a container runtime does: without a host it is Docker Hub's, and there
 * a name of one part is in `library`. Throws InvalidValue, which says what is wrong and what is allowed.
 * https://github.com/distribution/reference/blob/main/reference.go
 */
function parseImageReference(text) {
    (0,grammar/* checkText */.qW)(text);
    const { host, path, tag, digest } = splitReference(text);
    if (host !== undefined)
        (0,grammar/* checkHost */.RC)(host);
    (0,grammar/* checkRepository */.n_)(path);
    if (tag !== undefined)
        (0,grammar/* checkTag */.Bs)(tag);
    if (digest !== undefined)
        (0,grammar/* checkDigest */.H2)(digest);
    const registry = host === undefined || host === 'index.docker.io' ? dockerHub : host;
    const repository = registry === dockerHub && !path.includes('/') ? `library/${path}` : path;
    return { host: registry, repository, tag, digest };
}
/** Whether a host is written, so that the name is not Docker Hub's (or a short name of ECR's). */
function hasHost(text) {
    return splitReference(text).host !== undefined;
}
/** The name of an image in full, with the tag and digest given. */
function formatImage({ host, repository }, version = {}) {
    const tag = version.tag === undefined ? '' : `:${version.tag}`;
    const digest = version.digest === undefined ? '' : `@${version.digest}`;
    return `${host}/${repository}${tag}${digest}`;
}
/** The repository as the user wrote it, with the digest in place of tag and digest. */
function pinned(text, digest) {
    const { host, path } = splitReference(text);
    if (path === '')
        (0,build/* invalid */.Gq)('names no repository');
    return `${host === undefined ? '' : `${host}/`}${path}@${digest}`;
}


/***/ })

};
