import {
  code,
  escapeMarkdown,
  flowchart,
  formatSeconds,
  paragraphs,
  table,
  type ActionError,
  type ReportOf,
} from '@deploy-actions/action-kit'
import { nameFromArn } from '@deploy-actions/aws'
import { findingsTable } from '@deploy-actions/ecs'
import type { Adjustment } from '../adjust.ts'
import type { contract } from '../contract.ts'
import type { Observed } from '../observe/observe.ts'
import type { AdjustPlan, Plan, RefusedPlan } from '../plan.ts'
import { definitionOutput, nameOf, resultsOf } from './results.ts'

type DeployReport = ReportOf<typeof contract>

/** Outputs and summary of a step that changed nothing. */
export function reportNothingDone(
  found: 'unchanged' | 'planned' | 'unproven',
  { plan, sentence, observed, failure }: NothingDone,
): DeployReport {
  const { taskDefinitionArn } = plan
  const before = nameFromArn(observed.previousArn ?? 'nothing')
  const wanted =
    taskDefinitionArn === undefined
      ? `a new revision of ${observed.wanted.family}`
      : nameFromArn(taskDefinitionArn)
  const outcome = failure ? 'failed' : found
  return {
    outcome,
    ...(failure && { failure }),
    outputs: {
      ...definitionOutput(taskDefinitionArn),
      results: resultsOf(observed, { outcome, failure, taskDefinitionArn }),
    },
    summary: paragraphs(
      `### ${headlines[outcome]}`,
      escapeMarkdown(sentence),
      failure && `**What runs does not pass:** ${escapeMarkdown(failure.message)}`,
      table(
        ['Service', 'Runs now', 'Asked for'],
        [[code(nameOf(observed)), code(before), code(wanted)]],
      ),
      flowchart([
        { from: nameOf(observed), to: before, label: 'runs' },
        ...(plan.kind === 'deploy' || plan.kind === 'create'
          ? [{ from: before, to: wanted, label: 'would become' }]
          : []),
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
  /** What the checks of `verify` found in what runs. */
  readonly failure?: ActionError | undefined
}

const headlines = {
  failed: '❌ Unchanged, and not healthy',
  unchanged: '✅ Unchanged',
  planned: '📝 Planned: nothing was changed (dry run)',
  unproven: '⚠️ Unchanged, and nothing runs: the desired count is 0',
} as const

/** Outputs and summary of a deployment that was not begun, since it could not have worked. */
export function reportRefusal({
  plan,
  observed,
}: Pick<NothingDone, 'observed'> & { readonly plan: RefusedPlan }): DeployReport {
  const { failure, taskDefinitionArn } = plan
  const findings = observed.findings.filter(({ severity }) => severity !== 'not-checked')
  return {
    outcome: 'failed',
    failure,
    outputs: { results: resultsOf(observed, { outcome: 'failed', failure, taskDefinitionArn }) },
    summary: paragraphs(
      `### ❌ ${code(nameOf(observed))}: not deployed (${failure.code})`,
      'What was found would not work. Nothing was registered, and nothing was changed.',
      findingsTable('What is wrong', findings),
      flowchart([
        {
          from: nameOf(observed),
          to: nameFromArn(observed.previousArn ?? 'nothing'),
          label: 'runs',
        },
      ]),
    ),
  }
}

function changed(change: AdjustPlan['change']): string {
  const names = Object.keys(change)
  return names.length === 0 ? 'desired count' : names.map(code).join(', ')
}

/** Outputs and summary of a change of settings. */
export function reportAdjustment({
  plan,
  observed,
  adjustment: { service, seconds, failure },
}: {
  readonly plan: AdjustPlan
  readonly observed: Observed
  readonly adjustment: Adjustment
}): DeployReport {
  const { taskDefinitionArn, change } = plan
  const outcome = failure ? 'failed' : service.desiredCount === 0 ? 'unproven' : 'deployed'
  const counts = `${service.runningCount} of ${service.desiredCount}`
  return {
    outcome,
    outputs: {
      ...definitionOutput(taskDefinitionArn),
      'duration-seconds': String(seconds),
      results: resultsOf(observed, { outcome, failure, taskDefinitionArn, seconds }),
    },
    summary: paragraphs(
      `### ${failure ? '❌' : '✅'} ${code(nameOf(observed))}: ${changed(change)} ${failure ? 'not in effect' : 'in effect'}`,
      failure && escapeMarkdown(failure.message),
      table(
        ['Service', 'Runs', 'Tasks running', 'Duration'],
        [
          [
            code(nameOf(observed)),
            code(nameFromArn(taskDefinitionArn)),
            counts,
            formatSeconds(seconds),
          ],
        ],
      ),
      flowchart([
        {
          from: `${observed.service.desiredCount} desired`,
          to: `${service.desiredCount} desired`,
          label: nameOf(observed),
        },
      ]),
    ),
    ...(failure && { failure }),
  }
}
