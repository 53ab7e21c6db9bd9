// Sleeps, then tells the simulator so, again and again: what arrives shows who was when at work.
import { ListServicesCommand, ECSClient } from '@aws-sdk/client-ecs'

const [cluster, ...sleeps] = process.argv.slice(2)
const ecs = new ECSClient({ maxAttempts: 1 })
for (const seconds of sleeps) {
  await new Promise((resolve) => setTimeout(resolve, Number(seconds) * 1000))
  await ecs.send(new ListServicesCommand({ cluster })).catch(() => undefined)
}
