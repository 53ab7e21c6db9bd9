import { findEcrRegistry } from '@deploy-actions/registry'
import { brokenNetwork, wayTo } from './network-path.ts'
import { statement } from './permissions.ts'
import type { ReasonClass, ToldReason } from './reason-class.ts'

/** What is about a registry, in the agent's words. */
const registry =
  /registry auth(?! from asm)|\becr\b|CannotPull|pull(?:ing)? (?:the )?image|\bref pull\b|image manifest/i

const network = `The task does not reach the registry. ${wayTo('ecr.api', 'ecr.dkr', 's3')} Other registries than ECR need a public address or a NAT gateway.`

/** Why an image cannot be had; what is wrong with what is in it shows later. */
export const imageClasses: readonly ReasonClass[] = [
  {
    kind: 'image-platform',
    patterns: [
      /matching platform|no match(?:ing manifest)? for |exec format error|operating system .* cannot be used on this platform/i,
    ],
    remedy: platformRemedy,
  },
  {
    kind: 'image-rate-limit',
    patterns: [/toomanyrequests|429 Too Many|pull rate limit/i],
    remedy:
      'The registry limits how often images are pulled. Pull as a user (repositoryCredentials of the container), or keep the image in ECR, by a pull-through cache for one.',
  },
  {
    kind: 'image-network',
    patterns: [/pull command failed|^(?=.*registry auth).*signal: killed/i],
    remedy: network,
  },
  { kind: 'image-network', patterns: [registry, brokenNetwork], remedy: network },
  {
    kind: 'image-forbidden',
    patterns: [registry, /403 Forbidden|status code 403/i],
    remedy: forbiddenRemedy,
  },
  {
    kind: 'image-login',
    patterns: [
      registry,
      /pull access denied|unauthorized|authentication required|no basic auth|incorrect username|insufficient_scope|access to the resource is denied|authorization failed/i,
    ],
    remedy:
      'The registry refuses to let the task pull, or has no such repository. Check the name of the image, and that repositoryCredentials of the container names a secret with username and password for this registry.',
  },
  {
    kind: 'image-missing',
    patterns: [
      /image .*not found|manifest unknown|no such image|(?:registry auth(?! from asm)|CannotPull|\bref pull\b|image manifest|failed to resolve).*(?:not found|does not exist)/i,
    ],
    remedy:
      'Push the image under this very reference before it is deployed, or correct it: registry, repository, tag or digest. A tag may also have been overwritten or expired by a lifecycle policy.',
  },
  {
    kind: 'image',
    patterns: [registry],
    remedy:
      'Check that the image is in the registry under this very reference and for the platform of the task, and that the execution role may pull it.',
  },
]

function platformRemedy({ text }: ToldReason): string {
  const platform = /'((?:linux|windows)\/\w+)'|manifest for ((?:linux|windows)\/\w+)/.exec(text)
  const wanted = platform?.[1] ?? platform?.[2]
  const built = wanted === undefined ? 'the platform of the task' : wanted
  return `Build the image for ${built} (docker buildx build --platform ${wanted ?? 'linux/amd64'}), or let runtimePlatform of the task definition say what it was built for.`
}

/** ECR says 403 to a role that may not pull, and to all where the policy of the repository shuts them out. */
function forbiddenRemedy({ text }: ToldReason): string {
  const arn = repositoryArn(text)
  const allow = statement(['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'], arn ?? '*')
  return `Add this statement to a policy of the task's execution role: ${allow} A repository of another account has to allow it in its own policy, too.`
}

function repositoryArn(text: string): string | undefined {
  const [, host = '', name] = /\b([\w.-]+\.dkr[.-]ecr[\w.-]+)\/([\w./-]+?)[:@]/.exec(text) ?? []
  const found = findEcrRegistry(host)
  if (found === undefined || name === undefined) return undefined
  return `arn:${found.partition}:ecr:${found.region}:${found.account}:repository/${name}`
}
