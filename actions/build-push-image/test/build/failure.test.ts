import { describe, expect, it } from 'vitest'
import { buildFailure, isPassing, tagsInTheWay } from '../../src/build/failure.ts'
import { BuildProgress } from '../../src/build/progress.ts'
import { lastWords, recorded } from './recorded-builds.ts'

function failed(output: string) {
  const progress = new BuildProgress()
  for (const line of output.split('\n')) progress.read(line, 0)
  return { output, steps: progress.steps }
}

describe('a build that fails is told with its step, its words and its last lines', () => {
  it('where a RUN instruction fails', () => {
    const error = buildFailure(failed(recorded.failedRun))
    expect(error.message).toBe(
      'The build failed at [stage-1 1/1] RUN ["/bin/busybox","sh","-c","echo one; echo denied: two >&2; exit 3"]: ' +
        'executor failed running [/bin/busybox sh -c echo one; echo denied: two >&2; exit 3]: exit code: 3\n' +
        'Its last lines:\n  one\n  denied: two',
    )
  })

  it('where docker refuses before any step', () => {
    const error = buildFailure(failed(recorded.severalPlatforms))
    expect(error.message).toBe(
      'The image could not be built and pushed: Multi-platform build is not supported for the docker driver. ' +
        'Switch to a different driver, or turn on the containerd image store, and try again.',
    )
  })

  it('where docker says nothing', () => {
    expect(buildFailure(failed('')).message).toContain('docker said nothing')
  })

  it('without the words that every error begins with', () => {
    expect(buildFailure(failed(lastWords.parseError)).message).toMatch(
      /: dockerfile parse error line 2: unknown instruction: COPYY$/,
    )
    expect(buildFailure(failed(lastWords.rateLimit)).message).toContain('reached your pull rate')
    expect(buildFailure(failed(lastWords.githubDenied)).message).not.toContain('failed to build')
  })
})

describe('the cause of a build that fails', () => {
  it.each<readonly [string, string, string, string]>([
    ['a RUN instruction, whatever it prints', recorded.failedRun, 'image', 'Look at the step'],
    ['a file that is not there', recorded.missingFile, 'image', '.dockerignore'],
    ['a file that is not there, told later', lastWords.copyWithChecksum, 'image', '.dockerignore'],
    ['a base that is not there', recorded.missingBase, 'image', 'base image'],
    ['a base that needs a login', lastWords.baseDenied, 'image', 'log in'],
    ['a base of another platform', lastWords.baseOfOtherPlatform, 'image', 'platform'],
    ['a secret that was not given', recorded.missingSecret, 'input', 'secrets or secret-files'],
    ['several platforms', recorded.severalPlatforms, 'input', 'docker/setup-buildx-action'],
    ['a mistake in the Dockerfile', lastWords.parseError, 'image', 'Correct the Dockerfile'],
    ['no Dockerfile', lastWords.noDockerfile, 'image', 'context and file'],
    ['no such stage', lastWords.noTarget, 'input', 'target'],
    ['memory', lastWords.outOfMemory, 'oom', 'larger runner'],
    ['memory, told before', lastWords.outOfMemoryBefore, 'oom', 'larger runner'],
    ['the disk', lastWords.disk, 'capacity', 'docker system prune'],
    ['the disk of the cache', lastWords.diskOfCache, 'capacity', 'docker system prune'],
    ['a permission of ECR', lastWords.ecrDenied, 'access-denied', 'README of build-push-image'],
    ['an immutable tag', lastWords.ecrImmutable, 'conflict', 'run the step again'],
    ['no repository', lastWords.ecrNoRepository, 'input', 'create-repository'],
    ['a push that is forbidden', lastWords.ecrForbidden, 'access-denied', 'registry-username'],
    ['a token without packages: write', lastWords.githubDenied, 'access-denied', 'packages: write'],
    ['a scope that is refused', lastWords.hubDenied, 'access-denied', 'registry-username'],
    ['a limit of pulls', lastWords.rateLimit, 'service-error', 'docker/login-action'],
    ['a connection that is reset', lastWords.reset, 'service-error', 'again'],
    ['a registry that is not there', recorded.noRegistry, 'service-error', 'again'],
    ['a gateway', lastWords.badGateway, 'service-error', 'again'],
  ])('is %s', (_, output, code, remedy) => {
    const error = buildFailure(failed(output))
    expect(error.code).toBe(code)
    expect(error.remedy).toContain(remedy)
  })

  it.each([
    ['write /app/x: No space left on device', 'capacity'],
    ['fatal error: runtime: cannot allocate memory', 'oom'],
    ['exec /bin/sh: exec format error', 'image'],
    ['npm error 403 Forbidden - GET https://npm.pkg.github.com/@org%2flib', 'image'],
    ['error: unauthorized: authentication required', 'image'],
  ])('can be in what a RUN instruction prints, but only of its machine: %s', (line, code) => {
    const words = 'process "/bin/sh -c make" did not complete successfully: exit code: 1'
    const output = `#1 [1/1] RUN make\n#1 0.1 ${line}\n#1 ERROR: ${words}\nERROR: failed to solve: ${words}`
    expect(buildFailure(failed(output)).code).toBe(code)
  })
})

