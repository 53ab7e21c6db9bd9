import type { RegistryCredentials } from '../credentials.ts'

/** As whom a registry is asked. */
export type Identity = 'anonymous' | Pick<RegistryCredentials, 'username' | 'password'>

/** Tells an identity, one that was made new (`isAnew`) where the one before is no longer taken. */
export type IdentitySource = (isAnew: boolean) => Promise<Identity>

/** AWS's own registries never take a user name and password of somebody else's. */
const publicEcr = 'public.ecr.aws'

/**
 * As whom a registry is asked, one after the other until it lets somebody in: anonymously at first,
 * as ECS asks, and so that credentials are shown only where they are needed. They are shown to the host
 * that they are for, or, where none is named, to any but AWS's.
 */
export function identitiesFor(
  host: string,
  credentials: RegistryCredentials | undefined,
): readonly Identity[] {
  if (credentials === undefined || host === publicEcr) return ['anonymous']
  const isForIt = credentials.host === undefined || credentials.host === host
  return isForIt ? ['anonymous', credentials] : ['anonymous']
}
