import type { Problem } from '@deploy-actions/action-kit'
import { containersOf, isEssential, type Definition } from '../definition.ts'
import { duplicates } from './duplicates.ts'
import type { DefinitionRule } from './rule.ts'

/** Rules about the containers of a definition and how they refer to each other. */
export const containerRules: readonly DefinitionRule[] = [
  hasContainers,
  namesAndImages,
  uniqueNames,
  oneIsEssential,
  dependenciesExist,
  familyName,
]

const namePattern = /^[A-Za-z0-9_-]{1,255}$/

function familyName({ family }: Definition): readonly Problem[] {
  return namePattern.test(family ?? '')
    ? []
    : [{ path: 'family', message: 'must be 1 to 255 letters, digits, - or _' }]
}

function hasContainers(definition: Definition): readonly Problem[] {
  return containersOf(definition).length > 0
    ? []
    : [{ path: 'containerDefinitions', message: 'has no container' }]
}

function namesAndImages(definition: Definition): readonly Problem[] {
  return containersOf(definition).flatMap(({ name, image }, i) => [
    ...(namePattern.test(name ?? '')
      ? []
      : [
          {
            path: `containerDefinitions[${i}].name`,
            message: 'must be 1 to 255 letters, digits, - or _',
          },
        ]),
    ...imageProblems(image ?? '').map((message) => ({
      path: `containerDefinitions[${i}].image`,
      message,
    })),
  ])
}

function imageProblems(image: string): readonly string[] {
  if (image === '' || /\s/.test(image)) return ['must name an image, without white space']
  return /[:@]$/.test(image)
    ? ['ends where its tag or digest should begin: the expression behind it came out empty']
    : []
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
  return containers.length === 0 || containers.some(isEssential)
    ? []
    : [{ path: 'containerDefinitions', message: 'must have at least one essential container' }]
}

function dependenciesExist(definition: Definition): readonly Problem[] {
  const containers = containersOf(definition)
  const names = containers.map((container) => container.name)
  return containers.flatMap((container, i) =>
    (container.dependsOn ?? []).flatMap((dependency, j) =>
      names.includes(dependency.containerName) && dependency.containerName !== container.name
        ? []
        : [
            {
              path: `containerDefinitions[${i}].dependsOn[${j}].containerName`,
              message: `must be another container of this definition; allowed: ${names.join(', ')}`,
            },
          ],
    ),
  )
}
