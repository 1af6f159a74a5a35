import { useState } from "react";
import { TextField } from "@/components/text-field";
import { Link } from "@/lib/router/router";
import { formatAmount, formatEuro } from "@/lib/format/numbers";
import { useProvision } from "../api/provision-makers";
import type { Asset } from "../api/account-contracts";
import type { LiquidityPreviewAnswer } from "../api/preview-contracts";
import { type LiquidityDraft, reduced } from "../model/liquidity-draft";
import { makerCountOf, provisionOf } from "../model/preview";
import styles from "./preview.module.css";

const figure = (asset: Asset, amount: number): string => (asset === "EUR" ? formatEuro(amount) : `${formatAmount(amount)} ${asset}`);

interface MissingAssetsProps {
  preview: LiquidityPreviewAnswer;
  draft: LiquidityDraft;
  onPreview: (draft: LiquidityDraft) => void;
}

/** What the market makers lack, and the ways out of it. */
export function MissingAssets({ preview, draft, onPreview }: MissingAssetsProps) {
  const provision = useProvision();
  const [typed, setTyped] = useState("1");
  const count = makerCountOf(typed);
  const missing = preview.missing_assets ?? [];
  const less = reduced(draft, preview.suggested_actions);
  const bringIn = (howMany: number | null): void =>
    provision.mutate(
      missing.map((asset) => provisionOf(asset, howMany)),
      { onSuccess: () => onPreview(draft) },
    );
  return (
    <section className={styles.missing} aria-labelledby="missing-assets">
      <h3 id="missing-assets">Insufficient assets</h3>
      {missing.map(({ certificate_type, side, asset_type, required, available, shortfall }) => (
        <div key={`${certificate_type}${side}`}>
          <p>
            {side === "BUY" ? "Bids" : "Asks"} in {certificate_type}
          </p>
          <dl>
            <div>
              <dt>Asset</dt>
              <dd>{asset_type}</dd>
            </div>
            <div>
              <dt>Required</dt>
              <dd>{figure(asset_type, required)}</dd>
            </div>
            <div>
              <dt>Available</dt>
              <dd>{figure(asset_type, available)}</dd>
            </div>
            <div data-missing>
              <dt>Missing</dt>
              <dd>{figure(asset_type, shortfall)}</dd>
            </div>
          </dl>
        </div>
      ))}
      <div className={styles.ways}>
        <TextField
          label={missing.length > 1 ? "New makers for each" : "New market makers"}
          value={typed}
          maxLength={3}
          fault={count === null ? "1 to 100." : null}
          onChange={setTyped}
        />
        <button type="button" className="button" disabled={provision.isPending || count === null} onClick={() => bringIn(count)}>
          {count === 1 && missing.length === 1 ? "Create a market maker" : "Create market makers"}
        </button>
        <button type="button" className="button" disabled={provision.isPending} onClick={() => bringIn(null)}>
          Fund existing
        </button>
        {less !== draft && (
          <button type="button" className="button" disabled={provision.isPending} onClick={() => onPreview(less)}>
            Use what is there
          </button>
        )}
      </div>
      <Link href="/cash-market/market-makers">See market makers</Link>
      {provision.error && (
        <p className={styles.fault} role="alert">
          {provision.error.message}
        </p>
      )}
    </section>
  );
}
