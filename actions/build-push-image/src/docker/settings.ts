import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Host } from '@deploy-actions/action-kit'
import { dockerConfigFor, type RegistryLogin } from '@deploy-actions/registry'
import type { DockerVariables } from './docker.ts'

/** What of docker's settings is the job's, and is used as it is. */
const shared = ['cli-plugins', 'contexts', 'tls'] as const

/**
 * Works with a folder of docker's settings that holds the login of this step: what the job is logged in to stays as it is, and nothing
 * is left to log out of. Builders, plugins and contexts are those of the job. The folder is gone afterwards.
 */
export async function withOwnSettings<T>(
  host: Pick<Host, 'temporaryFolder' | 'readVariable'>,
  login: RegistryLogin | undefined,
  work: (variables: DockerVariables) => Promise<T>,
): Promise<T> {
  const ofJob = host.readVariable('DOCKER_CONFIG') || join(homedir(), '.docker')
  const own = await mkdtemp(join(host.temporaryFolder, 'docker-'))
  try {
    const config = withLogin(await readConfig(ofJob), login)
    await writeFile(join(own, 'config.json'), JSON.stringify(config), { mode: 0o600 })
    for (const name of shared) await symlink(join(ofJob, name), join(own, name))
    const builders = host.readVariable('BUILDX_CONFIG') || join(ofJob, 'buildx')
    return await work({ DOCKER_CONFIG: own, BUILDX_CONFIG: builders })
  } finally {
    await rm(own, { recursive: true, force: true })
  }
}

type Config = Readonly<Record<string, unknown>>

async function readConfig(folder: string): Promise<Config> {
  try {
    const config: unknown = JSON.parse(await readFile(join(folder, 'config.json'), 'utf8'))
    return isConfig(config) ? config : {}
  } catch {
    // Most jobs have none.
    return {}
  }
}

function isConfig(value: unknown): value is Config {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * A login in the file counts only where no helper keeps that of the registry; an empty name is none.
 * https://github.com/docker/cli/blob/master/cli/config/configfile/file.go
 */
function withLogin(config: Config, login: RegistryLogin | undefined): Config {
  if (login === undefined) return config
  const { auths } = JSON.parse(dockerConfigFor([login])) as { readonly auths: Config } // see dockerConfigFor
  const noHelpers = Object.fromEntries(Object.keys(auths).map((name) => [name, '']))
  return {
    ...config,
    auths: { ...part(config, 'auths'), ...auths },
    credHelpers: { ...part(config, 'credHelpers'), ...noHelpers },
  }
}

function part(config: Config, name: string): Config {
  const value = config[name]
  return isConfig(value) ? value : {}
}
