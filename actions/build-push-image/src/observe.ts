import { ActionError, type Host } from '@deploy-actions/action-kit'
import type { AwsClients } from '@deploy-actions/aws'
import {
  ecrHost,
  hasHost,
  openImageStore,
  openRegistries,
  ownRegistry,
  parseImageReference,
  type ImageReference,
  type ImageRepository,
  type ImageStore,
  type RepositoryLookup,
  type StoredImage,
  type TaggedImage,
} from '@deploy-actions/registry'
import { contentHash, type ContentHash } from './content/index.ts'
import { labelNames } from './image-labels.ts'
import type { Context, Inputs } from './inputs.ts'
import { contentTag, fillTags, type TagFacts } from './tags/fill-tags.ts'

/** Where an image goes, and what is there. */
export interface Observed {
  readonly at: Pick<ImageReference, 'host' | 'repository'>
  /** Undefined for registries other than ECR, which do not say. */
  readonly lookup: RepositoryLookup | undefined
  readonly content: ContentHash | undefined
  readonly tags: readonly string[]
  /** The commit that the image is made of; undefined where nobody says. */
  readonly revision: string | undefined
  readonly now: Date
  /** The images that have the tags already, and the one that has the tag of the content. */
  readonly existing: ReadonlyMap<string, ExistingImage>
}

/** An image that is there under a tag. */
export interface ExistingImage extends TaggedImage {
  /** What it is made of. */
  readonly image: StoredImage
}

/** Registries as this step uses them. */
export interface Registry {
  readonly store: ImageStore
  readonly repository: ImageRepository
}

/** What looking needs. */
export interface Looking {
  readonly context: Context
  readonly inputs: Inputs
  readonly clients: AwsClients
}

/** Opens the repository that the inputs name; one without a host is in the ECR of the caller. */
export async function openRepository({ context, inputs, clients }: Looking): Promise<Registry> {
  const { host, signal } = context
  const { credentials } = inputs
  const at = await findPlace(inputs.repository, { clients, signal })
  const store = openImageStore(host, { clients, signal, credentials })
  return { store, repository: store.repository(at, 'push') }
}

/** A repository by its name, in full. */
export async function findPlace(
  name: string,
  caller: { readonly clients: AwsClients; readonly signal: AbortSignal },
): Promise<ImageReference> {
  if (hasHost(name)) return parseImageReference(name)
  return parseImageReference(`${ecrHost(await ownRegistry(caller))}/${name}`)
}

/** Looks at the content, at the repository, and at the images that have the tags. */
export async function observe(looking: Looking, { repository }: Registry): Promise<Observed> {
  const { inputs, context } = looking
  const now = new Date()
  const [lookup, content] = await Promise.all([
    repository.ecr?.describe(),
    mustHash(inputs) ? hashContent(looking) : undefined,
  ])
  const hash = content?.kind === 'known' ? content.hash : undefined
  const tags = tagsOf(inputs, tagFacts(context.host, now, hash))
  const isThere = lookup?.kind !== 'missing'
  const asked = [...tags, ...(hash === undefined ? [] : [contentTag(hash)])]
  return {
    at: repository.at,
    lookup,
    content,
    tags,
    revision: (inputs.build.labels.get(labelNames.revision) ?? context.host.run.sha) || undefined,
    now,
    existing: isThere ? await readTagged(repository, asked) : new Map(),
  }
}

/** A tag may name the content of an image that is to be built in any case. */
function mustHash({ promoteFrom, reuse, tags }: Inputs): boolean {
  return promoteFrom === undefined && (reuse || tags.some((tag) => tag.includes('{content}')))
}

async function hashContent({ context, inputs, clients }: Looking): Promise<ContentHash> {
  const { host, signal } = context
  const { credentials, build } = inputs
  const registries = openRegistries(host, { clients, signal, credentials }).forDigests()
  return contentHash(build, { lookUp: (reference) => registries.lookUp(reference), signal })
}

async function readTagged(
  repository: ImageRepository,
  tags: readonly string[],
): Promise<ReadonlyMap<string, ExistingImage>> {
  const found = await repository.findTags(tags)
  const digests = [...new Set([...found.values()].map(({ digest }) => digest))]
  const images = new Map(
    await Promise.all(
      digests.map(async (digest) => [digest, await repository.readImage({ digest })] as const),
    ),
  )
  return new Map(
    [...found].flatMap(([tag, tagged]) => {
      const image = images.get(tagged.digest)
      return image === undefined ? [] : [[tag, { ...tagged, image }] as const]
    }),
  )
}

function tagFacts(host: Host, now: Date, hash: string | undefined): TagFacts {
  const variable = (name: string): string => host.readVariable(name) ?? ''
  return {
    now,
    contentHash: hash,
    sha: host.run.sha,
    ref: variable('GITHUB_REF'),
    headRef: variable('GITHUB_HEAD_REF'),
    runId: host.run.id,
    runNumber: variable('GITHUB_RUN_NUMBER'),
  }
}

function tagsOf({ tags: templates }: Inputs, facts: TagFacts): readonly string[] {
  const { tags, problems } = fillTags(templates, facts)
  if (problems.length === 0) return tags
  throw new ActionError({
    code: 'input',
    message: `Input ${problems.map(({ path, message }) => `${path}: ${message}`).join('; ')}.`,
    remedy:
      'Correct tags, or start the workflow for an event that has what they name. Nothing was built.',
  })
}
