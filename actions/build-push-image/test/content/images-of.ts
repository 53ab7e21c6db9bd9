import { parseDockerfile } from '../../src/content/dockerfile/parse.ts'
import { imagesOf } from '../../src/content/dockerfile/sources.ts'
import { targetStage } from '../../src/content/dockerfile/target.ts'

/** What the images of a Dockerfile depend on. */
export interface Given {
  readonly args?: Readonly<Record<string, string>>
  readonly target?: string
  readonly platform?: string
}

/** The images that a Dockerfile reads, by the names that it has for them. */
export function images(
  text: string,
  { args = {}, target, platform = 'linux/amd64' }: Given = {},
): string[] {
  const dockerfile = parseDockerfile(text)
  const found = imagesOf(dockerfile, {
    escape: dockerfile.escape,
    buildArgs: new Map(Object.entries(args)),
    platform,
    buildPlatform: 'linux/amd64',
    target: targetStage(dockerfile, target),
    contexts: [],
  })
  return [...found].toSorted()
}
