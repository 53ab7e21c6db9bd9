import type { Definition } from '../task-definition/index.ts'
import type { References } from './collect.ts'
import type { Facts } from './facts.ts'
import type { Finding } from './finding.ts'
import { judgeImages } from './judge-images.ts'
import { judgeSecrets } from './judge-secrets.ts'
import { judgeLogGroups, judgePermissions, judgeRoles } from './judge-surroundings.ts'

/** Everything that is wrong with what a definition refers to, and all that could not be checked. */
export function judgeReferences(
  definition: Definition,
  references: References,
  facts: Facts,
): readonly Finding[] {
  return [
    ...judgeImages(definition, references.images, facts),
    ...judgeSecrets(references.secrets, facts),
    ...judgeLogGroups(references.logGroups, facts),
    ...judgeRoles(references.roles, facts),
    ...judgePermissions(definition, references, facts),
  ]
}
