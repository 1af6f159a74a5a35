import { ABSENT } from "./numbers";

const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit" });
const dayAndClock = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
const minute = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const full = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "long" });

/** A calendar day such as 2038-07-14, which has no time zone. */
export const formatDay = (date: string | null | undefined): string => (date ? day.format(new Date(`${date}T00:00:00Z`)) : ABSENT);

/** The time of day of an instant, with the day when it is not today. */
export function formatInstant(instant: string | null | undefined, now: Date = new Date()): string {
  if (!instant) return ABSENT;
  const date = new Date(instant);
  return date.toDateString() === now.toDateString() ? clock.format(date) : dayAndClock.format(date);
}

/** An instant in full, for titles and provenance. */
export const formatInstantInFull = (instant: string): string => full.format(new Date(instant));

/** How long something took or lies back: 38 min, 5 h 12 min, 3 days. */
export function formatDuration(seconds: number | null | undefined): string {
  if (seconds == null) return ABSENT;
  if (seconds < 60) return `${Math.floor(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
  return `${Math.floor(hours / 24)} days`;
}

/** Minutes as people say them: 4 h, 35 min, at once. */
export function formatMinutes(minutes: number | null | undefined): string {
  if (minutes == null) return ABSENT;
  return minutes === 0 ? "at once" : formatDuration(Math.round(minutes) * 60);
}

/** An appointment: the time of day to the minute, with the day when it is not today. */
export function formatAppointment(instant: string | null | undefined, now: Date = new Date()): string {
  if (!instant) return ABSENT;
  const date = new Date(instant);
  return (date.toDateString() === now.toDateString() ? minute : dayAndClock).format(date);
}
