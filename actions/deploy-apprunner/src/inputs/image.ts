import { asText, invalid, type InputOptions, type InputSpec } from '@deploy-actions/action-kit'
import {
  findEcrRegistry,
  hasHost,
  parseImageReference,
  type ImageReference,
} from '@deploy-actions/registry'

/** The registry of public images, which no tag can be watched in. */
export const publicHost = 'public.ecr.aws'

/** An image that App Runner takes: of ECR or ECR Public, or a name without a host. */
export function imageOfEcr<const O extends InputOptions>(options: O): InputSpec<string> & O {
  return {
    ...options,
    type: 'string',
    parse: (raw, fill) => {
      const text = asText(raw, fill)
      const { host } = parseImageReference(text)
      if (!hasHost(text) || host === publicHost || findEcrRegistry(host) !== undefined) return text
      return invalid(
        'is in another registry; App Runner takes images of ECR and ECR Public only. Copy it to ECR first: build-push-image does with promote-from',
      )
    },
  }
}

/** Why no push can deploy an image by itself, as the rest of a sentence; undefined where one can. */
export function unwatchable({ host, tag, digest }: ImageReference): string | undefined {
  if (host === publicHost) return 'is of ECR Public, where App Runner watches no tag'
  if (digest === undefined || tag !== undefined) return undefined
  return 'names no tag, and auto-deployments: true watches one'
}
