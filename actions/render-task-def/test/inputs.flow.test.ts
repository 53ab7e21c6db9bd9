import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { refusal, renderIn } from './in-flow.ts'

const definition = {
  family: 'api',
  requiresCompatibilities: ['FARGATE'],
  networkMode: 'awsvpc',
  cpu: '256',
  memory: '512',
  containerDefinitions: [
    { name: 'api', image: 'ghcr.io/owner/api:1', environment: [{ name: 'A', value: '${region}' }] },
    { name: 'proxy', image: 'ghcr.io/owner/proxy:1', essential: false },
  ],
}
const bothEssential = {
  ...definition,
  containerDefinitions: definition.containerDefinitions.map((one) => ({ ...one, essential: true })),
}
const offline = { pin: 'off', preflight: 'off' }

let outputs = ''
beforeAll(async () => {
  outputs = join(await mkdtemp(join(tmpdir(), 'render-inputs-')), 'outputs.json')
  await writeFile(outputs, JSON.stringify({ url: { value: { host: 'h', port: 1 } } }))
})

describe('an input that cannot be meant', () => {
  it.each<[situation: string, inputs: Record<string, string>, words: string]>([
    ['a pin that there is not', { pin: 'tag' }, 'pin: is not one of: digest, off'],
    [
      'a grade that there is not',
      { preflight: 'stric' },
      'preflight: is not one of: error, strict, warn, off (did you mean strict?)',
    ],
    ['a switch that is neither', { 'dry-run': 'yes' }, 'dry-run: is neither true nor false'],
    [
      'a platform without architecture',
      { 'runtime-platform': 'linux' },
      'runtime-platform: is no platform of ECS; allowed: one of LINUX',
    ],
    [
      'an architecture that there is not',
      { 'runtime-platform': 'linux/riscv' },
      'then /X86_64 or /ARM64',
    ],
    ['a size that Fargate lacks', { cpu: '300' }, 'cpu is no size of Fargate; allowed: 256'],
    ['memory that does not go with it', { memory: '8 GB' }, 'memory does not go with cpu 256'],
    ['a family that is none', { 'new-family': 'a.b' }, 'family must be 1 to 255 letters'],
    [
      'a role that is none',
      { 'task-role-arn': 'arn:aws:iam::123456789012:user/x' },
      'taskRoleArn is the ARN of something else in IAM',
    ],
    [
      'an image without its digest',
      { image: 'ghcr.io/owner/api@' },
      'image ends where its tag or digest should begin',
    ],
    ['an empty image for a container', { images: 'api=' }, 'image must name an image'],
    [
      'an image for a container that there is not',
      { images: 'proxi=ghcr.io/a/b:1' },
      'input images.proxi: is no container of the definition (did you mean proxy?)',
    ],
    [
      'two images for one container',
      { image: 'ghcr.io/a/b:1', images: 'api=ghcr.io/a/b:2' },
      'input images.api: names another image for the container api than image does',
    ],
    [
      'an image of a container, and another',
      { images: 'api=ghcr.io/a/b:1', containers: 'api: {image: "ghcr.io/a/b:2"}' },
      'input containers.api.image: names another image',
    ],
    ['lines without =', { environment: 'A=1\nB' }, 'environment: has no NAME= in line 2'],
    ['a name twice', { environment: 'A=1\nA=2' }, 'environment.A: is given twice'],
    ['a list for a map', { environment: '- A\n- B' }, 'environment: is no map'],
    ['null in a map', { environment: '{"A": null}' }, 'environment.A: is null'],
    ['a mapping in a map', { environment: 'A:\n  B: c' }, 'environment.A: must be text'],
    [
      'a name in both',
      { environment: 'A=1', secrets: 'A=/x' },
      'has A, which environment has as well',
    ],
    [
      'a secret that is none',
      { secrets: 'A=arn:aws:s3:::bucket/key' },
      'must be the ARN of a secret',
    ],
    [
      'secrets without execution role',
      { secrets: 'B=/x' },
      'executionRoleArn is required: a container reads secrets',
    ],
    [
      'containers as a list',
      { containers: '[api]' },
      'containers: must be a mapping from names of containers',
    ],
    [
      'an edit that there is not',
      { containers: 'api: {enviroment: {A: 1}}' },
      'containers.api.enviroment: is not known (did you mean environment?)',
    ],
    [
      'too frequent a check',
      { containers: 'api: {health-check: {command: x, interval: 1s}}' },
      'allowed: from 5s to 300s',
    ],
    [
      'too long a check',
      { containers: 'api: {health-check: {command: x, timeout: 2m}}' },
      'allowed: from 2s to 60s',
    ],
    [
      'a number without its unit',
      { containers: 'api: {health-check: {command: x, interval: 30}}' },
      'a number needs its unit',
    ],
    [
      'parts of a check that there is not',
      { containers: 'api: {health-check: {interval: 30s}}' },
      'healthCheck.command must be CMD',
    ],
    [
      'a quote that is not closed',
      { containers: 'api: {command: "sh -c \'x"}' },
      'has a quote that is not closed',
    ],
    ['a port that is none', { containers: 'api: {ports: [http]}' }, 'ports[0]: is no port'],
    [
      'a port twice',
      { containers: '{"api": {"ports": ["80"]}, "proxy": {"ports": ["80"]}}' },
      'maps port 80/tcp twice',
    ],
    [
      'log options without their group',
      { 'execution-role-arn': 'e', containers: 'api: {log-options: {awslogs-region: us-east-1}}' },
      'must have awslogs-group',
    ],
    [
      'no essential container',
      { containers: 'api: {essential: false}' },
      'must have at least one essential container',
    ],
    [
      'a variable that nobody gives',
      { variables: 'regio=us-east-1' },
      'containerDefinitions[0].environment[0].value has ${region}, which neither variables nor terraform-outputs give (did you mean regio?)',
    ],
    [
      'a variable in an input that nobody gives',
      { variables: 'region=x', environment: 'B=${reg}' },
      'environment.B: has ${reg}',
    ],
    [
      'a variable to be removed',
      { variables: '!region' },
      'variables.!region: cannot be removed here',
    ],
    [
      'outputs of Terraform that are not there',
      { 'terraform-outputs': '/not/there.json' },
      'terraform-outputs: the file /not/there.json cannot be read (ENOENT)',
    ],
    [
      'keys without their secret',
      { 'secret-keys': 'A' },
      'secrets-from: is required with secret-keys',
    ],
    ['a user without password', { 'registry-username': 'u' }, 'registry-password: is required'],
    ['a host without a user', { registry: 'ghcr.io' }, 'registry-username: is required'],
    [
      'the address of a registry',
      { registry: 'https://ghcr.io', 'registry-username': 'u', 'registry-password': 'p' },
      'registry: begins as a web address does; allowed: the host alone',
    ],
    [
      'a repository for a host',
      { registry: 'ghcr.io/owner', 'registry-username': 'u', 'registry-password': 'p' },
      'registry: is no host of a registry',
    ],
    [
      'an action that is none',
      { 'expect-permissions': 'task=InvokeModel' },
      'expect-permissions.task: must be actions of IAM',
    ],
    [
      'a resource that is no ARN',
      { 'expect-permissions': 'task=s3:GetObject on bucket' },
      'has a resource that is no ARN',
    ],
  ])('is refused with what is allowed: %s', async (_, inputs, words) => {
    const run = await renderIn({}, definition, { ...offline, ...inputs })
    expect(refusal(run)).toContain(words)
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'input' })
    expect(run.outputs).not.toHaveProperty('task-definition')
  })

  it('an object of Terraform where a text is wanted is told with its parts', async () => {
    const run = await renderIn({}, definition, {
      ...offline,
      'terraform-outputs': outputs,
      environment: 'A=${tf.url}',
    })
    expect(refusal(run)).toContain('allowed: tf.url.host, tf.url.port')
  })

  it('an image for one of several essential containers is told how to name it', async () => {
    const run = await renderIn({}, bothEssential, { ...offline, image: 'ghcr.io/a/b:1' })
    expect(refusal(run)).toContain(
      'cannot tell which container is meant; use images, with one of: api, proxy',
    )
  })
})
