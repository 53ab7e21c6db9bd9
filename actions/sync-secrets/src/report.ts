import {
  code,
  count,
  escapeMarkdown,
  flowchart,
  paragraphs,
  table,
  type ActionError,
  type FlowchartArrow,
  type ReportOf,
} from '@deploy-actions/action-kit'
import type { Written } from './act/job.ts'
import type { contract } from './contract.ts'
import type { Plan, SecretPlan } from './plan.ts'
import type { KeyPlan } from './plan/plan-secret.ts'
import type { OutdatedServices } from './services/outdated-services.ts'

/** How a step ended. */
export interface Ending {
  readonly outcome: 'written' | 'unchanged' | 'checked' | 'pulled' | 'planned' | 'failed'
  /** The sentence at the head of the summary, without its sign. */
  readonly verdict: string
  readonly plan: Plan
  readonly written?: readonly Written[]
  readonly services?: OutdatedServices
  readonly failure?: ActionError
  /** What the job got: `KEY as NAME`, by secret. */
  readonly exported?: readonly Exported[]
}

/** What was exported of one secret. */
export interface Exported {
  readonly id: string
  readonly names: readonly string[]
  /** The environment, or the path of a file. */
  readonly to: string
}

/** The outputs and the summary of a step: names of keys, and never a value. */
export function report(ending: Ending): ReportOf<typeof contract> {
  const { outcome, verdict, plan, failure, services, exported = [] } = ending
  return {
    outcome,
    ...(failure !== undefined && { failure }),
    outputs: outputsOf(ending),
    summary: paragraphs(
      `### ${signOf(ending)} ${escapeMarkdown(verdict)}`,
      failure === undefined ? undefined : escapeMarkdown(failure.message),
      failure === undefined ? undefined : `**What to do:** ${escapeMarkdown(failure.remedy)}`,
      table(['Secret', 'Key', 'What', 'How'], plan.flatMap(rowsOf)),
      ...plan.map(describedPart),
      flowchart([...plan.flatMap(arrowsOf), ...exported.flatMap(exportArrows)]),
      servicesPart(services),
      ...plan.map(unusedPart),
    ),
  }
}

function signOf({ failure, outcome }: Ending): string {
  if (failure !== undefined) return '❌'
  return outcome === 'planned' ? '📝' : '✅'
}

function outputsOf({ plan, written = [], services }: Ending): ReportOf<typeof contract>['outputs'] {
  const [only] = plan.length === 1 ? written : []
  const several = plan.length > 1
  const unused = plan.flatMap(({ id, unusedKeys }) =>
    unusedKeys.map((key) => (several ? `${id}#${key}` : key)),
  )
  return {
    ...writtenOutputs(only),
    changed: String(written.some(({ isChanged }) => isChanged)),
    plan: planOutput(plan),
    'unused-keys': JSON.stringify(unused),
    results: JSON.stringify(
      Object.fromEntries(
        written.map((one) => [one.id, { ...writtenOutputs(one), changed: one.isChanged }]),
      ),
    ),
    ...(services?.kind === 'known' && { 'outdated-services': JSON.stringify(services.names) }),
  }
}

function writtenOutputs(written: Written | undefined) {
  if (written === undefined) return {}
  const { arn, versionId, previousVersionId } = written
  return {
    'secret-arn': arn,
    ...(versionId !== undefined && { 'version-id': versionId }),
    ...(previousVersionId !== undefined && { 'previous-version-id': previousVersionId }),
  }
}

/** For each secret id, the names of keys by what becomes of them. */
export function planOutput(plan: Plan): string {
  return JSON.stringify(Object.fromEntries(plan.map((secret) => [secret.id, listsOf(secret)])))
}

function listsOf({ keys }: SecretPlan) {
  const names = (isMeant: (key: KeyPlan) => boolean): readonly string[] =>
    keys.filter(isMeant).map(({ key }) => key)
  const isRefused = ({ problems, passedOver }: KeyPlan): boolean =>
    problems.length > 0 || passedOver !== undefined
  return {
    added: names(({ change }) => change === 'added'),
    changed: names(({ change }) => change === 'changed'),
    removed: names(({ change }) => change === 'removed'),
    unchanged: names(({ change }) => change === 'unchanged'),
    generated: names(({ how }) => how === 'generated'),
    derived: names(({ how }) => how === 'derived'),
    refused: names(isRefused),
  }
}

/** Unchanged keys share a row: there may be many, and nobody has to act on them. */
function rowsOf({ id, keys }: SecretPlan): readonly (readonly string[])[] {
  const isQuiet = ({ change, problems, passedOver }: KeyPlan): boolean =>
    change === 'unchanged' && problems.length === 0 && passedOver === undefined
  const quiet = keys.filter(isQuiet).map(({ key }) => code(key))
  const told = keys.filter((key) => !isQuiet(key))
  return [
    ...told.map((key) => [code(id), code(key.key), whatOf(key), howOf(key)]),
    ...(quiet.length > 0 ? [[code(id), quiet.join(' '), 'unchanged', '']] : []),
  ]
}

function whatOf({ change, problems, passedOver }: KeyPlan): string {
  if (problems.length > 0) return '❌ refused'
  return passedOver === undefined ? change : 'not written'
}

function howOf({ how, problems, passedOver }: KeyPlan): string {
  if (problems.length > 0) return escapeMarkdown(problems.join('; '))
  if (passedOver !== undefined) return escapeMarkdown(passedOver)
  return how === 'stored' ? '' : how
}

/** Where the keys that change come from, and into which secret they go. */
function arrowsOf({ id, keys }: SecretPlan): readonly FlowchartArrow[] {
  const sources = {
    given: 'values given',
    generated: 'random source',
    derived: 'other keys',
  } as const
  return (['given', 'generated', 'derived'] as const).flatMap((how) => {
    const times = keys.filter(
      (key) => key.how === how && !['unchanged', 'absent'].includes(key.change),
    ).length
    return times === 0
      ? []
      : [{ from: sources[how], to: `secret ${id}`, label: count(times, 'key') }]
  })
}

function exportArrows({ id, names, to }: Exported): readonly FlowchartArrow[] {
  return [{ from: `secret ${id}`, to, label: count(names.length, 'key') }]
}

function servicesPart(services: OutdatedServices | undefined): string | undefined {
  if (services === undefined) return undefined
  if (services.kind !== 'known') {
    return `Services that run with an older version: not checked, ${escapeMarkdown(services.message)}.`
  }
  if (services.names.length === 0) return 'No service of the cluster runs with an older version.'
  return `**Still with an older version, until they are deployed again:** ${services.names.map(code).join(', ')}`
}

function describedPart({ id, described }: SecretPlan): string | undefined {
  return described.length === 0
    ? undefined
    : `Besides its value, ${code(id)} gets: ${escapeMarkdown(described.join(', '))}`
}

function unusedPart({ id, unusedKeys }: SecretPlan): string | undefined {
  return unusedKeys.length === 0
    ? undefined
    : `Keys of ${code(id)} that its schema does not know: ${unusedKeys.map(code).join(', ')}`
}
