export const id = 158;
export const ids = [158];
export const modules = {

/***/ 8158:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  start: () => (/* binding */ start),
  startPost: () => (/* binding */ startPost)
});

// EXTERNAL MODULE: ./packages/action-kit/build/index.js + 51 modules
var build = __webpack_require__(5087);
// EXTERNAL MODULE: ./packages/aws/build/region.js
var region = __webpack_require__(2153);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./actions/sync-secrets/build/schema/rule.js
/** Reads `KEY` or `secret-id#KEY`; undefined where a part is missing. */
function findKeyReference(text) {
    const at = text.indexOf('#');
    if (at < 0)
        return text === '' ? undefined : { secret: undefined, key: text };
    const [secret, key] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
    return secret === '' || key === '' ? undefined : { secret, key };
}
/** The reference as it is written. */
function formatKeyReference({ secret, key }) {
    return secret === undefined ? key : `${secret}#${key}`;
}

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
;// CONCATENATED MODULE: ./actions/sync-secrets/build/schema/scheme.js
/** https://datatracker.ietf.org/doc/html/rfc3986#section-3.1; drivers of Java put `jdbc:` before it. */
const scheme_name = '(?:[a-z][a-z0-9+.-]*:)*[a-z][a-z0-9+.-]*';
const wholeName = new RegExp(`^${scheme_name}$`, 'i');
const beginning = new RegExp(`^(${scheme_name})://\\S`, 'i');
/** Whether a text is a scheme of URLs, without `://`. */
function isScheme(text) {
    return wholeName.test(text);
}
/** The scheme of a URL as it is written, such as `postgresql+asyncpg`; undefined for a text that is none. */
function schemeOf(value) {
    return beginning.exec(value)?.[1];
}

;// CONCATENATED MODULE: ./actions/sync-secrets/build/schema/filters.js



const plainFilters = {
    urlencode: (value) => encodeURIComponent(wellFormed(value)),
    base64: (value) => external_node_buffer_.Buffer.from(wellFormed(value)).toString('base64'),
    json: (value) => JSON.stringify(value),
};
/** The filters as they are written. */
const filterNames = ['scheme:NAME', ...Object.keys(plainFilters)];
/** Reads a filter; undefined where there is none of that name. */
function parseFilter(text) {
    const scheme = /^scheme:\s*(\S+)$/.exec(text)?.[1];
    if (scheme !== undefined && isScheme(scheme))
        return (value) => withScheme(value, scheme);
    return Object.hasOwn(plainFilters, text) ? plainFilters[text] : undefined;
}
function withScheme(value, scheme) {
    const own = schemeOf(value);
    return own === undefined
        ? (0,build/* invalid */.Gq)('takes the scheme of a value that is no URL')
        : `${scheme}${value.slice(own.length)}`;
}
/** Half of a surrogate pair has no bytes, so that something else would come of it. */
function wellFormed(value) {
    return value.isWellFormed()
        ? value
        : (0,build/* invalid */.Gq)('takes urlencode or base64 of a value with half of a character in it');
}

;// CONCATENATED MODULE: ./actions/sync-secrets/build/schema/template.js



/**
 * Reads `${KEY}`, `${secret-id#KEY}` and `${KEY|filter}` in a text. Of several `$` before a `{`, each two are a literal `$`:
 * `$${` is a literal `${`, and `$$${KEY}` a `$` before the value; any other `$` stands for itself. Throws InvalidValue for what is
 * none of these.
 */
