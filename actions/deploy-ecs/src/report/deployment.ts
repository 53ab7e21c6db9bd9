import {
  code,
  codeBlock,
  escapeMarkdown,
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
import type { contract } from '../contract.ts'
import type { Deployment } from '../deployment.ts'
import type { Observed } from '../observe/observe.ts'
import type { RolloutPlan } from '../plan.ts'
import type { Phase, RolloutRecord } from '../record.ts'
import { nameOf, resultsOf } from './results.ts'

type DeployReport = ReportOf<typeof contract>

/** What a report tells besides the deployment itself. */
export interface Told {
  readonly observed: Observed
  readonly plan: RolloutPlan
  readonly deployment: Deployment
  readonly url: string | undefined
  /** Milliseconds since the epoch at which the step is over. */
  readonly endedAt: number
}

/** Outputs and summary of a deployment, whatever became of it. */
export function reportDeployment(told: Told): DeployReport {
  const { deployment, endedAt } = told
  const seconds = Math.round((endedAt - deployment.record.begunAt) / 1000)
  const digests = deployment.kind === 'succeeded' ? digestsOf(deployment.evidence) : undefined
  const result = {
    outcome: outcomeOf(told),
    failure: deployment.kind === 'failed' ? deployment.failure : undefined,
    taskDefinitionArn: deployment.rollout.started.taskDefinition,
    digests,
    seconds,
  }
  const outputs = {
    'duration-seconds': String(seconds),
    results: resultsOf(told.observed, result),
    ...(digests && { 'image-digests': JSON.stringify(digests) }),
  }
  const summary = paragraphs(
    headline(told, seconds),
    facts(told, seconds),
    ...(deployment.kind === 'failed' ? failureParts(deployment.failure, deployment.diagnosis) : []),
    timeline(`Deployment of ${nameOf(told.observed)}`, timelineEntries(deployment.record, endedAt)),
    told.url === undefined ? undefined : link('Open the deployments in the AWS console', told.url),
  )
  const failure = deployment.kind === 'failed' ? { failure: deployment.failure } : {}
  return { outcome: outcomeOf(told), outputs, summary, ...failure }
}

function outcomeOf({ deployment, plan }: Told): string {
  if (deployment.kind === 'started') return 'started'
  if (deployment.kind === 'failed') return deployment.outcome
  if (deployment.nothingRuns) return 'unproven'
  return plan.kind === 'create' ? 'created' : 'deployed'
}

function headline({ observed, deployment }: Told, seconds: number): string {
  const name = code(nameOf(observed))
  if (deployment.kind === 'started') return `### 🚀 ${name}: deployment started`
  if (deployment.kind === 'failed') {
    const { outcome, failure } = deployment
    return `### ❌ ${name}: ${outcome}${outcome === failure.code ? '' : ` (${failure.code})`}`
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
      ...(deployment.kind === 'succeeded' && deployment.share
        ? [
            [
              'Tasks running at success',
              `${deployment.share.running} of ${deployment.share.desired}`,
            ],
          ]
        : []),
      ['Duration', formatSeconds(seconds)],
    ],
  )
}

function failureParts(
  { message, remedy }: { readonly message: string; readonly remedy: string },
  diagnosis: Diagnosis | undefined,
): readonly string[] {
  const [what = '', ...rest] = message.split('\n')
  const log = diagnosis?.log
  return [
    escapeMarkdown(what),
    diagnosis === undefined
      ? escapeMarkdown(rest.join('\n'))
      : `**Cause:** ${[diagnosis.headline, ...diagnosis.details].map(escapeMarkdown).join(' ')}`,
    deathTable(diagnosis),
    log && log.lines.length > 0
      ? `Last lines of ${code(log.container)}:\n\n${codeBlock(log.lines)}`
      : escapeMarkdown(log?.note ?? ''),
    log?.url === undefined ? '' : link('Open the log', log.url),
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

/** Container to digest; where tasks differ, which a proof would have refused, the first. */
function digestsOf({ digests }: Evidence): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries([...digests].map(([name, [first]]) => [name, first]))
}
