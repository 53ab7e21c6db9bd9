// Leaves timers behind that nobody waits for.
const start = Date.now()
setTimeout(() => console.log('unref timer'), 60_000).unref()
setInterval(() => console.log('unref interval'), 40_000).unref()
AbortSignal.timeout(50_000)
await new Promise((resolve) => setTimeout(resolve, 30_000))
console.log(JSON.stringify({ virtualMs: Date.now() - start }))