function parseTemplate(text) {
    const parts = [];
    let at = 0;
    for (const { 1: dollars = '', index } of text.matchAll(/(\$+)\{/g)) {
        parts.push(text.slice(at, index), '$'.repeat(Math.floor(dollars.length / 2)));
        at = index + dollars.length;
        if (dollars.length % 2 === 0)
            continue;
        const [all = '', inside] = /^\{([^{}]*)\}/.exec(text.slice(at)) ?? [];
        parts.push(inside === undefined ? (0,build/* invalid */.Gq)('has a ${ without its }') : parsePart(inside));
        at += all.length;
    }
    parts.push(text.slice(at));
    if (!parts.some((part) => typeof part !== 'string')) {
        (0,build/* invalid */.Gq)('names no key; allowed: a text with ${KEY}, ${secret-id#KEY} or ${KEY|filter} in it');
    }
    return parts.filter((part) => part !== '');
}
function parsePart(text) {
    const [name = '', ...filters] = text.split('|').map((word) => word.trim());
    const reference = findKeyReference(name);
    if (reference === undefined)
        return (0,build/* invalid */.Gq)('has a ${…} without the name of a key');
    const parsed = filters.map((filter) => parseFilter(filter) ?? (0,build/* invalid */.Gq)(`has a filter that is not one of: ${filterNames.join(', ')}`));
    return { reference, filters: parsed };
}
/** The keys whose values go into a template. */
function referencesOf(template) {
    return template.flatMap((part) => (typeof part === 'string' ? [] : [part.reference]));
}
/** The text that a template gives; throws InvalidValue where a filter cannot take a value. */
function fillTemplate(template, read) {
    const texts = template.map((part) => typeof part === 'string'
        ? part
        : part.filters.reduce((value, filter) => filter(value), read(part.reference)));
    return texts.join('');
}

;// CONCATENATED MODULE: ./actions/sync-secrets/build/schema/contradictions.js


/** What the rules of a secret ask that can never be. */
function contradictions(schema) {
    return [...schema].flatMap(([key, rule]) => [
        ...[...pairs(rule)].map((message) => ({ path: key, message })),
        ...selfReferences(key, rule),
    ]);
}
function* pairs(rule) {
    const { forbid, generate, derive, policy, isRequired } = rule;
    if (generate !== undefined && derive !== undefined) {
        yield 'is both generated and derived; keep generate or derive';
    }
    if (forbid === true && (isRequired || generate !== undefined || derive !== undefined)) {
        yield 'is forbidden and wanted; keep forbid, or what wants it (required, generate, derive)';
    }
    if (forbid === true && policy !== 'overwrite') {
        yield `is forbidden, and policy: ${policy} keeps it from being removed; keep forbid or policy`;
    }
    if (policy === 'never-touch' && (generate !== undefined || derive !== undefined)) {
        yield 'is never touched, so that it cannot be generated or derived; policy: create-only writes it once';
    }
}
function* selfReferences(key, { equals, derive }) {
    const references = [...(equals === undefined ? [] : [equals]), ...referencesOf(derive ?? [])];
    for (const reference of references) {
        if (reference.secret !== undefined || reference.key !== key)
            continue;
        const word = reference === equals ? 'equals' : 'derive';
        yield { path: `${key}.${word}`, message: `names ${formatKeyReference(reference)} itself` };
    }
}

;// CONCATENATED MODULE: ./actions/sync-secrets/build/schema/parse-schema.js





/** Reads the rules of a secret. Throws InvalidValue with all that is wrong with them, each under its path. */
function parseSchema(tree) {
    if (typeof tree === 'string' || Array.isArray(tree)) {
        return (0,build/* invalid */.Gq)('must be a mapping from keys to their rules, such as DATABASE_URL: {required: true}');
    }
    const schema = new Map((0,build/* parseEach */.lc)(Object.entries(tree), parseRule));
    const problems = contradictions(schema);
    if (problems.length > 0)
        throw new build/* InvalidValue */.h6(problems);
    return schema;
}
const description = '';
/** A word without anything behind it would ask nothing, and look as if it did. */
const emptyIsWrong = 'is empty; say what it asks, or leave it out';
/** How each word of a rule is read. */
const ruleTable = {
    required: (0,build/* flag */.Jt)({ description, default: 'false' }),
    pattern: spec('pattern', (raw) => toPattern((0,build/* asText */.e1)(raw))),
    forbid: spec('`true` or pattern', parseForbid),
    scheme: spec('list', toSchemes),
    equals: spec('key', (raw) => {
        const reference = findKeyReference((0,build/* asText */.e1)(raw));
        return reference ?? (0,build/* invalid */.Gq)('is neither KEY nor secret-id#KEY');
    }),
    generate: { ...(0,build/* yaml */.oQ)({ description }, parseGeneration), emptyIsWrong },
    derive: spec('template', (raw) => parseTemplate((0,build/* asText */.e1)(raw))),
    policy: (0,build/* choice */.Yq)(['overwrite', 'create-only', 'never-touch'], {
        description,
        default: 'overwrite',
    }),
    class: (0,build/* choice */.Yq)(['secret', 'config'], { description, default: 'secret' }),
    description: (0,build/* text */.Qq)({ description }),
};
const generationTable = {
    bytes: (0,build/* integer */.nd)({ description, default: '32', min: 8, max: 4096 }),
    encoding: (0,build/* choice */.Yq)(['base64', 'base64url', 'hex'], { description, default: 'base64' }),
};
/** The words of a rule, and of `generate` in it: what the published JSON schema has to know. */
const ruleWords = {
    rule: Object.keys(ruleTable),
    generate: Object.keys(generationTable),
};
function parseRule(raw) {
    const { required, pattern, forbid, scheme, equals, generate, derive, ...rest } = (0,build/* parseMapping */.KV)(ruleTable, raw === '' ? {} : raw);
    return {
        isRequired: required,
        pattern,
        forbid,
        schemes: scheme ?? [],
        equals,
        generate,
        derive,
        policy: rest.policy,
        class: rest.class,
    };
}
/** What other readers of YAML take for true would be a pattern here that nearly no value matches. */
function parseForbid(raw) {
    const word = (0,build/* asText */.e1)(raw);
    if (word === 'true')
        return true;
    return /^(?:true|false|yes|no|on|off|null|~)$/i.test(word)
        ? (0,build/* invalid */.Gq)('is neither true nor a pattern; leave it out to allow the key')
        : toPattern(word);
}
function parseGeneration(raw) {
    if (typeof raw === 'string' && raw !== 'true') {
        return (0,build/* invalid */.Gq)('must be true, or a mapping with bytes and encoding');
    }
    return (0,build/* parseMapping */.KV)(generationTable, raw === 'true' ? {} : raw);
}
function toPattern(source) {
    try {
        return new RegExp(source, 'u');
    }
    catch (error) {
        const reason = error instanceof Error ? error.message.replace(/^.*?: (?=[^:]*$)/, '') : '';
        return (0,build/* invalid */.Gq)(`is no regular expression of JavaScript: ${reason}`);
    }
}
const schemeList = (0,build/* list */.p_)({ description });
function toSchemes(raw) {
    const schemes = schemeList.parse(raw);
    return schemes.length > 0 && schemes.every(isScheme)
        ? schemes
        : (0,build/* invalid */.Gq)('has something that is no scheme; allowed: names without ://, such as postgresql or jdbc:postgresql');
}
function spec(type, parse) {
    return { description, type, parse, emptyIsWrong };
}

;// CONCATENATED MODULE: ./actions/sync-secrets/build/schema/index.js





;// CONCATENATED MODULE: ./actions/sync-secrets/build/values/name.js

/** How long a word is at most of which nobody thinks that it is a value. */
const longestWord = 16;
/**
 * Whether a text may be told as a name or a path: a value that stands in its place by mistake must not be, be it in capitals or
 * without any digit.
 */
function isTellable(text) {
    return wordsOf(text).every((word) => word.length <= longestWord && !(0,build/* isOpaque */.qp)(word));
}
/** Whether a text is written as names of variables are, and may be told. */
function isName(text) {
    return (/^[A-Z_][A-Z\d_]*$/.test(text) || /^[a-z_][a-z\d_]*$/.test(text)) && isTellable(text);
}
function wordsOf(text) {
    return text.split(/[_./\\-]/);
}
/**
 * What is wrong with a line that looks like the rest of a value of several lines: the first of them alone would be the value, and
 * the rest a name that everybody can read. Neither is repeated. Undefined for any other line.
 */
function cutValueProblem(line, before) {
    if (!isRestOfValue(line, before))
        return undefined;
    const where = before === undefined ? 'at its beginning' : `behind ${before.name}`;
    return `has something ${where} that looks like a part of a value and no name; for a value of several lines, or one that is = alone, use values-from-env, JSON or YAML`;
}
/** What base64 ends with is the sign between name and value, so that its last line is a name with no value, or with `=` for one. */
function isRestOfValue({ name, value }, before) {
    if (value === '=' || wordsOf(name).some((word) => (0,build/* isOpaque */.qp)(word) && isDrawn(word)))
        return true;
    const isOneCase = /^(?:[A-Z]+|[a-z]+)$/.test(name);
    return value === '' && isFullLine(before?.value ?? '') && isInBase64(name, 3) && !isOneCase;
}
/** Whether a text is as long as programs let a line of base64 be, and not the last. */
function isFullLine(text) {
    return text.length >= 40 && isInBase64(text, 0);
}
function isInBase64(text, rest) {
    return /^[A-Za-z\d+/]+$/.test(text) && text.length % 4 === rest;
}
/** Whether letters of both cases and digits change so often that nobody wrote them: names are made of words. */
function isDrawn(text) {
    const words = text.match(/[A-Z]?[a-z]+|[A-Z]+|\d+/g) ?? [];
    return text.length < words.length * 3;
}

;// CONCATENATED MODULE: ./actions/sync-secrets/build/values/file-name.js

/** The file by its path, unless what stands there may be its content: that is not repeated. */
function fileName(path) {
    const isPath = !/[\r\n=]|:\/\//.test(path) && (/\.[a-z]{2,5}$/.test(path) || isTellable(path));
    return isPath ? `the file ${path}` : 'a file (the path is wanted here, and not the content)';
}

;// CONCATENATED MODULE: ./actions/sync-secrets/build/inputs/schema-source.js




/** A schema: its path, or YAML that is read at once, so that what is wrong with it is told with line and column. */
function schemaSource(options) {
    return { ...options, type: 'path or yaml', parse: parseSource };
}
function parseSource(raw) {
    if ((0,build/* isList */.Lv)(raw))
        return (0,build/* invalid */.Gq)('must be a path, or a mapping from keys to their rules');
    if (typeof raw !== 'string')
        return { schema: parseSchema(raw) };
    const text = raw.trim();
    // A path has neither lines nor braces, and no colon with a space behind it.
    return /[\n{]|:(?:\s|$)/.test(text) ? { schema: (0,build/* parseYamlWith */.ns)(raw, parseSchema) } : { path: text };
}
/** The rules of a source. Throws InvalidValue with line and column of what is wrong in a file. */
async function readSchema(source) {
    return 'schema' in source
        ? source.schema
        : (0,build/* parseYamlWith */.ns)(await readText(source.path), parseSchema);
}
async function readText(path) {
    try {
        return await (0,promises_.readFile)(path, 'utf8');
    }
    catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
        return (0,build/* invalid */.Gq)(`names ${fileName(path)}, which cannot be read (${code})`);
    }
}

;// CONCATENATED MODULE: ./actions/sync-secrets/build/inputs/secret-inputs.js


/** The inputs of one secret: at the top for the only one, or in each item of `secrets`. */
const secretInputs = {
    'secret-id': (0,build/* text */.Qq)({
        description: 'Name or ARN of the secret. One of `secret-id` and `secrets` is needed.',
    }),
    values: asGiven('map', {
        description: 'Values by key: `KEY=VALUE` lines (`!KEY` removes one), a JSON object, whose numbers stay numbers, or YAML. With `write: raw` the whole text as it is.',
        isLiteral: true,
    }),
    'values-from-env': (0,build/* list */.p_)({
        description: "Values from the step's environment, `KEY` or `KEY=VARIABLE` each: the way for values of several lines.",
        isLiteral: true,
    }),
    'values-file': (0,build/* text */.Qq)({
        description: 'File with the values: `.json`, `.yml`, `.yaml`, and dotenv for any other. With `write: raw` the whole file.',
    }),
    schema: schemaSource({
        description: 'Rules for the keys: a path, or the YAML itself. Needed with `mode: check`. See [the schema](#the-schema).',
    }),
    description: (0,build/* text */.Qq)({ description: 'Description that the secret is to have.' }),
    'expect-version': (0,build/* text */.Qq)({
        description: 'Id of the version that has to be the current one, or `none` where there may be none; otherwise the step fails and says what it met.',
    }),
    export: (0,build/* list */.p_)({
        description: 'With `mode: pull`: the keys to export, `KEY` or `KEY=NAME` each; without it, all of them under their own names.',
    }),
};
/** Inputs that hold for all secrets of the step, unless an item of `secrets` says otherwise. */
const sharedInputs = {
    write: (0,build/* choice */.Yq)(['merge', 'replace', 'raw'], {
        description: '`merge` keeps keys that are not given; `replace` removes them, and needs at least one that is given; `raw` is for a secret that is one text and no JSON object.',
        default: 'merge',
    }),
    create: (0,build/* choice */.Yq)(['if-missing', 'never'], {
        description: 'Whether a secret that is not there is created.',
        default: 'if-missing',
    }),
    'kms-key-id': (0,build/* text */.Qq)({
        description: "Key that encrypts the secret: id, ARN or alias; without it, AWS's own.",
    }),
    tags: (0,build/* map */.Tj)({ description: 'Tags that the secret is to have; others stay.' }),
    'restore-deleted': (0,build/* flag */.Jt)({
        description: 'Takes back the deletion of a secret that is scheduled for it.',
        default: 'false',
    }),
    'key-manifest': (0,build/* flag */.Jt)({
        description: 'Records the names of the keys, and the version that they describe, in tags of the secret, so that render-task-def and deploy-ecs check references without reading values; `false` takes them away.',
        default: 'true',
    }),
};
const secret_inputs_description = '';
/** The table of an item of `secrets`; what it leaves out is as for all secrets of the step. */
const itemInputs = {
    ...secretInputs,
    'secret-id': (0,build/* text */.Qq)({ description: secret_inputs_description, required: true }),
    write: (0,build/* choice */.Yq)(['merge', 'replace', 'raw'], { description: secret_inputs_description }),
    create: (0,build/* choice */.Yq)(['if-missing', 'never'], { description: secret_inputs_description }),
    'kms-key-id': sharedInputs['kms-key-id'],
    tags: sharedInputs.tags,
    'restore-deleted': (0,build/* flag */.Jt)({ description: secret_inputs_description }),
    'key-manifest': (0,build/* flag */.Jt)({ description: secret_inputs_description }),
};
/** What is read once it is known how the secret is written. */
function asGiven(type, options) {
    const parse = (raw) => ((0,build/* isList */.Lv)(raw) ? (0,build/* invalid */.Gq)('must be text or a mapping') : raw);
    return { ...options, type, parse };
}

;// CONCATENATED MODULE: ./actions/sync-secrets/build/inputs/items.js


/** Reads a list of secrets, or a mapping from their ids. Throws InvalidValue with all that is wrong. */
function parseItems(tree) {
    if (typeof tree === 'string')
        return (0,build/* invalid */.Gq)('must be a list of secrets');
    const entries = (0,build/* isList */.Lv)(tree)
        ? tree.map((item, i) => [`[${i}]`, item])
        : Object.entries(tree).map(([id, item]) => [id, withId(id, item)]);
    if (entries.length === 0)
        return (0,build/* invalid */.Gq)('has no item');
    return (0,build/* parseEach */.lc)(entries, (item) => (0,build/* parseMapping */.KV)(itemInputs, item)).map(([, item]) => item);
}
function withId(id, item) {
    if (item === '')
        return { 'secret-id': id };
    if (typeof item === 'string' || (0,build/* isList */.Lv)(item))
        return item;
    return 'secret-id' in item
        ? (0,build/* invalid */.Gq)('has its id before the colon already', `${id}.secret-id`)
        : { 'secret-id': id, ...item };
}

;// CONCATENATED MODULE: ./actions/sync-secrets/build/contract.js




const { 'secret-id': secretId, export: exported, ...values } = secretInputs;
const contract = (0,build/* defineContract */.ye)({
    name: 'sync-secrets',
    title: 'Sync secrets with AWS Secrets Manager',
    description: 'Plans secrets key by key against a schema, writes them without overwriting anybody, checks them, or gives them to the job; and shows no value.',
    branding: { icon: 'lock', color: 'yellow' },
    post: true,
    inputs: {
        'secret-id': secretId,
        ...values,
        secrets: (0,build/* yaml */.oQ)({
            description: 'Several secrets: a list whose items have `secret-id` and the other inputs of one secret, from `values` to `key-manifest`.',
            isLiteral: true,
        }, parseItems),
        mode: (0,build/* choice */.Yq)(['push', 'check', 'pull'], {
            description: '`push` writes; `check` only verifies what is stored against the schema; `pull` exports to the job.',
            default: 'push',
        }),
        ...sharedInputs,
        export: exported,
        'export-file': (0,build/* text */.Qq)({
            description: 'With `mode: pull`: a file to write instead of the environment, as JSON (`.json`) or dotenv, for its owner only; it is removed after the job.',
        }),
        'other-writers': (0,build/* list */.p_)({
            description: 'Who else writes secrets: one whose tags (`managed-by`, `terraform: true` and the like) name one of these is not written. `none` where they only create it and leave its value alone.',
            default: 'terraform, opentofu, pulumi, cloudformation, cdk',
        }),
        cluster: (0,build/* text */.Qq)({
            description: 'ECS cluster (name or ARN) whose services are looked at: those that still run with an older version are named.',
        }),
        'dry-run': (0,build/* flag */.Jt)({
            description: 'Reads, plans and prints, and writes nothing.',
            default: 'false',
        }),
        ...build/* pullRequestCommentInputs */.tq,
        'aws-region': (0,region/* region */.N)({
            description: 'Region of the secrets; without it, that of the environment.',
        }),
    },
    outcomes: {
        written: 'What was to be changed is written.',
        unchanged: 'Everything was as it is to be; nothing was written.',
        checked: 'The secrets are as their schemas ask.',
        pulled: 'The values are exported.',
        planned: 'Dry run: it can be done; nothing was changed.',
        failed: 'It could not be done; the log says what was written before.',
    },
    outputs: {
        'secret-arn': 'ARN of the secret; empty for several.',
        'version-id': 'Id of the current version; empty for several.',
        'previous-version-id': 'Id of the version that was current before, where this step wrote one; empty for several.',
        changed: '`true` when a version was written.',
        plan: 'For each secret id, lists of the names of keys (JSON): `added`, `changed`, `removed` and `unchanged`; of these, `generated` and `derived`; and `refused`.',
        'unused-keys': 'Keys that are stored, or are going to be, and that the schema does not know (JSON list; `secret-id#KEY` for several secrets).',
        results: 'For each secret id (JSON): `secret-arn`, `version-id`, `previous-version-id` and `changed`.',
        'outdated-services': 'Services of `cluster` that still run with an older version (JSON list of names).',
    },
});

// EXTERNAL MODULE: ./packages/aws/build/clients.js
var build_clients = __webpack_require__(7577);
;// CONCATENATED MODULE: ./actions/sync-secrets/build/document/document.js

/** The key under which the whole text of a secret goes that is no JSON object. */
const rawKey = 'value';
/**
 * Reads the text of a secret; undefined where it is no JSON object and has to be one. Numbers keep each of their
 * digits.
 */
function parseDocument(text, notation) {
    if (notation === 'raw')
        return new Map([[rawKey, text]]);
    // By its first character: a number that keeps its digits is an object of JavaScript, too.
    const tree = /^\s*\{/.test(text) ? (0,build/* parseExactJson */.lQ)(text) : undefined;
    if (typeof tree !== 'object' || tree === null)
        return undefined;
    return new Map(Object.entries(tree).map(([key, value]) => [key, toValue(value)]));
}
/** The text to store. */
function formatDocument(document, notation) {
    if (notation === 'raw') {
        const text = document.get(rawKey) ?? '';
        return typeof text === 'string' ? text : text.json;
    }
    const members = [...document].map(([key, value]) => {
        const json = typeof value === 'string' ? JSON.stringify(value) : value.json;
        return `${JSON.stringify(key)}:${json}`;
    });
    return `{${members.join(',')}}`;
}
function toValue(value) {
    return typeof value === 'string' ? value : { json: JSON.stringify(value) };
}

;// CONCATENATED MODULE: ./actions/sync-secrets/build/document/value.js
/** The value as a container gets it: a text as it is, anything else as JSON. */
function textOf(value) {
    return typeof value === 'string' ? value : value.json;
}
/**
 * Whether two values are the same. A text is the same as the number or boolean that is written so: notations
 * without types (lines, YAML, variables) cannot say which of them they mean.
 */
function isSame(a, b) {
    if (a === undefined || b === undefined)
        return a === b;
    if (typeof a === typeof b)
        return textOf(a) === textOf(b);
    const json = typeof a === 'string' ? textOf(b) : textOf(a);
    return textOf(a) === textOf(b) && isPlain(json);
}
/**
 * Whether a stored value may stay where another one is wanted: a text says the same as the number that is stored, but
 * where JSON asks for a number in place of a text, the type is what is to change.
 */
function isKept(stored, wanted) {
    const isTyped = typeof stored === 'string' && wanted !== undefined && typeof wanted !== 'string';
    return isSame(stored, wanted) && !isTyped;
}
function isPlain(json) {
    return /^(?:-?\d[\d.eE+-]*|true|false)$/.test(json);
}
/** Whether there is nothing in it that a container could use. */
function isEmpty(value) {
    return value === undefined || value === '' || (typeof value !== 'string' && value.json === 'null');
}

;// CONCATENATED MODULE: ./actions/sync-secrets/build/document/index.js



// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./packages/aws/build/secrets/look-up-secret.js
var look_up_secret = __webpack_require__(8973);
// EXTERNAL MODULE: ./packages/aws/build/secrets/version-of.js
var version_of = __webpack_require__(8013);
// EXTERNAL MODULE: ./packages/aws/build/errors.js
var errors = __webpack_require__(2790);
// EXTERNAL MODULE: ./packages/aws/build/call.js + 1 modules
var call = __webpack_require__(9309);
;// CONCATENATED MODULE: ./actions/sync-secrets/build/store/look.js


/** Reads a secret. Throws an ActionError where the role may not, or Secrets Manager does not answer. */
async function lookAt(context, id) {
    const secret = await (0,look_up_secret/* describeSecret */.wr)(context, id);
    if (secret.kind === 'missing')
        return secret;
    const versionId = (0,version_of/* versionOf */.E)(secret, { stage: 'AWSCURRENT', versionId: '' });
    const { deletedAt } = secret;
    if (deletedAt !== undefined)
        return { kind: 'deleted', secret, deletedAt, versionId };
    const current = versionId === undefined ? undefined : await read(context, secret.arn, versionId);
    return { kind: 'found', secret, current };
}
/** How often a version is asked for that was just told and is not found: reads may lag behind each other. */
const mostReads = 8;
async function read(context, arn, id) {
    for (let tries = 1;; tries++) {
        try {
            return await readOnce(context, arn, id);
        }
        catch (error) {
            if (!(0,errors/* isAwsError */.m_)(error, 'ResourceNotFoundException') || tries === mostReads)
                throw error;
            await (0,build/* sleep */.yy)(2_000, context.signal);
        }
    }
}
async function readOnce({ clients, signal }, arn, id) {
    const { GetSecretValueCommand } = await __webpack_require__.e(/* import() */ 396).then(__webpack_require__.t.bind(__webpack_require__, 5396, 19));
    const client = await clients.secretsManager((0,look_up_secret/* regionOf */.AP)(arn));
    // By its id: what is read is then what was looked at, whatever others do meanwhile.
    const command = new GetSecretValueCommand({ SecretId: arn, VersionId: id });
    const { SecretString, CreatedDate } = await (0,call/* call */.T)(client, command, { signal, resource: arn });
    return { id, createdAt: CreatedDate, text: SecretString };
}

;// CONCATENATED MODULE: ./actions/sync-secrets/build/observe/others.js



/** Reads the secrets that schemas refer to. Throws an ActionError where the role may not. */
async function readOthers(context, secrets) {
    const known = new Set(secrets.flatMap(({ request, stored }) => [request.id, ...namesOf(stored)]));
    const named = secrets.flatMap(({ request }) => referencedSecrets(request.schema));
    const unknown = [...new Set(named)].filter((id) => !known.has(id));
    const read = await Promise.all(unknown.map(async (id) => [id, await lookAt(context, id)]));
    const others = new Map();
    const sameAs = new Map();
    for (const [id, stored] of read) {
        // Only its ARN tells of which secret it is a name.
        const arn = namesOf(stored).find((name) => known.has(name));
        if (arn === undefined)
            others.set(id, toOther(id, stored));
        else
            sameAs.set(id, arn);
    }
    return { others, sameAs };
}
function namesOf(stored) {
    return stored.kind === 'missing' ? [] : [stored.secret.arn, stored.secret.name];
}
function toOther(id, stored) {
    if (stored.kind === 'missing')
        return { reason: `there is no secret ${id}` };
    if (stored.kind === 'deleted')
        return { reason: `${id} is scheduled for deletion` };
    const { current } = stored;
    if (current === undefined)
        return { reason: `${id} has no value yet` };
    const document = current.text === undefined ? undefined : parseDocument(current.text, 'json');
    return document === undefined ? { reason: `${id} holds no JSON object` } : { document };
}
function referencedSecrets(schema) {
    return referencesIn(schema).flatMap(({ secret }) => (secret === undefined ? [] : [secret]));
}
/** The keys that the rules of a secret refer to. */
function referencesIn(schema) {
    return [...schema.values()].flatMap(({ equals, derive }) => [
        ...(equals === undefined ? [] : [equals]),
        ...referencesOf(derive ?? []),
    ]);
}

// EXTERNAL MODULE: ./packages/aws/build/not-checked.js
var not_checked = __webpack_require__(1828);
;// CONCATENATED MODULE: ./actions/sync-secrets/build/store/versions.js

const dayMs = 24 * 60 * 60_000;
/**
 * How many versions of a secret Secrets Manager may not remove to make room for another one: those that are younger than 24 hours, and
 * those with labels. Throws only when the run is cancelled.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutSecretValue.html
 */
function countHeldVersions({ clients, signal }, arn) {
    return (0,not_checked/* attemptCheck */.e)(async () => {
        const { ListSecretVersionIdsCommand } = await __webpack_require__.e(/* import() */ 396).then(__webpack_require__.t.bind(__webpack_require__, 5396, 19));
        const client = await clients.secretsManager((0,look_up_secret/* regionOf */.AP)(arn));
        const youngestOldMs = Date.now() - dayMs;
        let held = 0;
        let token;
        do {
            const command = new ListSecretVersionIdsCommand({
                SecretId: arn,
                IncludeDeprecated: true,
                MaxResults: 100,
                NextToken: token,
            });
            const { Versions = [], NextToken } = await (0,call/* call */.T)(client, command, { signal, resource: arn });
            held += Versions.filter(({ VersionStages = [], CreatedDate }) => VersionStages.length > 0 || (CreatedDate?.getTime() ?? 0) > youngestOldMs).length;
            // An empty one is none: not every implementation leaves it out.
            token = NextToken === '' ? undefined : NextToken;
        } while (token !== undefined);
        return held;
    });
}

;// CONCATENATED MODULE: ./actions/sync-secrets/build/observe.js





/** Reads all secrets of the step, and those that their schemas refer to. Throws an ActionError where the role may not. */
async function observe(context, { secrets, otherWriters }) {
    const observed = await Promise.all(secrets.map(async (request) => ({
        request,
        stored: await lookAt(context, request.id),
        drawn: draw(request.schema),
        heldVersions: undefined,
    })));
    refuseTwice(observed);
    return { secrets: observed, ...(await readOthers(context, observed)), otherWriters };
}
/** The same secret under its name and its ARN would be written twice, the second time over the first. */
function refuseTwice(secrets) {
    const ids = new Map();
    const problems = [];
    for (const { request, stored } of secrets) {
        if (stored.kind === 'missing')
            continue;
        const { arn } = stored.secret;
        const first = ids.get(arn);
        if (first === undefined)
            ids.set(arn, request.id);
        else
            problems.push({ path: 'secrets', message: `has ${first} twice: ${request.id} is the same` });
    }
    if (problems.length > 0)
        throw (0,build/* inputError */.Xu)(problems);
}
/** Counts the versions of secrets that a plan writes. One that the role may not count has no count. */
async function observeVersions(context, observed, plan) {
    const secrets = await Promise.all(observed.secrets.map(async (secret, i) => {
        const { stored } = secret;
        if (plan[i]?.action !== 'write' || stored.kind !== 'found')
            return secret;
        const held = await countHeldVersions(context, stored.secret.arn);
        return { ...secret, heldVersions: typeof held === 'number' ? held : undefined };
    }));
    return { ...observed, secrets };
}
function draw(schema) {
    return new Map([...schema].flatMap(([key, { generate }]) => generate === undefined
        ? []
        : [[key, (0,external_node_crypto_.randomBytes)(generate.bytes).toString(generate.encoding)]]));
}

;// CONCATENATED MODULE: ./actions/sync-secrets/build/mask.js




/**
 * Reads what there is, and hides all of it, and what is given, before anything is printed: only then is it known which words are
 * names of keys that are stored, which stay readable. What keeps it from being read is told after that, too.
 */
async function observeHidden({ context: { host }, inputs, aws }) {
    let observed;
    try {
        observed = await observe(aws, inputs);
        return observed;
    }
    finally {
        const names = publicNames(host, inputs.secrets, observed);
        maskGiven(host, inputs, names);
        if (observed !== undefined)
            maskObserved(host, observed, names);
    }
}
/** Hides what secrets are going to hold, of which some is made of others only now. */
function maskPlanned(host, observed, content) {
    const requests = observed.secrets.map(({ request }) => request);
    const names = publicNames(host, requests, observed);
    for (const [i, request] of requests.entries()) {
        maskStored(host, content[i] ?? '', { request, names });
    }
}
function maskGiven(host, { secrets }, names) {
    for (const request of secrets) {
        for (const [key, value] of request.given) {
            if (value !== undefined && !isConfig(request, key))
                (0,build/* maskSecret */.$l)(host, textOf(value), names);
        }
    }
}
/** What is stored, what would be generated, and what schemas refer to. */
function maskObserved(host, { secrets, others }, names) {
    for (const { request, stored, drawn } of secrets) {
        for (const value of drawn.values())
            (0,build/* maskSecret */.$l)(host, value, names);
        const text = stored.kind === 'found' ? stored.current?.text : undefined;
        if (text !== undefined)
            maskStored(host, text, { request, names });
    }
    for (const other of others.values()) {
        const values = 'document' in other ? [...other.document.values()] : [];
        for (const value of values)
            (0,build/* maskSecret */.$l)(host, textOf(value), names);
    }
}
function maskStored(host, text, { request, names }) {
    if (request.notation === 'json') {
        const isSetting = (key) => isConfig(request, key);
        (0,build/* maskDocument */.ol)(host, text, { publicNames: names, isConfig: isSetting });
    }
    else if (!isConfig(request, rawKey))
        (0,build/* maskSecret */.$l)(host, text, names);
}
function isConfig({ schema }, key) {
    return schema.get(key)?.class === 'config';
}
/** The words of the output `plan`. */
const planWords = 'added changed removed unchanged generated derived refused';
function publicNames(host, requests, observed) {
    const { repository, workflow, job } = host.run;
    return [
        ...[repository, workflow, job, planWords],
        ...requests.flatMap(namesIn),
        ...(observed === undefined ? [] : storedNames(observed)),
    ];
}
function namesIn({ id, schema, given, tags }) {
    const referred = referencesIn(schema).flatMap(({ secret = '', key }) => [secret, key]);
    return [id, ...schema.keys(), ...given.keys(), ...tags.keys(), ...referred];
}
function storedNames({ secrets }) {
    return secrets.flatMap(({ request, stored }) => {
        const text = stored.kind === 'found' ? stored.current?.text : undefined;
        if (text === undefined || request.notation === 'raw')
            return [];
        return [...(parseDocument(text, 'json')?.keys() ?? [])];
    });
}

;// CONCATENATED MODULE: ./actions/sync-secrets/build/plan/find-secret.js
/** Why there can be no value behind a reference, in brackets behind its name; empty where only the key is not there. */
function whyAbsent({ secret }, find) {
    const target = secret === undefined ? undefined : find(secret);
    return target !== undefined && 'reason' in target ? ` (${target.reason})` : '';
}
/** Secrets of the step by each of their names; then others, by what the user wrote. */
function secretFinder(drafts, others) {
    const byName = new Map(drafts.flatMap(({ draft, names }) => names.map((name) => [name, draft])));
    return (id) => {
        const draft = byName.get(id);
        if (draft !== undefined)
            return { draft };
        return others.get(id) ?? { reason: `there is no secret ${id}` };
    };
}

;// CONCATENATED MODULE: ./actions/sync-secrets/build/plan/wanted.js




/** Finds out what the keys of all secrets of a step are going to hold: they may be derived from each other. */
function wantedValues(find) {
    const known = new Map();
    const underWay = [];
    const findWanted = (draft, key) => {
        const ofDraft = known.get(draft) ?? new Map();
        known.set(draft, ofDraft);
        const before = ofDraft.get(key);
        if (before !== undefined)
            return before;
        const wanted = isDerived(draft, key)
            ? deriveOnce(draft, key, { underWay, find, read: (ref) => read(draft, ref) })
            : plainly(draft, key);
        // Of a circle, what was found out inside of it names the circle.
        const first = ofDraft.get(key) ?? wanted;
        ofDraft.set(key, first);
        return first;
    };
    const read = (draft, reference) => valueBehind(reference, { draft, find, wanted: findWanted });
    return findWanted;
}
/** What a reference stands for once everything is written; undefined where there is nothing. */
function valueBehind({ secret, key }, { draft, find, wanted }) {
    const target = secret === undefined ? { draft } : find(secret);
    if ('draft' in target)
        return wanted(target.draft, key).value;
    return 'document' in target ? target.document.get(key) : undefined;
}
/** What is kept whatever else is asked, and what was given. */
function plainly({ request, stored, drawn }, key) {
    const { given } = request;
    const rule = request.schema.get(key);
    const value = stored.get(key);
    if (isLeftAlone(rule, value)) {
        const isPassedOver = given.has(key) && !isKept(value, given.get(key));
        return {
            value,
            how: 'stored',
            ...(isPassedOver && { passedOver: `the schema says policy: ${rule?.policy ?? ''}` }),
        };
    }
    if (given.has(key))
        return { value: given.get(key), how: 'given' };
    if (value === undefined) {
        const fresh = rule?.generate === undefined ? undefined : drawn.get(key);
        return { value: fresh, how: fresh === undefined ? 'stored' : 'generated' };
    }
    // What this step made itself is nothing that somebody forgot to give.
    const isOwn = rule?.generate !== undefined;
    return { value: request.others === 'keep' || isOwn ? value : undefined, how: 'stored' };
}
function isLeftAlone(rule, stored) {
    if (rule?.policy === 'never-touch')
        return true;
    return rule?.policy === 'create-only' && stored !== undefined;
}
function isDerived({ request, stored }, key) {
    const rule = request.schema.get(key);
    return rule?.derive !== undefined && !isLeftAlone(rule, stored.get(key));
}
function deriveOnce(draft, key, { underWay, find, read }) {
    const { request, stored } = draft;
    const rule = request.schema.get(key);
    const name = `${request.id}#${key}`;
    if (request.given.has(key)) {
        const problem = 'is given although its schema derives it; leave it out, or take derive away';
        return { value: request.given.get(key), how: 'given', problem };
    }
    if (underWay.includes(name)) {
        const circle = [...underWay.slice(underWay.indexOf(name)), name].join(' from ');
        return { value: undefined, how: 'derived', problem: `is derived from itself: ${circle}` };
    }
    underWay.push(name);
    const derived = derive(rule?.derive ?? [], { find, read });
    underWay.pop();
    if (derived.value !== undefined)
        return { value: derived.value, how: 'derived' };
    // Nothing that it could be made of is there, and nobody needs it.
    const isNeeded = rule?.isRequired === true || stored.has(key) || derived.isPartly;
    return isNeeded
        ? { value: undefined, how: 'derived', problem: derived.problem }
        : { value: undefined, how: 'derived' };
}
/** Fills a template; says which of its values are missing, and which filter could not take one. */
function derive(template, { find, read }) {
    const references = referencesOf(template);
    const values = new Map(references.map((reference) => [reference, read(reference)]));
    const missing = references.filter((reference) => values.get(reference) === undefined);
    if (missing.length > 0) {
        const name = (one) => `${formatKeyReference(one)}${whyAbsent(one, find)}`;
        const names = [...new Set(missing.map(name))].join(', ');
        const problem = `cannot be derived, since there is no value of ${names}`;
        return { value: undefined, problem, isPartly: missing.length < references.length };
    }
    try {
        return { value: fillTemplate(template, (reference) => textOf(values.get(reference) ?? '')) };
    }
    catch (error) {
        if (!(error instanceof build/* InvalidValue */.h6))
            throw error;
        const [first] = error.problems;
        return {
            value: undefined,
            problem: `cannot be derived: ${first?.message ?? ''}`,
            isPartly: true,
        };
    }
}

;// CONCATENATED MODULE: ./actions/sync-secrets/build/plan/violations.js


/** What a key that has to go breaks. */
const mustNotBeThere = 'must not be there';
/**
 * What a value breaks of the rule for its key, as the rest of a sentence that begins with the key. Never the value, nor a part of
 * it.
 */
function violations(rule, value, others) {
    if (rule.forbid === true)
        return value === undefined ? [] : [mustNotBeThere];
    if (value === undefined)
        return rule.isRequired ? ['is missing'] : [];
    if (isEmpty(value))
        return rule.isRequired ? ['is empty'] : [];
    return [...formOf(rule, textOf(value)), ...equality(rule, value, others)];
}
function* formOf({ pattern, forbid, schemes }, text) {
    if (pattern !== undefined && !pattern.test(text)) {
        yield `does not match the pattern ${pattern.source}`;
    }
    if (forbid instanceof RegExp && forbid.test(text)) {
        yield `matches the pattern ${forbid.source}, which is forbidden here`;
    }
    // https://datatracker.ietf.org/doc/html/rfc3986#section-3.1: in any case.
    const scheme = schemeOf(text)?.toLowerCase();
    if (schemes.length > 0 && !schemes.some((name) => name.toLowerCase() === scheme)) {
        yield `is no URL that begins with ${schemes.map((name) => `${name}://`).join(' or ')}`;
    }
}
function equality({ equals }, value, { read, whyAbsent }) {
    if (equals === undefined)
        return [];
    const other = read(equals);
    const name = formatKeyReference(equals);
    if (other === undefined)
        return [`has to equal ${name}, which is not there${whyAbsent(equals)}`];
    return isSame(value, other) ? [] : [`does not equal ${name}`];
}

;// CONCATENATED MODULE: ./actions/sync-secrets/build/plan/plan-secret.js




/** Plans one secret, key by key: those that are stored first, as they stand, then new ones. */
function planDocument(draft, find, wanted) {
    const { request, stored } = draft;
    const names = new Set([...stored.keys(), ...request.given.keys(), ...request.schema.keys()]);
    const document = new Map();
    const keys = [];
    for (const key of names) {
        const plan = planKey(draft, key, { find, wanted });
        if (plan.value !== undefined)
            document.set(key, plan.value);
        // A rule for a key that is not there, and does not have to be, changes nothing.
        if (stored.has(key) || plan.value !== undefined || plan.isTold)
            keys.push(plan.told);
    }
    return { keys, document };
}
function planKey(draft, key, { find, wanted }) {
    const { request, stored } = draft;
    const { value, how, passedOver, problem } = wanted(draft, key);
    const before = stored.get(key);
    const change = changeOf(before, value);
    const problems = [
        ...(problem === undefined ? [] : [problem]),
        // Why there is no value is said already.
        ...(problem === undefined ? violationsOf(draft, key, { value, find, wanted }) : []),
    ];
    const told = {
        key,
        change,
        how,
        passedOver,
        problems,
        isEmptied: request.given.has(key) && !isEmpty(before) && value !== undefined && isEmpty(value),
    };
    // A text that says the same as a stored number stays that number.
    const kept = change === 'unchanged' ? before : value;
    return { value: kept, told, isTold: problems.length > 0 || passedOver !== undefined };
}
function violationsOf(draft, key, of) {
    const rule = draft.request.schema.get(key);
    if (rule === undefined)
        return [];
    return violations(rule, of.value, {
        read: (reference) => valueBehind(reference, { draft, ...of }),
        whyAbsent: (reference) => whyAbsent(reference, of.find),
    });
}
function changeOf(before, after) {
    if (before === undefined && after === undefined)
        return 'absent';
    if (isKept(before, after))
        return 'unchanged';
    if (before === undefined)
        return 'added';
    return after === undefined ? 'removed' : 'changed';
}
/** Keys that are there, or going to be, and that the schema does not know; none where there is no schema. */
function unusedKeys({ schema, hasSchema }, document) {
    return hasSchema ? [...document.keys()].filter((key) => !schema.has(key)) : [];
}

;// CONCATENATED MODULE: ./actions/sync-secrets/build/plan/judge.js



/** Everything stays what it is. */
const asStored = ({ stored }, key) => ({ value: stored.get(key), how: 'stored' });
/** Holds what is stored against the schema; nothing is given, generated or derived. */
function judgeDocument(draft, find) {
    const { keys, document } = planDocument(draft, find, asStored);
    return { document, keys: keys.map((key) => withDerivation(draft, key, find)) };
}
/** A derived value that is not what it would be derived to is out of step with what it comes from. */
function withDerivation(draft, plan, find) {
    const rule = draft.request.schema.get(plan.key);
    const stored = draft.stored.get(plan.key);
    if (rule?.derive === undefined || rule.policy !== 'overwrite' || stored === undefined)
        return plan;
    const derived = derive(rule.derive, {
        find,
        read: (reference) => valueBehind(reference, { draft, find, wanted: asStored }),
    });
    const problem = derived.value === undefined
        ? derived.problem
        : 'is not what the schema derives it from; a push would change it';
    return isSame(stored, derived.value) ? plan : { ...plan, problems: [...plan.problems, problem] };
}

;// CONCATENATED MODULE: ./actions/sync-secrets/build/plan/description.js
/** What of a description a secret does not have yet, in words. */
function differences(secret, wanted) {
    const tags = missingTags(secret, wanted).map(({ Key }) => Key);
    return [
        ...(hasOtherText(secret, wanted) ? ['description'] : []),
        ...(hasOtherKey(secret, wanted) ? ['kms-key-id'] : []),
        ...(tags.length > 0 ? [`tags ${tags.join(', ')}`] : []),
    ];
}
/** Whether another description is wanted. */
function hasOtherText(secret, { description: wanted }) {
    return wanted !== undefined && wanted !== secret.description;
}
/** Secrets Manager does not name the key that it uses where none is given. */
const ownKey = 'alias/aws/secretsmanager';
/**
 * Whether another key is wanted. A key may be named by its id, its ARN or an alias, and Secrets Manager tells the name that it
 * was given.
 */
function hasOtherKey({ kmsKeyId: stored = ownKey }, { kmsKeyId: wanted = stored }) {
    return wanted !== stored && !isEndOf(wanted, stored) && !isEndOf(stored, wanted);
}
/** Whether a name is what an ARN ends with. */
function isEndOf(name, arn) {
    return arn.startsWith('arn:') && (arn.endsWith(`:${name}`) || arn.endsWith(`/${name}`));
}
/** The tags that are wanted and not there as they are wanted. */
function missingTags({ tags }, wanted) {
    return [...wanted.tags]
        .filter(([name, value]) => !tags.some(({ Key, Value }) => Key === name && Value === value))
        .map(([Key, Value]) => ({ Key, Value }));
}

;// CONCATENATED MODULE: ./actions/sync-secrets/build/plan/owners.js
/** Why nothing of a secret may be changed, a deletion that is scheduled included: somebody else keeps it. */
function owners({ id }, stored, otherWriters) {
    return stored.kind === 'missing' ? [] : ownersOf(id, stored.secret, otherWriters);
}
function ownersOf(id, { owningService, tags }, otherWriters) {
    const all = [ownedByService(id, owningService), ownedByTag(id, tags, otherWriters)];
    return all.filter((obstacle) => obstacle !== undefined);
}
function ownedByService(id, service) {
    if (service === undefined)
        return undefined;
    return {
        message: `The secret ${id} is managed by ${service}, which alone may write it.`,
        remedy: `Change it by ${service}, or keep values of your own in a secret of your own.`,
    };
}
/** Tags by which people and tools say who keeps a thing. */
const ownerTag = /^(?:managed|provisioned|created|maintained)[-_ :]?by$|^(?:provisioner|iac|managed)$/i;
function ownedByTag(id, tags, otherWriters) {
    const tag = tags.find(({ Key = '', Value = '' }) => {
        const owner = ownerTag.test(Key) ? Value.toLowerCase() : ownerByName(Key, Value);
        return otherWriters.some((writer) => owner.split(/[^a-z0-9]+/).includes(writer));
    });
    if (tag === undefined)
        return undefined;
    return {
        message: `The secret ${id} is kept by somebody else: its tag ${tag.Key ?? ''} is ${tag.Value ?? ''}, whose next run would undo what is written here.`,
        remedy: 'Change it where it is kept. Where that only creates the secret and leaves its value alone (in Terraform: no aws_secretsmanager_secret_version, or one with ignore_changes), set other-writers: none.',
    };
}
/** `terraform: true`, and what CloudFormation puts on whatever it makes. */
function ownerByName(key, value) {
    if (key.startsWith('aws:cloudformation:'))
        return 'cloudformation';
    return /^(?:true|yes|1)$/i.test(value) ? key.toLowerCase() : '';
}

;// CONCATENATED MODULE: ./actions/sync-secrets/build/plan/obstacles.js

/** The longest value. https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_limits.html */
const mostBytes = 65_536;
/** All that keeps a secret from being written. */
function obstacles(writing) {
    const { request, stored, text } = writing;
    const mayBeAbsent = (stored.kind === 'missing' && request.mayCreate && !isArn(request.id)) ||
        (stored.kind === 'deleted' && request.restoreDeleted);
    return [
        ...(mayBeAbsent ? [] : absence(request, stored)),
        ...owners(request, stored, writing.otherWriters),
        ...(stored.kind === 'found' ? ofStored(stored, writing) : []),
        tooLong(request.id, text),
    ].filter((obstacle) => obstacle !== undefined);
}
function isArn(id) {
    return id.startsWith('arn:');
}
/** Why a secret can be neither read nor written. */
function absence({ id }, stored) {
    if (stored.kind === 'found')
        return [];
    return [stored.kind === 'missing' ? missing(id, stored.instead) : deleted(id, stored.deletedAt)];
}
function missing(id, instead) {
    return {
        message: `There is no secret ${id}. ${instead.trim()}`.trim(),
        remedy: isArn(id)
            ? 'Correct secret-id. A secret that is to be created is named, without an ARN.'
            : 'Correct secret-id or aws-region, or create the secret first (mode: push with create: if-missing does).',
    };
}
function deleted(id, deletedAt) {
    return {
        message: `The secret ${id} is scheduled for deletion (${deletedAt.toISOString()}): it can be neither read nor written.`,
        remedy: 'Set restore-deleted: true with mode: push to take the deletion back, or name another secret.',
    };
}
function ofStored({ secret, current }, { request: { id }, heldVersions }) {
    return [rotating(id, secret.versions, current?.id), exhausted(id, heldVersions)];
}
function rotating(id, versions, current) {
    const pending = [...versions].find(([version, stages]) => version !== current && stages.includes('AWSPENDING'));
    if (pending === undefined)
        return undefined;
    return {
        message: `The secret ${id} is being rotated: AWSPENDING is on version ${pending[0]}, AWSCURRENT on ${current ?? 'none'}.`,
        remedy: 'Run this step again once the rotation is over. A rotation that failed leaves AWSPENDING behind: let it run again, or remove that label.',
    };
}
function exhausted(id, held) {
    if (held === undefined || held < mostVersions)
        return undefined;
    return {
        message: `The secret ${id} has ${held} versions that Secrets Manager may not remove, since they are younger than 24 hours or have labels: it takes no other one.`,
        remedy: 'Find out what writes it so often (more than once in ten minutes, for a day), and run this step again when the oldest of them is 24 hours old.',
    };
}
/** https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutSecretValue.html */
const mostVersions = 100;
function tooLong(id, text) {
    const bytes = new TextEncoder().encode(text).length;
    if (bytes <= mostBytes)
        return undefined;
    return {
        message: `The secret ${id} would have ${bytes} bytes; Secrets Manager takes ${mostBytes}.`,
        remedy: 'Put large values into a secret of their own, or into S3.',
    };
}

;// CONCATENATED MODULE: ./actions/sync-secrets/build/plan/opaque.js

/** Whether what is stored can be read in the notation of a request; where nothing is stored it can. */
function opacityOf(stored, { notation }) {
    if (stored.kind !== 'found' || stored.current === undefined)
        return 'none';
    const { text } = stored.current;
    if (text === undefined)
        return 'bytes';
    return parseDocument(text, notation) === undefined ? 'text' : 'none';
}
/** Why nothing can be read from a secret. */
function unreadable({ id }, opacity) {
    if (opacity === 'none')
        return [];
    const { what, remedy } = contents[opacity];
    return [{ message: `The secret ${id} holds ${what}.`, remedy }];
}
const contents = {
    text: {
        what: 'something that is no JSON object, so it has no keys',
        remedy: 'Set write: raw for a secret that is one text, or push with write: replace to put a JSON object in its place.',
    },
    bytes: {
        what: 'bytes (SecretBinary) and no text, so that nothing of it can be read here, and nothing kept',
        remedy: 'Name another secret. To put something in the place of the bytes, push a value with write: replace or write: raw, and without a policy that would keep what is there.',
    },
};
/** Why a secret whose content cannot be read may not be written: something of it would have to be kept. */
function unkeepable(request, opacity) {
    const { given, schema, notation, others } = request;
    const isReplaced = others === 'remove' || notation === 'raw';
    const isValueGiven = [...given.values()].some((value) => value !== undefined);
    const keeps = [...schema.values()].some(({ policy }) => policy !== 'overwrite');
    // A text that is no JSON object has no keys that a policy could keep. Nobody knows what bytes are.
    const isMeant = isReplaced && (opacity === 'text' || (isValueGiven && !keeps));
    return isMeant ? [] : unreadable(request, opacity);
}

;// CONCATENATED MODULE: ./actions/sync-secrets/build/plan/warnings.js


/** From how many of a hundred versions on something is wrong with how often a secret is written. */
const manyVersions = 90;
/** What a user should know although the secret can be written, as whole sentences. */
function warningsOf(warned) {
    const { request, keys } = warned;
    const sentences = [
        ...keys.map(passedOver),
        emptied(keys),
        ...unknownKeys(request),
        ...(request.others === 'remove' ? [removed(keys)] : []),
        replacedContent(warned),
        ...(warned.isWritten ? [rotated(warned.stored), crowded(warned.heldVersions)] : []),
    ];
    return sentences.flatMap((sentence) => sentence === undefined ? [] : [`Secret ${request.id}: ${sentence}`]);
}
function passedOver({ key, passedOver: why }) {
    return why === undefined ? undefined : `what is given for ${key} is not written, since ${why}.`;
}
function emptied(keys) {
    const names = warnings_namesOf(keys, ({ isEmptied }) => isEmptied);
    return names === undefined
        ? undefined
        : `${names} had a value and becomes empty. GitHub gives an empty text for a secret that it does not have.`;
}
function removed(keys) {
    const names = warnings_namesOf(keys, ({ change }) => change === 'removed');
    return names === undefined ? undefined : `write: replace removes ${names}.`;
}
function warnings_namesOf(keys, isMeant) {
    const names = keys.filter(isMeant).map(({ key }) => key);
    return names.length === 0 ? undefined : names.join(', ');
}
const opaqueContents = { text: 'no JSON object', bytes: 'bytes and no text' };
function replacedContent({ replaced }) {
    return replaced === 'none'
        ? undefined
        : `what it holds is ${opaqueContents[replaced]} and is replaced as a whole; AWSPREVIOUS keeps it.`;
}
/** A key with a typo would be written beside the one that was meant. */
function unknownKeys({ schema, hasSchema, given }) {
    if (!hasSchema)
        return [];
    const unknown = [...given].filter(([key, value]) => value !== undefined && !schema.has(key));
    return unknown.map(([key]) => {
        // Of a few letters any other word is near.
        const meant = key.length < 4 ? undefined : (0,build/* nearest */.pA)(key, [...schema.keys()]);
        const guess = meant === undefined ? '' : ` (did you mean ${meant}?)`;
        return `${key} is given, and its schema does not know it${guess}. A key may be there without any rule: \`${key}:\` in the schema.`;
    });
}
function rotated(stored) {
    return stored.kind === 'found' && stored.secret.isRotated
        ? 'Secrets Manager rotates it, so the next rotation replaces what is written here.'
        : undefined;
}
function crowded(heldVersions = 0) {
    return heldVersions >= manyVersions
        ? `it has ${(0,build/* count */.U9)(heldVersions, 'version')} that are younger than 24 hours or have labels, of at most ${mostVersions}. Find out what writes it so often.`
        : undefined;
}

// EXTERNAL MODULE: ./packages/aws/build/secrets/key-manifest.js
var key_manifest = __webpack_require__(2072);
;// CONCATENATED MODULE: ./actions/sync-secrets/build/store/stored.js
/** The id of the version that readers get, or will get once the secret is restored; undefined where there is none. */
function currentVersionId(stored) {
    if (stored.kind === 'missing')
        return undefined;
    return stored.kind === 'found' ? stored.current?.id : stored.versionId;
}

;// CONCATENATED MODULE: ./actions/sync-secrets/build/plan.js












/** Decides what becomes of each secret, from what is asked and what is stored. */
function planSecrets(observed) {
    const secrets = observed.secrets.map(toDraft);
    const find = finder(secrets, observed);
    const wanted = wantedValues(find);
    const planned = secrets.map((secret) => {
        const { keys, document } = planDocument(secret.draft, find, wanted);
        const text = formatDocument(document, secret.draft.request.notation);
        return { plan: planOne(secret, { keys, text, document, observed }), text };
    });
    return { plan: planned.map(({ plan }) => plan), content: planned.map(({ text }) => text) };
}
/** Holds what is stored against the schemas. */
function judgeSecrets(observed) {
    const secrets = observed.secrets.map(toDraft);
    const find = finder(secrets, observed);
    return secrets.map(({ draft, stored, opacity }) => {
        const { request } = draft;
        const isThere = stored.kind === 'found' && opacity === 'none';
        return {
            id: request.id,
            action: 'keep',
            // What is wrong with keys says nothing where there are none.
            keys: isThere ? judgeDocument(draft, find).keys : [],
            obstacles: [...absence(request, stored), ...unreadable(request, opacity)],
            isOvertaken: isOvertaken(request, stored),
            described: [],
            recordsKeys: false,
            forgetsKeys: false,
            warnings: [],
            unusedKeys: isThere ? unusedKeys(request, draft.stored) : [],
        };
    });
}
function toDraft({ request, stored, drawn, heldVersions }) {
    const draft = { request, drawn, stored: storedDocument(stored, request) ?? new Map() };
    return { draft, stored, opacity: opacityOf(stored, request), heldVersions };
}
/** What a secret holds; undefined where that cannot be read as the request wants it. */
function storedDocument(stored, { notation }) {
    if (stored.kind !== 'found' || stored.current === undefined)
        return new Map();
    const { text } = stored.current;
    return text === undefined ? undefined : parseDocument(text, notation);
}
/** Secrets of the step by their name, their ARN and whatever else the user wrote for them; then others that were read. */
function finder(secrets, { others, sameAs }) {
    const drafts = secrets.map(({ draft, stored }) => {
        const told = stored.kind === 'missing' ? [] : [stored.secret.name, stored.secret.arn];
        const names = [draft.request.id, ...told];
        const more = [...sameAs].flatMap(([written, meant]) => (names.includes(meant) ? [written] : []));
        return { draft, names: [...names, ...more] };
    });
    return secretFinder(drafts, others);
}
function planOne(secret, { keys, text, document, observed }) {
    const { draft, stored, opacity, heldVersions } = secret;
    const { request } = draft;
    const action = actionFor(secret, keys);
    const { otherWriters } = observed;
    const isWritten = action === 'write';
    const described = stored.kind === 'found' ? differences(stored.secret, request) : [];
    const others = owners(request, stored, otherWriters);
    const unkept = unkeepable(request, opacity);
    const isReplaced = isWritten && opacity !== 'none' && unkept.length === 0;
    return {
        id: request.id,
        action,
        // What a secret that is scheduled for deletion holds is not known: nothing is missed before it is restored.
        keys: keys.filter(({ change }) => action !== 'restore' || change !== 'absent'),
        obstacles: [
            ...(action === 'keep'
                ? []
                : obstacles({ request, stored, text, otherWriters, heldVersions })),
            ...(action === 'keep' && described.length > 0 ? others : []),
            ...unkept,
        ],
        isOvertaken: isOvertaken(request, stored),
        described,
        ...manifestPlan(secret, { isWritten, isOurs: others.length === 0 }),
        warnings: warningsOf({
            ...{ request, stored, keys, isWritten, heldVersions },
            replaced: isReplaced ? opacity : 'none',
        }),
        unusedKeys: unusedKeys(request, document),
    };
}
/** Names of keys are recorded of what has keys, by whoever keeps the secret. */
function manifestPlan({ draft: { request }, stored, opacity }, { isWritten, isOurs }) {
    const hasKeys = request.notation === 'json' && (isWritten || opacity === 'none');
    const tags = stored.kind === 'found' ? stored.secret.tags : [];
    const isRecorded = tags.some(({ Key = '' }) => (0,key_manifest/* isKeyManifestTag */.LC)(Key));
    return {
        recordsKeys: request.keyManifest && hasKeys && isOurs,
        forgetsKeys: !request.keyManifest && isRecorded && isOurs,
    };
}
function actionFor({ stored }, keys) {
    if (stored.kind === 'missing')
        return 'create';
    if (stored.kind === 'deleted')
        return 'restore';
    const isChanged = keys.some(({ change }) => !isLeft(change));
    return isChanged ? 'write' : 'keep';
}
/** Whether a key stays as it is, be it there or not. */
function isLeft(change) {
    return change === 'unchanged' || change === 'absent';
}
function isOvertaken({ expectedVersion }, stored) {
    if (expectedVersion === undefined)
        return false;
    const current = currentVersionId(stored);
    return expectedVersion === 'none' ? current !== undefined : current !== expectedVersion;
}

;// CONCATENATED MODULE: ./actions/sync-secrets/build/report.js

/** The outputs and the summary of a step: names of keys, and never a value. */
function report(ending) {
    const { outcome, verdict, plan, failure, services, exported = [] } = ending;
    return {
        outcome,
        ...(failure !== undefined && { failure }),
        outputs: outputsOf(ending),
        summary: (0,build/* paragraphs */.qN)(`### ${signOf(ending)} ${(0,build/* escapeMarkdown */.FV)(verdict)}`, failure === undefined ? undefined : (0,build/* escapeMarkdown */.FV)(failure.message), failure === undefined ? undefined : `**What to do:** ${(0,build/* escapeMarkdown */.FV)(failure.remedy)}`, (0,build/* table */.tp)(['Secret', 'Key', 'What', 'How'], plan.flatMap(rowsOf)), ...plan.map(describedPart), (0,build/* flowchart */.tn)([...plan.flatMap(arrowsOf), ...exported.flatMap(exportArrows)]), servicesPart(services), ...plan.map(unusedPart)),
    };
}
function signOf({ failure, outcome }) {
    if (failure !== undefined)
        return '❌';
    return outcome === 'planned' ? '📝' : '✅';
}
function outputsOf({ plan, written = [], services }) {
    const [only] = plan.length === 1 ? written : [];
    const several = plan.length > 1;
    const unused = plan.flatMap(({ id, unusedKeys }) => unusedKeys.map((key) => (several ? `${id}#${key}` : key)));
    return {
        ...writtenOutputs(only),
        changed: String(written.some(({ isChanged }) => isChanged)),
        plan: planOutput(plan),
        'unused-keys': JSON.stringify(unused),
        results: JSON.stringify(Object.fromEntries(written.map((one) => [one.id, { ...writtenOutputs(one), changed: one.isChanged }]))),
        ...(services?.kind === 'known' && { 'outdated-services': JSON.stringify(services.names) }),
    };
}
function writtenOutputs(written) {
    if (written === undefined)
        return {};
    const { arn, versionId, previousVersionId } = written;
    return {
        'secret-arn': arn,
        ...(versionId !== undefined && { 'version-id': versionId }),
        ...(previousVersionId !== undefined && { 'previous-version-id': previousVersionId }),
    };
}
/** For each secret id, the names of keys by what becomes of them. */
function planOutput(plan) {
    return JSON.stringify(Object.fromEntries(plan.map((secret) => [secret.id, listsOf(secret)])));
}
function listsOf({ keys }) {
    const names = (isMeant) => keys.filter(isMeant).map(({ key }) => key);
    const isRefused = ({ problems, passedOver }) => problems.length > 0 || passedOver !== undefined;
    return {
        added: names(({ change }) => change === 'added'),
        changed: names(({ change }) => change === 'changed'),
        removed: names(({ change }) => change === 'removed'),
        unchanged: names(({ change }) => change === 'unchanged'),
        generated: names(({ how }) => how === 'generated'),
        derived: names(({ how }) => how === 'derived'),
        refused: names(isRefused),
    };
}
/** Unchanged keys share a row: there may be many, and nobody has to act on them. */
function rowsOf({ id, keys }) {
    const isQuiet = ({ change, problems, passedOver }) => change === 'unchanged' && problems.length === 0 && passedOver === undefined;
    const quiet = keys.filter(isQuiet).map(({ key }) => (0,build/* code */.aY)(key));
    const told = keys.filter((key) => !isQuiet(key));
    return [
        ...told.map((key) => [(0,build/* code */.aY)(id), (0,build/* code */.aY)(key.key), whatOf(key), howOf(key)]),
        ...(quiet.length > 0 ? [[(0,build/* code */.aY)(id), quiet.join(' '), 'unchanged', '']] : []),
    ];
}
function whatOf({ change, problems, passedOver }) {
    if (problems.length > 0)
        return '❌ refused';
    return passedOver === undefined ? change : 'not written';
}
function howOf({ how, problems, passedOver }) {
    if (problems.length > 0)
        return (0,build/* escapeMarkdown */.FV)(problems.join('; '));
    if (passedOver !== undefined)
        return (0,build/* escapeMarkdown */.FV)(passedOver);
    return how === 'stored' ? '' : how;
}
/** Where the keys that change come from, and into which secret they go. */
function arrowsOf({ id, keys }) {
    const sources = {
        given: 'values given',
        generated: 'random source',
        derived: 'other keys',
    };
    return ['given', 'generated', 'derived'].flatMap((how) => {
        const times = keys.filter((key) => key.how === how && !['unchanged', 'absent'].includes(key.change)).length;
        return times === 0
            ? []
            : [{ from: sources[how], to: `secret ${id}`, label: (0,build/* count */.U9)(times, 'key') }];
    });
}
function exportArrows({ id, names, to }) {
    return [{ from: `secret ${id}`, to, label: (0,build/* count */.U9)(names.length, 'key') }];
}
function servicesPart(services) {
    if (services === undefined)
        return undefined;
    if (services.kind !== 'known') {
        return `Services that run with an older version: not checked, ${(0,build/* escapeMarkdown */.FV)(services.message)}.`;
    }
    if (services.names.length === 0)
        return 'No service of the cluster runs with an older version.';
    return `**Still with an older version, until they are deployed again:** ${services.names.map(build/* code */.aY).join(', ')}`;
}
function describedPart({ id, described }) {
    return described.length === 0
        ? undefined
        : `Besides its value, ${(0,build/* code */.aY)(id)} gets: ${(0,build/* escapeMarkdown */.FV)(described.join(', '))}`;
}
function unusedPart({ id, unusedKeys }) {
    return unusedKeys.length === 0
        ? undefined
        : `Keys of ${(0,build/* code */.aY)(id)} that its schema does not know: ${unusedKeys.map(build/* code */.aY).join(', ')}`;
}

;// CONCATENATED MODULE: ./actions/sync-secrets/build/refusal.js


/** Why a plan may not be carried out: everything at once; undefined where it may. */
function refusalOf(plan) {
    const obstacles = plan.flatMap((secret) => secret.obstacles);
    const broken = plan.flatMap(brokenRules);
    const sentences = [...obstacles.map(({ message }) => message), ...broken];
    const [only] = sentences;
    if (only === undefined)
        return undefined;
    return new build/* ActionError */.lZ({
        code: broken.length > 0 ? 'secret' : 'preflight',
        message: sentences.length === 1
            ? `${only} Nothing was written.`
            : `${(0,build/* count */.U9)(sentences.length, 'thing')} stand in the way, and nothing was written:\n${sentences.map((line) => `  - ${line}`).join('\n')}`,
        remedy: [...new Set([...obstacles.map(({ remedy }) => remedy), ...remediesOf(plan)])].join(' '),
    });
}
/** What is wrong with the keys of a secret, as whole sentences. */
function brokenRules({ id, keys }) {
    return keys.flatMap(({ key, problems }) => problems.map((problem) => `${key} of ${id} ${problem}.`));
}
function remediesOf(plan) {
    const broken = plan.flatMap(({ keys }) => keys.filter(({ problems }) => problems.length > 0));
    const forbidden = broken.filter(({ problems }) => problems.includes(mustNotBeThere));
    const removals = forbidden.map(({ key }) => `!${key}`).join(', ');
    return [
        ...(forbidden.length === 0
            ? []
            : [`Push with ${removals} among the lines of values to remove what must not be there.`]),
        ...(broken.length === forbidden.length
            ? []
            : [
                'Correct the values of these keys where they come from, or the schema where it asks too much.',
            ]),
    ];
}

// EXTERNAL MODULE: ./packages/aws/build/secrets/version-date.js
var version_date = __webpack_require__(9584);
;// CONCATENATED MODULE: ./actions/sync-secrets/build/store/version-id.js

/**
 * A new id for a version, which carries the run that writes it. The rest is random: an id made from the content would tell
 * who may see ids whether they guessed a value, and would make going back to an older value a write that does nothing.
 */
function newVersionId({ id, attempt }) {
    const run = /^\d{1,20}$/.test(id) ? id : '0';
    const times = /^\d{1,4}$/.test(attempt) ? attempt : '1';
    return `deploy-actions-${run}-${times}-${(0,external_node_crypto_.randomBytes)(10).toString('hex')}`;
}
/** The run that an id of a version names; undefined for a version that something else wrote. */
function runBehind(versionId) {
    const match = /^deploy-actions-(\d+)-(\d+)-[0-9a-f]{20}$/.exec(versionId);
    const [, id = '', attempt = ''] = match ?? [];
    return match === null || id === '0' ? undefined : { id, attempt };
}

;// CONCATENATED MODULE: ./actions/sync-secrets/build/store/conflict.js



/** The error of a step that met another writer: which version, when, and by which run where that is known. */
async function conflictError(context, met) {
    const { id, versionId, expected } = met;
    const was = expected === undefined ? 'no version was expected' : `${expected} was expected`;
    return new build/* ActionError */.lZ({
        code: 'conflict',
        message: `The secret ${id} was written by somebody else: ${await describeHolder(context, met)}, and ${was}. Nothing was overwritten.`,
        remedy: versionId === undefined
            ? 'Look at the secret, and run this step again.'
            : 'Run this step again: it reads what is there now, plans anew and keeps the other change, unless both give a value for the same key. Steps that write the same secret belong into one concurrency group.',
    });
}
async function describeHolder(context, { arn, versionId }) {
    if (versionId === undefined)
        return 'AWSCURRENT is on no version';
    const date = await (0,not_checked/* attemptCheck */.e)(() => (0,version_date/* readVersionDate */.H)(context, arn, versionId));
    const when = date instanceof Date ? `, written ${date.toISOString()}` : '';
    const run = runBehind(versionId);
    const by = run === undefined ? '' : ` by run ${run.id} (attempt ${run.attempt}) of this action`;
    return `AWSCURRENT is on version ${versionId}${when}${by}`;
}
/** The error of a step whose secret was deleted meanwhile; undefined where it was not. */
function goneError(id, secret) {
    if (secret.kind === 'not-checked')
        return undefined;
    const deletedAt = secret.kind === 'found' ? secret.deletedAt : undefined;
    if (secret.kind === 'found' && deletedAt === undefined)
        return undefined;
    const what = deletedAt === undefined ? 'deleted' : `scheduled for deletion (${deletedAt.toISOString()})`;
    return new build/* ActionError */.lZ({
        code: 'conflict',
        message: `The secret ${id} was ${what} by somebody else while this step was at work. What this step would have written is read by nobody.`,
        remedy: deletedAt === undefined
            ? 'Find out who deleted it. Run this step again to create it anew (create: if-missing).'
            : 'Find out who deleted it. Run this step again with restore-deleted: true to take that back.',
    });
}
/** The error of a step during which a rotation began. */
function rotationError(id, pending) {
    return new build/* ActionError */.lZ({
        code: 'conflict',
        message: `A rotation of the secret ${id} began while this step was at work: AWSPENDING is on version ${pending}. Nothing was overwritten.`,
        remedy: 'Run this step again once the rotation is over: it reads what is there then, and plans anew.',
    });
}
/** The error of a step that expects a version of a secret that is not there. */
function missingVersionError(id, expected) {
    return new build/* ActionError */.lZ({
        code: 'conflict',
        message: `There is no secret ${id}, and its version ${expected} was expected. Nothing was written.`,
        remedy: 'Correct secret-id, aws-region or expect-version, which is none for a secret that may not be there yet.',
    });
}

;// CONCATENATED MODULE: ./actions/sync-secrets/build/step.js



/** Why a plan may not be carried out; another writer comes first, since what it wrote may be why. */
async function findRefusal(aws, plan, { secrets }) {
    const overtaken = plan.findIndex(({ isOvertaken }) => isOvertaken);
    const secret = secrets[overtaken];
    if (secret === undefined)
        return refusalOf(plan);
    const { request, stored } = secret;
    const { id, expectedVersion = '' } = request;
    if (stored.kind === 'missing')
        return missingVersionError(id, expectedVersion);
    return conflictError(aws, {
        id,
        arn: stored.secret.arn,
        versionId: currentVersionId(stored),
        expected: expectedVersion === 'none' ? undefined : expectedVersion,
    });
}

;// CONCATENATED MODULE: ./actions/sync-secrets/build/tell.js

/** Prints what becomes of each secret, key by key, and warns of what should be known. */
function tellPlan(log, plan) {
    for (const secret of plan) {
        log.info(`${secret.id}: ${describeAction(secret)}`);
        for (const line of linesOf(secret))
            log.info(`  ${line}`);
    }
    for (const warning of plan.flatMap(({ warnings }) => warnings))
        log.warning(warning);
}
/** What becomes of a secret, in a few words. */
function describeAction({ action, keys }) {
    const counts = ['added', 'changed', 'removed', 'unchanged'].flatMap((change) => {
        const times = keys.filter((key) => key.change === change).length;
        return times === 0 ? [] : [`${times} ${change}`];
    });
    const what = { create: 'created', restore: 'restored', write: 'written', keep: 'kept' }[action];
    const known = `is ${what}, ${counts.length === 0 ? (0,build/* count */.U9)(0, 'key') : counts.join(', ')}`;
    return action === 'restore'
        ? `${known}; what it holds is not known before that, and is counted as nothing`
        : known;
}
const signs = { added: '+', changed: '~', removed: '-', unchanged: '=', absent: ' ' };
function linesOf({ keys, unusedKeys, described, forgetsKeys }) {
    // Why a key that is given is not written is said by a warning.
    const isQuiet = ({ change }) => change === 'unchanged' || change === 'absent';
    const told = keys.filter((key) => !isQuiet(key) || key.problems.length > 0);
    return [
        ...told.map(lineOf),
        ...(described.length > 0 ? [`sets ${described.join(', ')}`] : []),
        ...(forgetsKeys ? ['takes the names of its keys out of its tags'] : []),
        ...(unusedKeys.length > 0 ? [`not in the schema: ${unusedKeys.join(', ')}`] : []),
    ];
}
function lineOf({ key, change, how, problems }) {
    if (problems.length > 0)
        return `! ${key} ${problems.join('; ')}`;
    return `${signs[change]} ${key}${how === 'generated' || how === 'derived' ? ` (${how})` : ''}`;
}

// EXTERNAL MODULE: ./packages/aws/build/secrets/reference.js
var secrets_reference = __webpack_require__(4058);
// EXTERNAL MODULE: ./packages/ecs/build/index.js + 133 modules
var ecs_build = __webpack_require__(3108);
;// CONCATENATED MODULE: ./actions/sync-secrets/build/services/outdated-services.js


/**
 * Finds the services of a cluster whose tasks started before the current version of a secret that they refer to. Throws only when the run
 * is cancelled.
 */
function findOutdatedServices(context, cluster, secrets) {
    return (0,not_checked/* attemptCheck */.e)(async () => {
        const services = await findServicesOf(context, cluster);
        if (services === undefined) {
            return {
                kind: 'no-cluster',
                message: `there is no cluster ${cluster}; correct the input cluster`,
            };
        }
        const outdated = await Promise.all(services.map(async (service) => {
            const read = secretsOf(await definitionTexts(context, service.taskDefinition), secrets);
            const since = Math.max(...read.map((secret) => secret.since.getTime()));
            if (read.length === 0)
                return [];
            const tasks = await runningTasks(context, cluster, service.serviceName ?? '');
            const isOutdated = tasks.some(({ createdAt }) => (createdAt?.getTime() ?? 0) < since);
            return isOutdated ? [service.serviceName ?? ''] : [];
        }));
        return { kind: 'known', names: outdated.flat().toSorted() };
    });
}
/** Of these secrets those that references read in their current version. */
function secretsOf(references, secrets) {
    const read = references.flatMap((text) => {
        const reference = (0,secrets_reference/* findSecretReference */.F)(text);
        const isCurrent = reference?.kind === 'secret' &&
            reference.versionId === '' &&
            (reference.stage === '' || reference.stage === 'AWSCURRENT');
        return isCurrent ? [reference.id] : [];
    });
    return secrets.filter(({ name, arn }) => read.some((id) => id === name || id === arn || id === arn.slice(0, -suffixLength)));
}
/** Secrets Manager adds a hyphen and six characters to the name. */
const suffixLength = 7;
/** The services of a cluster; undefined where there is no such cluster. */
async function findServicesOf(context, cluster) {
    try {
        return await describeServices(context, cluster);
    }
    catch (error) {
        if (!(0,errors/* isAwsError */.m_)(error, 'ClusterNotFoundException'))
            throw error;
        return undefined;
    }
}
async function describeServices({ clients, signal }, cluster) {
    const { ListServicesCommand, DescribeServicesCommand } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 6580, 19));
    const arns = [];
    let nextToken;
    do {
        const command = new ListServicesCommand({ cluster, maxResults: 100, nextToken });
        const page = await (0,call/* call */.T)(clients.ecs(), command, { signal, resource: cluster });
        arns.push(...(page.serviceArns ?? []));
        nextToken = page.nextToken;
    } while (nextToken !== undefined);
    const pages = await Promise.all(inPages(arns, 10).map((services) => (0,call/* call */.T)(clients.ecs(), new DescribeServicesCommand({ cluster, services }), {
        signal,
        resource: cluster,
    })));
    return pages.flatMap(({ services = [] }) => services);
}
async function definitionTexts({ clients, signal }, taskDefinition) {
    if (taskDefinition === undefined)
        return [];
    const { DescribeTaskDefinitionCommand } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 6580, 19));
    const command = new DescribeTaskDefinitionCommand({ taskDefinition });
    const answer = await (0,call/* call */.T)(clients.ecs(), command, { signal, resource: taskDefinition });
    const references = (0,ecs_build/* collectReferences */.XM)({
        family: '',
        containerDefinitions: [],
        ...answer.taskDefinition,
    });
    return references.secrets.map(({ value }) => value.text);
}
async function runningTasks({ clients, signal }, cluster, serviceName) {
    const { ListTasksCommand, DescribeTasksCommand } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 6580, 19));
    const options = { signal, resource: cluster };
    const arns = [];
    let nextToken;
    do {
        const command = new ListTasksCommand({
            cluster,
            serviceName,
            desiredStatus: 'RUNNING',
            nextToken,
        });
        const page = await (0,call/* call */.T)(clients.ecs(), command, options);
        arns.push(...(page.taskArns ?? []));
        nextToken = page.nextToken;
    } while (nextToken !== undefined);
    const pages = await Promise.all(inPages(arns, 100).map((tasks) => (0,call/* call */.T)(clients.ecs(), new DescribeTasksCommand({ cluster, tasks }), options)));
    return pages.flatMap(({ tasks = [] }) => tasks);
}
function inPages(items, size) {
    return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));
}

