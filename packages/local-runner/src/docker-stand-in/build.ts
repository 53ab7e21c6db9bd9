import { writeFile } from 'node:fs/promises'
import type { ImageContent } from '@deploy-actions/aws-simulator/images'
import type { BuildCommand } from './command.ts'
import { describeContext, findMissing } from './context.ts'
import { DockerError } from './docker-error.ts'
import { readDockerfile } from './dockerfile.ts'
import { openRegistry } from './registry.ts'

/** Where a build happens. */
export interface Surroundings {
  readonly variables: Readonly<Record<string, string | undefined>>
  readonly print: (line: string) => void
}

/** Makes an image of a context, without running anything of its Dockerfile, and pushes it. Throws a DockerError as docker fails. */
export async function buildAndPush(
  command: BuildCommand,
  { variables, print }: Surroundings,
): Promise<void> {
  const progress = new Progress(print)
  progress.tell(
    '#0 building with a stand-in for docker: no instruction is run, and the image only stands for its context',
  )
  const dockerfile = await readDockerfile(command)
  progress.step(`[internal] load build definition from ${command.file ?? 'Dockerfile'}`)
  const files = await describeContext(command.context)
  progress.step(
    '[internal] load build context',
    `transferring context: ${Object.keys(files).length} files done`,
  )
  for (const step of dockerfile.steps) {
    const missing = findMissing(command.context, step)
    if (missing !== undefined) progress.fail(step.title, missing)
    progress.step(step.title)
  }
  const image = await makeImage(command, {
    files,
    created: await now(variables),
    dockerfile: dockerfile.text,
  })
  await push(command, image, { variables, progress })
  if (command.metadataFile !== undefined) await writeMetadata(command.metadataFile, command, image)
}

interface Content {
  readonly files: Readonly<Record<string, string>>
  readonly created: string
  readonly dockerfile: string
}

async function makeImage(
  { platforms, labels, target, buildArgs }: BuildCommand,
  { files, created, dockerfile }: Content,
): Promise<ImageContent> {
  // Docker is asked many things, and only this needs it.
  const images = await import('@deploy-actions/aws-simulator/images')
  return images.makeImage({
    ...{ platforms, labels, created },
    createdBy: 'stand-in for docker',
    file: (platform) => ({
      name: 'context.json',
      text: JSON.stringify({ platform, target, buildArgs, dockerfile, files }),
    }),
  })
}

/** In the time of the simulator, if one is there: images have an age. */
async function now({ AWS_ENDPOINT_URL: simulator }: Surroundings['variables']): Promise<string> {
  try {
    const answer = await fetch(new URL('/_clock', simulator))
    const { iso } = (await answer.json()) as { readonly iso: string } // of the simulator's clock
    return iso
  } catch {
    return new Date().toISOString()
  }
}

async function push(
  { names }: BuildCommand,
  image: ImageContent,
  {
    variables,
    progress,
  }: { readonly variables: Surroundings['variables']; readonly progress: Progress },
): Promise<void> {
  const title = 'exporting to image'
  const lines = [`exporting manifest ${image.root.digest} done`]
  const repositories = Map.groupBy(names, (name) => name.slice(0, name.lastIndexOf(':')))
  for (const [repository, tagged] of repositories) {
    try {
      const registry = await openRegistry(repository, variables)
      const tags = tagged.map((name) => name.slice(repository.length + 1))
      await registry.push(image, tags)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      progress.fail(title, `failed to push ${tagged[0]}: ${reason}`)
    }
    lines.push(
      'pushing layers done',
      ...tagged.map((name) => `pushing manifest for ${name}@${image.root.digest} done`),
    )
  }
  progress.step(title, ...lines)
}

function writeMetadata(
  path: string,
  { names }: BuildCommand,
  { root, configs }: ImageContent,
): Promise<void> {
  return writeFile(
    path,
    JSON.stringify({
      'containerimage.digest': root.digest,
      'containerimage.config.digest': configs[0],
      'containerimage.descriptor': {
        mediaType: root.mediaType,
        digest: root.digest,
        size: root.bytes.length,
      },
      'image.name': names.join(','),
    }),
  )
}

/** What buildx prints with `--progress=plain`. */
class Progress {
  readonly #print: (line: string) => void
  #count = 0

  constructor(print: (line: string) => void) {
    this.#print = print
  }

  tell(line: string): void {
    this.#print(`${line}\n`)
  }

  /** A step that is done at once. */
  step(title: string, ...lines: readonly string[]): void {
    const number = this.#begin(title)
    for (const line of lines) this.#print(`#${number} ${line}`)
    this.#print(`#${number} DONE 0.0s\n`)
  }

  /** A step by which the build fails. */
  fail(title: string, reason: string): never {
    this.#print(`#${this.#begin(title)} ERROR: ${reason}\n------\n > ${title}:\n------`)
    throw new DockerError(`ERROR: failed to solve: ${reason}`)
  }

  #begin(title: string): number {
    this.#count += 1
    this.#print(`#${this.#count} ${title}`)
    return this.#count
  }
}
