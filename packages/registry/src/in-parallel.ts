/**
 * Does work for each item, a few at once. The first that fails ends the others, by the signal that they are given; it
 * is thrown when all have ended, so that nothing goes on unseen.
 */
export async function inParallel<Item>(
  items: readonly Item[],
  { atOnce, signal }: { readonly atOnce: number; readonly signal: AbortSignal },
  work: (item: Item, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const stop = new AbortController()
  const under = AbortSignal.any([signal, stop.signal])
  const failures: unknown[] = []
  const queue = items.values()
  const workers = Array.from({ length: Math.min(atOnce, items.length) }, async () => {
    for (const item of queue) {
      if (failures.length > 0) return
      try {
        await work(item, under)
      } catch (error) {
        failures.push(error)
        stop.abort(new Error('Another part failed.'))
      }
    }
  })
  await Promise.all(workers)
  if (failures.length > 0) throw failures[0]
}