;// CONCATENATED MODULE: ./actions/sync-secrets/build/services/find-services.js

/** Looks after the services of the cluster that the inputs name, and tells which of them run with older versions. */
async function findServices({ context: { host }, inputs: { cluster }, aws }, { observed, written }) {
    if (cluster === undefined)
        return undefined;
    const now = new Date();
    const secrets = observed.secrets.flatMap(({ request, stored }) => {
        const one = written.find(({ id }) => id === request.id);
        if (stored.kind !== 'found' || one === undefined)
            return [];
        const { name, arn } = stored.secret;
        const since = one.isChanged ? now : stored.current?.createdAt;
        return since === undefined ? [] : [{ name, arn, since }];
    });
    const services = await findOutdatedServices(aws, cluster, secrets);
    if (services.kind === 'no-cluster') {
        host.warning(`Services that run with an older version: not checked, ${services.message}.`);
    }
    else if (services.kind === 'not-checked') {
        host.info(`Services that run with an older version: not checked, ${services.message}.`);
    }
    else if (services.names.length > 0) {
        host.warning(`These services run with an older version until they are deployed again: ${services.names.join(', ')}.`);
    }
    return services;
}

;// CONCATENATED MODULE: ./actions/sync-secrets/build/check.js







/** Verifies what is stored against the schemas. */
async function check(step) {
    const { aws } = step;
    const { observed, plan } = await judge(step);
    const written = asTheyAre(observed);
    const services = await findServices(step, { observed, written });
    const ending = { plan, written, ...(services !== undefined && { services }) };
    const failure = await findRefusal(aws, plan, observed);
    return failure === undefined
        ? report({ ...ending, outcome: 'checked', verdict: `${(0,build/* count */.U9)(plan.length, 'secret')} checked` })
        : report({
            ...ending,
            outcome: 'failed',
            verdict: 'Secrets are not as they have to be',
            failure,
        });
}
/** Reads the secrets and holds them against their schemas. */
async function judge(step) {
    const { context } = step;
    const observed = await observeHidden(step);
    const plan = judgeSecrets(observed);
    context.setOutput('plan', planOutput(plan));
    tellPlan(context.host, plan);
    return { observed, plan };
}
/** The secrets that are there, of which none was written. */
function asTheyAre({ secrets }) {
    return secrets.flatMap(({ request, stored }) => stored.kind === 'found'
        ? [
            {
                id: request.id,
                arn: stored.secret.arn,
                versionId: stored.current?.id,
                previousVersionId: undefined,
                isChanged: false,
            },
        ]
        : []);
}

