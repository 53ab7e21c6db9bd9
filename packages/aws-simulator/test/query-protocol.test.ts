import {
  CreateRuleCommand,
  CreateRule$,
  DescribeTargetHealthCommand,
  DescribeTargetHealth$,
  ElasticLoadBalancingV2Client,
  RemoveTagsCommand,
  RemoveTags$,
  type DescribeTargetHealthOutput,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import {
  GetRole$,
  GetRoleCommand,
  IAMClient,
  SimulatePrincipalPolicy$,
  SimulatePrincipalPolicyCommand,
  type GetRoleResponse,
  type SimulatePolicyResponse,
  type SimulatePrincipalPolicyRequest,
} from '@aws-sdk/client-iam'
import { NormalizedSchema } from '@smithy/core/schema'
import type { StaticListSchema, StaticMapSchema, StaticStructureSchema } from '@smithy/types'
import { afterEach, describe, expect, it } from 'vitest'
import { AwsError } from '../src/protocol/aws-error.ts'
import { decodeInput } from '../src/protocol/decode.ts'
import { operation, type Operation, type ServiceDefinition } from '../src/protocol/operation.ts'
import { wires } from '../src/protocol/wire.ts'
import { HttpServer, readBody } from '../src/server/http-server.ts'
import { parseCall } from '../src/server/parse-call.ts'
import { queryInput } from '../src/protocol/query-input.ts'
import { xmlOutput } from '../src/protocol/xml-output.ts'

const versions = { iam: '2010-05-08', elb: '2015-12-01' }
const servers: HttpServer[] = []

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()))
})

/** A service of one operation; remembers the input of its last call, as it was decoded. */
async function serve(version: string, played: Operation) {
  const heard: { input?: unknown } = {}
  const service: ServiceDefinition = {
    target: version,
    protocol: 'query',
    parameterError: 'ValidationError',
    operations: [played],
  }
  const server = await HttpServer.listen({
    port: 0,
    handle: async (request, response) => {
      const call = parseCall({ headers: request.headers, body: await readBody(request) }, [service])
      const answer = (() => {
        try {
          heard.input = decodeInput(played.input, call.input, service.parameterError)
          return wires.query.success(played, played.handle(heard.input), 'id')
        } catch (error) {
          if (error instanceof AwsError) return wires.query.failure(error, 'id')
          throw error
        }
      })()
      response.writeHead(answer.status, { ...answer.headers }).end(answer.body)
    },
  })
  servers.push(server)
  return { heard, client: clientOptions(server.url), url: server.url }
}

function clientOptions(endpoint: string) {
  const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' }
  return { endpoint, region: 'us-east-1', credentials, maxAttempts: 1 }
}

describe('The input of a query call', () => {
  it('has its lists, structures in lists and numbers in them', async () => {
    const { heard, client } = await serve(
      versions.elb,
      operation(CreateRule$, () => ({ Rules: [] })),
    )
    const input = {
      ListenerArn: 'arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/x/1/2',
      Priority: 10,
      Conditions: [
        { Field: 'path-pattern', Values: ['/api/*', '/v1/a&b=c'] },
        { Field: 'host-header', HostHeaderConfig: { Values: ['example.com'] } },
      ],
      Actions: Array.from({ length: 11 }, (_, index) => ({
        Type: 'forward' as const,
        Order: index + 1,
        ForwardConfig: {
          TargetGroups: [{ TargetGroupArn: 'a', Weight: 1 }],
          TargetGroupStickinessConfig: { Enabled: false },
        },
      })),
    }
    await new ElasticLoadBalancingV2Client(client).send(new CreateRuleCommand(input))
    expect(heard.input).toEqual(input)
  })

  it('tells an empty list from one that is not there', async () => {
    const { heard, client } = await serve(
      versions.elb,
      operation(RemoveTags$, () => ({})),
    )
    const input = { ResourceArns: ['a'], TagKeys: [] }
    await new ElasticLoadBalancingV2Client(client).send(new RemoveTagsCommand(input))
    expect(heard.input).toEqual(input)
  })

  it('keeps what looks like a number or a boolean as the text that it is', async () => {
    const { heard, client } = await serve(
      versions.iam,
      operation(SimulatePrincipalPolicy$, () => ({})),
    )
    const input: SimulatePrincipalPolicyRequest = {
      PolicySourceArn: 'arn:aws:iam::123456789012:role/x',
      ActionNames: ['1', 'true', ''],
      MaxItems: 5,
      ContextEntries: [
        { ContextKeyName: 'k', ContextKeyType: 'stringList', ContextKeyValues: ['007', 'ä ö'] },
      ],
    }
    await new IAMClient(client).send(new SimulatePrincipalPolicyCommand(input))
    expect(heard.input).toEqual(input)
  })

  it.each([
    ['MaxItems=many', /STRING_VALUE can not be converted to a number at MaxItems/],
    ['Colour=red', /Unknown parameter Colour/],
    ['ResourceArns.1=a', /OBJECT_VALUE can not be converted to a list at ResourceArns/],
  ])('is refused where it does not fit: %s', async (parameter, message) => {
    const { url } = await serve(
      versions.iam,
      operation(SimulatePrincipalPolicy$, () => ({})),
    )
    const required = 'PolicySourceArn=arn:aws:iam::1:role/x&ActionNames.member.1=a:b'
    const form = `Action=SimulatePrincipalPolicy&Version=${versions.iam}&${required}&${parameter}`
    const answer = await fetch(url, { method: 'POST', body: form })
    expect(answer.status).toBe(400)
    expect(await answer.text()).toMatch(message)
  })
})

