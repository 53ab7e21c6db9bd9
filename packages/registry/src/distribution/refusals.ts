import { NotCheckedError } from '../not-checked.ts'
import type { Identity } from './identity.ts'

/** How the last of the identities fared. */
export interface Refusal {
  readonly host: string
  readonly repository: string
  readonly identity: Identity
  /** The status by which the credentials were refused; undefined where they were taken. */
  readonly refusedStatus: number | undefined
  /** There are credentials, and they are for another host. */
  readonly isForOtherHost: boolean
}

/**
 * What it means that nobody was let in. Registries answer the same for a repository that does not
 * exist as for one that they do not show.
 */
export function refusal(refused: Refusal): NotCheckedError {
  const { host, repository, identity, refusedStatus } = refused
  if (identity === 'anonymous') return anonymousRefusal(refused)
  if (refusedStatus === 401) {
    return new NotCheckedError({
      reason: 'credentials',
      message: `${host} does not accept the user name and password given.`,
      remedy: `Correct registry-username and registry-password: most registries want an access token, which may have expired, as the password.`,
    })
  }
  return new NotCheckedError({
    reason: refusedStatus === undefined ? 'access-denied' : 'credentials',
    message: `${host} does not let the user given read ${repository}, or has no such repository.`,
    remedy: `Give the user of registry-username the permission to pull ${repository}, check that the token in registry-password is valid and may read packages, and check the spelling of the repository.`,
  })
}

function anonymousRefusal({ host, repository, isForOtherHost }: Refusal): NotCheckedError {
  return new NotCheckedError({
    reason: 'credentials',
    message: `${host} does not show ${repository} without a login, or has no such repository.`,
    remedy: isForOtherHost
      ? `The credentials given are for another host. Check the spelling of the repository, and that its host is meant.`
      : `Set registry-username and registry-password to a user of ${host} who may pull ${repository}, and check the spelling of the repository.`,
  })
}
