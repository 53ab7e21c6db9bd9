import type { RunStepBody, Step, Template, UsesStepBody } from './model.ts'
import { readCondition } from './conditions.ts'
import { readKeys } from './read-keys.ts'
import { refuseOtherShells } from './run-defaults.ts'
import { literalOf, type ProblemCollector } from './tokens.ts'

const stepKeys = [
  'id',
  'name',
  'if',
  'uses',
  'with',
  'run',
  'shell',
  'working-directory',
  'env',
  'continue-on-error',
  'timeout-minutes',
] as const

type StepKeys = Partial<Record<(typeof stepKeys)[number], Template>>

/** Reads one step of a job. */
export function readStep(token: Template, collector: ProblemCollector): Step {
  const keys: StepKeys = readKeys(token, { allowed: stepKeys, of: 'a step', collector })
  refuseOtherShells(keys.shell, collector)
  const id = literalOf(keys.id)
  return {
    ...(id !== undefined && { id }),
    ...(keys.name && { name: keys.name }),
    condition: readCondition(keys.if, collector),
    ...(keys.env && { env: keys.env }),
    ...(keys['continue-on-error'] && { continueOnError: keys['continue-on-error'] }),
    ...(keys['timeout-minutes'] && { timeoutMinutes: keys['timeout-minutes'] }),
    token,
    body: keys.uses ? usesBody(keys.uses, keys.with) : runBody(keys, token),
  }
}

function usesBody(uses: Template, inputs: Template | undefined): UsesStepBody {
  const reference = literalOf(uses) ?? ''
  return { kind: 'uses', reference, referenceToken: uses, ...(inputs && { with: inputs }) }
}

function runBody(keys: StepKeys, token: Template): RunStepBody {
  return {
    kind: 'run',
    script: keys.run ?? token,
    ...(keys.shell && { shell: keys.shell }),
    ...(keys['working-directory'] && { workingDirectory: keys['working-directory'] }),
  }
}
