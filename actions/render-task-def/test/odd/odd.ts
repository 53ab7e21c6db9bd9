/** A definition that is right, however odd: the edit is made in its container `app`. */
export type Odd = readonly [situation: string, definition: object]

const role = 'arn:aws:iam::123456789012:role/execution'
const image = 'ghcr.io/owner/app:1'

/** A definition for Fargate, with the container `app` and others behind it. */
export function onFargate(
  app: object = {},
  task: object = {},
  others: readonly object[] = [],
): object {
  return {
    family: 'odd',
    requiresCompatibilities: ['FARGATE'],
    networkMode: 'awsvpc',
    cpu: '1024',
    memory: '4096',
    executionRoleArn: role,
    ...task,
    containerDefinitions: [{ name: 'app', image, ...app }, ...others],
  }
}

/** A definition for EC2; the keys of the task stand behind its containers. */
export function onEc2(app: object = {}, task: object = {}, others: readonly object[] = []): object {
  return {
    containerDefinitions: [{ memory: 256, name: 'app', image, ...app }, ...others],
    family: 'odd',
    requiresCompatibilities: ['EC2'],
    executionRoleArn: role,
    ...task,
  }
}

/** A container beside `app`. */
export function sidecar(name: string, container: object = {}): object {
  return { name, image: 'docker.io/library/envoy:2', essential: false, memory: 64, ...container }
}
