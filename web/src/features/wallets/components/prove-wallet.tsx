import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Panel } from "@/components/panel";
import { useBinding } from "../api/bind-wallet";
import { useChallenge } from "../api/challenge-wallet";
import { BOUND } from "../api/wallet-http";
import { connect, providerOf, signWith, wordsOf } from "../model/ethereum";
import styles from "./prove-wallet.module.css";
import { SignElsewhere } from "./sign-elsewhere";

interface ProveWalletProps {
  wallet: string;
  onProven: () => void;
}

/** Has the reader prove by a signature that a wallet is his; a signature costs nothing and moves nothing. */
export function ProveWallet({ wallet, onProven }: ProveWalletProps) {
  const provider = providerOf(window);
  const [isElsewhere, setElsewhere] = useState(provider === null);
  const challenge = useChallenge();
  const bind = useBinding();
  const queries = useQueryClient();
  const proven = (): void => {
    void queries.invalidateQueries({ queryKey: BOUND });
    onProven();
  };
  const proof = useMutation({
    mutationFn: async () => {
      if (provider === null) return;
      await connect(provider, wallet);
      const { message } = await challenge(wallet);
      await bind(message, await signWith(provider, wallet, message));
    },
    onSuccess: proven,
  });
  return (
    <Panel title="Prove that this wallet is yours">
      <div className={styles.proof} data-field="proof">
        <p className={styles.why}>
          Only its owner may read a wallet&apos;s risk here. You prove it by signing a short message with the wallet&apos;s key. A signature costs no gas and moves no
          tokens; we never see the key.
        </p>
        {provider !== null && (
          <div className={styles.buttons}>
            <button type="button" className="button" data-kind="main" disabled={proof.isPending} onClick={() => proof.mutate()}>
              {proof.isPending ? "Waiting for your wallet…" : "Connect and sign"}
            </button>
            {!isElsewhere && (
              <button type="button" className="button" onClick={() => setElsewhere(true)}>
                Sign elsewhere
              </button>
            )}
          </div>
        )}
        {proof.error && <p role="alert">{wordsOf(proof.error)}</p>}
        {isElsewhere && <SignElsewhere wallet={wallet} onProven={proven} />}
      </div>
    </Panel>
  );
}
