// Asks for something that is answered late, with a patience of its own, by node:http or by fetch.
import { get } from 'node:http'

const [how, patienceSeconds] = process.argv.slice(2)
const url = process.env.AWS_ENDPOINT_URL
const start = Date.now()
const signal = AbortSignal.timeout(Number(patienceSeconds) * 1000)
const byHttp = () =>
  new Promise((resolve, reject) => {
    const request = get(url, { signal }, (answer) => {
      answer.resume()
      answer.on('end', () => resolve(answer.statusCode))
    })
    request.on('error', reject)
  })
const byFetch = async () => {
  const answer = await fetch(url, { signal })
  await answer.text()
  return answer.status
}
const outcome = await (how === 'fetch' ? byFetch() : byHttp()).catch((error) => error.name)
console.log(JSON.stringify({ outcome, virtualMs: Date.now() - start }))
