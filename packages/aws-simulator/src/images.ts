export {
  makeImage,
  type ImageContent,
  type ImageRecipe,
  type ManifestContent,
} from './registry/content/image-content.ts'
