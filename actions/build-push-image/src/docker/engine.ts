import { ActionError } from '@deploy-actions/action-kit'
import type { Docker } from './docker.ts'
import type { ProgramEnd } from './run-program.ts'

/** What builds on this machine. */
export interface Builder {
  /** `docker`, `docker-container`, `kubernetes`, `remote`. */
  readonly driver: string
  /** Whether the engine keeps images in containerd's store, where the driver `docker` can do what others can. */
  readonly hasContainerdStore: boolean
  /** Of the engine, such as `linux/amd64`; undefined where it does not say. */
  readonly platform: string | undefined
}

/** Finds out what builds here. Throws `input` with the remedy where there is no docker, no engine or no buildx. */
export async function inspectBuilder(docker: Docker): Promise<Builder> {
  await requireBuildx(docker)
  const builder = await docker.run(['buildx', 'inspect'])
  const driver = /^Driver:[ \t]*(\S+)/m.exec(builder.stdout)?.[1] ?? 'docker'
  const isLocal = driver === 'docker' || driver === 'docker-container'
  // An engine that does not answer is why such a builder does not work, either.
  const platform = isLocal ? await enginePlatform(docker) : platformOf(builder)
  if (builder.code !== 0) {
    throw notUsable('The builder that docker buildx would use does not work', builder, {
      remedy:
        'Put docker/setup-buildx-action before this step, or choose another one: docker buildx use default.',
    })
  }
  if (driver !== 'docker') return { driver, platform, hasContainerdStore: false }
  const info = await docker.run(['info', '--format', '{{json .DriverStatus}}'])
  return {
    driver,
    platform,
    hasContainerdStore: info.stdout.includes('io.containerd.snapshotter'),
  }
}

/** The first of a builder elsewhere, which is its own; those that were chosen for it have a star. */
function platformOf({ stdout }: ProgramEnd): string | undefined {
  return /^Platforms:[ \t]*([\w/]+)/m.exec(stdout)?.[1]
}

async function enginePlatform(docker: Docker): Promise<string | undefined> {
  const end = await docker.run(['version', '--format', '{{.Server.Os}}/{{.Server.Arch}}'])
  if (end.code !== 0) {
    throw notUsable('The Docker engine of this runner does not answer', end, {
      remedy:
        'Start it (on a runner of your own: systemctl start docker), or let the job run where one is, such as ubuntu-latest. DOCKER_HOST, where it is set, has to name it.',
    })
  }
  const platform = end.stdout.trim()
  return /^\w+\/\w+$/.test(platform) ? platform : undefined
}

async function requireBuildx(docker: Docker): Promise<void> {
  const version = await start(docker, ['buildx', 'version'])
  if (version.code === 0) return
  throw notUsable('docker buildx is missing on this runner', version, {
    remedy:
      'Put docker/setup-buildx-action before this step, or install the package docker-buildx-plugin (docker-buildx on Debian).',
  })
}

async function start(docker: Docker, args: readonly string[]): Promise<ProgramEnd> {
  try {
    return await docker.run(args)
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
    if (code !== 'ENOENT' && code !== 'EACCES') throw cause
    throw new ActionError({
      code: 'input',
      message:
        code === 'ENOENT'
          ? 'There is no docker on this runner.'
          : 'The docker of this runner may not be executed by this user.',
      remedy: 'Let the job run where docker is, such as ubuntu-latest, or install it.',
      cause,
    })
  }
}

function notUsable(
  what: string,
  { stderr }: ProgramEnd,
  { remedy }: { readonly remedy: string },
): ActionError {
  const words = stderr.trim().split('\n').at(-1) ?? ''
  return new ActionError({
    code: 'input',
    message: `${what}${words === '' ? '.' : `: ${words}`}`,
    remedy,
  })
}
