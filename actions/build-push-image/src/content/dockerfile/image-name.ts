import { InvalidValue } from '@deploy-actions/action-kit'
import { formatImage, parseImageReference, type ImageReference } from '@deploy-actions/registry'
import { CannotTell } from '../cannot-tell.ts'

/** Reads the name of an image as FROM takes it: `latest` where neither tag nor digest is given. */
export function readImageName(name: string): ImageReference {
  try {
    const reference = parseImageReference(name)
    if (reference.tag !== undefined || reference.digest !== undefined) return reference
    return { ...reference, tag: 'latest' }
  } catch (error) {
    if (!(error instanceof InvalidValue)) throw error
    const why = error.problems.map(({ message }) => message).join('; ')
    throw new CannotTell(`The image "${name}", which the Dockerfile names, ${why}.`)
  }
}

/** Whether two names are those of one image: `alpine` and `docker.io/library/alpine:latest` are. */
export function isSameImage(one: string, other: string): boolean {
  const [first, second] = [findFullName(one), findFullName(other)]
  return first !== undefined && first === second
}

function findFullName(name: string): string | undefined {
  try {
    const reference = readImageName(name.toLowerCase())
    return formatImage(reference, reference)
  } catch {
    return undefined
  }
}
