/**
 * Puts an unmodified program under the simulator's virtual time: `node --import <this file> program.js`
 * with DEPLOY_ACTIONS_CLOCK set to the simulator's URL. Without that variable it does nothing.
 */
import { putProcessUnder } from './install.ts'
import { connect } from './remote-link.ts'
import { VirtualClock } from './virtual-clock.ts'

const clockUrl = process.env['DEPLOY_ACTIONS_CLOCK']
if (clockUrl !== undefined && clockUrl !== '') {
  const link = await connect(clockUrl, process.env['DEPLOY_ACTIONS_CLOCK_PARTICIPANT'])
  const clock = new VirtualClock(link, link.startMs)
  link.onWake((nowMs) => clock.wake(nowMs))
  putProcessUnder(clock)
}
