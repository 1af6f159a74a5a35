import { type SyntheticEvent, useState } from "react";
import { TextField } from "@/components/text-field";
import { shortAddress } from "../model/figures";
import styles from "./wallet-page.module.css";

interface AddressBarProps {
  wallet: string;
  fault: string | null;
  own: string | null;
  proven: readonly string[];
  onShow: (wallet: string) => void;
}

/** Which wallet the page is about; the reader's own are at hand. */
export function AddressBar({ wallet, fault, own, proven, onShow }: AddressBarProps) {
  const [text, setText] = useState(wallet);
  const mine = [...new Set([...(own === null ? [] : [own]), ...proven])];
  const isSame = (address: string): boolean => address.toLowerCase() === wallet.toLowerCase();
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (text.trim() !== "") onShow(text.trim());
  };
  return (
    <form className={styles.bar} onSubmit={submit} noValidate aria-label="Choose a wallet">
      <div className={styles.address}>
        <TextField label="Wallet address" kind="text" maxLength={64} placeholder="0x…" value={text} fault={text.trim() === wallet ? fault : null} onChange={setText} />
      </div>
      <button type="submit" className="button">
        Show
      </button>
      {mine.some((address) => !isSame(address)) && (
        <ul className={styles.mine} aria-label="Your wallets">
          {mine.map((address) => (
            <li key={address}>
              <button type="button" className="button" aria-pressed={isSame(address)} title={address} onClick={() => onShow(address)}>
                {shortAddress(address)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </form>
  );
}
