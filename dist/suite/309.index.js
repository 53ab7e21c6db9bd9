export const id = 309;
export const ids = [309];
export const modules = {

/***/ 4883:
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
  nf: () => (/* reexport */ markdown_link),
  p_: () => (/* reexport */ list),
  Tj: () => (/* reexport */ map),
  $x: () => (/* reexport */ mapEdit),
  HK: () => (/* reexport */ mayHideGuess),
  pA: () => (/* reexport */ nearest),
  qN: () => (/* reexport */ paragraphs),
  lc: () => (/* reexport */ parseEach),
  KV: () => (/* reexport */ parseMapping),
  Ch: () => (/* reexport */ readVariables),
  eF: () => (/* reexport */ run),
  IJ: () => (/* reexport */ shortestGuess),
  yy: () => (/* reexport */ sleep),
  tp: () => (/* reexport */ table),
  Qq: () => (/* reexport */ types_text),
  IO: () => (/* reexport */ timeline),
  g7: () => (/* reexport */ treeOf),
  hG: () => (/* reexport */ under),
  P9: () => (/* reexport */ underLastSignal),
  ug: () => (/* reexport */ variableInputs),
  V7: () => (/* reexport */ whatThereIs),
  oQ: () => (/* reexport */ yaml)
});

// UNUSED EXPORTS: cancellation, failureCodes, parseInputs, parseYaml

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
    image: 'The image does not exist, may not be pulled, or is for another platform.',
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
;// CONCATENATED MODULE: ./packages/action-kit/build/inputs/yaml.js


/**
 * The tree of a YAML (or JSON) text in which every scalar stays as it was written: `1.10` is not
 * 1.1, `no` is not false. Throws {@link InvalidValue} with line and column, never with the text.
 */
