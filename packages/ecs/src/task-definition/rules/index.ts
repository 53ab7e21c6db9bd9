import type { Problem } from '@deploy-actions/action-kit'
import type { Definition } from '../definition.ts'
import { allowedValues } from './allowed-values.ts'
import { containerRules } from './containers.ts'
import { dependencyRules } from './dependencies.ts'
import { fargateLimits } from './fargate-limits.ts'
import { fargateRules } from './fargate.ts'
import { healthRules } from './health-checks.ts'
import { loggingRules } from './logging.ts'
import { networkRules } from './network.ts'
import { portRules } from './ports.ts'
import { resourceRules } from './resources.ts'
import type { DefinitionRule } from './rule.ts'
import { sizeRules } from './sizes.ts'
import { taskRules } from './task.ts'
import { variableRules } from './variables.ts'
import { volumeRules } from './volumes.ts'

const rules: readonly DefinitionRule[] = [
  allowedValues,
  ...taskRules,
  ...containerRules,
  ...dependencyRules,
  ...variableRules,
  ...portRules,
  ...networkRules,
  ...healthRules,
  ...sizeRules,
  ...loggingRules,
  ...volumeRules,
  ...resourceRules,
  ...fargateRules,
  ...fargateLimits,
]

/**
 * Everything in a definition that ECS would refuse, or that would keep its tasks from ever starting, although its
 * shape is right.
 */
export function checkRules(definition: Definition): readonly Problem[] {
  return rules.flatMap((rule) => rule(definition))
}
