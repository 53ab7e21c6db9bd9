import type { Finding } from '@deploy-actions/ecs'
import { parseImageReference, type Registries } from '@deploy-actions/registry'
import type { Inputs } from '../inputs.ts'

/** App Runner runs one platform only, and fails late, with a sentence about copying the image. */
export async function findOtherPlatform(
  registries: Registries,
  image: string | undefined,
  { service, image: given = '' }: Pick<Inputs, 'service' | 'image'>,
): Promise<readonly Finding[]> {
  if (image === undefined) return []
  const exact = parseImageReference(image)
  // By the name by which the registry was asked already: each is asked about once.
  const { tag, digest } = given === '' ? exact : parseImageReference(given)
  const lookup = await registries.lookUp({ ...exact, tag, digest })
  if (lookup.kind !== 'found' || lookup.platforms === undefined) return []
  if (lookup.platforms.some(({ os, architecture }) => os === 'linux' && architecture === 'amd64')) {
    return []
  }
  const names = lookup.platforms.map(({ os, architecture }) => `${os}/${architecture}`).join(', ')
  return [
    {
      severity: 'error',
      kind: 'image',
      place: { definition: service, field: 'image' },
      problem: `The image ${image} is for ${names}, and App Runner runs linux/amd64 only.`,
      instead: '',
      remedy: 'Build it for linux/amd64 (platforms of build-push-image).',
    },
  ]
}
