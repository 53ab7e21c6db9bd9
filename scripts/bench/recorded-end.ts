/** A service deployment or a task, as far as it matters here; moments are seconds since 1970. */
interface Recorded {
  readonly createdAt: number
  readonly finishedAt?: number
  readonly stoppedAt?: number
  readonly taskDefinitionArn?: string
}

interface Answer {
  readonly serviceDeployments?: readonly Recorded[]
  readonly taskArns?: readonly string[]
  readonly tasks?: readonly Recorded[]
}

const place = { cluster: 'shop', service: 'api' }

/** When the first service deployment since `sinceMs` ended, by what ECS says; milliseconds since 1970. */
export async function endOfDeployment(url: string, sinceMs: number): Promise<number> {
  const { serviceDeployments = [] } = await ask(url, 'ListServiceDeployments', place)
  const own = serviceDeployments
    .filter(({ createdAt }) => createdAt * 1000 >= sinceMs)
    .toSorted((a, b) => a.createdAt - b.createdAt)
  return milliseconds(own[0]?.finishedAt)
}

/** When the second task of `api:2` had stopped: the first moment at which deaths can repeat themselves. */
export async function secondDeath(url: string): Promise<number> {
  const query = { cluster: place.cluster, serviceName: place.service, desiredStatus: 'STOPPED' }
  const { taskArns = [] } = await ask(url, 'ListTasks', query)
  const { tasks = [] } = await ask(url, 'DescribeTasks', {
    cluster: place.cluster,
    tasks: taskArns,
  })
  const deaths = tasks
    .filter(({ taskDefinitionArn = '' }) => taskDefinitionArn.endsWith('/api:2'))
    .map(({ stoppedAt }) => milliseconds(stoppedAt))
  return deaths.toSorted((a, b) => a - b)[1] ?? milliseconds(undefined)
}

function milliseconds(seconds: number | undefined): number {
  if (seconds === undefined) throw new Error('ECS has recorded no end of this rollout.')
  return seconds * 1000
}

/** One call by the wire protocol of ECS. */
async function ask(url: string, operation: string, input: object): Promise<Answer> {
  const target = `AmazonEC2ContainerServiceV20141113.${operation}`
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': target,
      authorization: 'AWS4-HMAC-SHA256 Credential=any/20260101/us-east-1/ecs/aws4_request',
    },
    body: JSON.stringify(input),
  })
  if (!answer.ok) throw new Error(`${operation} was refused: ${await answer.text()}`)
  // The simulator answers in the shapes of ECS.
  return (await answer.json()) as Answer
}
