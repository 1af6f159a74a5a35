import { ABSENT } from "@/lib/format/numbers";

const format = (min: number, max: number): Intl.NumberFormat =>
  new Intl.NumberFormat("en", { minimumFractionDigits: min, maximumFractionDigits: max });

const whole = format(0, 0);
const two = format(2, 2);
const upToTwo = format(0, 2);
const one = format(0, 1);
const six = format(0, 6);

const MILLION = 1_000_000;
const COMPACT_FROM = 100 * MILLION;

const shown = (value: number | null | undefined, by: (value: number) => string): string => (value == null ? ABSENT : by(value));
const minus = (value: number): string => (value < 0 ? "−" : "");

/** Dollars without noise: $1,234 from a thousand on, else with cents; $123.5m from a hundred million on. */
export const formatUsd = (value: number | null | undefined): string =>
  shown(value, (v) => {
    const size = Math.abs(v);
    const text = size >= COMPACT_FROM ? `${one.format(size / MILLION)}m` : (size >= 1_000 ? whole : two).format(size);
    return `${minus(v)}$${text}`;
  });

/** A price of one token, to a tenth of a thousandth where it is small: $2,954, $0.9997. */
export const formatTokenPrice = (value: number | null | undefined): string =>
  shown(value, (v) => (v >= 10 ? formatUsd(v) : `$${format(2, v < 0.01 ? 6 : 4).format(v)}`));

/** A health factor, rounded down so that 0.998 does not look as if it were 1; a debt of dust makes it larger than says anything. */
export const formatHealth = (value: number | null | undefined): string =>
  shown(value, (v) => (v > 100 ? "more than 100" : two.format(Math.floor(v * 100 + 1e-9) / 100)));

/** A fraction in percent: 12%, 2.9%, 0.05%. */
export const formatFraction = (value: number | null | undefined): string =>
  shown(value, (v) => {
    const percent = Math.abs(v * 100);
    return `${minus(v)}${(percent >= 10 ? whole : percent >= 1 ? one : upToTwo).format(percent)}%`;
  });

/** A change in percent with its sign: +4.1%, −12%. */
export const formatChange = (value: number | null | undefined): string =>
  shown(value, (v) => (v > 0 ? `+${formatFraction(v)}` : formatFraction(v)));

/** A probability; what is tiny is not said to be nothing. */
export const formatProbability = (value: number | null | undefined): string =>
  shown(value, (v) => (v > 0 && v < 0.0005 ? "under 0.1%" : v > 0.9995 && v < 1 ? "over 99.9%" : v >= 0.1 ? `${whole.format(v * 100)}%` : `${one.format(v * 100)}%`));

/** So many tokens, with as many digits as matter: 12,500, 3.25, 0.000125. */
export const formatTokens = (value: number, asset: string): string => {
  const size = Math.abs(value);
  return `${(size >= 1_000 ? whole : size >= 1 ? upToTwo : six).format(value)} ${asset}`;
};

/** A figure with at most so many decimals. */
export const formatDecimals = (value: number | null | undefined, decimals: number): string => shown(value, (v) => format(decimals, decimals).format(v));

/** An address short enough for a line: 0x2c75…5c23. */
export const shortAddress = (wallet: string): string => (wallet.length > 12 ? `${wallet.slice(0, 6)}…${wallet.slice(-4)}` : wallet);
