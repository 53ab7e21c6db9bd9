import { describe, expect, it } from 'vitest'
import { chatbotWorld, imageOf, pinnedTo, secretArn, serviceArn } from './chatbot.world.ts'
import { deployIn } from './in-flow.ts'

type Inputs = Readonly<Record<string, string>>
type Row = readonly [path: string, says: string, inputs: Inputs]

const role = 'arn:aws:iam::123456789012:role/chatbot'
const configuration = (kind: string): string => `arn:aws:apprunner:us-east-1:123456789012:${kind}/a`
const check = '- { url: "https://{url}/api/health" }'
const long = 'x'.repeat(300)

const rows: readonly Row[] = [
  ['service', 'is required', { service: '' }],
  ['service', '4 to 40', { service: 'bot' }],
  ['service', '4 to 40', { service: 'x'.repeat(41) }],
  ['service', 'the first no - or _', { service: '-chatbot' }],
  ['service', '4 to 40', { service: 'chat bot' }],
  ['service', 'not that of an App Runner service', { service: role }],
  ['service', 'not that of an App Runner service', { service: configuration('vpcconnector') }],
  ['image', 'ECR and ECR Public only', { image: 'docker.io/library/node:24' }],
  ['image', 'ECR and ECR Public only', { image: 'ghcr.io/org/chatbot:1' }],
  ['image', 'ECR and ECR Public only', { image: 'localhost:5000/chatbot' }],
  ['image', 'lower', { image: 'AI-Chatbot:1' }],
  ['image', 'tag', { image: 'ai-chatbot:' }],
  ['image', 'digest', { image: 'ai-chatbot@sha256:abc' }],
  ['image', '', { image: 'ai chatbot' }],
  ['image', 'names no tag', { image: pinnedTo('v2'), 'auto-deployments': 'true' }],
  ['image', 'ECR Public', { image: 'public.ecr.aws/a/b:1', 'auto-deployments': 'true' }],
  ['create', 'did you mean if-missing', { create: 'if-mising' }],
  ['create', 'if-missing, never', { create: 'true' }],
  ['port', 'whole number', { port: 'http' }],
  ['port', '1 to 65535', { port: '0' }],
  ['port', '1 to 65535', { port: '65536' }],
  ['port', 'whole number', { port: '3000/tcp' }],
  ['cpu', '0.25, 0.5, 1, 2, 4 vCPU', { cpu: '3' }],
  ['cpu', '0.25, 0.5, 1, 2, 4 vCPU', { cpu: 'large' }],
  ['memory', '12 GB', { memory: '5' }],
  ['memory', '12 GB', { memory: '2 vCPU' }],
  ['memory', 'does not go with 0.25 vCPU; allowed: 0.5, 1 GB', { cpu: '256', memory: '2048' }],
  ['memory', 'does not go with 4 vCPU', { cpu: '4 vCPU', memory: '2 GB' }],
  ['instance-role-arn', 'ARN of a role', { 'instance-role-arn': 'chatbot' }],
  ['instance-role-arn', 'ARN of a role', { 'instance-role-arn': serviceArn }],
  ['access-role-arn', 'ARN of a role', { 'access-role-arn': role.replace('role/', 'user/') }],
  [
    'auto-scaling-configuration-arn',
    'autoscalingconfiguration',
    { 'auto-scaling-configuration-arn': 'busy' },
  ],
  [
    'auto-scaling-configuration-arn',
    'autoscalingconfiguration',
    { 'auto-scaling-configuration-arn': configuration('vpcconnector') },
  ],
  ['vpc-connector-arn', 'none', { 'vpc-connector-arn': 'default' }],
  ['vpc-connector-arn', 'vpcconnector', { 'vpc-connector-arn': role }],
  ['publicly-accessible', 'neither true nor false', { 'publicly-accessible': 'yes' }],
  ['ip-address-type', 'IPV4, DUAL_STACK', { 'ip-address-type': 'ipv4' }],
  ['ip-address-type', 'IPV4, DUAL_STACK', { 'ip-address-type': 'IPV6' }],
  [
    'observability-configuration-arn',
    'observabilityconfiguration',
    { 'observability-configuration-arn': 'off' },
  ],
  ['kms-key-arn', 'key of kms', { 'kms-key-arn': 'alias/chatbot' }],
  ['kms-key-arn', 'key of kms', { 'kms-key-arn': secretArn }],
  ['auto-deployments', 'neither true nor false', { 'auto-deployments': 'on' }],
  ['tags.aws:owner', 'keeps for itself', { tags: '{"aws:owner": "ai"}' }],
  ['tags.a', '256', { tags: `a=${long}` }],
  [`tags.${long}`, '128', { tags: `${long}=a` }],
  ['tags', 'cannot be removed', { tags: '!team' }],
  ['tags', '50', { tags: Array.from({ length: 51 }, (_, i) => `t${i}=1`).join('\n') }],
  ['resume', 'neither true nor false', { resume: 'maybe' }],
  ['environment', 'has no NAME= in line 2', { environment: 'A=b\ncanary-1' }],
  ['environment.AWSAPPRUNNER_X', 'keeps for itself', { environment: 'AWSAPPRUNNER_X=canary-1' }],
  ['environment-strategy', 'merge, replace', { 'environment-strategy': 'overwrite' }],
  ['environment-strategy', 'is not given', { 'environment-strategy': 'replace' }],
  ['secrets.AUTH_SECRET', 'is no reference', { secrets: 'AUTH_SECRET=canary secret' }],
  ['secrets.AUTH_SECRET', 'is no reference', { secrets: `AUTH_SECRET=${role}` }],
  ['secrets.AWSAPPRUNNER', 'keeps for itself', { secrets: 'AWSAPPRUNNER=chatbot/auth' }],
  ['secrets.A', 'one or the other', { secrets: 'A=chatbot/auth', environment: 'A=canary-1' }],
  ['secrets-strategy', 'merge, replace', { 'secrets-strategy': 'keep' }],
  ['secrets-strategy', 'is not given', { 'secrets-strategy': 'replace' }],
  ['health-check-protocol', 'TCP, HTTP', { 'health-check-protocol': 'HTTPS' }],
  ['health-check-path', 'begin with /', { 'health-check-path': 'api/health' }],
  [
    'health-check-path',
    'for health-check-protocol: HTTP',
    { 'health-check-path': '/health', 'health-check-protocol': 'TCP' },
  ],
  ['health-check-interval', '1 to 20', { 'health-check-interval': '21' }],
  ['health-check-interval', 'whole number', { 'health-check-interval': '20s' }],
  ['health-check-timeout', '1 to 20', { 'health-check-timeout': '0' }],
  ['health-check-healthy-threshold', '1 to 20', { 'health-check-healthy-threshold': '-1' }],
  ['health-check-unhealthy-threshold', '1 to 20', { 'health-check-unhealthy-threshold': '100' }],
  ['variables', 'has no NAME=', { variables: 'a=b\nc' }],
  ['image', 'known: tag', { variables: 'tag=1', image: 'ai-chatbot:${tga}' }],
  ['terraform-outputs', 'cannot be read', { 'terraform-outputs': 'not-there.json' }],
  ['preflight', 'error, strict, warn, off', { preflight: 'on' }],
  ['verify', 'no valid YAML', { verify: '- { url: [' }],
  ['verify.checks[0]', 'url, service, target-group', { verify: '- { ulr: "{url}" }' }],
  ['verify.checks[0].url', 'http://', { verify: '- { url: chatbot.example.com }' }],
  ['verify.timeout', '1s', { verify: '{ checks: [{ url: "{url}" }], timeout: 0s }' }],
  ['verify', 'wait: false', { verify: check, wait: 'false' }],
  ['on-failure', 'did you mean rollback', { 'on-failure': 'rolback' }],
  ['on-cancel', 'leave, rollback', { 'on-cancel': 'stop' }],
  ['wait', 'neither true nor false', { wait: 'no' }],
  ['timeout', '90s', { timeout: '30' }],
  ['timeout', '10s', { timeout: '5s' }],
  ['timeout', '1d', { timeout: '2d' }],
  ['in-flight', 'wait, fail', { 'in-flight': 'supersede' }],
  ['dry-run', 'neither true nor false', { 'dry-run': 'TRUE!' }],
  ['github-token', '', { 'comment-on-pr': 'true' }],
  ['aws-region', '', { 'aws-region': 'us east 1' }],
  ['aws-region', 'another region', { service: serviceArn, 'aws-region': 'eu-west-1' }],
]

