import {
  code,
  codeBlock,
  escapeMarkdown,
  flowchart,
  formatSeconds,
  link,
  paragraphs,
  table,
  timeline,
  type ReportOf,
  type TimelineEntry,
} from '@deploy-actions/action-kit'
import { nameFromArn } from '@deploy-actions/aws'
import { describeDeath, type Diagnosis, type Evidence } from '@deploy-actions/ecs'
import type { contract } from './contract.ts'
import type { Observed } from './observe.ts'
import type { Plan } from './plan.ts'
import type { Phase, RolloutRecord } from './record.ts'
import type { Deployment } from './deployment.ts'

type DeployReport = ReportOf<typeof contract>

/** What a report tells besides the deployment itself. */
export interface Told {
  readonly observed: Observed
  readonly deployment: Deployment
  readonly url: string | undefined
  /** Milliseconds since the epoch at which the step is over. */
  readonly endedAt: number
}

/** Outputs and summary of a step that changed nothing. */
export function reportNothingDone(
  outcome: 'unchanged' | 'planned' | 'unproven',
  { plan, sentence, observed }: NothingDone,
): DeployReport {
  const { taskDefinitionArn } = plan
  const before = nameFromArn(observed.previousArn ?? 'nothing')
  const wanted =
    taskDefinitionArn === undefined
      ? `a new revision of ${observed.wanted.family}`
      : nameFromArn(taskDefinitionArn)
  return {
    outcome,
    outputs: taskDefinitionArn === undefined ? {} : { 'task-definition-arn': taskDefinitionArn },
    summary: paragraphs(
      `### ${headlines[outcome]}`,
      escapeMarkdown(sentence),
      table(
        ['Service', 'Runs now', 'Asked for'],
        [[code(nameOf(observed)), code(before), code(wanted)]],
      ),
      flowchart([
        { from: nameOf(observed), to: before, label: 'runs' },
        ...(plan.kind === 'deploy' ? [{ from: before, to: wanted, label: 'would become' }] : []),
      ]),
    ),
  }
}

/** What a step found that had nothing to do, or was not to do it. */
export interface NothingDone {
  readonly plan: Plan
  /** The plan in words. */
  readonly sentence: string
  readonly observed: Observed
}

const headlines = {
  unchanged: '✅ Unchanged',
  planned: '📝 Planned: nothing was changed (dry run)',
  unproven: '⚠️ Unchanged, and nothing runs: the desired count is 0',
} as const

/** Outputs and summary of a deployment, whatever became of it. */
export function reportDeployment(told: Told): DeployReport {
  const { deployment, endedAt } = told
  const seconds = Math.round((endedAt - deployment.record.begunAt) / 1000)
  const outputs = {
    'duration-seconds': String(seconds),
    ...(deployment.kind === 'succeeded'
      ? { 'image-digests': digestsAsJson(deployment.evidence) }
      : {}),
  }
  const summary = paragraphs(
    headline(told, seconds),
    facts(told, seconds),
    ...(deployment.kind === 'failed' ? failureParts(deployment.failure, deployment.diagnosis) : []),
    timeline(`Deployment of ${nameOf(told.observed)}`, timelineEntries(deployment.record, endedAt)),
    told.url === undefined ? undefined : link('Open the deployments in the AWS console', told.url),
  )
  const failure = deployment.kind === 'failed' ? { failure: deployment.failure } : {}
  return { outcome: outcomeOf(deployment), outputs, summary, ...failure }
}

function outcomeOf(deployment: Deployment): string {
  if (deployment.kind === 'started') return 'started'
  if (deployment.kind === 'failed') return deployment.outcome
  return deployment.nothingRuns ? 'unproven' : 'deployed'
}

function headline({ observed, deployment }: Told, seconds: number): string {
  const name = code(nameOf(observed))
  if (deployment.kind === 'started') return `### 🚀 ${name}: deployment started`
  if (deployment.kind === 'failed') {
    return `### ❌ ${name}: ${deployment.outcome} (${deployment.failure.code})`
  }
  return deployment.nothingRuns
    ? `### ⚠️ ${name} deployed, and nothing runs: its desired count is 0`
    : `### ✅ ${name} deployed in ${formatSeconds(seconds)}`
}

function facts({ observed, deployment }: Told, seconds: number): string {
  const { rollout } = deployment
  const digests = deployment.kind === 'succeeded' ? [...deployment.evidence.digests] : []
  return table(
    ['', ''],
    [
      ['Service', code(nameOf(observed))],
      ['Deployed', code(nameFromArn(rollout.started.taskDefinition))],
      ['Before', code(nameFromArn(observed.previousArn ?? 'nothing'))],
      ['Deployment', code(nameFromArn(rollout.serviceDeploymentArn ?? rollout.started.id))],
      ...digests.map(([container, running]) => [
        `Image of ${code(container)}`,
        [...running].map(code).join('<br>'),
      ]),
      ['Duration', formatSeconds(seconds)],
    ],
  )
}

function failureParts(
  { message, remedy }: { readonly message: string; readonly remedy: string },
  diagnosis: Diagnosis | undefined,
): readonly string[] {
  const [what = ''] = message.split('\n')
  const log = diagnosis?.log
  return [
    escapeMarkdown(what),
    diagnosis === undefined ? '' : `**Cause:** ${escapeMarkdown(diagnosis.headline)}`,
    deathTable(diagnosis),
    log && log.lines.length > 0
      ? `Last lines of ${code(log.container)}:\n\n${codeBlock(log.lines)}`
      : escapeMarkdown(log?.note ?? ''),
    log?.url === undefined ? '' : link('Open the log group', log.url),
    `**What to do:** ${escapeMarkdown(remedy)}`,
  ]
}

/** Only where the tasks died of different things does a table tell more than the headline. */
function deathTable(diagnosis: Diagnosis | undefined): string {
  if (diagnosis === undefined || diagnosis.groups.length < 2) return ''
  return table(
    ['Tasks', 'Ended by'],
    diagnosis.groups.map(({ count, newest }) => [
      String(count),
      escapeMarkdown(describeDeath(newest)),
    ]),
  )
}

function timelineEntries(record: RolloutRecord, endedAt: number): readonly TimelineEntry[] {
  const phases = record.phases.map((phase, i) => phaseBar(phase, i, { record, endedAt }))
  const deaths = record.deaths.map((death) => ({
    section: 'Tasks that died',
    label: `${death.taskId.slice(0, 8)} ${death.exitCode === undefined ? death.code : `exit ${death.exitCode}`}`,
    start: Math.max(death.startedAt, record.begunAt),
    end: death.stoppedAt,
    mark: 'crit' as const,
  }))
  return [...phases, ...deaths]
}

function phaseBar(
  { status, from }: Phase,
  index: number,
  { record, endedAt }: { readonly record: RolloutRecord; readonly endedAt: number },
): TimelineEntry {
  const good = status === 'in-progress' || status === 'successful' || status === 'pending'
  return {
    section: 'Deployment',
    label: status,
    start: index === 0 ? record.begunAt : from,
    end: record.phases[index + 1]?.from ?? (status === 'successful' ? from : endedAt),
    mark: good ? 'done' : 'crit',
  }
}

function nameOf({ service }: Observed): string {
  return service.serviceName ?? 'service'
}

/** Container to digest; where tasks differ, which a proof would have refused, the first. */
function digestsAsJson({ digests }: Evidence): string {
  return JSON.stringify(Object.fromEntries([...digests].map(([name, [first]]) => [name, first])))
}
