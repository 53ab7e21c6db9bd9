import type { Job, Template } from './model.ts'
import { readCondition } from './conditions.ts'
import { isBasicExpression } from './github-parser.ts'
import { readKeys } from './read-keys.ts'
import { readStep } from './read-step.ts'
import { readRunDefaults } from './run-defaults.ts'
import { findValue, itemsOf, literalOf, type Entry, type ProblemCollector } from './tokens.ts'

const jobKeys = [
  'name',
  'needs',
  'if',
  'runs-on',
  'permissions',
  'concurrency',
  'environment',
  'env',
  'defaults',
  'outputs',
  'strategy',
  'timeout-minutes',
  'steps',
] as const

/** Reads one job of a workflow. */
export function readJob(entry: Entry, collector: ProblemCollector): Job {
  const keys = readKeys(entry.value, { allowed: jobKeys, of: 'a job', collector })
  refuseOtherSystems(keys['runs-on'], collector)
  refuseComputedMatrixKeys(keys.strategy, collector)
  return {
    id: entry.key,
    ...(keys.name && { name: keys.name }),
    needs: itemsOf(keys.needs).map((item) => literalOf(item) ?? ''),
    condition: readCondition(keys.if, collector),
    ...(keys.env && { env: keys.env }),
    ...(keys.outputs && { outputs: keys.outputs }),
    ...(keys.environment && { environment: keys.environment }),
    ...(keys.strategy && { strategy: keys.strategy }),
    ...(keys['timeout-minutes'] && { timeoutMinutes: keys['timeout-minutes'] }),
    ...(keys.permissions && { permissions: keys.permissions }),
    runDefaults: readRunDefaults(keys.defaults, collector),
    steps: itemsOf(keys.steps).map((step) => readStep(step, collector)),
  }
}

function refuseOtherSystems(runsOn: Template | undefined, collector: ProblemCollector): void {
  for (const label of itemsOf(runsOn)) {
    if (/^(windows|macos)/i.test(literalOf(label) ?? '')) {
      collector.add(label, 'Only Linux runners are rehearsed here: use ubuntu-latest.')
    }
  }
}

function refuseComputedMatrixKeys(
  strategy: Template | undefined,
  collector: ProblemCollector,
): void {
  if (strategy === undefined || findValue(strategy, 'matrix') !== undefined) return
  if (isBasicExpression(strategy)) {
    collector.add(
      strategy,
      'A strategy that is one expression is not rehearsed here: write out its keys.',
    )
  }
}
