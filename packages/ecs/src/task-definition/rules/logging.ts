import type { ContainerDefinition } from '@aws-sdk/client-ecs'
import type { Problem } from '@deploy-actions/action-kit'
import { isRegionName } from '@deploy-actions/aws'
import { containersOf, type Definition } from '../definition.ts'
import { isForFargate, perContainer, problemIf, type DefinitionRule } from './rule.ts'

/** Rules about where containers write their logs. */
export const loggingRules: readonly DefinitionRule[] = [
  perContainer(awslogs),
  perContainer(firelensNeedsRouter),
  routerNeedsFirelens,
]

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specify-log-config.html */
function awslogs(
  { logConfiguration }: ContainerDefinition,
  definition: Definition,
): readonly Problem[] {
  if (logConfiguration?.logDriver !== 'awslogs') return []
  const { options = {} } = logConfiguration
  const path = 'logConfiguration.options'
  return [
    ...problemIf(!options['awslogs-group'], path, 'must have awslogs-group for the driver awslogs'),
    ...problemIf(
      !options['awslogs-region'],
      path,
      'must have awslogs-region for the driver awslogs',
    ),
    ...problemIf(
      Boolean(options['awslogs-region']) && !isRegionName(options['awslogs-region'] ?? ''),
      `${path}.awslogs-region`,
      'is no name of a region; allowed: such as us-east-1',
    ),
    ...problemIf(
      isForFargate(definition) && !options['awslogs-stream-prefix'],
      path,
      'must have awslogs-stream-prefix for the driver awslogs on Fargate, such as ecs',
    ),
    ...problemIf(
      !['true', undefined].includes(options['awslogs-create-group']),
      `${path}.awslogs-create-group`,
      "must be 'true', or be left out",
    ),
  ]
}

/** "When awsfirelens log driver is specified …, a firelens configuration object must be configured". */
function firelensNeedsRouter(
  { logConfiguration }: ContainerDefinition,
  definition: Definition,
): readonly Problem[] {
  const hasRouter = containersOf(definition).some((one) => one.firelensConfiguration !== undefined)
  return problemIf(
    logConfiguration?.logDriver === 'awsfirelens' && !hasRouter,
    'logConfiguration.logDriver',
    'is awsfirelens, and no container has firelensConfiguration: add the log router',
  )
}

/** "When a firelensConfiguration object is specified, at least one container has to be configured with …". */
function routerNeedsFirelens(definition: Definition): readonly Problem[] {
  const containers = containersOf(definition)
  const isUsed = containers.some((one) => one.logConfiguration?.logDriver === 'awsfirelens')
  return containers.flatMap(({ firelensConfiguration }, i) =>
    problemIf(
      firelensConfiguration !== undefined && !isUsed,
      `containerDefinitions[${i}].firelensConfiguration`,
      'has nothing to route: at least one container must have the log driver awsfirelens',
    ),
  )
}
