import { mayHideGuess } from '@deploy-actions/action-kit'
import { containersOf, type Definition } from './definition.ts'
import { isPublicValue, namesIn, secretForms, secretLikeVariables } from './secret-like.ts'
import { secretsInWords } from './secret-words.ts'
import { straySecrets } from './stray-secrets.ts'

/**
 * All that must not be shown of what stands in plain text in a definition, in each form in which it may appear in a log: in
 * variables, commands, health checks, labels, options of logs and volumes, and in the place of references. `publicNames` (of cluster and
 * service) and the names in the definition itself are never among it.
 */
export function plainSecrets(
  definition: Definition,
  publicNames: readonly string[] = [],
): readonly string[] {
  const names = [...publicNames, ...namesIn(definition)]
  const elsewhere = [
    ...commandsIn(definition)
      .flatMap(secretsInWords)
      .filter((form) => !isPublicValue(form)),
    ...mappingsIn(definition)
      .flatMap((mapping) => Object.entries(mapping))
      .flatMap(([name, value]) => secretForms(name, value)),
    ...straySecrets(definition).filter((text) => !isPublicValue(text)),
  ]
  return [
    ...new Set([
      ...secretLikeVariables(definition, publicNames).flatMap(({ secrets }) => secrets),
      ...elsewhere.filter((form) => mayHideGuess(form, names)),
    ]),
  ]
}

function commandsIn(definition: Definition): readonly (readonly string[])[] {
  return containersOf(definition).flatMap(({ command = [], entryPoint = [], healthCheck }) => [
    command,
    entryPoint,
    healthCheck?.command ?? [],
  ])
}

function mappingsIn(definition: Definition): readonly Readonly<Record<string, string>>[] {
  return [
    ...containersOf(definition).flatMap(
      ({ dockerLabels = {}, logConfiguration, firelensConfiguration }) => [
        dockerLabels,
        logConfiguration?.options ?? {},
        firelensConfiguration?.options ?? {},
      ],
    ),
    ...(definition.volumes ?? []).flatMap(({ dockerVolumeConfiguration: docker }) => [
      docker?.driverOpts ?? {},
      docker?.labels ?? {},
    ]),
  ]
}
