import { CannotTell } from './cannot-tell.ts'
import { readImageName } from './dockerfile/image-name.ts'
import type { Dockerfile } from './dockerfile/parse.ts'

/**
 * The image that reads the Dockerfile, where the engine's own does not: BUILDKIT_SYNTAX, or `# syntax=`.
 * Throws CannotTell for one whose language may be another one.
 */
export function frontendOf(
  { syntax }: Dockerfile,
  buildArgs: ReadonlyMap<string, string>,
): string | undefined {
  const [image] = (buildArgs.get('BUILDKIT_SYNTAX') ?? syntax ?? '').trim().split(/\s+/)
  if (image === undefined || image === '') return undefined
  if (/(?:^|\/)dockerfile(?:-upstream)?$/.test(readImageName(image).repository)) return image
  throw new CannotTell(
    `The Dockerfile is read by ${image}, and only that knows which images it names. With docker/dockerfile it would be known.`,
  )
}