// EXTERNAL MODULE: ./packages/aws/build/arn.js
var build_arn = __webpack_require__(142);
;// CONCATENATED MODULE: ./actions/sync-secrets/build/inputs/exports.js


/** Reads `KEY`, or `KEY=NAME` for another name; for a raw secret the name alone. */
function parseExports(items, notation) {
    return items.map((item) => {
        const at = item.indexOf('=');
        const key = item.slice(0, at < 0 ? undefined : at).trim();
        return { key: notation === 'raw' ? rawKey : key, name: item.slice(at + 1).trim() };
    });
}
/** What is wrong with the names under which keys are exported. A file takes any name, but none twice. */
function exportProblems(secrets, isFile) {
    const names = secrets.flatMap(({ exports = [] }) => exports.map(({ name }) => name));
    const repeated = names.filter((name, i) => names.indexOf(name) < i);
    return [
        ...[...new Set(names)].flatMap((name) => nameProblem(name, isFile)),
        ...[...new Set(repeated)].map((name) => ({ path: 'export', message: `has ${name} twice` })),
    ];
}
function nameProblem(name, isFile) {
    const message = name === '' ? 'has an item without a name' : (0,build/* variableNameProblem */.BY)(name);
    return message === undefined || (isFile && name !== '')
        ? []
        : [{ path: 'export', message: `${name}: ${message}` }];
}

