import { Overview } from "./overview";
import { WalletPage } from "./wallet-page";

/** What a wallet owns and owes, how near it is to liquidation, and what would bring it there. */
export function OverviewPage() {
  return (
    <WalletPage title="Wallet risk" lead="How near a wallet is to liquidation, what would bring it there, and what it may lose on the way.">
      {(summary) => <Overview summary={summary} />}
    </WalletPage>
  );
}
