import {
  code,
  count,
  escapeMarkdown,
  formatSeconds,
  paragraphs,
  table,
  type ReportOf,
} from '@deploy-actions/action-kit'
import { nameFromArn } from '@deploy-actions/aws'
import {
  clusterOf,
  percentile,
  shownUrl,
  targetGroupName,
  unhealthyError,
  type Check,
  type CheckResult,
  type ChecksResult,
} from '@deploy-actions/checks'
import type { contract } from './contract.ts'
import type { Plan } from './plan.ts'
import { checksTimeline } from './timeline.ts'

type Report = ReportOf<typeof contract>

/** What a dry run says. */
export function reportPlan({ title, lines }: Plan): Report {
  return {
    outcome: 'planned',
    outputs: {},
    summary: paragraphs(
      `### 📝 Planned: ${escapeMarkdown(title)}`,
      lines.map((line) => `- ${escapeMarkdown(line)}`).join('\n'),
      'This is a dry run: no request was sent.',
    ),
  }
}

/** The verdict as outputs, summary and, where it is red, the reason. */
export function report(result: ChecksResult): Report {
  const failure = result.healthy ? undefined : unhealthyError(result)
  return {
    outcome: result.healthy ? 'healthy' : 'unhealthy',
    outputs: outputsOf(result),
    summary: paragraphs(
      headline(result),
      table(['Check', 'Verdict', 'Attempts', 'p50', 'p95', 'Reason'], result.checks.map(rowOf)),
      checksTimeline(result),
      failure && `**What to do:** ${escapeMarkdown(failure.remedy)}`,
    ),
    ...(failure === undefined ? {} : { failure }),
  }
}

function outputsOf({ healthy, checks }: ChecksResult): Report['outputs'] {
  const latencies = checks.flatMap(({ latenciesMs }) => latenciesMs)
  return {
    healthy: String(healthy),
    report: JSON.stringify(checks.map(entryOf)),
    attempts: String(checks.reduce((sum, { attempts }) => sum + attempts, 0)),
    'latency-p50-ms': String(percentile(latencies, 50) ?? ''),
    'latency-p95-ms': String(percentile(latencies, 95) ?? ''),
  }
}

function entryOf(result: CheckResult): Readonly<Record<string, unknown>> {
  const { check, healthy, reason, attempts, successesInRow, lastStatus, latenciesMs } = result
  return {
    name: check.name,
    kind: check.kind,
    ...subjectFields(check),
    verdict: healthy ? 'healthy' : 'unhealthy',
    reason,
    attempts,
    consecutive: successesInRow,
    ...(check.kind === 'http' && {
      lastStatus: lastStatus ?? null,
      latencyP50Ms: percentile(latenciesMs, 50) ?? null,
      latencyP95Ms: percentile(latenciesMs, 95) ?? null,
    }),
  }
}

function subjectFields(check: Check): Readonly<Record<string, string>> {
  if (check.kind === 'http') return { url: shownUrl(check.request.url) }
  if (check.kind === 'target-group') return { targetGroup: targetGroupName(check.targetGroup) }
  return { cluster: nameFromArn(clusterOf(check)), service: nameFromArn(check.service) }
}

function headline({ healthy, checks, startedAt, endedAt }: ChecksResult): string {
  const elapsed = formatSeconds((endedAt - startedAt) / 1000)
  if (healthy) return `### ✅ Healthy: ${count(checks.length, 'check')}, after ${elapsed}`
  const failed = checks.filter((check) => !check.healthy).length
  return `### ❌ Unhealthy: ${failed} of ${count(checks.length, 'check')}, after ${elapsed}`
}

function rowOf({ check, healthy, attempts, latenciesMs, reason }: CheckResult): readonly string[] {
  const latency = (percent: number): string => {
    const milliseconds = percentile(latenciesMs, percent)
    return milliseconds === undefined ? '' : `${milliseconds} ms`
  }
  const verdict = healthy ? '✅ healthy' : '❌ unhealthy'
  const name = code(check.name)
  return [name, verdict, String(attempts), latency(50), latency(95), escapeMarkdown(reason)]
}
