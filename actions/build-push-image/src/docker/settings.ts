import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Host } from '@deploy-actions/action-kit'
import { dockerConfigFor, type RegistryLogin } from '@deploy-actions/registry'
import { part, readConfig, settingsFolder, type Config } from './config.ts'
import type { DockerVariables } from './docker.ts'

/** Who docker is to be at registries. */
export interface Logins {
  /** Where the image goes; undefined where nobody has to log in. */
  readonly repository: RegistryLogin | undefined
  /** Where base images come from. */
  readonly bases: readonly RegistryLogin[]
}

/** What of docker's settings is the job's, and is used as it is. */
const shared = ['cli-plugins', 'contexts', 'tls'] as const

/**
 * Works with a folder of docker's settings that holds the login of this step: what the job is logged in to stays as it is, and nothing
 * is left to log out of. Builders, plugins and contexts are those of the job. The folder is gone afterwards.
 */
export async function withOwnSettings<T>(
  host: Pick<Host, 'temporaryFolder' | 'readVariable' | 'warning'>,
  logins: Logins,
  work: (variables: DockerVariables) => Promise<T>,
): Promise<T> {
  const ofJob = settingsFolder(host)
  const own = await mkdtemp(join(host.temporaryFolder, 'docker-'))
  try {
    const { config, problem } = await readConfig(ofJob)
    if (problem !== undefined) host.warning(problem)
    await writeFile(join(own, 'config.json'), JSON.stringify(withLogins(config, logins)), {
      mode: 0o600,
    })
    for (const name of shared) await symlink(join(ofJob, name), join(own, name))
    const builders = host.readVariable('BUILDX_CONFIG') || join(ofJob, 'buildx')
    return await work({ DOCKER_CONFIG: own, BUILDX_CONFIG: builders })
  } finally {
    await rm(own, { recursive: true, force: true })
  }
}

/** Those of the job win over those of bases: it may have been logged in to read them. */
function withLogins(config: Config, { repository, bases }: Logins): Config {
  const known = { ...part(config, 'auths'), ...part(config, 'credHelpers') }
  const added = bases.filter(({ host }) => !Object.hasOwn(known, host))
  return withLogin(config, [...added, ...(repository === undefined ? [] : [repository])])
}

/**
 * A login in the file counts only where no helper keeps that of the registry; an empty name is none.
 * https://github.com/docker/cli/blob/master/cli/config/configfile/file.go
 */
function withLogin(config: Config, logins: readonly RegistryLogin[]): Config {
  if (logins.length === 0) return config
  const { auths } = JSON.parse(dockerConfigFor(logins)) as { readonly auths: Config } // see dockerConfigFor
  const noHelpers = Object.fromEntries(Object.keys(auths).map((name) => [name, '']))
  return {
    ...config,
    auths: { ...part(config, 'auths'), ...auths },
    credHelpers: { ...part(config, 'credHelpers'), ...noHelpers },
  }
}
