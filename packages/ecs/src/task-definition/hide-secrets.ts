import type { ContainerDefinition, Secret, Volume } from '@aws-sdk/client-ecs'
import { isOpaque, isSecretName, secretPartsOf } from '@deploy-actions/action-kit'
import { findArn } from '@deploy-actions/aws'
import { containersOf, type Definition } from './definition.ts'
import { plainSecrets } from './plain-secrets.ts'
import { secretsInWords } from './secret-words.ts'
import { isStraySecret } from './stray-secrets.ts'

/** Two definitions of which one is to be shown beside the other. */
export interface Compared {
  readonly other: Definition | undefined
  /** What a hidden value that differs is followed by, so that the two lines differ. */
  readonly mark: string
}

/**
 * The definition with everything hidden that has the name or the form of a secret: whether it differs from the other
 * definition is shown, and nothing of it. A command with such a word is hidden whole, since nobody knows where a password
 * in it ends.
 */
export function withoutSecrets(definition: Definition, hiding: Compared): Definition {
  const { other } = hiding
  const shown: Definition = {
    ...definition,
    containerDefinitions: containersOf(definition).map((container) => {
      const twin = other?.containerDefinitions?.find(({ name }) => name === container.name)
      return hideInContainer(container, twin, hiding)
    }),
    ...(definition.volumes && {
      volumes: definition.volumes.map((volume) => {
        return hideInVolume(
          volume,
          other?.volumes?.find(({ name }) => name === volume.name),
          hiding,
        )
      }),
    }),
  }
  const secrets = [definition, ...(other ? [other] : [])].flatMap((one) => plainSecrets(one))
  // A secret may stand in another variable too; the longest first, since one may be a part of another.
  const sorted = secrets.toSorted((a, b) => b.length - a.length)
  // Texts are replaced by texts: its shape stays.
  return mapTexts(shown, (text) => {
    return sorted.reduce((rest, secret) => rest.replaceAll(secret, '***'), text)
  }) as Definition
}

type Hiding = Pick<Compared, 'mark'>

function hideInContainer(
  container: ContainerDefinition,
  twin: ContainerDefinition | undefined,
  hiding: Hiding,
): ContainerDefinition {
  return {
    ...container,
    ...hideInCommands(container, twin, hiding),
    ...hideInOptions(container, twin, hiding),
    ...hideInReferences(container, twin, hiding),
    ...(container.environment && {
      environment: container.environment.map((variable) => {
        const { name = '', value = '' } = variable
        const its = twin?.environment?.find((one) => one.name === name)?.value
        return { ...variable, value: hideValue(name, { mine: value, its }, hiding) }
      }),
    }),
  }
}

function hideInCommands(
  { command, entryPoint, healthCheck }: ContainerDefinition,
  twin: ContainerDefinition | undefined,
  hiding: Hiding,
): Partial<ContainerDefinition> {
  const words = (mine: string[], its: string[] | undefined): string[] =>
    mine.some(isOpaque) || secretsInWords(mine).length > 0
      ? [hidden(JSON.stringify(mine) === JSON.stringify(its), hiding)]
      : mine
  return {
    ...(command && { command: words(command, twin?.command) }),
    ...(entryPoint && { entryPoint: words(entryPoint, twin?.entryPoint) }),
    ...(healthCheck?.command && {
      healthCheck: {
        ...healthCheck,
        command: words(healthCheck.command, twin?.healthCheck?.command),
      },
    }),
  }
}

function hideInOptions(
  { dockerLabels, logConfiguration: log, firelensConfiguration: firelens }: ContainerDefinition,
  twin: ContainerDefinition | undefined,
  hiding: Hiding,
): Partial<ContainerDefinition> {
  const its = twin?.logConfiguration
  return {
    ...(dockerLabels && { dockerLabels: hideInTexts(dockerLabels, twin?.dockerLabels, hiding) }),
    ...(log && {
      logConfiguration: {
        ...log,
        ...(log.options && { options: hideInTexts(log.options, its?.options, hiding) }),
        ...(log.secretOptions && {
          secretOptions: hideStray(log.secretOptions, its?.secretOptions, hiding),
        }),
      },
    }),
    ...(firelens?.options && {
      firelensConfiguration: {
        ...firelens,
        options: hideInTexts(firelens.options, twin?.firelensConfiguration?.options, hiding),
      },
    }),
  }
}

