import type { Task } from '@aws-sdk/client-ecs'
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
} from '@deploy-actions/action-kit'
import { nameFromArn } from '@deploy-actions/aws'
import { containersOf, findingsTable, type LogTail } from '@deploy-actions/ecs'
import type { TaskEnd } from './act.ts'
import type { FoundTask } from './begin.ts'
import type { contract } from './contract.ts'
import type { TaskFailure } from './failures.ts'
import type { Followed } from './follower.ts'
import { describePlan, type RefusedPlan, type RunPlan } from './plan.ts'
import { logUrl } from './task-log.ts'

type TaskReport = ReportOf<typeof contract>

/** The end of a step that only planned. */
export function reportPlan(plan: RunPlan): TaskReport {
  return {
    outcome: 'planned',
    outputs: {},
    summary: paragraphs(
      '### 📝 Planned: nothing was started (dry run)',
      escapeMarkdown(describePlan(plan)),
      factsOf(plan, []),
      picture(plan),
    ),
  }
}

/** The end of a step whose task could not have worked. */
export function reportRefusal({ failure, findings }: RefusedPlan): TaskReport {
  return {
    outcome: 'never-started',
    failure,
    outputs: {},
    summary: paragraphs(
      `### ❌ Not started (${failure.code})`,
      'What was found would not work. Nothing was registered, and nothing was started.',
      findingsTable('What is wrong', [...findings.fatal, ...findings.warnings]),
    ),
  }
}

/** Outputs and summary of a task, whatever became of it. */
export function reportTask(
  plan: RunPlan,
  end: TaskEnd,
  explained: TaskFailure | undefined,
): TaskReport {
  const outcome = outcomeOf(end)
  const { failure } = explained ?? {}
  return {
    outcome,
    ...(failure && { failure }),
    outputs: end.kind === 'refused' ? {} : outputsOf(plan, end),
    summary: paragraphs(
      `### ${failure ? '❌' : '✅'} ${code(plan.container)}: ${outcome}${failure ? ` (${failure.code})` : ''}`,
      explained && causeOf(explained),
      end.kind === 'refused' ? factsOf(plan, []) : factsOf(plan, rowsOf(end), end.task),
      explained?.log && linesOf(explained.log),
      failure && `**What to do:** ${escapeMarkdown(failure.remedy)}`,
      end.kind === 'refused' ? picture(plan) : phasesOf(end),
      linkOf(plan, end),
    ),
  }
}

function causeOf({ failure, causes }: TaskFailure): string {
  return paragraphs(
    escapeMarkdown(failure.message.split('\n')[0] ?? ''),
    causes.length > 0 ? `**Cause:** ${causes.map(escapeMarkdown).join(' ')}` : undefined,
  )
}

function linesOf({ container, lines, note = '' }: LogTail): string {
  return lines.length > 0
    ? `Last lines of ${code(container)}:\n\n${codeBlock(lines)}`
    : escapeMarkdown(note)
}

function outcomeOf(end: TaskEnd): string {
  if (end.kind === 'refused') return 'never-started'
  return end.kind === 'timed-out' ? 'timed-out' : end.verdict.kind
}

type WithTask = TaskEnd & Followed & FoundTask

function outputsOf(plan: RunPlan, end: WithTask): TaskReport['outputs'] {
  const exitCode = end.kind === 'ended' ? end.verdict.exitCode : undefined
  const url = logUrl(plan, end.definition, end.task)
  return {
    'duration-seconds': String(Math.round((end.endedAt - end.begunAt) / 1000)),
    'stopped-reason': end.task.stoppedReason ?? '',
    ...(exitCode !== undefined && { 'exit-code': String(exitCode) }),
    ...(url !== undefined && { 'log-url': url }),
  }
}

function factsOf(plan: RunPlan, rows: readonly (readonly string[])[], task?: Task): string {
  const command = plan.request.overrides?.containerOverrides?.[0]?.command
  const arn = task?.taskDefinitionArn ?? plan.taskDefinitionArn
  const definition =
    arn === undefined ? `a new revision of ${plan.definition.family}` : nameFromArn(arn)
  return table(
    ['', ''],
    [
      ['Cluster', code(nameFromArn(plan.request.cluster ?? ''))],
      ['Definition', code(definition)],
      ['Container', code(plan.container)],
      ...(command ? [['Command', code(JSON.stringify(command))]] : []),
      ['Lock', code(plan.lock)],
      ...rows,
    ],
  )
}

function rowsOf(end: WithTask): readonly (readonly string[])[] {
  const exitCode = end.kind === 'ended' ? end.verdict.exitCode : undefined
  return [
    ['Task', code(nameFromArn(end.task.taskArn ?? ''))],
    ['Started by', end.adopted ? 'an earlier attempt or another run' : 'this step'],
    ['Exit code', exitCode === undefined ? 'none' : String(exitCode)],
    ['Duration', formatSeconds((end.endedAt - end.begunAt) / 1000)],
  ]
}

function picture(plan: RunPlan): string {
  const { container } = plan
  const image = containersOf(plan.definition).find(({ name }) => name === container)?.image ?? ''
  return flowchart([
    { from: `family ${plan.definition.family}`, to: `container ${container}`, label: 'runs' },
    { from: `container ${container}`, to: image, label: 'of' },
  ])
}

function phasesOf({ phases, endedAt }: WithTask): string {
  const entries = phases.map(({ status, from }, i) => ({
    section: 'Task',
    label: status,
    start: from,
    end: phases[i + 1]?.from ?? endedAt,
    mark: 'done' as const,
  }))
  return timeline('The task', entries)
}

function linkOf(plan: RunPlan, end: TaskEnd): string | undefined {
  const url = end.kind === 'refused' ? undefined : logUrl(plan, end.definition, end.task)
  return url === undefined ? undefined : link('Open the log in the AWS console', url)
}
