import { ActionError, count, inGroup, type ReportOf } from '@deploy-actions/action-kit'
import { writeSecrets, type Planned } from './act.ts'
import type { Written } from './act/job.ts'
import type { contract } from './contract.ts'
import type { Inputs } from './inputs.ts'
import { maskPlanned, observeHidden } from './mask.ts'
import { observeVersions } from './observe.ts'
import { planSecrets, type Plan } from './plan.ts'
import { planOutput, report } from './report.ts'
import { findServices } from './services/find-services.ts'
import { findRefusal, type Step } from './step.ts'
import { restoreSecret } from './store/restore.ts'
import { newVersionId } from './store/version-id.ts'
import { tellPlan } from './tell.ts'

type Report = ReportOf<typeof contract>

/** Plans the secrets and writes what is to be changed; in a dry run, or where something stands in the way, nothing. */
export async function push(step: Step): Promise<Report> {
  const { context, inputs, aws } = step
  const first = await planFrom(step)
  const refused = await refuse(step, first)
  if (refused !== undefined) return refused
  if (inputs.dryRun) {
    const verdict = `${secretsIn(first.plan)} can be written (dry run)${unknownUntilRestored(first.plan)}`
    return report({ outcome: 'planned', verdict, plan: first.plan })
  }
  const restored = restoredIn(first.plan)
  if (restored.length === 0) return write(step, first)
  // What is scheduled for deletion cannot be read: only now is it known what is in it.
  for (const { request, stored } of first.observed.secrets) {
    if (stored.kind !== 'deleted') continue
    await restoreSecret(aws, stored.secret.arn)
    context.host.info(`The deletion of ${request.id} is taken back.`)
  }
  const second = await planFrom({ ...step, inputs: afterRestoring(inputs) })
  return (await refuse(step, second, restored)) ?? write(step, second, restored)
}

function restoredIn(plan: Plan): readonly string[] {
  return plan.flatMap(({ action, id }) => (action === 'restore' ? [id] : []))
}

/** What a dry run of a restore cannot promise. */
function unknownUntilRestored(plan: Plan): string {
  const ids = restoredIn(plan).join(', ')
  return ids === '' ? '' : `; what ${ids} holds is not known before its deletion is taken back`
}

/** What is scheduled for deletion now was so scheduled by somebody else, and stays that. */
function afterRestoring(inputs: Inputs): Inputs {
  return {
    ...inputs,
    secrets: inputs.secrets.map((request) => ({ ...request, restoreDeleted: false })),
  }
}

async function planFrom(step: Step): Promise<Planned> {
  const { context, aws } = step
  const { host } = context
  const seen = await observeHidden(step)
  return inGroup(host, 'Plan', async () => {
    // Versions are counted only where one is to be written.
    const observed = await observeVersions(aws, seen, planSecrets(seen).plan)
    const { plan, content } = planSecrets(observed)
    maskPlanned(host, observed, content)
    context.setOutput('plan', planOutput(plan))
    tellPlan(host, plan)
    return { observed, plan, content }
  })
}

async function refuse(
  { aws }: Step,
  { plan, observed }: Planned,
  restored: readonly string[] = [],
): Promise<Report | undefined> {
  const refusal = await findRefusal(aws, plan, observed)
  if (refusal === undefined) return undefined
  const failure = withSentence(refusal, takenBack(restored))
  const verdict = `${secretsIn(plan)} ${plan.length === 1 ? 'was' : 'were'} not written`
  return report({ outcome: 'failed', verdict, plan, failure })
}

function takenBack(restored: readonly string[]): string {
  return restored.length === 0
    ? ''
    : `The deletion of ${restored.join(', ')} was taken back before that.`
}

async function write(
  step: Step,
  planned: Planned,
  restored: readonly string[] = [],
): Promise<Report> {
  const { context, aws } = step
  const { plan, observed } = planned
  const written: Written[] = []
  const described: string[] = []
  const onDescribed = (id: string, what: string): void => {
    described.push(`${what} of ${id}`)
  }
  const onWritten = (one: Written): void => {
    written.push(one)
    if (plan.length > 1) return
    context.setOutput('secret-arn', one.arn)
    if (one.versionId !== undefined) context.setOutput('version-id', one.versionId)
  }
  const { host } = context
  const makeId = (): string => newVersionId(host.run)
  try {
    await inGroup(host, 'Write', () =>
      writeSecrets({ ...aws, log: host, newVersionId: makeId, onDescribed, onWritten }, planned),
    )
    const isWritten =
      restored.length > 0 || described.length > 0 || written.some(({ isChanged }) => isChanged)
    const services = await findServices(step, { observed, written })
    return report({
      outcome: isWritten ? 'written' : 'unchanged',
      verdict: `${secretsIn(plan)} ${isWritten ? 'written' : 'unchanged'}`,
      plan,
      written,
      ...(services !== undefined && { services }),
    })
  } catch (error) {
    if (!(error instanceof ActionError)) throw error
    const failure = [
      takenBack(restored),
      setBefore(described),
      writtenBefore(plan, written),
    ].reduce(withSentence, error)
    const verdict = `${secretsIn(plan)} could not be written`
    return report({ outcome: 'failed', verdict, plan, written, failure })
  }
}

function setBefore(described: readonly string[]): string {
  return described.length === 0 ? '' : `Set before that: ${described.join('; ')}.`
}

/** What a step that failed has written of several secrets. */
function writtenBefore(plan: Plan, written: readonly Written[]): string {
  const done = written.filter(({ isChanged }) => isChanged).map(({ id }) => id)
  const missing = plan
    .filter(({ id, action }) => action !== 'keep' && !done.includes(id))
    .map(({ id }) => id)
  return plan.length === 1 || done.length === 0
    ? ''
    : `Written before that: ${done.join(', ')}. Not written: ${missing.join(', ')}.`
}

/** The error with one more sentence; as it is where that is empty. */
function withSentence(error: ActionError, sentence: string): ActionError {
  if (sentence === '') return error
  const { code, remedy } = error
  return new ActionError({ code, message: `${error.message} ${sentence}`, remedy, cause: error })
}

function secretsIn(plan: Plan): string {
  const [only, ...others] = plan
  return others.length === 0 ? `Secret ${only?.id ?? ''}` : count(plan.length, 'secret')
}