describe('what passes is tried again', () => {
  it.each(['reset', 'brokenPipe', 'closedPipe', 'badGateway', 'timedOut', 'rateLimit'] as const)(
    '%s',
    (name) => {
      expect(isPassing(failed(lastWords[name]))).toBe(true)
    },
  )

  it.each([
    'unauthorized: authentication required',
    'unauthorized',
    'received unexpected HTTP status: 503 Service Unavailable',
    'unexpected EOF',
    'Put "http://localhost:5000/v2/app/manifests/1": EOF',
    'net/http: TLS handshake timeout',
  ])('%s', (words) => {
    expect(isPassing(failed(`ERROR: ${words}`))).toBe(true)
  })
})

describe('what does not pass is not tried again', () => {
  it.each([
    'ecrDenied',
    'ecrImmutable',
    'ecrNoRepository',
    'ecrForbidden',
    'githubDenied',
    'parseError',
    'disk',
    'outOfMemory',
  ] as const)('%s', (name) => {
    expect(isPassing(failed(lastWords[name]))).toBe(false)
  })

  it('a RUN instruction that names such words', () => {
    const words =
      'process "/bin/sh -c curl http://a || echo connection reset by peer" did not complete successfully: exit code: 7'
    expect(isPassing(failed(`ERROR: failed to solve: ${words}`))).toBe(false)
    expect(isPassing(failed(recorded.failedRun))).toBe(false)
  })
})

describe('a tag of this action that is in the way', () => {
  const own = ['content-abc', 'cache']
  const fixed = (tag: string) =>
    failed(
      `ERROR: failed to push: The image tag '${tag}' already exists in the 'app' repository and cannot be overwritten because the repository is immutable.`,
    )

  it('is the one that the registry names', () => {
    expect(tagsInTheWay(fixed('cache'), own)).toEqual(['cache'])
    expect(tagsInTheWay(fixed('content-abc'), own)).toEqual(['content-abc'])
  })

  it('may be any where the registry names none', () => {
    expect(tagsInTheWay(failed('ERROR: failed to push: tag is immutable'), own)).toEqual(own)
  })

  it('is none where a build failed by something else', () => {
    expect(tagsInTheWay(failed(recorded.failedRun), own)).toEqual([])
  })
})

describe('an input that the driver docker cannot do', () => {
  it('is told as such, with the builder that can', () => {
    const words = 'ERROR: failed to build: Attestation is not supported for the docker driver.'
    expect(buildFailure(failed(words))).toMatchObject({
      code: 'input',
      remedy: expect.stringContaining('docker/setup-buildx-action'),
    })
  })
})
