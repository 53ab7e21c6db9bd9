import { attemptCheck, versionOf } from '@deploy-actions/aws'
import type { ActContext, Job, Written } from './act/job.ts'
import { manifestOf, recordKeys } from './act/record-keys.ts'
import type { Observed } from './observe.ts'
import type { Content, Plan } from './plan.ts'
import { createSecret } from './store/create.ts'
import { describe } from './store/description.ts'
import { switchTo } from './store/switch.ts'
import { pendingLabel, removePending, storePending, type NewVersion } from './store/write.ts'

/** A plan, what it was made from, and the texts that it wants to be stored. */
export interface Planned {
  readonly plan: Plan
  readonly content: Content
  readonly observed: Observed
}

/**
 * Carries a plan out. First everything is prepared that nobody reads yet; then each secret changes in one call, so that whoever
 * stops this between two calls leaves each of them as it was or as it is to be. Throws a `conflict` where somebody
 * else wrote in the meantime: what is written and set by then has been told.
 */
export async function writeSecrets(
  context: ActContext,
  { plan, content, observed }: Planned,
): Promise<void> {
  const jobs = observed.secrets.flatMap(({ request, stored }, i): readonly Job[] => {
    const [secretPlan, text] = [plan[i], content[i]]
    if (secretPlan === undefined || text === undefined) return []
    return [{ plan: secretPlan, request, stored, text, versionId: context.newVersionId() }]
  })
  await settleAll(jobs.map((job) => describeStored(context, job)))
  const stored: NewVersion[] = []
  const store = ({ job, version }: Storing): Promise<void> => {
    stored.push(version)
    return storePending(context, version, job.text)
  }
  const storings = jobs.flatMap(versionToStore)
  try {
    await settleAll(storings.filter(({ version }) => version.base !== undefined).map(store))
    for (const job of jobs) {
      // The first version of a secret is given to readers as it is stored, whatever its label.
      const first = storings.find((one) => one.job === job && one.version.base === undefined)
      if (first !== undefined) await store(first)
      await makeCurrent(context, job)
    }
  } finally {
    const left = [...stored, ...jobs.flatMap(leftPending)]
    await Promise.all(left.map((version) => tidy(context, version)))
  }
}

async function describeStored(
  context: ActContext,
  { plan: { described }, request, stored }: Job,
): Promise<void> {
  if (stored.kind !== 'found' || described.length === 0) return
  const what = described.join(', ')
  await describe(context, stored.secret, request)
  context.onDescribed(request.id, what)
  context.log.info(`${request.id}: set ${what}`)
}

/** A version that is to be stored, and the secret that gets it. */
interface Storing {
  readonly job: Job
  readonly version: NewVersion
}

/** The new version of a secret that is there, if it gets one. */
function versionToStore(job: Job): readonly Storing[] {
  const { plan, request, stored, versionId } = job
  if (plan.action !== 'write' || stored.kind !== 'found') return []
  const base = stored.current?.id
  return [{ job, version: { id: request.id, arn: stored.secret.arn, versionId, base } }]
}

/** The version that a run which was killed left with the label of what nobody reads, where none gets that label now. */
function leftPending(job: Job): readonly NewVersion[] {
  const { plan, request, stored } = job
  if (plan.action !== 'keep' || stored.kind !== 'found') return []
  const versionId = versionOf(stored.secret, { stage: pendingLabel, versionId: '' })
  const { arn } = stored.secret
  return versionId === undefined ? [] : [{ id: request.id, arn, versionId, base: undefined }]
}

/** Waits for all before it throws what went wrong with one: nothing goes on behind the back of what tidies up. */
async function settleAll(all: readonly Promise<void>[]): Promise<void> {
  const settled = await Promise.allSettled(all)
  const failed = settled.find((one) => one.status === 'rejected')
  if (failed !== undefined) throw failed.reason
}

async function makeCurrent(context: ActContext, job: Job): Promise<void> {
  const { plan, request, stored, versionId } = job
  if (stored.kind === 'missing') {
    const tags = [...request.tags].map(([Key, Value]) => ({ Key, Value }))
    const manifest = manifestOf(context, job, { versionId, tagNames: request.tags.keys() }) ?? []
    const secret = { ...request, name: request.id, text: job.text, versionId }
    const arn = await createSecret(context, { ...secret, tags: [...tags, ...manifest] })
    tell(context, { id: plan.id, arn, versionId, previousVersionId: undefined, isChanged: true })
    return
  }
  if (stored.kind === 'deleted') return
  const [version] = versionToStore(job)
  const current = stored.current?.id
  if (version !== undefined) await switchTo(context, version.version)
  const { arn } = stored.secret
  tell(context, {
    id: plan.id,
    arn,
    versionId: version === undefined ? current : versionId,
    previousVersionId: version === undefined ? undefined : current,
    isChanged: version !== undefined,
  })
  await recordKeys(context, job, stored.secret)
}

function tell({ onWritten, log }: ActContext, written: Written): void {
  onWritten(written)
  const { id, isChanged, versionId } = written
  log.info(isChanged ? `${id} is written: version ${versionId ?? ''}` : `${id} is unchanged`)
}

/** A version that is stored loses the label of what nobody reads; failing to do it harms nobody. */
async function tidy(context: ActContext, version: NewVersion): Promise<void> {
  if (context.signal.aborted) return
  const done = await attemptCheck(() => removePending(context, version))
  if (done !== undefined) context.log.debug(`${version.id}: ${done.message}`)
}
