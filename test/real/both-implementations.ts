/** What a service answered, made comparable: without moments and the random ends of ARNs. */
export type Comparable = { readonly error: string } | { readonly answer: unknown }

const targets = { secretsmanager: 'secretsmanager', ssm: 'AmazonSSM' } as const

/** A call in the JSON protocol. */
export type JsonCall = readonly [
  service: keyof typeof targets,
  operation: string,
  input: Readonly<Record<string, unknown>>,
]

/** Calls an operation of a service that speaks JSON; an error is an answer as well. */
export async function callJson(
  url: string,
  [service, operation, input]: JsonCall,
): Promise<Comparable> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-amz-json-1.1',
      'X-Amz-Target': `${targets[service]}.${operation}`,
      Authorization: authorization(service),
    },
    body: JSON.stringify(input),
  })
  const text = await response.text()
  // What a service of AWS answers in its JSON protocol is an object, or nothing at all.
  const body = JSON.parse(text === '' ? '{}' : text) as Record<string, unknown>
  if (response.ok) return { answer: comparable(body, strangers[operation]) }
  return { error: String(body['__type'] ?? body['code']).replace(/^.*#/, '') }
}

/** Calls an operation of IAM, which speaks the query protocol; its answer stays XML. */
export async function callIam(
  url: string,
  operation: string,
  input: Readonly<Record<string, string>>,
): Promise<{ readonly error: string } | { readonly xml: string }> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      Authorization: authorization('iam'),
    },
    body: new URLSearchParams({ Action: operation, Version: '2010-05-08', ...input }),
  })
  const xml = await response.text()
  return response.ok ? { xml } : { error: textsIn(xml, 'Code')[0] ?? xml }
}

/** The texts of all elements of a name, in order. */
export function textsIn(xml: string, name: string): readonly string[] {
  return [...xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(
    ([, text = '']) => text,
  )
}

function authorization(service: string): string {
  const scope = `test/20260101/us-east-1/${service}/aws4_request`
  return `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`
}

const leftOut = /Date$|^NextToken$/
/** What moto adds to the answers of these operations, and SDKs do not read. */
const strangers: Readonly<Record<string, string>> = {
  DescribeSecret: 'SecretVersionsToStages',
  ListSecrets: 'VersionIdsToStages',
}

function comparable(value: unknown, stranger: string | undefined): unknown {
  if (Array.isArray(value)) return value.map((item) => comparable(item, stranger))
  if (typeof value === 'string') return value.replace(/(:secret:.+)-[A-Za-z0-9]{6}$/, '$1-??????')
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(
    // To an SDK, null is nothing.
    ([name, inner]) => !leftOut.test(name) && name !== stranger && inner !== null,
  )
  return Object.fromEntries(entries.map(([name, inner]) => [name, comparable(inner, stranger)]))
}
