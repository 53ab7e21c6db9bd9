import type { Written } from '../act/job.ts'
import type { Observed } from '../observe.ts'
import type { Step } from '../step.ts'
import { findOutdatedServices, type OutdatedServices } from './outdated-services.ts'

/** Looks after the services of the cluster that the inputs name, and tells which of them run with older versions. */
export async function findServices(
  { context: { host }, inputs: { cluster }, aws }: Step,
  { observed, written }: { readonly observed: Observed; readonly written: readonly Written[] },
): Promise<OutdatedServices | undefined> {
  if (cluster === undefined) return undefined
  const now = new Date()
  const secrets = observed.secrets.flatMap(({ request, stored }) => {
    const one = written.find(({ id }) => id === request.id)
    if (stored.kind !== 'found' || one === undefined) return []
    const { name, arn } = stored.secret
    const since = one.isChanged ? now : stored.current?.createdAt
    return since === undefined ? [] : [{ name, arn, since }]
  })
  const services = await findOutdatedServices(aws, cluster, secrets)
  if (services.kind === 'no-cluster') {
    host.warning(`Services that run with an older version: not checked, ${services.message}.`)
  } else if (services.kind === 'not-checked') {
    host.info(`Services that run with an older version: not checked, ${services.message}.`)
  } else if (services.names.length > 0) {
    host.warning(
      `These services run with an older version until they are deployed again: ${services.names.join(', ')}.`,
    )
  }
  return services
}
