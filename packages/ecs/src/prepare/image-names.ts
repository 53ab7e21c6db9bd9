import { ActionError, InvalidValue, type Problem } from '@deploy-actions/action-kit'
import { hasHost, type Registries } from '@deploy-actions/registry'
import type { ContainerEdits, DefinitionEdits } from '../task-definition/index.ts'

/** Edits whose images have their full names, and what is wrong with names that have none. */
export interface NamedImages {
  readonly edits: DefinitionEdits
  readonly problems: readonly Problem[]
}

/**
 * Finds the full names of images that the inputs name without a host: they lie in the ECR of the caller's
 * account. Throws where ECR cannot be asked.
 */
export async function nameImages(
  registries: Registries,
  edits: DefinitionEdits,
): Promise<NamedImages> {
  const problems: Problem[] = []
  const fullName = async (path: string, image: string): Promise<string> => {
    if (hasHost(image)) return image
    try {
      return (await registries.resolveShortName(image)).image
    } catch (error) {
      const message = complaintOf(error)
      if (message === undefined) throw error
      problems.push({ path: `input ${path}:`, message })
      return image
    }
  }
  const [image, images, containers] = await Promise.all([
    edits.image === undefined ? undefined : fullName('image', edits.image),
    eachOf(edits.images, (text, name) => fullName(`images.${name}`, text)),
    eachOf(edits.containers, async (container, name): Promise<ContainerEdits> =>
      container.image === undefined
        ? container
        : { ...container, image: await fullName(`containers.${name}.image`, container.image) },
    ),
  ])
  return { edits: { ...edits, image, images, containers }, problems }
}

/** What the user has got wrong; undefined for any other error. */
function complaintOf(error: unknown): string | undefined {
  if (error instanceof InvalidValue) return error.problems.map(({ message }) => message).join('; ')
  return error instanceof ActionError && error.code === 'input'
    ? `${error.message} ${error.remedy}`
    : undefined
}

async function eachOf<T>(
  items: ReadonlyMap<string, T> | undefined,
  change: (item: T, name: string) => Promise<T>,
): Promise<ReadonlyMap<string, T> | undefined> {
  if (items === undefined) return undefined
  const changed = [...items].map(async ([name, item]) => [name, await change(item, name)] as const)
  return new Map(await Promise.all(changed))
}