;// CONCATENATED MODULE: ./actions/sync-secrets/build/values/given.js
/** Puts sources together. A key may come from one of them only: which one is meant could not be known. */
function mergeSources(sources) {
    const values = new Map();
    const from = new Map();
    const problems = [];
    for (const { input, values: own } of sources) {
        for (const [key, value] of own) {
            const first = from.get(key);
            if (first !== undefined) {
                problems.push({ path: input, message: `gives ${key}, which ${first} gives already` });
            }
            from.set(key, input);
            values.set(key, value);
        }
    }
    return { values, problems };
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./actions/sync-secrets/build/values/from-dotenv.js


/**
 * Reads a dotenv file by the field's own parser, and refuses what that would drop without a word: lines that assign nothing,
 * names that stand twice, and whatever stands behind a `#` that begins no line: nobody can tell whether a comment was meant. Throws
 * InvalidValue, which never repeats a value.
 */
async function valuesFromDotenv(text) {
    const { parse } = await __webpack_require__.e(/* import() */ 313).then(__webpack_require__.t.bind(__webpack_require__, 5313, 19));
    const names = new Set();
    const problems = [...problemsOf(text, names)];
    if (problems.length > 0)
        throw new build/* InvalidValue */.h6(problems);
    const values = new Map(Object.entries(parse(text)));
    const lost = [...names].filter((name) => !values.has(name));
    // Quotes with backslashes before them can make the parser take several lines for one value.
    const message = 'is not found by a parser of dotenv; look at the quotes of the lines before it';
    if (lost.length > 0)
        throw new build/* InvalidValue */.h6(lost.map((path) => ({ path, message })));
    return values;
}
/** An assignment, up to where its value begins. */
const assignment = /^\s*(?:export\s+)?([\w.-]+)(?:\s*=[^\S\n]*|:[^\S\n]+)/;
function* problemsOf(text, names) {
    const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
    let before;
    for (let i = 0; i < lines.length; i++) {
        const line = lines[i] ?? '';
        const number = i + 1;
        if (/^\s*(?:#|$)/.test(line))
            continue;
        const match = assignment.exec(line);
        if (match === null) {
            yield {
                path: '',
                message: `has no NAME= in line ${number}; a value of several lines needs quotes`,
            };
            continue;
        }
        const [head, name = ''] = match;
        const assigned = { name, value: line.slice(head.length) };
        const cut = cutValueProblem(assigned, before);
        if (cut !== undefined) {
            yield { path: '', message: cut };
            continue;
        }
        before = assigned;
        if (names.has(name))
            yield { path: '', message: `has ${name} a second time in line ${number}` };
        names.add(name);
        const end = endOfValue(lines, i, head);
        if (typeof end === 'string')
            yield { path: '', message: `has ${end} in line ${number}, behind ${name}` };
        else
            i = end;
    }
}
/** The line in which the value ends that begins behind the head of this line, or what is wrong with it. */
function endOfValue(lines, first, head) {
    const start = lines[first]?.slice(head.length) ?? '';
    const quote = /^['"`]/.exec(start)?.[0];
    if (quote === undefined)
        return start.includes('#') ? hashOutside : first;
    let rest = start.slice(1);
    for (let i = first; i < lines.length; i++) {
        const end = closingQuote(rest, quote);
        if (end !== undefined) {
            const behind = rest.slice(end + 1).trim();
            if (behind === '')
                return i;
            return behind.startsWith('#') ? hashOutside : 'something behind the closing quote';
        }
        rest = lines[i + 1] ?? '';
    }
    return 'a quote that is not closed';
}
const hashOutside = 'a # outside of quotes, where a comment would begin (put the value into quotes, or the comment into a line of its own)';
function closingQuote(text, quote) {
    for (let i = 0; i < text.length; i++) {
        if (text[i] === '\\')
            i++;
        else if (text[i] === quote)
            return i;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./actions/sync-secrets/build/values/from-text.js



const anyMap = (0,build/* mapEdit */.$x)({ description: '' });
/**
 * Reads values from a JSON object, whose numbers, lists and objects stay what they are, from `KEY=VALUE` lines (`!KEY`
 * removes one), or from a YAML mapping. Throws InvalidValue, which never repeats a value.
 */
function valuesFromText(text) {
    const notation = (0,build/* notationOf */.MU)(text);
    if (notation === 'json')
        return valuesFromJson(text);
    const values = anyMap.parse(text);
    if (notation === 'lines')
        refuseCutValues(values);
    return values;
}
function refuseCutValues(values) {
    const lines = [...values].map(([name, value]) => ({ name, value: value && textOf(value) }));
    const problems = lines.flatMap((line, i) => {
        const message = cutValueProblem(line, lines[i - 1]);
        return message === undefined ? [] : [{ path: '', message }];
    });
    if (problems.length > 0)
        throw new build/* InvalidValue */.h6(problems);
}
/** Reads a YAML mapping, whose scalars are taken as written. Throws as {@link valuesFromText} does. */
function valuesFromTree(tree) {
    return anyMap.parse(tree);
}
/** Reads a JSON object in which no key stands twice. Throws as {@link valuesFromText} does. */
function valuesFromJson(text) {
    const values = parseDocument(text, 'json');
    // Tells line and column of what is wrong, and finds keys that stand twice.
    (0,build/* parseYaml */.hN)(text);
    return values ?? (0,build/* invalid */.Gq)('is no JSON object');
}

;// CONCATENATED MODULE: ./actions/sync-secrets/build/values/from-file.js







/**
 * Reads values from a file by its extension: `.json`, `.yml` or `.yaml`, and dotenv for all others; of a raw secret the whole
 * file as it is. Throws InvalidValue, which never repeats a value.
 */
async function valuesFromFile(path, notation) {
    const text = await from_file_readText(path);
    if (notation === 'raw')
        return new Map([[rawKey, text]]);
    switch ((0,external_node_path_.extname)(path).toLowerCase()) {
        case '.json':
            return valuesFromJson(text);
        case '.yml':
        case '.yaml':
            return valuesFromYaml(text);
        default:
            return valuesFromDotenv(text);
    }
}
async function from_file_readText(path) {
    let bytes;
    try {
        bytes = await (0,promises_.readFile)(path);
    }
    catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
        return (0,build/* invalid */.Gq)(`names ${fileName(path)}, which cannot be read (${code})`);
    }
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
    }
    catch {
        return (0,build/* invalid */.Gq)(`names ${fileName(path)}, which is no text in UTF-8`);
    }
}
function valuesFromYaml(text) {
    const tree = (0,build/* parseYaml */.hN)(text);
    if (typeof tree === 'string' || (0,build/* isList */.Lv)(tree))
        return (0,build/* invalid */.Gq)('is no mapping of keys to values');
    const values = Object.entries(tree);
    const nested = values.filter(([, value]) => typeof value !== 'string');
    if (nested.length > 0) {
        const message = 'must be text; put a value that is JSON itself into quotes';
        throw new build/* InvalidValue */.h6(nested.map(([path]) => ({ path, message })));
    }
    return new Map(values.filter((entry) => typeof entry[1] === 'string'));
}

;// CONCATENATED MODULE: ./actions/sync-secrets/build/values/from-variables.js



/** Reads `KEY`, or `KEY=VARIABLE` where the names differ. The only value of a raw secret has no name of its own. */
function variableName(item, notation) {
    const at = item.indexOf('=');
    const key = item.slice(0, at < 0 ? undefined : at).trim();
    const variable = item.slice(at + 1).trim();
    return { key: notation === 'raw' ? rawKey : key, variable };
}
/**
 * Takes values from the job's environment as they are. Throws InvalidValue for variables that are not set: all of
 * them at once.
 */
function valuesFromVariables(names, host) {
    const values = new Map();
    const problems = [];
    for (const { key, variable } of names) {
        const value = host.readVariable(variable);
        if (key === '' || variable === '') {
            const message = 'has an item without a name; allowed: KEY or KEY=VARIABLE';
            problems.push({ path: '', message });
        }
        else if (values.has(key)) {
            problems.push({ path: key, message: 'is given twice' });
        }
        else if (value === undefined)
            problems.push(notSet(variable));
        else
            values.set(key, value);
    }
    if (problems.length > 0)
        throw new build/* InvalidValue */.h6(problems);
    return values;
}
function notSet(variable) {
    const message = isName(variable)
        ? `names the variable ${variable}, which is not set; put it under env: of this step`
        : 'has an item that names no variable of this step; allowed: KEY or KEY=VARIABLE, with the value under env: (what stands there is not repeated, since it may be a value)';
    return { path: '', message };
}

;// CONCATENATED MODULE: ./actions/sync-secrets/build/inputs/read-values.js






/** Reads the values of a secret from wherever they come. */
async function readValues(inputs, notation, host) {
    const { values, valuesFromEnv, valuesFile } = inputs;
    const problems = [];
    const sources = [];
    const take = async (input, read) => {
        try {
            sources.push({ input, values: await read() });
        }
        catch (error) {
            if (!(error instanceof build/* InvalidValue */.h6))
                throw error;
            problems.push(...error.problems.map((problem) => (0,build/* under */.hG)(input, problem)));
        }
    };
    if (values !== undefined)
        await take('values', () => fromInput(values, notation));
    if (valuesFromEnv !== undefined) {
        const names = valuesFromEnv.map((item) => variableName(item, notation));
        await take('values-from-env', () => valuesFromVariables(names, host));
    }
    if (valuesFile !== undefined) {
        await take('values-file', () => valuesFromFile(valuesFile, notation));
    }
    const merged = mergeSources(sources);
    return { values: merged.values, problems: [...problems, ...merged.problems] };
}
function fromInput(raw, notation) {
    if (typeof raw !== 'string')
        return valuesFromTree(raw);
    return notation === 'raw' ? new Map([[rawKey, raw]]) : valuesFromText(raw);
}

;// CONCATENATED MODULE: ./actions/sync-secrets/build/inputs/nothing-asked.js
/** What keeps a step from being of any use: nothing to write, or nothing to hold a secret against. */
function nothingAsked(mode, request, inputs) {
    if (mode === 'push')
        return nothingGiven(request, inputs);
    return mode === 'check' && request.schema.size === 0 ? [noSchema] : [];
}
const noSchema = {
    path: 'schema',
    message: 'has to name at least one key with mode: check, which would find nothing wrong without it',
};
/** GitHub gives an empty text for a secret that it does not have: a step that would do nothing, or remove everything, says so. */
function nothingGiven(request, inputs) {
    const { given, others } = request;
    const isValueGiven = [...given.values()].some((value) => value !== undefined);
    if (others === 'remove' && !isValueGiven) {
        const message = `gives no key, so that write: replace would remove all of them; give at least one, or remove single keys by write: merge and !KEY ${emptyText}`;
        return [{ path: 'values', message }];
    }
    if (given.size > 0 || asksForMore(request, inputs))
        return [];
    const message = `nothing is given to write; give values, values-from-env or values-file ${emptyText}`;
    return [{ path: 'values', message }];
}
const emptyText = '(one that comes from a secret of GitHub is empty where there is no such secret)';
/** Whether a step that gives no value has something to do: inputs without keys in them were meant so. */
function asksForMore({ schema, tags, kmsKeyId, description }, { values, valuesFromEnv, valuesFile }) {
    const isInputThere = [values, valuesFromEnv, valuesFile].some((input) => input !== undefined);
    const makes = [...schema.values()].some(({ generate, derive }) => generate ?? derive);
    return isInputThere || makes || (description ?? kmsKeyId) !== undefined || tags.size > 0;
}

;// CONCATENATED MODULE: ./actions/sync-secrets/build/inputs/tag-problems.js

/**
 * What is wrong with tags, told before anything is written.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_Tag.html
 */
function tagProblems(tags) {
    const problems = [...tags].flatMap(([name, value]) => {
        const message = tag_problems_nameProblem(name) ?? valueProblem(value);
        return message === undefined ? [] : [{ path: `tags.${name}`, message }];
    });
    const tooMany = { path: 'tags', message: `are ${tags.size}; allowed: 50` };
    return tags.size > 50 ? [...problems, tooMany] : problems;
}
function tag_problems_nameProblem(name) {
    if (name.toLowerCase().startsWith('aws:'))
        return 'begins with aws:, which is kept for AWS';
    if ((0,key_manifest/* isKeyManifestTag */.LC)(name))
        return 'is a tag of the key manifest, which this action writes itself';
    if (!known.test(name))
        return `has a name with a character that tags do not know; ${allowed}`;
    return name.length > 128 ? 'has a name of more than 128 characters' : undefined;
}
function valueProblem(value) {
    if (!known.test(value))
        return `has a character that tags do not know; ${allowed}`;
    return value.length > 256 ? 'is longer than 256 characters' : undefined;
}
const known = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;
const allowed = 'allowed: letters, digits, spaces and _.:/=+-@';

;// CONCATENATED MODULE: ./actions/sync-secrets/build/inputs.js








/** Reads the inputs, files and variables; throws one error with everything that is wrong with them. */
async function readInputs(context) {
    const parsed = context.parseInputs({
        rules: [oneOrSeveral, exportOnlyWhenPulled, build/* pullRequestCommentProblems */.WG],
    });
    const { mode, awsRegion: region, exportFile, cluster, dryRun } = parsed;
    const requests = await Promise.all(itemsOf(parsed).map((item) => toRequest(item, parsed, context)));
    const problems = requests.flatMap((request) => request.problems);
    const secrets = requests.map(({ request }) => request);
    const all = [...problems, ...twice(secrets), ...exportProblems(secrets, exportFile !== undefined)];
    if (all.length > 0)
        throw (0,build/* inputError */.Xu)(all);
    const commentToken = parsed.commentOnPr ? parsed.githubToken : undefined;
    const otherWriters = writersOf(parsed);
    return { mode, secrets, otherWriters, exportFile, cluster, dryRun, commentToken, region };
}
/** What belongs to one secret, and stands in the items where there are several. */
const ofOneSecret = [
    ...['values', 'values-from-env', 'values-file', 'schema', 'description'],
    ...['expect-version', 'export'],
];
function oneOrSeveral({ given }) {
    if (given.has('secrets')) {
        const message = 'belongs into the items of secrets';
        return ['secret-id', ...ofOneSecret]
            .filter((name) => given.has(name))
            .map((path) => ({ path, message }));
    }
    return given.has('secret-id')
        ? []
        : [{ path: 'secret-id', message: 'is required, or secrets for several' }];
}
function exportOnlyWhenPulled({ given, values }) {
    if (values.mode === 'pull' || values.mode === undefined)
        return [];
    return ['export', 'export-file']
        .filter((name) => given.has(name))
        .map((path) => ({ path, message: 'is for mode: pull' }));
}
/** The secrets with what the inputs say of each, in the words of an item. */
function itemsOf(parsed) {
    const { secrets, secretId = '' } = parsed;
    return secrets ?? [{ ...parsed, secretId }];
}
async function toRequest(item, shared, { host }) {
    const write = item.write ?? shared.write;
    const notation = write === 'raw' ? 'raw' : 'json';
    const isPushed = shared.mode === 'push';
    const given = isPushed
        ? await readValues(item, notation, host)
        : { values: new Map(), problems: [] };
    const schema = await attemptSchema(item);
    const request = {
        id: item.secretId,
        notation,
        others: write === 'replace' ? 'remove' : 'keep',
        given: given.values,
        schema: schema.schema,
        hasSchema: item.schema !== undefined,
        mayCreate: (item.create ?? shared.create) === 'if-missing',
        description: item.description,
        kmsKeyId: item.kmsKeyId ?? shared.kmsKeyId,
        tags: item.tags ?? shared.tags ?? new Map(),
        restoreDeleted: item.restoreDeleted ?? shared.restoreDeleted,
        expectedVersion: item.expectVersion,
        keyManifest: item.keyManifest ?? shared.keyManifest,
        exports: item.export === undefined ? undefined : parseExports(item.export, notation),
    };
    const isRead = given.problems.length + schema.problems.length === 0;
    const problems = [
        ...given.problems,
        ...schema.problems,
        ...idProblems(request.id),
        ...tagProblems(request.tags),
        ...rawProblems(request, item),
        ...(isRead ? nothingAsked(shared.mode, request, item) : []),
    ];
    const place = shared.secrets === undefined ? '' : item.secretId;
    return { request, problems: place === '' ? problems : problems.map((one) => (0,build/* under */.hG)(place, one)) };
}
async function attemptSchema(item) {
    if (item.schema === undefined)
        return { schema: new Map(), problems: [] };
    try {
        return { schema: await readSchema(item.schema), problems: [] };
    }
    catch (error) {
        if (!(error instanceof build/* InvalidValue */.h6))
            throw error;
        return { schema: new Map(), problems: error.problems.map((one) => (0,build/* under */.hG)('schema', one)) };
    }
}
/** https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html */
function idProblems(id) {
    const arn = (0,build_arn/* findArn */.n)(id);
    if (arn !== undefined) {
        return arn.service === 'secretsmanager' && arn.resource.startsWith('secret:')
            ? []
            : [{ path: 'secret-id', message: 'is an ARN, but not that of a secret' }];
    }
    const message = 'is no name of a secret; allowed: up to 512 letters, digits and /_+=.@-!';
    return /^[A-Za-z0-9/_+=.@!-]{1,512}$/.test(id) ? [] : [{ path: 'secret-id', message }];
}
function rawProblems({ notation, schema, given }, { values }) {
    if (notation !== 'raw')
        return [];
    const unknown = [...schema.keys()].filter((key) => key !== rawKey);
    return [
        ...unknown.map((key) => ({
            path: `schema.${key}`,
            message: `is no key of a raw secret; allowed: ${rawKey}, for the whole text`,
        })),
        ...(values !== undefined && typeof values !== 'string'
            ? [{ path: 'values', message: 'must be one text with write: raw' }]
            : []),
        ...(given.get(rawKey) === '' ? [{ path: 'values', message: 'is empty' }] : []),
    ];
}
function twice(secrets) {
    const ids = secrets.map(({ id }) => id);
    const repeated = new Set(ids.filter((id, i) => ids.indexOf(id) < i));
    return [...repeated].map((id) => ({ path: 'secrets', message: `has ${id} twice` }));
}
function writersOf({ otherWriters }) {
    const names = otherWriters.map((name) => name.toLowerCase());
    return names.includes('none') ? [] : names;
}

;// CONCATENATED MODULE: ./actions/sync-secrets/build/pull/format-dotenv.js


/**
 * Writes values as dotenv, each in quotes that the field's own parser and a shell that sources the file read back as the same value.
 * Throws an `input` error for a value that no quotes can hold so: no shell may run a part of it.
 */
async function formatDotenv(values) {
    const { parse } = await __webpack_require__.e(/* import() */ 313).then(__webpack_require__.t.bind(__webpack_require__, 5313, 19));
    const lines = [...values].map(([name, value]) => {
        const text = textOf(value);
        if (!/^[A-Za-z_]\w*$/.test(name))
            return badName(name);
        // A quote in the text, or one that a backslash before it hides, would be read together with the next lines.
        const quotes = /[$`\\!]/.test(text) ? ["'"] : ["'", '"'];
        const line = quotes
            .filter((quote) => !text.includes(quote) && !text.endsWith('\\'))
            .map((quote) => `${name}=${quote}${text}${quote}`)
            .find((candidate) => isReadBack(parse(candidate), name, text));
        return line ?? cannotBeWritten(name);
    });
    return `${lines.join('\n')}\n`;
}
function isReadBack(parsed, name, text) {
    return Object.keys(parsed).length === 1 && parsed[name] === text;
}
function badName(name) {
    throw new build/* ActionError */.lZ({
        code: 'input',
        message: `Input export-file: ${name} is no name of a variable that a shell takes from a file in dotenv.`,
        remedy: 'Give another one with KEY=NAME in export, or name a file that ends in .json.',
    });
}
function cannotBeWritten(name) {
    throw new build/* ActionError */.lZ({
        code: 'input',
        message: `Input export-file: the value of ${name} has quotes that dotenv and shells read differently, or ends with a backslash, so that it cannot be written as dotenv.`,
        remedy: 'Name a file that ends in .json.',
    });
}

;// CONCATENATED MODULE: ./actions/sync-secrets/build/pull/export-file.js





const stateName = 'export-file';
/**
 * Writes values to a new file that only its owner may read, as JSON or as dotenv by its extension. Its path is kept before there is
 * anything in it, so that the post part finds it whatever happens. Throws an `input` error where it cannot be written.
 */
async function writeExportFile(host, path, values) {
    const text = await format(path, values);
    const absolute = (0,external_node_path_.resolve)(path);
    const file = await create(path);
    try {
        host.saveState(stateName, absolute);
        await file.writeFile(text);
    }
    catch (error) {
        await (0,promises_.rm)(absolute, { force: true });
        throw error;
    }
    finally {
        await file.close();
    }
}
async function format(path, values) {
    const named = new Map(values.map(({ name, value }) => [name, value]));
    return (0,external_node_path_.extname)(path).toLowerCase() === '.json'
        ? `${formatDocument(named, 'json')}\n`
        : formatDotenv(named);
}
/** A file that is there already is somebody's, and would be removed after the job. */
async function create(path) {
    try {
        return await (0,promises_.open)(path, 'wx', 0o600);
    }
    catch (cause) {
        const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown reason';
        const why = code === 'EEXIST' ? 'is there already' : `cannot be written (${code})`;
        throw new build/* ActionError */.lZ({
            code: 'input',
            message: `Input export-file: the file ${path} ${why}.`,
            remedy: 'Name a new file in a folder that this job may write to.',
            cause,
        });
    }
}
/** Removes the file that this step wrote, if it wrote one. */
async function removeExportFile(host) {
    const path = host.readState(stateName);
    if (path === undefined || path === '')
        return;
    await (0,promises_.rm)(path, { force: true });
    host.info(`Removed ${path}`);
}

;// CONCATENATED MODULE: ./actions/sync-secrets/build/pull/exported-values.js


/** What is exported under which name, and all that keeps it from being exported. */
function planExports({ secrets }, isFile) {
    const values = [];
    const problems = [];
    for (const { request, stored } of secrets) {
        const document = storedDocument(stored, request) ?? new Map();
        for (const { key, name } of wantedOf(request, document)) {
            const value = document.get(key);
            const problem = exported_values_nameProblem(name, { isFile, isAsked: request.exports !== undefined });
            const before = values.find((one) => one.name === name);
            if (value === undefined) {
                problems.push({ path: 'export', message: `${request.id} has no key ${key}` });
            }
            else if (problem !== undefined) {
                problems.push({ path: 'export', message: `${key} of ${request.id}: ${problem}` });
            }
            else if (before !== undefined) {
                const message = `${before.id} and ${request.id} both have ${name}; rename one of them with KEY=NAME`;
                problems.push({ path: 'export', message });
            }
            else
                values.push({ id: request.id, name, value });
        }
    }
    return { values, problems };
}
function wantedOf({ exports, notation }, document) {
    if (exports !== undefined)
        return exports;
    // The one text of a raw secret has no name of its own.
    const isNamed = notation === 'json';
    return [...document.keys()].map((key) => ({ key, name: isNamed ? key : '' }));
}
/** Names by which programs find programs and settings: nobody exports them by not saying what to export. */
const settings = new RegExp(`^(?:${[
    'PATH|HOME|SHELL|USER|IFS|ENV|CI|BASH_ENV|PROMPT_COMMAND|LD_.*|DYLD_.*',
    'NODE_.*|NPM_CONFIG_.*|PYTHON.*|JAVA_TOOL_OPTIONS|RUBYOPT|PERL5OPT',
    'AWS_.*|DOCKER_.*|GIT_.*|SSL_.*|.*_PROXY|ACTIONS_.*|INPUT_.*',
].join('|')})$`, 'i');
function exported_values_nameProblem(name, { isFile, isAsked }) {
    if (name === '')
        return 'the value has no name; give one in export';
    if (isFile)
        return undefined;
    const problem = (0,build/* variableNameProblem */.BY)(name);
    if (problem !== undefined)
        return `its name ${problem}; give another one with KEY=NAME`;
    return !isAsked && settings.test(name)
        ? 'programs take a variable of this name for a setting; name what to export, this one included, in export'
        : undefined;
}

;// CONCATENATED MODULE: ./actions/sync-secrets/build/pull.js







/** Gives the values of secrets to the later steps of the job, or to a file that is removed after it. */
async function pull(step) {
    const { context, inputs, aws } = step;
    const { host } = context;
    const { observed, plan } = await judge(step);
    const written = asTheyAre(observed);
    const refusal = await findRefusal(aws, plan, observed);
    if (refusal !== undefined) {
        const verdict = 'Nothing was exported';
        return report({ outcome: 'failed', verdict, plan, written, failure: refusal });
    }
    const { values, problems } = planExports(observed, inputs.exportFile !== undefined);
    if (problems.length > 0)
        throw (0,build/* inputError */.Xu)(problems);
    const to = inputs.exportFile ?? 'environment of the job';
    const exported = plan.map(({ id }) => ({ id, to, names: pull_namesOf(values, id) }));
    for (const { id, names } of exported)
        host.info(`${id} to the ${to}: ${names.join(', ')}`);
    const ending = { plan, written, exported };
    const total = (0,build/* count */.U9)(values.length, 'value');
    if (inputs.dryRun) {
        return report({ ...ending, outcome: 'planned', verdict: `${total} can be exported (dry run)` });
    }
    await hand(step, values);
    return report({ ...ending, outcome: 'pulled', verdict: `${total} exported` });
}
async function hand({ context: { host }, inputs: { exportFile } }, values) {
    if (exportFile !== undefined)
        return writeExportFile(host, exportFile, values);
    for (const { name, value } of values)
        host.setVariable(name, textOf(value));
}
function pull_namesOf(values, id) {
    return values.filter((one) => one.id === id).map(({ name }) => name);
}

;// CONCATENATED MODULE: ./actions/sync-secrets/build/store/manifest.js

/** How many tags a resource may have. */
const mostTags = 50;
/** The tags of a key manifest; undefined where tags cannot hold it. */
function manifestTags(keys, versionId, otherTags) {
    const others = new Set([...otherTags].filter((name) => !(0,key_manifest/* isKeyManifestTag */.LC)(name)));
    return (0,key_manifest/* keyManifestTags */.wP)({ keys, versionId }, mostTags - others.size);
}
/** Records the key manifest of a version in the tags of a secret, in one call: readers find the one before it, or this one. */
async function recordManifest({ clients, signal }, arn, tags) {
    const client = await clients.secretsManager((0,look_up_secret/* regionOf */.AP)(arn));
    const { TagResourceCommand } = await __webpack_require__.e(/* import() */ 396).then(__webpack_require__.t.bind(__webpack_require__, 5396, 19));
    const command = new TagResourceCommand({ SecretId: arn, Tags: [...tags] });
    await (0,call/* call */.T)(client, command, { signal, resource: arn });
}
/** The names of tags that a longer key manifest has left, which readers do not look at. */
function leftTags(stored, tags) {
    const kept = new Set(tags.map(({ Key }) => Key));
    const names = stored.map(({ Key = '' }) => Key);
    return names.filter((name) => (0,key_manifest/* isKeyManifestTag */.LC)(name) && !kept.has(name));
}
/** Takes tags away. */
async function removeTags({ clients, signal }, arn, names) {
    const client = await clients.secretsManager((0,look_up_secret/* regionOf */.AP)(arn));
    const { UntagResourceCommand } = await __webpack_require__.e(/* import() */ 396).then(__webpack_require__.t.bind(__webpack_require__, 5396, 19));
    const command = new UntagResourceCommand({ SecretId: arn, TagKeys: [...names] });
    await (0,call/* call */.T)(client, command, { signal, resource: arn });
}

;// CONCATENATED MODULE: ./actions/sync-secrets/build/act/record-keys.js



/** The tags with the names of a secret's keys; undefined where they are not to be recorded, or do not fit. */
function manifestOf({ log }, { plan }, { versionId, tagNames }) {
    if (!plan.recordsKeys)
        return undefined;
    const isThere = ({ change }) => change !== 'removed' && change !== 'absent';
    const keys = plan.keys.filter(isThere).map(({ key }) => key);
    const tags = manifestTags(keys, versionId, tagNames);
    if (tags === undefined) {
        log.info(`${plan.id}: the names of its keys do not fit into tags (too many or too long, or with characters that tags do not know), so they are not recorded there.`);
    }
    return tags;
}
/** Records the names of the keys. Others read them for convenience, so that failing to do it fails nothing. */
async function recordKeys(context, job, secret) {
    const { plan, stored, versionId: newId } = job;
    if (plan.forgetsKeys)
        return forgetKeys(context, job, secret);
    const versionId = plan.action === 'write' ? newId : currentVersionId(stored);
    if (versionId === undefined)
        return;
    const tagNames = [...secret.tags.map(({ Key = '' }) => Key), ...job.request.tags.keys()];
    const tags = manifestOf(context, job, { versionId, tagNames });
    if (tags === undefined)
        return;
    const refused = isRecorded(secret, tags)
        ? undefined
        : await (0,not_checked/* attemptCheck */.e)(() => recordManifest(context, secret.arn, tags));
    if (refused !== undefined) {
        context.log.warning(`${plan.id}: the names of its keys could not be recorded in its tags (${refused.message}). ${refused.remedy} Or set key-manifest: false.`);
        return;
    }
    const left = leftTags(secret.tags, tags);
    if (left.length > 0)
        await (0,not_checked/* attemptCheck */.e)(() => removeTags(context, secret.arn, left));
}
/** Takes the names of the keys out of the tags: they are not to be read there. */
async function forgetKeys(context, { plan }, secret) {
    const left = leftTags(secret.tags, []);
    const refused = await (0,not_checked/* attemptCheck */.e)(() => removeTags(context, secret.arn, left));
    if (refused === undefined)
        return;
    context.log.warning(`${plan.id}: the names of its keys are still in its tags (${refused.message}). ${refused.remedy}`);
}
function isRecorded({ tags: stored }, tags) {
    return tags.every(({ Key, Value }) => stored.some((tag) => tag.Key === Key && tag.Value === Value));
}

;// CONCATENATED MODULE: ./actions/sync-secrets/build/store/write.js



/**
 * The label of a version that nobody reads yet. Each secret has it once: that of a run that was killed moves on
 * with the next one.
 */
const pendingLabel = 'deploy-actions-pending';
/** Stores a version without giving it to readers. Throws an ActionError where that fails; the secret is then as it was. */
async function storePending(context, { id, arn, versionId }, text) {
    const { PutSecretValueCommand } = await __webpack_require__.e(/* import() */ 396).then(__webpack_require__.t.bind(__webpack_require__, 5396, 19));
    const client = await context.clients.secretsManager((0,look_up_secret/* regionOf */.AP)(arn));
    const command = new PutSecretValueCommand({
        SecretId: arn,
        ClientRequestToken: versionId,
        SecretString: text,
        VersionStages: [pendingLabel],
    });
    try {
        await (0,call/* call */.T)(client, command, { signal: context.signal, resource: arn });
    }
    catch (error) {
        const isRefused = (0,errors/* isAwsError */.m_)(error, 'ResourceNotFoundException', 'InvalidRequestException');
        const gone = isRefused ? goneError(id, await (0,look_up_secret/* lookUpSecret */.t1)(context, arn)) : undefined;
        throw gone ?? explainWriting(error, id);
    }
}
/** Takes the label of what nobody reads away; a version without labels goes by itself. */
async function removePending(context, version) {
    await moveLabel(context, {
        ...version,
        base: version.versionId,
        label: pendingLabel,
        to: undefined,
    });
}
/** Moves a label, in one step that fails unless it is where it was. */
async function moveLabel({ clients, signal }, { arn, base, label, to, }) {
    const { UpdateSecretVersionStageCommand } = await __webpack_require__.e(/* import() */ 396).then(__webpack_require__.t.bind(__webpack_require__, 5396, 19));
    const command = new UpdateSecretVersionStageCommand({
        SecretId: arn,
        VersionStage: label,
        MoveToVersionId: to,
        RemoveFromVersionId: base,
    });
    await (0,call/* call */.T)(await clients.secretsManager((0,look_up_secret/* regionOf */.AP)(arn)), command, { signal, resource: arn });
}
/** What is wrong with a write that was planned from what was just read. */
function explainWriting(error, id) {
    if ((0,errors/* isAwsError */.m_)(error, 'LimitExceededException')) {
        return new build/* ActionError */.lZ({
            code: 'preflight',
            message: `The secret ${id} takes no other version: it has as many as it can that are younger than 24 hours or have labels.`,
            remedy: 'Find out what writes it so often, and run this step again when the oldest version is 24 hours old.',
            cause: error,
        });
    }
    if ((0,errors/* isAwsError */.m_)(error, 'ResourceNotFoundException', 'InvalidRequestException')) {
        return new build/* ActionError */.lZ({
            code: 'conflict',
            message: `The secret ${id} was changed by somebody else while this step was at work: ${write_wordsOf(error)}`,
            remedy: 'Run this step again: it reads what is there now, and plans anew.',
            cause: error,
        });
    }
    return error;
}
function write_wordsOf(error) {
    return error instanceof Error ? error.message : String(error);
}

;// CONCATENATED MODULE: ./actions/sync-secrets/build/store/create.js






/**
 * Creates a secret with its first version, and returns its ARN. Throws a `conflict` where somebody else created it
 * in the meantime.
 */
async function createSecret(context, secret) {
    const { CreateSecretCommand } = await __webpack_require__.e(/* import() */ 396).then(__webpack_require__.t.bind(__webpack_require__, 5396, 19));
    const { name, text, versionId, description, kmsKeyId, tags } = secret;
    const command = new CreateSecretCommand({
        Name: name,
        ClientRequestToken: versionId,
        SecretString: text,
        Description: description,
        KmsKeyId: kmsKeyId,
        ...(tags.length > 0 && { Tags: tags.map(({ Key, Value }) => ({ Key, Value })) }),
    });
    try {
        const client = await context.clients.secretsManager();
        const { ARN = '' } = await (0,call/* call */.T)(client, command, { signal: context.signal, resource: name });
        return ARN;
    }
    catch (error) {
        if (!(0,errors/* isAwsError */.m_)(error, 'ResourceExistsException'))
            throw explainWriting(error, name);
        const stored = await lookUntilThere(context, name);
        const current = currentVersionId(stored);
        const arn = stored.kind === 'missing' ? name : stored.secret.arn;
        // An answer that was lost: it is ours.
        if (current === versionId)
            return arn;
        throw await conflictError(context, { id: name, arn, versionId: current, expected: undefined });
    }
}
/** How often a secret is looked for that is said to be there: reads may lag behind. */
const mostLooks = 8;
async function lookUntilThere(context, name) {
    for (let looks = 1;; looks++) {
        const stored = await lookAt(context, name);
        if (stored.kind !== 'missing' || looks === mostLooks)
            return stored;
        await (0,build/* sleep */.yy)(2_000, context.signal);
    }
}

;// CONCATENATED MODULE: ./actions/sync-secrets/build/store/description.js


/** Gives a secret the description, key and tags that it does not have; no new version comes of that. */
async function describe({ clients, signal }, secret, wanted) {
    const client = await clients.secretsManager((0,look_up_secret/* regionOf */.AP)(secret.arn));
    const { UpdateSecretCommand, TagResourceCommand } = await __webpack_require__.e(/* import() */ 396).then(__webpack_require__.t.bind(__webpack_require__, 5396, 19));
    const options = { signal, resource: secret.arn };
    const { description, kmsKeyId } = wanted;
    if (hasOtherText(secret, wanted) || hasOtherKey(secret, wanted)) {
        const change = { SecretId: secret.arn, Description: description, KmsKeyId: kmsKeyId };
        await (0,call/* call */.T)(client, new UpdateSecretCommand(change), options);
    }
    const tags = missingTags(secret, wanted);
    if (tags.length > 0) {
        await (0,call/* call */.T)(client, new TagResourceCommand({ SecretId: secret.arn, Tags: [...tags] }), options);
    }
}

;// CONCATENATED MODULE: ./actions/sync-secrets/build/store/switch.js




/** How often a switch is tried whose refusal is not explained by what is read afterwards. */
const mostSwitches = 3;
/**
 * Gives a stored version to readers, in one step that fails where somebody else was quicker. Throws a `conflict` then, and where a
 * rotation began or the secret was deleted meanwhile; the secret is as the other one left it.
 */
async function switchTo(context, version) {
    await refuseRotation(context, version);
    for (let tries = 1;; tries++) {
        try {
            await moveLabel(context, { ...version, label: 'AWSCURRENT', to: version.versionId });
            return;
        }
        catch (error) {
            if (context.signal.aborted)
                throw error;
            const secret = await (0,look_up_secret/* lookUpSecret */.t1)(context, version.arn);
            const holder = holderIn(error) ?? labelled(secret, 'AWSCURRENT');
            // An answer that was lost: the label is where it should be, or was there until somebody went on from it.
            if ([holder, labelled(secret, 'AWSPREVIOUS')].includes(version.versionId))
                return;
            if (!(0,errors/* isAwsError */.m_)(error, ...refusals))
                throw error;
            const gone = goneError(version.id, secret);
            if (gone !== undefined)
                throw gone;
            if (holder !== version.base || tries === mostSwitches) {
                throw await conflictError(context, {
                    ...version,
                    versionId: holder,
                    expected: version.base,
                });
            }
            await (0,build/* sleep */.yy)(1_000, context.signal);
        }
    }
}
const refusals = [
    'InvalidParameterException',
    'InvalidRequestException',
    'ResourceNotFoundException',
];
/** The rotation would be over with a value that was made before this one, and put that in its place. */
async function refuseRotation(context, { id, arn, base }) {
    const pending = labelled(await (0,look_up_secret/* lookUpSecret */.t1)(context, arn), 'AWSPENDING');
    if (pending !== undefined && pending !== base)
        throw rotationError(id, pending);
}
/** Secrets Manager names the version that has the label, in words that other implementations do not have. */
function holderIn(error) {
    const text = error instanceof Error ? error.message : '';
    return /attached to version ([\w-]{32,64})/.exec(text)?.[1];
}
/** The version that has a label now, as far as Secrets Manager tells. */
function labelled(secret, stage) {
    return secret.kind === 'found' ? (0,version_of/* versionOf */.E)(secret, { stage, versionId: '' }) : undefined;
}

;// CONCATENATED MODULE: ./actions/sync-secrets/build/act.js






/**
 * Carries a plan out. First everything is prepared that nobody reads yet; then each secret changes in one call, so that whoever
 * stops this between two calls leaves each of them as it was or as it is to be. Throws a `conflict` where somebody
 * else wrote in the meantime: what is written and set by then has been told.
 */
async function writeSecrets(context, { plan, content, observed }) {
    const jobs = observed.secrets.flatMap(({ request, stored }, i) => {
        const [secretPlan, text] = [plan[i], content[i]];
        if (secretPlan === undefined || text === undefined)
            return [];
        return [{ plan: secretPlan, request, stored, text, versionId: context.newVersionId() }];
    });
    await settleAll(jobs.map((job) => describeStored(context, job)));
    const stored = [];
    const store = ({ job, version }) => {
        stored.push(version);
        return storePending(context, version, job.text);
    };
    const storings = jobs.flatMap(versionToStore);
    try {
        await settleAll(storings.filter(({ version }) => version.base !== undefined).map(store));
        for (const job of jobs) {
            // The first version of a secret is given to readers as it is stored, whatever its label.
            const first = storings.find((one) => one.job === job && one.version.base === undefined);
            if (first !== undefined)
                await store(first);
            await makeCurrent(context, job);
        }
    }
    finally {
        const left = [...stored, ...jobs.flatMap(leftPending)];
        await Promise.all(left.map((version) => tidy(context, version)));
    }
}
async function describeStored(context, { plan: { described }, request, stored }) {
    if (stored.kind !== 'found' || described.length === 0)
        return;
    const what = described.join(', ');
    await describe(context, stored.secret, request);
    context.onDescribed(request.id, what);
    context.log.info(`${request.id}: set ${what}`);
}
/** The new version of a secret that is there, if it gets one. */
function versionToStore(job) {
    const { plan, request, stored, versionId } = job;
    if (plan.action !== 'write' || stored.kind !== 'found')
        return [];
    const base = stored.current?.id;
    return [{ job, version: { id: request.id, arn: stored.secret.arn, versionId, base } }];
}
/** The version that a run which was killed left with the label of what nobody reads, where none gets that label now. */
function leftPending(job) {
    const { plan, request, stored } = job;
    if (plan.action !== 'keep' || stored.kind !== 'found')
        return [];
    const versionId = (0,version_of/* versionOf */.E)(stored.secret, { stage: pendingLabel, versionId: '' });
    const { arn } = stored.secret;
    return versionId === undefined ? [] : [{ id: request.id, arn, versionId, base: undefined }];
}
/** Waits for all before it throws what went wrong with one: nothing goes on behind the back of what tidies up. */
async function settleAll(all) {
    const settled = await Promise.allSettled(all);
    const failed = settled.find((one) => one.status === 'rejected');
    if (failed !== undefined)
        throw failed.reason;
}
async function makeCurrent(context, job) {
    const { plan, request, stored, versionId } = job;
    if (stored.kind === 'missing') {
        const tags = [...request.tags].map(([Key, Value]) => ({ Key, Value }));
        const manifest = manifestOf(context, job, { versionId, tagNames: request.tags.keys() }) ?? [];
        const secret = { ...request, name: request.id, text: job.text, versionId };
        const arn = await createSecret(context, { ...secret, tags: [...tags, ...manifest] });
        tell(context, { id: plan.id, arn, versionId, previousVersionId: undefined, isChanged: true });
        return;
    }
    if (stored.kind === 'deleted')
        return;
    const [version] = versionToStore(job);
    const current = stored.current?.id;
    if (version !== undefined)
        await switchTo(context, version.version);
    const { arn } = stored.secret;
    tell(context, {
        id: plan.id,
        arn,
        versionId: version === undefined ? current : versionId,
        previousVersionId: version === undefined ? undefined : current,
        isChanged: version !== undefined,
    });
    await recordKeys(context, job, stored.secret);
}
function tell({ onWritten, log }, written) {
    onWritten(written);
    const { id, isChanged, versionId } = written;
    log.info(isChanged ? `${id} is written: version ${versionId ?? ''}` : `${id} is unchanged`);
}
/** A version that is stored loses the label of what nobody reads; failing to do it harms nobody. */
async function tidy(context, version) {
    if (context.signal.aborted)
        return;
    const done = await (0,not_checked/* attemptCheck */.e)(() => removePending(context, version));
    if (done !== undefined)
        context.log.debug(`${version.id}: ${done.message}`);
}

;// CONCATENATED MODULE: ./actions/sync-secrets/build/store/restore.js


/** How often is looked whether a restored secret is told as one. */
const restore_mostLooks = 30;
/** Takes the deletion of a secret back that is scheduled for it, and waits until that is told: reads may lag behind. */
async function restoreSecret(context, arn) {
    const { clients, signal } = context;
    const { RestoreSecretCommand } = await __webpack_require__.e(/* import() */ 396).then(__webpack_require__.t.bind(__webpack_require__, 5396, 19));
    const client = await clients.secretsManager((0,look_up_secret/* regionOf */.AP)(arn));
    await (0,call/* call */.T)(client, new RestoreSecretCommand({ SecretId: arn }), { signal, resource: arn });
    for (let looks = 1; looks < restore_mostLooks; looks++) {
        const secret = await (0,look_up_secret/* describeSecret */.wr)(context, arn);
        if (secret.kind === 'missing' || secret.deletedAt === undefined)
            return;
        await (0,build/* sleep */.yy)(1_000, signal);
    }
}

;// CONCATENATED MODULE: ./actions/sync-secrets/build/push.js











/** Plans the secrets and writes what is to be changed; in a dry run, or where something stands in the way, nothing. */
async function push(step) {
    const { context, inputs, aws } = step;
    const first = await planFrom(step);
    const refused = await refuse(step, first);
    if (refused !== undefined)
        return refused;
    if (inputs.dryRun) {
        const verdict = `${secretsIn(first.plan)} can be written (dry run)${unknownUntilRestored(first.plan)}`;
        return report({ outcome: 'planned', verdict, plan: first.plan });
    }
    const restored = restoredIn(first.plan);
    if (restored.length === 0)
        return write(step, first);
    // What is scheduled for deletion cannot be read: only now is it known what is in it.
    for (const { request, stored } of first.observed.secrets) {
        if (stored.kind !== 'deleted')
            continue;
        await restoreSecret(aws, stored.secret.arn);
        context.host.info(`The deletion of ${request.id} is taken back.`);
    }
    const second = await planFrom({ ...step, inputs: afterRestoring(inputs) });
    return (await refuse(step, second, restored)) ?? write(step, second, restored);
}
function restoredIn(plan) {
    return plan.flatMap(({ action, id }) => (action === 'restore' ? [id] : []));
}
/** What a dry run of a restore cannot promise. */
function unknownUntilRestored(plan) {
    const ids = restoredIn(plan).join(', ');
    return ids === '' ? '' : `; what ${ids} holds is not known before its deletion is taken back`;
}
/** What is scheduled for deletion now was so scheduled by somebody else, and stays that. */
function afterRestoring(inputs) {
    return {
        ...inputs,
        secrets: inputs.secrets.map((request) => ({ ...request, restoreDeleted: false })),
    };
}
async function planFrom(step) {
    const { context, aws } = step;
    const { host } = context;
    const seen = await observeHidden(step);
    return (0,build/* inGroup */.HB)(host, 'Plan', async () => {
        // Versions are counted only where one is to be written.
        const observed = await observeVersions(aws, seen, planSecrets(seen).plan);
        const { plan, content } = planSecrets(observed);
        maskPlanned(host, observed, content);
        context.setOutput('plan', planOutput(plan));
        tellPlan(host, plan);
        return { observed, plan, content };
    });
}
async function refuse({ aws }, { plan, observed }, restored = []) {
    const refusal = await findRefusal(aws, plan, observed);
    if (refusal === undefined)
        return undefined;
    const failure = withSentence(refusal, takenBack(restored));
    const verdict = `${secretsIn(plan)} ${plan.length === 1 ? 'was' : 'were'} not written`;
    return report({ outcome: 'failed', verdict, plan, failure });
}
function takenBack(restored) {
    return restored.length === 0
        ? ''
        : `The deletion of ${restored.join(', ')} was taken back before that.`;
}
async function write(step, planned, restored = []) {
    const { context, aws } = step;
    const { plan, observed } = planned;
    const written = [];
    const described = [];
    const onDescribed = (id, what) => {
        described.push(`${what} of ${id}`);
    };
    const onWritten = (one) => {
        written.push(one);
        if (plan.length > 1)
            return;
        context.setOutput('secret-arn', one.arn);
        if (one.versionId !== undefined)
            context.setOutput('version-id', one.versionId);
    };
    const { host } = context;
    const makeId = () => newVersionId(host.run);
    try {
        await (0,build/* inGroup */.HB)(host, 'Write', () => writeSecrets({ ...aws, log: host, newVersionId: makeId, onDescribed, onWritten }, planned));
        const isWritten = restored.length > 0 || described.length > 0 || written.some(({ isChanged }) => isChanged);
        const services = await findServices(step, { observed, written });
        return report({
            outcome: isWritten ? 'written' : 'unchanged',
            verdict: `${secretsIn(plan)} ${isWritten ? 'written' : 'unchanged'}`,
            plan,
            written,
            ...(services !== undefined && { services }),
        });
    }
    catch (error) {
        if (!(error instanceof build/* ActionError */.lZ))
            throw error;
        const failure = [
            takenBack(restored),
            setBefore(described),
            writtenBefore(plan, written),
        ].reduce(withSentence, error);
        const verdict = `${secretsIn(plan)} could not be written`;
        return report({ outcome: 'failed', verdict, plan, written, failure });
    }
}
function setBefore(described) {
    return described.length === 0 ? '' : `Set before that: ${described.join('; ')}.`;
}
/** What a step that failed has written of several secrets. */
function writtenBefore(plan, written) {
    const done = written.filter(({ isChanged }) => isChanged).map(({ id }) => id);
    const missing = plan
        .filter(({ id, action }) => action !== 'keep' && !done.includes(id))
        .map(({ id }) => id);
    return plan.length === 1 || done.length === 0
        ? ''
        : `Written before that: ${done.join(', ')}. Not written: ${missing.join(', ')}.`;
}
/** The error with one more sentence; as it is where that is empty. */
function withSentence(error, sentence) {
    if (sentence === '')
        return error;
    const { code, remedy } = error;
    return new build/* ActionError */.lZ({ code, message: `${error.message} ${sentence}`, remedy, cause: error });
}
function secretsIn(plan) {
    const [only, ...others] = plan;
    return others.length === 0 ? `Secret ${only?.id ?? ''}` : (0,build/* count */.U9)(plan.length, 'secret');
}

;// CONCATENATED MODULE: ./actions/sync-secrets/build/main.js





const modes = { push: push, check: check, pull: pull };
/** Writes secrets, checks them, or gives them to the job. */
async function main(context) {
    const inputs = await readInputs(context);
    const { commentToken: token, secrets, region = '' } = inputs;
    const target = [region, ...secrets.map(({ id }) => id)].join(' ');
    if (token !== undefined)
        context.keepComment({ token, target });
    const clients = (0,build_clients/* createAwsClients */.G)({ action: 'sync-secrets', region: inputs.region });
    const step = { context, inputs, aws: { clients, signal: context.signal } };
    try {
        return await modes[inputs.mode](step);
    }
    finally {
        clients.destroy();
    }
}

;// CONCATENATED MODULE: ./actions/sync-secrets/build/index.js




/** Runs the action in this process; its end is told by the exit code. */
function start() {
    return (0,build/* run */.eF)({ contract: contract, main: main });
}
/** Removes what the action left for the steps of the job; runs after it, also when it failed or was cancelled. */
function startPost() {
    return (0,build/* runPost */.a2)(({ host }) => removeExportFile(host));
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


/***/ })

};
