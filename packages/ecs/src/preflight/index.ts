export { collectReferences, type References } from './collect.ts'
export type { Facts } from './facts.ts'
export {
  describeFinding,
  describePlace,
  failureCodeOf,
  notChecked,
  type Finding,
  type Place,
} from './finding.ts'
export { findingsTable } from './findings-table.ts'
export {
  findingsError,
  gradeFindings,
  preflightGrades,
  tellFindings,
  type GradedFindings,
  type PreflightGrade,
} from './grade.ts'
export { judgeReferences } from './judge.ts'
export { judgeVersionPins, unmappedKeys } from './judge-secrets.ts'
export { denied } from './judge-surroundings.ts'
export { lookUpReferences, type LookContext, type PreflightContext } from './look-up.ts'
export { resolveReferences, type ResolveOptions } from './resolve.ts'
export { secretVersionsOf, type SecretVersion } from './secret-versions.ts'
