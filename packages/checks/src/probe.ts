import type { AwsClients } from '@deploy-actions/aws'
import type { Registries } from '@deploy-actions/registry'
import type { Attempt, Limits } from './attempt.ts'
import type { Check } from './check.ts'
import { attemptHttp } from './http/attempt-http.ts'

/** Makes the attempts of one check, one after the other. */
export interface Probe {
  /**
   * Makes one attempt. Whatever is unhealthy is a result, and so is an AWS that cannot be asked. Throws the
   * reason of the signal when that is aborted, and an ActionError for what no later attempt can change: a
   * permission that is missing, or a thing that does not exist.
   */
  attempt(limits: Limits): Promise<Attempt>
}

/** What checks of services and target groups need; opened when the first of them is made. */
export interface ProbeResources {
  readonly clients: () => Promise<AwsClients>
  /** Where the name of an expected image is looked up. */
  readonly registries: () => Promise<Registries>
}

/** The probe of a check. What asks AWS is loaded on demand: most runs only send requests over HTTP. */
export async function openProbe(check: Check, resources: ProbeResources): Promise<Probe> {
  if (check.kind === 'http') return { attempt: (limits) => attemptHttp(check, limits) }
  if (check.kind === 'service') {
    const { ServiceProbe } = await import('./service/service-probe.ts')
    return new ServiceProbe(check, resources)
  }
  const { TargetGroupProbe } = await import('./target-group/target-group-probe.ts')
  return new TargetGroupProbe(check, resources)
}