describe('The answer to a query call', () => {
  it('has its moments, lists and structures, and text with markup in it', async () => {
    const role = {
      Path: '/',
      RoleName: 'x',
      RoleId: 'AROA',
      Arn: 'arn:aws:iam::123456789012:role/x',
      CreateDate: new Date('2026-01-01T00:00:00.250Z'),
      AssumeRolePolicyDocument: '{"a":"<&>\\"\'"}',
      Tags: [
        { Key: 'a', Value: '' },
        { Key: 'b', Value: '1' },
      ],
      RoleLastUsed: { LastUsedDate: new Date('2026-01-02T00:00:00Z'), Region: undefined },
    }
    const { client } = await serve(
      versions.iam,
      operation(GetRole$, (): GetRoleResponse => ({ Role: role })),
    )
    const answer = await new IAMClient(client).send(new GetRoleCommand({ RoleName: 'x' }))
    expect(answer.Role).toEqual({
      ...role,
      RoleLastUsed: { LastUsedDate: role.RoleLastUsed.LastUsedDate },
    })
  })

  it('has its maps, numbers and booleans, and its empty lists', async () => {
    const result = {
      IsTruncated: false,
      EvaluationResults: [
        {
          EvalActionName: 'ecs:RunTask',
          EvalDecision: 'allowed' as const,
          EvalDecisionDetails: { first: 'allowed' as const, second: 'explicitDeny' as const },
          MatchedStatements: [{ StartPosition: { Line: 3, Column: 19 } }],
          MissingContextValues: [],
        },
      ],
    }
    const { client } = await serve(
      versions.iam,
      operation(SimulatePrincipalPolicy$, (): SimulatePolicyResponse => result),
    )
    const command = new SimulatePrincipalPolicyCommand({
      PolicySourceArn: 'arn:aws:iam::123456789012:role/x',
      ActionNames: ['ecs:RunTask'],
    })
    expect(await new IAMClient(client).send(command)).toMatchObject(result)
  })

  it('leaves out what is undefined, deep inside as well', async () => {
    const { client } = await serve(
      versions.elb,
      operation(DescribeTargetHealth$, (): DescribeTargetHealthOutput => ({
        TargetHealthDescriptions: [
          { Target: { Id: '10.0.0.1', Port: 80 }, TargetHealth: { Reason: undefined } },
        ],
      })),
    )
    const { TargetHealthDescriptions } = await new ElasticLoadBalancingV2Client(client).send(
      new DescribeTargetHealthCommand({ TargetGroupArn: 'a' }),
    )
    expect(TargetHealthDescriptions).toEqual([
      { Target: { Id: '10.0.0.1', Port: 80 }, TargetHealth: {} },
    ])
  })

  it('is the modelled error where the service refuses', async () => {
    const { client } = await serve(
      versions.iam,
      operation(GetRole$, () => {
        throw new AwsError('NoSuchEntity', 'The role with name <x> cannot be found.', {
          status: 404,
        })
      }),
    )
    const sending = new IAMClient(client).send(new GetRoleCommand({ RoleName: 'x' }))
    await expect(sending).rejects.toMatchObject({
      name: 'NoSuchEntityException',
      message: 'The role with name <x> cannot be found.',
      $metadata: { httpStatusCode: 404 },
    })
  })
})

describe('A schema with flattened and renamed members', () => {
  const names: StaticListSchema = [1, 'test', 'Names', { xmlFlattened: 1 }, 0]
  const labels: StaticMapSchema = [2, 'test', 'Labels', 0, 0, 1]
  const tags: StaticMapSchema = [
    2,
    'test',
    'Tags',
    { xmlFlattened: 1 },
    [0, { xmlName: 'Name' }],
    [0, { xmlName: 'Content' }],
  ]
  const shape: StaticStructureSchema = [
    3,
    'test',
    'Shape',
    0,
    ['Names', 'Labels', 'Tags'],
    [[() => names, { xmlName: 'Name' }], () => labels, [() => tags, { xmlName: 'Tag' }]],
  ]
  const schema = NormalizedSchema.of(shape)

  it('is read as it is written in a form, in the order of the numbers', () => {
    const form = new URLSearchParams(
      'Name.10=c&Name.2=b&Name.1=a&Labels.entry.1.key=x&Labels.entry.1.value=1' +
        '&Tag.1.Name=team&Tag.1.Content=arbiter',
    )
    expect(queryInput(schema, form)).toEqual({
      Names: ['a', 'b', 'c'],
      Labels: { x: 1 },
      Tags: { team: 'arbiter' },
    })
  })

  it('is written as elements that repeat', () => {
    const value = { Names: ['a', 'b'], Labels: { x: 1 }, Tags: { team: 'arbiter' } }
    expect(xmlOutput(schema, value)).toBe(
      '<Name>a</Name><Name>b</Name>' +
        '<Labels><entry><key>x</key><value>1</value></entry></Labels>' +
        '<Tag><Name>team</Name><Content>arbiter</Content></Tag>',
    )
  })

  it('has no member that AWS has not', () => {
    expect(() => xmlOutput(schema, { Colour: 'red' })).toThrow(/Shape.Colour, which AWS has not/)
  })
})
