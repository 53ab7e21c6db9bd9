import { TagResourceCommand, type Tag } from '@aws-sdk/client-ecs'
import { ActionError } from '@deploy-actions/action-kit'
import { call } from '@deploy-actions/aws'
import type { EcsContext } from '@deploy-actions/ecs'
import type { Deployment, Work } from './deployment.ts'
import type { Context } from './inputs.ts'
import { tagsOfSecrets } from './secret-tags.ts'

/** The service that is to carry tags, and what these are for, in words. */
export interface Tagging {
  readonly serviceArn: string
  readonly tags: readonly Tag[]
  readonly purpose: string
}

/**
 * Puts tags on the service. They help later runs and change nothing of this deployment, so a failure to do so is told and
 * is no more.
 */
export async function tagService(
  { host, signal }: Context,
  { ecs }: EcsContext,
  { serviceArn, tags, purpose }: Tagging,
): Promise<void> {
  if (tags.length === 0) return
  const command = new TagResourceCommand({ resourceArn: serviceArn, tags: [...tags] })
  try {
    await call(ecs, command, { signal, resource: serviceArn })
  } catch (error) {
    if (!(error instanceof ActionError)) throw error
    host.warning(
      `${purpose} could not be noted in the tags of the service: ${error.message} ${error.remedy}`,
    )
  }
}

/** Notes with which versions of its secrets the service was deployed, so that a later run sees newer ones. */
export async function noteSecrets(
  { context, ecs, observed }: Work,
  { rollout }: Deployment,
): Promise<void> {
  const tags = tagsOfSecrets(observed.secretVersions)
  if (tags.length === 0) return
  const purpose = 'The versions of the secrets'
  try {
    const { serviceArn = '' } = await rollout.describeService(ecs)
    await tagService(context, ecs, { serviceArn, tags, purpose })
  } catch (error) {
    // The deployment is proven: nothing that goes wrong now makes that untrue.
    const why = error instanceof Error ? error.message : String(error)
    context.host.warning(`${purpose} could not be noted in the tags of the service: ${why}`)
  }
}
