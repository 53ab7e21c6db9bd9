import { containersOf, type Definition } from './definition.ts'

/** A container whose image is named by a tag, which somebody may move. */
export interface MutableImage {
  readonly container: string
  readonly image: string
}

/** The containers that do not say by digest which image they run. */
export function mutableImages(definition: Definition): readonly MutableImage[] {
  return containersOf(definition)
    .map(({ name = '', image = '' }) => ({ container: name, image }))
    .filter(({ image }) => !image.includes('@'))
}
