import { Notice } from "@/components/notice";
import { useAnalysis } from "../api/analyse-wallet";
import { refusalOf } from "../model/refusals";
import { ProveWallet } from "./prove-wallet";

interface WalletTroubleProps {
  wallet: string;
  error: Error;
  onRetry: () => void;
}

/** Why nothing is shown of a wallet, and the way on. */
export function WalletTrouble({ wallet, error, onRetry }: WalletTroubleProps) {
  switch (refusalOf(error)) {
    case "address":
      return <Notice title="This is no wallet address" text="Correct the address above: it has 0x and 40 hexadecimal digits." />;
    case "not_proven":
      return <ProveWallet wallet={wallet} onProven={onRetry} />;
    case "unknown":
      return <NeverAnalysed wallet={wallet} />;
    case "other":
      return (
        <Notice tone="error" title="The wallet could not be loaded" text={error.message}>
          <button type="button" className="button" onClick={onRetry}>
            Try again
          </button>
        </Notice>
      );
  }
}

function NeverAnalysed({ wallet }: { wallet: string }) {
  const analysis = useAnalysis(wallet);
  return (
    <Notice title="This wallet was never analysed" text="Nothing is known of it yet. An analysis reads its positions and prices and takes a few seconds.">
      <button type="button" className="button" data-kind="main" disabled={analysis.isPending} onClick={() => analysis.mutate()}>
        {analysis.isPending ? "Analysing…" : "Analyse now"}
      </button>
      {analysis.error && <p role="alert">{analysis.error.message}</p>}
    </Notice>
  );
}
