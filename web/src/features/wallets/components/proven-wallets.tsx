import { useState } from "react";
import { Confirm } from "@/components/confirm";
import { Panel } from "@/components/panel";
import { formatInstant } from "@/lib/format/dates";
import { Link } from "@/lib/router/router";
import { useBoundWallets } from "../api/list-bound-wallets";
import type { WalletBindingAnswer } from "../api/proof-contracts";
import { useUnbinding } from "../api/unbind-wallet";
import { walletHref } from "../model/chosen-wallet";
import { shortAddress } from "../model/figures";
import styles from "./wallet-page.module.css";

/** The wallets that the reader has proven; each can be given up. */
export function ProvenWallets() {
  const { data } = useBoundWallets();
  const [toGiveUp, setToGiveUp] = useState<string | null>(null);
  const unbinding = useUnbinding();
  if (!data || data.items.length === 0) return null;
  const close = (): void => {
    setToGiveUp(null);
    unbinding.reset();
  };
  return (
    <div className={styles.proven}>
      <Panel title="Wallets you have proven">
        <ul data-field="proven-wallets">
          {data.items.map((binding) => (
            <Proven key={binding.wallet_address} binding={binding} onGiveUp={setToGiveUp} />
          ))}
        </ul>
      </Panel>
      {toGiveUp !== null && (
        <Confirm
          title="Give this wallet up?"
          action="Give up"
          isPending={unbinding.isPending}
          error={unbinding.error}
          onConfirm={() => unbinding.mutate(toGiveUp, { onSuccess: close })}
          onClose={close}
        >
          <p>
            You will no longer be able to read <span className={styles.mono}>{toGiveUp}</span> here. You can prove it again at any time.
          </p>
        </Confirm>
      )}
    </div>
  );
}

function Proven({ binding, onGiveUp }: { binding: WalletBindingAnswer; onGiveUp: (wallet: string) => void }) {
  const { wallet_address: wallet, bound_at: boundAt, expires_at: expiresAt } = binding;
  return (
    <li>
      <Link className={styles.mono} href={walletHref("/wallets", wallet)} title={wallet}>
        {shortAddress(wallet)}
      </Link>
      <small>
        proven {formatInstant(boundAt)}, good until {formatInstant(expiresAt)}
      </small>
      <button type="button" className="button" data-size="small" aria-label={`Give up ${wallet}`} onClick={() => onGiveUp(wallet)}>
        Give up
      </button>
    </li>
  );
}
