/** From a value to a place on the screen. */
export type Scale = (value: number) => number;

type Range = readonly [from: number, to: number];

/** Equal differences take equal space. A domain without width maps to the middle. */
export function linear([d0, d1]: Range, [r0, r1]: Range): Scale {
  if (d0 === d1) return () => (r0 + r1) / 2;
  return (value) => r0 + ((value - d0) / (d1 - d0)) * (r1 - r0);
}

/** Least and greatest of the values, with a little room around; `floor` keeps it from going below. */
export function domainOf(values: readonly number[], floor = -Infinity): [number, number] {
  if (values.length === 0) return [0, 1];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = high === low ? Math.max(1, Math.abs(high) * 0.1) : (high - low) * 0.08;
  return [Math.max(floor, low - room), high + room];
}

/** Round values that divide a domain into about `count` parts. */
export function ticks([low, high]: Range, count: number): number[] {
  const step = roundStep((high - low) / Math.max(1, count));
  if (!(step > 0)) return [low];
  const found: number[] = [];
  for (let i = Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) found.push(Number((i * step).toPrecision(12)));
  return found;
}

// Of 1, 2, 5 and 10 the one that is nearest by ratio.
function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const lead = rough / power;
  return (lead < 1.42 ? 1 : lead < 3.17 ? 2 : lead < 7.08 ? 5 : 10) * power;
}

/** Whole minutes, quarters, hours or days that divide a period into at most `count` parts; instants in milliseconds, local time. */
export function timeTicks([from, to]: Range, count: number): number[] {
  const minute = 60_000;
  const steps = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1_440, 2_880, 10_080].map((m) => m * minute);
  const step = steps.find((s) => (to - from) / s <= count) ?? Math.ceil((to - from) / count / (1_440 * minute)) * 1_440 * minute;
  const offset = new Date(from).getTimezoneOffset() * minute;
  const found: number[] = [];
  for (let t = Math.ceil((from - offset) / step) * step + offset; t <= to; t += step) found.push(t);
  return found;
}
