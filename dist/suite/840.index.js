export const id = 840;
export const ids = [840];
export const modules = {

/***/ 9840:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lZ: () => (/* reexport */ ActionError),
  cc: () => (/* reexport */ CancelledError),
  h6: () => (/* reexport */ InvalidValue),
  e1: () => (/* reexport */ asText),
  Yq: () => (/* reexport */ choice),
  aY: () => (/* reexport */ code),
  DV: () => (/* reexport */ codeBlock),
  U9: () => (/* reexport */ count),
  ye: () => (/* reexport */ defineContract),
  p0: () => (/* reexport */ duration),
  Cm: () => (/* reexport */ durationOr),
  FV: () => (/* reexport */ escapeMarkdown),
  Jt: () => (/* reexport */ flag),
  tn: () => (/* reexport */ flowchart),
  Xo: () => (/* reexport */ formatSeconds),
  o8: () => (/* reexport */ hasCollectionKey),
  HB: () => (/* reexport */ inGroup),
  Xu: () => (/* reexport */ inputError),
  nd: () => (/* reexport */ integer),
  Gq: () => (/* reexport */ invalid),
  nf: () => (/* reexport */ markdown_link),
  p_: () => (/* reexport */ list),
  Tj: () => (/* reexport */ map),
  $x: () => (/* reexport */ mapEdit),
  HK: () => (/* reexport */ mayHideGuess),
  pA: () => (/* reexport */ nearest),
  qN: () => (/* reexport */ paragraphs),
  KV: () => (/* reexport */ parseMapping),
  eF: () => (/* reexport */ run),
  IJ: () => (/* reexport */ shortestGuess),
  yy: () => (/* reexport */ sleep),
  tp: () => (/* reexport */ table),
  Qq: () => (/* reexport */ types_text),
  IO: () => (/* reexport */ timeline),
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
    crash: 'A container of the new version ended by itself with an exit code that means failure.',
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
    'access-denied': 'The role of this job may not do what the step needs.',
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

;// CONCATENATED MODULE: ./packages/action-kit/build/inputs/parse.js



/**
 * Reads all inputs of an action. `read` gives the text of an input, undefined when it was not set.
 * Throws one `input` error with the problems of all inputs and rules together.
 */
function parseInputs(table, read, rules = []) {
    const fields = readFields(table, read);
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
 * Parses one mapping of a nested YAML input by a table, as an action's own inputs are parsed.
 * Throws {@link InvalidValue} with all problems; an unknown key names the nearest known one.
 */
function parseMapping(table, raw) {
    if (typeof raw === 'string' || Array.isArray(raw)) {
        throw new InvalidValue([{ path: '', message: `must be a mapping with: ${keysOf(table)}` }]);
    }
    const mapping = raw; // neither text nor list: see Raw
    const known = Object.keys(table);
    const unknown = Object.keys(mapping).filter((key) => !known.includes(key));
    const fields = readFields(table, (name) => mapping[name]);
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
function readFields(table, read) {
    const fields = { values: {}, given: [], failed: [], problems: [] };
    for (const [name, spec] of Object.entries(table)) {
        const raw = read(name);
        if (raw !== undefined && !isEmpty(raw))
            fields.given.push(name);
        try {
            fields.values[camelCase(name)] = readField(spec, raw);
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
function readField(spec, raw) {
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
    return spec.parse(raw);
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
function under(name, problem) {
    const joint = problem.path === '' || problem.path.startsWith('[') ? '' : '.';
    return { path: `${name}${joint}${problem.path}`, message: problem.message };
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
    const tree = document.toJS({ maxAliasCount: 100 });
    return isRaw(tree) ? tree : invalid('has keys or values that are neither text, list nor mapping');
}
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

;// CONCATENATED MODULE: ./packages/action-kit/build/inputs/types.js





/** Any text, without the white space around it. */
function types_text(options) {
    return { ...options, type: 'string', parse: asText };
}
/** `true` or `false`, and nothing else. */
function flag(options) {
    const parse = (raw) => {
        const value = asText(raw);
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
    const parse = (raw) => {
        const value = asText(raw);
        const number = /^-?\d{1,15}$/.test(value)
            ? Number(value)
            : invalid(`is no whole number; allowed: ${range}`);
        return number >= min && number <= max ? number : invalid(`is out of range; allowed: ${range}`);
    };
    return { ...options, type: 'int', parse };
}
/** One word of a closed list. */
function choice(allowed, options) {
    const parse = (raw) => {
        const value = asText(raw);
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
    const parse = (raw) => inRange(parseDuration(asText(raw)), options);
    return { ...options, type: 'duration', parse };
}
/** A length of time in seconds, or one word that stands for a length found out later. */
function durationOr(word, options) {
    const parse = (raw) => {
        const value = asText(raw);
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
    return { ...options, type: 'list', parse: parseList };
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
    const parse = (raw) => {
        const values = new Map();
        for (const [name, value] of parseMap(raw)) {
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
    return { ...options, type: 'map', parse: parseMap };
}
/** YAML (or JSON) of a form of its own; `read` gets the tree, with every scalar as written. */
function yaml(options, read) {
    const parse = (raw) => read(typeof raw === 'string' ? parseYaml(raw) : raw);
    return { ...options, type: 'yaml', parse };
}
/** The value as text without the white space around it; a list or a mapping is invalid. */
function asText(raw) {
    return typeof raw === 'string' ? raw.trim() : invalid('must be text, not a list or a mapping');
}

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
        for (const part of added)
            this.#values.add(part);
        return [...added];
    }
    /** The text with every masked value replaced by `***`; longer values first. */
    hide(text) {
        return this.#replace(text, () => true);
    }
    /**
     * The same for an output, except inside of a longer path, name or ARN: a next step needs
     * `/tmp/sandbox-api.json` as it is, and no output of this suite is made from a secret.
     */
    hideInOutput(text) {
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

// EXTERNAL MODULE: ./node_modules/.pnpm/@actions+core@3.0.1/node_modules/@actions/core/lib/core.js + 14 modules
var core = __webpack_require__(3070);
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
        setOutput: (name, value) => core/* setOutput */.uH(name, masker.hideInOutput(value)),
        async writeSummary(markdown) {
            await core/* summary */.z.addRaw(limitSummary(masker.hide(markdown)), true).write();
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
        workflow: fact('WORKFLOW'),
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
                host.setOutput(name, value);
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
        parseInputs: (rules) => parseInputs(contract.inputs, (name) => host.readInput(name), rules),
        setOutput: (name, value) => host.setOutput(name, value),
    });
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




;// CONCATENATED MODULE: ./packages/action-kit/build/index.js












/***/ })

};
