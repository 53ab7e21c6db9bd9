/** Services that set-up calls by hand, with the prefix of their operations on the wire. */
const targets = {
  ecs: 'AmazonEC2ContainerServiceV20141113',
  logs: 'Logs_20140328',
} as const

/** Variables by which a bundle, and every SDK, talks to another implementation of AWS. */
export function awsEnvironment(url: string): Record<string, string> {
  return {
    AWS_ENDPOINT_URL: url,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_EC2_METADATA_DISABLED: 'true',
  }
}

/** Calls an operation as the service's JSON protocol has it; throws with the answer when it fails. */
export async function callAws(
  url: string,
  [service, operation]: readonly [service: keyof typeof targets, operation: string],
  input: object,
): Promise<unknown> {
  const scope = `test/20260101/us-east-1/${service}/aws4_request`
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-amz-json-1.1',
      'X-Amz-Target': `${targets[service]}.${operation}`,
      Authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`,
    },
    body: JSON.stringify(input),
  })
  const text = await response.text()
  if (response.ok) return JSON.parse(text === '' ? '{}' : text)
  throw new Error(`${operation} failed with ${response.status}: ${text}`)
}
