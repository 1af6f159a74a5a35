import { Alerts } from "./alerts";
import { WalletPage } from "./wallet-page";

/** What about a wallet asks for its owner, and what to do about it. */
export function AlertsPage() {
  return (
    <WalletPage title="Wallet alerts" lead="What asks for you now, what to do about it, and what it costs. An alert closes by itself once its cause has passed.">
      {(summary) => <Alerts wallet={summary.wallet_address} />}
    </WalletPage>
  );
}
