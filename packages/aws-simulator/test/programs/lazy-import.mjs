// A deadline of twenty minutes is pending while files are read and a part of the program is loaded.
import { readFile } from 'node:fs/promises'

const start = Date.now()
const deadline = setTimeout(() => console.log('deadline'), 20 * 60_000)
for (let round = 0; round < 20; round += 1) {
  await readFile(new URL(import.meta.url))
  await import(`./lazy-part.mjs?round=${round}`)
}
clearTimeout(deadline)
console.log(JSON.stringify({ virtualMs: Date.now() - start }))
