import {
  asText,
  invalid,
  text,
  type InputOptions,
  type InputSpec,
  type Problem,
} from '@deploy-actions/action-kit'
import type { RegistryCredentials } from './credentials.ts'
import { isRegistryHost } from './reference/grammar.ts'
import { dockerHub } from './reference/image-reference.ts'

/** The inputs of an action that looks at images of a private registry other than ECR. */
export const registryLoginInputs = {
  registry: registryHost({
    description:
      'Host that `registry-username` is for; without it, the one host other than those of AWS that the images come from.',
  }),
  'registry-username': text({
    description: 'User of a private registry other than ECR, to look at its images.',
  }),
  'registry-password': text({
    description: 'Password, or token, of `registry-username`.',
    sensitive: true,
  }),
} as const

/** The host of a registry as images name it: in lower case, and `docker.io` for each name of Docker Hub. */
function registryHost<const O extends InputOptions>(options: O): InputSpec<string> & O {
  return {
    ...options,
    type: 'string',
    parse: (raw, fill) => {
      const host = asText(raw, fill).toLowerCase()
      if (/^[a-z][a-z\d+.-]*:\/\//.test(host)) {
        return invalid('begins as a web address does; allowed: the host alone, such as ghcr.io')
      }
      if (!isRegistryHost(host)) {
        return invalid('is no host of a registry; allowed: such as ghcr.io or localhost:5000')
      }
      return namesOfDockerHub.has(host) ? dockerHub : host
    },
  }
}

const namesOfDockerHub = new Set([dockerHub, 'index.docker.io', 'registry-1.docker.io'])

type LoginInput = keyof typeof registryLoginInputs

/** What has to hold between {@link registryLoginInputs}. */
export function registryLoginProblems({
  given,
}: {
  readonly given: { has(input: LoginInput): boolean }
}): readonly Problem[] {
  const names = ['registry-username', 'registry-password'] as const
  const [missing, ...others] = names.filter((name) => !given.has(name))
  if (missing === undefined) return []
  if (others.length === 0) {
    return [{ path: missing, message: 'is required: a registry wants user and password together' }]
  }
  return given.has('registry')
    ? [{ path: 'registry-username', message: 'is required with registry' }]
    : []
}

/** The login that the inputs name, if they name one. */
export function registryLogin({
  registryUsername: username,
  registryPassword: password,
  registry: host,
}: {
  readonly registryUsername: string | undefined
  readonly registryPassword: string | undefined
  readonly registry: string | undefined
}): RegistryCredentials | undefined {
  if (username === undefined || password === undefined) return undefined
  return { username, password, ...(host !== undefined && { host }) }
}
