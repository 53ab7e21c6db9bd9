import { call } from '../call.ts'
import type { LookupContext } from '../lookup-context.ts'

/** The parameters that are asked about, by name, in a region. */
export interface NamedParameters {
  readonly region: string | undefined
  readonly names: readonly string[]
}

/** How many values a filter takes. */
const namesAtOnce = 50

/** Which of the names are those of parameters. Throws what {@link call} throws. */
export async function describeParameters(
  context: LookupContext,
  { region, names }: NamedParameters,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  for (let from = 0; from < names.length; from += namesAtOnce) {
    const some = names.slice(from, from + namesAtOnce)
    for (const name of await describeSome(context, { region, names: some })) found.add(name)
  }
  return found
}

/** A page may be empty and have others behind it. */
async function describeSome(
  { clients, signal }: LookupContext,
  { region, names }: NamedParameters,
): Promise<readonly string[]> {
  const { DescribeParametersCommand } = await import('@aws-sdk/client-ssm')
  const client = await clients.ssm(region)
  const found: string[] = []
  let token: string | undefined
  do {
    const command = new DescribeParametersCommand({
      ParameterFilters: [{ Key: 'Name', Option: 'Equals', Values: [...names] }],
      MaxResults: 50,
      NextToken: token,
    })
    const { Parameters = [], NextToken } = await call(client, command, { signal })
    found.push(...Parameters.map(({ Name = '' }) => Name))
    token = NextToken
  } while (token !== undefined && found.length < names.length)
  return found
}

/** The names of some parameters of a region. Throws what {@link call} throws. */
export async function listParameters(
  { clients, signal }: LookupContext,
  region: string | undefined,
): Promise<readonly string[]> {
  const { DescribeParametersCommand } = await import('@aws-sdk/client-ssm')
  const command = new DescribeParametersCommand({ MaxResults: 50 })
  const { Parameters = [] } = await call(await clients.ssm(region), command, { signal })
  return Parameters.map(({ Name = '' }) => Name).toSorted()
}
