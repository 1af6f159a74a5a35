import { type Column, DataTable } from "@/components/data-table";
import type { BorrowedAssetAnswer, ProtocolPositionAnswer, SuppliedAssetAnswer } from "../api/position-contracts";
import { formatFraction, formatHealth, formatTokens, formatUsd } from "../model/figures";
import { colorOf, toneOf } from "../model/health";
import { partsOf } from "../model/shares";
import { protocolName } from "../model/words";
import styles from "./positions-panel.module.css";
import { ShareBar } from "./share-bar";

const SUPPLIED: readonly Column<SuppliedAssetAnswer>[] = [
  { name: "Supplied", cell: (a) => <Asset text={formatTokens(a.amount, a.asset)} hint={a.is_collateral ? null : "secures no debt"} /> },
  { name: "Worth", cell: (a) => <span>{formatUsd(a.value_usd)}</span>, isNumber: true },
  { name: "Counts up to", cell: (a) => <span>{formatFraction(a.liquidation_threshold)}</span>, isNumber: true },
  { name: "Earns a year", cell: (a) => <span>{formatFraction(a.apy)}</span>, isNumber: true },
];

const BORROWED: readonly Column<BorrowedAssetAnswer>[] = [
  { name: "Borrowed", cell: (a) => <span>{formatTokens(a.amount, a.asset)}</span> },
  { name: "Worth", cell: (a) => <span>{formatUsd(a.value_usd)}</span>, isNumber: true },
  { name: "Costs a year", cell: (a) => <span>{formatFraction(a.apy)}</span>, isNumber: true },
];

/** A wallet's position in one protocol: its health, how much of its limit is used, and its parts. */
export function PositionCard({ position }: { position: ProtocolPositionAnswer }) {
  const { protocol, health_factor: factor, borrowed_usd: borrowed, liquidation_value_usd: limit, supplied, borrowed: debts, e_mode: eMode } = position;
  const name = protocolName(protocol);
  return (
    <section className={styles.position} aria-label={name} data-protocol={protocol}>
      <header>
        <h3>{name}</h3>
        {eMode !== null && <span className={styles.small}>efficiency mode {eMode}</span>}
        <p>
          <i style={{ background: colorOf(toneOf(factor)) }} aria-hidden="true" />
          {borrowed === 0 ? "no debt" : factor === null ? "health not known" : `health factor ${formatHealth(factor)}`}
        </p>
      </header>
      {borrowed > 0 && limit > 0 && <Used borrowed={borrowed} limit={limit} color={colorOf(toneOf(factor))} />}
      <ShareBar label={`Shares of what is supplied to ${name}`} parts={partsOf(supplied.map(({ asset, value_usd }) => ({ name: asset, value: value_usd })))} />
      <DataTable caption={`Supplied to ${name}`} columns={SUPPLIED} rows={supplied} keyOf={({ asset }) => asset} stacks />
      {debts.length > 0 && <DataTable caption={`Borrowed from ${name}`} columns={BORROWED} rows={debts} keyOf={({ asset }) => asset} stacks />}
    </section>
  );
}

function Used({ borrowed, limit, color }: { borrowed: number; limit: number; color: string }) {
  const share = borrowed / limit;
  return (
    <div className={styles.used}>
      <p>
        <span>
          Owes <b>{formatUsd(borrowed)}</b>
        </span>
        <span>
          liquidated above <b>{formatUsd(limit)}</b>
        </span>
      </p>
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" role="img" aria-label={`${formatFraction(share)} of the debt at which it is liquidated`}>
        <rect className={styles.track} width="100" height="8" />
        <rect width={Math.min(100, 100 * share)} height="8" style={{ fill: color }} />
      </svg>
    </div>
  );
}

function Asset({ text, hint }: { text: string; hint: string | null }) {
  return (
    <span>
      {text}
      {hint && <span className={styles.small}> {hint}</span>}
    </span>
  );
}
