export const id = 229;
export const ids = [229];
export const modules = {

/***/ 229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  start: () => (/* binding */ build_start)
});

// EXTERNAL MODULE: ./packages/action-kit/build/index.js + 51 modules
var action_kit_build = __webpack_require__(5087);
// EXTERNAL MODULE: ./packages/aws/build/region.js
var region = __webpack_require__(2153);
// EXTERNAL MODULE: ./packages/registry/build/login-inputs.js
var login_inputs = __webpack_require__(3464);
;// CONCATENATED MODULE: ./actions/build-push-image/build/inputs/image-platform.js

/** A platform such as `linux/amd64` or `linux/arm/v7`. */
function imagePlatform(options) {
    return { ...options, type: 'platform', parse: (raw, fill) => parsePlatform((0,action_kit_build/* asText */.e1)(raw, fill)) };
}
function parsePlatform(text) {
    const match = /^([a-z0-9]+)\/([a-z0-9_]+)(?:\/([a-z0-9]+))?$/.exec(text);
    const [, os, architecture, variant] = match ?? [];
    if (os === undefined || architecture === undefined) {
        return (0,action_kit_build/* invalid */.Gq)('is no platform; allowed: such as linux/amd64 or linux/arm64');
    }
    return { os, architecture, ...(variant !== undefined && { variant }) };
}
/** The platform as it is written. */
function formatPlatform({ os, architecture, variant }) {
    return [os, architecture, ...(variant === undefined ? [] : [variant])].join('/');
}

;// CONCATENATED MODULE: ./actions/build-push-image/build/inputs/lines.js

/** Texts that may hold commas: one a line, or a list in YAML. */
function lines(options) {
    return {
        ...options,
        type: 'list',
        parse: (raw, fill = action_kit_build/* asWritten */.qm) => {
            const items = (0,action_kit_build/* isList */.Lv)(raw) ? raw.map((item) => (0,action_kit_build/* asText */.e1)(item)) : (0,action_kit_build/* asText */.e1)(raw).split('\n');
            return items.map((item) => fill(item.trim())).filter((item) => item !== '');
        },
    };
}

;// CONCATENATED MODULE: ./actions/build-push-image/build/tags/templates.js

