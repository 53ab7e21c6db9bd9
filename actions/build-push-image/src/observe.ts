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
import { normalizePlatforms } from './content/platforms.ts'
import { labelNames } from './image-labels.ts'
import type { Context, Inputs } from './inputs.ts'
import { optionsHash } from './options-hash.ts'
import { contentTag, fillTags, type TagFacts } from './tags/fill-tags.ts'
import { isFixed } from './tags/is-fixed.ts'

/** Where an image goes, and what is there. */
export interface Observed {
  readonly at: Pick<ImageReference, 'host' | 'repository'>
  /** Undefined for registries other than ECR, which do not say. */
  readonly lookup: RepositoryLookup | undefined
  readonly content: ContentHash | undefined
  readonly tags: readonly string[]
  /** The commit that the image is made of; undefined where nobody says. */
  readonly revision: string | undefined
  /** The platforms that are built for, normalized. */
  readonly platforms: readonly string[]
  /** See `optionsHash`. */
  readonly optionsHash: string
  /** Whether the content is not known since a registry did not answer, as it may in the next run. */
  readonly hasSilentRegistry: boolean
  readonly now: Date
  /** The images that have the tags already, and the one that has the tag of the content. */
  readonly existing: ReadonlyMap<string, ExistingImage>
}

/** An image that is there under a tag. */
export interface ExistingImage extends TaggedImage {
  /** What it is made of; undefined where nothing depends on that, or it cannot be read. */
  readonly image?: StoredImage
  /** Why it cannot be read, as a whole sentence. */
  readonly unreadable?: string
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
  const { build } = inputs
  const now = new Date()
  const [lookup, { content, hasSilentRegistry }] = await Promise.all([
    repository.ecr?.describe(),
    inputs.promoteFrom === undefined ? hashContent(looking) : nothingHashed,
  ])
  const hash = content?.kind === 'known' ? content.hash : undefined
  const seen = {
    at: repository.at,
    lookup,
    content,
    hasSilentRegistry,
    tags: tagsOf(inputs, tagFacts(context.host, now, hash)),
    revision: (build.labels.get(labelNames.revision) ?? context.host.run.sha) || undefined,
    platforms: normalizePlatforms(build.platforms),
    optionsHash: optionsHash(build),
    now,
  }
  return { ...seen, existing: await readExisting(repository, seen) }
}

/**
 * Looks at the images once more, after a tag was refused. Where the registry does not say which tags move, that is a proof that those
 * that are taken do not.
 */
export async function observeAgain(
  { repository }: Registry,
  observed: Observed,
): Promise<Observed> {
  const told = await repository.ecr?.describe()
  const lookup: RepositoryLookup =
    told?.kind === 'found'
      ? told
      : { kind: 'found', tagMutability: { mode: 'IMMUTABLE', exclusionFilters: [] } }
  const seen = { ...observed, lookup }
  return { ...seen, existing: await readExisting(repository, seen) }
}

interface Hashed {
  readonly content: ContentHash | undefined
  readonly hasSilentRegistry: boolean
}

const nothingHashed: Hashed = { content: undefined, hasSilentRegistry: false }

async function hashContent({ context, inputs, clients }: Looking): Promise<Hashed> {
  const { host, signal } = context
  const { credentials, build } = inputs
  const registries = openRegistries(host, { clients, signal, credentials }).forDigests()
  let hasSilentRegistry = false
  const content = await contentHash(build, {
    signal,
    async lookUp(reference) {
      const found = await registries.lookUp(reference)
      hasSilentRegistry ||=
        found.kind === 'not-checked' && /^(?:unreachable|throttled)$/.test(found.reason)
      return found
    },
  })
  return { content, hasSilentRegistry }
}

/** Images under tags that are to be moved away from them are not read: those may be broken. */
async function readExisting(
  repository: ImageRepository,
  { lookup, content, tags }: Pick<Observed, 'lookup' | 'content' | 'tags'>,
): Promise<ReadonlyMap<string, ExistingImage>> {
  if (lookup?.kind === 'missing') return new Map()
  const ofContent = content?.kind === 'known' ? contentTag(content.hash) : undefined
  const found = await repository.findTags([
    ...new Set([...tags, ...(ofContent === undefined ? [] : [ofContent])]),
  ])
  return new Map(
    await Promise.all(
      [...found].map(async ([tag, tagged]) => {
        if (tag !== ofContent && !isFixed({ lookup }, tag)) return [tag, tagged] as const
        const { digest } = tagged
        const read = repository.readImage({ digest }).then((image) => image && { image })
        const what = await (tag === ofContent ? read.catch(unreadable) : read)
        return [tag, { ...tagged, ...what }] as const
      }),
    ),
  )
}

/** Nobody needs an image that can be built again. */
function unreadable(error: unknown): Pick<ExistingImage, 'unreadable'> {
  if (error instanceof ActionError && error.code === 'image') return { unreadable: error.message }
  throw error
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
