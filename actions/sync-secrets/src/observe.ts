import { randomBytes } from 'node:crypto'
import { inputError, type Problem } from '@deploy-actions/action-kit'
import type { LookupContext } from '@deploy-actions/aws'
import type { Inputs } from './inputs.ts'
import { readOthers, type Others } from './observe/others.ts'
import type { Plan } from './plan.ts'
import type { SecretRequest } from './request.ts'
import type { Schema } from './schema/index.ts'
import { lookAt } from './store/look.ts'
import type { Stored } from './store/stored.ts'
import { countHeldVersions } from './store/versions.ts'

/** What there is, and what is asked for. */
export interface Observed extends Others {
  readonly secrets: readonly ObservedSecret[]
  /** Tag values that name somebody else who writes secrets, in lower case. */
  readonly otherWriters: readonly string[]
}

/** A secret of the step. */
export interface ObservedSecret {
  readonly request: SecretRequest
  readonly stored: Stored
  /** Random values by key, for those that are to be generated should they be missing. */
  readonly drawn: ReadonlyMap<string, string>
  /** Versions that can not be removed to make room; undefined where that was not looked at. */
  readonly heldVersions: number | undefined
}

/** Reads all secrets of the step, and those that their schemas refer to. Throws an ActionError where the role may not. */
export async function observe(
  context: LookupContext,
  { secrets, otherWriters }: Pick<Inputs, 'secrets' | 'otherWriters'>,
): Promise<Observed> {
  const observed = await Promise.all(
    secrets.map(async (request) => ({
      request,
      stored: await lookAt(context, request.id),
      drawn: draw(request.schema),
      heldVersions: undefined,
    })),
  )
  refuseTwice(observed)
  return { secrets: observed, ...(await readOthers(context, observed)), otherWriters }
}

/** The same secret under its name and its ARN would be written twice, the second time over the first. */
function refuseTwice(secrets: readonly Pick<ObservedSecret, 'request' | 'stored'>[]): void {
  const ids = new Map<string, string>()
  const problems: Problem[] = []
  for (const { request, stored } of secrets) {
    if (stored.kind === 'missing') continue
    const { arn } = stored.secret
    const first = ids.get(arn)
    if (first === undefined) ids.set(arn, request.id)
    else
      problems.push({ path: 'secrets', message: `has ${first} twice: ${request.id} is the same` })
  }
  if (problems.length > 0) throw inputError(problems)
}

/** Counts the versions of secrets that a plan writes. One that the role may not count has no count. */
export async function observeVersions(
  context: LookupContext,
  observed: Observed,
  plan: Plan,
): Promise<Observed> {
  const secrets = await Promise.all(
    observed.secrets.map(async (secret, i) => {
      const { stored } = secret
      if (plan[i]?.action !== 'write' || stored.kind !== 'found') return secret
      const held = await countHeldVersions(context, stored.secret.arn)
      return { ...secret, heldVersions: typeof held === 'number' ? held : undefined }
    }),
  )
  return { ...observed, secrets }
}

function draw(schema: Schema): ReadonlyMap<string, string> {
  return new Map(
    [...schema].flatMap(([key, { generate }]) =>
      generate === undefined
        ? []
        : [[key, randomBytes(generate.bytes).toString(generate.encoding)] as const],
    ),
  )
}
