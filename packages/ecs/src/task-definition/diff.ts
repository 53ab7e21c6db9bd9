import { shortestGuess } from '@deploy-actions/action-kit'
import { createTwoFilesPatch } from 'diff'
import { canonicalText } from './canonical.ts'
import { containersOf, type Definition } from './definition.ts'
import { isSecretName, secretLikeVariables } from './secret-like.ts'
import { secretPartsOf } from './secret-parts.ts'

/**
 * What differs between a definition and another that is to follow it, in the unified format; empty where they
 * mean the same to ECS. Values of variables that look like secrets are hidden: whether they differ is
 * shown, and nothing of them.
 */
export function diffDefinitions(before: Definition | undefined, after: Definition): string {
  if (before !== undefined && canonicalText(before) === canonicalText(after)) return ''
  const old = before === undefined ? '' : shownText(before, { other: after, mark: 'before' })
  const names = [before === undefined ? 'nothing' : 'latest revision', 'rendered'] as const
  const text = shownText(after, { other: before, mark: 'after' })
  const patch = createTwoFilesPatch(...names, old, text, '', '', { context: 3 })
  // The first two lines are a rule and a name that say nothing here.
  return patch.slice(patch.indexOf('--- ')).trimEnd()
}

interface Shown {
  readonly other: Definition | undefined
  /** What a hidden value that differs is followed by, so that the two lines differ. */
  readonly mark: string
}

function shownText(definition: Definition, { other, mark }: Shown): string {
  const both = [definition, ...(other === undefined ? [] : [other])]
  const secretLike = both.flatMap((one) => secretLikeVariables(one))
  const hidden = new Set(secretLike.map(({ container, name }) => `${container}.${name}`))
  const shown: Definition = {
    ...definition,
    containerDefinitions: containersOf(definition).map((container) => ({
      ...container,
      ...(container.environment && {
        environment: container.environment.map((variable) => {
          const { name = '', value = '' } = variable
          if (!hidden.has(`${container.name}.${name}`) && !isOpaque(value)) return variable
          const isSame = value === valueIn(other, container.name, name)
          return { ...variable, value: isSame ? '***' : `*** (${mark})` }
        }),
      }),
    })),
  }
  const text = JSON.stringify(JSON.parse(canonicalText(shown)), null, 2)
  // A secret may stand elsewhere too: in a command, an option of the logs, or in another variable.
  const secrets = [...secretLike.flatMap((one) => one.secrets), ...secretsElsewhere(both)]
  return `${secrets.reduce((rest, secret) => rest.replaceAll(secret, '***'), text)}\n`
}

/** What labels and options hold by names that speak of secrets, and passwords in the words of commands. */
function secretsElsewhere(definitions: readonly Definition[]): readonly string[] {
  const containers = definitions.flatMap(containersOf)
  const options = containers.flatMap(({ dockerLabels, logConfiguration, firelensConfiguration }) =>
    [dockerLabels, logConfiguration?.options, firelensConfiguration?.options].flatMap((map) =>
      Object.entries(map ?? {}),
    ),
  )
  const words = containers.flatMap(({ command = [], entryPoint = [], healthCheck }) => [
    ...command,
    ...entryPoint,
    ...(healthCheck?.command ?? []),
  ])
  const secrets = [
    ...options.flatMap(([name, value]) => (isSecretName(name) ? value : secretPartsOf(value))),
    ...words.flatMap((word) => [...secretPartsOf(word), ...passwordOptions(word)]),
  ]
  return secrets.filter((secret) => secret.length >= shortestGuess)
}

/** `--password=…`, also inside of a line for a shell. */
function passwordOptions(word: string): readonly string[] {
  return [...word.matchAll(/(?:^|\s)--?([\w-]+)=(\S+)/g)].flatMap(([, name = '', value = '']) =>
    isSecretName(name) ? value : [],
  )
}

/** Sixteen characters in a row, with digits among the letters: nobody would write that by hand. */
function isOpaque(value: string): boolean {
  const runs = value.match(/[A-Za-z0-9+_=~-]{16,}/g) ?? []
  return runs.some((run) => /\d/.test(run) && /[A-Za-z]/.test(run))
}

function valueIn(definition: Definition | undefined, container: string | undefined, name: string) {
  return definition?.containerDefinitions
    ?.find((one) => one.name === container)
    ?.environment?.find((variable) => variable.name === name)?.value
}
