import { type SyntheticEvent, useId, useState } from "react";
import { Modal } from "@/components/modal";
import { Segmented } from "@/components/segmented";
import { TextField } from "@/components/text-field";
import { faultAt, faultBeside } from "@/lib/http/problem";
import type { Asset } from "../api/account-contracts";
import { useFundMaker } from "../api/fund-maker";
import type { MarketMakerAnswer } from "../api/maker-contracts";
import { assetAmountOf, assetsOf, balanceOf } from "../model/makers";
import { amountText } from "./maker-card";
import styles from "./page.module.css";

const FIELDS = ["amount", "asset_type", "notes"];

/** Pays in what a market maker quotes with; a minus takes out. */
export function FundMakerModal({ maker, onClose }: { maker: MarketMakerAnswer; onClose: () => void }) {
  const form = useId();
  const assets = assetsOf(maker.mm_type);
  const [asset, setAsset] = useState<Asset>(assets[0] ?? "EUR");
  const [text, setText] = useState("");
  const [notes, setNotes] = useState("");
  const [isChecked, setChecked] = useState(false);
  const funding = useFundMaker(maker.id);
  const amount = assetAmountOf(text, asset);
  const { available } = balanceOf(maker, asset);
  const fault =
    amount === null || amount === 0
      ? asset === "EUR" ? "An amount in whole cents, such as 100,000." : "A whole number of certificates."
      : amount < -available ? "More than it has available." : null;
  const elsewhere = faultBeside(funding.error, FIELDS);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setChecked(true);
    if (fault !== null || amount === null) return;
    funding.mutate({ asset_type: asset, amount, ...(notes.trim() !== "" && { notes: notes.trim() }) }, { onSuccess: onClose });
  };
  return (
    <Modal
      title={`Fund ${maker.name}`}
      onClose={onClose}
      actions={
        <>
          <button type="button" className="button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" form={form} className="button" data-kind="main" disabled={funding.isPending}>
            {funding.isPending ? "Sending…" : (amount ?? 0) < 0 ? "Take out" : "Pay in"}
          </button>
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={submit} noValidate>
        {assets.length > 1 && (
          <div>
            <Segmented label="Asset" options={assets.map((name) => ({ value: name, text: name }))} value={asset} onChange={setAsset} />
          </div>
        )}
        <TextField
          label="Amount"
          unit={asset}
          value={text}
          maxLength={18}
          placeholder={asset === "EUR" ? "100,000" : "1,000"}
          hint={`Available now: ${amountText(asset, available)}. A minus takes out.`}
          fault={(isChecked ? fault : null) ?? faultAt(funding.error, "amount") ?? faultAt(funding.error, "asset_type")}
          onChange={setText}
        />
        <TextField label="Notes" kind="text" value={notes} maxLength={500} onChange={setNotes} fault={faultAt(funding.error, "notes")} />
        {elsewhere !== null && (
          <p className={styles.fault} role="alert">
            {elsewhere}
          </p>
        )}
      </form>
    </Modal>
  );
}
