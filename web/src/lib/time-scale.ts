/** Minutes that read well on an axis. */
const TICKS: readonly (readonly [number, string])[] = [
  [0, "now"], [1, "1 min"], [5, "5 min"], [15, "15 min"], [30, "30 min"], [60, "1 h"], [120, "2 h"], [240, "4 h"], [480, "8 h"],
  [1_440, "1 day"], [2_880, "2 days"], [5_760, "4 days"], [10_080, "1 week"], [20_160, "2 weeks"], [43_200, "30 days"],
];

/** Minutes around which the scale turns from even to logarithmic. */
const TURN = 5;

export interface TimeScale {
  /** From minutes to a share of the axis, 0 to 1. */
  place: (minutes: number) => number;
  /** Ticks at least `gap` of the axis apart. */
  ticks: (gap: number) => { minutes: number; text: string; at: number }[];
}

/** An axis from now to `end` minutes on which minutes, hours and days are all seen: even near zero, logarithmic beyond. */
export function timeScale(end: number): TimeScale {
  const place = (minutes: number): number => Math.log1p(minutes / TURN) / Math.log1p(Math.max(end, 1) / TURN);
  return {
    place,
    ticks(gap) {
      const kept: { minutes: number; text: string; at: number }[] = [];
      for (const [minutes, text] of TICKS) {
        const at = place(minutes);
        if (at <= 1.0001 && at - (kept.at(-1)?.at ?? -1) >= gap) kept.push({ minutes, text, at });
      }
      return kept;
    },
  };
}
