import { inGroup, type ActionError } from '@deploy-actions/action-kit'
import {
  describeCheck,
  runChecks,
  unhealthyError,
  type ChecksResult,
  type Verification,
} from '@deploy-actions/checks'
import type { LookupContext } from '@deploy-actions/aws'
import type { Registries } from '@deploy-actions/registry'
import type { Context } from './inputs.ts'

/** What checks need. */
export interface VerifyWork extends Pick<LookupContext, 'clients'> {
  readonly context: Context
  readonly registries: Registries
}

/** Runs the checks of `verify`; gives why they failed, undefined where they did not. */
export async function verify(
  { context, clients, registries }: VerifyWork,
  { checks, schedule }: Verification,
): Promise<ActionError | undefined> {
  const { host, signal } = context
  const result = await inGroup(host, 'Verify', (): Promise<ChecksResult> => {
    for (const check of checks) host.info(describeCheck(check))
    return runChecks(checks, {
      schedule,
      signal,
      log: host,
      clients: () => Promise.resolve(clients),
      registries: () => Promise.resolve(registries),
    })
  })
  return result.healthy ? undefined : unhealthyError(result)
}