const given = (inputs: Inputs): Inputs => ({ service: 'chatbot', image: imageOf('v2'), ...inputs })

describe('an input that is wrong', () => {
  it.each(rows)('is one clear error before any call: %s (%s) %j', async (path, says, inputs) => {
    const run = await deployIn(chatbotWorld(), given(inputs))
    expect(run.exitCode).toBe(1)
    expect(run.outputs).toEqual({ outcome: 'failed', failure: 'input' })
    expect(run.errors).toHaveLength(1)
    const message = run.errors[0]?.message.toLowerCase() ?? ''
    expect(message).toContain(path.toLowerCase())
    expect(message).toContain(says.toLowerCase())
    expect(message).not.toContain('canary')
    expect(run.simulator.requests).toEqual([])
    expect(run.seconds).toBe(0)
  })

  it('is told with all the others', async () => {
    const inputs = {
      cpu: '3',
      port: 'http',
      'health-check-interval': '60',
      timeout: '1',
      image: 'A',
    }
    const run = await deployIn(chatbotWorld(), given(inputs))
    expect(run.errors).toHaveLength(1)
    for (const name of Object.keys(inputs)) expect(run.errors[0]?.message).toContain(`- ${name}: `)
  })
})

it('knows sixty ways to be wrong', () => {
  expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBeGreaterThanOrEqual(60)
})
