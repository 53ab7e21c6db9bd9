import type { SecretRequest } from '../request.ts'
import type { Stored, StoredSecret } from '../store/stored.ts'
import type { Obstacle } from './obstacles.ts'

/** Why nothing of a secret may be changed, a deletion that is scheduled included: somebody else keeps it. */
export function owners(
  { id }: Pick<SecretRequest, 'id'>,
  stored: Stored,
  otherWriters: readonly string[],
): readonly Obstacle[] {
  return stored.kind === 'missing' ? [] : ownersOf(id, stored.secret, otherWriters)
}

function ownersOf(
  id: string,
  { owningService, tags }: StoredSecret['secret'],
  otherWriters: readonly string[],
): readonly Obstacle[] {
  const all = [ownedByService(id, owningService), ownedByTag(id, tags, otherWriters)]
  return all.filter((obstacle) => obstacle !== undefined)
}

function ownedByService(id: string, service: string | undefined): Obstacle | undefined {
  if (service === undefined) return undefined
  return {
    message: `The secret ${id} is managed by ${service}, which alone may write it.`,
    remedy: `Change it by ${service}, or keep values of your own in a secret of your own.`,
  }
}

/** Tags by which people and tools say who keeps a thing. */
const ownerTag =
  /^(?:managed|provisioned|created|maintained)[-_ :]?by$|^(?:provisioner|iac|managed)$/i

function ownedByTag(
  id: string,
  tags: StoredSecret['secret']['tags'],
  otherWriters: readonly string[],
): Obstacle | undefined {
  const tag = tags.find(({ Key = '', Value = '' }) => {
    const owner = ownerTag.test(Key) ? Value.toLowerCase() : ownerByName(Key, Value)
    return otherWriters.some((writer) => owner.split(/[^a-z0-9]+/).includes(writer))
  })
  if (tag === undefined) return undefined
  return {
    message: `The secret ${id} is kept by somebody else: its tag ${tag.Key ?? ''} is ${tag.Value ?? ''}, whose next run would undo what is written here.`,
    remedy:
      'Change it where it is kept. Where that only creates the secret and leaves its value alone (in Terraform: no aws_secretsmanager_secret_version, or one with ignore_changes), set other-writers: none.',
  }
}

/** `terraform: true`, and what CloudFormation puts on whatever it makes. */
function ownerByName(key: string, value: string): string {
  if (key.startsWith('aws:cloudformation:')) return 'cloudformation'
  return /^(?:true|yes|1)$/i.test(value) ? key.toLowerCase() : ''
}
