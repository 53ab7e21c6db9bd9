// Waits for a command of its own while a deadline is pending.
import { execFile } from 'node:child_process'

const start = Date.now()
const deadline = setTimeout(() => console.log('deadline'), 20 * 60_000)
await new Promise((resolve) => execFile('sleep', ['0.2'], resolve))
clearTimeout(deadline)
console.log(JSON.stringify({ virtualMs: Date.now() - start }))
