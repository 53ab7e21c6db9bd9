import { existsSync } from 'node:fs'
import type { Service } from '@aws-sdk/client-ecs'
import { ActionError, inputError, type Log } from '@deploy-actions/action-kit'
import {
  editDefinition,
  findRegistered,
  getRegistered,
  getService,
  lastSuccessfulDefinition,
  readDefinitionFile,
  waitForRollback,
  type Definition,
  type EcsContext,
  type RegisteredDefinition,
} from '@deploy-actions/ecs'
import type { Inputs, Wanted } from './inputs.ts'

/** The world before the deployment, and what is to come into it. */
export interface Observed {
  readonly service: Service
  /** What the service was last told to run; the last update may have failed. */
  readonly current: RegisteredDefinition
  /** What its last successful deployment runs; undefined where none has succeeded yet. */
  readonly previousArn: string | undefined
  readonly wanted: Definition
  /** Revisions that may turn out to be what is wanted, so that nothing needs to be registered. */
  readonly candidates: readonly RegisteredDefinition[]
}

/**
 * Reads everything that a plan needs, and finds out at once what is not there. A rollback that is
 * under way is waited for first: what it leaves is the world to plan for.
 */
export async function observe(
  context: EcsContext,
  { reference, wanted, dryRun }: Inputs,
  log: Log,
): Promise<Observed> {
  const found = await getService(context, reference)
  requireEcsController(found)
  const hasChanged = !dryRun && (await waitForRollback(context, found, log))
  const service = hasChanged ? await getService(context, reference) : found
  const [current, previousArn] = await Promise.all([
    getRegistered(context, service.taskDefinition ?? '', 'service'),
    lastSuccessfulDefinition(context, service),
  ])
  const basis = { context, current, previousArn }
  const { definition, registered } = await definitionOf(wanted, basis)
  const latest = registered ?? (await findRegistered(context, definition.family ?? ''))
  const candidates = registered ? [registered] : [current, ...(latest ? [latest] : [])]
  return { service, current, previousArn, wanted: definition, candidates }
}

interface Basis {
  readonly context: EcsContext
  readonly current: RegisteredDefinition
  readonly previousArn: string | undefined
}

/** The wanted definition; `registered` where a revision was named, which is then deployed as it is. */
async function definitionOf(
  wanted: Wanted,
  { context, current, previousArn }: Basis,
): Promise<{ definition: Definition; registered?: RegisteredDefinition }> {
  if (wanted.kind === 'definition' && isFile(wanted.definition)) {
    return { definition: await readDefinitionFile(wanted.definition, 'task-definition') }
  }
  if (wanted.kind === 'definition') {
    const registered = await getRegistered(context, wanted.definition, 'task-definition')
    return { definition: registered.definition, registered }
  }
  const running =
    previousArn === undefined || previousArn === current.arn
      ? current
      : await getRegistered(context, previousArn, 'service')
  if (wanted.kind === 'same-again') return { definition: running.definition, registered: running }
  const result = editDefinition(running.definition, wanted)
  if (result.problems) throw inputError(result.problems)
  return { definition: result.definition }
}

/** A family, `family:revision` or an ARN is told from a path by its form; a file that exists wins. */
function isFile(definition: string): boolean {
  if (existsSync(definition)) return true
  return !definition.startsWith('arn:') && !/^[\w-]{1,255}(:\d+)?$/.test(definition)
}

function requireEcsController({ serviceName, deploymentController }: Service): void {
  const type = deploymentController?.type ?? 'ECS'
  if (type === 'ECS') return
  throw new ActionError({
    code: 'input',
    message: `Input service: ${serviceName} is deployed by the deployment controller ${type}; this action works with ECS only.`,
    remedy: 'Name a service whose deployment controller is ECS.',
  })
}
