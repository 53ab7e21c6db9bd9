import type { RegistryCredentials } from './credentials.ts'
import { dockerHub } from './reference/image-reference.ts'

/** A user of a registry, whose host is known. */
export type RegistryLogin = RegistryCredentials & { readonly host: string }

/** The key under which Docker looks for a login of Docker Hub. */
const dockerHubKey = 'https://index.docker.io/v1/'

/**
 * The content of a `config.json` by which docker and buildx are logged in, for a folder that
 * DOCKER_CONFIG names. It holds the passwords: only its owner may read the file.
 * https://github.com/docker/cli/blob/master/cli/config/configfile/file.go
 */
export function dockerConfigFor(logins: readonly RegistryLogin[]): string {
  const auths = logins.map(({ host, username, password }) => [
    host === dockerHub ? dockerHubKey : host,
    { auth: Buffer.from(`${username}:${password}`).toString('base64') },
  ])
  const content = { auths: Object.fromEntries(auths) as object } // entries are typed any
  return `${JSON.stringify(content, undefined, 2)}\n`
}
