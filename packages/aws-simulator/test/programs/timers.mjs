// What programs do with timers and clocks, written down with the virtual second in which it happens.
import { promisify } from 'node:util'

const start = new Date()
const seen = []
const note = (what) => seen.push([what, (Date.now() - start.getTime()) / 1000])
const sleep = promisify(setTimeout)

const ticking = setInterval(() => note('tick'), 10_000)
const never = setTimeout(() => note('never'), 5000)
clearTimeout(never)
const byNumber = setTimeout(() => note('never'), 5000)
clearTimeout(byNumber[Symbol.toPrimitive]())
const later = setTimeout((text) => note(text), 20_000, 'refreshed')
setTimeout(() => later.refresh(), 15_000)
setTimeout(() => note('at once'))
await sleep(38_000)
clearInterval(ticking)
note(later.hasRef() ? 'ref' : 'unref')
note(Math.round(performance.now() / 1000) >= 38 ? 'performance' : 'no performance')
note(new Date() instanceof Date && new Date(5).getTime() === 5 ? 'date' : 'no date')
console.log(JSON.stringify(seen))
