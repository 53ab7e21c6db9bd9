import {
  pullRequestCommentProblems,
  type Given,
  type MapEdit,
  type Problem,
  type Rule,
} from '@deploy-actions/action-kit'
import { findArn, findSecretReference } from '@deploy-actions/aws'
import { hasHost, parseImageReference } from '@deploy-actions/registry'
import type { contract } from '../contract.ts'
import { unwatchable } from './image.ts'
import { pairProblem } from './sizes.ts'

type Table = (typeof contract)['inputs']

/** What is wrong between inputs, each of which is right by itself. */
export const rules: readonly Rule<Table>[] = [
  pullRequestCommentProblems,
  sizesTogether,
  variableNames,
  secretReferences,
  strategies,
  pathOfHttp,
  watchedImage,
  tagNames,
  regionOfArn,
  regionOfParts,
  nothingToWaitFor,
]

function sizesTogether({ values: { cpu, memory } }: Given<Table>): readonly Problem[] {
  const message = cpu === undefined || memory === undefined ? undefined : pairProblem(cpu, memory)
  return message === undefined ? [] : [{ path: 'memory', message }]
}

/** https://docs.aws.amazon.com/apprunner/latest/api/API_ImageConfiguration.html */
function variableNames({ values }: Given<Table>): readonly Problem[] {
  const message = 'begins with AWSAPPRUNNER, which App Runner keeps for itself'
  const reserved = (['environment', 'secrets'] as const).flatMap((input) =>
    namesIn(values[input])
      .filter((name) => /^AWSAPPRUNNER/i.test(name))
      .map((name) => ({ path: `${input}.${name}`, message })),
  )
  const { environment, secrets } = values
  const both = [...(secrets ?? [])].filter(
    ([name, reference]) => reference !== undefined && environment?.get(name) !== undefined,
  )
  const clash = 'is in environment as well; a variable is one or the other'
  return [...reserved, ...both.map(([name]) => ({ path: `secrets.${name}`, message: clash }))]
}

function namesIn(edit: MapEdit | undefined): readonly string[] {
  return [...(edit?.keys() ?? [])]
}

function secretReferences({ values: { secrets } }: Given<Table>): readonly Problem[] {
  const message =
    'is no reference; allowed: the name or ARN of a secret (with :key::), or the path (/…) or ARN of an SSM parameter'
  return [...(secrets ?? [])].flatMap(([name, reference]) =>
    reference === undefined || findSecretReference(reference, 'secrets') !== undefined
      ? []
      : [{ path: `secrets.${name}`, message }],
  )
}

/** What is not given cannot take the place of all that is there. */
function strategies({ given, values }: Given<Table>): readonly Problem[] {
  const { environmentStrategy, secretsStrategy } = values
  const chosen = { environment: environmentStrategy, secrets: secretsStrategy }
  return (['environment', 'secrets'] as const).flatMap((input) => {
    if (chosen[input] !== 'replace' || given.has(input)) return []
    const message = `is replace, and ${input} is not given; allowed: {} in ${input}, where all are to go`
    return [{ path: `${input}-strategy`, message }]
  })
}

function pathOfHttp({ values }: Given<Table>): readonly Problem[] {
  const { healthCheckProtocol: protocol, healthCheckPath: path } = values
  if (path === undefined) return []
  const problems: Problem[] = []
  if (!path.startsWith('/')) {
    problems.push({ path: 'health-check-path', message: 'does not begin with /' })
  }
  if (protocol === 'TCP') {
    problems.push({
      path: 'health-check-path',
      message: 'is for health-check-protocol: HTTP; a TCP check asks for no path',
    })
  }
  return problems
}

function watchedImage({ values: { image, autoDeployments } }: Given<Table>): readonly Problem[] {
  if (image === undefined || autoDeployments !== true) return []
  const { host, ...reference } = parseImageReference(image)
  const message = unwatchable({ host: hasHost(image) ? host : '', ...reference })
  return message === undefined ? [] : [{ path: 'image', message }]
}

/** https://docs.aws.amazon.com/apprunner/latest/api/API_Tag.html */
function tagNames({ values: { tags } }: Given<Table>): readonly Problem[] {
  const tooMany =
    (tags?.size ?? 0) > 50 ? [{ path: 'tags', message: 'are more than the 50 that fit' }] : []
  const wrong = [...(tags ?? [])].flatMap(([name, value]) => {
    const message = tagProblem(name, value)
    return message === undefined ? [] : [{ path: `tags.${name}`, message }]
  })
  return [...tooMany, ...wrong]
}

function tagProblem(name: string, value: string): string | undefined {
  if (/^aws:/i.test(name)) return 'begins with aws:, which AWS keeps for itself'
  if (name.length > 128) return 'is longer than 128 characters'
  return value.length > 256 ? 'has a value of more than 256 characters' : undefined
}

/** What a service uses lies in its own region; roles lie in none. */
function regionOfParts({ values }: Given<Table>): readonly Problem[] {
  const region = values.awsRegion ?? findArn(values.service ?? '')?.region
  const parts = {
    'vpc-connector-arn': values.vpcConnectorArn,
    'auto-scaling-configuration-arn': values.autoScalingConfigurationArn,
    'observability-configuration-arn': values.observabilityConfigurationArn,
    'kms-key-arn': values.kmsKeyArn,
  }
  return Object.entries(parts).flatMap(([path, text = '']) => {
    const other = findArn(text)?.region
    if (region === undefined || other === undefined || other === region) return []
    return [{ path, message: `is of another region (${other}) than the service (${region})` }]
  })
}

function regionOfArn({ values: { service = '', awsRegion } }: Given<Table>): readonly Problem[] {
  const region = findArn(service)?.region
  if (region === undefined || awsRegion === undefined || region === awsRegion) return []
  return [{ path: 'aws-region', message: `is another region than that of service, ${region}` }]
}

function nothingToWaitFor({ given, values: { wait } }: Given<Table>): readonly Problem[] {
  if (wait !== false || !given.has('verify')) return []
  const message =
    'cannot go with wait: false, since there is nothing to look at before the operation is over'
  return [{ path: 'verify', message }]
}
