import type { ContainerDefinition } from '@aws-sdk/client-ecs'
import type { Problem } from '@deploy-actions/action-kit'
import { findArn } from '@deploy-actions/aws'
import type { Definition } from '../definition.ts'
import { outOfRange } from './health-checks.ts'
import { perContainer, problemIf, type DefinitionRule } from './rule.ts'

/** Rules about what else a container is given: devices, limits, files with variables. */
export const resourceRules: readonly DefinitionRule[] = [
  perContainer(requirements),
  perContainer(ulimits),
  perContainer(environmentFiles),
  perContainer(swap),
]

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ResourceRequirement.html */
function requirements(
  { resourceRequirements = [] }: ContainerDefinition,
  { inferenceAccelerators = [] }: Definition,
): readonly Problem[] {
  return resourceRequirements.flatMap(({ type, value }, i) => {
    const path = `resourceRequirements[${i}].value`
    const devices = inferenceAccelerators.map(({ deviceName = '' }) => deviceName)
    return [
      ...problemIf(
        type === 'GPU' && value !== undefined && !/^([1-9]\d*|ALL)$/.test(value),
        path,
        'must be a number of GPUs, 1 or more, or ALL',
      ),
      ...problemIf(
        type === 'InferenceAccelerator' && !devices.includes(value ?? ''),
        path,
        `must be the deviceName of an inference accelerator of this definition; allowed: ${devices.length === 0 ? 'there is none' : devices.join(', ')}`,
      ),
    ]
  })
}

/** -1 is no limit. */
function ulimits({ ulimits: all = [] }: ContainerDefinition): readonly Problem[] {
  return all.flatMap(({ softLimit = 0, hardLimit = 0 }, i) =>
    problemIf(
      hardLimit !== -1 && (softLimit === -1 || softLimit > hardLimit),
      `ulimits[${i}].softLimit`,
      'is above hardLimit, which Docker refuses',
    ),
  )
}

const mostFiles = 10

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/use-environment-file.html */
function environmentFiles({
  environmentFiles: files = [],
}: ContainerDefinition): readonly Problem[] {
  return [
    ...problemIf(
      files.length > mostFiles,
      'environmentFiles',
      `has ${files.length} files; allowed: up to ${mostFiles}`,
    ),
    ...files.flatMap(({ value = '' }, i) =>
      problemIf(
        findArn(value)?.service !== 's3' ||
          !/^[^/]+\/.*\.env$/.test(findArn(value)?.resource ?? ''),
        `environmentFiles[${i}].value`,
        'must be the ARN of an object in S3 whose key ends in .env, such as arn:aws:s3:::bucket/api.env',
      ),
    ),
  ]
}

function swap({ linuxParameters: linux }: ContainerDefinition): readonly Problem[] {
  return [
    ...outOfRange('linuxParameters.swappiness', linux?.swappiness, [0, 100]),
    ...problemIf((linux?.maxSwap ?? 0) < 0, 'linuxParameters.maxSwap', 'must be 0 or more'),
  ]
}