/** Who pastes a secret where a reference to it belongs must not read it in the log. */
function hideInReferences(
  { secrets, repositoryCredentials: login }: ContainerDefinition,
  twin: ContainerDefinition | undefined,
  hiding: Hiding,
): Partial<ContainerDefinition> {
  const parameter = login?.credentialsParameter
  const its = twin?.repositoryCredentials?.credentialsParameter
  return {
    ...(secrets && { secrets: hideStray(secrets, twin?.secrets, hiding) }),
    ...(parameter !== undefined &&
      isStraySecret(parameter, 'only-secrets') && {
        repositoryCredentials: { credentialsParameter: hidden(parameter === its, hiding) },
      }),
  }
}

function hideStray(mine: readonly Secret[], its: readonly Secret[] = [], hiding: Hiding): Secret[] {
  return mine.map((secret) => {
    const { name, valueFrom = '' } = secret
    if (!isStraySecret(valueFrom)) return secret
    const isSame = its.some((one) => one.name === name && one.valueFrom === valueFrom)
    return { ...secret, valueFrom: hidden(isSame, hiding) }
  })
}

function hideInVolume(volume: Volume, twin: Volume | undefined, hiding: Hiding): Volume {
  const { dockerVolumeConfiguration: docker } = volume
  const its = twin?.dockerVolumeConfiguration
  return {
    ...volume,
    ...(docker && {
      dockerVolumeConfiguration: {
        ...docker,
        ...(docker.driverOpts && {
          driverOpts: hideInTexts(docker.driverOpts, its?.driverOpts, hiding),
        }),
        ...(docker.labels && { labels: hideInTexts(docker.labels, its?.labels, hiding) }),
      },
    }),
    ...hideInFileSystem(volume, twin, hiding),
  }
}

function hideInFileSystem(
  { fsxWindowsFileServerVolumeConfiguration: fsx }: Volume,
  twin: Volume | undefined,
  hiding: Hiding,
): Partial<Volume> {
  const login = fsx?.authorizationConfig
  const { credentialsParameter: mine = '' } = login ?? {}
  if (fsx === undefined || login === undefined || !isStraySecret(mine, 'only-secrets')) return {}
  const its = twin?.fsxWindowsFileServerVolumeConfiguration?.authorizationConfig
  const credentialsParameter = hidden(mine === its?.credentialsParameter, hiding)
  const authorizationConfig = { ...login, credentialsParameter }
  return { fsxWindowsFileServerVolumeConfiguration: { ...fsx, authorizationConfig } }
}

type Texts = Readonly<Record<string, string>>

function hideInTexts(mine: Texts, its: Texts | undefined, hiding: Hiding): Record<string, string> {
  const entries = Object.entries(mine).map(([name, value]) => {
    return [name, hideValue(name, { mine: value, its: its?.[name] }, hiding)] as const
  })
  return Object.fromEntries(entries)
}

interface Values {
  readonly mine: string
  readonly its: string | undefined
}

function hideValue(name: string, { mine, its }: Values, hiding: Hiding): string {
  const isNamed = isSecretName(name) && !/^(true|false)?$/i.test(mine) && !findArn(mine)
  if (!isNamed && !isOpaque(mine) && secretPartsOf(mine).length === 0) return mine
  return hidden(mine === its, hiding)
}

function hidden(isSame: boolean, { mark }: Hiding): string {
  return isSame ? '***' : `*** (${mark})`
}

function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((item: unknown) => mapTexts(item, change))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, mapTexts(item, change)]),
  )
}
