// Polls a service for thirty minutes, as an action would, and says how long that was.
import { DescribeServicesCommand, ECSClient } from '@aws-sdk/client-ecs'

const [minutes = '30', everySeconds = '15'] = process.argv.slice(2)
const ecs = new ECSClient({ maxAttempts: 5 })
const start = Date.now()
let polls = 0
while (Date.now() - start < Number(minutes) * 60_000) {
  await ecs.send(new DescribeServicesCommand({ cluster: 'arbiter-ai', services: ['backend'] }))
  polls += 1
  await new Promise((resolve) => setTimeout(resolve, Number(everySeconds) * 1000))
}
console.log(JSON.stringify({ polls, virtualMs: Date.now() - start }))
