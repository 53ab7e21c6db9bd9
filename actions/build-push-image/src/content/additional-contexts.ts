import { checkFolder } from './context/locate.ts'

/** The additional contexts of a build, sorted by name. */
export interface AdditionalContexts {
  /** Folders of this machine. */
  readonly folders: ReadonlyMap<string, string>
  /** Names of images. */
  readonly images: ReadonlyMap<string, string>
}

const imageScheme = 'docker-image://'

/**
 * Tells folders from images. Throws CannotTell for what only docker reads, such as an address of git, and
 * `input` for a folder that is not there.
 */
export function additionalContexts(given: ReadonlyMap<string, string>): AdditionalContexts {
  const sorted = [...given].toSorted(([one], [other]) => (one < other ? -1 : 1))
  const images = sorted.filter(([, value]) => value.startsWith(imageScheme))
  const folders = sorted.filter(([, value]) => !value.startsWith(imageScheme))
  for (const [, path] of folders) checkFolder({ input: 'build-contexts', path })
  return {
    folders: new Map(folders),
    images: new Map(images.map(([name, value]) => [name, value.slice(imageScheme.length)])),
  }
}
