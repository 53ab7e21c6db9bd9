import { NotCheckedError } from '../not-checked.ts'
import type { NotChecked } from '../lookup.ts'

type Row = Pick<NotChecked, 'reason' | 'remedy'>

const upstream = 'The repository is a pull-through cache of another registry'

/** https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_ImageFailure.html */
const rows: Readonly<Record<string, Row>> = {
  ImageInaccessible: {
    reason: 'access-denied',
    remedy:
      'The image is there and cannot be pulled, as one that is archived: restore it to the standard storage class, or push it again.',
  },
  KmsError: {
    reason: 'access-denied',
    remedy:
      'ECR could not decrypt the image: check that the KMS key of the repository is enabled, and that its grant to ECR was not retired.',
  },
  UpstreamAccessDenied: {
    reason: 'credentials',
    remedy: `${upstream}, which refuses its credentials: renew the secret that the pull-through cache rule names.`,
  },
  UpstreamTooManyRequests: {
    reason: 'throttled',
    remedy: `${upstream}, which was asked too often: run the step again later, or give the pull-through cache rule credentials.`,
  },
  UpstreamUnavailable: {
    reason: 'unreachable',
    remedy: `${upstream}, which does not answer: run the step again later.`,
  },
}

/** What it means that ECR names an image and does not give it. */
export function ecrFailure(image: string, code: string, words: string): NotCheckedError {
  const row = rows[code] ?? {
    reason: 'unsupported',
    remedy: 'Look at what ECR says above, and at the image in the console of ECR.',
  }
  return new NotCheckedError({ ...row, message: `ECR does not give ${image}: ${code}: ${words}` })
}
