import type { Service } from '@aws-sdk/client-apprunner'
import { inGroup, type ActionError } from '@deploy-actions/action-kit'
import { describeCheck, runChecks, secretsOf, unhealthyError } from '@deploy-actions/checks'
import { openRegistries } from '@deploy-actions/registry'
import type { Work } from './deployment.ts'
import type { VerificationFor } from './inputs/service-verification.ts'

/** Runs the checks of `verify` against the address of a service; gives why they failed, undefined where they did not. */
export async function verifyService(
  { aws, context, phases }: Work,
  verificationFor: VerificationFor,
  service: Service,
): Promise<ActionError | undefined> {
  const { host, signal } = context
  const { checks, schedule } = verificationFor(service.ServiceUrl ?? '')
  for (const secret of secretsOf(checks)) host.mask(secret)
  const startedAt = Date.now()
  const result = await inGroup(host, 'Verify', () => {
    for (const check of checks) host.info(describeCheck(check))
    return runChecks(checks, {
      schedule,
      signal,
      log: host,
      clients: () => Promise.resolve(aws.clients),
      registries: () => Promise.resolve(openRegistries(host, aws)),
    })
  })
  const isBad = !result.healthy
  phases.push({ what: 'verify', startedAt, endedAt: Date.now(), isBad })
  return isBad ? unhealthyError(result) : undefined
}
