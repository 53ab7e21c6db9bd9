import { ActionError, type Log } from '@deploy-actions/action-kit'
import { describeFinding, failureCodeOf, type Finding } from './finding.ts'

/** The grades of the input `preflight`. */
export const preflightGrades = ['error', 'strict', 'warn', 'off'] as const

/** How much findings matter: `strict` minds what could not be checked too, `warn` stops for nothing. */
export type PreflightGrade = (typeof preflightGrades)[number]

/** Findings, apart by what they mean at a grade. */
export interface GradedFindings {
  /** They stop the step. */
  readonly fatal: readonly Finding[]
  readonly warnings: readonly Finding[]
  readonly notChecked: readonly Finding[]
}

/** Tells what stops a step from what the user should only know. A broken definition stops it at every grade. */
export function gradeFindings(findings: readonly Finding[], grade: PreflightGrade): GradedFindings {
  const isFatal = ({ severity, kind }: Finding): boolean => {
    if (severity === 'error') return kind === 'definition' || grade !== 'warn'
    return severity === 'not-checked' && grade === 'strict'
  }
  const others = findings.filter((finding) => !isFatal(finding))
  return {
    fatal: findings.filter(isFatal),
    warnings: others.filter(({ severity }) => severity !== 'not-checked'),
    notChecked: others.filter(({ severity }) => severity === 'not-checked'),
  }
}

/** Tells the user what was found and does not stop the step. */
export function tellFindings(log: Log, { warnings, notChecked }: GradedFindings): void {
  for (const finding of warnings) log.warning(describeFinding(finding))
  for (const [what, remedy] of groupedByRemedy(notChecked))
    log.info(`Not checked: ${what} ${remedy}`)
}

/** What could not be checked for the same reason is told together. */
function groupedByRemedy(findings: readonly Finding[]): ReadonlyMap<string, string> {
  return new Map(
    findings.map((finding) => [describeFinding({ ...finding, remedy: '' }), finding.remedy]),
  )
}

/** The error that fatal findings end a step with: all of them at once, each with its remedy. */
export function findingsError(source: string, fatal: readonly Finding[]): ActionError {
  const lines = fatal.map((finding) => `  - ${describeFinding(finding)}`)
  const count = fatal.length === 1 ? 'One thing is' : `${fatal.length} things are`
  return new ActionError({
    code: failureCodeOf(fatal),
    message: `${count} wrong with the task definition ${source}:\n${lines.join('\n')}`,
    remedy: 'Mend what is named above, at the places named there. Nothing was registered.',
  })
}
