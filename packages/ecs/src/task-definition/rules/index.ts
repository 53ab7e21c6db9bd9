import type { Problem } from '@deploy-actions/action-kit'
import type { Definition } from '../definition.ts'
import { containerRules } from './containers.ts'
import { fargateRules } from './fargate.ts'
import { portRules } from './ports.ts'
import { variableRules } from './variables.ts'

/** A rule that ECS holds a definition to when it is registered. */
export type DefinitionRule = (definition: Definition) => readonly Problem[]

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
