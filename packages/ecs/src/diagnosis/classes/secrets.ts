import { brokenNetwork, wayTo } from './network-path.ts'
import type { ReasonClass, ToldReason } from './reason-class.ts'

/** What is about a secret or a parameter, in the agent's words. */
const secret =
  /\basm\b|\bssm\b|parameter store|invalid parameters|secrets manager|retrieve (?:the )?secrets?\b/i

const network = `The task does not reach the service that keeps the secret. ${wayTo('secretsmanager', 'ssm', 'kms')}`

/** Why a secret, a key of it, or a parameter cannot be had. */
export const secretClasses: readonly ReasonClass[] = [
  { kind: 'secret-network', patterns: [secret, brokenNetwork], remedy: network },
  {
    kind: 'registry-secret',
    patterns: [/registry auth from asm|AuthorizationData is malformed/i],
    remedy:
      'The secret that repositoryCredentials names has to exist in this region and to hold a JSON object with username and password, neither of them empty; the execution role must be allowed to read it.',
  },
  { kind: 'secret-key', patterns: [/did not contain json key/i], remedy: keyRemedy },
  {
    kind: 'secret-json',
    patterns: [
      /looking for beginning of|unexpected end of JSON|cannot unmarshal|invalid character/i,
    ],
    remedy:
      'valueFrom asks for a key, and the secret holds no JSON object: store one, or end valueFrom with the ARN of the secret, which gives its whole text.',
  },
  {
    kind: 'secret-deleted',
    patterns: [secret, /marked for deletion/i],
    remedy:
      'The secret is scheduled for deletion: restore it (aws secretsmanager restore-secret), or let valueFrom name another one.',
  },
  {
    kind: 'secret-version',
    patterns: [secret, /staging label|VersionId|VersionStage/i],
    remedy:
      'The secret has no such version. Correct stage or version id in valueFrom, or give the secret a value; without both, AWSCURRENT is taken.',
  },
  {
    kind: 'parameter',
    patterns: [/\bssm\b|parameter store|invalid parameters/i],
    remedy: parameterRemedy,
  },
  {
    kind: 'secret-missing',
    patterns: [secret, /ResourceNotFound|can't find|not found|not exist/i],
    remedy:
      'Create the secret, or correct valueFrom: the whole ARN with its six random characters, in the region and account where it is kept.',
  },
  {
    kind: 'secret',
    patterns: [secret],
    remedy:
      'Check that the secret exists with this key and holds a JSON object, and that the execution role may read it.',
  },
]

function keyRemedy({ text }: ToldReason): string {
  const key = /did not contain json key (\S+?)[.,;]?(?:\s|$)/i.exec(text)?.[1]
  return `Add the key ${key ?? 'named above'} to the secret (sync-secrets before this step does), or correct the key in valueFrom; upper and lower case differ.`
}

function parameterRemedy({ text }: ToldReason): string {
  const name = /invalid parameters: ([^\s;,]+?)[.,;]?(?:\s|$)/i.exec(text)?.[1]
  return name === undefined
    ? 'Check that the parameter exists in this region, and that the execution role is allowed ssm:GetParameters (and kms:Decrypt for a SecureString with a key of yours).'
    : `Create the parameter ${name} in the region of the task, or correct valueFrom; a parameter of another region is named by its whole ARN.`
}
