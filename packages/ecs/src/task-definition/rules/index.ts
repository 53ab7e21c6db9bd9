import type { Problem } from '@deploy-actions/action-kit'
import type { Definition } from '../definition.ts'
import { containerRules } from './containers.ts'
import { fargateRules } from './fargate.ts'
import { portRules } from './ports.ts'
import type { DefinitionRule } from './rule.ts'
import { variableRules } from './variables.ts'

const rules: readonly DefinitionRule[] = [
  ...containerRules,
  ...variableRules,
  ...portRules,
  ...fargateRules,
]

/** Everything in a definition that ECS would refuse, although its shape is right. */
export function checkRules(definition: Definition): readonly Problem[] {
  return rules.flatMap((rule) => rule(definition))
}