function parseYaml(source) {
    const lines = new dist/* LineCounter */.HN();
    const document = (0,dist/* parseDocument */.Tp)(source, { schema: 'failsafe', lineCounter: lines });
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
    if (source.trim() === '')
        return new Map();
    if (source.trimStart().startsWith('{'))
        return fromJson(source);
    const first = source.split('\n').find((line) => line.trim() !== '' && !isComment(line));
    if (first === undefined)
        return new Map();
    return /^\s*(?:!|[^\s:=]+=)/.test(first) ? fromLines(source) : fromTree(parseYaml(source));
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
 * is taken apart: a value of a variable can then never become a second variable, word or key.
 */
function yaml(options, read) {
    const parse = (raw, fill = asWritten) => read(typeof raw === 'string' ? parseYaml(raw) : raw, fill);
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








;// CONCATENATED MODULE: ./packages/action-kit/build/masking.js
/**
 * What is hidden, and what is not. A declared secret (an input marked `sensitive`, a credential that
 * an input holds) is hidden from `shortestDeclared` characters on. A guess (a variable whose name or
 * form speaks of a secret) must be longer, and no ordinary word: a password `sandbox` would turn every
 * path, name and link of the log into `***`, and tell its reader the password by that.
 */
const shortestDeclared = 6;
/** Fewer characters appear everywhere by chance: a guess that is shorter is none. */
const shortestGuess = 8;
/** Environments, and the passwords of countless examples: everybody's words, so nobody's secret. */
const ordinaryWords = new Set([
    ...['development', 'localhost', 'preview', 'production', 'sandbox', 'staging', 'testing'],
    ...['changeme', 'password', 'postgres', 'postgresql', 'username'],
]);
/**
 * Whether a value that was only guessed to be secret may be hidden. `publicNames` are those of things
 * that the log has to name (family, cluster, service): a value that is a part of one stays readable.
 */
function mayHideGuess(value, publicNames) {
    const word = value.toLowerCase();
    return (value.length >= shortestGuess &&
        !ordinaryWords.has(word) &&
        !publicNames.some((name) => name.toLowerCase().includes(word)));
}
/**
 * Remembers values that may not be shown, and hides them in text. GitHub hides masked values in the
 * log only; summaries, outputs and error texts pass through here as well.
 */
class Masker {
    #values = new Set();
    /**
     * Takes a value and each of its lines (of which a short one is no more than a guess); gives those
     * that are long enough to be hidden.
     */
    add(value) {
        const whole = value.trim();
        const lines = whole.split(/\r?\n/).map((line) => line.trim());
        const parts = [
            ...(whole.length >= shortestDeclared ? [whole] : []),
            ...lines.filter((line) => line.length >= shortestGuess),
        ];
        const added = new Set(parts.filter((part) => !this.#values.has(part)));
        for (const part of added) {
            this.#values.add(part);
            // JSON has quotes and backslashes escaped; the runner hides that form in the log by itself.
            this.#values.add(JSON.stringify(part).slice(1, -1));
        }
        return [...added];
    }
    /** The text with every masked value replaced by `***`; longer values first. */
    hide(text) {
        return this.#replace(text, () => true);
    }
    /**
     * The same for an output; in one that is data not inside of a longer path, name or ARN: a next step
     * needs `/tmp/sandbox-api.json` as it is, and no such output of this suite is made from a secret.
     */
    hideInOutput(text, kind = 'data') {
        if (kind === 'prose')
            return this.hide(text);
        return this.#replace(text, (before, after) => !isInIdentifier(before, after));
    }
    #replace(text, isHidden) {
        const values = [...this.#values].toSorted((a, b) => b.length - a.length);
        return values.reduce((hidden, value) => hidden.replaceAll(value, (match, offset) => isHidden(hidden.slice(0, offset), hidden.slice(offset + value.length)) ? '***' : match), text);
    }
}
/** Whether what stands around a match goes on as a path, a name, an image or an ARN does. */
function isInIdentifier(before, after) {
    // In JSON, the n of \n belongs to no word.
    const head = before.replace(/\\[a-z"\\]$/, ' ');
    return /[\w/-]$|[\w/-][.:@]$/.test(head) || /^[\w/-]|^[.:@][\w/-]/.test(after);
}

// EXTERNAL MODULE: ./node_modules/.pnpm/@actions+core@3.0.1_patch_hash=06a25f6228d4672c45384547bac6c48992b28e43a7b4e306d29b073d1d6b338a/node_modules/@actions/core/lib/core.js + 3 modules
var core = __webpack_require__(5311);
// EXTERNAL MODULE: ./node_modules/.pnpm/@actions+core@3.0.1_patch_hash=06a25f6228d4672c45384547bac6c48992b28e43a7b4e306d29b073d1d6b338a/node_modules/@actions/core/lib/summary.js
var summary = __webpack_require__(8843);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(542);
;// CONCATENATED MODULE: ./packages/action-kit/build/summary/limit.js
/** GitHub takes 1 MiB a step and drops the whole summary beyond it; a little room is left. */
const maximumBytes = 1_000_000;
/** The Markdown cut to what GitHub accepts, with a word about it where something was cut. */
function limitSummary(markdown) {
    const bytes = Buffer.from(markdown);
    if (bytes.byteLength <= maximumBytes)
        return markdown;
    const kept = bytes
        .subarray(0, maximumBytes)
        .toString('utf8')
        .replace(/\uFFFD$/, '');
    return `${kept}\n\n_The summary is longer than GitHub shows; the log has the rest._\n`;
}

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
        warning: (message) => core/* warning */.$e(masker.hide(message)),
        debug: (message) => core/* debug */.Yz(masker.hide(message)),
        error: ({ title, message }) => core/* error */.z3(masker.hide(message), { title }),
        startGroup: (title) => core/* startGroup */.Oh(shown(title)),
        endGroup: () => core/* endGroup */.N4(),
        mask: (value) => masker.add(value).forEach((part) => core/* setSecret */.Pq(part)),
        readInput: (name) => environment[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`],
        readVariable: (name) => environment[name],
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
    try {
        const report = await runUnder(signal, action, host);
        if (report.failure)
            fail(host, report.failure);
        for (const [name, value] of Object.entries(report.outputs)) {
            if (typeof value === 'string')
                host.setOutput(name, value, kindOf(action.contract, name));
        }
        setVerdict(host, report.outcome, report.failure);
        await writeSummary(host, report.summary);
    }
    catch (thrown) {
        const error = signal.aborted && isCancellation(thrown) ? cancelledError(thrown) : toActionError(thrown);
        fail(host, error);
        const cancelled = error.code === 'cancelled' && 'cancelled' in action.contract.outcomes;
        setVerdict(host, cancelled ? 'cancelled' : 'failed', error);
        await writeSummary(host, errorSummary(action.contract.title, error));
    }
    finally {
        cancelling.release();
    }
}
function runUnder(signal, { contract, main }, host) {
    for (const [name, spec] of Object.entries(contract.inputs)) {
        const value = host.readInput(name);
        if (spec.sensitive && value)
            host.mask(value);
    }
    return main({
        host,
        signal,
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

;// CONCATENATED MODULE: ./packages/action-kit/build/summary/flowchart.js

/** A Mermaid flowchart from left to right; things of the same text are one. Empty without arrows. */
function flowchart(arrows) {
    if (arrows.length === 0)
        return '';
    const nodes = [...new Set(arrows.flatMap(({ from, to }) => [from, to]))];
    const id = (text) => `n${nodes.indexOf(text)}`;
    return codeBlock([
        'flowchart LR',
        ...nodes.map((text) => `  ${id(text)}["${quoted(text)}"]`),
        ...arrows.map(({ from, to, label }) => {
            const words = label === undefined ? '' : `|"${quoted(label)}"|`;
            return `  ${id(from)} -->${words} ${id(to)}`;
        }),
    ], 'mermaid');
}
/** Text for inside the double quotes of a Mermaid label, which knows character codes only. */
function quoted(text) {
    return text
        .replace(/\s+/g, ' ')
        .replace(/["#<>`\\[\]{}|]/g, (character) => `#${character.charCodeAt(0)};`);
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

/***/ 2153:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ region),
/* harmony export */   U: () => (/* binding */ isRegionName)
/* harmony export */ });
/* harmony import */ var _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4883);

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
/* harmony export */   Bs: () => (/* binding */ checkTag),
/* harmony export */   EV: () => (/* binding */ isRegistryHost),
/* harmony export */   H2: () => (/* binding */ checkDigest),
/* harmony export */   RC: () => (/* binding */ checkHost),
/* harmony export */   n_: () => (/* binding */ checkRepository),
/* harmony export */   qW: () => (/* binding */ checkText)
/* harmony export */ });
/* harmony import */ var _deploy_actions_action_kit__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4883);

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
/** Throws InvalidValue where the digest is none. */
function checkDigest(digest) {
    if (!digestForm.test(digest)) {
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

// EXTERNAL MODULE: ./packages/action-kit/build/index.js + 31 modules
var build = __webpack_require__(4883);
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
