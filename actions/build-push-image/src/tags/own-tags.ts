/** The tag of an image whose content is not known, until it is seen to be what is expected. It moves from image to image. */
export const stagingTag = 'content-unknown'

/** Each image, and each stage that is built, has a cache of its own. */
export function cacheTag({ target }: { readonly target: string | undefined }): string {
  return target === undefined ? 'cache' : `cache-${target}`
}
