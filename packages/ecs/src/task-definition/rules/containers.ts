import type { ContainerDefinition } from '@aws-sdk/client-ecs'
import { InvalidValue, type Problem } from '@deploy-actions/action-kit'
import { parseImageReference } from '@deploy-actions/registry'
import { containersOf, isEssential, type Definition } from '../definition.ts'
import { duplicates } from './duplicates.ts'
import { namePattern, nameWords, perContainer, problemIf, type DefinitionRule } from './rule.ts'

/** Rules about what containers there are, and their names and images. */
export const containerRules: readonly DefinitionRule[] = [
  hasContainers,
  perContainer(nameAndImage),
  uniqueNames,
  oneIsEssential,
]

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html */
const mostContainers = 10

function hasContainers(definition: Definition): readonly Problem[] {
  const { length } = containersOf(definition)
  return [
    ...problemIf(length === 0, 'containerDefinitions', 'has no container'),
    ...problemIf(
      length > mostContainers,
      'containerDefinitions',
      `has ${length} containers; allowed: up to ${mostContainers}`,
    ),
  ]
}

function nameAndImage({ name = '', image = '' }: ContainerDefinition): readonly Problem[] {
  return [
    ...problemIf(!namePattern.test(name), 'name', nameWords),
    ...imageProblems(image).map((message) => ({ path: 'image', message })),
  ]
}

function imageProblems(image: string): readonly string[] {
  if (image === '' || /\s/.test(image)) return ['must name an image, without white space']
  if (/[:@]$/.test(image)) {
    return ['ends where its tag or digest should begin: the expression behind it came out empty']
  }
  try {
    parseImageReference(image)
    return []
  } catch (error) {
    if (!(error instanceof InvalidValue)) throw error
    return error.problems.map(({ message }) => message)
  }
}

function uniqueNames(definition: Definition): readonly Problem[] {
  const names = containersOf(definition).map((container) => container.name ?? '')
  return duplicates(names).map((name) => ({
    path: 'containerDefinitions',
    message: `has two containers named ${name}`,
  }))
}

function oneIsEssential(definition: Definition): readonly Problem[] {
  const containers = containersOf(definition)
  return problemIf(
    containers.length > 0 && !containers.some(isEssential),
    'containerDefinitions',
    'must have at least one essential container',
  )
}
