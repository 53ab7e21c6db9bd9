import { installVirtualTime, startSimulator } from '@deploy-actions/aws-simulator'

/** Time in this process moves only when everybody sleeps, until the scope ends. */
export async function virtualTime(): Promise<AsyncDisposable> {
  const simulator = await startSimulator({ world: {} })
  const uninstall = installVirtualTime(simulator.clock)
  return {
    async [Symbol.asyncDispose]() {
      uninstall()
      await simulator.stop()
    },
  }
}
