import { figuresOf, missesOf, ratioOf, type Group } from './measurement.ts'

/** The measurements with medians, worst and ratios, for programs that compare them over time. */
export function asJson(groups: readonly Group[]) {
  return groups.map(({ title, measurements }) => ({
    title,
    measurements: measurements.map((measurement) => {
      const { what, unit, ours, peer, target, fault } = measurement
      return {
        what,
        unit,
        runs: ours.length,
        ours: figuresOf(ours),
        peer: figuresOf(peer),
        ratio: ratioOf(measurement),
        target,
        fault,
        misses: missesOf(measurement),
      }
    }),
  }))
}
