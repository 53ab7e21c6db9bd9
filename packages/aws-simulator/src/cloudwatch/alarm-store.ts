import type { Arns } from '../cloud/arns.ts'
import type { Moments } from '../cloud/moments.ts'
import type { Timeline } from '../cloud/timeline.ts'
import { durationMs } from '../world/durations.ts'
import type { AlarmStateValue, WorldAlarm } from '../world/world.ts'

/** An alarm of CloudWatch. */
export interface Alarm {
  readonly name: string
  readonly arn: string
  stateValue: AlarmStateValue
  stateReason: string
  updatedAt: Date
}

/** Hears of each alarm that goes into ALARM. */
export type AlarmListener = (alarm: Alarm) => void

/** The CloudWatch alarms of the account: they change by the world, or by SetAlarmState. */
export class AlarmStore {
  readonly #timeline: Timeline
  readonly #alarms: ReadonlyMap<string, Alarm>
  readonly #listeners: AlarmListener[] = []

  constructor(
    declared: readonly WorldAlarm[],
    { arns, timeline, moments }: { arns: Arns; timeline: Timeline; moments: Moments },
  ) {
    this.#timeline = timeline
    this.#alarms = new Map(
      declared.map(({ alarmName: name, stateValue = 'OK' }) => [
        name,
        {
          name,
          arn: arns.of('cloudwatch', `alarm:${name}`),
          stateValue,
          stateReason: 'Threshold Crossed: no datapoint was evaluated.',
          updatedAt: timeline.now(),
        },
      ]),
    )
    for (const { alarmName, changes = [] } of declared) {
      for (const { after = '0s', since, stateValue } of changes) {
        const reason = `Threshold Crossed: 1 datapoint led to ${stateValue}.`
        moments.after(since, durationMs(after), () => this.set(alarmName, stateValue, reason))
      }
    }
  }

  /** By name, in alphabetical order. */
  all(): readonly Alarm[] {
    return [...this.#alarms.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1))
  }

  find(name: string): Alarm | undefined {
    return this.#alarms.get(name)
  }

  /** Puts an alarm into a state; returns false when there is none of this name. */
  set(name: string, stateValue: AlarmStateValue, stateReason: string): boolean {
    const alarm = this.#alarms.get(name)
    if (alarm === undefined) return false
    const isNew = alarm.stateValue !== stateValue
    alarm.stateReason = stateReason
    if (!isNew) return true
    alarm.stateValue = stateValue
    alarm.updatedAt = this.#timeline.now()
    if (stateValue === 'ALARM') for (const hear of this.#listeners) hear(alarm)
    return true
  }

  /** `listener` hears of every alarm that goes into ALARM from now on. */
  onAlarm(listener: AlarmListener): void {
    this.#listeners.push(listener)
  }
}
