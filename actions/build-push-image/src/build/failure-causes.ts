import type { FailureCode } from '@deploy-actions/action-kit'

/** What a build failed by, as its words tell. */
export interface FailureCause {
  readonly pattern: RegExp
  readonly code: FailureCode
  readonly remedy: string
}

/** Causes that a RUN instruction has as well, by what its program and the builder print. */
const everywhere: readonly FailureCause[] = [
  {
    pattern: /no space left on device|disk quota exceeded/i,
    code: 'capacity',
    remedy:
      'The disk of the runner is full: remove what the job does not need before this step (docker system prune), or take a larger runner.',
  },
  {
    pattern: /exit code: 137|signal: killed|cannot allocate memory|out of memory/i,
    code: 'oom',
    remedy:
      'The step was killed, as happens when memory runs out: give the build less to do at once, or take a larger runner.',
  },
  {
    pattern: /exec format error/i,
    code: 'image',
    remedy:
      'The base image is for another platform than the runner: put docker/setup-qemu-action before this step, or build on a runner of that architecture.',
  },
]

/** Words of networks and registries that are gone a moment later. */
const passing =
  /connection reset|connection timed out|broken pipe|closed pipe|closed network connection|unexpected EOF|\bEOF$|i\/o timeout|(?:TLS handshake|awaiting headers|request) (?:timeout|exceeded|canceled)|connection refused|\b(?:408|429|500|502|503|504) [A-Z]|HTTP status: (?:429|5\d\d)|toomanyrequests|\bunauthorized(?:: authentication required)?$|unexpected status.*401/im

/** Causes by the words of docker, BuildKit and registries, where no program of the image has a say. */
const ofBuilder: readonly FailureCause[] = [
  {
    pattern:
      /(?:not supported|not currently implemented|not implemented) for (?:the )?docker driver/i,
    code: 'input',
    remedy:
      "The builder's driver docker cannot do what an input asks for: put docker/setup-buildx-action before this step, or leave that input out.",
  },
  {
    pattern: /multi-?platform build is not supported|multiple platforms feature/i,
    code: 'input',
    remedy:
      "The builder's driver cannot build for several platforms: put docker/setup-buildx-action before this step.",
  },
  {
    pattern:
      /no match for platform|does not match the specified platform|no matching manifest for/i,
    code: 'image',
    remedy:
      'A base image is not there for this platform: choose another one, or correct platforms.',
  },
  {
    pattern:
      /cannot be overwritten because the repository is immutable|tag is immutable|tag invalid/i,
    code: 'conflict',
    remedy:
      'A tag is immutable, and another run gave it to another image meanwhile: run the step again, which then finds that image, or use a tag that no other content has.',
  },
  {
    pattern: /not authorized to perform: ecr:\w+/i,
    code: 'access-denied',
    remedy:
      'Give the role of the job that permission: the README of build-push-image lists the statements for pushing.',
  },
  {
    pattern: /name unknown: The repository with name/i,
    code: 'input',
    remedy: 'Correct repository, or set create-repository: true.',
  },
  {
    pattern: /secret \S+(?: not found)?: not found/i,
    code: 'input',
    remedy:
      'The Dockerfile wants a build secret that was not given: name it in secrets or secret-files by the id of its mount.',
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
    remedy:
      'What COPY or ADD names is not in the context: look at its path, at what .dockerignore leaves out, and whether the step that makes it ran before.',
  },
  {
    pattern: /pull rate limit/i,
    code: 'service-error',
    remedy:
      'Log in to the registry of the base image before this step (docker/login-action), which then gives more, or run the step again later.',
  },
  {
    pattern: /pull access denied|failed to resolve source metadata|manifest unknown|: not found$/im,
    code: 'image',
    remedy:
      'A base image is not there, or needs a login: correct FROM, or log in to its registry before this step (docker/login-action).',
  },
  {
    pattern: passing,
    code: 'service-error',
    remedy:
      'The registry, or the way to it, broke off again and again: run the step again, and look at the status page of the registry if that does not help.',
  },
  {
    pattern: /unauthorized|denied[:,]|authentication required|authorization failed|403 Forbidden/i,
    code: 'access-denied',
    remedy:
      'The registry does not let this user push: look at registry-username and registry-password (for ghcr.io the job needs the permission packages: write).',
  },
]

const otherwise: Omit<FailureCause, 'pattern'> = {
  code: 'image',
  remedy:
    'Look at the step that failed, above; the same fails with docker buildx build on your machine.',
}

/** What a build said when it failed. */
export interface FailureWords {
  /** The sentence with which docker ends. */
  readonly error: string
  /** What the step that failed had printed last. */
  readonly lines: readonly string[]
}

/** Why a build failed; the first cause that fits. Words of a program in the image say nothing of registries. */
export function causeOf({ error, lines }: FailureWords): Omit<FailureCause, 'pattern'> {
  const told = [error, ...lines].join('\n')
  const known = everywhere.find(({ pattern }) => pattern.test(told))
  if (known !== undefined || isOfProgram(error)) return known ?? otherwise
  return ofBuilder.find(({ pattern }) => pattern.test(error)) ?? otherwise
}

/** Whether a build failed by something that passes: what was built until then is still there. */
export function isPassingError(error: string): boolean {
  return !isOfProgram(error) && passing.test(error)
}

/** Whether a RUN instruction failed, in the words of BuildKit from 0.8 on. */
function isOfProgram(error: string): boolean {
  return /^(?:process ".*" did not complete successfully|executor failed running)/s.test(error)
}