/** What a tag may be made of: each word in braces. */
const placeholders = [
    ...['sha', 'short-sha', 'branch', 'tag', 'version'],
    ...['run-id', 'run-number', 'date', 'content'],
];
/** Tags as they are written, one a line or separated by commas. */
function tagTemplates(options) {
    return { ...options, type: 'list', parse: parseTemplates };
}
function parseTemplates(raw, fill = action_kit_build/* asWritten */.qm) {
    const items = (0,action_kit_build/* isList */.Lv)(raw) ? raw.map((item) => (0,action_kit_build/* asText */.e1)(item)) : (0,action_kit_build/* asText */.e1)(raw).split(/[\n,]/);
    const templates = items.map((item) => fill(item.trim())).filter((item) => item !== '');
    const problems = templates.flatMap(problemsOf);
    if (templates.length === 0)
        problems.push({ path: '', message: 'has no tag' });
    if (problems.length > 0)
        throw new action_kit_build/* InvalidValue */.h6(problems);
    return [...new Set(templates)];
}
function problemsOf(template) {
    if (/[{}]/.test(template.replaceAll(/\{[^{}]*\}/g, ''))) {
        return [{ path: template, message: 'has a brace without its other one' }];
    }
    return namesIn(template).flatMap((name) => {
        if (isPlaceholder(name))
            return [];
        const guess = (0,action_kit_build/* nearest */.pA)(name, placeholders);
        const hint = guess === undefined ? '' : ` (did you mean {${guess}}?)`;
        const allowed = placeholders.map((one) => `{${one}}`).join(' ');
        return [{ path: template, message: `has {${name}}, which is not one of ${allowed}${hint}` }];
    });
}
/** The words in the braces of a template. */
function namesIn(template) {
    return [...template.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
}
function isPlaceholder(name) {
    return placeholders.some((one) => one === name);
}

;// CONCATENATED MODULE: ./actions/build-push-image/build/contract.js






const off = { default: 'false' };
const contract = (0,action_kit_build/* defineContract */.ye)({
    name: 'build-push-image',
    title: 'Build and push a container image',
    description: 'Builds with docker buildx what was not built before, pushes it to Amazon ECR or any other registry, or copies an image there, and hands on its digest.',
    branding: { icon: 'package', color: 'blue' },
    inputs: {
        repository: (0,action_kit_build/* text */.Qq)({
            description: "Where the image goes: `arbiter-ai/backend` in the ECR of the caller's account, or with its host, `ghcr.io/owner/name`.",
            required: true,
        }),
        ...login({
            registry: 'Host of the registry where `repository` has none; without it, the ECR of the caller.',
            'registry-username': 'User of a registry other than ECR, which needs none.',
            'registry-password': 'Password, or token, of `registry-username`.',
        }),
        context: (0,action_kit_build/* text */.Qq)({
            description: 'Folder that docker gets, without what its .dockerignore excludes.',
            default: '.',
        }),
        file: (0,action_kit_build/* text */.Qq)({ description: 'Path of the Dockerfile; without it, `Dockerfile` in the context.' }),
        target: (0,action_kit_build/* text */.Qq)({ description: 'Stage to build; without it, the last one.' }),
        platforms: (0,action_kit_build/* list */.p_)({
            description: "Platforms to build for, such as `linux/amd64`; without it, the engine's own.",
        }),
        'build-args': (0,action_kit_build/* map */.Tj)({
            description: 'Build arguments, `NAME=VALUE` a line. Never for secrets: they stay in the image.',
        }),
        'build-contexts': (0,action_kit_build/* map */.Tj)({
            description: 'Further contexts, `NAME=FOLDER` or `NAME=docker-image://IMAGE` a line.',
        }),
        labels: (0,action_kit_build/* map */.Tj)({ description: 'Labels of the image, `NAME=VALUE` a line.' }),
        annotations: (0,action_kit_build/* map */.Tj)({ description: 'Annotations of the image, `NAME=VALUE` a line.' }),
        network: (0,action_kit_build/* choice */.Yq)(['default', 'none', 'host'], { description: 'Network of RUN instructions.' }),
        'no-cache': (0,action_kit_build/* flag */.Jt)({ description: 'Builds every step anew; nothing is reused.', ...off }),
        pull: (0,action_kit_build/* flag */.Jt)({
            description: 'Looks for newer base images even where the engine has some.',
            ...off,
        }),
        secrets: (0,action_kit_build/* map */.Tj)({
            description: 'Build secrets, `ID=VALUE` a line (JSON or YAML for values of several lines), for `RUN --mount=type=secret,id=ID`. They reach docker by its environment, never by its arguments.',
            sensitive: true,
            isLiteral: true,
        }),
        'secret-files': (0,action_kit_build/* map */.Tj)({ description: 'Build secrets from files, `ID=PATH` a line.' }),
        tags: tagTemplates({
            description: 'Tags, one a line, with `{sha}` `{short-sha}` `{branch}` `{tag}` `{version}` (of a tag `v1.2.3`) `{run-id}` `{run-number}` `{date}` `{content}`; without it, `{short-sha}`, and for `promote-from` the tag that the image has there.',
        }),
        reuse: (0,action_kit_build/* choice */.Yq)(['content', 'off'], {
            description: '`content`: an image that was made from the same files, options and base images is not built again, and gets the tags.',
            default: 'content',
        }),
        'reuse-max-age': (0,action_kit_build/* duration */.p0)({
            description: 'How old an image may be to be reused; `0` for any age.',
            default: '7d',
        }),
        cache: (0,action_kit_build/* choice */.Yq)(['auto', 'registry', 'gha', 'inline', 'off'], {
            description: 'Where the layers of a build are kept for the next one. `auto` takes what the builder and the repository can.',
            default: 'auto',
        }),
        'cache-from': lines({
            description: 'Further caches to read, one a line, as buildx takes them.',
        }),
        'cache-to': lines({
            description: 'Caches to write instead, one a line, as buildx takes them.',
        }),
        provenance: (0,action_kit_build/* text */.Qq)({ description: 'Provenance attestation, as buildx takes it.', ...off }),
        sbom: (0,action_kit_build/* text */.Qq)({ description: 'SBOM attestation, as buildx takes it.', ...off }),
        'create-repository': (0,action_kit_build/* flag */.Jt)({
            description: 'Creates a repository of ECR that is not there: with immutable tags (those of caches and contents excluded) and scanned on push.',
            ...off,
        }),
        'lifecycle-policy': (0,action_kit_build/* text */.Qq)({
            description: 'Path of the lifecycle policy (JSON) of a repository that is created.',
        }),
        'promote-from': (0,action_kit_build/* text */.Qq)({
            description: 'An image to copy into `repository` instead of building one; named as `repository` is, with tag or digest.',
        }),
        'promote-from-role': (0,action_kit_build/* text */.Qq)({
            description: 'ARN of the role, in another account perhaps, that may read `promote-from`.',
        }),
        'expect-platform': imagePlatform({
            description: 'Platform that the image must have, such as `linux/amd64` for App Runner.',
        }),
        'dry-run': (0,action_kit_build/* flag */.Jt)({ description: 'Says what would be done, and does nothing.', ...off }),
        'aws-region': (0,region/* region */.N)({
            description: 'Region of the ECR of the caller; without it, that of the environment.',
        }),
    },
    outcomes: {
        built: 'The image is built and pushed.',
        reused: 'The image was there already; it has the tags.',
        promoted: 'The image is copied.',
        planned: 'Dry run: it can be done; nothing was changed.',
        failed: 'There is no image to deploy.',
    },
    outputs: {
        image: 'The image by its digest: `repository-uri@digest`.',
        'image-tag': 'The image by its first tag: `repository-uri:tag`.',
        digest: 'Digest of the image (`sha256:…`): of the index where there is one.',
        tags: 'Tags of the image (JSON list), without the repository.',
        'repository-uri': 'The repository with its host.',
        'repository-name': 'The repository without its host.',
        registry: 'Host of the registry.',
        reused: '`true` when nothing was built.',
        'content-hash': 'SHA-256 of all that the image is made from; empty where that cannot be known.',
        metadata: 'What buildx says about the build (JSON); `{}` where nothing was built.',
        'size-bytes': 'Compressed size, as it is pulled; of several platforms the sum.',
    },
});
/** The inputs of a login, in the words of who pushes. */
function login(descriptions) {
    const { registry, 'registry-username': username, 'registry-password': password, } = login_inputs/* registryLoginInputs */.mf;
    const say = (spec, name) => ({
        ...spec,
        description: descriptions[name],
    });
    return {
        registry: say(registry, 'registry'),
        'registry-username': say(username, 'registry-username'),
        'registry-password': say(password, 'registry-password'),
    };
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./packages/aws/build/clients.js
var build_clients = __webpack_require__(7577);
// EXTERNAL MODULE: ./packages/registry/build/reference/image-reference.js + 1 modules
var image_reference = __webpack_require__(6148);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./packages/registry/build/reference/ecr-registry.js
var ecr_registry = __webpack_require__(6825);
;// CONCATENATED MODULE: ./actions/build-push-image/build/tags/own-tags.js
/** The tag of an image whose content is not known, until it is seen to be what is expected. It moves from image to image. */
const stagingTag = 'content-unknown';
/** Each image, and each stage that is built, has a cache of its own. */
function cacheTag({ target }) {
    return target === undefined ? 'cache' : `cache-${target}`;
}

;// CONCATENATED MODULE: ./actions/build-push-image/build/create-repository.js

/** Creates a repository of ECR. Tags of caches and contents move; all others stay where they are. */
async function createRepository(host, { repository: { at, ecr } }, { lifecyclePolicy }) {
    const mutableTags = [`${cacheTag({ target: undefined })}*`, 'content-*'];
    const how = await ecr?.create({ mutableTags, lifecyclePolicy });
    if (how === 'created')
        host.info(`Created the repository ${at.repository}.`);
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(481);
;// CONCATENATED MODULE: ./actions/build-push-image/build/docker/run-program.js


/** How long a program has to end by itself once the run is cancelled: the runner waits ten seconds for all. */
const graceMs = 3_000;
/**
 * Runs a program to its end. Throws an error with the code ENOENT where there is no such program, and the signal's reason when the
 * run is cancelled: with the program, all that it started is ended then. (GitHub's own library for this cannot
 * end what it started, and a build that goes on may push after the run was cancelled.)
 */
async function runProgram({ command, args, env, signal, onLine, }) {
    signal.throwIfAborted();
    // A group of its own, so that plugins of docker end with it.
    const child = (0,external_node_child_process_.spawn)(command, [...args], {
        env,
        detached: true,
        stdio: ['ignore', 'pipe', 'pipe'],
    });
    const end = (how) => {
        try {
            if (child.pid !== undefined)
                process.kill(-child.pid, how);
        }
        catch {
            // It has ended by itself.
        }
    };
    let killing;
    const onAbort = () => {
        end('SIGINT');
        killing = setTimeout(() => end('SIGKILL'), graceMs);
    };
    signal.addEventListener('abort', onAbort, { once: true });
    try {
        const [code, stdout, stderr] = await Promise.all([
            ended(child),
            linesOf(child.stdout, onLine),
            linesOf(child.stderr, onLine),
        ]);
        signal.throwIfAborted();
        return { code, stdout, stderr };
    }
    finally {
        clearTimeout(killing);
        signal.removeEventListener('abort', onAbort);
    }
}
function ended(child) {
    const { promise, resolve, reject } = Promise.withResolvers();
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? undefined));
    return promise;
}
/** What is kept of a program's output at least: its end, where errors are. */
const keptCharacters = 1_000_000;
async function linesOf(stream, onLine) {
    let text = '';
    for await (const line of (0,external_node_readline_.createInterface)({ input: stream })) {
        onLine?.(line);
        text += `${line}\n`;
        // Not at every line: that would copy all of it each time.
        if (text.length > 2 * keptCharacters)
            text = text.slice(-keptCharacters);
    }
    return text;
}

;// CONCATENATED MODULE: ./actions/build-push-image/build/docker/docker.js

/** Docker with the environment of the job, without this step's inputs. */
function openDocker(host, { signal, variables }) {
    return {
        run: (args, { env = {}, onLine } = {}) => runProgram({
            command: 'docker',
            args,
            env: { ...withoutGitLabels(host.environmentForPrograms()), ...variables, ...env },
            signal,
            ...(onLine !== undefined && { onLine }),
        }),
    };
}
/** By it, buildx gives images labels that differ from commit to commit, which a content hash does not see. */
function withoutGitLabels(environment) {
    return Object.fromEntries(Object.entries(environment).filter(([name]) => name !== 'BUILDX_GIT_LABELS'));
}

;// CONCATENATED MODULE: ./actions/build-push-image/build/docker/engine.js

/** Finds out what builds here. Throws `input` with the remedy where there is no docker, no engine or no buildx. */
async function inspectBuilder(docker) {
    await requireBuildx(docker);
    const builder = await docker.run(['buildx', 'inspect']);
    const driver = /^Driver:[ \t]*(\S+)/m.exec(builder.stdout)?.[1] ?? 'docker';
    const isLocal = driver === 'docker' || driver === 'docker-container';
    // An engine that does not answer is why such a builder does not work, either.
    const platform = isLocal ? await enginePlatform(docker) : platformOf(builder);
    if (builder.code !== 0) {
        throw notUsable('The builder that docker buildx would use does not work', builder, {
            remedy: 'Put docker/setup-buildx-action before this step, or choose another one: docker buildx use default.',
        });
    }
    if (driver !== 'docker')
        return { driver, platform, hasContainerdStore: false };
    const info = await docker.run(['info', '--format', '{{json .DriverStatus}}']);
    return {
        driver,
        platform,
        hasContainerdStore: info.stdout.includes('io.containerd.snapshotter'),
    };
}
/** The first of a builder elsewhere, which is its own; those that were chosen for it have a star. */
function platformOf({ stdout }) {
    return /^Platforms:[ \t]*([\w/]+)/m.exec(stdout)?.[1];
}
async function enginePlatform(docker) {
    const end = await docker.run(['version', '--format', '{{.Server.Os}}/{{.Server.Arch}}']);
    if (end.code !== 0) {
        throw notUsable('The Docker engine of this runner does not answer', end, {
            remedy: 'Start it (on a runner of your own: systemctl start docker), or let the job run where one is, such as ubuntu-latest. DOCKER_HOST, where it is set, has to name it.',
        });
    }
    const platform = end.stdout.trim();
    return /^\w+\/\w+$/.test(platform) ? platform : undefined;
}
async function requireBuildx(docker) {
    const version = await start(docker, ['buildx', 'version']);
    if (version.code === 0)
        return;
    throw notUsable('docker buildx is missing on this runner', version, {
        remedy: 'Put docker/setup-buildx-action before this step, or install the package docker-buildx-plugin (docker-buildx on Debian).',
    });
}
async function start(docker, args) {
    try {
        return await docker.run(args);
    }
    catch (cause) {
        const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
        if (code !== 'ENOENT' && code !== 'EACCES')
            throw cause;
        throw new action_kit_build/* ActionError */.lZ({
            code: 'input',
            message: code === 'ENOENT'
                ? 'There is no docker on this runner.'
                : 'The docker of this runner may not be executed by this user.',
            remedy: 'Let the job run where docker is, such as ubuntu-latest, or install it.',
            cause,
        });
    }
}
function notUsable(what, { stderr }, { remedy }) {
    const words = stderr.trim().split('\n').at(-1) ?? '';
    return new action_kit_build/* ActionError */.lZ({
        code: 'input',
        message: `${what}${words === '' ? '.' : `: ${words}`}`,
        remedy,
    });
}

// EXTERNAL MODULE: ./packages/registry/build/docker-config.js
var docker_config = __webpack_require__(2720);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(542);
;// CONCATENATED MODULE: ./actions/build-push-image/build/docker/config.js



/** The folder of docker's settings that the job has. */
function settingsFolder(host) {
    return host.readVariable('DOCKER_CONFIG') || (0,external_node_path_.join)((0,external_node_os_.homedir)(), '.docker');
}
/** The `config.json` of a folder; empty where there is none, and with a problem where it cannot be read, as docker takes it. */
async function readConfig(folder) {
    const path = (0,external_node_path_.join)(folder, 'config.json');
    const text = await (0,promises_.readFile)(path, 'utf8').catch(() => '{}');
    const config = parsed(text);
    if (isConfig(config))
        return { config };
    const problem = `${path} is no JSON object: docker is run without what it is logged in to there. Write it anew, or remove it.`;
    return { config: {}, problem };
}
/** A value may be a password: no error may repeat it. */
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function isConfig(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** A part of a configuration; empty where it has none. */
function part(config, name) {
    const value = config[name];
    return isConfig(value) ? value : {};
}

;// CONCATENATED MODULE: ./actions/build-push-image/build/docker/settings.js




/** What of docker's settings is the job's, and is used as it is. */
const shared = ['cli-plugins', 'contexts', 'tls'];
/**
 * Works with a folder of docker's settings that holds the login of this step: what the job is logged in to stays as it is, and nothing
 * is left to log out of. Builders, plugins and contexts are those of the job. The folder is gone afterwards.
 */
async function withOwnSettings(host, logins, work) {
    const ofJob = settingsFolder(host);
    const own = await (0,promises_.mkdtemp)((0,external_node_path_.join)(host.temporaryFolder, 'docker-'));
    try {
        const { config, problem } = await readConfig(ofJob);
        if (problem !== undefined)
            host.warning(problem);
        await (0,promises_.writeFile)((0,external_node_path_.join)(own, 'config.json'), JSON.stringify(withLogins(config, logins)), {
            mode: 0o600,
        });
        for (const name of shared)
            await (0,promises_.symlink)((0,external_node_path_.join)(ofJob, name), (0,external_node_path_.join)(own, name));
        const builders = host.readVariable('BUILDX_CONFIG') || (0,external_node_path_.join)(ofJob, 'buildx');
        return await work({ DOCKER_CONFIG: own, BUILDX_CONFIG: builders });
    }
    finally {
        await (0,promises_.rm)(own, { recursive: true, force: true });
    }
}
/** Those of the job win over those of bases: it may have been logged in to read them. */
function withLogins(config, { repository, bases }) {
    const known = { ...part(config, 'auths'), ...part(config, 'credHelpers') };
    const added = bases.filter(({ host }) => !Object.hasOwn(known, host));
    return withLogin(config, [...added, ...(repository === undefined ? [] : [repository])]);
}
/**
 * A login in the file counts only where no helper keeps that of the registry; an empty name is none.
 * https://github.com/docker/cli/blob/master/cli/config/configfile/file.go
 */
function withLogin(config, logins) {
    if (logins.length === 0)
        return config;
    const { auths } = JSON.parse((0,docker_config/* dockerConfigFor */.M)(logins)); // see dockerConfigFor
    const noHelpers = Object.fromEntries(Object.keys(auths).map((name) => [name, '']));
    return {
        ...config,
        auths: { ...part(config, 'auths'), ...auths },
        credHelpers: { ...part(config, 'credHelpers'), ...noHelpers },
    };
}

;// CONCATENATED MODULE: ./actions/build-push-image/build/content/platforms.js

/** The names that Go has for what Node calls otherwise. */
const architectures = {
    x64: 'amd64',
    x86_64: 'amd64',
    'x86-64': 'amd64',
    ia32: '386',
    i386: '386',
    aarch64: 'arm64',
    ppc64: 'ppc64le',
    armhf: 'arm/v7',
    armel: 'arm/v6',
};
/** What an image is built for where nobody says: the architecture of this machine, and Linux. */
function ownPlatform() {
    return normalizePlatform(`linux/${(0,external_node_os_.arch)()}`);
}
/**
 * The platforms of a build, each once and in one order: docker makes the same images of them in any. An
 * architecture has one name, and its usual variant none.
 * https://github.com/containerd/platforms/blob/main/database.go
 */
function normalizePlatforms(platforms) {
    const all = platforms.length === 0 ? [ownPlatform()] : platforms.map(normalizePlatform);
    return [...new Set(all)].toSorted();
}
function normalizePlatform(platform) {
    const [os = '', architecture = '', ...variant] = platform.trim().toLowerCase().split('/');
    const name = [os, architectures[architecture] ?? architecture, ...variant].join('/');
    if (name === 'linux/arm64/v8')
        return 'linux/arm64';
    return name === 'linux/arm' ? 'linux/arm/v7' : name;
}

;// CONCATENATED MODULE: ./actions/build-push-image/build/image-platforms.js




/** What an image is for, as it is written; what says no platform is left out. */
function platformNames({ platforms }) {
    return platforms.flatMap(({ platform }) => platform === undefined ? [] : [formatPlatform(platform)]);
}
/** How the platforms of an image differ from others, which are normalized; undefined where they are the same. */
function otherPlatforms(image, wanted) {
    const names = platformNames(image);
    const own = names.length === 0 ? [] : normalizePlatforms(names);
    if (own.join() === wanted.join())
        return undefined;
    const has = own.length === 0 ? 'says no platform' : `is for ${own.join(', ')}`;
    return `${has}, and not for ${wanted.join(', ')}`;
}
/** Throws `image` for one that does not run on the platform that is expected. */
function checkPlatform({ at }, image, expected) {
    if (expected === undefined)
        return;
    const names = platformNames(image);
    const wanted = formatPlatform(expected);
    if (names.some((name) => name === wanted || name.startsWith(`${wanted}/`)))
        return;
    const has = names.length === 0 ? 'says no platform' : `is for ${names.join(', ')}`;
    throw new action_kit_build/* ActionError */.lZ({
        code: 'image',
        message: `The image ${(0,image_reference/* formatImage */.vy)(at, { digest: image.digest })} ${has}, and expect-platform wants ${wanted}.`,
        remedy: `Build it for ${wanted}: set platforms: ${wanted}, or build on a runner of that architecture.`,
    });
}

// EXTERNAL MODULE: ./packages/registry/build/ecr/tag-mutability.js
var tag_mutability = __webpack_require__(8101);
;// CONCATENATED MODULE: ./actions/build-push-image/build/tags/is-fixed.js

/** Whether the repository keeps a tag where it is, as far as is known. */
function isFixed({ lookup }, tag) {
    return lookup?.kind === 'found' && (0,tag_mutability/* isImmutable */.t)(lookup.tagMutability, tag);
}

;// CONCATENATED MODULE: ./actions/build-push-image/build/build/arguments.js
/** The call that builds and pushes. Secrets are named in it, and never there with their values. */
function buildCall(order) {
    const { inputs, names, cache, metadataFile, needsFreshBases } = order;
    const { build, pull } = inputs;
    const secrets = [...inputs.secrets].map(([id, value], i) => ({
        flag: fields(`id=${id}`, `env=${secretVariable(i)}`),
        variable: [secretVariable(i), value],
    }));
    return {
        args: [
            ...['buildx', 'build', '--push', '--progress=plain', `--metadata-file=${metadataFile}`],
            ...names.map((name) => `--tag=${name}`),
            ...optionsOf(inputs),
            ...labelsOf(order),
            ...secrets.map(({ flag }) => `--secret=${flag}`),
            ...[...inputs.secretFiles].map(([id, path]) => `--secret=${fields(`id=${id}`, `src=${path}`)}`),
            ...cache.from.map((from) => `--cache-from=${from}`),
            ...cache.to.map((to) => `--cache-to=${to}`),
            ...(order.isAnew ? ['--no-cache'] : []),
            ...(pull || needsFreshBases ? ['--pull'] : []),
            '--',
            build.context,
        ],
        env: Object.fromEntries(secrets.map(({ variable }) => variable)),
    };
}
/** buildx reads these as a line of CSV. */
function fields(...texts) {
    return texts
        .map((text) => (/[,"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text))
        .join(',');
}
function secretVariable(index) {
    return `DEPLOY_ACTIONS_BUILD_SECRET_${index}`;
}
function optionsOf({ build, ambientArgs, }) {
    const { file, target, network, platforms, provenance, sbom } = build;
    return [
        ...(file === undefined ? [] : [`--file=${file}`]),
        ...(target === undefined ? [] : [`--target=${target}`]),
        ...(network === undefined ? [] : [`--network=${network}`]),
        ...(platforms.length === 0 ? [] : [`--platform=${platforms.join(',')}`]),
        // Proxies have passwords, and arguments are seen by all.
        ...[...build.buildArgs]
            .filter(([name]) => !ambientArgs.has(name))
            .map(([name, value]) => `--build-arg=${name}=${value}`),
        ...[...build.buildContexts].map(([name, value]) => `--build-context=${name}=${value}`),
        ...[...build.annotations].map(([name, value]) => `--annotation=${name}=${value}`),
        // By default a provenance makes an index of every image, which some services do not take.
        `--provenance=${provenance}`,
        `--sbom=${sbom}`,
    ];
}
function labelsOf({ labels, inputs: { build } }) {
    const all = new Map([...labels, ...build.labels]);
    return [...all].map(([name, value]) => `--label=${name}=${value}`);
}

;// CONCATENATED MODULE: ./actions/build-push-image/build/build/cache.js

/** Chooses the caches of a build: what was asked for, or the best that builder and repository can. */
function planCache(choice, facts) {
    const tag = cacheTag(facts);
    const { mode, warnings } = possibleMode(choice, facts);
    const own = cacheOf(mode, facts);
    return {
        from: [...own.from, ...choice.from],
        to: choice.to.length > 0 ? choice.to : own.to,
        tag: mode === 'inline' && choice.to.length === 0 ? tag : undefined,
        ownTag: writesTag(mode) && choice.to.length === 0 ? tag : undefined,
        warnings,
    };
}
/** The same caches, with nothing written under the tag of this action. */
function withoutTag(cache) {
    return { ...cache, to: [], tag: undefined, ownTag: undefined };
}
function writesTag(mode) {
    return mode === 'registry' || mode === 'inline';
}
function cacheOf(mode, facts) {
    const ref = `${facts.repository}:${cacheTag(facts)}`;
    const name = `${facts.repository}${facts.target === undefined ? '' : `/${facts.target}`}`;
    const scope = name.replaceAll(/[^\w.-]+/g, '-');
    switch (mode) {
        case 'registry':
            return {
                from: [`type=registry,ref=${ref}`],
                // In the form that ECR takes too.
                to: [`type=registry,ref=${ref},mode=max,image-manifest=true,oci-mediatypes=true`],
            };
        case 'gha':
            return { from: [`type=gha,scope=${scope}`], to: [`type=gha,scope=${scope},mode=max`] };
        case 'inline':
            return { from: [`type=registry,ref=${ref}`], to: ['type=inline'] };
        case 'auto':
        case 'off':
    }
    return { from: [], to: [] };
}
function possibleMode({ mode: asked }, facts) {
    if (asked === 'off')
        return { mode: 'off', warnings: [] };
    const obstacle = asked === 'auto' ? undefined : obstacleTo(asked, facts);
    if (asked !== 'auto' && obstacle === undefined)
        return { mode: asked, warnings: [] };
    const order = ['registry', 'gha', 'inline'];
    const mode = order.find((one) => obstacleTo(one, facts) === undefined) ?? 'off';
    const instead = mode === 'off' ? 'no cache is used' : `cache: ${mode} is used instead`;
    const reason = obstacle ?? (mode === 'off' ? obstacleTo('inline', facts) : undefined);
    if (reason === undefined)
        return { mode, warnings: [] };
    return { mode, warnings: [`cache: ${asked} is not possible, since ${reason}; ${instead}.`] };
}
function obstacleTo(mode, facts) {
    const { builder, hasGithubCache, isImmutable } = facts;
    const tag = cacheTag(facts);
    if (mode === 'gha' && !hasGithubCache)
        return 'the job has no access to the cache of GitHub Actions';
    if (mode !== 'inline' && builder.driver === 'docker' && !builder.hasContainerdStore) {
        return `the builder's driver docker can only export inline caches (docker/setup-buildx-action makes one with another driver)`;
    }
    if (mode !== 'gha' && isImmutable(tag)) {
        return `the tag ${tag} is immutable, so that a cache could be written once only (exclude cache* from the immutability of the repository)`;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./actions/build-push-image/build/build/failure-causes.js
/** Causes that a RUN instruction has as well, by what its program and the builder print. */
const everywhere = [
    {
        pattern: /no space left on device|disk quota exceeded/i,
        code: 'capacity',
        remedy: 'The disk of the runner is full: remove what the job does not need before this step (docker system prune), or take a larger runner.',
    },
    {
        pattern: /exit code: 137|signal: killed|cannot allocate memory|out of memory/i,
        code: 'oom',
        remedy: 'The step was killed, as happens when memory runs out: give the build less to do at once, or take a larger runner.',
    },
    {
        pattern: /exec format error/i,
        code: 'image',
        remedy: 'The base image is for another platform than the runner: put docker/setup-qemu-action before this step, or build on a runner of that architecture.',
    },
];
/** Words of networks and registries that are gone a moment later. */
const passing = /connection reset|connection timed out|broken pipe|closed pipe|closed network connection|unexpected EOF|\bEOF$|i\/o timeout|(?:TLS handshake|awaiting headers|request) (?:timeout|exceeded|canceled)|connection refused|\b(?:408|429|500|502|503|504) [A-Z]|HTTP status: (?:429|5\d\d)|toomanyrequests|\bunauthorized(?:: authentication required)?$|unexpected status.*401/im;
/** Causes by the words of docker, BuildKit and registries, where no program of the image has a say. */
const ofBuilder = [
    {
        pattern: /(?:not supported|not currently implemented|not implemented) for (?:the )?docker driver/i,
        code: 'input',
        remedy: "The builder's driver docker cannot do what an input asks for: put docker/setup-buildx-action before this step, or leave that input out.",
    },
    {
        pattern: /multi-?platform build is not supported|multiple platforms feature/i,
        code: 'input',
        remedy: "The builder's driver cannot build for several platforms: put docker/setup-buildx-action before this step.",
    },
    {
        pattern: /no match for platform|does not match the specified platform|no matching manifest for/i,
        code: 'image',
        remedy: 'A base image is not there for this platform: choose another one, or correct platforms.',
    },
    {
        pattern: /cannot be overwritten because the repository is immutable|tag is immutable|tag invalid/i,
        code: 'conflict',
        remedy: 'A tag is immutable, and another run gave it to another image meanwhile: run the step again, which then finds that image, or use a tag that no other content has.',
    },
    {
        pattern: /not authorized to perform: ecr:\w+/i,
        code: 'access-denied',
        remedy: 'Give the role of the job that permission: the README of build-push-image lists the statements for pushing.',
    },
    {
        pattern: /name unknown: The repository with name/i,
        code: 'input',
        remedy: 'Correct repository, or set create-repository: true.',
    },
    {
        pattern: /secret \S+(?: not found)?: not found/i,
        code: 'input',
        remedy: 'The Dockerfile wants a build secret that was not given: name it in secrets or secret-files by the id of its mount.',
    },
    {
        pattern: /target stage \S+ could not be found/i,
        code: 'input',
        remedy: 'Correct the input target, or name the stage: FROM … AS NAME.',
    },
    {
        pattern: /dockerfile parse error|failed to parse stage name|failed to read dockerfile/i,
        code: 'image',
        remedy: 'Correct the Dockerfile, or the inputs context and file by which it is found.',
    },
    {
        pattern: /(?:compute cache key|checksum of ref \S+): .*(?:not found|no such file)/i,
        code: 'image',
        remedy: 'What COPY or ADD names is not in the context: look at its path, at what .dockerignore leaves out, and whether the step that makes it ran before.',
    },
    {
        pattern: /pull rate limit/i,
        code: 'service-error',
        remedy: 'Log in to the registry of the base image before this step (docker/login-action), which then gives more, or run the step again later.',
    },
    {
        pattern: /pull access denied|failed to resolve source metadata|manifest unknown|: not found$/im,
        code: 'image',
        remedy: 'A base image is not there, or needs a login: correct FROM, or log in to its registry before this step (docker/login-action).',
    },
    {
        pattern: passing,
        code: 'service-error',
        remedy: 'The registry, or the way to it, broke off again and again: run the step again, and look at the status page of the registry if that does not help.',
    },
    {
        pattern: /unauthorized|denied[:,]|authentication required|authorization failed|403 Forbidden/i,
        code: 'access-denied',
        remedy: 'The registry does not let this user push: look at registry-username and registry-password (for ghcr.io the job needs the permission packages: write).',
    },
];
const otherwise = {
    code: 'image',
    remedy: 'Look at the step that failed, above; the same fails with docker buildx build on your machine.',
};
/** Why a build failed; the first cause that fits. Words of a program in the image say nothing of registries. */
function causeOf({ error, lines }) {
    const told = [error, ...lines].join('\n');
    const known = everywhere.find(({ pattern }) => pattern.test(told));
    if (known !== undefined || isOfProgram(error))
        return known ?? otherwise;
    return ofBuilder.find(({ pattern }) => pattern.test(error)) ?? otherwise;
}
/** Whether a build failed by something that passes: what was built until then is still there. */
function isPassingError(error) {
    return !isOfProgram(error) && passing.test(error);
}
/** Whether a RUN instruction failed, in the words of BuildKit from 0.8 on. */
function isOfProgram(error) {
    return /^(?:process ".*" did not complete successfully|executor failed running)/s.test(error);
}

;// CONCATENATED MODULE: ./actions/build-push-image/build/build/failure.js


/** The error of a failed build: the step that failed, its last lines, and what to do. */
function buildFailure({ output, steps }) {
    const failed = steps.findLast(({ hasFailed }) => hasFailed);
    const error = errorIn(output);
    const lines = failed?.lines.slice(-mostLines) ?? [];
    const { code, remedy } = causeOf({ error, lines });
    const what = failed === undefined
        ? 'The image could not be built and pushed'
        : `The build failed at ${failed.name}`;
    const last = lines.map((line) => `\n  ${line}`).join('');
    return new action_kit_build/* ActionError */.lZ({
        code,
        message: `${what}: ${error}${last === '' ? '' : `\nIts last lines:${last}`}`,
        remedy,
    });
}
const mostLines = 15;
/** Whether a build failed by something that passes: what was built until then is still there. */
function isPassing({ output }) {
    return isPassingError(errorIn(output));
}
/** The tags among these that are immutable and in the way, as the registry says; all of them where it names none. */
function tagsInTheWay(failed, own) {
    const error = errorIn(failed.output);
    if (causeOf({ error, lines: [] }).code !== 'conflict')
        return [];
    const words = new Set(error.split(/[^\w.-]+/).map((word) => word.replace(/\.+$/, '')));
    const named = own.filter((tag) => words.has(tag));
    return named.length > 0 ? named : own;
}
const prefixes = /^(?:failed to build: |failed to solve: |rpc error: code = \w+ desc = |failed to solve with frontend \S+: |failed to create LLB definition: )+/;
/** The sentence with which docker ends; some registries answer in several lines. */
function errorIn(output) {
    const [, words = ''] = /.*^(?:ERROR|error): (.+)/ms.exec(output) ?? [];
    const lines = (words === '' ? output.trim().split('\n').slice(-1) : words.split('\n'))
        .map((line) => line.trim())
        .slice(0, 3);
    const end = lines.findIndex((line) => line === '' || /^(?:View build details|Learn more)/.test(line));
    const text = lines.slice(0, end < 0 ? undefined : end).join(' ');
    return text.replace(prefixes, '') || 'docker said nothing';
}

;// CONCATENATED MODULE: ./actions/build-push-image/build/image-labels.js
/** Labels by which this action knows its images again, and says where they come from. */
const labelNames = {
    revision: 'org.opencontainers.image.revision',
    source: 'org.opencontainers.image.source',
    contentHash: 'deploy-actions.content-hash',
    /** What docker was told, where the content cannot be known. */
    optionsHash: 'deploy-actions.options-hash',
    /** The environment that an image was built for, where it is good for no other. */
    builtFor: 'deploy-actions.built-for',
};
/** The value of a label that all platforms of an image share; undefined where they do not. */
function labelOf({ platforms }, name) {
    const [first, ...others] = platforms.map(({ labels }) => labels[name] ?? '');
    return first !== '' && others.every((value) => value === first) ? first : undefined;
}

;// CONCATENATED MODULE: ./actions/build-push-image/build/build/labels.js

/**
 * The labels that say where an image comes from, and what it was made from. That of the content is set in any case: an image takes
 * over the labels of its base, which was made from something else.
 */
function labelsFor(run, { content, optionsHash }) {
    const source = run.url?.replace(/\/actions\/runs\/.*$/, '');
    return new Map([
        ...(run.sha === '' ? [] : [[labelNames.revision, run.sha]]),
        ...(source === undefined ? [] : [[labelNames.source, source]]),
        [labelNames.contentHash, content?.kind === 'known' ? content.hash : ''],
        [labelNames.optionsHash, optionsHash],
    ]);
}

;// CONCATENATED MODULE: ./actions/build-push-image/build/build/metadata.js

const warningsName = 'buildx.build.warnings';
/** Reads the file that `--metadata-file` names; without it nothing is known. */
async function readMetadata(path) {
    const text = await (0,promises_.readFile)(path, 'utf8').catch(() => '{}');
    const tree = JSON.parse(text);
    const digest = member(tree, 'containerimage.digest');
    const warnings = member(tree, warningsName);
    return {
        digest: typeof digest === 'string' && digest.startsWith('sha256:') ? digest : undefined,
        json: JSON.stringify(tree, (name, value) => name === warningsName ? undefined : value),
        warnings: Array.isArray(warnings) ? warnings.flatMap(toWarning) : [],
    };
}
function toWarning(tree) {
    const short = decoded(member(tree, 'short'));
    if (short === '')
        return [];
    const [range] = listOf(member(tree, 'range'));
    const file = member(member(tree, 'sourceInfo'), 'filename');
    const line = member(member(range, 'start'), 'line');
    const url = member(tree, 'url');
    const words = [short, ...listOf(member(tree, 'detail')).map(decoded)];
    return [
        {
            message: [...words, ...(typeof url === 'string' && url !== '' ? [url] : [])].join('\n'),
            file: typeof file === 'string' ? file : undefined,
            line: typeof line === 'number' ? line : undefined,
        },
    ];
}
/** Texts of BuildKit are bytes, which JSON holds as base64. */
function decoded(value) {
    return typeof value === 'string' ? Buffer.from(value, 'base64').toString() : '';
}
function listOf(value) {
    return Array.isArray(value) ? value : [];
}
function member(tree, name) {
    if (typeof tree !== 'object' || tree === null || !Object.hasOwn(tree, name))
        return undefined;
    return tree[name]; // an object, as was just seen
}

;// CONCATENATED MODULE: ./actions/build-push-image/build/build/progress.js
const progress_mostLines = 30;
/** Reads what buildx prints with `--progress=plain`, line by line. */
class BuildProgress {
    #steps = new Map();
    /** Takes a line that arrives at this moment, in milliseconds since the epoch. */
    read(line, now) {
        // What has the number 0 is said of the builder.
        const match = /^#([1-9]\d*) (.*)$/.exec(line);
        const [, id = '', rest = ''] = match ?? [];
        if (match === null)
            return;
        const step = this.#steps.get(id);
        if (step === undefined) {
            const name = rest.trim();
            this.#steps.set(id, newStep(name, now));
            return;
        }
        step.endedAt = now;
        if (/^CACHED\b/.test(rest))
            step.isCached = true;
        else if (/^ERROR\b/.test(rest))
            step.hasFailed = !isOptional(step);
        const printed = /^\d+\.\d+ (.*)$/.exec(rest)?.[1];
        if (printed !== undefined)
            step.lines.push(printed);
        if (step.lines.length > progress_mostLines)
            step.lines.shift();
    }
    /** In the order in which they began. */
    get steps() {
        return [...this.#steps.values()];
    }
}
/** A cache that is not there yet fails to be imported, and nothing fails by that. */
function isOptional({ name }) {
    return name.startsWith('importing cache');
}
function newStep(name, now) {
    return { name, startedAt: now, endedAt: now, isCached: false, hasFailed: false, lines: [] };
}

;// CONCATENATED MODULE: ./actions/build-push-image/build/build/build-image.js

















/** Builds and pushes an image, and looks at it in its repository: what is handed on is there. */
async function buildImage(building) {
    const { context, registry, inputs, plan } = building;
    const { host, signal } = context;
    return withOwnSettings(host, await loginsFor(building), async (variables) => {
        const docker = openDocker(host, { signal, variables });
        const builder = await inspectBuilder(docker);
        refuseOtherPlatform(builder, inputs);
        if (plan.createRepository)
            await createRepository(host, registry, inputs);
        const cache = chooseCache(builder, building);
        for (const warning of cache.warnings)
            host.warning(warning);
        const built = await pushPatiently(building, { docker, cache, firstTag: plan.firstTag });
        return { ...built, image: await prove(building, built.metadata.digest) };
    });
}
/** Of the repository, and of each ECR that bases come from: what could be looked up can be pulled. */
async function loginsFor({ registry: { store, repository }, observed: { content }, }) {
    const bases = content?.kind === 'known' ? content.bases : [];
    const hosts = new Set(bases.map(({ image }) => (0,image_reference/* parseImageReference */.o_)(image).host));
    hosts.delete(repository.at.host);
    const logins = [];
    for (const host of hosts) {
        const login = (0,ecr_registry/* findEcrRegistry */.f8)(host) === undefined ? undefined : await store.login(host);
        if (login !== undefined)
            logins.push(login);
    }
    return { repository: await store.login(repository.at.host), bases: logins };
}
function refuseOtherPlatform({ platform }, { expectedPlatform, build }) {
    const wanted = expectedPlatform === undefined ? undefined : formatPlatform(expectedPlatform);
    if (wanted === undefined || platform === undefined || build.platforms.length > 0)
        return;
    if (wanted === platform || wanted.startsWith(`${platform}/`))
        return;
    throw new action_kit_build/* ActionError */.lZ({
        code: 'image',
        message: `The engine of this runner builds for ${platform}, and expect-platform wants ${wanted}. Nothing was built.`,
        remedy: `Set platforms: ${wanted}, or build on a runner of that architecture.`,
    });
}
function chooseCache(builder, { context, inputs, observed }) {
    const { host } = context;
    const has = (name) => (host.readVariable(name) ?? '') !== '';
    return planCache(inputs.cache, {
        builder,
        repository: (0,image_reference/* formatImage */.vy)(observed.at),
        target: inputs.build.target,
        hasGithubCache: has('ACTIONS_RUNTIME_TOKEN') && (has('ACTIONS_RESULTS_URL') || has('ACTIONS_CACHE_URL')),
        isImmutable: (tag) => isFixed(observed, tag),
    });
}
/** How often a push is tried that broke off by something that passes: its layers are not built again. */
const mostTries = 3;
async function pushPatiently(building, first) {
    const { host, signal } = building.context;
    let tools = first;
    for (let tries = 1;; tries++) {
        const result = await buildOnce(building, tools);
        if (!('output' in result))
            return result;
        const own = [tools.firstTag, tools.cache.ownTag].filter((tag) => tag !== undefined);
        const inTheWay = tagsInTheWay(result, own);
        if (inTheWay.length > 0) {
            host.warning(`The repository keeps tags of caches or contents where they are (${inTheWay.join(', ')}): the image is pushed without. Exclude cache* and content-* from the immutability of the repository.`);
            tools = withoutTags(tools, inTheWay);
            tries -= 1;
            continue;
        }
        if (tries === mostTries || !isPassing(result))
            throw buildFailure(result);
        host.info(`The push broke off; trying again (${tries + 1} of ${mostTries}).`);
        await (0,action_kit_build/* sleep */.yy)(tries * 2_000, signal);
    }
}
function withoutTags({ docker, cache, firstTag }, tags) {
    return {
        docker,
        cache: cache.ownTag !== undefined && tags.includes(cache.ownTag) ? withoutTag(cache) : cache,
        firstTag: firstTag !== undefined && tags.includes(firstTag) ? undefined : firstTag,
    };
}
async function buildOnce({ context, inputs, plan, observed }, { docker, cache, firstTag }) {
    const { host } = context;
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(host.temporaryFolder, 'build-'));
    try {
        const metadataFile = (0,external_node_path_.join)(folder, 'metadata.json');
        const tags = firstTag === undefined ? plan.tags : [firstTag];
        const all = [...new Set([...tags, ...(cache.tag === undefined ? [] : [cache.tag])])];
        const { args, env } = buildCall({
            inputs,
            names: all.map((tag) => (0,image_reference/* formatImage */.vy)(observed.at, { tag })),
            labels: labelsFor(host.run, observed),
            cache,
            metadataFile,
            isAnew: inputs.noCache || plan.isAnew,
            // The content hash stands for the bases that the registry has now.
            needsFreshBases: observed.content?.kind === 'known',
        });
        const progress = new BuildProgress();
        const end = await (0,action_kit_build/* inGroup */.HB)(host, `Build ${(0,image_reference/* formatImage */.vy)(observed.at)}`, () => docker.run(args, {
            env: { ...env, BUILDX_METADATA_WARNINGS: '1' },
            onLine: (line) => {
                progress.read(line, Date.now());
                host.info(line);
            },
        }));
        const { steps } = progress;
        if (end.code !== 0)
            return { output: `${end.stdout}${end.stderr}`, steps };
        const missingTags = plan.tags.filter((tag) => !all.includes(tag));
        return { metadata: await readMetadata(metadataFile), steps, missingTags };
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
/** Reads what was pushed from its repository; what is not there cannot be deployed. */
async function prove({ context: { host }, registry: { repository }, inputs, observed: { content } }, digest) {
    const image = digest === undefined ? undefined : await repository.readImage({ digest });
    if (image !== undefined) {
        checkPlatform(repository, image, inputs.expectedPlatform);
        const difference = content?.kind === 'known' ? otherPlatforms(image, content.platforms) : undefined;
        if (difference !== undefined) {
            host.warning(`The image ${difference}, as its content hash supposes: it is not reused later. Set the input platforms to what the builder builds for.`);
        }
        return image;
    }
    throw new action_kit_build/* ActionError */.lZ({
        code: 'image',
        message: digest === undefined
            ? 'docker buildx says nothing of the digest that it pushed.'
            : `The registry has no image ${(0,image_reference/* formatImage */.vy)(repository.at, { digest })}, although docker pushed it.`,
        remedy: 'Run the step again. Should it happen again, update docker buildx (0.13 and newer are known to work).',
    });
}

// EXTERNAL MODULE: ./packages/registry/build/tags.js
var build_tags = __webpack_require__(6496);
;// CONCATENATED MODULE: ./actions/build-push-image/build/give-tags.js

/** Gives an image of a repository further tags. Throws `conflict` for one that is immutable and another image's. */
async function giveTags(repository, { digest, tags }) {
    for (const tag of tags) {
        const outcome = await repository.addTag({ digest, tag });
        if (outcome.kind === 'conflict') {
            throw (0,build_tags/* tagConflict */.T)(repository.at, { tag, wanted: digest, existing: outcome.digest });
        }
    }
}

;// CONCATENATED MODULE: ./actions/build-push-image/build/docker/ambient-arguments.js

/** https://docs.docker.com/engine/cli/proxy/ */
const proxies = {
    httpProxy: 'HTTP_PROXY',
    httpsProxy: 'HTTPS_PROXY',
    ftpProxy: 'FTP_PROXY',
    noProxy: 'NO_PROXY',
    allProxy: 'ALL_PROXY',
};
/**
 * The build arguments that docker adds by itself: SOURCE_DATE_EPOCH of the environment, and the proxies of its settings,
 * which may hold passwords.
 */
async function ambientArguments(host) {
    const { config } = await readConfig(settingsFolder(host));
    const engine = host.readVariable('DOCKER_HOST') || 'unix:///var/run/docker.sock';
    const all = part(config, 'proxies');
    const chosen = part(all, Object.hasOwn(all, engine) ? engine : 'default');
    const found = Object.entries(proxies).flatMap(([setting, name]) => {
        const value = chosen[setting];
        if (typeof value !== 'string' || value === '')
            return [];
        return [name, name.toLowerCase()].map((each) => [each, value]);
    });
    const epoch = host.readVariable('SOURCE_DATE_EPOCH') ?? '';
    return new Map([...found, ...(epoch === '' ? [] : [['SOURCE_DATE_EPOCH', epoch]])]);
}

// EXTERNAL MODULE: ./packages/registry/build/ecr/lifecycle-policy.js
var lifecycle_policy = __webpack_require__(7135);
;// CONCATENATED MODULE: ./actions/build-push-image/build/inputs/rules.js



/** What has to hold between inputs, and within those of more than one part. */
const rules = [
    loginTogether,
    repositoryForm,
    promotionAlone,
    platformForms,
    namesOfMaps,
    emptySecrets,
];
/** The repository as it is written, with the host of `registry` where that is given. */
function repositoryOf({ repository, registry }) {
    return registry === undefined ? (repository ?? '') : `${registry}/${repository ?? ''}`;
}
function loginTogether({ given }) {
    const names = ['registry-username', 'registry-password'];
    const [missing, ...others] = names.filter((name) => !given.has(name));
    return missing === undefined || others.length > 0
        ? []
        : [{ path: missing, message: 'is required: a registry wants user and password together' }];
}
function repositoryForm({ values, failed }) {
    const { repository, registry } = values;
    if (repository === undefined || failed.has('registry'))
        return [];
    if (registry !== undefined && (0,image_reference/* hasHost */.b5)(repository)) {
        return [{ path: 'repository', message: 'has a host, and so has registry; keep one of them' }];
    }
    if (registry !== undefined && !(0,image_reference/* hasHost */.b5)(repositoryOf(values))) {
        return [
            { path: 'registry', message: 'is no host by itself: docker wants a dot or a port in it' },
        ];
    }
    try {
        const { tag, digest } = (0,image_reference/* parseImageReference */.o_)(repositoryOf(values));
        const message = 'has a tag or a digest; tags have an input of their own';
        return tag === undefined && digest === undefined ? [] : [{ path: 'repository', message }];
    }
    catch (error) {
        return rules_problemsOf(error, 'repository');
    }
}
/** The problems of a value as those of an input. Throws what is no such error. */
function rules_problemsOf(error, path) {
    if (!(error instanceof action_kit_build/* InvalidValue */.h6))
        throw error;
    return error.problems.map(({ message }) => ({ path, message }));
}
/** What says how to build has no meaning where nothing is built. */
const ofBuilds = [
    ...['file', 'target', 'platforms', 'build-args', 'build-contexts', 'labels'],
    ...['annotations', 'network', 'secrets', 'secret-files', 'cache-from', 'cache-to'],
];
function promotionAlone({ given, values }) {
    if (!given.has('promote-from')) {
        const message = 'is for promote-from, which is not given';
        return given.has('promote-from-role') ? [{ path: 'promote-from-role', message }] : [];
    }
    const message = 'says how to build, and promote-from copies without building';
    const built = ofBuilds.filter((name) => given.has(name)).map((path) => ({ path, message }));
    try {
        (0,image_reference/* parseImageReference */.o_)(values.promoteFrom ?? '');
        return built;
    }
    catch (error) {
        return [...built, ...rules_problemsOf(error, 'promote-from')];
    }
}
function platformForms({ values: { platforms = [] } }) {
    return platforms
        .filter((platform) => !/^[a-z\d]+\/[\w-]+(?:\/[a-z\d]+)?$/i.test(platform))
        .map((platform) => ({
        path: 'platforms',
        message: `has ${platform}, which is no platform; allowed: such as linux/amd64`,
    }));
}
function namesOfMaps({ values }) {
    const maps = {
        'build-args': values.buildArgs,
        'build-contexts': values.buildContexts,
        labels: values.labels,
        annotations: values.annotations,
        secrets: values.secrets,
        'secret-files': values.secretFiles,
    };
    return Object.entries(maps).flatMap(([path, map]) => [...(map?.keys() ?? [])]
        .filter((name) => name === '' || /\s/.test(name))
        .map(() => ({ path, message: 'has a name that is empty or has white space' })));
}
/** The platforms that are built for, by default as well, have to have the one that is expected. */
function platformProblems({ expectPlatform: expected, platforms, promoteFrom }, defaults) {
    const all = platforms ?? (promoteFrom === undefined ? defaults : []);
    if (expected === undefined || all.length === 0)
        return [];
    const name = formatPlatform(expected);
    if (all.some((platform) => platform === name || platform.startsWith(`${name}/`)))
        return [];
    const message = platforms === undefined
        ? `is required: DOCKER_DEFAULT_PLATFORM is ${all.join(', ')}, and expect-platform wants ${name}`
        : `does not have ${name}, which expect-platform wants`;
    return [{ path: 'platforms', message }];
}
function emptySecrets({ values: { secrets } }) {
    const message = 'is empty; GitHub gives an empty text for a secret that it does not have';
    return [...(secrets ?? [])]
        .filter(([, value]) => value.trim() === '')
        .map(([id]) => ({ path: `secrets.${id}`, message }));
}

;// CONCATENATED MODULE: ./actions/build-push-image/build/inputs/named-files.js




/** What is wrong with the files of build secrets. */
async function secretFileProblems({ secretFiles, secrets, }) {
    const found = await Promise.all([...(secretFiles ?? [])].map(async ([id, path]) => {
        if (secrets?.has(id)) {
            return [{ path: `secret-files.${id}`, message: 'is in secrets as well' }];
        }
        const size = await (0,promises_.stat)(path).then((file) => (file.isFile() ? file.size : undefined), () => undefined);
        if (size === undefined) {
            return [
                {
                    path: `secret-files.${id}`,
                    message: `names ${path}, which is no file that can be read`,
                },
            ];
        }
        return size > 0
            ? []
            : [{ path: `secret-files.${id}`, message: `names ${path}, which is empty` }];
    }));
    return found.flat();
}
/** Reads the lifecycle policy of a repository that is to be created. */
async function readPolicy({ lifecyclePolicy: path, createRepository, }) {
    if (path === undefined)
        return { text: undefined, problems: [] };
    if (!createRepository) {
        const message = 'is for create-repository: true; a repository that is there is left as it is';
        return { text: undefined, problems: [{ path: 'lifecycle-policy', message }] };
    }
    try {
        return { text: (0,lifecycle_policy/* parseLifecyclePolicy */.g)(await (0,promises_.readFile)(path, 'utf8')), problems: [] };
    }
    catch (error) {
        if (error instanceof action_kit_build/* InvalidValue */.h6) {
            return { text: undefined, problems: rules_problemsOf(error, 'lifecycle-policy') };
        }
        const message = `names the file ${path}, which cannot be read`;
        return { text: undefined, problems: [{ path: 'lifecycle-policy', message }] };
    }
}

;// CONCATENATED MODULE: ./actions/build-push-image/build/inputs/tags.js


/** The tags that are asked for. A copied image keeps its own: the commit of this run is not what it was made from. */
function tagsOf(parsed) {
    const { tags, promoteFrom } = parsed;
    if (tags !== undefined)
        return { templates: tags, problems: reservedProblems(tags, parsed) };
    if (promoteFrom === undefined)
        return { templates: ['{short-sha}'], problems: [] };
    const { tag, digest } = (0,image_reference/* parseImageReference */.o_)(promoteFrom);
    if (tag !== undefined || digest === undefined)
        return { templates: [tag ?? 'latest'], problems: [] };
    const message = 'is required, since promote-from names a digest without a tag';
    return { templates: [], problems: [{ path: 'tags', message }] };
}
/** What this action writes under tags of its own would take the place of the image. */
function reservedProblems(tags, { promoteFrom, target, cache }) {
    if (promoteFrom !== undefined)
        return [];
    const hasCacheTag = cache !== 'off' && cache !== 'gha';
    const reserved = [stagingTag, ...(hasCacheTag ? [cacheTag({ target })] : [])];
    return tags
        .filter((tag) => reserved.includes(tag))
        .map((tag) => ({
        path: 'tags',
        message: `has ${tag}, under which this action keeps something of its own; choose another one`,
    }));
}

;// CONCATENATED MODULE: ./actions/build-push-image/build/inputs.js






/** Reads the inputs and the files that they name; throws one error with everything that is wrong with them. */
async function readInputs(context) {
    const parsed = context.parseInputs({ rules: rules });
    const policy = await readPolicy(parsed);
    const defaults = defaultPlatforms(context);
    const tags = tagsOf(parsed);
    const problems = [
        ...policy.problems,
        ...(await secretFileProblems(parsed)),
        ...platformProblems(parsed, defaults),
        ...tags.problems,
    ];
    if (problems.length > 0)
        throw (0,action_kit_build/* inputError */.Xu)(problems);
    const { secrets = new Map(), secretFiles = new Map() } = parsed;
    return {
        repository: repositoryOf(parsed),
        ...loginOf(parsed),
        ...(await buildOf(context, parsed, defaults)),
        secrets,
        secretFiles,
        noCache: parsed.noCache,
        pull: parsed.pull,
        tags: tags.templates,
        reuse: parsed.reuse === 'content' && !parsed.noCache,
        maxAgeMs: parsed.reuseMaxAge === 0 ? undefined : parsed.reuseMaxAge * 1000,
        cache: { mode: parsed.cache, from: parsed.cacheFrom ?? [], to: parsed.cacheTo ?? [] },
        createRepository: parsed.createRepository,
        lifecyclePolicy: policy.text,
        promoteFrom: parsed.promoteFrom,
        promoteFromRole: parsed.promoteFromRole,
        expectedPlatform: parsed.expectPlatform,
        dryRun: parsed.dryRun,
        region: parsed.awsRegion,
    };
}
/** Docker builds for these where it is told nothing else. */
function defaultPlatforms({ host }) {
    const platform = host.readVariable('DOCKER_DEFAULT_PLATFORM') ?? '';
    return platform === '' ? [] : [platform];
}
async function buildOf({ host }, parsed, defaults) {
    const { context, file, target, network, provenance, sbom } = parsed;
    const { secrets, secretFiles, buildArgs = new Map() } = parsed;
    const ambient = [...(await ambientArguments(host))].filter(([name]) => !buildArgs.has(name));
    const build = {
        context,
        file,
        target,
        network,
        provenance,
        sbom,
        platforms: parsed.platforms ?? defaults,
        buildArgs: new Map([...ambient, ...buildArgs]),
        buildContexts: parsed.buildContexts ?? new Map(),
        labels: parsed.labels ?? new Map(),
        annotations: parsed.annotations ?? new Map(),
        secretIds: [...(secrets?.keys() ?? []), ...(secretFiles?.keys() ?? [])],
        sourcePolicy: (host.readVariable('EXPERIMENTAL_BUILDKIT_SOURCE_POLICY') ?? '') !== '',
    };
    return { build, ambientArgs: new Set(ambient.map(([name]) => name)) };
}
/** Shown to one registry and to no other: that of `repository`, or else the one that is copied from. */
function loginOf(parsed) {
    const login = (0,login_inputs/* registryLogin */.j8)(parsed);
    const names = [repositoryOf(parsed), parsed.promoteFrom ?? ''];
    const hosts = names.filter(image_reference/* hasHost */.b5).map((name) => (0,image_reference/* parseImageReference */.o_)(name).host);
    const host = hosts.find((one) => (0,ecr_registry/* findEcrRegistry */.f8)(one) === undefined);
    const credentials = login === undefined || host === undefined ? undefined : { ...login, host };
    return { credentials, isLoginUnused: login !== undefined && credentials === undefined };
}

;// CONCATENATED MODULE: ./actions/build-push-image/build/mask-secrets.js


/** Larger files are keystores and the like, which nothing prints as they are. */
const largestBytes = 64 * 1024;
/** Hides the values of build secrets in all that is printed: a RUN instruction may print them. */
async function maskSecrets(host, { secrets, secretFiles }) {
    for (const value of secrets.values())
        (0,action_kit_build/* maskSecret */.$l)(host, value);
    for (const path of secretFiles.values()) {
        const { size } = await (0,promises_.stat)(path);
        if (size <= largestBytes)
            (0,action_kit_build/* maskSecret */.$l)(host, await (0,promises_.readFile)(path, 'utf8'));
    }
}

// EXTERNAL MODULE: ./packages/registry/build/store/image-store.js + 5 modules
var image_store = __webpack_require__(868);
// EXTERNAL MODULE: ./packages/registry/build/short-name.js
var short_name = __webpack_require__(943);
// EXTERNAL MODULE: ./packages/registry/build/open-registries.js
var open_registries = __webpack_require__(8377);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./actions/build-push-image/build/content/cannot-tell.js
/**
 * Thrown where something that changes the image cannot be known before it is built. The message is a whole
 * sentence, or some: what it is, and what to write instead where there is something.
 */
class CannotTell extends Error {
    name = 'CannotTell';
}

;// CONCATENATED MODULE: ./actions/build-push-image/build/content/dockerfile/image-name.js



/** Reads the name of an image as FROM takes it: `latest` where neither tag nor digest is given. */
function readImageName(name) {
    try {
        const reference = (0,image_reference/* parseImageReference */.o_)(name);
        if (reference.tag !== undefined || reference.digest !== undefined)
            return reference;
        return { ...reference, tag: 'latest' };
    }
    catch (error) {
        if (!(error instanceof action_kit_build/* InvalidValue */.h6))
            throw error;
        const why = error.problems.map(({ message }) => message).join('; ');
        throw new CannotTell(`The image "${name}", which the Dockerfile names, ${why}.`);
    }
}
/** Whether two names are those of one image: `alpine` and `docker.io/library/alpine:latest` are. */
function isSameImage(one, other) {
    const [first, second] = [findFullName(one), findFullName(other)];
    return first !== undefined && first === second;
}
function findFullName(name) {
    try {
        const reference = readImageName(name.toLowerCase());
        return (0,image_reference/* formatImage */.vy)(reference, reference);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./actions/build-push-image/build/content/bases.js



/**
 * Finds the digest of each image, by name; one that is written with its digest is asked nowhere. Throws
 * CannotTell with every image that was not found out about.
 */
async function resolveBases(names, lookUp) {
    const found = await Promise.all([...names].toSorted().map((name) => resolve(name, lookUp)));
    const unknown = found.filter((each) => typeof each === 'string');
    if (unknown.length > 0)
        throw new CannotTell(unknown.join(' '));
    return found.filter((each) => typeof each !== 'string');
}
async function resolve(name, lookUp) {
    const reference = readImageName(name);
    const image = (0,image_reference/* formatImage */.vy)(reference, reference);
    if (reference.digest !== undefined)
        return { name, image, digest: reference.digest };
    const lookup = await lookUp(reference);
    if (lookup.kind === 'found')
        return { name, image, digest: lookup.digest };
    const remedy = lookup.kind === 'not-checked' ? ` ${lookup.remedy}` : '';
    return `What ${name} stands for is not known: ${lookup.message}${remedy}`;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./actions/build-push-image/build/content/unreadable.js

/** The `input` error for a file or folder of the build that is there and cannot be read. */
function unreadable(path, cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    return new action_kit_build/* ActionError */.lZ({
        code: 'input',
        message: `${path} cannot be read: ${why}.`,
        remedy: 'Let the user of the runner read it, or name it in .dockerignore if the image does not need it.',
        cause,
    });
}

;// CONCATENATED MODULE: ./actions/build-push-image/build/content/find-text.js


/** The text of a file; undefined where there is none of that name. Throws `input` where it cannot be read. */
function findText(file) {
    try {
        return (0,external_node_fs_.readFileSync)(file, 'utf8');
    }
    catch (error) {
        if (isMissing(error))
            return undefined;
        throw unreadable(file, error);
    }
}
/** Whether a file or folder is not there. */
function isMissing(error) {
    return codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR';
}
function codeOf(error) {
    return error instanceof Error && 'code' in error ? error.code : undefined;
}

;// CONCATENATED MODULE: ./actions/build-push-image/build/content/context/entries.js





/**
 * What docker sends of a context, in an order that is the same everywhere: a folder before what is in it. An
 * ignored folder is sent too when something in it is. Throws `input` for what cannot be read, and CannotTell
 * for a name that is no text.
 * https://github.com/tonistiigi/fsutil/blob/master/filter.go, Walk
 */
function entriesOf(context, ignore) {
    return entriesIn({ path: '', file: context, matched: undefined, isIgnored: false }, ignore);
}
function* entriesIn(folder, ignore) {
    for (const found of childrenOf(folder)) {
        const path = folder.path === '' ? found.name : `${folder.path}/${found.name}`;
        const file = (0,external_node_path_.join)(folder.file, found.name);
        const { isIgnored, matched } = ignore.judge(path, folder.matched);
        const entry = isIgnored ? undefined : describe(path, file);
        if (entry !== undefined)
            yield entry;
        if (!found.isDirectory() || (isIgnored && !ignore.mayTakeBackIn(path)))
            continue;
        const inside = entriesIn({ path, file, matched, isIgnored }, ignore);
        yield* isIgnored ? withFolder({ path, file }, inside) : inside;
    }
}
/** An ignored folder before the first of its entries that are sent; nothing where none is. */
function* withFolder({ path, file }, inside) {
    let isTold = false;
    for (const entry of inside) {
        const folder = isTold ? undefined : describe(path, file);
        isTold = true;
        if (folder !== undefined)
            yield folder;
        yield entry;
    }
}
function childrenOf({ path, file, isIgnored }) {
    checkName(path);
    try {
        const children = (0,external_node_fs_.readdirSync)(file, { withFileTypes: true });
        return children.toSorted((one, other) => (one.name < other.name ? -1 : 1));
    }
    catch (error) {
        // Docker does not look into an ignored folder that it may not read either.
        if (isIgnored || isMissing(error))
            return [];
        throw unreadable(file, error);
    }
}
/** A name whose bytes are no UTF-8 is read with a mark in the place of some, and leads to no file. */
function checkName(path) {
    if (!path.includes('\uFFFD'))
        return;
    throw new CannotTell(`The name of ${path} in the context is no UTF-8 text and cannot be read here. Give it another name, or name its folder in .dockerignore.`);
}
/** Undefined for what was removed meanwhile. */
function describe(path, file) {
    checkName(path);
    try {
        const stats = (0,external_node_fs_.lstatSync)(file);
        const kind = kindOf(stats);
        const place = { path, file, kind };
        if (kind === 'link')
            return { ...place, mode: 0, size: 0, target: (0,external_node_fs_.readlinkSync)(file) };
        const mode = stats.mode & 0o7777;
        if (kind === 'device')
            return { ...place, mode, size: 0, target: String(stats.rdev) };
        return { ...place, mode, size: kind === 'file' ? stats.size : 0 };
    }
    catch (error) {
        if (isMissing(error))
            return undefined;
        throw unreadable(file, error);
    }
}
function kindOf(stats) {
    if (stats.isFile())
        return 'file';
    if (stats.isDirectory())
        return 'folder';
    if (stats.isSymbolicLink())
        return 'link';
    if (stats.isFIFO())
        return 'fifo';
    return stats.isSocket() ? 'socket' : 'device';
}

;// CONCATENATED MODULE: ./actions/build-push-image/build/content/context/hash-file.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});



/** Up to this size a file is read at once: five times as fast as in turns with others. */
const smallFileBytes = 64 * 1024;
const chunkBytes = 1024 * 1024;
const small = Buffer.allocUnsafe(smallFileBytes);
/** The SHA-256 of what a small file holds, in hexadecimal. */
function hashSmallFile(file) {
    const descriptor = (0,external_node_fs_.openSync)(file, 'r');
    try {
        const hash = (0,external_node_crypto_.createHash)('sha256');
        for (let length; (length = (0,external_node_fs_.readSync)(descriptor, small)) > 0;) {
            hash.update(small.subarray(0, length));
        }
        return hash.digest('hex');
    }
    finally {
        (0,external_node_fs_.closeSync)(descriptor);
    }
}
/** The SHA-256 of what a file holds, in hexadecimal; a chunk of it is in memory. Ends with the signal's reason. */
async function hashLargeFile(file, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const handle = __addDisposableResource(env_1, await (0,promises_.open)(file, 'r'), true);
        const hash = (0,external_node_crypto_.createHash)('sha256');
        const chunk = Buffer.allocUnsafe(chunkBytes);
        for (;;) {
            signal.throwIfAborted();
            const { bytesRead } = await handle.read(chunk, 0, chunkBytes);
            if (bytesRead === 0)
                return hash.digest('hex');
            hash.update(chunk.subarray(0, bytesRead));
        }
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = __disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}

;// CONCATENATED MODULE: ./actions/build-push-image/build/content/context/hash-context.js





/** Large files are read side by side; as many as keep a disk busy while one of them is hashed. */
const largeAtOnce = 4;
/** After so many entries others have a turn. */
const entriesAtOnce = 256;
/**
 * Hashes what docker sends of a folder: path, kind, mode and content of each entry. Neither times nor owners, nor
 * where the folder lies. Never holds more of it than a few chunks. Throws `input` for what cannot be
 * read, CannotTell, and the signal's reason.
 */
async function hashContext(folder, reading) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let [files, sizeBytes, hasGit] = [0, 0, false];
    for (const batch of batches(entriesOf(folder, reading.ignore))) {
        reading.signal.throwIfAborted();
        const lines = await Promise.all(batch.map((entry) => lineOf(entry, reading)));
        hash.update(lines.join(''));
        files += batch.filter(({ kind }) => kind === 'file').length;
        sizeBytes += batch.reduce((sum, { size }) => sum + size, 0);
        hasGit ||= batch.some(({ path }) => path === '.git');
        // Else a tree of small files would be one piece of work, and a cancel not heard until its end.
        await new Promise(setImmediate);
    }
    return { sha256: hash.digest('hex'), files, sizeBytes, hasGit };
}
function* batches(entries) {
    let batch = [];
    let large = 0;
    for (const entry of entries) {
        batch.push(entry);
        if (isLarge(entry))
            large += 1;
        if (large < largeAtOnce && batch.length < entriesAtOnce)
            continue;
        yield batch;
        batch = [];
        large = 0;
    }
    yield batch;
}
async function lineOf(entry, { readMode, signal }) {
    const { path, file, kind, mode, target } = entry;
    const fields = [path, kind, kind === 'link' ? 0 : readMode(mode), target ?? ''];
    if (kind !== 'file')
        return `${JSON.stringify(fields)}\n`;
    try {
        const content = isLarge(entry) ? await hashLargeFile(file, signal) : hashSmallFile(file);
        return `${JSON.stringify([...fields, content])}\n`;
    }
    catch (error) {
        if (signal.aborted)
            throw error;
        // Docker leaves out what is gone when its turn comes.
        if (isMissing(error))
            return '';
        throw unreadable(file, error);
    }
}
function isLarge({ size }) {
    return size > smallFileBytes;
}

;// CONCATENATED MODULE: ./actions/build-push-image/build/content/context/modes.js
/**
 * Makes the permission bits of a checkout comparable. COPY keeps all twelve, so all of them count: a file that is
 * readable by its owner only gives another image than one that everybody may read, and where a checkout
 * was made under umask 077 that is so of all files. One difference is taken for none. Under umask 002,
 * which many machines have, git writes 0664 and 0775 where umask 022 gives 0644 and 0755, and keeps no record
 * of it: the group, which in an image is root's, may write. Where the Dockerfile itself was
 * written so, these modes are read as umask 022 would have made them; any other is taken as it is.
 */
function modeReader(dockerfileMode) {
    const groupWrites = 0o020;
    if ((dockerfileMode & groupWrites) === 0)
        return (mode) => mode;
    return (mode) => (mode === 0o664 || mode === 0o775 ? mode & ~groupWrites : mode);
}

;// CONCATENATED MODULE: ./actions/build-push-image/build/content/context/locate.js





/**
 * Sees to it that what was given as a context is a folder. Throws CannotTell for what only the builder reads, such
 * as an address of git, and `input` where there is no such folder.
 */
function checkFolder({ input, path }) {
    const is = locate_kindOf(path);
    if (is === 'folder')
        return;
    if (path === '-' || /^(?:[a-z][a-z0-9+.-]*:\/\/|git@|github\.com\/)/i.test(path)) {
        throw new CannotTell(`${withoutCredentials(path)} is read by docker alone. Check it out before, and give the folder as the input \`${input}\`.`);
    }
    throw new action_kit_build/* ActionError */.lZ({
        code: 'input',
        message: is === 'file' ? `${path} is no folder.` : `There is no folder ${path}.`,
        remedy: `Correct the input \`${input}\`: it is relative to the working directory. If the folder is made by a step, run that before.`,
    });
}
function locate_kindOf(path) {
    try {
        return (0,external_node_fs_.statSync)(path).isDirectory() ? 'folder' : 'file';
    }
    catch (error) {
        if (isMissing(error))
            return 'nothing';
        throw unreadable(path, error);
    }
}
function withoutCredentials(address) {
    return address.replace(/\/\/[^/@]*@/, '//');
}

;// CONCATENATED MODULE: ./actions/build-push-image/build/content/dockerfile/locate.js






/**
 * Reads the Dockerfile that docker would take: `file`, relative to the working directory, else `Dockerfile`
 * in the context, else `dockerfile`. Throws `input` where there is none, and CannotTell for one
 * that only the builder reads.
 */
function readDockerfile(context, file) {
    if (file === '-' || (file !== undefined && /^https?:\/\//i.test(file))) {
        throw new CannotTell(`The Dockerfile is ${file}, which only docker reads. Give a file of the checkout as \`file\`.`);
    }
    const names = file === undefined ? ['Dockerfile', 'dockerfile'] : [file];
    const places = file === undefined ? names.map((name) => (0,external_node_path_.join)(context, name)) : names;
    for (const place of places) {
        const found = findDockerfile(place);
        if (found !== undefined)
            return found;
    }
    throw new action_kit_build/* ActionError */.lZ({
        code: 'input',
        message: `There is no Dockerfile ${places[0]}.`,
        remedy: file === undefined
            ? 'Give the folder that has it as the input `context`, or the path of it as `file`.'
            : 'Correct the input `file`: it is relative to the working directory, not to `context`. If the file is made by a step, run that before.',
    });
}
function findDockerfile(file) {
    try {
        const bytes = (0,external_node_fs_.readFileSync)(file);
        return { file, bytes, text: bytes.toString('utf8'), mode: (0,external_node_fs_.statSync)(file).mode & 0o7777 };
    }
    catch (error) {
        if (isMissing(error))
            return undefined;
        throw unreadable(file, error);
    }
}

// EXTERNAL MODULE: ./node_modules/.pnpm/dockerfile-ast@0.7.1/node_modules/dockerfile-ast/lib/main.js
var main = __webpack_require__(1208);
;// CONCATENATED MODULE: ./actions/build-push-image/build/content/dockerfile/directives.js

/**
 * Reads the directives of a Dockerfile. A first line `#!…` is passed over; throws CannotTell for another escape
 * after one, as versions of the builder differ there.
 * https://github.com/moby/buildkit/blob/master/frontend/dockerfile/parser/directives.go
 */
function directivesOf(text) {
    const [first = '', ...others] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
    const hasShebang = first.startsWith('#!');
    const lines = hasShebang ? others : [first, ...others];
    // Only where the frontend is looked for, white space before a directive makes a comment of it.
    const syntax = read(lines, '#').get('syntax') ?? read(lines, '//').get('syntax');
    const trimmed = lines.map((line) => line.trimStart());
    const escape = read(trimmed, '#').get('escape') === '`' ? '`' : '\\';
    if (hasShebang && escape === '`') {
        throw new CannotTell('The Dockerfile sets its escape after a line #!, which docker may pass over. Without that line it would be known.');
    }
    return { syntax, escape };
}
function read(lines, mark) {
    const found = new Map();
    for (const line of lines) {
        if (!line.startsWith(mark))
            break;
        const directive = /^\s*([a-z][a-z0-9]*)\s*=\s*(.+?)\s*$/i.exec(line.slice(mark.length));
        const [, name = '', value = ''] = directive ?? [];
        const key = name.toLowerCase();
        if (!['syntax', 'escape', 'check'].includes(key) || found.has(key))
            break;
        found.set(key, value);
    }
    return found;
}

;// CONCATENATED MODULE: ./actions/build-push-image/build/content/dockerfile/words.js
const variable = String.raw `\$\{\w+(?::?[-+?][^}'"\\$<]*)?\}`;
const tokens = [
    String.raw `<<\s*`,
    String.raw `(?<space>\s+)`,
    String.raw `'(?<single>[^']*)'`,
    String.raw `"(?<double>(?:\\[^]|${variable}|\$(?!\{)|[^"\\$])*)"`,
    String.raw `\\(?<escaped>[^]?)`,
    variable,
    String.raw `\$(?!\{)`,
    String.raw `[^\s'"\\$]`,
].join('|');
/**
 * Splits a line into words as the builder does where it looks for documents within: by white space outside
 * of quotes and not after `<<`, with a backslash before what is meant as it is. Undefined for quotes that
 * stay open, and for variables that versions of the builder read differently.
 * https://github.com/moby/buildkit/blob/master/frontend/dockerfile/shell/lex.go
 */
function shellWords(line) {
    const words = [];
    let word;
    let end = 0;
    for (const match of line.matchAll(new RegExp(tokens, 'guy'))) {
        const [raw] = match;
        end += raw.length;
        if (match.groups?.['space'] === undefined) {
            word = { raw: (word?.raw ?? '') + raw, text: (word?.text ?? '') + textOf(match) };
        }
        else {
            if (word !== undefined)
                words.push(word);
            word = undefined;
        }
    }
    if (end < line.length)
        return undefined;
    return word === undefined ? words : [...words, word];
}
function textOf({ 0: raw, groups = {} }) {
    const { single, double, escaped } = groups;
    return single ?? double?.replaceAll(/\\(["$\\])/g, '$1') ?? escaped ?? raw;
}

;// CONCATENATED MODULE: ./actions/build-push-image/build/content/dockerfile/heredocs.js


/** What can have documents, be it as a trigger. */
const instruction = /^\s*(?:ONBUILD\s+)?(?:ADD|COPY|RUN)(?:\s+|$)/i;
const flags = /^(?:--(?:"(?:\\.|[^"\\])*"|'[^']*'|\\.|[^\s"'\\])+\s+)*/;
/** Whether documents may follow a line. */
function canHaveHeredocs(line) {
    return instruction.test(line);
}
/**
 * The documents that follow an instruction, in their order, by the builder's own rule: each is a word outside
 * of quotes. Older builders take no white space after `<<`, and refuse the line that ends such a document.
 * Throws CannotTell for a line of which only the builder can tell.
 * https://github.com/moby/buildkit/blob/master/frontend/dockerfile/parser/parser.go, heredocsFromLine
 */
function heredocsOf(line) {
    const [start] = instruction.exec(line) ?? [];
    if (start === undefined || !line.includes('<<'))
        return [];
    if (isJson(line.slice(start.length).replace(flags, '')))
        return [];
    const words = shellWords(line);
    if (words === undefined)
        throw unclear(line);
    return words.flatMap(({ raw, text }) => {
        const [prefix, dash] = /^\d*<<(-?)\s*(?=[^<]*$)/.exec(raw) ?? [];
        if (prefix === undefined || prefix === raw)
            return [];
        const name = text.slice(prefix.length);
        if (name.includes('$'))
            throw unclear(line);
        return [{ name, isTabbed: dash === '-' }];
    });
}
function isJson(text) {
    if (!text.startsWith('['))
        return false;
    try {
        JSON.parse(text);
        return true;
    }
    catch {
        return false;
    }
}
function unclear(line) {
    const [keyword] = line.trim().split(/\s/);
    return new CannotTell(`A line of the Dockerfile with ${keyword} has <<, and quotes or variables by which only docker can tell whether a document follows. Move the command into a script.`);
}

;// CONCATENATED MODULE: ./actions/build-push-image/build/content/dockerfile/logical-lines.js


/** What joins a line with the next one: an escape at its end that is not itself escaped. */
const joints = { '\\': /(^|[^\\])\\[ \t]*$/, '`': /(^|[^`])`[ \t]*$/ };
/**
 * The instructions of a Dockerfile, each on one line, without comments and the documents that stand within.
 * Throws CannotTell for a document that does not end, and where only the builder can tell what is one.
 * https://github.com/moby/buildkit/blob/master/frontend/dockerfile/parser/parser.go, Parse
 */
function logicalLines(text, escape) {
    const rest = text
        .replace(/^\uFEFF/, '')
        .split('\n')
        .map((line) => line.replace(/\r+$/, ''))
        .values();
    const lines = [];
    for (const first of rest) {
        if (isComment(first))
            continue;
        const line = join(first, rest, escape);
        for (const heredoc of heredocsOf(line))
            skip(heredoc, rest);
        lines.push(line);
    }
    return lines;
}
function join(first, rest, escape) {
    let line = '';
    let next = first;
    while (next !== undefined) {
        checkEnd(next, escape);
        line += next.replace(joints[escape], '$1');
        if (!joints[escape].test(next))
            break;
        do
            next = rest.next().value;
        while (next !== undefined && (isComment(next) || next.trim() === ''));
    }
    return line;
}
/** Older builders join such a line with the next one. */
function checkEnd(line, escape) {
    if (!line.trimEnd().endsWith(escape.repeat(2)))
        return;
    throw new CannotTell(`A line of the Dockerfile ends with ${escape.repeat(2)}, which versions of docker read differently. Write something behind it, or put it in quotes.`);
}
function isComment(line) {
    return line.trimStart().startsWith('#');
}
function skip({ name, isTabbed }, rest) {
    for (;;) {
        const { value: line } = rest.next();
        if (line === undefined) {
            throw new CannotTell(`The document <<${name} in the Dockerfile has no line ${name} that ends it, so docker refuses it.`);
        }
        if ((isTabbed ? line.replace(/^\t+/, '') : line) === name)
            return;
    }
}

;// CONCATENATED MODULE: ./actions/build-push-image/build/content/dockerfile/parse.js




/**
 * Reads a Dockerfile. What docker would refuse is left for docker to refuse. Throws CannotTell where only docker
 * can tell where an instruction ends.
 */
function parseDockerfile(text) {
    const { syntax, escape } = directivesOf(text);
    const lines = logicalLines(text, escape).map(singleLine);
    const parsed = main.DockerfileParser.parse([`# escape=${escape}`, ...lines].join('\n'));
    const globals = [];
    const stages = [];
    for (const instruction of parsed.getInstructions()) {
        const stage = stages.at(-1);
        if (instruction instanceof main.From)
            stages.push(stageOf(instruction));
        else if (stage === undefined)
            globals.push(...assignmentsOf(instruction));
        else
            stage.steps.push(...stepsOf(instruction));
    }
    return { syntax, escape, globals, stages };
}
/**
 * What the parser takes for one instruction without a document: it would find documents in quotes, and joins
 * lines by rules of its own.
 */
function singleLine(line) {
    const text = line.replaceAll('\r', ' ');
    return canHaveHeredocs(text) ? text.replaceAll('<<', '__') : text;
}
function stageOf(from) {
    const [base = '', as = '', name] = from.getArguments().map((word) => word.getValue());
    return { base, name: as.toLowerCase() === 'as' ? name : undefined, steps: [] };
}
function stepsOf(instruction) {
    // What ONBUILD says is done where a later stage builds upon this one.
    if (instruction instanceof main.Onbuild) {
        const trigger = instruction.getTriggerInstruction();
        return trigger === null ? [] : stepsOf(trigger);
    }
    if (instruction instanceof main.Copy) {
        return flagsOf(instruction, 'from').map((from) => ({ kind: 'COPY', from }));
    }
    if (instruction instanceof main.Run) {
        const mounts = flagsOf(instruction, 'mount').flatMap((mount) => mount.split(','));
        return mounts.flatMap((option) => {
            const from = /^from=(.+)$/i.exec(option.trim())?.[1];
            return from === undefined ? [] : [{ kind: 'RUN', from }];
        });
    }
    return instruction instanceof main.Add ? additionsOf(instruction) : assignmentsOf(instruction);
}
function flagsOf(instruction, name) {
    return instruction.getFlags().flatMap((flag) => {
        const isMeant = flag.getName().toLowerCase() === name;
        return isMeant ? [(flag.getValue() ?? '').replaceAll(/["']/g, '')] : [];
    });
}
function additionsOf(add) {
    const strings = add.getJSONStrings();
    const words = (strings.length > 0 ? strings : add.getArguments()).map((word) => word.getValue());
    const [checksum = ''] = flagsOf(add, 'checksum');
    return words.slice(0, -1).map((source) => ({ kind: 'ADD', source, checksum }));
}
function assignmentsOf(instruction) {
    const kind = instruction.getKeyword();
    if (!(instruction instanceof main.PropertyInstruction) || (kind !== 'ARG' && kind !== 'ENV'))
        return [];
    return instruction.getProperties().map((property) => ({
        kind,
        name: property.getName(),
        value: property.getUnescapedValue() ?? undefined,
    }));
}

;// CONCATENATED MODULE: ./actions/build-push-image/build/content/dockerfile/expand.js

/**
 * Fills the variables of a word of a Dockerfile, and takes its quotes off. Throws CannotTell for what the
 * builder refuses, and for edits of a value (`${name#pattern}`, `${name/old/new}`).
 * https://docs.docker.com/reference/dockerfile/#environment-replacement
 */
function expand(word, scope) {
    const [text, rest] = expandUntil(word, '', scope);
    if (rest === '')
        return text;
    throw new CannotTell(`Docker does not take ${word}, in which braces or quotes are not closed.`);
}
/** The text up to one of the ends given, or to the end of the word, and what follows it. */
function expandUntil(word, ends, scope) {
    let text = '';
    let rest = word;
    const isOver = () => rest === '' || (ends !== '' && rest.startsWith(ends));
    while (!isOver()) {
        const [part, after] = next(rest, ends === '"', scope);
        text += part;
        rest = after;
    }
    return [text, rest];
}
function next(rest, isQuoted, scope) {
    const [first = '', second = ''] = rest;
    if (first === '$')
        return expand_variable(rest, scope);
    if (first === scope.escape) {
        const isKept = isQuoted && !['"', '$', scope.escape].includes(second);
        return [isKept ? first + second : second, rest.slice(1 + second.length)];
    }
    if (first === "'" && !isQuoted) {
        const end = rest.indexOf("'", 1);
        return end < 0 ? expand_open(rest) : [rest.slice(1, end), rest.slice(end + 1)];
    }
    if (first === '"' && !isQuoted)
        return expand_closed('"', expandUntil(rest.slice(1), '"', scope));
    return [first, rest.slice(first.length)];
}
function expand_variable(rest, scope) {
    const plain = /^\$(?:(\w+)|\{(\w+)\})/.exec(rest);
    if (plain) {
        const [whole, bare, braced = ''] = plain;
        return [scope.find(bare ?? braced) ?? '', rest.slice(whole.length)];
    }
    const start = /^\$\{(\w+)(:?)([-+?])/.exec(rest);
    if (start)
        return alternative(rest, start, scope);
    if (!rest.startsWith('${'))
        return ['$', rest.slice(1)];
    throw new CannotTell(`What ${rest} stands for is for docker to say: it edits a value.`);
}
/** `${name-word}`, `${name+word}` and `${name?word}`; with a colon an empty value is none. */
function alternative(rest, [start, name = '', colon, operator], scope) {
    const value = scope.find(name);
    const isSet = value !== undefined && (colon === '' || value !== '');
    const [word, end] = expand_closed('}', expandUntil(rest.slice(start.length), '}', scope));
    if (operator === '+')
        return [isSet ? word : '', end];
    if (isSet)
        return [value, end];
    if (operator === '-')
        return [word, end];
    throw new CannotTell(`The variable ${name} is not set, and the Dockerfile asks for it.`);
}
function expand_closed(end, [text, rest]) {
    return rest.startsWith(end) ? [text, rest.slice(1)] : expand_open(rest);
}
function expand_open(rest) {
    throw new CannotTell(`Docker does not take ${rest}, in which braces or quotes are not closed.`);
}

;// CONCATENATED MODULE: ./actions/build-push-image/build/content/dockerfile/variables.js


/** What FROM can use: ARG before the first FROM, and the platforms. All else is not set there. */
function globalScope(globals, given) {
    const { escape, buildArgs } = given;
    const predefined = [
        ...platformArguments('BUILD', given.buildPlatform),
        ...platformArguments('TARGET', given.platform),
    ];
    const values = new Map(predefined.map(([name, value]) => [name, buildArgs.get(name) ?? value]));
    const scope = { escape, find: (name) => values.get(name) };
    for (const { name, value } of globals) {
        const filled = buildArgs.get(name) ?? (value === undefined ? undefined : expand(value, scope));
        if (filled !== undefined)
            values.set(name, filled);
    }
    return scope;
}
/**
 * What a stage's instructions can use. Throws CannotTell for a variable that the stage does not set, as the
 * image that it builds upon may.
 */
function stageScope(globals, { escape, buildArgs }) {
    const values = new Map();
    const setByEnv = new Set();
    const scope = {
        escape,
        find(name) {
            const value = values.get(name);
            if (value !== undefined)
                return value;
            throw new CannotTell(`The variable ${name} may come from the image that a stage builds upon.`);
        },
        assign({ kind, name, value }) {
            if (kind === 'ARG' && setByEnv.has(name))
                return;
            if (kind === 'ENV')
                setByEnv.add(name);
            const given = kind === 'ARG' ? buildArgs.get(name) : undefined;
            const own = value === undefined ? globals.find(name) : findExpansion(value, scope);
            const text = given ?? own;
            if (text === undefined)
                values.delete(name);
            else
                values.set(name, text);
        },
    };
    return scope;
}
/** A word with its variables filled in; undefined where it cannot be told. */
function findExpansion(word, scope) {
    try {
        return expand(word, scope);
    }
    catch (error) {
        if (error instanceof CannotTell)
            return undefined;
        throw error;
    }
}
/** https://docs.docker.com/reference/dockerfile/#automatic-platform-args-in-the-global-scope */
function platformArguments(side, platform) {
    const [os = '', architecture = '', variant = ''] = platform.split('/');
    return [
        [`${side}PLATFORM`, platform],
        [`${side}OS`, os],
        [`${side}ARCH`, architecture],
        [`${side}VARIANT`, variant],
    ];
}

;// CONCATENATED MODULE: ./actions/build-push-image/build/content/dockerfile/sources.js




/**
 * The images that a build reads, by the names that it knows them under: those of all stages that the target
 * needs, be it by FROM, COPY or a mount. Throws CannotTell where an instruction names an image that cannot
 * be told, or reads from the network what nobody can compare.
 */
function imagesOf(dockerfile, request) {
    const globals = globalScope(dockerfile.globals, request);
    const images = new Set();
    const stages = new Set([request.target]);
    // A set is walked on to what is added meanwhile.
    for (const number of stages) {
        const stage = dockerfile.stages[number];
        if (stage === undefined || isReplaced(stage, request))
            continue;
        for (const source of sourcesOf(stage, globals, request)) {
            const found = stageNamed(dockerfile.stages, source, number);
            if (found !== undefined)
                stages.add(found);
            else if (isImage(source.name, request))
                images.add(source.name);
        }
    }
    return images;
}
function isReplaced({ name }, { contexts }) {
    return contexts.some((context) => context.toLowerCase() === name?.toLowerCase());
}
function isImage(name, { contexts }) {
    return name !== 'scratch' && !contexts.some((context) => isSameImage(context, name));
}
function sourcesOf(stage, globals, request) {
    const base = expand(stage.base, globals);
    if (base === '')
        throw new CannotTell(`FROM ${stage.base} names no image once it is filled in.`);
    const scope = stageScope(globals, request);
    const sources = [{ name: base, kind: 'FROM' }];
    for (const step of stage.steps) {
        switch (step.kind) {
            case 'ARG':
            case 'ENV':
                scope.assign(step);
                break;
            case 'ADD':
                checkAddition(step, scope);
                break;
            case 'COPY':
            case 'RUN':
                sources.push({ name: plain(step.from), kind: step.kind });
        }
    }
    return sources;
}
function plain(from) {
    if (!from.includes('$'))
        return from;
    throw new CannotTell(`Docker does not fill variables in from=${from}. Name a stage there, and the image in its FROM.`);
}
/** FROM sees the stages before it; COPY and mounts see all, and only COPY knows them by number. */
function stageNamed(stages, { name, kind }, asker) {
    if (kind === 'COPY' && /^\d+$/.test(name))
        return Number(name);
    const seen = kind === 'FROM' ? stages.slice(0, asker) : stages;
    const index = seen.findLastIndex((stage) => stage.name?.toLowerCase() === name.toLowerCase());
    return index < 0 ? undefined : index;
}
const remotes = ['http://', 'https://', 'git://', 'ssh://', 'git@'];
/** Throws CannotTell for what is fetched and has no checksum to be known by. */
function checkAddition({ source, checksum }, scope) {
    const address = mayBeRemote(source) ? expand(source, scope) : findExpansion(source, scope);
    if (address === undefined || !isRemote(address) || expand(checksum, scope) !== '')
        return;
    throw new CannotTell(`ADD ${sources_withoutCredentials(address)} fetches what may be another thing tomorrow. Say which by --checksum=sha256:…, or fetch it in a step before.`);
}
/** Whether a word begins as an address does, as far as its variables let one see. */
function mayBeRemote(word) {
    const [start = ''] = word
        .toLowerCase()
        .replaceAll(/["'\\`]/g, '')
        .split('$');
    const isPrefix = remotes.some((each) => each.startsWith(start) || start.startsWith(each));
    return isPrefix || /^[^/]+@[^/]*:/.test(word);
}
/** https://github.com/moby/buildkit/blob/master/util/gitutil/git_url.go */
function isRemote(address) {
    return remotes.some((each) => address.toLowerCase().startsWith(each)) || isShell(address);
}
/** Whether a word is an address of git as ssh has them: `user@host:path`. */
function isShell(word) {
    return /^[\w-]+@[\w.-]+:/.test(word);
}
function sources_withoutCredentials(address) {
    return address.replace(/\/\/[^/@]*@/, '//').replace(/[?].*$/s, '');
}

;// CONCATENATED MODULE: ./actions/build-push-image/build/content/dockerfile/target.js


/**
 * The number of the stage that is built: the last one, or the one that `target` names or numbers. Throws
 * `input` for a target that the Dockerfile does not have, and CannotTell for a Dockerfile without a stage.
 */
function targetStage({ stages }, target) {
    if (stages.length === 0) {
        throw new CannotTell('The Dockerfile has no FROM, so only docker can tell what it is.');
    }
    if (target === undefined)
        return stages.length - 1;
    const named = stages.findLastIndex(({ name }) => name?.toLowerCase() === target.toLowerCase());
    const index = named >= 0 || !/^\d+$/.test(target) ? named : Number(target);
    if (stages[index] !== undefined)
        return index;
    const names = stages.flatMap(({ name }) => (name === undefined ? [] : [name]));
    throw new action_kit_build/* ActionError */.lZ({
        code: 'input',
        message: `The Dockerfile has no stage ${target}.${(0,action_kit_build/* whatThereIs */.V7)(target, names)}`,
        remedy: 'Correct the input `target`, or name the stage: FROM … AS <name>.',
    });
}

;// CONCATENATED MODULE: ./actions/build-push-image/build/content/explain.js

/** Tells what went into a hash, so that two runs can be compared part by part; and what could be better. */
function explain(parts) {
    const { options, bases, digests, dockerfile } = parts;
    const lists = [
        ['target', options.target === null ? [] : [options.target]],
        ['platforms', options.platforms],
        ['build arguments', namesOf(options.buildArgs)],
        ['labels', namesOf(options.labels)],
        ['annotations', namesOf(options.annotations)],
        ['secrets', options.secretIds],
    ];
    const named = lists.filter(([, names]) => names.length > 0);
    return {
        explains: [
            ...[...digests].map(([name, digest]) => `${contextName(name)}: ${contentOf(digest)}`),
            `Dockerfile: ${explain_short(dockerfile)}`,
            ...bases.map(({ name, digest }) => `image ${name}: ${digest}`),
            ...named.map(([what, names]) => `${what}: ${names.toSorted().join(', ')}`),
        ],
        advice: [...digests].filter(([, { hasGit }]) => hasGit).map(([name]) => adviceOnGit(name)),
    };
}
function namesOf(pairs) {
    return pairs.map(([name]) => name);
}
function contentOf({ files, sizeBytes, sha256 }) {
    return `${(0,action_kit_build/* count */.U9)(files, 'file')}, ${sizeBytes} bytes, ${explain_short(sha256)}`;
}
function explain_short(sha256) {
    return sha256.slice(0, 12);
}
function contextName(name) {
    return name === '' ? 'context' : `context ${name}`;
}
function adviceOnGit(name) {
    return `The ${contextName(name)} holds .git, which docker sends, no two checkouts have alike, and in which actions/checkout keeps a token: no image is reused until a line .git stands in .dockerignore.`;
}

;// CONCATENATED MODULE: ./actions/build-push-image/build/content/frontend.js


/**
 * The image that reads the Dockerfile, where the engine's own does not: BUILDKIT_SYNTAX, or `# syntax=`.
 * Throws CannotTell for one whose language may be another one.
 */
function frontendOf({ syntax }, buildArgs) {
    const [image] = (buildArgs.get('BUILDKIT_SYNTAX') ?? syntax ?? '').trim().split(/\s+/);
    if (image === undefined || image === '')
        return undefined;
    if (/(?:^|\/)dockerfile(?:-upstream)?$/.test(readImageName(image).repository))
        return image;
    throw new CannotTell(`The Dockerfile is read by ${image}, and only that knows which images it names. With docker/dockerfile it would be known.`);
}

;// CONCATENATED MODULE: ./actions/build-push-image/build/content/ignore/pattern.js
/**
 * Compiles a pattern by the rules of the builder's own matcher, which are neither those of a shell nor of
 * git: `**x` matches whatever ends with x, `a**` whatever begins with a, and only where other wildcards
 * stand beside it does `**` mean folders. Undefined for a pattern that the builder refuses, or whose
 * meaning depends on the expressions of Go.
 * https://github.com/moby/patternmatcher/blob/main/patternmatcher.go, compile
 */
function compilePattern(text, isException) {
    // The builder cleans `!/` once more, and nothing is left of it.
    if (text === '' || (isException && text === '/') || !isReadable(text))
        return undefined;
    const matches = matcherOf(text);
    return matches && { text, isException, matches };
}
function matcherOf(text) {
    if (isLiteral(text))
        return (path) => path === text;
    const [ending, beginning] = [text.slice(2), text.slice(0, -2)];
    if (text.startsWith('**') && isLiteral(ending)) {
        const whole = ending.startsWith('/') ? ending.slice(1) : undefined;
        return (path) => path.endsWith(ending) || path === whole;
    }
    if (text.endsWith('**') && isLiteral(beginning))
        return (path) => path.startsWith(beginning);
    try {
        const expression = new RegExp(`^${[...tokensOf(text)].join('')}$`, 'u');
        return (path) => expression.test(path);
    }
    catch {
        return undefined;
    }
}
function isLiteral(text) {
    return !/[*?[\]\\]/.test(text);
}
/** Whether escapes are of marks, and brackets hold nothing but characters and ranges. */
function isReadable(text) {
    const rest = text.replaceAll(/\\[ -/:-@[-`{-~]|\[\^?(?!-)(?:[^\][\\^*?]|\[(?!:))+(?<!-)\]/g, '');
    return !/[[\\]/.test(rest);
}
/** The parts of a regular expression that says what a pattern says. */
function* tokensOf(text) {
    const tokens = /\*\*\/?|\\.|\[[^\]]+\]|./gsu;
    for (const { 0: token, index } of text.matchAll(tokens)) {
        const isLast = index + token.length === text.length;
        if (token.startsWith('**'))
            yield isLast ? '[^\\n]*' : '(?:[^\\n]*/)?';
        else if (token === '*')
            yield '[^/]*';
        else if (token === '?')
            yield '[^/]';
        else if (token.startsWith('\\'))
            yield literal(token.slice(1));
        // Outside of brackets the builder leaves ^ to its expressions, where it is the beginning.
        else
            yield token.startsWith('[') || token === '^' ? token : literal(token);
    }
}
function literal(character) {
    return /[\^$\\.*+?()[\]{}|/]/.test(character) ? `\\${character}` : character;
}

;// CONCATENATED MODULE: ./actions/build-push-image/build/content/ignore/matcher.js


/**
 * A matcher for the patterns given, in their order. What matched a folder matches all that is in it, as
 * far as the builder asked: it does not ask an exception about a folder that nothing left out, and so the
 * exception does not count for what is in there. Throws CannotTell for a pattern that the builder refuses,
 * or reads in a way of its own.
 * https://github.com/moby/patternmatcher/blob/main/patternmatcher.go, MatchesUsingParentResults
 */
function createMatcher(lines) {
    const patterns = lines.map((line) => {
        const isException = line.startsWith('!');
        const pattern = compilePattern(isException ? line.slice(1) : line, isException);
        if (pattern !== undefined)
            return pattern;
        throw new CannotTell(`The pattern ${line} in .dockerignore is one that docker refuses, or reads in a way of its own. Write it without backslashes before letters, and brackets with single characters and ranges only.`);
    });
    return { judge: (path, folder) => judge(patterns, path, folder), mayTakeBackIn: below(patterns) };
}
function judge(patterns, path, folder) {
    let isIgnored = false;
    const matched = patterns.map((pattern, index) => {
        const isDue = pattern.isException === isIgnored;
        const matches = folder?.[index] === true || (isDue && pattern.matches(path));
        if (matches)
            isIgnored = !pattern.isException;
        return matches;
    });
    return { isIgnored, matched };
}
/** Exceptions with wildcards may match anywhere; others only what they name. */
function below(patterns) {
    const exceptions = patterns
        .filter(({ isException }) => isException)
        .map(({ text }) => text.replace(/\/\*\*$/, '').replace(/\/\*$/, ''));
    if (exceptions.some((text) => /[*[\]?^\\]/.test(text)))
        return () => true;
    return (folder) => exceptions.some((text) => `${text}/`.startsWith(`${folder}/`));
}

;// CONCATENATED MODULE: ./actions/build-push-image/build/content/ignore/patterns.js

/**
 * Reads the patterns of a .dockerignore as the builder does: a line that begins with # is a comment, white
 * space around a pattern does not count, `!` takes back, and a leading slash is the context itself.
 * https://docs.docker.com/build/concepts/context/#dockerignore-files
 */
function parseIgnoreFile(text) {
    return text
        .replace(/^\uFEFF/, '')
        .split('\n')
        .filter((line) => !line.startsWith('#'))
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .map((line) => (line.startsWith('!') ? `!${relative(line.slice(1).trim())}` : relative(line)));
}
function relative(pattern) {
    if (pattern === '')
        return '';
    const cleaned = clean(pattern);
    return cleaned.length > 1 && cleaned.startsWith('/') ? cleaned.slice(1) : cleaned;
}
/** The shortest path that means the same: without empty parts, `.`, and parts that `..` takes back. */
function clean(path) {
    const short = external_node_path_.posix.normalize(path);
    return short.length > 1 && short.endsWith('/') ? short.slice(0, -1) : short;
}

;// CONCATENATED MODULE: ./actions/build-push-image/build/content/ignore/read-ignore-file.js




/**
 * Reads what is left out of a context: `<Dockerfile>.dockerignore` beside the Dockerfile given, else
 * `.dockerignore` in the context. Throws CannotTell for a pattern that cannot be told, and `input` where
 * the file cannot be read.
 */
function readIgnoreFile(context, dockerfile) {
    const beside = dockerfile === undefined ? undefined : findText(`${dockerfile}.dockerignore`);
    return createMatcher(parseIgnoreFile(beside ?? findText((0,external_node_path_.join)(context, '.dockerignore')) ?? ''));
}

;// CONCATENATED MODULE: ./actions/build-push-image/build/content/additional-contexts.js

const imageScheme = 'docker-image://';
/**
 * Tells folders from images. Throws CannotTell for what only docker reads, such as an address of git, and
 * `input` for a folder that is not there.
 */
function additionalContexts(given) {
    const sorted = [...given].toSorted(([one], [other]) => (one < other ? -1 : 1));
    const images = sorted.filter(([, value]) => value.startsWith(imageScheme));
    const folders = sorted.filter(([, value]) => !value.startsWith(imageScheme));
    for (const [, path] of folders)
        checkFolder({ input: 'build-contexts', path });
    return {
        folders: new Map(folders),
        images: new Map(images.map(([name, value]) => [name, value.slice(imageScheme.length)])),
    };
}

;// CONCATENATED MODULE: ./actions/build-push-image/build/content/options.js

/**
 * The options of a build that can change its image, by name, each in one notation. `no-cache` and `pull` are
 * none of them: they say how the same image is come by.
 */
function options_optionsOf(build, dockerfile) {
    const { target, labels, annotations, network, secretIds, provenance, sbom } = build;
    return {
        target: target?.toLowerCase() ?? null,
        platforms: normalizePlatforms(build.platforms),
        buildArgs: sorted(build.buildArgs).filter(([name]) => counts(name, dockerfile)),
        labels: sorted(labels),
        annotations: sorted(annotations),
        network: network === undefined || network === '' ? 'default' : network,
        secretIds: [...new Set(secretIds)].toSorted(),
        provenance,
        sbom,
    };
}
function sorted(map) {
    return [...map].toSorted(([one], [other]) => (one < other ? -1 : 1));
}
/**
 * The addresses of proxies differ from network to network, and docker keeps them out of image and cache unless
 * the Dockerfile declares them. https://docs.docker.com/reference/dockerfile/#predefined-args
 */
function counts(name, { globals, stages }) {
    if (!/^(?:https?|ftp|no|all)_proxy$/i.test(name))
        return true;
    const steps = [...globals, ...stages.flatMap((stage) => stage.steps)];
    return steps.some((step) => step.kind === 'ARG' && step.name === name);
}

;// CONCATENATED MODULE: ./actions/build-push-image/build/content/content-hash.js
















/**
 * The rules by which a hash is made. Raise it with every change of them: a hash made by other rules must
 * never be taken for one made by these.
 */
const format = 2;
/**
 * Hashes all that decides on the image of a build: the files that docker would send, with their modes and
 * content, the Dockerfile, the options, and the digests of the images that are read. Times, owners, the
 * place of the checkout, the user and the machine do not count. Throws `input` for a context, a Dockerfile
 * or a target that is not there, or a file that cannot be read, and the signal's reason.
 */
async function contentHash(build, sources) {
    try {
        return await hashOf(build, sources);
    }
    catch (error) {
        if (error instanceof CannotTell)
            return { kind: 'unknown', reason: error.message };
        throw error;
    }
}
async function hashOf(build, { lookUp, signal }) {
    checkFolder({ input: 'context', path: build.context });
    checkPolicy(build);
    const source = readDockerfile(build.context, build.file);
    const dockerfile = parseDockerfile(source.text);
    const contexts = additionalContexts(build.buildContexts);
    const bases = await resolveBases(content_hash_namesOf(build, { dockerfile, contexts }), lookUp);
    const digests = await digestsOf(build, { source, contexts, signal });
    const options = options_optionsOf(build, dockerfile);
    const parts = {
        format,
        dockerfile: digestOf(source.bytes),
        options,
        bases: bases.map(({ name, digest }) => [name, digest]),
        contexts: [...digests].map(([name, { sha256 }]) => [name, sha256]),
        imageContexts: [...contexts.images],
    };
    return {
        kind: 'known',
        hash: digestOf(JSON.stringify(parts)),
        platforms: options.platforms,
        bases,
        ...explain({ options, bases, digests, dockerfile: parts.dockerfile }),
    };
}
function digestOf(data) {
    return (0,external_node_crypto_.createHash)('sha256').update(data).digest('hex');
}
/** https://docs.docker.com/build/building/variables/#experimental_buildkit_source_policy */
function checkPolicy({ sourcePolicy }) {
    if (!sourcePolicy)
        return;
    throw new CannotTell('EXPERIMENTAL_BUILDKIT_SOURCE_POLICY is set, so docker may read other images than the Dockerfile names. Without it would be known which.');
}
/** The names of all images that the build reads. */
function content_hash_namesOf(build, parsed) {
    const { dockerfile, contexts } = parsed;
    const frontend = frontendOf(dockerfile, build.buildArgs);
    const target = targetStage(dockerfile, build.target);
    const read = normalizePlatforms(build.platforms).flatMap((platform) => {
        const request = {
            escape: dockerfile.escape,
            buildArgs: build.buildArgs,
            platform,
            buildPlatform: ownPlatform(),
            target,
            contexts: [...build.buildContexts.keys()],
        };
        return [...imagesOf(dockerfile, request)];
    });
    return new Set([
        ...(frontend === undefined ? [] : [frontend]),
        ...contexts.images.values(),
        ...read,
    ]);
}
/** The folders of a build by the names of their contexts; that of the build itself has none. */
async function digestsOf(build, read) {
    const { source, contexts, signal } = read;
    const readMode = modeReader(source.mode);
    const ignore = readIgnoreFile(build.context, source.file);
    const digests = new Map([['', await hashContext(build.context, { ignore, readMode, signal })]]);
    for (const [name, folder] of contexts.folders) {
        const reading = { ignore: readIgnoreFile(folder), readMode, signal };
        digests.set(name, await hashContext(folder, reading));
    }
    return digests;
}

;// CONCATENATED MODULE: ./actions/build-push-image/build/content/index.js


;// CONCATENATED MODULE: ./actions/build-push-image/build/options-hash.js



/**
 * A hash of what docker is told, whatever the files hold: two images of one revision that were made by other options are
 * two images. Known also where the content is not. Addresses of proxies differ from network to network, and do not count.
 */
function optionsHash(build) {
    const { context, file, target, network, secretIds, provenance, sbom } = build;
    const told = {
        context: external_node_path_.posix.normalize(context),
        file: file === undefined ? null : external_node_path_.posix.normalize(file),
        target: target?.toLowerCase() ?? null,
        platforms: normalizePlatforms(build.platforms),
        buildArgs: options_hash_sorted(build.buildArgs).filter(([name]) => !/^[a-z]+_proxy$/i.test(name)),
        buildContexts: options_hash_sorted(build.buildContexts),
        labels: options_hash_sorted(build.labels),
        annotations: options_hash_sorted(build.annotations),
        network: network ?? 'default',
        secretIds: [...new Set(secretIds)].toSorted(),
        provenance,
        sbom,
    };
    return (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(told)).digest('hex');
}
function options_hash_sorted(map) {
    return [...map].toSorted(([one], [other]) => (one < other ? -1 : 1));
}

;// CONCATENATED MODULE: ./actions/build-push-image/build/tags/fill-tags.js

/** The tags of an image, made valid, each once; and what could not be filled in. */
function fillTags(templates, facts) {
    const values = valuesOf(facts);
    const problems = [];
    const tags = templates.map((template) => {
        for (const name of namesIn(template)) {
            const value = values[name]; // templates have no other names
            if (typeof value !== 'string') {
                problems.push({ path: 'tags', message: `${template} cannot be filled: ${value.missing}` });
            }
        }
        const filled = template.replaceAll(/\{([^{}]*)\}/g, (_, name) => {
            const value = values[name];
            return typeof value === 'string' ? value : '';
        });
        return toTag(filled);
    });
    const empty = templates.filter((_, i) => tags[i] === '' && problems.length === 0);
    return {
        tags: [...new Set(tags)],
        problems: [
            ...problems,
            ...empty.map((one) => ({ path: 'tags', message: `${one} gives an empty tag` })),
        ],
    };
}
function valuesOf(facts) {
    const { sha, ref, runId, runNumber, now, contentHash } = facts;
    const branch = branchOf(facts);
    const tag = /^refs\/tags\/(.+)$/.exec(ref)?.[1];
    const version = /^v?(\d+\.\d+\.\d+(?:[-+][0-9A-Za-z.+-]+)?)$/.exec(tag ?? '')?.[1];
    const noCommit = 'the run names no commit (GITHUB_SHA)';
    return {
        sha: sha || { missing: noCommit },
        'short-sha': sha.slice(0, 7) || { missing: noCommit },
        branch,
        tag: tag ?? { missing: 'the run is not for a tag' },
        version: version ?? { missing: 'the run is not for a tag of the form v1.2.3' },
        'run-id': runId || { missing: 'the run has no id (GITHUB_RUN_ID)' },
        'run-number': runNumber || { missing: 'the run has no number (GITHUB_RUN_NUMBER)' },
        date: now.toISOString().slice(0, 10).replaceAll('-', ''),
        content: contentHash?.slice(0, contentLength) ?? {
            missing: 'the content of the image cannot be known before it is built (see the log)',
        },
    };
}
/** A fork may call its branch `main`, and would get the tag of ours: a pull request is called by its number. */
function branchOf({ ref, headRef }) {
    const number = /^refs\/pull\/(\d+)\//.exec(ref)?.[1];
    if (number !== undefined)
        return `pr-${number}`;
    if (headRef !== '') {
        return {
            missing: 'the run is for a pull request whose number GITHUB_REF does not say; use {sha}',
        };
    }
    return /^refs\/heads\/(.+)$/.exec(ref)?.[1] ?? { missing: 'the run is not for a branch' };
}
/** Characters of a content hash in tags: 80 bits, by chance never twice. */
const contentLength = 20;
/** The tag that says what an image was made from. */
function contentTag(hash) {
    return `content-${hash.slice(0, contentLength)}`;
}
/** https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests */
function toTag(text) {
    return text
        .replaceAll(/[^\w.-]+/g, '-')
        .replace(/^[.-]+/, '')
        .slice(0, 128);
}

;// CONCATENATED MODULE: ./actions/build-push-image/build/observe.js








/** Opens the repository that the inputs name; one without a host is in the ECR of the caller. */
async function openRepository({ context, inputs, clients }) {
    const { host, signal } = context;
    const { credentials } = inputs;
    const at = await findPlace(inputs.repository, { clients, signal });
    const store = (0,image_store/* openImageStore */.N)(host, { clients, signal, credentials });
    return { store, repository: store.repository(at, 'push') };
}
/** A repository by its name, in full. */
async function findPlace(name, caller) {
    if ((0,image_reference/* hasHost */.b5)(name))
        return (0,image_reference/* parseImageReference */.o_)(name);
    return (0,image_reference/* parseImageReference */.o_)(`${(0,ecr_registry/* ecrHost */.Fd)(await (0,short_name/* ownRegistry */.C)(caller))}/${name}`);
}
/** Looks at the content, at the repository, and at the images that have the tags. */
async function observe(looking, { repository }) {
    const { inputs, context } = looking;
    const { build } = inputs;
    const now = new Date();
    const [lookup, { content, hasSilentRegistry }] = await Promise.all([
        repository.ecr?.describe(),
        inputs.promoteFrom === undefined ? hashContent(looking) : nothingHashed,
    ]);
    const hash = content?.kind === 'known' ? content.hash : undefined;
    const seen = {
        at: repository.at,
        lookup,
        content,
        hasSilentRegistry,
        tags: observe_tagsOf(inputs, tagFacts(context.host, now, hash)),
        revision: (build.labels.get(labelNames.revision) ?? context.host.run.sha) || undefined,
        platforms: normalizePlatforms(build.platforms),
        optionsHash: optionsHash(build),
        now,
    };
    return { ...seen, existing: await readExisting(repository, seen) };
}
/**
 * Looks at the images once more, after a tag was refused. Where the registry does not say which tags move, that is a proof that those
 * that are taken do not.
 */
async function observeAgain({ repository }, observed) {
    const told = await repository.ecr?.describe();
    const lookup = told?.kind === 'found'
        ? told
        : { kind: 'found', tagMutability: { mode: 'IMMUTABLE', exclusionFilters: [] } };
    const seen = { ...observed, lookup };
    return { ...seen, existing: await readExisting(repository, seen) };
}
const nothingHashed = { content: undefined, hasSilentRegistry: false };
async function hashContent({ context, inputs, clients }) {
    const { host, signal } = context;
    const { credentials, build } = inputs;
    const registries = (0,open_registries/* openRegistries */.c)(host, { clients, signal, credentials }).forDigests();
    let hasSilentRegistry = false;
    const content = await contentHash(build, {
        signal,
        async lookUp(reference) {
            const found = await registries.lookUp(reference);
            hasSilentRegistry ||=
                found.kind === 'not-checked' && /^(?:unreachable|throttled)$/.test(found.reason);
            return found;
        },
    });
    return { content, hasSilentRegistry };
}
/** Images under tags that are to be moved away from them are not read: those may be broken. */
async function readExisting(repository, { lookup, content, tags }) {
    if (lookup?.kind === 'missing')
        return new Map();
    const ofContent = content?.kind === 'known' ? contentTag(content.hash) : undefined;
    const found = await repository.findTags([
        ...new Set([...tags, ...(ofContent === undefined ? [] : [ofContent])]),
    ]);
    return new Map(await Promise.all([...found].map(async ([tag, tagged]) => {
        if (tag !== ofContent && !isFixed({ lookup }, tag))
            return [tag, tagged];
        const { digest } = tagged;
        const read = repository.readImage({ digest }).then((image) => image && { image });
        const what = await (tag === ofContent ? read.catch(observe_unreadable) : read);
        return [tag, { ...tagged, ...what }];
    })));
}
/** Nobody needs an image that can be built again. */
function observe_unreadable(error) {
    if (error instanceof action_kit_build/* ActionError */.lZ && error.code === 'image')
        return { unreadable: error.message };
    throw error;
}
function tagFacts(host, now, hash) {
    const variable = (name) => host.readVariable(name) ?? '';
    return {
        now,
        contentHash: hash,
        sha: host.run.sha,
        ref: variable('GITHUB_REF'),
        headRef: variable('GITHUB_HEAD_REF'),
        runId: host.run.id,
        runNumber: variable('GITHUB_RUN_NUMBER'),
    };
}
function observe_tagsOf({ tags: templates }, facts) {
    const { tags, problems } = fillTags(templates, facts);
    if (problems.length === 0)
        return tags;
    throw new action_kit_build/* ActionError */.lZ({
        code: 'input',
        message: `Input ${problems.map(({ path, message }) => `${path}: ${message}`).join('; ')}.`,
        remedy: 'Correct tags, or start the workflow for an event that has what they name. Nothing was built.',
    });
}

;// CONCATENATED MODULE: ./actions/build-push-image/build/same-content.js


/**
 * Why an image is not the one that a content makes, as the end of a sentence; undefined where it is. A tag can be moved by anybody and
 * holds a part of the hash only: the label has all of it, and a builder elsewhere may build for another platform.
 */
function differenceFrom({ hash, platforms }, image) {
    const label = labelOf(image, labelNames.contentHash);
    if (label === undefined)
        return `has no label ${labelNames.contentHash}`;
    if (label !== hash)
        return `was made from other content (label ${labelNames.contentHash})`;
    return otherPlatforms(image, platforms);
}

;// CONCATENATED MODULE: ./actions/build-push-image/build/adoption.js






/** The image that an immutable tag has already, if it is the same. Throws `conflict` where another one is in the way. */
function settledImage(observed) {
    const taken = observed.tags.flatMap((tag) => {
        const image = observed.existing.get(tag)?.image;
        return image !== undefined && isFixed(observed, tag) ? [{ tag, image }] : [];
    });
    const [first] = taken;
    if (first === undefined)
        return undefined;
    for (const { tag, image } of taken) {
        const isSame = sameness(observed, image) !== undefined;
        if (!isSame || image.digest !== first.image.digest)
            throw takenTag(observed, tag, image);
    }
    const because = `The immutable tag ${first.tag} is on an image ${sameness(observed, first.image) ?? ''}.`;
    return { image: first.image, because };
}
/**
 * Why an image is the one that would be built; undefined where nothing says so. Where both contents are known they decide: one
 * revision gives several images, by other build arguments or a base that moved.
 */
function sameness(observed, image) {
    const { content, platforms, optionsHash, revision } = observed;
    if (content?.kind === 'known') {
        if (differenceFrom(content, image) === undefined)
            return 'made from the same content';
        if (labelOf(image, labelNames.contentHash) !== undefined)
            return undefined;
    }
    const options = labelOf(image, labelNames.optionsHash) ?? optionsHash;
    const isAsTold = options === optionsHash && otherPlatforms(image, platforms) === undefined;
    return isAsTold && revision !== undefined && labelOf(image, labelNames.revision) === revision
        ? 'of the same revision'
        : undefined;
}
function takenTag(observed, tag, image) {
    const { at, content, hasSilentRegistry } = observed;
    const revision = labelOf(image, labelNames.revision);
    const of = revision === undefined ? '' : ` of revision ${revision}`;
    const name = (0,image_reference/* formatImage */.vy)(at);
    const why = content?.kind === 'unknown' ? ` Whether it is the same cannot be known. ${content.reason}` : '';
    if (hasSilentRegistry) {
        return new action_kit_build/* ActionError */.lZ({
            code: 'service-error',
            message: `The tag ${tag} of ${name} is immutable, and on an image${of} that nothing can be compared with: ${image.digest}.${why} Nothing was built.`,
            remedy: 'Run the step again, once the registry of the base image answers.',
        });
    }
    return new action_kit_build/* ActionError */.lZ({
        code: 'conflict',
        message: `The tag ${tag} of ${name} is immutable, and is on another image${of}: ${image.digest}.${why} Nothing was built.`,
        remedy: 'Use a tag that this content does not share with another, such as {sha}-{run-number} or {content}, or exclude the tag from the immutability of the repository.',
    });
}

;// CONCATENATED MODULE: ./actions/build-push-image/build/plan.js







/** Decides whether an image has to be built. Throws `conflict`, `input` or `image` where it may not be. */
function planImage(wishes, observed) {
    const createRepository = mustCreate(wishes, observed);
    const settled = settledImage(observed);
    const candidate = settled ?? reusable(wishes, observed);
    if ('reason' in candidate) {
        const { reason: because, isAnew = false } = candidate;
        return planBuild(wishes, observed, { because, isAnew, createRepository });
    }
    const { image, because } = candidate;
    checkPlatform(observed, image, wishes.expectedPlatform);
    const { tags, existing } = observed;
    const missingTags = tags.filter((tag) => existing.get(tag)?.digest !== image.digest);
    const gone = `The image ${image.digest} of this content cannot be had any more.`;
    const otherwise = settled === undefined
        ? planBuild(wishes, observed, { because: gone, isAnew: false, createRepository })
        : undefined;
    return { kind: 'reuse', image, because, tags, missingTags, otherwise };
}
/** Whether the repository has to be created first; throws where it is not there, and may not be. */
function mustCreate({ createRepository }, { at, lookup }) {
    if (lookup?.kind !== 'missing')
        return false;
    if (createRepository)
        return true;
    throw new action_kit_build/* ActionError */.lZ({
        code: 'input',
        message: `There is no repository ${at.repository} in ${at.host}.`,
        remedy: 'Correct repository or aws-region, create it first, or set create-repository: true.',
    });
}
/** The image that was made from the same content; or why nothing is reused. */
function reusable({ reuse, noCache, maxAgeMs }, observed) {
    const { content, existing, now } = observed;
    if (noCache)
        return { reason: 'Nothing is reused, since no-cache is true.' };
    if (!reuse || content === undefined)
        return { reason: 'Nothing is reused, since reuse is off.' };
    if (content.kind === 'unknown') {
        return { reason: `Whether it was built before cannot be known. ${content.reason}` };
    }
    const tag = contentTag(content.hash);
    const { image, unreadable } = existing.get(tag) ?? {};
    if (unreadable !== undefined) {
        return { reason: `The image that was made from this content cannot be read. ${unreadable}` };
    }
    if (image === undefined)
        return { reason: 'No image was made from this content yet.' };
    const difference = differenceFrom(content, image);
    if (difference !== undefined) {
        return { reason: `The image under the tag ${tag} is not reused: it ${difference}.` };
    }
    const ageMs = now.getTime() - builtAt(image);
    if (maxAgeMs !== undefined && ageMs > maxAgeMs) {
        const reason = 'The image that was made from this content is older than reuse-max-age.';
        return { reason, isAnew: true };
    }
    return { image, because: `The image ${image.digest} was made from the same content (${tag}).` };
}
/** When the oldest part of an image was built; where nobody says, long ago. */
function builtAt({ platforms }) {
    return Math.min(...platforms.map(({ createdAt }) => createdAt?.getTime() ?? 0));
}
function planBuild({ expectedPlatform }, observed, facts) {
    const { content, existing, tags } = observed;
    const wanted = content?.kind === 'known' ? contentTag(content.hash) : undefined;
    // An older image has it, and keeps it.
    const isStuck = wanted !== undefined && existing.has(wanted) && isFixed(observed, wanted);
    const mustStage = expectedPlatform !== undefined && !isFixed(observed, stagingTag);
    return {
        kind: 'build',
        ...facts,
        tags,
        firstTag: (isStuck ? undefined : wanted) ?? (mustStage ? stagingTag : undefined),
        notices: [
            ...(isStuck
                ? [
                    `The tag ${wanted} is immutable and stays on an older image, so that later runs do not find this one. Exclude content-* from the immutability of the repository.`,
                ]
                : []),
            ...(content?.kind === 'known' ? content.advice : []),
        ],
    };
}

// EXTERNAL MODULE: ./packages/aws/build/call.js + 1 modules
var call = __webpack_require__(9309);
;// CONCATENATED MODULE: ./packages/aws/build/assume-role.js

/** Gets credentials of another role, for an hour. Throws `access-denied` where this one may not be that one. */
async function assumeRole({ clients, signal }, { roleArn, sessionName }) {
    const { AssumeRoleCommand } = await __webpack_require__.e(/* import() */ 484).then(__webpack_require__.t.bind(__webpack_require__, 1484, 19));
    const command = new AssumeRoleCommand({ RoleArn: roleArn, RoleSessionName: sessionName });
    const { Credentials: found } = await (0,call/* call */.T)(await clients.sts(), command, {
        signal,
        resource: roleArn,
    });
    return {
        accessKeyId: found?.AccessKeyId ?? '',
        secretAccessKey: found?.SecretAccessKey ?? '',
        ...(found?.SessionToken !== undefined && { sessionToken: found.SessionToken }),
    };
}

// EXTERNAL MODULE: ./packages/registry/build/copy/copy-image.js + 6 modules
var copy_image = __webpack_require__(1008);
;// CONCATENATED MODULE: ./actions/build-push-image/build/format-size.js
/** A size for people to read. */
function formatSize(bytes) {
    if (bytes < 1_000)
        return `${bytes} bytes`;
    const [unit, value] = bytes < 1_000_000 ? ['kB', bytes / 1_000] : ['MB', bytes / 1_000_000];
    return `${value.toFixed(1)} ${unit}`;
}

;// CONCATENATED MODULE: ./actions/build-push-image/build/promote.js









/** Finds the image to copy. Throws where it is not there, is for one environment, or cannot have a tag. */
async function planPromotion(looking, observed, promoteFrom) {
    const { context, inputs, sourceClients: clients } = looking;
    const { host, signal } = context;
    const from = await findPlace(promoteFrom, { clients, signal });
    const store = (0,image_store/* openImageStore */.N)(host, { clients, signal, credentials: inputs.credentials });
    const source = store.repository(from, 'pull');
    const image = await source.readImage(versionOf(from));
    if (image === undefined)
        throw noImage(from);
    refuseBuiltFor(from, image);
    checkPlatform({ at: from }, image, inputs.expectedPlatform);
    refuseTakenTags(observed, image);
    const contentTags = (await contentTagsOf(source, image)).filter((tag) => !isFixed(observed, tag));
    return { from, image, source, tags: [...observed.tags, ...contentTags] };
}
/** The tag of its content, where the image has that at its source: an image built upon it has the label too, by inheritance. */
async function contentTagsOf(source, image) {
    const hash = labelOf(image, labelNames.contentHash);
    if (hash === undefined)
        return [];
    const tag = contentTag(hash);
    const found = await source.findTags([tag]);
    return found.get(tag)?.digest === image.digest ? [tag] : [];
}
function versionOf({ tag, digest }) {
    return digest === undefined ? { tag: tag ?? 'latest' } : { digest };
}
function noImage(from) {
    return new action_kit_build/* ActionError */.lZ({
        code: 'image',
        message: `There is no image ${(0,image_reference/* formatImage */.vy)(from, from)} to copy.`,
        remedy: 'Correct promote-from, or build and push that image first.',
    });
}
/** What was baked in for one environment is wrong in any other. */
function refuseBuiltFor(from, image) {
    const environments = image.platforms.map(({ labels }) => labels[labelNames.builtFor] ?? '');
    const environment = environments.find((name) => name !== '');
    if (environment === undefined)
        return;
    throw new action_kit_build/* ActionError */.lZ({
        code: 'image',
        message: `The image ${(0,image_reference/* formatImage */.vy)(from, from)} was built for ${environment} (label ${labelNames.builtFor}): what is baked into it is wrong elsewhere.`,
        remedy: 'Build it anew for the environment that it is to run in, with the build arguments of that. An image that reads its settings when it starts does not need the label.',
    });
}
function refuseTakenTags(observed, { digest }) {
    for (const tag of observed.tags) {
        const existing = observed.existing.get(tag)?.digest;
        if (existing === undefined || existing === digest || !isFixed(observed, tag))
            continue;
        throw (0,build_tags/* tagConflict */.T)(observed.at, { tag, wanted: digest, existing });
    }
}
/** Copies an image with all its platforms; tags come last. */
async function promote({ context: { host } }, { repository }, { from, image, tags, source }) {
    const title = `Copy ${(0,image_reference/* formatImage */.vy)(from, from)} to ${(0,image_reference/* formatImage */.vy)(repository.at)}`;
    await (0,action_kit_build/* inGroup */.HB)(host, title, async () => {
        const onProgress = (progress) => {
            if (progress.outcome !== undefined)
                host.info(describeBlob(progress, progress.outcome));
        };
        const { digest } = image;
        const result = await (0,copy_image/* copyImage */.L)({
            from: source,
            to: repository,
            image: { digest },
            tags,
            onProgress,
        });
        for (const [tag, outcome] of result.tags) {
            if (outcome.kind !== 'conflict')
                continue;
            throw (0,build_tags/* tagConflict */.T)(repository.at, { tag, wanted: digest, existing: outcome.digest });
        }
    });
}
function describeBlob({ digest, sizeBytes }, outcome) {
    return `${digest} (${formatSize(sizeBytes)}): ${outcome}`;
}
/** Clients for where the image comes from: of the role that may read there, where one is named. */
async function clientsOfSource({ context, inputs, clients }) {
    const { promoteFromRole, region } = inputs;
    if (promoteFromRole === undefined)
        return clients;
    const { signal, host } = context;
    const credentials = await assumeRole({ clients, signal }, { roleArn: promoteFromRole, sessionName: `build-push-image-${host.run.id || 'local'}` });
    for (const secret of [credentials.secretAccessKey, credentials.sessionToken ?? ''])
        host.mask(secret);
    return (0,build_clients/* createAwsClients */.G)({ action: 'build-push-image', region, credentials });
}

;// CONCATENATED MODULE: ./actions/build-push-image/build/report.js




/** The outputs and the summary of a step. */
function report(ending) {
    const { outcome, observed, plan, image, built } = ending;
    return {
        outcome,
        outputs: { tags: JSON.stringify(observed.tags), ...outputsOf(ending) },
        summary: (0,action_kit_build/* paragraphs */.qN)(`### ${signs[outcome]} ${(0,action_kit_build/* code */.aY)((0,image_reference/* formatImage */.vy)(observed.at))} ${verdicts[outcome]}`, plan === undefined ? undefined : (0,action_kit_build/* escapeMarkdown */.FV)(plan.because), (0,action_kit_build/* table */.tp)(['What', 'Value'], image === undefined ? plannedRows(ending) : imageRows(ending, image)), built === undefined ? (0,action_kit_build/* flowchart */.tn)(arrowsOf(ending)) : stepsPicture(built.steps), built === undefined ? undefined : stepsSentence(built.steps)),
    };
}
const signs = { built: '✅', reused: '♻️', promoted: '✅', planned: '📝' };
const verdicts = {
    built: 'built and pushed',
    reused: 'reused: nothing had to be built',
    promoted: 'copied',
    planned: 'not touched (dry run)',
};
function outputsOf({ outcome, observed: { at, tags }, image, built }) {
    if (image === undefined)
        return {};
    const uri = (0,image_reference/* formatImage */.vy)(at);
    const { digest, sizeBytes } = image;
    const [first] = tags;
    return {
        image: `${uri}@${digest}`,
        ...(first !== undefined && { 'image-tag': `${uri}:${first}` }),
        digest,
        reused: String(outcome !== 'built'),
        metadata: built?.metadata.json ?? '{}',
        'size-bytes': String(sizeBytes),
    };
}
function imageRows({ observed: { tags, content } }, image) {
    const { digest, sizeBytes } = image;
    return [
        ['Digest', (0,action_kit_build/* code */.aY)(digest)],
        ['Tags', tags.map(action_kit_build/* code */.aY).join(' ')],
        ['Platforms', platformNames(image).map(action_kit_build/* code */.aY).join(' ')],
        ['Size', formatSize(sizeBytes)],
        ...(content?.kind === 'known' ? [['Content', (0,action_kit_build/* code */.aY)(content.hash.slice(0, 20))]] : []),
    ];
}
function plannedRows({ plan, promotion, observed: { tags }, }) {
    const what = promotion !== undefined ? 'copy' : plan?.kind === 'reuse' ? 'reuse' : 'build';
    return [
        ['Would be done', what],
        ['Tags', tags.map(action_kit_build/* code */.aY).join(' ')],
    ];
}
/** Where the image comes from, and the tags that it has. */
function arrowsOf({ outcome, observed: { at, tags }, promotion, plan }) {
    const uri = (0,image_reference/* formatImage */.vy)(at);
    const would = outcome === 'planned' ? 'would be ' : '';
    const source = promotion !== undefined
        ? { from: (0,image_reference/* formatImage */.vy)(promotion.from, promotion.from), to: uri, label: `${would}copied` }
        : plan?.kind === 'reuse'
            ? { from: plan.image.digest.slice(0, 19), to: uri, label: `${would}reused` }
            : { from: 'context', to: uri, label: `${would}built` };
    return [
        source,
        ...tags.map((tag) => ({
            from: uri,
            to: tag,
            label: outcome === 'planned' ? 'would be its tag' : 'tag',
        })),
    ];
}
function stepsPicture(steps) {
    return (0,action_kit_build/* timeline */.IO)('Build', steps.map(({ name, startedAt, endedAt, isCached, hasFailed }) => ({
        section: sectionOf(name),
        label: `${name.slice(0, 60)}${isCached ? ' (cached)' : ''}`,
        start: startedAt,
        end: endedAt,
        mark: hasFailed ? 'crit' : isCached ? 'done' : 'active',
    })));
}
/** The stage of the Dockerfile that a step belongs to, or what BuildKit does around them. */
function sectionOf(name) {
    const [, inBrackets] = /^\[([^\]]+)\]/.exec(name) ?? [];
    if (inBrackets === undefined)
        return name.startsWith('pushing') ? 'Push' : 'Caches and export';
    if (/^internal|^auth/.test(inBrackets))
        return 'Preparation';
    const stage = /^(\S+) +\d+\/\d+$/.exec(inBrackets)?.[1];
    return stage === undefined ? 'Dockerfile' : `Stage ${stage}`;
}
function stepsSentence(steps) {
    const cached = steps.filter(({ isCached }) => isCached).length;
    return `${(0,action_kit_build/* count */.U9)(steps.length, 'step')}, ${cached} of them cached.`;
}

;// CONCATENATED MODULE: ./actions/build-push-image/build/main.js













/** Builds an image that is not there yet, tags one that is, or copies one; and hands on its digest. */
async function main_main(context) {
    const inputs = await readInputs(context);
    await maskSecrets(context.host, inputs);
    if (inputs.isLoginUnused) {
        context.host.info('registry-username is not used: ECR takes the role of the job.');
    }
    const clients = (0,build_clients/* createAwsClients */.G)({ action: 'build-push-image', region: inputs.region });
    const looking = { context, inputs, clients };
    try {
        const registry = await openRepository(looking);
        const { host, repository } = registry.repository.at;
        context.setOutput('repository-uri', `${host}/${repository}`);
        context.setOutput('repository-name', repository);
        context.setOutput('registry', host);
        const observed = await observe(looking, registry);
        await tellContent(looking, observed.content);
        return inputs.promoteFrom === undefined
            ? await provide(looking, registry, observed)
            : await copy(looking, registry, { observed, promoteFrom: inputs.promoteFrom });
    }
    finally {
        clients.destroy();
    }
}
/** What a hash is made of, part by part: two runs that differ can be compared. */
async function tellContent({ context }, content) {
    if (content?.kind !== 'known')
        return;
    context.setOutput('content-hash', content.hash);
    await (0,action_kit_build/* inGroup */.HB)(context.host, `Content ${content.hash}`, async () => {
        for (const line of content.explains)
            context.host.info(line);
    });
}
async function provide(looking, registry, observed) {
    const { context, inputs } = looking;
    const plan = planImage(inputs, observed);
    if (inputs.dryRun) {
        context.host.info(`In a dry run nothing is done. ${plan.because}`);
        return report({ outcome: 'planned', observed, plan });
    }
    context.host.info(plan.because);
    try {
        return plan.kind === 'reuse'
            ? await reuse(looking, registry, { observed, plan })
            : await build(looking, registry, { observed, plan });
    }
    catch (error) {
        const adopted = isConflict(error) ? await adopt(looking, registry, observed) : undefined;
        if (adopted === undefined)
            throw error;
        return adopted;
    }
}
function isConflict(error) {
    return error instanceof action_kit_build/* ActionError */.lZ && error.code === 'conflict';
}
/** Another run was faster, and may have made the same: then its image is taken. */
async function adopt(looking, registry, before) {
    const observed = await observeAgain(registry, before);
    try {
        const plan = planImage(looking.inputs, observed);
        if (plan.kind === 'build')
            return undefined;
        looking.context.host.info(`Another run was faster. ${plan.because}`);
        return await reuse(looking, registry, { observed, plan });
    }
    catch (error) {
        if (isConflict(error))
            return undefined;
        throw error;
    }
}
async function reuse(looking, registry, { observed, plan }) {
    const { image, missingTags, otherwise } = plan;
    try {
        tellImage(looking, observed, image);
        await giveTags(registry.repository, { digest: image.digest, tags: missingTags });
    }
    catch (error) {
        if (otherwise === undefined || !isGone(error))
            throw error;
        looking.context.host.warning(`${otherwise.because} ${error.message}`);
        return build(looking, registry, { observed, plan: otherwise });
    }
    return report({ outcome: 'reused', observed, plan, image });
}
/** Whether an image, or a part of it, is in its registry no more. */
function isGone(error) {
    return (error instanceof action_kit_build/* ActionError */.lZ &&
        (error.code === 'image' || /blob[_ ]unknown/i.test(error.message)));
}
async function build(looking, registry, { observed, plan }) {
    const { host } = looking.context;
    for (const notice of plan.notices)
        host.info(notice);
    const built = await buildImage({ ...looking, registry, observed, plan });
    const { image, missingTags } = built;
    for (const warning of built.metadata.warnings) {
        host.warning(warning.message, placeOf(looking.inputs, warning));
    }
    tellImage(looking, observed, image);
    await giveTags(registry.repository, { digest: image.digest, tags: missingTags });
    return report({ outcome: 'built', observed, plan, image, built });
}
/** Steps that run after a failure want to know, too. */
function tellImage({ context }, { at, tags }, { digest }) {
    context.setOutput('digest', digest);
    context.setOutput('image', (0,image_reference/* formatImage */.vy)(at, { digest }));
    context.setOutput('tags', JSON.stringify(tags));
}
/** The builder knows the Dockerfile by its name alone. */
function placeOf({ build: { context, file } }, { file: name = 'Dockerfile', line }) {
    const place = file ?? external_node_path_.posix.join(context, name);
    return /^[a-z]+:\//i.test(place) ? undefined : { file: place, line };
}
async function copy(looking, registry, { observed, promoteFrom }) {
    const { inputs, clients } = looking;
    const sourceClients = await clientsOfSource(looking);
    try {
        const isCreated = mustCreate(inputs, observed);
        const promotion = await planPromotion({ ...looking, sourceClients }, observed, promoteFrom);
        const { image } = promotion;
        if (inputs.dryRun)
            return report({ outcome: 'planned', observed, promotion });
        if (isCreated)
            await createRepository(looking.context.host, registry, inputs);
        await promote(looking, registry, promotion);
        return report({ outcome: 'promoted', observed, promotion, image });
    }
    finally {
        if (sourceClients !== clients)
            sourceClients.destroy();
    }
}

;// CONCATENATED MODULE: ./actions/build-push-image/build/index.js



/** Runs the action in this process; its end is told by the exit code. */
function build_start() {
    return (0,action_kit_build/* run */.eF)({ contract: contract, main: main_main });
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


/***/ })

};
