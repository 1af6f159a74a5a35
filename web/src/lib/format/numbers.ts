/** Shown for what was not observed. */
export const ABSENT = "–";

const format = (min: number, max: number): Intl.NumberFormat =>
  new Intl.NumberFormat("en", { minimumFractionDigits: min, maximumFractionDigits: max });

const whole = format(0, 0);
const one = format(1, 1);
const two = format(2, 2);
const price = format(2, 4);
const coupon = format(0, 4);
const short = format(0, 2);
const signed = new Intl.NumberFormat("en", { minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: "exceptZero" });

const shown = (value: number | null | undefined, by: (value: number) => string): string => (value == null ? ABSENT : by(value));

/** A price in percent of face: 98.25. */
export const formatPrice = (value: number | null | undefined): string => shown(value, (v) => price.format(v));

/** An amount or a count with thousands separated: 104,000. */
export const formatAmount = (value: number | null | undefined): string => shown(value, (v) => whole.format(v));

/** A score from 0 to 100 without decimals, rounded down, so that 69.9 does not look as if it reached the band that begins at 70. */
export const formatScore = (value: number | null | undefined): string => shown(value, (v) => whole.format(Math.floor(v)));

/** A score from 0 to 100 with two decimals. */
export const formatExactScore = (value: number | null | undefined): string => shown(value, (v) => two.format(v));

/** Basis points: 12.0 bp. */
export const formatBasisPoints = (value: number | null | undefined): string => shown(value, (v) => `${one.format(v)} bp`);

/** Basis points as a percentage: 0.12%. */
export const formatBasisPointsAsPercent = (value: number | null | undefined): string => shown(value, (v) => `${two.format(v / 100)}%`);

/** A share of one as a percentage: 87%. */
export const formatShare = (value: number | null | undefined): string => shown(value, (v) => `${whole.format(v * 100)}%`);

/** A coupon in percent of face: 3.875%. */
export const formatCoupon = (value: number | null | undefined): string => shown(value, (v) => `${coupon.format(v)}%`);

/** An amount of money, to the cent below a thousand: CHF 102.86, CHF 12,500. */
export function formatMoney(value: number | null | undefined, currency: string | null): string {
  const text = shown(value, (v) => (Math.abs(v) < 1_000 ? two : whole).format(v));
  return currency && value != null ? `${currency} ${text}` : text;
}

/** A large amount in few letters: 250k, 2.5m. */
export const formatCompact = (value: number): string =>
  value >= 1_000_000 ? `${short.format(value / 1_000_000)}m` : value >= 1_000 ? `${short.format(value / 1_000)}k` : whole.format(value);

/** A figure with its sign: +0.17, −2.50. */
export const formatSigned = (value: number | null | undefined): string => shown(value, (v) => signed.format(v).replace("-", "−"));

/** A figure with at most four decimals. */
export const formatFigure = (value: number | null | undefined): string => shown(value, (v) => coupon.format(v));

const euro = new Intl.NumberFormat("en", { style: "currency", currency: "EUR" });
const bareEuro = new Intl.NumberFormat("en", { style: "currency", currency: "EUR", maximumFractionDigits: 0 });

/** Euros to the cent: €1,234.50. */
export const formatEuro = (value: number | null | undefined): string => shown(value, (v) => euro.format(v));

/** Euros, with cents only where there are some: €90,000, €71.50. */
export const formatRoundEuro = (value: number | null | undefined): string =>
  shown(value, (v) => (Number.isInteger(v) ? bareEuro : euro).format(v));

/** What is in percent already: 0.42%. */
export const formatPercent = (value: number | null | undefined): string => shown(value, (v) => `${two.format(v)}%`);

/** A change in percent with its sign: +1.20%. */
export const formatSignedPercent = (value: number | null | undefined): string => shown(value, (v) => `${formatSigned(v)}%`);
