import {
  DescribeTaskDefinitionCommand,
  ListTaskDefinitionFamiliesCommand,
  RegisterTaskDefinitionCommand,
  type DescribeTaskDefinitionCommandOutput,
} from '@aws-sdk/client-ecs'
import { ActionError, whatThereIs } from '@deploy-actions/action-kit'
import { call, isAwsError, nameFromArn } from '@deploy-actions/aws'
import type { EcsContext } from '../ecs-context.ts'

import { sameDefinition } from './compare.ts'
import { withoutReadOnlyFields, type Definition } from './definition.ts'

/** A definition that ECS knows, with the ARN of its revision. */
export interface RegisteredDefinition {
  readonly arn: string
  readonly definition: Definition
  /** An INACTIVE revision can be described, and not be deployed any more. */
  readonly isActive: boolean
}

/**
 * The registered definition of a family (its latest ACTIVE revision), `family:revision` or an ARN;
 * undefined where there is none.
 */
export async function findRegistered(
  { ecs, signal }: EcsContext,
  reference: string,
): Promise<RegisteredDefinition | undefined> {
  const command = new DescribeTaskDefinitionCommand({
    taskDefinition: reference,
    include: ['TAGS'],
  })
  try {
    return toRegistered(await call(ecs, command, { signal }))
  } catch (error) {
    // ECS says ClientException ("Unable to describe task definition.") for one that is not there.
    if (isAwsError(error, 'ClientException')) return undefined
    throw error
  }
}

/** As {@link findRegistered}; throws an `input` error that names the input where there is none. */
export async function getRegistered(
  context: EcsContext,
  reference: string,
  input: string,
): Promise<RegisteredDefinition> {
  const found = await findRegistered(context, reference)
  if (found) return found
  throw new ActionError({
    code: 'input',
    message: `Input ${input}: there is no task definition ${reference} in this account and region.${await instead(context, reference)}`,
    remedy: `Correct ${input}, or the region or role of this job.`,
  })
}

/**
 * The ARN of a revision that can be deployed: itself, or, where it was deregistered meanwhile, a new
 * revision with the same content.
 */
export async function ensureActive(context: EcsContext, arn: string): Promise<string> {
  const { definition, isActive } = await getRegistered(context, arn, 'service')
  return isActive ? arn : (await register(context, definition)).arn
}

/**
 * Registers a definition and gives its ARN. The latest revision of the family is given instead when
 * it means the same: an unchanged definition is not registered again.
 */
export async function register(
  context: EcsContext,
  definition: Definition,
): Promise<{ readonly arn: string; readonly registered: boolean }> {
  const latest = await findRegistered(context, definition.family ?? '')
  if (latest && sameDefinition(latest.definition, definition))
    return { arn: latest.arn, registered: false }
  const command = new RegisterTaskDefinitionCommand(definition)
  const { taskDefinition } = await call(context.ecs, command, { signal: context.signal })
  return { arn: taskDefinition?.taskDefinitionArn ?? '', registered: true }
}

function toRegistered({
  taskDefinition,
  tags,
}: DescribeTaskDefinitionCommandOutput): RegisteredDefinition {
  const tagged = tags?.length ? { ...taskDefinition, tags } : { ...taskDefinition }
  return {
    arn: taskDefinition?.taskDefinitionArn ?? '',
    isActive: taskDefinition?.status !== 'INACTIVE',
    // What DescribeTaskDefinition gives, less what only ECS writes, is what it takes.
    definition: withoutReadOnlyFields(tagged) as Definition,
  }
}

/** What there is instead, where the role may look: the family's latest revision, or other families. */
async function instead(context: EcsContext, reference: string): Promise<string> {
  const [family = ''] = nameFromArn(reference).split(':')
  try {
    const latest = await findRegistered(context, family)
    if (latest) return ` The latest revision of ${family} is ${nameFromArn(latest.arn)}.`
    const command = new ListTaskDefinitionFamiliesCommand({ status: 'ACTIVE', maxResults: 100 })
    const { families = [] } = await call(context.ecs, command, { signal: context.signal })
    return whatThereIs(family, families)
  } catch {
    return ''
  }
}
