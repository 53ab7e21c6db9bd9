/** A duration for people: `0.4 s`, `42 s`, `3 min 20 s`, `1 h 5 min`. */
export function formatDuration(seconds: number): string {
  if (seconds < 9.95) return `${Number(seconds.toFixed(1))} s`
  const whole = Math.round(seconds)
  if (whole < 60) return `${whole} s`
  const minutes = Math.floor(whole / 60)
  if (minutes >= 60) return parts([Math.floor(minutes / 60), 'h'], [minutes % 60, 'min'])
  return parts([minutes, 'min'], [whole % 60, 's'])
}

function parts(...units: readonly (readonly [amount: number, unit: string])[]): string {
  return units
    .filter(([amount], index) => index === 0 || amount > 0)
    .map(([amount, unit]) => `${amount} ${unit}`)
    .join(' ')
}
