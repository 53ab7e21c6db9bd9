import { maskDocument, maskSecret, type Host } from '@deploy-actions/action-kit'
import { parseDocument, rawKey, textOf } from './document/index.ts'
import type { Inputs } from './inputs.ts'
import { observe, type Observed } from './observe.ts'
import { referencesIn } from './observe/others.ts'
import type { Content } from './plan.ts'
import type { SecretRequest } from './request.ts'
import type { Step } from './step.ts'

/**
 * Reads what there is, and hides all of it, and what is given, before anything is printed: only then is it known which words are
 * names of keys that are stored, which stay readable. What keeps it from being read is told after that, too.
 */
export async function observeHidden({ context: { host }, inputs, aws }: Step): Promise<Observed> {
  let observed: Observed | undefined
  try {
    observed = await observe(aws, inputs)
    return observed
  } finally {
    const names = publicNames(host, inputs.secrets, observed)
    maskGiven(host, inputs, names)
    if (observed !== undefined) maskObserved(host, observed, names)
  }
}

/** Hides what secrets are going to hold, of which some is made of others only now. */
export function maskPlanned(host: Host, observed: Observed, content: Content): void {
  const requests = observed.secrets.map(({ request }) => request)
  const names = publicNames(host, requests, observed)
  for (const [i, request] of requests.entries()) {
    maskStored(host, content[i] ?? '', { request, names })
  }
}

function maskGiven(host: Host, { secrets }: Pick<Inputs, 'secrets'>, names: Names): void {
  for (const request of secrets) {
    for (const [key, value] of request.given) {
      if (value !== undefined && !isConfig(request, key)) maskSecret(host, textOf(value), names)
    }
  }
}

/** What is stored, what would be generated, and what schemas refer to. */
function maskObserved(host: Host, { secrets, others }: Observed, names: Names): void {
  for (const { request, stored, drawn } of secrets) {
    for (const value of drawn.values()) maskSecret(host, value, names)
    const text = stored.kind === 'found' ? stored.current?.text : undefined
    if (text !== undefined) maskStored(host, text, { request, names })
  }
  for (const other of others.values()) {
    const values = 'document' in other ? [...other.document.values()] : []
    for (const value of values) maskSecret(host, textOf(value), names)
  }
}

/** What the log has to name: a value that is a part of one stays readable. */
type Names = readonly string[]

interface Masking {
  readonly request: SecretRequest
  readonly names: Names
}

function maskStored(host: Host, text: string, { request, names }: Masking): void {
  if (request.notation === 'json') {
    const isSetting = (key: string): boolean => isConfig(request, key)
    maskDocument(host, text, { publicNames: names, isConfig: isSetting })
  } else if (!isConfig(request, rawKey)) maskSecret(host, text, names)
}

function isConfig({ schema }: SecretRequest, key: string): boolean {
  return schema.get(key)?.class === 'config'
}

/** The words of the output `plan`. */
const planWords = 'added changed removed unchanged generated derived refused'

function publicNames(
  host: Host,
  requests: readonly SecretRequest[],
  observed: Observed | undefined,
): Names {
  const { repository, workflow, job } = host.run
  return [
    ...[repository, workflow, job, planWords],
    ...requests.flatMap(namesIn),
    ...(observed === undefined ? [] : storedNames(observed)),
  ]
}

function namesIn({ id, schema, given, tags }: SecretRequest): Names {
  const referred = referencesIn(schema).flatMap(({ secret = '', key }) => [secret, key])
  return [id, ...schema.keys(), ...given.keys(), ...tags.keys(), ...referred]
}

function storedNames({ secrets }: Observed): Names {
  return secrets.flatMap(({ request, stored }) => {
    const text = stored.kind === 'found' ? stored.current?.text : undefined
    if (text === undefined || request.notation === 'raw') return []
    return [...(parseDocument(text, 'json')?.keys() ?? [])]
  })
}
