import { ECSClient, UpdateServiceCommand, waitUntilServicesStable } from '@aws-sdk/client-ecs'

const place = { cluster: 'shop', service: 'api' }

/** Updates the service, and waits for it as the SDK does when it is told to look every 15 seconds. */
export async function start(taskDefinition) {
  const client = new ECSClient()
  try {
    await client.send(new UpdateServiceCommand({ ...place, taskDefinition }))
    const schedule = { client, minDelay: 15, maxDelay: 15, maxWaitTime: 30 * 60 }
    await waitUntilServicesStable(schedule, { cluster: place.cluster, services: [place.service] })
  } catch (error) {
    console.log(String(error))
  } finally {
    client.destroy()
  }
}
